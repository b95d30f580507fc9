//! `backprop help`: the manual, a page a subject; without a subject the help of the program with a list of them.

use super::language::{failure, lang, say};
use super::{Global, LangArg, usage};
use crate::card::Lang;
use crate::messages::{CommandMessage, Help};
use crate::settings::Settings;
use crate::store::dirs::Dirs;
use crate::store::settings_file::SettingsFile;
use crate::terminal::{self, abilities};
use crate::typeset;
use crate::typeset::theme::Theme;
use crate::ui::manual::{self, PAGES};
use std::io::{self, Write};
use std::process::ExitCode;

/// Lines longer than this are hard to read.
const WIDEST: u16 = 100;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::HelpSubject))]
    #[arg(value_name = "SUBJECT")]
    subject: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global, mut program: clap::Command) -> anyhow::Result<ExitCode> {
    let settings = settings(global);
    let lang = match global.lang {
        Some(LangArg::En) => Lang::En,
        Some(LangArg::Zh) => Lang::Zh,
        None => settings.language.unwrap_or_else(|| global.lang()),
    };
    let text = match &args.subject {
        None => {
            program.build();
            usage::help(&mut program, true)
        }
        Some(subject) => match (manual::named(subject), manual::titled(subject)) {
            (Some(page), _) => page_of_manual(page, lang, &settings),
            (None, Some(page)) if program.find_subcommand(subject).is_none() => {
                page_of_manual(page, lang, &settings)
            }
            _ => help_of_command(subject, program)?,
        },
    };
    // All of it is our own text: the codes in it are those of colours.
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// What `--help` says below the options.
pub(super) fn subjects() -> String {
    let widest = PAGES.iter().map(|page| page.subject.len()).max().unwrap_or_default();
    let row = |page: &manual::ManualPage| match lang() {
        Lang::En => {
            format!("  {:widest$}  {} · {}\n", page.subject, page.title(Lang::En), page.title(Lang::Zh))
        }
        Lang::Zh => format!("  {:widest$}  {}\n", page.subject, page.title(Lang::Zh)),
    };
    let rows: String = PAGES.iter().map(row).collect();
    say(Help::Subjects { pages: rows.trim_end().to_owned() })
}

/// A page drawn for a terminal; its source for a pipe.
fn page_of_manual(page: usize, lang: Lang, settings: &Settings) -> String {
    let text = PAGES[page].text(lang);
    let Some((columns, _)) = terminal::size() else { return text.to_owned() };
    let theme = Theme::chosen(settings.theme, abilities::look());
    terminal::printed(&typeset::lay_out(text, columns.clamp(20, WIDEST), &theme).lines)
}

fn help_of_command(name: &str, mut program: clap::Command) -> anyhow::Result<String> {
    program.build();
    match program.find_subcommand_mut(name) {
        Some(command) => Ok(usage::help(command, true)),
        None => {
            let pages = PAGES.iter().map(|page| page.subject).collect::<Vec<_>>().join(", ");
            Err(failure(CommandMessage::NoSuchPage { name: name.to_owned(), pages }))
        }
    }
}

/// The settings, or the defaults where they cannot be read: help has to work then, too.
fn settings(global: &Global) -> Settings {
    let read =
        Dirs::find(global.data_dir.as_deref()).and_then(|dirs| SettingsFile::in_folder(&dirs.config).read());
    read.map(|(settings, _)| settings).unwrap_or_default()
}
