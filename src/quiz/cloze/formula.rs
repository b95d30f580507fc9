//! Formulas by their values: two are the same where they come to the same for any values of their letters.
//!
//! What is read is arithmetic as LaTeX and keyboards write it: fractions, roots, powers, products without a
//! sign, subscripts as a part of their letter, `log`, `exp`. Sums over an index, matrices and sets are not
//! computed; then their letters are compared.

mod tokens;

pub(super) use tokens::raised;

use std::collections::BTreeSet;
use tokens::{FormulaToken, Function, tokens};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Brackets in brackets.
const DEEPEST: usize = 24;

/// Whether a formula says more than a name: it has an operator, or a function.
pub(super) fn is_worth_asking(source: &str) -> bool {
    let inner = source.trim_matches('$');
    let has_sign =
        inner.contains(['+', '=', '/', '^', '<', '>', '(']) || inner.trim_start_matches('-').contains('-');
    let functions =
        ["\\frac", "\\sqrt", "\\cdot", "\\times", "\\log", "\\le", "\\ge", "\\approx", "\\propto", "\\tfrac"];
    has_sign || functions.iter().any(|function| inner.contains(function))
}

/// The value of a text without letters.
pub(super) fn value(text: &str) -> Option<f64> {
    let tokens = tokens(text, &BTreeSet::new())?;
    let has_letters = tokens.iter().any(|token| matches!(token, FormulaToken::Letter(_)));
    if has_letters { None } else { evaluate(&tokens, 0) }
}

/// Whether a text says the same as a formula; nothing where the formula, or the text, cannot be computed.
pub(super) fn agree(typed: &str, formula: &str) -> Option<bool> {
    let own = tokens(formula, &BTreeSet::new())?;
    let letters: BTreeSet<String> = own
        .iter()
        .filter_map(|token| match token {
            FormulaToken::Letter(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    // The order of matrices matters, and values would not see it.
    let is_matrix = |name: &&String| name.chars().next().is_some_and(char::is_uppercase);
    if letters.iter().filter(is_matrix).count() > 1 && !own.contains(&FormulaToken::Sign('/')) {
        return None;
    }
    let typed = tokens(typed, &letters)?;
    let is_relation = |token: &FormulaToken| matches!(token, FormulaToken::Relation(_));
    let sides = |tokens: &[FormulaToken]| -> Vec<Vec<FormulaToken>> {
        tokens.split(is_relation).map(<[FormulaToken]>::to_vec).collect()
    };
    let relations = |tokens: &[FormulaToken]| {
        tokens.iter().filter(|token| is_relation(token)).cloned().collect::<Vec<_>>()
    };
    let (own_sides, mut typed_sides) = (sides(&own), sides(&typed));
    let same_relations = relations(&own) == relations(&typed);
    // `x = 2y`: who types what it is equal to has said it.
    let own_sides = match own_sides.last() {
        Some(last) if typed_sides.len() == 1 && own_sides.len() == 2 => vec![last.clone()],
        _ if same_relations => own_sides,
        _ => return Some(false),
    };
    if own_sides.len() == 1 {
        typed_sides.truncate(1);
    }
    for seed in 1..4 {
        for (one, other) in own_sides.iter().zip(&typed_sides) {
            let one = evaluate(one, seed)?;
            let Some(other) = evaluate(other, seed) else { return Some(false) };
            if (one - other).abs() > 1e-7 * one.abs().max(1e-6) {
                return Some(false);
            }
        }
    }
    Some(true)
}

/// The value of tokens, with values for letters that follow from their names and a number.
fn evaluate(tokens: &[FormulaToken], seed: u64) -> Option<f64> {
    let mut parser = Parser { tokens, at: 0, seed, depth: 0 };
    let value = parser.sum()?;
    (parser.at == tokens.len() && value.is_finite()).then_some(value)
}

struct Parser<'a> {
    tokens: &'a [FormulaToken],
    at: usize,
    seed: u64,
    depth: usize,
}

impl Parser<'_> {
    fn takes(&mut self, sign: char) -> bool {
        let found = self.tokens.get(self.at) == Some(&FormulaToken::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = if self.takes('-') { -self.product()? } else { self.product()? };
        loop {
            if self.takes('+') {
                value += self.product()?;
            } else if self.takes('-') {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.power()?;
        loop {
            if self.takes('*') {
                value *= self.power()?;
            } else if self.takes('/') {
                value /= self.power()?;
            } else if self.starts_factor() {
                value *= self.power()?;
            } else {
                return Some(value);
            }
        }
    }

    fn starts_factor(&self) -> bool {
        matches!(
            self.tokens.get(self.at),
            Some(
                FormulaToken::Number(_)
                    | FormulaToken::Letter(_)
                    | FormulaToken::Function(_)
                    | FormulaToken::Sign('(' | '{')
            )
        )
    }

    fn power(&mut self) -> Option<f64> {
        let base = self.atom()?;
        if self.takes('%') {
            return Some(base / 100.0);
        }
        if !self.takes('^') {
            return Some(base);
        }
        let is_negative = self.takes('-');
        let exponent = self.power()?;
        Some(base.powf(if is_negative { -exponent } else { exponent }))
    }

    fn atom(&mut self) -> Option<f64> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        let value = match token {
            FormulaToken::Number(value) => *value,
            FormulaToken::Letter(name) => self.letter(name),
            FormulaToken::Sign('(') => self.closed(')')?,
            FormulaToken::Sign('{') => self.closed('}')?,
            FormulaToken::Function(Function::Fraction) => {
                let above = self.atom()?;
                above / self.atom()?
            }
            FormulaToken::Function(function) => {
                let inner = self.power()?;
                match function {
                    Function::Sqrt => inner.sqrt(),
                    Function::Log => inner.ln(),
                    Function::Exp | Function::Fraction => inner.exp(),
                }
            }
            FormulaToken::Sign(_) | FormulaToken::Relation(_) => return None,
        };
        self.depth -= 1;
        Some(value)
    }

    fn closed(&mut self, sign: char) -> Option<f64> {
        let value = self.sum()?;
        self.takes(sign).then_some(value)
    }

    fn letter(&self, name: &str) -> f64 {
        match name {
            "e" => std::f64::consts::E,
            "pi" => std::f64::consts::PI,
            _ => 1.1 + (xxh3_64_with_seed(name.as_bytes(), self.seed) % 1_000_003) as f64 / 600_000.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_have_values() {
        for (text, expected) in [
            ("1/4", Some(0.25)),
            ("\\frac{1}{4}", Some(0.25)),
            ("4^{-10}", Some(4f64.powi(-10))),
            ("2 \\cdot 10^6", Some(2e6)),
            ("-2^2", Some(-4.0)),
            ("2(3+1)", Some(8.0)),
            ("50%", Some(0.5)),
            ("x", None),
            ("1/0", None),
            ("((", None),
            ("", None),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
        for hostile in
            ["(".repeat(299), "^".repeat(200), "\\frac".repeat(50), "√".repeat(90), "9^".repeat(140)]
        {
            let _ = value(&hostile);
        }
    }

    #[test]
    fn what_is_no_arithmetic_has_no_value() {
        assert_eq!(agree("sum x_i", "$\\sum_i x_i$"), None);
        assert_eq!(agree("KQ", "$QK$"), None, "the order of matrices matters");
        assert_eq!(agree("2y", "$x = 2y$"), Some(true));
        assert_eq!(agree("x = 3y", "$x = 2y$"), Some(false));
    }
}
