//! `backprop merge`: unite progress files.

use super::opening;
use super::{Global, out, tell};
use crate::store::library::shown;
use crate::workspace::{Command, Outcome};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Progress files, or data folders that have one; they stay as they are
    #[arg(required = true, value_name = "FILE or DIR")]
    files: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::look(&[], global)?;
    opening::tell_notices(&mut workspace);
    let Outcome::Merged(taken) = workspace.run(Command::Merge(args.files.clone()))? else {
        unreachable!("merging says what came of each file")
    };
    let mut out = out();
    for log in &taken {
        writeln!(out, "{}: {} events, {} of them new", shown(&log.log), log.events, log.new)?;
        if log.damaged > 0 {
            tell(&format!("note: {}: {} damaged lines were left there", shown(&log.log), log.damaged));
        }
    }
    opening::tell_notices(&mut workspace);
    let cards = workspace.state().progress.records().count();
    writeln!(out, "{}: {} cards with a history now", shown(workspace.progress_path()), cards)?;
    Ok(ExitCode::SUCCESS)
}
