//! Jupyter notebooks: their Markdown, and their code as blocks of code. What the code put out is left out.

mod cells;

use super::{Converted, Refused};
use crate::import::damage;
use crate::messages::Damage;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The name of the format.
const FORMAT: &str = "Jupyter notebook";
/// More cells than this are refused.
const MOST_CELLS: usize = 200_000;

#[derive(Deserialize)]
struct Notebook {
    #[serde(default)]
    cells: Vec<NotebookCell>,
    /// Where versions up to 3 have the cells.
    #[serde(default)]
    worksheets: Vec<NotebookSheet>,
    #[serde(default)]
    metadata: Value,
}

#[derive(Deserialize)]
struct NotebookSheet {
    #[serde(default)]
    cells: Vec<NotebookCell>,
}

#[derive(Deserialize)]
struct NotebookCell {
    cell_type: String,
    #[serde(default)]
    source: NotebookLines,
    /// The source of code up to version 3.
    #[serde(default)]
    input: NotebookLines,
    /// Of headings up to version 3.
    level: Option<u8>,
    language: Option<String>,
    /// Pictures by their names, each in one or more types.
    #[serde(default)]
    attachments: BTreeMap<String, BTreeMap<String, NotebookLines>>,
}

/// A text, whole or line by line.
#[derive(Deserialize)]
#[serde(untagged)]
enum NotebookLines {
    Whole(String),
    Parts(Vec<String>),
}

impl Default for NotebookLines {
    fn default() -> NotebookLines {
        NotebookLines::Parts(Vec::new())
    }
}

impl NotebookLines {
    fn text(&self) -> String {
        match self {
            NotebookLines::Whole(text) => text.clone(),
            NotebookLines::Parts(parts) => parts.concat(),
        }
    }
}

/// The notebook that a text is; `None` where it is none.
pub(super) fn read(text: &str) -> Option<Result<Converted, Refused>> {
    if !is_notebook(text) {
        return None;
    }
    Some(notebook(text).map(|notebook| Converted {
        format: FORMAT,
        text: notebook.markdown(),
        told: Vec::new(),
    }))
}

/// Whether a JSON object looks like a notebook, whole or cut off.
fn is_notebook(text: &str) -> bool {
    let has = |key: &str| memchr::memmem::find(text.as_bytes(), key.as_bytes()).is_some();
    text.starts_with('{') && has("\"cell_type\"") && (has("\"nbformat\"") || has("\"cells\""))
}

fn notebook(text: &str) -> Result<Notebook, Refused> {
    let read: Result<Notebook, _> = serde_json::from_str(text);
    let notebook = read.map_err(|problem| Refused::damaged(FORMAT, damage::said(&problem)))?;
    let sheets: usize = notebook.worksheets.iter().map(|sheet| sheet.cells.len()).sum();
    if notebook.cells.len() + sheets > MOST_CELLS {
        return Err(Refused::damaged(FORMAT, Damage::TooManyCells { cells: MOST_CELLS }));
    }
    Ok(notebook)
}

/// The pictures in the cells of a notebook, by the names that the Markdown has for them.
pub(super) fn pictures(text: &str) -> HashMap<String, Vec<u8>> {
    let Some(notebook) = is_notebook(text).then(|| notebook(text).ok()).flatten() else {
        return HashMap::new();
    };
    let mut pictures = HashMap::new();
    for (number, cell) in notebook.cells().enumerate() {
        for (name, types) in &cell.attachments {
            let Some(data) = types.values().next() else { continue };
            let data: String = data.text().split_ascii_whitespace().collect();
            if let Ok(bytes) = STANDARD.decode(data) {
                pictures.insert(picture_name(number, name), bytes);
            }
        }
    }
    pictures
}

/// Names are a cell's own: `image.png` in each of them.
fn picture_name(cell: usize, name: &str) -> String {
    let sign = |letter: char| if letter.is_alphanumeric() || "-_.".contains(letter) { letter } else { '_' };
    format!("cell-{}-{}", cell + 1, name.chars().map(sign).collect::<String>())
}

impl Notebook {
    fn cells(&self) -> impl Iterator<Item = &NotebookCell> {
        self.worksheets.iter().flat_map(|sheet| &sheet.cells).chain(&self.cells)
    }

    fn markdown(&self) -> String {
        let cells: Vec<String> = self.texts().into_iter().map(|(_, text)| text).collect();
        cells.join("\n")
    }

    /// The cells that say something, by their places, each as Markdown with a line end.
    fn texts(&self) -> Vec<(usize, String)> {
        let named = |place: &str| self.metadata.pointer(place).and_then(Value::as_str);
        let language = named("/kernelspec/language")
            .or_else(|| named("/language_info/name"))
            .or_else(|| named("/kernelspec/name"));
        let texts = self.cells().enumerate().map(|(number, cell)| {
            let text = cell.markdown(number, language.unwrap_or("python"));
            (number, cell.cell_type == "markdown", text.trim_end().to_owned())
        });
        let texts: Vec<(usize, bool, String)> =
            texts.filter(|(_, _, text)| !text.trim().is_empty()).collect();
        let own: Vec<Option<&str>> =
            texts.iter().map(|(_, is_text, text)| is_text.then_some(text.as_str())).collect();
        let headed = cells::headed(&own);
        let leads = if headed.is_none() { cells::tasked(&own) } else { None };
        let text_of = |place: usize| {
            let lead = leads.as_ref().map_or("", |leads| leads[place]);
            match &headed {
                Some(headed) if texts[place].1 => format!("{}\n", headed[place]),
                _ => format!("{lead}{}\n", texts[place].2),
            }
        };
        (0..texts.len()).map(|place| (texts[place].0, text_of(place))).collect()
    }
}

/// For each line of the Markdown of a notebook the line of its file; `None` where the file has all on a few lines.
pub(super) fn places(text: &str) -> Option<Vec<usize>> {
    let notebook = is_notebook(text).then(|| notebook(text).ok()).flatten()?;
    let cells: Vec<&NotebookCell> = notebook.cells().collect();
    let written: Vec<(usize, String)> =
        (1..).zip(text.lines()).filter_map(|(line, source)| Some((line, string_of(source)?))).collect();
    if written.len() < cells.len() {
        return None;
    }
    let (mut places, mut from) = (Vec::new(), 0);
    for (number, markdown) in notebook.texts() {
        let cell = cells[number];
        let source = [cell.source.text(), cell.input.text()].concat();
        let source: Vec<&str> = source.lines().collect();
        let found: Vec<usize> = source
            .iter()
            .map(|line| {
                let near = written.iter().skip(from).take(FARTHEST);
                if let Some(at) = near.clone().position(|(_, text)| text.trim_end_matches('\n') == *line) {
                    from += at + 1;
                }
                from.checked_sub(1).map_or(1, |last| written[last].0)
            })
            .collect();
        if !places.is_empty() {
            places.push(places.last().copied().unwrap_or(1));
        }
        // Code stands between two lines of marks, and blank lines above a text are left out.
        let is_code = matches!(cell.cell_type.as_str(), "code" | "raw");
        let skipped = source.iter().take_while(|line| line.is_empty()).count();
        let fence = markdown.lines().position(|line| line.starts_with("```")).filter(|_| is_code);
        for line in 0..markdown.lines().count() {
            let own = (line + skipped).saturating_sub(fence.map_or(0, |fence| fence + 1));
            let place = found.get(own).or(found.last()).copied();
            places.push(place.or(places.last().copied()).unwrap_or(1));
        }
    }
    Some(places)
}

/// A line of a cell is looked for among so many strings below the one before.
const FARTHEST: usize = 2000;

/// The string that a line of JSON holds, alone or behind a name.
fn string_of(line: &str) -> Option<String> {
    let text = line.trim().trim_end_matches(',');
    let text = text.strip_prefix("\"source\":").or(text.strip_prefix("\"input\":")).unwrap_or(text).trim();
    let text = text.trim_start_matches('[').trim_end_matches(']');
    if !text.starts_with('"') {
        return None;
    }
    serde_json::from_str(text).ok()
}

impl NotebookCell {
    fn markdown(&self, number: usize, language: &str) -> String {
        match self.cell_type.as_str() {
            "code" => {
                let code = [self.source.text(), self.input.text()].concat();
                fenced(&code, self.language.as_deref().unwrap_or(language))
            }
            "heading" => {
                let level = usize::from(self.level.unwrap_or(1).clamp(1, 6));
                format!("{} {}", "#".repeat(level), self.source.text().replace('\n', " "))
            }
            "raw" => fenced(&self.source.text(), ""),
            _ => {
                let mut text = self.source.text();
                for name in self.attachments.keys() {
                    let own = picture_name(number, name);
                    for written in [name.clone(), name.replace(' ', "%20")] {
                        text = text.replace(&format!("attachment:{written}"), &own);
                    }
                }
                closed(text.trim_start_matches('\n'))
            }
        }
    }
}

/// A block of code that holds any text.
pub(super) fn fenced(code: &str, language: &str) -> String {
    let code = code.trim_matches('\n').trim_end();
    if code.trim().is_empty() {
        return String::new();
    }
    let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let is_word = |letter: &char| letter.is_alphanumeric() || "+-_#.".contains(*letter);
    let language: String = language.chars().filter(is_word).collect::<String>().to_lowercase();
    format!("{fence}{language}\n{code}\n{fence}")
}

/// A cell's text without a fence that is left open: it ends with its cell.
fn closed(text: &str) -> String {
    let mut open: Option<&str> = None;
    for line in text.lines() {
        let start = line.trim_start();
        let Some(sign) = start.chars().next().filter(|sign| matches!(sign, '`' | '~')) else { continue };
        let fence = &start[..start.len() - start.trim_start_matches(sign).len()];
        let rest = &start[fence.len()..];
        open = match open {
            None if fence.len() >= 3 && !rest.contains('`') => Some(fence),
            Some(opening) if fence.starts_with(opening) && rest.trim().is_empty() => None,
            open => open,
        };
    }
    match open {
        Some(fence) => format!("{}\n{fence}", text.trim_end_matches('\n')),
        None => text.to_owned(),
    }
}
