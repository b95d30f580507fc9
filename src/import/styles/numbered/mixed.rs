//! Lists whose author changed the sign at the number: `1、`, `2、`, then `3.`, `④` and `Q5`.

use super::candidate::{Candidate, Set};
use super::chain::Chain;
use crate::import::stem::Delimiter;
use std::collections::{HashMap, HashSet};

/// The chain with the numbers that go on with it behind other signs; nothing where there are none.
///
/// Points of an answer begin with 1 below their question, so a number that another one of its own sign led to is none
/// of the list.
pub(super) fn extended(candidates: &[Candidate], chain: &Chain) -> Option<Chain> {
    let first = chain.links.first()?;
    let is_alike = |one: &Candidate| {
        has_sign(one.delimiter)
            && one.set == first.set
            && one.look.indent == first.look.indent
            && one.prefix == first.prefix
    };
    if first.set == Set::Indented || !chain.links.iter().all(is_alike) {
        return None;
    }
    // What is counted before the first line of the chain may bear other signs too.
    let begins =
        |one: &Candidate| first.number > 1 && one.number == 1 && one.line < first.line && is_alike(one);
    let own: HashSet<u32> = chain.links.iter().map(|link| link.line).collect();
    // Of each sign the last line with it, and whether that is one of the list.
    let mut seen: HashMap<Delimiter, (u32, bool)> = HashMap::new();
    let mut links: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let goes_on = || {
            let is_led_to = seen
                .get(&candidate.delimiter)
                .is_some_and(|(number, is_taken)| number + 1 == candidate.number && !is_taken);
            is_alike(candidate)
                && !is_led_to
                && links.last().map_or(begins(candidate), |last| candidate.number == last.number + 1)
        };
        let is_taken = own.contains(&candidate.line) || goes_on();
        // What stood for a number comes again: the first was a point.
        if is_taken
            && links.last().is_some_and(|last| {
                last.number == candidate.number && last.number > 1 && !own.contains(&last.line)
            })
        {
            links.pop();
        }
        if is_taken {
            links.push(*candidate);
        }
        seen.insert(candidate.delimiter, (candidate.number, is_taken));
    }
    // Numbers that do not lead up to the chain are none of it.
    if let Some(head) = links.iter().position(|link| link.line == first.line)
        && links[..head].last().is_some_and(|last| last.number + 1 != first.number)
    {
        links.drain(..head);
    }
    (links.len() > chain.links.len()).then_some(Chain { links, moved: false })
}

/// Whether a sign at a figure tells the number, so that another one may stand in its place.
fn has_sign(delimiter: Delimiter) -> bool {
    use Delimiter::{Bracket, Brackets, Circle, Colon, Comma, Dash, Dot, Han, Word};
    matches!(delimiter, Dot | Comma | Bracket | Brackets | Circle | Colon | Dash | Han | Word(_))
}
