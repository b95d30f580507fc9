//! Exports: the learner's data as text or bytes for other programs. Pure: nothing is opened here.
//!
//! What can be exported is a row in [`EXPORTS`]; a format is one file here and one row there. Every
//! format gets the same [`Material`] and takes of it what it needs.

mod csv;
#[cfg(feature = "anki")]
mod deck_apkg;
mod deck_csv;
mod deck_hashcards;
mod deck_jsonl;
mod deck_markdown;
mod errors_markdown;
mod format;
mod material;
mod return_trip;
mod review;
mod reviews_csv;
mod reviews_jsonl;
pub mod sheet;
mod stats_csv;
mod stats_html;
mod stats_json;
mod stats_markdown;

use crate::messages::ExportMessage;
pub use errors_markdown::text as notebook;
pub use format::{Export, Format};
pub use material::{ExportImage, Material};

/// Everything that can be exported.
pub const EXPORTS: &[Export] = &[
    Export {
        name: "reviews",
        about: ExportMessage::Reviews,
        file: ExportMessage::FileOfReviews,
        formats: &[reviews_csv::FORMAT, reviews_jsonl::FORMAT],
    },
    Export {
        name: "deck",
        about: ExportMessage::Deck,
        file: ExportMessage::FileOfDeck,
        formats: &[
            deck_markdown::FORMAT,
            deck_hashcards::FORMAT,
            deck_csv::FORMAT,
            deck_jsonl::FORMAT,
            #[cfg(feature = "anki")]
            deck_apkg::FORMAT,
        ],
    },
    Export {
        name: "errors",
        about: ExportMessage::Errors,
        file: ExportMessage::FileOfErrors,
        formats: &[errors_markdown::FORMAT],
    },
    Export {
        name: "stats",
        about: ExportMessage::Stats,
        file: ExportMessage::FileOfStats,
        formats: &[stats_json::FORMAT, stats_csv::FORMAT, stats_markdown::FORMAT, stats_html::FORMAT],
    },
];

/// The export of that name.
pub fn named(name: &str) -> Option<&'static Export> {
    EXPORTS.iter().find(|export| export.name == name)
}

impl Export {
    /// The format of that name.
    pub fn format(&self, name: &str) -> Option<&'static Format> {
        self.formats.iter().find(|format| format.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;
    use crate::day::{At, Calendar};
    use crate::desk::Desk;
    use crate::messages::Say;

    /// A desk without decks and reviews.
    fn bare() -> Desk {
        Desk::new(Vec::new(), Calendar::utc(), At::parse("2026-11-22T10:00:00Z").unwrap(), Lang::En)
    }

    #[test]
    fn names_are_unique_and_lead_to_their_rows() {
        for (index, export) in EXPORTS.iter().enumerate() {
            assert!(EXPORTS[..index].iter().all(|other| other.name != export.name), "{}", export.name);
            assert_eq!(named(export.name).unwrap().about, export.about);
            assert!(!export.formats.is_empty());
            for lang in [Lang::En, Lang::Zh] {
                let file = export.file.say(lang);
                assert!(EXPORTS[..index].iter().all(|other| other.file.say(lang) != file), "{file}");
                assert!(file.chars().all(char::is_alphanumeric), "{file}");
            }
            for (index, format) in export.formats.iter().enumerate() {
                let others = &export.formats[..index];
                assert!(others.iter().all(|other| other.name != format.name), "{}", format.name);
                assert_eq!(export.format(format.name).unwrap().about, format.about);
                let legal = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
                assert!(format.name.chars().all(legal), "{}", format.name);
            }
        }
    }

    #[test]
    fn every_format_can_be_written_without_cards_and_reviews() {
        let desk = bare();
        let material = Material { desk: &desk, is_chosen: false, images: &[] };
        for export in EXPORTS {
            for format in export.formats {
                let name = format!("{} {}", export.name, format.name);
                let bytes = format.write(&material).unwrap_or_else(|problem| panic!("{name}: {problem}"));
                assert_eq!(bytes, format.write(&material).unwrap(), "{name} is the same every time");
                let text = String::from_utf8(bytes);
                assert_eq!(text.is_ok(), format.is_text, "{name}");
                assert!(text.is_err() || !text.unwrap().contains('\u{1b}'), "{name}");
            }
        }
    }
}
