//! What to ask, and when.

pub mod queue;
pub mod tune;
