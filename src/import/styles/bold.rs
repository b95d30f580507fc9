//! Bold questions: a line that is bold as a whole, its answer in the paragraphs below.

use super::super::ask::{Asking, asking};
use super::super::page::{LineKind, Page, mark};
use super::super::placeholder::is_placeholder;
use super::super::stem::{Bold, Label, Stem};
use super::super::style::{Answer, Question, Reading, Style};
use super::super::wrap::bold_end;

pub(in crate::import) const STYLE: Style = Style {
    name: "bold",
    about: "bold lines, or lines with a sign before each, are questions, the paragraphs below are their answers",
    sample: "## CNN\n\n**What does pooling do?**\n\nIt shrinks the map.\n\n**为什么提出CNN？** 👶\n\n参数太多。\n\n**What is a stride?** The step of the kernel.\n",
    read,
    insisted,
};

/// Where nothing bold asks, all bold lines.
fn insisted(page: &Page<'_>) -> Reading {
    read(page).or_marked(page, |line| page.has(line, mark::WHOLE))
}

fn read(page: &Page<'_>) -> Reading {
    let (bold, signed) = (bold(page), signed(page));
    bold.or_better(signed)
}

/// Lines with one sign before each, and their texts below: `🔹 What is a stride?`.
fn signed(page: &Page<'_>) -> Reading {
    let lines = || (1..=page.len()).filter(|line| page.has(*line, mark::SIGN) && !page.is_hidden(*line));
    let sign = |line: usize| page.line(line).chars().next();
    // The sign of answers comes as often, but later.
    let Some(first) = lines().find(|line| page.asks(*line) > Asking::No).or_else(|| lines().next()) else {
        return Reading::default();
    };
    let own = lines().filter(|line| sign(*line) == sign(first));
    let questions: Vec<Question> = own
        .map(|line| (line, page.stem(line)))
        .filter(|(_, stem)| stem.label != Some(Label::Answer) && !stem.text.is_empty())
        .map(|(line, stem)| Question::new(page, line, stem.question()))
        .collect();
    if questions.len() < 3 { Reading::default() } else { Reading::judged(page, questions) }
}

fn bold(page: &Page<'_>) -> Reading {
    let (mut whole, mut asking) = (0usize, 0usize);
    let mut found: Vec<(usize, Stem<'_>)> = Vec::new();
    for line in 1..=page.len() {
        if !page.has(line, mark::BOLD)
            || !matches!(page.kind(line), LineKind::Text | LineKind::Html)
            || page.is_hidden(line)
        {
            continue;
        }
        let asks = page.asks(line) > Asking::No;
        if !asks && !page.has(line, mark::WHOLE) {
            continue;
        }
        let stem = Stem::of(page.line(line).trim_start());
        match stem.bold {
            Bold::Whole
                if stem.label != Some(Label::Answer)
                    && !stem.text.ends_with([':', '：'])
                    && stem.text.len() > 2
                    && stem.text.chars().count() > 1 =>
            {
                whole += 1;
                asking += usize::from(asks);
                found.push((line, stem));
            }
            Bold::Lead(at)
                if asks && (stem.text[..at].trim_end().ends_with(['?', '？']) || is_parted(&stem, at)) =>
            {
                whole += 1;
                asking += 1;
                found.push((line, stem));
            }
            Bold::No if bold_end(page, line).is_some() => {
                whole += 1;
                asking += usize::from(asks);
                found.push((line, stem));
            }
            _ => {}
        }
    }
    // Where most bold lines ask, the others are questions too; else bold also marks other things.
    let all = whole > 0 && asking * 5 >= whole * 3;
    let standing = |line: usize| line == 1 || page.is_furniture(line - 1);
    // Bold lines that stand alone, whether they ask or not.
    let every: Vec<Question> = (found.iter())
        .filter(|(line, _)| standing(*line) && page.has(*line, mark::WHOLE))
        .map(|(line, stem)| question(page, *line, stem))
        .collect();
    found.retain(|(line, _)| page.asks(*line) > Asking::No || (all && standing(*line)));
    let questions = found.into_iter().map(|(line, stem)| question(page, line, &stem)).collect();
    let reading = Reading::judged(page, questions);
    if all || every.len() <= reading.questions.len() {
        return reading;
    }
    let every = Reading::judged(page, every);
    let rank = |reading: &Reading| (reading.doubt.is_none(), reading.fit);
    if rank(&every) > rank(&reading) { every } else { reading }
}

/// Whether a bold text asks, and a colon or a dash parts it from what stands behind.
fn is_parted(stem: &Stem<'_>, at: usize) -> bool {
    let (asked, behind) =
        (stem.text[..at].trim_end(), stem.text[at..].trim_start_matches(['*', '_', '<', '/', 'b', '>']));
    let signs = [':', '：', '-', '–', '—'];
    asking(asked.trim_end_matches([':', '：'])) == Asking::Yes
        && (asked.ends_with([':', '：']) || behind.trim_start().starts_with(signs))
}

fn question(page: &Page<'_>, line: usize, stem: &Stem<'_>) -> Question {
    let Bold::Lead(at) = stem.bold else { return Question::new(page, line, stem.text).unwrapped(page) };
    let behind = stem.text[at..].trim_start_matches(['*', '_']);
    let behind = behind.strip_prefix("</b>").or(behind.strip_prefix("</strong>")).unwrap_or(behind).trim();
    // Behind a question mark stands an answer, however short; else one or two words belong to the question.
    let is_asked = stem.text[..at].trim_end_matches(['*', '_', ' ']).ends_with(['?', '？']);
    let said = behind.chars().filter(|letter| letter.is_alphanumeric()).count();
    let is_answer = said >= 4 || is_asked && (said > 0 || is_placeholder(behind));
    if !is_answer || behind.ends_with(['?', '？']) && !is_placeholder(behind) {
        return Question::new(page, line, stem.question());
    }
    let behind = behind.trim_start_matches([':', '：', '–', '—', ' ']);
    let behind = behind.strip_prefix("- ").unwrap_or(behind);
    let asked = stem.text[..at].trim_end().trim_end_matches([':', '：']).trim_end();
    Question { answer: Answer::Behind(behind.to_owned()), ..Question::new(page, line, asked) }
}
