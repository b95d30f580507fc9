//! What an author may write about a card beside its question and answer; all of it is optional.

use super::{CardId, Text};
use smallvec::SmallVec;

/// What a card is worth, for whom, and what it builds on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// How often interviewers ask it.
    pub importance: Option<Importance>,
    /// For how experienced a candidate it is.
    pub level: Option<Level>,
    /// The kinds of positions it is asked for; empty for all.
    pub tracks: SmallVec<[Track; Track::ALL.len()]>,
    /// Cards that are better learned before.
    pub after: Vec<CardId>,
    /// The card that this one is a follow-up of.
    pub parent: Option<CardId>,
    /// Where its facts come from, where that does not stand in the answer.
    pub sources: Text,
}

/// How often interviewers ask a card; it multiplies the learner's weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Importance {
    /// Now and then, or by specialists.
    Low,
    /// Often; what a card without a mark counts as.
    Medium,
    /// In most interviews.
    High,
}

impl Importance {
    /// All of them, from 1 to 3.
    pub const ALL: [Importance; 3] = [Importance::Low, Importance::Medium, Importance::High];

    /// 1 to 3, as it is written.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The importance of that number.
    pub fn numbered(number: u8) -> Option<Importance> {
        Importance::ALL.into_iter().find(|known| known.number() == number)
    }

    /// One step less, which a follow-up has beside its parent.
    pub fn less(self) -> Importance {
        Importance::numbered(self.number() - 1).unwrap_or(Importance::Low)
    }
}

macro_rules! named {
    ($kind:ident: $($variant:ident $name:literal),+) => {
        impl $kind {
            /// All of them.
            pub const ALL: &[$kind] = &[$($kind::$variant),+];

            /// Its name in notes, settings and on the command line.
            pub fn name(self) -> &'static str {
                match self {
                    $($kind::$variant => $name),+
                }
            }

            /// The one of that name.
            pub fn named(name: &str) -> Option<$kind> {
                $kind::ALL.iter().copied().find(|known| known.name().eq_ignore_ascii_case(name))
            }
        }
    };
}

/// For how experienced a candidate a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A first position.
    Junior,
    /// Some years of work.
    Mid,
    /// Leads others, or knows a field deeply.
    Senior,
}

named!(Level: Junior "junior", Mid "mid", Senior "senior");

/// A kind of position that people prepare for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Track {
    /// Large language models.
    Llm,
    /// Computer vision.
    Vision,
    /// Training, serving and systems.
    MlEngineer,
    /// Research.
    Research,
    /// Data science.
    Data,
}

named!(Track: Llm "llm", Vision "vision", MlEngineer "ml-engineer", Research "research", Data "data");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_come_back() {
        assert!(Track::ALL.iter().all(|track| Track::named(track.name()) == Some(*track)));
        assert!(Level::ALL.iter().all(|level| Level::named(level.name()) == Some(*level)));
        for (number, importance) in
            [(0, None), (1, Some(Importance::Low)), (3, Some(Importance::High)), (4, None)]
        {
            assert_eq!(Importance::numbered(number), importance);
        }
        assert_eq!([Importance::High.less(), Importance::Low.less()], [Importance::Medium, Importance::Low]);
    }
}
