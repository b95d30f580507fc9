//! Parts that begin below the last question of another one: a round of an interview, or further questions. They are no
//! part of its answer.

use super::extent::ends;
use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, mark};
use crate::import::style::{Answer, Question, Reading};
use crate::import::styles::is_round;

/// Fewer lines below the name of a round are no list.
const FEWEST: usize = 2;

/// Makes cards of the lists below rounds, and below names of questions, that stand in an answer.
pub(super) fn part(page: &Page<'_>, reading: &mut Reading) {
    let ends = ends(page, &reading.questions);
    let mut added: Vec<Question> = Vec::new();
    for (question, end) in reading.questions.iter_mut().zip(ends) {
        if question.level.is_some() || question.answer != Answer::Below {
            continue;
        }
        let heads: Vec<usize> =
            (question.last_line + 1..=end).filter(|line| heads_part(page, *line)).collect();
        let nexts = heads.iter().skip(1).copied().chain([end + 1]);
        for (head, next) in heads.iter().zip(nexts) {
            let mut list = list(page, *head + 1, next - 1);
            if list.is_empty() {
                continue;
            }
            question.limit = question.limit.min(head - 1);
            reading.chapters.push(*head);
            added.append(&mut list);
        }
    }
    if !added.is_empty() {
        reading.questions.append(&mut added);
        reading.questions.sort_by_key(|question| question.line);
        reading.chapters.sort_unstable();
        reading.chapters.dedup();
    }
}

/// A line that stands free at the margin and names a round, or questions: `补充问题：`.
fn heads_part(page: &Page<'_>, line: usize) -> bool {
    is_margin(page, line)
        && page.is_furniture(line - 1)
        && page.asks(line) == Asking::No
        && !page.has(line, mark::NUMBER | mark::BULLET | mark::ANSWER)
        && (is_round(page.stem(line).text) || names_questions(page.stem(line).text))
}

fn names_questions(text: &str) -> bool {
    let name = text.trim_end_matches([':', '：']);
    name.chars().count() <= LONGEST_NAME && (name.ends_with("问题") || name.ends_with('题'))
}

/// The name of a part has no more letters.
const LONGEST_NAME: usize = 12;

fn is_margin(page: &Page<'_>, line: usize) -> bool {
    page.kind(line) == LineKind::Text && !page.line(line).starts_with([' ', '\t', '\u{3000}'])
}

/// The questions of a list of one form, of which at least half ask or have something nested in them; none where the lines
/// are no such list.
fn list(page: &Page<'_>, first: usize, end: usize) -> Vec<Question> {
    let Some(start) = (first..=end).find(|line| !page.is_furniture(*line)) else { return Vec::new() };
    let form = |line: usize| (page.has(line, mark::BULLET), page.has(line, mark::NUMBER));
    let is_entry =
        |line: &usize| is_margin(page, *line) && form(*line) == form(start) && !page.is_furniture(*line);
    // A text of another form that stands free closes the list.
    let closes =
        |line: &usize| is_margin(page, *line) && page.is_furniture(line - 1) && form(*line) != form(start);
    let until = (start + 1..=end).find(closes).unwrap_or(end + 1);
    let mut found: Vec<Question> = (start..until)
        .filter(is_entry)
        .map(|line| Question::new(page, line, page.stem(line).question()))
        .collect();
    let asks = |question: &&Question| {
        page.asks(question.line) > Asking::No
            || question.line < page.len() && page.item(question.line + 1) > 1
    };
    let asking = found.iter().filter(asks).count();
    if found.len() < FEWEST || asking * 2 < found.len() {
        return Vec::new();
    }
    if let Some(last) = found.last_mut() {
        last.limit = until - 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[test]
    fn the_next_company_is_no_answer() {
        let text = "某厂 一面\n1.自我介绍\n2.两种散度为什么不对称\n3.讲讲偏好优化\n4.反问\n\n另一家 二面\n- 讲讲裁剪的推导\n- 组内相对和裁剪有啥区别\n- 怎么设计向量服务\n  - 分片\n\n体验还行，面试官人很好\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        let found: Vec<(&str, &str)> =
            notes.cards.iter().map(|card| (&*card.faces[0].question, card.faces[0].answer.trim())).collect();
        assert_eq!(
            found[3..],
            [
                ("反问", ""),
                ("讲讲裁剪的推导", ""),
                ("组内相对和裁剪有啥区别", ""),
                ("怎么设计向量服务", "- 分片")
            ]
        );
        let text = "1. 为什么要缩放？\n   - 方差变大\n\n2. 什么是池化？\n   - 降采样\n\n补充问题：\n\n- 自己写一层\n  - 先写前向\n- 哪里设计得好\n  - 权重共享\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        let found: Vec<&str> = notes.cards.iter().map(|card| &*card.faces[0].question).collect();
        assert_eq!(found, ["为什么要缩放？", "什么是池化？", "自己写一层", "哪里设计得好"]);
        // What an answer tells of rounds is no list of questions.
        let text =
            "1. 流程怎么样？\n\n一面\n\n聊项目\n\n二面\n\n聊业务\n\n2. 难吗？\n还好\n\n3. 多久？\n两周\n";
        assert_eq!(import::read(text.as_bytes(), None, None, None).cards.len(), 3);
    }
}
