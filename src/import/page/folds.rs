//! Folds: what `<details>` hides, and whether its summary asks or only says "answer".

use super::super::ask::{Asking, asking};
use super::super::stem::Stem;
use memchr::memmem;
use std::collections::{HashMap, HashSet};

use super::{FOLDED, HIDDEN, LineKind, Page, SUMMARY, plain_text};

/// How many lines a summary may take.
const LONGEST_SUMMARY: usize = 60;

impl Page<'_> {
    /// Folds: what `<details>` hides, and whether its summary is a question or the word "answer".
    pub(super) fn mark_details(&mut self) {
        if !self.contains("<details") && !self.contains("<DETAILS") {
            return;
        }
        let count = |tag: &str| memmem::find_iter(self.text.as_bytes(), tag).count();
        let forgot_to_close = count("<details") > count("</details");
        let repeated = self.repeated_summaries();
        let mut open: Vec<bool> = Vec::new();
        // The level of the last heading outside of folds.
        let mut above = 0;
        for index in 0..self.lines.len() {
            let line = self.line(index + 1);
            if let LineKind::Heading(level) = self.lines[index].kind {
                // A fold that nobody closed ends before the next heading of its own level.
                if forgot_to_close && level <= above {
                    open.clear();
                }
                if open.is_empty() {
                    above = level;
                }
            }
            if self.lines[index].kind == LineKind::Verbatim || !line.contains('<') {
                self.set_fold(index, &open);
                continue;
            }
            let lower = line.to_ascii_lowercase();
            let (opens, closes) = (lower.matches("<details").count(), lower.matches("</details").count());
            open.extend(std::iter::repeat_n(false, opens.min(64)));
            if lower.contains("<summary") {
                let text = self.summary(index);
                let generic = reveals(&text) || repeated.contains(&text);
                if let Some(last) = open.last_mut() {
                    *last = generic;
                    if !generic && !text.is_empty() {
                        self.lines[index].traits |= SUMMARY | asking(&text) as u8;
                    }
                }
            }
            self.set_fold(index, &open);
            for _ in 0..closes.min(open.len()) {
                open.pop();
            }
        }
    }

    /// Summaries that many folds share: whatever they say, it is no question.
    fn repeated_summaries(&self) -> HashSet<String> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut all = 0usize;
        for (index, line) in self.lines.iter().enumerate() {
            if line.kind != LineKind::Verbatim && self.line(index + 1).contains("<summary") {
                *counts.entry(self.summary(index)).or_default() += 1;
                all += 1;
            }
        }
        counts.retain(|text, count| *count > 1 && *count * 5 >= all && !text.is_empty());
        counts.into_keys().collect()
    }

    fn set_fold(&mut self, index: usize, open: &[bool]) {
        // More than a few levels say nothing new.
        if !open.is_empty() {
            self.lines[index].traits |= FOLDED;
        }
        if open.iter().rev().take(4).any(|generic| *generic) {
            self.lines[index].traits |= HIDDEN;
        }
    }

    /// The last line of the summary that begins on this line. One that is never closed ends at once.
    pub(in crate::import) fn summary_end(&self, line: usize) -> usize {
        let last = self.len().min(line + LONGEST_SUMMARY);
        for end in line..=last {
            let text = self.line(end);
            if text.contains("</summary") {
                return end;
            }
            if end > line && (text.contains("<summary") || text.contains("<details")) {
                break;
            }
        }
        line
    }

    /// The text of the summary that begins on a line; it may go on over a few more.
    fn summary(&self, index: usize) -> String {
        let last = self.summary_end(index + 1);
        let text = &self.text[self.lines[index].start as usize..self.lines[last - 1].end as usize];
        summary_text(text)
    }
}

/// What stands between `<summary>` and `</summary>`, or up to the end.
pub(in crate::import) fn summary_text(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let Some(start) = lower.find("<summary").and_then(|at| lower[at..].find('>').map(|end| at + end + 1))
    else {
        return String::new();
    };
    let end = lower[start..].find("</summary").map_or(text.len(), |end| start + end);
    let inner = plain_text(text[start..end].trim()).into_owned();
    let stem = Stem::of(inner.trim());
    stem.question().split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches('#').trim().to_owned()
}

/// A summary that only says that something is hidden.
fn reveals(summary: &str) -> bool {
    let lower = summary.to_lowercase();
    let words = [
        "answer",
        "solution",
        "reveal",
        "click",
        "show",
        "hint",
        "expand",
        "view",
        "details",
        "explanation",
        "toggle",
        "see ",
        "contents",
        "toc",
        "答案",
        "解答",
        "解析",
        "查看",
        "展开",
        "点击",
        "點擊",
        "点我",
        "目录",
        "提示",
        "ответ",
        "решение",
        "resposta",
        "respuesta",
        "risposta",
        "solución",
        "답",
        "정답",
        "해설",
        "回答",
        "réponse",
        "antwort",
    ];
    lower.is_empty()
        || (lower.chars().count() <= 40
            && asking(&lower) != Asking::Yes
            && words.iter().any(|word| lower.contains(word)))
}
