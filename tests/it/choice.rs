//! Choice: claims against written mistakes. Nobody who looks only at the length or the wording of the
//! options finds the right one much more often than by chance, over the built-in decks in both languages.
//!
//! `SHOW=40 cargo test --test it choice:: -- --nocapture` prints the figures and 40 questions in each language,
//! drawn with the number in `SEED`.

use crate::harness::desk::desk;
use backprop::card::{Card, CardId, Deck, Face, Lang, Source};
use backprop::desk::{Desk, Place};
use backprop::markdown;
use backprop::quiz::choice::{self, Claim, Options, Why};
use backprop::store::builtin::BUILTIN;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

fn builtin(lang: Lang) -> Desk {
    static DECKS: LazyLock<Vec<Deck>> =
        LazyLock::new(|| BUILTIN.iter().map(|builtin| builtin.deck()).collect());
    desk(DECKS.clone(), lang)
}

/// Draws for each card.
const DRAWS: u64 = 2;

/// A question as a guesser sees it.
struct Shown {
    lang: Lang,
    question: HashSet<String>,
    texts: Vec<String>,
    words: Vec<HashSet<String>>,
    formulas: Vec<bool>,
    right: usize,
}

impl Shown {
    fn of(lang: Lang, question: &str, options: &Options) -> Shown {
        let texts: Vec<String> = options.claims.iter().map(shown).collect();
        Shown {
            lang,
            question: words(question),
            words: texts.iter().map(|text| words(text)).collect(),
            texts,
            formulas: options.claims.iter().map(|claim| claim.text.contains('$')).collect(),
            right: options.right,
        }
    }

    fn width(&self, at: usize) -> f64 {
        self.texts[at].width() as f64
    }

    fn mean(&self) -> f64 {
        (0..self.texts.len()).map(|at| self.width(at)).sum::<f64>() / self.texts.len() as f64
    }

    /// Words that an option has in common with the question.
    fn asked(&self, at: usize) -> f64 {
        self.question.intersection(&self.words[at]).count() as f64
    }

    /// Words that an option has in common with the others.
    fn others(&self, at: usize) -> f64 {
        let others = (0..self.texts.len()).filter(|other| *other != at);
        others.map(|other| self.words[other].intersection(&self.words[at]).count()).sum::<usize>() as f64
    }

    /// Words that wrong claims like.
    fn sweeping(&self, at: usize) -> f64 {
        let says = |word: &&&str| {
            self.words[at].contains(**word) || !word.is_ascii() && self.texts[at].contains(**word)
        };
        SWEEPING.iter().filter(says).count() as f64
    }
}

/// A claim as it is shown.
fn shown(claim: &Claim) -> String {
    markdown::text(&markdown::inlines(&claim.text))
}

/// Every choice of the cards with mistakes.
fn choices() -> Vec<Shown> {
    let mut choices = Vec::new();
    for lang in [Lang::En, Lang::Zh] {
        let desk = builtin(lang);
        let places: Vec<Place> = desk.places().filter(|place| has_mistakes(&desk, *place)).collect();
        for place in places {
            for draw in 0..DRAWS {
                let seed = seed(&desk, place, draw);
                if let Some(options) = choice::options(&desk, place, seed) {
                    choices.push(Shown::of(lang, &desk.face(place).question, &options));
                }
            }
        }
    }
    choices
}

/// Cards of one place in different decks draw differently, as in the program.
fn seed(desk: &Desk, place: Place, draw: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (desk.card(place).id.as_str(), draw).hash(&mut hasher);
    hasher.finish()
}

fn has_mistakes(desk: &Desk, place: Place) -> bool {
    desk.face(place).answer.contains('→')
}

/// Words and, where there are no spaces, pairs of characters; all of them, unlike the program's own terms.
fn words(text: &str) -> HashSet<String> {
    let lower = text.to_lowercase();
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut words: HashSet<String> = lower
        .split(|letter: char| !letter.is_alphanumeric() || is_han(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let letters: Vec<char> = lower.chars().collect();
    words.extend(
        letters.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c))).map(|pair| pair.iter().collect()),
    );
    words
}

/// How often a guesser is right who takes one of the options with the highest score.
fn hits(choices: &[&Shown], score: fn(&Shown, usize) -> f64) -> f64 {
    let one = |shown: &&Shown| {
        let scores: Vec<f64> = (0..shown.texts.len()).map(|at| score(shown, at)).collect();
        let best = scores.iter().copied().fold(f64::MIN, f64::max);
        let tied = scores.iter().filter(|score| **score == best).count();
        if scores[shown.right] == best { 1.0 / tied as f64 } else { 0.0 }
    };
    choices.iter().map(one).sum::<f64>() / choices.len() as f64
}

/// Who takes one blindly is right so often.
fn chance(choices: &[&Shown]) -> f64 {
    choices.iter().map(|shown| 1.0 / shown.texts.len() as f64).sum::<f64>() / choices.len() as f64
}

/// Words that wrong claims like.
const SWEEPING: [&str; 22] = [
    "all",
    "always",
    "any",
    "every",
    "never",
    "no",
    "only",
    "alone",
    "enough",
    "everything",
    "must",
    "都",
    "总",
    "任何",
    "只",
    "一定",
    "必须",
    "所有",
    "永远",
    "全",
    "不",
    "就",
];

/// Its name, what it may gain over chance, and how much it likes an option.
type Guesser = (&'static str, f64, fn(&Shown, usize) -> f64);

/// All guessers.
const GUESSERS: [Guesser; 14] = [
    ("the longest", 0.07, |shown, at| shown.width(at)),
    ("the shortest", 0.07, |shown, at| -shown.width(at)),
    ("the most average", 0.07, |shown, at| -(shown.width(at) - shown.mean()).abs()),
    ("the least average", 0.07, |shown, at| (shown.width(at) - shown.mean()).abs()),
    ("most words of the question", 0.05, |shown, at| shown.asked(at)),
    ("fewest words of the question", 0.05, |shown, at| -shown.asked(at)),
    ("largest share of words of the question", 0.05, |shown, at| {
        shown.asked(at) / shown.words[at].len().max(1) as f64
    }),
    ("most words of the other options", 0.07, |shown, at| shown.others(at)),
    ("fewest words of the other options", 0.07, |shown, at| -shown.others(at)),
    // That mistakes sweep is in their nature.
    ("no sweeping word", 0.08, |shown, at| -shown.sweeping(at)),
    ("a formula", 0.07, |shown, at| f64::from(u8::from(shown.formulas[at]))),
    ("a number", 0.07, |shown, at| {
        f64::from(u8::from(shown.texts[at].contains(|letter: char| letter.is_ascii_digit())))
    }),
    ("the first", 0.08, |_, at| -(at as f64)),
    ("the last", 0.08, |_, at| at as f64),
];

#[test]
fn no_option_is_given_away_by_its_length_or_its_wording() {
    let choices = choices();
    let mut too_often = Vec::new();
    for lang in [None, Some(Lang::En), Some(Lang::Zh)] {
        let of: Vec<&Shown> =
            choices.iter().filter(|shown| lang.is_none_or(|lang| shown.lang == lang)).collect();
        let chance = chance(&of);
        println!("{lang:?} chance: {:.1} % of {}", 100.0 * chance, of.len());
        for (name, gain, score) in GUESSERS {
            let share = hits(&of, score);
            println!("{lang:?} {name}: {:.1} %", 100.0 * share);
            if share > chance + gain {
                too_often.push(format!("{lang:?} {name}: {share:.3}, chance {chance:.3}"));
            }
        }
    }
    assert!(too_often.is_empty(), "{too_often:#?}");
}

#[test]
fn many_cards_with_mistakes_can_be_asked_by_choice() {
    for lang in [Lang::En, Lang::Zh] {
        let desk = builtin(lang);
        let able: Vec<Place> = desk.places().filter(|place| has_mistakes(&desk, *place)).collect();
        let asks = |place: &Place| choice::options(&desk, *place, seed(&desk, *place, 7));
        let sets: Vec<Options> = able.iter().filter_map(asks).collect();
        let is_of_a_neighbour = |claim: &Claim| matches!(&claim.why, Why::Mistake { of: Some(_), .. });
        let mixed = sets.iter().filter(|options| options.claims.iter().any(is_of_a_neighbour)).count();
        let (asked, all) = (sets.len(), desk.places().count());
        println!("{lang:?}: {asked} of {} with mistakes, of {all}; {mixed} with a neighbour's", able.len());
        assert!(asked * 4 >= able.len(), "{lang:?}: {asked} of {}", able.len());
        assert!(mixed * 5 <= asked, "{lang:?}: {mixed} of {asked} take a mistake of a neighbour");
    }
}

#[test]
fn options_are_claims_each_with_its_reason_and_stay_while_one_looks_at_them() {
    for lang in [Lang::En, Lang::Zh] {
        let desk = builtin(lang);
        let places: Vec<Place> = desk.places().filter(|place| has_mistakes(&desk, *place)).collect();
        let mut shown: Vec<String> = Vec::new();
        for place in places {
            let draw = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(3);
            let seed = seed(&desk, place, draw);
            let Some(options) = choice::options(&desk, place, seed) else { continue };
            let face = desk.face(place);
            let texts: HashSet<&str> = options.claims.iter().map(|claim| claim.text.as_str()).collect();
            assert!(
                texts.len() == options.claims.len() && (3..=4).contains(&texts.len()),
                "{}",
                face.question
            );
            assert_eq!(choice::options(&desk, place, seed).unwrap(), options);
            let layers = markdown::layers(&face.answer);
            let mut question = format!("\n[{}] {}\n", desk.card(place).id, face.question);
            for (at, claim) in options.claims.iter().enumerate() {
                match &claim.why {
                    Why::Point(point) => {
                        let said =
                            layers.core[*point].text.replace("==", "").replace('\n', " ").to_lowercase();
                        assert!(
                            at == options.right && said.contains(&claim.text.to_lowercase()),
                            "{}",
                            claim.text
                        );
                    }
                    Why::Mistake { reason, of } => {
                        assert!(at != options.right && !reason.is_empty());
                        let own = |mistake: &markdown::Mistake| {
                            mistake.claim.to_lowercase().contains(&claim.text.to_lowercase())
                        };
                        assert_eq!(layers.mistakes.iter().any(own), of.is_none(), "{}", claim.text);
                    }
                }
                let mark = if at == options.right { "*" } else { " " };
                let near = if matches!(&claim.why, Why::Mistake { of: Some(_), .. }) { "~" } else { " " };
                question.push_str(&format!("{mark}{near} {}\n", claim.text));
            }
            shown.push(question);
        }
        // In an order of their own, so that the first so many are a draw.
        let seed = std::env::var("SEED").unwrap_or_default();
        shown.sort_by_cached_key(|question| {
            let mut hasher = DefaultHasher::new();
            (question, &seed).hash(&mut hasher);
            hasher.finish()
        });
        let wanted = std::env::var("SHOW").ok().and_then(|count| count.parse().ok()).unwrap_or(0);
        shown.iter().take(wanted).for_each(|question| println!("{question}"));
    }
}

fn card(id: &str, question: &str, answer: &str) -> Card {
    let source = Source { file: None, question_line: 1, answer_lines: None };
    let lang = Lang::of(question);
    let (question, answer) = (question.into(), answer.into());
    let face = Face { lang, topic: [].into(), question, answer, source, metadata: None };
    Card { id: CardId::from(id), faces: [face].into() }
}

fn asked(cards: &[Card]) -> Option<Options> {
    let lang = cards[0].faces[0].lang;
    // Whether a card that gives its length away is asked all the same hangs on its id.
    (0..32u64).find_map(|seed| {
        let mut cards = cards.to_vec();
        cards[0].id = CardId::from(format!("a{seed}").as_str());
        let deck = Deck { name: "own".into(), titles: vec![(lang, "own".into())], cards };
        choice::options(&desk(vec![deck], lang), Place { deck: 0, card: 0 }, seed)
    })
}

const POINTS: &str = "- **Width**: A wide layer keeps more features of its input.\n\
    - **Depth**: A deep network learns features step by step.\n\
    - **Cost**: Memory grows with the number of stored activations.\n";

#[test]
fn a_card_without_enough_written_mistakes_is_not_asked_so() {
    let with =
        |mistakes: &str| card("a", "Why are networks deep?", &format!("{POINTS}\nMistakes:\n\n{mistakes}"));
    let two = "- A deep network always trains faster than a flat one. → It trains more slowly.\n\
        - Depth replaces training data in large networks. → It needs more of them.";
    let one = "- A deep network always trains faster than a flat one. → It trains more slowly.";
    let plain = card("b", "What is width?", POINTS);
    assert!(
        asked(&[card("a", "Why are networks deep?", POINTS), with(two)]).is_none(),
        "no mistake of its own"
    );
    assert!(asked(&[with(one), plain.clone()]).is_none(), "one mistake, and none around");
    assert_eq!(asked(&[with(two), plain]).unwrap().claims.len(), 3);
    let bare =
        "- A deep network always trains faster than a flat one.\n- Depth replaces training data there.";
    assert!(asked(&[with(bare)]).is_none(), "nobody says why they are wrong");
}

/// Rows: the mistake of a neighbour, and whether it is wrong beside any question.
#[test]
fn the_mistake_of_a_neighbour_is_wrong_whatever_the_question() {
    let own = "- A deep network always trains faster than a flat one. → It trains more slowly.";
    for (mistake, stands) in [
        ("Dropout removes weights from the network for good.", true),
        ("It removes weights from the network for good.", false),
        ("Drop units at test time as well, as in training.", false),
        ("Use dropout with a rate of one half everywhere.", false),
        ("Dropout is better.", false),
        ("Memory is not needed for what is stored there.", false),
        ("Dropout keeps more features of a wide layer's input.", false),
        ("Forgetting to switch dropout off at test time.", false),
    ] {
        let other = card(
            "b",
            "What does dropout do?",
            &format!("- **A**: Dropout zeroes units.\n\nMistakes:\n\n- {mistake} → That is wrong."),
        );
        let asks = |question: &str| {
            let first = card("a", question, &format!("{POINTS}\nMistakes:\n\n{own}"));
            asked(&[first, other.clone()])
        };
        assert_eq!(
            asks("Why are networks deep, and where does dropout help?").is_some(),
            stands,
            "{mistake}"
        );
        assert!(asks("Why are networks deep?").is_none(), "that card is about something else");
    }
}
