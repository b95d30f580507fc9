//! Labels of actions, as the key bar, the help and the list of commands show them.

table! {
    /// Labels of actions, in one language.
    pub struct ActionMessages;

    /// Move up and down.
    move_cursor = "move", "移动";
    /// Scroll a line.
    scroll = "scroll", "滚动";
    /// Scroll a page.
    page = "page", "翻页";
    /// First and last line.
    ends = "first, last", "首行、末行";
    /// Study the deck under the cursor.
    study = "study", "学习";
    /// Study all decks.
    study_all = "study all", "全部学习";
    /// Show the answer.
    reveal = "show answer", "显示答案";
    /// Show one more point.
    point = "one point", "逐点显示";
    /// Take back.
    undo = "undo", "撤销";
    /// Do again what was taken back.
    redo = "redo", "恢复";
    /// Suspend.
    suspend = "suspend", "暂停";
    /// Bury.
    bury = "bury", "明天再看";
    /// Switch the language.
    language = "中文", "English";
    /// Open a link.
    link = "open link", "打开链接";
    /// Edit the source.
    edit = "edit", "编辑";
    /// Study ahead.
    ahead = "study ahead", "提前学习";
    /// More new cards.
    more_new = "10 more new", "再学 10 张新卡";
    /// Practise.
    practise = "practise", "练习";
    /// Browse the cards.
    browse = "browse", "浏览";
    /// Search.
    search = "search", "搜索";
    /// Accept what was typed.
    search_done = "accept", "确定";
    /// Next filter.
    filter = "filter", "筛选";
    /// Next order.
    order = "order", "排序";
    /// Mark a card.
    mark = "mark", "选择";
    /// Mark all cards.
    mark_all = "mark all", "全选";
    /// Study just these.
    study_these = "study these", "学习这些";
    /// Study the one at hand.
    study_this = "study this one", "学习这张";
    /// Show everything known of a card.
    details = "details", "详情";
    /// Suspend or resume.
    suspend_or_resume = "suspend, resume", "暂停、恢复";
    /// Resume what was suspended.
    resume = "resume", "恢复学习";
    /// Flag or unflag.
    flag = "flag", "标记";
    /// Take the flag away.
    unflag = "unflag", "取消标记";
    /// Forget all progress.
    reset = "forget progress", "清除进度";
    /// Set the day it comes back.
    set_due = "set due", "设定日期";
    /// Change the card here.
    write = "edit card", "修改卡片";
    /// Write the answer of a question that has none.
    answer_it = "write the answer", "写答案";
    /// Write a note of one's own on the card.
    note = "your note", "写笔记";
    /// Write a new card.
    add = "new card", "新建卡片";
    /// Save what was written.
    save = "save", "保存";
    /// To the other field.
    field = "other field", "切换输入框";
    /// Save what was written here, although another program has changed the card.
    save_mine = "save yours", "保存我的";
    /// Take what another program has written instead.
    take_theirs = "take the other", "改用另一版";
    /// Put both versions into the fields.
    take_both = "put both together", "合并两版";
    /// Statistics.
    stats = "statistics", "统计";
    /// The next section.
    next_section = "next", "下一页";
    /// The section before.
    previous_section = "before", "上一页";
    /// Charts or the tables behind them.
    table = "table", "表格";
    /// Settings.
    settings = "settings", "设置";
    /// The next value.
    next = "next value", "下一个值";
    /// The value before.
    previous = "lower", "调低";
    /// Everything that can be done here.
    palette = "all actions", "全部操作";
    /// Ask in the next mode.
    mode = "mode", "提问方式";
    /// Tick a point off.
    tick = "tick", "已答到";
    /// Take the tick of a point away.
    untick = "untick", "去掉勾";
    /// To the next point.
    next_point = "next point", "下一点";
    /// To the point before.
    point_before = "previous point", "上一点";
    /// Compare what was written with the points.
    compare = "compare", "对照要点";
    /// Pick a claim.
    pick = "pick", "选择";
    /// Grade as suggested.
    accept_grade = "accept grade", "采用建议";
    /// Import what is shown.
    accept = "import", "导入";
    /// Leave a card out.
    mark_out = "leave out", "排除";
    /// Make a card of a line that was left, or text of a card.
    turn_line = "card or text", "卡片/正文";
    /// Switch the style.
    style = "style", "换一种解析方式";
    /// The next file.
    next_file = "next file", "下个文件";
    /// The file before.
    previous_file = "file before", "上个文件";
    /// Leave without importing.
    cancel = "cancel", "取消";
    /// Show a picture as large as it can be.
    picture = "enlarge image", "放大图片";
    /// Let the mouse click here, or leave it to the terminal.
    mouse = "mouse on, off", "鼠标开、关";
    /// Help.
    help = "help", "帮助";
    /// Go back.
    back = "back", "返回";
    /// Quit.
    quit = "quit", "退出";
    /// Put the program into the background.
    stop = "suspend to the shell (fg resumes)", "挂起（fg 恢复）";
    /// Draw again.
    redraw = "redraw", "重画";
    /// Open the plan.
    plan = "plan", "面试计划";
    /// Take what does not fit out of the plan.
    drop = "drop topics that won't fit", "排除来不及学的";
    /// Take the plan back.
    clear = "clear plan", "取消计划";
    /// Open that sheet.
    sheet = "cram sheet", "考前速览";
    /// Open the manual.
    manual = "manual", "手册";
    /// A longer sheet.
    more_minutes = "5 min more", "多 5 分钟";
    /// A shorter sheet.
    fewer_minutes = "5 min less", "少 5 分钟";
    /// Write the answer.
    write_code = "write code", "写代码";
    /// Run the tests.
    run_tests = "run tests", "运行测试";
    /// Show the solution.
    solution = "solution", "参考答案";
    /// Trust the tests and run them.
    trust = "trust & run", "信任并运行";
    /// Open the error notebook.
    errors = "error notebook", "错题本";
    /// Write what is shown into a file.
    write_file = "write file", "写入文件";
    /// Tick points off by their digits.
    tick_by_digit = "tick by digit", "按数字勾选";
    /// Stop ticking by digits.
    ticked = "done ticking", "勾选完毕";
    /// Show what stands below the core.
    layers = "more", "展开更多";
}
