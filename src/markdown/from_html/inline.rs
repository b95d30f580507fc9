//! Running text: emphasis, code in a line, links and images.

use super::HtmlWriter;
pub(super) use super::emphasis::OpenEmphasis;
use super::escape::escape;
use crate::markdown::MAX_DEPTH;
use crate::markdown::html::Tag;
use crate::markdown::source::clean;

/// The tags that mark running text, with what stands around it in Markdown. What has no sign keeps its
/// tag.
pub(super) const EMPHASIS: [(&str, &str, &str); 13] = [
    ("b", "**", "b"),
    ("strong", "**", "b"),
    ("i", "*", "i"),
    ("em", "*", "i"),
    ("s", "~~", "s"),
    ("del", "~~", "s"),
    ("strike", "~~", "s"),
    ("u", "<u>", "u"),
    ("ins", "<u>", "u"),
    ("sub", "<sub>", "sub"),
    ("sup", "<sup>", "sup"),
    ("mark", "==", "mark"),
    ("kbd", "`", "code"),
];

impl HtmlWriter<'_> {
    pub(super) fn open(&mut self, tag: &'static str, mark: &'static str) {
        if tag == "code" {
            return self.inline_code(false);
        }
        if self.code.is_none()
            && self.marks.len() < MAX_DEPTH
            && self.marks.iter().all(|open| open.tag != tag)
        {
            self.marks.push(OpenEmphasis { tag, mark, start: self.line.len() });
        }
    }

    /// Closes emphasis, and what was opened in it and not closed.
    pub(super) fn close(&mut self, tag: &str) {
        if tag == "code" {
            return self.inline_code(true);
        }
        if self.code.is_some() {
            return;
        }
        if let Some(place) = self.marks.iter().position(|open| open.tag == tag) {
            while self.marks.len() > place {
                self.close_last();
            }
        }
    }

    /// Puts the signs around what was marked. White space stays outside, where Markdown wants it.
    fn close_last(&mut self) {
        let Some(OpenEmphasis { mark, tag, start }) = self.marks.pop() else { return };
        let inner = self.line.split_off(start.min(self.line.len()));
        let trimmed = inner.trim();
        if trimmed.is_empty() {
            self.line.push_str(&inner);
            return;
        }
        let lead = inner.len() - inner.trim_start().len();
        let end = if mark.starts_with('<') { format!("</{tag}>") } else { mark.to_owned() };
        self.line.push_str(&inner[..lead]);
        self.line.push_str(&format!("{mark}{trimmed}{end}"));
        self.line.push_str(&inner[lead + trimmed.len()..]);
    }

    pub(super) fn close_all(&mut self) {
        self.inline_code(true);
        while !self.marks.is_empty() {
            self.close_last();
        }
        if let Some((start, url)) = self.link.take() {
            let text = self.line.split_off(start.min(self.line.len()));
            let shown = text.trim();
            self.line.push_str(&if shown.is_empty() { text } else { format!("[{shown}]({url})") });
        }
    }

    /// Code in a line.
    pub(super) fn verbatim(&mut self, code: &str) {
        let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        let code = if self.table.is_some() { code.replace('|', "\\|") } else { code.to_owned() };
        self.line.push_str(&format!("{fence}{space}{code}{space}{fence}"));
    }

    pub(super) fn inline_code(&mut self, closing: bool) {
        match (self.code, closing) {
            (None, false) => self.code = Some(self.line.len()),
            (Some(start), true) => {
                self.code = None;
                let code = self.line.split_off(start.min(self.line.len()));
                let code = code.replace('\n', " ");
                let trimmed = code.trim();
                if !trimmed.is_empty() {
                    self.verbatim(trimmed);
                }
                if code.ends_with(' ') && !trimmed.is_empty() {
                    self.line.push(' ');
                }
            }
            _ => {}
        }
    }

    pub(super) fn anchor(&mut self, tag: &Tag<'_>) {
        if let Some((start, url)) = self.link.take() {
            let text = self.line.split_off(start.min(self.line.len()));
            let shown = text.trim();
            self.line.push_str(&if shown.is_empty() { text } else { format!("[{shown}]({url})") });
        }
        let url = tag.attribute("href").filter(|_| !tag.closing && self.code.is_none());
        let is_web = |url: &String| {
            let lower = url.to_ascii_lowercase();
            ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        };
        if let Some(url) = url.filter(is_web) {
            self.link = Some((self.line.len(), encoded(&url, false)));
        }
    }

    pub(super) fn image(&mut self, tag: &Tag<'_>) {
        let Some(source) = tag.attribute("src").filter(|source| !source.is_empty()) else { return };
        let lower = source.to_ascii_lowercase();
        // The bytes of the image itself: too much for a line of notes.
        if lower.starts_with("data:") || self.code.is_some() {
            return;
        }
        let is_web = lower.starts_with("http://") || lower.starts_with("https://");
        let mut alt = String::new();
        let mut described = clean(&tag.attribute("alt").unwrap_or_default()).replace('\n', " ");
        // Brackets in pairs may stand in a description; one alone would end it.
        if !is_paired(&described) {
            described = described.replace(['[', ']'], " ");
        }
        escape(described.trim(), false, &mut alt);
        self.line.push_str(&format!("![{alt}]({})", encoded(&source, !is_web)));
    }
}

/// Whether every bracket of a text has its other half.
fn is_paired(text: &str) -> bool {
    let depth = text.chars().try_fold(0_u32, |depth, letter| match letter {
        '[' => Some(depth + 1),
        ']' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

/// A target of a link or an image without signs that end it. A file's name is no address yet, so that
/// its `%` is one.
fn encoded(target: &str, is_name: bool) -> String {
    let mut out = String::new();
    for letter in clean(target).chars() {
        match letter {
            '%' if is_name => out.push_str("%25"),
            '?' | '#' if is_name => out.push_str(&format!("%{:02X}", letter as u32)),
            ' ' | '(' | ')' | '<' | '>' | '\\' | '\n' | '"' => {
                out.push_str(&format!("%{:02X}", letter as u32));
            }
            _ => out.push(letter),
        }
    }
    out
}
