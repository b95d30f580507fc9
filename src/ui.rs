//! What the user sees and touches. Draws with `&self`; knows no disk and no clock.

pub mod app;
pub mod format;
pub mod keymap;
pub mod screens;
pub mod theme;
pub mod widgets;
pub mod words;
