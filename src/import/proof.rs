//! Proof: what speaks for a reading.
//!
//! Structure decides: numbers that run, items set alike, an answer marked below each, the share of the
//! file that the cards take. Words that ask rank readings, and carry those whose structure alone could as
//! well be that of an essay or a manual.

mod entries;
mod names;
mod queries;
mod setting;

use super::ask::{Asking, asking};
use super::page::{Page, mark};
use super::refine::{asks_below, judge, proves};
use super::style::{Answer, Question, end_of_card};
use crate::messages::ReadingMessage;
pub(super) use entries::are_entries;
use entries::{are_resources, are_statements, are_terms, has_options, is_one_note};
pub(super) use names::named_alike;
use setting::{are_defined, are_dense, are_untitled, begins_anew, have_brackets, is_flat, stand_free};

/// What speaks for a reading, each as a share from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct ReadingEvidence {
    /// How many questions there are.
    pub(super) count: usize,
    /// How many of them ask.
    pub(super) asking: usize,
    /// How many have something below them.
    pub(super) answered: usize,
    /// What the questions weigh that ask.
    precision: f32,
    /// The share of all that asks in the file.
    recall: f32,
    /// The share that is numbered, and of those whose number goes on from the one before.
    numbered: f32,
    runs: f32,
    /// The share of numbers that are 1: chapters that count anew.
    restarts: usize,
    /// The share with a label or a fold on its answer.
    paired: f32,
    /// The share with marks that only questions have.
    sure: f32,
    /// The share that words or tags tell that no list of labels knows, with one before the answer too.
    turns: f32,
    /// The share with options to choose from below it, from A on.
    optioned: f32,
    /// The share whose answer begins below it with something else than another heading.
    direct: f32,
    /// The share of titles whose text below asks.
    prose: f32,
    /// The share of the file's lines that the cards take.
    coverage: f32,
    /// The share that is only a link.
    links: f32,
    /// The share that is an item all in bold.
    bold_items: f32,
    /// Options, verdicts or a key of answers tell that these are questions.
    has_choices: bool,
    /// What comes again and again.
    pattern: Pattern,
    /// Structure alone proves that these are questions.
    proved: bool,
}

/// What comes again and again through a whole file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Pattern {
    #[default]
    None,
    /// A line that stands out and a text below it.
    Recurs,
    /// Numbers that run.
    Runs,
}

/// A file needs this share of asking lines among its questions, or half of it where its title
/// promises questions.
const ASKING: f32 = 0.45;

/// Among fewer questions than this, without numbers and in a file that does not promise any, a larger
/// share has to ask: by chance one of a few headings often does.
const FEW: usize = 12;
const MOST: f32 = 0.62;

impl ReadingEvidence {
    pub(super) fn of(page: &Page<'_>, questions: &[Question]) -> ReadingEvidence {
        let count = questions.len();
        let all = count.max(1) as f32;
        let share = |test: &dyn Fn(&Question) -> bool| {
            questions.iter().filter(|question| test(question)).count() as f32 / all
        };
        let weight: f32 = questions.iter().map(|question| question.weight(page)).sum();
        let extra: f32 =
            questions.iter().map(|question| question.weight(page) - page.asks(question.line).weight()).sum();
        let mut evidence = ReadingEvidence {
            count,
            asking: questions.iter().filter(|question| question.weight(page) > 0.0).count(),
            precision: weight / all,
            recall: weight / (page.asked + extra).max(weight).max(0.01),
            numbered: share(&|question| page.has(question.line, mark::NUMBER)),
            sure: share(&|question| question.sure),
            turns: share(&|question| {
                question.told && question.context.is_none() && !page.has(question.line, mark::QUESTION)
            }),
            bold_items: share(&|question| {
                page.has(question.line, mark::BULLET) && page.has(question.line, mark::WHOLE)
            }),
            links: share(&|question| {
                page.is_link(question.line) || page.stem(question.line).text.starts_with('[')
            }),
            ..ReadingEvidence::default()
        };
        evidence.count_numbers(page, questions);
        evidence.look_below(page, questions);
        if evidence.precision < ASKING && evidence.sure < 0.5 && evidence.paired < 0.3 {
            evidence.prose = asks_below(page, questions);
        }
        evidence.has_choices =
            evidence.numbered >= 0.9 && (proves(page, questions) || judge(page, questions));
        evidence.pattern = evidence.pattern(page, questions);
        evidence.proved = evidence.pattern != Pattern::None || evidence.is_proved(page, questions);
        evidence
    }

    /// Numbers that go on from the one before, or begin a chapter anew.
    fn count_numbers(&mut self, page: &Page<'_>, questions: &[Question]) {
        if self.numbered < 0.5 {
            return;
        }
        let (mut before, mut runs) = (0, 0);
        for question in questions {
            let Some(number) = number_of(page, question.line) else { continue };
            runs += usize::from(number == before + 1 || number == 1);
            self.restarts += usize::from(number == 1);
            before = number;
        }
        if self.restarts == 1 && are_dense(questions.iter().map(|question| number_of(page, question.line))) {
            runs = questions.len();
        }
        self.runs = runs as f32 / questions.len() as f32;
    }

    /// What stands below the questions.
    fn look_below(&mut self, page: &Page<'_>, questions: &[Question]) {
        let (mut paired, mut direct, mut covered, mut optioned) = (0usize, 0usize, 0usize, 0usize);
        for (index, question) in questions.iter().enumerate() {
            let next = questions.get(index + 1).map_or(page.len() + 1, |next| next.line);
            let end = end_of_card(page, question, next);
            let first = (question.last_line + 1..=end).find(|line| !page.is_furniture(*line));
            let beside = !matches!(question.answer, Answer::Below);
            let has_lines = match question.answer {
                Answer::Lines(first, last) => first <= last,
                _ => true,
            };
            self.answered += usize::from(has_lines && (first.is_some() || beside));
            let reveals = |line: usize| page.is_hidden(line) || page.labels_answer(line);
            direct += usize::from(
                first.is_some_and(|line| page.level(line).is_none() || reveals(line))
                    || (beside && has_lines),
            );
            paired += usize::from(question.told || (question.last_line + 1..=end).take(60).any(reveals));
            optioned += usize::from(has_options(page, question.last_line + 1, end));
            covered += (question.line..=end).filter(|line| !page.is_blank(*line)).count();
        }
        let all = questions.len().max(1) as f32;
        (self.paired, self.direct) = (paired as f32 / all, direct as f32 / all);
        self.optioned = optioned as f32 / all;
        self.coverage = covered as f32 / page.told.max(1) as f32;
    }

    /// Whether a pattern alone proves that these are questions.
    pub(super) fn has_pattern(&self) -> bool {
        self.pattern != Pattern::None
    }

    /// How well the reading fits: structure and what asks together.
    pub(super) fn fit(&self, page: &Page<'_>) -> f32 {
        let answered = self.answered as f32 / self.count.max(1) as f32;
        // One line that asks among many that do not is chance.
        // What marks prove need not ask, where it is nearly all of the file.
        let are_pairs = self.turns >= 0.9 && self.is_labelled() && self.coverage >= MOST_IN_PAIRS;
        let is_proved = self.sure >= 0.9 && self.coverage >= MOST_OF_A_FILE || are_pairs;
        let asked = page.asked.max(if is_proved { self.count as f32 } else { 0.0 });
        let recall = self.recall * asked / (asked + 1.0);
        let harmonic = 2.0 * self.precision * recall / (self.precision + recall).max(0.01);
        let fit = ASKS * harmonic * (0.8 + 0.2 * answered) + (1.0 - ASKS) * self.structure();
        // A proof needs no words, unless many lines outside of it ask.
        let asked_outside = page.asked * (1.0 - self.recall);
        let least = match self.pattern {
            _ if asked_outside > 0.75 * self.count as f32 => return fit,
            Pattern::None if self.has_choices => PROVED,
            Pattern::None => return fit,
            Pattern::Recurs => PROVED,
            Pattern::Runs => PROVED + 0.08,
        };
        fit.max(least + (1.0 - ASKS) * self.structure())
    }

    /// What structure alone says.
    fn structure(&self) -> f32 {
        let size = ((self.count as f32).ln() / 4.0).clamp(0.0, 1.0);
        0.25 * self.runs
            + 0.2 * self.coverage.min(1.0)
            + 0.15 * self.direct
            + 0.3 * self.paired.max(self.sure)
            + 0.1 * size
    }

    /// Why the reading may not be taken unasked; `None` when it may.
    pub(super) fn doubt(&self, page: &Page<'_>, questions: &[Question]) -> Option<ReadingMessage> {
        let answered = self.answered as f32 / self.count.max(1) as f32;
        if page.form {
            return Some(ReadingMessage::FormToFill);
        }
        if page.chapters_of_a_project > 2 && self.count < 10 && !page.promises {
            return Some(ReadingMessage::AProject);
        }
        let ask_all = self.count > 2 && self.precision >= 0.8 && self.coverage >= 0.5;
        if self.links >= 0.5 && answered < 0.5 && !ask_all {
            return Some(ReadingMessage::LinksElsewhere);
        }
        if self.count == 1 && self.sure < 0.5 && !is_one_note(page, &questions[0], self.coverage) {
            return Some(ReadingMessage::OneIsNotEnough);
        }
        if self.sure > 0.5 {
            let is_small = self.coverage < 0.15 && !page.promises && !self.is_chapter(page, questions);
            return is_small.then_some(ReadingMessage::SmallPart);
        }
        // A pattern beside which far more asks is that of the text around the questions.
        let is_beside = self.pattern != Pattern::None
            && self.asking * 4 < self.count
            && page.asked * (1.0 - self.recall) > 0.75 * self.count as f32;
        if self.proved && !is_beside {
            return None;
        }
        let least = if page.promises { ASKING / 2.0 } else { ASKING };
        let few = !page.promises && self.numbered < 0.5 && self.count < FEW;
        // Where all that the file holds are such headings, half of them are enough.
        let fills = self.direct >= 0.85 && self.coverage >= 0.75 && page.chapters_of_a_project == 0;
        let most = if fills && self.count > 4 && questions[0].level.is_some() { ASKING } else { MOST };
        // Of a few headings one asks by chance, whatever the title says.
        let is_chance = self.asking < 2 && self.count > 2 && questions[0].level.is_some();
        if is_chance || self.precision < least || (few && (self.asking as f32) < most * self.count as f32) {
            return Some(ReadingMessage::FewAsk);
        }
        let least = if page.promises { 0.1 } else { 0.35 };
        let is_small = self.coverage < least && !self.is_chapter(page, questions);
        is_small.then_some(ReadingMessage::SmallPart)
    }

    /// Whether these are a chapter of questions in a file of something else: all of them ask, and each is answered
    /// below a label, or most stand below a heading that promises questions.
    fn is_chapter(&self, page: &Page<'_>, questions: &[Question]) -> bool {
        let in_words = || questions.iter().filter(|one| asking(&one.text) == Asking::Yes).count();
        if self.count > 2 && self.sure >= 0.9 && self.answered == self.count && in_words() == self.count {
            return true;
        }
        let promised = || page.promised(questions.iter().map(|one| one.line));
        self.count >= FEWEST_OF_A_CHAPTER
            && self.asking * 10 >= self.count * 9
            && promised() * 4 >= self.count * 3
    }

    /// Whether structure alone proves that these are questions, as no manual and no essay has it.
    fn is_proved(&self, page: &Page<'_>, questions: &[Question]) -> bool {
        let answered = self.answered as f32 / self.count.max(1) as f32;
        if self.has_choices {
            return true;
        }
        if self.optioned >= 0.6 && self.count > 2 && self.coverage >= 0.4 && !page.is_law() {
            return true;
        }
        let several = self.count > 2 || (self.count > 1 && self.asking == self.count);
        // Releases have folds and labels too.
        if self.paired >= 0.6 && several && self.coverage >= 0.4 && !are_entries(page, questions) {
            return true;
        }
        let tell = self.prose >= 0.6 && self.count > 3 && self.direct >= 0.8;
        if tell && (page.promises || self.count > 7) && !are_entries(page, questions) {
            return true;
        }
        let is_deck = page.promises_questions && page.chapters_of_a_project == 0 && !page.shows_samples;
        if is_deck
            && self.count > 4
            && self.direct >= 0.8
            && self.coverage >= 0.6
            && questions[0].level.is_some()
        {
            return true;
        }
        if self.numbered < 0.9 || self.runs < 0.8 || self.count < 3 || !stand_free(page, questions) {
            return false;
        }
        if self.is_plan() {
            return false;
        }
        if page.promises_questions && self.count > 4 && answered >= 0.8 && self.coverage >= 0.5 {
            return true;
        }
        let chapters = self.restarts > 2 && self.asking > 0 && self.count >= 12;
        chapters && answered >= 0.8 && self.coverage >= 0.5
    }

    fn pattern(&self, page: &Page<'_>, questions: &[Question]) -> Pattern {
        // A project has a few chapters that describe it; among many questions one is called so by chance.
        if page.chapters_of_a_project * 8 > self.count || are_entries(page, questions) {
            Pattern::None
        } else if self.runs_through(page, questions) {
            Pattern::Runs
        } else if self.recurs(page, questions) {
            Pattern::Recurs
        } else {
            Pattern::None
        }
    }

    /// Whether numbers run through the whole file, each with a text below it; or through so long a list
    /// that it is no list of steps.
    fn runs_through(&self, page: &Page<'_>, questions: &[Question]) -> bool {
        if self.numbered < 0.9 || self.runs < 0.9 || self.is_plan() {
            return false;
        }
        let answered = self.answered as f32 / self.count.max(1) as f32;
        let restarts = self.restarts > 1 && self.count > 8;
        let some_ask = self.count > 5 && self.asking * 4 >= self.count;
        let long = self.count >= 12 || (self.count >= 8 && page.promises) || restarts || some_ask;
        let with_answers = long && answered >= 0.8 && self.direct >= 0.7 && self.coverage >= FILLS;
        let half = page.promises && long && answered >= 0.5 && self.coverage >= FILLS;
        // Where numbers begin anew again and again, they count the points of answers.
        let alone = || {
            self.count >= 25
                && self.restarts * 6 <= self.count
                && self.links < 0.5
                && self.coverage >= 0.4
                && !are_statements(page, questions)
        };
        (with_answers || half || alone()) && (stand_free(page, questions) || self.runs_far(page, questions))
    }

    /// Whether these are short lists that begin anew again and again, of which hardly anything asks: those of a plan.
    fn is_plan(&self) -> bool {
        self.restarts > 3 && self.restarts * 5 > self.count && self.asking * 5 < self.count
    }

    /// Whether many numbers run far, all at one depth of an outline: the points of an answer begin anew in
    /// each.
    fn runs_far(&self, page: &Page<'_>, questions: &[Question]) -> bool {
        let depth = page.stem(questions[0].line).indent;
        let apart = questions.iter().filter(|one| page.stem(one.line).indent.abs_diff(depth) > 1).count();
        self.count >= 50 && self.restarts * 8 <= self.count && apart * 20 <= self.count
    }

    /// Whether one pattern, a line that stands out and a text below it, comes again and again and fills the
    /// file.
    fn recurs(&self, page: &Page<'_>, questions: &[Question]) -> bool {
        if self.links >= 0.5 || self.count < 6 {
            return false;
        }
        if self.direct >= 0.8 && self.coverage >= FILLS && named_alike(page, questions).is_some() {
            return true;
        }
        if questions[0].level.is_none() {
            if self.numbered >= 0.5 {
                return false;
            }
            if have_brackets(questions) && self.coverage >= 0.4 {
                return true;
            }
            // The head of a table is none of its rows.
            let is_bold = questions.iter().all(|one| page.has(one.line, mark::WHOLE));
            let is_sure = is_bold || matches!(questions[0].answer, Answer::Beside(_));
            let least = if is_sure { FILLS } else { 0.85 };
            // Bold lines head the parts of any text.
            let promises = page.promises || page.promises_terms;
            if is_bold && self.asking == 0 && !promises && !are_defined(page, questions) {
                return false;
            }
            return self.direct >= 0.9
                && self.coverage >= least
                && questions.iter().all(|one| one.level.is_none())
                && (questions.iter().all(|one| begins_anew(page, one)) || are_terms(page, questions));
        }
        let bare = self.answered * 10 <= self.count && self.count >= 12;
        let full = self.direct >= 0.8 && self.coverage >= FILLS;
        let of_terms = page.promises_terms && page.chapters_of_a_project == 0 && full;
        let is_guide = self.asking * 8 < self.count && are_resources(page, questions);
        let is_of_notes = self.count >= 8 && (page.promises && (bare || full) && !is_guide || of_terms);
        let fills = self.count >= 12 && self.direct >= 0.95 && self.coverage >= 0.85;
        // Where some ask, some may wait for their text.
        let least = if self.asking * 4 >= self.count { 0.8 } else { 0.95 };
        let is_bare = self.count >= 6 && self.direct >= least && self.coverage >= 0.95;
        if is_bare && !is_guide && are_untitled(page, questions) {
            return true;
        }
        // Headings alone are those of any text: numbers, some that ask, or the same names below each tell them.
        let told = self.numbered >= 0.5 || self.asking * 4 >= self.count;
        is_of_notes || (fills && is_flat(page, questions, told))
    }
}

/// Fewer lines that ask below a heading are chance.
const FEWEST_OF_A_CHAPTER: usize = 5;

/// What words weigh beside structure.
pub(super) const ASKS: f32 = 0.65;

/// What a proof by structure weighs at least, in place of words.
pub(super) const PROVED: f32 = 0.45;

const MOST_OF_A_FILE: f32 = 0.8;

/// Pairs of labels need not take more of it.
const MOST_IN_PAIRS: f32 = 0.4;

/// Cards that take this share of the file fill it.
const FILLS: f32 = 0.7;

/// The number a line begins with.
fn number_of(page: &Page<'_>, line: usize) -> Option<u32> {
    if page.level(line).is_some() {
        page.heading_stem(line).number_of_heading()
    } else {
        page.stem(line).number.map(|number| number.value)
    }
}
