//! `backprop tune`: weights of the memory model fitted to the user's own answers.

use super::language::say;
use super::opening;
use super::printing::tell_share;
use super::{Global, out, print_json, tell_note};
use crate::memory::fit::FitWatch;
use crate::messages::{Help, HelpPage, TaskMessage};
use crate::schedule::tune::{Score, Tuning};
use crate::terminal::TELLS_SHARE;
use crate::ui::widgets::pad;
use crate::workspace::{Command, Outcome, Tuned, Workspace};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

#[derive(clap::Args)]
#[command(after_long_help = say(HelpPage::Tune))]
pub(super) struct Args {
    #[arg(help = say(Help::TuneDryRun))]
    #[arg(long)]
    dry_run: bool,
    #[arg(help = say(Help::TuneRevert))]
    #[arg(long, conflicts_with = "dry_run")]
    revert: bool,
    #[arg(help = say(Help::Json))]
    #[arg(long, conflicts_with = "revert")]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct TuningJson<'a> {
    answers: usize,
    next_day: usize,
    held_out: usize,
    present: ScoreJson,
    defaults: ScoreJson,
    fitted: ScoreJson,
    weights: &'a [f32],
    better: bool,
    taken: bool,
}

#[derive(Serialize)]
struct ScoreJson {
    log_loss: f64,
    rmse: f64,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::open(&[], global)?;
    opening::tell_notices(&mut workspace);
    if args.revert {
        return revert(&mut workspace);
    }
    let tune = Command::Tune { takes: !args.dry_run, watcher: Some(watch) };
    let Outcome::Tuned(tuned) = workspace.run(tune)? else { unreachable!("tuning says what it found") };
    if args.json {
        print_json(&json(&tuned.tuning, tuned.taken))?;
    } else {
        print(&tuned, args.dry_run, &workspace)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn revert(workspace: &mut Workspace) -> anyhow::Result<ExitCode> {
    let Outcome::Reverted { are_published, due_before } = workspace.run(Command::RevertWeights)? else {
        unreachable!("going back says to which weights")
    };
    let again = if are_published { TaskMessage::PublishedAgain } else { TaskMessage::WeightsAgain };
    let due = TaskMessage::DueNow { now: workspace.due_now(), before: due_before };
    writeln!(out(), "{}\n{}", say(again), say(due))?;
    Ok(ExitCode::SUCCESS)
}

const LOOK: Duration = Duration::from_millis(50);
const CELLS: usize = 40;

/// Shows a bar on the terminal until the tuning is over.
fn watch(watch: &FitWatch, is_over: &dyn Fn() -> bool) {
    if !io::stderr().is_terminal() {
        return tell_watched(watch, is_over);
    }
    while !is_over() {
        bar(watch.share());
        std::thread::sleep(LOOK);
    }
    // Nothing of the bar stays.
    let _ = write!(io::stderr(), "\r\x1b[K");
}

/// Prints how far it is, where the program that began this one shows it.
fn tell_watched(watch: &FitWatch, is_over: &dyn Fn() -> bool) {
    if std::env::var_os(TELLS_SHARE).is_none() {
        return;
    }
    let mut tell = tell_share();
    while !is_over() {
        tell((watch.share() * 100.0) as u32);
        std::thread::sleep(LOOK);
    }
}

fn bar(share: f32) {
    let full = (share * CELLS as f32) as usize;
    let (done, rest) = ("#".repeat(full), ".".repeat(CELLS - full));
    let _ = write!(io::stderr(), "\r{} [{done}{rest}] {:3.0}%", say(TaskMessage::Fitting), share * 100.0);
}

fn json(tuning: &Tuning, taken: bool) -> TuningJson<'_> {
    let score = |score: Score| ScoreJson { log_loss: score.log_loss, rmse: score.rmse };
    TuningJson {
        answers: tuning.answers,
        next_day: tuning.next_day,
        held_out: tuning.held_out,
        present: score(tuning.present),
        defaults: score(tuning.defaults),
        fitted: score(tuning.fitted),
        weights: &tuning.weights,
        better: tuning.is_better(),
        taken,
    }
}

fn print(tuned: &Tuned, dry_run: bool, workspace: &Workspace) -> anyhow::Result<()> {
    let (tuning, due) = (&tuned.tuning, tuned.due_before);
    let mut out = out();
    let (answers, next_day, held_out) = (tuning.answers, tuning.next_day, tuning.held_out);
    writeln!(out, "{}\n", say(TaskMessage::TuneHead { answers, next_day, held_out }))?;
    writeln!(out, "{}", say(TaskMessage::TuneColumns))?;
    let fitted = (TaskMessage::WeightsFitted, tuning.fitted);
    let rows = if tuning.present == tuning.defaults {
        vec![(TaskMessage::WeightsInUsePublished, tuning.defaults), fitted]
    } else {
        let published = (TaskMessage::WeightsPublished, tuning.defaults);
        vec![(TaskMessage::WeightsInUse, tuning.present), published, fitted]
    };
    for (name, score) in rows {
        let name = pad(&say(name), 18);
        writeln!(out, "  {name}  {:>8.4}   {:>10.2}%", score.log_loss, score.rmse * 100.0)?;
    }
    writeln!(out)?;
    if !tuning.is_better() {
        writeln!(out, "{}", say(TaskMessage::NotBetter))?;
        if tuning.defaults.log_loss < tuning.present.log_loss {
            tell_note(&say(TaskMessage::PublishedBetter));
        }
    } else if dry_run {
        writeln!(out, "{}", say(TaskMessage::WouldBeBetter))?;
    } else {
        let reverts = TaskMessage::TuneReverts { now: workspace.due_now(), before: due };
        writeln!(out, "{}\n{}", say(TaskMessage::NowBetter), say(reverts))?;
    }
    Ok(())
}
