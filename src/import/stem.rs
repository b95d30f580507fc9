//! A stem: one line taken apart into its marks (indent, bullet, heading, number, label, bold) and its text.

mod decoration;
mod label;
mod number;
mod white;
mod word;

pub(super) use decoration::{is_decoration, whole_link};
pub(super) use label::{Label, begins_label, names_answer, says_answer};
pub(super) use number::{Delimiter, Number, bare_number, is_han_digit, number};
pub(super) use word::{is_word_of_programs, word_label};

use decoration::{marked, undecorated, unended, unwrapped};
use label::label;
use white::white;

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
        stem.text = unended(stem.text);
        stem.close(open);
        // `第1题` alone on its line heads what is asked below it, as `Question 1` does.
        if stem.text.is_empty() && stem.label.is_none() && stem.is_ordinal() {
            (stem.label, stem.word) = (Some(Label::Question), u8::MAX);
        }
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

    /// Whether its number is an ordinal: `第1题`.
    fn is_ordinal(&self) -> bool {
        self.number.is_some_and(|number| number.delimiter == Delimiter::Word(u8::MAX))
    }

    fn strip_one(&mut self, open: &mut Option<&'static str>) {
        self.text = undecorated(self.text, self.bullet);
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
                if !self.strip_task() {
                    self.strip_bracket(open);
                }
            }
            b'[' => self.strip_bracket(open),
            b'=' | b'`' if self.number.is_none() => {
                let inner = marked(text).filter(|inner| {
                    first == b'='
                        || number(inner).is_some_and(|(_, rest)| !rest.is_ascii() || rest.ends_with('?'))
                });
                self.text = inner.unwrap_or(text);
            }
            b'#' if text.starts_with("#. ") => self.strip_number(open),
            b'#' if !self.heading && open.is_none() => self.strip_heading(),
            b'*' | b'_' | b'<' if open.is_none() => {
                *open = self.strip_opening();
                if open.is_some() {
                    return;
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

    fn strip_task(&mut self) -> bool {
        let text = self.text;
        let rest = text.get(3..).filter(|_| text.is_char_boundary(3));
        let (task, rest) = match (text.get(..3), rest) {
            (Some("[ ]"), Some(rest)) => (false, rest),
            (Some("[x]" | "[X]"), Some(rest)) => (true, rest),
            _ => return false,
        };
        (self.task, self.text) = (Some(task), rest.trim_start_matches(white));
        true
    }

    /// Of a link whose name begins with a number or a label, the name is the text.
    fn strip_bracket(&mut self, open: &mut Option<&'static str>) {
        if self.number.is_none()
            && self.label.is_none()
            && let Some((name, _)) = whole_link(unended(self.text))
        {
            let name = undecorated(name.trim_matches(white), false);
            if number(name).is_some() || label(name, None).is_some() {
                self.text = name;
                return;
            }
        }
        self.strip_number(open);
    }

    fn strip_heading(&mut self) {
        let rest = self.text.trim_start_matches('#');
        let marks = self.text.len() - rest.len();
        // "###1." forgets the space; "#define" and "#tag" are no headings.
        let spaced = rest.is_empty() || rest.starts_with(white);
        let forgot =
            rest.chars().next().is_some_and(|letter| letter.is_numeric() || (marks > 1 && letter != '{'));
        if marks <= 6 && (spaced || forgot) {
            self.heading = true;
            self.text = rest.trim_start_matches(white);
        }
    }

    /// Takes off marks that open bold text, and gives those that close it; or an anchor.
    fn strip_opening(&mut self) -> Option<&'static str> {
        let text = self.text;
        const BOLD: [(&str, &str); 8] = [
            ("***", "***"),
            ("___", "___"),
            ("**_", "_**"),
            ("_**", "**_"),
            ("**", "**"),
            ("__", "__"),
            ("<b>", "</b>"),
            ("<strong>", "</strong>"),
        ];
        for (mark, close) in BOLD {
            if let Some(rest) = text.strip_prefix(mark).filter(|rest| !rest.starts_with(['*', '_'])) {
                self.text = rest.trim_start_matches(white);
                return Some(close);
            }
        }
        if let Some(inner) = unwrapped(text) {
            self.text = inner;
        }
        None
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

fn columns(letter: char) -> usize {
    match letter {
        '\t' => 4,
        '\u{3000}' => 2,
        '\u{200b}' | '\u{feff}' => 0,
        _ => 1,
    }
}

/// Closing heading marks count only behind a space: "C#" is a name.
pub(super) fn unclosed_heading(text: &str) -> &str {
    match text.trim_end_matches('#') {
        cut if cut.len() < text.len() && (cut.is_empty() || cut.ends_with([' ', '\t'])) => cut.trim_end(),
        _ => text,
    }
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
            ("（4.）x", Some(Brackets), 4, "x"),
            ("(12.) x", Some(Brackets), 12, "x"),
            ("十二、x", Some(Han), 12, "x"),
            ("（三）x", Some(HanBrackets), 3, "x"),
            ("① x", Some(Circle), 1, "x"),
            ("🔟 x", Some(Circle), 10, "x"),
            ("❷ x", Some(Circle), 2, "x"),
            ("XIV. x", Some(Roman), 14, "x"),
            ("Ⅲ、x", Some(Roman), 3, "x"),
            ("IIII. x", None, 0, "IIII. x"),
            ("I.e. x", None, 0, "I.e. x"),
            ("第5题：x", Some(Word(u8::MAX)), 5, "x"),
            ("#### 1.2 x", Some(Parts(2)), 2, "x"),
            ("2.3.1. x", Some(Parts(3)), 1, "x"),
            ("3.14是圆周率", None, 0, "3.14是圆周率"),
            ("2.0版", None, 0, "2.0版"),
            ("2024-01-02", None, 0, "2024-01-02"),
            ("32.5023452,31.7", None, 0, "32.5023452,31.7"),
            ("3 - Why?", Some(Dash), 3, "Why?"),
            ("3 - 2 = 1", None, 0, "3 - 2 = 1"),
            ("6.) Why?", Some(Bracket), 6, "Why?"),
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
            ("Q - Why?", Some(Question), None, "Why?"),
            ("A – so", Some(Answer), None, "so"),
            ("**Q1: Why?**", Some(Question), Some(1), "Why?"),
            ("**Q1:** Why?", Some(Question), Some(1), "Why?"),
            ("**Q2**: Why?", Some(Question), Some(2), "Why?"),
            ("### Q3. Why?", Some(Question), Some(3), "Why?"),
            ("Q4 Why?", Some(Question), Some(4), "Why?"),
            ("Question 5", Some(Question), Some(5), ""),
            ("## 第3题", Some(Question), Some(3), ""),
            ("**第十题：**", Some(Question), Some(10), ""),
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
