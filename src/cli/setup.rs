//! What most commands need: the decks, the progress file, the clock.

use super::{Global, tell};
use crate::card::{CardId, Deck, Lang};
use crate::day::{At, Calendar, Zone};
use crate::desk::{Desk, Place};
use crate::progress::Kind;
use crate::settings::ROWS;
use crate::settings::Trouble;
use crate::state::Scheduler;
use crate::store::dirs::Dirs;
use crate::store::library::{self, ReadFile};
use crate::store::notes_file::{self, Wording};
use crate::store::progress_file::{Opened, ProgressFile};
use crate::store::settings_file::SettingsFile;
use crate::terminal::{Clock, Disk};
use anyhow::{Context, bail};
use std::path::PathBuf;

/// The variable that sets the clock, for tests and simulations: an RFC 3339 time.
const NOW: &str = "BACKPROP_NOW";

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
}

/// The files behind a desk.
pub(super) struct Files {
    progress: ProgressFile,
    config: SettingsFile,
    /// Files and folders that decks were read from.
    notes: Vec<PathBuf>,
    /// Names of built-in decks; none means all of them, unless notes were named.
    decks: Vec<String>,
}

/// Opens progress and the decks that `names` name: decks of the library, files or folders; none means
/// the whole library.
pub(super) fn open(names: &[String], global: &Global) -> anyhow::Result<Setup> {
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let config = SettingsFile::in_folder(&dirs.config);
    let (settings, troubles) = config.read()?;
    let calendar = Calendar { zone: Zone::Local, rollover_hour: settings.rollover_hour };
    let clock = Clock::new(start_of_clock()?);
    let now = calendar.moment(clock.now());
    let (notes, decks): (Vec<&String>, Vec<&String>) = names.iter().partition(|name| library::is_path(name));
    let notes: Vec<PathBuf> = notes.into_iter().map(PathBuf::from).collect();
    let decks: Vec<String> = decks.into_iter().cloned().collect();
    let (found, mut notices) = read_decks(&notes, &decks)?;
    let at_line = |trouble: &Trouble| format!("config.toml, line {}: {}", trouble.line, trouble.message);
    notices.extend(troubles.iter().map(at_line));

    let scheduler = Scheduler::new(settings.rules.clone())?;
    let Opened { file, progress, notices: told, replayed } =
        ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), scheduler.clone(), now.at)?;
    notices.extend(told.iter().map(ToString::to_string));
    let lang = settings.language.filter(|_| global.lang.is_none()).unwrap_or_else(|| global.lang());
    let desk = Desk { decks: found, progress, scheduler, settings, calendar, now, lang, lang_of_words: lang };
    let mut files = Files { progress: file, config, notes, decks };
    if replayed > WORTH_CACHING {
        files.save_cache(&desk);
    }
    Ok(Setup { desk, files, clock, notices })
}

impl Setup {
    /// Tells the notices on stderr.
    pub(super) fn tell_notices(&mut self) {
        self.notices.drain(..).for_each(|notice| tell(&format!("note: {notice}")));
    }
}

/// The decks of these notes and of the library by these names, with what could not be read.
fn read_decks(notes: &[PathBuf], names: &[String]) -> anyhow::Result<(Vec<Deck>, Vec<String>)> {
    let (files, unreadable) = library::read_notes(notes, None);
    let mut told: Vec<String> = unreadable.iter().map(ToString::to_string).collect();
    told.extend(files.iter().filter(|file| file.notes.cards.is_empty()).map(no_cards));
    let mut decks: Vec<Deck> = files.iter().map(library::deck_of).collect();
    let library = library::builtin_decks();
    for name in names {
        match library.iter().find(|deck| deck.name == *name) {
            Some(deck) => decks.push(deck.clone()),
            None => {
                let known: Vec<&str> = library.iter().map(|deck| deck.name.as_str()).collect();
                bail!("there is no deck or file named {name}; decks: {}", known.join(", "));
            }
        }
    }
    if notes.is_empty() && names.is_empty() {
        decks = library;
    }
    let decks = library::settle(decks);
    if decks.is_empty() {
        bail!("{}", told.join("\n       "));
    }
    Ok((decks, told))
}

fn no_cards(file: &ReadFile) -> String {
    let path = library::shown(&file.path);
    format!("{path}: no questions found; `backprop check {path}` explains")
}

fn start_of_clock() -> anyhow::Result<Option<At>> {
    let Some(text) = std::env::var_os(NOW) else { return Ok(None) };
    let text = text.to_string_lossy();
    let at =
        At::parse(&text).with_context(|| format!("{NOW}={text}: not a time like 2026-11-22T10:00:00Z"))?;
    Ok(Some(at))
}

impl Files {
    /// Appends what is unsaved; gives what the user should know.
    pub(super) fn sync(&mut self, desk: &mut Desk) -> anyhow::Result<Vec<String>> {
        let notices = self.progress.sync(&mut desk.progress, desk.now.at)?;
        Ok(notices.iter().map(ToString::to_string).collect())
    }

    /// Saves the fold for the next start. A cache that cannot be written only costs time.
    pub(super) fn save_cache(&mut self, desk: &Desk) {
        let _ = self.progress.save_cache(&desk.progress);
    }
}

impl Disk for Files {
    fn save(&mut self, desk: &mut Desk) -> anyhow::Result<Option<String>> {
        if desk.progress.unsaved().is_empty() {
            return Ok(None);
        }
        let notices = self.sync(desk)?;
        Ok((!notices.is_empty()).then(|| notices.join(" ")))
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
        let face = desk.face(place);
        if is_new {
            notes_file::append(face, wording)?;
            self.reload(desk)?;
            return Ok(None);
        }
        let (file, line, lang) = (face.source.file.clone(), face.source.question_line, face.lang);
        let before = desk.card(place).id.clone();
        notes_file::rewrite(face, wording)?;
        self.reload(desk)?;
        // The question is part of what a card without a written id is known by.
        let is_it = |place: &Place| {
            let source = &desk.card(*place).face(lang).source;
            source.file == file && source.question_line == line
        };
        let after = desk.places().find(is_it).map(|place| desk.card(place).id.clone());
        if let Some(to) = after.clone().filter(|after| *after != before)
            && desk.progress.record(&before).is_some()
        {
            desk.progress.note(desk.now, &before, Kind::Move { to })?;
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

    fn reload(&mut self, desk: &mut Desk) -> anyhow::Result<()> {
        (desk.decks, _) = read_decks(&self.notes, &self.decks)?;
        Ok(())
    }
}

/// The language a locale asks for.
pub(super) fn lang_of_locale(locale: &str) -> Lang {
    if locale.to_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
}
