//! Two versions of notes in one: their lines are united, and where they meet whole cards of the version that gives
//! way stay too, when it alone wrote them.

use super::lines::{self, United};
use crate::card::CardId;
use crate::import::{self, Style, edit};
use crate::matching::{Portrait, pairs, portraits};
use std::collections::{HashMap, HashSet};

/// Cards times bytes of notes: more is not looked for.
const MOST_WORK: usize = 10 << 20;

/// Unites two versions of notes that started from `base`.
pub(super) fn unite(base: &str, first: &str, second: &str, style: Option<&'static Style>) -> United {
    let mut united = lines::unite(base, first, second);
    if !united.met {
        return united;
    }
    let style = style.or_else(|| style_of([base, first, second]));
    let cards =
        [base, first, second].map(|text| portraits(&import::read(text.as_bytes(), None, style, None).cards));
    let lone = lone(&cards);
    if lone.len().saturating_mul(united.text.len()) > MOST_WORK {
        return united;
    }
    for id in lone {
        let with = edit::with_card_of(united.text.as_bytes(), second.as_bytes(), &id, style);
        if let Some(text) = with.ok().and_then(|text| String::from_utf8(text).ok()) {
            united.text = text;
        }
    }
    united
}

/// The style that the version with most cards is read in, where another one has none: a file of a single card may be
/// no notes by itself.
fn style_of(versions: [&str; 3]) -> Option<&'static Style> {
    let read = versions.map(|text| import::read(text.as_bytes(), None, None, None));
    let best = read.iter().max_by_key(|notes| notes.cards.len())?;
    let is_lacking = read.iter().any(|notes| notes.cards.is_empty());
    best.style.filter(|_| is_lacking).and_then(import::named)
}

/// The cards that the second version alone wrote: those it added, and those it changed and the first one took out.
/// Where both put another question in the place of one, that of the first stands.
fn lone([base, first, second]: &[Vec<Portrait>; 3]) -> Vec<CardId> {
    let (came, _) = apart(base, second);
    let (_, gone) = apart(base, first);
    let replaced: HashSet<&CardId> = instead(base, first).into_values().collect();
    let instead = instead(base, second);
    let is_added = |id: &CardId| !instead.get(id).is_some_and(|before| replaced.contains(before));
    let is_changed = |card: &&Portrait| {
        let before = base.iter().find(|before| before.id == card.id);
        gone.contains(&card.id) && before.is_some_and(|before| before.answer != card.answer)
    };
    let changed = second.iter().filter(is_changed).map(|card| card.id.clone());
    came.into_iter().filter(is_added).chain(changed).collect()
}

/// The cards of a version that stand where other ones stood, each with that one: between the same neighbours, in
/// their order.
fn instead<'a>(base: &'a [Portrait], version: &'a [Portrait]) -> HashMap<&'a CardId, &'a CardId> {
    let places = |cards: &'a [Portrait], others: &[Portrait]| {
        let others: HashSet<&CardId> = others.iter().map(|card| &card.id).collect();
        let (mut last, mut count, mut found) = (None, 0, Vec::new());
        for card in cards {
            if others.contains(&card.id) {
                (last, count) = (Some(&card.id), 0);
            } else {
                found.push(((last, count), &card.id));
                count += 1;
            }
        }
        found
    };
    let before: HashMap<_, _> = places(base, version).into_iter().collect();
    let now = places(version, base).into_iter();
    now.filter_map(|(place, id)| Some((id, *before.get(&place)?))).collect()
}

/// Cards that came with a version and cards that went with it; what it says in other words is neither.
fn apart(base: &[Portrait], version: &[Portrait]) -> (Vec<CardId>, HashSet<CardId>) {
    let without = |cards: &[Portrait], others: &[Portrait]| -> Vec<Portrait> {
        let others: HashSet<&CardId> = others.iter().map(|card| &card.id).collect();
        cards.iter().filter(|card| !others.contains(&card.id)).cloned().collect()
    };
    let (gone, came) = (without(base, version), without(version, base));
    let pairs = pairs(&gone, &came, |_, _| false);
    let (mut is_gone, mut is_come) = (vec![true; gone.len()], vec![true; came.len()]);
    for pair in pairs {
        (is_gone[pair.lost], is_come[pair.new]) = (false, false);
    }
    let left = |cards: Vec<Portrait>, is_left: Vec<bool>| {
        cards.into_iter().zip(is_left).filter(|(_, is_left)| *is_left).map(|(card, _)| card.id)
    };
    (left(came, is_come).collect(), left(gone, is_gone).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "# RL\n\n1. What is PPO?\n   clipped ratio\n\n2. What is DPO?\n   direct loss\n";

    /// Rows: a file of one card; both changed its answer, and the second added a card, which is written as the file is.
    #[test]
    fn a_card_that_stays_is_written_like_the_only_other_one() {
        for (base, added, mark) in [
            ("# RL\n\n1. What is PPO?\n   ratio\n", "\n2. What is KTO?\n   prospects\n", "2. What is KTO?"),
            ("# RL\n\n## What is PPO?\n\nratio\n", "\n## What is KTO?\n\nprospects\n", "## What is KTO?"),
            ("# RL\n\n**What is PPO?**\n\nratio\n", "\n**What is KTO?**\n\nprospects\n", "**What is KTO?**"),
        ] {
            let (first, second) = (base.replace("ratio", "one"), base.replace("ratio", "two") + added);
            let united = unite(base, &first, &second, None);
            assert!(united.text.lines().any(|line| line == mark), "{base}: {}", united.text);
            assert!(!united.text.contains("Q: ") && united.text.contains("prospects"), "{}", united.text);
        }
    }

    /// Rows: what the second version says from the second card on; cards that are to be there.
    #[test]
    fn whole_cards_of_the_version_that_gives_way_stay() {
        let first = BASE.replace("direct loss", "direct loss, by one");
        let more = "\n3. What is KTO?\n   prospects\n\n   and losses\n";
        for (second, asked) in [
            (BASE.replace("direct loss", "a loss, by two") + more, vec!["PPO", "DPO", "KTO"]),
            (BASE.replace("direct loss", "a loss, by two"), vec!["PPO", "DPO"]),
            (
                BASE.replace(
                    "   direct loss",
                    "   two\n\n3. What is a GAN?\n   two nets\n\n4. What is a VAE?\n   bound",
                ),
                vec!["PPO", "DPO", "GAN", "VAE"],
            ),
        ] {
            let united = unite(BASE, &first, &second, None);
            assert!(united.met);
            let cards = import::read(united.text.as_bytes(), None, None, None).cards;
            let asks = |name: &&str| cards.iter().any(|card| card.faces[0].question.contains(*name));
            assert!(asked.iter().all(asks) && cards.len() == asked.len(), "{}", united.text);
            assert!(united.text.contains("by one") && !united.text.contains("by two"), "{}", united.text);
            assert_eq!(united.text.contains("and losses"), asked.contains(&"KTO"));
        }
    }

    #[test]
    fn other_kinds_of_notes_keep_them_too() {
        for (base, more, name) in [
            (
                "Q: What is PPO?\nA: clipped\n\nQ: What is DPO?\nA: direct\n",
                "\nQ: What is KTO?\nA: prospects\n",
                "KTO",
            ),
            (
                "## What is PPO?\n\nclipped\n\n## What is DPO?\n\ndirect\n",
                "\n## What is KTO?\n\nprospects\n",
                "KTO",
            ),
            (
                "question,answer\nWhat is PPO?,clipped\nWhat is DPO?,direct\n",
                "What is KTO?,prospects\n",
                "KTO",
            ),
            (
                "1. 什么是 PPO？\n   裁剪\n\n2. 什么是 DPO？\n   direct\n",
                "\n3. 什么是 KTO？\n   前景\n",
                "KTO",
            ),
        ] {
            let (first, second) = (base.replace("direct", "one"), base.replace("direct", "two") + more);
            let united = unite(base, &first, &second, None);
            let cards = import::read(united.text.as_bytes(), None, None, None).cards;
            assert!(united.met && united.text.contains("one") && !united.text.contains("two"));
            assert!(cards.len() == 3 && cards[2].faces[0].question.contains(name), "{}", united.text);
        }
    }

    #[test]
    fn a_card_that_one_version_changed_and_the_other_took_out_stays() {
        let base = format!("{BASE}\n3. What is GAE?\n   average\n");
        let second = base.replace("average", "an average of advantages");
        let united = unite(&base, BASE, &second, None);
        assert!(united.met && united.text == second, "{}", united.text);
        // What nobody changed goes.
        assert!(!unite(&base, BASE, &base, None).text.contains("GAE"));
    }

    #[test]
    fn of_two_questions_in_the_place_of_one_the_first_stands() {
        let [first, second] =
            ["GAN", "VAE"].map(|name| BASE.replace("What is DPO?", &format!("What is {name}?")));
        let united = unite(BASE, &first, &second, None);
        assert!(united.met && united.text == first, "{}", united.text);
        let more = second + "\n3. What is KTO?\n   prospects\n";
        assert_eq!(unite(BASE, &first, &more, None).text, first + "\n3. What is KTO?\n   prospects\n");
    }

    #[test]
    fn a_question_in_other_words_is_no_card_that_was_added() {
        let [first, second] = ["What is truncated BPTT?", "What is BPTT, truncated?"]
            .map(|said| format!("{BASE}\n3. {said}\n   unroll a few steps and stop the gradient there\n"));
        let base = format!("{BASE}\n3. What is BPTT?\n   unroll a few steps and stop the gradient there\n");
        let united = unite(&base, &first, &second, None);
        assert!(united.met && united.text == first, "{}", united.text);
    }
}
