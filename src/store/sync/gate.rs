//! What a file says, as machines share it: nothing that names a program, an address or a path outside the
//! data folder comes in or goes out.
//!
//! A file here and the same file in the repository may each say more than what is shared. What is shared
//! is compared and united; the rest stays where it stands.

use super::names::{LIST, SETTINGS};
use super::report::RefusedPath;
use super::under_way::Sync;
use crate::messages::{Message, SyncMessage};
use crate::settings;
use crate::store::shelf::shared as list;

/// What is shared of a file, with what of it is not; or why nothing of it is.
pub(super) fn shared(path: &str, bytes: &[u8]) -> Result<(Vec<u8>, Vec<RefusedPath>), Message> {
    match path {
        LIST => {
            let (shared, refused) = list::shared(bytes).map_err(Message::from)?;
            Ok((shared, refused.into_iter().map(|why| in_file(path, why.into())).collect()))
        }
        SETTINGS => {
            let text = std::str::from_utf8(bytes).map_err(|_| SyncMessage::NotText)?;
            let (shared, refused) = settings::shared(text).ok_or(SyncMessage::NotToml)?;
            let why = |key| in_file(path, SyncMessage::NoSharedSetting { key }.into());
            Ok((shared.into_bytes(), refused.into_iter().map(why).collect()))
        }
        _ => Ok((bytes.to_vec(), Vec::new())),
    }
}

/// The copies that a list of decks names, below `decks/`.
pub(super) fn copies(bytes: &[u8]) -> Vec<String> {
    list::copies(bytes)
}

fn in_file(path: &str, why: Message) -> RefusedPath {
    RefusedPath { path: path.to_owned(), why }
}

/// A file that shares this, and says beside it what `around` says and does not share.
pub(super) fn embedded(path: &str, shared: &[u8], around: Option<&[u8]>) -> Vec<u8> {
    let Some(around) = around else { return shared.to_vec() };
    let embedded = match path {
        LIST => list::embedded(shared, around),
        SETTINGS => {
            let texts = std::str::from_utf8(shared).ok().zip(std::str::from_utf8(around).ok());
            texts.and_then(|(shared, around)| settings::embedded(shared, around)).map(String::into_bytes)
        }
        _ => None,
    };
    embedded.unwrap_or_else(|| shared.to_vec())
}

/// What the version before wrote into each repository, so that git itself could be used on it.
const RULES: [(&str, &str); 2] = [
    (".gitattributes", "* -text\nprogress.json -text merge=union\n"),
    (
        ".gitignore",
        "/*\n!/progress.json\n!/decks/\n!/config*.toml\n!/.gitattributes\n!/.gitignore\n*.lock\n.backprop-*\n",
    ),
];

/// Whether a file is just what the version before wrote.
pub(super) fn is_of_version_before(sync: &mut Sync<'_>, path: &str, id: &str) -> bool {
    let Some((_, rules)) = RULES.iter().find(|(known, _)| *known == path) else { return false };
    let is_as_long = matches!(sync.objects.look(id), Ok(Some((_, size))) if size == rules.len() as u64);
    is_as_long && sync.objects.read(id, "blob").is_ok_and(|bytes| bytes == rules.as_bytes())
}
