//! The account of a reading: what became of every visible character of a file.
//!
//! Each one stands on the screen of a card, or in a line that a diagnostic names, or is of a kind that a
//! named rule takes away. What is none of this is lost, and told.

mod counting;
mod marks;
mod rule;
mod rules;

pub use rule::Rule;

use super::diagnostic::Diagnostic;
use super::format;
use super::notes::{Notes, Owner};
use super::page::Page;
use crate::card::Card;
use crate::markdown;
use crate::messages::ReadingMessage;
use counting::LetterCounts;
use rule::{is_visible, visible};
use rules::{Allowed, CardLine};
use serde::{Serialize, Serializer};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// What became of the visible characters of a file.
#[derive(Debug, Default, Serialize)]
pub struct Account {
    /// How many there are.
    pub visible: usize,
    /// How many stand on the screen of a card.
    pub shown: usize,
    /// How many stand in lines that a diagnostic names.
    pub told: usize,
    /// How many each rule took away.
    #[serde(serialize_with = "by_name")]
    pub removed: Vec<(Rule, usize)>,
    /// How many are none of these.
    pub lost: usize,
    /// Where they stood.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

fn by_name<S: Serializer>(removed: &[(Rule, usize)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(removed.iter().map(|(rule, count)| (rule, count)))
}

/// How many lines of one card are named.
const NAMED: usize = 3;

/// The account of notes that were read from these bytes.
pub fn account(bytes: &[u8], notes: &Notes) -> Account {
    let decoded = format::decode(bytes);
    let page = Page::new(&decoded.text);
    if notes.spans.last().is_none_or(|last| last.last > page.len()) {
        return Account::default();
    }
    let named = notes.diagnostics.iter().flat_map(|told| told.line..=told.last_line).collect();
    let keyed = keyed(&notes.cards);
    let mut books =
        Books { page: &page, notes, account: Account::default(), removed: HashMap::new(), named, keyed };
    let topics: HashSet<String> = (notes.cards.iter().flat_map(|card| card.faces[0].topic.iter()))
        .chain(&notes.title)
        .map(|level| visible(&markdown::shown(level)))
        .collect();
    for span in &notes.spans {
        match span.owner {
            Owner::Rest => books.rest(span.first..=span.last),
            Owner::Furniture => books.removed_lines(span.first..=span.last, Rule::Furniture),
            Owner::Topic => books.headings(span.first..=span.last, &topics),
            Owner::Card(_) => books.cards(span.first..=span.last),
        }
    }
    let Books { mut account, removed, .. } = books;
    account.removed = removed.into_iter().collect();
    account.removed.sort();
    account
}

/// The first lines of answers that stand above their questions, or below other ones, or below the last one
/// among such.
fn keyed(cards: &[Card]) -> Vec<(usize, usize)> {
    let mut keyed = Vec::new();
    let (mut next, mut at) = (usize::MAX, usize::MAX);
    for (place, card) in cards.iter().enumerate().rev() {
        let source = &card.faces[0].source;
        if source.question_line < at {
            next = at;
        }
        at = source.question_line;
        if let Some((first, _)) = source.answer_lines.filter(|(first, _)| *first >= next || *first < at) {
            keyed.push((first, place));
        }
    }
    keyed.sort_unstable();
    // Below the answer of another question stands one of a key, too.
    let among: Vec<(usize, usize)> = (cards.iter().enumerate())
        .filter_map(|(place, card)| {
            let source = &card.faces[0].source;
            let (first, _) = source.answer_lines?;
            let above = keyed.partition_point(|(line, _)| *line <= source.question_line);
            keyed.get(above).is_some_and(|(line, _)| *line < first).then_some((first, place))
        })
        .collect();
    keyed.extend(among);
    // The answer of the last question of a key stands below the others.
    if let (false, Some(last)) = (keyed.is_empty(), cards.len().checked_sub(1))
        && let Some((first, _)) = cards[last].faces[0].source.answer_lines
    {
        keyed.push((first, last));
    }
    keyed.sort_unstable();
    keyed.dedup();
    keyed
}

struct Books<'p, 'a> {
    page: &'p Page<'a>,
    notes: &'p Notes,
    account: Account,
    removed: HashMap<Rule, usize>,
    /// The lines that diagnostics name.
    named: HashSet<usize>,
    /// Answers that stand apart from their questions, in a key: their first lines, and whose they are.
    keyed: Vec<(usize, usize)>,
}

impl Books<'_, '_> {
    fn remove(&mut self, rule: Rule, count: usize) {
        if count > 0 {
            *self.removed.entry(rule).or_default() += count;
        }
    }

    fn count(&mut self, line: usize) -> usize {
        let count = self.page.line(line).chars().filter(|letter| is_visible(*letter)).count();
        self.account.visible += count;
        count
    }

    fn rest(&mut self, lines: RangeInclusive<usize>) {
        for line in lines {
            let count = self.count(line);
            if count == 0 || self.named.contains(&line) {
                self.account.told += count;
            } else {
                self.lose(line, count);
            }
        }
    }

    fn removed_lines(&mut self, lines: RangeInclusive<usize>, rule: Rule) {
        for line in lines {
            let count = self.count(line);
            self.remove(rule, count);
        }
    }

    fn headings(&mut self, lines: RangeInclusive<usize>, topics: &HashSet<String>) {
        for line in lines {
            let count = self.count(line);
            let text = self
                .page
                .heading(line)
                .map_or_else(|| self.page.stem(line).question(), |(_, text)| text.to_owned());
            let shown = visible(&markdown::shown(&markdown::clean(&text)));
            if topics.contains(&shown) {
                let shown = shown.chars().count().min(count);
                self.account.shown += shown;
                self.remove(Rule::Marks, count - shown);
            } else {
                self.remove(Rule::Headings, count);
            }
        }
    }

    /// The lines of cards that begin on them.
    fn cards(&mut self, lines: RangeInclusive<usize>) {
        let (first, last) = (*lines.start(), *lines.end());
        let at = |card: &Card| card.faces[0].source.question_line;
        let from = self.notes.cards.partition_point(|card| at(card) < first);
        let cards: Vec<&Card> = self.notes.cards[from..].iter().take_while(|card| at(card) <= last).collect();
        // A long stretch of cards is looked at card by card.
        let mut groups = cards.chunk_by(|one, other| at(one) == at(other)).peekable();
        if groups.peek().is_none_or(|group| at(group[0]) > first) {
            let lines = first..=groups.peek().map_or(last, |group| at(group[0]) - 1);
            let from = self.keyed.partition_point(|(line, _)| *line < first);
            let keyed = self.keyed[from..].iter().take_while(|(line, _)| lines.contains(line));
            let keyed: Vec<&Card> = keyed.map(|(_, place)| &self.notes.cards[*place]).collect();
            self.card(&keyed, lines, true);
        }
        while let Some(group) = groups.next() {
            self.card(group, at(group[0])..=groups.peek().map_or(last, |next| at(next[0]) - 1), false);
        }
    }

    /// Looks at the lines of cards, or at those of a key that hold the answers of these.
    fn card(&mut self, cards: &[&Card], lines: RangeInclusive<usize>, is_key: bool) {
        let mut screen = ScreenLetters::of(cards, matches!(self.notes.style, Some("csv" | "anki")));
        if is_key {
            screen.each_answer(cards);
        }
        let (first, last) = (*lines.start(), *lines.end());
        self.sources_above(cards, lines.clone(), &mut screen);
        let source = self.page.slice(first, last);
        let letters = marks::letters(&source);
        let mut missing: Vec<Vec<char>> = vec![Vec::new(); last - first + 1];
        for letter in letters.iter().filter(|letter| letter.rule.is_none()) {
            match screen.take(letter.sign) {
                true => self.account.shown += 1,
                false => missing[letter.line].push(letter.sign),
            }
        }
        for letter in &letters {
            if let Some(rule) = letter.rule {
                match screen.take(letter.sign) {
                    true => self.account.shown += 1,
                    false => self.remove(rule, 1),
                }
            }
        }
        self.account.visible += letters.len();
        let mut lost = 0;
        if missing.iter().any(|signs| !signs.is_empty()) {
            // A number may have been found in a later line, so what any line may lose counts for all.
            let mut allowed = Allowed::default();
            let opening = OnceCell::new();
            for number in lines.clone() {
                let (page, notes, opening) = (self.page, self.notes, &opening);
                let line = CardLine { page, notes, number, question: first, cards, opening };
                line.allow(&mut allowed);
                if is_key {
                    line.allow_of_key(&mut allowed);
                }
            }
            for signs in &mut missing {
                let mut takes =
                    |sign: &char| allowed.take(*sign).map(|rule| *self.removed.entry(rule).or_default() += 1);
                signs.retain(|sign| takes(sign).is_none());
                lost += signs.len();
            }
        }
        if lost > 0 {
            self.name(lost, lines, &missing, &screen);
        }
    }

    /// The sources below the last follow-up stand on the card above.
    fn sources_above(&self, cards: &[&Card], mut lines: RangeInclusive<usize>, screen: &mut ScreenLetters) {
        let parent = cards.iter().find_map(|card| card.parent());
        let opens = |line: usize| {
            markdown::section(self.page.line(line))
                .is_some_and(|(section, _)| section == markdown::Section::Sources)
        };
        let Some(parent) = parent.filter(|_| lines.any(opens)) else { return };
        let above = self.notes.cards.iter().find(|card| card.id == *parent).and_then(|card| card.metadata());
        let sources =
            above.map_or(String::new(), |metadata| visible(&markdown::shown(&metadata.sources)).to_owned());
        sources.chars().for_each(|letter| *screen.left.entry(letter).or_default() += 1);
        screen.text.push_str(&sources);
    }

    /// Tells which lines of a card are not shown in full.
    fn name(
        &mut self,
        lost: usize,
        lines: RangeInclusive<usize>,
        missing: &[Vec<char>],
        screen: &ScreenLetters,
    ) {
        let first = *lines.start();
        let plain =
            |line: usize| -> String { visible(&markdown::shown(self.page.stem(line).text)).to_owned() };
        let is_odd = |line: &usize| !screen.text.contains(&plain(*line));
        let mut odd: Vec<usize> =
            lines.clone().filter(|line| !missing[line - first].is_empty()).filter(is_odd).collect();
        if odd.is_empty() {
            odd = lines.filter(|line| !missing[line - first].is_empty()).take(1).collect();
        }
        odd.truncate(NAMED);
        let signs: String = missing.iter().flatten().take(30).collect();
        for line in odd {
            let message = ReadingMessage::MissingSigns { signs: markdown::clean(&signs) };
            let help = ReadingMessage::EscapeSigns;
            self.account.diagnostics.push(Diagnostic::warning(line, message, help));
        }
        self.account.lost += lost;
    }

    fn lose(&mut self, line: usize, count: usize) {
        self.account.lost += count;
        let (message, help) = (ReadingMessage::OnNoCard, ReadingMessage::OurFault);
        self.account.diagnostics.push(Diagnostic::warning(line, message, help));
    }
}

/// The characters on the screens of cards that stand on the same lines.
struct ScreenLetters {
    text: String,
    left: LetterCounts,
}

impl ScreenLetters {
    fn of(cards: &[&Card], with_topics: bool) -> ScreenLetters {
        let mut screen = ScreenLetters { text: String::new(), left: LetterCounts::default() };
        for card in cards {
            let face = &card.faces[0];
            let (question, answer) =
                (visible(&markdown::shown_question(&face.question)), visible(&markdown::shown(&face.answer)));
            // The answer of a question with holes says all of it again; a row has both.
            let sides = if question.contains("[…]") && !with_topics {
                vec![question, answer]
            } else {
                vec![question + &answer]
            };
            for side in sides {
                screen.text.push_str(&side);
                screen.at_least(&side);
            }
            if let Some(metadata) = card.metadata() {
                screen.at_least(&visible(&markdown::shown(&metadata.sources)));
            }
            // The stem of several questions is the last level of their topics.
            if let Some(stem) = face.topic.last().filter(|_| !with_topics) {
                screen.at_least(&visible(&markdown::shown(stem)));
            }
            if with_topics {
                for level in face.topic.iter() {
                    level
                        .chars()
                        .filter(|letter| is_visible(*letter))
                        .for_each(|letter| *screen.left.entry(letter).or_default() += 1);
                }
            }
        }
        screen
    }

    /// The answers of a key stand one beside the other, so each is there by itself.
    fn each_answer(&mut self, cards: &[&Card]) {
        for card in cards {
            let answer = visible(&markdown::shown(&card.faces[0].answer));
            answer.chars().for_each(|letter| *self.left.entry(letter).or_default() += 1);
        }
    }

    fn at_least(&mut self, side: &str) {
        let mut counts = LetterCounts::default();
        side.chars().for_each(|letter| *counts.entry(letter).or_default() += 1);
        for (letter, count) in counts {
            let left = self.left.entry(letter).or_default();
            *left = count.max(*left);
        }
    }

    fn take(&mut self, letter: char) -> bool {
        match self.left.get_mut(&letter) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }
}
