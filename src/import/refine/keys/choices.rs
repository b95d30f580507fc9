//! Questions with options to choose from, and the options below them.

use crate::import::page::{LineKind, Page};
use crate::import::refine::extent::{ends, is_bare};
use crate::import::style::{Answer, Question};

/// A question with options to choose from.
pub(super) struct ChoiceItem {
    /// Its place among the questions.
    pub(super) place: usize,
    pub(super) number: Option<u32>,
    /// The line of its last option.
    pub(super) last: usize,
    /// The letter of its last option.
    pub(super) most: char,
}

/// The numbers of questions: those they have, or those they are counted by.
pub(super) fn numbers(group: &[ChoiceItem]) -> impl Iterator<Item = u32> {
    let own: Option<Vec<u32>> = group.iter().map(|item| item.number).collect();
    let counted = (1u32..).take(group.len());
    own.unwrap_or_else(|| counted.collect()).into_iter()
}

/// The questions that options stand below.
pub(super) fn items(page: &Page<'_>, questions: &[Question]) -> Vec<ChoiceItem> {
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    let item = |((place, question), next): ((usize, &Question), usize)| {
        let is_open = match question.answer {
            Answer::Below => true,
            Answer::Lines(first, _) => first > question.last_line,
            _ => false,
        };
        let (last, most) = is_open.then(|| options(page, question.last_line + 1, next - 1)).flatten()?;
        let number = page.heading_stem(question.context.unwrap_or(question.line)).number_of_heading();
        Some(ChoiceItem { place, number, last, most })
    };
    questions.iter().enumerate().zip(nexts).filter_map(item).collect()
}

/// The statements above a key, among or before questions with options, that have nothing below them and whose verdicts
/// it gives: their numbers and their places.
pub(super) fn statements(
    page: &Page<'_>,
    questions: &[Question],
    (begin, group): (usize, &[ChoiceItem]),
    head: usize,
    verdicts: &[u32],
) -> Vec<(u32, usize)> {
    if verdicts.is_empty() {
        return Vec::new();
    }
    let until = questions.partition_point(|question| question.line < head);
    let ends = ends(page, &questions[..until]);
    let is_free = |place: &usize| group.iter().all(|item| item.place != *place);
    let own = (begin..until).filter(is_free).filter_map(|place| {
        let question = &questions[place];
        let number = page.heading_stem(question.line).number_of_heading()?;
        let is_open = is_bare(page, question, ends[place].min(head - 1));
        (is_open && verdicts.contains(&number)).then_some((number, place))
    });
    own.collect()
}

/// The line and the letter of the last of the options that stand there, from A on.
fn options(page: &Page<'_>, first: usize, end: usize) -> Option<(usize, char)> {
    let mut found: Option<(usize, char)> = None;
    for line in first..=end {
        if page.is_blank(line) || page.kind(line) == LineKind::Verbatim {
            continue;
        }
        let wanted = found.map_or('A', |(_, letter)| next(letter));
        match page.option(line) {
            Some(letter) if letter == wanted => {
                let last = beside(page.line(line), letter);
                found = Some((line, last));
            }
            _ if found.is_none() && lettered(page.line(line)) > 'B' => {
                found = Some((line, lettered(page.line(line))));
            }
            // A line of an option, or one that explains it.
            _ if found.is_none() || !page.is_blank(line - 1) => {}
            _ => break,
        }
    }
    found.filter(|(_, letter)| *letter > 'A')
}

/// The last of several options on one line: `A. sum  B. mean  C. max`.
fn beside(line: &str, first: char) -> char {
    let mut last = first;
    for (at, letter) in line.char_indices() {
        let rest = &line[at + letter.len_utf8()..];
        let is_apart = line[..at].ends_with([' ', '\t', '\u{3000}', ';', '；', ',', '，']);
        if letter == next(last) && is_apart && rest.starts_with(['.', '、', ')', '）', ':', '：', '．']) {
            last = letter;
        }
    }
    last
}

/// The last of several options on one line that only blanks part from their letters: `A 0.9  B 0.99  C 0.999`.
fn lettered(line: &str) -> char {
    let mut last = '@';
    // Blanks are looked for only where the first word may be a letter.
    if !line.trim_start().starts_with(next(last)) {
        return last;
    }
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let is_next = word.chars().eq([next(last)]) && words.peek().is_some();
        match (last, is_next) {
            (_, true) => last = next(last),
            ('@', false) => break,
            _ => {}
        }
    }
    last
}

fn next(letter: char) -> char {
    char::from_u32(u32::from(letter) + 1).unwrap_or(letter)
}
