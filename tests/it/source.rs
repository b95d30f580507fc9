//! The user's own file is the truth: imported notes are referred to, a mirror serves when they are away, and
//! what was changed here and there is united.

use crate::harness::run::program;
use crate::harness::warm;
use backprop::card::Card;
use backprop::day::At;
use backprop::import;
use backprop::store::Dirs;
use backprop::store::notes_file::Wording;
use backprop::store::shelf::{How, Shelf};
use backprop::store::spelling::real_or_same;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

const NOTES: &str = "1. What is pooling?\nIt shrinks the map.\n\n2. What is a stride?\nThe step of the kernel.\n\n\
                     3. What is padding?\nZeros around the map.\n";

/// A machine: notes that are in no temporary folder, and data of its own.
struct Machine {
    folder: tempfile::TempDir,
}

impl Machine {
    fn new() -> Machine {
        let folder = tempfile::tempdir().unwrap();
        for name in ["tmp", "notes"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let machine = Machine { folder };
        warm::warm(&machine.data());
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn data(&self) -> PathBuf {
        self.path("data")
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        program(self.data())
            .args(arguments)
            .current_dir(self.folder.path())
            // Where temporary files are, as different systems name it.
            .envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, self.path("tmp"))))
            .output()
            .unwrap()
    }

    /// What a command prints that succeeds: to both streams.
    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert!(output.status.success(), "{arguments:?}: {said}");
        said
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
    }

    fn dirs(&self) -> Dirs {
        Dirs::below(&self.data())
    }

    fn shelf(&self) -> Shelf {
        Shelf::of(&self.dirs()).unwrap()
    }

    /// The file that the cards of a deck are read from, with its cards.
    fn cards(&self, file: &Path) -> Vec<Card> {
        let bytes = fs::read(file).unwrap();
        import::read(&bytes, Some(&Arc::new(file.to_path_buf())), None, None).cards
    }

    /// Lets a card of a file have another answer, as the editor does.
    fn answer(&self, file: &Path, card: usize, answer: &str) -> Option<String> {
        let cards = self.cards(file);
        let face = &cards[card].faces[0];
        let wording = Wording { question: face.question.to_string(), answer: answer.to_owned() };
        self.shelf().rewrite(file, face, &wording, now()).unwrap().map(|told| told.to_string())
    }

    /// The answers of a deck, as `next` and the screens would show them.
    fn answers(&self, deck: &str) -> Vec<String> {
        let exported = self.ok(&["export", "deck", "--format", "markdown", deck]);
        let cards = import::read(exported.as_bytes(), None, None, None).cards;
        cards.iter().map(|card| card.faces[0].answer.to_string()).collect()
    }

    fn mirror(&self, name: &str) -> PathBuf {
        let path = real_or_same(&self.path(name));
        self.shelf().mirror_of(&path).unwrap()
    }

    fn kept(&self) -> Vec<String> {
        let names = fs::read_dir(self.data().join("kept")).into_iter().flatten().flatten();
        let mut texts: Vec<String> = names.map(|entry| fs::read_to_string(entry.path()).unwrap()).collect();
        texts.sort();
        texts
    }
}

fn now() -> At {
    At::parse("2026-11-22T10:00:00Z").unwrap()
}

#[test]
fn notes_are_referred_to_and_mirrored() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    let said = machine.json(&["import", "--yes", "--json", "notes/cnn.md"]);
    assert_eq!((said[0]["how"].as_str(), said[0]["action"].as_str()), (Some("link"), Some("added")));
    assert_eq!(fs::read_to_string(machine.mirror("notes/cnn.md")).unwrap(), NOTES);
    // No path of this machine is in what is shared; where the notes stand is this machine's own matter.
    assert!(!machine.text("data/decks/decks.json").contains("notes/cnn.md"));
    assert!(machine.text("data/machine.toml").replace('\\', "/").contains("notes/cnn.md"));
    // An edit shows up at once, and the mirror follows.
    machine.write("notes/cnn.md", NOTES.replace("Zeros", "Nothing"));
    assert_eq!(machine.answers("cnn")[2], "Nothing around the map.");
    machine.ok(&["study", "--help"]);
    machine.ok(&["import", "--yes"]);
    assert!(fs::read_to_string(machine.mirror("notes/cnn.md")).unwrap().contains("Nothing"));
}

#[test]
fn an_edit_here_and_an_edit_there_are_both_in_the_file_and_on_the_card() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let file = machine.path("notes/cnn.md");
    assert_eq!(machine.answer(&file, 0, "It keeps the strongest."), None);
    machine.write("notes/cnn.md", machine.text("notes/cnn.md").replace("Zeros", "Nothing"));
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let both = NOTES.replace("It shrinks the map.", "It keeps the strongest.").replace("Zeros", "Nothing");
    assert_eq!(machine.text("notes/cnn.md"), both);
    let expected = ["It keeps the strongest.", "The step of the kernel.", "Nothing around the map."];
    assert_eq!(machine.answers("cnn"), expected);
    assert_eq!(machine.kept(), Vec::<String>::new());
}

#[test]
fn what_was_changed_while_the_notes_were_away_goes_into_them() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let mirror = machine.mirror("notes/cnn.md");
    fs::rename(machine.path("notes"), machine.path("away")).unwrap();
    let said = machine.ok(&["cards"]);
    assert!(
        said.contains("notes are away") && said.contains("its copy") || said.contains("their copy"),
        "{said}"
    );
    assert_eq!(machine.answers("cnn").len(), 3, "the mirror serves");
    machine.answer(&mirror, 0, "It keeps the strongest.");
    assert_eq!(machine.answers("cnn")[0], "It keeps the strongest.");
    // Meanwhile the notes change too, elsewhere.
    machine.write("away/cnn.md", NOTES.replace("Zeros", "Nothing"));
    fs::rename(machine.path("away"), machine.path("notes")).unwrap();
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let both = NOTES.replace("It shrinks the map.", "It keeps the strongest.").replace("Zeros", "Nothing");
    assert_eq!(machine.text("notes/cnn.md"), both);
    assert_eq!(fs::read_to_string(&mirror).unwrap(), both);
    let expected = ["It keeps the strongest.", "The step of the kernel.", "Nothing around the map."];
    assert_eq!(machine.answers("cnn"), expected);
}

#[test]
fn a_start_is_enough_for_notes_that_came_back() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let mirror = machine.mirror("notes/cnn.md");
    fs::rename(machine.path("notes"), machine.path("away")).unwrap();
    machine.answer(&mirror, 1, "How far the kernel moves.");
    fs::rename(machine.path("away"), machine.path("notes")).unwrap();
    let said = machine.ok(&["cards"]);
    assert!(said.contains("stands in it now"), "{said}");
    assert!(machine.text("notes/cnn.md").contains("How far the kernel moves."));
    assert!(!machine.ok(&["cards"]).contains("stands in it now"), "it is told once");
}

#[test]
fn what_meets_is_kept_and_never_written_over() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let mirror = machine.mirror("notes/cnn.md");
    for (round, (here, there)) in [("ours", "theirs"), ("ours again", "theirs again")].iter().enumerate() {
        fs::rename(machine.path("notes"), machine.path("away")).unwrap();
        machine.answer(&mirror, 0, here);
        let text = machine.text("away/cnn.md");
        let old = text.lines().nth(1).unwrap().to_owned();
        machine.write("away/cnn.md", text.replacen(&old, there, 1));
        fs::rename(machine.path("away"), machine.path("notes")).unwrap();
        let said = machine.ok(&["cards"]);
        assert!(said.contains("kept/") && said.contains("cnn.md"), "{said}");
        assert_eq!(machine.text("notes/cnn.md").lines().nth(1), Some(*there));
        assert_eq!(machine.kept().len(), round + 1);
        assert!(machine.kept().iter().any(|text| text.lines().nth(1) == Some(*here)));
    }
    let decks = machine.json(&["cards", "--json"]);
    let is_kept = |card: &&Value| card["deck"].as_str().unwrap().contains("2026");
    assert!(!decks.as_array().unwrap().iter().any(|card| is_kept(&card)), "kept versions are no notes");
}

#[test]
fn what_arrives_changes_the_mirror_and_waits_for_the_user() {
    for (answer, in_file) in [("--accept", true), ("--decline", false)] {
        let machine = Machine::new();
        machine.write("notes/cnn.md", NOTES);
        machine.ok(&["import", "--yes", "notes/cnn.md"]);
        let mirror = machine.mirror("notes/cnn.md");
        // As synchronisation does it.
        fs::write(&mirror, NOTES.replace("The step", "The stride")).unwrap();
        let said = machine.ok(&["import", "--yes", "notes/cnn.md"]);
        assert!(said.contains("+ The stride of the kernel.") && said.contains("--accept"), "{said}");
        assert_eq!(machine.text("notes/cnn.md"), NOTES, "not without a word");
        assert!(machine.ok(&["cards"]).contains("arrived"), "a notice at every start");
        // The notes go on meanwhile.
        machine.write("notes/cnn.md", NOTES.replace("Zeros", "Nothing"));
        machine.ok(&["cards"]);
        assert!(fs::read_to_string(&mirror).unwrap().contains("The stride"), "it is not lost");
        machine.ok(&["import", "--yes", "cnn", answer]);
        assert!(machine.text("notes/cnn.md").contains("Nothing"));
        assert_eq!(machine.text("notes/cnn.md").contains("The stride"), in_file);
        assert_eq!(fs::read_to_string(&mirror).unwrap(), machine.text("notes/cnn.md"));
        assert_eq!(machine.kept().len(), usize::from(!in_file));
        assert!(!machine.ok(&["cards"]).contains("arrived"));
    }
}

#[test]
fn without_a_base_nothing_is_united() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let mirror = machine.mirror("notes/cnn.md");
    fs::write(&mirror, NOTES.replace("The step", "The stride")).unwrap();
    machine.write("notes/cnn.md", NOTES.replace("Zeros", "Nothing"));
    fs::remove_dir_all(machine.data().join("mirrors")).unwrap();
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    assert_eq!(machine.text("notes/cnn.md"), NOTES.replace("Zeros", "Nothing"));
    assert_eq!(fs::read_to_string(&mirror).unwrap(), NOTES.replace("The step", "The stride"));
    machine.ok(&["import", "--yes", "notes/cnn.md", "--accept"]);
    assert_eq!(machine.text("notes/cnn.md"), NOTES.replace("The step", "The stride"));
    assert_eq!(machine.kept(), [NOTES.replace("Zeros", "Nothing")]);
}

#[test]
fn a_file_that_went_from_its_folder_leaves_and_a_folder_that_emptied_is_away() {
    let machine = Machine::new();
    for name in ["a", "b", "c", "d", "e"] {
        machine.write(&format!("notes/{name}.md"), format!("1. What is {name}?\n{name} it is\n"));
    }
    let said = machine.json(&["import", "--yes", "--json", "notes"]);
    assert_eq!(said.as_array().unwrap().len(), 5);
    let count = |machine: &Machine| {
        let cards = machine.json(&["cards", "--json"]);
        let own = |card: &&Value| {
            card["question"].as_str().unwrap().starts_with("What is ")
                && card["deck"].as_str().unwrap().len() == 1
        };
        cards.as_array().unwrap().iter().filter(|card| own(card)).count()
    };
    assert_eq!(count(&machine), 5);
    // One file: deleted.
    let mirror = machine.mirror("notes/a.md");
    fs::remove_file(machine.path("notes/a.md")).unwrap();
    assert_eq!(count(&machine), 4);
    assert!(!mirror.exists(), "its mirror is aside");
    assert_eq!(machine.kept(), ["1. What is a?\na it is\n"]);
    // More than half at once: away.
    for name in ["b", "c", "d"] {
        fs::remove_file(machine.path(&format!("notes/{name}.md"))).unwrap();
    }
    let said = machine.ok(&["cards"]);
    assert!(said.contains("3 of 4 files went at once"), "{said}");
    assert_eq!(count(&machine), 4);
    machine.ok(&["import", "--yes", "notes"]);
    assert_eq!(count(&machine), 4, "not without a word");
    machine.ok(&["import", "--yes", "notes", "--accept"]);
    assert_eq!(count(&machine), 1);
    assert_eq!(machine.kept().len(), 4);
    // Empty: away.
    fs::remove_file(machine.path("notes/e.md")).unwrap();
    assert_eq!(count(&machine), 1);
    // A new file shows up, also in the mirror.
    machine.write("notes/e.md", "1. What is e?\ne it is\n");
    machine.write("notes/f.md", "1. What is f?\nf it is\n");
    assert_eq!(count(&machine), 2);
    machine.ok(&["import", "--yes"]);
    assert!(machine.mirror("notes/f.md").exists());
}

#[test]
fn notes_in_another_encoding_are_written_back_in_it_and_mirrored_as_utf_8() {
    let machine = Machine::new();
    let text = "以下是关于深度学习的一些笔记，主要用来准备面试的时候复习。\r\n\r\n1. 什么是池化？\r\n降维\r\n\r\n2. 什么是卷积？\r\n滤波\r\n";
    let encode = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    machine.write("notes/n.md", encode(text));
    machine.ok(&["import", "--yes", "notes/n.md"]);
    let mirror = machine.mirror("notes/n.md");
    assert_eq!(fs::read_to_string(&mirror).unwrap(), text.replace("\r\n", "\n"));
    fs::rename(machine.path("notes"), machine.path("away")).unwrap();
    machine.answer(&mirror, 0, "降维，保留特征");
    fs::rename(machine.path("away"), machine.path("notes")).unwrap();
    machine.ok(&["cards"]);
    assert_eq!(
        fs::read(machine.path("notes/n.md")).unwrap(),
        encode(&text.replace("降维", "降维，保留特征"))
    );
}

#[test]
fn what_cannot_be_referred_to_is_copied() {
    let machine = Machine::new();
    machine.write("tmp/a.md", NOTES);
    machine.write("notes/b.md", NOTES.replace("What", "Which"));
    machine.write("notes/c.html.old", "x");
    let how = |arguments: &[&str]| machine.json(arguments)[0]["how"].as_str().unwrap().to_owned();
    assert_eq!(how(&["import", "--yes", "--json", "tmp/a.md"]), "copy");
    assert_eq!(how(&["import", "--yes", "--json", "--copy", "notes/b.md"]), "copy");
    assert_eq!(how(&["import", "--yes", "--json", "notes/b.md"]), "copy", "what was copied stays a copy");
    assert!(machine.ok(&["import", "--yes", "notes/b.md"]).contains("--link"), "and the change is offered");
    assert_eq!(how(&["import", "--yes", "--json", "--link", "notes/b.md"]), "link");
    assert_eq!(how(&["import", "--yes", "--json", "notes/b.md"]), "link");
    let lines = machine.shelf().entries().iter().filter(|entry| entry.deck.as_deref() == Some("b")).count();
    assert_eq!(lines, 1, "{:?}", machine.shelf().entries());
}

#[test]
fn a_copy_that_was_changed_here_is_united_with_newer_notes() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "--copy", "notes/cnn.md"]);
    let copy = machine.shelf().copy_of(&machine.shelf().entries()[0]).unwrap();
    machine.answer(&copy, 0, "It keeps the strongest.");
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    assert_eq!(
        machine.answers("cnn")[0],
        "It keeps the strongest.",
        "an import of the same notes takes nothing"
    );
    machine.write("notes/cnn.md", NOTES.replace("Zeros", "Nothing"));
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let expected = ["It keeps the strongest.", "The step of the kernel.", "Nothing around the map."];
    assert_eq!(machine.answers("cnn"), expected);
    // The change that is offered: what was changed here goes into the notes.
    machine.ok(&["import", "--yes", "--link", "notes/cnn.md"]);
    assert!(machine.text("notes/cnn.md").contains("It keeps the strongest."));
    assert_eq!(machine.shelf().entries()[0].how, How::Link);
    assert_eq!(machine.answers("cnn"), expected);
}

#[test]
fn notes_that_cannot_be_written_keep_the_change_in_the_mirror() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let file = machine.path("notes/cnn.md");
    let lock = |is_locked: bool| {
        let mut mode = fs::metadata(&file).unwrap().permissions();
        mode.set_readonly(is_locked);
        fs::set_permissions(&file, mode).unwrap();
    };
    lock(true);
    let told = machine.answer(&file, 0, "It keeps the strongest.").unwrap();
    assert!(told.contains("cnn.md") && told.contains("copy"), "{told}");
    assert_eq!(machine.text("notes/cnn.md"), NOTES);
    assert_eq!(machine.answers("cnn")[0], "It keeps the strongest.");
    lock(false);
    machine.ok(&["cards"]);
    assert_eq!(machine.text("notes/cnn.md"), NOTES.replace("It shrinks the map.", "It keeps the strongest."));
}

#[test]
fn another_program_in_the_same_file_is_united_with_or_kept_apart() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let file = machine.path("notes/cnn.md");
    let read = machine.cards(&file);
    machine.write("notes/cnn.md", NOTES.replace("It shrinks", "It halves"));
    let face = &read[0].faces[0];
    let wording =
        Wording { question: face.question.to_string(), answer: "It keeps the strongest.".to_owned() };
    let problem = machine.shelf().rewrite(&file, face, &wording, now()).unwrap_err().to_string();
    assert!(problem.contains("kept/") && problem.contains("cnn.md"), "{problem}");
    assert!(machine.kept()[0].contains("It keeps the strongest."));
    assert!(machine.text("notes/cnn.md").contains("It halves"));
    let wording = Wording { question: "What is pooling for?".to_owned(), answer: face.answer.to_string() };
    let told = machine.shelf().rewrite(&file, face, &wording, now()).unwrap().unwrap();
    assert!(told.to_string().contains("both changes"), "{told}");
    assert!(machine.text("notes/cnn.md").starts_with("1. What is pooling for?\nIt halves the map.\n"));
}

#[test]
fn a_deck_of_another_machine_is_served_by_its_mirror_and_finds_its_notes_here() {
    let (one, two) = (Machine::new(), Machine::new());
    one.write("notes/cnn.md", NOTES);
    one.ok(&["import", "--yes", "notes/cnn.md"]);
    // What synchronisation carries.
    let mirror = one.mirror("notes/cnn.md");
    let inside = mirror.strip_prefix(one.data()).unwrap().to_path_buf();
    two.write(&format!("data/{}", inside.display()), fs::read(&mirror).unwrap());
    two.write("data/decks/decks.json", one.text("data/decks/decks.json"));
    assert_eq!(two.answers("cnn").len(), 3);
    assert!(!two.ok(&["cards"]).contains("away"), "the notes are elsewhere, and that is no news");
    two.write("notes/cnn.md", NOTES);
    two.ok(&["import", "--yes", "notes/cnn.md"]);
    assert_eq!(two.shelf().entries().len(), 1, "the same deck");
    assert_eq!(
        two.mirror("notes/cnn.md"),
        real_or_same(&two.path("data")).join(inside.strip_prefix("data").unwrap_or(&inside))
    );
}

#[test]
fn new_cards_and_corrected_ones_stand_in_an_own_deck() {
    let machine = Machine::new();
    let builtin = backprop::store::library::builtin_decks();
    let card = &builtin[0].cards[0];
    let face = &card.faces[0];
    let (mut shelf, lock) = Shelf::lock_of(&machine.dirs()).unwrap();
    shelf.add_own(&Wording { question: "What is mine?".to_owned(), answer: "This.".to_owned() }).unwrap();
    let wording = Wording { question: face.question.to_string(), answer: "In my own words.".to_owned() };
    shelf.correct(&card.id, face, &wording).unwrap();
    drop(lock);
    let cards = machine.json(&["cards", "--json"]);
    let cards = cards.as_array().unwrap();
    let of = |id: &str| cards.iter().filter(|card| card["id"] == id).count();
    assert_eq!(of(card.id.as_str()), 1, "one card, under its id");
    assert!(cards.iter().any(|card| card["deck"] == "my-cards" && card["question"] == "What is mine?"));
    let all = builtin.iter().map(|deck| deck.cards.len()).sum::<usize>();
    assert_eq!(cards.len(), all + 1);
    let lang = face.lang.name();
    let exported = machine.ok(&["--lang", lang, "export", "deck", "--format", "markdown", &builtin[0].name]);
    assert!(exported.contains("In my own words."), "{}", &exported[..300]);
    // The original changes in a later version.
    let list = machine.text("data/decks/decks.json");
    let original = list.lines().find(|line| line.contains("\"original\"")).unwrap().to_owned();
    machine.write("data/decks/decks.json", list.replace(&original, "\"original\": \"0\""));
    assert!(machine.ok(&["cards"]).contains("has changed since you corrected it"));
    let own = machine.data().join(format!("decks/my-cards/my-cards.{lang}.md"));
    let (mut shelf, lock) = Shelf::lock_of(&machine.dirs()).unwrap();
    shelf.renew_correction(&card.id, &own, &backprop::store::library::builtin_decks).unwrap();
    drop(lock);
    assert!(!machine.ok(&["cards"]).contains("has changed since"));
}

#[test]
fn a_deck_keeps_its_accepted_reading_until_it_is_imported_again() {
    let machine = Machine::new();
    machine.write("notes/cnn.md", NOTES);
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    // Headings would be the better reading now.
    let headings: String = ["a", "b", "c", "d", "e", "f"]
        .map(|name| format!("\n## What is {name}?\n\n{name} it is.\n"))
        .concat();
    machine.write("notes/cnn.md", format!("{NOTES}{headings}"));
    let styles = machine.json(&["check", "--json", "notes/cnn.md"]);
    let questions = |machine: &Machine| machine.answers("cnn");
    assert!(questions(&machine).contains(&"It shrinks the map.".to_owned()), "{:?}", styles[0]["style"]);
    let accepted = machine.text("data/decks/decks.json");
    assert!(accepted.contains("\"accepted\": \"numbered\""), "{accepted}");
    machine.ok(&["import", "--yes", "notes/cnn.md"]);
    let style = styles[0]["style"].as_str().unwrap();
    assert!(machine.text("data/decks/decks.json").contains(&format!("\"accepted\": \"{style}\"")));
}

#[test]
fn own_decks_of_two_machines_are_one() {
    let (one, two) = (Machine::new(), Machine::new());
    let remote = one.path("remote.git");
    let made = Command::new("git").args(["init", "--quiet", "--bare"]).arg(&remote).status();
    if !made.is_ok_and(|made| made.success()) {
        return;
    }
    for (machine, question) in [(&one, "What is one?"), (&two, "What is two?")] {
        let (mut shelf, lock) = Shelf::lock_of(&machine.dirs()).unwrap();
        let wording = Wording { question: question.to_owned(), answer: "This.".to_owned() };
        shelf.add_own(&wording).unwrap();
        drop(lock);
    }
    let address = remote.to_str().unwrap();
    one.ok(&["sync", address]);
    two.ok(&["sync", address]);
    one.ok(&["sync"]);
    for machine in [&one, &two] {
        assert_eq!(machine.answers("my-cards").len(), 2);
    }
}

#[test]
fn synchronisation_changes_mirrors_only() {
    let (one, two) = (Machine::new(), Machine::new());
    let remote = one.path("remote.git");
    let made = Command::new("git").args(["init", "--quiet", "--bare"]).arg(&remote).status();
    if !made.is_ok_and(|made| made.success()) {
        return;
    }
    let address = remote.to_str().unwrap();
    one.write("notes/cnn.md", NOTES);
    one.ok(&["import", "--yes", "notes/cnn.md"]);
    one.ok(&["sync", address]);
    two.ok(&["sync", address]);
    let deck = two.shelf();
    let mirror = deck.copy_of(&deck.entries()[0]).unwrap();
    two.answer(&mirror, 0, "It keeps the strongest.");
    two.ok(&["sync"]);
    // The notes change here too, and go along.
    one.write("notes/cnn.md", NOTES.replace("Zeros", "Nothing"));
    let said = one.ok(&["sync"]);
    assert!(said.contains("came from another machine"), "{said}");
    assert_eq!(one.text("notes/cnn.md"), NOTES.replace("Zeros", "Nothing"));
    one.ok(&["import", "--yes", "cnn", "--accept"]);
    let both = NOTES.replace("It shrinks the map.", "It keeps the strongest.").replace("Zeros", "Nothing");
    assert_eq!(one.text("notes/cnn.md"), both);
    one.ok(&["sync"]);
    two.ok(&["sync"]);
    assert_eq!(fs::read_to_string(&mirror).unwrap(), both);
}
