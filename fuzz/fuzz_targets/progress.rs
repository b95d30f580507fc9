//! Any bytes are a progress file: no panic; the union of two logs is the same in either order and loses
//! no event; the fold does not depend on the order of lines; a file is mended into valid JSON with every
//! event it had.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run progress CORPUS -- -max_total_time=300 -max_len=4000`, where the
//! corpus begins with `tests/stories/reviews.json`, a byte before it that says where a second log begins.

#![no_main]

use backprop::card::CardId;
use backprop::day::{At, Day};
use backprop::progress::text::{LogPiece, Scan, merge};
use backprop::progress::{Kind, LogEvent, Progress, Record, Replay, Tally, Target, event};
use backprop::state::Scheduler;
use backprop::store::{Dirs, ProgressFile};
use libfuzzer_sys::fuzz_target;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

fuzz_target!(|bytes: &[u8]| {
    let Some((place, bytes)) = bytes.split_first() else { return };
    let cut = bytes.len() * usize::from(*place & 0x7f) / 0x7f;
    let (one, other) = bytes.split_at(cut);
    unite(one, other);
    fold(one);
    // A disk is slow; half of the logs are enough for it.
    if place & 0x80 != 0 {
        mend(one);
    }
});

fn lines(log: &[u8]) -> impl Iterator<Item = &[u8]> {
    log.split_inclusive(|byte| *byte == b'\n')
}

/// The JSON of every event; none where a line says that this is no log of ours.
fn events(log: &[u8]) -> Option<BTreeSet<Vec<u8>>> {
    let mut scan = Scan::default();
    let mut found = BTreeSet::new();
    for line in lines(log) {
        if let LogPiece::Event(_, json) = scan.take(line).ok()? {
            found.insert(json.to_vec());
        }
    }
    Some(found)
}

fn assert_json(text: &[u8]) {
    let read = serde_json::from_slice::<serde::de::IgnoredAny>(text);
    assert!(read.is_ok(), "{read:?}: {}", String::from_utf8_lossy(text));
}

fn unite(one: &[u8], other: &[u8]) {
    let (Ok(a), Ok(b)) = (merge(&[one]), merge(&[other])) else { return };
    let both = merge(&[one, other]).expect("both are logs");
    assert_eq!(both.text, merge(&[other, one]).expect("both are logs").text);
    assert_eq!(both.text, merge(&[&b.text, &a.text, &a.text]).expect("a union is a log").text);
    assert_eq!(a.text, merge(&[&a.text]).expect("a union is a log").text);
    assert_json(&both.text);
    let mut wanted = events(one).unwrap_or_default();
    wanted.extend(events(other).unwrap_or_default());
    assert_eq!(events(&both.text), Some(wanted));
}

type Sight = (BTreeMap<CardId, Record>, Vec<(Day, Tally)>, Option<At>, Option<Target>);

fn sight(progress: &Progress) -> Sight {
    let records = progress.records().map(|(id, record)| (id.clone(), *record)).collect();
    (records, progress.days().collect(), progress.latest_at(), progress.target().cloned())
}

fn fold(log: &[u8]) {
    let mut scan = Scan::default();
    let mut read: Vec<LogEvent> = Vec::new();
    for line in lines(log) {
        match scan.take(line) {
            Ok(LogPiece::Event(event, _)) => read.push(event.to_event()),
            Ok(_) => (),
            Err(_) => return,
        }
    }
    for event in read.iter().filter(|event| event.kind != Kind::Unknown) {
        let json = event.to_json();
        let again = event::parse(json.as_bytes()).map(|event| event.to_event());
        assert_eq!(again.as_ref(), Some(event), "{json}");
        assert_json(json.as_bytes());
    }
    let scheduler = Scheduler::default();
    let whole = Progress::of(scheduler.clone(), &read);
    let seen = sight(&whole);
    assert_eq!(seen, sight(&Progress::of(scheduler.clone(), read.iter().rev())));
    let mut one_by_one = Progress::new(scheduler.clone());
    for event in &read {
        one_by_one.absorb(event).expect("a whole log needs nothing older");
    }
    assert_eq!(seen, sight(&one_by_one));
    whole.walk(|_| ()).expect("the log is whole");

    // A cache in the middle changes nothing, where it can be gone on from.
    let (before, after) = read.split_at(read.len() / 2);
    let mut replay = Replay::resume(scheduler.clone(), Progress::of(scheduler, before).snapshot());
    after.iter().for_each(|event| replay.push(&event.borrowed()));
    if let Ok(resumed) = replay.finish() {
        assert_eq!(seen, sight(&resumed));
    }
}

fn mend(log: &[u8]) {
    let folder = tempfile::tempdir().expect("there is a disk");
    let dirs = Dirs::below(folder.path());
    fs::write(dirs.progress(), log).expect("there is a disk");
    let open = || {
        ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), At(1_795_341_600_000))
    };
    let Ok(opened) = open() else {
        assert_eq!(fs::read(dirs.progress()).expect("it was left"), log, "a refused file was changed");
        return;
    };
    let Ok(text) = fs::read(dirs.progress()) else { return };
    if text.is_empty() {
        return;
    }
    assert_json(&text);
    assert_eq!(events(&text), events(log));
    let again = open().expect("a mended file is read");
    assert_eq!(again.notices, []);
    assert_eq!(sight(&again.progress), sight(&opened.progress));
}
