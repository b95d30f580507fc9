//! Pictures that stand inside a file of another program.

use super::packed::Packed;
use super::{docx, html, jupyter, notion};
use crate::import::encoding;
use crate::messages::Damage;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

/// The pictures of one file, by the names that its Markdown has for them.
pub struct FilePictures<'a> {
    held: HashMap<String, Vec<u8>>,
    /// The archive, and those in it.
    packed: Vec<RefCell<Packed<'a>>>,
}

impl fmt::Debug for FilePictures<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Pictures({}, {})", self.held.len(), !self.packed.is_empty())
    }
}

impl<'a> FilePictures<'a> {
    /// The pictures inside the bytes of a file.
    pub fn of(bytes: &'a [u8]) -> FilePictures<'a> {
        if bytes.starts_with(b"PK") {
            let mut packed: Vec<Packed<'a>> = Packed::open(bytes).into_iter().collect();
            let inner = packed.first_mut().and_then(|packed| notion::parts(packed).ok());
            packed.extend(inner.into_iter().flatten());
            return FilePictures {
                held: HashMap::new(),
                packed: packed.into_iter().map(RefCell::new).collect(),
            };
        }
        let text = encoding::decode_text(bytes).text;
        let start = text.trim_start();
        let held = match start.starts_with('{') {
            true => jupyter::pictures(start),
            false => html::pictures(start),
        };
        FilePictures { held, packed: Vec::new() }
    }

    /// A picture of at most so many bytes; `None` where the file holds none of this name.
    pub fn get(&self, name: &str, largest: u64) -> Option<Result<Vec<u8>, Damage>> {
        for packed in &self.packed {
            let mut packed = packed.borrow_mut();
            let places = [docx::place_of_picture(name), name.to_owned()];
            if let Some(place) = places.into_iter().find(|place| packed.has(place)) {
                return Some(packed.file(&place, largest));
            }
        }
        let bytes = self.held.get(name)?;
        if bytes.len() as u64 > largest {
            return Some(Err(Damage::PictureTooLarge { mb: (largest >> 20).max(1) }));
        }
        Some(Ok(bytes.clone()))
    }
}
