//! Noting that a real interview asked a card, and how that went.

use crate::card::{CardId, Grade};
use crate::desk::{Desk, StateOwner, UndoMark};
use crate::progress::Kind;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::undoing;
use crate::ui::widgets::{bar, column, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The grades, worst first.
const GRADES: [Action; 4] = [Action::Again, Action::Hard, Action::Good, Action::Easy];

/// The screen of the note.
pub struct Asked {
    cards: Vec<CardId>,
    /// The grade that was noted.
    noted: Option<Grade>,
    /// The one that was taken back.
    taken_back: Option<Grade>,
    opened: UndoMark,
    lines: Vec<Line<'static>>,
}

impl Asked {
    /// A note on these cards.
    pub fn new(cards: Vec<CardId>, desk: &Desk) -> Asked {
        Asked { cards, noted: None, taken_back: None, opened: desk.undoable.mark(), lines: Vec::new() }
    }

    fn note(&mut self, went: Grade, desk: &mut dyn StateOwner) {
        self.taken_back = None;
        if self.noted.replace(went).is_some() {
            desk.undo(self.opened);
        }
        desk.record_all(self.cards.clone(), Kind::Asked { went: Some(went), place: "".into() });
    }
}

impl Screen for Asked {
    fn context(&self) -> Context {
        Context::Asked
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let Event::Action(action) = event else { return Step::Stay };
        let words = look.words;
        if let Some(grade) = GRADES.iter().position(|grade| *grade == action) {
            self.note(Grade::ALL[grade], desk);
            return Step::Notice((words.interview.noted)(
                self.cards.len(),
                (words.names.grade)(Grade::ALL[grade]),
            ));
        }
        match action {
            Action::Back => Step::Close,
            Action::Undo => {
                self.taken_back = self.noted.take();
                undoing::undo(self.opened, desk, look)
            }
            Action::Redo => {
                self.noted = self.taken_back.take();
                undoing::redo(self.opened, desk, look)
            }
            _ => Step::Stay,
        }
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = usize::from(column(Rect::new(0, 0, size.width, size.height)).width);
        let question = |card: &CardId| {
            let text = desk.find(card).map(|place| markdown_text(&desk.face(place).question));
            let text = text.unwrap_or_else(|| card.to_string());
            Line::styled(shorten(&format!("· {text}"), width), look.theme.question)
        };
        let room = usize::from(size.height.saturating_sub(10)).clamp(1, 12);
        self.lines = self.cards.iter().take(room).map(question).collect();
        if self.cards.len() > room {
            self.lines.push(Line::styled("…", look.theme.dim));
        }
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Undo => self.noted.is_some(),
            Action::Redo => self.taken_back.is_some(),
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let words = look.words;
        let line = |y: u16| Rect { y: area.y + y, height: 1, ..column };
        frame.render_widget(spread(words.interview.asked, "", column.width, look), line(0));
        let air = u16::from(area.height >= 10);
        let last = area.height - 1;
        let rows = (1 + air..).zip(&self.lines).take_while(|(y, _)| *y < last);
        rows.for_each(|(y, question)| frame.render_widget(question, line(y)));
        let below = 1 + 2 * air + self.lines.len() as u16;
        let how = Line::styled(words.interview.how_went, look.theme.text);
        let grades = (1..).zip(0..4).map(|(below, grade)| (below, self.grade(grade, look)));
        for (y, text) in std::iter::once((0, how)).chain(grades) {
            if below + y < last {
                frame.render_widget(text, line(below + y));
            }
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), line(last));
    }
}

impl Asked {
    fn grade(&self, grade: usize, look: &Look) -> Line<'static> {
        let is_noted = self.noted.is_some_and(|noted| noted as usize == grade);
        let mut rows = look.keys.of(Context::Asked);
        let key = rows.find(|bound| bound.binding.action == GRADES[grade]);
        let key = key.and_then(|bound| bound.keys_in(Context::Asked).next());
        let mark = if is_noted { "[x] " } else { "[ ] " };
        let style: Style = if is_noted { look.theme.selected } else { look.theme.text };
        Line::from(vec![
            Span::styled(format!("{} ", key.map_or(String::new(), |key| key.to_string())), look.theme.key),
            Span::styled(format!("{mark}{}", (look.words.names.grade)(Grade::ALL[grade])), style),
        ])
    }
}
