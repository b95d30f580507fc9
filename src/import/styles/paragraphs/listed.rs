//! Lists of bare lines: each line is a question, in chapters that headings, names in brackets, rounds or short lines
//! head. A chapter may be numbered or have items all the same: each is read in its own form.

use super::heads;
use super::rows::{FEWEST, ListRow, RowForm, rows};
use crate::import::arrow;
use crate::import::ask::Asking;
use crate::import::page::Page;
use crate::import::stem::{Bold, Label};
use crate::import::style::{Answer, Question, Reading};
use crate::import::styles::csv::names_fields;
use crate::messages::ReadingMessage;
use std::collections::HashSet;
use std::ops::Range;

/// An entry of a list and the lines below that belong to it, as places among the rows.
struct ListEntry {
    row: usize,
    answer: Option<(usize, usize)>,
    is_bare: bool,
}

/// The questions of a page that is a list of bare lines, at least in some of its chapters.
pub(super) fn read(page: &Page<'_>) -> Reading {
    if page.form || (page.chapters_of_a_project > 0 && !page.promises) {
        return Reading::default();
    }
    let mut rows = rows(page);
    let labelled = |label: Label| rows.iter().filter(|row| row.stem.label == Some(label)).count();
    let plain = rows.iter().filter(|row| row.form != RowForm::Heading).count();
    let is_labelled =
        labelled(Label::Question) > 1 || labelled(Label::Answer) > 1 && labelled(Label::Answer) * 3 >= plain;
    if rows.is_empty() || is_labelled || headings_ask(&rows) || bold_asks(&rows) || are_records(page, &rows) {
        return Reading::default();
    }
    let rounds = heads::mark(&mut rows);
    if heads::are_answered(&rows) {
        return Reading::default();
    }
    let has_answers = take_turns(&rows);
    let mut entries: Vec<ListEntry> = Vec::new();
    for (start, end) in chapters(&rows) {
        if !is_preamble(&rows, start, end) {
            chapter(&rows, start, end, has_answers, &mut entries);
        }
    }
    if !is_a_list(page, &rows, &entries, rounds, has_answers)
        || are_titles(&rows, &entries)
        || (!has_answers && are_blocks(&rows))
    {
        return of_rounds(page, &rows);
    }
    let mut reading = listed(page, &rows, &entries).trusted();
    reading.fit = reading.fit.max(LISTED);
    let is_name = |row: &&ListRow<'_>| row.heads && row.form != RowForm::Heading;
    reading.chapters = rows.iter().filter(is_name).map(|row| row.line).collect();
    reading
}

/// Whether the lines are records: the first names their fields, or nearly all have the same number of them.
fn are_records(page: &Page<'_>, rows: &[ListRow<'_>]) -> bool {
    if names_fields(page.line(rows[0].line)) {
        return true;
    }
    // Two that talk, each line with its name.
    let name = |row: &ListRow<'_>| {
        let (name, _) = row.stem.text.split_once([':', '：'])?;
        (name.chars().count() <= LONGEST_SPEAKER).then(|| name.to_owned())
    };
    let names: Vec<String> = rows.iter().filter_map(name).collect();
    let kinds: HashSet<&String> = names.iter().collect();
    if names.len() * 5 >= rows.len() * 4 && kinds.len() * 3 <= names.len() && kinds.len() < 4 {
        return true;
    }
    [';', '\t'].into_iter().any(|separator| {
        let fields = |row: &ListRow<'_>| page.line(row.line).matches(separator).count();
        let usual = fields(&rows[0]);
        usual > 0 && rows.iter().filter(|row| fields(row) == usual).count() * 5 >= rows.len() * 4
    })
}

/// The name of somebody who talks is no longer.
const LONGEST_SPEAKER: usize = 16;

fn listed(page: &Page<'_>, rows: &[ListRow<'_>], entries: &[ListEntry]) -> Reading {
    Reading::weighed(page, entries.iter().map(|entry| question(page, rows, entry)).collect())
}

/// The stretches between heads: where each begins, and what is behind it.
fn chapters(rows: &[ListRow<'_>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 0..=rows.len() {
        if end == rows.len() || rows[end].heads {
            found.push((start, end));
            start = end + 1;
        }
    }
    found
}

/// Whether bare lines above all chapters, or below the title, tell of the file: none of them asks.
fn is_preamble(rows: &[ListRow<'_>], start: usize, end: usize) -> bool {
    let is_first = start == rows.iter().take_while(|row| row.form == RowForm::Heading).count().min(1);
    let tells = |row: &ListRow<'_>| row.is_bare() && row.asks == Asking::No;
    is_first && end < rows.len() && rows[start..end].iter().all(tells)
}

/// The rounds of an interview whose questions are bare lines, in a file that is written in another style.
fn of_rounds(page: &Page<'_>, rows: &[ListRow<'_>]) -> Reading {
    let mut entries: Vec<ListEntry> = Vec::new();
    let mut heads = Vec::new();
    for (start, end) in chapters(rows) {
        let head =
            start.checked_sub(1).filter(|head| rows[*head].is_round && rows[*head].form != RowForm::Heading);
        let Some(head) = head.filter(|_| start < end && rows[start].is_bare()) else { continue };
        let from = entries.len();
        bare(rows, start, end, false, &mut entries);
        if entries.len() > from + 1 {
            heads.push(rows[head].line);
        } else {
            entries.truncate(from);
        }
    }
    let questions: Vec<&ListRow<'_>> = entries.iter().map(|entry| &rows[entry.row]).collect();
    let weight: f32 = questions.iter().map(|row| row.asks.weight()).sum();
    let sentences = questions.iter().filter(|row| answers(row)).count();
    let is_list = questions.len() >= FEWEST
        && weight * 5.0 >= questions.len() as f32
        && sentences * 6 <= questions.len()
        && !is_running_text(rows, &questions);
    if !is_list {
        return Reading::default();
    }
    let mut reading = listed(page, rows, &entries);
    (reading.doubt, reading.chapters) = (Some(ReadingMessage::SmallPart), heads);
    reading.fit = reading.fit.max(f32::MIN_POSITIVE);
    reading
}

/// A list that passed fits so well at least: words of bare lines are counted nowhere else.
const LISTED: f32 = 0.5;

fn question(page: &Page<'_>, rows: &[ListRow<'_>], entry: &ListEntry) -> Question {
    let row = &rows[entry.row];
    let text = row.stem.question();
    // AsciiDoc counts items by a dot before each.
    let mut question = Question::new(page, row.line, text.strip_prefix(". ").unwrap_or(&text));
    question.sure = true;
    let below = entry.answer.and_then(|(first, last)| page.trimmed(rows[first].line, rows[last].line));
    question.answer = match below {
        Some((first, last)) => Answer::Lines(first, last),
        None => Answer::Lines(row.line + 1, row.line),
    };
    question
}

/// Whether the headings are the questions.
fn headings_ask(rows: &[ListRow<'_>]) -> bool {
    let headings = rows.iter().filter(|row| row.form == RowForm::Heading);
    let (all, asking) =
        headings.fold((0, 0), |(all, asking), row| (all + 1, asking + usize::from(row.asks == Asking::Yes)));
    all > 2 && asking * 3 >= all
}

/// Whether bold lines are the questions: they stand out, and most of them ask.
fn bold_asks(rows: &[ListRow<'_>]) -> bool {
    let bold = rows.iter().filter(|row| row.is_bare() && row.stem.bold == Bold::Whole);
    let (all, asking) =
        bold.fold((0, 0), |(all, asking), row| (all + 1, asking + usize::from(row.asks == Asking::Yes)));
    let others = rows.iter().filter(|row| row.stem.bold != Bold::Whole && row.asks > Asking::No).count();
    (all > 3 && asking * 2 >= all && others <= asking * MOST_BESIDE)
        || (all > 1 && asking == all && others == 0)
}

/// Among so many times more lines that ask, bold ones are remarks.
const MOST_BESIDE: usize = 4;

/// Whether bare lines that ask and others take turns: these answer those.
fn take_turns(rows: &[ListRow<'_>]) -> bool {
    let bare: Vec<&ListRow<'_>> = rows.iter().filter(|row| row.is_bare() && !row.heads).collect();
    let asks = |row: &ListRow<'_>| row.asks == Asking::Yes;
    let asking = bare.iter().filter(|row| asks(row)).count();
    let followed = rows
        .windows(2)
        .filter(|pair| {
            let [row, next] = pair else { return false };
            row.is_bare() && !row.heads && asks(row) && !next.heads && !asks(next)
        })
        .count();
    asking >= FEWEST && followed * 20 >= asking * 17 && bare.first().is_some_and(|row| asks(row))
}

/// Whether the headings are titles of single texts: a list has more than one entry in most chapters.
fn are_titles(rows: &[ListRow<'_>], entries: &[ListEntry]) -> bool {
    let (mut chapters, mut single) = (0, 0);
    let mut heading = None;
    let mut count = 0;
    let mut ends = |heading: Option<usize>, count: usize| {
        chapters += usize::from(heading.is_some() && count > 0);
        single += usize::from(heading.is_some() && count == 1);
    };
    let mut entries = entries.iter().map(|entry| entry.row).peekable();
    for (place, row) in rows.iter().enumerate() {
        if row.form == RowForm::Heading {
            ends(heading, count);
            (heading, count) = (Some(place), 0);
        }
        count += usize::from(entries.next_if_eq(&place).is_some());
    }
    ends(heading, count);
    chapters > 2 && single * 2 >= chapters
}

/// Whether blank lines part blocks of which only the first line asks: the others answer it.
fn are_blocks(rows: &[ListRow<'_>]) -> bool {
    let (mut blocks, mut single, mut below, mut asking_below) = (0, 0, 0, 0);
    for (place, row) in rows.iter().enumerate() {
        if place == 0 || row.is_free || row.heads {
            blocks += 1;
            single += usize::from(rows.get(place + 1).is_none_or(|next| next.is_free || next.heads));
        } else if !rows[place - 1].heads {
            below += 1;
            asking_below += usize::from(row.asks > Asking::No);
        }
    }
    blocks > 2 && single * 3 <= blocks && asking_below * 7 < below
}

/// Takes the entries of the rows from `start` to before `end`, in the form in which the first one is written.
fn chapter(rows: &[ListRow<'_>], start: usize, end: usize, has_answers: bool, entries: &mut Vec<ListEntry>) {
    let Some(first) = (start..end).find(|place| rows[*place].form != RowForm::Other) else { return };
    match rows[first].form {
        RowForm::Bare => bare(rows, first, end, has_answers, entries),
        form => {
            let own = marked(rows, first, end, form, entries);
            if own < end {
                chapter(rows, own, end, has_answers, entries);
            }
        }
    }
}

/// The entries of a numbered list or of items; gives where bare lines of their own begin behind it.
fn marked(
    rows: &[ListRow<'_>],
    first: usize,
    end: usize,
    form: RowForm,
    entries: &mut Vec<ListEntry>,
) -> usize {
    let indent = rows[first].stem.indent;
    let is_alike = |row: &ListRow<'_>| {
        row.stem.indent <= indent + 1
            && match (row.form, form) {
                (RowForm::Number(one), RowForm::Number(other)) => one.delimiter == other.delimiter,
                (one, other) => one == other,
            }
    };
    // Numbers below a number (`2.1` below `2.`) go on with its question, where most of them ask.
    let is_below = |row: &ListRow<'_>| match (row.form, form) {
        (RowForm::Number(one), RowForm::Number(other)) => one.prefix > 0 && other.prefix == 0,
        _ => false,
    };
    let below = || rows[first..end].iter().filter(|row| is_below(row));
    let go_on = below().filter(|row| row.asks > Asking::No).count() * 2 > below().count();
    let is_entry = |row: &ListRow<'_>| is_alike(row) || go_on && is_below(row);
    let mut places: Vec<usize> = (first..end).filter(|place| is_entry(&rows[*place])).collect();
    // A list of links names what to do elsewhere.
    let links = places.iter().filter(|place| rows[**place].is_link).count();
    if links * 2 > places.len() {
        places.retain(|place| !rows[*place].is_link);
    }
    let answered = places.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
    // Behind a list without answers, what stands free is none either.
    let is_bare_list = answered * 4 < places.len();
    let last = *places.last().unwrap_or(&first);
    let behind = (last + 1..end)
        .find(|place| is_bare_list && rows[*place].is_free && rows[*place].is_bare())
        .unwrap_or(end);
    let nexts = places.iter().skip(1).copied().chain([behind]);
    entries.extend(places.iter().zip(nexts).map(|(place, next)| ListEntry {
        row: *place,
        answer: (next > place + 1).then(|| (place + 1, next - 1)),
        is_bare: false,
    }));
    behind
}

/// The entries of bare lines.
fn bare(rows: &[ListRow<'_>], first: usize, end: usize, has_answers: bool, entries: &mut Vec<ListEntry>) {
    let lines = || rows[first..end].iter().filter(|row| row.is_bare());
    let indent = lines().map(|row| row.stem.indent).min().unwrap_or(0);
    let count = lines().count();
    let is_spaced = count > 1 && lines().filter(|row| row.is_free).count() * 4 >= count * 3;
    let from = entries.len();
    let mut is_over = false;
    for place in first..end {
        let row = &rows[place];
        // A sentence that stands free in a list is none of its questions, nor an answer.
        is_over = !row.stem.text.is_empty()
            && row.asks != Asking::Yes
            && (is_over && !row.is_free
                || row.is_bare() && row.is_free && !is_spaced && !has_answers && answers(row));
        if is_over {
            continue;
        }
        let is_entry = match row.form {
            RowForm::Bare if row.stem.indent > indent + 1 => false,
            RowForm::Bare if has_answers => row.asks == Asking::Yes,
            RowForm::Bare => !answers(row) && (row.is_free || !is_spaced),
            RowForm::Number(_) | RowForm::Bullet => {
                row.stem.indent <= indent + 1 && run_asks(rows, place, end)
            }
            RowForm::Heading | RowForm::Other => false,
        };
        if is_entry || (entries.len() == from && !answers(row)) {
            entries.push(ListEntry { row: place, answer: None, is_bare: row.is_bare() });
        } else if let Some(entry) = entries[from..].last_mut() {
            let start = entry.answer.map_or(place, |(start, _)| start);
            entry.answer = Some((start, place));
        }
    }
}

/// Whether of the marked rows around a place at least half ask.
fn run_asks(rows: &[ListRow<'_>], place: usize, end: usize) -> bool {
    let is_marked = |row: &ListRow<'_>| matches!(row.form, RowForm::Number(_) | RowForm::Bullet);
    let before = rows[..place].iter().rev().take(NEAR).take_while(|row| is_marked(row) && !row.heads);
    let behind = rows[place..end].iter().take(NEAR).take_while(|row| is_marked(row));
    let (all, asking) = before
        .chain(behind)
        .fold((0, 0), |(all, asking), row| (all + 1, asking + usize::from(row.asks > Asking::No)));
    asking * 2 >= all
}

/// So many rows of a run are looked at.
const NEAR: usize = 16;

/// A sentence, or what a sign marks as an answer.
fn answers(row: &ListRow<'_>) -> bool {
    let text = row.stem.text;
    let is_closed = row.asks == Asking::No && text.ends_with(['。', '.', '！', '!']);
    let is_sentence = is_closed || row.asks != Asking::Yes && row.width > LONGEST;
    let begins = |arrow: Option<Range<usize>>| arrow.is_some_and(|arrow| arrow.start == 0);
    is_sentence || begins(arrow::drawn(text)) || begins(arrow::written(text, false))
}

/// A line of several sentences, or a long one, that does not ask.
fn tells(row: &ListRow<'_>) -> bool {
    let text = row.stem.text;
    let is_long = row.width > LONGEST || row.width * 2 > LONGEST && text.contains('，');
    row.asks != Asking::Yes && (is_long || text.contains(['。', '；']))
}

/// A line that does not ask and is wider is a text.
const LONGEST: usize = 200;

/// Whether the entries are questions: bare lines that ask often enough, and are no lines of running text.
fn is_a_list(
    page: &Page<'_>,
    rows: &[ListRow<'_>],
    entries: &[ListEntry],
    rounds: usize,
    has_answers: bool,
) -> bool {
    let bare: Vec<&ListRow<'_>> =
        entries.iter().filter(|entry| entry.is_bare).map(|entry| &rows[entry.row]).collect();
    let marked = entries.len() - bare.len();
    let unanswered = entries.iter().filter(|entry| entry.answer.is_none()).count();
    let is_mixed = bare.len() * 4 >= entries.len() || unanswered * 10 >= entries.len() * 7;
    // What follows each question on its line answers it.
    let tells_behind = |row: &&ListRow<'_>| {
        let end = row.stem.text.find(['?', '？']).map(|at| &row.stem.text[at..]);
        row.asks == Asking::Yes
            && end.is_some_and(|end| end.trim_start_matches(['?', '？', ' ']).contains(char::is_alphanumeric))
    };
    let is_short = marked == 0 && rounds == 0 && bare.len() == FEWEST && !bare.iter().all(tells_behind);
    if bare.len() < FEWEST || !is_mixed || is_short {
        return false;
    }
    let weight: f32 = bare.iter().map(|row| row.asks.weight()).sum();
    let headings = rows.iter().filter(|row| row.form == RowForm::Heading).count();
    let wide = bare.iter().filter(|row| row.width > LONGEST_NOTE || answers(row) || tells(row)).count();
    let is_long = headings >= FEWEST_HEADS && bare.len() >= MANY && bare.len() > headings * 2;
    let is_report = page.promises && is_long && wide * 20 <= bare.len();
    let least = match rounds {
        0 if !page.promises => 0.4,
        // Short lines below headings, in a file that promises questions.
        0 | 1 if is_report => 0.1,
        0 | 1 => 0.25,
        // Rounds that are counted are those of an interview.
        _ => 0.0,
    };
    let others = rows.iter().filter(|row| row.form == RowForm::Other).count();
    let texts: HashSet<&str> = bare.iter().map(|row| row.stem.text).collect();
    let sentences = bare.iter().filter(|row| answers(row)).count();
    let told = entries.iter().filter(|entry| tells(&rows[entry.row])).count();
    let below = |entry: &ListEntry| {
        entry.answer.map_or(0, |(first, last)| rows[first..=last].iter().filter(|row| row.is_bare()).count())
    };
    let below: usize = entries.iter().filter(|entry| entry.is_bare).map(below).sum();
    weight >= least * bare.len() as f32
        && others * 2 <= rows.len()
        && texts.len() * 10 >= bare.len() * 9
        && (has_answers || below * 2 <= bare.len())
        && sentences * 6 <= bare.len()
        && told * 3 <= entries.len()
        && !is_running_text(rows, &bare)
}

/// What is asked is noted in no wider line.
const LONGEST_NOTE: usize = 60;

/// A report of interviews has so many headings and bare lines at least.
const FEWEST_HEADS: usize = 3;
const MANY: usize = 20;

/// Whether lines end in the middle of sentences, or hold code.
fn is_running_text(rows: &[ListRow<'_>], bare: &[&ListRow<'_>]) -> bool {
    let is_open =
        |row: &&&ListRow<'_>| row.stem.text.ends_with([',', '，', ';', '；', '、', '{', '}', '\\', '(']);
    let is_code = |row: &&&ListRow<'_>| {
        let text = row.stem.text;
        text.starts_with(['#', '/', '$', '{', '@', '%', '"', '\'', '|'])
            || text.contains("::")
            || !text.contains(char::is_alphabetic)
            || text.contains("();")
            || text.contains(" = ")
    };
    let wraps = |pair: &&[ListRow<'_>]| {
        let [row, next] = pair else { return false };
        row.is_bare()
            && next.is_bare()
            && !next.is_free
            && row.stem.text.is_ascii()
            && row.width >= WRAPPED
            && !row.stem.text.ends_with(['?', '.', '!', ':'])
            && next.stem.text.starts_with(|letter: char| letter.is_ascii_lowercase())
    };
    let wrapped = rows.windows(2).filter(wraps).count();
    let open = bare.iter().filter(is_open).count();
    let code = bare.iter().filter(is_code).count();
    // What ends nearly all lines is a habit.
    (open * 6 > bare.len() && open * 5 < bare.len() * 4) || code * 5 > bare.len() || wrapped * 8 > bare.len()
}

/// Lines of wrapped text are at least so wide.
const WRAPPED: usize = 50;
