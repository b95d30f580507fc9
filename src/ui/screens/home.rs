//! Home: how ready one is, what today brings, the decks, and what was weak lately.

mod areas;
mod figures;
mod list;
mod panes;
mod rows;

use super::after::AfterScreen;
use super::browse::Browse;
use super::editor::Editor;
use super::errors::ErrorNotebook;
use super::interview::setup::Setup;
use super::plan::PlanScreen;
use super::stats::StatsScreen;
use super::study::Study;
use crate::card::Track;
use crate::day::{At, Day};
use crate::desk::{Desk, StateOwner, UndoMark};
use crate::quiz::interview::Length;
use crate::quiz::session::{Session, Subject};
use crate::schedule::plan::Plan;
use crate::search::FILTERS;
use crate::settings::{Limits, ROWS};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use areas::HomeAreas;
use figures::Figures;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use rows::HomeRow;

/// The first screen.
#[derive(Default)]
pub struct Home {
    cursor: usize,
    scroll: Scroll,
    rows: Vec<HomeRow>,
    /// Decks that are not studied yet are listed one by one.
    is_unfolded: bool,
    /// The learner has said whether they are; until then they are where there is room.
    is_fold_chosen: bool,
    figures: Figures,
    /// What the figures were taken from; moving the cursor changes none of it.
    counted: Option<HomeBasis>,
    /// The forecast of the plan is still to be computed.
    is_waiting: bool,
}

/// What figures are taken from: changes of the log, the day, the decks, those switched off, limits, language.
type HomeBasis = (u64, Day, usize, Vec<String>, Limits, Option<Track>);

impl Home {
    /// Home with the cursor on the first row.
    pub fn new() -> Home {
        Home::default()
    }

    fn count(&mut self, desk: &Desk) {
        let settings = &desk.settings;
        let basis = (
            desk.progress.changes(),
            desk.now.day,
            desk.decks.len(),
            settings.decks_off.clone(),
            settings.limits,
            settings.track,
        );
        if self.counted.as_ref() == Some(&basis) {
            return;
        }
        self.counted = Some(basis);
        let before = self.figures.plan.take();
        self.figures = Figures::of(desk);
        self.is_waiting = Plan::in_force(desk).is_some();
        // What was foreseen before is near enough for the moment until it is computed anew.
        self.figures.plan = before.filter(|_| self.is_waiting);
    }

    /// Studies the deck under the cursor, or all that are switched on.
    fn study(&self, desk: &Desk) -> Step {
        let decks = match self.rows.get(self.cursor) {
            Some(HomeRow::Deck(deck)) => vec![desk.decks[*deck].name.clone()],
            _ => Vec::new(),
        };
        let subject = Subject { decks, ..Subject::default() };
        Step::Open(Box::new(Study::new(Session::start(subject, desk))))
    }

    /// Switches the deck under the cursor off, or on again.
    fn toggle(&self, desk: &Desk) -> Step {
        let Some(HomeRow::Deck(deck)) = self.rows.get(self.cursor) else { return Step::Stay };
        let Some(row) = ROWS.iter().position(|row| row.key == "decks_off") else { return Step::Stay };
        let name = &desk.decks[*deck].name;
        let mut off = desk.settings.decks_off.clone();
        match off.iter().position(|other| other == name) {
            Some(at) => drop(off.remove(at)),
            None => off.push(name.clone()),
        }
        Step::Ask(Effect::Choose { row, value: off.iter().map(|name| format!("{name}\n")).collect() })
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner) -> Step {
        match action {
            Action::Undo | Action::Redo if !self.is_live(action, desk) => {}
            // Home was there from the start of the program.
            Action::Undo => return Step::Ask(Effect::Undo(UndoMark::default())),
            Action::Redo => return Step::Ask(Effect::Redo(UndoMark::default())),
            Action::Choose if self.rows.get(self.cursor) == Some(&HomeRow::Fold) => {
                (self.is_unfolded, self.is_fold_chosen) = (!self.is_unfolded, true);
                self.cursor = self.rows.iter().position(|row| *row == HomeRow::Fold).unwrap_or(0);
            }
            Action::Choose | Action::StudyAll if !self.is_live(action, desk) => {}
            Action::Choose => return self.study(desk),
            Action::StudyAll => {
                return Step::Open(Box::new(Study::new(Session::start(Subject::default(), desk))));
            }
            Action::Plan => return Step::Open(Box::new(PlanScreen::new(desk))),
            Action::Add => {
                return Editor::add_own(desk).map_or(Step::Stay, |editor| Step::Open(Box::new(editor)));
            }
            Action::Browse => return Step::Open(Box::new(Browse::new(desk))),
            Action::Search => return Step::Open(Box::new(Browse::searching(desk))),
            Action::FillIn if self.figures.unanswered > 0 => {
                let unanswered = FILTERS.iter().position(|filter| filter.name == "unanswered");
                return Step::Open(Box::new(Browse::filtered(unanswered.unwrap_or(0), desk)));
            }
            Action::After if Plan::past(desk).is_some() => {
                return Step::Open(Box::new(AfterScreen::new(desk)));
            }
            Action::Interview => {
                return Step::Open(Box::new(Setup::new(Length::default(), None, desk)));
            }
            Action::Errors => return Step::Open(Box::new(ErrorNotebook::default())),
            Action::Stats => return Step::Open(Box::new(StatsScreen::new())),
            Action::Drop => return self.toggle(desk),
            Action::Back => return Step::Close,
            Action::Language => {
                desk.speak(desk.lang_of_words.other());
            }
            action => self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor),
        }
        Step::Stay
    }
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Row(row) if row >= self.rows.len() => {}
            Event::Row(row) if row != self.cursor => self.cursor = row,
            Event::Row(_) => return self.act(Action::Choose, desk),
            Event::Action(action) => return self.act(action, desk),
            Event::DecksChanged(_) => self.counted = None,
            Event::Wake if std::mem::take(&mut self.is_waiting) => self.figures.foresee(desk),
            Event::Wake => self.counted = None,
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        self.count(desk);
        let area = Rect::new(0, 0, size.width, size.height);
        let panes = HomeAreas::of(area, self.above(area, desk, look).len(), desk, look);
        self.rows = rows::rows(desk);
        if !self.is_fold_chosen {
            self.is_unfolded = self.rows.len() <= usize::from(panes.list.height);
        }
        if let Some(fold) =
            self.rows.iter().position(|row| *row == HomeRow::Fold).filter(|_| !self.is_unfolded)
        {
            self.rows.truncate(fold + 1);
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.scroll.fit(self.rows.len(), usize::from(panes.list.height));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        let row = self.rows.get(self.cursor);
        let has_cards = desk.places().next().is_some();
        match action {
            Action::Choose => row.is_some() && (row == Some(&HomeRow::Fold) || has_cards),
            Action::StudyAll | Action::Add => has_cards,
            Action::Interview => !desk.decks.is_empty(),
            Action::Drop => matches!(row, Some(HomeRow::Deck(_))),
            Action::FillIn => self.figures.unanswered > 0,
            Action::After => Plan::past(desk).is_some(),
            Action::Undo => desk.undoable.last(UndoMark::default()).is_some(),
            Action::Redo => desk.undoable.undone(UndoMark::default()).is_some(),
            _ => true,
        }
    }

    fn wake_at(&self, desk: &Desk) -> Option<At> {
        self.is_waiting.then_some(desk.now.at)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        self.draw(frame, area, desk, look);
    }
}
