//! Statistics against a second computation: slow, plain, from the raw lines of the log. It shares with
//! the program only the memory model (which has reference vectors of its own) and the four-grade call.

use backprop::card::{Card, CardId, Deck, Face, Grade, Lang, Source};
use backprop::day::{At, Calendar, Day, Moment};
use backprop::desk::Desk;
use backprop::progress::{LogEvent, Progress, event};
use backprop::schedule::effort::Effort;
use backprop::schedule::queue::{self, Allowance, Counts};
use backprop::state::{CardState, Due, Phase, Scheduler, Steps};
use backprop::stats::Stats;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const DAY: i64 = 86_400_000;
/// 2026-11-22T10:00:00Z.
const NOW: i64 = 1_795_341_600_000;

fn day_of(at: i64) -> i32 {
    (at - 4 * 3_600_000).div_euclid(DAY) as i32
}

fn text_of_day(day: i32) -> String {
    Day(day).to_string()
}

/// A card of the library: id, deck, topic, whether it has an answer.
const CARDS: [(&str, usize, &str, bool); 12] = [
    ("a", 0, "CNN", true),
    ("b", 0, "CNN", true),
    ("c", 0, "RNN", true),
    ("d", 0, "RNN", true),
    ("e", 0, "", true),
    ("f", 0, "", false),
    ("g", 1, "CNN", true),
    ("h", 1, "CNN", true),
    ("i", 1, "DBN", true),
    ("j", 1, "DBN", true),
    ("never", 1, "DBN", true),
    ("k", 1, "DBN", true),
];
const DECKS: [&str; 2] = ["one", "two"];

/// What plans may say matters: all the same, no recurrent nets, only one topic of one deck, nothing.
const WEIGHTS: [&str; 5] = [
    "{}",
    r#"{"one › RNN":0}"#,
    r#"{"one":0,"two":0.0,"two › DBN":2.5}"#,
    r#"{"two":0,"one › CNN":0,"one":0.5}"#,
    r#"{"one":0,"two":0}"#,
];

/// Whether a plan of these weights is about a card.
fn is_in_scope(weights: &Value, (_, deck, topic, _): &(&str, usize, &str, bool)) -> bool {
    let deck = DECKS[*deck];
    let weight = weights.get(format!("{deck} › {topic}")).or(weights.get(deck));
    weight.is_none_or(|weight| weight.as_f64() > Some(0.0))
}

fn decks() -> Vec<Deck> {
    let card = |(id, _, topic, answered): &(&str, usize, &str, bool)| {
        let topic: Vec<String> =
            Some((*topic).to_owned()).filter(|topic| !topic.is_empty()).into_iter().collect();
        let face = Face {
            lang: Lang::En,
            topic: topic.into(),
            question: format!("What is {id}?").into(),
            answer: if *answered { "It is." } else { "" }.into(),
            source: Source { file: None, question_line: 1, answer_lines: None },
            metadata: None,
        };
        Card { id: (*id).into(), faces: [face].into() }
    };
    let deck = |(index, name): (usize, &&str)| Deck {
        name: (*name).to_owned(),
        titles: vec![(Lang::En, (*name).to_owned())],
        cards: CARDS.iter().filter(|card| card.1 == index).map(card).collect(),
    };
    DECKS.iter().enumerate().map(deck).collect()
}

/// Lines of a log, in no order and some of them twice, up to now.
fn random_log(seed: u64) -> Vec<String> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let ids = ["a", "b", "c", "d", "e", "g", "h", "i", "j", "old", "gone", "k"];
    let mut lines = Vec::new();
    let mut times: Vec<(i64, String)> = Vec::new();
    let mut at = NOW - rng.random_range(5..400) * DAY;
    let pause: i64 = rng.random_range(1..=5);
    loop {
        at += match rng.random_range(0..10) {
            0..5 => rng.random_range(1_000..120_000),
            5..8 => rng.random_range(1_000..6 * 3_600_000),
            _ => rng.random_range(DAY / 2..pause * DAY),
        };
        if at > NOW || lines.len() > 700 {
            break;
        }
        let card = ids[rng.random_range(0..ids.len())];
        let head =
            format!(r#"{{"at":"{}","day":"{}","card":"{card}","event":"#, At(at), text_of_day(day_of(at)));
        let rest = match rng.random_range(0..100) {
            0..84 => {
                let grade = ["again", "hard", "good", "good", "good", "easy"][rng.random_range(0..6)];
                let sure = ["no", "maybe", "likely", "sure", "", "", ""][rng.random_range(0..7)];
                let sure = if sure.is_empty() { String::new() } else { format!(r#","confidence":"{sure}""#) };
                format!(
                    r#""review","grade":"{grade}","mode":"recall","ms":{}{sure}"#,
                    rng.random_range(0..90_000)
                )
            }
            84..91 if !times.is_empty() => {
                let (of, card) = times[times.len() - 1 - rng.random_range(0..times.len().min(6))].clone();
                let head = format!(
                    r#"{{"at":"{}","day":"{}","card":"{card}","event":"#,
                    At(at),
                    text_of_day(day_of(at))
                );
                lines.push(format!(r#"{head}"undo","of":"{}"}}"#, At(of)));
                continue;
            }
            91 => r#""suspend""#.to_owned(),
            92 => r#""resume""#.to_owned(),
            93 => r#""bury""#.to_owned(),
            94 => r#""flag""#.to_owned(),
            95 => r#""reset""#.to_owned(),
            96 => format!(r#""due","on":"{}""#, text_of_day(day_of(at) + rng.random_range(-3..40))),
            97 => r#""dance""#.to_owned(),
            _ => {
                let date = match rng.random_range(0..6) {
                    0 => "null".to_owned(),
                    _ => format!("\"{}\"", text_of_day(day_of(NOW) + rng.random_range(-20..60))),
                };
                let head = format!(r#"{{"at":"{}","day":"{}","event":"#, At(at), text_of_day(day_of(at)));
                let weights = WEIGHTS[rng.random_range(0..WEIGHTS.len())];
                lines.push(format!(r#"{head}"plan","date":{date},"minutes":30,"weights":{weights}}}"#));
                continue;
            }
        };
        times.push((at, card.to_owned()));
        lines.push(format!("{head}{rest}}}"));
    }
    if seed.is_multiple_of(3) && !times.is_empty() {
        let at = times[times.len() / 2].0 + 1;
        let day = text_of_day(day_of(at));
        let from = r#""card":"old","event":"move","from":"old","to":"e""#;
        lines.push(format!(r#"{{"at":"{}","day":"{day}",{from}}}"#, At(at)));
    }
    let twice: Vec<String> = lines.iter().filter(|_| rng.random_bool(0.05)).cloned().collect();
    lines.extend(twice);
    lines.shuffle(&mut rng);
    lines
}

fn desk(lines: &[String]) -> Desk {
    let events: Vec<LogEvent> =
        lines.iter().map(|line| event::parse(line.as_bytes()).unwrap().to_event()).collect();
    Desk {
        progress: Progress::of(Scheduler::default(), &events),
        ..Desk::new(decks(), Calendar::utc(), At(NOW), Lang::En)
    }
}

/// One line that counts.
#[derive(Debug, Clone)]
struct Line {
    at: i64,
    day: i32,
    /// The name it had then, by which intervals are drawn.
    name: String,
    card: String,
    event: Value,
}

/// The lines that count, in time order, under their present names.
fn counting(lines: &[String]) -> Vec<Line> {
    let unique: BTreeSet<&String> = lines.iter().collect();
    let values: Vec<Value> = unique.into_iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let at = |value: &Value, key: &str| At::parse(value[key].as_str().unwrap()).unwrap().0;
    // There is one move at the most: old became e.
    let moved = values.iter().find(|value| value["event"] == "move");
    let is_moved = moved.is_some_and(|moved| {
        let of = moved["at"].clone();
        let undone = |value: &&Value| value["event"] == "undo" && value["of"] == of;
        let of_kin = |value: &Value| ["old", "e"].contains(&value["card"].as_str().unwrap());
        !values.iter().filter(undone).any(of_kin)
    });
    let has_move = moved.is_some();
    let kin = |card: &str| if has_move && card == "old" { "e".to_owned() } else { card.to_owned() };
    let present = |card: &str| if is_moved && card == "old" { "e".to_owned() } else { card.to_owned() };
    let undone: BTreeSet<(i64, String)> = values
        .iter()
        .filter(|value| value["event"] == "undo")
        .map(|value| (at(value, "of"), kin(&text(value, "card"))))
        .collect();
    let mut counting: Vec<Line> = values
        .iter()
        .filter(|value| value["event"] != "undo" && value["event"] != "dance")
        .filter(|value| !undone.contains(&(at(value, "at"), kin(&text(value, "card")))))
        .map(|value| Line {
            at: at(value, "at"),
            day: Day::parse(value["day"].as_str().unwrap()).unwrap().0,
            name: text(value, "card"),
            card: present(&text(value, "card")),
            event: value.clone(),
        })
        .collect();
    counting.sort_by_key(|line| line.at);
    counting
}

/// What is known of a card while its lines are read.
#[derive(Debug, Clone, Default)]
struct Known {
    state: CardState,
    suspended: bool,
    flagged: bool,
    buried: Option<i32>,
}

/// An answer with what was known before it.
#[derive(Debug, Clone)]
struct Answer {
    line: Line,
    grade: Grade,
    ms: u64,
    before: CardState,
    /// Answers a day or more after the one before, and lapses among them, since the card was new.
    spaced: (u32, u32),
}

/// What was known of every card, by its name.
type Cards = BTreeMap<String, Known>;

/// Every card's history read from its start: what is known at the end of each day, and all answers.
fn replay(lines: &[Line]) -> (BTreeMap<i32, Cards>, Vec<Answer>) {
    let scheduler = Scheduler::default();
    let mut cards = Cards::new();
    let mut ends = BTreeMap::new();
    let mut day = i32::MIN;
    let mut date = None;
    let mut spaced: HashMap<String, (u32, u32)> = HashMap::new();
    let mut answers = Vec::new();
    for line in lines {
        if line.day != day {
            ends.insert(day, cards.clone());
            day = line.day;
        }
        let kind = line.event["event"].as_str().unwrap();
        if kind == "plan" {
            date = line.event["date"].as_str().and_then(Day::parse);
        }
        if matches!(kind, "plan" | "move") {
            continue;
        }
        let card = cards.entry(line.card.clone()).or_default();
        let now = Moment { at: At(line.at), day: Day(line.day) };
        match kind {
            "review" => {
                let grade = Grade::named(line.event["grade"].as_str().unwrap()).unwrap();
                let before = card.state;
                let count = spaced.entry(line.card.clone()).or_default();
                let ms = line.event["ms"].as_u64().unwrap();
                answers.push(Answer { line: line.clone(), grade, ms, before, spaced: *count });
                if before.last.is_some_and(|last| last.day.0 < line.day) {
                    count.0 += 1;
                    count.1 += u32::from(grade == Grade::Again);
                }
                let steps = if date >= Some(Day(line.day)) { Steps::None } else { Steps::Usual };
                let id = CardId::from(line.name.as_str());
                card.state = scheduler.choices_with(steps, &id, &before, now)[grade as usize];
            }
            "suspend" => card.suspended = true,
            "resume" => (card.suspended, card.buried) = (false, None),
            "bury" => card.buried = Some(line.day),
            "flag" => card.flagged = true,
            "reset" => {
                card.state = CardState::default();
                spaced.remove(&line.card);
            }
            "due" => card.state.come_back(Day::parse(line.event["on"].as_str().unwrap()).unwrap()),
            other => panic!("{other}"),
        }
    }
    ends.insert(day, cards);
    (ends, answers)
}

fn recall_on(state: &CardState, day: i32) -> f64 {
    match (state.memory, state.last) {
        (Some(memory), Some(last)) => {
            let days = (day - last.day.0).max(0) as f32;
            f64::from(Scheduler::default().model.retrievability(memory, days))
        }
        _ => 0.0,
    }
}

fn share(recalled: u32, of: u32) -> Value {
    if of == 0 {
        return json!({"recalled": 0, "of": 0, "share": null, "low": null, "high": null});
    }
    // Wilson's interval: the two shares p with (x/n - p)² = z² p (1 - p) / n.
    let (x, n, z) = (f64::from(recalled), f64::from(of), 1.959_963_984_540_054_f64);
    let (a, b, c) = (1.0 + z * z / n, -(2.0 * x / n + z * z / n), (x / n) * (x / n));
    let root = (b * b - 4.0 * a * c).max(0.0).sqrt();
    let (low, high) = ((-b - root) / (2.0 * a), (-b + root) / (2.0 * a));
    json!({"recalled": recalled, "of": of, "share": x / n, "low": low.max(0.0), "high": high.min(1.0)})
}

fn rate<'a>(answers: impl Iterator<Item = &'a Answer>) -> Value {
    let answers: Vec<&Answer> = answers.collect();
    let recalled = answers.iter().filter(|answer| answer.grade != Grade::Again).count();
    share(recalled as u32, answers.len() as u32)
}

fn is_true_retention(answer: &Answer) -> bool {
    answer.before.phase == Phase::Review && answer.before.last.unwrap().day.0 < answer.line.day
}

fn is_young(answer: &Answer) -> bool {
    answer.before.memory.unwrap().stability < 21.0
}

/// What was answered from a day up to before another.
fn period(answers: &[Answer], from: i32, to: i32) -> Value {
    let inside: Vec<&Answer> =
        answers.iter().filter(|answer| (from..to).contains(&answer.line.day)).collect();
    let retention = || inside.iter().copied().filter(|answer| is_true_retention(answer));
    let days: BTreeSet<i32> = inside.iter().map(|answer| answer.line.day).collect();
    json!({
        "from": text_of_day(from),
        "studied": days.len(),
        "answers": inside.len(),
        "new": inside.iter().filter(|answer| answer.before.phase == Phase::New).count(),
        "ms": inside.iter().map(|answer| answer.ms).sum::<u64>(),
        "young": rate(retention().filter(|answer| is_young(answer))),
        "mature": rate(retention().filter(|answer| !is_young(answer))),
        "recall": rate(retention()),
    })
}

fn periods(answers: &[Answer]) -> (Vec<Value>, Vec<Value>, Vec<Value>) {
    let days: BTreeSet<i32> = answers.iter().map(|answer| answer.line.day).collect();
    let weeks: BTreeSet<i32> = days.iter().map(|day| day - (day + 3).rem_euclid(7)).collect();
    let months: BTreeSet<String> = days.iter().map(|day| text_of_day(*day)[..7].to_owned()).collect();
    let month = |name: &String| {
        let first = Day::parse(&format!("{name}-01")).unwrap().0;
        let next = (first + 1..).find(|day| text_of_day(*day).ends_with("-01")).unwrap();
        period(answers, first, next)
    };
    (
        days.iter().map(|day| period(answers, *day, day + 1)).collect(),
        weeks.iter().map(|week| period(answers, *week, week + 7)).collect(),
        months.iter().map(month).collect(),
    )
}

fn streak(answers: &[Answer], today: i32) -> Value {
    let days: BTreeSet<i32> = answers.iter().map(|answer| answer.line.day).collect();
    let run_to = |day: i32| (0..).take_while(|back| days.contains(&(day - back))).count();
    let now = if days.contains(&today) { today } else { today - 1 };
    let longest = days.iter().map(|day| run_to(*day)).max().unwrap_or(0);
    json!({"days": run_to(now), "longest": longest, "studied": days.len()})
}

fn cards(known: &Cards, today: i32) -> Value {
    let of = |id: &str| known.get(id).cloned().unwrap_or_default();
    let answered: Vec<Known> = CARDS.iter().filter(|card| card.3).map(|card| of(card.0)).collect();
    let count = |fits: &dyn Fn(&Known) -> bool| answered.iter().filter(|card| fits(card)).count();
    let stability = |card: &Known| card.state.memory.unwrap().stability;
    json!({
        "total": CARDS.len(),
        "unanswered": CARDS.iter().filter(|card| !card.3).count(),
        "new": count(&|card| card.state.phase == Phase::New),
        "learning": count(&|card| matches!(card.state.phase, Phase::Learning(_))),
        "young": count(&|card| card.state.phase == Phase::Review && stability(card) < 21.0),
        "mature": count(&|card| card.state.phase == Phase::Review && stability(card) >= 21.0),
        "relearning": count(&|card| matches!(card.state.phase, Phase::Relearning(_))),
        "closed": 0,
        "suspended": count(&|card| card.suspended),
        "flagged": count(&|card| card.flagged),
        "expected": answered.iter().map(|card| recall_on(&card.state, today)).sum::<f64>(),
    })
}

fn group(known: &Cards, answers: &[Answer], today: i32, deck: usize, topic: Option<&str>) -> Value {
    let inside: Vec<&str> = CARDS
        .iter()
        .filter(|card| card.1 == deck && topic.is_none_or(|topic| topic == card.2))
        .map(|card| card.0)
        .collect();
    let seen: Vec<&Known> =
        inside.iter().filter_map(|id| known.get(*id)).filter(|card| card.state.memory.is_some()).collect();
    let retention = answers.iter().filter(|answer| inside.contains(&answer.line.card.as_str()));
    let topic: Vec<&str> = topic.into_iter().filter(|topic| !topic.is_empty()).collect();
    json!({
        "deck": DECKS[deck],
        "topic": topic,
        "cards": inside.len(),
        "seen": seen.len(),
        "expected": seen.iter().map(|card| recall_on(&card.state, today)).sum::<f64>(),
        "recall": rate(retention.filter(|answer| is_true_retention(answer))),
    })
}

fn bins(edges: &[f64], end: Option<f64>, values: &[f32]) -> Value {
    let bin = |index: usize| {
        let (from, to) = (edges[index], edges.get(index + 1).copied().or(end));
        let is_last = index + 1 == edges.len();
        let inside = |value: &&f32| {
            let above = index == 0 || **value >= from as f32;
            above && (is_last || to.is_none_or(|to| **value < to as f32))
        };
        json!({"from": from, "to": to, "cards": values.iter().filter(inside).count()})
    };
    (0..edges.len()).map(bin).collect()
}

fn told(id: &str, card: &Known, today: i32) -> Value {
    let memory = card.state.memory.unwrap();
    json!({
        "card": id,
        "deck": DECKS[CARDS.iter().find(|card| card.0 == id).unwrap().1],
        "question": format!("What is {id}?"),
        "difficulty": memory.difficulty,
        "stability": memory.stability,
        "retrievability": recall_on(&card.state, today) as f32,
        "reps": card.state.reps,
        "lapses": card.state.lapses,
    })
}

fn calibration(answers: &[Answer]) -> Value {
    struct Scored {
        predicted: f64,
        recalled: bool,
        alike: (u32, u32, u32),
    }
    let log = |count: u32, base: f64| f64::from(count).log(base).floor();
    let scored: Vec<Scored> = answers
        .iter()
        .filter_map(|answer| {
            let elapsed = answer.line.day - answer.before.last?.day.0;
            if elapsed < 1 {
                return None;
            }
            let elapsed = elapsed as u32;
            // The bins as FSRS has them.
            let alike = (
                (2.48 * 3.62f64.powf(log(elapsed, 3.62)) * 100.0).round() as u32,
                (1.99 * 1.89f64.powf(log(answer.spaced.0 + 2, 1.89))).round() as u32,
                if answer.spaced.1 == 0 {
                    0
                } else {
                    (1.65 * 1.73f64.powf(log(answer.spaced.1, 1.73))).round() as u32
                },
            );
            let predicted = recall_on(&answer.before, answer.line.day);
            Some(Scored { predicted, recalled: answer.grade != Grade::Again, alike })
        })
        .collect();
    let recalled = scored.iter().filter(|one| one.recalled).count() as u32;
    let of = scored.len() as f64;
    let mean = |sum: f64| if scored.is_empty() { Value::Null } else { json!(sum / of) };
    let mut alike: BTreeMap<(u32, u32, u32), Vec<&Scored>> = BTreeMap::new();
    scored.iter().for_each(|one| alike.entry(one.alike).or_default().push(one));
    let square = |ones: &Vec<&Scored>| {
        let of = ones.len() as f64;
        let predicted: f64 = ones.iter().map(|one| one.predicted).sum();
        let recalled = ones.iter().filter(|one| one.recalled).count() as f64;
        let error = predicted / of - recalled / of;
        error * error * of
    };
    let mut predicted = 0.0;
    let mut loss = 0.0;
    for one in &scored {
        let likely = one.predicted.clamp(1e-6, 1.0 - 1e-6);
        predicted += one.predicted;
        loss += if one.recalled { -likely.ln() } else { -(1.0 - likely).ln() };
    }
    let bin = |index: usize| {
        let (from, to) = (index as f64 / 20.0, (index + 1) as f64 / 20.0);
        let inside: Vec<&Scored> =
            scored.iter().filter(|one| ((one.predicted * 20.0).floor() as usize).min(19) == index).collect();
        let sum: f64 = inside.iter().map(|one| one.predicted).sum();
        let recalled = inside.iter().filter(|one| one.recalled).count() as u32;
        let predicted = if inside.is_empty() { Value::Null } else { json!(sum / inside.len() as f64) };
        json!({"from": from, "to": to, "predicted": predicted, "recall": share(recalled, inside.len() as u32)})
    };
    let part = |share: f64| if share == 0.0 { 0.0 } else { -share * share.ln() };
    let of_mean = f64::from(recalled) / of;
    json!({
        "recall": share(recalled, scored.len() as u32),
        "predicted": mean(predicted),
        "log_loss": mean(loss),
        "log_loss_of_mean": if scored.is_empty() { Value::Null } else { json!(part(of_mean) + part(1.0 - of_mean)) },
        "rmse_bins": match mean(alike.values().map(square).sum()) {
            Value::Null => Value::Null,
            mean => json!(mean.as_f64().unwrap().sqrt()),
        },
        "bins": (0..20).map(bin).collect::<Vec<_>>(),
    })
}

fn readiness(lines: &[Line], today: i32) -> Value {
    let plan = lines.iter().rfind(|line| line.event["event"] == "plan");
    let Some((date, plan)) = plan.and_then(|plan| Some((Day::parse(plan.event["date"].as_str()?)?, plan)))
    else {
        return Value::Null;
    };
    let in_scope = |card: &&(&str, usize, &str, bool)| card.3 && is_in_scope(&plan.event["weights"], card);
    let wanted: Vec<&str> = CARDS.iter().filter(in_scope).map(|card| card.0).collect();
    let (ends, _) = replay(lines);
    let expected = |until: i32| -> f64 {
        let (_, known) = ends.range(..=until).next_back().unwrap();
        wanted.iter().filter_map(|id| known.get(*id)).map(|card| recall_on(&card.state, date.0)).sum()
    };
    // Days on which something happened to what the cards' memories are.
    let days: BTreeSet<i32> = lines
        .iter()
        .filter(|line| ["review", "reset"].contains(&line.event["event"].as_str().unwrap()))
        .filter(|line| wanted.contains(&line.card.as_str()) && line.day <= date.0)
        .map(|line| line.day)
        .collect();
    let history: Vec<Value> =
        days.iter().map(|day| json!({"day": text_of_day(*day), "expected": expected(*day)})).collect();
    json!({
        "date": date.to_string(),
        "days_left": (date.0 - today).max(0),
        "cards": wanted.len(),
        "expected": expected(date.0.min(today)),
        "history": history,
    })
}

fn forecast(known: &Cards, effort: Effort, today: i32) -> Value {
    let scheduler = Scheduler::default();
    let mut days = vec![(0u32, Counts::default()); 90];
    let day_of_due = |due: Due| match due {
        Due::On(day) => day.0,
        Due::At(at) => day_of(at.0),
    };
    for (id, _, _, _) in CARDS.iter().filter(|card| card.3) {
        let Some(card) = known.get(*id).filter(|card| !card.suspended && card.state.memory.is_some()) else {
            continue;
        };
        let buried = i32::from(card.buried == Some(today));
        let mut state = card.state;
        let mut day = day_of_due(state.due.unwrap()).max(today + buried);
        if day < today + 90 {
            days[(day - today) as usize].0 += 1;
        }
        while day < today + 90 {
            let counts = &mut days[(day - today) as usize].1;
            match state.due.unwrap() {
                Due::At(_) => counts.learning += 1,
                Due::On(_) => counts.due += 1,
            }
            let at = At(i64::from(day) * DAY + 4 * 3_600_000);
            state = scheduler.choices(&CardId::from(*id), &state, Moment { at, day: Day(day) })[2];
            day = day_of_due(state.due.unwrap());
        }
    }
    let told = |(index, (due, counts)): (usize, &(u32, Counts))| {
        let (answers, minutes) = (counts.total(), f64::from(effort.seconds(*counts)) / 60.0);
        json!({"day": text_of_day(today + index as i32), "due": due, "answers": answers, "minutes": minutes})
    };
    days.iter().enumerate().map(told).collect()
}

/// All figures but those of the queue, from the lines.
fn slowly(lines: &[String], only: bool, effort: Effort) -> Value {
    let today = day_of(NOW);
    let lines = counting(lines);
    let (mut ends, all) = replay(&lines);
    let (_, known) = ends.pop_last().unwrap();
    let is_ours = |answer: &&Answer| !only || CARDS.iter().any(|card| card.0 == answer.line.card);
    let answers: Vec<Answer> = all.iter().filter(is_ours).cloned().collect();
    let (days, weeks, months) = periods(&answers);
    let retention = || answers.iter().filter(|answer| is_true_retention(answer));
    let graded = |grade: Grade| answers.iter().filter(|answer| answer.grade == grade).count();
    let hour = |hour: i64| {
        let inside = |answer: &&Answer| answer.line.at.rem_euclid(DAY) / 3_600_000 == hour;
        let count = answers.iter().filter(inside).count();
        json!({"hour": hour, "answers": count, "recall": rate(retention().filter(inside))})
    };
    let mut topics: Vec<(usize, &str)> = Vec::new();
    for card in CARDS {
        if !topics.contains(&(card.1, card.2)) {
            topics.push((card.1, card.2));
        }
    }
    let seen: Vec<(&str, &Known)> = CARDS
        .iter()
        .filter_map(|card| Some((card.0, known.get(card.0)?)))
        .filter(|(_, card)| card.state.memory.is_some())
        .collect();
    let memories =
        |of: fn(&CardState) -> f32| -> Vec<f32> { seen.iter().map(|(_, card)| of(&card.state)).collect() };
    let recalls: Vec<f32> = seen.iter().map(|(_, card)| recall_on(&card.state, today) as f32).collect();
    let mut hardest = seen.clone();
    hardest.sort_by(|(a, x), (b, y)| {
        let key = |card: &Known| (card.state.memory.unwrap().difficulty, card.state.lapses);
        key(y).partial_cmp(&key(x)).unwrap().then(a.cmp(b))
    });
    let mut leeches: Vec<_> = seen.iter().filter(|(_, card)| card.state.lapses >= 8).collect();
    leeches.sort_by_key(|(id, card)| (std::cmp::Reverse(card.state.lapses), *id));
    let sure = ["no", "maybe", "likely", "sure"].map(|name| {
        let said = answers.iter().filter(|answer| answer.line.event["confidence"] == name);
        json!({"confidence": name, "recall": rate(said)})
    });
    let todays: Vec<&Answer> = answers.iter().filter(|answer| answer.line.day == today).collect();
    let todays_cards: BTreeSet<&String> = todays.iter().map(|answer| &answer.line.card).collect();
    json!({
        "schema": 1,
        "at": At(NOW).to_string(),
        "day": text_of_day(today),
        "only_these_decks": only,
        "today": {
            "answers": todays.len(),
            "cards": todays_cards.len(),
            "new": todays.iter().filter(|answer| answer.before.phase == Phase::New).count(),
            "ms": todays.iter().map(|answer| answer.ms).sum::<u64>(),
            "recall": rate(todays.iter().copied().filter(|answer| is_true_retention(answer))),
        },
        "streak": streak(&answers, today),
        "cards": cards(&known, today),
        "grades": {
            "again": graded(Grade::Again),
            "hard": graded(Grade::Hard),
            "good": graded(Grade::Good),
            "easy": graded(Grade::Easy),
        },
        "retention": {
            "young": rate(retention().filter(|answer| is_young(answer))),
            "mature": rate(retention().filter(|answer| !is_young(answer))),
            "all": rate(retention()),
        },
        "days": days,
        "weeks": weeks,
        "months": months,
        "hours": (0..24).map(hour).collect::<Vec<_>>(),
        "forecast": forecast(&known, effort, today),
        "decks": (0..2).map(|deck| group(&known, &answers, today, deck, None)).collect::<Vec<_>>(),
        "topics": topics
            .iter()
            .map(|(deck, topic)| group(&known, &answers, today, *deck, Some(*topic)))
            .collect::<Vec<_>>(),
        "stability": bins(
            &[0.0, 1.0, 3.0, 7.0, 14.0, 21.0, 30.0, 60.0, 90.0, 180.0, 365.0],
            None,
            &memories(|state| state.memory.unwrap().stability),
        ),
        "difficulty": bins(
            &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0],
            Some(10.0),
            &memories(|state| state.memory.unwrap().difficulty),
        ),
        "retrievability": bins(&[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], Some(1.0), &recalls),
        "hardest": hardest.iter().take(20).map(|(id, card)| told(id, card, today)).collect::<Vec<_>>(),
        "leeches": leeches.iter().map(|(id, card)| told(id, card, today)).collect::<Vec<_>>(),
        "calibration": calibration(&answers),
        "confidence": sure,
        "readiness": readiness(&lines, today),
    })
}

/// Bounds come from the other root of the same equation, and may differ in the last bit of a double.
fn rounded(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| match value.as_f64().filter(|_| key == "low" || key == "high") {
                Some(bound) => (key.clone(), json!((bound * 1e12).round() / 1e12 + 0.0)),
                None => (key.clone(), rounded(value)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(rounded).collect(),
        Value::Number(number) => json!(number.as_f64()),
        value => value.clone(),
    }
}

#[test]
fn figures_are_those_of_a_second_slow_computation() {
    let mut seen = [false; 6];
    for seed in 0..40 {
        let lines = random_log(seed);
        let desk = desk(&lines);
        let only = seed % 2 == 1;
        {
            let mut figures = serde_json::to_value(Stats::of(&desk, only).unwrap()).unwrap();
            let today = figures["today"].as_object_mut().unwrap();
            let waiting =
                ["new", "learning", "due"].map(|what| today.remove(&format!("waiting_{what}")).unwrap());
            assert!(today.remove("waiting_minutes").unwrap().is_u64());
            let places: Vec<_> = desk.places().collect();
            let counts = queue::counts(&desk, &places, Allowance::of_day(&desk));
            assert_eq!(waiting, [counts.new, counts.learning, counts.due].map(|count| json!(count)));
            let (figures, slow) = (rounded(&figures), rounded(&slowly(&lines, only, Effort::of(&desk))));
            for (key, value) in slow.as_object().unwrap() {
                assert_eq!(&figures[key], value, "{key} of log {seed}");
            }
            assert_eq!(figures.as_object().unwrap().len(), slow.as_object().unwrap().len());
            let of = |path: &str| slow.pointer(path).and_then(Value::as_f64).unwrap_or(0.0) > 0.0;
            for (seen, path) in seen.iter_mut().zip([
                "/retention/mature/of",
                "/leeches/0/lapses",
                "/calibration/rmse_bins",
                "/confidence/0/recall/of",
                "/readiness/history/3/expected",
                "/today/answers",
            ]) {
                *seen |= of(path);
            }
        }
    }
    assert_eq!(seen, [true; 6], "the logs reach every figure");
}

#[test]
fn a_log_of_which_only_the_end_is_loaded_has_no_statistics() {
    let mut desk = desk(&random_log(1));
    desk.progress = Progress::resume(Scheduler::default(), desk.progress.snapshot());
    assert!(Stats::of(&desk, false).is_err());
}

/// The names of all fields, with those of lists under `[]`.
fn fields(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| fields(value, &format!("{path}.{key}"), found));
        }
        Value::Array(items) => items.iter().for_each(|value| fields(value, &format!("{path}[]"), found)),
        _ => drop(found.insert(path.trim_start_matches('.').to_owned())),
    }
}

/// Programs rely on these; a new field is a new line, an old one stays.
#[test]
fn the_schema_is_what_was_promised() {
    let mut found = BTreeSet::new();
    for seed in 0..60 {
        let stats = Stats::of(&desk(&random_log(seed)), false).unwrap();
        fields(&serde_json::to_value(stats).unwrap(), "", &mut found);
    }
    // A readiness that is null once is an object otherwise.
    found.remove("readiness");
    let told: Vec<String> = found.into_iter().collect();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stats-schema.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, told.join("\n") + "\n").unwrap();
    }
    let promised = std::fs::read_to_string(&path).unwrap();
    assert_eq!(told, promised.lines().collect::<Vec<_>>());
}

#[test]
fn follow_ups_that_are_not_open_yet_are_told_apart() {
    let home = crate::harness::home::Home::new();
    let figures = || {
        let cards = home.json(&["stats", "deep-learning", "--json"])["cards"].clone();
        (cards["new"].as_u64().unwrap(), cards["closed"].as_u64().unwrap())
    };
    let (new, closed) = figures();
    assert!(closed > 0 && closed < new, "{closed} of {new}");
    // The card of this name is a follow-up of the other.
    home.say(&["grade", "non-convex-loss", "easy"]);
    let (new_now, closed_now) = figures();
    assert!(new_now == new - 1 && closed_now < closed, "{closed_now} of {new_now}");
    home.say(&["grade", "non-convex-loss-origin", "easy"]);
    assert_eq!(figures(), (new - 2, closed_now));
}
