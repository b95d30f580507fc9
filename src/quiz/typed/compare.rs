//! The comparison of two texts in order: which words of a point stand in an answer, and whether what
//! stands there can be anything but the point.
//!
//! Words are aligned in order, each text without its function words. A point counts as said only where
//! most of its words stand within two neighbouring sentences, none of them has another word in its place,
//! and neither a negation, a number nor a denial ("it is false that") stands there that the point lacks.
//!
//! What stands beside a match is looked at up to the end of the clause, up to what says another point, and no
//! further than a few words: an answer that is typed without a mark is one clause.

use super::align::PointAlignment;
use super::certain::{ClaimLinks, is_certain};
use super::claim::{PointClaim, holds};
use super::denial::Denials;
use super::evidence::sentences;
use super::glued::KnownWords;
use super::tokens::AnswerToken;
use std::ops::Range;

/// A sentence with less of a point than this share is not near to it.
const NEAR: f32 = 0.2;

/// What an answer has for the points of one face (the name of each, and what is said of it), each with the
/// share of its words that was found.
pub(super) fn beside(
    points: &[(String, String)],
    answer: &str,
    theirs: &[AnswerToken],
) -> Vec<(f32, Judged)> {
    let own: Vec<PointClaim> = points.iter().map(PointClaim::new).collect();
    let theirs = KnownWords::new(own.iter().map(|claim| claim.tokens.as_slice())).part(theirs);
    let read: Vec<Vec<AnswerToken>> = own.iter().map(|claim| claim.in_its_order(&theirs)).collect();
    let aligned: Vec<PointAlignment> =
        own.iter().zip(&read).map(|(claim, theirs)| claim.align(theirs)).collect();
    let card: Vec<String> = points.iter().map(|(name, text)| format!("{name} {text}")).collect();
    let spans: Vec<Vec<usize>> =
        own.iter().zip(&aligned).map(|(claim, found)| claim.tokens_taken(&theirs, found)).collect();
    let linking = own.iter().zip(&read).zip(&aligned).filter(|(_, found)| found.is_enough());
    let linking = linking.map(|((claim, theirs), found)| ClaimLinks::of(&claim.tokens, theirs, &found.pairs));
    let is_list = ClaimLinks::sum(linking).is_list();
    let denials = Denials::new(answer, &card.join("\n"));
    let judge = |at: usize| {
        let (found, theirs) = (&aligned[at], &read[at]);
        let others = || (0..own.len()).filter(|other| *other != at);
        let taken = |token: usize| others().any(|other| spans[other].contains(&token));
        let opens = |token: usize| {
            others().any(|other| own[other].is_named(theirs, token))
                && !holds(&own[at].tokens, &theirs[token])
        };
        let is_near = found.share >= NEAR;
        let shown = if is_near { found } else { &own[at].nearest(theirs) };
        let place = sentences(answer, theirs, shown);
        let (first, last) = (found.pairs.first(), found.pairs.last());
        let said =
            first.map_or(0, |pair| theirs[pair.1].at.start)..last.map_or(0, |pair| theirs[pair.1].at.end);
        let is_covered = is_near
            && !is_list
            && is_certain(&own[at], theirs, found, &taken, &opens)
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
