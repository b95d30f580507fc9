//! Blocks inside their containers: quotes, lists and their items, code.

use super::HtmlWriter;
pub(super) use super::container::Container;
use super::escape::at_start;
use crate::markdown::MAX_DEPTH;
use crate::markdown::html::Tag;
use crate::markdown::source::clean;

impl HtmlWriter<'_> {
    pub(super) fn container(&mut self, tag: &Tag<'_>) {
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

    pub(super) fn line_break(&mut self) {
        if self.table.is_some() {
            self.line.push_str("<br>");
        } else if !self.line.trim().is_empty() {
            let end = self.line.trim_end().len();
            self.line.truncate(end);
            self.line.push('\n');
        }
    }

    pub(super) fn block_break(&mut self) {
        if self.table.is_some() {
            if !self.line.is_empty() && !self.line.ends_with("<br>") {
                self.line.push_str("<br>");
            }
        } else {
            self.flush();
        }
    }

    /// Writes the running text as a block of its own.
    pub(super) fn flush(&mut self) {
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

    pub(super) fn in_code(&mut self, tag: &Tag<'_>) {
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

    /// Writes lines inside the containers at hand.
    pub(super) fn paragraph(&mut self, text: &str) {
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

/// The language of code: `class="language-rust"`.
pub(super) fn language(tag: &Tag<'_>) -> String {
    let class = tag.attribute("class").unwrap_or_default();
    let word = class.split_whitespace().find_map(|word| word.strip_prefix("language-"));
    word.unwrap_or_default()
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "+-_#".contains(*letter))
        .collect()
}
