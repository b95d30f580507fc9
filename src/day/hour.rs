//! A time of day as people type it: `14:00`, `2pm`, `14点`, `下午两点半`; and the letters and numbers of such texts.

use super::about;
use super::parts::DayPart;
use std::fmt;
use std::ops::RangeInclusive;

/// A time of day, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Reads `14:00`, also with the full-width colon, `2pm`, `14点`, `下午两点半`; `None` where the text is no time of
    /// day.
    pub fn parse(text: &str) -> Option<TimeOfDay> {
        let text = lowered(text);
        if DayPart::named(&text) == Some(DayPart::Noon) {
            return Some(TimeOfDay(12 * 60));
        }
        let (half, rest) = halves(&text);
        let rest = rest.trim();
        let rest = rest.strip_suffix(" o'clock").unwrap_or(rest);
        // `14h`, `14h30`, `14.30` and `0900` are written where others write a colon.
        let rest = match rest.split_once(['h', '.']) {
            Some((hour, "" | "00" | "rs")) if rest.contains('h') => format!("{hour}:00"),
            Some((hour, minute)) if minute.len() == 2 => format!("{hour}:{minute}"),
            _ if rest.len() == 4 && half.is_none() && digits(rest, 4..=4).is_some() => {
                format!("{}:{}", &rest[..2], &rest[2..])
            }
            _ => rest.to_owned(),
        };
        let (hour, minute) = match (rest.split_once(['点', '时']), rest.split_once(':')) {
            (Some((hour, minutes)), _) => {
                let minute = match minutes.trim_end_matches('分').trim() {
                    "" => 0,
                    "半" => 30,
                    "一刻" | "1刻" => 15,
                    "三刻" | "3刻" => 45,
                    minutes => counted(minutes)?,
                };
                (counted(hour.trim())?, minute)
            }
            (None, Some((hour, minute))) => (digits(hour.trim(), 1..=2)?, digits(minute, 2..=2)?),
            (None, None) => (digits(&rest, 1..=2).filter(|_| half.is_some())?, 0),
        };
        // Twelve at night ends this day or begins it.
        let is_night = DayPart::before(&text).is_some_and(|(part, _)| part == DayPart::Night)
            || [" at night", " in the evening"].iter().any(|end| text.ends_with(end));
        if hour == 12 && is_night {
            return None;
        }
        let hour = match half {
            Some(is_second) if hour <= 12 => hour % 12 + if is_second { 12 } else { 0 },
            Some(false) => return None,
            _ => hour,
        };
        (hour < 24 && minute < 60).then(|| TimeOfDay((hour * 60 + minute) as u16))
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

/// The hour of an interview as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedHour {
    /// The time of day.
    pub time: TimeOfDay,
    /// What it follows from.
    pub basis: HourBasis,
}

/// What the hour of an interview follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HourBasis {
    /// The text says it.
    Said,
    /// It is the afternoon although the text does not say so: nobody has an interview at 3 in the night.
    Afternoon,
    /// The text says a part of the day and no hour.
    PartOfDay,
}

/// Of an hour that says no half of the day, these are in the afternoon.
const OF_AFTERNOON: RangeInclusive<u32> = 1..=6;

impl TypedHour {
    /// A time that was told as it is.
    pub fn told(time: TimeOfDay) -> TypedHour {
        TypedHour { time, basis: HourBasis::Said }
    }

    /// The hour of a part of the day that is said without one; noon is an hour.
    pub(super) fn of_part(part: DayPart) -> TypedHour {
        let basis = if part == DayPart::Noon { HourBasis::Said } else { HourBasis::PartOfDay };
        TypedHour { time: TimeOfDay(part.hour() * 60), basis }
    }

    /// The hour of a text that says nothing else, and this one without a doubt: `晚上8点`, `2pm`, `14:00`.
    pub(super) fn alone(text: &str) -> Option<TypedHour> {
        let lowered = lowered(text);
        let is_clear =
            lowered.contains([':', '点']) || halves(&lowered).0.is_some() || behind_part(&lowered).is_some();
        TypedHour::read(text).filter(|_| is_clear)
    }

    /// The same hour of a part of the day that was named before it: `evening at 7` is 19:00.
    pub(super) fn in_half(self, is_second: bool) -> TypedHour {
        let minutes = self.time.0 % (12 * 60);
        let is_clear = self.time.0 >= 12 * 60 && self.basis != HourBasis::Afternoon;
        match is_second {
            _ if is_clear => TypedHour::told(self.time),
            true => TypedHour::told(TimeOfDay(minutes + 12 * 60)),
            false => TypedHour::told(TimeOfDay(minutes)),
        }
    }

    /// Reads what [`TimeOfDay::parse`] does, and `14`, `at 10`, `midnight`; `3点` and `2:30` are in the afternoon, and
    /// `02:30` and `凌晨3点` are not.
    pub fn read(text: &str) -> Option<TypedHour> {
        let (text, _) = about::without(&lowered(text));
        let text = ["at ", "@"].iter().find_map(|at| text.strip_prefix(at)).unwrap_or(&text).trim();
        if let Some((part, hour)) = behind_part(text) {
            let hour = TypedHour::read(hour)?;
            let is_midnight = part == DayPart::Night && hour.time.0 % (12 * 60) == 0;
            return (!is_midnight).then(|| hour.in_half(part.is_second()));
        }
        let text = text.strip_suffix(" o'clock").or_else(|| text.strip_suffix("整")).unwrap_or(text);
        let clock = of_clock(text);
        let text = clock.as_deref().unwrap_or(text);
        let text = text.trim_end_matches('钟');
        if matches!(text, "midnight" | "午夜" | "半夜" | "零点") {
            return Some(TypedHour::told(TimeOfDay(0)));
        }
        let bare = || digits(text, 1..=2).filter(|hour| *hour < 24).map(|hour| TimeOfDay((hour * 60) as u16));
        let time = TimeOfDay::parse(text).or_else(bare)?;
        let is_guess = halves(text).0.is_none()
            && OF_AFTERNOON.contains(&u32::from(time.0 / 60))
            // A day of 24 hours is meant where the hour has two figures.
            && !text.starts_with('0');
        let (later, basis) = if is_guess { (12 * 60, HourBasis::Afternoon) } else { (0, HourBasis::Said) };
        Some(TypedHour { time: TimeOfDay(time.0 + later), basis })
    }
}

/// `half past two` and `quarter to 3 pm` in figures.
fn of_clock(text: &str) -> Option<String> {
    const HOURS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let text = text.strip_prefix("a ").unwrap_or(text);
    let (minutes, rest) = [("half past ", 30), ("quarter past ", 15), ("quarter to ", -15)]
        .iter()
        .find_map(|(words, minutes)| Some((*minutes, text.strip_prefix(words)?)))?;
    let (hour, half) = rest.split_once(' ').unwrap_or((rest, ""));
    let hour = HOURS.iter().position(|name| *name == hour).map(|at| at as i32 + 1);
    let hour = hour.or_else(|| digits(rest.split(' ').next()?, 1..=2).map(|hour| hour as i32))?;
    let all = (hour * 60 + minutes).rem_euclid(24 * 60);
    Some(format!("{}:{:02} {half}", all / 60, all % 60).trim_end().to_owned())
}

impl fmt::Display for TimeOfDay {
    /// `14:00`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A text as it is read: narrow, in small letters.
pub(super) fn lowered(text: &str) -> String {
    text.trim().to_lowercase().chars().map(narrow).collect()
}

/// A number of so many digits and nothing else.
fn digits(text: &str, count: RangeInclusive<usize>) -> Option<u32> {
    let is_number = count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// Which half of the day a text names, and the rest of it; the second is `true`.
fn halves(text: &str) -> (Option<bool>, &str) {
    const BEHIND: [(&str, bool); 8] = [
        ("a.m.", false),
        ("p.m.", true),
        ("am", false),
        ("pm", true),
        (" in the morning", false),
        (" in the afternoon", true),
        (" in the evening", true),
        (" at night", true),
    ];
    let before = DayPart::before(text).map(|(part, rest)| (Some(part.is_second()), rest));
    let behind = || BEHIND.iter().find_map(|(word, half)| Some((Some(*half), text.strip_suffix(word)?)));
    before.or_else(behind).unwrap_or((None, text))
}

/// A part of the day that stands before an hour in English, and the hour: `in the evening at 8`.
fn behind_part(text: &str) -> Option<(DayPart, &str)> {
    let (part, hour) = text.split_once(" at ").or_else(|| text.split_once(", "))?;
    Some((DayPart::named(part.trim_start_matches("in the "))?, hour))
}

/// A number in digits or in Chinese.
fn counted(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| chinese_number(text))
}

/// A letter of a day or an hour as it is read: narrow, and simplified where such words have it in traditional characters.
pub(super) fn narrow(letter: char) -> char {
    const TRADITIONAL: &str =
        "個週兩禮點號後時鐘過從現開間這聖誕節國慶勞動婦樹兒黨軍師萬無沒餘臘農曆陰舊閏約裡陽";
    const SIMPLIFIED: &str =
        "个周两礼点号后时钟过从现开间这圣诞节国庆劳动妇树儿党军师万无没余腊农历阴旧闰约里阳";
    match letter {
        '’' => '\'',
        '\u{4e00}'..='\u{9fff}' => {
            let at = TRADITIONAL.chars().position(|known| known == letter);
            at.and_then(|at| SIMPLIFIED.chars().nth(at)).unwrap_or(letter)
        }
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        letter => letter,
    }
}

/// A Chinese number below a thousand; `廿五` is 25.
pub(super) fn chinese_number(text: &str) -> Option<u32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let (mut sum, mut digit) = (0, None);
    for letter in text.chars() {
        match letter {
            '百' | '十' => {
                let unit = if letter == '百' { 100 } else { 10 };
                if sum % (unit * 10) != 0 {
                    return None;
                }
                sum += digit.take().unwrap_or(1) * unit;
            }
            '零' => {}
            '廿' | '卅' if sum == 0 && digit.is_none() => sum = if letter == '廿' { 20 } else { 30 },
            _ if digit.is_some() => return None,
            '两' => digit = Some(2),
            _ => digit = Some(DIGITS.chars().position(|known| known == letter)? as u32),
        }
    }
    Some(sum + digit.unwrap_or(0)).filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_people_type_them() {
        for (text, time) in [
            ("14:00", Some("14:00")),
            ("9：30", Some("09:30")),
            ("14点", Some("14:00")),
            ("下午两点", Some("14:00")),
            ("下午2点半", Some("14:30")),
            ("上午十点", Some("10:00")),
            ("十四点三十分", Some("14:30")),
            ("中午12点", Some("12:00")),
            ("2pm", Some("14:00")),
            ("2:30 pm", Some("14:30")),
            ("12am", Some("00:00")),
            ("12 PM", Some("12:00")),
            ("下午14:30", Some("14:30")),
            ("14.30", Some("14:30")),
            ("14h", Some("14:00")),
            ("14h30", Some("14:30")),
            ("9 h", Some("09:00")),
            ("0900", Some("09:00")),
            ("2.30pm", Some("14:30")),
            ("中午", Some("12:00")),
            ("noon", Some("12:00")),
            ("傍晚6点", Some("18:00")),
            ("下午三點一刻", Some("15:15")),
            ("9点3刻", Some("09:45")),
            ("14.3", None),
            ("2500", None),
            ("25点", None),
            ("14am", None),
            ("pm", None),
            ("2", None),
            ("2026-11-22T10:00:00Z", None),
        ] {
            assert_eq!(TimeOfDay::parse(text).map(|time| time.to_string()).as_deref(), time, "{text}");
        }
    }

    #[test]
    fn an_hour_that_nobody_has_an_interview_at_is_in_the_afternoon() {
        for (text, time, is_guess) in [
            ("两点半", "14:30", true),
            ("3点", "15:00", true),
            ("3点钟", "15:00", true),
            ("6", "18:00", true),
            ("2:30", "14:30", true),
            ("at 4", "16:00", true),
            ("14", "14:00", false),
            ("9", "09:00", false),
            ("at 10", "10:00", false),
            ("７点", "07:00", false),
            ("midnight", "00:00", false),
            ("午夜", "00:00", false),
            ("凌晨3点", "03:00", false),
            ("3am", "03:00", false),
            ("02:30", "02:30", false),
            ("0230", "02:30", false),
            ("12", "12:00", false),
            ("下午3点", "15:00", false),
            ("0", "00:00", false),
            ("half past two", "14:30", true),
            ("quarter to 3 pm", "14:45", false),
            ("a quarter past nine", "09:15", false),
            ("三點一刻", "15:15", true),
            ("晚8点", "20:00", false),
            ("早9点", "09:00", false),
            ("深夜11点", "23:00", false),
            ("下午3点左右", "15:00", false),
            ("around 3pm", "15:00", false),
            ("8 in the evening", "20:00", false),
            ("8 o'clock in the evening", "20:00", false),
            ("9:30 in the morning", "09:30", false),
            ("in the evening at 8", "20:00", false),
            ("in the morning at half past nine", "09:30", false),
        ] {
            let hour = TypedHour::read(text).unwrap_or_else(|| panic!("{text}"));
            let basis = if is_guess { HourBasis::Afternoon } else { HourBasis::Said };
            assert_eq!((hour.time.to_string().as_str(), hour.basis), (time, basis), "{text}");
        }
        for text in [
            "24",
            "240",
            "at",
            "",
            "14 foo",
            "点",
            "-3",
            "日下午三点",
            "half past",
            "三点四刻",
            "in the evening",
            "evening at 12",
        ] {
            assert_eq!(TypedHour::read(text), None, "{text}");
        }
    }
}
