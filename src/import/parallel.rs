//! Work on long notes shared among the processors.

use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Below so many pieces of work a second thread costs more than it brings.
const WORTH_IT: usize = 20_000;

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(8)
}

/// What `work` gives for the ranges that `length` pieces are cut into, in their order.
pub(super) fn ranges<T: Send>(length: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let count = if length < WORTH_IT { 1 } else { threads() * 4 };
    let size = length.div_ceil(count).max(1);
    tasks(length, count, |index| work((index * size).min(length)..((index + 1) * size).min(length)))
}

/// What `work` gives for each of `count` tasks, in their order. `length` says how much work they are.
pub(super) fn tasks<T: Send>(length: usize, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if length < WORTH_IT {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                return done;
            }
            done.push((index, work(index)));
        }
    };
    let mut all: Vec<(usize, T)> = thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads().min(count)).map(|_| scope.spawn(take)).collect();
        let mut all = take();
        for helper in helpers {
            all.extend(helper.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        all
    });
    all.sort_by_key(|(index, _)| *index);
    all.into_iter().map(|(_, result)| result).collect()
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
