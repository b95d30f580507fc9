//! The words of the error notebook.

table! {
    /// The error notebook, in one language.
    pub struct ErrorMessages;

    /// Heading.
    title = "Error notebook", "错题本";
    /// What its file is called, before the day.
    file = "errors", "错题本";
    /// So many cards stand in it.
    count: fn(usize) -> String =
        |cards| match cards {
            1 => "1 card".to_owned(),
            _ => format!("{cards} cards"),
        },
        |cards| format!("{cards} 张");
    /// Nothing stands in it.
    none =
        "Nothing here. A card that you grade Again comes here with what you wrote, and leaves when you recalled it on two later days.",
        "这里还没有卡片。评为“重来”的卡片会连同你写的答案收进来，之后有两天都答对了就移出。";
    /// So many cards failed whose notes are in no deck.
    elsewhere: fn(usize) -> String =
        |cards| {
            let cards = if cards == 1 { "1 failed card is".to_owned() } else { format!("{cards} failed cards are") };
            format!("{cards} in no deck: the notes were studied without `import`, or are gone. Import them to see it here.")
        },
        |cards| format!("另有 {cards} 张答错的卡片不在任何卡组里：笔记没有导入就学了，或者文件已不在。导入后就会列在这里。");
    /// How often and when a card failed last.
    failed: fn(u32, &str) -> String =
        |times, day| match times {
            1 => format!("failed on {day}"),
            _ => format!("failed {times} times, last on {day}"),
        },
        |times, day| match times {
            1 => format!("{day} 答错"),
            _ => format!("答错 {times} 次，最近一次 {day}"),
        };
    /// How sure the learner was then.
    sure: fn(&str) -> String =
        |level| format!("you were: {level}"),
        |level| format!("当时自评：{level}");
    /// Heading of the learner's own words.
    your_words = "You wrote", "你写的";
    /// Heading of the points that were missed.
    missed = "Missed points", "漏掉的要点";
    /// Heading of the points where none were ticked.
    points = "Points", "要点";
    /// Heading of an answer without points.
    answer = "Answer", "答案";
}
