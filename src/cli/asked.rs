//! `backprop asked`: note that a real interview asked a card, and how that went.

use super::setup::{self, Setup};
use super::{Global, out, tell};
use crate::card::{CardId, Grade};
use crate::progress::Kind;
use crate::ui::words;
use anyhow::bail;
use clap::builder::PossibleValuesParser;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The card's id, as `next` and `cards` print it
    #[arg(value_name = "CARD")]
    card: String,
    /// How it went
    #[arg(value_parser = PossibleValuesParser::new(["again", "hard", "good", "easy"]))]
    went: String,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut setup = setup::open(&[], global)?;
    setup.tell_notices();
    let Setup { mut desk, mut files, .. } = setup;
    let given = CardId::from(args.card.as_str());
    let card = desk.progress.present_id(&given).clone();
    // A wrong id would weigh nothing, and nobody would notice.
    if desk.find(&card).is_none() && desk.progress.record(&card).is_none() {
        bail!("no card has the id {card}; `backprop cards` lists the ids");
    }
    let went = Grade::named(&args.went).expect("the parser lets only the four grades through");
    files.note(&mut desk, &card, Kind::Asked { went })?;
    files.sync(&mut desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
    let asked = desk.progress.record(&card).map_or(0, |record| record.asked);
    let words = words::of(desk.lang_of_words);
    writeln!(out(), "{}", (words.interview.told)(card.as_str(), asked, went.name()))?;
    Ok(ExitCode::SUCCESS)
}
