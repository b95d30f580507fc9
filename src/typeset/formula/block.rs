//! Formulas in two dimensions: blocks of cells that stand on a common line.

mod cuts;
mod fences;
mod grid;
mod rectangle;
mod room;
mod scripts;

use super::font;
use super::linear;
use super::tree::{Atom, Class, ColumnSide, Grid, GridKind, MathNode, ScriptPlace};
use crate::typeset::wrap::cells;
use cuts::broken;
use fences::{closing, fenced};
use rectangle::{CellBlock, beside_each_other};
use room::{Fences, MathStyle};
use scripts::{LONG_SCRIPT, accented, accented_letter, is_integral, is_small, script, with_scripts};

/// A fraction inside of another or of a table stays on the line up to this many cells.
const SHORT_FRACTION: usize = 9;

/// Whether a formula reads badly on one line.
pub(super) fn is_wanted(nodes: &[MathNode]) -> bool {
    nodes.iter().any(|node| match node {
        MathNode::Atom(_) => false,
        MathNode::Fenced { body, .. } | MathNode::Negated(body) => is_wanted(body),
        MathNode::Grid(grid) => grid.rows.len() > 1 || grid.rows.iter().flatten().any(|cell| is_wanted(cell)),
        MathNode::Fraction { .. } => true,
        MathNode::Root { radicand, .. } => is_wanted(radicand),
        MathNode::Script { base, sub, sup, place } => {
            if let Some((base, sign)) = linear::accent(node) {
                return is_wanted(base) || accented_letter(base, sign).is_none();
            }
            let (sub, sup) = (sub.as_deref(), sup.as_deref());
            let far = |script: Option<&[MathNode]>, small: fn(char) -> Option<char>| {
                script.map(|script| linear::line(script, true)).is_some_and(|text| {
                    font::all(&text, small).is_none() && (is_integral(base) || cells(&text) > LONG_SCRIPT)
                })
            };
            let limits = *place == ScriptPlace::Limits
                && (sub.is_some() && sup.is_some()
                    || !is_small(sub, font::lowered)
                    || !is_small(sup, font::raised));
            is_wanted(base)
                || *place == ScriptPlace::Stacked
                || limits
                || far(sub, font::lowered)
                || far(sup, font::raised)
        }
    })
}

/// A formula in lines.
pub(super) struct FormulaLines {
    /// Each comes with whether it continues the one before.
    pub(super) lines: Vec<(String, bool)>,
    /// The row on which the first line stands.
    pub(super) base: usize,
}

/// The formula in lines of `first` cells and, where it is broken, of `rest` cells. Nothing if it cannot be
/// made to fit.
pub(super) fn lines(nodes: &[MathNode], first: usize, rest: usize) -> Option<FormulaLines> {
    let whole = lay(nodes, MathStyle::Display);
    if whole.width <= first {
        let lines = whole.rows.into_iter().map(|row| (row, false)).collect();
        return Some(FormulaLines { lines, base: whole.base });
    }
    let mut lines: Vec<(String, bool)> = Vec::new();
    let mut base = None;
    let mut before = 1;
    for row in equations(nodes) {
        let parts = broken(&blocks(&row, MathStyle::Display, Fences::Closed), first, rest)
            .or_else(|| broken(&blocks(&row, MathStyle::Display, Fences::Cut), first, rest))?;
        for (n, part) in parts.into_iter().enumerate() {
            if !lines.is_empty() && (part.rows.len() > 1 || before > 1) {
                lines.push((String::new(), n > 0));
            }
            before = part.rows.len();
            base = base.or(Some(part.base));
            lines.extend(part.rows.into_iter().map(|row| (row, n > 0)));
        }
    }
    Some(FormulaLines { lines, base: base.unwrap_or(0) })
}

/// The equations of an environment one by one, or the formula as it is.
fn equations(nodes: &[MathNode]) -> Vec<Vec<MathNode>> {
    match nodes {
        [MathNode::Grid(Grid { kind: GridKind::Aligned | GridKind::Gathered, rows, .. })] => {
            rows.iter().map(|row| row.iter().flatten().cloned().collect()).collect()
        }
        _ => vec![nodes.to_vec()],
    }
}

fn lay(nodes: &[MathNode], style: MathStyle) -> CellBlock {
    beside_each_other(&blocks(nodes, style, Fences::Closed), Class::Open)
}

fn blocks(nodes: &[MathNode], style: MathStyle, fences: Fences) -> Vec<CellBlock> {
    let mut out = Vec::with_capacity(nodes.len());
    let mut at = 0;
    while let Some(node) = nodes.get(at) {
        at += 1;
        if let MathNode::Atom(Atom { text, class: Class::Open, .. }) = node
            && let Some(length) = closing(&nodes[at..])
        {
            let body = &nodes[at..at + length];
            at += length + 1;
            enclosed(text, body, &nodes[at - 1], style, fences, &mut out);
            continue;
        }
        match (node, fences) {
            (MathNode::Fenced { open, close, body }, Fences::Cut)
                if !matches!(body.as_slice(), [MathNode::Grid(_)]) =>
            {
                out.push(CellBlock::text(open.as_str(), Class::Open));
                out.extend(blocks(body, style, fences));
                out.push(CellBlock::text(close.as_str(), Class::Close));
            }
            _ => out.push(block(node, style)),
        }
    }
    out
}

fn block(node: &MathNode, style: MathStyle) -> CellBlock {
    match node {
        MathNode::Atom(atom) => CellBlock::text(atom.text.as_str(), atom.class),
        MathNode::Fenced { open, close, body } => fenced(open, blocks(body, style, Fences::Closed), close),
        MathNode::Grid(grid) => grid::grid(grid, &|cell, style| blocks(cell, style, Fences::Closed)),
        MathNode::Fraction { above, below, line } => fraction(node, above, below, *line, style),
        MathNode::Root { radicand, index } => root(node, radicand, index.as_deref(), style),
        MathNode::Script { base, sub, sup, place } => match linear::accent(node) {
            Some((base, sign)) => accented(base, lay(base, style), sign),
            None => script(base, lay(base, style), (sub.as_deref(), sup.as_deref()), *place, style),
        },
        MathNode::Negated(_) => {
            let class = match node {
                MathNode::Negated(inner) => lay(inner, style).left,
                _ => Class::Ordinary,
            };
            CellBlock::text(linear::line(std::slice::from_ref(node), true), class)
        }
    }
}

/// What stands between plain brackets, the closing one perhaps with scripts.
fn enclosed(
    open: &str,
    body: &[MathNode],
    close: &MathNode,
    style: MathStyle,
    fences: Fences,
    out: &mut Vec<CellBlock>,
) {
    if fences == Fences::Cut {
        out.push(CellBlock::text(open, Class::Open));
        out.extend(blocks(body, style, fences));
        out.push(block(close, style));
        return;
    }
    let (close, scripts) = match close {
        MathNode::Script { base, sub, sup, .. } => (base.as_slice(), Some((sub.as_deref(), sup.as_deref()))),
        other => (std::slice::from_ref(other), None),
    };
    let fenced = fenced(open, blocks(body, style, Fences::Closed), &linear::line(close, true));
    out.push(match scripts {
        Some((sub, sup)) => with_scripts(&fenced, sub, sup),
        None => fenced,
    });
}

fn fraction(
    node: &MathNode,
    above: &[MathNode],
    below: &[MathNode],
    line: bool,
    style: MathStyle,
) -> CellBlock {
    if line && style == MathStyle::Text {
        let text = linear::line(std::slice::from_ref(node), false);
        if cells(&text) <= SHORT_FRACTION && !text.contains([' ', linear::FIXED_SPACE]) {
            return CellBlock::text(text, Class::Name);
        }
    }
    let (above, below) = (lay(above, MathStyle::Text), lay(below, MathStyle::Text));
    let width = above.width.max(below.width) + if line { 2 } else { 0 };
    let base = if line { above.rows.len() } else { above.rows.len() - 1 };
    let mut rows = above.widened(width, ColumnSide::Middle).rows;
    rows.extend(line.then(|| "─".repeat(width)));
    rows.extend(below.widened(width, ColumnSide::Middle).rows);
    CellBlock { rows, width, base, left: Class::Tall, right: Class::Tall }
}

fn root(node: &MathNode, radicand: &[MathNode], index: Option<&[MathNode]>, style: MathStyle) -> CellBlock {
    let inner = lay(radicand, style);
    let sign = index.map_or_else(|| "√".to_owned(), linear::root_sign);
    if inner.is_line() {
        let text = linear::line(std::slice::from_ref(node), false);
        let is_enclosed = text == format!("{sign}({})", linear::line(radicand, true));
        let text = if is_enclosed { format!("{sign}({})", inner.rows[0]) } else { text };
        return CellBlock::text(text, Class::Ordinary);
    }
    let margin = " ".repeat(cells(&sign));
    let last = inner.rows.len() - 1;
    let mut rows = vec![format!("{margin}┌{}", "─".repeat(inner.width + 2))];
    rows.extend(inner.rows.iter().enumerate().map(|(n, row)| {
        let foot = if n == last { &sign } else { &margin };
        format!("{foot}│ {row} ")
    }));
    let width = cells(&sign) + inner.width + 3;
    CellBlock { rows, width, base: inner.base + 1, left: Class::Tall, right: Class::Tall }
}
