//! What `doctor` finds, what it advises, and what a repair does; and what a build lacks.

use super::quoted::Quoted;
use crate::day::{At, Day};

messages! {
    /// Of features that are not in the program.
    pub enum BuildMessage;

    Without { feature: &'static str } = "this build was made without `{feature}`; `cargo install --locked --path .` makes one that has it" "此版本编译时未启用 `{feature}`；`cargo install --locked --path .` 编译的版本包含它";
    Lacks { features: String } = "built without {features}" "编译时未启用 {features}";
    BuildAll = "`cargo install --locked --path .` makes a build with everything" "`cargo install --locked --path .` 编译的版本包含全部功能";
}

messages! {
    /// The health of files, settings, terminal and clock.
    pub enum HealthMessage;

    // What is looked at. Programs read the English names.
    Program = "program" "程序";
    Folders = "folders" "文件夹";
    Disk = "disk" "磁盘";
    Progress = "progress" "进度";
    Clock = "clock" "时钟";
    Leftovers = "leftovers" "残留";
    Decks = "decks" "卡组";
    Settings = "settings" "设置";
    Cache = "cache" "缓存";
    Git = "git" "git";
    Locale = "locale" "语言";
    Terminal = "terminal" "终端";
    Editor = "editor" "编辑器";

    // Folders and disk.
    FolderToCome { name: String } = "{name}: not there yet; made when it is needed" "{name}：尚不存在，需要时自动创建";
    FolderWrong { name: String, cause: Quoted } = "{name}: {cause}" "{name}：{cause}";
    CheckOwner = "check who owns it and the folders above" "请检查它和上级文件夹的所有者";
    NotAFolder { name: String } = "{name}: not a folder" "{name}：不是文件夹";
    MoveAway = "move it away" "请将它移走";
    Writable { name: String } = "{name}: can be written to" "{name}：可以写入";
    NotWritable { name: String, cause: Quoted } = "{name}: cannot be written to: {cause}" "{name}：无法写入：{cause}";
    AnswersUnsaved = "answers cannot be saved: check who owns it, or name another folder with --data-dir" "回答无法保存：请检查所有者，或用 --data-dir 指定其他文件夹";
    OpenToOthers { name: String, mode: String } = "{name}: others on this machine may read it (mode {mode})" "{name}：本机其他用户可以读取（权限 {mode}）";
    MakePrivate = "chmod 700 makes it private" "用 chmod 700 设为私有";
    Free { megabytes: u64 } = "{megabytes} MB free" "剩余 {megabytes} MB";
    SoonUnsaved = "answers will soon not be saved: free some space" "回答即将无法保存，请腾出空间";
    FreeSpace = "free some space" "请腾出空间";

    // Progress.
    ProgressToCome { name: String } = "{name}: not there yet; the first answer makes it" "{name}：尚不存在，第一次作答时创建";
    NothingLeftInIt = "nothing in it can be brought back: move it away, then bring a backup back (`backprop backup --restore FILE`) or begin anew" "其中没有可找回的记录：请将它移走，然后恢复备份（`backprop backup --restore 文件`）或重新开始";
    RepairBrings = "`backprop doctor --repair` brings back every whole line, where it is a damaged one" "若文件损坏，`backprop doctor --repair` 可找回所有完整的行";
    UnknownEvents { count: usize } = "{count} events are of a kind this version does not know; they are kept" "有 {count} 条记录的类型本版本不认识，已保留";
    UpdateElsewhere = "update backprop where it runs on several machines" "若在多台机器上使用，请更新 backprop";
    DamagedLines { name: String, events: usize, lines: usize } = "{name}: {events} events, and {lines} damaged lines" "{name}：{events} 条记录，{lines} 行损坏";
    NextStartSetsAside = "the next start sets the damaged lines aside and keeps all others" "下次启动时会隔离损坏的行，保留其余内容";
    NotInOrder { name: String, events: usize } = "{name}: {events} events, but its end or order is not as it should be" "{name}：{events} 条记录，但结尾或顺序不对";
    NextStartMends = "the next start mends it; nothing is lost" "下次启动时自动修正，不会丢失内容";
    Sound { name: String, events: usize } = "{name}: {events} events, sound to its end" "{name}：{events} 条记录，完整无损";
    EventAhead { now: At, card: Quoted, at: At } = "it is {now} here, but {card} has an event of {at}; it has no effect until then" "本机时间是 {now}，但 {card} 有一条 {at} 的记录，届时才生效";
    EventsAhead { now: At, card: Quoted, at: At, more: usize } = "it is {now} here, but {card} has an event of {at}, and {more} more; it has no effect until then" "本机时间是 {now}，但 {card} 有一条 {at} 的记录，另有 {more} 条，届时才生效";
    SetClock =
        "set the clock of this machine, if it is wrong; `backprop doctor --repair` takes the event back and notes it anew"
        "时钟有误请校准；`backprop doctor --repair` 会撤回该记录并按正确时间重新记录";
    TimeIs { now: At, day: Day } = "it is {now}, study day {day}" "现在是 {now}，学习日 {day}";

    // Leftovers.
    CopyLeft { path: String } = "{path}: a copy of the progress file, not taken in yet" "{path}：进度文件的副本，尚未并入";
    NextStartTakesIn = "the next start takes it in; if it stays, `backprop merge` says why" "下次启动时并入；若仍在，`backprop merge` 会说明原因";
    SetAside { path: String } = "{path}: damaged lines that were set aside" "{path}：隔离的损坏行";
    RepairThenDelete = "`backprop doctor --repair` brings back every event in it; then it can be deleted" "`backprop doctor --repair` 可找回其中的记录，之后即可删除";
    BeyondRepair = "nothing in it is a whole event, and nothing can bring it back; delete the file" "其中没有完整的记录，已无法找回，可以删除此文件";
    IsBackDelete = "every whole event in it is back; delete the file" "其中完整的记录都已找回，可以删除此文件";
    BeforeRepair { path: String } = "{path}: the progress file as it was before it was repaired" "{path}：修复前的进度文件";
    CanBeDeleted = "it can be deleted" "可以删除";
    WasTakenIn { path: String } = "{path}: a copy that was taken in" "{path}：已并入的副本";
    Unfinished { path: String } = "{path}: a file that was not finished" "{path}：没有写完的文件";
    RepairDeletes = "`backprop doctor --repair` deletes it" "`backprop doctor --repair` 会删除它";

    // Decks, settings, cache.
    NoQuestions { path: String } = "{path}: no questions found" "{path}：没有找到问题";
    CheckExplains { path: String } = "`backprop check {path}` explains" "原因可用 `backprop check {path}` 查看";
    SourceGone { path: String } = "{path}: the notes a deck was copied from are gone" "{path}：卡组的来源笔记已不存在";
    GoneFromFolder { path: String, cards: usize }
        = [cards: "{path} is no longer in its folder; 1 card of it is not asked any more", "{path} is no longer in its folder; {cards} cards of it are not asked any more"]
        "{path} 已不在文件夹中，其中 {cards} 张卡片不再提问";
    KeptIn { kept: String }
        = "what it said last is in {kept}: copy it back to go on with its cards, or delete it to end this note"
        "最后的内容在 {kept}：复制回原处即可继续学习，删除它则不再提示";
    EditTheCopy = "the copy is complete; edits have to be made in it" "副本是完整的，今后请直接修改副本";
    UnreadNotes { path: String } = "{path}: no deck reads these notes" "{path}：没有卡组读取这份笔记";
    ImportOrDelete { path: String }
        = "`backprop import --copy {path}` makes a deck of them; when nothing in them is missing elsewhere, they can be deleted"
        "用 `backprop import --copy {path}` 可将其作为卡组；若其中内容别处都有，可以删除";
    DeckCount { decks: usize, cards: usize, builtin: usize } = "{decks} imported with {cards} cards, {builtin} built in" "导入 {decks} 个，共 {cards} 张卡片；内置 {builtin} 个";
    SettingsCount { name: String } = "{name}: every setting counts" "{name}：所有设置有效";
    SettingsDefault { name: String } = "{name}: not there; the defaults count" "{name}：不存在，使用默认设置";
    SettingWrong { name: String, line: usize, what: Quoted } = "{name}, line {line}: {what}" "{name} 第 {line} 行：{what}";
    CorrectIt = "correct it there; until then it does not count" "请在文件中改正，改正前不生效";
    KeyWrong { what: Quoted } = "config.toml: {what}" "config.toml：{what}";
    CorrectKey = "correct it in config.toml; until then the usual key counts" "请在 config.toml 中改正，改正前使用默认按键";
    NoCache = "none; made when the history is long" "无，记录较多时自动创建";
    CacheOther { path: String, size: u64 } = "{path}: {size} kB, of another version or other settings; it is made again" "{path}：{size} kB，属于其他版本或设置，将重新生成";
    CacheFits { path: String, size: u64 } = "{path}: {size} kB, up to date or behind by a few events" "{path}：{size} kB，最新或只差几条记录";
    CacheForeign { path: String, size: u64 } = "{path}: {size} kB, of another history; it is made again" "{path}：{size} kB，属于其他学习记录，将重新生成";

    // Git.
    OnlySyncNeeds = "only `backprop sync` needs it" "只有 `backprop sync` 需要它";
    OldRepository { version: String } = "{version}; the data folder is a repository of an earlier version; the next sync goes on from it" "{version}；数据文件夹是旧版本的仓库，下次同步时沿用";
    NotSynchronised { version: String } = "{version}; the data folder is not synchronised" "{version}；数据文件夹未同步";
    Synchronised { version: String, path: String } = "{version}; the data folder is synchronised through {path}" "{version}；数据文件夹通过 {path} 同步";
    NoRemote = "the data folder is synchronised without a remote" "数据文件夹已纳入同步，但没有远程仓库";
    NameRemote = "`backprop sync REMOTE` shares it with other machines" "用 `backprop sync 地址` 与其他机器共享";
    NotSent { count: String } = "{count} commits are not sent yet" "有 {count} 次提交尚未上传";
    SyncSends = "`backprop sync` sends them" "`backprop sync` 会上传";
    FetchAnew = "`backprop sync --repair` fetches the repository anew and unites both" "`backprop sync --repair` 会重新获取仓库并合并两者";
    LockLeft { path: String } = "{path}: left by a git that is at work or was killed" "{path}：正在运行或被终止的 git 留下的锁";
    LocksLeft { path: String, more: usize } = "{path} and {more} more: left by a git that is at work or was killed" "{path} 等，另有 {more} 个：正在运行或被终止的 git 留下的锁";
    SyncClears = "the next `backprop sync` clears it" "下次 `backprop sync` 会清除";
    ReplacedRepository { path: String } = "{path}: a damaged repository that was replaced" "{path}：已被替换的损坏仓库";

    // Language and terminal.
    SpeaksEnglish { locale: String, by: Quoted } = "{locale}; the program speaks English, by {by}" "{locale}；程序使用英文，依据：{by}";
    SpeaksChinese { locale: String, by: Quoted } = "{locale}; the program speaks Chinese, by {by}" "{locale}；程序使用中文，依据：{by}";
    ByLocale = "the locale" "系统区域设置";
    ByKey = "the key L or --lang" "按键 L 或 --lang";
    NoTerminal = "there is none here; this is what the environment says" "当前没有终端，以下依据环境变量";
    ScreensNeedOne = "the screens need one; `next`, `grade` and `cards` do not" "界面需要终端；`next`、`grade` 和 `cards` 不需要";
    CannotDraw { term: String } = "TERM={term} cannot draw a screen" "TERM={term} 无法显示界面";
    UseAnother = "use another terminal, or `backprop next` and `grade`" "请换用其他终端，或用 `backprop next` 和 `grade`";
    Cells { columns: u16, rows: u16 } = "{columns} by {rows} cells" "{columns} × {rows} 字符";
    CellsNeeded { columns: u16, rows: u16 } = "{columns} by {rows} show everything" "{columns} × {rows} 才能完整显示";
    Utf8 = "characters: UTF-8" "字符集：UTF-8";
    Utf8By { name: &'static str, value: String } = "characters: UTF-8 ({name}={value})" "字符集：UTF-8（{name}={value}）";
    NotUtf8 { name: &'static str, value: String } = "characters: {name}={value} does not say UTF-8" "字符集：{name}={value} 不是 UTF-8";
    SetLang = "where lines or Chinese look wrong, set LANG to a locale such as C.UTF-8" "若线条或中文显示不正常，请将 LANG 设为 C.UTF-8 之类的区域";
    Colours { colours: Quoted, ground: Quoted } = "colours: {colours}{ground}" "颜色：{colours}{ground}";
    NoColours = "none, by NO_COLOR" "无，因设置了 NO_COLOR";
    TrueColour = "16 million (COLORTERM)" "1600 万色（COLORTERM）";
    IndexedColours = "256; COLORTERM does not say that there are more" "256 色；COLORTERM 未声明更多颜色";
    SixteenColours = "16, by the name in TERM" "16 色，依据 TERM 的名称";
    DarkGround = ", dark background" "，深色背景";
    LightGround = ", light background" "，浅色背景";
    UnknownGround = "" "";
    Abilities { links: Quoted, pictures: Quoted } = "links to click: {links}; pictures: {pictures}" "可点击链接：{links}；图片：{pictures}";
    AbilitiesByVersion { links: Quoted, pictures: Quoted } = "links to click: {links}; pictures: {pictures}, or kitty where its version is 0.28 or newer" "可点击链接：{links}；图片：{pictures}，kitty 0.28 及以上使用 kitty 协议";
    Yes = "yes" "支持";
    PicturesOff = "off" "无";
    PicturesAsBlocks = "blocks" "色块";
    PicturesBy { protocol: &'static str } = "{protocol}" "{protocol}";
    NotKnown = "not known" "未知";
    NoEditor { usual: &'static str } = "none set; {usual} is used for opening notes" "未设置；用 {usual} 打开笔记";
    EditorIs { name: &'static str, value: String } = "{name}={value}" "{name}={value}";
    EditorMissing { name: &'static str, value: String, program: String } = "{name}={value}: there is no such program: {program}" "{name}={value}：没有这个程序：{program}";
    EditorWrong { name: &'static str, value: String, why: Quoted } = "{name}={value}: {why}" "{name}={value}：{why}";
    SetEditor { name: &'static str } = "set {name} to the name of yours" "请将 {name} 设为你的编辑器";

    // A repair.
    Rewritten { path: String, events: usize } = "{path}: is written anew with the {events} whole events that are in it; the old file stays beside it" "{path}：用其中 {events} 条完整记录重写，旧文件保留在旁边";
    Unreadable { path: String, lines: usize } = "{path}: {lines} lines cannot be read; they stay in the old file" "{path}：{lines} 行无法读取，留在旧文件中";
    ComeBack { path: String, events: usize } = "{path}: {events} events that were set aside with damaged lines come back" "{path}：找回随损坏行隔离的 {events} 条记录";
    DeletesUnfinished { path: String } = "{path}: is deleted; it was never finished" "{path}：删除，未写完的文件";
    DeletesLock { path: String } = "{path}: is deleted; a git that was killed left this lock" "{path}：删除，被终止的 git 留下的锁";
    Mended { path: String, events: usize, retimed: usize } = "{path}: {events} events, {retimed} of them with another time" "{path}：{events} 条记录，其中 {retimed} 条改正了时间";
    AsItWas { path: String } = "{path}: the file as it was" "{path}：原来的文件";
    Deleted { path: String } = "{path}: deleted" "{path}：已删除";
    ThePlan = "the plan" "计划";
    ForecastGoes { from: At } = "a forecast of {from}, which nobody was shown on that day: is taken back" "{from} 的预测并非当天所见：撤回";
    Retimed { card: Quoted, from: At, to: At } = "{card}: {from} -> {to}: is taken back and noted anew" "{card}：{from} -> {to}：撤回并重新记录";
    RetimedDay { card: Quoted, from: At, to: At, day: Day, new_day: Day } = "{card}: {from} -> {to}, study day {day} -> {new_day}: is taken back and noted anew" "{card}：{from} -> {to}，学习日 {day} -> {new_day}：撤回并重新记录";
}
