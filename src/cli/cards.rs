//! `backprop cards`: the cards with their memory.

use super::language::{failure, lang, say};
use super::opening;
use super::{Global, out, print_json};
use crate::card::{Card, Deck};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::markdown;
use crate::messages::{self, CommandMessage, Help};
use crate::search::{FILTERS, Filter, Index, Order, UnmetFilter, Wanted, is_filter, unmet_filter};
use crate::ui::widgets::pad;
use serde::Serialize;
use std::collections::HashSet;
use std::io::Write;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::CardsWhat))]
    #[arg(value_name = "DECK or FILE")]
    what: Vec<String>,
    #[arg(help = say(Help::CardsDeck))]
    #[arg(long = "deck", value_name = "DECK or FILE")]
    decks: Vec<String>,
    #[command(flatten)]
    track: opening::TrackArgs,
    #[arg(help = say(Help::CardsDue))]
    #[arg(long)]
    due: bool,
    #[arg(help = say(Help::At))]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

/// One card in `--json` output: stability in days, times RFC 3339.
#[derive(Serialize)]
struct ListedCardJson<'a> {
    id: &'a str,
    deck: &'a str,
    topic: &'a [String],
    question: &'a str,
    state: &'static str,
    stability: Option<f32>,
    difficulty: Option<f32>,
    retrievability: Option<f32>,
    due: Option<String>,
    last_review: Option<String>,
    reps: u32,
    lapses: u32,
    suspended: bool,
    /// The learner's own note.
    note: Option<&'a str>,
    /// When something happens to it that lies ahead of the clock.
    pending: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let is_query = |word: &&String| is_filter(word);
    let (queries, named): (Vec<&String>, Vec<&String>) = args.what.iter().partition(is_query);
    let decks: Vec<String> = args.decks.iter().chain(named).cloned().collect();
    let mut workspace = opening::open(&decks, global)?;
    opening::tell_notices(&mut workspace);
    args.track.narrow(&mut workspace)?;
    opening::look_from(&mut workspace, args.at.as_deref())?;
    let desk = workspace.state();
    // What the shell made one argument is one word of the query.
    let query = queries.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
    if let Some(unmet) = unmet_filter(&query, desk) {
        return Err(failure(match unmet {
            UnmetFilter::State(filter) => {
                let words = messages::of(lang());
                let named = |filter: &Filter| (words.home.state_filter)(filter.name, (filter.label)(words));
                let known = FILTERS.iter().map(named).collect::<Vec<_>>();
                CommandMessage::NoSuchState { filter, known: known.join(" ") }
            }
            UnmetFilter::Deck(deck, known) => CommandMessage::NoSuchDeck { deck, known: known.join(", ") },
            UnmetFilter::Topic(topic, known) => {
                CommandMessage::NoSuchTopic { topic, known: known.join(", ") }
            }
        }));
    }
    let found: Option<HashSet<Place>> = (!query.is_empty()).then(|| {
        let wanted = Wanted { query: &query, ..Wanted::default() };
        Index::new(desk).find(desk, &wanted, Order::Fit).into_iter().collect()
    });
    let places =
        desk.places_in_track().filter(|place| found.as_ref().is_none_or(|found| found.contains(place)));
    let cards = places.map(|place| (desk.deck(place), desk.card(place)));
    let cards = cards.filter(|(_, card)| !args.due || is_due(card, desk));
    let cards: Vec<ListedCardJson<'_>> = cards.map(|(deck, card)| json(deck, card, desk)).collect();
    if args.json {
        print_json(&cards)?;
    } else {
        print(&cards, desk)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A filter with its value in quotation marks, where it has blanks.
fn quoted(word: &str) -> String {
    match word.split_once(':') {
        Some((filter, value)) if value.contains(char::is_whitespace) && !value.contains(['"', '“']) => {
            format!("{filter}:\"{value}\"")
        }
        _ => word.to_owned(),
    }
}

/// Whether a card would be asked at that time, were there no daily limits.
fn is_due(card: &Card, desk: &Desk) -> bool {
    let Some(record) = desk.progress.record(&card.id) else { return false };
    let is_held = record.suspended || record.buried == Some(desk.now.day);
    !is_held && record.state.due.is_some_and(|due| due.has_come(desk.now))
}

fn json<'a>(deck: &'a Deck, card: &'a Card, desk: &'a Desk) -> ListedCardJson<'a> {
    let face = card.face(desk.lang);
    let record = desk.progress.record(&card.id).copied().unwrap_or_default();
    let state = record.state;
    ListedCardJson {
        id: card.id.as_str(),
        deck: &deck.name,
        topic: &face.topic,
        question: &face.question,
        state: state.phase.name(),
        stability: state.memory.map(|memory| memory.stability),
        difficulty: state.memory.map(|memory| memory.difficulty),
        retrievability: desk.scheduler.retrievability(&state, desk.now.day),
        due: state.due.map(|due| due.instant(&desk.calendar).to_string()),
        last_review: state.last.map(|last| last.at.to_string()),
        reps: state.reps,
        lapses: state.lapses,
        suspended: record.suspended,
        note: desk.progress.own_note(&card.id),
        pending: desk.progress.pending_of(&card.id).map(|event| event.at.to_string()),
    }
}

/// The name of a phase: in output for programs it is the word itself.
fn phase(name: &str) -> String {
    let words = messages::of(lang());
    match name {
        "new" => words.new,
        "learning" => words.learning,
        "review" => words.in_review,
        "relearning" => words.relearning,
        other => other,
    }
    .to_owned()
}

/// A table for people: state, recall now, due, question.
fn print(cards: &[ListedCardJson<'_>], desk: &Desk) -> anyhow::Result<()> {
    let mut out = out();
    let mut deck = "";
    for card in cards {
        if card.deck != deck {
            deck = card.deck;
            writeln!(out, "{deck}")?;
        }
        let recall =
            card.retrievability.map_or("   –".to_owned(), |recall| format!("{:3.0}%", recall * 100.0));
        let due = card.due.as_deref().and_then(At::parse).map_or("–".to_owned(), |due| {
            let day = desk.calendar.moment(due).day;
            if day <= desk.now.day { say(CommandMessage::DueToday) } else { day.to_string() }
        });
        let question = markdown::text(&markdown::inlines(card.question)).replace('\n', " ");
        let state = if card.suspended { say(CommandMessage::Suspended) } else { phase(card.state) };
        let ahead = card.pending.as_ref().map_or_else(String::new, |at| {
            format!("  {}", say(CommandMessage::EventAhead { at: at.clone() }))
        });
        let (state, due) = (pad(&state, 10), pad(&due, 10));
        writeln!(out, "  {state} {recall}  {due}  {:<17} {question}{ahead}", card.id)?;
    }
    Ok(())
}
