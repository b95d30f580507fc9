//! What an HTML tag makes of the text up to its closing tag.

use crate::markdown::Inline;
use crate::markdown::clean;
use crate::markdown::html;

/// What an HTML tag makes of the text up to its closing tag.
#[derive(Clone)]
pub(in crate::markdown::tree) enum TagMark {
    Strong,
    Emphasis,
    Strike,
    Underline,
    Code,
    Sub,
    Sup,
    Link(String),
}

impl TagMark {
    pub(in crate::markdown::tree) fn of(tag: &html::Tag<'_>) -> Option<TagMark> {
        Some(match tag.name.as_str() {
            "b" | "strong" | "mark" | "summary" | "dt" | "caption" => TagMark::Strong,
            "i" | "em" => TagMark::Emphasis,
            "del" | "s" | "strike" => TagMark::Strike,
            "u" | "ins" => TagMark::Underline,
            "code" | "kbd" | "samp" | "tt" => TagMark::Code,
            "sub" => TagMark::Sub,
            "sup" => TagMark::Sup,
            "a" => TagMark::Link(clean(&tag.attribute("href").unwrap_or_default())),
            _ => return None,
        })
    }

    pub(in crate::markdown::tree) fn around(self, inner: Vec<Inline>) -> Inline {
        match self {
            TagMark::Strong => Inline::Strong(inner),
            TagMark::Emphasis => Inline::Emphasis(inner),
            TagMark::Strike => Inline::Strike(inner),
            TagMark::Underline => Inline::Underline(inner),
            TagMark::Code => Inline::Code(crate::markdown::text(&inner).replace('\n', " ")),
            TagMark::Sub => Inline::Sub(inner),
            TagMark::Sup => Inline::Sup(inner),
            TagMark::Link(url) => Inline::Link { text: inner, url },
        }
    }
}
