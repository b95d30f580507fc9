//! `backprop undo`: take back the last things done, whichever session did them; and bring them back.

use super::backup::local;
use super::grades;
use super::language::{failure, say};
use super::numbers;
use super::opening;
use super::{Global, answer, out, tell_note};
use crate::desk::{Changed, Done, StateChange, UndoneEvent};
use crate::markdown;
use crate::messages::{self, CommandMessage, Help, TaskMessage};
use crate::ui::undoing;
use crate::workspace::{Command, Outcome, Workspace};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::UndoCount))]
    #[arg(value_name = "N", default_value_t = 1, value_parser = numbers::count::<u16>(1..=u16::MAX.into()))]
    count: u16,
    #[arg(help = say(Help::UndoRedo))]
    #[arg(long, conflicts_with = "count")]
    redo: bool,
    #[arg(help = say(Help::UndoYes))]
    #[arg(long)]
    yes: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::open(&[], global)?;
    opening::tell_notices(&mut workspace);
    let count = usize::from(args.count);
    if !args.redo && count > 1 {
        confirm(count, args.yes, &mut workspace)?;
    }
    let undo = || Command::Change(StateChange::UndoLast(count));
    let command = if args.redo { Command::RedoLast } else { undo() };
    let Outcome::Changed(Changed::Undone(undone)) = workspace.run(command)? else {
        unreachable!("taking things back says which")
    };
    opening::tell_notices(&mut workspace);
    let (mut out, state) = (out(), workspace.state());
    let words = messages::of(state.lang_of_words);
    for UndoneEvent { card, done, at } in &undone {
        // Grades are said as commands take them.
        let what = match done {
            Done::Graded(grade) => grades::told(*grade),
            done => undoing::name(*done, words).to_owned(),
        };
        let question =
            state.find(card).map(|place| markdown::text(&markdown::inlines(&state.face(place).question)));
        let question = question.as_deref().and_then(|text| text.lines().next()).map(str::to_owned);
        let question = question.unwrap_or_else(|| say(CommandMessage::InNoDeck));
        let (card, at) = (card.to_string(), *at);
        let said = match (args.redo, card.is_empty()) {
            (true, true) => CommandMessage::RedoneAlone { what, at },
            (false, true) => CommandMessage::UndoneAlone { what, at },
            (true, false) => CommandMessage::Redone { card, what, at, question },
            (false, false) => CommandMessage::Undone { card, what, at, question },
        };
        writeln!(out, "{}", say(said))?;
    }
    let is_one = undone.len() == 1;
    if !args.redo && !is_one && undone.iter().all(|event| event.done == Done::Asked) {
        tell_note(&say(CommandMessage::ReportQuestionsStay));
    }
    if !args.redo && undone.len() < count {
        tell_note(&say(CommandMessage::NoMoreToUndo { count: undone.len() }));
    }
    if !args.redo && undone.len() > 1 {
        tell_note(&say(CommandMessage::UndoComesBack));
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what would be taken back. Somebody at a terminal is asked; a script that gives a number means it.
fn confirm(count: usize, is_agreed: bool, workspace: &mut Workspace) -> anyhow::Result<()> {
    if workspace.state().last_done(count).is_err() {
        workspace.run(Command::LoadHistory)?;
    }
    let last = workspace.state().last_done(count)?;
    let (Some(newest), Some(oldest)) = (last.first(), last.last()) else { return Ok(()) };
    let (count, from, to) = (last.len(), local(oldest.at), local(newest.at));
    if is_agreed || !io::stdin().is_terminal() {
        tell_note(&say(CommandMessage::UndoSpan { count, from, to }));
        return Ok(());
    }
    write!(out(), "{}", say(CommandMessage::AskUndo { count, from, to }))?;
    match answer()? {
        Some(true) => Ok(()),
        _ => Err(failure(TaskMessage::NothingChanged)),
    }
}
