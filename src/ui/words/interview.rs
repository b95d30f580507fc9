//! The words of mock interviews, and of noting what a real one asked.

/// The words in one language.
#[derive(Debug)]
pub struct InterviewWords {
    /// What it is called.
    pub title: &'static str,
    /// How many questions.
    pub questions: &'static str,
    /// How many minutes for all of them.
    pub minutes: &'static str,
    /// Time for each question, and cards to draw from.
    pub outline: fn(&str, usize) -> String,
    /// The row that goes on with an interrupted round: answers, day.
    pub go_on: fn(usize, &str) -> String,
    /// Told at the start of the program: answers that wait for their grades.
    pub waiting: fn(usize) -> String,
    /// Asked before answers are dropped.
    pub drop_again: &'static str,
    /// Answers were dropped.
    pub dropped: fn(usize) -> String,
    /// No card is chosen.
    pub no_cards: &'static str,

    /// Which question of how many.
    pub question: fn(usize, u32) -> String,
    /// A question that follows up the one before.
    pub follow_up: &'static str,
    /// Time left in the round.
    pub left: fn(&str) -> String,
    /// No time is left in the round.
    pub time_up: &'static str,
    /// What to do with a question.
    pub speak: &'static str,
    /// The four answers to it, the least sure first.
    pub confidence: [&'static str; 4],
    /// Asked before the round is ended.
    pub end_again: &'static str,
    /// An answer was taken back.
    pub taken_back: &'static str,

    /// Which answer is being graded, of how many.
    pub grading: fn(usize, usize) -> String,
    /// Points ticked, of how many.
    pub points: fn(usize, usize) -> String,
    /// The grade that the ticks speak for.
    pub suggested: fn(&str) -> String,
    /// Nothing is ticked yet.
    pub tick_hint: &'static str,
    /// The sign of points that were missed the last time.
    pub missed_before: &'static str,

    /// Heading of the report.
    pub report: &'static str,
    /// Share of what could be had.
    pub score: &'static str,
    /// Questions answered, and the time they took.
    pub summary: fn(usize, &str) -> String,
    /// Questions of a topic.
    pub asked_of_topic: fn(u32) -> String,
    /// Heading: by topic.
    pub by_topic: &'static str,
    /// Heading: answers that took too long.
    pub slow: fn(&str) -> String,
    /// Heading: thought to be known, and not known.
    pub sure_but_wrong: &'static str,
    /// Heading: what to study now.
    pub study_now: &'static str,
    /// Heading: confidence against grades.
    pub by_confidence: &'static str,
    /// Heading: all answers.
    pub answers: &'static str,
    /// Nothing belongs under a heading.
    pub none: &'static str,
    /// Columns of the tables: topic, questions, score, time, question, grade, confidence, points.
    pub columns: [&'static str; 8],
    /// Where the report was written.
    pub written: fn(&str) -> String,

    /// Heading of the note that a real interview asked a card.
    pub asked: &'static str,
    /// Asked there.
    pub how_went: &'static str,
    /// It was noted: cards, grade.
    pub noted: fn(usize, &str) -> String,
    /// The note was taken back.
    pub not_noted: &'static str,
    /// A card, how often it was asked, and how that went: for a command's output.
    pub told: fn(&str, u32, &str) -> String,

    /// Open the set-up.
    pub act_interview: &'static str,
    /// Start the round, or go on grading.
    pub act_start: &'static str,
    /// Take a deck or topic in, or leave it out.
    pub act_choose: &'static str,
    /// More, or open a deck.
    pub act_more: &'static str,
    /// Fewer, or close a deck.
    pub act_fewer: &'static str,
    /// Drop the answers of an interrupted round.
    pub act_drop: &'static str,
    /// End the round.
    pub act_end: &'static str,
    /// Tick a point.
    pub act_tick: &'static str,
    /// Tick all points.
    pub act_tick_all: &'static str,
    /// Grade as suggested.
    pub act_accept: &'static str,
    /// Leave the grading for later.
    pub act_later: &'static str,
    /// Write the report into a file.
    pub act_export: &'static str,
    /// Study what was not known.
    pub act_study: &'static str,
    /// Note that a real interview asked this card.
    pub act_asked: &'static str,
}

/// The English words.
pub static ENGLISH: InterviewWords = InterviewWords {
    title: "Mock interview",
    questions: "Questions",
    minutes: "Minutes",
    outline: |pace, cards| match cards {
        1 => format!("{pace} for each question · 1 card to draw from"),
        _ => format!("{pace} for each question · {cards} cards to draw from"),
    },
    go_on: |answers, day| match answers {
        1 => format!("Go on grading: 1 answer of {day}"),
        _ => format!("Go on grading: {answers} answers of {day}"),
    },
    waiting: |answers| match answers {
        1 => {
            "1 answer of a mock interview waits for its grade; the mock interview goes on with it.".to_owned()
        }
        _ => format!(
            "{answers} answers of a mock interview wait for their grades; the mock interview goes on with them."
        ),
    },
    drop_again: "These answers would be lost. The same key again drops them.",
    dropped: |answers| match answers {
        1 => "1 answer dropped.".to_owned(),
        _ => format!("{answers} answers dropped."),
    },
    no_cards: "No card is chosen that could be asked.",
    question: |number, of| format!("Question {number} of {of}"),
    follow_up: "follow-up",
    left: |time| format!("{time} left"),
    time_up: "time is up",
    speak: "Answer aloud, then say how sure you are. The answers come after the last question.",
    confidence: ["no idea", "unsure", "fairly sure", "sure"],
    end_again: "The same key again ends the round; what was answered is graded.",
    taken_back: "Taken back. How sure are you?",
    grading: |number, of| format!("Grading {number} of {of}"),
    points: |said, of| format!("{said} of {of} points"),
    suggested: |grade| format!("suggests {grade}"),
    tick_hint: "tick what you said",
    missed_before: "! missed the last time",
    report: "Report",
    score: "Score",
    summary: |answers, time| match answers {
        1 => format!("1 question in {time}"),
        _ => format!("{answers} questions in {time}"),
    },
    asked_of_topic: |questions| match questions {
        1 => "1 question".to_owned(),
        _ => format!("{questions} questions"),
    },
    by_topic: "By topic",
    slow: |pace| format!("Slow answers (over {pace})"),
    sure_but_wrong: "Sure but wrong",
    study_now: "Study now",
    by_confidence: "How sure, how right",
    answers: "All answers",
    none: "none",
    columns: ["Topic", "Questions", "Score", "Time", "Question", "Grade", "Confidence", "Points"],
    written: |path| format!("Written to {path}"),
    asked: "Asked in a real interview",
    how_went: "How did it go?",
    noted: |cards, grade| match cards {
        1 => format!("Noted: {grade}."),
        _ => format!("Noted for {cards} cards: {grade}."),
    },
    not_noted: "Taken back.",
    told: |card, asked, grade| match asked {
        1 => format!("{card} asked once, last time {grade}"),
        _ => format!("{card} asked {asked} times, last time {grade}"),
    },
    act_interview: "mock interview",
    act_start: "start",
    act_choose: "choose",
    act_more: "more, open",
    act_fewer: "fewer, close",
    act_drop: "drop answers",
    act_end: "end the round",
    act_tick: "tick",
    act_tick_all: "tick all",
    act_accept: "accept",
    act_later: "grade later",
    act_export: "export",
    act_study: "study these",
    act_asked: "asked in an interview",
};

/// The Chinese words.
pub static CHINESE: InterviewWords = InterviewWords {
    title: "模拟面试",
    questions: "题数",
    minutes: "分钟",
    outline: |pace, cards| format!("每题 {pace} · 从 {cards} 张卡片中抽取"),
    go_on: |answers, day| format!("继续打分：{day} 的 {answers} 个回答"),
    waiting: |answers| format!("模拟面试有 {answers} 个回答等待打分，进入模拟面试即可继续。"),
    drop_again: "这些回答将会丢失。再按一次同一个键放弃它们。",
    dropped: |answers| format!("已放弃 {answers} 个回答。"),
    no_cards: "没有选中可以提问的卡片。",
    question: |number, of| format!("第 {number}/{of} 题"),
    follow_up: "追问",
    left: |time| format!("剩余 {time}"),
    time_up: "时间到",
    speak: "说出答案，再选择有多大把握。全部问完后才显示答案。",
    confidence: ["不会", "没把握", "比较有把握", "很有把握"],
    end_again: "再按一次同一个键结束本轮，已回答的进入打分。",
    taken_back: "已撤销，请重新选择把握。",
    grading: |number, of| format!("打分 {number}/{of}"),
    points: |said, of| format!("要点 {said}/{of}"),
    suggested: |grade| format!("建议：{grade}"),
    tick_hint: "勾选说到的要点",
    missed_before: "! 上次漏掉",
    report: "报告",
    score: "得分",
    summary: |answers, time| format!("{answers} 题，用时 {time}"),
    asked_of_topic: |questions| format!("{questions} 题"),
    by_topic: "按主题",
    slow: |pace| format!("回答太慢（超过 {pace}）"),
    sure_but_wrong: "有把握却答错",
    study_now: "现在该学",
    by_confidence: "把握与得分",
    answers: "全部回答",
    none: "无",
    columns: ["主题", "题数", "得分", "用时", "问题", "评分", "把握", "要点"],
    written: |path| format!("已写入 {path}"),
    asked: "真实面试中被问到",
    how_went: "答得怎么样？",
    noted: |cards, grade| match cards {
        1 => format!("已记录：{grade}。"),
        _ => format!("已为 {cards} 张卡片记录：{grade}。"),
    },
    not_noted: "已撤销。",
    told: |card, asked, grade| format!("{card} 被问过 {asked} 次，最近一次：{grade}"),
    act_interview: "模拟面试",
    act_start: "开始",
    act_choose: "选择",
    act_more: "增加、展开",
    act_fewer: "减少、收起",
    act_drop: "放弃回答",
    act_end: "结束本轮",
    act_tick: "勾选",
    act_tick_all: "全部勾选",
    act_accept: "采用建议",
    act_later: "以后打分",
    act_export: "导出",
    act_study: "学习这些",
    act_asked: "面试中被问到",
};
