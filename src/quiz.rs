//! Asking: the session and the modes.

pub mod session;
