//! The alignment of two texts in order, by their words.

use super::tokens::AnswerToken;

/// How a point stands in an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct PointAlignment {
    /// The pairs of equal tokens: of the point, of the answer.
    pub pairs: Vec<(usize, usize)>,
    /// The weight of the tokens found, by that of all.
    pub share: f32,
}

/// A point of which less is found is never certain.
const ENOUGH: f32 = 0.6;

impl PointAlignment {
    /// Whether most of the point was found.
    pub(super) fn is_enough(&self) -> bool {
        self.share >= ENOUGH
    }
}

/// The best way to find a point in an answer, in order.
pub(super) fn align(point: &[AnswerToken], answer: &[AnswerToken]) -> PointAlignment {
    const SKIPPED: f32 = 0.35;
    const ADDED: f32 = 0.25;
    let width = answer.len() + 1;
    let mut best = vec![0.0_f32; (point.len() + 1) * width];
    let mut came = vec![0_u8; (point.len() + 1) * width];
    let mut top = (0.0_f32, 0, 0);
    for i in 1..=point.len() {
        for j in 1..=answer.len() {
            let (own, theirs) = (&point[i - 1], &answer[j - 1]);
            let weight = own.weight();
            let mut here = (0.0, 0);
            let equal = own.key == theirs.key;
            let passed =
                answer.get(j.wrapping_sub(2)).is_some_and(|before| before.sentence != theirs.sentence);
            let breaks = if passed { 0.5 } else { 0.0 };
            for (value, way) in [
                (best[(i - 1) * width + j - 1] + if equal { weight } else { -9.0 } - breaks, 1),
                (best[(i - 1) * width + j] - SKIPPED * weight, 2),
                (best[i * width + j - 1] - ADDED * theirs.weight() - breaks, 3),
            ] {
                if value > here.0 {
                    here = (value, way);
                }
            }
            // A match may begin anywhere.
            if equal && weight > here.0 {
                here = (weight, 4);
            }
            best[i * width + j] = here.0;
            came[i * width + j] = here.1;
            if here.0 > top.0 {
                top = (here.0, i, j);
            }
        }
    }
    let (_, mut i, mut j) = top;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        match came[i * width + j] {
            1 => {
                pairs.push((i - 1, j - 1));
                (i, j) = (i - 1, j - 1);
            }
            4 => {
                pairs.push((i - 1, j - 1));
                break;
            }
            2 => i -= 1,
            3 => j -= 1,
            _ => break,
        }
    }
    pairs.reverse();
    let found: f32 = pairs.iter().map(|(own, _)| point[*own].weight()).sum();
    let all: f32 = point.iter().map(AnswerToken::weight).sum();
    PointAlignment { pairs, share: if all > 0.0 { found / all } else { 0.0 } }
}
