//! Blocks: a line of one form and a text below it, again and again through the whole file, whatever the form is.
//!
//! No list of marks is needed: what begins the lines of questions is found by counting (`◆ `, `02:10 `, `【…】`,
//! `[x] `); or nothing begins them, and rules or blank lines part the blocks, or what answers them is indented.

mod counted;
mod forms;
mod gaps;

use super::super::ask::{Asking, asking};
use super::super::page::{LineKind, Page, mark};
use super::super::style::{Answer, Question, Reading, Style};
use crate::messages::ReadingMessage;
use gaps::may_ask;
use std::collections::HashSet;

pub(in crate::import) const STYLE: Style = Style {
    name: "blocks",
    about: "a line of one form and a text below it come again and again",
    sample: "02:10 pooling\nIt shrinks the map.\n03:45 stride\nThe step of the kernel.\n08:02 卷积\n用一个核扫过整张图。\n09:30 padding\nZeros around it.\n",
    read,
    insisted: read,
};

/// Fewer blocks are no pattern.
const FEWEST: usize = 4;
/// Fewer blocks that only blank lines part are none.
const FEWEST_BARE: usize = 5;
/// Fewer of which each asks.
const FEWEST_ASKING: usize = 3;
/// Fewer paragraphs with an item below each are none.
const FEWEST_IN_TURNS: usize = 6;
/// A question has no more letters.
const LONGEST: usize = 120;

fn read(page: &Page<'_>) -> Reading {
    // Headings are the form of a file that has them; projects describe themselves in such blocks too.
    if page.chapters_of_a_project > 0 || page.form {
        return Reading::default();
    }
    let readings = [
        marked(page),
        weighed(page, counted::counted(page, FEWEST), FEWEST),
        parted(page),
        hanging(page),
        spaced(page),
        apart(page, &gaps::spread(page, FEWEST, LONGEST_BARE)),
        headed(page, &gaps::announced(page, FEWEST, LONGEST_BARE), true),
        headed(page, &gaps::pointed(page, FEWEST, LONGEST_BARE), false),
        headed(page, &gaps::in_turns(page, FEWEST_IN_TURNS), true),
        headed(page, &gaps::optioned(page, FEWEST), true),
    ];
    readings.into_iter().reduce(Reading::or_better).unwrap_or_default()
}

/// Blocks whose first lines begin alike; of a few most have to ask.
fn marked(page: &Page<'_>) -> Reading {
    let questions = forms::marked(page, FEWEST, LONGEST);
    let asks = |question: &&Question| asking(&question.text) > Asking::No;
    if questions.len() < FEWEST && questions.iter().filter(asks).count() * 3 < questions.len() * 2 {
        return Reading::default();
    }
    weighed(page, questions, FEWEST - 1)
}

/// Weighs blocks: they have to fill the file, and nearly each has a text.
fn weighed(page: &Page<'_>, questions: Vec<Question>, fewest: usize) -> Reading {
    if questions.len() < fewest {
        return Reading::default();
    }
    let count = questions.len();
    // Records of named properties: `Files: *`, `License: MIT`.
    if questions.iter().filter(|question| is_property(&question.text)).count() * 2 > count {
        return Reading::default();
    }
    // Names that come again and again are those of who speaks.
    let texts: HashSet<&str> = questions.iter().map(|question| question.text.as_str()).collect();
    if texts.len() * 5 < count * 4 {
        return Reading::default();
    }
    let mut reading = Reading::weighed(page, questions);
    let (_, answered, share) = reading.evidence.counts();
    let asking = reading.questions.iter().filter(|question| asking(&question.text) > Asking::No).count();
    let letters =
        |question: &&Question| question.text.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    let worded = reading.questions.iter().filter(letters).count();
    // What stands above the first question is a title and a few words about the file.
    let above = (1..reading.questions[0].line).filter(|line| !page.is_furniture(*line)).count();
    // Titles are no part of what blocks have to fill.
    let share = share * page.told / page.told.saturating_sub(above.min(TITLES)).max(1);
    if answered * 5 < count * 4 || share < FILLS || worded * 10 < count * 9 || above > count.max(4) {
        return Reading::default();
    }
    if asking == 0 && share < FILLS_WITHOUT_WORDS {
        reading.doubt = reading.doubt.or(Some(ReadingMessage::FewAsk));
        return reading;
    }
    reading.trusted()
}

/// `Name: value`, with a name of one word.
fn is_property(text: &str) -> bool {
    text.split_once(':').is_some_and(|(name, value)| {
        name.starts_with(|letter: char| letter.is_ascii_uppercase())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            && value.starts_with(' ')
            && !value.ends_with(['?', '？'])
    })
}

/// So many lines above the first block are its titles.
const TITLES: usize = 2;

/// The share of the text that blocks fill, in percent, and where nothing asks.
const FILLS: usize = 75;
const FILLS_WITHOUT_WORDS: usize = 85;

/// A line that ends as a sentence of prose does, or in the middle of one.
fn ends_prose(text: &str) -> bool {
    text.trim_end().ends_with(['.', '。', ';', '；', ',', '，', ':', '：', '{', '}', '、'])
}

/// Blocks between rules: the first line of each is its question.
fn parted(page: &Page<'_>) -> Reading {
    let mut starts: Vec<usize> = Vec::new();
    let (mut rules, mut open) = (0usize, true);
    for line in 1..=page.len() {
        if page.is_blank(line) {
            continue;
        }
        if page.level(line).is_some() {
            // The title is no block; other headings are another form.
            if !starts.is_empty() {
                return Reading::default();
            }
            open = true;
        } else if page.kind(line) == LineKind::Rule {
            rules += usize::from(!starts.is_empty());
            open = true;
        } else if open {
            starts.push(line);
            open = false;
        }
    }
    if rules + 1 < FEWEST || starts.len() < FEWEST {
        return Reading::default();
    }
    // A first block of one line is a title.
    if starts.len() > FEWEST && is_single(page, starts[0], starts[1]) {
        starts.remove(0);
    }
    let fits = |line: &usize| may_ask(page, *line, LONGEST) && !ends_prose(page.line(*line));
    if starts.iter().filter(|line| fits(line)).count() * 10 < starts.len() * 9 {
        return Reading::default();
    }
    weighed(page, questions(page, &starts), FEWEST)
}

/// Whether nothing else stands between a line and the next block.
fn is_single(page: &Page<'_>, line: usize, next: usize) -> bool {
    (line + 1..next).all(|below| page.is_furniture(below))
}

fn questions(page: &Page<'_>, starts: &[usize]) -> Vec<Question> {
    let nexts = starts.iter().skip(1).copied().chain([page.len() + 1]);
    let question = |(line, next): (&usize, usize)| {
        let mut question = Question::new(page, *line, page.stem(*line).question());
        question.answer = match page.trimmed(line + 1, next - 1) {
            Some((first, last)) if next > line + 1 => Answer::Lines(first, last),
            _ => Answer::Lines(line + 1, *line),
        };
        question
    };
    starts.iter().zip(nexts).map(question).collect()
}

/// The blocks that begin on these lines.
fn headed(page: &Page<'_>, starts: &[usize], sure: bool) -> Reading {
    let mut questions = questions(page, starts);
    for question in &mut questions {
        let end = question.text.trim_end_matches([':', '：', ' ']).len();
        question.text.truncate(end);
        question.sure = sure;
    }
    weighed(page, questions, FEWEST)
}

/// The blocks that begin on these lines, each maybe with a question of several lines.
fn apart(page: &Page<'_>, starts: &[usize]) -> Reading {
    let mut questions = questions(page, starts);
    for (question, last) in questions.iter_mut().zip(gaps::lasts(page, starts)) {
        let Answer::Lines(_, until) = question.answer else { continue };
        if last > question.line
            && let Some((first, until)) = page.trimmed(last + 1, until)
        {
            question.text = page.slice(question.line, last).trim().to_owned();
            (question.last_line, question.answer) = (last, Answer::Lines(first, until));
        } else {
            let end = question.text.trim_end_matches([':', '：', ' ']).len();
            question.text.truncate(end);
        }
    }
    weighed(page, questions, FEWEST)
}

/// Lines at the margin with an indented text below each.
fn hanging(page: &Page<'_>) -> Reading {
    let mut starts: Vec<usize> = Vec::new();
    let (mut others, mut above) = (0usize, 0usize);
    // Lines that stand free and ask, with nothing below them.
    let mut unanswered: Vec<usize> = Vec::new();
    for line in 1..=page.len() {
        if page.is_furniture(line) {
            continue;
        }
        let source = page.line(line);
        let is_inside = source.starts_with([' ', '\t', '\u{3000}']);
        // Items and code at the margin go on with an answer.
        let goes_on = !starts.is_empty() && page.has(line, mark::BULLET);
        if is_inside || goes_on || page.level(line).is_some() || page.kind(line) == LineKind::Verbatim {
            continue;
        }
        let below = (line + 1..=page.len()).find(|below| !page.is_furniture(*below));
        let answered = below.is_some_and(|below| page.line(below).starts_with([' ', '\t', '\u{3000}']));
        // Several sentences may ask too; items below show that they are no prose.
        let has_items = below.is_some_and(|below| page.has(below, mark::BULLET));
        let (longest, is_prose) = match has_items {
            true => (4 * LONGEST, source.trim_end().ends_with([':', '：', ',', '，', ';', '；'])),
            false => (LONGEST, ends_prose(source)),
        };
        let is_code = !has_items && !is_worded(source) || source.contains(['{', '}', '=', '\\']);
        if answered && may_ask(page, line, longest) && !is_prose && !is_code {
            starts.push(line);
        } else if starts.is_empty() {
            above += 1;
        } else {
            others += 1;
            let is_free = page.is_furniture(line - 1);
            if is_free && may_ask(page, line, 4 * LONGEST) && asking(source) == Asking::Yes {
                unanswered.push(line);
            }
        }
        // Far too many lines have nothing below them already.
        if others > 8 + starts.len() || above > MOST_ABOVE {
            return Reading::default();
        }
    }
    // The sections of a manual page.
    let capitals = starts.iter().filter(|line| is_in_capitals(page.line(**line))).count();
    if capitals * 2 > starts.len() {
        return Reading::default();
    }
    let inside = |line: &&usize| {
        let text = page.line(**line + 1).trim_start();
        !text.starts_with(['-', '$', '<', '{', '#', '/', '@']) || text.starts_with("- ")
    };
    // One title; else the lines that have nothing below them are another form.
    if others + above.saturating_sub(starts.len() / 3) > 1 + starts.len() / 5
        || starts.iter().filter(inside).count() * 10 < starts.len() * 9
    {
        return Reading::default();
    }
    if starts.len() >= FEWEST {
        starts.append(&mut unanswered);
        starts.sort_unstable();
    }
    weighed(page, questions(page, &starts), FEWEST)
}

/// So many lines stand above the first of them at most.
const MOST_ABOVE: usize = 6;

/// Words, not a piece of code.
fn is_worded(text: &str) -> bool {
    !text.contains(['`', '=', '{', '}', '\\', '_', '"']) && !text.starts_with('-') && !text.contains("()")
}

fn is_in_capitals(text: &str) -> bool {
    text.is_ascii()
        && text.chars().any(|letter| letter.is_ascii_uppercase())
        && !text.chars().any(|letter| letter.is_ascii_lowercase())
}

/// Blocks that only blank lines part: a short line, whose end its author chose, and the text right below it.
fn spaced(page: &Page<'_>) -> Reading {
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let (mut widest, mut single) = (0, 0);
    let mut line = 1;
    while line <= page.len() {
        if page.is_blank(line) {
            line += 1;
            continue;
        }
        let end = (line..=page.len()).take_while(|below| !page.is_blank(*below)).last().unwrap_or(line);
        for within in line..=end {
            // Anything but running text is another form.
            let is_title = blocks.len() < TITLES && single == blocks.len() && end == line;
            if !(matches!(page.kind(within), LineKind::Text | LineKind::Verbatim) || is_title) {
                return Reading::default();
            }
            widest = widest.max(page.line(within).chars().count());
        }
        blocks.push((line, end));
        single += usize::from(line == end);
        if single > 3 + blocks.len() / 10 {
            return Reading::default();
        }
        line = end + 1;
    }
    // Titles stand alone.
    let first = blocks.iter().take(TITLES).take_while(|(first, last)| first == last).count();
    let blocks = &blocks[first..];
    // Lines of which each asks are no prose, though they are few; but for a numbered question below one of them.
    let asks = |(first, _): &&(usize, usize)| asking(page.line(*first)) > Asking::No;
    let is_further = |line: usize| page.has(line, mark::NUMBER) && asking(page.stem(line).text) > Asking::No;
    let is_one = |block: &(usize, usize)| asks(&block) && !(block.0 + 1..=block.1).any(is_further);
    let fewest = if blocks.iter().all(is_one) { FEWEST_ASKING } else { FEWEST_BARE };
    if blocks.len() < fewest {
        return Reading::default();
    }
    let heads = |block: &&(usize, usize)| {
        let (first, last) = block;
        let text = page.line(*first);
        let next = page.line((*first + 1).min(page.len())).trim_start();
        let word = next.split(' ').next().map_or(0, |word| word.chars().count());
        let chosen = !text.is_ascii() || text.trim_end().chars().count() + 1 + word < widest;
        last > first
            && may_ask(page, *first, LONGEST)
            && !ends_prose(text)
            && (is_worded(text) && chosen || asks(block))
            && text.chars().count() <= if text.is_ascii() { LONGEST_BARE } else { LONGEST_BARE / 2 }
    };
    if blocks.iter().filter(heads).count() * 20 < blocks.len() * 19 {
        return Reading::default();
    }
    // Where blocks are numbered, a line without a number above the first one heads a chapter.
    let is_numbered = |line: usize| page.has(line, mark::NUMBER);
    let are_numbered = blocks.iter().filter(|(first, _)| is_numbered(*first)).count() * 2 > blocks.len();
    let start = |(first, last): &(usize, usize)| {
        let is_below = are_numbered && !is_numbered(*first) && last > first && is_numbered(first + 1);
        first + usize::from(is_below)
    };
    let starts: Vec<usize> = blocks.iter().map(start).collect();
    weighed(page, questions(page, &starts), fewest)
}

/// A question without any mark has no more letters; in Chinese half as many.
const LONGEST_BARE: usize = 80;
