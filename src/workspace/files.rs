//! The files behind the state: the progress file, the settings, and what the decks are read from.

use super::leaving;
use super::notes;
use super::reading::{Library, LibraryReading, ReadSource, WantedNotes};
use super::renaming;
use super::time;
use crate::card::{Card, CardId};
use crate::day::{Moment, RELEASED};
use crate::desk::{Desk, Done, Reversal, UndoEntry};
use crate::import::{self, legacy};
use crate::messages::{BackupMessage, Message, WorkMessage};
use crate::progress::{Kind, LogEvent};
use crate::settings::{Measured, ROWS};
use crate::store::apart::Apart;
use crate::store::backup;
use crate::store::carry;
use crate::store::dirs::Dirs;
use crate::store::drafts;
use crate::store::exercise;
use crate::store::library;
use crate::store::machine::Machine;
use crate::store::progress_file::{ProgressFile, Taken};
use crate::store::reports;
use crate::store::seen::{News, Seen, SeenSource};
use crate::store::settings_file::SettingsFile;
use crate::store::shelf::{How, Shelf};
use crate::store::spelling::shown;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The files behind a state.
pub(super) struct Files {
    pub(super) progress: ProgressFile,
    pub(super) config: SettingsFile,
    pub(super) wanted: WantedNotes,
    /// What the user should know.
    pub(super) told: Vec<Message>,
    /// Whether the clock is older than the program.
    pub(super) is_early: bool,
    /// Notes that left during this run.
    pub(super) gone: HashSet<PathBuf>,
    /// The card that is on the screen while the notes are read again.
    pub(super) at_hand: Option<CardId>,
}

impl Files {
    /// The progress file.
    pub(super) fn progress_path(&self) -> &Path {
        self.progress.path()
    }

    /// Where everything stands.
    pub(super) fn dirs(&self) -> &Dirs {
        &self.wanted.dirs
    }

    /// Appends what is unsaved; gives what the user should know.
    pub(super) fn sync(&mut self, state: &mut Desk) -> anyhow::Result<Vec<Message>> {
        let written = notes::written(&state.progress);
        let notices = self.progress.sync(&mut state.progress, state.now.at)?;
        let met = notes::met(&written, state);
        Ok(notices.iter().map(Message::from).chain(met).collect())
    }

    /// What was read of the whole library, beside its decks.
    pub(super) fn library(&self, reading: &LibraryReading) -> Library {
        let (decks, merged) = reading.raw();
        Library { sources: self.wanted.sources(reading), decks, merged }
    }

    /// Takes in the decks that were read, and carries progress over to cards that were edited.
    pub(super) fn take_in(&mut self, state: &mut Desk, mut reading: LibraryReading) -> anyhow::Result<News> {
        let seen = Seen::new(&self.wanted.data);
        let mut is_changed = self.wanted.has_changed(&reading, &seen);
        if is_changed && self.wanted.follow_places(&reading, &seen) {
            reading = self.wanted.reading();
            is_changed = self.wanted.has_changed(&reading, &seen);
        }
        let sources = if is_changed { self.wanted.sources(&reading) } else { Vec::new() };
        let carried = self.not_carried(state, &reading, is_changed);
        let found = self.wanted.decks(reading)?;
        self.told.splice(0..0, found.told);
        state.decks = found.decks;
        self.carry(state, carried);
        let news = self.recognise(state, &sources, &found.merged, &seen);
        state.renamed = renaming::names(state, &seen);
        for (row, value) in renaming::settings(&state.renamed, state) {
            // What cannot be written is found again at the next start.
            let _ = self.set(state, row, &value);
        }
        Ok(news)
    }

    /// Takes in the decks that were read; what would be carried over holds for this run.
    pub(super) fn assume(
        &mut self,
        state: &mut Desk,
        reading: LibraryReading,
        seen: &Seen,
    ) -> anyhow::Result<()> {
        let is_changed = self.wanted.has_changed(&reading, seen);
        let (moves, _) = self.not_carried(state, &reading, is_changed);
        let found = self.wanted.decks(reading)?;
        self.told.splice(0..0, found.told);
        state.decks = found.decks;
        if !moves.is_empty() {
            self.progress.assume(&mut state.progress, &moves, state.now.at, &mut Vec::new())?;
        }
        Ok(())
    }

    /// The moves that carry over what is filed under ids of the version before, and the ids that are left.
    /// Looks for cards only where ids are left for which it has not looked, or sources have changed.
    fn not_carried(
        &self,
        state: &Desk,
        reading: &LibraryReading,
        is_changed: bool,
    ) -> (Vec<LogEvent>, Vec<carry::Left>) {
        let left = state.progress.not_carried(legacy::is_old);
        if left.is_empty() || (!is_changed && self.wanted.searched.has(&left)) {
            return (Vec::new(), left);
        }
        let look =
            |library: &[carry::CarriedFile<'_>]| carry::moves(&left, library, &state.progress, state.now);
        let moves = self.wanted.with_all(reading, look);
        (moves, left)
    }

    /// Carries over what is filed under ids of the version before. What cannot be written holds for this
    /// run, and is done again by the next.
    fn carry(&mut self, state: &mut Desk, (moves, mut left): (Vec<LogEvent>, Vec<carry::Left>)) {
        if self.is_early {
            // By a clock that cannot be right nothing is noted.
            if !moves.is_empty() {
                let _ = self.progress.assume(&mut state.progress, &moves, state.now.at, &mut Vec::new());
            }
            return;
        }
        if !moves.is_empty() {
            if let Err(problem) = self.add(state, &moves) {
                let cause = format!("{problem:#}");
                self.told.push(WorkMessage::HistoriesNotCarried { cause }.into());
                let _ = self.progress.assume(&mut state.progress, &moves, state.now.at, &mut Vec::new());
                return;
            }
            left = state.progress.not_carried(legacy::is_old);
            self.save_cache(state);
        }
        if !left.is_empty() && !self.wanted.searched.has(&left) {
            self.wanted.searched.keep(&left);
        }
    }

    /// Carries progress over to cards that were edited, and remembers what the sources look like now.
    /// What cannot be saved holds for this run, and is done again by the next.
    fn recognise(
        &mut self,
        state: &mut Desk,
        sources: &[ReadSource],
        merged: &HashSet<CardId>,
        seen: &Seen,
    ) -> News {
        // By a clock that cannot be right nothing is noted.
        if self.is_early {
            return News::default();
        }
        let sources: Vec<SeenSource<'_>> = sources.iter().map(ReadSource::borrowed).collect();
        let apart = Apart::open(&self.wanted.data);
        let is_changed = |source: &&SeenSource<'_>| !seen.is_unchanged(source.path, source.print);
        let changed: Vec<PathBuf> =
            sources.iter().filter(is_changed).map(|source| source.path.to_path_buf()).collect();
        let followed = Shelf::of(&self.wanted.dirs).and_then(|shelf| shelf.follow(&changed, state.now.at));
        // A folder that cannot be written to is told of when something is graded.
        self.told.extend(followed.unwrap_or_default());
        let mut news = seen.compare(&sources, &state.progress, self.at_hand.as_ref(), |path, style| {
            reread(&apart, path, style)
        });
        news.separated.retain(|(_, card)| !merged.contains(card));
        let changes = news.separated.iter().map(|(of, card)| (card.clone(), Kind::Undo { of: *of }));
        let moves = news.moves.iter();
        let moves = moves.map(|change| (change.from.id.clone(), Kind::Move { to: change.to.id.clone() }));
        let changes: Vec<(CardId, Kind)> = changes.chain(moves).collect();
        let mut done = Ok(());
        for (card, kind) in changes {
            done = done.and_then(|()| self.note(state, &card, kind));
        }
        if !state.progress.unsaved().is_empty() {
            match done.and_then(|()| self.sync(state)) {
                Ok(told) => self.told.extend(told),
                Err(problem) => {
                    let cause = format!("{problem:#}");
                    self.told.push(WorkMessage::EditsNotCarried { cause }.into());
                    return news;
                }
            }
        }
        // A folder that cannot be written to is told of when something is graded.
        let _ = seen.keep(&news);
        news
    }

    /// Notes an event of the present; loads the whole log where that is needed for it.
    pub(super) fn note(&mut self, state: &mut Desk, card: &CardId, kind: Kind) -> anyhow::Result<()> {
        self.trusts_clock(state)?;
        if state.progress.note(state.now, card, kind.clone()).is_err() {
            self.progress.load_history(&mut state.progress, state.now.at, &mut Vec::new())?;
            state.progress.note(state.now, card, kind)?;
        }
        Ok(())
    }

    /// Fails where the clock is older than the program: nothing is noted by it.
    pub(super) fn trusts_clock(&self, state: &Desk) -> anyhow::Result<()> {
        if self.is_early {
            return Err(time::too_early(state.now.at));
        }
        Ok(())
    }

    /// Notes an event at a time that was given; one that lies ahead counts from then on.
    pub(super) fn note_at(
        &mut self,
        state: &mut Desk,
        given: Moment,
        card: &CardId,
        kind: Kind,
    ) -> anyhow::Result<()> {
        if state.progress.note_at(given, card, kind.clone()).is_err() {
            self.progress.load_history(&mut state.progress, state.now.at, &mut Vec::new())?;
            state.progress.note_at(given, card, kind)?;
        }
        Ok(())
    }

    /// Takes a time that was given for the present where the clock is older than the program.
    pub(super) fn trust(&mut self, state: &mut Desk, given: Moment) -> anyhow::Result<()> {
        if self.is_early && given.at >= RELEASED {
            (state.now, self.is_early) = (given, false);
            self.look_from(state)?;
        }
        Ok(())
    }

    /// Looks at the progress from the time of the state; loads the whole log where that is needed for it.
    pub(super) fn look_from(&mut self, state: &mut Desk) -> anyhow::Result<()> {
        if state.progress.look_from(state.now.at).is_err() {
            self.progress.load_history(&mut state.progress, state.now.at, &mut Vec::new())?;
            state.progress.look_from(state.now.at)?;
        }
        Ok(())
    }

    /// Has all events in memory, not only those after the cache.
    pub(super) fn load_history(&mut self, state: &mut Desk) -> anyhow::Result<()> {
        if !state.progress.is_whole() {
            self.progress.load_history(&mut state.progress, state.now.at, &mut Vec::new())?;
        }
        Ok(())
    }

    /// Adds events of the past.
    pub(super) fn add(&mut self, state: &mut Desk, events: &[LogEvent]) -> anyhow::Result<()> {
        let mut notices = Vec::new();
        self.progress.add(&mut state.progress, events, state.now.at, &mut notices)?;
        self.told.extend(notices.iter().map(Message::from));
        Ok(())
    }

    /// Takes in the events of other progress files; gives what came of each.
    pub(super) fn merge(&mut self, state: &mut Desk, others: &[PathBuf]) -> anyhow::Result<Vec<Taken>> {
        let mut notices = Vec::new();
        let taken = self.progress.merge(&mut state.progress, others, state.now.at, &mut notices)?;
        self.told.extend(notices.iter().map(Message::from));
        self.save_cache(state);
        Ok(taken)
    }

    /// Lets these weights count, now and at the next start; the whole log is in memory.
    pub(super) fn choose_weights(
        &mut self,
        state: &mut Desk,
        weights: &[f32],
        before: &[f32],
    ) -> anyhow::Result<()> {
        self.config.commented_in(state.lang_of_words).write_weights(weights, before)?;
        let mut settings = state.settings.clone();
        settings.rules.weights = weights.to_vec();
        settings.weights_before = Some(before.to_vec());
        state.choose(settings)?;
        self.save_cache(state);
        Ok(())
    }

    /// Lets a setting have another value, now and at the next start.
    pub(super) fn choose(&mut self, state: &mut Desk, row: usize, value: &str) -> anyhow::Result<()> {
        let before = (ROWS[row].get)(&state.settings);
        self.set(state, row, value)?;
        if (ROWS[row].get)(&state.settings) != before {
            state.undoable.push(UndoEntry::of_files(Done::Chosen(row), Reversal::Setting(before)));
        }
        Ok(())
    }

    /// The same, not to be taken back.
    pub(super) fn set(&mut self, state: &mut Desk, row: usize, value: &str) -> anyhow::Result<()> {
        let mut settings = state.settings.clone();
        if !(ROWS[row].set)(&mut settings, value) {
            let (value, allowed) = (value.to_owned(), (ROWS[row].allowed)().into());
            return Err(Message::from(WorkMessage::NotAllowed { value, allowed }).into());
        }
        let lang = settings.language.unwrap_or(state.lang_of_words);
        self.config.commented_in(lang).write(&ROWS[row], value)?;
        if settings.rules != state.settings.rules {
            self.load_history(state)?;
        }
        Ok(state.choose(settings)?)
    }

    /// Remembers what was measured of the learner's grader, on this machine.
    pub(super) fn remember_measured(&mut self, state: &mut Desk, measured: Measured) -> anyhow::Result<()> {
        self.config.write_measured(&measured)?;
        state.settings.measured = Some(measured);
        Ok(())
    }

    /// Saves the fold for the next start. A cache that cannot be written only costs time.
    pub(super) fn save_cache(&mut self, state: &Desk) {
        let _ = self.progress.save_cache(&state.progress);
    }

    /// Lets the tests of an exercise run on this machine, now and at the next start.
    pub(super) fn trust_tests(&self, state: &mut Desk, key: String, name: &str) -> anyhow::Result<()> {
        let (mut machine, _held) = Machine::lock(&self.wanted.dirs.config)?;
        let name = crate::markdown::clean(name);
        machine.trust(&key, name.lines().next().unwrap_or_default());
        machine.save()?;
        state.settings.trusted.insert(key);
        Ok(())
    }

    /// The file of the answer to a code card.
    pub(super) fn draft(&self, state: &Desk, card: &CardId, text: &str) -> anyhow::Result<PathBuf> {
        let last = state.state(card).last.map(|last| last.at);
        Ok(exercise::draft(&self.wanted.data, card, last, text)?)
    }

    /// Makes drafts durable. Who keeps no answers keeps no drafts of them either.
    pub(super) fn keep_drafts(&self, state: &mut Desk) -> anyhow::Result<()> {
        let mut changed = state.drafts.take_unsaved();
        if !state.settings.keep_answers {
            changed.iter_mut().filter(|(key, _)| key.is_answer).for_each(|(_, text)| *text = None);
        }
        Ok(drafts::keep(&self.wanted.data, &changed)?)
    }

    /// Writes a report into a new file; gives its path.
    pub(super) fn write_report(&self, name: &str, text: &str) -> anyhow::Result<PathBuf> {
        Ok(reports::write(&self.wanted.data, name, text)?)
    }

    /// Reads the decks again.
    pub(super) fn reload(&mut self, state: &mut Desk) -> anyhow::Result<()> {
        let reading = self.wanted.reading();
        self.take_in(state, reading)?;
        Ok(())
    }

    /// The same after another program changed them; this card is at hand.
    pub(super) fn look_again(&mut self, state: &mut Desk, at_hand: Option<&CardId>) -> anyhow::Result<()> {
        let before = state.decks.clone();
        self.at_hand = at_hand.cloned();
        let reloaded = self.reload(state);
        self.at_hand = None;
        reloaded?;
        self.told.extend(leaving::look(before, state, at_hand, &mut self.gone));
        Ok(())
    }

    /// Takes on what another run of the program changed: settings, log and decks. A track that was chosen for this
    /// run stays.
    pub(super) fn take_in_again(&mut self, state: &mut Desk) -> anyhow::Result<()> {
        // A run that was stopped may have begun to bring a backup back.
        let aside = backup::finish(&self.wanted.dirs)?;
        self.told.extend(aside.map(|aside| BackupMessage::Finished { aside: shown(&aside) }.into()));
        let (mut settings, _) = self.config.read()?;
        settings.track = state.settings.track;
        if settings.rules != state.settings.rules {
            self.load_history(state)?;
        }
        state.choose(settings)?;
        let notices = self.sync(state)?;
        self.told.extend(notices);
        self.reload(state)
    }

    /// Whoever replaces the log now means it.
    pub(super) fn let_log_be_replaced(&mut self) {
        self.progress.let_be_replaced();
    }

    /// The same after the user's editor had one of their files.
    pub(super) fn edited(&mut self, state: &mut Desk, file: &Path) -> anyhow::Result<()> {
        let shelf = Shelf::of(&self.wanted.dirs)?;
        if shelf.is_mirror(file) {
            shelf.mark_edited(file, state.now.at)?;
        }
        self.reload(state)
    }

    /// Files and folders of the user's own that decks are read from where they stand.
    pub(super) fn notes(&self) -> Vec<PathBuf> {
        let mut notes = self.wanted.notes.clone();
        if notes.is_empty() || !self.wanted.names.is_empty() {
            let shelf = Shelf::of(&self.wanted.dirs).unwrap_or_else(|_| Shelf::empty(&self.wanted.data));
            let linked = shelf.entries().iter().filter(|entry| entry.how == How::Link);
            notes.extend(linked.filter_map(|entry| entry.origin.clone()));
        }
        notes
    }
}

/// Reads a source that was read before.
pub(super) fn reread(apart: &Apart, path: &Path, style: Option<&str>) -> Option<Vec<Card>> {
    let mut cards = library::read_file(path, style.and_then(import::named)).ok()?.notes.cards;
    apart.rename(path, &mut cards);
    Some(cards)
}
