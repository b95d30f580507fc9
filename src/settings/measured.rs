//! What was measured of the learner's grader, as it is remembered in the table `[measured]` of `machine.toml`.

use crate::card::Lang;
use crate::messages::SettingMessage;
use toml_edit::{DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// The table in the file.
pub(super) const MEASURED: &str = "measured";

/// What was measured of one grader.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measured {
    /// What was measured: a hash of the command, of the way it is asked and of the marked answers.
    pub of: String,
    /// The study day of the measurement.
    pub day: String,
    /// On English answers.
    pub en: Option<GraderFigures>,
    /// On Chinese answers.
    pub zh: Option<GraderFigures>,
}

/// How a grader did on marked answers. All are counts; `ms` are milliseconds.
///
/// A point that the reader marked as partly said agrees with either verdict and counts for nothing else. A point
/// of which the grader said nothing agrees with no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GraderFigures {
    /// Answers it was given.
    pub answers: u32,
    /// Answers of which it said nothing that could be used.
    pub failed: u32,
    /// Their points.
    pub points: u32,
    /// Points on which it agrees with the reader.
    pub agreed: u32,
    /// Points that both say are covered.
    pub hits: u32,
    /// Points that only the grader says are covered.
    pub false_hits: u32,
    /// Points that only the reader says are covered.
    pub misses: u32,
    /// Points that neither says are covered.
    pub rejections: u32,
    /// Points without a verdict that the reader says are covered.
    pub silent_covered: u32,
    /// Points without a verdict that the reader says are not covered.
    pub silent_rest: u32,
    /// Points that an answer contradicts.
    pub contradicted: u32,
    /// Those of them that the grader says are covered.
    pub contradicted_credited: u32,
    /// Points of cheats that must not be credited.
    pub cheats: u32,
    /// Those of them that the grader says are covered.
    pub cheats_credited: u32,
    /// Time it took for all answers and cheats together.
    pub ms: u32,
    /// Cheats it was given.
    pub cheating_answers: u32,
}

impl GraderFigures {
    /// The share of points on which it agrees with the reader.
    pub fn agreement(&self) -> Option<f64> {
        share(self.agreed, self.points)
    }

    /// The share of points that would agree if it said that nothing is ever covered.
    pub fn agreement_of_none(&self) -> Option<f64> {
        share(self.points - self.covered(), self.points)
    }

    /// The share of the points it says are covered that are.
    pub fn precision(&self) -> Option<f64> {
        share(self.hits, self.hits + self.false_hits)
    }

    /// The share of covered points that it finds.
    pub fn recall(&self) -> Option<f64> {
        share(self.hits, self.covered())
    }

    /// Cohen's kappa over points that were not marked as partly said: agreement beyond chance.
    pub fn kappa(&self) -> Option<f64> {
        let said = f64::from(self.hits + self.false_hits);
        let denied = f64::from(self.misses + self.rejections);
        let covered = f64::from(self.covered());
        let rest = f64::from(self.false_hits + self.rejections + self.silent_rest);
        let all = covered + rest;
        let by_chance = (said * covered + denied * rest) / (all * all);
        let agreed = f64::from(self.hits + self.rejections) / all;
        (all > 0.0 && by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
    }

    /// Seconds for one answer.
    pub fn seconds(&self) -> Option<f64> {
        share(self.ms, self.answers + self.cheating_answers).map(|ms| ms / 1000.0)
    }

    /// The sum of two measurements, of other answers.
    pub fn with(mut self, mut other: GraderFigures) -> GraderFigures {
        for ((_, sum), (_, more)) in self.fields().into_iter().zip(other.fields()) {
            *sum = sum.saturating_add(*more);
        }
        self
    }

    fn covered(&self) -> u32 {
        self.hits + self.misses + self.silent_covered
    }

    /// Every count with its name in the file.
    fn fields(&mut self) -> [(&'static str, &mut u32); 16] {
        [
            ("answers", &mut self.answers),
            ("failed", &mut self.failed),
            ("points", &mut self.points),
            ("agreed", &mut self.agreed),
            ("hits", &mut self.hits),
            ("false_hits", &mut self.false_hits),
            ("misses", &mut self.misses),
            ("rejections", &mut self.rejections),
            ("silent_covered", &mut self.silent_covered),
            ("silent_rest", &mut self.silent_rest),
            ("contradicted", &mut self.contradicted),
            ("contradicted_credited", &mut self.contradicted_credited),
            ("cheats", &mut self.cheats),
            ("cheats_credited", &mut self.cheats_credited),
            ("ms", &mut self.ms),
            ("cheating_answers", &mut self.cheating_answers),
        ]
    }

    /// Whether the counts can come from one measurement: the file may be edited.
    fn are_possible(&self) -> bool {
        let judged =
            [self.hits, self.false_hits, self.misses, self.rejections, self.silent_covered, self.silent_rest];
        let judged: u64 = judged.into_iter().map(u64::from).sum();
        judged <= u64::from(self.points)
            && self.agreed <= self.points
            && u64::from(self.hits) + u64::from(self.rejections) <= u64::from(self.agreed)
            && self.failed <= self.answers
            && self.contradicted_credited <= self.contradicted
            && self.cheats_credited <= self.cheats
    }
}

fn share(part: u32, of: u32) -> Option<f64> {
    (of > 0).then(|| f64::from(part) / f64::from(of))
}

impl Measured {
    /// The figures in one language.
    pub fn figures(&self, lang: Lang) -> Option<&GraderFigures> {
        match lang {
            Lang::En => self.en.as_ref(),
            Lang::Zh => self.zh.as_ref(),
        }
    }

    /// Takes on the figures of one language.
    pub fn put(&mut self, lang: Lang, figures: GraderFigures) {
        match lang {
            Lang::En => self.en = Some(figures),
            Lang::Zh => self.zh = Some(figures),
        }
    }
}

/// Reads the table.
pub(super) fn read(item: &Item) -> Result<Measured, SettingMessage> {
    let wrong = || SettingMessage::RunGraderAgain { key: MEASURED };
    let table = item.as_table_like().ok_or_else(wrong)?;
    let text = |key: &str| Some(table.get(key)?.as_str()?.to_owned());
    let mut measured = Measured {
        of: text("of").ok_or_else(wrong)?,
        day: crate::markdown::clean(&text("day").unwrap_or_default()),
        ..Measured::default()
    };
    for (key, lang) in [("en", Lang::En), ("zh", Lang::Zh)] {
        if let Some(item) = table.get(key) {
            let table = item.as_table_like().ok_or_else(wrong)?;
            measured.put(lang, figures_of(table).ok_or_else(wrong)?);
        }
    }
    Ok(measured)
}

fn figures_of(table: &dyn TableLike) -> Option<GraderFigures> {
    let mut figures = GraderFigures::default();
    for (key, place) in figures.fields() {
        *place = u32::try_from(table.get(key)?.as_integer()?).ok()?;
    }
    figures.are_possible().then_some(figures)
}

/// The file with what was measured, and everything else as it was; `None` when it is not TOML.
pub(super) fn write(text: &str, measured: &Measured) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let mut table = Table::new();
    table.insert("of", Item::Value(Value::from(&measured.of)));
    table.insert("day", Item::Value(Value::from(&measured.day)));
    for (key, figures) in [("en", measured.en), ("zh", measured.zh)] {
        if let Some(mut figures) = figures {
            let values =
                figures.fields().into_iter().map(|(name, count)| (name, Value::from(i64::from(*count))));
            table.insert(key, Item::Value(Value::InlineTable(values.collect::<InlineTable>())));
        }
    }
    document.insert(MEASURED, Item::Table(table));
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::machine::{read_both, write_measured};
    use super::*;

    #[test]
    fn what_was_measured_is_read_as_it_was_written_and_the_rest_of_the_file_stays() {
        let figures = GraderFigures {
            answers: 4,
            points: 20,
            agreed: 15,
            hits: 6,
            rejections: 8,
            ..GraderFigures::default()
        };
        let measured = Measured { of: "1f".into(), day: "2026-11-29".into(), en: Some(figures), zh: None };
        let before = "# mine\ngrader = \"judge\" # yes\n\n[sources]\na = \"/a\"\n";
        let text = write_measured(before, &measured).unwrap();
        assert!(
            text.starts_with("# mine\ngrader = \"judge\" # yes\n") && text.contains("a = \"/a\""),
            "{text}"
        );
        let (settings, troubles) = read_both("", &text);
        assert_eq!((settings.measured, troubles), (Some(measured.clone()), vec![]));
        let again = write_measured(&text, &Measured { zh: Some(figures), ..measured }).unwrap();
        assert_eq!(again.matches("[measured]").count(), 1, "{again}");
        assert_eq!(write_measured("[x\n", &Measured::default()), None);
    }

    #[test]
    fn a_table_that_nobody_measured_counts_for_nothing() {
        let good = write_measured(
            "",
            &Measured { of: "1".into(), en: Some(GraderFigures::default()), ..Measured::default() },
        );
        let good = good.unwrap();
        for (part, other) in [
            ("answers = 0", "answers = -1"),
            ("agreed = 0", "agreed = 7"),
            ("failed = 0", "failed = 1"),
            ("of = ", "off = "),
        ] {
            let (settings, troubles) = read_both("", &good.replacen(part, other, 1));
            assert_eq!((settings.measured, troubles.len()), (None, 1), "{other}");
        }
        assert!(read_both("", "measured = 3\n").0.measured.is_none());
    }

    #[test]
    fn figures_are_those_of_the_books() {
        let figures = GraderFigures {
            points: 110,
            agreed: 80,
            hits: 40,
            false_hits: 10,
            misses: 20,
            rejections: 30,
            ..GraderFigures::default()
        };
        // By hand: 70 of 100 agree; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
        assert_eq!(figures.kappa().map(|kappa| (kappa * 1e6).round()), Some(400_000.0));
        assert_eq!(figures.precision(), Some(0.8));
        assert_eq!(figures.recall().map(|recall| (recall * 3.0).round()), Some(2.0));
        assert_eq!(figures.agreement_of_none().map(|share| (share * 11.0).round()), Some(5.0));
        // Silence is no agreement.
        let silent =
            GraderFigures { points: 10, silent_covered: 5, silent_rest: 5, ..GraderFigures::default() };
        assert_eq!((silent.agreement(), silent.precision(), silent.recall()), (Some(0.0), None, Some(0.0)));
        assert_eq!(silent.kappa(), Some(0.0));
        assert_eq!(GraderFigures::default().kappa(), None);
    }
}
