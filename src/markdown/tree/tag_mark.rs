//! What an HTML tag makes of the text up to its closing tag.

use crate::markdown::Inline;
use crate::markdown::clean;
use crate::markdown::html;

/// What an HTML tag makes of the text up to its closing tag.
#[derive(Clone)]
pub(in crate::markdown::tree) enum Mark {
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
    pub(in crate::markdown::tree) fn of(tag: &html::Tag<'_>) -> Option<Mark> {
        Some(match tag.name.as_str() {
            "b" | "strong" | "mark" | "summary" | "dt" | "caption" => Mark::Strong,
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

    pub(in crate::markdown::tree) fn around(self, inner: Vec<Inline>) -> Inline {
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
