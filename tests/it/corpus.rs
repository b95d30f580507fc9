//! Real notes with gold labels, where they are at hand, scored by the rules of their `score.py`.

use crate::harness::gold;
use backprop::import;

#[test]
fn the_corpus_is_read_as_its_gold_labels_say() {
    let corpus = gold::corpus();
    if corpus.is_empty() {
        return;
    }
    let (mut f1, mut answers, mut answered) = (0.0, 0.0, 0);
    let mut wrong = Vec::new();
    for gold in &corpus {
        let notes = import::read(gold.text.as_bytes(), None, None, None);
        let score = gold::score(gold, &gold::rows(&notes));
        f1 += score.f1;
        if !gold.cards.is_empty() {
            answered += 1;
            answers += score.answers as f64 / score.matched.max(1) as f64;
        }
        wrong.extend(score.wrong.iter().map(|wrong| format!("{}: {wrong}", gold.name)));
    }
    let (f1, answers) = (f1 / corpus.len() as f64, answers / f64::from(answered));
    assert!(f1 >= 0.99 && answers >= 0.985, "F1 {f1}, answers {answers}\n{}", wrong.join("\n"));
}
