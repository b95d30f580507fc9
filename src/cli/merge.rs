//! `backprop merge`: unite progress files.

use super::language::say;
use super::opening;
use super::{Global, out, tell_note};
use crate::messages::{CommandMessage, Help};
use crate::store::spelling::shown;
use crate::workspace::{Command, Outcome};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::MergeFiles))]
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
        let (path, events, new) = (shown(&log.log), log.events, log.new);
        writeln!(out, "{}", say(CommandMessage::Merged { path, events, new }))?;
        if log.damaged > 0 {
            let (path, lines) = (shown(&log.log), log.damaged);
            tell_note(&say(CommandMessage::MergeDamaged { path, lines }));
        }
    }
    opening::tell_notices(&mut workspace);
    let cards = workspace.state().progress.records().count();
    let path = shown(workspace.progress_path());
    writeln!(out, "{}", say(CommandMessage::MergedAll { path, cards }))?;
    Ok(ExitCode::SUCCESS)
}
