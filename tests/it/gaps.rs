//! Cloze: the gaps of the built-in decks, in both languages. What is asked stands neither in the rest of its
//! passage nor in the question, and can be typed.
//!
//! `SHOW=100 SEED=1 cargo test --test it gaps:: -- --nocapture` prints so many in each language, each of a card of
//! its own.

use crate::harness::desk::desk;
use backprop::card::{Deck, Face, Lang};
use backprop::quiz::cloze::{self, GAP, Passage};
use backprop::store::builtin::BUILTIN;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A number that follows from the seed and some thing.
fn lot(seed: &str, thing: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, thing).hash(&mut hasher);
    hasher.finish()
}

/// Small letters, digits and signs alone, so that a gap is compared as one would read it.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase();
    let words = letters.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '^' | '+' | '−'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_sound(face: &Face, passage: &Passage) -> bool {
    let source = &passage.gaps[0].text;
    let gap = plain(source);
    // The letters of a formula stand in others too.
    let stands =
        |text: &str| !source.contains('$') && format!(" {} ", plain(text)).contains(&format!(" {gap} "));
    passage.asked.matches(GAP).count() == 1
        && passage.gaps.len() == 1
        && !stands(&face.question)
        && !stands(&passage.asked.replace(GAP, ""))
}

#[test]
fn a_gap_stands_nowhere_else() {
    let decks: Vec<Deck> = BUILTIN.iter().map(|builtin| builtin.deck()).collect();
    let seed = std::env::var("SEED").unwrap_or_default();
    let wanted = std::env::var("SHOW").ok().and_then(|count| count.parse().ok()).unwrap_or(0);
    let mut bad = Vec::new();
    for lang in [Lang::En, Lang::Zh] {
        let desk = desk(decks.clone(), lang);
        let mut shown = Vec::new();
        let mut count = 0;
        for place in desk.places() {
            let (card, face) = (desk.card(place), desk.face(place));
            let gaps = cloze::all(card, face);
            for passage in gaps.iter().filter(|passage| !is_sound(face, passage)) {
                bad.push(format!("{}: {} = {}", card.id, passage.asked, passage.gaps[0].text));
            }
            count += gaps.len();
            let Some(passage) = gaps.get((lot(&seed, &card.id) % gaps.len().max(1) as u64) as usize) else {
                continue;
            };
            let line = format!(
                "[{}] {}\n    {}\n    = {} {:?}",
                card.id,
                face.question,
                passage.asked.replace('\n', " "),
                passage.gaps[0].text,
                passage.gaps[0].cue()
            );
            shown.push((lot(&seed, (&card.id, 1)), line));
        }
        println!("{lang:?}: {count} gaps in {} cards", shown.len());
        assert!(!shown.is_empty(), "{lang:?}: no gaps");
        shown.sort();
        shown.iter().take(wanted).for_each(|(_, line)| println!("{line}"));
    }
    assert!(bad.is_empty(), "{bad:#?}");
}
