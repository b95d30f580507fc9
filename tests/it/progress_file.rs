//! The progress file on a real disk: nothing acknowledged is lost.

use backprop::card::{CardId, Grade};
use backprop::day::{At, Calendar, Day};
use backprop::progress::text::HEADER;
use backprop::progress::{Kind, LogEvent, Progress, Record, Review, Tally};
use backprop::state::Scheduler;
use backprop::store::{Dirs, Notice, Opened, Problem, ProgressFile};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// When the learner of these tests begins to study.
const BEGIN: At = At(1_795_341_600_000);

/// When they open their files: a hundred days later.
const NOW: At = At(1_795_341_600_000 + 100 * 86_400_000);

/// A learner's folder, and the ways to it.
struct Place {
    dir: TempDir,
}

impl Place {
    fn new() -> Place {
        Place { dir: tempfile::tempdir().unwrap() }
    }

    fn with(text: impl AsRef<[u8]>) -> Place {
        let place = Place::new();
        fs::write(place.log(), text).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn log(&self) -> PathBuf {
        Dirs::below(self.dir.path()).progress()
    }

    fn text(&self) -> String {
        fs::read_to_string(self.log()).unwrap()
    }

    fn try_open(&self) -> Result<Opened, Problem> {
        let dirs = Dirs::below(self.dir.path());
        ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), NOW)
    }

    fn open(&self) -> Opened {
        self.try_open().unwrap_or_else(|problem| panic!("{problem}"))
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.dir.path()).unwrap();
        let mut names: Vec<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with(".lock"));
        names.sort();
        names
    }
}

type Sight = (BTreeMap<CardId, Record>, Vec<(Day, Tally)>, Option<At>);

fn sight(progress: &Progress) -> Sight {
    let records = progress.records().map(|(id, record)| (id.clone(), *record)).collect();
    (records, progress.days().collect(), progress.latest_at())
}

fn event(minute: i64, card: &str, grade: Grade) -> LogEvent {
    let moment = Calendar::utc().moment(BEGIN.plus_seconds(minute * 60));
    let kind = Kind::Review(Review::new(grade, "recall", 5400));
    LogEvent { at: moment.at, day: moment.day, card: card.into(), kind }
}

fn line(minute: i64) -> String {
    format!(",{}\n", event(minute, "pooling", Grade::Good).to_json())
}

fn grade(opened: &mut Opened, minute: i64, card: &str) -> Result<Vec<Notice>, Problem> {
    let LogEvent { at, kind, .. } = event(minute, card, Grade::Good);
    opened.progress.note(Calendar::utc().moment(at), &card.into(), kind).unwrap();
    opened.file.sync(&mut opened.progress, NOW)
}

fn reps(opened: &Opened, card: &str) -> u32 {
    opened.progress.record(&card.into()).map_or(0, |record| record.state.reps)
}

fn assert_valid(place: &Place) {
    let text = place.text();
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
}

#[test]
fn the_file_is_the_design_s() {
    let place = Place::new();
    let mut opened = place.open();
    assert_eq!(place.names(), [""; 0], "opening alone makes no file");
    grade(&mut opened, 0, "pooling").unwrap();
    let expected = r#"[{"backprop":"progress","version":1}
,{"at":"2026-11-22T10:00:00.000Z","day":"2026-11-22","card":"pooling","event":"review","grade":"good","mode":"recall","ms":5400}
]
"#;
    assert_eq!(place.text(), expected);
    assert_eq!(reps(&place.open(), "pooling"), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(place.log()).unwrap().permissions().mode() & 0o777, 0o600);
        let below = Dirs::below(&place.path("x/y"));
        let mut opened =
            ProgressFile::open(&below.progress(), &below.fold_cache(), Scheduler::default(), NOW).unwrap();
        grade(&mut opened, 0, "a").unwrap();
        assert_eq!(fs::metadata(&below.data).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

/// Rows: a file; reviews in it; whether lines are set aside.
#[test]
fn files_are_read_in_whatever_shape_they_come_back() {
    let rows: [(String, u32, bool); 14] = [
        (String::new(), 0, false),
        (format!("{HEADER}\n]\n"), 0, false),
        (format!("{HEADER}]"), 0, false),
        (format!("{HEADER}\r\n{}]\r\n\r\n", line(0).replace('\n', "\r\n\r\n")), 1, false),
        (format!("{HEADER}\n{}]", line(0)), 1, false),
        (format!("{HEADER}\n{}]", line(0).trim_end()), 1, false),
        (format!("{HEADER}\n{}{}]\n", line(5), line(0)), 2, false),
        (format!("{HEADER}\n{}]\n{}]\n", line(0), line(5)), 2, false),
        (format!("{HEADER}\n{}]\n{HEADER}\n{}{}]\n", line(0), line(0), line(5)), 2, false),
        (format!("{HEADER}\n{}", line(0)), 1, false),
        (
            format!("{HEADER}\n{}<<<<<<< ours\n{}=======\n{}>>>>>>> b\n]\n", line(0), line(1), line(2)),
            3,
            true,
        ),
        (format!("{HEADER}\n{},{{\"at\":\"20\0\0\0\0", line(0)), 1, true),
        (format!("{HEADER}\n,{{\"at\"\n{}]\n", line(0)), 1, true),
        (
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".into(),
            0,
            true,
        ),
    ];
    for (text, reviews, aside) in rows {
        let place = Place::with(&text);
        let mut opened = place.open();
        assert_eq!(reps(&opened, "pooling"), reviews, "{text}");
        let is_aside = matches!(opened.notices[..], [Notice::SetAside { .. }]);
        assert_eq!(is_aside, aside, "{text}: {:?}", opened.notices);
        assert_eq!(place.names().iter().any(|name| name.contains(".rejected-")), aside, "{text}");
        grade(&mut opened, 60, "pooling").unwrap();
        assert_valid(&place);
        let again = place.open();
        assert_eq!((reps(&again, "pooling"), again.notices.len()), (reviews + 1, 0), "{text}");
        assert_eq!(sight(&again.progress), sight(&opened.progress), "{text}");
    }
}

#[test]
fn damaged_lines_are_kept_aside_as_they_were() {
    let place = Place::with(format!("{HEADER}\n{},{{\"at\":\"20", line(0)));
    place.open();
    assert_eq!(place.names(), ["progress.json", "progress.json.rejected-20270302T100000000Z"]);
    let aside = fs::read_to_string(place.path("progress.json.rejected-20270302T100000000Z")).unwrap();
    assert_eq!(aside, ",{\"at\":\"20");
    assert_eq!(place.text(), format!("{HEADER}\n{}]\n", line(0)));
}

/// Rows: what befell a log so long that it is read in parts; the damaged lines of it that are set aside.
#[test]
fn a_long_log_is_read_like_a_short_one() {
    // What decides is the length in bytes; fewer lines are sooner read.
    let mode = "x".repeat(2_000);
    let events: Vec<LogEvent> = (0..1_500)
        .map(|minute| {
            let kind = Kind::Review(Review::new(Grade::ALL[minute as usize % 4], mode.as_str(), 5400));
            LogEvent { kind, ..event(minute, &format!("card {}", minute % 50), Grade::Good) }
        })
        .collect();
    let expected = sight(&Progress::of(Scheduler::default(), &events));
    let lines: Vec<String> = events.iter().map(|event| format!(",{}\n", event.to_json())).collect();
    let log = |lines: &[String]| format!("{HEADER}\n{}]\n", lines.concat());
    let with = |place: usize, line: &str| {
        let mut lines = lines.clone();
        lines.insert(place, line.to_owned());
        log(&lines)
    };
    let backwards: Vec<String> = lines.iter().rev().cloned().collect();
    let twice = [&lines[..], &lines[750..]].concat();
    for (what, text, rejected) in [
        ("as it was written", log(&lines), ""),
        ("backwards", log(&backwards), ""),
        ("with copies", log(&twice), ""),
        ("with other ends of lines", log(&lines).replace('\n', "\r\n"), ""),
        ("with damage early", with(3, "<<<<<<< HEAD\n"), "<<<<<<< HEAD\n"),
        ("with damage late", with(1_450, ",{\"at\":\"2026\0\0\n"), ",{\"at\":\"2026\0\0\n"),
        ("with an end within", with(750, "]\n"), ""),
        ("with two beginnings", with(1_000, &format!("{HEADER}\n")), ""),
        ("without an end", log(&lines).trim_end_matches("]\n").to_owned(), ""),
    ] {
        let place = Place::with(&text);
        let opened = place.open();
        assert_eq!(sight(&opened.progress), expected, "{what}");
        assert_eq!(opened.replayed, if what == "with copies" { 2_250 } else { 1_500 }, "{what}");
        assert_valid(&place);
        let set_aside: String = place
            .names()
            .iter()
            .filter(|name| name.contains("rejected"))
            .map(|name| fs::read_to_string(place.path(name)).unwrap())
            .collect();
        assert_eq!(set_aside, rejected, "{what}");
    }
    let newer = with(1_250, "[{\"backprop\":\"progress\",\"version\":2}\n");
    let problem = Place::with(newer).try_open().unwrap_err().to_string();
    assert!(problem.contains("line 1252"), "{problem}");
}

/// Events that came in since the cache, and statistics that need them all.
#[test]
fn the_whole_history_behind_a_cached_fold_is_that_of_the_file() {
    let place = Place::new();
    let mut opened = place.open();
    for minute in 0..40 {
        grade(&mut opened, minute * 1440, ["a", "b", "c"][minute as usize % 3]).unwrap();
    }
    opened.file.save_cache(&opened.progress).unwrap();
    grade(&mut opened, 80_000, "d").unwrap();
    let mut late = place.open();
    assert!(!late.progress.is_whole());
    // One more that `late` has not seen yet.
    grade(&mut opened, 90_000, "a").unwrap();
    for known in [42, 42] {
        late.file.load_history(&mut late.progress, NOW, &mut Vec::new()).unwrap();
        assert!(late.progress.is_whole());
        assert_eq!((late.progress.len(), sight(&late.progress)), (known, sight(&opened.progress)));
    }
    let mut fresh = place.open();
    fresh
        .progress
        .note(Calendar::utc().moment(NOW.plus_seconds(6_000_000)), &"d".into(), Kind::Flag)
        .unwrap();
    fresh.file.load_history(&mut fresh.progress, NOW, &mut Vec::new()).unwrap();
    assert_eq!((fresh.progress.len(), fresh.progress.unsaved().len()), (43, 1));
    assert!(fresh.progress.record(&"d".into()).unwrap().flagged);
}

#[test]
fn a_file_that_is_not_ours_stops_the_program_and_is_left_alone() {
    let rows = [
        ("{\"cards\": []}", "progress.json, line 1: not a backprop progress file"),
        ("\u{1}\u{2}\u{3}", "progress.json, line 1: not a backprop progress file"),
        ("\n\n[1,2]", "progress.json, line 3: not a backprop progress file"),
        (
            "[{\"backprop\":\"progress\",\"version\":2}\n]\n",
            "line 1: written by a newer backprop: format version 2",
        ),
    ];
    for (text, message) in rows {
        let place = Place::with(text);
        let problem = place.try_open().unwrap_err().to_string();
        assert!(problem.contains(message) && problem.contains("--data-dir"), "{problem}");
        assert_eq!((place.text().as_str(), place.names()), (text, vec!["progress.json".to_owned()]));
    }
    let place = Place::new();
    fs::create_dir(place.log()).unwrap();
    let problem = place.try_open().unwrap_err().to_string();
    assert!(problem.contains("progress.json") && problem.contains("move it away"), "{problem}");
}

/// A sample with every kind of line.
fn sample() -> String {
    let undo =
        LogEvent { kind: Kind::Undo { of: event(1, "x", Grade::Good).at }, ..event(3, "b", Grade::Good) };
    let moved = LogEvent { kind: Kind::Move { to: "池化".into() }, ..event(4, "a", Grade::Good) };
    let events = [event(0, "a", Grade::Good), event(1, "b", Grade::Again), undo, moved];
    let lines: String = events.iter().map(|event| format!(",{}\n", event.to_json())).collect();
    format!("{HEADER}\n{lines},{{\"event\":\"dance\",\"new\":[1]}}\n]\n")
}

#[test]
fn a_file_cut_at_any_byte_keeps_every_whole_line() {
    let text = sample();
    for cut in 0..=text.len() {
        let place = Place::with(&text.as_bytes()[..cut]);
        let mut opened = place.open();
        grade(&mut opened, 60, "c").unwrap_or_else(|problem| panic!("{cut}: {problem}"));
        assert_valid(&place);
        let now = place.text();
        let whole = text.as_bytes()[..cut].split_inclusive(|byte| *byte == b'\n');
        for line in whole.filter(|line| line.starts_with(b",") && line.ends_with(b"\n")) {
            assert!(now.contains(std::str::from_utf8(line).unwrap()), "cut at {cut}: {now}");
        }
        assert_eq!(reps(&place.open(), "c"), 1, "cut at {cut}");
    }
}

#[test]
fn a_file_cut_at_any_byte_while_running_gets_back_what_this_process_saved() {
    let text = sample();
    for cut in 0..text.len() {
        let place = Place::with(&text);
        let mut opened = place.open();
        grade(&mut opened, 60, "c").unwrap();
        fs::write(place.log(), &text.as_bytes()[..cut]).unwrap();
        let notices = grade(&mut opened, 61, "c").unwrap();
        assert!(notices.iter().any(|notice| matches!(notice, Notice::Restored { events: 1, .. })), "{cut}");
        assert_valid(&place);
        assert_eq!((reps(&opened, "c"), reps(&place.open(), "c")), (2, 2), "cut at {cut}");
        assert_eq!(sight(&opened.progress), sight(&place.open().progress), "cut at {cut}");
    }
}

#[test]
fn a_file_deleted_replaced_or_turned_foreign_while_running() {
    let place = Place::with(sample());
    let mut opened = place.open();
    grade(&mut opened, 60, "c").unwrap();
    fs::remove_file(place.log()).unwrap();
    grade(&mut opened, 61, "c").unwrap();
    assert_eq!(reps(&place.open(), "c"), 2);

    // Another program puts its own version in its place.
    fs::write(place.path("new"), format!("{HEADER}\n{}]\n", line(2))).unwrap();
    fs::rename(place.path("new"), place.log()).unwrap();
    grade(&mut opened, 62, "c").unwrap();
    let again = place.open();
    assert_eq!((reps(&again, "c"), reps(&again, "pooling")), (3, 1));
    assert_eq!(sight(&opened.progress), sight(&again.progress));

    fs::write(place.log(), "{}").unwrap();
    let problem = grade(&mut opened, 63, "c").unwrap_err();
    assert!(matches!(problem, Problem::NotOurs { .. }), "{problem}");
    assert_eq!((place.text().as_str(), opened.progress.unsaved().len()), ("{}", 1));
    fs::remove_file(place.log()).unwrap();
    opened.file.sync(&mut opened.progress, NOW).unwrap();
    assert_eq!((reps(&place.open(), "c"), opened.progress.unsaved().len()), (4, 0));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_read_and_appending_says_why() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with(sample());
    let mode = |mode| fs::set_permissions(place.dir.path(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    fs::set_permissions(place.log(), fs::Permissions::from_mode(0o400)).unwrap();
    // The superuser may write anywhere.
    let is_root = fs::write(place.path("probe"), "").is_ok();
    let mut opened = place.open();
    assert_eq!(reps(&opened, "池化"), 1);
    if !is_root {
        let problem = grade(&mut opened, 60, "c").unwrap_err().to_string();
        assert!(problem.contains("progress.json") && problem.contains("check who"), "{problem}");
        assert_eq!(opened.progress.unsaved().len(), 1);
    }
    mode(0o700);
    fs::set_permissions(place.log(), fs::Permissions::from_mode(0o600)).unwrap();
    opened.file.sync(&mut opened.progress, NOW).unwrap();
    assert_eq!(opened.progress.unsaved().len(), 0);
}

#[test]
fn copies_beside_the_file_are_taken_in_once() {
    let place = Place::with(format!("{HEADER}\n{}]\n", line(0)));
    let unknown = ",{\"event\":\"dance\",\"at\":\"2026-11-22T10:00:00Z\"}\n";
    let copy = "progress (Ana's conflicted copy 2026-11-22).json";
    fs::write(place.path(copy), format!("{HEADER}\n{}{}{unknown}]\n", line(0), line(-5))).unwrap();
    fs::write(place.path("progress 2.json"), "not ours").unwrap();
    let mut opened = place.open();
    assert_eq!(reps(&opened, "pooling"), 2);
    assert!(
        matches!(&opened.notices[..], [Notice::TookIn { events: 2, .. }, Notice::LeftAlone { .. }]),
        "{:?}",
        opened.notices
    );
    assert_eq!(place.names(), [format!("{copy}.merged").as_str(), "progress 2.json", "progress.json"]);
    assert!(place.text().contains(unknown));
    assert_valid(&place);
    grade(&mut opened, 1, "pooling").unwrap();
    assert_eq!(reps(&place.open(), "pooling"), 3);
}

#[test]
fn logs_a_user_names_are_merged_and_left_where_they_are() {
    let place = Place::with(format!("{HEADER}\n{}]\n", line(0)));
    let (laptop, letter) = (place.path("laptop.json"), place.path("letter.txt"));
    fs::write(&laptop, format!("{HEADER}\n{}{}]\n", line(0), line(-5))).unwrap();
    fs::write(&letter, "Dear all").unwrap();
    let Opened { mut file, mut progress, .. } = place.open();
    let mut merge = |others: &[&PathBuf]| {
        let others: Vec<PathBuf> = others.iter().map(|path| (*path).clone()).collect();
        let taken = file.merge(&mut progress, &others, NOW, &mut Vec::new())?;
        Ok::<_, Problem>(taken.iter().map(|log| (log.events, log.new, log.damaged)).collect::<Vec<_>>())
    };
    assert_eq!(merge(&[&laptop]).unwrap(), [(2, 1, 0)]);
    fs::write(&laptop, format!("{HEADER}\n{}{}<<<\n]\n", line(0), line(-5))).unwrap();
    assert_eq!(merge(&[&laptop, &laptop]).unwrap(), [(2, 0, 1), (2, 0, 1)]);
    assert!(merge(&[&letter]).unwrap_err().to_string().contains("letter.txt, line 1"));
    assert_eq!(progress.record(&"pooling".into()).unwrap().state.reps, 2);
    assert_eq!(sight(&place.open().progress), sight(&progress));
    assert_eq!(place.names(), ["laptop.json", "letter.txt", "progress.json"]);
}

#[test]
fn the_cache_saves_the_replay_and_is_never_trusted_over_the_log() {
    let place = Place::new();
    let mut opened = place.open();
    for minute in 0..50 {
        grade(&mut opened, minute * 1440, ["a", "b", "c"][minute as usize % 3]).unwrap();
    }
    assert!(opened.file.save_cache(&opened.progress).unwrap());
    assert!(!opened.file.save_cache(&opened.progress).unwrap(), "it is good as it is");
    let expected = sight(&opened.progress);
    let check = |replayed: usize, expected: &Sight, what: &str| {
        let opened = place.open();
        assert_eq!((opened.replayed, &sight(&opened.progress)), (replayed, expected), "{what}");
    };
    check(0, &expected, "trusted");
    let text = place.text();
    fs::write(place.path("new"), &text).unwrap();
    fs::rename(place.path("new"), place.log()).unwrap();
    check(0, &expected, "hashed");

    let mut other = place.open();
    let mut opened = place.open();
    grade(&mut other, 100_000, "a").unwrap();
    let expected = sight(&other.progress);
    check(1, &expected, "grown");
    opened.file.sync(&mut opened.progress, NOW).unwrap();
    assert_eq!(sight(&opened.progress), expected);
    assert!(opened.file.save_cache(&opened.progress).unwrap());
    check(0, &expected, "saved again from the cache");

    // The same length, another content.
    let changed = place.text().replacen("\"good\"", "\"easy\"", 1);
    fs::write(place.path("new"), &changed).unwrap();
    fs::rename(place.path("new"), place.log()).unwrap();
    let fresh = place.open();
    assert_eq!(fresh.replayed, 51);
    assert_ne!(sight(&fresh.progress), expected);

    let cache = Dirs::below(place.dir.path()).fold_cache();
    let bytes = fs::read(&cache).unwrap();
    fs::write(place.log(), &text).unwrap();
    let expected = sight(&place.open().progress);
    for index in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[index] ^= 1;
        fs::write(&cache, &bytes[..]).unwrap();
        check(50, &expected, "corrupted");
        fs::write(&cache, &bytes[..index]).unwrap();
        check(50, &expected, "cut");
    }
}

#[test]
fn an_undo_of_an_old_review_loads_the_history() {
    let place = Place::with(format!("{HEADER}\n{}{}]\n", line(0), line(5)));
    let mut opened = place.open();
    opened.file.save_cache(&opened.progress).unwrap();
    let mut opened = place.open();
    let now = Calendar::utc().moment(NOW.plus_seconds(3600));
    let undo = || Kind::Undo { of: event(5, "", Grade::Good).at };
    assert!(opened.progress.note(now, &"pooling".into(), undo()).is_err());
    opened.file.load_history(&mut opened.progress, NOW, &mut Vec::new()).unwrap();
    opened.progress.note(now, &"pooling".into(), undo()).unwrap();
    opened.file.sync(&mut opened.progress, NOW).unwrap();
    assert_eq!((reps(&opened, "pooling"), reps(&place.open(), "pooling")), (1, 1));
}

#[test]
fn many_programs_at_once_lose_nothing() {
    let place = Place::new();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let place = &place;
            scope.spawn(move || {
                let mut opened = place.open();
                for minute in 0..40 {
                    grade(&mut opened, minute, &format!("card-{writer}")).unwrap();
                }
            });
        }
    });
    assert_valid(&place);
    let opened = place.open();
    assert_eq!([0, 1, 2, 3].map(|writer| reps(&opened, &format!("card-{writer}"))), [40; 4]);
    assert_eq!(place.text().lines().count(), 162);
}

/// Names the folder in which [`a_program_to_be_killed`] studies.
const VICTIM_DIR: &str = "BACKPROP_TEST_VICTIM_DIR";

/// Not a test by itself: the test below runs it in a process of its own.
#[test]
fn a_program_to_be_killed() {
    let Some(dir) = std::env::var_os(VICTIM_DIR) else { return };
    let dirs = Dirs::below(Path::new(&dir));
    let mut opened =
        ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), NOW).unwrap();
    for minute in 0.. {
        grade(&mut opened, minute, "a").unwrap();
        println!("\nsaved {}", reps(&opened, "a"));
        if minute % 16 == 0 {
            // A cache that cannot be saved costs time, nothing else.
            drop(opened.file.save_cache(&opened.progress));
        }
    }
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    use std::process::{Command, Stdio};
    let place = Place::new();
    for round in 0..12u64 {
        let mut victim = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "progress_file::a_program_to_be_killed", "--nocapture"])
            .env(VICTIM_DIR, place.dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(victim.stdout.take().unwrap());
        let mut said = String::new();
        // Some systems start a program slowly.
        while cfg!(windows) && !said.contains("saved") && output.read_line(&mut said).unwrap() > 0 {}
        std::thread::sleep(std::time::Duration::from_micros(20_000 + 7_919 * round));
        victim.kill().unwrap();
        output.read_to_string(&mut said).unwrap();
        victim.wait().unwrap();
        let saved = said.lines().filter_map(|line| line.strip_prefix("saved ")?.parse::<u32>().ok()).max();
        let opened = place.open();
        assert!(reps(&opened, "a") >= saved.unwrap_or(0), "{saved:?}");
        if opened.file.path().exists() {
            assert_valid(&place);
        }
    }
    assert!(reps(&place.open(), "a") > 0);
}

/// One step of a study with two programs open.
#[derive(Debug, Clone)]
enum Step {
    Grade(usize, u8),
    Undo(usize),
    Reopen(usize),
    SaveCache(usize),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..2usize, 0..4u8).prop_map(|(program, card)| Step::Grade(program, card)),
        2 => (0..2usize).prop_map(Step::Undo),
        1 => (0..2usize).prop_map(Step::Reopen),
        1 => (0..2usize).prop_map(Step::SaveCache),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_study_read_again_is_the_same(steps in prop::collection::vec(any_step(), 0..25)) {
        let place = Place::new();
        let mut programs = [place.open(), place.open()];
        let mut last: [Option<(At, CardId)>; 2] = [None, None];
        for (minute, step) in (0i64..).zip(steps) {
            let (which, noted) = match step {
                Step::Grade(which, card) => {
                    let card = CardId::from(["a", "b", "c", "d"][card as usize]);
                    (which, Some((card, event(minute * 300, "", Grade::Good).kind)))
                }
                Step::Undo(which) => {
                    (which, last[which].take().map(|(of, card)| (card, Kind::Undo { of })))
                }
                Step::Reopen(which) => {
                    programs[which] = place.open();
                    (which, None)
                }
                Step::SaveCache(which) => {
                    let Opened { file, progress, .. } = &mut programs[which];
                    file.save_cache(progress).unwrap();
                    (which, None)
                }
            };
            let Some((card, kind)) = noted else { continue };
            let Opened { file, progress, .. } = &mut programs[which];
            let now = Calendar::utc().moment(BEGIN.plus_seconds(minute * 300));
            let at = match progress.note(now, &card, kind.clone()) {
                Ok(at) => at,
                Err(_) => {
                    file.load_history(progress, NOW, &mut Vec::new()).unwrap();
                    progress.note(now, &card, kind.clone()).unwrap()
                }
            };
            if matches!(kind, Kind::Review(_)) {
                last[which] = Some((at, card));
            }
            file.sync(progress, NOW).unwrap();
        }
        for Opened { file, progress, .. } in &mut programs {
            file.sync(progress, NOW).unwrap();
        }
        let again = place.open();
        let fresh = {
            fs::remove_dir_all(Dirs::below(place.dir.path()).cache).ok();
            place.open()
        };
        prop_assert_eq!(sight(&fresh.progress), sight(&again.progress));
        for Opened { progress, .. } in &programs {
            prop_assert_eq!(sight(&fresh.progress), sight(progress));
        }
        prop_assert_eq!(fresh.notices.len(), 0);
    }
}

#[test]
fn a_linked_file_stays_linked() {
    #[cfg(unix)]
    {
        let place = Place::new();
        fs::write(place.path("real.json"), format!("{HEADER}\n{}broken\n", line(0))).unwrap();
        std::os::unix::fs::symlink(place.path("real.json"), place.log()).unwrap();
        let mut opened = place.open();
        grade(&mut opened, 9, "pooling").unwrap();
        assert!(fs::symlink_metadata(place.log()).unwrap().is_symlink());
        assert_eq!(reps(&place.open(), "pooling"), 2);
        assert!(Path::new(&opened.file.path()).ends_with("real.json"));
    }
}
