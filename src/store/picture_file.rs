//! Pictures beside the notes, read and decoded with an eye on what strangers may put there.
//!
//! Only files in the folder of the notes, or in an `assets` folder up to two levels above it, are read;
//! links that lead elsewhere are not followed. Nothing is ever fetched from a network.

#[cfg(feature = "images")]
mod reading;

#[cfg(feature = "images")]
pub use reading::read;
