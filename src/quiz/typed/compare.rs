//! The comparison of two texts in order: which words of a point stand in an answer, and whether what
//! stands there can be anything but the point.
//!
//! Words are aligned in order, each text without its function words. A point counts as said only where
//! most of its words stand within two neighbouring sentences, none of them has another word in its place,
//! and neither a negation, a number nor a denial ("it is false that") stands there that the point lacks.

use super::super::terms::{self, is_han};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A word, a number or one Chinese character.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is compared by.
    pub key: String,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// How many sentences ended before it.
    pub sentence: usize,
    /// How many clauses ended before it.
    pub clause: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Han,
    /// A number or a name with a number.
    Number,
    /// A negation or a limit: never left out or put in without changing what is said.
    Negation,
}

impl Token {
    /// Whether it is a number or one letter of a formula.
    fn is_symbol(&self) -> bool {
        self.kind == Kind::Number || self.kind == Kind::Word && self.key.chars().count() == 1
    }

    fn weight(&self) -> f32 {
        match self.kind {
            Kind::Han => 0.5,
            Kind::Word | Kind::Number | Kind::Negation => 1.0,
        }
    }
}

const NEGATIONS: &str = "not no never without cannot cant dont doesnt isnt arent wont neither nor none nothing \
    hardly rarely few unlike except fails 不 非 无 没 未 否 勿 毋";

const FUNCTION: &str = "a an the of to in on at by for with as is are was were be been being it its this that \
    these those there here they them their we you i my our us and or but so if then than because since while when \
    where which who whose what how also too very just do does did has have had can could may might will would shall \
    should must let thus hence therefore such each every per into up about e g i s t re ve ll d \
    的 了 是 在 和 与 或 及 等 而 也 都 就 还 又 再 把 被 对 从 到 为 以 于 之 其 所 则 即 若 但 并 且 让 使 会 能 要 有 个 这 那 \
    它 们 时 里 中 上 来 去 着 过 由 因 此 可 只 需 用 种";

/// Words that deny or question the claim that they stand beside.
const DENIALS: &[&str] = &[
    "false that",
    "is false",
    "are false",
    "is wrong",
    "are wrong",
    "wrong that",
    "wrong:",
    "false:",
    "incorrect",
    "untrue",
    "not true",
    "not the case",
    "not correct",
    "isn't true",
    "myth",
    "misconception",
    "some say",
    "some people",
    "people say",
    "people think",
    "many believe",
    "some believe",
    "some claim",
    "supposedly",
    "contrary to",
    "nonsense",
    "mistaken",
    "opposite",
    "doubt",
    "is it true",
    "no longer",
    "错误",
    "不对",
    "不正确",
    "不成立",
    "有人说",
    "有人认为",
    "误以为",
    "误认为",
    "谣言",
    "并非",
    "假的",
    "不是真",
    "不属实",
    "说法有误",
    "相反",
    "胡说",
    "据说",
    "说错",
];

fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// The commands of formulas that only set type.
const TYPE: &str = "frac text mathrm mathbb mathbf mathcal left right cdot times quad operatorname hat bar tilde \
    big bigl bigr ll gg le ge leq geq approx in sim propto to";

/// The names of Greek letters, by which formulas have them.
const GREEK: &[(char, &str)] = &[
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "epsilon"),
    ('η', "eta"),
    ('θ', "theta"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('π', "pi"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('φ', "phi"),
];

/// One form for capitals, full width and small signs.
fn fold(letter: char, out: &mut String) {
    for letter in std::iter::once(letter).nfkc().flat_map(char::to_lowercase) {
        match GREEK.iter().find(|(greek, _)| *greek == letter) {
            Some((_, name)) => out.push_str(name),
            None => out.push(letter),
        }
    }
}

/// The tokens of a text in order, without function words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader::default();
    let mut letters = text.char_indices().peekable();
    let mut folded = String::new();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let next = letters.peek().map(|(_, next)| *next);
        if letter == '\\' {
            reader.close();
            if next.is_some_and(|next| !next.is_alphabetic()) {
                letters.next();
            }
            continue;
        }
        folded.clear();
        fold(letter, &mut folded);
        for letter in folded.chars() {
            reader.see(letter, at..end, next);
        }
    }
    reader.close();
    reader.tokens
}

#[derive(Default)]
struct Reader {
    tokens: Vec<Token>,
    word: String,
    start: usize,
    end: usize,
    sentence: usize,
    clause: usize,
}

impl Reader {
    fn see(&mut self, letter: char, at: Range<usize>, next: Option<char>) {
        let digit_before = self.word.ends_with(|letter: char| letter.is_ascii_digit());
        let digit_next = next.is_some_and(|next| next.is_ascii_digit());
        match letter {
            letter if is_han(letter) => {
                self.close();
                self.word.push(letter);
                (self.start, self.end) = (at.start, at.end);
                self.close();
            }
            '√' => {
                self.close();
                self.word.push_str("sqrt");
                (self.start, self.end) = (at.start, at.end);
                self.close();
            }
            letter if letter.is_alphanumeric() => {
                if self.word.is_empty() {
                    self.start = at.start;
                }
                self.word.push(letter);
                self.end = at.end;
            }
            '×' if digit_before && digit_next => self.word.push('x'),
            '.' | ',' if digit_before && digit_next => {
                if letter == '.' {
                    self.word.push('.');
                }
            }
            '_' | '{' | '}' | '^' | '\'' | '’' => {}
            '-' if matches!(self.word.as_str(), "pre" | "non" | "un" | "re" | "co" | "in" | "sub") => {}
            _ => {
                self.close();
                let ends = matches!(letter, '。' | '!' | '?' | ';' | '\n')
                    || letter == '.' && next.is_none_or(char::is_whitespace);
                let pauses = ends || matches!(letter, ',' | ':' | '、');
                if pauses && self.tokens.last().is_some_and(|last| last.clause == self.clause) {
                    self.clause += 1;
                }
                if ends && self.tokens.last().is_some_and(|last| last.sentence == self.sentence) {
                    self.sentence += 1;
                }
            }
        }
    }

    fn close(&mut self) {
        let word = std::mem::take(&mut self.word);
        if word.is_empty() || listed(TYPE, &word) || listed(FUNCTION, &word) {
            return;
        }
        let kind = match &word {
            word if listed(NEGATIONS, word) => Kind::Negation,
            word if word.chars().any(|letter| letter.is_ascii_digit()) => Kind::Number,
            word if word.starts_with(is_han) => Kind::Han,
            _ => Kind::Word,
        };
        let key = if kind == Kind::Word { terms::stem(&word) } else { word };
        self.tokens.push(Token {
            key,
            at: self.start..self.end,
            sentence: self.sentence,
            clause: self.clause,
            kind,
        });
    }
}

/// How a point stands in an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// The pairs of equal tokens: of the point, of the answer.
    pub pairs: Vec<(usize, usize)>,
    /// The weight of the tokens found, by that of all.
    pub share: f32,
}

/// The best way to find a point in an answer, in order.
pub fn align(point: &[Token], answer: &[Token]) -> Alignment {
    const SKIPPED: f32 = 0.35;
    const ADDED: f32 = 0.25;
    let width = answer.len() + 1;
    let mut best = vec![0.0_f32; (point.len() + 1) * width];
    let mut came = vec![0_u8; (point.len() + 1) * width];
    let mut top = (0.0_f32, 0, 0);
    for i in 1..=point.len() {
        for j in 1..=answer.len() {
            let (own, theirs) = (&point[i - 1], &answer[j - 1]);
            let weight = own.weight();
            let mut here = (0.0, 0);
            let equal = own.key == theirs.key;
            let passed =
                answer.get(j.wrapping_sub(2)).is_some_and(|before| before.sentence != theirs.sentence);
            let breaks = if passed { 0.5 } else { 0.0 };
            for (value, way) in [
                (best[(i - 1) * width + j - 1] + if equal { weight } else { -9.0 } - breaks, 1),
                (best[(i - 1) * width + j] - SKIPPED * weight, 2),
                (best[i * width + j - 1] - ADDED * theirs.weight() - breaks, 3),
            ] {
                if value > here.0 {
                    here = (value, way);
                }
            }
            // A match may begin anywhere.
            if equal && weight > here.0 {
                here = (weight, 4);
            }
            best[i * width + j] = here.0;
            came[i * width + j] = here.1;
            if here.0 > top.0 {
                top = (here.0, i, j);
            }
        }
    }
    let (_, mut i, mut j) = top;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        match came[i * width + j] {
            1 => {
                pairs.push((i - 1, j - 1));
                (i, j) = (i - 1, j - 1);
            }
            4 => {
                pairs.push((i - 1, j - 1));
                break;
            }
            2 => i -= 1,
            3 => j -= 1,
            _ => break,
        }
    }
    pairs.reverse();
    let found: f32 = pairs.iter().map(|(own, _)| point[*own].weight()).sum();
    let all: f32 = point.iter().map(Token::weight).sum();
    Alignment { pairs, share: if all > 0.0 { found / all } else { 0.0 } }
}

/// A point of which less is found is never certain.
const ENOUGH: f32 = 0.6;
/// Nor one of which fewer words than this are found.
const LEAST: f32 = 2.0;
/// So many words may stand in between.
const MOST_ADDED: usize = 3;

impl Alignment {
    /// Whether most of the point was found.
    pub fn is_enough(&self) -> bool {
        self.share >= ENOUGH
    }
}

/// Whether an answer practically certainly says a point, as far as its words go. Tokens of the answer that
/// belong to other points are `taken`.
pub fn is_certain(
    point: &[Token],
    answer: &[Token],
    aligned: &Alignment,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return false };
    let weight: f32 = aligned.pairs.iter().map(|(own, _)| point[*own].weight()).sum();
    aligned.is_enough()
        && weight >= LEAST
        && answer[last.1].sentence - answer[first.1].sentence <= 1
        && aligned.pairs.windows(2).all(|two| fits_between(point, answer, two[0], two[1]))
        && fits_beside(point, answer, (*first, *last), taken)
        && !is_moved(point, answer, aligned, taken)
}

fn is_negation(token: &Token) -> bool {
    token.kind == Kind::Negation
}

/// Whether nothing between two pairs can change what is said: words left out, or words put in, never one
/// in the place of the other.
fn fits_between(point: &[Token], answer: &[Token], from: (usize, usize), to: (usize, usize)) -> bool {
    let skipped = &point[from.0 + 1..to.0];
    let added = &answer[from.1 + 1..to.1];
    let is_formula = point[from.0].is_symbol() && point[to.0].is_symbol();
    (skipped.is_empty() || added.is_empty())
        && !added.iter().any(|token| is_negation(token) || token.is_symbol())
        && !skipped.iter().any(is_negation)
        && (added.is_empty() || !is_formula)
        && added.len() <= MOST_ADDED
}

/// The same for what stands before the first pair and after the last, in the same clause.
fn fits_beside(
    point: &[Token],
    answer: &[Token],
    (first, last): ((usize, usize), (usize, usize)),
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let free = |range: Range<usize>, clause: usize| -> Vec<&Token> {
        range.filter(|at| answer[*at].clause == clause && !taken(*at)).map(|at| &answer[at]).collect()
    };
    let lead = free(0..first.1, answer[first.1].clause);
    let tail = free(last.1 + 1..answer.len(), answer[last.1].clause);
    [(&point[..first.0], lead), (&point[last.0 + 1..], tail)].into_iter().all(|(skipped, added)| {
        let is_negated = skipped.iter().any(is_negation) || added.iter().any(|token| is_negation(token));
        !is_negated && (skipped.is_empty() || added.is_empty())
    })
}

/// Whether a word of the point that was not found in its place stands in another, as in sides swapped.
fn is_moved(point: &[Token], answer: &[Token], aligned: &Alignment, taken: &dyn Fn(usize) -> bool) -> bool {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return false };
    let near = answer[first.1].sentence..=answer[last.1].sentence;
    let lacking = (0..point.len()).filter(|own| !aligned.pairs.iter().any(|pair| pair.0 == *own));
    let is_free = |at: usize| !aligned.pairs.iter().any(|pair| pair.1 == at) && !taken(at);
    lacking.into_iter().any(|own| {
        answer
            .iter()
            .enumerate()
            .any(|(at, other)| near.contains(&other.sentence) && other.key == point[own].key && is_free(at))
    })
}

/// Whether the sentences of a match deny or question what they say, in words that the card has nowhere.
/// Both are lower case.
pub fn is_denied(sentences: &str, card: &str) -> bool {
    let asks = |text: &str| text.contains(['?', '？']);
    asks(sentences) && !asks(card)
        || DENIALS.iter().any(|denial| sentences.contains(denial) && !card.contains(denial))
}

/// From the beginning of the first sentence to the end of the last that a match stands in.
pub fn sentences(text: &str, tokens: &[Token], aligned: &Alignment) -> Range<usize> {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return 0..0 };
    let (from, to) = (tokens[first.1].sentence, tokens[last.1].sentence);
    let before = tokens[..first.1].iter().rev().find(|token| token.sentence < from);
    let after = tokens[last.1..].iter().find(|token| token.sentence > to);
    let start = before.map_or(0, |before| {
        let rest = &text[before.at.end..];
        before.at.end
            + rest
                .find(['.', '。', '!', '！', '?', '？', ';', '；', '\n'])
                .map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8))
    });
    let end = after.map_or(text.len(), |after| {
        let piece = &text[tokens[last.1].at.end..after.at.start];
        let cut = piece.find(['。', '!', '！', '?', '？', ';', '；', '\n']).or_else(|| piece.find('.'));
        tokens[last.1].at.end
            + cut.map_or(piece.len(), |at| at + piece[at..].chars().next().map_or(0, char::len_utf8))
    });
    start.min(tokens[first.1].at.start)..end.max(tokens[last.1].at.end)
}
