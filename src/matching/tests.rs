//! Edits told from other questions, row by row and at random.

use super::*;

fn portrait(question: &str, answer: &str, topic: &str, before: &str, after: &str) -> Portrait {
    let id = |name: &str| (!name.is_empty()).then(|| CardId::from(name));
    Portrait {
        id: CardId::from(format!("{question}|{topic}").as_str()),
        question: question.into(),
        answer: answer.into(),
        topic: vec![topic.to_owned()],
        between: (id(before), id(after)),
    }
}

const DROPOUT: &str =
    "Units are switched off at random while training, so that no unit relies on its neighbours.";
const L1: &str = "It adds the sum of absolute weights to the loss, which makes many weights exactly zero.";
const L2: &str = "It adds the sum of squared weights to the loss, which keeps all weights small.";

/// What the matcher says about one lost and one new card.
#[test]
fn edits_are_told_from_other_questions() {
    use MatchVerdict::{Doubtful, Sure};
    for (what, lost, new, verdict) in [
        (
            "moved to another chapter",
            ("What is dropout?", DROPOUT, "A"),
            ("What is dropout?", DROPOUT, "B"),
            Some(Sure),
        ),
        (
            "another heading and another answer",
            ("Why use BN?", "Stability.", "CNN"),
            ("Why use BN?", "It lets the learning rate be larger.", "Convolutional networks"),
            Some(Sure),
        ),
        (
            "another heading and another answer, in Chinese",
            ("什么是RNN？", "循环网络", "序列"),
            ("什么是RNN？", "按时间展开，参数共享", "序列模型"),
            Some(Sure),
        ),
        (
            "a question that does not name its subject",
            ("What are its advantages?", "Few parameters and fast.", "CNN"),
            ("What are its advantages?", "It remembers the past.", "RNN"),
            Some(Doubtful),
        ),
        (
            "the same in Chinese",
            ("优缺点是什么？", "参数少，快", "卷积网络"),
            ("优缺点是什么？", "能记住过去", "循环网络"),
            Some(Doubtful),
        ),
        (
            "a typo put right",
            ("What is dropuot used for?", DROPOUT, "A"),
            ("What is dropout used for?", DROPOUT, "A"),
            Some(Sure),
        ),
        (
            "a Chinese typo put right",
            ("什么是正则华？", "在损失函数中加入惩罚项，防止过拟合", "A"),
            ("什么是正则化？", "在损失函数中加入惩罚项，防止过拟合", "A"),
            Some(Sure),
        ),
        (
            "put in other words",
            ("What is dropout?", DROPOUT, "A"),
            ("How does one explain dropout?", DROPOUT, "A"),
            Some(Sure),
        ),
        (
            "another number",
            ("What is L1 regularisation?", L1, "A"),
            ("What is L2 regularisation?", L2, "A"),
            Some(Doubtful),
        ),
        (
            "an opposite",
            ("RNN的优点", "能处理变长序列，参数共享", "A"),
            ("RNN的缺点", "梯度消失，无法并行计算", "A"),
            Some(Doubtful),
        ),
        (
            "a negation",
            ("Why is the loss convex?", "The Hessian is positive.", "A"),
            ("Why is the loss not convex?", "There are layers.", "A"),
            Some(Doubtful),
        ),
        (
            "the same short question elsewhere",
            ("Advantages?", "Few parameters and fast.", "CNN"),
            ("Advantages?", "It remembers the past.", "RNN"),
            Some(Doubtful),
        ),
        (
            "another question",
            ("什么是卷积？", "局部连接和权值共享", "A"),
            ("什么是池化？", "降低特征图的分辨率", "A"),
            None,
        ),
        (
            "another question, same yes",
            ("Is ReLU convex?", "Yes.", "A"),
            ("Is the sigmoid bounded?", "Yes.", "A"),
            None,
        ),
    ] {
        let lost = [portrait(lost.0, lost.1, lost.2, "x", "y")];
        let new = [portrait(new.0, new.1, new.2, "p", "q")];
        let found = pairs(&lost, &new, |_, _| false);
        assert_eq!(found.first().map(|pair| pair.verdict), verdict, "{what}: {found:?}");
    }
}

#[test]
fn an_edit_in_place_needs_less_of_an_answer() {
    let lost = [portrait("什么是卷机？", "局部连接", "A", "x", "y")];
    for (before, verdict) in [("x", MatchVerdict::Sure), ("p", MatchVerdict::Doubtful)] {
        let new = [portrait("什么是卷积？", "局部连接", "A", before, "q")];
        assert_eq!(pairs(&lost, &new, |_, _| false)[0].verdict, verdict, "behind {before}");
    }
}

#[test]
fn two_equally_good_heirs_are_doubtful() {
    let lost = [portrait("What is dropout?", DROPOUT, "A", "", "")];
    let new = [
        portrait("What is dropout in training?", DROPOUT, "A", "1", "2"),
        portrait("What is dropout in networks?", DROPOUT, "A", "3", "4"),
    ];
    let found = pairs(&lost, &new, |_, _| false);
    assert_eq!(found.iter().map(|pair| pair.verdict).collect::<Vec<_>>(), [MatchVerdict::Doubtful]);
}

#[test]
fn what_was_told_to_be_apart_stays_apart() {
    let lost = [portrait("What is dropout?", DROPOUT, "A", "", "")];
    let new = [portrait("What is dropout?", DROPOUT, "B", "", "")];
    assert_eq!(pairs(&lost, &new, |_, _| true), []);
}

#[test]
fn the_same_card_twice_is_found() {
    let cards = [
        portrait("What is dropout?", DROPOUT, "A", "", ""),
        portrait("Advantages?", "Few parameters and fast.", "CNN", "", ""),
        portrait("what is *dropout*", "Something else.", "B", "", ""),
        portrait("Advantages?", "It remembers the past.", "RNN", "", ""),
        portrait("What is dropuot?", DROPOUT, "C", "", ""),
        portrait("What is L1 regularisation?", L1, "A", "", ""),
        portrait("What is L2 regularisation?", L1, "A", "", ""),
    ];
    assert_eq!(duplicates(&cards, |_| true), [(0, 2), (0, 4)]);
}

/// A whole chapter renamed and every question put a little differently: still linear work.
#[test]
fn many_cards_are_matched_in_little_time() {
    let card = |index: usize, topic: &str, typo: bool| {
        let noun = format!("{:x}", index.wrapping_mul(2_654_435_761) % 0xffff_ffff);
        let question = format!(
            "What does the {} of {noun} {} mean?",
            if typo { "mesaure" } else { "measure" },
            index % 97
        );
        portrait(
            &question,
            &format!("It is the {noun} of things numbered {index}, seen from {}.", index * 7),
            topic,
            "",
            "",
        )
    };
    let lost: Vec<Portrait> = (0..4000).map(|index| card(index, "old", true)).collect();
    let new: Vec<Portrait> = (0..4000).rev().map(|index| card(index, "new", false)).collect();
    let found = pairs(&lost, &new, |_, _| false);
    assert_eq!(found.len(), 4000);
    for pair in found {
        assert_eq!(pair.lost, 3999 - pair.new);
        assert_eq!(pair.verdict, MatchVerdict::Sure);
    }
}

/// A card of a random deck, by what it is about, so that its heirs are known.
#[derive(Debug, Clone)]
struct Grown {
    label: usize,
    question: String,
    answer: String,
    topic: String,
}

const TERMS: [&str; 16] = [
    "RNN",
    "CNN",
    "L1",
    "L2",
    "Adam",
    "AdamW",
    "dropout",
    "attention",
    "池化",
    "卷积",
    "过拟合",
    "欠拟合",
    "encoder",
    "decoder",
    "GPT2",
    "GPT3",
];
const FRAMES: [&str; 8] = [
    "What is {}?",
    "Why is {} used?",
    "What are the advantages of {}?",
    "What are the disadvantages of {}?",
    "{}的优点",
    "{}的缺点",
    "{}怎么训练？",
    "为什么要用{}？",
];
const WORDS: [&str; 24] = [
    "weights", "loss", "gradient", "layer", "feature", "map", "small", "large", "training", "noise", "梯度",
    "参数", "特征", "网络", "训练", "损失", "每个", "时间", "步长", "共享", "sequence", "token", "norm",
    "mean",
];

fn grow(random: &mut impl rand::RngExt, label: usize) -> Grown {
    let frame = FRAMES[label % FRAMES.len()];
    let term = TERMS[label / FRAMES.len() % TERMS.len()];
    let words = random.random_range(8..25);
    let answer: Vec<&str> = (0..words).map(|_| WORDS[random.random_range(0..WORDS.len())]).collect();
    let topic = format!("Chapter {}", random.random_range(0..4));
    Grown { label, question: frame.replace("{}", term), answer: answer.join(" "), topic }
}

/// One of the edits people make, none of which makes another question of it.
fn edit(random: &mut impl rand::RngExt, card: &mut Grown) {
    match random.random_range(0..7) {
        0 => card.topic = format!("Chapter {}", random.random_range(4..8)),
        1 => {
            card.question =
                card.question.replace("What is", "Please explain what is").replace("怎么训练", "怎样训练");
        }
        2 => card.answer.push_str(" and more"),
        3 => card.question = format!("**{}**", card.question),
        4 => card.question = card.question.replace("used", "uesd").replace("advantages", "advantges"),
        5 => card.answer = card.answer.split(' ').rev().collect::<Vec<_>>().join(" "),
        _ => {}
    }
}

fn portraits_of(cards: &[Grown]) -> Vec<Portrait> {
    let id =
        |card: &Grown| CardId::from(format!("{}|{}", plain(&card.question), plain(&card.topic)).as_str());
    let at = |index: usize| cards.get(index).map(id);
    let portrait = |(index, card): (usize, &Grown)| Portrait {
        id: id(card),
        question: card.question.clone().into(),
        answer: card.answer.clone().into(),
        topic: vec![card.topic.clone()],
        between: (index.checked_sub(1).and_then(at), at(index + 1)),
    };
    cards.iter().enumerate().map(portrait).collect()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Random edits of random decks: a history goes to the card it belongs to, or to none.
    #[test]
    fn no_history_goes_to_another_card(seed in proptest::prelude::any::<u64>(), size in 2usize..60) {
        histories_stay_with_their_cards(seed, size);
    }
}

/// A deck whose cards once got each other's histories.
#[test]
fn a_deck_that_mixed_up_histories_no_longer_does() {
    histories_stay_with_their_cards(12_515_213_645_597_787_071, 50);
}

fn histories_stay_with_their_cards(seed: u64, size: usize) {
    use rand::seq::SliceRandom;
    use rand::{RngExt, SeedableRng};
    let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
    let mut labels: Vec<usize> = (0..FRAMES.len() * TERMS.len()).collect();
    labels.shuffle(&mut random);
    let (first, later) = labels.split_at(size);
    let before: Vec<Grown> = first.iter().map(|label| grow(&mut random, *label)).collect();
    let mut after = before.clone();
    after.retain(|_| random.random_bool(0.8));
    for card in &mut after {
        edit(&mut random, card);
    }
    for label in later.iter().take(size / 2) {
        let at = random.random_range(0..=after.len());
        let card = grow(&mut random, *label);
        after.insert(at, card);
    }
    if random.random_bool(0.3) {
        after.shuffle(&mut random);
    }
    let (old, now) = (portraits_of(&before), portraits_of(&after));
    let lost: Vec<usize> =
        (0..old.len()).filter(|index| now.iter().all(|now| now.id != old[*index].id)).collect();
    let new: Vec<usize> =
        (0..now.len()).filter(|index| old.iter().all(|old| old.id != now[*index].id)).collect();
    let pick = |all: &[Portrait], chosen: &[usize]| {
        chosen.iter().map(|index| all[*index].clone()).collect::<Vec<_>>()
    };
    let found = pairs(&pick(&old, &lost), &pick(&now, &new), |_, _| false);
    let mut taken = HashSet::new();
    for pair in found {
        assert!(taken.insert((true, pair.lost)) && taken.insert((false, pair.new)), "one to one");
        let (from, to) = (&before[lost[pair.lost]], &after[new[pair.new]]);
        if pair.verdict == MatchVerdict::Sure {
            assert_eq!(from.label, to.label, "{:?} became {:?}", from, to);
        }
    }
}
