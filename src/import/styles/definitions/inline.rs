//! Terms with their meaning behind a dash, an arrow, a gap or a colon on the same line: `- recall – found of all that is there`.

use crate::card::han::is_han;
use crate::import::arrow;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, colon_of_term, columns, mark};
use crate::import::stem::Bold;
use crate::import::style::{Answer, Question, Reading, extent};
use std::collections::HashSet;
use std::ops::Range;

/// What parts a term from its meaning, the surest first.
const SIGNS: [TermSign; 12] = [
    TermSign::Arrow,
    TermSign::Semicolon,
    TermSign::Text(" — "),
    TermSign::Text(" – "),
    TermSign::Text("——"),
    TermSign::Dashes,
    TermSign::Text(" - "),
    TermSign::Text(" => "),
    TermSign::Text(" | "),
    TermSign::Equals,
    TermSign::Gap,
    TermSign::Colon,
];
/// A term has no more letters and no more words; before an arrow or a gap whole questions stand too.
const LONGEST: usize = 48;
const MOST_WORDS: usize = 6;
const LONGEST_ASKED: usize = 120;
const MOST_WORDS_ASKED: usize = 24;
/// Fewer lines are no list of terms.
const FEWEST: usize = 5;
/// So many bold items with what they mean were written to be learnt.
const MANY_TERMS: usize = 20;
/// Fewer are none, but where nothing else stands in the file, or all are numbered and bold.
const FEWEST_ALONE: usize = 3;
const FEWEST_COUNTED: usize = 2;
/// Lines of a list of terms that are none take this share at most.
const OTHERS: usize = 6;

/// A sign between a term and its meaning.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TermSign {
    /// An arrow of any kind.
    Arrow,
    Text(&'static str),
    /// Two dashes or more, with blanks on both sides or on none.
    Dashes,
    /// A semicolon between two blanks.
    Semicolon,
    /// An equals sign between words; between figures and signs it is a formula or a setting.
    Equals,
    /// Several blanks, as between columns.
    Gap,
    /// A colon; labels have it too, so more has to say that these are terms.
    Colon,
}

impl TermSign {
    fn parts(self, text: &str) -> Option<(&str, &str)> {
        match self {
            TermSign::Arrow => {
                let Range { start, end } = arrow::written(text, true)
                    .into_iter()
                    .chain(arrow::drawn(text))
                    .min_by_key(|range| range.start)?;
                Some((&text[..start], &text[end..]))
            }
            TermSign::Text(sign) => text.split_once(sign),
            TermSign::Dashes => {
                let start = text.find("--")?;
                let (term, rest) = (&text[..start], text[start..].trim_start_matches('-'));
                let is_even = term.ends_with(' ') == rest.starts_with(' ');
                (is_even && !term.is_empty() && !rest.is_empty()).then_some((term, rest))
            }
            TermSign::Semicolon => text.split_once(" ; "),
            TermSign::Equals => {
                text.split_once(" = ").filter(|(term, meaning)| is_worded(term) && is_worded(meaning))
            }
            TermSign::Gap => {
                let at = text.find('\t').into_iter().chain(text.find("  ")).min()?;
                Some((&text[..at], text[at..].trim_start()))
            }
            TermSign::Colon => {
                let Range { start, end } = colon_of_term(text)?;
                Some((&text[..start], &text[end..]))
            }
        }
    }

    /// Whether a text has what such a sign is made of: most lines of most files have not.
    fn may_part(self, text: &str) -> bool {
        let signs: &[u8] = match self {
            TermSign::Equals | TermSign::Text(" => ") => b"=",
            TermSign::Text(" | ") => b"|",
            TermSign::Dashes => b"-",
            TermSign::Text(sign) if sign.is_ascii() => b"-",
            TermSign::Text(_) => "—".as_bytes(),
            TermSign::Semicolon => b";",
            TermSign::Gap => return text.contains('\t') || has_blanks(text),
            TermSign::Arrow | TermSign::Colon => return true,
        };
        memchr::memchr(signs[0], text.as_bytes()).is_some()
    }

    /// How many terms are a list where nothing else stands in the file.
    fn fewest_alone(self) -> usize {
        match self {
            TermSign::Arrow | TermSign::Colon | TermSign::Dashes | TermSign::Text(" — " | " – " | "——") => {
                FEWEST_ALONE
            }
            _ => FEWEST,
        }
    }

    /// Whether what stands before it may be a whole question.
    fn is_wide(self) -> bool {
        matches!(self, TermSign::Arrow | TermSign::Gap | TermSign::Semicolon)
    }
}

/// Whether two blanks stand side by side.
fn has_blanks(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair == b"  ")
}

/// Whether a text is of words: figures and the signs of code and formulas are none.
fn is_worded(text: &str) -> bool {
    const OF_CODE: [char; 14] = ['{', '}', '[', ']', '<', '>', '\\', '$', '_', '"', '\'', '=', '*', '`'];
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let inner = text.trim();
    let has_words =
        inner.contains(' ') || !inner.is_ascii() || inner.bytes().all(|byte| byte.is_ascii_alphabetic());
    has_words && letters * 3 >= inner.chars().count() * 2 && !inner.contains(OF_CODE) && !inner.ends_with(';')
}

/// The terms of a file that is nothing but a list of them, or of the chapters of one that says that it holds terms.
pub(super) fn read(page: &Page<'_>) -> Reading {
    let whole = of_file(page);
    if whole.questions.is_empty() && page.promises_terms { of_chapters(page) } else { whole }
}

/// The terms of the chapters that hold nothing else, where they take most of the file.
fn of_chapters(page: &Page<'_>) -> Reading {
    let heads = (1..=page.len()).filter(|line| page.level(*line).is_some());
    let starts: Vec<usize> = [1].into_iter().chain(heads.map(|head| head + 1)).collect();
    let ends = starts.iter().skip(1).map(|next| next - 2).chain([page.len()]);
    let mut questions: Vec<Question> = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let terms = if *start <= end { terms_within(page, *start, end) } else { Vec::new() };
        questions.extend(terms.into_iter().map(|term| Question { limit: end, ..term }));
    }
    let (_, covered) = extent(page, &questions);
    if questions.len() < FEWEST || covered * 2 < page.told || page.chapters_of_a_project > 0 {
        return Reading::default();
    }
    Reading::judged(page, questions).trusted()
}

fn of_file(page: &Page<'_>) -> Reading {
    let lines: Vec<usize> = (1..=page.len()).filter(|line| is_entry(page, *line)).collect();
    if lines.len() < FEWEST_ALONE {
        return Reading::default();
    }
    let texts: Vec<&str> = lines.iter().map(|line| page.stem(*line).text).collect();
    // A sign that too many lines lack is none; how many have it makes no odds then.
    let bearing = |sign: TermSign| {
        let parts = |text: &str| sign.parts(text).is_some_and(|(_, rest)| !rest.is_empty());
        let (mut bearing, mut others) = (0, 0);
        for text in &texts {
            if sign.may_part(text) && parts(text) {
                bearing += 1;
            } else {
                others += 1;
                if others * OTHERS > texts.len() + OTHERS {
                    break;
                }
            }
        }
        bearing
    };
    let counts: Vec<usize> = SIGNS.iter().map(|sign| bearing(*sign)).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    // Below a title that says so numbers tell that these are all.
    let numbered = lines.iter().filter(|line| page.has(**line, mark::NUMBER)).count();
    let are_counted = page.promises_terms && numbered == lines.len();
    let least = if are_counted { FEWEST_COUNTED } else { FEWEST_ALONE };
    let Some(place) = counts.iter().position(|count| *count == most).filter(|_| most >= least) else {
        return Reading::default();
    };
    // A short list has nothing beside it but headings.
    let is_title = |line: usize| {
        (1..line).all(|above| page.is_blank(above))
            && SIGNS[place].parts(page.stem(line).text).is_none_or(|(_, rest)| rest.is_empty())
    };
    let is_titled = page.promises_terms && lines.first().is_some_and(|first| is_title(*first));
    let is_alone = most + usize::from(is_titled) == lines.len();
    let is_strong = |line: &usize| page.has(*line, mark::NUMBER) && page.stem(*line).bold != Bold::No;
    let are_strong = lines.iter().all(is_strong);
    let fewest = match (are_strong, is_alone) {
        (true, _) => FEWEST_ALONE,
        (false, true) if are_counted => FEWEST_COUNTED,
        (false, true) if page.promises_terms => FEWEST_ALONE,
        (false, true) => SIGNS[place].fewest_alone(),
        (false, false) => FEWEST,
    };
    if (lines.len() - most) * OTHERS > lines.len() + OTHERS {
        return Reading::default();
    }
    let sign = SIGNS[place];
    let parted = |line: &usize| term(page, *line, sign).or_else(|| term_by_other(page, *line, sign));
    let mut questions: Vec<Question> = lines.iter().filter_map(parted).collect();
    if is_titled && questions.first().is_some_and(|one| one.line == lines[0]) {
        questions.remove(0);
    }
    // A title with a remark in brackets is no term.
    let is_title = |question: &Question| {
        page.is_blank((question.line + 1).min(page.len()))
            && matches!(&question.answer, Answer::Behind(text) if text.starts_with(['(', '（']) && text.ends_with([')', '）']))
    };
    if questions.first().is_some_and(is_title) {
        questions.remove(0);
    }
    let terms: HashSet<String> = questions.iter().map(|question| question.text.to_lowercase()).collect();
    let title = lines.first().is_some_and(|line| questions.first().is_some_and(|one| one.line > *line));
    let others = lines.len() - questions.len() - usize::from(title);
    let (_, covered) = extent(page, &questions);
    if questions.len() < fewest || terms.len() < questions.len() || others * OTHERS > questions.len() {
        return Reading::default();
    }
    let headings = (1..=page.len()).filter(|line| page.level(*line).is_some()).count();
    // Of a glossary more may stand in tables.
    let fills = if page.promises_terms { 3 } else { 4 };
    if covered * 5 < page.told.saturating_sub(headings + usize::from(title)) * fills
        || (sign == TermSign::Gap && !are_columns(page, &questions))
    {
        return Reading::default();
    }
    let are_few = questions.len() < FEWEST && !are_strong;
    if are_few && covered + headings + usize::from(is_titled) < page.told {
        return Reading::default();
    }
    // A few with a colon are offered, unless more tells that these are terms.
    let are_told = questions.len() > FEWEST_ALONE && are_translations(&questions);
    let is_chance = are_few && sign == TermSign::Colon && !page.promises_terms && !are_told;
    let told = sign != TermSign::Colon || page.promises || page.promises_terms;
    let are_bold = questions
        .iter()
        .all(|one| page.item(one.line) == 0 && matches!(page.stem(one.line).bold, Bold::Lead(_)));
    // Items that say what bold terms mean, and hardly anything beside them, in a file long enough to be learnt.
    let are_bold_items = questions.len() >= MANY_TERMS
        && page.chapters_of_a_project == 0
        && questions.iter().all(|one| matches!(page.stem(one.line).bold, Bold::Lead(_)))
        && !questions.iter().any(|one| one.text.contains(['`', '_', '/', '=']));
    let is_index = told
        || are_bold
        || are_bold_items
        || are_translations(&questions)
        || has_index_letters(page, headings)
        || covered + headings + usize::from(title) >= page.told
            && page.chapters_of_a_project == 0
            && are_explained(&questions);
    let mut reading = Reading::judged(page, questions);
    if !is_index || is_chance {
        reading.doubt = Some(crate::messages::ReadingMessage::ColonsElsewhere);
    } else if sign == TermSign::Colon || sign.is_wide() {
        return reading.trusted();
    }
    reading
}

/// The terms on these lines, where nearly all of them say what a term means, and each another.
pub(in crate::import) fn terms_within(page: &Page<'_>, first: usize, last: usize) -> Vec<Question> {
    let lines = || (first..=last).filter(|line| is_entry(page, *line));
    let of = |sign: TermSign| -> Vec<Question> {
        let terms = lines().filter(|line| sign.may_part(page.stem(*line).text));
        terms.filter_map(|line| term(page, line, sign)).filter(|one| one.answer != Answer::Below).collect()
    };
    let most =
        SIGNS.into_iter().map(of).reduce(|one, other| if other.len() > one.len() { other } else { one });
    let questions = most.unwrap_or_default();
    let names: HashSet<&str> = questions.iter().map(|question| &*question.text).collect();
    let told = lines().count();
    let are_all = questions.len() * 5 >= told * 4 && names.len() == questions.len();
    if questions.len() < FEWEST_ALONE || !are_all { Vec::new() } else { questions }
}

/// Whether the meanings are words that begin at one column, and have no further columns.
fn are_columns(page: &Page<'_>, questions: &[Question]) -> bool {
    let mut begins: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    let (mut worded, mut more) = (0, 0);
    for question in questions {
        let line = page.line(question.line);
        let Answer::Behind(meaning) = &question.answer else { continue };
        let at = line.rfind(meaning.as_str()).unwrap_or(0);
        *begins.entry(columns(&line[..at])).or_default() += 1;
        worded += usize::from(meaning.contains(' ') || !meaning.is_ascii());
        more += usize::from(meaning.contains("  ") || meaning.contains('\t'));
    }
    let aligned = begins.into_values().max().unwrap_or(0);
    aligned * 5 >= questions.len() * 4 && worded * 10 >= questions.len() * 7 && more * 5 <= questions.len()
}

/// Whether nearly all terms are in Latin letters and their meanings in Chinese: a list of terms in two languages.
fn are_translations(questions: &[Question]) -> bool {
    let is_pair = |question: &&Question| match &question.answer {
        Answer::Behind(meaning) => meaning.contains(is_han) && !question.text.contains(is_han),
        _ => false,
    };
    questions.iter().filter(is_pair).count() * 5 >= questions.len() * 4
}

/// Whether nearly all meanings explain in several words, as the values of settings and the fields of a form do not.
fn are_explained(questions: &[Question]) -> bool {
    let explains = |question: &&Question| match &question.answer {
        Answer::Behind(meaning) => {
            let words = meaning.split_whitespace().filter(|word| word.chars().all(is_worded_letter)).count();
            let han = meaning.chars().filter(|letter| is_han(*letter)).count();
            let begins = meaning.starts_with(char::is_alphabetic);
            begins && columns(meaning) >= SHORTEST_MEANING && (words >= FEWEST_WORDS || han >= FEWEST_HAN)
        }
        _ => false,
    };
    questions.len() >= FEWEST && questions.iter().filter(explains).count() * 5 >= questions.len() * 4
}

fn is_worded_letter(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, ',' | '.' | ';' | '-' | '\'' | '(' | ')')
}

/// What explains a term has so many columns at least, and so many words or Chinese characters.
const SHORTEST_MEANING: usize = 14;
const FEWEST_WORDS: usize = 3;
const FEWEST_HAN: usize = 6;

/// Whether the headings are the letters of an index.
fn has_index_letters(page: &Page<'_>, headings: usize) -> bool {
    let is_letter =
        |line: &usize| page.heading(*line).is_some_and(|(_, text)| text.trim().chars().count() == 1);
    let letters = (1..=page.len()).filter(is_letter).count();
    letters > 4 && letters * 5 >= headings * 4
}

/// A line at the margin that may say a term.
fn is_entry(page: &Page<'_>, line: usize) -> bool {
    let is_text = page.kind(line) == LineKind::Text && !page.line(line).starts_with([' ', '\t']);
    // Below an item, lazy text goes on with it.
    let begins = page.has(line, mark::BULLET | mark::NUMBER)
        || page.item(line) == 0 && (line == 1 || page.item(line - 1) == 0 || page.is_blank(line - 1));
    is_text && begins && !page.is_furniture(line)
}

fn term(page: &Page<'_>, line: usize, sign: TermSign) -> Option<Question> {
    let stem = page.stem(line);
    // What is not told yet has a sign and nothing behind it, or is a bold term alone.
    let is_bare = stem.bold == Bold::Whole && page.has(line, mark::NUMBER) && !sign.is_wide();
    let (term, meaning) = match unanswered(stem.text, sign) {
        Some(term) => (term, ""),
        None if is_bare => (stem.text, ""),
        None => sign.parts(stem.text)?,
    };
    let is_bold = stem.bold != Bold::No;
    let term = term.trim().trim_matches(['*', '_']).trim();
    let meaning = meaning.trim_start_matches(['*', '_', '—', ' ']).trim();
    let says = |text: &str| text.chars().any(char::is_alphabetic);
    let is_code = |letter: char| matches!(letter, '`' | '[' | ']' | '<' | '>' | '_' | '\\' | '@' | '"' | '=');
    let (longest, most) =
        if sign.is_wide() { (LONGEST_ASKED, MOST_WORDS_ASKED) } else { (LONGEST, MOST_WORDS) };
    // A full stop inside brackets or a number ends no sentence.
    let ends = |(at, letter): (usize, char)| match letter {
        '.' => term[at + 1..].chars().next().is_none_or(char::is_whitespace),
        _ => matches!(letter, '。' | ';' | '；' | '?' | '？' | '!' | '！' | ':' | '：' | '，'),
    };
    let asks = sign.is_wide()
        && (term.ends_with(['?', '？', ')']) && term.contains(['?', '？']) || asking(term) > Asking::No);
    let is_term = says(term)
        && term.chars().count() <= longest
        && term.split_whitespace().count() <= most
        && (is_bold || asks || !term.contains(is_code))
        && (sign.is_wide() || !term.char_indices().any(ends))
        && !term.starts_with(['-', '/', '$']);
    if !is_term
        || !(meaning.is_empty() || says(meaning))
        || meaning.starts_with("//")
        || page.labels_answer(line)
    {
        return None;
    }
    let mut question = Question::new(page, line, term);
    question.sure = true;
    if !meaning.is_empty() {
        question.answer = Answer::Behind(meaning.to_owned());
    }
    Some(question)
}

/// The term of a line in a list of another sign, where one as plain stands: `MoE——…` among `GQA：…`.
fn term_by_other(page: &Page<'_>, line: usize, sign: TermSign) -> Option<Question> {
    let is_plain = |sign: &TermSign| {
        matches!(
            sign,
            TermSign::Arrow | TermSign::Dashes | TermSign::Equals | TermSign::Colon | TermSign::Text(_)
        )
    };
    let text = page.stem(line).text;
    let others = SIGNS.into_iter().filter(|other| *other != sign && is_plain(other) && other.may_part(text));
    if is_plain(&sign) { others.filter_map(|other| term(page, line, other)).next() } else { None }
}

/// The term before an arrow that points at nothing.
fn unanswered(text: &str, sign: TermSign) -> Option<&str> {
    let text = text.trim_end();
    let term = match sign {
        TermSign::Arrow => {
            ["-->", "==>", "->", "=>", "→", "⇒"].into_iter().find_map(|arrow| text.strip_suffix(arrow))
        }
        _ => None,
    };
    term.filter(|term| term.ends_with(' ')).map(str::trim_end)
}
