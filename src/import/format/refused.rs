//! Formats that are recognised and not read, each with the way to a text that is.

use super::Refused;
use crate::messages::FormatMessage;
use serde::de::IgnoredAny;

/// How a format begins, its name, and the way.
type RefusedFormat = (&'static [u8], &'static str, FormatMessage);

const PICTURE: FormatMessage = FormatMessage::Picture;

const BEGINNINGS: [RefusedFormat; 25] = [
    (b"%PDF-", "PDF document", FormatMessage::Pdf),
    (b"\x89PNG\r\n\x1a\n", "picture (PNG)", PICTURE),
    (b"\xff\xd8\xff", "picture (JPEG)", PICTURE),
    (b"GIF87a", "picture (GIF)", PICTURE),
    (b"GIF89a", "picture (GIF)", PICTURE),
    (b"II*\0", "picture (TIFF)", PICTURE),
    (b"MM\0*", "picture (TIFF)", PICTURE),
    (b"\0\0\x01\0", "picture (icon)", PICTURE),
    (b"8BPS", "picture (Photoshop)", PICTURE),
    (b"\x1f\x8b", "gzip archive", FormatMessage::Gzip),
    (b"BZh", "bzip2 archive", FormatMessage::Bzip2),
    (b"\xfd7zXZ\0", "xz archive", FormatMessage::Xz),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive", FormatMessage::Zstandard),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive", FormatMessage::SevenZip),
    (b"Rar!\x1a\x07", "RAR archive", FormatMessage::Rar),
    (b"PK\x05\x06", "empty ZIP archive", FormatMessage::EmptyZip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document of an old Office", FormatMessage::OldOffice),
    (b"SQLite format 3\0", "database (SQLite)", FormatMessage::Database),
    (b"{\\rtf", "RTF document", FormatMessage::Rtf),
    (b"ID3", "sound", FormatMessage::Sounds),
    (b"OggS", "sound", FormatMessage::Sounds),
    (b"fLaC", "sound", FormatMessage::Sounds),
    (b"\x1a\x45\xdf\xa3", "film", FormatMessage::Films),
    (b"\x7fELF", "program", FormatMessage::Programs),
    (b"wOF", "font", FormatMessage::Fonts),
];

/// Formats known by their first bytes.
pub(super) fn binary(bytes: &[u8]) -> Option<Refused> {
    let row = BEGINNINGS.iter().find(|(beginning, ..)| bytes.starts_with(beginning));
    // Letters alone may begin a text as well.
    let is_text = |row: &RefusedFormat| {
        let beginning = row.0;
        let known = beginning.iter().all(|byte| byte.is_ascii_graphic());
        let sure = beginning.starts_with(b"%PDF-") || beginning.starts_with(b"{\\rtf");
        known && !sure && !bytes[..bytes.len().min(512)].contains(&0)
    };
    if let Some((_, format, help)) = row.filter(|row| !is_text(row)) {
        return Some(refused(format, help.clone()));
    }
    let at = |place: usize, sign: &[u8]| bytes.get(place..place + sign.len()) == Some(sign);
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Some(refused("picture (WebP)", PICTURE));
    }
    if at(0, b"BM") && at(6, b"\0\0\0\0") {
        return Some(refused("picture (BMP)", PICTURE));
    }
    if at(257, b"ustar") {
        return Some(refused("tar archive", FormatMessage::Tar));
    }
    if at(4, b"ftyp") && at(0, b"\0\0") {
        let is_picture = ["heic", "heix", "mif1", "avif"].iter().any(|brand| at(8, brand.as_bytes()));
        let help = if is_picture { PICTURE } else { FormatMessage::FilmsAndSounds };
        return Some(refused(if is_picture { "picture (HEIF)" } else { "film or sound" }, help));
    }
    None
}

fn refused(format: &'static str, help: FormatMessage) -> Refused {
    let article =
        if ["empty", "RTF", "XML", "xz"].iter().any(|word| format.starts_with(word)) { "an" } else { "a" };
    Refused { format, message: FormatMessage::NotRead { article, format }, help }
}

/// Formats that are text, but no notes.
pub(super) fn textual(text: &str) -> Option<Refused> {
    if text.starts_with(['{', '[']) && is_json(text) {
        let help = FormatMessage::Json;
        return Some(refused("JSON file of no known export", help));
    }
    if text.starts_with("<?xml") || text.starts_with("<svg") || text.starts_with("<opml") {
        let is_picture = text.as_bytes()[..text.len().min(2000)].windows(4).any(|part| part == b"<svg");
        return Some(match is_picture {
            true => refused("picture (SVG)", FormatMessage::Svg),
            false => refused("XML file", FormatMessage::Xml),
        });
    }
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('%'));
    if first.is_some_and(|line| line.starts_with("\\documentclass")) {
        return Some(refused("LaTeX document", FormatMessage::Latex));
    }
    let is_saved = text.starts_with("From: <Saved by") || text.starts_with("MIME-Version:");
    if is_saved
        && text.as_bytes()[..text.len().min(4000)].windows(17).any(|part| part == b"multipart/related")
    {
        let help = FormatMessage::WebArchive;
        return Some(refused("web archive (MHTML)", help));
    }
    None
}

/// Whether a text is one JSON value or several lines of them.
fn is_json(text: &str) -> bool {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    let is_whole = values.all(|value| value.is_ok());
    // `[1]` and `[ ]` are how footnotes and tasks look.
    is_whole && (text.starts_with('{') || text.contains('"'))
}
