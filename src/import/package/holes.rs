//! Holes of Anki's cloze notes: `{{c1::text}}`, `{{c1::text::hint}}`, and `{{c1,2::text}}` for two cards.

use std::collections::BTreeSet;

/// Holes in holes deeper than this are text.
const DEEPEST: usize = 8;
/// A text with its holes filled is no longer than this, in bytes.
const LARGEST: usize = 1 << 20;
/// Cards of one note beyond this number are none.
const MOST: i64 = 500;

/// The text with its holes. The one that is asked is empty in the question and stands between `marks` in
/// the answer; others are filled.
pub(in crate::import) fn holes(text: &str, asked: i64, is_answer: bool, marks: (&str, &str)) -> String {
    filled(text, asked, is_answer, marks, 0)
}

fn filled(text: &str, asked: i64, is_answer: bool, marks: (&str, &str), depth: usize) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("{{c") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some((numbers, inner, after)) = hole(from).filter(|_| depth < DEEPEST) else {
            out.push_str("{{c");
            rest = &from[3..];
            continue;
        };
        rest = after;
        let is_asked = numbers.contains(&asked);
        let (inner, hint) = parted(inner);
        if is_asked && !is_answer {
            out.push_str(&format!("[{}]", hint.filter(|hint| !hint.is_empty()).unwrap_or("…")));
        } else {
            let inner = filled(inner, asked, is_answer, marks, depth + 1);
            let (open, close) = if is_asked { marks } else { ("", "") };
            out.extend([open, &inner, close]);
        }
        if out.len() > LARGEST {
            return out;
        }
    }
    out.push_str(rest);
    out
}

/// The numbers of all holes of a text.
pub(in crate::import) fn numbers(text: &str) -> BTreeSet<i64> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{c") {
        if let Some((numbers, ..)) = opening(&rest[at..]) {
            found.extend(numbers.into_iter().filter(|number| (1..=MOST).contains(number)));
        }
        rest = &rest[at + 3..];
    }
    found
}

/// The numbers of the hole at the start of a text, and what follows the colons behind them.
fn opening(text: &str) -> Option<(Vec<i64>, &str)> {
    let (numbers, body) =
        text.strip_prefix("{{c")?.split_once("::").filter(|(numbers, _)| numbers.len() < 64)?;
    let numbers: Option<Vec<i64>> = numbers.split(',').map(|number| number.trim().parse().ok()).collect();
    Some((numbers?, body))
}

/// The hole at the start of a text: its numbers, what is in it, and what follows.
fn hole(text: &str) -> Option<(Vec<i64>, &str, &str)> {
    let (numbers, body) = opening(text)?;
    let mut depth = 1;
    let mut at = 0;
    while let Some(found) = body[at..].find(['{', '}']) {
        let here = at + found;
        let two = body.get(here..here + 2);
        // Braces of a formula inside are none of ours.
        if two == Some("{{") && body[here..].starts_with("{{c") {
            depth += 1;
            at = here + 2;
        } else if two == Some("}}") {
            depth -= 1;
            // `\frac{a}{b}}}`: the last two of three close the hole.
            let extra = body[here + 2..].bytes().take_while(|byte| *byte == b'}').count();
            let shift = if depth == 0 { extra } else { 0 };
            if depth == 0 {
                return Some((numbers, &body[..here + shift], &body[here + shift + 2..]));
            }
            at = here + 2;
        } else {
            at = here + 1;
        }
    }
    None
}

/// What is in a hole, and its hint.
fn parted(inner: &str) -> (&str, Option<&str>) {
    // The hint follows the last pair of colons that is not inside another hole.
    match inner.rfind("::") {
        Some(at) if !inner[at..].contains("}}") => (&inner[..at], Some(&inner[at + 2..])),
        _ => (inner, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_asked_one_at_a_time() {
        let text = "A {{c1::x::hint}} B {{c2::y {{c3::z}}}} \\({{c4::\\frac{a}{b}}}\\) {{c5, 6::w}}";
        for (asked, is_answer, shown) in [
            (1, false, "A [hint] B y z \\(\\frac{a}{b}\\) w"),
            (2, false, "A x B […] \\(\\frac{a}{b}\\) w"),
            (3, false, "A x B y […] \\(\\frac{a}{b}\\) w"),
            (3, true, "A x B y <b>z</b> \\(\\frac{a}{b}\\) w"),
            (4, false, "A x B y z \\([…]\\) w"),
            (5, false, "A x B y z \\(\\frac{a}{b}\\) […]"),
            (6, false, "A x B y z \\(\\frac{a}{b}\\) […]"),
            (6, true, "A x B y z \\(\\frac{a}{b}\\) <b>w</b>"),
        ] {
            assert_eq!(holes(text, asked, is_answer, ("<b>", "</b>")), shown, "{asked}");
        }
        assert_eq!(numbers(text).into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        for text in ["{{c1::", "{{c::a}}", "{{c1:a}}", "{{cx::a}}", "{{c1,::a}}"] {
            assert_eq!(holes(text, 1, false, ("", "")), text);
        }
    }
}
