//! Formulas by their values: two are the same where they come to the same for any values of their letters.
//!
//! What is read is arithmetic as LaTeX and keyboards write it: fractions, roots, powers, products without a
//! sign, subscripts as a part of their letter, `log`, `exp`. Sums over an index, matrices and sets are not
//! computed; then their letters are compared.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Longer formulas are not read.
const LONGEST: usize = 300;
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

#[derive(Debug, Clone, PartialEq)]
enum FormulaToken {
    Number(f64),
    Letter(String),
    Function(Function),
    Sign(char),
    Relation(char),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Function {
    Sqrt,
    Log,
    Exp,
    Fraction,
}

const FUNCTIONS: [(&str, Function); 7] = [
    ("sqrt", Function::Sqrt),
    ("ln", Function::Log),
    ("log", Function::Log),
    ("exp", Function::Exp),
    ("tfrac", Function::Fraction),
    ("dfrac", Function::Fraction),
    ("frac", Function::Fraction),
];

/// Commands that stand for a sign; others are letters.
const SIGNS: [(&str, &str); 12] = [
    ("cdot", "*"),
    ("times", "*"),
    ("left", ""),
    ("right", ""),
    ("le", "≤"),
    ("leq", "≤"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("approx", "≈"),
    ("propto", "∝"),
    ("quad", " "),
    ("top", "T"),
];
/// What cannot be computed.
const BEYOND: &[&str] = &[
    "sum", "prod", "int", "mathbb", "begin", "lim", "max", "min", "arg", "odot", "partial", "nabla", "lVert",
    "rVert", "in", "to", "mid", "forall", "cap", "cup", "hat", "bar", "tilde",
];
const GREEK: &str = "α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon η eta θ theta λ lambda μ mu π pi ρ rho σ sigma τ tau \
    φ phi ϕ phi χ chi ψ psi ω omega κ kappa ν nu ξ xi ζ zeta Δ Delta Σ Sigma Ω Omega";

/// The Latin name of a Greek letter.
fn greek(letter: char) -> Option<&'static str> {
    let mut words = GREEK.split_whitespace();
    while let (Some(sign), Some(name)) = (words.next(), words.next()) {
        if sign.chars().eq([letter]) {
            return Some(name);
        }
    }
    None
}

/// A text whose raised figures are powers: `n²` is `n^2`.
pub(super) fn raised(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match RAISED.iter().position(|raised| *raised == letter) {
            Some(figure) => out.push_str(&format!("^{figure}")),
            None => out.push(letter),
        }
    }
    out
}

/// The tokens of a formula. `letters` are names that may be written without their subscript's mark.
fn tokens(source: &str, letters: &BTreeSet<String>) -> Option<Vec<FormulaToken>> {
    if source.len() > LONGEST {
        return None;
    }
    let source = raised(source).replace('−', "-").replace("{,}", "");
    let text: Vec<char> = source.nfkc().filter(|letter| *letter != '$').collect();
    let mut reader = FormulaReader { text: &text, at: 0, letters };
    let mut found = Vec::new();
    while let Some(token) = reader.next()? {
        found.push(token);
    }
    Some(found)
}

struct FormulaReader<'a> {
    text: &'a [char],
    at: usize,
    letters: &'a BTreeSet<String>,
}

impl FormulaReader<'_> {
    /// The next token, or none at the end; fails at what is no arithmetic.
    fn next(&mut self) -> Option<Option<FormulaToken>> {
        while self.text.get(self.at).is_some_and(|letter| letter.is_whitespace()) {
            self.at += 1;
        }
        let Some(letter) = self.text.get(self.at).copied() else { return Some(None) };
        if letter.is_ascii_digit() || letter == '.' {
            return self.number().map(Some);
        }
        if letter == '\\' {
            return self.command();
        }
        if letter.is_alphabetic() {
            return self.name().map(Some);
        }
        self.at += 1;
        Some(Some(match letter {
            '+' | '-' | '*' | '/' | '^' | '(' | ')' | '{' | '}' | '%' | '!' => FormulaToken::Sign(letter),
            '[' => FormulaToken::Sign('('),
            ']' => FormulaToken::Sign(')'),
            '·' | '×' | '⋅' => FormulaToken::Sign('*'),
            '÷' => FormulaToken::Sign('/'),
            '√' => FormulaToken::Function(Function::Sqrt),
            '=' | '<' | '>' | '≤' | '≥' | '≈' | '∝' => FormulaToken::Relation(letter),
            _ => return None,
        }))
    }

    fn number(&mut self) -> Option<FormulaToken> {
        let start = self.at;
        let is_part = |letter: &char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
        while self.text.get(self.at).is_some_and(is_part) {
            self.at += 1;
        }
        // `1e6`
        if let [e @ ('e' | 'E'), figure, ..] = &self.text[self.at..]
            && figure.is_ascii_digit()
            && !self.letters.contains(&e.to_string())
        {
            self.at += 1;
            while self.text.get(self.at).is_some_and(char::is_ascii_digit) {
                self.at += 1;
            }
        }
        let digits: String = self.text[start..self.at].iter().filter(|letter| **letter != ',').collect();
        digits.parse().ok().map(FormulaToken::Number)
    }

    fn word(&mut self) -> String {
        let start = self.at;
        while self.text.get(self.at).is_some_and(char::is_ascii_alphabetic) {
            self.at += 1;
        }
        self.text[start..self.at].iter().collect()
    }

    fn command(&mut self) -> Option<Option<FormulaToken>> {
        self.at += 1;
        let word = self.word();
        if word.is_empty() {
            // `\,` and its kin are spaces, `\%` is a sign.
            let sign = self.text.get(self.at).copied()?;
            self.at += 1;
            return if sign == '%' { Some(Some(FormulaToken::Sign('%'))) } else { self.next() };
        }
        if BEYOND.contains(&word.as_str()) {
            return None;
        }
        if let Some((_, function)) = FUNCTIONS.iter().find(|(name, _)| *name == word) {
            return Some(Some(FormulaToken::Function(*function)));
        }
        if let Some((_, sign)) = SIGNS.iter().find(|(name, _)| *name == word) {
            return match sign.chars().next() {
                None | Some(' ') => self.next(),
                Some('*') => Some(Some(FormulaToken::Sign('*'))),
                Some(letter @ 'T') => Some(Some(FormulaToken::Letter(letter.to_string()))),
                Some(relation) => Some(Some(FormulaToken::Relation(relation))),
            };
        }
        if ["text", "mathrm", "operatorname", "mathbf", "mathit"].contains(&word.as_str()) {
            let name = self.group();
            return Some(Some(match FUNCTIONS.iter().find(|(known, _)| *known == name) {
                Some((_, function)) => FormulaToken::Function(*function),
                None => FormulaToken::Letter(format!("{name}{}", self.subscript())),
            }));
        }
        Some(Some(FormulaToken::Letter(format!("{word}{}", self.subscript()))))
    }

    /// A letter with its subscript, or a function.
    fn name(&mut self) -> Option<FormulaToken> {
        let rest: String = self.text[self.at..].iter().take(24).collect();
        let known =
            self.letters.iter().filter(|name| rest.starts_with(name.as_str())).max_by_key(|name| name.len());
        // A function with its bracket is no product of letters: `exp(x)` where there is an `e`.
        let is_called = |name: &str| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('('));
        let is_function = FUNCTIONS.iter().any(|(name, _)| is_called(name));
        if let Some(known) = known.filter(|_| !is_function) {
            self.at += known.chars().count();
            return Some(FormulaToken::Letter(format!("{known}{}", self.subscript())));
        }
        let functions = FUNCTIONS.iter().filter(|(name, _)| rest.starts_with(name));
        if let Some((name, function)) = functions.max_by_key(|(name, _)| name.len()) {
            self.at += name.len();
            return Some(FormulaToken::Function(*function));
        }
        let letter = self.text[self.at];
        self.at += 1;
        let name = greek(letter).map_or_else(|| letter.to_string(), str::to_owned);
        Some(FormulaToken::Letter(format!("{name}{}", self.subscript())))
    }

    /// What stands in braces, without its signs.
    fn group(&mut self) -> String {
        if self.text.get(self.at) != Some(&'{') {
            let letter = self.text.get(self.at).copied();
            self.at += usize::from(letter.is_some());
            return letter.filter(|letter| letter.is_alphanumeric()).map(String::from).unwrap_or_default();
        }
        let (mut depth, mut name) = (0, String::new());
        while let Some(letter) = self.text.get(self.at).copied() {
            self.at += 1;
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            if letter.is_alphanumeric() {
                name.push(letter);
            }
            if depth == 0 {
                break;
            }
        }
        name
    }

    fn subscript(&mut self) -> String {
        if self.text.get(self.at) != Some(&'_') {
            return String::new();
        }
        self.at += 1;
        self.group()
    }
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
