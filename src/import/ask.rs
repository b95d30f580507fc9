//! Whether a line asks: the one sign that questions of all styles and languages share.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

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
    let has_low_line = memchr::memchr(b'_', text.as_bytes()).is_some();
    if has_low_line && text.contains("__") && text.split(' ').any(is_blank) {
        return Asking::Yes;
    }
    if !text.is_ascii() && has_empty_brackets(text) {
        return Asking::Yes;
    }
    let tag = text.trim_start_matches(['(', '[', '（', '【', ' ']);
    if tag.len() < text.len() && tag.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("t/f")) {
        return Asking::Yes;
    }
    let text = untagged(text);
    let text = text.trim_end_matches(|letter: char| !ends(letter)).trim_start_matches(opening);
    let Some(last) = text.chars().next_back() else { return Asking::No };
    if matches!(last, '?' | '？' | '؟' | '吗' | '嘛' | '呢') {
        return Asking::Yes;
    }
    let asks = if text.is_ascii() { inner(text) } else { inner(text).max(sign(first_words(text))) };
    first_word(text, stopped).max(asks)
}

/// What of a text may ask: of a paragraph that tells, only how it begins.
fn first_words(text: &str) -> &str {
    if text.len() < LONGEST_ASKED || !text.contains('。') {
        return text;
    }
    let end = text.find(['，', '。', '；', '：', ',', ';', ':']).unwrap_or(text.len());
    &text[..end]
}

/// What is longer, in bytes, and has a full stop inside is a paragraph.
const LONGEST_ASKED: usize = 200;

/// The text behind a short tag in brackets: `[E] Draw it`.
fn untagged(text: &str) -> &str {
    let inner = text.trim_start().strip_prefix(['[', '【', '(', '（']);
    let rest = inner.and_then(|inner| {
        let end =
            inner.char_indices().take(12).find(|(_, letter)| matches!(letter, ']' | '】' | ')' | '）'))?;
        Some(inner[end.0 + end.1.len_utf8()..].trim_start())
    });
    rest.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

/// Letters that may end a sentence; what stands behind (emoji, closing marks) says nothing.
fn ends(letter: char) -> bool {
    match letter {
        '\u{4e00}'..='\u{9fff}' | '?' | '？' | '؟' => true,
        // The signs of Chinese; the tables of Unicode are slow.
        '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => letter.is_alphanumeric(),
    }
}

fn opening(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '*' | '_' | '`' | '"' | '\'' | '“' | '「' | '《' | '(' | '（' | '¡')
}

/// A question mark inside: "Why? Give an example". Not one inside code or an address.
fn inner(text: &str) -> Asking {
    let asked = memchr::memchr_iter(b'?', text.as_bytes()).any(|at| {
        let behind = &text[at + 1..];
        behind.starts_with([' ', '*', '"', ')', '(', '\u{3000}', '/']) || !behind.is_ascii()
    });
    if asked { Asking::Yes } else { Asking::No }
}

/// Whether a word holds a blank: four low lines, or two that stand apart.
fn is_blank(word: &str) -> bool {
    let inner = word.trim_matches(['-', '.', ',', ';', ':', '(', ')', '。', '，', '；', '：', '（', '）']);
    word.contains("____") || (inner.len() > 1 && inner.trim_start_matches('_').is_empty())
}

/// Whether brackets in a sentence hold nothing: `CNN的主要运算是（  ）。` Names of functions end with a pair, too.
fn has_empty_brackets(text: &str) -> bool {
    // The first byte of the wide bracket is one of all wide signs.
    let bytes = text.as_bytes();
    let opens = |at: &usize| bytes[*at] == b'(' || bytes[*at..].starts_with("（".as_bytes());
    memchr::memchr2_iter(b'(', 0xef, bytes).filter(opens).any(|at| {
        let is_of_name =
            || text[..at].ends_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        let inside = text[at..].strip_prefix('（').or_else(|| {
            let inside = text[at..].strip_prefix('(')?;
            (!is_of_name()).then_some(inside)
        });
        let behind = |inside: &str| {
            inside.trim_start_matches([' ', '\t', '\u{3000}', '_', '\u{a0}']).starts_with(['）', ')'])
        };
        inside.is_some_and(behind)
    })
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
    let Some(word) = lower_word(text, &mut buffer) else { return Asking::No };
    let rest = text.get(word.len()..).unwrap_or_default();
    // "is-docker", "derive(Error)" and "`which`" are names.
    if rest.is_empty() || rest.starts_with(['-', '_', '(', '`', '.', '=', '!', '[']) {
        return Asking::No;
    }
    english(word, rest, stopped).unwrap_or_else(|| in_another_language(word, rest))
}

/// The first word in lower case, unless it is too long to be known.
fn lower_word<'a>(text: &str, buffer: &'a mut [u8; 24]) -> Option<&'a str> {
    let mut length = 0;
    for letter in text.chars() {
        let lower = match letter {
            'a'..='z' => letter,
            'A'..='Z' => letter.to_ascii_lowercase(),
            'À'..='ӿ' => letter.to_lowercase().next().unwrap_or(letter),
            _ => break,
        };
        if length + lower.len_utf8() > buffer.len() {
            return None;
        }
        length += lower.encode_utf8(&mut buffer[length..]).len();
    }
    std::str::from_utf8(&buffer[..length]).ok()
}

/// What an English first word says of a line; nothing for words that say nothing.
fn english(word: &str, rest: &str, stopped: bool) -> Option<Asking> {
    Some(match word {
        "what" | "whats" | "why" | "which" | "who" | "whose" => {
            // "What's New" is a chapter.
            let chapters = ["s new", "s next", "s changed", "s inside", "s included", "s in the"];
            let chapter = tail(rest.trim_start_matches(['\'', '’']), &chapters) || tail(rest, &[" next"]);
            if chapter { Asking::No } else { Asking::Yes }
        }
        "when" | "where" => clause(rest),
        "true" if tail(rest, &[" or false", "/false"]) => Asking::Yes,
        "t" if tail(rest, &["/f:", "/f ", "/f.", "/f)"]) => Asking::Yes,
        "how" => {
            if tail(rest, &[" to ", " it works"]) {
                Asking::Maybe
            } else {
                Asking::Yes
            }
        }
        "explain" | "describe" | "define" | "compare" | "differentiate" | "derive" | "discuss"
        | "distinguish" | "contrast" | "prove" | "justify" | "elaborate" | "enumerate" => Asking::Yes,
        "tell" if tail(rest, &[" me about ", " us about "]) => Asking::Yes,
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
        _ => return None,
    })
}

fn in_another_language(word: &str, rest: &str) -> Asking {
    match word {
        // French, German, Spanish, Portuguese, Italian.
        "pourquoi" | "comment" | "quel" | "quelle" | "quels" | "quelles" | "expliquez" | "was" | "wie"
        | "warum" | "welche" | "welcher" | "welches" | "erkläre" | "erklären" | "qué" | "cómo" | "cuál"
        | "cuáles" | "explique" | "explica" | "describa" | "defina" | "qual" | "quais" | "como"
        | "porque" | "descreva" | "cosa" | "cos" | "quali" | "perché" | "come" | "spiega" | "descrivi"
        | "beschreiben" | "beschreibe" | "erläutern" | "erläutere" | "nennen" | "nenne" | "vergleichen"
        | "definieren" | "begründen" | "décrivez" | "décrire" | "définissez" | "définir" | "citez"
        | "citer" | "enumere" | "mencione" | "enumera" | "definisci" | "elenca" | "confronta" => Asking::Yes,
        "vrai" | "wahr" | "richtig" | "verdadero" | "verdadeiro" | "vero" | "верно" | "правда" => {
            let other = [" ou faux", " oder falsch", " o falso", " ou falso", " или "];
            if tail(rest, &other) { Asking::Yes } else { Asking::No }
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
        | "чи"
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

/// Where in a text a word has to stand to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordPlace {
    Anywhere,
    First,
    Last,
}

use Asking::{Maybe, Yes};
use WordPlace::{Anywhere, First, Last};

/// Words that ask in scripts without spaces, or at the end of a text.
const SIGNS: &[(Asking, WordPlace, &[&str])] = &[
    (Yes, Anywhere, &["？", "什么", "什麼", "甚麼", "为何", "为啥", "為何", "如何", "怎", "哪", "啥"]),
    (
        Yes,
        Anywhere,
        &["何为", "何謂", "何谓", "何时", "何種", "区别", "區別", "异同", "異同", "是否", "是不是"],
    ),
    (Yes, Anywhere, &["能否", "能不能", "多少", "多大", "多久", "几种", "几个", "几层", "几类", "几次"]),
    (
        Yes,
        Anywhere,
        &["谈谈", "谈一谈", "聊聊", "聊一聊", "说说", "说一下", "说一说", "说下", "談談", "講講"],
    ),
    (Yes, Anywhere, &["讲讲", "讲一下", "讲一讲", "讲下", "介绍", "介紹", "简述", "简单说", "简要", "簡述"]),
    (Yes, Anywhere, &["解释一下", "描述一下", "描述下", "阐述", "列举", "列舉"]),
    (Yes, First, &["解释", "解釋", "描述"]),
    (Maybe, First, &["实现一", "手写", "手撕", "给出", "给定", "请", "试述", "试说明", "说明"]),
    (Maybe, Anywhere, &["对比", "作用", "原理", "优点", "缺点", "优势", "优缺点", "特点", "理解"]),
    // "In the following cases:" announces and counts; it asks nothing.
    (Asking::No, Anywhere, &["以下几", "如下几", "下面几", "下列几", "这几", "那几", "好几", "前几"]),
    // Japanese and Korean.
    (Yes, Anywhere, &["とは", "なぜ", "どのよう", "どう", "なに", "述べよ", "説明せよ", "説明して"]),
    (Maybe, Last, &["か"]),
    (Yes, Anywhere, &["무엇", "설명", "차이", "어떻게", "어떤", "왜 ", "인가", "이란"]),
    (Yes, Last, &["란"]),
    // Vietnamese and Turkish.
    (Yes, Last, &["là gì", "thế nào", "nedir"]),
];

/// All of them in one automaton, so that a text is looked through once.
static AUTOMATON: LazyLock<(AhoCorasick, Vec<(Asking, WordPlace)>)> = LazyLock::new(|| {
    let rows =
        SIGNS.iter().flat_map(|(asking, place, words)| words.iter().map(|word| (*word, *asking, *place)));
    let (words, kinds): (Vec<&str>, Vec<_>) =
        rows.map(|(word, asking, place)| (word, (asking, place))).unzip();
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA));
    let automaton = builder.build(words);
    (automaton.expect("a few words make a small automaton"), kinds)
});

/// How much the words in a text ask.
fn sign(text: &str) -> Asking {
    // "Introduction" is a chapter.
    if matches!(text, "介绍" | "介紹" | "简要介绍" | "说明") {
        return Asking::No;
    }
    let (automaton, kinds) = &*AUTOMATON;
    let mut found = Asking::No;
    for word in automaton.find_iter(text) {
        let (asking, place) = kinds[word.pattern().as_usize()];
        let stands = match place {
            Anywhere => true,
            First => word.start() == 0,
            Last => word.end() == text.len(),
        };
        if stands && asking == Yes {
            return Yes;
        }
        if stands {
            found = found.max(asking);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_ask_in_many_languages() {
        use Asking::No;
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
            ("True or false: it has gates.", Yes),
            ("(T/F) It has gates.", Yes),
            ("T/F: it has gates.", Yes),
            ("True positives are found.", No),
            ("Vrai ou faux : il apprend.", Yes),
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
            ("A list is written in ____ brackets", Yes),
            ("回到某个版本：git __ --__ 版本。", Yes),
            ("A method is called __init__", No),
            ("会议的主要议题是：（    ）。【某校】", Yes),
            ("主要用于加密机制的协议是( )", Yes),
            ("（　）负责统筹协调", Yes),
            ("函数 main() 返回 0", No),
            ("调用 f() 和 g_()，然后返回", No),
            (
                "归一化之后各个通道的分布一致，训练时可以用更大的学习率。至于训练和推理时怎么取均值，推理时用滑动平均，这样结果和批次的大小无关。批次很小的时候换成组归一化。",
                No,
            ),
            (
                "介绍一下归一化的几种做法。各自的统计量在哪些维度上计算，训练和推理时有没有不同，批次很小的时候应当换成什么，语言模型里为何用层归一化而不用批归一化。",
                Yes,
            ),
            ("`a?b:c`", No),
            ("https://a.b/?q=1", No),
        ] {
            assert_eq!(asking(text), expected, "{text}");
        }
    }
}
