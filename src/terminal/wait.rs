//! Sleeping until something happens: input, a signal, the end of the terminal, or a time.

use crate::day::At;
use std::io;
use std::time::Duration;

/// How long until an instant; half a day at the most, since clocks are set and machines sleep.
pub(super) fn until(at: At, now: At) -> Duration {
    let ms = (at.0 - now.0).clamp(0, 12 * 3600 * 1000);
    Duration::from_millis(ms.unsigned_abs() + 1)
}

/// What ended the sleep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals"))]
pub(super) enum Woken {
    /// There is input, or the size changed.
    Input,
    /// The time is up.
    TimeUp,
    /// The user's shell wants the terminal back for a while.
    Stop,
    /// The process is asked to end.
    Signal(i32),
    /// The terminal is gone.
    Gone,
}

#[cfg(all(unix, feature = "images"))]
pub(super) use unix::Poker;
#[cfg(unix)]
pub use unix::stop_flag;
#[cfg(unix)]
pub(super) use unix::{Gone, HANGUP, Waiter, stop_process, take_limit_as_error};

#[cfg(unix)]
mod unix {
    use super::{Duration, Woken, io};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
    use std::io::{Read, Write};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// The signal of a terminal that goes away.
    pub(in crate::terminal) const HANGUP: i32 = SIGHUP;

    const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

    /// As long as this the program may take to end in order when its terminal is gone.
    const LAST_MOMENT: Duration = Duration::from_secs(20);

    /// Listens to the terminal and to signals at the same time. crossterm alone would sleep through a
    /// signal, and spin for ever when its terminal is closed.
    pub(in crate::terminal) struct Waiter {
        signals: UnixStream,
        ending: Vec<(i32, Arc<AtomicBool>)>,
        stop: Arc<AtomicBool>,
        poker: Poker,
        gone: Gone,
        is_over: Arc<AtomicBool>,
    }

    /// Tells whether the terminal has gone away.
    #[derive(Clone, Default)]
    pub(in crate::terminal) struct Gone(Arc<AtomicBool>);

    impl Gone {
        pub(in crate::terminal) fn is_so(&self) -> bool {
            let stdin = io::stdin();
            let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
            self.0.load(Ordering::SeqCst)
                || (poll(&mut terminal, Some(&Timespec::default())).is_ok()
                    && terminal[0].revents().intersects(ENDED))
        }
    }

    /// What a terminal says that is gone.
    const ENDED: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

    /// Wakes the shell from another thread, as input would.
    #[derive(Clone)]
    pub(in crate::terminal) struct Poker(Arc<UnixStream>);

    impl Poker {
        pub(in crate::terminal) fn poke(&self) {
            // A full pipe wakes it as well.
            let _ = (&*self.0).write(&[0]);
        }
    }

    impl Waiter {
        pub(in crate::terminal) fn poker(&self) -> Poker {
            self.poker.clone()
        }

        pub(in crate::terminal) fn new() -> io::Result<Waiter> {
            let (signals, writer) = UnixStream::pair()?;
            signals.set_nonblocking(true)?;
            writer.set_nonblocking(true)?;
            let flag = |signal: i32| -> io::Result<Arc<AtomicBool>> {
                let flag = Arc::new(AtomicBool::new(false));
                // The flag first: it has to be up when the byte arrives.
                signal_hook::flag::register(signal, flag.clone())?;
                signal_hook::low_level::pipe::register(signal, writer.try_clone()?)?;
                Ok(flag)
            };
            let ending =
                ENDING.iter().map(|signal| Ok((*signal, flag(*signal)?))).collect::<io::Result<_>>()?;
            let stop = flag(SIGTSTP)?;
            // crossterm turns the change of size into an event, but has to be asked for it.
            signal_hook::low_level::pipe::register(SIGWINCH, writer.try_clone()?)?;
            let poker = Poker(Arc::new(writer));
            let waiter =
                Waiter { signals, ending, stop, poker, gone: Gone::default(), is_over: Arc::default() };
            waiter.watch_terminal();
            Ok(waiter)
        }

        pub(in crate::terminal) fn gone(&self) -> Gone {
            self.gone.clone()
        }

        /// Sees to it that the end of the terminal ends the program, wherever it is. crossterm, when it
        /// reads from a terminal that is gone, would spin for ever: from now on it finds nothing to read.
        fn watch_terminal(&self) {
            let (gone, poker, is_over) = (self.gone.clone(), self.poker(), self.is_over.clone());
            std::thread::spawn(move || {
                let stdin = io::stdin();
                let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
                while matches!(poll(&mut terminal, None), Ok(0) | Err(rustix::io::Errno::INTR)) {}
                if is_over.load(Ordering::SeqCst) {
                    return;
                }
                gone.0.store(true, Ordering::SeqCst);
                let quiet = UnixStream::pair().and_then(|(quiet, other)| {
                    quiet.set_nonblocking(true)?;
                    rustix::stdio::dup2_stdin(&quiet)?;
                    Ok((quiet, other))
                });
                poker.poke();
                std::thread::sleep(LAST_MOMENT);
                drop(quiet);
                if !is_over.load(Ordering::SeqCst) {
                    std::process::exit(128 + HANGUP);
                }
            });
        }

        pub(in crate::terminal) fn wait(&mut self, at_most: Option<Duration>) -> io::Result<Woken> {
            let timeout = at_most.map(|time| Timespec {
                tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
                tv_nsec: time.subsec_nanos().into(),
            });
            let stdin = io::stdin();
            let mut sources = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.signals, PollFlags::IN)];
            let ready = match poll(&mut sources, timeout.as_ref()) {
                Ok(ready) => ready,
                Err(rustix::io::Errno::INTR) => 1,
                Err(error) => return Err(error.into()),
            };
            let gone = sources[0].revents().intersects(ENDED) || self.gone.0.load(Ordering::SeqCst);
            let mut bytes = [0; 64];
            while matches!(self.signals.read(&mut bytes), Ok(count) if count > 0) {}
            if let Some((signal, _)) = self.ending.iter().find(|(_, flag)| flag.swap(false, Ordering::SeqCst))
            {
                return Ok(Woken::Signal(*signal));
            }
            if self.stop.swap(false, Ordering::SeqCst) {
                return Ok(Woken::Stop);
            }
            Ok(match (gone, ready) {
                (true, _) => Woken::Gone,
                (false, 0) => Woken::TimeUp,
                (false, _) => Woken::Input,
            })
        }
    }

    impl Drop for Waiter {
        fn drop(&mut self) {
            self.is_over.store(true, Ordering::SeqCst);
        }
    }

    /// A file that may not grow any more (`ulimit -f`) is an error of the one who writes, like a full disk,
    /// and not the end of the process.
    pub(in crate::terminal) fn take_limit_as_error() {
        // Without it the limit ends the process; nothing is lost that was saved.
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    }

    /// A flag that is up once the user or the system wants the process to end, for commands that have another
    /// program to end first.
    pub fn stop_flag() -> io::Result<Arc<AtomicBool>> {
        let flag = Arc::new(AtomicBool::new(false));
        for signal in ENDING {
            signal_hook::flag::register(signal, flag.clone())?;
        }
        Ok(flag)
    }

    /// Stops the process as Ctrl-Z does in other programs; returns when it is resumed.
    pub(in crate::terminal) fn stop_process() -> io::Result<()> {
        signal_hook::low_level::emulate_default_handler(SIGTSTP)
    }
}

#[cfg(all(not(unix), feature = "images"))]
pub(super) use elsewhere::Poker;
#[cfg(not(unix))]
pub use elsewhere::stop_flag;
#[cfg(not(unix))]
pub(super) use elsewhere::{Gone, HANGUP, Waiter, stop_process, take_limit_as_error};

#[cfg(not(unix))]
mod elsewhere {
    use super::listener::{Listener, Told};
    use super::{Duration, Woken, io};
    use std::sync::mpsc::Sender;

    pub(in crate::terminal) const HANGUP: i32 = 1;

    /// A flag that stays down: the console ends this process and all that it started.
    pub fn stop_flag() -> io::Result<std::sync::Arc<std::sync::atomic::AtomicBool>> {
        Ok(std::sync::Arc::default())
    }

    /// Listens to the console on a thread of its own, which sleeps until the console has something: there
    /// are no signals that could wake the one that waits.
    pub(in crate::terminal) struct Waiter(Listener);

    /// Wakes the shell from another thread, as input would.
    #[derive(Clone)]
    pub(in crate::terminal) struct Poker(Sender<Told>);

    impl Poker {
        pub(in crate::terminal) fn poke(&self) {
            // The program may be ending; then nobody waits.
            let _ = self.0.send(Told::Poke);
        }
    }

    /// Nothing tells of the end of the console but its errors, and the system that ends the program.
    #[derive(Clone)]
    pub(in crate::terminal) struct Gone;

    impl Gone {
        pub(in crate::terminal) fn is_so(&self) -> bool {
            false
        }
    }

    /// So long a wait is one without an end.
    const LONG: Duration = Duration::from_secs(24 * 3600);

    impl Waiter {
        pub(in crate::terminal) fn new() -> io::Result<Waiter> {
            Ok(Waiter(Listener::new(|| crossterm::event::poll(LONG))))
        }

        pub(in crate::terminal) fn poker(&self) -> Poker {
            Poker(self.0.sender())
        }

        pub(in crate::terminal) fn gone(&self) -> Gone {
            Gone
        }

        pub(in crate::terminal) fn wait(&mut self, at_most: Option<Duration>) -> io::Result<Woken> {
            self.0.wait(at_most)
        }
    }

    pub(in crate::terminal) fn take_limit_as_error() {}

    pub(in crate::terminal) fn stop_process() -> io::Result<()> {
        Ok(())
    }
}

/// Input heard by a thread that sleeps until there is some.
#[cfg(any(not(unix), test))]
mod listener {
    use super::{Duration, Woken, io};
    use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
    use std::thread;

    /// What the one who waits is told.
    pub(super) enum Told {
        /// There is input, or listening failed.
        Heard(io::Result<()>),
        /// Another thread has done something.
        Poke,
    }

    /// The thread looks for input only while it was asked to: what is typed while an editor has the
    /// terminal is the editor's, and the one who waits reads what was heard.
    pub(super) struct Listener {
        asks: Sender<()>,
        sender: Sender<Told>,
        told: Receiver<Told>,
        is_listening: bool,
    }

    impl Listener {
        /// `listen` sleeps until there is input, and gives whether there is; it takes none.
        pub(super) fn new(listen: impl Fn() -> io::Result<bool> + Send + 'static) -> Listener {
            let (asks, asked) = channel::<()>();
            let (sender, told) = channel();
            let teller = sender.clone();
            thread::spawn(move || {
                while asked.recv().is_ok() {
                    let heard = loop {
                        match listen() {
                            Ok(false) => {}
                            Ok(true) => break Ok(()),
                            Err(error) => break Err(error),
                        }
                    };
                    if teller.send(Told::Heard(heard)).is_err() {
                        return;
                    }
                }
            });
            Listener { asks, sender, told, is_listening: false }
        }

        pub(super) fn sender(&self) -> Sender<Told> {
            self.sender.clone()
        }

        pub(super) fn wait(&mut self, at_most: Option<Duration>) -> io::Result<Woken> {
            if !self.is_listening {
                self.asks.send(()).map_err(|_| io::Error::other("nobody listens to the console"))?;
                self.is_listening = true;
            }
            let first = match at_most {
                Some(time) => self.told.recv_timeout(time),
                None => self.told.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let Ok(first) = first else { return Ok(Woken::TimeUp) };
            // Whatever else was told is answered by the same look.
            let rest = self.told.try_iter().collect::<Vec<_>>();
            for told in std::iter::once(first).chain(rest) {
                if let Told::Heard(heard) = told {
                    self.is_listening = false;
                    heard?;
                }
            }
            Ok(Woken::Input)
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::sync::atomic::{AtomicUsize, Ordering};
        use std::sync::{Arc, Mutex};
        use std::time::Instant;

        #[test]
        fn it_sleeps_until_input_a_poke_or_a_time() {
            let (typed, input) = channel::<()>();
            let (input, looks) = (Mutex::new(input), Arc::new(AtomicUsize::new(0)));
            let count = looks.clone();
            let mut listener = Listener::new(move || {
                count.fetch_add(1, Ordering::SeqCst);
                let input = input.lock().map_err(|_| io::ErrorKind::Other)?;
                input.recv().map(|()| true).map_err(|_| io::ErrorKind::BrokenPipe.into())
            });
            assert_eq!(listener.wait(Some(Duration::from_millis(20))).unwrap(), Woken::TimeUp);
            typed.send(()).unwrap();
            assert_eq!(listener.wait(None).unwrap(), Woken::Input);
            thread::sleep(Duration::from_millis(20));
            assert_eq!(looks.load(Ordering::SeqCst), 1, "nobody listens while what was heard is read");
            let sender = listener.sender();
            let poker = thread::spawn(move || {
                thread::sleep(Duration::from_millis(20));
                sender.send(Told::Poke).unwrap();
            });
            let begun = Instant::now();
            assert_eq!(listener.wait(Some(Duration::from_secs(60))).unwrap(), Woken::Input);
            assert!(begun.elapsed() < Duration::from_secs(30));
            poker.join().unwrap();
            assert_eq!(listener.wait(Some(Duration::from_millis(20))).unwrap(), Woken::TimeUp);
            assert_eq!(looks.load(Ordering::SeqCst), 2, "it listens on, and does not look again");
            drop(typed);
            assert!(listener.wait(None).is_err(), "the console is gone");
        }
    }
}
