//! `backprop man`: the manual pages of the program and its commands, from the same definitions as the help, and
//! the pages of the manual.

use super::language::{failure, lang, say};
use crate::messages::{CommandMessage, Help};
use crate::store::atomic;
use crate::store::problem::Problem;
use crate::terminal;
use crate::typeset;
use crate::typeset::theme::Theme;
use crate::ui::manual::{self, PAGES};
use clap::Command;
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Columns of a page of the manual: `man` indents it by some more.
const WIDTH: u16 = 72;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::ManCommand))]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    #[arg(help = say(Help::ManManual))]
    #[arg(long, value_name = "SUBJECT", conflicts_with = "command")]
    manual: Option<String>,
    #[arg(help = say(Help::ManAll))]
    #[arg(long, value_name = "DIR", conflicts_with_all = ["command", "manual"])]
    all: Option<PathBuf>,
}

pub(super) fn run(args: &Args, mut program: Command) -> anyhow::Result<ExitCode> {
    // What is said of a command bears the program's version and full name.
    program.build();
    if let Some(folder) = &args.all {
        write_all(folder, &program)?;
        return Ok(ExitCode::SUCCESS);
    }
    let text = match (&args.command, &args.manual) {
        (Some(command), _) => page_of_command(command, &program)?,
        (None, Some(subject)) => page_of_manual(subject)?,
        (None, None) => rendered(program)?,
    };
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn rendered(page: Command) -> anyhow::Result<Vec<u8>> {
    let mut text = Vec::new();
    Man::new(page).render(&mut text)?;
    Ok(text)
}

fn page_of_command(name: &str, program: &Command) -> anyhow::Result<Vec<u8>> {
    let Some(command) = program.find_subcommand(name) else {
        let known: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
        let (name, commands) = (name.to_owned(), known.join(", "));
        return Err(failure(CommandMessage::NoCommand { name, commands }));
    };
    rendered(command.clone().version(env!("CARGO_PKG_VERSION")))
}

fn page_of_manual(subject: &str) -> anyhow::Result<Vec<u8>> {
    let Some(page) = manual::named(subject) else {
        let known: Vec<&str> = PAGES.iter().map(|page| page.subject).collect();
        let (name, pages) = (subject.to_owned(), known.join(", "));
        return Err(failure(CommandMessage::NoManualPage { name, pages }));
    };
    let page = &PAGES[page];
    let (name, version) = (page.subject.to_uppercase(), env!("CARGO_PKG_VERSION"));
    let mut text = format!(
        ".TH BACKPROP-{name} 7 \"\" \"backprop {version}\"\n.SH NAME\nbackprop\\-{} \\- {}\n.SH MANUAL\n.nf\n",
        page.subject,
        page.title(lang())
    );
    let body = page.text(lang()).split_once('\n').map_or("", |(_, body)| body);
    text.push_str(&terminal::roff(&typeset::lay_out(body, WIDTH, &Theme::plain()).lines));
    text.push_str(".fi\n");
    Ok(text.into_bytes())
}

fn write_all(folder: &Path, program: &Command) -> anyhow::Result<()> {
    let mut pages = vec![("backprop.1".to_owned(), rendered(program.clone())?)];
    for command in program.get_subcommands() {
        let name = command.get_name();
        pages.push((format!("backprop-{name}.1"), page_of_command(name, program)?));
    }
    for page in &PAGES {
        pages.push((format!("backprop-{}.7", page.subject), page_of_manual(page.subject)?));
    }
    for (name, text) in pages {
        let path = folder.join(name);
        atomic::replace(&path, |out| out.write_all(&text)).map_err(Problem::io("write", &path))?;
    }
    Ok(())
}
