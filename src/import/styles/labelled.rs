//! Labels: `Q:` and `A:`, `问：` and `答：`, `Question 3` and `Answer`, in many languages, also in bold, in
//! headings and in lists. A question without a label counts where its answer has one.

mod sections;
mod tags;
mod turns;

use super::super::ask::Asking;
use super::super::page::{LineKind, Page, mark};
use super::super::stem::{Bold, Label, Stem};
use super::super::style::{Answer, Question, Reading, Style};
use super::super::talk::is_small_talk;
use std::collections::HashMap;

pub(in crate::import) const STYLE: Style = Style {
    name: "labelled",
    about: "questions and answers are labelled, like Q: and A:",
    sample: "**Q1: What does pooling do?**\n\n**A:** It shrinks the map.\n\n问：为什么提出CNN？\n答：参数太多。\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    if is_word_list(page) {
        return Reading::default();
    }
    if let Some(reading) = sections::read(page) {
        return reading;
    }
    let labels = of_one_kind(without_inner(page, of_headings(page, without_second(labels(page)))));
    let asked = labels.iter().filter(|(_, stem)| stem.label == Some(Label::Question)).count();
    let answered = labels.len() - asked;
    if asked + answered < 2 {
        let words = turns::taking_turns(page);
        let are_tags = words.is_empty() && page.contains("#");
        let found = if are_tags { tags::taking_turns(page) } else { words };
        let reading = Reading::judged(page, found);
        // Words before a colon stand in any text.
        let least = if are_tags { MOST_OF_TAGS } else { MOST_OF_WORDS };
        return if reading.evidence.covers(least) { without_small_talk(reading) } else { Reading::default() };
    }
    let mut questions = if asked * 2 < answered {
        with_unanswered(page, above_answers(page, &labels))
    } else {
        pairs(page, &labels)
    };
    let lines: Vec<usize> = labels.iter().map(|(line, _)| *line).collect();
    questions.append(&mut turns::beside(page, &lines));
    let mut bold = bold_beside(page, &questions, &lines);
    questions.append(&mut bold);
    questions.sort_by_key(|question| question.line);
    without_small_talk(Reading::judged(page, questions))
}

/// Turns that take less of a file are no questions of it.
const MOST_OF_WORDS: f32 = 0.6;
const MOST_OF_TAGS: f32 = 0.4;

/// Without thanks and the like: they belong to what was weighed, but ask nothing.
fn without_small_talk(mut reading: Reading) -> Reading {
    reading.questions.retain(|question| !is_small_talk(&question.text));
    reading
}

/// Without the second of two words for a question that always stand one below the other: the same in another
/// language, and a part of the question.
fn without_second(mut labels: Vec<(usize, Stem<'_>)>) -> Vec<(usize, Stem<'_>)> {
    let word = |place: usize| {
        let (line, stem) = labels.get(place)?;
        (stem.label == Some(Label::Question) && stem.number.is_none()).then_some((*line, stem.word))
    };
    let is_second = |place: usize| {
        let before = place.checked_sub(1).and_then(word);
        before.zip(word(place)).is_some_and(|(one, other)| one.1 != other.1 && other.0 - one.0 <= 2)
    };
    let second: Vec<usize> = (0..labels.len()).filter(|place| is_second(*place)).collect();
    let Some((_, other)) = second.first().and_then(|place| word(*place)) else { return labels };
    let all = (0..labels.len()).filter_map(word).filter(|(_, word)| *word == other).count();
    let asked = (0..labels.len()).filter_map(word).count();
    if second.len() > 2 && second.len() == all && all * 2 == asked {
        let lines: Vec<usize> = second.iter().map(|place| labels[*place].0).collect();
        labels.retain(|(line, _)| lines.binary_search(line).is_err());
    }
    labels
}

/// Whether nearly every line is one word: "answer" is no label there.
fn is_word_list(page: &Page<'_>) -> bool {
    if page.told < LONGEST_OF_LABELS {
        return false;
    }
    let is_word = |line: &usize| {
        let text = page.line(*line).trim();
        text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '\'' | '-'))
    };
    (1..=page.len()).filter(|line| !page.is_blank(*line)).filter(is_word).count() * 20 > page.told * 19
}

/// A file of single words that has fewer lines may hold questions and answers of one word each.
const LONGEST_OF_LABELS: usize = 60;

/// Where headings are labelled and numbered one after another, labels of other lines are parts of answers.
fn of_headings<'a>(page: &Page<'_>, mut labels: Vec<(usize, Stem<'a>)>) -> Vec<(usize, Stem<'a>)> {
    let is_head = |(line, stem): &(usize, Stem<'_>)| {
        stem.label == Some(Label::Question) && page.level(*line).is_some() && stem.number.is_some()
    };
    let Some((level, word)) =
        labels.iter().find(|label| is_head(label)).map(|(line, stem)| (page.level(*line), stem.word))
    else {
        return labels;
    };
    let is_head =
        |label: &(usize, Stem<'_>)| is_head(label) && label.1.word == word && page.level(label.0) == level;
    let numbers: Vec<u32> = labels
        .iter()
        .filter(|label| is_head(label))
        .filter_map(|(_, stem)| Some(stem.number?.value))
        .collect();
    let runs = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1 || pair[1] == 1).count();
    if numbers.len() > 2 && numbers[0] == 1 && runs + 1 == numbers.len() {
        labels.retain(|label| {
            is_head(label)
                || label.1.label == Some(Label::Answer)
                || (label.1.number.is_some() && label.1.word == word)
        });
    }
    labels
}

/// Without answers labelled deeper than the questions, where each question has several or not each has one:
/// remarks on options, points named "Solution".
fn without_inner<'a>(page: &Page<'_>, mut labels: Vec<(usize, Stem<'a>)>) -> Vec<(usize, Stem<'a>)> {
    let is_inner =
        |(line, stem): &(usize, Stem<'_>)| page.level(*line).is_none() && (stem.bullet || stem.indent > 1);
    let asked = labels.iter().filter(|(_, stem)| stem.label == Some(Label::Question));
    let (asked, inner_asked) =
        asked.fold((0usize, 0usize), |(all, inner), label| (all + 1, inner + usize::from(is_inner(label))));
    let answers =
        labels.iter().filter(|label| label.1.label == Some(Label::Answer) && is_inner(label)).count();
    if asked > 1 && inner_asked * 2 < asked && (answers * 4 < asked * 3 || answers * 2 > asked * 3) {
        labels.retain(|label| label.1.label == Some(Label::Question) || !is_inner(label));
    }
    labels
}

/// Without the question words that are rare beside another one, or that no answer follows while one
/// follows the other: in a file of `Q1:` and `A:`, "问题：" is a word of an answer.
fn of_one_kind(mut labels: Vec<(usize, Stem<'_>)>) -> Vec<(usize, Stem<'_>)> {
    // How often each word stands there, and how often an answer follows it.
    let mut counts = [(0usize, 0usize); 256];
    for (index, (_, stem)) in labels.iter().enumerate() {
        if stem.label == Some(Label::Question) {
            let next = labels.get(index + 1).is_some_and(|(_, next)| next.label == Some(Label::Answer));
            let count = &mut counts[usize::from(stem.word)];
            *count = (count.0 + 1, count.1 + usize::from(next));
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    // A number that goes on from the question before tells the same list, whatever the word.
    let mut runs = [0usize; 256];
    let asked: Vec<&Stem<'_>> =
        labels.iter().map(|(_, stem)| stem).filter(|stem| stem.label == Some(Label::Question)).collect();
    for pair in asked.windows(2) {
        let goes_on =
            pair[0].number.zip(pair[1].number).is_some_and(|(one, other)| one.value + 1 == other.value);
        runs[usize::from(pair[1].word)] += usize::from(goes_on);
    }
    let is_kept = |(count, answered): (usize, usize)| {
        count * 3 >= most.0 && (answered * 3 >= count || most.1 * 2 < most.0)
    };
    let is_alike = |word: usize| {
        let (count, answered) = counts[word];
        runs[word] == count || (most.1 > 0 && answered == count)
    };
    labels.retain(|(_, stem)| {
        let word = usize::from(stem.word);
        stem.label == Some(Label::Answer) || is_kept(counts[word]) || is_alike(word)
    });
    labels
}

fn labels<'a>(page: &Page<'a>) -> Vec<(usize, Stem<'a>)> {
    let mut found = Vec::new();
    for line in 1..=page.len() {
        if !page.has(line, mark::QUESTION | mark::ANSWER) || page.is_anchor(line) {
            continue;
        }
        let stem = match page.kind(line) {
            LineKind::Quote => Stem::of(page.line(line).trim_start_matches(['>', ' '])),
            _ => page.stem(line),
        };
        let option = stem.label == Some(Label::Answer)
            && page.kind(line) != LineKind::Quote
            && !page.labels_answer(line);
        if stem.label.is_some() && !option {
            found.push((line, stem));
        }
    }
    found
}

/// The lines that answer with `A. …` right below a question with `Q. …`, where most questions have one: a dot is the sign
/// of options, too.
fn dotted(page: &Page<'_>, labels: &[(usize, Stem<'_>)]) -> HashMap<usize, usize> {
    let is_short =
        |line: usize| page.line(line).trim_start_matches(['*', '#', '-', ' ']).starts_with(['Q', 'q']);
    let asked = labels.iter().filter(|(line, stem)| stem.label == Some(Label::Question) && is_short(*line));
    let below = |line: usize| (line + 1..=page.len()).find(|below| !page.is_furniture(*below));
    let answers = |line: &usize| {
        let text = page.line(*line).trim_start_matches(['*', ' ']);
        let is_option = || below(*line).is_some_and(|next| page.option(next) == Some('B'));
        text.strip_prefix('A').is_some_and(|rest| rest.starts_with(['.', '、', '．', ')'])) && !is_option()
    };
    let found: HashMap<usize, usize> =
        asked.clone().filter_map(|(line, _)| Some((*line, below(*line).filter(answers)?))).collect();
    if found.len() > 1 && found.len() * 2 >= asked.count() { found } else { HashMap::new() }
}

/// A question runs from its label to the label of its answer.
fn pairs(page: &Page<'_>, labels: &[(usize, Stem<'_>)]) -> Vec<Question> {
    let mut questions = Vec::new();
    let with_answers = labels.iter().any(|(_, stem)| stem.label == Some(Label::Answer));
    let dotted = dotted(page, labels);
    for (index, (line, stem)) in labels.iter().enumerate() {
        if stem.label != Some(Label::Question) {
            continue;
        }
        let mut question = Question::new(page, *line, stem.question());
        question.sure = true;
        if let Some(answer) = dotted.get(line) {
            let next = labels[index + 1..].iter().find(|(_, next)| next.label == Some(Label::Question));
            let end = next.map_or(page.len(), |(next, _)| next - 1);
            let (_, last) = page.trimmed(*answer, end).unwrap_or((*answer, *answer));
            let source = page.line(*answer);
            let sign = source.find(['.', '、', '．', ')']).unwrap_or(0);
            let told = source[sign..].trim_start_matches(['.', '、', '．', ')', '*', ' ']);
            question.told = true;
            question.answer = Answer::Cut(*answer, last, source.len() - told.len());
            questions.push(question);
            continue;
        }
        let answer = labels
            .get(index + 1)
            .filter(|(_, next)| next.label == Some(Label::Answer))
            .map(|(line, _)| *line);
        // A heading of its level or above cuts a question off from the next label.
        let cut = |answer: &usize| {
            (line + 1..*answer).any(|between| {
                page.level(between).is_some_and(|level| question.level.is_none_or(|own| level <= own))
            })
        };
        match answer.filter(|answer| !cut(answer)) {
            Some(answer) => {
                question.told = true;
                move_below(page, &mut question, answer);
                let last =
                    (*line..answer).rev().find(|between| !page.is_furniture(*between)).unwrap_or(*line);
                if last > question.line {
                    extend(page, &mut question, last);
                }
            }
            None if stem.text.is_empty() => {
                let next = labels.get(index + 1).map_or(page.len() + 1, |(line, _)| *line);
                move_below(page, &mut question, next);
                // "Question 3" stands alone; the question is the paragraph below.
                let below = (line + 1..=page.len()).find(|below| !page.is_furniture(*below));
                if let Some(below) =
                    below.filter(|below| question.text.is_empty() && page.level(*below).is_none())
                {
                    extend(page, &mut question, below);
                }
            }
            None => match behind_bold(stem) {
                Some((asked, told)) => {
                    (question.text, question.answer) = (asked.to_owned(), Answer::Behind(told.to_owned()));
                }
                None => inline_answer(&mut question, with_answers),
            },
        }
        // The label stands above its question.
        if let (Some(context), Some(before)) = (question.context, questions.last_mut()) {
            let before: &mut Question = before;
            before.limit = before.limit.min(context - 1);
        }
        questions.push(question);
    }
    questions
}

/// Where "Question 3" stands alone, the question is the paragraph below, behind what is told of it: `**Type**: choice`.
fn move_below(page: &Page<'_>, question: &mut Question, until: usize) {
    if !question.text.is_empty() {
        return;
    }
    let is_property = |line: usize| {
        let text = page.line(line).trim_start_matches(['*', '_', '-', ' ']);
        let name = text.split([':', '：']).next().unwrap_or(text);
        name.len() < text.len() && text.chars().count() <= LONGEST_PROPERTY && !text.contains(['?', '？'])
    };
    let told = |line: &usize| page.level(*line).is_none() && !page.is_furniture(*line) && !is_property(*line);
    let Some(below) = (question.line + 1..until).find(told) else { return };
    let text = page.stem(below).question();
    let is_apart = (question.line + 1..below).any(|line| !page.is_furniture(line));
    if is_apart && page.kind(below) == LineKind::Text && !text.is_empty() {
        question.context = Some(question.line);
        (question.line, question.last_line, question.text) = (below, below, text);
    }
}

/// What is told of a question has no more letters.
const LONGEST_PROPERTY: usize = 60;

fn extend(page: &Page<'_>, question: &mut Question, last: usize) {
    let more = page.slice(question.line + 1, last);
    if !question.text.is_empty() {
        question.text.push('\n');
    }
    question.text.push_str(more.trim());
    question.last_line = last;
}

/// Bold lines that ask, without a label, where the labelled questions are in bold: each with a text below it.
fn bold_beside(page: &Page<'_>, questions: &[Question], labelled: &[usize]) -> Vec<Question> {
    let is_bold = |line: usize| page.line(line).trim_start().starts_with("**");
    let bold = questions.iter().filter(|question| is_bold(question.line)).count();
    if bold < FEWEST_BOLD || bold * 5 < questions.len() * 4 {
        return Vec::new();
    }
    let asks = |line: &usize| {
        page.has(*line, mark::WHOLE)
            && is_bold(*line)
            && page.kind(*line) == LineKind::Text
            && page.item(*line) == 0
            && page.asks(*line) > Asking::No
            && labelled.binary_search(line).is_err()
            && page.is_furniture(line - 1)
    };
    let is_free = |line: &usize| {
        let above = questions.partition_point(|question| question.line < *line);
        let is_taken = questions.get(above).is_some_and(|question| question.line == *line);
        above.checked_sub(1).filter(|_| !is_taken).is_some_and(|above| match questions[above].answer {
            Answer::Lines(_, last) | Answer::Cut(_, last, _) => last < *line,
            _ => questions[above].last_line < *line,
        })
    };
    let has_text = |line: &usize| {
        let below = (line + 1..=page.len()).find(|below| !page.is_furniture(*below));
        below.is_some_and(|below| {
            page.level(below).is_none() && !page.has(below, mark::WHOLE | mark::QUESTION)
        })
    };
    let found = (2..=page.len()).filter(asks).filter(|line| is_free(line) && has_text(line));
    found
        .map(|line| Question { sure: true, ..Question::new(page, line, page.stem(line).question()) })
        .collect()
}

/// Fewer bold questions are no habit.
const FEWEST_BOLD: usize = 3;

/// A question all in bold, and its answer behind it: `**Q: How much?** A lot.`
fn behind_bold<'a>(stem: &Stem<'a>) -> Option<(&'a str, &'a str)> {
    let Bold::Lead(at) = stem.bold else { return None };
    let (asked, told) =
        (stem.text[..at].trim(), stem.text[at..].trim_start_matches(['*', '_', ' ']).trim_end());
    (asked.ends_with(['?', '？']) && told.contains(char::is_alphanumeric)).then_some((asked, told))
}

/// `Q: … A: …` on one line.
fn inline_answer(question: &mut Question, with_answers: bool) {
    if with_answers {
        return;
    }
    for mark in [" A: ", " A：", "答：", " Answer: ", " Ans: "] {
        if let Some((asked, answer)) = question.text.split_once(mark) {
            let (asked, answer) = (asked.trim().to_owned(), answer.trim().to_owned());
            if !asked.is_empty() && !answer.is_empty() {
                question.text = asked;
                question.answer = Answer::Behind(answer);
                return;
            }
        }
    }
}

/// Only answers are labelled: the paragraph above each is its question.
fn above_answers(page: &Page<'_>, labels: &[(usize, Stem<'_>)]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut free = 1;
    for (line, stem) in labels {
        if stem.label == Some(Label::Question) {
            continue;
        }
        let above = (free..*line).rev().find(|above| !page.is_furniture(*above));
        if let Some(last) = above {
            let mut first = last;
            while first > free
                && page.kind(first) == LineKind::Text
                && page.kind(first - 1) == LineKind::Text
                && page.asks(first) == Asking::No
            {
                first -= 1;
            }
            if matches!(page.kind(first), LineKind::Text | LineKind::Heading(_)) {
                let own = page.stem(first);
                let mut question = Question::new(page, first, own.question());
                // Such a line need not stand out, so it was not looked at yet.
                question.sure = super::super::ask::asking(own.text) > Asking::No;
                if last > first {
                    extend(page, &mut question, last);
                }
                questions.push(question);
            }
        }
        free = line + 1;
    }
    questions
}

/// Where the questions above labelled answers are numbers of lists, the other numbers of these lists are questions
/// without an answer.
fn with_unanswered(page: &Page<'_>, questions: Vec<Question>) -> Vec<Question> {
    let setting = |line: usize| {
        let stem = page.stem(line);
        let number = stem.number.filter(|_| page.kind(line) == LineKind::Text && stem.label.is_none())?;
        Some((number.delimiter, stem.indent, number.value))
    };
    let Some((delimiter, indent, _)) = questions.first().and_then(|first| setting(first.line)) else {
        return questions;
    };
    let is_alike = |line: usize| setting(line).is_some_and(|found| (found.0, found.1) == (delimiter, indent));
    let alike = questions.iter().filter(|question| is_alike(question.line)).count();
    if questions.len() < 3 || alike * 10 < questions.len() * 9 {
        return questions;
    }
    let is_taken = |line: usize| {
        let before = questions.partition_point(|one| one.line <= line);
        before > 0 && line <= questions[before - 1].last_line
    };
    let missing = (1..=page.len()).filter(|line| is_alike(*line) && !is_taken(*line));
    let mut all = questions.clone();
    all.extend(missing.map(|line| Question::new(page, line, page.stem(line).question())));
    all.sort_by_key(|question| question.line);
    let numbers: Vec<u32> = all.iter().filter_map(|one| setting(one.line)).map(|found| found.2).collect();
    let runs = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1 || pair[1] == 1).count();
    if numbers[0] == 1 && runs * 10 >= (numbers.len() - 1) * 9 { all } else { questions }
}
