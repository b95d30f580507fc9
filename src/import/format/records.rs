//! Records with names: what is a card among the values of JSON and YAML.

use super::deck::Deck;
use crate::import::ask::{Asking, asking};
use crate::import::diagnostic::Diagnostic;
use crate::import::fields::{Roles, plain_name};
use crate::markdown;
use serde_json::{Map, Value};

/// Topics are no deeper.
const DEEPEST: usize = 6;
/// Keys that only say that cards follow; others head a chapter.
const HOLDERS: [&str; 26] = [
    "cards",
    "flashcards",
    "questions",
    "items",
    "data",
    "notes",
    "results",
    "result",
    "list",
    "children",
    "decks",
    "deck",
    "qa",
    "qas",
    "faq",
    "entries",
    "records",
    "rows",
    "quiz",
    "quizzes",
    "sections",
    "chapters",
    "topics",
    "categories",
    "content",
    "terms",
];
/// Keys that name what an object is.
const TITLES: [&str; 10] =
    ["title", "name", "deck", "chapter", "topic", "category", "section", "标题", "名称", "章节"];
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

/// The cards found so far.
pub(super) struct Records {
    deck: Deck,
    topic: Vec<String>,
    /// Names of fields that are on no card.
    unread: Vec<String>,
}

impl Records {
    pub(super) fn new(deck: Deck) -> Records {
        Records { deck, topic: Vec::new(), unread: Vec::new() }
    }

    /// The deck, with what is on no card told.
    pub(super) fn finish(mut self) -> Deck {
        if !self.unread.is_empty() {
            let names: Vec<String> = self.unread.iter().map(|name| markdown::clean(name)).collect();
            let message = format!("fields that are not shown: {}", names.join(", "));
            let help =
                "a card takes its question, its options, its answer with what explains it, and its topic";
            self.deck.told.push(Diagnostic::note(1, message, help));
        }
        self.deck
    }

    /// Takes all cards of a value. JSON is no deeper than its reader allows, and so is YAML.
    pub(super) fn walk(&mut self, value: &Value) {
        match value {
            Value::Array(items) => self.list(items),
            Value::Object(object) => self.object(object),
            _ => {}
        }
    }

    fn list(&mut self, items: &[Value]) {
        if self.pairs(items) {
            return;
        }
        let base = Base::of(items);
        for item in items {
            match item {
                Value::Object(object) if self.card(object, base) => {}
                item => self.walk(item),
            }
        }
    }

    /// Lists of a question and its answer, without names.
    fn pairs(&mut self, items: &[Value]) -> bool {
        let pair = |item: &Value| match item.as_array().map(Vec::as_slice) {
            Some([Value::String(asked), Value::String(answer)]) => Some((asked.clone(), answer.clone())),
            _ => None,
        };
        let Some(pairs) = items.iter().map(pair).collect::<Option<Vec<_>>>() else { return false };
        if !ask(pairs.iter().map(|(asked, _)| asked.as_str())) {
            return false;
        }
        let topic = self.topic.clone();
        for (asked, answer) in &pairs {
            self.deck.card(None, &topic, &text(asked), &text(answer));
        }
        true
    }

    fn object(&mut self, object: &Map<String, Value>) {
        if self.card(object, Base::Zero) || self.map(object) {
            return;
        }
        let named = |key: &&&str| object.iter().find(|(name, _)| plain_name(name) == **key);
        let title = TITLES.iter().find_map(|key| named(&key)?.1.as_str()).map(str::trim);
        let title = title.filter(|title| !title.is_empty() && title.len() < 200).map(str::to_owned);
        let is_holder = |value: &&Value| matches!(value, Value::Array(_) | Value::Object(_));
        let is_first = self.topic.is_empty() && self.deck.title.is_none() && !self.deck.has_cards();
        let depth = self.topic.len();
        match title {
            Some(title) if is_first => self.deck.title = Some(title),
            Some(title) if depth < DEEPEST => self.topic.push(title),
            _ => {}
        }
        for (key, value) in object.iter().filter(|(_, value)| is_holder(value)) {
            let name = plain_name(key);
            let heads = !HOLDERS.contains(&name.as_str())
                && !TITLES.contains(&name.as_str())
                && self.topic.len() < DEEPEST;
            if heads {
                self.topic.push(key.trim().to_owned());
            }
            self.walk(value);
            if heads {
                self.topic.pop();
            }
        }
        self.topic.truncate(depth);
    }

    /// A map from questions to their answers.
    fn map(&mut self, object: &Map<String, Value>) -> bool {
        if object.len() < 3
            || !object.values().all(Value::is_string)
            || !ask(object.keys().map(String::as_str))
        {
            return false;
        }
        let topic = self.topic.clone();
        for (asked, answer) in object {
            self.deck.card(None, &topic, &text(asked), &said(answer).unwrap_or_default());
        }
        true
    }

    /// The card that an object is; whether it is one.
    fn card(&mut self, object: &Map<String, Value>, base: Base) -> bool {
        if object.len() > 64 {
            return false;
        }
        let keys: Vec<&String> = object.keys().collect();
        let names: Vec<String> = keys.iter().map(|key| plain_name(key)).collect();
        let field = |place: usize| &object[keys[place]];
        let options = Options::of(&names, &field, base);
        let Some(roles) = Roles::of(&names).or_else(|| {
            // Options that mark the right one need no answer.
            let marked = options.as_ref().filter(|options| !options.right.is_empty())?;
            let asked =
                names.iter().position(|name| crate::import::fields::ASKED.contains(&name.as_str()))?;
            Some(Roles { asked, answered: marked.place, ..Roles::default() })
        }) else {
            return false;
        };
        let Some(mut question) = said(field(roles.asked)).filter(|question| !question.trim().is_empty())
        else {
            return false;
        };
        let plain = said(field(roles.answered));
        let mut answer = match (&options, &plain) {
            (Some(options), _) if !options.right.is_empty() => options.answer(),
            (_, Some(plain)) => plain.clone(),
            _ => return false,
        };
        if let Some(options) = &options {
            question = format!("{}\n\n{}", question.trim_end(), options.shown());
        }
        if let Some(explained) = roles.explained.and_then(|place| said(field(place))) {
            answer = format!("{}\n\n{}", answer.trim_end(), explained.trim());
        }
        let level = |place: Option<usize>| place.and_then(|place| words(field(place)));
        let own = [level(roles.deck), level(roles.topic)];
        let topic: Vec<String> = self.topic.iter().cloned().chain(own.into_iter().flatten()).collect();
        self.deck.card(None, &topic, &question, &answer);
        let is_read = |place: &usize| match &options {
            Some(options) => {
                options.places.contains(place) || *place == roles.asked || *place == roles.answered
            }
            None => false,
        };
        for place in roles.others.iter().filter(|place| !is_read(place)) {
            let is_said =
                !matches!(field(*place), Value::Null) && !["id", "uuid", "guid"].contains(&&*names[*place]);
            if is_said && self.unread.len() < 12 && !self.unread.contains(keys[*place]) {
                self.unread.push(keys[*place].clone());
            }
        }
        true
    }
}

/// Whether most of these ask; few may do so by chance.
fn ask<'a>(texts: impl ExactSizeIterator<Item = &'a str>) -> bool {
    let count = texts.len();
    let asking = texts.filter(|text| asking(text) > Asking::No).count();
    count > 2 && asking * 10 >= count * 6
}

/// What a value says as a text.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(said) => Some(text(said)),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some("true".to_owned()),
        Value::Bool(false) => Some("false".to_owned()),
        Value::Array(items) if !items.is_empty() && items.len() < 1000 => {
            let line = |item: &Value| if item.is_array() { None } else { said(item) };
            let lines: Vec<String> = items.iter().map(line).collect::<Option<_>>()?;
            let is_list = lines.len() > 1 && lines.iter().all(|line| !line.trim().contains('\n'));
            let line = |line: &String| if is_list { format!("- {}", line.trim()) } else { line.clone() };
            Some(lines.iter().map(line).collect::<Vec<_>>().join("\n"))
        }
        Value::Object(object) => {
            let named = ["text", "value", "content", "html", "markdown", "body"];
            named.iter().find_map(|key| object.get(*key)?.as_str()).map(text)
        }
        _ => None,
    }
}

/// A short text, or several of them, as one line.
fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Array(items) => {
            let tags = items.iter().filter_map(Value::as_str).map(|tag| format!("#{}", tag.trim()));
            tags.collect::<Vec<_>>().join(" ")
        }
        _ => return None,
    };
    (!words.is_empty() && words.len() < 200).then_some(words)
}

/// Markdown, or HTML as Markdown: what has tags of paragraphs, or words for signs.
fn text(said: &str) -> String {
    const TAGS: [&str; 13] = [
        "<p>", "<p ", "<br", "<div", "<b>", "<i>", "<em>", "<strong>", "<ul>", "<ol>", "<img ", "<pre>",
        "<code>",
    ];
    const SIGNS: [&str; 6] = ["&quot;", "&#039;", "&#39;", "&amp;", "&lt;", "&nbsp;"];
    let is_html = said.contains(['<', '&'])
        && (TAGS.iter().any(|tag| said.contains(tag)) || SIGNS.iter().any(|sign| said.contains(sign)))
        && !said.contains("```");
    if is_html { markdown::from_html(said) } else { said.replace("\r\n", "\n") }
}

/// What a number among options counts from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Base {
    Zero,
    One,
}

impl Base {
    /// From one where no answer is 0 and one is as large as there are options.
    fn of(items: &[Value]) -> Base {
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
        if last && !zero { Base::One } else { Base::Zero }
    }
}

/// What may be chosen.
struct Options {
    texts: Vec<String>,
    /// The places of the right ones.
    right: Vec<usize>,
    /// The field they stand in, and all fields that were read.
    place: usize,
    places: Vec<usize>,
}

impl Options {
    fn of<'v>(names: &[String], field: &impl Fn(usize) -> &'v Value, base: Base) -> Option<Options> {
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
            return Some(Options { texts, right, place: wrong, places: vec![wrong] });
        }
        let lettered: Vec<usize> = ["a", "b", "c", "d", "e", "f"]
            .iter()
            .map_while(|letter| {
                names.iter().position(|name| name == letter || *name == format!("option {letter}"))
            })
            .collect();
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
        Some(Options { texts, right: chosen, place, places })
    }

    /// The options, a line each.
    fn shown(&self) -> String {
        let line = |(place, text): (usize, &String)| format!("{}. {}", letter(place), bare(text));
        self.texts.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    }

    fn answer(&self) -> String {
        let line = |place: &usize| format!("{}. {}", letter(*place), bare(&self.texts[*place]));
        self.right.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn letter(place: usize) -> char {
    char::from(b'A' + place.min(25) as u8)
}

/// An option without the letter it begins with.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let mut letters = text.chars();
    let has_letter = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.next().is_some_and(|sign| matches!(sign, '.' | ')' | '、' | '．' | ':' | '：'));
    let rest = letters.as_str().trim();
    if has_letter && !rest.is_empty() { rest } else { text }
}

/// The options of a list or a map, and which of them say that they are right.
fn listed(value: &Value) -> Option<(Vec<String>, Vec<usize>)> {
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
fn chosen(answer: &Value, texts: &[String], base: Base) -> Vec<usize> {
    let place = |number: u64| {
        let number = usize::try_from(number).ok()?;
        let place = if base == Base::One { number.checked_sub(1)? } else { number };
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
