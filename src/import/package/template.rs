//! Templates: how a note's fields become the two sides of a card, as HTML.
//!
//! `{{Field}}` is the field's text, `{{#Field}}…{{/Field}}` stands only where it has some and
//! `{{^Field}}…{{/Field}}` only where it has none, `{{cloze:Field}}` has holes, and other words before
//! a colon ask for something that only Anki does; the text is taken as it is.

use super::collection::{Collection, NoteType, RawCard, RawNote};
use super::{FIELDS, NOTE_TYPE, TOPIC};
use crate::markdown;
use std::collections::HashMap;

/// A side larger than this, in bytes, is cut: a template may repeat a field without end.
const LARGEST_SIDE: usize = 1 << 20;
/// Holes in holes deeper than this are text.
const DEEPEST_HOLE: usize = 8;

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
        let topic = markdown::from_html(&field(2));
        let topic = topic.split(TOPIC).map(|level| level.trim().to_owned()).filter(|level| !level.is_empty());
        return Some(Faces { question: field(0), answer: field(1), topic: Some(topic.collect()) });
    }
    let place = if kind.is_cloze { 0 } else { usize::try_from(card.ord).ok()? };
    let (front, back) = kind.templates.get(place)?;
    let hole = if kind.is_cloze { card.ord + 1 } else { 0 };
    let side = |template: &str, is_answer: bool| {
        Side { kind, note, hole, is_answer, out: String::new() }.of(template)
    };
    let question = side(front, false);
    let whole = side(back, true);
    Some(Faces { question, answer: below_the_rule(&whole).to_owned(), topic: None })
}

/// Most answers repeat the question above a rule.
fn below_the_rule(answer: &str) -> &str {
    let mut rest = answer;
    while let Some(at) = rest.find("<hr") {
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at..at + end];
        rest = &rest[at + end + 1..];
        let is_it = tag.replace(['"', '\'', ' '], "").contains("id=answer");
        if is_it && !rest.trim().is_empty() {
            return rest;
        }
    }
    answer
}

struct Side<'a> {
    kind: &'a NoteType,
    note: &'a RawNote,
    /// The number of the hole that is asked; 0 for notes without.
    hole: i64,
    is_answer: bool,
    out: String,
}

impl Side<'_> {
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
                let text = holes(text, self.hole, self.is_answer, 0);
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

/// A text with holes: `{{c1::text::hint}}`. The hole that is asked is empty in the question and bold in
/// the answer; others are filled.
fn holes(text: &str, asked: i64, is_answer: bool, depth: usize) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("{{c") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some((number, inner, after)) = hole(from).filter(|_| depth < DEEPEST_HOLE) else {
            out.push_str("{{c");
            rest = &from[3..];
            continue;
        };
        rest = after;
        let (inner, hint) = parted(inner);
        if number == asked && !is_answer {
            out.push_str(&format!("[{}]", hint.filter(|hint| !hint.is_empty()).unwrap_or("…")));
        } else {
            let inner = holes(inner, asked, is_answer, depth + 1);
            out.push_str(&if number == asked { format!("<b>{inner}</b>") } else { inner });
        }
        if out.len() > LARGEST_SIDE {
            return out;
        }
    }
    out.push_str(rest);
    out
}

/// The hole at the start of a text: its number, what is in it, and what follows.
fn hole(text: &str) -> Option<(i64, &str, &str)> {
    let inner = text.strip_prefix("{{c")?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let number = inner[..digits].parse().ok()?;
    let body = inner[digits..].strip_prefix("::")?;
    let mut depth = 1;
    let mut at = 0;
    while let Some(found) = body[at..].find(['{', '}']) {
        let here = at + found;
        let two = body.get(here..here + 2);
        // Braces of a formula inside are none of ours.
        if two == Some("{{") && body[here..].starts_with("{{c") {
            depth += 1;
            at = here + 2;
        } else if two == Some("}}") {
            depth -= 1;
            // `\frac{a}{b}}}`: the last two of three close the hole.
            let extra = body[here + 2..].bytes().take_while(|byte| *byte == b'}').count();
            let shift = if depth == 0 { extra } else { 0 };
            if depth == 0 {
                return Some((number, &body[..here + shift], &body[here + shift + 2..]));
            }
            at = here + 2;
        } else {
            at = here + 1;
        }
    }
    None
}

/// What is in a hole, and its hint.
fn parted(inner: &str) -> (&str, Option<&str>) {
    // The hint follows the last pair of colons that is not inside another hole.
    match inner.rfind("::") {
        Some(at) if !inner[at..].contains("}}") => (&inner[..at], Some(&inner[at + 2..])),
        _ => (inner, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_asked_one_at_a_time() {
        let text = "A {{c1::x::hint}} B {{c2::y {{c3::z}}}} \\({{c4::\\frac{a}{b}}}\\)";
        for (asked, is_answer, shown) in [
            (1, false, "A [hint] B y z \\(\\frac{a}{b}\\)"),
            (2, false, "A x B […] \\(\\frac{a}{b}\\)"),
            (3, false, "A x B y […] \\(\\frac{a}{b}\\)"),
            (3, true, "A x B y <b>z</b> \\(\\frac{a}{b}\\)"),
            (4, false, "A x B y z \\([…]\\)"),
        ] {
            assert_eq!(holes(text, asked, is_answer, 0), shown, "{asked}");
        }
        for text in ["{{c1::", "{{c::a}}", "{{c1:a}}", "{{cx::a}}"] {
            assert_eq!(holes(text, 1, false, 0), text);
        }
    }

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
            let side = Side { kind: &kind, note: &note, hole: 0, is_answer: false, out: String::new() };
            assert_eq!(side.of(template), filled, "{template}");
        }
        assert_eq!(below_the_rule("q<hr id=answer>\na"), "\na");
        assert_eq!(below_the_rule("q<hr id=\"answer\" />a<hr>b"), "a<hr>b");
    }
}
