//! The questions of a report of real interviews: which card each of them asks. Nothing is recorded before Enter.

use crate::card::CardId;
use crate::desk::{Desk, Done, StateOwner, UndoMark};
use crate::ui::app::{Effect, Event, Look, Screen, Step, TaskEnd};
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::undoing;
use crate::ui::widgets::answer::{lay_out_inline, wrap_plain};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, pad, shorten, spread, whole_parts};
use crate::workspace::{AskedAs, InterviewReport};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::collections::HashMap;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// The screen.
pub struct Reported {
    report: InterviewReport,
    cursor: usize,
    /// What was said before each choice: the question, and what it asked.
    before: Vec<(usize, AskedAs)>,
    /// What was taken back of it since something else was said.
    after: Vec<(usize, AskedAs)>,
    /// What was said when it was recorded last, and how many were noted and new then.
    recorded: Option<(Vec<AskedAs>, usize, usize)>,
    /// What is done since is taken back here.
    opened: UndoMark,
    /// The learner was just asked whether their choices are to be lost.
    is_asked: bool,
    /// What is shown of each card, in the language at hand: its question, and its deck with how its answer begins.
    texts: HashMap<CardId, (String, Option<String>)>,
    language: &'static str,
    lines: Vec<Line<'static>>,
    /// What a click on a line means: a question, and what it is said to ask.
    clicks: Vec<Option<(usize, Option<AskedAs>)>>,
    /// Over the questions, for the cursor.
    list: Scroll,
    /// Over the lines.
    scroll: Scroll,
}

/// Keys for cards, the nearest first.
const PICKS: [Action; 3] = [Action::PickFirst, Action::PickSecond, Action::PickThird];

/// From this height on each question shows the card that it asks.
const HIGH: u16 = 18;

impl Reported {
    /// The questions of a report.
    pub fn new(report: InterviewReport, desk: &Desk) -> Reported {
        Reported {
            report,
            cursor: 0,
            before: Vec::new(),
            after: Vec::new(),
            recorded: None,
            opened: desk.undoable.mark(),
            is_asked: false,
            texts: HashMap::new(),
            language: "",
            lines: Vec::new(),
            clicks: Vec::new(),
            list: Scroll::default(),
            scroll: Scroll::default(),
        }
    }

    fn is_recorded(&self, desk: &Desk) -> bool {
        desk.undoable.has(Done::Reported, self.opened)
    }

    fn said(&self) -> Vec<AskedAs> {
        self.report.questions.iter().map(|asked| asked.asks).collect()
    }

    /// What an action says of the question under the cursor; the same again takes it back.
    fn meant(&self, action: Action) -> Option<AskedAs> {
        let asked = self.report.questions.get(self.cursor)?;
        let said = match action {
            Action::PickNone => AskedAs::NoCard,
            Action::MarkOut => AskedAs::LeftOut,
            _ => AskedAs::Card(PICKS.iter().position(|pick| *pick == action)?),
        };
        match said {
            AskedAs::NoCard if asked.cards.is_empty() => None,
            AskedAs::Card(at) if at >= asked.cards.len() => None,
            _ if asked.asks != said => Some(said),
            AskedAs::LeftOut => Some(asked.found()),
            _ if asked.cards.is_empty() => Some(AskedAs::LeftOut),
            _ => Some(AskedAs::Open),
        }
    }

    fn say(&mut self, question: usize, said: AskedAs) {
        let asked = &mut self.report.questions[question];
        self.before.push((question, std::mem::replace(&mut asked.asks, said)));
        self.after.clear();
    }

    /// Takes the last choice back, or makes it again.
    fn turn(&mut self, is_undo: bool) {
        let (from, to) = match is_undo {
            true => (&mut self.before, &mut self.after),
            false => (&mut self.after, &mut self.before),
        };
        if let Some((question, said)) = from.pop() {
            let asked = &mut self.report.questions[question];
            to.push((question, std::mem::replace(&mut asked.asks, said)));
            self.cursor = question;
        }
    }

    /// The next question that is not sure, from the first one again after the last.
    fn next_open(&self) -> Option<usize> {
        let count = self.report.questions.len();
        let mut around = (1..count).map(|step| (self.cursor + step) % count);
        around.find(|at| self.report.questions[*at].asks == AskedAs::Open)
    }

    /// Whether what was taken back is what is said now, so that it can be recorded again as it was.
    fn can_redo_record(&self, desk: &Desk) -> bool {
        let is_same = self.recorded.as_ref().is_some_and(|(said, ..)| *said == self.said());
        is_same && !self.is_recorded(desk) && desk.undoable.undone(self.opened).is_some()
    }

    fn leave(&mut self, desk: &Desk, is_asked: bool, look: &Look) -> Step {
        let is_recorded = self.is_recorded(desk);
        if !is_recorded && !self.before.is_empty() && !is_asked {
            self.is_asked = true;
            return Step::Notice(look.words.interview.reported.leave_again.to_owned());
        }
        // The picker has served.
        if is_recorded && !look.is_alone {
            return Step::Return(Event::TaskEnded(TaskEnd::Done));
        }
        Step::Close
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let is_asked = std::mem::take(&mut self.is_asked);
        let is_recorded = self.is_recorded(desk);
        match action {
            Action::Back => return self.leave(desk, is_asked, look),
            Action::Undo if is_recorded => return undoing::undo(self.opened, desk, look),
            Action::Undo => self.turn(true),
            Action::Redo if self.can_redo_record(desk) => return undoing::redo(self.opened, desk, look),
            Action::Redo if !is_recorded => self.turn(false),
            Action::Next => self.cursor = self.next_open().unwrap_or(self.cursor),
            Action::Accept if !is_recorded => {
                let counts = self.report.counts();
                if counts.noted > 0 {
                    self.recorded = Some((self.said(), counts.noted, counts.added));
                    return Step::Ask(Effect::NoteReport(self.report.notes()));
                }
            }
            action => match self.meant(action).filter(|_| !is_recorded) {
                Some(said) => self.say(self.cursor, said),
                None => self.cursor = self.list.cursor(self.cursor, action).unwrap_or(self.cursor),
            },
        }
        Step::Stay
    }
}

impl Screen for Reported {
    fn context(&self) -> Context {
        Context::Reported
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::Row(line) => {
                let Some((question, said)) = self.clicks.get(line).copied().flatten() else {
                    return Step::Stay;
                };
                self.cursor = question;
                if let Some(said) = said.filter(|said| *said != self.report.questions[question].asks)
                    && !self.is_recorded(desk)
                {
                    self.say(question, said);
                }
            }
            Event::DecksChanged(_) => self.texts.clear(),
            Event::ReportNoted => {
                if let Some((_, noted, added)) = &self.recorded {
                    return Step::Notice((look.words.interview.reported.told)(*noted, *added));
                }
            }
            _ => {}
        }
        Step::Stay
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        let is_recorded = self.is_recorded(desk);
        match action {
            Action::Accept => !is_recorded && self.report.counts().noted > 0,
            Action::Undo => is_recorded || !self.before.is_empty(),
            Action::Redo => self.can_redo_record(desk) || !is_recorded && !self.after.is_empty(),
            Action::Next => !is_recorded && self.next_open().is_some(),
            Action::PickNone
            | Action::MarkOut
            | Action::PickFirst
            | Action::PickSecond
            | Action::PickThird => !is_recorded && self.meant(action).is_some(),
            _ => true,
        }
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        let is_out =
            self.report.questions.get(self.cursor).is_some_and(|asked| asked.asks == AskedAs::LeftOut);
        (action == Action::MarkOut && is_out).then_some(look.words.interview.reported.act_take_in)
    }

    fn card(&self, _desk: &Desk) -> Option<CardId> {
        self.report.questions.get(self.cursor).and_then(|asked| asked.card().cloned())
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = usize::from(column(Rect::new(0, 0, size.width, size.height)).width);
        if self.texts.is_empty() || self.language != look.words.language {
            self.language = look.words.language;
            let cards = self.report.questions.iter().flat_map(|asked| &asked.cards);
            let text = |card: &CardId| (undoing::question(card, desk, look.words), about(card, desk));
            self.texts = cards.map(|card| (card.clone(), text(card))).collect();
        }
        let (first, last) = body(size.height);
        let window = usize::from(last.saturating_sub(first));
        let at_cursor = self.lay_out(width, size.height >= HIGH, desk, look);
        self.list.fit(self.report.questions.len(), (window / 2).max(1));
        self.scroll.fit(self.lines.len(), window);
        self.scroll.show(at_cursor.end.saturating_sub(1));
        self.scroll.show(at_cursor.start);
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y: area.y + y, height: 1, ..column };
        let words = look.words.interview.reported;
        let counts = self.report.counts();
        let right = match self.is_recorded(desk) {
            true => words.recorded.to_owned(),
            false => (words.counts)(counts.noted, counts.open, counts.left_out),
        };
        let room = usize::from(column.width).saturating_sub(words.title.width() + 2);
        frame.render_widget(spread(words.title, &whole_parts(&right, room), column.width, look), line(0));
        let (first, last) = body(area.height);
        let list = Rect { height: last.saturating_sub(first), ..line(first) };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.height - 1));
    }
}

/// The first row of the list in a window of that height, and the row below its last.
fn body(height: u16) -> (u16, u16) {
    (1 + u16::from(height >= 10), height.saturating_sub(1))
}

impl Reported {
    /// Makes the lines; gives those of the question under the cursor.
    fn lay_out(&mut self, width: usize, is_high: bool, desk: &Desk, look: &Look) -> Range<usize> {
        let (mut lines, mut clicks) = (Vec::new(), Vec::new());
        let mut at_cursor = 0..0;
        let news = self.report.news();
        if self.is_recorded(desk) {
            lines.extend(lay_out_inline(
                look.words.inside.next_report,
                width as u16,
                look.theme.dim,
                &look.theme,
            ));
            lines.push(Line::default());
            clicks.resize(lines.len(), None);
        }
        for (at, is_new) in news.into_iter().enumerate() {
            let start = lines.len();
            lines.extend(self.question(at, is_new, width, look));
            clicks.resize(lines.len(), Some((at, None)));
            if at == self.cursor {
                for (said, row) in self.choices(at, width, look) {
                    lines.push(row);
                    clicks.push(Some((at, said)));
                }
                at_cursor = start..lines.len();
            } else if is_high && let Some(card) = self.report.questions[at].card() {
                let text = shorten(&format!("     = {}", self.texts[card].0), width);
                lines.push(Line::styled(text, look.theme.dim));
                clicks.push(Some((at, None)));
            }
        }
        if !self.report.left.is_empty() {
            let words = look.words.interview.reported;
            lines.extend([Line::default(), Line::styled(words.no_questions, look.theme.title)]);
            for (line, text) in &self.report.left {
                let text =
                    format!("  {}: {}", (words.line)(*line), crate::markdown::clean(text).replace('\n', " "));
                lines.push(Line::styled(shorten(&text, width), look.theme.dim));
            }
            clicks.resize(lines.len(), None);
        }
        (self.lines, self.clicks) = (lines, clicks);
        at_cursor
    }

    /// The question, with what is said of it at the right end; whole under the cursor.
    fn question(&self, at: usize, is_new: bool, width: usize, look: &Look) -> Vec<Line<'static>> {
        let asked = &self.report.questions[at];
        let words = look.words.interview.reported;
        let (told, style) = match asked.asks {
            AskedAs::Card(_) if !is_new => (words.before, look.theme.dim),
            AskedAs::Card(0) if asked.is_sure => (words.sure, look.theme.right),
            AskedAs::Card(_) => (words.chosen, look.theme.right),
            AskedAs::Open => (words.open, look.theme.warning),
            AskedAs::NoCard => (words.new, look.theme.marker),
            AskedAs::LeftOut => (words.left_out, look.theme.dim),
        };
        let is_chosen = at == self.cursor;
        let text = crate::markdown::clean(&asked.question).replace('\n', " ");
        let room = width.saturating_sub(told.width() + 7).max(1);
        let rows: Vec<String> = match is_chosen {
            true => wrap_plain(&text, room as u16, look.theme.text).iter().map(ToString::to_string).collect(),
            false => vec![shorten(&text, room)],
        };
        let own = if is_chosen { look.theme.selected } else { look.theme.text };
        let head = format!("{}{:>3} ", if is_chosen { "> " } else { "  " }, asked.line);
        let row = |(row, text): (usize, &String)| {
            let head = if row == 0 { head.clone() } else { " ".repeat(head.width()) };
            let text = Span::styled(format!("{head}{}", pad(text, room)), own);
            let told = Span::styled(format!(" {told}"), style);
            if row == 0 { Line::from(vec![text, told]) } else { Line::from(text) }
        };
        rows.iter().enumerate().map(row).collect()
    }

    /// The cards that it may ask, each with what its answer begins with, and that it may be none.
    fn choices(&self, at: usize, width: usize, look: &Look) -> Vec<(Option<AskedAs>, Line<'static>)> {
        let asked = &self.report.questions[at];
        let words = look.words.interview.reported;
        if asked.cards.is_empty() {
            let told = if asked.asks == AskedAs::NoCard { words.no_card } else { words.left_out };
            let rows = wrap_plain(told, width.saturating_sub(5) as u16, look.theme.dim);
            return rows
                .into_iter()
                .map(|row| (None, Line::from(format!("     {row}")).style(look.theme.dim)))
                .collect();
        }
        let row = |number: usize, said: AskedAs, text: &str| {
            let is_it = asked.asks == said;
            let mark = if is_it { "[x] " } else { "[ ] " };
            let style = if is_it { look.theme.question } else { look.theme.text };
            Line::from(vec![
                Span::styled(format!("     {number} "), look.theme.key),
                Span::styled(shorten(&format!("{mark}{text}"), width.saturating_sub(7)), style),
            ])
        };
        let mut rows = Vec::new();
        for (at, card) in asked.cards.iter().enumerate() {
            let (said, (question, about)) = (AskedAs::Card(at), &self.texts[card]);
            rows.push((Some(said), row(at + 1, said, question)));
            if let Some(about) = about {
                let text = format!("           {about}");
                rows.push((Some(said), Line::styled(shorten(&text, width), look.theme.dim)));
            }
        }
        rows.push((Some(AskedAs::NoCard), row(0, AskedAs::NoCard, words.none)));
        rows
    }
}

/// The deck of a card, and what its answer begins with.
fn about(card: &CardId, desk: &Desk) -> Option<String> {
    let place = desk.find(card)?;
    let deck = desk.decks[place.deck].title(desk.lang_of_words);
    let answer = markdown_text(&desk.face(place).answer);
    let first = answer.lines().map(str::trim).find(|line| !line.is_empty());
    Some(first.map_or_else(|| deck.to_owned(), |first| format!("{deck} · {first}")))
}

#[cfg(test)]
mod tests;
