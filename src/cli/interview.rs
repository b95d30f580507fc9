//! `backprop interview`: a mock interview.

use super::language::{failure, say};
use super::numbers;
use super::opening;
use super::{Global, study};
use crate::messages::{CommandMessage, Help};
use crate::quiz::interview::Length;
use crate::terminal;
use crate::ui::screens::interview::setup::Setup;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::Sources))]
    #[arg(value_name = "DECK or FILE or DIR")]
    sources: Vec<String>,
    #[arg(help = say(Help::InterviewQuestions))]
    #[arg(long, value_name = "N", default_value_t = Length::default().questions,
        value_parser = numbers::count::<u32>(1..=Length::MOST.questions))]
    questions: u32,
    #[arg(help = say(Help::InterviewMinutes))]
    #[arg(long, value_name = "M", default_value_t = Length::default().minutes,
        value_parser = numbers::minutes(1..=Length::MOST.minutes))]
    minutes: u32,
    #[arg(help = say(Help::Topic))]
    #[arg(long, value_name = "TEXT")]
    topic: Option<String>,
}

pub(super) fn run(args: Args, global: &Global) -> anyhow::Result<ExitCode> {
    terminal::require()?;
    let mut workspace = opening::open_sitting(&args.sources, None, global)?;
    let mut notices = opening::notices(&mut workspace);
    let length = Length { questions: args.questions, minutes: args.minutes };
    let screen = Setup::new(length, args.topic.clone(), workspace.state());
    if !screen.has_cards() {
        return Err(failure(match args.topic {
            Some(topic) => CommandMessage::NoCardsOfTopic { topic },
            None => CommandMessage::NoCardsToAsk,
        }));
    }
    let app = study::app(Some(Box::new(screen)), &workspace, &mut notices);
    study::show(app, workspace, &notices)
}
