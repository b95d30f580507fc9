//! The comparison of two texts in order: which words of a point stand in an answer, and whether what
//! stands there can be anything but the point.
//!
//! Words are aligned in order, each text without its function words. A point counts as said only where
//! most of its words stand within two neighbouring sentences, none of them has another word in its place,
//! and neither a negation, a number nor a denial ("it is false that") stands there that the point lacks.
//!
//! What stands beside a match is looked at up to the end of the clause, up to what says another point, and no
//! further than a few words: an answer that is typed without a mark is one clause.

use super::denial::Denials;
use super::tokens::{AnswerToken, TokenKind, tokens};
use std::ops::Range;

/// A sentence with less of a point than this share is not near to it.
const NEAR: f32 = 0.2;

/// Where it is near to it by some words in whatever order, so many have to be shared.
const SHOWN: f32 = 3.0;

/// What an answer has for the points of one face (the name of each, and what is said of it), each with the
/// share of its words that was found.
pub(super) fn beside(
    points: &[(String, String)],
    answer: &str,
    theirs: &[AnswerToken],
) -> Vec<(f32, Judged)> {
    let own: Vec<PointClaim> = points.iter().map(PointClaim::new).collect();
    let aligned: Vec<PointAlignment> = own.iter().map(|claim| claim.align(theirs)).collect();
    let card: Vec<String> = points.iter().map(|(name, text)| format!("{name} {text}")).collect();
    let spans: Vec<Vec<usize>> =
        own.iter().zip(&aligned).map(|(claim, found)| claim.tokens_taken(theirs, found)).collect();
    let denials = Denials::new(answer, &card.join("\n"));
    let judge = |at: usize| {
        let found = &aligned[at];
        let others = || (0..own.len()).filter(|other| *other != at);
        let taken = |token: usize| others().any(|other| spans[other].contains(&token));
        let is_near = found.share >= NEAR;
        let shown = if is_near { found } else { &own[at].nearest(theirs) };
        let place = sentences(answer, theirs, shown);
        let (first, last) = (found.pairs.first(), found.pairs.last());
        let said =
            first.map_or(0, |pair| theirs[pair.1].at.start)..last.map_or(0, |pair| theirs[pair.1].at.end);
        let is_covered = is_near
            && is_certain(&own[at], theirs, found, &taken)
            && !others().any(|other| own[at].is_said_of(&own[other], theirs, found, &taken))
            && !denials.reach(&said, &place);
        let text = &answer[place.clone()];
        let start = place.start + (text.len() - text.trim_start().len());
        let shared = shown.pairs.iter().map(|pair| &theirs[pair.1].at);
        let shared = shared.map(|at| at.start - start..at.end - start).collect();
        (found.share, Judged { is_covered, evidence: text.trim().to_owned(), shared })
    };
    (0..own.len()).map(judge).collect()
}

/// A point as it is compared.
struct PointClaim {
    tokens: Vec<AnswerToken>,
    /// How many of them are the name, which need not be said again.
    name: usize,
}

/// A point of more words is no claim; nothing is found for it.
const LONGEST: usize = 1_000;

/// So far before a match the name of another point counts as what it is said of.
const REACH: usize = 6;

impl PointClaim {
    fn new((name, text): &(String, String)) -> PointClaim {
        let text = tokens(text);
        let rest: f32 = text.iter().map(AnswerToken::weight).sum();
        let named = tokens(name);
        let name = if rest >= LEAST { named.len() } else { 0 };
        PointClaim { tokens: named.into_iter().chain(text).collect(), name }
    }

    fn align(&self, answer: &[AnswerToken]) -> PointAlignment {
        let point = &self.tokens[self.name..];
        if point.len() > LONGEST {
            return PointAlignment::default();
        }
        let mut aligned = align(point, answer);
        aligned.pairs.iter_mut().for_each(|pair| pair.0 += self.name);
        aligned
    }

    /// Whether a word of its name stands there. One Chinese character of several is no word.
    fn is_named(&self, answer: &[AnswerToken], at: usize) -> bool {
        let is_han = |token: &&AnswerToken| token.kind == TokenKind::Han;
        let is_part = |at: usize| answer.get(at).is_some_and(|token| holds(self.names(), token));
        let is_word = !is_han(&&answer[at]) || self.names().iter().filter(is_han).count() < 2;
        is_part(at) && (is_word || is_part(at + 1) || at > 0 && is_part(at - 1))
    }

    fn names(&self) -> &[AnswerToken] {
        &self.tokens[..self.name]
    }

    /// The words of the sentence that shares most of them with the point, in whatever order; none where that
    /// is little.
    fn nearest(&self, answer: &[AnswerToken]) -> PointAlignment {
        let mut best = (0.0, PointAlignment::default());
        let mut from = 0;
        for sentence in answer.chunk_by(|one, next| one.sentence == next.sentence) {
            let mut keys: Vec<&str> = Vec::new();
            let mut weight = 0.0;
            let mut pairs = Vec::new();
            for (at, token) in sentence.iter().enumerate().filter(|(_, token)| holds(&self.tokens, token)) {
                pairs.push((0, from + at));
                if !keys.contains(&token.key.as_str()) {
                    keys.push(&token.key);
                    weight += token.weight();
                }
            }
            if weight > best.0 {
                best = (weight, PointAlignment { pairs, share: 0.0 });
            }
            from += sentence.len();
        }
        if best.0 < SHOWN { PointAlignment::default() } else { best.1 }
    }

    /// The tokens of the answer that a good match takes: its pairs, and the name before them.
    fn tokens_taken(&self, answer: &[AnswerToken], found: &PointAlignment) -> Vec<usize> {
        let Some((_, first)) = found.pairs.first().filter(|_| found.is_enough()) else { return Vec::new() };
        let named = (0..*first).rev().take_while(|at| holds(self.names(), &answer[*at]));
        named.chain(found.pairs.iter().map(|pair| pair.1)).collect()
    }

    /// Whether numbers stand around a match that the point has not, while it lacks some of its own.
    fn has_other_numbers(
        &self,
        answer: &[AnswerToken],
        found: &PointAlignment,
        taken: &dyn Fn(usize) -> bool,
    ) -> bool {
        let (Some(first), Some(last)) = (found.pairs.first(), found.pairs.last()) else { return false };
        let is_number = |token: &AnswerToken| token.key.bytes().any(|byte| byte.is_ascii_digit());
        let paired = |own: usize| found.pairs.iter().any(|pair| pair.0 == own);
        let mut lacking = (0..self.tokens.len()).filter(|own| !paired(*own));
        let before = (0..first.1).rev().take_while(|at| answer[*at].sentence == answer[first.1].sentence);
        let after =
            (last.1 + 1..answer.len()).take_while(|at| answer[*at].sentence == answer[last.1].sentence);
        let free = |at: &usize| !taken(*at);
        let mut around = before.take_while(free).take(REACH).chain(after.take_while(free).take(REACH));
        lacking.any(|own| is_number(&self.tokens[own]))
            && around.any(|at| is_number(&answer[at]) && !holds(&self.tokens, &answer[at]))
    }

    /// Whether a match follows the name of another point in its sentence.
    fn is_said_of(
        &self,
        other: &PointClaim,
        answer: &[AnswerToken],
        found: &PointAlignment,
        taken: &dyn Fn(usize) -> bool,
    ) -> bool {
        let Some((_, first)) = found.pairs.first().copied() else { return false };
        let before = (0..first).rev().take(REACH);
        before
            .take_while(|at| answer[*at].sentence == answer[first].sentence && !taken(*at))
            .any(|at| other.is_named(answer, at) && !holds(&self.tokens, &answer[at]))
    }
}

fn holds<'a>(tokens: impl IntoIterator<Item = &'a AnswerToken>, one: &AnswerToken) -> bool {
    tokens.into_iter().any(|token| token.key == one.key)
}

/// How a point stands in an answer.
#[derive(Debug, Clone, Default, PartialEq)]
struct PointAlignment {
    /// The pairs of equal tokens: of the point, of the answer.
    pairs: Vec<(usize, usize)>,
    /// The weight of the tokens found, by that of all.
    share: f32,
}

/// The best way to find a point in an answer, in order.
fn align(point: &[AnswerToken], answer: &[AnswerToken]) -> PointAlignment {
    const SKIPPED: f32 = 0.35;
    const ADDED: f32 = 0.25;
    let width = answer.len() + 1;
    let mut best = vec![0.0_f32; (point.len() + 1) * width];
    let mut came = vec![0_u8; (point.len() + 1) * width];
    let mut top = (0.0_f32, 0, 0);
    for i in 1..=point.len() {
        for j in 1..=answer.len() {
            let (own, theirs) = (&point[i - 1], &answer[j - 1]);
            let weight = own.weight();
            let mut here = (0.0, 0);
            let equal = own.key == theirs.key;
            let passed =
                answer.get(j.wrapping_sub(2)).is_some_and(|before| before.sentence != theirs.sentence);
            let breaks = if passed { 0.5 } else { 0.0 };
            for (value, way) in [
                (best[(i - 1) * width + j - 1] + if equal { weight } else { -9.0 } - breaks, 1),
                (best[(i - 1) * width + j] - SKIPPED * weight, 2),
                (best[i * width + j - 1] - ADDED * theirs.weight() - breaks, 3),
            ] {
                if value > here.0 {
                    here = (value, way);
                }
            }
            // A match may begin anywhere.
            if equal && weight > here.0 {
                here = (weight, 4);
            }
            best[i * width + j] = here.0;
            came[i * width + j] = here.1;
            if here.0 > top.0 {
                top = (here.0, i, j);
            }
        }
    }
    let (_, mut i, mut j) = top;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        match came[i * width + j] {
            1 => {
                pairs.push((i - 1, j - 1));
                (i, j) = (i - 1, j - 1);
            }
            4 => {
                pairs.push((i - 1, j - 1));
                break;
            }
            2 => i -= 1,
            3 => j -= 1,
            _ => break,
        }
    }
    pairs.reverse();
    let found: f32 = pairs.iter().map(|(own, _)| point[*own].weight()).sum();
    let all: f32 = point.iter().map(AnswerToken::weight).sum();
    PointAlignment { pairs, share: if all > 0.0 { found / all } else { 0.0 } }
}

/// A point of which less is found is never certain.
const ENOUGH: f32 = 0.6;
/// Nor one of which fewer words than this are found.
const LEAST: f32 = 2.0;
/// So many words may stand in between.
const MOST_ADDED: usize = 3;
/// So many words before a match bear on it.
const BEFORE: f32 = 4.0;
/// So many behind it.
const BEHIND: f32 = 3.0;
/// An answer with fewer function words than this for each of the others may be a list.
const LINKED: f32 = 0.2;

impl PointAlignment {
    /// Whether most of the point was found.
    fn is_enough(&self) -> bool {
        self.share >= ENOUGH
    }
}

/// Whether an answer practically certainly says a point, as far as its words go. Tokens of the answer that
/// belong to other points are `taken`.
fn is_certain(
    claim: &PointClaim,
    answer: &[AnswerToken],
    aligned: &PointAlignment,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return false };
    let point = &claim.tokens;
    let weight: f32 = aligned.pairs.iter().map(|(own, _)| point[*own].weight()).sum();
    aligned.is_enough()
        && weight >= LEAST
        && spanned(answer, first.1, last.1) <= spanned(point, first.0, last.0).max(1)
        && aligned.pairs.windows(2).all(|two| fits_between(point, answer, two[0], two[1]))
        && fits_beside(claim, answer, (*first, *last), taken)
        && !is_list(point, answer, (*first, *last))
        && !is_moved(claim, answer, aligned, taken)
        && !claim.has_other_numbers(answer, aligned, taken)
}

/// How many sentences end between two tokens.
fn spanned(tokens: &[AnswerToken], first: usize, last: usize) -> usize {
    tokens[last].sentence - tokens[first].sentence
}

fn is_negation(token: &&AnswerToken) -> bool {
    token.kind == TokenKind::Negation
}

/// Whether two neighbours stand in one formula, so that neither goes without the other.
fn are_joined(tokens: &[AnswerToken], left: usize) -> bool {
    tokens.get(left..left + 2).is_some_and(|two| two.iter().all(AnswerToken::is_symbol) && two[1].is_joined)
}

/// Whether nothing between two pairs can change what is said: words left out, or words put in, never one
/// in the place of the other.
fn fits_between(
    point: &[AnswerToken],
    answer: &[AnswerToken],
    from: (usize, usize),
    to: (usize, usize),
) -> bool {
    let skipped = &point[from.0 + 1..to.0];
    let added = &answer[from.1 + 1..to.1];
    let is_formula = point[from.0].is_symbol() && point[to.0].is_symbol();
    let is_cut = !skipped.is_empty() && (are_joined(point, from.0) || are_joined(point, to.0 - 1));
    // In a list of words a comma stands where the point goes on.
    let is_list = !skipped.is_empty()
        && answer[from.1].clause < answer[to.1].clause
        && point[from.0].clause == point[to.0].clause;
    (skipped.is_empty() || added.is_empty())
        && !is_list
        && !added.iter().any(|token| is_negation(&token) || token.is_symbol())
        && !skipped.iter().any(|token| is_negation(&token))
        && !is_cut
        && (added.is_empty() || !is_formula)
        && added.len() <= MOST_ADDED
}

/// The same for what stands before the first pair and after the last: near by, in the same clause, and not on
/// the other side of what says another point.
fn fits_beside(
    claim: &PointClaim,
    answer: &[AnswerToken],
    (first, last): ((usize, usize), (usize, usize)),
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let point = &claim.tokens;
    let goes_on = |at: &usize, pair: usize| answer[*at].clause == answer[pair].clause && !taken(*at);
    let lead = (0..first.1).rev().take_while(|at| goes_on(at, first.1));
    let lead = within(BEFORE, lead.map(|at| &answer[at]));
    let tail = (last.1 + 1..answer.len()).take_while(|at| goes_on(at, last.1));
    let tail = within(BEHIND, tail.map(|at| &answer[at]));
    // The name of the point may stand there or not; something else instead may not.
    let unnamed = claim.names().iter().filter(|name| !holds(lead.iter().copied(), name));
    let before: Vec<&AnswerToken> = point[claim.name..first.0].iter().collect();
    let after: Vec<&AnswerToken> = point[last.0 + 1..].iter().collect();
    let lacks = unnamed.count() + before.len() > 0;
    let other = lead.iter().any(|token| !holds(claim.names(), token));
    // A point whose clause was said to its end may lack the next.
    let is_open = after.first().is_some_and(|next| next.clause == point[last.0].clause);
    let is_negated = [&before, &after, &lead, &tail].into_iter().flatten().any(is_negation);
    let is_cut = first.0 > claim.name && are_joined(point, first.0 - 1) || are_joined(point, last.0);
    let is_replaced = lacks && other || is_open && !tail.is_empty();
    !(is_negated || is_cut || is_replaced)
}

/// As many of these tokens as weigh no more than this.
fn within<'a>(most: f32, tokens: impl Iterator<Item = &'a AnswerToken>) -> Vec<&'a AnswerToken> {
    let mut weight = 0.0;
    let fits = |token: &&AnswerToken| {
        weight += token.weight();
        weight <= most
    };
    tokens.take_while(fits).collect()
}

/// Whether an answer strings words together where the point makes a claim of them: it has hardly any function
/// words, and here less than two thirds of those of the point.
fn is_list(
    point: &[AnswerToken],
    answer: &[AnswerToken],
    (first, last): ((usize, usize), (usize, usize)),
) -> bool {
    let links = |tokens: &[AnswerToken]| tokens.iter().map(|token| token.links).sum::<usize>();
    let own = links(&point[first.0 + 1..=last.0]);
    let all: f32 = answer.iter().map(AnswerToken::weight).sum();
    (links(answer) as f32) < LINKED * all && own >= 2 && links(&answer[first.1 + 1..=last.1]) * 3 < own * 2
}

/// Whether a word of the point that was not found in its place stands in another near by, as in sides swapped.
fn is_moved(
    claim: &PointClaim,
    answer: &[AnswerToken],
    aligned: &PointAlignment,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return false };
    let near = answer[first.1].sentence..=answer[last.1].sentence;
    let room = claim.tokens.len().max(REACH);
    let window = first.1.saturating_sub(room)..=last.1 + room;
    let is_free = |at: usize| !aligned.pairs.iter().any(|pair| pair.1 == at) && !taken(at);
    let lacking =
        (claim.name..claim.tokens.len()).filter(|own| !aligned.pairs.iter().any(|pair| pair.0 == *own));
    let lacking: Vec<&AnswerToken> = lacking.map(|own| &claim.tokens[own]).collect();
    let others = answer.iter().enumerate().filter(|(at, _)| window.contains(at));
    let mut others = others.filter(|(at, other)| near.contains(&other.sentence) && is_free(*at));
    others.any(|(_, other)| holds(lacking.iter().copied(), other))
}

/// From the beginning of the first sentence to the end of the last that a match stands in.
fn sentences(text: &str, tokens: &[AnswerToken], aligned: &PointAlignment) -> Range<usize> {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return 0..0 };
    let (from, to) = (tokens[first.1].sentence, tokens[last.1].sentence);
    let before = tokens[..first.1].iter().rev().find(|token| token.sentence < from);
    let after = tokens[last.1..].iter().find(|token| token.sentence > to);
    let start = before.map_or(0, |before| {
        let rest = &text[before.at.end..];
        before.at.end
            + rest
                .find(['.', '。', '!', '！', '?', '？', ';', '；', '\n'])
                .map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8))
    });
    let end = after.map_or(text.len(), |after| {
        let piece = &text[tokens[last.1].at.end..after.at.start];
        let cut = piece.find(['。', '!', '！', '?', '？', ';', '；', '\n']).or_else(|| piece.find('.'));
        tokens[last.1].at.end
            + cut.map_or(piece.len(), |at| at + piece[at..].chars().next().map_or(0, char::len_utf8))
    });
    start.min(tokens[first.1].at.start)..end.max(tokens[last.1].at.end)
}

/// What an answer has for one point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judged {
    /// Whether it certainly says the point.
    pub is_covered: bool,
    /// The sentence nearest to the point, or two; empty where none comes near.
    pub evidence: String,
    /// Where the words that both share stand in it, in bytes.
    pub shared: Vec<Range<usize>>,
}
