//! A screen: what happens to it, what it wants then, and what it asks of the shell.

use super::{Look, ProgramTask, TaskEnd};
use crate::card::CardId;
use crate::day::At;
use crate::desk::{Desk, Place, StateOwner, UndoMark};
use crate::import::LineMarks;
use crate::quiz::code::Report;
use crate::quiz::interview::Round;
use crate::quiz::interview::grading::Grading;
use crate::quiz::interview::report::RoundReport;
use crate::quiz::session::Session;
use crate::quiz::typed::grader::{GraderFailure, GraderRequest, Verdict};
use crate::store::folder::{FolderView, PickKind};
use crate::typeset::picture::Placed;
use crate::ui::keymap::{Action, Context, Key};
use crate::ui::widgets::answer::Link;
use crate::workspace::ReportNotes;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use std::path::PathBuf;

/// One screen. It is given its size and lays itself out after every event, so that drawing needs no
/// more than `&self`.
pub trait Screen {
    /// Where the user is, for the key table.
    fn context(&self) -> Context;
    /// Handles an event.
    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step;
    /// Lays out what [`Screen::view`] draws.
    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look);
    /// Whether an action does something here and now. What does nothing is neither on the key bar nor in the
    /// palette.
    fn is_live(&self, _action: Action, _desk: &Desk) -> bool {
        true
    }
    /// What an action is called here and now, where that is not what the key table calls it.
    fn name_of(&self, _action: Action, _look: &Look) -> Option<&'static str> {
        None
    }
    /// Draws.
    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look);
    /// Whether characters go into a field instead of meaning actions.
    fn is_typing(&self) -> bool {
        false
    }
    /// Takes in where the report it asked to be written is now.
    fn report_written(&mut self, _path: &str) {}
    /// When it wants an [`Event::Wake`].
    fn wake_at(&self, _desk: &Desk) -> Option<At> {
        None
    }
    /// Where the links it shows lead.
    fn links(&self) -> &[Link] {
        &[]
    }
    /// The pictures it shows, or would.
    fn pictures(&self) -> &[Placed] {
        &[]
    }
    /// The card at hand.
    fn card(&self, _desk: &Desk) -> Option<CardId> {
        None
    }
}

/// Something that happened, as a screen sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key that means something where the user is.
    Action(Action),
    /// The time a screen asked to be woken at has come.
    Wake,
    /// The decks of the desk are new. Where the user changed a card, its id before and now.
    DecksChanged(Option<(CardId, CardId)>),
    /// The user typed or pasted this into a field.
    Typed(String),
    /// A key pressed in an editor that takes all keys but a few, or one that edits a line.
    Key(Key),
    /// Another program has changed the card that was to be written; it stands here now.
    Met(Place),
    /// The card that was to be written is gone from its file, of which another card stands here.
    Lost(Option<Place>),
    /// A row of the list was clicked, counted from 0.
    Row(usize),
    /// A picture of the page was clicked, counted from 0.
    Picture(usize),
    /// The learner's own note on a card is another one.
    Noted(CardId),
    /// What the learner wrote in their editor for a code card.
    Coded(CardId, String),
    /// The tests at hand may run from now on.
    Trusted,
    /// What came of the tests of a code card, run on this text.
    Tested(CardId, String, Report),
    /// What stands in the folder that was asked for.
    Folder(FolderView),
    /// So many questions were imported.
    Imported(usize),
    /// The questions that were typed are written down.
    ReportWritten,
    /// What was said of a report is noted.
    ReportNoted,
    /// Lines that a task printed, and how far it is, in percent, where it says so.
    TaskSaid(Vec<String>, Option<u32>),
    /// A task is over.
    TaskEnded(TaskEnd),
    /// What a grader said of the answer to a card, or why it said nothing.
    Judged(CardId, Result<Verdict, GraderFailure>),
}

/// What a screen wants after an event.
pub enum Step {
    /// Nothing but to be drawn.
    Stay,
    /// A screen on top of it.
    Open(Box<dyn Screen>),
    /// A screen in its place.
    Replace(Box<dyn Screen>),
    /// A screen on top of the first one alone: the way that led to it is done with.
    Begin(Box<dyn Screen>),
    /// A screen on top of it that leads back to this one in turn.
    Go(Box<Destination>),
    /// Such a screen in its place.
    GoInstead(Box<Destination>),
    /// To be closed.
    Close,
    /// The same, said twice: even the first screen is left.
    Leave,
    /// A line for the user.
    Notice(String),
    /// Something only the shell can do.
    Ask(Effect),
    /// To be closed, and this told to the screen below.
    Return(Event),
    /// To be closed, and this done where the user was.
    CloseAnd(Action),
    /// To be closed, and something only the shell can do.
    CloseAsking(Effect),
    /// A screen in its place, and something only the shell can do.
    ReplaceAsking(Box<dyn Screen>, Effect),
    /// The first screen alone, which is home.
    GoHome,
}

/// Screens that lead to each other: who goes there gives what they are about, and knows nothing of the screen.
pub enum Destination {
    /// A session, studied.
    Study(Box<Session>),
    /// The round of a mock interview.
    Round(Round),
    /// Its grading; with the round, where that may be gone back to.
    Grading(Grading, Option<Round>),
    /// The report of it, and the grading, where that may be gone back to.
    Report(RoundReport, Grading),
}

/// What only the shell can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Write a card into its file, then read the decks again.
    Write {
        /// The card; for a new one, the last card of its file.
        place: Place,
        /// Whether a card is added.
        is_new: bool,
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
    /// Let a setting have another value.
    Choose {
        /// Index in the table of settings.
        row: usize,
        /// The value as text.
        value: String,
    },
    /// Take back the newest thing done since then, for which files have to be written.
    Undo(UndoMark),
    /// Do again what was taken back last since then, for which files have to be written.
    Redo(UndoMark),
    /// Have the whole review log in memory, not only its end.
    LoadHistory,
    /// Stop the process until the shell resumes it.
    Stop,
    /// Draw every cell again.
    Redraw,
    /// Show this address in the user's browser.
    OpenLink(String),
    /// Open this file in the user's editor at this line, then read the decks again.
    Edit {
        /// The file.
        file: PathBuf,
        /// The line, 1-based.
        line: usize,
    },
    /// Put a text on the clipboard.
    Copy(String),
    /// Write a report into a new file.
    WriteReport {
        /// What it is called, without an ending.
        name: String,
        /// What it says, as Markdown.
        text: String,
    },
    /// Let the learner's own program judge an answer, without waiting for it.
    Judge {
        /// The card.
        card: CardId,
        /// What it is asked, and how.
        request: GraderRequest,
    },
    /// Let the learner write the answer to a code card in their editor.
    WriteCode {
        /// The card.
        card: CardId,
        /// What they begin with.
        text: String,
    },
    /// Run the tests of a code card, without waiting for them.
    RunTests {
        /// The card.
        card: CardId,
        /// What the learner wrote.
        answer: String,
        /// The tests.
        tests: String,
        /// The interpreter that the settings name, or nothing.
        python: String,
    },
    /// Remember that the learner trusts the tests of an exercise.
    Trust {
        /// The key of the exercise.
        key: String,
        /// The question of its card.
        name: String,
    },
    /// Look what stands in a folder.
    LookInto {
        /// The folder, as it was typed.
        path: String,
        /// What is looked for.
        kind: PickKind,
    },
    /// List what can be removed from the library.
    ListRemovable,
    /// Preview these files and folders, to import them.
    Import(Vec<PathBuf>),
    /// Read a report of interviews and show its questions.
    ReadReport(PathBuf),
    /// Write down these questions and show them as those of a report.
    ReadTyped(String),
    /// Note what was said of a report.
    NoteReport(ReportNotes),
    /// Begin a task.
    Run(ProgramTask),
    /// Stop the task that runs.
    StopTask,
    /// Import what was previewed, with what was chosen for each file.
    Accept(Vec<Chosen>),
}

/// What was chosen for a file of a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The style to read it in, where that is not the one it was shown in first.
    pub style: Option<&'static str>,
    /// Cards that are not wanted.
    pub out: Vec<CardId>,
    /// What was said of single lines.
    pub marks: LineMarks,
}
