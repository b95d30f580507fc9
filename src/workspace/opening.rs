//! Opening: settings, the progress file and the decks, one after the other.

use super::files::Files;
use super::reading::{LibraryReading, WantedNotes};
use super::{Clock, Workspace, time};
use crate::card::Lang;
use crate::day::{Calendar, RELEASED, Zone};
use crate::desk::{Desk, EditedCard};
use crate::import::Style;
use crate::messages::{BackupMessage, Message, WorkMessage};
use crate::settings::ConfigError;
use crate::state::Scheduler;
use crate::store::backup;
use crate::store::dirs::Dirs;
use crate::store::drafts;
use crate::store::progress_file::{Opened, ProgressFile};
use crate::store::said::SaidOnce;
use crate::store::seen::{News, Seen};
use crate::store::settings_file::SettingsFile;
use crate::store::spelling::shown;
use std::collections::HashSet;

/// A log whose fold took more lines than this is worth a cache at once.
const WORTH_CACHING: usize = 5_000;

/// What is to be opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Where everything stands.
    pub dirs: Dirs,
    /// What tells the time.
    pub clock: Clock,
    /// Decks of the library, files or folders; none means the whole library.
    pub names: Vec<String>,
    /// The style that files and folders have to be read in; none for the one that fits each best.
    pub style: Option<&'static Style>,
    /// The language that the user wants this time.
    pub lang: Option<Lang>,
    /// The language where neither that nor a setting says one.
    pub locale: Lang,
}

impl Opening {
    /// Opens it. Progress is carried over to cards that were edited.
    pub fn open(&self) -> anyhow::Result<Workspace> {
        let (mut workspace, reading) = self.begin()?;
        let news = workspace.files.take_in(&mut workspace.state, reading)?;
        workspace.files.told.extend(told_of_edits(&news));
        if self.names.is_empty() {
            workspace.files.told.extend(told_of_strays(&workspace.state, &self.dirs));
        }
        Ok(workspace)
    }

    /// The same without carrying anything over: nothing is written.
    pub fn look(&self) -> anyhow::Result<Workspace> {
        let (mut workspace, reading) = self.begin()?;
        let seen = Seen::new(&self.dirs.data);
        workspace.files.assume(&mut workspace.state, reading, &seen)?;
        Ok(workspace)
    }

    /// Settings, progress and clock without any deck. Nothing is written.
    pub fn without_decks(&self) -> anyhow::Result<Workspace> {
        self.begin_with(WantedNotes::new(&self.names, self.style, &self.dirs, self.clock.now()))
    }

    /// Reads the decks and opens the rest. The decks are yet to be taken in.
    fn begin(&self) -> anyhow::Result<(Workspace, LibraryReading)> {
        let wanted = WantedNotes::new(&self.names, self.style, &self.dirs, self.clock.now());
        let reading = wanted.reading();
        Ok((self.begin_with(wanted)?, reading))
    }

    fn begin_with(&self, wanted: WantedNotes) -> anyhow::Result<Workspace> {
        let dirs = &self.dirs;
        // Whoever was stopped while bringing a backup back had begun to replace what stands here.
        let aside = backup::finish(dirs)?;
        let config = SettingsFile::in_folder(&dirs.config);
        let mut unread = None;
        let (settings, troubles) = config.read().unwrap_or_else(|problem| {
            unread = Some(WorkMessage::DefaultsCount { problem: Message::from(&problem).into() }.into());
            Default::default()
        });
        let calendar = Calendar { zone: Zone::Local, rollover_hour: settings.day_starts_at };
        let now = calendar.moment(self.clock.now());
        let at_line = |trouble: &ConfigError| {
            let ConfigError { file, line, message } = trouble.clone();
            Message::from(WorkMessage::SettingProblem { file, line, what: message.into() })
        };
        let mut notices: Vec<Message> = troubles.iter().map(at_line).collect();
        notices.extend(unread);
        notices.extend(aside.map(|aside| BackupMessage::Finished { aside: shown(&aside) }.into()));
        let scheduler = Scheduler::new(settings.rules.clone())?;
        let Opened { file, progress, notices: told, replayed } =
            ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), scheduler.clone(), now.at)?;
        notices.extend(told.iter().map(Message::from));
        notices.extend(time::told(&progress, now.at));
        let lang = self.lang.or(settings.language).unwrap_or(self.locale);
        let drafts = drafts::read(&wanted.data);
        let state =
            Desk { progress, scheduler, settings, drafts, ..Desk::new(Vec::new(), calendar, now.at, lang) };
        let is_early = now.at < RELEASED;
        let mut files = Files {
            progress: file,
            config,
            wanted,
            told: notices,
            is_early,
            gone: HashSet::new(),
            at_hand: None,
        };
        if replayed > WORTH_CACHING {
            files.save_cache(&state);
        }
        Ok(Workspace { state, files, clock: self.clock })
    }
}

/// Where what was typed of cards stands whose cards, or whose deck, are gone: said once, until it is something else.
fn told_of_strays(state: &Desk, dirs: &Dirs) -> Option<Message> {
    let is_like = |edited: &EditedCard| state.places().any(|place| state.is_like(edited, place));
    let strays = state.drafts.edited().filter(|edited| state.is_stray(edited) && !is_like(edited));
    let keys = strays.flat_map(|edited| edited.fields());
    let written = keys.filter_map(|key| Some((key, state.drafts.get(key)?)));
    let (mut files, mut texts) = (Vec::new(), String::new());
    for (key, text) in written {
        let path = shown(&drafts::path(&dirs.data, key));
        texts.push_str(&format!("{path}\n{text}\n"));
        files.push(path);
    }
    let said = SaidOnce::of("strays", &dirs.cache);
    if files.is_empty() {
        said.forget();
    }
    let is_news = !files.is_empty() && said.is_news(&texts);
    is_news.then(|| WorkMessage::StrayDrafts { files: files.join(", ") }.into())
}

/// What the user should know about edited cards.
fn told_of_edits(news: &News) -> Vec<Message> {
    let (moved, doubtful) = (news.moves.len(), news.doubtful.len());
    let moved = (moved > 0).then_some(WorkMessage::EditedKept { cards: moved });
    let doubtful = (doubtful > 0).then_some(WorkMessage::MaybeEdited { cards: doubtful });
    moved.into_iter().chain(doubtful).map(Message::from).collect()
}
