//! `backprop asked --from FILE`: which cards a report of real interviews asks.

use crate::card::{Card, CardId};
use crate::cli::language::{failure, say};
use crate::cli::opening::{open, tell_notices};
use crate::cli::{Global, out, print_json};
use crate::desk::Desk;
use crate::import::report::AskedRow;
use crate::import::{self, Notes};
use crate::markdown;
use crate::messages::CommandMessage;
use crate::progress::Kind;
use crate::quiz::asked::{Catalogue, Match};
use crate::store::library;
use crate::store::spelling;
use crate::workspace::Command;
use serde_json::json;
use std::collections::HashSet;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// One question of a report.
struct ReportedQuestion {
    question: String,
    line: usize,
    /// Which interview: the headings above it.
    place: String,
    found: FoundQuestion,
}

enum FoundQuestion {
    /// This card; `false` where the same report has been noted before.
    Card(CardId, bool),
    /// One of these, and the learner has to say.
    Perhaps(Vec<CardId>),
    /// None.
    Nothing,
}

/// A line of a report that is part of no question: its number and what it says.
type LeftLine = (usize, String);

/// What a report asks: its line, which interview it was, and the question.
type AskedLine = (usize, String, String);

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

/// Which of the cards that were listed a question of a report asks.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReportChoice {
    /// The line of the question.
    line: usize,
    /// Which card, from 1; 0 where it is none of them.
    number: usize,
}

impl ReportChoice {
    pub(super) fn read(text: &str) -> Result<ReportChoice, String> {
        let parts =
            text.split_once([':', '：']).map(|(line, number)| (line.trim().parse(), number.trim().parse()));
        match parts {
            Some((Ok(line), Ok(number))) => Ok(ReportChoice { line, number }),
            _ => Err(say(CommandMessage::ReportChoiceForm)),
        }
    }
}

pub(super) fn run(args: &ReportArgs<'_>, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = open(args.notes, global)?;
    workspace.run(Command::LoadHistory)?;
    let (mut asked, left) = read(args.path, workspace.state())?;
    choose(&mut asked, args.chosen, workspace.state())?;
    if !args.dry_run {
        let new = |asked: &ReportedQuestion| {
            matches!(asked.found, FoundQuestion::Nothing)
                .then(|| (asked.question.clone(), asked.place.clone()))
        };
        let noted = |asked: &ReportedQuestion| match &asked.found {
            FoundQuestion::Card(card, true) => Some((card.clone(), asked.place.clone())),
            _ => None,
        };
        let (noted, new) = (asked.iter().filter_map(noted).collect(), asked.iter().filter_map(new).collect());
        workspace.run(Command::NoteReport { asked: noted, new })?;
    }
    tell_notices(&mut workspace);
    let desk = workspace.state();
    if args.json {
        let left = left.iter().map(|(line, text)| json!({ "line": line, "left_out": text }));
        print_json(&asked.iter().map(|asked| json(asked, desk)).chain(left).collect::<Vec<_>>())?;
    } else {
        print(&asked, &left, desk, args.dry_run)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The questions of a report, each with what of the library asks it, and its lines that ask nothing.
fn read(path: &Path, desk: &Desk) -> anyhow::Result<(Vec<ReportedQuestion>, Vec<LeftLine>)> {
    let (read, left) = questions_of(path)?;
    let catalogue = Catalogue::new(desk.places().map(|place| (place, desk.card(place))));
    let mut noted = noted_before(desk);
    let id = |place| desk.card(place).id.clone();
    let asked = read.into_iter().map(|(line, place, question)| {
        let found = match catalogue.find(&question) {
            Match::Sure(found) => {
                let is_new = noted.insert((id(found), place.clone()));
                FoundQuestion::Card(id(found), is_new)
            }
            Match::Near(near) => FoundQuestion::Perhaps(near.into_iter().map(id).collect()),
            Match::None => FoundQuestion::Nothing,
        };
        ReportedQuestion { question, line, place, found }
    });
    Ok((asked.collect(), left))
}

/// What a report asks, each with its line and which interview it was, and its lines that ask nothing.
fn questions_of(path: &Path) -> anyhow::Result<(Vec<AskedLine>, Vec<LeftLine>)> {
    let name = path.file_stem().map_or_else(String::new, |stem| markdown::clean(&stem.to_string_lossy()));
    let text = library::read_file(path, None)?;
    if let Some(rows) = import::report::as_rows(&String::from_utf8_lossy(&text.bytes)) {
        let left = rows.iter().filter_map(|row| Some((row.line, row.answer.clone()?))).collect();
        let place = |row: &AskedRow| if row.place.is_empty() { name.clone() } else { row.place.clone() };
        return Ok((rows.iter().map(|row| (row.line, place(row), row.question.clone())).collect(), left));
    }
    let (notes, left) = notes_of(path)?;
    let title = notes.title.clone().unwrap_or(name);
    let asked = notes.cards.iter().map(|card| {
        let face = &card.faces[0];
        let place = if face.topic.is_empty() { title.clone() } else { face.topic.join(" · ") };
        (face.source.question_line, place, markdown::text(&markdown::inlines(&face.question)))
    });
    Ok((asked.collect(), left))
}

/// Which cards were noted before, each with the interview that asked it.
fn noted_before(desk: &Desk) -> HashSet<(CardId, String)> {
    let noted = desk.progress.counting().filter_map(|event| match &event.kind {
        Kind::Asked { place, .. } => Some((event.card, place.to_string())),
        _ => None,
    });
    noted.collect()
}

/// Does as the learner says with questions of which it was not sure what they ask.
fn choose(asked: &mut [ReportedQuestion], chosen: &[ReportChoice], desk: &Desk) -> anyhow::Result<()> {
    let noted = noted_before(desk);
    for ReportChoice { line, number } in chosen.iter().copied() {
        let doubtful = asked.iter_mut().find_map(|asked| match &asked.found {
            FoundQuestion::Perhaps(cards) if asked.line == line => Some((cards.clone(), asked)),
            _ => None,
        });
        let Some((cards, asked)) = doubtful else {
            return Err(failure(CommandMessage::ReportNothingToChoose { line }));
        };
        asked.found = match number.checked_sub(1).map(|at| cards.get(at).cloned()) {
            None => FoundQuestion::Nothing,
            Some(None) => {
                return Err(failure(CommandMessage::ReportNoSuchChoice { line, number, most: cards.len() }));
            }
            Some(Some(card)) => {
                let is_new = !noted.contains(&(card.clone(), asked.place.clone()));
                FoundQuestion::Card(card, is_new)
            }
        };
    }
    Ok(())
}

/// Styles of lists, in which a report is read that proves nothing.
const STYLES_OF_LISTS: [&str; 4] = ["numbered", "bullets", "headings", "bold"];

/// What a report asks, and the lines of it that ask nothing. A report is known to ask, so one without answers is read as
/// a question a line, and one in which nothing proves questions as the list that it looks like.
fn notes_of(path: &Path) -> anyhow::Result<(Notes, Vec<LeftLine>)> {
    let read = library::read_file(path, None)?;
    let text = String::from_utf8_lossy(&read.bytes);
    let proven = read.notes;
    let answers = |card: &&Card| import::report::answers(&card.faces[0].answer);
    let answered = proven.cards.iter().filter(answers).count();
    if answered * 2 < proven.cards.len().max(1)
        && let Some(list) = import::report::as_list(&text)
    {
        let listed = import::read(list.as_bytes(), None, import::named("numbered"), None);
        if listed.cards.len() >= proven.cards.len() && !listed.cards.is_empty() {
            let left = import::report::left_out(&list, &listed);
            return Ok((listed, left));
        }
    }
    let left_out = |notes: Notes| {
        let left = import::report::left_out(&text, &notes);
        (notes, left)
    };
    if !proven.cards.is_empty() {
        return Ok(left_out(proven));
    }
    for style in STYLES_OF_LISTS.into_iter().filter_map(import::named) {
        let forced = library::read_file(path, Some(style))?.notes;
        if !forced.cards.is_empty() {
            return Ok(left_out(forced));
        }
    }
    Err(failure(CommandMessage::NoQuestionsFound { path: spelling::shown(path) }))
}

fn json(asked: &ReportedQuestion, desk: &Desk) -> serde_json::Value {
    let (card, new, perhaps) = match &asked.found {
        FoundQuestion::Card(card, new) => (Some(card.as_str()), *new, Vec::new()),
        FoundQuestion::Perhaps(cards) => (None, false, cards.iter().map(CardId::as_str).collect()),
        FoundQuestion::Nothing => (None, false, Vec::new()),
    };
    let choice = |(at, card): (usize, &&str)| {
        json!({
            "choose": format!("{}:{}", asked.line, at + 1), "card": card, "asks": question(&(*card).into(), desk),
        })
    };
    let choices: Vec<serde_json::Value> = perhaps.iter().enumerate().map(choice).collect();
    json!({
        "line": asked.line, "question": asked.question, "place": asked.place, "card": card,
        "asks": card.map(|card| question(&card.into(), desk)), "noted": new, "perhaps": perhaps, "choices": choices,
    })
}

fn question(card: &CardId, desk: &Desk) -> String {
    let place = desk.find(card);
    let text = place.map(|place| markdown::text(&markdown::inlines(&desk.face(place).question)));
    text.unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}

fn print(asked: &[ReportedQuestion], left: &[LeftLine], desk: &Desk, is_dry: bool) -> anyhow::Result<()> {
    let mut out = out();
    let (mut noted, mut before, mut doubtful, mut nothing) = (0usize, 0usize, 0usize, 0usize);
    for ReportedQuestion { question: text, found, line, .. } in asked {
        let text = text.lines().next().unwrap_or_default();
        match found {
            FoundQuestion::Card(card, new) => {
                *(if *new { &mut noted } else { &mut before }) += 1;
                writeln!(out, "= {text}\n    {card}  {}", question(card, desk))?;
            }
            FoundQuestion::Perhaps(cards) => {
                doubtful += 1;
                writeln!(out, "? {text}")?;
                for (at, card) in (1..).zip(cards) {
                    writeln!(out, "    {line}:{at}  {card}  {}", question(card, desk))?;
                }
            }
            FoundQuestion::Nothing => {
                nothing += 1;
                writeln!(out, "+ {text}")?;
            }
        }
    }
    for (line, text) in left {
        let text = markdown::clean(text);
        writeln!(out, "- {}", say(CommandMessage::ReportLeftOut { line: *line, text }))?;
    }
    let sum = match is_dry {
        true => CommandMessage::ReportWouldNote { new: noted, before, doubtful, nothing },
        false => CommandMessage::ReportNoted { new: noted, before, doubtful, nothing },
    };
    writeln!(out, "\n{}\n{}", say(CommandMessage::ReportLegend), say(sum))?;
    if doubtful > 0 {
        writeln!(out, "{}", say(CommandMessage::ReportDoubtful))?;
    }
    if nothing > 0 && !is_dry {
        writeln!(out, "{}", say(CommandMessage::ReportUnanswered))?;
    }
    Ok(())
}
