//! What came of a run of tests: what failed, or why it was stopped. The runner tells each step as a line of
//! JSON; what it tells may be anything, since the program that was run could write there.

use crate::markdown;
use crate::messages::Message;
use serde::Deserialize;

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What came of it.
    pub outcome: CodeOutcome,
    /// The end of what the program printed.
    pub printed: String,
}

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeOutcome {
    /// So many checks passed, and none failed.
    Passed(usize),
    /// Some checks failed, or an error ended the run.
    Failed {
        /// Checks that passed.
        passed: usize,
        /// What failed, the first ones.
        failures: Vec<Failure>,
        /// How many failed in all.
        failed: usize,
    },
    /// It was stopped.
    Stopped(Stop),
    /// It did what an answer may not do.
    Denied(Denial),
    /// The interpreter lacks a package that the tests need.
    Missing(String),
    /// There is no interpreter.
    NoInterpreter,
    /// The tests could not be run at all, and why.
    Broken(Message),
}

/// Why a run was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It took too long.
    Time,
    /// It printed too much.
    Output,
    /// It wanted too much memory.
    Memory,
    /// It ended before the tests did, as by a crash.
    Ended,
}

/// What an answer may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// Start another process.
    Starts,
    /// Speak to other processes or to the network.
    Reaches,
    /// Change files outside its own folder, or very many.
    Changes,
}

/// A check that failed, or an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Failure {
    /// The line of the tests; none where the answer itself cannot be run.
    pub tests_line: Option<usize>,
    /// That line.
    pub source: String,
    /// What was raised.
    pub what: String,
    /// The line of the answer that it came through.
    pub answer_line: Option<usize>,
    /// Parts of the check, each with its value.
    pub values: Vec<(String, String)>,
    /// It ended the run: what follows it could not be checked.
    pub ends: bool,
}

impl Failure {
    /// Whether it is a check that failed, and not an error that ended the run.
    pub fn is_check(&self) -> bool {
        !self.ends
    }
}

impl Report {
    /// Whether everything passed.
    pub fn has_passed(&self) -> bool {
        matches!(self.outcome, CodeOutcome::Passed(_))
    }

    /// Whether it says something of the answer, and not of the machine.
    pub fn is_of_answer(&self) -> bool {
        !matches!(self.outcome, CodeOutcome::Missing(_) | CodeOutcome::NoInterpreter | CodeOutcome::Broken(_))
    }

    /// Reads what the runner told. `stopped` is why it was ended from outside, where it was.
    pub fn read(told: &str, printed: &str, stopped: Option<Stop>) -> Report {
        Report { outcome: outcome(told, stopped), printed: tail(&markdown::clean(printed)) }
    }
}

/// One line of what the runner tells.
#[derive(Deserialize, Default)]
#[serde(default)]
struct ReportLine {
    ok: Option<usize>,
    failed: Option<ToldFailure>,
    error: Option<ToldFailure>,
    within: Option<String>,
    denied: Option<String>,
    end: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ToldFailure {
    line: usize,
    source: String,
    what: String,
    own_line: Option<usize>,
    values: Vec<(String, String)>,
    missing: Option<String>,
    memory: bool,
}

/// More failures are not shown.
const MOST: usize = 20;

fn outcome(told: &str, stopped: Option<Stop>) -> CodeOutcome {
    let (mut passed, mut failed, mut failures) = (0, 0, Vec::new());
    let (mut has_ended, mut has_error) = (false, false);
    for told in told.lines().filter_map(|line| serde_json::from_str::<ReportLine>(line).ok()) {
        if let Some(denied) = told.denied {
            return CodeOutcome::Denied(match denied.as_str() {
                "starts" => Denial::Starts,
                "reaches" => Denial::Reaches,
                _ => Denial::Changes,
            });
        }
        passed += usize::from(told.ok.is_some());
        has_ended |= told.end;
        let is_error = told.error.is_some();
        let in_answer = told.within.as_deref() == Some("answer");
        let Some(failure) = told.error.or(told.failed) else { continue };
        if failure.memory {
            return CodeOutcome::Stopped(Stop::Memory);
        }
        if let Some(missing) = failure.missing.as_ref().filter(|name| *name != "answer") {
            return CodeOutcome::Missing(one_line(missing));
        }
        (failed, has_error) = (failed + 1, has_error || is_error);
        if failures.len() < MOST {
            failures.push(Failure {
                tests_line: Some(failure.line).filter(|_| !in_answer),
                source: one_line(&failure.source),
                what: one_line(&failure.what),
                answer_line: if in_answer { Some(failure.line) } else { failure.own_line },
                ends: is_error,
                values: failure.values.iter().map(|(of, is)| (one_line(of), one_line(is))).collect(),
            });
        }
    }
    match stopped {
        Some(stop) => CodeOutcome::Stopped(stop),
        None if failed > 0 && (has_ended || has_error) => CodeOutcome::Failed { passed, failures, failed },
        None if has_ended => CodeOutcome::Passed(passed),
        None => CodeOutcome::Stopped(Stop::Ended),
    }
}

fn one_line(text: &str) -> String {
    const LONGEST: usize = 400;
    let text = markdown::clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().take(LONGEST).collect()
}

/// The last lines of a text.
fn tail(text: &str) -> String {
    const LINES: usize = 8;
    let lines: Vec<&str> = text.lines().collect();
    let lines = &lines[lines.len().saturating_sub(LINES)..];
    lines.iter().map(|line| line.chars().take(200).collect::<String>()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runner_tells_is_read() {
        let read = |told: &str, stopped| Report::read(told, "", stopped).outcome;
        assert_eq!(
            read("{\"at\":\"answer\"}\n{\"ok\":1}\n{\"ok\":2}\n{\"end\":true}\n", None),
            CodeOutcome::Passed(2)
        );
        assert_eq!(read("{\"ok\":1}\n", None), CodeOutcome::Stopped(Stop::Ended));
        assert_eq!(read("", Some(Stop::Output)), CodeOutcome::Stopped(Stop::Output));
        assert_eq!(
            read("{\"denied\":\"starts\"}\n{\"end\":true}", Some(Stop::Time)),
            CodeOutcome::Denied(Denial::Starts)
        );
        let missing = "{\"error\":{\"what\":\"x\",\"missing\":\"numpy\"},\"within\":\"tests\"}";
        assert_eq!(read(missing, None), CodeOutcome::Missing("numpy".into()));
        assert_eq!(read("{\"error\":{\"memory\":true}}", None), CodeOutcome::Stopped(Stop::Memory));
        let failed = "{\"ok\":1}\n{\"failed\":{\"line\":2,\"source\":\"assert x\",\"what\":\"A\\u001b[31m\",\"values\":[[\"x\",\"0\"]]}}\n{\"end\":true}";
        let CodeOutcome::Failed { passed: 1, failures, failed: 1 } = read(failed, None) else { panic!() };
        assert_eq!((failures[0].tests_line, failures[0].what.as_str()), (Some(2), "A[31m"));
        assert_eq!(failures[0].values, [("x".to_owned(), "0".to_owned())]);
        let syntax = "{\"error\":{\"line\":3,\"what\":\"SyntaxError\"},\"within\":\"answer\"}";
        let CodeOutcome::Failed { failures, .. } = read(syntax, None) else { panic!() };
        assert_eq!((failures[0].tests_line, failures[0].answer_line), (None, Some(3)));
    }

    #[test]
    fn whatever_is_told_is_read() {
        for told in ["nonsense", "{}", "[]", "{\"ok\":\"x\"}", "{\"failed\":{\"values\":[[1]]}}", "\u{0}"] {
            assert_eq!(Report::read(told, "", None).outcome, CodeOutcome::Stopped(Stop::Ended), "{told}");
        }
        let printed = format!("{}\u{1b}[2J end", "x\n".repeat(500));
        let report = Report::read("", &printed, Some(Stop::Output));
        assert!(report.printed.lines().count() == 8 && report.printed.ends_with("end"));
        assert!(!report.printed.contains('\u{1b}'));
    }
}
