//! Text that is indented as a whole below its titles: to Markdown all of it would be code.

use super::Converted;
use std::fmt::Write;

/// So many columns make code of a line.
const CODE: usize = 4;

/// Fewer lines may well be code.
const FEWEST: usize = 6;

/// The same text without the indentation that all lines but titles have; `None` where others have none, and for code.
/// One line of twenty may tell of all without any.
pub(super) fn read(text: &str) -> Option<Converted> {
    let (mut least, mut count, mut coded, mut bare) = (usize::MAX, 0, 0, 0);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let columns = indentation(line).0;
        if columns == 0 && line.starts_with('#') {
            continue;
        }
        if columns < CODE {
            bare += 1;
            // Most files end here.
            if columns > 0 || bare > 1 + count / 20 {
                return None;
            }
            continue;
        }
        (least, count) = (least.min(columns), count + 1);
        coded += usize::from(is_code(line.trim()));
    }
    if count < FEWEST || coded * 5 > count || bare * 20 > count {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let (columns, bytes) = indentation(line);
        let rest = columns.saturating_sub(least);
        let _ = writeln!(out, "{:rest$}{}", "", &line[bytes..]);
    }
    Some(Converted { format: "indented text", text: out, told: Vec::new() })
}

/// How far a line is indented, in columns and in bytes.
fn indentation(line: &str) -> (usize, usize) {
    let (mut columns, mut bytes) = (0, 0);
    for byte in line.bytes() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += CODE - columns % CODE,
            _ => break,
        }
        bytes += 1;
    }
    (columns, bytes)
}

/// Whether a line is hardly a sentence.
fn is_code(line: &str) -> bool {
    line.ends_with([';', '{', '}', '\\'])
        || line.starts_with(['$', '<', '>', '@', '/', '&', '|', '[', '{', '}'])
        || line.starts_with("import ")
        || line.contains(" = ") && !line.contains(['?', '？', ':', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_lines_have_is_no_code() {
        let text = "# Vision\n\n\tSIFT is not invariant to:\n\t\tAnswer: shear\n\n\tA texture descriptor:\n\t    Answer: LBP\n\
                    \tThe rank of the matrix?\n\t\tAnswer: 2\n";
        let found = read(text).map(|converted| converted.text);
        let plain = "# Vision\n\nSIFT is not invariant to:\n    Answer: shear\n\nA texture descriptor:\n    Answer: LBP\n\
                     The rank of the matrix?\n    Answer: 2\n";
        assert_eq!(found.as_deref(), Some(plain));
        assert_eq!(read(&text.replace("\tThe rank", "The rank")), None);
        let code = "# Use\n\n    let a = 1;\n    let b = 2;\n    f(a);\n    g(b);\n    h(a);\n    print();\n";
        assert_eq!(read(code), None);
    }
}
