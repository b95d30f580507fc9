//! `backprop export`: data for other programs, to stdout or into a file.

use super::Global;
use super::setup::{self, Setup};
use crate::export::{self, EXPORTS, Export, Material};
use crate::store::{Problem, atomic};
use crate::terminal::Disk;
use anyhow::{Context, bail};
use clap::builder::PossibleValuesParser;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
#[command(after_help = formats())]
pub(super) struct Args {
    /// What to export
    #[arg(value_parser = PossibleValuesParser::new(EXPORTS.iter().map(|export| export.name)))]
    what: String,
    /// Only these decks, files or folders
    #[arg(value_name = "DECK or FILE")]
    sources: Vec<String>,
    /// The format; the first one listed below otherwise
    #[arg(long, short, value_name = "F")]
    format: Option<String>,
    /// Write into this file instead of stdout
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The table of formats, for the help.
fn formats() -> String {
    let mut text = "Formats:\n".to_owned();
    for export in EXPORTS {
        writeln!(text, "  {}: {}", export.name, export.about).expect("writing to a string never fails");
        for format in export.formats {
            writeln!(text, "    {:<9} {}", format.name, format.about)
                .expect("writing to a string never fails");
        }
    }
    text
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let export = export::named(&args.what).expect("the parser lets only known exports through");
    let format = match &args.format {
        None => &export.formats[0],
        Some(name) => export.format(name).with_context(|| unknown(export, name))?,
    };
    if args.output.is_none() && !format.is_text && io::stdout().is_terminal() {
        bail!("{} is no text for a terminal; name a file with -o FILE", format.name);
    }
    let mut setup = setup::open(&args.sources, global)?;
    setup.tell_notices();
    let Setup { mut desk, mut files, .. } = setup;
    files.load_history(&mut desk)?;
    let material = Material { desk: &desk, is_chosen: !args.sources.is_empty(), images: &[] };
    let bytes = format.write(&material)?;
    match &args.output {
        Some(path) => {
            atomic::replace(path, |out| out.write_all(&bytes)).map_err(Problem::io("write", path))?;
        }
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(export: &Export, name: &str) -> String {
    let known: Vec<&str> = export.formats.iter().map(|format| format.name).collect();
    format!("{} has no format named {name}; formats: {}", export.name, known.join(", "))
}
