//! `backprop` and `backprop study`: the screens.

use super::setup::{self, Setup};
use super::{Global, tell};
use crate::desk::Desk;
use crate::quiz::session::{Plan, Session};
use crate::terminal::{self, End};
use crate::ui::app::{App, Look};
use crate::ui::screens::study::Study;
use crate::ui::theme::Theme;
use crate::ui::words;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Decks, files or folders; none means all decks
    #[arg(value_name = "DECK or FILE or DIR")]
    sources: Vec<String>,
    /// Only cards below a heading that contains this
    #[arg(long, value_name = "TEXT")]
    topic: Option<String>,
    /// At most this many new cards, instead of what the day's limit leaves
    #[arg(long, value_name = "N")]
    new: Option<u32>,
    /// Stop after this many answers
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
}

pub(super) fn home(global: &Global) -> anyhow::Result<ExitCode> {
    terminal::require()?;
    let setup = setup::open(&[], global)?;
    let app = App::home(look(&setup.desk));
    show(app, setup)
}

pub(super) fn run(args: Args, global: &Global) -> anyhow::Result<ExitCode> {
    terminal::require()?;
    let setup = setup::open(&args.sources, global)?;
    let plan = Plan { decks: Vec::new(), topic: args.topic, new: args.new, limit: args.limit };
    if plan.selection(&setup.desk).is_empty() {
        let topic = plan.topic.unwrap_or_default();
        anyhow::bail!("no card stands below a heading with “{topic}”; `backprop cards` lists the topics");
    }
    let session = Session::start(plan, &setup.desk);
    let app = App::with(Box::new(Study::new(session)), look(&setup.desk));
    show(app, setup)
}

pub(super) fn look(desk: &Desk) -> Look {
    let colourless = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if colourless { Theme::plain() } else { Theme::sixteen() };
    Look { theme, words: words::of(desk.lang_of_words) }
}

fn show(mut app: App, setup: Setup) -> anyhow::Result<ExitCode> {
    let Setup { mut desk, mut files, clock, notices, .. } = setup;
    if !notices.is_empty() {
        app.notify(notices.join(" "));
    }
    let end = terminal::run(&mut app, &mut desk, &clock, &mut files);
    // A last try, with the terminal back, for what could not be saved while the screen was up.
    let saved = files.sync(&mut desk);
    files.save_cache(&desk);
    notices.iter().for_each(|notice| tell(&format!("note: {notice}")));
    if let Err(problem) = saved {
        let lost = desk.progress.unsaved().len();
        return Err(problem.context(format!("{lost} answers could not be saved")));
    }
    Ok(match end? {
        End::Quit | End::Accepted(_) => ExitCode::SUCCESS,
        End::Signal(number) => ExitCode::from(128u8.saturating_add(number as u8)),
    })
}
