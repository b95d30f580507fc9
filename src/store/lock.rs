//! A short exclusive lock, held while a file is read and appended to.
//!
//! The lock is on a file of its own beside the locked one, so that it outlives the replacement of that
//! file. It is never deleted: a lock file deleted while another program waits for it locks nothing.

use super::problem::Problem;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A lock; dropping it lets go.
#[derive(Debug)]
pub struct Lock {
    // The system lets go of the lock when the file is closed.
    _file: File,
}

/// Short pauses are fair: who comes late must not overtake who waits, time after time.
const ATTEMPTS: u32 = 6000;
const PAUSE: Duration = Duration::from_millis(1);

/// Waits for the lock of a file, five seconds at most.
pub fn hold(path: &Path) -> Result<Lock, Problem> {
    let path = lock_path(path);
    let file = open(&path).map_err(Problem::io("open", &path))?;
    for _ in 0..ATTEMPTS {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            // Some network disks know no locks; a program alone there loses nothing.
            Err(TryLockError::Error(error)) if knows_no_locks(&error) => {
                return Ok(Lock { _file: file });
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => (),
            Err(TryLockError::Error(cause)) => return Err(Problem::io("lock", &path)(cause)),
        }
    }
    Err(Problem::Locked { path })
}

/// Whether a disk said that it has no locks to give. Network disks say so in several ways.
fn knows_no_locks(cause: &io::Error) -> bool {
    #[cfg(unix)]
    if cause.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    // What a driver of Windows says that has never heard of locks.
    const INVALID_FUNCTION: i32 = 1;
    if cfg!(windows) && cause.raw_os_error() == Some(INVALID_FUNCTION) {
        return true;
    }
    cause.kind() == io::ErrorKind::Unsupported
}

fn lock_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".lock");
    path.with_file_name(name)
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::io::Errno;

    #[test]
    fn a_disk_without_locks_is_told_from_one_that_fails() {
        for (errno, expected) in [
            (Errno::NOLCK, true),
            (Errno::OPNOTSUPP, true),
            (Errno::NOSYS, true),
            (Errno::IO, false),
            (Errno::BADF, false),
        ] {
            let cause = io::Error::from_raw_os_error(errno.raw_os_error());
            assert_eq!(knows_no_locks(&cause), expected, "{errno:?}");
        }
    }
}
