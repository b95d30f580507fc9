//! The lists of a document: which are numbered, and where their numbers are.

use super::value::value;
use crate::import::format::xml::Element;
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberMark {
    Bullet,
    Number(u64),
    /// An indented paragraph.
    None,
}

#[derive(Default)]
pub(super) struct Numbering {
    /// The list that each number stands for.
    lists: HashMap<String, String>,
    /// How each level of a list is marked, and the first number.
    levels: HashMap<(String, usize), (NumberMark, u64)>,
    counts: HashMap<(String, usize), u64>,
}

impl Numbering {
    pub(super) fn of(numbering: &Element) -> Numbering {
        let mut all = Numbering::default();
        for element in numbering.elements() {
            match element.name.as_str() {
                "w:abstractNum" => all.list(element),
                "w:num" => {
                    let (id, list) = (element.attribute("w:numId"), value(element, "w:abstractNumId"));
                    if let (Some(id), Some(list)) = (id, list) {
                        all.lists.insert(id.to_owned(), list.to_owned());
                    }
                }
                _ => {}
            }
        }
        all
    }

    fn list(&mut self, list: &Element) {
        let Some(id) = list.attribute("w:abstractNumId") else { return };
        for level in list.elements().filter(|child| child.name == "w:lvl") {
            let Some(depth) = level.attribute("w:ilvl").and_then(|depth| depth.parse().ok()) else {
                continue;
            };
            let mark = match value(level, "w:numFmt") {
                Some("bullet") => NumberMark::Bullet,
                Some("none") => NumberMark::None,
                _ => NumberMark::Number(0),
            };
            let first = value(level, "w:start").and_then(|first| first.parse().ok()).unwrap_or(1);
            self.levels.insert((id.to_owned(), depth), (mark, first));
        }
    }

    /// The mark of the next item of a list.
    pub(super) fn next(&mut self, id: &str, depth: usize) -> NumberMark {
        let list = self.lists.get(id).cloned().unwrap_or_default();
        let level = |depth: usize| self.levels.get(&(list.clone(), depth)).copied();
        let level = level(depth).or_else(|| level(0)).unwrap_or((NumberMark::Bullet, 1));
        let (NumberMark::Number(_), first) = level else { return level.0 };
        for deeper in depth + 1..9 {
            self.counts.remove(&(id.to_owned(), deeper));
        }
        let count = self.counts.entry((id.to_owned(), depth)).or_insert(first.saturating_sub(1));
        *count += 1;
        NumberMark::Number(*count)
    }
}
