//! Choice: which of three or four claims is right?
//!
//! The right one is a claim of a core point. The wrong ones are mistakes that an author wrote down, each
//! with why it is wrong: of this card alone where it has two or more, else with those of its neighbours,
//! which are the cards of the same topic and those that one builds on. Nothing is made up, so a card
//! without a mistake of its own, or with too few around it, is asked in another way. See [`claim`] for what
//! may stand as an option:
//!
//! - **no option is true by accident**: the mistake of a neighbour names what it is about, so that it is
//!   wrong whatever the question; and this card says nothing like it;
//! - **none is given away by its length**: how many of the wrong claims are longer than the right one is
//!   drawn by lot, and of the cards whose right claim could only be the longest few are asked so.

mod claim;

use super::asking::ModeContext;
use crate::card::{Card, Face, Grade};
use crate::desk::{Desk, Place};
use crate::markdown;
use claim::ClaimDraft;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::HashSet;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Three or four claims, of which one is right.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The claims.
    pub claims: Vec<Claim>,
    /// Which one is right.
    pub right: usize,
    /// Which one the learner took.
    pub picked: Option<usize>,
}

/// One option.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What it says, as Markdown.
    pub text: String,
    /// What is said of it after the answer.
    pub why: Why,
}

/// Why a claim is right or wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It stands in this core point, counted from 0.
    Point(usize),
    /// It is a mistake.
    Mistake {
        /// Why it is wrong.
        reason: String,
        /// The question of the card that it belongs to, where that is another one.
        of: Option<String>,
    },
}

impl Options {
    /// A wrong choice is a lapse, a right one weak evidence.
    pub fn suggests(&self) -> Option<Grade> {
        self.picked.map(|picked| if picked == self.right { Grade::Hard } else { Grade::Again })
    }
}

/// Wrong claims of a question at most, and at least.
const WRONG: std::ops::RangeInclusive<usize> = 2..=3;
/// Neighbours whose mistakes are looked at.
const POOL: usize = 40;
/// Of their mistakes, the nearest that are tried, and the longest of the others.
const NEAREST: usize = 8;
const LONGEST: usize = 5;
/// The longest claim has at most so many times the cells of the shortest.
const RATIO: f32 = 2.6;

/// What a card is asked by; none where it was asked so before in this sitting.
pub(super) fn task(asking: &ModeContext<'_>) -> Option<Options> {
    // Hard repeats a learning step: choices alone would never bring a card out of its steps.
    if asking.sitting.chosen.contains(&asking.card().id) {
        return None;
    }
    options(asking.desk, asking.place, asking.seed())
}

/// Claims for the card of a place; none where it has no mistake of its own, or too few fit.
pub fn options(desk: &Desk, place: Place, seed: u64) -> Option<Options> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let face = desk.face(place);
    let mut own: Vec<Wrong> = claim::mistakes(face).into_iter().map(Wrong::own).collect();
    if own.is_empty() {
        return None;
    }
    own.shuffle(&mut chance);
    own.truncate(*WRONG.end());
    // Chance that belongs to the card: whether it is asked by choice at all is always the same.
    let lot = xxh3_64_with_seed(desk.card(place).id.as_str().as_bytes(), 0);
    let question = claim::words(&face.question);
    let asked = |claim: &ClaimDraft| question.intersection(&claim::words(&claim.text)).count();
    let least = own.iter().map(|wrong| asked(&wrong.draft)).min().unwrap_or_default();
    let mut right = claim::right(face);
    // Mistakes name what the question names; that the right claim does not would give it away.
    right.retain(|claim| asked(claim) >= least || (lot / 5).is_multiple_of(2));
    right.shuffle(&mut chance);
    let near = if own.len() < *WRONG.start() { neighbours(desk, place, seed) } else { Vec::new() };
    let sets = sets(&own, &near);
    let most = sets.iter().map(Vec::len).max()?;
    // The best for each number of wrong claims that are longer than the right one.
    let mut ways: Vec<Option<(f32, &ClaimDraft, &[&Wrong])>> = vec![None; most + 1];
    for (right, wrong) in right.iter().flat_map(|right| sets.iter().map(move |wrong| (right, wrong))) {
        let Some((longer, cost)) = cost(right, wrong) else { continue };
        if ways[longer].is_none_or(|(best, ..)| cost < best) {
            ways[longer] = Some((cost, right, wrong));
        }
    }
    let possible: Vec<bool> = ways.iter().map(Option::is_some).collect();
    let (_, right, wrong) = ways[draw(&possible, lot % 5, &mut chance)?]?;
    Some(arrange(right, wrong, &mut chance))
}

/// How many of the wrong claims are to be longer than the right one, where these numbers are possible.
///
/// A right claim that could only be the longest, or only the shortest, would be given away, were there many of
/// them: the lot of the card, one of five, says whether it is asked all the same.
fn draw(possible: &[bool], lot: u64, chance: &mut ChaCha8Rng) -> Option<usize> {
    let last = possible.len() - 1;
    let inner: Vec<usize> = (1..last).filter(|longer| possible[*longer]).collect();
    inner.choose(chance).copied().or(match (possible[0], possible[last]) {
        (true, true) => Some(last * usize::from(chance.random_bool(0.5))),
        (true, false) => (lot == 0).then_some(0),
        (false, true) => (lot < 2).then_some(last),
        (false, false) => None,
    })
}

/// A wrong claim, and how near its card is.
#[derive(Debug, Clone)]
struct Wrong {
    draft: ClaimDraft,
    of: Option<String>,
    /// 0 for this card, then the farther the more.
    distance: u8,
}

impl Wrong {
    fn own(draft: ClaimDraft) -> Wrong {
        Wrong { draft, of: None, distance: 0 }
    }
}

/// Sets of wrong claims: all of the card's own, or a single one with two of its neighbours'.
fn sets<'a>(own: &'a [Wrong], near: &'a [Wrong]) -> Vec<Vec<&'a Wrong>> {
    if WRONG.contains(&own.len()) {
        return vec![own.iter().collect()];
    }
    if let [one] = near {
        return vec![own.iter().chain([one]).collect()];
    }
    let pairs = |first: usize| (first + 1..near.len()).map(move |second| [&near[first], &near[second]]);
    let both = (0..near.len()).flat_map(pairs);
    both.map(|both| own.iter().chain(both).collect()).collect()
}

/// How many of the wrong claims are longer than the right one, and how well all stand side by side, the
/// less the better; nothing where two are of one length, or one is far longer than another.
fn cost(right: &ClaimDraft, wrong: &[&Wrong]) -> Option<(usize, f32)> {
    let (mut longer, mut distance, mut formulas, mut numbers) = (0, 0, 0, 0);
    let (mut least, mut most) = (right.width, right.width);
    for Wrong { draft, distance: own, .. } in wrong.iter().copied() {
        if draft.width == right.width {
            return None;
        }
        longer += usize::from(draft.width > right.width);
        distance += own;
        formulas += u8::from(draft.has_formula);
        numbers += u8::from(draft.has_number);
        (least, most) = (least.min(draft.width), most.max(draft.width));
    }
    let ratio = most as f32 / least.max(1) as f32;
    let share =
        |is_so: bool, count: u8| (f32::from(u8::from(is_so)) - f32::from(count) / wrong.len() as f32).abs();
    let form = 2.0 * share(right.has_formula, formulas) + share(right.has_number, numbers);
    (ratio <= RATIO).then_some((longer, ratio + 0.2 * f32::from(distance) + form))
}

fn arrange(right: &ClaimDraft, wrong: &[&Wrong], chance: &mut ChaCha8Rng) -> Options {
    let of_wrong = |wrong: &&Wrong| Claim {
        text: wrong.draft.text.clone(),
        why: Why::Mistake { reason: wrong.draft.reason.clone(), of: wrong.of.clone() },
    };
    let mut claims: Vec<Claim> = wrong.iter().map(of_wrong).collect();
    claims.push(Claim { text: right.text.clone(), why: Why::Point(right.point) });
    claims.shuffle(chance);
    let at = claims.iter().position(|claim| matches!(claim.why, Why::Point(_))).expect("it is among them");
    Options { claims, right: at, picked: None }
}

/// Mistakes of the cards around, the nearest first, that are wrong beside this question too.
fn neighbours(desk: &Desk, place: Place, seed: u64) -> Vec<Wrong> {
    let (card, face) = (desk.card(place), desk.face(place));
    let after =
        |one: &Card, other: &Card| one.metadata().is_some_and(|metadata| metadata.after.contains(&other.id));
    let in_deck = (0..desk.deck(place).cards.len()).map(|card| Place { card, ..place });
    let before = card.metadata().into_iter().flat_map(|metadata| &metadata.after);
    let mut places: Vec<Place> = before.filter_map(|id| desk.find(id)).collect();
    places.extend(in_deck.filter(|other| !places.contains(other)).collect::<Vec<_>>());
    let mut near: Vec<(u8, &Card, &Face)> = places
        .into_iter()
        .filter(|other| *other != place)
        .map(|other| (desk.card(other), desk.face(other)))
        .filter(|(other, own)| own.lang == face.lang && other.id != card.id)
        .filter_map(|(other, own)| {
            let builds = after(card, other) || after(other, card);
            (builds || own.topic == face.topic).then_some((if builds { 1 } else { 2 }, other, own))
        })
        .filter(|(_, _, own)| claim::may_have_mistakes(own))
        .collect();
    near.sort_by_cached_key(|(distance, other, _)| {
        (*distance, xxh3_64_with_seed(other.id.as_str().as_bytes(), seed))
    });
    near.truncate(POOL);
    let said: Vec<HashSet<String>> =
        claim::sentences_of(face).iter().map(|text| claim::words(text)).collect();
    let mut found = Vec::new();
    for (distance, _, other) in near {
        for draft in claim::mistakes(other).into_iter().filter(|draft| claim::is_general(draft, other)) {
            if !is_said(&claim::words(&draft.text), &said) {
                let of = Some(markdown::text(&markdown::inlines(&other.question)));
                found.push(Wrong { draft, of, distance });
            }
        }
    }
    // The long ones are few, and wanted beside a long claim.
    let mut rest = found.split_off(NEAREST.min(found.len()));
    rest.sort_by_key(|wrong| std::cmp::Reverse(wrong.draft.width));
    found.extend(rest.into_iter().take(LONGEST));
    found
}

/// A claim shares at most this much with a sentence of the card: what is so near may be said there too.
const SAID: f32 = 0.7;

fn is_said(claim: &HashSet<String>, sentences: &[HashSet<String>]) -> bool {
    let shared = |sentence: &HashSet<String>| claim.intersection(sentence).count() as f32;
    claim.is_empty() || sentences.iter().any(|sentence| shared(sentence) / claim.len() as f32 > SAID)
}
