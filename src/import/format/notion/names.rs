//! What the names of an export's files say: title, id, folder and topic.

use crate::import::diagnostic::{Diagnostic, leaves_columns};
use crate::markdown;
use crate::messages::{FormatMessage, Message, Quoted};

/// An id behind the name of each page.
pub(super) const ID: usize = 32;

/// The name of a file or folder without ending and id, and whether it had one.
pub(super) fn own_name(path: &str) -> (&str, bool) {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = match file.rsplit_once('.') {
        Some((stem, "md" | "html" | "csv")) => stem.strip_suffix("_all").unwrap_or(stem),
        _ => file,
    };
    let is_id = |id: &str| id.len() == ID && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    match stem.rsplit_once(' ') {
        Some((name, id)) if is_id(id) => (name, true),
        _ => (stem, is_id(stem)),
    }
}

/// The folder a file stands in.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The names of the pages above a file, outermost first.
pub(super) fn topic(path: &str) -> Vec<String> {
    let levels = folder(path).split('/').filter(|level| !level.is_empty());
    levels.map(|level| own_name(level).0.to_owned()).collect()
}

/// A remark on one part of an export.
pub(super) fn note(name: &str, said: impl Into<Message>, help: impl Into<Message>) -> Diagnostic {
    let (name, message) = (markdown::clean(name), said.into());
    let said = Quoted::of(&message);
    let message = match leaves_columns(&message) {
        true => FormatMessage::ColumnsOfPart { name, said },
        false => FormatMessage::InPart { name, said },
    };
    Diagnostic::note(1, message, help)
}
