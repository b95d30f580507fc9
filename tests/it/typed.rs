//! Typed answers: what is ticked beforehand is certain, and what is not certain is left to the learner.
//!
//! `typed/answers.txt` holds answers and a reader's marks; the shared marked answers are measured as well
//! where they exist. `cargo test --test it typed:: -- --nocapture` prints the figures.

use backprop::card::{Card, Grade, Lang};
use backprop::quiz::recall::Checklist;
use backprop::quiz::typed::{Judged, compare};
use backprop::store::builtin::{BUILTIN, Builtin};
use std::sync::LazyLock;

/// The cards that most of the marks were made for: the first built-in deck as it was then.
const MARKED: Builtin = Builtin {
    name: "marked",
    sources: &[
        (Lang::Zh, include_str!("../typed/deck-zh.md")),
        (Lang::En, include_str!("../typed/deck-en.md")),
    ],
};

static LIBRARY: LazyLock<Vec<Card>> = LazyLock::new(|| {
    let read = ["transformer", "fine-tuning", "optimisation", "classic-ml", "vision"];
    let decks = BUILTIN.iter().filter(|deck| read.contains(&deck.name));
    [&MARKED].into_iter().chain(decks).flat_map(|deck| deck.deck().cards).collect()
});

struct Answer {
    card: Card,
    lang: Lang,
    kind: &'static str,
    covered: Vec<usize>,
    text: &'static str,
}

fn answers() -> Vec<Answer> {
    let file = include_str!("../typed/answers.txt");
    let mut answers = Vec::new();
    for question in file.split("\n= ").skip(1) {
        let (head, rest) = question.split_at(question.find("\n").unwrap());
        let (id, lang) = head.split_once(' ').unwrap();
        let lang = if lang == "zh" { Lang::Zh } else { Lang::En };
        let card =
            LIBRARY.iter().find(|card| card.id.as_str() == id).unwrap_or_else(|| panic!("no card {id}"));
        for answer in rest.split("\n+ ").skip(1) {
            let (head, text) = answer.split_once('\n').unwrap();
            let mut words = head.split_whitespace();
            let kind = words.next().unwrap();
            let covered = words.map(|number| number.parse::<usize>().unwrap() - 1).collect();
            answers.push(Answer { card: card.clone(), lang, kind, covered, text: text.trim() });
        }
    }
    answers
}

fn judge(answer: &Answer) -> Vec<Judged> {
    compare(&answer.card, answer.card.face(answer.lang), answer.text)
}

#[test]
fn the_set_is_as_big_and_as_mixed_as_it_says() {
    let answers = answers();
    assert!(answers.len() >= 120);
    for kind in ["complete", "partial", "wrong", "offtopic", "other"] {
        assert!(answers.iter().filter(|answer| answer.kind == kind).count() >= 10, "{kind}");
    }
}

#[test]
fn what_is_ticked_beforehand_is_certain() {
    let (mut right, mut ticked) = (0, 0);
    for answer in answers() {
        for (at, point) in judge(&answer).iter().enumerate() {
            let is_marked = answer.covered.contains(&at);
            ticked += usize::from(point.is_covered);
            right += usize::from(point.is_covered && is_marked);
            if point.is_covered && !is_marked {
                println!("{} {} point {}: {point:?}", answer.card.id, answer.kind, at + 1);
            }
        }
    }
    println!("{right} of {ticked} points ticked beforehand are right");
    assert!(right * 100 >= ticked * 95, "{right} of {ticked}");
}

#[test]
fn no_grade_above_hard_is_suggested_before_the_learner_ticks_and_none_for_a_wrong_answer() {
    for answer in answers() {
        let mut list = Checklist::filled(judge(&answer).iter().map(|point| point.is_covered).collect());
        let grade = list.suggests(1_000);
        assert!(grade <= Some(Grade::Hard), "{}: {grade:?}", answer.text);
        assert_eq!(list.points(), None, "the program's ticks are no record");
        if matches!(answer.kind, "wrong" | "offtopic") {
            assert_eq!(grade, None, "{}", answer.text);
        }
        list.said.fill(true);
        list.tick();
        list.tick();
        assert!(list.points().is_some());
    }
}

/// What ticks came to, by a reader's marks.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    wrong: usize,
    contradicted: usize,
    credited: usize,
    recalled: usize,
    found: usize,
}

impl Score {
    fn add(&mut self, kind: &str, points: &[Judged], marks: &[&str]) {
        assert_eq!(points.len(), marks.len());
        for (point, mark) in points.iter().zip(marks) {
            let is_ticked = usize::from(point.is_covered);
            match *mark {
                "covered" => self.right += is_ticked,
                "missed" => self.wrong += is_ticked,
                "contradicted" => {
                    self.wrong += is_ticked;
                    self.contradicted += 1;
                    self.credited += is_ticked;
                }
                other => assert_eq!(other, "partly"),
            }
            if kind == "recalled" && *mark == "covered" {
                self.recalled += 1;
                self.found += is_ticked;
            }
        }
    }

    /// At least 95 of 100 ticks are right, at most 3 of 100 contradicted points are ticked, and half of
    /// what was recalled in the card's terms is found.
    fn holds(&self, of: &str) {
        println!("{of}: {self:?}");
        assert!(self.right * 100 >= (self.right + self.wrong) * 95, "{of}: {self:?}");
        assert!(self.credited * 100 <= self.contradicted * 3, "{of}: {self:?}");
        assert!(self.found * 2 >= self.recalled, "{of}: {self:?}");
    }
}

/// What is done to a text without changing what it says.
type Wear = fn(&str) -> String;

/// The score of the claims in each language, after something was done to the text of each answer.
fn score_of_claims(wear: Wear) -> [Score; 2] {
    let mut scores = [Score::default(), Score::default()];
    for question in include_str!("../typed/claims.txt").split("\n= ").skip(1) {
        let mut answers = question.split("\n+ ");
        let (id, lang) = answers.next().unwrap().split_once(' ').unwrap();
        let lang = if lang.trim() == "zh" { Lang::Zh } else { Lang::En };
        let card = LIBRARY.iter().find(|card| card.id.as_str() == id).unwrap();
        for answer in answers {
            let (head, text) = answer.split_once('\n').unwrap();
            let (kind, marks) = head.split_once(' ').unwrap();
            let marks: Vec<&str> = marks.chars().map(mark_of).collect();
            let points = compare(card, card.face(lang), &wear(text.trim()));
            scores[usize::from(lang == Lang::Zh)].add(kind, &points, &marks);
        }
    }
    scores
}

#[test]
fn answers_to_cards_of_the_library_are_ticked_as_a_careful_reader_would() {
    score_of_claims(str::to_owned).iter().zip(["English", "Chinese"]).for_each(|(score, of)| score.holds(of));
}

/// A text in which this stands for its marks, except within numbers, names and formulas.
fn marks_as(text: &str, mark: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut worn = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let is_wide = "，。；：、？！".contains(*letter);
        let ends_word =
            ",.;:?!".contains(*letter) && letters.get(at + 1).is_none_or(|next| next.is_whitespace());
        match is_wide || ends_word {
            true => worn.push_str(mark),
            false => worn.push(*letter),
        }
    }
    worn
}

#[test]
fn an_answer_without_marks_with_commas_or_in_lower_case_is_ticked_like_the_same_one_with_them() {
    let verbatim = score_of_claims(str::to_owned);
    let clothes: [(&str, Wear); 4] = [
        ("without marks", |text| marks_as(text, " ")),
        ("without a sign of them", |text| {
            let words = marks_as(text, " ").to_lowercase();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        }),
        ("commas", |text| marks_as(text, ",")),
        ("one line", |text| text.replace(". ", " and then ").replace(['。', '；'], "；然后")),
    ];
    for (of, wear) in clothes {
        for (worn, verbatim) in score_of_claims(wear).iter().zip(&verbatim) {
            worn.holds(of);
            assert!((verbatim.found - worn.found) * 20 <= verbatim.recalled, "{of}: {worn:?}, {verbatim:?}");
        }
    }
}

fn mark_of(letter: char) -> &'static str {
    match letter {
        'c' => "covered",
        'p' => "partly",
        'm' => "missed",
        'x' => "contradicted",
        other => panic!("no mark {other}"),
    }
}

/// The shared answers, on cards of their own.
#[test]
fn the_shared_answers_are_ticked_as_a_careful_reader_would() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/typed");
    if !folder.exists() {
        return;
    }
    for lang in ["en", "zh"] {
        let mut score = Score::default();
        let deck = std::fs::read(folder.join(format!("deck_{lang}.md"))).unwrap();
        let cards = backprop::import::read(&deck, None, None, None).cards;
        let answers = std::fs::read(folder.join(format!("answers_{lang}.json"))).unwrap();
        let answers: serde_json::Value = serde_json::from_slice(&answers).unwrap();
        for answer in answers.as_array().unwrap() {
            let card = cards.iter().find(|card| answer["card"] == card.id.as_str()).unwrap();
            let points = compare(card, &card.faces[0], answer["answer"].as_str().unwrap());
            let marks: Vec<&str> =
                answer["points"].as_array().unwrap().iter().map(|mark| mark.as_str().unwrap()).collect();
            score.add(answer["kind"].as_str().unwrap(), &points, &marks);
        }
        score.holds(&format!("shared, {lang}"));
    }
}

/// Cards of the whole library, answered with their own points in odd clothes, and with cheats.
#[test]
fn a_card_s_own_words_count_in_any_clothes_and_never_when_they_are_denied_or_stirred() {
    let mut honest = [0_usize; 6];
    let mut cheats = [0_usize; 5];
    let mut all = 0;
    for (at, card) in LIBRARY.iter().enumerate().filter(|(at, _)| at % 2 == 0) {
        let lang = [Lang::En, Lang::Zh][at / 2 % 2];
        let (face, is_zh) = (card.face(lang), lang == Lang::Zh);
        let points = backprop::markdown::points(&face.answer);
        if points.len() < 2 {
            continue;
        }
        let bare = |text: &str| text.replace("**", "").trim_end_matches(['.', '。']).to_owned();
        let texts: Vec<String> = points.iter().map(|point| bare(&point.text)).collect();
        let (stop, comma) = if is_zh { ("。", "，") } else { (". ", ", ") };
        let verbatim = texts.join(stop);
        let is_mark = |(at, letter): (usize, char)| {
            let beside = |at: Option<usize>| at.and_then(|at| verbatim.as_bytes().get(at));
            ",.;:!?，。；：！？、".contains(letter) && !beside(Some(at + 1)).is_some_and(u8::is_ascii_digit)
        };
        let unmarked: String =
            verbatim.char_indices().map(|pair| if is_mark(pair) { ' ' } else { pair.1 }).collect();
        let with = |before: &str, after: &str| {
            texts.iter().map(|text| format!("{before}{text}{after}")).collect::<Vec<_>>().join(stop)
        };
        let ticked = |text: &str| compare(card, face, text).iter().filter(|point| point.is_covered).count();
        let reversed = texts.iter().rev().cloned().collect::<Vec<_>>().join("\n");
        let clothes =
            [&verbatim, &unmarked, &texts.join(comma), &texts.join(" "), &reversed, &verbatim.to_lowercase()];
        for (sum, answer) in honest.iter_mut().zip(clothes) {
            *sum += ticked(answer);
        }
        let letters: Vec<String> = verbatim.chars().map(String::from).collect();
        let words = verbatim.split_whitespace().map(str::to_owned).collect();
        let mut sorted: Vec<String> = if is_zh { letters } else { words };
        sorted.sort_unstable();
        let denied = if is_zh { with("以下说法错误：", "") } else { with("It is false that ", "") };
        let reported =
            if is_zh { with("有人说", "，其实不对") } else { with("Some say ", ", which is wrong") };
        let swept = if is_zh {
            format!("下面的说法都是错的。{verbatim}")
        } else {
            format!("All of the following is wrong. {verbatim}")
        };
        let list = sorted.join(". ");
        for (sum, answer) in
            cheats.iter_mut().zip([&denied, &reported, &swept, &list, &face.question.to_string()])
        {
            *sum += ticked(answer);
        }
        all += texts.len();
    }
    println!("of {all} points: honest {honest:?}, cheats {cheats:?}");
    assert!(all > 150, "{all}");
    assert!(honest[0] * 100 >= all * 95, "{honest:?}");
    honest.iter().for_each(|sum| assert!(honest[0].abs_diff(*sum) * 100 <= all * 5, "{honest:?} of {all}"));
    cheats.iter().for_each(|sum| assert!(sum * 100 <= all * 5, "{cheats:?} of {all}"));
}

/// A card with these points.
fn card(points: &[&str]) -> Card {
    let list = points.iter().map(|point| format!("- {point}\n")).collect::<String>();
    let text = format!("# T\n\n## 1. What?\n\n{list}");
    let read = backprop::import::read(text.as_bytes(), None, None, None);
    read.cards.into_iter().next().unwrap()
}

const ENGLISH: [&str; 3] = [
    "Bagging mainly lowers the variance, boosting mainly lowers the bias.",
    "The $N \\times N$ score matrix is never written to the memory of 40 GB.",
    "A larger batch gives a less noisy gradient.",
];
const CHINESE: [&str; 3] = [
    "教师模型的温度大于 1，让分布更平滑。",
    "推理时不丢弃，也不用再缩放。",
    "L1 产生稀疏解，L2 让权重变小。",
];

fn ticks(points: &[&str], answer: &str) -> Vec<bool> {
    let card = card(points);
    compare(&card, &card.faces[0], answer).iter().map(|point| point.is_covered).collect()
}

#[test]
fn the_points_themselves_are_ticked_in_any_clothes() {
    for points in [ENGLISH, CHINESE] {
        let whole = points.join(" ");
        let bare: String = whole.chars().map(|c| if ",。，.".contains(c) { ' ' } else { c }).collect();
        let reversed = points.iter().rev().copied().collect::<Vec<_>>().join("\n");
        for answer in [&whole, &bare, &reversed, &whole.to_lowercase(), &whole.replace(['.', '。'], ",")] {
            assert_eq!(ticks(&points, answer), [true; 3], "{answer}");
            assert_eq!(ticks(&points, answer), ticks(&points, answer));
        }
    }
}

#[test]
fn cheats_and_contradictions_are_not_ticked() {
    let all = |points: &[&str], before: &str, after: &str| {
        points
            .iter()
            .map(|point| format!("{before}{}{after}", point.trim_end_matches(['.', '。'])))
            .collect::<Vec<_>>()
            .join("\n")
    };
    for answer in [
        all(&ENGLISH, "It is false that ", "."),
        all(&ENGLISH, "Some say ", ", which is wrong."),
        "Bagging mainly lowers the bias, boosting mainly lowers the variance. The N × N score matrix is \
         always written to the memory of 41 GB. A smaller batch gives a less noisy gradient."
            .to_owned(),
        "Bagging does not lower the variance. A larger batch gives no less noisy gradient.".to_owned(),
        "bagging boosting variance bias. score matrix memory. batch gradient noisy.".to_owned(),
        "bagging. mainly. lowers. variance. boosting. bias. larger. batch. gives. less. noisy. gradient."
            .to_owned(),
    ] {
        assert_eq!(ticks(&ENGLISH, &answer), [false; 3], "{answer}");
    }
    for answer in [
        all(&CHINESE, "以下说法错误：", "。"),
        all(&CHINESE, "有人说", "，其实不对。"),
        "教师模型的温度小于 1，让分布更平滑。推理时丢弃，也要再缩放。L2 产生稀疏解，L1 让权重变小。"
            .to_owned(),
    ] {
        assert_eq!(ticks(&CHINESE, &answer), [false; 3], "{answer}");
    }
}

#[test]
fn what_stands_before_a_claim_without_marks_is_another_claim_or_changes_it() {
    let points = [
        "**BN**: Normalises each channel over the batch.",
        "**LN**: Normalises each sample over its own features.",
        "**Size**: A larger batch gives a less noisy gradient.",
    ];
    let said = "BN normalises each channel over the batch LN normalises each sample over its own features \
                a larger batch gives a less noisy gradient";
    assert_eq!(ticks(&points, said), [true; 3]);
    for (answer, expected) in [
        (
            "LN normalises each channel over the batch BN normalises each sample over its own features",
            [false; 3],
        ),
        ("the optimiser normalises each channel over the batch", [false; 3]),
        (
            "BN never normalises each channel over the batch a larger batch gives a less noisy gradient",
            [false, false, true],
        ),
        (
            "BN normalises each channel over the batch a larger batch gives no less noisy gradient",
            [true, false, false],
        ),
    ] {
        assert_eq!(ticks(&points, answer), expected, "{answer}");
    }
    let points =
        ["**批归一化**：对整批样本的每个通道做归一化。", "**层归一化**：对每个样本自己的特征做归一化。"];
    let said = "批归一化对整批样本的每个通道做归一化层归一化对每个样本自己的特征做归一化";
    assert_eq!(ticks(&points, said), [true; 2]);
    for answer in [
        "层归一化对整批样本的每个通道做归一化批归一化对每个样本自己的特征做归一化",
        "批归一化不对整批样本的每个通道做归一化层归一化并不对每个样本自己的特征做归一化",
        "优化器对整批样本的每个通道做归一化",
    ] {
        assert_eq!(ticks(&points, answer), [false; 2], "{answer}");
    }
}

/// The sentences of `turned.txt`: a card's own, which are ticked, and the same with a word changed.
#[test]
fn a_word_that_turns_a_claim_is_seen_wherever_it_stands() {
    let decks: Vec<Card> = BUILTIN.iter().flat_map(|deck| deck.deck().cards).collect();
    let (mut all, mut own, mut turned) = (0, 0, Vec::new());
    for line in include_str!("../typed/turned.txt").lines().filter(|line| !line.starts_with('#')) {
        let [lang, id, point, old, new] = line.splitn(5, '|').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let (lang, point) = (if lang == "zh" { Lang::Zh } else { Lang::En }, point.parse::<usize>().unwrap());
        // A card may have been worded anew since.
        let Some(card) = decks.iter().find(|card| card.id.as_str() == id) else { continue };
        let face = card.face(lang);
        let Some(said) = backprop::markdown::points(&face.answer).get(point).map(|point| point.text.clone())
        else {
            continue;
        };
        let said = backprop::markdown::text(&backprop::markdown::inlines(&said));
        if !said.contains(old) {
            continue;
        }
        let is_ticked = |text: &str| compare(card, face, text)[point].is_covered;
        all += 1;
        own += usize::from(is_ticked(&said));
        if is_ticked(&said.replacen(old, new, 1)) {
            turned.push(line);
        }
    }
    println!("of {all} sentences {own} are ticked, with a word changed {turned:?}");
    assert!(all >= 60 && own * 100 >= all * 95, "{own} of {all}");
    assert!(turned.len() * 100 <= all * 3, "{turned:?}");
}

/// Points of the whole library, with a word put in or a limit put behind.
#[test]
fn what_is_put_into_a_claim_or_behind_it_is_never_ticked_with_it() {
    let (mut all, mut ticked) = (0, [0_usize; 3]);
    for (at, card) in LIBRARY.iter().enumerate().filter(|(at, _)| at % 3 == 0) {
        let lang = [Lang::En, Lang::Zh][at / 3 % 2];
        let (face, is_zh) = (card.face(lang), lang == Lang::Zh);
        for (number, point) in backprop::markdown::points(&face.answer).iter().enumerate() {
            let said = point.text.replace("**", "");
            let said = said.split_once([':', '：']).map_or(said.as_str(), |(_, rest)| rest).trim();
            let said = said.trim_end_matches(['.', '。']);
            // The place of the word: in the middle, between two words or characters, in no formula.
            let middle = said.len() / 2;
            let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
            let pairs = said.char_indices().zip(said.chars().skip(1)).skip_while(|((at, _), _)| *at < middle);
            let mut places = pairs.filter(|((_, one), next)| match is_zh {
                true => is_han(*one) && is_han(*next),
                false => *one == ' ' && next.is_ascii_lowercase(),
            });
            let Some(((place, one), _)) = places.next() else { continue };
            let (before, after) = said.split_at(place + one.len_utf8());
            if said.matches('$').count() > 0 || is_zh && after.chars().count() < 3 {
                continue;
            }
            let changed = match is_zh {
                true => [
                    format!("{before}很少{after}"),
                    format!("{said}，仅对高斯分布成立"),
                    format!("{said}是不可能的"),
                ],
                false => [
                    format!("{before}seldom {after}"),
                    format!("{said}, only for small models"),
                    format!("{said} is impossible"),
                ],
            };
            all += 1;
            for (sum, text) in ticked.iter_mut().zip(changed) {
                *sum += usize::from(compare(card, face, &text)[number].is_covered);
            }
        }
    }
    println!("of {all} points {ticked:?} are ticked with a word put in, a limit behind, a denial behind");
    assert!(all > 100, "{all}");
    ticked.iter().for_each(|sum| assert!(sum * 100 <= all * 3, "{ticked:?} of {all}"));
}

#[test]
fn words_of_the_same_kind_say_the_same_in_either_language() {
    for (point, answer) in [
        ("It hardly changes since the rate is low.", "It barely changes because the rate is low."),
        ("The layer needs only n bytes of cache.", "The layer only needs n bytes of cache."),
        (
            "Batch normalisation makes a bias of the layer useless.",
            "Batch norm makes a bias of the layer useless.",
        ),
        (
            "The batch of 3 × 3 filters keeps 5 per cent of the weights.",
            "the batch of 3x3 filters keeps 5 percent of the weights",
        ),
        ("The mean $\\hat y$ of the ensemble falls.", "the mean y_hat of the ensemble falls"),
        ("小批量避免显存溢出，否则训练会中断。", "小批量防止显存溢出，不然训练就会中断。"),
        ("因为学习率很低，权重几乎不变。", "由于学习率很低，所以权重几乎不变。"),
    ] {
        assert_eq!(ticks(&[point, "Other words stand here."], answer), [true, false], "{answer}");
    }
}

#[test]
fn names_and_numbers_that_stand_together_without_their_mark_are_still_those_of_the_card() {
    let points = ["序列长度 $L = 32$、头数 $g = 8$，精度是 bf16。", "SGD 的步长要逐步减小，损失才收敛。"];
    let said = "序列长度L = 32头数g = 8精度是bf16SGD的步长要逐步减小损失才收敛";
    assert_eq!(ticks(&points, said), [true; 2]);
    assert_eq!(ticks(&points, &said.replace("32", "328")), [false, true]);
}

/// The words of a claim in its order, without what makes a claim of them.
#[test]
fn a_list_of_words_is_no_claim_whatever_stands_between_them() {
    let points = [
        "The gradient is multiplied by the weight of each layer, so it vanishes when they are below one.",
        "A residual path adds the input of a block to its output, and the gradient passes through it.",
    ];
    let words = "gradient multiplied weight layer vanishes below one residual path adds input block output gradient passes";
    for answer in [words.to_owned(), words.replace(' ', ", "), words.replace(' ', ". ")] {
        assert_eq!(ticks(&points, &answer), [false; 2], "{answer}");
    }
    let points = ["梯度只看新数据，没有什么保住旧数据需要的东西。", "低学习率、少轮次，或加对原模型的惩罚。"];
    for answer in [
        "梯度只看 新数据 保住旧数 据需 东西 低学习率 少轮次 原模型 惩罚",
        "梯度只看，新数据，没有什么，保住旧数，据需，东西，低学，习率",
    ] {
        assert_eq!(ticks(&points, answer), [false; 2], "{answer}");
    }
    let points = [
        "The gradient is multiplied by the weight of each layer, so it vanishes when they are below one.",
        "A residual path adds the input of a block to its output, and the gradient passes through it.",
    ];
    let terse = "gradient is multiplied by weight of each layer so vanishes when below one";
    assert_eq!(ticks(&points, terse), [true, false]);
}

#[test]
fn a_denial_without_marks_reaches_what_stands_beside_it() {
    let points = [
        "The optimiser keeps two moving averages for every parameter of the network.",
        "The learning rate rises in the first steps and then falls along a cosine.",
        "Gradients are clipped by their norm over all parameters before each step.",
        "The loss is averaged over the tokens that are part of an answer.",
        "Checkpoints are written every hour and hold the state of the sampler.",
    ];
    let said = points.join(" ").replace('.', "");
    assert_eq!(ticks(&points, &said), [true; 5]);
    let before = ticks(&points, &format!("It is false that {said}"));
    assert_eq!((before[0], before[4]), (false, true));
    let behind = ticks(&points, &format!("{said} which is wrong"));
    assert_eq!((behind[0], behind[4]), (true, false));
    assert_eq!(ticks(&points, &format!("all of the following is wrong {said}")), [false; 5]);
}

#[test]
fn a_point_shows_the_nearest_sentence_with_the_shared_words_or_nothing() {
    let card = card(&ENGLISH);
    let answer = "I think that boosting lowers the bias a lot. Bananas are yellow.";
    let judged = compare(&card, &card.faces[0], answer);
    assert_eq!(judged[0].evidence, "I think that boosting lowers the bias a lot.");
    let shared: Vec<&str> = judged[0].shared.iter().map(|word| &judged[0].evidence[word.clone()]).collect();
    assert_eq!(shared, ["boosting", "lowers", "bias"]);
    assert!(judged[1..].iter().all(|point| point.evidence.is_empty() && !point.is_covered));
}
