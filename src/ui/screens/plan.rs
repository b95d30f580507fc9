//! The plan: the day of the interview, minutes a day, what matters how much, and what to expect.
//!
//! A change shows its effect at once; it is noted when the keys rest for two seconds, the cursor leaves
//! its row or the screen closes, so that stepping through values leaves one event.

mod draft;
mod list;
mod told;

pub use told::{share, told_day, told_later, told_of, told_of_past};

use super::browse::Browse;
use super::sheet::Sheet;
use crate::card::CardId;
use crate::day::{self, At, Day, TimeOfDay, TypedDay};
use crate::desk::{Desk, StateOwner, UndoMark};
use crate::drill;
use crate::messages::behind;
use crate::progress::{Kind, MOST_MINUTES, Target};
use crate::schedule::plan::readout::{self, PastPlan, Readout, ReadoutRow};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::format;
use crate::ui::keymap::{Action, Context};
use crate::ui::undoing;
use crate::ui::widgets::answer;
use crate::ui::widgets::field::{self, LineField};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, spread};
use draft::{PlanDraft, weight_of};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;
use told::{past, told};

/// The plan with its readout.
pub struct PlanScreen {
    /// What is set, also where it was not noted yet.
    draft: PlanDraft,
    /// What was noted before.
    noted: PlanDraft,
    /// The plan in the log that this was read from.
    read: Option<Target>,
    opened: UndoMark,
    /// The hour that was said, with its day.
    told: Option<(Day, TimeOfDay)>,
    /// When the draft was changed last.
    changed: At,
    /// 0 is the date, 1 the minutes, then the rows of the readout.
    cursor: usize,
    scroll: Scroll,
    /// Where the date or the minutes are typed, while they are.
    field: Option<LineField>,
    /// What is shown, and what it was computed from.
    shown: Shown,
    computed: Option<Basis>,
}

/// What figures are computed from: what is set, the last event, the day, and whether all are loaded.
type Basis = (PlanDraft, u64, Day, bool);

enum Shown {
    /// Decks and topics, before there is a date.
    Undated(Vec<ReadoutRow>),
    Ahead(Box<Readout>),
    Past(Option<PastPlan>),
}

/// Days from now that the first step to a date sets.
const FIRST_DAYS: i64 = 14;

/// Seconds after the last key in which a change is noted.
const REST: i64 = 2;

/// Weights to step through.
const WEIGHTS: [f32; 6] = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0];

/// Rows before the decks and topics: date and minutes.
const SETTINGS: usize = 2;

impl PlanScreen {
    /// The plan of the desk.
    pub fn new(desk: &Desk) -> PlanScreen {
        let draft = PlanDraft::of(desk);
        PlanScreen {
            noted: draft.clone(),
            read: desk.progress.target().cloned(),
            told: draft.date.zip(draft.hour),
            draft,
            opened: desk.undoable.mark(),
            changed: desk.now.at,
            cursor: 0,
            scroll: Scroll::default(),
            field: None,
            shown: Shown::Undated(Vec::new()),
            computed: None,
        }
    }

    fn rows(&self) -> &[ReadoutRow] {
        match &self.shown {
            Shown::Undated(rows) => rows,
            Shown::Ahead(readout) => &readout.rows,
            Shown::Past(_) => &[],
        }
    }

    /// Whether the draft is another plan than the noted one. Before there is a date, weights and minutes
    /// are no plan yet.
    fn is_to_be_noted(&self) -> bool {
        self.draft != self.noted && (self.draft.date.is_some() || self.noted.date.is_some())
    }

    /// Writes the draft into the log.
    fn commit(&mut self, desk: &mut dyn StateOwner) {
        if !self.is_to_be_noted() {
            return;
        }
        let change = self.draft.target().made_from(self.read.as_ref());
        desk.record(&CardId::from(""), Kind::Plan(change));
        self.noted = self.draft.clone();
        self.read = desk.desk().progress.target().cloned();
        // Another program may have changed the plan too.
        let now = PlanDraft::of(desk.desk());
        if now.date.is_some() && now != self.draft {
            self.take_noted(desk.desk());
        }
    }

    /// Keeps what was told on the eve for the look back.
    fn keep_forecast(&self, desk: &mut dyn StateOwner, look: &Look) {
        let (Shown::Ahead(readout), Some(date)) = (&self.shown, self.draft.date) else { return };
        if let Some(foretold) = readout.foretold(&self.draft.plan(date), desk).filter(|_| !look.is_ahead) {
            desk.record(&CardId::from(""), Kind::Foretold(foretold));
        }
    }

    fn undo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if self.draft != self.noted {
            self.draft = self.noted.clone();
            return Step::Notice(look.words.actions.undo.to_owned());
        }
        let step = undoing::undo(self.opened, desk, look);
        self.take_noted(desk);
        step
    }

    /// Shows the plan as it is noted now.
    fn take_noted(&mut self, desk: &Desk) {
        self.noted = PlanDraft::of(desk);
        self.draft = self.noted.clone();
        self.read = desk.progress.target().cloned();
        self.told = self.draft.date.zip(self.draft.hour);
    }

    fn change(&mut self, by: i32, desk: &Desk) {
        self.changed = desk.now.at;
        match self.cursor {
            0 => self.change_date(by, desk),
            1 => {
                let step = if by > 0 && self.draft.minutes < 5 { 4 } else { 5 };
                self.draft.minutes =
                    self.draft.minutes.saturating_add_signed(by * step).clamp(1, MOST_MINUTES);
            }
            row => {
                let Some(row) = self.rows().get(row - SETTINGS) else { return };
                let (name, now) = (row.name.clone(), weight_of(row, &self.draft.weights));
                let next = if by > 0 {
                    WEIGHTS.into_iter().find(|weight| *weight > now).unwrap_or(now)
                } else {
                    WEIGHTS.into_iter().rev().find(|weight| *weight < now).unwrap_or(now)
                };
                self.draft.weights.insert(name, next);
            }
        }
    }

    fn change_date(&mut self, by: i32, desk: &Desk) {
        let today = desk.now.day;
        self.draft.date = match self.draft.date {
            Some(date) if date >= today => Some(date.plus(i64::from(by)).max(today)),
            // No date, or one that is past: the next interview.
            _ if by > 0 => Some(today.plus(FIRST_DAYS)),
            date => date,
        };
        // The hour was said for its own day, which one may come back to.
        let told = self.told.filter(|(day, _)| Some(*day) == self.draft.date);
        self.draft.hour = told.map(|(_, hour)| hour);
    }

    /// Takes what was typed for the day or the minutes.
    fn take_typed(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let Some(field) = self.field.take() else { return Step::Stay };
        let text = field.text().trim().to_owned();
        if text.is_empty() {
            return Step::Stay;
        }
        self.changed = desk.now.at;
        let mut step = Step::Stay;
        match (self.cursor, day::typed(&text, desk.date_today()), drill::minutes(&text)) {
            (0, Some(TypedDay::On(date)), _) => {
                let told = date.hour.map(|hour| hour.time);
                let before = self.draft.date.map(|day| self.draft.plan(day));
                self.draft.hour = told.or_else(|| before?.hour_on(date.day));
                self.draft.date = Some(date.day);
                self.told = Some(date.day).zip(self.draft.hour);
                step = format::read_as(&date, look.words).map_or(step, Step::Notice);
            }
            (0, Some(TypedDay::Never), _) => self.draft.date = None,
            (0, None, _) => {
                self.field = Some(field);
                return Step::Notice(format::no_day(&text, desk.date_today(), look.words));
            }
            (_, _, Some(minutes @ 1..=MOST_MINUTES)) => self.draft.minutes = minutes,
            _ => {
                self.field = Some(field);
                return Step::Notice((look.words.home.no_minutes)(&text, MOST_MINUTES));
            }
        }
        self.commit(desk);
        step
    }

    /// Takes the topics out of the plan that would hardly be reached.
    fn drop_what_does_not_fit(&mut self) {
        let Shown::Ahead(readout) = &self.shown else { return };
        let names: Vec<String> = readout.does_not_fit().map(|row| row.name.clone()).collect();
        self.draft.weights.extend(names.into_iter().map(|name| (name, 0.0)));
    }

    fn compute(&mut self, desk: &Desk) {
        let progress = &desk.progress;
        let from = Some((self.draft.clone(), progress.changes(), desk.now.day, progress.is_whole()));
        if self.computed == from {
            return;
        }
        self.computed = from;
        self.shown = match self.draft.date {
            Some(date) if date < desk.now.day => {
                Shown::Past(readout::review(&self.draft.plan(date), desk).ok())
            }
            Some(date) => Shown::Ahead(Box::new(readout::readout(&self.draft.plan(date), desk))),
            None => Shown::Undated(readout::rows_of(&self.draft.weights, desk)),
        };
    }
}

impl Screen for PlanScreen {
    fn context(&self) -> Context {
        if self.field.is_some() { Context::Field } else { Context::Plan }
    }

    fn is_typing(&self) -> bool {
        self.field.is_some()
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Some(is_done) = field::take(&mut self.field, &event) {
            return if is_done { self.take_typed(desk, look) } else { Step::Stay };
        }
        match event {
            Event::Action(Action::TypeIn) if self.cursor < SETTINGS => {
                self.field = Some(LineField::default());
            }
            Event::Action(Action::Back) => {
                self.commit(desk);
                self.keep_forecast(desk, look);
                return Step::Close;
            }
            Event::Action(Action::Next) => self.change(1, desk),
            Event::Action(Action::Previous) => self.change(-1, desk),
            Event::Action(Action::Undo) => return self.undo(desk, look),
            Event::Action(Action::Redo) => {
                let step = undoing::redo(self.opened, desk, look);
                self.take_noted(desk);
                return step;
            }
            Event::Action(Action::Drop) if self.is_live(Action::Drop, desk) => {
                self.drop_what_does_not_fit();
                self.commit(desk);
            }
            Event::Action(Action::Clear) if self.draft.date.is_some() => {
                let later = std::mem::take(&mut self.draft.later);
                self.draft = PlanDraft { minutes: self.draft.minutes, ..PlanDraft::without_date(later) };
                self.commit(desk);
                return Step::Notice(look.words.plan.cleared.to_owned());
            }
            Event::Action(Action::Sheet) => {
                self.commit(desk);
                return Step::Open(Box::new(Sheet::default()));
            }
            Event::Action(Action::Browse) => {
                self.commit(desk);
                return Step::Open(Box::new(Browse::new(desk)));
            }
            Event::Action(action) => {
                if let Some(cursor) = self.scroll.cursor(self.cursor, action) {
                    self.commit(desk);
                    self.cursor = cursor;
                }
            }
            Event::Wake => {
                self.commit(desk);
                let is_past = self.draft.date.is_some_and(|date| date < desk.now.day);
                if is_past && !desk.progress.is_whole() {
                    return Step::Ask(Effect::LoadHistory);
                }
            }
            Event::DecksChanged(_) => self.computed = None,
            _ => {}
        }
        Step::Stay
    }

    fn wake_at(&self, _desk: &Desk) -> Option<At> {
        self.is_to_be_noted().then(|| self.changed.plus_seconds(REST))
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        if self.draft == self.noted && self.read.as_ref() != desk.progress.target() {
            // Another program changed the plan.
            self.take_noted(desk);
        }
        self.compute(desk);
        let count = SETTINGS + self.rows().len();
        self.cursor = self.cursor.min(count - 1);
        let column = column(Rect::new(0, 0, size.width, size.height));
        let above = self.above(column.width, usize::from(size.height), desk, look).len();
        // The settings stand above the list and scroll with it in a low window.
        let window = usize::from(size.height).saturating_sub(above + 1);
        self.scroll.fit(count + usize::from(count > SETTINGS), window.max(1));
        self.scroll.show(self.cursor + usize::from(self.cursor >= SETTINGS));
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        let row = self.cursor.checked_sub(SETTINGS).and_then(|row| self.rows().get(row));
        let weight = row.map_or(1.0, |row| weight_of(row, &self.draft.weights));
        match (action, self.cursor) {
            (Action::TypeIn, row) => row < SETTINGS,
            (Action::Next, 1) => self.draft.minutes < MOST_MINUTES,
            (Action::Previous, 0) => self.draft.date.is_some_and(|date| date > desk.now.day),
            (Action::Previous, 1) => self.draft.minutes > 1,
            (Action::Next, 2..) => WEIGHTS.iter().any(|other| *other > weight),
            (Action::Previous, 2..) => WEIGHTS.iter().any(|other| *other < weight),
            (Action::Drop, _) => {
                matches!(&self.shown, Shown::Ahead(readout) if readout.does_not_fit().next().is_some())
            }
            (Action::Clear, _) => self.draft.date.is_some(),
            (Action::Redo, _) => self.draft == self.noted && desk.undoable.undone(self.opened).is_some(),
            (Action::Undo, _) => self.draft != self.noted || desk.undoable.last(self.opened).is_some(),
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let above = self.above(column.width, usize::from(area.height), desk, look);
        for (y, line) in above.iter().enumerate() {
            frame.render_widget(line, at(y as u16, 1));
        }
        let list = at(above.len() as u16, area.height.saturating_sub(above.len() as u16 + 1));
        let count = SETTINGS + self.rows().len();
        let mut lines: Vec<Line<'static>> =
            (0..count).map(|row| self.line(row, column.width, desk, look)).collect();
        if count > SETTINGS {
            lines.insert(SETTINGS, self.heading(column.width, look));
        }
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
        if let Some(field) = &self.field {
            let home = look.words.home;
            let label = if self.cursor == 0 { home.date_field } else { home.minutes_field };
            // In its own row: what is said of it stands at the end of the screen.
            let row = self.cursor.saturating_sub(self.scroll.top) as u16;
            field.view(frame, Rect { y: list.y + row, height: 1, ..list }, &behind(label, ""), look);
        }
    }
}

impl PlanScreen {
    /// Title and readout, as many lines as leave at least four for the list.
    fn above(&self, width: u16, height: usize, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
        let words = look.words;
        let roomy = height >= 16;
        let left = match self.draft.date {
            Some(date) if date < desk.now.day => (words.plan.past)(desk.now.day.days_since(date)),
            Some(date) => (words.plan.days_left)(date.days_since(desk.date_today())),
            None => desk.now.day.to_string(),
        };
        let mut lines = vec![spread(words.plan.title, &left, width, look)];
        let told = match &self.shown {
            Shown::Undated(_) => {
                answer::lay_out_inline(words.plan.no_date_hint, width, look.theme.dim, &look.theme)
            }
            Shown::Ahead(readout) => told(readout, &self.draft.later, width, look),
            Shown::Past(review) => review.as_ref().map_or(Vec::new(), |review| past(review, width, look)),
        };
        if roomy {
            lines.push(Line::default());
        }
        let room = height.saturating_sub(lines.len() + 1 + 3 + usize::from(roomy));
        lines.extend(told.into_iter().take(room));
        if roomy {
            lines.push(Line::default());
        }
        lines
    }
}
