//! What the reader takes off a line of a card: numbers, labels, tags, badges and the like.

use super::counting::ByLetter;
use super::rule::{Rule, visible};
use crate::card::Card;
use crate::import::arrow;
use crate::import::diagnostic::leaves_columns;
use crate::import::notes::Notes;
use crate::import::page::{LineKind, Page};
use crate::import::stem::{Bold, Label, is_decoration, says_answer};
use crate::import::trailing::is_tag;
use crate::markdown::{self, Guard, Section, guarded, without_block, without_wiki_links};
use std::cell::OnceCell;

/// A line of a card.
pub(super) struct CardLine<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) notes: &'p Notes,
    pub(super) number: usize,
    /// The line its question begins on.
    pub(super) question: usize,
    pub(super) cards: &'p [&'p Card],
    /// How the answer of the first of them begins, once it was asked for.
    pub(super) opening: &'p OnceCell<String>,
}

/// A label between a question and its answer has no more bytes, and one before a line of talk.
const LONGEST_LABEL: usize = 16;
const LONGEST_TURN: usize = 24;

/// The name of a key ends within so many bytes.
const LONGEST_NAME: usize = 60;

/// So many characters of a text tell where it begins on its line.
const OPENING: usize = 12;
/// No number, label or badge before a text is longer.
const LONGEST_LEAD: usize = 32;

/// Characters that may be missing, and why.
#[derive(Default)]
pub(super) struct Allowed(ByLetter<Vec<Rule>>);

impl Allowed {
    fn add(&mut self, text: &str, rule: Rule) {
        visible(text).chars().for_each(|letter| self.0.entry(letter).or_default().push(rule));
    }

    /// Takes one character; the rule that was named first counts.
    pub(super) fn take(&mut self, letter: char) -> Option<Rule> {
        let rules = self.0.get_mut(&letter).filter(|rules| !rules.is_empty())?;
        Some(rules.remove(0))
    }
}

impl CardLine<'_, '_> {
    /// What may be missing of the line.
    pub(super) fn allow(&self, allowed: &mut Allowed) {
        let text = self.page.line(self.number);
        if self.page.is_furniture(self.number) {
            allowed.add(text, Rule::Furniture);
            return;
        }
        self.stem(text, allowed);
        if let Some(placeholder) = self.placeholder().filter(|said| text.contains(said)) {
            allowed.add(placeholder, Rule::Placeholders);
        }
        self.tags(text, allowed);
        if markdown::section(text)
            .is_some_and(|(section, rest)| section == Section::FollowUps && rest.is_empty())
        {
            allowed.add(text, Rule::Labels);
        }
        let marks: String = text.chars().filter(|letter| "*~_=`\\$#".contains(*letter)).collect();
        allowed.add(&marks, Rule::Marks);
        if text.contains("[[") {
            let plain = without_wiki_links(text);
            allowed.add(&without(text, &plain), Rule::Addresses);
        }
        for formula in guarded(text).into_iter().filter(|one| one.guard == Guard::Formula) {
            let marks = &text[formula.range];
            if marks.starts_with("\\(") || marks.starts_with("\\[") {
                allowed.add("()[]", Rule::Marks);
            }
        }
        // What cards of Obsidian have between their sides stands in other notes, too.
        if matches!(text.trim(), "?" | "??") {
            allowed.add(text, Rule::Marks);
        }
        if matches!(text.trim(), "\\[" | "\\]") {
            allowed.add("[]", Rule::Marks);
        }
        self.style(text, allowed);
    }

    /// What a line of a key has beside the answers: its name, numbers, and signs between.
    pub(super) fn allow_of_key(&self, allowed: &mut Allowed) {
        let text = self.page.line(self.number).trim_start_matches(['|', ' ', '\t']);
        let name = text.find([':', '：', '】', '|']).or_else(|| text.find([' ', '\t']));
        let name = name.filter(|end| *end <= LONGEST_NAME);
        allowed.add(name.map_or("", |end| &text[..end]), Rule::Labels);
        let signs: String = text.chars().filter(|letter| !letter.is_alphabetic()).collect();
        allowed.add(&signs, Rule::Numbers);
        let words: String = text.chars().filter(|letter| matches!(letter, 'Q' | 'q' | '第' | '题')).collect();
        allowed.add(&words, Rule::Numbers);
    }

    /// Number, label and the like at the beginning, and what stands before the question.
    fn stem(&self, text: &str, allowed: &mut Allowed) {
        let stem = self.page.stem(self.number);
        let before = (stem.text.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        let before = text.get(..before).unwrap_or(text);
        let is_question = self.number == self.question;
        if let Some(label) =
            stem.label.filter(|label| is_question || *label == Label::Answer || *label == Label::Question)
        {
            allowed.add(before, Rule::Labels);
            if stem.text.is_empty() && label == Label::Answer {
                allowed.add(text, Rule::Labels);
            }
        } else if is_question && stem.number.is_some() {
            allowed.add(before, Rule::Numbers);
        }
        // The letter that counts a question below a number.
        if let [letter, b'.' | b')', b' ', ..] | [b'(', letter, b')', ..] = text.trim_start().as_bytes()
            && letter.is_ascii_lowercase()
        {
            allowed.add(&text.trim_start()[..3], Rule::Numbers);
        }
        if says_answer(text) {
            allowed.add(text, Rule::Labels);
        }
        if is_question {
            self.beside_question(text, allowed);
        } else if let Some(card) = self.cards.first() {
            self.answer_behind(card, text, allowed);
        }
        if self.page.is_folded(self.number)
            && let Some(end) = text.find("</summary>")
        {
            allowed.add(&text[..end], Rule::Labels);
        }
    }

    /// A label before the answer. It ends with a colon, which nothing but a formula or an entity shows where none stands.
    fn answer_behind(&self, card: &Card, text: &str, allowed: &mut Allowed) {
        if !text.contains([':', '：', '$', '\\', '&', '<']) {
            return;
        }
        let opening = self.opening.get_or_init(|| {
            let first = card.faces[0].answer.lines().next().unwrap_or_default();
            visible(&markdown::shown(first)).chars().take(OPENING).collect()
        });
        let line = visible(&markdown::shown(text));
        let at = line.find(opening).filter(|at| *at > 0 && !opening.is_empty());
        if let Some(lead) = at.map(|at| &line[..at]).filter(|lead| lead.ends_with([':', '：'])) {
            self.lead(lead, allowed);
        }
    }

    /// What stands on the question's line or below it in the place of its answer.
    fn placeholder(&self) -> Option<&str> {
        self.notes.placeholders.get(&self.question).map(String::as_str)
    }

    /// Signs before the text of the question, and words between question and answer on one line.
    fn beside_question(&self, text: &str, allowed: &mut Allowed) {
        let Some(card) = self.cards.first() else { return };
        let face = &card.faces[0];
        if self.notes.style == Some("native") {
            allowed.add(text, Rule::Labels);
        }
        let line = visible(&markdown::shown(text));
        let shown = visible(&markdown::shown(face.question.lines().next().unwrap_or_default()));
        let opening: String = shown.chars().take(OPENING).collect();
        if let Some(at) = line.find(&opening).filter(|_| !opening.is_empty()) {
            self.lead(&line[..at], allowed);
            // An answer in brackets behind its question.
            let behind = line[at..].strip_prefix(&*shown).unwrap_or_default();
            if behind.starts_with([':', '：']) {
                allowed.add(":：", Rule::Marks);
            }
            let inner = behind.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
            if inner.is_some_and(|inner| visible(&markdown::shown(&face.answer)) == inner) {
                allowed.add(&behind.replace(inner.unwrap_or_default(), ""), Rule::Marks);
            }
            if self.placeholder().is_some_and(|said| text.ends_with(said)) {
                allowed.add(behind, Rule::Placeholders);
            }
            // The label or the sign between the two.
            let told = visible(&markdown::shown(face.answer.lines().next().unwrap_or_default()));
            let head: String = told.chars().take(OPENING).collect();
            let between = behind.find(&head).filter(|_| !head.is_empty()).map(|at| &behind[..at]);
            allowed.add(
                between.filter(|between| between.len() <= LONGEST_LABEL).unwrap_or_default(),
                Rule::Labels,
            );
        }
        let signs: String = (text.chars().take_while(|letter| !letter.is_alphanumeric()))
            .filter(|letter| !letter.is_ascii())
            .collect();
        allowed.add(&signs, Rule::Badges);
        let behind = text.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
        let is_bold = self.page.stem(self.number).bold == Bold::Whole;
        let badges: String =
            text[behind..].chars().filter(|letter| is_bold || is_decoration(*letter)).collect();
        allowed.add(&badges, Rule::Badges);
        for label in ["A:", "A：", "答：", "答:", "Answer:", "Ans:"] {
            if text.contains(label) {
                allowed.add(label, Rule::Labels);
            }
        }
    }

    /// What stands before the text on its line: a number, a label, or how hard it is and what it brings.
    fn lead(&self, lead: &str, allowed: &mut Allowed) {
        if lead.chars().count() > LONGEST_LEAD {
            return;
        }
        let core = lead.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_number = !core.is_empty()
            && (core.chars().all(|letter| letter.is_numeric() || letter == '.')
                || core.chars().all(|letter| "ivxlcIVXLC".contains(letter)));
        let rule = if is_number {
            Rule::Numbers
        } else if lead.trim_end_matches(['*', '_']).ends_with([':', '：', '.', '、']) {
            Rule::Labels
        } else {
            Rule::Badges
        };
        allowed.add(lead, rule);
    }

    fn tags(&self, text: &str, allowed: &mut Allowed) {
        for word in text.split_whitespace().filter(|word| is_tag(word) || word.starts_with("#flashcard")) {
            allowed.add(word, Rule::Tags);
        }
        // What outliners note about a block.
        let item = text.trim();
        if item.split_once("::").is_some_and(|(key, _)| {
            key.len() > 2 && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        }) {
            allowed.add(item, Rule::Tags);
        }
        let block = without_block(text);
        if block.len() < text.len() {
            allowed.add(&text[block.len()..], Rule::Tags);
        }
    }

    /// What the style of the page has around questions and answers.
    fn style(&self, text: &str, allowed: &mut Allowed) {
        let signs =
            |signs: &str| -> String { text.chars().filter(|letter| signs.contains(*letter)).collect() };
        match self.notes.style {
            Some("hashcards") => {
                allowed.add(&signs("[]"), Rule::Marks);
                let tag = text.get(..2).filter(|tag| matches!(*tag, "Q:" | "A:" | "C:"));
                allowed.add(tag.unwrap_or_default(), Rule::Labels);
            }
            // The arrow between a term and its meaning, and the brackets around a question.
            Some("definitions") => {
                allowed.add(&signs(":："), Rule::Marks);
                for arrow in [arrow::written(text, false), arrow::drawn(text)].into_iter().flatten() {
                    allowed.add(&text[arrow], Rule::Columns);
                }
            }
            // Words that take turns as labels.
            Some("labelled") => {
                let end = text.find([':', '：']).filter(|end| *end <= LONGEST_TURN);
                let end = end.map(|end| end + text[end..].chars().next().map_or(0, char::len_utf8));
                allowed.add(&text[..end.unwrap_or(0)], Rule::Labels);
                let bare = text.trim_start_matches(['*', ' ']);
                for dotted in ["A.", "A)", "A、", "A．"].into_iter().filter(|dotted| bare.starts_with(dotted))
                {
                    allowed.add(dotted, Rule::Labels);
                }
            }
            // The tag of a template that a question stands in.
            Some("details") if text.trim_start().starts_with(['{', ':']) => {
                allowed.add(&signs("{}%<>:\"'/-"), Rule::Marks);
            }
            Some("blocks") if self.number == self.question => {
                allowed.add(&signs("【】〖〗「」『』《》〈〉［］[]()（）"), Rule::Marks);
            }
            Some("obsidian") => {
                allowed.add(&signs(":?"), Rule::Marks);
                if let Some(at) = text.find("[!") {
                    let end = text[at..].find(']').map_or(text.len(), |end| at + end + 2);
                    allowed.add(text.get(at..end).unwrap_or(&text[at..]), Rule::Labels);
                }
                if let Some(at) = text.find("<!--") {
                    allowed.add(&text[at..], Rule::Comments);
                }
            }
            Some("anki") => {
                allowed.add(&signs("{}:c0123456789,"), Rule::Marks);
                allowed.add(&signs(",;\t\""), Rule::Columns);
                allowed.add(text, Rule::Columns);
            }
            Some("csv") => {
                allowed.add(&signs(",;\t\"|*#~^¦§\\"), Rule::Columns);
                self.columns(text.split([',', ';', '\t']), allowed);
                // A quote stands before the fence that opens a field.
                if let Some((_, language)) = text.split_once("```") {
                    allowed.add(language, Rule::Languages);
                }
            }
            _ if self.page.kind(self.number) == LineKind::Table => {
                allowed.add(&signs("|"), Rule::Marks);
                let cells = markdown::cells(text, None);
                self.columns(cells.into_iter().map(|cell| &text[cell]), allowed);
            }
            _ => {}
        }
    }

    /// Columns that are told not to be shown, and those of numbers.
    fn columns<'t>(&self, cells: impl Iterator<Item = &'t str>, allowed: &mut Allowed) {
        let is_told = self.notes.diagnostics.iter().any(|told| leaves_columns(&told.message));
        let sides: Vec<String> = (self.cards.iter())
            .flat_map(|card| [&card.faces[0].question, &card.faces[0].answer])
            .map(|side| visible(&markdown::shown(side)))
            .collect();
        for cell in cells {
            let shown = visible(&markdown::shown(cell));
            let is_short = shown.chars().count() < 5 && shown.contains(char::is_numeric);
            let is_number = is_short || !shown.contains(char::is_alphabetic);
            // Which card a row is, and the deck that all of them are of.
            let says = |name: &str| cell.trim().trim_matches('"') == name;
            if self.cards.iter().any(|card| says(card.id.as_str()))
                || self.notes.title.as_deref().is_some_and(says)
            {
                allowed.add(cell, Rule::Columns);
                continue;
            }
            // A few letters are in many a text that does not show this cell.
            let is_long = shown.chars().count() > FEW_LETTERS;
            let has_it = |side: &String| *side == shown || is_long && side.contains(&shown);
            if !sides.iter().any(has_it) && (is_told || is_number) {
                allowed.add(cell, if is_number { Rule::Numbers } else { Rule::Columns });
            }
        }
    }
}

/// What has no more letters than this may stand in a text by chance.
const FEW_LETTERS: usize = 3;

/// The characters of a text that another one does not have.
fn without(text: &str, other: &str) -> String {
    let mut left: Vec<char> = other.chars().collect();
    let mut out = String::new();
    for letter in text.chars() {
        match left.iter().position(|other| *other == letter) {
            Some(place) => drop(left.swap_remove(place)),
            None => out.push(letter),
        }
    }
    out
}
