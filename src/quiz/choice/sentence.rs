//! Sentences: whether one can be understood without what stands around it, and what form it has.

use crate::card::han::is_han;
use unicode_width::UnicodeWidthStr;

/// Words at the beginning of a sentence that point back to the one before, and words anywhere in it that
/// point to something beside it.
const BACK: &str = "this it its they that their these those both such here there then but and or so also however \
    nor otherwise thus hence therefore each either neither all three some others another with two one found cut kept given based called made \
    said shown taken meanwhile";
const BACK_ZH: &str = "这 它 其 该 此 两者 二者 三者 但 而 也 不过 因此 所以 由此 后者 前者 后两 可见 否则 于是 则 还 又 再 \
    后一 前一 另 并 相同 不同 各 那 可 且 或 以及 同时 两种 前两";
const BESIDE: &str = "below above former latter then it they them this these those 下式 上式 见下 如下 上面 下面 它 这 该 其 此 前者 后者";

/// What stands elsewhere on the card.
const EXAMPLE: [&str; 9] =
    ["the one", "without one", " that up ", "the example", "this example", "例子里", "例中", "本例", "上例"];

pub(super) fn stands_alone(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let first = words.first().copied().unwrap_or_default();
    let points_back = BACK.split_whitespace().any(|word| word == first)
        || BACK_ZH.split_whitespace().any(|word| lower.starts_with(word));
    let points_beside = BESIDE.split_whitespace().any(|word| {
        // `其他`, `其中` and `与其` point to nothing before.
        if word.contains(is_han) {
            lower.replace("其他", "").replace("其中", "").contains(word)
        } else {
            words.contains(&word)
        }
    });
    let count = lower.split_whitespace().count() + lower.chars().filter(|letter| is_han(*letter)).count() / 2;
    let names_example = EXAMPLE.iter().any(|word| lower.contains(word));
    !points_back && !points_beside && !names_example && count >= 4
}

/// Whether a Chinese sentence says what it is about: an author leaves out what the point's name says, or
/// what a comparison compares with, and an option has no name beside it. English hardly does.
pub(super) fn has_subject(text: &str) -> bool {
    if !text.contains(is_han) {
        return true;
    }
    let has = |list: &str| list.split_whitespace().any(|word| text.contains(word));
    let is_begun = BEGUN_ZH.split_whitespace().any(|word| text.starts_with(word));
    let is_open = OPEN_ZH.split_whitespace().any(|word| text.ends_with(word));
    let is_compared = text.contains('更') && !has(COMPARED_ZH);
    let is_described =
        has("除以 乘以 减去 加上 之比 之和 之差 之积") && !has("是 等于 为 会 要 再 = 把 用 先");
    let is_kept = has("仍用 仍是 仍要 仍然 依然") && !has("即使 虽 尽管 时 后 若 都");
    let is_pointing = has("两者 二者 时才");
    text.width() >= SHORTEST_ZH
        && !is_pointing
        && !(is_begun || is_open || is_compared || is_described || is_kept)
}

/// Cells of the shortest Chinese claim: what is shorter leans on its name.
const SHORTEST_ZH: usize = 20;
/// Beginnings of a predicate whose subject stood before it.
const BEGUN_ZH: &str = "先 是 只 仅 会 能 要 需 应 越来越 主要 通常 往往 一般 常常 除以 乘以 减去 加上 得到 表示 说明 保证 仍 最 更 被 使 让 都 \
    同样 属于 等于 取决于 由此 随之 相当于 类似 可以 可能 不会 不能 不是 不再 不用 不必 不需 没有 无法 无需 就 才 因 几个 多个 大多 \
    用 取 把 按 由 从 给 留 换 看 抽 逐请求 保存 定期 切分 继续 检索 改变 记 拼 有的 之后 低得多 关掉 每次 在几 在含 未";
/// Ends of a sentence whose object stood before it.
const OPEN_ZH: &str = "解决 证明 得到证明 避免 缓解 处理 代替 替代 取代";
/// What a comparison compares with, or under which condition.
const COMPARED_ZH: &str = "比 越 若 如果 时 后 对 与 当 于 要 不 让 使 用";

/// Whether a claim, as Markdown, says something of something: without a verb it is only a name, and the words of
/// a formula, as that of a sum, are no verbs.
pub(super) fn has_predicate(source: &str) -> bool {
    let lower = source.split('$').step_by(2).collect::<Vec<_>>().join(" ").to_lowercase();
    if lower.contains(is_han) {
        return PREDICATE_ZH.chars().any(|sign| lower.contains(sign));
    }
    // The verb of a clause that describes a noun is not that of the sentence, and `a lower bound` has none.
    let mut before = "";
    lower.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').any(|word| {
        let describes = DESCRIBES.contains(&std::mem::replace(&mut before, word));
        !describes && PREDICATE.split_whitespace().any(|verb| verb == word)
    })
}

/// Words before what may look like the verb of the sentence, but is none.
const DESCRIBES: &[&str] = &["that", "which", "who", "to", "a", "an", "the", "of", "by", "no"];
const PREDICATE_ZH: &str = "是有会能要不让使把被可才就需应只都由为则更取等给得成比随来用";
const PREDICATE: &str = "is are was were has have had can cannot could may might must needs need does do did will \
    would should gives give takes take makes make keeps keep falls fall rises rise grows grow costs cost means \
    mean shows show lets let helps help goes go comes come becomes become stays stay holds hold reads read \
    writes write learns learn trains train uses use adds add divides divide multiplies multiply keeps cuts cut \
    changes change depends depend leads lead raises raise lowers lower reduces reduce saves save moves move \
    brings bring sets set sees see finds find tells tell says say works work runs run fits fit allows allow \
    removes remove replaces replace maps map predicts predict computes compute returns return averages average \
    measures measure compares compare scales scale shrinks shrink pushes push pulls pull spreads spread \
    splits split sends send sums sum stores store loses lose wins win hides hide ignores ignore treats treat \
    prevents prevent avoids avoid causes cause shares share attends attend rotates rotate follows follow \
    contains contain describes describe requires require produces produce draws draw converges converge \
    minimises minimise maximises maximise weighs weigh punishes punish rewards reward limits limit bounds \
    dominates dominate doubles double halves halve vanishes vanish explodes explode matters matter \
    improves improve hurts hurt breaks break fails fail starts start ends end sits sit stands stand passes \
    pass gets get leaves leave joins join contributes copes frees free lies lie reaches reach repeats repeat supports support tracks track updates update";

/// Whether its brackets, formulas and code are whole.
pub(super) fn is_balanced(source: &str) -> bool {
    let count = |signs: &[char]| source.chars().filter(|letter| signs.contains(letter)).count();
    count(&['(', '（']) == count(&[')', '）'])
        && count(&['$']) % 2 == 0
        && count(&['`']) % 2 == 0
        && count(&['“']) == count(&['”'])
}

/// Whether an English sentence says what to do, not what is so; Chinese writes both alike.
pub(super) fn advises(text: &str) -> bool {
    let lower = text.to_lowercase();
    // `Deduplicate, drop wrong answers`: the comma is no part of the verb.
    let first = lower.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ':']);
    !NAMES.iter().any(|name| lower.starts_with(name)) && ORDERS.split_whitespace().any(|word| word == first)
}

/// Verbs by which advice begins.
const ORDERS: &str = "use add put start multiply keep divide store treat let reshape scale recompute repeat rotate \
    clear clip suppress break return split initialise replace raise stop retrain plan oversample set choose pick \
    train freeze normalise compute measure test report ask give run apply do make sample merge pad mask shuffle \
    sort tune try fine-tune regularise unscale look watch check save write read change begin cut drop remove \
    never always avoid prefer log send count compare match map move hold take find show don't draw build \
    limit quantise evaluate label filter version deduplicate cache route block escape monitor name reduce lower \
    increase order fix solve sum average subtract skip group pack warm decide define expect state say first retrieve \
    adjust isolate maximise minimise optimise parse propose randomise refit resample swap truncate undersample vary \
    wait differentiate handle embed assert spell fit search judge";
/// Names that begin by such a word.
const NAMES: &[&str] =
    &["average pool", "test-time", "test error", "test loss", "test set", "test time", "mask r-cnn"];

/// Whether a sentence may be advice, in either language.
pub(super) fn may_advise(text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
    lower.starts_with("fine-tune ")
        || first.is_some_and(|first| ADVICE.split_whitespace().any(|word| word == first))
        || ADVICE_ZH.split_whitespace().any(|word| lower.starts_with(word))
}

/// First words of what may be advice, which is wrong only where it was given.
const ADVICE: &str = "use add put start multiply keep divide store treat let reshape scale recompute repeat \
    rotate clear clip suppress break return split initialise initialize deduplicate replace raise optimise \
    optimize stop retrain plan name oversample average always first just only take set choose pick train \
    freeze normalise normalize compute measure test report ask give run apply do make sample merge pad \
    mask shuffle sort tune try fine-tune regularise regularize setting using adding giving";
const ADVICE_ZH: &str = "把 先 直接 用 不用 让 给 在 按 取 除以 乘以 加 为 对 每次 一 只要 应 要 别 不要 不去 沿 从 拿 靠 选 \
    再 换 看 由 凡 越 有了 没有 跨 缺 设 不加 写 各";

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: a claim, and whether it says something of something.
    #[test]
    fn a_name_says_nothing_and_the_words_of_a_formula_are_no_verbs() {
        for (claim, says) in [
            ("The softmax takes the largest score", true),
            ("$-\\sum_t \\log p(x_t)$: maximum likelihood over all positions", false),
            ("$\\sum_t x_t$ is the mass that is left", true),
            ("Exact in flows, a lower bound in VAEs, none in GANs", false),
            ("A lower bound on what is lost", true),
            ("Each of the cuts that help", false),
            ("Noise lowers the score", true),
        ] {
            assert_eq!(has_predicate(claim), says, "{claim}");
        }
    }

    #[test]
    fn advice_is_known_by_its_first_word_with_a_comma_or_without() {
        assert!(advises("Deduplicate, drop wrong answers and check the rest"));
        assert!(advises("Fit on small runs and predict the large one"));
        assert!(!advises("Average pooling blurs small text"));
    }
}
