//! `backprop undo`: take back the last answers, whichever session gave them.

use super::setup::{self, Setup};
use super::{Global, out, tell};
use crate::markdown;
use crate::progress::Kind;
use anyhow::bail;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// How many answers
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut setup = setup::open(&[], global)?;
    setup.tell_notices();
    let Setup { mut desk, mut files, .. } = setup;
    let count = usize::from(args.count);
    let last = match desk.progress.last_answers(count, desk.now.at) {
        Ok(last) => last,
        Err(_) => {
            files.whole_history(&mut desk)?;
            desk.progress.last_answers(count, desk.now.at)?
        }
    };
    if last.is_empty() {
        bail!("there is no answer to undo: the log has none that counts");
    }
    let mut undone = Vec::new();
    for answer in &last {
        let question = desk
            .find(&answer.card)
            .map(|place| markdown::text(&markdown::inlines(&desk.face(place).question)));
        let question = question.as_deref().and_then(|text| text.lines().next()).unwrap_or("in no deck");
        undone.push(format!("undone: {} {} ({}) · {question}", answer.card, answer.grade.name(), answer.at));
        desk.progress.note(desk.now, &answer.card, Kind::Undo { of: answer.at })?;
    }
    files.sync(&mut desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
    let mut out = out();
    undone.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if undone.len() < count {
        tell(&format!("note: the log had no more than {} to undo", undone.len()));
    }
    Ok(ExitCode::SUCCESS)
}
