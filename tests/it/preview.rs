//! The preview of an import and the questions after it, in a pseudo-terminal.

#![cfg(unix)]

use crate::harness::run::program;
use crate::harness::terminal::Terminal;
use portable_pty::CommandBuilder;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Runs the program, waits for each text on its output and then presses the keys; gives the exit code and
/// all of its output.
fn play(home: &Path, arguments: &[&str], steps: &[(&str, &str)]) -> (u32, String) {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
    command.args(arguments);
    command.cwd(home);
    let environment = [("BACKPROP_NOW", "2026-11-22T10:00:00Z"), ("LC_ALL", "C")];
    let mut terminal = Terminal::start_command(command, &home.join("data"), &environment, 110, 24);
    let mut from = 0;
    for (wanted, pressed) in steps {
        terminal.wait_for_bytes_after(from, wanted.as_bytes());
        from = terminal.bytes().len();
        terminal.press(pressed);
    }
    let (status, bytes) = terminal.end_to_the_last_byte();
    (status.exit_code(), String::from_utf8_lossy(&bytes).into_owned())
}

fn questions(home: &Path) -> String {
    let output = program(home.join("data")).arg("cards").output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const NOTES: &str = "1. What is the first thing here?\n\nThe first answer.\n\n2. What is the second thing here?\n\n\
                     The second answer is a bit longer than the first.\n";

#[test]
fn a_preview_is_accepted_with_a_card_left_out_and_left_out_it_stays() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    fs::write(home.join("a.md"), NOTES).unwrap();
    let (code, all) = play(home, &["import", "a.md"], &[("leave out", "jx"), ("1 left out", "\r")]);
    assert_eq!(code, 0, "{all}");
    assert!(all.contains("added"), "{all}");
    let cards = questions(home);
    assert!(cards.contains("the first thing") && !cards.contains("the second thing"), "{cards}");
    // It stays out, also when it is edited.
    fs::write(
        home.join("a.md"),
        format!("{}\n3. Third?\n\nx\n", NOTES.replace("second thing", "seconds thing")),
    )
    .unwrap();
    let (code, all) = play(home, &["import", "a.md", "--yes"], &[]);
    assert_eq!(code, 0, "{all}");
    let cards = questions(home);
    assert!(cards.contains("Third?") && !cards.contains("seconds thing"), "{cards}");
}

#[test]
fn leaving_the_preview_imports_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    fs::write(home.join("a.md"), NOTES).unwrap();
    let (code, all) = play(home, &["import", "a.md"], &[("leave out", "\u{1b}")]);
    assert_eq!(code, 0);
    assert!(all.contains("nothing was imported"), "{all}");
    assert!(!home.join("data/decks/decks.json").exists());
}

#[test]
fn a_doubtful_card_is_asked_about() {
    for (answer, expected) in [("y\r", "learning"), ("n\r", "new"), ("\r", "new")] {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path();
        let notes = "1. What is L1 regularisation?\n\nThe sum of absolute weights is added to the loss.\n";
        fs::write(home.join("a.md"), notes).unwrap();
        play(home, &["import", "a.md", "--yes"], &[]);
        let cards = questions(home);
        let id = cards
            .lines()
            .find(|line| line.contains("What is L1 regularisation?"))
            .unwrap()
            .split_whitespace()
            .nth(3)
            .unwrap();
        play(home, &["grade", id, "good"], &[]);
        let edited = "1. What is L2 regularisation?\n\nThe sum of squared weights is added to the loss.\n";
        fs::write(home.join("a.md"), edited).unwrap();
        let (code, all) = play(home, &["import", "a.md"], &[("leave out", "\r"), ("same card", answer)]);
        assert_eq!(code, 0, "{all}");
        let cards = questions(home);
        let line = cards.lines().find(|line| line.contains("What is L2 regularisation?")).unwrap();
        assert!(line.contains(expected), "{answer:?}: {line}");
        // An answer is final; no answer is asked again.
        let (_, all) = match answer {
            "\r" => play(home, &["import"], &[("same card", "\r")]),
            _ => play(home, &["import"], &[]),
        };
        assert_eq!(all.contains("same card"), answer == "\r", "{answer:?}: {all}");
    }
}

#[test]
fn lines_that_were_left_are_taken_with_one_key_and_stay_taken() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let notes = format!("A gate in a cell\nscales what passes.\n\n{NOTES}");
    fs::write(home.join("a.md"), &notes).unwrap();
    // The first line becomes a card; the last card becomes text of the one above.
    let (code, all) = play(home, &["import", "a.md"], &[("2 lines left", "tjjjt\r")]);
    assert_eq!(code, 0, "{all}");
    let cards = questions(home);
    assert!(cards.contains("A gate in a cell") && cards.contains("the first thing"), "{cards}");
    assert!(!cards.contains("the second thing"), "{cards}");
    // What was said of lines is remembered when other lines change.
    fs::write(home.join("a.md"), format!("{notes}\n3. What is the third thing?\n\nNew.\n")).unwrap();
    let (code, all) = play(home, &["import", "a.md", "--yes"], &[]);
    assert_eq!(code, 0, "{all}");
    let cards = questions(home);
    assert!(cards.contains("A gate in a cell") && cards.contains("the third thing"), "{cards}");
    assert!(!cards.contains("the second thing"), "{cards}");
}

#[test]
fn a_file_without_questions_may_be_taken_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    fs::write(home.join("a.md"), "Gates\nare factors.\n\nCells\ncarry what is known.\n").unwrap();
    let (code, all) = play(home, &["import", "a.md"], &[("4 lines left", "tjjt\r")]);
    assert_eq!(code, 0, "{all}");
    let cards = questions(home);
    assert!(cards.contains("Gates") && cards.contains("Cells"), "{cards}");
}

#[test]
fn a_style_chosen_for_one_file_of_a_folder_stays_its_own() {
    let home = tempfile::tempdir().unwrap();
    let notes = home.path().join("notes");
    fs::create_dir(&notes).unwrap();
    let text = include_str!("../stories/hurried.md");
    for name in ["a", "b"] {
        fs::write(notes.join(format!("{name}.md")), text.replace("什么是", &format!("{name} 和"))).unwrap();
    }
    let (code, output) = play(home.path(), &["import", "--link", "notes"], &[("Enter", "s\r")]);
    assert_eq!(code, 0, "{output}");
    let run = |arguments: &[&str]| -> serde_json::Value {
        let mut command = program(home.path().join("data"));
        let output = command.args(arguments).current_dir(home.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let list = fs::read(home.path().join("data/decks/decks.json")).unwrap();
    let list: serde_json::Value = serde_json::from_slice(&list).unwrap();
    let styles = list["sources"][0]["styles"].as_object().unwrap();
    assert_eq!(styles.keys().collect::<Vec<_>>(), ["a.md"]);
    let style = styles["a.md"].as_str().unwrap();
    let questions = |cards: &serde_json::Value| -> Vec<String> {
        cards.as_array().unwrap().iter().map(|card| card["question"].as_str().unwrap().to_owned()).collect()
    };
    let read = |arguments: &[&str]| questions(&run(arguments)[0]["cards"]);
    let (chosen, usual) = (
        read(&["check", "notes/a.md", "--style", style, "--json"]),
        read(&["check", "notes/a.md", "--json"]),
    );
    assert_ne!(chosen, usual);
    assert_eq!(questions(&run(&["cards", "--deck", "a", "--json"])), chosen);
    assert_eq!(
        questions(&run(&["cards", "--deck", "b", "--json"])),
        read(&["check", "notes/b.md", "--json"])
    );
    // A file of the folder is left out by its path or as the deck that it is, and comes back by its name.
    let remove = |name: &str| {
        let mut command = program(home.path().join("data"));
        command.args(["remove", name]).current_dir(home.path()).output().unwrap()
    };
    let decks = || -> BTreeSet<String> {
        let cards = run(&["cards", "--json"]);
        let deck = |card: &serde_json::Value| card["deck"].as_str().unwrap().to_owned();
        cards
            .as_array()
            .unwrap()
            .iter()
            .map(deck)
            .filter(|deck| ["a", "b"].contains(&deck.as_str()))
            .collect()
    };
    let all = ["a", "b"].map(str::to_owned);
    assert_eq!(decks(), BTreeSet::from(all.clone()));
    for name in ["A", "notes/a.md"] {
        let out = remove(name);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success() && said.contains("backprop import"), "{out:?}");
        // All of the folder is imported again, and what is left out stays out.
        run(&["import", "--yes", "--json", "notes"]);
        assert_eq!(decks(), BTreeSet::from([all[1].clone()]), "{name}");
        assert!(!remove("notes/a.md").status.success(), "it is left out already");
        run(&["import", "--yes", "--json", "notes/a.md"]);
        assert_eq!(decks(), BTreeSet::from(all.clone()));
        assert_eq!(questions(&run(&["cards", "--deck", "a", "--json"])), chosen, "its style stays");
    }
    // Who names a file sees it, though nothing has changed, and may mark a card out.
    let before = run(&["cards", "--deck", "a", "--json"]).as_array().unwrap().len();
    let (code, output) = play(home.path(), &["import", "notes/a.md"], &[("Enter", "x\r")]);
    assert_eq!(code, 0, "{output}");
    assert_eq!(run(&["cards", "--deck", "a", "--json"]).as_array().unwrap().len(), before - 1);
    // The folder leaves by the name that it has.
    assert!(remove("NOTES").status.success());
    assert!(notes.join("a.md").exists());
}

#[test]
fn a_style_on_the_command_line_is_of_the_files_that_are_named() {
    let home = tempfile::tempdir().unwrap();
    let notes = home.path().join("notes");
    fs::create_dir(&notes).unwrap();
    let items = "## Pooling\nIt shrinks the map.\n\n## Padding\nIt keeps the size.\n\n## Stride\nThe step.\n";
    for (name, text) in [
        ("asked.md", "Q: What is ReLU?\nA: max(0, x).\n\nQ: Why bias?\nA: It shifts.\n"),
        ("a.md", items),
        ("b.md", &items.replace("Pooling", "Dropout")),
        ("c.md", &items.replace("Pooling", "Warmup")),
    ] {
        fs::write(notes.join(name), text).unwrap();
    }
    let run = |arguments: &[&str]| {
        let mut command = program(home.path().join("data"));
        let output = command.args(arguments).current_dir(home.path()).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["import", "--yes", "--link", "notes"]);
    run(&["import", "--yes", "--style", "headings", "notes/a.md", "notes/b.md"]);
    run(&["import", "--yes", "--style", "headings", "notes/c.md"]);
    run(&["import", "--yes", "notes"]);
    let cards = run(&["cards"]);
    for question in ["What is ReLU?", "Pooling", "Dropout", "Warmup"] {
        assert!(cards.contains(question), "{question} in\n{cards}");
    }
}

/// A card taken by hand is one in every style: it is no reason to stay in a style that finds nothing.
#[test]
fn styles_go_round_although_a_line_was_taken_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    fs::write(home.join("a.md"), format!("A gate in a cell\nscales what passes.\n\n{NOTES}")).unwrap();
    let mut terminal = {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(["import", "a.md"]);
        command.cwd(home);
        Terminal::start_command(command, &home.join("data"), &[("LC_ALL", "C")], 110, 24)
    };
    terminal.wait_for("2 lines left");
    let style = |screen: &str| {
        let about = screen.lines().nth(1).unwrap_or_default().trim();
        about.split(':').next().unwrap_or_default().to_owned()
    };
    let first = style(&terminal.screen());
    terminal.press("t");
    terminal.wait_for("3 cards");
    let mut seen = BTreeSet::new();
    for _ in 0..4 {
        let before = style(&terminal.screen());
        terminal.press("s");
        terminal.wait_until("another style, or that there is none", |screen| {
            style(screen) != before || screen.contains("No other style")
        });
        seen.insert(style(&terminal.screen()));
    }
    // The first style is among them, and none that finds nothing but the line that was taken by hand.
    assert!(seen.contains(&first) && !seen.contains("paragraphs"), "{first}: {seen:?}");
    terminal.press("\x1b");
    terminal.end();
}
