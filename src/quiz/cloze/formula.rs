//! Formulas by their values: two are the same where they come to the same for any values of their letters.
//!
//! What is read is arithmetic as LaTeX and keyboards write it: fractions, roots, powers, products without a
//! sign, subscripts as a part of their letter, `log`, `exp`. Sums over an index, matrices and sets are not
//! computed; then their letters are compared.

mod names;
mod spoken;
mod tokens;
#[cfg(test)]
mod variants;

pub(super) use names::{is_letter, of_sign};
pub(super) use spoken::in_signs;
pub(super) use tokens::raised;

use names::KnownNames;
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
    let tokens = tokens(text, &KnownNames::default())?;
    let has_letters = tokens.iter().any(|token| matches!(token, FormulaToken::Letter(_)));
    if has_letters { None } else { evaluate(&tokens, 0) }
}

/// Whether a text says the same as a formula; nothing where the formula, or the text, cannot be computed.
pub(super) fn agree(typed: &str, formula: &str) -> Option<bool> {
    let own = tokens(formula, &KnownNames::default())?;
    let names = names_in(&own);
    if has_matrices(&own, &names) {
        return None;
    }
    let typed = tokens(typed, &KnownNames::new(names))?;
    says_the_same(&sides(&typed), &sides(&own)?)
}

/// Whether they are the same but for letters that are large in one and small in the other.
pub(super) fn agree_but_for_capitals(typed: &str, formula: &str) -> bool {
    let small = |tokens: &[FormulaToken]| -> Vec<FormulaToken> {
        let one = |token: &FormulaToken| match token {
            FormulaToken::Letter(name) => FormulaToken::Letter(name.to_lowercase()),
            other => other.clone(),
        };
        tokens.iter().map(one).collect()
    };
    let Some(own) = tokens(formula, &KnownNames::default()) else { return false };
    let (names, own) = (names_in(&own), small(&own));
    let own_names = names_in(&own);
    if own_names.len() < names.len() || has_matrices(&own, &names) {
        return false;
    }
    let typed = tokens(&typed.to_lowercase(), &KnownNames::new(own_names));
    typed.is_some_and(|typed| {
        sides(&own).and_then(|own| says_the_same(&sides(&small(&typed)), &own)) == Some(true)
    })
}

fn names_in(tokens: &[FormulaToken]) -> BTreeSet<String> {
    let name = |token: &FormulaToken| match token {
        FormulaToken::Letter(name) => Some(name.clone()),
        _ => None,
    };
    tokens.iter().filter_map(name).collect()
}

/// Whether the order of a product may matter, which values would not see: there are several large letters, and one of
/// them is transposed or is none that sizes are called by.
fn has_matrices(tokens: &[FormulaToken], names: &BTreeSet<String>) -> bool {
    const SIZES: &str = "BCDFHKLMNSTVW";
    // `Delta` is a small thing.
    let is_large = |name: &&String| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_uppercase)
            && (!letters.next().is_some_and(char::is_lowercase)
                || name.starts_with("Sigma")
                || name.starts_with("Lambda"))
    };
    let is_size = |name: &String| name.chars().next().is_some_and(|first| SIZES.contains(first));
    let is_transposed = tokens
        .windows(2)
        .any(|pair| pair[0] == FormulaToken::Sign('^') && pair[1] == FormulaToken::Letter("T".to_owned()));
    let has_quotient = tokens.contains(&FormulaToken::Sign('/'));
    let large: Vec<&String> = names.iter().filter(is_large).collect();
    large.len() > 1 && (is_transposed || !has_quotient && !large.iter().all(|name| is_size(name)))
}

/// What stands between relations, and these.
#[derive(Debug)]
struct FormulaSides {
    sides: Vec<Vec<FormulaToken>>,
    relations: Vec<char>,
}

/// The sides of a formula; nothing where its brackets are not closed.
fn sides(tokens: &[FormulaToken]) -> Option<FormulaSides> {
    let (mut sides, mut relations, mut depth) = (vec![Vec::new()], Vec::new(), 0i32);
    for token in tokens {
        match token {
            FormulaToken::Sign('(' | '{') => depth += 1,
            FormulaToken::Sign(')' | '}') => depth -= 1,
            _ => {}
        }
        match token {
            FormulaToken::Relation(sign) if depth == 0 => {
                relations.push(*sign);
                sides.push(Vec::new());
            }
            other => sides.last_mut()?.push(other.clone()),
        }
    }
    (depth == 0).then_some(FormulaSides { sides, relations })
}

/// Whether what was typed says what a formula says; nothing where the formula cannot be computed.
fn says_the_same(typed: &Option<FormulaSides>, own: &FormulaSides) -> Option<bool> {
    let values =
        |side: &[FormulaToken]| -> Option<Vec<f64>> { SEEDS.map(|seed| evaluate(side, seed)).collect() };
    let own_values = own.sides.iter().map(|side| values(side)).collect::<Option<Vec<_>>>()?;
    let Some(typed) = typed else { return Some(false) };
    let Some(typed_values) = typed.sides.iter().map(|side| values(side)).collect::<Option<Vec<_>>>() else {
        return Some(false);
    };
    let same = |one: &[f64], other: &[f64]| {
        one.iter().zip(other).all(|(one, other)| (one - other).abs() <= 1e-7 * one.abs().max(1e-6))
    };
    let all_same = |ones: &[Vec<f64>], others: &[Vec<f64>]| {
        ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| same(one, other))
    };
    let is_name = |side: &[FormulaToken]| matches!(side, [FormulaToken::Letter(_)]);
    let is_equal = |relations: &[char]| matches!(relations, ['=' | '≈']);
    Some(match (&own_values[..], &typed_values[..]) {
        // `x = 2y`: who types what it is equal to has said it.
        ([first, last], [side]) if is_equal(&own.relations) => {
            same(last, side) || !is_name(&own.sides[0]) && same(first, side)
        }
        ([own], [_, last]) if is_equal(&typed.relations) => same(own, last) && is_name(&typed.sides[0]),
        ([first, last], [one, other]) => {
            let turned = typed.relations.first().and_then(|relation| turned(*relation));
            own.relations == typed.relations && all_same(&own_values, &typed_values)
                || own.relations.first().copied() == turned && same(first, other) && same(last, one)
        }
        _ => own.relations == typed.relations && all_same(&own_values, &typed_values),
    })
}

/// A relation with its sides exchanged.
fn turned(relation: char) -> Option<char> {
    Some(match relation {
        '=' | '≈' | '≠' => relation,
        '<' => '>',
        '>' => '<',
        '≤' => '≥',
        '≥' => '≤',
        _ => return None,
    })
}

/// The values of letters that formulas are compared at.
const SEEDS: std::ops::Range<u64> = 1..5;

/// The value of tokens, with values for letters that follow from their names and a number.
fn evaluate(tokens: &[FormulaToken], seed: u64) -> Option<f64> {
    let mut parser = Parser { tokens, at: 0, seed, depth: 0, norms: 0 };
    let value = parser.sum()?;
    (parser.at == tokens.len() && value.is_finite()).then_some(value)
}

struct Parser<'a> {
    tokens: &'a [FormulaToken],
    at: usize,
    seed: u64,
    depth: usize,
    /// Norms that are not closed.
    norms: usize,
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
        match self.tokens.get(self.at) {
            Some(FormulaToken::Sign('‖')) => self.norms == 0,
            Some(token) => matches!(
                token,
                FormulaToken::Number(_)
                    | FormulaToken::Letter(_)
                    | FormulaToken::Function(_)
                    | FormulaToken::Sign('(' | '{')
            ),
            None => false,
        }
    }

    fn power(&mut self) -> Option<f64> {
        let mut base = self.atom()?;
        if self.takes('%') {
            return Some(base / 100.0);
        }
        while self.takes('!') {
            // Any function that no other sign has.
            base = (base * base * base + 2.0).sqrt();
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
            FormulaToken::Sign('‖') => self.norm()?,
            FormulaToken::Function(Function::Fraction) => {
                let above = self.atom()?;
                above / self.atom()?
            }
            FormulaToken::Function(function @ (Function::Most | Function::Least)) => {
                self.of_list(*function)?
            }
            FormulaToken::Function(function) => {
                // `log^2 x`, `sqrt` and its kin of what is right behind.
                let inner = self.power()?;
                match function {
                    Function::Sqrt => inner.sqrt(),
                    Function::Log(base) => inner.ln() / base.ln(),
                    Function::Floor => (inner * inner + 3.0).sqrt(),
                    _ => inner.exp(),
                }
            }
            FormulaToken::Sign(_) | FormulaToken::Relation(_) => return None,
        };
        self.depth -= 1;
        Some(value)
    }

    /// A norm is any function that no other sign has; which norm it is stands behind it as a factor.
    fn norm(&mut self) -> Option<f64> {
        let outer = std::mem::replace(&mut self.norms, 1);
        let inner = self.sum()?;
        self.norms = outer;
        self.takes('‖').then(|| (inner * inner + 5.0).sqrt())
    }

    /// The greatest or the least of a list, as a function that shows each of its parts, in any order.
    fn of_list(&mut self, function: Function) -> Option<f64> {
        if !self.takes('(') && !self.takes('{') {
            return None;
        }
        let norms = std::mem::take(&mut self.norms);
        let mut total = 0.0;
        loop {
            let value = self.sum()?;
            total += (value + if function == Function::Most { 7.0 } else { 11.0 }).abs().powf(1.3);
            if !self.takes(',') {
                break;
            }
        }
        self.norms = norms;
        (self.takes(')') || self.takes('}')).then_some(total)
    }

    /// What stands in brackets: a sum, a list or a relation.
    fn closed(&mut self, sign: char) -> Option<f64> {
        let norms = std::mem::take(&mut self.norms);
        let mut value = self.sum()?;
        while !self.takes(sign) {
            let between = self.tokens.get(self.at)?.clone();
            self.at += 1;
            let other = self.sum()?;
            value = match between {
                FormulaToken::Sign(',') => value * 1.3 + other.powi(2) + 0.7,
                FormulaToken::Relation('<') => joined('>', other, value),
                FormulaToken::Relation('≤') => joined('≥', other, value),
                FormulaToken::Relation(relation @ ('=' | '≈' | '≠')) => {
                    joined(relation, value.max(other), value.min(other))
                }
                FormulaToken::Relation(relation) => joined(relation, value, other),
                _ => return None,
            };
        }
        self.norms = norms;
        Some(value)
    }

    fn letter(&self, name: &str) -> f64 {
        match name {
            "e" => std::f64::consts::E,
            "pi" => std::f64::consts::PI,
            _ => 1.1 + (xxh3_64_with_seed(name.as_bytes(), self.seed) % 1_000_003) as f64 / 600_000.0,
        }
    }
}

/// A value that shows a relation and both of its sides.
fn joined(relation: char, one: f64, other: f64) -> f64 {
    one * 1.7 + other * other * 0.6 + f64::from(relation as u32 % 97) / 10.0
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
