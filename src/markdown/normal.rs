//! The normal form of a text: what all ways of writing one question have in common.
//!
//! Left out is what may change without another question being asked: white space, case, width, marks of
//! emphasis, the style of quotation marks, and the punctuation that closes a sentence. Everything else
//! means something and stays: signs, operators, brackets, accents, raised and lowered figures. In
//! formulas and code case stays too, and every sign means itself.
//!
//! The rules are written out here and depend on no parser: whatever notes are shown like, a card stays
//! the same card.

mod folding;

pub use folding::narrow;
mod prose;

/// The normal form of a text; that of nothing but punctuation is the text itself.
pub fn normal(text: &str) -> String {
    if let Some(simple) = simple(text) {
        return simple;
    }
    let (mut key, mut prose) = (String::with_capacity(text.len()), String::new());
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let mark = fence_of(line);
        match (fence, mark) {
            (None, Some(mark)) => {
                prose::push(&std::mem::take(&mut prose), &mut key);
                fence = Some(mark);
            }
            (Some(open), Some(mark)) if mark.starts_with(open) && line.trim().len() == mark.len() => {
                fence = None;
            }
            (Some(_), _) => {
                key.push('\n');
                key.push_str(line.trim_end());
            }
            (None, None) => {
                prose.push_str(line);
                prose.push('\n');
            }
        }
    }
    prose::push(&prose, &mut key);
    if key.is_empty() { text.trim().to_owned() } else { key }
}

/// The normal form of a text without anything that needs a second look, which most questions are: words
/// of Latin letters and Han characters, and one sign that closes them.
fn simple(text: &str) -> Option<String> {
    let text = text.trim_matches(' ');
    let body = text.strip_suffix(['?', '？', '.', '。']).unwrap_or(text);
    let is_simple = |letter: char| {
        letter.is_ascii_alphanumeric()
            || matches!(letter, ' ' | '/' | '(' | ')' | '-' | '+' | '#' | '%' | '@' | '\u{4e00}'..='\u{9fff}')
    };
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter >= '\u{4e00}';
    if !body.chars().all(is_simple) || !body.ends_with(is_word) {
        return None;
    }
    Some(body.chars().filter(|letter| *letter != ' ').map(|letter| letter.to_ascii_lowercase()).collect())
}

/// The run of signs that opens or closes a block of code.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    (length >= 3 && !line[length..].contains('`')).then(|| &line[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ways of writing one question.
    const SAME: &[&[&str]] = &[
        &[
            "为什么提出CNN？",
            "**为什么提出 CNN？**",
            "为什么提出ｃｎｎ",
            "`为什么`提出Cnn！",
            "为什么*提出*CNN。",
        ],
        &[
            "What is pooling?",
            "what  is\npooling",
            "__What__ is pooling？",
            "<b>What</b> is ~~pooling~~?!",
            "What is *pooling* …",
        ],
        &[
            "What does “good” mean?",
            "What does \"good\" mean?",
            "What does 'good' mean",
            "What does «good» mean?",
            "What does ‘good’ mean?",
        ],
        &["什么是“过拟合”？", "什么是「过拟合」?", "什么是\"过拟合\""],
        &["Why don't we?", "Why don’t we?"],
        &["Is $a+b$ even?", "Is $ a + b$ even?", "Is \\(a + b\\) even?", "Is $$a+b$$ even"],
        &["A、B和C", "A，B和C", "A, B和C"],
        &["Is x >= 0?", "Is x>=0", "Is x &gt;= 0?", "Ｉｓ ｘ＞＝０？"],
        &["bias–variance", "bias-variance", "bias‐variance"],
        &["**注意：**后面是什么？", "注意：后面是什么"],
        &["Café?", "Cafe\u{301}?", "CAFÉ"],
        &["ﬁne-tuning", "fine-tuning"],
        &["What is \\*args?", "What is *args?"],
        &["What is ✔️?", "What is ✔?"],
        &["Why?\n\n```py\nx = 1\n```", "**Why?**\n```\nx = 1\n```"],
        &["Which one: a) b?", "Which one: a) b:", "Which one: a) b;"],
    ];

    /// Questions that differ in one sign.
    const OTHER: &[(&str, &str)] = &[
        ("What is $P(A|B)$?", "What is $P(A,B)$?"),
        ("Is a != b?", "Is a = b?"),
        ("Is a == b?", "Is a = b?"),
        ("Is a ≠ b?", "Is a = b?"),
        ("What does *args do?", "What does **args do?"),
        ("What does *args do?", "What does args do?"),
        ("What is f(-1)?", "What is f(1)?"),
        ("What is −1?", "What is 1?"),
        ("What is R²?", "What is R2?"),
        ("What is R₂?", "What is R2?"),
        ("What is R²?", "What is R₂?"),
        ("What is p̂?", "What is p?"),
        ("What is C?", "What is C++?"),
        ("What is C#?", "What is C++?"),
        ("What is .NET?", "What is NET?"),
        ("What is f'?", "What is f?"),
        ("What is f'?", "What is f''?"),
        ("What is x*?", "What is x?"),
        ("What is a*b*c?", "What is abc?"),
        ("What is 2**3?", "What is 23?"),
        ("What is ¬A?", "What is A?"),
        ("A → B?", "A ← B?"),
        ("A → B?", "A B?"),
        ("What is 10%?", "What is 10?"),
        ("What is ~x?", "What is x?"),
        ("What is @x?", "What is x?"),
        ("What is #x?", "What is x?"),
        ("What is $a!$?", "What is $a$?"),
        ("What is 5!?", "What is 5?"),
        ("What is n!", "What is n?"),
        ("What is (n+1)!", "What is (n+1)?"),
        ("What is snake_case?", "What is snakecase?"),
        ("What is _x?", "What is x?"),
        ("What is __init__?", "What is init?"),
        ("What is é?", "What is e?"),
        ("Что такое ё?", "Что такое е?"),
        ("What is α?", "What is a?"),
        ("What is [0, 1)?", "What is [0, 1]?"),
        ("What is (0, 1)?", "What is [0, 1]?"),
        ("What is {a}?", "What is (a)?"),
        ("What is Vec<T>?", "What is VecT?"),
        ("What are <CLS> tokens?", "What are CLS tokens?"),
        ("What is a/b?", "What is ab?"),
        ("What is a:b?", "What is a;b?"),
        ("What is a.b?", "What is ab?"),
        ("What is a·b?", "What is ab?"),
        ("What is a × b?", "What is a ÷ b?"),
        ("What is a ∩ b?", "What is a ∪ b?"),
        ("What is x^2?", "What is x2?"),
        ("What is x<sup>2</sup>?", "What is x<sub>2</sub>?"),
        ("What is a || b?", "What is a && b?"),
        ("What is a | b?", "What is a || b?"),
        ("What is `a; b`?", "What is `a, b`?"),
        ("What is `List`?", "What is `list`?"),
        ("What is $X$?", "What is $x$?"),
        ("What is $x_i$?", "What is $x^i$?"),
        ("What is $\\alpha x$?", "What is $\\alphax$?"),
        ("What is ||x||?", "What is |x|?"),
        ("What is std::?", "What is std?"),
        ("Why?\n```\nx = 1\n```", "Why?\n```\nx == 1\n```"),
        ("Is it < 0?", "Is it > 0?"),
        ("A⇒B?", "A⇔B?"),
        ("什么是𝐱？", "什么是x？"),
        ("国", "國"),
        ("What is 👍?", "What is 👎?"),
        ("？", "！"),
    ];

    #[test]
    fn what_asks_the_same_has_one_normal_form() {
        for ways in SAME {
            for way in *ways {
                assert_eq!(normal(way), normal(ways[0]), "{way:?} {:?}", ways[0]);
            }
        }
    }

    #[test]
    fn a_sign_makes_another_question() {
        for (one, other) in OTHER {
            assert_ne!(normal(one), normal(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn the_short_way_comes_to_the_same() {
        for text in [
            "What is L1-norm?",
            "为什么用ReLU？",
            " TCP/IP (v 4) x",
            "50% of C# code",
            "Why.",
            "是 什么。",
            "a) b",
        ] {
            let mut key = String::new();
            prose::push(text, &mut key);
            assert_eq!(simple(text), Some(key), "{text}");
        }
    }

    #[test]
    fn no_text_is_too_odd() {
        for text in [
            "", " ", "`", "``` `", "$", "$$", "\\", "\\(", "*", "**", "_*_", "<", "</", "&", "&amp", "```\n",
            "'", "‘", "!!", "\\[x",
        ] {
            normal(text);
            normal(&text.repeat(2000));
            normal(&format!("a{text} ").repeat(2000));
        }
    }
}
