//! `backprop tune`: weights of the memory model fitted to the user's own answers.

use super::opening;
use super::{Global, out, print_json, tell};
use crate::memory::fit::Watch;
use crate::schedule::tune::{Score, Tuning};
use crate::workspace::{Command, Outcome, Tuned, Workspace};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

/// What programs read, on the page of the long help.
const JSON: &str = "\
--json prints one object:
  answers, next_day, held_out     all answers; those on a later day than the one before; those judged by
  present, defaults, fitted       log_loss and rmse (over bins) of the weights in use, the published ones
                                  and fitted ones; less is better
  weights                         the weights fitted to all answers
  better, taken                   whether they predict better than both; whether they are in use now";

#[derive(clap::Args)]
#[command(after_long_help = JSON)]
pub(super) struct Args {
    /// Say how fitted weights would predict, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Go back to the weights before the last tuning
    #[arg(long, conflicts_with = "dry_run")]
    revert: bool,
    /// Print JSON for programs
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
    let which = if are_published { "the published weights" } else { "the weights before" };
    let mut out = out();
    writeln!(out, "{which} are in use again; another `backprop tune --revert` takes this back")?;
    writeln!(out, "due today: {} (before: {due_before})", workspace.due_now())?;
    Ok(ExitCode::SUCCESS)
}

const LOOK: Duration = Duration::from_millis(50);
const CELLS: usize = 40;

/// Shows a bar on the terminal until the tuning is over.
fn watch(watch: &Watch, is_over: &dyn Fn() -> bool) {
    if !io::stderr().is_terminal() {
        return;
    }
    while !is_over() {
        bar(watch.share());
        std::thread::sleep(LOOK);
    }
    // Nothing of the bar stays.
    let _ = write!(io::stderr(), "\r\x1b[K");
}

fn bar(share: f32) {
    let full = (share * CELLS as f32) as usize;
    let (done, rest) = ("#".repeat(full), ".".repeat(CELLS - full));
    let _ = write!(io::stderr(), "\rfitting [{done}{rest}] {:3.0} %", share * 100.0);
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
    writeln!(
        out,
        "{} answers, {} of them on a later day than the one before.\n\
         How well the last {} of these are foretold from what came before them (less is better):\n",
        tuning.answers, tuning.next_day, tuning.held_out
    )?;
    writeln!(out, "  weights             log loss   RMSE (bins)")?;
    let in_use = "in use";
    let mut rows = vec![("published", tuning.defaults), ("fitted to you", tuning.fitted)];
    if tuning.present != tuning.defaults {
        rows.insert(0, (in_use, tuning.present));
    } else {
        rows[0].0 = "in use (published)";
    }
    for (name, score) in rows {
        writeln!(out, "  {name:<18}  {:>8.4}   {:>10.2} %", score.log_loss, score.rmse * 100.0)?;
    }
    writeln!(out)?;
    if !tuning.is_better() {
        writeln!(out, "The fitted weights do not foretell better; nothing was changed.")?;
        if tuning.defaults.log_loss < tuning.present.log_loss {
            tell(
                "note: the published weights foretell better than those in use; empty the list in config.toml",
            );
        }
    } else if dry_run {
        writeln!(out, "The fitted weights foretell better; without --dry-run they are taken.")?;
    } else {
        writeln!(out, "The fitted weights foretell better and are in use from now on.")?;
        writeln!(
            out,
            "`backprop tune --revert` goes back. Due today: {} (before: {due}).",
            workspace.due_now()
        )?;
    }
    Ok(())
}
