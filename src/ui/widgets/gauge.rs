//! Gauges: a share as a bar of cells, to an eighth of a cell.

use crate::ui::app::Look;
use ratatui::style::Style;
use ratatui::text::Span;

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar of this many cells, filled to a share from 0 to 1, and what is left of it.
pub fn gauge(share: f32, cells: usize, style: Style, look: &Look) -> [Span<'static>; 2] {
    let (filled, rest) = parts(share, cells, if look.ascii { "#" } else { "█" }, look.ascii);
    let empty = if look.ascii { "." } else { "░" };
    [Span::styled(filled, style), Span::styled(empty.repeat(rest), look.theme.rule)]
}

/// A bar without the part that is left, filled up with blanks.
pub fn bar(share: f32, cells: usize, style: Style, look: &Look) -> Span<'static> {
    let (filled, rest) = parts(share, cells, if look.ascii { "#" } else { "█" }, look.ascii);
    Span::styled(format!("{filled}{}", " ".repeat(rest)), style)
}

/// The filled part, and how many cells are left.
fn parts(share: f32, cells: usize, full: &str, whole: bool) -> (String, usize) {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let eighths = (share * 8.0 * cells as f32).round() as usize;
    // Something is more than nothing, and all is only all.
    let eighths = match share {
        0.0 => 0,
        1.0 => 8 * cells,
        _ => eighths.clamp(1, (8 * cells).saturating_sub(1).max(1)),
    };
    let eighths = if whole { eighths.div_ceil(8) * 8 } else { eighths }.min(8 * cells);
    let filled = format!("{}{}", full.repeat(eighths / 8), EIGHTHS[eighths % 8]);
    (filled, cells - eighths.div_ceil(8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_takes_its_cells() {
        for (share, cells, filled, rest) in [
            (0.0, 4, "", 4),
            (0.001, 4, "▏", 3),
            (0.5, 4, "██", 2),
            (0.53, 4, "██▏", 1),
            (0.999, 4, "███▉", 0),
            (1.0, 4, "████", 0),
            (7.0, 2, "██", 0),
            (f32::NAN, 2, "", 2),
            (0.5, 0, "", 0),
        ] {
            assert_eq!(parts(share, cells, "█", false), (filled.to_owned(), rest), "{share}");
        }
        assert_eq!(parts(0.53, 4, "#", true), ("###".to_owned(), 1));
    }
}
