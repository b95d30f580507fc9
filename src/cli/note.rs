//! `backprop note`: the learner's own note on a card, to read or to write.

use super::language::{failure, say};
use super::named::{CardArgs, Named};
use super::opening::tell_notices;
use super::{Global, out, tell};
use crate::desk::{StateChange, When};
use crate::messages::{CommandMessage, Help};
use crate::progress::{Kind, NOTE_MOST, note_text};
use crate::workspace::Command;
use std::io::{self, Read, Write};
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    #[arg(help = say(Help::NoteText))]
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
            "" => tell(&say(CommandMessage::NoOwnNote { card: card.to_string() })),
            note => writeln!(out(), "{note}")?,
        }
        return Ok(ExitCode::SUCCESS);
    };
    if text == before {
        writeln!(out(), "{}", say(CommandMessage::NoteUnchanged { card: card.to_string() }))?;
        return Ok(ExitCode::SUCCESS);
    }
    let name = card.to_string();
    let done = match text.is_empty() {
        true => CommandMessage::NoteRemoved { card: name },
        false => CommandMessage::Noted { card: name },
    };
    let kind = Kind::note(text, &before);
    workspace.run(Command::Change(StateChange::record(&card, kind, When::Now)))?;
    tell_notices(&mut workspace);
    writeln!(out(), "{}", say(done))?;
    Ok(ExitCode::SUCCESS)
}

/// The note that was given, cleaned. One that is too long is refused, not cut.
fn given(text: &str) -> anyhow::Result<String> {
    let text = match text {
        "-" => {
            // One byte more than would fit, and room for white space at the end.
            let mut bytes = Vec::new();
            io::stdin().lock().take(16 * NOTE_MOST as u64).read_to_end(&mut bytes)?;
            String::from_utf8(bytes).map_err(|_| failure(CommandMessage::InputNotUtf8))?
        }
        text => text.to_owned(),
    };
    let bytes = text.trim_end().len();
    if bytes > NOTE_MOST {
        return Err(failure(CommandMessage::NoteTooLong { bytes, most: NOTE_MOST }));
    }
    Ok(note_text(&text))
}
