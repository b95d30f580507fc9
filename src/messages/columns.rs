//! Titles of columns, in statistics and reports.

table! {
    /// Titles of columns, in one language.
    pub struct ColumnMessages;

    /// What a figure is.
    figure = "figure", "项目";
    /// Its value.
    value = "value", "数值";
    /// A state of cards.
    state = "state", "状态";
    /// Cards.
    cards = "cards", "卡片";
    /// A grade.
    grade = "grade", "评分";
    /// Answers.
    answers = "answers", "回答";
    /// A share of a whole.
    share = "share", "比例";
    /// A day.
    day = "day", "日期";
    /// A week, by its Monday.
    week = "week of", "周（起）";
    /// A month.
    month = "month", "月份";
    /// An hour.
    hour = "hour", "小时";
    /// Days with an answer.
    studied = "days", "天数";
    /// New cards.
    new = "new", "新卡";
    /// Minutes.
    minutes = "minutes", "分钟";
    /// Due cards.
    due = "due", "到期";
    /// Which days.
    days = "days", "时段";
    /// The age of a memory.
    age = "age", "阶段";
    /// Recalled answers.
    recalled = "recalled", "记住";
    /// Of how many.
    of = "of", "总数";
    /// The share recalled.
    recall = "recall", "保持率";
    /// The least it may be.
    low = "from", "下限";
    /// The most it may be.
    high = "to", "上限";
    /// The share recalled of young cards.
    young = "young", "年轻卡";
    /// The share recalled of mature cards.
    mature = "mature", "成熟卡";
    /// A deck.
    deck = "deck", "卡组";
    /// A topic.
    topic = "topic", "主题";
    /// Seen cards.
    seen = "seen", "学过";
    /// Expected recall now of the seen cards.
    now = "now", "当前";
    /// The least of a range.
    from = "from", "从";
    /// The most of a range.
    to = "to", "到";
    /// A question.
    question = "question", "问题";
    /// Difficulty.
    difficulty = "difficulty", "难度";
    /// Stability in days.
    stability = "stability", "稳定度";
    /// Times forgotten.
    lapses = "lapses", "遗忘";
    /// Predicted recall.
    predicted = "predicted", "预测";
    /// Actual recall.
    actual = "actual", "实际";
    /// How sure the learner was.
    confidence = "confidence", "把握";
    /// Cards expected to be recalled.
    expected = "expected", "预计";
}
