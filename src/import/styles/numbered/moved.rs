//! Lists whose order was changed and whose numbers were not: `3、`, `1、`, `2、`, `4、`; or whose first number is a slip.

use super::candidate::{Candidate, Set};
use super::chain::Chain;
use crate::import::ask::Asking;
use crate::import::page::Page;
use crate::import::stem::Delimiter;
use std::collections::HashSet;

/// Fewer lines are no list, unless they are all there is.
const FEWEST: usize = 3;

/// A higher number is a year or an amount.
const HIGHEST: u32 = 999;

/// All lines of one sign that are set alike, where the chain leaves out some of them or their numbers go back, and they are
/// one list all the same: each has a number of its own, and nearly all ask or have a text below; or all ask and have one.
pub(super) fn whole(page: &Page<'_>, candidates: &[Candidate], chain: &Chain) -> Option<Chain> {
    let first = candidates.first()?;
    let is_alike = |one: &Candidate| {
        one.delimiter == first.delimiter
            && one.set == first.set
            && one.prefix == first.prefix
            && one.look.indent.abs_diff(first.look.indent) <= 1
            && one.number <= HIGHEST
    };
    let is_whole = chain.links.len() == candidates.len();
    if is_whole && ascend(candidates) || first.set == Set::Indented || !candidates.iter().all(is_alike) {
        return None;
    }
    let all = NumberedLines::of(page, candidates);
    if all.are_told_apart() && all.asking * 4 >= all.count * 3 || !is_whole && all.ask_anew() {
        return Some(moved(candidates.to_vec()));
    }
    let outer = without_points(page, candidates);
    let own: HashSet<u32> = chain.links.iter().map(|link| link.line).collect();
    if outer.len() < candidates.len() && outer.iter().any(|one| !own.contains(&one.line)) {
        let lines = NumberedLines::of(page, &outer);
        if !ascend(&outer) && lines.are_told_apart() && lines.asking * 8 >= lines.count * 7 {
            return Some(moved(outer));
        }
    }
    (all.are_told_apart() && all.told * 8 >= all.count * 7).then(|| moved(candidates.to_vec()))
}

fn moved(links: Vec<Candidate>) -> Chain {
    Chain { links, moved: true }
}

/// What tells whether numbered lines are one list.
struct NumberedLines {
    count: usize,
    asking: usize,
    /// How many have a text below.
    told: usize,
    /// In each chapter no number stands twice.
    are_distinct: bool,
}

impl NumberedLines {
    fn of(page: &Page<'_>, lines: &[Candidate]) -> NumberedLines {
        let asking = lines.iter().filter(|one| asks(page, one)).count();
        let nexts = lines.iter().skip(1).map(|next| next.line as usize).chain([page.len() + 1]);
        let told = lines.iter().zip(nexts).filter(|(one, next)| has_text(page, one, *next)).count();
        let mut seen = HashSet::new();
        let are_distinct = lines.iter().all(|one| seen.insert((chapter(one), one.number)));
        NumberedLines { count: lines.len(), asking, told, are_distinct }
    }

    fn are_told_apart(&self) -> bool {
        let are_all = self.count > 1 && self.asking == self.count && self.told == self.count;
        self.are_distinct && (self.count >= FEWEST || are_all)
    }

    fn ask_anew(&self) -> bool {
        self.count >= FEWEST && self.asking * 8 >= self.count * 7 && self.told * 8 >= self.count * 7
    }
}

/// The chapter that numbers count in; headings and Chinese numbers begin chapters themselves.
fn chapter(one: &Candidate) -> u32 {
    let begins = one.look.heading || matches!(one.delimiter, Delimiter::Han | Delimiter::Roman);
    if begins { 0 } else { one.chapter }
}

/// Whether numbers ascend in each chapter.
fn ascend(lines: &[Candidate]) -> bool {
    lines.windows(2).all(|pair| chapter(&pair[0]) != chapter(&pair[1]) || pair[0].number < pair[1].number)
}

fn asks(page: &Page<'_>, one: &Candidate) -> bool {
    page.asks(one.line as usize) > Asking::No
}

fn has_text(page: &Page<'_>, one: &Candidate, next: usize) -> bool {
    (one.line as usize + 1..next).any(|line| !page.is_furniture(line))
}

/// Without the points of answers: below a line that asks they count from 1, line below line, and none asks.
fn without_points(page: &Page<'_>, candidates: &[Candidate]) -> Vec<Candidate> {
    let mut outer: Vec<Candidate> = Vec::with_capacity(candidates.len());
    let mut place = 0;
    while let Some(head) = candidates.get(place) {
        let goes_on = |pair: &[Candidate]| {
            pair[1].number == pair[0].number + 1
                && !asks(page, &pair[1])
                && !has_text(page, &pair[0], pair[1].line as usize)
        };
        let is_below =
            head.number == 1 && !asks(page, head) && outer.last().is_some_and(|last| asks(page, last));
        let points = candidates[place..].windows(2).take_while(|pair| goes_on(pair)).count();
        if is_below && points > 0 {
            place += points + 1;
        } else {
            outer.push(*head);
            place += 1;
        }
    }
    outer
}
