//! Sleeping until something happens: input, a signal, the end of the terminal, or a time.

use std::io;
use std::time::Duration;

/// What ended the sleep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

#[cfg(unix)]
pub(super) use unix::{HANGUP, Waiter, leave_with_terminal, stop_process};

#[cfg(unix)]
mod unix {
    use super::{Duration, Woken, io};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use std::io::{Read, Write};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// The signal of a terminal that goes away.
    pub(in crate::terminal) const HANGUP: i32 = SIGHUP;

    const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

    /// Listens to the terminal and to signals at the same time. crossterm alone would sleep through a
    /// signal, and spin for ever when its terminal is closed.
    pub(in crate::terminal) struct Waiter {
        signals: UnixStream,
        writer: UnixStream,
        ending: Vec<(i32, Arc<AtomicBool>)>,
        stop: Arc<AtomicBool>,
    }

    impl Waiter {
        pub(in crate::terminal) fn new() -> io::Result<Waiter> {
            let (signals, writer) = UnixStream::pair()?;
            signals.set_nonblocking(true)?;
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
            Ok(Waiter { signals, writer, ending, stop })
        }

        /// Something to call from another thread to end the sleep.
        pub(in crate::terminal) fn waker(&self) -> io::Result<impl FnOnce() + Send + 'static> {
            let mut writer = self.writer.try_clone()?;
            // A full pipe wakes as well.
            Ok(move || drop(writer.write(&[0])))
        }

        /// How long to sleep at most; a waker ends every sleep, so that nothing has to be looked after.
        pub(in crate::terminal) fn at_most(&self, wait: Option<Duration>, _busy: bool) -> Option<Duration> {
            wait
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
            let gone = sources[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
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

    /// Ends the process when its terminal goes away while crossterm reads from it, where it would spin
    /// for ever. The main loop gets a moment to end in order first; every grade is on the disk already.
    pub(in crate::terminal) fn leave_with_terminal() {
        std::thread::spawn(|| {
            let stdin = io::stdin();
            let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
            while matches!(poll(&mut terminal, None), Ok(0) | Err(rustix::io::Errno::INTR)) {}
            std::thread::sleep(Duration::from_secs(1));
            std::process::exit(128 + HANGUP);
        });
    }

    /// Stops the process as Ctrl-Z does in other programs; returns when it is resumed.
    pub(in crate::terminal) fn stop_process() -> io::Result<()> {
        signal_hook::low_level::emulate_default_handler(SIGTSTP)
    }
}

#[cfg(not(unix))]
pub(super) use elsewhere::{HANGUP, Waiter, leave_with_terminal, stop_process};

#[cfg(not(unix))]
mod elsewhere {
    use super::{Duration, Woken, io};

    pub(in crate::terminal) const HANGUP: i32 = 1;

    /// Where there are no signals, crossterm's own waiting does.
    pub(in crate::terminal) struct Waiter;

    impl Waiter {
        pub(in crate::terminal) fn new() -> io::Result<Waiter> {
            Ok(Waiter)
        }

        pub(in crate::terminal) fn waker(&self) -> io::Result<impl FnOnce() + Send + 'static> {
            Ok(|| ())
        }

        /// Nothing ends this sleep from outside, so work in other threads is looked after now and then.
        pub(in crate::terminal) fn at_most(&self, wait: Option<Duration>, busy: bool) -> Option<Duration> {
            let look = busy.then_some(Duration::from_millis(100));
            wait.into_iter().chain(look).min()
        }

        pub(in crate::terminal) fn wait(&mut self, at_most: Option<Duration>) -> io::Result<Woken> {
            let ready = crossterm::event::poll(at_most.unwrap_or(Duration::MAX))?;
            Ok(if ready { Woken::Input } else { Woken::TimeUp })
        }
    }

    pub(in crate::terminal) fn leave_with_terminal() {}

    pub(in crate::terminal) fn stop_process() -> io::Result<()> {
        Ok(())
    }
}
