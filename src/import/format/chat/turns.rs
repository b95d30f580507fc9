//! Turns of a chat: what one asks and another answers.

use crate::import::ask::{Asking, asking};
use crate::import::talk::is_small_talk;
use std::collections::{HashMap, HashSet};

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
    /// Its words may ask, whatever ends it.
    may_ask: bool,
    /// It says that something was understood, or thanks.
    closes: bool,
}

impl<'a> ChatMessage<'a> {
    fn new(name: &'a str, first: usize, said: &str) -> ChatMessage<'a> {
        let plain = without_signs(said);
        let small = plain.is_empty() || is_small_talk(&plain);
        let may_ask = asking(said) > Asking::No || said.trim_end().ends_with('呢');
        ChatMessage {
            name,
            first,
            asks: asks(said) && !small,
            quotes: quoted(said).is_some(),
            small,
            may_ask: may_ask && !small,
            closes: small || closes(&plain),
        }
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
    let goes_on = who_goes_on(messages);
    let asks = |message: &ChatMessage<'_>| message.asks || goes_on.contains(&message.first);
    for (index, message) in messages.iter().enumerate().filter(|(_, message)| asks(message) || message.quotes)
    {
        found.insert(message.first, if message.quotes { Turn::Quotes } else { Turn::Asks });
        let mut below = messages[index + 1..].iter().filter(|next| !next.small);
        // What is asked in several messages is one question more; who tells what was asked answers it too.
        let Some(next) = below.find(|next| message.quotes || next.name != message.name || asks(next)) else {
            continue;
        };
        if next.name == message.name && !message.quotes {
            continue;
        }
        asked += 1;
        if !asks(next) && !next.quotes {
            answered += 1;
            found.insert(next.first, Turn::Answers);
        }
    }
    // Who asks most, and answers nobody, closes what was asked.
    let mut askers: HashMap<&str, (usize, usize)> = HashMap::new();
    for message in messages {
        let counts = askers.entry(message.name).or_default();
        counts.0 += usize::from(asks(message));
        counts.1 += usize::from(found.get(&message.first) == Some(&Turn::Answers));
    }
    let asker = askers
        .into_iter()
        .filter(|(_, (_, answers))| *answers == 0)
        .max_by_key(|(name, (asks, _))| (*asks, *name));
    let asker = asker.filter(|(_, (asks, _))| *asks > 0).map(|(name, _)| name);
    let is_small = |message: &&ChatMessage<'_>| {
        message.small || message.closes && Some(message.name) == asker && !asks(message)
    };
    found.extend(messages.iter().filter(is_small).map(|message| (message.first, Turn::Small)));
    (asked > 1 && answered * 3 >= asked * 2).then_some(found)
}

/// Where two take turns and the one who asks first goes on asking, the first lines of what is asked without a mark.
///
/// At least half of what that one says asks by its mark or its words, and hardly anything the other one says does.
fn who_goes_on(messages: &[ChatMessage<'_>]) -> HashSet<usize> {
    let told: Vec<&ChatMessage<'_>> = messages.iter().filter(|message| !message.small).collect();
    let turns: Vec<&[&ChatMessage<'_>]> = told.chunk_by(|one, next| one.name == next.name).collect();
    let Some((first, begin)) = told.iter().find(|message| message.asks).map(|one| (one.name, one.first))
    else {
        return HashSet::new();
    };
    let names: HashSet<&str> = told.iter().map(|message| message.name).collect();
    let is_open = |turn: &[&ChatMessage<'_>]| !turn.iter().all(|message| message.closes);
    let (own, other): (Vec<_>, Vec<_>) =
        turns.iter().copied().filter(|turn| is_open(turn)).partition(|turn| turn[0].name == first);
    let asks = |turn: &[&ChatMessage<'_>]| turn.iter().any(|message| message.asks || message.may_ask);
    let own_asking = own.iter().filter(|turn| asks(turn)).count();
    let others_asking = other.iter().filter(|turn| turn.iter().any(|message| message.asks)).count();
    let take_turns = names.len() == 2
        && !told.iter().any(|message| message.quotes)
        && own.len() > 1
        && own.len().abs_diff(other.len()) <= 1
        && own_asking * 2 >= own.len()
        && others_asking * 5 <= other.len();
    let is_unmarked = |turn: &&[&ChatMessage<'_>]| {
        let is_followed = other.last().is_some_and(|last| last[0].first > turn[0].first);
        !turn.iter().any(|message| message.asks) && (asks(turn) || turn[0].first > begin) && is_followed
    };
    let open = own.into_iter().filter(|turn| take_turns && is_unmarked(turn));
    open.filter_map(|turn| turn.iter().find(|message| !message.closes)).map(|message| message.first).collect()
}

/// What was said, without names of pictures and of small faces in brackets: `[图片]`, `[抱拳]`, `<Media omitted>`.
fn without_signs(said: &str) -> String {
    let mut left = String::new();
    let mut rest = said.trim();
    while let Some((at, open)) = rest.char_indices().find(|(_, letter)| matches!(letter, '[' | '【' | '<')) {
        let inner = &rest[at + open.len_utf8()..];
        let close = match open {
            '[' => ']',
            '<' => '>',
            _ => '】',
        };
        let name = inner.split_once(close).filter(|(name, behind)| {
            let is_name = name.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
            is_name && (1..=LONGEST_SIGN).contains(&name.chars().count()) && !behind.starts_with('(')
        });
        left.push_str(&rest[..at]);
        match name {
            Some((_, behind)) => rest = behind,
            None => {
                left.push(open);
                rest = inner;
            }
        }
    }
    left.push_str(rest);
    left.trim().to_owned()
}

/// The name of a picture has no more letters.
const LONGEST_SIGN: usize = 14;

/// Whether a message says no more than that something was understood: `懂了`, `嗯嗯，谢谢`.
fn closes(text: &str) -> bool {
    const WORDS: [&str; 26] = [
        "懂了",
        "懂",
        "明白了",
        "明白",
        "了解",
        "收到",
        "好的",
        "好",
        "嗯",
        "哦",
        "噢",
        "行",
        "谢谢",
        "多谢",
        "感谢",
        "谢了",
        "哈",
        "牛",
        "厉害",
        "学到了",
        "原来如此",
        "可以",
        "对",
        "是的",
        "ok",
        "OK",
    ];
    let mut rest = text.trim();
    // Behind thanks a name may stand.
    let mut longest = LONGEST_REST;
    while !rest.is_empty() {
        let word = WORDS.iter().find(|word| rest.starts_with(**word));
        if word.is_some_and(|word| word.contains('谢')) {
            longest = LONGEST_THANKED;
        }
        let next = word.and_then(|word| rest.strip_prefix(word));
        let Some(next) = next.or_else(|| rest.strip_prefix(|letter: char| !letter.is_alphanumeric())) else {
            break;
        };
        rest = next;
    }
    rest.chars().count() <= longest && rest.len() < text.trim().len()
}

/// So much may follow the words that close a turn.
const LONGEST_REST: usize = 1;
const LONGEST_THANKED: usize = 4;
