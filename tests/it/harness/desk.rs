//! A desk on which nothing was studied yet, at a fixed time; and what the workspace does with its settings.

use backprop::card::{Deck, Lang};
use backprop::day::{At, Calendar};
use backprop::desk::{Desk, Done, Reversal, TakenBack, UndoEntry};
use backprop::settings::ROWS;

pub(crate) fn desk(decks: Vec<Deck>, lang: Lang) -> Desk {
    Desk::new(decks, Calendar::utc(), At::parse("2026-11-22T10:00:00Z").unwrap(), lang)
}

/// Lets a setting have another value, to be taken back. The whole log is in memory where other rules need it.
pub(crate) fn choose(desk: &mut Desk, row: usize, value: &str) {
    let before = (ROWS[row].get)(&desk.settings);
    set(desk, row, value);
    if (ROWS[row].get)(&desk.settings) != before {
        desk.undoable.push(UndoEntry::of_files(Done::Chosen(row), Reversal::Setting(before)));
    }
}

fn set(desk: &mut Desk, row: usize, value: &str) {
    let mut settings = desk.settings.clone();
    assert!((ROWS[row].set)(&mut settings, value), "{} {value}", ROWS[row].key);
    desk.choose(settings).expect("the whole log is in memory");
}

/// Takes back what was done last; a setting has its value of before again.
pub(crate) fn undo_in_files(desk: &mut Desk) -> Option<TakenBack> {
    let entry = desk.undoable.last(Default::default()).cloned()?;
    let again = turn(desk, entry)?;
    desk.undoable.pop(again)
}

/// Does again what was taken back last.
pub(crate) fn redo_in_files(desk: &mut Desk) -> Option<TakenBack> {
    let entry = desk.undoable.undone(Default::default()).cloned()?;
    let how = turn(desk, entry)?;
    desk.undoable.put_back(how)
}

/// Lets a setting have the value of an entry, or a report be noted or not; gives what takes that back.
fn turn(desk: &mut Desk, entry: UndoEntry) -> Option<Reversal> {
    let (row, value) = match (entry.done, entry.how) {
        (Done::Chosen(row), Reversal::Setting(value)) => (row, value),
        (_, Reversal::Report(report)) => return desk.turn_report(report).ok().map(Reversal::Report),
        _ => return None,
    };
    let now = (ROWS[row].get)(&desk.settings);
    set(desk, row, &value);
    Some(Reversal::Setting(now))
}
