//! The real binary on a pseudo-terminal: keys go in, and every byte it sends is kept.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    sent: Arc<Mutex<Vec<u8>>>,
    _master: Box<dyn MasterPty + Send>,
}

const PATIENCE: Duration = Duration::from_secs(20);

impl Terminal {
    pub(crate) fn start(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Terminal {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(arguments);
        command.cwd(folder);
        for name in ["NO_COLOR", "VISUAL", "LC_ALL", "TMUX", "SSH_CONNECTION", "TERM_PROGRAM"] {
            command.env_remove(name);
        }
        let usual = [("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8"), ("BACKPROP_NO_WELCOME", "1")];
        usual.iter().chain(environment).for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let sent = Arc::new(Mutex::new(Vec::new()));
        let (mut output, sink) = (pair.master.try_clone_reader().unwrap(), sent.clone());
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                sink.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Terminal { child, keys, sent, _master: pair.master }
    }

    fn length(&self) -> usize {
        self.sent.lock().unwrap().len()
    }

    /// Presses keys and waits until the program has drawn and is quiet. Some keys mean nothing where they
    /// are pressed, so it does not wait for long.
    pub(crate) fn press(&mut self, keys: &str) {
        let before = self.send(keys);
        self.wait_for_more(before, Duration::from_millis(200));
    }

    /// Presses keys that change what is on the screen, and waits for it, however busy the machine is.
    pub(crate) fn press_to_see(&mut self, keys: &str) {
        let before = self.send(keys);
        self.settle(before);
    }

    /// Writes keys; gives how much was sent before.
    fn send(&mut self, keys: &str) -> usize {
        let before = self.length();
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        before
    }

    /// Waits until more than `before` bytes were sent, and then no more for a moment.
    pub(crate) fn settle(&self, before: usize) {
        if !self.wait_for_more(before, PATIENCE) {
            panic!("nothing was drawn: {}", String::from_utf8_lossy(&self.sent.lock().unwrap()));
        }
    }

    fn wait_for_more(&self, before: usize, patience: Duration) -> bool {
        let (begun, mut last, mut quiet) = (Instant::now(), before, Instant::now());
        while begun.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(4));
            let now = self.length();
            if now != last {
                (last, quiet) = (now, Instant::now());
            }
            if now > before && quiet.elapsed() > Duration::from_millis(15) {
                return true;
            }
        }
        false
    }

    /// Waits until something is so.
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !holds(&String::from_utf8_lossy(&self.sent.lock().unwrap())) {
            let sent = self.sent.lock().unwrap();
            assert!(begun.elapsed() < PATIENCE, "waited for {what}: {}", String::from_utf8_lossy(&sent));
            drop(sent);
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Ends the program, and gives every byte that it sent.
    pub(crate) fn end(mut self) -> Vec<u8> {
        let begun = Instant::now();
        while self.child.try_wait().unwrap().is_none() && begun.elapsed() < Duration::from_secs(2) {
            std::thread::sleep(Duration::from_millis(4));
        }
        let _ = self.child.kill();
        self.child.wait().unwrap();
        self.sent.lock().unwrap().clone()
    }
}
