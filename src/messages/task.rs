//! What the commands say that check, plan, tune, synchronise and repair.

use super::formats::named;
use super::styles::in_chinese;
use crate::day::{At, Day};

messages! {
    /// What the longer commands say.
    pub enum TaskMessage;

    // check
    CheckHead { path: String, cards: usize, encoding: String } = "{path}: {cards} cards, {encoding}" { format!("{path}：{cards} 张卡片，{}", named(encoding).trim()) };
    LevelError = "error" "错误";
    LevelWarning = "warning" "警告";
    LevelNote = "note" "提示";
    LevelHelp = "help" "说明";
    CheckStyle { style: String, why: String } = ", {style} ({why})" "，{style}（{why}）";
    ReadAs { style: &'static str, questions: usize, asking: usize, answered: usize, share: usize, why: String } =
        "read as {style}: {why}; {asking} of {questions} ask, {answered} answered, {share}% of the text"
        { format!("采用 {style}：{why}；{questions} 条中 {asking} 条在提问，{answered} 条有答案，占正文 {share}%", style = in_chinese(style)) };
    NotReadAs { style: &'static str, questions: usize, asking: usize, answered: usize, share: usize, why: String } =
        "not as {style}: {why}; {asking} of {questions} ask, {answered} answered, {share}% of the text"
        { format!("未采用 {style}：{why}；{questions} 条中 {asking} 条在提问，{answered} 条有答案，占正文 {share}%", style = in_chinese(style)) };
    AnswerLine { line: usize } = "line {line}" "第 {line} 行";
    AnswerLines { first: usize, last: usize } = "lines {first}–{last}" "第 {first}–{last} 行";
    NoAnswer = "no answer" "无答案";
    OnCards { visible: usize, shown: usize } = "{visible} characters: {shown} on cards" "共 {visible} 个字符：{shown} 个在卡片上";
    InNamedLines { count: usize } = ", {count} in lines named above" "，{count} 个在上面列出的行中";
    Lost { count: usize } = ", {count} lost, see above" "，{count} 个丢失，见上";
    LeftOut { what: String } = "; left out: {what}" "；略去：{what}";
    AsksOtherwise { path: String, line: usize } = "{path}, line {line}, asks the same with another answer" "{path} 第 {line} 行问题相同，答案不同";
    RewordOne = "both are asked; reword one, or make the answers alike" "两张都会提问；请改写其中一个，或统一答案";
    AsksTheSame { path: String, line: usize } = "{path}, line {line}, asks the same with the same answer" "{path} 第 {line} 行问题和答案都相同";
    OneCard = "it is one card, in both decks, and is asked once" "视为同一张卡片，属于两个卡组，只提问一次";

    // plan
    NoPlanToSimulate = "there is no plan to simulate; `backprop plan --date YYYY-MM-DD` sets one" "还没有计划可模拟；用 `backprop plan --date YYYY-MM-DD` 设定";
    NoPlan = "no plan; `backprop plan --date YYYY-MM-DD --minutes 30` sets one" "还没有计划；用 `backprop plan --date YYYY-MM-DD --minutes 30` 设定";
    NotADay { option: &'static str, why: String } = "{option}: {why}" "{option}：{why}";
    ForecastNotKept { cause: String } = "the forecast was not kept for the look back: {cause}" "预测未能记入日志，面试后无法对照：{cause}";
    NotAnHour { text: String } = "--at {text}: not an hour like 14:00 or 2pm, nor a time like 2026-11-22T10:00:00Z" "--at {text}：不是有效时刻，应形如 14:00、14点、下午两点，或 2026-11-22T10:00:00Z 这样的时间";
    WeightForm { text: String } = "--weight {text}: not of the form NAME=W" "--weight {text}：应写成 名称=权重";
    WeightRange { text: String } = "--weight {text}: a weight is a number from 0 to 100" "--weight {text}：权重应为 0 到 100 的数字";
    InterviewToday = "there is nothing to simulate: the interview is today" "面试就在今天，无需模拟";
    TooFar { days: u32, most: u32 } =
        "the interview is {days} days away, and at most {most} are simulated; set a nearer day, or mend the clock"
        "距面试还有 {days} 天，最多模拟 {most} 天；请设定更近的日期，或校准时钟";
    Simulating { learners: u64, days: u32 } = "{learners} simulated learners study {days} days in each way" "{learners} 位模拟学习者按每种方式各学 {days} 天";
    SimulatedHead { date: Day } = "cards recalled on {date}, cards seen, minutes a day" "{date} 能记住的卡片、学过的卡片、每天分钟";
    WayPlan = "the plan" "按计划";
    WayPlain { retention: String } = "FSRS {retention}, daily limits" "FSRS {retention}，每日限额";
    WayAllNew { retention: String } = "FSRS {retention}, all new cards at once (the best with hindsight)" "FSRS {retention}，新卡一次全学（事后看最好的）";
    WayInTurn = "all cards in turn, every day" "每天所有卡片轮流过";

    // sync
    SetUp { path: String } = "{path} is synchronised from now on" "{path} 已开始同步";
    ChangedHere { names: String } = "changed here: {names}" "本机改动：{names}";
    Received { events: usize } = [events: "received: 1 event", "received: {events} events"] "收到：{events} 条记录";
    ReceivedFiles { events: usize, files: String } = [events: "received: 1 event; {files}", "received: {events} events; {files}"] "收到：{events} 条记录；{files}";
    TakenOut { names: String } = "removed, as on another machine: {names}" "已删除（其他机器上已删除）：{names}";
    KeptAsItWas { path: String, kept: String } = "{path}: as it was before it is kept in {kept}" "{path}：原来的版本保存在 {kept}";
    StaysChanged { names: String }
        = "{names}: taken out on another machine and changed here, so it stays, and comes back there; `backprop remove` takes it out of both"
        "{names}：另一台机器已移除，但本机改过，所以保留，并会在那里恢复；如要移除请用 `backprop remove`";
    IsBack { names: String }
        = "{names}: taken out here, and back again, because another machine changed it or imported it anew; `backprop remove` takes it out of both"
        "{names}：本机已移除，但另一台机器改过或重新导入，所以又恢复；如要移除请用 `backprop remove`";
    OursAside { path: String, other: String }
        = "{path} was changed on two machines; where both changed the same lines, those of the other machine count, edited later; your version is whole in {other}"
        "{path} 在两台机器上都有改动；同一处以另一台机器较晚的改动为准，你的版本完整保存在 {other}";
    TheirsAside { path: String, other: String }
        = "{path} was changed on two machines; where both changed the same lines, yours count, edited later; the other machine's version is whole in {other}"
        "{path} 在两台机器上都有改动；同一处以本机较晚的改动为准，另一台机器的版本完整保存在 {other}";
    JoinedAside { path: String, other: String }
        = "{path} is another one on the other machines, and theirs counts, since this one only joins now; yours is whole in {other}"
        "{path} 与其他机器上的不同；本机刚加入，所以以其他机器的为准，你的版本完整保存在 {other}";
    NotTakenIn { path: String, why: String } = "not taken in: {path}: {why}" "未接收：{path}：{why}";
    NotSent { path: String, why: String } = "not sent: {path}: {why}" "未上传：{path}：{why}";
    MoreNotTakenIn { count: usize } = "not taken in: {count} more" "未接收：另有 {count} 项";
    MoreNotSent { count: usize } = "not sent: {count} more" "未上传：另有 {count} 项";
    CommittedHere = "committed here; `backprop sync REMOTE` shares it with other machines" "已在本机提交；用 `backprop sync 地址` 与其他机器共享";
    Sent { remote: String } = "sent to {remote}" "已上传到 {remote}";
    UpToDate { remote: String } = "{remote} has everything" "{remote} 已是最新";
    AndOthers { names: String, count: usize } = "{names} and {count} more" "{names} 等，另有 {count} 项";

    // tune
    PublishedAgain = "the published weights are in use again; another `backprop tune --revert` takes this back" "已恢复公开参数；再次运行 `backprop tune --revert` 可切换回来";
    WeightsAgain = "the weights before are in use again; another `backprop tune --revert` takes this back" "已恢复之前的参数；再次运行 `backprop tune --revert` 可切换回来";
    DueNow { now: usize, before: usize } = "due today: {now} (before: {before})" "今天到期：{now}（之前：{before}）";
    Fitting = "fitting" "优化中";
    TuneHead { answers: usize, next_day: usize, held_out: usize } =
        "{answers} answers, {next_day} of them on a later day than the one before.\nHow well the last {held_out} of these are foretold from what came before them (less is better):"
        "共 {answers} 次回答，其中 {next_day} 次与上次不在同一天。\n用此前的回答预测其中最后 {held_out} 次的误差（越低越好）：";
    TuneColumns = "  weights             log loss   RMSE (bins)" "  参数                对数损失   RMSE（分组）";
    WeightsPublished = "published" "公开参数";
    WeightsFitted = "fitted to you" "优化后";
    WeightsInUse = "in use" "当前参数";
    WeightsInUsePublished = "in use (published)" "当前参数（公开）";
    NotBetter = "The fitted weights do not predict better; nothing was changed." "优化后的参数预测并不更准，未作改动。";
    PublishedBetter = "the published weights predict better than those in use; empty the list in config.toml" "公开参数比当前参数更准；清空 config.toml 中的参数列表即可改用";
    WouldBeBetter = "The fitted weights predict better; without --dry-run they are taken." "优化后的参数预测更准；去掉 --dry-run 即可启用。";
    NowBetter = "The fitted weights predict better and are in use from now on." "优化后的参数预测更准，已启用。";
    TuneReverts { now: usize, before: usize } = "`backprop tune --revert` goes back. Due today: {now} (before: {before})." "`backprop tune --revert` 可恢复。今天到期：{now}（之前：{before}）。";

    // doctor
    RepairClock { now: At } = "the clock says {now}, which is before this program was made; set it first: a repair goes by it" "本机时钟是 {now}，早于本程序的发布日期；修复以时钟为准，请先校准";
    NothingComesBack { path: String } = "{path}: no line of it is a whole event, so nothing can be brought back from it" "{path}：没有一行是完整的记录，无法找回任何内容";
    NothingToRepair = "Nothing to repair." "没有需要修复的问题。";
    WillRepair { what: String } = "will   {what}" "将要  {what}";
    DidRepair { what: String } = "done   {what}" "完成  {what}";
    HowToRepair = "nothing was changed; `backprop doctor --repair --yes` does it" "未作改动；用 `backprop doctor --repair --yes` 执行修复";
    AskRepair = "Do it? [y/N] " "执行吗？[y/N] ";
    NothingChanged = "nothing was changed" "未作改动";
    MarkGood = "ok   " "正常";
    MarkNote = "note " "提示";
    MarkWrong = "WRONG" "错误";
    AllWell = "All is well." "一切正常。";
    AllWellNotes { notes: usize } = "All is well; {notes} to know." "一切正常，{notes} 条提示。";
    Wrong { wrong: usize, notes: usize } = "{wrong} wrong, {notes} to know." "{wrong} 个错误，{notes} 条提示。";
}
