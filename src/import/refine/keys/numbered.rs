//! Keys of texts below a section: `答案：` alone, and below it the numbers of the questions above, which have nothing else.

use super::giving::KeyedAnswer;
use super::naming::{is_han_counted, names, number_of};
use crate::import::page::{LineKind, Page, mark};
use crate::import::refine::extent::{ends, is_bare};
use crate::import::style::{Answer, Question};

/// Fewer answers are one.
const FEWEST: usize = 2;

/// What stands below a line that only names answers.
struct NumberedKey {
    head: usize,
    /// The place of the first of its questions, and how many these are.
    first: usize,
    answers: Vec<KeyedAnswer>,
}

/// Gives the questions right above each such key its answers, where there is one for each.
pub(super) fn give(page: &Page<'_>, questions: &mut Vec<Question>) {
    let heads: Vec<usize> = (1..=page.len()).filter(|line| names(page, *line)).collect();
    for head in heads.into_iter().rev() {
        let Some(key) = key(page, questions, head) else { continue };
        let NumberedKey { head, first, answers } = key;
        let last = answers.last().map_or(head, |answer| answer.last);
        let own = questions[first..].iter_mut().zip(answers);
        for (question, KeyedAnswer { text, first, last, .. }) in own {
            question.limit = question.limit.min(head - 1);
            question.answer = Answer::Keyed { text, first, last };
        }
        questions.retain(|question| !(head..=last).contains(&question.line));
    }
}

fn key(page: &Page<'_>, questions: &[Question], head: usize) -> Option<NumberedKey> {
    let asked = questions.partition_point(|question| question.line < head);
    let ends = ends(page, &questions[..asked]);
    let is_open = |place: usize| {
        let question = &questions[place];
        let end = if place + 1 == asked { head - 1 } else { ends[place] };
        is_bare(page, question, end.min(head - 1)) && number_of(page, question.line).is_some()
    };
    // From the one right above on up to number 1.
    let mut first = asked;
    while first > 0 && is_open(first - 1) {
        first -= 1;
        if number_of(page, questions[first].line) == Some(1) {
            break;
        }
    }
    let count = asked - first;
    let counts =
        (first..asked).zip(1..).all(|(place, number)| number_of(page, questions[place].line) == Some(number));
    if count < FEWEST || !counts {
        return None;
    }
    let answers = answers(page, head, count as u32)?;
    Some(NumberedKey { head, first, answers })
}

/// The answers from 1 to `count` below a line, each on lines of its own.
fn answers(page: &Page<'_>, head: usize, count: u32) -> Option<Vec<KeyedAnswer>> {
    let mut found: Vec<KeyedAnswer> = Vec::new();
    for line in head + 1..=page.len() {
        if page.is_furniture(line) {
            // Behind a blank line only the next number goes on.
            continue;
        }
        let number = (page.has(line, mark::NUMBER) && page.kind(line) == LineKind::Text)
            .then(|| number_of(page, line).filter(|_| !is_han_counted(page, line)))
            .flatten();
        let wanted = found.len() as u32 + 1;
        match number {
            Some(number) if number == wanted && wanted <= count => {
                let text = page.heading_stem(line).question();
                found.push(KeyedAnswer { number, first: line, last: line, text });
            }
            None if page.kind(line) == LineKind::Text
                && !page.is_furniture(line - 1)
                && !page.has(line, mark::NUMBER | mark::ANSWER | mark::QUESTION) =>
            {
                let last = found.last_mut()?;
                last.last = line;
                last.text = format!("{}\n{}", last.text, page.line(line).trim());
            }
            // One more number is that of an answer of its own.
            Some(number) if number == wanted => return None,
            _ => break,
        }
    }
    (found.len() as u32 == count && found.iter().all(|answer| !answer.text.is_empty())).then_some(found)
}

#[cfg(test)]
mod tests {
    use crate::import;

    fn answers(text: &str) -> Vec<(String, String)> {
        let notes = import::read(text.as_bytes(), None, None, None);
        let face = |card: &crate::card::Card| {
            (card.faces[0].question.to_string(), card.faces[0].answer.trim().to_owned())
        };
        notes.cards.iter().map(face).collect()
    }

    #[test]
    fn numbers_below_a_section_are_its_answers() {
        for (name, label) in
            [("四、填空题", "答案："), ("## 填空题", "参考答案"), ("Part A: fill in", "Answers:")]
        {
            let text = format!(
                "{name}\n1、归一化层的均值是____。\n2、两个任务是______和______。\n3、默认值为____。\n{label}\n1、零\n2、甲；乙\n3、0.9\n\n五、简答题\n1、什么是过拟合？\n训练集好测试集差。\n2、什么是批归一化？\n按批算均值。\n"
            );
            let found = answers(&text);
            let told: Vec<&str> = found.iter().map(|(_, told)| told.as_str()).collect();
            assert_eq!(
                told,
                ["零", "甲；乙", "0.9", "训练集好测试集差。", "按批算均值。"],
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn points_below_a_label_are_one_answer() {
        let text = "1. 过拟合怎么办？\n答案：\n1、加数据\n2、正则化\n2. 欠拟合怎么办？\n答案：\n1、换大模型\n2、训练更久\n";
        let found = answers(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].1.contains("加数据") && found[0].1.contains("正则化"), "{found:?}");
    }
}
