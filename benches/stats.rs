//! All statistics over a long history: 1 000 000 reviews of 10 000 cards in a deck, towards a date.
//!
//! `cargo bench --bench stats`. `statistics` is the whole computation; `walk` the replay below it, and
//! `fold` what loading the same log costs;
//! `section_change` a key on the screen and the frame after it.

use backprop::card::{Card, CardId, Deck, Face, Grade, Lang, Source};
use backprop::day::{At, Calendar, Moment};
use backprop::desk::Desk;
use backprop::progress::{Kind, LogEvent, Progress, Replay, Review, Target};
use backprop::state::Scheduler;
use backprop::stats::Stats;
use backprop::typeset::theme::Theme;
use backprop::ui::app::{App, Event as Happening, Look};
use backprop::ui::keymap::Key;
use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::{Arc, LazyLock};

const REVIEWS: i64 = 1_000_000;
const CARDS: i64 = 10_000;
const NOW: At = At(1_795_341_600_000);

fn main() {
    divan::main();
}

fn id(card: i64) -> CardId {
    format!("{:016x}", card.wrapping_mul(0x1E37_79B9_7F4A_7C15)).as_str().into()
}

/// A hundred reviews of each card over six years, a round every three weeks.
fn event(index: i64) -> LogEvent {
    let Moment { at, day } = Calendar::utc().moment(At(NOW.0 - (REVIEWS - index) * 180_000));
    let grade = Grade::ALL[[2, 2, 3, 2, 1, 2, 0][(index + index / CARDS) as usize % 7]];
    let kind = Kind::Review(Review::new(grade, "recall", (index % 60_000) as u32));
    LogEvent { at, day, card: id(index % CARDS), kind }
}

fn events() -> Vec<LogEvent> {
    let Moment { at, day } = Calendar::utc().moment(At(NOW.0 - REVIEWS * 180_000));
    let target = Target {
        date: Some(Calendar::utc().moment(NOW).day.plus(14)),
        minutes: 30,
        weights: "{}".into(),
        ..Target::default()
    };
    let plan = LogEvent { at, day, card: "".into(), kind: Kind::Plan(target) };
    std::iter::once(plan).chain((0..REVIEWS).map(event)).collect()
}

fn card(index: i64) -> Card {
    let face = Face {
        lang: Lang::En,
        topic: Arc::from([format!("Topic {}", index % 40)]),
        question: format!("Question {index}?").into(),
        answer: "An answer.".into(),
        source: Source { file: None, question_line: 1, answer_lines: None },
        metadata: None,
    };
    Card { id: id(index), faces: [face].into() }
}

static DESK: LazyLock<Desk> = LazyLock::new(desk);

fn desk() -> Desk {
    let deck = Deck {
        name: "long".to_owned(),
        titles: vec![(Lang::En, "Long".to_owned())],
        cards: (0..CARDS).map(card).collect(),
    };
    Desk {
        progress: Progress::of(Scheduler::default(), &events()),
        ..Desk::new(vec![deck], Calendar::utc(), NOW, Lang::En)
    }
}

#[divan::bench(sample_count = 5)]
fn statistics(bencher: Bencher<'_, '_>) {
    let desk = &*DESK;
    bencher.bench_local(|| Stats::of(black_box(desk), false).expect("a whole log"));
}

#[divan::bench(sample_count = 5)]
fn walk(bencher: Bencher<'_, '_>) {
    let desk = &*DESK;
    bencher.bench_local(|| {
        let mut answers = 0;
        desk.progress
            .walk(|passage| answers += u64::from(black_box(passage).grade.is_some()))
            .expect("a whole log");
        answers
    });
}

#[divan::bench(sample_count = 3)]
fn fold(bencher: Bencher<'_, '_>) {
    let events = events();
    bencher.bench_local(|| {
        let mut replay = Replay::of(Progress::new(Scheduler::default()));
        events.iter().for_each(|event| replay.push(&event.borrowed()));
        replay.finish()
    });
}

/// Each of the ten sections, coming from the one before it, at a size of 120 × 40.
#[divan::bench(sample_count = 50, args = 0..10)]
fn section_change(bencher: Bencher<'_, '_>, section: usize) {
    let mut desk = desk();
    let mut app = App::home(Look::new(Theme::sixteen(), Lang::En));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a test backend has no failures");
    app.resize((120, 40).into(), &desk);
    app.key(Key::Char('s'), &mut desk);
    app.event(Happening::Wake, &mut desk);
    for _ in 0..section + 9 {
        app.key(Key::Right, &mut desk);
    }
    bencher.bench_local(|| {
        app.key(Key::Right, &mut desk);
        terminal.draw(|frame| app.view(frame, &desk)).expect("a test backend has no failures");
        app.key(Key::Left, &mut desk);
    });
}
