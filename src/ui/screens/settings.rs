//! The settings, one line each; a change counts at once and is saved at once.

use crate::card::Lang;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::quiz::typed::grader::{Trust, fingerprint};
use crate::settings::{ROWS, Row};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::grading;
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, heading, setting, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The list of settings.
#[derive(Default)]
pub struct Settings {
    cursor: usize,
    scroll: Scroll,
}

/// Lines at the bottom that say what the setting under the cursor does.
const ABOUT: u16 = 2;

impl Settings {
    /// The list with the cursor on the first setting.
    pub fn new() -> Settings {
        Settings::default()
    }

    /// The list with the cursor on this row.
    pub fn at(cursor: usize) -> Settings {
        Settings { cursor, ..Settings::default() }
    }

    fn change(&self, by: i32, desk: &Desk) -> Step {
        let value = (ROWS[self.cursor].step)(&desk.settings, by);
        Step::Ask(Effect::Choose { row: self.cursor, value })
    }
}

impl Screen for Settings {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, _look: &Look) -> Step {
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
            Action::Next => changes(1),
            Action::Previous => changes(-1),
            _ => true,
        }
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
        if area.height >= 10 {
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

impl Settings {
    fn row(&self, row: usize, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let name = (ROWS[row].words)(look.words).label;
        let value = match (ROWS[row].label)(&desk.settings, look.words.lang) {
            empty if empty.is_empty() => match offered(&ROWS[row], desk) {
                Some(_) => "– (?)".to_owned(),
                None => "–".to_owned(),
            },
            value => value,
        };
        setting(name, &value, row == self.cursor, (width, width), look)
    }
}
