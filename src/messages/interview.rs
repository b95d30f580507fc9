//! The words of mock interviews, and of noting what a real one asked.

mod reported;

pub use reported::ReportedMessages;

table! {
    /// Mock interviews, in one language.
    pub struct InterviewMessages;

    /// A report of real interviews.
    reported: &'static ReportedMessages = &reported::ENGLISH, &reported::CHINESE;
    /// What it is called.
    title = "Mock interview", "模拟面试";
    /// What the file of a report is called, before the day.
    file = "interview", "模拟面试";
    /// How many questions.
    questions = "Questions", "题数";
    /// How many minutes for all of them.
    minutes = "Minutes", "分钟";
    /// Time for each question, cards to draw from, and how many of them are follow-ups.
    outline: fn(&str, usize, usize) -> String =
        |pace, cards, follow_ups| {
            let cards = if cards == 1 { "1 card".to_owned() } else { format!("{cards} cards") };
            let follow_ups =
                if follow_ups > 0 { format!(", {follow_ups} of them follow-ups") } else { String::new() };
            format!("{pace} for each question · from {cards}{follow_ups}")
        },
        |pace, cards, follow_ups| {
            let follow_ups =
                if follow_ups > 0 { format!("（其中追问 {follow_ups} 张）") } else { String::new() };
            format!("每题 {pace} · 从 {cards} 张卡片{follow_ups}中抽取")
        };
    /// The row that goes on with an interrupted round: answers, day.
    go_on: fn(usize, &str) -> String =
        |answers, day| match answers {
            1 => format!("Go on grading: 1 answer of {day}"),
            _ => format!("Go on grading: {answers} answers of {day}"),
        },
        |answers, day| format!("继续打分：{day} 的 {answers} 个回答");
    /// Told at the start of the program: answers that wait for their grades.
    waiting: fn(usize) -> String =
        |answers| match answers {
            1 => {
                "1 answer of a mock interview waits for its grade; the mock interview goes on with it.".to_owned()
            }
            _ => format!(
                "{answers} answers of a mock interview wait for their grades; the mock interview goes on with them."
            ),
        },
        |answers| format!("模拟面试有 {answers} 个回答等待打分，进入模拟面试即可继续。");
    /// Asked before answers are dropped.
    drop_again =
        "These answers would be lost. The same key again drops them.",
        "这些回答将会丢失。再按一次同一个键放弃它们。";
    /// Answers were dropped.
    dropped: fn(usize) -> String =
        |answers| match answers {
            1 => "1 answer dropped.".to_owned(),
            _ => format!("{answers} answers dropped."),
        },
        |answers| format!("已放弃 {answers} 个回答。");
    /// No card is chosen.
    no_cards = "No card is chosen that could be asked.", "没有选中可以提问的卡片。";
    /// Which question of how many.
    question: fn(usize, u32) -> String =
        |number, of| format!("Question {number} of {of}"),
        |number, of| format!("第 {number}/{of} 题");
    /// A question that follows up the one before.
    follow_up = "follow-up", "追问";
    /// Time left in the round.
    left: fn(&str) -> String = |time| format!("{time} left"), |time| format!("剩余 {time}");
    /// No time is left in the round.
    time_up = "time is up", "时间到";
    /// What to do with a question.
    speak =
        "Answer aloud, then say how sure you are. The answers come after the last question.",
        "说出答案，再选择有多大把握。全部问完后才显示答案。";
    /// Asked before the round is ended.
    end_again =
        "The same key again ends the round; what was answered is graded.",
        "再按一次同一个键结束本轮，已回答的进入打分。";
    /// An answer was taken back.
    taken_back = "Undone. How sure are you?", "已撤销，请重新选择把握。";
    /// Which answer is being graded, of how many.
    grading: fn(usize, usize) -> String =
        |number, of| format!("Grading {number} of {of}"),
        |number, of| format!("打分 {number}/{of}");
    /// Points ticked, of how many.
    points: fn(usize, usize) -> String =
        |said, of| format!("{said} of {of} points"),
        |said, of| format!("要点 {said}/{of}");
    /// The grade that the ticks speak for.
    suggested: fn(&str) -> String = |grade| format!("suggests {grade}"), |grade| format!("建议：{grade}");
    /// Nothing is ticked yet.
    tick_hint = "tick what you said", "勾选说到的要点";
    /// The sign of points that were missed the last time.
    missed_before = "! missed the last time", "! 上次漏掉";
    /// Heading of the report.
    report = "Report", "报告";
    /// Share of what could be had.
    score = "Score", "得分";
    /// Questions answered, and the time they took.
    summary: fn(usize, &str) -> String =
        |answers, time| match answers {
            1 => format!("1 question in {time}"),
            _ => format!("{answers} questions in {time}"),
        },
        |answers, time| format!("{answers} 题，用时 {time}");
    /// Questions of a topic.
    asked_of_topic: fn(u32) -> String =
        |questions| match questions {
            1 => "1 question".to_owned(),
            _ => format!("{questions} questions"),
        },
        |questions| format!("{questions} 题");
    /// Heading: by topic.
    by_topic = "By topic", "按主题";
    /// Heading: answers that took too long.
    slow: fn(&str) -> String =
        |pace| format!("Slow answers (over {pace})"),
        |pace| format!("回答太慢（超过 {pace}）");
    /// Heading: thought to be known, and not known.
    sure_but_wrong = "Sure but wrong", "有把握却答错";
    /// Heading: what to study now.
    study_now = "Study now", "现在该学";
    /// Heading: confidence against grades.
    by_confidence = "How sure, how right", "把握与得分";
    /// Heading: all answers.
    answers = "All answers", "全部回答";
    /// Nothing belongs under a heading.
    none = "none", "无";
    /// Columns of the tables: what the questions are about.
    column_topic = "Topic", "主题";
    /// How many.
    column_questions = "Questions", "题数";
    /// The score.
    column_score = "Score", "得分";
    /// The time taken.
    column_time = "Time", "用时";
    /// One question.
    column_question = "Question", "问题";
    /// Its grade.
    column_grade = "Grade", "评分";
    /// How sure the learner was.
    column_confidence = "Confidence", "把握";
    /// The points said.
    column_points = "Points", "要点";
    /// Where the report was written.
    written: fn(&str) -> String = |path| format!("Written to {path}"), |path| format!("已写入 {path}");
    /// Heading of the note that a real interview asked a card.
    asked = "Asked in a real interview", "真实面试中被问到";
    /// Asked there.
    how_went = "How did it go?", "答得怎么样？";
    /// It was noted: cards, grade.
    noted: fn(usize, &str) -> String =
        |cards, grade| match cards {
            1 => format!("Noted: {grade}."),
            _ => format!("Noted for {cards} cards: {grade}."),
        },
        |cards, grade| match cards {
            1 => format!("已记录：{grade}。"),
            _ => format!("已为 {cards} 张卡片记录：{grade}。"),
        };
    /// The note was taken back.
    /// A card, how often it was asked, and how that went: for a command's output.
    told: fn(&str, u32, &str) -> String =
        |card, asked, grade| match asked {
            1 => format!("{card} asked once, last time {grade}"),
            _ => format!("{card} asked {asked} times, last time {grade}"),
        },
        |card, asked, grade| format!("{card} 被问过 {asked} 次，最近一次：{grade}");
    /// Open the set-up.
    act_interview = "mock interview", "模拟面试";
    /// Start the round, or go on grading.
    act_start = "start", "开始";
    /// Take a deck or topic in, or leave it out.
    act_choose = "choose", "选择";
    /// More, or open a deck.
    act_more = "more, open", "增加、展开";
    /// Fewer, or close a deck.
    act_fewer = "fewer, close", "减少、收起";
    /// Drop the answers of an interrupted round.
    act_drop = "drop answers", "放弃回答";
    /// End the round.
    act_end = "end the round", "结束本轮";
    /// Tick a point.
    act_tick = "tick", "勾选";
    /// Tick all points.
    act_tick_all = "tick all", "全部勾选";
    /// Grade as suggested.
    act_accept = "accept", "采用建议";
    /// Leave the grading for later.
    act_later = "grade later", "稍后打分";
    /// Write the report into a file.
    act_export = "export", "导出";
    /// Study what was not known.
    act_study = "study these", "学习这些";
    /// Note that a real interview asked this card.
    act_asked = "asked in an interview", "面试中被问到";
}
