//! The disk. Nothing outside this room reads or writes files.
//!
//! Paths come in as arguments, errors name the thing, the cause and the way out, and what a user has
//! once been told is saved is saved.

pub mod apart;
pub mod atomic;
pub mod backup;
mod bounded;
pub mod builtin;
pub mod cache;
pub mod carry;
pub mod conflict;
pub mod dirs;
pub mod drafts;
pub mod edited;
pub mod exercise;
pub mod folder;
pub mod git;
pub mod health;
pub mod kept;
pub mod leaf;
pub mod library;
pub mod lines;
pub mod lock;
pub mod machine;
pub mod notes_file;
pub mod picture_file;
pub mod problem;
pub mod progress_file;
pub mod repair;
pub mod reports;
mod restored;
pub mod said;
pub mod seen;
pub mod settings_file;
pub mod shelf;
pub mod spelling;
pub mod sync;
pub mod twins;
mod united;
pub mod watch;

pub use dirs::Dirs;
pub use problem::{Notice, Problem};
pub use progress_file::{Opened, ProgressFile, Taken};
