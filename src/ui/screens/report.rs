//! The questions that an interview asked, typed or pasted: one a line, until they are noted.

use super::editor;
use crate::desk::{Desk, DraftKey, StateOwner};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::{answer, bar, column, heading, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui_textarea::{CursorMove, TextArea};

/// A field for the questions. What stands in it is kept until it is noted or emptied.
pub struct ReportField {
    field: TextArea<'static>,
    draft: DraftKey,
}

impl ReportField {
    /// The field with what was typed there before, and this below it.
    pub fn new(typed: &str, desk: &mut dyn StateOwner) -> ReportField {
        let draft = DraftKey::writing(&["report"]);
        let before = desk.drafts.get(draft).unwrap_or_default().trim_end().to_owned();
        let parts = [before.as_str(), typed.trim()];
        let text: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let mut field = editor::field(&text.join("\n"));
        field.move_cursor(CursorMove::Bottom);
        field.move_cursor(CursorMove::End);
        let report = ReportField { field, draft };
        report.keep(desk);
        report
    }

    fn text(&self) -> String {
        self.field.lines().join("\n")
    }

    fn keep(&self, desk: &mut dyn StateOwner) {
        desk.keep_draft(self.draft, self.text().trim_end());
    }
}

impl Screen for ReportField {
    fn context(&self) -> Context {
        Context::Note
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Typed(text) => {
                self.field.insert_str(text);
                self.keep(desk);
            }
            Event::Key(key) => {
                editor::press(&mut self.field, key);
                self.keep(desk);
            }
            Event::Action(Action::Save) if self.text().trim().is_empty() => {
                return Step::Notice(look.words.inside.report_empty.to_owned());
            }
            Event::Action(Action::Save) => {
                return Step::Ask(Effect::ReadTyped(format!("{}\n", self.text().trim())));
            }
            Event::ReportWritten => {
                desk.keep_draft(self.draft, "");
                return Step::Close;
            }
            Event::Action(Action::Back) => return Step::Close,
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, _size: Size, _desk: &Desk, look: &Look) {
        self.field.set_style(look.theme.text);
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        (action == Action::Save).then_some(look.words.inside.act_note_questions)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let words = look.words.inside;
        frame.render_widget(spread(&heading(words.report_title), "", column.width, look), at(0, 1));
        let about = answer::lay_out_inline(words.report_about, column.width, look.theme.dim, &look.theme);
        let about = about.into_iter().take(usize::from(area.height.saturating_sub(6)));
        let mut y = 1;
        for line in about {
            frame.render_widget(line, at(y, 1));
            y += 1;
        }
        y += u16::from(area.height >= 10);
        let body = at(y, area.height.saturating_sub(y + 1));
        frame.render_widget(&self.field, body);
        editor::put_cursor(frame, body, body);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }
}
