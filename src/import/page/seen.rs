//! What the parser sees of a page: the same text with a few signs changed and none moved, so that what
//! its author meant is what it finds.

use super::super::stem::Stem;
use super::columns::columns;
use crate::markdown::{Tags, address};
use std::borrow::Cow;

/// More containers than this on one line are hidden from the parser, which visits each of them on
/// every line below.
const DEEPEST: usize = 32;

/// How many lines below its beginning the end of code is looked for.
const LONGEST_CODE: usize = 2000;

/// A page as the parser sees it.
pub(super) struct ParsedPage<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where code begins behind a label, in order.
    pub(super) parted: Vec<usize>,
}

impl<'a> ParsedPage<'a> {
    pub(super) fn of(text: &'a str) -> ParsedPage<'a> {
        let mut changes: Vec<(usize, u8)> = Vec::new();
        let mut start = 0;
        for line in whole_lines(text) {
            changes.extend(deep(line.as_bytes()).map(|at| (start + at, b'.')));
            // reStructuredText counts such items itself.
            let indent = line.len() - line.trim_start_matches(' ').len();
            if line[indent..].starts_with("#. ") {
                changes.push((start + indent, b'1'));
            }
            start += line.len();
        }
        underlines(text, &mut changes);
        words(text, &mut changes);
        let parted = if text.contains("```") { fences(text, &mut changes) } else { Vec::new() };
        if changes.is_empty() {
            return ParsedPage { text: Cow::Borrowed(text), parted };
        }
        let mut bytes = text.as_bytes().to_vec();
        for (at, sign) in changes {
            bytes[at] = sign;
        }
        // Only whole letters were changed, so it is text still.
        ParsedPage { text: String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned), parted }
    }
}

/// The lines of a text with their ends.
fn whole_lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| &text[std::mem::replace(&mut start, end)..end]).filter(|line| !line.is_empty())
}

/// Lines of marks below titles, as reStructuredText has them: `^^^^`, `~~~~`. Markdown knows two of them.
fn underlines(text: &str, changes: &mut Vec<(usize, u8)>) {
    let mut start = 0;
    // The two lines above: the title, and what has to be blank.
    let (mut title, mut above) = ("", "");
    for line in whole_lines(text) {
        if matches!(line.as_bytes().first(), Some(b'^' | b'~' | b'"' | b'+' | b'\'')) {
            let (source, title, above) = (line.trim_end(), title.trim_end(), above.trim_end());
            if is_underline(source, title) && (above.trim().is_empty() || is_underline(above, title)) {
                changes.extend((start..start + source.len()).map(|at| (at, b'-')));
            }
        }
        start += line.len();
        (above, title) = (title, line);
    }
}

/// Whether a line is one mark again and again, about as long as the title above it.
fn is_underline(line: &str, title: &str) -> bool {
    let Some(first @ (b'^' | b'~' | b'"' | b'+' | b'\'')) = line.bytes().next() else { return false };
    let width = columns(title);
    let is_title =
        title.starts_with(|letter: char| letter.is_alphanumeric() || letter == '*' || letter == '`');
    line.bytes().all(|byte| byte == first)
        && line.len() > 3
        && is_title
        && line.len() * 5 >= width * 4
        && line.len() <= width + 12
}

/// What stands in angle brackets and is neither a tag nor an address is text: its bracket goes.
fn words(text: &str, changes: &mut Vec<(usize, u8)>) {
    let (mut tags, mut from) = (Tags::new(text), 0);
    while let Some(at) = memchr::memchr(b'<', &text.as_bytes()[from..]).map(|at| from + at) {
        let end = tags.end(at).or_else(|| address(&text[at..]).map(|length| at + length));
        if end.is_none() {
            changes.push((at, b'.'));
        }
        from = end.unwrap_or(at + 1);
    }
}

/// Code that begins behind a label, as in `A: \`\`\`py`, begins a line of its own.
fn fences(text: &str, changes: &mut Vec<(usize, u8)>) -> Vec<usize> {
    let mut parted = Vec::new();
    let mut open: Option<usize> = None;
    let mut start = 0;
    let fence = memchr::memmem::Finder::new("```");
    // What the program wrote is as it should be, and other fences are not followed here.
    let may_mend = !text.starts_with("<!-- backprop deck") && !text.contains("~~~");
    for line in whole_lines(text) {
        let here = start;
        start += line.len();
        let Some(at) = fence.find(line.as_bytes()) else { continue };
        let ticks = line[at..].bytes().take_while(|byte| *byte == b'`').count();
        let (before, info) = (&line[..at], line[at + ticks..].trim());
        let is_first = before.bytes().all(|byte| b" \t>-*+.)0123456789".contains(&byte));
        match open {
            Some(length) if is_first && ticks >= length && info.is_empty() => open = None,
            // A converter lost the end of the line: what follows the fence is text again.
            Some(length) if is_first && ticks >= length && is_prose(info) => {
                changes.extend((here + at + ticks..here + line.trim_end().len()).map(|place| (place, b' ')));
                open = None;
            }
            // The end of code behind its last line, right above a heading.
            Some(length)
                if may_mend && ticks >= length && info.is_empty() && is_above_heading(&text[start..]) =>
            {
                let whole = line.trim_end().len();
                changes.extend((here..here + whole).map(|place| (place, b' ')));
                changes.extend((here..here + length).map(|place| (place, b'`')));
                open = None;
            }
            Some(_) => {}
            // A fence without its other one, behind code that ended.
            None if may_mend && is_first && info.is_empty() && is_stray(&text[start..], ticks) => {
                changes.extend((at..at + ticks).map(|place| (here + place, b' ')));
            }
            None if is_first && !info.contains('`') => open = Some(ticks),
            None if is_label(before) && is_language(info) && is_closed(&text[start..]) => {
                let sign = before.chars().next_back().unwrap_or(' ').len_utf8();
                let end = here + at;
                changes.extend((end - sign..end).map(|place| (place, b' ')));
                changes.push((end - 1, b'\n'));
                parted.push(end);
                open = Some(ticks);
            }
            None => {}
        }
    }
    parted
}

/// Whether a text is only a label: short, with a colon at its end.
fn is_label(before: &str) -> bool {
    // Code begins on no heading.
    if before.trim_start().starts_with('#') {
        return false;
    }
    let text = before.trim_end().trim_end_matches(['*', '_']).trim_end();
    text.ends_with([':', '：']) && text.chars().count() <= 32
        || !text.is_empty() && Stem::of(before).label.is_some() && Stem::of(before).text.is_empty()
}

fn is_language(info: &str) -> bool {
    info.chars().all(|letter| letter.is_alphanumeric() || "+-_#.{}".contains(letter))
}

/// Whether what stands behind a fence is running text, which names no language.
fn is_prose(info: &str) -> bool {
    info.chars().count() > LONGEST_LANGUAGE
        && (!info.is_ascii() || info.split(' ').count() > 3)
        && !info.contains(['`', '='])
}

/// What names a language has no more letters.
const LONGEST_LANGUAGE: usize = 12;

/// Whether the first line below that says something is a heading.
fn is_above_heading(below: &str) -> bool {
    below.lines().find(|line| !line.trim().is_empty()).is_some_and(is_heading)
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    line.len() - rest.len() <= 6 && rest.len() < line.len() && rest.starts_with(' ')
}

/// Whether the next fence below a bare one begins code in some language, with a heading above it: nothing ends in
/// between.
fn is_stray(below: &str, ticks: usize) -> bool {
    let mut has_heading = false;
    for line in below.lines().take(LONGEST_CODE) {
        let text = line.trim_start();
        let own = text.bytes().take_while(|byte| *byte == b'`').count();
        if own >= ticks {
            let info = text[own..].trim();
            return has_heading && !info.is_empty() && is_language(info);
        }
        has_heading |= line.starts_with("##") && is_heading(line);
    }
    false
}

/// Whether the next fence below ends code instead of beginning it.
fn is_closed(below: &str) -> bool {
    let fence = below.lines().take(LONGEST_CODE).find(|line| line.trim_start().starts_with("```"));
    fence.is_some_and(|line| line.trim().bytes().all(|byte| byte == b'`'))
}

/// The place of the first container mark beyond the deepest allowed.
fn deep(line: &[u8]) -> Option<usize> {
    let mut at = 0;
    for _ in 0..DEEPEST {
        at += line[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let rest = &line[at..];
        at += match rest.first()? {
            b'>' => 1,
            b'-' | b'+' | b'*' if matches!(rest.get(1), Some(b' ' | b'\t' | b'\n' | b'\r') | None) => 1,
            b'0'..=b'9' => {
                let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
                matches!(rest.get(digits), Some(b'.' | b')')).then_some(digits + 1)?
            }
            _ => return None,
        };
    }
    at += line[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    line.get(at).filter(|byte| byte.is_ascii_graphic()).map(|_| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parser_sees_what_was_meant() {
        for (text, seen) in [
            ("A: ```py\nx\n```\n", "A:\n```py\nx\n```\n"),
            ("答：```\nx\n```\n", "答  \n```\nx\n```\n"),
            ("**Answer:** ```py\nx\n```\n", "**Answer:**\n```py\nx\n```\n"),
            ("A: ```x``` is code\n```\ny\n```\n", "A: ```x``` is code\n```\ny\n```\n"),
            ("- ```py\n  A: ```py\n  ```\n", "- ```py\n  A: ```py\n  ```\n"),
            ("A: ```py\nno end\n", "A: ```py\nno end\n"),
            ("## A: ```\n```\n```\n", "## A: ```\n```\n```\n"),
            (
                "```\nx\n```Coverage tells how much was run\n\n## b\n",
                "```\nx\n```                               \n\n## b\n",
            ),
            ("```\na\n- b```\n## c\n", "```\na\n```   \n## c\n"),
            ("```\nx```\ny\n```\n", "```\nx```\ny\n```\n"),
            ("so it is.\n```\n---\n## b\n```java\nx\n```\n", "so it is.\n   \n---\n## b\n```java\nx\n```\n"),
            ("```\n## b\n```\n```java\nx\n```\n", "```\n## b\n```\n```java\nx\n```\n"),
            ("```\n```python title here\n```\n", "```\n```python title here\n```\n"),
            ("<CLS> Vec<T> <b>x</b>\n", ".CLS> Vec.T> <b>x</b>\n"),
        ] {
            assert_eq!(ParsedPage::of(text).text, seen, "{text}");
        }
    }
}
