//! Answers on the lines of their questions, behind the question mark: `- Is it trained? No, it stays fixed.`

use super::extent::{ends, is_bare};
use crate::import::ask::{Asking, asking};
use crate::import::page::Page;
use crate::import::style::{Answer, Question};

/// Takes what stands behind the question mark for the answer, where the file is written so and nothing stands below.
pub(super) fn part(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let bare: Vec<bool> =
        questions.iter().zip(ends).map(|(question, end)| is_bare(page, question, end)).collect();
    let all = bare.iter().filter(|bare| **bare).count();
    let parted_by = |part: &dyn Fn(&str) -> Option<usize>| -> Vec<Option<String>> {
        let one = |(question, bare): (&Question, &bool)| {
            let at = part(&question.text).filter(|_| *bare && question.line == question.last_line);
            at.map(|at| question.text[at..].trim().to_owned())
        };
        questions.iter().zip(&bare).map(one).collect()
    };
    // Two questions in a row on one line are common, an answer in each such line is not by chance.
    let are_enough = |parted: &[Option<String>], part: usize, of: usize| {
        let count = parted.iter().flatten().count();
        count > 2 && count * of >= all * part && count * 2 >= questions.len()
    };
    let mut parted = parted_by(&answer_at);
    if !are_enough(&parted, 3, 4) {
        parted = parted_by(&behind_colon);
        if parted.iter().flatten().count() < 4 || !are_enough(&parted, 9, 10) {
            return;
        }
    }
    for (question, answer) in questions.iter_mut().zip(parted) {
        let Some(answer) = answer else { continue };
        let asked = question.text.trim_end().len() - answer.len();
        let end = question.text[..asked].trim_end_matches([' ', ':', '：', '*', '_']).len();
        let marks = question.text[end..asked].chars().filter(|sign| *sign == '*').count();
        let closes = if marks > 1 && question.text.starts_with("**") { "**" } else { "" };
        question.text.truncate(end);
        question.text.push_str(closes);
        question.answer = Answer::Beside(answer);
    }
}

/// Where the text begins that follows the questions a text begins with.
fn answer_at(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut asked = None;
    // Sentence by sentence, as long as they ask.
    while let Some(end) = text[at..].find(['?', '？', '!', '！', '。']).map(|end| at + end) {
        let mark = text[end..].chars().next()?;
        let behind = end + mark.len_utf8();
        let is_end = mark != '?'
            || behind == text.len()
            || text[behind..].starts_with([' ', '*', '_'])
            || !text[behind..].is_ascii();
        let tells = text[at..end].contains(". ");
        if !is_end {
            at = behind;
            continue;
        }
        if !matches!(mark, '?' | '？') || (tells && asked.is_some()) {
            break;
        }
        (asked, at) = (Some(behind), behind);
    }
    let at = asked?;
    let rest = text[at..].trim_start_matches(['*', '_', ' ', '\t', '\u{3000}', '-', '–', '—']);
    // What closes a bracket or a quotation belongs to the question.
    let is_closed = !rest.starts_with([']', ')', '）', '"', '”', '」', '`']);
    (is_closed && rest.contains(char::is_alphabetic)).then(|| text.len() - rest.len())
}

/// Where the text begins that follows the colon behind a question without a mark.
fn behind_colon(text: &str) -> Option<usize> {
    if text.contains(['?', '？']) {
        return None;
    }
    let (at, sign) = text
        .char_indices()
        .find(|(at, sign)| *sign == '：' || (*sign == ':' && text[at + 1..].starts_with([' ', '*'])))?;
    let rest = text[at + sign.len_utf8()..].trim_start_matches(['*', '_', ' ']);
    let asks = asking(&text[..at]) > Asking::No;
    (asks && rest.contains(char::is_alphabetic)).then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_begins_behind_the_last_question() {
        for (text, answer) in [
            ("Is it fixed? No, never.", Some("No, never.")),
            ("**Is it fixed?** No. Why? It learns.", Some("No. Why? It learns.")),
            ("Is it fixed? If so, how? By a mask.", Some("By a mask.")),
            ("权重共享吗？共享。", Some("共享。")),
            ("[Why?](https://example.org/why)", None),
            ("Why?", None),
            ("Why? How?", None),
            ("What does `a?b` do", None),
        ] {
            assert_eq!(answer_at(text).map(|at| &text[at..]), answer, "{text}");
        }
    }
}
