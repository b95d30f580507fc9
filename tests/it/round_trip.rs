//! What is exported comes back: decks written in every format and read again are the same cards.

use crate::harness::desk::desk;
use backprop::card::{Card, Deck, Face, Lang, Source};
use backprop::desk::Desk;
use backprop::export::{self, Material};
use backprop::import;
use backprop::store::builtin::BUILTIN;
use proptest::prelude::*;

fn card(id: usize, topic: &[String], question: &str, answer: &str) -> Card {
    let source = Source { file: None, question_line: 1, answer_lines: None };
    let face = Face {
        lang: Lang::of(question),
        topic: topic.to_vec().into(),
        question: question.into(),
        answer: answer.into(),
        source,
        metadata: None,
    };
    Card { id: format!("card-{id}").as_str().into(), faces: [face].into() }
}

fn written(desk: &Desk, format: &str) -> String {
    let material = Material { desk, is_chosen: false, images: &[] };
    let bytes = export::named("deck").unwrap().format(format).unwrap().write(&material).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Id, question and answer of every card, as they come back.
fn back(text: &str) -> Vec<(String, String, String)> {
    let notes = import::read(text.as_bytes(), None, None, None);
    let cards = notes.cards.into_iter().map(|card| {
        let face = card.faces.into_iter().next().unwrap();
        (card.id.to_string(), face.question.to_string(), face.answer.to_string())
    });
    cards.collect()
}

fn sent(desk: &Desk) -> Vec<(String, String, String)> {
    let cards = desk.places().map(|place| {
        let face = desk.face(place);
        (desk.card(place).id.to_string(), face.question.to_string(), face.answer.to_string())
    });
    cards.collect()
}

fn without_ids(cards: Vec<(String, String, String)>) -> Vec<(String, String)> {
    cards.into_iter().map(|(_, question, answer)| (question, answer)).collect()
}

#[test]
fn the_built_in_decks_come_back_from_every_format() {
    for lang in [Lang::En, Lang::Zh] {
        let desk = desk(vec![BUILTIN[0].deck()], lang);
        let cards = sent(&desk);
        assert!(cards.len() > 20);
        let markdown = written(&desk, "markdown");
        assert_eq!(back(&markdown), cards);
        let topics = |cards: &[Card]| -> Vec<Vec<String>> {
            cards.iter().map(|card| card.face(lang).topic.to_vec()).collect()
        };
        let read = import::read(markdown.as_bytes(), None, None, None);
        assert_eq!(topics(&read.cards), topics(&desk.decks[0].cards));
        assert_eq!(read.title.as_deref(), Some(desk.decks[0].title(lang)));
        assert_eq!(without_ids(back(&written(&desk, "hashcards"))), without_ids(sent(&desk)));
        assert_eq!(without_ids(back(&written(&desk, "csv"))), without_ids(sent(&desk)));
    }
}

/// Lines as notes have them, with what means something to Markdown and to the styles.
const LINES: &[&str] = &[
    "什么是卷积？",
    "It shrinks the map.",
    "",
    "",
    "- a",
    "  - b",
    "1. one",
    "2. two",
    "## Heading",
    "# Top",
    "###### deep?",
    "---",
    "***",
    "===",
    "Q: what?",
    "A: that",
    "C: a [hole]",
    "**Q1: bold?**",
    "> quote",
    "| a | b |",
    "|---|---|",
    "$$x^2$$",
    "- [x] A. right",
    "- [ ] B. wrong",
    "`x[0]`",
    "    code",
    "```rust",
    "```",
    "~~~",
    "<details>",
    "<summary>Why?</summary>",
    "</details>",
    "<!-- a remark -->",
    "a, \"b\"; c\td",
    "\"",
    "![图](img/a.png)",
    "Answer:",
    "#separator:tab",
    "[^1]: note",
];

fn text() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(prop::sample::select(LINES), 1..8);
    lines.prop_map(|lines| {
        // A reader trims blank lines, so no card has any around its text.
        let text = backprop::markdown::clean(&lines.join("\n"));
        let text = text.trim_matches('\n').to_owned();
        if text.trim().is_empty() { "x".to_owned() } else { text }
    })
}

fn decks() -> impl Strategy<Value = Vec<(Vec<String>, String, String)>> {
    let heading = prop::sample::select(&["CNN", "池化", "1. RNN?", "A: b"][..]).prop_map(str::to_owned);
    let topic = prop::collection::vec(heading, 0..4);
    let answer = prop_oneof![text(), Just(String::new())];
    prop::collection::vec((topic, text(), answer), 1..6)
}

/// Whether a text leaves no fence, comment or fold open, so that what follows it stands by itself.
fn ends(text: &str) -> bool {
    let fences = text.lines().filter(|line| line.contains("```") || line.contains("~~~")).count();
    fences == 0 && !text.contains("<details>") && !text.contains("[^1]")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_deck_comes_back_from_markdown_word_for_word(rows in decks()) {
        let rows: Vec<_> = rows.into_iter().filter(|(_, question, answer)| ends(question) && ends(answer)).collect();
        let cards: Vec<Card> = (rows.iter().enumerate())
            .map(|(id, (topic, question, answer))| card(id, topic, question, answer)).collect();
        let deck = Deck { name: "d".to_owned(), titles: vec![(Lang::En, "D".to_owned())], cards };
        let desk = desk(vec![deck], Lang::En);
        let markdown = written(&desk, "markdown");
        prop_assert_eq!(back(&markdown), sent(&desk), "{}", markdown);
    }

    /// Fences left open are closed, so that the next card is still a card.
    #[test]
    fn no_card_swallows_another(rows in decks()) {
        let cards: Vec<Card> = (rows.iter().enumerate())
            .map(|(id, (topic, question, answer))| card(id, topic, question, answer)).collect();
        let deck = Deck { name: "d".to_owned(), titles: vec![(Lang::En, "D".to_owned())], cards };
        let desk = desk(vec![deck], Lang::En);
        let markdown = written(&desk, "markdown");
        let ids = |cards: Vec<(String, String, String)>| cards.into_iter().map(|card| card.0).collect::<Vec<_>>();
        prop_assert_eq!(ids(back(&markdown)), ids(sent(&desk)), "{}", markdown);
    }

    #[test]
    fn any_deck_comes_back_from_comma_separated_values(rows in decks()) {
        let cards: Vec<Card> = (rows.iter().enumerate())
            .map(|(id, (topic, question, answer))| card(id, topic, question.trim(), answer.trim())).collect();
        let deck = Deck { name: "d".to_owned(), titles: vec![], cards };
        let desk = desk(vec![deck], Lang::En);
        let table = written(&desk, "csv");
        let notes = import::read(table.as_bytes(), None, import::named("csv"), None);
        let read: Vec<_> = notes.cards.into_iter()
            .map(|card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string())).collect();
        prop_assert_eq!(read, without_ids(sent(&desk)), "{}", table);
    }

    /// Rules, headings and tags inside a card would end it there; they are written so that they do not.
    #[test]
    fn every_card_comes_back_from_hashcards(rows in decks()) {
        // Other labels of questions are none to hashcards, but they are to our reader.
        let kept = |text: &str| ends(text) && ["===", "<", "**Q1", "Answer:"].iter().all(|sign| !text.contains(sign));
        let rows: Vec<_> = rows.into_iter().filter(|(_, question, answer)| kept(question) && kept(answer)).collect();
        let mut rows: Vec<_> = rows.into_iter().filter(|(_, _, answer)| !answer.is_empty()).collect();
        rows.push((Vec::new(), String::new(), "The end.".to_owned()));
        let cards: Vec<Card> = (rows.iter().enumerate())
            .map(|(id, (topic, _, answer))| card(id, topic, &format!("Question {id}?"), answer)).collect();
        let deck = Deck { name: "d".to_owned(), titles: vec![], cards };
        let desk = desk(vec![deck], Lang::En);
        let text = written(&desk, "hashcards");
        let notes = import::read(text.as_bytes(), None, import::named("labelled"), None);
        let asked: Vec<String> = notes.cards.into_iter().map(|card| card.faces[0].question.to_string()).collect();
        let sent: Vec<String> = sent(&desk).into_iter().map(|(_, question, _)| question).collect();
        prop_assert_eq!(asked, sent, "{}", text);
    }
}

#[test]
fn nothing_of_an_exported_table_is_said_to_be_missing() {
    let topic = ["Init".to_owned()];
    let cards = vec![
        card(1, &topic, "[…] keeps the variance.", "**Xavier** keeps the variance."),
        card(
            2,
            &[],
            "Write softmax",
            "```python starter\ndef softmax(x): pass\n```\n```python tests\nassert True\n```",
        ),
        card(3, &topic, "What, in one line?", "A \"quoted\" line, with commas; and more."),
    ];
    let own = desk(vec![Deck { name: "my-notes".to_owned(), titles: vec![], cards }], Lang::En);
    let library = BUILTIN.iter().take(3).map(|builtin| desk(vec![builtin.deck()], Lang::En));
    for desk in [own].into_iter().chain(library) {
        let text = written(&desk, "csv");
        let notes = import::read(text.as_bytes(), None, None, None);
        let account = import::account(text.as_bytes(), &notes);
        assert_eq!(account.lost, 0, "{:?}", account.diagnostics);
    }
}
