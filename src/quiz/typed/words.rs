//! The words by which a comparison tells claims apart: those that only link others, and those that turn what
//! is said. A turning word is known by its kind (`rarely` is `seldom`), in both languages.

use crate::card::han::is_han;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A list of words to look up in.
pub(super) struct WordList(LazyLock<HashSet<&'static str>>);

impl WordList {
    pub(super) const fn new(read: fn() -> HashSet<&'static str>) -> WordList {
        WordList(LazyLock::new(read))
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    pub(super) fn get(&self, word: &str) -> Option<&'static str> {
        self.0.get(word).copied()
    }
}

macro_rules! words {
    ($list:literal) => {
        WordList::new(|| $list.split_whitespace().collect())
    };
}
pub(super) use words;

/// Words that never may be left out or put in without changing what is said.
pub(super) static NEGATIONS: WordList = words!(
    "not no never without neither nor none nothing few unlike fails fail nobody \
    不 非 无 没 未 否 勿 毋 \
    seldom although unless except prevent unable lack sometimes only barely"
);

/// What such words are compared by: the first of each line.
const TURNS: &[&str] = &[
    "not cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt havent hasnt",
    "seldom rarely scarcely infrequently 很少 极少 甚少 罕有 难得",
    "barely hardly",
    "although though despite albeit 虽然 虽说 尽管 即使 哪怕 纵使",
    "unless 除非",
    "except excluding exception exceptions 除外 例外",
    "prevent prevents prevented preventing avoid avoids avoided avoiding forbid forbids forbidden prohibit \
    prohibits prohibited preclude precludes precluded hinder hinders 避免 防止 阻止 禁止 杜绝",
    "unable impossible incapable 难以",
    "lack lacks lacked lacking 缺乏 缺少 欠缺",
    "sometimes occasionally partly partially 有时 偶尔 有些 有的 某些 个别",
    "only solely merely exclusively purely 只 仅 仅仅 只有 只是 只能 唯一",
];

/// Words that may be put in anywhere: they say nothing of their own.
pub(super) static FILLERS: WordList = words!(
    "exact come own simpli whole given certain call becom thing use make take give go see sure mean valu term part \
     number amount way kind sort case actual real usual various overal total full entir next afterward later now \
     一 才 得 样 做 很 更 说 成 掉 出 呢 吧 效果 情况 东西 好处 问题 方面 结果 数值 意思"
);

/// Words that link others, and say little of their own.
pub(super) static FUNCTION: WordList = words!(
    "a an the of to from in on at by for with as is are was were be been being it its this that \
    these those there here they them their we you i my our us and or but so if then than because since while when \
    where which who whose what how also too very just do does did has have had can could may might will would \
    shall should must need needs needed let lets thus hence therefore such each every per into up about again directly \
    simply basically actually really e g i s t re ve ll d \
    all any both most mostly mainly usually often typically generally normally commonly always some several \
    roughly approximately clearly already still quite get gets got getting example instance like well cent percent otherwise else whatever \
    的 了 是 在 和 与 或 及 等 而 也 都 就 还 又 再 把 被 对 从 到 为 以 于 之 其 所 则 即 若 但 并 且 让 使 会 能 要 有 个 这 那 \
    它 们 时 里 中 上 来 着 由 因 此 可 需 用 种 每 各 仍 才 便"
);

/// Words that begin a clause of their own, whatever stands before them.
pub(super) static OPENING: WordList = words!(
    "because since so but then while whereas and also \
     因为 所以 因此 而 但 但是 并 并且 而且 另外 此外 然后 首先 其次 接着 还有 同时 不过 由于"
);

/// Words that make what stands before them the subject of another claim.
pub(super) static PREDICATE: WordList =
    words!("is are was were can could may might will would must does do did has have 是 会 能 可以");

/// Words with which a claim begins that has no subject of its own.
pub(super) static SUBJECTLESS: WordList = words!(
    "is are was were can could may might will would must does has have it its they \
     对 把 以 于 从 让 使 会 能 要 有 是 再 可 需 用 由 被 可以 必须"
);

/// Chinese words of several characters that link others.
const HAN_LINKS: &[&str] = &[
    "所有",
    "全部",
    "任何",
    "一切",
    "任意",
    "往往",
    "通常",
    "一般",
    "常常",
    "大多",
    "多数",
    "多半",
    "主要",
    "总是",
    "始终",
    "永远",
    "一直",
    "一些",
    "因为",
    "由于",
    "所以",
    "因此",
    "因而",
    "于是",
    "从而",
    "或者",
    "还是",
    "以及",
    "可以",
    "能够",
    "可能",
    "必须",
    "必需",
    "应该",
    "应当",
    "如果",
    "假如",
    "要是",
    "的话",
    "不然",
    "要不然",
    "否则",
    "大约",
    "大概",
    "左右",
    "比如",
    "例如",
    "也就是",
    "就是",
    "其实",
    "已经",
    "仍然",
    "依然",
    "依旧",
    "照样",
    "这样",
    "那样",
    "时候",
    "但是",
    "不过",
    "可是",
    "看到",
    "比较",
    "变成",
    "一样",
    "一个",
    "一种",
    "每一",
    "一下",
    "来说",
    "来讲",
    "而言",
    "这种",
    "那种",
    "本身",
    "具体",
    "相当于",
    "其中",
    "这时",
    "那时",
    "此时",
    "里面",
    "当中",
    "等等",
    "之类",
    "整个",
    "分别",
    "各自",
    "自己",
    "当然",
    "显然",
    "确实",
    "实际上",
    "事实上",
    "大致",
    "基本上",
    "非常",
    "十分",
    "更加",
    "对于",
    "关于",
    "至于",
    "针对",
    "根据",
    "按照",
    "通过",
    "利用",
    "使用",
    "采用",
    "进行",
    "具有",
    "变得",
    "变为",
    "成为",
    "作为",
    "意味着",
    "那么",
    "这么",
    "直接",
    "来看",
    "叫做",
    "称为",
    "会去",
    "然后",
    "另外",
    "此外",
    "并且",
    "而且",
    "首先",
    "其次",
    "接着",
    "还有",
    "同时",
];

/// Kinds of linking words: one kind in the place of the other says something else.
const KINDS: &[(LinkKind, &str)] = &[
    (LinkKind::All, "each every per all any both 每 各 所有 全部 任何 一切 任意 都 每一"),
    (LinkKind::Some, "some several 一些"),
    (
        LinkKind::Most,
        "most mostly mainly usually often typically generally normally commonly \
        往往 通常 一般 常常 大多 多数 多半 主要",
    ),
    (LinkKind::One, "一个 一种"),
    (LinkKind::Always, "always 总是 始终 永远 一直"),
    (LinkKind::May, "can could may might 可 能 可以 能够 可能"),
    (LinkKind::Must, "must should shall need needs needed 必须 必需 应该 应当 要 需"),
    (LinkKind::Cause, "because since 因为 由于 因"),
    (LinkKind::Result, "so thus hence therefore 所以 因此 因而 于是 从而"),
    (LinkKind::But, "but 但 但是 不过 可是"),
    (LinkKind::Up, "up 上"),
    (LinkKind::From, "from 从"),
    (LinkKind::To, "to into 到"),
    (LinkKind::And, "and 和 与 及 以及"),
    (LinkKind::Or, "or otherwise else 或 或者 不然 要不然 否则"),
    (LinkKind::Does, "let lets 把 让 使"),
    (LinkKind::Suffers, "被"),
];

/// What a linking word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkKind {
    All,
    Some,
    Most,
    One,
    Always,
    May,
    Must,
    Cause,
    Result,
    But,
    Up,
    From,
    To,
    And,
    Or,
    Does,
    Suffers,
}

impl LinkKind {
    pub(super) fn of(word: &str) -> Option<LinkKind> {
        let has = |list: &str| list.split_whitespace().any(|one| one == word);
        KINDS.iter().find(|(_, list)| has(list)).map(|(kind, _)| *kind)
    }

    /// Whether one of them stands for the other only in another claim.
    pub(super) fn excludes(self, other: LinkKind) -> bool {
        use LinkKind::{
            All, Always, And, But, Cause, Does, From, May, Most, Must, One, Or, Result, Some, Suffers, To,
        };
        const PAIRS: [(LinkKind, LinkKind); 16] = [
            (All, Some),
            (All, Most),
            (Some, Most),
            (Always, Some),
            (Always, Most),
            (Always, May),
            (May, Must),
            (Cause, Result),
            (But, Cause),
            (But, Result),
            (From, To),
            (And, Or),
            (Does, Suffers),
            (All, One),
            (Most, One),
            (All, Always),
        ];
        PAIRS.contains(&(self, other)) || PAIRS.contains(&(other, self))
    }

    /// Whether it says of how much something holds.
    pub(super) fn is_quantity(self) -> bool {
        matches!(self, LinkKind::All | LinkKind::Some | LinkKind::Most)
    }
}

/// What a turning word is compared by.
pub(super) fn turn(word: &str) -> Option<&'static str> {
    let kind = TURNS.iter().find(|kind| kind.split_whitespace().any(|one| one == word))?;
    kind.split_whitespace().next()
}

/// A Chinese word that a comparison reads as a whole.
#[derive(Debug, Clone, Copy)]
pub(super) enum HanWord {
    /// It links others.
    Link(&'static str),
    /// It turns what they say, in this way.
    Turn(&'static str),
}

/// The longest such word of several characters, or that turns, at the beginning of these letters, and how many
/// characters it has.
pub(super) fn han(letters: &[(usize, char)]) -> Option<(HanWord, usize)> {
    let stands = |word: &str| {
        let mut count = 0;
        word.chars().all(|letter| {
            count += 1;
            letters.get(count - 1).is_some_and(|(_, there)| *there == letter)
        })
    };
    let links = HAN_LINKS.iter().map(|word| (*word, HanWord::Link(word)));
    let turns = TURNS.iter().flat_map(|kind| {
        let key = kind.split_whitespace().next().unwrap_or_default();
        kind.split_whitespace()
            .filter(|word| word.starts_with(is_han))
            .map(move |word| (word, HanWord::Turn(key)))
    });
    let longest = links.chain(turns).filter(|(word, _)| stands(word)).max_by_key(|(word, _)| word.len())?;
    Some((longest.1, longest.0.chars().count()))
}
