//! The preview of an import: the cards found beside their source lines, to be accepted or not.

mod panes;

use crate::card::{Card, CardId};
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::import::{self, LineMarks, Notes, Owner, Severity, Style, Styled};
use crate::markdown;
use crate::messages::style_name;
use crate::ui::app::{Chosen, Effect, Event, Look, Screen, Step};
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, shorten, spread};
use panes::Panes;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::collections::HashSet;

/// A file that is about to be imported.
pub struct PreviewDraft {
    label: String,
    bytes: Vec<u8>,
    said: PreviewSaid,
    /// What was said before each change, with the row it was said of.
    before: Vec<(PreviewSaid, usize)>,
    /// What was taken back of it since something else was said.
    after: Vec<(PreviewSaid, usize)>,
    /// Read when it is first looked at.
    reading: Option<PreviewReading>,
}

/// What a user says of a file over what the reader makes of it.
#[derive(Clone)]
struct PreviewSaid {
    /// The style the user chose; none is the one that fits best.
    style: Option<&'static Style>,
    /// Cards not wanted.
    out: HashSet<CardId>,
    /// What was said of single lines.
    marks: LineMarks,
}

struct PreviewReading {
    notes: Notes,
    /// The source, line by line, as it may be shown.
    lines: Vec<String>,
    /// The keys of the lines.
    keys: Vec<String>,
    /// The questions as plain text.
    questions: Vec<String>,
    /// What the list shows, in the order of the file.
    rows: Vec<PreviewRow>,
    /// How many warnings there are, with those of what no card shows.
    remarks: usize,
}

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PreviewRow {
    /// A card, by its place.
    Card(usize),
    /// A line that belongs to none, 1-based.
    Left(usize),
    /// A line of a card that was taken by hand, which may be taken as another one.
    Inside(usize),
}

/// The cards of notes, the lines that belong to none, and those of cards that were taken by hand.
fn rows(notes: &Notes, lines: &[String], is_taken: impl Fn(usize) -> bool) -> Vec<PreviewRow> {
    let says = |line: &usize| lines.get(line - 1).is_some_and(|text| !text.trim().is_empty());
    let mut rows: Vec<(usize, PreviewRow)> = Vec::new();
    for (place, card) in notes.cards.iter().enumerate() {
        let source = &card.faces[0].source;
        let first = source.question_line;
        rows.push((first, PreviewRow::Card(place)));
        if let Some((_, last)) = source.answer_lines.filter(|_| is_taken(first)) {
            rows.extend((first + 1..=last).filter(says).map(|line| (line, PreviewRow::Inside(line))));
        }
    }
    let left = notes.spans.iter().filter(|span| span.owner == Owner::Rest);
    rows.extend(
        left.flat_map(|span| span.first..=span.last).filter(says).map(|line| (line, PreviewRow::Left(line))),
    );
    rows.sort_by_key(|(line, _)| *line);
    rows.into_iter().map(|(_, row)| row).collect()
}

impl PreviewDraft {
    /// A file by the name to show, with its bytes, the style to read it in, and cards not wanted.
    pub fn new(
        label: String,
        bytes: Vec<u8>,
        style: Option<&'static Style>,
        out: HashSet<CardId>,
    ) -> PreviewDraft {
        let said = PreviewSaid { style, out, marks: LineMarks::default() };
        PreviewDraft { label, bytes, said, before: Vec::new(), after: Vec::new(), reading: None }
    }

    /// The same where something was said of single lines before.
    pub fn with_marks(self, marks: LineMarks) -> PreviewDraft {
        PreviewDraft { said: PreviewSaid { marks, ..self.said }, ..self }
    }

    /// Notes what was said so far, before something else is said at a row.
    fn remember(&mut self, row: usize) {
        self.before.push((self.said.clone(), row));
        self.after.clear();
    }

    /// Takes the last thing back; gives the row it was said of.
    fn undo(&mut self) -> Option<usize> {
        let (said, row) = self.before.pop()?;
        self.after.push((std::mem::replace(&mut self.said, said), row));
        self.read();
        Some(row)
    }

    /// Says the last thing again that was taken back; gives the row it is said of.
    fn redo(&mut self) -> Option<usize> {
        let (said, row) = self.after.pop()?;
        self.before.push((std::mem::replace(&mut self.said, said), row));
        self.read();
        Some(row)
    }

    fn read(&mut self) {
        let styled = Styled { forced: self.said.style, accepted: None, marks: Some(&self.said.marks) };
        let notes = import::read_as(&self.bytes, None, styled, None);
        let questions = notes.cards.iter().map(|card| markdown_text(&card.faces[0].question)).collect();
        let (lines, keys) = match self.reading.take() {
            Some(reading) => (reading.lines, reading.keys),
            None => {
                let text = import::text(&self.bytes);
                let shown = text.lines().map(|line| markdown::clean(line).replace('\t', "    "));
                (shown.collect(), LineMarks::keys(text.lines()))
            }
        };
        let is_taken =
            |line: usize| keys.get(line - 1).is_some_and(|key: &String| self.said.marks.takes(key));
        let rows = rows(&notes, &lines, is_taken);
        let lost = import::account(&self.bytes, &notes).diagnostics.len();
        let warnings = notes.diagnostics.iter().filter(|found| found.severity != Severity::Note).count();
        let remarks = warnings + lost;
        self.reading = Some(PreviewReading { notes, lines, keys, questions, rows, remarks });
    }

    fn cards(&self) -> &[Card] {
        self.reading.as_ref().map_or(&[], |reading| &reading.notes.cards)
    }

    fn rows(&self) -> &[PreviewRow] {
        self.reading.as_ref().map_or(&[], |reading| &reading.rows)
    }

    /// Makes a card of a line, or text of a card; gives the row that is about the same line then.
    fn turn(&mut self, row: usize) -> Option<usize> {
        self.remember(row);
        let reading = self.reading.as_ref()?;
        let (line, is_card) = match *reading.rows.get(row)? {
            PreviewRow::Card(card) => (reading.notes.cards[card].faces[0].source.question_line, true),
            PreviewRow::Left(line) | PreviewRow::Inside(line) => (line, false),
        };
        self.said.marks.turn(reading.keys.get(line - 1)?, is_card);
        self.read();
        let reading = self.reading.as_ref()?;
        let starts = |row: &PreviewRow| match row {
            PreviewRow::Card(card) => reading.notes.cards[*card].faces[0].source.question_line,
            PreviewRow::Left(line) | PreviewRow::Inside(line) => *line,
        };
        // Of what goes on with the card above, that card is the row.
        Some(reading.rows.partition_point(|row| starts(row) <= line).saturating_sub(1))
    }

    fn style_name(&self) -> Option<&'static str> {
        self.reading.as_ref()?.notes.style
    }

    /// Whether the reading has cards that were not taken by hand: those are there in any style.
    fn has_cards_of_its_own(&self) -> bool {
        let Some(reading) = &self.reading else { return false };
        let key = |card: &Card| reading.keys.get(card.faces[0].source.question_line - 1);
        let is_own = |card: &Card| key(card).is_none_or(|key| !self.said.marks.takes(key));
        reading.notes.cards.iter().any(is_own)
    }

    /// Goes to the next style, or the one before, that finds cards; says whether there is one.
    fn switch_style(&mut self, back: bool, row: usize) -> bool {
        self.remember(row);
        let count = import::STYLES.len();
        let at = import::STYLES.iter().position(|style| Some(style.name) == self.style_name()).unwrap_or(0);
        let before = self.said.style;
        for step in 1..count {
            let next = if back { (at + count - step) % count } else { (at + step) % count };
            self.said.style = Some(&import::STYLES[next]);
            self.read();
            if self.has_cards_of_its_own() {
                return true;
            }
        }
        self.said.style = before;
        self.before.pop();
        self.read();
        false
    }

    fn chosen(&self) -> Chosen {
        let mut out: Vec<CardId> = self.said.out.iter().cloned().collect();
        out.sort();
        Chosen { style: self.said.style.map(|style| style.name), out, marks: self.said.marks.clone() }
    }
}

/// The preview screen.
pub struct Preview {
    drafts: Vec<PreviewDraft>,
    file: usize,
    cursor: usize,
    scroll: Scroll,
}

impl Preview {
    /// A preview of at least one file.
    pub fn new(mut drafts: Vec<PreviewDraft>) -> Preview {
        drafts.iter_mut().take(1).for_each(PreviewDraft::read);
        Preview { drafts, file: 0, cursor: 0, scroll: Scroll::default() }
    }

    fn draft(&self) -> &PreviewDraft {
        &self.drafts[self.file]
    }

    /// Whether there is something to import, as far as is known.
    fn has_cards(&self) -> bool {
        self.drafts.iter().any(|draft| draft.reading.is_none() || !draft.cards().is_empty())
    }

    fn go_to_file(&mut self, file: usize) {
        if file >= self.drafts.len() || file == self.file {
            return;
        }
        (self.file, self.cursor) = (file, 0);
        if self.draft().reading.is_none() {
            self.drafts[file].read();
        }
    }

    fn mark(&mut self) {
        let draft = &mut self.drafts[self.file];
        let Some(PreviewRow::Card(card)) = draft.rows().get(self.cursor) else { return };
        let id = draft.cards()[*card].id.clone();
        draft.remember(self.cursor);
        if !draft.said.out.remove(&id) {
            draft.said.out.insert(id);
        }
        self.cursor += 1;
    }
}

impl Screen for Preview {
    fn context(&self) -> Context {
        Context::Preview
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, look: &Look) -> Step {
        let action = match event {
            Event::Action(action) => action,
            Event::Row(row) => {
                self.cursor = row;
                return Step::Stay;
            }
            Event::Imported(_) => return Step::Close,
            _ => return Step::Stay,
        };
        match action {
            Action::Back => return Step::Close,
            Action::Accept if !self.has_cards() => {
                return Step::Notice(look.words.preview.no_questions.to_owned());
            }
            Action::Accept => {
                return Step::Ask(Effect::Accept(self.drafts.iter().map(PreviewDraft::chosen).collect()));
            }
            Action::MarkOut => self.mark(),
            Action::TurnLine => {
                self.cursor = self.drafts[self.file].turn(self.cursor).unwrap_or(self.cursor);
            }
            Action::NextStyle | Action::PreviousStyle => {
                let back = action == Action::PreviousStyle;
                if !self.drafts[self.file].switch_style(back, self.cursor) {
                    return Step::Notice(look.words.preview.no_other_style.to_owned());
                }
                self.cursor = 0;
            }
            Action::Undo => self.cursor = self.drafts[self.file].undo().unwrap_or(self.cursor),
            Action::Redo => self.cursor = self.drafts[self.file].redo().unwrap_or(self.cursor),
            Action::NextFile => self.go_to_file(self.file + 1),
            Action::PreviousFile => self.go_to_file(self.file.saturating_sub(1)),
            action => self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor),
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, _look: &Look) {
        let rows = self.draft().rows().len();
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let list = Panes::of(Rect::new(0, 0, size.width, size.height)).list;
        self.scroll.fit(rows, usize::from(list.height));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::NextFile => self.file + 1 < self.drafts.len(),
            Action::PreviousFile => self.file > 0,
            Action::MarkOut => matches!(self.draft().rows().get(self.cursor), Some(PreviewRow::Card(_))),
            Action::TurnLine => self.cursor < self.draft().rows().len(),
            Action::Undo => !self.draft().before.is_empty(),
            Action::Redo => !self.draft().after.is_empty(),
            Action::Accept => self.has_cards(),
            _ => true,
        }
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        // Enter takes what stands in the other files, too.
        (action == Action::Accept && self.drafts.len() > 1).then_some(look.words.preview.import_all)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let panes = Panes::of(area);
        let draft = self.draft();
        let label = (look.words.preview.title)(&draft.label, self.file + 1, self.drafts.len());
        frame.render_widget(spread(&label, &self.summary(look), panes.head.width, look), panes.head);
        if panes.head.y + 1 < panes.list.y {
            let why = draft.reading.as_ref().map_or("", |reading| &reading.notes.why);
            let about = |style| {
                let name = style_name(style, desk.lang_of_words);
                let about = (look.words.preview.style)(style).unwrap_or(why);
                format!("{name}{}{about}", look.words.names.colon)
            };
            let about = draft.style_name().map(about);
            let about = about.unwrap_or_else(|| look.words.preview.no_questions.to_owned());
            let line = Rect { y: panes.head.y + 1, ..panes.head };
            let about = shorten(&about, usize::from(line.width));
            frame.render_widget(Line::styled(about, look.theme.dim), line);
        }
        let shown = self.scroll.top..self.scroll.top + usize::from(panes.list.height);
        let row = |index: usize| {
            if shown.contains(&index) { self.row(index, panes.list.width, look) } else { Line::default() }
        };
        let rows: Vec<Line<'static>> = (0..draft.rows().len().min(shown.end)).map(row).collect();
        self.scroll.view(frame, panes.list, &rows, panes.bar, look);
        if let Some(source) = panes.source {
            self.source(frame, source, look);
        }
        frame.render_widget(bar::keys(self, desk, panes.head.width, look), panes.keys);
    }
}

impl Preview {
    fn summary(&self, look: &Look) -> String {
        let draft = self.draft();
        let out = draft.cards().iter().filter(|card| draft.said.out.contains(&card.id)).count();
        let remarks = draft.reading.as_ref().map_or(0, |reading| reading.remarks);
        let left = draft.rows().iter().filter(|row| matches!(row, PreviewRow::Left(_))).count();
        let left = if left > 0 { (look.words.preview.left)(left) } else { String::new() };
        (look.words.preview.cards)(draft.cards().len() - out, out, remarks) + &left
    }

    fn row(&self, index: usize, width: u16, look: &Look) -> Line<'static> {
        let draft = self.draft();
        let Some(reading) = &draft.reading else { return Line::default() };
        let text = |line: usize| reading.lines.get(line - 1).map_or("", |text| text.trim());
        let (line, mark, question, is_out) = match reading.rows[index] {
            PreviewRow::Card(place) => {
                let card = &reading.notes.cards[place];
                let is_out = draft.said.out.contains(&card.id);
                let mark = if is_out { "✗" } else { " " };
                (card.faces[0].source.question_line, mark, reading.questions[place].as_str(), is_out)
            }
            PreviewRow::Left(line) => (line, "·", text(line), true),
            PreviewRow::Inside(line) => (line, "│", text(line), true),
        };
        let cursor = if index == self.cursor { "> " } else { "  " };
        let text = format!("{cursor}{mark} {line:>4}  {question}");
        let style = match (index == self.cursor, is_out) {
            (true, _) => look.theme.selected,
            (false, true) => look.theme.dim,
            (false, false) => look.theme.text,
        };
        Line::styled(shorten(&text, usize::from(width)), style)
    }

    /// The source around the card under the cursor; its lines are marked.
    fn source(&self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let Some(reading) = &self.draft().reading else { return };
        let (question_line, last) = match reading.rows.get(self.cursor) {
            Some(PreviewRow::Card(card)) => {
                let source = &reading.notes.cards[*card].faces[0].source;
                (source.question_line, source.answer_lines.map_or(source.question_line, |(_, last)| last))
            }
            Some(PreviewRow::Left(line) | PreviewRow::Inside(line)) => (*line, 0),
            None => return,
        };
        // A line or two before the question tell where it stands.
        let first = question_line.saturating_sub(2).max(1);
        for (row, line) in (first..=reading.lines.len()).take(usize::from(area.height)).enumerate() {
            let is_card = (question_line..=last).contains(&line);
            let style = match line {
                line if line == question_line => look.theme.question,
                _ if is_card => look.theme.text,
                _ => look.theme.dim,
            };
            let text = reading.lines.get(line - 1).map_or("", String::as_str);
            let text = shorten(text, usize::from(area.width).saturating_sub(7));
            let line = Line::from(vec![
                Span::styled(format!("{line:>4} "), look.theme.dim),
                Span::styled(if is_card { "▌ " } else { "  " }, look.theme.marker),
                Span::styled(text, style),
            ]);
            frame.render_widget(line, Rect { y: area.y + row as u16, height: 1, ..area });
        }
    }
}
