//! What is wrong with a list of decks, or with a line of it.

use super::quoted::Quoted;

messages! {
    /// Why a list of decks, or a line of it, does not count.
    pub enum ListFault;

    /// What the reader of JSON says.
    Json { why: String } = "{why}" "JSON 有误";
    NotAList = "not a list of decks" "不是卡组清单";
    Newer { version: u32 } = "written by a newer backprop (version {version})" "由更新版本的 backprop 写入（版本 {version}）";
    TooManyLines { lines: usize } = "it has more than {lines} lines" "超过 {lines} 行";
    Entry { number: usize, why: Quoted } = "entry {number}: {why}" "第 {number} 项：{why}";
    LeftOut { deck: String, why: Quoted } =
        "the line of deck {deck:?} is left out: {why}" "卡组 {deck:?} 的那一项不共享：{why}";

    // Lines.
    NotInside { copy: String } = "its copy {copy:?} is no plain path below decks/" "副本 {copy:?} 不是 decks/ 下的普通路径";
    NoCopy = "it names no copy" "没有写副本";
    NotAbsolute = "its source is no absolute path" "来源不是绝对路径";
    Outside = "it names notes outside the data folder" "指向数据文件夹以外的笔记";
    NotText = "its copy is no text" "副本的路径不是文本";
    NotNotes = "its copy is no plain path of notes below decks/" "副本不是 decks/ 下笔记的普通路径";
    LongName = "a name in it is too long" "其中的名称过长";
}
