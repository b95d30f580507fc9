//! A text is read: the best reading of its page is chosen, and its questions become cards.

use super::assembly::{self, Assembly};
use super::encoding::Decoded;
use super::marks;
use super::notes::{Notes, Styled};
use super::page::Page;
use super::style;
use crate::card::Lang;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The notes that a decoded file holds.
pub(super) fn notes_of(
    decoded: Decoded<'_>,
    file: Option<&Arc<PathBuf>>,
    styled: Styled<'_>,
    lang: Option<Lang>,
) -> Notes {
    let page = Page::new(&decoded.text);
    let mut readings = Vec::new();
    let choice = match styled.forced {
        Some(style) => style::forced(&page, style).ok_or(None),
        None => style::best(&page, styled.accepted, &mut readings),
    };
    let choice = match styled.marks.filter(|marks| !marks.is_empty()) {
        Some(marks) => marks::applied(&page, marks, choice),
        None => choice,
    };
    let mut notes = Notes {
        encoding: decoded.encoding,
        is_converted: decoded.is_converted,
        style: None,
        why: String::new(),
        readings,
        title: None,
        cards: Vec::new(),
        spans: Vec::new(),
        placeholders: HashMap::new(),
        diagnostics: decoded.diagnostics,
    };
    match choice {
        Ok(choice) => {
            notes.style = Some(choice.style.name);
            notes.why = choice.why;
            Assembly::new(&page, file, lang, &mut notes).run(choice.reading);
        }
        Err(doubtful) if !decoded.binary => {
            assembly::nothing(&page, doubtful.as_deref(), &mut notes);
        }
        Err(_) => {}
    }
    notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    notes
}
