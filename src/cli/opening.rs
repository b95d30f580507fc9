//! What most commands begin with: the workspace opened as the command line says.

use super::clock::{clock, clock_of_sitting};
use super::language::{failure, lang, say};
use super::{Global, tell_note};
use crate::card::Lang;
use crate::card::Track;
use crate::day::{At, Moment};
use crate::import::{self, Style};
use crate::messages::{Choice, CommandMessage, Help, NoChoice, style_name};
use crate::store::dirs::Dirs;
use crate::store::library;
use crate::workspace::{Command, Opening, Workspace, resolved};
use clap::builder::PossibleValuesParser;

/// What is to be opened: decks of the library, files or folders; none means the whole library.
pub(super) fn opening(names: &[String], style: Option<&str>, global: &Global) -> anyhow::Result<Opening> {
    Ok(Opening {
        dirs: Dirs::find(global.data_dir.as_deref())?,
        clock: clock()?,
        names: names.to_vec(),
        style: style.map(named_style).transpose()?,
        lang: global.lang.is_some().then(|| global.lang()),
        locale: global.lang(),
    })
}

/// The option that narrows decks and cards.
#[derive(clap::Args)]
pub(super) struct TrackArgs {
    #[arg(help = say(Help::Track))]
    #[arg(long, value_name = "TRACK", value_parser = PossibleValuesParser::new(tracks()))]
    track: Option<String>,
}

fn tracks() -> impl Iterator<Item = &'static str> {
    [NoChoice::Everything.name()].into_iter().chain(Track::ALL.iter().map(|track| track.name()))
}

impl TrackArgs {
    /// Narrows what was opened.
    pub(super) fn narrow(&self, workspace: &mut Workspace) -> anyhow::Result<()> {
        if let Some(name) = &self.track {
            workspace.run(Command::Narrow(Track::named(name)))?;
        }
        Ok(())
    }
}

/// Opens progress and decks. Progress is carried over to cards that were edited.
pub(super) fn open(names: &[String], global: &Global) -> anyhow::Result<Workspace> {
    opening(names, None, global)?.open()
}

/// Opens the library with the names of the decks that were meant, where only decks of it are named, so that
/// what depends on all of them (the plan above all) is the same whichever are studied; else what is named.
pub(super) fn open_in_library(
    names: &[String],
    style: Option<&str>,
    global: &Global,
) -> anyhow::Result<(Workspace, Vec<String>)> {
    in_library(&opening(names, style, global)?)
}

fn in_library(opening: &Opening) -> anyhow::Result<(Workspace, Vec<String>)> {
    if opening.names.is_empty() || opening.names.iter().any(|name| library::is_path(name)) {
        return Ok((opening.open()?, Vec::new()));
    }
    let workspace = Opening { names: Vec::new(), ..opening.clone() }.open()?;
    let names = resolved(&opening.names, &workspace.state().decks)?;
    Ok((workspace, names))
}

/// The same for a sitting at the screen, which asks for the time where the clock cannot be right.
pub(super) fn open_sitting(
    names: &[String],
    style: Option<&str>,
    global: &Global,
) -> anyhow::Result<Workspace> {
    let opening = opening(names, style, global)?;
    Opening { clock: clock_of_sitting()?, ..opening }.open()
}

/// Both.
pub(super) fn open_sitting_in_library(
    names: &[String],
    style: Option<&str>,
    global: &Global,
) -> anyhow::Result<(Workspace, Vec<String>)> {
    let opening = opening(names, style, global)?;
    in_library(&Opening { clock: clock_of_sitting()?, ..opening })
}

/// The same without carrying anything over: nothing is written.
pub(super) fn look(names: &[String], global: &Global) -> anyhow::Result<Workspace> {
    opening(names, None, global)?.look()
}

/// Tells on stderr what the user should know.
pub(super) fn tell_notices(workspace: &mut Workspace) {
    workspace.take_notices().iter().for_each(|notice| tell_note(&say(notice)));
}

/// What the user should know, for a screen.
pub(super) fn notices(workspace: &mut Workspace) -> Vec<String> {
    workspace.take_notices().iter().map(say).collect()
}

/// The style of that name.
pub(super) fn named_style(name: &str) -> anyhow::Result<&'static Style> {
    let in_chinese = |style: &&Style| style_name(style.name, Lang::Zh).eq_ignore_ascii_case(name.trim());
    import::named(name).or_else(|| import::STYLES.iter().find(in_chinese)).ok_or_else(|| {
        let known: Vec<&str> = import::STYLES.iter().map(|style| style_name(style.name, lang())).collect();
        failure(CommandMessage::NoStyle { name: name.to_owned(), known: known.join(", ") })
    })
}

/// The moment of an RFC 3339 instant given on the command line.
pub(super) fn moment(workspace: &Workspace, at: Option<&str>) -> anyhow::Result<Option<Moment>> {
    let Some(text) = at else { return Ok(None) };
    let wrong = || failure(CommandMessage::NotATime { option: "--at", text: text.to_owned() });
    let at = At::parse(text).ok_or_else(wrong)?;
    Ok(Some(workspace.state().calendar.moment(at)))
}

/// Looks from an RFC 3339 instant given on the command line: what happened later has not yet.
pub(super) fn look_from(workspace: &mut Workspace, at: Option<&str>) -> anyhow::Result<()> {
    if let Some(moment) = moment(workspace, at)? {
        workspace.run(Command::LookFrom(moment))?;
    }
    Ok(())
}
