//! Formulas: LaTeX into lines of Unicode text.
//!
//! [`line`] is what stands in running text, [`rows`] what stands on its own. Spaces come only before
//! operators and after commas, where a line may break; the space after an operator does not break.

mod font;
mod guard;

use pulldown_latex::event::{
    Content, DelimiterType, DimensionUnit, EnvironmentFlow, Event, Font, Grouping, ScriptPosition,
    ScriptType, StateChange, Visual,
};
use pulldown_latex::{Parser, Storage};
use unicode_segmentation::UnicodeSegmentation;

/// Macros may expand without end; no formula of a note comes near this.
const MAX_EVENTS: usize = 20_000;
/// Groups nested deeper than this are shown as source.
const MAX_DEPTH: usize = 40;
/// Does not break a line.
const FIXED_SPACE: char = '\u{a0}';

/// The formula on one line, or its source where it cannot be read.
pub(super) fn line(source: &str) -> String {
    let shown = || source.split_whitespace().collect::<Vec<_>>().join(" ");
    read(source).map_or_else(shown, |rows| rows.join("; "))
}

/// The formula's rows: more than one for `aligned` and its kin.
pub(super) fn rows(source: &str) -> Vec<String> {
    let shown = || source.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    read(source).unwrap_or_else(shown)
}

/// A text in subscript characters, or after `_`.
pub(super) fn lowered(text: &str) -> String {
    font::all(text, font::lowered).unwrap_or_else(|| format!("_{text}"))
}

/// A text in superscript characters, or after `^`.
pub(super) fn raised(text: &str) -> String {
    font::all(text, font::raised).unwrap_or_else(|| format!("^{text}"))
}

fn read(source: &str) -> Option<Vec<String>> {
    let source = guard::admit(source)?;
    read_rows(&source).or_else(|| {
        // Notes use `\\` outside of any environment.
        let wrapped = format!("\\begin{{aligned}}{source}\\end{{aligned}}");
        source.contains("\\\\").then(|| read_rows(&wrapped)).flatten()
    })
}

fn read_rows(source: &str) -> Option<Vec<String>> {
    let storage = Storage::new();
    let events: Vec<Event<'_>> =
        Parser::new(source, &storage).take(MAX_EVENTS).collect::<Result<_, _>>().ok()?;
    if events.len() == MAX_EVENTS {
        return None;
    }
    let mut reader = Reader { events: &events, at: 0, depth: 0 };
    let mut rows = Vec::new();
    for row in reader.rows(None)? {
        let text = set(&row.concat(), false);
        rows.extend(text.split('\n').map(|row| row.trim().to_owned()).filter(|row| !row.is_empty()));
    }
    Some(rows)
}

/// What an atom is to its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Ordinary,
    /// Several letters that are one name: keeps away from other letters.
    Name,
    Binary,
    Relation,
    Open,
    Close,
    Comma,
    Space,
    /// Has its own spaces.
    Text,
    /// Ends a row.
    Row,
}

#[derive(Clone)]
struct Atom {
    text: String,
    class: Class,
    /// More than one thing, so that it needs parentheses where one thing is expected.
    compound: bool,
}

impl Atom {
    fn new(text: impl Into<String>, class: Class) -> Atom {
        Atom { text: text.into(), class, compound: false }
    }
}

/// The cells of one row of an environment.
type Cells = Vec<Vec<Atom>>;

struct Reader<'a> {
    events: &'a [Event<'a>],
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a Event<'a>> {
        let event = self.events.get(self.at)?;
        self.at += 1;
        Some(event)
    }

    /// Rows and cells up to the end of the group; nothing if they nest too deep.
    fn rows(&mut self, outer: Option<Font>) -> Option<Vec<Cells>> {
        let mut font = outer;
        let mut rows = vec![vec![Vec::new()]];
        while let Some(event) = self.next() {
            let row = rows.last_mut().expect("rows begins with one");
            match event {
                Event::End => break,
                Event::EnvironmentFlow(EnvironmentFlow::Alignment) => {
                    row.push(Vec::new());
                    font = outer;
                }
                Event::EnvironmentFlow(EnvironmentFlow::NewLine { .. }) => {
                    rows.push(vec![Vec::new()]);
                    font = outer;
                }
                Event::EnvironmentFlow(_) => {}
                Event::StateChange(StateChange::Font(new)) => font = *new,
                event => {
                    let atoms = self.element(event, font)?;
                    row.last_mut().expect("a row begins with one cell").extend(atoms);
                }
            }
        }
        Some(rows)
    }

    fn one(&mut self, font: Option<Font>) -> Option<Vec<Atom>> {
        match self.next() {
            Some(event) => self.element(event, font),
            None => Some(Vec::new()),
        }
    }

    fn element(&mut self, event: &Event<'_>, font: Option<Font>) -> Option<Vec<Atom>> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let atoms = match event {
            Event::Content(content) => vec![atom(content, font)],
            Event::Begin(grouping) => self.group(grouping, font)?,
            Event::Visual(visual) => self.visual(*visual, font)?,
            Event::Script { ty, position } => self.script(*ty, *position, font)?,
            Event::Space { width, .. } => {
                let em = width.map_or(0.0, |width| match width.unit {
                    DimensionUnit::Em => width.value,
                    DimensionUnit::Mu => width.value / 18.0,
                    _ => width.value / 10.0,
                });
                let spaces = if em >= 0.9 { "  " } else { " " };
                if em > 0.1 { vec![Atom::new(spaces, Class::Space)] } else { Vec::new() }
            }
            Event::End | Event::StateChange(_) | Event::EnvironmentFlow(_) => Vec::new(),
        };
        self.depth -= 1;
        Some(atoms)
    }

    fn group(&mut self, grouping: &Grouping, font: Option<Font>) -> Option<Vec<Atom>> {
        let inner_delimited = matches!(grouping, Grouping::LeftRight(..));
        let rows = self.rows(font)?;
        let list = |between: &str| {
            let set_row = |cells: &Cells| {
                let cells: Vec<String> =
                    cells.iter().map(|cell| set(cell, false).trim().to_owned()).collect();
                cells.join(between)
            };
            let rows: Vec<String> = rows.iter().map(set_row).filter(|row| !row.is_empty()).collect();
            rows.join("; ")
        };
        let atoms = match grouping {
            Grouping::LeftRight(left, right) if inner_delimited => {
                let mut atoms: Vec<Atom> = left.iter().map(|c| Atom::new(bar(*c), Class::Open)).collect();
                let mut inner: Vec<Atom> = rows.into_iter().flatten().flatten().collect();
                // A matrix brings brackets for the case that it stands alone.
                if let ([matrix], Some(_)) = (inner.as_mut_slice(), left)
                    && matrix.class == Class::Text
                    && let Some(bare) = matrix.text.strip_prefix('[').and_then(|text| text.strip_suffix(']'))
                {
                    matrix.text = bare.to_owned();
                }
                atoms.extend(inner);
                atoms.extend(right.iter().map(|c| Atom::new(bar(*c), Class::Close)));
                atoms
            }
            Grouping::Matrix { .. } | Grouping::Array(_) => {
                vec![Atom::new(format!("[{}]", list(" ")), Class::Text)]
            }
            Grouping::Cases { left: true } => {
                vec![Atom::new(format!("{{{}", cases(&list(", "))), Class::Text)]
            }
            Grouping::Cases { left: false } => {
                vec![Atom::new(format!("{}}}", cases(&list(", "))), Class::Text)]
            }
            Grouping::SubArray { .. } => {
                vec![Atom::new(list(" ").replace("; ", ", "), Class::Text)]
            }
            _ => {
                let mut atoms = Vec::new();
                for (n, row) in rows.into_iter().enumerate() {
                    if n > 0 {
                        atoms.push(Atom::new("\n", Class::Row));
                    }
                    atoms.extend(row.into_iter().flatten());
                }
                atoms
            }
        };
        Some(atoms)
    }

    fn visual(&mut self, visual: Visual, font: Option<Font>) -> Option<Vec<Atom>> {
        let first = self.one(font)?;
        let atom = match visual {
            Visual::SquareRoot => Atom::new(format!("√{}", radicand(&first)), Class::Ordinary),
            Visual::Root => {
                let index = set(&self.one(font)?, true);
                let sign = match index.as_str() {
                    "3" => "∛".to_owned(),
                    "4" => "∜".to_owned(),
                    _ => format!("{}√", font::all(&index, font::raised).unwrap_or(format!("({index})"))),
                };
                Atom::new(format!("{sign}{}", radicand(&first)), Class::Ordinary)
            }
            Visual::Fraction(line) => {
                let below = self.one(font)?;
                if line.is_some_and(|line| line.value == 0.0) {
                    let text = format!("{}; {}", set(&first, true), set(&below, true));
                    return Some(vec![Atom::new(text, Class::Text)]);
                }
                let above = if has_operator(&first) { bracketed(&first) } else { set(&first, true) };
                let below = if is_factor(&below) { set(&below, true) } else { bracketed(&below) };
                Atom { text: format!("{above}/{below}"), class: Class::Name, compound: true }
            }
            Visual::Negation => return Some(negated(first)),
        };
        Some(vec![atom])
    }

    fn script(&mut self, ty: ScriptType, position: ScriptPosition, font: Option<Font>) -> Option<Vec<Atom>> {
        let base = self.one(font)?;
        let (sub, sup) = match ty {
            ScriptType::Subscript => (Some(self.one(font)?), None),
            ScriptType::Superscript => (None, Some(self.one(font)?)),
            ScriptType::SubSuperscript => (Some(self.one(font)?), Some(self.one(font)?)),
        };
        if position == ScriptPosition::AboveBelow
            && let Some([Atom { text: sign, .. }]) = sup.as_deref().or(sub.as_deref())
            && let Some(accented) = accented(&base, sign)
        {
            return Some(accented);
        }
        Some(vec![with_scripts(&base, sub.as_deref(), sup.as_deref())])
    }
}

fn atom(content: &Content<'_>, font: Option<Font>) -> Atom {
    match content {
        Content::Text(text) => Atom::new(*text, Class::Text),
        Content::Number(text) => Atom::new(font::styled(text, font), Class::Ordinary),
        Content::Function(text) => Atom::new(*text, Class::Name),
        Content::Ordinary { content, .. } => Atom::new(font::styled(bar(*content), font), Class::Ordinary),
        Content::LargeOp { content, .. } => Atom::new(content.to_string(), Class::Name),
        Content::BinaryOp { content: '/', .. } => Atom { compound: true, ..Atom::new("/", Class::Ordinary) },
        Content::BinaryOp { content: '∗', .. } => Atom::new("*", Class::Binary),
        Content::BinaryOp { content, .. } => Atom::new(content.to_string(), Class::Binary),
        Content::Relation { content, .. } => {
            let mut buffer = [0; 8];
            let text = std::str::from_utf8(content.encode_utf8_to_buf(&mut buffer)).unwrap_or("?");
            match text {
                "∣" => Atom::new("|", Class::Ordinary),
                ":" => Atom::new(":", Class::Comma),
                _ => Atom::new(text, Class::Relation),
            }
        }
        Content::Delimiter { content, ty, .. } => {
            let class = match ty {
                DelimiterType::Open => Class::Open,
                DelimiterType::Close => Class::Close,
                DelimiterType::Fence => Class::Ordinary,
            };
            Atom::new(bar(*content), class)
        }
        Content::Punctuation(c) => Atom::new(c.to_string(), Class::Comma),
    }
}

/// Bars that take one cell everywhere.
fn bar(c: char) -> String {
    match c {
        '∥' => "‖".to_owned(),
        '∣' => "|".to_owned(),
        c => c.to_string(),
    }
}

/// Joins atoms with the spaces that belong between them; `tight` without any that can be spared.
fn set(atoms: &[Atom], tight: bool) -> String {
    let mut out = String::new();
    let mut before = Class::Open;
    let words = |class: Class| matches!(class, Class::Name | Class::Ordinary | Class::Text);
    for (at, atom) in atoms.iter().enumerate() {
        let mut class = atom.class;
        let starts = matches!(
            before,
            Class::Open | Class::Binary | Class::Relation | Class::Comma | Class::Row | Class::Space
        );
        if class == Class::Binary && starts {
            // A sign, not an operator.
            class = Class::Open;
        }
        let spaced = out.ends_with([' ', FIXED_SPACE]) || out.is_empty();
        match class {
            Class::Binary | Class::Relation if !tight => {
                if !spaced {
                    out.push(' ');
                }
                out.push_str(&atom.text);
                if at + 1 < atoms.len() {
                    out.push(FIXED_SPACE);
                }
            }
            Class::Comma => {
                out.push_str(&atom.text);
                if !tight && at + 1 < atoms.len() {
                    out.push(' ');
                }
            }
            Class::Space if spaced => {}
            Class::Text => out.push_str(&atom.text),
            _ => {
                let name = class == Class::Name || before == Class::Name;
                let after_close = class == Class::Name && before == Class::Close;
                if !spaced && ((name && words(class) && words(before)) || after_close) {
                    out.push(FIXED_SPACE);
                }
                out.push_str(&atom.text);
            }
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

/// The base with the accent that stands over it, or nothing if the sign is no accent.
fn accented(base: &[Atom], sign: &str) -> Option<Vec<Atom>> {
    let (mark, name) = match sign {
        "^" | "ˆ" => ('\u{302}', "hat"),
        "‾" | "¯" | "ˉ" => ('\u{304}', "bar"),
        "~" | "˜" | "∼" => ('\u{303}', "tilde"),
        "˙" => ('\u{307}', "dot"),
        "¨" => ('\u{308}', "ddot"),
        "→" | "⃗" => ('\u{20d7}', "vec"),
        "ˇ" => ('\u{30c}', "check"),
        "˘" => ('\u{306}', "breve"),
        "_" | "⏟" | "⏞" | "⏝" | "⏜" | "⎵" | "⎴" => return Some(base.to_vec()),
        _ => return None,
    };
    let text = set(base, true);
    let shown = match text.graphemes(true).count() {
        1 => format!("{text}{mark}"),
        _ => format!("{name}({text})"),
    };
    Some(vec![Atom::new(shown, Class::Ordinary)])
}

fn with_scripts(base: &[Atom], sub: Option<&[Atom]>, sup: Option<&[Atom]>) -> Atom {
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

/// A script in small characters if there is one for each, else after its sign.
fn script(atoms: &[Atom], sign: char, small: fn(char) -> Option<char>) -> String {
    let text = set(atoms, true);
    if let Some(small) = font::all(&text, small) {
        return small;
    }
    let word = text.chars().all(char::is_alphanumeric) || text.graphemes(true).count() == 1;
    if word || is_enclosed(atoms) { format!("{sign}{text}") } else { format!("{sign}({text})") }
}

/// The commas that authors write before `&` are already there.
fn cases(list: &str) -> String {
    list.replace(",, ", ", ").replace(", , ", ", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_one_line_of_unicode() {
        let rows = [
            (r"\alpha+\beta\le\Gamma", "α + β ≤ Γ"),
            (r"x_1^2", "x₁²"),
            (r"h_t", "hₜ"),
            (r"h_{t-1}", "hₜ₋₁"),
            (r"x^{t}", "xᵗ"),
            (r"W_q", "W_q"),
            (r"W_q^T", "W_q^T"),
            (r"W^T", "Wᵀ"),
            (r"W^\top x", "Wᵀx"),
            (r"C_{q-1}", "C_(q−1)"),
            (r"d_{model}x", "d_model x"),
            (r"e^{-x^2/2}", "e^(−x²/2)"),
            (r"e^{-x}", "e⁻ˣ"),
            (r"\frac{a}{b}", "a/b"),
            (r"\frac{a+b}{c-d}", "(a+b)/(c−d)"),
            (r"\frac{1}{2\sigma^2}", "1/(2σ²)"),
            (r"\frac{\partial L}{\partial w}", "∂L/∂w"),
            (r"\frac{1}{n}\sum_{i=1}^{n}x_i", "1/n ∑ᵢ₌₁ⁿ xᵢ"),
            (r"\frac12 x", "1/2 x"),
            (r"\sigma(x)=\frac{1}{1+e^{-x}}", "σ(x) = 1/(1+e⁻ˣ)"),
            (r"\sqrt{x}", "√x"),
            (r"\sqrt{x+1}", "√(x+1)"),
            (r"\sqrt[3]{x}", "∛x"),
            (r"\sqrt{d_k}", "√dₖ"),
            (r"\hat{x}", "x\u{302}"),
            (r"\bar x", "x\u{304}"),
            (r"\tilde{\theta}", "θ\u{303}"),
            (r"\vec v", "v\u{20d7}"),
            (r"\overline{AB}", "bar(AB)"),
            (r"\mathbb{E}[x]", "𝔼[x]"),
            (r"\mathbb{R}^n", "ℝⁿ"),
            (r"\mathcal{L}(\theta)", "ℒ(θ)"),
            (r"\mathrm{KL}(p\|q)", "KL(p‖q)"),
            (r"\mathbf{W}x+b", "Wx + b"),
            (r"\text{softmax}(z_i)", "softmax(zᵢ)"),
            (r"\operatorname{softmax}(z)", "softmax(z)"),
            (r"\operatorname*{argmax}_\theta p", "argmax_θ p"),
            (r"\arg\max_x f(x)", "arg maxₓ f(x)"),
            (r"\log p(x|y)", "log p(x|y)"),
            (r"\log(x)", "log(x)"),
            (r"-\log x", "−log x"),
            (r"p(x\mid y)", "p(x|y)"),
            (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
            (r"f_t\odot C_{t-1}+i_t\odot g", "fₜ ⊙ Cₜ₋₁ + iₜ ⊙ g"),
            (r"\nabla_\theta J", "∇_θ J"),
            (r"\prod_{i}", "∏ᵢ"),
            (r"\lim_{x\to 0}f", "lim_(x→0) f"),
            (r"\int_0^1 x\,dx", "∫₀¹ x dx"),
            (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "(a b; c d)"),
            (r"\begin{bmatrix}1&0\\0&1\end{bmatrix}", "[1 0; 0 1]"),
            (r"\begin{matrix}a&b\\c&d\end{matrix}", "[a b; c d]"),
            (r"f=\begin{cases}x,&x>0\\0&x\le0\end{cases}", "f = {x, x > 0; 0, x ≤ 0"),
            (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
            (r"a=b\\c=d", "a = b; c = d"),
            (r"\binom{n}{k}", "(n; k)"),
            (r"\underbrace{x+y}_{n}", "(x+y)ₙ"),
            (r"x\in\mathbb{R}^{m\times n}", "x ∈ ℝ^(m×n)"),
            (r"a\neq b,c\approx d", "a ≠ b, c ≈ d"),
            (r"a\not= b", "a ≠ b"),
            (r"f'(x)", "f′(x)"),
            (r"x^*", "x^*"),
            (r"a^{[l]}", "a^[l]"),
            (r"x^{(i)}", "x⁽ⁱ⁾"),
            (r"D_{KL}", "D_KL"),
            (r"\mathbf{W}^{(l)\top}", "W⁽ˡ⁾ᵀ"),
            (r"90^\circ", "90°"),
            (r"\|x\|_2", "‖x‖₂"),
            (r"\|w\|^2", "‖w‖²"),
            (r"1,2,\ldots,n", "1,2, …, n"),
            (r"O(n\log n)", "O(n log n)"),
            (r"\boldsymbol{\mu}\pm\bm{x}", "μ ± x"),
            (r"\text{如果 }x>0", "如果 x > 0"),
            (r"损失=x", "损失 = x"),
            (r"p\%", "p%"),
            (r"\frac{", r"\frac{"),
            (r"\unknown{x}", r"\unknown{x}"),
            ("", ""),
        ];
        for (source, expected) in rows {
            assert_eq!(line(source).replace(FIXED_SPACE, " "), expected, "{source}");
        }
    }

    #[test]
    fn hostile_formulas_end_soon() {
        let pieces = [
            "\\frac",
            "\\sqrt",
            "\\sqrt{",
            "\\sqrt[",
            "\\sqrt[3]",
            "{",
            "}",
            "^",
            "_",
            "x^{",
            "\\left(",
            "\\hat",
            "\\not",
            "\\textcolor{red}",
            "\\overset",
            "\\begin{aligned}",
            "\\begin{matrix}",
            "&",
            "\\\\",
            "'",
            "\\mathbf ",
            "\\def\\a{\\a\\a}\\a",
            "\\newcommand{\\b}{x}",
            "\\text{",
            "中",
            "\\",
            "\\frac{a}",
            "\\underbrace",
            "\\substack{",
            "\\overset{a}",
            "\\sqrt [a] ",
            "\\mathop",
            "\\big",
            "\\color{red}",
            "\\frac%\n",
        ];
        for piece in pieces {
            for count in [3, 70, 300, 20_000] {
                let source = piece.repeat(count);
                line(&source);
                line(&format!("{source}x{}", "}".repeat(count)));
            }
        }
    }
}
