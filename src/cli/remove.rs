//! `backprop remove`: take decks out of the library. Progress stays, and a copy is moved aside.

use super::{Global, opening, out, print_json, tell};
use crate::store::library::shown;
use crate::store::shelf::{How, Removed};
use crate::store::spelling::slashed;
use crate::workspace::{Command, Outcome};
use serde::Serialize;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Imported decks by name, or the files and folders they came from
    #[arg(required = true, value_name = "DECK or PATH")]
    decks: Vec<String>,
    /// Print JSON for programs
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
        let name = entry.deck.as_deref().unwrap_or(&source);
        match aside {
            Some(aside) if entry.how == How::Link => writeln!(
                out(),
                "removed {name}; {source} stays as it is, and what it said last is also in {}",
                shown(aside)
            )?,
            Some(aside) => writeln!(out(), "removed {name}; its copy is now {}", shown(aside))?,
            None => writeln!(out(), "removed {name}; {source} stays as it is")?,
        }
    }
    tell("note: progress is kept; import the notes again to go on where you were");
    Ok(())
}
