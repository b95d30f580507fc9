//! The settings, one line each; a change counts at once and is saved at once.

use super::theme::ThemeScreen;
use crate::card::Lang;
use crate::desk::{Desk, Done, StateOwner, UndoMark};
use crate::quiz::typed::grader::{Trust, fingerprint};
use crate::settings::{ROWS, Row};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::grading;
use crate::ui::keymap::{Action, Context};
use crate::ui::undoing;
use crate::ui::values;
use crate::ui::widgets::field::{self, LineField};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, heading, setting, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The list of settings.
pub struct SettingsScreen {
    cursor: usize,
    scroll: Scroll,
    /// Where the value under the cursor is typed, while it is.
    field: Option<LineField>,
    opened: UndoMark,
}

/// Lines at the bottom that say what the setting under the cursor does.
const ABOUT: u16 = 2;

impl SettingsScreen {
    /// The list with the cursor on the first setting.
    pub fn new(desk: &Desk) -> SettingsScreen {
        SettingsScreen::at(0, desk)
    }

    /// The list with the cursor on this row.
    pub fn at(cursor: usize, desk: &Desk) -> SettingsScreen {
        let opened = desk.undoable.mark();
        SettingsScreen { cursor, opened, scroll: Scroll::default(), field: None }
    }

    fn change(&mut self, by: i32, desk: &Desk) -> Step {
        let row = &ROWS[self.cursor];
        if row.key == "theme" {
            return Step::Open(Box::new(ThemeScreen::new(by, desk)));
        }
        if by > 0 && is_only_typed(row, desk) {
            self.begin_typing(desk);
            return Step::Stay;
        }
        self.choose((row.step)(&desk.settings, by))
    }

    fn choose(&self, value: String) -> Step {
        Step::Ask(Effect::Choose { row: self.cursor, value })
    }

    fn undo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Some(Done::Chosen(row)) = desk.undoable.last(self.opened).map(|entry| entry.done) {
            self.cursor = row;
        }
        undoing::undo(self.opened, desk, look)
    }

    fn begin_typing(&mut self, desk: &Desk) {
        self.field = Some(LineField::new(&(ROWS[self.cursor].get)(&desk.settings)));
    }

    /// Takes what was typed, where it is allowed.
    fn take_typed(&mut self, desk: &Desk, look: &Look) -> Step {
        let Some(field) = self.field.take() else { return Step::Stay };
        let value = field.text().trim().to_owned();
        let row = &ROWS[self.cursor];
        if value == (row.get)(&desk.settings) {
            return Step::Stay;
        }
        if !(row.set)(&mut desk.settings.clone(), &value) {
            self.field = Some(field);
            let words = (row.words)(look.words);
            return Step::Notice((look.words.home.not_allowed)(&value, words.label, words.about));
        }
        self.choose(value)
    }
}

/// Whether the keys that step have nothing to step to, so that they begin to type.
fn is_only_typed(row: &Row, desk: &Desk) -> bool {
    let steps = |by| (row.step)(&desk.settings, by) != (row.get)(&desk.settings);
    row.is_typed() && !steps(1) && !steps(-1)
}

impl Screen for SettingsScreen {
    fn context(&self) -> Context {
        if self.field.is_some() { Context::Field } else { Context::Settings }
    }

    fn is_typing(&self) -> bool {
        self.field.is_some()
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Some(is_done) = field::take(&mut self.field, &event) {
            return if is_done { self.take_typed(desk, look) } else { Step::Stay };
        }
        let action = match event {
            Event::Action(action) => action,
            Event::Row(row) if row == self.cursor => Action::Next,
            Event::Row(row) if row < ROWS.len() => {
                self.cursor = row;
                return Step::Stay;
            }
            _ => return Step::Stay,
        };
        match action {
            Action::Back => return Step::Close,
            Action::Next | Action::Previous if !self.is_live(action, desk) => {}
            Action::Next => return self.change(1, desk),
            Action::Previous => return self.change(-1, desk),
            Action::TypeIn if ROWS[self.cursor].is_typed() => self.begin_typing(desk),
            Action::Undo => return self.undo(desk, look),
            Action::Redo => return undoing::redo(self.opened, desk, look),
            action => self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor),
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, _look: &Look) {
        self.scroll.fit(ROWS.len(), usize::from(list_height(size.height)));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        let row = &ROWS[self.cursor];
        let changes = |by| (row.step)(&desk.settings, by) != (row.get)(&desk.settings);
        match action {
            _ if self.field.is_some() => action != Action::Palette,
            Action::Next => changes(1) || is_only_typed(row, desk),
            Action::Previous => changes(-1),
            Action::TypeIn => row.is_typed(),
            Action::Undo => desk.undoable.last(self.opened).is_some(),
            Action::Redo => desk.undoable.undone(self.opened).is_some(),
            _ => true,
        }
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        let row = &ROWS[self.cursor];
        (action == Action::Next && row.is_free_text()).then_some(look.words.home.act_type_in)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(
            spread(&heading(look.words.actions.settings), file_of(&ROWS[self.cursor]), column.width, look),
            at(0, 1),
        );
        let lines: Vec<Line<'static>> =
            (0..ROWS.len()).map(|row| self.row(row, column.width, desk, look)).collect();
        let list = at(2, list_height(area.height));
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        if let Some(field) = &self.field {
            let label = format!("{}{}", (ROWS[self.cursor].words)(look.words).label, look.words.names.colon);
            field.view(frame, at(area.height.saturating_sub(2), 1), &label, look);
        } else if area.height >= 10 {
            let row = &ROWS[self.cursor];
            let about = match (offered(row, desk), measured(row, desk, look)) {
                (Some(command), _) => (look.words.grading.offered)(command),
                (None, Some(measured)) => measured,
                (None, None) => (row.words)(look.words).about.to_owned(),
            };
            let about = answer::lay_out_inline(&about, column.width, look.theme.dim, &look.theme);
            for (row, line) in about.iter().take(usize::from(ABOUT)).enumerate() {
                frame.render_widget(line, at(area.height - 1 - ABOUT + row as u16, 1));
            }
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }
}

fn list_height(height: u16) -> u16 {
    let about = if height >= 10 { ABOUT + 1 } else { 0 };
    height.saturating_sub(3 + about).max(1)
}

/// The file a setting stands in.
fn file_of(row: &Row) -> &'static str {
    if row.is_of_machine() { "machine.toml" } else { "config.toml" }
}

/// The grader that the shared settings name and nobody has confirmed here.
fn offered<'a>(row: &Row, desk: &'a Desk) -> Option<&'a str> {
    let settings = &desk.settings;
    let is_offered = row.key == "grader" && settings.grader.is_empty() && !settings.offered_grader.is_empty();
    is_offered.then_some(settings.offered_grader.as_str())
}

/// What was measured of the learner's grader, where there is one.
fn measured(row: &Row, desk: &Desk, look: &Look) -> Option<String> {
    let (settings, words) = (&desk.settings, look.words.grading);
    if row.key != "grader" || settings.grader.is_empty() {
        return None;
    }
    let measured = settings.measured.as_ref().filter(|measured| measured.of == fingerprint(settings));
    Some(match measured {
        Some(measured) => {
            let [en, zh] = [Lang::En, Lang::Zh].map(|lang| Trust::of(settings, lang));
            grading::measured(&measured.day, en, zh, words)
        }
        None => words.not_measured.to_owned(),
    })
}

impl SettingsScreen {
    fn row(&self, row: usize, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let name = (ROWS[row].words)(look.words).label;
        let value = match values::shown(&ROWS[row], desk) {
            empty if empty.is_empty() => match offered(&ROWS[row], desk) {
                Some(_) => "– (?)".to_owned(),
                None => "–".to_owned(),
            },
            value => value,
        };
        setting(name, &value, row == self.cursor, (width, width), look)
    }
}
