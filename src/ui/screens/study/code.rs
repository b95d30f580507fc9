//! What a code card shows below its question, and what came of its tests.

use crate::quiz::code::{CodeOutcome, Coding, Denial, Failure, Report, Stop};
use crate::ui::app::Look;
use crate::ui::widgets::answer;
use ratatui::text::{Line, Span};

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
        CodeOutcome::Stopped(stop) => wrong(match stop {
            Stop::Time => words.stopped_time,
            Stop::Output => words.stopped_output,
            Stop::Memory => words.stopped_memory,
            Stop::Ended => words.ended,
        }),
        CodeOutcome::Denied(denial) => wrong(match denial {
            Denial::Starts => words.denied_start,
            Denial::Reaches => words.denied_reach,
            Denial::Changes => words.denied_change,
        }),
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
