//! Labels of words that no list knows: two that take turns through the whole file.

use crate::import::page::{LineKind, Page};
use crate::import::stem::{is_word_of_programs, word_label};
use crate::import::style::{Answer, Question, end_of_card};
use std::collections::HashMap;

/// So many of the most frequent words are tried.
const TRIED: usize = 6;

/// A line that begins with a word and a colon.
struct SpeakerLine {
    line: usize,
    word: String,
    /// Where the text behind the colon begins.
    skip: usize,
}

/// The questions of a file in which two labels take turns; empty where none do.
pub(super) fn taking_turns(page: &Page<'_>) -> Vec<Question> {
    let heads: Vec<SpeakerLine> = (1..=page.len()).filter_map(|line| head(page, line)).collect();
    of(page, &heads, &[])
}

/// The questions of those who speak beside lines that have labels of their own: `Interviewer: …`, `Me: …`.
pub(super) fn beside(page: &Page<'_>, labelled: &[usize]) -> Vec<Question> {
    let is_free = |line: &usize| labelled.binary_search(line).is_err();
    let heads = (1..=page.len()).filter(is_free).filter_map(|line| head(page, line));
    let heads: Vec<SpeakerLine> = heads.filter(|head| SPEAKERS.contains(&head.word.as_str())).collect();
    of(page, &heads, labelled)
}

/// The questions of lines whose labels take turns, none of which goes on to a line with another label.
fn of(page: &Page<'_>, heads: &[SpeakerLine], others: &[usize]) -> Vec<Question> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for head in heads {
        *counts.entry(&head.word).or_default() += 1;
    }
    let is_often = |word: &str, count: usize| count > 2 || SPEAKERS.contains(&word);
    let mut frequent: Vec<(&str, usize)> =
        counts.into_iter().filter(|(word, count)| is_often(word, *count)).collect();
    frequent.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    frequent.retain(|(word, _)| !is_word_of_programs(word));
    frequent.truncate(TRIED);
    let Some((asking, answering)) = pair(page, heads, &frequent) else { return Vec::new() };
    let own: Vec<&SpeakerLine> =
        heads.iter().filter(|head| head.word == asking || head.word == answering).collect();
    let mut questions = Vec::new();
    for (index, head) in own.iter().enumerate().filter(|(_, head)| head.word == asking) {
        let next =
            own[index + 1..].iter().find(|next| next.word == asking).map_or(page.len() + 1, |next| next.line);
        let next = others.iter().find(|other| **other > head.line).map_or(next, |other| next.min(*other));
        let text = page.line(head.line).get(head.skip..).unwrap_or_default();
        let mut question =
            Question::new(page, head.line, text.trim().trim_end_matches(['*', '_']).trim_end());
        question.sure = true;
        if let Some(answer) = own.get(index + 1).filter(|other| other.word == answering && other.line < next)
        {
            question.told = true;
            let last =
                (head.line..answer.line).rev().find(|line| !page.is_furniture(*line)).unwrap_or(head.line);
            if last > head.line {
                let below = page.slice(head.line + 1, last);
                question.text = format!("{}\n{}", question.text, below.trim()).trim().to_owned();
                question.last_line = last;
            }
            // A turn below a heading of its own ends at the next one.
            let is_headed = page.level(answer.line).is_some();
            let end = if is_headed { next - 1 } else { end_of_card(page, &question, next) };
            if is_headed {
                (question.level, question.limit) = (None, end);
            }
            if let Some((_, last)) = page.trimmed(answer.line, end.max(answer.line)) {
                question.answer = Answer::Cut(answer.line, last, answer.skip);
            }
        }
        questions.push(question);
    }
    questions
}

/// Who asks and who answers in a chat with a language model; one turn is enough.
const SPEAKERS: [&str; 29] = [
    "interviewer",
    "candidate",
    "interviewee",
    "you said",
    "you",
    "user",
    "human",
    "me",
    "我",
    "我说",
    "你",
    "你说",
    "您说",
    "用户",
    "面试官",
    "chatgpt said",
    "chatgpt",
    "chatgpt 说",
    "chatgpt说",
    "claude",
    "gemini",
    "deepseek",
    "kimi",
    "assistant",
    "ai",
    "助手",
    "豆包",
    "通义千问",
    "文心一言",
];

/// Two words of which the second follows the first nearly always, and none else is as frequent.
fn pair(page: &Page<'_>, heads: &[SpeakerLine], frequent: &[(&str, usize)]) -> Option<(String, String)> {
    for (asking, count) in frequent {
        for (answering, answers) in frequent {
            let others = frequent.iter().filter(|(word, _)| word != asking && word != answering);
            if asking == answering
                || answers * 5 < count * 4
                || others.clone().any(|(_, other)| other * 5 >= count * 3)
            {
                continue;
            }
            let own: Vec<&SpeakerLine> =
                heads.iter().filter(|head| head.word == *asking || head.word == *answering).collect();
            let turns =
                own.windows(2).filter(|two| two[0].word == *asking && two[1].word == *answering).count();
            let says = own.iter().filter(|head| head.word == *asking && behind(page, head)).count();
            // A table of settings has its labels below headings.
            let below =
                own.iter().filter(|head| head.word == *asking && is_below_heading(page, head.line)).count();
            if own.first().is_some_and(|head| head.word == *asking)
                && turns * 5 >= count * 4
                && says * 5 >= count * 4
                && below * 2 < *count
            {
                return Some(((*asking).to_owned(), (*answering).to_owned()));
            }
        }
    }
    None
}

/// Whether something stands behind the label, or below it where nothing does.
fn behind(page: &Page<'_>, head: &SpeakerLine) -> bool {
    let says = |text: &str| text.chars().any(char::is_alphanumeric);
    let below = || (head.line + 1..=page.len()).find(|line| !page.is_furniture(*line));
    page.line(head.line).get(head.skip..).is_some_and(says)
        || below().is_some_and(|line| self::head(page, line).is_none() && says(page.line(line)))
}

fn is_below_heading(page: &Page<'_>, line: usize) -> bool {
    (1..line).rev().find(|above| !page.is_furniture(*above)).is_some_and(|above| page.level(above).is_some())
}

fn head(page: &Page<'_>, line: usize) -> Option<SpeakerLine> {
    if !matches!(page.kind(line), LineKind::Text | LineKind::Heading(_)) || page.item(line) > 1 {
        return None;
    }
    let (word, skip) = word_label(page.line(line))?;
    Some(SpeakerLine { line, word, skip })
}
