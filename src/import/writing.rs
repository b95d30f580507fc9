//! Decks written in the program's own style, so that reading them gives the same cards again.

use super::{comment, native};
use crate::card::{CardId, Metadata};
use crate::markdown::{self, Content};
use std::fmt::Write;

/// Topics stand below the title and above their questions, and there are six levels of headings.
const DEEPEST_TOPIC: usize = 4;

/// Writes the cards of one deck, in order.
pub(crate) struct Writer<'a> {
    out: &'a mut String,
    title: String,
    /// The topics above the last card.
    above: Vec<String>,
}

/// A card to be written.
pub(crate) struct WrittenCard<'a> {
    /// Its id.
    pub(crate) id: &'a CardId,
    /// What else is known of it.
    pub(crate) metadata: Option<&'a Metadata>,
    /// The headings above it, outermost first.
    pub(crate) topic: &'a [String],
    /// Its question, as Markdown.
    pub(crate) question: &'a str,
    /// Its answer, as Markdown; empty for none.
    pub(crate) answer: &'a str,
}

impl<'a> Writer<'a> {
    /// Begins a deck; the first one of a file begins the file.
    pub(crate) fn new(out: &'a mut String, title: &str) -> Writer<'a> {
        if out.is_empty() {
            out.push_str(native::MARK);
            out.push('\n');
        }
        let mut writer = Writer { out, title: one_line(title), above: Vec::new() };
        writer.heading(1, &writer.title.clone());
        writer
    }

    /// Goes on in a text that ends with a deck.
    pub(crate) fn behind(out: &'a mut String, title: &str) -> Writer<'a> {
        Writer { out, title: one_line(title), above: Vec::new() }
    }

    fn heading(&mut self, level: usize, text: &str) {
        write!(self.out, "\n{} {text}\n", "#".repeat(level)).expect("writing to a string never fails");
    }

    /// Writes a card.
    pub(crate) fn card(&mut self, card: &WrittenCard<'_>) {
        let topic = self.topic(card.topic);
        self.enter(&topic);
        let WrittenCard { question, answer, .. } = *card;
        self.heading(2 + topic.len(), &label(question));
        write!(self.out, "\n{}\n", comment(card.id, card.metadata)).expect("writing to a string never fails");
        if label(question) != question {
            write!(self.out, "{}\n\n{}\n\n{}\n", native::QUESTION, closed(question), native::ANSWER)
                .expect("writing to a string never fails");
        }
        if !answer.is_empty() {
            write!(self.out, "\n{}\n", closed(answer)).expect("writing to a string never fails");
            if ends_as_topic(answer) || answer.trim_end().ends_with("-->") {
                write!(self.out, "\n{}\n", native::END).expect("writing to a string never fails");
            }
        }
    }

    /// The topics of a card, as many as there are levels for.
    fn topic(&self, topic: &[String]) -> Vec<String> {
        let mut topic: Vec<String> = topic.iter().map(|heading| one_line(heading)).collect();
        if topic.len() > DEEPEST_TOPIC {
            let rest = topic.split_off(DEEPEST_TOPIC - 1).join(" > ");
            topic.push(rest);
        }
        // No heading ends a topic without beginning another one.
        if topic.is_empty() && !self.above.is_empty() {
            topic.push(self.title.clone());
        }
        topic
    }

    fn enter(&mut self, topic: &[String]) {
        let same = self.above.iter().zip(topic).take_while(|(one, other)| one == other).count();
        // A topic that ends above its last heading begins again.
        let from = if same == topic.len() && same < self.above.len() { same - 1 } else { same };
        for (level, heading) in topic.iter().enumerate().skip(from) {
            self.heading(2 + level, heading);
        }
        self.above = topic.to_vec();
    }
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches('#').trim();
    if line.is_empty() { "…".to_owned() } else { line.to_owned() }
}

/// What stands in the heading: the question itself, or what tells it from others.
fn label(question: &str) -> String {
    let first = question.lines().next().unwrap_or_default();
    let is_plain = first == first.trim() && !first.starts_with(['#', '`', '|', '>', '<', '$']);
    if is_plain && !first.is_empty() {
        return first.to_owned();
    }
    let text = markdown::text(&markdown::inlines(question));
    let short: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
    one_line(&short)
}

/// Whether the last line could be taken for the heading of a topic.
fn ends_as_topic(text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default().trim();
    let is_underline = last.trim_start_matches('=').is_empty() || last.trim_start_matches('-').is_empty();
    last.trim_start_matches(['>', ' ']).starts_with('#') || is_underline
}

/// A text whose last code block is closed, so that it ends where it ends.
fn closed(text: &str) -> String {
    for fence in ["", "\n```", "\n~~~", "\n````", "\n$$", "\n-->"] {
        let whole = format!("{text}{fence}");
        let probe = format!("{whole}\n\n# x\n");
        let is_closed = markdown::blocks(&probe).last().is_some_and(
            |last| matches!(&last.content, Content::Heading { text, .. } if markdown::text(text) == "x"),
        );
        if is_closed {
            return whole;
        }
    }
    text.to_owned()
}
