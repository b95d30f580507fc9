//! Notes in which several forms meet: tags below days, lines that do not ask among those that do, chapters named by a
//! word, chats with pictures and thanks, answers on the lines of their questions.

use crate::harness::home::Home;
use backprop::import;

/// The questions of a text with their answers, and what was told of it.
fn read(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    let notes = import::read(text.as_bytes(), None, None, None);
    let account = import::account(text.as_bytes(), &notes);
    assert_eq!(account.lost, 0, "{text}: {:?}", account.diagnostics);
    let card = |card: &backprop::card::Card| {
        let face = &card.faces[0];
        (face.question.to_string(), face.answer.trim().to_owned())
    };
    let told = notes.diagnostics.iter().map(|told| told.message.to_string());
    (notes.cards.iter().map(card).collect(), told.collect())
}

fn owned(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(asked, told)| ((*asked).to_owned(), (*told).to_owned())).collect()
}

#[test]
fn tags_that_take_turns_are_read_below_days() {
    for (asks, tells, day) in [
        ("#que", "#ans", "## 2025/3/2 08:00:10:"),
        ("#ask", "#reply", "## 2025-03-02"),
        ("#题", "#解", "## 2025年3月2日"),
    ] {
        let mut text = format!("{day}\n  hello there\n- {day}\n  nothing here\n");
        for (topic, question, answer) in [
            ("#nlp", "what a tokenizer does", "It cuts text into pieces."),
            ("#cv", "步长是什么", "每次移动的距离"),
            ("#llm", "sampling with a temperature", "Logits are divided by it."),
            ("#opt", "动量", "梯度的平均"),
        ] {
            text.push_str(&format!(
                "- {day}\n\t- {topic}\n\t  {asks} {question}\n\t- {tells}\n\t  {answer}\n\t  The same again, in a second line.\n"
            ));
        }
        let found = read(&text).0;
        let asked: Vec<&str> = found.iter().map(|(asked, _)| asked.as_str()).collect();
        let expected = ["what a tokenizer does", "步长是什么", "sampling with a temperature", "动量"];
        assert_eq!(asked, expected, "{text}");
        assert!(found.iter().all(|(_, told)| told.contains("second line")), "{found:?}");
    }
}

#[test]
fn what_is_set_as_the_questions_are_is_one_too() {
    for (text, expected) in [
        (
            "**What is a token?**\na piece of text\n\n**Why merge pairs?** shorter sequences\n\n**vocabulary size**\nabout fifty thousand\n",
            [
                ("What is a token?", "a piece of text"),
                ("Why merge pairs?", "shorter sequences"),
                ("vocabulary size", "about fifty thousand"),
            ],
        ),
        (
            "**什么是分词？**\n切成小块\n\n**为什么合并？** 序列更短\n\n**词表大小**\n五万左右\n",
            [("什么是分词？", "切成小块"), ("为什么合并？", "序列更短"), ("词表大小", "五万左右")],
        ),
    ] {
        assert_eq!(read(text).0, owned(&expected), "{text}");
    }
    let text = "why does a skip help?\n - gradients pass\n\npre norm vs post norm\npre: stable\npost: better at the end\n\nhow do you find a bad batch?\nlook at its loss\n\nlabel noise at test time?\nnothing changes\n";
    let found = read(text).0;
    assert_eq!(found.len(), 4, "{found:?}");
    assert_eq!(
        found[1],
        ("pre norm vs post norm".to_owned(), "pre: stable\npost: better at the end".to_owned())
    );
    // Several paragraphs below a question are its answer.
    let text = "Why does a skip help?\nGradients pass.\n\nIt was shown by many people, and it holds for deep nets.\n\nHow do you find a bad batch?\nLook at its loss.\n\nIs label noise bad?\nA little.\n";
    assert_eq!(read(text).0.len(), 3);
}

#[test]
fn a_word_before_a_colon_heads_chapters_of_labels() {
    for (word, colon) in [("Topic", ": "), ("主题", "："), ("Module", ": ")] {
        let text = format!(
            "{word}{colon}CNN\nQ: What is a stride?\nA: a step\n\n{word}{colon}RNN\nQ: What is a gate?\nA: a factor\nNote: between 0 and 1\nQ: What is a state?\nA: a memory\n"
        );
        let (found, told) = read(&text);
        let expected = [
            ("What is a stride?", "a step"),
            ("What is a gate?", "a factor\nNote: between 0 and 1"),
            ("What is a state?", "a memory"),
        ];
        assert_eq!(found, owned(&expected), "{text}");
        assert_eq!(told, [""; 0], "{text}");
    }
}

#[test]
fn verdicts_end_statements_in_any_form() {
    let text = "三、判断题\n1、它处处可导。（ × ）\n2、推理时关闭。（√）\n3、两者对称 ×\n4、它是相对编码（T）\n5、它是线性的 F\n6、它省显存。对\n";
    let found = read(text).0;
    let told: Vec<&str> = found.iter().map(|(_, told)| told.as_str()).collect();
    assert_eq!(told, ["×", "√", "×", "T", "F", "对"], "{found:?}");
    let text = "True or false\n1. A stride is learnt. F\n2. Dropout rests at test time - T\n3. GELU is linear F\n4. Momentum averages (T)\n";
    let found = read(text).0;
    let told: Vec<&str> = found.iter().map(|(_, told)| told.as_str()).collect();
    assert_eq!(told, ["F", "T", "F", "T"], "{found:?}");
    // A letter at the end of one sentence is a part of it.
    let text = "1. What is a temperature T\nIt divides.\n2. How is it set?\nBy hand.\n3. What does 0 do?\nThe best one is taken.\n";
    assert_eq!(read(text).0[0].0, "What is a temperature T");
}

#[test]
fn an_answer_on_the_line_of_its_question_needs_no_paragraph() {
    for (text, expected) in [
        (
            "What is a mode? The densest place.\n\nWhy add noise? Because sampling has no gradient.\n\nThe prior is a normal distribution here.\n\nHow are images judged? By a distance of features.\n",
            [
                ("What is a mode?", "The densest place."),
                ("Why add noise?", "Because sampling has no gradient."),
                ("How are images judged?", "By a distance of features."),
            ],
        ),
        (
            "什么是众数？出现最多的值。\n\n为什么加噪声？采样没有梯度，所以换一种写法。\n\n先验在这里是正态分布。\n\n怎么评价图像？比较特征的距离。\n",
            [
                ("什么是众数？", "出现最多的值。"),
                ("为什么加噪声？", "采样没有梯度，所以换一种写法。"),
                ("怎么评价图像？", "比较特征的距离。"),
            ],
        ),
    ] {
        let (found, told) = read(text);
        assert_eq!(found, owned(&expected), "{text}");
        // What belongs to none is told.
        assert_eq!(told, ["this line belongs to no card"], "{text}");
    }
}

#[test]
fn terms_without_a_heading_are_offered() {
    for text in [
        "logit: what goes into softmax\nepoch: one pass over all data\nbeam: several paths at once\n",
        "- **logit**: what goes into softmax\n- **epoch**: one pass over all data\n- **beam**: several paths at once\n",
        "- 步长：每次移动的距离\n- 轮次：所有数据一遍\n- 批：一步用的样本\n- 种子：随机从它开始\n",
    ] {
        let notes = import::read(text.as_bytes(), None, None, None);
        assert!(notes.cards.is_empty(), "{text}");
        let help = notes.diagnostics[0].help.to_string();
        assert!(help.contains("--style definitions"), "{help}");
        let forced = import::read(text.as_bytes(), None, import::named("definitions"), None);
        assert!(forced.cards.len() >= 3 && forced.cards.iter().all(|card| !card.faces[0].answer.is_empty()));
    }
}

#[test]
fn pictures_and_thanks_of_a_chat_are_in_no_answer() {
    let text = "小张 2026/5/2 20:13\n面试官问啥是蒸馏啊？\n老李 2026/5/2 20:14\n大模型教小模型呗\n小张 2026/5/2 20:15\n温度干嘛用的？\n老李 2026/5/2 20:16\n让分布更软\n小张 2026/5/2 20:20\n[图片]\n小张 2026/5/2 20:20\n损失用啥？\n老李 2026/5/2 20:22\nKL散度\n小张 2026/5/2 20:22\n明白了 谢谢哥[抱拳]\n";
    let found = read(text).0;
    let expected = [
        ("面试官问啥是蒸馏啊？", "大模型教小模型呗"),
        ("温度干嘛用的？", "让分布更软"),
        ("损失用啥？", "KL散度"),
    ];
    assert_eq!(found, owned(&expected));
    let text = "2026/3/1 20:01 小陈: 什么是低秩？\n2026/3/1 20:02 老周: 矩阵分解\n2026/3/1 20:03 小陈: [语音]\n2026/3/1 20:04 小陈: 秩怎么选？\n2026/3/1 20:05 老周: 8 或 16\n2026/3/1 20:06 小陈: 好的谢谢周哥[玫瑰]\n2026/3/1 20:07 老周: 不客气\n";
    assert_eq!(read(text).0, owned(&[("什么是低秩？", "矩阵分解"), ("秩怎么选？", "8 或 16")]));
    let text = "[10:02] Ann: why a mask?\n[10:03] Bob: no look ahead\n[10:04] Ann: <Media omitted>\n[10:05] Ann: why scale?\n[10:06] Bob: softmax saturates\n[10:07] Ann: thanks a lot [thumbs up]\n";
    assert_eq!(read(text).0, owned(&[("why a mask?", "no look ahead"), ("why scale?", "softmax saturates")]));
}

#[test]
fn an_import_tells_what_check_tells() {
    let home = Home::new();
    let notes = home.write("terms.md", "| Question | Answer | My notes | |\n|---|---|---|---|\n| What is a token? | a piece | x | |\n| What is a merge? | two pieces | | |\n\nA last line of text.\n");
    let check = home.json(&["check", &notes, "--json"]);
    let import = home.json(&["import", "--yes", &notes, "--json"]);
    assert_eq!(check[0]["lost"], import[0]["lost"]);
    let told = check[0]["diagnostics"].as_array().unwrap().len() + check[0]["lost"].as_array().unwrap().len();
    assert!(told > 0, "{check:#}");
    let again = home.write("more.md", "# More\n\n1. What is a gate?\nA factor.\n2. What is a state?\nA memory.\n\n# Aside\n\nA last line of text.\n");
    let said = home.say(&["import", "--yes", &again]);
    assert!(said.contains("belongs to no card"), "{said}");
}

#[test]
fn what_is_marked_as_a_question_inside_an_answer_is_told() {
    let text = "## 1. What is a router?\nIt picks experts.\n\n**And why is it trained?**\n\nBecause of balance.\n\n## 2. How many are active?\nTwo of eight.\n\n## 3. 为什么稀疏？\n省计算。\n\nQ: 没有答案的问题\n";
    let (found, told) = read(text);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(told, ["this line is marked as a question, and stands in the answer above"; 2], "{found:?}");
    // A part of an answer is none.
    let text = "## 1. What is a router?\n**It picks experts.**\n\n**Why**\n\nBecause of balance.\n\n## 2. How many are active?\nTwo of eight.\n";
    assert_eq!(read(text).1, [""; 0]);
}

#[test]
fn a_dot_parts_labels_too() {
    for text in [
        "Q. what is a token\nA. a piece of text\nof any length\n\nQ. what is a merge\nA. two pieces made one\n",
        "Q) what is a token\nA) a piece of text\nof any length\nQ) what is a merge\nA) two pieces made one\n",
    ] {
        let expected = [
            ("what is a token", "a piece of text\nof any length"),
            ("what is a merge", "two pieces made one"),
        ];
        assert_eq!(read(text).0, owned(&expected), "{text}");
    }
    let text =
        "Q. what is a token\nA. a piece\nB. a weight\n\nQ. what is a merge\nA. two pieces\nB. a loss\n";
    assert!(read(text).0.iter().all(|(asked, _)| asked.contains("B. ")), "options stay");
}
