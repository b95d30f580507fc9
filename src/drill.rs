//! Drills: a question with other numbers each time, compared by value.
//!
//! ````text
//! ```drill
//! A model has {L} layers and {g} KV heads of 128. How many MiB does the bf16 cache of {n} tokens take?
//! L = 32, 80
//! g = 1, 8
//! n = 4096, 8192
//! answer = 2 * L * g * 128 * n * 2 / 2^20 MiB
//! tolerance = 5%
//! ```
//! ````
//!
//! The formula is an expression of numbers, parameters and functions; nothing else can be said in it, so
//! a deck from anywhere is safe to drill.

mod amounts;
mod asked;
mod expression;
mod names;
mod number;
mod spans;
mod spoken;
mod typed;
mod unit;
mod value;

use crate::markdown;
use exmex::{Express, FloatOpsFactory, MakeOperators};
use expression::DrillFormula;
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64_with_seed;

pub use crate::messages::DrillFault;
pub use amounts::{count, minutes};
pub use number::{Behind, NumberReading, read_number, show};
use unit::scale_of;
pub use unit::{with_bits, with_bytes};
use value::with_value;

/// The word after the fence of a drill.
pub const FENCE: &str = "drill";

/// Longer formulas are no arithmetic that anybody does by hand.
const LONGEST: usize = 500;

/// As many parameters, and values of each, are enough.
const MOST: usize = 40;

/// A question with parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// The question with `{name}` where a value goes.
    pub question: String,
    /// Each parameter with its values as they are written.
    pub parameters: Vec<(String, Vec<String>)>,
    /// The formula of the answer.
    formula: String,
    /// The unit the answer is asked in; may be empty.
    pub unit: String,
    /// How far an answer may be off, as a share of the right one.
    pub tolerance: f64,
}

/// A drill with values.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnDrill {
    /// The question with its numbers.
    pub question: String,
    /// The values by parameter, as they are written.
    pub values: BTreeMap<String, String>,
    /// The right answer.
    pub answer: f64,
    /// The formula it comes from.
    pub formula: String,
    /// Its unit.
    pub unit: String,
    /// How far an answer may be off, as a share of the right one.
    pub tolerance: f64,
}

/// The drills of an answer, in order; what is none of them is left out.
pub fn drills(answer: &str) -> Vec<Result<Drill, DrillFault>> {
    markdown::practice(answer, FENCE).iter().map(|block| block.parse()).collect()
}

/// What is wrong with the drills of an answer, each with the line of its fence, counted from 0.
pub fn faults(answer: &str) -> Vec<(usize, DrillFault)> {
    let fault = |(line, block): (usize, String)| {
        let fault = match block.parse::<Drill>() {
            Ok(drill) => drill.fault(TRIED)?,
            Err(fault) => fault,
        };
        Some((line, fault))
    };
    // Nearly no answer has one.
    if !answer.contains(FENCE) {
        return Vec::new();
    }
    markdown::practice_with_lines(answer, FENCE).into_iter().filter_map(fault).collect()
}

/// So many combinations of values are tried when a drill is read.
const TRIED: usize = 200;

/// Whether a name means a constant or a function in a formula: a parameter called so would never be used.
fn is_reserved(name: &str) -> bool {
    let is_word = |repr: &str| repr.starts_with(char::is_alphabetic);
    // Behind a function of two numbers the crate looks for no end of the word: `mini` is `min` and `i`.
    FloatOpsFactory::<f64>::make().iter().any(|operator| {
        let begins = operator.has_bin() && is_word(operator.repr()) && name.starts_with(operator.repr());
        operator.repr() == name || begins
    })
}

impl std::str::FromStr for Drill {
    type Err = DrillFault;

    fn from_str(block: &str) -> Result<Drill, DrillFault> {
        let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
        let mut question = Vec::new();
        while let Some(line) = lines.next_if(|line| assignment(line).is_none()) {
            question.push(line);
        }
        let question = question.join(" ");
        if question.is_empty() {
            return Err(DrillFault::NoQuestion);
        }
        let (mut parameters, mut answer, mut tolerance) = (Vec::new(), None, 0.05);
        for line in lines {
            match assignment(line).ok_or_else(|| DrillFault::Line { line: line.to_owned() })? {
                ("answer", right) => answer = Some(right),
                ("tolerance", right) => {
                    // Nothing is nothing, in percent or not.
                    let share = right.strip_suffix('%').or(Some(right).filter(|right| *right == "0"));
                    tolerance = share
                        .and_then(|text| text.trim().parse::<f64>().ok())
                        .filter(|share| *share >= 0.0)
                        .ok_or_else(|| DrillFault::Value { value: right.to_owned() })?
                        / 100.0;
                }
                (name, _) if is_reserved(name) => return Err(DrillFault::Reserved { name: name.to_owned() }),
                (name, right) => parameters.push((name.to_owned(), values(right)?)),
            }
        }
        let answer = answer.ok_or(DrillFault::NoAnswer)?;
        let count =
            parameters.iter().map(|(_, values): &(String, Vec<String>)| values.len()).max().unwrap_or(0);
        if parameters.len().max(count) > MOST || answer.len() > LONGEST {
            return Err(DrillFault::TooLong { most: MOST, longest: LONGEST });
        }
        let (formula, unit) =
            parted(answer, &parameters).ok_or_else(|| DrillFault::Formula { formula: answer.to_owned() })?;
        Ok(Drill { question, parameters, formula, unit, tolerance })
    }
}

/// `name = what follows`.
fn assignment(line: &str) -> Option<(&str, &str)> {
    let (name, right) = line.split_once('=')?;
    let name = name.trim();
    let is_name = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    is_name.then_some((name, right.trim()))
}

fn values(text: &str) -> Result<Vec<String>, DrillFault> {
    let values: Vec<String> = text.split([',', '，']).map(|value| value.trim().to_owned()).collect();
    match values.iter().find(|value| !value.parse::<f64>().is_ok_and(f64::is_finite)) {
        Some(bad) => Err(DrillFault::Value { value: bad.clone() }),
        None => Ok(values),
    }
}

/// The formula and the unit of an answer: the last word is a unit where the formula stands without it.
fn parted(answer: &str, parameters: &[(String, Vec<String>)]) -> Option<(String, String)> {
    let is_formula = |text: &str| {
        let formula = expression::formula(text)?;
        let known = |name: &String| parameters.iter().any(|(parameter, _)| parameter == name);
        formula.var_names().iter().all(known).then(|| text.trim().to_owned())
    };
    if let Some(formula) = is_formula(answer) {
        return Some((formula, String::new()));
    }
    let (formula, unit) = answer.rsplit_once(char::is_whitespace)?;
    Some((is_formula(formula)?, unit.to_owned()))
}

impl Drill {
    /// The drill with values that follow from a number: the same number draws the same.
    pub fn draw(&self, number: u64) -> Result<DrawnDrill, DrillFault> {
        let mut drawn = 0;
        self.with(|values| {
            drawn += 1;
            (xxh3_64_with_seed(&[drawn], number) % values.len() as u64) as usize
        })
    }

    /// The drill with the values that `choose` picks by their places.
    fn with(&self, choose: impl FnMut(&[String]) -> usize) -> Result<DrawnDrill, DrillFault> {
        self.drawn(&self.parsed()?, &self.chosen(choose))
    }

    fn drawn(&self, formula: &DrillFormula, values: &[&str]) -> Result<DrawnDrill, DrillFault> {
        let answer = self.answer(formula, values)?;
        let values = self.by_name(values);
        let mut question = self.question.clone();
        for (name, value) in &values {
            question = with_value(&question, name, value);
        }
        let Drill { formula, unit, tolerance, .. } = self.clone();
        Ok(DrawnDrill { question, values, answer, formula, unit, tolerance })
    }

    /// The formula, ready to be computed again and again.
    fn parsed(&self) -> Result<DrillFormula, DrillFault> {
        expression::formula(&self.formula)
            .ok_or_else(|| DrillFault::Formula { formula: self.formula.clone() })
    }

    /// The values that `choose` picks by their places, in the order of the parameters.
    fn chosen(&self, mut choose: impl FnMut(&[String]) -> usize) -> Vec<&str> {
        self.parameters.iter().map(|(_, values)| values[choose(values)].as_str()).collect()
    }

    /// Values by the names of their parameters. Of two parameters of one name the last counts.
    fn by_name(&self, values: &[&str]) -> BTreeMap<String, String> {
        let names = self.parameters.iter().map(|(name, _)| name.clone());
        names.zip(values.iter().map(|value| (*value).to_owned())).collect()
    }

    fn answer(&self, formula: &DrillFormula, values: &[&str]) -> Result<f64, DrillFault> {
        let value = |name: &String| {
            let place = self.parameters.iter().rposition(|(parameter, _)| parameter == name)?;
            values[place].parse().ok()
        };
        let numbers: Option<Vec<f64>> = formula.var_names().iter().map(value).collect();
        let answer =
            numbers.and_then(|numbers| formula.eval(&numbers).ok()).filter(|answer| answer.is_finite());
        answer.ok_or_else(|| {
            let values = self.by_name(values);
            let told: Vec<String> = values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
            DrillFault::NotFinite { values: told.join(", ") }
        })
    }

    /// Each combination of the values, as long as these are not more than `most`.
    fn combinations(&self, most: usize) -> impl Iterator<Item = Vec<&str>> {
        let count = self.parameters.iter().map(|(_, values)| values.len()).product::<usize>().min(most);
        (0..count).map(|mut number| {
            self.chosen(|values| {
                let place = number % values.len();
                number /= values.len();
                place
            })
        })
    }

    /// The drill with each combination of its values, as long as these are not more than `most`.
    pub fn all(&self, most: usize) -> Vec<Result<DrawnDrill, DrillFault>> {
        let formula = self.parsed();
        let drawn = |values: Vec<&str>| self.drawn(formula.as_ref().map_err(Clone::clone)?, &values);
        self.combinations(most).map(drawn).collect()
    }

    /// What is wrong with the first of so many combinations with which something is.
    fn fault(&self, most: usize) -> Option<DrillFault> {
        let formula = match self.parsed() {
            Ok(formula) => formula,
            Err(fault) => return Some(fault),
        };
        self.combinations(most).find_map(|values| self.answer(&formula, &values).err())
    }
}

impl DrawnDrill {
    /// Whether a number is near enough to the right one.
    pub fn is_right(&self, number: f64) -> bool {
        (number - self.answer).abs() <= self.tolerance * self.answer.abs() + 1e-12
    }

    /// What was typed, compared; `None` when no number can be read from it, or its unit is another kind
    /// of thing.
    pub fn compare(&self, typed: &str) -> Option<bool> {
        let unit = if self.unit.is_empty() { scale_of(&self.question) } else { &self.unit };
        let typed = &asked::with_base(typed, &self.formula);
        let read = read_number(typed, unit).or_else(|| {
            asked::without_words(typed, &self.question).find_map(|number| read_number(&number, unit))
        })?;
        let may_be = |number: Option<f64>| number.is_some_and(|number| self.is_right(number));
        // What is more than one is asked in percent, although its unit does not say so.
        let percent = (read.behind == Behind::Percent && unit.is_empty() && self.answer.abs() > 1.0)
            .then_some(read.number);
        // `0.001` is 10 in units of 10⁻⁴.
        let parts = asked::parts(&self.question)
            .filter(|_| self.unit.is_empty())
            .map(|parts| read.number * read.factor * parts);
        let others = [read.otherwise(unit), percent, parts];
        Some(self.is_right(read.number * read.factor) || others.into_iter().any(may_be))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    const CACHE: &str = "text\n\n```drill\nWith {L} layers, how many MiB do {n} tokens take?\nL = 32, 80\nn = 4096, 8192\nanswer = 2 * L * 8 * 128 * n * 2 / 2^20 MiB\ntolerance = 5%\n```\n\nmore";

    #[test]
    fn a_drill_asks_with_its_values() {
        let drill = drills(CACHE).remove(0).unwrap();
        assert_eq!((drill.unit.as_str(), drill.tolerance), ("MiB", 0.05));
        let all: Vec<DrawnDrill> = drill.all(100).into_iter().map(Result::unwrap).collect();
        let answers: Vec<f64> = all.iter().map(|drawn| drawn.answer).collect();
        assert_eq!(answers, [512.0, 1280.0, 1024.0, 2560.0]);
        assert_eq!(all[1].question, "With 80 layers, how many MiB do 4096 tokens take?");
        let drawn: HashSet<String> = (0..40).map(|number| drill.draw(number).unwrap().question).collect();
        assert_eq!(drawn.len(), 4, "every combination is drawn");
        assert_eq!(drill.draw(7), drill.draw(7));
    }

    #[test]
    fn answers_are_compared_by_value() {
        let drill = drills(CACHE).remove(0).unwrap();
        let drawn = drill.all(1).remove(0).unwrap();
        for (typed, expected) in [
            ("512", Some(true)),
            ("500", Some(true)),
            ("480", Some(false)),
            ("0.5 GiB", Some(true)),
            ("512 MiB", Some(true)),
            ("536870912 B", Some(true)),
            ("5.12e2 mib", Some(true)),
            ("512 s", None),
            ("about", None),
            ("", None),
        ] {
            assert_eq!(drawn.compare(typed), expected, "{typed}");
        }
    }

    #[test]
    fn the_scale_of_the_question_is_that_of_the_answer_and_one_is_no_plural() {
        let drill: Drill = "一层共多少万个参数？\nd = 4096\nanswer = 2 * d * 8 / 10000".parse().unwrap();
        let drawn = drill.draw(1).unwrap();
        for (typed, expected) in [
            ("6.55", true),
            ("6.55万", true),
            ("6.55 万个", true),
            ("0.0655百万", true),
            ("６.５５万", true),
            ("6.55亿", false),
        ] {
            assert_eq!(drawn.compare(typed), Some(expected), "{typed}");
        }
        let drill: Drill =
            "What do {b} sequences of {n} tokens take?\nb = 1, 8\nn = 1, 64\nanswer = b * n".parse().unwrap();
        let all: Vec<String> = drill.all(9).into_iter().map(|drawn| drawn.unwrap().question).collect();
        assert_eq!(all[0], "What do 1 sequence of 1 token take?");
        assert_eq!(all[3], "What do 8 sequences of 64 tokens take?");
    }

    #[test]
    fn a_share_is_one_in_percent_and_as_a_fraction() {
        let drill: Drill = "What share?\nanswer = 50 %\ntolerance = 1%".parse().unwrap();
        let percent = drill.draw(0).unwrap();
        let drill: Drill = "What share?\nanswer = 1 / 2".parse().unwrap();
        let fraction = drill.draw(0).unwrap();
        let drill: Drill =
            "How many?\nN = 2\nanswer = N * 1e9 / 1e9 + 0 * 2.5e-3\ntolerance = 0".parse().unwrap();
        let exact = drill.draw(0).unwrap();
        for typed in ["50", "50%", "0.5", "1/2", "100/200", "百分之五十", "二分之一", "1/2 = 50%"] {
            assert_eq!(percent.compare(typed), Some(true), "{typed}");
        }
        for typed in ["0.5", "50%", "1/2", "50 percent", "百分之五十", "二分之一", "2/4=0.5"] {
            assert_eq!(fraction.compare(typed), Some(true), "{typed}");
        }
        for (drawn, typed) in [(&percent, "0.5%"), (&fraction, "50"), (&fraction, "0.5%"), (&exact, "2.001")]
        {
            assert_eq!(drawn.compare(typed), Some(false), "{typed}");
        }
        assert_eq!((exact.compare("2"), exact.compare("4/2")), (Some(true), Some(true)));
        let drill: Drill = "How many billion?\nanswer = 7".parse().unwrap();
        let billions = drill.draw(0).unwrap();
        for (typed, is_right) in [("7", true), ("7e9", true), ("7B", true), ("70亿", true), ("7e6", false)] {
            assert_eq!(billions.compare(typed), Some(is_right), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (block, fault) in [
            ("a = 1", DrillFault::NoQuestion),
            ("How?\na = 1", DrillFault::NoAnswer),
            ("How?\na = 1, x\nanswer = a", DrillFault::Value { value: "x".into() }),
            ("How?\na = 1\nanswer = b * 2 s", DrillFault::Formula { formula: "b * 2 s".into() }),
            ("How?\nanswer = 1\ntolerance = much", DrillFault::Value { value: "much".into() }),
            ("How?\na = 1\nanswer = a\nand so on", DrillFault::Line { line: "and so on".into() }),
        ] {
            assert_eq!(block.parse::<Drill>().unwrap_err(), fault, "{block}");
        }
        let drill: Drill = "How?\na = 0, 1\nanswer = 1 / a".parse().unwrap();
        assert!(matches!(drill.all(9)[..], [Err(DrillFault::NotFinite { .. }), Ok(_)]));
        let long = format!("How?\nanswer = {}", "1+".repeat(400));
        assert!(long.parse::<Drill>().is_err());
    }

    #[test]
    fn no_parameter_has_the_name_of_a_constant_or_a_function() {
        for name in ["E", "e", "PI", "TAU", "log", "log2", "min", "mini", "max_len", "exp", "round"] {
            let block = format!("How?\n{name} = 8\nanswer = 2 * {name}");
            assert_eq!(block.parse::<Drill>(), Err(DrillFault::Reserved { name: name.to_owned() }));
        }
        for name in ["E_k", "experts", "pi", "Emb", "e1", "n_min", "logs", "x"] {
            let drill: Drill = format!("How?\n{name} = 8\nanswer = 2 * {name} + 0 * E").parse().unwrap();
            assert_eq!(drill.draw(1).map(|drawn| drawn.answer), Ok(16.0), "{name}");
        }
        let answer = "- a\n- b\n\n```drill\nHow?\nE = 8\nanswer = E\n```\n\n```drill\nHow?\nx = 0\nanswer = 1 / x\n```";
        let lines: Vec<usize> = faults(answer).iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 9]);
        assert_eq!(faults(CACHE), []);
    }

    #[test]
    fn hostile_formulas_end_soon() {
        for formula in ["((((", "9^9^9^9", "1/0", "sin(", "exec(1)", "a b c", "{a}", "\u{202e}1"] {
            let drill = format!("How?\nanswer = {formula}").parse::<Drill>();
            assert!(drill.is_err() || drill.is_ok_and(|drill| drill.all(1)[0].is_err()), "{formula}");
        }
        let deep = format!("How?\nanswer = {}1{}", "(".repeat(200), ")".repeat(200));
        let _ = deep.parse::<Drill>().map(|drill| drill.all(1));
    }
}
