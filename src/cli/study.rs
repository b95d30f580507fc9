//! `backprop` and `backprop study`: the screens.

use super::grades;
use super::language::{failed, failure, say};
use super::numbers;
use super::opening;
use super::{Global, tell_note};
use crate::desk::Desk;
use crate::messages::{self, CommandMessage, Help, ModeName, ThemeName};
use crate::quiz::interview::grading;
use crate::quiz::mode::Pick;
use crate::quiz::session::{Session, Subject};
use crate::store::dirs::Dirs;
use crate::store::spelling;
use crate::terminal::{self, ProgramEnd, abilities};
use crate::typeset::theme::{ColourDepth, TerminalLook, Theme};
use crate::ui::app::{App, Look, Screen};
use crate::ui::keymap::Keymap;
use crate::ui::pictures::{Pictures, Protocol};
use crate::ui::screens::after::AfterScreen;
use crate::ui::screens::study::Study;
use crate::workspace::{Command, Workspace};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::Sources))]
    #[arg(value_name = "DECK or FILE or DIR")]
    sources: Vec<String>,
    #[arg(help = say(Help::StyleOfSources))]
    #[arg(long, value_name = "STYLE")]
    style: Option<String>,
    #[arg(help = say(Help::StudyMode))]
    #[arg(long, value_name = "MODE", value_parser = grades::choice::<ModeName>())]
    mode: Option<ModeName>,
    #[arg(help = say(Help::Topic))]
    #[arg(long, value_name = "TEXT")]
    topic: Option<String>,
    #[command(flatten)]
    track: opening::TrackArgs,
    #[arg(help = say(Help::StudyNew))]
    #[arg(long, value_name = "N", value_parser = numbers::count::<u32>(0..=u32::MAX))]
    new: Option<u32>,
    #[arg(help = say(Help::StudyLimit))]
    #[arg(long, value_name = "N", value_parser = numbers::count::<u32>(0..=u32::MAX))]
    limit: Option<u32>,
}

pub(super) fn home(global: &Global) -> anyhow::Result<ExitCode> {
    terminal::require()?;
    let is_first = is_first_start(&opening::opening(&[], None, global)?.dirs);
    let mut workspace = opening::open_sitting(&[], None, global)?;
    let mut notices = opening::notices(&mut workspace);
    let state = workspace.state();
    let waiting: usize = grading::interrupted(state).iter().map(|round| round.answers).sum();
    if waiting > 0 {
        notices.push((messages::of(state.lang_of_words).interview.waiting)(waiting));
    }
    let mut app = app(None, &workspace, &mut notices);
    if is_first {
        app.welcome(&mut workspace);
    } else if AfterScreen::comes_by_itself(workspace.state()) && !is_forbidden() {
        // It looks back on what was foretold; what cannot be loaded is told by whoever needs it.
        let _ = workspace.run(Command::LoadHistory);
        app.show(Box::new(AfterScreen::new(workspace.state())), &mut workspace);
    }
    show(app, workspace, &notices)
}

/// Whether the welcome is shown: nothing was ever written, and nobody forbade it.
fn is_first_start(dirs: &Dirs) -> bool {
    !is_forbidden() && dirs.is_untouched()
}

/// Whether no screen may come by itself.
fn is_forbidden() -> bool {
    std::env::var_os("BACKPROP_NO_WELCOME").is_some_and(|value| !value.is_empty())
}

pub(super) fn run(args: Args, global: &Global) -> anyhow::Result<ExitCode> {
    terminal::require()?;
    let style = args.style.as_deref();
    let (mut workspace, decks) = opening::open_sitting_in_library(&args.sources, style, global)?;
    args.track.narrow(&mut workspace)?;
    let (mut notices, state) = (opening::notices(&mut workspace), workspace.state());
    let subject = Subject { decks, topic: args.topic, new: args.new, limit: args.limit, cards: None };
    if subject.selection(state).is_empty() {
        if let (None, Some(track)) = (&subject.topic, state.settings.track) {
            return Err(failure(CommandMessage::NoCardsOfTrack { track: track.name().to_owned() }));
        }
        let topic = subject.topic.unwrap_or_default();
        return Err(failure(CommandMessage::NoTopic { topic }));
    }
    let mut session = Session::start(subject, state);
    if let Some(pick) = args.mode.map(Pick::from) {
        session.ask_by(pick, state);
    }
    let app = app(Some(Box::new(Study::new(session))), &workspace, &mut notices);
    show(app, workspace, &notices)
}

/// How the program looks by the settings, and what is wrong with the keys in them.
pub(super) fn look(desk: &Desk) -> (Look, Vec<String>) {
    let (keys, troubles) = Keymap::new(&desk.settings.keys);
    let settings = &desk.settings;
    let terminal = abilities::look();
    let theme = Theme::chosen(settings.theme, terminal);
    let pictures = Arc::new(pictures(desk, terminal));
    let look = Look { keys: Arc::new(keys), terminal, pictures, ..Look::new(theme, desk.lang_of_words) };
    (look, troubles.iter().map(|trouble| say(CommandMessage::KeyProblem { what: say(trouble) })).collect())
}

/// How pictures are shown: as the settings say, or in the best way the terminal is known for. Without
/// colours, or with no more than sixteen, there are no coloured characters.
fn pictures(desk: &Desk, terminal: TerminalLook) -> Pictures {
    let best = abilities::abilities().pictures;
    let chosen = Protocol::chosen(desk.settings.images);
    let has_colours = terminal.colours && terminal.depth != ColourDepth::Sixteen;
    let has_blocks = has_colours && terminal.lines && desk.settings.theme != ThemeName::Plain;
    let protocol = match chosen.unwrap_or(best) {
        Protocol::Blocks if !has_blocks => Protocol::Off,
        _ if chosen.is_none() && !terminal.colours => Protocol::Off,
        protocol => protocol,
    };
    Pictures::new(protocol, abilities::cell(), terminal.depth == ColourDepth::All)
}

/// The screens, this one first or the home screen; adds what is wrong with the settings.
pub(super) fn app(first: Option<Box<dyn Screen>>, workspace: &Workspace, notices: &mut Vec<String>) -> App {
    let (look, troubles) = look(workspace.state());
    let look = Look { is_ahead: workspace.is_ahead(), ..look };
    notices.extend(troubles);
    let mut app = match first {
        Some(screen) => App::with(screen, look),
        None => App::home(look),
    };
    app.settings_changed(workspace.state());
    app
}

/// Shows the screens until the user leaves. What the user should know is told before and after.
pub(super) fn show(mut app: App, mut workspace: Workspace, notices: &[String]) -> anyhow::Result<ExitCode> {
    if !notices.is_empty() {
        app.notify(notices.join(" · "));
    }
    let end = terminal::run(&mut app, &mut workspace);
    // A last try, with the terminal back, for what could not be saved while the screen was up.
    let saved = workspace.close();
    notices.iter().for_each(|notice| tell_note(notice));
    if let Err(problem) = saved {
        let count = workspace.state().progress.unsaved().len();
        let cause = failed(&problem);
        return Err(failure(match workspace.rescue().map(|path| spelling::shown(&path)) {
            Some(path) => CommandMessage::Rescued { count, path, cause },
            None => CommandMessage::NotRescued { count, cause },
        }));
    }
    Ok(match end? {
        ProgramEnd::Quit | ProgramEnd::Accepted(_) => ExitCode::SUCCESS,
        ProgramEnd::Signal(number) => ExitCode::from(128u8.saturating_add(number as u8)),
    })
}
