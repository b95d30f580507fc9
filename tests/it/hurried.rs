//! Notes written in a hurry: signs that change, answers behind their questions, several hands in one file.

use crate::kinds::{a, check};
use backprop::import;

/// The cards of a text, question and answer.
fn cards(text: &str) -> Vec<(String, String)> {
    let notes = import::read(text.as_bytes(), None, None, None);
    let face = |card: &backprop::card::Card| {
        let face = &card.faces[0];
        (face.question.to_string(), face.answer.trim().to_owned())
    };
    notes.cards.iter().map(face).collect()
}

/// A text with its name, and the cards it has to give.
type NamedText<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Reads each text; the cards have to be these.
fn pairs(table: &[NamedText<'_>]) {
    for (name, text, expected) in table {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
        assert_eq!(cards(text), expected, "{name}");
    }
}

#[test]
fn numbers_may_be_signed_in_any_way() {
    check(&[
        (
            "each in another way",
            "1) whats batch norm at test time?\nrunning statistics\n2. Layer norm vs batch norm?\n   over features\n3 - why warmup\nestimates are noisy\n4: what is label smoothing\n   soft targets\nQ5 gradient clipping: by value or norm?\nnorm\n6.) difference of two decays\ndecoupled\n(7) what's a cache for\nkeys and values\n",
            &[
                (1, "whats batch norm at test time?", a(2, 2)),
                (3, "Layer norm vs batch norm?", a(4, 4)),
                (5, "why warmup", a(6, 6)),
                (7, "what is label smoothing", a(8, 8)),
                (9, "gradient clipping: by value or norm?", a(10, 10)),
                (11, "difference of two decays", a(12, 12)),
                (13, "what's a cache for", a(14, 14)),
            ],
        ),
        (
            "dashes behind numbers",
            "1 - Why scale?\nit saturates\n2 - Why mask?\nno look ahead\n3 - Warmup\nsmall steps first\n",
            &[(1, "Why scale?", a(2, 2)), (3, "Why mask?", a(4, 4)), (5, "Warmup", a(6, 6))],
        ),
    ]);
}

#[test]
fn labels_may_be_followed_by_dashes_and_speakers() {
    pairs(&[(
        "dashes and speakers beside labels",
        "Q: what's perplexity\nA: exp of the mean loss\nQ - the law of scale?\nA - 20 tokens for a weight\nInterviewer: explain low rank\nMe: two thin matrices\nQ: the last one?\nA: yes\n",
        &[
            ("what's perplexity", "exp of the mean loss"),
            ("the law of scale?", "20 tokens for a weight"),
            ("explain low rank", "two thin matrices"),
            ("the last one?", "yes"),
        ],
    )]);
}

#[test]
fn answers_stand_behind_their_questions() {
    pairs(&[
        (
            "a colon behind the mark",
            "Why batch norm?: faster training\nWhy layer norm?: no batch is needed\nRMS norm vs layer norm?: no mean\nWhat is group norm?: groups of channels\n",
            &[
                ("Why batch norm?", "faster training"),
                ("Why layer norm?", "no batch is needed"),
                ("RMS norm vs layer norm?", "no mean"),
                ("What is group norm?", "groups of channels"),
            ],
        ),
        (
            "two of a numbered list",
            "1. What is autograd? Reverse mode over a tape.\n2. What is a dual? Forward mode.\n",
            &[("What is autograd?", "Reverse mode over a tape."), ("What is a dual?", "Forward mode.")],
        ),
        (
            "letters behind options",
            "1. Which loss for two classes? (a) squares (b) entropy (c) hinge only -- b\n2. Bagging reduces: (a) bias (b) variance -- b\n3. Boosting reduces: (a) bias (b) variance -- a\n4. Which is generative: (a) SVM (b) Bayes -- b\n",
            &[
                ("Which loss for two classes? (a) squares (b) entropy (c) hinge only", "b"),
                ("Bagging reduces: (a) bias (b) variance", "b"),
                ("Boosting reduces: (a) bias (b) variance", "a"),
                ("Which is generative: (a) SVM (b) Bayes", "b"),
            ],
        ),
        (
            "arrows, one of another kind and one that points at nothing",
            "Phone screen\n\nstable softmax -> subtract the max\ngradient of entropy -> p minus y\nwhy sqrt(d_k) -> the variance\nparameters of layer norm -> gain and bias\nrouting => the best two\nwhy no sigmoid inside ->\n",
            &[
                ("stable softmax", "subtract the max"),
                ("gradient of entropy", "p minus y"),
                ("why sqrt(d_k)", "the variance"),
                ("parameters of layer norm", "gain and bias"),
                ("routing", "the best two"),
                ("why no sigmoid inside", ""),
            ],
        ),
        (
            "numbered terms in bold",
            "1. **Overfitting** - the model learns noise\n2. **Underfitting** - it is too simple\n3. **Bias** - wrong assumptions\n4. **Epoch**\n",
            &[
                ("Overfitting", "the model learns noise"),
                ("Underfitting", "it is too simple"),
                ("Bias", "wrong assumptions"),
                ("Epoch", ""),
            ],
        ),
        (
            "true or false",
            "1. True or False: ReLU has a slope everywhere. False\n2. T/F: softmax sums to 1. True\n3. T/F: dropout is on at test time. False\n",
            &[
                ("True or False: ReLU has a slope everywhere.", "False"),
                ("T/F: softmax sums to 1.", "True"),
                ("T/F: dropout is on at test time.", "False"),
            ],
        ),
    ]);
}

#[test]
fn answers_below_bold_questions_are_no_questions() {
    pairs(&[(
        "bold questions, some with the answer behind",
        "**What is the vanishing gradient?** a product of small slopes\n\n**Why residual connections help?**\nan identity path\nalso many shallow nets\n\n**Norm before or after?**\nbefore: stable without warmup\nafter: better at last\n\n**What is grouped attention**: groups share keys\n",
        &[
            ("What is the vanishing gradient?", "a product of small slopes"),
            ("Why residual connections help?", "an identity path\nalso many shallow nets"),
            ("Norm before or after?", "before: stable without warmup\nafter: better at last"),
            ("What is grouped attention", "groups share keys"),
        ],
    )]);
}

#[test]
fn blocks_ask_with_and_without_marks() {
    pairs(&[(
        "a question and its answer in each block",
        "why is the loss stable when fused?\nlog of a sum\n\nwhat is a confusion matrix?\ncounts\n\nhow to handle imbalance\nweights\n\nwhat is overfitting\ntrain good, test bad\n",
        &[
            ("why is the loss stable when fused?", "log of a sum"),
            ("what is a confusion matrix?", "counts"),
            ("how to handle imbalance", "weights"),
            ("what is overfitting", "train good, test bad"),
        ],
    )]);
}

#[test]
fn what_holds_the_place_of_an_answer_is_none() {
    pairs(&[(
        "todo and marks",
        "1. What is recall?\n- found of all\n\n2. Explain calibration\n??\n\n3. MCC\nTODO\n\n4. Brier score?\n(skip)\n",
        &[
            ("What is recall?", "- found of all"),
            ("Explain calibration", ""),
            ("MCC", ""),
            ("Brier score?", ""),
        ],
    )]);
}

#[test]
fn chats_ask_what_was_asked() {
    pairs(&[
        (
            "thanks are no question",
            "Me: what is a convolution?\nBot: a sliding product\n\nMe: why pooling?\nBot: it is cheaper\n\nMe: how deep?\nBot: as it pays\n\nMe: thanks!\nBot: You're welcome!\n",
            &[
                ("what is a convolution?", "a sliding product"),
                ("why pooling?", "it is cheaper"),
                ("how deep?", "as it pays"),
            ],
        ),
        (
            "names and times above what is said",
            "Sarah (recruiter) 10:31 AM\nHi! what is the difference between bagging and boosting?\nYou 10:33 AM\nbagging is parallel\nSarah (recruiter) 10:34 AM\nAnd random forest?\nYou 10:36 AM\nbagging with random features\n",
            &[
                ("Hi! what is the difference between bagging and boosting?", "bagging is parallel"),
                ("And random forest?", "bagging with random features"),
            ],
        ),
    ]);
}

#[test]
fn records_may_have_no_answers_and_pages_no_frame() {
    pairs(&[
        (
            "questions alone in JSON",
            "[{\"question\": \"What is a tensor?\", \"keywords\": [\"array\"]}, {\"question\": \"Why a tape?\", \"keywords\": []}, {\"question\": \"What is a dual?\", \"keywords\": []}]",
            &[("What is a tensor?", ""), ("Why a tape?", ""), ("What is a dual?", "")],
        ),
        (
            "the inside of a page",
            "<h2>What is CLIP?</h2><p>images and texts</p><h2>What is DINO?</h2><ul><li>no labels</li></ul>",
            &[("What is CLIP?", "images and texts"), ("What is DINO?", "- no labels")],
        ),
    ]);
}

#[test]
fn numbered_questions_stay_questions_in_any_order() {
    let all = [
        ("3", "参数量是多少？", "67 亿"),
        ("1", "什么是 LN？", "对特征归一化"),
        ("2", "为什么用多头？", "不同子空间"),
        ("4", "什么是 warmup？", "先小后大"),
        ("7", "什么是 RoPE？", "旋转"),
        ("9", "什么是 KV 缓存？", "存键和值"),
    ];
    for order in ["3124", "4271", "2413", "4321", "9234", "1374", "312", "21"] {
        let of = |number: char| all.iter().find(|one| one.0.starts_with(number)).expect("it is there");
        let expected: Vec<(String, String)> =
            order.chars().map(of).map(|one| (one.1.to_owned(), one.2.to_owned())).collect();
        let list = |sign: &str, gap: &str| -> String {
            order
                .chars()
                .map(of)
                .map(|one| format!("{}{sign}{}\n{gap}{}\n{gap}", one.0, one.1, one.2))
                .collect()
        };
        for text in [
            format!("字节一面准备\n\n{}", list("、", "")),
            format!("# 字节一面准备\n\n{}", list(". ", "\n")),
            list("、", "\n"),
        ] {
            assert_eq!(cards(&text), expected, "{text}");
        }
    }
}

#[test]
fn what_was_moved_needs_no_marks_and_keeps_its_points() {
    pairs(&[
        (
            "terms",
            "面试准备\n\n3、参数量\n67 亿\n1、LN\n对特征归一化\n5、RoPE\n旋转\n2、多头\n不同子空间\n4、warmup\n先小后大\n6、KV 缓存\n存键和值\n",
            &[
                ("参数量", "67 亿"),
                ("LN", "对特征归一化"),
                ("RoPE", "旋转"),
                ("多头", "不同子空间"),
                ("warmup", "先小后大"),
                ("KV 缓存", "存键和值"),
            ],
        ),
        (
            "points that begin anew",
            "面试\n\n3. 怎么训练？\n1. 加载数据\n2. 前向\n3. 反向\n1. 什么是 LN？\n对特征归一化\n2. 为什么用多头？\n不同子空间\n4. 什么是 warmup？\n先小后大\n",
            &[
                ("怎么训练？", "1. 加载数据\n2. 前向\n3. 反向"),
                ("什么是 LN？", "对特征归一化"),
                ("为什么用多头？", "不同子空间"),
                ("什么是 warmup？", "先小后大"),
            ],
        ),
        (
            "in each chapter",
            "# 面试\n\n## 基础\n\n2. 什么是 LN？\n\n特征归一化\n\n1. 什么是 BN？\n\n批归一化\n\n## 模型\n\n1. 什么是 GQA？\n\n共享 kv\n\n3. 什么是 MLA？\n\n压缩 kv\n\n2. 什么是 MQA？\n\n一个 kv\n",
            &[
                ("什么是 LN？", "特征归一化"),
                ("什么是 BN？", "批归一化"),
                ("什么是 GQA？", "共享 kv"),
                ("什么是 MLA？", "压缩 kv"),
                ("什么是 MQA？", "一个 kv"),
            ],
        ),
    ]);
    let notes = import::read("3、何为 a？\nx\n1、何为 b？\nx\n2、何为 c？\nx\n".as_bytes(), None, None, None);
    assert_eq!(notes.diagnostics.len(), 0, "no number is missing: {:?}", notes.diagnostics);
}

#[test]
fn lines_of_a_glossary_are_terms() {
    let expected: &[(&str, &str)] =
        &[("困惑度", "exp(平均交叉熵)"), ("温度", "softmax 前除以 T"), ("束搜索", "每步保留 k 个最好的")];
    for (title, signs) in [
        ("# 名词解释\n\n", ["- ", "- ", "- "]),
        ("名词解释\n\n", ["", "", ""]),
        ("名词解释：\n", ["1、", "2、", "3、"]),
        ("## 术语\n", ["* ", "* ", "* "]),
        ("# Glossary\n\n", ["1. ", "2. ", "3. "]),
    ] {
        let lines =
            signs.iter().zip(expected).map(|(sign, (term, meaning))| format!("{sign}{term}：{meaning}\n"));
        pairs(&[(title, &(title.to_owned() + &lines.collect::<String>()), expected)]);
    }
    // Nothing says that these are terms.
    assert_eq!(cards("# 训练设置\n\n- 轮数：十轮\n- 优化器：AdamW\n- 设备：八卡\n"), []);
}

#[test]
fn numbers_may_stand_in_any_brackets() {
    pairs(&[(
        "thick brackets",
        "【1】什么是词向量\n把词映射成稠密向量\n【2】Word2Vec 两种结构\nCBOW 和 Skip-gram\n【3】负采样是干嘛的？\n把多分类变成二分类\n",
        &[
            ("什么是词向量", "把词映射成稠密向量"),
            ("Word2Vec 两种结构", "CBOW 和 Skip-gram"),
            ("负采样是干嘛的？", "把多分类变成二分类"),
        ],
    )]);
}

#[test]
fn one_answer_may_stand_behind_its_question() {
    let rest = "2、为什么用 ReLU？\n正区间梯度为 1。\n3、LoRA 是什么？\n低秩微调\n";
    let others = [("为什么用 ReLU？", "正区间梯度为 1。"), ("LoRA 是什么？", "低秩微调")];
    for (line, question, answer) in [
        ("1、warmup 的作用？ 前期梯度不稳定，先小后大。", "warmup 的作用？", "前期梯度不稳定，先小后大。"),
        ("1、ε 一般取多少？答：0.1", "ε 一般取多少？", "0.1"),
        // A statement to judge, a tag, and what asks once more.
        ("1、对还是错？ 推理时也要随机丢弃神经元。", "对还是错？ 推理时也要随机丢弃神经元。", ""),
        ("1、warmup 的作用？ 必考", "warmup 的作用？ 必考", ""),
        ("1、warmup 的作用？为什么先小后大？", "warmup 的作用？为什么先小后大？", ""),
    ] {
        let expected = [(question, answer), others[0], others[1]];
        pairs(&[(line, &format!("{line}\n{rest}"), &expected)]);
    }
    pairs(&[(
        "a further question",
        &format!("1、warmup 的作用？\n先小后大\n追问1：ε 一般取多少？答：0.1\n{rest}"),
        &[("warmup 的作用？", "先小后大"), ("ε 一般取多少？", "0.1"), others[0], others[1]],
    )]);
}

#[test]
fn answers_in_brackets_leave_their_questions_beside_a_key() {
    pairs(&[
        (
            "all kinds and a key",
            "一、选择题\n1. 哪个是生成模型？（ C ）\nA. SVM\nB. 树\nC. GAN\n2. 哪个是优化器？（ B ）\nA. BN\nB. Adam\nC. RNN\n\n二、判断题\n3. Dropout 推理也开。（×）\n4. BN 有可学习参数。（√）\n\n三、填空题\n5. 原文的 d_model 是（512）。\n\n参考答案\n1. C\n2. B\n3. ×\n4. √\n5. 512\n",
            &[
                ("哪个是生成模型？（  ）\n\nA. SVM\nB. 树\nC. GAN", "C"),
                ("哪个是优化器？（  ）\n\nA. BN\nB. Adam\nC. RNN", "B"),
                ("Dropout 推理也开。", "×"),
                ("BN 有可学习参数。", "√"),
                ("原文的 d_model 是（  ）。", "512"),
            ],
        ),
        (
            "a key of verdicts on one line",
            "1. A 会过拟合。（×）\n2. B 更快。（√）\n3. C 更快。（√）\n\n答案：1.× 2.√ 3.√\n",
            &[("A 会过拟合。", "×"), ("B 更快。", "√"), ("C 更快。", "√")],
        ),
        (
            "verdicts without brackets and blanks",
            "1. A 会过拟合。\n2. B 更快。\n3. C 更快。\n\n答案：1.×2.√3.√\n",
            &[("A 会过拟合。", "×"), ("B 更快。", "√"), ("C 更快。", "√")],
        ),
        (
            "two questions and a key",
            "1. 哪个是生成模型？\nA. SVM\nB. 树\nC. GAN\n2. 哪个是优化器？\nA. BN\nB. Adam\nC. RNN\n\n答案\n1. C\n2. B\n",
            &[
                ("哪个是生成模型？\n\nA. SVM\nB. 树\nC. GAN", "C"),
                ("哪个是优化器？\n\nA. BN\nB. Adam\nC. RNN", "B"),
            ],
        ),
    ]);
}

#[test]
fn who_asks_first_in_a_chat_goes_on_asking() {
    pairs(&[
        (
            "stamps",
            "王五 11:02\n为什么都用 RMSNorm？\n赵六 11:03\n少算均值，快\n\n王五 11:05\nRoPE 怎么做的\n赵六 11:06\n旋转 q 和 k\n王五 11:07\nALiBi 呢\n赵六 11:08\n加一个偏置\n王五 11:09\n懂了，谢谢\n",
            &[
                ("为什么都用 RMSNorm？", "少算均值，快"),
                ("RoPE 怎么做的", "旋转 q 和 k"),
                ("ALiBi 呢", "加一个偏置"),
            ],
        ),
        (
            "names alone",
            "王五：SwiGLU 是什么\n赵六：带门控的 FFN\n王五：为什么都用 RMSNorm？\n赵六：少算均值，快\n",
            &[("SwiGLU 是什么", "带门控的 FFN"), ("为什么都用 RMSNorm？", "少算均值，快")],
        ),
    ]);
}
