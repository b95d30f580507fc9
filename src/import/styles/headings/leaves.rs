//! Headings of two levels that are the entries of one list: those of the upper level with a text of their own,
//! and those below the others, which are chapters.

use crate::import::ask::Asking;
use std::collections::HashSet;

/// What counts of a heading here.
pub(super) struct OutlineHeading<'a> {
    pub(super) level: u8,
    pub(super) name: &'a str,
    /// Text stands right below it.
    pub(super) direct: bool,
    /// It is none of the notes: a licence, a list of links.
    pub(super) barred: bool,
    pub(super) asks: Asking,
}

/// The places of the entries of notes whose chapters and entries share a level; empty where no two levels are so
/// mixed.
pub(super) fn entries(headings: &[OutlineHeading<'_>]) -> Vec<usize> {
    let Some(level) = (1..=5u8).find(|level| are_mixed(headings, *level)) else { return Vec::new() };
    let is_entry = |index: &usize| {
        let heading = &headings[*index];
        !heading.barred
            && heading.direct
            && (heading.level == level + 1 || (heading.level == level && !has_children(headings, *index)))
    };
    (0..headings.len()).filter(is_entry).collect()
}

fn has_children(headings: &[OutlineHeading<'_>], index: usize) -> bool {
    headings.get(index + 1).is_some_and(|next| next.level > headings[index].level)
}

/// Whether the headings of a level are chapters that say nothing themselves, and entries that have none below.
fn are_mixed(headings: &[OutlineHeading<'_>], level: u8) -> bool {
    let (mut all, mut chapters, mut entries) = (0usize, 0usize, 0usize);
    for (index, heading) in headings.iter().enumerate().filter(|(_, heading)| heading.level == level) {
        all += 1;
        chapters += usize::from(has_children(headings, index) && !heading.direct);
        entries += usize::from(!has_children(headings, index) && heading.direct);
    }
    // The same names below each heading are parts of its answer.
    let below = || headings.iter().filter(|heading| heading.level == level + 1);
    let names: HashSet<&str> = below().map(|heading| heading.name).collect();
    entries > 2
        && chapters > 1
        && entries * 5 >= all
        && (chapters + entries) * 5 >= all * 4
        && names.len() * 10 >= below().count() * 9
}

/// Whether all headings of a level are set alike: each has a text, or each has none, and no heading stands below.
pub(super) fn are_alike(headings: &[OutlineHeading<'_>], level: u8) -> bool {
    let own = || headings.iter().enumerate().filter(|(_, heading)| heading.level == level && !heading.barred);
    let count = own().count();
    let direct = own().filter(|(_, heading)| heading.direct).count();
    let leaves = own().filter(|(place, _)| !has_children(headings, *place)).count();
    count > 3 && leaves * 20 >= count * 19 && (direct * 10 >= count * 9 || direct * 10 <= count)
}

/// Whether at least half of the headings with none below them ask, and there are enough of them.
pub(super) fn ask(headings: &[OutlineHeading<'_>]) -> bool {
    let leaves =
        (0..headings.len()).filter(|place| !has_children(headings, *place) && !headings[*place].barred);
    let (weight, count) =
        leaves.fold((0.0, 0), |(weight, count), place| (weight + headings[place].asks.weight(), count + 1));
    count > 5 && weight * 2.0 >= count as f32
}
