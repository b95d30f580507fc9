//! The sections of an answer: what is said first, and below labels of their own what adds to it.
//!
//! ```text
//! The gist.
//!
//! - **Point**: a claim.
//!
//! Bonus:
//!
//! - **Further**: a claim.
//!
//! Mistakes:
//!
//! - A wrong claim. → Why it is wrong.
//!
//! Sources: Author 2020, §3.
//! ```
//!
//! A label stands alone on its line, or before the text of its section; bold or as a heading.

use super::{Block, Content, blocks};

/// What a label opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Points that lift a good answer.
    Bonus,
    /// Wrong claims, each with why it is wrong.
    Mistakes,
    /// Questions that come next.
    FollowUps,
    /// Where the facts come from.
    Sources,
}

/// The labels, in lower case.
const LABELS: [(Section, &[&str]); 4] = [
    (Section::Bonus, &["bonus", "bonus points", "加分", "加分项", "加分点", "加分回答"]),
    (
        Section::Mistakes,
        &[
            "mistakes",
            "common mistakes",
            "pitfalls",
            "common pitfalls",
            "误区",
            "常见误区",
            "易错点",
            "易错",
            "常见错误",
            "易混淆点",
        ],
    ),
    (
        Section::FollowUps,
        &["follow-ups", "follow-up", "follow ups", "follow-up questions", "追问", "延伸追问", "面试追问"],
    ),
    (Section::Sources, &["sources", "source", "来源", "出处"]),
];

/// The section that a line opens, and what follows the label on it.
pub fn section(line: &str) -> Option<(Section, &str)> {
    let bare = line.trim().trim_start_matches('#').trim_start();
    let open = bare.trim_start_matches(['*', '_']);
    let is_heading = line.trim_start().starts_with('#') || open.len() < bare.len();
    let end = open.find([':', '：', '*', '_']).unwrap_or(open.len());
    let label = open[..end].trim();
    // Nothing longer is a label; most lines are left here.
    if label.is_empty() || label.len() > 24 {
        return None;
    }
    let label = label.to_lowercase();
    let (found, _) = LABELS.iter().find(|(_, labels)| labels.contains(&label.as_str()))?;
    let behind = &open[end..];
    let rest = behind.trim_start_matches([':', '：', '*', '_']).trim();
    // `Bonus` alone in a sentence of its own line is no label without a mark of one.
    (is_heading || behind.starts_with([':', '：'])).then_some((*found, rest))
}

/// The lines on which the sections of an answer begin, with their sections. Lines count from 0.
pub fn section_lines(source: &str) -> Vec<(usize, Section)> {
    if source.lines().all(|line| section(line).is_none()) {
        return Vec::new();
    }
    starts(&blocks(source), &source.lines().collect::<Vec<_>>()).collect()
}

/// The same of a text that was read into these blocks.
pub(super) fn starts(blocks: &[Block], lines: &[&str]) -> impl Iterator<Item = (usize, Section)> {
    let open = blocks
        .iter()
        .filter(|block| matches!(block.content, Content::Paragraph(_) | Content::Heading { .. }));
    open.flat_map(|block| block.first_line..=block.last_line)
        .filter_map(|line| Some((line, section(lines.get(line)?)?.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_open_sections() {
        for (line, found) in [
            ("Bonus:", Some((Section::Bonus, ""))),
            ("**加分项**", Some((Section::Bonus, ""))),
            ("#### Common mistakes", Some((Section::Mistakes, ""))),
            ("**易错点：** 不是均值", Some((Section::Mistakes, "不是均值"))),
            ("追问：为什么？", Some((Section::FollowUps, "为什么？"))),
            ("Sources: Vaswani et al. 2017, §3.", Some((Section::Sources, "Vaswani et al. 2017, §3."))),
            ("来源：论文", Some((Section::Sources, "论文"))),
            ("Bonus", None),
            ("Bonus points are given for brevity.", None),
            ("The sources: three of them", None),
            ("", None),
        ] {
            assert_eq!(section(line), found, "{line}");
        }
    }
}
