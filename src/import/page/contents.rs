//! Tables of contents: lists of lines that stand again further down, in any form and worded a hair
//! differently.

mod entry;

use super::{ANCHOR, ASKING, LINK, LineKind, Page, mark, plain_text};
use entry::{ContentsEntry, EntryLooks, alike};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// So many comparisons of texts are made at most.
const MOST_COMPARED: usize = 400_000;
/// So many entries are looked at in all, below all blocks that might list them.
const MOST_SEEN: usize = 2_000_000;

impl Page<'_> {
    /// Marks the lines of tables of contents as links to places in the file, and those that only look
    /// like such links as what they are.
    pub(super) fn mark_contents(&mut self) {
        let blocks = self.blocks_of_entries();
        let mut found = Vec::new();
        if !blocks.is_empty() {
            let entries = self.entries();
            let index = ContentsIndex::new(&entries);
            let most = MOST_SEEN.div_ceil(entries.len().max(1));
            for block in blocks.iter().take(most) {
                found.extend(index.repeated(block));
            }
            let found: HashSet<usize> = found.iter().copied().collect();
            self.revive(&entries, &found);
        }
        for line in &found {
            let line = &mut self.lines[line - 1];
            line.traits = (line.traits | ANCHOR | LINK) & !ASKING;
        }
        for line in &mut self.lines {
            if line.traits & ANCHOR != 0 && !matches!(line.kind, LineKind::Heading(_)) {
                line.traits &= !ASKING;
            }
        }
    }

    /// Links to places in the file are entries of the body where a table of contents lists them.
    fn revive(&mut self, entries: &[ContentsEntry], found: &HashSet<usize>) {
        let listed: HashSet<&str> =
            entries.iter().filter(|entry| found.contains(&entry.line)).map(|entry| &*entry.text).collect();
        let anchors = found.iter().filter(|line| self.is_anchor(**line)).count();
        if anchors < 2 {
            return;
        }
        let last = found.iter().max().copied().unwrap_or(0);
        for entry in entries {
            let is_body = entry.line > last || listed.contains(&*entry.text);
            if is_body && !found.contains(&entry.line) && self.is_anchor(entry.line) {
                self.lines[entry.line - 1].traits &= !(ANCHOR | LINK);
            }
        }
    }

    /// Runs of lines that stand out, with nothing between them but blank lines, rules and headings.
    fn blocks_of_entries(&self) -> Vec<Range<usize>> {
        let mut blocks = Vec::new();
        let (mut first, mut last, mut count) = (0, 0, 0);
        // Entries since the last heading, and the block without them: one alone that a text follows is none.
        let (mut group, mut before, mut parted) = (0, (0, 0), false);
        let mut close = |first: usize, last: usize, count: usize| {
            if count > 1 {
                blocks.push(first..last + 1);
            }
        };
        for line in 1..=self.len() {
            if self.is_entry(line) {
                // What it lists begins at once, without anything between.
                if count > 1 && self.has(line, mark::NUMBER) && self.begins_as(line, first) {
                    close(first, last, count);
                    count = 0;
                }
                if count == 0 {
                    (first, group, before) = (line, 0, (0, 0));
                } else if parted {
                    (group, before) = (0, (last, count));
                }
                (last, count, group, parted) = (line, count + 1, group + 1, false);
            } else if self.level(line).is_some() {
                parted = true;
            } else if count > 0 && !self.is_furniture(line) {
                let (last, all) = if group == 1 && before.1 > 0 { before } else { (last, count) };
                close(first, last, all);
                (count, parted) = (0, false);
            }
        }
        close(first, last, count);
        blocks
    }

    /// Whether a numbered line says the same as another one, or bears its number and holds its text.
    fn begins_as(&self, line: usize, first: usize) -> bool {
        let (this, first) = (self.stem(line), self.stem(first));
        this.text == first.text || this.number == first.number && this.text.contains(first.text)
    }

    fn is_entry(&self, line: usize) -> bool {
        let marks = mark::NUMBER | mark::BULLET | mark::QUESTION;
        let listed = self.has(line, marks) || self.is_link(line);
        // An answer is no entry, and what has one is none either.
        listed
            && !self.labels_answer(line)
            && self.level(line).is_none()
            && matches!(self.kind(line), LineKind::Text | LineKind::Quote)
    }

    /// All lines that stand out, with their texts.
    fn entries(&self) -> Vec<ContentsEntry> {
        let stands_out = |line: &usize| {
            (self.has(*line, mark::NUMBER | mark::BULLET | mark::QUESTION | mark::WHOLE)
                || self.is_link(*line)
                || self.level(*line).is_some())
                && !self.is_hidden(*line)
                && self.line(*line).len() < 1000
        };
        let is_answered = |line: usize| {
            let below = (line + 1..=self.len()).find(|line| !self.is_furniture(*line));
            below.is_some_and(|line| !self.is_entry(line) && self.level(line).is_none())
        };
        let entry = |line: usize| {
            let heading = self.level(line).is_some();
            let stem = if heading { self.heading_stem(line) } else { self.stem(line) };
            let stands = heading || self.has(line, mark::WHOLE | mark::QUESTION) || self.is_link(line);
            let (number, text) = (stem.number_of_heading(), folded(stem.text));
            ContentsEntry {
                line,
                number,
                text,
                heading,
                stands,
                link: self.is_link(line),
                answered: is_answered(line),
                pairs: OnceCell::new(),
            }
        };
        (1..=self.len()).filter(stands_out).map(entry).filter(|entry| !entry.text.is_empty()).collect()
    }
}

/// Letters and digits of what a text shows, folded.
fn folded(text: &str) -> String {
    let plain = plain_text(text);
    let mut folded = String::with_capacity(plain.len().min(360));
    let mut left = 120usize;
    for letter in plain.chars() {
        match letter {
            '\u{4e00}'..='\u{9fff}' => folded.push(letter),
            _ if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
            // Signs of Chinese; the tables of Unicode are slow.
            '\u{3000}'..='\u{3003}'
            | '\u{3008}'..='\u{3020}'
            | '\u{ff00}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' => continue,
            _ if !letter.is_ascii() && letter.is_alphanumeric() => folded.extend(letter.to_lowercase()),
            _ => continue,
        }
        left -= 1;
        if left == 0 {
            break;
        }
    }
    folded
}

/// The entries of a page, and where each text and number stands last: what stands below a block is looked up,
/// not gathered anew for every block.
struct ContentsIndex<'e> {
    entries: &'e [ContentsEntry],
    /// The last place of a text, of all entries and of those that stand out.
    last: HashMap<&'e str, usize>,
    last_standing: HashMap<&'e str, usize>,
    /// The last place of a number with its text, and all places of a number, where a text of its own follows.
    last_answered: HashMap<(u32, &'e str), usize>,
    answered: HashMap<u32, Vec<usize>>,
    /// What all entries look like, and those that stand out, in the order of the page.
    looks: OnceCell<EntryLooks>,
    standing_looks: OnceCell<EntryLooks>,
}

impl<'e> ContentsIndex<'e> {
    fn new(entries: &'e [ContentsEntry]) -> Self {
        let mut index = ContentsIndex {
            entries,
            last: HashMap::with_capacity(entries.len()),
            last_standing: HashMap::new(),
            last_answered: HashMap::new(),
            answered: HashMap::new(),
            looks: OnceCell::new(),
            standing_looks: OnceCell::new(),
        };
        for (place, entry) in entries.iter().enumerate() {
            index.last.insert(&entry.text, place);
            if entry.stands {
                index.last_standing.insert(&entry.text, place);
            }
            if let (true, Some(number)) = (entry.answered, entry.number) {
                index.last_answered.insert((number, &entry.text), place);
                index.answered.entry(number).or_default().push(place);
            }
        }
        index
    }

    /// What all entries look like, or those that stand out.
    fn looks(&self, any: bool) -> &EntryLooks {
        let held = if any { &self.looks } else { &self.standing_looks };
        held.get_or_init(|| {
            let entries = self.entries.iter().enumerate().filter(|(_, entry)| any || entry.stands);
            EntryLooks::of(entries)
        })
    }

    /// The lines of a block that is a table of contents: most of them stand again further down.
    fn repeated(&self, block: &Range<usize>) -> Vec<usize> {
        let from = self.entries.partition_point(|entry| entry.line < block.start);
        let behind = self.entries.partition_point(|entry| entry.line < block.end);
        let own: Vec<&ContentsEntry> =
            self.entries[from..behind].iter().filter(|entry| !entry.heading).collect();
        if behind == self.entries.len() || own.len() < 2 {
            return Vec::new();
        }
        if own.iter().all(|entry| !entry.answered || entry.line + 1 == block.end)
            && own.iter().all(|entry| self.is_listed_anew(entry, behind))
        {
            return own.iter().map(|entry| entry.line).collect();
        }
        // Points such as "Pros" and "Cons" repeat too, but not as headings or links.
        let long = own.iter().map(|entry| entry.text.chars().count()).sum::<usize>() >= own.len() * 6;
        let all_links = own.iter().all(|entry| entry.link);
        let any = all_links || (own.len() > 4 && long && own.iter().all(|entry| entry.number.is_some()));
        let last = if any { &self.last } else { &self.last_standing };
        let (mut same, others): (Vec<&ContentsEntry>, Vec<&ContentsEntry>) = own
            .iter()
            .copied()
            .partition(|entry| last.get(&*entry.text).is_some_and(|place| *place >= behind));
        let exact = same.len();
        let looks = if others.is_empty() { None } else { Some(self.looks(any)) };
        let below = looks.map_or(0, |looks| looks.below(behind).len());
        if others.len() * below <= MOST_COMPARED {
            let taken: HashSet<&str> = same.iter().map(|entry| &*entry.text).collect();
            let is_free = |other: &ContentsEntry| !taken.contains(&*other.text);
            // Where nearly all links stand again below, one that does not is worded in another way.
            let links = exact * 10 >= own.len() * 9 && all_links;
            let mut left = others.len();
            for entry in others {
                // A list of which too few stand again is none, however the rest is worded.
                if !is_most(same.len() + left, own.len()) {
                    break;
                }
                left -= 1;
                let is_alike = |place: usize| {
                    let other = &self.entries[place];
                    alike(entry, other) && is_free(other)
                };
                if links || looks.is_some_and(|looks| looks.any_below(behind, entry, is_alike)) {
                    same.push(entry);
                }
            }
        }
        let enough = is_most(same.len(), own.len()) && same.len() > 1;
        if enough { same.iter().map(|entry| entry.line).collect() } else { Vec::new() }
    }

    /// Whether a numbered line stands again from a place on under its number, there with a text.
    fn is_listed_anew(&self, entry: &ContentsEntry, behind: usize) -> bool {
        let Some(number) = entry.number else { return false };
        if self.last_answered.get(&(number, &*entry.text)).is_some_and(|place| *place >= behind) {
            return true;
        }
        let Some(places) = self.answered.get(&number) else { return false };
        let first = places.get(places.partition_point(|place| *place < behind));
        first.is_some_and(|place| shortens(&entry.text, &self.entries[*place].text))
    }
}

fn is_most(same: usize, all: usize) -> bool {
    same * 5 >= all * 3
}

/// Whether a text says nothing but a part of another one: nearly all its pairs of letters are in that.
fn shortens(short: &str, long: &str) -> bool {
    short.chars().count() > 1
        && short.len() < long.len()
        && (long.contains(short) || shared(short, long) >= 0.8)
}

/// The share of a text's pairs of letters that another one has too.
fn shared(one: &str, other: &str) -> f32 {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let theirs: HashSet<(char, char)> = pairs(other).into_iter().collect();
    let own = pairs(one);
    own.iter().filter(|pair| theirs.contains(pair)).count() as f32 / own.len().max(1) as f32
}
