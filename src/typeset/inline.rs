//! Running text: from inlines to styled pieces.

use std::collections::{BTreeSet, HashMap};

use ratatui::style::{Modifier, Style};

use super::mark::{self, Mark};
use super::page::Link;
use super::wrap::{Glue, Piece, cells, han};
use super::{formula, theme::Theme};
use crate::markdown::{self, Inline};

/// Stands for an image. One cell everywhere.
const IMAGE: &str = "▭";

/// A longer file name says nothing about an image: it is a hash.
const LONG_NAME: usize = 24;

/// What stands between two line breaks.
pub(super) enum Flow {
    /// Text.
    Line(Vec<Piece>),
    /// A formula on its own, as LaTeX.
    Formula(String, Style),
    /// A picture that is a file, below the line with its text.
    Picture {
        /// Where it is, as the notes say.
        target: String,
        /// What it shows.
        text: String,
    },
}

impl Flow {
    /// The pieces where a formula gets no lines of its own.
    pub(super) fn on_one_line(&self) -> Vec<Piece> {
        match self {
            Flow::Line(pieces) => pieces.clone(),
            Flow::Formula(source, style) => formula::line(source, *style),
            Flow::Picture { .. } => Vec::new(),
        }
    }
}

/// The web addresses met so far.
#[derive(Default)]
pub(super) struct MetLinks {
    /// Each address once.
    pub(super) found: Vec<Link>,
    /// Numbers, from 1, of those whose address is not in the text.
    pub(super) listed: BTreeSet<usize>,
    numbers: HashMap<String, usize>,
    silent: bool,
}

impl MetLinks {
    /// Links are styled text and nothing more.
    pub(super) fn silent() -> MetLinks {
        MetLinks { silent: true, ..MetLinks::default() }
    }

    fn number(&mut self, text: &str, url: &str, bare: bool) -> usize {
        let number = *self.numbers.entry(url.to_owned()).or_insert_with(|| {
            self.found.push(Link { text: text.to_owned(), url: url.to_owned() });
            self.found.len()
        });
        if !bare {
            self.listed.insert(number);
        }
        number
    }
}

/// Cuts inlines at their line breaks and gives every stretch its style.
pub(super) fn flows(inlines: &[Inline], style: Style, theme: &Theme, links: &mut MetLinks) -> Vec<Flow> {
    let mut setter = Setter { theme, links, flows: Vec::new(), line: Vec::new(), pictures: Vec::new() };
    setter.all(inlines, style);
    if !setter.line.is_empty() || setter.flows.is_empty() {
        setter.push_line();
    }
    setter.flows
}

/// The visible text on one line.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let theme = Theme::plain();
    let mut out = String::new();
    for flow in flows(inlines, Style::new(), &theme, &mut MetLinks::silent()) {
        let line: String = flow.on_one_line().iter().map(|piece| piece.text.as_str()).collect();
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let chinese = out.chars().next_back().is_some_and(han) && line.chars().next().is_some_and(han);
        if !out.is_empty() && !line.is_empty() && !chinese {
            out.push(' ');
        }
        out.push_str(&line);
    }
    out
}

/// What a footnote is called by.
pub(super) fn note_mark(label: &str) -> String {
    let raised = formula::raised(label);
    if raised.starts_with('^') { format!("[{label}]") } else { raised }
}

struct Setter<'a> {
    theme: &'a Theme,
    links: &'a mut MetLinks,
    flows: Vec<Flow>,
    line: Vec<Piece>,
    /// Pictures in the line, which come below it.
    pictures: Vec<Flow>,
}

impl Setter<'_> {
    fn all(&mut self, inlines: &[Inline], style: Style) {
        for (at, inline) in inlines.iter().enumerate() {
            match inline {
                // A formula that has a line for itself was meant to stand out.
                Inline::Formula { source, display: false }
                    if self.line.is_empty() && is_alone(inlines, at) && formula::is_tall(source) =>
                {
                    self.display(source, style);
                }
                inline => self.one(inline, style),
            }
        }
    }

    fn one(&mut self, inline: &Inline, style: Style) {
        match inline {
            Inline::Text(text) => self.say(text, style),
            Inline::Code(text) => self.say(text, style.patch(self.theme.code)),
            Inline::Strong(inner) => self.all(inner, style.patch(self.theme.strong)),
            Inline::Emphasis(inner) => self.all(inner, style.patch(self.theme.emphasis)),
            Inline::Strike(inner) => self.all(inner, style.add_modifier(Modifier::CROSSED_OUT)),
            Inline::Underline(inner) => self.all(inner, style.add_modifier(Modifier::UNDERLINED)),
            Inline::Sub(inner) => self.say(&formula::lowered(&one_line(inner)), style),
            Inline::Sup(inner) => self.say(&formula::raised(&one_line(inner)), style),
            Inline::Link { text, url } => self.link(text, url, style),
            Inline::Image { alt, url } => self.image(alt, url, style),
            Inline::Formula { source, display: false } => {
                self.line.extend(formula::line(source, style.patch(self.theme.formula)));
            }
            Inline::Formula { source, display: true } => self.display(source, style),
            Inline::Note(label) => self.mark(note_mark(label), style.patch(self.theme.marker)),
            Inline::Break => self.end_line(),
        }
    }

    fn say(&mut self, text: &str, style: Style) {
        if !text.is_empty() {
            self.line.push(Piece::new(text, style));
        }
    }

    fn address(&mut self, text: &str, style: Style) {
        self.line.push(Piece { text: text.to_owned(), style, glue: Glue::Word });
    }

    fn mark(&mut self, text: String, style: Style) {
        self.line.push(Piece { text, style, glue: Glue::Mark });
    }

    fn link(&mut self, text: &[Inline], url: &str, style: Style) {
        let shown = one_line(text);
        let bare = shown == url || url.strip_prefix("mailto:").is_some_and(|rest| rest == shown);
        let mut styled = style.patch(self.theme.link);
        if is_web(url) && !self.links.silent {
            styled = Mark::Link(mark::link(url)).on(styled);
        }
        if shown.trim().is_empty() && text.iter().all(|inline| matches!(inline, Inline::Text(_))) {
            self.address(url, styled);
            self.number(url, url, true, style);
            return;
        }
        if bare {
            self.address(&shown, styled);
        } else {
            self.all(text, styled);
        }
        self.number(&shown, url, bare, style);
    }

    fn image(&mut self, alt: &str, url: &str, style: Style) {
        let name = url.rsplit('/').next().filter(|name| cells(name) <= LONG_NAME).unwrap_or("");
        let shown = if alt.trim().is_empty() { name } else { alt.trim() };
        let text = format!("{IMAGE}\u{a0}{shown}");
        self.say(text.trim_end(), style.patch(self.theme.link));
        self.number(shown, url, false, style);
        if is_file(url) && !self.links.silent {
            self.pictures.push(Flow::Picture { target: url.to_owned(), text: shown.to_owned() });
        }
    }

    /// The number of a web address, or any other address as it stands.
    fn number(&mut self, text: &str, url: &str, bare: bool, style: Style) {
        if self.links.silent {
            return;
        }
        let style = style.patch(self.theme.address);
        if is_web(url) {
            let number = self.links.number(text, url, bare);
            let style = Mark::Link(mark::link(url)).on(style);
            // A terminal that makes addresses clickable should not take the number for a part of one.
            let space = if bare { " " } else { "" };
            self.mark(format!("{space}[{number}]"), style);
        } else if !bare && !url.is_empty() && !url.starts_with('#') {
            self.say(&format!(" ({url})"), style);
        }
    }

    fn display(&mut self, source: &str, style: Style) {
        if !self.line.iter().all(|piece| piece.text.trim().is_empty()) {
            self.end_line();
        }
        self.line.clear();
        self.flows.push(Flow::Formula(source.to_owned(), style.patch(self.theme.formula)));
    }

    fn end_line(&mut self) {
        // The break after a formula is already there.
        if self.line.is_empty() && matches!(self.flows.last(), Some(Flow::Formula(..))) {
            return;
        }
        self.push_line();
    }

    fn push_line(&mut self) {
        self.flows.push(Flow::Line(std::mem::take(&mut self.line)));
        self.flows.append(&mut self.pictures);
    }
}

/// Whether an inline stands between two line breaks.
fn is_alone(inlines: &[Inline], at: usize) -> bool {
    let is_break = |inline: Option<&Inline>| inline.is_none_or(|inline| *inline == Inline::Break);
    is_break(at.checked_sub(1).and_then(|at| inlines.get(at))) && is_break(inlines.get(at + 1))
}

fn one_line(inlines: &[Inline]) -> String {
    markdown::text(inlines).replace('\n', " ")
}

/// Whether an address is a file beside the notes: it has no scheme. One letter before a colon is a drive.
fn is_file(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default();
    !url.is_empty() && !url.starts_with("//") && (scheme.len() == url.len() || scheme.len() == 1)
}

fn is_web(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
            && url.len() > scheme.len()
    })
}
