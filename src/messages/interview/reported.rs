//! The words of a report of real interviews: which card each of its questions asks.

table! {
    /// The questions of a report, in one language.
    pub struct ReportedMessages;

    /// What it is called by the one who takes it back.
    report = "interview report", "面经";
    /// Title of its questions.
    title = "Questions asked", "面试问到的题";
    /// To be noted, not sure, left out.
    counts: fn(usize, usize, usize) -> String =
        |noted, open, left_out| {
            let mut text = format!("{noted} to record");
            if open > 0 {
                text.push_str(&format!(" · {open} not sure"));
            }
            if left_out > 0 {
                text.push_str(&format!(" · {left_out} left out"));
            }
            text
        },
        |noted, open, left_out| {
            let mut text = format!("待记录 {noted} 题");
            if open > 0 {
                text.push_str(&format!(" · 不确定 {open} 题"));
            }
            if left_out > 0 {
                text.push_str(&format!(" · 不记录 {left_out} 题"));
            }
            text
        };
    /// It was recorded.
    recorded = "recorded", "已记录";
    /// The card is sure.
    sure = "sure", "确定";
    /// The learner chose the card.
    chosen = "chosen", "已选";
    /// The card was noted before.
    before = "noted before", "已记过";
    /// One of several cards.
    open = "not sure", "不确定";
    /// No card asks it.
    new = "new", "新题";
    /// It is not noted.
    left_out = "left out", "不记录";
    /// None of the cards.
    none = "none of them: a new question in “My cards”", "都不是：作为新题加入“我的卡片”";
    /// There is no card to choose.
    no_card = "No card asks it: it goes to “My cards” and waits for your answer.", "没有对应的卡片：加入“我的卡片”，等你填写答案。";
    /// Heading of lines that are no questions.
    no_questions = "Lines that are no questions", "未列为问题的行";
    /// The number of a line.
    line: fn(usize) -> String = |line| format!("line {line}"), |line| format!("第 {line} 行");
    /// Asked before choices are lost.
    leave_again =
        "Nothing is recorded yet, and your choices would be lost. The same key again leaves; Enter records.",
        "还没有记录，所选内容会丢失。再按一次离开，按 Enter 记录。";
    /// It was recorded: noted, of these new.
    told: fn(usize, usize) -> String =
        |noted, added| match added {
            0 => format!("{noted} recorded as asked. u takes it all back."),
            _ => format!(
                "{noted} recorded as asked, {added} of them new questions in “My cards”. u takes it all back."
            ),
        },
        |noted, added| match added {
            0 => format!("已记录 {noted} 题。按 u 全部撤销。"),
            _ => format!("已记录 {noted} 题，其中 {added} 题是新题，已加入“我的卡片”。按 u 全部撤销。"),
        };
    /// Record what is chosen.
    act_record = "record", "记录";
    /// Take the card of that number.
    act_take = "that card", "选这张卡片";
    /// None of the cards.
    act_none = "none of them", "都不是";
    /// Leave the question out.
    act_leave_out = "leave out", "不记录";
    /// Take it in again.
    act_take_in = "take in again", "恢复";
    /// To the next question that is not sure.
    act_next_open = "next not sure", "下一道不确定的题";
}
