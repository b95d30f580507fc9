//! A whole page of HTML: what of it are notes, written so that [`from_html`] keeps it.
//!
//! Left out are what every page of a site repeats and what formulas are drawn with. Formulas become those
//! of their authors, folds stay folds, and pictures that stand inside the page get a name.

use super::from_html;
use crate::markdown::html::{HtmlToken, Tag, decode, tokens};
use crate::markdown::percent_decoded;
use std::collections::HashMap;
use std::ops::Range;

/// A page as Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlPage {
    /// The text.
    pub text: String,
    /// Pictures inside the page: their names in the text, and their bytes in base 64.
    pub pictures: Vec<(String, String)>,
}

/// Elements that are no part of the text.
const LEFT_OUT: [&str; 19] = [
    "head", "title", "script", "style", "nav", "footer", "aside", "noscript", "template", "svg", "iframe",
    "select", "textarea", "audio", "video", "canvas", "object", "dialog", "datalist",
];

/// What a part of a page is for, where that is no part of the text.
const ROLES: [&str; 5] = ["navigation", "banner", "contentinfo", "search", "complementary"];

/// Drawings of formulas beside their source, signs that link a heading to itself, and buttons to edit.
const CLASSES: [&str; 12] = [
    "katex-html",
    "MathJax",
    "MathJax_Display",
    "MathJax_Preview",
    "MathJax_SVG",
    "MathJax_CHTML",
    "mwe-math-fallback-image-inline",
    "mwe-math-fallback-image-display",
    "headerlink",
    "anchor-link",
    "hash-link",
    "mw-editsection",
];

/// Signs that stand for the tags of folds until the Markdown is written.
const FOLDS: [(char, &str); 4] = [
    ('\u{f0010}', "<details>"),
    ('\u{f0011}', "<summary>"),
    ('\u{f0012}', "</summary>"),
    ('\u{f0013}', "</details>"),
];

/// The Markdown of a page.
pub fn from_page(html: &str) -> HtmlPage {
    let is_fold = |letter: char| FOLDS.iter().any(|(sign, _)| *sign == letter);
    let owned;
    let html = if html.contains(is_fold) {
        owned = html.replace(is_fold, "");
        owned.as_str()
    } else {
        html
    };
    let tokens = tokens(html);
    let mut reader = HtmlReader {
        html,
        ends: partners(&tokens),
        tokens,
        has_dollars: has_mathjax(html),
        out: String::with_capacity(html.len() / 2),
        pictures: Vec::new(),
        verbatim: 0,
        headings: 0,
    };
    let range = reader.main();
    reader.run(range);
    let mut text = from_html(&reader.out);
    for (sign, tag) in FOLDS {
        if text.contains(sign) {
            text = text.replace(sign, tag);
        }
    }
    HtmlPage { text: typed_numbers(&text), pictures: reader.pictures }
}

/// Numbers that were typed before lines are those of a list: in a text of another program, `1.` at the start
/// of a line means what it means in Markdown.
pub fn typed_numbers(text: &str) -> String {
    let (mut out, mut fence) = (String::with_capacity(text.len()), None);
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches([' ', '>']);
        let lead = line.len() - start.len();
        let ticks = start.len() - start.trim_start_matches('`').len();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(open) if ticks >= open && start[ticks..].trim().is_empty() => fence = None,
            _ => {}
        }
        let digits = start.bytes().take_while(u8::is_ascii_digit).count();
        let behind = &start[digits..];
        let is_typed = (1..=4).contains(&digits) && (behind.starts_with("\\.") || behind.starts_with("\\)"));
        if is_typed && fence.is_none() {
            out.push_str(&line[..lead + digits]);
            out.push_str(&behind[1..]);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Whether `$…$` are formulas: the page is set by a program that takes them for such.
fn has_mathjax(html: &str) -> bool {
    ["MathJax", "mathjax", "katex", "KaTeX"].iter().any(|word| html.contains(word))
}

/// The place of the tag that closes each one.
fn partners(tokens: &[(usize, HtmlToken<'_>)]) -> Vec<Option<usize>> {
    let mut ends = vec![None; tokens.len()];
    let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, (_, token)) in tokens.iter().enumerate() {
        let HtmlToken::Tag(tag) = token else { continue };
        let places = open.entry(tag.name.as_str()).or_default();
        if !tag.closing {
            places.push(index);
        } else if let Some(start) = places.pop() {
            ends[start] = Some(index);
        }
    }
    ends
}

struct HtmlReader<'a> {
    html: &'a str,
    tokens: Vec<(usize, HtmlToken<'a>)>,
    ends: Vec<Option<usize>>,
    has_dollars: bool,
    out: String,
    pictures: Vec<(String, String)>,
    /// Open elements whose text is code, and headings.
    verbatim: usize,
    headings: usize,
}

impl<'a> HtmlReader<'a> {
    /// The text's own part, where the page names one.
    fn main(&self) -> Range<usize> {
        let all = 0..self.tokens.len();
        for name in ["main", "article"] {
            let mut found = self.tokens.iter().enumerate().filter_map(|(index, (_, token))| match token {
                HtmlToken::Tag(tag) if tag.name == name && !tag.closing => Some(index..self.ends[index]?),
                _ => None,
            });
            if let (Some(range), None) = (found.next(), found.next())
                && self.letters(&range) * 2 > self.letters(&all)
            {
                return range;
            }
        }
        all
    }

    /// How much text stands in a part.
    fn letters(&self, range: &Range<usize>) -> usize {
        let (mut count, mut index) = (0, range.start);
        while index < range.end {
            match &self.tokens[index].1 {
                HtmlToken::Text(text) => count += text.trim().len(),
                HtmlToken::Tag(tag) if self.is_left_out(tag) => index = self.ends[index].unwrap_or(index),
                HtmlToken::Tag(_) => {}
            }
            index += 1;
        }
        count
    }

    fn run(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            let end = self.ends[index].filter(|end| *end < range.end);
            let (place, token) = self.tokens[index].clone();
            let next = self.tokens.get(index + 1).map_or(self.html.len(), |(next, _)| *next);
            match token {
                HtmlToken::Text(text) => self.text(text),
                HtmlToken::Tag(tag) => {
                    if let Some(past) = self.formula(index, end, &tag) {
                        index = past;
                        continue;
                    }
                    if self.is_left_out(&tag) {
                        // An element that is never closed takes nothing with it.
                        index = end.unwrap_or(index) + 1;
                        continue;
                    }
                    self.tag(&tag, &self.html[place..next]);
                }
            }
            index += 1;
        }
    }

    fn is_left_out(&self, tag: &Tag<'_>) -> bool {
        if tag.closing {
            return LEFT_OUT.contains(&tag.name.as_str());
        }
        let role = tag.attribute("role");
        let is_note = role.as_deref() == Some("note");
        let is_button = tag.name == "button" && self.headings == 0;
        if is_button || role.is_some_and(|role| ROLES.contains(&role.as_str())) {
            return true;
        }
        if LEFT_OUT.contains(&tag.name.as_str()) {
            return !(is_note && tag.name == "aside");
        }
        let class = tag.attribute("class").unwrap_or_default();
        class.split_ascii_whitespace().any(|class| CLASSES.contains(&class)) && tag.name != "mjx"
    }

    fn text(&mut self, text: &str) {
        if self.has_dollars && self.verbatim == 0 && text.contains('$') {
            self.out.push_str(&with_formulas(text));
        } else {
            self.out.push_str(text);
        }
    }

    fn tag(&mut self, tag: &Tag<'_>, written: &str) {
        let step = |count: usize| if tag.closing { count.saturating_sub(1) } else { count + 1 };
        match tag.name.as_str() {
            "pre" | "code" | "tt" | "samp" | "kbd" => self.verbatim = step(self.verbatim),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "dt" => self.headings = step(self.headings),
            _ => {}
        }
        match (tag.name.as_str(), tag.closing) {
            ("details", false) => self.out.push_str("<p>\u{f0010}</p>"),
            ("summary", false) => self.out.push_str("<p>\u{f0011}"),
            ("summary", true) => self.out.push_str("\u{f0012}</p>"),
            ("details", true) => self.out.push_str("<p>\u{f0013}</p>"),
            ("img", _) => self.image(tag),
            _ => self.out.push_str(written),
        }
    }

    fn image(&mut self, tag: &Tag<'_>) {
        let is_data = |source: &String| source.trim_start().to_ascii_lowercase().starts_with("data:");
        let own = tag.attribute("src").filter(|source| !source.is_empty());
        let later = ["data-src", "data-original", "data-lazy-src"];
        let later = || later.iter().find_map(|name| tag.attribute(name)).filter(|source| !source.is_empty());
        let source = match own {
            Some(source) if is_data(&source) => later().or(Some(source)),
            own => own.or_else(later),
        };
        let Some(mut source) = source else { return };
        if is_data(&source) {
            let Some(name) = self.picture(&source) else { return };
            source = name;
        }
        let is_web = source.contains("://") || source.starts_with("//");
        if source.starts_with("//") {
            source.insert_str(0, "https:");
        } else if !is_web {
            let path = source.split(['?', '#']).next().unwrap_or_default();
            source = percent_decoded(path);
        }
        let alt = tag.attribute("alt").unwrap_or_default();
        self.out.push_str(&format!("<img src=\"{}\" alt=\"{}\">", quoted(&source), quoted(&alt)));
    }

    /// Names a picture that stands in its address. Drawings are not shown by a terminal.
    fn picture(&mut self, source: &str) -> Option<String> {
        let (kind, data) = source.split_once(',')?;
        let kind = kind.to_ascii_lowercase();
        let ending = ["png", "jpeg", "gif", "webp"].into_iter().find(|ending| kind.contains(ending))?;
        // Points of a few bytes hold the place of a picture that was not loaded.
        if !kind.contains("base64") || data.len() < 120 {
            return None;
        }
        let name = format!("picture-{}.{ending}", self.pictures.len() + 1);
        self.pictures.push((name.clone(), percent_decoded(data)));
        Some(name)
    }

    /// Writes the formula that an element is; gives the place behind it.
    fn formula(&mut self, index: usize, end: Option<usize>, tag: &Tag<'_>) -> Option<usize> {
        if tag.closing || self.verbatim > 0 {
            return None;
        }
        if tag.name == "script" {
            let kind = tag.attribute("type").filter(|kind| kind.starts_with("math/tex"))?;
            let end = end?;
            let written = &self.html[self.tokens[index].0..self.tokens[end].0];
            let source = written.split_once('>')?.1;
            self.write_formula(source, kind.contains("display"));
            return Some(end + 1);
        }
        if tag.name != "math" {
            return None;
        }
        let end = end?;
        let is_source = |inner: &usize| match &self.tokens[*inner].1 {
            HtmlToken::Tag(tag) => {
                let kind = tag.attribute("encoding").unwrap_or_default();
                tag.name == "annotation" && !tag.closing && kind.contains("tex")
            }
            HtmlToken::Text(_) => false,
        };
        let annotated =
            (index + 1..end).find(is_source).and_then(|place| self.ends[place].map(|end| (place, end)));
        let source = match annotated {
            Some((from, to)) => {
                let text = |place: usize| match &self.tokens[place].1 {
                    HtmlToken::Text(text) => decode(text),
                    HtmlToken::Tag(_) => String::new(),
                };
                (from + 1..to).map(text).collect()
            }
            None => tag.attribute("alttext")?,
        };
        let is_display = tag.attribute("display").as_deref() == Some("block");
        self.write_formula(&source, is_display);
        Some(end + 1)
    }

    fn write_formula(&mut self, source: &str, is_display: bool) {
        let source = source.trim();
        // Wikipedia sets all of them large.
        let inner = source.strip_prefix("{\\displaystyle").and_then(|rest| rest.strip_suffix('}'));
        let source = inner.unwrap_or(source).trim().replace('&', "&amp;").replace('<', "&lt;");
        let (open, close) = if is_display { ("\\[", "\\]") } else { ("\\(", "\\)") };
        self.out.push_str(&format!("{open}{}{close}", source.replace('>', "&gt;")));
    }
}

/// A text in which `$…$` and `$$…$$` are marked as formulas.
fn with_formulas(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        let is_escaped = rest[..at].ends_with('\\');
        let mark = if rest[at..].starts_with("$$") { "$$" } else { "$" };
        let behind = &rest[at + mark.len()..];
        let found = behind
            .find(mark)
            .filter(|end| !is_escaped && is_formula(&behind[..*end], &behind[end + mark.len()..], mark));
        match found {
            Some(end) => {
                let (open, close) = if mark == "$$" { ("\\[", "\\]") } else { ("\\(", "\\)") };
                out.extend([&rest[..at], open, &behind[..end], close]);
                rest = &behind[end + mark.len()..];
            }
            None => {
                out.push_str(&rest[..at + mark.len()]);
                // A mark that is never closed is not looked for again.
                if !behind.contains(mark) {
                    rest = behind;
                    break;
                }
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Prices are no formulas.
fn is_formula(inner: &str, behind: &str, mark: &str) -> bool {
    let is_apart = inner.starts_with(char::is_whitespace) || inner.ends_with(char::is_whitespace);
    !inner.trim().is_empty()
        && (mark == "$$" || !(is_apart || behind.starts_with(|letter: char| letter.is_ascii_digit())))
}

fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
