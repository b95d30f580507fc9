//! Arithmetic as people type it: `50/200`, `2*70`, `(32+1)×8`, `1e9/4`.

use exmex::{Express, FlatEx};

/// Longer sums are typed by nobody.
const LONGEST: usize = 100;

/// Something to be computed.
pub(super) type DrillFormula = FlatEx<f64>;

/// A formula of numbers and names, in which `1e9` is a number too.
pub(super) fn formula(text: &str) -> Option<DrillFormula> {
    DrillFormula::parse(&without_exponents(text)).ok()
}

/// Functions that people type, with what they are computed by; longer names first.
const FUNCTIONS: [(&str, &str); 10] = [
    ("log10", "log10"),
    ("log2", "log2"),
    ("log", "ln"),
    ("lg", "log10"),
    ("ln", "ln"),
    ("sqrt", "sqrt"),
    ("exp", "exp"),
    ("根号", "sqrt"),
    ("√", "sqrt"),
    ("e^", "exp"),
];

/// The value of the arithmetic at the start of a text, with where it ends; nothing where nothing is computed there.
/// `10-20` is a range.
pub(super) fn leading(text: &str) -> Option<(f64, usize)> {
    let (mut plain, mut at) = (String::new(), 0);
    // What stands at the end is part of a unit, but for a digit or a bracket.
    let mut last = (0, 0);
    while let Some(letter) = text[at..].chars().next() {
        if let Some((operand, length)) = function(&text[at..]) {
            plain.push_str(&operand);
            at += length;
            if !operand.ends_with('(') {
                last = (at, plain.len());
            }
            continue;
        }
        let sign = match letter {
            ',' | '\u{a0}' | '\u{202f}' => None,
            '×' | '·' | '⋅' => Some('*'),
            '÷' => Some('/'),
            '−' => Some('-'),
            letter if letter.is_ascii_digit() || " .+-*/^()eE".contains(letter) => Some(letter),
            _ => break,
        };
        plain.extend(sign);
        at += letter.len_utf8();
        if letter.is_ascii_digit() || letter == ')' {
            last = (at, plain.len());
        }
    }
    let (end, length) = last;
    let plain = plain[..length].replace("**", "^");
    if plain.len() > LONGEST || !plain.contains(['+', '*', '/', '^', '(']) {
        return None;
    }
    let value = formula(&plain)?.eval(&[]).ok().filter(|value| value.is_finite())?;
    Some((value, end))
}

/// A function at the start of a text, with its number or up to its bracket, and where that ends: `ln(`, `√13`.
fn function(text: &str) -> Option<(String, usize)> {
    let (word, name) = FUNCTIONS.iter().find(|(word, _)| text.starts_with(word))?;
    let rest = text[word.len()..].trim_start();
    let start = text.len() - rest.len();
    if rest.starts_with('(') {
        return Some((format!("{name}("), start + 1));
    }
    let sign = usize::from(*word == "e^" && rest.starts_with('-'));
    let digits = rest[sign..].find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let end = digits.map_or(rest.len(), |digits| sign + digits);
    (end > sign).then(|| (format!("{name}({})", &rest[..end]), start + end))
}

/// A text in which powers of ten are written out: `1e9` is `(1*10^(9))`.
fn without_exponents(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    let digits = |from: usize| letters[from..].iter().take_while(|letter| letter.is_ascii_digit()).count();
    while at < letters.len() {
        let starts = letters[at].is_ascii_digit()
            && (at == 0 || !(letters[at - 1].is_alphanumeric() || matches!(letters[at - 1], '.' | '_')));
        let number =
            letters[at..].iter().take_while(|letter| letter.is_ascii_digit() || **letter == '.').count();
        let exponent = at + number;
        let is_power = starts && matches!(letters.get(exponent), Some('e' | 'E'));
        let sign = usize::from(matches!(letters.get(exponent + 1), Some('+' | '-')));
        let power =
            if is_power && exponent + 1 + sign <= letters.len() { digits(exponent + 1 + sign) } else { 0 };
        let end = exponent + 1 + sign + power;
        if power > 0
            && !letters.get(end).is_some_and(|next| next.is_alphanumeric() || matches!(next, '.' | '_'))
        {
            let text = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
            let sign = if letters[exponent + 1] == '-' { "-" } else { "" };
            out.push_str(&format!("({}*10^({sign}{}))", text(at..exponent), text(end - power..end)));
            at = end;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_computed_up_to_their_unit() {
        for (text, found) in [
            ("1/4", Some((0.25, ""))),
            ("50/200", Some((0.25, ""))),
            ("2*70", Some((140.0, ""))),
            ("2 × 70 GB", Some((140.0, " GB"))),
            ("(32+1)*8 MiB", Some((264.0, " MiB"))),
            ("1e9/4", Some((2.5e8, ""))),
            ("1,024*2 tokens/s", Some((2048.0, " tokens/s"))),
            ("2^10", Some((1024.0, ""))),
            ("100/8 /s", Some((12.5, " /s"))),
            ("ln(100)", Some((100f64.ln(), ""))),
            ("log(100)", Some((100f64.ln(), ""))),
            ("5/ln(1000) bits", Some((5.0 / 1000f64.ln(), " bits"))),
            ("log2(8) + 1", Some((4.0, ""))),
            ("4/sqrt(16)", Some((1.0, ""))),
            ("4/√16", Some((1.0, ""))),
            ("√13", Some((13f64.sqrt(), ""))),
            ("√(4+9) ms", Some((13f64.sqrt(), " ms"))),
            ("根号9", Some((3.0, ""))),
            ("2**-3", Some((0.125, ""))),
            ("2^-3", Some((0.125, ""))),
            ("e^-1", Some(((-1f64).exp(), ""))),
            ("exp(-0.5)", Some(((-0.5f64).exp(), ""))),
            ("ln 2", Some((2f64.ln(), ""))),
            ("log", None),
            ("ln(", None),
            ("√", None),
            ("√-1", None),
            ("10-20", None),
            ("140 GB", None),
            ("1/0", None),
            ("2**", None),
            ("/4", None),
            ("", None),
        ] {
            let read = leading(text).map(|(value, end)| (value, &text[end..]));
            assert_eq!(read, found, "{text}");
        }
    }

    #[test]
    fn powers_of_ten_are_numbers_and_names_stay_names() {
        for (text, written) in [
            ("1e9", "(1*10^(9))"),
            ("N * 1.5e-3 / 2", "N * (1.5*10^(-3)) / 2"),
            ("2E+6*L", "(2*10^(6))*L"),
            ("e9 + d1e5 + 3e + 1e9x", "e9 + d1e5 + 3e + 1e9x"),
            ("max(1e2,5)", "max((1*10^(2)),5)"),
        ] {
            assert_eq!(without_exponents(text), written, "{text}");
        }
    }
}
