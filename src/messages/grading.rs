//! The words of graders: what they say, why they said nothing, and how they were measured.

use super::{Message, Say};
use crate::card::Lang;

table! {
    /// Graders, in one language.
    pub struct GradingMessages;

    /// What the learner's grader says.
    grader = "Grader", "评分程序";
    /// It finds no point in the answer, or these, by their numbers.
    finds: fn(&str) -> String =
        |points| if points.is_empty() { "finds no point".to_owned() } else { format!("finds points {points}") },
        |points| if points.is_empty() { "认为没有答到要点".to_owned() } else { format!("认为答到要点 {points}") };
    /// It ticked no point, or these.
    ticked_them: fn(&str) -> String =
        |points| if points.is_empty() { "ticked no point".to_owned() } else { format!("ticked points {points}") },
        |points| if points.is_empty() { "没有勾选要点".to_owned() } else { format!("勾选了要点 {points}") };
    /// Looks whether a gap or a number is right.
    check = "check", "核对";
    /// In a gap that a number fits.
    cue_number = "number…", "数…";
    /// In a gap that a formula fits.
    cue_formula = "formula…", "公式…";
    /// Another program has changed the card that was to be saved.
    met_in_file =
        "Changed by another program meanwhile, see below. Ctrl-S saves yours, Ctrl-T takes the other, Ctrl-O puts both together.",
        "其他程序也改了这张卡片，见下方。Ctrl-S 保存我的，Ctrl-T 改用另一版，Ctrl-O 合并两版。";
    /// The card that was to be saved is no longer in its file.
    gone_from_file =
        "This card is gone from its file. Ctrl-S adds yours to the file as a new card, Esc twice gives it up.",
        "这张卡片已不在文件中。Ctrl-S 把我的内容作为新卡片加入文件，按两次 Esc 放弃。";
    /// Title of what another program has written.
    other_version = "In the file now (+ is not in yours)", "文件中的版本（+ 为我没有的行）";
    /// What stands in the field was typed before, when the program ended or another card came.
    taken_up = "typed before", "上次写的";
    /// Between the numbers of points.
    between = ", ", "、";
    /// It only suggests, and why.
    only_suggests =
        "a suggestion: not measured as good enough (backprop grader)",
        "仅供参考：尚未测得足够准确（backprop grader）";
    /// The grader gave no usable reply, and why.
    failed: fn(&str) -> String =
        |cause| format!("The grader gave no verdict: {cause}"),
        |cause| format!("评分程序没有给出结果：{cause}");
    /// The shared settings name a grader, this one, which does not run until the learner confirms it.
    offered: fn(&str) -> String =
        |command| format!("config.toml names this grader: {command}. It runs only after you confirm it here."),
        |command| format!("config.toml 里写有评分程序：{command}。在此确认后才会运行。");

    /// The language of answers.
    language: fn(Lang) -> &'static str =
        |lang| match lang {
            Lang::En => "English",
            Lang::Zh => "Chinese",
        },
        |lang| match lang {
            Lang::En => "英文",
            Lang::Zh => "中文",
        };
    /// On which day it was measured, and what was found in English and in Chinese.
    measured: fn(&str, &str, &str) -> String =
        |day, english, chinese| format!("Measured {day}. English: {english}; Chinese: {chinese}."),
        |day, english, chinese| format!("{day} 测量：英文{english}；中文{chinese}。");
    /// Not measured in a language.
    is_unknown = "not measured", "未测";
    /// Measured on too few answers, with this agreement.
    is_few: fn(&str) -> String =
        |share| format!("{share} on too few answers, only suggests"),
        |share| format!("一致率 {share}，回答太少，仅供参考");
    /// Measured as not good enough, with this agreement.
    is_low: fn(&str) -> String =
        |share| format!("{share} agreement, only suggests"),
        |share| format!("一致率 {share}，仅供参考");
    /// Measured as good enough, with this agreement.
    is_enough: fn(&str) -> String =
        |share| format!("{share} agreement, ticks points"),
        |share| format!("一致率 {share}，会勾选要点");
    /// Nothing was measured of it.
    not_measured =
        "Not measured as it is set now, so it only suggests. `backprop grader` measures it.",
        "现在的设置还没有测量过，仅供参考。用 `backprop grader` 测量。";

    // Why a grader gave no verdict.
    /// It is no command, and why.
    no_command: fn(&Message) -> String =
        |why| format!("it is no command: {}", why.say(Lang::En)),
        |why| format!("不是可运行的命令：{}", why.say(Lang::Zh));
    /// The program cannot be started, and why.
    not_started: fn(&str, &str) -> String =
        |program, cause| format!("{program} cannot be started: {cause}"),
        |program, cause| format!("{program} 无法启动：{cause}");
    /// Nothing came within so many seconds.
    time_up: fn(u32) -> String =
        |seconds| format!("nothing came within {seconds} s (grader_seconds)"),
        |seconds| format!("{seconds} 秒内没有结果（grader_seconds）");
    /// It printed more than so many kilobytes.
    too_long: fn(usize) -> String =
        |kilobytes| format!("it printed more than {kilobytes} kB"),
        |kilobytes| format!("输出超过 {kilobytes} kB");
    /// The program printed nothing.
    printed_nothing: fn(&str) -> String =
        |program| format!("{program} printed nothing"), |program| format!("{program} 没有输出");
    /// The program printed this instead of JSON.
    printed_else: fn(&str, &str) -> String =
        |program, printed| format!("{program} did not print the JSON that was asked for, but: {printed}"),
        |program, printed| format!("{program} 没有按要求输出 JSON，输出的是：{printed}");
    /// Before the last line of its error output.
    said = "; it said: ", "；它报告：";
    /// It judged so many points, and there are so many.
    other_count: fn(usize, usize) -> String =
        |judged, points| format!("it judged {judged} points, and there are {points}"),
        |judged, points| format!("它评了 {judged} 个要点，而要点有 {points} 个");
    /// It was stopped.
    stopped = "it was stopped; nothing was logged", "已停止，没有记录";

    // The command that measures it.
    /// No grader is set; where it is set.
    none_set: fn(&str) -> String =
        |path| format!(
            "no grader is set; write `grader = \"COMMAND\"` into {path}, and `grader_input = \"prompt\"` where it is \
             the command of a language model (`backprop help graders`)"
        ),
        |path| format!(
            "还没有设置评分程序；在 {path} 里写 `grader = \"命令\"`，如果是语言模型的命令，再写 `grader_input = \
             \"prompt\"`（见 `backprop help graders`）"
        );
    /// A grader of the shared settings waits to be confirmed.
    unconfirmed: fn(&str) -> String =
        |command| format!(
            "config.toml names the grader {command:?}, which does not run until you confirm it in the settings (key ,)"
        ),
        |command| format!("config.toml 里写有评分程序 {command:?}，在设置（按 ,）里确认之后才会运行");
    /// What is about to be measured: command, input, marked answers, cheats.
    outline: fn(&str, &str, usize, usize) -> String =
        |command, input, answers, cheats| format!("{command} ({input}): {answers} marked answers and {cheats} cheats"),
        |command, input, answers, cheats| format!("{command}（{input}）：{answers} 份标注过的回答，{cheats} 份作弊的回答");
    /// Cards of the set that are left out, since they are not those that were marked.
    changed: fn(usize) -> String =
        |cards| match cards {
            1 => "1 card has changed since its answers were marked; it is left out".to_owned(),
            _ => format!("{cards} cards have changed since their answers were marked; they are left out"),
        },
        |cards| format!("{cards} 张卡片在标注之后改动过，不参加测量");
    /// Nothing of the set is left.
    nothing_left = "no marked answer is left to measure with", "没有可用来测量的标注";
    /// Nothing was asked; requests, kilobytes; before the first request.
    dry_run: fn(usize, usize) -> String =
        |requests, kilobytes| {
            format!("Nothing was sent. It would be {requests} requests with {kilobytes} kB in all. The first one:")
        },
        |requests, kilobytes| format!("什么都没有发送。将有 {requests} 次请求，共 {kilobytes} kB。第一次是：");
    /// How far it is: done, all, seconds for one, minutes left.
    progress: fn(usize, usize, f64, f64) -> String =
        |done, all, seconds, minutes| {
            format!("{done} of {all} · {seconds:.1} s each · about {minutes:.0} min left")
        },
        |done, all, seconds, minutes| {
            format!("{done} / {all} · 每份 {seconds:.1} 秒 · 大约还要 {minutes:.0} 分钟")
        };
    /// It failed so often in a row that nothing else is asked; why the last time.
    given_up: fn(usize, &str) -> String =
        |times, cause| format!("the grader gave no verdict ({times} in a row), so nothing was measured; the last time: {cause}"),
        |times, cause| format!("评分程序没有给出结果（连续 {times} 次），测量中止；最后一次：{cause}");
    /// Measuring was broken off after so many of all.
    broken_off: fn(usize, usize) -> String =
        |done, all| format!("broken off after {done} of {all}; these figures are not remembered"),
        |done, all| format!("测到 {done} / {all} 时中断，这些数字不会记下");
    /// Heading of the figures of both languages.
    together = "together", "合计";
    /// Marked answers and their points.
    row_answers = "answers (points)", "回答（要点）";
    /// Agreement with the reader.
    row_agreement = "agreement", "一致率";
    /// What never crediting anything would come to.
    row_none = "  of “nothing is said”", "  若一律判没说到";
    /// Precision of credited points.
    row_precision = "precision", "精确率";
    /// Recall of covered points.
    row_recall = "recall", "召回率";
    /// Cohen's kappa.
    row_kappa = "kappa", "kappa";
    /// Contradicted points that were credited.
    row_contradicted = "contradicted, credited", "说反了却算对";
    /// Points of cheats that were credited.
    row_cheats = "cheats let through", "作弊得逞";
    /// Answers without a usable reply.
    row_failed = "answers without verdict", "没有结果的回答";
    /// Seconds for one answer.
    row_seconds = "seconds an answer", "每份秒数";
    /// Heading of the kinds.
    by_kind = "by kind: agreement, or points let through", "各类：一致率，或作弊得逞的要点";
    /// A right answer.
    kind_right = "right", "正确";
    /// A partly right answer.
    kind_partial = "partial", "部分正确";
    /// A vague answer.
    kind_vague = "vague", "笼统";
    /// A wrong answer.
    kind_wrong = "wrong", "错误";
    /// Every point called false.
    kind_denied = "“It is false that …”", "“下面这句话是错的”";
    /// Every point with other numbers.
    kind_raised = "digits raised by one", "数字各加一";
    /// The words of the points, sorted.
    kind_sorted = "words sorted", "字词排序";
    /// The terms of the points.
    kind_listed = "list of terms", "罗列术语";
    /// An order to the grader.
    kind_ordered = "order to the grader", "命令评分程序";
    /// So many requests failed, and why the last one did.
    some_failed: fn(usize, &str) -> String =
        |failed, cause| format!("{failed} requests brought no verdict; the last: {cause}"),
        |failed, cause| format!("{failed} 次请求没有结果；最后一次：{cause}");
    /// In this language it ticks.
    now_ticks: fn(&str) -> String =
        |language| format!("{language}: it ticks points by itself from now on; correct them before you grade."),
        |language| format!("{language}：从现在起由它勾选要点，评分之前你可以改。");
    /// In this language it does not agree enough.
    now_low: fn(&str) -> String =
        |language| format!("{language}: below 80% agreement, so it only suggests."),
        |language| format!("{language}：一致率低于 80%，仅供参考。");
    /// In this language it was asked too seldom.
    now_few: fn(&str) -> String =
        |language| format!("{language}: fewer than 40 answers prove nothing, so it only suggests."),
        |language| format!("{language}：不到 40 份回答，说明不了什么，仅供参考。");
    /// It was remembered; where.
    remembered: fn(&str) -> String =
        |path| format!("Remembered in {path}."), |path| format!("已记入 {path}。");
    /// It was not: a measurement on more answers stands there.
    kept_better: fn(u32) -> String =
        |answers| format!("Not remembered: the same grader was measured on {answers} answers before."),
        |answers| format!("没有记下：同一个评分程序之前用 {answers} 份回答测过。");
}
