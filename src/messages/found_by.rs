//! Other words by which people look for what the palette has, besides what it is called.

table! {
    /// Words by which the entries of the palette are found, in one language.
    pub struct FoundByMessages;

    /// Of `home`.
    home = "start, decks, dashboard", "首页、卡组";
    /// Of `study-all`.
    study_all = "learn, review", "复习、开始";
    /// Of `browse`.
    browse = "cards, search, find, list", "卡片、搜索、查找、列表";
    /// Of `interview`.
    interview = "simulate, exam, test", "考试、测试";
    /// Of `plan`.
    plan = "date, day, schedule, minutes", "日期、日程、安排";
    /// Of `after`.
    after = "how did it go", "面试结束";
    /// Of `sheet`.
    sheet = "print", "打印、速记";
    /// Of `stats`.
    stats = "figures, progress, charts", "进度、图表、数据";
    /// Of `add`.
    add = "write, create", "添加、写卡片";
    /// Of `settings`.
    settings = "options, preferences, configuration", "选项、配置、偏好";
    /// Of `manual`.
    manual = "docs, guide, how to", "文档、教程、说明书";
    /// Of `keys`.
    keys = "shortcuts", "快捷键、按键";
    /// Of `import`.
    import = "add, open, load, markdown", "添加、打开、笔记";
    /// Of `remove`.
    remove = "delete, uninstall", "删除、卸载";
    /// Of `export`.
    export = "csv, anki, json, markdown", "输出、保存";
    /// Of `sync`.
    sync = "git, push, pull, cloud", "云端、推送、拉取";
    /// Of `merge`.
    merge = "union, combine", "合起来";
    /// Of `backup`.
    backup = "archive, zip, save", "存档、压缩";
    /// Of `restore`.
    restore = "archive, zip, load", "还原、存档";
    /// Of `report`.
    report = "questions that were asked", "面经";
    /// Of `tune`.
    tune = "weights, fsrs, optimize, optimise", "参数、优化";
    /// Of `tune-revert`.
    tune_revert = "weights, revert", "参数、还原";
    /// Of `doctor`.
    doctor = "check, health, repair, problems", "检查、修复、问题";
    /// Of `welcome`.
    welcome = "first start, setup, date", "初次使用、向导、日期";
    /// Of leaving the program.
    quit = "exit, close", "关闭、离开";
    /// Of taking back.
    undo = "take back, revert", "取消、回退";
    /// Of doing again what was taken back.
    redo = "do again, bring back", "重做、还原";
    /// Of the language.
    language = "language, english, chinese", "语言、中文、英文";
}
