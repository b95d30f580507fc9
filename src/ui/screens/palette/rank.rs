//! What was meant by a few letters: the entries in the order in which people mean them.

use super::entry::{PaletteDeed, PaletteEntry};
use super::everywhere::WAYS;
use crate::card::folded;
use crate::search::{sounds_like, starts_like};
use crate::ui::keymap::Action;

/// The entries that were meant. Those first that are called so, then whose name begins so, then those of whose words,
/// or words by which they are looked for, one begins so, then settings with such a word, then those that have it
/// anywhere, by letters or by sound, and last those that have its letters in their order. What leads somewhere stands
/// before keys, and keys before settings.
pub(super) fn found(entries: Vec<PaletteEntry>, typed: &str) -> Vec<PaletteEntry> {
    let typed = folded(typed);
    let typed = typed.trim();
    if typed.is_empty() {
        return entries;
    }
    let mut ranked: Vec<((u8, u8), PaletteEntry)> = entries
        .into_iter()
        .filter_map(|entry| Some(((nearness(&entry, typed)?, kind(&entry)), entry)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// How near an entry is to what was typed, the nearest first; none where it is not meant.
fn nearness(entry: &PaletteEntry, typed: &str) -> Option<u8> {
    let texts = [folded(&entry.label), folded(&entry.name)];
    let any = |has: &dyn Fn(&str) -> bool| texts.iter().any(|text| has(text));
    let words = |text: &str| {
        let is_between = |letter: char| letter.is_whitespace() || ",:-、：，".contains(letter);
        text.split(is_between).map(str::to_owned).collect::<Vec<_>>()
    };
    let begins = |text: &str| text.starts_with(typed) || starts_like(text, typed);
    let has_word =
        |text: &str| words(text).iter().any(|word| begins(word)) || text.contains(&format!(" {typed}"));
    let is_setting = matches!(entry.deed, PaletteDeed::Set(_));
    let tests: [&dyn Fn() -> bool; 6] = [
        &|| texts[0] == typed,
        &|| if is_setting { begins(&texts[0]) } else { any(&begins) },
        &|| !is_setting && (any(&has_word) || entry.also.iter().any(|also| has_word(&folded(also)))),
        &|| any(&has_word),
        &|| any(&|text| text.contains(typed) || sounds_like(text, typed)),
        &|| any(&|text| has_letters(text, typed)),
    ];
    tests.iter().position(|is_so| is_so()).map(|at| at as u8)
}

/// Ways, commands and what a screen is for before keys, these before settings; what only moves about comes last of
/// all.
fn kind(entry: &PaletteEntry) -> u8 {
    match entry.deed {
        PaletteDeed::Go(_) | PaletteDeed::Act(Action::Choose) => 0,
        PaletteDeed::Act(action) if WAYS.iter().any(|way| way.action == Some(action)) => 0,
        PaletteDeed::Act(Action::Back | Action::Redraw | Action::Stop | Action::Mouse) => 3,
        PaletteDeed::Act(_) => 1,
        PaletteDeed::Set(_) => 2,
    }
}

fn has_letters(text: &str, letters: &str) -> bool {
    let mut rest = text.chars();
    letters.chars().filter(|letter| !letter.is_whitespace()).all(|letter| rest.any(|other| other == letter))
}
