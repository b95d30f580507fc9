//! Formulas: LaTeX into lines of Unicode text, or into blocks of cells where one line does not do.

mod block;
mod font;
mod guard;
mod linear;
mod tree;

use ratatui::style::Style;
use ratatui::text::Span;

use super::wrap::{Glue, Piece, ScreenRow, inside, wrap};
use tree::{Grid, GridKind, MathNode};

/// The formula on one line, or its source where it cannot be read.
pub(super) fn line(source: &str, style: Style) -> Vec<Piece> {
    match tree::read(source) {
        Some(nodes) => pieces(&linear_rows(&nodes).join("; "), style),
        None => vec![word(source.split_whitespace().collect::<Vec<_>>().join(" "), style)],
    }
}

/// A formula on lines of its own.
#[derive(Default)]
pub(super) struct Display {
    pub(super) rows: Vec<ScreenRow>,
    /// The row on which the first line of the formula stands: where a list marker belongs.
    pub(super) base: usize,
}

/// The formula on lines of its own, indented by two cells, what continues a line by four.
pub(super) fn display(source: &str, style: Style, width: usize) -> Display {
    let Some(nodes) = tree::read(source) else {
        let lines = source.lines().map(str::trim).filter(|line| !line.is_empty());
        let rows = lines.flat_map(|line| wrapped(&[word(line.to_owned(), style)], width)).collect();
        return Display { rows, base: 0 };
    };
    tall(&nodes, style, width).unwrap_or_else(|| {
        let rows = linear_rows(&nodes);
        Display { rows: rows.iter().flat_map(|row| wrapped(&pieces(row, style), width)).collect(), base: 0 }
    })
}

/// Whether the formula reads badly on one line.
pub(super) fn is_tall(source: &str) -> bool {
    tree::read(source).is_some_and(|nodes| block::is_wanted(&nodes))
}

/// A text in subscript characters, or after `_`.
pub(super) fn lowered(text: &str) -> String {
    font::all(text, font::lowered).unwrap_or_else(|| format!("_{text}"))
}

/// A text in superscript characters, or after `^`.
pub(super) fn raised(text: &str) -> String {
    font::all(text, font::raised).unwrap_or_else(|| format!("^{text}"))
}

/// More than one for `aligned` and its kin.
fn linear_rows(nodes: &[MathNode]) -> Vec<String> {
    let mut rows = match nodes {
        [MathNode::Grid(Grid { kind: GridKind::Aligned | GridKind::Gathered, rows, .. })] => {
            rows.iter().map(|row| linear::row(row)).collect()
        }
        nodes => vec![linear::line(nodes, false).trim().to_owned()],
    };
    rows.retain(|row| !row.is_empty());
    rows
}

fn tall(nodes: &[MathNode], style: Style, width: usize) -> Option<Display> {
    if !block::is_wanted(nodes) {
        return None;
    }
    let rest = inside(width, 4);
    let (first, indents) = if rest == width { (width, ["", ""]) } else { (width - 2, ["  ", "    "]) };
    let block::FormulaLines { lines, base } = block::lines(nodes, first, rest)?;
    let row = |(line, continues): &(String, bool)| {
        let line = line.trim_end().replace(linear::FIXED_SPACE, " ");
        let mut row = ScreenRow::new();
        if !line.is_empty() {
            row.push(Span::raw(indents[usize::from(*continues)]));
            row.extend(
                font::stretches(&line, style).into_iter().map(|(text, style)| Span::styled(text, style)),
            );
        }
        row
    };
    Some(Display { rows: lines.iter().map(row).collect(), base })
}

fn wrapped(pieces: &[Piece], width: usize) -> Vec<ScreenRow> {
    let room = inside(width, 4);
    if room == width {
        return wrap(pieces, width, width);
    }
    let mut rows = wrap(pieces, width - 2, room);
    for (n, row) in rows.iter_mut().enumerate() {
        row.insert(0, Span::raw(if n == 0 { "  " } else { "    " }));
    }
    rows
}

fn pieces(text: &str, style: Style) -> Vec<Piece> {
    let stretches = font::stretches(text, style).into_iter();
    stretches.map(|(text, style)| Piece { text, style, glue: Glue::Word }).collect()
}

fn word(text: String, style: Style) -> Piece {
    Piece { text, style, glue: Glue::Word }
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
            (r"x^*", "x*"),
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
            let shown: String = line(source, Style::new()).iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(shown.replace(linear::FIXED_SPACE, " "), expected, "{source}");
        }
    }

    fn end(source: &str) {
        line(source, Style::new());
        for width in [1, 20, 90] {
            display(source, Style::new(), width);
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
                end(&source);
                end(&format!("{source}x{}", "}".repeat(count)));
            }
        }
    }
}
