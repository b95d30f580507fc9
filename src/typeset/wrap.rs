//! Line filling: styled pieces of one logical line into lines of a width, by the rules of both scripts.

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Without line breaks.
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) glue: Glue,
}

/// Where a piece may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    /// Wherever its script allows.
    Text,
    /// At spaces, and only where the line would otherwise stay rather empty: formulas and addresses.
    Word,
    /// Nowhere, and not from what stands before it.
    Mark,
}

impl Piece {
    pub(super) fn new(text: impl Into<String>, style: Style) -> Piece {
        Piece { text: text.into(), style, glue: Glue::Text }
    }
}

/// One line on the screen.
pub(super) type ScreenRow = Vec<Span<'static>>;

/// Cells that a row takes.
pub(super) fn row_width(row: &[Span<'_>]) -> usize {
    row.iter().map(|span| cells(&span.content)).sum()
}

/// Cells that a text takes: the sum over its graphemes, as the screen buffer counts.
pub(super) fn cells(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

/// Fills lines of `rest` cells, the first one of `first` cells. Spaces at a break are dropped; a
/// grapheme wider than the line becomes `…`. There is always at least one row.
pub(super) fn wrap(pieces: &[Piece], first: usize, rest: usize) -> Vec<ScreenRow> {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let graphemes = graphemes(&text, pieces);
    let mut rows = Vec::new();
    let mut from = skip_spaces(&graphemes, 0, &text);
    // Spaces in front of the first word are the author's.
    if from < graphemes.len() {
        from = 0;
    }
    while from < graphemes.len() {
        let width = if rows.is_empty() { first } else { rest }.max(1);
        let end = line_end(&graphemes, from, width, &text);
        rows.push(row(&graphemes[from..end], width, &text, pieces));
        from = skip_spaces(&graphemes, end, &text);
    }
    if rows.is_empty() {
        rows.push(ScreenRow::new());
    }
    rows
}

/// Cuts code, keeping every space: after a space or a separator if that leaves the line at least half
/// full, else between any graphemes.
pub(super) fn chop(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let (mut row, mut used, mut width) = (String::new(), 0, first.max(1));
    // The last good place: bytes of the row and cells before it.
    let mut stop = (0, 0);
    for grapheme in text.graphemes(true) {
        while used + fit(grapheme, width).1 > width {
            let (at, filled) = if stop.1 * 2 >= width { stop } else { (row.len(), used) };
            let tail = row.split_off(at);
            rows.push(std::mem::replace(&mut row, tail));
            used -= filled;
            width = rest.max(1);
            stop = (0, 0);
        }
        let (shown, size) = fit(grapheme, width);
        used += size;
        row.push_str(shown);
        if matches!(shown, " " | "," | ";" | "(" | "，" | "。") {
            stop = (row.len(), used);
        }
    }
    rows.push(row);
    rows
}

struct Grapheme {
    start: usize,
    end: usize,
    width: usize,
    piece: usize,
    stop: WrapStop,
}

/// How well a line may end after a grapheme.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WrapStop {
    /// It would leave punctuation on the wrong side.
    Never,
    /// Only where nothing else is possible.
    Forced,
    /// At a space inside a formula.
    Inner,
    Good,
}

fn graphemes(text: &str, pieces: &[Piece]) -> Vec<Grapheme> {
    let mut ends = pieces
        .iter()
        .scan(0, |end, piece| {
            *end += piece.text.len();
            Some(*end)
        })
        .enumerate()
        .peekable();
    let stand_in = stand_in(text, pieces);
    let mut stops = Breaks(linebreaks(&stand_in).peekable());
    let mut out: Vec<Grapheme> = Vec::new();
    for (start, grapheme) in text.grapheme_indices(true) {
        while ends.peek().is_some_and(|(_, end)| *end <= start) {
            ends.next();
        }
        let end = start + grapheme.len();
        let piece = ends.peek().map_or(0, |(at, _)| *at);
        let inner = pieces.get(piece).is_some_and(|piece| piece.glue == Glue::Word)
            && ends.peek().is_some_and(|(_, piece_end)| end < *piece_end);
        out.push(Grapheme {
            start,
            end,
            width: grapheme.width(),
            piece,
            stop: match (stops.allows(end), inner) {
                (true, true) => WrapStop::Inner,
                (true, false) => WrapStop::Good,
                (false, _) => WrapStop::Forced,
            },
        });
    }
    keep_punctuation(&mut out, text);
    out
}

/// Takes away the stops that would begin a line with closing or end one with opening punctuation.
fn keep_punctuation(graphemes: &mut [Grapheme], text: &str) {
    let mut opened = false;
    for grapheme in graphemes.iter_mut() {
        if !is_space(grapheme, text) {
            opened = opens(&text[grapheme.start..grapheme.end]);
        }
        if opened {
            grapheme.stop = WrapStop::Never;
        }
    }
    let mut closed = false;
    for grapheme in graphemes.iter_mut().rev() {
        if closed {
            grapheme.stop = WrapStop::Never;
        }
        if !is_space(grapheme, text) {
            closed = closes(&text[grapheme.start..grapheme.end]);
        }
    }
}

/// Break opportunities in order, asked by offset.
struct Breaks<I: Iterator<Item = (usize, BreakOpportunity)>>(std::iter::Peekable<I>);

impl<I: Iterator<Item = (usize, BreakOpportunity)>> Breaks<I> {
    fn allows(&mut self, offset: usize) -> bool {
        while self.0.peek().is_some_and(|(at, _)| *at < offset) {
            self.0.next();
        }
        self.0.peek().is_some_and(|(at, _)| *at == offset)
    }
}

/// The text as the break finder should see it, byte for byte as long. Curly quotes next to Chinese
/// are brackets there, while the Unicode rules glue them to both sides; formulas are one word
/// between their spaces.
fn stand_in(text: &str, pieces: &[Piece]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut offset = 0;
    let mut before = ' ';
    for piece in pieces {
        for c in piece.text.chars() {
            offset += c.len_utf8();
            let after = text[offset..].chars().next().unwrap_or(' ');
            out.push(match c {
                ' ' => ' ',
                _ if piece.glue == Glue::Word => ['a', 'ɐ', 'Ḁ', '𝐀'][c.len_utf8() - 1],
                _ if piece.glue == Glue::Mark => ['}', '»', '」', '𝐀'][c.len_utf8() - 1],
                '“' | '‘' if han(before) || han(after) => '「',
                '”' | '’' if han(before) || han(after) => '」',
                _ => c,
            });
            before = c;
        }
    }
    out
}

/// The end of the line that begins at `from`: the best stop that fits, else between graphemes.
fn line_end(graphemes: &[Grapheme], from: usize, width: usize, text: &str) -> usize {
    let mut used = 0;
    // The last places of each kind, and the cells before the last good one.
    let (mut good, mut inner, mut forced) = (None, None, None);
    let mut filled = 0;
    for (at, grapheme) in graphemes.iter().enumerate().skip(from) {
        if used + grapheme.width > width && !is_space(grapheme, text) {
            let best = if filled * 2 >= width { good.or(inner) } else { inner.max(good) };
            // Even a grapheme that is too wide has to go somewhere.
            return best.or(forced).unwrap_or(at).max(from + 1);
        }
        used += grapheme.width;
        match grapheme.stop {
            WrapStop::Good => (good, filled) = (Some(at + 1), used),
            WrapStop::Inner => inner = Some(at + 1),
            WrapStop::Forced => forced = Some(at + 1),
            WrapStop::Never => {}
        }
    }
    graphemes.len()
}

fn row(graphemes: &[Grapheme], width: usize, text: &str, pieces: &[Piece]) -> ScreenRow {
    let visible = graphemes.iter().rposition(|g| !is_space(g, text)).map_or(0, |last| last + 1);
    let mut row = ScreenRow::new();
    let mut last_piece = None;
    for grapheme in &graphemes[..visible] {
        let (shown, _) = fit(&text[grapheme.start..grapheme.end], width);
        let shown = if shown == "\u{a0}" { " " } else { shown };
        match row.last_mut() {
            Some(span) if last_piece == Some(grapheme.piece) => {
                span.content.to_mut().push_str(shown);
            }
            _ => row.push(Span::styled(shown.to_owned(), pieces[grapheme.piece].style)),
        }
        last_piece = Some(grapheme.piece);
    }
    row
}

/// A grapheme, or a sign for it where it is wider than the line.
fn fit(grapheme: &str, width: usize) -> (&str, usize) {
    let size = grapheme.width();
    if size > width { ("…", 1) } else { (grapheme, size) }
}

fn skip_spaces(graphemes: &[Grapheme], from: usize, text: &str) -> usize {
    graphemes[from..].iter().position(|g| !is_space(g, text)).map_or(graphemes.len(), |n| from + n)
}

fn is_space(grapheme: &Grapheme, text: &str) -> bool {
    text[grapheme.start..grapheme.end].starts_with(blank)
}

fn blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

/// Punctuation that never begins a line.
fn closes(text: &str) -> bool {
    text.starts_with(|c| "，。、；：？！）》」』】〕〉”’…％·～—".contains(c))
}

/// Punctuation that never ends a line.
fn opens(text: &str) -> bool {
    text.ends_with(|c| "（《「『【〔〈“‘".contains(c))
}

/// Chinese, Japanese and Korean letters and full-width punctuation.
pub(super) fn han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
}

/// Below this many cells for its text, a container gives up its indent.
const MIN_TEXT: usize = 6;

/// The cells left beside a marker, or all of them where that would be too few.
pub(super) fn inside(width: usize, marker: usize) -> usize {
    if width >= marker + MIN_TEXT { width - marker } else { width }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<String> {
        let rows = wrap(&[Piece::new(text, Style::new())], width, width);
        rows.iter().map(|row| row.iter().map(|span| span.content.as_ref()).collect()).collect()
    }

    #[test]
    fn lines_are_filled_by_the_rules_of_both_scripts() {
        let rows: &[(&str, usize, &[&str])] = &[
            ("", 5, &[""]),
            ("back propagation", 11, &["back", "propagation"]),
            ("a  b   c", 3, &["a", "b", "c"]),
            ("反向传播算法", 6, &["反向传", "播算法"]),
            ("反向传播，算法", 8, &["反向传", "播，算法"]),
            ("反向（传播）算法", 6, &["反向", "（传", "播）算", "法"]),
            ("称为“卷积核”的", 8, &["称为“卷", "积核”的"]),
            ("称作为“卷积核”的", 7, &["称作为", "“卷积", "核”的"]),
            ("don’t stop", 6, &["don’t", "stop"]),
            ("使用Dropout层", 8, &["使用", "Dropout", "层"]),
            ("使用Relu代替", 10, &["使用Relu代", "替"]),
            ("CNN的层", 5, &["CNN的", "层"]),
            ("https://a.b/cdef", 8, &["https://", "a.b/cdef"]),
            ("Long-Term", 6, &["Long-", "Term"]),
            ("100％的", 4, &["10", "0％", "的"]),
            ("好好好……的", 6, &["好好", "好……的"]),
            ("abc 👩\u{200d}🔬def", 5, &["abc", "👩\u{200d}🔬def"]),
            ("👩\u{200d}🔬👩\u{200d}🔬", 3, &["👩\u{200d}🔬", "👩\u{200d}🔬"]),
            ("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]),
            ("中a", 1, &["…", "a"]),
            ("　　首先", 8, &["　　首先"]),
            ("，，，，", 4, &["，，", "，，"]),
        ];
        for (text, width, expected) in rows {
            assert_eq!(lines(text, *width), *expected, "{text:?} at {width}");
        }
    }

    #[test]
    fn code_is_cut_without_loss() {
        assert_eq!(chop("  a bc", 4, 3), ["  a ", "bc"]);
        assert_eq!(chop("中中a", 3, 3), ["中", "中a"]);
        assert_eq!(chop("f(aa, bb)", 7, 5), ["f(aa, ", "bb)"]);
        assert_eq!(chop("", 3, 3), [""]);
    }
}
