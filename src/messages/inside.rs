//! What is done from inside the program to files, decks and other machines, and the first start.

table! {
    /// What the welcome, the picker of files and the screen of a task say, in one language.
    pub struct InsideMessages;

    /// Bring notes in.
    act_import = "import notes", "导入笔记";
    /// Take a deck out of the library.
    act_remove = "remove a deck", "移除卡组";
    /// Write data for other programs.
    act_export = "export statistics, reviews, decks", "导出统计、记录、卡组";
    /// Keep machines in sync.
    act_sync = "sync with your other machines", "与其他电脑同步";
    /// Take in another progress file.
    act_merge = "merge another progress file", "合并另一份进度";
    /// Note what a real interview asked.
    act_report = "how did the interview go? a report", "面试怎么样？记录被问到的题目";
    /// Fit the weights.
    act_tune = "tune the memory model to your answers", "按你的回答调整记忆模型";
    /// All into one archive.
    act_backup = "backup into one file", "备份成一个文件";
    /// Look at a backup, to bring it back.
    act_restore = "restore a backup", "恢复备份";
    /// Bring it back.
    act_bring_back = "restore", "恢复";
    /// Weights before the last tuning.
    act_untune = "go back to the weights before tuning", "恢复优化前的参数";
    /// Check everything.
    act_doctor = "doctor: check files, settings, terminal", "自检：文件、设置、终端";
    /// What a palette entry is: something done to files, decks or other machines.
    is_command = "command", "命令";
    /// Take what is under the cursor.
    act_take = "choose", "选择";
    /// Stop what runs.
    act_stop = "stop", "停止";
    /// Do what comes next.
    act_study_new = "study them", "开始学习";

    /// Title of the picker, for notes.
    picker_notes = "Import notes: a file or a folder", "导入笔记：选择文件或文件夹";
    /// Title of the picker, for a report of interviews.
    picker_report = "What was asked? Type the questions, or choose a text", "被问到了什么？直接输入题目，或选择一个文本";
    /// Title of the picker, for a backup.
    picker_backup = "Restore a backup: its ZIP file", "恢复备份：选择 ZIP 文件";
    /// The row of the picker that opens a field for the questions.
    report_row = "type or paste the questions", "直接输入或粘贴题目";
    /// Title of that field.
    report_title = "What was asked?", "被问到了什么？";
    /// What to write there.
    report_about =
        "One question a line. Cards that it asks are noted; questions that no card asks go to your own deck.",
        "每行一道题。对应的卡片会被记录，没有对应卡片的题进入你自己的卡组。";
    /// Note them.
    act_note_questions = "note them", "记录";
    /// Nothing was typed there.
    report_empty = "Type the questions first, one a line.", "请先输入题目，每行一道。";
    /// A folder of which so many names are known, and more are to come.
    picker_reading: fn(usize) -> String =
        |names| format!("reading · {names}"),
        |names| format!("读取中 · {names}");
    /// A folder of which only so many names were read.
    picker_cut: fn(usize) -> String =
        |names| format!("only its first {names} names"),
        |names| format!("只列出前 {names} 个");
    /// Title of the picker, for a progress file.
    picker_log = "Merge: another progress.json, or its folder", "合并：另一份 progress.json 或它的文件夹";
    /// All files of the folder and of those below it that an import takes, and their questions where they are known.
    whole_folder: fn(usize, Option<usize>) -> String =
        |files, questions| {
            let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
            let questions = questions.map_or(String::new(), |questions| match questions {
                1 => ", 1 question".to_owned(),
                _ => format!(", {questions} questions"),
            });
            format!("this folder · {files}{questions}")
        },
        |files, questions| {
            let questions = questions.map_or(String::new(), |questions| format!("，{questions} 道题"));
            format!("整个文件夹 · {files} 个文件{questions}")
        };
    /// The same where nothing is known of it.
    folder_and_below = "this folder, with all below it", "整个文件夹（含子文件夹）";
    /// What a file would give.
    questions: fn(usize) -> String =
        |questions| match questions {
            0 => "no questions".to_owned(),
            1 => "1 question".to_owned(),
            _ => format!("{questions} questions"),
        },
        |questions| match questions {
            0 => "没有题目".to_owned(),
            _ => format!("{questions} 道题"),
        };
    /// What a deck or a folder of the list holds: decks, questions.
    holds: fn(usize, usize) -> String =
        |decks, questions| match (decks, questions) {
            (1, 1) => "1 question".to_owned(),
            (1, _) => format!("{questions} questions"),
            _ => format!("folder · {decks} decks, {questions} questions"),
        },
        |decks, questions| match decks {
            1 => format!("{questions} 道题"),
            _ => format!("文件夹 · {decks} 个卡组，{questions} 道题"),
        };
    /// A folder among files.
    is_folder = "folder", "文件夹";
    /// A file that is read only when it is chosen.
    is_unread = "read when chosen", "选中后读取";
    /// A file that cannot be read.
    is_unreadable = "cannot be read", "无法读取";
    /// A file that has answers in it.
    is_log = "progress", "进度";
    /// Nothing in the folder is of use here.
    nothing_here = "Nothing to take here. Type or paste a path, or go up with ..", "这里没有可用的文件。可输入或粘贴路径，或选 .. 返回上级。";
    /// The path leads nowhere.
    no_such_path = "There is no such folder.", "没有这个文件夹。";

    /// A task that runs, and for how many seconds.
    running: fn(i64) -> String = |seconds| format!("running · {seconds} s"), |seconds| format!("进行中 · {seconds} 秒");
    /// A task that ended well.
    is_done = "done", "完成";
    /// A task that failed.
    has_failed = "failed", "失败";
    /// A task that was stopped.
    is_stopped = "stopped", "已停止";
    /// After an import, what comes next.
    next_import = "Enter studies these questions. Your file stays yours: edit it, and the cards follow.", "按 Enter 学习这些题目。文件仍是你的：修改后卡片随之更新。";
    /// After an import that brought nothing.
    next_nothing = "Nothing new came in. `backprop check FILE` says how each line is read.", "没有新内容。`backprop check 文件` 说明每一行是怎么读的。";
    /// Before a deck leaves.
    remove_really: fn(&str) -> String =
        |name| format!("Remove {name}? Enter again does it; its progress stays."),
        |name| format!("移除{name}？再按 Enter 确认，学习进度会保留。");
    /// After decks were removed.
    next_remove = "Its progress stays; import the notes again to have them back.", "进度保留；再次导入即可恢复。";
    /// After an export.
    next_export: fn(&str) -> String =
        |file| format!("It is in `{file}`. Nothing was sent anywhere."),
        |file| format!("已写入 `{file}`，只保存在本机。");
    /// After a sync.
    next_sync = "Do the same on the other machine. To sync from then on: `:sync`.", "在另一台电脑上也同步一次；以后按 `:` 输入 sync 即可。";
    /// After a report was noted.
    next_report = "What was asked weighs more from now on. The next date: press : and type `welcome`, or p at home.", "被问到的题目从现在起权重更高。下次面试日期：按 : 输入 `welcome`，或在主页按 p。";
    /// After a backup.
    next_backup = "Keep it on another disk. To bring it back, here or on another machine: `:restore`.", "请放到另一块磁盘上。要在本机或另一台电脑上恢复，按 `:` 输入 restore。";
    /// After a look at a backup that would change something.
    next_look = "Nothing has been changed yet. Enter restores it; what is replaced is moved aside, not deleted. Esc leaves everything as it is.", "目前还没有任何改动。按 Enter 恢复；被替换的内容会移到一旁，不会删除。按 Esc 保持原样。";
    /// After a look at a backup that would change nothing.
    next_same = "You have all of it. Esc goes back.", "内容都在，无需恢复。按 Esc 返回。";
    /// After a backup was brought back.
    next_restore = "Decks, progress and settings were read again. Esc goes back to your day.", "卡组、进度和设置已重新读取。按 Esc 返回，继续学习。";
    /// After a merge.
    next_merge = "Both histories count from now on; the other file is unchanged.", "从现在起两份记录都算数；另一份文件没有改动。";
    /// After a tuning.
    next_tune = "Tune again after some hundred answers more. `:` and `weights` goes back.", "再答几百题后可再次调整；按 `:` 输入“恢复”可退回。";
    /// After the doctor.
    next_doctor = "A problem has its way out below it.", "每个问题下面写着解决办法。";
    /// Title of the field for the address of a repository.
    sync_where = "Address of a git repository; leave empty to use the one that is set, or only to commit here", "git 仓库地址；留空则用已设定的仓库，或只在本机提交";
    /// Title of the field for the place of a backup.
    backup_where = "A new file, or a folder for it; leave empty for your home folder", "新文件的路径，或存放它的文件夹；留空则存到主目录";
    /// Title of the list of decks to remove.
    remove_which = "Remove which deck?", "移除哪个卡组？";
    /// There is none to remove.
    nothing_to_remove = "Only decks that you imported can be removed; there is none. x on the home screen switches a deck off.", "只能移除你导入的卡组，目前没有。主页按 x 可停用卡组。";
    /// Title of the list of exports.
    export_what = "Export what?", "导出什么？";

    /// Open the welcome.
    act_welcome = "welcome: interview, minutes, notes", "欢迎页：面试日期、每天分钟数、笔记";
    /// Leave the welcome and begin.
    act_begin = "start", "开始";
    /// The day of the interview.
    welcome_date = "Your interview", "面试日期";
    /// Minutes a day.
    welcome_minutes = "Minutes a day", "每天分钟数";
    /// Where the notes are.
    welcome_notes = "Your notes", "你的笔记";
    /// No day was typed.
    welcome_no_date = "no date yet", "暂无日期";
    /// No notes were chosen.
    welcome_later = "later, or choose files", "稍后再说，或选择文件";
    /// What was imported already.
    welcome_imported: fn(usize) -> String =
        |questions| match questions {
            1 => "1 question of your own".to_owned(),
            _ => format!("{questions} questions of your own"),
        },
        |questions| format!("自己的题目 {questions} 道");
    /// How a day is typed.
    welcome_hint = "type it: 12-8, 8 Dec, +10d; empty: no date", "直接输入：12-8、12月8日、+10d；留空表示没有";
    /// How the screen is found again.
    welcome_again = "All of this can be changed later: press : and type a few letters.", "以上都能随时修改：按 : 再输入几个字。";
    /// What begins, and with how many cards.
    welcome_begin: fn(usize) -> String =
        |cards| format!("Enter starts: {cards} cards, follow-ups open later."),
        |cards| format!("按 Enter 开始：{cards} 张卡片，追问之后再开。");
}
