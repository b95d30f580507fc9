//! Cuts: where a formula that is too wide is broken into lines.

use super::rectangle::{CellBlock, beside_each_other};
use crate::typeset::formula::linear::sign;
use crate::typeset::formula::tree::Class;
use crate::typeset::wrap::cells;

/// The formula in lines, cut where it hurts least. Nothing if a part between two cuts is too wide.
pub(super) fn broken(blocks: &[CellBlock], first: usize, rest: usize) -> Option<Vec<CellBlock>> {
    let ranks = ranks(blocks);
    let mut out: Vec<CellBlock> = Vec::new();
    let mut from = 0;
    while from < blocks.len() {
        let (room, start) = if from == 0 { (first, Class::Open) } else { (rest, Class::Ordinary) };
        let (mut best, mut end): (Option<usize>, _) = (None, None);
        for at in from + 1..=blocks.len() {
            if at < blocks.len() && ranks[at].is_none() {
                continue;
            }
            let line = beside_each_other(&blocks[from..at], start);
            if line.width > room {
                break;
            }
            // An almost empty line is worse than any cut.
            let better = best
                .is_none_or(|best| ranks[at] <= ranks[best] || line_width(&blocks[from..best]) * 3 < room);
            if at == blocks.len() || better {
                best = Some(at);
                end = Some(line);
            }
        }
        out.push(end?);
        from = best?;
    }
    Some(out)
}

fn line_width(blocks: &[CellBlock]) -> usize {
    beside_each_other(blocks, Class::Ordinary).width
}

/// How much it hurts to cut before each block: outside of brackets less than inside, before a relation less
/// than before an operator, after a comma, between factors.
fn ranks(blocks: &[CellBlock]) -> Vec<Option<usize>> {
    let (mut depth, mut before) = (0_usize, Class::Open);
    let mut ranks = Vec::with_capacity(blocks.len() + 1);
    for (at, block) in blocks.iter().enumerate() {
        let class = sign(before, block.left);
        let factor = |before: &CellBlock| {
            block.left == Class::Tall
                && (before.rows[before.base].starts_with('─')
                    || !before.is_line() && before.right == Class::Close)
                || block.left == Class::Open && !block.is_line() && before.rows[before.base].starts_with('─')
        };
        let kind = match class {
            Class::Relation => Some(0),
            Class::Binary => Some(1),
            _ if before == Class::Comma => Some(2),
            _ if at > 0 && factor(&blocks[at - 1]) => Some(3),
            _ => None,
        };
        ranks.push(kind.map(|kind| depth * 4 + kind));
        match (block.left, block.right) {
            (Class::Open, Class::Open) if block.is_line() && cells(&block.rows[0]) == 1 => depth += 1,
            (Class::Close, Class::Close) => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = if block.left == block.right { class } else { block.right };
    }
    // The end is no cut.
    ranks.push(Some(0));
    ranks
}
