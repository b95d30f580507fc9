//! A text as a comparison reads it: words, numbers, signs of formulas and single Chinese characters in
//! order, without function words, each with the place, the clause and the sentence that it stands in.

use super::super::terms;
use super::words::{self, FUNCTION, HanWord, NEGATIONS, WordList, words};
use crate::card::han::{is_han, simplified};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A word, a number or one Chinese character.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AnswerToken {
    /// What it is compared by.
    pub key: String,
    /// The word itself, in small letters.
    pub word: String,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// How many sentences ended before it.
    pub sentence: usize,
    /// How many clauses ended before it.
    pub clause: usize,
    pub kind: TokenKind,
    /// Nothing stands between it and the one before that parts formulas: no comma, no sign of equality.
    pub is_joined: bool,
    /// The function words between it and the one before.
    pub links: Vec<&'static str>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word of letters.
    Word,
    /// A Chinese character.
    Han,
    /// A number, a name with a number, or a sign between them.
    Number,
    /// A negation or a limit: never left out or put in without changing what is said.
    Negation,
}

impl AnswerToken {
    /// Whether it is a number, a sign or one letter of a formula.
    pub(super) fn is_symbol(&self) -> bool {
        self.kind == TokenKind::Number || self.kind == TokenKind::Word && self.key.chars().count() == 1
    }

    pub(super) fn is_han(&self) -> bool {
        self.kind == TokenKind::Han
    }

    pub(super) fn is_negation(&self) -> bool {
        self.kind == TokenKind::Negation
    }

    pub(super) fn weight(&self) -> f32 {
        match self.kind {
            TokenKind::Han => 0.5,
            TokenKind::Word | TokenKind::Number | TokenKind::Negation => 1.0,
        }
    }
}

/// The commands of formulas that only set type.
static TYPE: WordList = words!(
    "frac text mathrm mathbb mathbf mathcal left right cdot times quad operatorname hat bar tilde \
    big bigl bigr langle rangle odot approx leftarrow rightarrow in sim propto to"
);

/// Those of them that part formulas.
static PARTING: WordList = words!("approx leftarrow rightarrow to sim propto");

/// Signs and short names, and the name that they are compared by.
const NAMES: &[(&str, &str)] = &[
    ("α", "alpha"),
    ("β", "beta"),
    ("γ", "gamma"),
    ("δ", "delta"),
    ("ε", "epsilon"),
    ("ϵ", "epsilon"),
    ("η", "eta"),
    ("θ", "theta"),
    ("λ", "lambda"),
    ("μ", "mu"),
    ("π", "pi"),
    ("σ", "sigma"),
    ("τ", "tau"),
    ("φ", "phi"),
    ("ϕ", "phi"),
    ("√", "sqrt"),
    ("∑", "sum"),
    ("<", "<"),
    (">", ">"),
    ("≤", "<"),
    ("≥", ">"),
    ("≪", "<"),
    ("≫", ">"),
];

/// Words of formulas that stand for a sign or for one another.
const SPELLED: &[(&str, &str)] = &[
    ("eps", "epsilon"),
    ("varepsilon", "epsilon"),
    ("varphi", "phi"),
    ("root", "sqrt"),
    ("plus", "+"),
    ("minus", "-"),
    ("top", "t"),
    ("le", "<"),
    ("leq", "<"),
    ("ll", "<"),
    ("ge", ">"),
    ("geq", ">"),
    ("gg", ">"),
];

/// What stands behind so many letters is not compared: nobody writes that much, but a file may hold it.
const LONGEST: usize = 12_000;

/// The tokens of a text in order, without function words.
pub(super) fn tokens(text: &str) -> Vec<AnswerToken> {
    // Simplified and traditional characters are the same word; each takes the bytes of the other.
    let text = simplified(text);
    let letters: Vec<(usize, char)> = text.char_indices().take(LONGEST).collect();
    let mut reader = TokenReader { letters: &letters, ..TokenReader::default() };
    let mut at = 0;
    while at < letters.len() {
        at += reader.step(at);
    }
    reader.close();
    reader.tokens
}

#[derive(Default)]
struct TokenReader<'a> {
    letters: &'a [(usize, char)],
    tokens: Vec<AnswerToken>,
    word: String,
    start: usize,
    end: usize,
    sentence: usize,
    clause: usize,
    /// The word is the name of a command of a formula.
    is_command: bool,
    /// The word is a letter with an index.
    has_index: bool,
    /// Something that parts formulas came after the last token.
    is_parted: bool,
    /// The function words that came after the last token.
    links: Vec<&'static str>,
    /// Up to here characters belong to a word, and are no function words.
    kept: usize,
}

impl TokenReader<'_> {
    fn letter(&self, at: Option<usize>) -> Option<char> {
        self.letters.get(at?).map(|(_, letter)| *letter)
    }

    fn place(&self, at: usize) -> Range<usize> {
        let (start, letter) = self.letters[at];
        start..start + letter.len_utf8()
    }

    /// Reads the letter there, and more where they belong together; gives how many.
    fn step(&mut self, at: usize) -> usize {
        let (_, raw) = self.letters[at];
        if raw == '\\' {
            self.close();
            // `\|` is the sign alone.
            self.is_command = self.letter(Some(at + 1)).is_some_and(char::is_alphabetic);
            return if self.is_command { 1 } else { 2 };
        }
        if is_han(raw) && at >= self.kept {
            self.kept = at + self.wording(at);
            match words::han(&self.letters[at..]) {
                Some((word, length)) if at + length >= self.kept && !self.is_split(at, length) => {
                    self.close();
                    self.take(word, at, length);
                    return length;
                }
                _ => {}
            }
        }
        if raw == '根' && self.letter(Some(at + 1)) == Some('号') {
            self.sign("sqrt", self.place(at).start..self.place(at + 1).end);
            return 2;
        }
        let is_raised = matches!(raw, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | 'ᵀ' | 'ⁿ');
        if is_raised {
            self.close();
        }
        let mut letters = [raw; 8];
        let mut count = 0;
        for letter in std::iter::once(raw).nfkc().flat_map(char::to_lowercase).take(letters.len()) {
            letters[count] = letter;
            count += 1;
        }
        letters[..count].iter().for_each(|letter| self.see(*letter, at));
        1
    }

    /// How many characters the word of the field has that stands there, none where it is no such word.
    fn wording(&self, at: usize) -> usize {
        let letters =
            self.letters[at..].iter().map(|(_, letter)| *letter).take_while(|letter| is_han(*letter));
        terms::wording_of(letters)
    }

    /// Whether a word of the field begins in this one and goes on behind it: `不过` before `拟合` is none.
    fn is_split(&self, at: usize, length: usize) -> bool {
        (1..length).any(|inner| inner + self.wording(at + inner) > length)
    }

    /// Takes a Chinese word that links others, or turns what they say.
    fn take(&mut self, word: HanWord, at: usize, length: usize) {
        match word {
            HanWord::Link(word) => self.links.push(word),
            HanWord::Turn(word) => {
                self.word.push_str(word);
                (self.start, self.end) = (self.place(at).start, self.place(at + length - 1).end);
                self.close();
            }
        }
    }

    fn see(&mut self, letter: char, at: usize) {
        let next = self.letter(Some(at + 1));
        let digit_before = self.word.ends_with(|letter: char| letter.is_ascii_digit());
        let digit_next = next.is_some_and(|next| next.is_ascii_digit());
        let name = NAMES.iter().find(|(sign, _)| sign.chars().eq([letter]));
        match letter {
            '>' if matches!(self.letter(at.checked_sub(1)), Some('-' | '=')) => {}
            _ if name.is_some() => self.sign(name.map_or("", |(_, name)| name), self.place(at)),
            letter if is_han(letter) => {
                self.close();
                self.push(letter, at);
                self.close();
            }
            // `3x3` is `3 × 3`.
            'x' if digit_before && digit_next => self.close(),
            letter if letter.is_alphanumeric() => {
                // `beta1` is `\beta_1`.
                if letter.is_ascii_digit() && self.is_greek() || self.is_command && !letter.is_alphabetic() {
                    self.close();
                }
                self.push(letter, at);
            }
            '.' if digit_before && digit_next => self.word.push('.'),
            ',' if digit_before && digit_next => {}
            '_' | '{' | '}' if self.is_command || self.is_greek() => self.close(),
            '{' if self.letter(at.checked_sub(1)) == Some('}') => self.close(),
            '_' => self.has_index |= !self.word.is_empty(),
            '{' | '}' => {}
            '^' => self.close(),
            // `isn't` is one word, `there's` is two.
            '\'' | '’' if next == Some('t') && self.word.ends_with('n') => {}
            '\'' | '’' | '′' if self.is_variable() && !next.is_some_and(char::is_alphabetic) => {
                self.close();
                self.sign("'", self.place(at));
            }
            '-' if matches!(self.word.as_str(), "pre" | "non" | "un" | "re" | "co" | "in" | "sub") => {}
            '+' if next == Some(' ') && self.letter(at.checked_sub(1)) == Some(' ') => {
                self.close();
                "plus".chars().for_each(|letter| self.word.push(letter));
                (self.start, self.end) = (self.place(at).start, self.place(at).end);
                self.close();
            }
            '+' => self.sign("+", self.place(at)),
            '-' | '−' if self.is_minus(at) => self.sign("-", self.place(at)),
            _ => self.mark(letter, at),
        }
    }

    fn mark(&mut self, letter: char, at: usize) {
        let next = self.letter(Some(at + 1));
        self.close();
        self.is_parted |= matches!(letter, '=' | '≈' | '→' | ',' | ':' | ';' | '、' | '。' | '\n');
        let ends = matches!(letter, '。' | '!' | '?' | ';' | '\n')
            || letter == '.' && next.is_none_or(char::is_whitespace);
        let pauses = ends || matches!(letter, ',' | ':' | '、') || letter == ' ' && self.is_gap(at);
        if pauses && self.tokens.last().is_some_and(|last| last.clause == self.clause) {
            self.clause += 1;
        }
        if ends && self.tokens.last().is_some_and(|last| last.sentence == self.sentence) {
            self.sentence += 1;
        }
    }

    /// Whether a blank there parts two Chinese characters, as a comma does.
    fn is_gap(&self, at: usize) -> bool {
        let mut after = self.letters[at..].iter().map(|(_, letter)| *letter);
        self.letter(at.checked_sub(1)).is_some_and(is_han)
            && after.find(|letter| *letter != ' ').is_some_and(is_han)
    }

    fn is_greek(&self) -> bool {
        self.word.is_ascii() && NAMES.iter().any(|(_, name)| *name == self.word)
    }

    fn is_variable(&self) -> bool {
        self.is_greek() || self.word.chars().count() == 1
    }

    /// Whether a stroke there is the sign of a formula and no hyphen.
    fn is_minus(&self, at: usize) -> bool {
        let before = self.letter(at.checked_sub(1));
        let next = self.letter(Some(at + 1));
        let is_raised =
            before == Some('^') || before == Some('{') && self.letter(at.checked_sub(2)) == Some('^');
        let is_apart = before == Some(' ')
            && next == Some(' ')
            && at
                .checked_sub(2)
                .and_then(|at| self.letter(Some(at)))
                .is_some_and(|letter| !letter.is_whitespace());
        let is_short = self.word.chars().count() == 1 || before == Some(')');
        is_raised || is_apart || is_short && self.is_formula(at + 1)
    }

    /// Whether a number, a command, a Greek letter or a single one stands there.
    fn is_formula(&self, at: usize) -> bool {
        let letters = self.letters[at.min(self.letters.len())..].iter().map(|(_, letter)| *letter);
        let word: String = letters.take_while(|letter| letter.is_alphabetic()).take(9).collect();
        match self.letter(Some(at)) {
            Some('\\' | '(') => true,
            Some(letter) if letter.is_ascii_digit() => true,
            Some(letter) if letter.is_alphabetic() => {
                word.chars().count() == 1
                    || NAMES.iter().any(|(sign, name)| word == *name || word.starts_with(sign))
            }
            _ => false,
        }
    }

    fn push(&mut self, letter: char, at: usize) {
        let place = self.place(at);
        if self.word.is_empty() {
            self.start = place.start;
        }
        self.word.push(letter);
        self.end = place.end;
    }

    fn sign(&mut self, name: &str, place: Range<usize>) {
        self.close();
        self.word.push_str(name);
        (self.start, self.end) = (place.start, place.end);
        self.close();
    }

    fn close(&mut self) {
        let was_command = std::mem::take(&mut self.is_command);
        let has_index = std::mem::take(&mut self.has_index);
        let mut word = std::mem::take(&mut self.word);
        // `plus` between words is `and`.
        if word == "plus" && !self.tokens.last().is_none_or(AnswerToken::is_symbol) {
            self.links.push("and");
            return;
        }
        // `ll` is the sign in a formula and `we'll` elsewhere.
        let spelled = SPELLED.iter().find(|(known, _)| *known == word);
        if let Some((known, name)) = spelled
            && (was_command || !matches!(*known, "le" | "ge" | "ll" | "gg" | "top"))
        {
            (*name).clone_into(&mut word);
        }
        self.is_parted |= was_command && PARTING.has(&word);
        if word.is_empty() || was_command && TYPE.has(&word) {
            return;
        }
        // `y_hat` is `\hat y`.
        if has_index
            && let Some(letter) = ["hat", "bar", "tilde"].iter().find_map(|mark| word.strip_suffix(mark))
        {
            word = letter.to_owned();
        }
        if word == "few" && self.links.last() == Some(&"a") {
            self.links.push("some");
            return;
        }
        if let Some(word) = FUNCTION.get(&word) {
            self.links.push(word);
            return;
        }
        // `N x N` is `N × N`.
        if word == "x" && self.tokens.last().is_some_and(AnswerToken::is_symbol) && self.is_between_blanks() {
            return;
        }
        let word = words::turn(&word).map_or(word, str::to_owned);
        let is_sign = has_index
            || NAMES.iter().any(|(_, name)| *name == word)
            || matches!(word.as_str(), "+" | "-" | "'");
        let kind = match &word {
            word if NEGATIONS.has(word) => TokenKind::Negation,
            word if is_sign || word.chars().any(|letter| letter.is_ascii_digit()) => TokenKind::Number,
            word if word.starts_with(is_han) => TokenKind::Han,
            _ => TokenKind::Word,
        };
        let key = if kind == TokenKind::Word { terms::stem(&word) } else { word.clone() };
        let at = self.start..self.end;
        let is_joined = !std::mem::take(&mut self.is_parted);
        self.tokens.push(AnswerToken {
            key,
            word,
            at,
            sentence: self.sentence,
            clause: self.clause,
            kind,
            is_joined,
            links: std::mem::take(&mut self.links),
        });
    }

    /// Whether the word at hand stands between two blanks and before one sign.
    fn is_between_blanks(&self) -> bool {
        let Ok(at) = self.letters.binary_search_by_key(&self.start, |(start, _)| *start) else {
            return false;
        };
        let is_blank = |at: Option<usize>| self.letter(at) == Some(' ');
        is_blank(at.checked_sub(1))
            && is_blank(Some(at + 1))
            && !self.letter(Some(at + 3)).is_some_and(char::is_alphabetic)
    }
}
