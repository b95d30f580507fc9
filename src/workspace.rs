//! The workspace: the application without a screen. It owns the decks, the files behind them and the clock;
//! one typed command changes it, and what came of that is an outcome.
//!
//! A key, `backprop grade x good` and a step of a test become the same [`StateChange`]: screens ask for it in memory and
//! are saved before they are drawn, [`Command::Change`] makes it durable at once. Who stands above reads
//! [`Workspace::state`] and asks with [`Workspace::run`]; the fields are private, so nobody else writes
//! a file, the log or the decks. Nothing here prints: what the user should know is collected, and
//! [`Workspace::take_notices`] hands it over.

mod changing;
mod clock;
mod explaining;
mod files;
mod importing;
mod leaving;
mod notes;
mod opening;
mod planning;
mod reading;
mod redoing;
mod renaming;
mod reporting;
mod syncing;
mod time;
mod tuning;
mod writing;

pub use clock::Clock;
pub use explaining::explained;
pub(crate) use importing::choose;
pub use importing::{
    Brought, Draft, Drafts, Import, ImportAction, ImportChoice, ImportWatcher, Imported, Request, Twin,
};
pub use opening::Opening;
pub use planning::PlanChange;
pub(crate) use reading::resolved;
pub use reporting::{
    AskedAs, AskedLine, InterviewReport, LeftLine, ReportCounts, ReportNotes, ReportedQuestion,
};
pub use syncing::Synced;
pub use time::{NOW, too_early};
pub use tuning::{Tuned, Watcher};

use crate::card::{CardId, Track};
use crate::day::{At, Moment};
use crate::desk::{Changed, Desk, Place, StateChange, StateOwner};
use crate::messages::Message;
use crate::progress::{Kind, NeedsHistory};
use crate::settings::Measured;
use crate::store::ProgressFile;
use crate::store::dirs::Dirs;
use crate::store::notes_file::Wording;
use crate::store::progress_file::Taken;
use crate::store::seen::Change;
use crate::store::shelf::{Removed, Settled, Wish};
use files::Files;
use std::path::{Path, PathBuf};

/// Decks, files and clock, opened.
pub struct Workspace {
    state: Desk,
    files: Files,
    clock: Clock,
}

/// What can be done. Each is done whole, or fails and says why.
#[derive(Debug)]
pub enum Command {
    /// The state changes as a screen or a session may ask it to, and what came of it is durable at once.
    /// [`Outcome::Changed`].
    Change(StateChange),
    /// What the last undo took back is noted again. [`Outcome::Changed`].
    RedoLast,
    /// The last move of progress to or from a card is taken back. [`Outcome::Parted`].
    UndoMove(CardId),
    /// The plan changes; without a change it is only looked at. [`Outcome::Done`].
    Plan {
        /// What changes.
        change: PlanChange,
        /// From when on, where that is not now; the state is looked at from then.
        at: Option<Moment>,
    },
    /// Drafts go into the library. [`Outcome::Imported`].
    Import(Box<Import>),
    /// The user has said of doubtful pairs whether they are one card. [`Outcome::Moved`].
    AnswerDoubts(Vec<(Change, bool)>),
    /// Cards that stand twice become one: copy and kept card. [`Outcome::Done`].
    Unite(Vec<(CardId, CardId)>),
    /// What waits between notes and their mirror is settled so. [`Outcome::Settled`].
    Settle(PathBuf, Wish),
    /// Decks leave the library, by name or path. [`Outcome::Removed`].
    Remove(Vec<String>),
    /// The events of other progress files, or of those in other data folders, are taken in.
    /// [`Outcome::Merged`].
    Merge(Vec<PathBuf>),
    /// The weights of the memory model are fitted to the answers. [`Outcome::Tuned`].
    Tune {
        /// Whether fitted weights that are better are taken.
        takes: bool,
        /// Shows how far it is.
        watcher: Watcher,
    },
    /// The weights before the last tuning count again. [`Outcome::Reverted`].
    RevertWeights,
    /// The data folder is united with a git repository. [`Outcome::Synced`].
    Sync {
        /// Its address; needed only once.
        remote: Option<String>,
        /// Whether it is fetched anew beside a damaged one.
        repair: bool,
    },
    /// A card is written into its file, or a new one below it. [`Outcome::Written`], or [`Outcome::Met`].
    Write {
        /// The card.
        place: Place,
        /// Whether it is a new one.
        is_new: bool,
        /// What it says.
        wording: Wording,
    },
    /// A report of interviews is read and compared with all cards. [`Outcome::ReportRead`].
    ReadReport(PathBuf),
    /// What was said of a report is noted: the cards that were asked, and questions that no card asks, which go into the
    /// learner's own deck. [`Outcome::Done`].
    NoteReport(ReportNotes),
    /// A setting has another value. [`Outcome::Done`].
    Choose {
        /// Index of its row.
        row: usize,
        /// The value as text.
        value: String,
    },
    /// Decks and cards are narrowed to a track, or to none, for this run. [`Outcome::Done`].
    Narrow(Option<Track>),
    /// The tests of an exercise may run on this machine from now on. [`Outcome::Done`].
    Trust {
        /// The key of the exercise.
        key: String,
        /// The question of its card.
        name: String,
    },
    /// The file of an answer to a code card, begun with a text where there is none. [`Outcome::Draft`].
    Draft {
        /// The card.
        card: CardId,
        /// The text.
        text: String,
    },
    /// What is being typed is made durable, where the learner lets answers be kept. [`Outcome::Done`].
    KeepDrafts,
    /// What was measured of the learner's grader is remembered on this machine. [`Outcome::Done`].
    RememberMeasured(Measured),
    /// A report goes into a new file. [`Outcome::ReportWritten`].
    WriteReport {
        /// The name of the file without its ending.
        name: String,
        /// What it says.
        text: String,
    },
    /// The decks are read again; the card at hand stays even where its notes left. [`Outcome::Done`].
    Reload(Option<CardId>),
    /// Settings, log and decks are read again after another run of the program may have changed them.
    /// [`Outcome::Done`].
    TakeInAgain,
    /// Everything is made durable, and another run of the program may replace the log by one that has less: what was
    /// saved by this one is not to be put back into it. [`Outcome::Done`].
    LetLogBeReplaced,
    /// The decks are read again after the user's editor had one of their files. [`Outcome::Done`].
    Edited(PathBuf),
    /// Every event that the log has and the file has not is made durable; what others wrote is folded in.
    /// [`Outcome::Done`].
    Save,
    /// The whole review log is loaded where only its end is in memory. [`Outcome::Done`].
    LoadHistory,
    /// The progress is looked at from that time: what happened later has not yet. [`Outcome::Done`].
    LookFrom(Moment),
}

/// What came of a command.
#[derive(Debug)]
pub enum Outcome {
    /// It is done; the state says the rest.
    Done,
    /// What came of a change of the state.
    Changed(Changed),
    /// The two cards are apart again.
    Parted {
        /// The card whose progress it was.
        from: CardId,
        /// The card that had it.
        to: CardId,
    },
    /// What an import did.
    Imported(Box<Imported>),
    /// Pairs of which one card now has the progress of the other.
    Moved(Vec<Change>),
    /// How notes and their mirror are now; none where there is no mirror.
    Settled(Option<Settled>),
    /// Lines that left the list.
    Removed(Vec<Removed>),
    /// What came of each file.
    Merged(Vec<Taken>),
    /// What tuning found.
    Tuned(Box<Tuned>),
    /// Weights are in use again; whether they are the published ones.
    Reverted {
        /// Whether they are the published ones.
        are_published: bool,
        /// Cards that were due before.
        due_before: usize,
    },
    /// What a sync did.
    Synced(Box<Synced>),
    /// A report of interviews, with the cards that it may ask.
    ReportRead(Box<InterviewReport>),
    /// The id of a changed card.
    Written(Option<CardId>),
    /// Another program has changed the card meanwhile: nothing was written, and the decks were read again.
    Met {
        /// Where the card stands now; none where it is gone.
        place: Option<Place>,
        /// Where another card of its file stands.
        beside: Option<Place>,
    },
    /// Where the report stands.
    ReportWritten(PathBuf),
    /// Where the answer is written.
    Draft(PathBuf),
}

/// What sessions and screens ask of the state is done in memory at once; [`Command::Save`] makes it durable.
impl StateOwner for Workspace {
    fn desk(&self) -> &Desk {
        &self.state
    }

    fn change(&mut self, mut change: StateChange) -> Result<Changed, NeedsHistory> {
        if let StateChange::Record { kind: Kind::Plan(target), .. } = &mut change {
            self.agree_on_plan(target);
        }
        self.state.change(change)
    }
}

impl Workspace {
    /// Decks, progress, settings and the time, to read.
    pub fn state(&self) -> &Desk {
        &self.state
    }

    /// What the user should know since the last time.
    pub fn take_notices(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.files.told)
    }

    /// The present instant.
    pub fn now(&self) -> At {
        self.clock.now()
    }

    /// The progress file.
    pub fn progress_path(&self) -> &Path {
        self.files.progress_path()
    }

    /// Where everything stands.
    pub fn dirs(&self) -> &Dirs {
        self.files.dirs()
    }

    /// Files and folders of the user's own that decks are read from where they stand.
    pub fn notes(&self) -> Vec<PathBuf> {
        self.files.notes()
    }

    /// Writes answers that could not be saved into a file elsewhere; gives its path.
    pub fn rescue(&self) -> Option<PathBuf> {
        ProgressFile::rescue(&self.state.progress, &Dirs::refuges(), self.state.now.at)
    }

    /// Makes everything durable, and the next start short.
    pub fn close(&mut self) -> anyhow::Result<()> {
        let saved = self.sync_log();
        self.files.save_cache(&self.state);
        saved
    }

    /// Takes the time for all that follows. What lay ahead may have come; by a clock that was set back,
    /// what had come may lie ahead.
    pub fn look_at_clock(&mut self) {
        self.state.now = self.state.calendar.moment(self.clock.now());
        let now = self.state.now.at;
        if self.state.progress.look_from(now).is_err() && self.files.load_history(&mut self.state).is_ok() {
            // The whole log needs nothing older.
            let _ = self.state.progress.look_from(now);
        }
    }

    /// Whether the clock was set to a time that has not come yet: it is looked from there, and nothing is foretold.
    pub fn is_ahead(&self) -> bool {
        self.clock.is_ahead()
    }

    /// Does what a command says.
    pub fn run(&mut self, command: Command) -> anyhow::Result<Outcome> {
        match command {
            Command::Change(change) => self.change_for_good(change).map(Outcome::Changed),
            Command::RedoLast => self.redo_last().map(|again| Outcome::Changed(Changed::Undone(again))),
            Command::UndoMove(card) => self.undo_move(&card),
            Command::Plan { change, at } => self.plan(&change, at).map(|()| Outcome::Done),
            Command::Import(import) => {
                self.import(*import).map(|imported| Outcome::Imported(Box::new(imported)))
            }
            Command::AnswerDoubts(answers) => self.answer_doubts(answers).map(Outcome::Moved),
            Command::Unite(pairs) => self.unite(pairs).map(|()| Outcome::Done),
            Command::Settle(notes, wish) => self.settle(&notes, wish).map(Outcome::Settled),
            Command::Remove(decks) => self.remove(&decks).map(Outcome::Removed),
            Command::Merge(others) => self.merge(&others).map(Outcome::Merged),
            Command::Tune { takes, watcher } => {
                self.tune(takes, watcher).map(|tuned| Outcome::Tuned(Box::new(tuned)))
            }
            Command::RevertWeights => self.revert_weights(),
            Command::Sync { remote, repair } => {
                self.sync(remote.as_deref(), repair).map(|synced| Outcome::Synced(Box::new(synced)))
            }
            Command::Write { place, is_new, wording } => {
                self.files.write_or_meet(&mut self.state, place, is_new, &wording)
            }
            Command::ReadReport(path) => self.read_report(&path),
            Command::NoteReport(notes) => self.note_report(notes).map(|()| Outcome::Done),
            Command::Choose { row, value } => {
                self.files.choose(&mut self.state, row, &value).map(|()| Outcome::Done)
            }
            Command::Narrow(track) => {
                self.state.settings.track = track;
                Ok(Outcome::Done)
            }
            Command::Trust { key, name } => {
                self.files.trust_tests(&mut self.state, key, &name).map(|()| Outcome::Done)
            }
            Command::Draft { card, text } => self.files.draft(&self.state, &card, &text).map(Outcome::Draft),
            Command::KeepDrafts => self.files.keep_drafts(&mut self.state).map(|()| Outcome::Done),
            Command::RememberMeasured(measured) => {
                self.files.remember_measured(&mut self.state, measured).map(|()| Outcome::Done)
            }
            Command::WriteReport { name, text } => {
                self.files.write_report(&name, &text).map(Outcome::ReportWritten)
            }
            Command::TakeInAgain => self.files.take_in_again(&mut self.state).map(|()| Outcome::Done),
            Command::LetLogBeReplaced => {
                self.save()?;
                self.files.let_log_be_replaced();
                self.state.undoable.clear();
                Ok(Outcome::Done)
            }
            Command::Reload(at_hand) => {
                self.files.look_again(&mut self.state, at_hand.as_ref()).map(|()| Outcome::Done)
            }
            Command::Edited(file) => self.files.edited(&mut self.state, &file).map(|()| Outcome::Done),
            Command::Save => self.save().map(|()| Outcome::Done),
            Command::LoadHistory => self.files.load_history(&mut self.state).map(|()| Outcome::Done),
            Command::LookFrom(moment) => {
                self.state.now = moment;
                self.files.look_from(&mut self.state).map(|()| Outcome::Done)
            }
        }
    }
}
