//! What the application says of what it did, or could not do, with decks, progress and clock.

use super::quoted::{Lines, Quoted};
use crate::day::{At, Day, TimeOfDay};

messages! {
    /// What came of a change.
    pub enum WorkMessage;

    // At the opening.
    DefaultsCount { problem: Quoted } = "{problem}; until then the defaults count" "{problem}；在此之前使用默认设置";
    SettingProblem { file: &'static str, line: usize, what: Quoted } = "{file}, line {line}: {what}" "{file} 第 {line} 行：{what}";
    EditedKept { cards: usize } = [cards: "1 edited card keeps its progress", "{cards} edited cards keep their progress"] "{cards} 张修改过的卡片保留了进度";
    MaybeEdited { cards: usize } =
        [cards: "1 new card may be an old one, edited; `backprop import` asks", "{cards} new cards may each be an old one, edited; `backprop import` asks"]
        "{cards} 张新卡片可能是旧卡片修改而来；运行 `backprop import` 逐一确认";
    HistoriesNotCarried { cause: String } = "histories of cards whose ids changed were not written down: {cause}" "ID 已变的卡片的学习记录未能写入：{cause}";
    EditsNotCarried { cause: String } = "progress of edited cards was not written down: {cause}" "修改过的卡片的进度未能写入：{cause}";
    SeveralDecks { name: String, found: String } = "{name} fits several decks: {found}; give the name of one" "{name} 对应多个卡组：{found}；请写其中一个的名称";
    NoDeck { name: String, known: String } = "there is no deck or file named {name}; decks: {known}" "没有名为 {name} 的卡组或文件；现有卡组：{known}";
    AllOf { lines: Lines } = "{lines}" "{lines}";

    // The clock.
    TooEarly { now: At, released: Day, variable: &'static str } =
        "the clock says {now}, which is before this program was made ({released}), so nothing was noted; set the clock, or give the time: `grade` with --at, all commands with {variable}=2026-11-22T10:00:00Z"
        "本机时钟是 {now}，早于本程序的发布日期（{released}），未作记录；请校准时钟，或指定时间：`grade` 用 --at，其他命令用 {variable}=2026-11-22T10:00:00Z";
    LooksTooEarly { now: At, variable: &'static str } =
        "the clock says {now}, which is before this program was made: nothing of the progress counts by it; set the clock, or look from another time with --at or {variable}"
        "本机时钟是 {now}，早于本程序的发布日期，进度无法据此计算；请校准时钟，或用 --at 或 {variable} 指定时间";
    APlan = "a plan" "计划";
    Pending { name: Quoted, at: At, now: At } =
        "{name} has an event of {at}; the clock says {now}, and until then it has no effect. If the clock is wrong, set it; if that event is wrong, `backprop doctor --repair` takes it back and notes it anew"
        "{name} 有一条 {at} 的记录，而本机时钟是 {now}，在此之前它不生效。时钟有误请校准；记录有误请用 `backprop doctor --repair` 修正";
    PendingMore { name: Quoted, at: At, now: At, more: usize } =
        "{name} has an event of {at}, and {more} more later; the clock says {now}, and until then it has no effect. If the clock is wrong, set it; if that event is wrong, `backprop doctor --repair` takes it back and notes it anew"
        "{name} 有一条 {at} 的记录，之后还有 {more} 条，而本机时钟是 {now}，在此之前它们不生效。时钟有误请校准；记录有误请用 `backprop doctor --repair` 修正";
    Ahead { at: At } = "{at} lies ahead of the clock; the answer counts from then on" "{at} 晚于本机时钟，届时这次回答才会计入";

    // Changes.
    NothingToUndo = "there is nothing to undo: the log has no answer or change that counts" "没有可撤销的内容：日志中没有有效的回答或改动";
    NothingToRedo = "there is nothing to bring back: nothing was undone since the last change, or all of it is there again" "没有可恢复的内容：最近一次改动之后没有撤销，或撤销的都已恢复";
    StrayDrafts { files: String } = "what you typed for a card that is gone waits in {files}: `n` in its deck offers it as a new card; delete the file to give it up" "有尚未保存的卡片内容，原卡片已不在：{files}；在该卡组中按 n 可作为新卡片添加，不要了就删除该文件";
    NotesUnited { card: String } = "your note on {card}: it was written in two places at once, and both texts stand in it; `backprop note` or N on the card shows it" "你在“{card}”上的笔记在两处同时写过，两处的文字都保留在其中；用 `backprop note` 或在卡片上按 N 查看";
    NothingMoved { card: String } = "{card}: no progress was ever carried over to or from this card; `backprop cards` lists the cards" "{card}：这张卡片没有转移过进度；`backprop cards` 可列出全部卡片";
    NotImported { name: String, known: String } = "no imported deck is called {name}; imported: {known}" "没有导入过名为 {name} 的卡组；已导入：{known}";
    SeveralFolders { name: String, found: String } = "{name} is the name of several folders: {found}; give the path of one" "名为 {name} 的文件夹有多个：{found}；请写其中一个的路径";
    PartOfFolder { name: String, folder: String } =
        "{name} came with the folder {folder}: `backprop remove {folder}` takes the folder out, and the path of a file leaves that one out; x on the home screen switches one deck off"
        "{name} 是随文件夹 {folder} 导入的：`backprop remove {folder}` 移除整个文件夹，写文件路径只移出这个文件；在主页按 x 可停用单个卡组";
    NeverImported { name: String } = "no imported deck is called {name}; nothing was imported, and decks inside the program stay" "没有导入过名为 {name} 的卡组；目前没有导入任何内容，内置卡组不能移除";
    OwnProgress { path: String } = "{path} is the progress file itself" "{path} 就是当前的进度文件";
    NotAllowed { value: String, allowed: Quoted } = "{value} is not allowed: {allowed}" "不接受 {value}：{allowed}";
    NoWeightsBefore = "there are no weights to go back to: `backprop tune` has not changed them yet" "没有可恢复的参数：`backprop tune` 还没有改动过";
    NoPlanYet = "there is no plan yet; --date YYYY-MM-DD sets its day" "还没有计划；用 --date YYYY-MM-DD 设定面试日期";
    PastDate { date: Day } = "{date} is past; `backprop plan --date YYYY-MM-DD` sets the day of the next interview" "{date} 已经过去；用 `backprop plan --date YYYY-MM-DD` 设定下一次面试";
    HourIsPast { hour: TimeOfDay } = "{hour} is past today; `backprop plan --date YYYY-MM-DD --at {hour}` sets the next interview" "今天的 {hour} 已过；用 `backprop plan --date YYYY-MM-DD --at {hour}` 设定下一次面试";
    NoDeckOrTopic { name: String } = "there is no deck or topic {name}; `backprop plan` and `backprop cards` list them" "没有名为 {name} 的卡组或主题；`backprop plan` 和 `backprop cards` 可列出全部";
    NotTuned { why: Quoted } = "not tuned: {why}" "未优化：{why}";
    NeedsHistory = "this needs the whole review log, of which only the end is loaded" "这需要完整的复习记录，目前只载入了末尾部分";
    TooFewAnswers { have: usize, needed: usize } =
        "{have} answers came on a later day than the one before; below {needed} fitted weights predict worse as often as better, so the present ones stay; study on and come back"
        "隔天的回答有 {have} 次，不足 {needed} 次时优化后的参数未必更准，因此参数未变；多学一段时间再来";

    // The terminal.
    NeedsTerminal = "this needs a terminal; for scripts there are `backprop next`, `grade` and `cards`" "此命令需要终端；脚本请用 `backprop next`、`grade` 和 `cards`";
    DumbTerminal = "TERM=dumb cannot draw a screen; use another terminal, or `backprop next` and `grade`" "TERM=dumb 无法显示界面；请换用其他终端，或用 `backprop next` 和 `grade`";
    LegacyConsole =
        "this console draws no screens; use Windows Terminal, or switch off \"legacy console\" in the properties of this one; for scripts there are `backprop next`, `grade` and `cards`"
        "此控制台无法显示界面；请用 Windows Terminal，或在其属性中关闭“旧版控制台”；脚本请用 `backprop next`、`grade` 和 `cards`";
}
