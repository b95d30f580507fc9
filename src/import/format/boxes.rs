//! Boxes of MkDocs: a title behind `???` or `!!!`, and what is in the box indented below it. Those that ask become
//! headings, so that what they hide is text and no code.

use super::Converted;
use std::fmt::Write;

/// So many columns are one box.
const INSIDE: usize = 4;

/// Fewer that ask are remarks in a text.
const FEWEST: usize = 2;

/// The deepest heading of Markdown.
const DEEPEST: usize = 6;

/// The head of a box on a line: how far it is indented, its kind and its title.
fn head(line: &str) -> Option<(usize, &str, &str)> {
    let text = line.trim_start_matches(' ');
    let mark = ["???+ ", "??? ", "!!! "].into_iter().find(|mark| text.starts_with(mark))?;
    let (kind, title) = text[mark.len()..].split_once(' ').unwrap_or((&text[mark.len()..], ""));
    let title = title.trim().strip_prefix('"').and_then(|title| title.strip_suffix('"')).unwrap_or_default();
    Some((line.len() - text.len(), kind, title))
}

fn asks(kind: &str, title: &str) -> bool {
    !title.is_empty() && (matches!(kind, "question" | "faq" | "help") || title.ends_with(['?', '？']))
}

/// The text with boxes that ask as headings, and those around them; `None` where hardly any asks.
pub(super) fn read(text: &str) -> Option<Converted> {
    memchr::memmem::find(text.as_bytes(), b"??? ")
        .or_else(|| memchr::memmem::find(text.as_bytes(), b"!!! "))
        .or_else(|| memchr::memmem::find(text.as_bytes(), b"???+ "))?;
    let heads: Vec<(usize, usize, bool)> = (text.lines().enumerate())
        .filter_map(|(place, line)| {
            head(line).map(|(indent, kind, title)| (place, indent, asks(kind, title)))
        })
        .collect();
    if heads.iter().filter(|(.., asks)| *asks).count() < FEWEST {
        return None;
    }
    // What holds a box that asks is a chapter.
    let is_chapter = |index: usize| {
        let (_, indent, _) = heads[index];
        heads[index + 1..].iter().take_while(|(_, own, _)| *own > indent).any(|(.., asks)| *asks)
    };
    let mut out = String::with_capacity(text.len());
    // The indents of the open boxes that became headings.
    let mut open: Vec<usize> = Vec::new();
    let (mut level, mut next) = (1, 0);
    let mut fenced = false;
    for (place, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !line.trim().is_empty() {
            open.retain(|own| *own < indent);
        }
        let found = heads.get(next).filter(|(head, ..)| *head == place).copied();
        if let Some((_, indent, asks)) = found {
            next += 1;
            let title = head(line).map_or("", |(.., title)| title);
            if !title.is_empty() && (asks || is_chapter(next - 1)) {
                let depth = (level + 1 + open.len()).min(DEEPEST);
                let _ = writeln!(out, "{} {title}", "#".repeat(depth));
                open.push(indent);
                continue;
            }
        }
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        if open.is_empty() && !fenced && (1..=DEEPEST).contains(&hashes) && line[hashes..].starts_with(' ') {
            level = hashes;
        }
        let cut = indent.min(INSIDE * open.len());
        out.push_str(&line[cut..]);
        out.push('\n');
    }
    Some(Converted { format: "MkDocs page", text: out, told: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_that_ask_are_headings() {
        let text = "# LLM\n\n## Basics\n\n??? tip \"Concepts\"\n\n    ??? question \"What is a token\"\n\n        A piece of text.\n\n        - often a word\n\n    ???+ faq \"Why a mask?\"\n        No look ahead.\n\n        !!! note \"Remark\"\n            Only in decoders.\n\nThe end.\n";
        let plain = "# LLM\n\n## Basics\n\n### Concepts\n\n#### What is a token\n\nA piece of text.\n\n- often a word\n\n#### Why a mask?\nNo look ahead.\n\n!!! note \"Remark\"\n    Only in decoders.\n\nThe end.\n";
        assert_eq!(read(text).map(|converted| converted.text).as_deref(), Some(plain));
        assert_eq!(
            read("# Use\n\n!!! note \"Beware\"\n    It is slow.\n\n??? tip \"More\"\n    Or fast.\n"),
            None
        );
    }
}
