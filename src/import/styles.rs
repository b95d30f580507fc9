//! The styles, one file each.

pub(super) mod anki;
pub(super) mod blocks;
pub(super) mod bold;
pub(super) mod bullets;
pub(super) mod csv;
pub(super) mod definitions;
pub(super) mod details;
pub(super) mod hashcards;
pub(super) mod headings;
pub(super) mod labelled;
pub(super) mod mochi;
pub(crate) mod native;
pub(super) mod numbered;
pub(super) mod obsidian;
pub(super) mod paragraphs;
pub(super) mod quotes;
pub(super) mod remnote;
pub(super) mod table;

pub(in crate::import) use definitions::terms_within;
pub(in crate::import) use numbered::{chapter_above, lists_within};
pub(in crate::import) use paragraphs::is_round;
