//! Names of values, wherever they are shown.

use crate::card::{Confidence, Grade};
use chrono::Weekday;

table! {
    /// Names of values.
    pub struct NameMessages;

    /// The name of a grade.
    grade: fn(Grade) -> &'static str =
        |grade| match grade {
            Grade::Again => "Again",
            Grade::Hard => "Hard",
            Grade::Good => "Good",
            Grade::Easy => "Easy",
        },
        |grade| match grade {
            Grade::Again => "重来",
            Grade::Hard => "困难",
            Grade::Good => "良好",
            Grade::Easy => "简单",
        };
    /// A level of confidence.
    confidence: fn(Confidence) -> &'static str =
        |level| match level {
            Confidence::No => "No idea",
            Confidence::Maybe => "Unsure",
            Confidence::Likely => "Likely",
            Confidence::Sure => "Sure",
        },
        |level| match level {
            Confidence::No => "不会",
            Confidence::Maybe => "没把握",
            Confidence::Likely => "较有把握",
            Confidence::Sure => "有把握",
        };
    /// A day of the week, short.
    weekday: fn(Weekday) -> &'static str =
        |day| match day {
            Weekday::Mon => "Mon",
            Weekday::Tue => "Tue",
            Weekday::Wed => "Wed",
            Weekday::Thu => "Thu",
            Weekday::Fri => "Fri",
            Weekday::Sat => "Sat",
            Weekday::Sun => "Sun",
        },
        |day| match day {
            Weekday::Mon => "周一",
            Weekday::Tue => "周二",
            Weekday::Wed => "周三",
            Weekday::Thu => "周四",
            Weekday::Fri => "周五",
            Weekday::Sat => "周六",
            Weekday::Sun => "周日",
        };
    /// The deck of the cards that were written in the program.
    my_cards = "My cards", "我的卡片";
    /// What stands between a name and what is said of it.
    colon = ": ", "：";
    /// What stands between two sentences.
    stop = ". ", "。";
    /// The unit of seconds.
    seconds = "s", " 秒";
    /// The unit of minutes.
    minutes = "m", " 分钟";
    /// The unit of hours.
    hours = "h", " 小时";
    /// The unit of days.
    days = "d", " 天";
    /// The unit of months.
    months = "mo", " 个月";
    /// The unit of years.
    years = "y", " 年";
    /// All cards.
    filter_all = "all", "全部";
    /// Hard cards.
    filter_hard = "hard", "易忘卡";
    /// Cards taken out of the sessions.
    filter_suspended = "suspended", "已暂停";
    /// Cards with a flag.
    filter_flagged = "flagged", "已标记";
    /// Cards without an answer.
    filter_unanswered = "unanswered", "无答案";
    /// The order of what fits best.
    order_fit = "best fit", "匹配度";
    /// The order of what is due.
    order_due = "due", "到期";
    /// The order of the lowest recall.
    order_recall = "recall", "保持率";
    /// The order of the most difficult.
    order_difficulty = "difficulty", "难度";
    /// The order of the most often forgotten.
    order_lapses = "lapses", "遗忘次数";
    /// Title of a quote that draws attention: a note.
    alert_note = "NOTE", "注";
    /// A tip.
    alert_tip = "TIP", "提示";
    /// Something important.
    alert_important = "IMPORTANT", "重要";
    /// A warning.
    alert_warning = "WARNING", "警告";
    /// A danger.
    alert_caution = "CAUTION", "当心";
}
