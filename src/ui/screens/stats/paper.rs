//! What a section is drawn on: its tables one below the other.

use crate::stats::Stats as Figures;
use crate::ui::app::Look;

/// A body with fewer lines is low.
pub(super) const LOW: u16 = 12;

/// A body with so many lines has some for air.
pub(super) const ROOMY: u16 = 18;

/// What a section is drawn on, and with.
#[derive(Clone, Copy)]
pub(super) struct Paper<'a> {
    pub(super) width: u16,
    /// Lines of the window.
    pub(super) height: u16,
    pub(super) as_tables: bool,
    pub(super) figures: &'a Figures,
    pub(super) look: &'a Look,
}
