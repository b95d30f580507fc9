//! How home is laid out: gauges, today and the decks; in a wide window the last weeks and what was weak beside
//! them.

use super::Home;
use super::areas::{HomeAreas, SIDE, is_wide, main_of, steps};
use super::rows::heading;
use crate::day::Day;
use crate::desk::Desk;
use crate::schedule::plan::Plan;
use crate::stats;
use crate::ui::app::Look;
use crate::ui::format;
use crate::ui::format::markdown_text;
use crate::ui::widgets::{answer, bar, gauge, pad, shorten, spread, whole_parts};
use chrono::{Datelike, Weekday};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The days of a week, as the map has them.
const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Weeks of the map.
const WEEKS: i64 = 12;

/// The most cards that were weak.
const WEAK: usize = 8;

impl Home {
    pub(super) fn draw(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let above = self.above(area, desk, look);
        let panes = HomeAreas::of(area, above.len(), desk, look);
        let right = whole_parts(&self.date(desk, look), usize::from(panes.top.width));
        frame.render_widget(spread("backprop", &right, panes.top.width, look), panes.top);
        let line = |of: Rect, y: u16| Rect { y: of.y + y, height: 1, ..of };
        for (y, text) in above.iter().enumerate() {
            frame.render_widget(text, line(panes.above, y as u16));
        }
        if let Some(place) = panes.heading {
            frame.render_widget(heading(place.width, look), place);
        }
        let lines: Vec<Line<'static>> =
            (0..self.rows.len()).map(|row| self.row(row, desk, panes.list.width, look)).collect();
        let edge = Rect { x: panes.list.x.saturating_sub(2), width: panes.list.width + 4, ..panes.list };
        self.scroll.view(frame, panes.list, &lines, edge.intersection(area), look);
        for (y, text) in steps(area.height, panes.steps.width, desk, look).iter().enumerate() {
            if (y as u16) < panes.steps.height {
                frame.render_widget(text, line(panes.steps, y as u16));
            }
        }
        if let Some(side) = panes.side {
            for (y, text) in self.side(desk, look).iter().take(usize::from(side.height)).enumerate() {
                frame.render_widget(
                    Line::styled("│", look.theme.rule),
                    Rect { x: side.x - 2, width: 1, ..line(side, y as u16) },
                );
                frame.render_widget(text, line(side, y as u16));
            }
        }
        frame.render_widget(bar::keys(self, desk, panes.keys.width, look), panes.keys);
    }

    /// How far away the interview is, or what day it is.
    fn date(&self, desk: &Desk, look: &Look) -> String {
        let words = look.words;
        match Plan::in_force(desk) {
            Some(plan) => {
                let left = (words.home.interview_in)(plan.date.days_since(desk.date_today()));
                format!("{left} · {}", format::day(plan.date, words))
            }
            None => format::day(desk.now.day, words),
        }
    }

    /// What stands above the list: how ready one is, and what today brings.
    pub(super) fn above(&self, area: Rect, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
        let words = look.words;
        let width = main_of(area).width;
        let mut lines = Vec::new();
        let figures = &self.figures;
        let plan = figures.plan.as_ref();
        let is_planned = Plan::in_force(desk).is_some();
        let now = if is_planned { words.home.ready_on_the_day } else { words.home.ready_today };
        let labels = [now, words.today, if is_planned { words.home.if_followed } else { "" }];
        let room = labels.iter().map(|label| label.width()).max().unwrap_or(0) + 2;
        let room = if usize::from(width) < room + 16 { 0 } else { room };
        let labelled = |label: &str, rest: Vec<Span<'static>>| {
            let label = if room == 0 { String::new() } else { pad(label, room) };
            Line::from_iter(std::iter::once(Span::styled(label, look.theme.title)).chain(rest))
        };
        let cells = usize::from(width).saturating_sub(room + 6).min(40);
        let measured = |share: f32, style: Style| {
            let text = Span::styled(format!(" {:.0}%", 100.0 * share), look.theme.text);
            gauge::gauge(share, cells, style, look).into_iter().chain([text]).collect::<Vec<_>>()
        };
        if area.height >= 7 {
            lines.push(labelled(now, measured(figures.ready_all, look.theme.right)));
            if let Some(plan) = plan.filter(|plan| plan.all.cards > 0) {
                let share = plan.all.followed.mean / plan.all.cards as f32;
                lines.push(labelled(words.home.if_followed, measured(share, look.theme.easy)));
            } else if is_planned {
                // Its line is kept, so that nothing moves once it is known.
                lines.push(labelled(words.home.if_followed, measured(figures.ready_all, look.theme.rule)));
            }
            if area.height >= 16 {
                lines.push(Line::default());
            }
        }
        let style = if figures.all.total() == 0 { look.theme.right } else { look.theme.text };
        let cells = usize::from(width).saturating_sub(room);
        let parts = self.today(area, desk, look);
        let whole = parts.join("   ");
        // What does not fit into one line goes on in a second one, where there is room for it.
        let (first, rest) = match parts.split_first() {
            Some((first, rest)) if whole.width() > cells && area.height >= 10 => {
                let fitting = |line: String, part: &String| match line.is_empty() {
                    true => part.clone(),
                    false if line.width() + 3 + part.width() <= cells => format!("{line}   {part}"),
                    false => line,
                };
                (first.clone(), rest.iter().fold(String::new(), fitting))
            }
            _ => (whole, String::new()),
        };
        lines.push(labelled(words.today, vec![Span::styled(shorten(&first, cells), style)]));
        if !rest.is_empty() {
            lines.push(labelled("", vec![Span::styled(shorten(&rest, cells), style)]));
        }
        if area.height >= 12 {
            lines.extend(self.advice(desk, width, look));
        }
        lines
    }

    /// The three counts with their minutes, or that nothing waits; the streak where no second pane has it.
    fn today(&self, area: Rect, desk: &Desk, look: &Look) -> Vec<String> {
        let (words, all) = (look.words, self.figures.all);
        let streak = stats::streak(&desk.progress, desk.now.day);
        let streak = (streak > 0 && !is_wide(area)).then(|| (words.streak)(streak));
        let mut parts = Vec::new();
        if all.total() > 0 {
            let counts = [(all.due, words.due), (all.learning, words.learning), (all.new, words.new)];
            let counts = counts.iter().filter(|(count, _)| *count > 0);
            let counts: Vec<String> = counts.map(|(count, word)| format!("{count} {word}")).collect();
            parts.push(counts.join(" · "));
            parts.push((words.about_minutes)(self.figures.minutes));
        } else if desk.places().next().is_none() {
            parts.push(words.home.no_cards.to_owned());
        } else if desk.is_all_off() {
            parts.push(words.home.all_off.to_owned());
        } else {
            let due =
                self.figures.next_due.map(|at| (words.next_due)(&format::from_now(at, desk.now, words)));
            parts.push(words.all_done.to_owned());
            parts.extend(due);
        }
        parts.into_iter().chain(streak).collect()
    }

    /// Why nothing waits and what can be done; what the day of the interview asks for once it is past.
    fn advice(&self, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
        let words = look.words;
        let mut advice: Vec<String> = Vec::new();
        if let Some(plan) = Plan::last_past(desk) {
            let is_another_ahead = Plan::in_force(desk).is_some();
            advice.push((words.home.how_it_went)(desk.now.day.days_since(plan.date), is_another_ahead));
        }
        let has_answers = || desk.places().any(|place| desk.card(place).is_answered());
        if self.figures.all.total() == 0 && has_answers() {
            advice.push(if desk.is_all_off() { words.home.switch_on } else { words.home.go_on }.to_owned());
        }
        if self.figures.unanswered > 0 && self.figures.all.total() == 0 {
            advice.push((words.home.unanswered)(self.figures.unanswered));
        }
        advice
            .iter()
            .flat_map(|text| answer::lay_out_inline(text, width, look.theme.dim, &look.theme))
            .collect()
    }

    /// The second pane: the last weeks, and what was weak lately.
    fn side(&self, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
        let words = look.words;
        let streak = stats::streak(&desk.progress, desk.now.day);
        let streak = if streak > 0 { (words.streak)(streak) } else { String::new() };
        let mut lines = vec![spread(&(words.home.last_weeks)(WEEKS), &streak, SIDE, look)];
        lines.extend(heat(desk, look));
        lines.push(Line::default());
        lines.push(Line::styled(words.home.weak_lately, look.theme.title));
        for (place, times) in self.figures.weak.iter().take(WEAK) {
            let question = markdown_text(&desk.face(*place).question).replace('\n', " ");
            let times = format!(" {times}×");
            let room = usize::from(SIDE).saturating_sub(times.width());
            lines.push(Line::from(vec![
                Span::styled(pad(&shorten(&question, room), room), look.theme.text),
                Span::styled(times, look.theme.warning),
            ]));
        }
        let elsewhere = self.figures.weak_elsewhere;
        if elsewhere > 0 {
            lines.extend(answer::wrap_plain(&(words.home.weak_elsewhere)(elsewhere), SIDE, look.theme.dim));
        } else if self.figures.weak.is_empty() {
            lines.push(Line::styled(words.home.nothing_weak, look.theme.dim));
        }
        lines
    }
}

/// Answers of the last weeks, a column a week and a row a day.
fn heat(desk: &Desk, look: &Look) -> Vec<Line<'static>> {
    let words = look.words;
    let today = desk.now.day;
    let weekday = i64::from(today.date().weekday().num_days_from_monday());
    let first = today.plus(-weekday - 7 * (WEEKS - 1));
    let answers = |day: Day| desk.progress.tally(day).answers;
    let most = (0..7 * WEEKS).map(|day| answers(first.plus(day))).max().unwrap_or(0).max(1);
    let cell = |day: Day| match answers(day) {
        _ if day > today => ("  ", look.theme.rule),
        0 => ("· ", look.theme.rule),
        few if 4 * few <= most => ("░░", look.theme.right),
        some if 2 * some <= most => ("▒▒", look.theme.right),
        many if 4 * many <= 3 * most => ("▓▓", look.theme.right),
        _ => ("██", look.theme.right),
    };
    let label = WEEK.map(words.names.weekday).iter().map(|name| name.width()).max().unwrap_or(0) + 1;
    let row = |day: i64| {
        let name = if day % 2 == 0 { (words.names.weekday)(WEEK[day as usize]) } else { "" };
        let cells = (0..WEEKS).map(|week| cell(first.plus(7 * week + day)));
        let cells = cells.map(|(text, style)| Span::styled(text, style));
        Line::from_iter(std::iter::once(Span::styled(pad(name, label), look.theme.dim)).chain(cells))
    };
    (0..7).map(row).collect()
}
