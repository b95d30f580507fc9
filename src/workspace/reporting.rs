//! A report of real interviews: what it asks, which cards that may be, what the learner says of it, and how it is noted.

use super::{Outcome, Workspace};
use crate::card::{Card, CardId};
use crate::desk::{Desk, EditedFile};
use crate::import::report::{self, AskedRow};
use crate::import::{self, Notes};
use crate::markdown;
use crate::messages::{CommandMessage, Message};
use crate::progress::Kind;
use crate::quiz::asked::{Catalogue, same_words};
use crate::store::edited::FilesBefore;
use crate::store::library;
use crate::store::notes_file::Wording;
use crate::store::shelf::Shelf;
use crate::store::spelling::shown;
use std::collections::HashSet;
use std::path::Path;

/// A report of interviews that was read, with what is said of each question so far.
#[derive(Debug, Clone)]
pub struct InterviewReport {
    /// What it asks.
    pub questions: Vec<ReportedQuestion>,
    /// Its lines that are part of no question, with their numbers.
    pub left: Vec<LeftLine>,
    /// Cards that were noted before, each with which interview asked it.
    before: HashSet<(CardId, String)>,
}

/// A line of a report that is part of no question: its number and what it says.
pub type LeftLine = (usize, String);

/// What a report asks: its line, which interview it was, and the question.
pub type AskedLine = (usize, String, String);

/// One question of a report.
#[derive(Debug, Clone)]
pub struct ReportedQuestion {
    /// The question.
    pub question: String,
    /// Its line, 1-based.
    pub line: usize,
    /// Which interview: the headings above it.
    pub place: String,
    /// Cards that may ask it, the nearest first.
    pub cards: Vec<CardId>,
    /// Whether the first of them is sure to.
    pub is_sure: bool,
    /// What is said of it.
    pub asks: AskedAs,
}

/// What is said of a question of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedAs {
    /// It asks this one of its cards.
    Card(usize),
    /// No card asks it: it waits for an answer in the learner's own deck.
    NoCard,
    /// It is not sure which of its cards it asks: nothing of it is noted.
    Open,
    /// Nothing of it is noted.
    LeftOut,
}

/// How many questions of a report are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportCounts {
    /// To be noted.
    pub noted: usize,
    /// Of these, new ones in the learner's own deck.
    pub added: usize,
    /// Noted before.
    pub before: usize,
    /// Not sure.
    pub open: usize,
    /// Left out by the learner.
    pub left_out: usize,
}

/// What is noted of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportNotes {
    /// Cards, each with which interview asked it.
    pub asked: Vec<(CardId, String)>,
    /// Questions that no card asks, each with the same.
    pub new: Vec<(String, String)>,
}

impl ReportedQuestion {
    /// What it is as long as nobody says anything.
    pub fn found(&self) -> AskedAs {
        match self.cards.is_empty() {
            true => AskedAs::NoCard,
            false if self.is_sure => AskedAs::Card(0),
            false => AskedAs::Open,
        }
    }

    /// The card that it asks.
    pub fn card(&self) -> Option<&CardId> {
        match self.asks {
            AskedAs::Card(at) => self.cards.get(at),
            _ => None,
        }
    }
}

impl InterviewReport {
    /// Reads a report and looks for the cards that it asks. The log has to be whole.
    pub fn read(path: &Path, desk: &Desk) -> anyhow::Result<InterviewReport> {
        let (asked, left) = questions_of(path)?;
        Ok(InterviewReport::of(asked, left, desk))
    }

    /// Looks for the cards that these lines ask, and leaves out what plainly asks nothing.
    pub fn of(asked: Vec<AskedLine>, mut left: Vec<LeftLine>, desk: &Desk) -> InterviewReport {
        let catalogue = Catalogue::new(desk.places().map(|place| (place, desk.card(place))));
        let mut questions = Vec::new();
        for (line, place, question) in asked {
            let found = catalogue.find(&question);
            if !found.is_sure && report::is_remark(&question) {
                left.push((line, question));
                continue;
            }
            let cards: Vec<CardId> =
                found.near.into_iter().map(|place| desk.card(place).id.clone()).collect();
            let is_sure = found.is_sure;
            let read = ReportedQuestion { question, line, place, cards, is_sure, asks: AskedAs::Open };
            questions.push(ReportedQuestion { asks: read.found(), ..read });
        }
        left.sort();
        InterviewReport { questions, left, before: noted_before(desk) }
    }

    /// For each question whether it asks a card that was not noted before, neither by this report nor earlier.
    pub fn news(&self) -> Vec<bool> {
        let mut noted = self.before.clone();
        let is_new = |asked: &ReportedQuestion| {
            asked.card().is_some_and(|card| noted.insert((card.clone(), asked.place.clone())))
        };
        self.questions.iter().map(is_new).collect()
    }

    /// What of it is to be noted.
    pub fn notes(&self) -> ReportNotes {
        let mut notes = ReportNotes::default();
        for (asked, is_new) in self.questions.iter().zip(self.news()) {
            match (asked.asks, asked.card()) {
                (_, Some(card)) if is_new => notes.asked.push((card.clone(), asked.place.clone())),
                (AskedAs::NoCard, _) => notes.new.push((asked.question.clone(), asked.place.clone())),
                _ => {}
            }
        }
        notes
    }

    /// How many of its questions are what.
    pub fn counts(&self) -> ReportCounts {
        let notes = self.notes();
        let added: HashSet<String> = notes.new.iter().map(|(text, _)| same_words(text)).collect();
        let of_new: HashSet<_> = notes.new.iter().map(|(text, place)| (same_words(text), place)).collect();
        let count =
            |is: &dyn Fn(&ReportedQuestion) -> bool| self.questions.iter().filter(|asked| is(asked)).count();
        ReportCounts {
            noted: notes.asked.len() + of_new.len(),
            added: added.len(),
            before: count(&|asked| asked.card().is_some()) - notes.asked.len(),
            open: count(&|asked| asked.asks == AskedAs::Open),
            left_out: count(&|asked| asked.asks == AskedAs::LeftOut),
        }
    }
}

/// What a report asks, each with its line and which interview it was, and its lines that ask nothing.
fn questions_of(path: &Path) -> anyhow::Result<(Vec<AskedLine>, Vec<LeftLine>)> {
    let name = path.file_stem().map_or_else(String::new, |stem| markdown::clean(&stem.to_string_lossy()));
    let text = library::read_file(path, None)?;
    if let Some(rows) = report::as_rows(&String::from_utf8_lossy(&text.bytes)) {
        let left = rows.iter().filter_map(|row| Some((row.line, row.answer.clone()?))).collect();
        let place = |row: &AskedRow| if row.place.is_empty() { name.clone() } else { row.place.clone() };
        return Ok((rows.iter().map(|row| (row.line, place(row), row.question.clone())).collect(), left));
    }
    let (notes, left) = notes_of(path)?;
    let title = notes.title.clone().unwrap_or(name);
    let asked = notes.cards.iter().map(|card| {
        let face = &card.faces[0];
        let place = if face.topic.is_empty() { title.clone() } else { face.topic.join(" · ") };
        (face.source.question_line, place, markdown::text(&markdown::inlines(&face.question)))
    });
    Ok((asked.collect(), left))
}

/// Styles of lists, in which a report is read that proves nothing.
const STYLES_OF_LISTS: [&str; 4] = ["numbered", "bullets", "headings", "bold"];

/// What a report asks, and the lines of it that ask nothing. A report is known to ask, so one without answers is read as
/// a question a line, and one in which nothing proves questions as the list that it looks like.
fn notes_of(path: &Path) -> anyhow::Result<(Notes, Vec<LeftLine>)> {
    let read = library::read_file(path, None)?;
    let text = String::from_utf8_lossy(&read.bytes);
    let proven = read.notes;
    let answers = |card: &&Card| report::answers(&card.faces[0].answer);
    let answered = proven.cards.iter().filter(answers).count();
    if answered * 2 < proven.cards.len().max(1)
        && let Some(list) = report::as_list(&text)
    {
        let listed = import::read(list.as_bytes(), None, import::named("numbered"), None);
        if listed.cards.len() >= proven.cards.len() && !listed.cards.is_empty() {
            let left = report::left_out(&list, &listed);
            return Ok((listed, left));
        }
    }
    let left_out = |notes: Notes| {
        let left = report::left_out(&text, &notes);
        (notes, left)
    };
    if !proven.cards.is_empty() {
        return Ok(left_out(proven));
    }
    for style in STYLES_OF_LISTS.into_iter().filter_map(import::named) {
        let forced = library::read_file(path, Some(style))?.notes;
        if !forced.cards.is_empty() {
            return Ok(left_out(forced));
        }
    }
    Err(Message::from(CommandMessage::NoQuestionsFound { path: shown(path) }).into())
}

/// Which cards were noted before, each with the interview that asked it.
fn noted_before(desk: &Desk) -> HashSet<(CardId, String)> {
    let noted = desk.progress.counting().filter_map(|event| match &event.kind {
        Kind::Asked { place, .. } => Some((event.card, place.to_string())),
        _ => None,
    });
    noted.collect()
}

impl Workspace {
    /// Reads a report of interviews.
    pub(super) fn read_report(&mut self, path: &Path) -> anyhow::Result<Outcome> {
        self.files.load_history(&mut self.state)?;
        InterviewReport::read(path, &self.state).map(|report| Outcome::ReportRead(Box::new(report)))
    }

    /// Notes what a report of interviews asked, once however often it comes.
    pub(super) fn note_report(&mut self, notes: ReportNotes) -> anyhow::Result<()> {
        self.files.trusts_clock(&self.state)?;
        self.files.load_history(&mut self.state)?;
        let said = |state: &Desk, words: &str| {
            let found = state.places().find(|at| same_words(&state.face(*at).question) == words);
            found.map(|at| state.card(at).id.clone())
        };
        let mut known = HashSet::new();
        let is_fresh = |text: &&String| {
            let words = same_words(text);
            said(&self.state, &words).is_none() && known.insert(words)
        };
        let fresh: Vec<String> =
            notes.new.iter().map(|(question, _)| question).filter(is_fresh).cloned().collect();
        let files = self.add_questions(&fresh)?;
        // What is asked by no card but its own was asked there.
        let own = notes.new.into_iter().filter_map(|(question, place)| {
            said(&self.state, &same_words(&question)).map(|card| (card, place))
        });
        let mut noted = noted_before(&self.state);
        let asked: Vec<_> =
            notes.asked.into_iter().chain(own).filter(|asked| noted.insert(asked.clone())).collect();
        self.state.note_report(asked, files)?;
        self.sync_log()
    }

    /// Puts questions into the learner's own deck, to be answered; gives the files that changed.
    fn add_questions(&mut self, questions: &[String]) -> anyhow::Result<Vec<EditedFile>> {
        if questions.is_empty() {
            return Ok(Vec::new());
        }
        let (mut shelf, lock) = Shelf::lock_of(self.files.dirs())?;
        let before = FilesBefore::of([shelf.own_file(None)?]);
        for question in questions {
            shelf.add_own(&Wording { question: question.clone(), answer: String::new() })?;
        }
        drop(lock);
        self.files.reload(&mut self.state)?;
        Ok(before.changed())
    }
}
