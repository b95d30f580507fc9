//! Whether a line asks: the one sign that questions of all styles and languages share.

/// How much a line reads as a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[repr(u8)]
pub(super) enum Asking {
    /// It does not.
    #[default]
    No,
    /// It may: "How to use it", "Difference between".
    Maybe,
    /// It does.
    Yes,
}

impl Asking {
    /// What the line counts for among questions: 0, ½ or 1.
    pub(super) fn weight(self) -> f32 {
        f32::from(self as u8) / 2.0
    }
}

/// Reads a line that has lost its number and its marks.
pub(super) fn asking(text: &str) -> Asking {
    let stopped = text.trim_end().ends_with('.');
    let text = text.trim_end_matches(|letter: char| !ends(letter)).trim_start_matches(opening);
    let Some(last) = text.chars().next_back() else { return Asking::No };
    if matches!(last, '?' | '？' | '؟' | '吗' | '嘛' | '呢') {
        return Asking::Yes;
    }
    first_word(text, stopped).max(if text.is_ascii() { inner(text) } else { inner(text).max(sign(text)) })
}

/// Letters that may end a sentence; what stands behind (emoji, closing marks) says nothing.
fn ends(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
        || letter.is_alphanumeric()
        || matches!(letter, '?' | '？' | '؟')
}

fn opening(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '*' | '_' | '`' | '"' | '\'' | '“' | '「' | '《' | '(' | '（' | '¡')
}

/// A question mark inside: "Why? Give an example". Not one inside code or an address.
fn inner(text: &str) -> Asking {
    if memchr::memchr2(b'?', 0xef, text.as_bytes()).is_none() {
        return Asking::No;
    }
    let asked = text.char_indices().any(|(at, letter)| match letter {
        '？' => true,
        '?' => {
            text[at + 1..].starts_with([' ', '*', '"', ')', '(', '\u{3000}', '/'])
                || !text[at + 1..].is_ascii()
        }
        _ => false,
    });
    if asked { Asking::Yes } else { Asking::No }
}

/// The first words of questions and of tasks.
fn first_word(text: &str, stopped: bool) -> Asking {
    if text.starts_with('¿') {
        return Asking::Yes;
    }
    // Scripts without spaces have no first word.
    if !matches!(text.chars().next(), Some('A'..='Z' | 'a'..='z' | 'À'..='ӿ')) {
        return Asking::No;
    }
    let mut buffer = [0u8; 24];
    let mut length = 0;
    for letter in text.chars() {
        let lower = match letter {
            'a'..='z' => letter,
            'A'..='Z' => letter.to_ascii_lowercase(),
            'À'..='ӿ' => letter.to_lowercase().next().unwrap_or(letter),
            _ => break,
        };
        if length + lower.len_utf8() > buffer.len() {
            return Asking::No;
        }
        length += lower.encode_utf8(&mut buffer[length..]).len();
    }
    let word = std::str::from_utf8(&buffer[..length]).unwrap_or_default();
    let rest = text.get(length..).unwrap_or_default();
    // "is-docker", "derive(Error)" and "`which`" are names.
    if rest.is_empty() || rest.starts_with(['-', '_', '(', '`', '.', '=', '!', '[']) {
        return Asking::No;
    }
    match word {
        "what" | "whats" | "why" | "which" | "who" | "whose" => {
            // "What's New" is a chapter.
            let chapters = ["s new", "s next", "s changed", "s inside", "s included", "s in the"];
            let chapter = tail(rest.trim_start_matches(['\'', '’']), &chapters) || tail(rest, &[" next"]);
            if chapter { Asking::No } else { Asking::Yes }
        }
        "when" | "where" => clause(rest),
        "how" => {
            if tail(rest, &[" to ", " it works"]) {
                Asking::Maybe
            } else {
                Asking::Yes
            }
        }
        "explain" | "describe" | "define" | "compare" | "differentiate" | "derive" | "discuss"
        | "distinguish" | "contrast" | "prove" | "justify" | "elaborate" | "enumerate" => Asking::Yes,
        "is" | "are" | "do" | "does" | "did" | "can" | "could" | "should" | "would" | "will" | "has"
        | "have" | "were" | "am" => {
            // "Do not insult others" and "Is rude to others." tell.
            let tells = tail(rest, &[" not ", "n't ", "n’t "]) || stopped;
            if tells { Asking::No } else { Asking::Maybe }
        }
        "list" | "name" | "give" | "state" | "tell" | "mention" | "write" | "implement" | "design"
        | "suppose" | "given" | "find" | "create" | "calculate" | "compute" | "difference"
        | "differences" | "show" | "outline" | "identify" | "in" | "generate" | "if" | "under" | "after"
        | "contrary" => match word {
            "in" | "if" | "under" | "after" | "show" | "create" | "contrary" => Asking::No,
            // "List of parts", "State details" and "Design notes" are chapters.
            "list" | "name" if tail(rest, &[" of "]) => Asking::No,
            "state" | "design"
                if !tail(rest, &[" a ", " an ", " the ", " any ", " your ", " and explain"]) =>
            {
                Asking::No
            }
            _ => Asking::Maybe,
        },
        // French, German, Spanish, Portuguese, Italian.
        "pourquoi" | "comment" | "quel" | "quelle" | "quels" | "quelles" | "expliquez" | "was" | "wie"
        | "warum" | "welche" | "welcher" | "welches" | "erkläre" | "erklären" | "qué" | "cómo" | "cuál"
        | "cuáles" | "explique" | "explica" | "describa" | "defina" | "qual" | "quais" | "como"
        | "porque" | "descreva" | "cosa" | "cos" | "quali" | "perché" | "come" | "spiega" | "descrivi" => {
            Asking::Yes
        }
        "che" | "o" | "por" | "para" => {
            if tail(rest, &[" que", " qué", " cosa", " differenza", " quê"]) {
                Asking::Yes
            } else {
                Asking::No
            }
        }
        // Russian and Ukrainian.
        "что"
        | "как"
        | "какие"
        | "какой"
        | "какая"
        | "какое"
        | "каким"
        | "какова"
        | "почему"
        | "зачем"
        | "чем"
        | "когда"
        | "где"
        | "кто"
        | "сколько"
        | "объясните"
        | "опишите"
        | "расскажите"
        | "назовите"
        | "перечислите"
        | "дайте"
        | "що"
        | "як"
        | "чому"
        | "які"
        | "яка" => Asking::Yes,
        "для" | "в" | "из" | "можно" | "можете" => {
            if tail(rest, &[" чего", " чем", " каких", " ли "]) {
                Asking::Yes
            } else {
                Asking::No
            }
        }
        _ => Asking::No,
    }
}

/// What follows "when" and "where": "When do you …" asks, "When done, …" is a clause.
fn clause(rest: &str) -> Asking {
    let verbs = [
        " is ", " are ", " was ", " were ", " do ", " does ", " did ", " should ", " would ", " can ",
        " could ", " will ", " and ", " not ",
    ];
    if tail(rest, &verbs) {
        Asking::Yes
    } else if rest.len() < 60 && !rest.contains([',', '.']) && !tail(rest, &[" done", " ready"]) {
        Asking::Maybe
    } else {
        Asking::No
    }
}

fn tail(rest: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| rest.get(..start.len()).is_some_and(|begin| begin.to_lowercase() == **start))
}

/// Words that ask wherever they stand, in scripts without spaces. One pass over the text.
fn sign(text: &str) -> Asking {
    let mut found = Asking::No;
    for (at, letter) in text.char_indices() {
        let starts = |words: &[&str]| words.iter().any(|word| text[at..].starts_with(word));
        let this = match letter {
            '什' | '甚' if starts(&["什么", "什麼", "甚麼"]) => Asking::Yes,
            '为' | '為' if starts(&["为何", "为啥", "為何"]) => Asking::Yes,
            '如' if starts(&["如何"]) => Asking::Yes,
            '怎' | '哪' | '啥' => Asking::Yes,
            '何' if starts(&["何为", "何謂", "何谓", "何时", "何種"]) => Asking::Yes,
            '区' | '區' if starts(&["区别", "區別"]) => Asking::Yes,
            '异' | '異' if starts(&["异同", "異同"]) => Asking::Yes,
            '是' if starts(&["是否", "是不是"]) => Asking::Yes,
            '能' if starts(&["能否", "能不能"]) => Asking::Yes,
            '多' if starts(&["多少", "多大", "多久"]) => Asking::Yes,
            '几' if starts(&["几种", "几个", "几层", "几类", "几次"]) => Asking::Yes,
            '谈' | '聊' | '说' | '讲' | '談' | '講'
                if starts(&[
                    "谈谈",
                    "谈一谈",
                    "聊聊",
                    "聊一聊",
                    "说说",
                    "说一下",
                    "说一说",
                    "说下",
                    "讲讲",
                    "讲一下",
                    "讲一讲",
                    "讲下",
                    "談談",
                    "講講",
                ]) =>
            {
                Asking::Yes
            }
            '介' | '简' | '簡' | '解' | '描' | '阐' | '列'
                if starts(&[
                    "介绍",
                    "介紹",
                    "简述",
                    "简单说",
                    "简要",
                    "簡述",
                    "解释一下",
                    "描述一下",
                    "描述下",
                    "阐述",
                    "列举",
                    "列舉",
                ]) =>
            {
                Asking::Yes
            }
            '解' | '描' if at == 0 && starts(&["解释", "解釋", "描述"]) => Asking::Yes,
            '实' | '手' | '给' | '请' | '試' | '试'
                if at == 0 && starts(&["实现一", "手写", "手撕", "给出", "给定", "请", "试述", "试说明"]) =>
            {
                Asking::Maybe
            }
            '对' | '作' | '原' | '优' | '特' | '理'
                if starts(&["对比", "作用", "原理", "优缺点", "特点", "理解"]) =>
            {
                Asking::Maybe
            }
            // Japanese and Korean.
            'と' | 'な' | 'ど' if starts(&["とは", "なぜ", "どのよう", "どう", "なに"]) => {
                Asking::Yes
            }
            'か' if text[at..].len() == letter.len_utf8() => Asking::Maybe,
            '述' | '説' | '违' if starts(&["述べよ", "説明せよ", "説明して"]) => Asking::Yes,
            '무' | '설' | '차' | '어' | '왜' | '란' | '인'
                if starts(&["무엇", "설명", "차이", "어떻게", "어떤", "왜 ", "인가", "이란"])
                    || (letter == '란' && text[at..].len() <= 4) =>
            {
                Asking::Yes
            }
            _ => Asking::No,
        };
        found = found.max(this);
        if found == Asking::Yes {
            break;
        }
    }
    // Words of other alphabets that ask at the end.
    if found == Asking::No && ["là gì", "nedir", "thế nào"].iter().any(|word| text.ends_with(word)) {
        return Asking::Yes;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_ask_in_many_languages() {
        use Asking::{Maybe, No, Yes};
        for (text, expected) in [
            ("What is pooling", Yes),
            ("**What is pooling?** 👶", Yes),
            ("池化的作用是什么", Yes),
            ("可以做回归吗", Yes),
            ("KKT条件有哪些，完整描述", Yes),
            ("RNN、LSTM、GRU区别", Yes),
            ("高斯核可以升到多少维？为什么", Yes),
            ("Why? Give an example", Yes),
            ("Explain dropout", Yes),
            ("How to install", Maybe),
            ("核函数的作用", Maybe),
            ("Install", No),
            ("What's New", No),
            ("What's Changed", No),
            ("When do you use it", Yes),
            ("When to use it", Maybe),
            ("When the node starts with a file, it reads the name of", No),
            ("Do not insult others.", No),
            ("Is rude to others.", No),
            ("is-docker", No),
            ("derive(Error)", No),
            ("which", No),
            ("Expected value", No),
            ("", No),
            ("Что такое замыкание", Yes),
            ("¿Qué es una cola", Yes),
            ("O que é herança", Yes),
            ("클로저란 무엇인가", Yes),
            ("クロージャとは", Yes),
            ("`a?b:c`", No),
            ("https://a.b/?q=1", No),
        ] {
            assert_eq!(asking(text), expected, "{text}");
        }
    }
}
