//! What the user sees and touches. Draws with `&self`; knows no disk and no clock.

pub mod app;
pub mod ascii;
pub mod format;
pub mod grading;
pub(crate) mod importing;
pub mod keymap;
pub mod manual;
pub mod pictures;
pub mod screens;
pub mod spot;
pub mod undoing;
pub mod values;
pub mod widgets;
