//! What most commands need: the decks, the progress file, the clock.

mod time;
mod wanted;

pub(super) use time::start_of_clock;
pub(super) use wanted::ReadSource;

use super::{Global, tell};
use crate::card::{Card, CardId, Deck, Lang};
use crate::day::{At, Calendar, Moment, RELEASED, Zone};
use crate::desk::{Desk, Place};
use crate::import::{self, legacy};
use crate::progress::{Event, Kind};
use crate::settings::{ROWS, Trouble};
use crate::state::Scheduler;
use crate::store::apart::Apart;
use crate::store::carry;
use crate::store::dirs::Dirs;
use crate::store::library;
use crate::store::notes_file::Wording;
use crate::store::problem::Notice;
use crate::store::progress_file::{Opened, ProgressFile, Taken};
use crate::store::reports;
use crate::store::seen::{News, Seen, Source};
use crate::store::settings_file::SettingsFile;
use crate::store::shelf::{How, Shelf};
use crate::terminal::{Clock, Disk};
use anyhow::Context;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use wanted::{Reading, Wanted};

/// A log whose fold took more lines than this is worth a cache at once.
const WORTH_CACHING: usize = 5_000;

/// Everything opened.
pub(super) struct Setup {
    /// Decks, progress and time.
    pub(super) desk: Desk,
    /// The files behind them.
    pub(super) files: Files,
    /// The clock.
    pub(super) clock: Clock,
    /// What the user should know before the screen opens.
    pub(super) notices: Vec<String>,
    /// What edits of the notes did to their cards.
    pub(super) news: News,
}

/// The files behind a desk.
pub(super) struct Files {
    progress: ProgressFile,
    config: SettingsFile,
    wanted: Wanted,
    /// What to say with the next save.
    told: Vec<String>,
    /// Whether the clock is older than the program.
    is_early: bool,
}

/// Opens progress and the decks that `names` name: decks of the library, files or folders; none means
/// the whole library. Progress is carried over to cards that were edited.
pub(super) fn open(names: &[String], global: &Global) -> anyhow::Result<Setup> {
    open_in(names, None, global)
}

/// The same, with files and folders read in the style of that name.
pub(super) fn open_in(names: &[String], style: Option<&str>, global: &Global) -> anyhow::Result<Setup> {
    let style = style.map(named_style).transpose()?;
    let mut setup = recognised(begin(names, style, global, time::clock()?)?)?;
    setup.notices.extend(told_of_edits(&setup.news));
    Ok(setup)
}

/// The style of that name.
pub(super) fn named_style(name: &str) -> anyhow::Result<&'static import::Style> {
    import::named(name).with_context(|| {
        let known: Vec<&str> = import::STYLES.iter().map(|style| style.name).collect();
        format!("there is no style named {name}; styles: {}", known.join(", "))
    })
}

/// The same for a sitting at the screen, which asks for the time where the clock cannot be right.
pub(super) fn open_sitting(names: &[String], style: Option<&str>, global: &Global) -> anyhow::Result<Setup> {
    let style = style.map(named_style).transpose()?;
    let clock = time::clock_of_sitting()?;
    let mut setup = recognised(begin(names, style, global, clock)?)?;
    setup.notices.extend(told_of_edits(&setup.news));
    Ok(setup)
}

/// What was read of the whole library, for commands that look at more than its decks.
pub(super) struct Library {
    /// Every file, whether it changed or not.
    pub(super) sources: Vec<ReadSource>,
    /// The decks, one card in as many of them as hold it.
    pub(super) decks: Vec<Deck>,
    /// Cards that are another card written twice.
    pub(super) merged: HashSet<CardId>,
}

/// The whole library as [`open`] opens it, with what was read of it; the caller tells what became of edited
/// cards.
pub(super) fn open_library(global: &Global) -> anyhow::Result<(Setup, Library)> {
    let (setup, reading) = begin(&[], None, global, time::clock()?)?;
    let library = setup.files.library(&reading);
    Ok((recognised((setup, reading))?, library))
}

/// The same as [`look`] opens it.
pub(super) fn look_at_library(global: &Global) -> anyhow::Result<(Setup, Library)> {
    let (setup, reading) = begin(&[], None, global, time::clock()?)?;
    let library = setup.files.library(&reading);
    Ok((assumed((setup, reading))?, library))
}

/// Settings, progress and clock without any deck. Nothing is written.
pub(super) fn without_decks(global: &Global) -> anyhow::Result<Setup> {
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let clock = time::clock()?;
    begin_with(Wanted::new(&[], None, &dirs, clock.now()), global, clock)
}

/// Takes in the decks that were read; edited cards keep their progress.
fn recognised((mut setup, reading): (Setup, Reading)) -> anyhow::Result<Setup> {
    setup.news = setup.files.take_in(&mut setup.desk, reading, &mut setup.notices)?;
    Ok(setup)
}

/// The moment of an RFC 3339 instant given on the command line.
pub(super) fn moment(desk: &Desk, at: Option<&str>) -> anyhow::Result<Option<Moment>> {
    let Some(text) = at else { return Ok(None) };
    let at = At::parse(text).with_context(|| format!("--at {text}: not a time like 2026-11-22T10:00:00Z"))?;
    Ok(Some(desk.calendar.moment(at)))
}

/// Looks at a desk from an RFC 3339 instant given on the command line: what happened later has not yet.
pub(super) fn look_from(desk: &mut Desk, files: &mut Files, at: Option<&str>) -> anyhow::Result<()> {
    if let Some(moment) = moment(desk, at)? {
        desk.now = moment;
        files.look_from(desk)?;
    }
    Ok(())
}

/// What the user should know about edited cards.
fn told_of_edits(news: &News) -> Vec<String> {
    let moved = match news.moves.len() {
        0 => None,
        1 => Some("1 edited card keeps its progress".to_owned()),
        cards => Some(format!("{cards} edited cards keep their progress")),
    };
    let doubtful = match news.doubtful.len() {
        0 => None,
        cards => Some(format!(
            "{cards} new {} an old one, edited; `backprop import` asks",
            if cards == 1 { "card may be" } else { "cards may each be" }
        )),
    };
    moved.into_iter().chain(doubtful).collect()
}

/// The same without carrying anything over: nothing is written.
pub(super) fn look(names: &[String], global: &Global) -> anyhow::Result<Setup> {
    assumed(begin(names, None, global, time::clock()?)?)
}

/// Takes in the decks that were read; what would be carried over holds for this run.
fn assumed((mut setup, reading): (Setup, Reading)) -> anyhow::Result<Setup> {
    let Setup { desk, files, notices, .. } = &mut setup;
    let is_changed = files.wanted.has_changed(&reading);
    let (moves, _) = files.not_carried(desk, &reading, is_changed);
    let found = files.wanted.decks(reading)?;
    notices.splice(0..0, found.told);
    desk.decks = found.decks;
    if !moves.is_empty() {
        files.progress.assume(&mut desk.progress, &moves, desk.now.at, &mut Vec::new())?;
    }
    Ok(setup)
}

/// Reads the decks and opens the rest. The decks are yet to be taken in.
fn begin(
    names: &[String],
    style: Option<&'static import::Style>,
    global: &Global,
    clock: Clock,
) -> anyhow::Result<(Setup, Reading)> {
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let wanted = Wanted::new(names, style, &dirs, clock.now());
    let reading = wanted.reading();
    Ok((begin_with(wanted, global, clock)?, reading))
}

fn begin_with(wanted: Wanted, global: &Global, clock: Clock) -> anyhow::Result<Setup> {
    let dirs = wanted.dirs.clone();
    let config = SettingsFile::in_folder(&dirs.config);
    let mut unread = None;
    let (settings, troubles) = config.read().unwrap_or_else(|problem| {
        unread = Some(format!("{problem}; until then the defaults count"));
        Default::default()
    });
    let calendar = Calendar { zone: Zone::Local, rollover_hour: settings.rollover_hour };
    let now = calendar.moment(clock.now());
    let mut notices = Vec::new();
    let at_line = |trouble: &Trouble| format!("{}, line {}: {}", trouble.file, trouble.line, trouble.message);
    notices.extend(troubles.iter().map(at_line));
    notices.extend(unread);
    let scheduler = Scheduler::new(settings.rules.clone())?;

    let Opened { file, progress, notices: told, replayed } =
        ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), scheduler.clone(), now.at)?;
    notices.extend(told.iter().map(ToString::to_string));
    notices.extend(time::told(&progress, now.at));
    let lang = settings.language.filter(|_| global.lang.is_none()).unwrap_or_else(|| global.lang());
    let decks = Vec::new();
    let desk = Desk { decks, progress, scheduler, settings, calendar, now, lang, lang_of_words: lang };
    let is_early = now.at < RELEASED;
    let mut files = Files { progress: file, config, wanted, told: Vec::new(), is_early };
    if replayed > WORTH_CACHING {
        files.save_cache(&desk);
    }
    Ok(Setup { desk, files, clock, notices, news: News::default() })
}

impl Setup {
    /// Tells the notices on stderr.
    pub(super) fn tell_notices(&mut self) {
        self.notices.drain(..).for_each(|notice| tell(&format!("note: {notice}")));
    }
}

impl Files {
    /// Appends what is unsaved; gives what the user should know.
    pub(super) fn sync(&mut self, desk: &mut Desk) -> anyhow::Result<Vec<String>> {
        let notices = self.progress.sync(&mut desk.progress, desk.now.at)?;
        Ok(notices.iter().map(ToString::to_string).collect())
    }

    /// What was read of the whole library, beside its decks.
    fn library(&self, reading: &Reading) -> Library {
        let (decks, merged) = reading.raw();
        Library { sources: self.wanted.sources(reading), decks, merged }
    }

    /// Takes in the decks that were read, and carries progress over to cards that were edited.
    fn take_in(
        &mut self,
        desk: &mut Desk,
        reading: Reading,
        notices: &mut Vec<String>,
    ) -> anyhow::Result<News> {
        let is_changed = self.wanted.has_changed(&reading);
        let sources = if is_changed { self.wanted.sources(&reading) } else { Vec::new() };
        let carried = self.not_carried(desk, &reading, is_changed);
        let found = self.wanted.decks(reading)?;
        notices.splice(0..0, found.told);
        desk.decks = found.decks;
        self.carry(desk, carried, notices);
        Ok(self.recognise(desk, &sources, &found.merged, notices))
    }

    /// The moves that carry over what is filed under ids of the version before, and the ids that are left.
    /// Looks for cards only where ids are left for which it has not looked, or sources have changed.
    fn not_carried(
        &self,
        desk: &Desk,
        reading: &Reading,
        is_changed: bool,
    ) -> (Vec<Event>, Vec<carry::Left>) {
        let left = desk.progress.not_carried(legacy::is_old);
        if left.is_empty() || (!is_changed && self.wanted.searched.has(&left)) {
            return (Vec::new(), left);
        }
        let look = |library: &[carry::Shown<'_>]| carry::moves(&left, library, &desk.progress, desk.now);
        let moves = self.wanted.with_all(reading, look);
        (moves, left)
    }

    /// Carries over what is filed under ids of the version before. What cannot be written holds for this
    /// run, and is done again by the next.
    fn carry(
        &mut self,
        desk: &mut Desk,
        (moves, mut left): (Vec<Event>, Vec<carry::Left>),
        notices: &mut Vec<String>,
    ) {
        if self.is_early {
            // By a clock that cannot be right nothing is noted.
            if !moves.is_empty() {
                let _ = self.progress.assume(&mut desk.progress, &moves, desk.now.at, &mut Vec::new());
            }
            return;
        }
        if !moves.is_empty() {
            if let Err(problem) = self.add(desk, &moves).map(|told| notices.extend(told)) {
                notices
                    .push(format!("histories of cards whose ids changed were not written down: {problem:#}"));
                let _ = self.progress.assume(&mut desk.progress, &moves, desk.now.at, &mut Vec::new());
                return;
            }
            left = desk.progress.not_carried(legacy::is_old);
            self.save_cache(desk);
        }
        if !left.is_empty() && !self.wanted.searched.has(&left) {
            self.wanted.searched.keep(&left);
        }
    }

    /// Carries progress over to cards that were edited, and remembers what the sources look like now.
    /// What cannot be saved holds for this run, and is done again by the next.
    fn recognise(
        &mut self,
        desk: &mut Desk,
        sources: &[ReadSource],
        merged: &HashSet<CardId>,
        notices: &mut Vec<String>,
    ) -> News {
        // By a clock that cannot be right nothing is noted.
        if self.is_early {
            return News::default();
        }
        let seen = Seen::new(&self.wanted.data);
        let sources: Vec<Source<'_>> = sources.iter().map(ReadSource::borrowed).collect();
        let apart = Apart::open(&self.wanted.data);
        let is_changed = |source: &&Source<'_>| !seen.is_unchanged(source.path, source.print);
        let changed: Vec<PathBuf> =
            sources.iter().filter(is_changed).map(|source| source.path.to_path_buf()).collect();
        let followed = Shelf::of(&self.wanted.dirs).and_then(|shelf| shelf.follow(&changed, desk.now.at));
        // A folder that cannot be written to is told of when something is graded.
        notices.extend(followed.unwrap_or_default());
        let mut news = seen.compare(&sources, &desk.progress, |path, style| reread(&apart, path, style));
        news.separated.retain(|(_, card)| !merged.contains(card));
        let changes = news.separated.iter().map(|(of, card)| (card.clone(), Kind::Undo { of: *of }));
        let moves = news.moves.iter();
        let moves = moves.map(|change| (change.from.id.clone(), Kind::Move { to: change.to.id.clone() }));
        let changes: Vec<(CardId, Kind)> = changes.chain(moves).collect();
        let mut done = Ok(());
        for (card, kind) in changes {
            done = done.and_then(|()| self.note(desk, &card, kind));
        }
        if !desk.progress.unsaved().is_empty() {
            let synced = done.and_then(|()| self.sync(desk));
            match synced {
                Ok(told) => notices.extend(told),
                Err(problem) => {
                    notices.push(format!("progress of edited cards was not written down: {problem:#}"));
                    return news;
                }
            }
        }
        // A folder that cannot be written to is told of when something is graded.
        let _ = seen.keep(&news);
        news
    }

    /// Notes an event of the present; loads the whole log where that is needed for it.
    pub(super) fn note(&mut self, desk: &mut Desk, card: &CardId, kind: Kind) -> anyhow::Result<()> {
        self.trusts_clock(desk)?;
        if desk.progress.note(desk.now, card, kind.clone()).is_err() {
            self.progress.load_history(&mut desk.progress, desk.now.at, &mut Vec::new())?;
            desk.progress.note(desk.now, card, kind)?;
        }
        Ok(())
    }

    /// Fails where the clock is older than the program: nothing is noted by it.
    pub(super) fn trusts_clock(&self, desk: &Desk) -> anyhow::Result<()> {
        anyhow::ensure!(!self.is_early, time::too_early(desk.now.at));
        Ok(())
    }

    /// Has all events in memory, not only those after the cache.
    pub(super) fn whole_history(&mut self, desk: &mut Desk) -> anyhow::Result<()> {
        Disk::load_history(self, desk)
    }

    /// Notes an event at a time that was given; one that lies ahead counts from then on.
    pub(super) fn note_at(
        &mut self,
        desk: &mut Desk,
        given: Moment,
        card: &CardId,
        kind: Kind,
    ) -> anyhow::Result<()> {
        if desk.progress.note_at(given, card, kind.clone()).is_err() {
            self.progress.load_history(&mut desk.progress, desk.now.at, &mut Vec::new())?;
            desk.progress.note_at(given, card, kind)?;
        }
        Ok(())
    }

    /// Takes a time that was given for the present where the clock is older than the program.
    pub(super) fn trust(&mut self, desk: &mut Desk, given: Moment) -> anyhow::Result<()> {
        if self.is_early && given.at >= RELEASED {
            (desk.now, self.is_early) = (given, false);
            self.look_from(desk)?;
        }
        Ok(())
    }

    /// Looks at the progress from the time of the desk; loads the whole log where that is needed for it.
    pub(super) fn look_from(&mut self, desk: &mut Desk) -> anyhow::Result<()> {
        if desk.progress.look_from(desk.now.at).is_err() {
            self.progress.load_history(&mut desk.progress, desk.now.at, &mut Vec::new())?;
            desk.progress.look_from(desk.now.at)?;
        }
        Ok(())
    }

    /// Lets these weights count, now and at the next start; the whole log is in memory.
    pub(super) fn choose_weights(
        &mut self,
        desk: &mut Desk,
        weights: &[f32],
        before: &[f32],
    ) -> anyhow::Result<()> {
        self.config.write_weights(weights, before)?;
        let mut settings = desk.settings.clone();
        settings.rules.weights = weights.to_vec();
        settings.weights_before = Some(before.to_vec());
        desk.choose(settings)?;
        self.save_cache(desk);
        Ok(())
    }

    /// Adds events of the past; gives what the user should know.
    pub(super) fn add(&mut self, desk: &mut Desk, events: &[Event]) -> anyhow::Result<Vec<String>> {
        let mut notices = Vec::new();
        self.progress.add(&mut desk.progress, events, desk.now.at, &mut notices)?;
        Ok(notices.iter().map(ToString::to_string).collect())
    }

    /// Takes in the events of other progress files, or of those in other data folders; gives what came
    /// of each, and what the user should know.
    pub(super) fn merge(
        &mut self,
        desk: &mut Desk,
        others: &[PathBuf],
    ) -> anyhow::Result<(Vec<Taken>, Vec<Notice>)> {
        let log =
            |other: &PathBuf| if other.is_dir() { Dirs::below(other).progress() } else { other.clone() };
        let others: Vec<PathBuf> = others.iter().map(log).collect();
        for other in &others {
            let is_own = other.canonicalize().is_ok_and(|other| other == self.progress.path());
            anyhow::ensure!(!is_own, "{} is the progress file itself", library::shown(other));
        }
        let mut notices = Vec::new();
        let taken = self.progress.merge(&mut desk.progress, &others, desk.now.at, &mut notices)?;
        self.save_cache(desk);
        Ok((taken, notices))
    }

    /// The progress file.
    pub(super) fn progress_path(&self) -> &Path {
        self.progress.path()
    }

    /// The folder of decks and progress.
    pub(super) fn data_folder(&self) -> &Path {
        &self.wanted.data
    }

    /// Saves the fold for the next start. A cache that cannot be written only costs time.
    pub(super) fn save_cache(&mut self, desk: &Desk) {
        let _ = self.progress.save_cache(&desk.progress);
    }
}

impl Disk for Files {
    fn save(&mut self, desk: &mut Desk) -> anyhow::Result<Option<String>> {
        if !desk.progress.unsaved().is_empty() {
            let notices = self.sync(desk)?;
            self.told.extend(notices);
        }
        let told = std::mem::take(&mut self.told);
        Ok((!told.is_empty()).then(|| told.join(" ")))
    }

    fn load_history(&mut self, desk: &mut Desk) -> anyhow::Result<()> {
        if !desk.progress.is_whole() {
            self.progress.load_history(&mut desk.progress, desk.now.at, &mut Vec::new())?;
        }
        Ok(())
    }

    fn write(
        &mut self,
        desk: &mut Desk,
        place: Place,
        is_new: bool,
        wording: &Wording,
    ) -> anyhow::Result<Option<CardId>> {
        let (face, now) = (desk.face(place), desk.now.at);
        let shelf = Shelf::of(&self.wanted.dirs)?;
        if is_new {
            match &face.source.file {
                Some(file) => self.told.extend(shelf.append(file, wording, now)?),
                None => drop(Shelf::lock_of(&self.wanted.dirs)?.0.add_own(wording)?),
            }
            self.reload(desk)?;
            return Ok(None);
        }
        let (file, line, lang) = (face.source.file.clone(), face.source.question_line, face.lang);
        let before = desk.card(place).id.clone();
        let Some(own) = &file else {
            let (mut shelf, _lock) = Shelf::lock_of(&self.wanted.dirs)?;
            shelf.correct(&before, face, wording)?;
            drop(_lock);
            self.reload(desk)?;
            return Ok(Some(before));
        };
        self.told.extend(shelf.rewrite(own, face, wording, now)?);
        if shelf.is_mirror(own) {
            let (mut shelf, _lock) = Shelf::lock_of(&self.wanted.dirs)?;
            shelf.renew_correction(&before, own, &library::builtin_decks)?;
        }
        self.reload(desk)?;
        // The question is part of what a card without a written id is known by.
        let is_it = |place: &Place| {
            let source = &desk.card(*place).face(lang).source;
            source.file == file && source.question_line == line
        };
        let after = desk.places().find(is_it).map(|place| desk.card(place).id.clone());
        // Reading it again may have recognised it already.
        let is_new_name = |to: &CardId| desk.progress.present_id(&before) != to;
        if let Some(to) = after.clone().filter(is_new_name)
            && desk.progress.record(&before).is_some()
        {
            self.note(desk, &before, Kind::Move { to })?;
        }
        Ok(after)
    }

    fn choose(&mut self, desk: &mut Desk, row: usize, value: &str) -> anyhow::Result<()> {
        let mut settings = desk.settings.clone();
        anyhow::ensure!(
            (ROWS[row].set)(&mut settings, value),
            "{value} is not allowed: {}",
            ROWS[row].allowed
        );
        self.config.write(&ROWS[row], value)?;
        if settings.rules != desk.settings.rules {
            self.load_history(desk)?;
        }
        Ok(desk.choose(settings)?)
    }

    fn write_report(&mut self, name: &str, text: &str) -> anyhow::Result<PathBuf> {
        Ok(reports::write(&self.wanted.data, name, text)?)
    }

    fn reload(&mut self, desk: &mut Desk) -> anyhow::Result<()> {
        let reading = self.wanted.reading();
        let mut told = Vec::new();
        self.take_in(desk, reading, &mut told)?;
        self.told.extend(told);
        Ok(())
    }

    fn edited(&mut self, desk: &mut Desk, file: &Path) -> anyhow::Result<()> {
        let shelf = Shelf::of(&self.wanted.dirs)?;
        if shelf.is_mirror(file) {
            shelf.mark_edited(file, desk.now.at)?;
        }
        self.reload(desk)
    }

    fn notes(&self) -> Vec<PathBuf> {
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

/// The language a locale asks for.
pub(super) fn lang_of_locale(locale: &str) -> Lang {
    if locale.to_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
}
