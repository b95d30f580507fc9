//! Changing notes where they stand: the lines of one card are replaced, the rest of the file stays
//! byte for byte, in whatever encoding it is. Whole or not at all, and only when the file still says
//! what was read from it.

use super::atomic;
use super::bounded;
use super::library;
use super::problem::Problem;
use super::spelling;
use crate::card::Face;
use crate::import::Style;
use crate::import::edit::{self, EditRefusal};
use crate::messages::{Message, NotesMessage};
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;

pub use crate::import::edit::Wording;

/// Lets a card say something else. `style` is the one its file has to be read in.
pub fn rewrite(face: &Face, style: Option<&'static Style>, wording: &Wording) -> Result<(), Problem> {
    let path = file_of(face)?;
    let bytes = read(path)?;
    let changed = edit::reworded(&bytes, style, face, wording).map_err(|why| refused(path, said(&why)))?;
    write(path, &changed)
}

/// Adds a card behind the last one of a file, in the way that those above it are written.
pub fn append(path: &Path, style: Option<&'static Style>, wording: &Wording) -> Result<(), Problem> {
    let bytes = read(path)?;
    let changed = edit::with_card(&bytes, style, wording).map_err(|why| refused(path, said(&why)))?;
    write(path, &changed)
}

/// Why notes were left as they are, and what can be done.
pub(super) fn said(why: &EditRefusal) -> NotesMessage {
    match why.clone() {
        EditRefusal::Changed => NotesMessage::ChangedSince,
        EditRefusal::NotRead { words: Some(words) } => {
            NotesMessage::WordsChangeOthers { words: shortened(&words) }
        }
        EditRefusal::NotRead { words: None } => NotesMessage::WouldChangeOthers,
        EditRefusal::NoSuchLetter { encoding } => NotesMessage::NoSuchLetter { encoding },
        EditRefusal::NoText => NotesMessage::NoTextFile,
        EditRefusal::Converted { format } => NotesMessage::ReadOnlyFormat { format },
    }
}

/// The beginning of some words, for a line that names them.
fn shortened(words: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = words.chars().take(SHOWN).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown
}

fn file_of(face: &Face) -> Result<&Path, Problem> {
    match &face.source.file {
        Some(file) => Ok(file.as_path()),
        None => Err(refused(Path::new("the built-in deck"), NotesMessage::BuiltIn)),
    }
}

pub(super) fn refused(path: &Path, why: NotesMessage) -> Problem {
    Problem::io("change", path)(Error::new(ErrorKind::InvalidInput, Message::from(why)))
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    bounded::read(path, library::LARGEST).map_err(|cause| match cause.kind() {
        ErrorKind::FileTooLarge => refused(path, NotesMessage::TooLarge),
        _ => Problem::io("read", path)(cause),
    })
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    // A rename would replace a link, not what it points to.
    let target = spelling::real(path).map_err(Problem::io("write", path))?;
    let mode = fs::metadata(&target).map_err(Problem::io("write", path))?.permissions();
    atomic::replace(&target, |file| file.write_all(bytes)).map_err(Problem::io("write", path))?;
    fs::set_permissions(&target, mode).map_err(Problem::io("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Card;
    use crate::import::{self, native};
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
                "# T\n\n## a?\n\n<!-- id: a -->\n\nx\n\n## b?\n\ny\n",
            ),
        ] {
            fs::write(&path, before).unwrap();
            rewrite(&cards(&path)[card].faces[0], None, &new).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), after);
        }
    }

    #[test]
    fn a_refused_edit_names_the_words_and_no_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        let text = "ReLU -> cheap gradient\nGELU -> smooth gradient\nTanh -> saturates at both ends\n\
                    Swish -> self gated\nMish -> smooth too\n";
        fs::write(&path, text).unwrap();
        let read = cards(&path);
        let refused = rewrite(&read[1].faces[0], None, &wording("GELU -> or SiLU", "smooth gradient"));
        let said = refused.unwrap_err().to_string();
        assert!(said.contains("“GELU -> or SiLU”") && said.ends_with("nothing was written"), "{said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
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
            append(&path, None, &wording("c?", "z")).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), after);
            assert_eq!(cards(&path).len(), 3, "{after}");
        }
    }

    #[test]
    fn a_new_card_of_an_exported_deck_gets_an_id() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        fs::write(&path, format!("{}\n\n### a?\n\n<!-- id: a -->\n\nx\n", native::MARK)).unwrap();
        append(&path, None, &wording("b?", "y\n\n### c?\n\nz")).unwrap();
        let said: Vec<String> = cards(&path).iter().map(|card| card.faces[0].answer.to_string()).collect();
        assert_eq!(said, ["x", "y\n\n### c?\n\nz"]);
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        fs::write(&path, "1. a?\nx\n2. b?\ny\n").unwrap();
        let read = cards(&path);
        for changed in ["1. a?\nother\n2. b?\ny\n", "1. A?\nx\n2. b?\ny\n", ""] {
            fs::write(&path, changed).unwrap();
            assert!(rewrite(&read[0].faces[0], None, &wording("a?", "z")).is_err());
            assert_eq!(fs::read_to_string(&path).unwrap(), changed);
        }
    }
}
