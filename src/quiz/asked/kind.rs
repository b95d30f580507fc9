//! What kind of answer a question wants: code, a comparison, or an explanation.

use crate::card::Card;

/// What kind of answer a question wants beside an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wants {
    pub(super) code: bool,
    pub(super) comparison: bool,
}

/// What the names of cards begin with that want code.
pub(super) const CODE_NAME: &str = "code-";
/// Words that want code, and a comparison.
const CODE: [&str; 10] = [
    "implement",
    "write code",
    "code up",
    "in numpy",
    "in pytorch",
    "手写",
    "手撕",
    "代码",
    "实现一个",
    "实现一下",
];
const COMPARISON: [&str; 13] = [
    "differ", "compare", " vs", "versus", " or ", "还是", "区别", "不同", "差异", "对比", "比较", "异同",
    "相比",
];

pub(super) fn wants(question: &str) -> Wants {
    // `different kinds` are no difference that is asked for.
    let question = question.to_lowercase().replace("different ", "");
    let has = |words: &[&str]| words.iter().any(|word| question.contains(word));
    // What is told to be done is done in code; how something is done is not.
    let is_told = question.trim_start().starts_with("实现");
    Wants { code: is_told || has(&CODE), comparison: has(&COMPARISON) }
}

/// What a card wants: its name or its title says so. Tests alone do not, an explanation may have some too.
pub(super) fn wants_of(card: &Card) -> Wants {
    let asks: Vec<Wants> = card.faces.iter().map(|face| wants(&face.question)).collect();
    Wants {
        code: card.metadata().is_some() && card.id.as_str().starts_with(CODE_NAME)
            || asks.iter().any(|wants| wants.code),
        comparison: asks.iter().any(|wants| wants.comparison),
    }
}
