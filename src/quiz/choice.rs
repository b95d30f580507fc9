//! Choice: which of four statements answers the question?
//!
//! An option is one sentence of an answer. The wrong ones come from other cards of the deck, of the same
//! topic first, and are chosen so that nothing but knowing the answer helps:
//!
//! - **never true at the same time**: no distractor comes from a card whose question is about the same
//!   concept, names a concept of the question, or says what the answer says (judged as a typed answer
//!   would be);
//! - **not given away by wording**: no option names what its own question is about, and none repeats
//!   the question;
//! - **not given away by form**: options are of about one length, and how many are shorter than the
//!   right one is drawn by lot; where the right one has a formula or a number, distractors with one are
//!   preferred.

mod said;

use super::mode::{Asking, Evidence, Mode, Task};
use super::terms::{self, is_han};
use crate::card::{Card, Face, Grade};
use crate::desk::{Desk, Place};
use crate::markdown::{self, Content};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use said::Rubric;
use std::cell::OnceCell;
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// The row of this mode.
pub static MODE: Mode = Mode { name: "choice", evidence: Evidence::Recognised, task };

/// Four statements, of which one answers the question.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The statements, as Markdown.
    pub statements: [String; 4],
    /// Which one it is.
    pub right: usize,
    /// Which one the learner took.
    pub picked: Option<usize>,
}

impl Options {
    /// A wrong choice is a lapse, a right one weak evidence.
    pub fn suggests(&self) -> Option<Grade> {
        self.picked.map(|picked| if picked == self.right { Grade::Hard } else { Grade::Again })
    }
}

/// Options of other widths than these cells are too short to say anything or too long to compare.
const WIDTHS: std::ops::RangeInclusive<usize> = 24..=170;
/// Options are of one length when they differ by less than these factors; the first is tried first.
const CLOSE: [f32; 3] = [1.25, 1.5, 2.0];
/// Cards that distractors are looked for in.
const POOL: usize = 40;

fn task(asking: &Asking<'_>) -> Option<Task> {
    // Hard repeats a learning step: choices alone would never bring a card out of its steps.
    if asking.sitting.chosen.contains(&asking.card().id) {
        return None;
    }
    options(asking.desk, asking.place, asking.seed()).map(Task::Pick)
}

/// Four statements for the card of a place; none where the deck has too few that fit.
pub fn options(desk: &Desk, place: Place, seed: u64) -> Option<Options> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let (card, face) = (desk.card(place), desk.face(place));
    let subject = subject(card);
    let mut right = statements(face, &subject);
    right.shuffle(&mut chance);
    let rubric = Rubric::of(card, face);
    let mut wrong: Vec<Distractor<'_>> = Vec::new();
    for (other_card, other, is_near) in pool(desk, place, seed) {
        let own = self::subject(other_card);
        if own.intersection(&subject).next().is_some() {
            continue;
        }
        let fitting =
            statements(other, &own).into_iter().filter(|statement| statement.terms.is_disjoint(&subject));
        let distractor =
            |statement| Distractor { card: other_card, statement, is_near, is_said: OnceCell::new() };
        wrong.extend(fitting.map(distractor));
    }
    wrong.shuffle(&mut chance);
    // Lots for how many options are shorter than the right one, and whether its length is the middle one.
    let shorter = chance.random_range(0..4);
    let is_middle = chance.random_bool(0.5);
    let mut ways: Vec<Way> = Vec::new();
    for is_middle in [Some(is_middle), None] {
        for close in CLOSE {
            ways.extend((0..4).map(|turn| Way { close, shorter: (shorter + turn) % 4, is_middle }));
        }
    }
    let all = ways.iter().flat_map(|way| right.iter().map(move |right| (way, right)));
    all.filter_map(|(way, right)| Some((right, three(right, &wrong, way, &rubric)?)))
        .map(|(right, wrong)| arrange(right, wrong, &mut chance))
        .next()
}

/// How the right option stands among the others.
struct Way {
    /// By which factor lengths may differ.
    close: f32,
    /// How many of the others are shorter.
    shorter: usize,
    /// Whether the right one is nearest to the mean length, where the number of shorter ones allows it;
    /// nothing where it does not matter.
    is_middle: Option<bool>,
}

impl Way {
    fn allows(&self, right: &Statement, wrong: &[&Statement; 3]) -> bool {
        let Some(is_middle) = self.is_middle.filter(|_| matches!(self.shorter, 1 | 2)) else { return true };
        let widths = [right.width, wrong[0].width, wrong[1].width, wrong[2].width];
        let off = widths.map(|width| (4 * width).abs_diff(widths.iter().sum()));
        (off[0] <= off[1..].iter().copied().min().unwrap_or(0)) == is_middle
    }
}

/// One sentence of an answer.
#[derive(Debug, Clone, PartialEq)]
struct Statement {
    source: String,
    terms: HashSet<String>,
    width: usize,
    /// Whether it has a formula, and whether it has a number.
    form: (bool, bool),
}

struct Distractor<'a> {
    card: &'a Card,
    statement: Statement,
    is_near: bool,
    /// Whether the answer says it too; found out only for those that fit otherwise.
    is_said: OnceCell<bool>,
}

impl Distractor<'_> {
    fn is_said(&self, rubric: &Rubric) -> bool {
        let text = || markdown::text(&markdown::inlines(&self.statement.source));
        *self.is_said.get_or_init(|| rubric.comes_near(&text()))
    }
}

/// How many sets of distractors are looked at.
const SETS: usize = 8;

/// Three distractors from three cards that leave the right statement as the way says.
fn three<'a>(
    right: &Statement,
    wrong: &'a [Distractor<'_>],
    way: &Way,
    rubric: &Rubric,
) -> Option<[&'a Statement; 3]> {
    let ratio = |other: &Statement| other.width as f32 / right.width as f32;
    let mut fitting: Vec<&Distractor<'_>> = wrong
        .iter()
        .filter(|other| (1.0 / way.close..=way.close).contains(&ratio(&other.statement)))
        .filter(|other| other.statement.width != right.width)
        .collect();
    fitting.sort_by_key(|other| (!other.is_near, other.statement.form != right.form));
    for _ in 0..SETS.min(fitting.len()) {
        let taken = first_three(right, &fitting, way.shorter, rubric);
        if let Some(taken) = taken.filter(|taken| way.allows(right, taken)) {
            return Some(taken);
        }
        // The next set begins with the next best.
        fitting.rotate_left(1);
    }
    None
}

fn first_three<'a>(
    right: &Statement,
    fitting: &[&'a Distractor<'_>],
    shorter: usize,
    rubric: &Rubric,
) -> Option<[&'a Statement; 3]> {
    let mut taken: Vec<&Distractor<'_>> = Vec::new();
    for is_shorter in [true, false] {
        let wanted = if is_shorter { shorter } else { 3 - shorter };
        let before = taken.len();
        for other in fitting {
            let is_new = taken.iter().all(|taken| taken.card.id != other.card.id);
            let fits = (other.statement.width < right.width) == is_shorter;
            if taken.len() - before < wanted && is_new && fits && !other.is_said(rubric) {
                taken.push(other);
            }
        }
    }
    <[&Statement; 3]>::try_from(taken.iter().map(|other| &other.statement).collect::<Vec<_>>()).ok()
}

fn arrange(right: &Statement, wrong: [&Statement; 3], chance: &mut ChaCha8Rng) -> Options {
    let mut order = [right, wrong[0], wrong[1], wrong[2]];
    order.shuffle(chance);
    let at = order.iter().position(|statement| *statement == right).expect("it is among the four");
    Options { statements: order.map(|statement| statement.source.clone()), right: at, picked: None }
}

/// The cards that distractors are looked for in, of the same topic first.
fn pool(desk: &Desk, place: Place, seed: u64) -> Vec<(&Card, &Face, bool)> {
    let face = desk.face(place);
    let cards = &desk.deck(place).cards;
    let mut pool: Vec<(&Card, &Face, bool)> = (0..cards.len())
        .filter(|card| *card != place.card)
        .map(|card| Place { card, ..place })
        .map(|other| (desk.card(other), desk.face(other)))
        .filter(|(_, other)| other.lang == face.lang && !other.answer.is_empty())
        .map(|(card, other)| (card, other, other.topic == face.topic))
        .collect();
    pool.sort_by_cached_key(|(card, _, is_near)| {
        (!is_near, xxh3_64_with_seed(card.id.as_str().as_bytes(), seed))
    });
    pool.truncate(POOL);
    pool
}

/// The concepts that a card's question is about, in any of its languages.
fn subject(card: &Card) -> HashSet<String> {
    let questions = card.faces.iter().map(|face| markdown::text(&markdown::inlines(&face.question)));
    let terms = questions.flat_map(|question| terms::terms(&question));
    terms.filter(|term| term.is_concept).map(|term| term.key).collect()
}

/// The sentences of an answer that can stand alone and do not name what the question is about.
fn statements(face: &Face, subject: &HashSet<String>) -> Vec<Statement> {
    let question = terms::terms(&markdown::text(&markdown::inlines(&face.question)));
    let asked: HashSet<String> = question.into_iter().map(|term| term.key).collect();
    let mut statements: Vec<Statement> = Vec::new();
    for source in paragraphs(&face.answer).iter().flat_map(|paragraph| sentences(paragraph)) {
        let text = markdown::text(&markdown::inlines(&source));
        let statement = Statement {
            terms: terms::terms(&text).into_iter().map(|term| term.key).collect(),
            width: text.width(),
            form: (source.contains('$'), text.contains(|letter: char| letter.is_ascii_digit())),
            source,
        };
        let names_subject = !statement.terms.is_disjoint(subject) || !statement.terms.is_disjoint(&asked);
        if WIDTHS.contains(&statement.width) && !names_subject && stands_alone(&text) {
            statements.push(statement);
        }
    }
    statements
}

/// The running text of an answer: its points without their names, and what stands before them.
fn paragraphs(answer: &str) -> Vec<String> {
    let points = markdown::points(answer);
    let lines: Vec<&str> = answer.lines().collect();
    let before = points.first().map_or(lines.len(), |point| point.first_line);
    let mut paragraphs: Vec<String> = markdown::blocks(answer)
        .iter()
        .filter(|block| block.last_line < before && matches!(block.content, Content::Paragraph(_)))
        .map(|block| lines[block.first_line..=block.last_line].join(" "))
        .collect();
    paragraphs.extend(points.iter().map(|point| without_name(&point.text).replace('\n', " ")));
    paragraphs
}

/// A point without the bold words at its beginning.
fn without_name(point: &str) -> &str {
    let Some((_, rest)) = point.strip_prefix("**").and_then(|rest| rest.split_once("**")) else {
        return point;
    };
    rest.trim_start_matches([':', '：', '。', '.', ' '])
}

/// The sentences of a paragraph, formulas and code left whole.
fn sentences(paragraph: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut inside: Option<char> = None;
    let letters: Vec<char> = paragraph.chars().collect();
    for (at, letter) in letters.iter().copied().enumerate() {
        inside = match inside {
            Some(open) if open == letter => None,
            None if matches!(letter, '$' | '`') => Some(letter),
            same => same,
        };
        let next = letters.get(at + 1);
        let ends =
            matches!(letter, '。' | '；' | ';') || letter == '.' && next.is_none_or(|next| *next == ' ');
        if ends && inside.is_none() {
            sentences.push(String::new());
        } else if let Some(sentence) = sentences.last_mut() {
            sentence.push(letter);
        }
    }
    sentences
        .iter()
        .map(|sentence| capital(sentence.trim()))
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

/// A sentence that was the second half of another begins as one.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Words at the beginning of a sentence that point back to the one before, and words anywhere in it that
/// point to something beside it.
const BACK: &str = "this it its they that these those both such here there then but and or so also however \
    nor otherwise thus hence therefore each either neither all three some others another with";
const BACK_ZH: &str = "这 它 其 该 此 两者 二者 三者 但 而 也 不过 因此 所以 由此 后者 前者 后两 可见 否则 于是 则 还 又 再 \
    后一 前一 另 并 相同 不同 各 那 可";
const BESIDE: &str = "below above former latter 下式 上式 见下 如下 上面 下面";

fn stands_alone(text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let points_back = BACK.split_whitespace().any(|word| word == first)
        || BACK_ZH.split_whitespace().any(|word| lower.starts_with(word));
    let points_beside = BESIDE.split_whitespace().any(|word| lower.contains(word));
    let is_broken = text.chars().filter(|letter| matches!(letter, '(' | '（' | '“' | '"')).count()
        != text.chars().filter(|letter| matches!(letter, ')' | '）' | '”')).count();
    let words = lower.split_whitespace().count() + lower.chars().filter(|letter| is_han(*letter)).count() / 2;
    !points_back && !points_beside && !is_broken && words >= 4
}
