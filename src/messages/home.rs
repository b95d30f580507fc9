//! Home, the palette, and what surrounds a session.

use crate::day::{Day, TimeOfDay};

table! {
    /// What home and the palette say, in one language.
    pub struct HomeMessages;

    /// What a beginner has to know: how cards are studied.
    first_study =
        "Press Enter to start. Answer aloud, reveal, grade yourself. Grades save instantly; u undoes.",
        "按 Enter 开始：说出答案，再看答案，给自己打分。打分即时保存，u 撤销。";
    /// How to go on from home.
    first_keys =
        "b browse & edit · L 中文 · : all actions · ? keys",
        "b 浏览与修改 · 按 L 切换英文 · : 全部操作 · ? 按键";
    /// How notes come in.
    first_notes =
        "Add notes: press : and type `import` · try them first: `backprop study NOTES.md`",
        "导入自己的笔记：按 : 输入 `import` · 直接学，无需导入：`backprop study 笔记.md`";
    /// The key that leaves, after one that does not.
    leave_by: fn(&str) -> String = |key| format!("{key} quits."), |key| format!("按 {key} 退出。");
    /// Go home.
    act_home = "home", "主页";
    /// Say how the interview went.
    act_after = "after the interview", "面试之后";
    /// Title of the screen after the interview.
    after_title = "How did it go?", "面试怎么样？";
    /// The interview was so many days ago, on this day.
    after_when: fn(u32, &str) -> String =
        |days, day| match days {
            0 => format!("today · {day}"),
            1 => format!("yesterday · {day}"),
            _ => format!("{days} days ago · {day}"),
        },
        |days, day| match days {
            0 => format!("今天 · {day}"),
            1 => format!("昨天 · {day}"),
            _ => format!("{days} 天前 · {day}"),
        };
    /// No interview is over.
    after_none = "no interview is over yet", "还没有哪场面试结束";
    /// Rows of that screen: a text with the questions, the cards that were asked, the next date, nothing more.
    after_rows: [&'static str; 4] =
        ["Note the questions from a text", "Choose the cards that were asked", "Next interview", "That was all"],
        ["从文本记录被问到的题目", "选出被问到的卡片", "下一场面试", "结束这场面试"];
    /// What each of them does.
    after_about: [&'static str; 4] =
        [
            "One question a line. Cards that it asks are noted; questions that no card asks go to your own deck.",
            "Space marks cards, A notes how they went. What was asked weighs more from now on.",
            "Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.",
            "Closes this interview. What was noted stays; minutes and weights stay for the next one.",
        ],
        [
            "每行一道题。对应的卡片会被记录，没有对应卡片的题进入你自己的卡组。",
            "空格选中卡片，A 记录答得怎么样。被问到的题目从现在起权重更高。",
            "输入日期：12-8、12月8日、+10d。每天分钟数和权重保持不变。",
            "结束这场面试。已记录的内容保留；分钟数和权重留给下一场。",
        ];
    /// The interviews that follow.
    after_later: fn(&str) -> String = |days| format!("noted already: {days}"), |days| format!("已有：{days}");
    /// The interview is closed.
    after_closed = "Closed. p sets the date of the next one.", "已结束。按 p 设定下一场的日期。";
    /// Answer questions that have no answer yet.
    act_fill_in = "answer open questions", "补写答案";
    /// Switch a deck off or on.
    act_switch_off = "switch deck off, on", "停用、启用卡组";
    /// The row of all decks.
    all_decks = "All decks", "全部卡组";
    /// Decks behind a fold.
    more_decks: fn(usize) -> String =
        |decks| match decks {
            1 => "1 more deck".to_owned(),
            _ => format!("{decks} more decks"),
        },
        |decks| format!("还有 {decks} 个卡组");
    /// A deck that is switched off.
    is_off = "off", "已停用";
    /// Column: what share of a deck would be recalled.
    ready_column = "ready", "掌握";
    /// Column: cards that today brings.
    today_column = "today", "今天";
    /// What would be recalled today.
    ready_today = "Ready today", "今天掌握";
    /// What would be recalled on the day of the interview, without any more study.
    ready_on_the_day = "Ready on the day", "面试当天掌握";
    /// The same if the plan is followed.
    if_followed = "if you follow the plan", "按计划学习后";
    /// Days until the interview.
    interview_in: fn(u32) -> String =
        |days| match days {
            0 => "Interview today".to_owned(),
            1 => "Interview tomorrow".to_owned(),
            _ => format!("Interview in {days} days"),
        },
        |days| match days {
            0 => "今天面试".to_owned(),
            1 => "明天面试".to_owned(),
            _ => format!("距面试 {days} 天"),
        };
    /// There is no card at all.
    no_cards = "No cards yet.", "还没有卡片。";
    /// Every deck is switched off.
    all_off = "All decks are off.", "所有卡组都已停用。";
    /// What can be done where every deck is switched off.
    switch_on = "Choose a deck and press x to switch it on again.", "选中卡组，按 x 重新启用。";
    /// What can be done where nothing waits.
    go_on =
        "Enter goes on all the same: study ahead, more new cards, or practise without a record.",
        "按 Enter 仍可继续：提前学习、多学新卡，或不计入记录地练习。";
    /// Questions without an answer.
    unanswered: fn(usize) -> String =
        |cards| match cards {
            1 => "1 question has no answer yet and is not asked: f fills it in.".to_owned(),
            _ => format!("{cards} questions have no answer yet and are not asked: f fills them in."),
        },
        |cards| format!("{cards} 个问题还没有答案，不会提问：按 f 补写。");
    /// The last interview was so many days ago, and whether another one lies ahead.
    how_it_went: fn(u32, bool) -> String =
        |days, is_another_ahead| {
            let when = if days == 1 { "yesterday".to_owned() } else { format!("{days} days ago") };
            let next = if is_another_ahead { "" } else { " and sets the next date" };
            format!("Your interview was {when}. How did it go? w notes what was asked{next}.")
        },
        |days, is_another_ahead| {
            let when = if days == 1 { "昨天".to_owned() } else { format!(" {days} 天前") };
            let next = if is_another_ahead { "" } else { "，并设定下次日期" };
            format!("面试是{when}。怎么样？按 w 记录被问到的题目{next}。")
        };
    /// Put the answer on the clipboard.
    act_copy = "copy answer", "复制答案";
    /// Put its code there.
    act_copy_code = "copy code", "复制代码";
    /// Something about no card was taken back: what.
    undone_alone: fn(&str) -> String = |what| format!("Undone: {what}"), |what| format!("已撤销：{what}");
    /// The same of several cards.
    undone_many: fn(&str, usize) -> String =
        |what, cards| format!("Undone: {what} · {cards} cards"),
        |what, cards| format!("已撤销：{what} · {cards} 张卡片");
    /// What was taken back is done again.
    redone: fn(&str) -> String = |what| format!("Done again: {what}"), |what| format!("已恢复：{what}");
    /// The same of several cards.
    redone_many: fn(&str, usize) -> String =
        |what, cards| format!("Done again: {what} · {cards} cards"),
        |what, cards| format!("已恢复：{what} · {cards} 张卡片");
    /// Nothing was taken back that can be done again.
    nothing_to_redo = "Nothing to redo.", "没有可恢复的操作。";
    /// So many lines are on the clipboard.
    copied: fn(usize) -> String =
        |lines| match lines {
            1 => "Copied 1 line.".to_owned(),
            _ => format!("Copied {lines} lines."),
        },
        |lines| format!("已复制 {lines} 行。");
    /// Type a value in.
    act_type_in = "type it", "输入";
    /// The field for the day of an interview.
    date_field = "interview on (12-8, +10d, none):", "面试日期（12-8、+10d、无）：";
    /// The field for minutes a day.
    minutes_field = "minutes a day:", "每天分钟数：";
    /// What was typed is no day.
    no_day: fn(&str) -> String =
        |text| format!("“{text}” is no day ahead. Like: 2026-12-08, 12-8, 8 Dec, +10d, 2w, tomorrow, none."),
        |text| format!("看不懂“{text}”，或者已经过去。可以写 12-8、12月8日、8号、9天后、2周、下周五、明天、无。");
    /// What was typed is a date that no calendar has.
    no_such_day: fn(&str) -> String = |text| format!("“{text}”: there is no such day."), |text| format!("没有“{text}”这一天。");
    /// What was typed is a day that is past.
    past_day: fn(&str, Day) -> String =
        |text, day| if text == day.to_string() { format!("{day} is past.") } else { format!("“{text}”: {day} is past.") },
        |text, day| if text == day.to_string() { format!("{day} 已经过去。") } else { format!("“{text}”即 {day}，已经过去。") };
    /// What was typed is a day too far away.
    far_day: fn(&str, Day) -> String =
        |text, day| format!("“{text}”: {day} is too far away."),
        |text, day| format!("“{text}”即 {day}，太远了。");
    /// What was typed is a day of the lunar calendar that the table lacks, or that its month lacks.
    no_lunar_day: fn(&str) -> String =
        |text| format!("“{text}”: the lunar calendar is known from 2026 to 2040, and a short month has no 30th. Write the date: 2026-12-08."),
        |text| format!("“{text}”：农历只查得到 2026 到 2040 年，且小月没有三十。请写公历日期，如 12月8日。");
    /// What was typed is a date with another weekday than it has: the text, the day with its weekday.
    other_weekday: fn(&str, &str) -> String =
        |text, day| format!("“{text}”: the weekday does not fit, it is {day}."),
        |text, day| format!("“{text}”：星期不对，应为 {day}。");
    /// The hour that was typed was taken for one of the afternoon.
    hour_of_afternoon: fn(TimeOfDay) -> String =
        |hour| format!("Taken as {hour}, in the afternoon. Write 3am or 03:00 for the night."),
        |hour| format!("按下午算：{hour}。若指凌晨，请写“凌晨3点”或 03:00。");
    /// Only a part of the day was typed, and this hour of it was taken.
    hour_of_part: fn(TimeOfDay) -> String =
        |hour| format!("No hour was given: taken as {hour}."),
        |hour| format!("没有写几点，按 {hour} 算。");
    /// What was typed may be another day too; this one was taken.
    day_about: fn(&str) -> String =
        |day| format!("Taken as {day}; type the day once it is fixed."),
        |day| format!("按 {day} 算；定了日子再改。");
    /// Such a day was lately, and the next one was taken.
    day_after: fn(Day, &str) -> String =
        |past, day| format!("{past} is past: taken as {day}."),
        |past, day| format!("{past} 已经过去，按 {day} 算。");
    /// Only an hour was typed, and today was taken.
    day_of_hour: fn(&str) -> String =
        |day| format!("No day was given: taken as today, {day}."),
        |day| format!("没有写哪一天，按今天（{day}）算。");
    /// What stands between two sentences.
    between_sentences = " ", "";
    /// What was typed is no number of minutes.
    no_minutes: fn(&str, u32) -> String =
        |text, most| format!("“{text}”: minutes a day are a number from 1 to {most}."),
        |text, most| format!("“{text}”：每天分钟数应为 1 到 {most} 之间的数。");
    /// What was typed is no value of a setting: the text, the setting, what it is about.
    not_allowed: fn(&str, &str, &str) -> String =
        |text, name, about| format!("“{text}” does not fit {name}. {about}"),
        |text, name, about| format!("“{text}”不能用于“{name}”。{about}");
    /// Title of the list of themes.
    which_theme = "Theme: Enter takes it, Esc leaves all as it was", "配色：Enter 采用，Esc 保持原样";
    /// A sample of a theme: question, text, link, code.
    theme_sample: [&'static str; 4] =
        ["Why is the attention score divided by √d_k?", "Its variance grows with d_k:", "softmax saturates", "scores / math.sqrt(d_k)"],
        ["注意力得分为什么要除以 √d_k？", "方差随 d_k 增大：", "softmax 饱和", "scores / math.sqrt(d_k)"];
    /// A search names filters that there are none of; the filters that there are.
    no_such_filter: fn(&str, &str) -> String =
        |wrong, known| format!("There is no filter {wrong}. Filters: {known}; deck:NAME, topic:WORD."),
        |wrong, known| format!("没有筛选条件 {wrong}。可用：{known}；卡组:名称、主题:词。");
    /// A filter by a state: its name in a query, and what it is called.
    state_filter: fn(&str, &str) -> String = |name, _| format!("is:{name}"), |_, label| format!("状态:{label}");
    /// How long the answers took.
    took: fn(&str) -> String = |span| format!("in {span}"), |span| format!("用时 {span}");
    /// What tomorrow brings: reviews, new cards, minutes.
    tomorrow: fn(u32, u32, u32) -> String =
        |due, new, minutes| match new {
            0 => format!("Tomorrow: {due} due, about {minutes} min."),
            _ => format!("Tomorrow: {due} due, {new} new, about {minutes} min."),
        },
        |due, new, minutes| match new {
            0 => format!("明天：到期 {due} 张，约 {minutes} 分钟。"),
            _ => format!("明天：到期 {due} 张，新卡 {new} 张，约 {minutes} 分钟。"),
        };
    /// Read the cards that failed once more.
    act_read_again = "read these again", "再看一遍";
    /// Heading of the map of so many weeks.
    last_weeks: fn(i64) -> String = |weeks| format!("Last {weeks} weeks"), |weeks| format!("最近 {weeks} 周");
    /// Heading of the cards that failed lately.
    weak_lately = "Weak lately", "近期薄弱";
    /// None did.
    nothing_weak = "Nothing failed in the last 14 days.", "最近 14 天没有答错的卡片。";
    /// All cards are shown: so many, of which some are follow-ups.
    all_found: fn(usize, usize) -> String =
        |all, follow_ups| match follow_ups {
            0 => format!("{all} of {all}"),
            _ => format!("all {all}, {follow_ups} of them follow-ups"),
        },
        |all, follow_ups| match follow_ups {
            0 => format!("{all}/{all}"),
            _ => format!("共 {all}，其中追问 {follow_ups}"),
        };
    /// A new card has no day on which it comes back.
    stays_new = "A new card stays new: a day is set once it was answered.", "新卡仍是新卡：答过一次之后才能设定日期。";
    /// A new card stands in this deck.
    added_to: fn(&str) -> String =
        |deck| format!("Saved in “{deck}”. Undo with u."),
        |deck| format!("已保存到“{deck}”，按 u 撤销。");
    /// So many failed that are in no deck.
    weak_elsewhere: fn(usize) -> String =
        |cards| format!("{cards} more failed, of notes that are not imported or are gone."),
        |cards| format!("另有 {cards} 张答错，笔记没有导入或已不在。");
    /// What a palette entry is: another screen.
    screen = "screen", "界面";
    /// The palette has nothing that was typed.
    nothing_by_that_name =
        "Nothing by that name. Ctrl-U clears the field.",
        "没有匹配的操作，Ctrl-U 清空输入。";
}
