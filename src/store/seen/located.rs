//! Where a lost card stood: when another way of reading gives other cards of the same text, the line that it began
//! with is still there, and the card that has this line now is its heir, or perhaps its heir.

use super::{Change, LostCard, News, Source};
use crate::card::{Card, CardId};
use crate::import;
use crate::markdown::normal;
use crate::matching::{self, Portrait};
use crate::progress::Progress;
use crate::store::{bounded, library};
use std::cell::OnceCell;
use std::collections::HashSet;

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
    source: &'a Source<'a>,
    old: &'a [Portrait],
    /// Its lines in their normal form, read when they are first asked for.
    lines: OnceCell<Vec<String>>,
}

impl<'a> Located<'a> {
    pub(super) fn of(sources: &[&'a Source<'a>], olds: &'a [Vec<Portrait>]) -> Located<'a> {
        let place = |(source, old): (&&'a Source<'a>, &'a Vec<Portrait>)| LocatedSource {
            source,
            old,
            lines: OnceCell::new(),
        };
        Located { sources: sources.iter().zip(olds).map(place).collect() }
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
        let lines = place.lines.get_or_init(|| lines(place.source));
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
        let cards = place.source.cards;
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

/// Looks for the heirs of cards that nothing else is like, by the lines they began with.
pub(super) fn locate(
    news: &mut News,
    lost: &mut [LostCard],
    found: &mut HashSet<usize>,
    progress: &Progress,
    located: &Located<'_>,
) {
    let mut taken: HashSet<CardId> =
        news.moves.iter().chain(&news.doubtful).map(|change| change.to.id.clone()).collect();
    let undone: HashSet<(&CardId, &CardId)> =
        progress.moves().filter(|step| step.3).map(|(_, from, to, _)| (from, to)).collect();
    for (place, gone) in lost.iter_mut().enumerate() {
        if found.contains(&place) || !gone.maybe.is_empty() {
            continue;
        }
        let Some((to, is_sure)) = located.heir(&gone.portrait, &taken, progress) else { continue };
        if undone.contains(&(&gone.portrait.id, &to.id)) {
            continue;
        }
        taken.insert(to.id.clone());
        let change = Change { from: gone.portrait.clone(), to, likeness: 0.5 };
        if is_sure {
            found.insert(place);
            news.moves.push(change);
        } else {
            gone.maybe.push(change.to.id.clone());
            news.doubtful.push(change);
        }
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

fn lines(source: &Source<'_>) -> Vec<String> {
    let bytes = bounded::read(source.path, library::LARGEST).unwrap_or_default();
    import::text(&bytes).lines().map(|line| normal(unlinked(line))).collect()
}

/// Whether an answer says what another one said, or that one said nothing.
fn says(now: &str, before: &str) -> bool {
    let (now, before) = (normal(now), normal(before));
    let start: String = before.chars().take(TELLING).collect();
    let own: String = now.chars().take(TELLING).collect();
    before.is_empty() || now.contains(&start) || (!own.is_empty() && before.contains(&own))
}
