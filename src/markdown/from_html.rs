//! HTML written as Markdown that means the same: for cards that come from programs which keep HTML.
//!
//! Nothing fails, and nothing is nested deeper than [`MAX_DEPTH`]. What Markdown has no words for
//! (colours, sizes, places) is left out; scripts and style sheets are too. Formulas may be marked as
//! MathJax has it (`\(…\)`, `\[…\]`) or as older notes have it (`[$]…[/$]`, `[latex]…[/latex]`).

use super::MAX_DEPTH;
use super::html::{Tag, Token, decode, tokens};
use super::source::clean;
use std::borrow::Cow;

/// The Markdown of a piece of HTML.
pub fn from_html(html: &str) -> String {
    let html: Cow<'_, str> =
        if html.contains([OPEN, CLOSE]) { html.replace([OPEN, CLOSE], "").into() } else { html.into() };
    let (html, formulas) = without_formulas(&html);
    let mut writer = Writer { formulas: &formulas, ..Writer::default() };
    for (_, token) in tokens(&html) {
        match token {
            Token::Text(text) => writer.text(text),
            Token::Tag(tag) => writer.tag(&tag),
        }
    }
    writer.flush();
    clean(&writer.out).trim_matches('\n').to_owned()
}

/// Around the number of a formula, while the tags are read.
const OPEN: char = '\u{f0000}';
const CLOSE: char = '\u{f0001}';

/// A formula as it was found.
struct Formula {
    whole: String,
    source: String,
    display: bool,
}

/// The ways to mark a formula: before, after, whether it stands on its own line.
const MARKS: [(&str, &str, bool); 5] = [
    ("\\(", "\\)", false),
    ("\\[", "\\]", true),
    ("[$$]", "[/$$]", true),
    ("[$]", "[/$]", false),
    ("[latex]", "[/latex]", true),
];

/// The HTML with formulas replaced by their numbers, so that no sign in them is taken for Markdown.
fn without_formulas(html: &str) -> (String, Vec<Formula>) {
    let (mut out, mut formulas, mut rest) = (String::with_capacity(html.len()), Vec::new(), html);
    // A mark that is never closed is not looked for again from every later place.
    let mut hopeless = [false; MARKS.len()];
    while let Some(at) = rest.find(['\\', '[']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let place = MARKS.iter().position(|(open, ..)| from.starts_with(open));
        let found = place.filter(|place| !hopeless[*place]).and_then(|place| {
            let (open, close, display) = MARKS[place];
            let inner = &from[open.len()..];
            let end = inner.find(close);
            hopeless[place] = end.is_none();
            end.map(|end| (&inner[..end], open.len() + end + close.len(), display))
        });
        match found {
            Some((inner, length, display)) => {
                out.extend([OPEN.to_string(), formulas.len().to_string(), CLOSE.to_string()]);
                formulas.push(Formula { whole: from[..length].to_owned(), source: plain(inner), display });
                rest = &from[length..];
            }
            None => {
                out.push_str(&from[..1]);
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    (out, formulas)
}

/// The text of a piece of HTML.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for (_, token) in tokens(html) {
        match token {
            Token::Text(piece) => text.push_str(&decode(piece)),
            Token::Tag(tag) if matches!(tag.name.as_str(), "br" | "div" | "p") => text.push(' '),
            Token::Tag(_) => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A container around the lines at hand.
enum Container {
    Quote,
    /// A list; nothing for bullets, the next number otherwise.
    List(Option<u64>),
    /// An item with the width of its marker, which is still to be written.
    Item {
        marker: String,
        is_written: bool,
    },
}

/// Emphasis that is open: its tag, its mark, and where it began.
struct Mark {
    tag: &'static str,
    mark: &'static str,
    start: usize,
}

/// The tags that mark running text, with what stands around it in Markdown. What has no sign keeps its
/// tag.
const EMPHASIS: [(&str, &str, &str); 13] = [
    ("b", "**", "b"),
    ("strong", "**", "b"),
    ("i", "*", "i"),
    ("em", "*", "i"),
    ("s", "~~", "s"),
    ("del", "~~", "s"),
    ("strike", "~~", "s"),
    ("u", "<u>", "u"),
    ("ins", "<u>", "u"),
    ("sub", "<sub>", "sub"),
    ("sup", "<sup>", "sup"),
    ("mark", "==", "mark"),
    ("kbd", "`", "code"),
];

#[derive(Default)]
struct Writer<'a> {
    formulas: &'a [Formula],
    out: String,
    /// The running text of the block at hand.
    line: String,
    /// What stands before its first line: the signs of a heading.
    lead: String,
    containers: Vec<Container>,
    /// Containers that were not opened because there were too many.
    ignored: usize,
    marks: Vec<Mark>,
    /// Where a link's text began, and where it leads.
    link: Option<(usize, String)>,
    /// Where inline code began.
    code: Option<usize>,
    /// A code block's language and text.
    block: Option<(String, String)>,
    table: Option<Table>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    has_cell: bool,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.block {
            let decoded = decode(text);
            // A formula in code is none.
            code.push_str(&restored(&decoded, self.formulas, |formula| formula.whole.clone()));
            return;
        }
        let is_code = self.code.is_some();
        let decoded = decode(text).replace('\u{a0}', " ");
        let mut pieces = decoded.split(OPEN);
        let first = pieces.next().unwrap_or_default();
        self.words(first, is_code);
        for piece in pieces {
            let (number, rest) = piece.split_once(CLOSE).unwrap_or_default();
            match number.parse::<usize>().ok().and_then(|number| self.formulas.get(number)) {
                Some(formula) if is_code => self.line.push_str(&decode(&formula.whole)),
                Some(formula) => self.formula(formula),
                None => {}
            }
            self.words(rest, is_code);
        }
    }

    /// Text whose white space means no more than one space.
    fn words(&mut self, text: &str, is_code: bool) {
        for (index, word) in text.split(|letter: char| letter.is_ascii_whitespace()).enumerate() {
            let is_apart = self.line.is_empty() || self.line.ends_with([' ', '\n']);
            if index > 0 && !is_apart {
                self.line.push(' ');
            }
            if is_code {
                self.line.push_str(word);
            } else {
                escape(word, self.table.is_some(), &mut self.line);
            }
        }
    }

    fn formula(&mut self, formula: &Formula) {
        let source = formula.source.trim();
        if source.is_empty() {
            return;
        }
        // A backslash before the closing mark would escape it.
        let mark = if formula.display { "$$" } else { "$" };
        let source = source.trim_end_matches('\\').replace('$', "\\$");
        self.line.push_str(mark);
        self.line.push_str(&if self.table.is_some() { source.replace('|', "\\vert ") } else { source });
        self.line.push_str(mark);
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        if self.block.is_some() {
            return self.in_code(tag);
        }
        if let Some((_, mark, own)) = EMPHASIS.iter().find(|(name, ..)| *name == tag.name) {
            return if tag.closing { self.close(own) } else { self.open(own, mark) };
        }
        match tag.name.as_str() {
            "br" => self.line_break(),
            "code" | "tt" | "samp" => self.inline_code(tag.closing),
            "a" => self.anchor(tag),
            "img" if !tag.closing => self.image(tag),
            "table" => self.table(tag.closing),
            "tr" | "td" | "th" if self.table.is_some() => self.cell(tag),
            "pre" if !tag.closing => {
                self.flush();
                self.block = Some((language(tag), String::new()));
            }
            "hr" => {
                self.flush();
                self.paragraph("***");
            }
            "ul" | "ol" | "blockquote" | "li" => self.container(tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                if !tag.closing && self.table.is_none() {
                    let level = usize::from(tag.name.as_bytes()[1] - b'0');
                    self.lead = format!("{} ", "#".repeat(level));
                }
            }
            "p" | "div" | "section" | "article" | "center" | "dl" | "dt" | "dd" | "summary" | "details"
            | "header" | "footer" | "figure" | "figcaption" => self.block_break(),
            _ => {}
        }
    }

    fn in_code(&mut self, tag: &Tag<'_>) {
        let Some((word, text)) = &mut self.block else { return };
        match tag.name.as_str() {
            "pre" if tag.closing => {
                let (language, text) = self.block.take().unwrap_or_default();
                self.code_block(&language, text.trim_matches('\n'));
            }
            "br" => text.push('\n'),
            "div" | "p" if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
            "code" if !tag.closing && word.is_empty() => *word = language(tag),
            _ => {}
        }
    }

    fn code_block(&mut self, language: &str, text: &str) {
        let text = clean(text);
        if self.table.is_some() {
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            return self.verbatim(&line);
        }
        let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.paragraph(&format!("{fence}{language}\n{text}\n{fence}"));
    }

    /// Code in a line.
    fn verbatim(&mut self, code: &str) {
        let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        let code = if self.table.is_some() { code.replace('|', "\\|") } else { code.to_owned() };
        self.line.push_str(&format!("{fence}{space}{code}{space}{fence}"));
    }

    fn inline_code(&mut self, closing: bool) {
        match (self.code, closing) {
            (None, false) => self.code = Some(self.line.len()),
            (Some(start), true) => {
                self.code = None;
                let code = self.line.split_off(start.min(self.line.len()));
                let code = code.replace('\n', " ");
                let trimmed = code.trim();
                if !trimmed.is_empty() {
                    self.verbatim(trimmed);
                }
                if code.ends_with(' ') && !trimmed.is_empty() {
                    self.line.push(' ');
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: &'static str, mark: &'static str) {
        if tag == "code" {
            return self.inline_code(false);
        }
        if self.code.is_none()
            && self.marks.len() < MAX_DEPTH
            && self.marks.iter().all(|open| open.tag != tag)
        {
            self.marks.push(Mark { tag, mark, start: self.line.len() });
        }
    }

    /// Closes emphasis, and what was opened in it and not closed.
    fn close(&mut self, tag: &str) {
        if tag == "code" {
            return self.inline_code(true);
        }
        if self.code.is_some() {
            return;
        }
        if let Some(place) = self.marks.iter().position(|open| open.tag == tag) {
            while self.marks.len() > place {
                self.close_last();
            }
        }
    }

    /// Puts the signs around what was marked. White space stays outside, where Markdown wants it.
    fn close_last(&mut self) {
        let Some(Mark { mark, tag, start }) = self.marks.pop() else { return };
        let inner = self.line.split_off(start.min(self.line.len()));
        let trimmed = inner.trim();
        if trimmed.is_empty() {
            self.line.push_str(&inner);
            return;
        }
        let lead = inner.len() - inner.trim_start().len();
        let end = if mark.starts_with('<') { format!("</{tag}>") } else { mark.to_owned() };
        self.line.push_str(&inner[..lead]);
        self.line.push_str(&format!("{mark}{trimmed}{end}"));
        self.line.push_str(&inner[lead + trimmed.len()..]);
    }

    fn anchor(&mut self, tag: &Tag<'_>) {
        if let Some((start, url)) = self.link.take() {
            let text = self.line.split_off(start.min(self.line.len()));
            let shown = text.trim();
            self.line.push_str(&if shown.is_empty() { text } else { format!("[{shown}]({url})") });
        }
        let url = tag.attribute("href").filter(|_| !tag.closing && self.code.is_none());
        let is_web = |url: &String| {
            let lower = url.to_ascii_lowercase();
            ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        };
        if let Some(url) = url.filter(is_web) {
            self.link = Some((self.line.len(), encoded(&url, false)));
        }
    }

    fn image(&mut self, tag: &Tag<'_>) {
        let Some(source) = tag.attribute("src").filter(|source| !source.is_empty()) else { return };
        let lower = source.to_ascii_lowercase();
        // The bytes of the image itself: too much for a line of notes.
        if lower.starts_with("data:") || self.code.is_some() {
            return;
        }
        let is_web = lower.starts_with("http://") || lower.starts_with("https://");
        let mut alt = String::new();
        let described = clean(&tag.attribute("alt").unwrap_or_default()).replace(['\n', '[', ']'], " ");
        escape(described.trim(), false, &mut alt);
        self.line.push_str(&format!("![{alt}]({})", encoded(&source, !is_web)));
    }

    fn line_break(&mut self) {
        if self.table.is_some() {
            self.line.push_str("<br>");
        } else if !self.line.trim().is_empty() {
            let end = self.line.trim_end().len();
            self.line.truncate(end);
            self.line.push('\n');
        }
    }

    fn block_break(&mut self) {
        if self.table.is_some() {
            if !self.line.is_empty() && !self.line.ends_with("<br>") {
                self.line.push_str("<br>");
            }
        } else {
            self.flush();
        }
    }

    fn table(&mut self, closing: bool) {
        if !closing && self.table.is_none() {
            self.flush();
            self.table = Some(Table::default());
        } else if closing && self.table.is_some() {
            self.end_cell();
            let table = self.table.take().unwrap_or_default();
            self.paragraph(&pipes(&table.rows));
        }
    }

    fn cell(&mut self, tag: &Tag<'_>) {
        self.end_cell();
        let Some(table) = &mut self.table else { return };
        match tag.name.as_str() {
            "tr" if !tag.closing => table.rows.push(Vec::new()),
            "td" | "th" if !tag.closing => table.has_cell = true,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        self.close_all();
        let text = std::mem::take(&mut self.line);
        let Some(table) = &mut self.table else { return };
        let text = text.trim().trim_end_matches("<br>").to_owned();
        if table.has_cell || !text.is_empty() {
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(text);
            }
        }
        table.has_cell = false;
    }

    fn container(&mut self, tag: &Tag<'_>) {
        if self.table.is_some() {
            return self.block_break();
        }
        self.flush();
        if tag.closing {
            return self.leave(&tag.name);
        }
        if tag.name == "li" {
            self.leave("li");
        }
        if self.containers.len() >= MAX_DEPTH {
            self.ignored += usize::from(tag.name != "li");
            return;
        }
        let container = match tag.name.as_str() {
            "blockquote" => Container::Quote,
            "ul" => Container::List(None),
            "ol" => Container::List(Some(
                tag.attribute("start")
                    .and_then(|start| start.trim().parse().ok())
                    .filter(|start| *start < 1_000_000)
                    .unwrap_or(1),
            )),
            _ => self.item(),
        };
        self.containers.push(container);
    }

    /// The item that begins, numbered by the list around it.
    fn item(&mut self) -> Container {
        let marker = match self.containers.last_mut() {
            Some(Container::List(Some(number))) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        Container::Item { marker, is_written: false }
    }

    /// Leaves the innermost container of a kind; an item never leaves its list.
    fn leave(&mut self, name: &str) {
        if self.ignored > 0 && name != "li" {
            self.ignored -= 1;
            return;
        }
        let place = self.containers.iter().rposition(|container| match container {
            Container::Quote => name == "blockquote",
            Container::List(_) => matches!(name, "ul" | "ol"),
            Container::Item { .. } => name == "li",
        });
        let list = self.containers.iter().rposition(|container| matches!(container, Container::List(_)));
        if let Some(place) = place.filter(|place| name != "li" || list.is_none_or(|list| list < *place)) {
            self.containers.truncate(place);
        }
    }

    fn close_all(&mut self) {
        self.inline_code(true);
        while !self.marks.is_empty() {
            self.close_last();
        }
        if let Some((start, url)) = self.link.take() {
            let text = self.line.split_off(start.min(self.line.len()));
            let shown = text.trim();
            self.line.push_str(&if shown.is_empty() { text } else { format!("[{shown}]({url})") });
        }
    }

    /// Writes the running text as a block of its own.
    fn flush(&mut self) {
        if let Some((language, text)) = self.block.take() {
            self.code_block(&language, text.trim_matches('\n'));
        }
        if self.table.is_some() {
            return;
        }
        self.close_all();
        let text = std::mem::take(&mut self.line);
        let lead = std::mem::take(&mut self.lead);
        if text.trim().is_empty() {
            return;
        }
        let lines: Vec<String> = text.trim().lines().map(|line| at_start(line.trim())).collect();
        // A heading has one line.
        let text = if lead.is_empty() {
            lines.join("\n")
        } else {
            format!("{lead}{}", text.trim().replace('\n', " "))
        };
        self.paragraph(&text);
    }

    /// Writes lines inside the containers at hand.
    fn paragraph(&mut self, text: &str) {
        let begins_item = matches!(self.containers.last(), Some(Container::Item { is_written: false, .. }));
        if !self.out.is_empty() {
            let quote: String = if begins_item { String::new() } else { self.prefix(true) };
            if !begins_item || !self.out_ends_in_item() {
                self.out.push_str(quote.trim_end());
                self.out.push('\n');
            }
        }
        for (index, line) in text.lines().enumerate() {
            let prefix = self.prefix(index > 0);
            let whole = format!("{prefix}{line}");
            self.out.push_str(whole.trim_end());
            self.out.push('\n');
            for container in &mut self.containers {
                if let Container::Item { is_written, .. } = container {
                    *is_written = true;
                }
            }
        }
    }

    /// Whether the last line belongs to a list, so that its next item follows without a blank line.
    fn out_ends_in_item(&self) -> bool {
        let inside =
            self.containers.iter().filter(|container| matches!(container, Container::List(_))).count();
        let is_item = |line: &str| {
            let text = line.trim_start_matches([' ', '>']);
            let number = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
            text.starts_with("- ") || (number.len() < text.len() && number.starts_with(". "))
        };
        inside > 0 && self.out.lines().last().is_some_and(is_item)
    }

    /// What stands before a line: markers that are still to be written, or the room they took.
    fn prefix(&self, is_later: bool) -> String {
        let one = |container: &Container| match container {
            Container::Quote => "> ".to_owned(),
            Container::List(_) => String::new(),
            Container::Item { marker, is_written } if *is_written || is_later => " ".repeat(marker.len()),
            Container::Item { marker, .. } => marker.clone(),
        };
        self.containers.iter().map(one).collect()
    }
}

/// A text with its formulas back in place.
fn restored(text: &str, formulas: &[Formula], written: impl Fn(&Formula) -> String) -> String {
    let mut pieces = text.split(OPEN);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(CLOSE).unwrap_or_default();
        if let Some(formula) = number.parse::<usize>().ok().and_then(|number| formulas.get(number)) {
            out.push_str(&written(formula));
        }
        out.push_str(rest);
    }
    out
}

/// Appends a text so that none of its signs means anything to Markdown.
fn escape(text: &str, in_table: bool, out: &mut String) {
    let letters: Vec<char> = text.chars().collect();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| letters[index]);
        let after = letters.get(index + 1).copied();
        let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let special = match letter {
            '\\' | '`' | '*' | '<' | '$' => true,
            // An escaped opening bracket would begin a formula, so links are broken at their end.
            ']' => matches!(after, Some('(' | '[' | ':')),
            '^' => before == Some('['),
            '_' => !(is_inside(before) && is_inside(after)),
            '~' => after == Some(*letter) || before == Some(*letter),
            '&' => after.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            '|' => in_table,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(*letter);
    }
}

/// A line whose beginning means nothing to Markdown.
fn at_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=9).contains(&digits) && matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
    if numbered {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    let is_rule = line.len() > 2 && (line.chars().all(|letter| letter == '-' || letter == ' '));
    let signs = ["# ", "## ", "### ", "#### ", "##### ", "###### ", "- ", "+ ", "> ", ": ", "~~~"];
    let is_special = is_rule
        || signs.iter().any(|sign| line.starts_with(sign))
        || line.starts_with('>')
        || line.starts_with('=')
        || line.starts_with('|')
        || matches!(line, "-" | "+" | "#" | "##" | "###" | ":");
    if is_special { format!("\\{line}") } else { line.to_owned() }
}

/// A target of a link or an image without signs that end it. A file's name is no address yet, so that
/// its `%` is one.
fn encoded(target: &str, is_name: bool) -> String {
    let mut out = String::new();
    for letter in clean(target).chars() {
        match letter {
            '%' if is_name => out.push_str("%25"),
            '?' | '#' if is_name => out.push_str(&format!("%{:02X}", letter as u32)),
            ' ' | '(' | ')' | '<' | '>' | '\\' | '\n' | '"' => {
                out.push_str(&format!("%{:02X}", letter as u32));
            }
            _ => out.push(letter),
        }
    }
    out
}

/// The language of code: `class="language-rust"`.
fn language(tag: &Tag<'_>) -> String {
    let class = tag.attribute("class").unwrap_or_default();
    let word = class.split_whitespace().find_map(|word| word.strip_prefix("language-"));
    word.unwrap_or_default()
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "+-_#".contains(*letter))
        .collect()
}

/// A table in Markdown; the first row is its head.
fn pipes(rows: &[Vec<String>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = Vec::new();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = (0..width).map(|index| row.get(index).map_or("", String::as_str)).collect();
        lines.push(format!("| {} |", cells.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", "---|".repeat(width)));
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    #[test]
    fn html_becomes_markdown() {
        for (html, markdown) in [
            ("a &amp; b&nbsp;c", "a & b c"),
            ("a<br>b<div>c</div><p>d</p>", "a\nb\n\nc\n\nd"),
            ("<b>重点</b>：<i> x </i>y <u>z</u> H<sub>2</sub>O", "**重点**： *x* y <u>z</u> H<sub>2</sub>O"),
            ("<b></b>a<b> </b>b", "a b"),
            ("<b>a<b>b</b>c", "**ab**c"),
            ("2*3*4 a_b _c_ [x] $5 \\ `", "2\\*3\\*4 a_b \\_c\\_ [x] \\$5 \\\\ \\`"),
            (
                "# no heading<br>1. no list<br>- x<br>---<br>&gt; y",
                "\\# no heading\n1\\. no list\n\\- x\n\\---\n\\> y",
            ),
            ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
            ("<ol start=3><li>a<li><p>b</p><p>c</p></ol>d", "3. a\n4. b\n\n   c\n\nd"),
            ("<blockquote>a<br>b<p>c</p></blockquote>", "> a\n> b\n>\n> c"),
            (
                "<pre><code class=\"language-rust x\">let a = \"&lt;\";\n  // `b`</code></pre>",
                "```rust\nlet a = \"<\";\n  // `b`\n```",
            ),
            ("<pre>```\nx</pre>", "````\n```\nx\n````"),
            ("<code>x<br>y</code> <code>`</code>", "`x y` `` ` ``"),
            (
                "<table><tr><th>a</th><th>b</th></tr><tr><td>1|<br>2</td></tr></table>",
                "| a | b |\n|---|---|\n| 1\\|<br>2 |  |",
            ),
            ("<h2>a<br>b</h2>c<hr>d", "## a b\n\nc\n\n***\n\nd"),
            ("<img src=\"a b (1)%.png\" alt=\"图]\"><img src=\"data:x\">", "![图](a%20b%20%281%29%25.png)"),
            ("<a href=\"https://a.b/?q=1\">x</a><a href=\"javascript:y\">y</a>", "[x](https://a.b/?q=1)y"),
            ("\\(a&lt;b_1\\) \\[ x<br>y \\] [$]z[/$] [latex]w[/latex]", "$a<b_1$ $$x y$$ $z$ $$w$$"),
            ("<pre>\\(x\\)</pre>", "```\n\\(x\\)\n```"),
            ("<script>alert(1)</script><style>a{}</style>x", "x"),
            ("<span style=\"color:red\">a</span>\u{1b}[31m\u{202e}", "a[31m"),
            ("", ""),
        ] {
            assert_eq!(from_html(html), markdown, "{html}");
        }
    }

    /// Text of every kind comes back as the same text.
    #[test]
    fn text_stays_text() {
        for text in [
            "a*b*c",
            "_a_",
            "`a`",
            "$x$",
            "<b>",
            "[a](b)",
            "![a](b)",
            "# a",
            "- a",
            "1) a",
            "> a",
            "~~a~~",
            "&amp;",
            "\\(a\\)",
            "https://a.b",
            "***",
            "---",
            "===",
            "| a |",
            ": a",
            "```",
            "~~~",
            "[^1]",
            "* a",
            "a\\",
        ] {
            let html: String = text.replace('&', "&amp;").replace('<', "&lt;").replace("\\(", "\\<i></i>(");
            let written = from_html(&html);
            let blocks = markdown::blocks(&written);
            let shown = match blocks.first().map(|block| &block.content) {
                Some(markdown::Content::Paragraph(inlines)) => markdown::text(inlines),
                other => panic!("{text}: {written}: {other:?}"),
            };
            assert_eq!((shown.as_str(), blocks.len()), (text, 1), "{written}");
        }
    }

    #[test]
    fn hostile_html_ends_soon_and_flat() {
        for piece in [
            "<ul><li>",
            "<blockquote>",
            "<b>",
            "<i>x<b>",
            "<table><tr><td>",
            "<pre>",
            "\\(",
            "\\[a\\]",
            "[$]",
            "<code>",
            "<a href=http://a>",
            "<h1>",
            "</li>",
            "</ul>",
            "<br>",
            "`",
            "*",
            "<img src=a>",
            "<ol>",
            "<td>",
            "[latex]",
        ] {
            let begun = std::time::Instant::now();
            let markdown = from_html(&piece.repeat(100_000 / piece.len()));
            markdown::blocks(&markdown);
            assert!(begun.elapsed().as_secs() < 10, "{piece} took {:?}", begun.elapsed());
        }
    }
}
