//! `backprop grade`: grade a card from a script.

use super::named::{CardArgs, Named};
use super::setup::{self, Setup};
use super::{Global, out, tell};
use crate::card::Grade;
use crate::progress::{Kind, Review, visible_until};
use crate::schedule::plan;
use crate::ui::format;
use crate::ui::words;
use clap::builder::PossibleValuesParser;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    /// How well it was recalled
    #[arg(value_parser = PossibleValuesParser::new(["again", "hard", "good", "easy"]))]
    grade: String,
    /// How long the answer took, in milliseconds
    #[arg(long, value_name = "N", default_value_t = 0)]
    ms: u32,
    /// When it was answered, RFC 3339; default now
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let (setup, card) = match args.card.open(global)? {
        Named::Card(setup, card) => (*setup, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let Setup { mut desk, mut files, .. } = setup;
    let given = setup::moment(&desk, args.at.as_deref())?;
    let grade = Grade::named(&args.grade).expect("the parser lets only the four grades through");
    let review = Kind::Review(Review::new(grade, "recall", args.ms));
    if let Some(given) = given {
        files.trust(&mut desk, given)?;
    }
    match given {
        Some(given) => files.note_at(&mut desk, given, &card, review)?,
        None => files.note(&mut desk, &card, review)?,
    }
    files.sync(&mut desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
    if let Some(given) = given {
        let is_ahead = given.at > visible_until(desk.now.at);
        desk.now = given;
        if is_ahead {
            tell(&format!("note: {} lies ahead of the clock; the answer counts from then on", given.at));
            files.look_from(&mut desk)?;
        }
    }
    let words = words::of(desk.lang_of_words);
    let due = plan::comes_back(&desk.state(&card), &desk);
    let due = due.map_or(String::new(), |due| format::until(due, desk.now, words));
    writeln!(out(), "{card} {} {due}", grade.name())?;
    Ok(ExitCode::SUCCESS)
}
