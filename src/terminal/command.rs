//! Commands that the user names, such as `$EDITOR`: their words as a shell reads them, without a shell.

use super::located::finds_program;
use crate::messages::TerminalMessage;
use std::path::Path;

/// The words of a command, the program first; or what is wrong with it. A path with blanks that is a
/// file is one word, with quotation marks or without.
pub fn words(command: &str) -> Result<Vec<String>, TerminalMessage> {
    let command = command.trim();
    if command.is_empty() {
        return Err(TerminalMessage::BlankCommand);
    }
    if is_program(command) {
        return Ok(vec![command.to_owned()]);
    }
    let words = split(command);
    if words.as_ref().is_ok_and(|words| words.first().is_some_and(|program| finds_program(program))) {
        return words;
    }
    let blanks = command.char_indices().filter(|(_, letter)| letter.is_whitespace());
    let longest = blanks.rev().map(|(at, _)| command.split_at(at)).find(|(path, _)| is_program(path));
    match longest {
        Some((path, rest)) => Ok([vec![path.to_owned()], split(rest)?].concat()),
        None => words,
    }
}

/// Whether this is the path of a program, with or without its ending, and not only a name.
fn is_program(path: &str) -> bool {
    Path::new(path).is_file() || (Path::new(path).components().count() > 1 && finds_program(path))
}

fn split(command: &str) -> Result<Vec<String>, TerminalMessage> {
    let words = if cfg!(windows) { split_by_quotes(command) } else { shell_words::split(command).ok() };
    let words = words.ok_or_else(|| TerminalMessage::OpenQuotation { command: command.to_owned() })?;
    // An empty word names no program: `""`.
    if words.first().is_some_and(String::is_empty) {
        return Err(TerminalMessage::NamesNoProgram { command: command.to_owned() });
    }
    Ok(words)
}

/// The words of a command of Windows, where a backslash parts folders and is nothing else. Programs from
/// elsewhere, such as Git, write single quotes there too. `None` where a quotation is not closed.
fn split_by_quotes(command: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in command.chars() {
        match quote {
            Some(end) if letter == end => quote = None,
            None if letter == '"' || letter == '\'' => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            None if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_parts_folders_on_windows() {
        for (command, expected) in [
            (r"notepad", Some(vec!["notepad"])),
            (r"C:\bin\vim.exe -u NONE", Some(vec![r"C:\bin\vim.exe", "-u", "NONE"])),
            (
                r#""C:\Program Files\a b\code.cmd" --wait"#,
                Some(vec![r"C:\Program Files\a b\code.cmd", "--wait"]),
            ),
            (
                r"'C:\Program Files\Notepad++\notepad++.exe' -x",
                Some(vec![r"C:\Program Files\Notepad++\notepad++.exe", "-x"]),
            ),
            (r#"a "" b"#, Some(vec!["a", "", "b"])),
            (r#"a "b c"#, None),
        ] {
            let expected = expected.map(|words| words.into_iter().map(str::to_owned).collect());
            assert_eq!(split_by_quotes(command), expected, "{command}");
        }
    }

    #[test]
    fn words_are_those_of_a_shell() {
        for (command, expected) in [
            ("vi", Some(vec!["vi"])),
            ("  ed -x  y ", Some(vec!["ed", "-x", "y"])),
            ("ed --cmd 'let g:x=1'", Some(vec!["ed", "--cmd", "let g:x=1"])),
            ("ed \"a b\"'c d' e", Some(vec!["ed", "a bc d", "e"])),
            ("ed ; rm x && $HOME `y` > z", Some(vec!["ed", ";", "rm", "x", "&&", "$HOME", "`y`", ">", "z"])),
            ("ed 'x", None),
            ("'' x", None),
            ("   ", None),
        ] {
            assert_eq!(
                words(command).ok(),
                expected.map(|words| words.into_iter().map(str::to_owned).collect())
            );
        }
        if cfg!(not(windows)) {
            assert_eq!(words(r"ed\ itor x").unwrap(), ["ed itor", "x"]);
        }
    }

    #[test]
    fn a_path_with_blanks_that_is_a_file_is_one_word() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("my own editor");
        std::fs::write(&program, "").unwrap();
        let program = program.to_str().unwrap();
        assert_eq!(words(program).unwrap(), [program]);
        assert_eq!(words(&format!("{program} --wait 'a b'")).unwrap(), [program, "--wait", "a b"]);
        assert_eq!(words(&format!("'{program}' --wait")).unwrap(), [program, "--wait"]);
    }
}
