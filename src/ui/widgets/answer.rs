//! An answer: Markdown laid out for the screen, so that its caller only slices lines to scroll.

mod formula;
mod wrap;
