//! `backprop merge`: unite progress files.

use super::setup::{self, Setup};
use super::{Global, out, tell};
use crate::store::library::shown;
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
    let mut setup = setup::look(&[], global)?;
    setup.tell_notices();
    let Setup { mut desk, mut files, .. } = setup;
    let taken = files.merge(&mut desk, &args.files)?;
    let mut out = out();
    for log in &taken.0 {
        writeln!(out, "{}: {} events, {} of them new", shown(&log.log), log.events, log.new)?;
        if log.damaged > 0 {
            tell(&format!("note: {}: {} damaged lines were left there", shown(&log.log), log.damaged));
        }
    }
    taken.1.iter().for_each(|notice| tell(&format!("note: {notice}")));
    let cards = desk.progress.records().count();
    writeln!(out, "{}: {} cards with a history now", shown(files.progress_path()), cards)?;
    Ok(ExitCode::SUCCESS)
}
