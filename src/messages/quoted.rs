//! A message inside another: its words in both languages.

use super::say::{Say, Value};
use crate::card::Lang;

/// What a message says, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quoted {
    /// In English and in Chinese.
    words: Box<[String; 2]>,
}

impl Quoted {
    /// The words of a message.
    pub fn of(message: &impl Say) -> Quoted {
        Quoted { words: Box::new([message.say(Lang::En), message.say(Lang::Zh)]) }
    }
}

impl Say for Quoted {
    fn say(&self, lang: Lang) -> String {
        self.words[usize::from(lang == Lang::Zh)].clone()
    }
}

impl Value for Quoted {
    type Said<'a> = String;

    fn said(&self, lang: Lang) -> String {
        self.say(lang)
    }
}

/// Messages below each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lines(pub Vec<Quoted>);

impl Value for Lines {
    type Said<'a> = String;

    fn said(&self, lang: Lang) -> String {
        self.0.iter().map(|message| message.say(lang)).collect::<Vec<_>>().join("\n       ")
    }
}
