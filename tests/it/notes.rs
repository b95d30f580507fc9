//! Notes in the shapes people write them, with what they hold marked beside each line.
//!
//! In `tests/notes/*.txt` every line begins with a mark and a bar: `Q` where a question begins, `A` on
//! the first and the last line of its answer (one `A` where these are the same), `B` where question and
//! answer share their lines (`b` on further ones), a space elsewhere. Files named `neg_…` hold no questions.
//! In `tests/marked` are those that a question mark, a word or a title alone makes questions: without it they are none.
//! `tests/lists` has more of these: questions in bare lines, and reports of interviews.

use crate::harness::gold::{Row, rows, unmarked};
use backprop::import;
use std::path::Path;

fn differences(marked: &str) -> Vec<String> {
    let (text, expected) = unmarked(marked);
    let notes = import::read(text.as_bytes(), None, None, None);
    let found = rows(&notes);
    let lines: Vec<&str> = text.lines().collect();
    let told = |what: &str, row: &Row| format!("{what} {row:?}: {}", lines[row.0 - 1]);
    let missing = expected.iter().filter(|row| !found.contains(row)).map(|row| told("not found", row));
    let extra = found.iter().filter(|row| !expected.contains(row)).map(|row| told("found", row));
    let mut all: Vec<String> = missing.chain(extra).collect();
    if !all.is_empty() {
        all.push(format!("read as {:?}: {}", notes.style, notes.why));
    }
    all
}

/// Reads the marked notes of a folder; what is read otherwise fails.
fn check(folder: &str, least: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder of notes is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    assert!(paths.len() > least, "the notes are there");
    let mut wrong = Vec::new();
    for path in paths {
        let marked = std::fs::read_to_string(&path).expect("notes can be read");
        let name = path.file_stem().expect("notes have a name").to_string_lossy();
        assert_eq!(name.starts_with("neg_"), unmarked(&marked).1.is_empty(), "{name}");
        let told = differences(&marked);
        if !told.is_empty() {
            wrong.push(format!("{name}\n    {}", told.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} files read otherwise\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn notes_in_every_shape_are_read_as_marked() {
    check("tests/notes", 30);
    check("tests/marked", 3);
}

/// Lines without numbers and marks are told from other lines by their words as well; so these are not among the notes
/// whose words are taken away.
#[test]
fn lists_of_bare_lines_are_read_as_marked() {
    check("tests/lists", 30);
}
