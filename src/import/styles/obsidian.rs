//! Obsidian's spaced repetition: `question::answer`, `:::` for both ways, `?` or `??` alone on a line
//! between question and answer, `==holes==` in files tagged `#flashcards`.
//!
//! A line with holes is one card, like those of hashcards; both ways count as one card, asked forwards.

use super::super::page::{Kind, Page};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "obsidian",
    about: "cards of Obsidian: question::answer, or ? between question and answer",
    sample: "#flashcards\n\nWhat does pooling do?::It shrinks the map.\n\n为什么提出CNN？\n?\n参数太多。\n\nA kernel has ==weights==.\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let mentioned = page.contains("flashcard");
    if !mentioned && !page.contains("::") && !page.contains("\n?") {
        return Reading::default();
    }
    let tags = |line: usize| {
        let text = page.line(line);
        text.contains("#flashcard") || (page.kind(line) == Kind::Matter && text.contains("flashcard"))
    };
    let tagged = mentioned && (1..=page.len()).any(tags);
    let mut questions: Vec<Question> = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        let question = match page.kind(line) {
            Kind::Text | Kind::Quote | Kind::Heading(_) => {
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
    Reading::judged(page, questions)
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

/// `question::answer` or `question:::answer`. Paths of C++ and Rust have no space and stand in words.
fn pair(source: &str, tagged: bool) -> Option<(String, String)> {
    if !source.contains("::") {
        return None;
    }
    let mut in_code = false;
    let mut at = 0;
    let bytes = source.as_bytes();
    while at + 1 < bytes.len() {
        match bytes[at] {
            b'`' => in_code = !in_code,
            b':' if !in_code && bytes[at + 1] == b':' => {
                let length = bytes[at..].iter().take_while(|byte| **byte == b':').count();
                let (asked, answer) = (&source[..at], &source[at + length..]);
                let word = |letter: Option<char>| {
                    letter.is_some_and(|letter| {
                        letter.is_ascii_alphanumeric() || matches!(letter, '_' | '>' | '<')
                    })
                };
                let path = word(asked.chars().next_back()) && word(answer.chars().next());
                let property = !asked.trim().is_empty()
                    && asked
                        .trim()
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_'))
                    && source.starts_with([' ', '\t']);
                if length <= 3
                    && !asked.trim().is_empty()
                    && !answer.trim().is_empty()
                    && (tagged || !path)
                    && !property
                {
                    return Some((text(asked), text(answer)));
                }
                at += length;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Without a bullet, the tag and the plugin's own notes.
fn text(source: &str) -> String {
    let source = source.split("<!--").next().unwrap_or(source).trim();
    let source = source.strip_prefix("- ").or(source.strip_prefix("* ")).unwrap_or(source);
    let words: Vec<&str> = source.split(' ').filter(|word| !word.starts_with("#flashcard")).collect();
    words.join(" ").trim().trim_start_matches("> ").trim_start_matches("# ").to_owned()
}

/// The block above a separator is the question, the one below the answer.
fn between(page: &Page<'_>, line: usize, taken: usize) -> Option<Question> {
    let block = |line: &usize| !page.is_blank(*line) && page.kind(*line) != Kind::Rule;
    let first = (taken + 1..line).rev().take_while(block).last()?;
    let last = (line + 1..=page.len())
        .take_while(|below| page.kind(*below) == Kind::Verbatim || block(below))
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

/// The line with its `==holes==` empty, and with them filled.
fn holes(source: &str) -> Option<(String, String)> {
    let (mut asked, mut shown) = (String::new(), String::new());
    let mut rest = source;
    let mut found = false;
    while let Some((plain, after)) = rest.split_once("==") {
        let Some((hole, behind)) = after.split_once("==") else { break };
        if hole.trim().is_empty() || hole.starts_with('=') || plain.ends_with(['!', '<', '>', '=']) {
            return None;
        }
        asked.push_str(plain);
        asked.push_str("[…]");
        shown.push_str(plain);
        shown.push_str(hole);
        rest = behind;
        found = true;
    }
    asked.push_str(rest);
    shown.push_str(rest);
    found.then(|| (text(&asked), text(&shown)))
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
    }
}
