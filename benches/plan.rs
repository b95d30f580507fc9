//! What the plan is worth: cards recalled on the day by simulated learners, beside Anki's default and a
//! desired retention of 0.95, at equal minutes.
//!
//! `cargo bench --bench plan` plays a few cells with 12 learners; `-- 100,14,20 300,7,40` plays these
//! (cards, days, minutes a day), `-- grid` all sixty, which takes the better part of an hour.
//! `LEARNERS=N` sets how many learners play each cell. All policies meet the same learners.
//! `cargo bench --bench plan -- next` times one look for the next of 10 000 cards, and a readout;
//! `-- forecast` says how often the forecast's range held what came out.

#![allow(clippy::print_stdout, reason = "a benchmark reports by printing")]

use backprop::card::{Card, Deck, Face, Grade, Lang, Source};
use backprop::day::{At, Calendar};
use backprop::desk::{Desk, Place};
use backprop::progress::{Kind, Progress, Review, Target};
use backprop::schedule::learner::{Learner, Nature, users};
use backprop::schedule::plan::Plan;
use backprop::schedule::plan::forecast::{Expected, draw};
use backprop::schedule::plan::readout::readout;
use backprop::schedule::queue::{self, Allowance, Scope};
use backprop::schedule::trial::{self, Outcome};
use backprop::settings::Settings;
use backprop::state::{Rules, Scheduler};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::time::Instant;

/// Cells that show what there is to see.
const SOME: [(usize, i64, u32); 6] =
    [(23, 14, 20), (100, 3, 20), (100, 14, 20), (300, 7, 20), (300, 14, 40), (1000, 7, 20)];

/// The grid.
const CARDS: [usize; 4] = [23, 100, 300, 1000];
const DAYS: [i64; 5] = [3, 7, 14, 30, 60];
const MINUTES: [u32; 3] = [20, 40, 90];

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Plan,
    Retention(f32),
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.first().map(String::as_str) {
        Some("next") => return time_next(),
        Some("forecast") => return check_forecast(),
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
        "| N | D | M | FSRS 0.90, 20 new | 0.95, 20 new | plan | plan − 0.90 (95 %) | plan − 0.95 | min/day 0.90 → plan | most min in a day |"
    );
    println!("|--|--|--|--|--|--|--|--|--|--|");
    for (cards, days, minutes) in cells {
        row(cards, days, minutes);
    }
}

fn row(cards: usize, days: i64, minutes: u32) {
    let count = std::env::var("LEARNERS").ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    let ways = [Way::Retention(0.90), Way::Retention(0.95), Way::Plan];
    let outcomes: Vec<[Outcome; 3]> =
        of_all(count, |seed| ways.map(|way| play(way, cards, days, minutes, seed)));
    let mean = |value: &dyn Fn(&[Outcome; 3]) -> f32| outcomes.iter().map(value).sum::<f32>() / count as f32;
    let recalled = [0, 1, 2].map(|way| mean(&|outcome| outcome[way].recalled));
    let gains = [0, 1].map(|way| {
        let gain = |outcome: &[Outcome; 3]| outcome[2].recalled - outcome[way].recalled;
        let of = mean(&gain);
        let variance =
            mean(&|outcome| (gain(outcome) - of).powi(2)) * count as f32 / (count as f32 - 1.0).max(1.0);
        (of, 1.96 * (variance / count as f32).sqrt())
    });
    let minutes_a_day = [0, 2].map(|way| mean(&|outcome| outcome[way].minutes_a_day()));
    let longest =
        outcomes.iter().flat_map(|outcome| &outcome[2].seconds).fold(0f32, |one, other| one.max(*other))
            / 60.0;
    println!(
        "|{cards}|{days}|{minutes}|{:.1}|{:.1}|{:.1}|{:+.1} ± {:.1}|{:+.1} ± {:.1}|{:.1} → {:.1}|{longest:.1}|",
        recalled[0],
        recalled[1],
        recalled[2],
        gains[0].0,
        gains[0].1,
        gains[1].0,
        gains[1].1,
        minutes_a_day[0],
        minutes_a_day[1]
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

fn play(way: Way, cards: usize, days: i64, minutes: u32, seed: u64) -> Outcome {
    let rules = Rules {
        retention: if let Way::Retention(retention) = way { retention } else { 0.9 },
        ..Rules::default()
    };
    let mut desk = desk(cards, rules);
    let date = desk.now.day.plus(days);
    let users = users();
    let nature = Nature {
        left_failed: std::env::var("LEFT").ok().and_then(|left| left.parse().ok()).unwrap_or(1.0),
        ..Nature::default()
    };
    let mut learner = Learner::new(&users[seed as usize % users.len()], nature, seed);
    let limit = if way == Way::Plan {
        desk.note(&"".into(), Kind::Plan(Target { date: Some(date), minutes, weights: "{}".into() }));
        // The plan has to keep to its minutes by itself.
        f32::INFINITY
    } else {
        minutes as f32 * 60.0
    };
    trial::run(&mut desk, &mut learner, date, limit)
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
        decks: vec![deck],
        progress: Progress::new(scheduler.clone()),
        scheduler,
        settings: Settings { rules, ..Settings::default() },
        calendar: Calendar::utc(),
        now: Calendar::utc().moment(At(1_795_341_600_000)),
        lang: Lang::En,
        lang_of_words: Lang::En,
    }
}

/// Forecasts from the first day and from the middle, against what the learners then recall on the day.
fn check_forecast() {
    println!(
        "| N | D | M | from | forecast | recalled | mean error | in range | width |\n|--|--|--|--|--|--|--|--|--|"
    );
    let mut all = [0, 0];
    for (cards, days, minutes) in
        [(100, 7, 20), (100, 14, 20), (100, 30, 40), (300, 7, 40), (300, 14, 20), (300, 30, 20)]
    {
        for (name, start) in [("first day", 0), ("middle", days / 2)] {
            let mut sums = [0.0f32; 4];
            let mut held = 0;
            for (forecast, recalled) in of_all(49, |seed| foretold(cards, days, minutes, start, seed)) {
                let of = cards as f32;
                let numbers =
                    [forecast.mean, recalled, (forecast.mean - recalled).abs(), forecast.high - forecast.low];
                sums.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number / of / 49.0);
                held += usize::from((forecast.low..=forecast.high).contains(&recalled));
            }
            all = [all[0] + held, all[1] + 49];
            let [forecast, recalled, error, width] = sums.map(|sum| 100.0 * sum);
            println!(
                "|{cards}|{days}|{minutes}|{name}|{forecast:.1} %|{recalled:.1} %|{error:.1}|{:.0} %|{width:.1}|",
                100.0 * held as f32 / 49.0
            );
        }
    }
    println!("in range: {:.0} %", 100.0 * all[0] as f32 / all[1] as f32);
}

/// What the forecast says after `start` days of following a plan, and how many cards the learner then
/// recalls on the day, each by the throw of a coin.
fn foretold(cards: usize, days: i64, minutes: u32, start: i64, seed: u64) -> (Expected, f32) {
    let mut desk = desk(cards, Rules::default());
    let (today, date) = (desk.now.day, desk.now.day.plus(days));
    let users = users();
    let mut learner = Learner::new(&users[seed as usize % users.len()], Nature::default(), seed);
    let target = Target { date: Some(date), minutes, weights: "{}".into() };
    desk.note(&"".into(), Kind::Plan(target.clone()));
    trial::run(&mut desk, &mut learner, today.plus(start), f32::INFINITY);
    let plan = Plan::of(&target).expect("it has a date");
    let forecast = readout(&plan, &desk).all.followed;
    trial::run(&mut desk, &mut learner, date, f32::INFINITY);
    let mut coin = ChaCha8Rng::seed_from_u64(seed);
    let recalled = desk.decks[0].cards.iter().filter(|card| {
        let recall = learner.recalls(&card.id, date);
        draw(&[recall, 1.0 - recall, 0.0, 0.0], &mut coin) == Grade::Again
    });
    (forecast, recalled.count() as f32)
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
        Kind::Plan(Target { date, minutes: 90, weights: "{\"deck › Topic 3\":2.0}".into() }),
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
