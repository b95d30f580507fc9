//! Blanks that are filled in: `BERT-base 有（ 12 ）层。` What stands in the brackets is the answer.

use super::extent::{ends, is_bare};
use crate::import::page::{Page, is_verdict};
use crate::import::style::{Answer, Question};

/// Fewer brackets with white space inside are chance, where no head says that blanks follow.
const FEWEST: usize = 3;
/// What fills a blank has no more letters.
const LONGEST: usize = 24;

/// A sentence whose blanks are filled in.
struct FilledBlanks {
    /// The sentence with empty brackets.
    asked: String,
    told: String,
    /// White space stands around all that fills them.
    is_padded: bool,
}

/// Takes what fills the blanks of sentences for their answers, where nothing stands below.
pub(super) fn open(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let own = |(question, end): (&Question, usize)| {
        let is_open = question.answer == Answer::Below
            && question.line == question.last_line
            && is_bare(page, question, end);
        let filled = is_open.then(|| filled(&question.text)).flatten()?;
        let is_named = page.is_below_blanks(question.line);
        (is_named || filled.is_padded).then_some((filled, is_named))
    };
    let found: Vec<Option<(FilledBlanks, bool)>> = questions.iter().zip(ends).map(own).collect();
    let padded = found.iter().flatten().filter(|(filled, _)| filled.is_padded).count();
    for (question, found) in questions.iter_mut().zip(found) {
        let Some((filled, _)) = found.filter(|(_, is_named)| *is_named || padded >= FEWEST) else { continue };
        question.text = filled.asked;
        question.answer = Answer::Keyed { text: filled.told, first: question.line, last: question.line };
    }
}

/// Whether a line is a sentence whose blanks are filled in.
pub(super) fn are_filled(page: &Page<'_>, line: usize) -> bool {
    filled(page.stem(line).text).is_some_and(|filled| filled.is_padded || page.is_below_blanks(line))
}

fn filled(text: &str) -> Option<FilledBlanks> {
    // Of blanks that are drawn none is in brackets.
    if !text.contains(['（', '(']) || text.contains("__") {
        return None;
    }
    let (mut told, mut is_padded) = (Vec::new(), true);
    let asked = emptied(text, |open, inner| {
        let core = inner.trim();
        let has_blanks = inner.starts_with(BLANKS) && inner.ends_with(BLANKS);
        let is_blank = (open == '（' || has_blanks)
            && !core.is_empty()
            && core.chars().count() <= LONGEST
            && !is_verdict(core)
            && !core.chars().all(|letter| ('A'..='H').contains(&letter));
        if is_blank {
            is_padded &= has_blanks;
            told.push(core);
        }
        is_blank
    });
    (!told.is_empty()).then(|| FilledBlanks { asked, told: told.join("；"), is_padded })
}

/// A text with blanks in the brackets that `takes` wants emptied, by how they open and what stands in them.
pub(super) fn emptied<'a>(text: &'a str, mut takes: impl FnMut(char, &'a str) -> bool) -> String {
    let mut found = String::with_capacity(text.len());
    let mut from = 0;
    while let Some((at, open)) = text[from..].char_indices().find(|(_, letter)| matches!(letter, '（' | '('))
    {
        let start = from + at + open.len_utf8();
        let Some(length) = text[start..].find(['）', ')', '（', '(']) else { break };
        let inner = &text[start..start + length];
        let is_closed = text[start + length..].starts_with(['）', ')']);
        found.push_str(&text[from..start]);
        found.push_str(if is_closed && takes(open, inner) { "  " } else { inner });
        from = start + length;
    }
    found.push_str(&text[from..]);
    found
}

const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{a0}'];

#[cfg(test)]
mod tests {
    use crate::import;

    fn cards(text: &str) -> Vec<(String, String)> {
        let notes = import::read(text.as_bytes(), None, None, None);
        let face =
            |card: &crate::card::Card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string());
        notes.cards.iter().map(face).collect()
    }

    #[test]
    fn what_fills_a_blank_is_the_answer() {
        let list = "1. 中间维度通常是隐藏维度的（ 4 ）倍。\n2. 基础版有（12）层。\n3. 除以（√d）是为了防止（梯度消失）。\n";
        for text in [format!("填空\n{list}"), format!("# 习题\n\n## 二、填空题\n\n{list}")] {
            let found = cards(&text);
            assert_eq!(found.len(), 3, "{text}: {found:?}");
            assert_eq!(found[0], ("中间维度通常是隐藏维度的（  ）倍。".into(), "4".into()));
            assert_eq!(found[2], ("除以（  ）是为了防止（  ）。".into(), "√d；梯度消失".into()));
        }
        // Brackets that explain are none, and nothing asks.
        assert_eq!(
            cards("步骤\n1. 使用优化器（自适应）训练。\n2. 加载数据（分批）。\n3. 保存（每轮）。\n"),
            []
        );
    }

    #[test]
    fn verdicts_need_no_brackets() {
        for text in [
            "判断题\n1. 统计量与批大小有关。 错\n2. 残差缓解梯度消失。 对\n3. 它处处可导。 错\n",
            "判断题\n1. 统计量与批大小有关 错\n2. 残差缓解梯度消失 对\n3. 它处处可导 错\n",
            "判断题\n1. 统计量与批大小有关。（×）\n2. 残差缓解梯度消失。（√）\n3. 它处处可导。（ × ）\n",
        ] {
            let found = cards(text);
            assert_eq!(found.len(), 3, "{text}: {found:?}");
            assert!(
                found[0].0.starts_with("统计量与批大小有关") && !found[0].0.contains(['错', '×']),
                "{found:?}"
            );
            assert!(["错", "×"].contains(&found[0].1.as_str()), "{found:?}");
        }
        // Beside questions of other kinds.
        let found = cards(
            "1. 为什么要缩放？\n方差变大\n2. 统计量与批大小有关。（ × ）\n3. 残差缓解梯度消失。（√）\n4. 什么是池化？\n降采样\n5. 什么是步长？\n移动的距离\n",
        );
        assert_eq!((found[1].1.as_str(), found[2].1.as_str()), ("×", "√"), "{found:?}");
    }
}
