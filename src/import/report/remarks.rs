//! Lines of a report that tell of the interview and ask nothing: who called, how it ended, what is paid, thanks.

use crate::import::ask::{Asking, asking};
use crate::import::page::columns;

/// A remark is no wider.
const WIDEST_REMARK: usize = 64;

/// What a line says something of before its colon, where what follows does not ask.
const LABELS: &str = "recruiter result results outcome status verdict salary comp compensation package offer base \
    location office schedule date duration length timeline level team company position role \
    yoe background ps note notes update edit tldr summary feedback impression overall difficulty \
    结果 状态 进度 进展 薪资 薪水 薪酬 工资 待遇 总包 地点 城市 日期 时间 时长 面试时间 面试时长 面试形式 形式 流程 时间线 岗位 职位 \
    部门 公司 学历 背景 总结 感受 体验 体感 面试体验 面试感受 难度 备注 更新 后续 后记 贡献者 来源 链接 反问 反问环节 结论 面评";

/// Lines that are no more than this.
const WHOLE: &str = "反问 反问环节 无反问 面试结束 结束 完 以上 以上就是全部 全剧终 图片 截图 附图 略 等结果 等通知 等消息 已挂 挂了 凉了 凉凉 已凉 \
    过了 已过 通过 秒挂 已拒 已offer oc 已oc 期望薪资 薪资 薪资期望 到岗时间 实习时间 面试时间 时间安排 rejected passed failed ghosted waiting \
    pending thanks image photo picture screenshot salary schedule end none n/a tbd";

/// How lines begin that thank, wish or tell when the next round is.
const BEGINNINGS: [&str; 34] = [
    "谢谢",
    "感谢",
    "多谢",
    "谢大佬",
    "求好运",
    "接好运",
    "攒人品",
    "攒攒人品",
    "祝大家",
    "祝各位",
    "许愿",
    "求捞",
    "求offer",
    "蹲一个",
    "面试官人很",
    "面试官很",
    "面试体验",
    "整体感受",
    "总体感受",
    "反问",
    "等结果",
    "等通知",
    "thanks",
    "thank you",
    "thx",
    "good luck",
    "wish me",
    "hope this helps",
    "still waiting",
    "waiting for",
    "fingers crossed",
    "update:",
    "edit:",
    "questions for them",
];

/// Days and rounds of which a line tells that does not ask.
const WHEN: [&str; 22] = [
    "下周",
    "下星期",
    "明天",
    "后天",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "约面",
    "约了",
    "next week",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "scheduled",
    "got back",
    "heard back",
    "follow-up call",
];

/// What is said of such a day.
const ROUNDS: [&str; 18] = [
    "面",
    "面试",
    "结果",
    "通知",
    "约",
    "hr",
    "round",
    "interview",
    "onsite",
    "call",
    "recruiter",
    "result",
    "offer",
    "loop",
    "screen",
    "schedule",
    "oc",
    "流程",
];

/// Whether a line of a report plainly asks nothing. What may ask stays a question.
pub fn is_remark(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let bare = line.trim_matches(|letter: char| !letter.is_alphanumeric());
    if bare.is_empty() || is_of(WHOLE, bare) {
        return true;
    }
    if columns(&line) > WIDEST_REMARK {
        return false;
    }
    // The candidate asks here, not the interviewer.
    if bare.starts_with("反问") {
        return true;
    }
    if let Some((label, said)) = bare.split_once([':', '：'])
        && is_of(LABELS, label.trim())
    {
        return asking(said.trim()) == Asking::No;
    }
    if asking(&line) != Asking::No {
        return false;
    }
    let says = |words: &[&str]| words.iter().any(|word| line.contains(word));
    BEGINNINGS.iter().any(|begins| bare.starts_with(begins)) || says(&WHEN) && says(&ROUNDS) || is_pay(bare)
}

/// Whether a list of words has this one.
fn is_of(list: &str, text: &str) -> bool {
    list.split_whitespace().any(|word| word == text)
}

/// Whether a line is what is paid: `25k*15`, `base 180k + 40k`, `薪资 30k×16`.
fn is_pay(line: &str) -> bool {
    let has_sum =
        line.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && matches!(pair[1], b'k' | b'w'))
            || line.contains('万');
    let tells = [
        "薪",
        "工资",
        "总包",
        "年包",
        "base",
        "salary",
        "offer",
        "tc ",
        "package",
        "*1",
        "x1",
        "×1",
        "签字费",
    ];
    has_sum && tells.iter().any(|word| line.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_remark;

    #[test]
    fn remarks_of_an_interview_are_no_questions() {
        for line in [
            "Recruiter: Anna, very kind",
            "Result: waiting",
            "[图片]",
            "谢谢大佬",
            "反问",
            "反问：团队规模？",
            "薪资：25k*15",
            "base 180k + 40k",
            "下周三二面",
            "Onsite is scheduled for Friday",
            "结果：等通知",
            "thanks for reading!",
            "Salary: 30k",
            "---",
            "祝大家都上岸",
            "已oc",
            "时长：40 分钟",
            "【截图】",
        ] {
            assert!(is_remark(line), "{line}");
        }
        for line in [
            "dropout",
            "讲讲 attention",
            "自我介绍",
            "KV cache size",
            "HR: why do you want to join us?",
            "为什么下周才更新模型？",
            "Base model 和 instruct 模型的区别",
            "面试官：讲讲 dropout",
            "Batch norm in one image",
            "offer 选择怎么看",
            "你的职业规划是什么",
            "What salary do you expect?",
            "图片分类怎么做",
            "Result caching: how?",
            "Explain the training schedule of a 10k-step run",
            "手撕：反转链表",
            "team work: an example?",
            "感受野是什么",
            "Loss: cross-entropy vs MSE",
            "when does early stopping stop",
            "format: bf16 vs fp16?",
        ] {
            assert!(!is_remark(line), "{line}");
        }
    }
}
