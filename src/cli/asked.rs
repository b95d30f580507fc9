//! `backprop asked`: note that a real interview asked a card, and how that went.

use super::named::{CardArgs, Named};
use super::opening::tell_notices;
use super::{Global, out};
use crate::card::Grade;
use crate::progress::Kind;
use crate::ui::words;
use crate::workspace::Command;
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
    let (mut workspace, card) = match args.card.open(global)? {
        Named::Card(workspace, card) => (*workspace, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let went = Grade::named(&args.went).expect("the parser lets only the four grades through");
    let kind = Kind::Asked { went };
    workspace.run(Command::Record { card: card.clone(), kind, at: None })?;
    tell_notices(&mut workspace);
    let desk = workspace.state();
    let asked = desk.progress.record(&card).map_or(0, |record| record.asked);
    let words = words::of(desk.lang_of_words);
    writeln!(out(), "{}", (words.interview.told)(card.as_str(), asked, went.name()))?;
    Ok(ExitCode::SUCCESS)
}
