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
        ("KV cache 的大小", "随长度线性增长。70B 多大？几 GB。\n追问：怎么变小？"),
        ("Adam 的更新", "两个矩的比。\n- 为什么要修正？开头偏小。"),
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
    let found = asked(&["Singleton", "Globals", "Inheritance", "Null", "Locks"].map(task).concat());
    assert!(found.len() == 5 && found.iter().all(|(asked, told)| asked.contains("How") && told.is_empty()));
}
