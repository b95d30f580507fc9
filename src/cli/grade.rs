//! `backprop grade`: grade a card from a script.

use super::setup::{self, Setup};
use super::{Global, out, tell};
use crate::card::{CardId, Grade};
use crate::progress::{Kind, Review, visible_until};
use crate::schedule::plan;
use crate::ui::format;
use crate::ui::words;
use clap::builder::PossibleValuesParser;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The card's id, as `next` and `cards` print it
    #[arg(value_name = "CARD")]
    card: String,
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
    let mut setup = setup::open(&[], global)?;
    setup.tell_notices();
    let Setup { mut desk, mut files, .. } = setup;
    let given = setup::moment(&desk, args.at.as_deref())?;
    let named = CardId::from(args.card.as_str());
    let card = desk.progress.present_id(&named).clone();
    if desk.find(&card).is_none() && desk.progress.record(&card).is_none() {
        // A card of a file that was never imported is known to nobody before its first grade.
        tell(&format!("note: {card} is in no deck of the library and was never graded before"));
    }
    let grade = Grade::named(&args.grade).expect("the parser lets only the four grades through");
    let review = Kind::Review(Review::new(grade, "recall", args.ms));
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
