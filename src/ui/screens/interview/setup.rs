//! The set-up of a mock interview: how many questions in how many minutes, from which decks and
//! topics; and above them the rounds whose answers wait for their grades.

use super::grading::GradingScreen;
use super::round::RoundScreen;
use super::{clock, heading};
use crate::card::{folded, is_below};
use crate::desk::StateOwner;
use crate::desk::{Desk, Place};
use crate::quiz::interview::grading::{self, Grading, Interrupted};
use crate::quiz::interview::{Length, Round, may_be_asked};
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, pad, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::collections::HashMap;
use unicode_width::UnicodeWidthStr;

/// The set-up screen.
pub struct Setup {
    length: Length,
    decks: Vec<DeckChoice>,
    /// Only topics with this in a heading were chosen at first.
    topic: Option<String>,
    interrupted: Vec<Interrupted>,
    cursor: usize,
    scroll: Scroll,
    /// What goes on once the whole log is in memory.
    pending: Option<Pending>,
    /// The next press of the same key drops these answers.
    may_drop: bool,
}

/// A deck with its topics.
struct DeckChoice {
    deck: usize,
    topics: Vec<TopicChoice>,
    is_open: bool,
}

/// A topic, and whether its cards may be drawn.
struct TopicChoice {
    /// Its cards that have an answer, at least one.
    cards: Vec<Place>,
    is_chosen: bool,
}

/// A deed on an interrupted round.
#[derive(Clone, Copy)]
enum Pending {
    Grade(Interrupted),
    Drop(Interrupted),
}

/// One line of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SetupRow {
    Interrupted(usize),
    Questions,
    Minutes,
    Deck(usize),
    Topic(usize, usize),
}

impl Setup {
    /// A round of this length over all decks, or over the topics with this in a heading.
    pub fn new(length: Length, topic: Option<String>, desk: &Desk) -> Setup {
        let mut setup = Setup {
            length,
            decks: Vec::new(),
            topic,
            interrupted: grading::interrupted(desk),
            cursor: 0,
            scroll: Scroll::default(),
            pending: None,
            may_drop: false,
        };
        setup.read_decks(desk);
        setup
    }

    /// Whether any card could be drawn.
    pub fn has_cards(&self) -> bool {
        self.decks.iter().any(|deck| deck.topics.iter().any(|topic| topic.is_chosen))
    }

    fn read_decks(&mut self, desk: &Desk) {
        let wanted = self.topic.as_ref().map(|topic| folded(topic.trim()));
        self.decks = (0..desk.decks.len())
            .map(|deck| DeckChoice { deck, topics: topics(deck, wanted.as_deref(), desk), is_open: false })
            .filter(|deck| !deck.topics.is_empty())
            .collect();
        if let [only] = &mut self.decks[..] {
            only.is_open = only.topics.len() > 1;
        }
    }

    fn rows(&self) -> Vec<SetupRow> {
        let mut rows: Vec<SetupRow> = (0..self.interrupted.len()).map(SetupRow::Interrupted).collect();
        rows.extend([SetupRow::Questions, SetupRow::Minutes]);
        for (index, deck) in self.decks.iter().enumerate() {
            rows.push(SetupRow::Deck(index));
            if deck.is_open {
                rows.extend((0..deck.topics.len()).map(|topic| SetupRow::Topic(index, topic)));
            }
        }
        rows
    }

    fn row(&self) -> SetupRow {
        self.rows().get(self.cursor).copied().unwrap_or(SetupRow::Questions)
    }

    /// The chosen cards that may be asked now.
    fn cards(&self, desk: &Desk) -> Vec<Place> {
        let topics = self.decks.iter().flat_map(|deck| &deck.topics).filter(|topic| topic.is_chosen);
        let cards = topics.flat_map(|topic| topic.cards.iter().copied());
        cards.filter(|place| may_be_asked(desk.card(*place), desk)).collect()
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let may_drop = std::mem::take(&mut self.may_drop);
        match (action, self.row()) {
            (Action::Back, _) => return Step::Close,
            (Action::Choose, SetupRow::Interrupted(index)) => {
                self.pending = Some(Pending::Grade(self.interrupted[index]));
                return self.go_on(desk, look);
            }
            (Action::Choose, _) => return self.start(desk, look),
            (Action::Drop, SetupRow::Interrupted(_)) if !may_drop => {
                self.may_drop = true;
                return Step::Notice(look.words.interview.drop_again.to_owned());
            }
            (Action::Drop, SetupRow::Interrupted(index)) => {
                self.pending = Some(Pending::Drop(self.interrupted[index]));
                return self.go_on(desk, look);
            }
            (Action::Mark, SetupRow::Deck(deck)) => self.decks[deck].toggle(),
            (Action::Mark, SetupRow::Topic(deck, topic)) => {
                let topic = &mut self.decks[deck].topics[topic];
                topic.is_chosen = !topic.is_chosen;
            }
            (Action::Next, row) => self.change(row, 1),
            (Action::Previous, row) => self.change(row, -1),
            (action, _) => self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor),
        }
        Step::Stay
    }

    fn change(&mut self, row: SetupRow, by: i32) {
        let Length { questions, minutes } = &mut self.length;
        match row {
            SetupRow::Questions => *questions = stepped(*questions, by, 1, Length::MOST.questions),
            SetupRow::Minutes => *minutes = stepped(*minutes, by, 5, Length::MOST.minutes),
            SetupRow::Deck(deck) => self.decks[deck].is_open = by > 0,
            SetupRow::Topic(deck, _) if by < 0 => {
                self.decks[deck].is_open = false;
                let rows = self.rows();
                self.cursor = rows.iter().position(|row| *row == SetupRow::Deck(deck)).unwrap_or(0);
            }
            SetupRow::Topic(..) | SetupRow::Interrupted(_) => {}
        }
    }

    fn start(&self, desk: &Desk, look: &Look) -> Step {
        let round = Round::start(self.length, &self.cards(desk), desk);
        if round.is_over() {
            return Step::Notice(look.words.interview.no_cards.to_owned());
        }
        Step::Open(Box::new(RoundScreen::new(round)))
    }

    /// Does what was asked for on an interrupted round, which needs the whole log.
    fn go_on(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if !desk.progress.is_whole() {
            return Step::Ask(Effect::LoadHistory);
        }
        match self.pending.take() {
            Some(Pending::Grade(Interrupted { round, .. })) => {
                Step::Open(Box::new(GradingScreen::new(Grading::of(round, desk), None)))
            }
            Some(Pending::Drop(Interrupted { round, answers, .. })) => {
                grading::discard(round, desk);
                Step::Notice((look.words.interview.dropped)(answers))
            }
            None => Step::Stay,
        }
    }
}

/// A number moved by steps; beyond the first it stays a multiple of the step.
fn stepped(number: u32, by: i32, step: u32, most: u32) -> u32 {
    let next = if by > 0 { (number / step + 1) * step } else { number.saturating_sub(1) / step * step };
    next.clamp(1, most)
}

/// The topics of a deck that have cards with an answer, in its order.
fn topics(deck: usize, wanted: Option<&str>, desk: &Desk) -> Vec<TopicChoice> {
    let mut topics: Vec<TopicChoice> = Vec::new();
    let mut known: HashMap<&[String], usize> = HashMap::new();
    for (index, card) in desk.decks[deck].cards.iter().enumerate().filter(|(_, card)| card.is_answered()) {
        let topic = *known.entry(&card.faces[0].topic).or_insert_with(|| {
            let is_chosen = wanted.is_none_or(|wanted| is_below(card, wanted));
            topics.push(TopicChoice { cards: Vec::new(), is_chosen });
            topics.len() - 1
        });
        topics[topic].cards.push(Place { deck, card: index });
    }
    topics
}

impl DeckChoice {
    fn toggle(&mut self) {
        let all = self.topics.iter().all(|topic| topic.is_chosen);
        self.topics.iter_mut().for_each(|topic| topic.is_chosen = !all);
    }

    fn mark(&self) -> &'static str {
        match self.topics.iter().filter(|topic| topic.is_chosen).count() {
            0 => "[ ]",
            count if count == self.topics.len() => "[x]",
            _ => "[-]",
        }
    }
}

impl Screen for Setup {
    fn context(&self) -> Context {
        Context::MockSetup
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::Wake if desk.progress.is_whole() => return self.go_on(desk, look),
            Event::Wake => self.pending = None,
            Event::DecksChanged(_) => self.read_decks(desk),
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, _look: &Look) {
        self.interrupted = grading::interrupted(desk);
        let rows = self.rows().len();
        self.cursor = self.cursor.min(rows - 1);
        self.scroll.fit(rows, usize::from(list_height(size.height)));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        let row = self.row();
        let Length { questions, minutes } = self.length;
        match (action, row) {
            (Action::Choose, SetupRow::Interrupted(_)) => true,
            (Action::Choose, _) => !self.cards(desk).is_empty(),
            (Action::Drop, row) => matches!(row, SetupRow::Interrupted(_)),
            (Action::Mark, row) => matches!(row, SetupRow::Deck(_) | SetupRow::Topic(..)),
            (Action::Next, SetupRow::Questions) => questions < Length::MOST.questions,
            (Action::Next, SetupRow::Minutes) => minutes < Length::MOST.minutes,
            (Action::Next, SetupRow::Deck(deck)) => !self.decks[deck].is_open,
            (Action::Previous, SetupRow::Questions) => questions > 1,
            (Action::Previous, SetupRow::Minutes) => minutes > 1,
            (Action::Previous, SetupRow::Deck(deck)) => self.decks[deck].is_open,
            (Action::Next, SetupRow::Topic(..) | SetupRow::Interrupted(_)) => false,
            (Action::Previous, SetupRow::Interrupted(_)) => false,
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let words = look.words.interview;
        frame.render_widget(spread(words.title, &desk.now.day.to_string(), column.width, look), at(0, 1));
        let cards = self.cards(desk);
        let follow_ups = cards.iter().filter(|place| desk.card(**place).parent().is_some()).count();
        let outline = (words.outline)(&clock(self.length.pace()), cards.len(), follow_ups);
        let outline = shorten(&outline, usize::from(column.width));
        frame.render_widget(Line::styled(outline, look.theme.dim), at(1, 1));
        let rows = self.rows();
        let lines: Vec<Line<'static>> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| self.line(*row, index == self.cursor, column.width, desk, look))
            .collect();
        let top = area.height - 1 - list_height(area.height) - u16::from(area.height >= 12);
        let list = at(top, list_height(area.height));
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }
}

/// Lines for the list; a tall window has air above and below it.
fn list_height(height: u16) -> u16 {
    height.saturating_sub(3 + 2 * u16::from(height >= 12)).max(1)
}

impl Setup {
    fn line(&self, row: SetupRow, is_chosen: bool, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let words = look.words.interview;
        let number =
            |number: u32| if is_chosen { format!("← {number} →") } else { format!("  {number}  ") };
        let open = |deck: &DeckChoice| match (deck.topics.len(), deck.is_open) {
            (..=1, _) => "  ",
            (_, false) => " ▸",
            (_, true) => " ▾",
        };
        let (name, value) = match row {
            SetupRow::Interrupted(index) => {
                let Interrupted { day, answers, .. } = self.interrupted[index];
                ((words.go_on)(answers, &day.to_string()), String::new())
            }
            SetupRow::Questions => (words.questions.to_owned(), number(self.length.questions)),
            SetupRow::Minutes => (words.minutes.to_owned(), number(self.length.minutes)),
            SetupRow::Deck(index) => {
                let deck = &self.decks[index];
                let cards: usize = deck.topics.iter().map(|topic| topic.cards.len()).sum();
                let title = desk.decks[deck.deck].title(desk.lang);
                (format!("{} {title}", deck.mark()), format!("{cards}{}", open(deck)))
            }
            SetupRow::Topic(deck, topic) => {
                let topic = &self.decks[deck].topics[topic];
                let mark = if topic.is_chosen { "[x]" } else { "[ ]" };
                (format!("    {mark} {}", heading(topic.cards[0], desk)), format!("{}  ", topic.cards.len()))
            }
        };
        let room = usize::from(width).saturating_sub(value.width() + 3);
        let cursor = if is_chosen { "> " } else { "  " };
        let style = |style| if is_chosen { look.theme.selected } else { style };
        Line::from(vec![
            Span::styled(format!("{cursor}{} ", pad(&shorten(&name, room), room)), style(look.theme.text)),
            Span::styled(value, style(look.theme.marker)),
        ])
    }
}
