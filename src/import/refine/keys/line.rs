//! What one line of a key of letters says: `1-4: B C ABD A`, `Key: BAA`, `3. B because of the loss`.

use crate::import::page::{is_verdict, plain_text};
use crate::import::stem::names_answer;

/// What a line of a key gives.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum KeyLine {
    /// Nothing that a key has.
    Other,
    /// It only says that answers follow.
    Head,
    /// Numbers with their letters, one or several.
    Pairs { pairs: Vec<(u32, String)>, named: bool },
    /// One number with its letters, and words behind them.
    Told { number: u32, letters: String, parted: bool },
    /// Letters without numbers, one group a question.
    Groups { groups: Vec<String>, named: bool },
    /// Numbers whose letters stand on a line below.
    Numbers(Vec<u32>),
}

/// A line of a key is no longer, unless it explains one answer.
const LONGEST: usize = 2000;
/// What names a key has no more letters and no more words.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 5;
/// A key gives no higher number.
const MOST: u32 = 999;

/// Reads a line.
pub(super) fn key_line(line: &str) -> KeyLine {
    if line.len() > LONGEST {
        return KeyLine::Other;
    }
    let plain = plain_text(line);
    let text: String = plain
        .chars()
        .filter(|letter| !matches!(letter, '*' | '`' | '#'))
        .map(|letter| if matches!(letter, '|' | '\t' | '\u{3000}' | '\u{a0}') { ' ' } else { letter })
        .collect();
    let text = text.trim_matches([' ', '>', '_']);
    let text = text.strip_prefix(['-', '+', '•']).map_or(text, str::trim_start);
    if text.is_empty() {
        return KeyLine::Other;
    }
    if names_key(text) {
        return KeyLine::Head;
    }
    if let Some(numbers) = named_numbers(text) {
        return KeyLine::Numbers(numbers);
    }
    let (named, rest) = behind_name(text).map_or((false, text), |rest| (true, rest));
    let mut scan = KeyScan { text: rest };
    scan.skip();
    match scan.number() {
        Some(_) => numbered(rest, named),
        None => match grouped(rest, named) {
            KeyLine::Other => sectioned(rest).unwrap_or(KeyLine::Other),
            line => line,
        },
    }
}

/// The pairs of a section behind its name: `Part A: 1a 2b`.
fn sectioned(text: &str) -> Option<KeyLine> {
    let (name, rest) = text.split_once([':', '：'])?;
    let is_name = (1..=LONGEST_NAME).contains(&name.chars().count()) && name.split(' ').count() <= MOST_WORDS;
    match numbered(rest.trim_start(), false) {
        KeyLine::Pairs { pairs, .. } if is_name && pairs.len() > 1 => {
            Some(KeyLine::Pairs { pairs, named: false })
        }
        _ => None,
    }
}

/// Whether a line heads answers: it names them, or gives the numbers that they stand below.
pub(in crate::import) fn heads_key(line: &str) -> bool {
    matches!(key_line(line), KeyLine::Head | KeyLine::Numbers(_))
}

/// Whether a text says no more than that answers follow: "Answer key", "参考答案与解析".
fn names_key(text: &str) -> bool {
    const WORDS: [&str; 27] = [
        "answer",
        "answers",
        "key",
        "keys",
        "solution",
        "solutions",
        "respuesta",
        "respuestas",
        "solución",
        "soluciones",
        "resposta",
        "respostas",
        "gabarito",
        "risposta",
        "risposte",
        "soluzione",
        "soluzioni",
        "réponse",
        "réponses",
        "corrigé",
        "lösung",
        "lösungen",
        "antworten",
        "ответ",
        "ответы",
        "ключ",
        "ключи",
    ];
    const HAN: [&str; 3] = ["答案", "解析", "答え"];
    let core = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    // Letters that answer already stand behind the name.
    let answers = core.contains([':', '：'])
        || core
            .split(' ')
            .skip(1)
            .any(|word| word.len() > 1 && word == word.to_uppercase() && is_choice(word));
    if core.is_empty() || core.chars().count() > LONGEST_NAME || text.contains(['?', '？']) || answers {
        return false;
    }
    if names_answer(core) {
        return true;
    }
    let has_numbers = core.chars().any(|letter| letter.is_ascii_digit());
    if core.chars().count() <= 12 && HAN.iter().any(|word| core.contains(word)) {
        return !core.contains(['，', '。', '；']) && !has_numbers;
    }
    let lower = core.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.len() <= MOST_WORDS
        && words.iter().any(|word| WORDS.contains(word))
        && words.iter().all(|word| word.chars().count() > 1)
        && !has_numbers
}

/// What follows the name of a key on its line.
pub(super) fn behind_name(text: &str) -> Option<&str> {
    let framed = text.strip_prefix('【').and_then(|inner| inner.split_once('】'));
    if let Some((_, rest)) = framed.filter(|(name, _)| names_key(name)) {
        return Some(rest.trim_start_matches([':', '：', ' ']));
    }
    if let Some((at, sign)) =
        text.char_indices().take(LONGEST_NAME).find(|(_, letter)| matches!(letter, ':' | '：'))
    {
        return names_key(&text[..at]).then(|| text[at + sign.len_utf8()..].trim_start());
    }
    let (name, rest) = text.split_once(' ')?;
    names_key(name).then(|| rest.trim_start())
}

/// Numbers and what stands behind each.
fn numbered(text: &str, named: bool) -> KeyLine {
    let mut scan = KeyScan { text };
    let mut pairs: Vec<(u32, String)> = Vec::new();
    let mut bare: Vec<u32> = Vec::new();
    loop {
        scan.skip();
        if scan.text.is_empty() {
            break;
        }
        let Some(number) = scan.number() else { return KeyLine::Other };
        if let Some(last) = scan.until(number) {
            let Some(groups) = scan.groups((last - number + 1) as usize) else { return KeyLine::Other };
            pairs.extend((number..=last).zip(groups));
            continue;
        }
        let parted = scan.sign();
        match scan.letters() {
            Some(letters) => {
                let is_end = scan.ends_pair();
                pairs.push((number, letters));
                if !is_end {
                    let (number, letters) = pairs.remove(0);
                    let parted =
                        scan.text.starts_with(|letter: char| !letter.is_alphanumeric() && letter != ' ')
                            || !scan.text.is_ascii() && !scan.text.starts_with(' ');
                    return match pairs.is_empty() {
                        true => KeyLine::Told { number, letters, parted },
                        false => KeyLine::Other,
                    };
                }
            }
            None if pairs.is_empty() && !parted => bare.push(number),
            None => return KeyLine::Other,
        }
        if !bare.is_empty() && !pairs.is_empty() {
            return KeyLine::Other;
        }
    }
    match (pairs.is_empty(), bare.len()) {
        (false, _) => KeyLine::Pairs { pairs, named },
        (true, 2..) => KeyLine::Numbers(bare),
        _ => KeyLine::Other,
    }
}

/// The numbers of a row behind its name: `题号 1 2 3`.
fn named_numbers(text: &str) -> Option<Vec<u32>> {
    let (name, rest) = text.split_once(' ')?;
    let is_name = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ':' | '：'));
    match numbered(rest, false) {
        KeyLine::Numbers(numbers) if is_name && name.chars().count() <= MOST_OF_NAME => Some(numbers),
        _ => None,
    }
}

/// The name of a row has no more letters.
const MOST_OF_NAME: usize = 10;

/// Letters alone.
fn grouped(text: &str, named: bool) -> KeyLine {
    let mut groups = Vec::new();
    for word in
        text.split([' ', ',', '，', ';', '；', '、', '/', '.', '。', '-']).filter(|word| !word.is_empty())
    {
        if !is_choice(word) {
            return KeyLine::Other;
        }
        groups.push(word.to_owned());
    }
    if groups.is_empty() { KeyLine::Other } else { KeyLine::Groups { groups, named } }
}

/// Whether a word is nothing but letters of options.
fn is_choice(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'A'..=b'H' | b'a'..=b'h'))
}

/// What is left of a line to read.
struct KeyScan<'a> {
    text: &'a str,
}

impl<'a> KeyScan<'a> {
    /// Signs between two pairs.
    fn skip(&mut self) {
        self.text = self
            .text
            .trim_start_matches([' ', ',', '，', ';', '；', '、', '.', '。', '·', '/', '(', '（', '[']);
    }

    /// A number, maybe behind the word for a question.
    fn number(&mut self) -> Option<u32> {
        const WORDS: [&str; 5] = ["Question", "第", "Q", "q", "No."];
        let text = WORDS.iter().find_map(|word| self.text.strip_prefix(word)).unwrap_or(self.text);
        let text = text.trim_start_matches([' ', '.']);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let number =
            text[..digits.min(4)].parse::<u32>().ok().filter(|number| (1..=MOST).contains(number))?;
        let rest = &text[digits..];
        self.text = rest.strip_prefix('题').unwrap_or(rest);
        Some(number)
    }

    /// The last number of a range: `1-4`, `1 ~ 4`.
    fn until(&mut self, first: u32) -> Option<u32> {
        let rest = self.text.trim_start_matches(' ');
        let rest = rest.strip_prefix(['-', '~', '–', '—', '～', '至'])?;
        let mut scan = KeyScan { text: rest.trim_start_matches(['-', ' ']) };
        let last = scan.number().filter(|last| *last > first)?;
        scan.sign();
        self.text = scan.text;
        Some(last)
    }

    /// Takes what stands between a number and its letters; whether a sign did.
    fn sign(&mut self) -> bool {
        let rest = self.text.trim_start_matches(|letter: char| " .:：)）]】、．-–—=>→".contains(letter));
        let taken = &self.text[..self.text.len() - rest.len()];
        self.text = rest;
        taken.chars().any(|letter| letter != ' ')
    }

    /// The letters of an answer, in one word or several: `B`, `ABD`, `A, B, D`, `A and C`.
    fn letters(&mut self) -> Option<String> {
        let from = self.text;
        if let Some(rest) = behind_verdict(from) {
            self.text = rest;
            return Some(from[..from.len() - rest.len()].to_owned());
        }
        let mut rest = self.group(from)?;
        loop {
            let mut next = rest.trim_start_matches([' ', ',', '，', '、', '/', '&', '+']);
            for word in ["and ", "or ", "y ", "e ", "et ", "und ", "и "] {
                next = next.strip_prefix(word).unwrap_or(next);
            }
            let Some(behind) = self.group(next).filter(|_| next.len() < rest.len()) else { break };
            // One letter of several, not the word "a".
            let taken = &next[..next.len() - behind.len()];
            let is_parted = rest.starts_with([',', '，', '、', '/', '&', '+'])
                || taken.bytes().all(|byte| byte.is_ascii_uppercase());
            if taken.len() > 1 || !is_parted && rest.trim_start() == next {
                break;
            }
            rest = behind;
        }
        self.text = rest;
        Some(from[..from.len() - rest.len()].trim_end().to_owned())
    }

    /// What follows one word of letters.
    fn group(&self, text: &'a str) -> Option<&'a str> {
        let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, rest) = text.split_at(end);
        let is_apart = !rest.starts_with(|letter: char| {
            letter == '\'' || letter == '’' || letter.is_alphabetic() && letter.is_ascii()
        });
        (is_choice(word) && word.len() <= 6 && is_apart && (word.len() == 1 || is_rising(word)))
            .then_some(rest)
    }

    /// So many groups of letters behind a range.
    fn groups(&mut self, count: usize) -> Option<Vec<String>> {
        let word = self.text.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default();
        if word.len() == count && is_choice(word) {
            self.text = &self.text[word.len()..];
            return Some(word.chars().map(String::from).collect());
        }
        let mut groups = Vec::new();
        for _ in 0..count {
            let rest = self.text.trim_start_matches([' ', ',', '，', ';', '、', '/']);
            let end = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            if !is_choice(&rest[..end]) {
                return None;
            }
            groups.push(rest[..end].to_owned());
            self.text = &rest[end..];
        }
        Some(groups)
    }

    /// Whether the next pair follows, or nothing does.
    fn ends_pair(&self) -> bool {
        let rest = self.text.trim_start_matches(|letter: char| " ,，;；、.。·/)）]".contains(letter));
        let mut scan = KeyScan { text: rest.trim_start_matches(['(', '（', '[']) };
        rest.is_empty() || rest.len() < self.text.len() && scan.number().is_some()
    }
}

/// What follows the verdict that a text begins with; an `F` alone may be an option too.
fn behind_verdict(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let end = match first.is_alphabetic() {
        true => text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len()),
        false => first.len_utf8(),
    };
    let (word, rest) = text.split_at(end);
    (is_verdict(word) && !is_choice(word)).then_some(rest)
}

/// Whether letters rise, as those of an answer of several do.
fn is_rising(word: &str) -> bool {
    word.as_bytes().windows(2).all(|pair| pair[0] < pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(line: &str) -> Vec<String> {
        match key_line(line) {
            KeyLine::Pairs { pairs, .. } => {
                pairs.into_iter().map(|(number, text)| format!("{number}{text}")).collect()
            }
            KeyLine::Told { number, letters, .. } => vec![format!("{number}{letters}…")],
            KeyLine::Groups { groups, .. } => groups,
            KeyLine::Numbers(numbers) => numbers.iter().map(u32::to_string).collect(),
            KeyLine::Head => vec!["head".to_owned()],
            KeyLine::Other => Vec::new(),
        }
    }

    #[test]
    fn a_line_of_a_key_says_numbers_and_letters() {
        for (line, expected) in [
            ("1-4: B C ABD A", "1B 2C 3ABD 4A"),
            ("1~4 B C ABD A", "1B 2C 3ABD 4A"),
            ("1-3 BAA 4-5 DC", "1B 2A 3A 4D 5C"),
            ("Key: BAA", "BAA"),
            ("答案：B A A", "B A A"),
            ("标准答案 BAA", "BAA"),
            ("Answers: 1-B, 2-C, 3-ABD", "1B 2C 3ABD"),
            ("(1) B (2) C (3) ABD", "1B 2C 3ABD"),
            ("【答案】1.B；2.A", "1B 2A"),
            ("| 2 | **C** |", "2C"),
            ("3. A, B, D", "3A, B, D"),
            ("3. a, b y d", "3a, b y d"),
            ("1. B because of the loss", "1B…"),
            ("1. B。因为", "1B…"),
            ("第2题 A 有门", "2A…"),
            ("1 2 3", "1 2 3"),
            ("Part A: 1a 2b", "1a 2b"),
            ("Part A: one and two", ""),
            ("| 题号 | 1 | 2 | 3 |", "1 2 3"),
            ("题号\t1\t2\t3", "1 2 3"),
            ("## Answer key", "head"),
            ("参考答案与解析", "head"),
            ("Respuestas correctas:", "head"),
            ("Answer key: 1-B 2-a,c 3-False 4-T", "1B 2a,c 3False 4T"),
            ("1.√ 2.× 3.对", "1√ 2× 3对"),
            ("3 - True, as it has gates", "3True…"),
            ("1. Truth is told", ""),
            ("1. Because it is", ""),
            ("A door", ""),
            ("The key is B", ""),
            ("Is this the answer key?", ""),
        ] {
            assert_eq!(pairs(line).join(" "), expected, "{line}");
        }
    }
}
