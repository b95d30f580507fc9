//! A card: one question with its answer, in one language or several.

pub mod han;

mod confidence;
mod fold;
mod id;
mod metadata;
mod names;
mod text;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::path::PathBuf;
use std::sync::Arc;

pub use confidence::Confidence;
pub use fold::folded;
pub use id::CardId;
pub use metadata::{Importance, Level, Metadata, Track};
pub use names::{NamedDecks, deck_named, heading_named, is_below, tell_titles_apart};
pub use text::{Text, WholeText};

/// The language of a face of a card, and of the program's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, and whatever is not Chinese.
    En,
    /// Chinese.
    Zh,
}

impl Lang {
    /// The language a text is mostly written in. A Han character weighs half a word, and Chinese
    /// notes are full of English terms, so words have to outnumber them by two to make a text English.
    pub fn of(text: &str) -> Lang {
        Lang::of_all(&[text])
    }

    /// The same of texts that stand one below the other.
    pub fn of_all(texts: &[&str]) -> Lang {
        // Every Han character begins with such a byte.
        if !texts.iter().any(|text| text.bytes().any(|byte| byte >= 0xe3)) {
            return Lang::En;
        }
        let (mut han, mut words) = (0usize, 0usize);
        for text in texts {
            let mut in_word = false;
            for letter in text.chars() {
                if letter.is_ascii() {
                    let is_word = letter.is_ascii_alphanumeric();
                    words += usize::from(is_word && !in_word && letter.is_ascii_alphabetic());
                    in_word = is_word || letter == '\'';
                    continue;
                }
                let is_han = han::is_han(letter);
                // Han and its punctuation are most of the letters, and no words; the tables of Unicode are slow.
                let is_word = !is_han
                    && !matches!(letter, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
                    && letter.is_alphanumeric();
                let starts_word = is_word && !in_word && letter.is_alphabetic();
                han += usize::from(is_han);
                words += usize::from(starts_word);
                in_word = is_word;
            }
        }
        if han * 2 > words { Lang::Zh } else { Lang::En }
    }

    /// Its name in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The other language.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::En,
        }
    }
}

/// How well the learner recalled a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Not recalled.
    Again,
    /// Recalled with effort, or in part.
    Hard,
    /// Recalled.
    Good,
    /// Recalled at once.
    Easy,
}

impl Grade {
    /// All four, from worst to best.
    pub const ALL: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

    /// Its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Grade::Again => "again",
            Grade::Hard => "hard",
            Grade::Good => "good",
            Grade::Easy => "easy",
        }
    }

    /// The grade of that name.
    pub fn named(name: &str) -> Option<Grade> {
        Grade::ALL.into_iter().find(|grade| grade.name() == name)
    }
}

/// One card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What its progress is filed under.
    pub id: CardId,
    /// Its languages, at least one, the deck's own first.
    pub faces: SmallVec<[Face; 1]>,
}

impl Card {
    /// The face in `lang`, or the first one where the card does not have that language.
    pub fn face(&self, lang: Lang) -> &Face {
        self.faces.iter().find(|face| face.lang == lang).unwrap_or(&self.faces[0])
    }

    /// What its author wrote about it beside question and answer, in the first language that says it.
    pub fn metadata(&self) -> Option<&Metadata> {
        self.faces.iter().find_map(|face| face.metadata.as_deref())
    }

    /// How often interviewers ask it, as far as its author says.
    pub fn importance(&self) -> Importance {
        self.metadata().and_then(|metadata| metadata.importance).unwrap_or(Importance::Medium)
    }

    /// Whether it comes from notes of the learner, not from a deck inside the program.
    pub fn is_own(&self) -> bool {
        self.faces.iter().any(|face| face.source.file.is_some())
    }

    /// The card that it is a follow-up of.
    pub fn parent(&self) -> Option<&CardId> {
        self.metadata()?.parent.as_ref()
    }

    /// Whether some face has an answer. A card without one is listed but never asked.
    pub fn is_answered(&self) -> bool {
        self.faces.iter().any(|face| !face.answer.is_empty())
    }

    /// Whether both come from one item of a source: the two directions of a pair, two holes of one text,
    /// or a card and what follows it up. Who has just read the answer of one knows that of the other.
    pub fn is_sibling(&self, other: &Card) -> bool {
        let (one, two) = (&self.faces[0], &other.faces[0]);
        let same_lines = one.source.answer_lines.is_some()
            && one.source.question_line == two.source.question_line
            && one.source.answer_lines == two.source.answer_lines
            && one.source.file == two.source.file;
        let same_note = || anki_note(&self.id).is_some_and(|note| anki_note(&other.id) == Some(note));
        let directions = || one.question == two.answer && one.answer == two.question;
        let holes = || one.answer == two.answer && has_hole(&one.question) && has_hole(&two.question);
        let follows = |one: &Card, other: &Card| one.parent().is_some_and(|parent| *parent == other.id);
        let follow_ups = || follows(self, other) || follows(other, self);
        let same_parent = || self.parent().is_some() && self.parent() == other.parent();
        let same_text = || !one.answer.is_empty() && !two.answer.is_empty() && (directions() || holes());
        same_lines || same_note() || follow_ups() || same_parent() || same_text()
    }
}

/// The part that the cards of one Anki note share in their ids, see `import::package`.
fn anki_note(id: &CardId) -> Option<&str> {
    const NOTE: usize = "anki-".len() + 16;
    let note = id.as_str().get(..NOTE).filter(|note| note.starts_with("anki-"))?;
    let number = &id.as_str()[NOTE..];
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    (number.is_empty() || number.strip_prefix('-').is_some_and(is_number)).then_some(note)
}

/// Whether a question leaves something out, as clozes do: `[…]`, or a hint in brackets.
fn has_hole(question: &str) -> bool {
    question.split_once('[').is_some_and(|(_, rest)| rest.contains(']'))
}

/// A card in one language, as Markdown source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Its language.
    pub lang: Lang,
    /// The headings above the card, outermost first.
    pub topic: Arc<[String]>,
    /// The question without its number, label or heading marks.
    pub question: Text,
    /// The answer as the author wrote it, blank lines around it trimmed; empty when there is none.
    pub answer: Text,
    /// Where it stands.
    pub source: Source,
    /// What else its author wrote about it; most notes say nothing.
    pub metadata: Option<Arc<Metadata>>,
}

/// Where a face stands in its file. Lines are 1-based.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file, or `None` for a deck inside the binary.
    pub file: Option<Arc<PathBuf>>,
    /// The line its question starts on.
    pub question_line: usize,
    /// First and last line of its answer.
    pub answer_lines: Option<(usize, usize)>,
}

/// The cards of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deck {
    /// Its name on the command line: letters, digits, `-`; unique in the library.
    pub name: String,
    /// Its title in each language it has one in, the deck's own first.
    pub titles: Vec<(Lang, String)>,
    /// Its cards in the order of the source.
    pub cards: Vec<Card>,
}

impl Deck {
    /// The title in `lang`, or in the deck's own language, or its name.
    pub fn title(&self, lang: Lang) -> &str {
        let exact = self.titles.iter().find(|(title_lang, _)| *title_lang == lang);
        exact.or(self.titles.first()).map_or(&self.name, |(_, title)| title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_text_is_the_one_most_of_it_is_in() {
        for (text, lang) in [
            ("池化的作用是什么？", Lang::Zh),
            ("为什么提出CNN？", Lang::Zh),
            ("RNN、LSTM、GRU区别", Lang::Zh),
            ("What does pooling (池化) do?", Lang::En),
            ("Qu'est-ce que c'est?", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of(text), lang, "{text}");
            for other in ["池化对齐三个字", "word after word", "CNN", "是's", ""] {
                let joined = Lang::of(&format!("{text}\n{other}"));
                assert_eq!(Lang::of_all(&[text, other]), joined, "{text} {other}");
            }
        }
    }

    fn card(id: &str, question: &str, answer: &str, line: usize) -> Card {
        let source = Source { file: None, question_line: line, answer_lines: Some((line, line)) };
        let (question, answer) = (question.into(), answer.into());
        Card {
            id: id.into(),
            faces: [Face { lang: Lang::En, topic: [].into(), question, answer, source, metadata: None }]
                .into(),
        }
    }

    /// Rows: two cards (id, question, answer, line) and whether they are siblings.
    #[test]
    fn siblings_come_from_one_item_of_a_source() {
        let (note, twin) = ("anki-0123456789abcdef", "anki-0123456789abcdef-2");
        for (one, two, are_siblings) in [
            (("a", "x", "y", 1), ("b", "z", "w", 2), false),
            (("a", "x", "y", 1), ("b", "z", "w", 1), true),
            (("a", "Paris", "France", 1), ("b", "France", "Paris", 2), true),
            (("a", "Paris", "France", 1), ("b", "France", "a country", 2), false),
            (("a", "A […] has b", "A net has b", 1), ("b", "A net has […]", "A net has b", 2), true),
            (
                ("a", "A [kind] has b", "A net has b", 1),
                ("b", "A net has [how many]", "A net has b", 2),
                true,
            ),
            (("a", "Is it so?", "Yes.", 1), ("b", "Is it not?", "Yes.", 2), false),
            (("a", "x", "", 1), ("b", "", "x", 2), false),
            ((note, "x", "y", 1), (twin, "z", "w", 2), true),
            ((note, "x", "y", 1), ("anki-0123456789abcdee", "z", "w", 2), false),
            ((note, "x", "y", 1), ("anki-0123456789abcdef-b", "z", "w", 2), false),
            (("池化池化池化池化池化", "x", "y", 1), (note, "z", "w", 2), false),
        ] {
            let [one, two] = [one, two].map(|(id, question, answer, line)| card(id, question, answer, line));
            assert_eq!(one.is_sibling(&two), are_siblings, "{} {}", one.id, two.id);
            assert_eq!(two.is_sibling(&one), are_siblings, "{} {}", two.id, one.id);
        }
    }
}
