//! The images of a package: each once, under a name that any system takes.

use crate::export::ExportImage;
use std::collections::HashMap;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// Images by the number they have in the package.
#[derive(Default)]
pub(super) struct Media<'a> {
    files: Vec<(String, &'a [u8])>,
    known: HashMap<u64, usize>,
}

impl<'a> Media<'a> {
    /// The name of an image in the package; `None` when it has no bytes.
    pub(super) fn name(&mut self, image: &'a ExportImage) -> Option<String> {
        if image.bytes.is_empty() {
            return None;
        }
        let hash = xxh3_64(&image.bytes);
        let place = *self.known.entry(hash).or_insert_with(|| {
            self.files.push((name(&image.target, hash), &image.bytes));
            self.files.len() - 1
        });
        Some(self.files[place].0.clone())
    }

    /// The list of names as Anki reads it: a JSON object from number to name.
    pub(super) fn list(&self) -> String {
        let names = self.files.iter().enumerate();
        let names: serde_json::Map<String, serde_json::Value> =
            names.map(|(index, (name, _))| (index.to_string(), name.as_str().into())).collect();
        serde_json::Value::Object(names).to_string()
    }

    /// The files in order.
    pub(super) fn files(&self) -> impl Iterator<Item = &[u8]> {
        self.files.iter().map(|(_, bytes)| *bytes)
    }
}

/// The name of the file with what makes it one of its kind: Anki keeps all media in one folder.
fn name(target: &str, hash: u64) -> String {
    let path = Path::new(target.split(['?', '#']).next().unwrap_or_default());
    let part = |part: Option<&std::ffi::OsStr>, most: usize| -> String {
        let text = part.map_or(String::new(), |part| part.to_string_lossy().into_owned());
        text.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').take(most).collect()
    };
    format!("{}-{hash:016x}.{}", part(path.file_stem(), 40), part(path.extension(), 5).to_lowercase())
}
