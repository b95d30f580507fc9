//! What a grader said, and what was measured of it, in words.

use crate::messages::{GradingMessages, Messages};
use crate::quiz::typed::grader::{GraderFailure, Trust, Verdict};
use crate::quiz::typed::marked::MarkedKind;
use crate::settings::GraderFigures;

/// Why a grader said nothing.
pub fn failure(failure: &GraderFailure, words: &GradingMessages) -> String {
    let with = |text: String, said: &str| match said.is_empty() {
        true => text,
        false => format!("{text}{}{said}", words.said),
    };
    match failure {
        GraderFailure::NoCommand(why) => (words.no_command)(why),
        GraderFailure::NotStarted { program, cause } => (words.not_started)(program, cause),
        GraderFailure::TimeUp { seconds, said } => with((words.time_up)(*seconds), said),
        GraderFailure::TooLong { bytes } => (words.too_long)(bytes / 1000),
        GraderFailure::NoVerdict { program, printed, said } if printed.is_empty() => {
            with((words.printed_nothing)(program), said)
        }
        GraderFailure::NoVerdict { program, printed, said } => {
            with((words.printed_else)(program, printed), said)
        }
        GraderFailure::OtherCount { judged, points } => (words.other_count)(*judged, *points),
        GraderFailure::Stopped => words.stopped.to_owned(),
    }
}

/// What a verdict says, in one line: the grade and the points.
pub fn verdict(verdict: &Verdict, is_ticked: bool, words: &Messages) -> String {
    let grading = words.grading;
    let mut parts = vec![grading.grader.to_owned()];
    let grade = if is_ticked { None } else { verdict.suggests() };
    parts.extend(grade.map(|grade| (words.names.grade)(grade).to_owned()));
    if let Some(covered) = verdict.covered() {
        let found = (1..).zip(covered).filter(|(_, said)| *said).map(|(at, _): (usize, bool)| at.to_string());
        let found = found.collect::<Vec<_>>().join(grading.between);
        parts.push(if is_ticked { (grading.ticked_them)(&found) } else { (grading.finds)(&found) });
    }
    parts.join(" · ")
}

/// What was measured of a grader in both languages, and when.
pub fn measured(day: &str, english: Trust<'_>, chinese: Trust<'_>, words: &GradingMessages) -> String {
    (words.measured)(day, &trust(english, words), &trust(chinese, words))
}

fn trust(trust: Trust<'_>, words: &GradingMessages) -> String {
    let share = |figures: &GraderFigures| {
        figures.agreement().map_or("–".to_owned(), |share| format!("{:.0}%", share * 100.0))
    };
    match trust {
        Trust::Unknown(None) => words.is_unknown.to_owned(),
        Trust::Unknown(Some(figures)) => (words.is_few)(&share(figures)),
        Trust::Low(figures) => (words.is_low)(&share(figures)),
        Trust::Measured(figures) => (words.is_enough)(&share(figures)),
    }
}

/// What follows from a measurement in a language.
pub fn follows(language: &str, trust: Trust<'_>, words: &GradingMessages) -> String {
    match trust {
        Trust::Measured(_) => (words.now_ticks)(language),
        Trust::Low(_) => (words.now_low)(language),
        Trust::Unknown(_) => (words.now_few)(language),
    }
}

/// The name of a kind of answers.
pub fn kind(kind: MarkedKind, words: &GradingMessages) -> &'static str {
    match kind {
        MarkedKind::Right => words.kind_right,
        MarkedKind::Partial => words.kind_partial,
        MarkedKind::Vague => words.kind_vague,
        MarkedKind::Wrong => words.kind_wrong,
        MarkedKind::Denied => words.kind_denied,
        MarkedKind::Raised => words.kind_raised,
        MarkedKind::Sorted => words.kind_sorted,
        MarkedKind::Listed => words.kind_listed,
        MarkedKind::Ordered => words.kind_ordered,
    }
}

/// A row of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureRow {
    /// Marked answers and their points.
    Answers,
    /// Agreement with the reader.
    Agreement,
    /// What agreeing by never crediting anything would come to.
    None,
    /// Precision of credited points.
    Precision,
    /// Recall of covered points.
    Recall,
    /// Cohen's kappa.
    Kappa,
    /// Contradicted points that were credited.
    Contradicted,
    /// Points of cheats that were credited.
    Cheats,
    /// Answers without a usable reply.
    Failed,
    /// Seconds for one answer.
    Seconds,
}

impl FigureRow {
    /// All rows, in their order.
    pub const ALL: [FigureRow; 10] = [
        FigureRow::Answers,
        FigureRow::Agreement,
        FigureRow::None,
        FigureRow::Precision,
        FigureRow::Recall,
        FigureRow::Kappa,
        FigureRow::Contradicted,
        FigureRow::Cheats,
        FigureRow::Failed,
        FigureRow::Seconds,
    ];

    /// Its name.
    pub fn name(self, words: &GradingMessages) -> &'static str {
        match self {
            FigureRow::Answers => words.row_answers,
            FigureRow::Agreement => words.row_agreement,
            FigureRow::None => words.row_none,
            FigureRow::Precision => words.row_precision,
            FigureRow::Recall => words.row_recall,
            FigureRow::Kappa => words.row_kappa,
            FigureRow::Contradicted => words.row_contradicted,
            FigureRow::Cheats => words.row_cheats,
            FigureRow::Failed => words.row_failed,
            FigureRow::Seconds => words.row_seconds,
        }
    }

    /// Its value.
    pub fn value(self, figures: &GraderFigures) -> String {
        let percent =
            |share: Option<f64>| share.map_or("–".to_owned(), |share| format!("{:.1}%", share * 100.0));
        let number = |number: Option<f64>, digits: usize| {
            number.map_or("–".to_owned(), |number| format!("{number:.digits$}"))
        };
        match self {
            FigureRow::Answers => format!("{} ({})", figures.answers, figures.points),
            FigureRow::Agreement => percent(figures.agreement()),
            FigureRow::None => percent(figures.agreement_of_none()),
            FigureRow::Precision => percent(figures.precision()),
            FigureRow::Recall => percent(figures.recall()),
            FigureRow::Kappa => number(figures.kappa(), 2),
            FigureRow::Contradicted => {
                format!("{} / {}", figures.contradicted_credited, figures.contradicted)
            }
            FigureRow::Cheats => format!("{} / {}", figures.cheats_credited, figures.cheats),
            FigureRow::Failed => figures.failed.to_string(),
            FigureRow::Seconds => number(figures.seconds(), 1),
        }
    }
}
