//! Two versions of a text that started from one are united, line by line.

use std::ops::Range;

/// What uniting gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct United {
    /// The text with the changes of both; where they met, with the first one's.
    pub(super) text: String,
    /// Whether both changed the same lines in different ways.
    pub(super) met: bool,
}

/// Lines of the base that became others.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LineChange {
    base: Range<usize>,
    new: Range<usize>,
}

/// Texts further apart than so many lines are taken as changed in one piece.
const FARTHEST: usize = 2_000;

/// Unites two versions that started from `base`. Lines that stand beside each other do not meet, and what
/// both add at one place stays, the first one's before.
pub(super) fn unite(base: &str, first: &str, second: &str) -> United {
    if first == second || second == base {
        return United { text: first.to_owned(), met: false };
    }
    if first == base {
        return United { text: second.to_owned(), met: false };
    }
    let [base, first, second] = [base, first, second].map(lines);
    let (ours, theirs) = (changes(&base, &first), changes(&base, &second));
    let (mut text, mut met, mut at) = (String::new(), false, 0);
    let (mut ours, mut theirs) = (ours.as_slice(), theirs.as_slice());
    while !ours.is_empty() || !theirs.is_empty() {
        let (mine, other, region) = group(&mut ours, &mut theirs);
        base[at..region.start].iter().for_each(|line| text.push_str(line));
        at = region.end;
        let said_first = version(&base, &first, mine, &region);
        let said_second = version(&base, &second, other, &region);
        if mine.is_empty() {
            text.push_str(&said_second);
        } else if other.is_empty() || said_first == said_second {
            text.push_str(&said_first);
        } else if region.is_empty() {
            // A line that both add stays once.
            push_line(&mut text, &said_first);
            text.push_str(&said_second);
        } else {
            text.push_str(&said_first);
            met = true;
        }
    }
    base[at..].iter().for_each(|line| text.push_str(line));
    United { text, met }
}

/// Two versions of a text in one that has every line of both: where they differ, the lines of the first stand
/// before those of the second.
pub fn both(first: &str, second: &str) -> String {
    let [first, second] = [first, second].map(|text| text.lines().collect::<Vec<&str>>());
    let (mut text, mut at) = (String::new(), 0);
    for LineChange { base, new } in changes(&first, &second) {
        first[at..base.end].iter().for_each(|line| push_line(&mut text, line));
        second[new].iter().for_each(|line| push_line(&mut text, line));
        at = base.end;
    }
    first[at..].iter().for_each(|line| push_line(&mut text, line));
    text.trim_end_matches('\n').to_owned()
}

/// The lines that are different: those of one text that go, and those of the other, which are marked.
pub(super) fn difference(from: &str, to: &str) -> Vec<(bool, String)> {
    let (from, to) = (lines(from), lines(to));
    let mut found = Vec::new();
    let line = |line: &&str| line.trim_end_matches(['\n', '\r']).to_owned();
    for LineChange { base, new } in changes(&from, &to) {
        found.extend(from[base].iter().map(|gone| (false, line(gone))));
        found.extend(to[new].iter().map(|come| (true, line(come))));
    }
    found
}

fn push_line(text: &mut String, more: &str) {
    text.push_str(more);
    if !text.ends_with('\n') {
        text.push('\n');
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Takes the next changes of both that overlap one another, and the lines of the base they cover.
fn group<'a>(
    ours: &mut &'a [LineChange],
    theirs: &mut &'a [LineChange],
) -> (&'a [LineChange], &'a [LineChange], Range<usize>) {
    let starts = |changes: &[LineChange]| changes.first().map(|change| (change.base.start, change.base.end));
    let is_mine = starts(theirs).is_none_or(|other| starts(ours).is_some_and(|mine| mine <= other));
    let first = if is_mine { &ours[0] } else { &theirs[0] };
    let mut region = first.base.clone();
    let (mut mine, mut other) = (usize::from(is_mine), usize::from(!is_mine));
    let overlaps = |region: &Range<usize>, change: &Range<usize>| match (region.is_empty(), change.is_empty())
    {
        (true, true) => region.start == change.start,
        (true, false) => change.start < region.start && region.start < change.end,
        (false, true) => region.start < change.start && change.start < region.end,
        (false, false) => region.start < change.end && change.start < region.end,
    };
    loop {
        let next = |changes: &[LineChange], taken: usize| {
            changes.get(taken).map(|change| change.base.clone()).filter(|base| overlaps(&region, base))
        };
        let (more_mine, more_other) = (next(ours, mine), next(theirs, other));
        let Some(base) = more_mine.clone().or(more_other) else { break };
        if more_mine.is_some() {
            mine += 1;
        } else {
            other += 1;
        }
        region = region.start.min(base.start)..region.end.max(base.end);
    }
    let (taken_ours, rest_ours) = ours.split_at(mine);
    let (taken_theirs, rest_theirs) = theirs.split_at(other);
    (*ours, *theirs) = (rest_ours, rest_theirs);
    (taken_ours, taken_theirs, region)
}

/// What a version says in place of some lines of the base.
fn version(base: &[&str], new: &[&str], changes: &[LineChange], region: &Range<usize>) -> String {
    let mut text = String::new();
    let mut at = region.start;
    for change in changes {
        base[at..change.base.start].iter().for_each(|line| text.push_str(line));
        new[change.new.clone()].iter().for_each(|line| text.push_str(line));
        at = change.base.end;
    }
    base[at..region.end].iter().for_each(|line| text.push_str(line));
    text
}

/// The changes from one text to another, in order.
fn changes(base: &[&str], new: &[&str]) -> Vec<LineChange> {
    let start = base.iter().zip(new).take_while(|(one, other)| one == other).count();
    let most = base.len().min(new.len()) - start;
    let end = base.iter().rev().zip(new.iter().rev()).take(most).take_while(|(one, other)| one == other);
    let end = end.count();
    let (middle, new_middle) = (&base[start..base.len() - end], &new[start..new.len() - end]);
    let mut changes = Vec::new();
    let (mut x, mut y) = (0, 0);
    let mut add = |from: (usize, usize), to: (usize, usize)| {
        if from != to {
            changes
                .push(LineChange { base: start + from.0..start + to.0, new: start + from.1..start + to.1 });
        }
    };
    for (same_base, same_new) in common(middle, new_middle) {
        if (same_base, same_new) != (x, y) {
            add((x, y), (same_base, same_new));
        }
        (x, y) = (same_base + 1, same_new + 1);
    }
    add((x, y), (middle.len(), new_middle.len()));
    changes
}

/// The pairs of lines that a shortest script of changes keeps (Myers, 1986); none where it would be long.
fn common(one: &[&str], other: &[&str]) -> Vec<(usize, usize)> {
    let (width, height) = (one.len(), other.len());
    let most = (width + height).min(FARTHEST);
    // For each number of changes, how far each diagonal has come.
    let mut trace: Vec<Vec<usize>> = Vec::new();
    let mut ends = vec![0usize; 2 * most + 3];
    let middle = most + 1;
    for steps in 0..=most {
        trace.push(ends[middle - steps..=middle + steps].to_vec());
        for diagonal in (0..=2 * steps).step_by(2).map(|at| middle - steps + at) {
            let is_down = diagonal == middle - steps
                || (diagonal != middle + steps && ends[diagonal - 1] < ends[diagonal + 1]);
            let mut x = if is_down { ends[diagonal + 1] } else { ends[diagonal - 1] + 1 };
            let Some(mut y) = (x + middle).checked_sub(diagonal) else { continue };
            while x < width && y < height && one[x] == other[y] {
                (x, y) = (x + 1, y + 1);
            }
            ends[diagonal] = x;
            if x >= width && y >= height {
                return walked_back(&trace, (width, height), steps);
            }
        }
    }
    Vec::new()
}

/// The kept pairs on the way that the trace of a search tells, from its end.
fn walked_back(trace: &[Vec<usize>], end: (usize, usize), steps: usize) -> Vec<(usize, usize)> {
    let (mut x, mut y) = (end.0 as isize, end.1 as isize);
    let mut pairs = Vec::new();
    for steps in (0..=steps as isize).rev() {
        let row = &trace[steps as usize];
        // The row before this step's moves holds the diagonals from -steps to steps.
        let at = |diagonal: isize| row.get((diagonal + steps) as usize).copied().unwrap_or(0) as isize;
        let diagonal = x - y;
        let is_down = diagonal == -steps || (diagonal != steps && at(diagonal - 1) < at(diagonal + 1));
        let before = if is_down { diagonal + 1 } else { diagonal - 1 };
        let (start_x, start_y) = if steps == 0 { (0, 0) } else { (at(before), at(before) - before) };
        let moved = if steps == 0 {
            (0, 0)
        } else if is_down {
            (start_x, start_y + 1)
        } else {
            (start_x + 1, start_y)
        };
        while x > moved.0 && y > moved.1 {
            (x, y) = (x - 1, y - 1);
            pairs.push((x as usize, y as usize));
        }
        (x, y) = (start_x, start_y);
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_versions_in_one_have_every_line_of_both() {
        for (first, second, text) in [
            ("a\nb\nc", "a\nx\nc", "a\nb\nx\nc"),
            ("a", "b", "a\nb"),
            ("a\nb", "a\nb\nc", "a\nb\nc"),
            ("", "b", "b"),
            ("a\nb", "", "a\nb"),
            ("a\nb", "a\nb", "a\nb"),
        ] {
            assert_eq!(both(first, second), text, "{first:?} {second:?}");
        }
    }
    use rand::rngs::SmallRng;
    use rand::{RngExt, SeedableRng};

    /// Rows: base, first, second, united, whether they met. A letter is a line.
    #[test]
    fn what_both_changed_is_in_the_union() {
        for (base, first, second, united, met) in [
            ("abc", "aXc", "abcd", "aXcd", false),
            ("abc", "Xbc", "abY", "XbY", false),
            ("abc", "Xbc", "aYc", "XYc", false),
            ("abc", "Xbc", "Ybc", "Xbc", true),
            ("abc", "Xbc", "Xbc", "Xbc", false),
            ("abc", "abc", "ac", "ac", false),
            ("abc", "bc", "ab", "b", false),
            ("abc", "abcX", "abcY", "abcXY", false),
            ("abc", "aXbc", "aYc", "aXYc", false),
            ("abcd", "ad", "abXcd", "ad", true),
            ("", "a", "b", "ab", false),
            ("abc", "", "abc", "", false),
            ("abcdef", "aXcdeY", "abZdef", "aXZdeY", false),
        ] {
            let text =
                |letters: &str| letters.chars().map(|letter| format!("{letter}\n")).collect::<String>();
            let found = unite(&text(base), &text(first), &text(second));
            assert_eq!(found, United { text: text(united), met }, "{base} {first} {second}");
        }
    }

    #[test]
    fn changes_make_the_new_text_of_the_old_one() {
        let mut rng = SmallRng::seed_from_u64(7);
        for _ in 0..500 {
            let mut text = |most: usize| -> Vec<&str> {
                (0..rng.random_range(0..most))
                    .map(|_| ["a\n", "b\n", "c\n", "d\n"][rng.random_range(0..4)])
                    .collect()
            };
            let (base, new) = (text(30), text(30));
            let found = changes(&base, &new);
            assert_eq!(version(&base, &new, &found, &(0..base.len())), new.concat());
            assert!(found.windows(2).all(|two| two[0].base.end <= two[1].base.start));
            // One side alone changed: the union is that side.
            let united = unite(&base.concat(), &new.concat(), &base.concat());
            assert_eq!(united, United { text: new.concat(), met: false });
        }
    }

    #[test]
    fn long_texts_are_united_too() {
        let base: String = (0..20_000).map(|line| format!("{line}\n")).collect();
        let first = base.replace("\n777\n", "\nseven\n");
        let second = base.replace("\n19000\n", "\nnineteen\n");
        let united = unite(&base, &first, &second);
        assert!(!united.met && united.text.contains("seven") && united.text.contains("nineteen"));
    }
}
