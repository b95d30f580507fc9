//! Obsidian's spaced repetition: `question::answer`, `:::` for both ways, `?` or `??` alone on a line
//! between question and answer, `==holes==` in files tagged `#flashcards`, and callouts that ask:
//! `> [!question]- Why?`.
//!
//! A line with holes is one card, like those of hashcards; both ways count as one card, asked forwards.

use super::super::ask::{Asking, asking};
use super::super::page::{LineKind, Page};
use super::super::style::{Answer, Question, Reading, Style};
use super::super::trailing::is_tag;
use crate::markdown::{guarded, holds, places, without_block};

pub(in crate::import) const STYLE: Style = Style {
    name: "obsidian",
    about: "cards of Obsidian: question::answer, or ? between question and answer",
    sample: "#flashcards\n\nWhat does pooling do?::It shrinks the map.\n\n为什么提出CNN？\n?\n参数太多。\n\nA kernel has ==weights==.\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let mentioned = page.contains("flashcard");
    if !mentioned && !page.contains("::") && !page.contains("\n?") && !page.contains("[!") {
        return Reading::default();
    }
    let tags = |line: usize| {
        let text = page.line(line);
        text.contains("#flashcard") || (page.kind(line) == LineKind::Matter && text.contains("flashcard"))
    };
    let tagged = mentioned && (1..=page.len()).any(tags);
    let mut questions: Vec<Question> = Vec::new();
    let mut line = 1 + properties_above(page);
    while line <= page.len() {
        let question = match page.kind(line) {
            LineKind::Text | LineKind::Quote | LineKind::Heading(_) => {
                card(page, line, tagged, questions.last().map_or(0, last_line))
            }
            _ => None,
        };
        if let Some(question) = question {
            line = line.max(last_line(&question));
            questions.push(question);
        }
        line += 1;
    }
    let separated = questions.iter().filter(|question| question.line < last_line(question)).count();
    if !tagged && questions.len() < 2 && separated == 0 {
        return Reading::default();
    }
    if let ([question], 1) = (questions.as_mut_slice(), separated) {
        return alone(page, question);
    }
    Reading::judged(page, questions)
}

/// The only card of a file: what stands below the separator is its answer to the end, and nothing stands above it.
fn alone(page: &Page<'_>, question: &mut Question) -> Reading {
    let is_above = |line: usize| {
        page.kind(line) != LineKind::Matter && !page.is_furniture(line) && page.level(line).is_none()
    };
    let is_card = (1..question.line).all(|line| !is_above(line));
    if let Some((first, last)) = page.trimmed(question.last_line + 1, page.len()).filter(|_| is_card) {
        question.answer = Answer::Lines(first, last);
    }
    let reading = Reading::judged(page, vec![question.clone()]);
    if is_card { reading.trusted() } else { reading }
}

/// How many lines at the top give properties of the page, `tags:: a, b`, as outliners write them above their items.
fn properties_above(page: &Page<'_>) -> usize {
    let is_name = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_');
    let is_property = |line: &usize| {
        let name = page.line(*line).split_once(":: ").map_or("", |(name, _)| name);
        !name.is_empty() && name.bytes().all(is_name)
    };
    let count = (1..=page.len()).take_while(is_property).count();
    let below = (count + 1..=page.len()).find(|line| !page.is_blank(*line));
    if below.is_some_and(|below| page.line(below).starts_with('-')) { count } else { 0 }
}

fn last_line(question: &Question) -> usize {
    match question.answer {
        Answer::Lines(_, last) => last.max(question.last_line),
        _ => question.last_line,
    }
}

fn card(page: &Page<'_>, line: usize, tagged: bool, taken: usize) -> Option<Question> {
    let source = page.line(line);
    let trimmed = source.trim();
    if matches!(trimmed, "?" | "??") {
        return between(page, line, taken);
    }
    if page.kind(line) == LineKind::Quote && trimmed.starts_with('>') {
        return callout(page, line);
    }
    if let Some((asked, answer)) = pair(source, tagged) {
        let mut question = Question::new(page, line, asked);
        question.sure = true;
        question.level = None;
        question.answer = Answer::Beside(answer);
        return Some(question);
    }
    let (asked, shown) = tagged.then(|| holes(source)).flatten()?;
    let mut question = Question::new(page, line, asked);
    question.sure = true;
    question.level = None;
    question.answer = Answer::Beside(shown);
    Some(question)
}

/// The callouts that ask by their name.
const ASKING: [&str; 6] = ["question", "faq", "help", "flashcard", "card", "quiz"];

/// A quote whose first line is `[!question] Why?`; the rest of the quote answers.
fn callout(page: &Page<'_>, line: usize) -> Option<Question> {
    let inner = unquoted(page.line(line)).strip_prefix("[!")?;
    let (name, title) = inner.split_once(']')?;
    let title = title.strip_prefix(['-', '+']).unwrap_or(title).trim();
    let names_question = ASKING.contains(&name.to_lowercase().as_str());
    if !names_question && asking(title) != Asking::Yes {
        return None;
    }
    let last =
        (line..=page.len()).take_while(|below| page.line(*below).trim_start().starts_with('>')).last()?;
    let mut below = (line + 1..=last).filter(|below| !unquoted(page.line(*below)).is_empty());
    let (asked, first, until) = match below.next() {
        // The title is left out: the first line asks.
        Some(first) if title.is_empty() => (unquoted(page.line(first)), below.next(), first),
        first => (title, first, line),
    };
    if asked.is_empty() {
        return None;
    }
    let mut question = Question::new(page, line, text(asked));
    question.last_line = until;
    question.sure = true;
    question.level = None;
    question.answer = match first {
        Some(first) => Answer::Lines(first, last),
        None => Answer::Lines(until + 1, until),
    };
    Some(question)
}

fn unquoted(line: &str) -> &str {
    line.trim_start().trim_start_matches('>').trim()
}

/// `question::answer` or `question:::answer`. Paths of C++ and Rust have no space and stand in words.
fn pair(source: &str, tagged: bool) -> Option<(String, String)> {
    let mut free = 0;
    for at in places(source, "::") {
        if at < free {
            continue;
        }
        let length = source[at..].bytes().take_while(|byte| *byte == b':').count();
        free = at + length;
        let (asked, answer) = (&source[..at], &source[at + length..]);
        let word = |letter: Option<char>| {
            letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '>' | '<'))
        };
        let path = word(asked.chars().next_back()) && word(answer.chars().next());
        let is_name = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_');
        let property = source.starts_with([' ', '\t']) && asked.trim().bytes().all(is_name);
        if length <= 3
            && !asked.trim().is_empty()
            && !answer.trim().is_empty()
            && (tagged || !path)
            && !property
        {
            return Some((text(asked), without_block(&text(answer)).to_owned()));
        }
    }
    None
}

/// Without a bullet, the tags around it and the plugin's own notes.
fn text(source: &str) -> String {
    let source = source.split("<!--").next().unwrap_or(source).trim();
    let source = source.strip_prefix("- ").or(source.strip_prefix("* ")).unwrap_or(source);
    let words: Vec<&str> = source.split(' ').filter(|word| !word.starts_with("#flashcard")).collect();
    let first = words.iter().position(|word| !is_tag(word)).unwrap_or(0);
    let last = words.iter().rposition(|word| !is_tag(word)).map_or(words.len(), |last| last + 1);
    let words = words.get(first..last).unwrap_or_default();
    without_block(words.join(" ").trim()).trim_start_matches("> ").trim_start_matches("# ").to_owned()
}

/// The block above a separator is the question, the one below the answer.
fn between(page: &Page<'_>, line: usize, taken: usize) -> Option<Question> {
    let block = |line: &usize| !page.is_blank(*line) && page.kind(*line) != LineKind::Rule;
    let first = (taken + 1..line).rev().take_while(block).last()?;
    let last = (line + 1..=page.len())
        .take_while(|below| page.kind(*below) == LineKind::Verbatim || block(below))
        .last();
    let mut question = Question::new(page, first, text(&page.slice(first, line - 1)));
    question.last_line = line;
    question.sure = true;
    question.level = None;
    question.answer = match last.and_then(|last| page.trimmed(line + 1, last)) {
        Some((first, last)) => Answer::Lines(first, last),
        None => Answer::Lines(line + 1, line),
    };
    Some(question)
}

/// The line with its `==holes==` empty, and with them filled. Code and formulas have none.
fn holes(source: &str) -> Option<(String, String)> {
    let found = guarded(source);
    let (mut asked, mut shown) = (String::new(), String::new());
    let (mut from, mut at) = (0, 0);
    while let Some(open) = source[at..].find("==").map(|open| at + open) {
        at = open + 2;
        if holds(&found, open) {
            continue;
        }
        let close = source[at..]
            .match_indices("==")
            .map(|(close, _)| at + close)
            .find(|close| !holds(&found, *close));
        let Some(close) = close else { break };
        let (plain, hole) = (&source[from..open], &source[at..close]);
        if hole.trim().is_empty() || hole.starts_with('=') || plain.ends_with(['!', '<', '>', '=']) {
            return None;
        }
        asked.extend([plain, "[…]"]);
        shown.extend([plain, hole]);
        at = close + 2;
        from = at;
    }
    asked.push_str(&source[from..]);
    shown.push_str(&source[from..]);
    (from > 0).then(|| (text(&asked), text(&shown)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_told_from_paths() {
        assert_eq!(pair("Why::Because", true), Some(("Why".to_owned(), "Because".to_owned())));
        assert_eq!(pair("池化 :: 降维", false), Some(("池化".to_owned(), "降维".to_owned())));
        assert_eq!(
            pair("- Why:::Because <!--SR:!2026-01-01,1,250-->", true).map(|(_, answer)| answer).as_deref(),
            Some("Because")
        );
        assert_eq!(pair("use std::vec", false), None);
        assert_eq!(pair("`a::b`", true), None);
        assert_eq!(pair("  collapsed:: true", true), None);
        assert_eq!(holes("a ==b== c"), Some(("a […] c".to_owned(), "a b c".to_owned())));
        assert_eq!(holes("a == b"), None);
        assert_eq!(pair("Why $a::b$ `c::d`", true), None);
        assert_eq!(pair("Why $a::b$::Because ^a1b2", true).unwrap().1, "Because");
        assert_eq!(pair("What is pooling? #cnn::It shrinks.", true).unwrap().0, "What is pooling?");
        assert_eq!(
            holes("`a == b` is ==true== ^b-12"),
            Some(("`a == b` is […]".to_owned(), "`a == b` is true".to_owned()))
        );
    }

    #[test]
    fn callouts_that_ask_are_cards() {
        let text = "# N\n\n> [!question]- What is pooling?\n> It shrinks.\n>\n> - max\n\n> [!note] Not a card\n> x\n\n> [!faq]\n> What is a gate? #rnn\n> A factor.\n\n> [!tip]+ Why ReLU?\n> > [!success]- Answer\n> > Cheap.\n";
        let notes = crate::import::read(text.as_bytes(), None, None, None);
        let cards: Vec<_> = (notes.cards.iter())
            .map(|card| (card.faces[0].question.as_str(), card.faces[0].answer.as_str()))
            .collect();
        let expected = [
            ("What is pooling?", "> It shrinks.\n>\n> - max"),
            ("What is a gate?", "> A factor."),
            ("Why ReLU?", "> > [!success]- Answer\n> > Cheap."),
        ];
        assert_eq!(cards, expected);
    }
}
