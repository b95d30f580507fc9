//! The law: no visible character of a note disappears in silence, neither when it is read nor when it goes
//! out and comes back.

use crate::harness::desk::desk;
use backprop::card::{Deck, Lang};
use backprop::export::{self, Material};
use backprop::import::{self, Account, Rule, account};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md" || ending == "txt") {
            found.push(path);
        }
    }
    found.sort();
}

/// All notes at hand: those of the tests, the built-in decks, and real ones where they are at hand.
fn notes() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["tests/notes", "content"] {
        files(&root.join(folder), &mut paths);
    }
    // Marked answers are no notes.
    paths.retain(|path| !path.starts_with(root.join("content/marked")));
    // Real notes, where somebody has some.
    let corpus = std::env::var_os("BACKPROP_CORPUS").map_or(root.join("../shared/corpus"), PathBuf::from);
    files(&corpus.join("files"), &mut paths);
    assert!(paths.len() > 70);
    let named = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        // In the notes of the tests every line begins with a mark and a bar.
        let is_marked = path.extension().is_some_and(|ending| ending == "txt");
        let bytes = if is_marked { unmarked(&String::from_utf8(bytes).unwrap()) } else { bytes };
        (path.file_name().unwrap().to_string_lossy().into_owned(), bytes)
    };
    paths.iter().map(named).collect()
}

fn unmarked(text: &str) -> Vec<u8> {
    text.lines().flat_map(|line| [line.split_once('|').unwrap().1, "\n"]).collect::<String>().into_bytes()
}

/// The smallest picture.
const PICTURE: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// Counts that add up, and as many visible characters as the text has.
fn adds_up(account: &Account, text: &str) -> bool {
    let removed: usize = account.removed.iter().map(|(_, count)| count).sum();
    let visible = import::text(text.as_bytes())
        .chars()
        .filter(|letter| !letter.is_whitespace() && !backprop::markdown::is_hidden(*letter))
        .count();
    account.visible == visible && account.shown + account.told + removed + account.lost == visible
}

#[test]
fn no_character_of_the_notes_at_hand_is_lost() {
    let (mut visible, mut shown, mut told, mut lost, mut lost_characters) = (0, 0, 0, Vec::new(), 0);
    let mut removed: BTreeMap<Rule, usize> = BTreeMap::new();
    for (name, bytes) in notes() {
        let read = import::read(&bytes, None, None, None);
        let account = account(&bytes, &read);
        assert!(adds_up(&account, &import::text(&bytes)), "{name}: {account:?}");
        (visible, shown, told) = (visible + account.visible, shown + account.shown, told + account.told);
        account.removed.iter().for_each(|(rule, count)| *removed.entry(*rule).or_default() += count);
        lost_characters += account.lost;
        lost.extend(
            account.diagnostics.iter().map(|found| format!("{name}:{}: {}", found.line, found.message)),
        );
    }
    println!("{visible} visible, {shown} shown, {told} told, removed {removed:?}");
    assert_eq!(lost_characters, 0, "of {visible}:\n{}", lost.join("\n"));
}

#[test]
fn what_holds_the_place_of_an_answer_is_accounted_for_wherever_it_stands() {
    let forms = [
        "1. What is dropout?\n   {}\n2. What is BN?\n   a norm\n3. What is LN?\n   {}\n",
        "Q: What is dropout?\nA: {}\n\nQ: What is BN?\nA: a norm\n\nQ: What is LN?\nA: {}\n",
        "## What is dropout?\n\n{}\n\n## What is BN?\n\na norm\n\n## What is LN?\n\n{}\n",
        "**What is dropout?** {}\n\n**What is BN?** a norm\n\n**What is LN?** {}\n",
        "| Question | Answer |\n|---|---|\n| What is dropout? | {} |\n| What is BN? | norm |\n| What is LN? | {} |\n",
        "question,answer\nWhat is dropout?,{}\nWhat is BN?,norm\nWhat is LN?,{}\n",
        "dropout :: {}\nBN :: norm\nLN :: {}\n",
        "1. 什么是 dropout？ {}\n2. 什么是 BN？ 归一化\n3. 什么是 LN？ {}\n",
        "- What is dropout? - {}\n- What is BN? - norm\n- What is LN? - {}\n",
        "* i. How do they differ?\n\n{}\n\n* ii. When is one better?\n\n{}\n\n* iii. Which is faster?\n\nthe first\n",
    ];
    for form in forms {
        for placeholder in ["TODO", "to be done", "...", "??", "(skip)", "待补充", "**tbd**"] {
            let text = form.replace("{}", placeholder);
            let notes = import::read(text.as_bytes(), None, None, None);
            let account = account(text.as_bytes(), &notes);
            assert_eq!(account.lost, 0, "{text}: {account:?}");
            assert!(adds_up(&account, &text), "{text}: {account:?}");
        }
    }
}

#[test]
fn all_notes_at_hand_go_out_and_come_back() {
    let (mut cards, mut changed) = (0, Vec::new());
    for (name, bytes) in notes() {
        let read = import::read(&bytes, None, None, None);
        cards += read.cards.len();
        if read.cards.is_empty() {
            continue;
        }
        // Pictures stand beside no note here; a picture that is there goes out and comes back.
        let images: Vec<export::ExportImage> = (import::images(&read.cards).into_iter())
            .map(|image| export::ExportImage { notes: None, target: image.target, bytes: PICTURE.to_vec() })
            .collect();
        let deck = Deck { name: "d".to_owned(), titles: vec![(Lang::En, "D".to_owned())], cards: read.cards };
        let desk = desk(vec![deck], Lang::En);
        let material = Material { desk: &desk, is_chosen: true, images: &images };
        for format in export::named("deck").unwrap().formats {
            let bytes = format.write(&material).unwrap();
            let losses = format.losses(&material, &bytes).unwrap().into_iter().map(String::from);
            changed.extend(
                losses
                    .filter(|loss| loss.contains(" come"))
                    .map(|loss| format!("{name} {}: {loss}", format.name)),
            );
        }
    }
    println!("{cards} cards, changed:\n{}", changed.join("\n"));
    // hashcards would take a question that is a heading's mark alone for a heading; this is told.
    assert!(
        changed.len() <= 1 && changed.iter().all(|loss| loss.contains("hashcards: 1 card")),
        "{changed:?}"
    );
}

/// Pieces of lines with what means something to Markdown, to HTML and to the styles.
const PIECES: &[&str] = &[
    "What is it?",
    "什么是卷积？",
    "1. ",
    "2. ",
    "3. ",
    "# ",
    "## ",
    "- ",
    "> ",
    "    ",
    "Q: ",
    "A: ",
    "C: ",
    "问：",
    "答：",
    "**",
    "*",
    "`",
    "``",
    "$",
    "$$",
    "\\(",
    "\\)",
    "[",
    "]",
    "(",
    ")",
    "|",
    "<CLS>",
    "</s>",
    "<b>",
    "</b>",
    "<br>",
    "Vec<T>",
    "::",
    "==",
    "```",
    "```py",
    "---",
    "| a | b |",
    "|---|---|",
    "x[i]",
    "P(A|B)",
    "a_b_c",
    "http://a.b",
    "[[T|u]]",
    "![p](q.png)",
    "&lt;",
    "&",
    "\\",
    "^b-12",
    "#tag",
    "<!--",
    "-->",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "~~",
    "[^1]",
    "[^1]: note",
    "It shrinks.",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    ",",
    "\t",
    "\"",
    "?",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2 * ProptestConfig::default().cases, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a note contains, every character is accounted for: what is not on a screen and not taken away
    /// by a rule is told with its line.
    #[test]
    fn every_character_of_any_note_is_accounted_for(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..60)) {
        let text = pieces.concat();
        let notes = import::read(text.as_bytes(), None, None, None);
        let account = account(text.as_bytes(), &notes);
        prop_assert!(adds_up(&account, &text), "{text:?}: {account:?}");
        prop_assert_eq!(account.lost > 0, !account.diagnostics.is_empty(), "{:?}", text);
    }

    /// Letters of a note that hold no sign at all are always on a screen or told.
    #[test]
    fn words_are_never_lost(words in prop::collection::vec("[a-z]{1,8}|<[CEFGJKX][A-Z]?>|[a-z]{2}<[A-Z]>", 1..30)) {
        let text = format!("1. What is {}?\n{}\n\n2. Why?\nx\n", words[0], words.join(" "));
        let notes = import::read(text.as_bytes(), None, None, None);
        let account = account(text.as_bytes(), &notes);
        prop_assert_eq!(account.lost, 0, "{:?} {:?}", text, account);
        prop_assert_eq!(account.removed.iter().map(|(_, count)| count).sum::<usize>(), 4, "{:?} {:?}", text, account);
    }
}
