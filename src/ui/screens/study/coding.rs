//! A code card on the study screen: the text that the learner writes in their editor, whether its tests may
//! run, and what came of them.

use super::Study;
use crate::card::CardId;
use crate::desk::{Desk, Place};
use crate::quiz::code::{CodeOutcome, Coding, Denial, Exercise, Failure, Report, Stop};
use crate::quiz::mode::Task;
use crate::quiz::session::Phase;
use crate::store::builtin;
use crate::ui::app::{Effect, Look, Step};
use crate::ui::widgets::answer;
use ratatui::text::{Line, Span};

/// Whether the tests of the card at a place may run here: it is built in, as the binary itself says, or the
/// learner trusts this very text.
pub(super) fn may_run(exercise: &Exercise, place: Place, desk: &Desk) -> bool {
    let is_built_in = desk.face(place).source.file.is_none() && builtin::has_tests(&exercise.tests);
    is_built_in || desk.settings.trusted.contains(&exercise.key())
}

impl Study {
    /// The exercise at hand, while its card is asked.
    pub(super) fn coding(&self) -> Option<(Place, &Coding)> {
        let Phase::Asked(place) = self.session.phase else { return None };
        match &self.session.trial.as_ref()?.task {
            Task::Code(coding) => Some((place, coding)),
            _ => None,
        }
    }

    /// Whether the learner is to say that they trust the tests before these run.
    pub(super) fn asks_for_trust(&self) -> bool {
        self.is_untrusted && self.coding().is_some_and(|(_, coding)| !coding.text.is_empty())
    }

    /// Opens the learner's editor on what they wrote, or on the starter.
    pub(super) fn write_code(&self, desk: &Desk) -> Step {
        let Some((place, coding)) = self.coding() else { return Step::Stay };
        let text = if coding.text.is_empty() { &coding.exercise.starter } else { &coding.text };
        Step::Ask(Effect::WriteCode {
            card: desk.card(place).id.clone(),
            text: format!("{}\n", text.trim_end()),
        })
    }

    /// Takes on what was written, and runs its tests where they may.
    pub(super) fn coded(&mut self, card: &CardId, text: &str, desk: &Desk) -> Step {
        let is_at_hand = self.coding().is_some_and(|(place, _)| desk.card(place).id == *card);
        if !is_at_hand {
            return Step::Stay;
        }
        self.session.write(text.trim_end().to_owned());
        self.run_tests(desk)
    }

    /// Runs the tests, or lets the screen ask whether they may.
    pub(super) fn run_tests(&mut self, desk: &Desk) -> Step {
        let Some((place, coding)) = self.coding() else { return Step::Stay };
        if coding.text.is_empty() || coding.is_running {
            return Step::Stay;
        }
        let (answer, exercise) = (coding.text.clone(), coding.exercise.clone());
        self.is_untrusted = !may_run(&exercise, place, desk);
        if self.is_untrusted {
            return Step::Stay;
        }
        let card = desk.card(place).id.clone();
        self.session.run_tests();
        Step::Ask(Effect::RunTests {
            card,
            answer,
            tests: exercise.tests,
            python: desk.settings.python.clone(),
        })
    }

    /// Trusts the tests at hand, once the shell has written that down.
    pub(super) fn trust(&self, desk: &Desk) -> Step {
        let Some((place, coding)) = self.coding() else { return Step::Stay };
        let name = super::markdown_text(&desk.face(place).question);
        Step::Ask(Effect::Trust { key: coding.exercise.key(), name })
    }
}

/// What stands below the question while the card is asked.
pub(super) fn asked(coding: &Coding, asks_for_trust: bool, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words.code, &look.theme);
    let mut lines = Vec::new();
    if asks_for_trust {
        lines.extend(answer::wrap_plain(words.trust, width, theme.warning));
        lines.push(Line::default());
        lines.extend(block(&coding.exercise.tests, width, look));
        return lines;
    }
    let text = if coding.text.is_empty() { &coding.exercise.starter } else { &coding.text };
    lines.extend(block(text, width, look));
    lines.push(Line::default());
    match &coding.report {
        _ if coding.is_running => lines.push(Line::styled(words.running, theme.dim)),
        Some(report) => {
            lines.extend(told(report, width, look));
            lines.extend(answer::wrap_plain(words.go_on, width, theme.dim));
        }
        None if coding.text.is_empty() => lines.extend(answer::wrap_plain(words.begin, width, theme.dim)),
        None => lines.extend(answer::wrap_plain(words.go_on, width, theme.dim)),
    }
    lines
}

/// What the learner wrote and what came of it, above the answer.
pub(super) fn judged(coding: &Coding, width: u16, look: &Look) -> Vec<Line<'static>> {
    if coding.text.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::styled(look.words.your_answer, look.theme.dim)];
    lines.extend(block(&coding.text, width, look));
    if let Some(report) = &coding.report {
        lines.push(Line::default());
        lines.extend(told(report, width, look));
    }
    lines
}

/// A text as a block of code, whatever marks it holds itself.
fn block(text: &str, width: u16, look: &Look) -> Vec<Line<'static>> {
    let ticks = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(ticks.max(2) + 1);
    let text = crate::markdown::clean(text);
    answer::lay_out(&format!("{fence}python\n{text}\n{fence}"), width, &look.theme).lines
}

/// What came of a run.
fn told(report: &Report, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words.code, &look.theme);
    let wrong = |text: &str| answer::wrap_plain(&format!("✗ {text}"), width, theme.wrong);
    let mut lines = match &report.outcome {
        CodeOutcome::Passed(checks) => {
            answer::wrap_plain(&format!("✓ {}", (words.passed)(*checks)), width, theme.right)
        }
        CodeOutcome::Failed { passed, failures, failed } => {
            let is_error = failures.last().is_some_and(|last| !last.is_check());
            let head = match is_error {
                true => words.error.to_owned(),
                false => (words.failed)(*failed, passed + failed),
            };
            let mut lines = wrong(&head);
            lines.extend(failures.iter().flat_map(|failure| failed_line(failure, width, look)));
            lines
        }
        CodeOutcome::Stopped(stop) => wrong(
            words.stopped[match stop {
                Stop::Time => 0,
                Stop::Output => 1,
                Stop::Memory => 2,
                Stop::Ended => 3,
            }],
        ),
        CodeOutcome::Denied(denial) => wrong(
            words.denied[match denial {
                Denial::Starts => 0,
                Denial::Reaches => 1,
                Denial::Changes => 2,
            }],
        ),
        CodeOutcome::Missing(package) => answer::wrap_plain(&(words.missing)(package), width, theme.warning),
        CodeOutcome::NoInterpreter => answer::wrap_plain(words.no_interpreter, width, theme.warning),
        CodeOutcome::Broken(cause) => answer::wrap_plain(&(words.broken)(cause), width, theme.warning),
    };
    if !report.printed.trim().is_empty() {
        lines.push(Line::styled(words.printed, theme.dim));
        for line in report.printed.lines() {
            lines.extend(answer::wrap_plain(&format!("  {line}"), width, theme.dim));
        }
    }
    lines
}

/// A check that failed: where, what was raised, and the values it compares.
fn failed_line(failure: &Failure, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words.code, &look.theme);
    let mut lines = Vec::new();
    let places = [
        failure.tests_line.map(|line| (words.tests_line)(line)),
        failure.answer_line.map(|line| (words.answer_line)(line)),
    ];
    let places: Vec<String> = places.into_iter().flatten().collect();
    lines.push(Line::from(vec![Span::raw("  "), Span::styled(places.join(" · "), theme.dim)]));
    let inner = width.saturating_sub(4).max(8);
    let mut indented = |text: &str, style| {
        let rows = answer::wrap_plain(text, inner, style);
        lines.extend(rows.into_iter().map(|mut line| {
            line.spans.insert(0, Span::raw("    "));
            line
        }));
    };
    if !failure.source.is_empty() {
        indented(&failure.source, theme.text);
    }
    failure.values.iter().for_each(|(of, is)| indented(&format!("{of} = {is}"), theme.warning));
    if failure.what != "AssertionError" {
        indented(&failure.what, theme.wrong);
    }
    lines
}
