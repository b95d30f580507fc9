//! Other programs: whether they are there, the browser that shows a link, the editor that opens a file.

use anyhow::Context as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether a program can be started by this name or path.
pub fn finds_program(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let is_file = |path: &Path| path.is_file() || path.with_extension("exe").is_file();
    if Path::new(name).components().count() > 1 {
        return is_file(Path::new(name));
    }
    std::env::split_paths(&folders).any(|folder| is_file(&folder.join(name)))
}

/// Shows a web address in the user's browser, the set one or that of the system, without a shell and
/// without waiting for it.
pub(super) fn open_link(url: &str, browser: &str) -> anyhow::Result<()> {
    let begins =
        |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    anyhow::ensure!(begins("https://") || begins("http://"), "only web addresses are opened");
    let mut words = browser.split_whitespace();
    if let Some(program) = words.next() {
        let mut command = Command::new(program);
        command.args(words).arg(strict(url)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let started = command.spawn();
        return started
            .map(drop)
            .with_context(|| format!("cannot start the browser {program} of machine.toml"));
    }
    open::that_detached(strict(url)).context("no browser could be started; copy the address")
}

/// An address of nothing but the characters that one is made of, the others in hexadecimal: on some
/// systems only a shell can start a browser, and a quote would end the address there.
fn strict(url: &str) -> String {
    let may_stay = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    url.bytes()
        .map(|byte| if may_stay(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Opens a file in the set editor, `$VISUAL` or `$EDITOR` at a line, without a shell, and waits for it.
pub(super) fn edit(set: &str, file: &Path, line: usize) -> anyhow::Result<()> {
    let from_environment = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let set = Some(set.to_owned()).filter(|set| !set.is_empty());
    let editor = set.or_else(|| ["VISUAL", "EDITOR"].iter().find_map(from_environment));
    let editor = editor.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    // A name like `+x` or `-x` would be taken for an order to the editor.
    let file = &Path::new(".").join(file);
    let mut words = editor.split_whitespace();
    let program = words.next().context("EDITOR is blank; set it to the name of your editor")?;
    let status = Command::new(program)
        .args(words)
        .args(editor_arguments(program, file, line))
        .status()
        .with_context(|| format!("cannot start the editor {program}; set EDITOR to the name of yours"))?;
    anyhow::ensure!(status.success(), "the editor {program} ended with {status}");
    Ok(())
}

/// How an editor is told a line: most take `+7 FILE`, some `FILE:7`.
fn editor_arguments(program: &str, file: &Path, line: usize) -> Vec<std::ffi::OsString> {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let with_line = |prefix: &str| {
        let mut argument = std::ffi::OsString::from(prefix);
        argument.push(file);
        argument.push(format!(":{line}"));
        argument
    };
    match name {
        "code" | "codium" | "cursor" => vec!["--wait".into(), "--goto".into(), with_line("")],
        "subl" | "zed" => vec!["--wait".into(), with_line("")],
        "hx" | "helix" => vec![with_line("")],
        "notepad" | "gedit" => vec![file.into()],
        _ => vec![format!("+{line}").into(), file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        let file = Path::new("/notes/a b.md");
        for (program, arguments) in [
            ("vi", vec!["+7", "/notes/a b.md"]),
            ("/usr/bin/nano", vec!["+7", "/notes/a b.md"]),
            ("code", vec!["--wait", "--goto", "/notes/a b.md:7"]),
            ("hx", vec!["/notes/a b.md:7"]),
        ] {
            assert_eq!(editor_arguments(program, file, 7), arguments, "{program}");
        }
    }

    #[test]
    fn only_web_addresses_are_opened() {
        for url in ["file:///etc/passwd", "javascript:alert(1)", "ftp://x", "-h", ""] {
            assert!(open_link(url, "").is_err(), "{url}");
        }
    }

    #[test]
    fn an_address_is_opened_without_what_would_end_it() {
        for (url, opened) in [
            ("https://x.org/a?b=c&d=%20#e", "https://x.org/a?b=c&d=%20#e"),
            ("https://x.org/\"&calc&\"", "https://x.org/%22&calc&%22"),
            ("https://x.org/反 `x`\u{1b}\\^|<>", "https://x.org/%E5%8F%8D%20%60x%60%1B%5C%5E%7C%3C%3E"),
        ] {
            assert_eq!(strict(url), opened);
        }
    }
}
