//! What a question names: the terms of a text, each with how much it tells of what is asked.
//!
//! A text is read as units, a Latin word by its stem or one Chinese character, and the longest wording of the
//! tables of synonyms that stands there is a name. What is in no table counts as it stands: a Latin word as one
//! word, Chinese by its pairs of characters. Words that only ask count nothing.

use super::spelling::Spelling;
use crate::card::han::{is_han, simplified};
use crate::quiz::terms;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Words that say nothing of what is asked.
const ASKING: &str = include_str!("asking.txt");

/// How much a word tells that names nothing.
const PLAIN: f32 = 0.55;
/// How much the part of a longer name tells.
const PART: f32 = 0.25;
/// How much a name of every second question tells.
const OF_MANY: f32 = 0.4;
/// How much a pair of Chinese characters tells.
const PAIR: f32 = 0.5;
/// How much a name tells as it is spelt, where it is short for a concept of the tables.
const SPELT: f32 = 0.6;

/// Concepts of every second question.
const OF_MANY_QUESTIONS: &str = "neural network, machine learning, deep learning, language model, model, algorithm, \
    data, classification, training, large language model, computation, sample, input, output, method, text, image, \
    update, parameter, layer, feature, loss, inference, optimisation, advantage, drawback, different, compare, solve, \
    prevent, mitigate, memory, cost, combine, efficient, fast, similar, check, zero, one, simple, difficult, easy, \
    automatic, scale, step, time step, representation, interpretability, testing, test time, evaluation mode, stable, depend on, \
    number, length, sum, mean, random, function, generative model, distribution, probability, transformer, attention";

/// How much a term tells, and whether it names something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Telling {
    pub(super) weight: f32,
    pub(super) is_name: bool,
}

/// Terms by what they are compared by.
pub(super) type Terms = HashMap<String, Telling>;

/// Whether a term is a wording of the tables.
pub(super) fn is_of_tables(key: &str) -> bool {
    key.starts_with(NAME)
}

/// Whether a term is one of every second question.
pub(super) fn is_of_many(key: &str) -> bool {
    key.strip_prefix(NAME).is_some_and(|name| GENERAL.contains(name))
}

/// Names begin with it, so that they are told from words.
const NAME: &str = "=";

static GENERAL: LazyLock<HashSet<&str>> = LazyLock::new(|| OF_MANY_QUESTIONS.split(", ").collect());

/// The terms of a text.
pub(super) fn terms_of(text: &str, spelling: &Spelling) -> Terms {
    let units = units(&spelling.respelt(text));
    let mut reading = TermReading { terms: Terms::new(), spelling, has_han: text.contains(is_han) };
    let mut at = 0;
    // Where a run of Chinese began that is no wording.
    let mut run = Vec::new();
    while let Some(unit) = units.get(at) {
        let found = WORDINGS.longest(&units[at..]);
        let is_loose_han = found.is_none() && unit.is_han();
        if !is_loose_han {
            reading.pairs(&std::mem::take(&mut run), PAIR);
        }
        match found {
            Some((count, Some(name))) => reading.name(name, &units[at..at + count]),
            Some((_, None)) => {}
            None if is_loose_han => run.push(unit),
            None => reading.word(unit),
        }
        at += found.map_or(1, |(count, _)| count);
    }
    reading.pairs(&run, PAIR);
    reading.terms
}

/// A Latin word or one Chinese character; without a key, a mark between two of them.
#[derive(Debug)]
struct Unit {
    key: String,
    surface: String,
}

impl Unit {
    fn is_han(&self) -> bool {
        self.key.starts_with(is_han)
    }

    fn is_mark(&self) -> bool {
        self.key.is_empty()
    }

    /// Whether it is spelt in capitals alone.
    fn is_acronym(&self) -> bool {
        self.surface.len() > 1
            && self.surface.contains(char::is_uppercase)
            && !self.surface.contains(char::is_lowercase)
    }

    /// Whether it is the letter before the hyphen of `k-means`.
    fn is_letter(&self) -> bool {
        self.surface.ends_with('-')
    }
}

fn units(text: &str) -> Vec<Unit> {
    let letters: Vec<char> = simplified(&text.nfkc().collect::<String>()).chars().collect();
    let letter = |at: usize| letters.get(at).copied().unwrap_or(' ');
    let is_word = |letter: char| letter.is_alphanumeric() && !is_han(letter);
    let mut units = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let first = at;
        if is_han(letter(at)) {
            at += 1;
            let han = letter(first).to_string();
            units.push(Unit { key: han.clone(), surface: han });
        } else if is_word(letter(at)) {
            // `3.5` is one word, and so are `LoRA+` and `C++`.
            while is_word(letter(at))
                || letter(at) == '.' && letter(at - 1).is_ascii_digit() && letter(at + 1).is_ascii_digit()
            {
                at += 1;
            }
            let signs = (at..at + 2).take_while(|at| letter(*at) == '+').count();
            at += if is_word(letter(at + signs)) { 0 } else { signs };
            let mut surface: String = letters[first..at].iter().collect();
            let is_alone = at == first + 1 && surface.is_ascii();
            if is_alone && letter(at) == '-' && letter(at + 1).is_ascii_alphabetic() {
                surface.push('-');
            }
            units.push(Unit { key: key_of(surface.trim_end_matches('-')), surface });
        } else {
            at += 1;
            if !matches!(letter(first), '-' | '–' | '_' | '\'' | '’' | '{' | '}' | '\\' | '$' | '^')
                && !letter(first).is_whitespace()
            {
                units.push(Unit { key: String::new(), surface: letter(first).to_string() });
            }
        }
    }
    // Several of `RNNs` are an RNN.
    for unit in &mut units {
        let one = unit.surface.strip_suffix('s').unwrap_or_default();
        if one.len() > 1 && one.chars().all(char::is_uppercase) {
            *unit = Unit { key: key_of(one), surface: one.to_owned() };
        }
    }
    units
}

/// What a Latin word is compared by. A tokeniser is no token: what a stem loses with `-iser` makes another word.
fn key_of(word: &str) -> String {
    let lower = word.to_lowercase();
    let stem = terms::stem(&lower);
    const MAKES: [&str; 8] = ["ization", "isation", "izations", "isations", "izer", "iser", "izing", "ising"];
    let is_made = lower.len() > stem.len() + 3 && MAKES.iter().any(|end| lower.ends_with(end));
    if is_made { stem + "iz" } else { stem }
}

struct TermReading<'a> {
    terms: Terms,
    spelling: &'a Spelling,
    /// In Chinese every Latin word is a name.
    has_han: bool,
}

impl TermReading<'_> {
    fn add(&mut self, key: String, weight: f32, is_name: bool) {
        let known = self.terms.entry(key).or_insert(Telling { weight, is_name });
        known.weight = known.weight.max(weight);
        known.is_name |= is_name;
    }

    fn pairs(&mut self, run: &[&Unit], weight: f32) {
        for pair in run.windows(2) {
            self.add(format!("{}{}", pair[0].key, pair[1].key), weight, false);
        }
    }

    fn name(&mut self, name: &str, units: &[Unit]) {
        let is_of_many = GENERAL.contains(name);
        self.add(format!("{NAME}{name}"), if is_of_many { OF_MANY } else { 1.0 }, !is_of_many);
        if let [unit] = units {
            if unit.is_acronym() {
                self.add(unit.key.clone(), PART, false);
            } else if self.spelling.is_spelt(&unit.surface) {
                self.add(unit.key.clone(), SPELT, true);
            }
            return;
        }
        for (first, unit) in units.iter().enumerate() {
            let is_telling = unit.key.len() > 1 && !WORDINGS.asks(&unit.key);
            if !unit.is_han() && is_telling && WORDINGS.name(&units[first..=first]).is_none() {
                self.add(unit.key.clone(), PART, false);
            }
            let shortest = if unit.is_han() { 2 } else { 1 };
            for last in first + shortest..=units.len() {
                if last - first < units.len()
                    && let Some(inner) = WORDINGS.name(&units[first..last])
                {
                    self.add(format!("{NAME}{inner}"), PART, false);
                }
            }
        }
        let han: Vec<&Unit> = units.iter().filter(|unit| unit.is_han()).collect();
        self.pairs(&han, PART * PAIR);
    }

    fn word(&mut self, unit: &Unit) {
        if unit.is_letter() {
            self.add(format!("{}-", unit.key), PAIR, false);
        } else if unit.key.len() > 1 && (unit.is_acronym() || !WORDINGS.asks(&unit.key)) {
            let is_odd = unit.surface.chars().skip(1).any(char::is_uppercase)
                || unit.surface.contains(|letter: char| letter.is_ascii_digit());
            let is_name = self.has_han || is_odd || self.spelling.is_spelt(&unit.surface);
            self.add(unit.key.clone(), if is_name { 1.0 } else { PLAIN }, is_name);
        }
    }
}

/// All wordings of the tables and all words that ask, by their units.
struct Wordings {
    nodes: Vec<WordingNode>,
    next: HashMap<(usize, String), usize>,
    asking: HashSet<String>,
}

#[derive(Debug, Default)]
struct WordingNode {
    name: Option<String>,
    asks: bool,
    /// The fewest letters that the tables have for it, where it is one word.
    shortest: usize,
    /// Whether a longer wording of the same name has it as a word: `clip` in `gradient clipping`. In capitals it is
    /// another thing.
    is_ordinary: bool,
}

static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| {
    let mut wordings =
        Wordings { nodes: vec![WordingNode::default()], next: HashMap::new(), asking: HashSet::new() };
    for row in terms::wordings() {
        wordings.learn(&row);
    }
    for word in ASKING.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
        let units = units(word);
        if !word.contains(is_han) {
            wordings.asking.extend(units.iter().map(|unit| unit.key.clone()));
        }
        let node = wordings.node(&units);
        wordings.nodes[node].asks = true;
    }
    wordings
});

impl Wordings {
    /// Takes in one row of a table: wordings that mean one thing, of which one may be known.
    fn learn(&mut self, row: &[&str]) {
        let read: Vec<Vec<Unit>> = row.iter().map(|wording| units(wording)).collect();
        let known = |is_long: bool| {
            let mut rows = read.iter().filter(|units| !is_long || units.len() > 1);
            rows.find_map(|units| self.name(units)).map(str::to_owned)
        };
        let name = known(true).or_else(|| known(false)).unwrap_or_else(|| row[0].to_owned());
        for (units, wording) in read.iter().zip(row) {
            let node = self.node(units);
            let is_ordinary = units.len() == 1
                && !units[0].is_han()
                && read
                    .iter()
                    .any(|other| other.len() > 1 && other.iter().any(|unit| unit.key == units[0].key));
            let node = &mut self.nodes[node];
            node.name.get_or_insert(name.clone());
            node.is_ordinary |= is_ordinary;
            if units.len() == 1 && !wording.contains(is_han) {
                let length = wording.len();
                node.shortest = if node.shortest == 0 { length } else { node.shortest.min(length) };
            }
        }
    }

    fn node(&mut self, units: &[Unit]) -> usize {
        units.iter().filter(|unit| !unit.is_mark()).fold(0, |node, unit| {
            *self.next.entry((node, unit.key.clone())).or_insert_with(|| {
                self.nodes.push(WordingNode::default());
                self.nodes.len() - 1
            })
        })
    }

    /// How many units the longest wording has that begins here, and what it names; nothing where it asks.
    fn longest(&self, units: &[Unit]) -> Option<(usize, Option<&str>)> {
        let mut node = 0;
        let mut longest = None;
        for (at, unit) in units.iter().enumerate() {
            let Some(next) = self.next.get(&(node, unit.key.clone())) else { break };
            node = *next;
            let wording = &self.nodes[node];
            let is_alone = at == 0;
            let is_acronym = is_alone && unit.is_acronym();
            if wording.asks && !is_acronym {
                longest = Some((at + 1, None));
            } else if let Some(name) = &wording.name
                && !(is_acronym && wording.is_ordinary)
                && !(is_alone && unit.surface.len() + 2 < wording.shortest)
            {
                longest = Some((at + 1, Some(name.as_str())));
            }
        }
        longest
    }

    fn name(&self, units: &[Unit]) -> Option<&str> {
        let next = |node: usize, unit: &Unit| self.next.get(&(node, unit.key.clone())).copied();
        let node = units.iter().try_fold(0, next)?;
        self.nodes[node].name.as_deref()
    }

    fn asks(&self, key: &str) -> bool {
        self.asking.contains(key)
    }
}
