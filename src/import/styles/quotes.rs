//! Quotes: a quoted line is the question and the text below is its answer; or the quotes are the answers.

use super::super::ask::{Asking, asking};
use super::super::page::{LineKind, Page, mark, unquoted};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "quotes",
    about: "quoted lines are questions and the text below is their answer, or the other way round",
    sample: "> What does pooling do?\n\nIt shrinks the map.\n\n> 为什么提出CNN？\n\n参数太多。\n",
    read,
    insisted: read,
};

/// A quoted question takes no more lines.
const LONGEST: usize = 3;

fn read(page: &Page<'_>) -> Reading {
    let both = both(page);
    if both.doubt.is_none() && !both.questions.is_empty() {
        return both;
    }
    let (quoted, above) = (quoted(page), above(page));
    quoted.or_better(above)
}

/// Quotes that hold question and answer: the first line of each asks, or is bold, or what answers it is quoted deeper.
fn both(page: &Page<'_>) -> Reading {
    let mut questions: Vec<Question> = Vec::new();
    let (mut line, mut quotes) = (1, 0usize);
    while line <= page.len() {
        if page.kind(line) != LineKind::Quote {
            line += 1;
            continue;
        }
        // Lines of a quote that are blank but for its mark are its own.
        let last = end_of(page, line);
        quotes += 1;
        let says = |below: &usize| !unquoted(page.line(*below)).is_empty();
        let text = page.stem(line).question();
        let told: Vec<usize> = (line + 1..=last).filter(says).collect();
        let is_deeper = |below: &usize| depth(page.line(*below)) > depth(page.line(line));
        let stands_out = page.has(line, mark::WHOLE)
            || asking(page.stem(line).text) == Asking::Yes
            || told.iter().all(is_deeper);
        if let (Some(first), Some(end)) = (told.first(), told.last())
            && stands_out
            && !text.is_empty()
            && !page.labels_answer(line)
        {
            let mut question = Question::new(page, line, text);
            question.sure = asking(page.stem(line).text) > Asking::No;
            question.answer = Answer::Lines(*first, *end);
            questions.push(question);
        }
        line = last + 1;
    }
    if questions.len() < 3 || questions.len() * 5 < quotes * 4 {
        return Reading::default();
    }
    let reading = Reading::judged(page, questions);
    if reading.evidence.covers(0.6) { reading } else { Reading::default() }
}

/// How many marks of quotes a line begins with.
fn depth(line: &str) -> usize {
    line.chars().take_while(|sign| matches!(sign, '>' | ' ')).filter(|sign| *sign == '>').count()
}

/// The last line of the quote that begins on a line.
fn end_of(page: &Page<'_>, line: usize) -> usize {
    (line..=page.len()).take_while(|below| page.kind(*below) == LineKind::Quote).last().unwrap_or(line)
}

fn quoted(page: &Page<'_>) -> Reading {
    let mut questions = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        if page.kind(line) != LineKind::Quote {
            line += 1;
            continue;
        }
        let last = end_of(page, line);
        let text = page.stem(line).question();
        if last - line < LONGEST && !text.is_empty() && !page.labels_answer(line) {
            let mut question = Question::new(page, line, text);
            for more in line + 1..=last {
                question.text.push('\n');
                question.text.push_str(page.stem(more).text);
            }
            question.last_line = last;
            questions.push(question);
        }
        line = last + 1;
    }
    if questions.len() < 2 { Reading::default() } else { Reading::judged(page, questions) }
}

/// The lines of text right above quotes, where each quote has one and it stands alone.
fn above(page: &Page<'_>) -> Reading {
    let mut questions: Vec<Question> = Vec::new();
    let (mut line, mut quotes, mut last_told) = (1, 0usize, 0);
    while line <= page.len() {
        if page.kind(line) != LineKind::Quote {
            last_told = if page.is_furniture(line) { last_told } else { line };
            line += 1;
            continue;
        }
        // A quote behind another one goes on with the same answer.
        if last_told > 0 && page.kind(last_told) != LineKind::Quote {
            quotes += 1;
            questions.extend(asker(page, last_told));
        }
        line = end_of(page, line) + 1;
        last_told = line - 1;
    }
    if questions.len() < 3 || questions.len() * 10 < quotes * 9 {
        return Reading::default();
    }
    let reading = Reading::judged(page, questions);
    if reading.evidence.covers(0.6) { reading } else { Reading::default() }
}

/// The question on a line that is a paragraph of its own and announces nothing.
fn asker(page: &Page<'_>, line: usize) -> Option<Question> {
    let is_alone = page.kind(line) == LineKind::Text && (line == 1 || page.kind(line - 1) != LineKind::Text);
    let stem = page.stem(line);
    if !is_alone || stem.text.is_empty() || stem.text.ends_with([':', '：']) || stem.label.is_some() {
        return None;
    }
    let mut question = Question::new(page, line, stem.question());
    // Such a line need not stand out, so it was not looked at yet.
    question.sure = asking(stem.text) > Asking::No;
    Some(question)
}
