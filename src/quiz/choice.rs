//! Choice: which of three or four claims is right?
//!
//! The right one is a claim of a core point. The wrong ones are mistakes that an author wrote down, each
//! with why it is wrong: of this card, and perhaps one of its neighbours, which are the cards of the same topic
//! and those that one builds on. Nothing is made up, so a card without a mistake of its own, or with too few
//! around it, is asked in another way. See [`claim`] and [`sentence`] for what may stand as an option:
//!
//! - **no option is true by accident**: the mistake of a neighbour names what it is about, so that it is
//!   wrong whatever the question; this card is about that too, and says nothing like it;
//! - **none is given away by its length or its wording**: what the right claim is to be like among the others
//!   ([`LengthRank`], [`Wishes`]) is drawn by lot for each question, and the claims that come nearest are taken.

mod claim;
mod sentence;

use super::asking::ModeContext;
use crate::card::{Card, Face, Grade};
use crate::desk::{Desk, Place};
use crate::markdown;
use claim::ClaimDraft;
use rand::seq::SliceRandom;
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
    /// The same claims as another face of the card tells them; none where that has not all of them.
    pub fn told_by(&self, of: &Face, other: &Face) -> Option<Options> {
        let (own, others) = (claim::mistakes(of), claim::mistakes(other));
        let told = |claim: &Claim| match &claim.why {
            Why::Point(point) => {
                let claims = claim::right(other);
                let text = claims.iter().find(|draft| draft.point == *point)?.text.clone();
                Some(Claim { text, why: Why::Point(*point) })
            }
            Why::Mistake { of: None, .. } if own.len() == others.len() => {
                let draft = &others[own.iter().position(|draft| draft.text == claim.text)?];
                let why = Why::Mistake { reason: draft.reason.clone(), of: None };
                Some(Claim { text: draft.text.clone(), why })
            }
            Why::Mistake { .. } => None,
        };
        let claims = self.claims.iter().map(told).collect::<Option<Vec<_>>>()?;
        Some(Options { claims, ..self.clone() })
    }

    /// A wrong choice is a lapse, a right one weak evidence.
    pub fn suggests(&self) -> Option<Grade> {
        self.picked.map(|picked| if picked == self.right { Grade::Hard } else { Grade::Again })
    }
}

/// Wrong claims of a question at most, and at least.
const WRONG: std::ops::RangeInclusive<usize> = 2..=3;
/// Neighbours whose mistakes are looked at.
const POOL: usize = 40;
/// How much farther a mistake is of which this card has no word.
const FOREIGN: f32 = 8.0;
/// Of their mistakes, the nearest that are tried, and the longest of the others.
const NEAREST: usize = 8;
const LONGEST: usize = 5;
/// The longest claim has at most so many times the cells of the shortest.
const RATIO: f32 = 2.6;
/// Claims that are farther from what is wished are not asked.
const DEAREST: f32 = 2.8;
/// What the mistake of a neighbour costs more than one of the card itself.
const NEIGHBOUR: f32 = 0.3;

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
    own.truncate(*WRONG.end());
    let wishes = Wishes::draw(face, &mut chance);
    let right = claim::right(face);
    let mut ways = Ways::default();
    ways.fill(&right, &own_sets(&own), &wishes);
    // What is about this card alone is better; others help where only the longest claim could be right.
    let [_, middle, shortest] = &ways.0;
    let near =
        if middle.is_none() && shortest.is_none() { neighbours(desk, place, seed) } else { Vec::new() };
    ways.fill(&right, &mixed_sets(&own, &near), &wishes);
    // Chance that belongs to the card: whether it is asked by choice at all is nearly always the same.
    let lot = xxh3_64_with_seed(desk.card(place).id.as_str().as_bytes(), 0);
    let length = draw(ways.0.each_ref().map(Option::is_some), lot, &mut chance)?;
    let (_, right, wrong) = ways.0[length as usize].take()?;
    Some(arrange(right, &wrong, &mut chance))
}

/// A way to ask a card: how far it is from what is wished, the right claim and the wrong ones.
type ChoiceWay<'a> = (f32, &'a ClaimDraft, Vec<&'a Wrong>);

/// The best way for each place of the right claim among the others by length.
#[derive(Default)]
struct Ways<'a>([Option<ChoiceWay<'a>>; 3]);

impl<'a> Ways<'a> {
    /// Takes the best of these sets for each place.
    fn fill(&mut self, right: &'a [ClaimDraft], sets: &[Vec<&'a Wrong>], wishes: &Wishes) {
        for (right, wrong) in right.iter().flat_map(|right| sets.iter().map(move |wrong| (right, wrong))) {
            let Some((length, cost)) = wishes.cost(right, wrong) else { continue };
            let way = &mut self.0[length as usize];
            if cost <= DEAREST && way.as_ref().is_none_or(|(best, ..)| cost < *best) {
                *way = Some((cost, right, wrong.clone()));
            }
        }
    }
}

/// The place of the right claim among the others by length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LengthRank {
    Longest,
    Middle,
    Shortest,
}

/// Which of the possible places by length the right claim is to have, so that over many questions none is
/// more likely than another. Points tend to be longer than mistakes: of the cards whose right claim could only
/// be the longest three of five are not asked so, as the lot of the card says.
fn draw(possible: [bool; 3], lot: u64, chance: &mut ChaCha8Rng) -> Option<LengthRank> {
    use LengthRank::{Longest, Middle, Shortest};
    let (is_middle, is_longest) = (chance.random_bool(0.35), chance.random_bool(0.5));
    match possible {
        [false, true, false] => Some(Middle),
        [_, true, _] if is_middle => Some(Middle),
        [true, _, true] => Some(if is_longest { Longest } else { Shortest }),
        [_, _, true] => Some(Shortest),
        [true, true, _] => Some(Longest),
        [true, false, false] => (lot % 5 < 2).then_some(Longest),
        [false, false, false] => None,
    }
}

/// What the right claim of one question is to be like among the others, drawn anew for each: who looks at one
/// of these alone learns nothing.
struct Wishes {
    question: HashSet<String>,
    /// The share of the others that has more words of the question.
    asked: f32,
    /// The share of the others that has more words of the remaining options.
    alike: f32,
    /// Whether its length may be the farthest from the average.
    may_stand_out: bool,
}

impl Wishes {
    fn draw(face: &Face, chance: &mut ChaCha8Rng) -> Wishes {
        Wishes {
            question: claim::words(&face.question),
            asked: [0.0, 0.0, 0.25, 0.5][chance.random_range(0..4)],
            alike: chance.random_range(0.0..1.0),
            may_stand_out: chance.random_bool(0.3),
        }
    }

    /// The place of the right claim by length, and how far all are from what is wished, the less the better;
    /// nothing where one is as long as the right claim, or far longer than another.
    fn cost(&self, right: &ClaimDraft, wrong: &[&Wrong]) -> Option<(LengthRank, f32)> {
        let drafts = || wrong.iter().map(|wrong| &wrong.draft);
        let widths = || drafts().chain([right]).map(|draft| draft.width);
        let (least, most) = (widths().min()?, widths().max()?);
        let ratio = most as f32 / least.max(1) as f32;
        if ratio > RATIO || drafts().any(|draft| draft.width == right.width) {
            return None;
        }
        // Among claims a sentence that advises would be told by its form.
        if right.is_advice && !drafts().all(|draft| draft.is_advice) {
            return None;
        }
        let rank = match drafts().filter(|draft| draft.width > right.width).count() {
            0 => LengthRank::Longest,
            longer if longer == wrong.len() => LengthRank::Shortest,
            _ => LengthRank::Middle,
        };
        let mean = widths().sum::<usize>() as f32 / (wrong.len() + 1) as f32;
        let far = |width: usize| (width as f32 - mean).abs();
        let stands_out = widths().all(|width| far(width) <= far(right.width));
        let asked = |draft: &ClaimDraft| draft.words.intersection(&self.question).count();
        let all: Vec<&ClaimDraft> = drafts().chain([right]).collect();
        let alike = |draft: &ClaimDraft| -> usize {
            let others = all.iter().filter(|other| !std::ptr::eq(**other, draft));
            others.map(|other| other.words.intersection(&draft.words).count()).sum()
        };
        let of_wrong = |is_so: fn(&ClaimDraft) -> bool| {
            let share = drafts().filter(|draft| is_so(draft)).count() as f32 / wrong.len() as f32;
            (f32::from(u8::from(is_so(right))) - share).abs()
        };
        let distance = wrong.iter().map(|wrong| wrong.distance).sum::<f32>();
        let cost = 2.5 * (above(right, drafts(), asked) - self.asked).abs()
            + 0.7 * (above(right, drafts(), alike) - self.alike).abs()
            + (above(right, drafts(), |draft| draft.sweeping) - 0.5).abs()
            + 2.0 * of_wrong(|draft| draft.has_formula)
            + of_wrong(|draft| draft.has_number)
            + of_wrong(|draft| draft.is_advice)
            + 0.15 * ratio
            + 0.1 * distance
            + NEIGHBOUR * wrong.iter().filter(|wrong| wrong.of.is_some()).count() as f32
            + f32::from(u8::from(stands_out && !self.may_stand_out));
        Some((rank, cost))
    }
}

/// The share of the others that has more of something than the right claim; half of those that have as much.
fn above<'a>(
    right: &ClaimDraft,
    others: impl Iterator<Item = &'a ClaimDraft>,
    measure: impl Fn(&ClaimDraft) -> usize,
) -> f32 {
    let own = measure(right);
    let (mut above, mut count) = (0.0, 0.0);
    for other in others.map(&measure) {
        above += if other > own { 1.0 } else { f32::from(u8::from(other == own)) / 2.0 };
        count += 1.0;
    }
    above / count
}

/// A wrong claim, and how near its card is.
#[derive(Debug, Clone)]
struct Wrong {
    draft: ClaimDraft,
    of: Option<String>,
    /// 0 for this card, then the farther the more.
    distance: f32,
}

impl Wrong {
    fn own(draft: ClaimDraft) -> Wrong {
        Wrong { draft, of: None, distance: 0.0 }
    }
}

/// Sets of the card's own wrong claims, all or two of them.
fn own_sets(own: &[Wrong]) -> Vec<Vec<&Wrong>> {
    let pairs =
        (0..own.len()).flat_map(|first| (first + 1..own.len()).map(move |second| vec![first, second]));
    let sets = pairs.chain((own.len() > 2).then(|| (0..own.len()).collect()));
    sets.map(|set| set.into_iter().map(|at| &own[at]).collect()).collect()
}

/// Sets of one of the card's own wrong claims with one of its neighbours'.
fn mixed_sets<'a>(own: &'a [Wrong], near: &'a [Wrong]) -> Vec<Vec<&'a Wrong>> {
    own.iter().flat_map(|one| near.iter().map(move |other| vec![one, other])).collect()
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
        .filter(|(_, _, own)| may_have_mistakes(own))
        .collect();
    near.sort_by_cached_key(|(distance, other, _)| {
        (*distance, xxh3_64_with_seed(other.id.as_str().as_bytes(), seed))
    });
    near.truncate(POOL);
    let said: Vec<HashSet<String>> =
        claim::sentences_of(face).iter().map(|text| claim::words(text)).collect();
    let question = claim::words(&face.question);
    let asked = claim::concepts(&face.question);
    let subject = claim::concepts(&format!("{}\n{}", face.question, markdown::layers(&face.answer).gist));
    let about: HashSet<String> = said.iter().chain([&question]).flatten().cloned().collect();
    let mut found = Vec::new();
    for (distance, _, other) in near {
        for draft in claim::mistakes(other).into_iter().filter(|draft| claim::is_general(draft, other)) {
            // More of what it is about than not.
            let concepts = claim::concepts(&draft.text);
            // Nobody takes for an answer what is not about the thing that was asked.
            let is_near =
                !concepts.is_disjoint(&asked) && 2 * concepts.intersection(&subject).count() > concepts.len();
            if is_near && !is_said(&draft.words, &said) {
                let of = Some(markdown::text(&markdown::inlines(&other.question)));
                let known = draft.words.intersection(&about).count() as f32 / draft.words.len().max(1) as f32;
                found.push(Wrong { draft, of, distance: f32::from(distance) + FOREIGN * (1.0 - known) });
            }
        }
    }
    found.sort_by(|one: &Wrong, other| one.distance.total_cmp(&other.distance));
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

/// Whether it is worth looking for the mistakes of a card.
fn may_have_mistakes(face: &Face) -> bool {
    markdown::MISTAKE_ARROWS.iter().any(|arrow| face.answer.contains(arrow))
}
