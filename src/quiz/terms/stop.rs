//! Words of every text, which are no terms, and those that deny.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that deny a clause.
pub(super) const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "never",
    "cannot",
    "without",
    "neither",
    "nor",
    "isnt",
    "doesnt",
    "dont",
    "cant",
    "wont",
    "arent",
    "不",
    "没有",
    "没",
    "无法",
    "不能",
    "不会",
    "不是",
    "不再",
    "并非",
    "并不",
    "无需",
    "无关",
    "不用",
    "不必",
    "不要",
    "不需要",
    "别",
    "未",
];

/// Words of every text, and commands of formulas.
const STOP: &str = "a an the of to in on at by for from with as is are was were be been being am it its this that \
    these those there here he she they them their we you your i my our us and or but so if then than because since \
    while when where which who whom whose what how why also too very just only even still yet not no nor can could \
    may might will would shall should must do does did done have has had having get gets got make makes made use \
    uses used using let lets thus hence therefore such same other another each every all any some both either one \
    once again into onto over under out up down off about between among through during before after above below \
    more most much many few less least well really quite rather almost nearly mainly mostly usually often sometimes \
    always never ie eg etc like say says said need needs want take takes taken give gives given go goes come comes \
    become becomes put puts keep keeps frac mathrm left right cdot times odot sum prod sqrt partial hat text mathbb \
    infty le ge in diag begin end \
    的 了 是 在 和 与 或 及 等 而 也 都 就 还 又 再 把 被 对 从 到 为 以 于 之 其 所 则 即 若 但 并 且 让 使 会 能 要 有 \
    个 一个 一种 这 那 这个 那个 这些 那些 它 它们 他 我 你 我们 你们 因为 所以 因此 可以 通过 使用 如果 那么 但是 而且 或者 \
    以及 由于 用于 从而 并且 同时 每个 每次 所有 全部 任何 之间 之后 之前 没有 不是 就是 也就是 得到 需要 进行 比较 非常 \
    一般 通常 往往 主要 只有 仅仅 已经 仍然 还要 即使 虽然 然后 最后 首先 其次 例如 比如 为什么 什么 怎么 怎样 如何 不能 \
    时候 时 中 上 下 里 后 前 内 外 用 来 去 做 说 看 不 没 很 更 最 太 只 几 各 多 少 大 小 高 低 可 可能 这样 那样 一样 \
    一些 有些 其他 其它 问题 方法 情况 方面 东西 地方 部分 进来 出来 起来 下来 不会 不再 无法";

static STOPS: LazyLock<HashSet<&str>> = LazyLock::new(|| STOP.split_whitespace().collect());

/// Whether a word carries meaning.
pub(super) fn is_content(surface: &str, key: &str) -> bool {
    let is_long = surface.chars().count() > 1 || surface.chars().all(|letter| letter.is_ascii_digit());
    is_long && !STOPS.contains(surface) && !STOPS.contains(key)
}
