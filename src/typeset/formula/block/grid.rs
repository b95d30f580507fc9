//! Grids: matrices, cases and equations below each other.

use super::fences::grown;
use super::rectangle::{CellBlock, beside_each_other, set_to};
use super::room::MathStyle;
use crate::typeset::formula::tree::{Class, ColumnSide, Grid, GridKind, MathNode};
use crate::typeset::wrap::cells;

/// Lays a grid out; `lay` lays out what stands in a cell.
pub(super) fn grid(grid: &Grid, lay: &dyn Fn(&[MathNode], MathStyle) -> Vec<CellBlock>) -> CellBlock {
    let rows = cells_of(grid, lay);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width).max().unwrap_or(0))
        .collect();
    let side = |at: usize| match grid.kind {
        GridKind::Aligned if at.is_multiple_of(2) && columns > 1 => ColumnSide::Right,
        GridKind::Aligned | GridKind::Cases | GridKind::CasesRight => ColumnSide::Left,
        GridKind::Gathered | GridKind::Lines => ColumnSide::Middle,
        GridKind::Matrix => {
            grid.columns.get(at).or(grid.columns.last()).copied().unwrap_or(ColumnSide::Middle)
        }
    };
    let tall = rows.iter().flatten().any(|cell| !cell.is_line());
    let two = rows.len() == 2 && !tall && matches!(grid.kind, GridKind::Cases | GridKind::CasesRight);
    let mut out: Vec<String> = Vec::new();
    for (n, row) in rows.into_iter().enumerate() {
        if n > 0 && (tall || two) {
            out.push(String::new());
        }
        let mut line: Vec<CellBlock> = Vec::new();
        for (at, width) in widths.iter().enumerate() {
            let cell = row.get(at).cloned().unwrap_or_else(|| CellBlock::text("", Class::Text));
            let between = match grid.kind {
                GridKind::Aligned | GridKind::Gathered if at % 2 == 1 => 0,
                GridKind::Aligned | GridKind::Gathered => 4,
                _ => 2,
            };
            if at > 0 {
                line.push(CellBlock::text(" ".repeat(between), Class::Text));
            }
            line.push(cell.widened(*width, side(at)).of_class(Class::Text, Class::Text));
        }
        out.extend(beside_each_other(&line, Class::Open).rows);
    }
    if out.is_empty() {
        return CellBlock::text("", Class::Text);
    }
    let width = out.iter().map(|row| cells(row)).max().unwrap_or(0);
    let rows: Vec<String> = out.iter().map(|row| set_to(row, width, ColumnSide::Left)).collect();
    let class = if rows.len() > 1 { Class::Tall } else { Class::Text };
    let inner = CellBlock { base: (rows.len() - 1) / 2, rows, width, left: class, right: class };
    braced(inner, grid.kind)
}

/// The cells of each row, laid out.
fn cells_of(grid: &Grid, lay: &dyn Fn(&[MathNode], MathStyle) -> Vec<CellBlock>) -> Vec<Vec<CellBlock>> {
    let equations = matches!(grid.kind, GridKind::Aligned | GridKind::Gathered);
    let style = if equations { MathStyle::Display } else { MathStyle::Text };
    let cell = |(column, cell): (usize, &Vec<MathNode>)| {
        let mut parts = lay(cell, style);
        if equations && column % 2 == 1 {
            // The left side of the equation, so that what follows is no sign.
            parts.insert(0, CellBlock::text("", Class::Ordinary));
        }
        beside_each_other(&parts, Class::Open)
    };
    grid.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect()
}

/// Cases with their brace.
fn braced(inner: CellBlock, kind: GridKind) -> CellBlock {
    let height = inner.rows.len();
    let brace = |sign| grown(sign, height);
    match kind {
        GridKind::Cases => {
            let brace = brace("{");
            let rows = inner.rows.iter().zip(brace).map(|(row, brace)| format!("{brace} {row}")).collect();
            CellBlock { rows, width: inner.width + 2, ..inner }
        }
        GridKind::CasesRight => {
            let brace = brace("}");
            let rows = inner.rows.iter().zip(brace).map(|(row, brace)| format!("{row} {brace}")).collect();
            CellBlock { rows, width: inner.width + 2, ..inner }
        }
        _ => inner,
    }
}
