//! `doctor --repair`: what is whole comes back, what is wrong is put right, and the old file stays.

use crate::harness::home::{Home, text};
use backprop::card::Grade;
use backprop::day::{At, Calendar, Moment};
use backprop::progress::text::HEADER;
use backprop::progress::{Kind, LogEvent, Review, Salvage};
use backprop::state::Scheduler;
use backprop::store::repair::Repairs;
use backprop::store::{Dirs, Opened, ProgressFile};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

fn now() -> Moment {
    Calendar::utc().moment(At::parse("2026-11-22T10:00:00Z").unwrap())
}

fn log() -> String {
    let line = |index: i64| {
        let Moment { at, day } = Calendar::utc().moment(now().at.plus_seconds((index - 300) * 600));
        let card = format!("card {}", index % 20);
        let kind = Kind::Review(Review::new(Grade::ALL[index as usize % 4], "recall", 5400));
        format!(",{}\n", LogEvent { at, day, card: card.as_str().into(), kind }.to_json())
    };
    format!("{HEADER}\n{}]\n", (0..200).map(line).collect::<String>())
}

/// The whole lines of a text, without the commas.
fn whole(text: &[u8]) -> HashSet<String> {
    let text = String::from_utf8_lossy(text).into_owned();
    text.lines().filter_map(|line| Some(line.strip_prefix(',')?.to_owned())).collect()
}

/// What is in a log that is as it should be.
fn in_log(folder: &Path) -> HashSet<String> {
    let bytes = fs::read(Dirs::below(folder).progress()).unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
    whole(&bytes)
}

fn open(folder: &Path) -> Opened {
    let dirs = Dirs::below(folder);
    ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), now().at).unwrap()
}

/// The lines that one flipped bit leaves whole.
fn untouched(log: &str, place: usize) -> HashSet<String> {
    let mut start = 0;
    let mut lines = HashSet::new();
    for line in log.split_inclusive('\n') {
        let text = start..start + line.len() - 1;
        start += line.len();
        if !text.contains(&place) && line.starts_with(',') {
            lines.insert(line[1..].trim_end().to_owned());
        }
    }
    lines
}

/// `BACKPROP_FLIPS=all` has every one of them on the disk.
#[test]
fn after_any_flipped_bit_all_whole_lines_come_back() {
    let log = log();
    let is_all = std::env::var("BACKPROP_FLIPS").is_ok_and(|flips| flips == "all");
    let mut on_disk = 0;
    let folder = tempfile::tempdir().unwrap();
    let dirs = Dirs::below(folder.path());
    for flip in 0..600 * 8 {
        let mut bytes = log.clone().into_bytes();
        bytes[flip / 8] ^= 1 << (flip % 8);
        let expected = untouched(&log, flip / 8);
        assert!(expected.len() >= 199);
        let found: HashSet<String> = Salvage::of(&bytes).lines.into_iter().collect();
        assert!(expected.is_subset(&found), "bit {flip}");
        if !is_all && (flip % 61 > 0 && flip >= HEADER.len() * 8 || flip % 7 > 0) {
            continue;
        }
        // The same on the disk, by a repair and by a merge.
        on_disk += 1;
        fs::write(dirs.progress(), &bytes).unwrap();
        Repairs::perform(&dirs, now(), &Calendar::utc()).unwrap();
        let found = in_log(folder.path());
        assert!(
            expected.is_subset(&found),
            "bit {flip}: {:?}",
            expected.difference(&found).collect::<Vec<_>>()
        );
        assert!(Repairs::find(&dirs, now(), &Calendar::utc()).unwrap().is_empty(), "bit {flip}");
        let (other, place) = (folder.path().join("other.json"), tempfile::tempdir().unwrap());
        fs::write(&other, &bytes).unwrap();
        let Opened { mut file, mut progress, .. } = open(place.path());
        file.merge(&mut progress, &[other], now().at, &mut Vec::new()).unwrap();
        assert!(expected.is_subset(&in_log(place.path())), "bit {flip}");
        for entry in fs::read_dir(folder.path()).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
    }
    println!("4800 flips in memory, {on_disk} on the disk, by repair and by merge");
}

fn pretty(log: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(log).unwrap();
    format!("{value:#}")
}

/// Rows: what befell a log; how many of its lines are lost.
#[test]
fn damaged_logs_are_repaired_on_request_and_merged() {
    let log = log();
    let mut zeroed = log.clone().into_bytes();
    zeroed[..4096].fill(0);
    let lost = whole(log.as_bytes()).len() - whole(&zeroed).len();
    let conflict = log.replacen("[{", "<<<<<<< HEAD\n[{", 1).replacen(",{", "=======\n,{", 1).replacen(
        "]\n",
        ">>>>>>> other\n]\n",
        1,
    );
    for (what, bytes, lost) in [
        ("zeros", zeroed, lost),
        ("no first line", log.split_once('\n').unwrap().1.into(), 0),
        ("a text over its beginning", [b"Dear diary,\ntoday ", &log.as_bytes()[17..]].concat(), 0),
        ("laid out anew", pretty(&log).into_bytes(), 0),
        ("on one line", log.replace('\n', "").into_bytes(), 0),
        ("conflict markers", conflict.into_bytes(), 0),
    ] {
        let home = Home::new();
        fs::create_dir_all(home.path("data")).unwrap();
        fs::write(home.path("data/progress.json"), &bytes).unwrap();
        let asked = home.run(&["doctor", "--repair"]);
        assert_eq!(asked.status.code(), Some(1), "{what}");
        assert!(text(&asked.stdout).contains("will "), "{what}: {}", text(&asked.stdout));
        assert_eq!(fs::read(home.path("data/progress.json")).unwrap(), bytes, "{what}: only told");

        let told = text(&home.run(&["doctor", "--repair", "--yes"]).stdout);
        assert!(told.contains("done "), "{what}: {told}");
        let expected: HashSet<String> = whole(log.as_bytes());
        let found = in_log(&home.path("data"));
        assert_eq!(expected.difference(&found).count(), lost, "{what}");
        assert_eq!(found.difference(&expected).count(), 0, "{what}");
        let names = fs::read_dir(home.path("data")).unwrap().map(|entry| entry.unwrap().path());
        let kept: Vec<_> = names.filter(|path| path.to_string_lossy().contains(".damaged-")).collect();
        assert_eq!(fs::read(&kept[0]).unwrap(), bytes, "{what}");
        assert!(
            text(&home.run(&["doctor", "--repair", "--yes"]).stdout).contains("Nothing to repair"),
            "{what}"
        );

        let other = Home::new();
        other.say(&["merge", kept[0].to_str().unwrap()]);
        assert_eq!(in_log(&other.path("data")), found, "{what}");
    }
}

#[test]
fn what_is_no_log_is_left_alone() {
    let home = Home::new();
    fs::create_dir_all(home.path("data")).unwrap();
    for foreign in [
        "{\"cards\": [{\"at\": 1}]}",
        "\u{1}\u{2}",
        "[{\"backprop\":\"progress\",\"version\":2}\n,{\"event\":\"new\",\"at\":\"2026-11-22T10:00:00Z\"}\n]\n",
    ] {
        fs::write(home.path("data/progress.json"), foreign).unwrap();
        assert_eq!(home.run(&["doctor", "--repair", "--yes"]).status.code(), Some(1), "{foreign}");
        assert_eq!(fs::read_to_string(home.path("data/progress.json")).unwrap(), foreign);
    }
}

#[test]
fn what_was_set_aside_comes_back() {
    let home = Home::new();
    fs::create_dir_all(home.path("data")).unwrap();
    let log = log();
    // Two lines became one, and a start put it aside.
    let joined = log.replacen("}\n,{\"at\"", "}\u{b},{\"at\"", 3).replacen("}\u{b},", "}\n,", 1);
    fs::write(home.path("data/progress.json"), joined).unwrap();
    home.say(&["stats"]);
    assert!(in_log(&home.path("data")).len() < 200);
    home.run(&["doctor", "--repair", "--yes"]);
    assert_eq!(in_log(&home.path("data")), whole(log.as_bytes()));
}

#[test]
fn an_event_of_a_wrong_clock_is_taken_back_and_noted_anew() {
    let home = Home::new();
    let notes = home.write("notes.md", "# Notes\n\n1. What is A?\n<!-- id: A -->\n\nA.\n");
    home.say(&["import", &notes, "--yes"]);
    home.say(&["grade", "A", "good", "--at", "2036-01-01T10:00:00Z"]);
    let before = fs::read_to_string(home.path("data/progress.json")).unwrap();
    let doctor = home.run(&["doctor"]);
    let told = text(&doctor.stdout);
    assert!(
        !doctor.status.success() && told.contains("A has an event of 2036-01-01T10:00:00.000Z"),
        "{told}"
    );
    let start = text(&home.run(&["cards"]).stderr);
    assert!(start.contains("2036-01-01T10:00:00.000Z") && start.contains("doctor --repair"), "{start}");
    let repaired = home.run(&["doctor", "--repair", "--yes"]);
    assert!(repaired.status.success(), "{}", text(&repaired.stdout));
    let after = fs::read_to_string(home.path("data/progress.json")).unwrap();
    assert!(after.starts_with(before.trim_end_matches("]\n")), "lines are only added: {after}");
    let state = |home: &Home| {
        let cards = home.json(&["cards", "--json"]);
        cards.as_array().unwrap().iter().find(|card| card["id"] == "A").unwrap()["state"].clone()
    };
    assert_eq!(state(&home), "learning");
    // The copy of another machine does not bring it back.
    let old = home.write("old.json", before);
    home.say(&["merge", &old]);
    assert!(text(&home.run(&["doctor", "--repair", "--yes"]).stdout).contains("Nothing to repair"));
    assert_eq!(text(&home.run(&["cards"]).stderr), "");
}

#[test]
fn a_clock_older_than_the_program_notes_nothing() {
    let home = Home::new();
    let notes = home.write("notes.md", "# Notes\n\n1. What is A?\n<!-- id: A -->\n\nA.\n");
    home.say(&["import", &notes, "--yes"]);
    home.say(&["grade", "A", "good"]);
    let before = fs::read(home.path("data/progress.json")).unwrap();
    let early = "2000-01-01T10:00:00Z";
    for arguments in [
        &["grade", "A", "good"][..],
        &["asked", "A", "hard"],
        &["plan", "--date", "2026-12-24", "--minutes", "5"],
        &["doctor", "--repair", "--yes"],
    ] {
        let output = home.run_at(early, arguments);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {told}");
        assert!(told.contains("before this program was made") && told.contains("set"), "{told}");
    }
    assert_eq!(fs::read(home.path("data/progress.json")).unwrap(), before);
    assert!(text(&home.run_at(early, &["cards"]).stderr).contains("before this program was made"));
    home.say_at(early, &["grade", "A", "good", "--at", "2026-11-22T10:20:00Z"]);
    let cards = home.json_at("2026-11-22T10:30:00Z", &["cards", "--json"]);
    assert!(cards.as_array().unwrap().iter().any(|card| card["id"] == "A" && card["reps"] == 2));
}

#[test]
fn what_was_never_finished_is_deleted() {
    let home = Home::new();
    home.say(&["cards"]);
    fs::create_dir_all(home.path("data/decks")).unwrap();
    fs::create_dir_all(home.path("data/sync/git/refs/heads")).unwrap();
    let left = [
        "data/.backprop-abc",
        "data/decks/.backprop-def",
        "data/sync/git/index.lock",
        "data/sync/git/refs/heads/main.lock",
    ];
    for name in left {
        fs::write(home.path(name), "half").unwrap();
    }
    let told = text(&home.run(&["doctor", "--repair", "--yes"]).stdout);
    assert!(told.contains(".backprop-abc") && told.contains(".backprop-def"), "{told}");
    for name in left {
        assert!(!home.path(name).exists(), "{name}");
    }
}

/// Gigabytes that were never written, as a power loss may leave them.
#[cfg(target_os = "linux")]
#[test]
fn a_long_blank_end_is_cut_without_being_read() {
    use std::os::unix::fs::MetadataExt;
    let folder = tempfile::tempdir().unwrap();
    let path = Dirs::below(folder.path()).progress();
    for torn in ["", ",{\"at\":\"2026-"] {
        let log = log();
        let damaged = if torn.is_empty() { log.clone() } else { log.replace("]\n", torn) };
        fs::write(&path, damaged).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_len(1 << 36).unwrap();
        if file.metadata().unwrap().blocks() > 1000 {
            return; // A disk without holes.
        }
        let mut opened = open(folder.path());
        assert_eq!(opened.progress.len(), 200);
        let kind = Kind::Review(Review::new(Grade::Good, "recall", 5400));
        opened.progress.note(now(), &"card 1".into(), kind).unwrap();
        opened.file.sync(&mut opened.progress, now().at).unwrap();
        assert_eq!(in_log(folder.path()).len(), 201);
        let kept: u64 =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
        assert!(kept < 1 << 16, "{kept}");
    }
}

#[test]
fn an_empty_log_beside_a_cache_that_knew_answers_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = Dirs::below(folder.path());
    fs::write(dirs.progress(), log()).unwrap();
    let mut opened = open(folder.path());
    opened.file.save_cache(&opened.progress).unwrap();
    fs::write(dirs.progress(), "").unwrap();
    let told: Vec<String> = open(folder.path()).notices.iter().map(ToString::to_string).collect();
    assert!(
        told.len() == 1 && told[0].contains("is empty, but 200 answers") && told[0].contains("merge"),
        "{told:?}"
    );
    fs::remove_file(dirs.progress()).unwrap();
    assert_eq!(open(folder.path()).notices, []);
}
