//! A home as the program left it before signs counted in the identity of a card.
//!
//! 200 cards of decks that were copied and linked, with 1,000 answers of four weeks, made by that program
//! with `import`, `grade --at` and `merge`: renumbered and edited questions, twins, cards that stand in
//! two files, moves, undone answers, cards suspended, flagged and buried, one card gone. `cards.tsv` is
//! what its `cards --json` said of them on 25 March 2026.

use backprop::store::spelling::{real_or_same, slashed};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};
use xxhash_rust::xxh3::xxh3_64;

/// When the old home is opened again. No clock of this version says the day `cards.tsv` was taken.
pub(crate) const NOW: &str = "2026-11-22T09:00:00Z";

/// What stands for the folder in which everything is laid out.
const HOME: &str = "{home}";

/// A card as the old program listed it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OldCard {
    pub(crate) id: String,
    pub(crate) deck: String,
    pub(crate) question: String,
    pub(crate) state: String,
    pub(crate) stability: Option<f64>,
    pub(crate) difficulty: Option<f64>,
    pub(crate) due: Option<String>,
    pub(crate) reps: u64,
    pub(crate) lapses: u64,
    pub(crate) is_suspended: bool,
}

/// A path out of JSON, as this system writes it.
fn native(path: &str) -> String {
    if cfg!(windows) { path.replace('/', "\\") } else { path.to_owned() }
}

/// Lays the old data folder out as `data` below this folder, with the notes it came from as `notes`.
pub(crate) fn lay_out(home: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_home");
    let home_text = slashed(&real_or_same(home));
    for file in files_below(&from.join("data")).into_iter().chain(files_below(&from.join("notes"))) {
        let text = fs::read_to_string(&file).unwrap().replace(HOME, &home_text);
        let mut to = home.join(file.strip_prefix(&from).unwrap());
        // A file of what a source last looked like is named after the place of that source.
        let header = text.lines().next().and_then(|line| serde_json::from_str(line).ok());
        let source = header.as_ref().and_then(|header: &serde_json::Value| header["source"].as_str());
        if let Some(source) = source {
            to.set_file_name(format!("{:016x}.jsonl", xxh3_64(native(source).as_bytes())));
        }
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    for seen in files_below(&home.join("data/seen")) {
        let text = fs::read_to_string(seen).unwrap();
        let header: serde_json::Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        if let (Some(source), Some(modified)) = (header["source"].as_str(), header["modified"].as_u64()) {
            let time = UNIX_EPOCH + Duration::from_nanos(modified);
            fs::File::options().append(true).open(source).unwrap().set_modified(time).unwrap();
        }
    }
}

/// The cards as the old program listed them.
pub(crate) fn cards() -> Vec<OldCard> {
    let text = include_str!("../../old_home/cards.tsv");
    let some = |cell: &str| (cell != "-").then(|| cell.to_owned());
    let card = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        OldCard {
            id: cells[0].to_owned(),
            deck: cells[1].to_owned(),
            question: cells[2].to_owned(),
            state: cells[3].to_owned(),
            stability: some(cells[4]).map(|cell| cell.parse().unwrap()),
            difficulty: some(cells[5]).map(|cell| cell.parse().unwrap()),
            due: some(cells[6]),
            reps: cells[7].parse().unwrap(),
            lapses: cells[8].parse().unwrap(),
            is_suspended: cells[9] == "true",
        }
    };
    text.lines().skip(1).map(card).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
