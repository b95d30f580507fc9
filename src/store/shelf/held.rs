//! Pictures that notes bring with them: those of a package, and those inside a file of another format.

use super::image_bounds::{IMAGES, LARGEST_IMAGE, LARGEST_SUM};
use crate::import::format::FilePictures;
use crate::import::package::Package;
use crate::markdown::percent_decoded;
use crate::messages::{Message, ReadingMessage};
use crate::store::spelling::{safe, safe_path};
use std::path::{Path, PathBuf};

/// An image of a package and its name. Packages have no folders: whatever a name looks like, it is one.
pub(super) fn unpack(package: &Package, target: &str, sum: &mut u64) -> Result<(Vec<u8>, PathBuf), Message> {
    let name = percent_decoded(target);
    let inside = PathBuf::from(safe(&name));
    let ending = inside.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if !ending.is_some_and(|ending| IMAGES.contains(&ending.as_str())) {
        return Err(ReadingMessage::NoImage.into());
    }
    let largest = LARGEST_IMAGE.min(LARGEST_SUM - *sum);
    let bytes = package.image(&name, largest).map_err(|why| Message::from(why.0))?;
    *sum += bytes.len() as u64;
    Ok((bytes, inside))
}

/// A picture inside a file of another format, and its name; `None` where it has to stand beside the file.
pub(super) fn held_picture(
    held: &FilePictures<'_>,
    target: &str,
    sum: &mut u64,
) -> Option<Result<(Vec<u8>, PathBuf), Message>> {
    let name = percent_decoded(target);
    let found = held.get(&name, LARGEST_IMAGE.min(LARGEST_SUM - *sum))?;
    let inside = safe_path(Path::new(&name));
    let ending = inside.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if !ending.is_some_and(|ending| IMAGES.contains(&ending.as_str())) {
        return Some(Err(ReadingMessage::NoImage.into()));
    }
    Some(found.map_err(Message::from).map(|bytes| {
        *sum += bytes.len() as u64;
        (bytes, inside)
    }))
}
