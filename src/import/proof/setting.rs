//! How questions are set on the page: at the margin, as headings of one level, with brackets behind them.

use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, columns, mark};
use crate::import::style::Question;
use std::collections::HashMap;

/// Whether each question is a heading or begins at the margin.
pub(super) fn stand_free(page: &Page<'_>, questions: &[Question]) -> bool {
    questions.iter().all(|question| {
        let stem = page.stem(question.line);
        stem.heading || question.level.is_some() || stem.indent == 0
    })
}

/// Whether most questions end with wide brackets, as answers stand behind them in Chinese notes.
pub(super) fn have_brackets(questions: &[Question]) -> bool {
    let ends =
        |question: &&Question| question.text.trim_end().ends_with('）') && question.text.contains('（');
    questions.iter().filter(ends).count() * 4 >= questions.len() * 3
}

/// Whether what stands below a line is a text of its own, not the rest of its paragraph.
pub(super) fn begins_anew(page: &Page<'_>, question: &Question) -> bool {
    let below = question.last_line + 1;
    below > page.len()
        || page.kind(below) != LineKind::Text
        || page.has(below, mark::BULLET | mark::NUMBER)
        || !page.has(question.line, mark::BULLET)
        || page.has(question.line, mark::WHOLE)
}

/// Whether the headings of a file are its questions and a title, and names that stand below most of
/// them: no manual is built so. Unless something else tells the questions, there has to be such a name.
pub(super) fn is_flat(page: &Page<'_>, questions: &[Question], told: bool) -> bool {
    let others = OtherHeadings::of(page, questions);
    (told || others.rare < others.names) && others.are_few(questions, told)
}

/// The headings of a file beside its questions.
struct OtherHeadings {
    /// How many different ones there are, and how many of these stand below less than half of the questions.
    names: usize,
    rare: usize,
    /// How many questions have headings below them.
    parted: usize,
}

impl OtherHeadings {
    fn of(page: &Page<'_>, questions: &[Question]) -> OtherHeadings {
        let mut own = questions.iter().map(|question| question.line).peekable();
        let mut others: HashMap<&str, usize> = HashMap::new();
        // The last question that was seen to have some, and the one at hand.
        let (mut parted, mut last, mut at) = (0usize, 0, 0);
        let level = questions[0].level;
        for line in (1..=page.len()).filter(|line| page.level(*line).is_some()) {
            if own.next_if_eq(&line).is_some() {
                at = line;
                continue;
            }
            *others.entry(page.heading_stem(line).text).or_default() += 1;
            if page.level(line) <= level {
                at = 0;
            }
            if at > last && page.level(line) > level {
                (parted, last) = (parted + 1, at);
            }
        }
        let rare = others.values().filter(|count| **count * 2 < questions.len()).count();
        OtherHeadings { names: others.len(), rare, parted }
    }

    fn are_few(&self, questions: &[Question], told: bool) -> bool {
        let is_parted_rarely = told && self.parted * 3 <= questions.len();
        self.rare < 2 || self.rare * 8 <= questions.len() || is_parted_rarely
    }
}

/// Whether nearly all questions are short names with a sentence or two below each: terms and what they mean.
pub(super) fn are_defined(page: &Page<'_>, questions: &[Question]) -> bool {
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    let is_defined = |(question, next): &(&Question, usize)| {
        let below = (question.last_line + 1..*next).map(|line| columns(page.line(line))).sum::<usize>();
        columns(&question.text) <= LONGEST_NAME && (1..=LONGEST_MEANING).contains(&below)
    };
    questions.iter().zip(nexts).filter(is_defined).count() * 6 >= questions.len() * 5
}

/// The name of a term has no more columns, and nor has what it means.
const LONGEST_NAME: usize = 32;
const LONGEST_MEANING: usize = 100;

/// Whether a file is nothing but headings of one level with a text below each, and has neither a title nor anything
/// else above the first: notes on one thing after another. What is written to be read through has a title.
pub(super) fn are_untitled(page: &Page<'_>, questions: &[Question]) -> bool {
    let (Some(level), Some(first)) = (questions[0].level, questions.first().map(|one| one.line)) else {
        return false;
    };
    let is_picture = |line: usize| page.line(line).trim_start().starts_with(['<', '!']);
    let opens = (1..first).all(|line| page.is_furniture(line) || is_picture(line));
    let on_level = (1..=page.len()).filter(|line| page.level(*line).is_some_and(|own| own <= level)).count();
    let are_alike = questions.iter().all(|one| one.level == Some(level));
    let short = questions.iter().filter(|one| columns(&one.text) <= 2 * LONGEST_NAME).count();
    let is_told =
        questions.iter().filter(|one| page.asks(one.line) > Asking::No).count() * 4 >= questions.len();
    opens
        && are_alike
        && on_level <= questions.len() + 1
        && short * 8 >= questions.len() * 7
        && OtherHeadings::of(page, questions).are_few(questions, is_told)
}

/// Whether each has a number of its own, and hardly any is missing: a list whose order was changed.
pub(super) fn are_dense(numbers: impl Iterator<Item = Option<u32>>) -> bool {
    let Some(mut numbers) = numbers.collect::<Option<Vec<u32>>>() else { return false };
    numbers.sort_unstable();
    let most = numbers.last().map_or(0, |last| *last as usize);
    numbers.windows(2).all(|pair| pair[0] < pair[1]) && most * 7 <= numbers.len() * 8
}
