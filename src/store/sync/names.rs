//! Which paths machines share: a closed list, and of names only those that every system takes and that
//! mean the same file everywhere. Holds for what arrives and for what leaves.

use crate::messages::SyncMessage;
use crate::store::spelling::{FORBIDDEN, is_device};
use unicode_normalization::UnicodeNormalization;

/// What a shared path holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SharedKind {
    /// The review log.
    Log,
    /// The list of decks.
    List,
    /// The settings.
    Settings,
    /// Notes below `decks/`.
    Notes,
    /// A picture below `decks/`.
    Picture,
}

pub(in crate::store) const LOG: &str = "progress.json";
pub(in crate::store) const LIST: &str = "decks/decks.json";
pub(in crate::store) const SETTINGS: &str = "config.toml";
pub(super) const DECKS: &str = "decks";

impl SharedKind {
    /// A larger file is not taken, in bytes.
    pub(super) fn most_bytes(self) -> u64 {
        match self {
            SharedKind::Log => 1 << 30,
            SharedKind::List | SharedKind::Notes => 64 << 20,
            SharedKind::Settings => 1 << 20,
            SharedKind::Picture => 32 << 20,
        }
    }
}

/// Endings of notes that an import copies, and of the pictures it carries along.
const NOTES: [&str; 9] = ["md", "markdown", "mdown", "mkd", "txt", "text", "csv", "tsv", "org"];
const PICTURES: [&str; 11] =
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "tif", "tiff", "apng"];

/// Folders below `decks/` may stand so deep in one another.
pub(in crate::store) const DEEPEST: usize = 12;
/// In bytes. File systems take 255 for a name; the path of the data folder comes before.
const LONGEST_NAME: usize = 255;
const LONGEST_PATH: usize = 1024;

const UNLISTED: SyncMessage = SyncMessage::Unlisted;

/// What a path holds, or why it is not shared.
pub(super) fn kind(path: &str) -> Result<SharedKind, SyncMessage> {
    match path {
        LOG => return Ok(SharedKind::Log),
        LIST => return Ok(SharedKind::List),
        SETTINGS => return Ok(SharedKind::Settings),
        _ => (),
    }
    let Some(inside) = path.strip_prefix("decks/") else { return Err(UNLISTED) };
    if path.len() > LONGEST_PATH || inside.split('/').count() > DEEPEST {
        return Err(SyncMessage::PathTooLong);
    }
    for name in inside.split('/') {
        plain(name)?;
    }
    let ending = path.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    match ending.as_str() {
        ending if NOTES.contains(&ending) => Ok(SharedKind::Notes),
        ending if PICTURES.contains(&ending) => Ok(SharedKind::Picture),
        _ => Err(SyncMessage::NoNotes),
    }
}

/// Whether a name is taken by every system, and means on each of them just this file; or why not.
pub(in crate::store) fn plain(name: &str) -> Result<(), SyncMessage> {
    if name.is_empty() || name.len() > LONGEST_NAME {
        return Err(SyncMessage::NameLength);
    }
    if name.chars().any(|letter| letter.is_control() || is_invisible(letter)) {
        return Err(SyncMessage::NameInvisible);
    }
    if name.contains(FORBIDDEN) {
        return Err(SyncMessage::NameForbidden);
    }
    // As HFS+ sees it, which ignores joiners.
    let seen: String = name.chars().filter(|letter| !is_joiner(*letter)).collect();
    if seen.starts_with('.') {
        return Err(SyncMessage::NameHidden);
    }
    if seen.ends_with(['.', ' ']) || seen.is_empty() {
        return Err(SyncMessage::NameEnd);
    }
    if is_device(&seen) {
        return Err(SyncMessage::NameDevice);
    }
    if is_short_name(&seen) {
        return Err(SyncMessage::NameShort);
    }
    Ok(())
}

/// Names that mean one file somewhere: they differ only by case, by the form of letters and by what is
/// not seen.
pub(in crate::store) fn folded(path: &str) -> String {
    let letters = path.nfd().filter(|letter| !is_joiner(*letter));
    let upper: String = letters.flat_map(char::to_uppercase).collect();
    upper.chars().flat_map(char::to_lowercase).nfc().collect()
}

/// Joiners and variation selectors: parts of writing, and ignored by some file systems.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Letters that do not show, or that turn the direction of others: formats, fillers, line ends, tags.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// `GIT~1` and its like: eight letters at most, a tilde and a number, and three letters of an ending.
fn is_short_name(name: &str) -> bool {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let Some((start, number)) = stem.rsplit_once('~') else { return false };
    stem.chars().count() <= 8
        && ending.chars().count() <= 3
        && !start.is_empty()
        && !number.is_empty()
        && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a copy in the list of decks may be shared: a plain path of notes below `decks/`, or of a folder
/// of them.
pub(in crate::store) fn is_shared_copy(copy: &str, is_folder: bool) -> bool {
    let notes = if is_folder { format!("{copy}/n.md") } else { copy.to_owned() };
    kind(&format!("{}/{notes}", DECKS)) == Ok(SharedKind::Notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_paths_is_closed() {
        for (path, expected) in [
            ("progress.json", SharedKind::Log),
            ("config.toml", SharedKind::Settings),
            ("decks/decks.json", SharedKind::List),
            ("decks/a b.md", SharedKind::Notes),
            ("decks/池化/第 1 周/n.MD", SharedKind::Notes),
            ("decks/ml/week 1 (other version 1234abcd).md", SharedKind::Notes),
            ("decks/ml/table.csv", SharedKind::Notes),
            ("decks/ml/img/plot.v2.PNG", SharedKind::Picture),
            ("decks/ml/👩\u{200d}💻 notes.md", SharedKind::Notes),
            ("decks/ml/what~is.md", SharedKind::Notes),
            ("decks/ml/approximately~12.markdown", SharedKind::Notes),
            ("decks/ml/console.md", SharedKind::Notes),
            ("decks/ml/com10.md", SharedKind::Notes),
        ] {
            assert_eq!(kind(path), Ok(expected), "{path}");
        }
        for path in [
            "",
            "Progress.json",
            "progress.json/x.md",
            "progress.json.rejected-1",
            "machine.toml",
            "config.toml/x.md",
            "config (other version 1234abcd).toml",
            "seen/x.jsonl",
            "kept/x.md",
            "cache/fold.cache",
            "sync/git/config",
            "DECKS/a.md",
            "decks",
            "decks/",
            "decks/a",
            "decks/decks.json.lock",
            "decks/a/decks.json",
            "decks/a.sh",
            "decks/a.exe",
            "decks/a.md.edited",
            "decks/a.apkg",
            "/decks/a.md",
            "./decks/a.md",
            "../decks/a.md",
            "README.md",
            ".gitattributes",
            ".gitmodules",
        ] {
            assert!(kind(path).is_err(), "{path}");
        }
    }

    #[test]
    fn names_that_some_system_takes_for_another_are_refused() {
        for name in [
            ".",
            "..",
            "...",
            "",
            ".git",
            ".GIT",
            ".git ",
            ".git.",
            ".g\u{200c}it",
            "\u{200d}.git",
            ".git\u{feff}",
            "git~1",
            "GIT~1",
            "git~2",
            "GI7EBA~1",
            "PROGRE~1.JSO",
            "a~1.md",
            ".gitignore",
            ".gitattributes",
            ".gitmodules",
            ".backprop-x.md",
            ".git::$INDEX_ALLOCATION",
            "a.md:stream.md",
            "C:x.md",
            "a\\b.md",
            "..\\x.md",
            "a/b",
            "con",
            "CON.md",
            "con .md",
            "Aux.tar.md",
            "nul.md",
            "prn.txt",
            "COM1.md",
            "com¹.md",
            "LPT9.csv",
            "conin$.md",
            "clock$.md",
            "a.md.",
            "a.md ",
            "a. .",
            "what?.md",
            "a*b.md",
            "a<b>.md",
            "a|b.md",
            "a\"b.md",
            "a\tb.md",
            "a\nb.md",
            "a\u{1b}[2Jb.md",
            "a\u{7f}.md",
            "a\u{85}.md",
            "a\u{202e}dm.md",
            "a\u{2066}b.md",
            "a\u{200b}b.md",
            "a\u{ad}b.md",
            "a\u{2028}b.md",
            "a\u{e0041}b.md",
            "a\u{3164}.md",
            "\u{feff}a.md",
        ] {
            assert!(plain(name).is_err(), "{name:?}");
        }
        assert!(plain(&"a".repeat(256)).is_err());
        let deep = format!("decks/{}a.md", "a/".repeat(DEEPEST));
        assert!(kind(&deep).is_err());
    }

    #[test]
    fn names_that_differ_only_by_case_or_form_are_one() {
        for (one, other) in [
            ("decks/Notes.md", "decks/notes.MD"),
            ("decks/ÄÖ.md", "decks/a\u{308}o\u{308}.md"),
            ("decks/straße.md", "decks/STRASSE.md"),
            ("decks/\u{212a}.md", "decks/k.md"),
            ("decks/ſ.md", "decks/S.md"),
            ("decks/ΣΑΣ.md", "decks/σας.md"),
            ("decks/한.md", "decks/\u{1112}\u{1161}\u{11ab}.md"),
            ("decks/a\u{200d}.md", "decks/a.md"),
            ("decks/⚙\u{fe0f}.md", "decks/⚙.md"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        for (one, other) in [("a.md", "b.md"), ("池.md", "化.md"), ("é.md", "e.md"), ("a-1.md", "a1.md")] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }
}
