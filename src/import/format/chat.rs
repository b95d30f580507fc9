//! Chats copied from messengers: the time and the name before each line are left out, line by line.

mod turns;

use super::Converted;
use crate::import::stem::Stem;
use std::collections::HashSet;
use turns::{ChatLine, Stamped, Turn};

/// Fewer stamps are chance.
const FEWEST: usize = 3;
/// A name has no more letters.
const LONGEST_NAME: usize = 24;
/// So many lines tell.
const LOOKED_AT: usize = 400;

/// A text without the stamps of a chat; `None` where most lines have none and are not below one.
pub(super) fn read(text: &str) -> Option<Converted> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    // Nearly all texts end here.
    if !first.contains(|letter: char| letter.is_ascii_digit()) && !begins_with_stamp(text) {
        return spoken(text);
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
    // Or many speak, and what one asks another answers.
    let may_answer = heads >= FEWEST && heads == stamps && stamps * 8 >= all && names.len() < heads;
    if !is_chat && !may_answer {
        return spoken(text);
    }
    let lines: Vec<ChatLine<'_>> = text.lines().map(|line| (line, stamped(line))).collect();
    if !is_chat && turns::turns(&turns::messages(&lines)).is_none() {
        return spoken(text);
    }
    Some(told(text, &lines))
}

/// The text of a chat: without names; or, where one answers what another asks, with labels in their place.
fn told(text: &str, lines: &[ChatLine<'_>]) -> Converted {
    let turns = turns::turns(&turns::messages(lines)).unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    for (index, (line, stamped)) in lines.iter().enumerate() {
        let said = stamped.as_ref().map_or(*line, |stamped| stamped.said);
        let (label, said) = match turns.get(&index) {
            Some(Turn::Asks) => ("Q: ", said),
            Some(Turn::Quotes) => ("Q: ", turns::quoted(said).unwrap_or(said)),
            Some(Turn::Answers) => ("A: ", said),
            Some(Turn::Small) => ("", ""),
            None => ("", said),
        };
        out.push_str(label);
        out.push_str(said);
        out.push('\n');
    }
    Converted { format: "chat", text: out, told: Vec::new() }
}

fn begins_with_stamp(text: &str) -> bool {
    text.lines().take(LOOKED_FOR).any(|line| stamped(line).is_some())
}

/// A chat begins within so many lines.
const LOOKED_FOR: usize = 12;

/// A chat in which names alone stand before what is said; `None` where two labels strictly take turns in many lines, of
/// which each first asks: these are read as they stand.
fn spoken(text: &str) -> Option<Converted> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    named(first)?;
    let lines: Vec<ChatLine<'_>> = text.lines().map(|line| (line, named(line))).collect();
    let all = lines.iter().filter(|(line, _)| !line.trim().is_empty()).count();
    let said: Vec<&Stamped<'_>> = lines.iter().filter_map(|(_, stamped)| stamped.as_ref()).collect();
    let names: HashSet<&str> = said.iter().map(|one| one.name).collect();
    let is_known = |name: &&str| Stem::of(&format!("{name}: x")).label.is_some();
    let alternate = names.len() == 2 && said.windows(2).all(|pair| pair[0].name != pair[1].name);
    // Short replies between the questions are small talk.
    let first_asks = || said.iter().step_by(2).all(|one| turns::asks(one.said));
    let is_small = |one: &&Stamped<'_>| turns::asks(one.said) || one.said.chars().count() <= SMALL_TALK;
    let are_turns =
        alternate && said.len() >= MANY_TURNS && (first_asks() || !said.iter().step_by(2).all(is_small));
    // Lines without a name go on with what is said.
    let is_told = said.len() * 10 >= all * 9 || said.len() * 2 >= all && !text.contains("\n#");
    let is_chat = is_told
        && names.len() > 1
        && names.len() * 2 <= said.len()
        && !are_turns
        && !names.iter().any(is_known);
    if !is_chat {
        return None;
    }
    let turns = turns::turns(&turns::messages(&lines))?;
    let count = |of: &[Turn]| turns.values().filter(|turn| of.contains(*turn)).count();
    let asked = count(&[Turn::Asks, Turn::Quotes]);
    let is_answered = asked > 1 && asked == count(&[Turn::Answers]);
    (is_answered || asked >= FEWEST && said.len() * 10 >= all * 9).then(|| told(text, &lines))
}

/// `张三：…`, `Ann Lee: …`: a name and what is said.
fn named(line: &str) -> Option<Stamped<'_>> {
    let (name, said) = line.trim().split_once([':', '：'])?;
    let is_name = (1..=LONGEST_SPEAKER).contains(&name.chars().count())
        && name.split(' ').count() < 3
        && name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|letter| letter.is_alphanumeric() || letter == ' ');
    (is_name && !said.trim().is_empty() && !said.starts_with("//"))
        .then(|| Stamped { name, said: said.trim() })
}

/// So many lines of two labels that take turns are told from chance.
const MANY_TURNS: usize = 6;
/// What is no longer says that it was understood.
const SMALL_TALK: usize = 6;

/// A name alone is no longer.
const LONGEST_SPEAKER: usize = 16;

/// A line that begins with a time: `[10:03] Ann: …`, `2024-03-02 14:20 小李`, `小李 10:03`, `12/3/24, 9:01 - Ann: …`.
fn stamped(line: &str) -> Option<Stamped<'_>> {
    let line = line.trim();
    if line.len() < 5 || !line.bytes().any(|byte| byte == b':') && !line.contains('：') {
        return None;
    }
    let behind = behind_time(line);
    let Some(rest) = behind else {
        // The name stands first, with nothing but the time behind it.
        let digits = line.find(|letter: char| letter.is_ascii_digit())?;
        // `Speaker 1 00:12`: the first number is of the name.
        let own = line[digits..].split_once(' ').filter(|(number, behind)| {
            number.len() < 3
                && number.bytes().all(|digit| digit.is_ascii_digit())
                && behind_time(behind).is_some()
        });
        let at = own.map_or(digits, |(number, _)| digits + number.len() + 1);
        let name = line[..at].trim_end_matches([' ', '(', '（', '[', '【', '\t', ',']);
        let is_name = !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && name.chars().all(|letter| letter.is_alphanumeric() || " _-.()（）".contains(letter));
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
            ("Ann (recruiter) 10:31 AM", "Ann (recruiter)", ""),
            ("Speaker 2 00:31", "Speaker 2", ""),
            ("小李 2024-03-02 14:20:11", "小李", ""),
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
    fn what_was_asked_elsewhere_is_quoted_and_small_talk_is_left_out() {
        let text = "[10:02] Ann: hey so what did they ask u\n[10:03] Bob: first one was \"why do we need a mask\"\n[10:03] Ann: and?\n[10:04] Bob: no look ahead\n[10:05] Ann: how does dropout behave later?\n[10:06] Bob: turned off\n[10:06] Bob: weights are scaled before\n[10:07] Ann: ok cool thx\n";
        let found = read(text).map(|found| found.text);
        let expected = "\nQ: why do we need a mask\n\nA: no look ahead\nQ: how does dropout behave later?\nA: turned off\nweights are scaled before\n\n";
        assert_eq!(found.as_deref(), Some(expected));
    }

    #[test]
    fn names_alone_are_those_of_a_chat() {
        let text = "张三：为什么要缩放？\n李四：方差变大，\n李四：会饱和。\n张三：懂了\n张三：多头呢？\n王五：看不同的子空间。\n王五：位置编码为什么需要？\n李四：注意力不分先后。\n";
        assert_eq!(
            read(text).map(|found| found.text).as_deref(),
            Some(
                "Q: 为什么要缩放？\nA: 方差变大，\n会饱和。\n\nQ: 多头呢？\nA: 看不同的子空间。\nQ: 位置编码为什么需要？\nA: 注意力不分先后。\n"
            )
        );
        // Replies of several lines, two questions only, and small talk.
        for (text, expected) in [
            (
                "张三：省在哪？\n李四：量化\n张三：为什么是 0？\n李四：ΔW=0\n",
                "Q: 省在哪？\nA: 量化\nQ: 为什么是 0？\nA: ΔW=0\n",
            ),
            (
                "张三：省在哪\n李四：量化\n再量化一次\n张三：为什么是 0？\n李四：ΔW=0\n",
                "Q: 省在哪\nA: 量化\n再量化一次\nQ: 为什么是 0？\nA: ΔW=0\n",
            ),
            (
                "张三：省在哪？\n李四：量化\n张三：为什么是 0？\n李四：ΔW=0\n张三：懂了\n李四：嗯嗯\n",
                "Q: 省在哪？\nA: 量化\nQ: 为什么是 0？\nA: ΔW=0\n\n嗯嗯\n",
            ),
            (
                "老王 20:14\n为什么要截断，有人会吗\n小李 20:15\n限制比值\n老王 20:17\n好在哪？\n阿花 20:19\n不用模型\n",
                "\nQ: 为什么要截断，有人会吗\n\nA: 限制比值\n\nQ: 好在哪？\n\nA: 不用模型\n",
            ),
        ] {
            assert_eq!(read(text).map(|found| found.text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read("优点：快\n缺点：贵\n优点：稳\n缺点：慢\n"), None);
        // Two labels that take turns are read as they stand, and settings ask nothing.
        assert_eq!(read("甲：为什么？\n乙：因为。\n甲：何时？\n乙：现在。\n甲：谁？\n乙：我。\n"), None);
        assert_eq!(read("host: a\nport: 1\nhost: b\nport: 2\nhost: c\nuser: x\nuser: y\n"), None);
    }

    #[test]
    fn labels_stand_where_another_answers() {
        let text =
            "9:01 Ann: Why scale?\n9:02 Bob: Softmax saturates.\n9:03 Ann: Why mask?\n9:04 Bob: No future.\n";
        assert_eq!(
            read(text).map(|found| found.text).as_deref(),
            Some("Q: Why scale?\nA: Softmax saturates.\nQ: Why mask?\nA: No future.\n")
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
