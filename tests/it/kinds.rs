//! The kinds of notes that words alone do not tell: each with the cards it has to give.

use backprop::card::Lang;
use backprop::import::{self, Notes};

/// Question line, its text, and the lines of its answer.
pub(crate) type Row<'a> = (usize, &'a str, Option<(usize, usize)>);

fn rows(notes: &Notes) -> Vec<Row<'_>> {
    let faces = notes.cards.iter().map(|card| card.face(Lang::En));
    faces.map(|face| (face.source.question_line, face.question.as_str(), face.source.answer_lines)).collect()
}

fn read(text: &str) -> Notes {
    import::read(text.as_bytes(), None, None, None)
}

/// Reads each text; the cards have to be these.
pub(crate) fn check(table: &[(&str, &str, &[Row<'_>])]) {
    let mut wrong = String::new();
    for (name, text, expected) in table {
        let notes = read(text);
        if rows(&notes) != *expected {
            wrong.push_str(&format!("{name}: {:#?}\n   not {expected:#?}\n   {}\n", rows(&notes), notes.why));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

pub(crate) const fn a(first: usize, last: usize) -> Option<(usize, usize)> {
    Some((first, last))
}

#[test]
fn numbers_that_run_prove_a_list() {
    check(&[
        (
            "terms below a title line",
            "树的笔记\n1.平衡树\n左右高度差不过一。\n\n2.红黑树\n用颜色换旋转。\n\n3.堆\n只管父子大小。\n\n4.字典树\n按前缀分叉。\n",
            &[(2, "平衡树", a(3, 3)), (5, "红黑树", a(6, 6)), (8, "堆", a(9, 9)), (11, "字典树", a(12, 12))],
        ),
        (
            "one list over two chapters",
            "# Networks\n\n## Lower\n\n1. Frames\n   They carry packets.\n\n2. Switches\n   They forward frames.\n\n## Upper\n\n3. Sockets\n   Two ends of a stream.\n\n4. Names\n   They become addresses.\n",
            &[
                (5, "Frames", a(6, 6)),
                (8, "Switches", a(9, 9)),
                (13, "Sockets", a(14, 14)),
                (16, "Names", a(17, 17)),
            ],
        ),
        (
            "what does not ask among what does",
            "# Exam\n\n## Part A\n\n#### 1. What is a lock?\n\nOne owner.\n\n#### 2. Why do locks nest?\n\nOrder.\n\n## Part B\n\n#### 3. How are deadlocks found?\n\nCycles.\n\n#### 4. A queue without locks.\n\n```c\nint x;\n```\n\n#### 5. Reversal of a list.\n\n```c\nint y;\n```\n",
            &[
                (5, "What is a lock?", a(7, 7)),
                (9, "Why do locks nest?", a(11, 11)),
                (15, "How are deadlocks found?", a(17, 17)),
                (19, "A queue without locks.", a(21, 23)),
                (25, "Reversal of a list.", a(27, 29)),
            ],
        ),
        (
            "questions without answers that do not ask are no topics",
            "# 60 questions\n\n## One\n\n#### 1. What is a heap?\n\nA tree.\n\n## Two\n\n#### 1. What is a trie?\n\n#### 2. Arrays against lists\n\n#### 3. What is a ring?\n\n#### 4. Uses of bloom filters\n",
            &[
                (5, "What is a heap?", a(7, 7)),
                (11, "What is a trie?", None),
                (13, "Arrays against lists", None),
                (15, "What is a ring?", None),
                (17, "Uses of bloom filters", None),
            ],
        ),
        (
            "a plain number between headings",
            "# 卷子\n\n## 一、简答\n\n1.64 位整数与 32 位整数的区别。\n\n**答** ：\n范围不同。\n\n### 2.栈和堆有什么区别？\n\n**答** ：\n分配不同。\n\n### 3.线程和进程有什么区别？\n\n**答** ：\n资源不同。\n",
            &[
                (5, "64 位整数与 32 位整数的区别。", a(8, 8)),
                (10, "栈和堆有什么区别？", a(13, 13)),
                (15, "线程和进程有什么区别？", a(18, 18)),
            ],
        ),
        (
            "a numbered list nested in an answer",
            "**1. What is a cache?**\n A copy near by.\n\n**2. What is a hit?**\n It was there.\n\n## Design\n\n### 4. How do you design a cache?\n\n- **Steps**:\n  1. hash the key\n  2. look it up\n  3. evict one\n- **Size**: small\n\n### 5. How do you test it?\n\n- Replay a log\n",
            &[
                (1, "What is a cache?", a(2, 2)),
                (4, "What is a hit?", a(5, 5)),
                (9, "How do you design a cache?", a(11, 15)),
                (17, "How do you test it?", a(19, 19)),
            ],
        ),
        (
            "signs before each",
            "1. ⚠️ Explain paging.\n2. ⚠️ Describe a page fault.\n3. ⚠️ Implement a ring buffer.\n4. 🔥 Compare mutex and semaphore.\n",
            &[
                (1, "Explain paging.", None),
                (2, "Describe a page fault.", None),
                (3, "Implement a ring buffer.", None),
                (4, "Compare mutex and semaphore.", None),
            ],
        ),
    ]);
}

#[test]
fn pairs_prove_questions() {
    check(&[
        (
            "terms with labelled answers",
            "# T\n\n#### 1. Stack frames and their use\n\n答：存放局部变量。\n\n#### 2. Calling conventions\n\n答：约定参数位置。\n\n#### 3. Red zone\n\n答：栈指针下方。\n",
            &[
                (3, "Stack frames and their use", a(5, 5)),
                (7, "Calling conventions", a(9, 9)),
                (11, "Red zone", a(13, 13)),
            ],
        ),
        (
            "signs and headings for both",
            "Mine.\n\n## 📌 Q7: What is a page?\n\n### ✅ Answer\n\nFour kilobytes.\n\n## 📌 Q8: Explain huge pages.\n\n### ✅ Answer\n\nTwo megabytes.\n",
            &[(3, "What is a page?", a(7, 7)), (9, "Explain huge pages.", a(13, 13))],
        ),
        (
            "labels of a language that no list knows",
            "Kysymys: Mikä on pino\nVastaus: Lista toisesta päästä\n\nKysymys: Mikä on jono\nVastaus: Lista molemmista päistä\n\nKysymys: Mikä on puu\nVastaus: Solmut ja haarat\n",
            &[(1, "Mikä on pino", a(2, 2)), (4, "Mikä on jono", a(5, 5)), (7, "Mikä on puu", a(8, 8))],
        ),
        (
            "quotes above folds",
            "> 1、简述分页。\n<details>\n  <summary>答案</summary>\n  按页分配。\n</details>\n\n> 2、页表有几级？\n<details>\n  <summary>答案</summary>\n  四级。\n</details>\n",
            &[(1, "简述分页。", a(4, 4)), (7, "页表有几级？", a(10, 10))],
        ),
        (
            "points named like answers",
            "# Bank\n\n## Question 1: Explain paging\n\n### Idea\nFixed blocks.\n\n### Limits\n- Fragments\n- Solution: larger blocks\n\n## Question 2: Explain swapping\n\n### Idea\nTo disk.\n",
            &[(3, "Explain paging", a(5, 10)), (12, "Explain swapping", a(14, 15))],
        ),
    ]);
}

#[test]
fn contents_never_become_twins() {
    check(&[
        (
            "absolute links",
            "# Questions\n\n## Contents\n* [Q1: What is a lexer?](https://example.org/x.md#q1)\n* [Q2: Why is a parser needed?](https://example.org/x.md#q2)\n* [Q3: What is a token?](https://example.org/x.md#q3)\n\n## Answers\n\n### Q1: What is a lexer? ###\nIt cuts text.\n\n### Q2: Why is a parser needed? ###\nIt builds trees.\n\n### Q3: What is a token? ###\nA piece.\n",
            &[
                (10, "What is a lexer?", a(11, 11)),
                (13, "Why is a parser needed?", a(14, 14)),
                (16, "What is a token?", a(17, 17)),
            ],
        ),
        (
            "signs and marks around the entries",
            "# 链表\n\n## 题目\n- [Q01 · 反转链表](#q01--反转链表) ✅\n- [Q02 · 环的入口](#q02--环的入口) ⏳\n\n## Q01 · 反转链表\n\n三个指针。\n\n## Q02 · 环的入口\n\n快慢相遇。\n",
            &[(7, "反转链表", a(9, 9)), (11, "环的入口", a(13, 13))],
        ),
        (
            "a hair different",
            "Shell 面试题\n\n## 题目\n\n1、用什么显示当前目录？\n\n2、怎么结束进程？\n\n3、sed 详解。\n\n## 答案\n\n### 1、用什么显示当前目录？\n\npwd。\n\n### 2、怎么结束一个进程？\n\nkill。\n\n### 3、sed 详解\n\n按行改。\n",
            &[
                (13, "用什么显示当前目录？", a(15, 15)),
                (17, "怎么结束一个进程？", a(19, 19)),
                (21, "sed 详解", a(23, 23)),
            ],
        ),
        (
            "task lists with links in both places",
            "# 面试题\n\n## 目录\n\n- [x] [1-1 什么是分页？](#1-1)\n- [ ] [1-2 分段有哪些好处？](#1-2)\n- [x] [1-3 什么是 TLB？](#1-3)\n\n# 答案\n\n- [x] <span id=\"1-1\">1-1 什么是分页？</span>\n\n按页分配。\n\n- [ ] [1-2 分段有哪些好处？](#1-2)\n\n按逻辑分。\n\n- [x] [1-3 什么是 TLB？](#1-3)\n\n页表缓存。\n",
            &[
                (11, "什么是分页？", a(13, 13)),
                (15, "分段有哪些好处？", a(17, 17)),
                (19, "什么是 TLB？", a(21, 21)),
            ],
        ),
    ]);
}

#[test]
fn stems_give_their_sub_questions_the_context() {
    let text = "1. Paging.\n    1. What does it mean that a page is resident?\n    1. How do we know that it is dirty?\n1. Draw the states of a process.\n1. Scheduling.\n    1. Why is round robin fair?\n    1. Can it starve anyone?\n1. Why is a context switch slow?\n";
    check(&[(
        "a nested list whose numbers all are 1",
        text,
        &[
            (2, "What does it mean that a page is resident?", None),
            (3, "How do we know that it is dirty?", None),
            (4, "Draw the states of a process.", None),
            (6, "Why is round robin fair?", None),
            (7, "Can it starve anyone?", None),
            (8, "Why is a context switch slow?", None),
        ],
    )]);
    let notes = read(text);
    let topics: Vec<Vec<String>> = notes.cards.iter().map(|card| card.faces[0].topic.to_vec()).collect();
    assert_eq!(topics[0], ["Paging"]);
    assert!(topics[2].is_empty() && topics[5].is_empty());
    assert_eq!(topics[4], ["Scheduling"]);

    let text = "# 面试题\n\n### 1. 什么是锁？\n\n互斥。\n\n追问：锁会死吗？\n\n会，成环时。\n\n### 2. 什么是信号量？\n\n计数。\n";
    let notes = read(text);
    assert_eq!(
        rows(&notes),
        [(3, "什么是锁？", a(5, 5)), (7, "锁会死吗？", a(9, 9)), (11, "什么是信号量？", a(13, 13))]
    );
    assert_eq!(notes.cards[1].parent(), Some(&notes.cards[0].id));
}

#[test]
fn options_belong_to_the_question_and_marks_behind_it() {
    check(&[
        (
            "explanations between the options",
            "### Question 1:\n**What does a mutex do?**\n- **A) It lets one in.**\n  *Explanation:* Right.\n- B) It lets all in.\n  *Explanation:* Wrong.\n\n### Question 2:\n**What does a barrier do?**\n- A) It drops some.\n  *Explanation:* Wrong.\n- **B) It waits for all.**\n  *Explanation:* Right.\n",
            &[
                (1, "**What does a mutex do?**\n\n- A) It lets one in.\n- B) It lets all in.", a(3, 6)),
                (8, "**What does a barrier do?**\n\n- A) It drops some.\n- B) It waits for all.", a(10, 13)),
            ],
        ),
        (
            "bold questions that end with a colon",
            "### Exam\n\n**1. Which is true about hashing?**\n- [ ] A. It sorts\n- [x] B. It scatters\n\n**2. Mark what a map holds:**\n- [x] A. Keys\n- [ ] B. Edges\n\n**3. What is true about trees?**\n- [ ] A. They loop\n- [x] B. They branch\n",
            &[
                (3, "Which is true about hashing?\n\n- [ ] A. It sorts\n- [ ] B. It scatters", a(4, 5)),
                (7, "Mark what a map holds:\n\n- [ ] A. Keys\n- [ ] B. Edges", a(8, 9)),
                (11, "What is true about trees?\n\n- [ ] A. They loop\n- [ ] B. They branch", a(12, 13)),
            ],
        ),
        (
            "folds whose summaries say what no list knows",
            "###### 1. What is printed?\n\n```js\nf(1)\n```\n\n- A: `1`\n- B: `2`\n\n<details><summary><b>Ratkaisu</b></summary>\n<p>\n\n#### Oikein on: A\n\nOne.\n\n</p>\n</details>\n\n###### 2. What is printed?\n\n```js\nf(2)\n```\n\n- A: `1`\n- B: `2`\n\n<details><summary><b>Ratkaisu</b></summary>\n<p>\n\n#### Oikein on: B\n\nTwo.\n\n</p>\n</details>\n",
            &[
                (1, "What is printed?\n\n```js\nf(1)\n```\n\n- A: `1`\n- B: `2`", a(13, 15)),
                (20, "What is printed?\n\n```js\nf(2)\n```\n\n- A: `1`\n- B: `2`", a(32, 34)),
            ],
        ),
        (
            "a key at the end",
            "# Quiz\n\n1. Which sorts?\n   A. quicksort\n   B. bfs\n\n2. Which searches?\n   A. heapsort\n   B. dfs\n\n3. Which hashes?\n   A. murmur\n   B. dijkstra\n\n## Answers\n\n1. A\n2. B\n3. A\n",
            &[
                (3, "Which sorts?\n\nA. quicksort\n   B. bfs", a(17, 17)),
                (7, "Which searches?\n\nA. heapsort\n   B. dfs", a(18, 18)),
                (11, "Which hashes?\n\nA. murmur\n   B. dijkstra", a(19, 19)),
            ],
        ),
    ]);
}

#[test]
fn questions_stand_in_many_forms() {
    check(&[
        (
            "unindented answers below bullets",
            "- 什么是锁？\n\n&emsp;&emsp;互斥的工具。\n\n- 什么是条件变量？\n\n&emsp;&emsp;等待的工具。\n\n- 什么是屏障？\n1. 等齐\n2. 放行\n",
            &[(1, "什么是锁？", a(3, 3)), (5, "什么是条件变量？", a(7, 7)), (9, "什么是屏障？", a(10, 11))],
        ),
        (
            "an answer of one word behind a bold question",
            "**Is a lock fair?** No\n\n**它可重入吗？** 是\n\n**Who frees it?** its owner\n",
            &[(1, "Is a lock fair?", a(1, 1)), (3, "它可重入吗？", a(3, 3)), (5, "Who frees it?", a(5, 5))],
        ),
        (
            "answers in brackets",
            "# 面试题\n\n- 锁是什么？（互斥的工具）\n- 屏障如何工作？（等齐再走）\n- 为什么要原子操作？（避免竞争）\n",
            &[(3, "锁是什么？", a(3, 3)), (4, "屏障如何工作？", a(4, 4)), (5, "为什么要原子操作？", a(5, 5))],
        ),
        (
            "links that ask, with answers nested in them",
            "- 合集\n  - [什么是饥饿？](https://example.org/1)\n    collapsed:: true\n    - 等不到。\n  - DONE [互斥和同步的区别是什么？](https://example.org/2)\n    collapsed:: true\n    - 排他与先后。\n  - [信号量和锁的区别是什么？](https://example.org/3)\n    - 计数与否。\n",
            &[
                (2, "[什么是饥饿？](https://example.org/1)", a(4, 4)),
                (5, "[互斥和同步的区别是什么？](https://example.org/2)", a(7, 7)),
                (8, "[信号量和锁的区别是什么？](https://example.org/3)", a(9, 9)),
            ],
        ),
        (
            "links that ask, without answers",
            "# 面试题汇总\n\n* [为什么要加锁？](https://example.org/1)\n* [锁有哪些？](https://example.org/2)\n* [什么是自旋？](https://example.org/3)\n",
            &[
                (3, "[为什么要加锁？](https://example.org/1)", None),
                (4, "[锁有哪些？](https://example.org/2)", None),
                (5, "[什么是自旋？](https://example.org/3)", None),
            ],
        ),
        (
            "titles with the question in the prose below",
            "# Interview questions\n\n## Design\n\n#### Layers\nWhy are layers used? Can you draw some?\n\n#### Events\nThey part sender and receiver. Would you use them here?\n\n#### Cycles\nAre cycles bad? Why?\n\n#### Names\nWhat makes a name good?\n",
            &[
                (5, "Layers\n\nWhy are layers used? Can you draw some?", None),
                (8, "Events\n\nThey part sender and receiver. Would you use them here?", None),
                (11, "Cycles\n\nAre cycles bad? Why?", None),
                (14, "Names\n\nWhat makes a name good?", None),
            ],
        ),
        (
            "tasks that bring points",
            "# Exam\n\n**Question 1 (15 pts)** - Sets\n\nCompute by hand:\na) A | B\nb) A & B\n\n---\n\n**Question 2 (20 pts)** - Graphs\n\nGive the edges.\n\n---\n\n**Question 3 (10 pts)** - Trees\n\nWhat is the depth?\n",
            &[
                (3, "Sets\n\nCompute by hand:\na) A | B\nb) A & B", None),
                (11, "Graphs\n\nGive the edges.", None),
                (17, "Trees\n\nWhat is the depth?", None),
            ],
        ),
        (
            "headings of HTML over several lines",
            "<h2 align=\"left\">\nWhat is a page?\n</h2>\n\nA block.\n\n<h2 align=\"left\">\nWhat is a frame?\n</h2>\n\nIts place.\n",
            &[(2, "What is a page?", a(5, 5)), (8, "What is a frame?", a(11, 11))],
        ),
        (
            "quotes above their answers",
            "> What is a page?\n\nA block.\n\n> Why is it fixed in size?\n\nNo gaps.\n\n> What is a frame?\n\nIts place.\n",
            &[
                (1, "What is a page?", a(3, 3)),
                (5, "Why is it fixed in size?", a(7, 7)),
                (9, "What is a frame?", a(11, 11)),
            ],
        ),
        (
            "one card a file",
            "# What is a page fault?\n\nA trap.\n\n## Kinds\n\nMinor and major.\n",
            &[(1, "What is a page fault?", a(3, 7))],
        ),
    ]);
}

#[test]
fn the_last_answer_ends_where_it_ends() {
    check(&[
        (
            "an advert behind a rule",
            "## 1. What is a page?\n\nA block.\n\n## 2. What is a frame?\n\nIts place.\n\n## 3. What is a trap?\n\nA jump.\n\n---\n\nFollow me for more notes.\n",
            &[
                (1, "What is a page?", a(3, 3)),
                (5, "What is a frame?", a(7, 7)),
                (9, "What is a trap?", a(11, 11)),
            ],
        ),
        (
            "links at the end",
            "## 1. What is a page?\n\nA block.\n\n## 2. What is a frame?\n\nIts place.\n\n## 3. What is a trap?\n\nA jump.\n\nSee also:\n\n- [one](https://example.org/1)\n- [two](https://example.org/2)\n",
            &[
                (1, "What is a page?", a(3, 3)),
                (5, "What is a frame?", a(7, 7)),
                (9, "What is a trap?", a(11, 11)),
            ],
        ),
    ]);
}

#[test]
fn a_refusal_names_the_best_reading_and_the_way_to_take_it() {
    let text = "## Pages\nBlocks.\n\n## Frames\nPlaces.\n\n## Traps\nJumps.\n";
    let notes = read(text);
    assert_eq!(notes.cards.len(), 0);
    let help = notes.diagnostics[0].help.to_string();
    assert!(help.contains("3 ") && help.contains("--style headings"), "{help}");
    let forced = import::read(text.as_bytes(), None, import::named("headings"), None);
    assert_eq!(forced.cards.len(), 3);
}

#[test]
fn tags_are_no_part_of_a_question() {
    let notes = read(
        "1. [E] What is a page?\n2. [M] Why do pages fault?\n3. [E] What is a frame?\n4. [H] How are frames freed?\n",
    );
    let questions: Vec<&str> = rows(&notes).into_iter().map(|(_, question, _)| question).collect();
    assert_eq!(
        questions,
        ["What is a page?", "Why do pages fault?", "What is a frame?", "How are frames freed?"]
    );
}

#[test]
fn what_stands_in_a_list_of_questions_is_one() {
    check(&[
        (
            "items of which some ask",
            "# 面经\n\n## 甲公司\n- 自我介绍\n- 什么是死锁\n- 为什么要分页\n- 页表\n- 手写队列\n\n## 乙公司\n- 红黑树\n- 哈希冲突怎么办\n- 什么是虚拟内存\n- 快排\n",
            &[
                (4, "自我介绍", None),
                (5, "什么是死锁", None),
                (6, "为什么要分页", None),
                (7, "页表", None),
                (8, "手写队列", None),
                (11, "红黑树", None),
                (12, "哈希冲突怎么办", None),
                (13, "什么是虚拟内存", None),
                (14, "快排", None),
            ],
        ),
        (
            "topics above the items",
            "- Memory\n  - what is a page\n  - why are pages fixed in size\n  - TLB\n- Locks\n  - what is a mutex\n  - spinlocks\n  - how do locks nest\n",
            &[
                (2, "what is a page", None),
                (3, "why are pages fixed in size", None),
                (4, "TLB", None),
                (6, "what is a mutex", None),
                (7, "spinlocks", None),
                (8, "how do locks nest", None),
            ],
        ),
        (
            "headings set alike, with a chapter that does not ask",
            "# 操作系统面试题\n\n## 判断\n\n### 线程有自己的栈\n\n### 进程共享堆\n\n### 页的大小固定\n\n## 问答\n\n### 什么是死锁？\n\n### 为什么要分页？\n\n### 如何避免饥饿？\n",
            &[
                (5, "线程有自己的栈", None),
                (7, "进程共享堆", None),
                (9, "页的大小固定", None),
                (13, "什么是死锁？", None),
                (15, "为什么要分页？", None),
                (17, "如何避免饥饿？", None),
            ],
        ),
        (
            "numbers in their places, whatever sign is behind them",
            "1.什么是锁\n互斥\n2.什么是屏障\n等齐\n4、信号量\n计数\n什么是自旋？\n忙等\n6 读写锁\n读者共享\n7.什么是条件变量\n等待\n",
            &[
                (1, "什么是锁", a(2, 2)),
                (3, "什么是屏障", a(4, 4)),
                (5, "信号量", a(6, 6)),
                (7, "什么是自旋？", a(8, 8)),
                (9, "读写锁", a(10, 10)),
                (11, "什么是条件变量", a(12, 12)),
            ],
        ),
        (
            "numbers that go on behind labelled headings",
            "## Q1. What is a page?\nA block.\n\n## Q2. What is a frame?\nIts place.\n\n## Q3. What is a trap?\n\n4. What is a fault?\n5. What is a fork?\n6. Why is memory virtual?\n7. Page tables\n",
            &[
                (1, "What is a page?", a(2, 2)),
                (4, "What is a frame?", a(5, 5)),
                (7, "What is a trap?", None),
                (9, "What is a fault?", None),
                (10, "What is a fork?", None),
                (11, "Why is memory virtual?", None),
                (12, "Page tables", None),
            ],
        ),
        (
            "a chapter of lines that ask",
            "# Threads\n\n## What is a thread?\n\nA flow of control.\n\n## What is a lock?\n\nOne owner.\n\n## What is a barrier?\n\nAll wait.\n\n## More\n\nWhat is a semaphore?\n\nHow do locks nest?\n\nWhy do threads starve?\n",
            &[
                (3, "What is a thread?", a(5, 5)),
                (7, "What is a lock?", a(9, 9)),
                (11, "What is a barrier?", a(13, 13)),
                (17, "What is a semaphore?", None),
                (19, "How do locks nest?", None),
                (21, "Why do threads starve?", None),
            ],
        ),
        (
            "what stands above the first round",
            "# 某公司面经\n\n作者：某人\n\n声明：仅供学习\n\n### 一面\n自我介绍\n什么是死锁\n写一个队列\n为什么要分页\n\n### 二面\n讲讲项目\n锁有哪些\n哈希表\n",
            &[
                (8, "自我介绍", None),
                (9, "什么是死锁", None),
                (10, "写一个队列", None),
                (11, "为什么要分页", None),
                (14, "讲讲项目", None),
                (15, "锁有哪些", None),
                (16, "哈希表", None),
            ],
        ),
    ]);
}

#[test]
fn labels_and_marks_prove_questions() {
    check(&[
        (
            "a question below its number, and a key at the end",
            "# Quiz\n\n### Question 1\n**Type**: choice\n\n**Which call makes a process?**\n\n- A) open\n- B) fork\n\n---\n\n### Question 2\n**Type**: true or false\n\n**A thread has its own stack.**\n\n---\n\n### Question 3\n**Type**: choice\n\n**Which one waits?**\n\n- A) join\n- B) exec\n\n## Answer Key\n\n| Question | Answer |\n|---|---|\n| 1 | B |\n| 2 | True |\n| 3 | A |\n\n## Scoring\n\n- 3: well done\n",
            &[
                (6, "Which call makes a process?\n\n- A) open\n- B) fork", a(32, 32)),
                (16, "A thread has its own stack.", a(33, 33)),
                (23, "Which one waits?\n\n- A) join\n- B) exec", a(34, 34)),
            ],
        ),
        (
            "stars behind the right options",
            "1. Which one is a lock?\n- a) mutex *\n- b) queue\n- c) stack\n\n2. Which one waits for all?\n- a) signal\n- b) barrier *\n\n3. Which one counts?\n- a) semaphore *\n- b) mutex\n",
            &[
                (1, "Which one is a lock?\n\n- a) mutex\n- b) queue\n- c) stack", a(2, 4)),
                (6, "Which one waits for all?\n\n- a) signal\n- b) barrier", a(7, 8)),
                (10, "Which one counts?\n\n- a) semaphore\n- b) mutex", a(11, 12)),
            ],
        ),
        (
            "arrows to the right options",
            "1. Mark what is right about the scheduler, which\nruns in the kernel:\nA. It picks a thread. -> **Right answer**\nB. It formats disks.\n\n2. Mark what is right about pages:\nA. They differ in size.\nB. They are mapped. -> **Right answer**\n\n3. Mark what is right about traps:\nA. They jump. -> **Right answer**\nB. They sleep.\n",
            &[
                (
                    1,
                    "Mark what is right about the scheduler, which\n\nruns in the kernel:\nA. It picks a thread.\nB. It formats disks.",
                    a(3, 4),
                ),
                (
                    6,
                    "Mark what is right about pages:\n\nA. They differ in size.\nB. They are mapped.",
                    a(7, 8),
                ),
                (10, "Mark what is right about traps:\n\nA. They jump.\nB. They sleep.", a(11, 12)),
            ],
        ),
        (
            "verdicts in brackets",
            "1. A thread has its own stack. (T)\n2. A process shares its heap with others. (F)\n3. A mutex can be held by two. (F)\n4. A page can be shared. (T)\n5. A trap is a signal. (F)\n",
            &[
                (1, "A thread has its own stack.", a(1, 1)),
                (2, "A process shares its heap with others.", a(2, 2)),
                (3, "A mutex can be held by two.", a(3, 3)),
                (4, "A page can be shared.", a(4, 4)),
                (5, "A trap is a signal.", a(5, 5)),
            ],
        ),
        (
            "labels before a narrow blank",
            "## Systèmes\n\n1.\tDéfinir un verrou\n      Réponse\u{202f}: un seul entre.\n\n2.\tDéfinir une page\n      Réponse\u{202f}: un bloc de mémoire.\n\n3.\tDéfinir un processus\n      Reponse : un programme en cours.\n",
            &[
                (3, "Définir un verrou", a(4, 4)),
                (6, "Définir une page", a(7, 7)),
                (9, "Définir un processus", a(10, 10)),
            ],
        ),
        (
            "bold lines of which most ask",
            "**What is a lock?**\n\nOne owner.\n\n**What is a barrier?**\n\nAll wait.\n\n**Starvation**\n\nNever gets it.\n\n**Why do threads sleep?**\n\nThey wait.\n",
            &[
                (1, "What is a lock?", a(3, 3)),
                (5, "What is a barrier?", a(7, 7)),
                (9, "Starvation", a(11, 11)),
                (13, "Why do threads sleep?", a(15, 15)),
            ],
        ),
    ]);
}

#[test]
fn a_file_of_one_form_needs_no_words() {
    check(&[
        (
            "folds",
            "# Terms\n\n<details><summary>Page</summary>\nA block of memory.\n</details>\n\n<details><summary>Frame</summary>\nIts place in the machine.\n</details>\n\n<details><summary>To list files: `ls __`</summary>\n`-l`\n</details>\n\n<details><summary>Trap</summary>\nA jump into the kernel.\n</details>\n",
            &[
                (3, "Page", a(4, 4)),
                (7, "Frame", a(8, 8)),
                (11, "To list files: `ls __`", a(12, 12)),
                (15, "Trap", a(16, 16)),
            ],
        ),
        (
            "a table of two columns",
            "# Revision\n\n| Thing | In my words |\n|---|---|\n| page | a block of memory |\n| frame | the place of a page |\n| trap | a jump into the kernel |\n| fork | a copy of the process |\n",
            &[(5, "page", a(5, 5)), (6, "frame", a(6, 6)), (7, "trap", a(7, 7)), (8, "fork", a(8, 8))],
        ),
        (
            "headings without a blank",
            "##什么是锁\n互斥\n##什么是页\n一块内存\n##自旋\n忙等\n",
            &[(1, "什么是锁", a(2, 2)), (3, "什么是页", a(4, 4)), (5, "自旋", a(6, 6))],
        ),
        (
            "blank lines around each block",
            "context switch\n\nsave one, load another\nit costs\n\n\npage fault\n\na trap\n\n\nwhat is a barrier\n\nall wait\n\n\nstarvation\n\nnever gets the lock\n",
            &[
                (1, "context switch", a(3, 4)),
                (7, "page fault", a(9, 9)),
                (12, "what is a barrier", a(14, 14)),
                (17, "starvation", a(19, 19)),
            ],
        ),
        (
            "colons above the answers",
            "锁的代价：\n一次系统调用\n\n读写锁：\n读者共享\n写者独占\n\n为什么要自旋：\n等待很短\n\n条件变量：\n等到条件成立\n",
            &[
                (1, "锁的代价", a(2, 2)),
                (4, "读写锁", a(5, 6)),
                (8, "为什么要自旋", a(9, 9)),
                (11, "条件变量", a(12, 12)),
            ],
        ),
        (
            "sentences above items",
            "**Exam of the winter term**\n\nSay what a lock is. Name two kinds.\n\t- One owner at a time.\n\t- Mutex and spinlock.\n\nCompare pages with segments. Which one is fixed in size?\n\t- Pages are.\n\nDraw the states of a thread.\n\t- Ready, running, waiting.\n\nName the parts of a process.\n\t- Heap, stacks, files.\n",
            &[
                (3, "Say what a lock is. Name two kinds.", a(4, 5)),
                (7, "Compare pages with segments. Which one is fixed in size?", a(8, 8)),
                (10, "Draw the states of a thread.", a(11, 11)),
                (13, "Name the parts of a process.", a(14, 14)),
            ],
        ),
        (
            "headings of another markup",
            "= Threads\n:author: Somebody\n:toc: left\n\n== Basics\n. What is a thread?\n\n. What is a lock?\n\n== More\n. Why do locks nest?\n\n. How do threads starve?\n",
            &[
                (6, "What is a thread?", None),
                (8, "What is a lock?", None),
                (11, "Why do locks nest?", None),
                (13, "How do threads starve?", None),
            ],
        ),
        (
            "a guide to what there is to read",
            "# Interview preparation guide\n\n## Algorithms\nPractice with [a list](https://example.org/a).\n\n## Systems\nRead [a book](https://example.org/b).\n\n## Networks\nSee [a course](https://example.org/c).\n\n## Databases\nTry [a tutorial](https://example.org/d).\n\n## Security\nRead [a report](https://example.org/e).\n\n## Behaviour\nThink of stories.\n\n## Offers\nCompare with [a table](https://example.org/f).\n\n## Resources\nMore in [a wiki](https://example.org/g).\n\n## Mock interviews\nFind [a partner](https://example.org/h).\n",
            &[],
        ),
    ]);
}

#[test]
fn answers_stand_behind_their_questions() {
    check(&[
        (
            "a title in the front matter, its answer in parts",
            "---\ntitle: ¿Cómo funciona un mutex?\ntags: [os]\n---\n\nDeja entrar a uno.\n\n## Coste\n\nUna llamada al sistema.\n",
            &[(2, "¿Cómo funciona un mutex?", a(6, 10))],
        ),
        (
            "dashes",
            "1. Is a page fixed in size? - yes\n2. What is a frame?\nits place\n3. Can two threads share a page? - yes, all of one process\n4. Why?\none table\n",
            &[
                (1, "Is a page fixed in size?", a(1, 1)),
                (2, "What is a frame?", a(3, 3)),
                (4, "Can two threads share a page?", a(4, 4)),
                (5, "Why?", a(6, 6)),
            ],
        ),
        (
            "arrows",
            "什么是锁 -> 互斥的工具\n什么是屏障 -> 等齐再走\n什么是页 -> 一块内存\n什么是中断 -> 跳入内核\n",
            &[
                (1, "什么是锁", a(1, 1)),
                (2, "什么是屏障", a(2, 2)),
                (3, "什么是页", a(3, 3)),
                (4, "什么是中断", a(4, 4)),
            ],
        ),
        (
            "semicolons",
            "# Cards\n\n## Week 1\n\nWhat is a page? ; A block of memory.\n\nWhy is it called \"virtual\"? ; It has no place of its own.\n\nWhat is a frame? ; The place of a page.\n\n## Week 2\n\nWhat is a trap? ; A jump into the kernel.\n\nWhat does fork do? ; It copies the process.\n",
            &[
                (5, "What is a page?", a(5, 5)),
                (7, "Why is it called \"virtual\"?", a(7, 7)),
                (9, "What is a frame?", a(9, 9)),
                (13, "What is a trap?", a(13, 13)),
                (15, "What does fork do?", a(15, 15)),
            ],
        ),
    ]);
}

#[test]
fn a_label_far_below_or_inside_a_list_parts_no_question() {
    check(&[
        (
            "a follow-up in bold behind a table",
            "# 锁\n\n#### 互斥锁和自旋锁有什么区别？\n\n- **互斥锁**：睡着等\n\n| 类别 | 互斥锁 |\n| --- | --- |\n| 等待 | 睡眠 |\n\n**Q：持有锁时能睡吗？**\n\nA：互斥锁可以。\n\n#### 什么是屏障？\n\n等齐再走。\n\n#### 为什么要分页？\n\n为了省内存。\n",
            &[
                (3, "互斥锁和自旋锁有什么区别？", a(5, 13)),
                (15, "什么是屏障？", a(17, 17)),
                (19, "为什么要分页？", a(21, 21)),
            ],
        ),
        (
            "a part of the answer is labelled",
            "# 作业\n\n1. 试说明分页和分段的区别\n\n    答：\n\n    大小固定与否。\n2. 某机器有一块内存，要分成两块，试算\n\n    1. 每块多大\n\n        各占一半。\n    2. 前缀多长\n\n        答：28\n3. 试简述中断的过程\n\n    答：\n\n    跳入内核。\n",
            &[
                (3, "试说明分页和分段的区别", a(7, 7)),
                (8, "某机器有一块内存，要分成两块，试算", a(10, 15)),
                (16, "试简述中断的过程", a(20, 20)),
            ],
        ),
    ]);
}

#[test]
fn a_right_option_looks_unlike_the_others() {
    let coloured = read(
        "# 题库\n\n**1. 页表由谁管理？**\n\n- A. <font color='red'>内核</font>\n- B. 用户\n- C. 网卡\n\n**2. 中断由谁发出？**\n\n- A. 用户\n- B. 内存\n- C. <font color='red'>设备</font>\n\n**3. 锁保护什么？**\n\n- A. 屏幕\n- B. <font color='red'>数据</font>\n- C. 电源\n",
    );
    let answers: Vec<_> = coloured.cards.iter().map(|card| card.faces[0].answer.as_str()).collect();
    assert!(answers.iter().all(|answer| answer.contains("color")), "{answers:?}");
    assert!(coloured.cards.iter().all(|card| !card.faces[0].question.contains("font")), "the question tells");
    let plain = read(
        "1. Who owns a page?\n- **A.** The kernel\n- **B.** A user\n\n2. Who sends a trap?\n- **A.** A user\n- **B.** A device\n\n3. What does a lock guard?\n- **A.** Data\n- **B.** Power\n",
    );
    assert_eq!(plain.cards.len(), 3);
    assert!(plain.cards.iter().all(|card| card.faces[0].answer.is_empty()), "{:?}", rows(&plain));
}

#[test]
fn lines_that_announce_the_next_question_are_its_topic() {
    let notes = read(
        "Paging:\nBasics:\n\n#### Q: What is a page?\nA: A block of memory.\nSizes and faults:\n\n#### Q: How large is it?\nA: Four kilobytes, mostly.\nTables:\n\n#### Q: Where does the table stand?\nA: In memory, too:\n- one a process\nCaches:\n\n#### Q: What is a TLB?\nA: A cache of it.\n",
    );
    let topics: Vec<_> = notes.cards.iter().map(|card| card.faces[0].topic.join("/")).collect();
    assert_eq!(topics[1..], ["Sizes and faults:", "Tables:", "Caches:"]);
    assert_eq!(notes.cards[0].faces[0].answer.as_str(), "A block of memory.");
    assert!(notes.cards[2].faces[0].answer.ends_with("one a process"));
}

#[test]
fn blanks_in_brackets_ask_and_lists_of_a_plan_do_not() {
    check(&[
        (
            "two columns without a head",
            "会议的主要议题是：（    ）。【某校】,['合作']\n提出“（    ）”的是谁的文章。【某校】,['割据']\n战争以（    ）三大口号为核心。【某校】,\"['团结', '进步', '抗战']\"\n时代的（　）已经过去。【某校】,['钟声']\n",
            &[
                (1, "会议的主要议题是：（    ）。【某校】", a(1, 1)),
                (2, "提出“（    ）”的是谁的文章。【某校】", a(2, 2)),
                (3, "战争以（    ）三大口号为核心。【某校】", a(3, 3)),
                (4, "时代的（　）已经过去。【某校】", a(4, 4)),
            ],
        ),
        (
            "topics of a plan",
            "# Study plan\n\n## Phase 1\n\n#### Topics:\n1. **Probability**\n   - mean and variance\n   - independence\n2. **Matrices**\n   - determinants\n   - inverses\n\n## Phase 2\n\n#### Topics:\n1. **Components**\n   - variance\n   - scree plots\n2. **Factors**\n   - loadings\n3. **Clusters**\n   - linkage\n   - mixtures\n\n## Phase 3\n\n#### Topics:\n1. **Regression**\n   - several responses\n2. **Series**\n   - lags\n   - trends\n3. **Selection**\n   - penalties\n\n## Phase 4: interviews\n\n1. **Explain the intuition behind components**\n2. **Cases**\n   - fraud\n3. **Books**\n   - one a month\n",
            &[],
        ),
    ]);
}

#[test]
fn a_key_names_the_sections_it_answers() {
    check(&[
        (
            "verdicts and choices",
            "一、判断题\n1. 栈是先进先出的。（ ）\n2. 堆可以用数组存放。（ ）\n3. 图一定有环。（ ）\n\n二、选择题\n1. 平均最快的查找是（ ）\nA. 顺序\nB. 散列\n2. 稳定的排序是（ ）\nA. 归并\nB. 快速\n\n参考答案\n判断题：1. × 2. √ 3. ×\n选择题：1. B 2. A\n",
            &[
                (2, "栈是先进先出的。（ ）", a(15, 15)),
                (3, "堆可以用数组存放。（ ）", a(15, 15)),
                (4, "图一定有环。（ ）", a(15, 15)),
                (7, "平均最快的查找是（ ）\n\nA. 顺序\nB. 散列", a(16, 16)),
                (10, "稳定的排序是（ ）\n\nA. 归并\nB. 快速", a(16, 16)),
            ],
        ),
        (
            "true or false",
            "Part I. True or false\n1. A port names a process.\n2. A frame crosses networks.\n3. A route may loop.\n\nPart II. Choice\n1. The smallest header is that of\na) TCP\nb) UDP\n2. Names are found by\na) DNS\nb) ARP\n\nAnswers\nTrue or false: 1. T 2. F 3. T\nChoice: 1. b 2. a\n",
            &[
                (2, "A port names a process.", a(15, 15)),
                (3, "A frame crosses networks.", a(15, 15)),
                (4, "A route may loop.", a(15, 15)),
                (7, "The smallest header is that of\n\na) TCP\nb) UDP", a(16, 16)),
                (10, "Names are found by\n\na) DNS\nb) ARP", a(16, 16)),
            ],
        ),
    ]);
}
