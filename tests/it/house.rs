//! The house keeps its own rules: imports point down, some words belong to some rooms only, and every
//! file says what it is.
//!
//! The rules read code, not text: comments, strings and tests do not count, and a path counts however
//! it is written (groups, `super`, renamings, macros). Rows below show how each could be got around,
//! and that it cannot.

use crate::harness::code::{Code, Found};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from the ground up; a room imports only from floors below its own, and from itself. On the
/// ground floor a room may also use those before it in the list.
const FLOORS: [&[&str]; 12] = [
    &["day", "card", "messages", "memory", "state", "markdown", "drill"],
    &["import", "matching", "progress"],
    &["settings"],
    &["desk"],
    &["schedule"],
    &["stats", "quiz", "search"],
    &["export", "store"],
    &["workspace"],
    &["typeset"],
    &["ui"],
    &["terminal"],
    &["cli"],
];

/// Everywhere.
const ALL: &[&str] = &["*"];

/// What is outside the house, and the rooms that may use it; the longest row that fits counts.
const OUTSIDE: [(&str, &[&str]); 60] = [
    // A name for all of it would hide what is used.
    ("std", &[]),
    ("std::fs", &["store"]),
    ("std::os", &["store", "terminal"]),
    ("std::net", &[]),
    ("std::env", &["store", "terminal", "cli"]),
    ("std::process", &["store", "terminal"]),
    ("std::process::ExitCode", &["cli", "main"]),
    ("std::io::stdin", &["terminal", "cli"]),
    ("std::io::stdout", &["terminal", "cli"]),
    ("std::io::stderr", &["terminal", "cli"]),
    ("std::time::SystemTime", &["workspace"]),
    ("std::time::Instant", &["terminal"]),
    // Chance comes in as an argument: nothing of this crate but what needs a generator to work on.
    ("rand", &[]),
    ("rand::Rng", ALL),
    ("rand::RngExt", ALL),
    ("rand::SeedableRng", ALL),
    ("rand::seq", ALL),
    ("ratatui", &["typeset", "ui", "terminal"]),
    ("ratatui::crossterm", &[]),
    ("ratatui::init", &["terminal"]),
    ("ratatui::restore", &["terminal"]),
    ("ratatui::run", &["terminal"]),
    ("ratatui::backend", &["terminal"]),
    ("crossterm", &["terminal"]),
    ("signal_hook", &["terminal"]),
    ("rustix", &["store", "terminal"]),
    ("open", &["terminal"]),
    ("shell_words", &["terminal"]),
    ("tempfile", &["store"]),
    ("notify", &["store"]),
    ("fs4", &["store"]),
    ("ignore", &["store"]),
    ("directories", &["store"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("annotate_snippets", &["cli"]),
    ("sys_locale", &["cli"]),
    ("toml_edit", &["settings", "store"]),
    ("fsrs", &["memory"]),
    ("pulldown_cmark", &["markdown", "import"]),
    ("pulldown_latex", &["typeset"]),
    ("syntect", &["typeset"]),
    ("two_face", &["typeset"]),
    ("two_face::acknowledgement", &["cli"]),
    ("ratatui_image", &["ui"]),
    ("ratatui_textarea", &["ui"]),
    ("image", &["store", "ui", "terminal"]),
    ("rusqlite", &["import", "export"]),
    ("zip", &["import", "export", "store"]),
    ("quick_xml", &["import"]),
    ("base64", &["import", "terminal"]),
    ("ruzstd", &["import"]),
    ("encoding_rs", &["import"]),
    ("chardetng", &["import"]),
    ("jieba_rs", &["quiz"]),
    ("rust_stemmers", &["quiz"]),
    ("nucleo_matcher", &["search"]),
    ("maud", &["export"]),
    ("exmex", &["drill"]),
];

/// What is called on a value that was let in, and the rooms that may.
const CALLS: [(&str, &[&str]); 14] = [
    ("Utc::now", &[]),
    ("Local::now", &[]),
    ("Instant::now", &["terminal"]),
    ("SystemTime::now", &["workspace"]),
    ("stdin", &["terminal", "cli"]),
    ("stdout", &["terminal", "cli"]),
    ("stderr", &["terminal", "cli"]),
    ("exists", &["store", "workspace", "terminal", "cli"]),
    ("try_exists", &["store"]),
    ("is_file", &["store", "workspace", "terminal", "cli"]),
    ("is_dir", &["store", "workspace", "terminal", "cli"]),
    ("canonicalize", &["store"]),
    ("read_dir", &["store"]),
    ("symlink_metadata", &["store"]),
];

/// Macros, and the rooms that may use them.
const MACROS: [(&str, &[&str]); 6] = [
    ("print", &[]),
    ("println", &[]),
    ("eprint", &[]),
    ("eprintln", &[]),
    ("dbg", &[]),
    // A file is a module, or it is data.
    ("include", &[]),
];

fn is_home(homes: &[&str], room: &str) -> bool {
    homes == ALL || homes.contains(&room)
}

/// What a file does that its room may not.
fn troubles(file: &str, text: &str) -> Vec<String> {
    troubles_in(&Code::of(file, text))
}

fn troubles_in(code: &Code) -> Vec<String> {
    let room = code.room();
    let mut troubles = Vec::new();
    for found in &code.found {
        let trouble = match found {
            Found::Path { path, alias, is_public, .. } => {
                path_trouble(room, path, alias.as_deref(), *is_public)
            }
            Found::Call(name) => not_at_home(&CALLS, name, room),
            Found::Macro(name) => not_at_home(&MACROS, name, room).map(|trouble| format!("{trouble}!")),
            Found::Odd(what) => Some(format!("{what} hides where code comes from")),
        };
        troubles.extend(trouble);
    }
    troubles
}

fn not_at_home(rows: &[(&str, &[&str])], name: &str, room: &str) -> Option<String> {
    let (word, homes) = rows.iter().find(|(word, _)| *word == name)?;
    (!is_home(homes, room)).then(|| format!("{word} does not belong into {room}"))
}

fn path_trouble(room: &str, path: &[String], alias: Option<&str>, is_public: bool) -> Option<String> {
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    if words[0] == "crate" {
        return match words.get(1) {
            None | Some(&"*") => Some("the whole house is imported".to_owned()),
            Some(other) => not_below(room, other),
        };
    }
    if alias.is_some() && matches!(words.last(), Some(&("Utc" | "Local"))) {
        return Some(format!("{} has another name", path.join("::")));
    }
    let fits = |row: &str| row.split("::").zip(&words).filter(|(row, word)| row == *word).count();
    let fitting = OUTSIDE.iter().filter(|(row, _)| {
        let parts = row.split("::").count();
        // All of `std` is no crate to keep out; only a name for it is.
        fits(row) == parts && (*row != "std" || words.len() == 1 || words[1] == "*")
    });
    // `use std::io::*` brings in what a longer row keeps out.
    let hidden = OUTSIDE.iter().filter(|(row, _)| {
        words.last() == Some(&"*")
            && row.split("::").count() == words.len()
            && fits(row) == words.len() - 1
            && words.len() > 1
            && words[0] == "std"
    });
    let (row, homes) =
        fitting.max_by_key(|(row, _)| row.len()).or(hidden.min_by_key(|(_, homes)| homes.len()))?;
    if !is_home(homes, room) {
        return Some(format!("{row} does not belong into {room}"));
    }
    (is_public && *homes != ALL).then(|| format!("{row} is handed on"))
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// Why a room may not use another.
fn not_below(room: &str, other: &str) -> Option<String> {
    if room == other || room == "lib" || room == "main" {
        return None;
    }
    let place = |name: &str| FLOORS[0].iter().position(|ground| *ground == name);
    match (floor(other), floor(room)) {
        (None, _) => Some(format!("crate::{other} is no room")),
        (_, None) => Some(format!("{room} stands on no floor")),
        (Some(0), Some(0)) if place(other) < place(room) => None,
        (Some(below), Some(own)) if below < own => None,
        _ => Some(format!("{room} imports {other}, which is not below it")),
    }
}

/// What is wrong with the first line of a file.
fn opening(text: &str) -> Option<&'static str> {
    let Some(first) = text.strip_prefix("//! ") else { return Some("it does not begin with `//! `") };
    let first = first.lines().next().unwrap_or_default();
    (first.split_whitespace().count() < 3).then_some("its first line says nothing")
}

/// The rooms that the page of the house does not show, or does not declare.
fn unnamed<'a>(page: &str, rooms: &[&'a str]) -> Vec<&'a str> {
    let map = page.split("```").nth(1).unwrap_or_default().replace("//!", "");
    // A room's name stands before its dots, or among others of its floor.
    let names: BTreeSet<&str> = map
        .lines()
        .filter_map(|line| line.split_once(" ..").map(|(names, _)| names))
        .flat_map(|names| names.split(|letter: char| !letter.is_alphanumeric() && letter != '_'))
        .collect();
    let declared = |room: &str| page.lines().any(|line| line == format!("pub mod {room};"));
    rooms.iter().copied().filter(|room| !names.contains(room) || !declared(room)).collect()
}

/// The layers of the page's map, from the ground up, each from its last line to its first.
fn mapped(page: &str) -> Vec<Vec<String>> {
    let map = page.split("```").nth(1).unwrap_or_default().replace("//!", "");
    let mut layers: Vec<Vec<String>> = Vec::new();
    for line in map.lines() {
        let Some((head, _)) = line.split_once(" ..") else { continue };
        let (number, name) = head.trim().split_once("  ").unwrap_or(("", head));
        if !number.is_empty() {
            layers.insert(0, Vec::new());
        }
        layers[0].insert(0, name.trim().to_owned());
    }
    layers
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The code of every file below `src` that is no test as a whole.
fn read_house() -> Vec<(String, Code)> {
    let mut house: Vec<(String, Code)> =
        house().into_iter().map(|(file, text)| (file.clone(), Code::of(&file, &text))).collect();
    // Files that are tests as a whole: `#[cfg(test)] mod tests;`.
    let tests: BTreeSet<String> = house.iter().flat_map(|(_, code)| code.test_files.clone()).collect();
    house.retain(|(file, _)| !tests.contains(file));
    house
}

/// Every file below `src` by its path there, with its text.
fn house() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    files(&source(), &mut paths);
    let name = |path: &Path| path.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn imports_point_down_and_words_stay_in_their_rooms() {
    let mut all = Vec::new();
    for (file, code) in &read_house() {
        all.extend(troubles_in(code).into_iter().map(|trouble| format!("{file}: {trouble}")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_room_has_a_floor_and_is_on_the_page_of_the_house() {
    let house = house();
    let rooms: BTreeSet<&str> = house
        .iter()
        .map(|(file, _)| file.split('/').next().unwrap().trim_end_matches(".rs"))
        .filter(|room| !matches!(*room, "lib" | "main"))
        .collect();
    let rooms: Vec<&str> = rooms.into_iter().collect();
    for room in &rooms {
        assert!(floor(room).is_some(), "{room} stands on no floor");
    }
    let page = fs::read_to_string(source().join("lib.rs")).unwrap();
    assert_eq!(unnamed(&page, &rooms), [""; 0]);
    let map = mapped(&page);
    assert_eq!(map[0], FLOORS[0], "on the ground the order counts");
    let sorted = |layer: &[String]| layer.iter().cloned().collect::<BTreeSet<_>>();
    let own = FLOORS.map(|layer| layer.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>());
    assert_eq!(
        map.iter().map(|layer| sorted(layer)).collect::<Vec<_>>(),
        own,
        "the page and the test differ"
    );
}

#[test]
fn every_file_says_what_it_is() {
    for (file, text) in house() {
        assert_eq!(opening(&text), None, "{file}");
    }
}

/// Arrows between files that close a circle still: each is to be turned or to go, and none may be added.
const CIRCLES: [(&str, &str); 2] =
    [("settings/file.rs", "settings/machine.rs"), ("settings/file.rs", "settings/memory.rs")];

/// The files of `src` and what each uses of which other, by where a thing is defined: to hand something on
/// with `pub use` is no use of it, and who imports it from there uses the file that defines it.
fn arrows(house: &[(String, Code)]) -> BTreeMap<&str, BTreeSet<&str>> {
    let files: HashMap<Vec<&str>, &str> = house
        .iter()
        .map(|(file, _)| (file.trim_end_matches(".rs").split('/').collect(), file.as_str()))
        .collect();
    let mut names: HashMap<(&str, &str), &[String]> = HashMap::new();
    for (file, code) in house {
        for found in &code.found {
            if let Found::Path { path, alias, is_use: true, .. } = found
                && path[0] == "crate"
            {
                let name = alias.as_ref().or(path.last()).map_or("", String::as_str);
                names.entry((file, name)).or_insert(path);
            }
        }
    }
    // Where a path leads: the file in which what it names is defined.
    let target = |path: &[String]| {
        let mut path = path.to_vec();
        for _ in 0..12 {
            let words: Vec<&str> = path.iter().skip(1).map(String::as_str).collect();
            let known = (1..words.len()).rev().find(|count| files.contains_key(&words[..*count]))?;
            let file = files[&words[..known]];
            match names.get(&(file, words[known])) {
                Some(whole) if whole[1..] != path[1..=known + 1] => {
                    path = [*whole, &path[known + 2..]].concat();
                }
                _ => return Some(file),
            }
        }
        None
    };
    let is_module = |path: &[String]| {
        let words: Vec<&str> = path.iter().skip(1).map(String::as_str).collect();
        files.contains_key(&words)
    };
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, code) in house {
        for found in &code.found {
            let Found::Path { path, is_public: false, .. } = found else { continue };
            // A name that the file imports stands for what it imports.
            let path = match names.get(&(file.as_str(), path[0].as_str())) {
                Some(whole) if path[0] != "crate" => [*whole, &path[1..]].concat(),
                _ => path.clone(),
            };
            if path[0] != "crate" || is_module(&path) {
                continue;
            }
            if let Some(other) = target(&path).filter(|other| other != file) {
                arrows.entry(file).or_default().insert(other);
            }
        }
    }
    arrows
}

/// The arrows that are on circles: what is left when files that use no other, or that no other uses, are
/// taken away again and again.
fn circles<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<(&'a str, &'a str)> {
    let mut left: Vec<(&str, &str)> =
        arrows.iter().flat_map(|(from, to)| to.iter().map(|to| (*from, *to))).collect();
    loop {
        let from: BTreeSet<&str> = left.iter().map(|(from, _)| *from).collect();
        let to: BTreeSet<&str> = left.iter().map(|(_, to)| *to).collect();
        let before = left.len();
        left.retain(|arrow| from.contains(arrow.1) && to.contains(arrow.0));
        if left.len() == before {
            return left;
        }
    }
}

#[test]
fn files_form_no_circle() {
    let house = read_house();
    let mut arrows = arrows(&house);
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 500, "the imports are read");
    for (from, to) in CIRCLES {
        let taken = arrows.get_mut(from).is_some_and(|others| others.remove(to));
        assert!(taken, "{from} uses {to} no more: take the arrow out of the list");
    }
    let left = circles(&arrows);
    let told: Vec<String> = left.iter().map(|(from, to)| format!("{from} -> {to}")).collect();
    assert!(left.is_empty(), "files in a circle, or between circles:\n{}", told.join("\n"));
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    let of = |files: &[(&str, &str)]| {
        let house: Vec<(String, Code)> =
            files.iter().map(|(file, text)| ((*file).to_owned(), Code::of(file, text))).collect();
        circles(&arrows(&house)).len()
    };
    for files in [
        [("a.rs", "mod b; use b::f; pub fn g() {}"), ("a/b.rs", "use super::g; pub fn f() {}")],
        [("a.rs", "mod b; fn g() { b::f() }"), ("a/b.rs", "pub fn f() { super::g() }")],
        [("a.rs", "use crate::b; fn g() { b::f() }"), ("b.rs", "use crate::a::g; pub fn f() {}")],
    ] {
        assert_eq!(of(&files), 2, "{files:?}");
    }
    // A registry that only hands on is no part of a circle.
    let files = [
        ("a.rs", "mod b; mod c; pub use c::T; use b::f;"),
        ("a/b.rs", "use super::T; pub fn f() {}"),
        ("a/c.rs", "pub struct T;"),
    ];
    assert_eq!(of(&files), 0);
}

/// What every command may have for itself: its arguments.
const SHARED: &str = "Args";

#[test]
fn no_two_types_have_one_name() {
    let house = read_house();
    let mut homes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, code) in &house {
        // One file may have a type twice, for two systems.
        for name in &code.types {
            homes.entry(name).or_default().insert(file);
        }
    }
    assert!(homes.len() > 400, "the types are read");
    homes.retain(|_, files| files.len() > 1);
    assert!(homes.remove(SHARED).is_some(), "the arguments of commands are read");
    assert!(homes.is_empty(), "{homes:#?}");
}

/// Who stands above the workspace, or asks it, reads the state and asks its owner; the workspace owns the one
/// of the program, and lends nobody more. Simulations own theirs.
#[test]
fn the_state_is_changed_by_its_owner_alone() {
    for (file, text) in house() {
        let room = file.split('/').next().unwrap().trim_end_matches(".rs");
        let code = text.split("#[cfg(test)]").next().unwrap();
        let owns = matches!(room, "desk" | "workspace" | "schedule");
        assert!(owns || !code.contains("&mut Desk"), "{file} may change the state without asking");
    }
}

/// A longer file holds more than one thing.
const LONGEST: usize = 450;

#[test]
fn no_file_is_longer_than_can_be_read_at_once() {
    let house = house();
    assert!(house.len() > 100, "the files of src are read");
    for (file, text) in house {
        let lines = text.lines().count();
        assert!(
            lines <= LONGEST,
            "{file} has {lines} lines: at most {LONGEST}, so split it where it has a seam"
        );
    }
}

/// What the fuzzers find has to be true of the program as it is built: with its features, of its crates.
#[test]
fn the_fuzzers_are_built_of_what_the_program_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| {
        let text = fs::read_to_string(root.join(file)).expect("it stands in the clone");
        text.parse::<toml_edit::DocumentMut>().expect("cargo has read it")
    };
    let features = |file: &str| -> BTreeSet<String> {
        let document = read(file);
        let features = document["features"].as_table().expect("there are features");
        features.iter().map(|(name, _)| name.to_owned()).collect()
    };
    assert_eq!(features("fuzz/Cargo.toml"), features("Cargo.toml"));

    let crates = |file: &str| {
        let document = read(file);
        let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for package in document["package"].as_array_of_tables().expect("a lock file lists crates") {
            let text = |key: &str| package[key].as_str().expect("each has it").to_owned();
            versions.entry(text("name")).or_default().insert(text("version"));
        }
        versions
    };
    let (program, fuzzers) = (crates("Cargo.lock"), crates("fuzz/Cargo.lock"));
    let others: Vec<(&String, &BTreeSet<String>)> = fuzzers
        .iter()
        .filter(|(name, versions)| {
            program.get(*name).is_some_and(|of_program| !versions.is_subset(of_program))
        })
        .collect();
    assert!(program.len() > 100 && fuzzers.contains_key("libfuzzer-sys"));
    assert!(
        others.is_empty(),
        "other versions than the program's; copy Cargo.lock to fuzz/Cargo.lock and let `cargo metadata` add the rest: {others:?}"
    );
}

#[test]
fn every_way_around_the_floors_is_seen() {
    for (file, text) in [
        ("typeset/table.rs", "use crate::ui::app::App;"),
        ("card.rs", "use crate::typeset::theme::Theme;"),
        ("card.rs", "use crate::{day::At, ui::theme::Theme};"),
        ("card.rs", "use crate::{\n    day::{At, Day},\n    ui as x,\n};"),
        ("card.rs", "use super::ui;"),
        ("card.rs", "use self::super::ui;"),
        ("card/inside.rs", "use super::super::ui;"),
        ("card/inside.rs", "use super::{super::ui::app, At};"),
        ("card/inside.rs", "fn f() { use super::super::quiz; }"),
        ("card.rs", "fn f() { crate::ui::f(); }"),
        ("card.rs", "fn f() -> Option<crate::ui::app::App> { None }"),
        ("card.rs", "mod inner { use super::super::ui; }"),
        ("card.rs", "mod inner { mod more { fn f() { super::super::super::ui::f() } } }"),
        ("card.rs", "macro_rules! m { () => { $crate::ui::f() } }"),
        ("card.rs", "pub use crate::ui::app;"),
        ("card.rs", "use crate as house;"),
        ("card.rs", "use crate::*;"),
        ("card.rs", "use super::*;"),
        ("card.rs", "use crate::{self as house};"),
        ("card.rs", "use r#crate::ui;"),
        ("card.rs", "use crate :: ui;"),
        ("card.rs", "use crate::/* down */ui;"),
        ("card.rs", "use crate::desk_of_another;"),
        ("card.rs", "extern crate self as house;"),
        ("card.rs", "#[path = \"ui/app.rs\"] mod app;"),
        ("card.rs", "include!(\"ui/app.rs\");"),
        ("day.rs", "use crate::card::Card;"),
        ("store/sync.rs", "use crate::export::deck;"),
        ("quiz.rs", "#[cfg(not(test))] use crate::ui::app;"),
        ("quiz.rs", "#[cfg(test)] mod tests { use crate::ui; } use crate::ui;"),
        ("quiz.rs", "const A: char = '\"'; use crate::ui; const B: char = '\"';"),
        ("quiz.rs", "const A: &str = r#\"\"\"#; use crate::ui;"),
    ] {
        assert!(!troubles(file, text).is_empty(), "{file}: {text}");
    }
}

#[test]
fn every_way_around_the_words_is_seen() {
    for (file, text) in [
        ("quiz.rs", "use std::fs;"),
        ("quiz.rs", "use std::{fs, io};"),
        ("quiz.rs", "use std::{io, fs::{self as disk, File}};"),
        ("quiz.rs", "use ::std::fs as disk;"),
        ("quiz.rs", "use std as s;"),
        ("quiz.rs", "use std::{self as s};"),
        ("quiz.rs", "use std::*;"),
        ("quiz.rs", "fn f() { std::fs::read(\"x\"); }"),
        ("quiz.rs", "fn f(p: &Path) -> bool { p.exists() }"),
        ("quiz.rs", "fn f(p: &Path) -> bool { Path::is_file(p) }"),
        ("quiz.rs", "fn f(p: &[PathBuf]) -> bool { p.iter().any(|p| p.is_dir()) }"),
        ("quiz.rs", "fn f(p: &Path) { p.iter().map(Path::read_dir); }"),
        ("terminal.rs", "fn f() { std::fs::read(\"x\"); }"),
        ("store.rs", "pub use std::fs;"),
        ("store.rs", "pub(crate) use std::fs::{File, read};"),
        ("quiz.rs", "fn f() { std::env::var(\"X\"); }"),
        ("quiz.rs", "use std::process::Command;"),
        ("cli/stats.rs", "use std::process::{Command, ExitCode};"),
        ("store.rs", "use std::net::TcpStream;"),
        ("quiz.rs", "use std::time::Instant as Clock;"),
        ("quiz.rs", "use std::time::*;"),
        ("quiz.rs", "use std::{time::{Duration, SystemTime}};"),
        ("day.rs", "fn f() { Utc::now(); }"),
        ("day.rs", "fn f() { chrono::Local::now(); }"),
        ("day.rs", "use chrono::Utc as World;"),
        ("day.rs", "fn f() { let now = Utc::now; }"),
        ("cli/stats.rs", "fn f() { println!(\"x\"); }"),
        ("cli/stats.rs", "fn f() { std::eprint!(\"x\"); }"),
        ("quiz.rs", "fn f() { dbg!(1); }"),
        ("quiz.rs", "use std::io; fn f() { io::stdout().lock(); }"),
        ("quiz.rs", "use std::io::{Write, stdout};"),
        ("quiz.rs", "use std::io::*;"),
        ("quiz.rs", "fn f() { let out = io::stderr; }"),
        ("quiz.rs", "use rand::random;"),
        ("quiz.rs", "fn f() { rand::rng(); }"),
        ("quiz.rs", "use rand::prelude::*;"),
        ("quiz.rs", "use rand::{RngExt, rngs::ThreadRng};"),
        ("quiz.rs", "use rand as chance;"),
        ("quiz.rs", "use ratatui::text::Line;"),
        ("ui.rs", "use ratatui::crossterm::event;"),
        ("ui.rs", "fn f() { ratatui::restore(); }"),
        ("ui.rs", "use crossterm::event::read;"),
        ("ui.rs", "fn f() { open::that(\"x\"); }"),
        ("schedule.rs", "use fsrs::FSRS;"),
        ("main.rs", "use std::fs;"),
    ] {
        assert!(!troubles(file, text).is_empty(), "{file}: {text}");
    }
}

#[test]
fn what_is_allowed_is_not_told() {
    for (file, text) in [
        ("card.rs", "use crate::day::At;"),
        ("ui/app.rs", "use super::keymap::Key; use crate::{card::Card, store::library};"),
        ("ui/app.rs", "mod inner { use super::super::theme::Theme; }"),
        ("ui/screens/plan.rs", "use super::super::app; pub(in crate::ui) fn f() {} pub(crate) fn g() {}"),
        ("card.rs", "// use crate::ui;\n/* use std::fs; /* and */ println!() */ /// std::fs\nfn f() {}"),
        ("card.rs", "const A: &str = \"use crate::ui; \\\" println!\"; const B: &str = r#\"std::fs \" x\"#;"),
        ("card.rs", "fn f<'a>(x: &'a str) -> char { '\\'' }"),
        ("card.rs", "#[cfg(test)]\nmod tests { use crate::ui; fn f() { println!(\"}\"); } }"),
        ("card.rs", "#[cfg(test)]\n#[allow(x)]\nuse crate::ui;\nfn f() {}"),
        ("card.rs", "#[cfg(test)]\nmod tests;"),
        ("quiz.rs", "use std::collections::{BTreeMap, HashMap}; use std::fmt; use std::io::Write;"),
        ("quiz.rs", "use rand::{RngExt, SeedableRng, seq::SliceRandom}; use std::time::Duration;"),
        ("day.rs", "use chrono::{Local, Utc}; fn f(x: DateTime<Utc>) -> Zone { Zone::Local }"),
        (
            "store.rs",
            "use std::{env, fs::File, process::{Command, Stdio}}; fn f(c: Command) { c.stdout(x); }",
        ),
        ("cli/stats.rs", "use std::process::ExitCode; fn f() { std::io::stdout().lock(); env!(\"X\"); }"),
        ("store/builtin.rs", "const A: &[u8] = include_bytes!(\"x\");"),
        ("main.rs", "use std::process::ExitCode; fn main() -> ExitCode { backprop::cli::run() }"),
        ("lib.rs", "pub mod card;"),
    ] {
        assert_eq!(troubles(file, text), [""; 0], "{file}: {text}");
    }
}

#[test]
fn a_file_without_a_first_line_and_a_room_off_the_page_are_seen() {
    assert_eq!(opening("//! Cards, grades, languages.\n"), None);
    for text in [
        "",
        "use x;",
        "// Cards of a deck.\n",
        "/// Cards of a deck.\n",
        "//! Cards.\n",
        "\n//! A card of a deck.\n",
    ] {
        assert!(opening(text).is_some(), "{text}");
    }
    let page = "//! ```text\n//!  1  quiz ...... x\n//!     card · day .. x; desk too\n//! ```\npub mod card;\npub mod quiz;\nmod day;\npub mod desk;\n";
    assert_eq!(unnamed(page, &["card", "quiz"]), [""; 0]);
    assert_eq!(unnamed(page, &["card", "day", "desk", "shelf"]), ["day", "desk", "shelf"]);
}

#[test]
fn files_that_are_tests_are_known() {
    let tests = Code::of("quiz/mode.rs", "#[cfg(test)]\nmod tests;\nmod other;").test_files;
    assert_eq!(tests, ["quiz/mode/tests.rs"]);
    assert_eq!(Code::of("quiz.rs", "mod tests;").test_files, [""; 0]);
}
