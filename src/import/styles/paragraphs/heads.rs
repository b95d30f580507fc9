//! Heads of lists: lines that name what stands below them and are no questions: rounds, companies, dates, names in
//! brackets or before a colon, or the first line of each block.

use super::rows::{ListRow, RowForm};
use crate::import::ask::Asking;
use crate::import::page::columns;
use crate::import::stem::{Bold, Delimiter};
use std::collections::HashSet;

/// A head is no wider, at the beginning of a block narrower.
const WIDEST: usize = 48;
const WIDEST_FIRST: usize = 30;
const WIDEST_ALONE: usize = 20;

/// Marks the rows that head others; gives the rounds that they count, if any.
pub(super) fn mark(rows: &mut [ListRow<'_>]) -> usize {
    let mut rounds = HashSet::new();
    // Where some names in brackets ask, these are the questions.
    let wrapped = rows.iter().filter(|row| row.is_bare() && is_wrapped(row));
    let (names, questions) = wrapped.fold((0, 0), |(names, questions), row| {
        if row.asks == Asking::No { (names + 1, questions) } else { (names, questions + 1) }
    });
    let are_names = questions * 5 <= names;
    for place in 0..rows.len() {
        let is_round = names_round(&rows[place]);
        rounds.extend(is_round.then(|| ordinal(rows[place].stem.text)).flatten());
        let below = rows.get(place + 1).map(|next| next.form);
        let row = &rows[place];
        let names = match row.form {
            RowForm::Bare => {
                is_round
                    || is_date(row.stem.text)
                    || (are_names && row.asks == Asking::No && is_wrapped(row))
                    || announces(row) && below.is_some()
            }
            RowForm::Number(number) => {
                let is_of_chapters =
                    matches!(number.delimiter, Delimiter::Han | Delimiter::HanBrackets | Delimiter::Roman);
                let is_next =
                    |form| matches!(form, RowForm::Number(next) if next.delimiter == number.delimiter);
                is_round || is_of_chapters && row.may_name(WIDEST) && below.is_some_and(|form| !is_next(form))
            }
            RowForm::Bullet => is_round,
            RowForm::Heading | RowForm::Other => false,
        };
        rows[place].heads |= names;
        rows[place].is_round = is_round;
    }
    mark_above_numbers(rows);
    mark_marked(rows);
    mark_first(rows);
    // What stands right above a head and is as short names more than it.
    for place in (0..rows.len().saturating_sub(1)).rev() {
        let opens = place == 0 || rows[place].is_free;
        let (row, next) = (&rows[place], &rows[place + 1]);
        if row.is_bare() && next.heads && opens && row.may_name(WIDEST_FIRST) {
            rows[place].heads = true;
        }
    }
    rounds.len()
}

/// A short line right above a list that begins with 1.
fn mark_above_numbers(rows: &mut [ListRow<'_>]) {
    for place in 0..rows.len().saturating_sub(1) {
        let (row, next) = (&rows[place], &rows[place + 1]);
        let begins = matches!(next.form, RowForm::Number(number) if number.value == 1);
        let opens = row.is_free
            || place == 0
            || rows[place - 1].heads
            || matches!(rows[place - 1].form, RowForm::Number(_));
        if row.is_bare() && begins && opens && row.may_name(WIDEST_FIRST) {
            rows[place].heads = true;
        }
    }
}

/// Numbered lines or items that do not ask, each with bare lines below that do: companies, chapters.
fn mark_marked(rows: &mut [ListRow<'_>]) {
    let kinds: [fn(&RowForm) -> bool; 2] =
        [|form| matches!(form, RowForm::Number(_)), |form| matches!(form, RowForm::Bullet)];
    for is_kind in kinds {
        let Some(indent) = rows.iter().filter(|row| is_kind(&row.form)).map(|row| row.stem.indent).min()
        else {
            continue;
        };
        let is_outer = |row: &ListRow<'_>| is_kind(&row.form) && row.stem.indent <= indent + 1;
        let (mut outer, mut named, mut asking, mut below, mut asking_below) = (0, 0, 0, 0, 0);
        let mut inside = false;
        for row in rows.iter() {
            if is_outer(row) {
                outer += 1;
                named += usize::from(row.may_name(WIDEST));
                asking += usize::from(row.asks > Asking::No);
                inside = true;
            } else if row.heads {
                inside = false;
            } else if inside && row.form != RowForm::Other {
                below += 1;
                asking_below += usize::from(row.asks > Asking::No);
            }
        }
        // Those right above another one name chapters of topics.
        let above = rows.windows(2).filter(|pair| is_outer(&pair[0]) && is_outer(&pair[1])).count();
        let leaves = outer - if above * 2 < outer { above } else { 0 };
        let is_list = leaves > 1 && below >= leaves * 2 && asking_below * 5 >= below * 2;
        if is_list && asking * 6 <= outer && named * 5 >= outer * 4 {
            rows.iter_mut().filter(|row| is_outer(row)).for_each(|row| row.heads = true);
        }
    }
}

/// The first line of each block, where no other line is a head and nearly each block begins with a short one.
fn mark_first(rows: &mut [ListRow<'_>]) {
    let others = rows.iter().filter(|row| row.heads && row.form != RowForm::Heading).count();
    let headings = rows.iter().filter(|row| row.form == RowForm::Heading).count();
    let starts: Vec<usize> =
        (0..rows.len()).filter(|place| *place == 0 || rows[*place].is_free || rows[*place].heads).collect();
    let nexts: Vec<usize> = starts.iter().skip(1).copied().chain([rows.len()]).collect();
    if headings > 1 || starts.len() * 3 > rows.len() * 2 {
        // A title of one line above all others.
        let is_title = |row: &ListRow<'_>| row.is_bare() && row.may_name(WIDEST_FIRST);
        if rows.len() > 1 && headings == 0 && is_title(&rows[0]) && rows[1].is_free {
            rows[0].heads = true;
        }
        return;
    }
    let is_first = |start: usize, next: usize| {
        let row = &rows[start];
        let below: usize = rows[start + 1..next].iter().map(|row| row.width).sum();
        let is_alone = next == start + 1;
        let widest = if is_alone { WIDEST_ALONE } else { WIDEST_FIRST };
        row.is_bare() && row.may_name(widest) && (is_alone || row.width * (next - start - 1) <= below)
    };
    let blocks: Vec<(usize, usize)> = starts.iter().copied().zip(nexts).collect();
    let open: Vec<&(usize, usize)> =
        blocks.iter().filter(|(start, next)| next - start > 1 && !rows[*start].heads).collect();
    let named = open.iter().filter(|(start, next)| is_first(*start, *next)).count();
    if named * 5 < open.len() * 3 || named + others < 2 {
        return;
    }
    let found: Vec<usize> =
        blocks.iter().filter(|(start, next)| is_first(*start, *next)).map(|(start, _)| *start).collect();
    found.into_iter().for_each(|start| rows[start].heads = true);
}

fn names_round(row: &ListRow<'_>) -> bool {
    row.asks == Asking::No && is_round(row.stem.text)
}

/// `一面`, `二面（40min）`, `Round 2: design`, `HR 面`: a round of an interview.
pub(in crate::import) fn is_round(text: &str) -> bool {
    const ROUNDS: [&str; 20] = [
        "一面",
        "二面",
        "三面",
        "四面",
        "五面",
        "六面",
        "1面",
        "2面",
        "3面",
        "4面",
        "hr面",
        "hr 面",
        "终面",
        "初面",
        "主管面",
        "技术面",
        "交叉面",
        "群面",
        "笔试",
        "加面",
    ];
    const WORDS: [&str; 8] =
        ["round", "screen", "screening", "onsite", "on-site", "interview", "assessment", "call"];
    let text = text.trim_end_matches([':', '：']);
    let width = columns(text);
    if width > WIDEST || text.contains(['：', '，', '。', '？', '?', ',']) {
        return false;
    }
    let lower = text.to_lowercase();
    if ROUNDS.iter().any(|round| lower.contains(round)) {
        // What is told of a round is longer.
        return width <= WIDEST_FIRST || lower.starts_with(['一', '二', '三', '四', '五', '第']);
    }
    let counts = ["轮", "次面试", "场"].iter().any(|word| {
        lower.find(word).is_some_and(|at| lower[..at].starts_with('第') && lower[..at].chars().count() < 4)
    });
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    counts || (lower.is_ascii() && text.split(' ').count() <= 6 && words.any(|word| WORDS.contains(&word)))
}

/// The number of a round, however it is written.
fn ordinal(text: &str) -> Option<usize> {
    const ORDINALS: [[&str; 4]; 6] = [
        ["一", "1", "first", "初面"],
        ["二", "2", "second", "复面"],
        ["三", "3", "third", "three"],
        ["四", "4", "fourth", "four"],
        ["五", "5", "fifth", "five"],
        ["六", "6", "sixth", "six"],
    ];
    let lower = text.to_lowercase();
    ORDINALS.iter().position(|words| words.iter().any(|word| lower.contains(word)))
}

/// Only figures and signs of a date.
fn is_date(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 2
        && text.chars().all(|letter| letter.is_ascii_digit() || " -/.:~年月日号时分至".contains(letter))
}

/// `【…】`, `[…]`, `--- … ---`, `== … ==`, bold: a short text with marks around it.
fn is_wrapped(row: &ListRow<'_>) -> bool {
    const PAIRS: [(char, char); 7] =
        [('【', '】'), ('〖', '〗'), ('[', ']'), ('［', '］'), ('《', '》'), ('<', '>'), ('「', '」')];
    let text = row.stem.text.trim_end_matches([':', '：']);
    if row.width > WIDEST {
        return false;
    }
    let mut letters = text.chars();
    let (Some(first), Some(last)) = (letters.next(), letters.next_back()) else { return false };
    let inner = letters.as_str();
    let is_pair = PAIRS
        .iter()
        .any(|(open, close)| first == *open && last == *close && !inner.contains([*open, *close]));
    let is_rule = |letter: char| matches!(letter, '-' | '=' | '*' | '#' | '~' | '—' | '─' | '_' | '+');
    let is_between = is_rule(first) && is_rule(last) && inner.trim_matches(is_rule).len() + 2 < inner.len();
    is_pair || is_between || row.stem.bold == Bold::Whole
}

/// Whether lines below those that end with a colon hardly ask: these are the questions.
pub(super) fn are_answered(rows: &[ListRow<'_>]) -> bool {
    let (mut heads, mut below, mut asking) = (0usize, 0usize, 0usize);
    let mut is_open = false;
    for row in rows {
        let is_head = row.heads && row.form != RowForm::Heading && announces(row);
        heads += usize::from(is_head);
        is_open = is_head || (is_open && !row.heads && !row.is_free);
        if is_open && !is_head {
            below += 1;
            asking += usize::from(row.asks > Asking::No);
        }
    }
    heads > 1 && below >= heads && asking * 6 <= below
}

/// A short text before a colon, with nothing behind it.
fn announces(row: &ListRow<'_>) -> bool {
    row.asks == Asking::No && row.width <= WIDEST && row.stem.text.ends_with([':', '：'])
}
