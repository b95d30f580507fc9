//! Work on long notes shared among the processors.

use rayon::prelude::*;
use std::ops::Range;

/// Below so many pieces of work a second thread costs more than it brings.
const WORTH_IT: usize = 20_000;

/// What `work` gives for the ranges that `length` pieces are cut into, in their order.
pub(super) fn ranges<T: Send>(length: usize, work: impl Fn(Range<usize>) -> T + Sync + Send) -> Vec<T> {
    let count = if length < WORTH_IT { 1 } else { rayon::current_num_threads() * 4 };
    let size = length.div_ceil(count).max(1);
    tasks(length, count, |index| work((index * size).min(length)..((index + 1) * size).min(length)))
}

/// What `work` gives for each of `count` tasks, in their order. `length` says how much work they are.
pub(super) fn tasks<T: Send>(length: usize, count: usize, work: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    if length < WORTH_IT {
        return (0..count).map(work).collect();
    }
    (0..count).into_par_iter().with_max_len(1).map(work).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_length() {
        for length in [0, 1, 7, WORTH_IT - 1, WORTH_IT, 3 * WORTH_IT + 5] {
            let parts = ranges(length, |range| range.collect::<Vec<usize>>());
            assert_eq!(parts.concat(), (0..length).collect::<Vec<usize>>(), "{length}");
            assert_eq!(tasks(length, 13, |index| index), (0..13).collect::<Vec<usize>>());
        }
    }
}
