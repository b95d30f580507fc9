//! What is said of exports: what each is good for, and what it leaves behind.

messages! {
    /// Of exports.
    pub enum ExportMessage;

    Reviews = "every graded answer that counts, oldest first" "全部有效的评分记录，从早到晚";
    Errors = "the error notebook: cards that failed, with your own words and the points you missed" "错题本：答错的卡片、你写的答案和漏掉的要点";
    Deck = "questions and answers, in the language at hand" "当前语言的问题和答案";
    Stats = "statistics: what was done, what is known, what will come" "统计：学了多少、掌握多少、接下来要学多少";
    Apkg = "a package for Anki, with memory, due dates, reviews and images" "Anki 牌组包，含记忆状态、到期日、复习记录和图片";
    ErrorsMarkdown = "Markdown, the surest mistakes first" "Markdown，越有把握的错误越靠前";
    DeckCsv = "comma-separated values: question, answer, topic, deck, id" "CSV：问题、答案、主题、卡组、ID";
    DeckJsonl = "JSON Lines: each card in each language, with its points" "JSON Lines：每张卡片的每种语言各一行，含要点";
    Hashcards = "Q: and A:, for hashcards and repeater" "Q: 和 A: 格式，用于 hashcards 和 repeater";
    DeckMarkdown = "Markdown with ids, which backprop reads back word for word" "带 ID 的 Markdown，backprop 可原样读回";
    ReviewsCsv = "comma-separated values with a header, for tables" "带表头的 CSV，用于表格";
    ReviewsJsonl = "JSON Lines, one object a review, for programs" "JSON Lines，每次复习一个对象，供程序使用";
    StatsCsv = "comma-separated values, a line a figure: section, table, row, column, value" "CSV，每行一个数据：分区、表、行、列、值";
    StatsHtml = "one page with charts, light and dark, for a browser, a phone and paper" "带图表的网页，支持深浅配色，适合浏览器、手机和打印";
    StatsJson = "one JSON object with every figure, for programs; the same as `backprop stats --json`" "包含全部数据的 JSON 对象，供程序使用，与 `backprop stats --json` 相同";
    StatsMarkdown = "tables in Markdown" "Markdown 表格";

    // Names of files, before the day.
    FileOfReviews = "reviews" "复习记录";
    FileOfDeck = "deck" "卡组";
    FileOfErrors = "errors" "错题本";
    FileOfStats = "stats" "统计";

    // Columns of decks.
    Question = "question" "问题";
    Answer = "answer" "答案";
    Topic = "topic" "主题";
    DeckName = "deck" "卡组";
    Id = "id" "ID";

    Unanswered { count: usize } = [count: "1 card without an answer is left out", "{count} cards without an answer are left out"] "{count} 张没有答案的卡片未导出";
    OneLanguage { count: usize } = [count: "1 card goes out in one of its languages only", "{count} cards go out in one of their languages only"] "{count} 张双语卡片只导出一种语言";
    NoIds { count: usize } = [count: "1 card goes out without its id and does not find its history when it is read back", "{count} cards go out without their ids and do not find their histories when they are read back"] "{count} 张卡片导出时不带 ID，再读回来对不上学习记录";
    NoTopics { count: usize } = [count: "1 card loses its topic", "{count} cards lose their topics"] "{count} 张卡片不带主题";
    NotBack { count: usize, names: String } = [count: "1 card does not come back: {names}", "{count} cards do not come back: {names}"] "{count} 张卡片无法读回：{names}";
    WaysLost { count: usize } = [count: "1 card loses its marked gaps or its blocks of code and drills", "{count} cards lose their marked gaps or their blocks of code and drills"] "{count} 张卡片会失去标出的填空，或代码题、计算题的代码块";
    ChangedBack { count: usize, names: String } = [count: "1 card comes back changed: {names}", "{count} cards come back changed: {names}"] "{count} 张卡片读回后有变化：{names}";
    NotMade { cause: String } = "the package could not be made: {cause}" "无法生成牌组包：{cause}";
}
