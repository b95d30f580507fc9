//! Which lines ask, which are only links, how each is marked, and what the file promises.

use super::super::ask::{Asking, asking};
use super::super::parallel;
use super::super::stem::{
    Bold, Label, Stem, bare_number, begins_label, is_decoration, is_han_digit, number, whole_link,
};
use super::super::wrap::{asks_on, unclosed_bold_end};
use super::furniture::furniture;
use super::{
    ANCHOR, FURNITURE, HIDDEN, LINK, Line, LineKind, Page, SUMMARY, heading_text, mark, option, plain_text,
};
use memchr::memmem;
use std::borrow::Cow;

impl Page<'_> {
    /// Marks every line, and sums up what the file is.
    pub(super) fn mark_askers(&mut self) {
        let of_range = |range: std::ops::Range<usize>| range.map(|index| self.marked(index)).collect();
        let marked: Vec<Vec<Line>> = parallel::ranges(self.lines.len(), of_range);
        self.lines = marked.concat();
        self.mark_contents();
        let (mut promises, mut seen_heading) = (Promise::default(), false);
        for number in 1..=self.len() {
            match self.kind(number) {
                LineKind::Blank | LineKind::Rule => continue,
                LineKind::Matter => {
                    if self.line(number).starts_with("title") {
                        promises.read(self.line(number));
                    }
                    self.form |= self.line(number).starts_with("about:");
                    continue;
                }
                LineKind::Heading(_) => {}
                _ if self.is_anchor(number) => continue,
                _ => {
                    // A short line above all others is a title.
                    if self.told == 0 && self.line(number).chars().count() <= LONGEST_TITLE {
                        promises.read(self.line(number));
                    }
                    self.told += 1;
                    self.asked += self.asks(number).weight();
                    continue;
                }
            }
            self.told += 1;
            self.asked += self.asks(number).weight();
            if let Some((level, text)) = self.heading(number) {
                self.chapters_of_a_project += usize::from(describes_project(text));
                if !seen_heading || level == 1 {
                    promises.read(text);
                    seen_heading = true;
                }
            }
        }
        if promises.law && !promises.notes && !promises.questions {
            self.chapters_of_a_project += CHAPTERS_OF_A_LICENCE;
        }
        (self.promises, self.promises_questions) = (promises.notes || promises.questions, promises.questions);
        self.promises_terms = promises.terms;
        self.shows_samples = self.shows_samples();
    }

    /// How many of these lines, in order, stand below a nearest heading that promises questions.
    pub(in crate::import) fn promised(&self, lines: impl Iterator<Item = usize>) -> usize {
        let (mut line, mut is_promised) = (1, false);
        let is_below = |number: &usize| {
            for (_, text) in (line..*number).filter_map(|above| self.heading(above)) {
                let mut promises = Promise::default();
                promises.read(text);
                is_promised = promises.questions || promises.notes;
            }
            line = line.max(*number);
            is_promised
        };
        lines.filter(is_below).count()
    }

    /// Whether blocks of code with headings of Markdown take a third of the text.
    fn shows_samples(&self) -> bool {
        let (mut shown, mut open, mut marked) = (0usize, 0usize, 0usize);
        for number in 1..=self.len() {
            if self.kind(number) == LineKind::Verbatim {
                let text = self.line(number).trim_start();
                open += usize::from(!text.is_empty());
                marked += usize::from(text.starts_with("## ") || text.starts_with("### "));
            } else {
                shown += if marked > 1 { open } else { 0 };
                (open, marked) = (0, 0);
            }
        }
        shown += if marked > 1 { open } else { 0 };
        shown * 3 >= self.told.max(1)
    }

    /// Whether the heading on this line says that terms stand below it.
    pub(in crate::import) fn heads_terms(&self, number: usize) -> bool {
        self.heading(number).is_some_and(|(_, text)| names_terms(&text.to_lowercase()))
    }

    /// Whether the file is a licence or an agreement.
    pub(in crate::import) fn is_law(&self) -> bool {
        self.chapters_of_a_project >= CHAPTERS_OF_A_LICENCE
    }

    /// A line with its traits, its marks and its letter.
    fn marked(&self, index: usize) -> Line {
        let (traits, marks) = self.traits_and_marks(index);
        let letter = option(self.line(index + 1)).and_then(|letter| u8::try_from(letter).ok());
        Line { traits, marks, option: letter.unwrap_or(0), ..self.lines[index] }
    }

    fn traits_and_marks(&self, index: usize) -> (u8, u8) {
        let Line { kind, item, mut traits, .. } = self.lines[index];
        if matches!(kind, LineKind::Blank | LineKind::Rule | LineKind::Matter) {
            return (traits | FURNITURE, 0);
        }
        let line = self.line(index + 1);
        if kind == LineKind::Verbatim {
            return (traits, 0);
        }
        if furniture(line) {
            traits |= FURNITURE;
        }
        let stands_out = match kind {
            _ if traits & SUMMARY != 0 => false,
            LineKind::Heading(_) => true,
            LineKind::Text => item > 0 || may_stand_out(line),
            LineKind::Html => may_stand_out(line.trim_start_matches(' ')),
            LineKind::Quote => true,
            _ => false,
        };
        if stands_out { self.taken_apart(index, traits) } else { (traits, 0) }
    }

    /// The traits and the marks of a line that stands out.
    fn taken_apart(&self, index: usize, mut traits: u8) -> (u8, u8) {
        let Line { kind, item, .. } = self.lines[index];
        let line = self.line(index + 1);
        let heading = matches!(kind, LineKind::Heading(_));
        let stem = match kind {
            LineKind::Heading(_) if line.trim_start().starts_with('<') => Stem::of(heading_text(line)),
            LineKind::Quote => Stem::of(line.trim_start_matches(['>', ' '])),
            _ => self.stem(index + 1),
        };
        let bold = stem.bold != Bold::No || line.trim_start().starts_with("**");
        let wrapped = (bold && stem.bold == Bold::No).then(|| unclosed_bold_end(self, index + 1)).flatten();
        let signed = item == 0 && kind == LineKind::Text && begins_with_sign(line);
        let marks = [
            (stem.number.is_some() || (heading && bare_number(stem.text).is_some()), mark::NUMBER),
            (stem.label == Some(Label::Question), mark::QUESTION),
            (stem.label == Some(Label::Answer), mark::ANSWER),
            (bold, mark::BOLD),
            (stem.bullet, mark::BULLET),
            (stem.bold == Bold::Whole || wrapped.is_some(), mark::WHOLE),
            (signed, mark::SIGN),
        ];
        let marks = marks.iter().filter(|(set, _)| *set).fold(0, |marks, (_, mark)| marks | mark);
        let remark = leading_link(stem.text);
        if let Some(target) = link_of(line, &stem).or(remark) {
            traits |= LINK;
            if target.starts_with('#') {
                traits |= ANCHOR;
            }
        }
        let plain = item == 0
            && !heading
            && kind != LineKind::Quote
            && stem.number.is_none()
            && !bold
            && !signed
            && stem.label.is_none();
        let dead = plain || kind == LineKind::Html || traits & HIDDEN != 0 || (remark.is_some() && !heading);
        if !dead {
            let text = match wrapped {
                Some(end) => Cow::Owned(self.slice(index + 1, end).replace('\n', " ")),
                None => plain_text(stem.text),
            };
            let head = match stem.bold {
                Bold::Lead(at) => text.get(..at).unwrap_or(&text),
                _ => &text,
            };
            // `## 3 Compare them`: no sign parts the number.
            let bare = if heading && stem.number.is_none() { bare_number(head) } else { None };
            let head = bare.map_or(head, |(_, rest)| rest);
            let mut asks = asking(head);
            if head.len() < text.len() && (stem.number.is_some() || text.ends_with(['?', '？'])) {
                asks = asks.max(asking(&text));
            }
            if asks < Asking::Yes && !heading && stem.number.is_some() && asks_on(self, index + 1) {
                asks = Asking::Yes;
            }
            traits |= asks as u8;
        }
        (traits, marks)
    }
}

/// Cheap look at a line of running text: might it be numbered, bold or labelled?
fn may_stand_out(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '\u{3000}']);
    match line.bytes().next() {
        Some(b'*' | b'_' | b'<' | b'(' | b'[' | b'#' | b'0'..=b'9' | b'-' | b'+') => true,
        Some(0x80..) => {
            let first = line.chars().next().unwrap_or_default();
            matches!(first, '①'..='⑳' | '❶'..='❿' | '➀'..='➓' | '🔟' | 'Ⅰ'..='Ⅻ' | '０'..='９')
                || matches!(first, '（' | '【' | '第' | '\u{200b}' | '\u{feff}')
                || is_han_digit(first)
                || is_decoration(first)
                || begins_label(line)
        }
        Some(b'I' | b'V' | b'X') => number(line).is_some(),
        Some(_) => begins_label(line),
        None => false,
    }
}

/// Whether a line at the margin begins with an emoji or another sign.
fn begins_with_sign(line: &str) -> bool {
    !line.is_ascii() && line.chars().next().is_some_and(is_decoration)
}

/// What titles promise.
#[derive(Default)]
struct Promise {
    notes: bool,
    /// A licence or an agreement: its numbered paragraphs are no questions.
    law: bool,
    questions: bool,
    terms: bool,
}

impl Promise {
    fn read(&mut self, title: &str) {
        const NOTES: [&str; 11] = [
            "interview",
            "面试",
            "面試",
            "面经",
            "面筋",
            "考点",
            "笔试",
            "собеседован",
            "entrevista",
            "colloquio",
            "면접",
        ];
        const QUESTIONS: [&str; 17] = [
            "question",
            "quiz",
            "faq",
            "q&a",
            "flashcard",
            "trivia",
            "题",
            "題",
            "问答",
            "問答",
            "八股",
            "宝典",
            "вопрос",
            "pregunta",
            "pergunta",
            "domande",
            "질문",
        ];
        const LAWS: [&str; 8] = [
            "public license",
            "license agreement",
            "terms of service",
            "terms of use",
            "privacy policy",
            "许可证",
            "许可协议",
            "服务条款",
        ];
        let lower = title.to_lowercase();
        self.law |= LAWS.iter().any(|word| lower.contains(word));
        self.terms |= names_terms(&lower);
        self.notes |= NOTES.iter().any(|word| lower.contains(word));
        // "问题" alone is as often a problem that was met.
        let told = lower.replace("问题", "").replace("標題", "").replace("标题", "").replace("主题", "");
        self.questions |= QUESTIONS.iter().any(|word| told.contains(word));
        self.notes |= lower.contains("问题");
    }
}

/// Whether a text in small letters, a title or a whole page, says that terms stand below it.
pub(super) fn names_terms(text: &str) -> bool {
    const TERMS: [&str; 10] = [
        "glossary",
        "terms",
        "terminology",
        "vocabulary",
        "definitions",
        "术语",
        "名词",
        "概念",
        "词汇",
        "定义",
    ];
    TERMS.iter().any(|word| memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

/// A licence weighs as a file with so many chapters that describe a project.
const CHAPTERS_OF_A_LICENCE: usize = 40;

/// A title that is no heading has no more letters.
const LONGEST_TITLE: usize = 60;

/// Chapters with which projects describe themselves.
fn describes_project(heading: &str) -> bool {
    const CHAPTERS: [&str; 33] = [
        "install",
        "usage",
        "license",
        "licence",
        "features",
        "contributing",
        "getting started",
        "quick start",
        "quickstart",
        "requirements",
        "building",
        "prerequisites",
        "changelog",
        "安装",
        "用法",
        "许可证",
        "快速开始",
        "快速開始",
        "技术栈",
        "技術棧",
        "环境要求",
        "项目结构",
        "目录结构",
        "功能特性",
        "贡献指南",
        "开源协议",
        "使用说明",
        "更新日志",
        "tech stack",
        "project structure",
        "インストール",
        "instala",
        "установка",
    ];
    let start = heading.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    CHAPTERS.iter().any(|name| {
        start.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
            && start.chars().count() < 32
    })
}

/// The target of the link that is all of a line, or all behind its number.
fn link_of<'a>(line: &'a str, stem: &Stem<'a>) -> Option<&'a str> {
    let from_name = || {
        let at = (stem.text.as_ptr() as usize).checked_sub(line.as_ptr() as usize)?;
        let open = line.get(..at)?.rfind('[')?;
        only_link(line[open..].trim_end())
    };
    only_link(stem.text).or_else(from_name)
}

/// The target of a text that is nothing but one link.
pub(super) fn only_link(text: &str) -> Option<&str> {
    let text = text
        .trim_matches(|letter: char| matches!(letter, '*' | '_' | ' ' | '.' | '\t') || is_decoration(letter));
    whole_link(text).map(|(_, target)| target)
}

/// The target of the link that a text begins with, where the rest is only a remark on it.
fn leading_link(text: &str) -> Option<&str> {
    let inner = text.trim_start_matches('*').strip_prefix('[')?;
    let (_, behind) = inner.split_once("](")?;
    let (target, rest) = behind.split_once(')')?;
    let remark = rest.trim_start_matches(['*', ' ']).starts_with(['-', '–', '—', ':', '：', ',', '，']);
    (remark && target.contains("://")).then_some(target)
}
