//! `backprop tune`: weights of the memory model fitted to the user's own answers.

use super::setup::{self, Setup};
use super::{Global, out, print_json, tell};
use crate::desk::Desk;
use crate::memory::fit::Watch;
use crate::schedule::tune::{self, FITS, Refusal, Score, Tuning};
use crate::terminal::Disk;
use anyhow::bail;
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
    let mut setup = setup::open(&[], global)?;
    setup.tell_notices();
    let Setup { mut desk, mut files, .. } = setup;
    files.load_history(&mut desk)?;
    if args.revert {
        return revert(&mut desk, &mut files);
    }
    let tuning = match watched(&desk) {
        Ok(tuning) => tuning,
        Err(refusal) => bail!("not tuned: {refusal}"),
    };
    let takes = tuning.is_better() && !args.dry_run;
    let due = due_today(&desk);
    if takes {
        let before = desk.settings.rules.weights.clone();
        files.choose_weights(&mut desk, &tuning.weights, &before)?;
    }
    if args.json {
        print_json(&json(&tuning, takes))?;
    } else {
        print(&tuning, args.dry_run, &desk, due)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn revert(desk: &mut Desk, files: &mut setup::Files) -> anyhow::Result<ExitCode> {
    let Some(before) = desk.settings.weights_before.clone() else {
        bail!("there are no weights to go back to: `backprop tune` has not changed them yet");
    };
    let present = desk.settings.rules.weights.clone();
    let due = due_today(desk);
    files.choose_weights(desk, &before, &present)?;
    let which = if before.is_empty() { "the published weights" } else { "the weights before" };
    let mut out = out();
    writeln!(out, "{which} are in use again; another `backprop tune --revert` takes this back")?;
    writeln!(out, "due today: {} (before: {due})", due_today(desk))?;
    Ok(ExitCode::SUCCESS)
}

const LOOK: Duration = Duration::from_millis(50);
const CELLS: usize = 40;

/// Tunes, with a bar on the terminal meanwhile.
fn watched(desk: &Desk) -> Result<Tuning, Refusal> {
    let watch = Watch::over(FITS);
    std::thread::scope(|scope| {
        let tuning = scope.spawn(|| tune::tune(&desk.progress, &watch));
        let has_bar = io::stderr().is_terminal();
        while has_bar && !tuning.is_finished() {
            bar(watch.share());
            std::thread::sleep(LOOK);
        }
        if has_bar {
            // Nothing of the bar stays.
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
        tuning.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn bar(share: f32) {
    let full = (share * CELLS as f32) as usize;
    let (done, rest) = ("#".repeat(full), ".".repeat(CELLS - full));
    let _ = write!(io::stderr(), "\rfitting [{done}{rest}] {:3.0} %", share * 100.0);
}

/// How many cards have come due by now.
fn due_today(desk: &Desk) -> usize {
    let is_due = |place| desk.state(&desk.card(place).id).due.is_some_and(|due| due.has_come(desk.now));
    desk.places().filter(|place| is_due(*place)).count()
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

fn print(tuning: &Tuning, dry_run: bool, desk: &Desk, due: usize) -> anyhow::Result<()> {
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
        writeln!(out, "`backprop tune --revert` goes back. Due today: {} (before: {due}).", due_today(desk))?;
    }
    Ok(())
}
