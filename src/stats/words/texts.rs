//! Which texts there are; one missing in a language does not compile.

/// A heading, and what the figures below it count.
pub type Heading = (&'static str, &'static str);

/// The words in one language.
#[derive(Debug)]
pub struct Words {
    /// The code of the language, as HTML has it.
    pub code: &'static str,
    /// Heading of it all.
    pub title: &'static str,
    /// What holds for all figures.
    pub about: &'static str,
    /// Figures at a time.
    pub at: fn(&str) -> String,
    /// Only answers to cards of the chosen decks count.
    pub only_these: &'static str,
    /// Nothing to count yet.
    pub nothing: &'static str,
    /// The figures are being made.
    pub counting: &'static str,
    /// Names of the sections, in their order.
    pub sections: [&'static str; 10],

    /// The most important figures.
    pub summary: Heading,
    /// Cards by state.
    pub cards: Heading,
    /// Answers by grade.
    pub grades: Heading,
    /// A year of days.
    pub calendar: Heading,
    /// Hours of the clock.
    pub hours: Heading,
    /// The last days.
    pub days: Heading,
    /// The last weeks.
    pub weeks: Heading,
    /// The last months.
    pub months: Heading,
    /// Sums of the forecast.
    pub forecast_sums: Heading,
    /// The coming days.
    pub forecast: Heading,
    /// True retention over the whole log.
    pub retention: Heading,
    /// True retention by day.
    pub retention_days: Heading,
    /// True retention by week.
    pub retention_weeks: Heading,
    /// True retention by month.
    pub retention_months: Heading,
    /// Decks.
    pub decks: Heading,
    /// Topics.
    pub topics: Heading,
    /// Cards by stability.
    pub stability: Heading,
    /// Cards by difficulty.
    pub difficulty: Heading,
    /// Cards by recall now.
    pub retrievability: Heading,
    /// The hardest cards.
    pub hardest: Heading,
    /// Leeches.
    pub leeches: Heading,
    /// How well recall was predicted.
    pub calibration_summary: Heading,
    /// Predicted against actual recall.
    pub calibration: Heading,
    /// The learner's own prediction.
    pub confidence: Heading,
    /// Towards the interview.
    pub readiness_summary: Heading,
    /// Readiness day by day.
    pub readiness: Heading,
    /// No date was set.
    pub no_date: &'static str,

    /// Names of the figures of the summary, in their order.
    pub summary_rows: [&'static str; 13],
    /// Names of the states: without answer, new, learning, young, mature, relearning, suspended, flagged.
    pub states: [&'static str; 8],
    /// Names of the grades, worst first.
    pub grade_names: [&'static str; 4],
    /// Names of the confidences, least first.
    pub confidences: [&'static str; 4],
    /// Young, mature, all.
    pub ages: [&'static str; 3],
    /// A number of coming days.
    pub next_days: fn(usize) -> String,
    /// Names of the figures of calibration: predicted, actual, log loss, log loss of the mean, RMSE.
    pub calibration_rows: [&'static str; 5],
    /// Names of the figures of readiness: date, days left, expected, cards.
    pub readiness_rows: [&'static str; 4],
    /// What would give a table, by its key, that has nothing to say yet.
    pub missing: fn(&str) -> &'static str,
    /// What would give a figure that is missing.
    pub missing_figure: &'static str,
    /// Short names of the days of a week, from Monday.
    pub weekdays: [&'static str; 7],
    /// A table that can be unfolded, with its number of rows.
    pub rows: fn(usize) -> String,
    /// A deck's cards below no heading.
    pub no_topic: &'static str,

    /// Columns.
    pub columns: Columns,
}

/// Titles of columns.
#[derive(Debug)]
pub struct Columns {
    /// What a figure is.
    pub figure: &'static str,
    /// Its value.
    pub value: &'static str,
    /// A state of cards.
    pub state: &'static str,
    /// Cards.
    pub cards: &'static str,
    /// A grade.
    pub grade: &'static str,
    /// Answers.
    pub answers: &'static str,
    /// A share of a whole.
    pub share: &'static str,
    /// A day.
    pub day: &'static str,
    /// A week, by its Monday.
    pub week: &'static str,
    /// A month.
    pub month: &'static str,
    /// An hour.
    pub hour: &'static str,
    /// Days with an answer.
    pub studied: &'static str,
    /// New cards.
    pub new: &'static str,
    /// Minutes.
    pub minutes: &'static str,
    /// Due cards.
    pub due: &'static str,
    /// Which days.
    pub days: &'static str,
    /// The age of a memory.
    pub age: &'static str,
    /// Recalled answers.
    pub recalled: &'static str,
    /// Of how many.
    pub of: &'static str,
    /// The share recalled.
    pub recall: &'static str,
    /// The least it may be.
    pub low: &'static str,
    /// The most it may be.
    pub high: &'static str,
    /// The share recalled of young cards.
    pub young: &'static str,
    /// The share recalled of mature cards.
    pub mature: &'static str,
    /// A deck.
    pub deck: &'static str,
    /// A topic.
    pub topic: &'static str,
    /// Seen cards.
    pub seen: &'static str,
    /// Expected recall now of the seen cards.
    pub now: &'static str,
    /// The least of a range.
    pub from: &'static str,
    /// The most of a range.
    pub to: &'static str,
    /// A question.
    pub question: &'static str,
    /// Difficulty.
    pub difficulty: &'static str,
    /// Stability in days.
    pub stability: &'static str,
    /// Times forgotten.
    pub lapses: &'static str,
    /// Predicted recall.
    pub predicted: &'static str,
    /// Actual recall.
    pub actual: &'static str,
    /// How sure the learner was.
    pub confidence: &'static str,
    /// Cards expected to be recalled.
    pub expected: &'static str,
}
