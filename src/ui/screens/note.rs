//! The learner's own note on a card: a field for it, and how it is shown below an answer.

use super::editor;
use crate::card::CardId;
use crate::desk::Desk;
use crate::desk::{DraftKey, StateOwner};
use crate::progress::{Kind, NOTE_MOST, both_notes, note_mark, note_text};
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::{answer, bar, column, heading, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use ratatui_textarea::{CursorMove, TextArea};
use unicode_width::UnicodeWidthStr;

/// A field for the note on a card.
pub struct Note {
    card: CardId,
    field: TextArea<'static>,
    /// The note as it was.
    before: String,
    draft: DraftKey,
    /// Where it is kept which note was there when that was typed.
    draft_before: DraftKey,
    /// What stands in the field was typed before.
    is_taken_up: bool,
    /// The user wants to leave although something changed; once more and it is given up.
    leaving: bool,
}

impl Note {
    /// The field for the note on this card.
    pub fn new(card: CardId, desk: &Desk) -> Note {
        let before = desk.progress.own_note(&card).unwrap_or_default().to_owned();
        let draft = DraftKey::writing(&["note", card.as_str()]);
        let draft_before = DraftKey::writing(&["note before", card.as_str()]);
        let typed = desk.drafts.get(draft).map(|typed| match desk.drafts.get(draft_before) {
            // Another note came in its place since then.
            Some(mark) if mark != mark_of(&before) => both_notes(&before, typed),
            _ => typed.to_owned(),
        });
        let mut field = editor::field(typed.as_deref().unwrap_or(&before));
        field.move_cursor(CursorMove::Bottom);
        field.move_cursor(CursorMove::End);
        Note { card, field, before, draft, draft_before, is_taken_up: typed.is_some(), leaving: false }
    }

    fn text(&self) -> String {
        self.field.lines().join("\n")
    }

    /// Keeps what was typed until it is saved or given up.
    fn keep_draft(&mut self, desk: &mut dyn StateOwner) {
        let text = self.text();
        self.is_taken_up = false;
        if note_text(&text) == self.before {
            return self.drop_draft(desk);
        }
        desk.keep_draft(self.draft_before, &mark_of(&self.before));
        desk.keep_draft(self.draft, &text);
    }

    fn drop_draft(&self, desk: &mut dyn StateOwner) {
        [self.draft, self.draft_before].into_iter().for_each(|key| desk.keep_draft(key, ""));
    }

    /// Notes what was written, where it is not what was there.
    fn save(&self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let text = self.text();
        if text.trim_end().len() > NOTE_MOST {
            return Step::Notice((look.words.note_too_long)(text.trim_end().len(), NOTE_MOST));
        }
        let text = note_text(&text);
        self.drop_draft(desk);
        if text == self.before {
            return Step::Close;
        }
        desk.record(&self.card, Kind::note(text, &self.before));
        Step::Return(Event::Noted(self.card.clone()))
    }
}

fn mark_of(note: &str) -> String {
    format!("{:08x}", note_mark(note))
}

impl Screen for Note {
    fn context(&self) -> Context {
        Context::Note
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let leaving = std::mem::take(&mut self.leaving);
        match event {
            Event::Typed(text) => {
                self.field.insert_str(text);
                self.keep_draft(desk);
            }
            Event::Key(key) => {
                editor::press(&mut self.field, key);
                self.keep_draft(desk);
            }
            Event::Action(Action::Save) => return self.save(desk, look),
            Event::Action(Action::Back) if leaving || note_text(&self.text()) == self.before => {
                self.drop_draft(desk);
                return Step::Close;
            }
            Event::Action(Action::Back) => {
                self.leaving = true;
                return Step::Notice(look.words.discard.to_owned());
            }
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, _size: Size, _desk: &Desk, look: &Look) {
        self.field.set_style(look.theme.text);
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let id = if self.is_taken_up { look.words.grading.taken_up } else { self.card.as_str() };
        frame.render_widget(spread(&heading(look.words.your_note), id, column.width, look), at(0, 1));
        let roomy = area.height >= 10;
        if let Some(place) = desk.find(&self.card).filter(|_| roomy) {
            let question = markdown_text(&desk.face(place).question).replace('\n', " ");
            let question = shorten(&question, usize::from(column.width));
            frame.render_widget(Line::styled(question, look.theme.dim), at(1, 1));
        }
        let top = if roomy { 3 } else { 1 };
        let body = at(top, area.height.saturating_sub(top + 1));
        frame.render_widget(&self.field, body);
        editor::put_cursor(frame, body, body);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }

    fn card(&self, _desk: &Desk) -> Option<CardId> {
        Some(self.card.clone())
    }
}

/// The note on a card as it stands below an answer, as it was written; no line where there is none.
pub(super) fn lines(card: &CardId, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
    let Some(note) = desk.progress.own_note(card) else { return Vec::new() };
    let label = format!(" {} ", look.words.your_note);
    let rest = usize::from(width).saturating_sub(label.width() + 2);
    let rule = Line::from(vec![
        Span::styled("──", look.theme.rule),
        Span::styled(label, look.theme.dim),
        Span::styled("─".repeat(rest), look.theme.rule),
    ]);
    let text = note.lines().flat_map(|line| match line.trim() {
        "" => vec![Line::default()],
        _ => answer::wrap_plain(line, width, look.theme.text),
    });
    [Line::default(), rule].into_iter().chain(text).collect()
}

/// What to say once a note was saved: an empty one took it away.
pub(super) fn told(card: &CardId, desk: &Desk, look: &Look) -> Step {
    let is_removed = desk.progress.own_note(card).is_none();
    Step::Notice(if is_removed { look.words.note_removed } else { look.words.note_saved }.to_owned())
}
