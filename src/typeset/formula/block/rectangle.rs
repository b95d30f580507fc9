//! A rectangle of cells, and rectangles side by side on a common line.

use crate::typeset::formula::linear::{Spacing, gap, sign};
use crate::typeset::formula::tree::{Class, ColumnSide};
use crate::typeset::wrap::cells;

/// A rectangle of cells.
#[derive(Debug, Clone)]
pub(super) struct CellBlock {
    /// Each of `width` cells.
    pub(super) rows: Vec<String>,
    pub(super) width: usize,
    /// The row that stands on the line.
    pub(super) base: usize,
    /// What it is to its neighbours on either side.
    pub(super) left: Class,
    pub(super) right: Class,
}

impl CellBlock {
    pub(super) fn text(text: impl Into<String>, class: Class) -> CellBlock {
        let text = text.into();
        CellBlock { width: cells(&text), rows: vec![text], base: 0, left: class, right: class }
    }

    /// Rows below each other, each in the middle.
    pub(super) fn stack(rows: &[String], base: usize, class: Class) -> CellBlock {
        let width = rows.iter().map(|row| cells(row)).max().unwrap_or(0);
        let rows = rows.iter().map(|row| set_to(row, width, ColumnSide::Middle)).collect();
        CellBlock { rows, width, base, left: class, right: class }
    }

    pub(super) fn is_line(&self) -> bool {
        self.rows.len() == 1
    }

    /// Rows under the line.
    pub(super) fn below(&self) -> usize {
        self.rows.len() - 1 - self.base
    }

    pub(super) fn of_class(mut self, left: Class, right: Class) -> CellBlock {
        (self.left, self.right) = (left, right);
        self
    }

    pub(super) fn widened(mut self, width: usize, side: ColumnSide) -> CellBlock {
        if width > self.width {
            self.rows = self.rows.iter().map(|row| set_to(row, width, side)).collect();
            self.width = width;
        }
        self
    }
}

/// A text among spaces.
pub(super) fn set_to(text: &str, width: usize, side: ColumnSide) -> String {
    let space = width.saturating_sub(cells(text));
    let left = match side {
        ColumnSide::Left => 0,
        ColumnSide::Middle => space / 2,
        ColumnSide::Right => space,
    };
    format!("{}{text}{}", " ".repeat(left), " ".repeat(space - left))
}

/// Blocks on a common line with the gaps that belong between them.
pub(super) fn beside_each_other(blocks: &[CellBlock], start: Class) -> CellBlock {
    let above = blocks.iter().map(|block| block.base).max().unwrap_or(0);
    let below = blocks.iter().map(CellBlock::below).max().unwrap_or(0);
    let mut rows = vec![String::new(); above + 1 + below];
    let (mut width, mut before, mut blank, mut signed) = (0, start, true, false);
    for (n, block) in blocks.iter().enumerate() {
        let class = sign(before, block.left);
        // A minus would lengthen the line of a fraction.
        let collides = signed && block.rows[block.base].starts_with('─');
        if n > 0 && !blank && (collides || gap(before, class, false) != Spacing::None) {
            rows.iter_mut().for_each(|row| row.push(' '));
            width += 1;
        }
        for (at, row) in rows.iter_mut().enumerate() {
            match (at + block.base).checked_sub(above).and_then(|at| block.rows.get(at)) {
                Some(own) => row.push_str(own),
                None => row.extend(std::iter::repeat_n(' ', block.width)),
            }
        }
        width += block.width;
        blank = block.is_line() && block.rows[0].ends_with(' ');
        signed = class != block.left;
        before = if block.left == block.right { class } else { block.right };
    }
    let (left, right) = match blocks {
        [only] => (only.left, only.right),
        _ => (Class::Ordinary, Class::Ordinary),
    };
    CellBlock { rows, width, base: above, left, right }
}
