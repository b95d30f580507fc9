//! Slips of the finger in a word, told from other words.

use crate::card::han::is_han;

/// Whether one word becomes the other by a few changed letters.
pub(super) fn is_misspelt(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let longest = one.len().max(other.len());
    let allowed = match longest {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    };
    // Two Chinese words that differ in a character differ in what they say.
    let is_chinese = one.iter().chain(&other).any(|letter| is_han(*letter));
    // What stands before a word makes another word of it: covariance, unbiased, inefficient.
    let is_prefixed = one.len() != other.len() && (one.ends_with(&other) || other.ends_with(&one));
    // So does what it begins with: a slip of the finger is rarely in the first letter.
    let begins = |word: &[char], other: &[char]| word.first() == other.first();
    let is_swapped = one.len() > 1 && other.len() > 1 && one[0] == other[1] && one[1] == other[0];
    !is_chinese
        && !is_prefixed
        && (begins(&one, &other) || is_swapped)
        && allowed > 0
        && one.len().abs_diff(other.len()) <= allowed
        && distance(&one, &other, 1) <= allowed
        // Two other letters make another word: minimisation is not maximisation.
        && distance(&one, &other, 2) <= 3
}

/// How many letters differ, where another letter counts so much; two that changed places are one.
fn distance(one: &[char], other: &[char], changed: usize) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![at + 1];
        for (to, wanted) in other.iter().enumerate() {
            let above = &rows[at];
            let mut least = (above[to] + if letter == wanted { 0 } else { changed })
                .min(above[to + 1] + 1)
                .min(row[to] + 1);
            let is_swapped = at > 0 && to > 0 && *letter == other[to - 1] && one[at - 1] == *wanted;
            if is_swapped {
                least = least.min(rows[at - 1][to - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}
