//! A day that was read from a text, and what it follows from.

use super::super::Day;

/// What a day follows from, as far as the reader may have meant another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayBasis {
    /// The text says it.
    Said,
    /// It is one of several that the text may mean: `12月中旬`, `around the 10th`.
    About,
    /// The text says no year, and the last such day is nearer, but past.
    After(Day),
    /// The text says only an hour.
    HourAlone,
}

/// A day that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReadDay {
    pub(super) day: Day,
    pub(super) basis: DayBasis,
}

impl ReadDay {
    pub(super) fn said(day: Day) -> ReadDay {
        ReadDay { day, basis: DayBasis::Said }
    }

    pub(super) fn about(day: Day) -> ReadDay {
        ReadDay { day, basis: DayBasis::About }
    }

    /// Of days in order, the first that is not past.
    pub(super) fn next(days: impl Iterator<Item = Day>, today: Day) -> Option<ReadDay> {
        let mut past = None;
        for day in days {
            if day >= today {
                let is_nearer = |past: &Day| today.days_since(*past) < day.days_since(today);
                let basis = past.filter(is_nearer).map_or(DayBasis::Said, DayBasis::After);
                return Some(ReadDay { day, basis });
            }
            past = Some(day);
        }
        None
    }

    /// The same of a text that may mean another day.
    pub(super) fn not_certain(self) -> ReadDay {
        let basis = if self.basis == DayBasis::Said { DayBasis::About } else { self.basis };
        ReadDay { basis, ..self }
    }

    /// Another day that is counted from this one.
    pub(super) fn moved(self, to: impl FnOnce(Day) -> Option<Day>) -> Option<ReadDay> {
        Some(ReadDay { day: to(self.day)?, ..self })
    }
}
