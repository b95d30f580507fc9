//! The words of statistics in English and Chinese, for screen and reports alike. A text missing in one
//! language does not compile.

use crate::card::Lang;

/// A heading, and what the figures below it count.
pub type Heading = (&'static str, &'static str);

/// The words in one language.
#[derive(Debug)]
pub struct Words {
    /// The code of the language, as HTML has it.
    pub code: &'static str,
    /// Heading of it all.
    pub title: &'static str,
    /// What holds for all figures.
    pub about: &'static str,
    /// Figures at a time.
    pub at: fn(&str) -> String,
    /// Only answers to cards of the chosen decks count.
    pub only_these: &'static str,
    /// Nothing to count yet.
    pub nothing: &'static str,
    /// The figures are being made.
    pub counting: &'static str,
    /// Names of the sections, in their order.
    pub sections: [&'static str; 10],

    /// The most important figures.
    pub summary: Heading,
    /// Cards by state.
    pub cards: Heading,
    /// Answers by grade.
    pub grades: Heading,
    /// A year of days.
    pub calendar: Heading,
    /// Hours of the clock.
    pub hours: Heading,
    /// The last days.
    pub days: Heading,
    /// The last weeks.
    pub weeks: Heading,
    /// The last months.
    pub months: Heading,
    /// Sums of the forecast.
    pub forecast_sums: Heading,
    /// The coming days.
    pub forecast: Heading,
    /// True retention over the whole log.
    pub retention: Heading,
    /// True retention by day.
    pub retention_days: Heading,
    /// True retention by week.
    pub retention_weeks: Heading,
    /// True retention by month.
    pub retention_months: Heading,
    /// Decks.
    pub decks: Heading,
    /// Topics.
    pub topics: Heading,
    /// Cards by stability.
    pub stability: Heading,
    /// Cards by difficulty.
    pub difficulty: Heading,
    /// Cards by recall now.
    pub retrievability: Heading,
    /// The hardest cards.
    pub hardest: Heading,
    /// Leeches.
    pub leeches: Heading,
    /// How well recall was predicted.
    pub calibration_summary: Heading,
    /// Predicted against actual recall.
    pub calibration: Heading,
    /// The learner's own prediction.
    pub confidence: Heading,
    /// Towards the interview.
    pub readiness_summary: Heading,
    /// Readiness day by day.
    pub readiness: Heading,
    /// No date was set.
    pub no_date: &'static str,

    /// Names of the figures of the summary, in their order.
    pub summary_rows: [&'static str; 13],
    /// Names of the states: without answer, new, learning, young, mature, relearning, suspended, flagged.
    pub states: [&'static str; 8],
    /// Names of the grades, worst first.
    pub grade_names: [&'static str; 4],
    /// Names of the confidences, least first.
    pub confidences: [&'static str; 4],
    /// Young, mature, all.
    pub ages: [&'static str; 3],
    /// A number of coming days.
    pub next_days: fn(usize) -> String,
    /// Names of the figures of calibration: predicted, actual, log loss, log loss of the mean, RMSE.
    pub calibration_rows: [&'static str; 5],
    /// Names of the figures of readiness: date, days left, expected, cards.
    pub readiness_rows: [&'static str; 4],
    /// Short names of the days of a week, from Monday.
    pub weekdays: [&'static str; 7],
    /// A table that can be unfolded, with its number of rows.
    pub rows: fn(usize) -> String,
    /// A deck's cards below no heading.
    pub no_topic: &'static str,

    /// Columns.
    pub columns: Columns,
}

/// Titles of columns.
#[derive(Debug)]
pub struct Columns {
    /// What a figure is.
    pub figure: &'static str,
    /// Its value.
    pub value: &'static str,
    /// A state of cards.
    pub state: &'static str,
    /// Cards.
    pub cards: &'static str,
    /// A grade.
    pub grade: &'static str,
    /// Answers.
    pub answers: &'static str,
    /// A share of a whole.
    pub share: &'static str,
    /// A day.
    pub day: &'static str,
    /// A week, by its Monday.
    pub week: &'static str,
    /// A month.
    pub month: &'static str,
    /// An hour.
    pub hour: &'static str,
    /// Days with an answer.
    pub studied: &'static str,
    /// New cards.
    pub new: &'static str,
    /// Minutes.
    pub minutes: &'static str,
    /// Due cards.
    pub due: &'static str,
    /// Which days.
    pub days: &'static str,
    /// The age of a memory.
    pub age: &'static str,
    /// Recalled answers.
    pub recalled: &'static str,
    /// Of how many.
    pub of: &'static str,
    /// The share recalled.
    pub recall: &'static str,
    /// The least it may be.
    pub low: &'static str,
    /// The most it may be.
    pub high: &'static str,
    /// The share recalled of young cards.
    pub young: &'static str,
    /// The share recalled of mature cards.
    pub mature: &'static str,
    /// A deck.
    pub deck: &'static str,
    /// A topic.
    pub topic: &'static str,
    /// Seen cards.
    pub seen: &'static str,
    /// Expected recall now of the seen cards.
    pub now: &'static str,
    /// The least of a range.
    pub from: &'static str,
    /// The most of a range.
    pub to: &'static str,
    /// A question.
    pub question: &'static str,
    /// Difficulty.
    pub difficulty: &'static str,
    /// Stability in days.
    pub stability: &'static str,
    /// Times forgotten.
    pub lapses: &'static str,
    /// Predicted recall.
    pub predicted: &'static str,
    /// Actual recall.
    pub actual: &'static str,
    /// How sure the learner was.
    pub confidence: &'static str,
    /// Cards expected to be recalled.
    pub expected: &'static str,
}

/// The words in `lang`.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

static ENGLISH: Words = Words {
    code: "en",
    title: "Statistics",
    about: "A day is a study day: it ends at the hour set in the settings. Answers taken back do not count.",
    at: |day| format!("as of {day}"),
    only_these: "Only answers to cards of these decks count.",
    nothing: "Nothing to count yet.",
    counting: "Reading the whole review log…",
    sections: [
        "Overview",
        "Calendar",
        "Activity",
        "Forecast",
        "Retention",
        "Topics",
        "Memory",
        "Hard cards",
        "Calibration",
        "Readiness",
    ],
    summary: ("Today and so far", "Today is the study day at hand; recall counts as true retention does."),
    cards: (
        "Cards",
        "Each card of the decks once. Young and mature: in review, stability below or from 21 days.",
    ),
    grades: ("Grades", "All answers, by grade."),
    calendar: ("A year of days", "Answers on each study day of the last 53 weeks."),
    hours: (
        "Time of day",
        "All answers by the hour of this machine's clock; recall is the true retention of that hour.",
    ),
    days: ("Last 30 days", "Answers, new cards and time from question to grade, by study day."),
    weeks: ("Last 26 weeks", "The same by week; a week begins on Monday."),
    months: ("Last 24 months", "The same by calendar month."),
    forecast_sums: ("Sums", "What the coming days ask for, today included; new cards are not in it."),
    forecast: (
        "Next 90 days",
        "Due: cards due that day as of now, overdue ones today. Answers: when each card is answered good on its day. Minutes: at your own pace, 1.2 answers a card.",
    ),
    retention: (
        "True retention",
        "The first answer of a day to a card in review, last answered on an earlier day. Recalled: not again. Young: stability below 21 days. Range: 95 % (Wilson).",
    ),
    retention_days: ("True retention by day", "The last 30 study days."),
    retention_weeks: ("True retention by week", "The last 26 weeks, from Monday."),
    retention_months: ("True retention by month", "The last 24 calendar months."),
    decks: (
        "Decks",
        "Recall: true retention over the whole log, with the range it lies in with 95 % confidence. Now: expected recall of the seen cards today.",
    ),
    topics: ("Topics", "The same for each heading above the cards."),
    stability: ("Stability", "Seen cards by the days until recall falls to 90 %."),
    difficulty: ("Difficulty", "Seen cards by difficulty, from 1 to 10."),
    retrievability: ("Recall now", "Seen cards by the probability of recall today."),
    hardest: ("Hardest cards", "The 20 seen cards of the highest difficulty; equals by lapses."),
    leeches: ("Leeches", "Cards forgotten at least 8 times after they had left the learning steps."),
    calibration_summary: (
        "Does the scheduler know you?",
        "Every answer at least a day after the card's last. Lower log loss and RMSE are better; the log loss should be below that of always predicting the mean.",
    ),
    calibration: (
        "Predicted and actual recall",
        "The same answers by the recall that was predicted for them. On the diagonal, prediction and outcome agree.",
    ),
    confidence: (
        "Do you know yourself?",
        "Answers before which you said how sure you were, and how many of them you recalled.",
    ),
    readiness_summary: (
        "The interview",
        "Expected: the sum of the probabilities of recall on that day, if nothing more were studied, over the cards with an answer that the plan gives a weight above 0. A card never seen counts as not recalled.",
    ),
    readiness: (
        "How it moved",
        "The same as of the end of each day with an answer, had study ended there; of the cards in scope now.",
    ),
    no_date: "No interview date is set.",
    summary_rows: [
        "Answers today",
        "Cards today",
        "New cards today",
        "Minutes today",
        "Recall today",
        "Cards waiting",
        "Minutes waiting",
        "Streak, days",
        "Longest streak, days",
        "Days studied",
        "Answers in all",
        "Hours in all",
        "Cards recalled if asked now",
    ],
    states: ["no answer", "new", "learning", "young", "mature", "relearning", "suspended", "flagged"],
    grade_names: ["Again", "Hard", "Good", "Easy"],
    confidences: ["I don't know", "rather not", "rather yes", "sure"],
    ages: ["young", "mature", "all"],
    next_days: |days| if days == 1 { "today".to_owned() } else { format!("next {days} days") },
    calibration_rows: [
        "Predicted recall",
        "Actual recall",
        "Log loss",
        "Log loss of the mean",
        "RMSE (bins)",
    ],
    readiness_rows: ["Date", "Days left", "Expected recall, cards", "Cards in scope"],
    weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    rows: |rows| if rows == 1 { "Table, 1 row".to_owned() } else { format!("Table, {rows} rows") },
    no_topic: "(no heading)",
    columns: Columns {
        figure: "figure",
        value: "value",
        state: "state",
        cards: "cards",
        grade: "grade",
        answers: "answers",
        share: "share",
        day: "day",
        week: "week of",
        month: "month",
        hour: "hour",
        studied: "days",
        new: "new",
        minutes: "minutes",
        due: "due",
        days: "days",
        age: "age",
        recalled: "recalled",
        of: "of",
        recall: "recall",
        low: "from",
        high: "to",
        young: "young",
        mature: "mature",
        deck: "deck",
        topic: "topic",
        seen: "seen",
        now: "now",
        from: "from",
        to: "to",
        question: "question",
        difficulty: "difficulty",
        stability: "stability",
        lapses: "lapses",
        predicted: "predicted",
        actual: "actual",
        confidence: "confidence",
        expected: "expected",
    },
};

static CHINESE: Words = Words {
    code: "zh",
    title: "统计",
    about: "一天指学习日，在设置的钟点结束。已撤销的回答不计。",
    at: |day| format!("截至 {day}"),
    only_these: "只计这些卡组中卡片的回答。",
    nothing: "还没有可统计的内容。",
    counting: "正在读取全部复习记录……",
    sections: ["概览", "日历", "学习量", "预测", "保持率", "主题", "记忆", "难卡", "校准", "准备度"],
    summary: ("今天与至今", "今天指当前学习日；回忆率按真实保持率计算。"),
    cards: ("卡片", "卡组中的每张卡片计一次。幼卡与熟卡：处于复习阶段，稳定度低于 21 天或不低于 21 天。"),
    grades: ("评分", "全部回答，按评分。"),
    calendar: ("一年的学习日", "最近 53 周每个学习日的回答次数。"),
    hours: ("一天中的时间", "全部回答，按本机时钟的小时；回忆率是该小时的真实保持率。"),
    days: ("最近 30 天", "每个学习日的回答、新卡，以及从出题到评分的时间。"),
    weeks: ("最近 26 周", "同上，按周；一周从星期一开始。"),
    months: ("最近 24 个月", "同上，按自然月。"),
    forecast_sums: ("合计", "未来若干天（含今天）的复习；不含新卡。"),
    forecast: (
        "未来 90 天",
        "到期：目前安排在那天的卡片，逾期的算在今天。回答：每张卡片都在当天答为良好时的次数。分钟：按你自己的速度，每张 1.2 次回答。",
    ),
    retention: (
        "真实保持率",
        "复习阶段的卡片，上次回答在更早的一天，当天第一次回答。评分不是重来即为记住。幼卡：稳定度低于 21 天。区间：95%（Wilson）。",
    ),
    retention_days: ("每日真实保持率", "最近 30 个学习日。"),
    retention_weeks: ("每周真实保持率", "最近 26 周，从星期一起。"),
    retention_months: ("每月真实保持率", "最近 24 个自然月。"),
    decks: ("卡组", "回忆率：全部记录的真实保持率，并给出 95% 置信区间。当前：学过的卡片今天的预计回忆率。"),
    topics: ("主题", "同上，按卡片所在的标题。"),
    stability: ("稳定度", "学过的卡片，按回忆率降到 90% 所需的天数。"),
    difficulty: ("难度", "学过的卡片，按难度 1 到 10。"),
    retrievability: ("当前回忆率", "学过的卡片，按今天的预计回忆率。"),
    hardest: ("最难的卡片", "难度最高的 20 张学过的卡片；难度相同者按遗忘次数。"),
    leeches: ("顽固卡", "离开学习步骤后至少忘记 8 次的卡片。"),
    calibration_summary: (
        "调度器了解你吗？",
        "距该卡上次回答至少一天的每次回答。对数损失与 RMSE 越低越好；对数损失应低于始终预测平均值的损失。",
    ),
    calibration: ("预测与实际回忆率", "同样的回答，按当时预测的回忆率分组。在对角线上，预测与结果一致。"),
    confidence: ("你了解自己吗？", "回答前说过把握程度的回答，以及其中记住了多少。"),
    readiness_summary: (
        "面试",
        "预计：若不再学习，计划范围内（有答案且权重大于 0）的卡片在那天的回忆概率之和。没学过的卡片按记不住计算。",
    ),
    readiness: ("变化", "同上，每个学习日结束时的数值（假设学习到此为止），始终按现在范围内的卡片计算。"),
    no_date: "还没有设定面试日期。",
    summary_rows: [
        "今天回答",
        "今天卡片",
        "今天新卡",
        "今天分钟",
        "今天回忆率",
        "等待的卡片",
        "等待的分钟",
        "连续天数",
        "最长连续天数",
        "学习天数",
        "回答总数",
        "小时总数",
        "现在能记住的卡片",
    ],
    states: ["无答案", "新卡", "学习", "幼卡", "熟卡", "重学", "已暂停", "已标记"],
    grade_names: ["重来", "困难", "良好", "简单"],
    confidences: ["不知道", "不太有把握", "比较有把握", "有把握"],
    ages: ["幼卡", "熟卡", "全部"],
    next_days: |days| if days == 1 { "今天".to_owned() } else { format!("未来 {days} 天") },
    calibration_rows: ["预测回忆率", "实际回忆率", "对数损失", "平均值的对数损失", "RMSE（分组）"],
    readiness_rows: ["日期", "剩余天数", "预计记住的卡片", "范围内的卡片"],
    weekdays: ["一", "二", "三", "四", "五", "六", "日"],
    rows: |rows| format!("表格，{rows} 行"),
    no_topic: "（无标题）",
    columns: Columns {
        figure: "项目",
        value: "数值",
        state: "状态",
        cards: "卡片",
        grade: "评分",
        answers: "回答",
        share: "比例",
        day: "日期",
        week: "周（起）",
        month: "月份",
        hour: "小时",
        studied: "天数",
        new: "新卡",
        minutes: "分钟",
        due: "到期",
        days: "时段",
        age: "阶段",
        recalled: "记住",
        of: "总数",
        recall: "回忆率",
        low: "下限",
        high: "上限",
        young: "幼卡",
        mature: "熟卡",
        deck: "卡组",
        topic: "主题",
        seen: "学过",
        now: "当前",
        from: "从",
        to: "到",
        question: "问题",
        difficulty: "难度",
        stability: "稳定度",
        lapses: "遗忘",
        predicted: "预测",
        actual: "实际",
        confidence: "把握",
        expected: "预计",
    },
};
