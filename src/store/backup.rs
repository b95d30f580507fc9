//! A backup: one ZIP archive of what is the learner's own, and the way back.
//!
//! Paths in the archive are those of the data folder; settings stand among them, wherever their folder is.
//! The same closed list says what goes in and what is taken out again.

mod archive;
mod paths;
mod restoring;
mod staging;
mod writing;

pub use archive::{Backup, open};
pub use paths::{MACHINE, STAGING};
pub use restoring::{Changes, MACHINE_ASIDE, finish};
pub use writing::{WrittenBackup, write};
