//! Which lines of the study screen hold what.

use crate::ui::keymap::Context;

/// Which lines hold what.
pub(super) struct Rows {
    pub(super) top: u16,
    pub(super) body: u16,
}

impl Rows {
    pub(super) fn of(height: u16, context: Context) -> Rows {
        let air = u16::from(height >= 16);
        let top = 1 + air;
        let has_grades = matches!(
            context,
            Context::Points
                | Context::Answer
                | Context::Checked
                | Context::Chosen
                | Context::Ticking
                | Context::Sure
        );
        let bottom = 1 + u16::from(has_grades) + air;
        Rows { top, body: height.saturating_sub(top + bottom) }
    }
}
