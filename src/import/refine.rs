//! What the best reading's questions still need: sub-questions in place of their stems, tasks that stand in the
//! prose below their titles, answers in brackets and in a key at the end, tags taken off, and a last answer
//! that ends where it ends.

mod adverts;
mod behind;
mod bilingual;
mod blanks;
mod brackets;
mod chapters;
mod closing;
mod extent;
mod gaps;
mod glossaries;
mod inside;
mod keys;
mod lettered;
mod loose;
mod mixed;
mod nested;
mod outdent;
mod outline;
mod prose;
mod rounds;
mod runs;
mod sections;
mod stems;
mod tags;
mod turns;
mod wrapped;

pub(super) use brackets::judge;
pub(super) use chapters::{fill, join};
pub(super) use inside::part as part_inside;
pub(super) use keys::{heads_key, proves};
pub(super) use prose::asks_below;
pub(super) use stems::unfolded;

use super::page::Page;
use super::style::Reading;

/// Refines the questions of the reading that was chosen.
pub(super) fn refined(page: &Page<'_>, reading: &mut Reading) {
    if reading.is_declared {
        return;
    }
    bilingual::join(page, &mut reading.questions);
    runs::complete(page, reading);
    gaps::fill(page, reading);
    gaps::count_anew(page, reading);
    glossaries::take(page, reading);
    outdent::cut(page, reading);
    sections::cut(page, reading);
    rounds::part(page, reading);
    loose::take(page, &mut reading.questions);
    if let Some(unfolded) = unfolded(page, &reading.questions) {
        reading.questions = unfolded;
    }
    stems::part(page, &mut reading.questions);
    inside::part_above_labels(page, &mut reading.questions);
    nested::part(page, &mut reading.questions);
    nested::part_headings(page, &mut reading.questions);
    nested::part_labelled(page, &mut reading.questions);
    outline::part(page, &mut reading.questions);
    keys::give(page, &mut reading.questions);
    sections::without_keys(reading);
    wrapped::join(page, &mut reading.questions);
    if !reading.evidence.has_marked_answers() {
        prose::take(page, &mut reading.questions);
    }
    turns::join(page, &mut reading.questions);
    mixed::part(page, &mut reading.questions);
    behind::part(page, &mut reading.questions);
    brackets::open(page, &mut reading.questions);
    blanks::open(page, &mut reading.questions);
    tags::strip(&mut reading.questions);
    lettered::part(page, &mut reading.questions);
    lettered::strip(&mut reading.questions);
    adverts::cut(page, reading);
    closing::announce(page, reading);
    closing::head(page, reading);
    closing::cut(page, &mut reading.questions);
}
