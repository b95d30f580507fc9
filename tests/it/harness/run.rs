//! The real program as a command: its data in a folder, the time and the language of the tests.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// When commands run where a test does not say.
pub(crate) const NOW: &str = "2026-11-22T10:00:00Z";

/// The program with its data in that folder, and nothing to read.
pub(crate) fn program(data: impl AsRef<Path>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backprop"));
    command.env("BACKPROP_DATA_DIR", data.as_ref()).env("BACKPROP_NOW", NOW);
    command.env("TZ", "UTC").env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// What comes of a command that is given something to read.
pub(crate) fn fed(command: &mut Command, input: &[u8]) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}
