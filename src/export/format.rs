//! A format: one way of writing an export.

use super::material::Material;
use super::return_trip::{self, Places};
use crate::messages::{ExportMessage, Message};

/// Something that can be exported.
pub struct Export {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: ExportMessage,
    /// What a file is called that has it, before the day.
    pub file: ExportMessage,
    /// The formats it can be written in, the usual one first.
    pub formats: &'static [Format],
}

/// One way to write an export.
pub struct Format {
    /// Its name on the command line; unique within its export.
    pub name: &'static str,
    /// What it is good for, in a few words.
    pub about: ExportMessage,
    /// Whether it is text, which a terminal may show, or bytes.
    pub is_text: bool,
    /// Whether it takes the images of the cards along; only then [`Material::images`] is filled.
    pub has_images: bool,
    pub(crate) write: fn(&Material<'_>) -> Result<Vec<u8>, Message>,
    /// What it has places for, where it is read again.
    pub(crate) places: Option<Places>,
}

impl Format {
    /// The export in this format.
    pub fn write(&self, material: &Material<'_>) -> Result<Vec<u8>, Message> {
        (self.write)(material)
    }

    /// What the export does not hold of the cards, in sentences: it is read back and compared.
    pub fn losses(&self, material: &Material<'_>, bytes: &[u8]) -> Result<Vec<ExportMessage>, Message> {
        self.places.as_ref().map_or(Ok(Vec::new()), |places| return_trip::told(places, material, bytes))
    }
}
