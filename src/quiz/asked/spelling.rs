//! Names as a library spells them: `lora` is LoRA and `flash attention` is FlashAttention, however hurriedly
//! somebody types.

use crate::card::{Face, folded};
use crate::markdown;
use std::collections::{HashMap, HashSet};

/// So many letters at the beginning of an answer say what it is about.
const BEGINNING: usize = 240;

/// Shorter words may be anything in small letters.
const SHORTEST: usize = 3;

/// Names by how they are written in small letters.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    names: HashMap<String, String>,
    /// All names in small letters, also those that are words too.
    spelt: HashSet<String>,
}

impl Spelling {
    /// The names in the questions of these faces. What they have in small letters too is a word like any other.
    pub(super) fn of<'a>(faces: impl Iterator<Item = &'a Face>) -> Spelling {
        let (mut names, mut words) = (HashMap::new(), HashSet::new());
        for face in faces {
            for word in words_of(&face.question) {
                if is_spelt(word) && word.len() >= SHORTEST {
                    names.entry(word.to_lowercase()).or_insert_with(|| word.to_owned());
                } else {
                    words.insert(word.to_owned());
                }
            }
            let beginning: String = face.answer.chars().take(BEGINNING).collect();
            words.extend(words_of(&beginning).filter(|word| !is_spelt(word)).map(str::to_owned));
        }
        let spelt = names.keys().cloned().collect();
        names.retain(|small, _| !words.contains(small));
        Spelling { names, spelt }
    }

    /// Whether a word is a name here, however it is written.
    pub(super) fn is_spelt(&self, word: &str) -> bool {
        self.spelt.contains(&word.to_lowercase())
    }

    /// A text with its names spelt so; two words that are one name are that name.
    pub(super) fn respelt(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(is_part) {
            let (before, from) = rest.split_at(start);
            let (word, behind) = split_word(from);
            out.push_str(before);
            let next = behind.strip_prefix([' ', '-']).map(split_word).filter(|(next, _)| !next.is_empty());
            let both = next.and_then(|(next, behind)| {
                Some((self.names.get(&format!("{word}{next}").to_lowercase())?, behind))
            });
            match both {
                Some((name, behind)) => {
                    out.push_str(name);
                    rest = behind;
                }
                None => {
                    out.push_str(self.names.get(&word.to_lowercase()).map_or(word, String::as_str));
                    rest = behind;
                }
            }
        }
        out + rest
    }
}

/// What a question says, to be compared with another: letters and digits alone.
pub fn same_words(question: &str) -> String {
    let text = markdown::text(&markdown::inlines(question));
    folded(&text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
}

fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter| !is_part(letter)).unwrap_or(text.len()))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_part(letter)).filter(|word| !word.is_empty())
}

/// Whether a word has a capital behind its first letter.
fn is_spelt(word: &str) -> bool {
    word.chars().skip(1).any(|letter| letter.is_ascii_uppercase())
}
