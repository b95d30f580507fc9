//! What is written is what is asked: strange text in notes stays on the screen, in every way notes are
//! written and decks are exported.

use crate::harness::desk::desk;
use backprop::card::{Deck, Lang};
use backprop::export::{self, Material};
use backprop::import::{self, Notes};
use backprop::markdown;

fn read(text: &str) -> Notes {
    import::read(text.as_bytes(), None, None, None)
}

/// Question and answer of every card as they stand on the screen, each on one line.
fn screens(notes: &Notes) -> Vec<(String, String)> {
    let line = |text: &str| markdown::shown(text).split_whitespace().collect::<Vec<_>>().join(" ");
    notes.cards.iter().map(|card| (line(&card.faces[0].question), line(&card.faces[0].answer))).collect()
}

fn check(text: &str, cards: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        cards.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())).collect();
    assert_eq!(screens(&read(text)), expected, "{text}");
}

#[test]
fn words_in_angle_brackets_are_text() {
    check(
        "1. What are <CLS> and <pad> tokens?\n- <SEP> between sentences\n- `<unk>` and <mask>\n\n2. When is Vec<T> better than Box<[T]>?\nHashMap<String, Vec<i>> and std::vector<std::string>\n\n3. What do <s> and </s> mean?\n<s>Begin and end</s> of <|text|>\n",
        &[
            ("What are <CLS> and <pad> tokens?", "<SEP> between sentences <unk> and <mask>"),
            ("When is Vec<T> better than Box<[T]>?", "HashMap<String, Vec<i>> and std::vector<std::string>"),
            ("What do <s> and </s> mean?", "Begin and end of <|text|>"),
        ],
    );
    check(
        "## What does <EOS> do?\n\n<pad>\n<CLS> opens\n\n## What is a <br> for?\n\na<br>b <b>c</b> H<sub>2</sub>O <font color=red>d</font>\n\n## Usage of cp?\n\ncp <source> <target>, x<y, y>z, a < b\n",
        &[
            ("What does <EOS> do?", "<pad> <CLS> opens"),
            ("What is a for?", "a b c H2O d"),
            ("Usage of cp?", "cp <source> <target>, x<y, y>z, a < b"),
        ],
    );
}

#[test]
fn code_may_begin_behind_a_label() {
    for (question, answer) in
        [("Q: ", "A: "), ("Question: ", "Answer: "), ("问：", "答："), ("**Q1:** ", "**A:** ")]
    {
        let text = format!(
            "{question}What is a?\n{answer}```py\nx = 1\n\n# no heading\nQ: no\n```\n\n{question}What is b?\n{answer}y\n\n{question}What is c?\n{answer}```\nz\n```\nand more\n"
        );
        check(
            &text,
            &[("What is a?", "x = 1 # no heading Q: no"), ("What is b?", "y"), ("What is c?", "z and more")],
        );
    }
}

#[test]
fn bars_in_formulas_and_code_part_no_cells() {
    let table = "| Question | Answer |\n|---|---|\n| What is $P(A|B)$? | $P(A|B)=\\frac{P(B|A)P(A)}{P(B)}$ |\n| What is `a|b`? | either \\| both |\n";
    check(
        table,
        &[("What is P(A|B)?", "P(A|B)=\\frac{P(B|A)P(A)}{P(B)}"), ("What is a|b?", "either | both")],
    );
    check(
        "1. Which rules?\n\n   | Rule | Formula |\n   |---|---|\n   | Bayes | $P(A|B)$ |\n   | Or | `x|y` | lost? |\n\n2. Why?\nBecause.\n",
        &[("Which rules?", "Rule Formula Bayes P(A|B) Or x|y | lost?"), ("Why?", "Because.")],
    );
}

#[test]
fn brackets_in_formulas_are_no_holes() {
    check(
        "C: The value $x[i]$ is the [i-th] item of \\(v[0]\\).\n\nC: `a[0]` is [first]\n\nQ: Why $y[j]$?\nA: $z[k]$ [not a hole]\n",
        &[
            ("The value x[i] is the […] item of v[0].", "The value x[i] is the i-th item of v[0]."),
            ("a[0] is […]", "a[0] is first"),
            ("Why y[j]?", "z[k] [not a hole]"),
        ],
    );
}

#[test]
fn obsidian_shows_what_obsidian_shows() {
    check(
        "#flashcards\n\nWhat is [[CNN|a network]]? #vision ^a1b2c3::See [[Notes#Layers]] and ![[map.png]] ![[map.png|200]]\n\n> [!question]- Why $a==b$?\n> Since ==marked== text. ^q-1-a\n\nA ==hole== and `x == y`\n",
        &[
            ("What is a network?", "See Notes > Layers and map.png map.png"),
            ("Why a==b?", "Since marked text."),
            ("A […] and x == y", "A hole and x == y"),
        ],
    );
    let notes = read("#flashcards\n\nWhat is it?::![[a b.png|200]]\n\nAnd this?::x\n");
    let targets: Vec<String> = import::images(&notes.cards).into_iter().map(|image| image.target).collect();
    assert_eq!(targets, ["a b.png"]);
}

/// The deck of these notes in a format, what was told, and the screens of what comes back.
fn round(notes: &Notes, format: &str) -> (Vec<u8>, Vec<String>, Vec<(String, String)>) {
    let deck =
        Deck { name: "d".to_owned(), titles: vec![(Lang::En, "D".to_owned())], cards: notes.cards.clone() };
    let desk = desk(vec![deck], Lang::En);
    let material = Material { desk: &desk, is_chosen: true, images: &[] };
    let format = export::named("deck").unwrap().format(format).unwrap();
    let bytes = format.write(&material).unwrap();
    let told = format.losses(&material, &bytes).unwrap().into_iter().map(String::from).collect();
    let back = if format.is_text { screens(&import::read(&bytes, None, None, None)) } else { Vec::new() };
    (bytes, told, back)
}

#[test]
fn strange_text_goes_out_and_comes_back() {
    let text = "1. What are <CLS> and Vec<T>?\n```rust\nlet x: Vec<T>; // Q: no\n```\n\n2. Why `a|b` and $x[i]$?\n- Q: x\n- a, \"b\"; c\n\n---\n\n### A heading with `code`\n\nmore\n\n3. What is $P(A|B)$?\n| a | b |\n|---|---|\n| $x|y$ | 2 |\n\n4. Unanswered?\n";
    let notes = read(text);
    assert_eq!(notes.cards.len(), 4);
    let sent = screens(&notes);
    for format in ["markdown", "csv", "hashcards"] {
        let (bytes, told, back) = round(&notes, format);
        let kept = if format == "hashcards" { &sent[..3] } else { &sent[..] };
        assert_eq!(back, kept, "{format}: {}", String::from_utf8(bytes).unwrap());
        assert!(told.iter().all(|told| !told.contains("come")), "{format}: {told:?}");
        assert_eq!(told.iter().any(|told| told.contains("without an answer")), format == "hashcards");
    }
    #[cfg(feature = "anki")]
    {
        let (_, told, _) = round(&notes, "apkg");
        assert!(told.is_empty(), "{told:?}");
    }
}
