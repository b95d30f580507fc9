//! The reading in a style that somebody insists on: where the style itself finds nothing that asks, every line with
//! its mark is a question.

use super::{Question, Reading, Style};
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Label;
use crate::import::styles::{bold, bullets, csv, table};

pub(super) fn read(page: &Page<'_>, style: &'static Style) -> Reading {
    if style.name == csv::STYLE.name {
        return csv::insisted(page);
    }
    let reading = (style.read)(page);
    if !reading.questions.is_empty() {
        return reading;
    }
    if style.name == bullets::STYLE.name {
        let items = || (1..=page.len()).filter(|line| page.has(*line, mark::BULLET));
        let least = items().map(|line| page.stem(line).indent).min();
        marked(page, |line| page.has(line, mark::BULLET) && Some(page.stem(line).indent) == least)
    } else if style.name == bold::STYLE.name {
        marked(page, |line| page.has(line, mark::WHOLE))
    } else if style.name == table::STYLE.name {
        table::insisted(page)
    } else {
        reading
    }
}

/// The lines of text with a mark, each asked; what is labelled as an answer is none.
fn marked(page: &Page<'_>, has_mark: impl Fn(usize) -> bool) -> Reading {
    let is_text = |line: &usize| matches!(page.kind(*line), LineKind::Text) && !page.is_hidden(*line);
    let lines = (1..=page.len()).filter(is_text).filter(|line| has_mark(*line));
    let stems = lines.map(|line| (line, page.stem(line)));
    let asked = stems.filter(|(_, stem)| stem.label != Some(Label::Answer) && !stem.text.is_empty());
    Reading::judged(page, asked.map(|(line, stem)| Question::new(page, line, stem.question())).collect())
}

#[cfg(test)]
mod tests {
    use crate::import::{self, named};

    #[test]
    fn what_is_insisted_on_is_read() {
        for (style, text) in [
            ("bullets", "- Momentum\n  - It averages.\n- Adam\n  - It adapts.\n- Warmup\n  - Small steps.\n"),
            (
                "bold",
                "**Momentum**\n\nIt averages.\n\n**Adam**\n\nIt adapts.\n\n**Warmup**\n\nSmall steps.\n",
            ),
            ("headings", "## Momentum\nIt averages.\n\n## Adam\nIt adapts.\n\n## Warmup\nSmall steps.\n"),
            ("quotes", "> Momentum\n\nIt averages.\n\n> Adam\n\nIt adapts.\n\n> Warmup\n\nSmall steps.\n"),
            ("numbered", "1. Momentum\nIt averages.\n2. Adam\nIt adapts.\n3. Warmup\nSmall steps.\n"),
            (
                "table",
                "| Name | Idea | When |\n|--|--|--|\n| Momentum | It averages. | a |\n| Adam | It adapts. | b |\n| Warmup | Small steps. | c |\n",
            ),
        ] {
            let notes = import::read(text.as_bytes(), None, named(style), None);
            let cards: Vec<(&str, &str)> = notes
                .cards
                .iter()
                .map(|card| (&*card.faces[0].question, card.faces[0].answer.trim().trim_start_matches("- ")))
                .collect();
            assert_eq!(
                cards,
                [("Momentum", "It averages."), ("Adam", "It adapts."), ("Warmup", "Small steps.")],
                "{style}"
            );
        }
    }
}
