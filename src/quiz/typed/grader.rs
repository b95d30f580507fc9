//! A grader: a program of the learner's own that judges a typed answer, such as a local or remote model.
//!
//! It gets one JSON object on its standard input, `{"question", "points", "answer", "language"}`, where
//! `points` is a list of texts, and prints one, `{"grade": "again|hard|good|easy", "remarks": "…"}`; both
//! fields may be missing. Here are only the two texts; the shell runs the program.

use super::points_of;
use crate::card::{Face, Grade, Lang};
use crate::markdown;
use serde::{Deserialize, Serialize};

/// What a grader said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// The grade it speaks for; the learner has the last word.
    pub grade: Option<Grade>,
    /// What it remarks, free of control codes.
    pub remarks: String,
}

#[derive(Serialize)]
struct Request<'a> {
    question: &'a str,
    points: Vec<String>,
    answer: &'a str,
    language: &'static str,
}

#[derive(Deserialize)]
struct Reply {
    grade: Option<String>,
    remarks: Option<String>,
}

/// Remarks are cut after this many characters.
const LONGEST: usize = 2000;

/// What a grader is given.
pub fn request(face: &Face, answer: &str) -> String {
    let request = Request {
        question: &face.question,
        points: points_of(&face.answer),
        answer,
        language: if face.lang == Lang::Zh { "zh" } else { "en" },
    };
    serde_json::to_string(&request).expect("texts are JSON")
}

/// What a grader printed; nothing when it is not what was asked for.
pub fn verdict(printed: &[u8]) -> Option<Verdict> {
    let reply: Reply = serde_json::from_slice(printed).ok()?;
    let grade = match reply.grade {
        Some(name) => Some(Grade::named(name.trim())?),
        None => None,
    };
    let remarks = markdown::clean(&reply.remarks.unwrap_or_default());
    Some(Verdict { grade, remarks: remarks.trim().chars().take(LONGEST).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_grader_prints_is_read_or_refused_whole_and_cleaned() {
        let verdict = |text: &str| super::verdict(text.as_bytes());
        for (printed, read) in [
            (r#"{"grade":"hard","remarks":"Say why."}"#, Some((Some(Grade::Hard), "Say why."))),
            (r#"{"remarks":"a\u001b[31mb\u202e"}"#, Some((None, "a[31mb"))),
            (r#"{"grade":null,"x":1}"#, Some((None, ""))),
            (r#"{"grade":"perfect"}"#, None),
            ("good", None),
            ("", None),
        ] {
            let read = read.map(|(grade, remarks)| Verdict { grade, remarks: remarks.to_owned() });
            assert_eq!(verdict(printed), read, "{printed}");
        }
        let long = format!(r#"{{"remarks":"{}"}}"#, "长".repeat(5000));
        assert_eq!(verdict(&long).unwrap().remarks.chars().count(), LONGEST);
    }
}
