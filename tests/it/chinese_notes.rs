//! Kinds of notes that are common in Chinese, each with the cards it has to give.

use crate::kinds::{a, check};

#[test]
fn headings_alone_prove_notes() {
    check(&[
        (
            "terms without a title",
            "## 堆\n父比子大。\n\n## 栈\n后进先出。\n\n### 参考\n* 书\n\n## 队列\n先进先出。\n\n## 哈希表\n按值定位。\n\n### 参考\n* 书\n\n## 跳表\n多层链表。\n\n## 布隆过滤器\n只会错报有。\n",
            &[
                (1, "堆", a(2, 2)),
                (4, "栈", a(5, 8)),
                (10, "队列", a(11, 11)),
                (13, "哈希表", a(14, 17)),
                (19, "跳表", a(20, 20)),
                (22, "布隆过滤器", a(23, 23)),
            ],
        ),
        (
            "headings of dashes between questions",
            "# 面试\n\n### 什么是死锁\n互相等待。\n\n### --------\n\n### 什么是活锁\n互相谦让。\n\n### --------\n\n### 什么是饥饿\n总轮不到。\n",
            &[(3, "什么是死锁", a(4, 4)), (8, "什么是活锁", a(9, 9)), (13, "什么是饥饿", a(14, 14))],
        ),
    ]);
}

#[test]
fn numbers_may_go_back() {
    check(&[(
        "a question that was added later keeps its number",
        "1. 为什么要缩放？\n   方差会变大。\n3. 多头\n   看不同的子空间。\n4. 掩码\n   不看后面。\n2. 为什么要残差？\n   梯度好传。\n5. 为什么要归一化？\n   分布稳定。\n6. 为什么要预热？\n   起步不稳。\n7. 为什么要衰减？\n   收尾要细。\n",
        &[
            (1, "为什么要缩放？", a(2, 2)),
            (3, "多头", a(4, 4)),
            (5, "掩码", a(6, 6)),
            (7, "为什么要残差？", a(8, 8)),
            (9, "为什么要归一化？", a(10, 10)),
            (11, "为什么要预热？", a(12, 12)),
            (13, "为什么要衰减？", a(14, 14)),
        ],
    )]);
}

#[test]
fn what_announces_a_list_asks_nothing() {
    check(&[(
        "plain questions whose answers announce points",
        "消息队列\n为什么用队列？\n主要看以下几个方面：\n1. 解耦。\n2. 削峰。\n消息丢了怎么办？\n有以下几种做法：\n1. 落盘。\n2. 确认。\n\n堆积了怎么处理？\n从以下几个角度考虑：\n1. 扩容。\n2. 转存。\n\n顺序怎么保证呢？\n同一个键进同一个分区。\n",
        &[
            (2, "为什么用队列？", a(3, 5)),
            (6, "消息丢了怎么办？", a(7, 9)),
            (11, "堆积了怎么处理？", a(12, 14)),
            (16, "顺序怎么保证呢？", a(17, 17)),
        ],
    )]);
}

#[test]
fn sections_named_question_and_answer_are_a_card() {
    check(&[(
        "one question a file, with what is asked next",
        "---\nid: a-1\ntitle: 你怎么看缓存\n---\n\n## 问题\n\n你怎么看缓存？\n\n## 答案\n\n**概念**：缓存是副本。\n\n1. **快**：近。\n2. **旧**：会过期。\n3. **满**：要淘汰。\n4. **热**：会倾斜。\n5. **冷**：要预热。\n\n## 延伸 / 追问\n\n**追问：一致性怎么办？**\n\n先写库，再删缓存。\n",
        &[(8, "你怎么看缓存？", a(12, 18)), (22, "追问：一致性怎么办？", a(24, 24))],
    )]);
}

#[test]
fn labelled_follow_ups_stand_in_answers() {
    check(&[(
        "labels in the answers of headings",
        "# 操作系统面试题\n\n## 什么是内核态？\n\n能执行所有指令。\n\n**Q：为什么要分两态？**\n\nA：为了安全。\n\n## 什么是系统调用？\n\n进内核的门。\n\n**Q：它为什么慢？**\n\nA：要切换。\n\n## 什么是中断？\n\n打断当前的流程。\n",
        &[
            (3, "什么是内核态？", a(5, 5)),
            (7, "为什么要分两态？", a(9, 9)),
            (11, "什么是系统调用？", a(13, 13)),
            (15, "它为什么慢？", a(17, 17)),
            (19, "什么是中断？", a(21, 21)),
        ],
    )]);
}

#[test]
fn chats_are_read_by_who_asks_and_who_answers() {
    check(&[
        (
            "names alone",
            "张三：为什么要缩放？\n李四：方差变大，\n李四：会饱和。\n张三：多头有什么用？\n王五：看不同的子空间。\n李四：位置编码为什么需要？\n王五：注意力不分先后。\n",
            &[
                (1, "为什么要缩放？", a(2, 3)),
                (4, "多头有什么用？", a(5, 5)),
                (6, "位置编码为什么需要？", a(7, 7)),
            ],
        ),
        (
            "a name and the time above what is said",
            "Speaker 1 00:12\n我们开始吧。\n\nSpeaker 2 00:20\n好的。\n\nSpeaker 1 00:31\n为什么要缩放？\n\nSpeaker 2 00:40\n方差变大。\n\nSpeaker 1 01:31\n多头有什么用？\n\nSpeaker 2 01:40\n看不同的子空间。\n",
            &[(8, "为什么要缩放？", a(11, 11)), (14, "多头有什么用？", a(17, 17))],
        ),
    ]);
}

#[test]
fn texts_in_chinese_that_only_look_like_questions_give_no_cards() {
    check(&[(
        "long points below headings that announce them",
        "## 粘包问题\n\n##### 原因\n\n简单地说，流没有边界，所以接收的一方分不出一条消息在哪里结束，又从哪里开始。\n\n##### 情况有以下几种：\n\n（1）发送的一方为了提高效率，要收集到足够多的数据以后才发送一包数据，于是几条消息粘在一起。\n\n（2）接收的一方没有及时取走缓冲区里的数据，下一包数据到来时就接在后面，于是一次取出来好几条。\n\n##### 措施有以下几种：\n\n（1）编程设置不延迟发送，这样虽然能避免粘包，但是会降低网络的利用率，一般不建议这样做。\n\n（2）提高接收进程的优先级，精简它的工作，只能减少粘包的可能，并不能完全避免它。\n\n（3）把消息的长度和消息一起发送，由接收的一方按长度切开，这样效率也低一些，但是最稳妥。\n",
        &[],
    )]);
}

#[test]
fn ordinals_alone_head_what_is_asked_below_them() {
    check(&[
        (
            "a task under each, with options and a named answer",
            "# 测试题\n\n## 第1题\n\nWhat is the label of this picture?\n\n![](a.png)\n\n- y=[1,0]\n- y=[0,1]\n\n正确答案：第1项，用排除法。\n\n----\n\n## 第2题\n\nHow many outputs has the net?\n\n- N\n- 2N\n\n正确答案：第2项。\n\n----\n\n## 第3题\n\nIs the window fixed?\n\n- True\n- False\n\n正确答案：False。\n",
            &[
                (3, "What is the label of this picture?\n\n![](a.png)\n\n- y=[1,0]\n- y=[0,1]", a(12, 12)),
                (16, "How many outputs has the net?\n\n- N\n- 2N", a(23, 23)),
                (27, "Is the window fixed?\n\n- True\n- False", a(34, 34)),
            ],
        ),
        (
            "numbers with a dot in brackets",
            "## 损失\n（1.）你知道哪些损失？\n平方：回归\n交叉熵：分类\n\n## 梯度\n（1.）梯度为什么消失？\n\n（2.）非线性的作用\n不退化成线性。\n",
            &[
                (2, "你知道哪些损失？", a(3, 4)),
                (7, "梯度为什么消失？", None),
                (9, "非线性的作用", a(10, 10)),
            ],
        ),
    ]);
}

#[test]
fn bare_lines_ask_without_a_mark() {
    check(&[
        (
            "lines that stand alone above tables and labels",
            "什么是归一化，有什么用\n\n**定义**：减均值除方差。\n\n| 种类 | 维度 |\n|---|---|\n| 批 | 样本 |\n\n如何选择步长\n\n**做法**：\n\n- 先大后小\n\n为什么要预热\n\n起步时梯度不稳。\n",
            &[
                (1, "什么是归一化，有什么用", a(3, 7)),
                (9, "如何选择步长", a(11, 13)),
                (15, "为什么要预热", a(17, 17)),
            ],
        ),
        (
            "one without a mark among others",
            "缓存\n说说有哪些类型吧\n1. 字符串\n2. 列表\n\n为什么快呢？\n都在内存里。\n\n为什么要过期？\n内存有限。\n\n什么是雪崩？\n一起过期。\n针对雪崩几个方案：\n1. 错开时间\n",
            &[
                (2, "说说有哪些类型吧", a(3, 4)),
                (6, "为什么快呢？", a(7, 7)),
                (9, "为什么要过期？", a(10, 10)),
                (12, "什么是雪崩？", a(13, 15)),
            ],
        ),
        (
            "answers behind three questions",
            "什么是批归一化？按批算\n什么是层归一化？按层算，与批无关\n为什么用后者？长度不一\n",
            &[
                (1, "什么是批归一化？", a(1, 1)),
                (2, "什么是层归一化？", a(2, 2)),
                (3, "为什么用后者？", a(3, 3)),
            ],
        ),
    ]);
}

#[test]
fn short_files_are_of_one_form() {
    check(&[
        (
            "terms before dashes",
            "过拟合——训练好，测试差\n欠拟合——训练也差\n预热——学习率慢慢升\n",
            &[(1, "过拟合", a(1, 1)), (2, "欠拟合", a(2, 2)), (3, "预热", a(3, 3))],
        ),
        (
            "names in brackets",
            "【什么是幻觉】\n编造。\n\n【怎么缓解】\n1. 检索\n2. 拒答\n\n【什么是投机采样】\n小模型先写。\n",
            &[(1, "什么是幻觉", a(2, 2)), (4, "怎么缓解", a(5, 6)), (8, "什么是投机采样", a(9, 9))],
        ),
        (
            "calculations below short headings",
            "# 指标\n\n### 命中率\n\n```drill\nn = 50, 100\nanswer = n / 200 * 100 %\n```\n\n### 参数量\n\n```drill\nn = 50, 100\nanswer = n * 12\n```\n",
            &[(3, "命中率", a(5, 8)), (10, "参数量", a(12, 15))],
        ),
        ("a letter head", "作者：张三\n时间：今天\n地点：北京\n天气：晴\n", &[]),
    ]);
}

#[test]
fn text_behind_a_fence_ends_the_code() {
    check(&[(
        "a converter lost the end of a line",
        "## 什么是密度？\n\n按大小除。\n\n```\nd = a / b\n```覆盖率说明跑了多少代码，可以看出哪里没有测到\n\n## 什么是覆盖率？\n\n跑了多少。\n\n## 为什么要测？\n\n```\ny\n```\n",
        &[(1, "什么是密度？", a(3, 7)), (9, "什么是覆盖率？", a(11, 11)), (13, "为什么要测？", a(15, 17))],
    )]);
}
