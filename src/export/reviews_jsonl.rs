//! Reviews as JSON Lines: one object a line, for programs.

use super::review::answers;
use super::{Format, Material};
use crate::messages::{ExportMessage, Message};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: ExportMessage::ReviewsJsonl,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let mut out = Vec::new();
    for answer in answers(material) {
        serde_json::to_writer(&mut out, &answer).expect("an answer is plain data");
        out.push(b'\n');
    }
    Ok(out)
}
