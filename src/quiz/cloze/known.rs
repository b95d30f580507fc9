//! Which gaps can be known from the rest of their passage and the question.

use super::{formula, symbols};
use crate::card::han::is_han;
use crate::markdown;
use crate::quiz::terms;
use std::collections::HashSet;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// The longest gap, in cells.
const LONGEST: usize = 32;

/// Whether a gap can be asked: it does not stand anywhere else, is no single letter, no arbitrary example,
/// none of a list, and short enough to type.
pub(super) fn is_askable(passage: &str, place: &Range<usize>, question: &str) -> bool {
    let source = passage[place.clone()].trim_matches('=');
    let shown = plain(source);
    let rest = format!("{} \u{2026} {}", &passage[..place.start], &passage[place.end..]).replace("==", "");
    let words = compact(&shown);
    let letters = words.chars().filter(|letter| letter.is_alphanumeric()).count();
    let is_number = words.starts_with(|letter: char| letter.is_ascii_digit());
    let is_formula = source.contains('$');
    if (letters < 2 && !is_number) || letters == 0 || shown.width() > LONGEST {
        return false;
    }
    if is_formula && !is_number && !formula::is_worth_asking(source) {
        return false;
    }
    if is_formula && !symbols::are_given(source, &format!("{question} {rest}")) {
        return false;
    }
    if !is_formula && is_phrase(&shown) {
        return false;
    }
    let before = passage[..place.start].replace("==", "");
    let after = passage[place.end..].replace("==", "");
    let is_marked = source.len() < place.len();
    let has_place = is_marked || !is_number || is_result(&before) || is_formula;
    has_place
        && !stands_in(source, &rest)
        && !stands_in(source, question)
        && !is_example(&before, &after)
        && !is_of_a_list(&before, &after)
        && !is_year(&words)
}

/// Whether a gap is so many words that they could be said in many ways: no number among them, and no term.
fn is_phrase(shown: &str) -> bool {
    let han = shown.chars().filter(|letter| is_han(*letter)).count();
    let is_long = han >= PHRASE_HAN || shown.split_whitespace().count() >= PHRASE;
    is_long
        && !shown.contains(|letter: char| letter.is_ascii_digit())
        && !terms::is_wording(&shown.to_lowercase())
}

/// Words of a phrase, and Han characters.
const PHRASE: usize = 4;
const PHRASE_HAN: usize = 6;

/// Whether a concept is a gap that nobody marked: what stands in every other text can be said in many ways.
pub(in crate::quiz) fn is_telling(concept: &str) -> bool {
    !EVERYDAY.split(", ").any(|word| word == concept)
}

/// Whether this wording of a concept is a gap that nobody marked: as the glossary has it, and no word that means
/// many things.
pub(super) fn is_telling_wording(surface: &str) -> bool {
    let one = surface.strip_suffix('s').unwrap_or(surface);
    let is_many = AMBIGUOUS.split_whitespace().any(|word| word == surface || word == one);
    terms::is_wording(surface) && !is_many
}

/// Wordings of concepts that mean other things too, or that any text may have.
const AMBIGUOUS: &str = "share gap net group state unit curve visible exchange interchange swap vision pixel credit standard table \
    valid direct forward backward reuse sign noise noisy sharp symmetric smooth smoother shuffle cell llm embedding \
    共享 不变 前向 反向 后向 网络 分组 批量 全 可见 验证 表示 状态 单元 细胞 方向 交换 互换 排列 打乱 曲线 标注 表格 部署 像素 平滑 \
    步长 噪声 推理 拼接 尖锐 对称 分类 循环 最优 大模型 死记 记住 增强 极小 重建 sample example instance feature direction channel label annotation deploy deployment prompt pre-training pre-train \
    pretrained pretrain graph linear classification classify token 样本 样例 例子 特征 通道 标签 提示词 预训练 图结构 线性";

/// Concepts that are everyday words.
const EVERYDAY: &str = "data, batch, distribution, detection, segmentation, image, text, drop, keep, norm, update, memory, computation, cost, \
    hardware, random, scale, magnitude, width, input, output, layer, layer-wise, training, test time, \
    local, global, spatial, position, neighbourhood, shift, border, object, pattern, hierarchy, edge, order, \
    candidate, additive, multiply, word, sentence, stack, sign, equivalent, mean, statistics, device, capacity, \
    number of layers, kernel, time step, fixed length, variable length, depend on, reuse of results, \
    intermediate result, sequence, schedule, tuning, parallel, frequency, history, context, resource, \
    weight, parameter, loss, iteration, sampling, compress, exponentially, identity, face, \
    mitigate, prevent, solve, fast, slow, difficult, easy, similar, independent, different, advantage, \
    drawback, exact, efficient, probability, combine, replace, compare, check, bug, separate, shallow, \
    forget, remember, overwrite, sparse, stable, automatic, real-world, quarter, three quarters, half, \
    double, zero, one, simple, generalisation, interpretability, rule of thumb";

/// Whether a gap of Han characters would be a part of a word: 预[…]多半, […]器.
pub(super) fn splits_word(before: &str, gap: &str, after: &str) -> bool {
    let is_part = |letter: Option<char>, of: &str| letter.is_some_and(|letter| of.contains(letter));
    gap.contains(is_han)
        && (is_part(before.chars().next_back(), "预非超子多单双反再自次半微正负伪重")
            || is_part(after.chars().next(), "器化性率量集层值数度式法图型者力项元"))
}

/// Whether a gap would be one of several words of a name: `logistic […]`, and `pixel […]` in a Chinese text.
pub(super) fn splits_name(before: &str, gap: &str, after: &str) -> bool {
    let is_latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    let behind = before.strip_suffix(' ').is_some_and(|rest| is_latin(rest.chars().next_back()));
    let ahead = after.strip_prefix(' ').is_some_and(|rest| is_latin(rest.chars().next()));
    let is_chinese = before.contains(is_han) || after.contains(is_han);
    let last = before.trim_end().rsplit([' ', '(']).next().unwrap_or_default();
    let next = after.trim_start().split([' ', ',', '.', ')', ';', ':']).next().unwrap_or_default();
    let is_term = |words: [&str; 2]| !words.contains(&"") && terms::is_wording(&words.join(" "));
    is_chinese && is_latin(gap.chars().next()) && (behind || ahead)
        || is_term([last, gap])
        || is_term([gap, next])
}

/// Whether a text has what a gap asks: the same letters as words of their own, or the same concept in
/// another wording.
fn stands_in(source: &str, text: &str) -> bool {
    let text = plain(text);
    let shown = plain(source);
    let (mut wanted, mut all) = (compact(&shown), compact(&text));
    if wanted.contains(|letter: char| letter.is_ascii_digit()) {
        // `75 %` is `75%`.
        (wanted, all) = (wanted.replace(" %", "%"), all.replace(" %", "%"));
    }
    if wanted.is_empty() {
        return false;
    }
    let is_word = |letter: char| letter.is_alphanumeric() && !is_han(letter);
    let found = all.match_indices(&wanted).any(|(at, found)| {
        let before = all[..at].chars().next_back().is_some_and(is_word) && wanted.starts_with(is_word);
        let after = all[at + found.len()..].chars().next();
        // The plural of a word is the word.
        let goes_on =
            after.is_some_and(|letter| is_word(letter) && !(letter == 's' && letters_only(&wanted)));
        !(before || goes_on && wanted.ends_with(is_word))
    });
    let keys = |text: &str| -> HashSet<String> {
        terms::terms(text).into_iter().filter(|term| term.is_concept).map(|term| term.key).collect()
    };
    found || !source.contains('$') && !keys(&shown).is_disjoint(&keys(&text))
}

fn letters_only(text: &str) -> bool {
    text.chars().all(char::is_alphabetic)
}

/// Small letters without quotation marks; hyphens and spaces between words are one space.
fn compact(text: &str) -> String {
    let text = text.to_lowercase().replace(['-', '_'], " ").replace(['“', '”', '"', '「', '」'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a sentence ends.
const STOPS: [char; 8] = ['.', '。', ';', '；', '!', '?', '！', '？'];

/// What introduces examples, any of which would do.
const EXAMPLE: &[&str] = &[
    "e.g",
    "for example",
    "for instance",
    "such as",
    " say ",
    "(say",
    "like ",
    "including",
    "namely",
    "例如",
    "比如",
    "譬如",
    "诸如",
    "举例",
    "包括",
    "（如",
    "，如",
    "像",
];
/// What ends them.
const AND_SO_ON: &[&str] = &["and so on", "etc", "or so", "or similar", "等", "之类", "左右", "上下"];

/// What has the sign of an example in it and is none.
const NO_EXAMPLE: &[&str] = &["图像", "像素", "影像", "成像", "镜像", "想像", "肖像", "录像", "摄像"];

fn is_example(before: &str, after: &str) -> bool {
    let before = NO_EXAMPLE.iter().fold(before.to_lowercase(), |text, word| text.replace(word, ""));
    let clause = before.rsplit(['。', ';', '；', '\n']).next().unwrap_or_default();
    let clause = clause.rsplit(". ").next().unwrap_or_default();
    let last = clause.rsplit(['(', '（']).next().unwrap_or_default();
    let follows = after.to_lowercase();
    let follows = follows.trim_start();
    EXAMPLE.iter().any(|word| last.contains(word) || clause.len() < 160 && clause.ends_with(word))
        || EXAMPLE.iter().any(|word| last.is_empty() && follows.starts_with(word))
        || EXAMPLE.iter().any(|word| clause.contains(word) && !clause.contains([')', '）']))
        || AND_SO_ON.iter().any(|word| follows.starts_with(word))
        // `at 1% (0.5 or so)`: up to the end of the brackets.
        || AND_SO_ON.iter().any(|word| {
            let near: String = follows.chars().take_while(|letter| !STOPS.contains(letter)).take(12).collect();
            *word != "等" && near.contains(word)
        })
}

/// Whether a gap is one of several things in a row: with separators on both of its sides, any of its
/// kind would do.
fn is_of_a_list(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end(), after.trim_start());
    let lower = before.to_lowercase();
    let is_after_separator = before.ends_with([',', '、', '/', '+'])
        || before.ends_with(['和', '或', '与', '及'])
        || [" and", " or", " nor"].iter().any(|word| lower.ends_with(word));
    let after_lower = after.to_lowercase();
    let is_before_separator = after.starts_with(['、', '/', '+'])
        || after.starts_with(['和', '或', '与', '及'])
        || ["and ", "or "].iter().any(|word| after_lower.starts_with(word));
    let list_goes_on = is_before_separator || after.starts_with(',');
    // One of two that would do: `a MobileNet or […] on a device`, `[…], call, result and time`.
    let is_a_choice = lower.ends_with(" or") || before.ends_with('或') || after.starts_with(['或']);
    let is_in_a_row = is_after_separator && (list_goes_on || after.is_empty() || after.starts_with(STOPS));
    is_in_a_row && (before.contains(['、', ',']) || after.contains(['、', ',']))
        || is_before_separator && is_after_separator
        || before.ends_with('、')
        || after.starts_with('、')
        || is_a_choice
        || after_lower.starts_with("or ")
        || begins_a_list(after)
        || before.ends_with(',') && is_amid_a_list(&after_lower)
}

/// Whether at least two short parts come behind a comma, as in a list whose first item is the gap.
fn begins_a_list(after: &str) -> bool {
    let sentence = after.split(['.', '。', ';', '；', ':', '：']).next().unwrap_or_default();
    let mut parts = sentence.split(',');
    let is_first = parts.next().is_some_and(|part| part.trim().is_empty());
    let parts: Vec<Vec<&str>> = parts.map(|part| part.split_whitespace().collect()).collect();
    let joins = |word: Option<&&str>| word.is_some_and(|word| matches!(*word, "or" | "and" | "nor"));
    let is_short = parts.len() > 1 && parts[0].len() <= 3;
    let is_row = is_short && (parts[1].len() <= 3 || is_amid_a_list(sentence));
    is_first
        && (is_row
            || parts.first().is_some_and(|part| part[..1.min(part.len())] == ["or"] || joins(part.get(1))))
}

/// Whether a list that a comma has begun goes on behind the gap to its last item.
fn is_amid_a_list(after: &str) -> bool {
    let sentence = after.split(['.', ';', ':']).next().unwrap_or_default();
    [", and ", ", or "].iter().any(|end| sentence.contains(end))
}

/// Whether a number that nobody marked is what comes out, not one that is put in.
fn is_result(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '$']).to_lowercase();
    RESULT.iter().any(|sign| before.ends_with(sign))
}

/// What stands before a result.
const RESULT: [&str; 15] = [
    "=", "≈", " is", " are", " gives", " about", " only", "约", "是", "为", "等于", "得", "得到", "只有",
    "共",
];

/// Nobody has to know in which year something was written.
fn is_year(words: &str) -> bool {
    words.len() == 4
        && (words.starts_with("19") || words.starts_with("20"))
        && words.bytes().all(|byte| byte.is_ascii_digit())
}

fn plain(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: the question, a passage with a marked gap, and whether that can be asked.
    #[test]
    fn only_what_can_be_known_is_asked() {
        for (question, passage, expected) in [
            ("Why?", "Large scores push the softmax to where its ==gradient== is nearly zero.", true),
            ("Why?", "The ==gradient== is small, and small gradients teach nothing.", false),
            ("Why is the gradient small?", "There the ==gradient== is small.", false),
            ("什么？", "**无目标**：剩下的查询学==“无目标”==这一类。", false),
            ("为什么？", "这里==梯度==（gradient）接近零。", false),
            ("为什么？", "这里的==梯度==接近零。", true),
            ("Why?", "Its deviation is ==$\\sqrt{d_k}$==.", false),
            ("Why?", "Of $d_k$ products the deviation is ==$\\sqrt{d_k}$==.", true),
            ("Why divide by $\\sqrt{d_k}$?", "Its deviation is ==$\\sqrt{d_k}$==.", false),
            ("Why?", "Logits are divided by ==$T$==.", false),
            ("Why?", "Set ==k== first.", false),
            ("How many?", "That makes ==9== weights.", true),
            ("How?", "Use a normal rate, for example ==0.01==, at first.", false),
            ("How?", "学习率先取小，例如==0.01==。", false),
            ("How?", "Boxes above a threshold (==0.5== or so) go.", false),
            ("What?", "Weight decay, ==dropout==, augmentation, label smoothing.", false),
            ("什么？", "权重衰减、==dropout==、数据增强。", false),
            ("When?", "It was found in ==2017== by chance.", false),
            ("What?", "The cache is often ==as large as the weights==.", false),
            ("什么？", "缓存常常==跟全部权重一样大==。", false),
            ("什么？", "动量常与==随机梯度下降==一起用。", true),
            ("What?", "It reads ==a whole long sentence of words that nobody types== there.", false),
        ] {
            let place = super::super::marked(passage).remove(0);
            assert_eq!(is_askable(passage, &place, question), expected, "{passage}");
        }
    }

    #[test]
    fn a_gap_that_nobody_marked_is_no_everyday_word_and_no_part_of_a_word() {
        let is_concept =
            |word: &&str| terms::terms(word).iter().any(|term| term.is_concept && term.key == *word);
        let unknown: Vec<&str> = EVERYDAY.split(", ").filter(|word| !is_concept(word)).collect();
        assert!(unknown.is_empty(), "no concepts of the glossary: {unknown:?}");
        assert!(!is_telling("image"));
        assert!(is_telling("dropout") && is_telling("cross-entropy"));
        for (before, gap, after, expected) in [
            ("大语言模型的预", "训练", "多半不用", true),
            ("但", "优化", "器找不到", true),
            ("相当于", "交叉熵", "的梯度", false),
            ("a ", "kernel", " of", false),
        ] {
            assert_eq!(splits_word(before, gap, after), expected, "{gap}");
        }
        let place = super::super::marked("Why ==75%== of it?").remove(0);
        assert!(!is_askable("Why ==75%== of it?", &place, "MAE: why mask 75 %?"));
    }
}
