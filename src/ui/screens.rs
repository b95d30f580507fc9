//! The screens, one file each.

pub mod help;
pub mod home;
pub mod links;
pub mod preview;
pub mod study;
