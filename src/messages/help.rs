//! What `--help` says of commands and their options.

messages! {
    /// The help of the command line.
    pub enum Help;

    Program = "Flashcards for deep-learning interviews, in a terminal" "终端里的深度学习面试记忆卡片";
    ProgramLong =
        "Flashcards for deep-learning interviews, in a terminal.\n\nWithout a command: the home screen. Any Markdown file of numbered questions can be studied as it is: `backprop study notes.md`."
        "终端里的深度学习面试记忆卡片。\n\n不带命令时打开主界面。任何带编号问题的 Markdown 文件都可以直接学：`backprop study 笔记.md`。";
    PrintHelp = "Print help" "显示帮助";
    PrintVersion = "Print version" "显示版本";

    Study = "Study at once: decks, or files and folders that need no import" "立即学习：卡组，或无需导入的文件和文件夹";
    Interview = "A mock interview: questions against the clock, graded at the end" "模拟面试：限时答题，结束后统一打分";
    Import = "Add decks: copy notes or packages of Anki into the library, or link to notes" "添加卡组：导入笔记或 Anki 牌组包，也可以只关联笔记";
    Remove = "Take imported decks out of the library; progress stays, copies are moved aside" "移除导入的卡组；进度保留，副本移到一旁";
    Check = "Read notes without importing them; print the cards and what is odd about them" "只读取笔记而不导入，列出卡片和可疑之处";
    Cards = "List cards with their memory" "列出卡片及其记忆状态";
    Next = "Print the card a session would ask now, with its answer and the interval of each grade" "显示现在该学的卡片、答案和各评分对应的间隔";
    Plan = "The day of an interview, minutes a day, and what to expect" "面试日期、每日学习时长和预期效果";
    Grade = "Grade a card, as in a session" "给一张卡片评分，与学习时相同";
    Answer = "Lay a typed answer beside the points of a card" "将写下的答案与卡片要点逐条对照";
    Grader = "Measure your grader of typed answers on marked answers, before its ticks count" "用标注过的回答测量你的评分程序，合格后它的勾才算数";
    Undo = "Take back what was done last, in earlier sessions too: answers, reports, notes, the plan" "撤销最近所做的，包括以前的：回答、面试记录、笔记、计划";
    Asked = "Note that a real interview asked a card, and how that went" "记录真实面试问到的卡片和作答情况";
    Note = "Print or write your own note on a card, which is shown below its answer" "查看或填写卡片的个人笔记，显示在答案下方";
    Stats = "Show statistics: what was done, what is known, what will come" "查看统计：学了多少、掌握多少、接下来要学多少";
    Export = "Write reviews, decks or statistics for other programs" "导出复习记录、卡组或统计，供其他程序使用";
    Tune = "Fit the weights of the memory model to your own answers" "用自己的作答记录优化记忆模型的参数";
    Merge = "Unite progress files of other machines or folders with yours" "合并其他机器或文件夹的进度文件";
    Sync = "Keep decks and progress alike on several machines, through a git repository" "通过 git 仓库在多台机器间同步卡组和进度";
    Backup = "Write one archive of progress, decks, settings and notes, or bring one back" "将进度、卡组、设置和笔记备份成一个文件，或从备份恢复";
    Doctor = "Check files, settings, terminal and clock, and say what to do" "检查文件、设置、终端和时钟，并给出处理办法";
    Completions = "Print completions for a shell" "生成 shell 补全脚本";
    Man = "Print the manual page, for `man -l -`" "生成 man 手册页，可用 `man -l -` 阅读";
    Licences = "Print the licences of the program and of what it is built of" "显示本程序及所用组件的许可证";
    HelpCommand = "Show a page of the manual, or the help of a command" "显示手册的一页，或某个命令的帮助";

    DataDir = "Keep progress, settings and cache below this folder (or set BACKPROP_DATA_DIR)" "进度、设置和缓存都放在此文件夹下（也可设置 BACKPROP_DATA_DIR）";
    Lang = "Language of the program and of cards that have both; the locale decides otherwise" "程序和双语卡片的语言；默认由系统区域设置决定";
    Json = "Print JSON for programs" "输出供程序使用的 JSON";
    At = "The time to look from, RFC 3339; default now" "以哪个时刻为准，RFC 3339 格式；默认现在";
    Style = "Read every file in this style instead of the one that fits best" "所有文件都按此格式解析，不自动选择";
    StyleOfSources = "Read files and folders in this style instead of the one that fits best" "文件和文件夹都按此格式解析，不自动选择";
    Sources = "Decks, files or folders; none means all decks" "卡组、文件或文件夹；不写则为全部卡组";
    OnlySources = "Only these decks, files or folders" "仅限这些卡组、文件或文件夹";
    Topic = "Only cards below a heading that contains this" "仅限标题包含此文字的主题";
    CardId = "The card's id, as `next` and `cards` print it, or the beginning of it" "卡片 ID，即 `next` 和 `cards` 显示的那个；写开头几位也行";
    NotesOfCard = "Notes that are not imported, where the card stands" "卡片所在的未导入笔记";

    StudyMode = "How cards are asked, instead of what the settings say" "提问方式，代替设置中的方式";
    Track = "Only cards for this kind of position, instead of what the settings say" "只用这一方向的卡片，代替设置中的方向";
    StudyNew = "At most this many new cards, instead of what the day's limit leaves" "最多学多少张新卡，代替当天剩余的限额";
    StudyLimit = "Stop after this many answers" "答完多少次后停止";
    InterviewQuestions = "How many questions, 1 to 100" "题数，1 到 100";
    InterviewMinutes = "Minutes for all of them, 1 to 240" "总时长（分钟），1 到 240";
    AnswerFile = "The file with the answer, as UTF-8; `-` or none reads standard input" "答案文件，UTF-8 编码；写 `-` 或不写则读标准输入";
    AnswerRecord = "Log the answer with the grade that is suggested, or with --grade" "将答案记入日志，评分取建议值或 --grade 的值";
    AnswerNoGrader = "Compare only, also where a grader is set" "只做对照，设置了评分程序也不用";
    GraderLimit =
        "Measure on at most N answers, cheats included; fewer than 40 marked ones of a language prove nothing"
        "最多用 N 份回答测量，含作弊的；一种语言不到 40 份标注的回答说明不了什么";
    GraderDryRun = "Say how many requests it would be and show the first one; nothing is run or sent" "只显示请求的次数和第一次的内容，不运行也不发送";
    AnswerGrade = "The grade to log" "要记录的评分";
    AskedWent = "How it went" "答得怎么样";
    AskedFrom =
        "A report of interviews, questions below headings: each card that one of them asks is noted, and questions that no card asks go to your own deck, to be answered"
        "面经文件，标题下列出问题：对应的卡片会被记录，没有对应卡片的问题加入你自己的卡组，等待填写答案";
    AskedChoose = "Which card a question asks: its line and the number in the list, 12:1; 12:0 for none, 12:x to leave it out; may be given several times" "指定题目问的是哪张卡片：行号和列表里的序号，如 12:1；都不是写 12:0，不记录写 12:x；可多次使用";
    AskedDryRun = "Only show what of the report would be noted" "只显示会记录哪些内容，不实际记录";
    BackupFile = "The archive to write, or the folder for it; otherwise a new file here, named by the day" "备份文件，或存放它的文件夹；不写则在当前文件夹按日期命名";
    BackupRestore = "Bring this backup back; what it replaces is moved aside first" "从这个备份恢复；被替换的文件先移到一旁";
    BackupDryRun = "Only say what bringing it back would change" "只说明恢复会改动什么，不实际执行";
    BackupYes = "Bring it back without asking" "不询问，直接恢复";
    CardsWhat = "Decks, files or folders, and filters: is:unanswered, topic:CNN, deck:notes" "卡组、文件或文件夹，以及筛选：状态:无答案、主题:CNN、卡组:notes（也可写 is:、topic:、deck:）";
    CardsDeck = "Only this deck, file or folder; may be given several times" "仅限此卡组、文件或文件夹；可写多次";
    CardsDue = "Only cards that are due" "仅限到期的卡片";
    CheckPaths = "Files or folders of notes, also those of other programs; - reads standard input" "笔记文件或文件夹，支持其他程序的格式；- 读标准输入";
    Shell = "The shell" "哪种 shell";
    DoctorRepair = "Repair what can be repaired: shows what will be done, and asks" "修复可以修复的问题：先列出要做的事，再询问";
    DoctorYes = "Repair without asking" "不询问，直接修复";
    ExportWhat = "What to export" "导出什么";
    ExportFormat = "The format; the first one listed below otherwise" "格式；默认取下面列出的第一种";
    ExportOutput = "Write into this file instead of stdout" "写入此文件，而不是标准输出";
    GradeGrade = "How well it was recalled" "记得怎么样";
    GradeMs = "How long the answer took, in milliseconds" "作答用时，毫秒";
    GradeAt = "When it was answered, RFC 3339; default now" "作答时间，RFC 3339 格式；默认现在";
    HelpSubject = "A page of the manual, or a command" "手册页名或命令名";
    ImportPaths = "Files or folders of notes, or packages of Anki; - reads standard input; none reads everything imported again" "笔记文件、文件夹或 Anki 牌组包；- 表示标准输入；不写则重新读取全部已导入的内容";
    ImportDeck = "Name of the deck; the file's own otherwise. All files named go into this one deck" "卡组名，默认用文件名；列出的文件全部归入这一卡组";
    ImportLink =
        "Refer to the notes where they stand, which is the rule: they stay the truth, edits show up, and a mirror serves when they are away"
        "直接关联原处的笔记（默认）：以原文件为准，改动随时生效，原文件不在时使用镜像";
    ImportCopy = "Make a deck that lives in the data folder alone" "复制成只存在数据文件夹中的卡组";
    ImportAccept = "Take what arrived from other machines into the notes, and let files that went be gone" "接受其他机器传来的改动，并确认已删除的文件";
    ImportDecline = "Leave the notes as they are, and keep aside what arrived from other machines" "笔记保持原样，其他机器传来的改动另存";
    ImportDryRun = "Say what would be done, and do nothing" "只说明会做什么，不实际执行";
    ImportYes = "Import without a preview and without questions" "直接导入，不预览也不询问";
    ImportMerge = "Make cards that stand twice one card" "将重复的卡片合并为一张";
    ImportUndo = "Take back that an edited card was given this card's progress, or that two were merged" "撤销此卡片的进度转移或合并";
    ManCommand = "The page of this command instead of the program's" "某个命令的手册页，而不是整个程序的";
    ManManual = "This page of the manual, which `backprop help` lists" "手册的这一页，页名见 `backprop help`";
    ManAll = "Write all pages into this folder" "将所有手册页写入此文件夹";
    MergeFiles = "Progress files, or data folders that have one; they stay as they are" "进度文件，或含有进度文件的数据文件夹；它们保持原样";
    NoteText =
        "The note, instead of the one before; `-` reads it from standard input, `\"\"` removes it; without it, the note is printed"
        "新的笔记内容，替换原有的；`-` 读标准输入，`\"\"` 删除笔记；不写则显示现有笔记";
    PlanSources = "Decks, files or folders to look at; none means all decks" "要查看的卡组、文件或文件夹；不写则为全部卡组";
    PlanDate =
        "The day of the interview: 2026-12-05, 12-5, 5 Dec, +10d, tomorrow"
        "面试日期：2026-12-05、12-5、12月5日、+10d、明天";
    PlanAlso =
        "A further interview on this day: noted, changed with --at, --minutes and --weight, taken back with --clear; the nearest one counts"
        "这一天的另一场面试：可记下，用 --at、--minutes、--weight 修改，用 --clear 取消；以最近的一场为准";
    PlanAt =
        "The hour of the interview, 14:00; none takes it away. Or an instant in RFC 3339: look from there"
        "面试时刻，如 14:00；none 表示取消。或 RFC 3339 时间：从那一刻看";
    PlanMinutes = "Minutes of study a day" "每天学习多少分钟";
    PlanWeight =
        "How much a deck or a topic matters, 0 for not at all: deep-learning=2, \"deep-learning/CNN=0\"; nothing after the = takes the weight away; may be given several times"
        "卡组或主题的权重，0 表示不学：deep-learning=2、\"deep-learning/CNN=0\"；= 后留空则取消权重；可写多次";
    PlanClear = "Take the plan back: spaced repetition without a date" "取消计划，恢复为不设日期的间隔复习";
    PlanSimulate = "Compare the plan with plain spaced repetition on your own decks, with simulated learners" "用模拟学习者在你的卡组上对比计划与普通间隔复习";
    PlanSheet = "Print the cards most likely to fail as Markdown, as many as can be read in M minutes" "以 Markdown 输出最可能答不上来的卡片，数量以 M 分钟能读完为限";
    RemoveDecks = "Imported decks by name, or the files and folders they came from" "已导入的卡组名，或其来源文件和文件夹";
    StatsSources = "Only these decks, files or folders: their cards, and the answers to them" "仅统计这些卡组、文件或文件夹的卡片和回答";
    StatsAt = "The time to look from, RFC 3339; default now. What was answered later does not count" "以哪个时刻为准，RFC 3339 格式；默认现在。之后的回答不计入";
    StatsJson = "Print every figure as JSON for programs" "以 JSON 输出全部数据，供程序使用";
    SyncRemote = "Address of an empty or a shared git repository: ssh, https or a folder; needed only once" "空的或共用的 git 仓库地址：ssh、https 或文件夹；只需写一次";
    SyncRepair = "Fetch the repository anew beside a damaged one, and unite both" "在损坏的仓库旁重新获取一份，再合并两者";
    TuneDryRun = "Say how fitted weights would predict, and change nothing" "只说明优化后的预测效果，不做改动";
    TuneRevert = "Go back to the weights before the last tuning" "恢复上次优化之前的参数";
    UndoCount = "How many answers and other changes; what was done to several cards at once is one" "撤销多少项回答或其他改动；一次对多张卡片所做的算一项";
    UndoRedo = "Bring back what the last undo took back; once more, what the one before it did" "恢复上一次撤销的内容；再用一次，恢复再前一次的";
    UndoYes = "Do not ask, however many" "撤销多次时不询问";

    /// Below the options of the program: the pages of the manual.
    Subjects { pages: String } = "Manual, by `backprop help SUBJECT`:\n{pages}" "手册，用 `backprop help 页名` 阅读：\n{pages}";
    ExportFormats { formats: String } = "Formats:\n{formats}" "格式：\n{formats}";
}
