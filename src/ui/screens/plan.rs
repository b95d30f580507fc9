//! The plan: the day of the interview, minutes a day, what matters how much, and what to expect.
//!
//! A change shows its effect at once; it is noted when the keys rest for two seconds, the cursor leaves
//! its row or the screen closes, so that stepping through values leaves one event.

use super::browse::Browse;
use super::sheet::Sheet;
use super::study::markdown_text;
use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use crate::desk::Desk;
use crate::progress::{Kind, Target, weights_json};
use crate::schedule::plan::Plan;
use crate::schedule::plan::forecast::Expected;
use crate::schedule::plan::readout::{self, Readout, Review, Row};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::format;
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::answer;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, pad, shorten, spread};
use crate::ui::words::Words;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// The plan with its readout.
pub struct PlanScreen {
    /// What is set, also where it was not noted yet.
    draft: Draft,
    /// What was noted before.
    noted: Draft,
    /// Events noted here, the newest last, with what was set before each.
    deeds: Vec<(At, Draft)>,
    /// When the draft was changed last.
    changed: At,
    /// 0 is the date, 1 the minutes, then the rows of the readout.
    cursor: usize,
    scroll: Scroll,
    /// What is shown, and what it was computed from.
    shown: Shown,
    computed: Option<Basis>,
}

/// What figures are computed from: what is set, the last event, the day, and whether all are loaded.
type Basis = (Draft, Option<At>, Day, bool);

/// What the learner sets.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    date: Option<Day>,
    minutes: u32,
    weights: BTreeMap<String, f32>,
}

enum Shown {
    /// Decks and topics, before there is a date.
    Undated(Vec<Row>),
    Ahead(Box<Readout>),
    Past(Option<Review>),
}

/// Minutes a day before the learner says how many.
pub const USUAL_MINUTES: u32 = 30;

/// Days from now that the first step to a date sets.
const FIRST_DAYS: i64 = 14;

/// Seconds after the last key in which a change is noted.
const REST: i64 = 2;

/// Weights to step through.
const WEIGHTS: [f32; 6] = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0];

/// Rows before the decks and topics: date and minutes.
const SETTINGS: usize = 2;

impl Draft {
    fn of(desk: &Desk) -> Draft {
        match desk.progress.target().and_then(Plan::of) {
            Some(plan) => Draft { date: Some(plan.date), minutes: plan.minutes, weights: plan.weights },
            None => Draft { date: None, minutes: USUAL_MINUTES, weights: BTreeMap::new() },
        }
    }

    fn plan(&self, date: Day) -> Plan {
        Plan { date, minutes: self.minutes, weights: self.weights.clone() }
    }

    fn target(&self) -> Target {
        Target { date: self.date, minutes: self.minutes, weights: weights_json(&self.weights).into() }
    }
}

impl PlanScreen {
    /// The plan of the desk.
    pub fn new(desk: &Desk) -> PlanScreen {
        let draft = Draft::of(desk);
        PlanScreen {
            noted: draft.clone(),
            draft,
            deeds: Vec::new(),
            changed: desk.now.at,
            cursor: 0,
            scroll: Scroll::default(),
            shown: Shown::Undated(Vec::new()),
            computed: None,
        }
    }

    fn rows(&self) -> &[Row] {
        match &self.shown {
            Shown::Undated(rows) => rows,
            Shown::Ahead(readout) => &readout.rows,
            Shown::Past(_) => &[],
        }
    }

    /// Whether the draft is another plan than the noted one. Before there is a date, weights and minutes
    /// are no plan yet.
    fn is_to_be_noted(&self) -> bool {
        self.draft != self.noted && (self.draft.date.is_some() || self.noted.date.is_some())
    }

    /// Writes the draft into the log.
    fn commit(&mut self, desk: &mut Desk) {
        if !self.is_to_be_noted() {
            return;
        }
        let at = desk.note(&CardId::from(""), Kind::Plan(self.draft.target()));
        let before = std::mem::replace(&mut self.noted, self.draft.clone());
        self.deeds.push((at, before));
    }

    fn undo(&mut self, desk: &mut Desk, look: &Look) -> Step {
        if self.draft != self.noted {
            self.draft = self.noted.clone();
            return Step::Notice(look.words.act_undo.to_owned());
        }
        let Some((of, before)) = self.deeds.pop() else {
            return Step::Notice(look.words.nothing_to_undo.to_owned());
        };
        desk.note(&CardId::from(""), Kind::Undo { of });
        (self.draft, self.noted) = (before.clone(), before);
        Step::Notice(look.words.act_undo.to_owned())
    }

    fn change(&mut self, by: i32, desk: &Desk) {
        self.changed = desk.now.at;
        match self.cursor {
            0 => self.change_date(by, desk),
            1 => {
                let step = if by > 0 && self.draft.minutes < 5 { 4 } else { 5 };
                self.draft.minutes = self.draft.minutes.saturating_add_signed(by * step).clamp(1, 600);
            }
            row => {
                let Some(row) = self.rows().get(row - SETTINGS) else { return };
                let (name, now) = (row.name.clone(), weight_of(row, &self.draft.weights));
                let next = if by > 0 {
                    WEIGHTS.into_iter().find(|weight| *weight > now).unwrap_or(now)
                } else {
                    WEIGHTS.into_iter().rev().find(|weight| *weight < now).unwrap_or(now)
                };
                self.draft.weights.insert(name, next);
            }
        }
    }

    fn change_date(&mut self, by: i32, desk: &Desk) {
        let today = desk.now.day;
        self.draft.date = match self.draft.date {
            Some(date) if date >= today => Some(date.plus(i64::from(by)).max(today)),
            // No date, or one that is past: the next interview.
            _ if by > 0 => Some(today.plus(FIRST_DAYS)),
            date => date,
        };
    }

    /// Takes the topics out of the plan that would hardly be reached.
    fn drop_what_does_not_fit(&mut self) {
        let Shown::Ahead(readout) = &self.shown else { return };
        let names: Vec<String> = readout.does_not_fit().map(|row| row.name.clone()).collect();
        self.draft.weights.extend(names.into_iter().map(|name| (name, 0.0)));
    }

    fn compute(&mut self, desk: &Desk) {
        let progress = &desk.progress;
        let from = Some((self.draft.clone(), progress.latest_at(), desk.now.day, progress.is_whole()));
        if self.computed == from {
            return;
        }
        self.computed = from;
        self.shown = match self.draft.date {
            Some(date) if date < desk.now.day => {
                Shown::Past(readout::review(&self.draft.plan(date), desk).ok())
            }
            Some(date) => Shown::Ahead(Box::new(readout::readout(&self.draft.plan(date), desk))),
            None => Shown::Undated(readout::rows_of(&self.draft.weights, desk)),
        };
    }
}

/// The weight a row has now: its own, that of its deck, or 1.
fn weight_of(row: &Row, weights: &BTreeMap<String, f32>) -> f32 {
    let own = weights.get(&row.name);
    let of_deck = || weights.get(row.name.split(crate::schedule::plan::scope::SEPARATOR).next()?);
    own.or_else(of_deck).copied().unwrap_or(1.0)
}

impl Screen for PlanScreen {
    fn context(&self) -> Context {
        Context::Plan
    }

    fn update(&mut self, event: Event, desk: &mut Desk, look: &Look) -> Step {
        match event {
            Event::Action(Action::Back) => {
                self.commit(desk);
                return Step::Close;
            }
            Event::Action(Action::Next) => self.change(1, desk),
            Event::Action(Action::Previous) => self.change(-1, desk),
            Event::Action(Action::Undo) => return self.undo(desk, look),
            Event::Action(Action::Drop) => {
                self.drop_what_does_not_fit();
                self.commit(desk);
            }
            Event::Action(Action::Clear) if self.draft.date.is_some() => {
                self.draft = Draft { date: None, minutes: self.draft.minutes, weights: BTreeMap::new() };
                self.commit(desk);
                return Step::Notice(look.words.plan_cleared.to_owned());
            }
            Event::Action(Action::Sheet) => {
                self.commit(desk);
                return Step::Open(Box::new(Sheet::default()));
            }
            Event::Action(Action::Browse) => {
                self.commit(desk);
                return Step::Open(Box::new(Browse::new(desk)));
            }
            Event::Action(action) => {
                if let Some(cursor) = self.scroll.cursor(self.cursor, action) {
                    self.commit(desk);
                    self.cursor = cursor;
                }
            }
            Event::Wake => {
                self.commit(desk);
                let is_past = self.draft.date.is_some_and(|date| date < desk.now.day);
                if is_past && !desk.progress.is_whole() {
                    return Step::Ask(Effect::LoadHistory);
                }
            }
            Event::DecksChanged(_) => self.computed = None,
            _ => {}
        }
        Step::Stay
    }

    fn wake_at(&self, _desk: &Desk) -> Option<At> {
        self.is_to_be_noted().then(|| self.changed.plus_seconds(REST))
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        self.compute(desk);
        let count = SETTINGS + self.rows().len();
        self.cursor = self.cursor.min(count - 1);
        let column = column(Rect::new(0, 0, size.width, size.height));
        let above = self.above(column.width, usize::from(size.height), desk, look).len();
        // The settings stand above the list and scroll with it in a low window.
        let window = usize::from(size.height).saturating_sub(above + 1);
        self.scroll.fit(count + usize::from(count > SETTINGS), window.max(1));
        self.scroll.show(self.cursor + usize::from(self.cursor >= SETTINGS));
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let above = self.above(column.width, usize::from(area.height), desk, look);
        for (y, line) in above.iter().enumerate() {
            frame.render_widget(line, at(y as u16, 1));
        }
        let list = at(above.len() as u16, area.height.saturating_sub(above.len() as u16 + 1));
        let count = SETTINGS + self.rows().len();
        let mut lines: Vec<Line<'static>> =
            (0..count).map(|row| self.line(row, column.width, desk, look)).collect();
        if count > SETTINGS {
            lines.insert(SETTINGS, self.heading(column.width, look));
        }
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(Context::Plan, column.width, look), at(area.height - 1, 1));
    }
}

impl PlanScreen {
    /// Title and readout, as many lines as leave at least four for the list.
    fn above(&self, width: u16, height: usize, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
        let words = look.words;
        let roomy = height >= 16;
        let left = match self.draft.date {
            Some(date) if date < desk.now.day => (words.plan_past)(desk.now.day.days_since(date)),
            Some(date) => (words.plan_days_left)(date.days_since(desk.now.day)),
            None => desk.now.day.to_string(),
        };
        let mut lines = vec![spread(words.plan, &left, width, look)];
        let told = match &self.shown {
            Shown::Undated(_) => {
                answer::lay_out_inline(words.plan_no_date_hint, width, look.theme.dim, &look.theme)
            }
            Shown::Ahead(readout) => told(readout, width, look),
            Shown::Past(review) => review.as_ref().map_or(Vec::new(), |review| past(review, width, look)),
        };
        if roomy {
            lines.push(Line::default());
        }
        let room = height.saturating_sub(lines.len() + 1 + 3 + usize::from(roomy));
        lines.extend(told.into_iter().take(room));
        if roomy {
            lines.push(Line::default());
        }
        lines
    }

    fn line(&self, row: usize, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let words = look.words;
        match row {
            0 => {
                let date =
                    self.draft.date.map_or(words.plan_no_date.to_owned(), |date| format::day(date, words));
                self.setting(row, words.plan_date, &date, width, look)
            }
            1 => self.setting(row, words.plan_minutes, &self.draft.minutes.to_string(), width, look),
            _ => self.topic(row, &self.rows()[row - SETTINGS], width, desk, look),
        }
    }

    fn setting(&self, row: usize, name: &str, value: &str, width: u16, look: &Look) -> Line<'static> {
        let is_chosen = row == self.cursor;
        let value = if is_chosen { format!("← {value} →") } else { format!("  {value}  ") };
        let mark = if is_chosen { "> " } else { "  " };
        let room = usize::from(width).saturating_sub(value.width() + 3).min(24);
        let (left, right) = match is_chosen {
            true => (look.theme.selected, look.theme.selected),
            false => (look.theme.text, look.theme.marker),
        };
        Line::from(vec![
            Span::styled(format!("{mark}{} ", pad(&shorten(name, room), room)), left),
            Span::styled(value, right),
        ])
    }

    /// What the columns of decks and topics are.
    fn heading(&self, width: u16, look: &Look) -> Line<'static> {
        let widths = Columns::of(width);
        let is_dated = matches!(self.shown, Shown::Ahead(_));
        let mut text = " ".repeat(widths.title);
        let columns = look.words.plan_columns.into_iter().zip(widths.figures).enumerate();
        for (number, (head, width)) in columns.filter(|(number, _)| is_dated || *number < 2) {
            // The weight under the cursor stands between arrows.
            let behind = if number == 0 { 2 } else { 0 };
            if width > 0 {
                text.push_str(&" ".repeat(width.saturating_sub(head.width() + behind)));
                text.push_str(&format!("{head}{}", " ".repeat(behind)));
            }
        }
        Line::styled(text, look.theme.dim)
    }

    /// A deck or a topic: its weight, and what is expected of it.
    fn topic(&self, number: usize, row: &Row, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let is_chosen = number == self.cursor;
        let style = |style| if is_chosen { look.theme.selected } else { style };
        let mark = if is_chosen { "> " } else { "  " };
        let title = match &row.heading {
            Some(heading) => format!("  › {}", markdown_text(heading)),
            None => desk.decks[row.deck].title(desk.lang).to_owned(),
        };
        let weight = weight_of(row, &self.draft.weights);
        let widths = Columns::of(width);
        let group = row.group;
        let percent = |expected: Expected| match group.cards {
            0 => "–".to_owned(),
            cards => format!("{:.0} %", 100.0 * expected.mean / cards as f32),
        };
        let is_dated = matches!(self.shown, Shown::Ahead(_));
        let figure = |text: String, width: usize| match width {
            0 => String::new(),
            width => format!("{text:>width$}"),
        };
        let told = |text: String| if is_dated { text } else { String::new() };
        let missed = if group.unreached >= 0.5 { format!("{:.0}", group.unreached) } else { String::new() };
        Line::from(vec![
            Span::styled(
                pad(&format!("{mark}{}", shorten(&title, widths.title - 2)), widths.title),
                style(look.theme.text),
            ),
            Span::styled(figure(weight_text(weight, is_chosen), widths.figures[0]), style(look.theme.marker)),
            Span::styled(figure(row.cards.to_string(), widths.figures[1]), style(look.theme.dim)),
            Span::styled(figure(told(percent(group.stopped)), widths.figures[2]), style(look.theme.dim)),
            Span::styled(figure(told(percent(group.followed)), widths.figures[3]), style(look.theme.right)),
            Span::styled(figure(told(missed), widths.figures[4]), style(look.theme.warning)),
        ])
    }
}

/// `1`, `0.5`; 0 is out of scope and says so with a sign.
fn weight_text(weight: f32, is_chosen: bool) -> String {
    let text = if weight == 0.0 { "✗".to_owned() } else { format!("×{weight}") };
    if is_chosen { format!("← {text} →") } else { format!("{text}  ") }
}

/// Columns of the list of decks and topics.
struct Columns {
    title: usize,
    figures: [usize; 5],
}

impl Columns {
    fn of(width: u16) -> Columns {
        let mut figures = [10, 7, 8, 8, 8];
        let width = usize::from(width);
        // A narrow window keeps the weight, which can be changed, and what is expected.
        for dropped in [1, 4, 2, 3] {
            if figures.iter().sum::<usize>() + 18.min(width / 2) > width {
                figures[dropped] = 0;
            }
        }
        Columns { title: width.saturating_sub(figures.iter().sum()).max(3), figures }
    }
}

/// A share of cards with its range: `92 % (88–95 %)`.
pub fn share(expected: Expected, cards: usize) -> String {
    let percent = |number: f32| 100.0 * number / cards.max(1) as f32;
    format!("{:.0} % ({:.0}–{:.0} %)", percent(expected.mean), percent(expected.low), percent(expected.high))
}

/// What is told of a plan ahead: a label and a text each.
pub fn told_of(readout: &Readout, words: &Words) -> Vec<(&'static str, String)> {
    let all = readout.all;
    let expected =
        |expected: Expected| (words.plan_expected)(&share(expected, all.cards), expected.mean, all.cards);
    let (_, minutes) = readout.done;
    let counts = [
        (readout.today.new, words.new),
        (readout.today.learning, words.learning),
        (readout.today.due, words.due),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let today: Vec<String> = counts.chain([(words.plan_today)(minutes, readout.minutes)]).collect();
    let mut told = vec![
        (words.plan_followed, expected(all.followed)),
        (words.plan_stopped, expected(all.stopped)),
        (words.today, today.join(" · ")),
    ];
    let unseen = (readout.unseen > 0).then(|| (words.plan_unseen)(readout.unseen));
    let fits = match all.unreached {
        few if few < 0.5 => words.plan_fits.to_owned(),
        cards => (words.plan_does_not_fit)(cards),
    };
    let parts: Vec<String> = unseen.into_iter().chain([fits]).collect();
    told.push(("", parts.join(" · ")));
    told
}

fn told(readout: &Readout, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = labelled(&told_of(readout, look.words), width, look);
    let topics = readout.does_not_fit().count();
    if topics > 0 {
        let offer = (look.words.plan_drop)(topics);
        lines.push(Line::styled(shorten(&offer, usize::from(width)), look.theme.warning));
    }
    lines
}

/// What is told of a plan whose day is past.
pub fn told_of_past(review: &Review, words: &Words) -> Vec<(&'static str, String)> {
    let share = share(review.predicted, review.cards);
    let mut told =
        vec![(words.plan_predicted, (words.plan_expected)(&share, review.predicted.mean, review.cards))];
    if !review.asked.is_empty() {
        let well = review.asked.iter().filter(|asked| asked.went >= Grade::Good).count();
        let predicted = review.asked.iter().map(|asked| asked.predicted).sum();
        told.push((words.plan_asked, (words.plan_asked_of)(well, review.asked.len(), predicted)));
    }
    if !review.since.is_empty() {
        let recalled = review.since.iter().filter(|(_, recalled)| *recalled).count();
        let predicted = review.since.iter().map(|(recall, _)| recall).sum();
        told.push((words.plan_since, (words.plan_since_of)(recalled, review.since.len(), predicted)));
    }
    told
}

fn past(review: &Review, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = labelled(&told_of_past(review, look.words), width, look);
    lines.push(Line::default());
    lines.extend(answer::lay_out_inline(look.words.plan_note_asked, width, look.theme.dim, &look.theme));
    lines
}

fn labelled(told: &[(&'static str, String)], width: u16, look: &Look) -> Vec<Line<'static>> {
    let room = told.iter().map(|(label, _)| label.width()).max().unwrap_or(0) + 2;
    let line = |(label, text): &(&'static str, String)| {
        // In a narrow window the figures matter more than their names.
        let room = if usize::from(width) < room + 14 { 0 } else { room };
        let label = if room == 0 { String::new() } else { pad(label, room) };
        let text = shorten(text, usize::from(width) - room);
        Line::from(vec![Span::styled(label, look.theme.dim), Span::styled(text, look.theme.text)])
    };
    told.iter().map(line).collect()
}
