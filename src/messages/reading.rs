//! What a reading of notes says: what became no card, what is odd about a file, and what is wrong with a
//! drill.

use super::quoted::Quoted;
use super::styles::in_chinese;

messages! {
    /// Of notes that were read.
    pub enum ReadingMessage;

    // What rules take away.
    Marks = "marks" "标记";
    Numbers = "numbers" "编号";
    Labels = "labels" "标签词";
    Addresses = "addresses of links" "链接地址";
    Html = "HTML tags" "HTML 标签";
    Comments = "comments" "注释";
    Languages = "languages of code" "代码语言名";
    Entities = "entities" "字符实体";
    Tags = "tags and block names" "标签和块名";
    Badges = "badges" "徽标";
    Wrappers = "rules and wrappers" "分隔线和外框";
    Headings = "headings above no card" "下面没有卡片的标题";
    Columns = "separators and other columns" "分隔符和其他列";
    Placeholders = "placeholders for answers" "待写答案的占位";

    // Cards.
    AgainInFile { line: usize } = "this question stands in the file already, in line {line}" "这个问题在第 {line} 行已出现过";
    CountsAlone = "it counts as a card of its own; delete or reword one" "按单独的卡片处理；请删除或改写其中一个";
    NoAnswer { question: String } = "no answer: {question}" "没有答案：{question}";
    WriteAnswer = "write one below the question; until then it is not asked" "请在问题下面写答案，否则不会提问";
    AsksInAnswer = "this line is marked as a question, and stands in the answer above" "这一行标为问题，却在上面的答案里";
    MarkAlike = "if it is one, mark it as the other questions are" "若是单独的问题，请用与其他问题相同的标记";
    UnknownPart { part: String } = "not understood in the comment of this card: {part}" "卡片注释中有无法识别的内容：{part}";
    KnownParts =
        "a comment may say id, importance (1 to 3), level (junior, mid, senior), tracks (llm, vision, ml-engineer, research, data) and after (ids)"
        "注释中可写 id、importance（1 到 3）、level（junior、mid、senior）、tracks（llm、vision、ml-engineer、research、data）和 after（若干 ID）";
    MissingSigns { signs: String } = "not all of this card is shown; missing near here: {signs}" "这张卡片没有完整显示，此处附近缺少：{signs}";
    EscapeSigns = "look at the card; a sign that is meant as text is written with a backslash before it" "请查看卡片；要原样显示的符号前请加反斜杠";
    OnNoCard = "this line stands on no card" "这一行不在任何卡片上";
    OurFault = "this is a fault of the program; please report it with the file" "这是程序的错误，请连同文件一起反馈";

    // Lines beside cards.
    ContentsLine = "this line is a table of contents" "这一行是目录";
    ContentsLines { first: usize, last: usize } = "lines {first} to {last} are a table of contents" "第 {first}–{last} 行是目录";
    ContentsLeftOut = "it repeats the headings below, so it is left out" "与下面的标题重复，已略去";
    LinksLine = "this line is only links" "这一行只有链接";
    LinksLines { first: usize, last: usize } = "lines {first} to {last} are only links" "第 {first}–{last} 行只有链接";
    LinksLeftOut = "links and badges are left out" "链接和徽标已略去";
    NoCardLine = "this line belongs to no card" "这一行不属于任何卡片";
    NoCardLines { first: usize, last: usize } = "lines {first} to {last} belong to no card" "第 {first}–{last} 行不属于任何卡片";
    TextLeftOut = "text between a heading and a question is left out" "标题和问题之间的文字已略去";

    // A file without questions.
    NoQuestions = "no questions found in this file" "文件中没有找到问题";
    NumberThem = "number the questions (1. … 2. …) or make each a heading; `--style` forces a reading" "请给问题编号（1. … 2. …）或各设为标题；也可用 `--style` 指定格式";
    Doubtful { lines: usize, doubt: Quoted, style: &'static str } =
        "{lines} lines might be {style} questions, but {doubt}; `--style {style}` reads them (with check, import, study, next)"
        { format!("有 {lines} 行可能是问题，但{doubt}；用 `--style {style}` 可强制读取（适用于 check、import、study、next）", style = in_chinese(style)) };
    FormToFill = "the file is a form to fill in" "文件是待填写的表格";
    AProject = "the file describes a project" "文件像是项目说明";
    LinksElsewhere = "they are links to other places" "它们是指向别处的链接";
    OneIsNotEnough = "one heading or line that asks is not enough" "只有一个标题或一行在提问";
    SmallPart = "they are a small part of the file" "它们只占文件的一小部分";
    FewAsk = "most of them do not ask anything" "其中多数不是提问";
    FewHeadingsAsk = "most headings beside them do not ask" "旁边的标题多数不是提问";
    ColonsElsewhere = "a colon stands behind labels and settings too" "标签和设置后面也会用冒号";

    // Why a reading was taken or not.
    Declared = "the file itself says that it is in this style" "文件自己声明了这种格式";
    AcceptedSo = "it was accepted so when it was imported" "导入时就是这样接受的";
    FitsBest { fit: usize, style: &'static str, other: usize } = "it fits best: {fit}%, then {style} {other}%" { format!("契合度最高：{fit}%，其次 {style} {other}%", style = in_chinese(style)) };
    FitsAlone { fit: usize } = "it fits {fit}%, and no other reading may be taken" "契合度 {fit}%，没有其他可用的读法";
    HasMore { style: &'static str } = "it has what {style} finds, and more of the same list" { format!("包含 {style} 找到的全部，并且同一列表中更多", style = in_chinese(style)) };
    PartsOfOneAnswer { style: &'static str } = "one heading asks, and what {style} finds are the parts of its answer" { format!("只有一个标题在提问，{style} 找到的是它答案的各个部分", style = in_chinese(style)) };
    HasAnswers { style: &'static str } = "it has answers for what {style} finds, which has next to none" { format!("{style} 找到的问题几乎没有答案，这种读法有", style = in_chinese(style)) };
    AsksInside { style: &'static str } = "its labels tell all of the file, and what {style} finds besides stands in its answers" { format!("它的标签涵盖全文，{style} 多出的问题都在它的答案里", style = in_chinese(style)) };
    LabelsAsk { style: &'static str } = "its labels ask, and what {style} finds are the titles above them" { format!("标签下才是问题，{style} 找到的是它们上方的标题", style = in_chinese(style)) };
    Fits { fit: usize } = "it fits {fit}%" "契合度 {fit}%";

    // Characters.
    TooLarge = "a file of notes may have 512 MiB" "笔记文件最大 512 MiB";
    SplitIt = "split the file" "请拆分文件";
    NoText = "this is no text" "这不是文本";
    LeftAlone = "notes are text files; this one was left alone" "笔记应为文本文件，此文件未处理";
    DamagedBytes { encoding: String } = "bytes that are not {encoding} text; they are shown as �" "有不属于 {encoding} 的字节，显示为 �";
    SaveAsUtf8 = "save the file as UTF-8" "请将文件存为 UTF-8";
    MoreDamagedBytes { lines: usize } = "{lines} more lines have such bytes from here on" "从这里起另有 {lines} 行含这样的字节";

    // Numbers and columns.
    StartsAt { number: u64 } = "the numbering starts at {number}" "编号从 {number} 开始";
    NumberFromOne = "nothing is lost; number from 1 if a question is missing" "没有丢失内容；若缺少问题请从 1 开始编号";
    NumberAgain { number: u64, line: u64 } = "number {number} again, after line {line}" "编号 {number} 重复，前一个在第 {line} 行";
    RenumberOne = "both were read as questions; renumber one of them" "两个都按问题读取；请改正其中一个编号";
    NumberMissing { missing: u64, number: u64, line: u64 } = "number {missing} is missing: {number} stands on line {line}" "缺少编号 {missing}：{number} 在第 {line} 行";
    NumbersMissing { from: u64, to: u64, number: u64, line: u64 } = "numbers {from} to {to} are missing: {number} stands on line {line}" "缺少编号 {from} 到 {to}：{number} 在第 {line} 行";
    Renumber = "nothing is lost; renumber if no question is missing" "没有丢失内容；若不缺问题请重新编号";
    ColumnsNotShown { columns: String } = "columns that are not shown: {columns}" "未显示的列：{columns}";
    ColumnNotShown { columns: String } = "a column is not shown: {columns}" "未显示的列：{columns}";
    TableColumnsNotShown { columns: String } = "columns are not shown: {columns}" "未显示的列：{columns}";
    FieldsNotShown { fields: String } = "fields that are not shown: {fields}" "未显示的字段：{fields}";
    RecordFields = "a card takes its question, its options, its answer with what explains it, and its topic" "卡片只取问题、选项、带解释的答案和主题";
    CsvColumns = "a card takes its question, its answer, its topic and its deck" "卡片只取问题、答案、主题和卡组";
    TooManyFields { fields: usize, width: usize, beyond: String } = "this row has {fields} fields where the first has {width}: {beyond}" "这一行有 {fields} 个字段，首行只有 {width} 个：{beyond}";
    QuoteFields = "what is too much is shown with the answer; a field with a comma stands in quotes" "多出的内容附在答案后；含逗号的字段请加引号";
    TooManyCells { beyond: String } = "this row has more cells than the table has columns: {beyond}" "这一行的单元格多于表格的列：{beyond}";
    EscapeBar = "they are shown with the answer; a bar that is meant as text is written `\\|`" "多出的内容附在答案后；要原样显示的竖线请写成 `\\|`";
    TableColumns = "a card takes one column for its question and one for its answer" "卡片只取一列问题和一列答案";
    Converted { format: String } = "read as {format}; the lines are those of its text as Markdown" { format!("这是{}，行号按转换后的 Markdown 计", super::formats::named(format)) };
    ConvertedStays = "importing it makes notes in Markdown; the file itself is never changed" "导入时生成 Markdown 笔记，原文件不会改动";
    OthersComplete = "the other cards are complete" "其他卡片完整";
    StyleChanged { style: String, old: String } = "it is read in the style {style} now; it was read in {old}" { format!("现在按 {style} 解析，以前按 {old} 解析", style = in_chinese(style), old = in_chinese(old)) };
    KeepStyle { old: String } = "`--style {old}` keeps the cards as they were" "用 `--style {old}` 保持原来的卡片";

    // Images of notes.
    ImageLeft { target: String, why: Quoted } = "the image {target} {why}" "图片 {target} {why}";
    LeavesFolder = "leaves the notes' folder" "在笔记文件夹之外";
    LeavesByLink = "leaves the notes' folder through a link" "通过链接指向笔记文件夹之外";
    NotThere = "is not there" "不存在";
    NoImage = "is no image file" "不是图片文件";
    ImageTooLarge { megabytes: u64 } = "is too large to be copied ({megabytes} MB)" "太大，无法复制（{megabytes} MB）";
    ImageUnreadable { cause: Quoted } = "cannot be read: {cause}" "无法读取：{cause}";
    ImagesInside = "only images inside the notes' folder are carried along; the text of the card is complete" "只带上笔记文件夹内的图片；卡片文字完整";

    // A copy that was edited.
    BothChanged = "the notes and their copy were both changed; both changes stand in the copy" "笔记和副本都有改动，副本中保留两者";
    LinkForBoth = "`--link` lets the notes have them too" "用 `--link` 可让笔记也得到这些改动";
    SameLines = "the notes and their copy were changed in the same lines; the notes' lines stand" "笔记和副本改动了相同的行，以笔记为准";
    CopyReplaced = "the imported copy had been edited; the notes replace it" "导入的副本被编辑过，已用笔记替换";
    EditedCopyIn { path: String } = "the edited copy is in {path}" "编辑过的副本保存在 {path}";
}

messages! {
    /// Of the drills of a card.
    pub enum DrillFault;

    NoQuestion = "the drill has no question" "练习没有题目";
    NoAnswer = "the drill has no line `answer = formula unit`" "练习没有 `answer = 算式 单位` 这一行";
    Line { line: String } = "not `name = value, …`: {line}" "不是 `名字 = 值, …` 的形式：{line}";
    Value { value: String } = "not a number: {value}" "不是数字：{value}";
    Formula { formula: String } = "not a formula of the drill's parameters: {formula}" "不是由本练习的参数组成的算式：{formula}";
    Reserved { name: String } = "the parameter {name} has the name of a constant or function of formulas" "参数 {name} 与算式中的常数或函数同名";
    NotFinite { values: String } = "no finite answer for {values}" "取值 {values} 时答案不是有限的数";
    TooLong { most: usize, longest: usize } = "more than {most} parameters or values, or a formula of more than {longest} bytes" "参数或取值超过 {most} 个，或算式超过 {longest} 字节";

    // Ways out.
    Rename { name: String } = "call it {name}_1 or n_{name}, in the question and the formula too; E, e, PI and TAU are constants, log, min and the like are functions" "请改名为 {name}_1 或 n_{name}，题目和算式中也要改；E、e、PI、TAU 是常数，log、min 等是函数";
    Form = "a drill is its question, a line `name = value, …` for each {{name}} in it, `answer = formula unit` and `tolerance = 5%`; until it is mended the card is asked in other ways" "练习的写法：题目，题中每个 {{名字}} 一行 `名字 = 值, …`，然后 `answer = 算式 单位` 和 `tolerance = 5%`；改好之前用其他方式提问这张卡片";
}

impl DrillFault {
    /// The way out.
    pub fn help(&self) -> DrillFault {
        match self {
            DrillFault::Reserved { name } => DrillFault::Rename { name: name.clone() },
            _ => DrillFault::Form,
        }
    }
}
