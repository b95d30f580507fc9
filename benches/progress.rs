//! The progress file with a long history: 1 000 000 reviews of 10 000 cards.
//!
//! `cargo bench --bench progress`. Each way to a ready fold stands beside what it cannot beat: reading
//! the bytes, and parsing the same lines with bare serde_json.

use backprop::card::{CardId, Grade};
use backprop::day::{At, Calendar, Moment};
use backprop::progress::text::HEADER;
use backprop::progress::{Kind, LogEvent, Progress, Replay, Review};
use backprop::state::Scheduler;
use backprop::store::{Dirs, Opened, ProgressFile};
use divan::{Bencher, black_box};
use serde::Deserialize;
use std::borrow::Cow;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const REVIEWS: i64 = 1_000_000;
const CARDS: i64 = 10_000;
const NOW: At = At(1_795_341_600_000);

fn main() {
    divan::main();
    drop(fs::remove_dir_all(&LONG.data));
}

/// A folder with the long history and its cache.
static LONG: LazyLock<Dirs> = LazyLock::new(|| {
    let dirs = Dirs::below(&std::env::temp_dir().join(format!("backprop-bench-{}", std::process::id())));
    fs::create_dir_all(&dirs.data).expect("the temporary folder can be written");
    let mut log = std::io::BufWriter::new(fs::File::create(dirs.progress()).expect("a new file"));
    writeln!(log, "{HEADER}").expect("space on the disk");
    for index in 0..REVIEWS {
        writeln!(log, ",{}", review(index).to_json()).expect("space on the disk");
    }
    writeln!(log, "]").expect("space on the disk");
    drop(log);
    let Opened { mut file, progress, .. } = open(&dirs);
    file.save_cache(&progress).expect("the cache can be written");
    dirs
});

/// Ten reviews of each card in a round, a round every three weeks.
fn review(index: i64) -> LogEvent {
    let Moment { at, day } = Calendar::utc().moment(At(NOW.0 - (REVIEWS - index) * 180_000));
    let card = CardId::from(format!("{:016x}", (index % CARDS).wrapping_mul(0x1E37_79B9_7F4A_7C15)).as_str());
    let grade = Grade::ALL[[2, 2, 3, 2, 1, 2, 0][index as usize % 7]];
    let kind = Kind::Review(Review::new(grade, "recall", (index % 60_000) as u32));
    LogEvent { at, day, card, kind }
}

fn open(dirs: &Dirs) -> Opened {
    ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), NOW).expect("our own file")
}

#[divan::bench(sample_count = 10)]
fn read_the_bytes() -> u64 {
    let mut file = fs::File::open(LONG.progress()).expect("our own file");
    let mut buffer = vec![0; 1 << 20];
    let mut sum = 0;
    loop {
        match file.read(&mut buffer).expect("our own file") {
            0 => return sum,
            len => sum += len as u64,
        }
    }
}

#[divan::bench(sample_count = 3)]
fn parse_with_bare_serde_json() -> usize {
    #[derive(Deserialize)]
    struct Line<'a> {
        #[serde(borrow)]
        at: Cow<'a, str>,
        #[serde(borrow)]
        day: Cow<'a, str>,
        #[serde(borrow)]
        card: Cow<'a, str>,
        grade: Grade,
        #[serde(borrow)]
        mode: Cow<'a, str>,
        ms: u32,
    }
    let text = fs::read_to_string(LONG.progress()).expect("our own file");
    let lines = text.lines().filter_map(|line| line.strip_prefix(','));
    lines
        .map(|line| {
            let line: Line<'_> = serde_json::from_str(line).expect("our own line");
            black_box((line.at, line.day, line.card, line.grade, line.mode, line.ms));
        })
        .count()
}

#[divan::bench(sample_count = 3)]
fn parse_with_ours() -> usize {
    let text = fs::read_to_string(LONG.progress()).expect("our own file");
    let lines = text.lines().filter_map(|line| line.strip_prefix(','));
    lines.filter_map(|line| black_box(backprop::progress::event::parse(line.as_bytes()))).count()
}

#[divan::bench(sample_count = 3)]
fn fold_of_parsed_events(bencher: Bencher<'_, '_>) {
    let events: Vec<LogEvent> = (0..REVIEWS).map(review).collect();
    bencher.bench_local(|| {
        let mut replay = Replay::of(Progress::new(Scheduler::default()));
        events.iter().for_each(|event| replay.push(&event.borrowed()));
        replay.finish()
    });
}

#[divan::bench(sample_count = 3)]
fn open_without_cache(bencher: Bencher<'_, '_>) {
    let dirs = Dirs { cache: PathBuf::from("/nowhere"), ..LONG.clone() };
    bencher.bench_local(|| open(&dirs));
}

#[divan::bench(sample_count = 20)]
fn open_with_cache_trusted(bencher: Bencher<'_, '_>) {
    let opened = open(&LONG);
    assert_eq!(opened.replayed, 0);
    bencher.bench_local(|| open(&LONG));
}

#[divan::bench(sample_count = 10)]
fn open_with_cache_hashed(bencher: Bencher<'_, '_>) {
    let dirs = Dirs { data: LONG.data.join("copy"), ..LONG.clone() };
    fs::create_dir_all(&dirs.data).expect("the temporary folder can be written");
    fs::copy(LONG.progress(), dirs.progress()).expect("space on the disk");
    assert_eq!(open(&dirs).replayed, 0);
    bencher.bench_local(|| open(&dirs));
}

/// Cards cost, not reviews: 100 000 cards, each seen once.
#[divan::bench(sample_count = 20)]
fn open_with_cache_of_100_000_cards(bencher: Bencher<'_, '_>) {
    let dirs = Dirs::below(&LONG.data.join("many-cards"));
    fs::create_dir_all(&dirs.data).expect("the temporary folder can be written");
    let lines: String = (0..100_000)
        .map(|card| LogEvent { card: format!("{card:016x}").as_str().into(), ..review(card) })
        .map(|event| format!(",{}\n", event.to_json()))
        .collect();
    fs::write(dirs.progress(), format!("{HEADER}\n{lines}]\n")).expect("space on the disk");
    let Opened { mut file, progress, .. } = open(&dirs);
    file.save_cache(&progress).expect("the cache can be written");
    assert_eq!(open(&dirs).replayed, 0);
    bencher.bench_local(|| open(&dirs));
}

/// The last grade taken back, with every event in memory: the dearest undo there is.
#[divan::bench(sample_count = 20)]
fn undo_with_the_whole_history(bencher: Bencher<'_, '_>) {
    let events: Vec<LogEvent> = (0..REVIEWS).map(review).collect();
    let mut progress = Progress::of(Scheduler::default(), &events);
    let last = &events[events.len() - 1];
    let mut index = REVIEWS;
    bencher.bench_local(|| {
        let LogEvent { at, day, kind, .. } = review(index);
        let of = progress.note(Moment { at, day }, &last.card, kind).expect("a whole log");
        progress.note(Moment { at, day }, &last.card, Kind::Undo { of }).expect("a whole log");
        index += 1;
    });
}

#[divan::bench(sample_count = 5)]
fn save_cache(bencher: Bencher<'_, '_>) {
    let dirs = Dirs { cache: LONG.data.join("other"), ..LONG.clone() };
    bencher.with_inputs(|| open(&dirs)).bench_local_refs(|opened| {
        drop(fs::remove_dir_all(&dirs.cache));
        opened.file.save_cache(&opened.progress).expect("the cache can be written")
    });
}

/// One grade, down to a real disk.
#[divan::bench(sample_count = 200)]
fn append_to_disk(bencher: Bencher<'_, '_>) {
    append(bencher, &LONG.data.join("append"));
}

/// One grade into memory, where syncing is free.
#[divan::bench(sample_count = 200)]
fn append_to_memory(bencher: Bencher<'_, '_>) {
    if Path::new("/dev/shm").is_dir() {
        append(bencher, Path::new(&format!("/dev/shm/backprop-bench-{}", std::process::id())));
    }
}

/// What a disk needs for the same write and sync, without any of our code.
#[divan::bench(sample_count = 200)]
fn append_to_disk_bare(bencher: Bencher<'_, '_>) {
    let mut file = fs::File::create(LONG.data.join("bare")).expect("a new file");
    let line = review(0).to_json();
    bencher.bench_local(|| {
        file.write_all(line.as_bytes()).expect("space on the disk");
        file.sync_data().expect("a working disk");
    });
}

fn append(bencher: Bencher<'_, '_>, dir: &Path) {
    let mut opened = open(&Dirs::below(dir));
    let mut index = 0;
    bencher.bench_local(|| {
        let LogEvent { at, day, card, kind } = review(index);
        opened.progress.note(Moment { at, day }, &card, kind).expect("a new event");
        opened.file.sync(&mut opened.progress, NOW).expect("space on the disk");
        index += 1;
    });
    drop(fs::remove_dir_all(dir));
}
