//! A chain of candidates that count upwards: the best one, and what is odd about its numbers.

use super::candidate::{Candidate, LineLook, SETTINGS};
use crate::import::diagnostic::Diagnostic;
use crate::messages::ReadingMessage;

/// A chain of candidates that count upwards.
pub(super) struct Chain {
    pub(super) links: Vec<Candidate>,
    /// They stand in another order than their numbers.
    pub(super) moved: bool,
}

/// How much a number may skip and still belong to the chain.
const LONGEST_GAP: u32 = 12;

/// So many numbered lines of a quote may stand between a number and the same again.
const NEAR_POINTS: usize = 24;

/// No candidate.
const NONE: u32 = u32::MAX;

/// The chain of highest score: dynamic programming over the candidates, each of which may follow the
/// best chain that ends one number lower, or a few lower, or in the same number right before it, or
/// may start a new chapter from 1.
pub(super) fn best_chain(candidates: &[Candidate]) -> Chain {
    let mut chains = Chains::new(candidates);
    for index in 0..candidates.len() {
        chains.take(index);
    }
    Chain { links: chains.best(), moved: false }
}

/// The best chains among the candidates seen so far.
struct Chains<'a> {
    candidates: &'a [Candidate],
    /// Of the best chain that ends in each candidate: its score, and the candidate before.
    scores: Vec<f32>,
    before: Vec<u32>,
    /// The best chain that ends in a number, for each way its last line is set: a list inside an answer
    /// must not push aside the headings around it.
    ending_in: Vec<(u8, [u32; SETTINGS])>,
    best_so_far: u32,
    /// The best chain among the chapters before the one at hand.
    best_of_earlier_chapters: u32,
}

impl Chains<'_> {
    fn new(candidates: &[Candidate]) -> Chains<'_> {
        let highest = candidates.iter().map(|candidate| candidate.number).max().unwrap_or(0) as usize;
        Chains {
            candidates,
            scores: Vec::with_capacity(candidates.len()),
            before: Vec::with_capacity(candidates.len()),
            ending_in: vec![(0, [NONE; SETTINGS]); highest + 1],
            best_so_far: NONE,
            best_of_earlier_chapters: NONE,
        }
    }

    /// Takes the next candidate in: it goes on with a chain, or begins one.
    fn take(&mut self, index: usize) {
        let this = &self.candidates[index];
        let is_new_chapter = |last: &Candidate| last.chapter != this.chapter || last.prefix != this.prefix;
        if index > 0 && is_new_chapter(&self.candidates[index - 1]) {
            self.best_of_earlier_chapters = self.best_so_far;
        }
        let (score, from) = self.ending_in(index);
        self.scores.push(score);
        self.before.push(from);
        let (settings, ends) = &mut self.ending_in[this.number as usize];
        *settings |= 1 << this.look.setting();
        let place = &mut ends[this.look.setting()];
        if *place == NONE || score > self.scores[*place as usize] {
            *place = index as u32;
        }
        if self.best_so_far == NONE || score > self.scores[self.best_so_far as usize] {
            self.best_so_far = index as u32;
        }
    }

    /// The score of the best chain that ends in a candidate, and the candidate before.
    fn ending_in(&self, index: usize) -> (f32, u32) {
        let (candidates, this) = (self.candidates, &self.candidates[index]);
        let mut score = if this.number <= 1 { 1.0 } else { 0.2 };
        let mut from = NONE;
        let mut consider = |previous: u32, gain: f32| {
            if previous != NONE {
                let total = self.scores[previous as usize]
                    + gain
                    + likeness(&candidates[previous as usize].look, &this.look);
                if total > score {
                    (score, from) = (total, previous);
                }
            }
        };
        for gap in 1..=LONGEST_GAP.min(this.number) {
            let skipped = (gap - 1) as f32;
            let gain = if gap == 1 { 1.0 } else { 0.5 - 0.1 * skipped };
            let (settings, ends) = &self.ending_in[(this.number - gap) as usize];
            let mut left = *settings;
            while left != 0 {
                consider(ends[left.trailing_zeros() as usize], gain);
                left &= left - 1;
            }
        }
        // A repeated number is an author's slip only where nothing numbered stands between and both
        // lines are set alike.
        let beside =
            (0..index).rev().take(NEAR_POINTS).find(|previous| !candidates[*previous].is_quoted_beside(this));
        if let Some(previous) = beside.filter(|previous| candidates[*previous].repeats_as(this)) {
            consider(previous as u32, 0.2);
        }
        if this.number == 1 {
            consider(self.best_of_earlier_chapters, 1.0);
            // Chapters without a heading: only a line that asks, or that stands below a chapter's name, and is
            // set like the last question.
            let best = self.best_so_far;
            if (this.look.asks || this.look.headed || this.look.anew)
                && best != NONE
                && candidates[best as usize].look.is_followed_by(&this.look)
            {
                consider(best, 0.3);
            }
        }
        (score, from)
    }

    fn best(&self) -> Vec<Candidate> {
        let mut links = Vec::new();
        let mut cursor = self.best_so_far;
        while cursor != NONE {
            links.push(self.candidates[cursor as usize]);
            cursor = self.before[cursor as usize];
        }
        links.reverse();
        links
    }
}

/// What two numbered lines gain from looking alike; at most 0.5, so that a look never outweighs a
/// number.
fn likeness(one: &LineLook, other: &LineLook) -> f32 {
    let same = |equal: bool, weight: f32| if equal { weight } else { 0.0 };
    same(one.heading == other.heading, 0.1)
        + same(one.bold == other.bold, 0.1)
        + same(one.indent == other.indent, 0.1)
        + same(one.after_blank == other.after_blank, 0.1)
        + same(other.asks, 0.05)
        + same(other.after_blank, 0.05)
}

/// Gaps and repeats in the numbering.
pub(super) fn gaps(chain: &Chain) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut links = chain.links.clone();
    if chain.moved {
        links.sort_by_key(|link| link.number);
        // Numbers that several chapters share say nothing of their order.
        if links.windows(2).any(|pair| pair[0].number == pair[1].number) {
            return found;
        }
    }
    if let Some(first) = links.first().filter(|first| first.number > 1) {
        let message = ReadingMessage::StartsAt { number: first.number.into() };
        found.push(Diagnostic::note(first.line as usize, message, ReadingMessage::NumberFromOne));
    }
    for pair in links.windows(2) {
        let (before, this) = (&pair[0], &pair[1]);
        if before.prefix != this.prefix {
            continue;
        }
        let (number, line) = (before.number.into(), before.line.into());
        let (message, help) = if this.number == before.number {
            (ReadingMessage::NumberAgain { number, line }, ReadingMessage::RenumberOne)
        } else if this.number > before.number + 1 {
            let (from, to) = ((before.number + 1).into(), (this.number - 1).into());
            let message = match this.number - before.number {
                2 => ReadingMessage::NumberMissing { missing: from, number, line },
                _ => ReadingMessage::NumbersMissing { from, to, number, line },
            };
            (message, ReadingMessage::Renumber)
        } else {
            continue;
        };
        found.push(Diagnostic::warning(this.line as usize, message, help));
    }
    found
}
