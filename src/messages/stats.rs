//! The words of statistics, for screens and reports alike.

use super::columns::{self, ColumnMessages};
use chrono::Weekday;

/// A heading, and what the figures below it count.
pub type Heading = (&'static str, &'static str);

table! {
    /// Statistics, in one language.
    pub struct StatsMessages;

    /// The code of the language, as HTML has it.
    code =
        "en",
        "zh";
    /// Heading of it all.
    title =
        "Statistics",
        "统计";
    /// What holds for all figures.
    about =
        "A day is a study day: it ends at the hour set in the settings. Answers taken back do not count.",
        "一天指学习日，在设置的钟点结束。已撤销的回答不计。";
    /// Figures at a time.
    at: fn(&str) -> String =
        |day| format!("as of {day}"),
        |day| format!("截至 {day}");
    /// Only answers to cards of the chosen decks count.
    only_these =
        "Only answers to cards of these decks count.",
        "只计这些卡组中卡片的回答。";
    /// Nothing to count yet.
    nothing =
        "Nothing to count yet.",
        "还没有可统计的内容。";
    /// The figures are being made.
    counting =
        "Reading the whole review log…",
        "正在读取全部复习记录……";
    /// The title of the section `overview`.
    title_of_overview =
        "Overview",
        "概览";
    /// The title of the section `calendar`.
    title_of_calendar =
        "Calendar",
        "日历";
    /// The title of the section `activity`.
    title_of_activity =
        "Activity",
        "学习量";
    /// The title of the section `forecast`.
    title_of_forecast =
        "Forecast",
        "预测";
    /// The title of the section `retention`.
    title_of_retention =
        "Retention",
        "保持率";
    /// The title of the section `topics`.
    title_of_topics =
        "Topics",
        "主题";
    /// The title of the section `memory`.
    title_of_memory =
        "Memory",
        "记忆";
    /// The title of the section `hard`.
    title_of_hard =
        "Hard cards",
        "易忘卡";
    /// The title of the section `calibration`.
    title_of_calibration =
        "Calibration",
        "校准";
    /// The title of the section `readiness`.
    title_of_readiness =
        "Readiness",
        "面试准备度";
    /// The most important figures.
    summary: Heading =
        ("Today and so far", "Today = current study day. Recall = true retention."),
        ("今日与累计", "今天指当前学习日；保持率按真实保持率计算。");
    /// Cards by state.
    cards: Heading =
        (
        "Cards",
        "Each card of the decks once; a follow-up opens once the question above it is recalled. Young and mature: in review, stability below or from 21 days.",
    ),
        ("卡片", "卡组中的每张卡片计一次；答出上层问题后，追问才会解锁。年轻卡与成熟卡：处于复习阶段，稳定度低于 21 天或不低于 21 天。");
    /// Answers by grade.
    grades: Heading =
        ("Grades", "All answers, by grade."),
        ("评分", "全部回答，按评分。");
    /// A year of days.
    calendar: Heading =
        ("A year of days", "Answers on each study day of the last 53 weeks."),
        ("一年的学习日", "最近 53 周每个学习日的回答次数。");
    /// Hours of the clock.
    hours: Heading =
        (
        "Time of day",
        "All answers by the hour of this machine's clock; recall is the true retention of that hour.",
    ),
        ("一天中的时间", "全部回答，按本机时钟的小时；保持率是该小时的真实保持率。");
    /// The last days.
    days: Heading =
        ("Last 30 days", "Answers, new cards and time from question to grade, by study day."),
        ("最近 30 天", "每个学习日的回答、新卡，以及从出题到评分的时间。");
    /// The last weeks.
    weeks: Heading =
        ("Last 26 weeks", "The same by week; a week begins on Monday."),
        ("最近 26 周", "同上，按周；一周从星期一开始。");
    /// The last months.
    months: Heading =
        ("Last 24 months", "The same by calendar month."),
        ("最近 24 个月", "同上，按自然月。");
    /// Sums of the forecast.
    forecast_sums: Heading =
        ("Sums", "What the coming days ask for, today included; new cards are not in it."),
        ("合计", "未来若干天（含今天）的复习；不含新卡。");
    /// The coming days.
    forecast: Heading =
        (
        "Next 90 days",
        "Due: cards due that day as of now, overdue ones today. Answers: when each card is answered good on its day. Minutes: at your own pace, 1.2 answers a card.",
    ),
        (
        "未来 90 天",
        "到期：目前安排在那天的卡片，逾期的算在今天。回答：每张卡片都在当天答为良好时的次数。分钟：按你自己的速度，每张 1.2 次回答。",
    );
    /// True retention over the whole log.
    retention: Heading =
        (
        "True retention",
        "The first answer of a day to a card in review, last answered on an earlier day. Recalled: not again. Young: stability below 21 days. Range: 95% (Wilson).",
    ),
        (
        "真实保持率",
        "复习阶段的卡片，上次回答在更早的一天，当天第一次回答。评分不是重来即为记住。年轻卡：稳定度低于 21 天。区间：95%（Wilson）。",
    );
    /// True retention by day.
    retention_days: Heading =
        ("True retention by day", "The last 30 study days."),
        ("每日真实保持率", "最近 30 个学习日。");
    /// True retention by week.
    retention_weeks: Heading =
        ("True retention by week", "The last 26 weeks, from Monday."),
        ("每周真实保持率", "最近 26 周，从星期一起。");
    /// True retention by month.
    retention_months: Heading =
        ("True retention by month", "The last 24 calendar months."),
        ("每月真实保持率", "最近 24 个自然月。");
    /// Decks.
    decks: Heading =
        (
        "Decks",
        "Recall: true retention over the whole log, with the range it lies in with 95% confidence. Now: expected recall of the seen cards today.",
    ),
        ("卡组", "保持率：全部记录的真实保持率，并给出 95% 置信区间。当前：学过的卡片今天的预计保持率。");
    /// Topics.
    topics: Heading =
        ("Topics", "The same for each heading above the cards."),
        ("主题", "同上，按卡片所在的标题。");
    /// Cards by stability.
    stability: Heading =
        ("Stability", "Seen cards by the days until recall falls to 90%."),
        ("稳定度", "学过的卡片，按保持率降到 90% 所需的天数。");
    /// Cards by difficulty.
    difficulty: Heading =
        ("Difficulty", "Seen cards by difficulty, from 1 to 10."),
        ("难度", "学过的卡片，按难度 1 到 10。");
    /// Cards by recall now.
    retrievability: Heading =
        ("Recall now", "Seen cards by the probability of recall today."),
        ("当前保持率", "学过的卡片，按今天的预计保持率。");
    /// The hardest cards.
    hardest: Heading =
        ("Hardest cards", "The 20 seen cards of the highest difficulty; equals by lapses."),
        ("最难的卡片", "难度最高的 20 张学过的卡片；难度相同者按遗忘次数。");
    /// Leeches.
    leeches: Heading =
        ("Leeches", "Cards forgotten at least 8 times after they had left the learning steps."),
        ("顽固卡", "离开学习步骤后至少忘记 8 次的卡片。");
    /// How well recall was predicted.
    calibration_summary: Heading =
        (
        "Does the scheduler know you?",
        "Every answer at least a day after the card's last. Lower log loss and RMSE are better; the log loss should be below that of always predicting the mean.",
    ),
        (
        "调度器了解你吗？",
        "距该卡上次回答至少一天的每次回答。对数损失与 RMSE 越低越好；对数损失应低于始终预测平均值的损失。",
    );
    /// Predicted against actual recall.
    calibration: Heading =
        (
        "Predicted and actual recall",
        "The same answers by the recall that was predicted for them. On the diagonal, prediction and outcome agree.",
    ),
        ("预测与实际保持率", "同样的回答，按当时预测的保持率分组。在对角线上，预测与结果一致。");
    /// The learner's own prediction.
    confidence: Heading =
        (
        "Do you know yourself?",
        "Answers before which you said how sure you were, and how many of them you recalled.",
    ),
        ("你了解自己吗？", "回答前说过把握程度的回答，以及其中记住了多少。");
    /// Towards the interview.
    readiness_summary: Heading =
        (
        "The interview",
        "Expected: the sum of the probabilities of recall on that day, if nothing more were studied, over the cards with an answer that the plan gives a weight above 0. A card never seen counts as not recalled.",
    ),
        (
        "面试",
        "预计：若不再学习，计划范围内（有答案且权重大于 0）的卡片在那天的回忆概率之和。没学过的卡片按记不住计算。",
    );
    /// Readiness day by day.
    readiness: Heading =
        (
        "How it moved",
        "Readiness as it stood at the end of each study day; of the cards in scope now.",
    ),
        ("变化", "同上，每个学习日结束时的数值（假设学习到此为止），始终按现在范围内的卡片计算。");
    /// No date was set.
    no_date =
        "No interview date is set.",
        "还没有设定面试日期。";
    /// Answers of today.
    answers_today =
        "Answers today",
        "今天回答";
    /// Cards of today.
    cards_today =
        "Cards today",
        "今天卡片";
    /// New cards of today.
    new_today =
        "New cards today",
        "今天新卡";
    /// Minutes of today.
    minutes_today =
        "Minutes today",
        "今天分钟";
    /// Recall of today.
    recall_today =
        "Recall today",
        "今天保持率";
    /// Cards that wait.
    waiting =
        "Cards waiting",
        "待学卡片";
    /// Minutes that they take.
    waiting_minutes =
        "Minutes waiting",
        "预计用时（分钟）";
    /// Days in a row.
    streak =
        "Streak, days",
        "连续天数";
    /// The longest such row.
    longest_streak =
        "Longest streak, days",
        "最长连续天数";
    /// Days with an answer.
    days_studied =
        "Days studied",
        "学习天数";
    /// Answers in all.
    all_answers =
        "Answers in all",
        "回答总数";
    /// Hours in all.
    all_hours =
        "Hours in all",
        "累计用时（小时）";
    /// Cards that would be recalled now.
    recalled_now =
        "Cards recalled if asked now",
        "现在能记住的卡片";
    /// Cards that are unanswered.
    state_unanswered =
        "no answer",
        "无答案";
    /// Follow-ups whose question above was not recalled yet.
    state_closed =
        "follow-ups, not open yet",
        "未解锁的追问";
    /// Cards that are new.
    state_new =
        "new",
        "新卡";
    /// Cards that are learning.
    state_learning =
        "learning",
        "学习";
    /// Cards that are young.
    state_young =
        "young",
        "年轻卡";
    /// Cards that are mature.
    state_mature =
        "mature",
        "成熟卡";
    /// Cards that are relearning.
    state_relearning =
        "relearning",
        "重学";
    /// Cards that are suspended.
    state_suspended =
        "suspended",
        "已暂停";
    /// Cards that are flagged.
    state_flagged =
        "flagged",
        "已标记";
    /// Young memories.
    age_young =
        "young",
        "年轻卡";
    /// Mature memories.
    age_mature =
        "mature",
        "成熟卡";
    /// All of them.
    age_all =
        "all",
        "全部";
    /// A number of coming days.
    next_days: fn(usize) -> String =
        |days| if days == 1 { "today".to_owned() } else { format!("next {days} days") },
        |days| if days == 1 { "今天".to_owned() } else { format!("未来 {days} 天") };
    /// Recall as it was predicted.
    predicted_recall =
        "Predicted recall",
        "预测保持率";
    /// Recall as it was.
    actual_recall =
        "Actual recall",
        "实际保持率";
    /// The log loss.
    log_loss =
        "Log loss",
        "对数损失";
    /// The log loss of always predicting the mean.
    log_loss_of_mean =
        "Log loss of the mean",
        "平均值的对数损失";
    /// The root mean square error over bins.
    rmse =
        "RMSE (bins)",
        "RMSE（分组）";
    /// The day of the interview.
    interview_date =
        "Date",
        "日期";
    /// Days until then.
    days_left =
        "Days left",
        "剩余天数";
    /// Cards that will be recalled then.
    expected_recall =
        "Expected recall, cards",
        "预计记住的卡片";
    /// Cards that count.
    cards_in_scope =
        "Cards in scope",
        "范围内的卡片";
    /// What would give a table, by its key, that has nothing to say yet.
    missing: fn(&str) -> &'static str =
        |key| match key {
        "hardest" | "leeches" => {
            "No card is hard for you yet: cards that are forgotten again and again stand here."
        }
        "stability" | "difficulty" | "retrievability" => {
            "Study a card: what is known of its memory stands here."
        }
        "retention_days" | "retention_weeks" | "retention_months" | "calibration" => {
            "Review a card on a later day than the first: from then on it can be counted."
        }
        "confidence" => "Switch \"Ask how sure\" on in the settings: your own prediction stands here then.",
        "readiness" => {
            "Set the day of your interview (p on the home screen) and study: each day stands here then."
        }
        "decks" | "topics" => "Import notes or switch a deck on: decks and topics stand here.",
        _ => "Answer a card: what you did stands here.",
    },
        |key| match key {
        "hardest" | "leeches" => "还没有难卡：反复忘记的卡片会列在这里。",
        "stability" | "difficulty" | "retrievability" => "学一张卡片，就能看到它的记忆状态。",
        "retention_days" | "retention_weeks" | "retention_months" | "calibration" => {
            "隔天复习过卡片之后，这里才有数据。"
        }
        "confidence" => "在设置里打开“作答前自评把握”，这里会显示你的预测准不准。",
        "readiness" => "设定面试日期（主页按 p）并开始学习，这里会显示每天的变化。",
        "decks" | "topics" => "导入笔记或启用卡组后，这里会列出卡组和主题。",
        _ => "答一张卡片，这里就会有记录。",
    };
    /// What would give a figure that is missing.
    missing_figure =
        "after reviews",
        "暂无数据";
    /// A day of a week, as short as can be.
    weekday: fn(Weekday) -> &'static str =
        |day| match day {
            Weekday::Mon => "Mo",
            Weekday::Tue => "Tu",
            Weekday::Wed => "We",
            Weekday::Thu => "Th",
            Weekday::Fri => "Fr",
            Weekday::Sat => "Sa",
            Weekday::Sun => "Su",
        },
        |day| match day {
            Weekday::Mon => "一",
            Weekday::Tue => "二",
            Weekday::Wed => "三",
            Weekday::Thu => "四",
            Weekday::Fri => "五",
            Weekday::Sat => "六",
            Weekday::Sun => "日",
        };
    /// A table that can be unfolded, with its number of rows.
    rows: fn(usize) -> String =
        |rows| if rows == 1 { "Table, 1 row".to_owned() } else { format!("Table, {rows} rows") },
        |rows| format!("表格，{rows} 行");
    /// A deck's cards below no heading.
    no_topic =
        "(no heading)",
        "（无标题）";
    /// Titles of columns.
    columns: &'static ColumnMessages = &columns::ENGLISH, &columns::CHINESE;
}
