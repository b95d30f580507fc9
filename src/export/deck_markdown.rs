//! Decks as Markdown that reads well on any page, and that this program reads back word for word.

use super::{Failed, Format, Material};
use crate::card::Face;
use crate::import::native;
use crate::markdown::{self, Content};
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "Markdown with ids, which backprop reads back word for word",
    is_text: true,
    has_images: false,
    write,
};

/// Topics stand below the title and above their questions, and there are six levels of headings.
const DEEPEST_TOPIC: usize = 4;

fn write(material: &Material<'_>) -> Result<Vec<u8>, Failed> {
    let desk = material.desk;
    let mut out = format!("{}\n", native::MARK);
    for (index, deck) in desk.decks.iter().enumerate() {
        let title = one_line(deck.title(desk.lang));
        let mut writer = Writer { out: &mut out, title: &title, above: Vec::new() };
        writer.heading(1, &title);
        for place in desk.places().filter(|place| place.deck == index) {
            writer.card(desk.card(place).id.as_str(), desk.face(place));
        }
    }
    Ok(out.into_bytes())
}

struct Writer<'a> {
    out: &'a mut String,
    title: &'a str,
    /// The topics above the last card.
    above: Vec<String>,
}

impl Writer<'_> {
    fn heading(&mut self, level: usize, text: &str) {
        write!(self.out, "\n{} {text}\n", "#".repeat(level)).expect("writing to a string never fails");
    }

    fn card(&mut self, id: &str, face: &Face) {
        let topic = self.topic(face);
        self.enter(&topic);
        let (question, answer) = (face.question.as_str(), face.answer.as_str());
        self.heading(2 + topic.len(), &label(question));
        write!(self.out, "\n<!-- id: {id} -->\n").expect("writing to a string never fails");
        if label(question) != question {
            write!(self.out, "{}\n\n{}\n\n{}\n", native::QUESTION, closed(question), native::ANSWER)
                .expect("writing to a string never fails");
        }
        if !answer.is_empty() {
            write!(self.out, "\n{}\n", closed(answer)).expect("writing to a string never fails");
            let ends_as_topic = markdown::blocks(answer)
                .last()
                .is_some_and(|last| matches!(last.content, Content::Heading { .. }));
            if ends_as_topic || answer.trim_end().ends_with("-->") {
                write!(self.out, "\n{}\n", native::END).expect("writing to a string never fails");
            }
        }
    }

    /// The topics of a face, as many as there are levels for.
    fn topic(&self, face: &Face) -> Vec<String> {
        let mut topic: Vec<String> = face.topic.iter().map(|heading| one_line(heading)).collect();
        if topic.len() > DEEPEST_TOPIC {
            let rest = topic.split_off(DEEPEST_TOPIC - 1).join(" > ");
            topic.push(rest);
        }
        // No heading ends a topic without beginning another one.
        if topic.is_empty() && !self.above.is_empty() {
            topic.push(self.title.to_owned());
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
