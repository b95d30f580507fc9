//! The real program on a disk that knows no locks or no syncing, as some network disks: a small library
//! below it answers in the disk's place. It is made by the C compiler; where there is none, the tests say
//! so and test nothing.

#![cfg(target_os = "linux")]

use crate::harness::home::{Home, text};
use crate::harness::not_run;
use crate::harness::run::program;
use backprop::progress::text::HEADER;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const FUNCTIONS: &str = "\
#include <errno.h>
int flock(int file, int deed) { (void)file; (void)deed; errno = LOCKING; return LOCKING ? -1 : 0; }
int fdatasync(int file) { (void)file; errno = SYNCING; return SYNCING ? -1 : 0; }
int fsync(int file) { (void)file; errno = SYNCING; return SYNCING ? -1 : 0; }
";

/// A library in which locking and syncing end with these codes; 0 is none.
fn library(folder: &Path, locking: &str, syncing: &str) -> Option<PathBuf> {
    let (source, made) = (folder.join("disk.c"), folder.join(format!("{locking}-{syncing}.so")));
    fs::write(&source, FUNCTIONS).unwrap();
    let output = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .arg(&made)
        .args([format!("-DLOCKING={locking}"), format!("-DSYNCING={syncing}")])
        .arg(&source)
        .output();
    match output {
        Ok(output) if output.status.success() => Some(made),
        Ok(output) => panic!("{}", text(&output.stderr)),
        Err(_) => None,
    }
}

fn run(home: &Home, library: &Path, arguments: &[&str]) -> Output {
    program(home.path("data")).args(arguments).env("LD_PRELOAD", library).output().unwrap()
}

/// Rows: what locking and syncing answer; whether a program can live with it.
#[test]
fn a_disk_without_locks_or_syncing_keeps_every_answer() {
    let mut tried = 0;
    for (locking, syncing, survives) in [
        ("ENOLCK", "EINVAL", true),
        ("EOPNOTSUPP", "EOPNOTSUPP", true),
        // These are no want of a faculty but faults, and what they befall is not acknowledged.
        ("EIO", "0", false),
        ("0", "EIO", false),
    ] {
        let home = Home::cold();
        let Some(library) = library(&home.path(""), locking, syncing) else { continue };
        tried += 1;
        let event = r#"{"at":"2026-11-21T10:00:00.123Z","day":"2026-11-21","card":"dropout","event":"review","grade":"good"}"#;
        let other = home.write("other.json", format!("{HEADER}\n,{event}\n]\n"));
        let row = format!("{locking}, {syncing}");
        for (arguments, events) in [
            (&["grade", "pooling", "good"][..], 1),
            (&["grade", "pooling", "again"], 2),
            (&["undo"], 3),
            (&["plan", "--date", "2026-12-05", "--minutes", "20"], 4),
            (&["merge", &other], 5),
        ] {
            let output = run(&home, &library, arguments);
            let said = format!("{row}, {arguments:?}: {}{}", text(&output.stdout), text(&output.stderr));
            let log = fs::read_to_string(home.path("data/progress.json")).unwrap_or_default();
            if survives {
                assert!(output.status.success(), "{said}");
                assert_eq!(log.matches("\"event\":").count(), events, "{said}");
                assert!(serde_json::from_str::<serde_json::Value>(&log).is_ok(), "{said}");
            } else {
                assert_eq!(output.status.code(), Some(1), "{said}");
                assert!(said.contains("error: cannot "), "{said}");
                break;
            }
        }
    }
    if tried < 4 {
        not_run("disks without locks or fsync", "there is no C compiler");
    }
}
