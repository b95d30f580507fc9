//! Asking and judging: sessions, and one file for each way to ask a card, and the mock interview.

pub mod asked;
mod asking;
pub mod choice;
pub mod cloze;
pub mod code;
pub mod interview;
pub mod mode;
pub mod numbers;
pub mod recall;
pub mod session;
pub mod terms;
pub mod typed;
