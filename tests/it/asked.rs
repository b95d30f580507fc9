//! Reports of real interviews: which cards they ask, noted once, and what no card asks.

use crate::harness::home;
use crate::harness::home::Home;
use serde_json::Value;

const REPORT: &str = "# 某司面经\n\n## 一面 2026-03-02\n\n1. 介绍一下TF-IDF\n2. How does the zebra cross the street?\n\n\
    ## 二面\n\n1. 大模型幻觉\n2. 三类结构：Encoder-only / Decoder-only / Encoder–Decoder？\n";

fn asked(home: &Home) -> Vec<Value> {
    let log: Value =
        serde_json::from_slice(&std::fs::read(home.path("data/progress.json")).unwrap()).unwrap();
    let events = log.as_array().unwrap().iter();
    events.filter(|event| event["event"] == "asked").cloned().collect()
}

#[test]
fn a_report_notes_each_card_once_and_what_no_card_asks_waits_for_an_answer() {
    let home = Home::new();
    let report = home.write("report.md", REPORT);
    let dry = home.json(&["asked", "--from", &report, "--dry-run", "--json"]);
    assert!(!home.path("data/decks").exists(), "a dry run writes nothing");
    let cards: Vec<Option<&str>> = dry.as_array().unwrap().iter().map(|row| row["card"].as_str()).collect();
    assert!(cards[0].is_some() && cards[1].is_none() && cards[2].is_some() && cards[3].is_some(), "{dry:#}");

    let first = home.json(&["asked", "--from", &report, "--json"]);
    assert!(first.as_array().unwrap().iter().filter(|row| row["noted"] == true).count() == 3, "{first:#}");
    let places: Vec<Value> = asked(&home).iter().map(|event| event["place"].clone()).collect();
    assert_eq!(places, ["一面 2026-03-02", "二面", "二面", "一面 2026-03-02"]);
    assert!(asked(&home).iter().all(|event| event.get("went").is_none()));
    let own = home.say(&["cards", "--deck", "my-cards"]);
    assert!(own.contains("zebra"), "{own}");

    // The same report again says nothing new, and the question that waits is known.
    let again = home.json(&["asked", "--from", &report, "--json"]);
    assert!(again.as_array().unwrap().iter().skip(2).all(|row| row["noted"] == false), "{again:#}");
    assert_eq!(home.say(&["cards", "--deck", "my-cards"]), own);
    assert_eq!(asked(&home).iter().filter(|event| event["place"] == "二面").count(), 2);
}

#[test]
fn a_report_asks_even_where_nothing_in_it_proves_a_question() {
    let home = Home::new();
    for (text, count) in
        [("# 面经 某厂 2026-11-20\n\n1. 自我介绍\n", 1), ("# Acme\n\n- lora\n- batch norm\n", 2)]
    {
        let report = home.write("short.md", text);
        let found = home.json(&["asked", "--from", &report, "--dry-run", "--json"]);
        assert_eq!(found.as_array().unwrap().len(), count, "{text}: {found:#}");
    }
    let empty = home.write("empty.md", "");
    assert!(!home.run(&["asked", "--from", &empty]).status.success());
}

#[test]
fn every_line_of_a_report_is_listed_or_named() {
    let home = Home::new();
    for (text, lines) in [
        (
            "# Acme\n\n- they asked me what pooling is for\n- dropout: how does it work?\n- KV cache size\n- why divide by sqrt(d_k)??\n",
            4,
        ),
        ("# Acme\n1) design a recsys\nwhy divide by sqrt(d_k)??\n- KV cache memory?\n", 3),
        ("what is pooling for\n\nKV cache size\n\nwhy is layer norm used?\n", 3),
    ] {
        let report = home.write("lines.md", text);
        let found = home.json(&["asked", "--from", &report, "--dry-run", "--json"]);
        assert_eq!(found.as_array().unwrap().len(), lines, "{text}: {found:#}");
        let said = home.say(&["asked", "--from", &report, "--dry-run"]);
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let words = line.trim_start_matches(|sign: char| !sign.is_alphabetic());
            assert!(said.contains(words), "{line}: {said}");
        }
    }
    let report = home.write(
        "told.md",
        "A few words on the day.\n\nQ: What is zzz?\nA: a sound\n\nQ: What is yyy?\nA: a letter\n",
    );
    let said = home.say(&["asked", "--from", &report, "--dry-run"]);
    assert!(said.contains("A few words on the day."), "{said}");
}

#[test]
fn questions_of_the_same_words_are_one_card_and_hurried_ones_find_theirs() {
    let home = Home::new();
    let report = "# 面经\n\n1. 你的职业规划是什么？\n2. 自我介绍\n3. 手撕：反转链表\n4. 自我介绍。\n";
    let report = home.write("own.md", report);
    home.say(&["asked", "--from", &report]);
    let own = home.say(&["cards", "--deck", "my-cards"]);
    assert_eq!(own.matches("自我介绍").count(), 1, "{own}");
    for _ in 0..2 {
        let again = home.json(&["asked", "--from", &report, "--json"]);
        for row in again.as_array().unwrap() {
            assert!(row["card"].is_string() && row["noted"] == false, "{again:#}");
        }
    }
    assert_eq!(home.say(&["cards", "--deck", "my-cards"]), own);

    let report = "# Acme, round 1\n\n1. what is lora\n2. why is flash attention fast?\n3. pre norm vs post norm\n\
        4. whats your favourite pizza\n5. dropout\n";
    let report = home.write("hurried.md", report);
    let found = home.json(&["asked", "--from", &report, "--dry-run", "--json"]);
    let card = |row: usize| found[row]["card"].as_str().map(str::to_owned);
    assert_eq!(card(0).as_deref(), Some("lora"), "{found:#}");
    let fast = found[1].to_string();
    assert!(fast.contains("flash-attention"), "{found:#}");
    assert_eq!(card(3), None, "{found:#}");
    assert_eq!(card(4).as_deref(), Some("dropout"), "{found:#}");
    let said = home.say(&["asked", "--from", &report, "--dry-run"]);
    assert!(said.contains("= noted   ? not sure   + new"), "{said}");
}

#[test]
fn a_card_can_be_noted_without_saying_how_it_went() {
    let home = Home::new();
    let said = home.say(&["asked", "pooling"]);
    assert!(said.contains("pooling"), "{said}");
    assert_eq!(asked(&home).len(), 1);
    home.say(&["asked", "pooling", "hard"]);
    assert_eq!(asked(&home)[1]["went"], "hard");
    let none = home.run(&["asked"]);
    assert_eq!(none.status.code(), Some(2));
    let both = home.run(&["asked", "pooling", "--from", "x.md"]);
    assert_eq!(both.status.code(), Some(2));
    let missing = home.run(&["asked", "--from", "nowhere.md"]);
    assert!(home::text(&missing.stderr).contains("nowhere.md"));
}

#[test]
fn the_last_thing_done_is_taken_back_whatever_it_was() {
    let home = Home::new();
    let mut minute = 0;
    let mut say = |arguments: &[&str]| {
        minute += 1;
        home.say_at(&format!("2026-11-22T10:{minute:02}:00Z"), arguments)
    };
    let report = home.write("report.md", REPORT);
    say(&["grade", "dropout", "good"]);
    say(&["asked", "--from", &report]);
    say(&["note", "dropout", "mine"]);
    let note = say(&["undo"]);
    assert!(note.starts_with("undone: dropout Your note"), "{note}");
    // A report is one thing, however many cards it asks.
    let asked_for = asked(&home).len();
    let report = say(&["undo"]);
    assert_eq!(report.lines().count(), asked_for, "{report}");
    assert_eq!(say(&["undo", "--redo"]).lines().count(), asked_for);
    say(&["undo"]);
    let grade = say(&["undo"]);
    assert!(grade.starts_with("undone: dropout good"), "{grade}");
    say(&["plan", "--date", "+10d"]);
    let plan = say(&["undo"]);
    assert!(plan.starts_with("undone: plan ("), "{plan}");
}

#[test]
fn a_name_is_not_a_word_of_another_and_what_is_near_is_offered() {
    let home = Home::new();
    let report = "# Acme\n\n1. 梯度裁剪\n2. embedding 怎么训练\n3. 投机采样\n4. 大模型幻觉\n5. 介绍一下 CLIP\n6. 手写 k-means\n\
        7. 周末一般做什么\n8. How are outliers in the activations quantised?\n";
    let report = home.write("names.md", report);
    let found = home.json(&["asked", "--from", &report, "--dry-run", "--json"]);
    let offered = |row: usize| -> Vec<&str> {
        found[row]["perhaps"].as_array().unwrap().iter().map(|card| card.as_str().unwrap()).collect()
    };
    assert_eq!(found[0]["card"], "gradient-clipping", "{found:#}");
    assert_ne!(found[1]["card"], "matryoshka");
    assert!(found[1]["card"] == "rag-embeddings" || offered(1).contains(&"rag-embeddings"), "{found:#}");
    assert!(offered(2).contains(&"speculative-decoding") || found[2]["card"] == "speculative-decoding");
    assert_eq!(found[3]["card"], "hallucination");
    assert!(found[4]["card"] == "clip" || offered(4).contains(&"clip"), "{found:#}");
    // Code is asked for, and no card gives it.
    assert!(found[5]["card"].is_null(), "{found:#}");
    assert!(found[6]["card"].is_null() && offered(6).is_empty(), "{found:#}");
    assert_eq!(found[7]["card"], "activation-outliers", "{found:#}");
    assert!(found.as_array().unwrap().iter().all(|row| row["perhaps"].as_array().unwrap().len() <= 3));
}

#[test]
fn what_is_not_sure_is_chosen_by_its_line_and_number() {
    let home = Home::new();
    let report = home.write("round.md", "# Acme\n\n1. embedding 怎么训练\n2. RNN 为什么难训练\n");
    let found = home.json(&["asked", "--from", &report, "--dry-run", "--json"]);
    let rows = found.as_array().unwrap();
    let doubtful = rows.iter().find(|row| !row["choices"].as_array().unwrap().is_empty());
    let doubtful = doubtful.unwrap_or_else(|| panic!("{found:#}"));
    let choice = doubtful["choices"][0]["choose"].as_str().unwrap();
    let (line, _) = choice.split_once(':').unwrap();
    assert_eq!(line, doubtful["line"].to_string());
    let said = home.say(&["asked", "--from", &report, "--dry-run"]);
    assert!(said.contains(choice) && said.contains("--choose"), "{said}");

    // Nothing of it is noted before it was chosen, and then once.
    home.say(&["asked", "pooling"]);
    let card = doubtful["choices"][0]["card"].as_str().unwrap();
    let is_noted = || asked(&home).iter().filter(|event| event["card"] == card).count();
    home.say(&["asked", "--from", &report]);
    assert_eq!(is_noted(), 0);
    for _ in 0..2 {
        let told = home.json(&["asked", "--from", &report, "--choose", choice, "--json"]);
        assert!(told.to_string().contains(card), "{told:#}");
        assert_eq!(is_noted(), 1);
    }
    for (wrong, why) in
        [(format!("{line}:9"), "no card 9"), ("1:1".to_owned(), "line 1"), ("x".to_owned(), "12:1")]
    {
        let output = home.run(&["asked", "--from", &report, "--choose", &wrong]);
        let said = home::text(&output.stderr);
        assert!(!output.status.success() && said.contains(why), "{wrong}: {said}");
    }

    // None of them: it waits for an answer like any question that no card asks.
    home.say(&["asked", "--from", &report, "--choose", &format!("{line}:0")]);
    let own = home.say(&["cards", "--deck", "my-cards"]);
    assert!(own.contains(doubtful["question"].as_str().unwrap().split(' ').next().unwrap()), "{own}");
}

#[test]
fn a_table_with_an_interview_a_row_is_a_report() {
    let home = Home::new();
    let table = "# 面经\n\n| 公司 | 轮次 | 问题 | 我的回答 |\n|---|---|---|---|\n| 甲厂 | 一面 | 介绍一下TF-IDF | 词频乘逆文档频率 |\n\
        | 乙厂 | 二面 | 手撕：反转链表 | 没写完 |\n";
    let report = home.write("table.md", table);
    let said = home.say(&["asked", "--from", &report]);
    assert!(said.contains("词频乘逆文档频率") && said.contains("line 5 is left out"), "{said}");
    let events = asked(&home);
    let mut noted: Vec<&str> = events.iter().filter_map(|event| event["place"].as_str()).collect();
    noted.sort_unstable();
    assert_eq!(noted, ["乙厂 · 二面", "甲厂 · 一面"], "{said}");
    assert!(events.iter().any(|event| event["card"] == "tf-idf"));
}

#[test]
fn what_plainly_asks_nothing_is_left_out_and_what_is_noted_is_counted_and_taken_back() {
    let home = Home::new();
    let report = "# Acme\n\n- dropout\n- Recruiter: Anna, very kind\n- Result: waiting\n- [图片]\n- 谢谢大佬\n- 反问\n\
        - Salary: 30k\n- 下周三二面\n- 周末一般做什么\n- whats your favourite pizza\n- whats your favourite pizza\n";
    let report = home.write("remarks.md", report);
    let said = home.say(&["asked", "--from", &report, "--dry-run"]);
    assert_eq!(said.matches("is left out").count(), 7, "{said}");
    assert!(said.contains("3 would be noted, new questions for “My cards” among them: 2"), "{said}");
    let said = home.say(&["asked", "--from", &report]);
    assert!(said.contains("3 noted, new questions for “My cards” among them: 2"), "{said}");
    assert_eq!(asked(&home).len(), 3);
    let own = home.say(&["cards", "--deck", "my-cards"]);
    assert!(
        own.contains("pizza") && own.contains("周末") && !own.contains("谢谢") && !own.contains("Anna"),
        "{own}"
    );
    assert_eq!(home.say(&["undo"]).lines().count(), 3);
}

#[test]
fn a_sure_question_is_changed_or_left_out() {
    let home = Home::new();
    let report = home.write("sure.md", "# Acme\n\n1. 介绍一下TF-IDF\n2. whats your favourite pizza\n");
    let card = |choices: &[&str]| {
        let choices = choices.iter().flat_map(|choice| ["--choose", choice]);
        let arguments: Vec<&str> =
            ["asked", "--from", &report, "--dry-run", "--json"].into_iter().chain(choices).collect();
        let found = home.json(&arguments);
        (found[0]["card"].as_str().map(str::to_owned), found[0]["added"] == true, found[1]["added"] == true)
    };
    let tf_idf = Some("tf-idf".to_owned());
    assert_eq!(card(&[]), (tf_idf.clone(), false, true));
    assert_eq!(card(&["3:1"]), (tf_idf, false, true));
    assert_eq!(card(&["3:0"]), (None, true, true));
    assert_eq!(card(&["3:x", "4：X"]), (None, false, false));
    home.say(&["asked", "--from", &report, "--choose", "3:x", "--choose", "4:x"]);
    let log = std::fs::read_to_string(home.path("data/progress.json")).unwrap_or_default();
    assert!(!log.contains("asked") && !home.path("data/decks").exists(), "nothing is left to note");
    let none = home.run(&["asked", "--from", &report, "--choose", "4:1"]);
    assert!(home::text(&none.stderr).contains("line 4"), "{}", home::text(&none.stderr));
}
