//! backprop: flashcards for deep-learning interviews, in a terminal.

pub mod card;
pub mod day;
pub mod import;
pub mod markdown;
pub mod memory;
pub mod progress;
pub mod state;
pub mod ui;
