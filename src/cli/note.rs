//! `backprop note`: the learner's own note on a card, to read or to write.

use super::named::{CardArgs, Named};
use super::opening::tell_notices;
use super::{Global, out, tell};
use crate::progress::{Kind, NOTE_MOST, note_text};
use crate::workspace::Command;
use anyhow::{Context, bail};
use std::io::{self, Read, Write};
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    /// The note, instead of the one before; `-` reads it from standard input, `""` removes it; without
    /// it, the note is printed
    #[arg(allow_hyphen_values = true)]
    text: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let text = args.text.as_deref().map(given).transpose()?;
    let (mut workspace, card) = match args.card.open(global)? {
        Named::Card(workspace, card) => (*workspace, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let before = workspace.state().progress.own_note(&card).unwrap_or_default().to_owned();
    let Some(text) = text else {
        match before.as_str() {
            "" => tell(&format!("{card} has no note of yours")),
            note => writeln!(out(), "{note}")?,
        }
        return Ok(ExitCode::SUCCESS);
    };
    if text == before {
        writeln!(out(), "{card} unchanged")?;
        return Ok(ExitCode::SUCCESS);
    }
    let done = if text.is_empty() { "note removed" } else { "noted" };
    let kind = Kind::Note { text: text.into() };
    workspace.run(Command::Record { card: card.clone(), kind, at: None })?;
    tell_notices(&mut workspace);
    writeln!(out(), "{card} {done}")?;
    Ok(ExitCode::SUCCESS)
}

/// The note that was given, cleaned. One that is too long is refused, not cut.
fn given(text: &str) -> anyhow::Result<String> {
    let text = match text {
        "-" => {
            // One byte more than would fit, and room for white space at the end.
            let mut bytes = Vec::new();
            io::stdin().lock().take(16 * NOTE_MOST as u64).read_to_end(&mut bytes)?;
            String::from_utf8(bytes)
                .context("standard input is not UTF-8; convert it, for example with iconv")?
        }
        text => text.to_owned(),
    };
    let len = text.trim_end().len();
    if len > NOTE_MOST {
        bail!("the note has {len} bytes or more, {NOTE_MOST} are the most; shorten it, nothing was written");
    }
    Ok(note_text(&text))
}
