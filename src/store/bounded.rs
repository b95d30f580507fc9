//! Opening and reading files where anybody may have put something else: a pipe or a device would hold the
//! program up for ever, and a file without end would fill the memory.

use crate::messages::{Message, NotesMessage};
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Opens a file for reading. What is no file is refused, and a pipe is not waited for.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // Opening a pipe waits for its other end; a terminal would become the program's own.
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    let folder = || io::Error::new(ErrorKind::IsADirectory, "it is a folder, not a file");
    // Windows denies access where it should say so.
    let file = options.open(path).map_err(|cause| if path.is_dir() { folder() } else { cause })?;
    let kind = file.metadata()?.file_type();
    if kind.is_dir() {
        return Err(folder());
    }
    if !kind.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidData, "it is a pipe or a device, not a file"));
    }
    Ok(file)
}

/// Reads a file of at most this many bytes; a larger one is refused without being read.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = open(path)?;
    let length = file.metadata()?.len();
    let too_large = || {
        let most = most >> 20;
        io::Error::new(ErrorKind::FileTooLarge, Message::from(NotesMessage::LargerThan { most }))
    };
    if length > most {
        return Err(too_large());
    }
    // It may grow while it is read.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(too_large()) } else { Ok(bytes) }
}

/// The same of a text in UTF-8.
pub(super) fn read_text(path: &Path, most: u64) -> io::Result<String> {
    String::from_utf8(read(path, most)?)
        .map_err(|_| io::Error::new(ErrorKind::InvalidData, Message::from(NotesMessage::NotUtf8)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_no_file_or_too_large_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("small"), "text").unwrap();
        fs::write(at("bytes"), [0xff, 0xfe]).unwrap();
        File::create(at("sparse")).unwrap().set_len(3 << 30).unwrap();
        let kind = |name: &str| read(&at(name), 1 << 20).map_err(|error| error.kind());
        assert_eq!(kind("small"), Ok(b"text".to_vec()));
        assert_eq!(kind("sparse"), Err(ErrorKind::FileTooLarge));
        assert_eq!(kind("."), Err(ErrorKind::IsADirectory));
        assert_eq!(kind("none"), Err(ErrorKind::NotFound));
        assert_eq!(read_text(&at("bytes"), 9).map_err(|error| error.kind()), Err(ErrorKind::InvalidData));
        #[cfg(unix)]
        {
            let made = std::process::Command::new("mkfifo").arg(at("pipe")).status();
            assert!(made.is_ok_and(|made| made.success()));
            assert_eq!(kind("pipe"), Err(ErrorKind::InvalidData));
            std::os::unix::fs::symlink(at("gone"), at("dangling")).unwrap();
            assert_eq!(kind("dangling"), Err(ErrorKind::NotFound));
        }
    }
}
