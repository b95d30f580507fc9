//! Notes become cards: bytes -> text -> lines -> questions -> cards, with diagnostics.
//!
//! A reading never fails: it gives what it could read and says what it could not. Pure: the bytes
//! come in, nothing is opened here.

mod diagnostic;
mod encoding;
mod identity;
mod images;
mod page;
mod style;
mod styles;

pub use diagnostic::{Diagnostic, Severity};
pub use images::{Image, images};
pub use style::{STYLES, Style, named};

use crate::card::{Card, Face, Lang, Source};
use crate::markdown::clean;
use identity::Identities;
use page::Page;
use std::path::PathBuf;
use std::sync::Arc;
use style::{Question, Reading};

/// What a file of notes was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// The encoding it was in.
    pub encoding: &'static str,
    /// The style that fitted best; `None` when the file holds no questions.
    pub style: Option<&'static str>,
    /// Its only first-level heading, where that stands above all questions.
    pub title: Option<String>,
    /// Its cards, each with one face.
    pub cards: Vec<Card>,
    /// What was odd, in the order of the lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads notes. `file` is where they stand, for the cards to point to; `style` overrides the choice
/// of the style that fits best; `lang` is the language of the cards, where it is known.
pub fn read(
    bytes: &[u8],
    file: Option<&Arc<PathBuf>>,
    style: Option<&'static Style>,
    lang: Option<Lang>,
) -> Notes {
    let decoded = encoding::decode(bytes);
    let page = Page::new(&decoded.text);
    let chosen = match style {
        Some(style) => {
            Some((style, (style.read)(&page))).filter(|(_, reading)| !reading.questions.is_empty())
        }
        None => style::best(&page),
    };
    let mut notes = Notes {
        encoding: decoded.encoding,
        style: chosen.as_ref().map(|(style, _)| style.name),
        title: None,
        cards: Vec::new(),
        diagnostics: decoded.diagnostics,
    };
    match chosen {
        Some((_, reading)) => Assembly::new(&page, file, lang, &mut notes).run(reading),
        None => notes.diagnostics.push(Diagnostic::error(
            1,
            "no questions found in this file",
            "number the questions (1. … 2. …) or make each a heading; `--style` forces a reading",
        )),
    }
    notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    notes
}

/// The text of a file, as its notes are read.
pub fn text(bytes: &[u8]) -> String {
    encoding::decode(bytes).text.into_owned()
}

/// Joins decks that are one deck in several languages: cards of the same id become one card with
/// several faces, in the order of the first deck; cards only a later one has follow.
pub fn join_faces(cards: Vec<Card>, others: Vec<Card>) -> Vec<Card> {
    let mut joined = cards;
    let mut places: std::collections::HashMap<_, _> =
        joined.iter().enumerate().map(|(place, card)| (card.id.clone(), place)).collect();
    for card in others {
        match places.get(&card.id) {
            Some(place) => joined[*place].faces.extend(card.faces),
            None => {
                places.insert(card.id.clone(), joined.len());
                joined.push(card);
            }
        }
    }
    joined
}

/// Turns questions on a page into cards.
struct Assembly<'p, 'a> {
    page: &'p Page<'a>,
    file: Option<&'p Arc<PathBuf>>,
    lang: Option<Lang>,
    notes: &'p mut Notes,
    /// The headings above the line at hand, with their levels.
    headings: Vec<(u8, String)>,
    topic: Arc<[String]>,
    ids: Identities,
}

impl<'p, 'a> Assembly<'p, 'a> {
    fn new(
        page: &'p Page<'a>,
        file: Option<&'p Arc<PathBuf>>,
        lang: Option<Lang>,
        notes: &'p mut Notes,
    ) -> Assembly<'p, 'a> {
        Assembly {
            page,
            file,
            lang,
            notes,
            headings: Vec::new(),
            topic: Arc::from([]),
            ids: Identities::default(),
        }
    }

    fn run(mut self, reading: Reading) {
        self.notes.diagnostics.extend(reading.diagnostics);
        let first = reading.questions.first().map_or(0, |question| question.line);
        let title_line = title_line(self.page, first);
        self.notes.title = title_line.and_then(|line| self.page.heading(line)).map(|(_, text)| clean(text));
        self.between(1, first.saturating_sub(1), title_line);
        for (index, question) in reading.questions.iter().enumerate() {
            let next = reading.questions.get(index + 1).map_or(self.page.len() + 1, |next| next.line);
            let end = self.end_of_answer(question, next);
            self.card(question, end);
            self.between(end + 1, next - 1, title_line);
        }
    }

    /// The last line that may belong to the answer: the one before the next question, or before a
    /// heading that does not stand below the question.
    fn end_of_answer(&self, question: &Question, next: usize) -> usize {
        let above = |line: &usize| match (self.page.heading(*line), question.level) {
            (Some((level, _)), Some(own)) => level <= own,
            (Some(_), None) => true,
            (None, _) => false,
        };
        (question.line + 1..next).find(above).unwrap_or(next) - 1
    }

    fn card(&mut self, question: &Question, end: usize) {
        let written = self.written_id(question.line, end);
        let start = written.as_ref().map_or(question.line, |(line, _)| *line) + 1;
        let answer_lines = self.page.trimmed(start, end);
        let answer = answer_lines.map_or(String::new(), |(first, last)| clean(&self.page.slice(first, last)));
        let text = clean(&question.text);
        let identity = self.ids.of(written.as_ref().map(|(_, id)| id.as_str()), &text, &self.topic);
        if identity.count > 1 {
            let message = "this question stands in the file already";
            self.tell(Diagnostic::warning(
                question.line,
                message,
                "it counts as a card of its own; delete or reword one",
            ));
        }
        if answer_lines.is_none() {
            let message = format!("no answer: {text}");
            self.tell(Diagnostic::warning(
                question.line,
                message,
                "write one below the question; until then it is not asked",
            ));
        }
        let lang = self.lang.unwrap_or_else(|| Lang::of(&format!("{text}\n{answer}")));
        let source = Source { file: self.file.cloned(), question_line: question.line, answer_lines };
        let face = Face { lang, topic: self.topic.clone(), question: text, answer, source };
        self.notes.cards.push(Card { id: identity.id, faces: vec![face] });
    }

    /// The id written on the first line below a question that is not blank.
    fn written_id(&self, question_line: usize, end: usize) -> Option<(usize, String)> {
        let line = (question_line + 1..=end).find(|line| !self.page.is_blank(*line))?;
        Some((line, written_id(self.page.line(line))?.to_owned()))
    }

    /// Lines outside all cards: headings make the topic, other text is told to be left over.
    fn between(&mut self, first: usize, last: usize, title_line: Option<usize>) {
        let mut left_over: Option<(usize, usize)> = None;
        for line in first..=last {
            if let Some((level, text)) = self.page.heading(line) {
                if Some(line) != title_line {
                    self.enter(level, clean(text));
                }
            } else if !self.page.is_blank(line) {
                left_over = Some((left_over.map_or(line, |(start, _)| start), line));
            }
        }
        if let Some((start, end)) = left_over {
            let which = if start == end {
                "this line belongs".to_owned()
            } else {
                format!("lines {start} to {end} belong")
            };
            self.tell(Diagnostic::note(
                start,
                format!("{which} to no card"),
                "text between a heading and a question is left out",
            ));
        }
    }

    fn enter(&mut self, level: u8, heading: String) {
        self.headings.retain(|(above, _)| *above < level);
        self.headings.push((level, heading));
        self.topic = self.headings.iter().map(|(_, heading)| heading.clone()).collect();
    }

    fn tell(&mut self, diagnostic: Diagnostic) {
        self.notes.diagnostics.push(diagnostic);
    }
}

/// The line of the title: the only heading of the first level, above all questions.
fn title_line(page: &Page<'_>, first_question: usize) -> Option<usize> {
    let mut tops = (1..=page.len()).filter(|line| page.heading(*line).is_some_and(|(level, _)| level == 1));
    let line = tops.next()?;
    (line < first_question && tops.next().is_none()).then_some(line)
}

/// The id in `<!-- id: pooling -->`.
pub(crate) fn written_id(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    let id = inner.trim().strip_prefix("id:")?.trim();
    let legal = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':' | '/');
    (!id.is_empty() && id.chars().all(legal)).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Question line, question, first and last line of the answer.
    type Row<'a> = (usize, &'a str, Option<(usize, usize)>);

    fn rows(notes: &Notes) -> Vec<Row<'_>> {
        let faces = notes.cards.iter().map(|card| card.face(Lang::Zh));
        faces
            .map(|face| (face.source.question_line, face.question.as_str(), face.source.answer_lines))
            .collect()
    }

    fn messages(notes: &Notes) -> Vec<(usize, &str)> {
        notes.diagnostics.iter().map(|diagnostic| (diagnostic.line, diagnostic.message.as_str())).collect()
    }

    /// Notes as people write them: no space behind the dot, a stray heading mark, points in several
    /// brackets, two questions without an answer, links at the end.
    const HURRIED: &str = "###1.什么是卷积？\n（1）局部连接\n（2）共享权值\n\n2.为什么用ReLU?\n第一步：导数为1\n\n\
                           第二步：1）稀疏 2）快\n\n3.有哪些优化器\n4.学习率怎么选？\n5.参考\n见https://example.org/a\n";

    #[test]
    fn hurried_notes_become_cards_with_their_lines() {
        let notes = read(HURRIED.as_bytes(), None, None, None);
        let expected: [Row<'_>; 5] = [
            (1, "什么是卷积？", Some((2, 3))),
            (5, "为什么用ReLU?", Some((6, 8))),
            (10, "有哪些优化器", None),
            (11, "学习率怎么选？", None),
            (12, "参考", Some((13, 13))),
        ];
        assert_eq!(rows(&notes), expected);
        assert_eq!(messages(&notes), [(10, "no answer: 有哪些优化器"), (11, "no answer: 学习率怎么选？")]);
        assert_eq!(notes.cards[1].faces[0].answer, "第一步：导数为1\n\n第二步：1）稀疏 2）快");
        assert_eq!((notes.style, notes.encoding), (Some("numbered"), "UTF-8"));
    }

    #[test]
    fn line_ends_and_byte_order_marks_change_nothing() {
        let plain = read(HURRIED.as_bytes(), None, None, None);
        let windows = read(format!("\u{feff}{}", HURRIED.replace('\n', "\r\n")).as_bytes(), None, None, None);
        assert_eq!(windows.cards, plain.cards);
        assert_eq!(windows.encoding, "UTF-8 with byte-order mark");
    }

    #[test]
    fn headings_are_topics_and_a_written_id_is_kept() {
        let text = "# Deck\n\n## CNN\n\n### 1. What is pooling?\n\n<!-- id: pooling -->\n\nIt shrinks.\n\n#### More\n\n- a\n\n## RNN\n\nLeft.\n\n### 2. What is a gate?\n\nA factor.\n";
        let notes = read(text.as_bytes(), None, None, None);
        assert_eq!(notes.title.as_deref(), Some("Deck"));
        let first = &notes.cards[0];
        assert_eq!((first.id.as_str(), &first.faces[0].topic[..]), ("pooling", &["CNN".to_owned()][..]));
        assert_eq!(first.faces[0].source.answer_lines, Some((9, 13)));
        assert_eq!(notes.cards[1].faces[0].topic[..], ["RNN".to_owned()]);
        assert_eq!(messages(&notes), [(17, "this line belongs to no card")]);
    }

    #[test]
    fn renumbering_and_new_answers_keep_the_id() {
        let before = read("1. 什么是池化？\n降维\n2. 什么是卷积？\n滤波\n".as_bytes(), None, None, None);
        let after = read(
            "1. 新问题？\nx\n2. 什么是池化?\n另一个答案\n\n3、什么是卷积？\n滤波\n"
                .replace("3、", "3. ")
                .as_bytes(),
            None,
            None,
            None,
        );
        assert_eq!([&after.cards[1].id, &after.cards[2].id], [&before.cards[0].id, &before.cards[1].id]);
    }

    #[test]
    fn text_without_questions_gives_no_card_and_says_so() {
        for text in ["", "\n\n", "An essay.\n\nWith two paragraphs.\n", "# Install\n\n## Linux\n\n## macOS\n"]
        {
            let notes = read(text.as_bytes(), None, None, None);
            assert_eq!(notes.cards, [], "{text}");
            assert_eq!(notes.diagnostics[0].severity, Severity::Error, "{text}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_line() {
        let notes = read(b"1. a\nx\n2. b\n\xff\n", None, None, None);
        assert_eq!(notes.cards.len(), 2);
        assert_eq!(notes.diagnostics[0].line, 4);
        read(&(0..=255).cycle().take(100_000).collect::<Vec<u8>>(), None, None, None);
    }

    #[test]
    fn control_codes_do_not_get_in() {
        let notes = read("1. a\u{1b}]0;x\u{7}b\u{202e}\nc\u{9b}2J\n".as_bytes(), None, None, None);
        assert_eq!(
            (notes.cards[0].faces[0].question.as_str(), notes.cards[0].faces[0].answer.as_str()),
            ("a]0;xb", "c2J")
        );
    }

    #[test]
    fn an_id_is_written_in_a_comment() {
        for (line, id) in [
            ("<!-- id: pooling -->", Some("pooling")),
            ("<!--id:a/b.c_1-->", Some("a/b.c_1")),
            ("<!-- id: two words -->", None),
            ("<!-- note -->", None),
            ("id: x", None),
        ] {
            assert_eq!(written_id(line), id, "{line}");
        }
    }

    #[test]
    fn two_languages_are_one_card_with_two_faces() {
        let zh = read("1. 池化？\n<!-- id: pooling -->\n降维\n".as_bytes(), None, None, Some(Lang::Zh)).cards;
        let en = read(
            b"1. Pooling?\n<!-- id: pooling -->\nShrinks.\n2. Only?\n<!-- id: only -->\nx\n",
            None,
            None,
            Some(Lang::En),
        )
        .cards;
        let joined = join_faces(zh, en);
        assert_eq!(joined.len(), 2);
        assert_eq!(joined[0].face(Lang::En).question, "Pooling?");
        assert_eq!(joined[1].face(Lang::Zh).question, "Only?");
    }
}
