//! How paths are spelled: as people and programs of this system write them, and with `/` in JSON.
//!
//! Windows gives the real path of a file in a spelling of its own, `\\?\C:\notes`, that editors, Git and
//! people do not take. Nothing else asks for the real path of a file.

use crate::day::At;
use crate::markdown;
use std::io;
use std::path::{Component, Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// A moment as it stands in the names of files: to the second, without the colons that Windows forbids.
pub(super) fn time_in_name(now: At) -> String {
    now.to_string().chars().take(19).filter(|letter| *letter != ':').collect()
}

/// The path of a file that is there, absolute and without links.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the one place that may ask")]
    let real = path.canonicalize()?;
    Ok(plain(&real))
}

/// The same; the path itself where nothing is there.
pub fn real_or_same(path: &Path) -> PathBuf {
    real(path).unwrap_or_else(|_| path.to_path_buf())
}

/// A path as people write it.
pub(super) fn plain(path: &Path) -> PathBuf {
    match path.to_str().filter(|_| cfg!(windows)).and_then(without_prefix) {
        Some(plain) => plain.into(),
        None => path.to_path_buf(),
    }
}

/// Longer paths are taken by Windows in its own spelling only.
const LONGEST: usize = 259;

/// A path without `\\?\`, if it means the same file without it.
fn without_prefix(path: &str) -> Option<String> {
    let rest = path.strip_prefix(r"\\?\")?;
    let plain = match rest.strip_prefix(r"UNC\") {
        Some(share) => format!(r"\\{share}"),
        None if rest.as_bytes().get(1..3) == Some(br":\") => rest.to_owned(),
        // A disk without a letter, or a device.
        None => return None,
    };
    let means_itself = |name: &str| !name.ends_with(['.', ' ']) && !name.contains('/') && !is_device(name);
    let names = plain.split('\\').skip(1);
    let is_same = plain.encode_utf16().count() <= LONGEST && names.clone().all(means_itself);
    is_same.then_some(plain)
}

/// Whether Windows takes a name, with any ending, for that of a device.
pub(super) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_uppercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|number| {
            let mut letters = number.chars();
            letters.next().is_some_and(|digit| digit.is_ascii_digit() || "¹²³".contains(digit))
                && letters.next().is_none()
        })
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"].contains(&stem.as_str())
        || numbered("COM")
        || numbered("LPT")
}

/// Characters that no name has on Windows.
pub(super) const FORBIDDEN: [char; 9] = ['/', '\\', '<', '>', ':', '"', '|', '?', '*'];

/// A name longer than this, in bytes, is cut; file systems take 255.
const LONGEST_NAME: usize = 200;

/// A path below a folder, each name of it made safe.
pub(super) fn safe_path(path: &Path) -> PathBuf {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(safe(&name.to_string_lossy())),
        _ => None,
    });
    parts.collect()
}

/// A name without codes that act on a terminal, that every system takes and that is no longer than file
/// systems take. One that had to be changed gets a hash, so that it is still no other name.
pub(super) fn safe(name: &str) -> String {
    let clean = markdown::clean(name).replace(['\n', '\t', '\0'], "_").replace(FORBIDDEN, "_");
    let clean = clean.trim_matches(['.', ' ']);
    let is_device = is_device(clean);
    if clean == name && name.len() <= LONGEST_NAME && !is_device {
        return name.to_owned();
    }
    let (stem, ending) = match clean.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 => (stem, format!(".{ending}")),
        _ => (clean, String::new()),
    };
    let mut cut = stem.len().min(LONGEST_NAME - 24);
    while !stem.is_char_boundary(cut) {
        cut -= 1;
    }
    // What is before the first dot makes a device.
    let before = if is_device { "_" } else { "" };
    format!("{before}{}-{:08x}{ending}", &stem[..cut], xxh3_64(name.as_bytes()) as u32)
}

/// A path as it stands in JSON.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// A path out of JSON.
fn unslashed(text: String) -> PathBuf {
    PathBuf::from(if cfg!(windows) { text.replace('/', "\\") } else { text })
}

/// For serde: a path in JSON.
pub mod in_json {
    use super::{Path, PathBuf, slashed, unslashed};
    use serde::ser::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes a path; one that is no text is an error.
    pub fn serialize<S: Serializer>(path: &Path, out: S) -> Result<S::Ok, S::Error> {
        let is_text = path.to_str().is_some();
        if is_text { out.serialize_str(&slashed(path)) } else { Err(Error::custom("the path is no text")) }
    }

    /// Reads one.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<PathBuf, D::Error> {
        String::deserialize(from).map(unslashed)
    }

    /// A path that may be missing.
    pub mod option {
        use super::{Deserialize, Deserializer, PathBuf, Serializer, unslashed};

        /// Writes it.
        pub fn serialize<S: Serializer>(path: &Option<PathBuf>, out: S) -> Result<S::Ok, S::Error> {
            match path {
                Some(path) => super::serialize(path, out),
                None => out.serialize_none(),
            }
        }

        /// Reads it.
        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
            Ok(Option::<String>::deserialize(from)?.map(unslashed))
        }
    }
}

/// A path as it may be shown on a terminal.
pub fn shown(path: &Path) -> String {
    crate::markdown::clean(&plain(path).to_string_lossy()).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spelling_of_windows_is_left_where_it_means_the_same() {
        let long = format!(r"\\?\C:\{}", "a".repeat(300));
        for (path, expected) in [
            (r"\\?\C:\Users\我\my notes.md", Some(r"C:\Users\我\my notes.md")),
            (r"\\?\C:\", Some(r"C:\")),
            (r"\\?\UNC\server\share\a.md", Some(r"\\server\share\a.md")),
            (r"\\?\Volume{1}\a.md", None),
            (r"\\?\C:\notes\nul.md", None),
            (r"\\?\C:\notes.\a.md", None),
            (r"C:\notes", None),
            ("/notes", None),
            (&long, None),
        ] {
            assert_eq!(without_prefix(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn the_real_path_is_one_that_a_person_would_write() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a b.md");
        std::fs::write(&file, "").unwrap();
        let path = real(&file).unwrap();
        assert!(path.is_absolute() && path.is_file() && path.ends_with("a b.md"));
        assert!(!path.to_str().unwrap().starts_with(r"\\?\"), "{path:?}");
        assert!(real(&folder.path().join("none")).is_err());
    }

    #[test]
    fn names_become_safe_and_stay_apart() {
        assert_eq!(safe("深度学习 笔记.md"), "深度学习 笔记.md");
        let long = "学".repeat(84) + ".md";
        for odd in [
            "a\u{1b}[2Jb.md",
            &long,
            "..",
            "a\nb",
            "What is L2?.md",
            "a:b.md",
            "<x>|\"y\"*.png",
            "NUL",
            "con.md",
            "Com1.tar.gz",
            "lpt¹.png",
            "notes.",
            "notes ",
            " x",
            "aux .md",
        ] {
            let name = safe(odd);
            assert!(name.len() <= LONGEST_NAME && !name.contains('\u{1b}') && name != "..", "{name:?}");
            let is_plain = !name.contains(FORBIDDEN) && !name.contains('\n');
            assert!(is_plain && !name.ends_with(['.', ' ']) && !is_device(&name), "{name:?}");
            assert_ne!(name, odd);
        }
        assert_ne!(safe("a:b.md"), safe("a?b.md"));
        assert_eq!(safe("console.md"), "console.md");
        assert_ne!(safe("a\u{1b}.md"), safe("a\u{7}.md"));
    }

    #[test]
    fn json_has_slashes_everywhere() {
        #[derive(serde::Serialize, serde::Deserialize, PartialEq, Debug)]
        struct Line {
            #[serde(with = "in_json")]
            one: PathBuf,
            #[serde(with = "in_json::option", default, skip_serializing_if = "Option::is_none")]
            other: Option<PathBuf>,
        }
        let line = Line { one: Path::new("week 1").join("a.md"), other: Some(Path::new("b").join("c")) };
        let json = serde_json::to_string(&line).unwrap();
        assert_eq!(json, r#"{"one":"week 1/a.md","other":"b/c"}"#);
        assert_eq!(serde_json::from_str::<Line>(&json).unwrap(), line);
        let none: Line = serde_json::from_str(r#"{"one":"a"}"#).unwrap();
        assert_eq!((none.one, none.other), (PathBuf::from("a"), None));
    }
}
