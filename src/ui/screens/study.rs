//! Study: the question, its answer, the four grades; and at the end what it came to.

mod checklist;
mod choosing;
mod clock;
mod code;
mod coding;
mod finish;
mod grades;
mod layers;
mod leading;
mod live;
mod margins;
mod more;
mod open_layers;
mod recall_clock;
mod revealing;
mod rows;
mod sheet;
mod task;
mod undoing;

use super::asked::Asked;
use super::editor;
use super::errors::ErrorNotebook;
use super::note::Note;
use crate::card::{CardId, Grade};
use crate::day::At;
use crate::desk::StateOwner;
use crate::desk::{Desk, Place};
use crate::messages::ModeName;
use crate::progress::Confidence;
use crate::quiz::mode::Task;
use crate::quiz::session::{AskingPhase, Reveal, Session};
use crate::schedule::queue::Counts;
use crate::typeset::picture::Placed;
use crate::typeset::theme::Theme;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::grading;
use crate::ui::keymap::{Action, Context, Key};
use crate::ui::widgets::answer::Link;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column};
pub(super) use live::has_other_language;
pub(super) use more::copied;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui_textarea::{CursorMove, TextArea};
use recall_clock::RecallClock;
use rows::Rows;
use sheet::{SheetView, StudySheet};

/// The study screen.
pub struct Study {
    session: Session,
    sheet: StudySheet,
    scroll: Scroll,
    /// What the sheet was laid out for; a new card begins at its top.
    shown: Option<(Place, At)>,
    /// A new point was shown: the end of the sheet has to come into view.
    follows: bool,
    /// How many cards still wait.
    left: Counts,
    /// What can be done after the last card.
    goes_on: Vec<Action>,
    /// The mode that the learner chose here, by its place in the table.
    chosen_mode: Option<ModeName>,
    /// Where the answer is typed, while it is.
    field: TextArea<'static>,
    /// What stands in the field was typed before.
    is_taken_up: bool,
    /// The user wants to leave although something was typed; once more and it is given up.
    leaving: bool,
    /// The user wants an answer taken back that is not in memory yet.
    is_undoing: bool,
    /// The learner said twice that answers of before are to be taken back.
    reaches_back: bool,
    /// The tests of the code card at hand were to run, and are not trusted.
    is_untrusted: bool,
    /// The clock of the card at hand.
    clock: Option<RecallClock>,
    /// The layers below the core are shown.
    is_unfolded: bool,
    /// Points are being ticked by their digits.
    is_ticking: bool,
    /// What the sheet was laid out for, until something but the scroll position changes.
    laid_out: Option<(Size, &'static str, u64, Theme)>,
}

impl Study {
    /// Studies in this session.
    pub fn new(session: Session) -> Study {
        Study {
            session,
            sheet: StudySheet::default(),
            scroll: Scroll::default(),
            shown: None,
            follows: false,
            left: Counts::default(),
            goes_on: Vec::new(),
            chosen_mode: None,
            field: TextArea::default(),
            is_taken_up: false,
            leaving: false,
            is_undoing: false,
            reaches_back: false,
            is_untrusted: false,
            clock: None,
            is_unfolded: false,
            is_ticking: false,
            laid_out: None,
        }
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if self.scroll.act(action) {
            return Step::Stay;
        }
        self.laid_out = None;
        let words = look.words;
        let leaving = std::mem::take(&mut self.leaving);
        self.reaches_back &= action == Action::Undo;
        match action {
            Action::Back if self.is_ticking => self.is_ticking = false,
            Action::TickByDigit => self.is_ticking = !self.is_ticking && self.has_points(),
            Action::Layers if self.can(action, desk) => self.is_unfolded = !self.is_unfolded,
            Action::Back if self.session.unsure() => {}
            Action::Back if !leaving && self.is_writing() && !self.field.is_empty() => {
                self.leaving = true;
                return Step::Notice(words.discard_answer.to_owned());
            }
            Action::Back => {
                if self.is_writing() {
                    self.session.give_up_draft(desk);
                }
                return if leaving { Step::Leave } else { Step::Close };
            }
            Action::Reveal => return self.reveal(desk, look),
            Action::PickFirst => self.session.choose(0, desk),
            Action::PickSecond => self.session.choose(1, desk),
            Action::PickThird => self.session.choose(2, desk),
            Action::PickFourth => self.session.choose(3, desk),
            Action::WriteCode => return self.write_code(desk),
            Action::RunTests => return self.run_tests(desk),
            Action::Trust => return self.trust(desk),
            Action::RevealPoint | Action::Tick | Action::PointBefore => self.point(action, desk),
            Action::Again => return self.grade(Grade::Again, desk, look),
            Action::Hard => return self.grade(Grade::Hard, desk, look),
            Action::Good => return self.grade(Grade::Good, desk, look),
            Action::Easy => return self.grade(Grade::Easy, desk, look),
            Action::AcceptGrade => match self.session.suggests() {
                Some(grade) => self.session.grade(grade, desk),
                None => return Step::Notice(look.words.nothing_suggested.to_owned()),
            },
            Action::SureNo => return self.sure(Confidence::No, desk),
            Action::SureMaybe => return self.sure(Confidence::Maybe, desk),
            Action::SureLikely => return self.sure(Confidence::Likely, desk),
            Action::SureYes => return self.sure(Confidence::Sure, desk),
            Action::Mode => return self.next_mode(desk, look),
            // What is being typed stays.
            Action::Undo if self.is_writing() && !self.field.is_empty() => {}
            Action::Undo => return self.undo(desk, look),
            Action::Redo => return self.redo(desk, look),
            Action::Suspend => {
                self.session.suspend(desk);
                return Step::Notice(words.suspended.to_owned());
            }
            Action::Bury => {
                self.session.bury(desk);
                return Step::Notice(words.buried.to_owned());
            }
            Action::Language => return self.switch_language(desk, look),
            Action::Link => return self.open_link(look),
            Action::Picture => return self.enlarge(None, look),
            Action::Edit => return self.edit(desk, look),
            Action::Write => return self.write(desk),
            Action::Add => return self.add(desk),
            Action::Errors => return Step::Open(Box::new(ErrorNotebook::default())),
            Action::Asked => {
                let Some(card) = self.card(desk) else { return Step::Stay };
                return Step::Open(Box::new(Asked::new(vec![card], desk)));
            }
            Action::Note => {
                let Some(card) = self.card(desk) else { return Step::Stay };
                return Step::Open(Box::new(Note::new(card, desk)));
            }
            action if !self.can(action, desk) => {}
            Action::Copy | Action::CopyCode => return self.copy(action, desk),
            Action::ReadAgain => return self.read_again(desk),
            Action::Ahead => self.session.study_ahead(desk),
            Action::MoreNew => self.session.more_new(10, desk),
            Action::Practise => {
                let mut chance = ChaCha8Rng::seed_from_u64(desk.now.at.0 as u64);
                self.session.practise(desk, &mut chance);
            }
            _ => {}
        }
        Step::Stay
    }

    /// Whether the answer is being typed.
    fn is_writing(&self) -> bool {
        self.session.is_typing()
    }

    /// Whether what is typed is one line: a number, or what stands in a gap.
    fn is_one_line(&self) -> bool {
        let task = self.session.trial.as_ref().map(|trial| &trial.task);
        self.is_writing() && matches!(task, Some(Task::Compute(_) | Task::Fill(_)))
    }

    /// Whether what was typed stands beside points to tick.
    fn has_ticks(&self) -> bool {
        self.session
            .trial
            .as_ref()
            .is_some_and(|trial| matches!(trial.task, Task::Write(_)) && !trial.checklist.said.is_empty())
    }

    /// Changes the field, and lets the session know what stands in it.
    fn write_answer(
        &mut self,
        desk: &mut dyn StateOwner,
        change: impl FnOnce(&mut TextArea<'static>) -> bool,
    ) {
        if self.is_writing() {
            change(&mut self.field);
            self.session.write(self.field.lines().join("\n"));
            self.session.keep_draft(desk);
            self.is_taken_up = false;
        }
    }
}

impl Screen for Study {
    fn context(&self) -> Context {
        match self.session.phase {
            AskingPhase::Asked(_) => match self.session.trial.as_ref().map(|trial| &trial.task) {
                Some(task) if task.is_typed() => Context::Writing,
                Some(Task::Pick(_)) => Context::Options,
                Some(Task::Code(_)) if self.asks_for_trust() => Context::Untrusted,
                Some(Task::Code(_)) => Context::Coding,
                _ => Context::Question,
            },
            AskingPhase::Shown(_, Reveal::All) if self.is_ticking => Context::Ticking,
            AskingPhase::Sure(..) => Context::Sure,
            AskingPhase::Shown(_, Reveal::Points(_)) => Context::Points,
            AskingPhase::Shown(_, Reveal::All) if self.session.suggests().is_some() || self.has_ticks() => {
                match self.session.trial.as_ref().map(|trial| &trial.task) {
                    Some(Task::Pick(_)) => Context::Chosen,
                    _ => Context::Checked,
                }
            }
            AskingPhase::Shown(_, Reveal::All) => Context::Answer,
            AskingPhase::Finished { .. } => Context::Finish,
        }
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if !matches!(event, Event::Wake) {
            self.keep_clock_going(desk);
        }
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::Wake if self.is_undoing && desk.progress.is_whole() => {
                self.laid_out = None;
                return self.undo(desk, look);
            }
            // A second of the clock changes nothing but the clock.
            Event::Wake if self.clock_ticks(desk).is_some() => return Step::Stay,
            Event::Wake => self.session.refresh(desk),
            Event::Noted(card) => return self.noted(&card, desk, look),
            Event::DecksChanged(renamed) => self.session.decks_changed(renamed.as_ref(), desk),
            Event::Typed(text) => self.write_answer(desk, |field| field.insert_str(text)),
            Event::Key(Key::Enter) if self.is_one_line() => {
                self.laid_out = None;
                return self.reveal(desk, look);
            }
            Event::Key(Key::Char(digit)) if self.is_ticking => {
                if let Some(point) = digit.to_digit(10).and_then(|digit| (digit as usize).checked_sub(1)) {
                    self.session.tick_point(point);
                }
            }
            Event::Key(key) => self.write_answer(desk, |field| editor::press(field, key)),
            Event::Coded(card, text) => {
                self.laid_out = None;
                return self.coded(&card, &text, desk);
            }
            Event::Trusted => {
                self.laid_out = None;
                return self.run_tests(desk);
            }
            Event::Tested(card, text, report) => self.session.tested(&card, &text, report, desk),
            Event::Judged(card, Ok(verdict)) => self.session.judged(&card, verdict, desk),
            Event::Judged(_, Err(failure)) => {
                let words = look.words.grading;
                return Step::Notice((words.failed)(&grading::failure(&failure, words)));
            }
            Event::Picture(picture) => return self.enlarge(Some(picture), look),
            _ => return Step::Stay,
        }
        self.laid_out = None;
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let rows = Rows::of(size.height, self.context());
        let key = (size, look.words.language, look.pictures.version(), look.theme.clone());
        if self.laid_out.as_ref() != Some(&key) {
            self.laid_out = Some(key);
            self.lay_out(size, rows.body, desk, look);
        }
        let asked_at = self.session.trial.as_ref().map(|trial| trial.asked_at);
        let at_hand = self.session.place().zip(asked_at);
        if self.shown != at_hand {
            self.shown = at_hand;
            self.is_untrusted = false;
            self.is_unfolded = false;
            self.is_ticking = false;
            self.set_clock(desk);
            self.scroll = Scroll::default();
            self.field = self.new_field();
            self.is_taken_up = self.is_writing() && !self.field.is_empty();
        }
        self.field.set_style(look.theme.text);
        let pinned = self.sheet.pinned.len() + usize::from(!self.sheet.pinned.is_empty());
        self.scroll.fit(self.sheet.lines.len(), usize::from(rows.body).saturating_sub(pinned));
        if std::mem::take(&mut self.follows) {
            match self.sheet.cursor {
                Some((first, last)) => [last, first].into_iter().for_each(|line| self.scroll.show(line)),
                None => drop(self.scroll.act(Action::Last)),
            }
        }
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        if action == Action::Tick && self.is_ticked_here() {
            return Some(look.words.actions.untick);
        }
        if action != Action::Reveal {
            return None;
        }
        if !matches!(self.session.phase, AskingPhase::Shown(_, Reveal::All)) {
            return self.is_one_line().then_some(look.words.grading.check);
        }
        if self.sheet.is_folded && self.scroll.is_at_end() {
            return Some(look.words.actions.layers);
        }
        let grade = self.grade_of_space().filter(|_| self.scroll.is_at_end());
        grade.map(|grade| (look.words.names.grade)(grade))
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        self.can(action, desk)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let rows = Rows::of(area.height, self.context());
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(self.header(rows.top == 1, desk, column.width, look), at(0, 1));
        if rows.top > 1
            && let Some(clock) = self.clock_line(desk, look)
        {
            frame.render_widget(clock, at(1, 1));
        }
        for (row, line) in self.sheet.pinned.iter().enumerate() {
            frame.render_widget(line, at(rows.top + row as u16, 1));
        }
        let mut body = at(rows.top, rows.body);
        if !self.sheet.pinned.is_empty() {
            let below = self.sheet.pinned.len() as u16;
            frame.render_widget(self.rule(column.width, look), at(rows.top + below, 1));
            body = at(rows.top + below + 1, rows.body.saturating_sub(below + 1));
        }
        self.scroll.view(frame, body, &self.sheet.lines, Rect { x: area.x, width: area.width, ..body }, look);
        look.pictures.view(frame, body, self.scroll.top, &self.sheet.pictures);
        if self.is_writing() {
            frame.render_widget(&self.field, body);
            editor::put_cursor(frame, body, body);
        }
        if let Some(row) = self.row_of_grades(desk, column.width, look) {
            frame.render_widget(row, at(area.height - 2, 1));
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }

    fn is_typing(&self) -> bool {
        self.is_writing()
    }

    fn wake_at(&self, desk: &Desk) -> Option<At> {
        match self.session.phase {
            AskingPhase::Finished { next_due } => next_due,
            _ => self.clock_ticks(desk),
        }
    }

    fn links(&self) -> &[Link] {
        &self.sheet.links
    }

    fn pictures(&self) -> &[Placed] {
        &self.sheet.pictures
    }

    fn card(&self, desk: &Desk) -> Option<CardId> {
        self.session.place().map(|place| desk.card(place).id.clone())
    }
}

impl Study {
    /// Lays out the card at hand or the finish, and counts what is left.
    fn lay_out(&mut self, size: Size, body: u16, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        self.left = self.session.left(desk);
        self.goes_on = self.ways_on(desk);
        self.sheet = match self.session.phase {
            AskingPhase::Finished { .. } => {
                StudySheet { lines: finish::lines(&self.session, desk, width, look), ..StudySheet::default() }
            }
            _ => StudySheet::of_card(&self.session, self.sheet_view(), desk, (width, body), look),
        };
    }

    fn sheet_view(&self) -> SheetView {
        SheetView {
            asks_for_trust: self.asks_for_trust(),
            is_unfolded: self.is_unfolded,
            is_ticking: self.is_ticking,
        }
    }

    /// A field with what the learner has written for the card at hand.
    fn new_field(&self) -> TextArea<'static> {
        let mut field = editor::field(self.session.trial.as_ref().map_or("", |trial| trial.task.typed()));
        field.move_cursor(CursorMove::Bottom);
        field.move_cursor(CursorMove::End);
        field
    }
}
