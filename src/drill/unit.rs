//! Units as people type them: `GiB`, `Gbit/s`, `千字节`, `tokens per second`, `B params`, `‰`; and how many of one are
//! another.

use super::names::{named, singular};
use crate::markdown::narrow;

/// Names, each with its size in the first of their kind; in lower case.
type UnitKind = [(&'static str, f64)];

/// What numbers are counted in.
pub(super) const SCALES: &UnitKind = &[
    ("", 1.0),
    ("k", 1e3),
    ("thousand", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("million", 1e6),
    ("b", 1e9),
    ("billion", 1e9),
    ("bn", 1e9),
    ("t", 1e12),
    ("tn", 1e12),
    ("trillion", 1e12),
    ("千", 1e3),
    ("万", 1e4),
    ("十万", 1e5),
    ("百万", 1e6),
    ("千万", 1e7),
    ("亿", 1e8),
    ("十亿", 1e9),
    ("百亿", 1e10),
    ("千亿", 1e11),
    ("万亿", 1e12),
];

/// A bit is an eighth of a byte. Whoever types `14g` where gigabytes are asked for means them.
const SIZES: &UnitKind = &[
    ("b", 1.0),
    ("byte", 1.0),
    ("字节", 1.0),
    ("k", 1e3),
    ("kb", 1e3),
    ("kbyte", 1e3),
    ("千字节", 1e3),
    ("m", 1e6),
    ("mb", 1e6),
    ("mbyte", 1e6),
    ("兆", 1e6),
    ("兆字节", 1e6),
    ("g", 1e9),
    ("gb", 1e9),
    ("gbyte", 1e9),
    ("吉字节", 1e9),
    ("t", 1e12),
    ("tb", 1e12),
    ("tbyte", 1e12),
    ("太字节", 1e12),
    ("pb", 1e15),
    ("eb", 1e18),
    ("kilobyte", 1e3),
    ("megabyte", 1e6),
    ("gigabyte", 1e9),
    ("terabyte", 1e12),
    ("petabyte", 1e15),
    ("kibibyte", 1024.0),
    ("mebibyte", 1_048_576.0),
    ("gibibyte", 1_073_741_824.0),
    ("tebibyte", 1_099_511_627_776.0),
    ("kilobit", 125.0),
    ("megabit", 125e3),
    ("gigabit", 125e6),
    ("terabit", 125e9),
    ("kib", 1024.0),
    ("mib", 1_048_576.0),
    ("gib", 1_073_741_824.0),
    ("tib", 1_099_511_627_776.0),
    ("pib", 1_125_899_906_842_624.0),
    ("bit", 0.125),
    ("比特", 0.125),
    ("kbit", 125.0),
    ("mbit", 125e3),
    ("gbit", 125e6),
    ("tbit", 125e9),
    ("pbit", 125e12),
    ("kibit", 128.0),
    ("mibit", 131_072.0),
    ("gibit", 134_217_728.0),
    ("tibit", 137_438_953_472.0),
];

const TIMES: &UnitKind = &[
    ("s", 1.0),
    ("sec", 1.0),
    ("second", 1.0),
    ("秒", 1.0),
    ("秒钟", 1.0),
    ("ms", 1e-3),
    ("msec", 1e-3),
    ("millisecond", 1e-3),
    ("毫秒", 1e-3),
    ("us", 1e-6),
    ("µs", 1e-6),
    ("μs", 1e-6),
    ("microsecond", 1e-6),
    ("微秒", 1e-6),
    ("ns", 1e-9),
    ("nanosecond", 1e-9),
    ("纳秒", 1e-9),
    ("min", 60.0),
    ("minute", 60.0),
    ("分", 60.0),
    ("分钟", 60.0),
    ("h", 3600.0),
    ("hr", 3600.0),
    ("hour", 3600.0),
    ("时", 3600.0),
    ("小时", 3600.0),
    ("d", 86_400.0),
    ("day", 86_400.0),
    ("天", 86_400.0),
    ("week", 604_800.0),
    ("周", 604_800.0),
    ("星期", 604_800.0),
];

const SHARES: &UnitKind = &[
    ("%", 1.0),
    ("percent", 1.0),
    ("per cent", 1.0),
    ("pct", 1.0),
    ("百分点", 1.0),
    ("‰", 0.1),
    ("per mille", 0.1),
    ("permille", 0.1),
];

const WORK: &UnitKind = &[
    ("flop", 1.0),
    ("kflop", 1e3),
    ("mflop", 1e6),
    ("gflop", 1e9),
    ("tflop", 1e12),
    ("pflop", 1e15),
    ("eflop", 1e18),
    ("zflop", 1e21),
];

const POWERS: &UnitKind = &[("w", 1.0), ("watt", 1.0), ("瓦", 1.0), ("kw", 1e3), ("千瓦", 1e3), ("mw", 1e6)];

const FREQUENCIES: &UnitKind = &[("hz", 1.0), ("khz", 1e3), ("mhz", 1e6), ("ghz", 1e9)];

/// Where a name is of two kinds, the one that stands first is meant if the unit asked for has it too.
const KINDS: [&UnitKind; 7] = [SCALES, SIZES, TIMES, SHARES, WORK, POWERS, FREQUENCIES];

/// What may be named behind a number, and counts it one by one.
const COUNTED: [&str; 24] = [
    "param",
    "parameter",
    "token",
    "weight",
    "value",
    "number",
    "element",
    "entry",
    "entrie",
    "float",
    "op",
    "step",
    "sample",
    "example",
    "time",
    "参数",
    "词元",
    "次",
    "步",
    "条",
    "样本",
    "元素",
    "数",
    "倍",
];

/// A unit as it is compared: 万个 is 万, millions are million, `Gb` and `Gbps` are `gbit` and `gbit/s`.
pub(super) fn unit_of(text: &str) -> String {
    let text = text.trim();
    let text = bits(text).unwrap_or_else(|| text.to_owned()).to_lowercase();
    let is_unit = |name: &str| KINDS.iter().any(|kind| size(kind, name.trim()).is_some());
    let text = match text.split_once('个') {
        Some(("", unit)) if is_unit(unit) => unit.trim(),
        Some((scale, _)) => scale.trim(),
        None => text.trim(),
    };
    let text = text.strip_suffix("每秒").map_or(text.to_owned(), |rest| format!("{}/s", rest.trim()));
    let text = text.strip_prefix("每秒").map_or(text.clone(), |rest| format!("{}/s", rest.trim()));
    let text = if is_share(&text) {
        text
    } else {
        text.replace(" per ", "/").replace(" a ", "/").replace(" / ", "/")
    };
    let parts: Vec<String> = text.split('/').map(|part| named(singular(part))).collect();
    match parts.join("/").as_str() {
        one if one.ends_with("flop/s") => one.trim_end_matches("/s").to_owned(),
        one => one.to_owned(),
    }
}

/// The same for an answer asked in a unit: whoever types small letters does not say whether bits or bytes are meant.
pub(super) fn unit_in(text: &str, asked: &str) -> String {
    let unit = unit_of(text);
    let says_neither = !text.contains(char::is_uppercase) && asked.contains("bit") && !unit.contains("bit");
    let end = unit.find('/').unwrap_or(unit.len());
    if let Some(prefix) = unit[..end].strip_suffix('b').filter(|prefix| says_neither && is_prefix(prefix)) {
        return format!("{prefix}bit{}", &unit[end..]);
    }
    // `G` is the size that is asked for, `GB` or `GiB`; `t/s` are tokens where these are asked for.
    let binary = &asked[..asked.find('/').unwrap_or(asked.len())];
    match &unit[..end] {
        "t" if end < unit.len() && binary == "token" => format!("token{}", &unit[end..]),
        prefix if is_prefix(prefix) && binary.ends_with("ib") => {
            format!("{}ib{}", prefix.trim_end_matches('i'), &unit[end..])
        }
        prefix if prefix.len() == 2 && prefix.ends_with('i') && is_prefix(prefix) => {
            format!("{prefix}b{}", &unit[end..])
        }
        _ => unit,
    }
}

/// A text in which units of bits behind a number are written out, `14 Gb` is `14 Gbit`: without regard to case they
/// would be bytes.
pub fn with_bits(text: &str) -> String {
    with_units(text, bits)
}

/// The same with bytes, `14 GB` is `14 Gbyte`, for what is compared with bits.
pub fn with_bytes(text: &str) -> String {
    with_units(text, |unit| {
        let end = unit.find(['/', ' ']).unwrap_or(unit.len());
        let prefix = unit[..end].strip_suffix('B').filter(|prefix| is_prefix(prefix))?;
        Some(format!("{prefix}byte{}", &unit[end..]))
    })
}

fn with_units(text: &str, other: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let start = word.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(word.len());
        let (number, unit) = word.split_at(start);
        let shown = unit.trim_end();
        let is_behind = number.ends_with(|letter: char| letter.is_ascii_digit())
            || (number.is_empty() && out.trim_end().ends_with(|letter: char| letter.is_ascii_digit()));
        match other(shown).filter(|_| is_behind) {
            Some(other) => out.push_str(&format!("{number}{other}{}", &unit[shown.len()..])),
            None => out.push_str(word),
        }
    }
    out
}

/// A unit in bits, where it is written so: a small `b` behind a capital, or `bps`.
fn bits(text: &str) -> Option<String> {
    let end = text.find(['/', ' ']).unwrap_or(text.len());
    let (unit, rest) = text.split_at(end);
    if let Some(prefix) = unit.strip_suffix("bps").filter(|prefix| is_prefix(prefix)) {
        return Some(format!("{prefix}bit/s{rest}"));
    }
    if let Some(prefix) = unit.strip_suffix("Bps").filter(|prefix| is_prefix(prefix)) {
        return Some(format!("{prefix}B/s{rest}"));
    }
    let prefix = unit.strip_suffix('b').filter(|prefix| is_prefix(prefix))?;
    prefix.starts_with(|letter: char| letter.is_uppercase()).then(|| format!("{prefix}bit{rest}"))
}

/// Whether a text is a prefix of sizes: `k`, `G`, `Gi`.
fn is_prefix(text: &str) -> bool {
    matches!(
        text.strip_suffix('i').unwrap_or(text),
        "k" | "K" | "m" | "M" | "g" | "G" | "t" | "T" | "p" | "P"
    )
}

/// Whether it is a share of the whole: percent or per mille.
pub(super) fn is_share(unit: &str) -> bool {
    SHARES.iter().any(|(name, _)| *name == unit)
}

/// How many of a unit of shares the whole has.
pub(super) fn parts_of_whole(unit: &str) -> Option<f64> {
    size(SHARES, unit).map(|size| 100.0 / size)
}

fn size(kind: &UnitKind, name: &str) -> Option<f64> {
    kind.iter().find(|(known, _)| *known == name).map(|(_, size)| *size)
}

/// Whether a unit measures sizes of data.
pub(super) fn is_size(unit: &str) -> bool {
    size(SIZES, unit).is_some()
}

/// The seconds that a unit of time has.
pub(super) fn time_size(unit: &str) -> Option<f64> {
    size(TIMES, unit)
}

/// How much a scale multiplies by; none where a text is no scale.
pub(super) fn scale_size(name: &str) -> Option<f64> {
    size(SCALES, name).filter(|_| !name.is_empty())
}

/// How much one of this is of the unit asked for.
pub(super) fn between(written: &str, asked: &str) -> Option<f64> {
    if written.is_empty() || written == asked {
        return Some(1.0);
    }
    // Half of something is 50 % of it.
    if let Some(parts) = parts_of_whole(written).filter(|_| asked.is_empty()) {
        return Some(1.0 / parts);
    }
    if let Some(ratio) = KINDS.iter().find_map(|kind| Some(size(kind, written)? / size(kind, asked)?)) {
        return Some(ratio);
    }
    if let (Some((one, each)), Some((other, each_other))) = (written.split_once('/'), asked.split_once('/'))
        && !one.is_empty()
    {
        return Some(between(one, other)? / between(each, each_other)?);
    }
    if COUNTED.contains(&written) && (asked.is_empty() || scale_size(asked).is_some()) {
        return Some(1.0 / scale_size(asked).unwrap_or(1.0));
    }
    // `14B` where parameters are asked for are so many of them; a whole word is a scale everywhere.
    if let Some(scale) = scale_size(written).filter(|_| is_counted(asked) || written.len() > 2) {
        return Some(scale);
    }
    // A scale with what is counted: `16.4M params`, `2 thousand tokens/s`.
    let (scale, counted) = SCALES.iter().filter(|(name, _)| !name.is_empty()).find_map(|(name, size)| {
        let rest = written.strip_prefix(name)?;
        let is_apart = rest.starts_with(' ') || !name.is_ascii();
        Some((size, rest.trim())).filter(|(_, rest)| is_apart && !rest.is_empty())
    })?;
    Some(scale * between(counted, asked)?)
}

/// Whether things are counted in this unit, as tokens are, and nothing is measured in it.
fn is_counted(unit: &str) -> bool {
    let name = unit.split('/').next().unwrap_or_default();
    !unit.is_empty() && KINDS.iter().all(|kind| size(kind, name).is_none())
}

/// The scale that a question asks in, where it names one: `多少万个`, `how many million`.
pub(super) fn scale_of(question: &str) -> &'static str {
    let question: String = question.chars().map(narrow).collect::<String>().to_lowercase();
    let behind = |asks: &str| question.split_once(asks).map(|(_, rest)| rest.trim_start().to_owned());
    let scales = SCALES.iter().map(|(name, _)| *name);
    let at = |rest: String, is_fit: fn(&str) -> bool| {
        let fits = scales.clone().filter(|name| is_fit(name) && rest.starts_with(*name));
        fits.max_by_key(|name| name.len())
    };
    let chinese = behind("多少").and_then(|rest| at(rest, |name| !name.is_ascii()));
    let english = || {
        let rest = behind("how many").or_else(|| behind("how much in"))?;
        at(rest, |name| name.is_ascii() && name.len() > 3)
    };
    chinese.or_else(english).unwrap_or_default()
}

#[cfg(test)]
mod tests;
