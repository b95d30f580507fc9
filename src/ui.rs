//! What the user sees and touches. Draws with `&self`; knows no disk and no clock.

pub mod theme;
pub mod widgets;
