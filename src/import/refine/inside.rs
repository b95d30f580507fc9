//! Cards inside answers: pairs of another form that stand behind an answer and take the rest of its card, such as
//! `第1题 …` with `【答案】…` below cards of `Q:` and `A:`.

use super::extent::ends;
use super::sections::cut_at;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, mark};
use crate::import::style::{Answer, Question, Reading, end_of_card};
use crate::import::trailing::is_tag;

/// Parts the pairs of another reading from the answers they stand in; gives how many. `are_marked` says that the marks
/// of its style are those of cards, whatever stands around them.
pub(in crate::import) fn part(
    page: &Page<'_>,
    reading: &mut Reading,
    other: &Reading,
    are_marked: bool,
) -> usize {
    if other.questions.is_empty() || reading.questions.is_empty() {
        return 0;
    }
    let ends = ends(page, &reading.questions);
    let group = |(question, end): (&Question, &usize)| {
        let from = other.questions.partition_point(|one| first_line(one) <= question.last_line);
        let until = other.questions.partition_point(|one| one.line <= *end);
        let group = other.questions.get(from..until).filter(|group| !group.is_empty())?;
        let head = below_tags(page, first_line(&group[0]));
        let is_open = match question.answer {
            Answer::Below => page.trimmed(question.last_line + 1, head - 1).is_some(),
            Answer::Lines(first, _) | Answer::Cut(first, ..) => first < head,
            Answer::Behind(_) => true,
            _ => false,
        };
        let nexts = group.iter().skip(1).map(first_line).chain([end + 1]);
        let are_pairs = group.iter().zip(nexts).all(|(one, next)| {
            stands_as(page, one, question) && is_pair(page, one, next, are_marked) && fills(page, one, next)
        });
        (is_open && are_pairs).then_some((head, group))
    };
    let groups: Vec<Option<(usize, &[Question])>> = reading.questions.iter().zip(&ends).map(group).collect();
    // One pair among the cards is a part of an answer; below all of them it is another form.
    let count: usize = groups.iter().flatten().map(|(_, group)| group.len()).sum();
    let is_last = groups.last().is_some_and(Option::is_some);
    if are_parts(groups.iter().flatten().count(), groups.len()) || count == 1 && !is_last {
        return 0;
    }
    let mut found: Vec<Question> = Vec::new();
    for ((question, group), end) in reading.questions.iter_mut().zip(groups).zip(ends) {
        let Some((head, group)) = group else { continue };
        cut_at(page, question, head);
        found.extend(group.iter().map(|one| Question { limit: one.limit.min(end), ..one.clone() }));
    }
    let count = found.len();
    if count > 0 {
        reading.questions.append(&mut found);
        reading.questions.sort_by_key(|question| question.line);
    }
    count
}

/// Whether so many of all answers hold pairs that these are a part of them.
fn are_parts(some: usize, all: usize) -> bool {
    all > 3 && some * 2 > all
}

/// The first of the lines right above one that hold nothing but tags, or that line itself.
fn below_tags(page: &Page<'_>, line: usize) -> usize {
    let is_tags = |above: &usize| {
        let text = page.line(*above);
        text.contains('#') && text.split_whitespace().all(is_tag)
    };
    (1..line).rev().take_while(is_tags).last().unwrap_or(line)
}

/// Parts lines that stand out from the answers they stand in, where each has a labelled answer of its own right below.
pub(super) fn part_above_labels(page: &Page<'_>, questions: &mut Vec<Question>) {
    // Most files have no such labels.
    if !(1..=page.len()).any(|line| page.has(line, mark::ANSWER)) {
        return;
    }
    let ends = ends(page, questions);
    let found: Vec<Vec<Question>> =
        questions.iter().zip(&ends).map(|(question, end)| above_labels(page, question, *end)).collect();
    let all: Vec<&Question> = found.iter().flatten().collect();
    let is_chance = all.len() < 2 && all.iter().all(|one| asking(&one.text) < Asking::Yes);
    let some = found.iter().filter(|own| !own.is_empty()).count();
    if all.is_empty() || is_chance || are_parts(some, questions.len()) {
        return;
    }
    let mut parted = Vec::with_capacity(questions.len() + all.len());
    for ((mut question, own), end) in std::mem::take(questions).into_iter().zip(found).zip(ends) {
        if let Some(first) = own.first() {
            cut_at(page, &mut question, first.line);
        }
        parted.push(question);
        parted.extend(own.into_iter().map(|one| Question { limit: end, ..one }));
    }
    *questions = parted;
}

/// The lines of an answer that are numbered, bold or ask, each right above a line that is labelled as an answer; none
/// where nothing stands above the first.
fn above_labels(page: &Page<'_>, question: &Question, end: usize) -> Vec<Question> {
    let first = match question.answer {
        Answer::Below | Answer::Behind(_) => question.last_line + 1,
        Answer::Lines(first, _) | Answer::Cut(first, ..) => first,
        _ => return Vec::new(),
    };
    let stands_out = |line: usize| {
        let stem = page.stem(line);
        page.kind(line) == LineKind::Text
            && !page.is_folded(line)
            && stem.label.is_none()
            && page.option(line).is_none()
            && (page.has(line, mark::NUMBER | mark::WHOLE) || stem.text.ends_with(['?', '？']))
    };
    let mut found: Vec<Question> = Vec::new();
    for line in first..end {
        let below = || (line + 1..=end).find(|below| !page.is_furniture(*below));
        if !page.is_furniture(line)
            && stands_out(line)
            && below().is_some_and(|below| page.labels_answer(below))
        {
            let mut one = Question::new(page, line, page.stem(line).question());
            one.told = true;
            found.push(one);
        }
    }
    found.retain(|one| stands_as(page, one, question) && !one.text.is_empty());
    let Some(head) = found.first().map(|one| one.line) else { return found };
    let is_told =
        matches!(question.answer, Answer::Cut(..)) || (first..head).any(|line| page.labels_answer(line));
    // A line that only asks may be a part of what is told, and so is one of several points.
    let stands = |line: usize| page.has(line, mark::NUMBER | mark::WHOLE);
    let sign = |line: usize| page.stem(line).number.map(|number| number.delimiter);
    let is_point = |line: usize| {
        page.has(line, mark::NUMBER)
            && found.iter().any(|one| sign(one.line) == sign(line))
            && !is_head(&found, line)
    };
    let are_heads = found.iter().all(|one| is_told || stands(one.line)) && !(first..=end).any(is_point);
    let is_open = matches!(question.answer, Answer::Behind(_)) || page.trimmed(first, head - 1).is_some();
    if is_open && are_heads { found } else { Vec::new() }
}

fn is_head(found: &[Question], line: usize) -> bool {
    found.iter().any(|one| one.line == line)
}

fn first_line(question: &Question) -> usize {
    question.context.unwrap_or(question.line)
}

/// Whether a question stands no deeper than the one in whose answer it is found.
fn stands_as(page: &Page<'_>, one: &Question, question: &Question) -> bool {
    let depth = |line: usize| page.stem(line).indent;
    page.kind(one.line) == LineKind::Text
        && !page.is_folded(one.line)
        && depth(one.line) <= if page.level(question.line).is_some() { 0 } else { depth(question.line) }
}

/// Whether a label stands before the answer of a question, or marks of cards part the two.
fn is_pair(page: &Page<'_>, one: &Question, next: usize, are_marked: bool) -> bool {
    let below = (one.last_line + 1..next).find(|line| !page.is_furniture(*line));
    one.told
        || page.has(one.line, mark::QUESTION) && below.is_some_and(|below| page.labels_answer(below))
        || are_marked && one.sure && (below.is_some() || !matches!(one.answer, Answer::Below))
}

/// Whether its card goes on to the next one.
fn fills(page: &Page<'_>, one: &Question, next: usize) -> bool {
    let end = end_of_card(page, one, next).min(next - 1);
    (end + 1..next).all(|line| page.is_furniture(line))
}

#[cfg(test)]
mod tests {
    use crate::import;

    fn cards(text: &str) -> Vec<(String, String)> {
        let notes = import::read(text.as_bytes(), None, None, None);
        let face = |card: &crate::card::Card| {
            (card.faces[0].question.to_string(), card.faces[0].answer.trim().to_owned())
        };
        notes.cards.iter().map(face).collect()
    }

    #[test]
    fn pairs_of_another_form_are_cards_beside_the_first() {
        let rows: [(&str, &[(&str, &str)]); 6] = [
            (
                "Q1：学习率预热有什么用？\nA1：先小后大\nQ2：权重衰减作用在哪\nA2：参数上\n\n第1题 什么是困惑度？\n【答案】交叉熵取指数\n第2题 蒸馏用什么损失\n【答案】KL散度\n",
                &[("什么是困惑度？", "交叉熵取指数"), ("蒸馏用什么损失", "KL散度")],
            ),
            (
                "**1. What is a router?**\nIt picks experts.\n**2. How many experts are active?**\nTwo of eight.\n**Q:** what if one takes all\n**A:** a loss for balance\n",
                &[("what if one takes all", "a loss for balance")],
            ),
            (
                "### 1. 什么是投机解码？\n小模型先写，大模型检验。\n\n### 2. 为什么快？\n并行检验。\n\n问：接受率低怎么办\n答：换更好的小模型\n问：能无损吗\n答：能\n",
                &[("接受率低怎么办", "换更好的小模型"), ("能无损吗", "能")],
            ),
            (
                "1. What is quantisation?\nFewer bits a weight.\n2. Why group scales?\nOutliers stay local.\nQuestion: is it lossless\nAnswer: no\n",
                &[("is it lossless", "no")],
            ),
            (
                "## 1. 位置编码有什么用？\n给出顺序。\n\n## 2. 时间复杂度？\n平方。\n\n#卡片\n什么是线性偏置?::按距离扣分\n怎么外推？\n?\n调整底数\n",
                &[("什么是线性偏置?", "按距离扣分"), ("怎么外推？", "调整底数")],
            ),
            (
                "Q: What is a token?\nA: a piece of text\nQ: What is a vocabulary?\nA: all tokens\n\n1) Why bytes?\nAnswer: nothing is unknown\n2) Why merges?\nAnswer: shorter sequences\n",
                &[("Why bytes?", "nothing is unknown"), ("Why merges?", "shorter sequences")],
            ),
        ];
        for (text, expected) in rows {
            let found = cards(text);
            let last: Vec<(&str, &str)> =
                found.iter().skip(2).map(|(asked, told)| (asked.as_str(), told.as_str())).collect();
            assert_eq!(last, expected, "{text}: {found:?}");
            assert!(!found[1].1.contains(expected[0].0), "{found:?}");
        }
    }

    #[test]
    fn a_dialogue_inside_an_answer_stays_in_it() {
        let text = "1. How does a prompt with examples look?\nThe examples come first:\n   Q: 2 and 2\n   A: 4\nThen the task.\n2. Why does it work?\nThe form is copied.\n";
        assert_eq!(cards(text).len(), 2);
    }
}
