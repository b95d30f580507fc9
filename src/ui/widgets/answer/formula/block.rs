//! Formulas in two dimensions: blocks of cells that stand on a common line.

use super::font;
use super::linear::{self, Gap, gap, sign};
use super::tree::{Atom, Class, Grid, Kind, Node, Place, Side};
use crate::ui::widgets::answer::wrap::cells;

/// A script of more cells than this is better read above or below than on the line.
const LONG_SCRIPT: usize = 6;
/// A fraction inside of another or of a table stays on the line up to this many cells.
const SHORT_FRACTION: usize = 9;

/// Whether a formula reads badly on one line.
pub(super) fn is_wanted(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Atom(_) => false,
        Node::Fenced { body, .. } | Node::Negated(body) => is_wanted(body),
        Node::Grid(grid) => grid.rows.len() > 1 || grid.rows.iter().flatten().any(|cell| is_wanted(cell)),
        Node::Fraction { .. } => true,
        Node::Root { radicand, .. } => is_wanted(radicand),
        Node::Script { base, sub, sup, place } => {
            if let Some((base, sign)) = linear::accent(node) {
                return is_wanted(base) || accented_letter(base, sign).is_none();
            }
            let (sub, sup) = (sub.as_deref(), sup.as_deref());
            let far = |script: Option<&[Node]>, small: fn(char) -> Option<char>| {
                script.map(|script| linear::line(script, true)).is_some_and(|text| {
                    font::all(&text, small).is_none() && (is_integral(base) || cells(&text) > LONG_SCRIPT)
                })
            };
            let limits = *place == Place::Limits
                && (sub.is_some() && sup.is_some()
                    || !is_small(sub, font::lowered)
                    || !is_small(sup, font::raised));
            is_wanted(base)
                || *place == Place::Stacked
                || limits
                || far(sub, font::lowered)
                || far(sup, font::raised)
        }
    })
}

/// A formula in lines.
pub(super) struct Lines {
    /// Each comes with whether it continues the one before.
    pub(super) lines: Vec<(String, bool)>,
    /// The row on which the first line stands.
    pub(super) base: usize,
}

/// The formula in lines of `first` cells and, where it is broken, of `rest` cells. Nothing if it cannot be
/// made to fit.
pub(super) fn lines(nodes: &[Node], first: usize, rest: usize) -> Option<Lines> {
    let whole = lay(nodes, Style::Display);
    if whole.width <= first {
        let lines = whole.rows.into_iter().map(|row| (row, false)).collect();
        return Some(Lines { lines, base: whole.base });
    }
    let mut lines: Vec<(String, bool)> = Vec::new();
    let mut base = None;
    let mut before = 1;
    for row in equations(nodes) {
        let parts = broken(&blocks(&row, Style::Display, Fences::Closed), first, rest)
            .or_else(|| broken(&blocks(&row, Style::Display, Fences::Cut), first, rest))?;
        for (n, part) in parts.into_iter().enumerate() {
            if !lines.is_empty() && (part.rows.len() > 1 || before > 1) {
                lines.push((String::new(), n > 0));
            }
            before = part.rows.len();
            base = base.or(Some(part.base));
            lines.extend(part.rows.into_iter().map(|row| (row, n > 0)));
        }
    }
    Some(Lines { lines, base: base.unwrap_or(0) })
}

/// The equations of an environment one by one, or the formula as it is.
fn equations(nodes: &[Node]) -> Vec<Vec<Node>> {
    match nodes {
        [Node::Grid(Grid { kind: Kind::Aligned | Kind::Gathered, rows, .. })] => {
            rows.iter().map(|row| row.iter().flatten().cloned().collect()).collect()
        }
        _ => vec![nodes.to_vec()],
    }
}

/// How much room a part of a formula has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// As much as it likes.
    Display,
    /// Inside of a fraction or of a matrix.
    Text,
}

/// Whether brackets hold together what is in them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fences {
    Closed,
    /// The line may be cut inside of them.
    Cut,
}

/// A rectangle of cells.
#[derive(Debug, Clone)]
struct Block {
    /// Each of `width` cells.
    rows: Vec<String>,
    width: usize,
    /// The row that stands on the line.
    base: usize,
    /// What it is to its neighbours on either side.
    left: Class,
    right: Class,
}

impl Block {
    fn text(text: impl Into<String>, class: Class) -> Block {
        let text = text.into();
        Block { width: cells(&text), rows: vec![text], base: 0, left: class, right: class }
    }

    /// Rows below each other, each in the middle.
    fn stack(rows: &[String], base: usize, class: Class) -> Block {
        let width = rows.iter().map(|row| cells(row)).max().unwrap_or(0);
        let rows = rows.iter().map(|row| set_to(row, width, Side::Middle)).collect();
        Block { rows, width, base, left: class, right: class }
    }

    fn is_line(&self) -> bool {
        self.rows.len() == 1
    }

    /// Rows under the line.
    fn below(&self) -> usize {
        self.rows.len() - 1 - self.base
    }

    fn of_class(mut self, left: Class, right: Class) -> Block {
        (self.left, self.right) = (left, right);
        self
    }

    fn widened(mut self, width: usize, side: Side) -> Block {
        if width > self.width {
            self.rows = self.rows.iter().map(|row| set_to(row, width, side)).collect();
            self.width = width;
        }
        self
    }
}

/// A text among spaces.
fn set_to(text: &str, width: usize, side: Side) -> String {
    let space = width.saturating_sub(cells(text));
    let left = match side {
        Side::Left => 0,
        Side::Middle => space / 2,
        Side::Right => space,
    };
    format!("{}{text}{}", " ".repeat(left), " ".repeat(space - left))
}

fn lay(nodes: &[Node], style: Style) -> Block {
    beside_each_other(&blocks(nodes, style, Fences::Closed), Class::Open)
}

/// Blocks on a common line with the gaps that belong between them.
fn beside_each_other(blocks: &[Block], start: Class) -> Block {
    let above = blocks.iter().map(|block| block.base).max().unwrap_or(0);
    let below = blocks.iter().map(Block::below).max().unwrap_or(0);
    let mut rows = vec![String::new(); above + 1 + below];
    let (mut width, mut before, mut blank, mut signed) = (0, start, true, false);
    for (n, block) in blocks.iter().enumerate() {
        let class = sign(before, block.left);
        // A minus would lengthen the line of a fraction.
        let collides = signed && block.rows[block.base].starts_with('─');
        if n > 0 && !blank && (collides || gap(before, class, false) != Gap::None) {
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
    Block { rows, width, base: above, left, right }
}

/// The formula in lines, cut where it hurts least. Nothing if a part between two cuts is too wide.
fn broken(blocks: &[Block], first: usize, rest: usize) -> Option<Vec<Block>> {
    let ranks = ranks(blocks);
    let mut out: Vec<Block> = Vec::new();
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

fn line_width(blocks: &[Block]) -> usize {
    beside_each_other(blocks, Class::Ordinary).width
}

/// How much it hurts to cut before each block: outside of brackets less than inside, before a relation less
/// than before an operator, after a comma, between factors.
fn ranks(blocks: &[Block]) -> Vec<Option<usize>> {
    let (mut depth, mut before) = (0_usize, Class::Open);
    let mut ranks = Vec::with_capacity(blocks.len() + 1);
    for (at, block) in blocks.iter().enumerate() {
        let class = sign(before, block.left);
        let factor = |before: &Block| {
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

fn blocks(nodes: &[Node], style: Style, fences: Fences) -> Vec<Block> {
    let mut out = Vec::with_capacity(nodes.len());
    let mut at = 0;
    while let Some(node) = nodes.get(at) {
        at += 1;
        if let Node::Atom(Atom { text, class: Class::Open, .. }) = node
            && let Some(length) = closing(&nodes[at..])
        {
            let body = &nodes[at..at + length];
            at += length + 1;
            enclosed(text, body, &nodes[at - 1], style, fences, &mut out);
            continue;
        }
        match (node, fences) {
            (Node::Fenced { open, close, body }, Fences::Cut)
                if !matches!(body.as_slice(), [Node::Grid(_)]) =>
            {
                out.push(Block::text(open.as_str(), Class::Open));
                out.extend(blocks(body, style, fences));
                out.push(Block::text(close.as_str(), Class::Close));
            }
            _ => out.push(block(node, style)),
        }
    }
    out
}

/// The place of the bracket that closes the one before these nodes.
fn closing(nodes: &[Node]) -> Option<usize> {
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
fn bracket_of(node: &Node) -> Option<Class> {
    match node {
        Node::Atom(atom) => Some(atom.class),
        Node::Script { base, place: Place::Beside, .. } => match base.as_slice() {
            [Node::Atom(Atom { class: Class::Close, .. })] => Some(Class::Close),
            _ => None,
        },
        _ => None,
    }
}

/// What stands between plain brackets, the closing one perhaps with scripts.
fn enclosed(open: &str, body: &[Node], close: &Node, style: Style, fences: Fences, out: &mut Vec<Block>) {
    if fences == Fences::Cut {
        out.push(Block::text(open, Class::Open));
        out.extend(blocks(body, style, fences));
        out.push(block(close, style));
        return;
    }
    let (close, scripts) = match close {
        Node::Script { base, sub, sup, .. } => (base.as_slice(), Some((sub.as_deref(), sup.as_deref()))),
        other => (std::slice::from_ref(other), None),
    };
    let fenced = fenced(open, body, &linear::line(close, true), style);
    out.push(match scripts {
        Some((sub, sup)) => with_scripts(&fenced, sub, sup),
        None => fenced,
    });
}

fn block(node: &Node, style: Style) -> Block {
    match node {
        Node::Atom(atom) => Block::text(atom.text.as_str(), atom.class),
        Node::Fenced { open, close, body } => fenced(open, body, close, style),
        Node::Grid(grid) => self::grid(grid),
        Node::Fraction { above, below, line } => fraction(node, above, below, *line, style),
        Node::Root { radicand, index } => root(node, radicand, index.as_deref(), style),
        Node::Script { base, sub, sup, place } => match linear::accent(node) {
            Some((base, sign)) => accented(base, sign, style),
            None => script(base, sub.as_deref(), sup.as_deref(), *place, style),
        },
        Node::Negated(_) => {
            let class = match node {
                Node::Negated(inner) => lay(inner, style).left,
                _ => Class::Ordinary,
            };
            Block::text(linear::line(std::slice::from_ref(node), true), class)
        }
    }
}

fn fraction(node: &Node, above: &[Node], below: &[Node], line: bool, style: Style) -> Block {
    if line && style == Style::Text {
        let text = linear::line(std::slice::from_ref(node), false);
        if cells(&text) <= SHORT_FRACTION && !text.contains([' ', linear::FIXED_SPACE]) {
            return Block::text(text, Class::Name);
        }
    }
    let (above, below) = (lay(above, Style::Text), lay(below, Style::Text));
    let width = above.width.max(below.width) + if line { 2 } else { 0 };
    let base = if line { above.rows.len() } else { above.rows.len() - 1 };
    let mut rows = above.widened(width, Side::Middle).rows;
    rows.extend(line.then(|| "─".repeat(width)));
    rows.extend(below.widened(width, Side::Middle).rows);
    Block { rows, width, base, left: Class::Tall, right: Class::Tall }
}

fn root(node: &Node, radicand: &[Node], index: Option<&[Node]>, style: Style) -> Block {
    let inner = lay(radicand, style);
    let sign = index.map_or_else(|| "√".to_owned(), linear::root_sign);
    if inner.is_line() {
        let text = linear::line(std::slice::from_ref(node), false);
        let is_enclosed = text == format!("{sign}({})", linear::line(radicand, true));
        let text = if is_enclosed { format!("{sign}({})", inner.rows[0]) } else { text };
        return Block::text(text, Class::Ordinary);
    }
    let margin = " ".repeat(cells(&sign));
    let last = inner.rows.len() - 1;
    let mut rows = vec![format!("{margin}┌{}", "─".repeat(inner.width + 2))];
    rows.extend(inner.rows.iter().enumerate().map(|(n, row)| {
        let foot = if n == last { &sign } else { &margin };
        format!("{foot}│ {row} ")
    }));
    let width = cells(&sign) + inner.width + 3;
    Block { rows, width, base: inner.base + 1, left: Class::Tall, right: Class::Tall }
}

fn fenced(open: &str, body: &[Node], close: &str, style: Style) -> Block {
    let mut parts = blocks(body, style, Fences::Closed);
    let above = parts.iter().map(|part| part.base).max().unwrap_or(0);
    let height = above + 1 + parts.iter().map(Block::below).max().unwrap_or(0);
    let edge = |own: &str, class| if own.is_empty() { Class::Ordinary } else { class };
    let (left, right) = (edge(open, Class::Open), edge(close, Class::Close));
    if height == 1 {
        let inner = beside_each_other(&parts, Class::Open);
        return Block::text(format!("{open}{}{close}", inner.rows[0]), Class::Open).of_class(left, right);
    }
    for part in parts.iter_mut().filter(|part| part.left == Class::Middle && part.is_line()) {
        let rows = grown(&part.rows[0], height);
        *part = Block { base: above, left: Class::Tall, right: Class::Tall, width: cells(&rows[0]), rows };
    }
    let inner = beside_each_other(&parts, Class::Open);
    let pad = |sign: &str| if sign.is_empty() { "" } else { " " };
    let (opening, ending) = (grown(open, height), grown(close, height));
    let rows: Vec<String> = (0..height)
        .map(|n| format!("{}{}{}{}{}", opening[n], pad(open), inner.rows[n], pad(close), ending[n]))
        .collect();
    Block { width: cells(&rows[0]), rows, base: inner.base, left, right }
}

/// A bracket of a height greater than one, from the top down.
fn grown(sign: &str, height: usize) -> Vec<String> {
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

fn grid(grid: &Grid) -> Block {
    let equations = matches!(grid.kind, Kind::Aligned | Kind::Gathered);
    let style = if equations { Style::Display } else { Style::Text };
    let mut rows: Vec<Vec<Block>> = Vec::with_capacity(grid.rows.len());
    for row in &grid.rows {
        let cell = |(column, cell): (usize, &Vec<Node>)| {
            let mut parts = blocks(cell, style, Fences::Closed);
            if equations && column % 2 == 1 {
                // The left side of the equation, so that what follows is no sign.
                parts.insert(0, Block::text("", Class::Ordinary));
            }
            beside_each_other(&parts, Class::Open)
        };
        rows.push(row.iter().enumerate().map(cell).collect());
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width).max().unwrap_or(0))
        .collect();
    let side = |at: usize| match grid.kind {
        Kind::Aligned if at.is_multiple_of(2) && columns > 1 => Side::Right,
        Kind::Aligned | Kind::Cases | Kind::CasesRight => Side::Left,
        Kind::Gathered | Kind::Lines => Side::Middle,
        Kind::Matrix => grid.columns.get(at).or(grid.columns.last()).copied().unwrap_or(Side::Middle),
    };
    let tall = rows.iter().flatten().any(|cell| !cell.is_line());
    let two = rows.len() == 2 && !tall && matches!(grid.kind, Kind::Cases | Kind::CasesRight);
    let mut out: Vec<String> = Vec::new();
    for (n, row) in rows.into_iter().enumerate() {
        if n > 0 && (tall || two) {
            out.push(String::new());
        }
        let mut line: Vec<Block> = Vec::new();
        for (at, width) in widths.iter().enumerate() {
            let cell = row.get(at).cloned().unwrap_or_else(|| Block::text("", Class::Text));
            let between = match grid.kind {
                Kind::Aligned | Kind::Gathered if at % 2 == 1 => 0,
                Kind::Aligned | Kind::Gathered => 4,
                _ => 2,
            };
            if at > 0 {
                line.push(Block::text(" ".repeat(between), Class::Text));
            }
            line.push(cell.widened(*width, side(at)).of_class(Class::Text, Class::Text));
        }
        out.extend(beside_each_other(&line, Class::Open).rows);
    }
    if out.is_empty() {
        return Block::text("", Class::Text);
    }
    let width = out.iter().map(|row| cells(row)).max().unwrap_or(0);
    let rows: Vec<String> = out.iter().map(|row| set_to(row, width, Side::Left)).collect();
    let class = if rows.len() > 1 { Class::Tall } else { Class::Text };
    let inner = Block { base: (rows.len() - 1) / 2, rows, width, left: class, right: class };
    let height = inner.rows.len();
    let brace = |sign| grown(sign, height);
    match grid.kind {
        Kind::Cases => {
            let brace = brace("{");
            let rows = inner.rows.iter().zip(brace).map(|(row, brace)| format!("{brace} {row}")).collect();
            Block { rows, width: inner.width + 2, ..inner }
        }
        Kind::CasesRight => {
            let brace = brace("}");
            let rows = inner.rows.iter().zip(brace).map(|(row, brace)| format!("{row} {brace}")).collect();
            Block { rows, width: inner.width + 2, ..inner }
        }
        _ => inner,
    }
}

fn script(base: &[Node], sub: Option<&[Node]>, sup: Option<&[Node]>, place: Place, style: Style) -> Block {
    let small = is_small(sub, font::lowered) && is_small(sup, font::raised);
    if place == Place::Stacked || place == Place::Limits && (style == Style::Display || !small) {
        return stacked(lay(base, style), sub, sup);
    }
    if is_integral(base) && !small {
        let sign = linear::line(base, true);
        if sign == "∫" {
            let beside = |sign: &str, script: Option<&[Node]>| {
                format!("{sign}{}", script.map_or(String::new(), |script| linear::line(script, true)))
            };
            let rows = [beside("⌠", sup), "⎮".to_owned(), beside("⌡", sub)];
            let width = rows.iter().map(|row| cells(row)).max().unwrap_or(1);
            let rows = rows.iter().map(|row| set_to(row, width, Side::Left)).collect();
            return Block { rows, width, base: 1, left: Class::Tall, right: Class::Tall };
        }
    }
    with_scripts(&lay(base, style), sub, sup)
}

fn is_integral(base: &[Node]) -> bool {
    matches!(base, [Node::Atom(Atom { text, class: Class::Name, .. })] if "∫∬∭∮".contains(text.as_str()))
}

/// Nothing, or something that has a small character for each of its own.
fn is_small(script: Option<&[Node]>, small: fn(char) -> Option<char>) -> bool {
    script.is_none_or(|script| font::all(&linear::line(script, true), small).is_some())
}

/// The lines of a script, none of them broken.
fn script_rows(script: Option<&[Node]>) -> Vec<String> {
    match script {
        None => Vec::new(),
        Some([Node::Grid(Grid { kind: Kind::Lines, rows, .. })]) => {
            rows.iter().map(|row| row.iter().map(|cell| linear::line(cell, true)).collect()).collect()
        }
        Some(script) => vec![linear::line(script, true)],
    }
}

/// Scripts under and over their base.
fn stacked(base: Block, sub: Option<&[Node]>, sup: Option<&[Node]>) -> Block {
    let (under, over) = (script_rows(sub), script_rows(sup));
    let labels = under.iter().chain(&over).map(|row| cells(row)).max().unwrap_or(0);
    let class = if base.left == Class::Relation { Class::Relation } else { Class::Tall };
    let base = if base.is_line() && class == Class::Relation { arrow(base, labels + 2) } else { base };
    let at = over.len() + base.base;
    let rows: Vec<String> = over.into_iter().chain(base.rows).chain(under).collect();
    Block::stack(&rows, at, class)
}

/// An arrow as long as its label.
fn arrow(base: Block, width: usize) -> Block {
    let shaft = "─".repeat(width.saturating_sub(1));
    match base.rows[0].as_str() {
        "→" => Block::text(format!("{shaft}→"), Class::Relation),
        "←" => Block::text(format!("←{shaft}"), Class::Relation),
        _ => base,
    }
}

/// Scripts to the right of their base: small characters where there are some, else higher and lower.
fn with_scripts(base: &Block, sub: Option<&[Node]>, sup: Option<&[Node]>) -> Block {
    let low = sub.map(|sub| linear::line(sub, true));
    let high = sup.map(|sup| linear::line(sup, true));
    let small_low = low.as_ref().map(|low| font::all(low, font::lowered));
    let small_high = high.as_ref().map(|high| font::all(high, font::raised));
    if !base.is_line() {
        let (left, right) = (base.left, base.right);
        let low = small_low.flatten().or(low).unwrap_or_default();
        let high = small_high.flatten().or(high).unwrap_or_default();
        let width = cells(&low).max(cells(&high));
        let last = base.rows.len() - 1;
        let rows = base.rows.iter().enumerate().map(|(n, row)| {
            let script = if n == 0 {
                high.as_str()
            } else if n == last {
                low.as_str()
            } else {
                ""
            };
            format!("{row}{}", set_to(script, width, Side::Left))
        });
        let rows: Vec<String> = rows.collect();
        return Block { rows, width: base.width + width, base: base.base, left, right };
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
        return Block::text(text, left).of_class(left, right);
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
    let rows = rows.iter().map(|row| set_to(row, width, Side::Left)).collect();
    Block { rows, width, base, left, right: if right == Class::Ordinary { Class::Name } else { right } }
}

/// A letter under its accent, if a combining mark does.
fn accented_letter(base: &[Node], sign: &str) -> Option<String> {
    let (mark, _) = linear::mark(sign)?;
    linear::marked(&linear::line(base, true), mark)
}

fn accented(base: &[Node], sign: &str, style: Style) -> Block {
    let inner = lay(base, style);
    if inner.is_line()
        && let Some(text) = accented_letter(base, sign)
    {
        return Block::text(text, inner.left).of_class(inner.left, inner.right);
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
    Block::stack(&rows, base, Class::Tall)
}
