//! Statistics as JSON: the figures as they are, for programs.

use super::material::statistics;
use super::{Format, Material};
use crate::messages::{ExportMessage, Message};

pub(super) const FORMAT: Format = Format {
    name: "json",
    about: ExportMessage::StatsJson,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let mut out = serde_json::to_vec_pretty(&statistics(material)?).expect("figures are plain data");
    out.push(b'\n');
    Ok(out)
}
