//! Several machines and one repository: whatever they do and in whatever order they synchronise, they
//! end alike and nothing is lost.
//!
//! `BACKPROP_INTERLEAVINGS=1000 cargo test --release --test it sync::` tries so many random histories; a few
//! are tried otherwise.

use crate::harness::has_git;
use backprop::card::Grade;
use backprop::day::{At, Calendar};
use backprop::progress::{Kind, Progress, Review};
use backprop::state::Scheduler;
use backprop::store::spelling::real_or_same;
use backprop::store::sync::{self, SyncReport, SyncRequest};
use backprop::store::{Dirs, Opened, Problem, ProgressFile};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const NOW: At = At(1_795_341_600_000);

/// A bare repository and the machines that share it.
struct World {
    folder: TempDir,
    machines: Vec<Machine>,
    chance: ChaCha8Rng,
    /// Lines that a machine said were saved.
    acknowledged: BTreeSet<String>,
    /// Deck versions that nobody has replaced.
    current: HashSet<String>,
    versions: usize,
}

struct Machine {
    data: PathBuf,
    /// A program that stays open while others study and synchronise.
    open: Option<Opened>,
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Git in the repository of a data folder.
fn own(data: &Path, arguments: &[&str]) -> String {
    git(&data.join("sync/git"), arguments)
}

fn try_sync(data: &Path, remote: Option<&str>) -> (SyncReport, Result<(), Problem>) {
    let mut report = SyncReport::default();
    let done = sync::run(data, SyncRequest { remote, ..SyncRequest::default() }, NOW, &mut report);
    (report, done)
}

fn open(data: &Path) -> Opened {
    let dirs = Dirs::below(data);
    ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), NOW)
        .unwrap_or_else(|problem| panic!("{problem}"))
}

fn log(data: &Path) -> String {
    fs::read_to_string(data.join("progress.json")).unwrap()
}

fn sight(progress: &Progress) -> String {
    let records: BTreeMap<_, _> = progress.records().collect();
    format!("{records:?} {:?}", progress.days().collect::<Vec<_>>())
}

impl World {
    fn new(seed: u64, machines: usize) -> World {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("shared.git")).unwrap();
        git(&folder.path().join("shared.git"), &["init", "--quiet", "--bare"]);
        let machine = |name| Machine { data: folder.path().join(format!("machine-{name}")), open: None };
        let machines = (0..machines).map(machine).collect();
        let chance = ChaCha8Rng::seed_from_u64(seed);
        let (acknowledged, current) = (BTreeSet::new(), HashSet::new());
        World { folder, machines, chance, acknowledged, current, versions: 0 }
    }

    fn remote(&self) -> String {
        self.folder.path().join("shared.git").to_str().unwrap().to_owned()
    }

    /// Grades a few of few cards, in a fresh program or in one that was left open; takes one back at times.
    fn study(&mut self, machine: usize) {
        let data = self.machines[machine].data.clone();
        let mut opened = self.machines[machine].open.take().unwrap_or_else(|| open(&data));
        for _ in 0..self.chance.random_range(1..4) {
            // Clocks differ, and go backwards; what lies ahead would not count yet.
            let at = NOW.plus_seconds(-self.chance.random_range(0..20) * 43_200);
            let card = ["pooling", "dropout", "softmax"][self.chance.random_range(0..3)].into();
            let grade = Grade::ALL[self.chance.random_range(0..4)];
            let moment = Calendar::utc().moment(at);
            let mut note = |kind| opened.progress.note(moment, &card, kind).ok();
            let noted = note(Kind::Review(Review::new(grade, "recall", 5)));
            if self.chance.random_range(0..5) == 0
                && let Some(of) = noted
            {
                note(Kind::Undo { of });
            }
            let lines: Vec<String> = opened.progress.unsaved().iter().map(|event| event.to_json()).collect();
            opened.file.sync(&mut opened.progress, NOW).unwrap();
            self.acknowledged.extend(lines);
        }
        opened.file.save_cache(&opened.progress).unwrap();
        if self.chance.random_range(0..2) == 0 {
            self.machines[machine].open = Some(opened);
        }
    }

    /// Writes a deck anew, as another program would.
    fn edit(&mut self, machine: usize) {
        let decks = self.machines[machine].data.join("decks");
        fs::create_dir_all(&decks).unwrap();
        let path = decks.join(["a.md", "b.md"][self.chance.random_range(0..2)]);
        if let Ok(old) = fs::read_to_string(&path) {
            self.current.remove(&old);
        }
        self.versions += 1;
        let version = format!("1. Version {}?\nAnswer.\n", self.versions);
        fs::write(&path, &version).unwrap();
        self.current.insert(version);
    }

    fn sync(&mut self, machine: usize) -> SyncReport {
        let (report, done) = try_sync(&self.machines[machine].data, Some(&self.remote()));
        done.unwrap_or_else(|problem| panic!("{problem}"));
        report
    }

    fn step(&mut self) {
        let machine = self.chance.random_range(0..self.machines.len());
        match self.chance.random_range(0..10) {
            0..=3 => self.study(machine),
            4 => self.edit(machine),
            5 => self.merge(machine),
            6 => self.sync_offline(machine),
            _ => drop(self.sync(machine)),
        }
    }

    /// As `backprop merge` does with another machine's file.
    fn merge(&mut self, machine: usize) {
        let other = self.chance.random_range(0..self.machines.len());
        let other = self.machines[other].data.join("progress.json");
        if !other.exists() {
            return;
        }
        let Opened { mut file, mut progress, .. } = open(&self.machines[machine].data);
        let before = fs::read(&other).unwrap();
        file.merge(&mut progress, std::slice::from_ref(&other), NOW, &mut Vec::new()).unwrap();
        if file.path() != real_or_same(&other) {
            assert_eq!(fs::read(&other).unwrap(), before, "a source stays as it is");
        }
    }

    fn sync_offline(&mut self, machine: usize) {
        let (here, away) = (self.folder.path().join("shared.git"), self.folder.path().join("away.git"));
        fs::rename(&here, &away).unwrap();
        let (_, done) = try_sync(&self.machines[machine].data, None);
        fs::rename(&away, &here).unwrap();
        // A machine without a remote yet has nothing to reach.
        if let Err(problem) = done {
            assert!(problem.to_string().contains("kept here"), "{problem}");
        }
    }

    /// Synchronises until nobody has anything new, and compares.
    fn settle(&mut self) {
        for _ in 0..2 {
            (0..self.machines.len()).for_each(|machine| drop(self.sync(machine)));
        }
        for machine in 0..self.machines.len() {
            let report = self.sync(machine);
            assert!(
                !report.has_sent && report.is_sent && report.events == 0 && report.files.is_empty(),
                "{report:?}"
            );
        }
        let first = self.machines[0].data.clone();
        if !first.join("progress.json").exists() {
            assert!(self.acknowledged.is_empty());
            return;
        }
        let text = log(&first);
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
        for line in &self.acknowledged {
            assert!(text.contains(line.as_str()), "lost: {line}\n{text}");
        }
        let state = sight(&open(&first).progress);
        let tree = own(&first, &["rev-parse", "HEAD^{tree}"]);
        for machine in &mut self.machines {
            assert_eq!(log(&machine.data), text);
            assert_eq!(own(&machine.data, &["rev-parse", "HEAD^{tree}"]), tree);
            assert_eq!(own(&machine.data, &["fsck", "--no-dangling"]), "");
            assert_eq!(sight(&open(&machine.data).progress), state);
            // A program left open comes to the same.
            if let Some(mut opened) = machine.open.take() {
                opened.file.sync(&mut opened.progress, NOW).unwrap();
                assert_eq!(sight(&opened.progress), state);
            }
        }
        let decks = fs::read_dir(first.join("decks")).into_iter().flatten();
        let decks: HashSet<String> =
            decks.map(|deck| fs::read_to_string(deck.unwrap().path()).unwrap()).collect();
        let lost: Vec<&String> = self.current.iter().filter(|deck| !decks.contains(*deck)).collect();
        assert!(lost.is_empty(), "lost: {lost:?}, there are {decks:?}");
    }
}

#[test]
fn machines_end_alike_in_whatever_order_they_study_merge_and_synchronise() {
    if !has_git("sync") {
        return;
    }
    let tries = std::env::var("BACKPROP_INTERLEAVINGS").map_or(6, |count| count.parse().unwrap());
    for seed in 0..tries {
        let mut world = World::new(seed, 2 + usize::from(seed % 3 == 2));
        let steps = world.chance.random_range(4..14);
        (0..steps).for_each(|_| world.step());
        world.settle();
        if seed % 100 == 99 {
            println!("{} histories, all alike", seed + 1);
        }
    }
}

#[test]
fn machines_that_synchronise_at_the_same_time_wait_for_each_other() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(1, 4);
    for _ in 0..3 {
        (0..4).for_each(|machine| world.study(machine));
        world.machines.iter_mut().for_each(|machine| machine.open = None);
        let remote = world.remote();
        std::thread::scope(|scope| {
            for machine in &world.machines {
                let remote = remote.as_str();
                scope.spawn(move || {
                    let (_, done) = try_sync(&machine.data, Some(remote));
                    done.unwrap_or_else(|problem| panic!("{problem}"));
                });
            }
        });
    }
    world.settle();
}

#[test]
fn a_user_s_hooks_signatures_and_ignored_files_do_not_matter() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(2, 2);
    world.study(0);
    world.sync(0);
    let data = world.machines[0].data.clone();
    let hooks = data.join("sync/git/hooks");
    fs::create_dir_all(&hooks).unwrap();
    for hook in ["pre-commit", "commit-msg", "pre-push", "post-checkout", "reference-transaction"] {
        let path = hooks.join(hook);
        fs::write(&path, "#!/bin/sh\nexit 1\n").unwrap();
        #[cfg(unix)]
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    fs::create_dir_all(data.join("sync/git/info")).unwrap();
    fs::write(data.join("sync/git/info/exclude"), "*\n").unwrap();
    fs::write(data.join("sync/git/info/attributes"), "* filter=x text eol=crlf\n").unwrap();
    fs::write(data.join("decks/.gitignore"), "*\n").unwrap_or_default();
    for (key, value) in [
        ("commit.gpgSign", "true"),
        ("gpg.program", "/nowhere/gpg"),
        ("core.autocrlf", "true"),
        ("core.excludesFile", "/nowhere"),
        ("merge.union.driver", "false"),
        ("core.pager", "false"),
        ("filter.x.clean", "false"),
        ("filter.x.required", "true"),
    ] {
        own(&data, &["config", key, value]);
    }
    world.study(0);
    world.edit(0);
    world.study(1);
    world.settle();
}

#[test]
fn only_what_is_ours_is_shared_and_what_is_wrong_is_told() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(3, 2);
    let data = world.machines[0].data.clone();
    world.study(0);
    for name in ["letter.txt", "progress.json.rejected-1", "seen/x.jsonl", "cache/fold.cache"] {
        let path = data.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "private").unwrap();
    }
    fs::write(data.join("config.toml"), "[study]\nnew_cards = 5\n").unwrap();
    let (report, done) = try_sync(&data, None);
    done.unwrap();
    assert!(report.set_up && report.remote.is_none() && !report.is_sent, "{report:?}");
    assert_eq!(report.saved, ["config.toml", "progress.json"]);
    assert_eq!(own(&data, &["ls-tree", "-r", "--name-only", "HEAD"]), "config.toml\nprogress.json\n");

    let wrong = try_sync(&data, Some("--upload-pack=touch x")).1.unwrap_err().to_string();
    assert!(wrong.contains("this is no address"), "{wrong}");
    let wrong = try_sync(&data, Some("/nowhere/at/all.git")).1.unwrap_err().to_string();
    assert!(wrong.contains("/nowhere/at/all.git") && wrong.contains("kept here"), "{wrong}");
    assert!(wrong.contains("but not the address") && !wrong.contains(".;"), "{wrong}");
    // An address that was never reached is not remembered.
    let (report, done) = try_sync(&data, None);
    done.unwrap();
    assert!(report.remote.is_none(), "{report:?}");
    world.sync(0);
    // A slip in the address does not take the place of the one that works.
    try_sync(&data, Some("/nowhere/at/all.git")).1.unwrap_err();
    let remote = world.remote();
    let goes_on = || {
        let (report, done) = try_sync(&data, None);
        done.unwrap();
        assert_eq!(report.remote.as_deref(), Some(remote.as_str()));
    };
    goes_on();
    // Nor does it where the program was stopped over it.
    let config = data.join("sync/git/config");
    let text = fs::read_to_string(&config).unwrap();
    let tried = text.replace(&remote, "/nowhere/at/all.git");
    assert_ne!(tried, text);
    fs::write(&config, format!("{tried}[backprop]\n\tuntried = true\n\tbefore = \"{remote}\"\n")).unwrap();
    goes_on();
    assert_eq!(fs::read_to_string(&config).unwrap(), text);

    // Both change the settings, each in another way; then one line each.
    let other = world.machines[1].data.clone();
    world.sync(1);
    assert_eq!(fs::read_to_string(other.join("config.toml")).unwrap(), "[study]\nnew_cards = 5\n");
    fs::write(other.join("config.toml"), "[study]\nnew_cards = 6\n").unwrap();
    world.sync(1);
    fs::write(data.join("config.toml"), "[study]\nnew_cards = 7\n").unwrap();
    let report = world.sync(0);
    assert_eq!(report.both.len(), 1, "{report:?}");
    assert!(report.both[0].1.starts_with("config (other version ") && report.both[0].1.ends_with(").toml"));
    let kept =
        [&report.both[0].0, &report.both[0].1].map(|name| fs::read_to_string(data.join(name)).unwrap());
    assert_eq!(HashSet::from(kept.clone()).len(), 2, "{kept:?}");
    world.settle();

    // Where lines of notes meet, those of one side count; what the other one adds elsewhere stays.
    for (adds, name) in [(0, "one.md"), (1, "two.md")] {
        let notes = [0, 1].map(|machine| world.machines[machine].data.join("decks").join(name));
        let base = "1. What is GQA?\nshared\n\n2. What is MoE?\nsparse\n\n3. What is RAG?\nretrieval\n";
        fs::create_dir_all(notes[0].parent().unwrap()).unwrap();
        fs::write(&notes[0], base).unwrap();
        world.sync(0);
        world.sync(1);
        for machine in [0, 1] {
            let changed = base.replace("shared", if machine == 0 { "shared here" } else { "shared there" });
            let more = if machine == adds { "\n4. What is SFT?\nimitation\n" } else { "" };
            fs::write(&notes[machine], changed + more).unwrap();
        }
        world.sync(0);
        let report = world.sync(1);
        assert_eq!(report.both.len(), 1, "{report:?}");
        let text = fs::read_to_string(&notes[1]).unwrap();
        assert!(text.ends_with("\n4. What is SFT?\nimitation\n"), "{text}");
        assert!(text.contains("shared here") != text.contains("shared there"), "{text}");
        world.settle();
    }

    // A link could lead anywhere.
    #[cfg(unix)]
    {
        fs::create_dir_all(other.join("decks")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", other.join("decks/x.md")).unwrap();
        let (report, done) = try_sync(&other, None);
        done.unwrap();
        assert!(
            report.withheld[0].path == "decks/x.md" && report.withheld[0].why.to_string() == "it is a link",
            "{report:?}"
        );
        assert!(!own(&other, &["ls-tree", "-r", "HEAD"]).contains("x.md"));
    }
}

#[test]
fn a_log_that_went_missing_comes_back() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(4, 2);
    world.study(0);
    world.machines[0].open = None;
    world.sync(0);
    world.sync(1);
    fs::remove_file(world.machines[1].data.join("progress.json")).unwrap();
    let report = world.sync(1);
    assert!(report.events > 0, "{report:?}");
    world.settle();
}

#[test]
fn decks_imported_on_two_machines_are_all_in_the_library_of_both() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(5, 2);
    let run = |machine: &Machine, arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_backprop"))
            .env("BACKPROP_DATA_DIR", &machine.data)
            .args(arguments)
            .output()
            .unwrap();
        let (out, err) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(output.status.success(), "{out}{err}");
        out
    };
    let notes = |name: &str, question: &str| {
        let folder = world.folder.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("notes.md");
        fs::write(&path, format!("1. {question}?\nAnswer.\n2. {question} too?\nAnswer.\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (one, two) = (notes("one", "What is pooling"), notes("two", "What is dropout"));
    run(&world.machines[0], &["import", "--yes", &one]);
    run(&world.machines[1], &["import", "--yes", &two]);
    let remote = world.remote();
    let told = run(&world.machines[0], &["sync", &remote]);
    assert!(told.contains("is synchronised from now on") && told.contains("sent to"), "{told}");
    run(&world.machines[1], &["sync", &remote]);
    run(&world.machines[0], &["sync"]);
    for machine in &world.machines {
        let cards = run(machine, &["cards", "--json"]);
        for question in
            ["What is pooling?", "What is pooling too?", "What is dropout?", "What is dropout too?"]
        {
            assert!(cards.contains(question), "{question}: {cards}");
        }
    }
    world.settle();
}

/// A machine that brought a backup back takes nothing from another one; what is removed knowingly is kept there.
#[test]
fn what_a_backup_lacks_is_not_taken_from_other_machines() {
    if !has_git("sync") {
        return;
    }
    let world = World::new(7, 2);
    let run = |machine: usize, arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_backprop"))
            .env("BACKPROP_DATA_DIR", &world.machines[machine].data)
            .args(arguments)
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout) + &text(&output.stderr)
    };
    let file = |name: &str, text: &str| {
        let path = world.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let notes = file("notes.md", "1. What is pooling?\nAnswer.\n2. What is a stride?\nAnswer.\n");
    let before =
        file("before.md", "# Acme\n\n1. Where do you see yourself in five years?\n2. Why this team?\n");
    let after =
        file("after.md", "# Acme\n\n1. What was your hardest bug so far?\n2. Who reviews your code?\n");
    let remote = world.remote();
    run(0, &["import", "--copy", "--yes", &notes]);
    run(0, &["asked", "--from", &before]);
    run(0, &["sync", &remote]);
    let backup = world.folder.path().join("backup.zip").to_str().unwrap().to_owned();
    run(0, &["backup", &backup]);
    let late = file("late.md", "1. What is a kernel?\nAnswer.\n2. What is a batch?\nAnswer.\n");
    run(0, &["asked", "--from", &after]);
    run(0, &["import", "--copy", "--yes", &late]);
    run(0, &["sync"]);
    run(1, &["sync", &remote]);
    run(0, &["backup", "--restore", &backup, "--yes"]);
    assert!(!run(0, &["cards", "--json"]).contains("hardest bug"));
    run(0, &["sync"]);
    run(1, &["sync"]);
    for machine in [0, 1] {
        let cards = run(machine, &["cards", "--json"]);
        for question in ["five years", "hardest bug", "Who reviews", "What is a kernel?", "What is pooling?"]
        {
            assert!(cards.contains(question), "{machine} {question}: {cards}");
        }
    }
    // What one machine takes out knowingly goes from the other one, which says so and keeps it.
    run(0, &["remove", "late"]);
    run(0, &["sync"]);
    let told = run(1, &["sync"]);
    assert!(told.contains("removed, as on another machine: ") && told.contains("late.md"), "{told}");
    assert!(!run(1, &["cards", "--json"]).contains("What is a kernel?"));
    let kept = fs::read_dir(world.machines[1].data.join("kept")).unwrap().flatten();
    let kept: Vec<String> = kept.filter_map(|file| fs::read_to_string(file.path()).ok()).collect();
    assert!(kept.iter().any(|text| text.contains("What is a kernel?")), "{kept:?}");
}

#[test]
fn what_git_s_own_union_driver_makes_of_two_logs_is_read_whole() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(6, 2);
    for machine in [0, 1, 0, 1] {
        world.study(machine);
        world.sync(machine);
    }
    world.sync(0);
    world.machines.iter_mut().for_each(|machine| machine.open = None);
    // Both study; then one of them merges by hand, in a clone of its own, instead of `backprop sync`.
    let clone = world.folder.path().join("clone");
    git(
        world.folder.path(),
        &["clone", "--quiet", "--branch", "main", &world.remote(), clone.to_str().unwrap()],
    );
    fs::write(clone.join(".gitattributes"), "progress.json -text merge=union\n").unwrap();
    world.study(0);
    world.sync(0);
    world.study(1);
    world.machines.iter_mut().for_each(|machine| machine.open = None);
    fs::copy(world.machines[1].data.join("progress.json"), clone.join("progress.json")).unwrap();
    let who = ["-c", "user.name=x", "-c", "user.email=x@localhost"];
    git(&clone, &["add", "--all"]);
    git(&clone, &[&who[..], &["commit", "--quiet", "--all", "-m", "by hand"]].concat());
    git(&clone, &[&who[..], &["pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main"]].concat());
    git(&clone, &["push", "--quiet", "origin", "HEAD:main"]);
    world.settle();
}

#[test]
fn doctor_says_what_was_not_sent() {
    if !has_git("sync") {
        return;
    }
    let mut world = World::new(7, 1);
    let data = world.machines[0].data.clone();
    let doctor = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backprop"));
        let output = command.env("BACKPROP_DATA_DIR", &data).arg("doctor").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    world.study(0);
    assert!(doctor().contains("the data folder is not synchronised"));
    try_sync(&data, None).1.unwrap();
    assert!(doctor().contains("`backprop sync REMOTE` shares it"));
    world.sync(0);
    assert!(!doctor().contains("not sent"));
    world.study(0);
    world.sync_offline(0);
    assert!(doctor().contains("1 commits are not sent yet"), "{}", doctor());
}
