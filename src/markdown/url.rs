//! Addresses that stand in running text without any markup.

use super::Inline;

/// Splits text into plain pieces and links for every `http://` or `https://` address in it.
///
/// An address ends before white space, quotes and every character that is not ASCII, so Chinese text
/// may follow at once. Sentence punctuation and unbalanced closing brackets at its end stay outside.
pub(super) fn split(text: &str, out: &mut Vec<Inline>) {
    let mut plain_from = 0;
    let mut search_from = 0;
    while let Some(colon) = before_slashes(text, search_from) {
        search_from = colon + 3;
        let Some(start) = scheme_start(&text[plain_from..colon]).map(|at| plain_from + at) else {
            continue;
        };
        let end = colon + 3 + address_length(&text[colon + 3..]);
        if end == colon + 3 {
            continue;
        }
        if start > plain_from {
            out.push(Inline::Text(text[plain_from..start].to_owned()));
        }
        let url = text[start..end].to_owned();
        out.push(Inline::Link { text: vec![Inline::Text(url.clone())], url });
        plain_from = end;
        search_from = end;
    }
    if plain_from < text.len() {
        out.push(Inline::Text(text[plain_from..].to_owned()));
    }
}

/// The next colon before two slashes.
fn before_slashes(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut colons = memchr::memchr_iter(b':', &bytes[from..]).map(|at| from + at);
    colons.find(|at| bytes[at + 1..].starts_with(b"//"))
}

/// Where the scheme begins that ends at the end of `before`.
fn scheme_start(before: &str) -> Option<usize> {
    let bytes = before.as_bytes();
    let start = ["https", "http"].iter().find_map(|scheme| {
        let start = bytes.len().checked_sub(scheme.len())?;
        bytes[start..].eq_ignore_ascii_case(scheme.as_bytes()).then_some(start)
    })?;
    let glued = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
    (!glued).then_some(start)
}

fn address_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = bytes.iter().take_while(|byte| in_address(**byte)).count();
    let mut unclosed = 0_isize;
    for byte in &bytes[..end] {
        unclosed += isize::from(*byte == b'(') - isize::from(*byte == b')');
    }
    while end > 0 {
        match bytes[end - 1] {
            b')' if unclosed < 0 => unclosed += 1,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' | b']' | b'[' => {}
            b'(' => unclosed -= 1,
            _ => break,
        }
        end -= 1;
    }
    end
}

fn in_address(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^')
}

/// The text of an address as it is meant: `a%20b` is `a b`. What is no UTF-8 then stays as it was.
pub(crate) fn percent_decoded(target: &str) -> String {
    let bytes = target.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| (*byte as char).to_digit(16));
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| target.to_owned())
}
