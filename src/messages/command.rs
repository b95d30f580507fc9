//! What the commands of the command line say.

use super::quoted::Quoted;
use super::styles::in_chinese;
use crate::day::At;

messages! {
    /// What the commands say.
    pub enum CommandMessage;

    Error { what: String } = "error: {what}" "错误：{what}";
    Note { what: String } = "note: {what}" "注意：{what}";

    // Cards by name.
    NoSuchCard { id: String } =
        "no card has the id {id}, or one that begins so; `backprop cards` lists the ids, and `--in FILE` names notes that are not imported"
        "没有 ID 为 {id} 或以此开头的卡片；`backprop cards` 可列出全部 ID，未导入的笔记用 `--in 文件` 指定";
    SeveralCards { count: usize, id: String, list: String } =
        "{count} cards have an id that begins with {id}:\n{list}"
        "有 {count} 张卡片的 ID 以 {id} 开头：\n{list}";
    AndMore { count: usize } = "and {count} more" "另有 {count} 张";
    NoStyle { name: String, known: String } = "there is no style named {name}; styles: {known}" "没有名为 {name} 的格式；可用格式：{known}";
    NotATime { option: &'static str, text: String } = "{option} {text}: not a time like 2026-11-22T10:00:00Z" "{option} {text}：不是有效时间，应形如 2026-11-22T10:00:00Z";
    NotATimeOfClock { name: &'static str, text: String } = "{name}={text}: not a time like 2026-11-22T10:00:00Z" "{name}={text}：不是有效时间，应形如 2026-11-22T10:00:00Z";
    NoSuchPage { name: String, pages: String } = "the manual has no page {name}, and there is no such command; pages: {pages}" "手册没有 {name} 这一页，也没有这个命令；手册页：{pages}";
    NoSuchState { filter: String, known: String } = "there is no filter {filter}; filters: {known}" "没有筛选条件 {filter}；可用：{known}";
    NoSuchDeck { deck: String, known: String } = "no deck is called {deck}; decks: {known}" "没有名称含“{deck}”的卡组；卡组：{known}";
    NoSuchTopic { topic: String, known: String } = "no topic is called {topic}; topics: {known}" "没有名称含“{topic}”的主题；主题：{known}";
    NoManualPage { name: String, pages: String } = "the manual has no page {name}; pages: {pages}" "手册没有 {name} 这一页；手册页：{pages}";
    NoCommand { name: String, commands: String } = "there is no command {name}; commands: {commands}" "没有命令 {name}；可用命令：{commands}";

    // The clock.
    ClockBehind { now: At } = "The clock says {now}, which is before this program was made." "本机时钟是 {now}，早于本程序的发布日期。";
    AskDate = "What is the date? YYYY-MM-DD, or with the time: YYYY-MM-DD HH:MM (nothing: leave)" "今天是几号？YYYY-MM-DD，也可带时间：YYYY-MM-DD HH:MM（直接回车则退出）";
    DateBehind = "That is before this program was made too." "这也早于本程序的发布日期。";
    NoDate = "That is no date." "这不是有效日期。";

    // answer
    HistoryOnly { card: String } = "{card} has history but stands in no notes, so it has no points; name its notes with --in FILE" "{card} 有学习记录，但不在任何笔记中，没有要点可对照；请用 --in 文件 指定笔记";
    NothingSuggested = "no grade is suggested for this answer, so nothing was logged; say it with --grade" "这个答案没有建议评分，未作记录；请用 --grade 指定评分";
    YouWrote { text: String } = "you wrote: {text}" "你写的是：{text}";
    Suggested { grade: String } = "suggested: {grade}" "建议评分：{grade}";
    NoSuggestion = "no grade is suggested" "没有建议评分";
    CannotRead { path: String, cause: Quoted } = "{path} cannot be read: {cause}" "无法读取 {path}：{cause}";
    AnswerTooLong { most: u64 } = "the answer is longer than {most} bytes; shorten it" "答案超过 {most} 字节，请缩短";
    AnswerNotUtf8 = "the answer is not UTF-8; convert it, for example with iconv" "答案不是 UTF-8 编码，请先转换，例如用 iconv";

    // asked
    NoQuestionsFound { path: String } = "{path}: no questions were found in it; `backprop check` says how it was read" "{path}：没有找到问题；`backprop check` 可查看解析方式";
    ReportNoted { noted: usize, added: usize, before: usize, open: usize } =
        "{noted} noted, new questions for “My cards” among them: {added}; noted before: {before}; not sure and not noted: {open}"
        "记录 {noted} 题，其中 {added} 题是新题，已加入“我的卡片”；以前记录过 {before} 题；不确定、未记录 {open} 题";
    ReportWouldNote { noted: usize, added: usize, before: usize, open: usize } =
        "{noted} would be noted, new questions for “My cards” among them: {added}; noted before: {before}; not sure and not noted: {open}"
        "将记录 {noted} 题，其中 {added} 题是新题，会加入“我的卡片”；以前记录过 {before} 题；不确定、不记录 {open} 题";
    ReportLegend = "= noted   ? not sure   + new: no card asks it   - left out" "= 已记下　? 不确定　+ 新题　- 未记录";
    ReportLeftOut { line: usize, text: String } = "line {line} is left out: {text}" "第 {line} 行未列为问题：{text}";
    ReportDoubtful = "where it is not sure, say which card is meant: the same command with `--choose 12:1`, once for each question; `--choose 12:0` where it is none of them, `--choose 12:x` to leave it out" "不确定的请指定卡片：在同一条命令后加 `--choose 12:1`，一题一个；都不是就写 `--choose 12:0`，不记录写 `--choose 12:x`";
    ReportChoiceForm = "the line of the question and the number of the card, as they are listed: 12:1; 12:0 where it is none of them, 12:x to leave it out" "写法是题目所在的行和卡片的序号，和列表里一样：12:1；都不是写 12:0，不记录写 12:x";
    ReportNothingToChoose { line: usize } = "line {line} has no question with cards to choose from; `--dry-run` lists those that there are" "第 {line} 行没有可选卡片的题目；`--dry-run` 会列出全部";
    ReportNoSuchChoice { line: usize, number: usize, most: usize } = "line {line}: there is no card {number}; it is one of 1 to {most}, or 0 for none of them" "第 {line} 行没有第 {number} 张卡片；请用 1 到 {most}，都不是用 0";
    ReportUnanswered = "questions without a card are in “My cards”, to be answered: `backprop cards is:unanswered` lists them" "没有对应卡片的问题已加入“我的卡片”，等待填写答案；在卡片列表中搜索 `is:unanswered` 即可找到";

    // cards
    DueToday = "today" "今天";
    Suspended = "suspended" "已暂停";
    EventAhead { at: String } = "(an event of {at} lies ahead)" "（有一条 {at} 的记录在当前时间之后）";

    // export
    NotForTerminal { format: &'static str } = "{format} is no text for a terminal; name a file with -o FILE" "{format} 不是文本，不能显示在终端；请用 -o 文件 写入文件";
    NoFormat { export: &'static str, name: String, known: String } = "{export} has no format named {name}; formats: {known}" "{export} 没有名为 {name} 的格式；可用格式：{known}";
    NotesStay { count: usize } =
        "your own notes are not exported, of {count} cards; they stay in progress.json, and `backprop note CARD` prints one"
        "{count} 张卡片的个人笔记不会导出，仍保存在 progress.json 中，可用 `backprop note 卡片` 查看";
    ImageStays { notes: String, target: String, why: String } = "{notes}: the image {target} {why}; it stays behind" "{notes}：图片 {target} {why}，未带上";

    // import
    NothingImported = "nothing was imported" "未导入任何内容";
    Parted { from: String, to: String } = "{to} no longer has the progress of {from}" "{to} 不再沿用 {from} 的进度";
    WaitsHead { path: String } = "{path}: changes from another machine" "{path}：来自其他机器的改动";
    AskWaiting = "y: take them into the file   n: keep the file as it is   Enter: ask me later > " "y：写入文件   n：文件保持原样   回车：以后再问 > ";
    AskSame { before: String, now: String } =
        "Is this the same card, edited?\n  before: {before}\n  now:    {now}"
        "这是同一张卡片修改后的样子吗？\n  原来：{before}\n  现在：{now}";
    AskMove = "y: yes, keep the progress   n: no, a new card   Enter: ask me later > " "y：是，保留进度   n：不是，算新卡片   回车：以后再问 > ";
    TwinListed { question: String, deck: String, other: String } = "twice: {question} ({deck}, {other})" "重复：{question}（{deck}、{other}）";
    AskTwins { count: usize } = [count: "1 card stands twice. y: make the pair one card   Enter: leave it > ", "{count} cards stand twice. y: make each pair one card   Enter: leave them > "] "有 {count} 张卡片重复。y：各合并为一张   回车：保持原样 > ";
    DryRun = "nothing is written; this would be done:" "不会写入任何内容，将会执行：";
    NoQuestions { action: Quoted, path: String } = "{action} {path}: no questions found; `backprop check {path}` explains" "{action} {path}：没有找到问题，原因可用 `backprop check {path}` 查看";
    ImportedLink { action: Quoted, path: String, deck: String, cards: usize, style: &'static str } =
        { format!("{action} {path} -> {deck}: {cards} {}, {style}, linked", if cards == 1 { "card" } else { "cards" }) }
        { format!("{action} {path} -> {deck}：{cards} 张卡片，{style}，关联", style = in_chinese(style)) };
    ImportedCopy { action: Quoted, path: String, deck: String, cards: usize, style: &'static str } =
        { format!("{action} {path} -> {deck}: {cards} {}, {style}, copied", if cards == 1 { "card" } else { "cards" }) }
        { format!("{action} {path} -> {deck}：{cards} 张卡片，{style}，副本", style = in_chinese(style)) };
    ActionAdded = "added    " "新增";
    ActionUpdated = "updated  " "更新";
    ActionUnchanged = "unchanged" "未变";
    ActionSkipped = "skipped  " "跳过";
    ImagesCarried { count: usize } = [count: "1 image carried along", "{count} images carried along"] "带来 {count} 张图片";
    RemarkAt { line: usize, what: String } = "line {line}: {what}" "第 {line} 行：{what}";
    MoreRemarks { count: usize, path: String } = "{count} more remarks; `backprop check {path}` shows them" "另有 {count} 条提示，可用 `backprop check {path}` 查看";
    ProgressKept { question: String } = "progress kept: {question}" "进度已保留：{question}";
    ProgressMoved { from: String, to: String } = "progress kept: {from} -> {to}" "进度已保留：{from} -> {to}";
    PerhapsSame { from: String, to: String } = "perhaps the same card, nothing was moved: {from} -> {to}" "可能是同一张卡片，进度未转移：{from} -> {to}";
    AskedOnTerminal = "`backprop import` on a terminal asks about them" "在终端运行 `backprop import` 可逐一确认";
    TwinMerged { question: String, deck: String, other: String } = "{question} ({deck}, {other}): one card" "{question}（{deck}、{other}）：已合并为一张";
    TwinStands { question: String, deck: String, other: String } = "{question} ({deck}, {other}): twice; --merge-duplicates makes it one card" "{question}（{deck}、{other}）：重复，用 --merge-duplicates 可合并为一张";
    ReviewsTaken { reviews: usize, cards: usize } =
        { format!("{reviews} {} of {cards} {} taken over", if reviews == 1 { "review" } else { "reviews" }, if cards == 1 { "card" } else { "cards" }) }
        "沿用 {cards} 张卡片的 {reviews} 次复习";
    DueKept { count: usize } = [count: "1 card keeps its due date", "{count} cards keep their due dates"] "{count} 张卡片沿用原来的到期日";
    SuspendedKept { count: usize } = [count: "1 card stays suspended", "{count} cards stay suspended"] "{count} 张卡片仍为暂停";
    FlaggedKept { count: usize } = [count: "1 card stays flagged", "{count} cards stay flagged"] "{count} 张卡片仍有标记";
    FutureLeft { count: usize } = [count: "1 review lies in the future and was left out", "{count} reviews lie in the future and were left out"] "{count} 次复习的时间在未来，已略去";
    Unreviewed { count: usize } =
        [count: "1 card was learnt, but came without its reviews; it begins anew", "{count} cards were learnt, but came without their reviews; they begin anew"]
        "{count} 张卡片学过，但没有复习记录，将从头开始";
    MoreLines { count: usize } = "and {count} more lines" "另有 {count} 行";
    OfferStyle { path: String } =
        "`backprop check {path}` shows how it is read; `backprop import --style STYLE {path}` reads it otherwise"
        "`backprop check {path}` 显示解析结果；`backprop import --style 格式 {path}` 换一种解析方式";
    OfferLink { path: String } = "a copy; `backprop import --link {path}` lets the file stay the truth" "这是副本；用 `backprop import --link {path}` 可改为以原文件为准";
    FileGone { path: String } = "removed   {path}: it is no longer in its folder; its progress is kept" "移除 {path}：文件已不在文件夹中，进度保留";

    // interview, study
    NoCardsToAsk = "there is no card with an answer; `backprop cards` lists the cards" "没有带答案的卡片；`backprop cards` 可列出全部卡片";
    NoCardsOfTopic { topic: String } = "there is no card with an answer below a heading with “{topic}”; `backprop cards` lists the cards" "标题含“{topic}”的主题下没有带答案的卡片；`backprop cards` 可列出全部卡片";
    NoTopic { topic: String } = "no card stands below a heading with “{topic}”; `backprop cards` lists the topics" "没有标题含“{topic}”的主题；`backprop cards` 可列出全部主题";
    NoCardsOfTrack { track: String } = "no card here is for the track {track}; `--track everything` leaves none out, and the setting `track` narrows all sessions" "这里没有方向为 {track} 的卡片；`--track everything` 不作限制，设置 `track` 对所有学习生效";
    KeyProblem { what: String } = "config.toml: {what}" "config.toml：{what}";
    Rescued { count: usize, path: String, cause: String } =
        "{count} answers could not be saved where they belong; they are in {path}, and `backprop merge {path}` takes them in: {cause}"
        "有 {count} 个回答未能保存到原位置，现存于 {path}，可用 `backprop merge {path}` 并入：{cause}";
    NotRescued { count: usize, cause: String } = "{count} answers could not be saved: {cause}" "有 {count} 个回答未能保存：{cause}";

    // licences
    LicencesHead =
        "# Licences\n\nbackprop is licensed under MIT or Apache-2.0, at your choice.\n\n## Crates\n\n| crate | version | licence |\n|---|---|---|"
        "# 许可证\n\nbackprop 采用 MIT 或 Apache-2.0 许可证，任选其一。\n\n## 组件\n\n| 组件 | 版本 | 许可证 |\n|---|---|---|";
    GrammarsHead = "## Grammars of code blocks" "## 代码块的语法定义";

    // merge
    Merged { path: String, events: usize, new: usize } = "{path}: {events} events, {new} of them new" "{path}：{events} 条记录，其中 {new} 条是新的";
    MergeDamaged { path: String, lines: usize } = "{path}: {lines} damaged lines were left there" "{path}：有 {lines} 行损坏，未并入";
    MergedAll { path: String, cards: usize } = "{path}: {cards} cards with a history now" "{path}：现有 {cards} 张卡片有学习记录";

    // note
    NoOwnNote { card: String } = "{card} has no note of yours" "{card} 没有个人笔记";
    NoteUnchanged { card: String } = "{card} unchanged" "{card} 未变";
    FileGoneKept { path: String, kept: String } = "removed   {path}: it is no longer in its folder; its progress is kept, and what it said last is in {kept}" "移除 {path}：文件已不在文件夹中，进度保留，最后的内容在 {kept}";
    NoteRemoved { card: String } = "{card} note removed" "{card} 的笔记已删除";
    Noted { card: String } = "{card} noted" "{card} 的笔记已保存";
    InputNotUtf8 = "standard input is not UTF-8; convert it, for example with iconv" "标准输入不是 UTF-8 编码，请先转换，例如用 iconv";
    NoteTooLong { bytes: usize, most: usize } = "the note has {bytes} bytes or more, {most} are the most; shorten it, nothing was written" "笔记至少有 {bytes} 字节，最多 {most} 字节；请缩短，未写入任何内容";

    // remove
    RemovedMirror { name: String, source: String, aside: String } = "removed {name}; {source} stays as it is, and what it said last is also in {aside}" "已移除 {name}；{source} 保持原样，最后的内容另存于 {aside}";
    RemovedCopy { name: String, aside: String } = "removed {name}; its copy is now {aside}" "已移除 {name}；副本移到 {aside}";
    Removed { name: String, source: String } = "removed {name}; {source} stays as it is" "已移除 {name}；{source} 保持原样";
    LeftOut { source: String } = "left out {source}, which stays as it is; `backprop import {source}` brings it back" "不再收入 {source}，文件保持原样；`backprop import {source}` 可重新收入";
    ProgressStays = "progress is kept; import the notes again to go on where you were" "进度已保留；重新导入笔记即可接着学";

    // undo
    Undone { card: String, what: String, at: At, question: String } = "undone: {card} {what} ({at}) · {question}" "已撤销：{card} {what}（{at}）· {question}";
    UndoneAlone { what: String, at: At } = "undone: {what} ({at})" "已撤销：{what}（{at}）";
    RedoneAlone { what: String, at: At } = "back: {what} ({at})" "已恢复：{what}（{at}）";
    ReportQuestionsStay = "questions that the report added to your own deck stay there" "报告中加入自己卡组的新问题仍保留";
    InNoDeck = "in no deck" "不在任何卡组中";
    UndoSpan { count: usize, from: String, to: String } = "{count} answers and other changes are taken back, from {from} to {to}" "将撤销 {count} 项回答或改动，时间从 {from} 到 {to}";
    AskUndo { count: usize, from: String, to: String } = "Take back {count} answers and other changes, from {from} to {to}? `backprop undo --redo` would bring them back. [y/N] " "要撤销 {count} 项回答或改动吗？时间从 {from} 到 {to}，撤销后可用 `backprop undo --redo` 恢复。[y/N] ";
    UndoComesBack = "`backprop undo --redo` brings them back" "用 `backprop undo --redo` 可以恢复";
    Redone { card: String, what: String, at: At, question: String } = "back: {card} {what} ({at}) · {question}" "已恢复：{card} {what}（{at}）· {question}";
    NoMoreToUndo { count: usize } = "the log had no more than {count} to undo" "日志中只有 {count} 项可撤销";
}
