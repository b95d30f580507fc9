//! Answers that stand behind their questions on the same line: `什么是召回率？答：…`, `Is it fixed? No, never.`,
//! `区别：…`, `什么是池化 -> 降采样`.

use super::extent::{ends, is_bare};
use crate::import::arrow;
use crate::import::ask::{Asking, asking};
use crate::import::page::{Page, columns, is_verdict};
use crate::import::stem::Bold;
use crate::import::style::{Answer, Question};

/// What parts an answer from the question before it, and how many questions have to be written so.
struct InlineForm {
    /// Where the question ends, and where the answer begins.
    part: fn(&str) -> Option<(usize, usize)>,
    /// Fewer are chance.
    fewest: usize,
    /// Of ten questions with nothing below them so many are written so.
    of_bare: usize,
    /// Of ten questions so many.
    of_all: usize,
    /// More of the answer may stand below.
    goes_on: bool,
}

/// All forms; the first one that a file is written in counts.
const FORMS: [InlineForm; 10] = [
    InlineForm { part: behind_label, fewest: 2, of_bare: 0, of_all: 3, goes_on: true },
    InlineForm { part: behind_options, fewest: 2, of_bare: 6, of_all: 0, goes_on: false },
    InlineForm { part: behind_verdict, fewest: 2, of_bare: 6, of_all: 0, goes_on: false },
    InlineForm { part: behind_mark, fewest: 2, of_bare: 6, of_all: 5, goes_on: false },
    InlineForm { part: behind_dash, fewest: 2, of_bare: 3, of_all: 0, goes_on: false },
    InlineForm { part: behind_dashes, fewest: 4, of_bare: 2, of_all: 2, goes_on: true },
    InlineForm { part: behind_arrow, fewest: 3, of_bare: 6, of_all: 0, goes_on: false },
    InlineForm { part: behind_colon, fewest: 4, of_bare: 5, of_all: 2, goes_on: false },
    InlineForm { part: behind_hyphen, fewest: 3, of_bare: 6, of_all: 5, goes_on: false },
    InlineForm { part: behind_term, fewest: 4, of_bare: 8, of_all: 7, goes_on: false },
];

/// Parts answers from the questions before them on the same lines, where the file is written so.
pub(super) fn part(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let apart: Vec<bool> =
        questions.iter().zip(&ends).map(|(question, end)| is_told_above(page, question, *end)).collect();
    let bare = questions.iter().zip(ends).map(|(question, end)| is_bare(page, question, end));
    let bare: Vec<bool> = bare.zip(&apart).map(|(is_bare, is_apart)| is_bare || *is_apart).collect();
    let all = bare.iter().filter(|bare| **bare).count();
    let found = FORMS.iter().find_map(|form| {
        let part = |(question, bare): (&Question, &bool)| {
            let may_go_on = form.goes_on && question.answer == Answer::Below;
            let is_open = (*bare || may_go_on) && question.line == question.last_line;
            is_open.then(|| (form.part)(&question.text)).flatten()
        };
        let places: Vec<Option<(usize, usize)>> = questions.iter().zip(&bare).map(part).collect();
        let count = places.iter().flatten().count();
        let enough = count >= form.fewest
            && count * 10 >= all * form.of_bare
            && count * 10 >= questions.len() * form.of_all;
        enough.then_some(places)
    });
    if found.is_none() && bold_terms(page, questions, &bare) {
        return;
    }
    let places = found.into_iter().flatten().zip(apart);
    for (question, (place, is_apart)) in questions.iter_mut().zip(places) {
        if let Some(place) = place {
            if is_apart {
                (question.answer, question.limit) = (Answer::Below, question.last_line);
            }
            cut(question, place);
        }
    }
    part_single(page, questions);
}

/// Whether a plain line holds a question and a sentence that answers it, and what stands below is a paragraph of its own.
fn is_told_above(page: &Page<'_>, question: &Question, end: usize) -> bool {
    let below = question.last_line + 1;
    let is_apart = below < end && page.is_blank(below) && !page.has(question.line, u8::MAX);
    let is_open = match question.answer {
        Answer::Below => true,
        Answer::Lines(first, last) => first > below && first <= last,
        _ => false,
    };
    let told = || behind_mark(&question.text).is_some_and(|(_, from)| is_sentence(&question.text[from..]));
    is_apart && is_open && question.level.is_none() && told()
}

/// Parts a question from the answer behind it.
pub(super) fn cut(question: &mut Question, (end, from): (usize, usize)) {
    let answer = question.text[from..].trim().to_owned();
    let marks = question.text[end..from].matches("**").count();
    let closes = if marks > 0 && question.text.starts_with("**") { "**" } else { "" };
    question.text.truncate(end);
    question.text.push_str(closes);
    question.answer = match question.answer {
        Answer::Below => Answer::Behind(answer),
        _ => Answer::Beside(answer),
    };
}

/// Parts the few answers that stand behind question marks in a list whose other answers stand below: behind a label,
/// or where nothing is below and a sentence follows.
fn part_single(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let bare: Vec<bool> =
        questions.iter().zip(ends).map(|(question, end)| is_bare(page, question, end)).collect();
    let own = |(question, bare): (&Question, &bool)| {
        let is_own = question.line == question.last_line && (*bare || question.answer == Answer::Below);
        let labelled = || behind_label(&question.text).filter(|(end, _)| is_marked(&question.text[..*end]));
        let tells = |(end, from): &(usize, usize)| {
            !is_prompt(&question.text[..*end]) && is_sentence(&question.text[*from..])
        };
        let may_tell = *bare && question.answer == Answer::Below;
        let told = || behind_mark(&question.text).filter(|place| may_tell && tells(place));
        is_own
            .then(|| labelled().map(|place| (place, true)).or_else(|| told().map(|place| (place, false))))
            .flatten()
    };
    let found: Vec<Option<((usize, usize), bool)>> = questions.iter().zip(&bare).map(own).collect();
    let all = bare.iter().filter(|bare| **bare).count();
    let told = found.iter().flatten().filter(|(_, is_labelled)| !is_labelled).count();
    let answered = questions.len() - all;
    let are_below = answered > 1 && answered * 2 >= questions.len() && told * 10 >= all * 6;
    for (question, found) in questions.iter_mut().zip(found) {
        if let Some((place, is_labelled)) = found
            && (is_labelled || are_below)
        {
            cut(question, place);
        }
    }
}

fn is_marked(text: &str) -> bool {
    text.trim_end_matches(['*', '_', ' ']).ends_with(['?', '？'])
}

/// Whether a question only offers verdicts on what follows: `True or false?`, `对还是错？`.
fn is_prompt(text: &str) -> bool {
    let lower = text.to_lowercase().replace("还是", " ");
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| matches!(word, "or" | "ou" | "o" | "oder" | "или") || is_verdict(word))
}

/// Whether what follows a question is more than a tag.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    text.ends_with(['。', '.', '！', '!']) || columns(text) >= SHORTEST_SENTENCE
}

/// A tag behind a question has fewer columns.
const SHORTEST_SENTENCE: usize = 12;

/// Parts terms in bold, whose marks are no longer in their texts, from what they mean, where nearly all are written so.
fn bold_terms(page: &Page<'_>, questions: &mut [Question], bare: &[bool]) -> bool {
    let part = |question: &Question| {
        let stem = page.stem(question.line);
        let Bold::Lead(at) = stem.bold else { return None };
        let behind = stem.text[at..].trim_start_matches(['*', '_']);
        let (term, meaning) = arrow::bold_term(&stem.text[..at], behind)?;
        let is_own = question.line == question.last_line && question.text == stem.question();
        is_own.then(|| (term.to_owned(), meaning.to_owned()))
    };
    let parts: Vec<Option<(String, String)>> =
        questions.iter().zip(bare).map(|(question, bare)| bare.then(|| part(question)).flatten()).collect();
    let count = parts.iter().flatten().count();
    let all = bare.iter().filter(|bare| **bare).count();
    if count < FEWEST_TERMS || count * 10 < all * 8 || count * 10 < questions.len() * 7 {
        return false;
    }
    for (question, part) in questions.iter_mut().zip(parts) {
        let Some((term, meaning)) = part else { continue };
        question.text = term;
        question.answer = match question.answer {
            Answer::Below => Answer::Behind(meaning),
            _ => Answer::Beside(meaning),
        };
    }
    true
}

/// Fewer terms are chance.
const FEWEST_TERMS: usize = 4;

/// Words before an answer, in the middle of a line.
const LABELS: [&str; 21] = [
    "**A:**",
    "**A**:",
    "**Answer:**",
    "**Answer**:",
    "**Ans:**",
    "**答：**",
    "**答**：",
    "**答案：**",
    "答：",
    "答:",
    "答案：",
    "答案:",
    "回答：",
    " A: ",
    " A：",
    " Answer: ",
    " answer: ",
    " Ans: ",
    " ans: ",
    "答案是：",
    "参考答案：",
];

fn behind_label(text: &str) -> Option<(usize, usize)> {
    let (at, from) = first_label(text)?;
    let asked = text[..at].trim_end().trim_end_matches([',', '，', '(', '（', '[', '【']).trim_end();
    (says(asked) && says(&text[from..])).then_some((asked.len(), from))
}

/// Where the first of the labels stands that a text does not begin with. Each has one colon, so they are looked for around
/// those of the text; of a label only its first place counts.
fn first_label(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut seen = [false; LABELS.len()];
    let mut first: Option<(usize, usize)> = None;
    // The first byte of the wide colon is one of all wide signs.
    for colon in memchr::memchr2_iter(b':', 0xef, bytes) {
        // The last bytes of what stands before the colons of labels.
        let may_end = colon > 0 && matches!(bytes[colon - 1], b'A' | b'r' | b's' | b'*' | 0x94 | 0x88 | 0xaf);
        if !may_end || bytes[colon] != b':' && !bytes[colon..].starts_with("：".as_bytes()) {
            continue;
        }
        for (label, seen) in LABELS.iter().zip(&mut seen).filter(|(_, seen)| !**seen) {
            let before = label.find([':', '：']).unwrap_or(0);
            let at = colon.checked_sub(before).filter(|at| bytes[*at..].starts_with(label.as_bytes()));
            if let Some(at) = at {
                *seen = true;
                let found = Some((at, at + label.len())).filter(|(at, _)| *at > 0);
                first = first.into_iter().chain(found).min();
            }
        }
    }
    first
}

/// The letter of the right one behind options on the same line: `Which one? (a) sum (b) mean -- b`.
fn behind_options(text: &str) -> Option<(usize, usize)> {
    let text = text.trim_end();
    let at = text.rfind([' ', '\t', '\u{3000}'])? + 1;
    let at = (at..text.len()).find(|at| text.is_char_boundary(*at))?;
    let word = text[at..].trim_matches(['*', '_', '(', ')', '[', ']', '（', '）', '【', '】', '.']);
    let letter = word.chars().next().filter(|letter| letter.is_ascii_alphabetic() && word.len() == 1)?;
    let before = text[..at].trim_end();
    let asked = before.trim_end_matches(['-', '–', '—', '=', '>', '→', ':', '：', ' ', '*', '_', ',', ';']);
    let has = |letter: char| {
        let upper = letter.to_ascii_uppercase();
        [letter.to_ascii_lowercase(), upper].into_iter().any(|letter| {
            let named = [format!("({letter})"), format!(" {letter})"), format!(" {letter}. ")];
            named.iter().any(|mark| asked.contains(mark.as_str()))
        })
    };
    let is_parted = asked.len() < before.len() || text[at..].starts_with(['(', '[', '（', '【', '*']);
    (is_parted && has('a') && has('b') && has(letter)).then_some((asked.len(), at))
}

/// A verdict behind a sentence: `True or false: it has gates. TRUE`.
pub(super) fn behind_verdict(text: &str) -> Option<(usize, usize)> {
    let text = text.trim_end();
    let at = text.rfind([' ', '\t', '。', '？', '\u{3000}'])?;
    let at = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let word = text[at..].trim_matches(['*', '_', '(', ')', '[', ']', '.']);
    let asked = text[..at].trim_end_matches([' ', '\t', '-', '–', '—', '=', '>', '→', '*', '_', '\u{3000}']);
    // Behind a blank, verdicts in Chinese need no stop before them.
    let is_apart = !word.is_ascii() && asked.len() < at && !asked.is_ascii();
    let is_closed = is_apart || asked.ends_with(['.', '?', '!', ':', ';', ')', '。', '？', '：', '）']);
    (is_closed && says(asked) && is_verdict(word)).then_some((asked.len(), at))
}

/// What follows the questions that a text begins with, and does not ask.
pub(super) fn behind_mark(text: &str) -> Option<(usize, usize)> {
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
    let end = asked?;
    let rest = text[end..].trim_start_matches(['*', '_', ' ', '\t', '\u{3000}', '-', '–', '—']);
    // What closes a bracket or a quotation belongs to the question, and so does what is in brackets.
    let is_apart = !rest.starts_with([']', ')', '）', '"', '”', '」', '`', '(', '（', '[']);
    let sentence = rest.split_inclusive(['.', '。', '?', '？']).next().unwrap_or(rest);
    (is_apart && rest.contains(char::is_alphanumeric) && asking(sentence) == Asking::No)
        .then(|| (end, text.len() - rest.len()))
}

/// What follows a dash or a colon behind the question mark: `Is it fixed? - no`.
fn behind_dash(text: &str) -> Option<(usize, usize)> {
    let (at, sign) = text.char_indices().find(|(_, letter)| matches!(letter, '?' | '？'))?;
    let end = at + sign.len_utf8();
    let rest = text[end..].trim_start_matches(['*', '_', ' ']);
    let dash =
        ["- ", "-- ", "– ", "— ", "—— ", ": ", "："].into_iter().find_map(|dash| rest.strip_prefix(dash))?;
    (says(dash) && !dash.contains(['?', '？'])).then(|| (end, text.len() - dash.trim_start().len()))
}

/// What follows several dashes: `索引怎么优化 ---建单列索引`.
fn behind_dashes(text: &str) -> Option<(usize, usize)> {
    let at = text.find("--")?;
    let asked = text[..at].trim_end();
    let told = text[at..].trim_start_matches(['-', ' ', '>']);
    // An option of a command is glued to its word, and a blank stands before it.
    let is_apart = text[..at].len() > asked.len() || !asked.is_ascii();
    let is_option =
        text[at..].trim_start_matches('-').starts_with(|letter: char| letter.is_ascii_lowercase())
            && text[at..].len() - text[at..].trim_start_matches('-').len() == 2;
    (is_apart && !is_option && says(asked) && says(told)).then(|| (asked.len(), text.len() - told.len()))
}

/// What an arrow points to: `什么是池化 -> 降采样`.
fn behind_arrow(text: &str) -> Option<(usize, usize)> {
    let arrow = arrow::drawn(text).or_else(|| arrow::written(text, false))?;
    let (asked, told) = (text[..arrow.start].trim_end(), &text[arrow.end..]);
    let parts = says(asked) && says(told) && asking(asked) > Asking::No && asking(told) == Asking::No;
    parts.then_some((asked.len(), arrow.end))
}

/// What is told behind the colon of a question without a mark.
fn behind_colon(text: &str) -> Option<(usize, usize)> {
    let (at, sign) = text
        .char_indices()
        .find(|(at, sign)| *sign == '：' || (*sign == ':' && !text[at + 1..].starts_with("//")))?;
    let asked = text[..at].trim_end_matches(['*', '_', ' ']);
    let rest = text[at + sign.len_utf8()..].trim_start_matches(['*', '_', ' ']);
    let asks = asking(asked) > Asking::No && !asked.contains(['?', '？']);
    (asks && rest.contains(char::is_alphabetic) && asking(rest) == Asking::No)
        .then(|| (asked.len(), text.len() - rest.len()))
}

/// What a term in bold means: `**epoch**: one pass over all data`.
fn behind_term(text: &str) -> Option<(usize, usize)> {
    let inner = text.strip_prefix("**")?;
    let end = inner.find("**")?;
    let (term, meaning) = arrow::bold_term(&inner[..end], &inner[end + 2..])?;
    Some((2 + term.len(), text.len() - meaning.len()))
}

/// What follows a dash between two blanks behind what asks without a mark: `what is dropout - random zeroing`.
fn behind_hyphen(text: &str) -> Option<(usize, usize)> {
    let dashes = [" - ", " – ", " — ", "——"].into_iter();
    let (at, dash) = dashes.filter_map(|dash| Some((text.find(dash)?, dash))).min_by_key(|(at, _)| *at)?;
    let (asked, told) = (text[..at].trim_end(), text[at + dash.len()..].trim_start());
    let parts = says(asked) && says(told) && asking(asked) > Asking::No && asking(told) == Asking::No;
    parts.then(|| (asked.len(), text.len() - told.len()))
}

pub(super) fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_begins_behind_what_parts_it_from_its_question() {
        type Part = fn(&str) -> Option<(usize, usize)>;
        let rows: [(Part, &str, Option<&str>); 37] = [
            (behind_label, "What is it? A: a net", Some("a net")),
            (behind_label, "What is it? **A:** a net", Some("a net")),
            (behind_label, "它是什么？ **答：** 网络", Some("网络")),
            (behind_label, "答：它是网络", None),
            (behind_verdict, "True or false: it has gates. TRUE", Some("TRUE")),
            (behind_verdict, "Vrai ou faux : il apprend. **Faux**", Some("**Faux**")),
            (behind_verdict, "统计量与批大小有关。 错", Some("错")),
            (behind_verdict, "残差缓解梯度消失 对", Some("对")),
            (behind_verdict, "What does it print if it is true", None),
            (behind_verdict, "Is it true or false? It is", None),
            (behind_mark, "Is it fixed? No, never.", Some("No, never.")),
            (behind_mark, "**Is it fixed?** No. Why? It learns.", Some("No. Why? It learns.")),
            (behind_mark, "Is it fixed? If so, how? By a mask.", Some("By a mask.")),
            (behind_mark, "权重共享吗？共享。", Some("共享。")),
            (behind_mark, "Is it fixed? Explain it.", None),
            (behind_mark, "[Why?](https://example.org/why)", None),
            (behind_mark, "Why? How?", None),
            (behind_mark, "What does `a?b` do", None),
            (behind_dash, "还会变吗？ - 会", Some("会")),
            (behind_dash, "Is a-b fixed? Say a-b", None),
            (behind_dash, "Why a mask?: no look ahead", Some("no look ahead")),
            (behind_dashes, "索引怎么优化   ---建单列索引", Some("建单列索引")),
            (behind_dashes, "查询性能 --explain关键字", None),
            (behind_dashes, "What is a view -- a stored query", Some("a stored query")),
            (behind_dashes, "What does ls --all print", None),
            (behind_options, "Which one? (a) sum (b) mean -- b", Some("b")),
            (behind_options, "Which one: A) sum B) mean [A]", Some("[A]")),
            (behind_options, "Which one? (a) sum (b) mean (c) plan b", None),
            (behind_options, "Which one is first in plan - b", None),
            (behind_arrow, "什么是池化 -> 降采样", Some("降采样")),
            (behind_colon, "列表和集合的区别：列表可以重复", Some("列表可以重复")),
            (behind_colon, "它的地址 http://example.org 是什么", None),
            (behind_term, "**epoch**: one pass", Some("one pass")),
            (behind_term, "**步长：** 每次移动的距离", Some("每次移动的距离")),
            (behind_term, "**epoch.** One pass", Some("One pass")),
            (behind_term, "**epoch**. One pass", Some("One pass")),
            (behind_term, "**epoch** and batch", None),
        ];
        for (part, text, answer) in rows {
            assert_eq!(part(text).map(|(_, from)| text[from..].trim()), answer, "{text}");
        }
    }

    #[test]
    fn terms_in_bold_are_parted_where_a_full_stop_closes_them() {
        let text = "1. **Epoch.** One pass over all data.\n2. **Batch.** The samples of one step.\n\
                    3. **Decay.** What the rate does later.\n4. **Seed**. The number chance begins with.\n";
        let notes = crate::import::read(text.as_bytes(), None, crate::import::named("numbered"), None);
        let cards: Vec<(&str, &str)> =
            notes.cards.iter().map(|card| (&*card.faces[0].question, &*card.faces[0].answer)).collect();
        assert_eq!(cards[0], ("Epoch", "One pass over all data."));
        assert_eq!(cards[3], ("Seed", "The number chance begins with."));
    }
}
