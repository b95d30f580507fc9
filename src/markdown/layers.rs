//! An answer taken apart: gist, points, and what the sections below say.

use super::points::{self, Point, points_in};
use super::sections::{Section, section, section_lines};

/// A wrong claim that candidates make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The claim.
    pub claim: String,
    /// Why it is wrong; empty where the author does not say.
    pub reason: String,
}

/// An answer in layers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layers {
    /// What stands above the first point: what one would say first.
    pub gist: String,
    /// What a good answer has.
    pub core: Vec<Point>,
    /// What lifts it.
    pub bonus: Vec<Point>,
    /// What is wrong though it is often said.
    pub mistakes: Vec<Mistake>,
    /// Where the facts come from.
    pub sources: String,
}

/// An answer taken apart.
pub fn layers(source: &str) -> Layers {
    let source = super::clean(source);
    let lines: Vec<&str> = source.lines().collect();
    let starts = section_lines(&source);
    let end = starts.first().map_or(lines.len(), |(line, _)| *line);
    let mut layers = above_sections(&lines[..end], points_in(&lines[..end].join("\n")));
    for (index, (first, kind)) in starts.iter().enumerate() {
        let last = starts.get(index + 1).map_or(lines.len(), |(next, _)| *next);
        let beside = section(lines[*first]).map_or("", |(_, rest)| rest);
        let below = lines[first + 1..last].join("\n");
        match kind {
            Section::Bonus => layers.bonus.extend(claims(beside, &below, first + 1)),
            Section::Mistakes => {
                layers
                    .mistakes
                    .extend(claims(beside, &below, first + 1).iter().map(|claim| mistake(&claim.text)));
            }
            Section::Sources => layers.sources = format!("{beside}\n{}", below.trim()).trim().to_owned(),
            Section::FollowUps => {}
        }
    }
    layers
}

/// What one says of an answer in an interview: its gist and core, and nothing of the sections below.
pub fn spoken(source: &str) -> Layers {
    let source = super::clean(source);
    let (lines, core) = points::core(&source);
    above_sections(&lines, core)
}

fn above_sections(lines: &[&str], core: Vec<Point>) -> Layers {
    let body = lines.join("\n");
    let gist = core.first().map_or(body.as_str(), |first| body_above(&body, first.first_line));
    Layers { gist: gist.trim().to_owned(), core, ..Layers::default() }
}

fn body_above(body: &str, line: usize) -> &str {
    let length = body.split_inclusive('\n').take(line).map(str::len).sum();
    &body[..length]
}

/// The points below a label that stands above line `first`, or the text beside it as one.
fn claims(beside: &str, below: &str, first: usize) -> Vec<Point> {
    let mut found = points_in(below);
    for point in &mut found {
        point.first_line += first;
        point.last_line += first;
    }
    if found.is_empty() {
        let text = format!("{beside}\n{}", below.trim()).trim().to_owned();
        let last_line = first + below.trim_end().lines().count();
        return if text.is_empty() { found } else { vec![Point { first_line: first - 1, last_line, text }] };
    }
    found
}

/// What stands between a wrong claim and why it is wrong.
pub const MISTAKE_ARROWS: [&str; 4] = ["→", "->", "=>", "⇒"];

fn mistake(text: &str) -> Mistake {
    let arrow =
        MISTAKE_ARROWS.iter().filter_map(|arrow| text.split_once(arrow)).min_by_key(|(claim, _)| claim.len());
    let (claim, reason) = arrow.unwrap_or((text, ""));
    Mistake { claim: claim.trim().to_owned(), reason: reason.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_opens_in_layers() {
        let found = layers(
            "The gist.\n\n- **A**: one.\n- **B**: two.\n\nBonus:\n\n- **C**: three.\n\nMistakes:\n\n- Wrong. → Why.\n- Bare.\n\n```\nBonus:\n```\n\nSources: X 2020.",
        );
        let texts = |points: &[Point]| points.iter().map(|point| point.text.clone()).collect::<Vec<_>>();
        assert_eq!(found.gist, "The gist.");
        assert_eq!(texts(&found.core), ["**A**: one.", "**B**: two."]);
        assert_eq!((texts(&found.bonus), found.bonus[0].first_line), (vec!["**C**: three.".to_owned()], 7));
        assert_eq!(found.mistakes[0], Mistake { claim: "Wrong.".to_owned(), reason: "Why.".to_owned() });
        assert_eq!((found.mistakes[1].reason.as_str(), found.sources.as_str()), ("", "X 2020."));
        let said = spoken("The gist.\n\n- **A**: one.\n- **B**: two.\n\nBonus:\n\n- **C**: three.");
        assert_eq!((said.gist, said.core), (found.gist, found.core));
        assert_eq!((said.bonus.len(), said.mistakes.len()), (0, 0));
    }

    #[test]
    fn an_ordinary_answer_is_all_core() {
        let found = layers("概述\n（1）甲\n（2）乙");
        assert_eq!((found.gist.as_str(), found.core.len(), found.mistakes.len()), ("概述", 2, 0));
        assert_eq!(layers("易错点：把方差当标准差").mistakes.len(), 1);
        assert_eq!(layers(""), Layers::default());
    }
}
