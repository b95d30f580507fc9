//! Changing notes where they stand: the lines of one card are replaced, the rest of the file stays
//! byte for byte. Whole or not at all, and only when the file still says what was read from it.

use super::atomic;
use super::bounded;
use super::library;
use super::problem::Problem;
use crate::card::Face;
use crate::import::native;
use crate::markdown;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// What a card is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The question, one line.
    pub question: String,
    /// The answer, Markdown; empty for none yet.
    pub answer: String,
}

/// Lets a card say something else.
pub fn rewrite(face: &Face, wording: &Wording) -> Result<(), Problem> {
    let path = file_of(face)?;
    let text = read(path)?;
    let lines = lines(&text);
    let place = Place::of(face, &text, &lines, path)?;
    let changed = place
        .with(face, wording, &text, &lines)
        .ok_or_else(|| refused(path, "the question is not one plain line there; change it in the editor"))?;
    write(path, &changed)
}

/// Adds a card at the end of the file of `model`, in the way that `model`, its last card, is written.
pub fn append(model: &Face, wording: &Wording) -> Result<(), Problem> {
    let path = file_of(model)?;
    let text = read(path)?;
    let lines = lines(&text);
    let place = Place::of(model, &text, &lines, path)?;
    let end = line_end(&text);
    let question = place.line.replacen(model.question.as_str(), "\u{0}", 1);
    if !question.contains('\u{0}') {
        return Err(refused(path, "its last question is not one plain line; add the card in the editor"));
    }
    let question = next_number(&question).replace('\u{0}', wording.question.trim());
    let gap = if text.ends_with('\n') { end.to_owned() } else { format!("{end}{end}") };
    let answer = wording.answer.trim_matches('\n').replace('\n', end);
    let body = if answer.is_empty() { String::new() } else { format!("{end}{answer}{end}") };
    // Under a heading an answer stands apart, under a plain line it may follow at once.
    let mut apart =
        if question.starts_with('#') && !body.is_empty() { end.to_owned() } else { String::new() };
    // In the program's own style only a heading with an id is a question.
    if text.trim_start_matches('\u{feff}').starts_with(native::MARK) {
        let id = xxh3_64(format!("{question}{text}").as_bytes());
        apart = format!("{end}{end}<!-- id: {id:016x} -->{apart}");
    }
    write(
        path,
        &format!("{text}{gap}{question}{apart}{}", if body.is_empty() { end.to_owned() } else { body }),
    )
}

fn file_of(face: &Face) -> Result<&Path, Problem> {
    match &face.source.file {
        Some(file) => Ok(file.as_path()),
        None => Err(refused(
            Path::new("the built-in deck"),
            "its cards cannot be changed; copy it to a file first",
        )),
    }
}

fn refused(path: &Path, why: &str) -> Problem {
    Problem::io("change", path)(Error::new(ErrorKind::InvalidInput, why))
}

fn read(path: &Path) -> Result<String, Problem> {
    bounded::read_text(path, library::LARGEST).map_err(|cause| match cause.kind() {
        ErrorKind::InvalidData => refused(path, "it is not UTF-8; change it in the editor"),
        ErrorKind::FileTooLarge => refused(path, "it has become too large; change it in the editor"),
        _ => Problem::io("read", path)(cause),
    })
}

fn write(path: &Path, text: &str) -> Result<(), Problem> {
    // A rename would replace a link, not what it points to.
    let target = fs::canonicalize(path).map_err(Problem::io("write", path))?;
    let mode = fs::metadata(&target).map_err(Problem::io("write", path))?.permissions();
    atomic::replace(&target, |file| file.write_all(text.as_bytes())).map_err(Problem::io("write", path))?;
    fs::set_permissions(&target, mode).map_err(Problem::io("write", path))
}

/// Byte ranges of the lines, without their ends.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    let line = |part: &str| {
        let start = at;
        at += part.len();
        (start, start + part.trim_end_matches(['\n', '\r']).len())
    };
    text.split_inclusive('\n').map(line).collect()
}

fn line_end(text: &str) -> &'static str {
    if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" }
}

/// Where a face stands in a text that still holds it.
struct Place {
    line: String,
    question: (usize, usize),
    answer: Option<(usize, usize)>,
}

impl Place {
    fn of(face: &Face, text: &str, lines: &[(usize, usize)], path: &Path) -> Result<Place, Problem> {
        let changed = || refused(path, "it has changed since it was read; read it again first");
        let question = *lines.get(face.source.question_line - 1).ok_or_else(changed)?;
        let answer = match face.source.answer_lines {
            Some((first, last)) => {
                let start = lines.get(first - 1).ok_or_else(changed)?.0;
                let end = lines.get(last - 1).ok_or_else(changed)?.1;
                Some((start, end))
            }
            None => None,
        };
        let line = text[question.0..question.1].to_owned();
        let first_words = face.question.lines().next().unwrap_or_default();
        let still_there = markdown::clean(&line).contains(first_words)
            && answer.is_none_or(|(start, end)| {
                // A style may take wrappers off an answer; what is left has to be there in full.
                let now = markdown::clean(&text[start..end].replace("\r\n", "\n"));
                now.trim() == face.answer.trim()
            });
        if still_there { Ok(Place { line, question, answer }) } else { Err(changed()) }
    }

    /// The text with the new wording; `None` when the question cannot be replaced in its line.
    fn with(&self, face: &Face, wording: &Wording, text: &str, lines: &[(usize, usize)]) -> Option<String> {
        let end = line_end(text);
        let question = if wording.question.trim() == face.question.trim() {
            self.line.clone()
        } else {
            let at = self.line.find(face.question.as_str())?;
            format!(
                "{}{}{}",
                &self.line[..at],
                wording.question.trim(),
                &self.line[at + face.question.len()..]
            )
        };
        let answer = wording.answer.trim_matches('\n').replace('\n', end);
        let mut changed = text.to_owned();
        match self.answer {
            // From the back to the front, so that the places before stay where they are.
            Some((start, stop)) => changed.replace_range(start..stop, &answer),
            None if answer.is_empty() => {}
            None => {
                let behind = lines[self.last_line_of_question(face, text, lines)].1;
                changed.insert_str(behind, &format!("{end}{answer}"));
            }
        }
        changed.replace_range(self.question.0..self.question.1, &question);
        Some(changed)
    }

    /// The line an answer goes below: the question's, or that of its written id.
    fn last_line_of_question(&self, face: &Face, text: &str, lines: &[(usize, usize)]) -> usize {
        let own = face.source.question_line - 1;
        let is_id = |at: &usize| text[lines[*at].0..lines[*at].1].trim_start().starts_with("<!--");
        (own + 1..lines.len().min(own + 3)).find(is_id).unwrap_or(own)
    }
}

/// The line with its number raised by one: the last run of digits before the question.
fn next_number(line: &str) -> String {
    let before = line.split('\u{0}').next().unwrap_or_default();
    let end = before.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |at| at + 1);
    let start = before[..end]
        .rfind(|letter: char| !letter.is_ascii_digit())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    match before[start..end].parse::<u64>() {
        Ok(number) => format!("{}{}{}", &line[..start], number + 1, &line[end..]),
        Err(_) => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Card;
    use crate::import;
    use std::path::PathBuf;
    use std::sync::Arc;

    fn cards(path: &Path) -> Vec<Card> {
        let file = Arc::new(PathBuf::from(path));
        import::read(&fs::read(path).unwrap(), Some(&file), None, None).cards
    }

    fn wording(question: &str, answer: &str) -> Wording {
        Wording { question: question.to_owned(), answer: answer.to_owned() }
    }

    /// Rows: the file before, which card, what it is to say, the file after.
    #[test]
    fn only_the_lines_of_the_card_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        for (before, card, new, after) in [
            (
                "intro\n\n1.池化？\n旧答案\n第二行\n\n2.卷积？\ny  \n",
                0,
                wording("池化？", "新\n答案"),
                "intro\n\n1.池化？\n新\n答案\n\n2.卷积？\ny  \n",
            ),
            (
                "1. a b?\r\nx\r\n\r\n2. c?\r\ny\r\n",
                0,
                wording("a B?", "x\nz"),
                "1. a B?\r\nx\r\nz\r\n\r\n2. c?\r\ny\r\n",
            ),
            (
                "### 1. **a?** \n\nx\n\n### 2. b?\n\ny",
                1,
                wording("b?", "z"),
                "### 1. **a?** \n\nx\n\n### 2. b?\n\nz",
            ),
            ("1. a?\n2. b?\ny\n", 0, wording("a?", "new"), "1. a?\nnew\n2. b?\ny\n"),
            (
                "# T\n\n## a?\n\n<!-- id: a -->\n\n## b?\n\ny\n",
                0,
                wording("a?", "x"),
                "# T\n\n## a?\n\n<!-- id: a -->\nx\n\n## b?\n\ny\n",
            ),
        ] {
            fs::write(&path, before).unwrap();
            rewrite(&cards(&path)[card].faces[0], &new).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), after);
        }
    }

    #[test]
    fn a_new_card_is_written_like_the_last_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        for (before, after) in [
            ("1.a?\nx\n\n2.b?\ny\n", "1.a?\nx\n\n2.b?\ny\n\n3.c?\nz\n"),
            ("1.a?\r\nx\r\n2.b?\r\ny", "1.a?\r\nx\r\n2.b?\r\ny\r\n\r\n3.c?\r\nz\r\n"),
            ("## a?\n\nx\n\n## b?\n\ny\n", "## a?\n\nx\n\n## b?\n\ny\n\n## c?\n\nz\n"),
        ] {
            fs::write(&path, before).unwrap();
            append(&cards(&path).last().unwrap().faces[0], &wording("c?", "z")).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), after);
            assert_eq!(cards(&path).len(), 3, "{after}");
        }
    }

    #[test]
    fn a_new_card_of_an_exported_deck_gets_an_id() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        fs::write(&path, format!("{}\n\n### a?\n\n<!-- id: a -->\n\nx\n", native::MARK)).unwrap();
        append(&cards(&path)[0].faces[0], &wording("b?", "y\n\n### c?\n\nz")).unwrap();
        let said: Vec<String> = cards(&path).iter().map(|card| card.faces[0].answer.to_string()).collect();
        assert_eq!(said, ["x", "y\n\n### c?\n\nz"]);
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        fs::write(&path, "1. a?\nx\n2. b?\ny\n").unwrap();
        let read = cards(&path);
        for changed in ["1. a?\nother\n2. b?\ny\n", "new\n1. a?\nx\n", ""] {
            fs::write(&path, changed).unwrap();
            assert!(rewrite(&read[0].faces[0], &wording("a?", "z")).is_err());
            assert_eq!(fs::read_to_string(&path).unwrap(), changed);
        }
    }
}
