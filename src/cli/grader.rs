//! `backprop grader`: measure the learner's grader on marked answers, before its ticks count.

use super::language::{failure, say};
use super::opening;
use super::{Global, out, print_json, tell};
use crate::card::{Card, Lang};
use crate::messages::{self, Choice, CommandMessage, Help, HelpPage, Messages};
use crate::quiz::typed::grader::{GraderFailure, GraderRequest, Trust, fingerprint};
use crate::quiz::typed::marked::{MarkedAnswer, MarkedKind, MarkedSet};
use crate::settings::{GraderFigures, Measured, Settings};
use crate::store::builtin::BUILTIN;
use crate::store::machine::Machine;
use crate::store::spelling::shown;
use crate::terminal::{self, grader};
use crate::ui::grading::{self, FigureRow};
use crate::ui::widgets::pad;
use crate::workspace::{Command, Workspace};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

#[derive(clap::Args)]
#[command(after_long_help = say(HelpPage::Grader))]
pub(super) struct Args {
    #[arg(help = say(Help::GraderLimit))]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    #[arg(help = say(Help::GraderDryRun))]
    #[arg(long)]
    dry_run: bool,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

/// After so many requests in a row without a verdict nothing else is asked.
const PATIENCE: usize = 5;

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::look(&[], global)?;
    opening::tell_notices(&mut workspace);
    let words = messages::of(workspace.state().lang_of_words);
    let settings = workspace.state().settings.clone();
    let machine = Machine::path_in(&workspace.dirs().config);
    if settings.grader.is_empty() && !args.dry_run {
        match settings.offered_grader.as_str() {
            "" => return Err(failure((words.grading.none_set)(&shown(&machine)))),
            offered => return Err(failure((words.grading.unconfirmed)(offered))),
        }
    }
    // Without the option both languages are measured, whatever that of the program is.
    let set = marked(global.lang.is_some().then(|| global.lang()), args.limit);
    if !set.changed.is_empty() {
        tell(&say(CommandMessage::Note { what: (words.grading.changed)(set.changed.len()) }));
    }
    if set.answers.is_empty() {
        return Err(failure(words.grading.nothing_left));
    }
    if args.dry_run {
        return dry_run(&set, &settings, args.json, words);
    }
    if !args.json {
        outline(&set, &settings, words)?;
    }
    let measurement = measure(&set, &settings, words)?;
    let kept = match measurement.is_broken_off {
        true => Kept::No,
        false => remember(&mut workspace, &measurement, &settings)?,
    };
    let settings = workspace.state().settings.clone();
    match args.json {
        true => print_json(&json(&set, &measurement, &settings, kept))?,
        false => print(&measurement, &settings, kept, &shown(&machine), words)?,
    }
    if measurement.is_broken_off {
        let done = measurement.asked;
        tell(&say(CommandMessage::Error { what: (words.grading.broken_off)(done, set.answers.len()) }));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// The marked answers that are asked about.
fn marked(lang: Option<Lang>, limit: Option<u32>) -> MarkedSet {
    let cards: Vec<Card> = BUILTIN.iter().flat_map(|deck| deck.deck().cards).collect();
    let mut set = MarkedSet::of(&cards, lang);
    set.answers.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
    set
}

fn outline(set: &MarkedSet, settings: &Settings, words: &Messages) -> anyhow::Result<()> {
    let cheats = set.answers.iter().filter(|answer| answer.kind.is_cheat()).count();
    let honest = set.answers.len() - cheats;
    writeln!(
        out(),
        "{}",
        (words.grading.outline)(&settings.grader, settings.grader_input.name(), honest, cheats)
    )?;
    Ok(())
}

#[derive(Serialize)]
struct DryRunJson<'a> {
    requests: usize,
    bytes: usize,
    first: &'a str,
}

fn dry_run(
    set: &MarkedSet,
    settings: &Settings,
    is_json: bool,
    words: &Messages,
) -> anyhow::Result<ExitCode> {
    let requests: Vec<_> =
        set.answers.iter().map(|answer| GraderRequest::of_marked(settings, answer)).collect();
    let bytes = requests.iter().map(|request| request.text.len()).sum();
    let first = &requests[0].text;
    if is_json {
        print_json(&DryRunJson { requests: requests.len(), bytes, first })?;
        return Ok(ExitCode::SUCCESS);
    }
    if !settings.grader.is_empty() {
        outline(set, settings, words)?;
    }
    let mut out = out();
    writeln!(out, "{}\n\n{first}", (words.grading.dry_run)(requests.len(), usize::div_ceil(bytes, 1000)))?;
    Ok(ExitCode::SUCCESS)
}

/// What was measured.
#[derive(Default)]
struct Measurement {
    figures: BTreeMap<(bool, MarkedKind), GraderFigures>,
    /// Requests that were made.
    asked: usize,
    failures: usize,
    last_failure: String,
    is_broken_off: bool,
}

impl Measurement {
    /// The sum over the kinds of a language; `None` where nothing was asked in it.
    fn of(&self, lang: Lang) -> Option<GraderFigures> {
        let kinds = self.figures.iter().filter(|((is_zh, _), _)| *is_zh == (lang == Lang::Zh));
        kinds.map(|(_, figures)| *figures).reduce(GraderFigures::with)
    }

    fn together(&self) -> GraderFigures {
        self.figures.values().copied().reduce(GraderFigures::with).unwrap_or_default()
    }
}

fn measure(set: &MarkedSet, settings: &Settings, words: &Messages) -> anyhow::Result<Measurement> {
    let is_stopped = terminal::stop_flag()?;
    let progress = ProgressLine { is_shown: io::stderr().is_terminal(), all: set.answers.len() };
    let mut measurement = Measurement::default();
    let mut in_a_row = 0;
    let mut ms = 0.0;
    for answer in &set.answers {
        progress.show(measurement.asked, ms, words);
        let (asked, took) = grader::ask_timed(&GraderRequest::of_marked(settings, answer), &is_stopped);
        ms += f64::from(took);
        let covered = match asked {
            // A grade alone says nothing of the points.
            Ok(verdict) => {
                verdict.covered().ok_or(GraderFailure::OtherCount { judged: 0, points: answer.points.len() })
            }
            Err(failure) => Err(failure),
        };
        if covered == Err(GraderFailure::Stopped) {
            measurement.is_broken_off = true;
            break;
        }
        in_a_row = if covered.is_err() { in_a_row + 1 } else { 0 };
        if let Err(failure) = &covered {
            measurement.failures += 1;
            measurement.last_failure = grading::failure(failure, words.grading);
            let cannot_run =
                matches!(failure, GraderFailure::NoCommand(_) | GraderFailure::NotStarted { .. });
            if in_a_row >= PATIENCE || cannot_run {
                progress.clear();
                return Err(self::failure((words.grading.given_up)(in_a_row, &measurement.last_failure)));
            }
        }
        measurement.take(answer, covered.ok().as_deref(), took);
    }
    progress.clear();
    Ok(measurement)
}

impl Measurement {
    fn take(&mut self, answer: &MarkedAnswer, covered: Option<&[bool]>, ms: u32) {
        let sum = self.figures.entry((answer.lang == Lang::Zh, answer.kind)).or_default();
        *sum = sum.with(answer.score(covered, ms));
        self.asked += 1;
    }
}

/// A line that says how far it is.
struct ProgressLine {
    is_shown: bool,
    all: usize,
}

impl ProgressLine {
    fn show(&self, done: usize, ms: f64, words: &Messages) {
        if self.is_shown {
            let seconds = if done == 0 { 0.0 } else { ms / 1000.0 / done as f64 };
            let left = seconds * (self.all - done) as f64 / 60.0;
            let line = (words.grading.progress)(done, self.all, seconds, left.ceil());
            let _ = write!(io::stderr(), "\r\x1b[K{line}");
        }
    }

    fn clear(&self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// Whether a measurement was remembered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Yes,
    /// The same grader was measured on so many answers before.
    Better(u32),
    /// It is not a whole one.
    No,
}

/// Remembers what was measured beside the other language, unless the same was measured on more answers.
fn remember(
    workspace: &mut Workspace,
    measurement: &Measurement,
    settings: &Settings,
) -> anyhow::Result<Kept> {
    let of = fingerprint(settings);
    let day = workspace.state().now.day.to_string();
    let before = settings.measured.clone().filter(|measured| measured.of == of);
    let mut measured = Measured { of, ..before.unwrap_or_default() };
    let mut kept = Kept::No;
    for lang in [Lang::En, Lang::Zh] {
        let Some(figures) = measurement.of(lang) else { continue };
        match measured.figures(lang) {
            Some(old) if old.answers > figures.answers => kept = Kept::Better(old.answers),
            _ => {
                measured.put(lang, figures);
                kept = Kept::Yes;
            }
        }
    }
    if kept == Kept::Yes {
        measured.day = day;
        workspace.run(Command::RememberMeasured(measured))?;
    }
    Ok(kept)
}

fn print(
    measurement: &Measurement,
    settings: &Settings,
    kept: Kept,
    path: &str,
    words: &Messages,
) -> anyhow::Result<()> {
    let names = words.grading;
    let mut columns: Vec<(&str, GraderFigures)> = Vec::new();
    for (lang, name) in [Lang::En, Lang::Zh].map(|lang| (lang, (names.language)(lang))) {
        columns.extend(measurement.of(lang).map(|figures| (name, figures)));
    }
    if columns.len() == 2 {
        columns.push((names.together, measurement.together()));
    }
    let mut out = out();
    let line = |name: &str, values: Vec<String>| {
        let values: String = values.iter().map(|value| pad(value, 14)).collect();
        format!("  {}{}", pad(name, 26), values.trim_end())
    };
    writeln!(out, "\n{}", line("", columns.iter().map(|(name, _)| (*name).to_owned()).collect()))?;
    for row in FigureRow::ALL {
        let values = columns.iter().map(|(_, figures)| row.value(figures)).collect();
        writeln!(out, "{}", line(row.name(names), values))?;
    }
    writeln!(out, "\n  {}", names.by_kind)?;
    for kind in MarkedKind::ALL {
        let of = |is_zh| measurement.figures.get(&(is_zh, kind));
        let value = |figures: Option<&GraderFigures>| match figures {
            None => "–".to_owned(),
            Some(figures) if kind.is_cheat() => FigureRow::Cheats.value(figures),
            Some(figures) => FigureRow::Agreement.value(figures),
        };
        let has = |lang| measurement.of(lang).is_some();
        let shown = [Lang::En, Lang::Zh].into_iter().filter(|lang| has(*lang));
        let values = shown.map(|lang| value(of(lang == Lang::Zh))).collect();
        writeln!(out, "{}", line(grading::kind(kind, names), values))?;
    }
    writeln!(out)?;
    if measurement.failures > 0 {
        writeln!(out, "{}", (names.some_failed)(measurement.failures, &measurement.last_failure))?;
    }
    if kept == Kept::No {
        return Ok(());
    }
    for (lang, name) in [Lang::En, Lang::Zh].map(|lang| (lang, (names.language)(lang))) {
        if measurement.of(lang).is_some() {
            writeln!(out, "{}", grading::follows(name, Trust::of(settings, lang), names))?;
        }
    }
    match kept {
        Kept::Better(answers) => writeln!(out, "{}", (names.kept_better)(answers))?,
        _ => writeln!(out, "{}", (names.remembered)(path))?,
    }
    Ok(())
}

#[derive(Serialize)]
struct GraderJson<'a> {
    command: &'a str,
    input: &'a str,
    changed: Vec<[String; 2]>,
    figures: BTreeMap<&'static str, FiguresJson>,
    kinds: Vec<KindJson>,
    ticks: BTreeMap<&'static str, bool>,
    remembered: bool,
}

#[derive(Serialize)]
struct FiguresJson {
    answers: u32,
    failed: u32,
    points: u32,
    agreement: Option<f64>,
    agreement_of_none: Option<f64>,
    precision: Option<f64>,
    recall: Option<f64>,
    kappa: Option<f64>,
    contradicted: u32,
    contradicted_credited: u32,
    cheats: u32,
    cheats_credited: u32,
    seconds: Option<f64>,
}

#[derive(Serialize)]
struct KindJson {
    lang: &'static str,
    kind: &'static str,
    answers: u32,
    points: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credited: Option<u32>,
}

const NAMES: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];

fn json<'a>(
    set: &MarkedSet,
    measurement: &Measurement,
    settings: &'a Settings,
    kept: Kept,
) -> GraderJson<'a> {
    let mut figures = BTreeMap::from([("both", figures_json(&measurement.together()))]);
    figures
        .extend(NAMES.iter().filter_map(|(lang, name)| Some((*name, figures_json(&measurement.of(*lang)?)))));
    let kind = |((is_zh, kind), figures): (&(bool, MarkedKind), &GraderFigures)| {
        let is_cheat = kind.is_cheat();
        KindJson {
            lang: NAMES[usize::from(*is_zh)].1,
            kind: kind.name(),
            answers: figures.answers + figures.cheating_answers,
            points: figures.points + figures.cheats,
            agreed: (!is_cheat).then_some(figures.agreed),
            credited: is_cheat.then_some(figures.cheats_credited),
        }
    };
    GraderJson {
        command: &settings.grader,
        input: settings.grader_input.name(),
        changed: set.changed.iter().map(|(card, lang)| [card.to_string(), (*lang).to_owned()]).collect(),
        figures,
        kinds: measurement.figures.iter().map(kind).collect(),
        ticks: NAMES.iter().map(|(lang, name)| (*name, Trust::of(settings, *lang).is_enough())).collect(),
        remembered: kept == Kept::Yes,
    }
}

fn figures_json(figures: &GraderFigures) -> FiguresJson {
    FiguresJson {
        answers: figures.answers,
        failed: figures.failed,
        points: figures.points,
        agreement: figures.agreement(),
        agreement_of_none: figures.agreement_of_none(),
        precision: figures.precision(),
        recall: figures.recall(),
        kappa: figures.kappa(),
        contradicted: figures.contradicted,
        contradicted_credited: figures.contradicted_credited,
        cheats: figures.cheats,
        cheats_credited: figures.cheats_credited,
        seconds: figures.seconds(),
    }
}
