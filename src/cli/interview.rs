//! `backprop interview`: a mock interview.

use super::opening;
use super::{Global, study};
use crate::quiz::interview::Length;
use crate::terminal;
use crate::ui::screens::interview::setup::Setup;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Decks, files or folders; none means all decks
    #[arg(value_name = "DECK or FILE or DIR")]
    sources: Vec<String>,
    /// How many questions, 1 to 100
    #[arg(long, value_name = "N", default_value_t = Length::default().questions,
        value_parser = clap::value_parser!(u32).range(1..=i64::from(Length::MOST.questions)))]
    questions: u32,
    /// Minutes for all of them, 1 to 240
    #[arg(long, value_name = "M", default_value_t = Length::default().minutes,
        value_parser = clap::value_parser!(u32).range(1..=i64::from(Length::MOST.minutes)))]
    minutes: u32,
    /// Only cards below a heading that contains this
    #[arg(long, value_name = "TEXT")]
    topic: Option<String>,
}

pub(super) fn run(args: Args, global: &Global) -> anyhow::Result<ExitCode> {
    terminal::require()?;
    let mut workspace = opening::open_sitting(&args.sources, None, global)?;
    let mut notices = workspace.take_notices();
    let length = Length { questions: args.questions, minutes: args.minutes };
    let screen = Setup::new(length, args.topic.clone(), workspace.state());
    if !screen.has_cards() {
        let topic = args.topic.map_or(String::new(), |topic| format!(" below a heading with “{topic}”"));
        anyhow::bail!("there is no card with an answer{topic}; `backprop cards` lists the cards");
    }
    let app = study::app(Some(Box::new(screen)), &workspace, &mut notices);
    study::show(app, workspace, &notices)
}
