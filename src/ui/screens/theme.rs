//! The themes, each as it would look: all is drawn in the one under the cursor, and nothing changes before it is
//! taken.

use crate::card::Grade;
use crate::desk::{Desk, StateOwner};
use crate::messages::{Choice, ThemeName};
use crate::settings::ROWS;
use crate::typeset::theme::Theme;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, gauge, pad, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The list of themes.
pub struct ThemeScreen {
    cursor: usize,
    scroll: Scroll,
}

/// Lines of the sample, and the one above it.
const SAMPLE: u16 = 5;

impl ThemeScreen {
    /// The list with the cursor so many themes behind the present one.
    pub fn new(by: i32, desk: &Desk) -> ThemeScreen {
        let present = ThemeName::all().iter().position(|name| *name == desk.settings.theme).unwrap_or(0);
        let cursor = (present as i32 + by).rem_euclid(ThemeName::all().len() as i32) as usize;
        ThemeScreen { cursor, scroll: Scroll::default() }
    }

    fn take(&self) -> Step {
        let row = ROWS.iter().position(|row| row.key == "theme").expect("there is such a setting");
        Step::CloseAsking(Effect::Choose { row, value: ThemeName::all()[self.cursor].name().to_owned() })
    }

    /// The same look in the theme under the cursor.
    fn tried(&self, look: &Look) -> Look {
        Look { theme: Theme::chosen(ThemeName::all()[self.cursor], look.terminal), ..look.clone() }
    }
}

impl Screen for ThemeScreen {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Row(row) if row == self.cursor => return self.take(),
            Event::Row(row) if row < ThemeName::all().len() => self.cursor = row,
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) => return self.take(),
            Event::Action(action) => {
                self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor);
            }
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, _look: &Look) {
        self.scroll.fit(ThemeName::all().len(), usize::from(list_height(size.height)));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Search | Action::Picture)
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        (action == Action::Choose).then_some(look.words.inside.act_take)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let look = &self.tried(look);
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(spread(look.words.home.which_theme, "", column.width, look), at(0, 1));
        let lines: Vec<Line<'static>> =
            (0..ThemeName::all().len()).map(|row| self.row(row, desk, look)).collect();
        let list = at(2, list_height(area.height));
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        let below = 2 + list.height + 1;
        for (y, line) in (below..area.height.saturating_sub(1)).zip(sample(column.width, look)) {
            frame.render_widget(line, at(y, 1));
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }
}

fn list_height(height: u16) -> u16 {
    let all = ThemeName::all().len() as u16;
    let room = height.saturating_sub(3);
    if room >= all + SAMPLE { all } else { room.saturating_sub(SAMPLE).max(room.min(3)) }
}

impl ThemeScreen {
    /// A name, and the grades in the colours that the theme has for them.
    fn row(&self, row: usize, desk: &Desk, look: &Look) -> Line<'static> {
        let name = |theme: ThemeName| theme.label(desk.lang_of_words);
        let room = ThemeName::all().iter().map(|theme| name(*theme).width()).max().unwrap_or(0) + 2;
        let is_chosen = row == self.cursor;
        let mark = if is_chosen { "> " } else { "  " };
        let style = if is_chosen { look.theme.selected } else { look.theme.text };
        let own = Theme::chosen(ThemeName::all()[row], look.terminal);
        let styles = [own.wrong, own.warning, own.right, own.easy];
        let grades = Grade::ALL.map(look.words.names.grade).into_iter().zip(styles);
        let grades = grades.map(|(grade, style)| Span::styled(format!(" {grade}"), style));
        let named = Span::styled(format!("{mark}{}", pad(name(ThemeName::all()[row]), room)), style);
        Line::from_iter(std::iter::once(named).chain(grades))
    }
}

/// A question with its answer, as a card would show it.
fn sample(width: u16, look: &Look) -> Vec<Line<'static>> {
    let theme = &look.theme;
    let [question, text, strong, code] = look.words.home.theme_sample;
    let cells = usize::from(width).min(30);
    vec![
        Line::styled(question, theme.question),
        Line::from(vec![Span::styled(format!("{text} "), theme.text), Span::styled(strong, theme.strong)]),
        Line::from(vec![
            Span::styled(format!("  {code}  "), theme.code),
            Span::styled("σ² = d_k", theme.formula),
        ]),
        Line::from_iter(gauge::gauge(0.6, cells, theme.right, look)),
    ]
}
