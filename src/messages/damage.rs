//! Why a file of another program cannot be read, or not whole.

use super::quoted::Quoted;

messages! {
    /// Why a file of another program cannot be read.
    pub enum Damage;

    /// What a library says of it, which has no words in Chinese.
    Unreadable { why: String } = "{why}" "内容损坏或不完整";
    Part { name: String, why: Quoted } = "{name}: {why}" "{name}：{why}";
    Empty = "it is empty" "内容为空";
    EndsEarly = "it ends too early" "内容不完整";

    // Bounds.
    TooMuchText { mb: usize } = "it has more than {mb} MB of text" "文字超过 {mb} MB";
    TooManyCards { cards: usize, mb: usize } = "it has more than {cards} cards or {mb} MB of text" "卡片超过 {cards} 张，或文字超过 {mb} MB";
    TooManyPages { pages: usize, mb: usize } = "it has more than {pages} pages or {mb} MB of text" "页面超过 {pages} 个，或文字超过 {mb} MB";
    TooManyCells { cells: usize } = "it has more than {cells} cells" "单元格超过 {cells} 个";
    TooLarge { mb: usize } = "it is larger than {mb} MB; split it" "超过 {mb} MB，请拆分";
    PictureTooLarge { mb: u64 } = "is larger than {mb} MB" "超过 {mb} MB";
    TooManyFiles { files: usize } = "it holds more than {files} files" "其中的文件超过 {files} 个";
    TooManyArchives { archives: usize } = "it holds more than {archives} archives" "其中的压缩包超过 {archives} 个";
    ArchivesTooLarge { mb: usize } = "its archives unpack to more than {mb} MB" "其中的压缩包解开后超过 {mb} MB";
    FileTooLarge { name: String, mb: u64 } = "{name} is larger than {mb} MB when unpacked" "{name} 解开后超过 {mb} MB";
    NotUtf8 { name: String } = "{name} is no UTF-8 text" "{name} 不是 UTF-8 文本";

    // XML.
    ClosesTooMuch = "it closes more than it opens" "结束标签多于开始标签";
    TooDeep { levels: usize } = "it is nested deeper than {levels} levels" "嵌套超过 {levels} 层";
    TooManyElements { elements: usize } = "it has more than {elements} elements" "元素超过 {elements} 个";

    // Packages of Anki.
    NoPackage { why: Quoted } = "it is no package of Anki: {why}" "不是 Anki 牌组包：{why}";
    NoCollection = "it has no collection" "里面没有卡片数据库";
    NotInside = "is not in the package" "不在牌组包里";
    MediaList { why: Quoted } = "its list of media files is damaged: {why}" "媒体文件清单已损坏：{why}";
    File { name: String, why: Quoted } = "{name} is damaged: {why}" "{name} 已损坏：{why}";
    Collection { why: Quoted } = "its collection is damaged: {why}" "卡片数据库已损坏：{why}";
    NoTable { table: &'static str } = "its collection has no plain table of {table}" "卡片数据库里没有普通的 {table} 表";
    TooManyRows { most: usize, what: &'static str } = "it holds more than {most} {what}" "其中的 {what} 超过 {most} 条";
    NoNotes = "it holds no notes that make cards" "里面没有能生成卡片的笔记";
    NotBuilt = "this build reads no packages of Anki" "此版本不支持 Anki 牌组包";
}
