//! Numbered questions: `1.text`, `1、text`, `（1）text`, `一、text`, `第1题`, `1.2 text`, also as headings
//! or in bold.
//!
//! One line's look proves nothing, since answers have numbered lists of their own. What makes a
//! question is the running sequence over the whole file: of all chains of numbers that count upwards,
//! the one whose lines ask most is the list of questions, and the rest are points of answers.

mod back;
mod candidate;
mod chain;
mod mixed;
mod moved;

use super::super::ask::Asking;
use super::super::page::{Page, mark};
use super::super::proof::{ASKS, PROVED, are_entries};
use super::super::refine::unfolded;
use super::super::stem::Delimiter;
use super::super::style::{Question, Reading, Style, extent};
pub(in crate::import) use candidate::chapter_above;
use candidate::{Candidate, Set, candidates, line_above, outline_above};
use chain::{Chain, best_chain, gaps};
use std::collections::BTreeMap;

pub(in crate::import) const STYLE: Style = Style {
    name: "numbered",
    about: "numbers that count through the whole file are questions, other numbered lines are points",
    sample: "1.池化的作用是什么？\n（1）降维\n（2）不变性\n\n2.什么是卷积？\n1）局部连接\n2）共享参数\n3.什么是RNN？\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let all = candidates(page);
    let mut families: BTreeMap<Family, Vec<Candidate>> = BTreeMap::new();
    for candidate in all.iter().copied() {
        // An item nested in another one belongs to a list of its own.
        let nested = candidate.set == Set::Indented && page.item(candidate.line as usize) > 1;
        for family in Family::of(&candidate).into_iter().flatten().skip(usize::from(nested)) {
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
        let is_all_of = |other: Family| families.get(&other).is_some_and(|all| all.len() == candidates.len());
        let whole = match family {
            Family::All(_) => false,
            Family::Set(delimiter, _) => is_all_of(Family::All(delimiter)),
            Family::Margin(delimiter) => is_all_of(Family::Set(delimiter, Set::Plain)),
        };
        let hopeless = best.as_ref().is_some_and(|(best, chain)| {
            best.doubt.is_none()
                && !is_nested(page, chain)
                && best_fit(weight, page.asked, candidates.len()) < best.fit
        });
        if whole || hopeless {
            continue;
        }
        let chain = best_chain(candidates);
        let reading = weighed(page, &chain);
        let whole = moved::whole(page, candidates, &chain).map(|chain| (weighed(page, &chain), chain));
        let (reading, chain) = match whole.filter(|(whole, _)| whole.doubt.is_none()) {
            Some(whole) => whole,
            None => (reading, chain),
        };
        if best.as_ref().is_none_or(|(other, old)| {
            let (inner, outer) = (is_nested(page, &chain), is_nested(page, old));
            match (inner, outer) {
                // What is nested in questions follows them.
                (true, false) if all_ask(other) => false,
                (false, true) if all_ask(&reading) => true,
                _ => better((&reading, &chain), (other, old)),
            }
        }) {
            best = Some((reading, chain));
        }
    }
    let Some((mut reading, mut chain)) = best else { return Reading::default() };
    if let Some(longer) = mixed::extended(&all, &chain).filter(|_| !chain.moved) {
        let other = weighed(page, &longer);
        if (other.doubt.is_none(), other.fit) >= (reading.doubt.is_none(), reading.fit - AS_GOOD) {
            (reading, chain) = (other, longer);
        }
    }
    // What stands in a list is one of its questions, whether it asks or not.
    if let Some(longer) = back::completed(page, &all, &chain).filter(|_| !chain.moved) {
        let other = weighed(page, &longer);
        if other.doubt.is_none() {
            (reading, chain) = (other, longer);
        }
    }
    reading.diagnostics = gaps(&chain);
    reading.is_moved = chain.moved;
    // One numbered line is no sequence, yet a file may hold a single question.
    if chain.links.len() < 2 {
        reading.fit *= 0.5;
    }
    reading
}

/// A longer list may fit so much less and is taken.
const AS_GOOD: f32 = 0.05;

/// The lists in stretches of a page that begin with 1 and mostly ask, in whatever way each is numbered.
pub(in crate::import) fn lists_within(page: &Page<'_>, stretches: &[(usize, usize)]) -> Vec<Question> {
    let is_counted = |(first, last): &(usize, usize)| {
        (*first..=*last).filter(|line| page.has(*line, mark::NUMBER)).take(FEWEST_WITHIN).count()
            == FEWEST_WITHIN
    };
    let mut stretches = stretches.iter().filter(|stretch| is_counted(stretch)).peekable();
    if stretches.peek().is_none() {
        return Vec::new();
    }
    let candidates = candidates(page);
    let place = |line: usize| candidates.partition_point(|candidate| (candidate.line as usize) < line);
    let mut found = Vec::new();
    for (first, last) in stretches {
        let mut families: BTreeMap<Delimiter, Vec<Candidate>> = BTreeMap::new();
        for candidate in &candidates[place(*first)..place(*last + 1)] {
            families.entry(candidate.delimiter).or_default().push(*candidate);
        }
        let asking = |chain: &Chain| {
            chain.links.iter().filter(|link| page.asks(link.line as usize) > Asking::No).count()
        };
        let is_list = |chain: &Chain| {
            chain.links.len() >= FEWEST_WITHIN
                && chain.links[0].number == 1
                && asking(chain) * 5 >= chain.links.len() * 3
        };
        let chains = families.values().map(|candidates| best_chain(candidates));
        let Some(chain) = chains.filter(is_list).max_by_key(asking) else { continue };
        found.extend(chain.links.iter().map(|link| {
            let mut question = link.question(page);
            (question.text, question.limit) = (link.text(page), *last);
            question
        }));
    }
    found
}

/// Fewer numbered lines in a stretch are no list.
const FEWEST_WITHIN: usize = 3;

/// Whether all lines of a chain are nested in other items.
fn is_nested(page: &Page<'_>, chain: &Chain) -> bool {
    chain.links.iter().all(|link| link.set == Set::Indented && page.item(link.line as usize) > 1)
}

/// Whether these are several questions that all ask.
fn all_ask(reading: &Reading) -> bool {
    let evidence = &reading.evidence;
    reading.doubt.is_none() && evidence.count > 1 && evidence.asking == evidence.count
}

/// What a chain makes as questions; with sub-questions in the place of their stems where that fits better.
fn weighed(page: &Page<'_>, chain: &Chain) -> Reading {
    let bare = chain.links.iter().map(|link| link.question(page)).collect();
    let mut reading = Reading::weighed(page, bare);
    let whole = is_the_whole_file(page, &reading, chain);
    for (question, link) in reading.questions.iter_mut().zip(&chain.links) {
        question.text = link.text(page);
    }
    mark_chapters(page, &mut reading, chain);
    if let Some(unfolded) = unfolded(page, &reading.questions) {
        let chapters = std::mem::take(&mut reading.chapters);
        let mut other = Reading { chapters, ..Reading::weighed(page, unfolded) };
        if other.doubt.is_some() && (whole || reading.evidence.has_pattern()) {
            other = other.trusted();
            other.fit = other.fit.max(reading.fit);
        }
        return other;
    }
    reading.questions =
        std::mem::take(&mut reading.questions).into_iter().map(|question| question.unwrapped(page)).collect();
    if reading.doubt.is_some() && whole { reading.trusted() } else { reading }
}

/// How well a family of so many lines can fit at most, which weigh so much of all that ask.
fn best_fit(weight: f32, asked: f32, count: usize) -> f32 {
    let recall = if asked > 0.0 { (weight / asked).min(1.0) } else { 1.0 };
    let words = ASKS * 2.0 * recall / (1.0 + recall);
    let may_be_proved = asked * (1.0 - recall) <= 0.75 * count as f32;
    if may_be_proved { words.max(PROVED + 0.08) + (1.0 - ASKS) } else { words + (1.0 - ASKS) }
}

/// A line right above a question number 1 heads a chapter, where it stands alone and is short: the card
/// before must not take it. Where the order was changed number 1 stands anywhere, and the card has to keep a line.
fn mark_chapters(page: &Page<'_>, reading: &mut Reading, chain: &Chain) {
    let numbers = || chain.links.iter().map(|link| link.number);
    let mut starts = numbers().zip(&reading.questions).filter(|(number, _)| *number == 1);
    // Where a name stands directly above the first list, it does above each.
    let named = !chain.moved && starts.all(|(_, question)| line_above(page, question.line).is_some());
    for (index, number) in numbers().enumerate() {
        let line = reading.questions[index].line;
        let restarts = number == 1;
        let free = index.checked_sub(1).map_or(0, |before| reading.questions[before].last_line);
        if !restarts {
            continue;
        }
        let above = || line_above(page, line).filter(|above| named && *above > free);
        let is_apart = |chapter: &usize| {
            !chain.moved || index == 0 || (free + 1..*chapter).any(|between| !page.is_furniture(between))
        };
        let Some(chapter) = chapter_above(page, free + 1, line).or_else(above).filter(is_apart) else {
            continue;
        };
        let heads = outline_above(page, free + 1, chapter);
        if let Some(before) = index.checked_sub(1) {
            reading.questions[before].limit = heads[0] - 1;
        }
        reading.chapters.extend(heads);
    }
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
    let start = first.line as usize;
    let lowest =
        if chain.moved { chain.links.iter().map(|link| link.number).min() } else { Some(first.number) };
    let begins = lowest.is_some_and(|lowest| lowest <= 1);
    let is_short = |line: usize| {
        let text = page.line(line).trim();
        text.chars().count() <= 40 && !text.ends_with(['.', '。', ':', '：', ',', '，', ';', '；'])
    };
    let title = (1..start).filter(|line| page.level(*line).is_some()).count();
    let above: Vec<usize> = (1..start).filter(|line| !page.is_furniture(*line)).collect();
    let has_title =
        above.len() == title || (above.len() == 1 && is_short(above[0]) && !page.has(above[0], mark::NUMBER));
    let (answered, covered) = extent(page, &reading.questions);
    // Steps of a recipe have nothing below them, or only what is nested in the list.
    let outside = |link: &&Candidate| {
        let below = link.line as usize + 1;
        let next = (below..=page.len()).find(|line| !page.is_blank(*line));
        next.is_some_and(|line| !page.line(line).starts_with([' ', '\t']))
    };
    let open = chain.links.iter().filter(outside).count();
    let mut own: Vec<usize> = chain.links.iter().map(|link| link.line as usize).collect();
    own.sort_unstable();
    let is_own = |line: usize| own.binary_search(&line).is_ok();
    let headings = (start..=page.len()).filter(|line| page.level(*line).is_some() && !is_own(*line)).count();
    // Numbers that run on over chapters count cards: steps begin anew in each.
    let restarts = chain.links.windows(2).any(|pair| pair[1].number <= pair[0].number);
    let runs_on = title > 1 && !restarts && begins && chain.links.len() > 3;
    // A few numbered chapters are those of any text.
    let few = if page.promises || page.promises_terms { 4 } else { 8 };
    let is_outline = chain.links.iter().all(|link| link.look.heading) && chain.links.len() < few;
    !page.is_law()
        && !are_entries(page, &reading.questions)
        && (!is_outline || chain.links.iter().any(|link| page.asks(link.line as usize) > Asking::No))
        && (begins || chain.links.len() > 5)
        && (headings == 0 || (runs_on && headings * 2 <= chain.links.len()))
        && has_title
        && (title <= 1 || runs_on)
        && covered + above.len() + headings >= page.told
        && answered * 2 >= chain.links.len()
        && (open * 2 >= chain.links.len() || (runs_on && answered == chain.links.len()))
}

/// Which candidates may form one list. Several readings are tried, since authors mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// All with the same delimiter, set as they may be.
    All(Delimiter),
    /// Only those set in one way: headings of one level, bold lines, plain lines.
    Set(Delimiter, Set),
    /// Only plain lines at the very margin: a blank before a number sets points apart.
    Margin(Delimiter),
}

impl Family {
    fn of(candidate: &Candidate) -> [Option<Family>; 3] {
        let Candidate { delimiter, set, look, .. } = *candidate;
        let is_at_margin = set == Set::Plain && look.indent == 0;
        [
            Some(Family::All(delimiter)),
            Some(Family::Set(delimiter, set)),
            is_at_margin.then_some(Family::Margin(delimiter)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages with the lines their questions stand on.
    #[test]
    fn the_running_sequence_makes_the_questions() {
        let rows: [(&str, &str, &[usize]); 29] = [
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
            ("another sign from here on", "1、a？\nx\n\n2、b？\nx\n\n3.c？\nx\n\n4.d？\nx\n", &[1, 4, 7, 10]),
            ("another sign in between", "1. a?\nx\n2) b?\nx\n3. c?\nx\n4: d?\nx\n", &[1, 3, 5, 7]),
            (
                "points with the other sign",
                "1、a？\n1.x\n2.y\n3.z\n\n2、b？\n1.x\n2.y\n\n3、c？\nx\n",
                &[1, 6, 10],
            ),
            (
                "Chinese numbers, then figures",
                "一、a？\nx\n二、b？\nx\n3、c？\nx\n4. d？\nx\n（5）e？\nx\n",
                &[1, 3, 5, 7, 9],
            ),
            (
                "chapters in between",
                "一、基础\n\n1. a？\nx\n\n二、进阶\n\n1. b？\nx\n2. c？\nx\n",
                &[3, 8, 10],
            ),
            (
                "a sign for each",
                "1、a？\nx\n2. b\nx\n③ c？\nx\n（4）d\n- x\n5）e？\nx\nQ6：f？\nx\n第7题 g\nx\n",
                &[1, 3, 5, 7, 9, 11, 13],
            ),
            (
                "signs above the longest part",
                "1、a？\nx\n2. b\nx\n3. c？\nx\nQ4：d\n- x\n第5题 e？\nx\n",
                &[1, 3, 5, 7, 9],
            ),
            ("points in circles", "1. a？\n① x\n② y\n③ z\n2. b？\n① x\n② y\n3. c？\nx\n", &[1, 5, 8]),
            ("a point that repeats a number", "1、a？\n2) x\n\n2、b？\nx\n\n3、c？\nx\n", &[1, 4, 7]),
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
        let told: Vec<(usize, String)> = reading
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.line, diagnostic.message.to_string()))
            .collect();
        assert_eq!(
            told,
            [(5, "number 2 again, after line 3"), (7, "numbers 3 to 4 are missing: 2 stands on line 5")]
                .map(|(line, text)| (line, text.to_owned()))
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
