//! Numbers as people type them: `1,024`, `1.5e9`, `3×10^8`, `80 亿`, `0.5 GiB`, `五十`, `1.5万 GB`.

use super::expression::leading;
use super::spans::spans;
use super::spoken::{fraction, spoken};
use super::typed::{counted_in_words, typed_number};
use super::unit::{between, is_share, is_size, parts_of_whole, scale_size, unit_in, unit_of};

/// A number and what it is multiplied by to be in the unit asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberReading {
    /// The number as it was typed.
    pub number: f64,
    /// From its unit to the one asked for; 1 where none was typed.
    pub factor: f64,
    /// What stood behind it.
    pub behind: Behind,
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// Nothing.
    Nothing,
    /// Percent.
    Percent,
    /// A scale or a unit.
    Unit,
}

impl NumberReading {
    /// The number in the unit asked for.
    pub fn value(&self) -> f64 {
        self.number * self.factor
    }

    /// What else the number may be, where it says no unit: a quarter is 25 %, and 7,000,000,000 are 7 billion.
    pub fn otherwise(&self, unit: &str) -> Option<f64> {
        let unit = unit_of(unit);
        match (self.behind, scale_size(&unit)) {
            (Behind::Nothing, Some(scale)) if self.number.abs() >= scale => Some(self.number / scale),
            (Behind::Nothing, None) if self.number.abs() <= 1.0 => {
                parts_of_whole(&unit).map(|parts| self.number * parts)
            }
            _ => None,
        }
    }
}

/// The number in `typed`, for an answer asked in `unit`. `None` where there is no number, or the unit
/// behind it cannot be turned into the one asked for.
pub fn read_number(typed: &str, unit: &str) -> Option<NumberReading> {
    let typed = typed_number(typed);
    let text = typed.as_str();
    let asked = unit_of(unit);
    let whole = |text: &str| {
        let text = text.trim();
        in_units(text, &asked)
            .or_else(|| plain(text, &asked))
            .or_else(|| in_words(text, &asked))
            .or_else(|| computed(text, &asked))
            .or_else(|| in_english(text, &asked))
            .or_else(|| and_a_half(text, &asked))
    };
    // `2*70=140 GB`: the result is what is meant.
    let result = || text.rsplit_once('=').and_then(|(sum, result)| whole(result).or_else(|| whole(sum)));
    whole(text).or_else(result)
}

/// A time in one unit or several.
fn in_units(text: &str, asked: &str) -> Option<NumberReading> {
    let number = spans(text, asked)?;
    Some(NumberReading { number, factor: 1.0, behind: Behind::Unit })
}

/// `an hour and a half`, `one and a half hours`.
fn and_a_half(text: &str, asked: &str) -> Option<NumberReading> {
    let (count, unit) = text.split_once(" and a half")?;
    let found = in_english(&format!("{count}{unit}"), asked)?;
    Some(NumberReading { number: found.number + 0.5, ..found })
}

/// A number that is to be computed, with at most one unit behind it.
fn computed(text: &str, asked: &str) -> Option<NumberReading> {
    let (number, end) = leading(text)?;
    reading(number, &unit_in(&text[end..], asked), asked)
}

/// A number in English words, with the unit behind it.
fn in_english(text: &str, asked: &str) -> Option<NumberReading> {
    let (number, rest) = counted_in_words(text)?;
    reading(number, &unit_in(rest, asked), asked)
}

/// A number with what stands behind it. `14B` may be billions as well as bytes, where sizes are asked for.
fn reading(number: f64, written: &str, asked: &str) -> Option<NumberReading> {
    const MOST_BILLIONS: f64 = 1e6;
    if written == "b" && asked != "b" && is_size(asked) && number.abs() < MOST_BILLIONS {
        return None;
    }
    let behind = match written {
        "" => Behind::Nothing,
        written if is_share(written) => Behind::Percent,
        _ => Behind::Unit,
    };
    Some(NumberReading { number, factor: between(written, asked)?, behind })
}

/// A number in digits, with at most one unit or scale behind it.
fn plain(text: &str, asked: &str) -> Option<NumberReading> {
    let end = number_end(text);
    reading(parsed(&text[..end])?, &unit_in(&text[end..], asked), asked)
}

/// A number with Chinese numerals, and the unit behind it.
fn in_words(text: &str, asked: &str) -> Option<NumberReading> {
    let (share, text) = match text.strip_prefix("百分之") {
        Some(rest) => (Some("%"), rest),
        None => (None, text),
    };
    if let Some((number, end)) = fraction(text).filter(|_| share.is_none()) {
        return reading(number, &unit_in(&text[end..], asked), asked);
    }
    let end = number_end(text);
    let told = |number: f64, is_whole: bool, rest: &str| {
        // `三成` are 30 %.
        if let Some(rest) = rest.trim_start().strip_prefix('成').filter(|_| number <= 10.0) {
            let half = if rest.trim() == "半" { 5.0 } else { 0.0 };
            let more = spoken(rest).map_or(half, |more| more.value);
            return reading(number * 10.0 + more, "%", asked);
        }
        let written = share.map_or_else(|| unit_in(rest, asked), str::to_owned);
        // Thirty million where millions are asked for are thirty of them; thirty are thirty.
        let scale = scale_size(asked).filter(|_| is_whole && written.is_empty());
        let found = reading(number, &written, asked);
        scale.map_or(found, |scale| {
            found.map(|found| NumberReading { factor: 1.0 / scale, behind: Behind::Unit, ..found })
        })
    };
    match spoken(text) {
        Some(found) => told(found.value, found.is_whole, &text[found.end..]),
        None if share.is_some() || text[end..].starts_with('成') => {
            told(parsed(&text[..end])?, false, &text[end..])
        }
        None => None,
    }
}

/// Where the number at the start of a text ends.
fn number_end(text: &str) -> usize {
    let is_part = |letter: char| {
        letter.is_ascii_digit()
            || matches!(letter, '.' | ',' | '，' | '+' | '-' | '−' | '×' | '*' | '^' | '\u{a0}' | '\u{202f}')
    };
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        let goes_on = rest
            .trim_start()
            .starts_with(|next: char| next.is_ascii_digit() || matches!(next, '+' | '-' | '−' | '×' | '*'));
        let is_exponent = matches!(letter, 'e' | 'E')
            && end > 0
            && rest.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '+' | '-'));
        if !(is_part(letter) || is_exponent || letter == ' ' && goes_on && end > 0) {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// A plain number, or one times a power of ten.
fn parsed(text: &str) -> Option<f64> {
    let text: String =
        text.chars().filter(|letter| !matches!(letter, ',' | '，' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let text = text.replace('−', "-");
    let number = match text.split_once(['×', '*']) {
        Some((mantissa, power)) => {
            let exponent: i32 = power.strip_prefix("10^")?.parse().ok()?;
            mantissa.parse::<f64>().ok()? * 10f64.powi(exponent)
        }
        None => match text.strip_prefix("10^") {
            Some(exponent) => 10f64.powi(exponent.parse().ok()?),
            None => text.parse().ok()?,
        },
    };
    number.is_finite().then_some(number)
}

/// A number for reading, with three or four digits that count.
pub fn show(number: f64) -> String {
    let size = number.abs();
    if size != 0.0 && !(1e-3..1e7).contains(&size) {
        return format!("{number:.2e}");
    }
    let digits = if size >= 100.0 {
        0
    } else if size >= 10.0 {
        1
    } else if size >= 1.0 {
        2
    } else {
        4
    };
    let text = format!("{number:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, unit, value) in [
            ("1,024", "", Some(1024.0)),
            ("1 024", "", Some(1024.0)),
            ("0,25", "", Some(0.25)),
            ("0,125", "", Some(0.125)),
            ("1,0 GB", "GB", Some(1.0)),
            ("约 12,5%", "%", Some(12.5)),
            ("7,0000,0000", "", Some(7e8)),
            ("≈ 3×10^8", "", Some(3e8)),
            ("10^9", "", Some(1e9)),
            ("6e23", "FLOPs", Some(6e23)),
            ("-2.5", "", Some(-2.5)),
            ("80 亿", "billion", Some(8.0)),
            ("8 billion", "billion", Some(8.0)),
            ("8000 million", "billion", Some(8.0)),
            ("0.5 GiB", "MiB", Some(512.0)),
            ("90 min", "h", Some(1.5)),
            ("12.5%", "%", Some(12.5)),
            ("33 tokens/s", "tokens/s", Some(33.0)),
            ("33", "tokens/s", Some(33.0)),
            ("6.55万", "万", Some(6.55)),
            ("6.55 万个", "万", Some(6.55)),
            ("42百万", "million", Some(42.0)),
            ("4200万", "百万", Some(42.0)),
            ("0.42 亿", "millions", Some(42.0)),
            ("42 millions", "million", Some(42.0)),
            ("65K", "", Some(65_000.0)),
            ("7B", "billion", Some(7.0)),
            ("7B", "MiB", None),
            ("7 bytes", "MiB", Some(7.0 / 1_048_576.0)),
            ("６ ＧｉＢ", "MiB", Some(6144.0)),
            ("1.5万", "GB", Some(15_000.0)),
            ("1.5 万 GB", "GB", Some(15_000.0)),
            ("1.5万MB", "GB", Some(15.0)),
            ("70百万", "tokens/s", Some(7e7)),
            ("3百万", "tokens/s", Some(3e6)),
            ("2千亿", "%", Some(2e11)),
            ("五十", "GB", Some(50.0)),
            ("五十", "万", Some(50.0)),
            ("五百万", "百万", Some(5.0)),
            ("五十万", "", Some(500_000.0)),
            ("三万五千个", "", Some(35_000.0)),
            ("二十分钟", "s", Some(1200.0)),
            ("百分之五", "%", Some(5.0)),
            ("百分之12.5", "%", Some(12.5)),
            ("2 thousand tokens/s", "tokens/s", Some(2000.0)),
            ("3 million", "GB", Some(3e6)),
            ("五个苹果", "GB", Some(5.0)),
            ("5 apples", "GB", None),
            ("五苹果", "GB", None),
            ("1/4", "", Some(0.25)),
            ("50/200", "%", Some(0.25)),
            ("2*70=140 GB", "GB", Some(140.0)),
            ("2*70 = 0.14 TB", "GB", Some(140.0)),
            ("d = 64", "", Some(64.0)),
            ("2 * 70 GB", "GB", Some(140.0)),
            ("50%", "", Some(0.5)),
            ("百分之五十", "", Some(0.5)),
            ("八分之一", "", Some(0.125)),
            ("三分之二", "", Some(2.0 / 3.0)),
            ("8分之1", "", Some(0.125)),
            ("10-20", "", None),
            ("分之", "", None),
            ("GB", "GB", None),
            ("1e999", "", None),
            ("--", "", None),
            ("14B", "GB", None),
            ("14 B", "GiB", None),
            ("14 billion bytes", "GB", Some(14.0)),
            ("1.4e10 B", "GB", Some(14.0)),
            ("14 bytes", "B", Some(14.0)),
            ("1 gigabyte", "GB", Some(1.0)),
            ("2 megabytes", "kB", Some(2000.0)),
            ("8 gigabits", "GB", Some(1.0)),
            ("2 mebibytes", "KiB", Some(2048.0)),
            ("4.2 × 10²²", "", Some(4.2e22)),
            ("4.2×10²² FLOP", "FLOP", Some(4.2e22)),
            ("3·10⁻⁴", "", Some(3e-4)),
            ("1 1/2 hours", "h", Some(1.5)),
            ("2 3/4", "", Some(2.75)),
            ("1½ h", "min", Some(90.0)),
            ("¾", "", Some(0.75)),
            ("1h 30m", "h", Some(1.5)),
            ("1:30", "h", Some(1.5)),
            ("0.0625 days", "h", Some(1.5)),
            ("90 min", "h", Some(1.5)),
            ("一个半小时", "h", Some(1.5)),
            ("6*7B*1T", "", Some(4.2e22)),
            ("6*7B*1T", "FLOP", Some(4.2e22)),
            ("两成半", "%", Some(25.0)),
            ("2成半", "", Some(0.25)),
            ("an hour and a half", "h", Some(1.5)),
            ("14 Gb", "GB", Some(1.75)),
            ("112 Gbit", "GB", Some(14.0)),
            ("14gb", "GB", Some(14.0)),
            ("14gb", "Gbit", Some(14.0)),
            ("14 GB", "Gb", Some(112.0)),
            ("14G", "GB", Some(14.0)),
            ("14B", "parameters", Some(14e9)),
            ("14B", "参数", Some(14e9)),
            ("140 亿参数", "billion", Some(14.0)),
            ("32k*512", "", Some(16_384_000.0)),
            ("32 k × 512", "", Some(16_384_000.0)),
            ("32000 x 512", "", Some(16_384_000.0)),
            ("2x70 GB", "GB", Some(140.0)),
            ("3.2万*512", "", Some(16_384_000.0)),
            ("2*7B", "billion", Some(14.0)),
            ("0x10", "", None),
            ("16_384_000", "", Some(16_384_000.0)),
            (".15", "", Some(0.15)),
            (".15 seconds", "s", Some(0.15)),
            ("about 15%", "%", Some(15.0)),
            ("approx. 15 %", "%", Some(15.0)),
            ("~15%", "%", Some(15.0)),
            ("∼15％", "%", Some(15.0)),
            ("大约 15%", "%", Some(15.0)),
            ("15% 左右", "%", Some(15.0)),
            ("1/3.", "", Some(1.0 / 3.0)),
            ("16.384M params", "", Some(16_384_000.0)),
            ("5‰", "%", Some(0.5)),
            ("千分之五", "‰", Some(0.005)),
            ("万分之三", "", Some(3e-4)),
            ("三成", "%", Some(30.0)),
            ("3成", "%", Some(30.0)),
            ("三成五", "%", Some(35.0)),
            ("64.4億", "", Some(6.44e9)),
            ("兩萬", "", Some(20_000.0)),
            ("１４ＧＢ", "GB", Some(14.0)),
            ("１，０２４", "", Some(1024.0)),
            ("3.35 TB/s", "GB/s", Some(3350.0)),
            ("400 Gbps", "GB/s", Some(50.0)),
            ("fifteen percent", "%", Some(15.0)),
            ("two thirds", "", Some(2.0 / 3.0)),
            ("half", "%", Some(0.5)),
            ("seven billion", "billion", Some(7.0)),
            ("a hundred", "", Some(100.0)),
            ("about", "", None),
            ("five apples", "GB", None),
            ("", "", None),
        ] {
            let found = read_number(typed, unit).map(|reading| reading.number * reading.factor);
            match (found, value) {
                (Some(found), Some(value)) => {
                    assert!((found - value).abs() <= 1e-9 * value.abs(), "{typed}: {found}");
                }
                (found, value) => assert_eq!(found, value, "{typed}"),
            }
        }
    }

    #[test]
    fn numbers_are_shown_short() {
        for (number, text) in [
            (512.0, "512"),
            (12.34, "12.3"),
            (1.5, "1.5"),
            (0.373, "0.373"),
            (5.88e23, "5.88e23"),
            (0.0, "0"),
            (142.857, "143"),
        ] {
            assert_eq!(show(number), text);
        }
    }

    #[test]
    fn a_number_alone_may_be_a_share_or_have_its_scale_in_it() {
        for (typed, unit, other) in [
            ("0.5", "%", Some(50.0)),
            ("1/4", "percent", Some(25.0)),
            ("50", "%", None),
            ("0.5%", "%", None),
            ("7e9", "billion", Some(7.0)),
            ("70000", "万", Some(7.0)),
            ("7", "billion", None),
            ("7e9 billion", "billion", None),
            ("7e9", "GB", None),
            ("0.5", "", None),
        ] {
            let found = read_number(typed, unit).unwrap().otherwise(unit);
            assert_eq!(found, other, "{typed} {unit}");
        }
    }
}
