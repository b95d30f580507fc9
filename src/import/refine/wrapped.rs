//! Questions in text that is broken at one width: each goes on to the end of its paragraph.

use super::extent::ends;
use crate::import::page::{LineKind, Page, columns, mark};
use crate::import::style::{Answer, Question};

/// Text is broken between these columns.
const NARROW: usize = 55;
const WIDE: usize = 100;
/// A question takes no more lines.
const LONGEST: usize = 12;

/// Takes the lines that numbered questions go on with, where most that go on do so because their line was full.
pub(super) fn join(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let last_of = |question: &Question, end: usize| {
        let goes_on = |below: &usize| {
            page.kind(*below) == LineKind::Text
                && !page.has(*below, mark::NUMBER | mark::BULLET | mark::ANSWER)
        };
        let is_plain = question.answer == Answer::Below && page.kind(question.line) == LineKind::Text;
        let rows = question.last_line + 1..=end.min(question.line + LONGEST);
        if is_plain { rows.take_while(goes_on).last() } else { None }
    };
    let lasts: Vec<Option<usize>> =
        questions.iter().zip(&ends).map(|(question, end)| last_of(question, *end)).collect();
    let on: Vec<(&Question, usize)> =
        questions.iter().zip(&lasts).filter_map(|(question, last)| Some((question, (*last)?))).collect();
    let rows = on.iter().flat_map(|(question, last)| question.line..=*last);
    let width = rows.map(|line| columns(page.line(line))).max().unwrap_or(0);
    // Those that were taken up to their question mark are broken in the same way.
    let joined = questions.iter().filter(|question| question.last_line > question.line).count();
    if on.len() + joined < 4 || !(NARROW..=WIDE).contains(&width) || !all_numbered(page, questions) {
        return;
    }
    let is_full = |line: usize| {
        let text = page.line(line).trim_end();
        let next = first_word(page.line(line + 1));
        !text.ends_with(['?', '？', '。', ':', '：']) && columns(text) + 1 + columns(next) > width * 9 / 10
    };
    let full = on.iter().filter(|(question, _)| is_full(question.last_line)).count();
    if (full + joined) * 3 < (on.len() + joined) * 2 || full * 2 < on.len() {
        return;
    }
    for (question, last) in questions.iter_mut().zip(lasts) {
        let Some(last) = last else { continue };
        add(page, question, last);
    }
    // Where nearly nothing is left below, what is left is of the questions too.
    let rest = |(question, end): (&Question, &usize)| {
        page.trimmed(question.last_line + 1, (*end).max(question.last_line))
    };
    let left: Vec<Option<(usize, usize)>> = questions.iter().zip(&ends).map(rest).collect();
    if left.iter().flatten().count() * 3 < questions.len() {
        for (question, left) in questions.iter_mut().zip(left) {
            if let Some((_, last)) = left.filter(|(_, last)| last - question.line <= LONGEST) {
                add(page, question, last);
            }
        }
    }
}

/// What a line that is broken may not part: a word; between wide letters it may be broken anywhere.
fn first_word(line: &str) -> &str {
    let text = line.trim_start();
    let is_wide = |letter: char| letter > '\u{2e7f}';
    let end = text.find(|letter: char| letter.is_whitespace() || is_wide(letter)).unwrap_or(text.len());
    let first = text.chars().next().map_or(0, char::len_utf8);
    &text[..end.max(first)]
}

fn all_numbered(page: &Page<'_>, questions: &[Question]) -> bool {
    questions.iter().all(|question| page.has(question.line, mark::NUMBER))
}

fn add(page: &Page<'_>, question: &mut Question, last: usize) {
    question.text.push('\n');
    question.text.push_str(&page.slice(question.last_line + 1, last));
    question.last_line = last;
}

#[cfg(test)]
mod tests {
    use crate::import;

    fn questions(text: &str) -> Vec<String> {
        let notes = import::read(text.as_bytes(), None, None, None);
        notes.cards.iter().map(|card| card.faces[0].question.to_string()).collect()
    }

    #[test]
    fn an_answer_in_chinese_below_a_short_question_is_no_part_of_it() {
        let text = "1、什么是反向传播？\n利用链式法则，从输出层往输入层逐层计算损失对参数的梯度。\n\n2、梯度消失的原因及解决方法\n原因：\n\n3、什么是感受野？\n输出特征图上一个点对应输入图上的区域大小。\n4、1×1卷积有什么作用\n参数少：3个3×3参数27C²，1个7×7是49C²；\n";
        let asked = ["什么是反向传播？", "梯度消失的原因及解决方法", "什么是感受野？", "1×1卷积有什么作用"];
        assert_eq!(questions(text), asked);
    }
}
