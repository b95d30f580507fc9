//! The normal form of running text: marks are told from signs as a reader tells them.

use super::folding::fold;
use unicode_normalization::UnicodeNormalization;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
enum ProsePiece {
    /// A letter or sign that means itself.
    Sign(char),
    /// A formula or code, as it counts.
    Verbatim(String),
    /// Signs that may be marks of emphasis: which, how many are not, and what they can do.
    Run { mark: char, left: usize, opens: bool, closes: bool },
}

/// Appends the normal form of running text.
pub(super) fn push(text: &str, key: &mut String) {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces = pieces(&letters);
    pair(&mut pieces);
    let mut line: Vec<ProsePiece> = Vec::new();
    for piece in pieces {
        match piece {
            ProsePiece::Sign('\n') => push_line(&mut line, key),
            ProsePiece::Run { mark, left, .. } => {
                line.extend(std::iter::repeat_n(ProsePiece::Sign(mark), left));
            }
            other => line.push(other),
        }
    }
    push_line(&mut line, key);
}

/// Signs that mark emphasis, and how many of them it takes at least.
const MARKS: [(char, usize); 4] = [('*', 1), ('_', 1), ('~', 2), ('=', 2)];

/// Takes a text apart.
fn pieces(letters: &[char]) -> Vec<ProsePiece> {
    let mut pieces = Vec::with_capacity(letters.len());
    let mut unclosed = Unclosed::default();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let (piece, length) = match letter {
            '\\' => escape(letters, at, &mut unclosed),
            '`' => code(letters, at, &mut unclosed),
            '$' => formula(letters, at, &mut unclosed),
            '<' => tag(letters, at),
            '&' => entity(letters, at),
            '_' if let Some(length) = double_underscored(letters, at) => {
                pieces.extend(letters[at..at + length].iter().copied().map(ProsePiece::Sign));
                (None, length)
            }
            mark if MARKS.iter().any(|(other, _)| other == mark) => run(letters, at),
            other => (Some(ProsePiece::Sign(*other)), 1),
        };
        pieces.extend(piece);
        at += length;
    }
    pieces
}

/// What was looked for in vain, so that it is not looked for again.
#[derive(Default)]
struct Unclosed {
    codes: Vec<usize>,
    formulas: Vec<&'static [char]>,
}

/// The place of `end` at or behind `from`.
fn find(letters: &[char], from: usize, end: &[char]) -> Option<usize> {
    let found = letters.get(from..)?.windows(end.len()).position(|window| window == end)?;
    Some(from + found)
}

fn closed(
    letters: &[char],
    from: usize,
    end: &'static [char],
    unclosed: &mut Unclosed,
) -> Option<(ProsePiece, usize)> {
    if unclosed.formulas.contains(&end) {
        return None;
    }
    let Some(to) = find(letters, from, end) else {
        unclosed.formulas.push(end);
        return None;
    };
    let body = formula_key(&letters[from..to]);
    (!body.is_empty()).then_some((ProsePiece::Verbatim(body), to + end.len()))
}

/// A backslash: it opens a formula, or makes a sign of a mark.
fn escape(letters: &[char], at: usize, unclosed: &mut Unclosed) -> (Option<ProsePiece>, usize) {
    let end: Option<&'static [char]> = match letters.get(at + 1) {
        Some('(') => Some(&['\\', ')']),
        Some('[') => Some(&['\\', ']']),
        _ => None,
    };
    if let Some((piece, to)) = end.and_then(|end| closed(letters, at + 2, end, unclosed)) {
        return (Some(piece), to - at);
    }
    match letters.get(at + 1) {
        Some(sign) if sign.is_ascii_punctuation() => (Some(ProsePiece::Sign(*sign)), 2),
        _ => (Some(ProsePiece::Sign('\\')), 1),
    }
}

fn code(letters: &[char], at: usize, unclosed: &mut Unclosed) -> (Option<ProsePiece>, usize) {
    let length = letters[at..].iter().take_while(|letter| **letter == '`').count();
    let literal = (Some(ProsePiece::Run { mark: '`', left: length, opens: false, closes: false }), length);
    if unclosed.codes.contains(&length) {
        return literal;
    }
    let mut from = at + length;
    while let Some(start) = find(letters, from, &['`']) {
        let run = letters[start..].iter().take_while(|letter| **letter == '`').count();
        if run == length {
            let body: String = letters[at + length..start].iter().collect();
            let words: Vec<&str> = body.split_whitespace().collect();
            return (Some(ProsePiece::Verbatim(words.join(" "))), start + length - at);
        }
        from = start + run;
    }
    unclosed.codes.push(length);
    literal
}

fn formula(letters: &[char], at: usize, unclosed: &mut Unclosed) -> (Option<ProsePiece>, usize) {
    let literal = (Some(ProsePiece::Sign('$')), 1);
    if letters.get(at + 1) == Some(&'$') {
        let found = closed(letters, at + 2, &['$', '$'], unclosed);
        return found.map_or(literal, |(piece, to)| (Some(piece), to - at));
    }
    // Prices are no formulas: "$5 and $6".
    let is_end = |place: usize| {
        letters[place] == '$'
            && !letters[place - 1].is_whitespace()
            && letters[place - 1] != '\\'
            && !letters.get(place + 1).is_some_and(char::is_ascii_digit)
    };
    let line_end = find(letters, at, &['\n', '\n']).unwrap_or(letters.len()).min(at + LONGEST_FORMULA);
    match (at + 2..line_end).find(|place| is_end(*place)) {
        Some(end) => {
            let body = formula_key(&letters[at + 1..end]);
            (Some(ProsePiece::Verbatim(body)), end + 1 - at)
        }
        None => literal,
    }
}

/// No formula between single dollars is as long.
const LONGEST_FORMULA: usize = 1000;

/// White space in a formula only parts a command from a letter.
fn formula_key(body: &[char]) -> String {
    let (mut key, mut in_command, mut gap) = (String::new(), false, false);
    for letter in body {
        if letter.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && in_command && letter.is_ascii_alphabetic() {
            key.push(' ');
        }
        in_command = *letter == '\\' || (in_command && !gap && letter.is_ascii_alphabetic());
        gap = false;
        fold(*letter, &mut |folded| key.push(folded));
    }
    key
}

/// Elements that only say how a text looks.
const LOOKS: [&str; 14] =
    ["b", "i", "u", "s", "em", "strong", "mark", "del", "ins", "font", "span", "small", "big", "center"];

/// A tag that marks emphasis is nothing, one that breaks the line is a blank; any other is text.
fn tag(letters: &[char], at: usize) -> (Option<ProsePiece>, usize) {
    let literal = (Some(ProsePiece::Sign('<')), 1);
    let from = at + 1 + usize::from(letters.get(at + 1) == Some(&'/'));
    let name: String =
        letters[from..].iter().take(8).take_while(|letter| letter.is_ascii_alphabetic()).collect();
    let is_known = LOOKS.iter().chain(&["br", "p"]).any(|known| name.eq_ignore_ascii_case(known));
    let behind = from + name.len();
    let has_end = letters.get(behind).is_some_and(|letter| matches!(letter, '>' | ' ' | '/'));
    let end = letters[behind..].iter().take(200).position(|letter| *letter == '>');
    let (true, true, Some(end)) = (is_known, has_end, end) else { return literal };
    let is_gap = name.eq_ignore_ascii_case("br") || name.eq_ignore_ascii_case("p");
    (is_gap.then_some(ProsePiece::Sign(' ')), behind + end + 1 - at)
}

/// Signs as they are written in HTML.
const ENTITIES: [(&str, char); 6] =
    [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"'), ("&#39;", '\''), ("&nbsp;", ' ')];

fn entity(letters: &[char], at: usize) -> (Option<ProsePiece>, usize) {
    let is_here = |name: &str| name.chars().eq(letters[at..].iter().copied().take(name.len()));
    match ENTITIES.iter().find(|(name, _)| is_here(name)) {
        Some((name, sign)) => (Some(ProsePiece::Sign(*sign)), name.len()),
        None => (Some(ProsePiece::Sign('&')), 1),
    }
}

/// A name like `__init__`, whose underscores are part of it.
fn double_underscored(letters: &[char], at: usize) -> Option<usize> {
    if at > 0 && (is_latin(letters[at - 1]) || letters[at - 1] == '_') {
        return None;
    }
    let name = letters[at..]
        .iter()
        .take(80)
        .take_while(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '_'))
        .collect::<String>();
    let inner = name.strip_prefix("__")?.strip_suffix("__")?;
    let is_name = inner.starts_with(|letter: char| letter.is_ascii_lowercase()) && !inner.contains("__");
    let ends = !letters.get(at + name.len()).copied().is_some_and(is_latin);
    (is_name && ends).then_some(name.len())
}

/// A run of signs that may be marks, by what stands around it.
fn run(letters: &[char], at: usize) -> (Option<ProsePiece>, usize) {
    let mark = letters[at];
    let length = letters[at..].iter().take_while(|letter| **letter == mark).count();
    let least = MARKS.iter().find(|(other, _)| *other == mark).map_or(1, |(_, least)| *least);
    let before = at.checked_sub(1).map_or(' ', |at| letters[at]);
    let after = letters.get(at + length).copied().unwrap_or(' ');
    // Next to Chinese, punctuation neither opens nor closes anything.
    let left = !after.is_whitespace() && (!is_sign(after) || before.is_whitespace() || is_sign(before));
    let right = !before.is_whitespace() && (!is_sign(before) || after.is_whitespace() || is_sign(after));
    let is_inside = is_latin(before) && is_latin(after);
    let is_mark = length >= least && (least == 1 || length == least);
    // A product, a power, a name with underscores; what was opened before may still close here.
    let opens = is_mark && left && !is_inside;
    let closes = is_mark && right && !(is_inside && mark != '*');
    (Some(ProsePiece::Run { mark, left: length, opens, closes }), length)
}

fn is_latin(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{2e80}'
}

fn is_sign(letter: char) -> bool {
    letter.is_ascii_punctuation() || matches!(letter, '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{2017}')
}

/// Takes marks away that belong together; the others are signs.
fn pair(pieces: &mut [ProsePiece]) {
    let mut open: Vec<usize> = Vec::new();
    let mut counts = [0usize; MARKS.len()];
    let kind = |mark: char| MARKS.iter().position(|(other, _)| *other == mark);
    for at in 0..pieces.len() {
        let ProsePiece::Run { mark, mut left, opens, closes } = pieces[at] else { continue };
        let Some(kind_here) = kind(mark) else { continue };
        while closes && left > 0 && counts[kind_here] > 0 {
            let Some(opener) = open.pop() else { break };
            let ProsePiece::Run { mark: other, left: waiting, .. } = &mut pieces[opener] else { continue };
            if *other != mark {
                // What was opened inside and not closed means itself.
                counts[kind(*other).unwrap_or_default()] -= 1;
                continue;
            }
            let both = left.min(*waiting);
            (*waiting, left) = (*waiting - both, left - both);
            if *waiting > 0 {
                open.push(opener);
            } else {
                counts[kind_here] -= 1;
            }
        }
        if let ProsePiece::Run { left: rest, .. } = &mut pieces[at] {
            *rest = left;
        }
        if opens && left > 0 {
            open.push(at);
            counts[kind_here] += 1;
        }
    }
}

/// Appends a line without what closes it, and empties it.
fn push_line(line: &mut Vec<ProsePiece>, key: &mut String) {
    strip_closing(line);
    unify_quotes(line);
    let mut plain = String::new();
    for piece in line.drain(..) {
        match piece {
            ProsePiece::Sign(letter) if letter.is_whitespace() => (),
            ProsePiece::Sign(letter) => fold(letter, &mut |folded| plain.extend(folded.to_lowercase())),
            ProsePiece::Verbatim(body) => {
                push_plain(&mut plain, key);
                key.extend(body.nfc());
            }
            ProsePiece::Run { .. } => (),
        }
    }
    push_plain(&mut plain, key);
}

fn push_plain(plain: &mut String, key: &mut String) {
    // A blank may come of folding; the final sigma is a sigma.
    let letters = plain.nfc().filter(|letter| !letter.is_whitespace());
    key.extend(letters.map(|letter| if letter == 'ς' { 'σ' } else { letter }));
    plain.clear();
}

/// Whether a sign may close a sentence.
fn closes(letter: char) -> bool {
    matches!(letter, '.' | '?' | '!' | ':' | ';' | ',' | '…' | '‽')
        || matches!(letter, '。' | '｡' | '？' | '！' | '：' | '；' | '，' | '、' | '．')
}

/// Takes away what closes a sentence. A factorial and a name of punctuation stay.
fn strip_closing(line: &mut Vec<ProsePiece>) {
    let is_gap = |piece: &ProsePiece| matches!(piece, ProsePiece::Sign(letter) if letter.is_whitespace());
    loop {
        while line.last().is_some_and(is_gap) {
            line.pop();
        }
        let is_closing = |piece: &&ProsePiece| matches!(piece, ProsePiece::Sign(letter) if closes(*letter));
        let count = line.iter().rev().take_while(is_closing).count();
        let start = line.len() - count;
        if count == 0 {
            return;
        }
        let signs: String = line[start..].iter().filter_map(sign).collect();
        let stands_alone = start == 0 || is_gap(&line[start - 1]);
        let first = signs.chars().next().unwrap_or_default();
        let is_name = signs.starts_with("::")
            || (stands_alone && start > 0 && signs.chars().any(|sign| sign != first) && !is_outcry(&signs));
        if is_name {
            return;
        }
        let is_factorial = first == '!' && is_countable(&line[..start]);
        line.truncate(start + usize::from(is_factorial));
        if is_factorial {
            return;
        }
    }
}

fn sign(piece: &ProsePiece) -> Option<char> {
    if let ProsePiece::Sign(letter) = piece { Some(*letter) } else { None }
}

/// Nothing but marks of a question and of an outcry.
fn is_outcry(signs: &str) -> bool {
    signs.chars().all(|sign| matches!(sign, '?' | '!' | '？' | '！' | '‽'))
}

/// Whether a text ends with something that has a factorial: a number, a single letter, or a bracket
/// without words.
fn is_countable(line: &[ProsePiece]) -> bool {
    match line.last() {
        Some(ProsePiece::Sign(')')) => {
            let inner =
                line[..line.len() - 1].iter().rev().take_while(|piece| **piece != ProsePiece::Sign('('));
            let inner: String = inner.filter_map(sign).collect();
            inner.is_ascii()
                && !inner.as_bytes().windows(3).any(|three| three.iter().all(u8::is_ascii_alphabetic))
        }
        Some(ProsePiece::Verbatim(body)) => body.chars().count() <= 3,
        _ => {
            let is_word = |piece: &&ProsePiece| sign(piece).is_some_and(char::is_alphanumeric);
            let word: String = line.iter().rev().take_while(is_word).filter_map(sign).collect();
            let is_letter = word.len() == 1;
            is_letter || (!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
        }
    }
}

/// Makes single quotation marks double ones. What stands behind a letter and was not opened is an
/// apostrophe or a prime.
fn unify_quotes(line: &mut [ProsePiece]) {
    let is_single = |letter: Option<char>| matches!(letter, Some('\'' | '‘' | '’' | '‚' | '‛' | '＇'));
    let mut opened: Option<usize> = None;
    for at in 0..line.len() {
        let letter = sign(&line[at]);
        if !is_single(letter) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| sign(&line[at]));
        let after = line.get(at + 1).and_then(sign);
        let is_free = |near: Option<char>| near.is_none_or(|near| !near.is_alphanumeric());
        let is_word = |near: Option<char>| near.is_some_and(char::is_alphanumeric);
        match opened {
            Some(start) if !is_word(after) || letter == Some('’') && !is_latin(after.unwrap_or(' ')) => {
                line[start] = ProsePiece::Sign('"');
                line[at] = ProsePiece::Sign('"');
                opened = None;
            }
            _ if letter == Some('‘') || (is_free(before) && before != Some('\'') && is_word(after)) => {
                opened = Some(at);
            }
            _ => (),
        }
    }
}
