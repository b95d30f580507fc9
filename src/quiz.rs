//! Asking: the session and the modes.

pub mod interview;
pub mod session;
