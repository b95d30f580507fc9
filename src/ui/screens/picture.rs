//! A picture as large as the screen, with its text; the others of the page by the arrow keys.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::messages::{BuildMessage, Say};
use crate::typeset::picture::{Area, PictureKey, Placed};
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::pictures::IS_BUILT;
use crate::ui::widgets::{answer, bar, column, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The pictures of a page, one at a time.
pub struct Picture {
    all: Vec<Placed>,
    index: usize,
    /// The one that is seen, as large as it can be.
    shown: Vec<Placed>,
}

/// A screen with a picture of a page: this one, else the first that is seen from line `top` on. `None` for
/// a page without pictures.
pub fn seen(all: &[Placed], number: Option<usize>, top: usize) -> Option<Picture> {
    let is_seen =
        |placed: &Placed| placed.spot.is_none_or(|spot| spot.line + usize::from(spot.size.height) > top);
    let first = || all.iter().position(is_seen).unwrap_or(0);
    let index = number.filter(|number| *number < all.len()).unwrap_or_else(first);
    (!all.is_empty()).then(|| Picture { all: all.to_vec(), index, shown: Vec::new() })
}

impl Screen for Picture {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        let last = self.all.len() - 1;
        match event {
            Event::Action(Action::Back | Action::Choose | Action::Picture) | Event::Picture(_) => {
                return Step::Close;
            }
            Event::Action(Action::Down | Action::PageDown) => self.index = (self.index + 1).min(last),
            Event::Action(Action::Up | Action::PageUp) => self.index = self.index.saturating_sub(1),
            Event::Action(Action::First) => self.index = 0,
            Event::Action(Action::Last) => self.index = last,
            // The page may be another one now.
            Event::DecksChanged(_) => return Step::Close,
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, look: &Look) {
        let space = window(Rect::new(0, 0, size.width, size.height));
        let Placed { key, text, .. } = &self.all[self.index];
        self.shown = vec![alone(key, text, space.as_size(), look)];
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Search)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let (column, words) = (column(area), look.words);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let Placed { key, text, .. } = &self.all[self.index];
        let count = (words.picture)(self.index + 1, self.all.len());
        frame.render_widget(spread(text, &count, column.width, look), line(area.y));
        let window = window(area);
        if self.shown.iter().all(|shown| shown.spot.is_none()) {
            let state = look.pictures.trouble(key).map(|refused| refused.say(words.lang));
            let state = state.or((!look.pictures.is_off()).then(|| words.loading.to_owned()));
            let without = || BuildMessage::Without { feature: "images" }.say(desk.lang_of_words);
            let state = if IS_BUILT { state } else { Some(without()) };
            let mut lines = answer::lay_out_inline(text, column.width, look.theme.text, &look.theme);
            lines.push(Line::styled(shorten(&key.target, usize::from(column.width)), look.theme.address));
            lines.extend(state.map(|state| Line::styled(state, look.theme.warning)));
            for (row, text) in lines.into_iter().take(usize::from(window.height)).enumerate() {
                frame.render_widget(text, line(window.y + row as u16));
            }
        }
        look.pictures.view(frame, window, 0, &self.shown);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }

    fn pictures(&self) -> &[Placed] {
        &self.shown
    }
}

/// All but the first line and the last.
fn window(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area }
}

/// A screen with nothing but a picture asks for it by this.
fn alone(key: &PictureKey, text: &str, space: Size, look: &Look) -> Placed {
    let size = look.pictures.size(key, space, true);
    let spot = size.map(|size| Area { line: 0, x: (space.width - size.width) / 2, size });
    Placed { key: key.clone(), text: text.to_owned(), spot }
}
