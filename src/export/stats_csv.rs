//! Statistics as comma-separated values: one line a figure, whatever table it belongs to.

use super::material::statistics;
use super::{Format, Material, csv};
use crate::card::Lang;
use crate::messages::{self, ExportMessage, Message};
use crate::stats::sections::SECTIONS;

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: ExportMessage::StatsCsv,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

/// In English whatever language the program speaks: programs read it.
fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let stats = statistics(material)?;
    let mut out = String::new();
    csv::record(&mut out, &["section", "table", "row", "label", "column", "value"]);
    for section in &SECTIONS {
        for table in section.tables(&stats, messages::of(Lang::En)) {
            for (row, cells) in (1..).zip(&table.rows) {
                for (cell, (column, _)) in cells.iter().zip(&table.columns).skip(1) {
                    let (row, label, value) = (format!("{row}"), cells[0].exact(), cell.exact());
                    csv::record(&mut out, &[section.key, table.key, &row, &label, column, &value]);
                }
            }
        }
    }
    Ok(out.into_bytes())
}
