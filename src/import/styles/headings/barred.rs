//! Headings that are never questions: chapters that every repository has, and chapters that only point elsewhere.

use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, plain_text};
use crate::import::stem::{Label, Stem};
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::sync::LazyLock;

/// How chapters begin that every repository has, in lower case.
const NAMES: [&str; 60] = [
    "table of content",
    "contents",
    "content",
    "toc",
    "目录",
    "目錄",
    "contribut",
    "licen",
    "author",
    "credits",
    "acknowledg",
    "references",
    "further reading",
    "useful links",
    "resources",
    "changelog",
    "support",
    "sponsor",
    "star history",
    "贡献",
    "许可",
    "版权",
    "参考资料",
    "参考文献",
    "参考链接",
    "参考",
    "致谢",
    "联系",
    "公众号",
    "总结",
    "写在最后",
    "前言",
    "后记",
    "summary",
    "conclusion",
    "introduction",
    "preface",
    "foreword",
    "disclaimer",
    "about this",
    "содержание",
    "оглавление",
    "ссылки",
    "índice",
    "目次",
    "목차",
    "参考文章",
    "小结",
    "推荐阅读",
    "related projects",
    "installation",
    "getting started",
    "how to contribute",
    "how to use this",
    "how to use these",
    "更新日志",
    "说明",
    "what's next",
    "what’s next",
    "next steps",
];

static BARRED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::LeftmostLongest).start_kind(StartKind::Anchored);
    builder.build(NAMES).expect("a few words make a small automaton")
});

/// Chapters that every repository has, and chapters that only point elsewhere.
pub(super) fn barred(page: &Page<'_>, line: usize, stem: &Stem<'_>) -> bool {
    if stem.label == Some(Label::Question) {
        return false;
    }
    let lower = plain_text(stem.text).to_lowercase();
    let core = lower.trim_matches(|letter: char| !letter.is_alphanumeric());
    // A heading of dashes is a rule.
    if core.is_empty() {
        return true;
    }
    let starts = Input::new(&lower).anchored(Anchored::Yes);
    let named = BARRED.find(starts).is_some_and(|name| {
        let length = name.end();
        length > 8 || core == &lower[..length] || (length > 4 && !lower.ends_with('?'))
    }) || NAMES.contains(&core);
    named || page.is_anchor(line) || (stem.number.is_none() && only_links(page, line))
}

/// Whether below a heading there are only links; below one that asks, links elsewhere are an answer.
fn only_links(page: &Page<'_>, line: usize) -> bool {
    let asks = page.asks(line) == Asking::Yes;
    let (mut links, mut others) = (0, 0);
    for below in line + 1..=page.len() {
        if page.level(below).is_some() || links + others > 40 {
            break;
        }
        if page.is_anchor(below)
            || (!asks && page.is_link(below))
            || (page.kind(below) == LineKind::Table && page.line(below).contains("](#"))
        {
            links += 1;
        } else if !page.is_furniture(below) {
            others += 1;
        }
    }
    (links > 1 || !asks) && links > 2 * others
}
