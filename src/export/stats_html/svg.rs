//! Charts as inline SVG: shapes and text with classes; the style sheet of the page has the colours.

use crate::day::Day;
use crate::stats::table::{Cell, Chart, Table};
use maud::{Markup, html};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width of every chart in its own units; a letter is about 11 of them high.
const WIDTH: f64 = 440.0;
const LEFT: f64 = 40.0;
const TOP: f64 = 8.0;
/// Room below the axis for its labels.
const BOTTOM: f64 = 18.0;

/// More bars than this stand upright side by side; fewer lie, with their names.
const LYING: usize = 12;

pub(super) fn chart(chart: Chart, table: &Table, today: Day) -> Markup {
    match chart {
        Chart::Bars(column) if table.rows.len() <= LYING => lying(table, column),
        Chart::Bars(column) => bars(table, column),
        Chart::Line(column) => line(table, column),
        Chart::Calendar(column) => calendar(table, column, today),
        Chart::Ranges(share, low, high) => ranges(table, share, low, high),
        Chart::Against(predicted, actual, of) => against(table, predicted, actual, of),
    }
}

fn svg(height: f64, table: &Table, column: usize, body: &Markup) -> Markup {
    let label = format!("{}: {}", table.heading.0, table.columns[column].1);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {height}")) role="img"
            aria-label=(label) { (body) }
    }
}

/// The vertical scale: what is at the bottom, what is at the top, and how the labels look.
struct Scale {
    least: f64,
    most: f64,
    height: f64,
    is_share: bool,
}

impl Scale {
    fn of(table: &Table, column: usize, height: f64) -> Scale {
        let values: Vec<f64> = table.rows.iter().filter_map(|row| row[column].number()).collect();
        let is_share = table.rows.iter().any(|row| matches!(row[column], Cell::Share(_)));
        if is_share {
            let least = values.iter().copied().fold(0.8, f64::min);
            return Scale { least: (least * 10.0).floor() / 10.0, most: 1.0, height, is_share };
        }
        let most = round_up(values.iter().copied().fold(0.0, f64::max));
        Scale { least: 0.0, most, height, is_share }
    }

    fn y(&self, value: f64) -> f64 {
        TOP + self.height * (1.0 - (value - self.least) / (self.most - self.least))
    }

    /// Three lines with their values.
    fn grid(&self) -> Markup {
        html! {
            @for part in [0.0, 0.5, 1.0] {
                @let value = self.least + (self.most - self.least) * part;
                @let y = self.y(value);
                path.grid d=(format!("M{LEFT} {y:.1}H{WIDTH}")) {}
                text x=(LEFT - 5.0) y=(format!("{:.1}", y + 4.0)) text-anchor="end" { (self.label(value)) }
            }
        }
    }

    fn label(&self, value: f64) -> String {
        match (self.is_share, value.fract() == 0.0) {
            (true, _) => format!("{:.0}%", value * 100.0),
            (false, true) => format!("{value:.0}"),
            (false, false) => format!("{value:.1}"),
        }
    }
}

/// The next number of the form 1, 2 or 5 times a power of ten.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = 10f64.powf(value.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|step| step * power >= value * 0.999_999);
    step.unwrap_or(10.0) * power
}

/// Labels below the axis, as many as fit.
fn labels(table: &Table, x: impl Fn(usize) -> f64, y: f64) -> Markup {
    let widest = table.rows.iter().map(|row| row[0].shown().width()).max().unwrap_or(1) as f64 * 6.5 + 10.0;
    let each = (table.rows.len() as f64 * widest / (WIDTH - LEFT)).ceil().max(1.0) as usize;
    let fits = |index: &usize| x(*index) + widest / 2.0 <= WIDTH + 8.0;
    html! {
        @for index in (0..table.rows.len()).step_by(each).filter(fits) {
            text x=(format!("{:.1}", x(index))) y=(y) text-anchor="middle" { (table.rows[index][0].shown()) }
        }
    }
}

/// Names on the left, bars, figures on the right.
fn lying(table: &Table, column: usize) -> Markup {
    const ROW: f64 = 19.0;
    let names: Vec<String> = (0..table.rows.len()).map(|row| shortened(&table.name(row), 22)).collect();
    let left = names.iter().map(|name| name.width()).max().unwrap_or(0) as f64 * 7.0 + 8.0;
    let most = table.rows.iter().filter_map(|row| row[column].number()).fold(0.0, f64::max).max(1.0);
    let width = |value: f64| (WIDTH - left - 50.0) * value / most;
    let body = html! {
        path.grid d=(format!("M{left} 0V{}", ROW * names.len() as f64)) {}
        @for (index, (row, name)) in table.rows.iter().zip(&names).enumerate() {
            @let y = ROW * index as f64;
            @let width = width(row[column].number().unwrap_or(0.0));
            text.name x="0" y=(y + 13.0) { (name) }
            rect.fill x=(left) y=(y + 3.0) width=(format!("{width:.1}")) height=(ROW - 6.0) {}
            text x=(format!("{:.1}", left + width + 5.0)) y=(y + 13.0) { (row[column].shown()) }
        }
    };
    svg(ROW * names.len() as f64 + 4.0, table, column, &body)
}

fn bars(table: &Table, column: usize) -> Markup {
    let scale = Scale::of(table, column, 110.0);
    let step = (WIDTH - LEFT) / table.rows.len() as f64;
    let x = |index: usize| LEFT + step * index as f64;
    let body = html! {
        (scale.grid())
        @for (index, row) in table.rows.iter().enumerate() {
            @let value = row[column].number().unwrap_or(0.0);
            rect.fill x=(format!("{:.2}", x(index) + step * 0.1)) y=(format!("{:.2}", scale.y(value)))
                width=(format!("{:.2}", step * 0.8)) height=(format!("{:.2}", scale.y(scale.least) - scale.y(value))) {
                title { (row[0].shown()) ": " (row[column].shown()) }
            }
        }
        text x=(WIDTH) y="18" text-anchor="end" { (table.columns[column].1) }
        (labels(table, |index| x(index) + step / 2.0, TOP + scale.height + 14.0))
    };
    svg(TOP + scale.height + BOTTOM, table, column, &body)
}

fn line(table: &Table, column: usize) -> Markup {
    let scale = Scale::of(table, column, 130.0);
    let places = table.places();
    let x = |index: usize| LEFT + 4.0 + (WIDTH - LEFT - 8.0) * places[index];
    let known = table.rows.iter().enumerate();
    let points: Vec<(f64, f64, usize)> =
        known.filter_map(|(index, row)| Some((x(index), scale.y(row[column].number()?), index))).collect();
    let path: String = points
        .iter()
        .enumerate()
        .map(|(index, (x, y, _))| format!("{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' }))
        .collect();
    let body = html! {
        (scale.grid())
        path.stroke d=(path) {}
        @if points.len() <= 60 {
            @for (x, y, index) in &points {
                circle.fill cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="2.5" {
                    title { (table.rows[*index][0].shown()) ": " (table.rows[*index][column].shown()) }
                }
            }
        }
        (labels(table, x, TOP + scale.height + 14.0))
    };
    svg(TOP + scale.height + BOTTOM, table, column, &body)
}

/// A column a week, a row a day of the week. The more answers, the larger the square: size tells it
/// without colour.
fn calendar(table: &Table, column: usize, today: Day) -> Markup {
    let monday = today.plus(-i64::from((today.0 + 3).rem_euclid(7)));
    let first = monday.plus(-52 * 7);
    let most = table.rows.iter().filter_map(|row| row[column].number()).fold(1.0, f64::max);
    let cell = (WIDTH - 4.0) / 53.0;
    let place = |day: Day| {
        let index = day.days_since(first);
        (2.0 + f64::from(index / 7) * cell, 16.0 + f64::from(index % 7) * cell)
    };
    let square = |day: Day, part: f64| {
        let ((x, y), size) = (place(day), cell * (0.3 + 0.62 * part));
        let inset = (cell - size) / 2.0;
        (format!("{:.2}", x + inset), format!("{:.2}", y + inset), format!("{size:.2}"))
    };
    let days = (0..=today.days_since(first)).map(|index| first.plus(i64::from(index)));
    let is_new_month = |day: &Day| day.to_string().ends_with("-01");
    let body = html! {
        @for day in days.clone().filter(is_new_month) {
            text x=(format!("{:.1}", place(day).0)) y="11" { (&day.to_string()[5..7]) }
        }
        @for day in days {
            @let (x, y, size) = square(day, 0.0);
            rect.soft x=(x) y=(y) width=(size) height=(size) {}
        }
        @for row in &table.rows {
            @if let (Cell::Day(day), Some(value)) = (&row[0], row[column].number()) {
                @let (x, y, size) = square(*day, (value / most).sqrt());
                rect.fill x=(x) y=(y) width=(size) height=(size) {
                    title { (row[0].shown()) ": " (row[column].shown()) }
                }
            }
        }
    };
    svg(18.0 + 7.0 * cell, table, column, &body)
}

fn ranges(table: &Table, share: usize, low: usize, high: usize) -> Markup {
    const ROW: f64 = 20.0;
    let (left, right) = (150.0, WIDTH - 50.0);
    let x = |value: f64| left + (right - left) * value;
    let height = ROW * table.rows.len() as f64;
    let body = html! {
        @for part in [0.0, 0.25, 0.5, 0.75, 1.0] {
            path.grid d=(format!("M{:.1} 0V{height}", x(part))) {}
            text x=(format!("{:.1}", x(part))) y=(height + 13.0) text-anchor="middle" {
                (format!("{:.0}%", part * 100.0))
            }
        }
        @for (index, row) in table.rows.iter().enumerate() {
            @let y = ROW * (index as f64 + 0.5);
            text.name x="0" y=(y + 4.0) { (shortened(&row[0].shown(), 22)) title { (row[0].shown()) } }
            @if let (Some(share), Some(low), Some(high)) =
                (row[share].number(), row[low].number(), row[high].number()) {
                path.stroke d=(format!("M{:.1} {y}H{:.1}", x(low), x(high))) {}
                circle.fill cx=(format!("{:.1}", x(share))) cy=(y) r="4" {}
            }
            text x=(WIDTH) y=(y + 4.0) text-anchor="end" { (row[share].shown()) }
        }
    };
    svg(height + BOTTOM, table, share, &body)
}

fn against(table: &Table, predicted: usize, actual: usize, of: usize) -> Markup {
    const SIDE: f64 = 220.0;
    let most = table.rows.iter().filter_map(|row| row[of].number()).fold(1.0, f64::max);
    let (x, y) = (|value: f64| LEFT + SIDE * value, |value: f64| TOP + SIDE * (1.0 - value));
    let body = html! {
        @for part in [0.0, 0.25, 0.5, 0.75, 1.0] {
            path.grid d=(format!("M{LEFT} {}H{}M{} {TOP}V{}", y(part), LEFT + SIDE, x(part), TOP + SIDE)) {}
            text x=(LEFT - 5.0) y=(y(part) + 4.0) text-anchor="end" { (format!("{:.0}%", part * 100.0)) }
            text x=(x(part)) y=(TOP + SIDE + 14.0) text-anchor="middle" { (format!("{:.0}%", part * 100.0)) }
        }
        path.dash d=(format!("M{} {}L{} {}", x(0.0), y(0.0), x(1.0), y(1.0))) {}
        @for row in &table.rows {
            @if let (Some(predicted), Some(actual), Some(of)) =
                (row[predicted].number(), row[actual].number(), row[of].number()) {
                circle.fill cx=(format!("{:.1}", x(predicted))) cy=(format!("{:.1}", y(actual)))
                    r=(format!("{:.1}", 2.0 + 6.0 * (of / most).sqrt())) {
                    title { (format!("{:.1}% → {:.1}% ({of})", predicted * 100.0, actual * 100.0)) }
                }
            }
        }
        text x=(LEFT + SIDE + 12.0) y=(y(1.0) + 4.0) { "↑ " (table.columns[actual].1) }
        text x=(LEFT + SIDE + 12.0) y=(y(0.0) + 4.0) { "→ " (table.columns[predicted].1) }
    };
    svg(TOP + SIDE + BOTTOM, table, actual, &body)
}

/// A text cut to a number of cells.
fn shortened(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &char| {
        used += letter.width().unwrap_or(0);
        used <= cells
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_at_round_numbers() {
        for (value, end) in
            [(0.0, 1.0), (0.7, 1.0), (1.0, 1.0), (13.0, 20.0), (200.0, 200.0), (4321.0, 5000.0)]
        {
            assert_eq!(round_up(value), end, "{value}");
        }
    }

    #[test]
    fn long_names_are_cut_by_cells() {
        assert_eq!(shortened("卷积神经网络", 7), "卷积神…");
        assert_eq!(shortened("short", 7), "short");
    }
}
