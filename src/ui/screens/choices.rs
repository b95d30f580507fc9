//! A list to choose one thing of, each of which is then done.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::export::EXPORTS;
use crate::messages::Say;
use crate::ui::app::{Effect, Event, Look, ProgramTask, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, pad, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// The list.
pub struct Choices {
    is_about_export: bool,
    rows: Vec<ChoiceRow>,
    cursor: usize,
    /// The learner was just asked whether the row at the cursor is to leave.
    is_asked: bool,
    scroll: Scroll,
}

/// A line of it.
pub struct ChoiceRow {
    /// What it is called.
    pub name: String,
    /// What is to be known of it.
    pub about: String,
    /// What is done when it is chosen.
    pub task: ProgramTask,
}

impl Choices {
    fn of(is_about_export: bool, rows: Vec<ChoiceRow>) -> Choices {
        Choices { is_about_export, rows, cursor: 0, is_asked: false, scroll: Scroll::default() }
    }

    /// What can be exported, in every format.
    pub fn exports(desk: &Desk) -> Choices {
        let lang = desk.lang_of_words;
        let rows = EXPORTS.iter().flat_map(|export| {
            export.formats.iter().map(move |format| ChoiceRow {
                name: format!("{} · {}", export.name, format.name),
                about: format.about.say(lang),
                task: ProgramTask::Export { what: export.name, format: format.name, to: PathBuf::new() },
            })
        });
        Choices::of(true, rows.collect())
    }

    /// Decks and folders that can be removed.
    pub fn removable(rows: Vec<ChoiceRow>) -> Choices {
        Choices::of(false, rows)
    }
}

impl Screen for Choices {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, look: &Look) -> Step {
        let is_asked = std::mem::take(&mut self.is_asked);
        match event {
            Event::Row(row) if row < self.rows.len() => self.cursor = row,
            // Decks that are gone are not to be chosen any more.
            Event::DecksChanged(_) if !self.is_about_export => return Step::Close,
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) => {
                if let Some(row) = self.rows.get(self.cursor) {
                    if !self.is_about_export && !is_asked {
                        self.is_asked = true;
                        return Step::Notice((look.words.inside.remove_really)(&row.name));
                    }
                    return Step::Ask(Effect::Run(row.task.clone()));
                }
            }
            Event::Action(action) => {
                self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor);
            }
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, _look: &Look) {
        self.scroll.fit(self.rows.len(), usize::from(size.height.saturating_sub(3)));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Search | Action::Picture)
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        let words = look.words.inside;
        let name = if self.is_about_export { words.act_export } else { words.act_remove };
        (action == Action::Choose).then_some(name)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let words = look.words.inside;
        let title = if self.is_about_export { words.export_what } else { words.remove_which };
        frame.render_widget(spread(title, "", column.width, look), line(area.y));
        let room = self.rows.iter().map(|row| row.name.width()).max().unwrap_or(0) + 2;
        let row = |(at, row): (usize, &ChoiceRow)| {
            let is_chosen = at == self.cursor;
            let style = |style| if is_chosen { look.theme.selected } else { style };
            let mark = if is_chosen { "> " } else { "  " };
            let name = shorten(&format!("{mark}{}", pad(&row.name, room)), usize::from(column.width));
            let about = shorten(&row.about, usize::from(column.width).saturating_sub(name.width()));
            Line::from(vec![
                Span::styled(name, style(look.theme.text)),
                Span::styled(about, style(look.theme.dim)),
            ])
        };
        let lines: Vec<Line<'static>> = self.rows.iter().enumerate().map(row).collect();
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }
}
