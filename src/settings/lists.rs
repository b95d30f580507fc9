//! Lists in one text: names, and spans of time.

/// The texts of a list: one a line where one of them has blanks.
pub(super) fn items(text: &str) -> Vec<&str> {
    if text.contains('\n') {
        return text.lines().filter(|item| !item.trim().is_empty()).collect();
    }
    text.split_whitespace().collect()
}

/// A list as one text, which [`items`] takes apart again.
pub(super) fn put_together(items: &[&str]) -> String {
    if items.iter().any(|item| item.contains(char::is_whitespace)) {
        return items.iter().map(|item| format!("{}\n", item.replace('\n', " "))).collect();
    }
    items.join(" ")
}

const UNITS: [(char, u32); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

pub(super) fn spans(seconds: &[u32]) -> String {
    let span = |seconds: &u32| {
        let (unit, size) = UNITS.iter().find(|(_, size)| seconds.is_multiple_of(*size)).unwrap_or(&UNITS[3]);
        format!("{}{unit}", seconds / size)
    };
    seconds.iter().map(span).collect::<Vec<_>>().join(" ")
}

pub(super) fn put_spans(text: &str) -> Option<Vec<u32>> {
    let span = |text: &str| {
        let unit = text.chars().next_back()?;
        let (_, size) = UNITS.iter().find(|(name, _)| *name == unit)?;
        let count: u32 = text[..text.len() - unit.len_utf8()].parse().ok()?;
        count.checked_mul(*size).filter(|seconds| (1..=36_500 * 86_400).contains(seconds))
    };
    let spans: Option<Vec<u32>> = text.split_whitespace().map(span).collect();
    spans.filter(|spans| spans.len() <= 10)
}
