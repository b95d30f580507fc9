//! Notion's exports: an archive, or archives in one, of pages as Markdown or HTML and of databases as CSV.
//!
//! Each page is read as a file of its own. A database whose columns or titles ask gives a card for each row;
//! what stands on the row's page goes on with its answer.

mod database;
mod names;

use super::deck::ConvertedDeck;
use super::packed::{LARGEST_PART, Packed};
use super::{Converted, LARGEST_TEXT, Refused, pages};
use crate::markdown::{self, percent_decoded};
use crate::messages::{Damage, FormatMessage};
use database::Database;
use names::{folder, own_name, topic};
use std::collections::BTreeMap;

/// The name of the format.
const FORMAT: &str = "Notion export";
/// Archives inside the archive, and what they unpack to together, in bytes.
const MOST_PARTS: usize = 16;
const LARGEST_PARTS: usize = 256 << 20;
/// More pages are refused.
const MOST_PAGES: usize = 20_000;

/// Whether an archive is such an export.
pub(super) fn is_export(packed: &Packed<'_>) -> bool {
    packed.names().any(|name| is_part(&name) || (kind(&name).is_some() && own_name(&name).1))
}

/// The archives that an export is parted into.
pub(super) fn parts(packed: &mut Packed<'_>) -> Result<Vec<Packed<'static>>, Damage> {
    let names: Vec<String> = packed.names().filter(|name| is_part(name)).collect();
    if names.len() > MOST_PARTS {
        return Err(Damage::TooManyArchives { archives: MOST_PARTS });
    }
    let (mut parts, mut size) = (Vec::new(), 0);
    for name in names {
        let bytes = packed.file(&name, LARGEST_PART)?;
        size += bytes.len();
        if size > LARGEST_PARTS {
            return Err(Damage::ArchivesTooLarge { mb: LARGEST_PARTS >> 20 });
        }
        parts.push(Packed::owned(bytes)?);
    }
    Ok(parts)
}

pub(super) fn read(packed: &mut Packed<'_>) -> Result<Converted, Refused> {
    let deck = deck(packed).map_err(|why| Refused::damaged(FORMAT, why))?;
    if deck.has_cards() {
        return deck.converted(FORMAT);
    }
    Err(Refused { format: FORMAT, message: FormatMessage::EmptyNotion, help: FormatMessage::UnzipNotion })
}

/// What a file of the export is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NotionKind {
    Markdown,
    Html,
    Csv,
}

fn kind(name: &str) -> Option<NotionKind> {
    let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    let (_, ending) = name.rsplit_once('.').filter(|_| !is_hidden)?;
    match ending {
        "md" => Some(NotionKind::Markdown),
        "html" => Some(NotionKind::Html),
        "csv" => Some(NotionKind::Csv),
        _ => None,
    }
}

fn is_part(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    file.ends_with(".zip") && (file.starts_with("ExportBlock-") || file.contains("Part-"))
}

fn deck(packed: &mut Packed<'_>) -> Result<ConvertedDeck, Damage> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut size = 0;
    for mut part in parts(packed)? {
        collect(&mut part, &mut texts, &mut size)?;
    }
    collect(packed, &mut texts, &mut size)?;
    let root = texts.keys().min_by_key(|name| (name.matches('/').count(), name.len()));
    let title = root.map(|name| own_name(name).0).filter(|name| !name.is_empty()).unwrap_or("Notion");
    let mut deck = ConvertedDeck::titled(title);
    let mut databases: Vec<Database> = Vec::new();
    for (name, text) in texts.iter().filter(|(name, _)| kind(name) == Some(NotionKind::Csv)) {
        // The export has a database twice: as its view shows it, and all of it.
        let is_view =
            name.strip_suffix(".csv").is_some_and(|stem| texts.contains_key(&format!("{stem}_all.csv")));
        if !is_view {
            databases.extend(Database::of(name, text));
        }
    }
    for (name, text) in texts.iter().filter(|(name, _)| kind(name) != Some(NotionKind::Csv)) {
        let text = page(name, text);
        if let Some(database) = databases.iter_mut().find(|database| database.holds(name))
            && database.take(name, &text)
        {
            continue;
        }
        let mut topic = topic(name);
        // The page above all others is the deck itself.
        if topic.first() == deck.title.as_ref() {
            topic.remove(0);
        }
        pages::read(&text, &topic, Some(own_name(name).0), &mut deck);
    }
    databases.into_iter().for_each(|database| database.write(&mut deck));
    Ok(deck)
}

/// Reads the texts of an archive.
fn collect(
    packed: &mut Packed<'_>,
    texts: &mut BTreeMap<String, String>,
    size: &mut usize,
) -> Result<(), Damage> {
    let names: Vec<String> = packed.names().filter(|name| kind(name).is_some()).collect();
    for name in names {
        let text = String::from_utf8_lossy(&packed.file(&name, LARGEST_PART)?).replace("\r\n", "\n");
        *size += text.len();
        if *size > LARGEST_TEXT || texts.len() > MOST_PAGES {
            return Err(Damage::TooManyPages { pages: MOST_PAGES, mb: LARGEST_TEXT >> 20 });
        }
        texts.insert(name, text.trim_start_matches('\u{feff}').to_owned());
    }
    Ok(())
}

/// The text of a page, with the places of its pictures in the archive.
fn page(name: &str, text: &str) -> String {
    let text = match kind(name) {
        Some(NotionKind::Html) => markdown::from_page(text).text,
        _ => unfolded(text),
    };
    with_places(&text, folder(name))
}

/// What is folded into a heading stands in the export indented, as code would.
fn unfolded(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let is_heading = |line: &str| line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    let mut out = String::with_capacity(text.len());
    let mut line = 0;
    while line < lines.len() {
        out.push_str(lines[line]);
        out.push('\n');
        line += 1;
        if !is_heading(lines[line - 1]) {
            continue;
        }
        let end = (line..lines.len()).find(|at| is_heading(lines[*at])).unwrap_or(lines.len());
        let inside =
            |text: &&str| text.trim().is_empty() || text.starts_with("    ") || text.starts_with('\t');
        let says = lines[line..end].iter().any(|text| !text.trim().is_empty());
        if says && lines[line..end].iter().all(inside) {
            for text in &lines[line..end] {
                out.push_str(text.strip_prefix("    ").or(text.strip_prefix('\t')).unwrap_or(text.trim()));
                out.push('\n');
            }
            line = end;
        }
    }
    out
}

/// The text with the targets of its pictures as places in the archive.
fn with_places(text: &str, folder: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("![") {
        let Some(open) = rest[at..].find("](").map(|open| at + open + 2) else { break };
        let Some(length) = rest[open..].find([')', '\n']) else { break };
        let target = &rest[open..open + length];
        out.push_str(&rest[..open]);
        match place(target, folder) {
            Some(place) => out.push_str(&place),
            None => out.push_str(target),
        }
        rest = &rest[open + length..];
    }
    out.push_str(rest);
    out
}

/// The place in the archive that a target means from a folder of it; `None` for what is elsewhere.
fn place(target: &str, folder: &str) -> Option<String> {
    if target.contains(':') || target.starts_with(['/', '#']) || target.is_empty() {
        return None;
    }
    let mut levels: Vec<&str> = folder.split('/').filter(|level| !level.is_empty()).collect();
    let target = percent_decoded(target);
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(levels.pop()?),
            name => levels.push(name),
        }
    }
    let mut place = String::new();
    for letter in levels.join("/").chars() {
        match letter {
            ' ' | '(' | ')' | '<' | '>' | '%' | '\\' => {
                place.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            letter => place.push(letter),
        }
    }
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_an_id_behind_them() {
        let id = "0123456789abcdef0123456789abcdef";
        assert_eq!(own_name(&format!("a/CNN basics {id}.md")), ("CNN basics", true));
        assert_eq!(own_name(&format!("Cards {id}_all.csv")), ("Cards", true));
        assert_eq!(own_name("CNN.md"), ("CNN", false));
        assert_eq!(topic(&format!("Prep {id}/CNN {id}/Pool {id}.md")), ["Prep", "CNN"]);
    }

    #[test]
    fn pictures_and_folded_text_find_their_places() {
        assert_eq!(with_places("![a](b%20c.png) [d](e.md)", "X Y"), "![a](X%20Y/b%20c.png) [d](e.md)");
        assert_eq!(
            with_places("![](https://a.b/c.png)![](../d.png)", "X"),
            "![](https://a.b/c.png)![](d.png)"
        );
        assert_eq!(unfolded("## a\n\n    b\n    \n    - c\n## d\n\ne\n"), "## a\n\nb\n\n- c\n## d\n\ne\n");
    }
}
