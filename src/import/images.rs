//! The images that cards show, as their notes name them.

use crate::card::Card;
use crate::markdown::without_wiki_links;
use pulldown_cmark::{Event, Parser, Tag};

/// A place where an image is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The line of the file it stands on or near, 1-based.
    pub line: usize,
    /// What stands between the brackets, or in `src`.
    pub target: String,
}

/// All images in questions and answers that are no web addresses, each target once.
pub fn images(cards: &[Card]) -> Vec<Image> {
    let mut found: Vec<Image> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for face in cards.iter().flat_map(|card| &card.faces) {
        let first_line = face.source.answer_lines.map_or(face.source.question_line, |(first, _)| first);
        let of_question =
            targets(&face.question).into_iter().map(|(_, target)| (face.source.question_line, target));
        let of_answer = targets(&face.answer).into_iter().map(|(line, target)| (first_line + line, target));
        for (line, target) in of_question.chain(of_answer) {
            if !is_elsewhere(&target) && seen.insert(target.clone()) {
                found.push(Image { line, target });
            }
        }
    }
    found
}

/// Web and data addresses are no files.
fn is_elsewhere(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default();
    // One letter before a colon is a drive.
    let has_scheme = scheme.len() > 1
        && scheme.len() < target.len()
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    target.is_empty() || target.starts_with("//") || target.starts_with('#') || has_scheme && scheme != "file"
}

/// The targets of images in a text, with their lines counted from 0.
fn targets(text: &str) -> Vec<(usize, String)> {
    // Most texts show none, and need no parser to say so.
    if !text.contains("![") && !text.contains("<img") && !text.contains("<IMG") {
        return Vec::new();
    }
    let text: &str = &without_wiki_links(text);
    // Events come in the order of the text, so that every line is counted once.
    let (mut counted, mut lines) = (0, 0);
    let mut line = |at: usize| {
        lines += text.get(counted..at).map_or(0, |more| more.matches('\n').count());
        counted = counted.max(at);
        lines
    };
    let mut found = Vec::new();
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                found.push((line(range.start), dest_url.into_string()));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let at = line(range.start);
                found.extend(sources(&html).map(|target| (at, target)));
            }
            _ => {}
        }
    }
    found
}

/// The `src` of every `<img …>` in a piece of HTML.
fn sources(html: &str) -> impl Iterator<Item = String> {
    let lower = html.to_ascii_lowercase();
    let mut starts: Vec<usize> = lower.match_indices("<img").map(|(at, _)| at).collect();
    starts.push(html.len());
    let tags: Vec<(usize, usize)> = starts.windows(2).map(|two| (two[0], two[1])).collect();
    let of_tag = |(start, end): (usize, usize)| -> Option<String> {
        let tag = &html[start..end];
        let at = lower[start..end].find("src")? + 3;
        let value = tag[at..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let target = match quote {
            Some(quote) => value[1..].split(quote).next()?,
            None => value.split(|letter: char| letter.is_whitespace() || letter == '>').next()?,
        };
        Some(target.trim().to_owned())
    };
    tags.into_iter().filter_map(of_tag).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_found_with_their_lines() {
        let text = "1. What?\nSee ![a](img/a.png)\n\n<img alt=x src=\"b c.png\"> and ![w](https://x.org/w.png)\n\
                    ![again](img/a.png) ![d](<../d e.png> \"t\") <IMG SRC=e.gif>\n`![no](code.png)`\n\
                    ![data](data:image/png;base64,xx) ![drive](C:\\x.png)\n";
        let notes = crate::import::read(text.as_bytes(), None, None, None);
        let found: Vec<(usize, String)> =
            images(&notes.cards).into_iter().map(|image| (image.line, image.target)).collect();
        let expected = [(2, "img/a.png"), (4, "b c.png"), (5, "../d e.png"), (5, "e.gif"), (7, "C:\\x.png")];
        assert_eq!(found, expected.map(|(line, target)| (line, target.to_owned())));
    }
}
