//! The words of code cards: writing the answer, running its tests, trusting them.

use super::{Message, Say};
use crate::card::Lang;

table! {
    /// Code cards, in one language.
    pub struct CodeMessages;

    /// What to do first.
    begin =
        "Enter opens your editor; the tests run when you come back.",
        "按 Enter 打开编辑器，保存退出后自动运行测试。";
    /// What to do once something is written.
    go_on =
        "Enter edits it again, r runs the tests again, Space shows the solution.",
        "Enter 继续修改，r 重新运行测试，空格查看参考答案。";
    /// The tests are being run.
    running =
        "Running the tests…",
        "正在运行测试……";
    /// All checks passed, so many.
    passed: fn(usize) -> String =
        |checks| match checks {
        0 => "The tests ran without an error.".to_owned(),
        1 => "The only check passes.".to_owned(),
        _ => format!("All {checks} checks pass."),
    },
        |checks| match checks {
        0 => "测试运行完毕，没有报错。".to_owned(),
        _ => format!("{checks} 项检查全部通过。"),
    };
    /// So many checks failed, of so many.
    failed: fn(usize, usize) -> String =
        |failed, of| format!("{failed} of {of} checks fail."),
        |failed, of| format!("{of} 项检查中有 {failed} 项未通过。");
    /// An error ended the run.
    error =
        "An error ended the tests.",
        "测试因报错中断。";
    /// A line of the tests.
    tests_line: fn(usize) -> String =
        |line| format!("tests, line {line}"),
        |line| format!("测试第 {line} 行");
    /// A line of the answer.
    answer_line: fn(usize) -> String =
        |line| format!("your line {line}"),
        |line| format!("你的代码第 {line} 行");
    /// It ran too long.
    stopped_time =
        "Stopped: it took longer than 10 seconds. Is there a loop without an end?",
        "已停止：运行超过 10 秒。是不是有死循环？";
    /// It printed too much.
    stopped_output = "Stopped: it printed more than 1 MB.", "已停止：输出超过 1 MB。";
    /// It wanted too much memory.
    stopped_memory = "Stopped: it wanted more than 2 GB of memory.", "已停止：所需内存超过 2 GB。";
    /// It was gone before its tests were done.
    ended = "It ended before the tests were through.", "测试还没结束，程序就退出了。";
    /// An answer may not start processes.
    denied_start =
        "Stopped: it tried to start another process, which an answer may not do.",
        "已停止：代码试图启动其他进程，这是不允许的。";
    /// Nor reach others.
    denied_reach =
        "Stopped: it tried to reach the network or another process, which an answer may not do.",
        "已停止：代码试图访问网络或其他进程，这是不允许的。";
    /// Nor change files.
    denied_change =
        "Stopped: it tried to change files outside its own folder, or very many.",
        "已停止：代码试图修改自己文件夹以外的文件，或写入的文件过多。";
    /// The interpreter lacks a package.
    missing: fn(&str) -> String =
        |package| {
        format!(
            "Your Python has no package {package}, so the tests could not run. Install it, or name another Python in the settings; or compare by eye: Space."
        )
    },
        |package| {
        format!(
            "你的 Python 没有 {package} 包，无法运行测试。请安装，或在设置里指定另一个 Python；也可以按空格自行对照。"
        )
    };
    /// There is no interpreter.
    no_interpreter =
        "No Python was found, so the tests cannot run. Compare by eye: Space shows the solution.",
        "没有找到 Python，无法运行测试。按空格查看参考答案，自行对照。";
    /// The tests could not be run at all.
    broken: fn(&Message) -> String =
        |cause| format!("The tests could not be run: {}. Compare by eye: Space shows the solution.", cause.say(Lang::En)),
        |cause| format!("无法运行测试：{}。按空格查看参考答案，自行对照。", cause.say(Lang::Zh));
    /// Heading of what the program printed.
    printed =
        "printed",
        "输出";
    /// Asked before tests of notes are run for the first time.
    trust =
        "These tests stand in your notes and have not run on this machine. They are a program: run them only if you trust where they come from. y trusts exactly this text and runs it; Space compares by eye.",
        "这些测试来自你的笔记，还没有在这台机器上运行过。测试就是程序，只运行来源可信的。按 y 信任这份内容并运行；按空格自行对照。";
    /// They are trusted now.
    trusted =
        "Trusted on this machine. A changed text asks again.",
        "已在本机信任。内容改动后会再次询问。";
}
