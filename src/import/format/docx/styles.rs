//! What the styles of a document mean.

use super::value::value;
use crate::import::format::xml::Element;
use std::collections::HashMap;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParagraphKind {
    Text,
    Title,
    Heading(usize),
    Code,
    Quote,
    /// A line of a table of contents.
    Contents,
}

/// A style of paragraphs or of letters.
#[derive(Debug, Clone)]
pub(super) struct DocxStyle {
    pub(super) kind: ParagraphKind,
    /// The list its paragraphs are items of, and their level.
    pub(super) list: Option<(String, usize)>,
}

pub(super) struct Styles {
    styles: HashMap<String, DocxStyle>,
}

/// Styles build on each other so many times at most.
const DEEPEST: usize = 12;

impl Styles {
    pub(super) fn of(styles: &Element) -> Styles {
        let all: HashMap<&str, &Element> =
            styles.elements().filter_map(|style| Some((style.attribute("w:styleId")?, style))).collect();
        let style = |id: &&str| {
            let mut own = DocxStyle { kind: ParagraphKind::Text, list: None };
            let mut at = all.get(*id).copied();
            for _ in 0..DEEPEST {
                let Some(style) = at else { break };
                if own.kind == ParagraphKind::Text {
                    own.kind = kind(style);
                }
                if own.list.is_none() {
                    own.list = list(style);
                }
                at = value(style, "w:basedOn").and_then(|base| all.get(base).copied());
            }
            ((*id).to_owned(), own)
        };
        Styles { styles: all.keys().map(style).collect() }
    }

    pub(super) fn get(&self, id: Option<&str>) -> Option<&DocxStyle> {
        self.styles.get(id?)
    }
}

fn kind(style: &Element) -> ParagraphKind {
    let name = value(style, "w:name").unwrap_or_default().to_lowercase();
    let level = name.strip_prefix("heading ").and_then(|level| level.trim().parse::<usize>().ok());
    let outline = style.child("w:pPr").and_then(|properties| value(properties, "w:outlineLvl"));
    let outline = outline.and_then(|level| level.parse::<usize>().ok()).filter(|level| *level < 6);
    match level.or(outline.map(|level| level + 1)) {
        _ if name == "title" => ParagraphKind::Title,
        _ if name.starts_with("toc ") => ParagraphKind::Contents,
        Some(level) => ParagraphKind::Heading(level.clamp(1, 6)),
        None if ["code", "preformatted", "verbatim", "代码"].iter().any(|word| name.contains(word)) => {
            ParagraphKind::Code
        }
        None if name.contains("quote") || name == "block text" => ParagraphKind::Quote,
        None => ParagraphKind::Text,
    }
}

fn list(style: &Element) -> Option<(String, usize)> {
    let numbered = style.child("w:pPr")?.child("w:numPr")?;
    let id = value(numbered, "w:numId")?.to_owned();
    // Word keeps a style for each level, "List Bullet 2", as a list of its own.
    let name = value(style, "w:name").unwrap_or_default().to_lowercase();
    let by_name = name.rsplit_once(' ').and_then(|(_, level)| level.parse::<usize>().ok());
    let by_name = by_name.filter(|_| name.starts_with("list ")).map_or(0, |level| level.saturating_sub(1));
    let level = value(numbered, "w:ilvl").and_then(|level| level.parse().ok()).unwrap_or(by_name);
    Some((id, level.min(8)))
}
