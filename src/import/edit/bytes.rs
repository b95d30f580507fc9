//! An edited text back into the bytes it came from: lines that did not change keep their bytes.

use super::EditRefusal;
use crate::import::encoding::Decoded;
use crate::import::format;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The bytes of `old`, as a text with other lines: `before` became `after`, both with plain line ends.
pub(super) fn spliced(old: &[u8], before: &str, after: &str) -> Result<Vec<u8>, EditRefusal> {
    let decoded = format::decode(old);
    let name = decoded.encoding;
    if decoded.is_converted {
        return Err(EditRefusal::Converted { format: name });
    }
    let (lines, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let start = lines.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let most = lines.len().min(new.len()) - start;
    let end = lines.iter().rev().zip(new.iter().rev()).take(most).take_while(|(one, other)| one == other);
    let end = end.count();

    let own = byte_lines(old, name);
    if own.len() != lines.len() {
        return Err(EditRefusal::NoText);
    }
    let line_end = line_end(&own, start, name);
    let changed = new[start..new.len() - end].concat().replace('\n', line_end);
    let changed = encoded(&changed, name).ok_or(EditRefusal::NoSuchLetter { encoding: name })?;
    let mut bytes = mark_of(old).to_vec();
    own[..start].iter().for_each(|line| bytes.extend_from_slice(line));
    bytes.extend(changed);
    own[own.len() - end..].iter().for_each(|line| bytes.extend_from_slice(line));
    // A guess from frequencies could turn out otherwise with the new words.
    let Decoded { text, encoding, .. } = format::decode(&bytes);
    let is_read_back = text.replace("\r\n", "\n") == after && encoding == name;
    if is_read_back { Ok(bytes) } else { Err(EditRefusal::NoSuchLetter { encoding: name }) }
}

fn mark_of(bytes: &[u8]) -> &[u8] {
    Encoding::for_bom(bytes).map_or(&[], |(_, length)| &bytes[..length])
}

/// The encoding of that name.
fn named(name: &str) -> &'static Encoding {
    Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8)
}

/// The lines of a file with their ends, without its mark. In all encodings of notes but UTF-16 the byte
/// of a line's end is never part of a letter.
fn byte_lines<'a>(bytes: &'a [u8], name: &str) -> Vec<&'a [u8]> {
    let bytes = &bytes[mark_of(bytes).len()..];
    let encoding = named(name);
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let wide = |letter: u8| if encoding == UTF_16LE { [letter, 0] } else { [0, letter] };
        return split(bytes, 2, |unit| unit == wide(b'\n'), |unit| unit == wide(b'\r'));
    }
    split(bytes, 1, |unit| unit == b"\n", |unit| unit == b"\r")
}

/// Bytes parted behind each line end; behind each return where there are no others.
fn split(
    bytes: &[u8],
    width: usize,
    is_end: impl Fn(&[u8]) -> bool,
    is_return: impl Fn(&[u8]) -> bool,
) -> Vec<&[u8]> {
    let is_old = !bytes.chunks(width).any(&is_end);
    let (mut lines, mut start) = (Vec::new(), 0);
    for (index, unit) in bytes.chunks(width).enumerate() {
        if is_end(unit) || (is_old && is_return(unit)) {
            let stop = (index + 1) * width;
            lines.push(&bytes[start..stop]);
            start = stop;
        }
    }
    if start < bytes.len() {
        lines.push(&bytes[start..]);
    }
    lines
}

/// The line end of the line at a place, or of the first one.
fn line_end(lines: &[&[u8]], at: usize, name: &str) -> &'static str {
    let plain = |line: &&[u8]| -> Option<&'static str> {
        let (text, _) = named(name).decode_without_bom_handling(line);
        let ends = ["\r\n", "\n", "\r"];
        ends.into_iter().find(|end| text.ends_with(end))
    };
    lines.get(at).and_then(plain).or_else(|| lines.first().and_then(plain)).unwrap_or("\n")
}

/// A text in an encoding; `None` where that has no such letter.
fn encoded(text: &str, name: &str) -> Option<Vec<u8>> {
    let encoding = named(name);
    if encoding == UTF_16LE {
        return Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, is_lossy) = encoding.encode(text);
    (!is_lossy).then(|| bytes.into_owned())
}
