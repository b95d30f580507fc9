//! Work on a long log, shared among the processors.

use std::num::NonZero;
use std::thread;

/// Below so many events a second thread costs more than it brings.
const WORTH_IT: usize = 20_000;

/// Beyond so many threads, handing the work out costs more than they bring.
const MOST: usize = 8;

/// In how many shares to do the work on this many events.
pub fn count(events: usize) -> usize {
    if events < WORTH_IT { 1 } else { thread::available_parallelism().map_or(1, NonZero::get).min(MOST) }
}

/// What `work` gives for each share, in their order; each is done on a thread of its own.
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = (1..count).map(|share| scope.spawn(move || work(share))).collect();
        let mut all = vec![work(0)];
        let join = |other: thread::ScopedJoinHandle<'_, T>| {
            other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        all.extend(others.into_iter().map(join));
        all
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_come_in_the_order_of_the_shares() {
        for count in [1, 2, 7] {
            assert_eq!(super::each(count, |share| share), (0..count).collect::<Vec<_>>());
        }
    }
}
