//! backprop: flashcards for deep-learning interviews, in a terminal.

pub mod ui;
