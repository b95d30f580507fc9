//! Cloze: a passage of the answer with gaps.
//!
//! The gaps are what is characteristic for the card: formulas, numbers and terms that stand often in
//! its answer and seldom in the others of its deck. A passage is one point, or what stands before the
//! points. One sitting never shows the same gap of a card twice; when all were shown, the card is asked
//! by recall. A card that brings its own gaps, as `==marked words==` in its answer or as `[…]` in its
//! question, is asked with those.

use super::mode::{Asking, Evidence, Mode, Task};
use super::terms::{self, is_han};
use crate::card::CardId;
use crate::markdown;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The row of this mode.
pub static MODE: Mode = Mode { name: "cloze", evidence: Evidence::Cued, task };

/// A passage with gaps.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Passage {
    /// Markdown with [`GAP`] in place of what is asked; empty when the question has the gaps.
    pub asked: String,
    /// The same with the gaps filled and set off.
    pub filled: String,
    /// What is asked, in order.
    pub gaps: Vec<String>,
}

/// What stands in place of a gap, as in decks that are imported with gaps of their own.
pub const GAP: &str = "[…]";
/// Gaps of one passage at most: with more of them too little is left as a cue.
const MOST: usize = 3;
/// Cards of the deck that tell which words are common.
const POOL: usize = 60;

fn task(asking: &Asking<'_>) -> Option<Task> {
    let (card, face) = (asking.card(), asking.face());
    if face.question.contains(GAP) {
        return Some(Task::Fill(Passage::default()));
    }
    let shown = &asking.sitting.gaps;
    let is_fresh = |gap: &Gap| !shown.contains(&mark(&card.id, &gap.text));
    let passages = passages(&face.answer);
    let own: Vec<(String, Vec<Gap>)> = passages.iter().map(|text| (text.clone(), marked(text))).collect();
    let has_own = own.iter().any(|(_, gaps)| !gaps.is_empty());
    let found = if has_own { own } else { characteristic(asking, passages) };
    let mut fitting: Vec<(String, Vec<Gap>)> = found
        .into_iter()
        .map(|(text, gaps)| (text, gaps.into_iter().filter(is_fresh).take(MOST).collect::<Vec<_>>()))
        .filter(|(_, gaps)| !gaps.is_empty())
        .collect();
    // A passage with more to ask comes first; among equals the card's own number decides.
    let most = fitting.iter().map(|(_, gaps)| gaps.len()).max()?;
    fitting.retain(|(_, gaps)| gaps.len() == most);
    let (text, gaps) = fitting.swap_remove((asking.seed() % fitting.len() as u64) as usize);
    Some(Task::Fill(cut(&text, &gaps)))
}

/// How a gap that was shown is remembered.
pub fn mark(card: &CardId, gap: &str) -> (CardId, String) {
    (card.clone(), gap.to_lowercase())
}

/// Something to be asked, everywhere it stands in a passage.
#[derive(Debug, Clone, PartialEq)]
struct Gap {
    text: String,
    places: Vec<Range<usize>>,
}

/// The passages of an answer: what stands before its points, and each point.
fn passages(answer: &str) -> Vec<String> {
    let points = markdown::points(answer);
    let before = points.first().map_or(usize::MAX, |point| point.first_line);
    let lines: Vec<&str> = answer.lines().collect();
    let mut passages: Vec<String> = markdown::blocks(answer)
        .iter()
        .filter(|block| block.last_line < before && matches!(block.content, markdown::Content::Paragraph(_)))
        .map(|block| lines[block.first_line..=block.last_line].join("\n"))
        .collect();
    passages.extend(points.into_iter().map(|point| point.text));
    passages.retain(|passage| !passage.contains("```") && !passage.contains("!["));
    passages
}

/// `==marked words==` of a passage.
fn marked(text: &str) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("==").map(|at| from + at) {
        let Some(close) = text[open + 2..].find("==").map(|at| open + 2 + at) else { break };
        let inner = &text[open + 2..close];
        from = close + 2;
        if inner.is_empty() || inner.contains('\n') || inner.starts_with(' ') || inner.ends_with(' ') {
            from = open + 2;
            continue;
        }
        gaps.push(Gap { text: inner.to_owned(), places: std::iter::once(open..close + 2).collect() });
    }
    gaps
}

/// The gaps of each passage that say most about the card, the best first.
fn characteristic(asking: &Asking<'_>, passages: Vec<String>) -> Vec<(String, Vec<Gap>)> {
    let face = asking.face();
    let asked: HashSet<String> = keys(&face.question);
    let common = common(asking);
    let mut often: HashMap<String, f32> = HashMap::new();
    for term in terms::terms(&plain(&face.answer)) {
        *often.entry(term.key).or_default() += 1.0;
    }
    let gaps = |text: &str| {
        let mut scored: Vec<(f32, Gap)> = Vec::new();
        let hidden = verbatim(text);
        for (range, is_formula) in &hidden {
            let source = &text[range.clone()];
            if *is_formula && (3..60).contains(&source.len()) && !face.question.contains(source) {
                scored.push((1.5, Gap { text: source.to_owned(), places: places(text, source, &[]) }));
            }
        }
        let mut seen = HashSet::new();
        for term in terms::terms(&plain(text)) {
            let is_number = term.surface.starts_with(|letter: char| letter.is_ascii_digit());
            let is_short = term.surface.chars().count() < 2 && !is_number;
            if is_short || asked.contains(&term.key) || !(term.is_concept || is_number) {
                continue;
            }
            let surface = as_written(text, &term.surface);
            let places = places(text, &surface, &hidden);
            if places.is_empty() || !seen.insert(term.key.clone()) {
                continue;
            }
            let rare = 1.0 / (1.0 + common.get(&term.key).copied().unwrap_or(0.0));
            let score = (1.0 + often.get(&term.key).copied().unwrap_or(0.0)).ln() * rare;
            scored.push((score, Gap { text: surface, places }));
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.places[0].start.cmp(&b.1.places[0].start)));
        apart(scored.into_iter().map(|(_, gap)| gap))
    };
    passages.into_iter().map(|text| (text.clone(), gaps(&text))).collect()
}

/// How large a share of the deck's cards have a term.
fn common(asking: &Asking<'_>) -> HashMap<String, f32> {
    let cards = &asking.desk.deck(asking.place).cards;
    let step = cards.len().div_ceil(POOL).max(1);
    let mut counts: HashMap<String, f32> = HashMap::new();
    for card in cards.iter().step_by(step).filter(|card| card.id != asking.card().id) {
        for key in keys(&card.face(asking.face().lang).answer) {
            *counts.entry(key).or_default() += 1.0;
        }
    }
    counts
}

/// Gaps that do not overlap with a better one.
fn apart(gaps: impl Iterator<Item = Gap>) -> Vec<Gap> {
    let mut taken: Vec<Gap> = Vec::new();
    for gap in gaps {
        let meets = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        let is_apart = taken
            .iter()
            .all(|other| !other.places.iter().any(|one| gap.places.iter().any(|place| meets(one, place))));
        if is_apart {
            taken.push(gap);
        }
    }
    taken
}

/// Formulas (`true`) and what else is not running text: code and the addresses of links.
fn verbatim(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['$', '`', '(']).map(|open| at + open) {
        let sign = &text[open..=open];
        let is_address = sign == "(" && text[..open].ends_with(']');
        let close = match sign {
            "(" if !is_address => None,
            "(" => text[open..].find(')').map(|close| open + close),
            sign => text[open + 1..].find(sign).map(|close| open + 1 + close),
        };
        match close {
            Some(close) => {
                found.push((open..close + 1, sign == "$"));
                at = close + 1;
            }
            None => at = open + 1,
        }
    }
    found
}

/// Where a text stands as words of their own, outside of formulas and code.
fn places(text: &str, wanted: &str, hidden: &[(Range<usize>, bool)]) -> Vec<Range<usize>> {
    let is_word = |letter: char| letter.is_alphanumeric() && !is_han(letter);
    let found = text.match_indices(wanted).map(|(at, found)| at..at + found.len());
    found
        .filter(|range| {
            let before = text[..range.start].chars().next_back().is_some_and(is_word);
            let after = text[range.end..].chars().next().is_some_and(is_word);
            let splits = before && wanted.starts_with(is_word) || after && wanted.ends_with(is_word);
            !splits && !hidden.iter().any(|(other, _)| range.start < other.end && other.start < range.end)
        })
        .collect()
}

/// How a passage writes a term: the comparison has lost capitals, hyphens and some signs.
fn as_written(text: &str, surface: &str) -> String {
    let lower = text.to_lowercase();
    for form in [surface.to_owned(), surface.replace(' ', "-"), surface.replace('x', "×")] {
        if let Some(at) = lower.find(&form)
            && lower.len() == text.len()
        {
            return text[at..at + form.len()].to_owned();
        }
    }
    surface.to_owned()
}

/// A passage with these gaps.
fn cut(text: &str, gaps: &[Gap]) -> Passage {
    let mut places: Vec<(Range<usize>, &str)> = gaps
        .iter()
        .flat_map(|gap| gap.places.iter().map(|place| (place.clone(), gap.text.as_str())))
        .collect();
    places.sort_by_key(|(place, _)| place.start);
    let mut passage = Passage::default();
    let mut from = 0;
    for (place, gap) in places {
        let between = &text[from..place.start];
        passage.asked.push_str(between);
        passage.asked.push_str(GAP);
        passage.filled.push_str(between);
        // Set off by a sign as well as by its style.
        passage.filled.push_str(&format!("==‹{gap}›=="));
        passage.gaps.extend((!passage.gaps.iter().any(|known| known == gap)).then(|| gap.to_owned()));
        from = place.end;
    }
    passage.asked.push_str(&text[from..]);
    passage.filled.push_str(&text[from..]);
    passage
}

fn keys(source: &str) -> HashSet<String> {
    terms::terms(&plain(source)).into_iter().map(|term| term.key).collect()
}

fn plain(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_gaps_are_taken_as_they_are_marked() {
        let text = "A ==kernel== of ==3×3== has == no gap == here, a==b.";
        let gaps = marked(text);
        let passage = cut(text, &gaps);
        assert_eq!(passage.gaps, ["kernel", "3×3"]);
        assert_eq!(passage.asked, "A […] of […] has == no gap == here, a==b.");
    }

    #[test]
    fn a_gap_is_made_wherever_its_words_stand_but_not_inside_others() {
        let text = "A gate gates; `gate` and $gate$, the gate.";
        let gap = Gap { text: "gate".into(), places: places(text, "gate", &verbatim(text)) };
        assert_eq!(cut(text, &[gap]).asked, "A […] gates; `gate` and $gate$, the […].");
    }
}
