//! Questions that stand loose among the cards: an answer, or a chapter, that is nothing but lines that ask.

use super::chapters::gaps;
use super::extent::ends;
use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, mark};
use crate::import::style::{Answer, Question};

/// Fewer cards tell nothing about a file.
const FEWEST: usize = 3;

/// Makes cards of lines that ask, where an answer or a stretch between two cards holds nothing else.
pub(super) fn take(page: &Page<'_>, questions: &mut Vec<Question>) {
    if questions.len() < FEWEST {
        return;
    }
    let ends = ends(page, questions);
    let mut found: Vec<usize> = Vec::new();
    let (mut emptied, mut chapters, mut answered) = (Vec::new(), Vec::new(), 0);
    for (place, (question, end)) in questions.iter().zip(&ends).enumerate() {
        let asks = page.asks(question.line) == Asking::Yes;
        let Some((first, last)) = body(page, question, *end) else { continue };
        answered += 1;
        let lines = loose(page, first, last, number_of(page, question.line).filter(|_| asks));
        if !asks && !question.sure && lines.len() > 2 {
            chapters.push(place);
            found.extend(lines);
        } else if asks && !lines.is_empty() {
            emptied.push((place, first));
            found.extend(lines);
        }
    }
    // Where many answers ask, they are questions to think of.
    if emptied.len() * 3 > answered {
        return;
    }
    for (first, last) in gaps(page, questions) {
        let mut start = first;
        for end in first..=last {
            if end == last || page.level(end + 1).is_some() {
                found.extend(loose(page, start, end, None));
                found.extend(outer_items(page, start, end));
                start = end + 1;
            }
        }
    }
    for (place, first) in emptied {
        let question = &mut questions[place];
        question.limit = first - 1;
        question.answer = Answer::Lines(question.last_line + 1, question.last_line);
    }
    for place in chapters.into_iter().rev() {
        questions.remove(place);
    }
    questions.extend(found.into_iter().map(|line| Question::new(page, line, page.stem(line).question())));
    questions.sort_by_key(|question| question.line);
}

/// The lines of an answer that stands below its question.
fn body(page: &Page<'_>, question: &Question, end: usize) -> Option<(usize, usize)> {
    match question.answer {
        Answer::Below if end > question.last_line => page.trimmed(question.last_line + 1, end),
        Answer::Lines(first, last) if first <= last => Some((first, last)),
        _ => None,
    }
}

/// The lines of a stretch that ask, where all do that stand free, or where they go on counting from the number above.
fn loose(page: &Page<'_>, first: usize, last: usize, above: Option<u32>) -> Vec<usize> {
    let told = || (first..=last).filter(|line| !page.is_furniture(*line) && page.level(*line).is_none());
    let asking = told().filter(|line| asks_alone(page, *line)).count();
    let is_counted = || told().next().is_some_and(|line| page.has(line, mark::NUMBER));
    // Nearly all answers tell.
    if asking == 0 && !(above.is_some() && is_counted()) {
        return Vec::new();
    }
    let below_heads: Vec<usize> = told().collect();
    // In a list of several one may be a task.
    let is_list = asking == below_heads.len()
        || asking > 2
            && asking * 3 >= below_heads.len() * 2
            && below_heads.iter().all(|line| stands(page, *line));
    if !below_heads.is_empty() && is_list {
        return below_heads;
    }
    let numbered: Vec<usize> = (below_heads.iter().copied())
        .filter(|line| page.has(*line, mark::NUMBER) && page.kind(*line) == LineKind::Text)
        .filter(|line| page.stem(*line).indent == 0 && !page.stem(*line).text.is_empty())
        .collect();
    let goes_on = above.is_some_and(|above| {
        above > 0 && numbered.first().is_some_and(|line| number_of(page, *line) == Some(above + 1))
    });
    let opens = numbered.first() == below_heads.first();
    let asking = numbered.iter().filter(|line| page.asks(**line) > Asking::No).count();
    let is_list = numbered.len() > 2
        && asking * 5 >= numbered.len() * 3
        && (below_heads.len() - numbered.len()) * 5 <= numbered.len();
    if goes_on && opens && is_list { numbered } else { Vec::new() }
}

/// The items of a stretch that is nothing but a list, each with items nested in it, of which some ask or end with a colon.
fn outer_items(page: &Page<'_>, first: usize, last: usize) -> Vec<usize> {
    let told: Vec<usize> =
        (first..=last).filter(|line| !page.is_furniture(*line) && page.level(*line).is_none()).collect();
    let is_outer = |line: usize| page.item(line) == 1 && page.has(line, mark::BULLET);
    let mut items = Vec::new();
    for (place, line) in told.iter().enumerate() {
        let is_inside = page.line(*line).starts_with([' ', '\t']);
        let has_items = told.get(place + 1).is_some_and(|next| page.item(*next) > 1);
        match (is_inside, is_outer(*line)) {
            (true, _) if !items.is_empty() => {}
            (false, true) if has_items => items.push(*line),
            _ => return Vec::new(),
        }
    }
    let announces =
        |line: &&usize| page.asks(**line) > Asking::No || page.line(**line).trim_end().ends_with([':', '：']);
    if items.len() > 2 && items.iter().filter(announces).count() * 2 >= items.len() {
        items
    } else {
        Vec::new()
    }
}

/// A line that stands free and ends with a question mark.
fn asks_alone(page: &Page<'_>, line: usize) -> bool {
    stands(page, line) && {
        let text = page.line(line).trim_end().trim_end_matches(|letter: char| ").）".contains(letter));
        text.ends_with(['?', '？']) || text.contains("? (") || text.contains("？（")
    }
}

/// A line of running text that stands free.
fn stands(page: &Page<'_>, line: usize) -> bool {
    let is_free = |line: usize| line == 0 || line > page.len() || page.is_furniture(line);
    let text = page.line(line).trim_end();
    page.kind(line) == LineKind::Text
        && page.item(line) == 0
        && !page.has(line, mark::ANSWER | mark::NUMBER | mark::BULLET)
        && !page.is_folded(line)
        && !text.starts_with([' ', '\t', '*', '_', '<', '!', '"', '“'])
        && is_free(line - 1)
        && is_free(line + 1)
}

fn number_of(page: &Page<'_>, line: usize) -> Option<u32> {
    page.heading_stem(line).number_of_heading()
}
