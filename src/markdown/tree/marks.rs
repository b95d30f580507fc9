//! HTML inside of notes, as far as it says how text should look.

use std::ops::Range;

use super::{Builder, Frame, Open};
use crate::markdown::html::{self, Token};
use crate::markdown::{Inline, MAX_DEPTH, clean};

/// What an HTML tag makes of the text up to its closing tag.
#[derive(Clone)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Strike,
    Underline,
    Code,
    Sub,
    Sup,
    Link(String),
}

impl Mark {
    fn of(tag: &html::Tag<'_>) -> Option<Mark> {
        Some(match tag.name.as_str() {
            "b" | "strong" => Mark::Strong,
            "i" | "em" => Mark::Emphasis,
            "del" | "s" | "strike" => Mark::Strike,
            "u" | "ins" => Mark::Underline,
            "code" | "kbd" | "samp" | "tt" => Mark::Code,
            "sub" => Mark::Sub,
            "sup" => Mark::Sup,
            "a" => Mark::Link(clean(&tag.attribute("href").unwrap_or_default())),
            _ => return None,
        })
    }

    pub(super) fn around(self, inner: Vec<Inline>) -> Inline {
        match self {
            Mark::Strong => Inline::Strong(inner),
            Mark::Emphasis => Inline::Emphasis(inner),
            Mark::Strike => Inline::Strike(inner),
            Mark::Underline => Inline::Underline(inner),
            Mark::Code => Inline::Code(crate::markdown::text(&inner).replace('\n', " ")),
            Mark::Sub => Inline::Sub(inner),
            Mark::Sup => Inline::Sup(inner),
            Mark::Link(url) => Inline::Link { text: inner, url },
        }
    }
}

impl Builder<'_> {
    pub(super) fn html(&mut self, html: &str, range: &Range<usize>) {
        if self.flattened > 0 {
            return;
        }
        if matches!(self.top().open, Open::Html) {
            // A comment or a tag may run over several events of one block.
            self.top().raw.push_str(html);
            return;
        }
        self.html_tokens(html, range);
    }

    fn html_tokens(&mut self, html: &str, range: &Range<usize>) {
        for token in html::tokens(html) {
            match token {
                Token::Text(text) => {
                    for (n, line) in text.split('\n').enumerate() {
                        if n > 0 {
                            self.break_once(range);
                        }
                        if !line.trim().is_empty() {
                            self.say(&html::decode(line), range);
                        }
                    }
                }
                Token::Tag(tag) => self.tag(&tag, range),
            }
        }
    }

    fn tag(&mut self, tag: &html::Tag<'_>, range: &Range<usize>) {
        match tag.name.as_str() {
            "br" => self.push(Inline::Break, range),
            "img" => {
                let alt = clean(&tag.attribute("alt").unwrap_or_default()).replace('\n', " ");
                let url = clean(&tag.attribute("src").unwrap_or_default());
                self.push(Inline::Image { alt, url }, range);
            }
            "td" | "th" if tag.closing => self.say("  ", range),
            "li" if !tag.closing => {
                self.break_once(range);
                self.say("- ", range);
            }
            "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "summary" | "details" | "blockquote"
            | "pre" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "center" => {
                self.break_once(range);
            }
            _ => self.mark(tag, range),
        }
    }

    fn mark(&mut self, tag: &html::Tag<'_>, range: &Range<usize>) {
        let Some(mark) = Mark::of(tag) else { return };
        if tag.closing {
            let same = |frame: &Frame| match &frame.open {
                Open::Mark(open) => Some(std::mem::discriminant(open) == std::mem::discriminant(&mark)),
                _ => None,
            };
            let open = self.frames.iter().rev().map_while(same).position(|same| same);
            for _ in 0..open.map_or(0, |above| above + 1) {
                self.close_mark();
            }
        } else if self.frames.len() < MAX_DEPTH {
            self.frames.push(Frame::new(Open::Mark(mark), range.start));
        }
    }

    fn break_once(&mut self, range: &Range<usize>) {
        if self.top().inlines.last().is_some_and(|last| *last != Inline::Break) {
            self.push(Inline::Break, range);
        }
    }

    pub(super) fn close_marks(&mut self) {
        if matches!(self.top().open, Open::Html) && !self.top().raw.is_empty() {
            let html = std::mem::take(&mut self.top().raw);
            let start = self.top().start;
            self.html_tokens(&html, &(start..start + html.len()));
        }
        while matches!(self.top().open, Open::Mark(_)) {
            self.close_mark();
        }
    }

    pub(super) fn close_mark(&mut self) {
        if let Some(frame) = self.frames.pop() {
            let span = frame.span.clone();
            self.close(frame, &span);
        }
    }
}
