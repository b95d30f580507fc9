//! Anki's text export: `#separator:tab` and other notes above, then one note a line. Its columns say what
//! else they hold: the note's own name, its kind, its deck and its tags.

use super::super::package::{
    self,
    holes::{holes, numbers},
};
use super::super::page::{LineKind, Page};
use super::super::style::{Own, Question, Reading, Style};
use super::csv::{CsvRecord, has_tags, names_fields, question, records};

pub(in crate::import) const STYLE: Style = Style {
    name: "anki",
    about: "Anki's text export: a question and its answer in each line, separated as its header says",
    sample: "#separator:tab\n#html:false\nWhat does pooling do?\tIt shrinks the map.\n为什么提出CNN？\t参数太多。\n",
    read,
    insisted: read,
};

/// What the notes above say.
struct AnkiHeader {
    separator: char,
    is_html: bool,
    /// The places of the columns that are no fields.
    guid: Option<usize>,
    kind: Option<usize>,
    deck: Option<usize>,
    tags: Option<usize>,
    /// What holds for all notes.
    deck_of_all: String,
    tags_of_all: String,
    is_found: bool,
}

impl AnkiHeader {
    fn of(page: &Page<'_>) -> AnkiHeader {
        let mut header = AnkiHeader {
            separator: '\t',
            is_html: false,
            guid: None,
            kind: None,
            deck: None,
            tags: None,
            deck_of_all: String::new(),
            tags_of_all: String::new(),
            is_found: false,
        };
        let lines = (1..=page.len()).map(|line| page.line(line));
        for (key, value) in lines.map_while(|line| line.strip_prefix('#')?.split_once(':')) {
            if !header.take(key, value.trim()) {
                break;
            }
            header.is_found = true;
        }
        header
    }

    /// Whether it is a line of the header.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let place = || value.parse::<usize>().ok().and_then(|column| column.checked_sub(1));
        match key.to_ascii_lowercase().as_str() {
            "separator" => self.separator = separator(value),
            "html" => self.is_html = value.eq_ignore_ascii_case("true"),
            "tags" => self.tags_of_all = value.to_owned(),
            "deck" => self.deck_of_all = value.to_owned(),
            "guid column" => self.guid = place(),
            "notetype column" => self.kind = place(),
            "deck column" => self.deck = place(),
            "tags column" => self.tags = place(),
            "columns" => {
                let place = |name: &str| {
                    value.split(self.separator).position(|one| one.trim().eq_ignore_ascii_case(name))
                };
                self.tags = self.tags.or(place("tags"));
                self.deck = self.deck.or(place("deck"));
            }
            "notetype" | "if matches" => {}
            _ => return false,
        }
        true
    }

    /// The fields of the note in a record.
    fn fields<'r>(&self, record: &'r CsvRecord) -> Vec<&'r str> {
        let others = [self.guid, self.kind, self.deck, self.tags];
        let is_field = |(place, _): &(usize, &'r String)| !others.contains(&Some(*place));
        record.fields.iter().enumerate().filter(is_field).map(|(_, field)| field.as_str()).collect()
    }
}

fn separator(value: &str) -> char {
    match value.to_lowercase().as_str() {
        "comma" => ',',
        "semicolon" => ';',
        "pipe" => '|',
        "colon" => ':',
        "space" => ' ',
        other => other.chars().next().filter(|_| other.chars().count() == 1).unwrap_or('\t'),
    }
}

fn read(page: &Page<'_>) -> Reading {
    let mut header = AnkiHeader::of(page);
    let first = (1..=page.len()).find(|line| !page.is_blank(*line) && !page.line(*line).starts_with('#'));
    if !header.is_found && !first.is_some_and(|line| page.line(line).contains('\t')) {
        return with_holes(page);
    }
    // Columns with names are those of a table.
    if !header.is_found && first.is_some_and(|line| names_fields(page.line(line))) {
        return Reading::default();
    }
    let mut records = records(page, header.separator);
    records.retain(|record| !page.line(record.first).starts_with('#'));
    if !header.is_found {
        // Without a header only tabs on every line tell.
        let tabbed = records.iter().filter(|record| record.fields.len() >= 2).count();
        let width = records.first().map_or(0, |record| record.fields.len());
        // Who pastes from a sheet leaves out what is empty at the end of a row.
        let is_row = |record: &CsvRecord| (2..=width).contains(&record.fields.len());
        if records.len() < 2
            || tabbed < records.len()
            || records.iter().any(|record| !is_row(record))
            || are_figures(&records)
        {
            return Reading::default();
        }
        header.tags = has_tags(&records).then_some(2);
    }
    let mut questions = Vec::new();
    for record in &records {
        cards(page, &header, record, &mut questions);
    }
    name(&mut questions);
    Reading::judged(page, questions)
}

/// Lines of text with the holes of Anki in nearly all of them: `The {{c1::softmax}} is a distribution.`
fn with_holes(page: &Page<'_>) -> Reading {
    if !page.contains("{{c1::") {
        return Reading::default();
    }
    let header = AnkiHeader::of(page);
    let told = (1..=page.len()).filter(|line| !page.is_furniture(*line) && page.level(*line).is_none());
    let (mut questions, mut lines, mut filled) = (Vec::new(), 0usize, 0usize);
    for line in told {
        lines += 1;
        let text = page.stem(line).text;
        if page.kind(line) == LineKind::Text && !numbers(text).is_empty() {
            filled += 1;
            let record = CsvRecord { first: line, last: line, fields: vec![text.to_owned()] };
            cards(page, &header, &record, &mut questions);
        }
    }
    if filled > 1 && filled * 5 >= lines * 4 { Reading::judged(page, questions) } else { Reading::default() }
}

/// Whether most records hold nothing but numbers behind their first field: a table of measurements.
fn are_figures(records: &[CsvRecord]) -> bool {
    let is_figure = |record: &&CsvRecord| {
        let mut others = record.fields.iter().skip(1);
        others.all(|field| !field.contains(char::is_alphabetic) && field.contains(char::is_numeric))
    };
    records.iter().filter(is_figure).count() * 2 > records.len()
}

/// The cards of a note: one, or one for each number of its holes.
fn cards(page: &Page<'_>, header: &AnkiHeader, record: &CsvRecord, questions: &mut Vec<Question>) {
    let text = |field: &str| match header.is_html {
        true => package::text_of(field).0,
        false => field.trim().to_owned(),
    };
    let fields = header.fields(record);
    let asked = fields.first().copied().unwrap_or_default();
    let more: Vec<String> =
        fields.iter().skip(1).map(|field| text(field)).filter(|field| !field.is_empty()).collect();
    let numbers = numbers(asked);
    let marks = if header.is_html { ("<b>", "</b>") } else { ("**", "**") };
    let sides = |number: i64| {
        let answer = text(&holes(asked, number, true, marks));
        (number, text(&holes(asked, number, false, marks)), [vec![answer], more.clone()].concat())
    };
    let sides: Vec<(i64, String, Vec<String>)> = match numbers.is_empty() {
        true => vec![(1, text(asked), more)],
        false => numbers.into_iter().map(sides).collect(),
    };
    let value = |place: Option<usize>| {
        place.and_then(|place| record.fields.get(place)).map_or("", |field| field.trim())
    };
    let deck = Some(value(header.deck)).filter(|deck| !deck.is_empty()).unwrap_or(&header.deck_of_all);
    let levels = deck.split("::").map(str::trim).filter(|level| !level.is_empty());
    let mut topic: Vec<String> = levels.map(str::to_owned).collect();
    topic.extend(package::tags(&format!("{} {}", header.tags_of_all, value(header.tags))));
    let guid = value(header.guid);
    for (number, asked, answer) in sides {
        let Some(mut question) = question(page, record, &asked, &answer.join("\n\n")) else { continue };
        let id = (!guid.is_empty()).then(|| package::id(guid, number - 1).as_str().to_owned());
        question.own = Some(Box::new(Own { id, topic: topic.clone(), title: None }));
        questions.push(question);
    }
}

/// Takes the deck that all cards stand in as the title.
fn name(questions: &mut [Question]) {
    let level = |question: &Question| {
        question.own.as_ref()?.topic.first().filter(|level| !level.starts_with('#')).cloned()
    };
    let Some(first) = questions.first().and_then(level) else { return };
    if !questions.iter().all(|question| level(question).as_ref() == Some(&first)) {
        return;
    }
    for own in questions.iter_mut().filter_map(|question| question.own.as_mut()) {
        own.topic.remove(0);
        own.title = Some(first.clone());
    }
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[test]
    fn holes_decks_and_tags_are_kept() {
        let text = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
                    g1\tBasic\tML::CNN\tWhat is &lt;CLS&gt;?\tA <b>token</b>\tnlp bert::base\n\
                    g2\tCloze\tML::RNN\t\"A {{c1::gate}} is\n{{c2,3::a factor}}\"\tmore\t\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        let cards: Vec<_> = (notes.cards.iter())
            .map(|card| {
                (
                    card.faces[0].question.as_str(),
                    card.faces[0].answer.as_str(),
                    card.faces[0].topic.join("/"),
                )
            })
            .collect();
        let expected = [
            ("What is \\<CLS>?", "A **token**", "CNN/#nlp #bert::base".to_owned()),
            ("A […] is a factor", "A **gate** is a factor\n\nmore", "RNN".to_owned()),
            ("A gate is […]", "A gate is **a factor**\n\nmore", "RNN".to_owned()),
            ("A gate is […]", "A gate is **a factor**\n\nmore", "RNN".to_owned()),
        ];
        assert_eq!(cards, expected);
        assert_eq!((notes.title.as_deref(), notes.style), (Some("ML"), Some("anki")));
        let ids: std::collections::BTreeSet<_> = notes.cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids.len(), 4);
    }

    #[test]
    fn plain_lines_with_holes_are_cards() {
        let text = "# Norms\n\n- {{c1::RMSNorm}} has no mean\n- 批归一化依赖{{c1::批大小}}，{{c2::推理}}时用滑动平均\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        let asked: Vec<&str> = notes.cards.iter().map(|card| card.faces[0].question.as_str()).collect();
        assert_eq!(
            asked,
            ["[…] has no mean", "批归一化依赖[…]，推理时用滑动平均", "批归一化依赖批大小，[…]时用滑动平均"]
        );
        let told = "Write {{c1::x}} for a hole.\n\nIt is hidden.\n\nThen it is shown.\n";
        assert_eq!(import::read(told.as_bytes(), None, None, None).cards, []);
    }

    #[test]
    fn plain_text_and_values_for_all_notes() {
        let text = "#separator:Semicolon\n#html:false\n#deck:Vision\n#tags:cnn old\n#columns:Front;Back\nWhat is a <T>?;x\nA {{c1::hole::hint}};\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        let cards: Vec<_> = (notes.cards.iter())
            .map(|card| {
                (
                    card.faces[0].question.as_str(),
                    card.faces[0].answer.as_str(),
                    card.faces[0].topic.join("/"),
                )
            })
            .collect();
        let topic = "#cnn #old".to_owned();
        assert_eq!(cards, [("What is a <T>?", "x", topic.clone()), ("A [hint]", "A **hole**", topic)]);
        assert_eq!(notes.title.as_deref(), Some("Vision"));
    }
}
