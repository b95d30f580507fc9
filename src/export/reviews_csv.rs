//! Reviews as comma-separated values, for tables.

use super::review::answers;
use super::{Format, Material, csv};
use crate::messages::{ExportMessage, Message};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: ExportMessage::ReviewsCsv,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

const HEADER: [&str; 12] = [
    "at",
    "day",
    "card",
    "deck",
    "topic",
    "question",
    "grade",
    "mode",
    "ms",
    "confidence",
    "points",
    "missed",
];

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let mut out = String::new();
    csv::record(&mut out, &HEADER);
    for answer in answers(material) {
        let missed = answer.missed.iter().flatten().map(ToString::to_string).collect::<Vec<_>>();
        let fields = [
            &answer.at,
            &answer.day,
            &answer.card,
            answer.deck.unwrap_or_default(),
            &answer.topic.join(" > "),
            answer.question.unwrap_or_default(),
            answer.grade,
            &answer.mode,
            &answer.ms.to_string(),
            answer.confidence.unwrap_or_default(),
            &answer.points.map_or(String::new(), |points| points.to_string()),
            &missed.join(" "),
        ];
        csv::record(&mut out, &fields);
    }
    Ok(out.into_bytes())
}
