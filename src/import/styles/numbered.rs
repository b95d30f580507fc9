//! Numbered questions: `1.text`, `1、text`, `（1）text`, `一、text`, `第1题`, `1.2 text`, also as headings
//! or in bold.
//!
//! One line's look proves nothing, since answers have numbered lists of their own. What makes a
//! question is the running sequence over the whole file: of all chains of numbers that count upwards,
//! the one whose lines ask most is the list of questions, and the rest are points of answers.

use super::super::ask::Asking;
use super::super::diagnostic::Diagnostic;
use super::super::page::{Kind, Page, mark};
use super::super::stem::{Bold, Delimiter, Label, Number, bare_number};
use super::super::style::{Question, Reading, Style, extent};
use std::collections::{BTreeMap, HashSet};

pub(in crate::import) const STYLE: Style = Style {
    name: "numbered",
    about: "numbers that count through the whole file are questions, other numbered lines are points",
    sample: "1.池化的作用是什么？\n（1）降维\n（2）不变性\n\n2.什么是卷积？\n1）局部连接\n2）共享参数\n3.什么是RNN？\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let candidates = candidates(page);
    let mut families: BTreeMap<Family, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        for family in Family::of(&candidate) {
            families.entry(family).or_default().push(candidate);
        }
    }
    let weight = |candidates: &[Candidate]| -> f32 {
        candidates.iter().map(|candidate| page.asks(candidate.line as usize).weight()).sum()
    };
    let mut order: Vec<(f32, Family)> =
        families.iter().map(|(family, candidates)| (weight(candidates), *family)).collect();
    order.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut best: Option<(Reading, Chain)> = None;
    for (weight, family) in order {
        let candidates = &families[&family];
        // A family that is all of another one gives nothing new, nor does one that asks too little.
        let whole = matches!(family, Family::Set(delimiter, _) if families[&Family::All(delimiter)].len() == candidates.len());
        let hopeless = best
            .as_ref()
            .is_some_and(|(best, _)| best.doubt.is_none() && best_fit(weight, page.asked) < best.fit);
        if whole || hopeless {
            continue;
        }
        let chain = best_chain(candidates);
        let questions = chain.links.iter().map(|link| link.question(page)).collect();
        let mut reading = Reading::weighed(page, questions);
        if reading.doubt.is_some() && is_the_whole_file(page, &reading, &chain) {
            reading = reading.trusted();
        }
        if best.as_ref().is_none_or(|(other, old)| better((&reading, &chain), (other, old))) {
            best = Some((reading, chain));
        }
    }
    let Some((mut reading, chain)) = best else { return Reading::default() };
    for (question, link) in reading.questions.iter_mut().zip(&chain.links) {
        question.text = match link.delimiter {
            Delimiter::Bare => {
                let text = page.heading_stem(question.line).question();
                bare_number(&text).map_or(text.clone(), |(_, rest)| rest.to_owned())
            }
            _ => page.stem(question.line).question(),
        };
    }
    reading.questions =
        std::mem::take(&mut reading.questions).into_iter().map(|question| question.unwrapped(page)).collect();
    let numbers: Vec<u32> = chain.links.iter().map(|link| link.number).collect();
    mark_chapters(page, &mut reading, &numbers);
    reading.diagnostics = gaps(&chain.links);
    // One numbered line is no sequence, yet a file may hold a single question.
    if chain.links.len() < 2 {
        reading.fit *= 0.5;
    }
    reading
}

/// How well a family can fit at most, whose lines weigh so much of all that ask.
fn best_fit(weight: f32, asked: f32) -> f32 {
    let recall = if asked > 0.0 { (weight / asked).min(1.0) } else { 1.0 };
    2.0 * recall / (1.0 + recall)
}

/// A line right above a question number 1 heads a chapter, where it stands alone and is short: the card
/// before must not take it.
fn mark_chapters(page: &Page<'_>, reading: &mut Reading, numbers: &[u32]) {
    for (index, number) in numbers.iter().enumerate() {
        let line = reading.questions[index].line;
        let restarts = *number == 1;
        let free = index.checked_sub(1).map_or(0, |before| reading.questions[before].last_line);
        if !restarts {
            continue;
        }
        let Some(chapter) = chapter_above(page, free + 1, line) else { continue };
        reading.chapters.push(chapter);
        if let Some(before) = index.checked_sub(1) {
            reading.questions[before].limit = chapter - 1;
        }
    }
}

/// The line from `first` on that stands right above this one and heads a chapter.
fn chapter_above(page: &Page<'_>, first: usize, line: usize) -> Option<usize> {
    let above = (first..line).rev().take(3).find(|above| !page.is_blank(*above));
    above.filter(|above| heads_chapter(page, *above))
}

fn heads_chapter(page: &Page<'_>, line: usize) -> bool {
    if page.kind(line) != Kind::Text || page.item(line) > 0 || (line > 1 && !page.is_furniture(line - 1)) {
        return false;
    }
    let stem = page.stem(line);
    let numbered = stem.number.is_some_and(|number| number.delimiter == Delimiter::Han);
    let text = stem.text.trim_end();
    let short = stem.text.chars().count() <= 20
        && !text.ends_with(['。', '.', '；', ';', '，', ',', '、', '！', '!']);
    stem.indent == 0 && (numbered || stem.bold == Bold::Whole || short)
}

fn better(one: (&Reading, &Chain), other: (&Reading, &Chain)) -> bool {
    let rank = |(reading, chain): (&Reading, &Chain)| {
        // The outermost numbering opens the file, so of equal chains the earlier one is it.
        let first = chain.links.first().map_or(u32::MAX, |link| link.line);
        (reading.doubt.is_none(), reading.fit, chain.links.len(), std::cmp::Reverse(first))
    };
    rank(one) > rank(other)
}

/// Notes that are nothing but numbered entries with text below, though few of them ask: each heading
/// and every other line belongs to an entry.
fn is_the_whole_file(page: &Page<'_>, reading: &Reading, chain: &Chain) -> bool {
    let Some(first) = chain.links.first() else { return false };
    let title = (1..first.line as usize).filter(|line| page.level(*line).is_some()).count();
    let above = (1..first.line as usize).filter(|line| !page.is_furniture(*line)).count();
    let (answered, covered) = extent(page, &reading.questions);
    // Steps of a recipe have nothing below them, or only what is nested in the list.
    let outside = |link: &&Candidate| {
        let below = link.line as usize + 1;
        let next = (below..=page.len()).find(|line| !page.is_blank(*line));
        next.is_some_and(|line| !page.line(line).starts_with([' ', '\t']))
    };
    let open = chain.links.iter().filter(outside).count();
    let headings = (first.line as usize..=page.len()).any(|line| page.level(line).is_some());
    (first.number <= 1 || chain.links.len() > 5)
        && !headings
        && above == title
        && title <= 1
        && covered + above >= page.told
        && answered * 2 >= chain.links.len()
        && open * 2 >= chain.links.len()
}

/// Which candidates may form one list. Several readings are tried, since authors mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// All with the same delimiter, set as they may be.
    All(Delimiter),
    /// Only those set in one way: headings of one level, bold lines, plain lines.
    Set(Delimiter, Set),
}

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Set {
    Heading(u8),
    Bold,
    Plain,
    Indented,
}

impl Family {
    fn of(candidate: &Candidate) -> [Family; 2] {
        [Family::All(candidate.delimiter), Family::Set(candidate.delimiter, candidate.set)]
    }
}

/// A line that starts with a number.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Candidate {
    line: u32,
    number: u32,
    prefix: u32,
    /// Headings without a number so far: a new chapter may start again from 1.
    chapter: u32,
    delimiter: Delimiter,
    set: Set,
    look: Look,
}

/// How a numbered line looks apart from its number. Questions of one author mostly look alike.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    heading: bool,
    bold: bool,
    indent: u8,
    after_blank: bool,
    asks: bool,
    /// A short line that heads a chapter stands right above.
    headed: bool,
}

/// How many settings there are: heading or not, bold or not, indented or not.
const SETTINGS: usize = 8;

impl Look {
    fn setting(&self) -> usize {
        usize::from(self.heading) + 2 * usize::from(self.bold) + 4 * usize::from(self.indent > 0)
    }
}

fn candidates(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut chapter = 0;
    for line in 1..=page.len() {
        let heading = match page.kind(line) {
            Kind::Heading(_) => true,
            Kind::Text => false,
            _ => continue,
        };
        match candidate(page, line, chapter) {
            Some(candidate) => {
                // Chapters may be numbered in another way than questions.
                if heading || matches!(candidate.delimiter, Delimiter::Han) {
                    chapter += 1;
                }
                found.push(candidate);
            }
            None if heading => chapter += 1,
            None => {}
        }
    }
    without_contents(page, found)
}

/// Without the lines of a table of contents: nothing below them, and the same text again further on.
fn without_contents(page: &Page<'_>, candidates: Vec<Candidate>) -> Vec<Candidate> {
    // The lines of a contents count on; a question's first point is numbered in another way.
    let follows = |pair: &[Candidate]| {
        pair[0].delimiter == pair[1].delimiter
            && pair[0].number != pair[1].number
            && (pair[0].line + 1..pair[1].line).all(|line| page.is_blank(line as usize))
    };
    let mut bare: Vec<bool> = candidates.windows(2).map(follows).collect();
    bare.push(false);
    // Points follow one another too, but they do not ask.
    for (bare, candidate) in bare.iter_mut().zip(&candidates) {
        *bare = *bare && page.asks(candidate.line as usize) > Asking::No;
    }
    if !bare.contains(&true) {
        return candidates;
    }
    let text = |candidate: &Candidate| page.stem(candidate.line as usize).text;
    let answered: HashSet<&str> = candidates
        .iter()
        .zip(&bare)
        .filter(|(_, bare)| !**bare)
        .map(|(candidate, _)| text(candidate))
        .collect();
    let repeats = |(candidate, bare): &(Candidate, bool)| *bare && answered.contains(text(candidate));
    candidates.into_iter().zip(bare).filter(|row| !repeats(row)).map(|(candidate, _)| candidate).collect()
}

fn candidate(page: &Page<'_>, line: usize, chapter: u32) -> Option<Candidate> {
    if !page.has(line, mark::NUMBER) || page.is_hidden(line) || page.is_anchor(line) {
        return None;
    }
    let source = page.line(line);
    let stem = page.stem(line);
    let level = page.level(line);
    let bare = || level.and_then(|_| bare_number(page.heading_stem(line).text)).map(|(number, _)| number);
    let Number { value, prefix, delimiter } = stem.number.or_else(bare)?;
    if stem.text.is_empty() || stem.label == Some(Label::Answer) || value == 0 && delimiter != Delimiter::Dot
    {
        return None;
    }
    let heading = level.is_some() || stem.heading;
    let bold =
        stem.bold != Bold::No || stem.text.len() < source.len() && source.trim_start().starts_with("**");
    let set = match level {
        Some(level) => Set::Heading(level),
        None if bold => Set::Bold,
        None if stem.indent > 1 && !stem.heading => Set::Indented,
        None => Set::Plain,
    };
    let look = Look {
        heading,
        bold,
        indent: u8::try_from(stem.indent).unwrap_or(u8::MAX),
        after_blank: line == 1 || page.is_blank(line - 1),
        asks: page.asks(line) == Asking::Yes,
        headed: value == 1 && chapter_above(page, 1, line).is_some(),
    };
    // A heading with a number is a chapter to those below it, but not to its own kind.
    let line = u32::try_from(line).ok()?;
    Some(Candidate { line, number: value, prefix, chapter, delimiter, set, look })
}

/// A chain of candidates that count upwards.
struct Chain {
    links: Vec<Candidate>,
}

/// How much a number may skip and still belong to the chain.
const LONGEST_GAP: u32 = 12;

/// No candidate.
const NONE: u32 = u32::MAX;

/// The chain of highest score: dynamic programming over the candidates, each of which may follow the
/// best chain that ends one number lower, or a few lower, or in the same number right before it, or
/// may start a new chapter from 1.
fn best_chain(candidates: &[Candidate]) -> Chain {
    let mut scores: Vec<f32> = Vec::with_capacity(candidates.len());
    let mut before: Vec<u32> = Vec::with_capacity(candidates.len());
    // The best chain that ends in a number, for each way its last line is set: a list inside an answer
    // must not push aside the headings around it.
    let highest = candidates.iter().map(|candidate| candidate.number).max().unwrap_or(0) as usize;
    let mut ending_in: Vec<(u8, [u32; SETTINGS])> = vec![(0, [NONE; SETTINGS]); highest + 1];
    let mut best_so_far = NONE;
    // The best chain among the chapters before the one at hand.
    let mut best_of_earlier_chapters = NONE;
    for (index, this) in candidates.iter().enumerate() {
        let new_chapter = index > 0
            && (candidates[index - 1].chapter != this.chapter || candidates[index - 1].prefix != this.prefix);
        if new_chapter {
            best_of_earlier_chapters = best_so_far;
        }
        let mut score = if this.number <= 1 { 1.0 } else { 0.2 };
        let mut from = NONE;
        let mut consider = |previous: u32, gain: f32| {
            if previous != NONE {
                let total = scores[previous as usize]
                    + gain
                    + likeness(&candidates[previous as usize].look, &this.look);
                if total > score {
                    (score, from) = (total, previous);
                }
            }
        };
        for gap in 1..=LONGEST_GAP.min(this.number) {
            let skipped = (gap - 1) as f32;
            let gain = if gap == 1 { 1.0 } else { 0.5 - 0.1 * skipped };
            let (settings, ends) = &ending_in[(this.number - gap) as usize];
            let mut left = *settings;
            while left != 0 {
                consider(ends[left.trailing_zeros() as usize], gain);
                left &= left - 1;
            }
        }
        // A repeated number is an author's slip only where nothing numbered stands between and both
        // lines are set alike.
        if let Some(previous) = index.checked_sub(1).filter(|previous| candidates[*previous].repeats_as(this))
        {
            consider(previous as u32, 0.2);
        }
        if this.number == 1 {
            consider(best_of_earlier_chapters, 1.0);
            // Chapters without a heading: only a line that asks and is set like the last question.
            if this.look.asks
                && best_so_far != NONE
                && candidates[best_so_far as usize].look.is_followed_by(&this.look)
            {
                consider(best_so_far, 0.3);
            }
        }
        scores.push(score);
        before.push(from);
        let (settings, ends) = &mut ending_in[this.number as usize];
        *settings |= 1 << this.look.setting();
        let place = &mut ends[this.look.setting()];
        if *place == NONE || score > scores[*place as usize] {
            *place = index as u32;
        }
        if best_so_far == NONE || score > scores[best_so_far as usize] {
            best_so_far = index as u32;
        }
    }
    let mut links = Vec::new();
    let mut cursor = best_so_far;
    while cursor != NONE {
        links.push(candidates[cursor as usize]);
        cursor = before[cursor as usize];
    }
    links.reverse();
    Chain { links }
}

/// What two numbered lines gain from looking alike; at most 0.5, so that a look never outweighs a
/// number.
fn likeness(one: &Look, other: &Look) -> f32 {
    let same = |equal: bool, weight: f32| if equal { weight } else { 0.0 };
    same(one.heading == other.heading, 0.1)
        + same(one.bold == other.bold, 0.1)
        + same(one.indent == other.indent, 0.1)
        + same(one.after_blank == other.after_blank, 0.1)
        + same(other.asks, 0.05)
        + same(other.after_blank, 0.05)
}

/// Gaps and repeats in the numbering.
fn gaps(links: &[Candidate]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(first) = links.first().filter(|first| first.number > 1) {
        let message = format!("the numbering starts at {}", first.number);
        found.push(Diagnostic::note(
            first.line as usize,
            message,
            "nothing is lost; number from 1 if a question is missing",
        ));
    }
    for pair in links.windows(2) {
        let (before, this) = (&pair[0], &pair[1]);
        if before.prefix != this.prefix {
            continue;
        }
        if this.number == before.number {
            let message = format!("number {} again, after line {}", this.number, before.line);
            found.push(Diagnostic::warning(
                this.line as usize,
                message,
                "both were read as questions; renumber one of them",
            ));
        } else if this.number > before.number + 1 {
            let missing = match this.number - before.number {
                2 => format!("number {} is missing", before.number + 1),
                _ => format!("numbers {} to {} are missing", before.number + 1, this.number - 1),
            };
            let message = format!("{missing}: {} stands on line {}", before.number, before.line);
            found.push(Diagnostic::warning(
                this.line as usize,
                message,
                "nothing is lost; renumber if no question is missing",
            ));
        }
    }
    found
}

impl Look {
    /// Whether a new list of questions may begin with the other line: it looks the same, but for the blank
    /// line below a chapter's name.
    fn is_followed_by(&self, other: &Look) -> bool {
        let after_blank = if other.headed { self.after_blank } else { other.after_blank };
        self.is_like(&Look { after_blank, ..*other })
    }

    fn is_like(&self, other: &Look) -> bool {
        (self.heading, self.bold, self.indent, self.after_blank)
            == (other.heading, other.bold, other.indent, other.after_blank)
    }
}

impl Candidate {
    fn repeats_as(&self, next: &Candidate) -> bool {
        self.number == next.number && self.prefix == next.prefix && self.look.is_like(&next.look)
    }

    fn question(&self, page: &Page<'_>) -> Question {
        // The text is filled in for the chain that wins.
        let line = self.line as usize;
        let mut question = Question::new(page, line, String::new());
        question.sure = page.has(line, mark::QUESTION) || matches!(self.delimiter, Delimiter::Word(_));
        question
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages with the lines their questions stand on.
    #[test]
    fn the_running_sequence_makes_the_questions() {
        let rows: [(&str, &str, &[usize]); 20] = [
            ("no space behind the dot", "1.a\nx\n2.b\n", &[1, 3]),
            ("a heading without a space", "###1.a\nx\n\n2.b\n", &[1, 4]),
            ("questions on consecutive lines", "1.a\n2.b\n3.c\nx\n", &[1, 2, 3]),
            ("points in brackets", "1.a\n（1）x\n（2）y\n2.b\n1）x\n2）y\n3.c\n(1) x\n", &[1, 4, 7]),
            (
                "a list inside an answer",
                "1. a?\n\nx\n\n2. b?\n\n   1. x\n   2. y\n   3. z\n\n3. c?\n\n4. d?\n",
                &[1, 5, 11, 13],
            ),
            (
                "an unindented list inside",
                "1. a?\n\n2. b?\n1. x\n2. y\n3. z\n\n3. c?\n\n4. d?\n",
                &[1, 3, 8, 10],
            ),
            ("versions and decimals", "1.a\n3.14是圆周率\n2.0版\n2.b\n", &[1, 4]),
            ("code", "1.a\n```\n2.x\n```\n2.b\n", &[1, 5]),
            ("a gap and a repeat", "1.a\n\n2.b\n\n2.c\n\n5.d\n", &[1, 3, 5, 7]),
            ("a new chapter", "# A\n1.a\n2.b\n# B\n1.c\n2.d\n", &[2, 3, 5, 6]),
            ("full-width", "１．a\n２．b\n", &[1, 2]),
            ("the Chinese comma", "1、a\n1.x\n2.y\n2、b\n3、c\n", &[1, 4, 5]),
            ("bold", "**1. a?**\n\nx\n\n**2. b?**\n\ny\n", &[1, 5]),
            (
                "numbered chapters",
                "## 1. 基础\n\n1. a?\nx\n2. b?\ny\n\n## 2. 进阶\n\n1. c?\nx\n",
                &[3, 5, 10],
            ),
            (
                "a new list without a heading",
                "1. a?\nx\n\n2. b?\nx\n\n1. c?\nx\n\n2. d?\nx\n",
                &[1, 4, 7, 10],
            ),
            ("Chinese numbers", "一、a？\n1. x\n2. y\n\n二、b？\n1. x\n2. y\n", &[1, 5]),
            ("numbers of parts", "## 1 A\n### 1.1 a?\nx\n### 1.2 b?\nx\n## 2 B\n### 2.1 c?\nx\n", &[2, 4, 7]),
            ("a table of contents", "1. [a?](#a)\n2. [b?](#b)\n\n## 1. a?\nx\n\n## 2. b?\ny\n", &[4, 7]),
            ("words", "第1题：a\nx\n第2题：b\ny\n", &[1, 3]),
            ("headings", "## 1. a\n\n1. x\n2. y\n\n## 2. b\n\n1. x\n\n## 3. c\n", &[1, 6, 10]),
        ];
        for (name, text, lines) in rows {
            let reading = read(&Page::new(text));
            let found: Vec<usize> = reading.questions.iter().map(|question| question.line).collect();
            assert_eq!(found, lines, "{name}");
        }
    }

    #[test]
    fn gaps_and_repeats_are_told() {
        let reading = read(&Page::new("1.a\n\n2.b\n\n2.c\n\n5.d\n"));
        let told: Vec<(usize, &str)> = reading
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.line, diagnostic.message.as_str()))
            .collect();
        assert_eq!(
            told,
            [(5, "number 2 again, after line 3"), (7, "numbers 3 to 4 are missing: 2 stands on line 5")]
        );
    }

    #[test]
    fn a_question_loses_its_number_and_marks_only() {
        for (line, text) in
            [("###1.池化？", "池化？"), ("**2. Why?**", "Why?"), ("3.  C#", "C#"), ("(4) x", "x")]
        {
            assert_eq!(read(&Page::new(line)).questions[0].text, text, "{line}");
        }
    }

    #[test]
    fn a_megabyte_of_numbered_lines_takes_linear_time() {
        let text = "1.\n1. x\n2. y\n".repeat(80_000);
        assert!(!read(&Page::new(&text)).questions.is_empty());
    }
}
