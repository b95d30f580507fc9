//! What fits a gap.

/// What fits a gap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gap {
    /// As it stands in the passage.
    pub text: String,
    /// Other wordings, such as that of the card's other language.
    pub also: Vec<String>,
}
