//! After the interview: how it went, by a text or by the cards that were asked, and when the next one is.

use super::browse::Browse;
use super::picker::Picker;
use super::plan::{told_day, told_of_past};
use crate::card::CardId;
use crate::day::{self, TypedDay};
use crate::desk::{Desk, StateOwner};
use crate::progress::Kind;
use crate::schedule::plan::Plan;
use crate::schedule::plan::readout::{self, PastPlan};
use crate::store::folder::PickKind;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::format;
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::{answer, bar, column, pad, shorten, spread, whole_parts};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What can be said, in the order of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AfterRow {
    Report,
    Cards,
    Next,
    Done,
}

const ROWS: [AfterRow; 4] = [AfterRow::Report, AfterRow::Cards, AfterRow::Next, AfterRow::Done];

/// So many days after an interview the screen still comes by itself.
const LATELY: u32 = 30;

/// The screen.
pub struct AfterScreen {
    /// The interview that is over; none where it was opened without one.
    past: Option<Plan>,
    /// How it went against what was foretold, once the whole log is there.
    review: Option<PastPlan>,
    cursor: usize,
    date: LineField,
}

impl AfterScreen {
    /// About the last interview that is over.
    pub fn new(desk: &Desk) -> AfterScreen {
        AfterScreen { past: Plan::past(desk), review: None, cursor: 0, date: LineField::default() }
    }

    /// Whether it comes by itself: an interview is over lately, and nothing was studied on a day after it.
    pub fn comes_by_itself(desk: &Desk) -> bool {
        let Some(past) = Plan::past(desk) else { return false };
        let days = desk.now.day.days_since(past.date);
        let has_studied =
            (1..=i64::from(days)).any(|day| desk.progress.tally(past.date.plus(day)).answers > 0);
        (1..=LATELY).contains(&days) && !has_studied
    }

    fn at(&self) -> AfterRow {
        ROWS[self.cursor]
    }

    /// The next interview as it was typed.
    fn typed(&self, desk: &Desk) -> Option<TypedDay> {
        day::typed(self.date.text().trim(), desk.date_today())
    }

    fn choose(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match self.at() {
            AfterRow::Report => Step::Open(Box::new(Picker::new(PickKind::Reports))),
            AfterRow::Cards => Step::Open(Box::new(Browse::new(desk))),
            AfterRow::Done => {
                desk.record(&CardId::from(""), Kind::Plan(Plan::closed(desk, None)));
                self.past = None;
                Step::GoHome
            }
            AfterRow::Next => match self.typed(desk) {
                Some(TypedDay::On(date)) => {
                    let hour = date.hour.map(|hour| hour.time);
                    let next = Plan::closed(desk, Some((date.day, hour)));
                    desk.record(&CardId::from(""), Kind::Plan(next));
                    Step::GoHome
                }
                _ => {
                    let text = self.date.text().trim();
                    Step::Notice(format::no_day(text, desk.date_today(), look.words))
                }
            },
        }
    }

    /// What was foretold and what came of it.
    fn told(&self, width: u16, look: &Look) -> Vec<Line<'static>> {
        let Some(review) = &self.review else { return Vec::new() };
        let told = told_of_past(review, look.words);
        let lines = told.iter().map(|(label, text)| format!("{label} {text}"));
        lines.flat_map(|text| answer::lay_out_inline(&text, width, look.theme.dim, &look.theme)).collect()
    }
}

impl Screen for AfterScreen {
    fn context(&self) -> Context {
        Context::Field
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let last = ROWS.len() - 1;
        let is_field = self.at() == AfterRow::Next;
        match event {
            Event::Typed(text) if is_field => self.date.insert(&text),
            Event::Key(key) if is_field => self.date.press(key),
            Event::Row(row) if row <= last && row != self.cursor => self.cursor = row,
            Event::Row(_) => return self.choose(desk, look),
            Event::Action(Action::Down) => self.cursor = (self.cursor + 1).min(last),
            Event::Action(Action::Up) => self.cursor = self.cursor.saturating_sub(1),
            Event::Action(Action::Choose) => return self.choose(desk, look),
            Event::Action(Action::Back) => return Step::Close,
            Event::Wake | Event::DecksChanged(_) => {
                let Some(past) = &self.past else { return Step::Stay };
                match readout::review(past, desk) {
                    Ok(review) => self.review = Some(review),
                    Err(_) => return Step::Ask(Effect::LoadHistory),
                }
            }
            _ => {}
        }
        Step::Stay
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        (action == Action::Choose).then_some(look.words.inside.act_take)
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        match (action, self.at()) {
            (Action::Choose, AfterRow::Next) => matches!(self.typed(desk), Some(TypedDay::On(_))),
            (Action::Choose, AfterRow::Done) => self.past.is_some(),
            _ => action != Action::Palette,
        }
    }

    fn arrange(&mut self, _size: Size, _desk: &Desk, _look: &Look) {}

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16| Rect { y: area.y + y, height: 1, ..column };
        let (home, last) = (look.words.home, area.height.saturating_sub(1));
        let when = match &self.past {
            Some(plan) => (home.after_when)(desk.now.day.days_since(plan.date), &told_day(plan, look.words)),
            None => home.after_none.to_owned(),
        };
        let room = usize::from(column.width).saturating_sub(home.after_title.width() + 2);
        frame.render_widget(spread(home.after_title, &whole_parts(&when, room), column.width, look), at(0));
        let is_airy = area.height >= 18;
        let mut y = 1 + u16::from(area.height >= 10);
        if is_airy {
            let told = self.told(column.width, look);
            for line in told.iter().take(usize::from(area.height).saturating_sub(14)) {
                frame.render_widget(line, at(y));
                y += 1;
            }
            y += u16::from(!told.is_empty());
        }
        for row in 0..ROWS.len() {
            if y < last {
                self.row(frame, at(y), row, look);
            }
            y += 1 + u16::from(is_airy);
        }
        let later: Vec<String> = Plan::in_force(desk)
            .iter()
            .chain(&Plan::later(desk))
            .map(|plan| told_day(plan, look.words))
            .collect();
        let mut about = vec![home.after_about[self.cursor].to_owned()];
        if self.at() == AfterRow::Next && !later.is_empty() {
            about.push((home.after_later)(&later.join(" · ")));
        }
        if let Some(TypedDay::On(date)) = self.typed(desk) {
            about.extend(format::read_as(&date, look.words));
        }
        y += u16::from(area.height >= 10 && !is_airy);
        let lines = about
            .iter()
            .flat_map(|text| answer::lay_out_inline(text, column.width, look.theme.dim, &look.theme));
        for line in lines {
            if y < last {
                frame.render_widget(line, at(y));
            }
            y += 1;
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), at(last));
    }
}

impl AfterScreen {
    fn row(&self, frame: &mut Frame<'_>, area: Rect, row: usize, look: &Look) {
        let rows = look.words.home.after_rows;
        let is_chosen = row == self.cursor;
        let mark = if is_chosen { "> " } else { "  " };
        if ROWS[row] == AfterRow::Next && (is_chosen || !self.date.is_empty()) {
            let room = rows[row].width() + 6;
            let label = pad(&format!("{mark}{}", rows[row]), room);
            if is_chosen {
                return self.date.view(frame, area, &label, look);
            }
            let spans = [Span::styled(label, look.theme.text), Span::raw(self.date.text().to_owned())];
            return frame.render_widget(Line::from_iter(spans), area);
        }
        let style = if is_chosen { look.theme.selected } else { look.theme.text };
        let text = shorten(&format!("{mark}{}", rows[row]), usize::from(area.width));
        frame.render_widget(Line::styled(text, style), area);
    }
}
