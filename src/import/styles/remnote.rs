//! RemNote's cards: `front >> back`, `concept :: definition`, `descriptor ;; value` below its concept, `<>` for both
//! ways, `<<` backwards, three signs (`>>>`) where the answer is nested below, and `{{holes}}`.
//!
//! Both ways count as one card, asked forwards; a line with holes is one card.

use super::super::page::{LineKind, Page};
use super::super::style::{Answer, Question, Reading, Style};
use super::super::trailing::is_tag;
use crate::markdown::places;

pub(in crate::import) const STYLE: Style = Style {
    name: "remnote",
    about: "cards of RemNote: front >> back, concept :: definition, and what is nested below >>>",
    sample: "- CNN\n  - What does pooling do? >> It shrinks the map.\n  - 为什么提出CNN？ >>>\n    - 参数太多。\n    - 难训练。\n  - Stride :: The step of the kernel.\n",
    read,
    insisted: read,
};

/// The signs between front and back. Two of the same sign, or three for an answer below.
const SIGNS: [&str; 5] = [">>", "<>", "::", ";;", "<<"];
/// Those that other programs' notes hardly have.
const OWN: [&str; 4] = [">>", "<>", ";;", "<<"];

/// A line taken apart.
struct RemNoteLine<'a> {
    front: &'a str,
    back: &'a str,
    sign: &'static str,
    /// The answer is nested below.
    is_below: bool,
}

fn read(page: &Page<'_>) -> Reading {
    if !OWN.iter().any(|sign| page.contains(sign)) {
        return Reading::default();
    }
    let mut questions: Vec<Question> = Vec::new();
    let (mut own, mut free) = (0, 1);
    // The texts above a line, each with its indent.
    let mut above: Vec<(usize, &str)> = Vec::new();
    for line in 1..=page.len() {
        if page.is_blank(line) || !matches!(page.kind(line), LineKind::Text) {
            continue;
        }
        let source = page.line(line);
        let indent = source.len() - source.trim_start().len();
        above.retain(|(depth, _)| *depth < indent);
        let text = item(source);
        let parted = if line < free { None } else { parted(text) };
        let concept = parted.as_ref().map_or(text, |parted| parted.front);
        let Some(parted) = parted else {
            above.push((indent, concept));
            continue;
        };
        own += usize::from(OWN.contains(&parted.sign));
        let nested = nested(page, line, indent);
        // A descriptor says something of what it stands below.
        let front = match above.last().filter(|_| parted.sign == ";;") {
            Some((_, concept)) => format!("{}: {}", without_tags(concept), parted.front),
            None => parted.front.to_owned(),
        };
        let (asked, answer) = if parted.sign == "<<" {
            (parted.back.to_owned(), front.as_str())
        } else {
            (front.clone(), parted.back)
        };
        let mut question = Question::new(page, line, asked);
        question.sure = true;
        question.level = None;
        question.answer = match (parted.is_below, page.trimmed(line + 1, nested)) {
            (true, Some((first, last))) if nested > line => {
                free = last + 1;
                Answer::Lines(first, last)
            }
            (true, _) => Answer::Lines(line + 1, line),
            _ => Answer::Beside(answer.to_owned()),
        };
        questions.push(question);
        above.push((indent, concept));
    }
    if own < 2 || !is_of_cards(page, &questions) {
        return Reading::default();
    }
    Reading::judged(page, questions)
}

/// Whether at least half of the lines that say something are cards, what stands above them or below: signs of a
/// shell, of quotes and of code stand in other texts too.
fn is_of_cards(page: &Page<'_>, questions: &[Question]) -> bool {
    let mut taken = vec![false; page.len() + 1];
    for question in questions {
        let last = match question.answer {
            Answer::Lines(_, last) => last.max(question.last_line),
            _ => question.last_line,
        };
        taken[question.line..=last].fill(true);
    }
    let says = |line: &usize| page.kind(*line) == LineKind::Text && !page.is_furniture(*line);
    let (mut all, mut cards) = (0, 0);
    for line in (1..=page.len()).filter(says) {
        let holds = || line < page.len() && (taken[line + 1] && indent(page, line + 1) > indent(page, line));
        all += 1;
        cards += usize::from(taken[line] || holds());
    }
    cards * 2 >= all
}

fn indent(page: &Page<'_>, line: usize) -> usize {
    let text = page.line(line);
    text.len() - text.trim_start().len()
}

/// The last line that is nested in an item.
fn nested(page: &Page<'_>, line: usize, depth: usize) -> usize {
    let within = |below: &usize| {
        page.is_blank(*below) || indent(page, *below) > depth || page.kind(*below) == LineKind::Verbatim
    };
    let all = (line + 1..=page.len()).take_while(within);
    all.filter(|below| !page.is_blank(*below)).last().unwrap_or(line)
}

/// The text of an item.
fn item(source: &str) -> &str {
    let text = source.trim();
    ["- ", "* ", "+ ", "• "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text).trim()
}

/// Front and back of a line. Between them stand signs with white space around, so that `a >> 2` in running code,
/// `std::vec` and `<<EOF` are words; RemNote's own colons may stand close.
fn parted(text: &str) -> Option<RemNoteLine<'_>> {
    let mut found: Option<(usize, &'static str)> = None;
    for sign in SIGNS {
        let at = places(text, sign).into_iter().find(|at| {
            let (before, behind) = (&text[..*at], text[at + 2..].trim_start_matches(&sign[1..]));
            let apart = before.ends_with(' ') && (behind.is_empty() || behind.starts_with(' '));
            apart && before.chars().any(char::is_alphanumeric)
        });
        if let Some(at) = at
            && found.is_none_or(|(first, _)| at < first)
        {
            found = Some((at, sign));
        }
    }
    let (at, sign) = found?;
    let behind = &text[at + 2..];
    let is_below = behind.starts_with(&sign[1..]) || behind.trim().is_empty();
    let back = behind.trim_start_matches(&sign[1..]).trim();
    let front = without_tags(text[..at].trim());
    let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    (!front.is_empty() && !is_number(front) && (is_below || !is_number(back) || sign != ">>"))
        .then_some(RemNoteLine { front, back, sign, is_below: is_below && back.is_empty() })
}

/// A text without the tags behind it.
fn without_tags(text: &str) -> &str {
    let mut text = text.trim();
    while let Some((before, word)) = text.rsplit_once(' ')
        && is_tag(word)
    {
        text = before.trim_end();
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::import;

    fn read(text: &str) -> (Option<&'static str>, Vec<(String, String)>) {
        let notes = import::read(text.as_bytes(), None, None, None);
        let pair =
            |card: &crate::card::Card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string());
        (notes.style, notes.cards.iter().map(pair).collect())
    }

    #[test]
    fn signs_part_front_and_back() {
        let text = "- Transformers #topic\n    - What scales the scores? >> $1/\\sqrt{d}$\n    - Heads <> Subspaces\n    - Mask\n        - place ;; before the softmax\n        - value ;; minus infinity\n    - Steps of training >>>\n        - forward\n        - `x >> 1` backward\n    - Kinds :: encoder, decoder\n    - Adam << the usual optimiser\n";
        let expected = [
            ("What scales the scores?", "$1/\\sqrt{d}$"),
            ("Heads", "Subspaces"),
            ("Mask: place", "before the softmax"),
            ("Mask: value", "minus infinity"),
            ("Steps of training", "- forward\n- `x >> 1` backward"),
            ("Kinds", "encoder, decoder"),
            ("the usual optimiser", "Adam"),
        ];
        let (style, found) = read(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(one, two)| (one.as_str(), two.trim())).collect();
        assert_eq!((style, &found[..]), (Some("remnote"), &expected[..]));
    }

    #[test]
    fn shells_and_shifts_are_no_cards() {
        for text in [
            "# Log\n\nRun `a >> b`.\n\necho x >> file\n\nThen wait.\n\ncat y >> file\n\nDone with it.\n\nSo it ends.\n",
            ">> quoted\n>> again\n\ntext\n",
            "x = a >> 2\ny = b << 3\nz = 1 >> 4\n",
        ] {
            assert_ne!(read(text).0, Some("remnote"), "{text}");
        }
    }
}
