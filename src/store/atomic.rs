//! Making folders and files: private, and whole or not at all, whatever happens to the machine.

use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

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
/// readable by its owner only.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let file = written(path, write)?;
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    sync_dir(parent(path))
}

/// Replaces a file whole or not at all, without waiting for the disk: for what can be made again.
pub fn replace_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".backprop-").tempfile_in(parent(path))?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a file that must not exist yet, readable by its owner only.
pub fn create(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    written(path, write)?.persist_noclobber(path).map_err(|error| error.error)?;
    sync_dir(parent(path))
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
