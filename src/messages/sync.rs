//! What is said of synchronising: what is not shared and why, what git could not do, and what was done.

use super::quoted::Quoted;

messages! {
    /// Of synchronising through git.
    pub enum SyncMessage;

    // Why a path is not shared.
    Unlisted = "it is nothing that machines share" "不属于同步内容";
    PathTooLong = "its path is too long" "路径太长";
    NoNotes = "it is neither notes nor a picture" "既不是笔记也不是图片";
    NameLength = "its name is empty or too long" "名称为空或太长";
    NameInvisible = "its name has control or invisible characters" "名称含控制字符或不可见字符";
    NameForbidden = "its name has a character that Windows forbids" "名称含 Windows 不允许的字符";
    NameHidden = "its name is hidden or belongs to git" "名称以点开头或属于 git";
    NameEnd = "its name ends with a dot or a blank, which Windows drops" "名称以点或空格结尾，Windows 会去掉";
    NameDevice = "its name is that of a device on Windows" "名称是 Windows 的设备名";
    NameShort = "its name is the short name of another file on Windows" "名称是另一个文件在 Windows 上的短名";
    NameNoText = "its name is no text" "名称不是文本";
    NameTwice = "its name stands there twice" "名称重复";
    SameFile { other: String } = "on some systems it is the same file as {other}" "在某些系统上与 {other} 是同一个文件";
    SameFileHere { other: String } = "on some systems it is the same file as {other}, which is here" "在某些系统上与本机的 {other} 是同一个文件";
    ALink = "it is a link" "是链接";
    NoPlainFile = "it is no plain file" "不是普通文件";
    NoPlainFileMode { mode: String } = "it is no plain file (mode {mode})" "不是普通文件（模式 {mode}）";
    LargerThan { most: u64 } = "it is larger than {most} MB" "超过 {most} MB";
    TooManyBytes { size: u64, most: u64 } = "it has {size} bytes, and {most} MB are the most for its kind" "有 {size} 字节，这类文件最大 {most} MB";
    TooDeep = "it stands too deep" "层级太深";
    OtherRepository = "it is another repository" "是另一个仓库";
    ContentMissing = "its content is missing or damaged" "内容缺失或损坏";
    NoList = "it is no list of files, or too long" "不是文件列表，或太长";
    TooManyFiles { files: usize, folders: usize } = "there are more than {files} files or {folders} folders" "超过 {files} 个文件或 {folders} 个文件夹";
    TooMuch { files: usize, gigabytes: u64 } = "there are more than {files} files or {gigabytes} GB" "超过 {files} 个文件或 {gigabytes} GB";
    NoProgram = "taken in as a plain file, not as a program" "按普通文件接收，不可执行";
    LinkHere { folder: String } = "{folder} is a link here" "{folder} 在本机是链接";
    NoFolderHere { folder: String } = "{folder} is no folder here" "{folder} 在本机不是文件夹";
    ALinkHere = "it is a link here" "在本机是链接";
    NoPlainFileHere = "it is no plain file here" "在本机不是普通文件";
    NotText = "it is no text" "不是文本";
    NotToml = "it is not TOML" "不是 TOML";
    NoSharedSetting { key: String } = "{key} is no setting that machines share" "{key} 不是同步的设置";
    NothingTaken { line: u64, cause: Quoted } = "line {line}: {cause}; nothing was taken from it" "第 {line} 行：{cause}；未接收任何内容";
    FollowsMove { path: String, before: String }
        = "{before} is {path} now, as on the machine that moved it; what was changed on either stands in it"
        "{before} 已随移动它的机器改为 {path}，两台机器的改动都在其中";
    OfPath { path: String, said: Quoted } = "{path}: {said}" "{path}：{said}";

    // What git could not do.
    SendToRemote = "send to the remote" "上传";
    StartGit = "start git" "启动 git";
    UseRepository = "use the repository in the data folder (sync/git)" "使用数据文件夹中的仓库 sync/git";
    Synchronise = "synchronise" "同步";
    FetchFrom { address: String } = "fetch from {address}" "从 {address} 获取";
    Reach { address: String } = "reach {address}" "连接 {address}";
    FetchAnew { address: String } = "fetch {address} anew" "重新获取 {address}";
    Repair = "repair" "修复";
    MakeRepository = "make a repository" "创建仓库";
    SetRemote = "set the remote" "设置远程仓库";

    // Why not.
    OthersSending = "others kept sending at the same time" "其他机器一直在同时上传";
    LinkedLog { data: String } = "{data}: progress.json is a link to another place" "{data}：progress.json 是指向别处的链接";
    CommitNameDamaged { path: String } = "{path}: the name of the last commit is damaged" "{path}：最后一次提交的名称损坏";
    NoRemoteKnown = "no remote is known" "不知道远程仓库";
    Address { address: String, why: Quoted } = "{address}: {why}" "{address}：{why}";
    NoAddress = "this is no address" "不是有效地址";
    AddressControl = "an address has no control characters" "地址中不能有控制字符";
    AddressHelper = "addresses that name a helper program are not used" "不使用指定辅助程序的地址";
    AddressScheme = "only ssh, https, http, git and file lead to a repository" "仓库地址只支持 ssh、https、http、git 和 file";
    AddressHost = "no host begins with -" "主机名不能以 - 开头";

    // The way out.
    TryLater = "try again later" "请稍后重试";
    CheckWriting = "everything is kept here; check that you may write there, then run `backprop sync` again" "本机内容都已保留；请检查写权限，再运行 `backprop sync`";
    InstallGit = "install git, or use `backprop merge`" "请安装 git，或改用 `backprop merge`";
    RepairSync = "nothing is lost here; `backprop sync --repair` fetches the repository anew and unites both" "本机没有丢失内容；`backprop sync --repair` 会重新获取仓库并合并两者";
    PutFileThere = "put the file itself there first" "请先将文件本身放到那里";
    CheckConnection
        = "everything is kept here and sent next time; check the connection and the address, and that git can reach it without asking (an ssh agent, a credential helper)"
        "本机内容都已保留，下次上传；请检查网络和地址，并确保 git 无需询问即可连接（ssh agent 或凭据助手）";
    CheckNewAddress
        = "everything is kept here, but not the address, which was never reached; check it and the connection, and name it again: `backprop sync ADDRESS` (git has to reach it without asking: an ssh agent, a credential helper)"
        "本机内容都已保留；这个地址从未连上，所以没有记下。请检查地址和网络，再运行 `backprop sync 地址`（git 要无需询问即可连接：ssh agent 或凭据助手）";
    LookWho
        = "nothing was changed here; look who put what into that repository, or share through a new one: `backprop sync NEW-ADDRESS`"
        "本机未作改动；请查看是谁往仓库放了什么，或改用新仓库：`backprop sync 新地址`";
    NameIt = "name it: `backprop sync REMOTE --repair`" "请指定：`backprop sync 地址 --repair`";
    CheckThenAgain = "nothing was changed; check the connection and the address, then try again" "未作改动；请检查网络和地址后重试";
    SeeGit = "see what git said" "请查看 git 的输出";
    NameRepository = "name a repository, such as git@host:me/backprop.git, https://… or a folder" "请指定仓库，如 git@host:me/backprop.git、https://… 或文件夹";

    // What was done.
    UserSettings { said: String } = "your settings of git cannot be read, and none of them is used to reach the remote: {said}" "无法读取你的 git 配置，连接时不会使用：{said}";
    FetchedAnew { aside: String } = "the repository was fetched anew; the damaged one is in {aside}, and can be deleted" "仓库已重新获取；损坏的仓库在 {aside}，可以删除";
    HistoryNotTaken { path: String, cause: String } = "the history in {path} was not taken over: {cause}" "{path} 中的历史未能沿用：{cause}";
    Moved { to: String, from: String }
        = "sync keeps its repository in {to} from now on; it no longer uses {from}, which can be deleted when no earlier backprop uses this folder"
        "同步仓库今后保存在 {to}，不再使用 {from}；若没有旧版本的 backprop 使用此文件夹，可以删除后者";
}
