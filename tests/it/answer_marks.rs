//! What tells where an answer begins and what is none: labels with numbers, a label of its own below a remark, one name
//! in all answers, fences that were closed in a hurry, quoted headings, lists of another form below bare questions.

use crate::kinds::{a, check};
use backprop::import;

fn asked(text: &str) -> Vec<(String, String)> {
    let notes = import::read(text.as_bytes(), None, None, None);
    let account = import::account(text.as_bytes(), &notes);
    assert_eq!(account.lost, 0, "{text}: {:?}", account.diagnostics);
    let face = |card: &backprop::card::Card| {
        (card.faces[0].question.to_string(), card.faces[0].answer.trim().to_owned())
    };
    notes.cards.iter().map(face).collect()
}

#[test]
fn a_label_of_its_own_line_ends_the_question() {
    check(&[
        (
            "a remark, then a heading that says that the answer follows",
            "# Notes\n\n### 1. What does dropout do?\n\n(training > regularisation)\n\n##### Answer:\nIt hides units.\n\n### 2. What is a residual?\n\n(architecture)\n\n##### Answer:\nA sum.\n",
            &[
                (3, "What does dropout do?\n\n(training > regularisation)", a(8, 8)),
                (10, "What is a residual?\n\n(architecture)", a(15, 15)),
            ],
        ),
        (
            "labels with a number and a dot",
            "**Q1. What is a batch?**\n\nA1.\n- some samples\n- at once\n\n**Q2. What is an epoch?**\n\n![](a.png)\n\nA2. All samples once.\n",
            &[(1, "What is a batch?", a(4, 5)), (7, "What is an epoch?\n![](a.png)", a(11, 11))],
        ),
        (
            "an option is no label",
            "1. 权限应当设为哪个值\n   - [ ] A 644\n   - [x] B 755\n   - [ ] C 600\n\n2. 端口号是哪个\n   - [x] A 22\n   - [ ] B 23\n   - [ ] C 25\n",
            &[
                (1, "权限应当设为哪个值\n\n- [ ] A 644\n   - [ ] B 755\n   - [ ] C 600", a(2, 4)),
                (6, "端口号是哪个\n\n- [ ] A 22\n   - [ ] B 23\n   - [ ] C 25", a(7, 9)),
            ],
        ),
    ]);
}

#[test]
fn answers_that_begin_with_one_name_are_those_of_cards() {
    for (name, key) in [("一句话", "关键词"), ("Idea", "Details"), ("口诀", "例子")] {
        let topics =
            ["动量", "warmup", "weight decay", "梯度裁剪", "label smoothing", "混合精度", "EMA", "学习率"];
        let item = |topic: &str| {
            format!(
                "- {topic}：🔴\n\n  - {name}: something on {topic}\n  - {key}: a, b\n\n  ```py\n  x\n  ```\n\n"
            )
        };
        let text = format!(
            "# 自测\n\n## 现状\n\n- 今日：周三\n- 自评：一般\n\n## 训练\n\n{}",
            topics.map(item).concat()
        );
        let found = asked(&text);
        let names: Vec<&str> = found.iter().map(|(asked, _)| asked.trim_end_matches('：')).collect();
        assert_eq!(names, topics, "{text}");
        assert!(found.iter().all(|(_, told)| told.contains(name) && told.contains(key)), "{found:?}");
    }
}

#[test]
fn what_describes_a_project_is_no_deck() {
    for (title, chapters) in [
        ("# 马上学 - 面试题库系统", ["技术栈", "功能", "快速开始", "项目结构", "环境要求", "统计"]),
        ("# Quiz app", ["Tech stack", "Screens", "Installation", "Project structure", "Roadmap", "Team"]),
    ] {
        let chapter = |name: &str| format!("## {name}\n\nSome words on it.\n- one\n- two\n\n");
        assert_eq!(asked(&format!("{title}\n\n{}", chapters.map(chapter).concat())), [], "{title}");
    }
}

#[test]
fn a_heading_in_a_quote_is_a_part_of_it() {
    let text = "#### What is a trigger?\n\n> code that runs on a change\n>\n> ##### Why use one?\n>\n> to keep an invariant\n\n#### What is an index?\n\n> a sorted copy\n\n#### What is a view?\n\n> a stored query\n";
    let found = asked(text);
    assert_eq!(found.len(), 3);
    assert!(found[0].1.contains("an invariant"), "{found:?}");
}

#[test]
fn code_that_was_closed_in_a_hurry_ends() {
    let text = "## What is GROUP BY for?\n```\n- Group similar data```\n## What is HAVING for?\n```\n- A condition on groups.\n```\n## What is a join?\n```\nrows of two tables\n```\n";
    let names: Vec<String> = asked(text).into_iter().map(|(asked, _)| asked).collect();
    assert_eq!(names, ["What is GROUP BY for?", "What is HAVING for?", "What is a join?"]);
    let text = "### What is overloading?\n\nOne name, several signatures.\n```\n---\n### What is super?\n```java\nsuper.run();\n```\n### What is final?\n\nIt does not change.\n";
    assert_eq!(asked(text).len(), 3);
}

#[test]
fn a_list_of_another_form_below_bare_questions_is_no_answer() {
    let text = "# 面试题\n\n1. **大 Key 是什么？**\n2. **热 Key 怎么办？**\n3. **缓存击穿是什么？**\n4. **怎么保证一致？**\n\n面试开始\n\n1、如何创建线程池？\n\n2、说说哈希表的扩容。\n\n3、说说垃圾回收算法。\n";
    let found = asked(text);
    assert_eq!(found.len(), 7, "{found:?}");
    assert!(found.iter().all(|(_, told)| told.is_empty()), "{found:?}");
    // Where the others have answers, it is one.
    let text = "1. **大 Key 是什么？**\n很大的值\n2. **热 Key 怎么办？**\n多级缓存\n3. **怎么排查？**\n\n1、看哪些线程忙？\n\n2、看哪些锁被等？\n\n3、看日志里有什么？\n";
    assert_eq!(asked(text).len(), 3);
}

#[test]
fn links_below_references_are_no_questions() {
    let card = |place: usize| {
        format!(
            "## #{place}\n\n#### What is process {place}?\n\nA running program.\n\n#### References\n\n- [[OS] What is a process? - a page](https://example.org/a)\n- [Why have threads? - a page](https://example.org/b)\n\n---\n\n"
        )
    };
    let text: String = (1..6).map(card).collect();
    assert_eq!(asked(&text).len(), 5);
}

#[test]
fn what_an_answer_asks_on_its_way_is_no_question() {
    let asks = [
        ("LoRA 的原理", "冻结权重，学低秩增量。合并后推理慢吗？不慢。"),
        ("RoPE 的作用", "注入相对位置。为什么用旋转？因为内积只看差。"),
        ("KV cache 的作用", "随长度线性增长。70B 多大？几 GB。"),
        ("Adam 与 SGD 的区别", "两个矩的比。\n- 为什么要修正？开头偏小。"),
    ];
    for (open, close) in [("### ", "\n"), ("", "、")] {
        let card = |(place, (title, told)): (usize, &(&str, &str))| match open {
            "" => format!("{}{close}{title}\n{told}\n\n", place + 1),
            _ => format!("{open}{title}{close}{told}\n\n"),
        };
        let text: String = asks.iter().enumerate().map(card).collect();
        let found = asked(&text);
        let expected = asks.map(|(title, told)| (title.to_owned(), told.to_owned()));
        assert_eq!(found, expected, "{text}");
    }
    // A title and the task below it.
    let task = |name: &str| format!("### {name}\n\nSome code uses it twice. How would you change that?\n\n");
    let found = asked(
        &["Singleton", "Globals", "Inheritance", "Null", "Locks", "Threads", "Macros", "Exceptions"]
            .map(task)
            .concat(),
    );
    assert!(found.len() == 8 && found.iter().all(|(asked, told)| asked.contains("How") && told.is_empty()));
}

#[test]
fn several_holes_in_the_first_line_are_read() {
    let holes = [
        "The {{c1::softmax}} turns {{c2::p}}.",
        "{{c1::X}} y; {{c1::He}} z.",
        "A {{c1::X}} keeps {{c2::Z}} c",
        "B {{c1::X}}",
    ];
    for (one, other) in holes.iter().flat_map(|one| holes.map(|other| (*one, other))) {
        for between in ["\n", "\n\n", "\r\n"] {
            let found = import::read(format!("{one}{between}{other}\n").as_bytes(), None, None, None);
            assert!(found.cards.len() > 1, "{one}{between}{other}: {:?}", found.cards);
        }
    }
}

#[test]
fn outlines_in_three_levels_keep_their_questions() {
    let text = "机器学习提纲\n一、损失函数\n（一）分类\n1. 交叉熵为什么适合分类\n梯度不饱和。\n2. focal loss 解决什么问题\n（1）样本不平衡\n（2）难易样本\n（二）回归\n1. Huber 损失的好处\n对离群点鲁棒\n二、正则化\n（一）稀疏\n1. L1 为什么稀疏\n等高线有尖角\n2. dropout 怎么推理？\n① 训练时缩放\n② 推理时不做\n";
    check(&[(
        "numbers that begin anew in each part",
        text,
        &[
            (4, "交叉熵为什么适合分类", a(5, 5)),
            (6, "focal loss 解决什么问题", a(7, 8)),
            (10, "Huber 损失的好处", a(11, 11)),
            (14, "L1 为什么稀疏", a(15, 15)),
            (16, "dropout 怎么推理？", a(17, 18)),
        ],
    )]);
    let notes = import::read(text.as_bytes(), None, None, None);
    let topics: Vec<Vec<String>> = notes.cards.iter().map(|card| card.faces[0].topic.to_vec()).collect();
    assert!(topics[3].last().is_some_and(|topic| topic.contains("稀疏")), "{topics:?}");
}

#[test]
fn a_key_by_section_answers_its_sections() {
    let text = "一、选择题\n1. 哪个不是优化器？\nA. Adam  B. SGD  C. BN\n2. ReLU 的缺点是？\nA. 慢  B. 死亡  C. 爆炸\n二、填空题\n1. β1 默认是____。\n2. 预训练任务是____和____。\n三、简答题\n1. 简述 dropout。\n答案：\n一、1.C 2.B\n二、1. 0.9  2. MLM，NSP\n三、1. 训练时随机丢弃。\n";
    let told: Vec<String> = asked(text).into_iter().map(|(_, told)| told).collect();
    assert_eq!(told, ["C", "B", "0.9", "MLM，NSP", "训练时随机丢弃。"]);
}

#[test]
fn kinds_of_questions_head_sections() {
    for (one, other, last) in [
        ("单选题", "多选题（每题 4 分）", "判断题"),
        ("Single choice", "Multiple choice (4 points each):", "True or false"),
    ] {
        let text = format!(
            "{one}\n1. 哪个输出均值接近 0？\nA. Sigmoid\nB. tanh\n2. 哪个会死亡？\nA. tanh\nB. ReLU\n{other}\n3. 哪些缓解梯度消失？\nA. 残差\nB. BN\n{last}\n4. L1 更容易稀疏。\n5. BN 没有参数。\n\n答案：1-2 BB 3 AB 4 √ 5 ×\n"
        );
        let found = asked(&text);
        let told: Vec<&str> = found.iter().map(|(_, told)| told.as_str()).collect();
        assert_eq!(told, ["B", "B", "AB", "√", "×"], "{text}");
        assert!(found.iter().all(|(asked, _)| !asked.contains(other) && !asked.contains(last)), "{found:?}");
    }
}

#[test]
fn lists_of_terms_that_are_explained_are_cards() {
    let text = "梯度裁剪：限制梯度范数，防止爆炸\nwarmup：训练初期学习率从小逐渐增大\n标签平滑：把 one-hot 目标改得软一些\ntop-p 采样: 从累计概率达到 p 的集合里采样\nMoE——稀疏激活的专家网络，用门控选几个\nGQA = 多个 Q 头共享一组 KV\n分块注意力：分块计算，减少显存读写\n";
    assert_eq!(asked(text).len(), 7);
    assert_eq!(asked(text)[4], ("MoE".to_owned(), "稀疏激活的专家网络，用门控选几个".to_owned()));
    let text = "Latent variable: an unobserved variable that explains x\nMode collapse: the generator makes few modes\nPosterior collapse: the decoder ignores the code\nBurn-in: steps of a chain that are thrown away\nTeacher forcing: the decoder sees the right prefix\n";
    assert_eq!(asked(text).len(), 5);
    // Settings, the fields of a form, and the head of a letter have short values.
    for text in [
        "name: backup\nversion: 1.2\nauthor: someone\nlicense: MIT\npath: /srv/data\nretries: 3\n",
        "姓名：张三\n学校：某大学\n专业：软件工程\n电话：123\n日期：3 月\n",
        "Date: 3 May\nTime: 14:00\nPlace: room 4\nTopic: planning\nLead: Kim\n",
    ] {
        assert_eq!(asked(text), [], "{text}");
    }
}

#[test]
fn a_label_is_taken_off_though_one_answer_has_none() {
    let text = "Q. why relu?\nA. no vanishing\n\nQ. why bn?\nA. faster\n\nQ. lr?\nidk\n";
    let told: Vec<String> = asked(text).into_iter().map(|(_, told)| told).collect();
    assert_eq!(told, ["no vanishing", "faster", "idk"]);
    let text = "# Q: what does no_grad do?\n# A: it records no graph\nwith no_grad(): pass\n\n# Q: what does eval do?\n# A: it changes dropout\n";
    let told: Vec<String> = asked(text).into_iter().map(|(_, told)| told).collect();
    assert_eq!(told, ["it records no graph\nwith no_grad(): pass", "it changes dropout"]);
}

#[test]
fn a_row_may_end_early_in_a_pasted_sheet() {
    let text = "What is mAP?\tmean average precision\tvision\nWhat is NMS?\tdrop overlapping boxes\tvision\nWhat is FPN?\tfeature pyramid\n";
    let found = asked(text);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|(asked, told)| asked.ends_with('?') && !told.is_empty()), "{found:?}");
}

#[test]
fn what_a_page_has_around_its_text_is_in_no_answer() {
    let cards = [
        ("为什么用 LayerNorm？", "句子长度可变。"),
        ("Q 和 K 为什么不同？", "否则注意力矩阵对称。"),
        ("解码器怎么交互？", "用编码器的输出作 K、V。"),
    ];
    for (name, between, below) in [
        (
            "a web page",
            "【广告】3 天入门，原价 1999 限时 0 元，扫码领取！",
            "相关推荐\n算法工程师薪资一览\n面试官：你知道 PPO 吗？\n版权声明：本文为原创，转载请附上链接。\n某ICP备1号",
        ),
        ("a printed page", "- 58 -", "59"),
        ("a note of an account", "P12\n扫码关注公众号回复“面试”领取 PDF", "本文完，喜欢的话点个在看吧~"),
        ("comments", "Page 3 of 9", "评论（2）\n李四：这里可以补充"),
        (
            "a blog",
            "Subscribe to our newsletter!",
            "Related posts\nTen papers to read\n© 2025 somebody. All rights reserved.",
        ),
    ] {
        let [one, two, three] = cards.map(|(asked, told)| format!("{asked}\n{told}\n"));
        let text = format!("1. {one}2. {two}{between}\n3. {three}{below}\n");
        assert_eq!(asked(&text), cards.map(|(asked, told)| (asked.to_owned(), told.to_owned())), "{name}");
    }
    // What an answer says of such things stays.
    let text = "1. 怎么拉新？\n用户扫码进入小程序，再按分享计算转化。\n2. 怎么留存？\n免费期之后发提醒。\n3. 几层？\n12\n";
    let told: Vec<String> = asked(text).into_iter().map(|(_, told)| told).collect();
    assert_eq!(told, ["用户扫码进入小程序，再按分享计算转化。", "免费期之后发提醒。", "12"]);
}

#[test]
fn bold_questions_without_a_label_stand_beside_labelled_ones() {
    let text = "**Q: What is self-attention?**\nEvery token looks at every other.\n\n**Q: Why several heads?**\ndifferent subspaces\n**Q: What does it cost?** quadratic time\n\n**What is the KV cache**\n\nkeys and values of past tokens\n\n**Note:** ask about groups\n\n**Q: What rotates?**\nA: queries and keys\n";
    let found = asked(text);
    let names: Vec<&str> = found.iter().map(|(asked, _)| asked.as_str()).collect();
    assert_eq!(
        names,
        [
            "What is self-attention?",
            "Why several heads?",
            "What does it cost?",
            "What is the KV cache",
            "What rotates?"
        ]
    );
    assert_eq!(found[2].1, "quadratic time");
    assert_eq!(found[4].1, "queries and keys");
}

#[test]
fn what_is_nested_deep_below_a_question_is_no_code() {
    let lists = "1. What is BN?\n    - normalises\n    - per channel\n        - then scales\n\n2. What is LN?\n\n\tper token, **no** batch\n\n3. How is it written?\n    - in code:\n\n          y = bn(x)\n";
    let found = asked(lists);
    assert_eq!(found[0].1, "- normalises\n- per channel\n    - then scales");
    assert_eq!(found[1].1, "per token, **no** batch");
    assert_eq!(found[2].1, "- in code:\n\n      y = bn(x)");
    let bullets = "- 什么是池化？\n    - 降采样\n    - 取最大\n- 什么是卷积？\n\t- 局部连接\n\t- 共享参数\n- 什么是步长？\n    - 每次移动多远\n";
    let told: Vec<String> = asked(bullets).into_iter().map(|(_, told)| told).collect();
    assert_eq!(told, ["- 降采样\n- 取最大", "- 局部连接\n- 共享参数", "- 每次移动多远"]);
    // An answer that is code stays code.
    let code = "## How is it written?\n\n    y = bn(x)\n    return y\n\n## What is it?\n\na layer\n\n## Why?\n\nfor speed\n";
    let notes = import::read(code.as_bytes(), None, None, None);
    assert_eq!(&*notes.cards[0].faces[0].answer, "    y = bn(x)\n    return y");
}
