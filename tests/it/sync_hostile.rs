//! What a repository brings that somebody else can write to, what a user's own git has to say, and what a
//! killed git leaves behind.
//!
//! `BACKPROP_KILLED_SYNCS=200 cargo test --test it sync_hostile::a_killed` kills so many; a few are killed
//! otherwise.

#![cfg(unix)]

use crate::harness::run::program;
use backprop::day::At;
use backprop::store::spelling::real_or_same;
use backprop::store::sync::{self, SyncReport, SyncRequest};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const HEADER: &str = r#"[{"backprop":"progress","version":1}"#;

fn event(minute: u32, card: &str) -> String {
    format!(
        r#",{{"at":"2026-11-22T10:{minute:02}:00.123Z","day":"2026-11-22","card":"{card}","event":"review","grade":"good","mode":"recall","ms":5400}}"#
    )
}

fn log(events: &[String]) -> String {
    format!("{HEADER}\n{}]\n", events.iter().map(|event| format!("{event}\n")).collect::<String>())
}

/// A folder with a home, a shared repository and data folders.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        for name in ["home", "markers"] {
            fs::create_dir(place.at(name)).unwrap();
        }
        place.plain_git(
            &place.at("."),
            &["init", "--quiet", "--bare", "--initial-branch=main", "shared.git"],
            b"",
        );
        place
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn remote(&self) -> String {
        self.at("shared.git").to_str().unwrap().to_owned()
    }

    /// A command that notes that it ran.
    fn marking(&self, name: &str) -> String {
        format!("touch {}", self.at("markers").join(name).display())
    }

    /// Git as it comes, without anybody's settings.
    fn plain_git(&self, folder: &Path, arguments: &[&str], input: &[u8]) -> String {
        let given = tempfile::NamedTempFile::new().unwrap();
        fs::write(given.path(), input).unwrap();
        let output = Command::new("git")
            .args(["-c", "user.name=x", "-c", "user.email=x@localhost"])
            .args(arguments)
            .current_dir(folder)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .stdin(fs::File::open(given.path()).unwrap())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    fn shared(&self, arguments: &[&str], input: &[u8]) -> String {
        self.plain_git(&self.at("shared.git"), arguments, input)
    }

    fn command(&self, machine: &str, arguments: &[&str]) -> Command {
        let mut command = program(self.at(machine));
        command.env("HOME", self.at("home")).env_remove("XDG_CONFIG_HOME");
        command.env("BACKPROP_NOW", "2026-11-23T10:00:00Z").args(arguments);
        command
    }

    fn run(&self, machine: &str, arguments: &[&str]) -> Output {
        self.command(machine, arguments).output().unwrap()
    }

    /// What a command says, which has to succeed.
    fn said(&self, machine: &str, arguments: &[&str]) -> String {
        let output = self.run(machine, arguments);
        let said = both(&output);
        assert!(output.status.success(), "{arguments:?}: {said}");
        said
    }

    /// Every file here but those below one folder.
    fn files(&self, but: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        collect(&self.at("."), &self.at(".").join(but), &mut found);
        found
    }
}

fn both(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

fn collect(folder: &Path, but: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path == but {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(&path, but, found);
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap_or_default());
        }
    }
}

/// A tree in the making: lines for `git mktree`.
struct Tree<'a> {
    place: &'a Place,
    lines: Vec<u8>,
}

impl<'a> Tree<'a> {
    fn new(place: &'a Place) -> Tree<'a> {
        Tree { place, lines: Vec::new() }
    }

    fn line(&mut self, mode: &str, kind: &str, id: &str, name: &[u8]) {
        self.lines.extend(format!("{mode} {kind} {id}\t").bytes());
        self.lines.extend(name);
        self.lines.push(0);
    }

    fn file(&mut self, name: &str, bytes: &[u8]) {
        self.with_mode("100644", name.as_bytes(), bytes);
    }

    fn with_mode(&mut self, mode: &str, name: &[u8], bytes: &[u8]) {
        let id = self.place.shared(&["hash-object", "-w", "--stdin"], bytes);
        self.line(mode, "blob", &id, name);
    }

    fn folder(&mut self, name: &str, inside: &Tree<'_>) {
        let id = inside.write();
        self.line("40000", "tree", &id, name.as_bytes());
    }

    fn write(&self) -> String {
        self.place.shared(&["mktree", "-z", "--missing"], &self.lines)
    }
}

const NOTES: &str = "1. What is pooling?\r\n\r\nIt is $Id$ a summary.\r\n";

/// Names below `decks/`, and what is said of each.
const NAMES: [(&str, &str); 26] = [
    ("..", "hidden"),
    (".git", "hidden"),
    (".GIT", "hidden"),
    ("git~1", "short name"),
    (".g\u{200c}it", "hidden"),
    (".git ", "hidden"),
    (".gitmodules", "hidden"),
    ("con", "device"),
    ("Aux.notes", "device"),
    ("com1.md", "device"),
    ("nul .md", "device"),
    ("a:b.md", "Windows forbids"),
    ("a\\..\\..\\x.md", "Windows forbids"),
    ("what?.md", "Windows forbids"),
    ("quo\"te.md", "Windows forbids"),
    ("trailing.md.", "dot or a blank"),
    ("trailing.md ", "dot or a blank"),
    ("bidi\u{202e}dm.md", "invisible"),
    ("zero\u{200b}width.md", "invisible"),
    ("bell\u{7}.md", "invisible"),
    ("line\nbreak.md", "invisible"),
    ("esc\u{1b}[2J.md", "invisible"),
    ("LONGNA~1.MD", "short name"),
    ("run.sh", "neither notes"),
    ("deck.apkg", "neither notes"),
    ("no-ending", "neither notes"),
];

/// Everything hostile in one tree, and good parts among it.
fn hostile(place: &Place) -> String {
    let grader = place.marking("grader");
    let mut decks = Tree::new(place);
    let mut good = Tree::new(place);
    good.file("n.md", NOTES.as_bytes());
    good.file("plot.png", b"\x89PNG");
    good.file("N.MD", b"1. Which of the two?\n\nThis.\n");
    good.file("e\u{301}t\u{e9}.md", b"1. One form?\n\nYes.\n");
    good.file("\u{e9}te\u{301}.md", b"1. Another form?\n\nNo.\n");
    good.with_mode("100755", b"tool.md", b"1. What runs?\n\nNothing.\n");
    good.with_mode("100644", b"latin\xe9.md", b"1. What is it?\n\nNo text.\n");
    good.file("big.png", &vec![0; (32 << 20) + 1]);
    decks.folder("good", &good);
    let mut shouting = Tree::new(place);
    shouting.file("other.md", b"1. In which folder?\n\nNone.\n");
    decks.folder("GOOD", &shouting);
    decks.file(".gitignore", b"*\n");
    decks.file(".gitattributes", b"* ident eol=crlf filter=evil working-tree-encoding=UTF-16\n");
    let canary = place.at("home/canary.md");
    decks.with_mode("120000", b"link.md", canary.to_str().unwrap().as_bytes());
    decks.with_mode("120000", b"linked", place.at("home").to_str().unwrap().as_bytes());
    decks.line("160000", "commit", &"1".repeat(40), b"module");
    for (name, _) in NAMES {
        let mut inside = Tree::new(place);
        inside.file("x.md", b"1. Owned?\n\nYes.\n");
        // Those without an ending are folders.
        match name.contains('.') && !name.starts_with('.') || name == "no-ending" {
            true => decks.file(name, b"1. Owned?\n\nYes.\n"),
            false => decks.folder(name, &inside),
        }
    }
    let mut deep = Tree::new(place);
    deep.file("x.md", b"1. How deep?\n\nDeep.\n");
    for _ in 0..30 {
        let mut above = Tree::new(place);
        above.folder("d", &deep);
        deep = above;
    }
    decks.folder("deep", &deep);
    let lines = serde_json::json!([
        {"source": "/home/other/n.md", "how": "copy", "deck": "good", "copy": "good/n.md"},
        {"source": "/x", "how": "copy", "deck": "up", "copy": "../../home/canary.md"},
        {"source": "/y", "how": "copy", "deck": "root", "copy": canary},
        {"source": canary, "how": "link", "deck": "link"},
        {"source": "/z", "how": "copy", "deck": "none"},
        7,
    ]);
    let list = serde_json::json!({"backprop": "decks", "version": 1, "sources": lines});
    decks.file("decks.json", list.to_string().as_bytes());

    let mut root = Tree::new(place);
    root.folder("decks", &decks);
    root.file("progress.json", log(&[event(1, "pooling"), event(2, "softmax")]).as_bytes());
    let config = format!(
        "[study]\nnew_cards = 7\n\n[quiz]\nmode = \"typed\"\ngrader = \"{grader}\"\n\n[keys]\ngood = [\"g\"]\n\
         evil = \"{grader}\"\n\n[programs]\neditor = \"{grader}\"\n"
    );
    root.file("config.toml", config.as_bytes());
    root.file("machine.toml", format!("grader = \"{grader}\"\n").as_bytes());
    root.file(".gitattributes", b"* filter=evil ident eol=crlf\n");
    root.file(".gitmodules", b"[submodule \"m\"]\n\tpath = m\n\turl = ext::sh\n");
    root.file("README.md", b"Read me.\n");
    root.file("Progress.json", b"x");
    root.line("160000", "commit", &"1".repeat(40), b"m");
    let mut hooks = Tree::new(place);
    hooks.with_mode("100755", b"post-checkout", format!("#!/bin/sh\n{grader}\n").as_bytes());
    let mut dot_git = Tree::new(place);
    dot_git.folder("hooks", &hooks);
    for name in [".git", "seen", "kept", "cache", "sync", ".."] {
        root.folder(name, &dot_git);
    }
    let tree = root.write();
    let commit = place.shared(&["commit-tree", &tree, "-m", "x"], b"");
    place.shared(&["update-ref", "refs/heads/main", &commit], b"");
    commit
}

/// The user's own git is set to do much, and the shared folder has hooks of its own.
fn poison(place: &Place) {
    let mark = |name: &str| place.marking(name);
    let hooks = place.at("home/hooks");
    for (folder, names) in [
        (
            hooks.clone(),
            &["post-checkout", "pre-commit", "pre-push", "reference-transaction", "post-merge"][..],
        ),
        (place.at("shared.git/hooks"), &["pre-receive", "update", "post-receive", "post-update"][..]),
    ] {
        fs::create_dir_all(&folder).unwrap();
        for name in names {
            let path = folder.join(name);
            fs::write(&path, format!("#!/bin/sh\n{}\n", mark(name))).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    let own = format!(
        "[core]\n\thooksPath = {hooks}\n\tfsmonitor = {fs}\n\tautocrlf = true\n\tattributesFile = {attributes}\n\
         [init]\n\tdefaultObjectFormat = sha256\n[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = {gpg}\n\
         [filter \"evil\"]\n\tclean = {clean}\n\tsmudge = {clean}\n\tprocess = {clean}\n\trequired = true\n\
         [diff]\n\texternal = {diff}\n[protocol]\n\tallow = always\n[push]\n\tgpgSign = true\n\
         [transfer]\n\tfsckObjects = true\n[fetch]\n\trecurseSubmodules = true\n",
        hooks = hooks.display(),
        fs = mark("fsmonitor"),
        attributes = place.at("home/attributes").display(),
        gpg = mark("gpg"),
        clean = mark("filter"),
        diff = mark("diff"),
    );
    fs::write(place.at("home/.gitconfig"), own).unwrap();
    fs::write(place.at("home/attributes"), "* filter=evil text\n").unwrap();
    fs::write(place.at("home/canary.md"), "1. Mine?\n\nMine.\n").unwrap();
}

/// Bytes that nothing makes smaller.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn a_repository_that_sends_without_end_is_ended_and_nothing_of_it_stays() {
    let place = Place::new();
    place.said("data", &["sync", &place.remote()]);
    place.said("data", &["grade", "pooling", "good"]);
    let stored = |place: &Place| -> Vec<PathBuf> {
        let mut found = BTreeMap::new();
        collect(&place.at("data/sync/git/objects"), Path::new(""), &mut found);
        found.into_keys().collect()
    };
    let before = place.shared(&["rev-parse", "main"], b"");
    let had = stored(&place).len();
    let mut decks = Tree::new(&place);
    decks.file("big.png", &noise(3 << 20));
    let mut root = Tree::new(&place);
    root.folder("decks", &decks);
    let tree = root.write();
    let commit = place.shared(&["commit-tree", &tree, "-m", "x", "-p", &before], b"");
    place.shared(&["update-ref", "refs/heads/main", &commit], b"");

    let now = At::parse("2026-11-23T10:00:00Z").unwrap();
    for repair in [false, true] {
        let wanted = SyncRequest { most_fetched: Some(1 << 20), repair, ..SyncRequest::default() };
        let problem =
            sync::run(&place.at("data"), wanted, now, &mut SyncReport::default()).unwrap_err().to_string();
        for part in [
            "shared.git",
            "more than 1 MB",
            "git was ended",
            "nothing was changed",
            "backprop sync NEW-ADDRESS",
        ] {
            assert!(problem.contains(part), "{repair}: {part}: {problem}");
        }
        assert!(
            stored(&place).len() <= had + 4,
            "the answers here, and nothing that came: {:?}",
            stored(&place)
        );
        let size = |name: &PathBuf| fs::metadata(name).unwrap().len();
        assert!(stored(&place).iter().map(size).sum::<u64>() < 1 << 20);
    }
    // With what is usual the same repository is taken in.
    let wanted = SyncRequest::default();
    sync::run(&place.at("data"), wanted, now, &mut SyncReport::default()).unwrap();
    assert!(place.at("data/decks/big.png").exists());
}

#[test]
fn a_hostile_repository_brings_notes_and_answers_and_nothing_else() {
    let place = Place::new();
    poison(&place);
    let commit = hostile(&place);
    let before = place.files("fresh");
    let said = place.said("fresh", &["sync", &place.remote()]);
    for command in [&["cards", "--json"][..], &["next"], &["stats"], &["sync"]] {
        place.said("fresh", command);
    }
    place.run("fresh", &["doctor"]);
    for deck in ["up", "root", "link", "none"] {
        assert!(!place.run("fresh", &["remove", deck]).status.success(), "{deck}");
    }

    // No program ran, and nothing outside the data folder changed.
    let ran: Vec<_> = fs::read_dir(place.at("markers")).unwrap().flatten().map(|e| e.file_name()).collect();
    assert!(ran.is_empty(), "{ran:?}");
    let is_canary = |path: &PathBuf| !path.starts_with(place.at(".").join("shared.git"));
    let mut after = place.files("fresh");
    after.retain(|path, _| is_canary(path));
    let mut expected = before.clone();
    expected.retain(|path, _| is_canary(path));
    assert_eq!(after, expected);
    let data = place.at("fresh");
    let links: Vec<_> =
        place.files("x").into_keys().filter(|p| p.starts_with(&data) && p.is_symlink()).collect();
    assert!(links.is_empty(), "{links:?}");

    // The good parts arrived as they are.
    assert_eq!(fs::read_to_string(data.join("decks/good/n.md")).unwrap(), NOTES);
    assert_eq!(fs::read(data.join("decks/good/plot.png")).unwrap(), b"\x89PNG");
    let tool = data.join("decks/good/tool.md");
    assert_eq!(fs::metadata(&tool).unwrap().permissions().mode() & 0o111, 0);
    let log = fs::read_to_string(data.join("progress.json")).unwrap();
    assert!(log.contains("\"softmax\"") && log.contains("\"pooling\""), "{log}");
    let config = fs::read_to_string(data.join("config.toml")).unwrap();
    assert!(config.contains("new_cards = 7") && config.contains("mode = \"typed\""), "{config}");
    assert!(!config.contains("touch"), "{config}");
    assert!(!data.join("machine.toml").exists());
    let list = fs::read_to_string(data.join("decks/decks.json")).unwrap();
    assert!(list.contains("good/n.md") && !list.contains("canary") && !list.contains("/home"), "{list}");
    assert!(place.said("fresh", &["cards", "--json"]).contains("What is pooling?"));
    let mut there: Vec<String> = Vec::new();
    let mut inside = BTreeMap::new();
    collect(&data.join("decks"), &data.join("none"), &mut inside);
    there.extend(
        inside.keys().map(|path| path.strip_prefix(data.join("decks")).unwrap().display().to_string()),
    );
    there.retain(|path| !path.ends_with(".lock"));
    assert_eq!(
        there,
        ["decks.json", "good/e\u{301}t\u{e9}.md", "good/n.md", "good/plot.png", "good/tool.md"]
    );

    // Each refusal is named.
    for (path, why) in [
        ("decks/link.md", "it is a link"),
        ("decks/linked", "it is a link"),
        ("decks/module", "another repository"),
        ("decks/good/big.png", "32 MB are the most"),
        ("decks/good/latin", "its name is no text"),
        ("machine.toml", "nothing that machines share"),
        (".gitattributes", "nothing that machines share"),
        (".gitmodules", "nothing that machines share"),
        ("README.md", "nothing that machines share"),
        ("Progress.json", "nothing that machines share"),
        (".git", "nothing that machines share"),
        ("..", "nothing that machines share"),
        ("seen", "nothing that machines share"),
        ("kept", "nothing that machines share"),
        ("sync", "nothing that machines share"),
        ("m", "another repository"),
        ("config.toml", "quiz.grader is no setting"),
        ("config.toml", "keys.evil is no setting"),
        ("config.toml", "programs is no setting"),
        ("decks/.gitignore", "hidden"),
        ("decks/.gitattributes", "hidden"),
        ("decks/deep/d", "too deep"),
        ("decks/decks.json", "../../home/canary.md"),
        ("decks/decks.json", "outside the data folder"),
        ("decks/decks.json", "names no copy"),
        ("decks/good", "the same file as"),
    ] {
        let is_named = said
            .lines()
            .any(|line| line.contains("not taken in") && line.contains(path) && line.contains(why));
        assert!(is_named, "{path}: {why}:\n{said}");
    }
    for (name, why) in NAMES {
        let letters = name.chars().skip_while(|letter| !letter.is_ascii_alphanumeric());
        let shown: String = letters.take_while(char::is_ascii_alphanumeric).collect();
        let is_named =
            said.lines().any(|line| line.contains("decks/") && line.contains(why) && line.contains(&shown));
        assert!(is_named, "{name:?} {why}:\n{said}");
    }
    assert_eq!(said.matches("the same file as").count(), 3, "{said}");

    // What was refused is still there for others, and an answer goes out beside it.
    let old = place.shared(&["ls-tree", "-r", "--name-only", "-z", &commit], b"");
    place.said("fresh", &["grade", "pooling", "good"]);
    place.said("fresh", &["sync"]);
    assert_eq!(place.shared(&["ls-tree", "-r", "--name-only", "-z", "main"], b""), old);
    let ours = place.shared(&["cat-file", "blob", "main:progress.json"], b"");
    assert_eq!(ours.matches("\"pooling\"").count(), 2, "{ours}");
    assert!(fs::read_dir(place.at("markers")).unwrap().next().is_none());
}

#[test]
fn a_list_in_the_data_folder_reaches_no_file_outside_either() {
    let place = Place::new();
    fs::write(place.at("home/canary.md"), "1. Mine?\n\nMine.\n").unwrap();
    fs::create_dir_all(place.at("data/decks")).unwrap();
    let line =
        serde_json::json!({"source": "/x", "how": "copy", "deck": "up", "copy": "../../home/canary.md"});
    let list = serde_json::json!({"backprop": "decks", "version": 1, "sources": [line]});
    fs::write(place.at("data/decks/decks.json"), list.to_string()).unwrap();
    let cards = place.said("data", &["cards", "--json"]);
    assert!(!cards.contains("Mine?") && cards.contains("no plain path below decks/"), "{cards}");
    assert!(!place.run("data", &["remove", "up"]).status.success());
    fs::write(place.at("home/own.md"), "1. Own?\n\nOwn.\n").unwrap();
    place.said("data", &["import", "--yes", place.at("home/own.md").to_str().unwrap()]);
    assert_eq!(fs::read_to_string(place.at("home/canary.md")).unwrap(), "1. Mine?\n\nMine.\n");
    // What does not count is not thrown away in silence.
    assert!(fs::read_to_string(place.at("data/decks/decks.json")).unwrap().contains("../../home/canary.md"));
    assert!(both(&place.run("data", &["doctor"])).contains("no plain path below decks/"));
}

#[test]
fn what_names_a_program_or_a_place_of_this_machine_never_leaves_it() {
    let place = Place::new();
    fs::create_dir_all(place.at("data/seen")).unwrap();
    fs::create_dir_all(place.at("data/kept")).unwrap();
    fs::write(place.at("home/own.md"), "1. Own?\n\nOwn.\n").unwrap();
    place.said("data", &["import", "--yes", place.at("home/own.md").to_str().unwrap()]);
    let config = "[study]\nnew_cards = 5\n\n[quiz]\ngrader = \"judge --secret\"\n";
    fs::write(place.at("data/config.toml"), config).unwrap();
    for name in ["machine.toml", "seen/x.jsonl", "kept/x.md", "secret.txt", "decks/x.sh"] {
        fs::write(place.at("data").join(name), "").unwrap();
    }
    place.said("data", &["sync", &place.remote()]);
    let files = place.shared(&["ls-tree", "-r", "--name-only", "main"], b"");
    assert_eq!(files, "config.toml\ndecks/decks.json\ndecks/own/own.md");
    let shared = place.shared(&["cat-file", "blob", "main:config.toml"], b"");
    assert!(shared.contains("new_cards = 5") && !shared.contains("judge"), "{shared}");
    let list = place.shared(&["cat-file", "blob", "main:decks/decks.json"], b"");
    assert!(!list.contains("home"), "{list}");
    // What comes back leaves what belongs to this machine as it is.
    place.said("other", &["sync", &place.remote()]);
    fs::write(place.at("other/config.toml"), "[study]\nnew_cards = 9\n").unwrap();
    place.said("other", &["sync"]);
    place.said("data", &["sync"]);
    let config = fs::read_to_string(place.at("data/config.toml")).unwrap();
    assert!(config.contains("new_cards = 9") && config.contains("grader = \"judge --secret\""), "{config}");
    let list = fs::read_to_string(place.at("data/decks/decks.json")).unwrap();
    assert!(list.contains(real_or_same(&place.at("home/own.md")).to_str().unwrap()), "{list}");
    assert!(place.said("data", &["sync"]).contains("has everything"));
}

#[test]
fn a_repository_of_the_user_s_own_in_the_data_folder_is_left_alone() {
    let place = Place::new();
    let data = place.at("data");
    fs::create_dir(&data).unwrap();
    place.plain_git(&data, &["init", "--quiet"], b"");
    fs::write(data.join("secret.txt"), "secret").unwrap();
    fs::write(data.join("progress.json"), log(&[event(1, "pooling")])).unwrap();
    fs::write(data.join(".gitignore"), "*\n!secret.txt\n").unwrap();
    place.plain_git(&data, &["add", "secret.txt"], b"");
    let mut before = BTreeMap::new();
    collect(&data.join(".git"), Path::new(""), &mut before);
    place.said("data", &["sync", &place.remote()]);
    place.said("data", &["grade", "pooling", "good"]);
    place.said("data", &["sync"]);
    assert_eq!(place.shared(&["ls-tree", "-r", "--name-only", "main"], b""), "progress.json");
    let mut after = BTreeMap::new();
    collect(&data.join(".git"), Path::new(""), &mut after);
    assert_eq!(before, after);
    assert_eq!(fs::read_to_string(data.join(".gitignore")).unwrap(), "*\n!secret.txt\n");
}

/// A data folder as the version before synchronised it: a repository in the folder itself.
fn set_up_before(place: &Place, machine: &str) {
    let data = place.at(machine);
    fs::create_dir_all(data.join("decks/own")).unwrap();
    fs::write(data.join("progress.json"), log(&[event(1, "pooling")])).unwrap();
    fs::write(data.join("decks/own/own.md"), "1. Own?\n\nOwn.\n").unwrap();
    let line =
        serde_json::json!({"source": "/home/me/own.md", "how": "copy", "deck": "own", "copy": "own/own.md"});
    let list = serde_json::json!({"backprop": "decks", "version": 1, "sources": [line]});
    fs::write(data.join("decks/decks.json"), serde_json::to_string_pretty(&list).unwrap() + "\n").unwrap();
    fs::write(data.join(".gitattributes"), "* -text\nprogress.json -text merge=union\n").unwrap();
    let rules = "/*\n!/progress.json\n!/decks/\n!/config*.toml\n!/.gitattributes\n!/.gitignore\n*.lock\n.backprop-*\n";
    fs::write(data.join(".gitignore"), rules).unwrap();
    let git = |arguments: &[&str]| place.plain_git(&data, arguments, b"");
    git(&["init", "--quiet", "--template=", "--shared=0600"]);
    git(&["symbolic-ref", "HEAD", "refs/heads/main"]);
    fs::write(data.join(".git/backprop.lock"), "").unwrap();
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "-m", "backprop sync"]);
    git(&["remote", "add", "origin", &place.remote()]);
    git(&["push", "--quiet", "origin", "main"]);
    git(&["fetch", "--quiet", "origin"]);
}

#[test]
fn a_folder_that_the_version_before_synchronised_goes_on() {
    let place = Place::new();
    set_up_before(&place, "data");
    let old = place.shared(&["rev-parse", "main"], b"");
    // Something is new on each side.
    fs::write(place.at("data/progress.json"), log(&[event(1, "pooling"), event(2, "softmax")])).unwrap();
    let said = place.said("data", &["sync"]);
    assert!(said.contains("sync keeps its repository in") && said.contains("sent to"), "{said}");
    assert!(!said.contains("two places") && !said.contains("not taken in"), "{said}");
    assert_eq!(place.shared(&["rev-parse", "main^"], b""), old);
    // Nothing was sent but the log, and what the version before needs is there.
    assert_eq!(place.shared(&["diff", "--name-only", "main^", "main"], b""), "progress.json");
    assert!(place.at("data/.git").is_dir());
    let said = place.said("data", &["sync"]);
    assert!(said.contains("has everything") && !said.contains("sync keeps"), "{said}");
    assert!(fs::read_to_string(place.at("data/decks/decks.json")).unwrap().contains("/home/me/own.md"));
    // A machine that joins gets it all, and no place of that machine.
    place.said("other", &["sync", &place.remote()]);
    assert!(place.said("other", &["cards", "--json"]).contains("Own?"));
    let list = fs::read_to_string(place.at("other/decks/decks.json")).unwrap();
    assert!(!list.contains("/home/me"), "{list}");
}

#[test]
fn a_damaged_repository_is_named_and_fetched_anew() {
    let place = Place::new();
    let data = place.at("data");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("progress.json"), log(&[event(1, "pooling")])).unwrap();
    place.said("data", &["sync", &place.remote()]);
    fs::write(data.join("progress.json"), log(&[event(1, "pooling"), event(2, "softmax")])).unwrap();
    place.said("data", &["grade", "softmax", "good", "--at", "2026-11-23T09:00:00Z"]);
    let objects = data.join("sync/git/objects");
    let mut files = BTreeMap::new();
    collect(&objects, Path::new(""), &mut files);
    for path in files.keys() {
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(path, "").unwrap();
    }
    let output = place.run("data", &["sync"]);
    let said = both(&output);
    assert!(!output.status.success() && said.contains("sync --repair"), "{said}");
    // The whole of what git said, with the name of the file.
    assert!(said.contains("objects/"), "{said}");
    let said = place.said("data", &["sync", "--repair"]);
    assert!(said.contains("fetched anew") && said.contains("sent to"), "{said}");
    assert!(!said.contains("two places"), "{said}");
    let shared = place.shared(&["cat-file", "blob", "main:progress.json"], b"");
    assert!(shared.contains("pooling") && shared.contains("softmax"), "{shared}");
    assert!(place.said("data", &["sync"]).contains("has everything"));
    // Without any damage it does no harm, and without a remote it says what is missing.
    place.said("data", &["sync", "--repair"]);
    let output = place.run("alone", &["sync", "--repair"]);
    assert!(!output.status.success() && both(&output).contains("sync REMOTE --repair"), "{}", both(&output));
}

#[test]
fn locks_that_a_killed_git_left_are_named_and_cleared() {
    let place = Place::new();
    fs::create_dir(place.at("data")).unwrap();
    fs::write(place.at("data/progress.json"), log(&[event(1, "pooling")])).unwrap();
    place.said("data", &["sync", &place.remote()]);
    place.said("data", &["grade", "pooling", "good"]);
    let own = place.at("data/sync/git");
    for name in ["index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock", "gc.pid"] {
        fs::write(own.join(name), "").unwrap();
    }
    for name in ["refs/heads/main.lock", "refs/remotes/origin/main.lock", "objects/pack/tmp_pack_x"] {
        fs::create_dir_all(own.join(name).parent().unwrap()).unwrap();
        fs::write(own.join(name), "").unwrap();
    }
    assert!(both(&place.run("data", &["doctor"])).contains("left by a git that is at work or was killed"));
    assert!(place.said("data", &["sync"]).contains("sent to"));
    assert!(!own.join("refs/heads/main.lock").exists() && !own.join("objects/pack/tmp_pack_x").exists());
}

#[test]
fn a_git_of_the_user_that_cannot_be_read_stops_nothing() {
    let place = Place::new();
    fs::write(place.at("home/.gitconfig"), "[broken\n").unwrap();
    fs::create_dir(place.at("data")).unwrap();
    fs::write(place.at("data/progress.json"), log(&[event(1, "pooling")])).unwrap();
    let said = place.said("data", &["sync", &place.remote()]);
    assert!(said.contains("sent to") && said.contains("cannot be read"), "{said}");
}

#[test]
fn repositories_with_long_names_of_objects_are_joined() {
    let place = Place::new();
    place.plain_git(
        &place.at("."),
        &["init", "--quiet", "--bare", "--object-format=sha256", "long.git"],
        b"",
    );
    fs::create_dir(place.at("data")).unwrap();
    fs::write(place.at("data/progress.json"), log(&[event(1, "pooling")])).unwrap();
    let long = place.at("long.git");
    assert!(place.said("data", &["sync", long.to_str().unwrap()]).contains("sent to"));
    place.said("other", &["sync", long.to_str().unwrap()]);
    assert!(place.at("other/progress.json").exists());
    place.said("other", &["sync", "--repair"]);
}

#[test]
fn no_password_is_ever_shown() {
    let place = Place::new();
    for address in [
        "https://me:hunter22-secret@127.0.0.1:1/x.git",
        "https://hunter22-secret@127.0.0.1:1/x.git",
        "https://127.0.0.1:1/x.git?private_token=hunter22-secret",
        "ssh://me:hunter22-secret@127.0.0.1:1/x.git",
        "ftp://me:hunter22-secret@127.0.0.1/x.git",
        "ext::https://me:hunter22-secret@127.0.0.1/x.git",
    ] {
        for arguments in [&["sync", address][..], &["sync"], &["doctor"], &["sync", "--repair"]] {
            let said = both(&place.run("data", arguments));
            assert!(!said.contains("hunter22"), "{arguments:?}: {said}");
        }
        if place.at("data/sync/git/config").exists() {
            let mode = fs::metadata(place.at("data/sync/git/config")).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
    }
}

/// Rounds of killing; each is followed by a synchronisation that has to succeed.
#[test]
fn a_killed_synchronisation_is_gone_on_from() {
    let rounds: u32 = std::env::var("BACKPROP_KILLED_SYNCS").map_or(4, |count| count.parse().unwrap());
    let place = Place::new();
    fs::create_dir_all(place.at("data/decks")).unwrap();
    fs::write(place.at("data/progress.json"), log(&[event(1, "pooling")])).unwrap();
    place.said("data", &["sync", &place.remote()]);
    place.said("other", &["sync", &place.remote()]);
    let mut killed = 0;
    let mut longest = Duration::from_millis(100);
    for round in 0..rounds {
        // Both sides have something new, so that there is something to unite.
        for machine in ["data", "other"] {
            let decks = place.at(machine).join("decks");
            fs::create_dir_all(&decks).unwrap();
            fs::write(decks.join(format!("{machine}-{round}.md")), format!("1. Is {round} new?\n\nYes.\n"))
                .unwrap();
        }
        place.said("data", &["grade", "pooling", "good"]);
        place.said("other", &["sync"]);
        let mut command = place.command("data", &["sync"]);
        let mut child = command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Moments spread over the whole length of a synchronisation.
        std::thread::sleep(longest * (round * 37 % 101) / 100);
        let group = rustix::process::Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
        if child.try_wait().unwrap().is_none() {
            rustix::process::kill_process_group(group, rustix::process::Signal::KILL).unwrap();
            killed += 1;
        }
        child.wait().unwrap();
        let begun = Instant::now();
        let said = place.said("data", &["sync"]);
        longest = longest.max(begun.elapsed());
        assert!(said.contains("sent to") || said.contains("has everything"), "round {round}: {said}");
        if round % 50 == 49 {
            println!("{} rounds, {killed} killed in the middle", round + 1);
        }
    }
    place.said("other", &["sync"]);
    let tree = |machine: &str| {
        place.plain_git(&place.at(machine).join("sync/git"), &["rev-parse", "HEAD^{tree}"], b"")
    };
    assert_eq!(tree("data"), tree("other"));
    let files = place.shared(&["ls-tree", "-r", "--name-only", "main"], b"");
    assert_eq!(files.lines().count(), 1 + 2 * rounds as usize, "{files}");
    place.shared(&["fsck", "--strict"], b"");
    println!("{rounds} rounds, {killed} killed in the middle");
}
