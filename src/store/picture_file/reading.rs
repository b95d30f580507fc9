//! Finding a picture, and reading and decoding it within bounds.

use crate::markdown::percent_decoded;
use crate::messages::PictureRefused;
use crate::store::spelling::{self, safe};
use crate::store::{bounded, builtin};
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use std::io::{Cursor, ErrorKind};
use std::path::{Path, PathBuf};

/// A bigger file is not read, in bytes.
const MOST_BYTES: u64 = 32 << 20;

/// A picture with a longer side is not decoded, in pixels.
const MOST_PIXELS: u32 = 16_384;

/// Decoding may take as much memory, in bytes: a photograph of 50 million pixels fits.
const MOST_MEMORY: u64 = 160 << 20;

/// No screen shows more, in pixels a side; what is bigger is made smaller at once.
const ENOUGH: u32 = 2_400;

/// Reads the picture that notes name `target`. `file` is the file of notes, or none for a built-in deck.
pub fn read(file: Option<&Path>, target: &str) -> Result<DynamicImage, PictureRefused> {
    let Some(file) = file else {
        let name = target.rsplit('/').next().unwrap_or_default();
        let bytes = builtin::PICTURES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes);
        return decode(bytes.ok_or(PictureRefused::Missing)?);
    };
    let path = find(file, target)?;
    let bytes = bounded::read(&path, MOST_BYTES).map_err(|cause| match cause.kind() {
        ErrorKind::FileTooLarge => PictureRefused::TooBig,
        _ => PictureRefused::Unreadable,
    })?;
    decode(&bytes)
}

/// Where the picture is, if it may be shown.
fn find(file: &Path, target: &str) -> Result<PathBuf, PictureRefused> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let target = target.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
    let decoded = percent_decoded(&target);
    // A copy has another name where its own is none on every system.
    let (before, name) = decoded.rsplit_once('/').map_or(("", &*decoded), |(before, name)| (before, name));
    let copied = Path::new(before).join(safe(name));
    let named = [Path::new(&target), Path::new(&decoded), &copied];
    let path = named.iter().find_map(|target| spelling::real(&folder.join(target)).ok());
    let path = path.ok_or(PictureRefused::Missing)?;
    let folder = spelling::real(folder).map_err(|_| PictureRefused::Missing)?;
    let above = folder.ancestors().skip(1).take(2).map(|folder| folder.join("assets"));
    if !path.starts_with(&folder) && !above.into_iter().any(|assets| path.starts_with(assets)) {
        return Err(PictureRefused::Outside);
    }
    // A pipe or a device would never end.
    if !path.is_file() {
        return Err(PictureRefused::Unreadable);
    }
    Ok(path)
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, PictureRefused> {
    // A decoder that fails in its own way must not take the program with it.
    let done = std::panic::catch_unwind(|| {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
        let mut reader = reader.map_err(|_| PictureRefused::Unreadable)?;
        if reader.format().is_none() {
            return Err(PictureRefused::Format);
        }
        let mut limits = Limits::default();
        (limits.max_image_width, limits.max_image_height) = (Some(MOST_PIXELS), Some(MOST_PIXELS));
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(|error| refused(&error))?;
        // Not every decoder counts the pixels that it is to fill.
        if decoder.total_bytes() > MOST_MEMORY {
            return Err(PictureRefused::TooBig);
        }
        let orientation = decoder.orientation().ok();
        let picture = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
        let mut picture = small_enough(picture);
        orientation.into_iter().for_each(|orientation| picture.apply_orientation(orientation));
        Ok(picture)
    });
    let picture = done.unwrap_or(Err(PictureRefused::Damaged))?;
    if picture.width() == 0 || picture.height() == 0 {
        return Err(PictureRefused::Damaged);
    }
    Ok(picture)
}

/// A picture that is bigger than any screen, made smaller; this way of doing it needs no memory but for
/// what comes out.
fn small_enough(picture: DynamicImage) -> DynamicImage {
    let is_big = picture.width().max(picture.height()) > ENOUGH;
    if is_big { picture.thumbnail(ENOUGH, ENOUGH) } else { picture }
}

fn refused(error: &ImageError) -> PictureRefused {
    match error {
        ImageError::Limits(_) => PictureRefused::TooBig,
        ImageError::Unsupported(_) => PictureRefused::Format,
        _ => PictureRefused::Damaged,
    }
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
        fs::write(at("notes/img").join(safe("a:b.png")), png(4, 3)).unwrap();
        fs::write(at("notes/text.png"), "no picture").unwrap();
        fs::write(at("notes/cut.png"), &png(90, 90)[..60]).unwrap();
        let notes = at("notes/notes.md");
        let absolute = at("secret/e.png").to_string_lossy().into_owned();
        for (target, expected) in [
            ("a.png", Ok((4, 3))),
            ("./img/b%20c.png", Ok((4, 3))),
            ("img\\b c.png", Ok((4, 3))),
            ("img/a:b.png", Ok((4, 3))),
            ("../assets/d.png", Ok((4, 3))),
            ("../secret/e.png", Err(PictureRefused::Outside)),
            (absolute.as_str(), Err(PictureRefused::Outside)),
            ("img", Err(PictureRefused::Unreadable)),
            ("none.png", Err(PictureRefused::Missing)),
            ("text.png", Err(PictureRefused::Format)),
        ] {
            let got = read(Some(&notes), target).map(|picture| (picture.width(), picture.height()));
            assert_eq!(got, expected, "{target}");
        }
        assert_eq!(read(Some(&notes), "cut.png").unwrap_err(), PictureRefused::Damaged);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("secret/e.png"), at("notes/link.png")).unwrap();
            assert_eq!(read(Some(&notes), "link.png").unwrap_err(), PictureRefused::Outside);
        }
    }

    #[test]
    fn a_hostile_picture_is_refused_before_it_takes_memory() {
        // Heads that promise many pixels.
        for (side, refused) in [
            (60_000_u32, PictureRefused::TooBig),
            (8_000, PictureRefused::TooBig),
            (7_000, PictureRefused::Damaged),
        ] {
            let mut bytes = png(1, 1);
            bytes[16..20].copy_from_slice(&side.to_be_bytes());
            bytes[20..24].copy_from_slice(&side.to_be_bytes());
            let crc = crc(&bytes[12..29]);
            bytes[29..33].copy_from_slice(&crc.to_be_bytes());
            assert_eq!(decode(&bytes).unwrap_err(), refused, "{side}");
        }
        assert_eq!(decode(&png(4000, 10)).unwrap().width(), ENOUGH);
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
