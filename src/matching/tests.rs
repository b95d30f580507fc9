use super::*;

fn portrait(question: &str, answer: &str, topic: &str, before: &str, after: &str) -> Portrait {
    let id = |name: &str| (!name.is_empty()).then(|| CardId::from(name));
    Portrait {
        id: CardId::from(format!("{question}|{topic}").as_str()),
        question: question.to_owned(),
        answer: answer.to_owned(),
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
    use Verdict::{Doubtful, Sure};
    for (what, lost, new, verdict) in [
        (
            "moved to another chapter",
            ("What is dropout?", DROPOUT, "A"),
            ("What is dropout?", DROPOUT, "B"),
            Some(Sure),
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
    for (before, verdict) in [("x", Verdict::Sure), ("p", Verdict::Doubtful)] {
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
    assert_eq!(found.iter().map(|pair| pair.verdict).collect::<Vec<_>>(), [Verdict::Doubtful]);
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
    assert_eq!(duplicates(&cards), [(0, 2), (0, 4)]);
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
        assert_eq!(pair.verdict, Verdict::Sure);
    }
}
