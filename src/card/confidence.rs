//! How sure a learner is of an answer.

/// How sure a learner was of an answer before seeing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// They did not know.
    No,
    /// Rather not.
    Maybe,
    /// Rather yes.
    Likely,
    /// They knew.
    Sure,
}

impl Confidence {
    /// All of them, the least sure first.
    pub const ALL: [Confidence; 4] =
        [Confidence::No, Confidence::Maybe, Confidence::Likely, Confidence::Sure];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::No => "no",
            Confidence::Maybe => "maybe",
            Confidence::Likely => "likely",
            Confidence::Sure => "sure",
        }
    }

    /// The confidence of this name.
    pub fn named(name: &str) -> Option<Confidence> {
        Confidence::ALL.into_iter().find(|confidence| confidence.name() == name)
    }
}
