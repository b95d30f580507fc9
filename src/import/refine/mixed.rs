//! Terms with what they mean among questions with their answers behind them, all on one line each.

use super::behind::{behind_mark, cut, says};
use super::extent::{ends, is_bare};
use crate::import::ask::{Asking, asking};
use crate::import::page::{Page, colon_of_term};
use crate::import::style::{Answer, Question};

/// Parts terms from their meanings, and the questions beside them from their answers.
pub(super) fn part(page: &Page<'_>, questions: &mut [Question]) {
    let bare = |questions: &[Question]| -> Vec<bool> {
        let ends = ends(page, questions);
        questions.iter().zip(ends).map(|(question, end)| is_bare(page, question, end)).collect()
    };
    let mut open = bare(questions);
    if part_below_terms(page, questions, &open) {
        open = bare(questions);
    }
    part_mixed(page, questions, &open);
}

/// Parts terms from what they mean where the head of their section says that terms are to be explained; gives whether
/// there were any.
fn part_below_terms(page: &Page<'_>, questions: &mut [Question], bare: &[bool]) -> bool {
    let mut are_any = false;
    for (question, _) in questions.iter_mut().zip(bare).filter(|(_, bare)| **bare) {
        let is_open = question.line == question.last_line && question.answer == Answer::Below;
        let place = behind_sign(&question.text).filter(|_| is_open && page.is_below_terms(question.line));
        if let Some(place) = place {
            cut(question, place);
            are_any = true;
        }
    }
    are_any
}

/// Parts answers behind question marks in a list in which other lines have a term and its meaning, or only these where
/// none asks and all are so.
fn part_mixed(page: &Page<'_>, questions: &mut [Question], bare: &[bool]) {
    let is_open = |question: &Question| question.line == question.last_line;
    let place = |(question, bare): (&Question, &bool)| {
        let text = &question.text;
        let parted =
            || behind_mark(text).map(|place| (place, true)).or_else(|| Some((behind_sign(text)?, false)));
        (*bare && is_open(question)).then(parted).flatten()
    };
    let found: Vec<Option<((usize, usize), bool)>> = questions.iter().zip(bare).map(place).collect();
    // Some styles part them themselves.
    let is_inline = |question: &&Question| {
        matches!(question.answer, Answer::Behind(_) | Answer::Beside(_))
            && question.text.ends_with(['?', '？'])
    };
    let inline = questions.iter().filter(is_inline).count();
    let (all, parted) = (questions.len(), found.iter().flatten().count() + inline);
    let marked = found.iter().flatten().filter(|(_, is_marked)| *is_marked).count() + inline;
    let unmarked = parted - marked;
    let is_mixed = marked > 1 && unmarked > 0 && marked * 2 >= parted && parted * 10 >= all * 9;
    let none_asks = || questions.iter().all(|question| page.asks(question.line) == Asking::No);
    let are_terms = marked == 0 && parted >= FEWEST_PARTED && parted == all && none_asks();
    if !is_mixed && !are_terms {
        return;
    }
    for (question, place) in questions.iter_mut().zip(found) {
        if let Some((place, _)) = place {
            cut(question, place);
        }
    }
}

/// Fewer terms are chance.
const FEWEST_PARTED: usize = 3;
/// A term before its meaning has no more letters and no more words.
const LONGEST_TERM: usize = 48;
const MOST_WORDS: usize = 6;

/// What is told of a term behind a colon or a dash: `gradient clipping: cap the norm`.
fn behind_sign(text: &str) -> Option<(usize, usize)> {
    let parts = |at: usize, length: usize| {
        let term = text[..at].trim_end_matches(['*', '_', ' ']);
        let told = text[at + length..].trim_start_matches(['*', '_', ' ', '\u{3000}']);
        let is_term = says(term)
            && term.chars().count() <= LONGEST_TERM
            && term.split_whitespace().count() <= MOST_WORDS
            && !term.contains(['?', '？', '。', '，', ',', ';', '；', ':', '：']);
        let is_told = says(told) && !told.starts_with("//") && asking(told) == Asking::No;
        (is_term && is_told).then(|| (term.len(), text.len() - told.len()))
    };
    let colon = colon_of_term(text).map(|colon| (colon.start, colon.len()));
    let dashes = [" - ", " – ", " — ", " -- ", "——", " = ", " -> ", " → "].into_iter();
    let dash = dashes.filter_map(|dash| Some((text.find(dash)?, dash.len()))).min();
    let (at, length) = colon.into_iter().chain(dash).min()?;
    parts(at, length)
}

#[cfg(test)]
mod tests {
    use crate::import;

    fn cards(text: &str, style: Option<&str>) -> Vec<(String, String)> {
        let style = style.and_then(import::named);
        let notes = import::read(text.as_bytes(), None, style, None);
        let face =
            |card: &crate::card::Card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string());
        notes.cards.iter().map(face).collect()
    }

    fn owned(rows: &[(&str, &str)]) -> Vec<(String, String)> {
        rows.iter().map(|(asked, told)| ((*asked).to_owned(), (*told).to_owned())).collect()
    }

    #[test]
    fn a_line_without_a_mark_does_not_undo_the_others() {
        for (text, expected) in [
            (
                "1. warmup? small steps first\n2. adam eps? 1e-8\n3. why LN? no batch\n4. weight tying: one matrix twice\n",
                [
                    ("warmup?", "small steps first"),
                    ("adam eps?", "1e-8"),
                    ("why LN?", "no batch"),
                    ("weight tying", "one matrix twice"),
                ],
            ),
            (
                "1、预热有什么用？先小后大\n2、默认轮数？3\n3、梯度裁剪：限制范数\n4、为何除以根号d？防止饱和\n",
                [
                    ("预热有什么用？", "先小后大"),
                    ("默认轮数？", "3"),
                    ("梯度裁剪", "限制范数"),
                    ("为何除以根号d？", "防止饱和"),
                ],
            ),
            (
                "- What is a token? a piece of text\n- beam width - the number of paths\n- Why bytes? nothing is unknown\n- What is BPE? merges of pairs\n",
                [
                    ("What is a token?", "a piece of text"),
                    ("beam width", "the number of paths"),
                    ("Why bytes?", "nothing is unknown"),
                    ("What is BPE?", "merges of pairs"),
                ],
            ),
        ] {
            assert_eq!(cards(text, None), owned(&expected), "{text}");
        }
        let text = "1. what is a stride - the step of the kernel\n2. why pooling - smaller maps\n3. what is padding – zeros around\n";
        let expected = [
            ("what is a stride", "the step of the kernel"),
            ("why pooling", "smaller maps"),
            ("what is padding", "zeros around"),
        ];
        assert_eq!(cards(text, None), owned(&expected));
    }

    #[test]
    fn a_section_of_terms_parts_them() {
        let terms = "1、早停：验证集变差就停。\n2、迁移学习：用别处学到的知识。\n";
        let own = [("早停", "验证集变差就停。"), ("迁移学习", "用别处学到的知识。")];
        assert_eq!(cards(&format!("五、名词解释\n{terms}"), None), owned(&own));
        let text = format!(
            "三、判断题\n1、它处处可导。（ × ）\n2、推理时关闭。（√）\n\n五、名词解释\n{terms}3、步长\n每次移动的距离\n"
        );
        let all = [("它处处可导。", "×"), ("推理时关闭。", "√"), own[0], own[1], ("步长", "每次移动的距离")];
        assert_eq!(cards(&text, None), owned(&all));
        let text =
            "1) dropout: random zeroing\n2) early stop: the best epoch\n3) label smoothing: soft targets\n";
        let expected = [
            ("dropout", "random zeroing"),
            ("early stop", "the best epoch"),
            ("label smoothing", "soft targets"),
        ];
        assert_eq!(cards(text, Some("numbered")), owned(&expected));
    }

    #[test]
    fn a_list_that_only_asks_is_left_as_it_is() {
        let text = "1. Explain attention: with the formula\n2. What is RoPE?\n3. Compare GQA and MQA\n4. Project: your own part\n";
        assert!(cards(text, None).iter().all(|(_, told)| told.is_empty()));
    }
}
