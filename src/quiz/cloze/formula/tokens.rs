//! The tokens of a formula, as LaTeX and keyboards write it.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Longer formulas are not read.
const LONGEST: usize = 300;

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FormulaToken {
    Number(f64),
    Letter(String),
    Function(Function),
    Sign(char),
    Relation(char),
}

/// A function that is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Function {
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
pub(in crate::quiz::cloze) fn raised(text: &str) -> String {
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
pub(super) fn tokens(source: &str, letters: &BTreeSet<String>) -> Option<Vec<FormulaToken>> {
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
