//! The tokens of a formula, as LaTeX and keyboards write it.

use super::names::{self, KnownNames};
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
    /// A logarithm by its base.
    Log(f64),
    Exp,
    Fraction,
    Floor,
    Most,
    Least,
}

const NATURAL: Function = Function::Log(std::f64::consts::E);

const FUNCTIONS: [(&str, Function); 13] = [
    ("sqrt", Function::Sqrt),
    ("ln", NATURAL),
    ("log2", Function::Log(2.0)),
    ("log10", Function::Log(10.0)),
    ("log", NATURAL),
    ("exp", Function::Exp),
    ("tfrac", Function::Fraction),
    ("dfrac", Function::Fraction),
    ("frac", Function::Fraction),
    ("floor", Function::Floor),
    ("max", Function::Most),
    ("min", Function::Least),
    ("√", Function::Sqrt),
];

/// Commands that stand for a sign; others are letters.
const SIGNS: [(&str, &str); 22] = [
    ("cdot", "*"),
    ("times", "*"),
    ("left", ""),
    ("right", ""),
    ("big", ""),
    ("Big", ""),
    ("bigl", ""),
    ("bigr", ""),
    ("le", "≤"),
    ("leq", "≤"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("ne", "≠"),
    ("approx", "≈"),
    ("propto", "∝"),
    ("quad", " "),
    ("top", "T"),
    ("lVert", "‖"),
    ("rVert", "‖"),
    ("Vert", "‖"),
    ("lvert", "‖"),
    ("rvert", "‖"),
];

/// What cannot be computed.
const BEYOND: &[&str] = &[
    "sum", "prod", "int", "mathbb", "begin", "lim", "arg", "argmax", "argmin", "sup", "odot", "in", "to",
    "mid", "forall", "cap", "cup", "mapsto", "dots", "bmod",
];

/// What keyboards have for a sign.
const TYPED: [(&str, &str); 16] = [
    ("\\lfloor", " floor("),
    ("\\rfloor", ")"),
    ("⌊", " floor("),
    ("⌋", ")"),
    ("**", "^"),
    (">=", "≥"),
    ("=>", "≥"),
    ("<=", "≤"),
    ("!=", "≠"),
    ("~=", "≈"),
    ("\\|", "‖"),
    ("||", "‖"),
    ("∥", "‖"),
    ("−", "-"),
    ("–", "-"),
    ("{,}", ""),
];

/// A text whose raised letters are powers: `n²` is `n^2`, `10⁻⁴` is `10^(-4)`, `2ⁿ` is `2^n`.
pub(in crate::quiz::cloze) fn raised(text: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁱⁿᵃᵇᶜᵈᵉᵏᵐᵖᵗˣᵀᴸᴺᵈʰ";
    const PLAIN: &str = "0123456789+-()inabcdekmptxTLNdh";
    let plain = |letter: char| {
        let at = RAISED.chars().position(|raised| raised == letter)?;
        PLAIN.chars().nth(at)
    };
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(first) = plain(letter) else {
            out.push(letter);
            continue;
        };
        let mut power = String::from(first);
        while let Some(next) = letters.peek().and_then(|next| plain(*next)) {
            power.push(next);
            letters.next();
        }
        match power.len() {
            1 => out.push_str(&format!("^{power}")),
            _ => out.push_str(&format!("^({power})")),
        }
    }
    out
}

/// The tokens of a formula. `known` are the names of the formula it is compared with, which may be written without
/// the marks of their subscripts and signs.
pub(super) fn tokens(source: &str, known: &KnownNames) -> Option<Vec<FormulaToken>> {
    if source.len() > LONGEST {
        return None;
    }
    let mut source = raised(source);
    for (typed, sign) in TYPED {
        source = source.replace(typed, sign);
    }
    let text: Vec<char> = source.nfkd().filter(|letter| *letter != '$').collect();
    let mut reader = FormulaReader { text: &text, at: 0, known };
    let mut found = Vec::new();
    while let Some(token) = reader.next()? {
        found.push(token);
    }
    Some(found)
}

struct FormulaReader<'a> {
    text: &'a [char],
    at: usize,
    known: &'a KnownNames,
}

impl FormulaReader<'_> {
    /// The next token, or none at the end; fails at what is no arithmetic.
    fn next(&mut self) -> Option<Option<FormulaToken>> {
        self.skip_spaces();
        let Some(letter) = self.text.get(self.at).copied() else { return Some(None) };
        if letter.is_ascii_digit() || letter == '.' {
            return self.number().map(Some);
        }
        if letter == '\\' {
            return self.command();
        }
        if letter == 'x' && self.is_between_figures() {
            self.at += 1;
            return Some(Some(FormulaToken::Sign('*')));
        }
        if letter.is_alphabetic() || matches!(letter, '∂' | '∇' | '∞' | '√') {
            return self.name().map(Some);
        }
        self.at += 1;
        Some(Some(match letter {
            '+' | '-' | '*' | '/' | '^' | '(' | ')' | '{' | '}' | '%' | '!' | ',' => {
                FormulaToken::Sign(letter)
            }
            '[' => FormulaToken::Sign('('),
            ']' => FormulaToken::Sign(')'),
            '·' | '×' | '⋅' => FormulaToken::Sign('*'),
            '÷' => FormulaToken::Sign('/'),
            '⊤' => FormulaToken::Letter("T".to_owned()),
            '|' | '‖' => self.norm(),
            // Which norm it is.
            '_' => FormulaToken::Letter(format!("norm_{}", self.group())),
            // `≠` in two parts.
            '=' if self.text.get(self.at) == Some(&'\u{338}') => {
                self.at += 1;
                FormulaToken::Relation('≠')
            }
            '=' | '<' | '>' | '≤' | '≥' | '≈' | '∝' | '≠' => FormulaToken::Relation(letter),
            _ => return None,
        }))
    }

    fn skip_spaces(&mut self) {
        while self.text.get(self.at).is_some_and(|letter| letter.is_whitespace()) {
            self.at += 1;
        }
    }

    /// Whether `x` is a sign: `3x3`, unless the formula has a name like that.
    fn is_between_figures(&self) -> bool {
        let (before, behind) = (&self.text[..self.at], &self.text[self.at + 1..]);
        let is_figure = |letter: Option<&char>| letter.is_some_and(char::is_ascii_digit);
        is_figure(before.iter().rev().find(|letter| **letter != ' '))
            && is_figure(behind.iter().find(|letter| **letter != ' '))
            && self.known.base("x").is_none()
    }

    /// The bars of a norm. The one that is meant without saying so is that of 2.
    fn norm(&mut self) -> FormulaToken {
        if let ['_', '2', ..] = &self.text[self.at..] {
            self.at += 2;
        }
        FormulaToken::Sign('‖')
    }

    fn number(&mut self) -> Option<FormulaToken> {
        let start = self.at;
        let is_digit = |letter: Option<&char>| letter.is_some_and(char::is_ascii_digit);
        while let Some(letter) = self.text.get(self.at) {
            // A comma parts thousands, or the numbers of a list.
            let groups = self.text[self.at + 1..].iter().take_while(|next| next.is_ascii_digit()).count();
            let is_part = letter.is_ascii_digit() || *letter == '.' || *letter == ',' && groups == 3;
            if !is_part {
                break;
            }
            self.at += 1;
        }
        // `1e6`
        if let ['e' | 'E', figure, ..] = &self.text[self.at..]
            && figure.is_ascii_digit()
            && !self.known.has_bare(&self.text[self.at].to_string())
        {
            self.at += 1;
            while is_digit(self.text.get(self.at)) {
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
            return self.called(*function).map(Some);
        }
        if let Some((_, sign)) = SIGNS.iter().find(|(name, _)| *name == word) {
            return match sign.chars().next() {
                None | Some(' ') => self.next(),
                Some('*') => Some(Some(FormulaToken::Sign('*'))),
                Some('‖') => Some(Some(self.norm())),
                Some(letter @ 'T') => Some(Some(FormulaToken::Letter(letter.to_string()))),
                Some(relation) => Some(Some(FormulaToken::Relation(relation))),
            };
        }
        if word == "partial" {
            self.skip_spaces();
            return match self.next()?? {
                FormulaToken::Letter(name) => {
                    Some(Some(FormulaToken::Letter(format!("{}{name}", names::PARTIAL))))
                }
                _ => None,
            };
        }
        if let Some(accent) = names::accent_of_command(&word) {
            let inner = self.group();
            let (base, subscript) = inner.split_once('_').unwrap_or((&inner, ""));
            let subscript = if subscript.is_empty() { self.subscript("") } else { format!("_{subscript}") };
            return Some(Some(FormulaToken::Letter(format!("{base}{accent}{subscript}"))));
        }
        if names::FONTS.contains(&word.as_str()) {
            let name = self.group();
            if let Some((_, function)) = FUNCTIONS.iter().find(|(known, _)| *known == name) {
                return self.called(*function).map(Some);
            }
            let subscript = self.subscript(&name);
            return Some(Some(FormulaToken::Letter(format!("{name}{subscript}"))));
        }
        let name = names::one_of_two(&word).to_owned() + &self.primes();
        let subscript = self.subscript(&name);
        Some(Some(FormulaToken::Letter(format!("{name}{subscript}"))))
    }

    /// A function, with the base of a logarithm that has one; nothing where it is more than that.
    fn called(&mut self, function: Function) -> Option<FormulaToken> {
        if self.text.get(self.at) != Some(&'_') {
            return Some(FormulaToken::Function(function));
        }
        self.at += 1;
        let base = self.group().parse().ok().filter(|_| matches!(function, Function::Log(_)))?;
        Some(FormulaToken::Function(Function::Log(base)))
    }

    /// A letter with its subscript, or a function.
    fn name(&mut self) -> Option<FormulaToken> {
        let rest: String = self.text[self.at..].iter().take(32).collect();
        if let Some((name, length)) =
            self.known.differential(&rest).or_else(|| self.known.by_another_name(&rest))
        {
            self.at += length;
            return Some(FormulaToken::Letter(name));
        }
        let base = self.known.base(&rest);
        // A function with its bracket is no product of letters: `exp(x)` where there is an `e`.
        let is_called = |name: &str| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('('));
        let is_function = FUNCTIONS.iter().any(|(name, _)| is_called(name));
        let function =
            FUNCTIONS.iter().filter(|(name, _)| rest.starts_with(name)).max_by_key(|(name, _)| name.len());
        if let Some((name, function)) = function.filter(|_| is_function || base.is_none()) {
            self.at += name.chars().count();
            return self.called(*function);
        }
        if rest.starts_with('∂') {
            self.at += 1;
            return match self.name()? {
                FormulaToken::Letter(name) => Some(FormulaToken::Letter(format!("{}{name}", names::PARTIAL))),
                _ => None,
            };
        }
        let name = match base {
            Some(base) => {
                self.at += base.written;
                base.name
            }
            None => {
                let letter = self.text[self.at];
                self.at += 1;
                names::of_sign(letter).map_or_else(|| letter.to_string(), str::to_owned)
            }
        };
        let name = name + &self.accent() + &self.primes();
        let rest: String = self.text[self.at..].iter().take(16).collect();
        let (name, length) = self.known.accented(&name, &rest);
        self.at += length;
        let subscript = self.subscript(&name);
        Some(FormulaToken::Letter(self.known.whole(format!("{name}{subscript}"))))
    }

    /// The mark above a letter.
    fn accent(&mut self) -> String {
        let accent = self.text.get(self.at).and_then(|mark| names::accent_of_mark(*mark));
        self.at += usize::from(accent.is_some());
        accent.unwrap_or_default().to_owned()
    }

    fn primes(&mut self) -> String {
        let start = self.at;
        while self.text.get(self.at).is_some_and(|letter| matches!(letter, '\'' | '′' | '’')) {
            self.at += 1;
        }
        "'".repeat(self.at - start)
    }

    /// What stands in braces, without its signs but for `+`, `-` and the mark of a subscript.
    fn group(&mut self) -> String {
        self.skip_spaces();
        if self.text.get(self.at) != Some(&'{') {
            return self.one();
        }
        let (mut depth, mut name) = (0, String::new());
        while let Some(letter) = self.text.get(self.at).copied() {
            if letter != '{' && letter != '}' {
                name.push_str(&self.one());
                continue;
            }
            self.at += 1;
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            if depth == 0 {
                break;
            }
        }
        name
    }

    /// One letter or command of a group.
    fn one(&mut self) -> String {
        let Some(letter) = self.text.get(self.at).copied() else { return String::new() };
        self.at += 1;
        if letter == '\\' {
            let word = self.word();
            let is_shown = !names::FONTS.contains(&word.as_str());
            return if is_shown { names::one_of_two(&word).to_owned() } else { String::new() };
        }
        match names::of_sign(letter).or_else(|| names::accent_of_mark(letter)) {
            Some(name) => name.to_owned(),
            None if letter.is_alphanumeric() || matches!(letter, '+' | '-' | '_') => letter.to_string(),
            None => String::new(),
        }
    }

    /// The subscript of a name, marked or, where the formula has such a name, not.
    fn subscript(&mut self, name: &str) -> String {
        let is_marked = self.text.get(self.at) == Some(&'_');
        let rest: String = self.text[self.at + usize::from(is_marked)..].iter().take(16).collect();
        if let Some(subscript) = self.known.subscript(name, &rest) {
            self.at += usize::from(is_marked) + subscript.chars().count();
            return format!("_{subscript}");
        }
        if !is_marked {
            return String::new();
        }
        self.at += 1;
        format!("_{}", self.group())
    }
}
