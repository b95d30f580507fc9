//! Pictures that stand inside a file of another program.

use super::{html, jupyter};
use crate::import::encoding;
use std::collections::HashMap;
use std::fmt;

/// The pictures of one file, by the names that its Markdown has for them.
pub struct Pictures {
    held: HashMap<String, Vec<u8>>,
}

impl fmt::Debug for Pictures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Pictures({})", self.held.len())
    }
}

impl Pictures {
    /// The pictures inside the bytes of a file.
    pub fn of(bytes: &[u8]) -> Pictures {
        let text = encoding::decode_text(bytes).text;
        let start = text.trim_start();
        let held = match start.starts_with('{') {
            true => jupyter::pictures(start),
            false => html::pictures(start),
        };
        Pictures { held }
    }

    /// A picture of at most so many bytes; `None` where the file holds none of this name.
    pub fn get(&self, name: &str, largest: u64) -> Option<Result<Vec<u8>, String>> {
        let bytes = self.held.get(name)?;
        if bytes.len() as u64 > largest {
            return Some(Err(format!("is larger than {} MB", (largest >> 20).max(1))));
        }
        Some(Ok(bytes.clone()))
    }
}
