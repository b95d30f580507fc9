//! The options of a record: what there is to choose from, and which of it is right.

use super::value::{said, text};
use crate::import::fields::plain_name;
use serde_json::Value;

/// Keys of what may be chosen, of what is wrong among it, and of what is right.
const OPTIONS: [&str; 8] =
    ["options", "choices", "alternatives", "answer options", "选项", "備選", "备选", "variants"];

const WRONG: [&str; 4] = ["incorrect answers", "wrong answers", "distractors", "错误答案"];

const RIGHT: [&str; 16] = [
    "correct answer",
    "correct answers",
    "correct",
    "correct option",
    "correct index",
    "correct answer index",
    "answer index",
    "answer",
    "answers",
    "right answer",
    "solution",
    "key",
    "a",
    "答案",
    "正确答案",
    "标准答案",
];

/// What a number among options counts from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OptionBase {
    Zero,
    One,
}

impl OptionBase {
    /// From one where no answer is 0 and one is as large as there are options.
    pub(super) fn of(items: &[Value]) -> OptionBase {
        let (mut zero, mut last) = (false, false);
        for object in items.iter().filter_map(Value::as_object).filter(|object| object.len() <= 64) {
            let names: Vec<(String, &Value)> =
                object.iter().map(|(key, value)| (plain_name(key), value)).collect();
            let value = |list: &[&str]| {
                list.iter()
                    .find_map(|key| names.iter().find(|(name, _)| name == key))
                    .map(|(_, value)| *value)
            };
            let count = value(&OPTIONS).and_then(Value::as_array).map_or(0, Vec::len) as u64;
            if let Some(number) = value(&RIGHT).and_then(Value::as_u64) {
                zero |= number == 0;
                last |= count > 0 && number == count;
            }
        }
        if last && !zero { OptionBase::One } else { OptionBase::Zero }
    }
}

/// So many columns may hold an option each.
const MOST: usize = 8;

/// Words before the letter or the figure of an option in the name of its column.
const OPTION_WORDS: [&str; 12] = [
    "option",
    "choice",
    "opt",
    "answer",
    "alternative",
    "opción",
    "opcion",
    "alternativa",
    "opção",
    "вариант",
    "选项",
    "選項",
];

/// Whether a column of that name holds the option at a place: `B`, `option b`, `choice 2`.
pub(in crate::import) fn names_option(name: &str, place: usize) -> bool {
    let letter = letter(place).to_ascii_lowercase().to_string();
    let behind = |word: &&str| {
        let rest = name.strip_prefix(*word).map(str::trim);
        rest.is_some_and(|rest| rest == letter || rest == (place + 1).to_string())
    };
    name == letter || OPTION_WORDS.iter().any(behind)
}

/// The options of a row of a table.
pub(in crate::import) struct RowOptions {
    /// All of them, a line each.
    pub(in crate::import) shown: String,
    /// The right ones; empty where nothing says which.
    pub(in crate::import) answer: String,
    /// The columns they stand in.
    pub(in crate::import) places: Vec<usize>,
}

impl RowOptions {
    /// The options of a row, by the names of its columns.
    pub(in crate::import) fn of(names: &[String], fields: &[String]) -> Option<RowOptions> {
        // Questions with fewer options leave the last columns empty.
        let is_empty = |place: usize| fields.get(place).is_none_or(|field| field.trim().is_empty());
        let own = |place: usize| names.iter().position(|name| names_option(name, place));
        let columns: Vec<usize> = (0..MOST).map_while(own).take_while(|place| !is_empty(*place)).collect();
        let is_more = |name: &String| (columns.len()..MOST).any(|place| names_option(name, place));
        let kept: Vec<String> =
            names.iter().map(|name| if is_more(name) { String::new() } else { name.clone() }).collect();
        // A figure says the place, unless an option is that figure.
        let value = |field: &String| {
            let said = field.trim();
            let is_option = columns.iter().any(|place| fields[*place].trim() == said);
            let number = said.parse::<u64>().ok().filter(|_| !is_option);
            number.map_or_else(|| Value::from(said), Value::from)
        };
        let values: Vec<Value> = fields.iter().map(value).collect();
        let field = |place: usize| values.get(place).unwrap_or(&Value::Null);
        let options = RecordOptions::of(&kept, &field, OptionBase::One)?;
        let (shown, answer) = (options.shown(), options.answer());
        Some(RowOptions { shown, answer, places: options.places })
    }
}

/// What may be chosen.
pub(super) struct RecordOptions {
    pub(super) texts: Vec<String>,
    /// The places of the right ones.
    pub(super) right: Vec<usize>,
    /// The field they stand in, and all fields that were read.
    pub(super) place: usize,
    pub(super) places: Vec<usize>,
}

impl RecordOptions {
    pub(super) fn of<'v>(
        names: &[String],
        field: &impl Fn(usize) -> &'v Value,
        base: OptionBase,
    ) -> Option<RecordOptions> {
        let place = |list: &[&str]| names.iter().position(|name| list.contains(&name.as_str()));
        // `A` is an option itself where there is a `B`.
        let has_letters = names.iter().any(|name| name == "b");
        let is_right = |key: &&&str| !(has_letters && **key == "a");
        let right = RIGHT.iter().filter(is_right).find_map(|key| names.iter().position(|name| name == key));
        if let Some((wrong, right)) = place(&WRONG).zip(right) {
            let mut texts: Vec<String> = field(wrong).as_array()?.iter().filter_map(said).collect();
            let answer = said(field(right))?;
            texts.push(answer.clone());
            // In the order of the alphabet, so that the place says nothing.
            texts.sort();
            let right = texts.iter().position(|text| *text == answer).into_iter().collect();
            return Some(RecordOptions { texts, right, place: wrong, places: vec![wrong] });
        }
        let lettered: Vec<usize> =
            (0..MOST).map_while(|place| names.iter().position(|name| names_option(name, place))).collect();
        let found = place(&OPTIONS);
        let (texts, marked, place, places) = match found {
            Some(place) => {
                let (texts, marked) = listed(field(place))?;
                (texts, marked, place, vec![place])
            }
            None if lettered.len() > 1 => {
                let texts = lettered.iter().map(|place| said(field(*place))).collect::<Option<Vec<_>>>()?;
                (texts, Vec::new(), lettered[0], lettered)
            }
            None => return None,
        };
        if texts.len() < 2 || texts.len() > 26 {
            return None;
        }
        let named = || right.map(|right| chosen(field(right), &texts, base)).unwrap_or_default();
        let chosen = if marked.is_empty() { named() } else { marked };
        let places = places.into_iter().chain(right).collect();
        Some(RecordOptions { texts, right: chosen, place, places })
    }

    /// The options, a line each.
    pub(super) fn shown(&self) -> String {
        let line = |(place, text): (usize, &String)| format!("{}. {}", letter(place), bare(text));
        self.texts.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn answer(&self) -> String {
        let line = |place: &usize| format!("{}. {}", letter(*place), bare(&self.texts[*place]));
        self.right.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

pub(super) fn letter(place: usize) -> char {
    char::from(b'A' + place.min(25) as u8)
}

/// An option without the letter it begins with.
pub(super) fn bare(text: &str) -> &str {
    let text = text.trim();
    let mut letters = text.chars();
    let has_letter = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.next().is_some_and(|sign| matches!(sign, '.' | ')' | '、' | '．' | ':' | '：'));
    let rest = letters.as_str().trim();
    if has_letter && !rest.is_empty() { rest } else { text }
}

/// The options of a list or a map, and which of them say that they are right.
pub(super) fn listed(value: &Value) -> Option<(Vec<String>, Vec<usize>)> {
    let (mut texts, mut right) = (Vec::new(), Vec::new());
    match value {
        Value::Array(items) => {
            for item in items.iter().take(27) {
                let object = item.as_object();
                let is_right = object.is_some_and(|object| {
                    let says = |(key, value): (&String, &Value)| {
                        ["is correct", "correct", "is right", "right", "is answer"]
                            .contains(&&*plain_name(key))
                            && value == &Value::Bool(true)
                    };
                    object.iter().any(says)
                });
                if is_right {
                    right.push(texts.len());
                }
                let own = || object?.get("answer").or_else(|| object?.get("option"))?.as_str().map(text);
                texts.push(said(item).or_else(own)?);
            }
        }
        Value::Object(object) => {
            texts.extend(object.values().take(27).map(said).collect::<Option<Vec<_>>>()?);
        }
        _ => return None,
    }
    Some((texts, right))
}

/// The places of the options that an answer means: by number, by letter or by their text.
pub(super) fn chosen(answer: &Value, texts: &[String], base: OptionBase) -> Vec<usize> {
    let place = |number: u64| {
        let number = usize::try_from(number).ok()?;
        let place = if base == OptionBase::One { number.checked_sub(1)? } else { number };
        (place < texts.len()).then_some(place)
    };
    let of_text = |said: &str| {
        let said = said.trim();
        let same = texts.iter().position(|text| text.trim() == said || bare(text) == said);
        let lone = || {
            let word = said.trim_end_matches(['.', ')', '、']);
            let letter = word.chars().next()?.to_ascii_uppercase();
            let is_letter = word.chars().count() == 1 && letter.is_ascii_uppercase();
            let place = usize::from(u8::try_from(letter).ok()?.checked_sub(b'A')?);
            (is_letter && place < texts.len()).then_some(place)
        };
        same.or_else(lone)
    };
    match answer {
        Value::Number(number) => number.as_u64().and_then(place).into_iter().collect(),
        Value::String(said) => match of_text(said) {
            Some(place) => vec![place],
            // `ABD`, `A, C`.
            None => {
                let letters: Vec<char> = said.chars().filter(|letter| letter.is_alphanumeric()).collect();
                let places: Option<Vec<usize>> =
                    letters.iter().map(|letter| of_text(&letter.to_string())).collect();
                places.filter(|places| places.len() < 8).unwrap_or_default()
            }
        },
        Value::Array(items) => items.iter().take(26).flat_map(|item| chosen(item, texts, base)).collect(),
        _ => Vec::new(),
    }
}
