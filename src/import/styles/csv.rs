//! Comma-separated values: two columns, the first one asks. Quoted fields may hold commas and line ends.

mod guessed;
mod records;
mod sheets;
mod signs;

use super::super::ask::{Asking, asking};
use super::super::diagnostic::Diagnostic;
use super::super::fields::plain_name;
use super::super::format::records::options::RowOptions;
use super::super::package::{self, TOPIC};
use super::super::page::Page;
use super::super::style::{Own, Reading, Style};
use super::super::written_id;
use crate::card::han::is_han;
use crate::messages::ReadingMessage;
use records::CsvColumns;
pub(in crate::import) use records::{CsvRecord, question, records};

pub(in crate::import) const STYLE: Style = Style {
    name: "csv",
    about: "comma-separated values: a question and its answer in each record",
    sample: "question,answer\nWhat does pooling do?,It shrinks the map.\n\"为什么提出CNN？\",\"参数太多，\n难训练。\"\n",
    read,
    insisted,
};

const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Whether a line names the fields of the records below it.
pub(in crate::import) fn names_fields(line: &str) -> bool {
    SEPARATORS.iter().any(|separator| CsvColumns::named(line.split(*separator)).is_some())
}

fn read(page: &Page<'_>) -> Reading {
    if page.contains("\t") {
        let sheets = sheets::read(page);
        if !sheets.questions.is_empty() {
            return sheets;
        }
    }
    let table = table(page);
    if table.questions.is_empty() { signs::read(page) } else { table }
}

/// Records of the usual separators.
fn table(page: &Page<'_>) -> Reading {
    // Tables of values have the same shape on every line, so the first few tell.
    let Some((first, separator)) = separator(page) else { return Reading::default() };
    // Prose has commas too, but not on every line.
    let filled = (1..=page.len()).filter(|line| !page.is_blank(*line)).take(12);
    let (lines, separated) = filled.fold((0usize, 0usize), |(lines, separated), line| {
        (lines + 1, separated + usize::from(page.line(line).contains(separator)))
    });
    let is_headed = CsvColumns::named(page.line(first).split(separator)).is_some();
    if separated * 2 < lines && !is_headed {
        return Reading::default();
    }
    let records = records(page, separator);
    let is_headed = is_headed || CsvColumns::with_options(&records).is_some();
    let width = records.first().map_or(0, |record| record.fields.len());
    let odd = records.iter().filter(|record| record.fields.len() != width).count();
    if let Some(columns) = guessed::columns(&records).filter(|_| !is_headed) {
        return cards(page, &records, separator, Some(columns));
    }
    // A table with named columns is one, whatever its rows look like.
    if !is_headed && separator == ';' && width == 2 && are_terms(&records) {
        return cards(page, &records, separator, None).trusted();
    }
    if !is_headed && separator == ',' && are_glossed(&records) {
        return cards(page, &records, separator, None).trusted();
    }
    if !is_headed && separator != ',' && has_tags(&records) {
        return tagged(page, &records, separator).trusted();
    }
    if width < 2 || !is_headed && odd * 20 > records.len() {
        return Reading::default();
    }
    let asks = |record: &&CsvRecord| record.fields.first().is_some_and(|field| asking(field) > Asking::No);
    let asking = records.iter().filter(asks).count();
    if records.len() < 1 + usize::from(is_headed) || !(is_headed || asking * 10 >= records.len() * 6) {
        return Reading::default();
    }
    cards(page, &records, separator, None)
}

/// Whether records are terms with their definitions, as Quizlet writes them with semicolons: each has both, terms are
/// short and differ, and words are more than figures. A definition may have semicolons of its own.
fn are_terms(records: &[CsvRecord]) -> bool {
    let is_code =
        |text: &str| text.contains(['{', '}', '=']) && !text.contains('$') || text.starts_with("//");
    let is_term = |record: &&CsvRecord| {
        let [term, meaning, ..] = record.fields.as_slice() else { return false };
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
        let says = |text: &str| letters(text) > 0 && letters(text) * 2 >= text.chars().count().min(40);
        says(term)
            && letters(meaning) > 0
            && term.chars().count() <= 80
            && !is_code(term)
            && (record.fields.len() == 2 || meaning.chars().count() > 3)
    };
    let terms = || -> std::collections::HashSet<&str> {
        records.iter().map(|record| record.fields[0].trim()).collect()
    };
    records.len() > 3
        && records.iter().filter(is_term).count() * 10 >= records.len() * 9
        && terms().len() * 10 >= records.len() * 9
}

/// Whether records are terms with what they mean, parted by commas without a blank: prose has one behind each. Each has both,
/// terms are short and differ, and nearly every meaning is of several words that are no names.
fn are_glossed(records: &[CsvRecord]) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|letter: char| ".,;:!\"'()".contains(letter));
        word.starts_with(char::is_lowercase)
            && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
    };
    let is_gloss = |record: &CsvRecord| {
        let [term, meaning] = record.fields.as_slice() else { return false };
        let words = meaning.split_whitespace().filter(|word| is_word(word)).count();
        let is_han = meaning.chars().filter(|letter| is_han(*letter)).count() >= FEWEST_HAN;
        term.contains(char::is_alphabetic)
            && term.chars().count() <= LONGEST_TERM
            && !term.contains(['{', '}', '=', '(', ';', '<', '。', '，'])
            && !meaning.starts_with(' ')
            && !meaning.contains(['{', '}', '='])
            && !meaning.ends_with(';')
            && (words >= FEWEST_WORDS || is_han)
    };
    let terms = || -> std::collections::HashSet<&str> {
        records.iter().filter_map(|record| record.fields.first()).map(|term| term.trim()).collect()
    };
    records.len() > 3
        && records.iter().all(|record| record.fields.len() == 2)
        && records.iter().filter(|record| is_gloss(record)).count() * 10 >= records.len() * 9
        && terms().len() == records.len()
}

/// A term has no more letters, its meaning no fewer words or Chinese signs.
const LONGEST_TERM: usize = 48;
const FEWEST_WORDS: usize = 2;
const FEWEST_HAN: usize = 4;

/// Whether records are notes with tags behind, as decks for Anki are written: nearly all have three fields, and the
/// last one is of few words that come again and again. What has more fields has the separator in its answer.
pub(in crate::import) fn has_tags(records: &[CsvRecord]) -> bool {
    if records.len() < 4 || records.iter().any(|record| record.fields.len() < 3) {
        return false;
    }
    let parts = |record: &CsvRecord| record.fields.len() == 3;
    let is_tag = |text: &str| text.chars().count() <= LONGEST_TAG && text.split_whitespace().count() <= 3;
    let tags: Vec<&str> =
        records.iter().filter_map(|record| record.fields.last()).map(|tag| tag.trim()).collect();
    let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    tags.iter().flat_map(|tag| tag.split_whitespace()).for_each(|word| *counts.entry(word).or_default() += 1);
    let comes_again = |tag: &&&str| tag.split_whitespace().any(|word| counts[word] > 1);
    let worded: Vec<&str> =
        records.iter().filter_map(|record| record.fields.get(1)).map(|answer| answer.trim()).collect();
    let is_worded = |answer: &&&str| answer.contains(char::is_whitespace) || !answer.is_ascii();
    records.iter().filter(|record| parts(record)).count() * 4 >= records.len() * 3
        && tags.iter().all(|tag| is_tag(tag))
        && tags.iter().filter(|tag| tag.contains(char::is_alphabetic)).count() * 2 >= tags.len()
        && tags.iter().filter(comes_again).count() * 5 >= records.len() * 4
        && worded.iter().filter(is_worded).count() * 2 >= records.len()
        && records.iter().all(|record| record.fields[0].contains(char::is_alphabetic))
}

/// A tag has no more letters.
const LONGEST_TAG: usize = 40;

/// The cards of records with tags behind.
fn tagged(page: &Page<'_>, records: &[CsvRecord], separator: char) -> Reading {
    let glue = separator.to_string();
    let card = |record: &CsvRecord| {
        let (tag, sides) = record.fields.split_last()?;
        let mut question = question(page, record, sides[0].trim(), sides[1..].join(&glue).trim())?;
        let topic: Vec<String> = package::tags(tag.trim()).into_iter().collect();
        question.own = Some(Box::new(Own { id: None, topic, title: None }));
        Some(question)
    };
    Reading::judged(page, records.iter().filter_map(card).collect())
}

/// The reading of a page that somebody says is a table, whatever it looks like.
fn insisted(page: &Page<'_>) -> Reading {
    let separator = separator(page).map_or(',', |(_, separator)| separator);
    cards(page, &records(page, separator), separator, None)
}

/// The first line that says something, and what parts its fields.
fn separator(page: &Page<'_>) -> Option<(usize, char)> {
    let first = (1..=page.len()).find(|line| !page.is_blank(*line))?;
    let line = page.line(first);
    // Definitions have commas: what stands on each of the first lines parts them.
    let filled: Vec<usize> = (first..=page.len()).filter(|line| !page.is_blank(*line)).take(12).collect();
    let on_each = |separator: &char| filled.iter().all(|line| page.line(*line).contains(*separator));
    let sure = SEPARATORS.into_iter().filter(on_each).collect::<Vec<_>>();
    let is_plain = |separator: &char| line.contains(*separator);
    let separator = match sure.as_slice() {
        [only] if filled.len() > 3 => Some(*only),
        _ => SEPARATORS.into_iter().find(is_plain),
    };
    Some((first, separator?))
}

fn cards(page: &Page<'_>, records: &[CsvRecord], separator: char, guessed: Option<CsvColumns>) -> Reading {
    let named = |head: &CsvRecord| CsvColumns::named(head.fields.iter().map(String::as_str));
    let head = records.first().and_then(named);
    let head = head.or_else(|| CsvColumns::with_options(records)).or(guessed);
    let named = head.is_some();
    let columns = head.unwrap_or(CsvColumns {
        asked: 0,
        answered: 1,
        topic: None,
        deck: None,
        id: None,
        others: Vec::new(),
    });
    let width = records.first().map_or(0, |record| record.fields.len()).max(2);
    let mut diagnostics = Vec::new();
    let names: Vec<String> = match records.first() {
        Some(head) if named && columns.id.is_none() => {
            head.fields.iter().map(|name| plain_name(name)).collect()
        }
        _ => Vec::new(),
    };
    let options = |record: &CsvRecord| RowOptions::of(&names, &record.fields);
    let shown = records.iter().skip(1).find_map(options).map_or(Vec::new(), |options| options.places);
    let is_shown = |name: &&String| {
        let place =
            records[0].fields.iter().position(|field| field.trim().trim_matches('"') == name.as_str());
        place.is_some_and(|place| shown.contains(&place))
    };
    let others: Vec<&str> =
        columns.others.iter().filter(|name| !is_shown(name)).map(String::as_str).collect();
    if named && !others.is_empty() {
        let message = ReadingMessage::ColumnsNotShown { columns: others.join(", ") };
        let help = ReadingMessage::CsvColumns;
        diagnostics.push(Diagnostic::note(records[0].first, message, help));
    }
    let mut decks: Vec<&str> = Vec::new();
    for record in &records[usize::from(named)..] {
        let deck = columns.deck.and_then(|place| record.fields.get(place)).map_or("", |deck| deck.trim());
        if !decks.contains(&deck) && decks.len() < 2 {
            decks.push(deck);
        }
    }
    let title =
        decks.first().filter(|deck| decks.len() == 1 && !deck.is_empty()).map(|deck| (*deck).to_owned());
    let mut questions = Vec::new();
    for record in &records[usize::from(named)..] {
        let (mut asked, mut answer) = match columns.id {
            Some(_) => exact(record, &columns),
            None => sides(record, &columns, width, separator, &mut diagnostics),
        };
        if let Some(options) = options(record).filter(|_| !asked.is_empty()) {
            asked = format!("{asked}\n\n{}", options.shown);
            answer = if options.answer.is_empty() { answer } else { options.answer };
        }
        let Some(mut question) = question(page, record, &asked, &answer) else { continue };
        let field = |place: Option<usize>| {
            place.and_then(|place| record.fields.get(place)).map_or("", |field| field.trim())
        };
        let deck = Some(field(columns.deck)).filter(|deck| decks.len() > 1 && !deck.is_empty());
        let topic = columns.topic.and_then(|place| record.fields.get(place)).map_or("", String::as_str);
        let levels = topic.split(TOPIC).map(str::trim).filter(|level| !level.is_empty());
        let topic: Vec<String> = deck.into_iter().chain(levels).map(str::to_owned).collect();
        let id = Some(field(columns.id)).filter(|id| written_id(&format!("<!-- id: {id} -->")).is_some());
        if !topic.is_empty() || id.is_some() || title.is_some() {
            question.own = Some(Box::new(Own { id: id.map(str::to_owned), topic, title: title.clone() }));
        }
        questions.push(question);
    }
    let reading = Reading::judged(page, questions);
    let is_declared = columns.id.is_some();
    Reading { diagnostics, is_declared, ..if named { reading.trusted() } else { reading } }
}

/// Question and answer of a table that the program wrote: as they stand.
fn exact(record: &CsvRecord, columns: &CsvColumns) -> (String, String) {
    let field = |place: usize| record.fields.get(place).cloned().unwrap_or_default();
    (field(columns.asked), field(columns.answered))
}

/// Question and answer of a record. Fields beyond the last column are shown, and told.
fn sides(
    record: &CsvRecord,
    columns: &CsvColumns,
    width: usize,
    separator: char,
    diagnostics: &mut Vec<Diagnostic>,
) -> (String, String) {
    let fields: Vec<&str> = record.fields.iter().map(|field| field.trim()).collect();
    let glue = format!("{separator}");
    let field = |place: usize| fields.get(place).copied().unwrap_or_default().to_owned();
    let (mut asked, mut answer) = (field(columns.asked), field(columns.answered));
    if fields.len() > width {
        let beyond = &record.fields[width..].join(&glue);
        if columns.asked == 0 && columns.answered == 1 && width == 2 {
            // Of a text with bare commas, what ends with a question mark asks.
            let asks = fields[..fields.len() - 1].iter().rposition(|field| field.ends_with(['?', '？']));
            let end = asks.unwrap_or(0) + 1;
            asked = record.fields[..end].join(&glue).trim().to_owned();
            answer = record.fields[end..].join(&glue).trim().to_owned();
        } else if columns.answered + 1 == width {
            answer = record.fields[columns.answered..].join(&glue).trim().to_owned();
        } else {
            answer = format!("{answer}\n\n{}", beyond.trim());
        }
        let (fields, beyond) = (fields.len(), beyond.trim().to_owned());
        let message = ReadingMessage::TooManyFields { fields, width, beyond };
        let help = ReadingMessage::QuoteFields;
        diagnostics.push(Diagnostic::warning(record.first, message, help).to(record.last));
    }
    (asked, answer)
}

#[cfg(test)]
mod tests {
    use crate::import;

    type Rows = Vec<(String, String)>;

    fn read(text: &str, style: Option<&str>) -> (Rows, Vec<(usize, String)>) {
        let notes = import::read(text.as_bytes(), None, style.and_then(import::named), None);
        let cards = notes
            .cards
            .iter()
            .map(|card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string()));
        let told = notes.diagnostics.iter().map(|found| (found.line, found.message.to_string()));
        (cards.collect(), told.collect())
    }

    #[test]
    fn odd_rows_are_read_and_told() {
        let rows = |rows: &[(&str, &str)]| -> Rows {
            rows.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
        };
        for style in [None, Some("csv")] {
            let (cards, told) =
                read("Front,Back\nWhat is x?,zw\nWhat is u?,v,extra\nWhy a, b, and c?,because\n", style);
            assert_eq!(
                cards,
                rows(&[("What is x?", "zw"), ("What is u?", "v,extra"), ("Why a, b, and c?", "because")])
            );
            assert!(
                told.contains(&(3, "this row has 3 fields where the first has 2: extra".to_owned())),
                "{told:?}"
            );
        }
        let (cards, told) = read("question,answer,topic\nWhat is x?,y,CNN,z\nWhat is v?\n,lonely\n", None);
        assert_eq!(cards, rows(&[("What is x?", "y\n\nz"), ("What is v?", "")]));
        assert!(
            told.iter().any(|(line, _)| *line == 2) && told.iter().any(|(line, _)| *line == 4),
            "{told:?}"
        );
    }

    #[test]
    fn terms_of_quizlet_are_parted_by_semicolons() {
        let text = "epoch;one pass over all data\nlogit;what goes into softmax, a real number\n池化;取最大或平均;降低分辨率\nstride;the step of a kernel, 1 or more\n";
        let (cards, _) = read(text, None);
        assert_eq!(cards.len(), 4, "{cards:?}");
        assert_eq!(cards[1], ("logit".to_owned(), "what goes into softmax, a real number".to_owned()));
        assert_eq!(cards[2].1, "取最大或平均;降低分辨率");
        for code in [
            "int a;\nb = 3;\nc();\nreturn d;\n",
            "1;2\n3;4\n5;6\n7;8\n",
            "x = 1; y = 2\nz = 3; w = 4\nu = 1; v = 2\nt = 1; s = 1\n",
        ] {
            assert!(read(code, None).0.is_empty(), "{code}");
        }
    }

    #[test]
    fn options_in_columns_are_part_of_the_question() {
        for (text, first, second) in [
            (
                "question,option a,option b,option c,answer\nWhich has no weights?,Conv,ReLU,Linear,B\nWhich is recurrent?,CNN,LSTM,,b\n",
                ("Which has no weights?\n\nA. Conv\nB. ReLU\nC. Linear", "B. ReLU"),
                ("Which is recurrent?\n\nA. CNN\nB. LSTM", "B. LSTM"),
            ),
            (
                "id;Frage;choice_1;choice_2;correct\n1;Which is lazy?;kNN;SVM;1\n2;Which scales?;tree;SVM;SVM\n",
                ("Which is lazy?\n\nA. kNN\nB. SVM", "A. kNN"),
                ("Which scales?\n\nA. tree\nB. SVM", "B. SVM"),
            ),
            (
                "题目\tA\tB\t答案\n哪一个没有参数？\t卷积\t池化\tB\n哪一个有门？\tLSTM\tCNN\tA\n",
                ("哪一个没有参数？\n\nA. 卷积\nB. 池化", "B. 池化"),
                ("哪一个有门？\n\nA. LSTM\nB. CNN", "A. LSTM"),
            ),
        ] {
            let (cards, told) = read(text, None);
            let row = |(one, other): (&str, &str)| (one.to_owned(), other.to_owned());
            assert_eq!(cards, [row(first), row(second)], "{text}");
            assert!(
                !told.iter().any(|(_, told)| told.contains("option") || told.contains("choice")),
                "{told:?}"
            );
        }
    }

    #[test]
    fn whoever_insists_gets_a_table() {
        for text in ["one\ntwo\n", "a,b,c\nd\n", "\"open\nx,y\n", "Front;Back\nx;y;z\n"] {
            assert!(!read(text, Some("csv")).0.is_empty(), "{text}");
        }
    }
}
