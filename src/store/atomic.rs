//! Making folders and files: private, and whole or not at all, whatever happens to the machine.
//!
//! Windows does not let a file be replaced while somebody has it open in his own way: an editor, a scanner
//! for viruses, a program that carries folders to other machines. Nothing here holds a file open while it
//! replaces it, and who meets another one tries again for a while.

use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Makes a folder and those above it, readable by their owner only. One that exists stays as it is.
pub fn make_dir(dir: &Path) -> io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)?;
    dir.parent().map_or(Ok(()), sync_dir)
}

/// Replaces a file by what `write` writes, keeping the permissions of the old one. A new one is
/// readable by its owner only. `write` takes along what it reads from, so that nothing is open any more
/// when the file is replaced.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    put(written(path, write)?, path)?;
    sync_dir(parent(path))
}

/// Replaces a file whole or not at all, without waiting for the disk: for what can be made again.
pub fn replace_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".backprop-").tempfile_in(parent(path))?;
    file.write_all(bytes)?;
    put(file, path)
}

/// Makes a file that must not exist yet, readable by its owner only.
pub fn create(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // Closed, as who replaces a file closes it.
    let mut file = Some(written(path, write)?.into_temp_path());
    patiently(|| {
        let made = file.take().expect("it comes back with each error").persist_noclobber(path);
        made.map_err(|again| {
            file = Some(again.path);
            again.error
        })
    })?;
    sync_dir(parent(path))
}

/// Gives a file or a folder another name; a file that has the name is replaced.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

/// A new file, closed, takes the place of an old one and its permissions.
fn put(file: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    let old = fs::metadata(path).ok().map(|old| old.permissions());
    let (file, new) = file.keep().map_err(|error| error.error)?;
    let done = old.map_or(Ok(()), |old| file.set_permissions(old));
    drop(file);
    done.and_then(|()| rename(&new, path)).inspect_err(|_| {
        // What stays is taken away by `backprop doctor --repair`.
        let _ = fs::remove_file(&new);
    })
}

/// How long is waited for a program that has a file open, twice as long each time.
const PAUSES: [u64; 7] = [5, 10, 20, 40, 80, 160, 320];

/// Does something with a file that others may have open for a moment.
fn patiently(mut deed: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for pause in PAUSES {
        match deed() {
            Err(cause) if is_in_use(&cause) => thread::sleep(Duration::from_millis(pause)),
            done => return done,
        }
    }
    deed()
}

/// Whether a system says that somebody has a file open. Only Windows does, in three ways: "access denied"
/// is what a name gives that is about to go.
pub(super) fn is_in_use(cause: &io::Error) -> bool {
    const DENIED: i32 = 5;
    const SHARED: i32 = 32;
    const LOCKED: i32 = 33;
    cfg!(windows) && matches!(cause.raw_os_error(), Some(DENIED | SHARED | LOCKED))
}

/// Makes what happened to the names in a folder durable.
pub fn sync_dir(dir: &Path) -> io::Result<()> {
    // Other systems have no such call, and do it by themselves.
    if cfg!(unix) {
        let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
        synced(File::open(dir)?.sync_all())?;
    }
    Ok(())
}

/// What came of a sync. Some disks know none, or not for this kind of file: what was written there is as
/// safe as it gets.
pub(super) fn synced(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|cause| if knows_no_sync(&cause) { Ok(()) } else { Err(cause) })
}

fn knows_no_sync(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

fn written(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<tempfile::NamedTempFile> {
    let file = tempfile::Builder::new().prefix(".backprop-").tempfile_in(parent(path))?;
    let mut writer = BufWriter::with_capacity(1 << 18, file.as_file());
    write(&mut writer)?;
    writer.flush()?;
    drop(writer);
    synced(file.as_file().sync_all())?;
    Ok(file)
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::io::Errno;

    #[test]
    fn a_disk_that_knows_no_sync_is_written_to_all_the_same() {
        for (errno, survived) in [
            (Errno::INVAL, true),
            (Errno::OPNOTSUPP, true),
            (Errno::NOSYS, true),
            (Errno::IO, false),
            (Errno::NOSPC, false),
        ] {
            let result = synced(Err(io::Error::from_raw_os_error(errno.raw_os_error())));
            assert_eq!(result.is_ok(), survived, "{errno:?}");
        }
    }
}
