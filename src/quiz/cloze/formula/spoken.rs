//! Formulas in words: `square root of C`, `根号k`, `H分之一`, `two N`.

/// Words and what they stand for, longer ones first.
const ENGLISH: [(&str, &str); 38] = [
    ("to the power of", "^"),
    ("raised to the", "^"),
    ("to the power", "^"),
    ("the square root of", "sqrt"),
    ("square root of", "sqrt"),
    ("square-root of", "sqrt"),
    ("root of", "sqrt"),
    ("square root", "sqrt"),
    ("logarithm of", "log"),
    ("log of", "log"),
    ("ln of", "ln"),
    ("exp of", "exp"),
    ("norm of", "norm"),
    ("multiplied by", "*"),
    ("divided by", "/"),
    ("per", "/"),
    ("over", "/"),
    ("times", "*"),
    ("plus", "+"),
    ("minus", "-"),
    ("squared", "^2"),
    ("cubed", "^3"),
    ("twice", "2 *"),
    ("half of", "1/2 *"),
    ("half", "1/2 *"),
    ("equals", "="),
    ("root", "sqrt"),
    ("the", ""),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
];

const CHINESE: [(&str, &str); 24] = [
    ("根号下", "√"),
    ("根号", "√"),
    ("除以", "/"),
    ("乘以", "*"),
    ("乘", "*"),
    ("加上", "+"),
    ("加", "+"),
    ("减去", "-"),
    ("减", "-"),
    ("等于", "="),
    ("的倒数", "^(-1)"),
    ("两倍的", "2*"),
    ("两倍", "2*"),
    ("倍的", "*"),
    ("一", "1"),
    ("二", "2"),
    ("两", "2"),
    ("三", "3"),
    ("四", "4"),
    ("五", "5"),
    ("六", "6"),
    ("八", "8"),
    ("十", "10"),
    ("的", ""),
];

/// What stands behind a Chinese formula and is done to all of it.
const BEHIND: [(&str, &str, &str); 7] = [
    ("的算术平方根", "sqrt(", ")"),
    ("的平方根", "sqrt(", ")"),
    ("开根号", "sqrt(", ")"),
    ("开平方", "sqrt(", ")"),
    ("的平方", "(", ")^2"),
    ("平方", "(", ")^2"),
    ("的立方", "(", ")^3"),
];

/// A formula in words with the signs that they stand for; nothing where it has no such words.
pub(in crate::quiz::cloze) fn in_signs(text: &str) -> Option<String> {
    let signs = chinese(&english(text.trim()));
    (signs != text.trim()).then_some(signs)
}

fn english(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let is_start = !out.ends_with(|before: char| before.is_ascii_alphanumeric() || before == '_');
        let word = ENGLISH.iter().find(|(word, _)| {
            is_start
                && rest.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word))
                && !rest[word.len()..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '_')
        });
        match word {
            Some((word, "norm")) => {
                // The norm of all that follows it.
                return format!("{out}‖{}‖", english(rest[word.len()..].trim()));
            }
            Some((word, sign)) => {
                out.push_str(sign);
                rest = &rest[word.len()..];
            }
            None => {
                out.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    out
}

fn chinese(text: &str) -> String {
    if let Some((below, above)) = text.split_once("分之") {
        return format!("({})/({})", chinese(above), chinese(below));
    }
    for mark in ["次方", "次幂"] {
        let power = text.strip_suffix(mark).and_then(|rest| rest.split_once('的'));
        if let Some((base, exponent)) = power {
            return format!("({})^({})", chinese(base), chinese(exponent));
        }
    }
    for (words, before, after) in BEHIND {
        if let Some(rest) = text.strip_suffix(words).filter(|rest| !rest.is_empty()) {
            return format!("{before}{}{after}", chinese(rest));
        }
    }
    CHINESE.iter().fold(text.to_owned(), |text, (word, sign)| text.replace(word, sign))
}

#[cfg(test)]
mod tests {
    use super::super::agree;
    use super::*;

    #[test]
    fn words_are_signs() {
        let mut off = Vec::new();
        for (formula, said, expected) in [
            (r"$\sqrt{C}$", "square root of C", true),
            (r"$\sqrt{C}$", "the square root of C", true),
            (r"$\sqrt{C}$", "root C", true),
            (r"$\sqrt{C}$", "C的平方根", true),
            (r"$\sqrt{C}$", "square of C", false),
            (r"$\sqrt{k}$", "根号k", true),
            (r"$\sqrt{k}$", "根号 n", false),
            (r"$\sqrt{k}$", "k的平方", false),
            ("$1/H$", "H分之一", true),
            ("$1/H$", "one over H", true),
            ("$1/H$", "1 divided by H", true),
            ("$1/H$", "一分之H", false),
            ("$n^2$", "n squared", true),
            ("$n^2$", "n的平方", true),
            ("$n^2$", "n cubed", false),
            ("$2^n$", "2的n次方", true),
            ("$2^n$", "two to the power of n", true),
            ("$2^n$", "n的2次方", false),
            ("$2N$", "two N", true),
            ("$2N$", "twice N", true),
            ("$2N$", "2乘以N", true),
            ("$2N$", "2 plus N", false),
            ("$n - 1$", "n minus one", true),
            ("$n - 1$", "n减一", true),
            ("$n - 1$", "n加一", false),
            (r"$\log N$", "log of N", true),
            (r"$2/\lVert w\rVert$", "2 over the norm of w", true),
            (r"$2/\lVert w\rVert$", "two over w", false),
        ] {
            let found = in_signs(said).and_then(|said| agree(&said, formula)).unwrap_or(false);
            if found != expected {
                off.push(format!("{formula} / {said}: {:?}", in_signs(said)));
            }
        }
        assert!(off.is_empty(), "{off:#?}");
        for text in ["2N", "n^2", "overall", "permutation", ""] {
            assert_eq!(in_signs(text), None, "{text}");
        }
    }
}
