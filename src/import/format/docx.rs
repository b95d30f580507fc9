//! Documents of Word: headings, lists, tables, code, links, pictures and formulas.
//!
//! The document is written as HTML, whose way to Markdown is there already.

mod body;
mod numbering;
mod styles;
mod value;

use super::omml::latex;
use super::packed::Packed;
use super::xml::{self, Element};
use super::{Converted, Refused};
use crate::import::damage;
use crate::markdown;
use crate::messages::Damage;
use body::Body;
use numbering::Numbering;
use std::collections::HashMap;
use styles::Styles;

/// The name of the format.
const FORMAT: &str = "Word document";
const DOCUMENT: &str = "word/document.xml";

/// Whether an archive is such a document.
pub(super) fn is_document(packed: &Packed<'_>) -> bool {
    packed.has(DOCUMENT)
}

pub(super) fn read(packed: &mut Packed<'_>) -> Result<Converted, Refused> {
    let html = html(packed).map_err(|why| Refused::damaged(FORMAT, why))?;
    let text = markdown::from_html(&html);
    Ok(Converted { format: FORMAT, text: markdown::typed_numbers(&text) + "\n", told: Vec::new() })
}

/// The place of a picture in the archive, by the name that the Markdown has for it.
pub(super) fn place_of_picture(name: &str) -> String {
    format!("word/media/{name}")
}

fn html(packed: &mut Packed<'_>) -> Result<String, Damage> {
    let document = xml::parse(&packed.text(DOCUMENT)?)?;
    let mut part = |name: &str| -> Result<Element, Damage> {
        match packed.has(name) {
            true => xml::parse(&packed.text(name)?)
                .map_err(|why| Damage::Part { name: damage::shown(name), why: why.into() }),
            false => Ok(Element::default()),
        }
    };
    let styles = Styles::of(&part("word/styles.xml")?);
    let numbering = Numbering::of(&part("word/numbering.xml")?);
    let targets = targets(&part("word/_rels/document.xml.rels")?);
    let footnotes = footnotes(&part("word/footnotes.xml")?);
    let mut body = Body::new(&styles, numbering, &targets, &footnotes);
    if let Some(element) = document.child("w:body") {
        body.blocks(element);
    }
    Ok(body.done())
}

/// Where links lead and which pictures are shown.
fn targets(relations: &Element) -> HashMap<String, String> {
    let target = |relation: &Element| {
        Some((relation.attribute("Id")?.to_owned(), relation.attribute("Target")?.to_owned()))
    };
    relations.elements().filter_map(target).collect()
}

/// The notes at the foot of pages, as text.
fn footnotes(notes: &Element) -> HashMap<String, String> {
    let note = |note: &Element| {
        // Lines between text and notes are notes themselves.
        if note.attribute("w:type").is_some_and(|kind| kind != "normal") {
            return None;
        }
        let mut text = String::new();
        plain(note, &mut text);
        Some((note.attribute("w:id")?.to_owned(), text.trim().to_owned()))
    };
    notes.elements().filter_map(note).collect()
}

fn plain(element: &Element, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => out.push_str(&child.text()),
            "m:oMath" => out.push_str(&latex(child)),
            "w:del" => {}
            _ => plain(child, out),
        }
    }
}
