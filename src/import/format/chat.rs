//! Chats copied from messengers: the time and the name before each line are left out, line by line.

use super::Converted;
use std::collections::HashSet;

/// Fewer stamps are chance.
const FEWEST: usize = 3;
/// A name has no more letters.
const LONGEST_NAME: usize = 24;
/// So many lines tell.
const LOOKED_AT: usize = 400;

/// What a line of a chat begins with.
struct Stamped<'a> {
    name: &'a str,
    /// What is said; empty where it stands on the lines below.
    said: &'a str,
}

/// A text without the stamps of a chat; `None` where most lines have none and are not below one.
pub(super) fn read(text: &str) -> Option<Converted> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    // Nearly all texts end here.
    if !first.contains(|letter: char| letter.is_ascii_digit()) && !begins_with_stamp(text) {
        return None;
    }
    let (mut stamps, mut heads, mut all) = (0usize, 0usize, 0usize);
    let mut names: HashSet<&str> = HashSet::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT) {
        all += 1;
        if let Some(stamped) = stamped(line) {
            stamps += 1;
            heads += usize::from(stamped.said.is_empty());
            names.insert(stamped.name);
        }
    }
    // Each line has its stamp; or stamps head what is said below them, and say who speaks: the same few again and again.
    let is_chat = stamps >= FEWEST && stamps * 5 >= all * 4 && heads * 2 < stamps
        || heads >= FEWEST && heads == stamps && stamps * 8 >= all && names.len() * 2 <= heads + 1;
    if !is_chat {
        return None;
    }
    let lines: Vec<(&str, Option<Stamped<'_>>)> = text.lines().map(|line| (line, stamped(line))).collect();
    let keeps_names = takes_turns(&lines);
    let mut out = String::with_capacity(text.len());
    for (line, stamped) in &lines {
        match stamped {
            Some(Stamped { name, said }) if keeps_names && !name.is_empty() && !said.is_empty() => {
                out.push_str(name);
                out.push_str(": ");
                out.push_str(said);
            }
            Some(Stamped { said, .. }) => out.push_str(said),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    Some(Converted { format: "chat", text: out, told: Vec::new() })
}

fn begins_with_stamp(text: &str) -> bool {
    text.lines().take(12).any(|line| stamped(line).is_some())
}

/// Whether what one asks another answers: then the names say which is which.
fn takes_turns(lines: &[(&str, Option<Stamped<'_>>)]) -> bool {
    let said: Vec<&Stamped<'_>> = lines.iter().filter_map(|(_, stamped)| stamped.as_ref()).collect();
    let asks = |one: &Stamped<'_>| one.said.trim_end().ends_with(['?', '？']);
    let asked = said.windows(2).filter(|pair| asks(pair[0]));
    let (all, answered) = asked.fold((0usize, 0usize), |(all, answered), pair| {
        (all + 1, answered + usize::from(pair[0].name != pair[1].name && !asks(pair[1])))
    });
    all > 1 && answered * 3 >= all * 2
}

/// A line that begins with a time: `[10:03] Ann: …`, `2024-03-02 14:20 小李`, `小李 10:03`, `12/3/24, 9:01 - Ann: …`.
fn stamped(line: &str) -> Option<Stamped<'_>> {
    let line = line.trim();
    if line.len() < 5 || !line.bytes().any(|byte| byte == b':') && !line.contains('：') {
        return None;
    }
    let behind = behind_time(line);
    let Some(rest) = behind else {
        // The name stands first, with nothing but the time behind it.
        let at = line.find(|letter: char| letter.is_ascii_digit())?;
        let name = line[..at].trim_end_matches([' ', '(', '（', '[', '【', '\t', ',']);
        let is_name = !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && name.chars().all(|letter| letter.is_alphanumeric() || " _-.".contains(letter));
        let rest = behind_time(&line[at..])?.trim_matches([')', '）', ']', '】', ' ', ':', '：']);
        return (is_name && rest.is_empty()).then_some(Stamped { name, said: "" });
    };
    let rest = rest.trim_start_matches([']', '】', ')', '）', ' ', '\t', '-', '–', ',', '，']);
    let parted = rest.char_indices().find(|(_, letter)| matches!(letter, ':' | '：'));
    let is_name = |name: &str| {
        let name = name.trim();
        (1..=LONGEST_NAME).contains(&name.chars().count())
            && name.split(' ').count() < 4
            && name.chars().all(|letter| letter.is_alphanumeric() || " _-.@()（）".contains(letter))
    };
    match parted {
        Some((at, sign)) if is_name(&rest[..at]) => {
            Some(Stamped { name: rest[..at].trim(), said: rest[at + sign.len_utf8()..].trim() })
        }
        None if is_name(rest) && rest.chars().count() < 16 && !rest.ends_with(['?', '？']) => {
            Some(Stamped { name: rest, said: "" })
        }
        _ => None,
    }
}

/// What stands behind a date and a time that a text begins with, or behind a time of day alone.
fn behind_time(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['[', '【', '(', '（', ' ']);
    let is_sign =
        |letter: char| letter.is_ascii_digit() || "-/.: ,年月日星期一二三四五六上下午周T".contains(letter);
    let end = text.find(|letter: char| !is_sign(letter)).unwrap_or(text.len());
    let (stamp, mut rest) = text.split_at(end);
    let stamp = stamp.trim_end_matches([' ', '-', ',', '.', ':']);
    let end = stamp.len();
    if rest.len() < text.len() - end {
        rest = &text[end..];
    }
    let colon = stamp.find(':')?;
    let digits = |part: &str, from_end: bool| {
        let is_digit = |letter: &char| letter.is_ascii_digit();
        if from_end {
            part.chars().rev().take_while(is_digit).count()
        } else {
            part.chars().take_while(is_digit).count()
        }
    };
    let is_time = (1..=2).contains(&digits(&stamp[..colon], true)) && digits(&stamp[colon + 1..], false) == 2;
    let rest = rest.trim_start();
    let rest = ["AM", "PM", "am", "pm"].into_iter().find_map(|half| rest.strip_prefix(half)).unwrap_or(rest);
    is_time.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_and_names_are_taken_off() {
        for (line, name, said) in [
            ("[10:03] Ann: why scale?", "Ann", "why scale?"),
            ("12/03/24, 9:01 PM - Ann Lee: why scale?", "Ann Lee", "why scale?"),
            ("2024-03-02 14:20:11 小李", "小李", ""),
            ("小李 14:20", "小李", ""),
            ("2024年3月2日 14:20 小李：为什么缩放？", "小李", "为什么缩放？"),
            ("【14:20】小李：为什么缩放？", "小李", "为什么缩放？"),
        ] {
            let found = stamped(line).map(|found| (found.name, found.said));
            assert_eq!(found, Some((name, said)), "{line}");
        }
        for line in ["What is 3:1?", "12:30 pooling", "1. a: b", "10:1 ratio: big", "00:15 What is it? A: x"]
        {
            assert!(stamped(line).is_none_or(|found| found.said.is_empty()), "{line}");
        }
    }

    #[test]
    fn names_stay_where_another_answers() {
        let text =
            "9:01 Ann: Why scale?\n9:02 Bob: Softmax saturates.\n9:03 Ann: Why mask?\n9:04 Bob: No future.\n";
        assert_eq!(
            read(text).map(|found| found.text).as_deref(),
            Some("Ann: Why scale?\nBob: Softmax saturates.\nAnn: Why mask?\nBob: No future.\n")
        );
        let list = "9:01 Ann: why scale?\n9:01 Ann: why mask?\n9:02 Ann: what is GQA\n9:05 Bob: thanks\n";
        assert_eq!(
            read(list).map(|found| found.text).as_deref(),
            Some("why scale?\nwhy mask?\nwhat is GQA\nthanks\n")
        );
        assert_eq!(read("1. What is 10:30?\nx\n2. b\n"), None);
        assert_eq!(
            read("[1:15] pooling\nIt shrinks.\n[2:40] stride\nThe step.\n[5:05] padding\nZeros.\n"),
            None
        );
    }
}
