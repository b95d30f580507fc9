//! A stem: one line taken apart into its marks (indent, bullet, heading, number, label, bold) and its text.

/// Whether a line is labelled as a question or as an answer (`Q:`, `答：`, `Ответ:`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// `Q:`, `问：`, `Question 3`
    Question,
    /// `A:`, `答：`, `Answer:`
    Answer,
}

/// What stands behind or around a number. Numbers of one list share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Delimiter {
    /// `1.`
    Dot,
    /// `1、`
    Comma,
    /// `1)` or `1）`
    Bracket,
    /// `(1)`, `（1）` or `[1]`
    Brackets,
    /// `1:`
    Colon,
    /// `Q1`, `问题1：`, `第1题`, `Question 1:`, by the word: a list keeps to one.
    Word(u8),
    /// `一、`
    Han,
    /// `（一）`
    HanBrackets,
    /// `①`
    Circle,
    /// `1.2`, by how many numbers it has.
    Parts(u8),
    /// `1` and a space; only a heading may be numbered so.
    Bare,
}

/// A number at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// The number; of `2.3` the last part.
    pub(super) value: u32,
    /// The parts before the last one, as one figure to compare.
    pub(super) prefix: u32,
    pub(super) delimiter: Delimiter,
}

/// Which part of a line is bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bold {
    No,
    /// Its beginning, up to this byte of the text; the closing marks follow.
    Lead(usize),
    /// All of it, apart from signs behind.
    Whole,
}

/// A line taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stem<'a> {
    /// Columns before the first mark; a tab counts four.
    pub(super) indent: usize,
    pub(super) bullet: bool,
    /// `[ ]` or `[x]` of a task list.
    pub(super) task: Option<bool>,
    /// `#` marks, whether or not Markdown takes them for a heading.
    pub(super) heading: bool,
    pub(super) number: Option<Number>,
    pub(super) label: Option<Label>,
    /// Which word the label is: lines labelled with other words are of another kind.
    pub(super) word: u8,
    pub(super) bold: Bold,
    /// What is left, without the closing marks of a wholly bold text.
    pub(super) text: &'a str,
}

impl<'a> Stem<'a> {
    pub(super) fn of(line: &'a str) -> Stem<'a> {
        let start = line.trim_start_matches(white);
        let indent = line[..line.len() - start.len()].chars().map(columns).sum();
        let mut stem = Stem {
            indent,
            bullet: false,
            task: None,
            heading: false,
            number: None,
            label: None,
            word: 0,
            bold: Bold::No,
            text: start.trim_end_matches(white),
        };
        let mut open: Option<&'static str> = None;
        // Marks come in any order: `1. **Q**`, `**1.** Q`, `- ### Q1: …`.
        for _ in 0..8 {
            let before = stem.text;
            stem.strip_one(&mut open);
            if stem.text.len() == before.len() {
                break;
            }
        }
        if stem.heading {
            stem.text = unclosed_heading(stem.text);
        }
        stem.close(open);
        if stem.label.is_none() && stem.number.is_none() && names_answer(stem.text) {
            let stands_out = stem.heading || stem.bold == Bold::Whole || !stem.text.is_ascii();
            stem.label = stands_out.then_some(Label::Answer);
            if stem.label.is_some() {
                stem.text = "";
            }
        }
        stem
    }

    /// The number of a heading, whether or not a sign follows it.
    pub(super) fn number_of_heading(&self) -> Option<u32> {
        self.number.or(bare_number(self.text).map(|(number, _)| number)).map(|number| number.value)
    }

    fn strip_one(&mut self, open: &mut Option<&'static str>) {
        let text = self.text;
        let Some(first) = text.bytes().next() else { return };
        match first {
            b'-' | b'+' | b'*'
                if text[1..].starts_with([' ', '\t'])
                    && !self.bullet
                    && self.number.is_none()
                    && open.is_none() =>
            {
                self.bullet = true;
                self.text = text[1..].trim_start_matches(white);
            }
            b'[' if self.task.is_none() && (self.bullet || self.number.is_some()) => {
                let rest = text.get(3..).filter(|_| text.is_char_boundary(3));
                match (text.get(..3), rest) {
                    (Some("[ ]"), Some(rest)) => {
                        (self.task, self.text) = (Some(false), rest.trim_start_matches(white));
                    }
                    (Some("[x]" | "[X]"), Some(rest)) => {
                        (self.task, self.text) = (Some(true), rest.trim_start_matches(white));
                    }
                    _ => self.strip_number(open),
                }
            }
            b'#' if !self.heading && open.is_none() => {
                let rest = text.trim_start_matches('#');
                let marks = text.len() - rest.len();
                // "###1." forgets the space; "#define" and "#tag" are no headings.
                let spaced = rest.is_empty() || rest.starts_with(white);
                let forgot = rest
                    .chars()
                    .next()
                    .is_some_and(|letter| letter.is_numeric() || (marks > 1 && letter != '{'));
                if marks <= 6 && (spaced || forgot) {
                    self.heading = true;
                    self.text = rest.trim_start_matches(white);
                }
            }
            b'*' | b'_' | b'<' if open.is_none() => {
                for (mark, close) in [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")]
                {
                    if let Some(rest) = text.strip_prefix(mark).filter(|rest| !rest.starts_with(['*', '_'])) {
                        *open = Some(close);
                        self.text = rest.trim_start_matches(white);
                        return;
                    }
                }
                // Anchors: `<a name="x"></a>`.
                if let Some(rest) = text
                    .strip_prefix("<a ")
                    .and_then(|rest| rest.split_once("</a>"))
                    .filter(|(inner, _)| inner.ends_with('>'))
                {
                    self.text = rest.1.trim_start_matches(white);
                }
            }
            _ => self.strip_number(open),
        }
        // `**1.** text`: only the number was bold.
        if let Some(close) = *open
            && (self.number.is_some() || self.label.is_some())
            && let Some(rest) = self.text.strip_prefix(close)
        {
            *open = None;
            self.text = rest.trim_start_matches([':', '：', '.', ' ', '\t', '\u{3000}']);
        }
    }

    fn strip_number(&mut self, open: &mut Option<&'static str>) {
        if self.label.is_none()
            && let Some(labelled) = label(self.text, *open)
        {
            self.label = Some(labelled.label);
            self.word = labelled.word;
            self.number = self.number.or(labelled.number);
            self.text = labelled.rest;
            if labelled.closed {
                *open = None;
            }
        } else if self.number.is_none()
            && self.label.is_none()
            && let Some((number, rest)) = number(self.text)
        {
            self.number = Some(number);
            self.text = rest.trim_start_matches(white);
        }
    }

    fn close(&mut self, open: Option<&'static str>) {
        let Some(close) = open else { return };
        let Some(at) = self.text.find(close) else { return };
        let behind = &self.text[at + close.len()..];
        let says =
            behind.chars().any(|letter| letter.is_alphanumeric() || matches!(letter, ':' | '：' | '['));
        if says {
            self.bold = Bold::Lead(at);
        } else {
            self.bold = Bold::Whole;
            self.text = self.text[..at].trim_end();
        }
    }

    /// The text as a question: bold marks that opened before the number are balanced again.
    pub(super) fn question(&self) -> String {
        match self.bold {
            Bold::Lead(at) => {
                let behind = self.text[at..].trim_start_matches(['*', '_']);
                let behind =
                    behind.strip_prefix("</b>").or(behind.strip_prefix("</strong>")).unwrap_or(behind);
                format!("{}{behind}", &self.text[..at])
            }
            _ => self.text.to_owned(),
        }
    }
}

fn white(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\u{200b}' | '\u{feff}')
}

fn columns(letter: char) -> usize {
    match letter {
        '\t' => 4,
        '\u{3000}' => 2,
        '\u{200b}' | '\u{feff}' => 0,
        _ => 1,
    }
}

/// Closing heading marks count only behind a space: "C#" is a name.
fn unclosed_heading(text: &str) -> &str {
    match text.trim_end_matches('#') {
        cut if cut.len() < text.len() && (cut.is_empty() || cut.ends_with([' ', '\t'])) => cut.trim_end(),
        _ => text,
    }
}

/// Cheap look at a text: might it begin with the word for a question or an answer?
pub(super) fn begins_label(text: &str) -> bool {
    match text.bytes().next() {
        Some(first @ (b'A'..=b'Z' | b'a'..=b'z')) => {
            let near = &text.as_bytes()[..text.len().min(24)];
            let short = text.len() < 32;
            matches!(
                first.to_ascii_lowercase(),
                b'a' | b'q' | b's' | b'e' | b'r' | b'p' | b'd' | b'f' | b'c' | b'm'
            ) && (short || near.iter().any(|byte| matches!(byte, b':' | 0xef | b'.' | b')' | b'0'..=b'9')))
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
            )
        ),
        _ => false,
    }
}

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

/// Words for a question, lower case.
const QUESTION_WORDS: [&str; 17] = [
    "question",
    "ques",
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
];

/// Words for an answer, lower case.
const ANSWER_WORDS: [&str; 42] = [
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
];

/// A text that is only the name of an answer, as a heading or in bold.
pub(super) fn names_answer(text: &str) -> bool {
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

/// A label taken off a line.
struct Labelled<'a> {
    label: Label,
    word: u8,
    number: Option<Number>,
    rest: &'a str,
    /// The bold that was open before the label ended with it.
    closed: bool,
}

/// `Q:`, `**Q1.**`, `Question 3`, `【答】`: the label, its number, what follows.
fn label<'a>(text: &'a str, open: Option<&'static str>) -> Option<Labelled<'a>> {
    let framed = text.strip_prefix('【').or_else(|| text.strip_prefix('['));
    let inner = framed.unwrap_or(text);
    if !begins_label(inner) {
        return None;
    }
    // Letters of one alphabet share their first byte in either case; it rules most words out.
    let first = inner.as_bytes()[0].to_ascii_lowercase();
    let word = |words: &'static [&'static str]| {
        let mut likely = (0u8..).zip(words).filter(|(_, word)| word.as_bytes()[0] == first);
        likely.find_map(|(place, word)| Some((place, *word, strip_word(inner, word)?)))
    };
    let (label, (place, name, rest)) = match word(&QUESTION_WORDS) {
        Some(found) => (Label::Question, found),
        None => (Label::Answer, word(&ANSWER_WORDS)?),
    };
    let short = name.len() == 1;
    let rest = rest.trim_start_matches([' ', '#', '\u{3000}', '-', '_']);
    let digits = rest.len() - rest.trim_start_matches(|letter| digit(letter).is_some()).len();
    let value = rest[..digits].chars().filter_map(digit).take(6).fold(0, |sum, digit| sum * 10 + digit);
    let number = (digits > 0).then_some(Number { value, prefix: 0, delimiter: Delimiter::Word(place) });
    let rest = rest[digits..].trim_start_matches([' ', '\u{3000}']);
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
            label == Label::Question && (number.is_some() || short)
        }
        None => number.is_some() || closed || !short && name.is_ascii() && name != "ques",
        // "Question 1?" is no label: it is the question itself.
        Some('?' | '？' | '!' | '！' | ',' | '，' | '。') => false,
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
    let rest = if matches!(separator, Some(':' | '：' | '.' | '、' | ')' | '）' | '．' | '|')) {
        &rest[separator.map_or(0, char::len_utf8)..]
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

/// The number a text starts with, and what follows.
pub(super) fn number(text: &str) -> Option<(Number, &str)> {
    let first = text.chars().next()?;
    if !(first.is_ascii_digit() || matches!(first, '(' | '[' | '#') || !first.is_ascii()) {
        return None;
    }
    if let '①'..='⑳' = first {
        let value = u32::from(first) - u32::from('①') + 1;
        let rest = text[first.len_utf8()..].trim_start_matches(['.', '、', ' ']);
        return Some((Number { value, prefix: 0, delimiter: Delimiter::Circle }, rest));
    }
    if let Some(rest) = text.strip_prefix('第') {
        return ordinal(rest);
    }
    let opened = text.strip_prefix(['(', '（', '[']);
    let body = opened.unwrap_or(text);
    let (value, rest, han) = match figure(body) {
        Some((value, rest)) => (value, rest, false),
        None => han_figure(body).map(|(value, rest)| (value, rest, true))?,
    };
    let next = rest.chars().next();
    let number = |value, prefix, delimiter| Number { value, prefix, delimiter };
    if opened.is_some() {
        let rest = rest.strip_prefix([')', '）', ']'])?;
        let link = rest.starts_with(['(', '[']) || (text.starts_with('[') && rest.starts_with(':'));
        let delimiter = if han { Delimiter::HanBrackets } else { Delimiter::Brackets };
        return (!link).then_some((number(value, 0, delimiter), rest));
    }
    let behind = &rest[next.map_or(0, char::len_utf8)..];
    if han {
        return match next? {
            '、' | '.' | '．' | '：' => Some((number(value, 0, Delimiter::Han), behind)),
            _ => None,
        };
    }
    match next? {
        ')' | '）' => Some((number(value, 0, Delimiter::Bracket), behind)),
        '、' => Some((number(value, 0, Delimiter::Comma), behind)),
        ':' | '：' if !behind.starts_with(|letter: char| letter.is_ascii_digit() || letter == '/') => {
            Some((number(value, 0, Delimiter::Colon), behind))
        }
        '\\' if behind.starts_with('.') => Some((number(value, 0, Delimiter::Dot), &behind[1..])),
        '.' | '．' | '-' => parts(value, rest),
        _ => None,
    }
}

/// The number of a heading like `## 3 Pooling`. Alone it may be part of the text, so the stem keeps it.
pub(super) fn bare_number(text: &str) -> Option<(Number, &str)> {
    let (value, rest) = figure(text)?;
    let behind = rest.trim_start_matches(white);
    let says = behind.len() < rest.len() && behind.starts_with(|letter: char| !letter.is_ascii_digit());
    (says && value < 1000).then_some((Number { value, prefix: 0, delimiter: Delimiter::Bare }, behind))
}

/// `1.`, `1.2 `, `1.2.`, `3-2 `, but no `3.14`, `2.0版` and `2020-01-01`.
fn parts(value: u32, rest: &str) -> Option<(Number, &str)> {
    let (mut last, mut prefix, mut count, mut rest) = (value, 0u32, 1u8, rest);
    let dash = rest.starts_with('-');
    loop {
        let behind = rest.strip_prefix(['.', '．', '-']);
        match behind.and_then(figure) {
            Some((next, after)) if count < 5 => {
                prefix = prefix.wrapping_mul(1000).wrapping_add(last);
                (last, rest, count) = (next, after, count + 1);
            }
            _ => break,
        }
    }
    if count == 1 {
        let rest = rest.strip_prefix(['.', '．']).filter(|_| !dash)?;
        return Some((Number { value, prefix: 0, delimiter: Delimiter::Dot }, rest));
    }
    let closed = rest.strip_prefix(['.', '、', ')', '）']).or_else(|| rest.strip_prefix(white));
    if last == 0 || count > 4 || value > 999 {
        return None;
    }
    Some((Number { value: last, prefix, delimiter: Delimiter::Parts(count) }, closed?))
}

/// `1题：`, `三问`.
fn ordinal(text: &str) -> Option<(Number, &str)> {
    let text = text.trim_start();
    let (value, rest) = figure(text).or_else(|| han_figure(text))?;
    let rest = rest.trim_start().strip_prefix(['题', '問', '问', '題'])?;
    let rest = rest.trim_start_matches(['：', ':', '.', '、', ' ', ')', '）']);
    Some((Number { value, prefix: 0, delimiter: Delimiter::Word(u8::MAX) }, rest))
}

/// Up to four digits, ASCII or full-width.
fn figure(text: &str) -> Option<(u32, &str)> {
    let (mut value, mut count, mut rest) = (0u32, 0usize, text.chars());
    let mut behind = rest.as_str();
    while let Some(digit) = rest.next().and_then(digit) {
        count += 1;
        if count > 6 {
            return None;
        }
        value = value * 10 + digit;
        behind = rest.as_str();
    }
    (count > 0).then_some((value, behind))
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => letter.to_digit(10),
    }
}

pub(super) fn is_han_digit(letter: char) -> bool {
    matches!(letter, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Chinese numbers up to 99.
fn han_figure(text: &str) -> Option<(u32, &str)> {
    let value =
        |letter| "一二三四五六七八九".chars().position(|digit| digit == letter).map(|at| at as u32 + 1);
    let end = text.find(|letter| value(letter).is_none() && letter != '十').unwrap_or(text.len());
    let digits = &text[..end];
    let figure = match digits.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { single(tens, value)? };
            tens * 10 + if ones.is_empty() { 0 } else { single(ones, value)? }
        }
        None => single(digits, value)?,
    };
    Some((figure, &text[end..]))
}

fn single(text: &str, value: impl Fn(char) -> Option<u32>) -> Option<u32> {
    let mut letters = text.chars();
    let first = letters.next()?;
    if letters.next().is_some() { None } else { value(first) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart() {
        use Delimiter::*;
        for (line, delimiter, value, text) in [
            ("1.池化？", Some(Dot), 1, "池化？"),
            ("###1.池化？", Some(Dot), 1, "池化？"),
            ("**2. Why?**", Some(Dot), 2, "Why?"),
            ("**2)** Why?", Some(Bracket), 2, "Why?"),
            ("1. **Why?**", Some(Dot), 1, "Why?"),
            ("- **3.** Why", Some(Dot), 3, "Why"),
            ("1. ### Why?", Some(Dot), 1, "Why?"),
            ("３．x", Some(Dot), 3, "x"),
            ("（4）x", Some(Brackets), 4, "x"),
            ("十二、x", Some(Han), 12, "x"),
            ("（三）x", Some(HanBrackets), 3, "x"),
            ("① x", Some(Circle), 1, "x"),
            ("第5题：x", Some(Word(u8::MAX)), 5, "x"),
            ("#### 1.2 x", Some(Parts(2)), 2, "x"),
            ("2.3.1. x", Some(Parts(3)), 1, "x"),
            ("3.14是圆周率", None, 0, "3.14是圆周率"),
            ("2.0版", None, 0, "2.0版"),
            ("2024-01-02", None, 0, "2024-01-02"),
            ("12:30 lunch", None, 0, "12:30 lunch"),
            ("[1](x)", None, 0, "[1](x)"),
            ("## A b ##", None, 0, "A b"),
            ("# C#", None, 0, "C#"),
            ("#define x", None, 0, "#define x"),
            ("text", None, 0, "text"),
            ("", None, 0, ""),
        ] {
            let stem = Stem::of(line);
            assert_eq!(stem.number.map(|number| number.delimiter), delimiter, "{line}");
            assert_eq!((stem.number.map_or(0, |number| number.value), stem.text), (value, text), "{line}");
            assert_eq!(stem.label, None, "{line}");
        }
    }

    #[test]
    fn labels_are_found() {
        use Label::{Answer, Question};
        for (line, label, number, text) in [
            ("Q: Why?", Some(Question), None, "Why?"),
            ("**Q1: Why?**", Some(Question), Some(1), "Why?"),
            ("**Q1:** Why?", Some(Question), Some(1), "Why?"),
            ("**Q2**: Why?", Some(Question), Some(2), "Why?"),
            ("### Q3. Why?", Some(Question), Some(3), "Why?"),
            ("Q4 Why?", Some(Question), Some(4), "Why?"),
            ("Question 5", Some(Question), Some(5), ""),
            ("问题6：为什么", Some(Question), Some(6), "为什么"),
            ("问：为什么", Some(Question), None, "为什么"),
            ("【题目】为什么", Some(Question), None, "为什么"),
            ("1. Q: Why?", Some(Question), Some(1), "Why?"),
            ("A: Because", Some(Answer), None, "Because"),
            ("**A:** Because", Some(Answer), None, "Because"),
            ("**答：**", Some(Answer), None, ""),
            ("答案：因为", Some(Answer), None, "因为"),
            ("#### Answer: D", Some(Answer), None, "D"),
            ("**Answer**", Some(Answer), None, ""),
            ("Ответ: да", Some(Answer), None, "да"),
            ("A. an option", None, None, "A. an option"),
            ("Questions?", None, None, "Questions?"),
            ("A dog", None, None, "A dog"),
            ("问题是什么", None, None, "问题是什么"),
            ("Answer the call", None, None, "Answer the call"),
        ] {
            let stem = Stem::of(line);
            assert_eq!((stem.label, stem.text), (label, text), "{line}");
            assert_eq!(stem.number.map(|number| number.value), number, "{line}");
        }
    }

    #[test]
    fn half_bold_questions_are_balanced() {
        assert_eq!(Stem::of("**2) Factorial**. Compute it").question(), "Factorial. Compute it");
        assert_eq!(Stem::of("**What is it?** It is").bold, Bold::Lead(11));
        assert_eq!(Stem::of("**What is it?** 👶").bold, Bold::Whole);
    }
}
