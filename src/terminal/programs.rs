//! Other programs: the browser that shows a link, the editor that opens a file.

use super::command;
use super::located::{finds_program, program};
use crate::messages::{Message, Quoted, TerminalMessage};
use std::path::Path;
use std::process::Stdio;

/// What the system said.
fn of(cause: &std::io::Error) -> Quoted {
    Message::of_system(cause).into()
}

/// Shows a web address in the user's browser, the set one or that of the system, without a shell and
/// without waiting for it.
pub(super) fn open_link(url: &str, browser: &str) -> anyhow::Result<()> {
    let begins =
        |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !begins("https://") && !begins("http://") {
        return Err(Message::from(TerminalMessage::NoWebAddress).into());
    }
    let url = strict(url);
    if !browser.trim().is_empty() {
        let words = command::words(browser)
            .map_err(|why| Message::from(TerminalMessage::BrowserWords { why: why.into() }))?;
        let program = words[0].clone();
        return start(&with_address(words, &url)).map_err(|cause| {
            Message::from(TerminalMessage::CannotStartOwn { program, cause: of(&cause) }).into()
        });
    }
    match listed(&std::env::var("BROWSER").unwrap_or_default()) {
        Some(words) => {
            let program = words[0].clone();
            start(&with_address(words, &url)).map_err(|cause| {
                Message::from(TerminalMessage::CannotStartBrowser { program, cause: of(&cause) }).into()
            })
        }
        None => open::that_detached(url)
            .map_err(|cause| Message::from(TerminalMessage::NoBrowser { cause: of(&cause) }).into()),
    }
}

/// The first of the commands in `$BROWSER` whose program is there.
fn listed(commands: &str) -> Option<Vec<String>> {
    let is_list = cfg!(unix) && !Path::new(commands).is_file();
    let commands = commands.split(|letter| is_list && letter == ':');
    commands.filter_map(|one| command::words(one).ok()).find(|words| finds_program(&words[0]))
}

/// A command with an address for `%s`, or behind it.
fn with_address(mut words: Vec<String>, url: &str) -> Vec<String> {
    let mut is_named = false;
    for word in &mut words[1..] {
        is_named |= word.contains("%s");
        *word = word.replace("%s", url);
    }
    if !is_named {
        words.push(url.to_owned());
    }
    words
}

/// Starts a program beside this one.
fn start(words: &[String]) -> std::io::Result<()> {
    let mut command = program(words);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // What is typed here is not meant for it, nor does it end with this program.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// An address of nothing but the characters that one is made of, the others in hexadecimal: on some
/// systems only a shell can start a browser, and a quote would end the address there.
fn strict(url: &str) -> String {
    let may_stay = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    url.bytes()
        .map(|byte| if may_stay(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The longest text that is sent to a terminal for its clipboard, in bytes; terminals drop longer ones.
const LONGEST_COPY: usize = 70_000;

/// Puts a text on the clipboard: by the terminal (OSC 52), which may be at the other end of a line, and by the
/// program of this system where there is one and somebody sits here.
pub(super) fn copy(text: &str) -> anyhow::Result<()> {
    use base64::Engine as _;
    use std::io::Write as _;
    if text.len() <= LONGEST_COPY {
        let coded = base64::engine::general_purpose::STANDARD.encode(text);
        let mut out = std::io::stdout();
        write!(out, "\x1b]52;c;{coded}\x07")?;
        out.flush()?;
    }
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_set("SSH_CONNECTION") {
        return Ok(());
    }
    let all: [(bool, &[&str]); 5] = [
        (is_set("WAYLAND_DISPLAY"), &["wl-copy"]),
        (is_set("DISPLAY"), &["xclip", "-selection", "clipboard"]),
        (is_set("DISPLAY"), &["xsel", "-ib"]),
        (cfg!(target_os = "macos"), &["pbcopy"]),
        (cfg!(windows), &["clip"]),
    ];
    let found = all.into_iter().find(|(may_be, words)| *may_be && finds_program(words[0]));
    let Some((_, words)) = found else { return Ok(()) };
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut command = program(&words);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // Without it the terminal's own way may still have worked.
    if let Ok(mut child) = command.spawn() {
        let text = text.to_owned();
        std::thread::spawn(move || {
            if let Some(mut pipe) = child.stdin.take() {
                let _ = pipe.write_all(text.as_bytes());
            }
            child.wait()
        });
    }
    Ok(())
}

/// The editor of a system where none is named.
pub const USUAL_EDITOR: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// Opens a file in the set editor, `$VISUAL` or `$EDITOR` at a line, without a shell, and waits for it.
pub(super) fn edit(set: &str, file: &Path, line: usize) -> anyhow::Result<()> {
    let from_environment = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let set = Some(set.to_owned()).filter(|set| !set.is_empty());
    let editor = set.or_else(|| ["VISUAL", "EDITOR"].iter().find_map(from_environment));
    let editor = editor.unwrap_or_else(|| USUAL_EDITOR.to_owned());
    // A name like `+x` or `-x` would be taken for an order to the editor.
    let file = &Path::new(".").join(file);
    let words = command::words(&editor)
        .map_err(|why| Message::from(TerminalMessage::EditorWords { why: why.into() }))?;
    let name = &words[0];
    let status = program(&words).args(editor_arguments(name, file, line)).status().map_err(|cause| {
        let name = name.clone();
        Message::from(TerminalMessage::CannotStartEditor { name, cause: of(&cause) })
    })?;
    if !status.success() {
        let (name, status) = (name.clone(), status.to_string());
        return Err(Message::from(TerminalMessage::EditorEnded { name, status }).into());
    }
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
    match name.to_lowercase().as_str() {
        "code" | "code-insiders" | "codium" | "cursor" => {
            vec!["--wait".into(), "--goto".into(), with_line("")]
        }
        "subl" | "zed" => vec!["--wait".into(), with_line("")],
        "hx" | "helix" => vec![with_line("")],
        "notepad" | "gedit" => vec![file.into()],
        "notepad++" => {
            vec!["-multiInst".into(), "-nosession".into(), format!("-n{line}").into(), file.into()]
        }
        // They go on beside the terminal otherwise, and nobody would know when they are done.
        "gvim" | "mvim" => vec!["-f".into(), format!("+{line}").into(), file.into()],
        "mate" | "xed" => vec!["--wait".into(), "--line".into(), line.to_string().into(), file.into()],
        "bbedit" => vec!["--wait".into(), format!("+{line}").into(), file.into()],
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
            ("Notepad.exe", vec!["/notes/a b.md"]),
            ("notepad++", vec!["-multiInst", "-nosession", "-n7", "/notes/a b.md"]),
            ("mvim", vec!["-f", "+7", "/notes/a b.md"]),
            ("mate", vec!["--wait", "--line", "7", "/notes/a b.md"]),
            ("/usr/local/bin/bbedit", vec!["--wait", "+7", "/notes/a b.md"]),
        ] {
            assert_eq!(editor_arguments(program, file, 7), arguments, "{program}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_browser_gets_the_address_where_it_wants_it() {
        let url = "https://x.org/a";
        for (commands, words) in [
            ("sh -c 'x y' --new-tab %s z", Some(vec!["sh", "-c", "x y", "--new-tab", url, "z"])),
            ("no-such-browser %s:sh --url=%s:ls", Some(vec!["sh", "--url=https://x.org/a"])),
            ("sh", Some(vec!["sh", url])),
            ("no-such-browser", None),
            ("", None),
        ] {
            let words: Option<Vec<String>> =
                words.map(|words| words.into_iter().map(str::to_owned).collect());
            assert_eq!(listed(commands).map(|found| with_address(found, url)), words, "{commands}");
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
