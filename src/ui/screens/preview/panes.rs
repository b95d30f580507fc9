//! Where the parts of the preview stand.

use ratatui::layout::Rect;

/// Where what stands: two panes side by side when wide, one above the other when high, else one.
pub(super) struct Panes {
    pub(super) head: Rect,
    pub(super) list: Rect,
    /// The column of the scroll bar.
    pub(super) bar: Rect,
    pub(super) source: Option<Rect>,
    pub(super) keys: Rect,
}

impl Panes {
    pub(super) fn of(area: Rect) -> Panes {
        let air = if area.width >= 30 { 2 } else { 1 };
        let inner = Rect { x: area.x + air, width: area.width.saturating_sub(2 * air), ..area };
        let line = |y: u16| Rect { y: area.y + y, height: 1, ..inner };
        let first = if area.height >= 8 { 3 } else { 1 };
        let body = Rect { y: area.y + first, height: area.height.saturating_sub(first + 1), ..inner };
        let (list, source) = if inner.width >= 96 {
            let left = inner.width * 2 / 5;
            let source = Rect { x: body.x + left + 3, width: body.width - left - 3, ..body };
            (Rect { width: left, ..body }, Some(source))
        } else if body.height >= 14 {
            let upper = body.height / 2;
            let source = Rect { y: body.y + upper + 1, height: body.height - upper - 1, ..body };
            (Rect { height: upper, ..body }, Some(source))
        } else {
            (body, None)
        };
        let bar = Rect { width: list.width + 1, ..list };
        Panes { head: line(0), list, bar, source, keys: line(area.height.saturating_sub(1)) }
    }
}
