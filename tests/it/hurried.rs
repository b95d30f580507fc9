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
