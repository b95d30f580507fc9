//! `backprop completions`: what a shell needs to complete commands and options.

use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};
use std::process::ExitCode;

/// Where each shell looks for completions, on the page of the long help.
const WHERE: &str = "\
Where to put them:
  bash        backprop completions bash > ~/.local/share/bash-completion/completions/backprop
  zsh         backprop completions zsh > ~/.zfunc/_backprop   (with fpath+=~/.zfunc before compinit)
  fish        backprop completions fish > ~/.config/fish/completions/backprop.fish
  elvish      backprop completions elvish >> ~/.config/elvish/rc.elv
  powershell  backprop completions powershell >> $PROFILE";

#[derive(clap::Args)]
#[command(after_help = WHERE)]
pub(super) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut super::Args::command(), "backprop", &mut text);
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}
