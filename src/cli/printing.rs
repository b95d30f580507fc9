//! Printing: what leaves for a terminal or a pipe is text. Names of files, ids in a log that was merged
//! and what other programs said may hold codes that a terminal obeys; here is the last place to stop them.

use super::language::say;
use crate::markdown::{clean, is_hidden};
use crate::messages::CommandMessage;
use crate::terminal::{TELLS_SHARE, share_line};
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Stdout, Write};

/// Standard output for text, sent line by line without hidden characters.
pub(super) fn out() -> PrintedText<Stdout> {
    PrintedText { inner: io::stdout(), line: Vec::new() }
}

/// What was answered to the question that stands on standard output: yes, no, or neither.
pub(super) fn answer() -> io::Result<Option<bool>> {
    out().flush()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(match line.trim().to_lowercase().as_str() {
        "y" | "yes" | "是" => Some(true),
        "n" | "no" | "否" => Some(false),
        _ => None,
    })
}

/// A message to stderr; nothing can be done when nobody listens.
pub(super) fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "{}", clean(message));
}

/// What a user should know, to stderr.
pub(super) fn tell_note(what: &str) {
    tell(&say(CommandMessage::Note { what: what.to_owned() }));
}

/// What went wrong, to stderr.
pub(super) fn tell_error(what: &str) {
    tell(&say(CommandMessage::Error { what: what.to_owned() }));
}

/// Prints how far something is, a line for every percent, where the program that began this one shows it.
pub(super) fn tell_share() -> impl FnMut(u32) {
    let is_heard = std::env::var_os(TELLS_SHARE).is_some();
    let mut told = None;
    move |percent| {
        if is_heard && told.replace(percent) != Some(percent) {
            let _ = writeln!(io::stderr(), "{}", share_line(percent));
        }
    }
}

/// One JSON value to stdout, on one line of its own.
pub(super) fn print_json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    value.serialize(&mut Serializer::with_formatter(&mut out, Escaping))?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

/// Lines on their way out.
pub(super) struct PrintedText<W: Write> {
    inner: W,
    /// What has no end yet.
    line: Vec<u8>,
}

impl<W: Write> PrintedText<W> {
    fn send(&mut self) -> io::Result<()> {
        let text = String::from_utf8_lossy(&self.line);
        let mut cleaned = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let (line, end) = match line.strip_suffix("\r\n") {
                Some(line) => (line, "\r\n"),
                None => (line, ""),
            };
            // Tabs part the columns of some exports.
            let parts: Vec<String> = line.split('\t').map(clean).collect();
            cleaned.extend([&parts.join("\t"), end]);
        }
        self.line.clear();
        self.inner.write_all(cleaned.as_bytes())
    }
}

impl<W: Write> Write for PrintedText<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if bytes.contains(&b'\n') {
            let end = self.line.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let rest = self.line.split_off(end);
            self.send()?;
            self.line = rest;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()?;
        self.inner.flush()
    }
}

impl<W: Write> Drop for PrintedText<W> {
    fn drop(&mut self) {
        // A line without an end; who has to know whether it arrived flushes.
        let _ = self.flush();
    }
}

/// JSON whose strings name hidden characters by their number instead of holding them.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        // Most of a long list is ASCII, which need not be looked at letter by letter.
        if text.is_ascii() && !text.as_bytes().contains(&0x7f) {
            return out.write_all(text.as_bytes());
        }
        while let Some(at) = rest.find(is_hidden) {
            out.write_all(&rest.as_bytes()[..at])?;
            let letter = rest[at..].chars().next().expect("it was found there");
            for half in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{half:04x}")?;
            }
            rest = &rest[at + letter.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_sent_in_lines_without_codes() {
        let mut sent = Vec::new();
        {
            let mut text = PrintedText { inner: &mut sent, line: Vec::new() };
            for piece in [&b"a\x1b]0;"[..], b"t\x07b\rc\r\n\xe6", b"\xb1\x89\xc2", b"\x9b31m\tc\xff", b"\x1b"]
            {
                text.write_all(piece).unwrap();
            }
        }
        assert_eq!(String::from_utf8(sent).unwrap(), "a]0;tbc\r\n汉31m\tc\u{fffd}");
    }

    #[test]
    fn json_says_the_same_in_letters_that_no_terminal_obeys() {
        for text in ["a\u{1b}b", "\u{9b}31m", "\u{202e}x\u{e0041}", "\u{7f}\u{2028}", "汉 é 👩\u{200d}👧"]
        {
            let mut json = Vec::new();
            serde::Serialize::serialize(text, &mut Serializer::with_formatter(&mut json, Escaping)).unwrap();
            let json = String::from_utf8(json).unwrap();
            assert!(!json.contains(is_hidden), "{json:?}");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
