//! Notes that come by standard input.

use super::{LARGEST, ReadFile, Unreadable, read_bytes, slug};
use crate::import::{Style, Styled};
use crate::messages::{Message, NotesMessage};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads notes that come from elsewhere than a file, as much of them as a file may have.
pub fn read_stream(stream: impl Read, style: Option<&'static Style>) -> Result<ReadFile, Unreadable> {
    Ok(read_streamed(stream_bytes(stream)?, Styled { forced: style, ..Styled::default() }))
}

/// The bytes of a stream, as many as a file of notes may have.
pub fn stream_bytes(stream: impl Read) -> Result<Vec<u8>, Unreadable> {
    let wrong = |cause| Unreadable { path: PathBuf::from(STREAM), cause };
    let mut bytes = Vec::new();
    stream.take(LARGEST + 1).read_to_end(&mut bytes).map_err(wrong)?;
    if bytes.len() as u64 > LARGEST {
        let message = Message::from(NotesMessage::LargerThan { most: LARGEST >> 20 });
        return Err(wrong(io::Error::new(io::ErrorKind::FileTooLarge, message)));
    }
    Ok(bytes)
}

/// Reads what came by a stream.
pub fn read_streamed(bytes: Vec<u8>, style: Styled<'_>) -> ReadFile {
    read_bytes(Path::new(STREAM), bytes, style)
}

/// What stands for the place of notes that came by standard input: they are known by the name of their deck.
pub fn place_of_stream(name: &str) -> PathBuf {
    Path::new(STREAM).join(format!("{}.md", slug(name)))
}

/// What names the standard input among files.
pub const STREAM: &str = "-";
