//! `backprop completions`: what a shell needs to complete commands and options.

use super::language::say;
use crate::messages::{Help, HelpPage};
use clap_complete::Shell;
use std::io::{self, Write};
use std::process::ExitCode;

#[derive(clap::Args)]
#[command(after_help = say(HelpPage::Completions))]
pub(super) struct Args {
    #[arg(help = say(Help::Shell))]
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args, mut program: clap::Command) -> anyhow::Result<ExitCode> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut program, "backprop", &mut text);
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}
