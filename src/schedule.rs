//! What to ask, and when.

pub mod effort;
pub mod imagined;
pub mod learner;
pub mod plan;
pub mod queue;
pub mod ready;
pub mod trial;
pub mod tune;
