//! Figures about the learner, computed once from decks, progress and now.
//!
//! [`Stats::of`] makes all of them in one walk through the log; screen, command and exports only show
//! them. What each figure counts stands at its field, and in the tables (see [`table`]) for people.
//!
//! - Days are study days: events carry the day they fell on, which changes at the rollover hour.
//! - An answer that was undone never happened. A card that was reset counts as new from then on.
//! - **True retention** counts the first answer of a study day to a card in the review phase, last
//!   answered on an earlier day; it was recalled unless the grade was again. Learning steps, repeats on
//!   the same day and studying again do not count.
//! - Such a card is **young** while its stability is below 21 days, and **mature** from then on.
//! - Sums of probabilities are fixed-point, so that they do not depend on the order of the terms.

mod calibration;
mod cards;
pub mod errors;
mod forecast;
mod gather;
mod period;
mod rate;
mod readiness;
pub mod sections;
mod sums;
pub mod table;

pub use calibration::{Calibration, Predicted, Sure};
pub use cards::{Bin, CardCounts, GroupFigures, Hard};
pub use forecast::Ahead;
pub use period::{Hour, Period, Streak};
pub use rate::Rate;
pub use readiness::{Readiness, Ready};
pub use sums::{Grades, LEECH, MATURE};

use crate::day::{At, Day};
use crate::desk::{Desk, Place};
use crate::progress::{NeedsHistory, Progress};
use crate::schedule::effort;
use crate::schedule::plan::today;
use crate::schedule::queue::{self, Allowance};
use serde::Serialize;
use sums::shown;

/// All figures. As JSON it is the schema of `backprop stats --json`: fields may be added, none changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stats {
    /// The version of the schema: 1.
    pub schema: u32,
    /// The instant they were computed for.
    #[serde(serialize_with = "shown")]
    pub at: At,
    /// Its study day.
    #[serde(serialize_with = "shown")]
    pub day: Day,
    /// Whether only the answers to cards of these decks count, not the whole log.
    pub only_these_decks: bool,
    /// What was done today, and what waits.
    pub today: Today,
    /// Study days in a row.
    pub streak: Streak,
    /// The cards of the decks by their state.
    pub cards: CardCounts,
    /// All answers by grade.
    pub grades: Grades,
    /// True retention over the whole log.
    pub retention: Retention,
    /// Every day with an answer, in order.
    pub days: Vec<Period>,
    /// The same by weeks that begin on Monday.
    pub weeks: Vec<Period>,
    /// The same by calendar months.
    pub months: Vec<Period>,
    /// The 24 hours of a local day.
    pub hours: Vec<Hour>,
    /// Today and the 89 days after it.
    pub forecast: Vec<Ahead>,
    /// Each deck, in the order of the library.
    pub decks: Vec<GroupFigures>,
    /// Each topic of each deck, in their order.
    pub topics: Vec<GroupFigures>,
    /// Seen cards by stability in days.
    pub stability: Vec<Bin>,
    /// Seen cards by difficulty, from 1 to 10.
    pub difficulty: Vec<Bin>,
    /// Seen cards by the probability of recall now.
    pub retrievability: Vec<Bin>,
    /// The 20 hardest seen cards: by difficulty, then by lapses.
    pub hardest: Vec<Hard>,
    /// Cards forgotten at least [`LEECH`] times, most often first.
    pub leeches: Vec<Hard>,
    /// Predicted against actual recall.
    pub calibration: Calibration,
    /// The learner's own prediction against actual recall, for each confidence.
    pub confidence: Vec<Sure>,
    /// Towards the interview; none without a date.
    pub readiness: Option<Readiness>,
}

/// What was done today, and what waits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Today {
    /// Answers.
    pub answers: u32,
    /// Different cards answered.
    pub cards: u32,
    /// Cards answered for the first time.
    pub new: u32,
    /// Time spent answering, in milliseconds.
    pub ms: u64,
    /// True retention of the day.
    pub recall: Rate,
    /// New cards that wait, as the day's limits let them in.
    pub waiting_new: u32,
    /// Cards in steps that come back today.
    pub waiting_learning: u32,
    /// Reviews that wait, as the day's limits let them in.
    pub waiting_due: u32,
    /// About how many minutes they will take.
    pub waiting_minutes: u32,
}

/// True retention.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Retention {
    /// Of young cards.
    pub young: Rate,
    /// Of mature cards.
    pub mature: Rate,
    /// Of both.
    pub all: Rate,
}

impl Stats {
    /// All figures for the desk's decks at the desk's time. With `only_these_decks`, answers to other
    /// cards do not count. Needs the whole log in memory.
    pub fn of(desk: &Desk, only_these_decks: bool) -> Result<Stats, NeedsHistory> {
        // A track leaves cards out, and the answers to them with it.
        let only_these_decks = only_these_decks || desk.settings.track.is_some();
        let known = cards::Known::of(desk);
        let gathered = gather::gather(desk, &known, only_these_decks)?;
        let (days, today_cards) = (gathered.days, gathered.today_cards);
        let retention = days.iter().fold(Retention::default(), |sum, day| Retention {
            young: sum.young + day.young,
            mature: sum.mature + day.mature,
            all: sum.all + day.recall,
        });
        let today = days.iter().find(|day| day.from == desk.now.day).cloned().unwrap_or_default();
        Ok(Stats {
            schema: 1,
            at: desk.now.at,
            day: desk.now.day,
            only_these_decks,
            today: Today::of(desk, &today, today_cards),
            streak: Streak::of(&days, desk.now.day),
            cards: known.count(),
            grades: gathered.grades,
            retention,
            weeks: period::group(&days, period::week_of),
            months: period::group(&days, period::month_of),
            days,
            hours: gathered.hours,
            forecast: forecast::forecast(desk, &known),
            decks: known.decks(desk, &gathered.recall_of),
            topics: known.topics(desk, &gathered.recall_of),
            stability: known.stability(),
            difficulty: known.difficulty(),
            retrievability: known.retrievability(),
            hardest: known.hardest(desk),
            leeches: known.leeches(desk),
            calibration: gathered.calibration,
            confidence: gathered.confidence,
            readiness: gathered.readiness,
        })
    }
}

impl Today {
    fn of(desk: &Desk, day: &Period, cards: u32) -> Today {
        let is_on = |place: &Place| !desk.is_off(desk.deck(*place));
        let places: Vec<Place> = desk.places_in_track().filter(is_on).collect();
        let allowance = Allowance::of_day(desk);
        let under_plan = today::today(desk, &places, allowance);
        let waiting = queue::counts_of(desk, &places, allowance, under_plan.as_ref());
        Today {
            answers: day.answers,
            cards,
            new: day.new,
            ms: day.ms,
            recall: day.recall,
            waiting_new: waiting.new,
            waiting_learning: waiting.learning,
            waiting_due: waiting.due,
            waiting_minutes: effort::minutes(desk, waiting, under_plan.as_ref(), allowance),
        }
    }
}

/// Study days in a row with at least one answer, up to today; a day that has only begun does not
/// break the streak.
pub fn streak(progress: &Progress, today: Day) -> u32 {
    let studied = |day: Day| progress.tally(day).answers > 0;
    let last = if studied(today) { today } else { today.plus(-1) };
    (0..).take_while(|back| studied(last.plus(-i64::from(*back)))).count() as u32
}
