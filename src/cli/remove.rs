//! `backprop remove`: take decks out of the library. Progress stays, and a copy is moved aside.

use super::language::say;
use super::{Global, opening, out, print_json, tell_note};
use crate::messages::{CommandMessage, Help};
use crate::store::shelf::{How, Removed};
use crate::store::spelling::slashed;
use crate::ui::importing;
use crate::workspace::{Command, Outcome};
use serde::Serialize;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::RemoveDecks))]
    #[arg(required = true, value_name = "DECK or PATH")]
    decks: Vec<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

/// One line of the list in `--json` output.
#[derive(Serialize)]
struct RemovedJson<'a> {
    deck: Option<&'a str>,
    how: How,
    source: String,
    /// Where its copy stands now.
    aside: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::opening(&[], None, global)?.without_decks()?;
    let Outcome::Removed(removed) = workspace.run(Command::Remove(args.decks.clone()))? else {
        unreachable!("removing says what left")
    };
    if args.json {
        print_json(&removed.iter().map(json).collect::<Vec<_>>())?;
    } else {
        print(&removed)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn json(removed: &Removed) -> RemovedJson<'_> {
    let Removed { entry, aside, file } = removed;
    RemovedJson {
        deck: entry.deck.as_deref(),
        how: entry.how,
        source: slashed(file.as_deref().unwrap_or(&entry.path())),
        aside: aside.as_deref().map(slashed),
    }
}

fn print(removed: &[Removed]) -> anyhow::Result<()> {
    for removed in removed {
        writeln!(out(), "{}", say(importing::taken_out(removed)))?;
    }
    tell_note(&say(CommandMessage::ProgressStays));
    Ok(())
}
