//! The command line: definitions, and one file per command.
//!
//! Data goes to stdout, messages to stderr. Exit code 0: done; 1: failed, the message says what, why
//! and the way out; 2: wrong usage.

mod answer;
mod asked;
mod backup;
mod cards;
mod check;
mod clock;
mod completions;
mod doctor;
mod export;
mod global;
mod grade;
mod grader;
mod grades;
mod help;
mod import;
mod interview;
mod language;
mod licences;
mod man;
mod merge;
mod named;
mod next;
mod note;
mod numbers;
mod opening;
mod plan;
mod printing;
mod remove;
mod stats;
mod study;
mod sync;
mod tune;
mod undo;
mod usage;

use crate::messages::Help;
use crate::terminal;
use clap::{CommandFactory, Parser, Subcommand};
use global::{Global, LangArg};
use language::say;
use printing::{answer, out, print_json, tell, tell_error, tell_note};
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "backprop", version, max_term_width = 100, disable_help_subcommand = true, after_help = help::subjects())]
#[command(about = say(Help::Program), long_about = say(Help::ProgramLong))]
struct Args {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<CliCommand>,
}

#[derive(Subcommand)]
enum CliCommand {
    #[command(about = say(Help::Study))]
    Study(study::Args),
    #[command(about = say(Help::Interview))]
    Interview(interview::Args),
    #[command(about = say(Help::Import))]
    Import(import::Args),
    #[command(about = say(Help::Remove))]
    Remove(remove::Args),
    #[command(about = say(Help::Check))]
    Check(check::Args),
    #[command(about = say(Help::Cards))]
    Cards(cards::Args),
    #[command(about = say(Help::Next))]
    Next(next::Args),
    #[command(about = say(Help::Plan))]
    Plan(plan::Args),
    #[command(about = say(Help::Grade))]
    Grade(grade::Args),
    #[command(about = say(Help::Answer))]
    Answer(answer::Args),
    #[command(about = say(Help::Grader))]
    Grader(grader::Args),
    #[command(about = say(Help::Undo))]
    Undo(undo::Args),
    #[command(about = say(Help::Asked))]
    Asked(asked::Args),
    #[command(about = say(Help::Note))]
    Note(note::Args),
    #[command(about = say(Help::Stats))]
    Stats(stats::Args),
    #[command(about = say(Help::Export))]
    Export(export::Args),
    #[command(about = say(Help::Tune))]
    Tune(tune::Args),
    #[command(about = say(Help::Merge))]
    Merge(merge::Args),
    #[command(about = say(Help::Sync))]
    Sync(sync::Args),
    #[command(about = say(Help::Backup))]
    Backup(backup::Args),
    #[command(about = say(Help::Doctor))]
    Doctor(doctor::Args),
    #[command(about = say(Help::Completions))]
    Completions(completions::Args),
    #[command(about = say(Help::Man))]
    Man(man::Args),
    #[command(about = say(Help::Licences))]
    #[command(alias = "licenses")]
    Licences,
    #[command(about = say(Help::HelpCommand))]
    Help(help::Args),
}

/// Runs the program.
pub fn run() -> ExitCode {
    terminal::take_limit_as_error();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    language::choose(&arguments);
    let args = match Args::try_parse_from(&arguments) {
        Ok(args) => args,
        Err(wrong) => return usage::told(&wrong, &arguments, Args::command()),
    };
    let global = &args.global;
    let done = match args.command {
        None => study::home(global),
        Some(CliCommand::Study(args)) => study::run(args, global),
        Some(CliCommand::Interview(args)) => interview::run(args, global),
        Some(CliCommand::Import(args)) => import::run(&args, global),
        Some(CliCommand::Remove(args)) => remove::run(&args, global),
        Some(CliCommand::Check(args)) => check::run(&args),
        Some(CliCommand::Cards(args)) => cards::run(&args, global),
        Some(CliCommand::Next(args)) => next::run(&args, global),
        Some(CliCommand::Grade(args)) => grade::run(&args, global),
        Some(CliCommand::Answer(args)) => answer::run(&args, global),
        Some(CliCommand::Grader(args)) => grader::run(&args, global),
        Some(CliCommand::Undo(args)) => undo::run(&args, global),
        Some(CliCommand::Asked(args)) => asked::run(&args, global),
        Some(CliCommand::Note(args)) => note::run(&args, global),
        Some(CliCommand::Stats(args)) => stats::run(&args, global),
        Some(CliCommand::Plan(args)) => plan::run(&args, global),
        Some(CliCommand::Export(args)) => export::run(&args, global),
        Some(CliCommand::Tune(args)) => tune::run(&args, global),
        Some(CliCommand::Merge(args)) => merge::run(&args, global),
        Some(CliCommand::Sync(args)) => sync::run(&args, global),
        Some(CliCommand::Backup(args)) => backup::run(&args, global),
        Some(CliCommand::Doctor(args)) => doctor::run(&args, global),
        Some(CliCommand::Completions(args)) => completions::run(&args, Args::command()),
        Some(CliCommand::Man(args)) => man::run(&args, Args::command()),
        Some(CliCommand::Licences) => licences::run(),
        Some(CliCommand::Help(args)) => help::run(&args, global, Args::command()),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell_error(&language::failed(&error));
            ExitCode::FAILURE
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definitions_are_consistent() {
        Args::command().debug_assert();
    }
}
