//! What images are carried along, and how large they may be.

/// An image larger than this, in bytes, is left where it is.
pub(in crate::store::shelf) const LARGEST_IMAGE: u64 = 20 << 20;

/// All images of a file together, in bytes.
pub(in crate::store::shelf) const LARGEST_SUM: u64 = 200 << 20;

pub(in crate::store::shelf) const IMAGES: [&str; 11] =
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "tif", "tiff", "apng"];
