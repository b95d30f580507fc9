//! Pieces of a screen that more than one screen uses.

pub mod answer;
pub mod bar;
pub mod field;
pub mod gauge;
pub mod scroll;

use super::app::Look;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The widest column of running text: longer lines are hard to read.
pub const MEASURE: u16 = 92;

/// The column of running text in an area: at most [`MEASURE`] wide, in the middle, with air on both
/// sides, where the scroll bar stands apart from the text.
pub fn column(area: Rect) -> Rect {
    let air = if area.width >= 30 { 2 } else { 1 };
    let width = area.width.saturating_sub(2 * air).min(MEASURE);
    let [column] =
        Layout::horizontal([Constraint::Length(width)]).flex(ratatui::layout::Flex::Center).areas(area);
    column
}

/// A line with something on the left and something on the right; the left one gives way.
pub fn spread(left: &str, right: &str, width: u16, look: &Look) -> Line<'static> {
    let width = usize::from(width);
    let right = shorten(right, width);
    let room = width.saturating_sub(right.width() + 1);
    // A stump of a few letters says less than nothing.
    let left = if room < 8 && left.width() > room { String::new() } else { shorten(left, room) };
    let gap = width.saturating_sub(left.width() + right.width());
    Line::from(vec![
        Span::styled(left, look.theme.title),
        Span::raw(" ".repeat(gap)),
        Span::styled(right, look.theme.dim),
    ])
}

/// A setting with its value, in a width of which its name takes some cells at most; arrows stand around
/// the value that can be changed now.
pub fn setting(
    name: &str,
    value: &str,
    is_chosen: bool,
    (width, most): (u16, u16),
    look: &Look,
) -> Line<'static> {
    let value = if is_chosen { format!("← {value} →") } else { format!("  {value}  ") };
    let mark = if is_chosen { "> " } else { "  " };
    let room = usize::from(width).saturating_sub(value.width() + 3).min(usize::from(most));
    let (left, right) = match is_chosen {
        true => (look.theme.selected, look.theme.selected),
        false => (look.theme.text, look.theme.marker),
    };
    Line::from(vec![
        Span::styled(format!("{mark}{} ", pad(&shorten(name, room), room)), left),
        Span::styled(value, right),
    ])
}

/// The name of an action as a heading: it begins with a capital letter where the script has them.
pub fn heading(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A text cut to a width, with `…` where something is missing.
pub fn shorten(text: &str, width: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for grapheme in text.graphemes(true) {
        if short.width() + grapheme.width() + 1 > width {
            break;
        }
        short.push_str(grapheme);
    }
    if width > 0 {
        short.push('…');
    }
    short
}

/// As many of the parts of a text as fit; what is cut says nothing.
pub fn whole_parts(text: &str, width: usize) -> String {
    let ends = text.match_indices(" · ").map(|(at, _)| at).chain([text.len()]);
    let fitting = ends.map(|end| &text[..end]).take_while(|part| part.width() <= width).last();
    fitting.map_or_else(|| shorten(text, width), str::to_owned)
}

/// A text filled up with spaces to a width in cells.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// The end of a text that fits into a width.
pub fn last_cells(text: &str, width: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let mut graphemes: Vec<&str> = Vec::new();
    let mut taken = 0;
    for grapheme in text.graphemes(true).rev() {
        taken += grapheme.width();
        if taken > width {
            break;
        }
        graphemes.push(grapheme);
    }
    graphemes.into_iter().rev().collect()
}
