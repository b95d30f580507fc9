//! Tags as labels: `- #ask …` and `- #reply …`, two that take turns through the whole file.

use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// A tag that a line begins with.
struct TagLine<'a> {
    line: usize,
    tag: &'a str,
    /// Where the text of the line begins, behind tags before it, and where it ends.
    skip: usize,
    end: usize,
}

/// So many of the most frequent tags are tried.
const TRIED: usize = 6;
/// Fewer turns are chance.
const FEWEST: usize = 3;

/// The questions of a file in which two tags take turns; empty where none do.
pub(super) fn taking_turns(page: &Page<'_>) -> Vec<Question> {
    let heads: Vec<TagLine<'_>> = (1..=page.len()).flat_map(|line| heads(page, line)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for head in &heads {
        *counts.entry(head.tag).or_default() += 1;
    }
    let mut frequent: Vec<(&str, usize)> = counts.into_iter().filter(|(_, count)| *count >= FEWEST).collect();
    frequent.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    frequent.truncate(TRIED);
    let pairs = frequent.iter().flat_map(|one| frequent.iter().map(move |other| (one.0, other.0)));
    let cards = pairs.filter(|(one, other)| one != other).map(|(asking, answering)| {
        let own: Vec<&TagLine<'_>> =
            heads.iter().filter(|head| head.tag == asking || head.tag == answering).collect();
        let turns = own.windows(2).filter(|two| two[0].tag == asking && two[1].tag == answering).count();
        let all = own.iter().filter(|head| head.tag == asking).count();
        let is_pair = own.first().is_some_and(|head| head.tag == asking)
            && turns * 5 >= all * 4
            && (own.len() - all) * 5 <= all * 6;
        if is_pair { questions(page, &own, asking) } else { Vec::new() }
    });
    cards.max_by_key(Vec::len).unwrap_or_default()
}

/// The tags a line begins with, behind the mark of an item.
fn heads<'a>(page: &Page<'a>, line: usize) -> Vec<TagLine<'a>> {
    let source = page.line(line);
    // Few lines have a tag.
    if memchr::memchr(b'#', source.as_bytes()).is_none() {
        return Vec::new();
    }
    let text = source.trim_start();
    let text = ["- ", "* ", "+ "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
    if page.kind(line) != LineKind::Text {
        return Vec::new();
    }
    if !text.starts_with('#') {
        return behind(line, source, text).into_iter().collect();
    }
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(inner) = rest.strip_prefix('#') {
        let end = inner.find(|letter: char| !letter.is_alphanumeric() && !"_-/".contains(letter));
        let end = end.unwrap_or(inner.len());
        let is_tag = inner[..end].chars().any(char::is_alphabetic)
            && (end == inner.len() || inner[end..].starts_with([' ', '\t', ':', '：', '\u{3000}']));
        if !is_tag {
            break;
        }
        tags.push(&inner[..end]);
        rest = inner[end..].trim_start_matches([' ', '\t', ':', '：', '\u{3000}']);
    }
    let skip = source.len() - rest.len();
    tags.into_iter().map(|tag| TagLine { line, tag, skip, end: source.len() }).collect()
}

/// The tag that a line ends with.
fn behind<'a>(line: usize, source: &'a str, text: &str) -> Option<TagLine<'a>> {
    let trimmed = source.trim_end();
    let at = trimmed.rfind(" #")?;
    let tag = &trimmed[at + 2..];
    let is_tag = tag.chars().any(char::is_alphabetic)
        && tag.chars().all(|letter| letter.is_alphanumeric() || "_-/".contains(letter));
    let skip = source.len() - text.len();
    (is_tag && at > skip).then(|| TagLine { line, tag, skip, end: source[..at].trim_end().len() })
}

fn questions(page: &Page<'_>, own: &[&TagLine<'_>], asking: &str) -> Vec<Question> {
    let mut questions = Vec::new();
    for (index, head) in own.iter().enumerate().filter(|(_, head)| head.tag == asking) {
        let text = page.line(head.line).get(head.skip..head.end).unwrap_or_default();
        let mut question = Question::new(page, head.line, text.trim());
        question.sure = true;
        question.answer = Answer::Lines(head.line + 1, head.line);
        let next = own.get(index + 1);
        if let Some(answer) = next.filter(|next| next.tag != asking) {
            question.told = true;
            let last =
                (head.line..answer.line).rev().find(|line| !page.is_furniture(*line)).unwrap_or(head.line);
            if last > head.line {
                question.text.push('\n');
                question.text.push_str(page.slice(head.line + 1, last).trim());
                question.text = question.text.trim().to_owned();
                question.last_line = last;
            }
            let end = own[index + 1..]
                .iter()
                .find(|next| next.tag == asking)
                .map_or(page.len(), |next| next.line - 1);
            let end = block_end(page, answer.line, end);
            let is_alone = page.line(answer.line).len() == answer.skip;
            let first = answer.line + usize::from(is_alone);
            if let Some((first, last)) = page.trimmed(first, end.max(answer.line)).filter(|_| first <= end) {
                let is_cut = first == answer.line;
                question.answer =
                    if is_cut { Answer::Cut(first, last, answer.skip) } else { Answer::Lines(first, last) };
            }
        }
        questions.push(question);
    }
    questions.retain(|question| !question.text.is_empty());
    questions
}

/// The last line of the block that begins on a line: what follows is not set further out.
fn block_end(page: &Page<'_>, line: usize, end: usize) -> usize {
    let indent = |line: usize| page.stem(line).indent;
    let own = indent(line);
    let is_outside = |below: &usize| {
        let is_item = page.item(*below) > 0;
        !page.is_blank(*below)
            && (page.level(*below).is_some() || indent(*below) < own || (is_item && indent(*below) == own))
    };
    (line + 1..=end).find(is_outside).unwrap_or(end + 1) - 1
}
