//! What is typed in the list of cards: the search, days until a card comes back, what narrows the list.

use super::{Browse, Field};
use crate::day::{self, TypedDate, TypedDay};
use crate::desk::{Desk, StateOwner};
use crate::progress::Kind;
use crate::ui::app::{Look, Step};
use crate::ui::format;
use crate::ui::keymap::Key;

impl Browse {
    pub(super) fn typed(&mut self, text: &str, desk: &mut dyn StateOwner) -> Step {
        match &mut self.field {
            Field::Query => {
                self.query.insert(text);
                self.cursor = 0;
                self.find(desk);
            }
            Field::Days(days) => days.insert(text),
            Field::Filters(filters) => filters.typed(text),
            Field::None => {}
        }
        Step::Stay
    }

    pub(super) fn edited(&mut self, key: Key, desk: &Desk) -> Step {
        match &mut self.field {
            Field::Query => {
                self.query.press(key);
                self.cursor = 0;
                self.find(desk);
            }
            Field::Days(days) => days.press(key),
            Field::Filters(filters) => filters.edited(key),
            Field::None => {}
        }
        Step::Stay
    }

    pub(super) fn field_done(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let field = std::mem::replace(&mut self.field, Field::None);
        match field {
            Field::Days(days) if days.text().trim().is_empty() => Step::Stay,
            Field::Days(days) => match comes_back(days.text(), desk) {
                Some(date) => {
                    let step = self.change(&Kind::Due { on: date.day }, desk, look);
                    // The hour of such a day is nothing to a card.
                    let read = format::read_as(&TypedDate { hour: None, ..date }, look.words);
                    match (step, read) {
                        (Step::Notice(notice), Some(read)) => Step::Notice(format!("{notice} {read}")),
                        (step, _) => step,
                    }
                }
                None => {
                    let notice = format::no_day(days.text(), desk.date_today(), look.words);
                    self.field = Field::Days(days);
                    Step::Notice(notice)
                }
            },
            Field::Filters(filters) => {
                if let Some(choice) = filters.chosen() {
                    self.choose(choice, desk);
                }
                Step::Stay
            }
            Field::Query | Field::None => Step::Stay,
        }
    }
}

/// The day that was typed: a number alone is days from today.
fn comes_back(text: &str, desk: &Desk) -> Option<TypedDate> {
    match text.trim().parse::<u16>() {
        Ok(days) => Some(TypedDate::told(desk.now.day.plus(days.into()))),
        Err(_) => match day::typed(text, desk.date_today())? {
            TypedDay::On(date) => Some(date),
            TypedDay::Never => None,
        },
    }
}
