//! Unnumbered headings: chapters above, a question in every deepest heading.

use super::super::page::{Kind, Page};
use super::super::style::{Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "headings",
    about: "every deepest heading is a question, the headings above it are its topic",
    sample: "# Notes\n\n## CNN\n\n### What does pooling do?\n\nIt shrinks the map.\n\n### 为什么提出CNN？\n\n参数太多。\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let headings: Vec<(usize, u8, &str)> = (1..=page.len())
        .filter_map(|line| page.heading(line).map(|(level, text)| (line, level, text)))
        .collect();
    let Some(deepest) = headings.iter().map(|(_, level, _)| *level).max() else { return Reading::default() };
    let questions: Vec<Question> = headings
        .iter()
        .filter(|(_, level, text)| *level == deepest && !text.is_empty())
        .map(|(line, level, text)| Question { line: *line, text: (*text).to_owned(), level: Some(*level) })
        .collect();
    let asking =
        questions.iter().filter(|question| asks(&question.text) || has_id(page, question.line)).count();
    // Ordinary documents have headings too; what makes a deck of them is that they ask.
    let fit = 0.8 * asking as f32 / questions.len().max(1) as f32;
    Reading { fit: if fit < 0.3 { 0.0 } else { fit }, questions, diagnostics: Vec::new() }
}

/// Whether a heading reads as a question.
fn asks(text: &str) -> bool {
    const OPENERS: [&str; 22] = [
        "what",
        "why",
        "how",
        "when",
        "where",
        "which",
        "who",
        "is ",
        "are ",
        "do ",
        "does ",
        "can ",
        "explain",
        "describe",
        "define",
        "compare",
        "difference",
        "list ",
        "name ",
        "tell me",
        "derive",
        "should ",
    ];
    const SIGNS: [&str; 14] = [
        "?", "？", "什么", "为何", "为啥", "如何", "怎么", "怎样", "哪些", "哪个", "区别", "吗", "介绍",
        "异同",
    ];
    let lower = text.to_lowercase();
    SIGNS.iter().any(|sign| lower.contains(sign)) || OPENERS.iter().any(|opener| lower.starts_with(opener))
}

fn has_id(page: &Page<'_>, line: usize) -> bool {
    (line + 1..=page.len().min(line + 2))
        .any(|below| page.kind(below) == Kind::Html && super::super::written_id(page.line(below)).is_some())
}
