//! The grading of a round: each answer with the card's own, its points to be ticked off, and a grade.

use super::{choices, clock, rule, topic};
use crate::card::{CardId, Grade};
use crate::desk::{Desk, Done, StateOwner, TakenBack};
use crate::markdown;
use crate::progress::Points;
use crate::quiz::interview::Round;
use crate::quiz::interview::grading::{Grading, RoundEntry};
use crate::quiz::interview::report::RoundReport;
use crate::ui::app::{Destination, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::screens::study::has_other_language;
use crate::ui::undoing;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// The grades, worst first.
const GRADES: [Action; 4] = [Action::Again, Action::Hard, Action::Good, Action::Easy];

/// The screen of a grading.
pub struct GradingScreen {
    grading: Grading,
    /// The round before it, to which an undo goes back while nothing is graded.
    round: Option<Round>,
    sheet: GradedSheet,
    /// The point under the cursor.
    cursor: usize,
    scroll: Scroll,
    /// The cursor moved: its point has to come into view.
    follows: bool,
    /// Which answer the sheet was laid out for; another one begins at its top.
    shown: Option<CardId>,
}

/// An answer laid out for one width.
#[derive(Default)]
struct GradedSheet {
    /// The question, when it is short enough to stay in view.
    pinned: Vec<Line<'static>>,
    lines: Vec<Line<'static>>,
    /// The lines of each point.
    points: Vec<Range<usize>>,
}

impl GradingScreen {
    /// The screen of a grading that has something to grade.
    pub fn new(grading: Grading, round: Option<Round>) -> GradingScreen {
        GradingScreen {
            grading,
            round,
            sheet: GradedSheet::default(),
            cursor: 0,
            scroll: Scroll::default(),
            follows: false,
            shown: None,
        }
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Some(grade) = GRADES.iter().position(|grade| *grade == action) {
            return self.grade(Grade::ALL[grade], desk);
        }
        let points = self.sheet.points.len();
        match action {
            Action::Back => return Step::Close,
            Action::AcceptGrade => match self.grading.at_hand().and_then(RoundEntry::suggestion) {
                Some(grade) => return self.grade(grade, desk),
                None if points > 0 => return Step::Notice(look.words.interview.tick_hint.to_owned()),
                None => drop(self.scroll.act(Action::PageDown)),
            },
            Action::Tick if points > 0 => {
                self.grading.tick(self.cursor);
                self.move_to((self.cursor + 1).min(points - 1));
            }
            Action::Tick => drop(self.scroll.act(Action::PageDown)),
            Action::TickAll => self.grading.tick_all(),
            Action::Up if points > 0 => self.move_to(self.cursor.saturating_sub(1)),
            Action::Down if points > 0 && self.cursor + 1 < points => self.move_to(self.cursor + 1),
            Action::Undo => return self.undo(desk, look),
            Action::Redo => return self.redo(desk, look),
            Action::Language => {
                desk.show_cards_in(desk.lang.other());
                self.grading.look_again(desk);
            }
            action => {
                self.scroll.act(action);
            }
        }
        Step::Stay
    }

    fn move_to(&mut self, point: usize) {
        self.cursor = point;
        self.follows = true;
    }

    fn grade(&mut self, grade: Grade, desk: &mut dyn StateOwner) -> Step {
        self.grading.grade(grade, desk);
        self.go_on(desk, Step::Stay)
    }

    fn redo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let Some((card, grade)) = self.grading.redo(desk) else {
            return Step::Notice(look.words.home.nothing_to_redo.to_owned());
        };
        let again = TakenBack { done: Done::Graded(grade), cards: vec![card] };
        self.go_on(desk, Step::Notice(undoing::said_again(&again, desk, look.words)))
    }

    /// On to the next answer with that step, or to the report after the last.
    fn go_on(&self, desk: &Desk, step: Step) -> Step {
        if self.grading.at_hand().is_some() {
            return step;
        }
        match RoundReport::of(&self.grading, desk) {
            Some(report) => Step::GoInstead(Box::new(Destination::Report(report, self.grading.clone()))),
            None => Step::Close,
        }
    }

    fn undo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let last = self.grading.last_graded();
        if let Some((card, (grade, _))) = last.and_then(|entry| Some((entry.card.clone(), entry.graded?))) {
            self.grading.undo(desk);
            let taken = TakenBack { done: Done::Graded(grade), cards: vec![card] };
            return Step::Notice(undoing::said(&taken, desk, look.words));
        }
        let Some(mut round) = self.round.take() else {
            return Step::Notice(look.words.nothing_to_undo.to_owned());
        };
        round.undo(desk);
        Step::GoInstead(Box::new(Destination::Round(round)))
    }
}

impl Screen for GradingScreen {
    fn context(&self) -> Context {
        Context::MockGrading
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::DecksChanged(_) => self.grading.look_again(desk),
            _ => {}
        }
        // Its cards may be gone.
        if self.grading.at_hand().is_none() { Step::Close } else { Step::Stay }
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let Some(entry) = self.grading.at_hand() else { return };
        if self.shown.as_ref() != Some(&entry.card) {
            self.shown = Some(entry.card.clone());
            (self.cursor, self.scroll) = (0, Scroll::default());
        }
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let (_, height) = body(size.height);
        self.sheet = GradedSheet::of(entry, self.cursor, width, height, desk, look);
        self.cursor = self.cursor.min(self.sheet.points.len().saturating_sub(1));
        let pinned = self.sheet.pinned.len() + usize::from(!self.sheet.pinned.is_empty());
        self.scroll.fit(self.sheet.lines.len(), usize::from(height).saturating_sub(pinned));
        if std::mem::take(&mut self.follows)
            && let Some(lines) = self.sheet.points.get(self.cursor)
        {
            self.scroll.show(lines.end.saturating_sub(1));
            self.scroll.show(lines.start);
        }
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        let at_hand = self.grading.at_hand();
        match action {
            Action::AcceptGrade => at_hand.and_then(RoundEntry::suggestion).is_some(),
            Action::Tick | Action::TickAll => !self.sheet.points.is_empty(),
            Action::Redo => self.grading.may_redo(),
            Action::Undo => self.grading.last_graded().is_some() || self.round.is_some(),
            Action::Language => at_hand.is_some_and(|entry| has_other_language(entry.place, desk)),
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let Some(entry) = self.grading.at_hand() else { return };
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(self.header(entry, column.width, look), at(0, 1));
        let (top, height) = body(area.height);
        for (row, line) in self.sheet.pinned.iter().enumerate() {
            frame.render_widget(line, at(top + row as u16, 1));
        }
        let mut list = at(top, height);
        if !self.sheet.pinned.is_empty() {
            let below = self.sheet.pinned.len() as u16;
            let label = self.label(entry, column.width, desk, look);
            frame.render_widget(rule(&label, column.width, look), at(top + below, 1));
            list = at(top + below + 1, height.saturating_sub(below + 1));
        }
        let edge = Rect { x: area.x, width: area.width, ..list };
        self.scroll.view(frame, list, &self.sheet.lines, edge, look);
        let marked = entry.suggestion().map(|grade| grade as usize);
        let grades = choices(
            self.context(),
            GRADES,
            Grade::ALL.map(look.words.names.grade),
            marked,
            column.width,
            look,
        );
        frame.render_widget(grades, at(area.height - 2, 1));
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }

    fn card(&self, _desk: &Desk) -> Option<CardId> {
        self.grading.at_hand().map(|entry| entry.card.clone())
    }
}

/// First line and height of question and answer.
fn body(height: u16) -> (u16, u16) {
    let air = u16::from(height >= 16);
    (1 + air, height.saturating_sub(3 + 2 * air).max(1))
}

impl GradingScreen {
    /// Which answer it is; how sure the learner was and how long it took.
    fn header(&self, entry: &RoundEntry, width: u16, look: &Look) -> Line<'static> {
        let words = look.words.interview;
        let place = (words.grading)(self.grading.graded() + 1, self.grading.entries.len());
        let sure = (look.words.names.confidence)(entry.answered.confidence);
        spread(&place, &format!("{sure} · {}", clock(entry.answered.ms)), width, look)
    }

    /// What stands on the rule: points ticked and the grade they speak for, or the topic.
    fn label(&self, entry: &RoundEntry, width: u16, desk: &Desk, look: &Look) -> String {
        let words = look.words.interview;
        if self.sheet.points.is_empty() {
            return crate::ui::widgets::shorten(&topic(entry.place, desk), usize::from(width) * 2 / 3);
        }
        let said = entry.said.iter().filter(|said| **said).count();
        let points = (words.points)(said, entry.said.len());
        let missed = entry.before.is_some_and(|before| is_same_answer(before, entry));
        let missed = (missed && width >= 60).then(|| words.missed_before.to_owned());
        let next = match entry.suggestion() {
            Some(grade) => (words.suggested)((look.words.names.grade)(grade)),
            None => words.tick_hint.to_owned(),
        };
        let label = missed.into_iter().chain([points.clone(), next]).collect::<Vec<_>>().join(" · ");
        if label.width() + 4 > usize::from(width) { points } else { label }
    }
}

/// Whether points ticked earlier can be those of the answer as it is now, and some were missed.
fn is_same_answer(before: Points, entry: &RoundEntry) -> bool {
    before.count() == entry.said.len() && before.missed().next().is_some()
}

impl GradedSheet {
    fn of(entry: &RoundEntry, cursor: usize, width: u16, body: u16, desk: &Desk, look: &Look) -> GradedSheet {
        let face = desk.face(entry.place);
        let theme = &look.theme;
        let question = answer::lay_out_asked(entry.place, width, desk, look);
        let is_short = question.len() * 3 <= usize::from(body) || question.len() == 1 && body > 2;
        let (pinned, mut lines) = if is_short { (question, Vec::new()) } else { (Vec::new(), question) };
        if pinned.is_empty() {
            lines.push(Line::styled("─".repeat(usize::from(width)), theme.rule));
        }
        let readable = markdown::readable(&face.answer);
        let readable = markdown::itemised(&readable);
        let points = markdown::points(&readable);
        if entry.said.is_empty() || entry.said.len() != points.len() {
            lines.extend(answer::lay_out(&readable, width, theme).lines);
            return GradedSheet { pinned, lines, points: Vec::new() };
        }
        let source: Vec<&str> = readable.lines().collect();
        let part = |range: Range<usize>| source.get(range).unwrap_or_default().join("\n");
        let lead = part(0..points[0].first_line);
        if !lead.trim().is_empty() {
            lines.extend(answer::lay_out(&lead, width, theme).lines);
        }
        let mut places = Vec::new();
        for (index, point) in points.iter().enumerate() {
            let start = lines.len();
            let said = entry.said[index];
            let was_missed = entry.before.is_some_and(|before| {
                before.count() == points.len() && before.missed().any(|missed| missed == index)
            });
            let text = answer::lay_out(&point.text, width.saturating_sub(MARK).max(1), theme).lines;
            let head = [
                Span::styled(if index == cursor { "> " } else { "  " }, theme.key),
                Span::styled(if said { "[x]" } else { "[ ]" }, if said { theme.right } else { theme.dim }),
                Span::styled(if was_missed { "! " } else { "  " }, theme.warning),
            ];
            lines.extend(marked(text, &head));
            places.push(start..lines.len());
        }
        let rest = points.last().map_or(0, |point| point.last_line + 1);
        let tail = part(rest.min(source.len())..source.len());
        if !tail.trim().is_empty() {
            lines.push(Line::default());
            lines.extend(answer::lay_out(tail.trim_matches('\n'), width, theme).lines);
        }
        GradedSheet { pinned, lines, points: places }
    }
}

/// Cells before the text of a point: cursor, tick, and whether it was missed the last time.
const MARK: u16 = 7;

/// Lines with a head on the first one, and its width of space on the others.
fn marked(text: Vec<Line<'static>>, head: &[Span<'static>; 3]) -> Vec<Line<'static>> {
    let text = if text.is_empty() { vec![Line::default()] } else { text };
    let indented = |(index, mut line): (usize, Line<'static>)| {
        let spans = if index == 0 { head.to_vec() } else { vec![Span::raw(" ".repeat(usize::from(MARK)))] };
        line.spans.splice(0..0, spans);
        line
    };
    text.into_iter().enumerate().map(indented).collect()
}
