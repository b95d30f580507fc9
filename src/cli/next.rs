//! `backprop next`: the card a session would ask now.

use super::grades;
use super::language::say;
use super::opening;
use super::{Global, out, print_json};
use crate::card::Grade;
use crate::day::Day;
use crate::desk::{Desk, Place};
use crate::messages::{self, Help};
use crate::quiz::session::Subject;
use crate::schedule::plan::today;
use crate::schedule::queue::{self, Allowance, Next};
use crate::ui::format;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::Sources))]
    #[arg(value_name = "DECK or FILE")]
    sources: Vec<String>,
    #[arg(help = say(Help::StyleOfSources))]
    #[arg(long, value_name = "STYLE")]
    style: Option<String>,
    #[command(flatten)]
    track: opening::TrackArgs,
    #[arg(help = say(Help::At))]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

/// A card in `--json` output; intervals in seconds.
#[derive(Serialize)]
struct NextCardJson<'a> {
    card: &'a str,
    deck: &'a str,
    topic: &'a [String],
    question: &'a str,
    answer: &'a str,
    /// The learner's own note.
    note: Option<&'a str>,
    state: &'static str,
    intervals: BTreeMap<&'static str, i64>,
}

/// Nothing to ask, in `--json` output.
#[derive(Serialize)]
struct DoneJson {
    done: bool,
    next_due: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let style = args.style.as_deref();
    let (mut workspace, decks) = opening::open_in_library(&args.sources, style, global)?;
    opening::tell_notices(&mut workspace);
    args.track.narrow(&mut workspace)?;
    opening::look_from(&mut workspace, args.at.as_deref())?;
    let desk = workspace.state();
    let selection = Subject { decks, ..Subject::default() }.selection(desk);
    let (next, _, room) = queue::look(desk, &selection, Allowance::of_day(desk));
    match next {
        Next::Ask(place) => {
            let again = room.map_or(desk.now.day, |room| today::asked_again(place, desk, room));
            show(place, again, desk, args.json)?;
        }
        Next::Done { next_due } if args.json => {
            print_json(&DoneJson { done: true, next_due: next_due.map(|at| at.to_string()) })?;
        }
        Next::Done { next_due } => {
            let words = messages::of(desk.lang_of_words);
            let next = next_due.map_or(words.nothing_due.to_owned(), |at| {
                (words.next_due)(&format::from_now(at, desk.now, words))
            });
            writeln!(out(), "{}{}{next}", words.finished, words.names.stop)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(place: Place, again: Day, desk: &Desk, as_json: bool) -> anyhow::Result<()> {
    let (card, face) = (desk.card(place), desk.face(place));
    let state = desk.state(&card.id);
    let choices = desk.choices(&card.id);
    let seconds = |grade: Grade| {
        let due = today::comes_back(&choices[grade as usize], again, desk);
        due.map_or(0, |due| format::seconds_until(due, desk.now))
    };
    if as_json {
        return print_json(&NextCardJson {
            card: card.id.as_str(),
            deck: &desk.deck(place).name,
            topic: &face.topic,
            question: &face.question,
            answer: &face.answer,
            note: desk.progress.own_note(&card.id),
            state: state.phase.name(),
            intervals: Grade::ALL.into_iter().map(|grade| (grade.name(), seconds(grade))).collect(),
        });
    }
    let words = messages::of(desk.lang_of_words);
    let intervals = Grade::ALL.map(|grade| {
        format!(
            "{} {}",
            grades::told(grade),
            format::comes_back(&choices[grade as usize], again, desk, words)
        )
    });
    let mut out = out();
    writeln!(out, "{}\n\n{}\n\n{}\n", card.id, face.question, face.answer)?;
    if let Some(note) = desk.progress.own_note(&card.id) {
        writeln!(out, "{}{}\n{note}\n", words.your_note, words.names.colon.trim_end())?;
    }
    writeln!(out, "{}", intervals.join("  "))?;
    Ok(())
}
