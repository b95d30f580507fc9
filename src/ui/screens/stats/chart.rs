//! Charts of a table as lines of text, drawn by ratatui's widgets where they serve. Nothing in them is
//! told by colour alone: height, place and marks tell it.

use super::paper::Paper;
use crate::day::Day;
use crate::stats::table::{Cell, Chart, Table};
use crate::ui::widgets::{gauge, last_cells, pad, shorten};
use chrono::Weekday;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Axis, Bar, BarChart, BarGroup, Chart as Plot, Dataset, GraphType, Widget};
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

/// More bars than this stand upright side by side; fewer lie, with their names.
const LYING: usize = 12;
/// Height of upright bars.
const UPRIGHT: u16 = 6;

pub(super) fn lines(chart: Chart, table: &Table, paper: &Paper<'_>) -> Vec<Line<'static>> {
    let mut lines = match chart {
        Chart::Bars(column) if table.rows.len() <= LYING => lying(table, column, paper),
        Chart::Bars(column) => upright(table, column, paper),
        Chart::Line(column) => line(table, column, paper),
        Chart::Calendar(column) => calendar(table, column, paper),
        Chart::Ranges(share, low, high) => ranges(table, [share, low, high], paper),
        Chart::Against(predicted, actual, _) => against(table, predicted, actual, paper),
    };
    // Of several charts each says what it counts; upright bars do so themselves.
    if let Chart::Bars(column) | Chart::Line(column) = chart
        && table.charts.len() > 1
        && !(matches!(chart, Chart::Bars(_)) && table.rows.len() > LYING)
    {
        lines.insert(0, Line::styled(table.columns[column].1, paper.look.theme.dim));
    }
    lines
}

/// A widget drawn on lines of its own.
fn drawn(widget: impl Widget, width: u16, height: u16) -> Vec<Line<'static>> {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    widget.render(area, &mut buffer);
    (0..height).map(|y| row(&buffer, y)).collect()
}

/// A row of cells as a line; neighbours of one style are one span.
fn row(buffer: &Buffer, y: u16) -> Line<'static> {
    let mut spans: Vec<(String, Style)> = Vec::new();
    let mut hidden = 0;
    for x in 0..buffer.area.width {
        let cell = &buffer[(x, y)];
        // A wide letter covers the cell behind it.
        if hidden > 0 {
            hidden -= 1;
            continue;
        }
        hidden = cell.symbol().width().saturating_sub(1);
        match spans.last_mut() {
            Some((text, style)) if *style == cell.style() => text.push_str(cell.symbol()),
            _ => spans.push((cell.symbol().to_owned(), cell.style())),
        }
    }
    Line::from_iter(spans.into_iter().map(|(text, style)| Span::styled(text, style)))
}

/// A height in a bar chart, which has whole numbers only.
fn whole(cell: &Cell) -> u64 {
    (cell.number().unwrap_or(0.0) * 100.0).round().max(0.0) as u64
}

/// Names on the left, bars, figures on the right.
fn lying(table: &Table, column: usize, paper: &Paper<'_>) -> Vec<Line<'static>> {
    let theme = &paper.look.theme;
    let names: Vec<String> = (0..table.rows.len()).map(|row| table.name(row)).collect();
    let width = usize::from(paper.width);
    let names = apart(&names, width / 3, width * 3 / 5);
    let left = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let right = table.rows.iter().map(|row| row[column].shown().width()).max().unwrap_or(0);
    let room = width.saturating_sub(left + right + 2).max(1);
    let most = table.rows.iter().map(|row| whole(&row[column])).max().unwrap_or(0).max(1);
    let lines = names.iter().zip(&table.rows).map(|(name, row)| {
        let share = whole(&row[column]) as f32 / most as f32;
        let figure = row[column].shown();
        let figure = format!(" {}{figure}", " ".repeat(right - figure.width()));
        Line::from(vec![
            Span::styled(format!("{} ", pad(name, left)), theme.text),
            gauge::bar(share, room, theme.marker, paper.look),
            Span::styled(figure, theme.text),
        ])
    });
    lines.collect()
}

/// Names as they fit into a width: where two would look alike, with more room, or with their ends instead of their
/// beginnings.
fn apart(names: &[String], usual: usize, most: usize) -> Vec<String> {
    let different: HashSet<&String> = names.iter().collect();
    let is_apart = |short: &[String]| short.iter().collect::<HashSet<_>>().len() == different.len();
    let cut = |room: usize| names.iter().map(|name| shorten(name, room)).collect::<Vec<_>>();
    let short = cut(usual);
    if is_apart(&short) {
        return short;
    }
    let longer = (usual + 1..=most).map(cut).find(|short| is_apart(short));
    longer.unwrap_or_else(|| {
        let ends = |name: &String| match name.width() > most {
            true => format!("…{}", last_cells(name, most.saturating_sub(1))),
            false => name.clone(),
        };
        names.iter().map(ends).collect()
    })
}

/// Bars side by side: the first that fit, with the most they reach and the ends of their row.
fn upright(table: &Table, column: usize, paper: &Paper<'_>) -> Vec<Line<'static>> {
    let theme = &paper.look.theme;
    let room = usize::from(paper.width);
    let rows = &table.rows[..table.rows.len().min(room)];
    let each = (room / rows.len()).clamp(1, 4);
    let gap = usize::from(each > 1);
    let bars: Vec<Bar<'_>> =
        rows.iter().map(|row| Bar::default().value(whole(&row[column])).text_value(String::new())).collect();
    let used = rows.len() * each - gap;
    let most =
        rows.iter().max_by_key(|row| whole(&row[column])).map_or(String::new(), |row| row[column].shown());
    let chart = BarChart::default()
        .bar_width((each - gap) as u16)
        .bar_gap(gap as u16)
        .bar_style(theme.marker)
        .data(BarGroup::default().bars(&bars));
    let mut lines = vec![Line::from(vec![
        Span::styled(table.columns[column].1.to_owned(), theme.strong),
        Span::styled(format!("  ≤ {most}"), theme.dim),
    ])];
    lines.extend(drawn(chart, used as u16, UPRIGHT));
    lines.push(Line::styled(ends(rows, used), theme.dim));
    lines
}

/// The first label at the left end, the last one at the right.
fn ends(rows: &[Vec<Cell>], width: usize) -> String {
    let label = |row: Option<&Vec<Cell>>| row.map_or(String::new(), |row| row[0].shown());
    let (first, last) = (label(rows.first()), label(rows.last()));
    let gap = width.saturating_sub(first.width() + last.width());
    if gap == 0 { first } else { format!("{first}{}{last}", " ".repeat(gap)) }
}

fn height_of(paper: &Paper<'_>, most: u16) -> u16 {
    paper.height.saturating_sub(3).clamp(6, most)
}

fn line(table: &Table, column: usize, paper: &Paper<'_>) -> Vec<Line<'static>> {
    let theme = &paper.look.theme;
    let figures = table.rows.iter().map(|row| row[column].number());
    let places = table.places().into_iter().zip(figures);
    let points = thinned(places.filter_map(|(x, y)| Some((x, y?))), paper.width);
    let is_share = table.rows.iter().any(|row| matches!(row[column], Cell::Share(_)));
    let extreme = |from: f64, pick: fn(f64, f64) -> f64| points.iter().map(|(_, y)| *y).fold(from, pick);
    let (least, most) = match is_share {
        true => ((extreme(0.8, f64::min) * 10.0).floor() / 10.0, 1.0),
        false => (0.0, extreme(1.0, f64::max)),
    };
    let shown = |value: f64| if is_share { format!("{:.0}%", value * 100.0) } else { format!("{value:.0}") };
    let labels = [least, f64::midpoint(least, most), most].map(shown);
    let label = |row: Option<&Vec<Cell>>| row.map_or(String::new(), |row| row[0].shown());
    let sets = vec![
        Dataset::default()
            .marker(Marker::Braille)
            .graph_type(GraphType::Line)
            .style(theme.marker)
            .data(&points),
        Dataset::default()
            .marker(Marker::Dot)
            .graph_type(GraphType::Scatter)
            .style(theme.marker)
            .data(&points),
    ];
    let plot = Plot::new(sets)
        .x_axis(
            Axis::default()
                .style(theme.rule)
                .bounds([0.0, 1.0])
                .labels([label(table.rows.first()), label(table.rows.last())]),
        )
        .y_axis(Axis::default().style(theme.rule).bounds([least, most]).labels(labels))
        .legend_position(None);
    drawn(plot, paper.width, height_of(paper, 12))
}

/// The last point of each half of a column: a cell shows no more, and years have thousands of days.
fn thinned(points: impl Iterator<Item = (f64, f64)>, width: u16) -> Vec<(f64, f64)> {
    let halves = f64::from(width) * 2.0;
    let mut thin: Vec<(f64, f64)> = Vec::new();
    for point in points {
        let half = |x: f64| (x * halves) as u32;
        match thin.last_mut().filter(|last| half(last.0) == half(point.0)) {
            Some(last) => *last = point,
            None => thin.push(point),
        }
    }
    thin
}

fn against(table: &Table, predicted: usize, actual: usize, paper: &Paper<'_>) -> Vec<Line<'static>> {
    let theme = &paper.look.theme;
    let points: Vec<(f64, f64)> =
        table.rows.iter().filter_map(|row| Some((row[predicted].number()?, row[actual].number()?))).collect();
    let least = points.iter().map(|(x, y)| x.min(*y)).fold(0.8, f64::min);
    let least = (least * 10.0).floor() / 10.0;
    let diagonal: Vec<(f64, f64)> = vec![(least, least), (1.0, 1.0)];
    let shown = |value: f64| format!("{:.0}%", value * 100.0);
    let labels = [least, f64::midpoint(least, 1.0), 1.0].map(shown);
    let sets = vec![
        Dataset::default()
            .marker(Marker::Braille)
            .graph_type(GraphType::Line)
            .style(theme.rule)
            .data(&diagonal),
        Dataset::default()
            .marker(Marker::Dot)
            .graph_type(GraphType::Scatter)
            .style(theme.strong)
            .data(&points),
    ];
    let axis = |column: usize| {
        let axis = Axis::default().style(theme.rule).bounds([least, 1.0]).labels(labels.clone());
        axis.title(table.columns[column].1)
    };
    let plot = Plot::new(sets).x_axis(axis(predicted)).y_axis(axis(actual)).legend_position(None);
    drawn(plot, paper.width.min(64), height_of(paper, 14))
}

/// How full a square of the calendar is.
const LEVELS: [&str; 5] = ["·", "░", "▒", "▓", "█"];

/// A column a week, a line a day of the week, as many weeks as fit.
fn calendar(table: &Table, column: usize, paper: &Paper<'_>) -> Vec<Line<'static>> {
    let theme = &paper.look.theme;
    let week = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
    let names: Vec<&str> = week.map(|day| (paper.look.words.stats.weekday)(day)).collect();
    let left = names.iter().map(|name| name.width()).max().unwrap_or(0) + 1;
    let weeks = usize::from(paper.width).saturating_sub(left).clamp(1, 53);
    let today = paper.figures.day;
    let monday = today.plus(-i64::from((today.0 + 3).rem_euclid(7)));
    let day =
        |week: usize, weekday: usize| monday.plus(-7 * (weeks as i64 - 1 - week as i64) + weekday as i64);
    let values: std::collections::HashMap<Day, u64> = table
        .rows
        .iter()
        .filter_map(|row| match (&row[0], &row[column]) {
            (Cell::Day(day), Cell::Count(count)) => Some((*day, *count)),
            _ => None,
        })
        .collect();
    let most = values.values().copied().max().unwrap_or(1).max(1);
    let level = |value: u64| if value == 0 { 0 } else { (value * 4).div_ceil(most) as usize };
    let mut lines = vec![Line::styled(months(&|week| day(week, 0), weeks, left), theme.dim)];
    for (weekday, name) in names.iter().enumerate() {
        let mut spans = vec![Span::styled(pad(name, left), theme.dim)];
        for week in 0..weeks {
            let day = day(week, weekday);
            let level = level(values.get(&day).copied().unwrap_or(0));
            let style = if level == 0 { theme.dim } else { theme.right };
            let mark = if day > today { " " } else { LEVELS[level] };
            spans.push(Span::styled(mark, style));
        }
        lines.push(Line::from(spans));
    }
    let legend = (1..=4).map(|level| format!("{} ≤ {}", LEVELS[level], most * level as u64 / 4));
    let legend: Vec<String> = std::iter::once(format!("{} 0", LEVELS[0])).chain(legend).collect();
    lines.push(Line::styled(legend.join("  "), theme.dim));
    lines
}

/// The numbers of the months above the weeks in which they begin.
fn months(monday: &dyn Fn(usize) -> Day, weeks: usize, left: usize) -> String {
    let mut text = " ".repeat(left);
    for week in 0..weeks {
        let first = (0..7).map(|day| monday(week).plus(day)).find(|day| day.to_string().ends_with("-01"));
        if let Some(first) = first.filter(|_| text.len() <= left + week) {
            text.push_str(&" ".repeat(left + week - text.len()));
            text.push_str(first.to_string()[5..7].trim_start_matches('0'));
        }
    }
    text
}

/// A line a row: its name, the range of its share, the share.
fn ranges(table: &Table, [share, low, high]: [usize; 3], paper: &Paper<'_>) -> Vec<Line<'static>> {
    let theme = &paper.look.theme;
    let width = usize::from(paper.width);
    let names: Vec<String> = table.rows.iter().map(|row| row[0].shown()).collect();
    let names = apart(&names, width * 2 / 5, width * 3 / 5);
    let left = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let room = width.saturating_sub(left + 8).max(5);
    let place = |value: f64| (value * (room - 1) as f64).round() as usize;
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (row, name) in table.rows.iter().zip(&names) {
        let known = (row[share].number(), row[low].number(), row[high].number());
        let cells: String = match known {
            (Some(share), Some(low), Some(high)) => {
                let (share, low, high) = (place(share), place(low), place(high));
                let cell = |at: usize| match at {
                    _ if at == share => '┼',
                    _ if at == low => '├',
                    _ if at == high => '┤',
                    _ if (low..high).contains(&at) => '─',
                    _ => ' ',
                };
                (0..room).map(cell).collect()
            }
            _ => " ".repeat(room),
        };
        let figure = row[share].shown();
        let air = " ".repeat(7usize.saturating_sub(figure.width()));
        lines.push(Line::from(vec![
            Span::styled(format!("{} ", pad(name, left)), theme.text),
            Span::styled(cells, theme.marker),
            Span::styled(format!("{air}{figure}"), theme.text),
        ]));
    }
    let scale = format!("{}0%{}100%", " ".repeat(left + 1), " ".repeat(room.saturating_sub(6)));
    lines.push(Line::styled(scale, theme.dim));
    lines
}
