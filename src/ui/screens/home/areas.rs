//! Where what stands on the screen of home.

use crate::desk::Desk;
use crate::ui::app::Look;
use crate::ui::widgets::{MEASURE, answer, column};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// From this width on there are two panes.
const WIDE: u16 = 120;

/// The second pane, in cells.
pub(super) const SIDE: u16 = 38;

/// Where what stands.
pub(super) struct HomeAreas {
    pub(super) top: Rect,
    pub(super) above: Rect,
    pub(super) heading: Option<Rect>,
    pub(super) list: Rect,
    pub(super) steps: Rect,
    pub(super) side: Option<Rect>,
    pub(super) keys: Rect,
}

impl HomeAreas {
    pub(super) fn of(area: Rect, above: usize, desk: &Desk, look: &Look) -> HomeAreas {
        let (main, is_wide) = (main_of(area), is_wide(area));
        let whole = match is_wide {
            true => Rect { width: main.width + 3 + SIDE, ..main },
            false => main,
        };
        let air = u16::from(area.height >= 16);
        let at = |y: u16, height: u16, of: Rect| Rect { y: area.y + y, height, ..of };
        let first = 1 + air;
        let below = first + above as u16 + air;
        let has_heading = area.height >= 9;
        let list = below + u16::from(has_heading);
        let steps = steps(area.height, main.width, desk, look).len() as u16;
        let steps = if steps > 0 { steps + 1 } else { 0 };
        HomeAreas {
            top: at(0, 1, whole),
            above: at(first, above as u16, main),
            heading: has_heading.then(|| at(below, 1, main)),
            list: at(list, area.height.saturating_sub(list + 1 + steps).max(1), main),
            steps: at(area.height.saturating_sub(1 + steps), steps.saturating_sub(1), main),
            side: is_wide.then(|| Rect {
                x: main.right() + 3,
                width: SIDE,
                ..at(first, area.height - first - 1, main)
            }),
            keys: at(area.height - 1, 1, whole),
        }
    }
}

/// Whether there is room for the second pane.
pub(super) fn is_wide(area: Rect) -> bool {
    area.width >= WIDE && area.height >= 20
}

/// The first pane, over the whole height.
pub(super) fn main_of(area: Rect) -> Rect {
    match is_wide(area) {
        true => {
            let width = (area.width - SIDE - 9).min(MEASURE);
            Rect { x: area.x + (area.width - width - 3 - SIDE) / 2, width, ..area }
        }
        false => column(area),
    }
}

/// What a beginner has to know; gone with the first answer.
pub(super) fn steps(height: u16, width: u16, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
    if height < 20 || desk.progress.days().next().is_some() {
        return Vec::new();
    }
    let words = look.words.home;
    let text = [words.first_study, words.first_keys, words.first_notes].into_iter();
    text.flat_map(|step| answer::lay_out_inline(step, width, look.theme.dim, &look.theme)).collect()
}
