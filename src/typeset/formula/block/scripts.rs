//! Scripts: above, below and behind their base; and accents over it.

use super::rectangle::{CellBlock, set_to};
use super::room::MathStyle;
use crate::typeset::formula::font;
use crate::typeset::formula::linear;
use crate::typeset::formula::tree::{Atom, Class, ColumnSide, Grid, GridKind, MathNode, ScriptPlace};
use crate::typeset::wrap::cells;

/// A script of more cells than this is better read above or below than on the line.
pub(super) const LONG_SCRIPT: usize = 6;

/// A base, laid out already, with its scripts.
pub(super) fn script(
    base: &[MathNode],
    laid: CellBlock,
    (sub, sup): (Option<&[MathNode]>, Option<&[MathNode]>),
    place: ScriptPlace,
    style: MathStyle,
) -> CellBlock {
    let small = is_small(sub, font::lowered) && is_small(sup, font::raised);
    if place == ScriptPlace::Stacked
        || place == ScriptPlace::Limits && (style == MathStyle::Display || !small)
    {
        return stacked(laid, sub, sup);
    }
    if is_integral(base) && !small {
        let sign = linear::line(base, true);
        if sign == "∫" {
            let beside = |sign: &str, script: Option<&[MathNode]>| {
                format!("{sign}{}", script.map_or(String::new(), |script| linear::line(script, true)))
            };
            let rows = [beside("⌠", sup), "⎮".to_owned(), beside("⌡", sub)];
            let width = rows.iter().map(|row| cells(row)).max().unwrap_or(1);
            let rows = rows.iter().map(|row| set_to(row, width, ColumnSide::Left)).collect();
            return CellBlock { rows, width, base: 1, left: Class::Tall, right: Class::Tall };
        }
    }
    with_scripts(&laid, sub, sup)
}

pub(super) fn is_integral(base: &[MathNode]) -> bool {
    matches!(base, [MathNode::Atom(Atom { text, class: Class::Name, .. })] if "∫∬∭∮".contains(text.as_str()))
}

/// Nothing, or something that has a small character for each of its own.
pub(super) fn is_small(script: Option<&[MathNode]>, small: fn(char) -> Option<char>) -> bool {
    script.is_none_or(|script| font::all(&linear::line(script, true), small).is_some())
}

/// The lines of a script, none of them broken.
fn script_rows(script: Option<&[MathNode]>) -> Vec<String> {
    match script {
        None => Vec::new(),
        Some([MathNode::Grid(Grid { kind: GridKind::Lines, rows, .. })]) => {
            rows.iter().map(|row| row.iter().map(|cell| linear::line(cell, true)).collect()).collect()
        }
        Some(script) => vec![linear::line(script, true)],
    }
}

/// Scripts under and over their base.
fn stacked(base: CellBlock, sub: Option<&[MathNode]>, sup: Option<&[MathNode]>) -> CellBlock {
    let (under, over) = (script_rows(sub), script_rows(sup));
    let labels = under.iter().chain(&over).map(|row| cells(row)).max().unwrap_or(0);
    let class = if base.left == Class::Relation { Class::Relation } else { Class::Tall };
    let base = if base.is_line() && class == Class::Relation { arrow(base, labels + 2) } else { base };
    let at = over.len() + base.base;
    let rows: Vec<String> = over.into_iter().chain(base.rows).chain(under).collect();
    CellBlock::stack(&rows, at, class)
}

/// An arrow as long as its label.
fn arrow(base: CellBlock, width: usize) -> CellBlock {
    let shaft = "─".repeat(width.saturating_sub(1));
    match base.rows[0].as_str() {
        "→" => CellBlock::text(format!("{shaft}→"), Class::Relation),
        "←" => CellBlock::text(format!("←{shaft}"), Class::Relation),
        _ => base,
    }
}

/// Scripts to the right of their base: small characters where there are some, else higher and lower.
pub(super) fn with_scripts(
    base: &CellBlock,
    sub: Option<&[MathNode]>,
    sup: Option<&[MathNode]>,
) -> CellBlock {
    let low = sub.map(|sub| linear::line(sub, true));
    let high = sup.map(|sup| linear::line(sup, true));
    let small_low = low.as_ref().map(|low| font::all(low, font::lowered));
    let small_high = high.as_ref().map(|high| font::all(high, font::raised));
    if !base.is_line() {
        let low = small_low.flatten().or(low).unwrap_or_default();
        let high = small_high.flatten().or(high).unwrap_or_default();
        return at_corners(base, &low, &high);
    }
    let (left, mut right) = (base.left, base.right);
    let mut text = base.rows[0].clone();
    // `D_KL` reads well and saves a row, but not under something raised.
    let word = |low: &str| cells(low) <= LONG_SCRIPT && linear::is_word(low);
    let (mut under, mut over) = (String::new(), String::new());
    match (small_low.flatten(), low) {
        (Some(small), _) => text.push_str(&small),
        (None, Some(low)) if high.is_none() && word(&low) => {
            text.push('_');
            text.push_str(&low);
            right = if right == Class::Ordinary { Class::Name } else { right };
        }
        (None, Some(low)) => under = low,
        (None, None) => {}
    }
    let indent = cells(&text);
    match (small_high.flatten(), high) {
        (Some(small), _) => text.push_str(&small),
        (None, Some(high)) => over = high,
        (None, None) => {}
    }
    if under.is_empty() && over.is_empty() {
        return CellBlock::text(text, left).of_class(left, right);
    }
    let from = " ".repeat(indent);
    let base = usize::from(!over.is_empty());
    let mut rows = vec![text];
    if !over.is_empty() {
        rows.insert(0, format!("{from}{over}"));
    }
    if !under.is_empty() {
        rows.push(format!("{from}{under}"));
    }
    let width = rows.iter().map(|row| cells(row)).max().unwrap_or(0);
    let rows = rows.iter().map(|row| set_to(row, width, ColumnSide::Left)).collect();
    CellBlock { rows, width, base, left, right: if right == Class::Ordinary { Class::Name } else { right } }
}

/// Scripts behind the last and the first row of a base that has several.
fn at_corners(base: &CellBlock, low: &str, high: &str) -> CellBlock {
    let width = cells(low).max(cells(high));
    let last = base.rows.len() - 1;
    let rows = base.rows.iter().enumerate().map(|(n, row)| {
        let script = if n == 0 {
            high
        } else if n == last {
            low
        } else {
            ""
        };
        format!("{row}{}", set_to(script, width, ColumnSide::Left))
    });
    let rows: Vec<String> = rows.collect();
    CellBlock { rows, width: base.width + width, base: base.base, left: base.left, right: base.right }
}

/// A letter under its accent, if a combining mark does.
pub(super) fn accented_letter(base: &[MathNode], sign: &str) -> Option<String> {
    let (mark, _) = linear::mark(sign)?;
    linear::marked(&linear::line(base, true), mark)
}

/// A base, laid out already, under its accent.
pub(super) fn accented(base: &[MathNode], inner: CellBlock, sign: &str) -> CellBlock {
    if inner.is_line()
        && let Some(text) = accented_letter(base, sign)
    {
        return CellBlock::text(text, inner.left).of_class(inner.left, inner.right);
    }
    let width = inner.width.max(1);
    let line = |times: usize| "─".repeat(times);
    let brace = |left: &str, middle: &str, right: &str| match width {
        1 => middle.to_owned(),
        2 => format!("{left}{right}"),
        _ => format!("{left}{}{middle}{}{right}", line((width - 3) / 2), line(width - 3 - (width - 3) / 2)),
    };
    let (over, under) = match sign {
        "‾" | "¯" | "ˉ" => (Some("_".repeat(width)), None),
        "→" | "⃗" => (Some(format!("{}→", line(width - 1))), None),
        "~" | "˜" | "∼" => (Some("~".to_owned()), None),
        "_" => (None, Some("‾".repeat(width))),
        "⏟" | "⏝" | "⎵" => (None, Some(brace("╰", "┬", "╯"))),
        "⏞" | "⏜" | "⎴" => (Some(brace("╭", "┴", "╮")), None),
        other => (Some(other.to_owned()), None),
    };
    let base = inner.base + usize::from(over.is_some());
    let rows: Vec<String> = over.into_iter().chain(inner.rows).chain(under).collect();
    CellBlock::stack(&rows, base, Class::Tall)
}
