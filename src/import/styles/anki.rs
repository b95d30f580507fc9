//! Anki's text export: `#separator:tab` and other notes above, then one note a line.

use super::super::page::Page;
use super::super::style::{Reading, Style};
use super::csv::{questions, records};

pub(in crate::import) const STYLE: Style = Style {
    name: "anki",
    about: "Anki's text export: a question and its answer in each line, separated as its header says",
    sample: "#separator:tab\n#html:false\nWhat does pooling do?\tIt shrinks the map.\n为什么提出CNN？\t参数太多。\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let (mut separator, mut own_columns, mut found) = ('\t', Vec::new(), false);
    for line in 1..=page.len() {
        let Some((key, value)) = page.line(line).strip_prefix('#').and_then(|header| header.split_once(':'))
        else {
            break;
        };
        match key {
            "separator" => {
                found = true;
                separator = match value.trim().to_lowercase().as_str() {
                    "comma" => ',',
                    "semicolon" => ';',
                    "pipe" => '|',
                    "colon" => ':',
                    "space" => ' ',
                    other => other.chars().next().filter(|_| other.chars().count() == 1).unwrap_or('\t'),
                };
            }
            "html" | "tags" | "columns" | "notetype" | "deck" | "if matches" => found = true,
            "guid column" | "notetype column" | "deck column" | "tags column" => {
                found = true;
                own_columns.extend(value.trim().parse::<usize>().ok());
            }
            _ => break,
        }
    }
    let first = (1..=page.len()).find(|line| !page.is_blank(*line) && !page.line(*line).starts_with('#'));
    if !found && !first.is_some_and(|line| page.line(line).contains('\t')) {
        return Reading::default();
    }
    let mut records = records(page, separator);
    records.retain(|record| !page.line(record.first).starts_with('#'));
    if !found {
        // Without a header only tabs on every line tell.
        let tabbed = records.iter().filter(|record| record.fields.len() >= 2).count();
        if records.len() < 2
            || tabbed < records.len()
            || records.iter().any(|record| record.fields.len() != records[0].fields.len())
        {
            return Reading::default();
        }
    }
    let mut free = (1..=64).filter(|column| !own_columns.contains(column)).map(|column| column - 1);
    let (asked, answered) = (free.next().unwrap_or(0), free.next().unwrap_or(1));
    Reading::judged(page, questions(page, &records, asked, answered))
}
