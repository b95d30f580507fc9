//! The word that says what a line is: a question or an answer, in the languages notes are written in.

use super::number::{Delimiter, Number, digit};
use super::white;
use std::sync::LazyLock;

/// Whether a line is labelled as a question or as an answer (`Q:`, `答：`, `Ответ:`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Label {
    /// `Q:`, `问：`, `Question 3`
    Question,
    /// `A:`, `答：`, `Answer:`
    Answer,
}

/// A label taken off a line.
pub(super) struct Labelled<'a> {
    pub(super) label: Label,
    pub(super) word: u8,
    pub(super) number: Option<Number>,
    pub(super) rest: &'a str,
    /// The bold that was open before the label ended with it.
    pub(super) closed: bool,
}

/// `Q:`, `**Q1.**`, `Question 3`, `【答】`: the label, its number, what follows.
pub(super) fn label<'a>(text: &'a str, open: Option<&'static str>) -> Option<Labelled<'a>> {
    let framed = text.strip_prefix('【').or_else(|| text.strip_prefix('['));
    let inner = framed.unwrap_or(text);
    if !begins_label(inner) {
        return None;
    }
    let word = |words: &'static [&'static str], likely: &[u8]| {
        let mut likely = likely.iter().map(|place| (*place, words[usize::from(*place)]));
        likely.find_map(|(place, word)| Some((place, word, strip_word(inner, word)?)))
    };
    // Letters of one alphabet share their first byte in either case; it rules most words out.
    let [questions, answers] = &PLACES[usize::from(inner.as_bytes()[0].to_ascii_lowercase())];
    let (label, (place, name, rest)) = match word(&QUESTION_WORDS, questions) {
        Some(found) => (Label::Question, found),
        None => (Label::Answer, word(&ANSWER_WORDS, answers)?),
    };
    let short = matches!(name, "q" | "a" | "ｑ" | "ａ");
    if let Some(rest) = behind_dash(rest).filter(|_| framed.is_none()) {
        return Some(Labelled { label, word: place, number: None, rest, closed: false });
    }
    let (number, rest) = numbered(rest, place);
    // Without a number these are words of any text.
    if number.is_none() && matches!(name, "problem" | "exercise" | "习题" | "例题" | "练习") {
        return None;
    }
    let rest = rest.strip_prefix(['】', ']']).map_or(rest, |rest| rest);
    // The bold may end before the colon or behind it.
    let (rest, closed) = match open.and_then(|close| rest.strip_prefix(close)) {
        Some(rest) => (rest, true),
        None => (rest, framed.is_some()),
    };
    let separator = rest.chars().next();
    let sure = match separator {
        Some(':' | '：') => true,
        Some('.' | '、' | ')' | '）' | '．' | '|') => {
            // `A3.` is a label, "Answer 3." a sentence.
            short && number.is_some()
                || label == Label::Question && (number.is_some() || short || is_cut(name))
        }
        None => number.is_some() || closed || !short && name.is_ascii() && !is_cut(name),
        // "Question 1?" is no label: it is the question itself.
        Some('?' | '？' | '!' | '！' | ',' | '，' | '。') => false,
        // "Question 3 (15 points)", "Question (done): …"
        Some('(' | '（' | '[') => {
            label == Label::Question && (number.is_some() || behind_remark(rest).is_some())
        }
        Some(_) => {
            closed && framed.is_some()
                || label == Label::Question
                    && number.is_some()
                    && (closed || !inner.is_ascii() || inner.starts_with('Q'))
        }
    };
    if !sure || (framed.is_some() && text.starts_with('[') && rest.starts_with('(')) {
        return None;
    }
    let rest = if let Some(behind) = behind_remark(rest).filter(|_| number.is_none()) {
        behind
    } else if matches!(separator, Some(':' | '：' | '.' | '、' | ')' | '）' | '．' | '|')) {
        &rest[separator.map_or(0, char::len_utf8)..]
    } else if number.is_some() {
        rest.trim_start_matches(['·', '•', '-', '–', '—', '/', ' '])
    } else {
        rest
    };
    let number = number.filter(|_| label == Label::Question);
    Some(Labelled {
        label,
        word: place,
        number,
        rest: rest.trim_start_matches(white),
        closed: closed && framed.is_none(),
    })
}

/// What follows a dash between blanks: `Q - Why?`.
fn behind_dash(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(' ')?.trim_start_matches(' ');
    ["- ", "-- ", "– ", "— "]
        .into_iter()
        .find_map(|dash| rest.strip_prefix(dash))
        .map(|rest| rest.trim_start_matches(white))
}

/// What follows a short remark in brackets and a colon: `(done): Why?`.
fn behind_remark(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['(', '（', '['])?;
    let (at, close) =
        inner.char_indices().take(LONGEST_REMARK).find(|(_, letter)| matches!(letter, ')' | '）' | ']'))?;
    inner[at + close.len_utf8()..].trim_start_matches(white).strip_prefix([':', '：'])
}

/// A remark between a label and its colon has no more letters.
const LONGEST_REMARK: usize = 24;

/// A word that is cut short ends with a dot; without one it may be another word.
fn is_cut(name: &str) -> bool {
    matches!(name, "ques" | "que")
}

/// A text that is only the name of an answer, as a heading or in bold.
pub(in crate::import) fn names_answer(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    if !text.trim_start_matches(|letter: char| letter.is_ascii_punctuation()).starts_with(is_label_letter) {
        return false;
    }
    let core = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    // One letter is more often an option.
    begins_label(core) && core.chars().count() > 1 && ANSWER_WORDS.contains(&core.to_lowercase().as_str())
}

/// A line that only says that the answer follows: `Answer:`, `**A3.**`, `答`.
pub(in crate::import) fn says_answer(line: &str) -> bool {
    if line.len() > 48 {
        return false;
    }
    let core = line.trim_matches(|letter: char| !letter.is_alphanumeric());
    if !begins_label(core) {
        return false;
    }
    if matches!(core, "A" | "答" | "답") || names_answer(core) {
        return true;
    }
    // Of an item in a list `A 644` is an option.
    let word = core.trim_end_matches(|letter| digit(letter).is_some());
    word.len() < core.len()
        && (matches!(word, "A" | "答" | "답") || names_answer(word.trim_end()))
        && !line.trim_start().starts_with(['-', '+', '['])
        && !line.trim_start().starts_with("* ")
}

/// Cheap look at a text: might it begin with the word for a question or an answer?
pub(in crate::import) fn begins_label(text: &str) -> bool {
    match text.bytes().next() {
        Some(first @ (b'A'..=b'Z' | b'a'..=b'z')) => {
            let near = &text.as_bytes()[..text.len().min(24)];
            let short = text.len() < 32;
            matches!(
                first.to_ascii_lowercase(),
                b'a' | b'q' | b's' | b'e' | b'r' | b'p' | b'd' | b'f' | b'c' | b'm' | b'y'
            ) && (short
                || near
                    .iter()
                    .any(|byte| matches!(byte, b':' | 0xef | b'.' | b')' | b'-' | 0xe2 | b'0'..=b'9')))
        }
        Some(0x80..) => matches!(
            text.chars().next(),
            Some(
                '答' | '解'
                    | '回'
                    | '参'
                    | '參'
                    | '问'
                    | '問'
                    | '题'
                    | '題'
                    | '提'
                    | '正'
                    | 'О'
                    | 'о'
                    | 'В'
                    | 'в'
                    | '질'
                    | '답'
                    | 'Đ'
                    | 'đ'
                    | '标'
                    | '示'
                    | '习'
                    | '例'
                    | '练'
                    | 'Ｑ'
                    | 'ｑ'
                    | 'Ａ'
                    | 'ａ'
            )
        ),
        _ => false,
    }
}

/// The number behind the word at a place of its list, and what follows.
fn numbered(text: &str, place: u8) -> (Option<Number>, &str) {
    let rest = text.trim_start_matches([' ', '\u{a0}', '\u{202f}', '#', '\u{3000}', '-', '_']);
    let digits = rest.len() - rest.trim_start_matches(|letter| digit(letter).is_some()).len();
    let value = rest[..digits].chars().filter_map(digit).take(6).fold(0, |sum, digit| sum * 10 + digit);
    let number = (digits > 0).then_some(Number { value, prefix: 0, delimiter: Delimiter::Word(place) });
    (number, rest[digits..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{3000}']))
}

/// What follows a word, where the text begins with it in any case and the word ends there.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = if word.is_ascii() {
        let begin = text.as_bytes().get(..word.len())?;
        begin.eq_ignore_ascii_case(word.as_bytes()).then(|| &text[word.len()..])?
    } else {
        let mut rest = text.chars();
        for letter in word.chars() {
            let next = rest.next()?;
            if next != letter && next.to_lowercase().next() != Some(letter) {
                return None;
            }
        }
        rest.as_str()
    };
    // "Answers" is no "Ans"; a Chinese word may be followed by a number or a sign only.
    (!rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// The places of the words for a question and of those for an answer, by the byte that they begin with.
static PLACES: LazyLock<Vec<[Vec<u8>; 2]>> = LazyLock::new(|| {
    let of = |words: &[&str], first: u8| {
        (0u8..).zip(words).filter(|(_, word)| word.as_bytes()[0] == first).map(|(place, _)| place).collect()
    };
    (0..=u8::MAX).map(|first| [of(&QUESTION_WORDS, first), of(&ANSWER_WORDS, first)]).collect()
});

/// Words for a question, lower case.
const QUESTION_WORDS: [&str; 24] = [
    "question",
    "ques",
    "que",
    "q",
    "问题",
    "题目",
    "提问",
    "问",
    "題目",
    "問題",
    "問",
    "题",
    "вопрос",
    "pregunta",
    "pergunta",
    "domanda",
    "질문",
    "frage",
    "ｑ",
    "problem",
    "exercise",
    "习题",
    "例题",
    "练习",
];

/// Words for an answer, lower case.
const ANSWER_WORDS: [&str; 49] = [
    "参考回答",
    "参考解答",
    "参考思路",
    "答案解析",
    "答题要点",
    "标准答案",
    "标准回答",
    "示例回答",
    "回答示例",
    "回答思路",
    "解题思路",
    "题目解析",
    "reference answer",
    "suggested answer",
    "example answer",
    "正确答案",
    "correct answer",
    "sample answer",
    "model answer",
    "answers",
    "answer",
    "ans",
    "a",
    "参考答案",
    "答案",
    "答",
    "解答",
    "解析",
    "回答",
    "參考答案",
    "ответ",
    "resposta",
    "respuesta",
    "risposta",
    "답변",
    "답",
    "antwort",
    "solution",
    "réponse",
    "explanation",
    "回答要点",
    "đáp án",
    "your response",
    "your answer",
    "my answer",
    "sample response",
    "reponse",
    "solución",
    "ａ",
];

fn is_label_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(
            letter,
            '答' | '解'
                | '回'
                | '参'
                | '參'
                | '正'
                | '标'
                | '示'
                | '题'
                | 'О'
                | 'о'
                | '답'
                | 'Đ'
                | 'đ'
                | '【'
                | '：'
                | '✅'
        )
}
