//! Questions that stand twice, in one script and below it in another: one card with both lines.

use super::extent::ends;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Question};

/// The script most letters of a text are in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Wide,
}

/// Joins questions with their translations.
pub(super) fn join(page: &Page<'_>, questions: &mut Vec<Question>) {
    if questions.len() < 3 {
        return;
    }
    join_pairs(page, questions);
    join_lines(page, questions);
}

/// Two questions in a row of which the first has nothing below it.
fn join_pairs(page: &Page<'_>, questions: &mut Vec<Question>) {
    let is_pair =
        |pair: &[Question]| is_bare(page, &pair[0], &pair[1]) && differ(&pair[0].text, &pair[1].text);
    let mut places = Vec::new();
    let mut place = 0;
    while place + 1 < questions.len() {
        if is_pair(&questions[place..place + 2]) {
            places.push(place);
            place += 1;
        }
        place += 1;
    }
    // Each question, or nearly each, stands twice.
    if places.len() < 3 || places.len() * 20 < questions.len() * 9 {
        return;
    }
    for place in places.into_iter().rev() {
        let other = questions.remove(place + 1);
        let one = &mut questions[place];
        one.text = format!("{}\n{}", one.text, other.text);
        (one.last_line, one.answer, one.sure) = (other.last_line, other.answer, one.sure || other.sure);
        one.limit = other.limit;
    }
}

fn is_bare(page: &Page<'_>, one: &Question, other: &Question) -> bool {
    one.answer == Answer::Below
        && one.level == other.level
        && other.line - one.last_line <= 2
        && (one.last_line + 1..other.line).all(|line| page.is_blank(line))
}

/// The first line below each question asks the same in another script.
fn join_lines(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let second = |(question, end): (&Question, &usize)| {
        let line = question.last_line + 1;
        let has_answer = line < *end && (line + 1..=*end).any(|below| !page.is_furniture(below));
        if question.answer != Answer::Below || !has_answer || page.kind(line) != LineKind::Text {
            return None;
        }
        let text = page.stem(line).text;
        let asks = || text.ends_with(['?', '？']) || asking(text) == Asking::Yes;
        (differ(&question.text, text) && asks()).then(|| (line, text.to_owned()))
    };
    let lines: Vec<Option<(usize, String)>> = questions.iter().zip(&ends).map(second).collect();
    if lines.iter().flatten().count() * 5 < questions.len() * 4 {
        return;
    }
    for (question, (line, text)) in
        questions.iter_mut().zip(lines).filter_map(|(question, line)| Some((question, line?)))
    {
        question.text = format!("{}\n{text}", question.text);
        question.last_line = line;
    }
}

/// Whether two texts are in two scripts.
fn differ(one: &str, other: &str) -> bool {
    script(one).zip(script(other)).is_some_and(|(one, other)| one != other)
}

/// A text in Chinese, Japanese or Korean holds Latin names often; one in Latin letters holds no wide ones.
fn script(text: &str) -> Option<Script> {
    let wide =
        text.chars().filter(|letter| matches!(letter, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'));
    if wide.take(2).count() > 1 {
        return Some(Script::Wide);
    }
    (text.bytes().filter(u8::is_ascii_alphabetic).take(2).count() > 1).then_some(Script::Latin)
}
