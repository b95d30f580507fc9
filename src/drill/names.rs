//! Names of units that mean the same: `gigabyte` and `GB`, `x` and 倍, `dollars` and 美元.

/// Prefixes as words.
const PREFIXES: [(&str, &str); 11] = [
    ("kilo", "k"),
    ("mega", "m"),
    ("giga", "g"),
    ("tera", "t"),
    ("peta", "p"),
    ("exa", "e"),
    ("kibi", "ki"),
    ("mebi", "mi"),
    ("gibi", "gi"),
    ("tebi", "ti"),
    ("pebi", "pi"),
];

/// What stands behind a prefix, as a word.
const MEASURES: [(&str, &str); 5] =
    [("byte", "b"), ("bit", "bit"), ("flop", "flop"), ("hertz", "hz"), ("watt", "w")];

/// The same things by other names, in one small form: the first of each row is the one that counts.
const SAME: [&[&str]; 6] = [
    &["time", "x", "×", "fold", "-fold", "倍"],
    &["token", "词元"],
    &["百分点", "point", "percentage point", "percent point", "pp", "ppt"],
    &["dollar", "usd", "us dollar", "美元", "美金"],
    &["cent", "美分"],
    &["euro", "eur", "欧元"],
];

/// The name that is compared, of one that is written in small letters and of one thing.
pub(super) fn named(name: &str) -> String {
    if let Some(same) = SAME.iter().find(|same| same.contains(&name)) {
        return same[0].to_owned();
    }
    let spelled = PREFIXES.iter().find_map(|(word, prefix)| {
        let rest = name.strip_prefix(word)?;
        let (_, measure) = MEASURES.iter().find(|(word, _)| *word == rest)?;
        Some(format!("{prefix}{measure}"))
    });
    spelled.unwrap_or_else(|| name.to_owned())
}

/// A name that is said of one: `tokens` and `tok` are `token`. Short names are as they are.
pub(super) fn singular(name: &str) -> &str {
    let name = name.trim();
    match name {
        "tok" | "toks" => "token",
        "secs" | "mins" | "hrs" | "days" | "ops" | "flops" => &name[..name.len() - 1],
        _ if name.len() > 3 && name.is_ascii() && !name.ends_with("ss") => {
            name.strip_suffix('s').unwrap_or(name)
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_unit_are_one() {
        for (name, compared) in [
            ("gigabyte", "gb"),
            ("gibibyte", "gib"),
            ("kilobit", "kbit"),
            ("teraflop", "tflop"),
            ("megahertz", "mhz"),
            ("x", "time"),
            ("倍", "time"),
            ("美元", "dollar"),
            ("百分点", "百分点"),
            ("megapixel", "megapixel"),
            ("gigabytes a day", "gigabytes a day"),
            ("", ""),
        ] {
            assert_eq!(named(name), compared, "{name}");
        }
    }
}
