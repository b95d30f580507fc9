//! Symbols of formulas: a formula can be known only from symbols that its passage or question has.

use std::collections::BTreeSet;

/// What any formula may have without saying what it is: base, index, probability, expectation, order, identity.
const KNOWN: &str = "e i P E O I";

/// Commands that stand for no quantity of their own.
const SIGNS: &str = "sqrt frac tfrac dfrac sum prod log ln exp max min cdot times le leq ge geq ne neq approx infty to mid mathrm text \
    mathbb mathcal mathbf boldsymbol operatorname hat bar tilde partial nabla top lfloor rfloor lceil rceil left right lvert rvert \
    lVert rVert Vert odot otimes oplus circ pm in dots ldots cdots quad tanh sin cos sim propto gg ll int arg Pr pi det diag";

/// Whether each symbol of a formula stands in the formulas or as a letter of its own in `text`. Indices do not count.
pub(super) fn are_given(formula: &str, text: &str) -> bool {
    let is_letter = |word: &str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| is_letter(word));
    let formulas = text.split('$').skip(1).step_by(2);
    let given: BTreeSet<&str> = formulas.flat_map(symbols).chain(words).chain(KNOWN.split(' ')).collect();
    formula.split('$').skip(1).step_by(2).flat_map(symbols).all(|symbol| given.contains(symbol))
}

/// The letters and Greek letters of a formula in LaTeX, without indices and what is said in words.
fn symbols(formula: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = formula;
    while let Some(letter) = rest.chars().next() {
        let (head, mut tail) = rest.split_at(letter.len_utf8());
        match letter {
            '\\' => {
                let end = tail.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(tail.len());
                let name = &tail[..end];
                tail = &tail[end..];
                if matches!(name, "text" | "mathrm" | "operatorname") {
                    tail = behind_group(tail);
                } else if !name.is_empty() && !SIGNS.split_whitespace().any(|sign| sign == name) {
                    found.push(name);
                }
            }
            '_' => tail = behind_group(tail),
            _ if letter.is_ascii_alphabetic() => found.push(head),
            _ => {}
        }
        rest = tail;
    }
    found
}

/// What stands behind a group in braces, a command or one letter.
fn behind_group(text: &str) -> &str {
    let text = text.trim_start();
    if text.starts_with('{') {
        let mut depth = 0;
        for (at, letter) in text.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return &text[at + 1..];
            }
        }
        return "";
    }
    if let Some(command) = text.strip_prefix('\\') {
        return command.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    }
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_given_where_it_stands_in_a_formula_or_alone() {
        for (formula, text, expected) in [
            (r"$\sqrt{d_k}$", "a sum of $d_k$ products of variance 1", true),
            (r"$1/n_{\mathrm{in}}$", "The variance of the weights is …", false),
            (r"$1/n_{\mathrm{in}}$", "With $n_\\mathrm{in}$ inputs it is …", true),
            (r"$\mathrm{diag}(p) - pp^\top$", "The Hessian in the logits is …", false),
            (r"$\mathrm{diag}(p) - pp^\top$", "For probabilities $p$ it is …", true),
            (r"$2/\eta$", "the largest eigenvalue rises to about …", false),
            (r"$2/\eta$", r"at rate $\eta$ it rises to about …", true),
            (r"$A + I$", r"with $\tilde A =$ …", true),
            (r"$O(n^2)$", "for n tokens it is …", true),
            (r"$e^{w_j}$", "a unit more of $x_j$ multiplies the odds by …", false),
            (r"$-x_0$", "At SNR 0 the target is $v = x_T$, so it is …", true),
            ("$3 \\cdot 4 = 12$", "rows", true),
            (r"$x_\alpha", "x has no end", true),
            (r"$\text{a", "no end", true),
            (r"$x_{", "no end, no symbol", false),
        ] {
            let formula = if formula.ends_with('$') { formula.to_owned() } else { format!("{formula}$") };
            assert_eq!(are_given(&formula, text), expected, "{formula} in {text}");
        }
    }
}
