//! Opening: editors and browsers are started without a shell, whatever their settings, the names of files
//! and the addresses hold.

#![cfg(unix)]

use crate::harness::terminal::Terminal;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A program that writes its arguments down, one a line.
fn witness(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let said = folder.join("arguments");
    let script =
        format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > '{0}.new'\nmv '{0}.new' '{0}'\n", said.display());
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("notes")).unwrap();
    place
}

/// Studies a file of the notes there.
fn study(place: &TempDir, words: &[&str], environment: &[(&str, &str)]) -> Terminal {
    Terminal::start_in(&place.path().join("notes"), &place.path().join("data"), words, environment)
}

/// What the witness was given; none when it was not started.
fn arguments(place: &TempDir, terminal: &Terminal) -> Vec<String> {
    let said = place.path().join("arguments");
    terminal.wait_until("the program to be started", |_| said.exists());
    fs::read_to_string(said).unwrap().lines().map(str::to_owned).collect()
}

/// Whether any of the orders in names and settings was obeyed.
fn assert_untouched(place: &TempDir) {
    for folder in [place.path().to_path_buf(), place.path().join("notes")] {
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(!name.starts_with("owned"), "{name} was made");
        }
    }
}

const NOTES: &str =
    "1. What is pooling?\n\nSee [this](<https://example.org/a\"&touch${IFS}owned;$(touch owned)|x>) there.\n";

#[test]
fn an_editor_gets_the_name_of_the_file_and_nothing_is_made_of_it() {
    for name in [
        "-c touch owned.md",
        "+!touch owned.md",
        "a b.md",
        "a'b\";touch owned;.md",
        "$(touch owned)`touch owned`.md",
        "& touch owned &.md",
        "--wait.md",
    ] {
        let place = place();
        let editor = witness(place.path(), "editor.sh");
        fs::write(place.path().join("notes").join(name), NOTES).unwrap();
        let environment = [("EDITOR", editor.to_str().unwrap())];
        let mut terminal = study(&place, &["study", "--", name], &environment);
        terminal.settle();
        terminal.press_and_rest("e");
        let given = arguments(&place, &terminal);
        assert_eq!(given, ["+1", &format!("./{name}")], "{name}");
        terminal.press("\u{3}");
        terminal.end();
        assert_untouched(&place);
    }
}

#[test]
fn an_editor_s_setting_is_a_program_and_its_arguments_and_no_order_to_a_shell() {
    for (rest, words) in [
        ("-f --x=1", vec!["-f", "--x=1"]),
        ("; touch owned", vec![";", "touch", "owned"]),
        ("$(touch owned) | tee owned", vec!["$(touch", "owned)", "|", "tee", "owned"]),
        ("&& touch owned > owned2", vec!["&&", "touch", "owned", ">", "owned2"]),
        ("*", vec!["*"]),
    ] {
        let place = place();
        let editor = format!("{} {rest}", witness(place.path(), "editor.sh").display());
        fs::write(place.path().join("notes/a.md"), NOTES).unwrap();
        let environment = [("EDITOR", editor.as_str())];
        let mut terminal = study(&place, &["study", "a.md"], &environment);
        terminal.settle();
        terminal.press_and_rest("e");
        let given = arguments(&place, &terminal);
        assert_eq!(given, [&words[..], &["+1", "./a.md"]].concat(), "{rest}");
        terminal.press("\u{3}");
        terminal.end();
        assert_untouched(&place);
    }
    // A program by this whole name there is none.
    let place = place();
    witness(place.path(), "editor.sh");
    fs::write(place.path().join("notes/a.md"), NOTES).unwrap();
    let environment = [("EDITOR", "$(touch${IFS}owned);`touch${IFS}owned`")];
    let mut terminal = study(&place, &["study", "a.md"], &environment);
    terminal.settle();
    terminal.press_and_rest("e");
    terminal.wait_for("cannot start the editor");
    terminal.press("\u{3}");
    terminal.end();
    assert_untouched(&place);
}

#[test]
fn a_browser_gets_an_address_and_nothing_is_made_of_it() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let place = place();
    witness(place.path(), "xdg-open");
    fs::write(place.path().join("notes/a.md"), NOTES).unwrap();
    let path = format!("{}:/usr/bin:/bin", place.path().display());
    let environment = [("PATH", path.as_str())];
    let mut terminal = study(&place, &["study", "a.md"], &environment);
    terminal.settle();
    terminal.press_and_rest(" ");
    terminal.press_and_rest("o");
    let given = arguments(&place, &terminal);
    assert_eq!(given, ["https://example.org/a%22&touch$%7BIFS%7Downed;$(touch%20owned)%7Cx"]);
    terminal.press("\u{3}");
    terminal.end();
    assert_untouched(&place);
}
