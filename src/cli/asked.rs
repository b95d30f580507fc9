//! `backprop asked`: note that a real interview asked a card, and how that went.

use super::named::{CardArgs, Named};
use super::setup::Setup;
use super::{Global, out, tell};
use crate::card::Grade;
use crate::progress::Kind;
use crate::ui::words;
use clap::builder::PossibleValuesParser;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    /// How it went
    #[arg(value_parser = PossibleValuesParser::new(["again", "hard", "good", "easy"]))]
    went: String,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let (setup, card) = match args.card.open(global)? {
        Named::Card(setup, card) => (*setup, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let Setup { mut desk, mut files, .. } = setup;
    let went = Grade::named(&args.went).expect("the parser lets only the four grades through");
    files.note(&mut desk, &card, Kind::Asked { went })?;
    files.sync(&mut desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
    let asked = desk.progress.record(&card).map_or(0, |record| record.asked);
    let words = words::of(desk.lang_of_words);
    writeln!(out(), "{}", (words.interview.told)(card.as_str(), asked, went.name()))?;
    Ok(ExitCode::SUCCESS)
}
