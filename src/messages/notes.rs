//! What is said of notes, their mirrors and copies, and of changing them.

use super::quoted::Quoted;

messages! {
    /// Of notes that were imported, and of their files.
    pub enum NotesMessage;

    ListLine { why: Quoted } = "decks.json, {why}; it does not count; take it out there" "decks.json {why}；不生效，请在文件中删去";

    // Why notes were left as they are.
    ChangedSince = "it has changed since it was read; read it again first" "读取之后又有改动，请先重新读取";
    ChangedSinceEdit = "it has changed since; what it says now stands" "之后又有改动，保留现在的内容";
    WouldChangeOthers = "written there, these words would change other cards; change it in the editor (e)" "写在那里会影响其他卡片，请在编辑器中修改（e）";
    WordsChangeOthers { words: String }
        = "written there, “{words}” would be read as another card, or change one; word it otherwise, or change it in the editor (e)"
        "写在那里，“{words}”会被读成别的卡片，或影响其他卡片；请换个写法，或在编辑器中修改（e）";
    NoSuchLetter { encoding: &'static str } = "its encoding, {encoding}, cannot hold these words; save the file as UTF-8 first" "文件编码 {encoding} 无法表示这些文字，请先存为 UTF-8";
    NoTextFile = "it is no text file" "不是文本文件";
    ReadOnlyFormat { format: &'static str } = "what is {format} is read but not written; `backprop import --copy` makes notes of it that are" "{format} 只能读取，不能写入；用 `backprop import --copy` 可转成能写的笔记";
    BuiltIn = "its cards cannot be changed; copy it to a file first" "内置卡片不能修改，请先复制到文件";
    TooLarge = "it has become too large; change it in the editor" "文件太大，请在编辑器中修改";
    TheirsStands { kept: String } = "another program changed the same lines meanwhile, and its version stands; yours is kept in {kept}" "其他程序同时改了相同的行，以它的版本为准；你的版本保存在 {kept}";
    ChangingNow = "they change just now" "文件正在变动";

    // Notes that are away.
    AwayFile { path: String, deck: String } =
        "notes are away: {path}: it is not there; their copy serves, and `backprop remove {deck}` ends that"
        "笔记不在：{path}：文件不存在；暂用副本，不再需要请用 `backprop remove {deck}` 移除";
    Away { path: String, cause: Quoted } = "notes are away: {path}: {cause}; their copy serves" "笔记不在：{path}：{cause}；暂用副本";
    FolderMoved { folder: String, from: String }
        = "{folder} is {from}, which is not there any more: its decks go on here"
        "{folder} 就是原来的 {from}（那里已不存在），其中的卡组在这里继续";
    FolderCopied { folder: String, other: String }
        = "{folder} says what {other} says, which stands too: it is imported beside it, and a card of both is asked once; if it is only a copy, `backprop remove {folder}` takes it out"
        "{folder} 与 {other} 内容相同，两者都在：分别导入，相同的卡片只问一次；若只是副本，用 `backprop remove {folder}` 移除";
    Left { files: String, cards: usize }
        = "{files} is gone: its cards ({cards}) are not asked any more; progress stays, and counts again when the file is back"
        "{files} 不在了，其中 {cards} 张卡片不再提问；进度保留，文件回来后继续有效";
    ManyLeft { files: String, more: usize, cards: usize }
        = "{files} and {more} more are gone: their cards ({cards}) are not asked any more; progress stays, and counts again when they are back"
        "{files} 等文件不在了（另有 {more} 个），其中 {cards} 张卡片不再提问；进度保留，文件回来后继续有效";
    GoneFromFolder { notes: String, kept: String }
        = "{notes} is no longer in its folder: its cards are not asked any more; progress stays, and what it said last is in {kept}"
        "{notes} 已不在文件夹中，其中的卡片不再提问；进度保留，最后的内容在 {kept}";
    NotThere = "it is not there" "文件不存在";
    NoNotesInIt = "no notes are in it" "其中没有笔记";
    WentAtOnce { origin: String, gone: usize, known: usize }
        = "{origin}: {gone} of {known} files went at once; their copies serve; when they are gone for good, `backprop import {origin} --accept` takes them out"
        "{origin}：{known} 个文件中有 {gone} 个同时消失，暂用副本；若确已删除，用 `backprop import {origin} --accept` 移除";
    LinkMissing { path: String, cause: Quoted } = "linked notes: {path}: {cause}; its cards wait until it is back" "关联的笔记：{path}：{cause}；卡片等待文件恢复";
    DeckMissing { path: String, cause: Quoted } = "an imported deck: {path}: {cause}; import it again" "已导入的卡组：{path}：{cause}；请重新导入";

    // Changes in two places.
    InCopyForNow { path: String } = "{path} cannot be written; the change stands in its copy and goes into the file when it can be" "{path} 无法写入；改动先存在副本中，能写时再写入文件";
    BothStand { path: String } = "{path} was changed by another program too; both changes stand in it" "{path} 也被其他程序改过，两处改动都已保留";
    CopyKept { deck: String, kept: String } = "{deck}: its copy had been changed here; it is kept in {kept}" "{deck}：副本在本机改过，保存在 {kept}";
    CorrectionOld { question: String }
        = "the built-in card “{question}” has changed since you corrected it; yours counts, and saving it again (w) ends this notice"
        "内置卡片“{question}”在你修改之后又有更新；目前用你的版本，再保存一次（w）即不再提示";
    Written { notes: String } = "{notes}: what was changed in its copy stands in it now" "{notes}：副本中的改动已写入";
    Met { notes: String, kept: String } = "{notes} and its copy were changed in the same lines; those of the file stand, the other version is in {kept}" "{notes} 与副本改了相同的行，以文件为准；另一版本在 {kept}";
    Declined { notes: String, kept: String } = "{notes} stays as it is; the other version is in {kept}" "{notes} 保持原样；另一版本在 {kept}";
    Waits { notes: String }
        = "{notes}: its copy says something else, which came from another machine; `backprop import {notes}` shows it, --accept takes it into the file, --decline keeps it aside"
        "{notes}：副本中有来自其他机器的改动；`backprop import {notes}` 可查看，--accept 写入文件，--decline 另存";
    NoNotesHere { mirror: String, notes: String }
        = "{mirror} came from another machine, and your folder has no such notes: copy it to {notes} to study it here, or delete it to take it out on all machines"
        "{mirror} 来自其他机器，你的文件夹中没有对应的笔记：复制到 {notes} 即可在本机学习，删除它则在所有机器上移除";
    Unwritten { notes: String, why: Quoted } = "{notes}: the changes stay in its copy: {why}" "{notes}：改动留在副本中：{why}";
    Arrived { files: usize, notes: String }
        = [files: "changes of 1 file arrived from another machine and wait; `backprop import {notes}` shows them", "changes of {files} files arrived from another machine and wait; `backprop import {notes}` shows them"]
        "其他机器传来 {files} 个文件的改动，等待确认；`backprop import {notes}` 可查看";

    // Folders.
    LargerThan { most: u64 } = "it is larger than {most} MB" "超过 {most} MB";
    NotUtf8 = "it is not UTF-8" "不是 UTF-8 编码";
    TooManyBelow { why: Quoted } = "{why}; name the folder that holds your notes" "{why}；请指定存放笔记的文件夹";
    FilesBelow { most: usize } = "more than {most} files stand below it" "其中有超过 {most} 个文件";
    NotesBelow { most: usize } = "more than {most} files of notes stand below it" "其中有超过 {most} 个笔记文件";
    ReaderFailed = "the reader failed on this file, which is a fault of this program; nothing else is affected, please report it with the file" "解析时出错，这是本程序的缺陷；其他文件不受影响，请附上这个文件反馈";
    NoFile = "neither a file nor a folder" "既不是文件也不是文件夹";
    RootOfAll = "it is the root of all folders" "这是根目录";
}
