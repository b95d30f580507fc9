//! Rules of the built-in cards that a test can hold.

pub(crate) mod code;

use backprop::card::{Card, Importance, Lang};
use backprop::markdown::{self, Layers};
use std::collections::HashMap;

/// A card in both languages, with its follow-ups.
pub(crate) struct Pair<'a> {
    pub(crate) id: &'a str,
    pub(crate) faces: [(Lang, &'a Card); 2],
    pub(crate) follow_ups: usize,
}

/// How long a part may be, in English words and in Han characters.
struct Most {
    words: usize,
    han: usize,
}

const GIST: Most = Most { words: 45, han: 70 };
const POINT: Most = Most { words: 30, han: 50 };
const CORE: Most = Most { words: 220, han: 360 };

impl Most {
    fn of(&self, lang: Lang) -> usize {
        if lang == Lang::Zh { self.han } else { self.words }
    }
}

/// The length of a text: words in English, Han characters in Chinese; a formula counts as one.
pub(crate) fn length(text: &str, lang: Lang) -> usize {
    let (mut plain, mut formulas) = (String::new(), 0);
    for (index, piece) in text.split('$').enumerate() {
        match index % 2 {
            0 => plain.push_str(piece),
            _ if piece.is_empty() => {}
            _ => {
                formulas += 1;
                plain.push(' ');
            }
        }
    }
    match lang {
        Lang::Zh => {
            plain.chars().filter(|letter| ('\u{3400}'..='\u{9fff}').contains(letter)).count() + formulas
        }
        Lang::En => {
            let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
            plain.split_whitespace().filter(is_word).count() + formulas
        }
    }
}

/// An answer without its blocks of code and drills.
fn prose(answer: &str) -> String {
    let mut open = false;
    let mut is_prose = |line: &&str| {
        let is_fence = line.trim_start().starts_with("```");
        open ^= is_fence;
        !open && !is_fence
    };
    answer.lines().filter(|line| is_prose(line)).collect::<Vec<_>>().join("\n")
}

/// What is wrong with a card, each with its language.
pub(crate) fn faults(pair: &Pair<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let layers = pair.faces.map(|(_, card)| markdown::layers(&prose(&card.faces[0].answer)));
    for ((lang, card), layers) in pair.faces.iter().zip(&layers) {
        let mut say = |fault: String| faults.push(format!("{} ({}): {fault}", pair.id, lang.name()));
        if card.parent().is_some() {
            let answer = &card.faces[0].answer;
            let (long, most) = (length(answer, *lang), GIST.of(*lang) * 2);
            if long > most {
                say(format!("a follow-up's answer has {long}, at most {most}"));
            }
            continue;
        }
        lengths(layers, *lang, &mut say);
        counts(layers, card, pair.follow_ups, &mut say);
    }
    let shape = |layers: &Layers| (layers.core.len(), layers.bonus.len(), layers.mistakes.len());
    if shape(&layers[0]) != shape(&layers[1]) {
        let [zh, en] = [shape(&layers[0]), shape(&layers[1])];
        faults.push(format!("{}: core, bonus, mistakes are {zh:?} and {en:?}", pair.id));
    }
    faults
}

fn lengths(layers: &Layers, lang: Lang, say: &mut impl FnMut(String)) {
    let (gist, most) = (length(&layers.gist, lang), GIST.of(lang));
    if gist == 0 || gist > most {
        say(format!("the gist has {gist}, 1 to {most}"));
    }
    let mut core = gist;
    for point in layers.core.iter().chain(&layers.bonus) {
        let (long, most) = (length(&point.text, lang), POINT.of(lang));
        if long > most {
            say(format!("a point has {long}, at most {most}: {}", point.text));
        }
    }
    core += layers.core.iter().map(|point| length(&point.text, lang)).sum::<usize>();
    if core > CORE.of(lang) {
        say(format!("gist and core have {core}, at most {}", CORE.of(lang)));
    }
}

fn counts(layers: &Layers, card: &Card, follow_ups: usize, say: &mut impl FnMut(String)) {
    if !(3..=5).contains(&layers.core.len()) {
        say(format!("{} core points, 3 to 5", layers.core.len()));
    }
    if layers.bonus.len() > 3 {
        say(format!("{} bonus points, at most 3", layers.bonus.len()));
    }
    let least = match card.importance() {
        Importance::High => 2,
        Importance::Medium => 1,
        Importance::Low => 0,
    };
    if layers.mistakes.len() < least {
        say(format!("{} mistakes, at least {least}", layers.mistakes.len()));
    }
    if follow_ups < least.min(1) {
        say("no follow-up".to_owned());
    }
    for mistake in layers.mistakes.iter().filter(|mistake| mistake.reason.is_empty()) {
        say(format!("a mistake without `→` and why it is wrong: {}", mistake.claim));
    }
    let sources = card.metadata().map_or("", |metadata| &metadata.sources);
    if layers.sources.is_empty() && sources.is_empty() {
        say("no sources".to_owned());
    }
    let gaps = prose(&card.faces[0].answer).matches("==").count() / 2;
    if !(2..=4).contains(&gaps) {
        say(format!("{gaps} marked gaps, 2 to 4"));
    }
}

/// Words as numbers, so that many points are compared quickly.
#[derive(Default)]
pub(crate) struct Words(HashMap<String, u32>);

impl Words {
    /// The words of a point by which two are compared, in the order of their numbers: pairs of Han
    /// characters, and longer words of Latin letters.
    pub(crate) fn of(&mut self, text: &str) -> Vec<u32> {
        let text = text.to_lowercase();
        let han: Vec<char> =
            text.chars().filter(|letter| ('\u{3400}'..='\u{9fff}').contains(letter)).collect();
        let pairs = han.windows(2).map(|pair| pair.iter().collect::<String>());
        let latin = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        let long = latin.filter(|word| word.len() > 3).map(str::to_owned);
        let mut numbers: Vec<u32> = pairs
            .chain(long)
            .map(|word| {
                let next = self.0.len() as u32;
                *self.0.entry(word).or_insert(next)
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// The share of words that two points have in common.
pub(crate) fn overlap(one: &[u32], other: &[u32]) -> f64 {
    let (mut left, mut right, mut both) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        both += u32::from(a == b);
        left += usize::from(a <= b);
        right += usize::from(b <= a);
    }
    f64::from(both) * 2.0 / (one.len() + other.len()).max(1) as f64
}
