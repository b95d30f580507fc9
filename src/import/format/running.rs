//! Text copied from a PDF whose lines were run together: a question that begins in the middle of a line, behind the end
//! of a sentence and with the number that is next, gets a line of its own.

use super::Converted;

/// Fewer are chance.
const FEWEST: usize = 3;

/// The text with its questions at the beginnings of lines, and for each line the line it comes from; `None` where no
/// numbers run on inside of lines, or where what they head does not ask.
pub(super) fn read(text: &str) -> Option<(Converted, Vec<usize>)> {
    let (mut last, mut outer, mut inner, mut asking) = (0u32, 0usize, 0usize, 0usize);
    let mut cuts: Vec<Vec<usize>> = Vec::new();
    for line in text.lines() {
        let Some(first) = digit(line.as_bytes(), 0) else {
            cuts.push(Vec::new());
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        if let Some(number) = number(&line[indent..]) {
            last = number;
            outer += 1;
        }
        let mut own = Vec::new();
        for at in ends_of_sentences(line, first) {
            if number(&line[at..]) == Some(last + 1) {
                last += 1;
                own.push(at);
            }
        }
        inner += own.len();
        let ends = own.iter().skip(1).copied().chain([line.len()]);
        asking += own.iter().zip(ends).filter(|(at, end)| line[**at..*end].contains(['?', '？'])).count();
        cuts.push(own);
    }
    if inner < FEWEST || inner * 3 < outer || asking * 3 < inner * 2 {
        return None;
    }
    let (mut out, mut places) = (String::with_capacity(text.len() + inner), Vec::new());
    for (place, (line, cuts)) in text.lines().zip(cuts).enumerate() {
        let ends = cuts.iter().copied().chain([line.len()]);
        let starts = [0].into_iter().chain(cuts.iter().copied());
        for (start, end) in starts.zip(ends) {
            out.push_str(line[start..end].trim_end());
            out.push('\n');
            places.push(place + 1);
        }
    }
    Some((Converted { format: "text copied from a PDF", text: out, told: Vec::new() }, places))
}

/// The next digit from a place on.
fn digit(bytes: &[u8], from: usize) -> Option<usize> {
    bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at)
}

/// Where a number begins behind the end of a sentence and a blank, from the first digit on.
fn ends_of_sentences(line: &str, first: usize) -> impl Iterator<Item = usize> + '_ {
    let bytes = line.as_bytes();
    let digits = std::iter::successors(Some(first), move |at| digit(bytes, at + 1));
    // Few places begin a number.
    let begins = move |at: &usize| *at > 0 && !bytes[at - 1].is_ascii_alphanumeric();
    let is_behind = move |at: &usize| {
        let told = line[..*at].trim_end();
        let is_apart = |sign: char| sign > '\u{2e7f}' || line[told.len()..].starts_with(' ');
        told.chars().next_back().is_some_and(|sign| ENDS.contains(&sign) && is_apart(sign))
    };
    digits.filter(begins).filter(is_behind)
}

/// What a sentence ends with.
const ENDS: [char; 8] = ['.', '?', '!', '。', '？', '！', ')', '）'];

/// The number a text begins with, where a sign and words stand behind it.
fn number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..).filter(|_| (1..=3).contains(&digits))?;
    let words = rest.strip_prefix(['.', ')', '、', '．', '）'])?.trim_start();
    let is_word =
        words.starts_with(|letter: char| letter.is_uppercase() || letter > '\u{2e7f}' || letter == '¿');
    text[..digits].parse().ok().filter(|_| is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_get_lines_of_their_own() {
        let text = "1. What is a norm?\nA scale. 2. What is RMS?\nA mean\nof squares. 3. Why not both?\nCost 5. Cheaper. \
                    4. What is next?\nNothing.\n";
        let (converted, places) = read(text).expect("numbers run inside of lines");
        assert_eq!(
            converted.text,
            "1. What is a norm?\nA scale.\n2. What is RMS?\nA mean\nof squares.\n3. Why not both?\nCost 5. Cheaper.\n4. What is next?\nNothing.\n"
        );
        assert_eq!(places, [1, 2, 2, 3, 4, 4, 5, 5, 6]);
        let chinese = "1、什么是池化？\n降采样。2、什么是步长？\n距离。3、为什么补零？\n保持大小。4、什么是感受野？\n区域。\n";
        assert_eq!(read(chinese).map(|(found, _)| found.text.lines().count()), Some(8));
        assert_eq!(read("1. One. 2. Two. 3. Three. 4. Four. 5. Five.\n"), None);
    }
}
