//! Every word of the program, in English and Chinese: one row for each, so that a text missing in one
//! language does not compile.

#[macro_use]
mod table;
#[macro_use]
mod say;

mod actions;
mod choices;
mod code;
mod columns;
mod command;
mod damage;
mod deck_list;
mod disk;
mod errors;
mod exports;
mod formats;
mod found_by;
mod grading;
mod health;
mod help;
mod home;
mod inside;
mod interview;
mod layers;
mod message;
mod names;
mod notes;
mod pages;
mod plan;
mod preview;
mod quoted;
mod reading;
mod settings;
mod stats;
mod styles;
mod sync;
mod task;
mod terminal;
mod usage;
mod work;

pub use actions::ActionMessages;
pub use choices::{
    AutoSwitch, Borders, Choice, GraderInput, ImageWay, ModeName, NoChoice, Switch, ThemeName,
};
pub use code::CodeMessages;
pub use columns::ColumnMessages;
pub use command::CommandMessage;
pub use damage::Damage;
pub use deck_list::ListFault;
pub use disk::{BackupMessage, DiskMessage, PictureRefused};
pub use errors::ErrorMessages;
pub use exports::ExportMessage;
pub use formats::FormatMessage;
pub use found_by::FoundByMessages;
pub use grading::GradingMessages;
pub use health::{BuildMessage, HealthMessage};
pub use help::Help;
pub use home::HomeMessages;
pub use inside::InsideMessages;
pub use interview::{InterviewMessages, ReportedMessages};
pub use layers::LayerMessages;
pub use message::Message;
pub use names::NameMessages;
pub use notes::NotesMessage;
pub use pages::HelpPage;
pub use plan::PlanMessages;
pub use preview::PreviewMessages;
pub use quoted::{Lines, Quoted};
pub use reading::{DrillFault, ReadingMessage};
pub use say::{Say, Value, behind};
pub use settings::{SettingLabels, SettingMessage, SettingWords};
pub use stats::{Heading, StatsMessages};
pub use styles::style_name;
pub use sync::SyncMessage;
pub use task::TaskMessage;
pub use terminal::TerminalMessage;
pub use usage::Usage;
pub use work::WorkMessage;

use crate::card::Lang;

table! {
    /// What the screens say, in one language.
    pub struct Messages;

    /// Labels of actions.
    actions: &'static ActionMessages = &actions::ENGLISH, &actions::CHINESE;
    /// Code cards.
    code: &'static CodeMessages = &code::ENGLISH, &code::CHINESE;
    /// The error notebook.
    errors: &'static ErrorMessages = &errors::ENGLISH, &errors::CHINESE;
    /// The layers of an answer.
    layers: &'static LayerMessages = &layers::ENGLISH, &layers::CHINESE;
    /// What the palette's entries are looked for by.
    found_by: &'static FoundByMessages = &found_by::ENGLISH, &found_by::CHINESE;
    /// Graders.
    grading: &'static GradingMessages = &grading::ENGLISH, &grading::CHINESE;
    /// Home, the palette, and what surrounds a session.
    home: &'static HomeMessages = &home::ENGLISH, &home::CHINESE;
    /// Names of values: grades, levels, days, units, states and orders.
    names: &'static NameMessages = &names::ENGLISH, &names::CHINESE;
    /// What is done from inside to files, decks and other machines; the first start.
    inside: &'static InsideMessages = &inside::ENGLISH, &inside::CHINESE;
    /// Mock interviews.
    interview: &'static InterviewMessages = &interview::ENGLISH, &interview::CHINESE;
    /// The plan towards an interview.
    plan: &'static PlanMessages = &plan::ENGLISH, &plan::CHINESE;
    /// The preview of an import.
    preview: &'static PreviewMessages = &preview::ENGLISH, &preview::CHINESE;
    /// Statistics, for screens and reports alike.
    stats: &'static StatsMessages = &stats::ENGLISH, &stats::CHINESE;
    /// Which language this is.
    lang: Lang = Lang::En, Lang::Zh;
    /// The language itself, in itself.
    language = "English", "中文";

    // Home.
    /// One line below the name of the program.
    tagline = "flashcards for deep-learning interviews", "深度学习面试记忆卡片";
    /// Heading of what the day brings.
    today = "Today", "今天";
    /// New cards.
    new = "new", "新卡";
    /// Cards in learning steps.
    learning = "learning", "学习中";
    /// Cards that come back after days.
    in_review = "review", "复习";
    /// Forgotten cards in steps.
    relearning = "relearning", "重学";
    /// Reviews due.
    due = "due", "到期";
    /// Column of all cards of a deck.
    cards = "cards", "卡片";
    /// Column of deck names.
    deck = "deck", "卡组";
    /// An estimate of minutes.
    about_minutes: fn(u32) -> String =
        |minutes| format!("about {minutes} min"),
        |minutes| format!("约 {minutes} 分钟");
    /// Days in a row.
    streak: fn(u32) -> String = |days| format!("{days}-day streak"), |days| format!("连续 {days} 天");
    /// Nothing is waiting.
    all_done = "All done for today.", "今天的都完成了。";

    // Study.
    /// The mark of practice.
    practice = "practice, not recorded", "练习，不计入记录";
    /// Where in a long answer the view stands: first line, last line, of all.
    lines: fn(usize, usize, usize) -> String =
        |first, last, all| format!("{first}–{last} of {all}"),
        |first, last, all| format!("第 {first}–{last} 行，共 {all} 行");
    /// Shown while more points wait.
    more_points: fn(usize, usize) -> String =
        |shown, all| format!("{shown} of {all} points"),
        |shown, all| format!("要点 {shown}/{all}");

    // The finish.
    /// Nothing is left for now.
    finished = "Done for now", "这一轮学完了";
    /// As many answers were given as were wanted.
    limit_reached: fn(u32) -> String =
        |answers| match answers {
            1 => "Limit reached: 1 answer".to_owned(),
            _ => format!("Limit reached: {answers} answers"),
        },
        |answers| format!("已达到上限：{answers} 次回答");
    /// So many new cards and reviews are held back by limits.
    held_back: fn(u32, u32) -> String =
        |new, reviews| {
            let count = |count: u32, one: &str, many: &str| match count {
                0 => None,
                1 => Some(format!("1 {one}")),
                _ => Some(format!("{count} {many}")),
            };
            let held = [count(new, "new card", "new cards"), count(reviews, "review", "reviews")];
            let held = held.into_iter().flatten().collect::<Vec<_>>().join(" and ");
            format!("Held back by your limits: {held}.")
        },
        |new, reviews| {
            let count = |count: u32, kind: &str| (count > 0).then(|| format!("{kind} {count} 张"));
            let held = [count(new, "新卡"), count(reviews, "复习")];
            let held = held.into_iter().flatten().collect::<Vec<_>>().join("、");
            format!("受上限限制，暂不出现：{held}。")
        };
    /// So many cards wait now.
    still_waiting: fn(u32) -> String =
        |cards| match cards {
            1 => "1 card is waiting.".to_owned(),
            _ => format!("{cards} cards are waiting."),
        },
        |cards| format!("还有 {cards} 张卡片待学。");
    /// Practice is through.
    practice_finished = "Practice done", "练习结束";
    /// What the sitting came to: answers, new cards.
    did: fn(u32, u32) -> String =
        |answers, new| match (answers, new) {
            (1, 0) => "1 answer".to_owned(),
            (1, _) => format!("1 answer, {new} new"),
            (_, 0) => format!("{answers} answers"),
            (..) => format!("{answers} answers, {new} new"),
        },
        |answers, new| {
            if new == 0 {
                format!("回答 {answers} 次")
            } else {
                format!("回答 {answers} 次，新卡 {new} 张")
            }
        };
    /// Recalled of reviewed.
    recalled: fn(u32, u32) -> String =
        |recalled, of| format!("{recalled} of {of} reviews recalled"),
        |recalled, of| format!("复习 {of} 张，记住 {recalled} 张");
    /// Heading of the cards that failed.
    failed = "To look at again", "需要再看的卡片";
    /// When the next card is due.
    next_due: fn(&str) -> String = |when| format!("Next card {when}."), |when| format!("下一张卡片：{when}。");
    /// Nothing will ever be due.
    nothing_due = "Nothing else is scheduled.", "没有安排其他卡片。";

    // Notices.
    /// Something was taken back: what, and the question of its card.
    undone: fn(&str, &str) -> String =
        |what, question| format!("Undone: {what} · {question}"),
        |what, question| format!("已撤销：{what} · {question}");
    /// Nothing was done here, and an earlier answer is the next to be taken back: its grade and question.
    undo_earlier: fn(&str, &str) -> String =
        |grade, question| format!("Take back the answer before ({grade})? The same key again. · {question}"),
        |grade, question| format!("撤销之前的评分（{grade}）？再按一次确认。· {question}");
    /// A card of which only the id is known here.
    card_elsewhere = "a card that is not in these decks", "不在这些卡组中的卡片";
    /// Nothing to take back.
    nothing_to_undo = "Nothing to undo.", "没有可撤销的操作。";
    /// The card left the sessions.
    suspended = "Suspended. Undo with u.", "已暂停，按 u 撤销。";
    /// The card left until tomorrow.
    buried = "Buried until tomorrow. Undo with u.", "已推迟到明天，按 u 撤销。";
    /// The answer holds no link.
    no_link = "This answer holds no web link.", "这个答案里没有网页链接。";
    /// A built-in card has no source file.
    no_source = "A built-in card has no file to edit.", "内置卡片没有可编辑的文件。";
    /// The card has one language only.
    one_language = "This card has one language only.", "这张卡片只有一种语言。";
    /// The window is too small to draw in.
    too_small = "too small", "窗口太小";
    /// Answers that are not on the disk yet.
    not_saved: fn(usize) -> String =
        |answers| format!("{answers} not saved yet:"),
        |answers| format!("{answers} 次回答尚未保存：");
    /// The same, when the user wants to leave: doing so once more leaves all the same.
    leaves_unsaved: fn(usize) -> String =
        |answers| format!("{answers} not saved yet; leave once more, and they go into a file of their own:"),
        |answers| format!("{answers} 次回答尚未保存；再次退出时会另存为单独的文件：");

    // Browse.
    /// Heading of the list of cards.
    browse = "Cards", "卡片";
    /// The search field while it is empty.
    search_hint =
        "to search question and answer, deck:name topic:word is:due",
        "键搜索问题或答案，卡组:名称 主题:词 状态:到期";
    /// Cards found, cards there are.
    found: fn(usize, usize) -> String =
        |found, all| format!("{found} of {all}"),
        |found, all| format!("{found}/{all}");
    /// Cards marked.
    marked: fn(usize) -> String = |count| format!("{count} marked"), |count| format!("已选 {count} 张");
    /// Something was done to some cards.
    done_to: fn(&str, usize) -> String =
        |what, count| {
            if count == 1 { format!("{what}: 1 card") } else { format!("{what}: {count} cards") }
        },
        |what, count| format!("{what}：{count} 张卡片");
    /// Nothing was found.
    nothing_found = "No matching cards.", "没有符合的卡片。";
    /// A card without an answer.
    unanswered = "no answer yet", "还没有答案";
    /// A heading above a picture that fills the screen.
    picture: fn(usize, usize) -> String =
        |index, of| if of == 1 { "Image".to_owned() } else { format!("Image {index} of {of}") },
        |index, of| if of == 1 { "图片".to_owned() } else { format!("图片 {index}/{of}") };
    /// The answer holds no picture that is a file.
    no_picture = "No image in this answer.", "这个答案里没有本地图片。";
    /// A picture is being read.
    loading = "The image is being read…", "正在读取图片…";
    /// Notes were changed by another program and read again.
    reread: fn(usize) -> String =
        |files| {
            if files == 1 {
                "Notes changed on the disk; read again.".to_owned()
            } else {
                format!("{files} files of notes changed; read again.")
            }
        },
        |files| {
            if files == 1 {
                "笔记文件有改动，已重新读取。".to_owned()
            } else {
                format!("{files} 个笔记文件已更改，已重新读取。")
            }
        };
    /// The mouse selects text until the next key.
    mouse_free =
        "Select with the mouse now; the next key gives clicks back. Shift and drag works always.",
        "现在可以用鼠标选择文字；按任意键恢复点击。按住 Shift 拖动随时可选。";
    /// The mouse belongs to the terminal.
    mouse_lent = "The mouse belongs to the terminal: drag selects text.", "鼠标交给终端：拖动可选择文字。";
    /// The mouse works here.
    mouse_ours = "The mouse clicks and scrolls here.", "鼠标用于点击和滚动。";
    /// The field that narrows the list of filters.
    filter_by = "show only:", "只看：";
    /// The field for days until a card comes back.
    due_in_days = "comes back in days, or on (10, 12-8):", "几天后或哪天再出现（10、12-8）：";
    /// So many cards would count as never seen.
    reset_many: fn(usize) -> String =
        |cards| format!("Forget all progress of {cards} cards? The same key again does it."),
        |cards| format!("清除 {cards} 张卡片的全部学习进度？再按一次同一个键确认。");
    /// Memory of a card: days until recall falls to 90%.
    stability = "stability", "稳定度";
    /// How hard it is.
    difficulty = "difficulty", "难度";
    /// The probability of recall now.
    recall_now = "recall now", "当前保持率";
    /// Times reviewed.
    reviewed = "reviews", "复习次数";
    /// Times forgotten.
    lapses = "lapses", "遗忘次数";
    /// When a card comes back.
    comes_back = "comes back", "再次出现";
    /// Heading of the forgetting curve.
    curve = "Forgetting curve", "遗忘曲线";
    /// Heading of the history.
    history = "History", "历史";
    /// A card that was never reviewed.
    never_reviewed = "Never reviewed.", "还没有复习过。";

    // Labels of actions, in the key table's order.
    /// Of an event that lies ahead of the clock.
    lies_ahead = "ahead of the clock: no effect yet", "晚于当前时钟，尚未生效";
    /// It was asked in a real interview, with the grade of the answer.
    asked = "asked in an interview", "面试中被问到";
    /// Heading of that note.
    your_note = "Your note", "我的笔记";
    /// A note was saved.
    note_saved = "Note saved; u takes it back.", "笔记已保存，按 u 撤销。";
    /// A note was taken away.
    note_removed = "Note removed; u brings it back.", "笔记已删除，按 u 恢复。";
    /// It has so many bytes, of which so many would fit.
    note_too_long: fn(usize, usize) -> String =
        |bytes, most| {
            format!("Not saved: the note has {bytes} bytes, {most} are the most. Shorten it.")
        },
        |bytes, most| format!("未保存：笔记有 {bytes} 字节，最多 {most} 字节，请缩短。");
    /// The field of the question.
    question = "Question", "问题";
    /// The field of the answer.
    answer = "Answer", "答案";
    /// A card needs a question.
    question_missing = "A card needs a question.", "卡片需要一个问题。";
    /// What was written would be lost.
    discard =
        "Not saved. Esc again gives up the changes, Ctrl-S saves.",
        "尚未保存。再按 Esc 放弃修改，Ctrl-S 保存。";
    /// Names of the settings and what they do.
    settings: &'static SettingLabels = &settings::ENGLISH, &settings::CHINESE;
    /// The shared settings name a grader, this one, which does not run until the learner confirms it.
    grader_offered: fn(&str) -> String =
        |command| {
            format!("config.toml names this grader: {command}. It runs only after you confirm it here.")
        },
        |command| format!("config.toml 里写有评分程序：{command}。在此确认后才会运行。");
    /// Cards are asked in this mode from now on.
    asked_by: fn(&str) -> String =
        |mode| format!("Mode: {mode}."),
        |mode| format!("之后按“{mode}”方式提问。");
    /// What is asked above the claims.
    which = "Which claim is right?", "下列说法哪一个正确？";
    /// A right claim is this core point.
    is_point: fn(usize) -> String =
        |point| format!("Right: core point {point}."),
        |point| format!("正确：要点 {point}。");
    /// A wrong claim is a mistake about another question, this one.
    mistake_of: fn(&str) -> String =
        |question| format!("A mistake about: {question}"),
        |question| format!("这是另一题的误区：{question}");
    /// What was typed for a number cannot be compared.
    no_such_number =
        "No number could be read, or none in this unit: compare and grade yourself.",
        "没有读出数字，或单位不符，请自行对照评分。";
    /// What was typed into a gap is right.
    fits = "Right.", "正确。";
    /// It is close; before what stands there.
    fits_nearly = "Close. The gap:", "接近。此处应为：";
    /// It is wrong; before what stands there.
    fits_not = "The gap:", "此处应为：";
    /// Heading of what the learner wrote.
    your_answer = "Your answer", "你的回答";
    /// Before the sentence of the learner's that is nearest to a point.
    nearest = "you wrote: ", "你写的：";
    /// No grade is suggested yet.
    nothing_suggested =
        "No grade is suggested yet: tick what you said, or grade yourself",
        "还没有建议的评分：请勾选答到的要点，或自己评分";
    /// What was written would be lost.
    discard_answer = "Esc again leaves and gives up what you wrote.", "再按 Esc 离开，放弃已写的内容。";
    /// Points ticked, points there are.
    ticked: fn(usize, usize) -> String =
        |said, of| format!("{said} of {of} said"),
        |said, of| format!("答到 {said}/{of} 个要点");
    /// What the mark beside a point means: it was missed the last time.
    missed_before = "! missed last time", "! 上次漏掉";
    /// What the marked grade is.
    suggested = "suggested", "建议";
    /// The mode proves no more than this grade.
    at_most: fn(&str) -> String =
        |grade| format!("This mode counts as “{grade}” at most."),
        |grade| format!("此方式最高评为“{grade}”。");
    /// How sure are you?
    how_sure = "How sure are you?", "你有多大把握？";
    /// Heading of the help.
    help = "Keys", "按键";
    /// Heading of the list of links.
    links = "Links", "链接";

    // Times.
    /// Something in the future.
    after: fn(&str) -> String = |span| format!("in {span}"), |span| format!("{span}后");
}

/// The words in `lang`.
pub fn of(lang: Lang) -> &'static Messages {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}
