//! HTML inside of notes, as far as it says how text should look.

use std::ops::Range;

pub(super) use super::tag_mark::TagMark;
use super::{Builder, Frame, OpenFrame};
use crate::markdown::html::{self, HtmlToken};
use crate::markdown::{Content, Inline, MAX_DEPTH, clean};

/// More cells of a row run together in the last one.
const MAX_COLUMNS: usize = 64;

impl Builder<'_> {
    pub(super) fn html(&mut self, html: &str, range: &Range<usize>) {
        if self.flattened > 0 {
            return;
        }
        if matches!(self.top().open, OpenFrame::Html) {
            // A comment or a tag may run over several events of one block.
            self.top().raw.push_str(html);
            return;
        }
        self.html_tokens(html, range);
    }

    fn html_tokens(&mut self, html: &str, range: &Range<usize>) {
        for (at, token) in html::tokens(html) {
            // Inside of quotes the place is off by the markers of the lines before.
            let at = (range.start + at).min(range.end);
            let range = at..range.end;
            match token {
                HtmlToken::Text(text) if matches!(self.top().open, OpenFrame::Code(_)) => {
                    self.top().raw.push_str(&html::decode(text));
                }
                HtmlToken::Text(text) => {
                    for (n, line) in text.split('\n').enumerate() {
                        if n > 0 {
                            self.break_once(&range);
                        }
                        if !line.trim().is_empty() {
                            self.say(&html::decode(line), &range);
                        }
                    }
                }
                HtmlToken::Tag(tag) => self.tag(&tag, &range),
            }
        }
    }

    fn tag(&mut self, tag: &html::Tag<'_>, range: &Range<usize>) {
        if self.block_tag(tag, range) {
            return;
        }
        match tag.name.as_str() {
            "br" => self.push(Inline::Break, range),
            "img" => {
                let alt = clean(&tag.attribute("alt").unwrap_or_default()).replace('\n', " ");
                let url = clean(&tag.attribute("src").unwrap_or_default());
                self.push(Inline::Image { alt, url }, range);
            }
            "td" | "th" if tag.closing => self.say("  ", range),
            "li" if !tag.closing => {
                self.break_once(range);
                self.say("- ", range);
            }
            "summary" | "dt" | "caption" => {
                // The break stands outside of the bold text.
                if !tag.closing {
                    self.break_once(range);
                }
                self.mark(tag, range);
                if tag.closing {
                    self.break_once(range);
                }
            }
            "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "details" | "blockquote" | "pre" | "hr"
            | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "center" | "dl" | "dd" => {
                self.break_once(range);
            }
            _ => self.mark(tag, range),
        }
    }

    /// Lists, tables, code, headings and quotes written in HTML; `false` where they cannot stand.
    fn block_tag(&mut self, tag: &html::Tag<'_>, range: &Range<usize>) -> bool {
        let Some(html) = self.frames.iter().rposition(|frame| matches!(frame.open, OpenFrame::Html)) else {
            return false;
        };
        if matches!(self.top().open, OpenFrame::Code(_)) && (tag.name != "pre" || !tag.closing) {
            return true;
        }
        if tag.name == "hr" {
            if !tag.closing {
                self.close_down_to(html, range, |open| matches!(open, OpenFrame::Html));
                self.leaf(Content::Rule, range);
            }
            return true;
        }
        let Some(open) = block_named(tag) else { return false };
        let same = |other: &OpenFrame| std::mem::discriminant(other) == std::mem::discriminant(&open);
        if tag.closing {
            let Some(at) = self.frames.iter().rposition(|frame| same(&frame.open)).filter(|at| *at > html)
            else {
                return false;
            };
            self.close_frames(at, range);
            return true;
        }
        let is_full =
            |frame: &Frame| matches!(frame.open, OpenFrame::Row) && frame.cells.len() + 1 >= MAX_COLUMNS;
        if matches!(open, OpenFrame::Cell) && self.frames[html..].iter().any(is_full) {
            self.say("  ", range);
            return true;
        }
        // Authors leave out `</li>`, `</td>` and `</tr>`.
        match open {
            OpenFrame::Item(_) => self.close_down_to(html, range, |open| matches!(open, OpenFrame::List(_))),
            OpenFrame::Cell => self.close_down_to(html, range, |open| matches!(open, OpenFrame::Row)),
            OpenFrame::Row => self.close_down_to(html, range, |open| matches!(open, OpenFrame::Table(_))),
            _ => self.close_marks(),
        }
        let stands = match (&open, &self.top().open) {
            (OpenFrame::Item(_), OpenFrame::List(_))
            | (OpenFrame::Row, OpenFrame::Table(_))
            | (OpenFrame::Cell, OpenFrame::Row) => true,
            (OpenFrame::Item(_) | OpenFrame::Row | OpenFrame::Cell, _) => false,
            (_, parent) => matches!(parent, OpenFrame::Html | OpenFrame::Item(_) | OpenFrame::Quote(_)),
        };
        if !stands || self.frames.len() >= MAX_DEPTH {
            return false;
        }
        self.flush();
        self.frames.push(Frame::new(open, range.start));
        true
    }

    /// Closes what is open up to the innermost frame of a kind above the HTML frame, which stays open.
    fn close_down_to(&mut self, html: usize, range: &Range<usize>, kind: impl Fn(&OpenFrame) -> bool) {
        if let Some(at) = self.frames.iter().rposition(|frame| kind(&frame.open)).filter(|at| *at >= html) {
            self.close_frames(at + 1, range);
        }
    }

    /// Closes every frame from an index on.
    pub(super) fn close_frames(&mut self, from: usize, range: &Range<usize>) {
        while self.frames.len() > from.max(1) {
            self.close_marks_of_top();
            if self.frames.len() <= from.max(1) {
                return;
            }
            self.flush();
            if let Some(frame) = self.frames.pop() {
                let span = frame.start..range.start.max(frame.start + 1);
                self.close(frame, &span);
            }
        }
    }

    fn mark(&mut self, tag: &html::Tag<'_>, range: &Range<usize>) {
        let Some(mark) = TagMark::of(tag) else { return };
        if tag.closing {
            let same = |frame: &Frame| match &frame.open {
                OpenFrame::Mark(open) => Some(std::mem::discriminant(open) == std::mem::discriminant(&mark)),
                _ => None,
            };
            let open = self.frames.iter().rev().map_while(same).position(|same| same);
            for _ in 0..open.map_or(0, |above| above + 1) {
                self.close_mark();
            }
        } else if self.frames.len() < MAX_DEPTH {
            self.frames.push(Frame::new(OpenFrame::Mark(mark), range.start));
        }
    }

    fn break_once(&mut self, range: &Range<usize>) {
        if self.top().inlines.last().is_some_and(|last| *last != Inline::Break) {
            self.push(Inline::Break, range);
        }
    }

    pub(super) fn close_marks(&mut self) {
        if matches!(self.top().open, OpenFrame::Html) && !self.top().raw.is_empty() {
            let html = std::mem::take(&mut self.top().raw);
            let start = self.top().start;
            self.html_tokens(&html, &(start..start + html.len()));
        }
        self.close_marks_of_top();
    }

    fn close_marks_of_top(&mut self) {
        while matches!(self.top().open, OpenFrame::Mark(_)) {
            self.close_mark();
        }
    }

    pub(super) fn close_mark(&mut self) {
        if let Some(frame) = self.frames.pop() {
            let span = frame.span.clone();
            self.close(frame, &span);
        }
    }
}

/// The block that a tag of HTML opens.
fn block_named(tag: &html::Tag<'_>) -> Option<OpenFrame> {
    Some(match tag.name.as_str() {
        "ul" => OpenFrame::List(None),
        "ol" => {
            OpenFrame::List(Some(tag.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1)))
        }
        "li" => OpenFrame::Item(None),
        "table" => OpenFrame::Table(Vec::new()),
        "tr" => OpenFrame::Row,
        "td" | "th" => OpenFrame::Cell,
        "pre" => OpenFrame::Code(String::new()),
        "blockquote" => OpenFrame::Quote(None),
        name => match name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
            Some(level @ 1..=6) => OpenFrame::Heading(level),
            _ => return None,
        },
    })
}

/// Formulas and code between `==` are highlighted as text between them is.
pub(super) fn highlight(inlines: &mut Vec<Inline>) {
    mark_stretches(inlines, around_one);
    mark_stretches(inlines, among_words);
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
}

/// A stretch that begins in one text and ends in another: where the first mark stands, the place of the other text,
/// and where the second mark stands there.
type MarkedStretch = (usize, usize, usize);

/// The most parts that a highlighted stretch has.
const MOST_PARTS: usize = 12;

/// A formula or code alone between the marks: `==$k$==`.
fn around_one(inlines: &[Inline], at: usize) -> Option<MarkedStretch> {
    let [Inline::Text(first), part, Inline::Text(last)] = inlines.get(at..at + 3)? else { return None };
    let opens = first.ends_with("==") && !first.ends_with("===");
    let closes = last.starts_with("==") && !last.starts_with("===");
    let is_one = matches!(part, Inline::Formula { display: false, .. } | Inline::Code(_));
    (opens && closes && is_one).then(|| (first.len() - 2, at + 2, 0))
}

/// Words beside the formulas and code: `==top $k$ experts==`.
fn among_words(inlines: &[Inline], at: usize) -> Option<MarkedStretch> {
    let from = opening(&inlines[at])?;
    let near = inlines.len().min(at + 1 + MOST_PARTS);
    let is_part = |end: &usize| {
        matches!(inlines[*end], Inline::Text(_) | Inline::Code(_) | Inline::Formula { display: false, .. })
    };
    let mut ends = (at + 1..near).take_while(is_part);
    ends.find_map(|end| Some((from, end, closing(&inlines[end])?)))
}

/// Makes the stretches that are found strong.
fn mark_stretches(inlines: &mut Vec<Inline>, found: fn(&[Inline], usize) -> Option<MarkedStretch>) {
    let mut at = 0;
    while at < inlines.len() {
        if let Some((from, end, to)) = found(inlines, at) {
            let parts: Vec<Inline> =
                inlines.splice(at..=end, [Inline::Break, Inline::Break, Inline::Break]).collect();
            let text = |inline: &Inline| match inline {
                Inline::Text(text) => text.clone(),
                _ => String::new(),
            };
            let (first, last) = (text(&parts[0]), text(&parts[parts.len() - 1]));
            let mut inner = vec![Inline::Text(first[from + 2..].to_owned())];
            inner.extend_from_slice(&parts[1..parts.len() - 1]);
            inner.push(Inline::Text(last[..to].to_owned()));
            inner.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
            inlines[at] = Inline::Text(first[..from].to_owned());
            inlines[at + 1] = Inline::Strong(inner);
            inlines[at + 2] = Inline::Text(last[to + 2..].to_owned());
            at += 1;
        }
        at += 1;
    }
}

/// Whether `==` beside this character compares.
pub(super) fn is_operand(c: char) -> bool {
    c.is_ascii_alphanumeric() || "=<>!)]}_\"'".contains(c)
}

/// Whether `==` before this character compares, where it might close a stretch: a bracket or a quotation mark may end
/// right behind one.
pub(super) fn is_compared(c: char) -> bool {
    is_operand(c) && !")]}\"'".contains(c)
}

/// Where the last `==` of a text opens a stretch.
fn opening(inline: &Inline) -> Option<usize> {
    let Inline::Text(text) = inline else { return None };
    let at = text.rfind("==")?;
    let (before, after) = (text[..at].chars().next_back(), text[at + 2..].chars().next());
    let opens = !before.is_some_and(is_operand) && !after.is_some_and(|c| c.is_whitespace() || c == '=');
    opens.then_some(at)
}

/// Where the first `==` of a text closes a stretch.
fn closing(inline: &Inline) -> Option<usize> {
    let Inline::Text(text) = inline else { return None };
    let at = text.find("==")?;
    let (before, after) = (text[..at].chars().next_back(), text[at + 2..].chars().next());
    let closes = !before.is_some_and(|c| c.is_whitespace() || c == '=') && !after.is_some_and(is_compared);
    closes.then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::markdown::{Inline, inlines};

    #[test]
    fn a_stretch_may_end_before_a_bracket() {
        for (text, strong) in [
            ("the outputs (the ==logits==), so", 1),
            ("“==logits==” and [==odds==]", 2),
            ("if (a==b) and [c==d]", 0),
        ] {
            let found = inlines(text);
            let is_strong = |inline: &&Inline| matches!(inline, Inline::Strong(_));
            assert_eq!(found.iter().filter(is_strong).count(), strong, "{text}: {found:?}");
        }
    }

    #[test]
    fn words_and_formulas_are_highlighted_together() {
        for (text, strong) in [
            ("the ==top $k$ experts== win", 1),
            ("==$K = X W_K$, $V = X W_V$== are made", 1),
            ("take ==$Nb/8$ bytes==. And ==$B$ zero==", 2),
            ("前 ==$k$ 个==专家", 1),
            ("(of ==$k$ experts==)", 1),
            ("where `a` == $b$ == `c`", 0),
            ("x==$y$ and $z$==w", 0),
        ] {
            let found = inlines(text);
            let is_strong = |inline: &&Inline| matches!(inline, Inline::Strong(_));
            assert_eq!(found.iter().filter(is_strong).count(), strong, "{text}: {found:?}");
        }
    }
}
