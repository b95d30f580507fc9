//! Pictures beside the notes, read and decoded with an eye on what strangers may put there.
//!
//! Only files in the folder of the notes, or in an `assets` folder up to two levels above it, are read;
//! links that lead elsewhere are not followed. Nothing is ever fetched from a network.

#[cfg(feature = "images")]
mod reading;

#[cfg(feature = "images")]
pub use reading::read;

/// Why a picture is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureRefused {
    /// There is no such file.
    Missing,
    /// It is not in the folder of the notes.
    Outside,
    /// A folder, a pipe or a device; or a file that may not be read.
    Unreadable,
    /// Too many bytes or pixels.
    TooBig,
    /// Neither PNG nor JPEG, GIF or WebP.
    Format,
    /// It ends early or contradicts itself.
    Damaged,
}
