//! The screens, one file each.

pub mod asked;
pub mod browse;
pub mod details;
pub mod editor;
pub mod errors;
pub mod help;
pub mod home;
pub mod interview;
pub mod links;
pub mod manual;
pub mod note;
pub mod palette;
pub mod picture;
pub mod plan;
pub mod preview;
pub mod settings;
pub mod sheet;
pub mod stats;
pub mod study;
