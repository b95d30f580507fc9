//! The room that a part of a formula has.

/// How much room there is, in TeX's words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MathStyle {
    /// As much as it likes.
    Display,
    /// Inside of a fraction or of a matrix.
    Text,
}

/// Whether brackets hold together what is in them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fences {
    Closed,
    /// The line may be cut inside of them.
    Cut,
}
