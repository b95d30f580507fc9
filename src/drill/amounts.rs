//! Counts and minutes as people type them where a program asks for a number.

use super::number::read_number;
use super::spans::clock;
use crate::card::han::simplified;
use crate::markdown::narrow;

/// A whole number as people type it: `40`, `４０`, `四十`, `forty`, `40 cards`.
pub fn count(text: &str) -> Option<u32> {
    const COUNTED: [&str; 8] = ["张卡片", "张", "题", "道", "次", "cards", "card", "questions"];
    let text = plain(text);
    let text = COUNTED.iter().find_map(|what| text.strip_suffix(what)).unwrap_or(&text).trim();
    whole(read_number(text, "").filter(|_| !text.contains(['%', '‰', ':']))?.value())
}

/// Minutes as people type them: `40`, `四十分钟`, `an hour`, `1h30`, `1:30`.
pub fn minutes(text: &str) -> Option<u32> {
    let text = plain(text);
    if let Some(parts) = clock(&text) {
        let [hours, minutes] = parts[..] else { return None };
        return whole(hours * 60.0 + minutes);
    }
    // `90m` are no millions.
    let short = text.strip_suffix('m').filter(|number| number.ends_with(|last: char| last.is_ascii_digit()));
    let text = short.map_or(text.clone(), |number| format!("{number}min"));
    whole(read_number(&text, "min").filter(|_| !text.contains(['%', '‰']))?.value())
}

fn plain(text: &str) -> String {
    let narrowed: String = text.trim().chars().map(narrow).collect();
    simplified(&narrowed).to_lowercase()
}

fn whole(number: f64) -> Option<u32> {
    let is_whole = (number - number.round()).abs() < 1e-6 && (0.0..=1e9).contains(&number);
    is_whole.then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_minutes_are_read_as_people_type_them() {
        for (text, number) in [
            ("40", Some(40)),
            ("４０", Some(40)),
            ("四十", Some(40)),
            ("forty", Some(40)),
            ("twenty-five", Some(25)),
            ("1,000", Some(1000)),
            ("30张", Some(30)),
            ("二十题", Some(20)),
            ("12 cards", Some(12)),
            ("2.5", None),
            ("40%", None),
            ("-3", None),
            ("10 GB", None),
            ("many", None),
            ("", None),
        ] {
            assert_eq!(count(text), number, "{text}");
        }
        for (text, number) in [
            ("40", Some(40)),
            ("４０", Some(40)),
            ("四十", Some(40)),
            ("40分钟", Some(40)),
            ("四十分鐘", Some(40)),
            ("40 min", Some(40)),
            ("90m", Some(90)),
            ("an hour", Some(60)),
            ("half an hour", Some(30)),
            ("an hour and a half", Some(90)),
            ("one and a half hours", Some(90)),
            ("1h", Some(60)),
            ("1h30", Some(90)),
            ("1.5 hours", Some(90)),
            ("1:30", Some(90)),
            ("半小时", Some(30)),
            ("一个半小时", Some(90)),
            ("两小时", Some(120)),
            ("1小时20分", Some(80)),
            ("40 GB", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(minutes(text), number, "{text}");
        }
    }
}
