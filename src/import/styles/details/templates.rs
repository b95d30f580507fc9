//! Folds that sites are made of: `{% details What is a shard? %}` … `{% enddetails %}`, `:::details …` … `:::`.

use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page};
use crate::import::stem::names_answer;
use crate::import::style::{Answer, Question};

/// The folds whose tag says more than that an answer is hidden.
pub(super) fn folds(page: &Page<'_>) -> Vec<Question> {
    if !["{%", "{{", ":::"].into_iter().any(|open| page.contains(open)) {
        return Vec::new();
    }
    let mut questions = Vec::new();
    let mut open: Option<(usize, &str, &str)> = None;
    for line in (1..=page.len()).filter(|line| page.kind(*line) != LineKind::Verbatim) {
        let Some((name, text)) = tag(page.line(line)) else { continue };
        match open {
            Some((first, opened, title)) if closes(name, opened) => {
                let mut question = Question::new(page, first, title);
                question.sure = asking(title) > Asking::No;
                question.answer = match page.trimmed(first + 1, line - 1) {
                    Some((from, last)) if line > first + 1 => Answer::Lines(from, last),
                    _ => Answer::Lines(first + 1, first),
                };
                question.limit = line;
                questions.push(question);
                open = None;
            }
            _ if !name.is_empty() && !text.is_empty() && !names_answer(text) => {
                open = Some((line, name, text));
            }
            _ => {}
        }
    }
    questions
}

/// The name of a tag that is all of a line, and the text behind it.
fn tag(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let inner = match line.strip_prefix(":::") {
        Some(inner) => inner.trim_start_matches(':'),
        None => [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")]
            .into_iter()
            .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close))?,
    };
    let inner = inner.trim().trim_matches('-').trim();
    let (name, text) = inner.split_once([' ', '\t']).unwrap_or((inner, ""));
    let text = text.trim();
    let text = text.strip_prefix("title=").or(text.strip_prefix("summary=")).unwrap_or(text);
    // Settings of a tag are no text.
    let is_setting = text.contains("=\"");
    Some((name, if is_setting { "" } else { text.trim_matches(['"', '\'']).trim() }))
}

fn closes(name: &str, opened: &str) -> bool {
    name.is_empty() || name.strip_prefix("end").or(name.strip_prefix('/')) == Some(opened)
}
