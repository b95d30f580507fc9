//! The screens, one file each.

pub mod address;
pub mod after;
pub mod asked;
pub mod browse;
pub mod choices;
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
pub mod picker;
pub mod picture;
pub mod plan;
pub mod preview;
pub mod settings;
pub mod sheet;
pub mod stats;
pub mod study;
pub mod task;
pub mod theme;
pub mod welcome;
