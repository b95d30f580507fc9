//! hashcards and repeater: `Q:` and `A:` at the start of a line, `C:` with `[holes]`, `---` between cards.
//!
//! A cloze is one card for each `C:`, as both programs show one block at a time: the question is the
//! block with its holes empty, the answer is the block itself.

use super::super::page::{Kind, Page};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "hashcards",
    about: "cards of hashcards and repeater: Q: and A:, or C: with [holes]",
    sample: "Q: What does pooling do?\nA: It shrinks the map.\n\nC: A kernel of size [3] has [9] weights.\n---\nQ: 为什么提出CNN？\nA: 参数太多。\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let tags: Vec<(usize, u8)> = (1..=page.len()).filter_map(|line| Some((line, tag(page, line)?))).collect();
    let clozes = tags.iter().filter(|(line, tag)| *tag == b'C' && holes(page, *line)).count();
    if clozes == 0 {
        // Without holes these are ordinary labels.
        return Reading::default();
    }
    let mut questions = Vec::new();
    for (index, (line, tag)) in tags.iter().enumerate() {
        let next = tags.get(index + 1).map_or(page.len() + 1, |(line, _)| *line);
        let end = block_end(page, *line, next);
        match tag {
            b'Q' => {
                let answer = tags.get(index + 1).filter(|(_, tag)| *tag == b'A');
                let last = (*line..=end).rev().find(|last| !page.is_furniture(*last)).unwrap_or(*line);
                let mut question = Question::new(page, *line, body(page, *line, last));
                question.last_line = last;
                question.sure = true;
                question.level = None;
                question.answer = match answer {
                    Some((first, _)) => {
                        let next = tags.get(index + 2).map_or(page.len() + 1, |(line, _)| *line);
                        match page.trimmed(*first, block_end(page, *first, next)) {
                            Some((first, last)) => Answer::Lines(first, last),
                            None => Answer::Lines(end + 1, end),
                        }
                    }
                    None => Answer::Lines(end + 1, end),
                };
                questions.push(question);
            }
            b'C' => {
                let last = (*line..=end).rev().find(|last| !page.is_furniture(*last)).unwrap_or(*line);
                let text = body(page, *line, last);
                let (asked, shown) = cloze(&text);
                let mut question = Question::new(page, *line, asked);
                question.last_line = last;
                question.sure = true;
                question.answer = Answer::Beside(shown);
                questions.push(question);
            }
            _ => {}
        }
    }
    Reading::judged(page, questions)
}

fn tag(page: &Page<'_>, line: usize) -> Option<u8> {
    if matches!(page.kind(line), Kind::Verbatim | Kind::Matter) {
        return None;
    }
    match page.line(line).as_bytes() {
        [tag @ (b'Q' | b'A' | b'C'), b':', ..] => Some(*tag),
        _ => None,
    }
}

/// The last line of a block: before the next tag, a rule, a comment that stands alone or a heading.
fn block_end(page: &Page<'_>, line: usize, next: usize) -> usize {
    let ends = |below: &usize| {
        let alone = page.kind(*below) == Kind::Html
            && page.line(*below).trim_start().starts_with("<!--")
            && page.is_blank(below - 1);
        alone || page.kind(*below) == Kind::Rule || page.level(*below).is_some()
    };
    (line + 1..next).find(ends).unwrap_or(next) - 1
}

fn body(page: &Page<'_>, first: usize, last: usize) -> String {
    let text = page.slice(first, last);
    text.get(2..).unwrap_or_default().trim().to_owned()
}

fn holes(page: &Page<'_>, line: usize) -> bool {
    let mut lines = (line..=page.len()).take_while(|below| *below == line || !page.is_blank(*below));
    lines.any(|below| page.line(below).contains('['))
}

/// The text with its holes empty, and with their brackets gone. Links, images and code keep theirs.
fn cloze(text: &str) -> (String, String) {
    let (mut asked, mut shown) = (String::with_capacity(text.len()), String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find(['[', '`', '\\']) {
        let (plain, from) = rest.split_at(at);
        asked.push_str(plain);
        shown.push_str(plain);
        let close = match from.as_bytes()[0] {
            b'[' => from.find(']'),
            b'`' => from[1..].find('`').map(|end| end + 1),
            _ => from.chars().nth(1).map(char::len_utf8),
        };
        let Some(close) = close else {
            rest = from;
            break;
        };
        let whole = &from[..=close.min(from.len() - 1)];
        let whole = if from.is_char_boundary(whole.len()) { whole } else { from };
        let link = from[whole.len()..].starts_with(['(', '[']) || plain.ends_with('!');
        if whole.starts_with('[') && !link {
            asked.push_str("[…]");
            shown.push_str(&whole[1..whole.len() - 1]);
        } else {
            asked.push_str(whole);
            shown.push_str(whole);
        }
        rest = &from[whole.len()..];
    }
    asked.push_str(rest);
    shown.push_str(rest);
    (asked, shown)
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
        ] {
            assert_eq!(cloze(text), (asked.to_owned(), shown.to_owned()), "{text}");
        }
    }
}
