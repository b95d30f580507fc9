//! Lists whose numbers go back: `1.`, `3.`, `4.`, then `2.`, as questions that were moved or added later keep theirs.

use super::candidate::Candidate;
use super::chain::Chain;
use crate::import::page::Page;
use std::collections::HashSet;

/// The chain with the numbers between its links that go on from the link above, or that it lacks; nothing where there
/// are none.
///
/// Points of an answer count from 1, or stand one right below the other.
pub(super) fn completed(page: &Page<'_>, candidates: &[Candidate], chain: &Chain) -> Option<Chain> {
    let first = chain.links.first()?;
    let is_alike = |one: &Candidate| {
        one.delimiter == first.delimiter
            && one.set == first.set
            && one.prefix == first.prefix
            && one.look.indent.abs_diff(first.look.indent) <= 1
    };
    if chain.links.len() < FEWEST || !chain.links.iter().all(is_alike) {
        return None;
    }
    // A list whose numbers begin anew has them more than once.
    let ascends = chain.links.windows(2).all(|pair| pair[0].number < pair[1].number);
    let own: HashSet<u32> = chain.links.iter().map(|link| link.number).collect();
    let is_missing = |one: &Candidate| ascends && one.number > first.number && !own.contains(&one.number);
    let place = |line: u32| candidates.partition_point(|candidate| candidate.line < line);
    let mut links: Vec<Candidate> = Vec::with_capacity(chain.links.len());
    for (index, link) in chain.links.iter().enumerate() {
        links.push(*link);
        let next = chain.links.get(index + 1);
        let end = next.map_or(candidates.len(), |next| place(next.line));
        let between: Vec<Candidate> =
            candidates[place(link.line + 1)..end].iter().filter(|one| is_alike(one)).copied().collect();
        let until = next.map_or(page.len() + 1, |next| next.line as usize);
        let belongs = goes_on(link, &between) || between.iter().all(is_missing);
        if belongs && have_texts(page, &between, until) {
            links.extend(between);
        }
    }
    (links.len() > chain.links.len()).then_some(Chain { links, moved: false })
}

/// A shorter chain proves no list.
const FEWEST: usize = 4;

/// So much may be skipped from one number to the next.
const LONGEST_STEP: u32 = 3;

/// Whether numbers go on from a link.
fn goes_on(link: &Candidate, between: &[Candidate]) -> bool {
    let mut above = link.number;
    between.iter().all(|one| {
        let goes_on = one.number > above && one.number - above <= LONGEST_STEP;
        above = one.number;
        goes_on
    })
}

/// Whether there are lines, each with a text below it before the next one and before the line `until`.
fn have_texts(page: &Page<'_>, lines: &[Candidate], until: usize) -> bool {
    let own = lines.iter().map(|one| one.line as usize);
    let nexts = own.clone().skip(1).chain([until]);
    let has_text = |(line, next): (usize, usize)| (line + 1..next).any(|below| !page.is_furniture(below));
    !lines.is_empty() && own.zip(nexts).all(has_text)
}
