//! The parts of the day by their names, in either language, before an hour and beside a day.

/// A part of the day, as far as it says which half of the day an hour is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    /// Before dawn.
    SmallHours,
    /// Before noon.
    Morning,
    /// Twelve o'clock, where no other hour is said.
    Noon,
    /// After noon.
    Afternoon,
    /// Twelve o'clock in it is midnight, of this day or of the next.
    Night,
}

/// A name that another one begins with stands behind it.
const PARTS: [(&str, DayPart); 25] = [
    ("早上", DayPart::Morning),
    ("早晨", DayPart::Morning),
    ("清晨", DayPart::Morning),
    ("凌晨", DayPart::SmallHours),
    ("上午", DayPart::Morning),
    ("中午", DayPart::Noon),
    ("正午", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("午后", DayPart::Afternoon),
    ("傍晚", DayPart::Night),
    ("晚上", DayPart::Night),
    ("晚间", DayPart::Night),
    ("夜晚", DayPart::Night),
    ("夜里", DayPart::Night),
    ("夜间", DayPart::Night),
    ("深夜", DayPart::Night),
    ("早", DayPart::Morning),
    ("晚", DayPart::Night),
    ("morning", DayPart::Morning),
    ("noon", DayPart::Noon),
    ("midday", DayPart::Noon),
    ("afternoon", DayPart::Afternoon),
    ("evening", DayPart::Night),
    ("tonight", DayPart::Night),
    ("night", DayPart::Night),
];

impl DayPart {
    /// Whether an hour in it is in the second half of the day.
    pub(super) fn is_second(self) -> bool {
        !matches!(self, DayPart::SmallHours | DayPart::Morning)
    }

    /// The hour at which an interview begins in it, where none is said: an early one, to be ready in time.
    pub(super) fn hour(self) -> u16 {
        match self {
            DayPart::SmallHours => 3,
            DayPart::Morning => 9,
            DayPart::Noon => 12,
            DayPart::Afternoon => 14,
            DayPart::Night => 19,
        }
    }

    /// The part that a text is the name of.
    pub(super) fn named(text: &str) -> Option<DayPart> {
        PARTS.iter().find(|(name, _)| *name == text).map(|(_, part)| *part)
    }

    /// The part whose Chinese name a text begins with, and the rest.
    pub(super) fn before(text: &str) -> Option<(DayPart, &str)> {
        let chinese = PARTS.iter().filter(|(name, _)| !name.is_ascii());
        let mut found = chinese.filter_map(|(name, part)| Some((*part, text.strip_prefix(name)?)));
        found.next()
    }

    /// The part that a text ends with, and the day before it: `明天下午`, `friday in the afternoon`; or behind it: `the
    /// morning of the 8th`. Tonight is a day too.
    pub(super) fn beside(text: &str) -> Option<(&str, DayPart)> {
        if text == "tonight" {
            return Some((text, DayPart::Night));
        }
        let behind = || {
            let (part, day) = text.split_once(" of ")?;
            let article = ["on the ", "in the ", "the "].iter().find_map(|word| part.strip_prefix(word));
            Some((day, DayPart::named(article.unwrap_or(part))?))
        };
        let mut found = PARTS.iter().filter_map(|(name, part)| {
            let day = text.strip_suffix(name)?;
            if !name.is_ascii() {
                return Some((day, *part));
            }
            let day = day.strip_suffix(' ')?.trim_end();
            let day = [" at", " in the"].iter().find_map(|word| day.strip_suffix(word)).unwrap_or(day);
            Some((day, *part))
        });
        found.next().or_else(behind)
    }
}
