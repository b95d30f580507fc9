//! Forms of the beginnings of lines, found by counting: signs, brackets, times, dates.

use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Stem;
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// What a line begins with, up to its first letter: every row of digits is one `0`, a ticked box an empty one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct LineForm {
    indent: usize,
    lead: String,
    /// The bracket it begins with is closed by the end of the line.
    is_closed: bool,
}

/// No lead is longer.
const LONGEST_LEAD: usize = 14;

/// The questions of the form that comes first among those that come at least so often, in lines no longer than that. Wide
/// brackets around whole lines are a form where one less comes.
pub(super) fn marked(page: &Page<'_>, fewest: usize, longest: usize) -> Vec<Question> {
    let mut found: HashMap<LineForm, Vec<usize>> = HashMap::new();
    for line in 1..=page.len() {
        if let Some(form) = form(page, line, longest) {
            found.entry(form).or_default().push(line);
        }
    }
    let is_wide = |form: &LineForm| form.is_closed && !form.lead.is_ascii();
    let often = found.into_iter().filter(|(form, lines)| lines.len() + usize::from(is_wide(form)) >= fewest);
    let Some((form, lines)) = often.min_by_key(|(_, lines)| lines[0]) else { return Vec::new() };
    let nexts = lines.iter().skip(1).copied().chain([page.len() + 1]);
    lines.iter().zip(nexts).map(|(line, next)| question(page, *line, next, &form)).collect()
}

fn question(page: &Page<'_>, line: usize, next: usize, form: &LineForm) -> Question {
    let source = page.line(line).trim();
    let length = lead_length(source).min(source.len());
    let inner = &source[length..];
    let text =
        if form.is_closed { inner.trim_end_matches(|letter: char| CLOSING.contains(&letter)) } else { inner };
    let text = Stem::of(text).question();
    let text = if text.is_empty() { source.to_owned() } else { text };
    let mut question = Question::new(page, line, text);
    // The next heading is a chapter.
    let end = (line + 1..next).find(|below| page.level(*below).is_some()).unwrap_or(next);
    question.answer = match page.trimmed(line + 1, end - 1) {
        Some((first, last)) if end > line + 1 => Answer::Lines(first, last),
        _ => Answer::Lines(line + 1, line),
    };
    question
}

const OPENING: [char; 10] = ['【', '〖', '「', '『', '《', '〈', '［', '[', '(', '（'];
const CLOSING: [char; 10] = ['】', '〗', '」', '』', '》', '〉', '］', ']', ')', '）'];

/// The form of a line that begins with something else than a letter; none where another style knows it.
fn form(page: &Page<'_>, line: usize, longest: usize) -> Option<LineForm> {
    if page.kind(line) != LineKind::Text
        || page.has(line, mark::BULLET | mark::NUMBER | mark::ANSWER | mark::QUESTION)
    {
        return None;
    }
    let source = page.line(line);
    let text = source.trim_start_matches([' ', '\t', '\u{3000}']);
    let first = text.chars().next()?;
    if first.is_alphabetic() || text.chars().count() > longest {
        return None;
    }
    let end = lead_length(text);
    let lead = &text[..end];
    // Options, code, prompts, quotes and paths begin with these too; a box or a time does not.
    let opens = OPENING.iter().position(|open| *open == first);
    let is_box = lead.starts_with("[ ]") || lead.starts_with("[x]") || lead.starts_with("[X]");
    let spaced = lead.ends_with([' ', '\t', '\u{3000}']);
    let has_digit = lead.contains(|letter: char| letter.is_numeric());
    let is_form = match first {
        '$' | '%' | '/' | '\\' | '#' | '&' | '{' | '}' | ';' | '<' | '`' | '|' | '~' | '^' | '"' | '\''
        | '@' | '.' | ',' | '*' | '_' | '“' | '”' | '‘' | '’' | '-' | '+' | '=' => false,
        _ if opens.is_some() => is_box || has_digit || !first.is_ascii(),
        _ if first.is_numeric() => spaced && lead.contains([':', '：', '-', '/', '.']),
        _ if first.is_ascii() => spaced,
        _ => true,
    };
    if !is_form || lead.chars().count() > LONGEST_LEAD {
        return None;
    }
    let is_closed = opens.is_some_and(|place| text.trim_end().ends_with(CLOSING[place])) && !is_box;
    Some(LineForm { indent: source.len() - text.len(), lead: shape(lead), is_closed })
}

/// How many bytes stand before the first letter of a text.
fn lead_length(text: &str) -> usize {
    for (tick, open) in [("[x]", 3), ("[X]", 3)] {
        if text.starts_with(tick) {
            let rest = &text[open..];
            return open + rest.find(|letter: char| !letter.is_whitespace()).unwrap_or(0);
        }
    }
    text.find(char::is_alphabetic).unwrap_or(text.len())
}

/// A lead with each row of digits as one `0`, ticks taken out and one blank for several.
fn shape(lead: &str) -> String {
    let mut shape = String::new();
    for letter in lead.chars() {
        let letter = match letter {
            _ if letter.is_numeric() => '0',
            'x' | 'X' => ' ',
            _ if letter.is_whitespace() => ' ',
            _ => letter,
        };
        if !((letter == '0' || letter == ' ') && shape.ends_with(letter)) {
            shape.push(letter);
        }
    }
    shape
}
