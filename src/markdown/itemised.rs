//! The points of a plain note: an answer without a list is laid out as one where its text is one.
//!
//! ```text
//! （1）甲；（2）乙                      numbers within a line
//! Definition: one.                      lines that begin with a label of their own
//! Use: two.
//! A long paragraph. Its clauses. …      clauses, and what 、 parts in one that announces a list
//! ```
//!
//! Not a character is left out or added but line breaks, spaces at the breaks and the marks of items, so that
//! what an author wrote stands there as they wrote it.

use super::points::{Enumerator, EnumeratorForm, enumerator, points_of};
use super::{Block, Content, blocks, sections};
use std::borrow::Cow;

/// A paragraph of no more words is one point, as it is in a written card.
const LONG: usize = 30;

/// A clause of less belongs to the one before. A Han character weighs half a word.
const SHORT: usize = 4;

/// More points than this nobody ticks; such a text is left as it is.
const MOST: usize = 9;

/// An answer whose points stand on lines of their own: as it is where it has any, else parted. The sections
/// below it stay as they are.
pub fn itemised(source: &str) -> Cow<'_, str> {
    let end = sections::section_lines(source).first().map_or(usize::MAX, |(line, _)| *line);
    let length: usize = source.split_inclusive('\n').take(end).map(str::len).sum();
    let (body, rest) = source.split_at(length);
    match parted(body) {
        Some(parted) => Cow::Owned(format!("{}{}{rest}", parted.trim_end(), &body[body.trim_end().len()..])),
        None => Cow::Borrowed(source),
    }
}

/// The body as items, where it has no points yet and its text says some.
fn parted(body: &str) -> Option<String> {
    let blocks = blocks(body);
    let lines: Vec<&str> = body.lines().collect();
    let has_text_alone = blocks.iter().all(|block| matches!(block.content, Content::Paragraph(_)));
    if blocks.is_empty() || !has_text_alone || !points_of(&blocks, &lines).is_empty() {
        return None;
    }
    let paragraphs: Vec<&[&str]> = blocks.iter().filter_map(|block| text_of(block, &lines)).collect();
    numbered(&paragraphs).or_else(|| labelled(&paragraphs)).or_else(|| clauses(&paragraphs))
}

fn text_of<'a, 'b>(block: &Block, lines: &'b [&'a str]) -> Option<&'b [&'a str]> {
    lines.get(block.first_line..=block.last_line)
}

/// Numbers within lines: each opens a line. They count from 1 in one form, and what stands before a number
/// ends a clause.
fn numbered(paragraphs: &[&[&str]]) -> Option<String> {
    let is_parted = |paragraph: &&[&str]| paragraph.iter().any(|line| numbers_in(line).len() > 1);
    if !paragraphs.iter().any(is_parted) {
        return None;
    }
    let line = |line: &&str| {
        let starts: Vec<usize> = numbers_in(line).into_iter().filter(|start| *start > 0).collect();
        let mut out = String::new();
        let mut from = 0;
        for start in starts {
            out.push_str(line[from..start].trim_end());
            out.push('\n');
            from = start;
        }
        out.push_str(&line[from..]);
        out
    };
    let paragraph = |lines: &&[&str]| lines.iter().map(line).collect::<Vec<_>>().join("\n");
    Some(paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n"))
}

/// Where the numbers of an enumeration within a line stand; at least two, from 1 on.
fn numbers_in(line: &str) -> Vec<usize> {
    let mut found: Vec<(usize, Enumerator)> = Vec::new();
    let mut in_code = false;
    for (at, letter) in line.char_indices() {
        in_code ^= matches!(letter, '`' | '$');
        if !in_code
            && let Some(number) = enumerator(&line[at..])
            && may_open(&line[..at], number.form, found.is_empty())
        {
            let is_next = match found.last() {
                None => number.number == 1,
                Some((_, last)) => last.form == number.form && last.number + 1 == number.number,
            };
            if is_next {
                found.push((at, number));
            }
        }
    }
    let ends = found.iter().skip(1).map(|(at, _)| *at).chain([line.len()]);
    let says_something = |((at, number), end): (&(usize, Enumerator), usize)| {
        line.get(at + number.length..end).is_some_and(|item| !without_conjunction(item).is_empty())
    };
    if found.len() < 2 || !found.iter().zip(ends).all(says_something) {
        return Vec::new();
    }
    found.into_iter().map(|(at, _)| at).collect()
}

/// Whether a number may open an item behind this text: at the start, behind a mark or a conjunction, and if
/// it stands in brackets behind any space: `Layer 1. Next` and `f(1)` count nothing.
fn may_open(before: &str, form: EnumeratorForm, is_first: bool) -> bool {
    let said = before.trim_end();
    let is_apart = said.len() < before.len();
    let marks = "；;。，,：:、!?！？.";
    let is_marked =
        said.is_empty() || said.ends_with(|letter| marks.contains(letter) && (letter != '.' || is_apart));
    let is_bare = matches!(form, EnumeratorForm::Dotted(_) | EnumeratorForm::Closed(_));
    match form {
        EnumeratorForm::Circled => true,
        _ if is_marked => true,
        _ if is_bare => false,
        _ => is_apart || (!is_first && without_conjunction(said).len() < said.len()),
    }
}

/// A text without marks and the conjunction at its end.
fn without_conjunction(text: &str) -> &str {
    let bare =
        |text: &str| text.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '$').len();
    let text = &text[..bare(text)];
    let word = ["and", "or", "和", "与", "及", "以及", "或"].iter().find_map(|word| text.strip_suffix(word));
    match word {
        Some(rest) if !rest.ends_with(|letter: char| letter.is_ascii_alphanumeric()) => &rest[..bare(rest)],
        _ => text,
    }
}

/// Lines of a paragraph that begin with labels: each is an item.
fn labelled(paragraphs: &[&[&str]]) -> Option<String> {
    let labels = paragraphs.iter().flat_map(|lines| lines.iter()).filter(|line| has_label(line)).count();
    let in_one = paragraphs.iter().any(|lines| lines.iter().filter(|line| has_label(line)).count() > 1);
    if labels < 2 || !in_one || labels > MOST {
        return None;
    }
    let mut out = String::new();
    let mut in_item = false;
    for line in paragraphs.iter().flat_map(|lines| lines.iter()) {
        if has_label(line) {
            // A list does not interrupt a paragraph everywhere; a blank line is always one.
            out.push_str(if in_item || out.is_empty() { "- " } else { "\n- " });
            in_item = true;
        } else if in_item {
            out.push_str("  ");
        }
        out.push_str(line.trim_start());
        out.push('\n');
    }
    Some(out)
}

/// Whether a line begins with a short label: `定义：`, `**Use**:`.
fn has_label(line: &str) -> bool {
    let line = line.trim_start();
    let Some(at) = line.find(['：', ':']) else { return false };
    let (label, rest) = line.split_at(at);
    let rest = rest.trim_start_matches(['：', ':']);
    let label = label.trim_matches(['*', '_', ' ']);
    let is_label = |letter: char| letter.is_alphanumeric() || " -/（）()".contains(letter);
    let is_digit = |letter: char| letter.is_ascii_digit();
    let is_ratio = label.ends_with(is_digit) && rest.trim_start().starts_with(is_digit);
    !label.is_empty()
        && weight(label) <= 5 * 2
        && label.chars().all(is_label)
        && !is_ratio
        && !rest.starts_with("//")
        && !rest.trim_matches(['*', '_', ' ']).is_empty()
}

/// The clauses of one long paragraph: each is an item.
fn clauses(paragraphs: &[&[&str]]) -> Option<String> {
    let [paragraph] = paragraphs else { return None };
    let is_plain = |line: &&str| !line.contains(['`', '|']) && !line.contains("$$") && !line.ends_with("  ");
    if !paragraph.iter().all(is_plain) {
        return None;
    }
    let text = joined(paragraph);
    let mut found: Vec<String> = Vec::new();
    // An item of a list may be one word; nothing is put to it.
    let (mut is_listed, mut has_list) = (false, false);
    for clause in ended(&text) {
        let listed = listed(clause);
        if listed.len() > 1 {
            found.extend(listed.into_iter().map(str::to_owned));
            (is_listed, has_list) = (true, true);
            continue;
        }
        let is_apart = std::mem::take(&mut is_listed);
        let is_short = |last: &&mut String| weight(clause) < SHORT * 2 || weight(last) < SHORT * 2;
        match found.last_mut().filter(|last| !is_apart && is_short(last)) {
            Some(last) => {
                let gap = if last.is_ascii() || clause.is_ascii() { " " } else { "" };
                *last = format!("{last}{gap}{clause}");
            }
            None => found.push(clause.to_owned()),
        }
    }
    let is_long = has_list || weight(&text) > LONG * 2;
    let is_list = is_long && (2..=MOST).contains(&found.len()) && found.iter().all(|clause| is_whole(clause));
    is_list.then(|| found.iter().map(|clause| format!("- {clause}\n")).collect())
}

/// Whether no emphasis begins in one item and ends in another.
fn is_whole(clause: &str) -> bool {
    let outside: String = clause.split('$').step_by(2).collect();
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_mark = |(at, mark): &(usize, &str)| {
        // The line in `d_k` marks nothing.
        *mark == "*"
            || !is_word(outside[..*at].chars().next_back())
            || !is_word(outside[at + 1..].chars().next())
    };
    outside.match_indices(['*', '_']).filter(is_mark).count() % 2 == 0
}

/// The lines of a paragraph as one: between Latin letters a space, between Han characters nothing.
fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines.iter().map(|line| line.trim()) {
        let is_latin = |letter: Option<char>| letter.is_some_and(|letter| letter < '\u{2e80}');
        if is_latin(text.chars().next_back()) && is_latin(line.chars().next()) {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// A text cut behind the signs that end a clause; brackets, formulas and quotations stay whole.
fn ended(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut depth, mut in_formula) = (0, 0_usize, false);
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (index, (at, letter)) in letters.iter().enumerate() {
        match letter {
            '(' | '（' | '[' | '“' | '「' | '《' => depth += 1,
            ')' | '）' | ']' | '”' | '」' | '》' => depth = depth.saturating_sub(1),
            '$' => in_formula = !in_formula,
            _ => {}
        }
        let next = letters.get(index + 1).map(|(_, letter)| *letter);
        let is_end = match letter {
            '。' | '；' | '！' | '？' => true,
            // `e.g. this` and `0.5` end nothing: the next word begins with a capital.
            '.' | '!' | '?' => {
                let opens = letters.get(index + 2).is_some_and(|(_, letter)| letter.is_uppercase());
                next == Some(' ') && opens && !is_abbreviated(&text[from..*at])
            }
            ';' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if is_end && depth == 0 && !in_formula {
            let end = at + letter.len_utf8();
            found.push(text[from..end].trim());
            from = end;
        }
    }
    found.push(text[from..].trim());
    found.retain(|clause| !clause.is_empty());
    found
}

/// Whether a text ends with an abbreviation, whose dot ends no sentence.
pub fn is_abbreviated(text: &str) -> bool {
    let word = text.rsplit(|letter: char| letter.is_whitespace() || letter == '(').next().unwrap_or_default();
    matches!(word, "e.g" | "i.e" | "cf" | "vs" | "al" | "Fig" | "Eq" | "No" | "Dr" | "resp" | "approx")
        || (word.len() == 1 && word.starts_with(char::is_alphabetic))
}

/// What 、 parts in a clause that announces a list; the announcement stays with the first.
fn listed(clause: &str) -> Vec<&str> {
    const CLEAR: [&str; 9] =
        ["包括", "包含", "分为", "分别是", "分别为", "主要有", "常见的有", "常用的有", "有以下"];
    let after_word = || CLEAR.iter().filter_map(|word| Some(clause.find(word)? + word.len())).min();
    let colon = clause.find(['：', ':']);
    let Some(at) = colon.or_else(after_word) else { return Vec::new() };
    let (head, rest) = clause.split_at(at);
    let announces =
        head.ends_with('有') || head.contains("如下") || CLEAR.iter().any(|word| head.contains(word));
    if !announces || rest.contains(['，', '；', '(', '（']) {
        return Vec::new();
    }
    let parts: Vec<&str> = rest.split_inclusive('、').collect();
    if parts.len() < 3 {
        return Vec::new();
    }
    // The first keeps the announcement before it.
    let first = at + parts[0].len();
    let mut found = vec![&clause[..first]];
    found.extend(&parts[1..]);
    found.into_iter().map(str::trim).collect()
}

/// Twice the words of a text: a Han character counts half a word, so as one.
fn weight(text: &str) -> usize {
    let (mut weight, mut in_word) = (0, false);
    for letter in text.chars() {
        let is_han = letter >= '\u{3400}' && letter.is_alphabetic();
        let is_word = letter.is_alphanumeric() && !is_han;
        weight += usize::from(is_han) + 2 * usize::from(is_word && !in_word);
        in_word = is_word;
    }
    weight
}

#[cfg(test)]
mod tests {
    use super::super::points;
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        points(source).into_iter().map(|point| point.text).collect()
    }

    #[test]
    fn numbers_within_a_line_are_points() {
        for (source, expected) in [
            ("（1）局部连接；（2）权值共享；（3）平移等变", vec!["局部连接；", "权值共享；", "平移等变"]),
            ("原因：1）计算便宜；2）缓解梯度消失", vec!["计算便宜；", "缓解梯度消失"]),
            (
                "Because: (1) it is cheap; (2) it does not saturate.",
                vec!["it is cheap;", "it does not saturate."],
            ),
            ("①甲 ②乙", vec!["甲", "乙"]),
            ("It is (1) cheap and (2) exact.", vec!["cheap and", "exact."]),
            ("原因有 (1) 便宜 (2) 精确", vec!["便宜", "精确"]),
            ("First comes layer 1. Then comes layer 2. Both train.", vec![]),
            ("It follows from equations (1) and (2).", vec![]),
            ("由式（1）和（2）得", vec![]),
            ("见 f(1)，g(2)", vec![]),
            ("公式 $a_{(1)}$；$b_{(2)}$ 短", vec![]),
            ("只有（1）一个", vec![]),
        ] {
            assert_eq!(texts(source), expected, "{source}");
        }
    }

    #[test]
    fn lines_with_labels_are_points() {
        assert_eq!(
            texts("定义：按批归一化\n作用：加速收敛\n可用更大学习率\n缺点：小批量不稳"),
            ["定义：按批归一化", "作用：加速收敛\n可用更大学习率", "缺点：小批量不稳"]
        );
        assert_eq!(texts("It has two.\n**Use**: fast\n**Cost**: memory").len(), 2);
        for plain in ["比例 3:1\n比例 1:3", "https://a.b\nhttps://c.d", "一行：只有一个"] {
            assert_eq!(texts(plain), [""; 0], "{plain}");
        }
    }

    #[test]
    fn clauses_of_a_long_paragraph_are_points() {
        let zh = "批归一化在每个小批量上把激活归一化为零均值、单位方差。它让各层输入的分布更稳定，可以使用更大的学习率；推理时使用训练中累计的滑动平均。";
        assert_eq!(texts(zh).len(), 3);
        let en = "Batch norm normalises activations over each mini-batch to zero mean and unit variance. It allows larger learning rates, e.g. Ten times larger ones. At inference the running averages are used instead of the batch.";
        assert_eq!(texts(en).len(), 3, "{:?}", texts(en));
        let listed = "常用的优化器包括：随机梯度下降、动量法、自适应矩估计。它们都利用梯度更新参数，区别在于如何累积历史梯度和调整步长。";
        assert_eq!(texts(listed).len(), 4, "{:?}", texts(listed));
        for short in ["降低维度。减少计算。", "One short answer. And one more.", ""] {
            assert_eq!(texts(short), [""; 0], "{short}");
        }
        let open = "常用的优化器包括 SGD、Momentum、Adam 和 RMSProp。";
        assert_eq!(texts(open), ["常用的优化器包括 SGD、", "Momentum、", "Adam 和 RMSProp。"]);
        let number = "Rescaling brings the values of every layer back to a mean of 0 and a deviation of 1. The scale and the shift are learned with the other weights of the network, end to end.";
        assert_eq!(texts(number).len(), 2, "{:?}", texts(number));
        let stressed = format!("_{}_", zh);
        assert_eq!(texts(&stressed), [""; 0]);
        // More than one paragraph, code, a table: as the author laid it out.
        let two = format!("{zh}\n\n{zh}");
        assert_eq!(texts(&two), [""; 0]);
        assert_eq!(texts(&format!("{zh}\n\n```\nx\n```")), [""; 0]);
    }

    #[test]
    fn nothing_is_lost_and_twice_is_once() {
        let visible = |text: &str| {
            let kept = |letter: &char| !letter.is_whitespace() && *letter != '-';
            text.chars().filter(kept).collect::<String>()
        };
        for source in [
            "（1）甲；（2）乙\n\n加分：\n\n- 丙",
            "定义：甲乙丙\n作用：丁\n\nSources: X",
            "它让各层输入的分布更稳定，可以使用更大的学习率；推理时使用训练中累计的滑动平均，而不是当前批次的统计量。\n\n追问：为什么？",
            "- a\n- b",
            "plain",
        ] {
            let once = itemised(source);
            assert_eq!(visible(&once), visible(source), "{source}");
            assert_eq!(itemised(&once), once, "{source}");
        }
    }
}
