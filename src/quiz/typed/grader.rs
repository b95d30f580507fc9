//! A grader: a program of the learner's own that judges a typed answer, such as a local or remote model.
//!
//! It is asked in one of two ways. With `json` it gets one JSON object on its standard input, `{"question",
//! "points", "answer", "language"}`, where `points` is a list of texts. With `prompt` it gets a text that says all
//! there is to know, so that the command of any language model will do (see [`prompt`]). It prints
//! `{"points": [{"covered": true, "evidence": "…"}, …], "grade": "again|hard|good|easy", "remarks": "…"}` among
//! whatever else it likes to say. Asked by JSON, all fields may be missing; asked by a prompt, the points may not.
//!
//! What it says of the points counts like the learner's own ticks once it was measured (see [`Trust`]); before
//! that it only suggests. Here are only texts; the shell runs the program.

mod found;
mod prompt;

use super::super::recall::Checklist;
use super::marked;
use super::points::points_of;
use crate::card::{Face, Grade, Lang};
use crate::markdown;
use crate::messages::{Choice, GraderInput, Message};
use crate::settings::{GraderFigures, Settings};
use serde::Serialize;
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_128;

/// What a grader said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// The grade it speaks for; the learner has the last word.
    pub grade: Option<Grade>,
    /// What it remarks, free of control codes.
    pub remarks: String,
    /// What it says of each point, where it says anything of them.
    pub points: Option<Vec<GradedPoint>>,
}

/// What a grader said of one point.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GradedPoint {
    /// Whether the answer says it.
    pub is_covered: bool,
    /// The words of the answer that say so, free of control codes; may be empty.
    pub evidence: String,
}

/// Why a grader said nothing that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GraderFailure {
    /// It is no command, and why.
    NoCommand(Message),
    /// The program could not be started.
    NotStarted {
        /// Its name.
        program: String,
        /// Why.
        cause: String,
    },
    /// It took longer than it may.
    TimeUp {
        /// How long that is.
        seconds: u32,
        /// The last line of its error output.
        said: String,
    },
    /// It printed more than is read.
    TooLong {
        /// What is read at the most, in bytes.
        bytes: usize,
    },
    /// It printed nothing in the form that was asked for.
    NoVerdict {
        /// Its name.
        program: String,
        /// The beginning of what it printed instead.
        printed: String,
        /// The last line of its error output.
        said: String,
    },
    /// It judged another number of points than there are.
    OtherCount {
        /// Points it judged.
        judged: usize,
        /// Points there are.
        points: usize,
    },
    /// The program is ending, or the user has had enough.
    Stopped,
}

/// All that is needed to ask a grader about one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraderRequest {
    /// The program with its arguments.
    pub command: String,
    /// What it is given.
    pub text: String,
    /// How many points the answer has.
    pub points: usize,
    /// Whether it has to say something of each point.
    pub wants_points: bool,
    /// How long it may take.
    pub seconds: u32,
}

/// The form of a request by JSON.
#[derive(Serialize)]
struct RequestJson<'a> {
    question: &'a str,
    points: &'a [String],
    answer: &'a str,
    language: &'static str,
}

/// Remarks are cut after this many characters.
const LONGEST: usize = 2000;
/// The words of an answer that a grader names, after this many.
const LONGEST_EVIDENCE: usize = 400;

impl GraderRequest {
    /// What the learner's grader is asked about an answer to a card.
    pub fn new(settings: &Settings, face: &Face, answer: &str) -> GraderRequest {
        let (points, answer) = (points_of(&face.answer), markdown::clean(answer));
        GraderRequest::about(settings, &face.question, &points, &answer, face.lang)
    }

    /// What it is asked about a marked answer.
    pub fn of_marked(settings: &Settings, marked: &marked::MarkedAnswer) -> GraderRequest {
        GraderRequest::about(settings, &marked.question, &marked.points, &marked.text, marked.lang)
    }

    /// The same for an answer to a question that has these points.
    fn about(
        settings: &Settings,
        question: &str,
        points: &[String],
        answer: &str,
        lang: Lang,
    ) -> GraderRequest {
        let wants_points = settings.grader_input == GraderInput::Prompt;
        let text = match wants_points {
            true => prompt::prompt(question, points, answer, lang),
            false => {
                let language = if lang == Lang::Zh { "zh" } else { "en" };
                serde_json::to_string(&RequestJson { question, points, answer, language })
                    .expect("texts are JSON")
            }
        };
        let (command, seconds) = (settings.grader.clone(), settings.grader_seconds);
        GraderRequest { command, text, points: points.len(), wants_points, seconds }
    }

    /// What it printed, understood; or why it cannot be.
    pub fn verdict(&self, printed: &[u8]) -> Result<Verdict, GraderFailure> {
        let text = String::from_utf8_lossy(printed);
        // Asked by JSON it may answer with any object that is all it prints.
        let whole: Option<Value> = serde_json::from_str(&text).ok();
        let whole =
            whole.filter(|_| !self.wants_points).and_then(|value| self.fit(&value, false).ok().flatten());
        if let Some(verdict) = whole {
            return Ok(verdict);
        }
        let mut judged = None;
        let verdict = found::last_that(&text, &mut |value| match self.fit(value, true) {
            Ok(verdict) => verdict,
            Err(count) => {
                judged = Some(count);
                None
            }
        });
        match (verdict, judged) {
            (Some(verdict), _) => Ok(verdict),
            (None, Some(judged)) => Err(GraderFailure::OtherCount { judged, points: self.points }),
            (None, None) => Err(GraderFailure::NoVerdict {
                program: String::new(),
                printed: beginning_of(&text),
                said: String::new(),
            }),
        }
    }

    /// What a value says, if it has the form; or the number of points it judges, when that is another.
    fn fit(&self, value: &Value, must_say: bool) -> Result<Option<Verdict>, usize> {
        let Value::Object(fields) = value else { return Ok(None) };
        let text = |key: &str| match fields.get(key) {
            None | Some(Value::Null) => Some(None),
            Some(Value::String(text)) => Some(Some(text.as_str())),
            Some(_) => None,
        };
        let (Some(grade), Some(remarks)) = (text("grade"), text("remarks")) else { return Ok(None) };
        let points = match fields.get("points") {
            None | Some(Value::Null) => None,
            Some(Value::Array(points)) => match points.iter().map(point_of).collect::<Option<Vec<_>>>() {
                Some(points) if points.len() == self.points => Some(points),
                Some(points) => return Err(points.len()),
                None => return Ok(None),
            },
            Some(_) => return Ok(None),
        };
        let grade = match grade.map(|name| Grade::named(&name.trim().to_lowercase())) {
            Some(None) if !self.wants_points => return Ok(None),
            grade => grade.flatten(),
        };
        let says = points.is_some() || (!self.wants_points && (grade.is_some() || remarks.is_some()));
        if (must_say || self.wants_points) && !says {
            return Ok(None);
        }
        let remarks = remarks.map(|remarks| cut(remarks, LONGEST)).unwrap_or_default();
        Ok(Some(Verdict { grade, remarks, points }))
    }
}

/// What an entry of the list of points says: `true`, or an object with `covered`.
fn point_of(value: &Value) -> Option<GradedPoint> {
    let (covered, evidence) = match value {
        Value::Object(fields) => (fields.get("covered")?, fields.get("evidence").and_then(Value::as_str)),
        other => (other, None),
    };
    let is_covered = match covered {
        Value::Bool(is_covered) => *is_covered,
        // Small models write words where a boolean was asked for.
        Value::String(word) => match word.trim().to_lowercase().as_str() {
            "true" | "yes" | "是" => true,
            "false" | "no" | "否" => false,
            _ => return None,
        },
        _ => return None,
    };
    let evidence = cut(evidence.unwrap_or_default(), LONGEST_EVIDENCE);
    Some(GradedPoint { is_covered, evidence })
}

fn cut(text: &str, most: usize) -> String {
    markdown::clean(text).trim().chars().take(most).collect()
}

/// So much of what was printed is shown where it was of no use, in characters.
const SHOWN: usize = 80;

fn beginning_of(text: &str) -> String {
    let text = markdown::clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

impl Verdict {
    /// The points it says are covered, in their order.
    pub fn covered(&self) -> Option<Vec<bool>> {
        Some(self.points.as_ref()?.iter().map(|point| point.is_covered).collect())
    }

    /// The grade it speaks for: the one it names, else the one that its points do.
    pub fn suggests(&self) -> Option<Grade> {
        self.grade.or_else(|| Checklist::judged(self.covered()?).suggests(i64::MAX))
    }
}

/// How far the learner's grader is trusted with answers in one language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trust<'a> {
    /// It was not measured as it is now, or not on enough answers.
    Unknown(Option<&'a GraderFigures>),
    /// It agrees with the reader too seldom.
    Low(&'a GraderFigures),
    /// What it says of the points counts like the learner's own ticks.
    Measured(&'a GraderFigures),
}

/// It has to agree with the reader on this share of the points.
pub const ENOUGH: f64 = 0.8;
/// Fewer marked answers of a language prove nothing.
pub const FEWEST: u32 = 40;

impl<'a> Trust<'a> {
    /// What was measured of the grader of the settings, in one language.
    pub fn of(settings: &'a Settings, lang: Lang) -> Trust<'a> {
        let measured = settings.measured.as_ref().filter(|measured| measured.of == fingerprint(settings));
        match measured.and_then(|measured| measured.figures(lang)) {
            Some(figures) if figures.answers < FEWEST => Trust::Unknown(Some(figures)),
            Some(figures) if figures.agreement().is_some_and(|share| share >= ENOUGH) => {
                Trust::Measured(figures)
            }
            Some(figures) => Trust::Low(figures),
            None => Trust::Unknown(None),
        }
    }

    /// Whether its points count.
    pub fn is_enough(self) -> bool {
        matches!(self, Trust::Measured(_))
    }
}

/// What a measurement is about: the command, what it is given, and the marked answers. Another model under the
/// same command cannot be told apart.
pub fn fingerprint(settings: &Settings) -> String {
    let sample = |lang| prompt::prompt("?", &["…".to_owned()], "", lang);
    let prompts =
        (settings.grader_input == GraderInput::Prompt).then(|| [sample(Lang::En), sample(Lang::Zh)].concat());
    let all = [
        &settings.grader,
        settings.grader_input.name(),
        &prompts.unwrap_or_default(),
        marked::TEXTS[0].1,
        marked::TEXTS[1].1,
    ];
    format!("{:032x}", xxh3_128(all.join("\0").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(grader: &str, grader_input: GraderInput) -> Settings {
        Settings { grader: grader.to_owned(), grader_input, ..Settings::default() }
    }

    fn request(wants_points: bool) -> GraderRequest {
        let settings = settings("", if wants_points { GraderInput::Prompt } else { GraderInput::Json });
        GraderRequest::about(&settings, "Why?", &["a".to_owned(), "b".to_owned()], "x", Lang::En)
    }

    #[test]
    fn what_a_grader_prints_is_read_or_refused_whole_and_cleaned() {
        let verdict = |text: &str| request(false).verdict(text.as_bytes()).ok();
        for (printed, read) in [
            (r#"{"grade":"hard","remarks":"Say why."}"#, Some((Some(Grade::Hard), "Say why."))),
            (r#"{"remarks":"a\u001b[31mb\u202e"}"#, Some((None, "a[31mb"))),
            (r#"{"grade":null,"x":1}"#, Some((None, ""))),
            ("I think\n```json\n{\"grade\": \"Good\"}\n```\n", Some((Some(Grade::Good), ""))),
            (r#"{"grade":"perfect"}"#, None),
            (r#"{"points":[true]}"#, None),
            ("{} nothing {\"x\":1}", None),
            ("good", None),
            ("", None),
        ] {
            let read = read.map(|(grade, remarks)| (grade, remarks.to_owned()));
            assert_eq!(verdict(printed).map(|verdict| (verdict.grade, verdict.remarks)), read, "{printed}");
        }
        let long = format!(r#"{{"remarks":"{}"}}"#, "长".repeat(5000));
        assert_eq!(verdict(&long).unwrap().remarks.chars().count(), LONGEST);
    }

    #[test]
    fn points_are_found_whatever_surrounds_them() {
        let right = r#"{"points":[{"evidence":"x y","covered":true},{"covered":false}],"remarks":"b"}"#;
        let quoted = serde_json::to_string(&format!("Here: {right}")).unwrap();
        for printed in [
            right.to_owned(),
            format!("Sure! Here it is:\n```json\n{right}\n```\nAnything else?"),
            format!("<think>the set {{a, b}} { } {{\"points\": [}} {{ … }}</think>{right}", "{}"),
            format!(r#"{{"points":[false,false]}} no, wait: {right}"#),
            format!(r#"{right} {{"points":[true]}} {{"note":"}}{{"}}"#),
            format!("{{\"result\": {quoted}, \"usage\": {{\"tokens\": 3}}}}"),
            format!("[{{\"type\":\"text\",\"text\":{quoted}}}]"),
            format!("\u{1b}[32m{right}\u{1b}[0m"),
            r#"{"points":["yes","no"],"grade":"no such grade"}"#.to_owned(),
        ] {
            let verdict =
                request(true).verdict(printed.as_bytes()).unwrap_or_else(|why| panic!("{printed}: {why:?}"));
            assert_eq!(verdict.covered(), Some(vec![true, false]), "{printed}");
            assert_eq!(verdict.suggests(), Some(Grade::Again), "{printed}");
        }
        for (printed, shown) in [
            ("I would say that both points are there.", "I would say that both points are there."),
            ("{\"points\":[true,", "{\"points\":[true,"),
            ("{\"points\":[true,false}", "{\"points\":[true,false}"),
            ("{\"points\":[1,2]}", "{\"points\":[1,2]}"),
            ("{\"grade\":\"good\"}", "{\"grade\":\"good\"}"),
            ("", ""),
        ] {
            let failure = request(true).verdict(printed.as_bytes()).unwrap_err();
            let no_verdict = GraderFailure::NoVerdict {
                program: String::new(),
                printed: shown.into(),
                said: String::new(),
            };
            assert_eq!(failure, no_verdict, "{printed}");
        }
        let failure = request(true).verdict(br#"{"points":[true,false,true]}"#);
        assert_eq!(failure, Err(GraderFailure::OtherCount { judged: 3, points: 2 }));
    }

    #[test]
    fn hostile_output_is_read_in_bounded_time() {
        for part in ["{", "{\"a\":", "{\"a\":[", "\"{", "{\"a\":\"{\\\"", "[[", "\\"] {
            let text = part.repeat(400_000 / part.len());
            assert!(request(true).verdict(text.as_bytes()).is_err(), "{part}");
        }
        let deep = (0..40).fold("{\"points\":[true,true]}".to_owned(), |text, _| {
            let text = serde_json::json!({ "text": text }).to_string();
            if text.len() < 100_000 { text } else { "{}".to_owned() }
        });
        let _ = request(true).verdict(deep.as_bytes());
    }

    #[test]
    fn only_what_was_measured_as_it_is_now_is_trusted() {
        use crate::settings::Measured;
        let mut own = settings("model -q", GraderInput::Prompt);
        let figures = |agreed| GraderFigures { answers: 60, points: 100, agreed, ..GraderFigures::default() };
        let measured = |of: &Settings, agreed| {
            Some(Measured { of: fingerprint(of), en: Some(figures(agreed)), ..Measured::default() })
        };
        let trust =
            |settings: &Settings| [Lang::En, Lang::Zh].map(|lang| Trust::of(settings, lang).is_enough());
        assert_eq!(trust(&own), [false, false]);
        own.measured = measured(&own, 80);
        assert_eq!(trust(&own), [true, false]);
        for mut other in [settings("model", GraderInput::Prompt), settings("model -q", GraderInput::Json)] {
            other.measured.clone_from(&own.measured);
            assert_eq!(trust(&other), [false, false], "{other:?}");
        }
        own.measured = measured(&own, 79);
        assert_eq!(trust(&own), [false, false]);
        let mut few = figures(100);
        few.answers = FEWEST - 1;
        own.measured.as_mut().unwrap().put(Lang::En, few);
        assert_eq!(trust(&own), [false, false]);
    }
}
