//! The error notebook as Markdown: to read, to print, to take along.

use super::{Format, Material};
use crate::desk::Desk;
use crate::markdown;
use crate::messages::{self, ExportMessage, Message, Messages};
use crate::stats::errors::{ErrorEntry, elsewhere, errors};

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: ExportMessage::ErrorsMarkdown,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let desk = material.desk;
    Ok(text(&errors(desk), desk, messages::of(desk.lang_of_words)).into_bytes())
}

/// The notebook under its title.
pub fn text(entries: &[ErrorEntry], desk: &Desk, words: &Messages) -> String {
    let mut text = format!("# {}\n", words.errors.title);
    if entries.is_empty() {
        text.push_str(&format!("\n{}\n", words.errors.none));
    }
    let elsewhere = elsewhere(desk);
    if elsewhere > 0 {
        text.push_str(&format!("\n{}\n", (words.errors.elsewhere)(elsewhere)));
    }
    for (number, entry) in entries.iter().enumerate() {
        let face = desk.face(entry.place);
        text.push_str(&format!("\n## {}. {}\n", number + 1, face.question.replace('\n', " ")));
        text.push_str(&format!("\n{}\n", head(entry, words)));
        if let Some(own) = &entry.words {
            text.push_str(&format!("\n**{}**\n\n{}\n", words.errors.your_words, quoted(own)));
        }
        text.push_str(&format!("\n{}\n", rest(entry, desk, words)));
    }
    text
}

/// When it failed, and how sure the learner was.
fn head(entry: &ErrorEntry, words: &Messages) -> String {
    let failed = (words.errors.failed)(entry.times, &entry.day.to_string());
    let sure = entry.confidence.map(|sure| (words.errors.sure)((words.names.confidence)(sure)));
    [Some(failed), sure].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The points that were missed; else all points, else the answer.
fn rest(entry: &ErrorEntry, desk: &Desk, words: &Messages) -> String {
    let face = desk.face(entry.place);
    let list = |points: &[String]| {
        let line = |point: &String| format!("- {}", point.trim().replace('\n', "\n  "));
        points.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    if let Some(missed) = entry.missed.as_ref().filter(|missed| !missed.is_empty()) {
        return format!("**{}**\n\n{}", words.errors.missed, list(missed));
    }
    let points: Vec<String> = markdown::points(&face.answer).into_iter().map(|point| point.text).collect();
    match points.is_empty() {
        true => format!("**{}**\n\n{}", words.errors.answer, markdown::readable(&face.answer).trim()),
        false => format!("**{}**\n\n{}", words.errors.points, list(&points)),
    }
}

/// The learner's own words as they stand: no sign in them means markup.
fn quoted(text: &str) -> String {
    let ticks = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(ticks.max(2) + 1);
    format!("{fence}\n{}\n{fence}", markdown::clean(text).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_stay_what_they_are() {
        for own in ["a\n# not a heading", "```\ncode\n```", "`````", "- *x*\u{1b}[2J"] {
            let quoted = quoted(own);
            assert!(markdown::text(&markdown::inlines(&quoted)).len() <= quoted.len());
            let blocks = markdown::blocks(&quoted);
            assert_eq!(blocks.len(), 1, "{own}");
            assert!(!quoted.contains('\u{1b}'));
        }
    }
}
