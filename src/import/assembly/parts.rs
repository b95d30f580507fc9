//! A card's parts on the page: where its question ends and its answer begins.

use super::Assembly;
use crate::import::ask::{self, Asking};
use crate::import::metadata::{Written, written};
use crate::import::page::{LineKind, Page, mark, option};
use crate::import::stem::{Bold, Label, Stem};
use crate::import::style::{Answer, Question};
use std::borrow::Cow;

/// Options are no longer than this, code apart: lettered paragraphs are points of an answer.
const LONGEST_OPTION: usize = 400;

/// A card's parts on the page.
pub(super) struct CardParts<'a> {
    /// The question with its code and its options.
    pub(super) question: String,
    pub(super) answer: Cow<'a, str>,
    pub(super) answer_lines: Option<(usize, usize)>,
    /// What the comment below the question says.
    pub(super) written: Option<Written<'a>>,
}

impl<'a> Assembly<'_, 'a> {
    pub(super) fn parts(&self, mut question: Question, end: usize) -> CardParts<'a> {
        let text = std::mem::take(&mut question.text);
        let (line, last) = (question.line, question.last_line.min(end));
        match std::mem::replace(&mut question.answer, Answer::Below) {
            Answer::Beside(answer) => CardParts {
                question: text,
                answer: answer.into(),
                answer_lines: Some((line, last)),
                written: None,
            },
            Answer::Lines(first, until) => {
                let written = self.written(last, end).map(|(_, written)| written);
                let answer_lines = (first <= until && until <= end).then_some((first, until));
                let answer = answer_lines.map_or(Cow::Borrowed(""), |lines| self.answer(lines));
                CardParts { question: text, answer, answer_lines, written }
            }
            Answer::Behind(head) => {
                let below = self.page.trimmed(last + 1, end);
                let until = below.map_or(last, |(_, until)| until);
                let more = below.map_or(String::new(), |(first, last)| {
                    let gap = if first > line + 1 { "\n\n" } else { "\n" };
                    format!("{gap}{}", self.outdented(self.page.slice(first, last), first))
                });
                let answer = format!("{head}{more}");
                CardParts {
                    question: text,
                    answer: answer.into(),
                    answer_lines: Some((line, until)),
                    written: None,
                }
            }
            Answer::Keyed { text: answer, first, last: until } => {
                let more = self.page.trimmed(last + 1, end.max(last));
                let options = more.map_or(String::new(), |(first, last)| self.options(first, last));
                let question = if options.is_empty() { text } else { format!("{text}\n\n{options}") };
                CardParts {
                    question,
                    answer: answer.into(),
                    answer_lines: Some((first, until)),
                    written: None,
                }
            }
            Answer::Cut(first, until, start) => {
                let answer = match self.page.slice(first, until) {
                    Cow::Borrowed(text) => text.get(start..).unwrap_or_default().into(),
                    Cow::Owned(text) => text.get(start..).unwrap_or_default().to_owned().into(),
                };
                CardParts { question: text, answer, answer_lines: Some((first, until)), written: None }
            }
            Answer::Told { id, lines } => CardParts {
                question: text,
                answer: lines.map_or(Cow::Borrowed(""), |(first, last)| self.page.slice(first, last)),
                answer_lines: lines,
                written: written(self.page.line(id)),
            },
            Answer::Below => self.below(&question, text, end),
        }
    }

    /// The answer below a question, from which the question's own code and options are parted.
    fn below(&self, question: &Question, text: String, end: usize) -> CardParts<'a> {
        let written = self.written(question.last_line, end);
        let start = written.as_ref().map_or(question.last_line, |(line, _)| *line) + 1;
        let written = written.map(|(_, written)| written);
        let reveal = self.reveal(question, start, end);
        let asked_to = reveal.map_or(start, |reveal| reveal);
        let mut question_text = text;
        if let Some((first, last)) =
            (asked_to > start).then(|| self.page.trimmed(start, asked_to - 1)).flatten()
        {
            question_text.push_str("\n\n");
            question_text.push_str(&self.options(first, last));
        }
        let mut answer_lines = self.page.trimmed(asked_to, end);
        if reveal.is_none()
            && let Some((first, last)) = self.choices(start, end)
        {
            question_text.push_str("\n\n");
            question_text.push_str(&self.options(start.max(1), last));
            let marked = self.tells(first, last);
            let more = self.page.trimmed(last + 1, end).is_some();
            answer_lines = if marked || more { self.page.trimmed(first, end) } else { None };
        }
        let answer = answer_lines.map_or(Cow::Borrowed(""), |lines| self.answer(lines));
        CardParts { question: question_text, answer, answer_lines, written }
    }

    /// The text of an answer, without the label it may begin with.
    fn answer(&self, (first, last): (usize, usize)) -> Cow<'a, str> {
        let page = self.page;
        let line = page.line(first);
        let skipped = if page.has(first, mark::ANSWER) && page.labels_answer(first) {
            let stem = if page.kind(first) == LineKind::Quote { Stem::of(line) } else { page.stem(first) };
            if stem.text.is_empty() { 0 } else { stem.text.as_ptr() as usize - line.as_ptr() as usize }
        } else if page.is_folded(first) {
            line.find("</summary>").map_or(0, |at| at + "</summary>".len())
        } else {
            0
        };
        let text = match page.slice(first, last) {
            Cow::Borrowed(text) => Cow::Borrowed(&text[skipped..]),
            Cow::Owned(text) => Cow::Owned(text[skipped..].to_owned()),
        };
        self.outdented(text, first)
    }

    /// A text without the indent of its first line, where that stands so deep below its question that it would be taken
    /// for code.
    fn outdented(&self, text: Cow<'a, str>, first: usize) -> Cow<'a, str> {
        let indent = width(leading(self.page.line(first)));
        if indent < INDENT_OF_CODE || self.page.kind(first) == LineKind::Verbatim {
            return text;
        }
        let cut = |line: &str| -> String {
            let white = leading(line);
            let kept = (0..=white.len()).find(|at| width(&white[..*at]) >= indent).unwrap_or(white.len());
            // A tab may reach further than the indent.
            let rest = " ".repeat(width(&white[..kept]).saturating_sub(indent));
            format!("{rest}{}", &line[kept..])
        };
        let lines: Vec<String> = text.split('\n').map(cut).collect();
        lines.join("\n").into()
    }

    /// The line from which the answer is revealed, where what stands before it belongs to the question:
    /// a fold, or a label behind code and options.
    fn reveal(&self, question: &Question, start: usize, end: usize) -> Option<usize> {
        let page = self.page;
        let reveals = |line: usize| page.is_hidden(line) || page.has(line, mark::ANSWER);
        if !(start..=end).any(reveals) {
            return None;
        }
        let mut told = 0;
        let mut material = false;
        let mut item: Option<usize> = None;
        for line in start..=end {
            if page.is_furniture(line) && !page.is_hidden(line) {
                continue;
            }
            let hidden = page.is_hidden(line);
            let labelled = page.labels_answer(line);
            let is_in_item = || item.is_some_and(|indent| page.stem(line).indent > indent);
            if labelled && (told > MOST_TOLD || is_in_item()) {
                return None;
            }
            if hidden || labelled {
                let asks = question.sure || page.asks(question.line) > Asking::No;
                // Text between a question that asks and its answer is mostly a remark on it, but not above a
                // label on a line of its own.
                let stands_alone =
                    labelled && page.stem(line).text.is_empty() && page.trimmed(line + 1, end).is_some();
                let whole = stands_alone
                    || material
                    || told == 0
                    || !asks
                    || (hidden && line - start < 12 && answers(page, line));
                return (whole && (line > start || hidden)).then_some(line);
            }
            match page.kind(line) {
                LineKind::Verbatim | LineKind::Table => material = true,
                _ if page.option(line).is_some() || page.line(line).trim_start().starts_with("![") => {
                    material = true;
                }
                _ if page.stem(line).label == Some(Label::Question) => return None,
                _ => {
                    told += 1;
                    if page.has(line, mark::BULLET | mark::NUMBER) {
                        item = item.or(Some(page.stem(line).indent));
                    }
                }
            }
        }
        None
    }

    /// The lettered or ticked options that open an answer, maybe behind code.
    fn choices(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let page = self.page;
        let begins = |line: &usize| {
            !matches!(page.kind(*line), LineKind::Verbatim | LineKind::Blank | LineKind::Rule)
                && !page.line(*line).trim_start().starts_with("![")
        };
        let first = (start..=end.min(start + 80)).find(begins)?;
        let first = match page.option(first) {
            None => match self.behind_question(first, end) {
                Some(options) => options,
                None => return self.marked_items(first, end),
            },
            Some(_) => first,
        };
        let mut expected = page.option(first).filter(|letter| matches!(letter, 'A' | 'X'))?;
        let (mut last, mut count, mut asking) = (first, 0, 0);
        for line in first..=end {
            match page.option(line) {
                Some(letter) if page.kind(line) != LineKind::Verbatim && letter == expected => {
                    (last, count) = (line, count + 1);
                    asking += usize::from(ask::asking(page.stem(line).text) == Asking::Yes);
                    if letter != 'X' {
                        expected = char::from_u32(u32::from(letter) + 1)?;
                    }
                }
                _ if page.is_blank(line) || page.kind(line) == LineKind::Verbatim => {}
                // An option over two lines.
                _ if line == last + 1 && page.kind(line) == LineKind::Text && !page.labels_answer(line) => {
                    last = line;
                }
                _ => break,
            }
        }
        // Options end with their code.
        while last < end && page.kind(last + 1) == LineKind::Verbatim {
            last += 1;
        }
        let length: usize = (first..=last).map(|line| page.line(line).chars().count()).sum();
        // What asks by itself is no option.
        (count > 1 && asking * 2 < count && length <= count * LONGEST_OPTION).then_some((first, last))
    }

    /// The first of lettered options right below lines that the question goes on with, where one is marked as right.
    fn behind_question(&self, first: usize, end: usize) -> Option<usize> {
        let page = self.page;
        let is_text = |line: &usize| {
            page.kind(*line) == LineKind::Text && !page.has(*line, mark::BULLET | mark::NUMBER | mark::ANSWER)
        };
        let head = (first..=end.min(first + MOST_ABOVE_ITEMS)).find(|line| page.option(*line).is_some())?;
        ((first..head).all(|line| is_text(&line)) && self.tells(head, end)).then_some(head)
    }

    /// Items without letters of which some are marked as right, maybe behind a line of the question.
    fn marked_items(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let page = self.page;
        let first = (start..=end.min(start + MOST_ABOVE_ITEMS)).find(|line| page.has(*line, mark::BULLET))?;
        let items: Vec<usize> = (first..=end).take_while(|line| page.has(*line, mark::BULLET)).collect();
        let marked = items.iter().filter(|line| self.told_from(page.line(**line)).is_some()).count();
        let last = *items.last()?;
        let is_all = (last + 1..=end).all(|line| page.is_furniture(line));
        (items.len() > 2 && marked > 0 && marked < items.len() && is_all).then_some((first, last))
    }

    /// Lines of a question without what tells the right option: ticks, bold, signs, and explanations between.
    fn options(&self, first: usize, last: usize) -> String {
        let lines = (first..=last).filter(|line| !self.explains(*line));
        let shown: Vec<Cow<'_, str>> = lines.map(|line| self.untold(line)).collect();
        shown.join("\n").trim().to_owned()
    }

    /// An option's line without its marks; any other as it is.
    fn untold(&self, line: usize) -> Cow<'a, str> {
        let text = self.page.line(line);
        let is_item = option(text).is_some() || self.page.has(line, mark::BULLET);
        if !is_item || self.page.kind(line) == LineKind::Verbatim {
            return Cow::Borrowed(text);
        }
        let text = self.told_from(text).map_or(text, |at| text[..at].trim_end());
        let item = text.trim_start_matches([' ', '\t', '>', '-', '*', '+', '.', ')']);
        let item = item.trim_start_matches(|letter: char| letter.is_ascii_digit() || ".) ".contains(letter));
        let ticked = item.starts_with("[x]") || item.starts_with("[X]");
        let mut text = if ticked {
            format!("{}[ ]{}", &text[..text.len() - item.len()], &item[3..])
        } else {
            text.to_owned()
        };
        let stem = Stem::of(&text);
        if stem.bold != Bold::No {
            text = text.replace("***", "").replace("**", "").replace("__", "");
        }
        for (from, until) in LOOKS {
            text = without_look(text, from, until);
        }
        Cow::Owned(text.trim_end_matches(|letter| TELLING.contains(&letter) || letter == ' ').to_owned())
    }

    /// Whether a line below an option explains it.
    fn explains(&self, line: usize) -> bool {
        let text = self.page.line(line).trim_start_matches([' ', '\t', '*', '_', '-', '>']);
        self.page.kind(line) == LineKind::Text
            && self.page.option(line).is_none()
            && Stem::of(text).label == Some(Label::Answer)
    }

    /// Whether options tell which of them is right: by a tick, or by a look that not all of them have.
    fn tells(&self, first: usize, last: usize) -> bool {
        let is_ticked = |text: &str| {
            ["[x]", "[X]", "✅", "✓", "✔"].iter().any(|mark| text.contains(mark))
                || self.told_from(text).is_some()
        };
        let (mut all, mut looks) = (0, 0);
        for text in (first..=last).map(|line| self.page.line(line)) {
            if is_ticked(text) {
                return true;
            }
            if option(text).is_none() {
                continue;
            }
            all += 1;
            looks += usize::from(LOOKS.iter().any(|(from, until)| {
                text.split_once(from).is_some_and(|(_, inside)| inside.contains(until))
            }));
        }
        looks > 0 && looks < all
    }

    /// Where the mark of the right option begins: one that says so, or the one that this file has behind one option of
    /// each question.
    fn told_from(&self, line: &str) -> Option<usize> {
        let own = self.telling.as_ref().and_then(|mark| {
            let before = line.trim_end().strip_suffix(mark.as_str())?;
            (before.ends_with([' ', '\t']) && option(line).is_some()).then(|| before.trim_end().len())
        });
        own.or_else(|| told_from(line))
    }

    /// The comment on the first line below a question that is not blank.
    fn written(&self, question_line: usize, end: usize) -> Option<(usize, Written<'a>)> {
        let line = (question_line + 1..=end).find(|line| !self.page.is_blank(*line))?;
        Some((line, written(self.page.line(line))?))
    }
}

/// The white space that a line begins with.
fn leading(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// How wide white space is, a tab up to the next fourth column.
fn width(white: &str) -> usize {
    white.bytes().fold(0, |width, byte| if byte == b'\t' { (width / 4 + 1) * 4 } else { width + 1 })
}

/// So deep a line would be code, did it not stand in an item.
const INDENT_OF_CODE: usize = 4;

/// Signs behind an option that tell whether it is right.
const TELLING: &[char] = &[
    '✅', '✓', '✔', '☑', '❎', '❌', '✖', '✗', '✘', '★', '⭐', '🌟', '🟢', '🔴', '👈', '⬅', '←', '\u{fe0f}',
];

/// How a right option looks unlike the others: where the look begins, and where it ends.
const LOOKS: [(&str, &str); 9] = [
    ("<font", "</font>"),
    ("<span", "</span>"),
    ("<mark", "</mark>"),
    ("<strong", "</strong>"),
    ("<b>", "</b>"),
    ("<u>", "</u>"),
    (" ==", "=="),
    ("**", "**"),
    ("__", "__"),
];

/// A text without the marks of a look; what they stand around stays.
fn without_look(text: String, from: &str, until: &str) -> String {
    let Some((before, rest)) = text.split_once(from) else { return text };
    let inside = if from.starts_with('<') { rest.trim_start_matches(|letter| letter != '>') } else { rest };
    let inside = inside.strip_prefix('>').unwrap_or(inside);
    match inside.split_once(until) {
        Some((inside, behind)) if from.starts_with(' ') => format!("{before} {inside}{behind}"),
        Some((inside, behind)) => format!("{before}{inside}{behind}"),
        None => text,
    }
}

/// Where the mark begins behind an option that says that it is right: ` *`, `[X]`, `-> **Correct**`, `（正确）`.
fn told_from(line: &str) -> Option<usize> {
    const WORDS: [&str; 8] = ["correct", "right", "answer", "true", "正确", "答案", "верно", "richtig"];
    let text = line.trim_end();
    let star = text.trim_end_matches('*');
    let ticked = ["[x]", "(x)", "[*]"].into_iter().find(|mark| {
        let end = text.len().checked_sub(mark.len()).and_then(|at| text.get(at..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(mark))
    });
    if (1..4).contains(&(text.len() - star.len())) && star.ends_with([' ', '\t']) && !star.contains("**") {
        return Some(star.trim_end().len());
    }
    if let Some(mark) = ticked.filter(|mark| text.len() > mark.len() + 6) {
        return Some(text.len() - mark.len());
    }
    let says = |told: &str| {
        let is_yes = told.trim_matches(|letter: char| !letter.is_alphanumeric()) == "对";
        let has_word = || WORDS.iter().any(|word| told.to_lowercase().contains(word));
        told.chars().count() <= LONGEST_MARK && (is_yes || has_word())
    };
    // One of these bytes is in each arrow, and few lines have one.
    let has_arrow = memchr::memchr3(b'<', b'>', 0xe2, text.as_bytes()).is_some();
    let arrows = ["->", "→", "<-", "←", "=>", "<="].into_iter().filter(|_| has_arrow);
    let arrow = arrows.filter_map(|arrow| text.rfind(arrow)).max();
    let bracket = if text.ends_with([')', '）']) { text.rfind(['(', '（']) } else { None };
    arrow.into_iter().chain(bracket).find(|at| *at > 4 && says(&text[*at..]))
}

/// What marks an option as right has no more letters.
const LONGEST_MARK: usize = 24;
/// A question goes on over no more lines than these before its answer is labelled.
const MOST_TOLD: usize = 12;
/// So many lines of the question stand above its items at most.
const MOST_ABOVE_ITEMS: usize = 2;

/// Whether the fold that begins here says that it holds the answer.
fn answers(page: &Page<'_>, line: usize) -> bool {
    (line..=page.len().min(line + 3)).any(|line| {
        let lower = page.line(line).to_lowercase();
        lower.contains("answer")
            || lower.contains("solution")
            || lower.contains("答")
            || lower.contains("ответ")
            || lower.contains("respuesta")
            || lower.contains("resposta")
    })
}
