//! Details: a card with its answer, its memory drawn as a forgetting curve, and its history.

use super::asked::Asked;
use super::note::{self, Note};
use super::picture;
use super::study::copied;
use crate::card::CardId;
use crate::desk::{Desk, Done, Place, StateOwner, UndoMark};
use crate::markdown;
use crate::messages::{Choice, Messages, ModeName};
use crate::progress::Kind;
use crate::state::CardState;
use crate::typeset::picture::Placed;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::format;
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::undoing;
use crate::ui::widgets::answer::{self, AnswerPage, Link, Space};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, heading, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};

/// Everything known of one card.
pub struct Details {
    place: Place,
    /// The card, should the decks be read again.
    card: Option<CardId>,
    page: AnswerPage,
    scroll: Scroll,
    asked_for_history: bool,
    opened: UndoMark,
}

/// Height of the forgetting curve in lines.
const CURVE: usize = 8;

impl Details {
    /// The details of the card at a place.
    pub fn new(place: Place, desk: &Desk) -> Details {
        Details {
            place,
            card: None,
            page: AnswerPage::default(),
            scroll: Scroll::default(),
            asked_for_history: false,
            opened: desk.undoable.mark(),
        }
    }
}

impl Screen for Details {
    fn context(&self) -> Context {
        Context::Details
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Picture) => return self.enlarge(None, look),
            Event::Picture(picture) => return self.enlarge(Some(picture), look),
            Event::Action(Action::Asked) => {
                let cards: Vec<CardId> = self.card.iter().cloned().collect();
                return Step::Open(Box::new(Asked::new(cards, desk)));
            }
            Event::Action(Action::Note) => {
                let Some(card) = self.card.clone() else { return Step::Stay };
                return Step::Open(Box::new(Note::new(card, desk)));
            }
            Event::Noted(card) => return note::told(&card, desk, look),
            Event::Action(action @ (Action::Copy | Action::CopyCode)) if self.is_live(action, desk) => {
                return Step::Ask(copied(action, &desk.face(self.place).answer));
            }
            Event::Action(Action::Undo) => return undoing::undo(self.opened, desk, look),
            Event::Action(Action::Redo) => return undoing::redo(self.opened, desk, look),
            Event::Action(action) => {
                self.scroll.act(action);
            }
            Event::DecksChanged(_) => match self.card.as_ref().and_then(|card| desk.find(card)) {
                Some(place) => self.place = place,
                None => return Step::Close,
            },
            _ => {}
        }
        if !desk.progress.is_whole() && !std::mem::replace(&mut self.asked_for_history, true) {
            return Step::Ask(Effect::LoadHistory);
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let Some(deck) = desk.decks.get(self.place.deck).filter(|deck| self.place.card < deck.cards.len())
        else {
            return;
        };
        self.card = Some(deck.cards[self.place.card].id.clone());
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let height = size.height.saturating_sub(3);
        self.page = page(self.place, desk, (width, height), look);
        self.scroll.fit(self.page.lines.len(), usize::from(height));
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Undo => desk.undoable.last(self.opened).is_some(),
            Action::Redo => desk.undoable.undone(self.opened).is_some(),
            Action::Copy => desk.card(self.place).is_answered(),
            Action::CopyCode => !markdown::code_of(&desk.face(self.place).answer).is_empty(),
            Action::Picture => picture::seen(&self.page.pictures, None, self.scroll.top).is_some(),
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let id = self.card.as_ref().map_or(String::new(), ToString::to_string);
        frame.render_widget(
            spread(&heading(look.words.actions.details), &id, column.width, look),
            line(area.y),
        );
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, body, &self.page.lines, Rect { x: area.x, width: area.width, ..body }, look);
        look.pictures.view(frame, body, self.scroll.top, &self.page.pictures);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }

    fn links(&self) -> &[Link] {
        &self.page.links
    }

    fn pictures(&self) -> &[Placed] {
        &self.page.pictures
    }

    fn card(&self, _desk: &Desk) -> Option<CardId> {
        self.card.clone()
    }
}

impl Details {
    fn enlarge(&self, number: Option<usize>, look: &Look) -> Step {
        match picture::seen(&self.page.pictures, number, self.scroll.top) {
            Some(picture) => Step::Open(Box::new(picture)),
            None => Step::Notice(look.words.no_picture.to_owned()),
        }
    }
}

fn page(place: Place, desk: &Desk, (width, height): (u16, u16), look: &Look) -> AnswerPage {
    let (card, face) = (desk.card(place), desk.face(place));
    let (words, theme) = (look.words, &look.theme);
    let topic = face.topic.iter().map(|heading| markdown_text(heading)).collect::<Vec<_>>().join(" › ");
    let mut lines = answer::lay_out_question(&face.question, width, theme);
    lines.extend(answer::lay_out_inline(&topic, width, theme.dim, theme));
    lines.push(Line::default());
    let state = desk.state(&card.id);
    match state.memory {
        Some(_) => {
            lines.extend(figures(&state, desk, look));
            lines.push(Line::default());
            lines.push(Line::styled(words.curve, theme.heading));
            lines.extend(curve(&state, desk, width, look));
        }
        None => lines.push(Line::styled(words.never_reviewed, theme.dim)),
    }
    let history = history(&card.id, desk, width, look);
    if !history.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(words.history, theme.heading));
        lines.extend(history);
    }
    lines.push(Line::default());
    lines.push(Line::styled("─".repeat(usize::from(width)), theme.rule));
    if face.answer.is_empty() {
        lines.push(Line::styled(words.unanswered, theme.warning));
    }
    let space = Space { width, height, file: face.source.file.as_ref(), has_cursor: false };
    let mut page = answer::lay_out_in(&markdown::readable(&face.answer), space, look);
    page.put_above(lines);
    page.lines.extend(note::lines(&card.id, desk, width, look));
    page
}

/// Stability, difficulty, recall, when it comes back, how often it was reviewed and forgotten.
fn figures(state: &CardState, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
    let words = look.words;
    let Some(memory) = state.memory else { return Vec::new() };
    let recall = desk.scheduler.retrievability(state, desk.now.day).unwrap_or(0.0);
    let due = state.due.map_or(String::new(), |due| match format::seconds_until(due, desk.now) {
        seconds if seconds > 0 => (words.after)(&format::span(seconds, words)),
        _ => words.due.to_owned(),
    });
    let days = format!("{:.1}{}", memory.stability, words.names.days);
    let rows = [
        (words.stability, days),
        (words.difficulty, format!("{:.1}/10", memory.difficulty)),
        (words.recall_now, format!("{:.0}%", recall * 100.0)),
        (words.comes_back, due),
        (words.reviewed, state.reps.to_string()),
        (words.lapses, state.lapses.to_string()),
    ];
    let row = |(name, value): (&str, String)| {
        Line::from(vec![
            Span::styled(crate::ui::widgets::pad(name, 14), look.theme.dim),
            Span::styled(value, look.theme.text),
        ])
    };
    rows.map(row).into()
}

/// Recall from the last review on, drawn with one column a step: the mark is today.
fn curve(state: &CardState, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (Some(memory), Some(last)) = (state.memory, state.last) else { return Vec::new() };
    let columns = usize::from(width).saturating_sub(7).clamp(4, 60);
    let elapsed = desk.now.day.days_since(last.day) as f32;
    let span = (memory.stability * 2.5).max(elapsed * 1.25).max(1.0);
    let recall = |column: usize| {
        desk.scheduler.model.retrievability(memory, span * column as f32 / (columns - 1) as f32)
    };
    // The least recall on the page gives the scale; it starts at a round number.
    let floor = (recall(columns - 1) * 10.0).floor() / 10.0;
    let floor = floor.min(0.8);
    let today = ((elapsed / span) * (columns - 1) as f32).round() as usize;
    let level = |column: usize| {
        let share = (recall(column) - floor) / (1.0 - floor);
        ((1.0 - share) * (CURVE - 1) as f32).round() as usize
    };
    let mut lines: Vec<Line<'static>> = Vec::new();
    for row in 0..CURVE {
        let percent = 100.0 * (1.0 - (1.0 - floor) * row as f32 / (CURVE - 1) as f32);
        let label =
            if row % 3 == 0 || row == CURVE - 1 { format!("{percent:>3.0}% ") } else { "     ".to_owned() };
        let cells = (0..columns).map(|column| match (level(column) == row, column == today) {
            (true, true) => '◆',
            (true, false) => '·',
            (false, true) => '╎',
            (false, false) => ' ',
        });
        let text: String = cells.collect();
        lines.push(Line::from(vec![
            Span::styled(label, look.theme.dim),
            Span::styled(text.trim_end().to_owned(), look.theme.formula),
        ]));
    }
    let end = format::span((span * 86_400.0) as i64, look.words);
    let gap = columns.saturating_sub(unicode_width::UnicodeWidthStr::width(end.as_str()) + 1);
    lines.push(Line::styled(format!("     0{}{end}", " ".repeat(gap)), look.theme.dim));
    lines
}

/// The reviews that count, newest first, as far as the log is in memory.
fn history(id: &CardId, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
    let words = look.words;
    let present = desk.progress.present_id(id);
    let line = |event: &crate::progress::LogEvent, more: &'static str| {
        let what = told(&event.kind, usize::from(width).saturating_sub(12), words)?;
        Some(Line::from(vec![
            Span::styled(format!("{}  ", event.day), look.theme.dim),
            Span::styled(what, look.theme.text),
            Span::styled(more, look.theme.dim),
        ]))
    };
    let counting = desk.progress.counting().filter(|event| event.card == *present);
    let ahead = desk.progress.pending().filter(|event| desk.progress.present_id(&event.card) == present);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for event in counting {
        // The list is turned round below, so what belongs under a line comes before it.
        if let Kind::Review(review) = &event.kind
            && let Some(own) = &review.answer
        {
            let own = format!("{} {}", words.your_answer, markdown::clean(own));
            let room = width.saturating_sub(4).max(8);
            let rows = own.lines().flat_map(|line| answer::wrap_plain(line, room, look.theme.dim));
            let rows: Vec<Line<'static>> = rows.collect();
            lines.extend(rows.into_iter().rev().map(|mut row| {
                row.spans.insert(0, Span::raw("    "));
                row
            }));
        }
        lines.extend(line(&event, ""));
    }
    for mut line in ahead.filter_map(|event| line(&event, words.lies_ahead)) {
        line.spans.insert(2, Span::raw("  "));
        lines.push(line);
    }
    lines.reverse();
    lines
}

/// What happened, in words; nothing of what a learner does not think of as the card's history.
fn told(kind: &Kind, room: usize, words: &Messages) -> Option<String> {
    let more = match kind {
        // What is taken back is not told, and an answer of a mock interview is once it is graded.
        Kind::Answered(_) => return None,
        Kind::Review(review) => {
            let mode = ModeName::named(&review.mode).map(|mode| mode.label(words.lang));
            let mode = mode.unwrap_or(&review.mode);
            format!("{mode}  {}", format::span(i64::from(review.ms) / 1000, words))
        }
        Kind::Due { on } => on.to_string(),
        Kind::Note { text, .. } => text.lines().next().unwrap_or("–").to_owned(),
        Kind::Asked { went, place } => {
            markdown::clean(&[went.map_or("", |went| (words.names.grade)(went)), &**place].join("  "))
        }
        _ => String::new(),
    };
    let done = undoing::name(Done::of(kind)?, words);
    Some(shorten(format!("{done}  {more}").trim_end(), room))
}
