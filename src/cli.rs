//! The command line: definitions, and one file per command.
//!
//! Data goes to stdout, messages to stderr. Exit code 0: done; 1: failed, the message says what, why
//! and the way out; 2: wrong usage.

mod answer;
mod asked;
mod cards;
mod check;
mod clock;
mod completions;
mod doctor;
mod export;
mod grade;
mod help;
mod import;
mod interview;
mod licences;
mod man;
mod merge;
mod named;
mod next;
mod note;
mod opening;
mod plan;
mod printing;
mod remove;
mod stats;
mod study;
mod sync;
mod tune;
mod undo;

use crate::card::Lang;
use crate::markdown;
use crate::terminal;
use clap::{Parser, Subcommand, ValueEnum};
use printing::{out, print_json, tell};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// Flashcards for deep-learning interviews, in a terminal.
///
/// Without a command: the home screen. Any Markdown file of numbered questions can be studied as it is:
/// `backprop study notes.md`.
#[derive(Parser)]
#[command(name = "backprop", version, max_term_width = 100, disable_help_subcommand = true, after_help = help::subjects())]
struct Args {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options of every command.
#[derive(clap::Args)]
struct Global {
    /// Keep progress, settings and cache below this folder (or set BACKPROP_DATA_DIR)
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Language of the program and of cards that have both; the locale decides otherwise
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    lang: Option<LangArg>,
}

#[derive(Clone, Copy, ValueEnum)]
enum LangArg {
    En,
    Zh,
}

#[derive(Subcommand)]
enum Command {
    /// Study at once: decks, or files and folders that need no import
    Study(study::Args),
    /// A mock interview: questions against the clock, graded at the end
    Interview(interview::Args),
    /// Add decks: copy notes or packages of Anki into the library, or link to notes
    Import(import::Args),
    /// Take imported decks out of the library; progress stays, copies are moved aside
    Remove(remove::Args),
    /// Read notes without importing them; print the cards and what is odd about them
    Check(check::Args),
    /// List cards with their memory
    Cards(cards::Args),
    /// Print the card a session would ask now, with its answer and the interval of each grade
    Next(next::Args),
    /// The day of an interview, minutes a day, and what to expect
    Plan(plan::Args),
    /// Grade a card, as in a session
    Grade(grade::Args),
    /// Lay a typed answer beside the points of a card
    Answer(answer::Args),
    /// Take back the last answers, of earlier sessions too
    Undo(undo::Args),
    /// Note that a real interview asked a card, and how that went
    Asked(asked::Args),
    /// Print or write your own note on a card, which is shown below its answer
    Note(note::Args),
    /// Show statistics: what was done, what is known, what will come
    Stats(stats::Args),
    /// Write reviews, decks or statistics for other programs
    Export(export::Args),
    /// Fit the weights of the memory model to your own answers
    Tune(tune::Args),
    /// Unite progress files of other machines or folders with yours
    Merge(merge::Args),
    /// Keep decks and progress alike on several machines, through a git repository
    Sync(sync::Args),
    /// Check files, settings, terminal and clock, and say what to do
    Doctor(doctor::Args),
    /// Print completions for a shell
    Completions(completions::Args),
    /// Print the manual page, for `man -l -`
    Man(man::Args),
    /// Print the licences of the program and of what it is built of
    #[command(alias = "licenses")]
    Licences,
    /// Show a page of the manual, or the help of a command
    Help(help::Args),
}

/// Runs the program.
pub fn run() -> ExitCode {
    terminal::take_limit_as_error();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(wrong) => return told_of_usage(&wrong),
    };
    let global = &args.global;
    let done = match args.command {
        None => study::home(global),
        Some(Command::Study(args)) => study::run(args, global),
        Some(Command::Interview(args)) => interview::run(args, global),
        Some(Command::Import(args)) => import::run(&args, global),
        Some(Command::Remove(args)) => remove::run(&args, global),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Cards(args)) => cards::run(&args, global),
        Some(Command::Next(args)) => next::run(&args, global),
        Some(Command::Grade(args)) => grade::run(&args, global),
        Some(Command::Answer(args)) => answer::run(&args, global),
        Some(Command::Undo(args)) => undo::run(&args, global),
        Some(Command::Asked(args)) => asked::run(&args, global),
        Some(Command::Note(args)) => note::run(&args, global),
        Some(Command::Stats(args)) => stats::run(&args, global),
        Some(Command::Plan(args)) => plan::run(&args, global),
        Some(Command::Export(args)) => export::run(&args, global),
        Some(Command::Tune(args)) => tune::run(&args, global),
        Some(Command::Merge(args)) => merge::run(&args, global),
        Some(Command::Sync(args)) => sync::run(&args, global),
        Some(Command::Doctor(args)) => doctor::run(&args, global),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man(args)) => man::run(&args),
        Some(Command::Licences) => licences::run(),
        Some(Command::Help(args)) => help::run(&args, global),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Help where it was asked for; else what is wrong with the command line, which a shell may have made of
/// names of files.
fn told_of_usage(wrong: &clap::Error) -> ExitCode {
    let text = wrong.render().to_string();
    if markdown::clean(&text) == text {
        wrong.exit();
    }
    tell(text.trim_end());
    ExitCode::from(2)
}

/// A reader that has seen enough (`| head`) is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(broken)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|cause| cause.io_error_kind() == Some(io::ErrorKind::BrokenPipe))
    })
}

impl Global {
    fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::En) => Lang::En,
            Some(LangArg::Zh) => Lang::Zh,
            None => opening::lang_of_locale(&sys_locale::get_locale().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definitions_are_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
