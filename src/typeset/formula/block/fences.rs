//! Fences: brackets as high as what stands between them.

use super::rectangle::{CellBlock, beside_each_other};
use crate::typeset::formula::tree::{Atom, Class, MathNode, ScriptPlace};
use crate::typeset::wrap::cells;

/// The place of the bracket that closes the one before these nodes.
pub(super) fn closing(nodes: &[MathNode]) -> Option<usize> {
    let mut depth = 0;
    for (at, node) in nodes.iter().enumerate() {
        match bracket_of(node) {
            Some(Class::Open) => depth += 1,
            Some(Class::Close) if depth == 0 => return Some(at),
            Some(Class::Close) => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The class of a bracket that may have scripts.
fn bracket_of(node: &MathNode) -> Option<Class> {
    match node {
        MathNode::Atom(atom) => Some(atom.class),
        MathNode::Script { base, place: ScriptPlace::Beside, .. } => match base.as_slice() {
            [MathNode::Atom(Atom { class: Class::Close, .. })] => Some(Class::Close),
            _ => None,
        },
        _ => None,
    }
}

/// What is laid out already, between brackets.
pub(super) fn fenced(open: &str, mut parts: Vec<CellBlock>, close: &str) -> CellBlock {
    let above = parts.iter().map(|part| part.base).max().unwrap_or(0);
    let height = above + 1 + parts.iter().map(CellBlock::below).max().unwrap_or(0);
    let edge = |own: &str, class| if own.is_empty() { Class::Ordinary } else { class };
    let (left, right) = (edge(open, Class::Open), edge(close, Class::Close));
    if height == 1 {
        let inner = beside_each_other(&parts, Class::Open);
        return CellBlock::text(format!("{open}{}{close}", inner.rows[0]), Class::Open).of_class(left, right);
    }
    for part in parts.iter_mut().filter(|part| part.left == Class::Middle && part.is_line()) {
        let rows = grown(&part.rows[0], height);
        *part =
            CellBlock { base: above, left: Class::Tall, right: Class::Tall, width: cells(&rows[0]), rows };
    }
    let inner = beside_each_other(&parts, Class::Open);
    let pad = |sign: &str| if sign.is_empty() { "" } else { " " };
    let (opening, ending) = (grown(open, height), grown(close, height));
    let rows: Vec<String> = (0..height)
        .map(|n| format!("{}{}{}{}{}", opening[n], pad(open), inner.rows[n], pad(close), ending[n]))
        .collect();
    CellBlock { width: cells(&rows[0]), rows, base: inner.base, left, right }
}

/// A bracket of a height greater than one, from the top down.
pub(super) fn grown(sign: &str, height: usize) -> Vec<String> {
    let [single, top, middle, bottom, waist] = match sign {
        "(" => ["(", "⎛", "⎜", "⎝", "⎜"],
        ")" => [")", "⎞", "⎟", "⎠", "⎟"],
        "[" => ["[", "⎡", "⎢", "⎣", "⎢"],
        "]" => ["]", "⎤", "⎥", "⎦", "⎥"],
        "{" => ["{", "⎧", "⎪", "⎩", "⎨"],
        "}" => ["}", "⎫", "⎪", "⎭", "⎬"],
        "⌊" => ["⌊", "⎢", "⎢", "⎣", "⎢"],
        "⌋" => ["⌋", "⎥", "⎥", "⎦", "⎥"],
        "⌈" => ["⌈", "⎡", "⎢", "⎢", "⎢"],
        "⌉" => ["⌉", "⎤", "⎥", "⎥", "⎥"],
        "|" => ["|", "│", "│", "│", "│"],
        "‖" => ["‖", "‖", "‖", "‖", "‖"],
        // What does not grow stands in the middle.
        other => [other, " ", " ", " ", other],
    };
    if sign.is_empty() || height == 1 {
        return vec![single.to_owned(); height];
    }
    let waist_at = (height - 1) / 2;
    let row = |n: usize| match n {
        0 if height == 2 && sign == "{" => "⎰",
        1 if height == 2 && sign == "{" => "⎱",
        0 if height == 2 && sign == "}" => "⎱",
        1 if height == 2 && sign == "}" => "⎰",
        n if n == waist_at && (n > 0 || waist.trim() == single.trim()) => waist,
        0 => top,
        n if n + 1 == height => bottom,
        _ => middle,
    };
    (0..height).map(|n| row(n).to_owned()).collect()
}
