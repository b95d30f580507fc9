//! The styles, one file each.

pub(super) mod headings;
pub(super) mod numbered;
