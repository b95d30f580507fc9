//! A style: one way in which people write down questions and answers.
//!
//! Each style is one file in `styles/` and one row in [`STYLES`]. Every style reads the page and one judge weighs
//! all readings by the same measure: how many of its questions ask, and how many of the lines that ask it takes.
//! The best reading becomes the deck; chapters it leaves out may be read in another style.

mod considered;
mod question;
mod reading;
mod single;
mod wider;

pub use considered::Considered;
pub(super) use question::{Answer, Own, Question, end_of_card, extent};
pub(super) use reading::Reading;
pub use reading::Style;

use super::ask::{Asking, asking};
use super::page::Page;
use super::parallel;
use super::refine::{fill, join, part_inside, refined};
use super::stem::Delimiter;
use super::styles::{
    anki, blocks, bold, bullets, csv, definitions, details, hashcards, headings, labelled, mochi, native,
    numbered, obsidian, paragraphs, quotes, remnote, table,
};
use crate::messages::ReadingMessage;
use considered::{ReadingFigures, reason, weighed};
use wider::{ReadingShape, answered, outer, titles, told_by_labels, wider};

/// All styles. Where two fit equally well the upper one wins.
pub const STYLES: &[Style] = &[
    native::STYLE,
    anki::STYLE,
    mochi::STYLE,
    hashcards::STYLE,
    obsidian::STYLE,
    remnote::STYLE,
    labelled::STYLE,
    details::STYLE,
    numbered::STYLE,
    headings::STYLE,
    bold::STYLE,
    bullets::STYLE,
    quotes::STYLE,
    paragraphs::STYLE,
    blocks::STYLE,
    table::STYLE,
    definitions::STYLE,
    csv::STYLE,
];

/// Styles whose marks are those of programs for cards.
const CARD_PROGRAMS: [&str; 5] =
    [hashcards::STYLE.name, anki::STYLE.name, obsidian::STYLE.name, remnote::STYLE.name, mochi::STYLE.name];

/// The style of that name.
pub fn named(name: &str) -> Option<&'static Style> {
    STYLES.iter().find(|style| style.name == name)
}

/// What the styles make of a page together.
pub(super) struct StyleChoice {
    /// The style that fits best, or that was asked for.
    pub(super) style: &'static Style,
    /// The choice in one line.
    pub(super) why: String,
    /// The questions of that style, and of others in the chapters it leaves out.
    pub(super) reading: Reading,
}

/// The reading in a style the user asked for; `None` when it finds no question.
pub(super) fn forced(page: &Page<'_>, style: &'static Style) -> Option<StyleChoice> {
    let mut reading = (style.insisted)(page);
    let why = format!("{}, as asked for", style.about);
    if reading.questions.is_empty() {
        return None;
    }
    refined(page, &mut reading);
    Some(StyleChoice { style, why, reading })
}

/// The reading that fits best. `Err` gives the best of those that may not be taken, if there is any.
///
/// A deck keeps the reading in which it was accepted: `accepted` wins where it finds questions.
pub(super) fn best(
    page: &Page<'_>,
    accepted: Option<&'static Style>,
    considered: &mut Vec<Considered>,
) -> Result<StyleChoice, Option<Box<(&'static Style, Reading)>>> {
    let mut readings: Vec<(&'static Style, Reading)> = Vec::new();
    // What the program wrote says so itself: no other style is asked.
    let own = (STYLES[0].read)(page);
    let others = if own.is_declared && !own.questions.is_empty() { 0 } else { STYLES.len() - 1 };
    let read = parallel::tasks(page.len(), others, |place| (STYLES[place + 1].read)(page));
    for (style, reading) in STYLES.iter().zip([own].into_iter().chain(read)) {
        if reading.is_declared && !reading.questions.is_empty() {
            *considered = vec![figures(style, &reading).considered(true, ReadingMessage::Declared)];
            return Ok(StyleChoice { style, why: style.about.to_owned(), reading });
        }
        if !reading.questions.is_empty() && reading.fit > 0.0 {
            readings.push((style, reading));
        }
    }
    let all: Vec<ReadingFigures> = readings.iter().map(|(style, reading)| figures(style, reading)).collect();
    let fittest = |doubtful: bool| {
        let places = (0..readings.len()).filter(|place| readings[*place].1.doubt.is_some() == doubtful);
        places.reduce(|one, other| if better(&readings[other].1, &readings[one].1) { other } else { one })
    };
    let is_accepted =
        |(style, _): &(&'static Style, Reading)| accepted.is_some_and(|own| own.name == style.name);
    let (winner, reason) = match readings.iter().position(is_accepted) {
        Some(accepted) => (accepted, ReadingMessage::AcceptedSo),
        None => {
            let Some(winner) = fittest(false) else {
                *considered = weighed(&all, None);
                let best = fittest(true);
                return in_chapters(page, &mut readings)
                    .ok_or_else(|| best.map(|place| Box::new(readings.swap_remove(place))));
            };
            let shapes: Vec<ReadingShape> =
                readings.iter().map(|(style, reading)| shape(style, reading)).collect();
            let asks = |line: usize| asking(page.stem(line).text) > Asking::No;
            // Programs for cards have marks of their own beside labels.
            let is_of_cards = CARD_PROGRAMS.contains(&readings[winner].0.name);
            let told = if is_of_cards { winner } else { told_by_labels(&shapes, winner) };
            match answered(&shapes, winner, asks) {
                _ if told != winner => (told, ReadingMessage::AsksInside { style: all[winner].style }),
                told if told != winner => (told, ReadingMessage::HasAnswers { style: all[winner].style }),
                // The rows of a table are all that it has.
                _ if readings[winner].0.name == csv::STYLE.name => (winner, reason(&all, winner, winner)),
                _ => {
                    let wide = outer(&shapes, wider(&shapes, winner, |line| numbering(page, line)));
                    (wide, reason(&all, winner, wide))
                }
            }
        }
    };
    let (winner, reason) = match titled_labels(page, &mut readings, winner) {
        Some((labelled, titles)) if labelled != winner => {
            (labelled, ReadingMessage::LabelsAsk { style: all[titles].style })
        }
        _ => (winner, reason),
    };
    if let Some(reading) = single::above(page, &readings[winner].1) {
        let style = &headings::STYLE;
        let own = figures(style, &reading)
            .considered(true, ReadingMessage::PartsOfOneAnswer { style: all[winner].style });
        *considered = weighed(&all, None);
        considered.retain(|other| other.style != style.name);
        considered.insert(0, own);
        let why = format!("{}: {}", style.about, reading.evidence.told());
        return Ok(StyleChoice { style, why, reading });
    }
    *considered = weighed(&all, Some((winner, &reason)));
    let (style, mut reading) = readings.swap_remove(winner);
    let mut why = format!("{}: {}", style.about, reading.evidence.told());
    readings.sort_by(|one, other| other.1.fit.total_cmp(&one.1.fit));
    for (other_style, other) in readings {
        let are_marked = CARD_PROGRAMS.contains(&other_style.name) && other.may_be_taken();
        let inside = part_inside(page, &mut reading, &other, are_marked);
        let added = inside + fill(page, &mut reading, other);
        if added > 0 {
            why.push_str(&format!("; {added} more as {}", other_style.name));
        }
    }
    refined(page, &mut reading);
    Ok(StyleChoice { style, why, reading })
}

/// How a line is numbered: the sign behind the number, the indent, and the level of its heading. A link is none of a list.
fn numbering(page: &Page<'_>, line: usize) -> Option<(Delimiter, usize, Option<u8>)> {
    let stem = page.stem(line);
    let number = stem.number.filter(|_| !page.is_link(line) && !page.is_anchor(line))?;
    Some((number.delimiter, stem.indent, page.level(line)))
}

/// The place of the labelled reading, and of the one whose questions are titles above its labels; these head chapters then.
fn titled_labels(
    page: &Page<'_>,
    readings: &mut [(&'static Style, Reading)],
    winner: usize,
) -> Option<(usize, usize)> {
    let labelled = readings.iter().position(|(style, _)| style.name == labelled::STYLE.name)?;
    let shapes: Vec<ReadingShape> = readings.iter().map(|(style, reading)| shape(style, reading)).collect();
    let is_right_above =
        |title: usize, label: usize| title < label && (title + 1..label).all(|line| page.is_blank(line));
    let titles = titles(&shapes, (labelled, winner), is_right_above)?;
    let lines: Vec<usize> = readings[titles].1.questions.iter().map(|title| title.line).collect();
    let own = &mut readings[labelled].1;
    for (question, next) in own.questions.iter_mut().zip(lines.iter().skip(1)) {
        question.limit = question.limit.min(next - 1);
    }
    own.chapters = lines.into_iter().filter(|line| page.level(*line).is_none()).collect();
    Some((labelled, titles))
}

/// Chapters in several styles, none of which is more than a small part of the file.
fn in_chapters(page: &Page<'_>, readings: &mut Vec<(&'static Style, Reading)>) -> Option<StyleChoice> {
    readings.sort_by(|one, other| other.1.fit.total_cmp(&one.1.fit));
    let parts = readings.iter().map(|(_, reading)| reading);
    let (first, mut reading) = join(page, parts)?;
    let style = readings[first].0;
    let why = format!("{}: {}", style.about, reading.evidence.told());
    refined(page, &mut reading);
    Some(StyleChoice { style, why, reading })
}

fn figures(
    style: &'static Style,
    Reading { fit, doubt, evidence, questions, .. }: &Reading,
) -> ReadingFigures {
    let (style, questions, counts) = (style.name, questions.len(), evidence.counts());
    ReadingFigures { style, questions, fit: *fit, doubt: doubt.clone(), counts }
}

/// Whether a reading fits better. One question is no list, however well it is marked.
fn better(one: &Reading, other: &Reading) -> bool {
    let rank = |reading: &Reading| (reading.questions.len() > 1, reading.fit);
    rank(one) > rank(other)
}

/// What counts of a reading beside the others.
fn shape(style: &Style, reading: &Reading) -> ReadingShape {
    let Reading { questions, evidence, fit, .. } = reading;
    // Words that take turns are labels too, though no list knows them.
    let take_turns = style.name == labelled::STYLE.name
        && evidence.answered == questions.len()
        && questions.iter().all(|one| one.sure);
    ReadingShape {
        questions: questions.iter().map(|one| (one.line, one.level, one.sure)).collect(),
        fit: *fit,
        asking: evidence.asking,
        answered: evidence.answered,
        may_be_taken: reading.may_be_taken(),
        share: evidence.counts().2,
        is_a_list: evidence.is_a_list(),
        counts_through: evidence.counts_through(),
        is_labelled: evidence.is_labelled() || take_turns,
        is_paired: evidence.is_paired(),
        is_an_outline: evidence.is_an_outline(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import;

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
            let notes = import::read(text.as_bytes(), None, import::named(style), None);
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

    #[test]
    fn questions_without_answers_do_not_win_over_those_with_some() {
        let text = "**什么是池化？**\n对一块区域取一个值\n**优点**：省参数\n**缺点**：丢掉位置\n\n**池化与步长卷积的区别**\n前者没有参数，后者有\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        let found: Vec<&str> = notes.cards.iter().map(|card| &*card.faces[0].question).collect();
        assert_eq!((notes.style, found), (Some("bold"), vec!["什么是池化？", "池化与步长卷积的区别"]));
    }

    #[test]
    fn names_are_unique() {
        for (index, style) in STYLES.iter().enumerate() {
            assert!(STYLES[..index].iter().all(|other| other.name != style.name), "{}", style.name);
            assert_eq!(named(style.name).map(|found| found.about), Some(style.about));
        }
    }

    #[test]
    fn every_style_wins_its_own_sample() {
        for style in STYLES {
            let page = Page::new(style.sample);
            let Ok(choice) = best(&page, None, &mut Vec::new()) else {
                panic!("{} finds nothing in its own sample", style.name)
            };
            assert_eq!(choice.style.name, style.name);
            assert!(choice.reading.questions.len() >= 2, "{}", style.name);
        }
    }
}
