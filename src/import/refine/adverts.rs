//! What pages put around a text: adverts, notes on copyright, numbers of pages, comments. Below an answer it is no part of
//! it.

use super::extent::ends;
use super::sections::cut_at;
use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Reading};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Cuts such lines off the ends of answers, and off the last one all that stands below the first of them. None heads a
/// chapter.
pub(super) fn cut(page: &Page<'_>, reading: &mut Reading) {
    reading.chapters.retain(|line| page.level(*line).is_some() || !is_advert(page.line(*line).trim()));
    let questions = &mut reading.questions;
    let ends = ends(page, questions);
    let has_pages = (1..=page.len()).any(|line| numbers_page(page.line(line)));
    let count = questions.len();
    for (place, (question, end)) in questions.iter_mut().zip(ends).enumerate() {
        let is_open = matches!(question.answer, Answer::Below | Answer::Behind(_) | Answer::Lines(..));
        let Some((first, last)) = page.trimmed(question.last_line + 1, end).filter(|_| is_open) else {
            continue;
        };
        let is_around = |line: usize| {
            let text = page.line(line).trim();
            let stands_free = page.item(line) == 0 && (is_advert(text) || has_pages && is_figure(text));
            page.kind(line) == LineKind::Text && (stands_free || numbers_page(text))
        };
        let mut tail = (first..=last).rev().take_while(|line| page.is_furniture(*line) || is_around(*line));
        let mut cut = tail.by_ref().filter(|line| is_around(*line)).last();
        // What stands below the list of other pages is of the page too.
        if place + 1 == count {
            let heads = |line: &usize| page.kind(*line) != LineKind::Verbatim && heads_rest(page.line(*line));
            let rest = (first..=last).find(heads);
            cut = rest.into_iter().chain(cut).min();
        }
        if let Some(cut) = cut.filter(|cut| *cut > first) {
            cut_at(page, question, cut);
        }
    }
}

/// Whether a line is an advert, or says whose the text is.
fn is_advert(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    let begins = OPENINGS.iter().any(|opening| lower.starts_with(opening));
    begins
        || SURE.is_match(&lower)
        || CALLS
            .find_overlapping_iter(&lower)
            .map(|found| found.pattern())
            .fold((None, false), |(first, are_two), pattern| {
                (first.or(Some(pattern)), are_two || first.is_some_and(|first| first != pattern))
            })
            .1
}

/// An advert is no longer than so many bytes.
const LONGEST: usize = 400;

/// What adverts and the lines below pages begin with, in small letters.
const OPENINGS: [&str; 10] = [
    "【广告】",
    "[广告]",
    "广告：",
    "版权声明",
    "本文完",
    "本文由",
    "advertisement",
    "copyright ©",
    "copyright (c)",
    "© 20",
];

/// What stands nowhere else.
static SURE: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = [
        "icp备",
        "公网安备",
        "转载请",
        "未经授权",
        "点个在看",
        "点个赞",
        "一键三连",
        "蓝字",
        "all rights reserved",
        "subscribe to my",
        "subscribe to our",
        "sign up for our newsletter",
        "thanks for reading",
        "follow me on",
    ];
    AhoCorasick::new(words).expect("a few words are no large automaton")
});

/// What calls upon readers; two of them make an advert.
static CALLS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = [
        "扫码",
        "公众号",
        "领取",
        "回复",
        "加微信",
        "关注我",
        "点赞",
        "收藏",
        "转发",
        "在看",
        "限时",
        "免费",
        "原价",
    ];
    AhoCorasick::new(words).expect("a few words are no large automaton")
});

/// Whether a line heads what a page has below its text: other pages, comments.
fn heads_rest(line: &str) -> bool {
    let name = line.trim().trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || "（( ".contains(letter));
    const NAMES: [&str; 18] = [
        "相关推荐",
        "相关阅读",
        "相关文章",
        "推荐阅读",
        "猜你喜欢",
        "延伸阅读推荐",
        "热门推荐",
        "评论",
        "全部评论",
        "精选留言",
        "related posts",
        "related articles",
        "you may also like",
        "leave a comment",
        "leave a reply",
        "comments",
        "share this",
        "more from",
    ];
    NAMES.contains(&name)
}

/// Whether a line is nothing but the number of a page: `- 58 -`, `第 58 页`, `P12`, `Page 3 of 10`.
fn numbers_page(line: &str) -> bool {
    let text = line.trim();
    if text.len() > 24 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let dashed = |dash: char| {
        text.strip_prefix(dash)
            .and_then(|rest| rest.strip_suffix(dash))
            .is_some_and(|inner| is_figure(inner.trim()))
    };
    let ordinal = || {
        text.strip_prefix('第')
            .and_then(|rest| rest.strip_suffix('页'))
            .is_some_and(|inner| is_figure(inner.trim()))
    };
    let lower = text.to_lowercase();
    let named = || {
        lower.strip_prefix("page ").is_some_and(|rest| rest.split(" of ").all(|part| is_figure(part.trim())))
            || text.strip_prefix('P').is_some_and(is_figure)
    };
    dashed('-') || dashed('—') || dashed('–') || ordinal() || named()
}

fn is_figure(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
