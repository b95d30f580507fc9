//! backprop: flashcards for deep-learning interviews, in a terminal.

pub mod card;
pub mod cli;
pub mod day;
pub mod desk;
pub mod import;
pub mod markdown;
pub mod matching;
pub mod memory;
pub mod progress;
pub mod quiz;
pub mod schedule;
pub mod state;
pub mod stats;
pub mod store;
pub mod terminal;
pub mod ui;
