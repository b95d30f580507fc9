//! A point of a card as an answer is compared with it: its name, and what is said of it.

use super::align::{PointAlignment, align};
use super::phrases::read;
use super::tokens::{AnswerToken, TokenKind};
use super::words::SUBJECTLESS;

/// A point as it is compared.
pub(super) struct PointClaim {
    pub tokens: Vec<AnswerToken>,
    /// How many of them are the name, which need not be said again.
    pub name: usize,
}

/// Fewer words than this are no claim.
pub(super) const LEAST: f32 = 2.0;

/// A sentence is near to a point by some words in whatever order where so many are shared.
const SHOWN: f32 = 3.0;

/// A point of more words is no claim; nothing is found for it.
const LONGEST: usize = 1_000;

/// So far before a match the name of another point counts as what it is said of.
pub(super) const REACH: usize = 6;

impl PointClaim {
    pub(super) fn new((name, text): &(String, String)) -> PointClaim {
        let text = read(text);
        let rest: f32 = text.iter().map(AnswerToken::weight).sum();
        let named = read(name);
        let name = if rest >= LEAST { named.len() } else { 0 };
        PointClaim { tokens: named.into_iter().chain(text).collect(), name }
    }

    pub(super) fn align(&self, answer: &[AnswerToken]) -> PointAlignment {
        let point = &self.tokens[self.name..];
        if point.len() > LONGEST {
            return PointAlignment::default();
        }
        let mut aligned = align(point, answer);
        aligned.pairs.iter_mut().for_each(|pair| pair.0 += self.name);
        aligned
    }

    /// An answer with each `only` on the side of its neighbour where the point has it: `only needs`, `needs only`.
    pub(super) fn in_its_order(&self, answer: &[AnswerToken]) -> Vec<AnswerToken> {
        let mut read = answer.to_vec();
        let follows =
            |one: &str, next: &str| self.tokens.windows(2).any(|two| two[0].key == one && two[1].key == next);
        for at in 1..read.len() {
            let (one, next) = (&read[at - 1], &read[at]);
            let is_only = [one, next].iter().any(|token| token.is_negation() && token.key == "only");
            if is_only
                && one.sentence == next.sentence
                && !follows(&one.key, &next.key)
                && follows(&next.key, &one.key)
            {
                read.swap(at - 1, at);
            }
        }
        read
    }

    /// Whether a word of its name stands there. One Chinese character of several is no word, nor a negation.
    pub(super) fn is_named(&self, answer: &[AnswerToken], at: usize) -> bool {
        let is_han = |token: &&AnswerToken| token.is_han() || token.is_negation();
        let is_part = |at: usize| answer.get(at).is_some_and(|token| holds(self.names(), token));
        let is_word = !is_han(&&answer[at]) || self.names().iter().filter(is_han).count() < 2;
        is_part(at) && (is_word || is_part(at + 1) || at > 0 && is_part(at - 1))
    }

    /// Whether its text names what it is about, as far as its first words tell.
    pub(super) fn has_subject(&self) -> bool {
        let Some(first) = self.tokens.get(self.name) else { return false };
        let next = self.tokens.get(self.name + 1).map(|next| next.links.as_slice()).unwrap_or_default();
        let is_noun = first.links.iter().any(|link| matches!(*link, "a" | "an" | "the"));
        // `Keeps the`, `passes to`: a verb.
        let is_verb = first.kind == TokenKind::Word
            && first.word.ends_with('s')
            && !next.is_empty()
            && next[0] != "and";
        is_noun || !is_verb && !first.links.iter().any(|link| SUBJECTLESS.has(link))
    }

    pub(super) fn names(&self) -> &[AnswerToken] {
        &self.tokens[..self.name]
    }

    /// The words of the sentence that shares most of them with the point, in whatever order; none where that
    /// is little.
    pub(super) fn nearest(&self, answer: &[AnswerToken]) -> PointAlignment {
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
    pub(super) fn tokens_taken(&self, answer: &[AnswerToken], found: &PointAlignment) -> Vec<usize> {
        let Some((_, first)) = found.pairs.first().filter(|_| found.is_enough()) else { return Vec::new() };
        let named = (0..*first).rev().take_while(|at| holds(self.names(), &answer[*at]));
        named.chain(found.pairs.iter().map(|pair| pair.1)).collect()
    }

    /// Whether numbers stand around a match that the point has not, while it lacks some of its own.
    pub(super) fn has_other_numbers(
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
    pub(super) fn is_said_of(
        &self,
        other: &PointClaim,
        answer: &[AnswerToken],
        found: &PointAlignment,
        taken: &dyn Fn(usize) -> bool,
    ) -> bool {
        let Some((_, first)) = found.pairs.first().copied() else { return false };
        if first > 0 && self.is_named(answer, first - 1) {
            return false;
        }
        let before = (0..first).rev().take(REACH);
        before
            .take_while(|at| answer[*at].sentence == answer[first].sentence && !taken(*at))
            .any(|at| other.is_named(answer, at) && !holds(&self.tokens, &answer[at]))
    }
}

pub(super) fn holds<'a>(tokens: impl IntoIterator<Item = &'a AnswerToken>, one: &AnswerToken) -> bool {
    tokens.into_iter().any(|token| token.key == one.key)
}
