//! `backprop grade`: grade a card from a script.

use super::grades;
use super::language::say;
use super::named::{CardArgs, Named};
use super::opening::{self, tell_notices};
use super::{Global, out};
use crate::card::Grade;
use crate::desk::{StateChange, When};
use crate::messages::{self, Help};
use crate::progress::{Kind, Review};
use crate::schedule::plan::today;
use crate::ui::format;
use crate::workspace::Command;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    #[arg(help = say(Help::GradeGrade))]
    #[arg(value_parser = grades::parser())]
    grade: Grade,
    #[arg(help = say(Help::GradeMs))]
    #[arg(long, value_name = "N", default_value_t = 0, allow_negative_numbers = true)]
    #[arg(value_parser = clap::value_parser!(u32).range(0..))]
    ms: u32,
    #[arg(help = say(Help::GradeAt))]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let (mut workspace, card) = match args.card.open(global)? {
        Named::Card(workspace, card) => (*workspace, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let at = opening::moment(&workspace, args.at.as_deref())?;
    let grade = args.grade;
    let kind = Kind::Review(Review::new(grade, "recall", args.ms));
    workspace.run(Command::Change(StateChange::record(&card, kind, at.map_or(When::Now, When::At))))?;
    tell_notices(&mut workspace);
    let desk = workspace.state();
    let words = messages::of(desk.lang_of_words);
    let again = if grade == Grade::Again { today::failed_again(&card, desk) } else { desk.now.day };
    let due = format::comes_back(&desk.state(&card), again, desk, words);
    writeln!(out(), "{card} {} {due}", grades::told(grade))?;
    Ok(ExitCode::SUCCESS)
}
