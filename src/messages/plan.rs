//! The words of the plan towards an interview.

table! {
    /// The plan, in one language.
    pub struct PlanMessages;

    /// Heading of the plan.
    title = "Interview plan", "面试计划";
    /// The day of the interview.
    date = "Interview day", "面试日期";
    /// Minutes of study a day.
    minutes = "Minutes a day", "每天分钟数";
    /// No day is set.
    no_date = "not set", "未设定";
    /// How to set one.
    no_date_hint =
        "→ sets the day. Until then cards come by spaced repetition alone.",
        "按 → 设定日期。在此之前只按间隔重复安排卡片。";
    /// When a failed card comes again.
    likely_today = "likely today", "大概今天";
    /// Interviews after the nearest one.
    later = "Then", "之后";
    /// Days until the interview.
    days_left: fn(u32) -> String =
        |days| match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            _ => format!("{days} days left"),
        },
        |days| match days {
            0 => "就在今天".to_owned(),
            1 => "明天".to_owned(),
            _ => format!("还有 {days} 天"),
        };
    /// What is expected if the plan is followed.
    followed = "If you follow it", "按计划学习";
    /// What is expected if one stops now.
    stopped = "If you stop now", "现在停止";
    /// A share with its range, cards recalled, of cards.
    expected: fn(&str, f32, usize) -> String =
        |share, recalled, all| format!("{share} · {recalled:.0} of {all} cards"),
        |share, recalled, all| format!("{share} · {all} 张中 {recalled:.0} 张");
    /// Minutes on the day of the interview that the expectation counts.
    on_the_day: fn(f32) -> String =
        |minutes| format!("with {minutes:.0} min on the day"),
        |minutes| format!("含当天 {minutes:.0} 分钟");
    /// Minutes done today, minutes still to come.
    today: fn(f32, f32) -> String =
        |done, left| format!("{done:.0} min done · {left:.0} min to go"),
        |done, left| format!("已学 {done:.0} 分钟 · 还需 {left:.0} 分钟");
    /// Cards never seen.
    unseen: fn(usize) -> String =
        |cards| {
            if cards == 1 { "1 card never seen".to_owned() } else { format!("{cards} cards never seen") }
        },
        |cards| format!("{cards} 张从未学过");
    /// The time suffices.
    fits = "Every card fits into the time.", "时间足够学完所有卡片。";
    /// Cards that the time does not suffice for.
    does_not_fit: fn(f32) -> String =
        |cards| format!("About {cards:.0} cards do not fit into the time."),
        |cards| format!("约 {cards:.0} 张卡片时间不够。");
    /// Offer to leave out so many topics.
    drop: fn(usize) -> String =
        |topics| {
            if topics == 1 {
                "x leaves out the topic that is hardly reached.".to_owned()
            } else {
                format!("x leaves out the {topics} topics that are hardly reached.")
            }
        },
        |topics| format!("按 x 排除来不及学的 {topics} 个主题。");
    /// Column of weights.
    column_weight = "weight", "权重";
    /// Column of cards.
    column_cards = "cards", "卡片";
    /// Column of recall if one stops.
    column_stop = "stop", "停止";
    /// Column of recall if one follows the plan.
    column_follow = "follow", "按计划";
    /// Column of cards that are not reached.
    column_missed = "missed", "来不及学";
    /// The interview was so many days ago.
    past: fn(u32) -> String =
        |days| {
            if days == 1 { "It was yesterday.".to_owned() } else { format!("It was {days} days ago.") }
        },
        |days| format!("面试已过去 {days} 天。");
    /// What was predicted on the eve.
    predicted = "Predicted on the eve", "前一天的预测";
    /// What was asked in real interviews.
    asked = "Asked in interviews", "面试中被问到";
    /// How many of it went well, of how many, how many were expected to.
    asked_of: fn(usize, usize, f32) -> String =
        |well, all, predicted| format!("{well} of {all} went well, {predicted:.1} were expected"),
        |well, all, predicted| format!("{all} 题中 {well} 题答得好，预计 {predicted:.1} 题");
    /// What was studied after the day.
    since = "Studied since", "之后复习";
    /// How many of it were recalled, of how many, how many were expected to be.
    since_of: fn(usize, usize, f32) -> String =
        |recalled, all, predicted| {
            format!("{recalled} of {all} recalled, {predicted:.1} were expected")
        },
        |recalled, all, predicted| format!("{all} 张中记住 {recalled} 张，预计 {predicted:.1} 张");
    /// How to note what was asked.
    note_asked =
        "b lists the cards; there A notes what was asked and how it went. Noted cards and their topics weigh more in the next plan.",
        "按 b 列出卡片，按 A 记下被问到的题和答得如何。这些卡片及其主题在下次计划中权重更高。";
    /// Minutes of the plan done today, of how many.
    finished: fn(f32, u32) -> String =
        |done, all| format!("The plan: {done:.0} of {all} minutes today."),
        |done, all| format!("计划：今天 {done:.0}/{all} 分钟。");
    /// Days left and what is expected, for the home screen.
    home: fn(&str, &str) -> String =
        |left, share| format!("Interview: {left} · {share} expected"),
        |left, share| format!("面试：{left} · 预计记住 {share}");
    /// The plan was taken back.
    cleared = "The plan is gone. Undo with u.", "计划已取消，按 u 撤销。";
    /// Title of the sheet to read before an interview: minutes, cards.
    sheet: fn(u32, usize) -> String =
        |minutes, cards| {
            if cards == 1 {
                format!("Most likely to fail: 1 card, {minutes} min")
            } else {
                format!("Most likely to fail: {cards} cards, {minutes} min")
            }
        },
        |minutes, cards| format!("最可能答不上来的 {cards} 张，{minutes} 分钟");
}
