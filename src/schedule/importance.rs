//! Importance: how much it matters to know a card, by the learner's weights and by what real
//! interviews asked.

use crate::card::{Card, Deck, Grade};
use crate::progress::Record;
use std::collections::BTreeMap;

/// What stands between deck and heading in the name of a weight.
pub const SEPARATOR: &str = " › ";

/// How much a card matters; 1 where nothing is known of it.
///
/// The weight of its deck or topic, `weights` being those of [`crate::progress::weights`]: the entry
/// `deck › heading` of its innermost heading that has one, else `deck`, else 1. What a real interview
/// asked is likely to be asked in the next: once counts double, more often threefold, and one more
/// when it went again or hard the last time.
pub fn importance(record: Option<&Record>, weights: &BTreeMap<String, f32>, deck: &Deck, card: &Card) -> f32 {
    weight(weights, deck, card) * record.map_or(1.0, |record| heard(record.asked, record.went))
}

fn weight(weights: &BTreeMap<String, f32>, deck: &Deck, card: &Card) -> f32 {
    if weights.is_empty() {
        return 1.0;
    }
    let headings = card.faces.iter().flat_map(|face| face.topic.iter().rev());
    let of_topic = headings
        .map(|heading| format!("{}{SEPARATOR}{heading}", deck.name))
        .find_map(|key| weights.get(&key));
    of_topic.or_else(|| weights.get(&deck.name)).copied().unwrap_or(1.0)
}

/// What having been asked in real interviews does to a card's importance.
fn heard(asked: u32, went: Option<Grade>) -> f32 {
    let went_badly = asked > 0 && went.is_some_and(|went| went <= Grade::Hard);
    1.0 + asked.min(2) as f32 + f32::from(u8::from(went_badly))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Face, Lang, Source};

    #[test]
    fn what_was_asked_matters_more_and_most_where_it_went_badly() {
        for (asked, went, factor) in [
            (0, None, 1.0),
            (1, Some(Grade::Good), 2.0),
            (1, Some(Grade::Hard), 3.0),
            (1, Some(Grade::Again), 3.0),
            (3, Some(Grade::Easy), 3.0),
            (3, Some(Grade::Again), 4.0),
        ] {
            assert!((heard(asked, went) - factor).abs() < 1e-6, "{asked} {went:?}");
        }
    }

    #[test]
    fn the_innermost_weight_counts() {
        let topic = ["CNN".to_owned(), "Pooling".to_owned()].into();
        let source = Source { file: None, question_line: 1, answer_lines: None };
        let face = Face { lang: Lang::En, topic, question: "?".into(), answer: "!".into(), source };
        let card = Card { id: "a".into(), faces: vec![face] };
        let deck = Deck { name: "dl".into(), titles: Vec::new(), cards: Vec::new() };
        let entries = [("dl", 2.0), ("dl › CNN", 3.0), ("dl › Pooling", 0.5), ("other", 9.0)];
        for (count, expected) in [(0, 1.0), (1, 2.0), (2, 3.0), (3, 0.5)] {
            let weights =
                entries.iter().take(count).map(|(name, weight)| ((*name).to_owned(), *weight)).collect();
            assert!((importance(None, &weights, &deck, &card) - expected).abs() < 1e-6, "{count}");
        }
    }
}
