//! The points of an answer with a mark before each: ticked or not, where the cursor is, and which were
//! missed the last time.

use crate::markdown::{self, Point};
use crate::typeset::theme::Theme;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The mark of one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TickMark {
    /// Whether it was said; nothing where points are not ticked off.
    pub(super) said: Option<bool>,
    /// Whether the next tick is for it.
    pub(super) is_here: bool,
    /// Whether it was missed the last time.
    pub(super) missed_before: bool,
    /// The digit that ticks it, while points are ticked by digits.
    pub(super) digit: Option<char>,
}

/// Stand in the source where a mark goes, so that the layout leaves it the cells it needs. Characters
/// for private use, which notes have no reason to contain.
const BOX: &str = "\u{f8d0}\u{f8d1}\u{f8d2}\u{f8d3}";
const MISSED: &str = "\u{f8d4}";
/// The same where the layout has a box of its own in place of the bullet.
const IN_BULLET: &str = "\u{f8d5}";
const SIGNS: std::ops::RangeInclusive<char> = '\u{f8d0}'..='\u{f8d5}';

impl TickMark {
    fn sign(self, has_bullet: bool) -> String {
        let missed = if self.missed_before { MISSED } else { "" };
        match self.said {
            // A point with a bullet has its box there: one mark is enough.
            Some(_) if has_bullet && self.missed_before => format!("[ ] {IN_BULLET}{missed} "),
            Some(_) if has_bullet => format!("[ ] {IN_BULLET}"),
            Some(_) => format!("{BOX}{missed} "),
            None if self.missed_before => format!("{missed} "),
            None => String::new(),
        }
    }

    /// The box, with the cursor before it.
    fn tick(self, theme: &Theme) -> Vec<Span<'static>> {
        let Some(said) = self.said else { return Vec::new() };
        let mark = if said { "[x]" } else { "[ ]" };
        let cursor = match self.digit {
            Some(digit) => digit.to_string(),
            None => if self.is_here { "›" } else { " " }.to_owned(),
        };
        vec![Span::styled(cursor, theme.key), Span::styled(mark, if said { theme.right } else { theme.text })]
    }

    fn missed(self, theme: &Theme) -> Option<Span<'static>> {
        self.missed_before.then(|| Span::styled("!", theme.warning))
    }
}

/// The source of an answer with a place for each mark. `points` are those of the source.
pub(super) fn mark(source: &str, points: &[Point], marks: &[TickMark]) -> String {
    let mut lines: Vec<String> =
        source.lines().map(|line| line.replace(|letter| SIGNS.contains(&letter), "")).collect();
    for (point, mark) in points.iter().zip(marks) {
        if let Some(line) = lines.get_mut(point.first_line) {
            let (at, task, has_bullet) = text_start(line);
            // The author's own box would stand beside ours.
            line.replace_range(at..at + task, &mark.sign(has_bullet));
        }
    }
    lines.join("\n")
}

/// The source with a blank line before each of these points, where their list has none; nothing where no line is new.
pub(super) fn airy(source: &str, points: &[Point]) -> Option<String> {
    let mut lines: Vec<&str> = source.lines().collect();
    let before = lines.len();
    for point in points.iter().skip(1).rev() {
        let is_close = |line: &&str| !line.trim().is_empty();
        if point.first_line > 0 && lines.get(point.first_line - 1).is_some_and(is_close) {
            lines.insert(point.first_line, "");
        }
    }
    (lines.len() > before).then(|| lines.join("\n"))
}

/// Where the text of a point's first line begins, after its bullet or number, how many bytes the
/// author's own `[ ]` takes there, and whether it was a bullet.
fn text_start(line: &str) -> (usize, usize, bool) {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    if let Some(rest) = text.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '\t'])) {
        let rest = rest.trim_start();
        let has_task = ["[ ] ", "[x] ", "[X] "].iter().any(|task| rest.starts_with(task));
        return (line.len() - rest.len(), if has_task { 4 } else { 0 }, true);
    }
    if let Some(enumerator) = markdown::enumerator(text) {
        return (indent + enumerator.length, 0, false);
    }
    let hashes = text.len() - text.trim_start_matches('#').len();
    (indent + if text[hashes..].starts_with(' ') { hashes + 1 } else { 0 }, 0, false)
}

/// Puts the marks where their places were left; gives the line of each.
pub(super) fn draw(lines: &mut [Line<'static>], marks: &[TickMark], theme: &Theme) -> Vec<usize> {
    let mut waiting = marks.iter().filter(|mark| !mark.sign(false).is_empty());
    let mut rows = Vec::new();
    for row in 0..lines.len() {
        if !lines[row].spans.iter().any(|span| span.content.contains(|letter| SIGNS.contains(&letter))) {
            continue;
        }
        let (mut spans, mut above) = (Vec::new(), None);
        for span in std::mem::take(&mut lines[row].spans) {
            split(&span, &mut spans, |spans, has_bullet| {
                rows.push(row);
                let Some(mark) = waiting.next() else { return };
                if !has_bullet {
                    spans.extend(mark.tick(theme));
                } else if spans.pop_if(|last| is_box(last)).is_some() {
                    spans.extend(mark.tick(theme));
                    spans.push(Span::raw(" "));
                } else {
                    // In a very narrow window the box has a line of its own.
                    above = Some(mark.tick(theme));
                }
                spans.extend(mark.missed(theme));
            });
        }
        lines[row].spans = spans;
        if let Some(tick) = above
            && let Some(line) = row.checked_sub(1).and_then(|row| lines.get_mut(row))
            && line.spans.iter().all(is_box)
        {
            line.spans = tick;
        }
    }
    rows
}

/// Whether the layout put a box here, in place of a bullet.
fn is_box(span: &Span<'_>) -> bool {
    span.content.trim() == "[ ]"
}

/// Takes the signs out of a span and lets a mark be put in their place.
fn split(
    span: &Span<'static>,
    spans: &mut Vec<Span<'static>>,
    mut put: impl FnMut(&mut Vec<Span<'static>>, bool),
) {
    let is_sign = |letter: char| SIGNS.contains(&letter);
    let styled = |text: &str, style: Style| Span::styled(text.to_owned(), style);
    let mut rest = span.content.as_ref();
    while let Some(at) = rest.find(is_sign) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            spans.push(styled(before, span.style));
        }
        // In a very narrow window a sign is broken; only its beginning becomes a mark.
        let has_bullet = from.starts_with(IN_BULLET);
        if has_bullet || from.starts_with(BOX) || from.starts_with(MISSED) {
            put(spans, has_bullet);
        }
        rest = from.trim_start_matches(is_sign);
    }
    if !rest.is_empty() {
        spans.push(styled(rest, span.style));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;
    use crate::ui::app::Look;
    use crate::ui::widgets::answer::{self, Space};

    fn drawn(source: &str, said: &[bool], width: u16) -> Vec<String> {
        let points = markdown::points(source);
        let mark_of = |(at, said): (usize, &bool)| TickMark {
            said: Some(*said),
            is_here: at == 1,
            missed_before: at == 0,
            digit: None,
        };
        let marks: Vec<TickMark> = said.iter().enumerate().map(mark_of).collect();
        let look = Look::new(Theme::plain(), Lang::En);
        let space = Space { width, height: 9, file: None, has_cursor: true };
        let mut lines = answer::lay_out_in(&mark(source, &points, &marks), space, &look).lines;
        draw(&mut lines, &marks, &Theme::plain());
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_point_has_its_mark() {
        for (source, lines) in [
            ("a:\n- b\n- c", vec!["a:", " [x] ! b", "›[ ] c"]),
            (
                "- b c\n- d e f g h i j k l m n o p q",
                vec![" [x] ! b c", "›[ ] d e f g h i j k l m n o", "     p q"],
            ),
            ("1. b\n2. c", vec!["1.  [x]! b", "2. ›[ ] c"]),
            ("（1）甲\n（2）乙", vec!["（1） [x]! 甲", "（2）›[ ] 乙"]),
            ("**（1）** 甲\n**（2）** 乙", vec![" [x]! （1） 甲", "›[ ] （2） 乙"]),
            ("### （1）甲\nx\n### （2）乙", vec![" [x]! （1）甲", "x", "", "›[ ] （2）乙"]),
            ("- [ ] b\n- [x] c", vec![" [x] ! b", "›[ ] c"]),
        ] {
            assert_eq!(drawn(source, &[true, false], 30), lines, "{source}");
        }
    }

    #[test]
    fn no_sign_is_left_in_a_window_of_any_width() {
        for width in 1..20 {
            let text = drawn("- 反向传播\n- backpropagation", &[true, false], width).concat();
            assert!(!text.contains(|letter| SIGNS.contains(&letter)), "{width}: {text}");
        }
    }
}
