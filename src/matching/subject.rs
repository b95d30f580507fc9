//! Questions that name what they are about.

/// Whether words of a question name what it is about, so that it asks the same under any heading: "Why use BN?" does,
/// "What are its advantages?" does not.
pub(super) fn is_named(words: &[String]) -> bool {
    const POINTING: [&str; 14] =
        ["it", "its", "they", "them", "their", "this", "these", "those", "它", "其", "该", "这", "此", "他"];
    const GENERAL: [&str; 40] = [
        "advantage",
        "advantages",
        "disadvantage",
        "disadvantages",
        "pros",
        "cons",
        "benefits",
        "drawbacks",
        "limits",
        "limitations",
        "problem",
        "problems",
        "definition",
        "define",
        "example",
        "examples",
        "usage",
        "use",
        "used",
        "uses",
        "idea",
        "steps",
        "formula",
        "why",
        "how",
        "when",
        "where",
        "main",
        "key",
        "time",
        "complexity",
        "cost",
        "difference",
        "differences",
        "compare",
        "summary",
        "works",
        "work",
        "good",
        "bad",
    ];
    const GENERAL_HAN: &str = "优点缺点定义原理公式步骤流程作用用途特点适场景应用复杂度时间空区别联系核心思想主要怎么样如何为什么哪些有是的问题例子";
    if words.iter().any(|word| POINTING.contains(&word.as_str())) {
        return false;
    }
    let is_telling =
        |word: &&String| !GENERAL.contains(&word.as_str()) && !GENERAL_HAN.contains(word.as_str());
    let weight = |word: &String| if word.is_ascii() { 2 } else { 1 };
    words.iter().filter(is_telling).map(weight).sum::<usize>() >= 2
}
