//! Decks that two machines change at once, by the commands a user types: what one of them wrote stays.

use crate::harness::has_git;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// Two machines that share a repository.
struct Two {
    folder: TempDir,
}

const RL: &str = "# RL\n\n1. What is PPO?\n   clipped ratio\n\n2. What is DPO?\n   direct loss\n";

impl Two {
    fn new() -> Two {
        let two = Two { folder: tempfile::tempdir().unwrap() };
        let made = Command::new("git").args(["init", "--quiet", "--bare"]).arg(two.at("shared.git")).status();
        assert!(made.unwrap().success());
        two
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn run(&self, machine: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backprop"));
        let output = command.env("BACKPROP_DATA_DIR", self.at(machine)).args(arguments).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout) + &text(&output.stderr)
    }

    /// The first synchronisation of both.
    fn begin(&self) {
        let remote = self.at("shared.git");
        for machine in ["a", "b"] {
            self.run(machine, &["sync", remote.to_str().unwrap()]);
        }
    }

    /// The notes of a machine that stand in its data folder under this name.
    fn kept(&self, machine: &str, name: &str) -> PathBuf {
        below(&self.at(machine).join("decks"), name)
            .pop()
            .unwrap_or_else(|| panic!("{machine} has no {name}"))
    }

    fn asks(&self, machine: &str, question: &str) -> bool {
        self.run(machine, &["cards", "--json"]).contains(question)
    }
}

fn below(folder: &Path, name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_removed = |path: &Path| path.ends_with("removed");
    let found = entries.filter(|path| !is_removed(path)).flat_map(|path| match path.is_dir() {
        true => below(&path, name),
        false => vec![path],
    });
    found.filter(|path| path.ends_with(name)).collect()
}

fn append(path: &Path, text: &str) {
    let old = fs::read_to_string(path).unwrap();
    fs::write(path, old + text).unwrap();
}

/// Rows: what is imported, how, and whether the machine that took it out synchronises first.
#[test]
fn a_deck_that_one_machine_takes_out_and_another_changes_stays_on_both() {
    if !has_git("sync_decks") {
        return;
    }
    for (source, how, removes_first) in [
        ("notes/rl.md", "--copy", true),
        ("notes/rl.md", "--copy", false),
        ("notes/rl.md", "--link", true),
        ("notes", "--link", false),
    ] {
        let two = Two::new();
        two.write("notes/rl.md", RL);
        two.write("notes/other.md", "1. What is a GAN?\n   two nets\n\n2. What is a VAE?\n   a bound\n");
        let source = two.at(source).to_str().unwrap().to_owned();
        two.run("a", &["import", "--yes", how, &source]);
        two.begin();
        two.run("a", &["remove", &source]);
        append(&two.kept("b", "rl.md"), "\n3. What is KTO?\n   prospects\n");
        let (first, second) = if removes_first { ("a", "b") } else { ("b", "a") };
        two.run(first, &["sync"]);
        let told = two.run(second, &["sync"]) + &two.run(first, &["sync"]);
        let is_told =
            |machine: &str| if machine == "b" { "changed here, so it stays" } else { "and back again" };
        assert!(told.contains(is_told(second)) && told.contains(is_told("a")), "{source} {how}: {told}");
        for machine in ["a", "b"] {
            two.run(machine, &["sync"]);
            for question in ["What is PPO?", "What is DPO?"] {
                assert!(two.asks(machine, question), "{machine} {source} {how} {removes_first}: {question}");
            }
            let deck = fs::read_to_string(two.kept(machine, "rl.md")).unwrap();
            assert!(deck.contains("What is KTO?"), "{machine} {source} {how} {removes_first}: {deck}");
            // A machine that has the notes themselves is asked before anything goes into them.
            let is_asked = how == "--link" && machine == "a";
            assert_eq!(two.asks(machine, "What is KTO?"), !is_asked, "{machine} {source} {how}");
            let other = source.ends_with("notes");
            assert_eq!(two.asks(machine, "What is a GAN?"), other, "{machine} {source}");
            assert!(!two.run(machine, &["doctor"]).contains("no deck reads"), "{machine}");
        }
        // What is taken out again, and changed nowhere, goes.
        two.run("b", &["remove", if source.ends_with("notes") { "notes" } else { "rl" }]);
        two.run("b", &["sync"]);
        two.run("a", &["sync"]);
        assert!(!two.asks("a", "What is PPO?"), "{source} {how}");
    }
}

#[test]
fn notes_that_no_deck_reads_are_named() {
    let two = Two::new();
    let source = two.write("notes/rl.md", RL);
    two.run("a", &["import", "--yes", "--copy", &source]);
    two.run("a", &["import", "--yes", "--copy", &two.write("notes/other.md", RL)]);
    assert!(two.run("a", &["doctor"]).contains("All is well"));
    two.run("a", &["remove", "other"]);
    assert!(two.run("a", &["doctor"]).contains("All is well"), "what was taken out knowingly is not missed");
    let left = two.write("a/decks/left/notes.md", "1. What is SFT?\n   imitation\n\n2. Why?\n   first\n");
    fs::write(two.at("a/decks/left/picture.png"), "x").unwrap();
    let told = two.run("a", &["doctor"]);
    assert!(
        told.contains("left/notes.md: no deck reads these notes") && !told.contains("picture.png"),
        "{told}"
    );
    two.run("a", &["import", "--yes", "--copy", &left]);
    assert!(two.asks("a", "What is SFT?"));
    fs::remove_file(&left).unwrap();
    assert!(two.asks("a", "What is SFT?"), "the copy is another file");
}

/// Writes a file as it was edited so many seconds ago.
fn edit(path: &Path, seconds_ago: u64, text: &str) {
    fs::write(path, text).unwrap();
    let at = SystemTime::now() - Duration::from_secs(seconds_ago);
    fs::File::options().write(true).open(path).unwrap().set_modified(at).unwrap();
}

/// Rows: which machine edited later, and which synchronises first; notes as a copy, or on each machine its own.
#[test]
fn of_two_edits_of_a_line_the_later_one_counts_and_no_card_is_lost() {
    if !has_git("sync_decks") {
        return;
    }
    for (later, first, is_linked) in [
        ("a", "b", false),
        ("a", "a", false),
        ("b", "b", false),
        ("b", "a", false),
        ("a", "b", true),
        ("b", "b", true),
    ] {
        let two = Two::new();
        let how = if is_linked { "--link" } else { "--copy" };
        let sources = ["a", "b"].map(|machine| two.write(&format!("notes-{machine}/rl.md"), RL));
        two.run("a", &["import", "--yes", how, &sources[0]]);
        two.begin();
        if is_linked {
            two.run("b", &["import", "--yes", how, &sources[1]]);
        }
        let ago = |machine| if machine == later { 30 } else { 60 };
        let place = |machine: &str| match (is_linked, machine) {
            (true, "a") => PathBuf::from(&sources[0]),
            (true, _) => PathBuf::from(&sources[1]),
            (false, _) => two.kept(machine, "rl.md"),
        };
        edit(&place("a"), ago("a"), &RL.replace("direct loss", "direct loss by a"));
        let more = "\n3. What is KTO?\n   prospects\n";
        edit(&place("b"), ago("b"), &(RL.replace("direct loss", "direct loss by b") + more));
        let (second, earlier) = (if first == "a" { "b" } else { "a" }, if later == "a" { "b" } else { "a" });
        let mut told = [String::new(), String::new()];
        for machine in [first, second, first, second] {
            told[usize::from(machine == "b")] += &two.run(machine, &["sync"]);
        }
        let row = format!("later {later}, first {first}, linked {is_linked}: {told:?}");
        for machine in ["a", "b"] {
            let deck = fs::read_to_string(two.kept(machine, "rl.md")).unwrap();
            assert!(deck.contains(&format!("direct loss by {later}\n")), "{row} {deck}");
            assert!(!deck.contains(&format!("by {earlier}")) && deck.contains(more.trim()), "{row} {deck}");
            let is_told = |said: &str| told[usize::from(machine == "b")].contains(said);
            assert_eq!(is_told("your version is whole in"), machine == earlier, "{machine} {row}");
            assert_eq!(is_told("yours count"), machine == later && machine == second, "{machine} {row}");
            let aside = fs::read_dir(two.kept(machine, "rl.md").parent().unwrap()).unwrap().flatten();
            let aside =
                aside.map(|file| file.path()).find(|path| path.display().to_string().contains("(other"));
            let aside = fs::read_to_string(aside.unwrap()).unwrap();
            assert!(aside.contains(&format!("by {earlier}")), "{row} {aside}");
        }
        if is_linked {
            for (machine, source) in ["a", "b"].iter().zip(&sources) {
                two.run(machine, &["import", "--accept", source]);
                let notes = fs::read_to_string(source).unwrap();
                assert!(
                    notes.contains("What is KTO?") && notes.contains(&format!("by {later}")),
                    "{row} {notes}"
                );
            }
        }
    }
}

/// The plan of a machine: date, hour, minutes, weights and further interviews.
fn plan(two: &Two, machine: &str) -> [serde_json::Value; 5] {
    let told: serde_json::Value = serde_json::from_str(&two.run(machine, &["plan", "--json"])).unwrap();
    ["date", "hour", "minutes", "weights", "later"].map(|field| told[field].clone())
}

/// Rows: what is changed on one machine and then on the other, apart from each other. The plan is that of a machine on
/// which both is done one after the other.
#[test]
fn settings_of_the_plan_that_two_machines_change_are_all_kept() {
    if !has_git("sync_decks") {
        return;
    }
    for (one, other) in [
        (["--date", "+40d"], ["--minutes", "55"]),
        (["--minutes", "45"], ["--date", "+9d"]),
        (["--at", "14:30"], ["--minutes", "20"]),
        (["--weight", "deep-learning=2"], ["--weight", "rag=0"]),
        (["--weight", "deep-learning=2"], ["--date", "+21d"]),
        (["--also", "+50d"], ["--also", "+60d"]),
        (["--also", "+50d"], ["--minutes", "15"]),
    ] {
        let two = Two::new();
        for machine in ["a", "alone"] {
            two.run(machine, &["plan", "--date", "+30d", "--minutes", "40"]);
        }
        two.begin();
        for (machine, change) in [("a", one), ("b", other), ("alone", one), ("alone", other)] {
            two.run(machine, &[&["plan"][..], &change[..]].concat());
        }
        ["a", "b", "a"].iter().for_each(|machine| drop(two.run(machine, &["sync"])));
        let alone = plan(&two, "alone");
        assert_eq!(plan(&two, "a"), alone, "{one:?} {other:?}");
        assert_eq!(plan(&two, "b"), alone, "{one:?} {other:?}");
    }
}

/// How many cards of a machine ask this.
fn count(two: &Two, machine: &str, question: &str) -> usize {
    two.run(machine, &["cards", "--json"]).matches(&format!("\"What is {question}?\"")).count()
}

const SHAPES: &str =
    "1. What is outfold?\n   zeroing\n\n2. What is cutfold?\n   squares\n\n3. What is mixfold?\n   blends\n";
const CLIPS: &str =
    "1. What is PPO?\n   clipped ratio\n\n2. What is DPO?\n   direct loss\n\n3. What is KTO?\n   prospects\n";

/// Two machines, the first of which has a folder of notes.
fn with_folder() -> Two {
    let two = Two::new();
    two.write("n/reg.md", SHAPES);
    two.write("n/rl.md", CLIPS);
    two.run("a", &["import", "--yes", "--link", two.at("n").to_str().unwrap()]);
    two.begin();
    two
}

/// Has the notes of the first machine stand elsewhere, with other answers where one is given.
fn moved(two: &Two, from: &str, to: &str, change: Option<(&str, &str)>) {
    let (from, to) = (two.at("n").join(from), two.at("n").join(to));
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    let text = fs::read_to_string(&from).unwrap();
    fs::write(to, change.map_or(text.clone(), |(old, new)| text.replace(old, new))).unwrap();
    fs::remove_file(from).unwrap();
}

/// Rows: an answer that the machine that moves the notes changes too, whether the move is imported before the
/// synchronisation, and which machine synchronises first.
#[test]
fn an_edit_follows_notes_that_another_machine_moved() {
    if !has_git("sync_decks") {
        return;
    }
    for (change, is_imported, first) in [
        (None, true, "a"),
        (None, false, "b"),
        (Some(("blends", "blends of two")), true, "b"),
        (Some(("blends", "blends of two")), false, "a"),
    ] {
        let case = format!("{change:?} {is_imported} {first}");
        let two = with_folder();
        let folder = two.at("n").to_str().unwrap().to_owned();
        moved(&two, "reg.md", "sub/regular.md", change);
        if is_imported {
            two.run("a", &["import", "--yes", &folder]);
        }
        let mirror = two.kept("b", "reg.md");
        let edited = fs::read_to_string(&mirror).unwrap().replace("zeroing", "zeroing, scaled");
        fs::write(&mirror, edited).unwrap();
        let second = if first == "a" { "b" } else { "a" };
        [first, second, first].iter().for_each(|machine| drop(two.run(machine, &["sync"])));
        if !is_imported {
            two.run("a", &["import", "--yes", &folder]);
            ["a", "b", "a"].iter().for_each(|machine| drop(two.run(machine, &["sync"])));
        }
        for question in ["outfold", "cutfold", "mixfold"] {
            assert_eq!([count(&two, "a", question), count(&two, "b", question)], [1, 1], "{case} {question}");
        }
        let at_b = fs::read_to_string(two.kept("b", "regular.md")).unwrap();
        assert!(at_b.contains("zeroing, scaled"), "{case}: {at_b}");
        assert!(below(&two.at("b").join("decks"), "reg.md").is_empty(), "{case}");
        // On the machine with the notes the user says whether they take it in.
        assert!(two.run("a", &["import", &folder]).contains("zeroing, scaled"), "{case}");
        two.run("a", &["import", "--yes", "--accept", &folder]);
        let own = fs::read_to_string(two.at("n/sub/regular.md")).unwrap();
        assert!(own.contains("zeroing, scaled"), "{case}: {own}");
        if let Some((_, new)) = change {
            assert!(own.contains(new) && at_b.contains(new), "{case}: {own} {at_b}");
        }
    }
}

#[test]
fn notes_that_both_machines_move_are_asked_once_and_keep_both_edits() {
    if !has_git("sync_decks") {
        return;
    }
    for (place, first) in [("sub/regular.md", "a"), ("other.md", "a"), ("other.md", "b")] {
        let two = with_folder();
        moved(&two, "reg.md", "sub/regular.md", Some(("blends", "blends of two")));
        two.run("a", &["import", "--yes", two.at("n").to_str().unwrap()]);
        let mirror = two.kept("b", "reg.md");
        let root = mirror.parent().unwrap().to_path_buf();
        fs::create_dir_all(root.join(place).parent().unwrap()).unwrap();
        fs::write(root.join(place), SHAPES.replace("zeroing", "zeroing, scaled")).unwrap();
        fs::remove_file(mirror).unwrap();
        let second = if first == "a" { "b" } else { "a" };
        [first, second, first].iter().for_each(|machine| drop(two.run(machine, &["sync"])));
        assert_eq!([count(&two, "b", "outfold"), count(&two, "a", "outfold")], [1, 1], "{place} {first}");
        let found = ["regular.md", "other.md"].map(|name| below(&two.at("b").join("decks"), name)).concat();
        let text = fs::read_to_string(&found[0]).unwrap();
        assert!(
            text.contains("blends of two") && text.contains("zeroing, scaled"),
            "{place} {first}: {text}"
        );
    }
}

#[test]
fn notes_that_one_machine_deletes_and_the_other_edits_stay_and_are_named() {
    if !has_git("sync_decks") {
        return;
    }
    for first in ["a", "b"] {
        let two = with_folder();
        fs::remove_file(two.at("n/reg.md")).unwrap();
        two.run("a", &["import", "--yes", two.at("n").to_str().unwrap()]);
        let mirror = two.kept("b", "reg.md");
        append(&mirror, "\n4. What is softfold?\n   soft targets\n");
        let second = if first == "a" { "b" } else { "a" };
        let said = [first, second, first].map(|machine| (machine, two.run(machine, &["sync"])));
        assert_eq!([count(&two, "b", "softfold"), count(&two, "b", "outfold")], [1, 1]);
        let said: String =
            said.into_iter().filter(|(machine, _)| *machine == "a").map(|(_, said)| said).collect();
        let place = two.at("n/reg.md");
        assert!(said.contains("reg.md") && said.contains("copy it to"), "{first}: {said}");
        // The way out works.
        fs::copy(two.kept("a", "reg.md"), place).unwrap();
        two.run("a", &["import", "--yes", two.at("n").to_str().unwrap()]);
        assert_eq!(count(&two, "a", "softfold"), 1);
        assert!(!two.run("a", &["sync"]).contains("copy it to"));
    }
}

#[test]
fn a_deck_of_a_folder_that_came_from_another_machine_is_removed_by_its_name() {
    if !has_git("decks of another machine") {
        return;
    }
    for by in ["rl", "n/rl.md"] {
        let two = with_folder();
        let has_deck = || two.run("b", &["cards", "--json"]).contains("\"rl\"");
        assert!(has_deck());
        let said = two.run("b", &["remove", by]);
        assert!(!has_deck(), "{by}: {said}");
        assert!(two.run("b", &["cards", "--json"]).contains("\"reg\""), "{by}: {said}");
    }
}
