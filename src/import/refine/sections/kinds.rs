//! Names of kinds of questions, as papers head their sections with them: `多选题`, `True or false (2 points each):`.

use crate::import::page::{LineKind, Page};
use crate::import::style::Question;

/// Such a name stands so many lines above its first question at most.
const FARTHEST: usize = 2;

/// For each question the line above it that is nothing but the name of a kind of question.
pub(super) fn heads(page: &Page<'_>, questions: &[Question]) -> Vec<Option<usize>> {
    let head = |(index, question): (usize, &Question)| {
        let from = index.checked_sub(1).map_or(1, |before| questions[before].line + 1);
        let begin = question.context.unwrap_or(question.line);
        let mut above = (from..begin).rev().filter(|line| !page.is_furniture(*line)).take(FARTHEST);
        above.find(|line| page.kind(*line) == LineKind::Text && names_kind(page.stem(*line).text))
    };
    questions.iter().enumerate().map(head).collect()
}

/// Whether a text is the name of a kind of question, maybe with what each brings in brackets.
fn names_kind(text: &str) -> bool {
    let name = text.split(['(', '（', '[', '【']).next().unwrap_or_default();
    let name = name.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    KINDS.contains(&name.as_str())
}

/// What papers call their sections, in small letters.
const KINDS: [&str; 40] = [
    "选择题",
    "單選題",
    "單項選擇題",
    "單项选择题",
    "单选题",
    "单选",
    "单项选择题",
    "多选题",
    "多选",
    "多項選擇題",
    "多项选择题",
    "不定项选择题",
    "判断题",
    "判斷題",
    "判断",
    "填空题",
    "填空題",
    "填空",
    "简答题",
    "簡答題",
    "简答",
    "问答题",
    "問答題",
    "问答",
    "论述题",
    "计算题",
    "编程题",
    "名词解释",
    "综合题",
    "开放题",
    "multiple choice",
    "multiple choice questions",
    "single choice",
    "true or false",
    "true/false",
    "short answer",
    "short answers",
    "fill in the blank",
    "fill in the blanks",
    "essay questions",
];
