//! Code: the learner writes a function in their editor, and the card's tests are run on it.
//!
//! ````text
//! ```python starter
//! def mean(values):
//!     """The mean of a list of numbers."""
//! ```
//!
//! ```python tests
//! assert mean([1, 2, 3]) == 2
//! ```
//!
//! ```python solution
//! def mean(values):
//!     return sum(values) / len(values)
//! ```
//! ````
//!
//! Tests are a program, so only those of a built-in card, and those that the learner trusts on this machine,
//! are ever run; which these are, and how they are run, is for those who stand above. Here are the texts and
//! what came of a run.

mod report;

use super::asking::ModeContext;
use super::recall::Checklist;
use crate::card::Grade;
use crate::markdown;
use sha2::{Digest, Sha256};
use std::fmt::Write;

pub use report::{CodeOutcome, Denial, Failure, Report, Stop};

/// The language whose tests can be run, by the words behind its fences.
const LANGUAGES: [&str; 3] = ["python", "python3", "py"];

/// What is to be written, and how it is tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// What the learner begins with.
    pub starter: String,
    /// A program that fails where the answer is wrong.
    pub tests: String,
}

impl Exercise {
    /// The exercise of an answer, where it has tests.
    pub fn of(answer: &str) -> Option<Exercise> {
        let block = |kind: &str| {
            let blocks =
                LANGUAGES.iter().flat_map(|lang| markdown::practice(answer, &format!("{lang} {kind}")));
            blocks.collect::<Vec<_>>().join("\n\n")
        };
        let tests = block("tests");
        (!tests.trim().is_empty()).then(|| Exercise { starter: block("starter"), tests })
    }

    /// What the trust in it is filed under: a hash that nobody finds a second text for. The lengths part
    /// starter and tests, so that no line can move from one to the other unseen.
    pub fn key(&self) -> String {
        let mut hash = Sha256::new();
        for part in [&self.starter, &self.tests] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.finalize().iter().fold(String::new(), |mut key, byte| {
            let _ = write!(key, "{byte:02x}");
            key
        })
    }
}

/// An exercise with what the learner has done so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Coding {
    /// What is to be written.
    pub exercise: Exercise,
    /// What the learner wrote; empty until they have.
    pub text: String,
    /// How often the tests were run.
    pub runs: u32,
    /// Whether they are being run.
    pub is_running: bool,
    /// What came of the last run.
    pub report: Option<Report>,
}

/// What a card is asked by; none where it has no tests.
pub(super) fn task(asking: &ModeContext<'_>) -> Option<Coding> {
    let exercise = Exercise::of(&asking.face().answer)?;
    Some(Coding { exercise, text: String::new(), runs: 0, is_running: false, report: None })
}

/// Whether a card can be asked so.
pub(super) fn is_possible(asking: &ModeContext<'_>) -> bool {
    Exercise::of(&asking.face().answer).is_some()
}

impl Coding {
    /// Takes on what the learner wrote; what came of another text counts no more.
    pub fn write(&mut self, text: String) {
        if self.text != text {
            (self.text, self.report) = (text, None);
        }
    }

    /// The tests begin to run.
    pub fn run(&mut self) {
        (self.is_running, self.report) = (true, None);
    }

    /// Takes on what came of a run of this text.
    pub fn tested(&mut self, text: &str, report: Report) {
        self.is_running = false;
        if self.text == text {
            self.runs += u32::from(report.is_of_answer());
            self.report = Some(report);
        }
    }

    /// The grade that the tests speak for: good where the first run passed, hard where a later one did,
    /// again where they fail. Where they could not be run, the ticks speak.
    pub fn suggests(&self, ticks: &Checklist, thought_ms: Option<i64>) -> Option<Grade> {
        match self.report.as_ref().filter(|report| report.is_of_answer()) {
            Some(report) if !report.has_passed() => Some(Grade::Again),
            Some(_) if self.runs > 1 => Some(Grade::Hard),
            Some(_) => Some(Grade::Good),
            None => ticks.suggests(thought_ms?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = "Gist.\n\n```python starter\ndef f():\n```\n\n```py tests\nassert f() == 1\n```\n\n```python solution\ndef f(): return 1\n```\n";

    #[test]
    fn a_card_with_tests_is_an_exercise() {
        let exercise = Exercise::of(ANSWER).unwrap();
        assert_eq!((exercise.starter.as_str(), exercise.tests.as_str()), ("def f():", "assert f() == 1"));
        for answer in ["", "```python\nx\n```", "```python tests\n\n```", "```rust tests\nassert!(true)\n```"]
        {
            assert_eq!(Exercise::of(answer), None, "{answer}");
        }
    }

    #[test]
    fn trust_is_of_the_exact_text() {
        let exercise = |starter: &str, tests: &str| Exercise { starter: starter.into(), tests: tests.into() };
        let key = exercise("a", "b").key();
        assert_eq!((key.len(), exercise("a", "b").key()), (64, key.clone()));
        for (starter, tests) in [("a", "b "), ("", "ab"), ("ab", ""), ("b", "a"), ("a", "")] {
            assert_ne!(exercise(starter, tests).key(), key, "{starter}|{tests}");
        }
    }

    #[test]
    fn runs_speak_for_a_grade_and_another_text_has_none() {
        let mut coding = Coding {
            exercise: Exercise::of(ANSWER).unwrap(),
            text: String::new(),
            runs: 0,
            is_running: false,
            report: None,
        };
        let ticks = Checklist::new(0);
        let report = |outcome: CodeOutcome| Report { outcome, printed: String::new() };
        let suggests = |coding: &Coding| coding.suggests(&ticks, Some(1));
        coding.write("x".into());
        coding.run();
        coding.tested("x", report(CodeOutcome::Passed(2)));
        assert_eq!(suggests(&coding), Some(Grade::Good));
        coding.write("y".into());
        assert_eq!(suggests(&coding), None);
        coding.tested("x", report(CodeOutcome::Passed(2)));
        assert_eq!(suggests(&coding), None, "that was another text");
        coding.tested("y", report(CodeOutcome::Stopped(Stop::Time)));
        assert_eq!(suggests(&coding), Some(Grade::Again));
        coding.tested("y", report(CodeOutcome::Passed(2)));
        assert_eq!(suggests(&coding), Some(Grade::Hard));
        coding.tested("y", report(CodeOutcome::NoInterpreter));
        assert_eq!(suggests(&coding), None, "by eye");
    }
}
