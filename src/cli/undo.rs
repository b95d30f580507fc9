//! `backprop undo`: take back the last answers, whichever session gave them.

use super::opening;
use super::{Global, out, tell};
use crate::markdown;
use crate::workspace::{Command, Outcome, Undone};
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// How many answers
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::open(&[], global)?;
    opening::tell_notices(&mut workspace);
    let count = usize::from(args.count);
    let Outcome::Undone(undone) = workspace.run(Command::UndoAnswers(count))? else {
        unreachable!("taking answers back says which")
    };
    opening::tell_notices(&mut workspace);
    let (mut out, state) = (out(), workspace.state());
    for Undone { card, grade, at } in &undone {
        let question =
            state.find(card).map(|place| markdown::text(&markdown::inlines(&state.face(place).question)));
        let question = question.as_deref().and_then(|text| text.lines().next()).unwrap_or("in no deck");
        writeln!(out, "undone: {card} {} ({at}) · {question}", grade.name())?;
    }
    if undone.len() < count {
        tell(&format!("note: the log had no more than {} to undo", undone.len()));
    }
    Ok(ExitCode::SUCCESS)
}
