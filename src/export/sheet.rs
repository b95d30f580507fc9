//! A sheet of cards to read or print: questions with their answers, as Markdown.

use crate::desk::{Desk, Place};

/// The cards at these places, one after the other, under a title.
pub fn markdown(title: &str, places: &[Place], desk: &Desk) -> String {
    let mut text = format!("# {title}\n");
    for (number, place) in places.iter().enumerate() {
        let face = desk.face(*place);
        let question = face.question.replace('\n', " ");
        text.push_str(&format!("\n## {}. {question}\n\n{}\n", number + 1, face.answer.trim()));
    }
    text
}
