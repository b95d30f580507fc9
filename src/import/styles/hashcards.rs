//! hashcards and repeater: `Q:` and `A:` at the start of a line, `C:` with `[holes]`, `---` between cards.
//!
//! A cloze is one card for each `C:`, as both programs show one block at a time: the question is the
//! block with its holes empty, the answer is the block itself.

use super::super::page::{LineKind, Page};
use super::super::style::{Answer, Question, Reading, Style};
use crate::markdown::{Guarded, guarded, holds};

pub(in crate::import) const STYLE: Style = Style {
    name: "hashcards",
    about: "cards of hashcards and repeater: Q: and A:, or C: with [holes]",
    sample: "Q: What does pooling do?\nA: It shrinks the map.\n\nC: A kernel of size [3] has [9] weights.\n---\nQ: 为什么提出CNN？\nA: 参数太多。\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let tags: Vec<(usize, u8)> = (1..=page.len()).filter_map(|line| Some((line, tag(page, line)?))).collect();
    let clozes = tags.iter().filter(|(line, tag)| *tag == b'C' && holes(page, *line)).count();
    let is_strict = !tags.is_empty() && is_strict(page, tags.iter().filter(|(_, tag)| *tag != b'A').count());
    if clozes == 0 && !is_strict {
        // Without holes these are ordinary labels.
        return Reading::default();
    }
    let end = |index: usize| {
        let next = tags.get(index + 1).map_or(page.len() + 1, |(line, _)| *line);
        block_end(page, tags[index].0, next, is_strict)
    };
    let mut questions = Vec::new();
    for (index, (line, tag)) in tags.iter().enumerate().filter(|(_, (_, tag))| *tag != b'A') {
        let says = |last: &usize| if is_strict { !page.is_blank(*last) } else { !page.is_furniture(*last) };
        let last = (*line..=end(index)).rev().find(says).unwrap_or(*line);
        let text = body(page, *line, last);
        let mut question = Question::new(page, *line, "");
        question.last_line = last;
        question.sure = true;
        question.level = None;
        let answer = tags.get(index + 1).filter(|(_, tag)| *tag == b'A');
        (question.text, question.answer) = match (tag, answer) {
            (b'C', _) => {
                let (asked, shown) = cloze(&text);
                (asked, Answer::Beside(shown))
            }
            (_, Some((first, _))) => (text, answer_below(page, *first, end(index + 1), is_strict)),
            (_, None) => (text, Answer::Lines(last + 1, last)),
        };
        questions.push(question);
    }
    let mut reading = Reading::judged(page, questions);
    if clozes > 0 {
        // Labels alone fit other styles as well; what has holes decides between equals.
        reading.fit *= 1.03;
    }
    Reading { is_declared: is_strict, ..if is_strict { reading.trusted() } else { reading } }
}

/// The answer that begins on the line of its tag.
fn answer_below(page: &Page<'_>, first: usize, end: usize, is_strict: bool) -> Answer {
    if !is_strict {
        return page
            .trimmed(first, end)
            .map_or(Answer::Lines(end + 1, end), |(first, last)| Answer::Lines(first, last));
    }
    let is_empty = page.line(first).get(2..).unwrap_or_default().trim().is_empty();
    let from = (first + usize::from(is_empty)..=end).find(|line| !page.is_blank(*line));
    let last = (first..=end).rev().find(|line| !page.is_blank(*line)).unwrap_or(first);
    let cut = if is_empty { 0 } else { 2 + usize::from(page.line(first)[2..].starts_with(' ')) };
    from.map_or(Answer::Lines(end + 1, end), |from| Answer::Cut(from, last, cut))
}

/// Whether all of the page is in this syntax: it begins with the tag of a card, and so does whatever
/// follows one of its rules, or it is one card.
fn is_strict(page: &Page<'_>, cards: usize) -> bool {
    let (mut begins, mut rules) = (true, 0);
    for line in (1..=page.len()).filter(|line| !page.is_blank(*line) && page.kind(*line) != LineKind::Matter)
    {
        let is_rule = is_separator(page, line);
        if begins && !is_rule && !matches!(tag(page, line), Some(b'Q' | b'C')) {
            return false;
        }
        begins = is_rule;
        rules += usize::from(is_rule);
    }
    rules > 0 || cards == 1
}

fn is_separator(page: &Page<'_>, line: usize) -> bool {
    page.kind(line) == LineKind::Rule && page.line(line).trim_end() == "---"
}

fn tag(page: &Page<'_>, line: usize) -> Option<u8> {
    if matches!(page.kind(line), LineKind::Verbatim | LineKind::Matter) {
        return None;
    }
    match page.line(line).as_bytes() {
        [tag @ (b'Q' | b'A' | b'C'), b':', ..] => Some(*tag),
        _ => None,
    }
}

/// The last line of a block: before the next tag, a rule, a comment that stands alone or a heading.
fn block_end(page: &Page<'_>, line: usize, next: usize, is_strict: bool) -> usize {
    let ends = |below: &usize| {
        let alone = page.kind(*below) == LineKind::Html
            && page.line(*below).trim_start().starts_with("<!--")
            && page.is_blank(below - 1);
        alone || page.kind(*below) == LineKind::Rule || page.level(*below).is_some()
    };
    let separates = |below: &usize| is_separator(page, *below);
    let mut below = line + 1..next;
    let end = if is_strict { below.find(separates) } else { below.find(ends) };
    end.unwrap_or(next) - 1
}

fn body(page: &Page<'_>, first: usize, last: usize) -> String {
    let text = page.slice(first, last);
    text.get(2..).unwrap_or_default().trim().to_owned()
}

fn holes(page: &Page<'_>, line: usize) -> bool {
    let mut lines = (line..=page.len()).take_while(|below| *below == line || !page.is_blank(*below));
    lines.any(|below| page.line(below).contains('['))
}

/// The text with its holes empty, and with their brackets gone. Links, images, footnotes, code and formulas
/// keep theirs.
fn cloze(text: &str) -> (String, String) {
    let found = guarded(text);
    let (mut asked, mut shown) = (String::with_capacity(text.len()), String::with_capacity(text.len()));
    let (mut from, mut at) = (0, 0);
    while let Some(open) = text[at..].find('[').map(|open| at + open) {
        at = open + 1;
        let Some(close) = closing(text, open, &found) else { continue };
        let inner = &text[open + 1..close];
        let is_wiki = inner.starts_with('[') && inner.ends_with(']');
        let is_link = text[close + 1..].starts_with(['(', '['])
            || text[..open].ends_with('!')
            || inner.starts_with('^');
        at = close + 1;
        if is_link || is_wiki || inner.is_empty() {
            // The target of a link may have brackets too.
            let target = text[at..].strip_prefix('(').and_then(|target| target.find(')'));
            at += target.map_or(0, |end| end + 2);
            continue;
        }
        asked.push_str(&text[from..open]);
        shown.push_str(&text[from..open]);
        asked.push_str("[…]");
        shown.push_str(inner);
        from = at;
    }
    asked.push_str(&text[from..]);
    shown.push_str(&text[from..]);
    (asked, shown)
}

/// A longer hole is none.
const LONGEST: usize = 4000;

/// The bracket that closes the one at a place.
fn closing(text: &str, open: usize, found: &[Guarded]) -> Option<usize> {
    if holds(found, open) {
        return None;
    }
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate().skip(open).take(LONGEST) {
        match byte {
            b'[' if !holds(found, at) => depth += 1,
            b']' if !holds(found, at) => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_emptied() {
        for (text, asked, shown) in [
            ("a [b] c [d]", "a […] c […]", "a b c d"),
            ("`x[0]` is [first]", "`x[0]` is […]", "`x[0]` is first"),
            ("see [a](b), ![c](d) [e]", "see [a](b), ![c](d) […]", "see [a](b), ![c](d) e"),
            ("open [", "open [", "open ["),
            ("\\[x\\] [卷积]", "\\[x\\] […]", "\\[x\\] 卷积"),
            (
                "The value $x[i]$ is the [i-th] item.",
                "The value $x[i]$ is the […] item.",
                "The value $x[i]$ is the i-th item.",
            ),
            ("[the entry $x[i]$ of `a[0]`] is it", "[…] is it", "the entry $x[i]$ of `a[0]` is it"),
            ("a[^1] [[note]] [x [y] z]", "a[^1] [[note]] […]", "a[^1] [[note]] x [y] z"),
            (
                "\\(v[0]\\) $$w[1]$$ [b](c[0]) [d]",
                "\\(v[0]\\) $$w[1]$$ [b](c[0]) […]",
                "\\(v[0]\\) $$w[1]$$ [b](c[0]) d",
            ),
        ] {
            assert_eq!(cloze(text), (asked.to_owned(), shown.to_owned()), "{text}");
        }
    }
}
