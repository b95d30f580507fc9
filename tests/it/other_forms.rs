//! Notes in forms that others gave them: fenced decks, lists of AsciiDoc, labels below titles, exports, tables of terms.

use backprop::import;

/// A card: its question, the first and the last line of its answer, and its topic.
type CardRow = (String, Option<(usize, usize)>, Vec<String>);

/// The cards of a text, with the lines of its file.
fn cards(text: &str) -> Vec<CardRow> {
    let notes = import::read(text.as_bytes(), None, None, None);
    let lines = import::FileLines::of(text.as_bytes());
    let card = |card: &backprop::card::Card| {
        let face = &card.faces[0];
        let answer = face.source.answer_lines.map(|(first, last)| lines.of_lines(first, last));
        (face.question.to_string(), answer, face.topic.to_vec())
    };
    notes.cards.iter().map(card).collect()
}

/// A question with the lines of its answer.
fn row(question: &str, first: usize, last: usize) -> (String, Option<(usize, usize)>) {
    (question.to_owned(), Some((first, last)))
}

/// The questions of a text with the lines of their answers.
fn rows(text: &str) -> Vec<(String, Option<(usize, usize)>)> {
    cards(text).into_iter().map(|(question, answer, _)| (question, answer)).collect()
}

#[test]
fn pairs_of_labels_in_fences_are_a_deck() {
    let text = "# Attention\n\n```\nQ: Why divide by the root?\nA: The variance grows.\n\nQ: What does a mask hide?\nA: What comes later,\n   to the right.\n```\n\n## Norms\n\n~~~text\n问：RMSNorm 少了什么？\n答：均值\n~~~\n";
    let found = cards(text);
    let expected = [
        (row("Why divide by the root?", 5, 5), vec![]),
        (row("What does a mask hide?", 8, 9), vec![]),
        (row("RMSNorm 少了什么？", 16, 16), vec!["Norms".to_owned()]),
    ];
    let expected: Vec<CardRow> =
        expected.into_iter().map(|((question, answer), topic)| (question, answer, topic)).collect();
    assert_eq!(found, expected);
}

#[test]
fn code_and_samples_in_fences_are_no_deck() {
    for text in [
        // Code that has labels, and a language.
        "# Menu\n\n```python\nQ: int = 1\nA: int = 2\nQ: int = 3\nA: int = 4\n```\n",
        // A manual that shows how notes are written.
        "# Cardmaker\n\nIt makes cards of notes. Write each pair like this and call it with the file:\n\n```\nQ: What is the capital?\nA: Paris\n```\n\n## Usage\n\nThe program reads each pair and asks it once a day, until it is known.\n",
        // One pair alone, and questions that nothing answers.
        "# One\n\n```\nQ: What is it?\nA: A net\n```\n",
        "# None\n\n```\nQ: What is it?\nQ: Why?\nQ: How?\nA: so\n```\n",
    ] {
        assert_eq!(rows(text), [], "{text}");
    }
}

#[test]
fn lists_of_asciidoc_are_terms_and_questions() {
    let text = "= Cards\n:toc:\n\n== Attention\n\nWhat is a query?::\nA projection that looks.\nWhy several heads?::\n  Each looks elsewhere.\n+\nThey are cheap.\nWhat is a cache?:: Keys of the past.\n\n== Training\n\nWarmup::\nSmall steps first.\n";
    let found = cards(text);
    let topics: Vec<&str> = found.iter().map(|(.., topic)| topic.last().map_or("", String::as_str)).collect();
    assert_eq!(topics, ["Attention", "Attention", "Attention", "Training"]);
    assert_eq!(
        rows(text),
        [
            row("What is a query?", 7, 7),
            row("Why several heads?", 9, 11),
            row("What is a cache?", 12, 12),
            row("Warmup", 17, 17)
        ]
    );
    // Two colons above indented code, and in code.
    for text in [
        "Run it\n======\n\nCall it so::\n\n    run --fast\n\nOr so::\n\n    run --slow\n",
        "use a::b;\nuse c::d;\nimpl a::e for f {}\n",
    ] {
        assert_eq!(rows(text), [], "{text}");
    }
}

#[test]
fn labels_below_titles_ask() {
    for (one, other) in [("1. ", "2. "), ("1️⃣ ", "2️⃣ ")] {
        let text = format!(
            "# Recall\n\n{one}What is the cache for?\nQuestion:\nWhat does it save?\nAnswer:\nKeys of the past.\n{other}Why a mask?\nQuestion:\nDescribe what it hides.\nAnswer:\nWhat comes later.\n"
        );
        let found = cards(&text);
        let expected = [row("What does it save?", 7, 7), row("Describe what it hides.", 12, 12)];
        assert_eq!(rows(&text), expected, "{text}");
        assert!(found[1].2.last().is_some_and(|topic| topic.contains("Why a mask?")), "{found:?}");
    }
    // Numbered questions with labelled answers alone stay what they are.
    let text = "1. What is the cache for?\nAnswer: keys\n2. Why a mask?\nAnswer: no look ahead\n";
    assert_eq!(rows(text), [row("What is the cache for?", 2, 2), row("Why a mask?", 4, 4)]);
}

#[test]
fn exports_of_outlines_as_html_are_read_as_pages() {
    let item = |chapter: usize, number: usize, title: &str, text: &str| {
        format!(
            "<div id=\"outline-{chapter}{number}\" class=\"outline-3\">\n<h3 id=\"org{chapter}{number}\"><span>{chapter}.{number}</span> {title}</h3>\n{text}</div>\n"
        )
    };
    let chapter = |number: usize, name: &str, items: &[String]| {
        let head = format!("<h2 id=\"org{number}\"><span>{number}</span> {name}</h2>");
        format!("<div id=\"outline-{number}\" class=\"outline-2\">\n{head}\n{}</div>\n", items.concat())
    };
    let text = "<div class=\"outline-text-3\">\n<p>\n方差会变大\n</p>\n</div>\n";
    let one = [
        item(1, 1, "注意力为什么要缩放", text),
        item(1, 2, "红黑树是什么", ""),
        item(1, 3, "b+树", ""),
        item(1, 4, "一致性哈希和取模的区别", ""),
    ];
    let other = [item(2, 1, "缓存穿透怎么办", ""), item(2, 2, "学习率", ""), item(2, 3, "为什么要预热", "")];
    let text = chapter(1, "某公司一面", &one) + &chapter(2, "某公司二面", &other);
    let notes = import::read(text.as_bytes(), None, None, None);
    let lines = import::FileLines::of(text.as_bytes());
    let asked: Vec<(usize, &str)> = notes
        .cards
        .iter()
        .map(|card| (lines.of_line(card.faces[0].source.question_line), &*card.faces[0].question))
        .collect();
    let expected = [
        (4, "注意力为什么要缩放"),
        (12, "红黑树是什么"),
        (15, "b+树"),
        (18, "一致性哈希和取模的区别"),
        (24, "缓存穿透怎么办"),
        (27, "学习率"),
        (30, "为什么要预热"),
    ];
    assert_eq!(asked, expected);
    assert_eq!(notes.cards[0].faces[0].answer.trim(), "方差会变大");
}

#[test]
fn a_notebook_with_a_task_is_one_card() {
    let text = "{\n \"cells\": [\n  {\n   \"cell_type\": \"markdown\",\n   \"source\": [\n    \"write a function that reverses a list in place,\\n\",\n    \"without any copy\"\n   ],\n   \"metadata\": {}\n  },\n  {\n   \"cell_type\": \"code\",\n   \"outputs\": [],\n   \"source\": [\n    \"def turn(all):\\n\",\n    \"    all.reverse()\"\n   ],\n   \"metadata\": {}\n  }\n ],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 0\n}\n";
    let expected = [row("write a function that reverses a list in place,\nwithout any copy", 15, 16)];
    assert_eq!(rows(text), expected);
    let course = text.replace("write a function that reverses a list", "first we load the rows of the list");
    assert_eq!(rows(&course), []);
}

#[test]
fn terms_with_what_they_mean_may_be_parted_by_commas() {
    let glosses = "Epoch,one pass over the data\nBatch,\"samples of one step, together\"\nLogit,a score before softmax\n困惑度,平均损失的指数\n";
    for head in ["", "term,definition\n", "Begriff,Bedeutung\n"] {
        let found = rows(&format!("{head}{glosses}"));
        let asked: Vec<&str> = found.iter().map(|(question, _)| question.as_str()).collect();
        assert_eq!(asked, ["Epoch", "Batch", "Logit", "困惑度"], "{head}");
    }
    for text in [
        "Paris,France\nRome,Italy\nBerlin,Germany\nMadrid,Spain\n",
        "1,2\n3,4\n5,6\n7,8\n",
        "When it rains, we stay at home\nIf it snows, we go out to play\nAt night, we are all asleep\nBy day, we work for long hours\n",
        "a,b = c(d)\ne,f = g(h)\ni,j = k(l)\nm,n = o(p)\n",
    ] {
        assert_eq!(rows(text), [], "{text}");
    }
}

#[test]
fn numbered_topics_head_bare_questions() {
    let text = "1. Models\n\n1.1 Attention\n\nWhat is self-attention?\n\nWhy scale by the root?\n\n1.2 Norms\n\nWhere does the norm go?\n\nWhat has RMSNorm not?\n\n2. Training\n\n2.1 Optimisers\n\nWhy warmup?\n\nWhat is weight decay?\n";
    let asked: Vec<(String, String)> = cards(text)
        .into_iter()
        .map(|(question, _, topic)| (question, topic.last().cloned().unwrap_or_default()))
        .collect();
    let expected = [
        ("What is self-attention?", "Attention"),
        ("Why scale by the root?", "Attention"),
        ("Where does the norm go?", "Norms"),
        ("What has RMSNorm not?", "Norms"),
        ("Why warmup?", "Optimisers"),
        ("What is weight decay?", "Optimisers"),
    ];
    assert_eq!(asked.len(), expected.len(), "{asked:?}");
    for ((question, topic), expected) in asked.iter().zip(expected) {
        assert!(question == expected.0 && topic.contains(expected.1), "{asked:?}");
    }
    let text = "1.1 Attention\n\nWhat is self-attention?\nEach token looks.\n\nWhy scale by the root?\nThe variance grows.\n\n1.2 Norms\n\nWhere does the norm go?\nBefore the branch.\n\nWhat has RMSNorm not?\nA mean.\n";
    assert_eq!(
        rows(text),
        [
            row("What is self-attention?", 4, 4),
            row("Why scale by the root?", 7, 7),
            row("Where does the norm go?", 12, 12),
            row("What has RMSNorm not?", 15, 15)
        ]
    );
}

/// Whatever number of dashes parts terms and meanings, with blanks around them or without, and columns with a bar.
#[test]
fn terms_stand_before_dashes_of_any_length_and_bars() {
    let terms = |sign: &str| -> Vec<String> {
        ["dropout", "momentum", "early stopping", "weight decay", "嵌入"]
            .map(|term| format!("{term}{sign}what {term} means in a few words\n"))
            .into()
    };
    for sign in ["--", " -- ", "---", " --- ", "-----", " | "] {
        let found = import::read(terms(sign).concat().as_bytes(), None, None, None).cards;
        assert_eq!(found.len(), 5, "{sign}");
        assert_eq!(&*found[1].faces[0].answer, "what momentum means in a few words", "{sign}");
    }
    let options =
        "cargo build --release\ncargo test --lib\ncargo run --quiet\ngit log --oneline\ngit diff --stat\n";
    assert!(import::read(options.as_bytes(), None, None, None).cards.is_empty());
}
