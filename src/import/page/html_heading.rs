//! A heading in HTML.

/// `<h3>…</h3>` on one line.
pub(in crate::import::page) fn html_heading(line: &str) -> Option<u8> {
    let bytes = line.as_bytes();
    let level = match bytes {
        [b'<', b'h' | b'H', level @ b'1'..=b'6', b'>' | b' ', ..] => level - b'0',
        _ => return None,
    };
    let tail = bytes.get(bytes.len().saturating_sub(5)..).unwrap_or_default();
    let closed = bytes.len() > 9 && tail.eq_ignore_ascii_case(format!("</h{level}>").as_bytes());
    closed.then_some(level)
}
