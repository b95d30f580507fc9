//! `backprop man`: the manual page, from the same definitions as the help.

use clap::CommandFactory;
use clap_mangen::Man;
use std::io::{self, Write};
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The page of this command instead of the program's
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut program = super::Args::command();
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let known: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
            let Some(command) = program.find_subcommand(name) else {
                anyhow::bail!("there is no command {name}; commands: {}", known.join(", "));
            };
            command.clone()
        }
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text)?;
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}
