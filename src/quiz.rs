//! Asking: the session, the modes and the mock interview.

pub mod interview;
pub mod session;
