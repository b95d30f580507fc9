//! Pictures beside the notes, read and decoded with an eye on what strangers may put there.
//!
//! Only files in the folder of the notes, or in an `assets` folder up to two levels above it, are read;
//! links that lead elsewhere are not followed. Nothing is ever fetched from a network.

use super::builtin;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, imageops::FilterType};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// A bigger file is not read, in bytes.
const MOST_BYTES: u64 = 32 << 20;

/// A picture with a longer side is not decoded, in pixels.
const MOST_PIXELS: u32 = 16_384;

/// Decoding may take as much memory, in bytes.
const MOST_MEMORY: u64 = 256 << 20;

/// No screen shows more, in pixels a side; what is bigger is made smaller at once.
const ENOUGH: u32 = 2_400;

/// Reads the picture that notes name `target`. `file` is the file of notes, or none for a built-in deck.
/// The error says why there is none, in a few words.
pub fn read(file: Option<&Path>, target: &str) -> Result<DynamicImage, String> {
    let Some(file) = file else {
        let name = target.rsplit('/').next().unwrap_or_default();
        let bytes = builtin::PICTURES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes);
        return decode(bytes.ok_or("not in the program")?.to_vec());
    };
    let path = find(file, target)?;
    let mut bytes = Vec::new();
    let file = std::fs::File::open(&path).map_err(|error| error.to_string())?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("bigger than {} MB", MOST_BYTES >> 20));
    }
    decode(bytes)
}

/// Where the picture is, if it may be shown.
fn find(file: &Path, target: &str) -> Result<PathBuf, String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let target = target.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
    let named = [target.clone(), decoded(&target)];
    let path = named.iter().find_map(|target| folder.join(target).canonicalize().ok());
    let path = path.ok_or("no such file")?;
    let folder = folder.canonicalize().map_err(|error| error.to_string())?;
    let above = folder.ancestors().skip(1).take(2).map(|folder| folder.join("assets"));
    if !path.starts_with(&folder) && !above.into_iter().any(|assets| path.starts_with(assets)) {
        return Err("outside the folder of the notes".to_owned());
    }
    // A pipe or a device would never end.
    if !path.is_file() {
        return Err("not a file".to_owned());
    }
    Ok(path)
}

/// `a%20b` as it is meant: `a b`.
fn decoded(target: &str) -> String {
    let bytes = target.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| (*byte as char).to_digit(16));
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| target.to_owned())
}

fn decode(bytes: Vec<u8>) -> Result<DynamicImage, String> {
    // A decoder that fails in its own way must not take the program with it.
    let done = std::panic::catch_unwind(|| {
        let reader = ImageReader::new(Cursor::new(&bytes)).with_guessed_format();
        let mut reader = reader.map_err(|error| error.to_string())?;
        if reader.format().is_none() {
            return Err("no PNG, JPEG, GIF or WebP".to_owned());
        }
        let mut limits = Limits::default();
        (limits.max_image_width, limits.max_image_height) = (Some(MOST_PIXELS), Some(MOST_PIXELS));
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
        let orientation = decoder.orientation().ok();
        let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
        orientation.into_iter().for_each(|orientation| picture.apply_orientation(orientation));
        Ok(picture)
    });
    let picture = done.unwrap_or_else(|_| Err("damaged".to_owned()))?;
    if picture.width() == 0 || picture.height() == 0 {
        return Err("empty".to_owned());
    }
    if picture.width().max(picture.height()) > ENOUGH {
        return Ok(picture.resize(ENOUGH, ENOUGH, FilterType::Triangle));
    }
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn only_files_of_the_notes_are_read() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        for folder in ["notes/img", "assets", "secret"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for name in ["notes/a.png", "notes/img/b c.png", "assets/d.png", "secret/e.png"] {
            fs::write(at(name), png(4, 3)).unwrap();
        }
        fs::write(at("notes/text.png"), "no picture").unwrap();
        fs::write(at("notes/cut.png"), &png(90, 90)[..60]).unwrap();
        let notes = at("notes/notes.md");
        let absolute = at("secret/e.png").to_string_lossy().into_owned();
        for (target, expected) in [
            ("a.png", "4x3"),
            ("./img/b%20c.png", "4x3"),
            ("img\\b c.png", "4x3"),
            ("../assets/d.png", "4x3"),
            ("../secret/e.png", "outside the folder of the notes"),
            (absolute.as_str(), "outside the folder of the notes"),
            ("img", "not a file"),
            ("none.png", "no such file"),
            ("text.png", "no PNG, JPEG, GIF or WebP"),
        ] {
            let got = read(Some(&notes), target).map(|it| format!("{}x{}", it.width(), it.height()));
            assert_eq!(got.unwrap_or_else(|why| why), expected, "{target}");
        }
        assert!(read(Some(&notes), "cut.png").is_err());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("secret/e.png"), at("notes/link.png")).unwrap();
            assert_eq!(read(Some(&notes), "link.png").unwrap_err(), "outside the folder of the notes");
        }
    }

    #[test]
    fn a_hostile_picture_is_refused_before_it_takes_memory() {
        // A head that promises 60 000 × 60 000 pixels.
        let mut bytes = png(1, 1);
        bytes[16..20].copy_from_slice(&60_000u32.to_be_bytes());
        bytes[20..24].copy_from_slice(&60_000u32.to_be_bytes());
        let crc = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        let told = decode(bytes).unwrap_err();
        assert!(told.to_lowercase().contains("limit") || told.contains("large"), "{told}");
        assert_eq!(decode(png(4000, 10)).unwrap().width(), ENOUGH);
    }

    /// The checksum of a PNG's part.
    fn crc(bytes: &[u8]) -> u32 {
        let step = |crc: u32, byte: &u8| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
        };
        !bytes.iter().fold(u32::MAX, step)
    }

    #[test]
    fn the_pictures_of_the_built_in_decks_are_in_the_program() {
        for builtin in builtin::BUILTIN {
            for image in crate::import::images(&builtin.deck().cards) {
                let picture = read(None, &image.target).unwrap();
                assert!(picture.width() > 300, "{}", image.target);
            }
        }
    }
}
