//! Decks in the syntax of hashcards and repeater: `Q:` and `A:`, a rule between cards.

use super::return_trip::Places;
use super::{Format, Material};
use crate::markdown::{self, Content};
use crate::messages::{ExportMessage, Message};
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "hashcards",
    about: ExportMessage::Hashcards,
    is_text: true,
    has_images: false,
    write,
    places: Some(Places { style: Some("hashcards"), ids: false, topics: false, unanswered: false }),
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
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
/// looks like the tag of another card is escaped. In code, a blank before such a line does the same.
fn plain(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut is_code = vec![false; lines.len()];
    for block in markdown::blocks(text) {
        let (first, last) = (block.first_line, block.last_line.min(lines.len().saturating_sub(1)));
        match &block.content {
            Content::Rule => lines[first] = "***".to_owned(),
            Content::Heading { .. } => {
                let heading = heading(&lines[first..=last]);
                lines[first] = heading;
                lines[first + 1..=last].iter_mut().for_each(String::clear);
            }
            Content::Code { .. } => is_code[first..=last].fill(true),
            _ => {}
        }
    }
    for (line, is_code) in lines.iter_mut().zip(is_code) {
        let is_tag = matches!(line.as_bytes(), [b'Q' | b'A' | b'C', b':', ..]);
        let is_rule = line.trim_end() == "---";
        match is_code {
            true if is_tag || is_rule => line.insert(0, ' '),
            false if is_tag => line.insert(1, '\\'),
            _ => {}
        }
    }
    lines.join("\n")
}

/// A heading as a bold line. One with stars in it stays as it is: bold in bold is none.
fn heading(lines: &[String]) -> String {
    let is_underline = |line: &String| {
        !line.trim().is_empty()
            && (line.trim().bytes().all(|byte| byte == b'=') || line.trim().bytes().all(|byte| byte == b'-'))
    };
    let text: Vec<&str> =
        lines.iter().filter(|line| lines.len() == 1 || !is_underline(line)).map(|line| line.trim()).collect();
    let text = text.join(" ");
    let text = if lines.len() == 1 { text.trim_start_matches('#').trim() } else { &text };
    // In bold it would still be a label to some.
    let mut text = text.to_owned();
    if matches!(text.as_bytes(), [b'Q' | b'A' | b'C', b':', ..]) {
        text.insert(1, '\\');
    }
    match text.trim_end_matches('#') {
        "" => String::new(),
        bare if bare.contains('*') => bare.to_owned(),
        bare if bare.ends_with(' ') => format!("**{}**", bare.trim_end()),
        _ => format!("**{text}**"),
    }
}
