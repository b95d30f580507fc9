//! The value of an element.

use super::super::xml::Element;

/// What an element says of itself.
pub(super) fn value<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.child(name)?.attribute("w:val")
}

/// Whether a property is there and not off.
pub(super) fn is_on(element: &Element, name: &str) -> bool {
    let off = ["0", "false", "off", "none"];
    element
        .child(name)
        .is_some_and(|property| property.attribute("w:val").is_none_or(|value| !off.contains(&value)))
}
