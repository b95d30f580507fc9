//! The last line of the suite: what could not be tried on this machine, and why. `BACKPROP_REQUIRE_ALL=1` makes
//! each of these a failure where it happens.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

#[path = "it/harness/not_run.rs"]
mod not_run;

use std::fs;
use std::io::Write;

/// What was noted in this run, each once, and forgotten here.
fn notes() -> Vec<String> {
    let text = fs::read_to_string(not_run::file()).unwrap_or_default();
    fs::remove_file(not_run::file()).ok();
    let mut notes: Vec<String> = text.lines().map(str::to_owned).collect();
    notes.sort();
    notes.dedup();
    notes
}

#[test]
fn what_could_not_be_tried_here_is_said() {
    let noted = notes();
    let list: String = noted.iter().map(|note| format!("\n  {note}")).collect();
    // Past the capture of the test harness: this is for everybody to see.
    writeln!(std::io::stderr(), "\nnot run on this machine: {}{list}", noted.len()).unwrap();

    if std::env::var_os("BACKPROP_REQUIRE_ALL").is_some() {
        return assert_eq!(noted, [""; 0]);
    }
    not_run::not_run("a sample", "it is a sample");
    not_run::not_run("a sample", "it is a sample");
    assert_eq!(notes(), ["a sample: it is a sample"]);
    assert_eq!(notes(), [""; 0]);
}
