//! Decks in the syntax of hashcards and repeater: `Q:` and `A:`, a rule between cards.

use super::{Failed, Format, Material};
use crate::markdown::{self, Content};
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "hashcards",
    about: "Q: and A:, for hashcards and repeater",
    is_text: true,
    has_images: false,
    write,
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Failed> {
    let desk = material.desk;
    let mut out = String::new();
    for place in desk.places() {
        let face = desk.face(place);
        // A card that has no answer yet is none to them.
        if face.answer.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str("\n---\n\n");
        }
        let (question, answer) = (plain(&face.question), plain(&face.answer));
        write!(out, "Q: {question}\nA: {answer}\n").expect("writing to a string never fails");
    }
    Ok(out.into_bytes())
}

/// A text without what would end its card: rules become stars, headings bold lines, and a line that
/// looks like the tag of another card is escaped.
fn plain(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for block in markdown::blocks(text) {
        let at = block.first_line;
        match &block.content {
            Content::Rule => lines[at] = "***".to_owned(),
            Content::Heading { text, .. } => {
                let mut heading = markdown::text(text).replace('\n', " ");
                escape(&mut heading);
                lines[at] = format!("**{heading}**");
                lines[at + 1..=block.last_line].iter_mut().for_each(String::clear);
            }
            Content::Code { .. } => continue,
            _ => {}
        }
    }
    for line in &mut lines {
        escape(line);
    }
    lines.join("\n")
}

/// Takes its meaning from the tag that a line begins with.
fn escape(line: &mut String) {
    if matches!(line.as_bytes(), [b'Q' | b'A' | b'C', b':', ..]) {
        line.insert(1, '\\');
    }
}
