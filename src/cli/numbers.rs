//! Counts and minutes as they are typed on the command line: `40`, `四十`, `40 分钟`, `1h30`.

use crate::drill;
use std::ops::RangeInclusive;

/// Reads a count within a range.
pub(super) fn count<T: TryFrom<u32>>(
    range: RangeInclusive<u32>,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |text| within(drill::count(text), &range)
}

/// Reads minutes within a range.
pub(super) fn minutes(
    range: RangeInclusive<u32>,
) -> impl Fn(&str) -> Result<u32, String> + Clone + Send + Sync + 'static {
    move |text| within(drill::minutes(text), &range)
}

/// What is wrong is said as the parser of the command line says it, which is put in words elsewhere.
fn within<T: TryFrom<u32>>(number: Option<u32>, range: &RangeInclusive<u32>) -> Result<T, String> {
    let number = number.ok_or("no number")?;
    let is_in = Some(number).filter(|number| range.contains(number));
    let outside = || format!("{number} is not in {}..={}", range.start(), range.end());
    is_in.and_then(|number| T::try_from(number).ok()).ok_or_else(outside)
}
