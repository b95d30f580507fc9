//! `backprop remove`: take decks out of the library. Progress stays, and a copy is moved aside.

use super::{Global, out, print_json, tell};
use crate::store::dirs::Dirs;
use crate::store::library::shown;
use crate::store::shelf::{How, Removed, Shelf};
use crate::store::spelling::slashed;
use anyhow::bail;
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
    let (mut shelf, _lock) = Shelf::lock_of(&Dirs::find(global.data_dir.as_deref())?)?;
    let mut removed = Vec::new();
    for name in &args.decks {
        let taken = shelf.remove(name)?;
        if taken.is_empty() {
            bail!("no imported deck is called {name}{}", known(&shelf));
        }
        removed.extend(taken);
    }
    shelf.save()?;
    shelf.delete_copies(removed.iter().map(|removed| &removed.entry));
    if args.json {
        print_json(&removed.iter().map(json).collect::<Vec<_>>())?;
    } else {
        print(&removed)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What could have been meant.
fn known(shelf: &Shelf) -> String {
    let names: Vec<String> =
        shelf.entries().iter().map(|entry| entry.deck.clone().unwrap_or(shown(&entry.path()))).collect();
    if names.is_empty() {
        "; nothing was imported, and decks inside the program stay".to_owned()
    } else {
        format!("; imported: {}", names.join(", "))
    }
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
