//! A share of answers recalled, with how sure it is.

use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::ops::{Add, AddAssign};

/// How many of some answers were recalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rate {
    /// Recalled: graded hard, good or easy.
    pub recalled: u32,
    /// All of them.
    pub of: u32,
}

/// The normal quantile of 97.5 %.
const Z: f64 = 1.959_963_984_540_054;

impl Rate {
    /// One answer.
    pub fn one(recalled: bool) -> Rate {
        Rate { recalled: u32::from(recalled), of: 1 }
    }

    /// The share recalled, 0 to 1; `None` without answers.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.recalled) / f64::from(self.of))
    }

    /// Between what the true share lies with 95 % confidence, were every answer drawn with the same
    /// chance. Source: the score interval of Wilson (1927), which holds for small numbers too.
    pub fn bounds(self) -> Option<(f64, f64)> {
        let share = self.share()?;
        let of = f64::from(self.of);
        let middle = share + Z * Z / (2.0 * of);
        let spread = Z * (share * (1.0 - share) / of + Z * Z / (4.0 * of * of)).sqrt();
        let scale = 1.0 + Z * Z / of;
        Some((((middle - spread) / scale).max(0.0), ((middle + spread) / scale).min(1.0)))
    }
}

impl Add for Rate {
    type Output = Rate;

    fn add(self, other: Rate) -> Rate {
        Rate { recalled: self.recalled + other.recalled, of: self.of + other.of }
    }
}

impl AddAssign for Rate {
    fn add_assign(&mut self, other: Rate) {
        *self = *self + other;
    }
}

impl Serialize for Rate {
    /// `recalled`, `of`, and `share`, `low`, `high`, which are null without answers.
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut rate = out.serialize_struct("Rate", 5)?;
        rate.serialize_field("recalled", &self.recalled)?;
        rate.serialize_field("of", &self.of)?;
        rate.serialize_field("share", &self.share())?;
        rate.serialize_field("low", &self.bounds().map(|(low, _)| low))?;
        rate.serialize_field("high", &self.bounds().map(|(_, high)| high))?;
        rate.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: recalled, of, low and high in percent, from published tables of the score interval.
    #[test]
    fn the_bounds_are_those_of_wilson() {
        for (recalled, of, low, high) in
            [(81, 263, 25.52, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)]
        {
            let (least, most) = Rate { recalled, of }.bounds().unwrap();
            assert!((least * 100.0 - low).abs() < 0.01, "{recalled}/{of}: {least}");
            assert!((most * 100.0 - high).abs() < 0.01, "{recalled}/{of}: {most}");
        }
        assert_eq!(Rate::default().bounds(), None);
    }
}
