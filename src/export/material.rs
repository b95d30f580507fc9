//! What exports are made from.

use crate::card::Face;
use crate::desk::Desk;
use crate::messages::Message;
use crate::stats::Stats;
use std::path::PathBuf;
use std::sync::Arc;

/// What exports are made from.
pub struct Material<'a> {
    /// The decks that were asked for, and the progress, whole.
    pub desk: &'a Desk,
    /// Whether the decks were named; otherwise they are the whole library, and what is known of cards
    /// that stand in no deck belongs to the export too.
    pub is_chosen: bool,
    /// The images that cards show.
    pub images: &'a [ExportImage],
}

/// An image that a card shows.
pub struct ExportImage {
    /// The file of the card.
    pub notes: Option<Arc<PathBuf>>,
    /// What stands between the brackets, or in `src`.
    pub target: String,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

impl Material<'_> {
    /// The image that a face means by a target.
    pub fn image(&self, face: &Face, target: &str) -> Option<&ExportImage> {
        self.images.iter().find(|image| image.target == target && image.notes == face.source.file)
    }
}

/// The figures of the decks that were asked for.
pub(super) fn statistics(material: &Material<'_>) -> Result<Stats, Message> {
    Stats::of(material.desk, material.is_chosen).map_err(Message::from)
}
