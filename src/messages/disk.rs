//! What is said of files and folders: what could not be done there, and what a user should know.

use super::quoted::Quoted;
use crate::day::At;

messages! {
    /// What happened on the disk.
    pub enum DiskMessage;

    // What the system said.
    NotFound { said: String } = "{said}" "找不到该文件或文件夹";
    PermissionDenied { said: String } = "{said}" "没有权限";
    AlreadyExists { said: String } = "{said}" "已经存在";
    StorageFull { said: String } = "{said}" "磁盘已满";
    QuotaExceeded { said: String } = "{said}" "超出磁盘配额";
    ReadOnly { said: String } = "{said}" "磁盘只读";
    IsAFolder { said: String } = "{said}" "这是文件夹";
    NotAFolder { said: String } = "{said}" "不是文件夹";
    NotEmpty { said: String } = "{said}" "文件夹不为空";
    InvalidData { said: String } = "{said}" "内容无效";
    InvalidName { said: String } = "{said}" "名称或参数无效";
    CutShort { said: String } = "{said}" "内容不完整";
    TimedOut { said: String } = "{said}" "超时";
    BrokenPipe { said: String } = "{said}" "管道已关闭";
    FileTooLarge { said: String } = "{said}" "文件过大";
    Busy { said: String } = "{said}" "正被占用";
    SystemError { said: String, code: String } = "{said}" "系统错误 {code}";

    // What was to be done.
    Cannot { what: &'static str, path: String, cause: Quoted, hint: Quoted } =
        "cannot {what} {path}: {cause}; {hint}"
        { format!("无法{}{path}：{cause}；{hint}", doing(what)) };
    HintInUseOrDenied = "close it where it is open, or check who may write there, then try again" "请关闭占用它的程序，或检查写权限，再重试";
    HintInUse = "another program has it open: close it there, then try again" "其他程序正在使用它，请关闭后重试";
    HintSpace = "free some space, then try again" "请腾出空间后重试";
    HintPermission = "check who owns it and who may write there, then try again" "请检查所有者和写权限，再重试";
    HintReadOnly = "the disk is read-only; name another folder with --data-dir" "磁盘只读，请用 --data-dir 指定其他文件夹";
    HintMove = "move it away or name another folder with --data-dir" "请将它移走，或用 --data-dir 指定其他文件夹";
    HintMend = "mend it or move it away" "请修正或移走";
    HintName = "check the name" "请检查名称是否写对";
    HintNothingWritten = "nothing was written" "没有写入任何内容";
    HintDisk = "check the disk, then try again" "请检查磁盘后重试";

    // The progress file and the list of decks.
    NoHeader { header: &'static str } = "not a backprop progress file: it does not begin with {header}" "不是 backprop 的进度文件，开头应为 {header}";
    NewerFormat { version: u64, known: u64 } = "written by a newer backprop: format version {version}, this one knows {known}" "由更新版本的 backprop 写入：格式版本 {version}，本程序支持到 {known}";
    NotOurs { path: String, line: u64, cause: Quoted, hint: Quoted } =
        "{path}, line {line}: {cause}; the file was left as it is; {hint}"
        "{path} 第 {line} 行：{cause}；文件保持原样；{hint}";
    HintRepair =
        "`backprop doctor --repair` brings back every whole line of a damaged one, if it has any; or move it away, or name another folder with --data-dir"
        "若文件损坏，`backprop doctor --repair` 可找回其中完整的行（如有）；也可将它移走，或用 --data-dir 指定其他文件夹";
    HintUpdate =
        "update backprop or name another folder with --data-dir; `backprop doctor --repair` if no newer one ever ran"
        "请更新 backprop，或用 --data-dir 指定其他文件夹；若从未用过更新的版本，运行 `backprop doctor --repair`";
    HintReadAgain = "read the notes again, then change the card" "请重新读取笔记，再修改卡片";
    Locked { path: String } = "{path}: another program has held this lock for several seconds; close it and try again" "{path}：其他程序占用此锁已有数秒，请关闭后重试";
    NotToml = "it is not TOML; mend or delete it" "不是 TOML，请修正或删除";
    NotMendable = "it is damaged and could not be mended" "文件已损坏，未能修复";
    ListDamaged { path: String, cause: Quoted } =
        "{path}: {cause}; the file was left as it is; mend it, or move it away and import your notes again"
        "{path}：清单无法读取（{cause}）；文件保持原样；请修正，或移走后重新导入笔记";
    NoHome =
        "there is no home directory to keep progress in; name a folder with --data-dir or BACKPROP_DATA_DIR"
        "没有主目录可存放进度；请用 --data-dir 或 BACKPROP_DATA_DIR 指定文件夹";
    CannotGit { what: Quoted, cause: Quoted, hint: Quoted } = "cannot {what}: {cause}; {hint}" "git 操作失败（{what}）：{cause}；{hint}";
    /// Git has no words of ours: what it printed is quoted as it is.
    GitSays { said: String } = "{said}" "git 报告 `{said}`";
    GitEnded { status: String } = "git ended with {status}" "git 异常退出：{status}";
    NoGit { cause: Quoted } = "git cannot be started: {cause}; install git" "无法启动 git：{cause}；请安装 git";
    TooMuchAtOnce { most: u64 } = "it sends more than {most} MB at once; git was ended, and what came was deleted" "对方一次发送超过 {most} MB；已终止 git，收到的内容已删除";

    // What went well, and should be known.
    LinesSetAside { log: String, lines: usize, kept_in: String } =
        [lines: "{log}: 1 line was damaged; set aside in {kept_in}, all others kept", "{log}: {lines} lines were damaged; set aside in {kept_in}, all others kept"]
        "{log}：{lines} 行损坏，已移到 {kept_in}，其余保留";
    NotMended { log: String, cause: String } = "{log}: damaged lines were skipped but not removed: {cause}" "{log}：损坏的行已跳过，但未能移除：{cause}";
    Emptied { log: String, answers: u64 } =
        "{log} is empty, but {answers} answers were known here: look for a copy of it beside it, in a backup or on another machine, and let `backprop merge FILE` or `backprop sync` take it in"
        "{log} 是空的，但这里曾有 {answers} 次回答：请在旁边、备份或其他机器上找它的副本，用 `backprop merge 文件` 或 `backprop sync` 并入";
    EmptiedSince { log: String, answers: u64, latest: At } =
        "{log} is empty, but {answers} answers up to {latest} were known here: look for a copy of it beside it, in a backup or on another machine, and let `backprop merge FILE` or `backprop sync` take it in"
        "{log} 是空的，但这里曾有截至 {latest} 的 {answers} 次回答：请在旁边、备份或其他机器上找它的副本，用 `backprop merge 文件` 或 `backprop sync` 并入";
    TookIn { copy: String, events: usize, renamed: String } =
        [events: "{copy}: a copy of the progress file; 1 event was taken in; it is now {renamed}", "{copy}: a copy of the progress file; {events} events were taken in; it is now {renamed}"]
        "{copy}：进度文件的副本，已并入 {events} 条记录，现名 {renamed}";
    LeftAlone { copy: String, cause: String } = "{copy}: looks like a copy of the progress file, left alone: {cause}" "{copy}：像是进度文件的副本，未处理：{cause}";
    Restored { log: String, events: usize } =
        [events: "{log}: changed by another program; 1 event of this session was written again", "{log}: changed by another program; {events} events of this session were written again"]
        "{log}：被其他程序改动过，本次的 {events} 条记录已重新写入";

    // Notes.
    Unreadable { path: String, cause: Quoted } = "{path}: {cause}" "{path}：{cause}";
    UnreadableMissing { path: String, cause: Quoted } =
        "{path}: {cause}; check the path, or list the decks with `backprop cards`"
        "{path}：{cause}；请检查路径，或用 `backprop cards` 查看已有卡组";
    UnreadableDenied { path: String, cause: Quoted } = "{path}: {cause}; ask for permission to read it" "{path}：{cause}；请取得读取权限";
    UnreadableLarge { path: String, cause: Quoted } = "{path}: {cause}; split it into smaller files" "{path}：{cause}；请拆成较小的文件";
    NoNotes =
        "there are no notes here: a folder holds .md, .txt, .csv, .tsv or .ipynb files with questions"
        "这里没有笔记：文件夹中应有带问题的 .md、.txt、.csv、.tsv 或 .ipynb 文件";
    NotUnicode = "its name is not Unicode text; rename it, then import it" "文件名不是 Unicode 文本，请改名后再导入";
    LooksLikeCopy { copy: String, notes: String } =
        "{copy}: looks like a copy of {notes} that a sync tool left there, so it is not read; take over what is new in it and delete it, or give it another name"
        "{copy}：像是同步工具留下的 {notes} 副本，未读取；请将新内容并入后删除，或改名";
    SameQuestion { path: String, line: usize, other: String, other_line: usize } =
        "{path}, line {line}: the question of {other}, line {other_line} with another answer; both are asked; reword one, or make the answers alike"
        "{path} 第 {line} 行：与 {other} 第 {other_line} 行问题相同而答案不同，两张都会提问；请改写其中一个，或统一答案";
    NoQuestionsIn { path: String } = "{path}: no questions found; `backprop check {path}` explains" "{path}：没有找到问题，原因可用 `backprop check {path}` 查看";
}

messages! {
    /// Of backups.
    pub enum BackupMessage;

    // Why not.
    Refused { path: String, why: Quoted } = "{path}: {why}; nothing was changed" "{path}：{why}；未作任何改动";
    NothingThere = "there is nothing to back up here yet: no progress, no decks, no settings" "这里还没有可备份的内容：没有进度、卡组和设置";
    TargetExists { path: String } = "{path} exists already and is not overwritten; name another file, or the folder for it" "{path} 已存在，不会覆盖；请换一个文件名，或只写文件夹";
    NoArchive = "it is no ZIP archive, or a damaged one" "不是本程序的备份，或已损坏";
    NoHeader = "it is no backup that backprop wrote" "不是 backprop 写的备份";
    Newer { version: u32, known: u32 } = "a newer backprop wrote it (version {version}, this one knows {known}); update backprop" "由更新版本的 backprop 写入（版本 {version}，本程序支持到 {known}），请先升级";
    OfPath { path: String, why: Quoted } = "{path} in it: {why}" "其中的 {path}：{why}";
    Damaged { path: String, said: String } = "{path} in it is damaged ({said})" "其中的 {path} 已损坏（{said}）";
    Unlisted = "it is nothing that a backup holds" "不属于备份的内容";
    PathTooLong = "its path is too long or too deep" "路径太长或太深";
    NoPlainFile = "it is no plain file" "不是普通文件";
    Encrypted = "it is encrypted" "已加密";
    Twice = "some systems take its name for that of another file in it" "在某些系统上与其中另一个文件重名";
    TooLarge { most: u64 } = "it is larger than {most} MB" "超过 {most} MB";
    TooMuch { files: usize, gigabytes: u64 } = "there are more than {files} files or {gigabytes} GB" "超过 {files} 个文件或 {gigabytes} GB";
    Swells = "it swells to many times its size when it is unpacked" "解压后大小异常膨胀";
    NotToml = "it is not TOML" "不是 TOML";

    // What was done.
    IsZip { path: String } = "{path} is a ZIP archive, whatever its name ends with" "{path} 的格式是 ZIP，与扩展名无关";
    Written { path: String, files: usize, size: String } = "{path} · {files} files, {size}" "{path} · {files} 个文件，{size}";
    NotTaken { path: String, why: Quoted } = "{path} is not in the backup: {why}" "{path} 不在备份中：{why}";
    Made { at: String, files: usize } = [files: "backup of {at} · 1 file", "backup of {at} · {files} files"] "{at} 的备份 · {files} 个文件";
    Decks { decks: usize } = [decks: "1 deck or folder of notes of your own", "{decks} decks and folders of notes of your own"] "自己的卡组和笔记文件夹 {decks} 个";
    Answers { answers: usize } = [answers: "1 answer", "{answers} answers"] "回答 {answers} 次";
    AllThere = "nothing to do: everything here is as it is in the backup" "无需恢复：这里的内容与备份一致";
    New { count: usize, names: String } = [count: "comes back: {names}", "come back: {names} ({count} files)"] "将恢复：{names}（{count} 个文件）";
    Replaced { count: usize, names: String } = [count: "replaced: {names}", "replaced: {names} ({count} files)"] "将替换：{names}（{count} 个文件）";
    Gone { count: usize, names: String } = [count: "not in the backup, moved aside: {names}", "not in the backup, moved aside: {names} ({count} files)"] "备份中没有，将移到一旁：{names}（{count} 个文件）";
    NewerHere { names: String } = "changed here after the backup was made: {names}" "备份之后这里又改过：{names}";
    EventsHere { events: usize } =
        [events: "1 event of the log here is not in the backup", "{events} events of the log here are not in the backup"]
        "这里的记录中有 {events} 条不在备份里";
    Ask = "Bring it back? What is replaced is moved aside first. [y/N] " "恢复吗？被替换的文件会先移到一旁。[y/N] ";
    HowTo = "files here would be replaced; look with --dry-run, then say --yes" "这里的文件会被替换；先用 --dry-run 查看，再加 --yes 执行";
    NotDone = "nothing was changed" "未作任何改动";
    Done { files: usize } = [files: "1 file came back", "{files} files came back"] "已恢复 {files} 个文件";
    Aside { aside: String } = "what was here is now in {aside}; `backprop merge {aside}` takes its answers in as well" "原来的内容现在在 {aside}；`backprop merge {aside}` 可并入其中的回答";
    MachineAside { path: String } = "programs and places of notes count only where you name them; those of the backup are listed in {path}" "程序和笔记的位置只认你在本机填写的；备份中的列在 {path}";
    Finished { aside: String } = "a backup was being brought back when the program was stopped; that is done now, and what was here is in {aside}" "上次从备份恢复时被中断，现已完成；原来的内容在 {aside}";
}

/// What a deed is called before its object.
fn doing(deed: &str) -> &'static str {
    match deed {
        "read" => "读取 ",
        "write" => "写入 ",
        "create" | "make" => "创建 ",
        "create a file in" => "创建文件于 ",
        "change" => "修改 ",
        "copy" => "复制 ",
        "delete" | "remove" => "删除 ",
        "rename" => "重命名 ",
        "lock" => "锁定 ",
        "open" => "打开 ",
        "protect" => "保护 ",
        _ => "处理 ",
    }
}

messages! {
    /// Why a picture is not shown.
    pub enum PictureRefused;

    Missing = "There is no such file." "没有这个文件。";
    Outside = "It is not in the folder of the notes." "它不在笔记的文件夹里。";
    /// A folder, a pipe or a device; or a file that may not be read.
    Unreadable = "It cannot be read." "无法读取。";
    /// Too many bytes or pixels.
    TooBig = "It is too big." "图片太大。";
    Format = "It is no PNG, JPEG, GIF or WebP." "不是 PNG、JPEG、GIF 或 WebP。";
    /// It ends early or contradicts itself.
    Damaged = "It is damaged." "图片已损坏。";
}
