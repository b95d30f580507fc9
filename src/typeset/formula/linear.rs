//! Formulas on one line.
//!
//! Spaces come only before operators and after commas, where a line may break; the space after an
//! operator does not break.

use super::font;
use super::tree::{Atom, Class, Grid, GridKind, MathNode};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Does not break a line.
pub(super) const FIXED_SPACE: char = '\u{a0}';

/// The nodes on one line; `tight` without any spaces that can be spared.
pub(super) fn line(nodes: &[MathNode], tight: bool) -> String {
    set(&atoms(nodes), tight)
}

/// One row as the author wrote it, cells joined.
pub(super) fn row(cells: &[Vec<MathNode>]) -> String {
    let atoms: Vec<Atom> = cells.iter().flat_map(|cell| atoms(cell)).collect();
    set(&atoms, false).trim().to_owned()
}

fn atoms(nodes: &[MathNode]) -> Vec<Atom> {
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            MathNode::Atom(atom) => out.push(atom.clone()),
            MathNode::Fenced { open, close, body } => fenced(open, close, body, &mut out),
            MathNode::Grid(grid) => out.push(grid_on_line(grid)),
            MathNode::Fraction { above, below, line } => out.push(fraction(above, below, *line)),
            MathNode::Root { radicand, index } => out.push(root(radicand, index.as_deref())),
            MathNode::Script { base, sub, sup, .. } => match accent(node) {
                Some((base, sign)) => out.extend(accented(base, sign)),
                None => out.push(with_scripts(&atoms(base), sub.as_deref(), sup.as_deref())),
            },
            MathNode::Negated(inner) => out.extend(negated(atoms(inner))),
        }
    }
    out
}

/// A base and the accent over or under it.
pub(super) fn accent(node: &MathNode) -> Option<(&[MathNode], &str)> {
    let MathNode::Script { base, sub, sup, place: super::tree::ScriptPlace::Stacked } = node else {
        return None;
    };
    let sign = match (sub.as_deref(), sup.as_deref()) {
        (None, Some([MathNode::Atom(sign)])) | (Some([MathNode::Atom(sign)]), None) => sign.text.as_str(),
        _ => return None,
    };
    "^ˆ‾¯ˉ~˜∼˙¨→⃗ˇ˘_⏟⏞⏝⏜⎵⎴".contains(sign).then_some((base, sign))
}

fn fenced(open: &str, close: &str, body: &[MathNode], out: &mut Vec<Atom>) {
    let mut inner = atoms(body);
    // A matrix brings brackets for the case that it stands alone.
    if let ([matrix], false) = (inner.as_mut_slice(), open.is_empty())
        && matrix.class == Class::Text
        && let Some(bare) = matrix.text.strip_prefix('[').and_then(|text| text.strip_suffix(']'))
    {
        matrix.text = bare.to_owned();
    }
    out.extend((!open.is_empty()).then(|| Atom::new(open, Class::Open)));
    out.extend(inner);
    out.extend((!close.is_empty()).then(|| Atom::new(close, Class::Close)));
}

fn grid_on_line(grid: &Grid) -> Atom {
    let list = |between: &str| {
        let set_row = |cells: &Vec<Vec<MathNode>>| {
            let cells: Vec<String> = cells.iter().map(|cell| line(cell, false).trim().to_owned()).collect();
            cells.join(between)
        };
        let rows: Vec<String> = grid.rows.iter().map(set_row).filter(|row| !row.is_empty()).collect();
        rows.join("; ")
    };
    // The commas that authors write before `&` are already there.
    let cases = || list(", ").replace(",, ", ", ").replace(", , ", ", ");
    let text = match grid.kind {
        GridKind::Matrix => format!("[{}]", list(" ")),
        GridKind::Cases => format!("{{{}", cases()),
        GridKind::CasesRight => format!("{}}}", cases()),
        GridKind::Lines => list(" ").replace("; ", ", "),
        GridKind::Aligned | GridKind::Gathered => {
            let rows: Vec<String> = grid.rows.iter().map(|cells| row(cells)).collect();
            rows.join("; ")
        }
    };
    Atom::new(text, Class::Text)
}

fn fraction(above: &[MathNode], below: &[MathNode], line: bool) -> Atom {
    let (above, below) = (atoms(above), atoms(below));
    if !line {
        return Atom::new(format!("{}; {}", set(&above, true), set(&below, true)), Class::Text);
    }
    let above = if has_operator(&above) { bracketed(&above) } else { set(&above, true) };
    let below = if is_factor(&below) { set(&below, true) } else { bracketed(&below) };
    Atom { text: format!("{above}/{below}"), class: Class::Name, compound: true }
}

fn root(nodes: &[MathNode], index: Option<&[MathNode]>) -> Atom {
    let sign = index.map_or_else(|| "√".to_owned(), root_sign);
    Atom::new(format!("{sign}{}", radicand(&atoms(nodes))), Class::Ordinary)
}

/// The sign of a root with an index.
pub(super) fn root_sign(index: &[MathNode]) -> String {
    let index = line(index, true);
    match index.as_str() {
        "" | "2" => "√".to_owned(),
        "3" => "∛".to_owned(),
        "4" => "∜".to_owned(),
        _ => format!("{}√", font::all(&index, font::raised).unwrap_or(format!("({index})"))),
    }
}

/// What stands between two neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    None,
    /// A space at which a line may break.
    Breaking,
    Fixed,
}

/// The gap between two classes, the second one as [`sign`] says it.
pub(super) fn gap(before: Class, class: Class, tight: bool) -> Spacing {
    use Class::{Binary, Close, Comma, Name, Open, Ordinary, Relation, Space, Tall, Text};
    let word = |class| matches!(class, Name | Ordinary | Text);
    match (before, class) {
        // Authors who write a space after a comma want that one.
        (_, Space) => Spacing::None,
        (Binary | Relation, _) if !tight => Spacing::Fixed,
        (_, Binary | Relation) | (Comma, _) if !tight && class != Comma => Spacing::Breaking,
        (Space, _) => Spacing::None,
        (Tall, Close | Comma) | (Open, Tall) => Spacing::None,
        (Tall, _) | (_, Tall) => Spacing::Fixed,
        (_, Text) => Spacing::None,
        (Name, after) if word(after) => Spacing::Fixed,
        (before, Name) if word(before) || before == Close => Spacing::Fixed,
        _ => Spacing::None,
    }
}

/// The class of an operator that has nothing on its left: it is a sign then.
pub(super) fn sign(before: Class, class: Class) -> Class {
    use Class::{Binary, Comma, Open, Relation, Space};
    let alone = matches!(before, Open | Binary | Relation | Comma | Space);
    if class == Binary && alone { Open } else { class }
}

/// Joins atoms with the spaces that belong between them.
fn set(atoms: &[Atom], tight: bool) -> String {
    let mut out = String::new();
    let mut before = Class::Open;
    for atom in atoms {
        let class = sign(before, atom.class);
        let spaced = out.is_empty() || out.ends_with([' ', FIXED_SPACE]);
        match gap(before, class, tight) {
            Spacing::Breaking if !spaced => out.push(' '),
            Spacing::Fixed if !spaced => out.push(FIXED_SPACE),
            _ => {}
        }
        if !(class == Class::Space && spaced) {
            out.push_str(&atom.text);
        }
        before = class;
    }
    out
}

fn radicand(atoms: &[Atom]) -> String {
    match atoms {
        [atom] if !atom.compound && atom.class != Class::Text => atom.text.clone(),
        _ => bracketed(atoms),
    }
}

fn bracketed(atoms: &[Atom]) -> String {
    format!("({})", set(atoms, true))
}

/// Contains a sum, a comparison or a quotient.
fn has_operator(atoms: &[Atom]) -> bool {
    let mut depth = 0;
    for (at, atom) in atoms.iter().enumerate() {
        match atom.class {
            Class::Open => depth += 1,
            Class::Close => depth -= 1,
            Class::Binary | Class::Relation if depth == 0 && at > 0 => return true,
            Class::Text if atom.text.contains(' ') => return true,
            _ if depth == 0 && atom.compound => return true,
            _ => {}
        }
    }
    false
}

/// Stands under a fraction line without parentheses: `x²`, `∂w`, `p(x)`, `(a+b)`.
fn is_factor(atoms: &[Atom]) -> bool {
    if has_operator(atoms) {
        return false;
    }
    let atoms = match atoms {
        [first, rest @ ..] if !rest.is_empty() && matches!(first.text.as_str(), "∂" | "d" | "Δ" | "∇") => {
            rest
        }
        all => all,
    };
    match atoms {
        [] | [_] => true,
        [.., last] if last.class == Class::Close => {
            let opens = atoms.iter().position(|atom| atom.class == Class::Open);
            let closes = atoms.iter().filter(|atom| atom.class == Class::Close).count();
            opens.is_some_and(|at| at <= 1) && closes == 1
        }
        // `\mathrm{KL}` is a name.
        all => all.iter().all(|atom| atom.text.chars().all(|c| c.is_ascii_digit())),
    }
}

/// One pair of brackets around everything.
fn is_enclosed(atoms: &[Atom]) -> bool {
    let mut depth = 0;
    for (at, atom) in atoms.iter().enumerate() {
        depth += i32::from(atom.class == Class::Open) - i32::from(atom.class == Class::Close);
        if depth <= 0 {
            return at > 0 && at + 1 == atoms.len();
        }
    }
    false
}

fn negated(mut atoms: Vec<Atom>) -> Vec<Atom> {
    if let Some(atom) = atoms.first_mut() {
        atom.text = match atom.text.as_str() {
            "=" => "≠".to_owned(),
            "∈" => "∉".to_owned(),
            "≡" => "≢".to_owned(),
            "⊂" => "⊄".to_owned(),
            "∃" => "∄".to_owned(),
            text => {
                let first = text.chars().next().map_or(0, char::len_utf8);
                format!("{}\u{338}{}", &text[..first], &text[first..])
            }
        };
    }
    atoms
}

/// The base with the accent over it, in a way that takes no second line.
fn accented(base: &[MathNode], sign: &str) -> Vec<Atom> {
    let base = atoms(base);
    let Some((mark, name)) = mark(sign) else { return base };
    if let [first, rest @ ..] = base.as_slice()
        && rest.is_empty()
        && let Some(text) = marked(&first.text, mark)
    {
        return vec![Atom { text, ..first.clone() }];
    }
    vec![Atom::new(format!("{name}({})", set(&base, true)), Class::Ordinary)]
}

/// A letter, perhaps with small scripts, under a combining mark.
pub(super) fn marked(text: &str, mark: char) -> Option<String> {
    let first = text.graphemes(true).next()?;
    let rest = &text[first.len()..];
    let small = |c: char| "′*".contains(c) || font::is_small(c);
    rest.chars().all(small).then(|| {
        let letter: String = format!("{first}{mark}").nfc().collect();
        format!("{letter}{rest}")
    })
}

/// The combining mark and the name of an accent; braces and lines under a text have none.
pub(super) fn mark(sign: &str) -> Option<(char, &'static str)> {
    Some(match sign {
        "^" | "ˆ" => ('\u{302}', "hat"),
        "‾" | "¯" | "ˉ" => ('\u{304}', "bar"),
        "~" | "˜" | "∼" => ('\u{303}', "tilde"),
        "˙" => ('\u{307}', "dot"),
        "¨" => ('\u{308}', "ddot"),
        "→" | "⃗" => ('\u{20d7}', "vec"),
        "ˇ" => ('\u{30c}', "check"),
        "˘" => ('\u{306}', "breve"),
        _ => return None,
    })
}

fn with_scripts(base: &[Atom], sub: Option<&[MathNode]>, sup: Option<&[MathNode]>) -> Atom {
    let single = match base {
        [atom] => !atom.compound,
        atoms if is_enclosed(atoms) => true,
        atoms => atoms.iter().all(|atom| atom.class == Class::Ordinary && !atom.compound),
    };
    let class = match base {
        [atom] => atom.class,
        _ => Class::Ordinary,
    };
    let mut text = if single || base.is_empty() { set(base, true) } else { bracketed(base) };
    let low = sub.map(|sub| script(sub, '_', font::lowered));
    let high = sup.map(|sup| script(sup, '^', font::raised));
    let plain = low.as_ref().is_some_and(|low| low.starts_with('_'));
    text.extend(low);
    match (high, sup) {
        // `x_q²` would read as if the q were squared.
        (Some(_), Some(sup)) if plain => text.push_str(&script(sup, '^', |_| None)),
        (high, _) => text.extend(high),
    }
    let long = text.contains(['_', '^']) && !text.ends_with(')') && class == Class::Ordinary;
    Atom::new(text, if long { Class::Name } else { class })
}

/// Stands behind `_` without parentheses: `model`, `<t`.
pub(super) fn is_word(text: &str) -> bool {
    let letters = text.strip_prefix(['<', '>', '≤', '≥']).unwrap_or(text);
    !letters.is_empty() && letters.chars().all(char::is_alphanumeric)
}

/// A script in small characters if there is one for each, else after its sign.
fn script(nodes: &[MathNode], sign: char, small: fn(char) -> Option<char>) -> String {
    let atoms = atoms(nodes);
    let text = set(&atoms, true);
    if let Some(small) = font::all(&text, small) {
        return small;
    }
    let word = is_word(&text) || text.graphemes(true).count() == 1;
    if word || is_enclosed(&atoms) { format!("{sign}{text}") } else { format!("{sign}({text})") }
}
