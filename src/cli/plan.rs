//! `backprop plan`: the day of the interview, minutes a day, weights, and what to expect.

mod simulation;

use super::language::{failure, lang, say};
use super::numbers;
use super::opening;
use super::{Global, out, print_json, tell_note};
use crate::card::CardId;
use crate::day::{self, At, Day, TypedDate, TypedDay, TypedHour};
use crate::desk::{Desk, StateChange, When};
use crate::export::sheet;
use crate::messages::{self, Help, TaskMessage};
use crate::progress::{Foretold, Kind, MOST_MINUTES};
use crate::schedule::plan::forecast::{Expected, ForecastGroup};
use crate::schedule::plan::readout::{self, PastPlan, Readout};
use crate::schedule::plan::{Plan, scope, sheet as choice};
use crate::ui::format;
use crate::ui::screens::plan::{told_day, told_later, told_of, told_of_past};
use crate::ui::widgets::pad;
use crate::workspace::{Command, PlanChange, Workspace};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::PlanSources))]
    #[arg(value_name = "DECK or FILE")]
    sources: Vec<String>,
    #[arg(help = say(Help::PlanDate))]
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    #[arg(help = say(Help::PlanAlso))]
    #[arg(long, value_name = "DAY")]
    also: Option<String>,
    #[arg(help = say(Help::PlanMinutes))]
    #[arg(long, value_name = "M", value_parser = numbers::minutes(1..=MOST_MINUTES))]
    minutes: Option<u32>,
    #[arg(help = say(Help::PlanWeight))]
    #[arg(long, value_name = "NAME=W")]
    weight: Vec<String>,
    #[arg(help = say(Help::PlanClear))]
    #[arg(long, conflicts_with_all = ["date", "minutes", "weight", "simulate"])]
    clear: bool,
    #[arg(help = say(Help::PlanSimulate))]
    #[arg(long)]
    simulate: bool,
    #[arg(help = say(Help::PlanSheet))]
    #[arg(long, value_name = "M", num_args = 0..=1, default_missing_value = "30", conflicts_with_all = ["json", "simulate"])]
    sheet: Option<u32>,
    #[command(flatten)]
    track: opening::TrackArgs,
    #[arg(help = say(Help::PlanAt))]
    #[arg(long, value_name = "HH:MM or TIME")]
    at: Option<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    // Of a plan that goes over the whole library, some decks are shown.
    let (mut workspace, decks) = opening::open_in_library(&args.sources, None, global)?;
    opening::tell_notices(&mut workspace);
    args.track.narrow(&mut workspace)?;
    let now = args.at.as_deref().filter(|text| hour(text).is_none());
    if let Some(text) = now.filter(|text| At::parse(text).is_none()) {
        return Err(failure(TaskMessage::NotAnHour { text: text.to_owned() }));
    }
    let at = opening::moment(&workspace, now)?;
    let state = workspace.state();
    let change = change(args, at.map_or(state.date_today(), |at| state.calendar.date(at.at)))?;
    workspace.run(Command::Plan { change, at })?;
    opening::tell_notices(&mut workspace);
    if let Some(minutes) = args.sheet {
        let desk = workspace.state();
        let places = choice::sheet(desk, minutes);
        let title = (messages::of(desk.lang_of_words).plan.sheet)(minutes, places.len());
        write!(out(), "{}", sheet::markdown(&title, &places, desk))?;
        return Ok(ExitCode::SUCCESS);
    }
    let plan = Plan::current(workspace.state());
    let is_past = plan.as_ref().is_some_and(|plan| plan.date < workspace.state().now.day);
    if args.simulate || is_past {
        workspace.run(Command::LoadHistory)?;
    }
    let desk = workspace.state();
    match plan {
        Some(plan) if args.simulate => simulation::run(&plan, desk, args.json)?,
        None if args.simulate => {
            return Err(failure(TaskMessage::NoPlanToSimulate));
        }
        Some(plan) if is_past => show_past(&plan, &readout::review(&plan, desk)?, desk, args.json)?,
        Some(plan) => {
            let wants = |deck: usize| decks.is_empty() || decks.contains(&desk.decks[deck].name);
            let readout = readout::readout_of(&plan, desk, wants);
            show(&plan, &readout, desk, args.json)?;
            // From another time it was only looked.
            let is_now = at.is_none() && !workspace.is_ahead();
            if let Some(foretold) = readout.foretold(&plan, desk).filter(|_| is_now) {
                keep(foretold, &mut workspace)?;
            }
        }
        None if args.json => print_json(&serde_json::json!({ "date": null }))?,
        None => writeln!(out(), "{}", say(TaskMessage::NoPlan))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Keeps what was told on the eve for the look back. Where the log cannot be written, it was told all the same.
fn keep(foretold: Foretold, workspace: &mut Workspace) -> anyhow::Result<()> {
    let change = StateChange::record(&CardId::from(""), Kind::Foretold(foretold), When::Now);
    if let Err(problem) = workspace.run(Command::Change(change)) {
        tell_note(&say(TaskMessage::ForecastNotKept { cause: problem.to_string() }));
    }
    opening::tell_notices(workspace);
    Ok(())
}

/// What the arguments change; days are typed as on the screens.
fn change(args: &Args, today: Day) -> anyhow::Result<PlanChange> {
    let words = messages::of(lang());
    let read = |option: &'static str, text: &String| match day::typed(text, today) {
        Some(TypedDay::On(date)) => Ok(Some(date)),
        Some(TypedDay::Never) if option == "--date" => Ok(None),
        _ => {
            // A whole date says which day is meant, also one that is past.
            let past = Day::parse(text).filter(|day| *day < today).map(TypedDate::told);
            let why = || format::no_day(text, today, words);
            past.map(Some).ok_or_else(|| failure(TaskMessage::NotADay { option, why: why() }))
        }
    };
    let day = |option, text: Option<&String>| text.map(|text| read(option, text)).transpose();
    let mut weights = Vec::new();
    for text in &args.weight {
        let (name, weight) =
            text.rsplit_once('=').ok_or_else(|| failure(TaskMessage::WeightForm { text: text.clone() }))?;
        let number = || {
            let number = weight.trim().parse::<f32>().ok().filter(|w| (0.0..=scope::HEAVIEST).contains(w));
            number.ok_or_else(|| failure(TaskMessage::WeightRange { text: text.clone() }))
        };
        let weight = if weight.trim().is_empty() { None } else { Some(number()?) };
        weights.push((name.to_owned(), weight));
    }
    let (date, also) = (day("--date", args.date.as_ref())?, day("--also", args.also.as_ref())?.flatten());
    // The day is none: there is no plan, as in its row on the screen.
    let is_none = date == Some(None);
    let (date, given) = (date.flatten(), args.at.as_deref().and_then(hour));
    // The hour that stands behind the day counts where `--at` says no other.
    let of_day = |date: &TypedDate| TypedDate { hour: date.hour.filter(|_| given.is_none()), ..*date };
    let dates = [date, also].map(|date| date.as_ref().map(of_day));
    let given_as = given.flatten().and_then(|hour| format::hour_read_as(hour, words));
    for read in dates.iter().flatten().filter_map(|date| format::read_as(date, words)).chain(given_as) {
        tell_note(&read);
    }
    let hour = given.or(dates.iter().flatten().find_map(|date| date.hour).map(Some));
    Ok(PlanChange {
        clear: args.clear || is_none,
        date: date.map(|date| date.day),
        also: also.map(|date| date.day),
        hour: hour.map(|hour| hour.map(|hour| hour.time)),
        minutes: args.minutes,
        weights,
    })
}

/// The hour of the interview that `--at` gives, or that it takes away; `None` where it gives an instant.
fn hour(at: &str) -> Option<Option<TypedHour>> {
    if matches!(at.trim(), "none" | "无" | "没有") { Some(None) } else { TypedHour::read(at).map(Some) }
}

/// A number of cards that is expected, in `--json` output: the mean, and the range that holds four
/// outcomes in five; `recall` is the mean as a share of the cards.
#[derive(Serialize)]
struct ExpectedJson {
    recall: f32,
    cards: f32,
    low: f32,
    high: f32,
}

#[derive(Serialize)]
struct GroupJson {
    cards: usize,
    followed: ExpectedJson,
    stopped: ExpectedJson,
    does_not_fit: f32,
}

#[derive(Serialize)]
struct TopicJson<'a> {
    name: &'a str,
    deck: &'a str,
    topic: Option<&'a str>,
    weight: Option<f32>,
    #[serde(flatten)]
    group: GroupJson,
}

#[derive(Serialize)]
struct TodayJson {
    new: u32,
    reviews: u32,
    again: u32,
    minutes: f32,
    new_done: u32,
    minutes_done: f32,
}

#[derive(Serialize)]
struct PlanJson<'a> {
    date: String,
    hour: Option<String>,
    days_left: u32,
    minutes: u32,
    weights: &'a BTreeMap<String, f32>,
    unseen: usize,
    minutes_on_the_day: f32,
    today: TodayJson,
    #[serde(flatten)]
    all: GroupJson,
    topics: Vec<TopicJson<'a>>,
    later: Vec<LaterJson>,
}

/// An interview after the nearest one.
#[derive(Serialize)]
struct LaterJson {
    date: String,
    hour: Option<String>,
    minutes: u32,
    weights: BTreeMap<String, f32>,
}

fn expected_json(expected: Expected, cards: usize) -> ExpectedJson {
    let Expected { mean, low, high } = expected;
    ExpectedJson { recall: mean / cards.max(1) as f32, cards: mean, low, high }
}

fn group_json(group: ForecastGroup) -> GroupJson {
    GroupJson {
        cards: group.cards,
        followed: expected_json(group.followed, group.cards),
        stopped: expected_json(group.stopped, group.cards),
        does_not_fit: group.unreached,
    }
}

fn show_json(plan: &Plan, readout: &Readout, desk: &Desk) -> anyhow::Result<()> {
    let topics = readout.rows.iter().map(|row| TopicJson {
        name: &row.name,
        deck: &desk.decks[row.deck].name,
        topic: row.heading.as_deref(),
        weight: row.weight,
        group: group_json(row.group),
    });
    print_json(&PlanJson {
        date: plan.date.to_string(),
        hour: plan.hour.map(|hour| hour.to_string()),
        days_left: readout.days_left,
        minutes: plan.minutes,
        weights: &plan.weights,
        unseen: readout.unseen,
        minutes_on_the_day: readout.minutes_on_the_day,
        today: TodayJson {
            new: readout.today.new,
            reviews: readout.today.due,
            again: readout.today.learning,
            minutes: readout.minutes,
            new_done: readout.done.0,
            minutes_done: readout.done.1,
        },
        all: group_json(readout.all),
        topics: topics.collect(),
        later: Plan::later(desk)
            .into_iter()
            .map(|Plan { date, hour, minutes, weights }| LaterJson {
                date: date.to_string(),
                hour: hour.map(|hour| hour.to_string()),
                minutes,
                weights,
            })
            .collect(),
    })
}

fn show(plan: &Plan, readout: &Readout, desk: &Desk, as_json: bool) -> anyhow::Result<()> {
    if as_json {
        return show_json(plan, readout, desk);
    }
    let words = messages::of(desk.lang_of_words);
    let mut out = out();
    let left = (words.plan.days_left)(plan.date.days_since(desk.date_today()));
    writeln!(
        out,
        "{} {} · {left} · {} {}",
        words.plan.date,
        told_day(plan, words),
        words.plan.minutes,
        plan.minutes
    )?;
    let mut told = told_of(readout, words);
    told.extend(told_later(&Plan::later(desk), words));
    write_labelled(&mut out, &told)?;
    writeln!(out)?;
    let percent = |expected: Expected, cards: usize| match cards {
        0 => "–".to_owned(),
        _ => format!("{:.0}%", 100.0 * expected.mean / cards as f32),
    };
    let names = words.plan;
    let heads = [
        names.column_weight,
        names.column_cards,
        names.column_stop,
        names.column_follow,
        names.column_missed,
    ];
    let heads: Vec<String> = heads
        .iter()
        .map(|head| format!("{}{head}", " ".repeat(9usize.saturating_sub(head.width()))))
        .collect();
    writeln!(out, "{}", heads.join(""))?;
    for row in &readout.rows {
        let figures = [
            row.weight.map_or(String::new(), |weight| format!("×{weight}")),
            row.cards.to_string(),
            percent(row.group.stopped, row.group.cards),
            percent(row.group.followed, row.group.cards),
            if row.group.unreached >= 0.5 { format!("{:.0}", row.group.unreached) } else { String::new() },
        ];
        let figures: String = figures.iter().map(|figure| format!("{figure:>9}")).collect();
        let name = scope::name(desk.decks[row.deck].title(desk.lang), row.heading.as_deref());
        writeln!(out, "{figures}  {name}")?;
    }
    Ok(())
}

fn write_labelled(out: &mut impl Write, told: &[(&'static str, String)]) -> io::Result<()> {
    let room = told.iter().map(|(label, _)| label.width()).max().unwrap_or(0) + 2;
    told.iter().try_for_each(|(label, text)| writeln!(out, "{}{text}", pad(label, room)))
}

fn show_past(plan: &Plan, review: &PastPlan, desk: &Desk, as_json: bool) -> anyhow::Result<()> {
    if as_json {
        let asked = review.asked.iter().map(|asked| {
            serde_json::json!({
                "card": asked.card.as_str(), "went": asked.went.name(), "predicted": asked.predicted,
            })
        });
        let since = &review.since;
        return print_json(&serde_json::json!({
            "date": plan.date.to_string(),
            "days_left": -i64::from(desk.now.day.days_since(plan.date)),
            "cards": review.cards,
            "predicted": expected_json(review.predicted, review.cards),
            "asked": asked.collect::<Vec<_>>(),
            "since": {
                "cards": since.len(),
                "recalled": since.iter().filter(|(_, recalled)| *recalled).count(),
                "predicted": since.iter().map(|(recall, _)| recall).sum::<f32>(),
            },
        }));
    }
    let words = messages::of(desk.lang_of_words);
    let mut out = out();
    let past = (words.plan.past)(desk.now.day.days_since(plan.date));
    writeln!(out, "{} {} · {past}", words.plan.date, told_day(plan, words))?;
    write_labelled(&mut out, &told_of_past(review, words))?;
    Ok(())
}
