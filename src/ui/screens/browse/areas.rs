//! Where what stands on the screen of all cards.

use crate::ui::widgets::column;
use ratatui::layout::Rect;

/// From this width on, the card under the cursor is shown beside the list.
const WIDE: u16 = 100;

/// Where things stand.
pub(super) struct BrowseAreas {
    pub(super) top: Rect,
    pub(super) field: Rect,
    pub(super) list: Rect,
    pub(super) preview: Option<Rect>,
    pub(super) keys: Rect,
}

impl BrowseAreas {
    pub(super) fn of(area: Rect) -> BrowseAreas {
        let inner = if area.width >= WIDE {
            Rect { x: area.x + 2, width: area.width - 4, ..area }
        } else {
            column(area)
        };
        let line = |y: u16| Rect { y, height: 1, ..inner };
        let air = u16::from(area.height >= 16);
        let top = 2 + air;
        let body = Rect { y: area.y + top, height: area.height.saturating_sub(top + 1 + air), ..inner };
        let (list, preview) = if area.width >= WIDE {
            let left = inner.width * 45 / 100;
            let right = Rect { x: body.x + left + 3, width: inner.width - left - 3, ..body };
            (Rect { width: left, ..body }, Some(right))
        } else {
            (body, None)
        };
        BrowseAreas {
            top: line(area.y),
            field: line(area.y + 1),
            list,
            preview,
            keys: line(area.bottom() - 1),
        }
    }
}
