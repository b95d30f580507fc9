//! backprop: flashcards for deep-learning interviews, in a terminal.

pub mod card;
pub mod day;
pub mod memory;
pub mod progress;
pub mod state;
pub mod store;
pub mod ui;
