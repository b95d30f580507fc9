//! What a setting may be: how its values are written, read and stepped through.

use super::lists::{items, put_spans, put_together, spans};
use crate::card::Lang;
use crate::messages::{Choice, ModeName, NoChoice, Quoted, SettingMessage, Switch};
use std::marker::PhantomData;

/// How a value is written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Integer,
    Decimal,
    Text,
    /// A list of texts, put together with spaces.
    List,
}

/// The values of a setting.
pub(super) trait Domain {
    type Value;

    const FORM: Form;

    /// What is allowed.
    fn allowed(&self) -> SettingMessage;

    /// The names it can have, where they are few.
    fn names(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// A value as the file has it.
    fn write(&self, value: &Self::Value) -> String;

    /// The value of a text; nothing where it is not allowed.
    fn read(&self, text: &str) -> Option<Self::Value>;

    /// The text of the value before or after a value on the screen.
    fn step(&self, value: &Self::Value, _by: i32) -> String {
        self.write(value)
    }

    /// A value as the screens have it.
    fn label(&self, value: &Self::Value, _lang: Lang) -> String {
        self.write(value)
    }
}

/// Whole numbers.
pub(super) struct Whole {
    pub(super) least: u32,
    pub(super) most: u32,
    pub(super) step: WholeStep,
}

/// How the screen goes from number to number.
pub(super) enum WholeStep {
    By(u32),
    /// From one of these to the next.
    Through(&'static [&'static str]),
}

impl Domain for Whole {
    type Value = u32;
    const FORM: Form = Form::Integer;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::Number { least: self.least.to_string(), most: self.most.to_string() }
    }

    fn write(&self, value: &u32) -> String {
        value.to_string()
    }

    fn read(&self, text: &str) -> Option<u32> {
        text.parse().ok().filter(|value| (self.least..=self.most).contains(value))
    }

    fn step(&self, value: &u32, by: i32) -> String {
        match self.step {
            WholeStep::By(step) => {
                let next = i64::from(*value).saturating_add(i64::from(by) * i64::from(step));
                next.clamp(i64::from(self.least), i64::from(self.most)).to_string()
            }
            WholeStep::Through(values) => among(values, &value.to_string(), by),
        }
    }
}

/// An hour of the day.
pub(super) struct HourOfDay;

impl Domain for HourOfDay {
    type Value = u8;
    const FORM: Form = Form::Integer;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::Hour
    }

    fn write(&self, value: &u8) -> String {
        value.to_string()
    }

    fn read(&self, text: &str) -> Option<u8> {
        text.parse().ok().filter(|hour| *hour < 24)
    }

    fn step(&self, value: &u8, by: i32) -> String {
        (i32::from(*value) + by).rem_euclid(24).to_string()
    }
}

/// A share with two places.
pub(super) struct Share {
    pub(super) least: f32,
    pub(super) most: f32,
}

impl Domain for Share {
    type Value = f32;
    const FORM: Form = Form::Decimal;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::Number { least: self.write(&self.least), most: self.write(&self.most) }
    }

    fn write(&self, value: &f32) -> String {
        format!("{value:.2}")
    }

    fn read(&self, text: &str) -> Option<f32> {
        text.parse().ok().filter(|value| (self.least..=self.most).contains(value))
    }

    fn step(&self, value: &f32, by: i32) -> String {
        self.write(&(value + 0.01 * by as f32).clamp(self.least, self.most))
    }
}

/// A list of spans of time, in seconds.
pub(super) struct Spans {
    pub(super) example: &'static str,
    /// What the screen steps through.
    pub(super) through: &'static [&'static str],
}

impl Domain for Spans {
    type Value = Vec<u32>;
    const FORM: Form = Form::List;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::Spans { example: self.example }
    }

    fn write(&self, value: &Vec<u32>) -> String {
        spans(value)
    }

    fn read(&self, text: &str) -> Option<Vec<u32>> {
        put_spans(text)
    }

    fn step(&self, value: &Vec<u32>, by: i32) -> String {
        among(self.through, &spans(value), by)
    }
}

/// One of a few.
pub(super) struct OneOf<C>(PhantomData<C>);

pub(super) const fn one_of<C>() -> OneOf<C> {
    OneOf(PhantomData)
}

impl<C: Choice> Domain for OneOf<C> {
    type Value = C;
    const FORM: Form = Form::Text;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::OneOf { names: self.names().join(", ") }
    }

    fn names(&self) -> Vec<&'static str> {
        C::all().iter().map(|choice| choice.name()).collect()
    }

    fn write(&self, value: &C) -> String {
        value.name().to_owned()
    }

    fn read(&self, text: &str) -> Option<C> {
        C::named(text)
    }

    fn step(&self, value: &C, by: i32) -> String {
        among(&self.names(), value.name(), by)
    }

    fn label(&self, value: &C, lang: Lang) -> String {
        value.label(lang).to_owned()
    }
}

/// One of a few, or none of them.
pub(super) struct OneOfOr<C> {
    none: NoChoice,
    of: PhantomData<C>,
}

pub(super) const fn one_of_or<C>(none: NoChoice) -> OneOfOr<C> {
    OneOfOr { none, of: PhantomData }
}

impl<C: Choice> Domain for OneOfOr<C> {
    type Value = Option<C>;
    const FORM: Form = Form::Text;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::OneOf { names: self.names().join(", ") }
    }

    fn names(&self) -> Vec<&'static str> {
        [self.none.name()].into_iter().chain(C::all().iter().map(|choice| choice.name())).collect()
    }

    fn write(&self, value: &Option<C>) -> String {
        value.map_or(self.none.name(), Choice::name).to_owned()
    }

    fn read(&self, text: &str) -> Option<Option<C>> {
        if text == self.none.name() { Some(None) } else { C::named(text).map(Some) }
    }

    fn step(&self, value: &Option<C>, by: i32) -> String {
        among(&self.names(), &self.write(value), by)
    }

    fn label(&self, value: &Option<C>, lang: Lang) -> String {
        value.map_or(self.none.label(lang), |choice| choice.label(lang)).to_owned()
    }
}

/// On or off.
pub(super) struct OnOff;

impl OnOff {
    fn of(value: bool) -> Switch {
        if value { Switch::On } else { Switch::Off }
    }
}

impl Domain for OnOff {
    type Value = bool;
    const FORM: Form = Form::Text;

    fn allowed(&self) -> SettingMessage {
        one_of::<Switch>().allowed()
    }

    fn names(&self) -> Vec<&'static str> {
        one_of::<Switch>().names()
    }

    fn write(&self, value: &bool) -> String {
        OnOff::of(*value).name().to_owned()
    }

    fn read(&self, text: &str) -> Option<bool> {
        Switch::named(text).map(|switch| switch == Switch::On)
    }

    fn step(&self, value: &bool, by: i32) -> String {
        one_of::<Switch>().step(&OnOff::of(*value), by)
    }

    fn label(&self, value: &bool, lang: Lang) -> String {
        OnOff::of(*value).label(lang).to_owned()
    }
}

/// Names of decks.
pub(super) struct Decks;

impl Domain for Decks {
    type Value = Vec<String>;
    const FORM: Form = Form::List;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::DeckNames
    }

    fn write(&self, value: &Vec<String>) -> String {
        put_together(&value.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn read(&self, text: &str) -> Option<Vec<String>> {
        let names = items(text).into_iter();
        names.map(|name| is_shown_as_written(name).then(|| name.to_owned())).collect()
    }
}

/// Decks with a mode of their own.
pub(super) struct DeckModes;

impl Domain for DeckModes {
    type Value = Vec<(String, ModeName)>;
    const FORM: Form = Form::List;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::DeckModes
    }

    fn write(&self, value: &Self::Value) -> String {
        value.iter().map(|(deck, mode)| format!("{deck}={}", mode.name())).collect::<Vec<_>>().join(" ")
    }

    fn read(&self, text: &str) -> Option<Self::Value> {
        let one = |text: &str| {
            let (deck, mode) = text.rsplit_once('=')?;
            Some((deck.to_owned(), ModeName::named(mode)?))
        };
        let modes: Option<Vec<_>> = text.split_whitespace().map(one).collect();
        modes.filter(|_| is_shown_as_written(text))
    }
}

/// A program with its arguments; empty for none.
pub(super) struct Program;

impl Domain for Program {
    type Value = String;
    const FORM: Form = Form::Text;

    fn allowed(&self) -> SettingMessage {
        SettingMessage::Program
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }

    fn read(&self, text: &str) -> Option<String> {
        is_shown_as_written(text).then(|| text.trim().to_owned())
    }
}

/// Whether a value can be shown on the screen: the file may hold control codes.
fn is_shown_as_written(text: &str) -> bool {
    crate::markdown::clean(text) == text && !text.contains('\n')
}

/// The neighbour of a value in a list; the first when the value is not in it.
pub(super) fn among(values: &[&str], present: &str, by: i32) -> String {
    let at = values.iter().position(|value| *value == present).map_or(0, |at| at as i32 + by);
    values[at.rem_euclid(values.len() as i32) as usize].to_owned()
}

/// What is said between a name that there is not and those there are: which one is near.
pub(super) fn near<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Quoted {
    let likeness = |name: &str| strsim::jaro(wrong, name);
    let best =
        names.into_iter().map(|name| (likeness(name), name)).max_by(|one, other| one.0.total_cmp(&other.0));
    match best.filter(|(likeness, _)| *likeness > 0.8) {
        Some((_, name)) => SettingMessage::DidYouMean { name: name.to_owned() }.into(),
        None => SettingMessage::NothingNear.into(),
    }
}
