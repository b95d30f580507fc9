//! `backprop licences`: under which licences the program and everything in it may be used.

use super::out;
use std::io::Write;
use std::process::ExitCode;

/// Crate, version and licence, a line each; `BLESS=1 cargo test --test licences` writes it.
const CRATES: &str = include_str!("../../assets/crates.tsv");

pub(super) fn run() -> anyhow::Result<ExitCode> {
    let mut out = out();
    writeln!(out, "# Licences\n\nbackprop is licensed under MIT or Apache-2.0, at your choice.\n")?;
    writeln!(out, "## Crates\n\n| crate | version | licence |\n|---|---|---|")?;
    for line in CRATES.lines() {
        writeln!(out, "| {} |", line.replace('\t', " | "))?;
    }
    writeln!(out, "\n## Grammars of code blocks\n")?;
    writeln!(out, "{}", two_face::acknowledgement::listing().to_md().trim())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
