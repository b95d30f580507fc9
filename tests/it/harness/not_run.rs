//! What could not be tried on this machine: each test notes it, and `tests/not_run.rs` says it at the end.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

/// Where one run of the suite keeps its notes: programs of one run have one parent.
pub(crate) fn file() -> PathBuf {
    #[cfg(unix)]
    let run = std::os::unix::process::parent_id();
    #[cfg(not(unix))]
    let run = 0;
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("not-run-{run}"))
}

/// Notes that something cannot be tried here, and why.
///
/// # Panics
///
/// With `BACKPROP_REQUIRE_ALL=1`.
pub(crate) fn not_run(what: &str, why: &str) {
    assert!(std::env::var_os("BACKPROP_REQUIRE_ALL").is_none(), "not run: {what}: {why}");
    let mut file = OpenOptions::new().create(true).append(true).open(file()).unwrap();
    file.write_all(format!("{what}: {why}\n").as_bytes()).unwrap();
}
