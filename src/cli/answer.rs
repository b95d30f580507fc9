//! `backprop answer`: lay a typed answer beside the points of a card, and log it with a grade.

use super::grades;
use super::language::{failure, say};
use super::named::{CardArgs, Named};
use super::opening::tell_notices;
use super::{Global, out, print_json, tell};
use crate::card::Grade;
use crate::desk::{StateChange, When};
use crate::messages::{self, CommandMessage, Help, Message, Messages};
use crate::progress::{Kind, Review, kept};
use crate::quiz::recall::Checklist;
use crate::quiz::typed::grader::{GradedPoint, GraderFailure, GraderRequest, Trust, Verdict};
use crate::quiz::typed::{Judged, compare, points_of};
use crate::store::library::read_answer;
use crate::terminal::{self, grader};
use crate::ui::grading;
use crate::workspace::Command;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    card: CardArgs,
    #[arg(help = say(Help::AnswerFile))]
    #[arg(value_name = "FILE")]
    file: Option<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
    #[arg(help = say(Help::AnswerRecord))]
    #[arg(long)]
    record: bool,
    #[arg(help = say(Help::AnswerNoGrader))]
    #[arg(long)]
    no_grader: bool,
    #[arg(help = say(Help::AnswerGrade))]
    #[arg(long, requires = "record", value_parser = PossibleValuesParser::new(["again", "hard", "good", "easy"]))]
    grade: Option<String>,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    card: &'a str,
    points: Vec<PointJson<'a>>,
    grade: Option<&'static str>,
    /// What the learner's grader says, where one is set and was asked.
    grader: Option<VerdictJson>,
}

#[derive(Serialize)]
struct VerdictJson {
    /// Whether it was measured as good enough, so that its points are those above.
    ticks: bool,
    covered: Option<Vec<bool>>,
    grade: Option<&'static str>,
    remarks: String,
    /// Why it gave no verdict.
    error: Option<String>,
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
        return Err(failure(CommandMessage::HistoryOnly { card: card.to_string() }));
    };
    let answer = given(args.file.as_deref())?;
    let (asked, face) = (desk.card(place), desk.face(place));
    let texts = points_of(&face.answer);
    let mut points = compare(asked, face, &answer);
    let (settings, words) = (&desk.settings, messages::of(desk.lang_of_words));
    let verdict = match settings.grader.is_empty() || args.no_grader || answer.trim().is_empty() {
        true => None,
        false => {
            let is_stopped = terminal::stop_flag()?;
            let asked = grader::ask(&GraderRequest::new(settings, face, &answer), &is_stopped);
            if is_stopped.load(Ordering::Relaxed) {
                return Err(failure(words.grading.stopped));
            }
            Some(asked)
        }
    };
    let graded = verdict.as_ref().and_then(|verdict| verdict.as_ref().ok());
    let is_trusted = Trust::of(settings, face.lang).is_enough();
    let ticked = graded.and_then(|verdict| verdict.points.as_ref()).filter(|_| is_trusted);
    let suggested = match ticked {
        Some(ticked) => {
            points.iter_mut().zip(ticked).for_each(|(point, ticked)| tick(point, ticked));
            Checklist::judged(ticked.iter().map(|point| point.is_covered).collect()).suggests(i64::MAX)
        }
        None => Checklist::filled(points.iter().map(|point| point.is_covered).collect()).suggests(0),
    };
    let said = verdict.as_ref().map(|verdict| said(verdict, ticked.is_some(), words));
    if let Some(error) = said.as_ref().and_then(|said| said.error.as_ref()) {
        tell(&say(CommandMessage::Note { what: (words.grading.failed)(error) }));
    }
    match args.json {
        true => {
            let each = |(text, point)| as_json(text, point);
            let points = texts.iter().map(String::as_str).zip(&points).map(each).collect();
            print_json(&AnswerJson {
                card: card.as_str(),
                points,
                grade: suggested.map(Grade::name),
                grader: said,
            })?;
        }
        false => {
            print(&texts, &points, suggested)?;
            if let Some(verdict) = graded {
                print_verdict(verdict, ticked.is_some(), words)?;
            }
        }
    }
    if args.record {
        let Some(grade) = args.grade.as_deref().and_then(Grade::named).or(suggested) else {
            return Err(failure(CommandMessage::NothingSuggested));
        };
        let kind =
            Kind::Review(Review { answer: kept(&answer).map(Arc::from), ..Review::new(grade, "typed", 0) });
        workspace.run(Command::Change(StateChange::record(&card, kind, When::Now)))?;
        tell_notices(&mut workspace);
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes on what a measured grader says of a point.
fn tick(point: &mut Judged, ticked: &GradedPoint) {
    point.is_covered = ticked.is_covered;
    if !ticked.evidence.is_empty() {
        *point =
            Judged { is_covered: ticked.is_covered, evidence: ticked.evidence.clone(), shared: Vec::new() };
    }
}

fn said(verdict: &Result<Verdict, GraderFailure>, ticks: bool, words: &Messages) -> VerdictJson {
    match verdict {
        Ok(verdict) => VerdictJson {
            ticks,
            covered: verdict.covered(),
            grade: verdict.suggests().map(Grade::name),
            remarks: verdict.remarks.clone(),
            error: None,
        },
        Err(failure) => VerdictJson {
            ticks,
            covered: None,
            grade: None,
            remarks: String::new(),
            error: Some(grading::failure(failure, words.grading)),
        },
    }
}

fn print_verdict(verdict: &Verdict, ticks: bool, words: &Messages) -> anyhow::Result<()> {
    let mut out = out();
    writeln!(out, "{}", grading::verdict(verdict, ticks, words))?;
    if !ticks {
        writeln!(out, "  {}", words.grading.only_suggests)?;
    }
    for line in verdict.remarks.lines() {
        writeln!(out, "  {line}")?;
    }
    Ok(())
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
            let text = point.evidence.replace('\n', " ");
            writeln!(out, "    {}", say(CommandMessage::YouWrote { text }))?;
        }
    }
    match suggested {
        Some(grade) => writeln!(out, "{}", say(CommandMessage::Suggested { grade: grades::told(grade) }))?,
        None => writeln!(out, "{}", say(CommandMessage::NoSuggestion))?,
    }
    Ok(())
}

/// The answer that was given.
fn given(file: Option<&str>) -> anyhow::Result<String> {
    let bytes = match file.filter(|file| *file != "-") {
        Some(file) => read_answer(Path::new(file), MOST + 1).map_err(|cause| {
            let cause = Message::of_system(&cause).into();
            failure(CommandMessage::CannotRead { path: file.to_owned(), cause })
        })?,
        None => {
            let mut bytes = Vec::new();
            io::stdin().lock().take(MOST + 1).read_to_end(&mut bytes)?;
            bytes
        }
    };
    if bytes.len() as u64 > MOST {
        return Err(failure(CommandMessage::AnswerTooLong { most: MOST }));
    }
    String::from_utf8(bytes).map_err(|_| failure(CommandMessage::AnswerNotUtf8))
}
