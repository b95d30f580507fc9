//! `backprop remove`: take decks out of the library. Progress stays, and a copy is moved aside.

use super::language::say;
use super::{Global, opening, out, print_json, tell_note};
use crate::messages::{CommandMessage, Help};
use crate::store::shelf::{How, Removed};
use crate::store::spelling::shown;
use crate::store::spelling::slashed;
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
    let Removed { entry, aside } = removed;
    RemovedJson {
        deck: entry.deck.as_deref(),
        how: entry.how,
        source: slashed(&entry.path()),
        aside: aside.as_deref().map(slashed),
    }
}

fn print(removed: &[Removed]) -> anyhow::Result<()> {
    for Removed { entry, aside } in removed {
        let source = shown(&entry.path());
        let name = entry.deck.clone().unwrap_or_else(|| source.clone());
        let said = match aside.as_deref().map(shown) {
            Some(aside) if entry.how == How::Link => CommandMessage::RemovedMirror { name, source, aside },
            Some(aside) => CommandMessage::RemovedCopy { name, aside },
            None => CommandMessage::Removed { name, source },
        };
        writeln!(out(), "{}", say(said))?;
    }
    tell_note(&say(CommandMessage::ProgressStays));
    Ok(())
}
