//! `backprop answer`: lay a typed answer beside the points of a card, and log it with a grade.

use super::named::{CardArgs, Named};
use super::opening::tell_notices;
use super::{Global, out, print_json};
use crate::card::Grade;
use crate::progress::{Kind, Review, kept};
use crate::quiz::recall::Checklist;
use crate::quiz::typed::{Judged, compare, points_of};
use crate::store::library::read_answer;
use crate::workspace::Command;
use anyhow::{Context, bail};
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    /// The file with the answer, as UTF-8; `-` or none reads standard input
    #[arg(value_name = "FILE")]
    file: Option<String>,
    /// Print JSON for programs
    #[arg(long)]
    json: bool,
    /// Log the answer with the grade that is suggested, or with --grade
    #[arg(long)]
    record: bool,
    /// The grade to log
    #[arg(long, requires = "record", value_parser = PossibleValuesParser::new(["again", "hard", "good", "easy"]))]
    grade: Option<String>,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    card: &'a str,
    points: Vec<PointJson<'a>>,
    grade: Option<&'static str>,
}

#[derive(Serialize)]
struct PointJson<'a> {
    text: &'a str,
    covered: bool,
    /// The sentence of the answer that is nearest to it.
    evidence: Option<&'a str>,
}

/// No answer is longer, in bytes.
const MOST: u64 = 1 << 18;

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let (mut workspace, card) = match args.card.open(global)? {
        Named::Card(workspace, card) => (*workspace, card),
        Named::Several => return Ok(Named::SEVERAL.into()),
    };
    let desk = workspace.state();
    let Some(place) = desk.find(&card) else {
        bail!("{card} has history but stands in no notes, so it has no points; name its notes with --in FILE")
    };
    let answer = given(args.file.as_deref())?;
    let (asked, face) = (desk.card(place), desk.face(place));
    let texts = points_of(&face.answer);
    let points = compare(asked, face, &answer);
    let list = Checklist::filled(points.iter().map(|point| point.is_covered).collect());
    let suggested = list.suggests(0);
    match args.json {
        true => {
            let each = |(text, point)| as_json(text, point);
            let points = texts.iter().map(String::as_str).zip(&points).map(each).collect();
            print_json(&AnswerJson { card: card.as_str(), points, grade: suggested.map(Grade::name) })?;
        }
        false => print(&texts, &points, suggested)?,
    }
    if args.record {
        let Some(grade) = args.grade.as_deref().and_then(Grade::named).or(suggested) else {
            bail!("no grade is suggested for this answer, so nothing was logged; say it with --grade")
        };
        let kind =
            Kind::Review(Review { answer: kept(&answer).map(Arc::from), ..Review::new(grade, "typed", 0) });
        workspace.run(Command::Record { card, kind, at: None })?;
        tell_notices(&mut workspace);
    }
    Ok(ExitCode::SUCCESS)
}

fn as_json<'a>(text: &'a str, point: &'a Judged) -> PointJson<'a> {
    let evidence = Some(point.evidence.as_str()).filter(|evidence| !evidence.is_empty());
    PointJson { text, covered: point.is_covered, evidence }
}

fn print(texts: &[String], points: &[Judged], suggested: Option<Grade>) -> anyhow::Result<()> {
    let mut out = out();
    for (text, point) in texts.iter().zip(points) {
        let mark = if point.is_covered { "[x]" } else { "[ ]" };
        writeln!(out, "{mark} {}", text.replace('\n', "\n    "))?;
        if !point.evidence.is_empty() {
            writeln!(out, "    you wrote: {}", point.evidence.replace('\n', " "))?;
        }
    }
    match suggested {
        Some(grade) => writeln!(out, "suggested: {}", grade.name())?,
        None => writeln!(out, "no grade is suggested")?,
    }
    Ok(())
}

/// The answer that was given.
fn given(file: Option<&str>) -> anyhow::Result<String> {
    let bytes = match file.filter(|file| *file != "-") {
        Some(file) => {
            read_answer(Path::new(file), MOST + 1).with_context(|| format!("{file} cannot be read"))?
        }
        None => {
            let mut bytes = Vec::new();
            io::stdin().lock().take(MOST + 1).read_to_end(&mut bytes)?;
            bytes
        }
    };
    if bytes.len() as u64 > MOST {
        bail!("the answer is longer than {MOST} bytes; shorten it");
    }
    String::from_utf8(bytes).context("the answer is not UTF-8; convert it, for example with iconv")
}
