//! The modes: how a card is asked, and what an answer then proves.
//!
//! A mode is one row of [`MODES`], and a file with what the learner does in it. The session owns the queue,
//! the tally and undo; a mode says what is shown with the question and what the learner does ([`Task`]),
//! which grade that speaks for, and how good a grade it can prove at all.
//!
//! # How a result enters the memory model
//!
//! The memory model knows one thing: that a card was recalled freely from its question, with one of
//! four grades. What a mode asks may be easier than that, and an easier task proves less. So nothing of
//! the model changes with the mode; a mode that helps the learner is held to a lower best grade
//! ([`Evidence::best`]), as an examiner marks down an answer that had to be prompted:
//!
//! - **recall** and **typed** ask what the model means, so all four grades count. The points that were
//!   ticked off, or found in what was written, suggest a grade: all good (easy when it came quickly),
//!   most hard, less again. The learner has the last word.
//! - **cloze** gives most of the answer as a cue. Filling a gap is recall, but of less and with help:
//!   at most good, never the longer interval of an easy card.
//! - **numbers** asks for one result of a rule: right is good at most, wrong is again.
//! - **code** asks for a function, and its tests judge it: good where the first run passes, hard where a later
//!   one does, again where none does. The learner may call it easy.
//! - **choice** shows the answer. Who does not even recognise it has forgotten it, so a wrong choice is
//!   a lapse: again. Who does may have guessed (one in four) and has not shown recall: a right choice
//!   is weak evidence, hard, which stretches the interval least. Hard repeats a learning step, so
//!   choices alone would never bring a card out of its steps: once answered by choice, a card in steps
//!   is asked by recall for the rest of the sitting.
//!
//! A card that does not lend itself to a mode (too few good distractors, no gap left that was not
//! shown in this sitting) is asked by recall. The log keeps the mode of every review, so that a model
//! that tells them apart can be fitted later from the same file.

pub use super::asking::{Evidence, ModeContext, Sitting};
use super::choice::{self, Options};
use super::cloze::{self, Passage};
use super::code::{self, Coding};
use super::numbers::{self, Computation};
use super::recall::Checklist;
use super::typed::Writing;
use crate::card::Grade;
use crate::day::At;
use crate::markdown;
use crate::messages::{Choice, ModeName};
use crate::progress::{Confidence, Points, kept};
use crate::settings::Settings;
use std::sync::Arc;

/// A way to ask a card.
#[derive(Debug)]
pub struct Mode {
    /// Its name on the command line, in the settings and in the log.
    pub name: ModeName,
    /// What a right answer proves.
    pub evidence: Evidence,
    /// What it asks of a card; nothing where the card does not lend itself to it.
    pub task: fn(&ModeContext<'_>) -> Option<Task>,
}

impl PartialEq for Mode {
    fn eq(&self, other: &Mode) -> bool {
        self.name == other.name
    }
}

/// Say the answer aloud.
pub static RECALL: Mode =
    Mode { name: ModeName::Recall, evidence: Evidence::Recalled, task: |_| Some(Task::Say) };

/// Write the answer.
pub static TYPED: Mode = Mode {
    name: ModeName::Typed,
    evidence: Evidence::Recalled,
    task: |_| Some(Task::Write(Writing::default())),
};

/// Pick the claim that is right.
pub static CHOICE: Mode = Mode {
    name: ModeName::Choice,
    evidence: Evidence::Recognised,
    task: |asking| choice::task(asking).map(Task::Pick),
};

/// Type what stands in a gap of the answer.
pub static CLOZE: Mode = Mode {
    name: ModeName::Cloze,
    evidence: Evidence::Cued,
    task: |asking| cloze::task(asking).map(Task::Fill),
};

/// Work out a number. A drill tests that a rule is known and used; the rest of the card it does not ask,
/// so it earns good at most.
pub static NUMBERS: Mode = Mode {
    name: ModeName::Numbers,
    evidence: Evidence::Cued,
    task: |asking| numbers::task(asking).map(Task::Compute),
};

/// Write a function that passes its tests.
pub static CODE: Mode = Mode {
    name: ModeName::Code,
    evidence: Evidence::Recalled,
    task: |asking| code::task(asking).map(Box::new).map(Task::Code),
};

/// All modes. The first is the one that any card can be asked in.
pub static MODES: [&Mode; 6] = [&RECALL, &TYPED, &CHOICE, &CLOZE, &NUMBERS, &CODE];

/// Which mode cards are asked in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pick {
    /// Always this one.
    One(&'static Mode),
    /// All in turn.
    Mixed,
}

impl Pick {
    /// All picks, mixed last.
    pub fn all() -> impl Iterator<Item = Pick> {
        ModeName::all().iter().copied().map(Pick::from)
    }

    /// Its name on the command line and in the settings.
    pub fn name(self) -> ModeName {
        match self {
            Pick::One(mode) => mode.name,
            Pick::Mixed => ModeName::Mixed,
        }
    }

    /// The pick of this name.
    pub fn named(name: &str) -> Option<Pick> {
        ModeName::named(name).map(Pick::from)
    }

    /// What the settings say for a deck.
    pub fn of_deck(deck: &str, settings: &Settings) -> Pick {
        Pick::from(settings.mode_of(deck))
    }
}

impl From<ModeName> for Pick {
    fn from(name: ModeName) -> Pick {
        let mode = MODES.into_iter().find(|mode| mode.name == name);
        mode.map_or(Pick::Mixed, Pick::One)
    }
}

/// What the learner is to do, and what they did so far. Screens know every form of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Task {
    /// Answer aloud.
    Say,
    /// Write the answer.
    Write(Writing),
    /// Pick the claim that is right.
    Pick(Options),
    /// Type what stands in the gaps.
    Fill(Passage),
    /// Work out a number.
    Compute(Computation),
    /// Write a function that passes its tests.
    Code(Box<Coding>),
}

impl Task {
    /// Whether the learner types their answer.
    pub fn is_typed(&self) -> bool {
        match self {
            Task::Write(_) | Task::Compute(_) => true,
            Task::Fill(passage) => passage.is_typed(),
            Task::Say | Task::Pick(_) | Task::Code(_) => false,
        }
    }

    /// What the learner has typed so far.
    pub fn typed(&self) -> &str {
        match self {
            Task::Write(writing) => &writing.text,
            Task::Compute(computation) => &computation.text,
            Task::Fill(passage) => &passage.text,
            Task::Say | Task::Pick(_) | Task::Code(_) => "",
        }
    }
}

/// The card at hand as it is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// The mode.
    pub mode: &'static Mode,
    /// What the learner is to do.
    pub task: Task,
    /// The points of the answer, as far as they are ticked off.
    pub checklist: Checklist,
    /// How sure the learner was before seeing the answer, where they were asked.
    pub confidence: Option<Confidence>,
    /// When the card was first shown.
    pub asked_at: At,
    /// How long the learner thought before looking at the answer, in milliseconds.
    pub thought_ms: Option<i64>,
}

impl Trial {
    /// Asks a card as the pick says, by recall where it does not lend itself to that.
    pub fn new(pick: Pick, asking: &ModeContext<'_>) -> Trial {
        let wanted = match pick {
            Pick::One(mode) => mode,
            Pick::Mixed => {
                // Only a card with a drill has its turn of numbers, only one with tests that of code.
                let has_turn = |mode: &&&'static Mode| match mode.name {
                    ModeName::Numbers => numbers::is_possible(asking),
                    ModeName::Code => code::is_possible(asking),
                    _ => true,
                };
                let turns: Vec<&&'static Mode> = MODES.iter().filter(has_turn).collect();
                turns[(asking.seed() % turns.len() as u64) as usize]
            }
        };
        let (mode, task) = match (wanted.task)(asking) {
            Some(task) => (wanted, task),
            None => (&RECALL, Task::Say),
        };
        Trial {
            mode,
            task,
            checklist: Checklist::new(markdown::points(&asking.face().answer).len()),
            confidence: None,
            asked_at: asking.desk.now.at,
            thought_ms: None,
        }
    }

    /// Looks at what the learner did, when the answer is shown.
    pub fn judge(&mut self, asking: &ModeContext<'_>) {
        match &mut self.task {
            Task::Write(writing) => self.checklist = writing.judge(asking.card(), asking.face()),
            Task::Compute(computation) => computation.judge(),
            Task::Fill(passage) => passage.judge(),
            Task::Say | Task::Pick(_) | Task::Code(_) => {}
        }
    }

    /// The grade that the answer speaks for, where it says anything.
    pub fn suggests(&self) -> Option<Grade> {
        let grade = match &self.task {
            Task::Pick(options) => options.suggests()?,
            Task::Write(writing) => match writing.verdict.as_ref().and_then(|verdict| verdict.grade) {
                Some(grade) => grade,
                None => self.checklist.suggests(self.thought_ms?)?,
            },
            Task::Compute(computation) => computation.suggests()?,
            Task::Code(coding) => coding.suggests(&self.checklist, self.thought_ms)?,
            Task::Fill(passage) => match passage.suggests() {
                Some(grade) => grade,
                None => self.checklist.suggests(self.thought_ms?)?,
            },
            Task::Say => self.checklist.suggests(self.thought_ms?)?,
        };
        Some(self.at_best(grade))
    }

    /// The best grade that what the learner did can prove.
    pub fn best(&self) -> Grade {
        match &self.task {
            Task::Pick(options) => options.suggests().unwrap_or(Grade::Again),
            _ => self.mode.evidence.best(),
        }
    }

    /// A grade no better than that.
    pub fn at_best(&self, grade: Grade) -> Grade {
        grade.min(self.best())
    }

    /// What was written or chosen, for the log.
    pub fn answer(&self) -> Option<Arc<str>> {
        let text = match &self.task {
            Task::Write(writing) => &writing.text,
            Task::Code(coding) => &coding.text,
            Task::Fill(passage) => &passage.text,
            Task::Compute(computation) => &computation.text,
            Task::Pick(options) => &options.claims.get(options.picked?)?.text,
            _ => return None,
        };
        kept(text).map(Arc::from)
    }

    /// What exactly was asked, for the log: a card asks other values, claims and gaps at other times.
    pub fn exercise(&self) -> Option<Arc<str>> {
        let text = match &self.task {
            Task::Fill(passage) => passage.asked.clone(),
            Task::Compute(computation) => {
                let values = &computation.drawn.values;
                values.iter().map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join(", ")
            }
            Task::Pick(options) => {
                options.claims.iter().map(|claim| claim.text.as_str()).collect::<Vec<_>>().join("\n")
            }
            _ => return None,
        };
        kept(&text).map(Arc::from)
    }

    /// Which points were said, for the log.
    pub fn points(&self) -> Option<Points> {
        self.checklist.points()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_that_of_one_mode() {
        let names: Vec<ModeName> = Pick::all().map(Pick::name).collect();
        assert_eq!(names, ModeName::all());
        for name in names {
            assert_eq!(
                MODES.iter().filter(|mode| mode.name == name).count(),
                usize::from(name != ModeName::Mixed)
            );
            assert_eq!(Pick::named(name.name()).map(Pick::name), Some(name));
        }
        assert_eq!(Pick::named("guess"), None);
    }

    #[test]
    fn the_first_mode_can_ask_any_card_and_an_easier_task_proves_less() {
        assert_eq!(MODES[0].name, ModeName::Recall);
        let best = [Evidence::Recalled, Evidence::Cued, Evidence::Recognised].map(Evidence::best);
        assert_eq!(best, [Grade::Easy, Grade::Good, Grade::Hard]);
    }
}
