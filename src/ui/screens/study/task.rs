//! What a mode shows beside the question and the answer: claims to pick from, a passage with gaps,
//! what the learner wrote and what was found in it.

use super::code;
use crate::drill::show;
use crate::messages::{Messages, behind};
use crate::quiz::choice::{Options, Why};
use crate::quiz::cloze::compare::Fit;
use crate::quiz::cloze::{GAP, GapCue, Passage};
use crate::quiz::mode::Task;
use crate::quiz::numbers::Computation;
use crate::quiz::typed::{Judged, Writing};
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use crate::ui::grading;
use crate::ui::widgets::answer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What stands below the question until the answer is shown.
pub(super) fn asked(task: &Task, words: &Messages, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    match task {
        Task::Say | Task::Write(_) | Task::Compute(_) | Task::Code(_) => return Vec::new(),
        Task::Fill(passage) if passage.asked.is_empty() => return Vec::new(),
        Task::Fill(passage) => {
            lines.extend(answer::lay_out(&with_cue(passage, look), width, &look.theme).lines);
        }
        Task::Pick(options) => {
            // It is read with the claims below it.
            lines.push(Line::styled(words.which, look.theme.dim));
            lines.extend(claims(options, width, look));
        }
    }
    lines
}

/// The passage with what is told of its gap in it.
fn with_cue(passage: &Passage, look: &Look) -> String {
    let [gap] = &passage.gaps[..] else { return passage.asked.clone() };
    let cue = match gap.cue() {
        GapCue::Number => look.words.grading.cue_number.to_owned(),
        GapCue::Formula => look.words.grading.cue_formula.to_owned(),
        GapCue::Letters(letters) => letters,
    };
    passage.asked.replacen(GAP, &format!("[{cue}]"), 1)
}

/// What stands above the answer once it is shown.
pub(super) fn judged(task: &Task, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = match task {
        Task::Say => return Vec::new(),
        Task::Code(coding) if coding.text.is_empty() => return Vec::new(),
        Task::Code(coding) => code::judged(coding, width, look),
        Task::Fill(passage) if passage.filled.is_empty() && passage.fit.is_none() => return Vec::new(),
        Task::Fill(passage) => filled(passage, width, look),
        Task::Pick(options) => claims(options, width, look),
        Task::Write(writing) => written(writing, width, look),
        Task::Compute(computation) => computed(computation, width, look),
    };
    lines.push(Line::styled("─".repeat(usize::from(width)), look.theme.rule));
    lines
}

/// The claims with their numbers; once one was picked, with the marks of right and wrong, and why.
fn claims(options: &Options, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (at, claim) in options.claims.iter().enumerate() {
        let (mark, style) = match options.picked {
            Some(_) if at == options.right => ("✓", look.theme.right),
            Some(picked) if at == picked => ("✗", look.theme.wrong),
            _ => (" ", look.theme.text),
        };
        let head = vec![
            Span::styled(format!("{mark} "), style),
            Span::styled(format!("{} ", at + 1), look.theme.key),
        ];
        lines.extend(hanging(head, &claim.text, 4, width, style, look));
        if options.picked.is_some() {
            lines.extend(why(&claim.why, width, look));
        }
    }
    lines
}

/// Why a claim is right or wrong, and where it comes from.
fn why(why: &Why, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let (text, of) = match why {
        Why::Point(point) => ((words.is_point)(point + 1), None),
        Why::Mistake { reason, of } => (reason.clone(), of.as_ref()),
    };
    let mut lines = hanging(vec![Span::styled("    → ", theme.dim)], &text, 6, width, theme.dim, look);
    if let Some(question) = of {
        let source = (words.mistake_of)(question);
        lines.extend(hanging(vec![Span::raw("      ")], &source, 6, width, theme.dim, look));
    }
    lines
}

/// The passage with its gap filled, what the learner typed, and how well that fits.
fn filled(passage: &Passage, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let mut lines = match passage.filled.is_empty() {
        true => Vec::new(),
        false => answer::lay_out(&passage.filled, width, theme).lines,
    };
    if let Some(fit) = passage.fit {
        let (mark, style, said) = match fit {
            Fit::Right => ("✓", theme.right, words.fits),
            Fit::Close => ("≈", theme.warning, words.fits_nearly),
            Fit::Wrong => ("✗", theme.wrong, words.fits_not),
        };
        let typed = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted: Vec<String> = passage.gaps.iter().map(|gap| markdown_text(&gap.text)).collect();
        lines.push(Line::styled(words.your_answer, theme.dim));
        lines.extend(plain(&format!("{mark} {typed}"), width, style));
        let said = if fit == Fit::Right { said.to_owned() } else { behind(said, &wanted.join("; ")) };
        lines.extend(plain(&said, width, theme.dim));
    }
    lines
}

/// A short text after a head of so many cells.
fn hanging(
    head: Vec<Span<'static>>,
    text: &str,
    cells: u16,
    width: u16,
    style: Style,
    look: &Look,
) -> Vec<Line<'static>> {
    let mut head = Some(head);
    let rows = answer::lay_out_inline(text, width.saturating_sub(cells).max(8), style, &look.theme);
    let hang = |mut line: Line<'static>| {
        let before = head.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(usize::from(cells)))]);
        line.spans.splice(0..0, before);
        line
    };
    rows.into_iter().map(hang).collect()
}

/// What the learner wrote, and what their grader says of it.
fn written(writing: &Writing, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let mut lines = vec![Line::styled(words.your_answer, theme.dim)];
    for line in writing.text.lines().filter(|line| !line.trim().is_empty()) {
        // Their text is theirs: no sign in it means markup.
        lines.extend(plain(line, width, theme.text));
    }
    if let Some(verdict) = &writing.verdict {
        let line = grading::verdict(verdict, writing.is_ticked, words);
        lines.extend(plain(&line, width, theme.dim));
        if !writing.is_ticked && verdict.covered().is_some() {
            lines.extend(plain(words.grading.only_suggests, width, theme.dim));
        }
        verdict.remarks.lines().for_each(|line| lines.extend(plain(line, width, theme.text)));
    }
    lines
}

/// The drill, what the learner typed, and how the number comes about.
fn computed(computation: &Computation, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme, drawn) = (look.words, &look.theme, &computation.drawn);
    let mut lines = answer::lay_out_inline(&drawn.question, width, theme.text, theme);
    let (mark, style) = match computation.is_right {
        Some(true) => ("✓ ", theme.right),
        Some(false) => ("✗ ", theme.wrong),
        None => ("", theme.warning),
    };
    let typed = computation.text.split_whitespace().collect::<Vec<_>>().join(" ");
    lines.push(Line::styled(words.your_answer, theme.dim));
    lines.extend(plain(&format!("{mark}{typed}"), width, style));
    if computation.is_right.is_none() && !typed.is_empty() {
        lines.extend(plain(words.no_such_number, width, theme.dim));
    }
    let values: Vec<String> = drawn.values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    let result = format!("{} {}", show(drawn.answer), drawn.unit);
    lines.extend(plain(&format!("{} = {}", drawn.formula, result.trim()), width, theme.text));
    lines.extend(plain(&values.join(", "), width, theme.dim));
    lines
}

/// A line of text without markup, broken where it has to be.
fn plain(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    answer::wrap_plain(text, width, style)
}

/// Below each point the sentence of the learner's that is nearest to it, or nothing.
pub(super) fn put_nearest(
    lines: &mut Vec<Line<'static>>,
    rows: &mut [usize],
    judged: &[Judged],
    width: u16,
    look: &Look,
) {
    if rows.len() != judged.len() {
        // An answer without points was compared as a whole.
        lines.splice(0..0, judged.iter().flat_map(|point| nearest(point, width, look)));
        return;
    }
    for at in (0..judged.len()).rev() {
        let mut end = rows.get(at + 1).copied().unwrap_or_else(|| end_of_point(lines, rows[at]));
        while end > rows[at] + 1 && lines[end - 1].width() == 0 {
            end -= 1;
        }
        let below = nearest(&judged[at], width, look);
        rows[at + 1..].iter_mut().for_each(|row| *row += below.len());
        lines.splice(end..end, below);
    }
}

/// The line after the last point: a blank one ends it.
fn end_of_point(lines: &[Line<'static>], first: usize) -> usize {
    let blank = lines[first..].iter().position(|line| line.width() == 0);
    blank.map_or(lines.len(), |blank| first + blank)
}

/// The sentence nearest to a point, with the words that both share marked.
fn nearest(point: &Judged, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    if point.evidence.is_empty() {
        return Vec::new();
    }
    let indent = 5.min(width / 4);
    let text = format!("{}{}", words.nearest, point.evidence.replace(['\n', '\r', '\t'], " "));
    let shared = |at: usize| {
        at.checked_sub(words.nearest.len())
            .is_some_and(|at| point.shared.iter().any(|word| word.contains(&at)))
    };
    let mut from = 0;
    let rows = answer::wrap_plain(&text, width.saturating_sub(indent).max(8), theme.dim);
    let mark = |row: Line<'static>| {
        let row: String = row.spans.iter().map(|span| span.content.as_ref()).collect();
        let mut spans = vec![Span::raw(" ".repeat(usize::from(indent)))];
        // Where a row stands in the text tells which of its words are shared.
        let Some(start) = text[from..].find(&row).map(|start| from + start) else {
            spans.push(Span::styled(row, theme.dim));
            return Line::from(spans);
        };
        from = start + row.len();
        let mut rest = row.char_indices().peekable();
        while let Some((at, letter)) = rest.next() {
            let is_shared = shared(start + at);
            let mut piece = String::from(letter);
            while let Some((_, letter)) = rest.next_if(|(at, _)| shared(start + at) == is_shared) {
                piece.push(letter);
            }
            spans.push(Span::styled(piece, if is_shared { theme.right } else { theme.dim }));
        }
        Line::from(spans)
    };
    rows.into_iter().map(mark).collect()
}
