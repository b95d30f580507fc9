//! What libraries say of damaged files, and names in archives, without anything a terminal would obey.

use crate::markdown::clean;
use crate::messages::{Damage, Quoted};
use std::fmt::Display;

/// What a library says.
pub(super) fn said(why: &dyn Display) -> Damage {
    Damage::Unreadable { why: shown(&why.to_string()) }
}

/// The same within another message.
pub(super) fn quoted(why: &dyn Display) -> Quoted {
    said(why).into()
}

/// A name as it can be shown.
pub(super) fn shown(name: &str) -> String {
    clean(name).replace('\n', " ")
}
