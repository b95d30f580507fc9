//! Where a lost card stood: when another way of reading gives other cards of the same text, the line that it began
//! with is still there, and the card that has this line now is its heir, or perhaps its heir.

use crate::card::{Card, CardId};
use crate::import;
use crate::markdown::normal;
use crate::matching::{self, Portrait};
use crate::progress::Progress;
use crate::store::{bounded, library};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::path::Path;

/// A question of fewer letters is found everywhere.
const SHORTEST: usize = 3;
/// A stem stands at most so many lines above the first of its questions.
const STEM: usize = 12;
/// Lines times lost cards; more are not looked through.
const MOST: usize = 20_000_000;
/// So many letters of an answer tell it.
const TELLING: usize = 40;

/// The sources that changed, each with the cards it had.
pub(super) struct Located<'a> {
    sources: Vec<LocatedSource<'a>>,
}

struct LocatedSource<'a> {
    path: &'a Path,
    cards: &'a [Card],
    old: &'a [Portrait],
    /// Its lines in their normal form, read when they are first asked for.
    lines: OnceCell<Vec<String>>,
}

impl<'a> Located<'a> {
    /// Sources by where they stand, what they hold and what they held.
    pub(super) fn of(sources: impl Iterator<Item = (&'a Path, &'a [Card], &'a [Portrait])>) -> Located<'a> {
        let place = |(path, cards, old)| LocatedSource { path, cards, old, lines: OnceCell::new() };
        Located { sources: sources.map(place).collect() }
    }

    /// The card that has the line now which a lost card began with, and whether it asks the same there. Cards that
    /// are taken or have a history of their own are nobody's heirs.
    pub(super) fn heir(
        &self,
        lost: &Portrait,
        taken: &HashSet<CardId>,
        progress: &Progress,
    ) -> Option<(Portrait, bool)> {
        let place = self.sources.iter().find(|place| place.old.iter().any(|old| old.id == lost.id))?;
        let key = key(&lost.question)?;
        let lines = place.lines.get_or_init(|| lines(place.path));
        if lines.len().saturating_mul(place.old.len()) > MOST {
            return None;
        }
        let found: Vec<usize> =
            (1..=lines.len()).filter(|line| lines[line - 1].contains(key.as_str())).collect();
        // Of several cards that began with the same words, each has its own line.
        let twins: Vec<&CardId> = (place.old.iter())
            .filter(|old| self::key(&old.question).as_ref() == Some(&key))
            .map(|old| &old.id)
            .collect();
        let own = twins.iter().position(|id| **id == lost.id).filter(|_| twins.len() == found.len());
        let order: Vec<usize> = own.map(|own| found[own]).into_iter().chain(found.iter().copied()).collect();
        let cards = place.cards;
        let first = |card: &Card| card.faces[0].source.question_line;
        let last = |card: &Card| card.faces[0].source.answer_lines.map_or(first(card), |lines| lines.1);
        let is_free = |card: &&Card| !taken.contains(&card.id) && progress.record(&card.id).is_none();
        let begins = |line: &usize| cards.iter().filter(|card| first(card) == *line).find(is_free);
        let holds = |line: &usize| {
            cards.iter().filter(|card| (first(card)..=last(card)).contains(line)).find(is_free)
        };
        let follows = |line: &usize| {
            cards.iter().filter(|card| (*line..=line + STEM).contains(&first(card))).find(is_free)
        };
        let heir = (order.iter().find_map(begins))
            .or_else(|| order.iter().find_map(holds))
            .or_else(|| order.iter().find_map(follows))?;
        let face = &heir.faces[0];
        let is_sure = self::key(&face.question) == Some(key) && says(&face.answer, &lost.answer);
        let mut portraits = matching::portraits(cards);
        let at = cards.iter().position(|card| card.id == heir.id)?;
        Some((portraits.swap_remove(at), is_sure))
    }
}

/// The first line of a question in its normal form, without the rest of a link.
fn key(question: &str) -> Option<String> {
    let line = question.lines().find(|line| !line.trim().is_empty())?;
    let key = normal(unlinked(line));
    (key.chars().count() >= SHORTEST).then_some(key)
}

fn unlinked(line: &str) -> &str {
    line.split_once("](").map_or(line, |(text, _)| text)
}

fn lines(path: &Path) -> Vec<String> {
    let bytes = bounded::read(path, library::LARGEST).unwrap_or_default();
    import::text(&bytes).lines().map(|line| normal(unlinked(line))).collect()
}

/// Whether an answer says what another one said, or that one said nothing.
fn says(now: &str, before: &str) -> bool {
    let (now, before) = (normal(now), normal(before));
    let start: String = before.chars().take(TELLING).collect();
    let own: String = now.chars().take(TELLING).collect();
    before.is_empty() || now.contains(&start) || (!own.is_empty() && before.contains(&own))
}
