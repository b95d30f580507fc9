//! `doctor`, `merge`, completions and manual pages, as commands.

use crate::harness::not_run;
use crate::harness::run::program;
use backprop::progress::text::HEADER;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

fn backprop(home: &Path) -> Command {
    let mut command = program(home);
    for name in ["VISUAL", "EDITOR", "TMUX", "LC_ALL", "LC_CTYPE", "TERM_PROGRAM", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("LANG", "en_US.UTF-8").env("TERM", "xterm-256color");
    command
}

fn run(home: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = backprop(home).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn private_home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    #[cfg(unix)]
    set_mode(home.path(), 0o700);
    home
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const LINE: &str = r#",{"at":"2026-11-22T09:00:00.000Z","day":"2026-11-22","card":"pooling","event":"review","grade":"good","mode":"recall","ms":5400}"#;

#[test]
fn a_sound_folder_is_well_and_doctor_changes_nothing() {
    let home = private_home();
    let (code, text, _) = run(home.path(), &["doctor"]);
    assert!(code == Some(0) && text.contains("All is well"), "{text}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    fs::write(home.path().join("progress.json"), format!("{HEADER}\n{LINE}\n]\n")).unwrap();
    let (code, json, _) = run(home.path(), &["doctor", "--json"]);
    let found: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(code, Some(0), "{json}");
    assert!(found.iter().all(|finding| finding["verdict"] != "wrong"), "{json}");
    assert!(json.contains("1 events, sound to its end"), "{json}");
}

/// A folder that is not there.
const NOWHERE: &str = if cfg!(windows) { "C:/nowhere" } else { "/nowhere" };

/// What is done to a folder; the area, what is said, and the exit code.
type Row = (fn(&Path), &'static str, &'static str, i32);

#[test]
fn what_is_wrong_is_told_with_a_way_out() {
    let rows: &[Row] = &[
        (
            |home| fs::write(home.join("progress.json"), format!("{HEADER}\n{LINE}\n<<<\n]\n")).unwrap(),
            "progress",
            "1 damaged lines",
            1,
        ),
        (
            |home| fs::write(home.join("progress.json"), format!("{HEADER}\n{LINE}\n")).unwrap(),
            "progress",
            "mends it",
            0,
        ),
        (
            |home| fs::write(home.join("progress.json"), "Dear all").unwrap(),
            "progress",
            "line 1: not a backprop progress file",
            1,
        ),
        (
            |home| {
                fs::write(
                    home.join("progress.json"),
                    format!("{HEADER}\n{}\n]\n", LINE.replace("2026", "2027")),
                )
                .unwrap();
            },
            "clock",
            "an event of 2027-11-22",
            1,
        ),
        (
            |home| fs::write(home.join("progress (1).json"), format!("{HEADER}\n{LINE}\n]\n")).unwrap(),
            "leftovers",
            "not taken in yet",
            0,
        ),
        (
            |home| fs::write(home.join("progress.json.rejected-20261122"), "x").unwrap(),
            "leftovers",
            "set aside",
            0,
        ),
        (|home| fs::write(home.join(".backprop-x1y2z3"), "x").unwrap(), "leftovers", "not finished", 0),
        (
            |home| fs::write(home.join("config.toml"), "[study]\nnew_cards = -1\n").unwrap(),
            "settings",
            "line 2: new_cards",
            1,
        ),
        (
            |home| fs::write(home.join("config.toml"), "[keys]\ngoood = \"g\"\n").unwrap(),
            "settings",
            "goood",
            1,
        ),
        (
            |home| {
                fs::create_dir(home.join("decks")).unwrap();
                let list = format!(
                    r#"{{"backprop":"decks","version":1,"sources":[{{"source":"{NOWHERE}/notes.md","how":"link"}}]}}"#
                );
                fs::write(home.join("decks/decks.json"), list).unwrap();
            },
            "decks",
            "linked notes: ",
            1,
        ),
        (
            |home| {
                fs::create_dir(home.join("decks")).unwrap();
                fs::write(home.join("decks/decks.json"), "[]").unwrap();
            },
            "decks",
            "the file was left as it is",
            1,
        ),
        (
            |home| {
                fs::create_dir(home.join("cache")).unwrap();
                fs::write(home.join("cache/fold.cache"), "junk").unwrap();
            },
            "cache",
            "made again",
            0,
        ),
        // Other systems have no modes; a home there is its owner's.
        #[cfg(unix)]
        (|home| set_mode(home, 0o755), "folders", "chmod 700", 0),
        (|home| fs::write(home.join("cache"), "a file").unwrap(), "folders", "not a folder", 1),
    ];
    for &(spoil, area, said, expected) in rows {
        let home = private_home();
        spoil(home.path());
        let (code, text, _) = run(home.path(), &["doctor"]);
        assert_eq!(code, Some(expected), "{said}:\n{text}");
        let at = text.lines().position(|line| {
            line.get(7..).is_some_and(|rest| rest.starts_with(area)) && !line.starts_with("ok")
        });
        let found = at.map(|at| text.lines().skip(at).take(2).collect::<String>());
        let found = found.or_else(|| text.lines().find(|line| line.contains(said)).map(str::to_owned));
        assert!(found.is_some_and(|found| found.contains(said)), "{area} {said}:\n{text}");
    }
}

#[test]
fn what_cannot_be_brought_back_is_said_to_be_so() {
    let home = private_home();
    fs::write(home.path().join("progress.json"), format!("{HEADER}\n{LINE}\n]\n")).unwrap();
    fs::write(home.path().join("progress.json.rejected-20261122"), "half a li").unwrap();
    let (_, text, _) = run(home.path(), &["doctor", "--repair", "--yes"]);
    assert!(
        text.contains("delete the file") && !text.contains("--repair` brings back every event"),
        "{text}"
    );
    fs::write(home.path().join("progress.json.rejected-20261122"), LINE).unwrap();
    let (_, text, _) = run(home.path(), &["doctor"]);
    assert!(text.contains("every whole event in it is back"), "{text}");
    fs::write(home.path().join("progress.json"), "garbage").unwrap();
    let (code, text, _) = run(home.path(), &["doctor", "--repair", "--yes"]);
    assert_eq!(code, Some(1));
    assert!(text.contains("nothing can be brought back") && text.contains("move it away"), "{text}");
    assert_eq!(fs::read_to_string(home.path().join("progress.json")).unwrap(), "garbage");
}

#[test]
fn an_editor_that_is_not_there_and_a_locale_without_utf8_are_told() {
    let home = private_home();
    let output = backprop(home.path())
        .arg("doctor")
        .env("EDITOR", "no-such-editor -w")
        .env("LANG", "C")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("EDITOR=no-such-editor -w: there is no such program"), "{text}");
    let is_told = text.contains("LANG=C does not say UTF-8");
    assert!(is_told || cfg!(windows), "there every text is Unicode: {text}");
}

#[test]
fn progress_files_and_folders_are_merged_and_stay_as_they_are() {
    let (home, laptop) = (private_home(), private_home());
    let log = laptop.path().join("progress.json");
    let other = laptop.path().join("old.json");
    let text = format!("{HEADER}\n{LINE}\n{}\n]\n", LINE.replace("T09:", "T08:"));
    fs::write(&log, &text).unwrap();
    fs::write(&other, format!("{HEADER}\n{LINE}\n<<<\n]\n")).unwrap();
    let (laptop, other) = (laptop.path().to_str().unwrap(), other.to_str().unwrap());
    let (code, out, told) = run(home.path(), &["merge", laptop, other]);
    assert_eq!(code, Some(0), "{told}");
    assert!(out.contains("2 events, 2 of them new") && out.contains("1 events, 0 of them new"), "{out}");
    assert!(out.contains("1 cards with a history") && told.contains("1 damaged lines"), "{out}{told}");
    assert_eq!(fs::read_to_string(&log).unwrap(), text);
    assert_eq!(fs::read_to_string(home.path().join("progress.json")).unwrap(), text);
    let own = home.path().join("progress.json");
    let (code, _, told) = run(home.path(), &["merge", own.to_str().unwrap()]);
    assert!(code == Some(1) && told.contains("is the progress file itself"), "{told}");
    let (code, _, told) = run(home.path(), &["merge", "/nowhere.json"]);
    assert!(code == Some(1) && told.contains("/nowhere.json"), "{told}");
}

/// Each shell that is installed checks the grammar of its own completions.
#[test]
fn completions_are_what_the_shells_understand() {
    let home = private_home();
    let mut checked = 0;
    for (shell, check) in [("bash", &["-n"][..]), ("zsh", &["-n"]), ("fish", &["--no-execute"])] {
        let (code, script, _) = run(home.path(), &["completions", shell]);
        assert!(code == Some(0) && script.contains("doctor") && script.contains("dry-run"), "{script}");
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(script.as_bytes()).unwrap();
        match Command::new(shell).args(check).arg(file.path()).output() {
            Ok(output) => {
                assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
                checked += 1;
            }
            Err(_) => not_run(&format!("completions of {shell}"), "it is not installed"),
        }
    }
    assert!(checked > 0 || Command::new("bash").arg("-c").arg("").output().is_err());
    for shell in ["elvish", "powershell"] {
        assert!(run(home.path(), &["completions", shell]).1.contains("doctor"), "{shell}");
    }
    assert_eq!(run(home.path(), &["completions", "csh"]).0, Some(2));
}

/// In bash, the completions complete.
#[test]
fn bash_completes_commands_and_options() {
    let home = private_home();
    let (_, script, _) = run(home.path(), &["completions", "bash"]);
    let ask = |words: &str, last: usize| {
        let text = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={last}; _backprop backprop \"${{COMP_WORDS[{last}]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        Command::new("bash")
            .arg("-c")
            .arg(text)
            .output()
            .map(|output| String::from_utf8(output.stdout).unwrap())
    };
    let Ok(commands) = ask("backprop doc", 1) else {
        return not_run("completions in bash", "it is not installed");
    };
    assert_eq!(commands.trim(), "doctor");
    assert!(ask("backprop tune --d", 2).unwrap().contains("--dry-run"));
}

#[test]
fn every_command_has_a_manual_page() {
    let home = private_home();
    let (code, page, _) = run(home.path(), &["man"]);
    assert!(code == Some(0) && page.contains(".TH backprop 1"), "{page}");
    let (_, help, _) = run(home.path(), &["--help"]);
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> =
        commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    assert!(names.len() > 10, "{help}");
    for name in names {
        let (code, own, _) = run(home.path(), &["man", name]);
        assert!(code == Some(0) && own.contains(".SH NAME"), "{name}: {own}");
        assert!(page.contains(&format!("backprop\\-{name}(1)")), "{name}: {page}");
    }
    assert_eq!(run(home.path(), &["man", "nope"]).0, Some(1));
}
