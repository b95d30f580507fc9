//! Records with names: what is a card among the values of JSON and YAML.

pub(in crate::import) mod options;
mod value;

use super::deck::ConvertedDeck;
use crate::import::ask::{Asking, asking};
use crate::import::diagnostic::Diagnostic;
use crate::import::fields::{ASKED, Roles, plain_name};
use crate::markdown;
use crate::messages::ReadingMessage;
use options::{OptionBase, RecordOptions};
use serde_json::{Map, Value};
use value::{said, text, words};

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

/// The cards found so far.
pub(super) struct Records {
    deck: ConvertedDeck,
    topic: Vec<String>,
    /// Names of fields that are on no card.
    unread: Vec<String>,
}

impl Records {
    pub(super) fn new(deck: ConvertedDeck) -> Records {
        Records { deck, topic: Vec::new(), unread: Vec::new() }
    }

    /// The deck, with what is on no card told.
    pub(super) fn finish(mut self) -> ConvertedDeck {
        if !self.unread.is_empty() {
            let names: Vec<String> = self.unread.iter().map(|name| markdown::clean(name)).collect();
            let message = ReadingMessage::FieldsNotShown { fields: names.join(", ") };
            let help = ReadingMessage::RecordFields;
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
        if self.pairs(items) || self.unanswered(items) {
            return;
        }
        let base = OptionBase::of(items);
        let asked = items.iter().find_map(asked_in_card);
        for item in items {
            match item {
                Value::Object(object) if self.card(object, base) => {}
                Value::Object(object) if self.lone_question(object, asked) => {}
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

    /// Questions alone: texts that ask, or objects that have a question each and nothing that answers.
    fn unanswered(&mut self, items: &[Value]) -> bool {
        let asked = |item: &Value| match item {
            Value::String(asked) => Some(asked.clone()),
            Value::Object(object) => {
                let names: Vec<String> = object.keys().map(|key| plain_name(key)).collect();
                let place = names.iter().position(|name| ASKED.contains(&name.as_str()))?;
                let has_more = Roles::of(&names).is_some()
                    || names.iter().any(|name| name.starts_with("option") || name.starts_with("choice"));
                object.values().nth(place)?.as_str().filter(|_| !has_more).map(str::to_owned)
            }
            _ => None,
        };
        let Some(questions) = items.iter().map(asked).collect::<Option<Vec<String>>>() else { return false };
        if questions.len() < 3 || !ask(questions.iter().map(String::as_str)) {
            return false;
        }
        let topic = self.topic.clone();
        for asked in &questions {
            self.deck.card(None, &topic, &text(asked), "");
        }
        true
    }

    /// A question without an answer among cards; `asked` is how these name their questions.
    fn lone_question(&mut self, object: &Map<String, Value>, asked: Option<&str>) -> bool {
        let question = asked.and_then(|asked| said(object.get(asked)?));
        let Some(question) = question.filter(|question| !question.trim().is_empty()) else { return false };
        // What holds more is a chapter.
        if object.values().any(Value::is_array) {
            return false;
        }
        let topic = self.topic.clone();
        self.deck.card(None, &topic, &question, "");
        true
    }

    fn object(&mut self, object: &Map<String, Value>) {
        if self.card(object, OptionBase::Zero) || self.map(object) {
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
    fn card(&mut self, object: &Map<String, Value>, base: OptionBase) -> bool {
        if object.len() > 64 {
            return false;
        }
        let keys: Vec<&String> = object.keys().collect();
        let names: Vec<String> = keys.iter().map(|key| plain_name(key)).collect();
        let field = |place: usize| &object[keys[place]];
        let options = RecordOptions::of(&names, &field, base);
        let Some(roles) = Roles::of(&names).or_else(|| {
            // Options that mark the right one need no answer.
            let marked = options.as_ref().filter(|options| !options.right.is_empty())?;
            let asked = names.iter().position(|name| ASKED.contains(&name.as_str()))?;
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
            _ if field(roles.answered).is_null() => String::new(),
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

/// Under which key an object has its question, if it has an answer too.
fn asked_in_card(value: &Value) -> Option<&str> {
    let keys: Vec<&String> = value.as_object().filter(|object| object.len() <= 64)?.keys().collect();
    let names: Vec<String> = keys.iter().map(|key| plain_name(key)).collect();
    Roles::of(&names).map(|roles| keys[roles.asked].as_str())
}

/// Whether most of these ask; few may do so by chance.
fn ask<'a>(texts: impl ExactSizeIterator<Item = &'a str>) -> bool {
    let count = texts.len();
    let asking = texts.filter(|text| asking(text) > Asking::No).count();
    count > 2 && asking * 10 >= count * 6
}
