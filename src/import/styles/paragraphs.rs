//! Plain questions: lines without any mark that ask, with their answers below, or one question a line.

mod heads;
mod listed;
mod rows;

use super::super::ask::{Asking, asking};
use super::super::page::{LineKind, Page, columns, mark};
use super::super::style::{Answer, Question, Reading, Style};
use crate::messages::ReadingMessage;
pub(in crate::import) use heads::is_round;

pub(in crate::import) const STYLE: Style = Style {
    name: "paragraphs",
    about: "plain lines that ask are questions, one a line or with their answers below",
    sample: "What does pooling do?\nIt shrinks the map.\n\n为什么提出CNN？\n参数太多。\n\nWhat is a stride?\n\nThe step of the kernel.\n",
    read,
    insisted: read,
};

/// A question has no more letters.
const LONGEST: usize = 200;

/// The title of a text has no more columns.
const LONGEST_TITLE: usize = 32;

fn read(page: &Page<'_>) -> Reading {
    let best = below_titles(page, answered(page)).or_better(listed::read(page));
    if best.may_be_taken() {
        return best;
    }
    let alone = alone(page);
    if alone.may_be_taken() { alone } else { titled(page).unwrap_or(best) }
}

/// The same where numbered lines that ask nothing stand right above questions: these head chapters, `1.2 Norms`.
fn below_titles(page: &Page<'_>, mut reading: Reading) -> Reading {
    let is_title = |line: &usize| {
        let stem = page.stem(*line);
        page.kind(*line) == LineKind::Text
            && page.has(*line, mark::NUMBER)
            && columns(stem.text) <= LONGEST_TITLE
            && asking(stem.text) == Asking::No
            && !stem.text.ends_with(['.', '。', ',', '，', ';', '；', ':', '：'])
    };
    let title_above = |question: &Question| {
        let above = (1..question.line).rev().find(|line| !page.is_furniture(*line));
        above.filter(is_title)
    };
    let mut titles: Vec<Option<usize>> = reading.questions.iter().map(title_above).collect();
    // Those that count from 1 on need not stand free.
    let number = |line: &usize| page.stem(*line).number.map(|number| number.value);
    let count_on = titles.iter().flatten().zip(1..).all(|(line, wanted)| number(line) == Some(wanted));
    let is_free = |line: &usize| count_on || *line == 1 || page.is_furniture(line - 1);
    titles.iter_mut().for_each(|title| *title = title.filter(|line| is_free(line)));
    let count = titles.iter().flatten().count();
    if count < 2 {
        return reading;
    }
    for (place, title) in titles.iter().enumerate().skip(1) {
        if let Some(title) = title {
            let before = &mut reading.questions[place - 1];
            before.limit = before.limit.min(title - 1);
        }
    }
    reading.chapters = titles.into_iter().flatten().collect();
    reading
}

/// Questions that end with a question mark, with texts below them; in some chapters of a file or in all of it.
fn answered(page: &Page<'_>) -> Reading {
    let (mut questions, mut start) = (Vec::new(), 1);
    for end in 1..=page.len() + 1 {
        if end > page.len() || page.level(end).is_some() {
            questions.append(&mut of_chapter(page, start, end));
            start = end + 1;
        }
    }
    let reading = if questions.len() > 2 { Reading::judged(page, questions) } else { Reading::default() };
    if reading.evidence.covers(0.6) {
        return reading;
    }
    Reading { doubt: Some(ReadingMessage::SmallPart), ..reading }
}

/// The questions of the lines from `start` to before `end`, where nearly every other block is one and has a text.
fn of_chapter(page: &Page<'_>, start: usize, end: usize) -> Vec<Question> {
    let (mut questions, mut blocks) = (Vec::new(), 0usize);
    let mut others = Vec::new();
    for line in start..end {
        if page.is_furniture(line) {
            continue;
        }
        let begins = line == start || page.is_furniture(line - 1);
        let is_announced = page.line(line).trim_end().ends_with([':', '：']);
        if (begins || !is_announced && ends_text(page, line - 1)) && asks(page, line) {
            let mut question = Question::new(page, line, page.line(line).trim());
            question.sure = true;
            questions.push(question);
        } else if begins && !questions.is_empty() {
            others.push(line);
        }
        // What stands above the first question is a title or an introduction.
        blocks += usize::from(begins && !questions.is_empty());
    }
    let answered = |question: &&Question| {
        let below = (question.line + 1..end).find(|below| !page.is_furniture(*below));
        below.is_some_and(|below| !asks(page, below))
    };
    // An essay asks now and then; here nearly every other block does.
    let all = questions.len();
    // Or nearly each stands right above its answer, and one above all, or right below a title.
    let is_close = |question: &&Question| question.line + 1 < end && !page.is_furniture(question.line + 1);
    let close = questions.iter().filter(is_close).count();
    let first = (start..end).find(|line| !page.is_furniture(*line));
    let begins = |question: &Question| {
        let is_title = |line: usize| line + 1 == question.line && columns(page.line(line)) <= LONGEST_TITLE;
        first.is_some_and(|first| first == question.line || is_title(first))
    };
    let are_close = all > 3 && close * 8 >= all * 7 && questions.first().is_some_and(begins);
    let enough = all > 0
        && (all * 3 >= blocks || are_close)
        && questions.iter().filter(answered).count() * 5 >= all * 4;
    if !enough {
        return Vec::new();
    }
    if all > 2 && close * 8 >= all * 7 {
        // Where hardly any other block stands there, and each is set as the questions are, these are questions too.
        let are_alike = others.len() * 2 <= all && others.iter().all(|line| is_alike(page, *line, end));
        questions.extend(
            (start..end)
                .filter(|line| asks_unmarked(page, *line) || are_alike && others.contains(line))
                .map(|line| Question { sure: true, ..Question::new(page, line, page.line(line).trim()) }),
        );
        questions.sort_by_key(|question| question.line);
    }
    questions
}

/// Whether a block begins with a short line that has neither mark nor stop, right above its text.
fn is_alike(page: &Page<'_>, line: usize, end: usize) -> bool {
    let text = page.line(line).trim_end();
    page.kind(line) == LineKind::Text
        && page.item(line) == 0
        && !page.has(line, u8::MAX)
        && line + 1 < end
        && !page.is_furniture(line + 1)
        && columns(text) <= LONGEST_UNMARKED
        && !text.contains(['。', '，', ':', '：', ';', '；', '='])
        && !text.ends_with(['.', ',', '!', '！', ')', '）', '、'])
        && text.starts_with(|letter: char| letter.is_alphanumeric())
}

/// Among questions with a mark, a short line without one that asks, right above its text, at the beginning of a block or
/// right below the title of the file.
fn asks_unmarked(page: &Page<'_>, line: usize) -> bool {
    let text = page.line(line).trim_end();
    let is_below_title =
        line == 2 && columns(page.line(1)) <= LONGEST_TITLE && asking(page.line(1)) == Asking::No;
    page.kind(line) == LineKind::Text
        && page.item(line) == 0
        && !page.has(line, u8::MAX)
        && (line == 1 || page.is_furniture(line - 1) || is_below_title)
        && line < page.len()
        && !page.is_furniture(line + 1)
        && asking(text) == Asking::Yes
        && columns(text) <= LONGEST_UNMARKED
        && !text.contains(['?', '？', '。', '，', ':', '：'])
        && text.starts_with(|letter: char| letter.is_alphanumeric())
        && !text.is_ascii()
}

/// A question without its mark is no wider.
const LONGEST_UNMARKED: usize = 48;

/// Whether a line is a title or the end of a text, so that what stands right below it begins another one.
fn ends_text(page: &Page<'_>, line: usize) -> bool {
    let text = page.line(line).trim_end();
    page.kind(line) != LineKind::Text
        || columns(text) <= LONGEST_TITLE
        || text.ends_with(['。', '！', '!', '.', '；', ';'])
        || page.has(line, mark::NUMBER | mark::BULLET)
}

/// Questions without a mark that stand alone, each above a text of lists, tables and labels: nearly all lines that stand so
/// ask.
fn alone(page: &Page<'_>) -> Reading {
    let headings = (1..=page.len()).filter(|line| page.level(*line).is_some()).count();
    if headings > 1 || page.chapters_of_a_project > 0 || page.form {
        return Reading::default();
    }
    let stands = |line: &usize| {
        let text = page.line(*line).trim_end();
        page.kind(*line) == LineKind::Text
            && page.item(*line) == 0
            && !page.has(*line, u8::MAX)
            && (*line == 1 || page.is_furniture(line - 1))
            && (*line == page.len() || page.is_furniture(line + 1))
            && !text.starts_with([' ', '\t', '\u{3000}', '!', '<', '[', '*', '_', '`'])
            && !text.ends_with(['.', '。', ':', '：', ';', '；', ',', '，', '!', '！'])
            && columns(text) <= LONGEST_ALONE
    };
    let lines: Vec<usize> = (1..=page.len()).filter(stands).collect();
    let asks = lines.iter().filter(|line| asking(page.line(**line)) == Asking::Yes).count();
    if asks < FEWEST_ALONE || asks * 5 < lines.len() * 4 {
        return Reading::default();
    }
    let question =
        |line: &usize| Question { sure: true, ..Question::new(page, *line, page.line(*line).trim()) };
    let reading = Reading::judged(page, lines.iter().map(question).collect());
    let (_, answered, share) = reading.evidence.counts();
    let is_whole = answered * 5 >= reading.questions.len() * 4 && share >= FILLS_ALONE;
    if is_whole { reading } else { Reading::default() }
}

/// Fewer lines that stand alone are chance, and they are no wider.
const FEWEST_ALONE: usize = 3;
const LONGEST_ALONE: usize = 100;
/// With what stands below them they take this share of the file, in percent.
const FILLS_ALONE: usize = 80;

/// The one question of a file whose front matter has it for a title, with all below as its answer.
fn titled(page: &Page<'_>) -> Option<Reading> {
    let matter = (1..=page.len()).take_while(|line| page.kind(*line) == LineKind::Matter);
    let end = matter.clone().last().filter(|end| *end < page.len())?;
    let title = |line: usize| {
        page.line(line).strip_prefix("title:").map(|text| (line, text.trim().trim_matches(['"', '\''])))
    };
    let (line, text) = matter.clone().find_map(title)?;
    let is_marked = text.contains(['?', '？']) || !text.is_ascii();
    let parts = (end + 1..=page.len()).filter(|below| page.level(*below).is_some());
    let (all, asked) = parts
        .fold((0, 0), |(all, asking), part| (all + 1, asking + usize::from(page.asks(part) == Asking::Yes)));
    let has_questions = asked * 2 > all || (all > 0 && page.chapters_of_a_project > 0);
    if !is_marked || asking(text) < Asking::Yes || has_questions || page.form {
        return None;
    }
    let (first, last) = page.trimmed(end + 1, page.len())?;
    let mut question = Question::new(page, line, text);
    (question.sure, question.answer) = (true, Answer::Lines(first, last));
    Some(Reading::judged(page, vec![question]))
}

/// A line of running text that is one question.
fn asks(page: &Page<'_>, line: usize) -> bool {
    let text = page.line(line).trim_end();
    page.kind(line) == LineKind::Text
        // At the margin right below an item stands the next question.
        && (page.item(line) == 0 || !text.is_ascii() && !text.starts_with([' ', '\t', '\u{3000}']))
        && !page.has(line, u8::MAX)
        && (text.ends_with(['?', '？', '؟']) || text.ends_with([':', '：']) && asking(text) == Asking::Yes)
        && !text.trim_start_matches(' ').starts_with(['\t', '*', '_', '<', '[', '!', '#'])
        && text.chars().count() <= LONGEST
        && !is_lettered(text)
}

/// `a) …`: one of a row, whose other rows need not ask.
fn is_lettered(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && letters.next() == Some(')')
}
