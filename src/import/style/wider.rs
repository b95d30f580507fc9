//! Readings that are taken in place of the best one, because they hold all of it.

use std::collections::HashSet;

/// What counts of a reading beside the others.
pub(super) struct ReadingShape {
    /// Of each question its line, the level of its heading, and whether marks make it sure.
    pub(super) questions: Vec<(usize, Option<u8>, bool)>,
    /// How well it fits.
    pub(super) fit: f32,
    /// How many of them ask, and how many have answers.
    pub(super) asking: usize,
    pub(super) answered: usize,
    /// Nothing speaks against it.
    pub(super) may_be_taken: bool,
    /// The share of the text that their cards take, in percent.
    pub(super) share: usize,
    /// They are one list, of which enough asks.
    pub(super) is_a_list: bool,
    /// Their numbers count from first to last, and nearly each has an answer.
    pub(super) counts_through: bool,
    /// Nearly each question has a label, and its answer too.
    pub(super) is_labelled: bool,
    /// Nearly each question has a labelled answer.
    pub(super) is_paired: bool,
    /// Labels with numbers that run head parts of the file, which together are all of it.
    pub(super) is_an_outline: bool,
}

impl ReadingShape {
    fn lines(&self) -> HashSet<usize> {
        self.questions.iter().map(|(line, ..)| *line).collect()
    }
}

/// The reading that holds all questions of the best one and more of the same list: what stands in a list of
/// questions is one, whether it asks or not.
///
/// `counted` says how a line is numbered: what is numbered as all of the best one are is of their list.
pub(super) fn wider<N: PartialEq>(
    readings: &[ReadingShape],
    winner: usize,
    counted: impl Fn(usize) -> Option<N>,
) -> usize {
    let own = readings[winner].lines();
    let settings: HashSet<(Option<u8>, bool)> =
        readings[winner].questions.iter().map(|(_, level, sure)| (*level, *sure)).collect();
    let holds = |place: &usize| {
        let reading = &readings[*place];
        let is_thinner = reading.share * 10 < readings[winner].share * 9;
        // Labels on all answers show the same list, whichever of its questions ask.
        let answers_all = reading.is_paired && reading.answered == reading.questions.len();
        if reading.questions.len() <= own.len() || !(reading.is_a_list || answers_all) || is_thinner {
            return false;
        }
        let all = reading.lines();
        let missing = own.iter().filter(|line| !all.contains(line)).count();
        let added = reading.questions.iter().filter(|(line, ..)| !own.contains(line));
        let (alike, other): (Vec<_>, Vec<_>) =
            added.copied().partition(|(_, level, sure)| settings.contains(&(*level, *sure)));
        // A count that goes on beyond the labels of the first ones takes all of them.
        let is_below = |(line, ..): &(usize, Option<u8>, bool)| own.iter().any(|above| above < line);
        let goes_on = reading.counts_through && missing == 0 && other.iter().all(is_below);
        let labels_all = answers_all && missing == 0;
        // What is a small part of a file is one of its chapters.
        let is_chapter = reading.may_be_taken && missing == 0 && readings[winner].share * 2 < reading.share;
        let is_counted_alike = || {
            let numbering = reading.questions.first().and_then(|(line, ..)| counted(*line));
            let is_alike = |(line, ..): &(usize, Option<u8>, bool)| counted(*line) == numbering;
            numbering.is_some() && reading.questions.iter().all(is_alike)
        };
        let is_one_count = missing == 0 && reading.asking * 2 >= reading.questions.len();
        let is_whole = goes_on || labels_all || is_chapter || is_one_count && is_counted_alike();
        missing * 20 <= own.len() && (other.len() * 4 <= alike.len() || is_whole)
    };
    let wider = (0..readings.len()).filter(|place| *place != winner).filter(holds);
    wider.min_by_key(|place| readings[*place].questions.len()).unwrap_or(winner)
}

/// The fittest reading that has for answers what the best one takes for further questions. Hardly any question of the
/// best one has an answer, and most of those that only it has do not ask; or none of them has an answer, and nearly all
/// of the other reading ask and have one.
pub(super) fn answered(readings: &[ReadingShape], winner: usize, asks: impl Fn(usize) -> bool) -> usize {
    let best = &readings[winner];
    if best.answered * 5 > best.questions.len() {
        return winner;
    }
    let own = best.lines();
    let tells = |place: &usize| {
        let ReadingShape { answered, asking, share, .. } = readings[*place];
        let (count, lines) = (readings[*place].questions.len(), readings[*place].lines());
        let extra: Vec<usize> = own.difference(&lines).copied().collect();
        let asked = extra.iter().filter(|line| asks(**line)).count();
        let is_part = asking * 2 >= count
            && answered * 4 >= count * 3
            && share * 3 >= best.share * 2
            && lines.difference(&own).count() * 10 <= count
            && asked * 4 <= extra.len();
        let is_told = best.answered == 0
            && count * FEWEST_OF_ALL >= own.len()
            && answered * 10 >= count * 9
            && asking * 10 >= count * 9
            && share * 10 >= best.share * 9;
        readings[*place].may_be_taken && count > 1 && (is_part || is_told)
    };
    let others = (0..readings.len()).filter(|place| *place != winner).filter(tells);
    others.max_by(|one, other| readings[*one].fit.total_cmp(&readings[*other].fit)).unwrap_or(winner)
}

/// The reading in which labels tell each question and each answer of the whole file, where the best one has no labels
/// and leaves some of it: what asks inside an answer is a part of it.
pub(super) fn told_by_labels(readings: &[ReadingShape], winner: usize) -> usize {
    let best = &readings[winner];
    let tells = |place: &usize| {
        let reading = &readings[*place];
        let is_whole = reading.share >= NEARLY_ALL && reading.share > best.share;
        let count = reading.questions.len();
        // More than a few are questions that have no labels of their own.
        let has_few = (2..best.questions.len()).contains(&count) && best.questions.len() * 2 <= count * 3;
        reading.may_be_taken && reading.is_labelled && is_whole && has_few
    };
    let other = (0..readings.len()).filter(|_| !best.is_paired).find(tells);
    other.unwrap_or(winner)
}

/// So much of a file is all of it but for a title.
const NEARLY_ALL: usize = 95;

/// Questions with answers are no fewer than this part of those without.
const FEWEST_OF_ALL: usize = 4;

/// The reading of titles, each of which stands right above one question of the labelled reading: its labels ask, and the
/// titles name. It is the best reading, unless the labelled one is.
pub(super) fn titles(
    readings: &[ReadingShape],
    (labelled, winner): (usize, usize),
    is_right_above: impl Fn(usize, usize) -> bool,
) -> Option<usize> {
    let own = &readings[labelled];
    if !own.may_be_taken || !own.is_labelled || own.questions.len() < FEWEST_TITLES {
        return None;
    }
    let name_each = |place: &usize| {
        let titles = &readings[*place].questions;
        titles.len() == own.questions.len()
            && titles.iter().zip(&own.questions).all(|(title, label)| is_right_above(title.0, label.0))
    };
    let may_name = |place: &usize| *place != labelled && (winner == labelled || winner == *place);
    (0..readings.len()).filter(may_name).find(name_each)
}

/// Fewer titles are chance.
const FEWEST_TITLES: usize = 2;

/// The reading whose labelled headings stand above those of the best one, where most of these do not ask: they part
/// the answers.
pub(super) fn outer(readings: &[ReadingShape], winner: usize) -> usize {
    let best = &readings[winner];
    if best.is_an_outline || best.asking * 2 >= best.questions.len() {
        return winner;
    }
    let stands_above = |place: &usize| {
        let reading = &readings[*place];
        let Some(level) = reading.questions.first().and_then(|(_, level, _)| *level) else { return false };
        let deeper = best.questions.iter().filter(|(_, own, _)| own.is_none_or(|own| own > level)).count();
        reading.is_an_outline
            && reading.questions.iter().all(|(_, own, _)| *own == Some(level))
            && deeper * 10 >= best.questions.len() * 9
    };
    (0..readings.len()).find(stands_above).unwrap_or(winner)
}
