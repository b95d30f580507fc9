//! The end of the file: the one place that is ever written to.

use crate::progress::text::{END, HEADER};
use crate::store::atomic;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// What the end of a log is written to: a file, or in tests one that fails.
pub(super) trait TailTarget: Write + Seek {
    fn sync(&mut self) -> io::Result<()>;
    fn cut(&mut self, len: u64) -> io::Result<()>;
}

impl TailTarget for File {
    fn sync(&mut self) -> io::Result<()> {
        atomic::synced(self.sync_data())
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)
    }
}

/// Overwrites the closing bracket at `end` in one write, down to the disk. When that fails, puts the
/// bracket back; should that fail too, the next reader mends the file.
pub(super) fn overwrite_end(log: &mut impl TailTarget, end: u64, text: &[u8]) -> io::Result<()> {
    let write = |log: &mut dyn TailTarget, text: &[u8]| {
        log.seek(SeekFrom::Start(end)).and_then(|_| log.write_all(text))
    };
    let written = write(log, text).and_then(|()| log.sync());
    if written.is_err() {
        let put_back = write(log, END.as_bytes()).and_then(|()| log.cut(end + END.len() as u64));
        // The first problem is the one to tell; the next write will meet a second one again.
        drop(put_back.and_then(|()| log.sync()));
    }
    written
}

pub(super) fn write_line(file: &mut (impl Write + ?Sized), json: &[u8]) -> io::Result<()> {
    file.write_all(b",")?;
    file.write_all(json)?;
    file.write_all(b"\n")
}

pub(super) fn write_empty(file: &mut dyn Write) -> io::Result<()> {
    write!(file, "{HEADER}\n{END}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk that fails after so many more bytes, and again after so many calls to sync.
    struct Faulty {
        text: io::Cursor<Vec<u8>>,
        room: usize,
        syncs: usize,
    }

    impl Write for Faulty {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            // What is overwritten takes no room.
            let inside = self.text.get_ref().len() - self.text.position() as usize;
            let len = bytes.len().min(inside + self.room);
            if len == 0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.room -= len.saturating_sub(inside);
            self.text.write(&bytes[..len])
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Faulty {
        fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
            self.text.seek(place)
        }
    }

    impl TailTarget for Faulty {
        fn sync(&mut self) -> io::Result<()> {
            self.syncs = self.syncs.checked_sub(1).ok_or(io::ErrorKind::Other)?;
            Ok(())
        }

        fn cut(&mut self, len: u64) -> io::Result<()> {
            self.text.get_mut().truncate(len as usize);
            Ok(())
        }
    }

    #[test]
    fn a_failed_write_leaves_the_file_as_it_was_and_the_next_one_succeeds() {
        let before = format!("{HEADER}\n{END}");
        let text = ",{\"at\":\"2026-11-22T10:00:00.000Z\"}\n]\n";
        let end = (before.len() - END.len()) as u64;
        let after = format!("{HEADER}\n{text}");
        for room in 0..text.len() - END.len() {
            let mut disk = Faulty { text: io::Cursor::new(before.clone().into()), room, syncs: 9 };
            assert!(overwrite_end(&mut disk, end, text.as_bytes()).is_err());
            assert_eq!(String::from_utf8_lossy(disk.text.get_ref()), before, "{room} bytes of room");
            disk.room = 1000;
            overwrite_end(&mut disk, end, text.as_bytes()).unwrap();
            assert_eq!(String::from_utf8_lossy(disk.text.get_ref()), after);
        }
        let mut disk = Faulty { text: io::Cursor::new(before.clone().into()), room: 1000, syncs: 0 };
        assert!(overwrite_end(&mut disk, end, text.as_bytes()).is_err(), "not synced is not saved");
        assert_eq!(String::from_utf8_lossy(disk.text.get_ref()), before);
    }
}
