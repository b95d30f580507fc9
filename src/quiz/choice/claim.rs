//! Claims: what of an answer can stand as an option by itself.
//!
//! The right one is a sentence of a core point without the point's name, or the beginning of such a
//! sentence up to where it says why: mistakes have no names and are short. A sentence that needs its
//! name (an item of a comparison, a condition), has no predicate, or points back, is none.

use crate::card::Face;
use crate::card::han::is_han;
use crate::markdown::{self, Mistake};
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

/// A claim that may become an option.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ClaimDraft {
    /// What it says, as Markdown.
    pub(super) text: String,
    /// Why it is wrong, where it is.
    pub(super) reason: String,
    /// The core point it comes from, where it is right.
    pub(super) point: usize,
    /// Cells of its text.
    pub(super) width: usize,
    pub(super) has_formula: bool,
    pub(super) has_number: bool,
    /// What it is about.
    pub(super) words: HashSet<String>,
    /// How many of its words sweep, as those of wrong claims like to.
    pub(super) sweeping: usize,
}

/// Claims of other widths say too little, or are too long to compare.
const WIDTHS: std::ops::RangeInclusive<usize> = 14..=150;

impl ClaimDraft {
    fn new(source: &str, reason: &str, point: usize) -> Option<ClaimDraft> {
        let source = source.replace('\n', " ").replace("==", "");
        let source = source.trim().trim_end_matches(['.', '。', ';', '；', '!', '！']).trim();
        let text = markdown::text(&markdown::inlines(source));
        let width = text.width();
        let is_whole = is_balanced(source) && !text.ends_with(['?', '？', ':', '：']);
        (WIDTHS.contains(&width) && is_whole).then(|| ClaimDraft {
            text: capital(source),
            reason: reason.replace("==", ""),
            point,
            width,
            has_formula: source.contains('$'),
            has_number: text.contains(|letter: char| letter.is_ascii_digit()),
            words: words(source),
            sweeping: sweeping(&text),
        })
    }
}

/// Words that wrong claims like.
const SWEEPING: &str = "all always any every never no only alone enough everything must \
    都 总 任何 只 一定 必须 所有 永远 全 不 就";

fn sweeping(text: &str) -> usize {
    let lower = text.to_lowercase();
    let parts: HashSet<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let says = |word: &&str| parts.contains(word) || word.contains(is_han) && lower.contains(word);
    SWEEPING.split_whitespace().filter(says).count()
}

/// The mistakes of a card that are claims and say why they are wrong.
pub(super) fn mistakes(face: &Face) -> Vec<ClaimDraft> {
    let is_claim = |mistake: &Mistake| {
        let claim = mistake.claim.to_lowercase();
        // What somebody forgets or mixes up is a mistake, but nothing that is right or wrong to say.
        let first = claim.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        !mistake.reason.is_empty()
            && !NO_CLAIM.split_whitespace().any(|word| word == first)
            && !NO_CLAIM_ZH.split_whitespace().any(|word| claim.starts_with(word))
            && !ends_as_deed(&claim)
    };
    let mistakes = markdown::layers(&face.answer).mistakes;
    let claims = mistakes.iter().filter(|mistake| is_claim(mistake));
    claims.filter_map(|mistake| ClaimDraft::new(&mistake.claim, &mistake.reason, 0)).collect()
}

const NO_CLAIM: &str = "forget forgetting forgot confuse confusing mix mixing ignore ignoring omit omitting \
    skip skipping overlook overlooking misread mistake mistaking not neglect neglecting";
const NO_CLAIM_ZH: &str =
    "忘 漏 忽略 忽视 混淆 不知道 弄混 搞混 分不清 没说 没有说 只说 只答 误以为 误认为 以为 认为 把握不";

/// Chinese for mixing something up often ends with the verb.
fn ends_as_deed(claim: &str) -> bool {
    let end = claim.trim_end_matches(['。', '.', '；', ';']);
    ["混用", "混淆", "弄混", "搞混", "写反", "记反", "弄反", "搞反"].iter().any(|deed| end.ends_with(deed))
}

/// Claims of the core points that can stand alone, whole and cut.
pub(super) fn right(face: &Face) -> Vec<ClaimDraft> {
    let layers = markdown::layers(&face.answer);
    let question = words(&face.question);
    let subject: HashSet<String> = words(&layers.gist).into_iter().chain(question.clone()).collect();
    let mut found: Vec<ClaimDraft> = Vec::new();
    for (at, point) in layers.core.iter().enumerate() {
        // Lists, code and formulas of their own are no sentence.
        if point.text.contains("```") || point.text.contains("$$") || point.text.contains("\n-") {
            continue;
        }
        let (name, rest) = parted(&point.text);
        if needs_name(name, rest, &question) {
            continue;
        }
        for (order, sentence) in sentences(&rest.replace('\n', " ")).into_iter().enumerate() {
            // A later sentence goes on about the first, unless it says itself what it is about.
            let subject = if order == 0 { &subject } else { &question };
            let mut cuts = vec![sentence.clone()];
            cuts.extend(beginnings(&sentence));
            for cut in cuts {
                let text = markdown::text(&markdown::inlines(&cut.replace("==", "")));
                let is_about = !words(&text).is_disjoint(subject);
                if is_about && stands_alone(&text) && has_predicate(&text) && has_subject(&text) {
                    found.extend(ClaimDraft::new(&cut, "", at));
                }
            }
        }
    }
    found
}

/// The sentences of an answer without its mistakes.
pub(super) fn sentences_of(face: &Face) -> Vec<String> {
    let layers = markdown::layers(&face.answer);
    let points = layers.core.iter().chain(&layers.bonus).map(|point| point.text.as_str());
    points.chain([layers.gist.as_str()]).flat_map(|text| sentences(&text.replace('\n', " "))).collect()
}

/// Whether a mistake of this card is wrong beside any question: it names what its own card is about, and
/// neither points to anything else nor leaves out what it compares with.
pub(super) fn is_general(draft: &ClaimDraft, face: &Face) -> bool {
    let text = markdown::text(&markdown::inlines(&draft.text));
    let lower = text.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |list: &str| list.split_whitespace().any(|word| parts.contains(&word));
    let is_advice = lower.starts_with("fine-tune ")
        || parts.first().is_some_and(|first| ADVICE.split_whitespace().any(|word| word == *first))
        || ADVICE_ZH.split_whitespace().any(|word| lower.starts_with(word));
    let is_vague = has(VAGUE)
        || VAGUE_PHRASES.iter().any(|phrase| lower.contains(phrase))
        || COMPARED.iter().any(|end| lower.ends_with(end));
    let named = words(&draft.text);
    let subject = words(&face.question);
    let names_subject = named.intersection(&subject).next().is_some();
    names_subject && stands_alone(&text) && !is_advice && !is_vague && !draft.has_formula
}

/// First words of advice, which is wrong only where it was given.
const ADVICE: &str = "use add put start multiply keep divide store treat let reshape scale recompute repeat \
    rotate clear clip suppress break return split initialise initialize deduplicate replace raise optimise \
    optimize stop retrain plan name oversample average always first just only take set choose pick train \
    freeze normalise normalize compute measure test report ask give run apply do make sample merge pad \
    mask shuffle sort tune try fine-tune regularise regularize setting using adding giving";
const ADVICE_ZH: &str = "把 先 直接 用 不用 让 给 在 按 取 除以 乘以 加 为 对 每次 一 只要 应 要 别 不要 不去 沿 从 拿 靠 选 \
    再 换 看 由 凡 越 有了 没有 跨 缺 设 不加 写 各";
/// Words that leave open what is meant.
const VAGUE: &str = "it its they them their this that these those here there same both either neither such \
    one ones other others another else instead too so then we you i";
const VAGUE_PHRASES: &[&str] = &[
    "as well",
    "the rest",
    "the first",
    "the second",
    "the last",
    "the best",
    "the same",
    "enough",
    "它",
    "这",
    "那",
    "该",
    "其",
    "此",
    "同样",
    "也",
    "前者",
    "后者",
    "两者",
    "二者",
    "一样",
    "相同",
    "就行",
    "就够",
    "即可",
    "最好",
    "更好",
    "更",
    "还",
    "我",
    "你",
    "上面",
    "下面",
    "所有步",
    "第一",
    "第二",
    "另",
];
/// A comparison that ends so does not say with what.
const COMPARED: &[&str] = &["better", "worse", "faster", "slower", "cheaper", "smaller", "larger", "higher"];

/// A point's name, and its text.
fn parted(point: &str) -> (&str, &str) {
    match point.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
        Some((name, rest)) => (name.trim(), rest.trim_start_matches([':', '：', '。', '.', ' '])),
        None => ("", point),
    }
}

/// Whether a point is not to be understood without its name: where that is one of several things that
/// the question compares, has a formula or a number, or is a condition.
fn needs_name(name: &str, rest: &str, question: &HashSet<String>) -> bool {
    if name.is_empty() {
        return false;
    }
    let (lower, said) = (name.to_lowercase(), words(rest));
    let first = lower.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_condition = CONDITION.split_whitespace().any(|word| word == first)
        || CONDITION_ZH.split_whitespace().any(|word| name.starts_with(word))
        || name.ends_with(['时', '后', '前', '中', '下', '上'])
        || name.contains(['=', '$', '<', '>', '≤', '≥', '→', ',', '，', '、'])
        || name.contains(|letter: char| letter.is_ascii_digit());
    let is_missing = words(name).iter().any(|word| question.contains(word) && !said.contains(word));
    let is_acronym = name.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let lacks_acronym = is_acronym && !rest.to_lowercase().contains(&lower);
    is_condition || is_missing || lacks_acronym
}

const CONDITION: &str = "too without with in at for when if first second third after before during on no not \
    where while under over low high large small larger smaller long short wide deep early late one two all";
const CONDITION_ZH: &str =
    "太 过 无 没 有 若 当 第 先 后 不 在 如 对 低 高 大 小 长 短 宽 深 早 晚 单 多 全 前 反 正 左 右";

/// The sentences of a paragraph, formulas and code left whole.
fn sentences(paragraph: &str) -> Vec<String> {
    let parts = cut_at(paragraph, |letter, next| {
        matches!(letter, '。' | '；' | ';' | '！') || letter == '.' && next.is_none_or(|next| next == ' ')
    });
    // `et al. 2017` and `e.g. this` end no sentence.
    let mut whole: Vec<String> = Vec::new();
    for part in parts {
        match whole.last_mut() {
            Some(last) if markdown::is_abbreviated(last) => *last = format!("{last}.{part}"),
            _ => whole.push(part),
        }
    }
    whole.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// A text cut behind some letters, but not inside formulas, code and brackets.
fn cut_at(text: &str, ends: impl Fn(char, Option<char>) -> bool) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let (mut parts, mut inside, mut depth) = (vec![String::new()], None, 0);
    for (at, letter) in letters.iter().copied().enumerate() {
        inside = match inside {
            Some(open) if open == letter => None,
            None if matches!(letter, '$' | '`') => Some(letter),
            same => same,
        };
        if inside.is_none() {
            depth += i32::from(matches!(letter, '(' | '（')) - i32::from(matches!(letter, ')' | '）'));
        }
        if inside.is_none() && depth <= 0 && ends(letter, letters.get(at + 1).copied()) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

/// What says why, or adds to a sentence that is whole without it.
const ADDS: &[&str] = &["so ", "because ", "since ", "which ", "hence ", "therefore ", "as ", "whereas "];
const ADDS_ZH: &[&str] = &[
    "所以", "因此", "因为", "从而", "于是", "故", "因而", "由于", "这样", "这", "也就", "即", "例如", "比如",
];
/// A sentence that begins so is no sentence without what comes then.
const OPENS: &[&str] =
    &["if ", "when ", "where ", "since ", "because ", "as ", "unless ", "while ", "though "];
const OPENS_ZH: &[&str] = &[
    "如果", "若", "只要", "只有", "虽然", "当", "除非", "即使", "为了", "因为", "由于", "既然", "一旦",
    "不仅", "不是", "如",
];

/// The beginnings of a sentence that say as much of it as is true without the rest.
fn beginnings(sentence: &str) -> Vec<String> {
    let lower = sentence.to_lowercase();
    if OPENS.iter().any(|word| lower.starts_with(word)) || OPENS_ZH.iter().any(|word| lower.starts_with(word))
    {
        return Vec::new();
    }
    let parts = cut_at(sentence, |letter, next| {
        matches!(letter, '，' | '：') || matches!(letter, ',' | ':') && next == Some(' ')
    });
    let mut found = Vec::new();
    let mut length = 0;
    for pair in parts.windows(2) {
        length += pair[0].len();
        let rest = pair[1].trim_start();
        let is_explained = sentence[length..].starts_with([':', '：']);
        let adds = ADDS.iter().any(|word| rest.starts_with(word))
            || ADDS_ZH.iter().any(|word| rest.starts_with(word));
        if is_explained || adds {
            found.push(sentence[..length].trim().to_owned());
            break;
        }
        length += sentence[length..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// A sentence that was the second half of another begins as one.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        // `pass@k`, `k-means`: names keep their small letter.
        Some(first) if sentence.chars().nth(1).is_some_and(|next| next.is_lowercase() || next == ' ') => {
            let word: String = sentence.chars().take_while(|letter| !letter.is_whitespace()).collect();
            if word.chars().all(char::is_alphabetic) {
                return first.to_uppercase().chain(letters).collect();
            }
            sentence.to_owned()
        }
        _ => sentence.to_owned(),
    }
}

/// Words at the beginning of a sentence that point back to the one before, and words anywhere in it that
/// point to something beside it.
const BACK: &str = "this it its they that their these those both such here there then but and or so also however \
    nor otherwise thus hence therefore each either neither all three some others another with two one found cut kept given based called made \
    said shown taken";
const BACK_ZH: &str = "这 它 其 该 此 两者 二者 三者 但 而 也 不过 因此 所以 由此 后者 前者 后两 可见 否则 于是 则 还 又 再 \
    后一 前一 另 并 相同 不同 各 那 可 且 或 以及 同时 两种 前两";
const BESIDE: &str = "below above former latter then it they them this these those 下式 上式 见下 如下 上面 下面 它 这 该 其 此 前者 后者";

/// What stands elsewhere on the card.
const EXAMPLE: [&str; 9] =
    ["the one", "without one", " that up ", "the example", "this example", "例子里", "例中", "本例", "上例"];

fn stands_alone(text: &str) -> bool {
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
fn has_subject(text: &str) -> bool {
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

/// Whether a text says something of something: without a verb it is only a name.
fn has_predicate(text: &str) -> bool {
    let lower = text.to_lowercase();
    if lower.contains(is_han) {
        return PREDICATE_ZH.chars().any(|sign| lower.contains(sign));
    }
    // The verb of a clause that describes a noun is not that of the sentence.
    let mut before = "";
    lower.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').any(|word| {
        let describes = matches!(std::mem::replace(&mut before, word), "that" | "which" | "who" | "to");
        !describes && PREDICATE.split_whitespace().any(|verb| verb == word)
    })
}

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
    pass frees free lies lie reaches reach repeats repeat supports support tracks track updates update";

/// Whether its brackets, formulas and code are whole.
fn is_balanced(source: &str) -> bool {
    let count = |signs: &[char]| source.chars().filter(|letter| signs.contains(letter)).count();
    count(&['(', '（']) == count(&[')', '）'])
        && count(&['$']) % 2 == 0
        && count(&['`']) % 2 == 0
        && count(&['“']) == count(&['”'])
}

/// Words that tell nothing of what a text is about.
const EMPTY: &str = "the and are for with from that this when what which why how does not its into than then they     where who can has have was were will more most much many one two each all any only also as at by do in is it of     on or to 什么 为什 怎么 怎样 如何 多少 哪些 哪个 是否 区别 之间 一个 以及 可以 需要 没有 就是 不是";

/// What a text is about: its words without an ending of the plural, and pairs of Han characters.
pub(super) fn words(source: &str) -> HashSet<String> {
    let text = markdown::text(&markdown::inlines(&source.replace("==", ""))).to_lowercase();
    let latin = text.split(|letter: char| !letter.is_alphanumeric() || is_han(letter));
    let latin = latin.filter(|word| word.chars().count() > 1).map(|word| match word.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with('s') => one.to_owned(),
        _ => word.to_owned(),
    });
    let letters: Vec<char> = text.chars().collect();
    let pairs = letters.windows(2).filter(|pair| pair.iter().all(|letter| is_han(*letter)));
    let all = latin.chain(pairs.map(|pair| pair.iter().collect()));
    all.filter(|word| !EMPTY.split_whitespace().any(|empty| empty == word)).collect()
}
