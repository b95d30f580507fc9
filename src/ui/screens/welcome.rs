//! The welcome: what a plan needs, asked once on one screen. Any way out writes the settings, so that it never
//! comes back by itself.

use super::picker::Picker;
use super::study::Study;
use crate::card::CardId;
use crate::day::{self, Day, TypedDate, TypedDay};
use crate::desk::{Desk, Place, StateOwner};
use crate::drill;
use crate::progress::{Kind, MOST_MINUTES};
use crate::quiz::session::{Session, Subject};
use crate::schedule::plan::{Plan, USUAL_MINUTES};
use crate::settings::ROWS;
use crate::store::folder::PickKind;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::format;
use crate::ui::keymap::{Action, Context, Key};
use crate::ui::values;
use crate::ui::widgets::answer::wrap_plain;
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::{answer, bar, column, pad, setting, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What is asked, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WelcomeField {
    Date,
    Minutes,
    /// A setting, by its row.
    Setting(usize),
    Notes,
}

/// The screen of the first start.
pub struct Welcome {
    asked: Vec<WelcomeField>,
    cursor: usize,
    date: LineField,
    minutes: LineField,
    /// Questions that came in from here.
    imported: usize,
    /// The day that was typed with its hour, or what is no day; and of which text and day it was read.
    day: Result<Option<TypedDate>, String>,
    read_of: Option<(String, Day)>,
}

impl Welcome {
    /// What is set already, or the usual.
    pub fn new(desk: &Desk) -> Welcome {
        let plan = Plan::in_force(desk);
        let date = plan.as_ref().map_or(String::new(), |plan| plan.date.to_string());
        let minutes = plan.map_or(USUAL_MINUTES, |plan| plan.minutes).to_string();
        let row = |key: &str| ROWS.iter().position(|row| row.key == key).map(WelcomeField::Setting);
        let mut asked = vec![WelcomeField::Date, WelcomeField::Minutes];
        asked.extend(row("track"));
        asked.push(WelcomeField::Notes);
        asked.extend(row("language"));
        let mut welcome = Welcome {
            asked,
            cursor: 0,
            date: LineField::suggesting(&date),
            minutes: LineField::suggesting(&minutes),
            imported: 0,
            day: Ok(None),
            read_of: None,
        };
        welcome.read(desk.date_today());
        welcome
    }

    /// Reads the day that was typed, with the hour behind it: none, or what is no day.
    fn read(&mut self, today: Day) {
        let text = self.date.text().trim();
        if self.read_of.as_ref().is_some_and(|(known, on)| known == text && *on == today) {
            return;
        }
        self.day = match day::typed(text, today) {
            _ if text.is_empty() => Ok(None),
            Some(TypedDay::On(date)) => Ok(Some(date)),
            Some(TypedDay::Never) => Ok(None),
            None => Err(text.to_owned()),
        };
        self.read_of = Some((text.to_owned(), today));
    }

    fn minutes(&self) -> Option<u32> {
        drill::minutes(self.minutes.text()).filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
    }

    fn at(&self) -> WelcomeField {
        self.asked[self.cursor]
    }

    fn field(&mut self) -> Option<&mut LineField> {
        match self.at() {
            WelcomeField::Date => Some(&mut self.date),
            WelcomeField::Minutes => Some(&mut self.minutes),
            WelcomeField::Setting(_) | WelcomeField::Notes => None,
        }
    }

    /// Goes on to another value of the setting under the cursor.
    fn step(&self, by: i32, desk: &Desk) -> Step {
        match self.at() {
            WelcomeField::Setting(row) => {
                Step::Ask(Effect::Choose { row, value: (ROWS[row].step)(&desk.settings, by) })
            }
            WelcomeField::Date | WelcomeField::Minutes | WelcomeField::Notes => Step::Stay,
        }
    }

    /// What is wrong with what was typed, if anything is; the cursor goes there.
    fn refused(&mut self, desk: &Desk, look: &Look) -> Option<Step> {
        let (field, told) = match &self.day {
            Err(text) => (WelcomeField::Date, format::no_day(text, desk.date_today(), look.words)),
            Ok(_) if self.minutes().is_none() => {
                (WelcomeField::Minutes, (look.words.home.no_minutes)(self.minutes.text(), MOST_MINUTES))
            }
            Ok(_) => return None,
        };
        self.cursor = self.asked.iter().position(|asked| *asked == field)?;
        Some(Step::Notice(told))
    }

    /// Goes to the picker of files, once what was typed is noted.
    fn look_for_notes(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Some(wrong) = self.refused(desk, look) {
            return wrong;
        }
        self.note_plan(desk);
        Step::Open(Box::new(Picker::new(PickKind::Notes)))
    }

    /// What a key does that goes on from the row under the cursor.
    fn go_on(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match self.at() {
            WelcomeField::Notes => self.look_for_notes(desk, look),
            _ => self.step(1, desk),
        }
    }

    /// Notes the plan, where a day was typed, and begins.
    fn begin(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if let Some(wrong) = self.refused(desk, look) {
            return wrong;
        }
        self.note_plan(desk);
        if desk.places().next().is_none() {
            return Step::CloseAsking(keep_settings(desk));
        }
        let study = Study::new(Session::start(Subject::default(), desk));
        Step::ReplaceAsking(Box::new(study), keep_settings(desk))
    }

    /// Notes the plan, where it is another one and its day can be read: whichever way the screen is left, what was
    /// typed counts. Minutes that cannot be read are those of before.
    fn note_plan(&self, desk: &mut dyn StateOwner) {
        let Ok(day) = &self.day else { return };
        let before = Plan::in_force(desk);
        let usual = || before.as_ref().map_or(USUAL_MINUTES, |plan| plan.minutes);
        let minutes = self.minutes().unwrap_or_else(usual);
        let date = day.map(|date| date.day);
        let hour = day.and_then(|date| date.hour).map(|hour| hour.time);
        let hour = hour.or_else(|| before.as_ref()?.hour_on(date?));
        let is_new = before.as_ref().map(|plan| (plan.date, plan.hour, plan.minutes))
            != date.map(|date| (date, hour, minutes));
        if is_new && (date.is_some() || before.is_some()) {
            let weights = before.map_or_else(Default::default, |plan| plan.weights);
            let plan = date.map(|date| Plan { date, hour, minutes, weights });
            let target = Plan::with_later(plan.as_ref(), &Plan::later(desk));
            desk.record(&CardId::from(""), Kind::Plan(target));
        }
    }
}

/// Has the settings written as they are, so that there is a file of them.
fn keep_settings(desk: &Desk) -> Effect {
    let row = ROWS.iter().position(|row| row.key == "language").unwrap_or(0);
    Effect::Choose { row, value: (ROWS[row].get)(&desk.settings) }
}

impl Screen for Welcome {
    fn context(&self) -> Context {
        Context::Field
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        self.read(desk.date_today());
        let last = self.asked.len() - 1;
        let is_field = matches!(self.at(), WelcomeField::Date | WelcomeField::Minutes);
        match event {
            Event::Typed(text) if !is_field && text == " " => return self.go_on(desk, look),
            Event::Typed(text) => {
                if let Some(field) = self.field() {
                    field.insert(&text);
                }
            }
            Event::Key(Key::Right) if !is_field => {
                return self.go_on(desk, look);
            }
            Event::Key(Key::Left) if matches!(self.at(), WelcomeField::Setting(_)) => {
                return self.step(-1, desk);
            }
            Event::Key(key) => {
                if let Some(field) = self.field() {
                    field.press(key);
                }
            }
            Event::Imported(questions) => self.imported += questions,
            Event::Row(row) if row <= last => self.cursor = row,
            Event::Action(Action::Down) => self.cursor = (self.cursor + 1).min(last),
            Event::Action(Action::Up) => self.cursor = self.cursor.saturating_sub(1),
            Event::Action(Action::Choose) if self.at() == WelcomeField::Notes && self.imported == 0 => {
                return self.look_for_notes(desk, look);
            }
            Event::Action(Action::Choose) => return self.begin(desk, look),
            Event::Action(Action::Back) => {
                self.note_plan(desk);
                return Step::CloseAsking(keep_settings(desk));
            }
            _ => {}
        }
        Step::Stay
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        let is_about_notes = self.at() == WelcomeField::Notes && self.imported == 0;
        let words = look.words.inside;
        let name = if is_about_notes { words.act_import } else { words.act_begin };
        (action == Action::Choose).then_some(name)
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Choose => self.day.is_ok() && self.minutes().is_some(),
            action => action != Action::Palette,
        }
    }

    fn arrange(&mut self, _size: Size, desk: &Desk, _look: &Look) {
        self.read(desk.date_today());
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16| Rect { y: area.y + y, height: 1, ..column };
        let words = look.words.inside;
        let last = area.height.saturating_sub(1);
        let tagline = look.words.tagline;
        let fits = tagline.width() + "backprop ".width() <= usize::from(column.width);
        frame.render_widget(spread("backprop", if fits { tagline } else { "" }, column.width, look), at(0));
        let room = self.asked.iter().map(|asked| label(*asked, look).width()).max().unwrap_or(0) + 4;
        let is_airy = area.height >= 18;
        let mut y = if area.height >= 10 { 2 } else { 1 };
        for (row, asked) in self.asked.iter().enumerate() {
            if y >= last {
                break;
            }
            self.row(frame, at(y), (row, *asked), room, desk, look);
            y += 1;
            if *asked == WelcomeField::Date && area.height >= 10 {
                let told = match &self.day {
                    Ok(Some(date)) => {
                        let left = (look.words.home.interview_in)(date.day.days_since(desk.date_today()));
                        let hour = date.hour.map_or(String::new(), |hour| format!(" {}", hour.time));
                        let read = format::read_as(date, look.words);
                        let read = read.map_or(String::new(), |read| format!(" · {read}"));
                        format!("{left} · {}{hour}{read}", format::day(date.day, look.words))
                    }
                    Ok(None) => words.welcome_hint.to_owned(),
                    Err(text) => format::no_day(text, desk.date_today(), look.words),
                };
                let indent = Rect {
                    x: column.x + room as u16,
                    width: column.width.saturating_sub(room as u16),
                    ..at(y)
                };
                for line in wrap_plain(&told, indent.width, look.theme.dim) {
                    if y < last {
                        frame.render_widget(line, Rect { y: area.y + y, ..indent });
                    }
                    y += 1;
                }
            }
            y += u16::from(is_airy);
        }
        // Follow-ups open once their card is known.
        let can_be_asked = |place: &Place| desk.card(*place).is_answered() && desk.is_open(*place);
        let cards = desk.places_in_track().filter(can_be_asked).count();
        let below = [(words.welcome_begin)(cards), words.welcome_again.to_owned()];
        y += u16::from(is_airy);
        for text in &below {
            let lines = answer::lay_out_inline(text, column.width, look.theme.dim, &look.theme);
            // Half a sentence says nothing.
            if y + lines.len() as u16 > last {
                break;
            }
            for line in lines {
                frame.render_widget(line, at(y));
                y += 1;
            }
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), at(last));
    }
}

fn label(asked: WelcomeField, look: &Look) -> &'static str {
    let words = look.words.inside;
    match asked {
        WelcomeField::Date => words.welcome_date,
        WelcomeField::Minutes => words.welcome_minutes,
        WelcomeField::Notes => words.welcome_notes,
        WelcomeField::Setting(row) => (ROWS[row].words)(look.words).label,
    }
}

impl Welcome {
    fn row(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        (row, asked): (usize, WelcomeField),
        room: usize,
        desk: &Desk,
        look: &Look,
    ) {
        let words = look.words.inside;
        let is_chosen = row == self.cursor;
        let named = pad(&format!("{}{}", if is_chosen { "> " } else { "  " }, label(asked, look)), room);
        let field = match asked {
            WelcomeField::Date => Some(&self.date),
            WelcomeField::Minutes => Some(&self.minutes),
            WelcomeField::Setting(_) | WelcomeField::Notes => None,
        };
        let line = match (asked, field) {
            (_, Some(field)) if is_chosen => return field.view(frame, area, &named, look),
            (WelcomeField::Setting(row), _) => {
                let value = values::shown(&ROWS[row], desk);
                setting(label(asked, look), &value, is_chosen, (area.width, room as u16 - 5), look)
            }
            (_, field) => {
                let shown = match field {
                    Some(field) if field.is_empty() => words.welcome_no_date.to_owned(),
                    Some(field) => field.text().to_owned(),
                    None if self.imported > 0 => (words.welcome_imported)(self.imported),
                    None => words.welcome_later.to_owned(),
                };
                let (left, right) = match is_chosen {
                    true => (look.theme.selected, look.theme.selected),
                    false => (look.theme.text, look.theme.marker),
                };
                Line::from(vec![Span::styled(named, left), Span::styled(shown, right)])
            }
        };
        frame.render_widget(line, area);
    }
}
