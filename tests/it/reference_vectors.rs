//! Memory against the reference vectors of FSRS-6: the same history gives the same memory.

use backprop::memory::{Memory, Model};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// Relative difference of stability, absolute of difficulty and of retrievability, that f32 allows.
const TOLERANCE: (f64, f64, f64) = (3e-4, 1e-5, 2e-5);

fn replay(model: &Model, ratings: &[usize], days: &[u32]) -> Vec<Memory> {
    let mut memories: Vec<Memory> = Vec::new();
    for (rating, days) in ratings.iter().zip(days) {
        memories.push(model.next(memories.last().copied(), *days)[rating - 1]);
    }
    memories
}

/// Rows: ratings 1 to 4, study days since the review before, stability and difficulty after the last.
/// Computed by hand from the formulas with the default weights: S = w[g-1], D = clamp(w4 - e^(w5(g-1))
/// + 1), then growth over whole days or the same-day formula.
#[test]
fn memory_is_what_the_formulas_give() {
    let rows: [(&[usize], &[u32], f32, f32); 8] = [
        (&[1], &[0], 0.212, 6.4133),
        (&[2], &[0], 1.2931, 5.112_17),
        (&[3], &[0], 2.3065, 2.118_10),
        (&[4], &[0], 8.2956, 1.0),
        (&[3, 3], &[0, 0], 2.3065, 2.111_21),
        (&[3, 3], &[0, 1], 7.3153, 2.111_21),
        (&[3, 3], &[0, 2], 10.9643, 2.111_21),
        (&[3, 3, 3], &[0, 0, 16], 30.2871, 2.104_33),
    ];
    for (ratings, days, stability, difficulty) in rows {
        let last = *replay(&Model::default(), ratings, days).last().unwrap();
        assert!((last.stability / stability - 1.0).abs() < 3e-4, "{ratings:?} {days:?}: {last:?}");
        assert!((last.difficulty - difficulty).abs() < 1e-4, "{ratings:?} {days:?}: {last:?}");
    }
}

#[derive(Deserialize)]
struct Vectors {
    param_sets: HashMap<String, Vec<f32>>,
    elapsed_days: Vec<f32>,
    desired_retention: Vec<f32>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: u32,
    params: String,
    ratings: Vec<usize>,
    delta_days: Vec<u32>,
    rust: Expected,
}

#[derive(Deserialize)]
struct Expected {
    stability: Vec<f64>,
    difficulty: Vec<f64>,
    retrievability: Vec<f64>,
    interval_raw: Vec<f64>,
    next_after_3_days: Vec<[f64; 3]>,
}

/// The vectors are shared with the project, not part of it.
#[test]
fn memory_agrees_with_the_shared_vectors_where_they_are_at_hand() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fsrs/vectors.json");
    let Ok(text) = std::fs::read_to_string(path) else { return };
    let vectors: Vectors = serde_json::from_str(&text).unwrap();
    assert!(vectors.cases.len() >= 100);
    let (of_s, of_d, of_r) = TOLERANCE;
    for case in &vectors.cases {
        let (id, expected) = (case.id, &case.rust);
        let model = Model::new(&vectors.param_sets[&case.params]).unwrap();
        let same_s = |found: f32, right: f64| (f64::from(found) / right - 1.0).abs() <= of_s;
        let same_d = |found: f32, right: f64| (f64::from(found) - right).abs() <= of_d * right;
        let memories = replay(&model, &case.ratings, &case.delta_days);
        assert_eq!(memories.len(), expected.stability.len());
        for (index, memory) in memories.iter().enumerate() {
            assert!(
                same_s(memory.stability, expected.stability[index]),
                "case {id}, review {index}: {memory:?}"
            );
            assert!(
                same_d(memory.difficulty, expected.difficulty[index]),
                "case {id}, review {index}: {memory:?}"
            );
        }
        let last = *memories.last().unwrap();
        for (days, right) in vectors.elapsed_days.iter().zip(&expected.retrievability) {
            let found = f64::from(model.retrievability(last, *days));
            assert!((found - right).abs() <= of_r, "case {id}, after {days} days: {found} for {right}");
        }
        for (retention, right) in vectors.desired_retention.iter().zip(&expected.interval_raw) {
            let found = model.interval(last, *retention);
            assert!(same_s(found, *right), "case {id}, retention {retention}: {found} for {right}");
        }
        let next = model.next(Some(last), 3);
        for (found, [stability, difficulty, interval]) in next.iter().zip(&expected.next_after_3_days) {
            assert!(same_s(found.stability, *stability), "case {id}: {found:?}");
            assert!(same_d(found.difficulty, *difficulty), "case {id}: {found:?}");
            assert!(same_s(model.interval(*found, 0.9), *interval), "case {id}: {found:?}");
        }
    }
}
