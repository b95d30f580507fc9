//! Notes in every style people use, and the traps in them: one row each.

use backprop::card::Lang;
use backprop::import::{self, Notes, Owner, Severity};
use proptest::prelude::*;

/// Question line and the lines of its answer.
type Row = (usize, Option<(usize, usize)>);

fn rows(notes: &Notes) -> Vec<Row> {
    let sources = notes.cards.iter().map(|card| &card.face(Lang::En).source);
    sources.map(|source| (source.question_line, source.answer_lines)).collect()
}

/// Reads the text; the style and the cards have to be these.
fn check(table: &[(&str, &str, &str, &[Row])]) {
    let mut wrong = String::new();
    for (name, style, text, expected) in table {
        let notes = import::read(text.as_bytes(), None, None, None);
        let found = rows(&notes);
        if notes.style.unwrap_or("none") != *style || found != *expected {
            let told = format!(
                "{name}: {:?} {found:?}\n   not {style} {expected:?}\n   {}\n",
                notes.style, notes.why
            );
            wrong.push_str(&told);
        }
        assert_accounted(&notes, text);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every line has one owner, and what is nobody's is told.
fn assert_accounted(notes: &Notes, text: &str) {
    let lines = text.split_inclusive('\n').count();
    let mut free = 1;
    for span in &notes.spans {
        assert_eq!(span.first, free, "{text}");
        assert!(span.last >= span.first);
        free = span.last + 1;
        if span.owner == Owner::Rest {
            let told = |line: usize| {
                notes.diagnostics.iter().any(|told| told.line <= line && line <= told.last_line)
            };
            assert!((span.first..=span.last).all(told), "{span:?} of {text}");
        }
    }
    assert_eq!(free, lines + 1, "{text}");
}

const fn a(first: usize, last: usize) -> Option<(usize, usize)> {
    Some((first, last))
}

#[test]
fn styles() {
    check(&[
        (
            "numbers with a dot",
            "numbered",
            "1.什么是过拟合？\n训练误差低，测试误差高。\n\n2.如何缓解？\n（1）正则化\n（2）早停\n",
            &[(1, a(2, 2)), (4, a(5, 6))],
        ),
        (
            "numbers with a comma",
            "numbered",
            "# 面试题\n\n1、什么是梯度？\n\n函数上升最快的方向。\n\n2、为什么要归一化？\n\n1. 收敛快\n2. 更稳\n\n3、学习率怎么选？\n\n试。\n",
            &[(3, a(5, 5)), (7, a(9, 10)), (12, a(14, 14))],
        ),
        (
            "Chinese numbers",
            "numbered",
            "一、什么是梯度？\n方向。\n\n二、为什么要归一化？\n1. 快\n2. 稳\n",
            &[(1, a(2, 2)), (4, a(5, 6))],
        ),
        (
            "chapters in Chinese numbers",
            "numbered",
            "一、基础\n\n1. 什么是梯度？\n方向。\n2. 什么是步长？\n距离。\n\n二、进阶\n\n1. 什么是动量？\n惯性。\n",
            &[(3, a(4, 4)), (5, a(6, 6)), (10, a(11, 11))],
        ),
        (
            "levels of Chinese numbers",
            "numbered",
            "## 一、基础\n\n### （一）什么是梯度？\n\n方向。\n\n### （二）什么是步长？\n\n1. 距离\n\n## 二、进阶\n\n### （一）什么是动量？\n\n惯性。\n",
            &[(3, a(5, 5)), (7, a(9, 9)), (13, a(15, 15))],
        ),
        (
            "numbered headings",
            "numbered",
            "# Interview\n\n## 1. What is a gradient?\n\n1. A vector.\n2. It points up.\n\n## 2. Momentum\n\nInertia.\n\n## 3. Why normalise?\n\nSpeed.\n",
            &[(3, a(5, 6)), (8, a(10, 10)), (12, a(14, 14))],
        ),
        (
            "numbers of two parts",
            "numbered",
            "# 面试\n\n## 1 基础\n\n### 1.1 什么是梯度\n\n方向。\n\n### 1.2 步长\n\n距离。\n\n## 2 进阶\n\n### 2.1 什么是动量\n\n惯性。\n",
            &[(5, a(7, 7)), (9, a(11, 11)), (15, a(17, 17))],
        ),
        (
            "questions in items with headings",
            "numbered",
            "## Table of Contents\n\n| No. | Questions |\n|---|---|\n| 1 | [What is a tensor?](#what-is-a-tensor) |\n| 2 | [What is a graph?](#what-is-a-graph) |\n\n1. ### What is a tensor?\n\n    An array.\n\n    ```python\n    # 1. not a question\n    ```\n\n    **[⬆ Back to Top](#table-of-contents)**\n\n2. ### What is a graph?\n\n    Nodes and edges.\n\n    **[⬆ Back to Top](#table-of-contents)**\n",
            &[(8, a(10, 14)), (18, a(20, 20))],
        ),
        (
            "headings below chapters",
            "headings",
            "# Notes\n\n## Basics\n\n### What is a tensor?\n\nAn array.\n\n#### Shape\n\nIts sizes.\n\n### Why use one?\n\nSpeed.\n\n## License\n\nMIT\n",
            &[(5, a(7, 11)), (13, a(15, 15))],
        ),
        (
            "headings of mixed levels",
            "headings",
            "# FAQ\n\n## What is it?\n\nA net.\n\n## Training\n\n### How does it learn?\n\nBy steps.\n\n### Why so slow?\n\nData.\n",
            &[(3, a(5, 5)), (9, a(11, 11)), (13, a(15, 15))],
        ),
        (
            "headings of the first level",
            "headings",
            "# 什么是池化？\n降维\n\n# 池化的种类\n- 最大\n- 平均\n\n# 为什么池化？\n不变性\n",
            &[(1, a(2, 2)), (4, a(5, 6)), (8, a(9, 9))],
        ),
        (
            "HTML headings",
            "headings",
            "<h2>What is a tensor?</h2>\n\nAn array.\n\n<h2>What is a graph?</h2>\n\nNodes.\n",
            &[(1, a(3, 3)), (5, a(7, 7))],
        ),
        (
            "bold questions",
            "bold",
            "## Trees\n\n**What is a tree? 👶**\n\nA graph.\n\n**Advantages**:\n\n- none\n\n**How is it pruned? ⭐️**\n\nBy cutting.\n\n<br/>\n",
            &[(3, a(5, 9)), (11, a(13, 13))],
        ),
        (
            "bold and numbered",
            "numbered",
            "**1. What is a tree?**\n\nA graph.\n\n**2. What is a leaf?**\n\nAn end.\n",
            &[(1, a(3, 3)), (5, a(7, 7))],
        ),
        (
            "labels",
            "labelled",
            "Q: What is a tree?\nA: A graph\nwithout circles.\n\nQ: What is a leaf?\nA: An end.\n",
            &[(1, a(2, 3)), (5, a(6, 6))],
        ),
        (
            "Chinese labels",
            "labelled",
            "问：什么是树？\n\n答：无环的图。\n\n问：什么是叶？\n\n答：\n\n末端。\n",
            &[(1, a(3, 3)), (5, a(9, 9))],
        ),
        (
            "bold labels",
            "labelled",
            "**Q1.** What is a tree?\n\n**Answer:** A graph.\n\n---\n\n**Q2.** What is a leaf?\n\n**Answer:** An end.\n\n---\n",
            &[(1, a(3, 3)), (7, a(9, 9))],
        ),
        (
            "Russian labels",
            "labelled",
            "**Вопрос:** Что такое дерево?\n\n**Ответ:** Граф.\n\n**Вопрос:** Что такое лист?\n\n**Ответ:** Конец.\n",
            &[(1, a(3, 3)), (5, a(7, 7))],
        ),
        (
            "only answers are labelled",
            "labelled",
            "什么是树？\n答：图。\n\n什么是叶？\n答：末端。\n\n怎么剪枝？\n答：剪。\n",
            &[(1, a(2, 2)), (4, a(5, 5)), (7, a(8, 8))],
        ),
        (
            "folds",
            "details",
            "## Trees\n\n<details>\n<summary>What is a tree?</summary><br><b>\n\nA graph.\n</b></details>\n\n<details>\n<summary>What is a leaf?</summary><br><b>\n\nAn end.\n</b></details>\n\n<details>\n<summary>True or False? A leaf is a tree</summary><br><b>\n</b></details>\n",
            &[(4, a(6, 6)), (10, a(12, 12)), (16, None)],
        ),
        (
            "folded answers",
            "headings",
            "### What is a tree?\n\n<details>\n<summary>Answer</summary>\n\nA graph.\n\n## Note\n\nx\n\n</details>\n\n### What is a leaf?\n\n<details><summary>Show answer</summary>\n\nAn end.\n\n</details>\n",
            &[(1, a(6, 10)), (14, a(18, 18))],
        ),
        (
            "tables",
            "table",
            "# Trees\n\n| # | Question | Answer |\n|---|---|---|\n| 1 | What is a tree? | `a|b` |\n| 2 | Leaf | An end |\n",
            &[(5, a(5, 5)), (6, a(6, 6))],
        ),
        (
            "bullets",
            "bullets",
            "# Trees\n\n- What is a tree?\n    - A graph.\n    - No circles.\n\n- What is a leaf?\n\n    An end.\n\n- Why prune?\n    - Size.\n",
            &[(3, a(4, 5)), (7, a(9, 9)), (11, a(12, 12))],
        ),
        (
            "an outliner's cards",
            "bullets",
            "- Trees\n\t- What is a tree? #card\n\t  id:: 123\n\t\t- A graph.\n\t- Leaf #card\n\t\t- An end.\n",
            &[(2, a(4, 4)), (5, a(6, 6))],
        ),
        (
            "definitions",
            "definitions",
            "Tree\n: A graph.\n\nLeaf\n: An end.\n: A node.\n",
            &[(1, a(2, 2)), (4, a(5, 6))],
        ),
        (
            "hashcards",
            "hashcards",
            "---\nname = \"Trees\"\n---\n\nQ: What is a tree?\nA: A graph.\n\n- really\n\nC: A tree has [leaves] and [roots].\n\nC:\nA leaf is\nan [end].\n---\nQ: Why?\nA: Because.\n",
            &[(5, a(6, 8)), (10, a(10, 10)), (12, a(12, 14)), (16, a(17, 17))],
        ),
        (
            "Obsidian",
            "obsidian",
            "#flashcards/trees\n\nWhat is a tree?::A graph <!--SR:!2026-01-01,1,250-->\nLeaf:::End\n\nWhat is a root?\nOf a tree?\n?\nThe start.\nIt has no parent.\n\nA tree is ==a graph==.\n",
            &[(3, a(3, 3)), (4, a(4, 4)), (6, a(9, 10)), (12, a(12, 12))],
        ),
        (
            "Anki",
            "anki",
            "#separator:tab\n#html:true\n#tags column:3\nWhat is a tree?\tA graph\ttrees\nLeaf\t\"An\nend\"\ttrees\n",
            &[(4, a(4, 4)), (5, a(5, 6))],
        ),
        (
            "CSV",
            "csv",
            "question,answer\nWhat is a tree?,\"A graph, no circles\"\nLeaf,An end\n",
            &[(2, a(2, 2)), (3, a(3, 3))],
        ),
    ]);
}

#[test]
fn traps() {
    check(&[
        (
            "a plain table of contents",
            "numbered",
            "1. 什么是树？\n2. 什么是叶？\n\n1. 什么是树？\n\n图。\n\n2. 什么是叶？\n\n末端。\n",
            &[(4, a(6, 6)), (8, a(10, 10))],
        ),
        (
            "links as contents",
            "headings",
            "## Trees\n\n- [What is a tree?](#what-is-a-tree)\n- [What is a leaf?](#what-is-a-leaf)\n\n### What is a tree?\n\nA graph.\n\n[⬆ back to top](#trees)\n\n### What is a leaf?\n\nAn end.\n",
            &[(6, a(8, 8)), (12, a(14, 14))],
        ),
        (
            "badges and contribution",
            "headings",
            "# Tree questions\n\n[![CI](https://x.y/b.svg)](https://x.y)\n\n## What is a tree?\n\nA graph.\n\n## What is a leaf?\n\nAn end.\n\n## Contributing\n\nSend a patch. How? By mail.\n\n## License\n\nMIT\n",
            &[(5, a(7, 7)), (9, a(11, 11))],
        ),
        (
            "headings and code inside",
            "headings",
            "## What is a tree?\n\n### Kinds\n\n1. Full\n2. Binary\n\n```sh\n# What is this?\n## 1. x\n```\n\n## What is a leaf?\n\n### Kinds\n\nNone.\n",
            &[(1, a(3, 11)), (13, a(15, 17))],
        ),
        (
            "numbering that restarts, skips and repeats",
            "numbered",
            "## A\n\n1. 什么是树？\n图。\n2. 什么是叶？\n末端。\n\n## B\n\n1. 什么是根？\n起点。\n\n3. 什么是枝？\n边。\n\n3. 什么是林？\n多棵树。\n",
            &[(3, a(4, 4)), (5, a(6, 6)), (10, a(11, 11)), (13, a(14, 14)), (16, a(17, 17))],
        ),
        (
            "a question over two lines",
            "labelled",
            "Q: What is a tree\nand what is a leaf?\nA: A graph.\n\nQ: Why?\nA: Because.\n",
            &[(1, a(3, 3)), (5, a(6, 6))],
        ),
        (
            "two questions in one heading",
            "headings",
            "### What is a tree? Why prune it?\n\nA graph.\n\n### What is a leaf?\n\nAn end.\n",
            &[(1, a(3, 3)), (5, a(7, 7))],
        ),
        (
            "an image or a link for an answer",
            "numbered",
            "1. 什么是树？\n\n![](tree.png)\n\n2. 什么是叶？\n\n[见此](https://x.y)\n\n3. 什么是根？\n\n无\n",
            &[(1, a(3, 3)), (5, a(7, 7)), (9, a(11, 11))],
        ),
        (
            "anchors and comments",
            "headings",
            "<a name=\"tree\"></a>\n### What is a tree?\n\n<!-- easy -->\n\nA graph.\n\n<a name=\"leaf\"></a>\n### What is a leaf?\n\nAn end.\n",
            &[(2, a(6, 6)), (9, a(11, 11))],
        ),
        (
            "YAML above",
            "headings",
            "---\ntitle: 树\ntags:\n  - 什么是标签？\n---\n\n### 什么是树？\n\n图。\n\n### 什么是叶？\n\n末端。\n",
            &[(7, a(9, 9)), (11, a(13, 13))],
        ),
        (
            "TOML above",
            "headings",
            "+++\ntitle = \"x\"\n+++\n### 什么是树？\n\n图。\n\n### 什么是叶？\n\n末端。\n",
            &[(4, a(6, 6)), (8, a(10, 10))],
        ),
        (
            "formulas with bars",
            "numbered",
            "1. 什么是范数 $|x|$ ？\n\n$$\n1. \\|x\\|_2\n$$\n\n2. 什么是内积？\n\n$a_1b_1$\n",
            &[(1, a(3, 5)), (7, a(9, 9))],
        ),
        (
            "full-width and invisible signs",
            "numbered",
            "\u{200b}１．什么是树？\n图。\n\u{3000}\n\u{3000}２．什么是叶？\n末端。\n",
            &[(1, a(2, 2)), (4, a(5, 5))],
        ),
        (
            "choices with a hidden answer",
            "numbered",
            "###### 1. What's the output?\n\n```js\nlog(1)\n```\n\n- A: `1`\n- B: `2`\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: A\n\nIt logs.\n\n</p>\n</details>\n\n---\n\n###### 2. What is left?\n\n- A: `1`\n- B: `2`\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\nRest.\n\n</p>\n</details>\n",
            &[(1, a(13, 15)), (22, a(30, 32))],
        ),
        (
            "ticked choices",
            "labelled",
            "## Quiz\n\n#### Q1. Which is a tree?\n\n- [ ] a circle\n- [x] a path\n\n#### Q2. Which is a leaf?\n\n```c\nx\n```\n\n- [x] an end\n- [ ] a root\n\nBecause.\n",
            &[(3, a(5, 6)), (8, a(14, 17))],
        ),
        (
            "a label in the answer",
            "headings",
            "### 什么是树？\n\n注：常问。\n\n答：图。\n\n### 什么是叶？\n\n答：末端。\n",
            &[(1, a(3, 5)), (7, a(9, 9))],
        ),
        (
            "styles change between chapters",
            "headings",
            "## 甲\n\n### 什么是树？\n\n图。\n\n### 什么是叶？\n\n末端。\n\n### 什么是根？\n\n起点。\n\n## 乙\n\n1. 什么是林？\n很多树。\n2. 什么是草？\n不是树。\n",
            &[(3, a(5, 5)), (7, a(9, 9)), (11, a(13, 13)), (17, a(18, 18)), (19, a(20, 20))],
        ),
        ("one question", "numbered", "1. 什么是树？\n图。\n", &[(1, a(2, 2))]),
    ]);
}

/// Kinds of notes that a sign, a speaker or a title tells, each in other words than the ones they were seen in.
#[test]
fn signs_change_and_speakers_take_turns() {
    check(&[
        (
            "another sign behind the numbers from the fourth on",
            "numbered",
            "1、什么是预训练？\n大语料。\n\n2、什么是微调？\n小语料。\n\n3、什么是对齐？\n偏好。\n\n4.RMSNorm和LayerNorm区别\n不减均值。\n5.梯度消失怎么办？\n残差。\n",
            &[(1, a(2, 2)), (4, a(5, 5)), (7, a(8, 8)), (10, a(11, 11)), (12, a(13, 13))],
        ),
        (
            "a chat whose speakers stand on lines of their own",
            "labelled",
            "我：\n什么是困惑度？\n\nAI：\n交叉熵的指数。\n\n我：\n越低越好吗？\n\nAI：\n同一分词下是。\n",
            &[(1, a(4, 5)), (7, a(10, 11))],
        ),
        (
            "a chat copied from a page in Chinese",
            "labelled",
            "你说：\n什么是专家混合？\n\nChatGPT 说：\n每个词元只过几个专家。\n\n你说：\n怎样均衡负载？\n\nChatGPT 说：\n加辅助损失，或调偏置。\n",
            &[(1, a(4, 5)), (7, a(10, 11))],
        ),
        (
            "a chat of one turn each line",
            "labelled",
            "User: Why does Adam need bias correction?\nAssistant: The averages start at zero.\nUser: And weight decay?\nAssistant: AdamW keeps it apart.\n",
            &[(1, a(2, 2)), (3, a(4, 4))],
        ),
        (
            "a chat around numbered questions",
            "numbered",
            "You said:\nquiz me on pooling\n\nChatGPT said:\nHere you go\n\n**1. What does max pooling keep?**\nThe largest.\n\n**2. Why pool at all?**\nFewer activations.\n\nYou said:\nmore\n\nChatGPT said:\n**3. What is global pooling?**\nOne value a channel.\n\n**4. Does it learn?**\nNo.\n",
            &[(7, a(8, 8)), (10, a(11, 16)), (17, a(18, 18)), (20, a(21, 21))],
        ),
        (
            "labels in full width",
            "labelled",
            "Ｑ：什么是早停？\nＡ：验证误差不降就停。\nＱ：耐心轮数是什么？\nＡ：容忍几轮不降。\n",
            &[(1, a(2, 2)), (3, a(4, 4))],
        ),
        (
            "numbers of which some have labelled answers",
            "labelled",
            "1. 介绍一下项目\n2. 分词器怎么训练的\n   答：在语料上合并最常见的字节对\n3. 词表多大\n4. 为什么用字节级\n   答：没有未登录词\n5. 长文本怎么处理的\n   答：截断或外推\n6. 反问环节\n",
            &[(1, None), (2, a(3, 3)), (4, None), (5, a(6, 6)), (7, a(8, 8)), (9, None)],
        ),
        (
            "a title that promises questions above boxes that do not ask",
            "bullets",
            "# Exam questions\n\n- [ ] Norms of vectors and matrices.\n- [ ] Eigenvalues.\n- [ ] The singular value decomposition.\n- [ ] Least squares.\n- [ ] Convex functions.\n- [ ] Gradient descent and its rate.\n",
            &[(3, None), (4, None), (5, None), (6, None), (7, None), (8, None)],
        ),
        (
            "questions at the margin right below the lists of answers",
            "paragraphs",
            "向量检索\n你们为什么要用向量库？\n语义相近的词面不同，倒排查不到，所以先用向量召回，再用倒排补上专有名词。\n1. 召回\n2. 重排\n那索引怎么选的？\n数据量小用暴力，大了用图索引，看内存够不够。\n图索引为什么快？\n每一步只看邻居，跳几次就到附近，不必和全部向量比较。\n1. 分层\n2. 贪心\n新增文档怎么办？\n增量写入，再定期合并，删除的只做标记，查询时过滤掉。\n",
            &[(2, a(3, 5)), (6, a(7, 7)), (8, a(9, 11)), (12, a(13, 13))],
        ),
    ]);
}

/// A course text tells; words that could ask stand in the middle of its sentences.
#[test]
fn paragraphs_that_tell_are_no_questions() {
    let text = "## 前言\n\n模型训练好以后要知道好坏，就需要指标。不同任务用什么指标，取决于样本是否均衡，以及两类错误哪一种代价更高。这里逐个介绍，并说明它们之间的区别。\n\n## 一，分类\n\n准确率是预测正确的比例，样本不均衡时它说明不了多少问题。比如正样本占九成，全部判为正就有九成的准确率，但这样的模型没有学到什么。\n\n精确率看的是判为正的里面有多少是真的，召回率看的是真的里面有多少被找出来。两者如何取舍，要看漏掉和误报哪个更贵。把阈值从高到低移动，就得到一条曲线，怎样选点由业务决定。\n\n## 二，排序\n\n曲线下的面积说的是随机取一正一负，正的得分更高的概率。它和阈值无关，所以比较不同模型时常用，但正样本极少时它偏乐观，这时为何要看另一条曲线，下一节再说。\n\n平均精度把每个召回水平上的精确率平均起来。检测任务里先按重叠判断是否匹配，再按类别求平均，各家比赛在几个重叠阈值上取值不同。\n";
    let notes = import::read(text.as_bytes(), None, None, None);
    assert!(notes.cards.is_empty(), "{:?}", rows(&notes));
}

#[test]
fn files_without_questions_give_no_cards_and_say_so() {
    for (name, text) in [
        ("nothing", ""),
        (
            "an essay",
            "# On Trees\n\nTrees are old. Why do we like them?\n\n## Roots\n\nThey hold.\n\n1. First\n2. Second\n",
        ),
        (
            "a change log",
            "# Changelog\n\n## [1.2.0] - 2024-01-02\n\n### Added\n\n- Trees\n\n### Fixed\n\n- Why it crashed\n\n## [1.1.0] - 2023-01-02\n\n- Leaves\n",
        ),
        (
            "a readme",
            "# trees\n\nA library.\n\n## Installation\n\n1. Clone it\n2. Build it\n\n## Usage\n\n```\ntrees --help\n```\n\n## How to contribute\n\nSend a patch.\n\n## License\n\nMIT\n",
        ),
        (
            "a readme with answers",
            "# trees\n\nText.\n\n## Why?\n\nBecause.\n\n## Features\n\n- fast\n\n## Install\n\n    get trees\n\n## FAQ\n\n### How do I use it?\n\nImport it.\n\n### Does it run?\n\nYes.\n\n## License\n\nMIT\n",
        ),
        (
            "API documentation",
            "# API\n\n## tree.grow(n)\n\nGrows.\n\n| Parameter | Description |\n|---|---|\n| `n` | how much |\n| `m` | what |\n\n## tree.cut()\n\nCuts.\n",
        ),
        (
            "a tutorial",
            "# Growing a tree\n\n## Step 1: Seeds\n\nBuy some.\n\n## Step 2: Soil\n\n1. Dig\n2. Fill\n\n## What's next?\n\nWater it.\n",
        ),
        (
            "a list of links",
            "# Awesome Trees\n\n## Contents\n\n- [Books](#books)\n\n## Books\n\n- [What is a tree?](https://x.y) - A book.\n- [Leaves](https://x.y) - Another.\n",
        ),
        (
            "minutes",
            "# Meeting 2024-01-02\n\nPresent: Ann, Bob\n\n- Ann: do we need more trees?\n- Bob: yes\n\n## Actions\n\n1. Buy trees\n2. Plant them\n",
        ),
        ("a recipe", "# Pancakes\n\n## Ingredients\n\n- 2 eggs\n- flour\n\n## Steps\n\n1. Mix.\n2. Fry.\n"),
        ("bare steps", "1. Mix the eggs.\n2. Add flour.\n3. Fry.\n"),
        ("code paths", "use std::vec\nuse std::map\nfoo::bar\n"),
        ("values", "a,b\n1,2\n3,4\n"),
    ] {
        let notes = import::read(text.as_bytes(), None, None, None);
        assert_eq!((rows(&notes), notes.style), (vec![], None), "{name}");
        assert_eq!(notes.diagnostics[0].severity, Severity::Error, "{name}");
        assert_accounted(&notes, text);
    }
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    for style in import::STYLES {
        let plain = import::read(style.sample.as_bytes(), None, None, None);
        let windows = format!("\u{feff}{}", style.sample.replace('\n', "\r\n"));
        let windows = import::read(windows.as_bytes(), None, None, None);
        assert_eq!((windows.cards, windows.spans), (plain.cards, plain.spans), "{}", style.name);
    }
}

#[test]
fn a_reader_says_why_and_can_be_overruled() {
    let text = b"# Trees\n\n## Kinds\n\n1. Binary\n2. Full\n\n## Uses\n\nMany.\n";
    assert_eq!(import::read(text, None, None, None).cards, []);
    let notes = import::read(text, None, import::named("numbered"), None);
    assert_eq!((rows(&notes).len(), notes.style), (2, Some("numbered")));
    assert!(notes.why.ends_with("as asked for"), "{}", notes.why);
    let notes = import::read("1. 什么是树？\n图。\n2. 什么是叶？\n末端。\n".as_bytes(), None, None, None);
    assert!(notes.why.contains("2 of 2"), "{}", notes.why);
}

#[test]
fn hostile_files_end_soon() {
    let pieces = [
        "[",
        ">",
        "*",
        "1. x\n",
        "- ",
        "x",
        "|",
        "$",
        "`",
        "<details>",
        "<details><summary>What?</summary>\n",
        "# a\n",
        "a::b\n",
        "Q:\n",
        "A:\n",
        "?\n",
        "**",
        "\n- a?\n",
        "\t",
        "\"",
        "1. a?\n\n",
        "| a | b |\n",
        "C: [\n",
        "==a",
        "\n: x\n",
        "答：\n",
        "<!--",
        "[a](#b)\n",
        "***a?***\n\n",
        "x\n===\n",
        "x\n---\n",
        "\\[\n",
        "$$\n",
        "&",
        "_",
        "一、a？\n",
        "#",
        "~~~\n",
        "<summary>",
        "> - 1. ",
        "a\tb\n",
        "a,\"b\n",
        "Q1 a?\n",
        "- [ ] a\n",
        "A. a\nB. b\n",
        "</details>\n",
    ];
    let mut times = Vec::new();
    for piece in pieces {
        let text = piece.repeat((1 << 20) / piece.len() / 4);
        let begun = std::time::Instant::now();
        let notes = import::read(text.as_bytes(), None, None, None);
        times.push((begun.elapsed().as_secs_f32(), piece));
        assert_accounted(&notes, &text);
    }
    times.sort_by(|one, other| one.0.total_cmp(&other.0));
    // Where other work takes the processor, all are slow alike.
    let bound = 8.0f32.max(20.0 * times[times.len() / 2].0);
    let slow: Vec<_> = times.iter().filter(|(took, _)| *took > bound).collect();
    let mut nested = String::new();
    for depth in 0..500 {
        nested.push_str(&format!("{}- a?\n", "  ".repeat(depth)));
    }
    let begun = std::time::Instant::now();
    assert_accounted(&import::read(nested.as_bytes(), None, None, None), &nested);
    assert!(begun.elapsed().as_secs_f32() < bound && slow.is_empty(), "{:?}, {slow:?}", begun.elapsed());
}

/// What notes are made of, whole and broken.
const PIECES: [&str; 72] = [
    "\n",
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\u{3000}",
    "\u{200b}",
    "# ",
    "## ",
    "### ",
    "1. ",
    "2. ",
    "3. ",
    "1、",
    "2、",
    "（1）",
    "一、",
    "1.1 ",
    "Q: ",
    "A: ",
    "Q1: ",
    "问：",
    "答：",
    "C: ",
    "[x]",
    "[x](y)",
    "[x](#y)",
    "![](z)",
    "**",
    "*",
    "__",
    "`",
    "```\n",
    "~~~\n",
    "$",
    "$$\n",
    "| a | b |\n",
    "|---|---|\n",
    "> ",
    "- ",
    "* ",
    "- [ ] ",
    "- [x] ",
    "A. ",
    "B. ",
    "---\n",
    "===\n",
    "+++\n",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<br>",
    "<!-- id: a -->",
    "<!--",
    "-->",
    "<h2>x</h2>",
    "::",
    ":::",
    "?\n",
    "?",
    "？",
    "==",
    ": ",
    "#card",
    "#flashcards\n",
    "什么是树",
    "What is it",
    "x",
    ",",
    "\"",
];

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

/// What every reading of a text promises.
fn assert_lawful(text: &str, style: Option<&'static import::Style>) {
    let notes = import::read(text.as_bytes(), None, style, None);
    assert_accounted(&notes, text);
    let lines = text.split_inclusive('\n').count();
    let mut free = 1;
    for (index, (question, answer)) in rows(&notes).into_iter().enumerate() {
        let span = notes.spans.iter().find(|span| span.owner == Owner::Card(index));
        let span = span.unwrap_or_else(|| panic!("card {index} has no lines in {text:?}"));
        assert!(question >= free && span.first == question, "{text:?}");
        assert!(
            answer.is_none_or(|(first, last)| question <= first && first <= last && last <= span.last),
            "{text:?}"
        );
        assert!(span.last <= lines, "{text:?}");
        free = span.last + 1;
    }
}

#[test]
fn further_forms_of_lists_and_answers() {
    check(&[
        (
            "an exam whose answers stand below",
            "numbered",
            "### 1. 什么是红黑树？[2 分]\n\n一种平衡树。\n\n### 2. 简述哈希冲突怎么解决。[2 分]\n\n开放地址。\n\n\
             ### 3. 什么是缓存穿透？[3 分]\n\n查询不存在的键。\n",
            &[(1, a(3, 3)), (5, a(7, 7)), (9, a(11, 11))],
        ),
        (
            "chapters right above their lists",
            "numbered",
            "甲、词表\n一、分词\n1. 什么是子词\n词的一部分。\n2. 什么是回退\n拆成字节。\n二、嵌入\n1. 什么是绑定权重\n\
             共用矩阵。\n2. 什么是位置嵌入\n随位置而变。\n",
            &[(3, a(4, 4)), (5, a(6, 6)), (8, a(9, 9)), (10, a(11, 11))],
        ),
        (
            "terms before an equals sign",
            "definitions",
            "Words\n\nbeam = the best few continuations\ngreedy = always the best token\nstop word = a word that is left out\n\
             padding = filling to one length\nmask = what hides positions\n",
            &[(3, a(3, 3)), (4, a(4, 4)), (5, a(5, 5)), (6, a(6, 6)), (7, a(7, 7))],
        ),
        (
            "settings are no terms",
            "none",
            "depth = 12\nname = \"base\"\nrate = 3e-4\npath = data/train\nsteps = 1000\nseed = 7\n",
            &[],
        ),
        (
            "points one blank from the margin",
            "numbered",
            "1.What is pruning\n 1.weights are set to zero\n 2.some are cut\n\n2.Kinds of quantisation\n 1.after training\n \
             2.while training\n\n3.What is a teacher\na larger model\n\n4.Limits of distillation\n 1.capacity\n 2.data\n",
            &[(1, a(2, 3)), (5, a(6, 7)), (9, a(10, 10)), (12, a(13, 14))],
        ),
        (
            "tasks that end with a full stop",
            "paragraphs",
            "What is a tensor core?\nGive two kinds of parallelism.\nHow is memory saved?\nDifference between FP16 and BF16.\n\
             Why is loss scaled?\nWhat does a kernel fuse?\n",
            &[(1, None), (2, None), (3, None), (4, None), (5, None), (6, None)],
        ),
        (
            "tagged terms",
            "bullets",
            "## Words\n\n- **Stem**: what is left of a word #flashcard\n- **词形还原**：变回原形 #flashcard\n- **Chunk** – a piece of text #flashcard\n",
            &[(3, a(3, 3)), (4, a(4, 4)), (5, a(5, 5))],
        ),
        (
            "properties above an outline",
            "bullets",
            "alias:: rag\ntype:: notes\n\n- What is a chunk? #card\n\t- a piece\n- What is reranking? #card\n\t- a second order\n",
            &[(4, a(5, 5)), (6, a(7, 7))],
        ),
        (
            "tasks with items below, in German",
            "paragraphs",
            "**Klausur**\n\nDauer: 90 Minuten\n\n## Aufgaben\n\nNennen Sie \"zwei\" Vorteile von Attention (Stichworte).\n\t- parallel\n\n\
             Beschreiben Sie kurz, was ein Token ist. Geben Sie ein Beispiel an.\n\t- ein Stück Text\n\nErläutern Sie Warmup.\n\t- kleine Schritte\n\n\
             Vergleichen Sie GRU und LSTM.\n\t- zwei und drei Tore\n\nWas ist Beam Search?\n\nWozu dient ein Dekoder?\n\t- er schreibt\n",
            &[(7, a(8, 8)), (10, a(11, 11)), (13, a(14, 14)), (16, a(17, 17)), (19, None), (21, a(22, 22))],
        ),
        (
            "a chapter that counts in another way",
            "numbered",
            "# Fragen\n\n1. Was ist ein Graph?\n2. Was ist ein Baum?\n3. Was ist ein Pfad?\n\n## Englisch\n\n1) What is a queue?\n\
             2) What is a stack?\n3) What is a heap?\n",
            &[(3, None), (4, None), (5, None), (9, None), (10, None), (11, None)],
        ),
        (
            "a heading that asks below another one",
            "numbered",
            "## 1. 什么是限流？\n\n控制速度。\n\n### 令牌桶怎么实现？\n\n定时放令牌。\n\n## 2. 什么是熔断？\n\n停止调用。\n\n\
             ## 3. 什么是降级？\n\n返回默认值。\n\n## 4. 什么是重试？\n\n再来一次。\n",
            &[(1, a(3, 3)), (5, a(7, 7)), (9, a(11, 11)), (13, a(15, 15)), (17, a(19, 19))],
        ),
        (
            "letters and verdicts in brackets",
            "numbered",
            "一、选择\n1、哪一项没有参数（ A ）\nA、池化\nB、卷积\n2、哪一项与批有关（B）\nA、层归一化\nB、批归一化\n\
             3、（ B ）用来解码\nA、分词\nB、束搜索\n二、判断\n1、温度为零就是贪心。（ √ ）\n2、词表越大越好。（ × ）\n3、掩码只用于训练。（ × ）\n",
            &[(2, a(2, 2)), (5, a(5, 5)), (8, a(8, 8)), (12, a(12, 12)), (13, a(13, 13)), (14, a(14, 14))],
        ),
        (
            "options by small letters",
            "numbered",
            "1) What does top-p bound?\n   a) mass\n   b) is random\n   c) is length\n2) A draft model\n   a) smaller\n   b) slower\n   c) none\n\
             3) Paged attention keeps\n   a) blocks\n   b) one mask\n   c) rows\n\nAnswers: 1a 2a 3a\n",
            &[(1, a(14, 14)), (5, a(14, 14)), (9, a(14, 14))],
        ),
        (
            "a key a chapter",
            "numbered",
            "## A\n1. What is a lake?\n2. Name of its index\n3. What is a shard?\n\n**Key**\n1. a store\n2. catalog\n3. a part\n\n\
             ## B\n1. What is a join?\n2. Cost of a sort\n3. What is a view?\n\n**Key**\n1. a match\n2. n log n\n3. a query\n",
            &[(2, a(7, 7)), (3, a(8, 8)), (4, a(9, 9)), (12, a(17, 17)), (13, a(18, 18)), (14, a(19, 19))],
        ),
    ]);
}

#[test]
fn texts_that_only_look_like_questions_give_no_cards() {
    for text in [
        "# 第五章 记忆\n\n**短期记忆**\n\n只在窗口之内，模型一次能看到的就是这些。对话一长，早先的内容会被截掉，所以系统要自己决定留下什么、丢掉什么，常见的做法是保留开头的指令和最近的几轮。\n\n**长期记忆**\n\n存在外部，需要的时候再取回来。写入之前通常先去重、打上时间和来源，读的时候按主题和时间过滤，否则取回来的多半是过时的东西，反而把模型带偏，这一点在客服里最明显。\n\n**检索**\n\n按相似度取回，但相似不等于有用。可以先用向量粗排，再用交叉编码器精排，最后按长度截断；取回几条要看窗口还剩多少，也要看问题本身是不是需要多处证据才能回答。\n\n**遗忘**\n\n过期就删除，听起来简单，难在判断什么算过期。按时间衰减会误伤重要的偏好，按使用次数又会留下噪声，实践里往往两者相乘，再给用户一个查看和删除的入口。\n\n**压缩**\n\n用摘要代替原文，可以省下大量词元。摘要会丢细节，所以数字和名字最好单独存成字段；多次摘要之后误差会累积，隔一段时间要从原文重新做一遍，代价是多存一份。\n\n**更新**\n\n新的覆盖旧的，前提是知道两条说的是同一件事。名字写法不同、语言不同都会让它们看起来是两件事，于是库里同时存着矛盾的说法，回答就时对时错，查起来很费劲。\n",
        "# LLM interview\n\n## Basics\n\n- [Tokens](a.md)\n- [Heads](b.md)\n\n## Training\n\n- [Data](c.md)\n- [Loss](d.md)\n\n\
         ## Serving\n\n| n | page |\n|---|---|\n| 1 | [Cache](e.md) |\n| 2 | [Batch](f.md) |\n\n## Agents\n\n- [Tools](g.md)\n- [Plans](h.md)\n\n\
         ## Search\n\n- [Index](i.md)\n- [Rank](j.md)\n\n## Safety\n\n- [Red team](k.md)\n- [Filters](l.md)\n\n## Speech\n\n\
         - [Codec](m.md)\n- [Voices](n.md)\n\n## Vision\n\n- [Patches](o.md)\n- [Video](p.md)\n",
    ] {
        let notes = import::read(text.as_bytes(), None, None, None);
        assert!(notes.cards.is_empty(), "{:?} {}", notes.style, notes.why);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8 * ProptestConfig::default().cases, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read_lawfully(text in page()) {
        assert_lawful(&text, None);
    }

    #[test]
    fn any_style_may_be_forced_on_any_page(text in page(), place in 0..import::STYLES.len()) {
        assert_lawful(&text, Some(&import::STYLES[place]));
    }

    #[test]
    fn line_ends_and_marks_change_no_card(text in page()) {
        let plain = import::read(text.as_bytes(), None, None, None);
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let windows = import::read(windows.as_bytes(), None, None, None);
        prop_assert_eq!(windows.spans, plain.spans);
        prop_assert_eq!(windows.cards, plain.cards);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        import::read(&bytes, None, None, None);
    }
}
