//! Statistics: one section at a time, as charts or as the tables behind them.

mod chart;
mod paper;
mod tables;
mod tiles;

use crate::day::At;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::stats::Stats as Figures;
use crate::stats::sections::SECTIONS;
use crate::stats::table::Table;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::answer;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{MEASURE, bar, column, shorten, spread};
use paper::{LOW, Paper, ROOMY};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// A log with fewer events than this is counted before the first frame.
const QUICK: usize = 20_000;

/// The figures, a section at a time.
#[derive(Default)]
pub struct StatsScreen {
    figures: Option<Box<Figures>>,
    /// How far the way to the figures is.
    stage: Stage,
    section: usize,
    as_tables: bool,
    /// Whether this section has both charts and tables.
    has_tables: bool,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Stage {
    /// Nothing was drawn yet.
    #[default]
    Opened,
    /// The screen says that it is counting.
    Announced,
    /// The whole log was asked for.
    Asked,
}

impl StatsScreen {
    /// The first section; what it shows is computed when the screen opens.
    pub fn new() -> StatsScreen {
        StatsScreen::default()
    }

    /// Computes the figures once. A long log first lets the screen be drawn.
    fn prepare(&mut self, desk: &Desk) -> Step {
        if self.figures.is_some() {
            return Step::Stay;
        }
        let is_whole = desk.progress.is_whole();
        if self.stage == Stage::Opened && !(is_whole && desk.progress.len() < QUICK) {
            self.stage = Stage::Announced;
            return Step::Stay;
        }
        match Figures::of(desk, false) {
            Ok(figures) => self.figures = Some(Box::new(figures)),
            // It could not be loaded; the notice says why.
            Err(_) if self.stage == Stage::Asked => return Step::Close,
            Err(_) => {
                self.stage = Stage::Asked;
                return Step::Ask(Effect::LoadHistory);
            }
        }
        Step::Stay
    }

    fn go(&mut self, by: usize) {
        self.section = (self.section + by) % SECTIONS.len();
        self.scroll = Scroll::default();
    }
}

impl Screen for StatsScreen {
    fn context(&self) -> Context {
        Context::Stats
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Next) => self.go(1),
            Event::Action(Action::Previous) => self.go(SECTIONS.len() - 1),
            Event::Action(Action::Table) if !self.has_tables => {}
            Event::Action(Action::Table) => {
                self.as_tables = !self.as_tables;
                self.scroll = Scroll::default();
            }
            Event::Action(action) => drop(self.scroll.act(action)),
            Event::DecksChanged(_) => {
                (self.figures, self.stage) = (None, Stage::Opened);
                return self.prepare(desk);
            }
            Event::Wake => return self.prepare(desk),
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, look: &Look) {
        let width = sheet(Rect::new(0, 0, size.width, size.height)).width;
        let height = body_height(size.height);
        self.lines = match &self.figures {
            None => vec![Line::styled(look.words.stats.counting, look.theme.dim)],
            Some(figures) => {
                let paper = Paper { width, height, as_tables: self.as_tables, figures, look };
                let (lines, drawn) = paper.section(self.section);
                // A difference below the window is none to the eye, unless the window goes to the top for it.
                let is_in_sight = |line| self.scroll.top > 0 || line < usize::from(height);
                self.has_tables = drawn.is_some_and(is_in_sight);
                lines
            }
        };
        self.scroll.fit(self.lines.len(), usize::from(height));
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Table || self.has_tables
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = sheet(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let words = look.words.stats;
        let day = (words.at)(&desk.now.day.to_string());
        frame.render_widget(spread(words.title, &day, column.width, look), at(0, 1));
        frame.render_widget(tabs(self.section, column.width, look), at(1, 1));
        let body = at(area.height.min(head(area.height)), body_height(area.height));
        self.scroll.view(frame, body, &self.lines, Rect { x: area.x, width: area.width, ..body }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }

    fn wake_at(&self, desk: &Desk) -> Option<At> {
        self.figures.is_none().then_some(desk.now.at)
    }
}

/// Tables have columns, which running text has not: they may be wider.
const WIDEST: u16 = 140;

/// The column of the figures.
fn sheet(area: Rect) -> Rect {
    let column = column(area);
    let width = area.width.saturating_sub(4).min(WIDEST).max(column.width);
    Rect { x: area.x + (area.width - width) / 2, width, ..column }
}

/// Lines above the figures; a low window has no air there.
fn head(height: u16) -> u16 {
    if height >= 10 { 3 } else { 2 }
}

fn body_height(height: u16) -> u16 {
    height.saturating_sub(head(height) + 1).max(1)
}

/// The names of the sections, as many as fit with the present one and its neighbours among them; arrows say that
/// there are more.
fn tabs(section: usize, width: u16, look: &Look) -> Line<'static> {
    let names: Vec<&str> = SECTIONS.iter().map(|section| section.title(look.words)).collect();
    let room = usize::from(width).saturating_sub(4);
    let cells = |names: &[&str]| names.iter().map(|name| name.width() + 2).sum::<usize>();
    let next = (section + 1).min(names.len() - 1);
    let fits = |until: usize| (0..=section).find(|first| cells(&names[*first..=until]) <= room);
    let first = fits(next).or_else(|| fits(section)).unwrap_or(section);
    let mut spans = vec![Span::styled(if first > 0 { "‹ " } else { "" }, look.theme.dim)];
    let mut used = 0;
    for (index, name) in names.iter().enumerate().skip(first) {
        used += name.width() + 2;
        if used > room && index != section {
            spans.push(Span::styled(" ›", look.theme.dim));
            break;
        }
        let (text, style) = match index == section {
            true => (format!("[{}]", shorten(name, room.saturating_sub(2))), look.theme.selected),
            false => (format!(" {name} "), look.theme.dim),
        };
        spans.push(Span::styled(text, style));
    }
    Line::from(spans)
}

impl Paper<'_> {
    /// The lines of a section, and the first of them that is another one as charts and as tables.
    fn section(&self, section: usize) -> (Vec<Line<'static>>, Option<usize>) {
        let (mut lines, mut drawn) = (Vec::new(), None);
        for table in SECTIONS[section].tables(self.figures, self.look.words) {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            let first = self.table(&table, &mut lines);
            drawn = drawn.or(first);
        }
        (lines, drawn)
    }

    fn table(&self, table: &Table, lines: &mut Vec<Line<'static>>) -> Option<usize> {
        let theme = &self.look.theme;
        let (title, about) = table.heading;
        lines.push(Line::styled(title, theme.heading));
        let mut about = answer::lay_out_inline(about, self.width.min(MEASURE), theme.dim, theme);
        // A low window shows the figures first, and then what they count.
        if self.height >= LOW {
            lines.append(&mut about);
        }
        if self.height >= ROOMY {
            lines.push(Line::default());
        }
        let first = lines.len();
        let mut is_drawn = !table.is_empty() && !table.charts.is_empty();
        if table.is_empty() {
            let missing = (self.look.words.stats.missing)(table.key);
            lines.extend(answer::lay_out_inline(missing, self.width, theme.text, theme));
        } else if is_drawn && !self.as_tables {
            for (at, drawn) in table.charts.iter().enumerate() {
                if at > 0 && self.height >= ROOMY {
                    lines.push(Line::default());
                }
                lines.extend(chart::lines(*drawn, table, self));
            }
        } else {
            let tiles = tiles::lines(table, self.width, self.look);
            is_drawn |= tiles.is_some();
            let tiles = tiles.filter(|_| !self.as_tables);
            lines.extend(tiles.unwrap_or_else(|| tables::lines(table, self.width, self.look)));
        }
        lines.append(&mut about);
        is_drawn.then_some(first)
    }
}
