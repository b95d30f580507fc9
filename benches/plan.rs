//! What the plan is worth: cards recalled on the day by simulated learners, beside what else can be done in
//! the same minutes: Anki's default, all new cards at once with the desired retention that turns out best, and all
//! cards in turn.
//!
//! `cargo bench --bench plan` plays a few cells with 12 learners; `-- 100,14,20 300,7,40` plays these
//! (cards, days, minutes a day), `-- grid` all sixty, which takes the better part of an hour.
//! `LEARNERS=N` sets how many learners play each cell. All policies meet the same learners.
//! `cargo bench --bench plan -- next` times one look for the next of 10 000 cards, and a readout;
//! `-- forecast` says how often the forecast's range held what came out, `-- said` how often failed cards came again
//! when the buttons said it, and how far the day's new cards were from what was said at each moment.

#![allow(clippy::print_stdout, reason = "a benchmark reports by printing")]

use backprop::card::CardId;
use backprop::card::{Card, Deck, Face, Grade, Lang, Source};
use backprop::day::{At, Calendar, Day, TimeOfDay};
use backprop::desk::{Desk, Place};
use backprop::progress::{Kind, Progress, Review, Target};
use backprop::schedule::learner::{Learner, Nature, Student, users};
use backprop::schedule::plan::Plan;
use backprop::schedule::plan::forecast::{Expected, draw};
use backprop::schedule::plan::readout::readout;
use backprop::schedule::plan::today;
use backprop::schedule::queue::{self, Allowance, Next, Scope};
use backprop::schedule::trial::{self, TrialOutcome, Way as Study};
use backprop::settings::{Limits, Settings};
use backprop::state::{Rules, Scheduler};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;
use std::time::Instant;

/// Cells that show what there is to see.
const SOME: [(usize, i64, u32); 7] =
    [(23, 14, 20), (100, 3, 20), (100, 14, 20), (300, 7, 20), (300, 14, 40), (300, 30, 20), (1000, 7, 20)];

/// The grid.
const CARDS: [usize; 4] = [23, 100, 300, 1000];
const DAYS: [i64; 5] = [3, 7, 14, 30, 60];
const MINUTES: [u32; 3] = [20, 40, 90];

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Plan,
    /// Twenty new cards a day at this desired retention.
    Retention(f32),
    /// All new cards at once.
    AllNew(f32),
    /// All cards in turn.
    InTurn,
}

/// The retentions of which the best is taken with hindsight.
const RETENTIONS: [f32; 4] = [0.8, 0.9, 0.95, 0.97];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.first().map(String::as_str) {
        Some("next") => return time_next(),
        Some("forecast") => return check_forecast(),
        Some("said") => return check_said(),
        Some("grid") => return rows(grid()),
        None => return rows(SOME.to_vec()),
        Some(_) => {}
    }
    let cell = |text: &String| {
        let numbers: Vec<i64> = text.split(',').filter_map(|number| number.parse().ok()).collect();
        (numbers[0] as usize, numbers[1], numbers[2] as u32)
    };
    rows(arguments.iter().map(cell).collect());
}

fn grid() -> Vec<(usize, i64, u32)> {
    let of_days = |cards, days| MINUTES.map(|minutes| (cards, days, minutes));
    let of_cards = |cards| DAYS.into_iter().flat_map(move |days| of_days(cards, days));
    CARDS.into_iter().flat_map(of_cards).collect()
}

fn rows(cells: Vec<(usize, i64, u32)>) {
    println!(
        "| N | D | M | FSRS 0.90, 20 new | all new at once, best retention | in turn | plan | plan − 0.90 (95 %) | plan − all new | plan − in turn | min/day 0.90, all new, in turn, plan | most min in a day |"
    );
    println!("|--|--|--|--|--|--|--|--|--|--|--|--|");
    for (cards, days, minutes) in cells {
        row(cards, days, minutes);
    }
}

fn row(cards: usize, days: i64, minutes: u32) {
    let count = std::env::var("LEARNERS").ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    let of = |way: Way| -> Vec<TrialOutcome> { of_all(count, |seed| play(way, cards, days, minutes, seed)) };
    let mean = |outcomes: &[TrialOutcome], value: fn(&TrialOutcome) -> f32| {
        outcomes.iter().map(value).sum::<f32>() / outcomes.len() as f32
    };
    let recalled = |outcomes: &[TrialOutcome]| mean(outcomes, |outcome| outcome.recalled);
    let all_new = RETENTIONS.map(|retention| (retention, of(Way::AllNew(retention))));
    let best = all_new.into_iter().max_by(|(_, one), (_, other)| recalled(one).total_cmp(&recalled(other)));
    let (retention, best) = best.expect("there are some");
    let (plain, in_turn, plan) = (of(Way::Retention(0.9)), of(Way::InTurn), of(Way::Plan));
    let gain = |other: &[TrialOutcome]| {
        let gains: Vec<f32> =
            plan.iter().zip(other).map(|(plan, other)| plan.recalled - other.recalled).collect();
        let of = gains.iter().sum::<f32>() / count as f32;
        let squares: f32 = gains.iter().map(|gain| (gain - of).powi(2)).sum();
        let variance = squares / (count as f32 - 1.0).max(1.0);
        format!("{of:+.1} ± {:.1}", 1.96 * (variance / count as f32).sqrt())
    };
    let longest =
        plan.iter().flat_map(|outcome| &outcome.seconds).fold(0f32, |one, other| one.max(*other)) / 60.0;
    let used = [&plain, &best, &in_turn, &plan].map(|outcomes| mean(outcomes, TrialOutcome::minutes_a_day));
    println!(
        "|{cards}|{days}|{minutes}|{:.1}|{:.1} ({retention:.2})|{:.1}|{:.1}|{}|{}|{}|{:.1}, {:.1}, {:.1}, {:.1}|{longest:.1}|",
        recalled(&plain),
        recalled(&best),
        recalled(&in_turn),
        recalled(&plan),
        gain(&plain),
        gain(&best),
        gain(&in_turn),
        used[0],
        used[1],
        used[2],
        used[3],
    );
}

/// What comes of these many learners, a share of them on every core.
fn of_all<T: Send>(count: u64, play: impl Fn(u64) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    std::thread::scope(|scope| {
        let play = &play;
        let share = |first: u64| {
            scope.spawn(move || (first..count).step_by(threads as usize).map(play).collect::<Vec<T>>())
        };
        let shares: Vec<_> = (0..threads).map(share).collect();
        shares.into_iter().flat_map(|share| share.join().expect("no learner fails")).collect()
    })
}

fn play(way: Way, cards: usize, days: i64, minutes: u32, seed: u64) -> TrialOutcome {
    let retention =
        if let Way::Retention(retention) | Way::AllNew(retention) = way { retention } else { 0.9 };
    let mut desk = desk(cards, Rules { retention, ..Rules::default() });
    if let Way::AllNew(_) = way {
        desk.settings.limits = Limits { new: u32::MAX, reviews: u32::MAX };
    }
    let date = desk.now.day.plus(days);
    let users = users();
    let nature = Nature {
        left_failed: std::env::var("LEFT").ok().and_then(|left| left.parse().ok()).unwrap_or(1.0),
        ..Nature::default()
    };
    let mut learner = Learner::new(&users[seed as usize % users.len()], nature, seed);
    let limit = if way == Way::Plan {
        desk.note(
            &"".into(),
            Kind::Plan(Target { date: Some(date), minutes, weights: "{}".into(), ..Target::default() }),
        );
        // The plan has to keep to its minutes by itself.
        f32::INFINITY
    } else {
        minutes as f32 * 60.0
    };
    let cards: Vec<Place> = desk.places().collect();
    let study = if way == Way::InTurn { Study::InTurn } else { Study::Queue };
    trial::run(&mut desk, &mut learner, &cards, date, limit, study)
}

fn desk(cards: usize, rules: Rules) -> Desk {
    let card = |number: usize| {
        let source = Source { file: None, question_line: number + 1, answer_lines: None };
        let face = Face {
            lang: Lang::En,
            topic: vec![format!("Topic {}", number / 10)].into(),
            question: format!("Question {number}").into(),
            answer: "Answer".into(),
            source,
            metadata: None,
        };
        Card { id: format!("card-{number}").as_str().into(), faces: [face].into() }
    };
    let deck = Deck { name: "deck".into(), titles: Vec::new(), cards: (0..cards).map(card).collect() };
    let scheduler = Scheduler::new(rules.clone()).expect("default weights");
    Desk {
        progress: Progress::new(scheduler.clone()),
        scheduler,
        settings: Settings { rules, ..Settings::default() },
        ..Desk::new(vec![deck], Calendar::utc(), At(1_795_341_600_000), Lang::En)
    }
}

/// How a plan goes on.
#[derive(Clone, Copy)]
struct Course {
    cards: usize,
    days: i64,
    minutes: u32,
    /// The share of days on which nothing is studied.
    missed: f32,
    /// So many days later the interview was said to be, until the middle.
    later: i64,
}

const COURSES: [Course; 7] = [
    Course { cards: 100, days: 3, minutes: 20, missed: 0.0, later: 0 },
    Course { cards: 100, days: 14, minutes: 20, missed: 0.0, later: 0 },
    Course { cards: 300, days: 7, minutes: 20, missed: 0.0, later: 0 },
    Course { cards: 300, days: 14, minutes: 40, missed: 0.0, later: 0 },
    Course { cards: 300, days: 30, minutes: 20, missed: 0.0, later: 0 },
    Course { cards: 300, days: 14, minutes: 40, missed: 0.3, later: 0 },
    Course { cards: 300, days: 14, minutes: 40, missed: 0.0, later: 7 },
];

/// Forecasts from the first day, from the middle and on the eve, against what the learners then recall on the
/// day. `FROM=N` lets other learners play: those of one range of seeds tuned the forecast, others measure it.
fn check_forecast() {
    let number =
        |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (count, from) = (number("LEARNERS", 40), number("FROM", 0));
    println!(
        "| N | D | M | missed | moved | from | forecast | recalled | error: mean, deviation | in range | below, above | width |\n|--|--|--|--|--|--|--|--|--|--|--|--|"
    );
    for course in COURSES {
        let Course { cards, days, minutes, missed, later } = course;
        let outcomes = of_all(count, |seed| foretold(course, from + seed));
        for (at, name) in ["first day", "middle", "eve"].into_iter().enumerate() {
            let all: Vec<(Expected, f32)> =
                outcomes.iter().map(|(forecasts, recalled)| (forecasts[at], *recalled)).collect();
            let mean =
                |value: &dyn Fn(&(Expected, f32)) -> f32| all.iter().map(value).sum::<f32>() / count as f32;
            let error = mean(&|(forecast, recalled)| forecast.mean - recalled);
            let deviation = mean(&|(forecast, recalled)| (forecast.mean - recalled - error).powi(2)).sqrt();
            let share =
                |is: &dyn Fn(&(Expected, f32)) -> bool| 100.0 * mean(&|one| f32::from(u8::from(is(one))));
            let below = share(&|(forecast, recalled)| *recalled < forecast.low);
            let above = share(&|(forecast, recalled)| *recalled > forecast.high);
            println!(
                "|{cards}|{days}|{minutes}|{missed}|{later}|{name}|{:.1}|{:.1}|{error:+.1} {deviation:.1}|{:.0} %|{below:.0} {above:.0}|{:.1}|",
                mean(&|one| one.0.mean),
                mean(&|one| one.1),
                100.0 - below - above,
                mean(&|one| one.0.high - one.0.low),
            );
        }
    }
}

/// What was said of one learner's days, and what came of it.
#[derive(Default)]
struct Said {
    /// Of each failure after how many days the card was said to come again, and after how many it came, if it did.
    failures: Vec<(u32, Option<u32>)>,
    /// New cards of each day: as said at each of its moments, and in the end.
    new: Vec<(u32, u32)>,
}

fn check_said() {
    let count = std::env::var("LEARNERS").ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    println!(
        "| N | D | M | failures | said today: asked today | said later: asked today, within a day of what was said, never | said to come after the interview: never | new cards: mean error, within 2 |\n|--|--|--|--|--|--|--|--|"
    );
    for (cards, days, minutes) in SOME {
        let all = of_all(count, |seed| said(cards, days, minutes, seed));
        let share = |is_said: &dyn Fn(u32) -> bool, came: &dyn Fn(u32, Option<u32>) -> bool| {
            let failures = all.iter().flat_map(|said| &said.failures).filter(|failure| is_said(failure.0));
            let (of, those) = failures.fold((0u32, 0u32), |(of, those), (said, day)| {
                (of + 1, those + u32::from(came(*said, *day)))
            });
            (of, format!("{:.0} %", 100.0 * those as f32 / of.max(1) as f32))
        };
        let new: Vec<f32> =
            all.iter().flat_map(|said| &said.new).map(|(said, came)| said.abs_diff(*came) as f32).collect();
        let is_later = |said: u32| said > 0 && i64::from(said) < days;
        let is_after = |said: u32| i64::from(said) >= days;
        let (today, of_today) = share(&|said| said == 0, &|_, came| came == Some(0));
        let (later, but_today) = share(&is_later, &|_, came| came == Some(0));
        let near =
            share(&is_later, &|said, came| came.is_some_and(|came| came > 0 && came.abs_diff(said) < 2)).1;
        let but_never = share(&is_later, &|_, came| came.is_none()).1;
        let (after, never) = share(&is_after, &|_, came| came.is_none());
        println!(
            "|{cards}|{days}|{minutes}|{}|{today}: {of_today}|{later}: {but_today}, {near}, {but_never}|{after}: {never}|{:.2}, {:.0} %|",
            all.iter().map(|said| said.failures.len()).sum::<usize>(),
            new.iter().sum::<f32>() / new.len().max(1) as f32,
            100.0 * new.iter().filter(|error| **error <= 2.0).count() as f32 / new.len().max(1) as f32,
        );
    }
}

fn said(cards: usize, days: i64, minutes: u32, seed: u64) -> Said {
    let mut desk = desk(cards, Rules::default());
    let date = desk.now.day.plus(days);
    let users = users();
    let mut learner = Learner::new(&users[seed as usize % users.len()], Nature::default(), seed);
    let target = Target { date: Some(date), minutes, weights: "{}".into(), ..Target::default() };
    desk.note(&"".into(), Kind::Plan(target));
    let all: Vec<Place> = desk.places().collect();
    let mut said = Said::default();
    let mut failed: HashMap<CardId, (Day, u32)> = HashMap::new();
    while desk.now.day < date {
        let today = desk.now.day;
        let mut new = Vec::new();
        while let (Next::Ask(place), counts, room) = queue::look(&desk, &all, Allowance::of_day(&desk)) {
            let id = desk.card(place).id.clone();
            new.push(desk.progress.tally(today).new + counts.new);
            if let Some((day, again)) = failed.remove(&id) {
                said.failures.push((again, Some(today.days_since(day))));
            }
            let again = room.map_or(today, |room| today::asked_again(place, &desk, room)).days_since(today);
            let answer = learner.answer(&id, today);
            desk.now.at = At(desk.now.at.0 + i64::from(answer.ms));
            desk.note(&id, Kind::Review(Review::new(answer.grade, "recall", answer.ms)));
            if answer.grade == Grade::Again {
                failed.insert(id, (today, again));
            }
        }
        let came = desk.progress.tally(today).new;
        said.new.extend(new.into_iter().map(|said| (said, came)));
        let tomorrow = desk.calendar.start_of(today.plus(1));
        desk.now = desk.calendar.moment(tomorrow.plus_seconds(6 * 3600));
    }
    said.failures.extend(failed.into_values().map(|(_, again)| (again, None)));
    said
}

/// What the forecast says on the first day, in the middle and on the eve, and how many cards the learner then
/// recalls on the day, each by the throw of a coin.
fn foretold(course: Course, seed: u64) -> ([Expected; 3], f32) {
    let mut desk = desk(course.cards, Rules::default());
    let (first, date) = (desk.now.day, desk.now.day.plus(course.days));
    let users = users();
    let mut learner = Learner::new(&users[seed as usize % users.len()], Nature::default(), seed);
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let all: Vec<Place> = desk.places().collect();
    let middle = first.plus(course.days / 2);
    let forecasts = [first, middle, date].map(|until| {
        let said = if until == first { date.plus(course.later) } else { date };
        // The interview is the first thing of its day, so that nothing is studied on it.
        let target = Target {
            date: Some(said),
            hour: TimeOfDay::parse("04:00"),
            minutes: course.minutes,
            weights: "{}".into(),
            ..Target::default()
        };
        // On the eve everything of the last day is done.
        while desk.now.day < until {
            let is_missed =
                draw(&[course.missed, 1.0 - course.missed, 0.0, 0.0], &mut chance) == Grade::Again;
            let tomorrow = desk.now.day.plus(1);
            let limit = if is_missed { 0.0 } else { f32::INFINITY };
            trial::run(&mut desk, &mut learner, &all, tomorrow, limit, Study::Queue);
        }
        if until < date {
            desk.note(&"".into(), Kind::Plan(target.clone()));
        }
        let plan = Plan { date, ..Plan::of(&target).expect("it has a date") };
        let told = readout(&plan, &desk).all;
        if until == date { told.stopped } else { told.followed }
    });
    let recalled = desk.decks[0].cards.iter().filter(|card| {
        let recall = learner.recalls(&card.id, date);
        draw(&[recall, 1.0 - recall, 0.0, 0.0], &mut chance) == Grade::Again
    });
    (forecasts, recalled.count() as f32)
}

/// One look for the next card when every card of a large deck may be shown: the worst case.
fn time_next() {
    let mut desk = desk(10_000, Rules::default());
    for (number, place) in desk.places().collect::<Vec<Place>>().into_iter().enumerate() {
        if number % 10 != 0 {
            let id = desk.card(place).id.clone();
            let grade = Grade::ALL[[2, 2, 3, 0, 1, 2][number % 6]];
            desk.note(&id, Kind::Review(Review::new(grade, "recall", 9_000)));
        }
    }
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(86_400));
    let date = Some(desk.now.day.plus(1));
    desk.note(
        &"".into(),
        Kind::Plan(Target {
            date,
            minutes: 90,
            weights: "{\"deck › Topic 3\":2.0}".into(),
            ..Target::default()
        }),
    );
    let selection: Vec<Place> = desk.places().collect();
    let mut times: Vec<f64> = (0..50)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(queue::next(&desk, &selection, Scope::Today, Allowance::of_day(&desk)));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let plan = Plan::in_force(&desk).expect("noted above");
    let plan = Plan { date: desk.now.day.plus(60), ..plan };
    let start = Instant::now();
    std::hint::black_box(readout(&plan, &desk));
    println!("a readout of 10 000 cards, 60 days: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    println!("the next of 10 000 cards: fastest {:.2} ms, median {:.2} ms", times[0], times[25]);
}
