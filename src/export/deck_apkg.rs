//! Decks as a package that Anki opens, with memory, due dates, review log and images.
//!
//! The layout is the one Anki writes for "older versions": a ZIP archive of an SQLite database with
//! the tables of schema 11 (`collection.anki21`), a JSON list of media files, and the files. It keeps
//! what FSRS knows in `cards.data`, and every Anki since 2.1 reads it.

mod database;
mod html;
mod media;
mod schedule;

use super::return_trip::Places;
use super::{Format, Material};
use crate::import::package::TOPIC;
use crate::messages::{ExportMessage, Message};
use database::{AnkiNote, WrittenCollection};
use media::Media;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(super) const FORMAT: Format = Format {
    name: "apkg",
    about: ExportMessage::Apkg,
    is_text: false,
    has_images: true,
    write,
    places: Some(Places { style: None, ids: true, topics: true, unanswered: true }),
};

/// `version: 2` as a protocol buffer: which of the layouts follows.
const META: [u8; 2] = [0x08, 0x02];

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let desk = material.desk;
    let mut media = Media::default();
    let mut notes = Vec::new();
    for place in desk.places() {
        let (card, face) = (desk.card(place), desk.face(place));
        let mut show = |text: &str, inline: bool| {
            let mut image = |target: &str| media.name(material.image(face, target)?);
            if inline { html::inlines(text, &mut image) } else { html::blocks(text, &mut image) }
        };
        notes.push(AnkiNote {
            card: &card.id,
            deck: place.deck,
            question: show(&face.question, !face.question.contains('\n')),
            answer: show(&face.answer, false),
            topic: html::escaped(&face.topic.join(TOPIC)),
            tags: tags(&face.topic),
        });
    }
    let broken = |problem: &dyn std::fmt::Display| -> Message {
        ExportMessage::NotMade { cause: problem.to_string() }.into()
    };
    let collection = WrittenCollection::new(desk).bytes(&notes).map_err(|problem| broken(&problem))?;
    archive(&collection, &media).map_err(|problem| broken(&problem))
}

/// Topics as one tag with levels; a space would end it.
fn tags(topic: &[String]) -> String {
    let level = |heading: &String| -> String {
        heading.split_whitespace().collect::<Vec<_>>().join("_").replace("::", ":").replace('"', "")
    };
    let levels: Vec<String> = topic.iter().map(level).filter(|level| !level.is_empty()).collect();
    if levels.is_empty() { String::new() } else { format!(" {} ", levels.join("::")) }
}

fn archive(collection: &[u8], media: &Media<'_>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The same cards give the same bytes, so no file has a time of its own.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let (stored, packed) = (
        options.compression_method(CompressionMethod::Stored),
        options.compression_method(CompressionMethod::Deflated),
    );
    let list = media.list();
    let mut add = |name: &str, options: SimpleFileOptions, bytes: &[u8]| {
        zip.start_file(name, options)?;
        Ok::<(), zip::result::ZipError>(zip.write_all(bytes)?)
    };
    add("meta", stored, &META)?;
    add("collection.anki21", packed, collection)?;
    add("media", packed, list.as_bytes())?;
    for (index, bytes) in media.files().enumerate() {
        // Images are compressed already.
        add(&index.to_string(), stored, bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
