//! Templates: how a note's fields become the two sides of a card, as HTML.
//!
//! `{{Field}}` is the field's text, `{{#Field}}…{{/Field}}` stands only where it has some and
//! `{{^Field}}…{{/Field}}` only where it has none, `{{cloze:Field}}` has holes, and other words before
//! a colon ask for something that only Anki does; the text is taken as it is.

use super::collection::{Collection, NoteType, RawCard, RawNote};
use super::holes::holes;
use super::{FIELDS, NOTE_TYPE, TOPIC};
use crate::markdown;
use std::collections::HashMap;

/// A side larger than this, in bytes, is cut: a template may repeat a field without end.
const LARGEST_SIDE: usize = 1 << 20;

/// The two sides of a card.
pub(super) struct Faces {
    pub(super) question: String,
    pub(super) answer: String,
    /// The topic, where the note has one of its own.
    pub(super) topic: Option<Vec<String>>,
}

/// The sides of a card; `None` when it shows something that is no text, or its note type is not there.
pub(super) fn faces(collection: &Collection, card: &RawCard) -> Option<Faces> {
    let note = &collection.notes[card.note];
    let kind = collection.kinds.get(&note.kind)?;
    if note.fields.iter().any(|field| field.contains("image-occlusion:")) {
        return None;
    }
    if kind.name == NOTE_TYPE && kind.fields == FIELDS {
        let field = |index: usize| note.fields.get(index).cloned().unwrap_or_default();
        let topic = markdown::text_of_html(&field(2));
        let topic = topic.split(TOPIC).map(|level| level.trim().to_owned()).filter(|level| !level.is_empty());
        return Some(Faces { question: field(0), answer: field(1), topic: Some(topic.collect()) });
    }
    let place = if kind.is_cloze { 0 } else { usize::try_from(card.ord).ok()? };
    let (front, back) = kind.templates.get(place)?;
    let hole = if kind.is_cloze { card.ord + 1 } else { 0 };
    let side = |template: &str, is_answer: bool| {
        FaceSide { kind, note, hole, is_answer, out: String::new() }.of(template)
    };
    let question = side(front, false);
    let whole = side(back, true);
    Some(Faces { question, answer: below_the_rule(&whole).to_owned(), topic: None })
}

/// Most answers repeat the question above a rule. The rule itself is no part of an answer.
fn below_the_rule(answer: &str) -> &str {
    let mut from = 0;
    while let Some(at) = answer[from..].find("<hr").map(|at| from + at) {
        let Some(end) = answer[at..].find('>').map(|end| at + end) else { break };
        from = end + 1;
        if answer[at..end].replace(['"', '\'', ' '], "").contains("id=answer") {
            let below = &answer[from..];
            return if below.trim().is_empty() { &answer[..at] } else { below };
        }
    }
    answer
}

struct FaceSide<'a> {
    kind: &'a NoteType,
    note: &'a RawNote,
    /// The number of the hole that is asked; 0 for notes without.
    hole: i64,
    is_answer: bool,
    out: String,
}

impl FaceSide<'_> {
    fn of(mut self, template: &str) -> String {
        let fields: HashMap<&str, &str> = (self.kind.fields.iter().map(String::as_str))
            .zip(self.note.fields.iter().map(String::as_str))
            .collect();
        // The sections that are open, and whether what is inside them is shown.
        let mut sections: Vec<(&str, bool)> = Vec::new();
        let mut rest = template;
        while self.out.len() < LARGEST_SIDE {
            let is_shown = sections.iter().all(|(_, shown)| *shown);
            let (before, tag, after) = match next_tag(rest) {
                Some(parts) => parts,
                None => (rest, "", ""),
            };
            if is_shown {
                self.out.push_str(before);
            }
            if tag.is_empty() && after.is_empty() {
                break;
            }
            rest = after;
            let name = tag.trim();
            let filled = |name: &str| fields.get(name.trim()).is_some_and(|text| !is_empty(text));
            match name.as_bytes().first() {
                Some(b'#') if sections.len() < 64 => sections.push((name[1..].trim(), filled(&name[1..]))),
                Some(b'^') if sections.len() < 64 => sections.push((name[1..].trim(), !filled(&name[1..]))),
                Some(b'/') => {
                    if let Some(place) = sections.iter().rposition(|(open, _)| *open == name[1..].trim()) {
                        sections.truncate(place);
                    }
                }
                Some(_) if is_shown => self.field(name, &fields),
                _ => {}
            }
        }
        let mut end = self.out.len().min(LARGEST_SIDE);
        while !self.out.is_char_boundary(end) {
            end -= 1;
        }
        self.out.truncate(end);
        self.out
    }

    fn field(&mut self, name: &str, fields: &HashMap<&str, &str>) {
        let (filters, name) = name.rsplit_once(':').unwrap_or(("", name));
        let name = name.trim();
        let has = |filter: &str| filters.split(':').any(|one| one.trim() == filter);
        match fields.get(name) {
            // A field to type the answer into.
            Some(_) if has("type") && !self.is_answer => {}
            Some(text) if has("cloze") => {
                let text = holes(text, self.hole, self.is_answer, ("<b>", "</b>"));
                self.out.push_str(&text);
            }
            Some(text) => self.out.push_str(text),
            // The question stands above the answer anyway.
            None if name == "Tags" => self.out.push_str(self.note.tags.trim()),
            None => {}
        }
    }
}

/// What stands before the next tag, the tag, and what follows it. In older templates `<%Field%>`.
fn next_tag(template: &str) -> Option<(&str, &str, &str)> {
    let open = template.find("{{")?;
    let inner = &template[open + 2..];
    let end = inner.find("}}")?;
    let tag = inner[..end].trim_matches(['{', '}']);
    let after = &inner[end + 2..];
    // `{{{Field}}}` is the same as `{{Field}}`.
    let after = after.strip_prefix('}').filter(|_| inner.starts_with('{')).unwrap_or(after);
    Some((&template[..open], if tag.is_empty() { " " } else { tag }, after))
}

fn is_empty(field: &str) -> bool {
    !field.contains("<img") && markdown::from_html(field).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled() {
        let kind =
            NoteType { fields: ["Front", "Back", "More"].map(str::to_owned).to_vec(), ..NoteType::default() };
        let note = RawNote {
            guid: String::new(),
            kind: 0,
            fields: ["f", "b", ""].map(str::to_owned).to_vec(),
            tags: " t ".to_owned(),
        };
        for (template, filled) in [
            ("{{Front}}-{{hint:Back}}-{{Nope}}{{FrontSide}}", "f-b-"),
            ("{{#Front}}x{{#More}}y{{/More}}{{^More}}z{{/More}}{{/Front}}", "xz"),
            ("{{type:Back}}{{Tags}} {{", "t {{"),
            ("{{{Front}}} {{}} {{/Front}}", "f  "),
        ] {
            let side = FaceSide { kind: &kind, note: &note, hole: 0, is_answer: false, out: String::new() };
            assert_eq!(side.of(template), filled, "{template}");
        }
        assert_eq!(below_the_rule("q<hr id=answer>\na"), "\na");
        assert_eq!(below_the_rule("q<hr id=\"answer\" />a<hr>b"), "a<hr>b");
        assert_eq!(below_the_rule("\n<hr id=answer>\n"), "\n");
        assert_eq!(below_the_rule("more<hr id='answer'>"), "more");
    }
}
