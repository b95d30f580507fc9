//! `backprop asked --from FILE`: which cards a report of real interviews asks.

use crate::card::CardId;
use crate::cli::language::{failure, say};
use crate::cli::opening::{open, tell_notices};
use crate::cli::{Global, out, print_json};
use crate::desk::Desk;
use crate::markdown;
use crate::messages::CommandMessage;
use crate::workspace::{AskedAs, Command, InterviewReport, Outcome, ReportedQuestion};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// A report, and what to do with it.
pub(super) struct ReportArgs<'a> {
    /// Where it stands.
    pub(super) path: &'a Path,
    /// Notes whose cards count too.
    pub(super) notes: &'a [String],
    /// What the learner says where it is not sure.
    pub(super) chosen: &'a [ReportChoice],
    /// Whether nothing is written.
    pub(super) dry_run: bool,
    /// Whether programs read what comes out.
    pub(super) json: bool,
}

/// What the learner says of a question of a report.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReportChoice {
    /// The line of the question.
    line: usize,
    asks: AskedAs,
}

impl ReportChoice {
    pub(super) fn read(text: &str) -> Result<ReportChoice, String> {
        let parts = text.split_once([':', '：']).map(|(line, asks)| (line.trim().parse(), asks.trim()));
        let asks = |text: &str| match text.parse::<usize>() {
            Ok(number) => Some(number.checked_sub(1).map_or(AskedAs::NoCard, AskedAs::Card)),
            Err(_) => text.eq_ignore_ascii_case("x").then_some(AskedAs::LeftOut),
        };
        match parts.map(|(line, text)| (line, asks(text))) {
            Some((Ok(line), Some(asks))) => Ok(ReportChoice { line, asks }),
            _ => Err(say(CommandMessage::ReportChoiceForm)),
        }
    }
}

pub(super) fn run(args: &ReportArgs<'_>, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = open(args.notes, global)?;
    let Outcome::ReportRead(mut report) = workspace.run(Command::ReadReport(args.path.to_path_buf()))? else {
        return Ok(ExitCode::FAILURE);
    };
    choose(&mut report, args.chosen)?;
    if !args.dry_run {
        workspace.run(Command::NoteReport(report.notes()))?;
    }
    tell_notices(&mut workspace);
    let desk = workspace.state();
    if args.json {
        let left = report.left.iter().map(|(line, text)| json!({ "line": line, "left_out": text }));
        let asked =
            report.questions.iter().zip(report.news()).map(|(asked, is_new)| json(asked, is_new, desk));
        print_json(&asked.chain(left).collect::<Vec<_>>())?;
    } else {
        print(&report, desk, args.dry_run)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Does as the learner says.
fn choose(report: &mut InterviewReport, chosen: &[ReportChoice]) -> anyhow::Result<()> {
    for ReportChoice { line, asks } in chosen.iter().copied() {
        let asked = report.questions.iter_mut().find(|asked| asked.line == line);
        let Some(asked) = asked.filter(|asked| !matches!(asks, AskedAs::Card(_)) || !asked.cards.is_empty())
        else {
            return Err(failure(CommandMessage::ReportNothingToChoose { line }));
        };
        match asks {
            AskedAs::Card(at) if at >= asked.cards.len() => {
                let (number, most) = (at + 1, asked.cards.len());
                return Err(failure(CommandMessage::ReportNoSuchChoice { line, number, most }));
            }
            _ => asked.asks = asks,
        }
    }
    Ok(())
}

fn json(asked: &ReportedQuestion, is_new: bool, desk: &Desk) -> serde_json::Value {
    let card = asked.card();
    let perhaps: &[CardId] = if asked.asks == AskedAs::Open { &asked.cards } else { &[] };
    let choice = |(at, card): (usize, &CardId)| {
        json!({
            "choose": format!("{}:{}", asked.line, at + 1), "card": card.as_str(), "asks": question(card, desk),
        })
    };
    let choices: Vec<serde_json::Value> = perhaps.iter().enumerate().map(choice).collect();
    let perhaps: Vec<&str> = perhaps.iter().map(CardId::as_str).collect();
    json!({
        "line": asked.line, "question": asked.question, "place": asked.place, "card": card.map(CardId::as_str),
        "asks": card.map(|card| question(card, desk)), "noted": is_new,
        "added": asked.asks == AskedAs::NoCard,
        "perhaps": perhaps, "choices": choices,
    })
}

fn question(card: &CardId, desk: &Desk) -> String {
    let place = desk.find(card);
    let text = place.map(|place| markdown::text(&markdown::inlines(&desk.face(place).question)));
    text.unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}

fn print(report: &InterviewReport, desk: &Desk, is_dry: bool) -> anyhow::Result<()> {
    let mut out = out();
    for asked in &report.questions {
        let (text, line) = (asked.question.lines().next().unwrap_or_default(), asked.line);
        match asked.asks {
            AskedAs::Card(at) => {
                let card = &asked.cards[at];
                writeln!(out, "= {text}\n    {line}:{}  {card}  {}", at + 1, question(card, desk))?;
            }
            AskedAs::Open => {
                writeln!(out, "? {text}")?;
                for (at, card) in (1..).zip(&asked.cards) {
                    writeln!(out, "    {line}:{at}  {card}  {}", question(card, desk))?;
                }
            }
            AskedAs::NoCard => writeln!(out, "+ {text}")?,
            AskedAs::LeftOut => writeln!(out, "- {text}")?,
        }
    }
    for (line, text) in &report.left {
        let text = markdown::clean(text);
        writeln!(out, "- {}", say(CommandMessage::ReportLeftOut { line: *line, text }))?;
    }
    let counts = report.counts();
    let sum = match is_dry {
        true => CommandMessage::ReportWouldNote {
            noted: counts.noted,
            added: counts.added,
            before: counts.before,
            open: counts.open,
        },
        false => CommandMessage::ReportNoted {
            noted: counts.noted,
            added: counts.added,
            before: counts.before,
            open: counts.open,
        },
    };
    writeln!(out, "\n{}\n{}", say(CommandMessage::ReportLegend), say(sum))?;
    if counts.open > 0 {
        writeln!(out, "{}", say(CommandMessage::ReportDoubtful))?;
    }
    if counts.added > 0 && !is_dry {
        writeln!(out, "{}", say(CommandMessage::ReportUnanswered))?;
    }
    Ok(())
}
