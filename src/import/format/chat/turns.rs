//! Turns of a chat: what one asks and another answers.

use crate::import::ask::{Asking, asking};
use crate::import::talk::is_small_talk;
use std::collections::HashMap;

/// What a line of a chat begins with.
pub(super) struct Stamped<'a> {
    pub(super) name: &'a str,
    /// What is said; empty where it stands on the lines below.
    pub(super) said: &'a str,
}

/// A line of a chat, and what it begins with.
pub(super) type ChatLine<'a> = (&'a str, Option<Stamped<'a>>);

/// What a line of a chat is for, where it is for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It asks.
    Asks,
    /// It tells a question in quotes.
    Quotes,
    /// It begins an answer.
    Answers,
    /// It says nothing of a subject, and is not shown.
    Small,
}

/// Something that somebody said.
pub(super) struct ChatMessage<'a> {
    name: &'a str,
    /// The place of its first line that says something.
    first: usize,
    asks: bool,
    /// It tells what somebody asked, in quotes.
    quotes: bool,
    /// It says nothing of a subject.
    small: bool,
}

impl<'a> ChatMessage<'a> {
    fn new(name: &'a str, first: usize, said: &str) -> ChatMessage<'a> {
        let small = is_small_talk(said);
        ChatMessage { name, first, asks: asks(said) && !small, quotes: quoted(said).is_some(), small }
    }
}

/// The messages of a chat; names without a text are none.
pub(super) fn messages<'a>(lines: &[ChatLine<'a>]) -> Vec<ChatMessage<'a>> {
    let mut found: Vec<ChatMessage<'a>> = Vec::new();
    // Who speaks on the lines below, before the first of them.
    let mut open: Option<&'a str> = None;
    for (first, (line, stamped)) in lines.iter().enumerate() {
        match stamped {
            Some(stamped) if stamped.said.is_empty() => open = Some(stamped.name),
            Some(stamped) => {
                open = None;
                found.push(ChatMessage::new(stamped.name, first, stamped.said));
            }
            None if line.trim().is_empty() => {}
            None => match open.take() {
                Some(name) => found.push(ChatMessage::new(name, first, line)),
                None => {
                    if let Some(last) = found.last_mut() {
                        last.asks = asks(line);
                    }
                }
            },
        }
    }
    found
}

/// Whether something that was said asks: people leave the mark out.
pub(super) fn asks(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '\u{3000}', '。', '~', '～', '!', '！', '…']);
    text.ends_with(['?', '？', '吗', '么', '哪']) || text.ends_with("为啥") || text.ends_with("多少")
}

/// The question that a message tells in quotes: `first one was "why scale"`.
pub(super) fn quoted(text: &str) -> Option<&str> {
    const PAIRS: [(char, char); 3] = [('"', '"'), ('“', '”'), ('「', '」')];
    PAIRS.into_iter().find_map(|(open, close)| {
        let (_, inner) = text.split_once(open)?;
        let (inner, _) = inner.split_once(close)?;
        let is_sentence = inner.trim().contains(' ') || !inner.is_ascii();
        (is_sentence && asking(inner) == Asking::Yes).then_some(inner.trim())
    })
}

/// What each line is for that asks or begins an answer, or says nothing; `None` unless most of what is asked is answered
/// by another.
pub(super) fn turns(messages: &[ChatMessage<'_>]) -> Option<HashMap<usize, Turn>> {
    let mut found = HashMap::new();
    let (mut asked, mut answered) = (0usize, 0usize);
    for (index, message) in messages.iter().enumerate().filter(|(_, message)| message.asks || message.quotes)
    {
        found.insert(message.first, if message.quotes { Turn::Quotes } else { Turn::Asks });
        let mut below = messages[index + 1..].iter().filter(|next| !next.small);
        // What is asked in several messages is one question more; who tells what was asked answers it too.
        let Some(next) = below.find(|next| message.quotes || next.name != message.name || next.asks) else {
            continue;
        };
        if next.name == message.name && !message.quotes {
            continue;
        }
        asked += 1;
        if !next.asks && !next.quotes {
            answered += 1;
            found.insert(next.first, Turn::Answers);
        }
    }
    found.extend(messages.iter().filter(|message| message.small).map(|message| (message.first, Turn::Small)));
    (asked > 1 && answered * 3 >= asked * 2).then_some(found)
}
