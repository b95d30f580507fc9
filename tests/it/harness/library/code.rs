//! The code cards of the library, run by Python where it is found.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a code card is made of.
pub(crate) struct CodeCard {
    pub(crate) starter: String,
    pub(crate) tests: String,
    pub(crate) solution: String,
}

impl CodeCard {
    /// The code of an answer; `Err` when a part of it is missing.
    pub(crate) fn of(answer: &str) -> Option<Result<CodeCard, String>> {
        let part = |name: &str| block(answer, &format!("```python {name}"));
        let parts = [part("starter"), part("tests"), part("solution")];
        match parts {
            [None, None, None] => None,
            [Some(starter), Some(tests), Some(solution)] => Some(Ok(CodeCard { starter, tests, solution })),
            _ => Some(Err("starter, tests and solution belong together".to_owned())),
        }
    }
}

fn block(answer: &str, fence: &str) -> Option<String> {
    let mut lines = answer.lines().skip_while(|line| line.trim() != fence).skip(1).peekable();
    lines.peek()?;
    Some(lines.take_while(|line| line.trim() != "```").collect::<Vec<_>>().join("\n"))
}

/// A Python that knows NumPy; `BACKPROP_PYTHON` names another one than `python3`.
pub(crate) fn python() -> Option<String> {
    let python = std::env::var("BACKPROP_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let knows = Command::new(&python).args(["-c", "import numpy"]).stderr(Stdio::null()).status();
    knows.is_ok_and(|status| status.success()).then_some(python)
}

/// Whether a program ends well, and what it said; it has a minute.
pub(crate) fn run(python: &str, program: &str) -> (bool, String) {
    let mut child = Command::new(python)
        .args(["-I", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}
