//! backprop: flashcards for deep-learning interviews, in a terminal.

pub mod markdown;
pub mod ui;
