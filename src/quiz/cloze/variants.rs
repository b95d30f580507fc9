//! What people type for a gap, in tables: a gap with its other wordings, what is typed, how well that fits.

use super::compare::{Fit, one};
use super::gap::Gap;
use super::{GAP, Passage};
use Fit::{Close, Right, Wrong};

/// A gap, its other wordings, and what is typed with how well it fits.
type GapRow<'a> = (&'a str, &'a [&'a str], &'a [(&'a str, Fit)]);

fn check(rows: &[GapRow<'_>]) {
    let mut off = Vec::new();
    for (text, also, typed) in rows {
        let gap =
            Gap { text: (*text).to_owned(), also: also.iter().map(|also| (*also).to_owned()).collect() };
        for (typed, fit) in *typed {
            let found = one(typed, &gap);
            if found != *fit {
                off.push(format!("{text} / {typed}: {found:?}"));
            }
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn a_word_may_be_said_by_its_short_form_and_its_synonym() {
    check(&[
        (
            "maximum",
            &[],
            &[
                ("max", Right),
                ("最大值", Right),
                ("max-pooling", Close),
                ("minimum", Wrong),
                ("min", Wrong),
                ("最小值", Wrong),
            ],
        ),
        (
            "validation set",
            &["验证集"],
            &[
                ("val set", Right),
                ("dev set", Right),
                ("val. set", Right),
                ("test set", Wrong),
                ("训练集", Wrong),
            ],
        ),
        (
            "dense layers",
            &["全连接层"],
            &[
                ("FC layers", Right),
                ("fc layer", Right),
                ("fully connected layers", Right),
                ("conv layers", Wrong),
            ],
        ),
        ("learning rate", &[], &[("lr", Right), ("LR", Right), ("bs", Wrong)]),
        ("batch size", &["批大小"], &[("bs", Right), ("lr", Wrong), ("batch", Close)]),
        ("vocabulary", &[], &[("vocab", Right), ("词表", Right)]),
        (
            "one",
            &[],
            &[
                ("a single", Right),
                ("single", Right),
                ("1", Right),
                ("一个", Right),
                ("two", Wrong),
                ("none", Wrong),
            ],
        ),
        (
            "one thread",
            &["一个线程"],
            &[("a single thread", Right), ("1 thread", Right), ("two threads", Wrong), ("one model", Wrong)],
        ),
        (
            "twice",
            &[],
            &[
                ("2x", Right),
                ("2×", Right),
                ("two times", Right),
                ("double", Right),
                ("两倍", Right),
                ("2 times", Right),
                ("3x", Wrong),
                ("half", Wrong),
                ("three times", Wrong),
            ],
        ),
        (
            "两倍",
            &["twice"],
            &[
                ("2倍", Right),
                ("二倍", Right),
                ("2x", Right),
                ("两", Right),
                ("三倍", Wrong),
                ("一半", Wrong),
            ],
        ),
        ("two thirds", &[], &[("2/3", Right), ("三分之二", Right), ("2", Wrong), ("two", Wrong)]),
        ("one", &["一"], &[("1%", Wrong), ("1", Right)]),
        ("0.37 bits", &[], &[("37%", Wrong), ("0.37", Right)]),
        ("四倍", &[], &[("4倍", Right), ("4x", Right), ("四", Right), ("四分之一", Wrong), ("14倍", Wrong)]),
        (
            "三分之二",
            &["two thirds"],
            &[("2/3", Right), ("two thirds", Right), ("0.667", Right), ("1/3", Wrong), ("三分之一", Wrong)],
        ),
        ("两行", &["two rows"], &[("2行", Right), ("two rows", Right), ("两列", Wrong), ("三行", Wrong)]),
    ]);
}

#[test]
fn a_short_form_is_its_full_form() {
    check(&[
        (
            "GQA",
            &[],
            &[
                ("grouped-query attention", Right),
                ("grouped query attention", Right),
                ("分组查询注意力", Right),
                ("MQA", Wrong),
                ("multi-query attention", Wrong),
            ],
        ),
        ("grouped-query attention", &[], &[("GQA", Right), ("MQA", Wrong)]),
        (
            "假阳率",
            &["false-positive rate"],
            &[
                ("FPR", Right),
                ("fpr", Right),
                ("假阳性率", Right),
                ("TPR", Wrong),
                ("FNR", Wrong),
                ("真阳率", Wrong),
            ],
        ),
        ("假阳率", &[], &[("FPR", Right), ("TPR", Wrong), ("false positive rate", Right)]),
        ("mean time between failures", &[], &[("MTBF", Right), ("MTTR", Wrong)]),
        ("MTBF", &[], &[("mean time between failures", Close), ("mean time to repair", Wrong)]),
        (
            "KL",
            &[],
            &[
                ("KL散度", Right),
                ("KL divergence", Right),
                ("Kullback–Leibler divergence", Right),
                ("JS散度", Wrong),
                ("KL 惩罚", Wrong),
            ],
        ),
        ("KL 散度", &["KL divergence"], &[("KL", Right), ("相对熵", Right), ("JS", Wrong), ("散度", Close)]),
        (
            "softmax",
            &[],
            &[
                ("softmax function", Right),
                ("softmax函数", Right),
                ("sigmoid", Wrong),
                ("softmax layer", Close),
            ],
        ),
        (
            "logistic 函数",
            &["logistic function of the difference"],
            &[
                ("logistic", Right),
                ("sigmoid", Right),
                ("sigmoid函数", Right),
                ("逻辑函数", Right),
                ("softmax", Wrong),
                ("tanh", Wrong),
            ],
        ),
        ("Hessian", &[], &[("Hessian matrix", Right), ("海森矩阵", Right), ("Jacobian", Wrong)]),
        ("SFT", &[], &[("supervised fine-tuning", Right), ("SFT model", Close), ("RLHF", Wrong)]),
    ]);
}

#[test]
fn a_word_is_not_what_its_translation_means_elsewhere() {
    check(&[
        ("偏差", &["bias"], &[("偏差", Right), ("bias", Right), ("偏置", Wrong), ("方差", Wrong)]),
        ("bias", &["偏差"], &[("bias", Right), ("偏差", Right), ("偏置", Wrong)]),
        ("偏置", &["bias"], &[("偏置项", Right), ("bias", Right), ("偏差", Wrong)]),
        ("偏差", &[], &[("bias", Right), ("偏置", Wrong)]),
        (
            "步长",
            &["stride"],
            &[("stride", Right), ("步幅", Right), ("学习率", Wrong), ("learning rate", Wrong)],
        ),
        ("步长", &["step size"], &[("step size", Right), ("学习率", Right), ("stride", Wrong)]),
        (
            "提示长度",
            &["prompt length"],
            &[
                ("prompt长度", Right),
                ("输入长度", Close),
                ("提示词长度", Right),
                ("输出长度", Wrong),
                ("回答长度", Wrong),
            ],
        ),
        ("梯度消失", &[], &[("梯度爆炸", Wrong)]),
        (
            "平方级",
            &["quadratic"],
            &[
                ("O(n²)", Right),
                ("O(n^2)", Right),
                ("二次方", Right),
                ("quadratic", Right),
                ("O(n)", Wrong),
                ("线性", Wrong),
                ("O(n³)", Wrong),
            ],
        ),
        (
            "$O(n^2)$",
            &[],
            &[("平方级", Right), ("quadratic", Right), ("O(T^2)", Right), ("cubic", Wrong), ("线性", Wrong)],
        ),
        ("linear", &["线性"], &[("O(n)", Right), ("quadratic", Wrong), ("O(1)", Wrong)]),
    ]);
}

#[test]
fn a_formula_may_be_typed_and_said_in_many_ways() {
    check(&[
        (
            r"$2/n_{\mathrm{in}}$",
            &[],
            &[("2/n_in", Right), ("2/nin", Right), ("2/fan_in", Right), ("1/n_in", Wrong)],
        ),
        ("$2^n$", &[], &[("2**n", Right), ("2ⁿ", Right), ("2的n次方", Right), ("n^2", Wrong), ("n²", Wrong)]),
        (
            r"$\sqrt{C}$",
            &[],
            &[
                ("square root of C", Right),
                ("根号C", Right),
                ("c的平方根", Close),
                ("C", Wrong),
                ("C^2", Wrong),
            ],
        ),
        ("$1/H$", &[], &[("H分之一", Right), ("1/H", Right), ("one over H", Right), ("H", Wrong)]),
        ("$e^L$", &[], &[("exp(L)", Right), ("e**L", Right), ("exp(-L)", Wrong)]),
        (
            r"$1/(1-\mu)$",
            &[],
            &[
                ("1/(1-mu)", Right),
                ("1/1-mu", Wrong),
                ("1/1-μ", Wrong),
                ("1/(1−μ)", Right),
                ("1/(μ-1)", Wrong),
            ],
        ),
        ("1/(1−μ)", &[], &[("1/(1-μ)", Right), ("1/1-μ", Wrong), ("1/(1-mu)", Right)]),
        (
            "$Nb/8$ 字节",
            &["$Nb/8$ bytes"],
            &[
                ("Nb/8", Right),
                ("Nb/8 bytes", Right),
                ("N*b/8 字节", Right),
                ("nb/8", Close),
                ("Nb/4", Wrong),
                ("Nb", Wrong),
            ],
        ),
        (
            r"$\sqrt{2}$ 倍",
            &[r"$\sqrt{2}$ times"],
            &[("√2", Right), ("根号2倍", Right), ("sqrt(2) times", Right), ("2倍", Wrong)],
        ),
        (r"confidence $1 + \alpha n$", &[], &[("confidence 1+αn", Right), ("1+αn", Close), ("1-αn", Wrong)]),
        (
            r"$\mathrm{KL}(P\,\|\,Q)$",
            &[],
            &[("KL(P||Q)", Right), ("KL(P‖Q)", Right), ("KL(Q||P)", Wrong), ("kl(p||q)", Right)],
        ),
        (r"$QK^\top$", &[], &[("QK^T", Right), ("QKᵀ", Right), ("KQ^T", Wrong), ("Q^TK", Wrong)]),
        (r"$X^\top(p - y)$", &[], &[("X^T(p-y)", Right), ("X^T(y-p)", Wrong)]),
        (r"$64 \times 64 \times 4$", &[], &[("64x64x4", Right), ("64*64*4", Right), ("64×64×3", Wrong)]),
        ("$n/N$", &[], &[("n/N", Right), ("n/n", Wrong), ("N/n", Wrong), ("1", Wrong)]),
        ("A/B test", &["A/B 测试"], &[("A/B-test", Right), ("A/B测试", Right), ("B/A test", Wrong)]),
        (r"$\tau$-quantile", &[], &[("τ-quantile", Right), ("tau quantile", Right), ("quantile", Wrong)]),
        ("3×3", &[], &[("3x3", Right), ("3*3", Right), ("3 x 3", Right), ("5x5", Wrong)]),
        (
            r"$\ln 10 \approx 2.3$",
            &[],
            &[
                ("ln 10", Right),
                ("2.3", Right),
                ("ln(10)≈2.3", Right),
                ("log2(10)", Wrong),
                ("ln 100", Wrong),
            ],
        ),
        (r"$\sum_i \alpha_i\,k(x_i, \cdot)$", &[], &[("", Wrong), ("x", Wrong)]),
    ]);
}

/// Rows: a passage, the gap, what is typed into it, and how well that fits.
#[test]
fn a_number_may_have_the_unit_that_its_passage_speaks_of() {
    let mut off = Vec::new();
    for (asked, gap, typed, fit) in [
        ("Stacks stopped near 19 layers; shortcuts took networks to […].", "152", "152 layers", Right),
        ("Stacks stopped near 19 layers; shortcuts took networks to […].", "152", "152层", Right),
        ("Stacks stopped near 19 layers; shortcuts took networks to […].", "152", "152 heads", Wrong),
        ("Stacks stopped near 19 layers; shortcuts took networks to […].", "152", "15 layers", Wrong),
        ("恒等快捷连接把网络加深到 […] 层。", "152", "152 layers", Right),
        ("恒等快捷连接把网络加深到 […] 层。", "152", "152 层", Right),
        ("恒等快捷连接把网络加深到 […] 层，而不是加头。", "152", "152头", Wrong),
        ("It has […] layers of 8 heads.", "12", "12 heads", Wrong),
        ("It has […] layers of 8 heads.", "12", "12 层", Right),
        ("47B 的模型要 […]，虽然每个词元只算 13B。", "94 GB", "94 gigabytes", Right),
        ("47B 的模型要 […]，虽然每个词元只算 13B。", "94 GB", "94 megabytes", Wrong),
        ("47B 的模型要 […]，虽然每个词元只算 13B。", "94 GB", "94", Right),
    ] {
        let gaps = vec![Gap { text: gap.to_owned(), also: Vec::new() }];
        assert!(asked.contains(GAP));
        let mut passage =
            Passage { asked: asked.to_owned(), gaps, text: typed.to_owned(), ..Passage::default() };
        passage.judge();
        if passage.fit != Some(fit) {
            off.push(format!("{asked} / {typed}: {:?}", passage.fit));
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}
