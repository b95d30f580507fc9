//! Asking and judging: sessions, and one file for each way to ask a card, and the mock interview.

pub mod interview;
pub mod mode;
pub mod recall;
pub mod session;
