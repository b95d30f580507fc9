//! Work on a long log, shared among the processors.

use rayon::prelude::*;

/// Below so many events a second thread costs more than it brings.
const WORTH_IT: usize = 20_000;

/// Beyond so many threads, handing the work out costs more than they bring.
const MOST: usize = 8;

/// In how many shares to do the work on this many events.
pub fn count(events: usize) -> usize {
    if events < WORTH_IT { 1 } else { rayon::current_num_threads().min(MOST) }
}

/// What `work` gives for each share, in their order.
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    if count < 2 {
        // A start of a few cards needs no pool of threads.
        return (0..count).map(work).collect();
    }
    (0..count).into_par_iter().with_max_len(1).map(work).collect()
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
