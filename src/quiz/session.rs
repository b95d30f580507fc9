//! A session: the card being asked, what was answered so far, and where the next card comes from.

mod asking;
mod drafting;
mod end;
mod pass;
mod phase;
mod subject;
mod undoing;

pub use end::{End, Outlook};
pub use subject::Subject;

use super::mode::{self, Pick, Sitting, Task, Trial};
use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use crate::desk::{Desk, Place, StateOwner, UndoMark};
use crate::messages::Choice;
use crate::progress::{Kind, Review};
use crate::schedule::plan::{Plan, today};
use crate::schedule::queue::{self, Allowance, Counts, Next};
use crate::schedule::ready;
use crate::state::{CardState, Phase as CardPhase};
use pass::{Pass, Slot, behind_parents};
pub use phase::{AskingPhase, Reveal};
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;

/// Where the next card comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Feed {
    /// The schedule.
    Queue,
    /// Cards that were chosen, or come before they are due: each once.
    Pass(Pass),
    /// All cards once, in any order, without any effect on the memory.
    Practice(Pass),
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
    /// What was done after it.
    since: UndoMark,
    kind: DeedKind,
    /// Where it stood in the pass.
    slot: Slot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DeedKind {
    Graded { grade: Grade, was_review: bool, was_new: bool, ms: u32 },
    SetAside,
}

/// What a session came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SessionTally {
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
    pub phase: AskingPhase,
    /// The card at hand as it is asked.
    pub trial: Option<Trial>,
    /// The id of the card at hand: its place is another one when the decks are read again.
    at_hand: Option<CardId>,
    /// How cards are asked, where the learner said so for this sitting.
    pick: Option<Pick>,
    /// What was asked so far.
    sitting: Sitting,
    feed: Feed,
    selection: Vec<Place>,
    deeds: Vec<Deed>,
    /// What was taken back of them since something else was done, the last at the end.
    undone: Vec<Deed>,
    /// When it began: nothing older is taken back here without being asked.
    began: UndoMark,
    /// How many cards waited when the card at hand was picked, and when it comes again if it fails.
    waiting: Option<(Counts, Day)>,
    /// The learner goes on although the minutes of the plan are used up.
    overtime: bool,
    /// The day that readiness was about when the session began.
    ready_on: Day,
    /// How the cards stood then that were graded since.
    stood: HashMap<CardId, CardState>,
}

/// Thinking and speaking count towards the time of an answer, lunch does not.
const LONGEST_ANSWER_MS: i64 = 300_000;

impl Session {
    /// Starts with what is due today.
    pub fn start(subject: Subject, desk: &Desk) -> Session {
        let selection = subject.selection(desk);
        let phase = AskingPhase::Finished { next_due: None };
        let feed = match subject.cards {
            Some(_) => Feed::Pass(Pass::scheduled(selection.iter().copied(), desk)),
            None => Feed::Queue,
        };
        let mut session = Session {
            subject,
            phase,
            trial: None,
            at_hand: None,
            pick: None,
            sitting: Sitting::default(),
            feed,
            selection,
            deeds: Vec::new(),
            undone: Vec::new(),
            began: desk.undoable.mark(),
            waiting: None,
            overtime: false,
            ready_on: ready::date(desk),
            stood: HashMap::new(),
        };
        session.advance(desk);
        session
    }

    /// Goes on with cards before they are due, the next due first: each once. New cards come as far as
    /// the limits let them in.
    pub fn study_ahead(&mut self, desk: &Desk) {
        self.subject.limit = None;
        let allowance = self.allowance(desk);
        let is_planned = Plan::in_force(desk).is_some();
        let mut new = allowance.new_at_most.unwrap_or(if is_planned { u32::MAX } else { allowance.new });
        let comes = |place: &Place| {
            let is_new = desk.state(&desk.card(*place).id).phase == CardPhase::New;
            let comes = queue::may_be_asked(desk, *place) && (!is_new || new > 0);
            new -= u32::from(comes && is_new);
            comes
        };
        let cards: Vec<Place> = self.selection.iter().copied().filter(comes).collect();
        self.feed = Feed::Pass(Pass::scheduled(cards, desk));
        self.advance(desk);
    }

    /// Goes on with `more` new cards beyond the day's limit.
    pub fn more_new(&mut self, more: u32, desk: &Desk) {
        self.subject.limit = None;
        self.subject.new = Some(self.tally().new + more);
        self.overtime = true;
        self.feed = Feed::Queue;
        self.advance(desk);
    }

    /// Goes through all cards once, without any effect on the memory.
    pub fn practise(&mut self, desk: &Desk, rng: &mut ChaCha8Rng) {
        self.subject.limit = None;
        let may_be_asked = |place: &Place| queue::may_be_asked(desk, *place);
        let mut cards: Vec<Place> = self.selection.iter().copied().filter(may_be_asked).collect();
        cards.shuffle(rng);
        self.feed = Feed::Practice(Pass::in_order(behind_parents(cards, desk), desk));
        self.advance(desk);
    }

    /// Whether answers have no effect on the memory.
    pub fn is_practice(&self) -> bool {
        matches!(self.feed, Feed::Practice(_))
    }

    /// The card at hand.
    pub fn place(&self) -> Option<Place> {
        match self.phase {
            AskingPhase::Asked(place) | AskingPhase::Sure(place, _) | AskingPhase::Shown(place, _) => {
                Some(place)
            }
            AskingPhase::Finished { .. } => None,
        }
    }

    /// What each grade would do to the card at hand.
    pub fn choices(&self, desk: &Desk) -> Option<[CardState; 4]> {
        Some(desk.choices(&desk.card(self.place()?).id))
    }

    /// Grades the card at hand and goes to the next one.
    pub fn grade(&mut self, grade: Grade, desk: &mut dyn StateOwner) {
        let AskingPhase::Shown(place, _) = self.phase else { return };
        let draft = self.draft_key(desk);
        let Some(trial) = self.trial.take() else { return };
        let card = desk.card(place).id.clone();
        let before = desk.state(&card);
        let grade = trial.at_best(grade);
        if trial.mode == &mode::CHOICE {
            self.sitting.chosen.insert(card.clone());
        }
        if let Task::Compute(computation) = &trial.task {
            self.sitting.drawn.entry(card.clone()).or_default().push(computation.drawn.question.clone());
        }
        let ms = (desk.now.at.0 - trial.asked_at.0).clamp(0, LONGEST_ANSWER_MS) as u32;
        let slot = match &mut self.feed {
            Feed::Pass(pass) | Feed::Practice(pass) => pass.answer(place, grade == Grade::Again, desk),
            Feed::Queue => Slot::Nowhere,
        };
        let at = (!self.is_practice()).then(|| {
            let review = Review {
                confidence: trial.confidence,
                points: trial.points(),
                answer: trial.answer().filter(|_| desk.settings.keep_answers),
                exercise: trial.exercise(),
                ..Review::new(grade, trial.mode.name.name(), ms)
            };
            desk.record(&card, Kind::Review(review))
        });
        self.stood.entry(card.clone()).or_insert(before);
        // It is in the log, or was practice.
        draft.into_iter().for_each(|draft| desk.keep_draft(draft, ""));
        let kind = DeedKind::Graded {
            grade,
            was_review: before.phase == CardPhase::Review
                && before.last.is_none_or(|last| last.day < desk.now.day)
                && at.is_some(),
            was_new: before.phase == CardPhase::New && at.is_some(),
            ms,
        };
        let since = desk.undoable.mark();
        self.undone.clear();
        self.deeds.push(Deed { place, card, trial: Some(trial), at, since, kind, slot });
        self.advance(desk);
    }

    /// Takes the card at hand out of all sessions until it is resumed.
    pub fn suspend(&mut self, desk: &mut dyn StateOwner) {
        self.set_aside(Kind::Suspend, desk);
    }

    /// Takes the card at hand out until tomorrow.
    pub fn bury(&mut self, desk: &mut dyn StateOwner) {
        self.set_aside(Kind::Bury, desk);
    }

    fn set_aside(&mut self, kind: Kind, desk: &mut dyn StateOwner) {
        let Some(place) = self.place() else { return };
        let card = desk.card(place).id.clone();
        let slot = match &mut self.feed {
            Feed::Pass(pass) | Feed::Practice(pass) => pass.take(place),
            Feed::Queue => Slot::Nowhere,
        };
        let at = Some(desk.record(&card, kind));
        let trial = self.trial.take();
        let since = desk.undoable.mark();
        self.undone.clear();
        self.deeds.push(Deed { place, card, trial, at, since, kind: DeedKind::SetAside, slot });
        self.advance(desk);
    }

    /// Since when an undo takes things back: an answer of practice is not in the list of all.
    pub fn since(&self) -> UndoMark {
        self.deeds.last().filter(|deed| deed.at.is_none()).map_or(self.began, |deed| deed.since)
    }

    /// Looks for the next card again: time has passed, or another program has studied.
    pub fn refresh(&mut self, desk: &Desk) {
        if matches!((&self.phase, &self.feed), (AskingPhase::Finished { .. }, Feed::Queue)) {
            self.advance(desk);
        }
    }

    /// Follows a change of the decks: the cards are looked up again, by id. A card that was changed by the learner
    /// may have a new one: what it was before, and what it is now.
    pub fn decks_changed(&mut self, renamed: Option<&(CardId, CardId)>, desk: &Desk) {
        if let Some((from, to)) = renamed {
            let mut rename = |card: &mut CardId| {
                if card == from {
                    card.clone_from(to);
                }
            };
            self.at_hand.iter_mut().for_each(&mut rename);
            self.subject.cards.iter_mut().flatten().for_each(&mut rename);
            self.deeds.iter_mut().for_each(|deed| rename(&mut deed.card));
            if let Feed::Pass(pass) | Feed::Practice(pass) = &mut self.feed {
                pass.cards_mut().for_each(rename);
            }
        }
        let found = |id: &CardId| desk.find(id).or_else(|| desk.find(desk.progress.present_id(id)));
        let place = self.at_hand.as_ref().and_then(found);
        self.undone.clear();
        self.subject.follow(place, desk);
        self.selection = self.subject.selection(desk);
        self.waiting = None;
        let places: HashMap<&CardId, Place> =
            desk.places().map(|place| (desk.progress.present_id(&desk.card(place).id), place)).collect();
        self.deeds.retain_mut(|deed| {
            let place = places.get(desk.progress.present_id(&deed.card));
            place.map(|place| deed.place = *place).is_some()
        });
        if let Feed::Pass(pass) | Feed::Practice(pass) = &mut self.feed {
            pass.decks_changed(&places, desk);
        }
        match (self.phase, place) {
            (AskingPhase::Finished { .. }, _) | (_, None) => self.advance(desk),
            (phase, Some(place)) => {
                self.ask_again(place, desk);
                if let AskingPhase::Shown(_, reveal) = phase {
                    self.phase = AskingPhase::Shown(place, reveal);
                }
            }
        }
    }

    /// How many cards are still to come, the one at hand with them.
    pub fn left(&self, desk: &Desk) -> Counts {
        let mut counts = match &self.feed {
            Feed::Queue => self.waiting.unwrap_or_else(|| self.look(desk).1).0,
            Feed::Pass(pass) | Feed::Practice(pass) => today::count(desk, pass.left(desk)),
        };
        if let Some(limit) = self.subject.limit.filter(|_| !self.is_practice()) {
            let left = limit.saturating_sub(self.tally().answers);
            counts.due = counts.due.min(left);
            counts.new = counts.new.min(left - counts.due);
            counts.learning = counts.learning.min(left - counts.due - counts.new);
        }
        counts
    }

    /// The day on which the card at hand is asked next if it fails now.
    pub fn asked_again(&self, desk: &Desk) -> Day {
        match &self.feed {
            Feed::Queue => self.waiting.unwrap_or_else(|| self.look(desk).1).1,
            Feed::Pass(_) | Feed::Practice(_) => desk.now.day,
        }
    }

    /// What the queue has next, and what it says of the card at hand, or of that one.
    fn look(&self, desk: &Desk) -> (Next, (Counts, Day)) {
        let (next, counts, room) = queue::look(desk, &self.selection, self.allowance(desk));
        let place = if let Next::Ask(place) = next { Some(place) } else { None };
        let again = room.zip(self.place().or(place));
        let again = again.map_or(desk.now.day, |(room, place)| today::asked_again(place, desk, room));
        (next, (counts, again))
    }

    /// What share of all cards would have been recalled on the day when the session began. It takes a look at
    /// all of them, and nobody asks before the last card.
    pub fn ready_before(&self, desk: &Desk) -> Option<f32> {
        ready::of_all_as(desk, self.ready_on, &self.stood)
    }

    /// What the session came to.
    pub fn tally(&self) -> SessionTally {
        let mut tally = SessionTally::default();
        for deed in &self.deeds {
            let DeedKind::Graded { grade, was_review, was_new, .. } = deed.kind else { continue };
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
            Next::Done { next_due } => self.phase = AskingPhase::Finished { next_due },
        }
    }

    fn next(&mut self, desk: &Desk) -> Next {
        self.waiting = None;
        let used_up = self.subject.limit.is_some_and(|limit| self.tally().answers >= limit);
        let asked = match &self.feed {
            _ if used_up => None,
            Feed::Pass(pass) | Feed::Practice(pass) => pass.next(desk),
            Feed::Queue => {
                let (next, waiting) = self.look(desk);
                self.waiting = Some(waiting);
                return next;
            }
        };
        asked.map_or(Next::Done { next_due: None }, Next::Ask)
    }
}
