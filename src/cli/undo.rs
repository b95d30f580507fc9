//! `backprop undo`: take back the last answers, whichever session gave them.

use super::language::say;
use super::opening;
use super::{Global, out, tell_note};
use crate::desk::{Changed, StateChange, UndoneAnswer};
use crate::markdown;
use crate::messages::{CommandMessage, Help};
use crate::workspace::{Command, Outcome};
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::UndoCount))]
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::open(&[], global)?;
    opening::tell_notices(&mut workspace);
    let count = usize::from(args.count);
    let Outcome::Changed(Changed::Undone(undone)) =
        workspace.run(Command::Change(StateChange::UndoAnswers(count)))?
    else {
        unreachable!("taking answers back says which")
    };
    opening::tell_notices(&mut workspace);
    let (mut out, state) = (out(), workspace.state());
    for UndoneAnswer { card, grade, at } in &undone {
        let question =
            state.find(card).map(|place| markdown::text(&markdown::inlines(&state.face(place).question)));
        let question = question.as_deref().and_then(|text| text.lines().next()).map(str::to_owned);
        let question = question.unwrap_or_else(|| say(CommandMessage::InNoDeck));
        let (card, grade, at) = (card.to_string(), grade.name(), *at);
        writeln!(out, "{}", say(CommandMessage::Undone { card, grade, at, question }))?;
    }
    if undone.len() < count {
        tell_note(&say(CommandMessage::NoMoreToUndo { count: undone.len() }));
    }
    Ok(ExitCode::SUCCESS)
}
