//! Search over 100 000 cards: reading them once, and one key stroke of each kind.
//!
//! `cargo bench --bench search`. A frame at 60 a second lasts 16.7 ms.

use backprop::card::{Card, CardId, Deck, Face, Lang, Source};
use backprop::day::{At, Calendar};
use backprop::desk::Desk;
use backprop::progress::{Kind, Progress, Review};
use backprop::search::{FILTERS, Index, Order, Wanted};
use backprop::state::Scheduler;
use divan::{Bencher, black_box};
use std::sync::OnceLock;

fn main() {
    divan::main();
}

const CARDS: usize = 100_000;

/// Words of both languages, put together by a fixed rule: no two cards are alike.
const WORDS: [&str; 24] = [
    "反向传播",
    "gradient descent",
    "批归一化",
    "dropout",
    "学习率",
    "attention",
    "卷积核",
    "embedding",
    "过拟合",
    "regularization",
    "激活函数",
    "softmax",
    "残差连接",
    "transformer",
    "损失函数",
    "momentum",
    "梯度消失",
    "tokenizer",
    "池化",
    "layer norm",
    "初始化",
    "beam search",
    "长短期记忆",
    "quantization",
];

fn words(seed: usize, count: usize) -> String {
    let mut state = seed as u64 + 1;
    let mut text = String::new();
    for _ in 0..count {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(WORDS[(state >> 33) as usize % WORDS.len()]);
        text.push_str(if state >> 62 == 0 { "，" } else { " " });
    }
    text
}

fn card(number: usize) -> Card {
    let face = Face {
        lang: Lang::Zh,
        topic: vec![format!("第 {} 章 {}", number / 100, WORDS[number / 100 % WORDS.len()])].into(),
        question: format!("{}是什么？{}", words(number, 4), number).into(),
        answer: words(number + 7_000_000, 40).into(),
        source: Source { file: None, question_line: number, answer_lines: None },
        metadata: None,
    };
    Card { id: CardId::from(format!("card-{number}").as_str()), faces: [face].into() }
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let cards = (0..CARDS).map(card).collect();
        let deck = Deck { name: "big".to_owned(), titles: vec![], cards };
        let mut progress = Progress::new(Scheduler::default());
        let now = Calendar::utc().moment(At(1_795_341_600_000));
        for number in (0..CARDS).step_by(10) {
            let grade = backprop::card::Grade::ALL[number / 10 % 4];
            let review = Kind::Review(Review::new(grade, "recall", 1_000));
            let id = CardId::from(format!("card-{number}").as_str());
            progress.note(now, &id, review).expect("the log is whole");
        }
        Desk { progress, now, ..Desk::new(vec![deck], Calendar::utc(), now.at, Lang::Zh) }
    })
}

#[divan::bench(sample_count = 3)]
fn read_all(bencher: Bencher<'_, '_>) {
    let desk = desk();
    bencher.bench(|| Index::new(black_box(desk)));
}

/// What a key stroke makes the program look for, from the first letter on.
#[divan::bench(sample_count = 20, args = [
    "", "g", "gr", "gradient", "反", "反向传播", "反向传播 dropout", "99999", "grdnt dscnt", "aei", "zzz",
    "is:due", "topic:第 77 softmax",
])]
fn key_stroke(bencher: Bencher<'_, '_>, query: &str) {
    stroke(bencher, query, 0, Order::Fit);
}

/// The same with a filter and another order, as after the first look at them.
#[divan::bench(sample_count = 20, args = ["", "g", "反向传播", "grdnt dscnt"])]
fn key_stroke_filtered_and_sorted(bencher: Bencher<'_, '_>, query: &str) {
    let learning = FILTERS.iter().position(|filter| filter.name == "learning").expect("a filter's name");
    stroke(bencher, query, learning, Order::Recall);
}

fn stroke(bencher: Bencher<'_, '_>, query: &str, filter: usize, order: Order) {
    let desk = desk();
    let mut index = Index::new(desk);
    let wanted = Wanted { query, filter, ..Wanted::default() };
    index.find(desk, &wanted, order);
    bencher.bench_local(|| index.find(desk, black_box(&wanted), order));
}
