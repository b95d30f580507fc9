//! Cards that another program's file names as such, on their way to notes in the program's own style.

use super::{Converted, LARGEST_TEXT, Refused};
use crate::card::{Card, CardId, Face, Lang, Source};
use crate::import::diagnostic::Diagnostic;
use crate::import::identity::Identities;
use crate::import::writing::{Writer, WrittenCard};
use crate::markdown::clean;
use crate::messages::Damage;
use std::sync::Arc;

/// More cards than this in one file are refused.
const MOST_CARDS: usize = 500_000;

/// The cards of one file.
#[derive(Default)]
pub(super) struct ConvertedDeck {
    /// Its title; that of the format where it says none.
    pub(super) title: Option<String>,
    cards: Vec<Card>,
    ids: Identities,
    /// What could not be taken.
    pub(super) told: Vec<Diagnostic>,
    topic: Arc<[String]>,
    size: usize,
}

impl ConvertedDeck {
    /// A deck of this title.
    pub(super) fn titled(title: &str) -> ConvertedDeck {
        ConvertedDeck { title: Some(title.to_owned()), ..ConvertedDeck::default() }
    }

    /// Adds a card; one that asks nothing is none. Without an id of its own it has that of notes which say the
    /// same.
    pub(super) fn card(&mut self, id: Option<&CardId>, topic: &[String], question: &str, answer: &str) {
        let (question, answer) = (clean(question.trim()), clean(answer.trim()));
        if question.is_empty() || self.is_full() {
            return;
        }
        self.size += question.len() + answer.len();
        let topic: Vec<String> = topic.iter().map(|level| clean(level).trim().to_owned()).collect();
        if *self.topic != *topic {
            self.topic = topic.into();
        }
        let line = self.cards.len() + 1;
        let identity = self.ids.of(id.map(CardId::as_str), &question, &self.topic, line);
        let face = Face {
            lang: Lang::of(&question),
            topic: self.topic.clone(),
            question: question.into(),
            answer: answer.into(),
            source: Source { file: None, question_line: line, answer_lines: None },
            metadata: None,
        };
        self.cards.push(Card { id: identity.id, faces: [face].into() });
    }

    /// Whether there are cards.
    pub(super) fn has_cards(&self) -> bool {
        !self.cards.is_empty()
    }

    fn is_full(&self) -> bool {
        self.size > LARGEST_TEXT || self.cards.len() > MOST_CARDS
    }

    /// The notes that say these cards.
    pub(super) fn converted(mut self, format: &'static str) -> Result<Converted, Refused> {
        if self.is_full() {
            let why = Damage::TooManyCards { cards: MOST_CARDS, mb: LARGEST_TEXT >> 20 };
            return Err(Refused::damaged(format, why));
        }
        self.ids.settle(&mut self.cards);
        let mut text = String::new();
        let mut writer = Writer::new(&mut text, self.title.as_deref().unwrap_or(format));
        for card in &self.cards {
            let face = &card.faces[0];
            let (question, answer) = (face.question.as_str(), face.answer.as_str());
            writer.card(&WrittenCard { id: &card.id, metadata: None, topic: &face.topic, question, answer });
        }
        Ok(Converted { format, text, told: self.told })
    }
}
