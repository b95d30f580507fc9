//! Times in more than one unit: `1h 30m`, `2 小时 30 分`, `1:30`, `半小时`.

use super::spoken::spoken;
use super::unit::{time_size, unit_of};

/// A time of several units, in the unit asked for, which has to be one of time. With a colon the larger of two units is
/// hours where hours are asked for, and minutes where seconds are; of minutes it may be either.
pub(super) fn spans(text: &str, asked: &str) -> Option<f64> {
    let size = time_size(asked)?;
    if let Some(parts) = clock(text) {
        let units: &[f64] = match (parts.len(), size) {
            (3, _) => &[3600.0, 60.0, 1.0],
            (2, 3600.0) => &[3600.0, 60.0],
            (2, 1.0) => &[60.0, 1.0],
            _ => return None,
        };
        return Some(parts.iter().zip(units).map(|(part, unit)| part * unit).sum::<f64>() / size);
    }
    Some(parts(text)? / size)
}

/// The numbers between colons: `1:30`, `1:02:30`.
pub(super) fn clock(text: &str) -> Option<Vec<f64>> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    let is_digits =
        |part: &&str| matches!(part.len(), 1..=2) && part.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = parts.split_first()?;
    let is_first = !first.is_empty() && first.len() < 5 && first.bytes().all(|byte| byte.is_ascii_digit());
    if !is_first || rest.is_empty() || rest.len() > 2 || !rest.iter().all(is_digits) {
        return None;
    }
    let numbers: Vec<f64> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    numbers[1..].iter().all(|number| *number < 60.0).then_some(numbers)
}

/// The seconds of numbers with units of time, each smaller than the one before.
fn parts(text: &str) -> Option<f64> {
    let (mut sum, mut before, mut rest) = (0.0, f64::INFINITY, text.trim());
    while !rest.is_empty() {
        let (number, behind) = number(rest)?;
        let behind = behind.trim_start().trim_start_matches('个');
        let (half, behind) = behind.strip_prefix('半').map_or((0.0, behind), |behind| (0.5, behind));
        let is_part = |letter: char| letter.is_alphabetic() && !spoken_digit(letter);
        let unit = &behind[..behind.find(|letter| !is_part(letter)).unwrap_or(behind.len())];
        let (name, and_half) = match unit.strip_suffix('半') {
            Some(name) if !name.is_empty() => (name, 0.5),
            _ => (unit, 0.0),
        };
        let size = match unit_of(name.trim()).as_str() {
            // The next smaller unit is meant where none is said.
            "" if before == 3600.0 => 60.0,
            "" if before == 60.0 => 1.0,
            "m" => 60.0,
            "时" | "小时" | "钟头" => 3600.0,
            name => time_size(name)?,
        };
        if size >= before {
            return None;
        }
        sum += (number + half + and_half) * size;
        before = size;
        let behind = behind[unit.len()..].trim_start_matches([' ', ',', '，', '零']);
        rest = behind.strip_prefix("and ").unwrap_or(behind).trim_start();
    }
    (before < f64::INFINITY).then_some(sum)
}

fn spoken_digit(letter: char) -> bool {
    "零〇一二两三四五六七八九十".contains(letter)
}

/// The number that a part begins with; half of a unit is one too.
fn number(text: &str) -> Option<(f64, &str)> {
    if text.starts_with('半') {
        return Some((0.0, text));
    }
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    if end > 0 {
        return Some((text[..end].parse().ok()?, &text[end..]));
    }
    let found = spoken(text)?;
    Some((found.value, &text[found.end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_several_units_are_one_number() {
        for (text, asked, value) in [
            ("1h 30m", "h", Some(1.5)),
            ("1h30", "min", Some(90.0)),
            ("2 hours and 15 minutes", "h", Some(2.25)),
            ("1 day 6 hours", "h", Some(30.0)),
            ("3 min 20 s", "s", Some(200.0)),
            ("2小时30分钟", "小时", Some(2.5)),
            ("两小时零六分", "h", Some(2.1)),
            ("1个半小时", "min", Some(90.0)),
            ("半小时", "h", Some(0.5)),
            ("半个小时", "h", Some(0.5)),
            ("一小时半", "h", Some(1.5)),
            ("1:30", "h", Some(1.5)),
            ("1:30", "s", Some(90.0)),
            ("1:30", "min", None),
            ("1:02:30", "min", Some(62.5)),
            ("1:75", "h", None),
            ("30m 1h", "h", None),
            ("1h 2h", "h", None),
            ("1h 30m", "GB", None),
            ("h", "h", None),
        ] {
            let found = spans(text, asked);
            let is_it = match (found, value) {
                (Some(found), Some(value)) => (found - value).abs() < 1e-9,
                (found, value) => found.is_none() && value.is_none(),
            };
            assert!(is_it, "{text} {asked}: {found:?}");
        }
    }
}
