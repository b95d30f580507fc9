//! An entry of a page beside others: whether two say the same, worded a hair differently.

use std::cell::OnceCell;
use std::collections::HashMap;

/// From this likeness on two texts say the same.
const ALIKE: f32 = 0.72;
/// Of texts with the same number less is enough.
const ALIKE_WITH_NUMBER: f32 = 0.5;
/// Of fewer entries each is looked at.
const WORTH_AN_INDEX: usize = 64;

/// A line that stands out, and what it says.
pub(super) struct ContentsEntry {
    pub(super) line: usize,
    pub(super) number: Option<u32>,
    /// Letters and digits of its text, folded.
    pub(super) text: String,
    pub(super) heading: bool,
    /// It stands out more than a point of a list does.
    pub(super) stands: bool,
    pub(super) link: bool,
    /// What comes below it is text of its own.
    pub(super) answered: bool,
    /// The pairs of neighbouring letters of its text, once it was compared.
    pub(super) pairs: OnceCell<LetterPairs>,
}

/// Pairs of neighbouring letters.
pub(super) struct LetterPairs {
    sorted: Vec<u64>,
    /// One bit a pair, of which several may share one: a bit that is missing is a pair that is missing.
    bits: u128,
}

impl LetterPairs {
    fn of(text: &str) -> LetterPairs {
        let letters = text.chars().map(u64::from);
        let next = text.chars().skip(1).map(u64::from);
        let mut sorted: Vec<u64> = letters.zip(next).map(|(one, next)| (one << 32) | next).collect();
        sorted.sort_unstable();
        let bit = |pair: &u64| 1u128 << (pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 57);
        let bits = sorted.iter().map(bit).fold(0, |bits, bit| bits | bit);
        LetterPairs { sorted, bits }
    }

    /// The share of pairs that both have.
    fn share(&self, other: &LetterPairs) -> f32 {
        let all = (self.sorted.len() + other.sorted.len()).max(1) as f32;
        let (own, theirs) = (&self.sorted, &other.sorted);
        let (mut at, mut from, mut common) = (0, 0, 0);
        while let (Some(pair), Some(same)) = (own.get(at), theirs.get(from)) {
            common += usize::from(pair == same);
            at += usize::from(pair <= same);
            from += usize::from(pair >= same);
        }
        2.0 * common as f32 / all
    }
}

impl ContentsEntry {
    fn pairs(&self) -> &LetterPairs {
        self.pairs.get_or_init(|| LetterPairs::of(&self.text))
    }

    /// How many of its pairs a text that is alike holds at least, or one that it contains and that is half as long.
    fn least_shared(&self) -> usize {
        let pairs = self.pairs().sorted.len();
        // Of both texts' pairs together `ALIKE` or `ALIKE_WITH_NUMBER` are shared, so more than so many of its own.
        let alike = if self.number.is_some() { pairs * 3 / 10 } else { pairs / 2 };
        let widest = if self.text.is_ascii() { 1 } else { 4 };
        let contained = (self.text.len().div_ceil(2) / widest).saturating_sub(1);
        alike.min(contained).min(pairs)
    }
}

/// What many entries look like, in the order of the page, and which of them hold a pair of letters.
pub(super) struct EntryLooks {
    looks: Vec<EntryLook>,
    /// The entries with a pair, where there are many.
    holders: HashMap<u64, Vec<u32>>,
}

impl EntryLooks {
    pub(super) fn of<'e>(entries: impl Iterator<Item = (usize, &'e ContentsEntry)>) -> EntryLooks {
        let (mut looks, mut holders) = (Vec::new(), HashMap::<u64, Vec<u32>>::new());
        for (place, entry) in entries {
            let index = looks.len() as u32;
            for pair in &entry.pairs().sorted {
                let holding = holders.entry(*pair).or_default();
                if holding.last() != Some(&index) {
                    holding.push(index);
                }
            }
            looks.push(EntryLook::of(place, entry));
        }
        EntryLooks { looks, holders }
    }

    /// Those from a place on.
    pub(super) fn below(&self, behind: usize) -> &[EntryLook] {
        &self.looks[self.looks.partition_point(|look| look.place < behind)..]
    }

    /// Whether an entry from a place on looks like this one and passes a test.
    pub(super) fn any_below(
        &self,
        behind: usize,
        entry: &ContentsEntry,
        mut test: impl FnMut(usize) -> bool,
    ) -> bool {
        let (own, below) = (EntryLook::of(0, entry), self.below(behind));
        let mut is_alike = |look: &EntryLook| own.may_be_alike(look) && test(look.place);
        let (pairs, shared) = (&entry.pairs().sorted, entry.least_shared());
        if below.len() < WORTH_AN_INDEX || shared == 0 {
            return below.iter().any(is_alike);
        }
        // What is alike holds at least one of all pairs but as many as it may lack: the rarest of them find it.
        let first = (self.looks.len() - below.len()) as u32;
        let holding = |pair: &u64| {
            let all = self.holders.get(pair).map_or(&[][..], Vec::as_slice);
            &all[all.partition_point(|index| *index < first)..]
        };
        let mut lists: Vec<&[u32]> = pairs.iter().map(holding).collect();
        lists.sort_unstable_by_key(|list| list.len());
        let rarest = lists[..=pairs.len() - shared].iter().copied().flatten();
        rarest.into_iter().any(|index| is_alike(&self.looks[*index as usize]))
    }
}

/// What tells quickly that two texts are not alike, held close together for many of them.
pub(super) struct EntryLook {
    place: usize,
    number: Option<u32>,
    /// Bytes of the text, and pairs of letters in it.
    bytes: u32,
    pairs: u32,
    bits: u128,
}

impl EntryLook {
    fn of(place: usize, entry: &ContentsEntry) -> EntryLook {
        let pairs = entry.pairs();
        EntryLook {
            place,
            number: entry.number,
            bytes: entry.text.len() as u32,
            pairs: pairs.sorted.len() as u32,
            bits: pairs.bits,
        }
    }

    /// Whether two texts may be alike: no number speaks against it, nor their lengths and pairs of letters.
    fn may_be_alike(&self, other: &EntryLook) -> bool {
        let numbers_differ = self.number.is_some() && other.number.is_some() && self.number != other.number;
        if numbers_differ || self.bytes.min(other.bytes) * 3 < self.bytes.max(other.bytes) {
            return false;
        }
        let (missing, added) = (self.bits & !other.bits, other.bits & !self.bits);
        if missing == 0 || added == 0 {
            return true;
        }
        let (all, least) = ((self.pairs + other.pairs).max(1) as f32, least(self.number, other.number));
        let may_share = |most: u32| 2.0 * most as f32 / all >= least;
        // The bits are counted half by half, and only where the lengths leave it open.
        may_share(self.pairs.min(other.pairs))
            && may_share(self.pairs - (missing as u64).count_ones())
            && may_share(self.pairs - missing.count_ones())
            && may_share(other.pairs - added.count_ones())
    }
}

/// Whether two texts that may be alike are.
pub(super) fn alike(one: &ContentsEntry, other: &ContentsEntry) -> bool {
    let (short, long) = if one.text.len() < other.text.len() { (one, other) } else { (other, one) };
    short.pairs().share(long.pairs()) >= least(one.number, other.number)
        || short.text.len() * 2 >= long.text.len() && long.text.contains(&*short.text)
}

/// The least share of pairs of letters that two texts have in common if they are alike.
fn least(one: Option<u32>, other: Option<u32>) -> f32 {
    if one.is_some() && one == other { ALIKE_WITH_NUMBER } else { ALIKE }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(line: usize, text: &str, number: Option<u32>) -> ContentsEntry {
        ContentsEntry {
            line,
            number,
            text: text.to_owned(),
            heading: false,
            stands: true,
            link: false,
            answered: false,
            pairs: OnceCell::new(),
        }
    }

    #[test]
    fn the_index_finds_what_a_look_at_each_finds() {
        let words = [
            "what",
            "does",
            "the",
            "layer",
            "do",
            "池化",
            "的作用",
            "是什么",
            "a",
            "归一化",
            "gradient",
            "为何",
        ];
        let text = |seed: usize| -> String {
            (0..seed % 6 + (seed % 7).min(1))
                .map(|at| words[(seed / 3 + at * (seed % 5 + 1)) % words.len()])
                .collect()
        };
        let number = |seed: usize| [None, Some((seed % 9) as u32)][seed % 2];
        let entries: Vec<ContentsEntry> =
            (0..400).map(|seed| entry(seed, &text(seed), number(seed / 2))).collect();
        let looks = EntryLooks::of(entries.iter().enumerate());
        let mut found = 0;
        for (place, entry) in entries.iter().enumerate() {
            for behind in [0, place + 1, 300] {
                let own = EntryLook::of(place, entry);
                let of_each = looks.below(behind).iter().any(|look| {
                    own.may_be_alike(look) && look.place != place && alike(entry, &entries[look.place])
                });
                let of_index =
                    looks.any_below(behind, entry, |other| other != place && alike(entry, &entries[other]));
                assert_eq!(of_index, of_each, "{} behind {behind}", entry.text);
                found += usize::from(of_each);
            }
        }
        assert!(found > 100 && found < 1200, "{found}");
    }
}
