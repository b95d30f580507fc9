//! `backprop asked`: note that a real interview asked a card, and how that went; or a whole report of one.

mod report;

use super::grades;
use super::language::say;
use super::named::{CardArgs, Named};
use super::opening::tell_notices;
use super::{Global, out};
use crate::card::Grade;
use crate::desk::{StateChange, When};
use crate::messages::{self, Help};
use crate::progress::Kind;
use crate::workspace::Command;
use report::{ReportArgs, ReportChoice};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::CardId))]
    #[arg(value_name = "CARD", required_unless_present = "from", conflicts_with = "from")]
    card: Option<String>,
    #[arg(help = say(Help::AskedWent))]
    #[arg(value_parser = grades::parser())]
    went: Option<Grade>,
    #[arg(help = say(Help::NotesOfCard))]
    #[arg(long = "in", value_name = "FILE or DIR", num_args = 1..)]
    notes: Vec<String>,
    #[arg(help = say(Help::AskedFrom))]
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    #[arg(help = say(Help::AskedChoose))]
    #[arg(long, requires = "from", value_name = "LINE:NUMBER", value_parser = ReportChoice::read)]
    choose: Vec<ReportChoice>,
    #[arg(help = say(Help::AskedDryRun))]
    #[arg(long, requires = "from")]
    dry_run: bool,
    #[arg(help = say(Help::Json))]
    #[arg(long, requires = "from")]
    json: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    if let Some(path) = &args.from {
        let report = ReportArgs {
            path,
            notes: &args.notes,
            chosen: &args.choose,
            dry_run: args.dry_run,
            json: args.json,
        };
        return report::run(&report, global);
    }
    let named = CardArgs::new(args.card.clone().unwrap_or_default(), args.notes.clone());
    let (mut workspace, card) = match named.open(global)? {
        Named::Card(workspace, card) => (*workspace, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let kind = Kind::Asked { went: args.went, place: "".into() };
    workspace.run(Command::Change(StateChange::record(&card, kind, When::Now)))?;
    tell_notices(&mut workspace);
    let desk = workspace.state();
    let record = desk.progress.record(&card);
    let asked = record.map_or(0, |record| record.asked);
    let words = messages::of(desk.lang_of_words);
    let last = record.and_then(|record| record.went).map_or("–".to_owned(), grades::told);
    writeln!(out(), "{}", (words.interview.told)(card.as_str(), asked, &last))?;
    Ok(ExitCode::SUCCESS)
}
