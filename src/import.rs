//! Notes become cards: bytes -> (another format ->) text -> lines -> questions -> cards, with diagnostics.
//!
//! A reading never fails: it gives what it could read and says what it could not. Pure: the bytes
//! come in, nothing is opened here. Nothing is dropped in silence: [`Notes::spans`] says for every
//! line whose it is, and what is nobody's is told.

mod account;
mod arrow;
mod ask;
mod assembly;
mod cloze;
mod damage;
mod diagnostic;
pub mod edit;
mod encoding;
mod fields;
pub mod format;
pub mod identity;
mod images;
pub mod legacy;
mod marks;
mod metadata;
mod notes;
pub mod package;
mod page;
mod parallel;
mod placeholder;
mod proof;
mod reading;
mod refine;
pub mod report;
mod stem;
mod style;
mod styles;
mod talk;
mod trailing;
mod wrap;
pub(crate) mod writing;

pub use account::{Account, Rule, account};
pub use diagnostic::{Diagnostic, Severity};
pub use images::{Image, images};
pub use marks::LineMarks;
pub(crate) use metadata::{comment, written_id};
pub use notes::{Notes, Owner, Span, Styled};
pub use style::{Considered, STYLES, Style, named};
pub(crate) use styles::native;

use crate::card::{Card, Lang};
use std::path::PathBuf;
use std::sync::Arc;

/// Reads notes. `file` is where they stand, for the cards to point to; `style` overrides the choice
/// of the style that fits best; `lang` is the language of the cards, where it is known.
pub fn read(
    bytes: &[u8],
    file: Option<&Arc<PathBuf>>,
    style: Option<&'static Style>,
    lang: Option<Lang>,
) -> Notes {
    read_as(bytes, file, Styled { forced: style, ..Styled::default() }, lang)
}

/// The same where a style is known in which the notes were accepted.
pub fn read_as(bytes: &[u8], file: Option<&Arc<PathBuf>>, style: Styled<'_>, lang: Option<Lang>) -> Notes {
    reading::notes_of(format::decode(bytes), file, style, lang)
}

/// The text of a file, as its notes are read.
pub fn text(bytes: &[u8]) -> String {
    format::decode(bytes).text.into_owned()
}

/// Lines of the notes as lines of their file, where another program's format was converted and has lines of its own.
pub struct FileLines(Option<Vec<(usize, usize)>>);

impl FileLines {
    /// Those of these bytes.
    pub fn of(bytes: &[u8]) -> FileLines {
        FileLines(format::places(bytes))
    }

    /// The first and the last line of the file for lines of the notes.
    pub fn of_lines(&self, first: usize, last: usize) -> (usize, usize) {
        let own = |line: usize| self.0.as_ref()?.get(line.checked_sub(1)?).copied();
        (own(first).map_or(first, |(first, _)| first), own(last).map_or(last, |(_, last)| last))
    }

    /// The line of the file at which a line of the notes begins.
    pub fn of_line(&self, line: usize) -> usize {
        self.of_lines(line, line).0
    }
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

    fn messages(notes: &Notes) -> Vec<(usize, String)> {
        notes.diagnostics.iter().map(|told| (told.line, told.message.to_string())).collect()
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
        assert_eq!(
            messages(&notes),
            [(10, "no answer: 有哪些优化器"), (11, "no answer: 学习率怎么选？")]
                .map(|(line, text)| (line, text.to_owned()))
        );
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
        assert_eq!(
            messages(&notes),
            [(17, "this line belongs to no card")].map(|(line, text)| (line, text.to_owned()))
        );
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
    fn long_notes_are_read_in_one_order() {
        let answer = "word ".repeat(100_000);
        let text: String =
            (1..=7).map(|card| format!("{card}. What is {card}?\n{answer}{card}\n\n")).collect();
        let notes = read(text.as_bytes(), None, None, None);
        let owners = notes.spans.iter().filter(|span| matches!(span.owner, Owner::Card(_)));
        assert!(owners.map(|span| span.owner).eq((0..7).map(Owner::Card)));
        for (card, number) in notes.cards.iter().zip(1..) {
            let (question, answer) = (&card.faces[0].question, &card.faces[0].answer);
            assert_eq!(question.as_str(), format!("What is {number}?"));
            assert!(answer.ends_with(&format!("word {number}")));
        }
        assert_eq!(notes.cards.len(), 7);
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
