//! Home: the decks with what waits in each, and what today will take.

use super::browse::Browse;
use super::editor::Editor;
use super::errors::ErrorNotebook;
use super::interview::setup::Setup;
use super::plan::{PlanScreen, share};
use super::stats::Stats;
use super::study::Study;
use crate::card::Track;
use crate::day::Day;
use crate::desk::{Desk, Place};
use crate::quiz::interview::Length;
use crate::quiz::session::{Session, Subject};
use crate::schedule::plan::readout::{Readout, readout};
use crate::schedule::plan::{self, Plan};
use crate::schedule::queue::{self, Allowance, Counts};
use crate::settings::Limits;
use crate::stats;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::answer;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, pad, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The first screen.
#[derive(Default)]
pub struct Home {
    cursor: usize,
    scroll: Scroll,
    /// What waits in each deck, and in all.
    decks: Vec<Counts>,
    all: Counts,
    /// What the plan in force comes to.
    plan: Option<Readout>,
    /// What the counts were taken from; moving the cursor changes none of it.
    counted: Option<(u64, Day, usize, Limits, Option<Track>)>,
}

impl Home {
    /// Home with the cursor on the first deck.
    pub fn new() -> Home {
        Home::default()
    }

    fn count(&mut self, desk: &Desk) {
        let allowance = Allowance::of_day(desk);
        let places: Vec<Place> = desk.places_in_track().collect();
        self.plan = Plan::in_force(desk).map(|plan| readout(&plan, desk));
        if let Some(today) = plan::today(desk, &places, allowance) {
            // The minutes of a plan are for all decks together, so the day is dealt out, not counted.
            self.all = plan::count(desk, &today);
            let of_deck = |deck| today.iter().copied().filter(|place| place.deck == deck).collect::<Vec<_>>();
            self.decks = (0..desk.decks.len()).map(|deck| plan::count(desk, &of_deck(deck))).collect();
            return;
        }
        let of_deck = |cards: &[Place]| queue::counts(desk, cards, allowance);
        self.decks = vec![Counts::default(); desk.decks.len()];
        for cards in places.chunk_by(|one, other| one.deck == other.deck) {
            self.decks[cards[0].deck] = of_deck(cards);
        }
        self.all = queue::counts(desk, &places, allowance);
    }
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn update(&mut self, event: Event, desk: &mut Desk, _look: &Look) -> Step {
        let study =
            |subject: Subject, desk: &Desk| Step::Open(Box::new(Study::new(Session::start(subject, desk))));
        match event {
            Event::Row(row) if row != self.cursor => self.cursor = row,
            Event::Action(Action::Choose) | Event::Row(_) => {
                let Some(deck) = desk.decks.get(self.cursor) else { return Step::Stay };
                let subject = Subject { decks: vec![deck.name.clone()], ..Subject::default() };
                return study(subject, desk);
            }
            Event::Action(Action::Plan) => return Step::Open(Box::new(PlanScreen::new(desk))),
            Event::Action(Action::Add) => {
                return Editor::add_own(desk).map_or(Step::Stay, |editor| Step::Open(Box::new(editor)));
            }
            Event::Action(Action::Browse) => return Step::Open(Box::new(Browse::new(desk))),
            Event::Action(Action::Interview) => {
                return Step::Open(Box::new(Setup::new(Length::default(), None, desk)));
            }
            Event::Action(Action::Errors) => return Step::Open(Box::new(ErrorNotebook::default())),
            Event::Action(Action::Stats) => return Step::Open(Box::new(Stats::new())),
            Event::Action(Action::StudyAll) => return study(Subject::default(), desk),
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Language) => {
                desk.lang_of_words = desk.lang_of_words.other();
                desk.lang = desk.lang_of_words;
            }
            Event::Action(action) => {
                self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor);
            }
            Event::Wake | Event::DecksChanged(_) => self.counted = None,
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, _look: &Look) {
        let settings = &desk.settings;
        let counted =
            Some((desk.progress.changes(), desk.now.day, desk.decks.len(), settings.limits, settings.track));
        if self.counted != counted {
            self.counted = counted;
            self.count(desk);
        }
        self.cursor = self.cursor.min(desk.decks.len().saturating_sub(1));
        let rows = Rows::of(size.height, desk);
        self.scroll.fit(desk.decks.len(), usize::from(rows.list));
        self.scroll.show(self.cursor);
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let rows = Rows::of(area.height, desk);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(spread("backprop", &desk.now.day.to_string(), column.width, look), at(0, 1));
        if rows.tagline {
            frame.render_widget(Line::styled(look.words.tagline, look.theme.dim), at(1, 1));
        }
        frame.render_widget(self.today(desk, column.width, look), at(rows.today, 1));
        if let (true, Some(plan)) = (rows.plan, &self.plan) {
            frame.render_widget(planned(plan, column.width, look), at(rows.today + 1, 1));
        }
        if rows.heading {
            frame.render_widget(heading(column.width, look), at(rows.first - 1, 1));
        }
        let lines: Vec<Line<'static>> =
            (0..desk.decks.len()).map(|deck| self.row(deck, desk, column.width, look)).collect();
        let list = at(rows.first, rows.list);
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        for (row, line) in first_steps(rows.steps.saturating_sub(1), column.width, look).iter().enumerate() {
            frame.render_widget(line, at(area.height - 1 - rows.steps + row as u16, 1));
        }
        frame.render_widget(bar::keys(Context::Home, column.width, look), at(area.height - 1, 1));
    }
}

/// Which line holds what; the smaller the window, the less there is.
struct Rows {
    tagline: bool,
    today: u16,
    /// A line for the plan below that.
    plan: bool,
    heading: bool,
    first: u16,
    list: u16,
    /// The first steps, with a blank line below; only before the first answer.
    steps: u16,
}

impl Rows {
    fn of(height: u16, desk: &Desk) -> Rows {
        let roomy = height >= 16;
        let is_first_time = desk.progress.days().next().is_none();
        let steps = match (is_first_time, height) {
            (false, _) | (_, ..=8) => 0,
            (true, ..=15) => 4,
            (true, _) => 7,
        };
        let heading = height >= 8;
        let today = if roomy { 3 } else { 1 };
        let plan = height >= 7 && desk.progress.target_on(desk.now.day).is_some();
        let first = today + 1 + u16::from(plan) + u16::from(heading) + u16::from(roomy);
        Rows {
            tagline: roomy,
            today,
            plan,
            heading,
            first,
            list: height.saturating_sub(first + 1 + steps).max(1),
            steps,
        }
    }
}

impl Home {
    fn today(&self, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
        let words = look.words;
        let streak = stats::streak(&desk.progress, desk.now.day);
        let streak = (streak > 0).then(|| (words.streak)(streak));
        if self.all.total() == 0 {
            let parts: Vec<String> = std::iter::once(words.all_done.to_owned()).chain(streak).collect();
            return Line::styled(shorten(&parts.join("   "), usize::from(width)), look.theme.right);
        }
        let minutes = match &self.plan {
            Some(plan) => plan.minutes.ceil() as u32,
            None => stats::minutes(self.all, stats::seconds_per_answer(&desk.progress, desk.now.day)),
        };
        let counts =
            [(self.all.new, words.new), (self.all.learning, words.learning), (self.all.due, words.due)];
        let counts: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        let parts: Vec<String> =
            [counts.join(" · "), (words.about_minutes)(minutes)].into_iter().chain(streak).collect();
        let text = shorten(&parts.join("   "), usize::from(width).saturating_sub(words.today.width() + 2));
        Line::from(vec![
            Span::styled(format!("{}  ", words.today), look.theme.title),
            Span::styled(text, look.theme.text),
        ])
    }

    fn row(&self, deck: usize, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
        let chosen = deck == self.cursor;
        let counts = self.decks.get(deck).copied().unwrap_or_default();
        let widths = Columns::of(width, look);
        let title = desk.decks[deck].title(desk.lang);
        let mark = if chosen { "> " } else { "  " };
        // Colours under the cursor would make a patchwork of it.
        let style = |style: Style| if chosen { look.theme.selected } else { style };
        let number =
            |count: u32, width: usize| if width == 0 { String::new() } else { format!("{count:>width$}") };
        Line::from(vec![
            Span::styled(
                pad(&format!("{mark}{}", shorten(title, widths.title - 2)), widths.title),
                style(look.theme.text),
            ),
            Span::styled(number(counts.new, widths.numbers[0]), style(look.theme.easy)),
            Span::styled(number(counts.learning, widths.numbers[1]), style(look.theme.warning)),
            Span::styled(number(counts.due, widths.numbers[2]), style(look.theme.right)),
            Span::styled(
                number(desk.decks[deck].cards.len() as u32, widths.numbers[3]),
                style(look.theme.dim),
            ),
        ])
    }
}

/// How long until the interview, and what is expected of it.
fn planned(plan: &Readout, width: u16, look: &Look) -> Line<'static> {
    let left = (look.words.plan.days_left)(plan.days_left);
    let text = (look.words.plan.home)(&left, &share(plan.all.followed, plan.all.cards));
    Line::styled(shorten(&text, usize::from(width)), look.theme.dim)
}

/// The first steps, as many of them as fit whole into this many lines.
fn first_steps(height: u16, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for step in look.words.first_steps {
        let step = answer::lay_out_inline(step, width, look.theme.dim, &look.theme);
        if lines.len() + step.len() > usize::from(height) {
            break;
        }
        lines.extend(step);
    }
    lines
}

/// The columns of the list of decks.
struct Columns {
    title: usize,
    numbers: [usize; 4],
}

impl Columns {
    fn of(width: u16, look: &Look) -> Columns {
        let words = look.words;
        let heads = [words.new, words.learning, words.due, words.cards];
        let mut numbers = heads.map(|head| head.width().max(4) + 2);
        let width = usize::from(width);
        // A narrow window keeps the title, and of the columns those that say what to do.
        for dropped in [3, 1, 0, 2] {
            if numbers.iter().sum::<usize>() + 24.min(width / 2) > width {
                numbers[dropped] = 0;
            }
        }
        Columns { title: width.saturating_sub(numbers.iter().sum()).max(3), numbers }
    }
}

fn heading(width: u16, look: &Look) -> Line<'static> {
    let widths = Columns::of(width, look);
    let words = look.words;
    let mut text = pad(&shorten(&format!("  {}", words.deck), widths.title), widths.title);
    for (head, width) in [words.new, words.learning, words.due, words.cards].into_iter().zip(widths.numbers) {
        if width > 0 {
            text.push_str(&" ".repeat(width - head.width()));
            text.push_str(head);
        }
    }
    Line::styled(text, look.theme.dim)
}
