//! What the settings are called and what they do, and what is wrong in their files.

use super::quoted::Quoted;

/// A setting's words in one language.
#[derive(Debug, Clone, Copy)]
pub struct SettingWords {
    /// Its name.
    pub label: &'static str,
    /// What it does.
    pub about: &'static str,
}

/// Makes the table of words: a row has the key of a setting, its name and what it does, in both languages. The
/// table of settings asks for every row, and for no other.
macro_rules! settings {
    ($( $key:ident = $english:literal: $about:literal, $chinese:literal: $does:literal; )*) => {
        /// The words of every setting, under its key.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "the text of a row says what it is")]
        pub struct SettingLabels {
            $( pub $key: SettingWords, )*
        }

        pub(super) static ENGLISH: SettingLabels =
            SettingLabels { $( $key: SettingWords { label: $english, about: $about }, )* };

        pub(super) static CHINESE: SettingLabels =
            SettingLabels { $( $key: SettingWords { label: $chinese, about: $does }, )* };
    };
}

settings! {
    new_cards =
        "New cards a day": "How many cards may be seen for the first time on one day.",
        "每天新卡": "每天最多新学多少张卡片。";
    reviews =
        "Reviews a day": "How many due cards may be asked on one day.",
        "每天复习": "每天最多复习多少张到期的卡片。";
    retention =
        "Desired retention": "A card comes back when the probability of recall falls to this. Higher means more work.",
        "目标保持率": "预计保持率降到这个值时卡片再次出现。越高，复习越多。";
    learning_steps =
        "Learning steps": "Delays before a new card graduates to days.",
        "学习步骤": "新卡进入按天复习之前的等待时间。";
    relearning_steps =
        "Relearning steps": "Delays before a forgotten card graduates again.",
        "重学步骤": "忘记的卡片重新进入按天复习之前的等待时间。";
    longest_interval =
        "Maximum interval": "The longest a card stays away, in days.",
        "最长间隔": "卡片再次出现前最多等待的天数。";
    day_starts_at =
        "Day starts at": "The hour at which a study day begins, for people who study late.",
        "一天从几点开始": "学习日在几点切换，适合晚睡的人。";
    siblings_apart =
        "Siblings apart": "Cards of one source item (two directions, several holes) never come close together.",
        "同源卡片错开": "同一条笔记的卡片（正反两面、多个填空）不会接连出现。";
    track =
        "Track": "The kind of position you prepare for; cards for other positions are left out everywhere.",
        "方向": "准备哪类岗位；其他方向的卡片在各处都不出现。“全部”不排除任何卡片。";
    decks_off =
        "Decks switched off": "They are studied only when they are named; x on the home screen switches them.",
        "停用的卡组": "只有指名时才学习；在主页按 x 停用或启用。";
    space_grades =
        "Space grades": "Space shows the answer, turns its pages and at the end grades good, or as suggested.",
        "空格键评分": "空格键显示答案、翻页，到末尾时评为良好或采用建议。";
    language =
        "Language": "The language of the program.",
        "语言": "程序的语言。";
    theme =
        "Theme": "Colours. Auto picks by the terminal; none uses bold and reverse only.",
        "配色": "颜色。自动：按终端选择；无颜色：只用粗体和反色。";
    images =
        "Images": "How images are shown; auto takes the best the terminal is known for. At the next start.",
        "图片": "图片的显示方式；自动：用终端已知的最好方式。下次启动时生效。";
    hyperlinks =
        "Hyperlinks": "Links that the terminal opens itself. Auto: where it is known to have them.",
        "超链接": "由终端自己打开的链接。自动：已知终端支持时使用。";
    mouse =
        "Mouse": "Clicks and the wheel work here; off leaves the mouse to the terminal. Key: m.",
        "鼠标": "点击和滚轮在这里起作用；关：把鼠标交给终端。快捷键 m。";
    borders =
        "Borders": "Lines of characters that every terminal has, or drawn ones. Auto: by the locale.",
        "边框": "用所有终端都有的字符画线，或用制表符。自动：按区域设置。";
    ask_background =
        "Ask for the background": "Ask the terminal for its background at the start. Auto: not over SSH.",
        "检测终端背景色": "启动时询问终端的背景色。自动：SSH 下不询问。";
    mode =
        "Mode": "How cards are asked.",
        "提问方式": "卡片用什么方式提问。";
    deck_modes =
        "Modes of decks": "Decks that are asked in a mode of their own; written in the file.",
        "卡组的提问方式": "某些卡组单独的提问方式，在设置文件里填写。";
    confidence =
        "Ask how sure": "Before the answer is shown you say how sure you are.",
        "作答前自评把握": "显示答案之前先问你有多大把握。";
    clock =
        "Clock": "A clock of 60 to 90 seconds, by the size of the answer, runs while you answer aloud.",
        "计时": "口头作答时显示倒计时，按答案长短为 60 到 90 秒。";
    keep_answers =
        "Keep answers": "The log keeps what you write; the card and the error notebook show it again.",
        "保留作答": "记录里保留你写的答案，卡片详情和错题本里可以再看。";
    grader =
        "Grader": "A program that judges typed answers. Set in machine.toml, which sync never shares.",
        "评分程序": "评判书面回答的外部程序。写在 machine.toml 里，sync 从不共享它。";
    grader_input =
        "Input of the grader": "json: question, points and answer as one object; prompt: a whole prompt for any language model.",
        "评分程序的输入": "json：题目、要点和回答作为一个对象；提示词：给任意语言模型的完整提示词。";
    grader_seconds =
        "Grader's time": "A grader that has not answered after so many seconds is stopped.",
        "评分程序限时": "过了这么多秒还没有结果就停止它。";
    editor =
        "Editor": "Your editor; empty: $VISUAL or $EDITOR. Set in machine.toml, which sync never shares.",
        "编辑器": "你的编辑器；留空则用 $VISUAL 或 $EDITOR。写在 machine.toml 里，sync 从不共享它。";
    browser =
        "Browser": "Opens links; empty: the system's. Set in machine.toml, which sync never shares.",
        "浏览器": "打开链接的程序；留空则用系统默认。写在 machine.toml 里，sync 从不共享它。";
    python =
        "Python": "Runs the tests of code cards; empty: python3. Set in machine.toml, which sync never shares.",
        "Python": "运行代码卡片测试的 Python；留空则用 python3。写在 machine.toml 里，sync 从不共享它。";
}

messages! {
    /// What is wrong in a file of settings, and what is allowed.
    pub enum SettingMessage;

    FileHead = "backprop's settings. What is wrong here is reported at the start, and does not count." "backprop 的设置。写错的内容会在启动时指出，不生效。";
    FileAbout { about: &'static str, allowed: Quoted } = "{about} Allowed: {allowed}." "{about}可用的值：{allowed}。";
    FileKeys = "Keys of actions, such as: good = [\"3\", \"Ctrl-g\"]. A wrong name is reported with all names there are."
        "操作的按键，例如：good = [\"3\", \"Ctrl-g\"]。名称写错时会列出全部可用名称。";
    FileWeights = "FSRS-6 weights fitted by `backprop tune`: 21 numbers, or none for the published ones."
        "由 `backprop tune` 拟合的 FSRS-6 参数：21 个数；留空则使用公开的参数。";
    FileWeightsBefore = "The weights before these; `backprop tune --revert` takes them back." "上一组参数；`backprop tune --revert` 恢复它们。";
    NotToml { error: String } = "not TOML: {error}; no setting of it was read" "不是 TOML，其中的设置都没有读取";
    NotTable { name: String, tables: String } = "{name}: not a table; tables: {tables}" "{name}：应当是表；可用的表：{tables}";
    NoTable { name: String, near: Quoted, tables: String } =
        "there is no table [{name}]{near} tables: {tables}" "没有名为 [{name}] 的表{near}可用的表：{tables}";
    NoSetting { name: String, near: Quoted, known: String } =
        "there is no setting {name}{near} allowed: {known}" "没有名为 {name} 的设置{near}可用：{known}";
    DidYouMean { name: String } = "; did you mean {name}?" "，是不是 {name}？";
    NothingNear = ";" "；";
    Elsewhere { name: String, key: String, table: String, file: &'static str } =
        "there is no setting {name}; {key} belongs below [{table}] in {file}" "没有名为 {name} 的设置；{key} 应写在 {file} 的 [{table}] 下";
    OfMachine { name: String, key: String } =
        "there is no setting {name}; {key} belongs in machine.toml, above its tables, and is never shared"
        "没有名为 {name} 的设置；{key} 应写在 machine.toml 里所有表之前，从不共享";
    NotAllowed { key: String, value: String, near: Quoted, allowed: Quoted } =
        "{key}: {value} is not allowed{near} allowed is {allowed}" "{key}：不接受 {value}{near}可用的值：{allowed}";
    Allowed { key: String, allowed: Quoted } = "{key}: allowed is {allowed}" "{key}：可用的值：{allowed}";
    KeyWanted { key: String } =
        "{key}: write a key such as \"x\", \"Ctrl-x\", \"PgDn\", or a list of them" "{key}：请写按键，如 \"x\"、\"Ctrl-x\"、\"PgDn\"，或按键的列表";
    GraderOffered { key: &'static str } =
        "{key}: a program is not run from here, for this file may come from another machine; confirm it in the settings (key ,), or move the line to machine.toml beside it"
        "{key}：这里写的程序不会运行，因为此文件可能来自其他机器；请在设置（按 ,）里确认，或把这一行移到旁边的 machine.toml";
    RunGraderAgain { key: &'static str } =
        "{key}: `backprop grader` writes this table; run it again" "{key}：此表由 `backprop grader` 写入；请重新运行它";
    NotWeights { key: String } = "{key}: allowed is a list of 21 numbers, or an empty one" "{key}：应为 21 个数的列表，或空列表";

    // What is allowed.
    Number { least: String, most: String } = "a number from {least} to {most}" "{least} 到 {most} 的数";
    Hour = "an hour from 0 to 23" "0 到 23 点";
    Spans { example: &'static str } = "a list of spans such as {example}, with the units s, m, h, d" "时间的列表，如 {example}，单位有 s、m、h、d";
    OneOf { names: String } = "{names}" "{names}";
    DeckNames =
        "a list of names of decks such as [\"vision\", \"classic-ml\"]" "卡组名称的列表，如 [\"vision\", \"classic-ml\"]";
    DeckModes =
        "a list such as [\"deep-learning=typed\"], the name of a deck before the sign" "列表，如 [\"deep-learning=typed\"]，等号前是卡组名称";
    Program =
        "the program with its arguments, run without a shell; empty for none" "程序及其参数，不经过 shell 运行；留空表示没有";
}
