//! Questions that are a part of a file, or that what stands around them hides: chapters among notes, text that is
//! indented as a whole, columns and tables without known names.

use crate::kinds::{a, check};
use backprop::import;

fn count(text: &str) -> usize {
    import::read(text.as_bytes(), None, None, None).cards.len()
}

/// Notes of which each chapter has a few lines that ask nothing.
fn notes_around(chapter: &str) -> String {
    let note = |place: usize| {
        match place % 3 {
        0 => format!("## Part {place}\n\nThe loss is a mean over the batch.\n\n- small batches are noisy\n- large ones are not\n\n"),
        1 => format!("## Part {place}\n\n### Shapes\n\n```py\nx = net(x)\n```\n\n### Costs\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n"),
        _ => "So the step is scaled with the size. Then the rate decays, slowly at first.\n\nWith less noise it may be larger.\n\n".to_owned(),
    }
    };
    (1..9).map(note).collect::<String>() + chapter + &note(9)
}

#[test]
fn a_chapter_of_questions_among_notes_is_taken() {
    let labelled = "## 常见追问\n\n### Q1: 为什么要预热？\n**答**: 开始时方差大。\n\n### Q2: 为什么要衰减？\n**答**: 后期步子要小。\n\n### Q3: 两者能一起用吗？\n**答**: 能。\n\n";
    let listed = "## Common questions\n\n- What is a warmup?\n- Why does it help?\n- How long is it?\n- What is decay?\n- When does it begin?\n- Which shape is usual?\n\n";
    assert_eq!(count(&notes_around(labelled)), 3);
    assert_eq!(count(&notes_around(listed)), 6);
    // Lines that ask below a title that promises nothing are those of the text.
    assert_eq!(count(&notes_around(&listed.replace("Common questions", "Open points"))), 0);
    // Paths of a library stand in every history of changes.
    let paths = "- Enable `sys::time` on all\n- Changed `sys::poll` to u16\n- Removed `sys::aio` again\n";
    assert_eq!(count(&notes_around(paths)), 0);
}

#[test]
fn text_that_is_indented_as_a_whole_is_read() {
    check(&[
        (
            "an answer below each",
            "    SIFT is not invariant to:\n        Answer: shear\n\n    Which matrix has rank two?\n        Answer: the fundamental one\n\n    _____ describes a texture:\n        Answer: LBP\n\n    What does a corner have?\n        Answer: two large eigenvalues\n",
            &[
                (1, "SIFT is not invariant to", a(2, 2)),
                (4, "Which matrix has rank two?", a(5, 5)),
                (7, "_____ describes a texture", a(8, 8)),
                (10, "What does a corner have?", a(11, 11)),
            ],
        ),
        (
            "lists below companies",
            "# 面经\n## 甲公司 算法\n\t手写快排\n\t感受野怎么算\n\t为什么用残差\n\n## 乙公司 算法\n\t自注意力的复杂度是多少\n\t讲讲蒸馏\n",
            &[
                (3, "手写快排", None),
                (4, "感受野怎么算", None),
                (5, "为什么用残差", None),
                (8, "自注意力的复杂度是多少", None),
                (9, "讲讲蒸馏", None),
            ],
        ),
    ]);
    let code = "# Use\n\n    let net = Net::new();\n    net.fit(&data);\n    let loss = net.loss();\n    net.save(path);\n    drop(net);\n    exit(0);\n";
    assert_eq!(count(code), 0);
}

#[test]
fn lists_nested_by_tabs_are_those_nested_by_blanks() {
    let text = "- 推理加速\n\t- 缓存是什么？\n\t\t- 存下键和值\n\t- 投机解码怎么做？\n\t\t- 小模型先写\n\n\t\t```py\n\t\tx = 1\n\t\t```\n- 量化\n\t- 为什么要逐列？\n\t\t- 误差小\n";
    let blanks = text.replace('\t', "    ");
    let cards = |text: &str| -> Vec<(String, Option<(usize, usize)>)> {
        let notes = import::read(text.as_bytes(), None, None, None);
        let face = |card: &backprop::card::Card| {
            (card.faces[0].question.to_string(), card.faces[0].source.answer_lines)
        };
        notes.cards.iter().map(face).collect()
    };
    assert_eq!(cards(text).len(), 3);
    assert_eq!(cards(text), cards(&blanks));
}

#[test]
fn labels_on_all_answers_take_questions_that_do_not_ask() {
    check(&[(
        "some ask and some are to be completed",
        "What does a stride do?\n    Answer: it skips\n\nPadding adds:\n    Answer: a frame\n\nWhat is a kernel?\n    Answer: weights\n\nPooling is used for:\n    Answer: smaller maps\n\nWhat is dilation?\n    Answer: gaps\n",
        &[
            (1, "What does a stride do?", a(2, 2)),
            (4, "Padding adds", a(5, 5)),
            (7, "What is a kernel?", a(8, 8)),
            (10, "Pooling is used for", a(11, 11)),
            (13, "What is dilation?", a(14, 14)),
        ],
    )]);
}

#[test]
fn several_dashes_part_an_answer_from_its_question() {
    check(&[(
        "a report in which some are answered",
        "某厂一面：\n（1）自我介绍\n（2）索引怎么优化  ---建联合索引\n（3）事务的隔离级别有哪些 --四种\n（4）讲讲线程安全 --- 说了几种锁\n（5）内存怎么分区\n（6）单例要注意什么 ----双重检查\n（7）缓存怎么淘汰 --最近最少使用\n",
        &[
            (2, "自我介绍", None),
            (3, "索引怎么优化", a(3, 3)),
            (4, "事务的隔离级别有哪些", a(4, 4)),
            (5, "讲讲线程安全", a(5, 5)),
            (6, "内存怎么分区", None),
            (7, "单例要注意什么", a(7, 7)),
            (8, "缓存怎么淘汰", a(8, 8)),
        ],
    )]);
}

#[test]
fn columns_of_options_show_which_column_asks() {
    let text = "nr,kind,stem text,answer,A,B,C,D\n1,single,1. The step of a kernel is its ____ along the input.,B,depth,stride,width,\n2,single,2. What fills the border of the input of a convolution?,A,padding,bias,noise,\n3,single,3. Which layer shrinks a map without any weights?,C,dense,norm,pooling,\n";
    let notes = import::read(text.as_bytes(), None, None, None);
    assert_eq!(notes.style, Some("csv"));
    let faces: Vec<(&str, &str)> =
        notes.cards.iter().map(|card| (&*card.faces[0].question, &*card.faces[0].answer)).collect();
    assert_eq!(faces.len(), 3);
    assert!(
        faces[0].0.contains("____ along the input") || faces[0].0.contains("along the input"),
        "{faces:?}"
    );
    assert!(faces[0].0.contains("stride") && faces[0].1.contains('B'), "{faces:?}");
}

#[test]
fn tables_of_two_columns_are_cards_in_a_file_of_flashcards() {
    let asking = "| # | Kérdés | Válasz |\n|--|--|--|\n| 1 | Mi a konvolúció? | Súlyozott ablak. |\n| 2 | Mi a pooling? | Zsugorítás. |\n| 3 | Miért kell padding? | A széle miatt. |\n| 4 | Hogyan tanul? | Gradienssel. |\n";
    let terms =
        "| Szó | Jelentés (angolul) |\n|--|--|\n| háló | net |\n| réteg | layer |\n| súly | weight |\n";
    assert_eq!(count(&format!("# Flashcards\n\n## Szavak\n\n{terms}\n## Kérdések\n\n{asking}")), 7);
    // Elsewhere a table of two columns is a table.
    assert_eq!(count(&format!("# Notes\n\n## Words\n\n{terms}\n## More\n\n{asking}")), 4);
}

#[test]
fn many_bold_items_that_say_what_they_mean_are_terms() {
    let terms = |count: usize| -> String {
        let letter = |place: usize| char::from(b'a' + u8::try_from(place).unwrap());
        (0..count).map(|place| format!("- **Layer {}**: what it computes\n", letter(place))).collect()
    };
    assert_eq!(count(&format!("# ネットワークのまとめ\n\n## 層\n\n{}", terms(24))), 24);
    // A few are the features of something.
    assert_eq!(count(&format!("# A tool\n\n## Features\n\n{}", terms(9))), 0);
}

#[test]
fn an_item_below_each_paragraph_answers_it() {
    check(&[(
        "some are long and some are statements",
        "Có bao nhiêu tham số trong lớp này?\n\n- 32\n\nCho ma trận A. Tính hạng của nó.\n\n- 2\n\nHàm lồi luôn có một cực tiểu toàn cục.\n\n- ĐÚNG\n\nĐạo hàm của hàm sigmoid tại không.\n\n- 0,25\n\nBước học quá lớn thì sao?\n\n- phân kỳ\n\nSố lớp của mạng đã cho.\n\n- 5\n",
        &[
            (1, "Có bao nhiêu tham số trong lớp này?", a(3, 3)),
            (5, "Cho ma trận A. Tính hạng của nó.", a(7, 7)),
            (9, "Hàm lồi luôn có một cực tiểu toàn cục.", a(11, 11)),
            (13, "Đạo hàm của hàm sigmoid tại không.", a(15, 15)),
            (17, "Bước học quá lớn thì sao?", a(19, 19)),
            (21, "Số lớp của mạng đã cho.", a(23, 23)),
        ],
    )]);
}

#[test]
fn numbers_below_a_number_ask_too() {
    check(&[(
        "a report with chapters in other forms",
        "# 甲公司\n1. 框架之间的差异是什么\n2. 图表怎么画\n 2.1 是不是实时更新\n 2.2 了不了解底层原理\n3. 图片怎么存\n 3.1 压缩么？\n\n# 乙公司\n泛型有什么用\n有没有写过加载器\n缓存算法怎么实现\n",
        &[
            (2, "框架之间的差异是什么", None),
            (3, "图表怎么画", None),
            (4, "是不是实时更新", None),
            (5, "了不了解底层原理", None),
            (6, "图片怎么存", None),
            (7, "压缩么？", None),
            (10, "泛型有什么用", None),
            (11, "有没有写过加载器", None),
            (12, "缓存算法怎么实现", None),
        ],
    )]);
}

#[test]
fn releases_with_their_days_are_no_questions() {
    let release = |minor: usize| {
        format!("# 0.4.{minor} (January {minor}, 2025)\n\n* Fix the loader (#{minor})\n* Add a sampler\n\n")
    };
    assert_eq!(count(&(1..13).rev().map(release).collect::<String>()), 0);
}

#[test]
fn boxes_that_ask_are_cards_and_other_boxes_are_text() {
    check(&[(
        "boxes in a box",
        "# Notes\n\n??? tip \"Decoding\"\n\n    ??? question \"What does a temperature do?\"\n\n        It flattens the scores.\n\n    ??? question \"Why a beam?\"\n\n        - more paths\n        - better sums\n\n??? question \"什么是截断采样？\"\n    只留前几个。\n",
        &[
            (5, "What does a temperature do?", a(7, 7)),
            (9, "Why a beam?", a(11, 12)),
            (14, "什么是截断采样？", a(15, 15)),
        ],
    )]);
    let manual =
        "# Use\n\n!!! note \"Beware\"\n    It is slow.\n\n??? tip \"More\"\n    Or fast.\n\nRun it.\n";
    assert_eq!(count(manual), 0);
}

#[test]
fn what_asks_inside_the_answer_of_a_chat_is_a_part_of_it() {
    let chat = "You said:\nwhat is a vanishing gradient?\nChatGPT said:\nGradients shrink.\n\nKey points:\n- slopes below one\n- many layers\n\nYou said:\nand how do gates fix it?\nChatGPT said:\nThey add.\nWould you like an example?\nYou said:\nno. what about residuals?\nChatGPT said:\nThey add too.\n";
    let notes = import::read(chat.as_bytes(), None, None, None);
    let asked: Vec<&str> = notes.cards.iter().map(|card| &*card.faces[0].question).collect();
    let expected = ["what is a vanishing gradient?", "and how do gates fix it?", "no. what about residuals?"];
    assert_eq!(asked, expected);
    assert!(notes.cards.iter().all(|card| !card.faces[0].answer.contains("said:")), "{:?}", notes.cards);
    // The same with the names in headings.
    let headed = "#### You said:\nwhat is a mask?\n#### ChatGPT said:\nIt hides.\n#### You said:\nhow is it trained?\n#### ChatGPT said:\nIt is not.\n";
    check(&[(
        "names in headings",
        headed,
        &[(1, "what is a mask?", a(3, 4)), (5, "how is it trained?", a(7, 8))],
    )]);
}

#[test]
fn the_answer_of_a_table_is_the_right_one_and_not_the_learner_s() {
    let text = "| 题号 | 题目 | 我的回答 | 标准答案 |\n|--|--|--|--|\n| 1 | 什么是步长？ | 不会 | 每次移动的距离 |\n| 2 | 什么是填充？ | 忘了 | 边上补零 |\n";
    let notes = import::read(text.as_bytes(), None, None, None);
    let answers: Vec<&str> = notes.cards.iter().map(|card| &*card.faces[0].answer).collect();
    assert_eq!(answers, ["每次移动的距离", "边上补零"]);
}

#[test]
fn the_key_of_a_section_is_that_of_its_questions() {
    let text = "一、单选题\n1、哪个会梯度消失（　）\nA、ReLU  B、Sigmoid\n2、位置编码有什么作用（ ）\nA. 加参数\nB. 给顺序\n答案：1、B 2、B\n\n二、多选题\n1、哪些是正则化\nA. 丢弃\nB. 早停\nC. 升温\n2、哪些是优化器\nA. Adam B. BN C. SGD\n答案：1-2 AB AC\n\n三、填空题\n1、注意力要除以______。\n2、预训练任务是______和______。\n答案：\n1、√d_k\n2、MLM；NSP\n";
    let notes = import::read(text.as_bytes(), None, None, None);
    let answers: Vec<&str> = notes.cards.iter().map(|card| card.faces[0].answer.trim()).collect();
    assert_eq!(answers, ["B", "B", "AB", "AC", "√d_k", "MLM；NSP"], "{:?}", notes.why);
}
