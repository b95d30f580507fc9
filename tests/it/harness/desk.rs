//! A desk on which nothing was studied yet, at a fixed time.

use backprop::card::{Deck, Lang};
use backprop::day::{At, Calendar};
use backprop::desk::Desk;
use backprop::progress::Progress;
use backprop::settings::Settings;
use backprop::state::Scheduler;

pub(crate) fn desk(decks: Vec<Deck>, lang: Lang) -> Desk {
    let calendar = Calendar::utc();
    Desk {
        decks,
        progress: Progress::new(Scheduler::default()),
        scheduler: Scheduler::default(),
        settings: Settings::default(),
        calendar,
        now: calendar.moment(At::parse("2026-11-22T10:00:00Z").unwrap()),
        lang,
        lang_of_words: lang,
        drafts: Default::default(),
    }
}
