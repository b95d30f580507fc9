//! What is typed and what fits, row by row.

use super::*;

/// Rows: a gap, what is marked in its place in the other language, and whether that may fit as well.
#[test]
fn what_another_language_marks_is_a_wording_only_if_it_can_be() {
    for (gap, other, may) in [
        ("gradient", "梯度", true),
        ("梯度", "gradient", true),
        ("n-grams", "n-gram", true),
        ("1,728", "1728", true),
        ("F1 score", "F1", true),
        ("uniform", "softmax", false),
        ("RMS norm", "LayerNorm", false),
        ("content", "0.2", false),
        ("$n^{-4/14}$", "$n^{-4/5}$", false),
        ("ignore index", "−100", false),
    ] {
        assert_eq!(may_say_the_same(gap, other), may, "{gap}: {other}");
    }
}

/// Rows: what fits, what is typed, how well.
#[test]
fn what_is_typed_is_compared() {
    use Fit::{Close, Right, Wrong};
    let mut off = Vec::new();
    for (gap, typed, fit) in [
        ("gradient", "Gradient", Right),
        ("gradient", "gradients", Right),
        ("gradient", "the gradient", Right),
        ("gradient", "gradeint", Close),
        ("gradient", "梯度", Right),
        ("梯度", "gradient", Right),
        ("gradient", "weight", Wrong),
        ("梯度消失", "梯度爆炸", Wrong),
        ("梯度消失", "消失", Close),
        ("batch normalisation", "BatchNorm", Right),
        ("batchsize", "batch size", Right),
        ("Batch-size", "batch size", Right),
        ("batchsizes", "batch size", Right),
        ("batch sizes", "batchsize", Right),
        ("更大的batchsize", "更大的 batch size", Right),
        ("learningrates", "learning-rate", Right),
        ("batch normalisation", "batch normalization", Right),
        ("pre-norm", "prenorm", Right),
        ("pre-norm", "post-norm", Wrong),
        ("ＫＶ缓存", "KV缓存", Right),
        ("学习率", "學習率", Right),
        ("學習率", "学习率", Right),
        ("长宽比", "宽高比", Right),
        ("执行之前", "执行前", Right),
        ("encoder", "decoder", Wrong),
        ("variance", "covariance", Wrong),
        ("residual stream", "residual", Close),
        ("stable", "not stable", Wrong),
        ("fp16", "bf16", Wrong),
        ("fp16", "fp32", Wrong),
        ("9", "9", Right),
        ("9", "nine", Right),
        ("9", "10", Wrong),
        ("2", "两", Right),
        ("16.7%", "16.7", Right),
        ("16.7%", "0.167", Right),
        ("16.7%", "16.67 %", Right),
        ("16.7%", "17%", Close),
        ("16.7%", "30%", Wrong),
        ("102 GB", "102", Right),
        ("102 GB", "102 gb", Right),
        ("1,024", "1024", Right),
        ("15 times", "15", Right),
        ("half", "1/2", Right),
        ("9408", "9409", Close),
        ("increases", "decreases", Wrong),
        ("it increases", "it decreases", Wrong),
        ("precision", "decision", Wrong),
        ("high precision", "high decision", Wrong),
        ("maximisation", "minimisation", Wrong),
        ("increases", "increses", Close),
        ("precision", "precison", Close),
        ("precision", "perciison", Close),
        ("regularisation", "regularzation", Close),
        ("weight", "height", Wrong),
        ("larger", "smaller", Wrong),
        ("attention", "attenton", Close),
        ("batch norm", "batch nrom", Wrong),
        ("learning rate", "learnign rate", Close),
        ("1/8", "八分之一", Right),
        ("八分之一", "1/8", Right),
        ("八分之一", "0.125", Right),
        ("八分之一", "1/4", Wrong),
        ("1/4", "25%", Right),
        ("25%", "1/4", Right),
        ("50%", "0.5", Right),
        ("50%", "百分之五十", Right),
        ("0.5", "50%", Right),
        ("10^9", "1 billion", Right),
        ("10^6", "1 million", Right),
        ("1 billion", "1e9", Right),
        ("10亿", "1e9", Right),
        ("10亿", "1e8", Wrong),
        ("$\\sqrt{d_k}$", "sqrt(d_k)", Right),
        ("$\\sqrt{d_k}$", "sqrt(dk)", Right),
        ("$\\sqrt{d_k}$", "√d_k", Right),
        ("$\\sqrt{d_k}$", "d_k^0.5", Right),
        ("$\\sqrt{d_k}$", "d_k", Wrong),
        ("$1/(1-\\beta)$", "1/(1-β)", Right),
        ("$\\frac{1}{1-\\beta}$", "1/(1-beta)", Right),
        ("$\\frac{1}{1-\\beta}$", "1/(1+beta)", Wrong),
        ("$2 n d^2$", "2*d*d*n", Right),
        ("$10^6$", "1000000", Right),
        ("$p^k$", "p^k", Right),
        ("$p^k$", "k^p", Wrong),
        ("$Sw = \\lambda w$", "Sw = λw", Right),
        ("$O(n^2)$", "O(n²)", Right),
        ("O(n^2)", "O(n²)", Right),
        ("O(n²)", "O(n^2)", Right),
        ("O(n²)", "O(n^3)", Wrong),
        ("√d_k", "sqrt(d_k)", Right),
        ("√d_k", "d_k", Wrong),
        ("10^6", "1e6", Right),
        ("10^6", "1000000", Right),
        ("10^6", "10^9", Wrong),
        ("5‰", "千分之五", Right),
        ("5‰", "0.5%", Right),
        ("5‰", "5%", Wrong),
        ("3.35 TB/s", "3350GB/s", Right),
        ("3.35 TB/s", "3.35 Tb/s", Wrong),
        ("14 GB", "14 Gb", Wrong),
        ("14 GB", "14gb", Right),
        ("400 Gb/s", "400 gb/s", Right),
        ("400 Gb/s", "400 GB/s", Wrong),
        ("400 Gb/s", "400Gbps", Right),
        ("15%", "about 15%", Right),
        ("1750亿", "1750億", Right),
        ("30%", "三成", Right),
        ("5/6", "0.833", Right),
        ("5/6", "0.84", Wrong),
        ("32000", "32k", Right),
        ("exp(x)", "e^x", Right),
        ("$e^{-x}$", "exp(-x)", Right),
        ("e^x", "exp(-x)", Wrong),
        ("$QK^\\top$", "KQ^T", Wrong),
        ("$QK^\\top$", "QK^T", Right),
        ("", "x", Wrong),
        ("x", "", Wrong),
    ] {
        let gap = Gap { text: gap.to_owned(), also: Vec::new() };
        let found = one(typed, &gap);
        if found != fit {
            off.push(format!("{} / {typed}: {found:?}", gap.text));
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn several_gaps_are_as_good_as_the_worst() {
    let gaps = ["A net", "two layers"].map(|text| Gap { text: text.into(), also: Vec::new() });
    for (typed, fit) in [
        ("a net; 2 layers", Fit::Right),
        ("net，two layers", Fit::Right),
        ("a net; three layers", Fit::Wrong),
        ("a net", Fit::Wrong),
    ] {
        assert_eq!(all(typed, &gaps), fit, "{typed}");
    }
    let gap = Gap { text: "kernel".into(), also: vec!["卷积核".into()] };
    assert_eq!(one("卷積核", &gap), Fit::Right);
}
