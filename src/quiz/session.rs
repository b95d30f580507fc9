//! A session: the card being asked, what was answered so far, and where the next card comes from.

use super::mode::{Asking, Pick, Sitting, Task, Trial};
use super::recall::Checklist;
use super::typed::grader::Verdict;
use super::{choice, cloze};
use crate::card::{Card, CardId, Deck, Grade};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::markdown;
use crate::progress::{Confidence, Kind, Review};
use crate::schedule::queue::{self, Allowance, Counts, Next, Scope};
use crate::state::{CardState, Phase as CardPhase};
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::{HashSet, VecDeque};

/// What a session is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// Names of decks; none means all.
    pub decks: Vec<String>,
    /// Only cards below a heading that contains this, ignoring case.
    pub topic: Option<String>,
    /// At most this many new cards, instead of what the day's limit leaves.
    pub new: Option<u32>,
    /// At most this many answers.
    pub limit: Option<u32>,
    /// Just these cards, due or not.
    pub cards: Option<Vec<CardId>>,
}

impl Subject {
    /// The cards it names.
    pub fn selection(&self, desk: &Desk) -> Vec<Place> {
        if let Some(cards) = &self.cards {
            let wanted: HashSet<&CardId> = cards.iter().collect();
            return desk.places().filter(|place| wanted.contains(&desk.card(*place).id)).collect();
        }
        let decks = (0..).zip(&desk.decks).filter(|(_, deck)| self.wants_deck(deck));
        let places =
            decks.flat_map(|(deck, cards)| (0..cards.cards.len()).map(move |card| Place { deck, card }));
        match self.topic.as_ref().map(|topic| topic.to_lowercase()) {
            Some(topic) => places.filter(|place| is_about(desk.card(*place), &topic)).collect(),
            None => places.collect(),
        }
    }

    fn wants_deck(&self, deck: &Deck) -> bool {
        self.decks.is_empty() || self.decks.contains(&deck.name)
    }
}

fn is_about(card: &Card, topic: &str) -> bool {
    let mut headings = card.faces.iter().flat_map(|face| face.topic.iter());
    headings.any(|heading| heading.to_lowercase().contains(topic))
}

/// Where the next card comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Feed {
    /// The schedule.
    Queue(Scope),
    /// All cards once, in any order, without any effect on the memory; failed ones come again.
    Practice(VecDeque<Place>),
}

/// How far the card at hand is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The question is shown.
    Asked(Place),
    /// The learner is asked how sure they are, before so much of the answer is shown.
    Sure(Place, Reveal),
    /// So much of the answer is shown as well.
    Shown(Place, Reveal),
    /// Nothing is left to ask.
    Finished {
        /// When the next card is due, if any will be.
        next_due: Option<At>,
    },
}

/// How much of an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// What stands before the first point, and this many points.
    Points(usize),
    /// All of it.
    All,
}

/// One thing done in the session; the newest can be undone.
#[derive(Debug, Clone, PartialEq)]
struct Deed {
    place: Place,
    card: CardId,
    /// The card as it was asked, and what the learner had done with it.
    trial: Option<Trial>,
    /// The event that recorded it; practice records nothing.
    at: Option<At>,
    kind: DeedKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DeedKind {
    Graded { grade: Grade, was_review: bool, was_new: bool },
    SetAside,
}

/// What a session came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    /// Answers given.
    pub answers: u32,
    /// Cards seen for the first time.
    pub new: u32,
    /// Answers to cards that had been learnt before.
    pub reviews: u32,
    /// Those of them that were recalled.
    pub recalled: u32,
    /// Cards that failed at least once, in the order of their first failure.
    pub failed: Vec<Place>,
}

/// A sitting with the cards.
#[derive(Debug, Clone)]
pub struct Session {
    /// What it is about.
    pub subject: Subject,
    /// How far the card at hand is.
    pub phase: Phase,
    /// The card at hand as it is asked.
    pub trial: Option<Trial>,
    /// How cards are asked, where the learner said so for this sitting.
    pick: Option<Pick>,
    /// What was asked so far.
    sitting: Sitting,
    feed: Feed,
    selection: Vec<Place>,
    deeds: Vec<Deed>,
    /// How many cards waited when the card at hand was picked.
    waiting: Option<Counts>,
    /// The learner goes on although the minutes of the plan are used up.
    overtime: bool,
}

/// Thinking and speaking count towards the time of an answer, lunch does not.
const LONGEST_ANSWER_MS: i64 = 300_000;

impl Session {
    /// Starts with what is due today.
    pub fn start(subject: Subject, desk: &Desk) -> Session {
        let selection = subject.selection(desk);
        let phase = Phase::Finished { next_due: None };
        let feed = Feed::Queue(if subject.cards.is_some() { Scope::Ahead } else { Scope::Today });
        let mut session = Session {
            subject,
            phase,
            trial: None,
            pick: None,
            sitting: Sitting::default(),
            feed,
            selection,
            deeds: Vec::new(),
            waiting: None,
            overtime: false,
        };
        session.advance(desk);
        session
    }

    /// Asks cards as this pick says from now on, the card at hand too when its answer is not shown yet.
    pub fn ask_by(&mut self, pick: Pick, desk: &Desk) {
        self.pick = Some(pick);
        if let Phase::Asked(place) | Phase::Sure(place, _) = self.phase {
            self.ask(place, desk);
        }
    }

    /// How the cards of this deck are asked.
    pub fn pick(&self, deck: &Deck, desk: &Desk) -> Pick {
        self.pick.unwrap_or_else(|| Pick::of_deck(&deck.name, &desk.settings))
    }

    /// Asks the card of a place anew.
    fn ask(&mut self, place: Place, desk: &Desk) {
        let pick = self.pick(desk.deck(place), desk);
        self.phase = Phase::Asked(place);
        let trial = Trial::new(pick, &Asking { desk, place, sitting: &self.sitting });
        if let Task::Fill(passage) = &trial.task {
            let card = &desk.card(place).id;
            self.sitting.gaps.extend(passage.gaps.iter().map(|gap| cloze::mark(card, gap)));
        }
        self.trial = Some(trial);
    }

    /// Takes the statement that answers the question, by its number from 0, and shows whether it does.
    pub fn choose(&mut self, statement: usize, desk: &Desk) {
        let (Phase::Asked(_), Some(trial)) = (self.phase, &mut self.trial) else { return };
        if let Task::Pick(options) = &mut trial.task {
            options.picked = Some(statement.min(options.statements.len() - 1));
            self.reveal(desk);
        }
    }

    /// Takes on what a grader said of the answer to a card, while that card is still at hand.
    pub fn judged(&mut self, card: &CardId, verdict: Verdict, desk: &Desk) {
        let is_at_hand = self.place().is_some_and(|place| desk.card(place).id == *card);
        match &mut self.trial {
            Some(Trial { task: Task::Write(writing), .. }) if is_at_hand && writing.judged.is_some() => {
                writing.verdict = Some(verdict);
            }
            _ => {}
        }
    }

    /// Takes on what the learner has written so far.
    pub fn write(&mut self, text: String) {
        if let Some(Trial { task: Task::Write(writing), .. }) = &mut self.trial {
            writing.text = text;
        }
    }

    /// Goes on with cards before they are due.
    pub fn study_ahead(&mut self, desk: &Desk) {
        self.feed = Feed::Queue(Scope::Ahead);
        self.advance(desk);
    }

    /// Goes on with `more` new cards beyond the day's limit.
    pub fn more_new(&mut self, more: u32, desk: &Desk) {
        self.subject.new = Some(self.tally().new + more);
        self.overtime = true;
        self.advance(desk);
    }

    /// Goes through all cards once, without any effect on the memory.
    pub fn practise(&mut self, desk: &Desk, rng: &mut ChaCha8Rng) {
        let may_be_asked = |place: &Place| {
            let card = desk.card(*place);
            card.is_answered() && !desk.progress.record(&card.id).is_some_and(|record| record.suspended)
        };
        let mut cards: Vec<Place> = self.selection.iter().copied().filter(may_be_asked).collect();
        cards.shuffle(rng);
        self.feed = Feed::Practice(cards.into());
        self.advance(desk);
    }

    /// Whether answers have no effect on the memory.
    pub fn is_practice(&self) -> bool {
        matches!(self.feed, Feed::Practice(_))
    }

    /// The card at hand.
    pub fn place(&self) -> Option<Place> {
        match self.phase {
            Phase::Asked(place) | Phase::Sure(place, _) | Phase::Shown(place, _) => Some(place),
            Phase::Finished { .. } => None,
        }
    }

    /// Shows the whole answer.
    pub fn reveal(&mut self, desk: &Desk) {
        self.show(Reveal::All, desk);
    }

    /// Shows the next point of the answer; the first time, what stands before the first point too.
    /// Once all points are shown it goes to the next one.
    pub fn reveal_point(&mut self, desk: &Desk) {
        let Some(place) = self.place() else { return };
        let points = markdown::points(&desk.face(place).answer);
        let is_said = self.trial.as_ref().is_some_and(|trial| trial.task == Task::Say);
        let shown = match self.phase {
            // Other tasks are judged as a whole.
            Phase::Asked(_) if !is_said => points.len(),
            Phase::Asked(_) if points.first().is_some_and(|first| first.first_line > 0) => 0,
            Phase::Asked(_) => 1,
            Phase::Shown(_, Reveal::Points(shown)) => shown + 1,
            _ => return self.step(1),
        };
        self.show(if shown >= points.len() { Reveal::All } else { Reveal::Points(shown) }, desk);
        if let Some(trial) = &mut self.trial {
            trial.checklist.cursor = shown.min(points.len()).saturating_sub(1);
        }
    }

    /// Follows a switch of the language: what is not answered yet is asked in the other one.
    pub fn language_changed(&mut self, desk: &Desk) {
        let (Some(place), Some(trial)) = (self.place(), &mut self.trial) else { return };
        let points = markdown::points(&desk.face(place).answer).len();
        if trial.checklist.said.len() != points {
            trial.checklist = Checklist::new(points);
        }
        let is_asked = matches!(self.phase, Phase::Asked(_));
        if is_asked && matches!(trial.task, Task::Pick(_) | Task::Fill(_)) {
            self.ask(place, desk);
        }
    }

    /// Says how sure the learner is, and shows what they wanted to see.
    pub fn sure(&mut self, confidence: Confidence, desk: &Desk) {
        let Phase::Sure(_, reveal) = self.phase else { return };
        if let Some(trial) = &mut self.trial {
            trial.confidence = Some(confidence);
        }
        self.show(reveal, desk);
    }

    fn show(&mut self, reveal: Reveal, desk: &Desk) {
        let Some(place) = self.place() else { return };
        let Some(trial) = &mut self.trial else { return };
        if desk.settings.quiz.confidence && trial.confidence.is_none() && trial.thought_ms.is_none() {
            self.phase = Phase::Sure(place, reveal);
            return;
        }
        if trial.thought_ms.is_none() {
            trial.thought_ms = Some(desk.now.at.0 - trial.asked_at.0);
            trial.judge(&Asking { desk, place, sitting: &self.sitting });
        }
        self.phase = Phase::Shown(place, reveal);
    }

    /// Back to the question, when the learner was asked how sure they are.
    pub fn unsure(&mut self) -> bool {
        let Phase::Sure(place, _) = self.phase else { return false };
        self.phase = Phase::Asked(place);
        true
    }

    /// Ticks off the point at the cursor, or takes its tick away, and goes to the next one.
    pub fn tick(&mut self, desk: &Desk) {
        let (Phase::Shown(_, reveal), Some(trial)) = (self.phase, &mut self.trial) else { return };
        trial.checklist.tick();
        // Who corrects the ticks wants to see what these speak for.
        if let Task::Write(writing) = &mut trial.task {
            writing.verdict.iter_mut().for_each(|verdict| verdict.grade = None);
        }
        match reveal {
            Reveal::Points(shown) if trial.checklist.cursor + 1 >= shown => self.reveal_point(desk),
            _ => self.step(1),
        }
    }

    /// Moves the cursor among the points that are shown.
    pub fn step(&mut self, by: i32) {
        let (Phase::Shown(_, reveal), Some(trial)) = (self.phase, &mut self.trial) else { return };
        trial.checklist.step(by);
        if let Reveal::Points(shown) = reveal {
            trial.checklist.cursor = trial.checklist.cursor.min(shown.saturating_sub(1));
        }
    }

    /// The grade that the answer speaks for.
    pub fn suggests(&self) -> Option<Grade> {
        self.trial.as_ref().filter(|_| matches!(self.phase, Phase::Shown(_, Reveal::All)))?.suggests()
    }

    /// What each grade would do to the card at hand.
    pub fn choices(&self, desk: &Desk) -> Option<[CardState; 4]> {
        Some(desk.choices(&desk.card(self.place()?).id))
    }

    /// Grades the card at hand and goes to the next one.
    pub fn grade(&mut self, grade: Grade, desk: &mut Desk) {
        let Phase::Shown(place, _) = self.phase else { return };
        let Some(trial) = self.trial.take() else { return };
        let card = desk.card(place).id.clone();
        let before = desk.state(&card);
        let grade = trial.at_best(grade);
        if trial.mode == &choice::MODE {
            self.sitting.chosen.insert(card.clone());
        }
        let ms = (desk.now.at.0 - trial.asked_at.0).clamp(0, LONGEST_ANSWER_MS) as u32;
        let at = match &mut self.feed {
            Feed::Practice(rest) => {
                if grade == Grade::Again {
                    rest.push_back(place);
                }
                None
            }
            Feed::Queue(_) => {
                let review = Review {
                    confidence: trial.confidence,
                    points: trial.points(),
                    ..Review::new(grade, trial.mode.name, ms)
                };
                Some(desk.note(&card, Kind::Review(review)))
            }
        };
        let kind = DeedKind::Graded {
            grade,
            was_review: before.phase == CardPhase::Review
                && before.last.is_none_or(|last| last.day < desk.now.day)
                && at.is_some(),
            was_new: before.phase == CardPhase::New && at.is_some(),
        };
        self.deeds.push(Deed { place, card, trial: Some(trial), at, kind });
        self.advance(desk);
    }

    /// Takes the card at hand out of all sessions until it is resumed.
    pub fn suspend(&mut self, desk: &mut Desk) {
        self.set_aside(Kind::Suspend, desk);
    }

    /// Takes the card at hand out until tomorrow.
    pub fn bury(&mut self, desk: &mut Desk) {
        self.set_aside(Kind::Bury, desk);
    }

    fn set_aside(&mut self, kind: Kind, desk: &mut Desk) {
        let Some(place) = self.place() else { return };
        let card = desk.card(place).id.clone();
        let at = Some(desk.note(&card, kind));
        let trial = self.trial.take();
        self.deeds.push(Deed { place, card, trial, at, kind: DeedKind::SetAside });
        self.advance(desk);
    }

    /// Takes back the newest deed of the session and shows its card again; `false` when there is none.
    pub fn undo(&mut self, desk: &mut Desk) -> bool {
        let Some(deed) = self.deeds.pop() else { return false };
        if let Some(of) = deed.at {
            desk.note(&deed.card, Kind::Undo { of });
        }
        self.sitting.chosen.remove(&deed.card);
        self.waiting = None;
        let at_hand = self.place();
        if let Feed::Practice(rest) = &mut self.feed {
            if matches!(deed.kind, DeedKind::Graded { grade: Grade::Again, .. }) {
                rest.pop_back_if(|last| *last == deed.place);
            }
            at_hand.into_iter().for_each(|place| rest.push_front(place));
        }
        self.phase = match deed.kind {
            DeedKind::Graded { .. } => Phase::Shown(deed.place, Reveal::All),
            DeedKind::SetAside => Phase::Asked(deed.place),
        };
        // The clock of the first try ran on while the next card was looked at.
        self.trial = deed.trial.map(|trial| Trial { asked_at: desk.now.at, ..trial });
        true
    }

    /// Looks for the next card again: time has passed, or another program has studied.
    pub fn refresh(&mut self, desk: &Desk) {
        if matches!((&self.phase, &self.feed), (Phase::Finished { .. }, Feed::Queue(_))) {
            self.advance(desk);
        }
    }

    /// Follows a change of the decks: the cards are looked up again, by id.
    pub fn decks_changed(&mut self, current: Option<&CardId>, desk: &Desk) {
        self.selection = self.subject.selection(desk);
        self.waiting = None;
        for deed in &mut self.deeds {
            deed.place = desk.find(&deed.card).unwrap_or(Place { deck: usize::MAX, card: usize::MAX });
        }
        self.deeds.retain(|deed| deed.place.deck != usize::MAX);
        self.feed = match &self.feed {
            Feed::Practice(_) => Feed::Practice(self.selection.iter().copied().collect()),
            Feed::Queue(scope) => Feed::Queue(*scope),
        };
        match (self.phase, current.and_then(|id| desk.find(id))) {
            (Phase::Finished { .. }, _) | (_, None) => self.advance(desk),
            (phase, Some(place)) => {
                self.ask(place, desk);
                if let Phase::Shown(_, reveal) = phase {
                    self.phase = Phase::Shown(place, reveal);
                }
            }
        }
    }

    /// How many cards still wait.
    pub fn left(&self, desk: &Desk) -> Counts {
        match &self.feed {
            Feed::Queue(_) => {
                let count = || queue::counts(desk, &self.selection, self.allowance(desk));
                let mut counts = self.waiting.unwrap_or_else(count);
                if let Some(limit) = self.subject.limit {
                    let left = limit.saturating_sub(self.tally().answers);
                    counts.due = counts.due.min(left);
                    counts.new = counts.new.min(left - counts.due);
                    counts.learning = counts.learning.min(left - counts.due - counts.new);
                }
                counts
            }
            Feed::Practice(rest) => {
                Counts { due: rest.len() as u32 + u32::from(self.place().is_some()), ..Counts::default() }
            }
        }
    }

    /// What the session came to.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for deed in &self.deeds {
            let DeedKind::Graded { grade, was_review, was_new } = deed.kind else { continue };
            tally.answers += 1;
            tally.new += u32::from(was_new);
            tally.reviews += u32::from(was_review);
            tally.recalled += u32::from(was_review && grade != Grade::Again);
            if grade == Grade::Again && !tally.failed.contains(&deed.place) {
                tally.failed.push(deed.place);
            }
        }
        tally
    }

    fn allowance(&self, desk: &Desk) -> Allowance {
        let day = Allowance::of_day(desk);
        let new_at_most = self.subject.new.map(|new| new.saturating_sub(self.tally().new));
        let seconds = if self.overtime { f32::INFINITY } else { day.seconds };
        Allowance { new: new_at_most.unwrap_or(day.new), new_at_most, seconds, ..day }
    }

    fn advance(&mut self, desk: &Desk) {
        self.trial = None;
        match self.next(desk) {
            Next::Ask(place) => self.ask(place, desk),
            Next::Done { next_due } => self.phase = Phase::Finished { next_due },
        }
    }

    fn next(&mut self, desk: &Desk) -> Next {
        self.waiting = None;
        let used_up = self.subject.limit.is_some_and(|limit| self.tally().answers >= limit);
        match &mut self.feed {
            _ if used_up => Next::Done { next_due: None },
            Feed::Practice(rest) => rest.pop_front().map_or(Next::Done { next_due: None }, Next::Ask),
            Feed::Queue(scope) => {
                let scope = *scope;
                let (next, counts) = queue::look(desk, &self.selection, scope, self.allowance(desk));
                self.waiting = Some(counts);
                next
            }
        }
    }
}
