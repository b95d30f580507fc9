//! What the plan is worth: cards recalled on the day by simulated learners, beside Anki's default and a
//! desired retention of 0.95, at equal minutes.
//!
//! `cargo bench --bench plan` plays the whole grid, which takes the better part of an hour;
//! `cargo bench --bench plan -- 100,14,20 300,7,40` only these cells (cards, days, minutes a day).
//! `LEARNERS=N` sets how many learners play each cell. All policies meet the same learners.
//! `cargo bench --bench plan -- next` times one look for the next of 10 000 cards.

use backprop::card::{Card, Deck, Face, Lang, Source};
use backprop::day::{At, Calendar};
use backprop::desk::{Desk, Place};
use backprop::progress::{Kind, Progress, Review, Target};
use backprop::schedule::learner::{Learner, Nature, users};
use backprop::schedule::queue::{self, Allowance, Scope};
use backprop::schedule::trial::{self, Outcome};
use backprop::settings::Settings;
use backprop::state::{Rules, Scheduler};
use std::time::Instant;

/// Cells with what PLAN-like simulations of the same rule promise: cards gained over Anki's default.
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
    if arguments.first().is_some_and(|argument| argument == "next") {
        return time_next();
    }
    let cell = |text: &String| {
        let numbers: Vec<i64> = text.split(',').filter_map(|number| number.parse().ok()).collect();
        (numbers[0] as usize, numbers[1], numbers[2] as u32)
    };
    let mut cells: Vec<(usize, i64, u32)> = arguments.iter().map(cell).collect();
    if cells.is_empty() {
        for cards in CARDS {
            for days in DAYS {
                cells.extend(MINUTES.map(|minutes| (cards, days, minutes)));
            }
        }
    }
    println!(
        "| N | D | M | FSRS 0.90, 20 new | 0.95, 20 new | plan | plan − 0.90 (95 %) | plan − 0.95 | min/day 0.90 → plan | most min in a day |"
    );
    println!("|--|--|--|--|--|--|--|--|--|--|");
    for (cards, days, minutes) in cells {
        row(cards, days, minutes);
    }
}

fn row(cards: usize, days: i64, minutes: u32) {
    let usual = if cards >= 1000 { 12 } else { 49 };
    let count = std::env::var("LEARNERS").ok().and_then(|count| count.parse().ok()).unwrap_or(usual);
    let ways = [Way::Retention(0.90), Way::Retention(0.95), Way::Plan];
    let outcomes: Vec<[Outcome; 3]> =
        (0..count).map(|seed| ways.map(|way| play(way, cards, days, minutes, seed))).collect();
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
            question: format!("Question {number}"),
            answer: "Answer".to_owned(),
            source,
        };
        Card { id: format!("card-{number}").as_str().into(), faces: vec![face] }
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

/// One look for the next card when every card of a large deck may be shown: the worst case.
fn time_next() {
    let mut desk = desk(10_000, Rules::default());
    for (number, place) in desk.places().collect::<Vec<Place>>().into_iter().enumerate() {
        if number % 10 != 0 {
            let id = desk.card(place).id.clone();
            let grade = backprop::card::Grade::ALL[[2, 2, 3, 0, 1, 2][number % 6]];
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
    println!("the next of 10 000 cards: median {:.2} ms, slowest {:.2} ms", times[25], times[49]);
}
