//! What to ask, and when.

pub mod importance;
pub mod queue;
pub mod tune;
