//! `backprop licences`: under which licences the program and everything in it may be used.

use super::language::say;
use super::out;
use crate::messages::CommandMessage;
use std::io::Write;
use std::process::ExitCode;

/// Crate, version and licence, a line each; `BLESS=1 cargo test --test it licences::` writes it.
const CRATES: &str = include_str!("../../assets/crates.tsv");

pub(super) fn run() -> anyhow::Result<ExitCode> {
    let mut out = out();
    writeln!(out, "{}", say(CommandMessage::LicencesHead))?;
    for line in CRATES.lines() {
        writeln!(out, "| {} |", line.replace('\t', " | "))?;
    }
    #[cfg(feature = "highlight")]
    {
        writeln!(out, "\n{}\n", say(CommandMessage::GrammarsHead))?;
        writeln!(out, "{}", two_face::acknowledgement::listing().to_md().trim())?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
