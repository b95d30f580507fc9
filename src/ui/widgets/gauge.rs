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

/// A bar without the part that is left, filled up with blanks. It is thin, so that bars below each other stay apart.
pub fn bar(share: f32, cells: usize, style: Style, look: &Look) -> Span<'static> {
    let halves = steps(share, 2, cells);
    let halves = if look.ascii { halves.div_ceil(2) * 2 } else { halves };
    let filled = if look.ascii { "#" } else { "━" }.repeat(halves / 2);
    let half = if halves % 2 == 1 { "╸" } else { "" };
    Span::styled(format!("{filled}{half}{}", " ".repeat(cells - halves.div_ceil(2))), style)
}

/// The filled part, and how many cells are left.
fn parts(share: f32, cells: usize, full: &str, whole: bool) -> (String, usize) {
    let eighths = steps(share, 8, cells);
    let eighths = if whole { eighths.div_ceil(8) * 8 } else { eighths };
    let filled = format!("{}{}", full.repeat(eighths / 8), EIGHTHS[eighths % 8]);
    (filled, cells - eighths.div_ceil(8))
}

/// How many of so many steps a cell a share takes: something is more than nothing, and all is only all.
fn steps(share: f32, each: usize, cells: usize) -> usize {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let (steps, most) = ((share * (each * cells) as f32).round() as usize, each * cells);
    match share {
        0.0 => 0,
        1.0 => most,
        _ => steps.clamp(1, most.saturating_sub(1).max(1)).min(most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thin_bar_is_drawn_to_half_a_cell() {
        for (share, cells, halves) in
            [(0.0, 4, 0), (0.01, 4, 1), (0.5, 4, 4), (0.99, 4, 7), (1.0, 4, 8), (0.5, 0, 0), (0.3, 1, 1)]
        {
            assert_eq!(steps(share, 2, cells), halves, "{share} of {cells}");
        }
    }

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
