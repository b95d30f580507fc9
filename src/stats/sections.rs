//! The figures as tables: one list that the screen, the command and the reports all show.
//!
//! A section is a row in [`SECTIONS`].

use super::table::{Cell, Chart, Table, count, share, table, text};
use super::{Bin, GroupFigures, Hard, Period, Rate, Stats, period};
use crate::card::Grade;
use crate::day::Day;
use crate::markdown;
use crate::messages::{Heading, Messages, StatsMessages};
use std::collections::BTreeMap;

/// Tables that belong together.
pub struct StatsSection {
    /// Its key in exports.
    pub key: &'static str,
    title: fn(&StatsMessages) -> &'static str,
    make: fn(&Stats, &'static Messages) -> Vec<Table>,
}

/// All sections.
pub const SECTIONS: [StatsSection; 10] = [
    StatsSection { key: "overview", title: |words| words.title_of_overview, make: overview },
    StatsSection { key: "calendar", title: |words| words.title_of_calendar, make: calendar },
    StatsSection { key: "activity", title: |words| words.title_of_activity, make: activity },
    StatsSection { key: "forecast", title: |words| words.title_of_forecast, make: forecast },
    StatsSection { key: "retention", title: |words| words.title_of_retention, make: retention },
    StatsSection { key: "topics", title: |words| words.title_of_topics, make: topics },
    StatsSection { key: "memory", title: |words| words.title_of_memory, make: memory },
    StatsSection { key: "hard", title: |words| words.title_of_hard, make: hard },
    StatsSection { key: "calibration", title: |words| words.title_of_calibration, make: calibration },
    StatsSection { key: "readiness", title: |words| words.title_of_readiness, make: readiness },
];

impl StatsSection {
    /// Its title.
    pub fn title(&self, words: &Messages) -> &'static str {
        (self.title)(words.stats)
    }

    /// Its tables.
    pub fn tables(&self, stats: &Stats, words: &'static Messages) -> Vec<Table> {
        (self.make)(stats, words)
    }
}

/// Five cells: recalled, of, share and its range.
fn rate(rate: Rate) -> [Cell; 5] {
    let bounds = rate.bounds();
    [
        count(rate.recalled),
        count(rate.of),
        share(rate.share()),
        share(bounds.map(|(low, _)| low)),
        share(bounds.map(|(_, high)| high)),
    ]
}

fn rate_columns(words: &Messages) -> [(&'static str, &'static str); 5] {
    let names = &words.stats.columns;
    [
        ("recalled", names.recalled),
        ("of", names.of),
        ("recall", names.recall),
        ("low", names.low),
        ("high", names.high),
    ]
}

/// A table of one figure a row.
fn figures(key: &'static str, heading: Heading, words: &Messages, rows: Vec<(&'static str, Cell)>) -> Table {
    let columns = [("figure", words.stats.columns.figure), ("value", words.stats.columns.value)];
    table(key, heading, &columns).rows(rows.into_iter().map(|(name, value)| vec![text(name), value]))
}

fn overview(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let (today, streak, names) = (&stats.today, &stats.streak, words.stats);
    let ms: u64 = stats.days.iter().map(|day| day.ms).sum();
    let grades = Grade::ALL.map(|grade| (grade, stats.grades.of(grade)));
    let answers: u32 = grades.iter().map(|(_, answers)| answers).sum();
    let rows = vec![
        (names.answers_today, count(today.answers)),
        (names.cards_today, count(today.cards)),
        (names.new_today, count(today.new)),
        (names.minutes_today, Cell::Number(today.ms as f64 / 60_000.0, 1)),
        (names.recall_today, share(today.recall.share())),
        (names.waiting, count(today.waiting_new + today.waiting_learning + today.waiting_due)),
        (names.waiting_minutes, count(today.waiting_minutes)),
        (names.streak, count(streak.days)),
        (names.longest_streak, count(streak.longest)),
        (names.days_studied, count(streak.studied)),
        (names.all_answers, count(answers)),
        (names.all_hours, Cell::Number(ms as f64 / 3_600_000.0, 1)),
        (names.recalled_now, Cell::Number(stats.cards.expected, 1)),
    ];
    let summary = figures("summary", names.summary, words, rows).brief().trends(trends(stats));
    let cards = &stats.cards;
    let states = [
        (names.state_unanswered, cards.unanswered),
        (names.state_new, cards.new - cards.closed),
        (names.state_closed, cards.closed),
        (names.state_learning, cards.learning),
        (names.state_young, cards.young),
        (names.state_mature, cards.mature),
        (names.state_relearning, cards.relearning),
        (names.state_suspended, cards.suspended),
        (names.state_flagged, cards.flagged),
    ];
    let columns = [("state", words.stats.columns.state), ("cards", words.stats.columns.cards)];
    let states = states.into_iter().map(|(name, cards)| vec![text(name), count(cards)]);
    let cards = table("cards", words.stats.cards, &columns).rows(states).charts(&[Chart::Bars(1)]);
    let columns = [
        ("grade", words.stats.columns.grade),
        ("answers", words.stats.columns.answers),
        ("share", words.stats.columns.share),
    ];
    let of_all = |part: u32| share((answers > 0).then(|| f64::from(part) / f64::from(answers)));
    let grades = grades
        .into_iter()
        .map(|(grade, answers)| vec![text((words.names.grade)(grade)), count(answers), of_all(answers)]);
    let grades = table("grades", words.stats.grades, &columns).rows(grades).charts(&[Chart::Bars(1)]);
    vec![summary, cards, grades]
}

/// How figures of the summary were on the days before, or will be, in the order of its rows.
fn trends(stats: &Stats) -> Vec<Vec<f64>> {
    const DAYS: usize = 14;
    let days = last(&stats.days, stats.day, DAYS, |day| day.plus(-1));
    let was = |of: fn(&Period) -> f64| days.iter().map(of).collect::<Vec<f64>>();
    let will = |of: fn(&super::Ahead) -> f64| stats.forecast.iter().take(DAYS).map(of).collect::<Vec<f64>>();
    vec![
        was(|day| day.answers.into()),
        Vec::new(),
        was(|day| day.new.into()),
        was(Period::minutes),
        Vec::new(),
        will(|day| day.answers.into()),
        will(|day| day.minutes),
    ]
}

fn calendar(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let columns = [("day", names.day), ("answers", names.answers), ("minutes", names.minutes)];
    let first = period::week_of(stats.day).plus(-52 * 7);
    let days = stats.days.iter().filter(|day| (first..=stats.day).contains(&day.from));
    let rows = days.map(|day| vec![Cell::Day(day.from), count(day.answers), Cell::Number(day.minutes(), 1)]);
    let calendar = table("calendar", words.stats.calendar, &columns).rows(rows).charts(&[Chart::Calendar(1)]);
    let mut columns = vec![("hour", names.hour), ("answers", names.answers)];
    columns.extend(rate_columns(words));
    let rows = stats.hours.iter().map(|hour| {
        let mut cells = vec![text(format!("{:02}", hour.hour)), count(hour.answers)];
        cells.extend(rate(hour.recall));
        cells
    });
    vec![calendar, table("hours", words.stats.hours, &columns).rows(rows).charts(&[Chart::Bars(1)])]
}

/// The last periods up to today, with empty ones where nothing was answered.
fn last(periods: &[Period], until: Day, count: usize, before: fn(Day) -> Day) -> Vec<Period> {
    let known: BTreeMap<Day, &Period> = periods.iter().map(|period| (period.from, period)).collect();
    let Some(oldest) = periods.first().map(|period| period.from) else { return Vec::new() };
    let from = std::iter::successors(Some(until), |from| Some(before(*from)));
    let from = from.take(count).take_while(|from| *from >= oldest);
    let mut last: Vec<Period> =
        from.map(|from| known.get(&from).map_or(Period::new(from), |period| (*period).clone())).collect();
    last.reverse();
    last
}

/// The last 30 days, 26 weeks and 24 months, with the words for them.
fn spans(stats: &Stats, words: &Messages) -> [(Vec<Period>, (&'static str, &'static str)); 3] {
    let names = &words.stats.columns;
    let today = stats.day;
    let days = last(&stats.days, today, 30, |day| day.plus(-1));
    let weeks = last(&stats.weeks, period::week_of(today), 26, |week| week.plus(-7));
    let months = last(&stats.months, period::month_of(today), 24, |month| period::month_of(month.plus(-1)));
    [(days, ("day", names.day)), (weeks, ("week", names.week)), (months, ("month", names.month))]
}

/// A period by its first day; a month without the day.
fn label(from: Day, key: &str) -> Cell {
    if key == "month" { text(&from.to_string()[..7]) } else { Cell::Day(from) }
}

fn activity(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let keys = ["days", "weeks", "months"];
    let headings = [words.stats.days, words.stats.weeks, words.stats.months];
    let tables = spans(stats, words).into_iter().zip(keys).zip(headings);
    let table = |(((periods, first), key), heading): (((Vec<Period>, _), _), Heading)| {
        let first: (&'static str, &'static str) = first;
        let mut columns = vec![
            first,
            ("answers", names.answers),
            ("minutes", names.minutes),
            ("new", names.new),
            ("studied", names.studied),
        ];
        // How many of its days a day was studied is no figure.
        columns.truncate(if first.0 == "day" { 4 } else { 5 });
        let rows = periods.iter().map(|period| {
            let mut cells = vec![
                label(period.from, first.0),
                count(period.answers),
                Cell::Number(period.minutes(), 1),
                count(period.new),
                count(period.studied),
            ];
            cells.truncate(columns.len());
            cells
        });
        table(key, heading, &columns).rows(rows).charts(&[Chart::Bars(1), Chart::Bars(2)])
    };
    tables.map(table).collect()
}

fn forecast(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let rest = [("due", names.due), ("answers", names.answers), ("minutes", names.minutes)];
    let columns = [&[("days", names.days)], &rest[..]].concat();
    let sums = [1, 7, 30, 90].map(|days: usize| {
        let ahead = stats.forecast.iter().take(days);
        let minutes = ahead.clone().map(|day| day.minutes).sum();
        let sum =
            |of: fn(&super::Ahead) -> u32| Cell::Count(ahead.clone().map(|day| u64::from(of(day))).sum());
        vec![
            text((words.stats.next_days)(days)),
            sum(|day| day.due),
            sum(|day| day.answers),
            Cell::Number(minutes, 0),
        ]
    });
    let sums = table("forecast_sums", words.stats.forecast_sums, &columns).rows(sums.into_iter()).brief();
    let columns = [&[("day", names.day)], &rest[..]].concat();
    let rows = stats.forecast.iter().map(|ahead| {
        vec![Cell::Day(ahead.day), count(ahead.due), count(ahead.answers), Cell::Number(ahead.minutes, 1)]
    });
    let days = table("forecast", words.stats.forecast, &columns).rows(rows);
    vec![sums, days.charts(&[Chart::Bars(1), Chart::Bars(3)])]
}

fn retention(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let all = &stats.retention;
    let columns = [&[("age", names.age)], &rate_columns(words)[..]].concat();
    let rows = [
        (words.stats.age_young, all.young),
        (words.stats.age_mature, all.mature),
        (words.stats.age_all, all.all),
    ];
    let rows = rows.into_iter().map(|(name, of)| [vec![text(name)], rate(of).into()].concat());
    let whole = table("retention", words.stats.retention, &columns).rows(rows).brief();
    let keys = ["retention_days", "retention_weeks", "retention_months"];
    let headings = [words.stats.retention_days, words.stats.retention_weeks, words.stats.retention_months];
    let by_span = spans(stats, words).into_iter().zip(keys).zip(headings);
    let by_span = by_span.map(|(((periods, first), key), heading)| {
        let mut columns = [&[first], &rate_columns(words)[..]].concat();
        columns.extend([("young", names.young), ("mature", names.mature)]);
        let rows = periods.iter().map(|period| {
            let ages = [share(period.young.share()), share(period.mature.share())];
            [vec![label(period.from, first.0)], rate(period.recall).into(), ages.into()].concat()
        });
        table(key, heading, &columns).rows(rows).charts(&[Chart::Line(3)])
    });
    [whole.charts(&[Chart::Ranges(3, 4, 5)])].into_iter().chain(by_span).collect()
}

fn topics(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let group = |first: Vec<Cell>, group: &GroupFigures| {
        let now = (group.seen > 0).then(|| group.expected / f64::from(group.seen));
        [first, rate(group.recall).into(), vec![count(group.cards), count(group.seen), share(now)]].concat()
    };
    let rest = [("cards", names.cards), ("seen", names.seen), ("now", names.now)];
    let columns = [&[("deck", names.deck)], &rate_columns(words)[..], &rest].concat();
    let decks =
        stats.decks.iter().map(|deck| group(vec![Cell::Deck(deck.deck.clone(), deck.title.clone())], deck));
    let decks =
        table("decks", words.stats.decks, &columns).rows(decks).charts(&[Chart::Ranges(3, 4, 5)]).brief();
    let columns =
        [&[("topic", names.topic)], &rate_columns(words)[..], &rest, &[("deck", names.deck)]].concat();
    let topics = stats.topics.iter().map(|topic| {
        let headings: Vec<String> =
            topic.topic.iter().map(|heading| markdown::text(&markdown::inlines(heading))).collect();
        let name = if headings.is_empty() { words.stats.no_topic.to_owned() } else { headings.join(" › ") };
        [group(vec![text(name)], topic), vec![Cell::Deck(topic.deck.clone(), topic.title.clone())]].concat()
    });
    let topics = table("topics", words.stats.topics, &columns).rows(topics).charts(&[Chart::Ranges(3, 4, 5)]);
    vec![decks, topics]
}

fn memory(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let bins = |key, heading: Heading, bins: &[Bin], cell: fn(f64) -> Cell| {
        let columns = [("from", names.from), ("to", names.to), ("cards", names.cards)];
        let rows =
            bins.iter().map(|bin| vec![cell(bin.from), bin.to.map_or(Cell::None, cell), count(bin.cards)]);
        table(key, heading, &columns).rows(rows).charts(&[Chart::Bars(2)])
    };
    let whole = |number: f64| Cell::Number(number, 0);
    vec![
        bins("stability", words.stats.stability, &stats.stability, whole),
        bins("difficulty", words.stats.difficulty, &stats.difficulty, whole),
        bins("retrievability", words.stats.retrievability, &stats.retrievability, Cell::Edge),
    ]
}

fn hard(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let names = &words.stats.columns;
    let columns = [
        ("question", names.question),
        ("difficulty", names.difficulty),
        ("lapses", names.lapses),
        ("answers", names.answers),
        ("stability", names.stability),
        ("now", names.now),
        ("deck", names.deck),
    ];
    let row = |card: &Hard| {
        vec![
            Cell::Question(card.question.clone()),
            Cell::Number(card.difficulty.into(), 1),
            count(card.lapses),
            count(card.reps),
            Cell::Number(card.stability.into(), 1),
            Cell::Share(card.retrievability.into()),
            Cell::Deck(card.deck.clone(), card.title.clone()),
        ]
    };
    let hardest = table("hardest", words.stats.hardest, &columns).rows(stats.hardest.iter().map(row));
    // A long history may have made a leech of every card; nobody reads on for so long.
    let more = stats.leeches.len().saturating_sub(LISTED);
    let told =
        (more > 0).then(|| [vec![text(format!("… +{more}"))], vec![Cell::None; columns.len() - 1]].concat());
    let rows = stats.leeches.iter().take(LISTED).map(row).chain(told);
    vec![hardest, table("leeches", words.stats.leeches, &columns).rows(rows)]
}

/// Leeches that a table lists; `stats --json` has all of them.
const LISTED: usize = 200;

fn calibration(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let (names, known) = (&words.stats.columns, &stats.calibration);
    let number = |number: Option<f64>| number.map_or(Cell::None, |number| Cell::Number(number, 4));
    let rows = vec![
        (words.stats.predicted_recall, share(known.predicted)),
        (words.stats.actual_recall, share(known.recall.share())),
        (words.stats.log_loss, number(known.log_loss)),
        (words.stats.log_loss_of_mean, number(known.log_loss_of_mean)),
        (words.stats.rmse, number(known.rmse_bins)),
    ];
    let summary = figures("calibration_summary", words.stats.calibration_summary, words, rows).brief();
    let columns =
        [&[("from", names.from), ("to", names.to), ("predicted", names.predicted)], &rate_columns(words)[..]]
            .concat();
    let bins = known.bins.iter().filter(|bin| bin.recall.of > 0).map(|bin| {
        let first = vec![Cell::Edge(bin.from), Cell::Edge(bin.to), share(bin.predicted)];
        [first, rate(bin.recall).into()].concat()
    });
    let bins =
        table("calibration", words.stats.calibration, &columns).rows(bins).charts(&[Chart::Against(2, 5, 4)]);
    let columns = [&[("confidence", names.confidence)], &rate_columns(words)[..]].concat();
    let sure = stats.confidence.iter().map(|sure| {
        let name = (words.names.confidence)(sure.confidence);
        [vec![text(name)], rate(sure.recall).into()].concat()
    });
    let sure =
        table("confidence", words.stats.confidence, &columns).rows(sure).charts(&[Chart::Ranges(3, 4, 5)]);
    vec![summary, bins, sure]
}

fn readiness(stats: &Stats, words: &'static Messages) -> Vec<Table> {
    let Some(ready) = &stats.readiness else {
        return vec![figures(
            "readiness_summary",
            (words.stats.readiness_summary.0, words.stats.no_date),
            words,
            vec![],
        )];
    };
    let rows = vec![
        (words.stats.interview_date, Cell::Day(ready.date)),
        (words.stats.days_left, count(ready.days_left)),
        (words.stats.expected_recall, Cell::Number(ready.expected, 1)),
        (words.stats.cards_in_scope, count(ready.cards)),
    ];
    let summary = figures("readiness_summary", words.stats.readiness_summary, words, rows).brief();
    let columns = [("day", words.stats.columns.day), ("expected", words.stats.columns.expected)];
    let rows = ready.history.iter().map(|day| vec![Cell::Day(day.day), Cell::Number(day.expected, 1)]);
    let history = table("readiness", words.stats.readiness, &columns).rows(rows).charts(&[Chart::Line(1)]);
    vec![summary, history]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;
    use crate::day::{At, Calendar};
    use crate::desk::Desk;
    use crate::messages;

    /// The table of leeches of a history with so many of them.
    fn leeches(count: usize) -> Table {
        let leech = Hard {
            card: "a".to_owned(),
            deck: "d".to_owned(),
            title: "D".to_owned(),
            question: "Why?".to_owned(),
            difficulty: 9.0,
            stability: 1.0,
            retrievability: 0.5,
            reps: 20,
            lapses: 9,
        };
        let desk = Desk::new(Vec::new(), Calendar::utc(), At(0), Lang::En);
        let mut stats = Stats::of(&desk, true).unwrap();
        stats.leeches = vec![leech; count];
        hard(&stats, messages::of(Lang::En)).remove(1)
    }

    #[test]
    fn a_table_lists_so_many_leeches_and_tells_of_the_others() {
        assert_eq!(leeches(LISTED).rows.len(), LISTED);
        let long = leeches(LISTED + 7);
        assert_eq!((long.rows.len(), &long.rows[LISTED][0]), (LISTED + 1, &Cell::Text("… +7".to_owned())));
        assert!(long.rows.iter().all(|row| row.len() == long.columns.len()));
    }
}
