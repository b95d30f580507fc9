//! Signs: which pairs of letters each text has, so that a search reads only texts that may have a word.
//!
//! A text's letters, and its pairs of neighbouring letters, are each hashed to one of [`KINDS`] signs.
//! For every sign there is one bit a text. The texts that may have a word are those that have all of
//! its signs: a few rows of bits, put together with `and`.

use super::text::SearchedText;
use rayon::prelude::*;

/// How many signs there are. More make fewer texts be read in vain, and take more memory: at 100 000
/// texts 25 MB.
const KINDS: usize = 2048;

/// Rows of bits, one a sign.
#[derive(Debug, Default)]
pub(super) struct Signs {
    rows: Vec<Vec<u64>>,
}

impl Signs {
    /// The signs of these texts.
    pub(super) fn of(texts: &[SearchedText]) -> Signs {
        let words = texts.len().div_ceil(64);
        // Each part is the signs of whole words of 64 texts; its rows are a stretch of each row.
        let part = words.div_ceil(rayon::current_num_threads()).max(16) * 64;
        let parts: Vec<Vec<u64>> = texts.par_chunks(part).map(Signs::stretch).collect();
        let mut rows: Vec<Vec<u64>> = (0..KINDS).map(|_| Vec::with_capacity(words)).collect();
        for part in parts {
            let width = part.len() / KINDS;
            for (kind, row) in rows.iter_mut().enumerate() {
                row.extend_from_slice(&part[kind * width..(kind + 1) * width]);
            }
        }
        Signs { rows }
    }

    fn stretch(texts: &[SearchedText]) -> Vec<u64> {
        let width = texts.len().div_ceil(64);
        let mut bits = vec![0; KINDS * width];
        for (at, text) in texts.iter().enumerate() {
            for part in [&text.question, &text.topic, &text.deck, &text.answer] {
                each(part, |kind| bits[kind * width + at / 64] |= 1 << (at % 64));
            }
        }
        bits
    }

    /// The texts, of so many, that may have all words.
    pub(super) fn candidates(&self, words: &[String], texts: usize) -> impl Iterator<Item = usize> {
        let mut kinds: Vec<usize> = Vec::new();
        words.iter().for_each(|word| each(word, |kind| kinds.push(kind)));
        kinds.sort_unstable();
        kinds.dedup();
        let mut bits = vec![u64::MAX; texts.div_ceil(64)];
        for kind in kinds {
            let row = self.rows.get(kind).map_or(&[][..], Vec::as_slice);
            bits.iter_mut().zip(row).for_each(|(bits, row)| *bits &= row);
        }
        let at = |word: usize, bits: u64| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit)
        };
        let all = bits.into_iter().enumerate().filter(|(_, bits)| *bits != 0);
        all.flat_map(move |(word, bits)| at(word, bits)).filter(move |at| *at < texts)
    }
}

/// Tells every sign of a text, some of them more than once.
fn each(text: &str, mut tell: impl FnMut(usize)) {
    let mut before = None;
    for letter in text.chars() {
        tell(hash(letter as u32));
        if let Some(before) = before {
            tell(hash((before as u32).wrapping_mul(0x0101_0001) ^ letter as u32 ^ 0x5bd1_e995));
        }
        before = Some(letter);
    }
}

fn hash(value: u32) -> usize {
    let mixed = (value ^ value >> 15).wrapping_mul(0x2c1b_3c6d);
    (mixed >> 16 ^ mixed) as usize % KINDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Place;

    #[test]
    fn a_text_that_has_the_words_is_always_among_the_candidates() {
        let text = |card: usize| SearchedText {
            place: Place { deck: 0, card },
            question: format!("什么是反向传播 {card}？"),
            letters: 0,
            topic: "深度学习".to_owned(),
            deck: "notes".to_owned(),
            answer: format!("the chain rule, step {card}, 梯度消失"),
        };
        let texts: Vec<SearchedText> = (0..3000).map(text).collect();
        let signs = Signs::of(&texts);
        let candidates = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            signs.candidates(&words, texts.len()).collect::<Vec<_>>()
        };
        assert_eq!(candidates(&[]).len(), 3000);
        assert_eq!(candidates(&["反向", "梯度", "not"]).len(), 3000);
        assert!(candidates(&["step 2718,", "播 2718"]).contains(&2718));
        assert!(candidates(&["softmax"]).len() < 300, "few texts are read in vain");
        assert!(Signs::of(&[]).candidates(&["x".to_owned()], 0).next().is_none());
    }
}
