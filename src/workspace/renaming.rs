//! Decks that are called otherwise now: what was chosen by their old names follows their cards.

use crate::card::CardId;
use crate::desk::Desk;
use crate::schedule::plan::scope::SEPARATOR;
use crate::settings::ROWS;
use crate::store::builtin::BUILTIN;
use crate::store::leaf::name_of;
use crate::store::seen::Seen;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What decks are called now that settings or plan know by the names of files which are gone: those that have their
/// cards. A renamed file is another deck by name.
pub(super) fn names(state: &Desk, seen: &Seen) -> BTreeMap<String, String> {
    let orphans = orphans(state);
    if orphans.is_empty() { BTreeMap::new() } else { heirs(&orphans, seen, state) }
}

/// The settings of decks that are to have other values by these names, each by its row.
pub(super) fn settings(names: &BTreeMap<String, String>, state: &Desk) -> Vec<(usize, String)> {
    let mut settings = state.settings.clone();
    let rename = |name: &mut String| {
        if let Some(heir) = names.get(name) {
            name.clone_from(heir);
        }
    };
    settings.decks_off.iter_mut().for_each(rename);
    settings.deck_modes.iter_mut().for_each(|(name, _)| rename(name));
    let rows = ROWS.iter().enumerate().filter(|(_, row)| matches!(row.key, "decks_off" | "deck_modes"));
    let values = rows.map(|(at, row)| (at, (row.get)(&settings), (row.get)(&state.settings)));
    values.filter(|(_, new, old)| new != old).map(|(at, new, _)| (at, new)).collect()
}

/// Names that settings and plan have for decks which are not at hand.
fn orphans(state: &Desk) -> BTreeSet<String> {
    let settings = &state.settings;
    let mut names: BTreeSet<String> = settings.decks_off.iter().cloned().collect();
    names.extend(settings.deck_modes.iter().map(|(name, _)| name.clone()));
    let targets = state.progress.target().map(|target| target.interviews()).unwrap_or_default();
    for target in targets {
        let weights = crate::progress::weights(&target).into_keys();
        names.extend(weights.filter_map(|name| name.split(SEPARATOR).next().map(str::to_owned)));
    }
    names.retain(|name| {
        let is_at_hand = state.decks.iter().any(|deck| deck.name == *name);
        !is_at_hand && !BUILTIN.iter().any(|deck| deck.name == name)
    });
    names
}

/// The decks that have most of the cards of files with these names, which are gone, and hardly any others.
fn heirs(orphans: &BTreeSet<String>, seen: &Seen, state: &Desk) -> BTreeMap<String, String> {
    let mut decks: HashMap<&CardId, usize> = HashMap::new();
    for place in state.places() {
        decks.insert(state.progress.present_id(&state.card(place).id), place.deck);
    }
    let mut heirs: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (path, cards) in seen.gone_files(|path| orphans.contains(&name_of(path))) {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for card in &cards {
            if let Some(deck) = decks.get(state.progress.present_id(&card.id)) {
                *counts.entry(*deck).or_default() += 1;
            }
        }
        let Some((deck, common)) = counts.into_iter().max_by_key(|(_, common)| *common) else { continue };
        let heir = &state.decks[deck];
        let known = heirs.entry(name_of(&path)).or_default();
        if common * 2 > cards.len().max(heir.cards.len()) && common > known.0 {
            *known = (common, heir.name.clone());
        }
    }
    heirs.into_iter().filter(|(_, (common, _))| *common > 0).map(|(name, (_, heir))| (name, heir)).collect()
}
