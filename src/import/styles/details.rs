//! Folds: `<details>` whose summary is the question and whose inside is the answer.

mod templates;

use super::super::page::{Page, plain_text, says_nothing, summary_text};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "details",
    about: "summaries of folds are questions, what they hide is the answer",
    sample: "# CNN\n\n<details>\n<summary>What does pooling do?</summary>\n\nIt shrinks the map.\n\n</details>\n\n<details><summary>为什么提出CNN？</summary><br>\n参数太多。\n</details>\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let mut questions: Vec<Question> = Vec::new();
    let closing = (1..=page.len()).any(|line| page.is_folded(line) && page.line(line).contains("</details"));
    let mut line = 1;
    while line <= page.len() {
        if page.is_summary(line) {
            let (question, end) = fold(page, line, closing);
            questions.extend(question);
            line = end.max(line);
        }
        line += 1;
    }
    if questions.is_empty() {
        questions = templates::folds(page);
    }
    let reading = Reading::judged(page, questions);
    if fill(page, &reading) { reading.trusted() } else { reading }
}

/// Whether folds with something in each are all that a file holds, but for its titles.
fn fill(page: &Page<'_>, reading: &Reading) -> bool {
    let (_, answered, _) = reading.evidence.counts();
    let all = reading.questions.len();
    let is_outside =
        |line: &usize| !page.is_folded(*line) && !page.is_furniture(*line) && page.level(*line).is_none();
    let others = (1..=page.len()).filter(is_outside).count();
    let is_manual = page.chapters_of_a_project > 0 || page.form;
    all >= FEWEST && answered == all && others * 4 <= all && !is_manual
}

/// Fewer folds may be parts of any text.
const FEWEST: usize = 4;

/// The card of the fold whose summary begins on this line, and the last line it takes.
fn fold(page: &Page<'_>, line: usize, closing: bool) -> (Option<Question>, usize) {
    let opens_above =
        line > 1 && !page.line(line).contains("<details") && page.line(line - 1).contains("<details");
    let summary_end = page.summary_end(line);
    let text = summary_text(&page.slice(line, summary_end));
    // Up to the tag that closes this fold, over the folds inside it.
    let (mut depth, mut end) = (0usize, page.len());
    for below in line..=page.len() {
        let source = page.line(below);
        if !source.contains('<') {
            continue;
        }
        depth += source.matches("<details").count() + usize::from(below == line && opens_above);
        let closes = source.matches("</details").count();
        depth = depth.saturating_sub(closes);
        if closes > 0 && depth == 0 {
            end = below;
            break;
        }
        if below > line && page.is_summary(below) && (depth <= 1 || !closing) {
            // The fold was never closed.
            end = below - 1;
            break;
        }
    }
    let mut question = Question::new(page, line, text);
    question.last_line = summary_end;
    question.level = None;
    let behind = page.line(summary_end).split("</summary>").nth(1).unwrap_or_default();
    let behind = behind.split("</details").next().unwrap_or_default();
    // Tags that only hold what follows are no answer.
    let inline = if says_nothing(behind) { String::new() } else { plain_text(behind).trim().to_owned() };
    let below = page.trimmed(summary_end + 1, end);
    question.answer = match (inline.is_empty(), below) {
        (true, Some((first, last))) => Answer::Lines(first, last),
        (true, None) => Answer::Lines(end + 1, end),
        (false, None) => {
            question.last_line = end;
            Answer::Beside(inline)
        }
        (false, Some((_, last))) => Answer::Lines(summary_end, last),
    };
    ((!question.text.is_empty()).then_some(question), end)
}
