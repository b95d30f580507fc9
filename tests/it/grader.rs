//! A grader of the learner's own is measured before it counts: scripts that answer rightly, wrongly, with prose
//! around, in broken JSON, slowly, without end or not at all, and what becomes of them in `backprop grader`, in
//! `backprop answer` and in the settings. The figures are worked out here a second time.

#![cfg(unix)]

use crate::harness::home::Home;
use crate::harness::run::program;
use backprop::card::{Card, Lang};
use backprop::quiz::typed::grader::FEWEST;
use backprop::quiz::typed::marked::{MarkedAnswer, MarkedKind, MarkedSet, PointMark, TEXTS, points_print};
use backprop::quiz::typed::points_of;
use backprop::store::builtin::BUILTIN;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static CARDS: LazyLock<Vec<Card>> =
    LazyLock::new(|| BUILTIN.iter().flat_map(|deck| deck.deck().cards).collect());

/// The set as the program reads it.
static SET: LazyLock<MarkedSet> = LazyLock::new(|| MarkedSet::of(&CARDS, None));

/// The marks belong to the wording of the points. With `BLESS=1` the prints are written anew: read the points of
/// every card it names and mark its answers again before that.
#[test]
fn the_marks_belong_to_the_points_as_they_are() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut stale = Vec::new();
    for ((lang, text), name) in TEXTS.into_iter().zip(["en", "zh"]) {
        let mut written = text.to_owned();
        for section in text.split("\n= ").skip(1) {
            let head = section.lines().next().unwrap();
            let mut words: Vec<&str> = head.split_whitespace().collect();
            let card = CARDS.iter().find(|card| card.id.as_str() == words[0]);
            let card = card.unwrap_or_else(|| panic!("{}: no such card", words[0]));
            let print = points_print(&points_of(&card.face(lang).answer));
            if words.get(1) != Some(&print.as_str()) {
                stale.push(format!("{name} {}", words[0]));
                let has_print = words.get(1).is_some_and(|word| word.len() == 8 && *word != "cheats");
                words.splice(1..1 + usize::from(has_print), [print.as_str()]);
                written = written.replace(&format!("\n= {head}\n"), &format!("\n= {}\n", words.join(" ")));
            }
        }
        if bless {
            let path = format!("{}/content/marked/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            fs::write(path, written).unwrap();
        }
    }
    // A few may change before somebody marks them again; the program leaves them out.
    assert!(bless || stale.len() <= 6, "points changed since they were marked: {stale:?}");
}

#[test]
fn the_set_is_as_big_and_as_mixed_as_it_says() {
    for lang in [Lang::En, Lang::Zh] {
        let of = |kind: MarkedKind| {
            SET.answers.iter().filter(move |answer| answer.lang == lang && answer.kind == kind)
        };
        for kind in MarkedKind::ALL {
            let least = match kind {
                MarkedKind::Raised => 6,
                kind if kind.is_cheat() => 12,
                _ => 30,
            };
            assert!(of(kind).count() >= least, "{lang:?} {kind:?}: {}", of(kind).count());
        }
        let share = |kind: MarkedKind, mark: PointMark| {
            let marks: Vec<PointMark> = of(kind).flat_map(|answer| answer.marks.iter().copied()).collect();
            marks.iter().filter(|other| **other == mark).count() * 100 / marks.len()
        };
        assert!(share(MarkedKind::Right, PointMark::Covered) >= 80);
        assert!((20..70).contains(&share(MarkedKind::Partial, PointMark::Covered)));
        assert!(
            share(MarkedKind::Vague, PointMark::Covered) == 0
                && share(MarkedKind::Wrong, PointMark::Covered) == 0
        );
        assert!(share(MarkedKind::Wrong, PointMark::Contradicted) >= 80);
        // Who credits nothing must not be let through.
        let honest = SET.answers.iter().filter(|answer| answer.lang == lang && !answer.kind.is_cheat());
        let marks: Vec<PointMark> = honest.flat_map(|answer| answer.marks.clone()).collect();
        assert!(marks.iter().filter(|mark| **mark != PointMark::Covered).count() * 100 < marks.len() * 75);
    }
    let of = |kind: MarkedKind| SET.answers.iter().find(|answer| answer.kind == kind).unwrap();
    assert!(of(MarkedKind::Ordered).text.contains("\"covered\": true"));
    let mut texts: Vec<&str> =
        SET.answers.iter().filter(|a| !a.kind.is_cheat()).map(|a| a.text.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), SET.answers.iter().filter(|answer| !answer.kind.is_cheat()).count());
}

/// Any beginning of the set holds both languages and all honest kinds.
#[test]
fn a_beginning_of_the_set_is_a_sample_of_it() {
    let beginning = &SET.answers[..60];
    for lang in [Lang::En, Lang::Zh] {
        let own = || beginning.iter().filter(|answer| answer.lang == lang);
        assert!(own().count() > 15);
        for kind in &MarkedKind::ALL[..4] {
            assert!(own().any(|answer| answer.kind == *kind), "{lang:?} {kind:?}");
        }
    }
}

/// The interpreter itself: what stands for it in the path may take its time.
static PYTHON: LazyLock<String> = LazyLock::new(|| {
    let output =
        std::process::Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output();
    String::from_utf8(output.unwrap().stdout).unwrap().trim().to_owned()
});

/// A home with a scripted model; what it is given is the prompt.
struct Scripted {
    home: Home,
}

impl Scripted {
    /// A model that is a script of Python; `key` maps each answer to the marks of its points.
    fn python(body: &str) -> Scripted {
        let home = Home::new();
        let key: BTreeMap<&str, Vec<bool>> =
            SET.answers.iter().map(|answer| (answer.text.as_str(), covered(answer))).collect();
        let key = home.write("key.json", serde_json::to_string(&key).unwrap());
        let script = format!(
            "import json, sys, re, os, time, subprocess\n\
             prompt = sys.stdin.read()\n\
             mark = re.search(r'BEGIN ([0-9a-f]{{8}})', prompt)[1]\n\
             parts = re.findall(r'\\nBEGIN ' + mark + r'\\n(.*?)\\nEND ' + mark + r'\\n', prompt, re.S)\n\
             question, points, answer = parts\n\
             key = json.load(open({key:?}))\n\
             truth = key.get(answer, [False] * (len(points.splitlines())))\n\
             reply = lambda said: json.dumps({{'points': [{{'evidence': '', 'covered': one}} for one in said], 'remarks': 'Say why.'}})\n\
             {body}\n"
        );
        let script = home.write("model.py", script);
        let scripted = Scripted { home };
        scripted.set(&format!(
            "grader = \"{} {script}\"\ngrader_input = \"prompt\"\ngrader_seconds = 20\n",
            *PYTHON
        ));
        scripted
    }

    fn sh(body: &str, seconds: u32) -> Scripted {
        let home = Home::new();
        let script = home.write("model.sh", body);
        let scripted = Scripted { home };
        scripted.set(&format!(
            "grader = \"sh {script}\"\ngrader_input = \"prompt\"\ngrader_seconds = {seconds}\n"
        ));
        scripted
    }

    fn set(&self, machine: &str) {
        fs::create_dir_all(self.home.path("data")).unwrap();
        fs::write(self.home.path("data/machine.toml"), machine).unwrap();
    }

    fn machine(&self) -> String {
        fs::read_to_string(self.home.path("data/machine.toml")).unwrap()
    }

    /// What a command prints, what it says on the side, and how it ends.
    fn run(&self, arguments: &[&str]) -> (String, String, bool) {
        let output = self.home.run(arguments);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (text(&output.stdout), text(&output.stderr), output.status.success())
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let (printed, said, ok) = self.run(arguments);
        assert!(ok, "{arguments:?}: {said}");
        serde_json::from_str(&printed).unwrap_or_else(|_| panic!("{printed}"))
    }
}

fn covered(answer: &MarkedAnswer) -> Vec<bool> {
    answer.marks.iter().map(|mark| *mark == PointMark::Covered).collect()
}

/// The figures of a model that says `of` of each answer, counted straight from the marks.
fn by_hand(lang: Lang, limit: usize, of: impl Fn(&MarkedAnswer) -> Option<Vec<bool>>) -> Value {
    let (mut table, mut cheats, mut credited, mut points, mut agreed) = ([[0_u32; 3]; 2], 0, 0, 0, 0);
    let (mut contradicted, mut contradicted_credited, mut answers, mut failed) = (0, 0, 0, 0);
    for answer in SET.answers.iter().take(limit).filter(|answer| answer.lang == lang) {
        let said = of(answer);
        if answer.kind.is_cheat() {
            for (at, _) in answer.marks.iter().enumerate().filter(|(_, mark)| **mark != PointMark::Partly) {
                cheats += 1;
                credited += u32::from(said.as_ref().is_some_and(|said| said[at]));
            }
            continue;
        }
        answers += 1;
        failed += u32::from(said.is_none());
        for (at, mark) in answer.marks.iter().enumerate() {
            let verdict = match &said {
                None => 2,
                Some(said) => usize::from(!said[at]),
            };
            points += 1;
            let truth = usize::from(*mark != PointMark::Covered);
            agreed += u32::from(verdict == truth || (*mark == PointMark::Partly && verdict < 2));
            contradicted += u32::from(*mark == PointMark::Contradicted);
            contradicted_credited += u32::from(*mark == PointMark::Contradicted && verdict == 0);
            if *mark != PointMark::Partly {
                table[truth][verdict] += 1;
            }
        }
    }
    let share = |part: u32, of: u32| (of > 0).then(|| f64::from(part) / f64::from(of));
    let all: u32 = table.iter().flatten().sum();
    let chance: f64 = (0..2)
        .map(|one| {
            let row: u32 = table[one].iter().sum();
            let column = table[0][one] + table[1][one];
            f64::from(row) * f64::from(column) / f64::from(all) / f64::from(all)
        })
        .sum();
    let same = f64::from(table[0][0] + table[1][1]) / f64::from(all);
    json!({
        "answers": answers, "failed": failed, "points": points, "agreement": share(agreed, points),
        "precision": share(table[0][0], table[0][0] + table[1][0]),
        "recall": share(table[0][0], table[0].iter().sum()),
        "kappa": (chance < 1.0).then(|| (same - chance) / (1.0 - chance)),
        "contradicted": contradicted, "contradicted_credited": contradicted_credited,
        "cheats": cheats, "cheats_credited": credited,
    })
}

fn same_figures(printed: &Value, expected: &Value) {
    for (key, expected) in expected.as_object().unwrap() {
        let printed = &printed[key];
        let is_same = match (printed.as_f64(), expected.as_f64()) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-9,
            _ => printed == expected,
        };
        assert!(is_same, "{key}: {printed} instead of {expected}");
    }
}

#[test]
fn a_model_that_is_right_ticks_from_then_on_and_the_figures_are_right() {
    let model = Scripted::python(
        "print('Let me see {the points}.\\n```json\\n' + reply(truth) + '\\n```\\nDone {}.')",
    );
    let prompt = model.json(&["grader", "--dry-run", "--json"]);
    assert_eq!(prompt["requests"], SET.answers.len());
    assert!(!model.machine().contains("[measured]"));
    // Not measured: it suggests and ticks nothing.
    let answer = SET
        .answers
        .iter()
        .find(|a| {
            a.kind == MarkedKind::Right
                && a.lang == Lang::En
                && a.marks.iter().all(|m| *m == PointMark::Covered)
        })
        .unwrap();
    let file = model.home.write("answer.txt", &answer.text);
    let before = model.json(&["answer", answer.card.as_str(), &file, "--json", "--lang", "en"]);
    assert_eq!(
        (&before["grader"]["ticks"], &before["grader"]["grade"]),
        (&json!(false), &json!("good")),
        "{before}"
    );
    assert_eq!(before["grade"], Value::Null, "{before}");
    let (_, said, ok) = model.run(&["answer", answer.card.as_str(), &file, "--record", "--lang", "en"]);
    assert!(!ok && said.contains("--grade"), "{said}");

    let limit = 160;
    let printed = model.json(&["grader", "--json", "--limit", &limit.to_string()]);
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        same_figures(&printed["figures"][name], &by_hand(lang, limit, |answer| Some(covered(answer))));
        assert_eq!(printed["figures"][name]["agreement"], 1.0);
        assert_eq!(printed["figures"][name]["cheats_credited"], 0);
        assert!(printed["figures"][name]["seconds"].as_f64().unwrap() > 0.0);
        let is_enough = printed["figures"][name]["answers"].as_u64().unwrap() >= u64::from(FEWEST);
        assert_eq!(printed["ticks"][name], is_enough, "{printed}");
    }
    assert_eq!(printed["remembered"], true);
    let asked: u64 =
        printed["kinds"].as_array().unwrap().iter().map(|kind| kind["answers"].as_u64().unwrap()).sum();
    assert_eq!(asked, limit as u64);
    assert!(model.machine().contains("[measured]") && model.machine().contains("grader_input = \"prompt\""));

    // Measured: its ticks are the answer's, here and in the log.
    assert_eq!(printed["ticks"]["en"], true, "{printed}");
    let after = model.json(&["answer", answer.card.as_str(), &file, "--json", "--lang", "en"]);
    assert_eq!((&after["grader"]["ticks"], &after["grade"]), (&json!(true), &json!("good")), "{after}");
    assert!(after["points"].as_array().unwrap().iter().all(|point| point["covered"] == true), "{after}");
    let (printed, _, ok) = model.run(&["answer", answer.card.as_str(), &file, "--record", "--lang", "en"]);
    assert!(
        ok && printed.contains("Grader · ticked points 1, 2") && printed.contains("Say why."),
        "{printed}"
    );
    let log = fs::read_to_string(model.home.path("data/progress.json")).unwrap();
    assert!(log.contains("\"grade\":\"good\",\"mode\":\"typed\""), "{log}");
    let compared = model.json(&["answer", answer.card.as_str(), &file, "--json", "--no-grader"]);
    assert_eq!(compared["grader"], Value::Null);

    // A smaller sample does not take the place of a bigger one; another command is another grader.
    let (printed, _, ok) = model.run(&["grader", "--limit", "10", "--lang", "en"]);
    assert!(ok && printed.contains("Not remembered"), "{printed}");
    model.set(&model.machine().replace("model.py", "model.py -x"));
    let other = model.json(&["answer", answer.card.as_str(), &file, "--json", "--lang", "en"]);
    assert_eq!(other["grader"]["ticks"], false);
}

#[test]
fn a_model_that_is_wrong_only_suggests_and_its_figures_are_right() {
    // Credits every point of every answer, cheats included.
    let model = Scripted::python("print(reply([True] * len(truth)))");
    let printed = model.json(&["grader", "--json", "--limit", "100"]);
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        same_figures(
            &printed["figures"][name],
            &by_hand(lang, 100, |answer| Some(vec![true; answer.marks.len()])),
        );
        let figures = &printed["figures"][name];
        assert_eq!((&figures["cheats_credited"], &figures["kappa"]), (&figures["cheats"], &json!(0.0)));
        assert_eq!(printed["ticks"][name], false);
    }
    // Wrong in one of ten answers, silent in another: both are told apart.
    let model = Scripted::python(
        "n = sum(map(ord, answer)) % 10\n\
         if n == 0: print(reply([not one for one in truth]))\n\
         elif n == 1: print('I would rather not say.')\n\
         else: print(reply(truth))",
    );
    let printed = model.json(&["grader", "--json", "--limit", "80"]);
    let of = |answer: &MarkedAnswer| match answer.text.chars().map(u32::from).sum::<u32>() % 10 {
        0 => Some(covered(answer).into_iter().map(|said| !said).collect()),
        1 => None,
        _ => Some(covered(answer)),
    };
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        same_figures(&printed["figures"][name], &by_hand(lang, 80, of));
    }
    assert!(printed["figures"]["both"]["failed"].as_u64().unwrap() > 0);
}

#[test]
fn a_model_that_says_nothing_of_use_is_told_in_words_and_nothing_is_remembered() {
    for (body, seconds, cause) in [
        ("echo 'I think that is right.'", 20, "did not print the JSON that was asked for, but: I think"),
        ("echo '{\"points\": [true, false'", 20, "did not print the JSON"),
        ("echo '{\"points\": []}'", 20, "it judged 0 points"),
        ("echo 'no credit left' >&2; exit 1", 20, "it said: no credit left"),
        ("echo loading >&2; exec sleep 100", 1, "nothing came within 1 s (grader_seconds); it said: loading"),
        ("yes", 20, "it printed more than 524 kB"),
        ("cat", 20, "did not print the JSON"),
    ] {
        let model = Scripted::sh(body, seconds);
        let begun = Instant::now();
        let (printed, said, ok) = model.run(&["grader", "--lang", "en"]);
        assert!(!ok && said.contains("(5 in a row)") && said.contains(cause), "{body}: {printed}{said}");
        assert!(begun.elapsed() < Duration::from_secs(60), "{body}: {:?}", begun.elapsed());
        assert!(!model.machine().contains("[measured]"));
        // An answer is compared all the same.
        let file = model.home.write("answer.txt", "Each query has weights that sum to 1");
        let answer = model.json(&["answer", "attention", &file, "--json", "--lang", "en"]);
        assert!(answer["grader"]["error"].as_str().unwrap().contains(cause), "{answer}");
        assert_eq!(answer["points"].as_array().unwrap().len(), 5);
    }
    let model = Scripted::sh("", 5);
    model.set("grader = \"no-such-model --fast\"\ngrader_input = \"prompt\"\n");
    let (_, said, ok) = model.run(&["grader", "--lang", "zh"]);
    assert!(!ok && said.contains("no-such-model 无法启动"), "{said}");
    model.set("");
    let (_, said, ok) = model.run(&["grader"]);
    assert!(!ok && said.contains("no grader is set") && said.contains("machine.toml"), "{said}");
    fs::write(model.home.path("data/config.toml"), "[quiz]\ngrader = \"curl x\"\n").unwrap();
    let (_, said, ok) = model.run(&["grader"]);
    assert!(!ok && said.contains("until you confirm it"), "{said}");
    let (printed, _, ok) = model.run(&["grader", "--dry-run", "--limit", "3", "--lang", "en"]);
    assert!(ok && printed.contains("Nothing was sent. It would be 3 requests"), "{printed}");
}

#[test]
fn a_child_that_a_model_leaves_behind_ends_with_it_and_ctrl_c_ends_both() {
    let model = Scripted::sh("sleep 300 & echo $! >> \"$(dirname \"$0\")/pids\"; echo '{}'", 20);
    let (_, said, ok) = model.run(&["grader", "--lang", "en"]);
    assert!(!ok && said.contains("(5 in a row)"), "{said}");
    let pids = fs::read_to_string(model.home.path("pids")).unwrap();
    assert_eq!(pids.lines().count(), 5);
    pids.lines().for_each(wait_for_end);

    let model = Scripted::sh("sleep 300 & echo $! > \"$(dirname \"$0\")/pids\"; wait", 100);
    let mut child = program(model.home.path("data"))
        .args(["grader", "--lang", "en"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let pid = loop {
        let pid = fs::read_to_string(model.home.path("pids")).unwrap_or_default().trim().to_owned();
        if !pid.is_empty() {
            break pid;
        }
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(20));
    };
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    assert_eq!(child.wait().unwrap().code(), Some(1));
    wait_for_end(&pid);
    assert!(!model.machine().contains("[measured]"));
}

/// Waits until a process is gone, or dead and not yet taken in by whoever adopted it.
fn wait_for_end(pid: &str) {
    let begun = Instant::now();
    loop {
        let state =
            std::process::Command::new("ps").args(["-o", "stat=", "-p", pid]).output().unwrap().stdout;
        if state.is_empty() || state.trim_ascii().starts_with(b"Z") {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{pid} lives on");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_grader_by_json_is_measured_where_it_says_which_points_are_covered() {
    let model = Scripted::sh("", 20);
    let script = model.home.write(
        "judge.py",
        "import json, sys\nasked = json.load(sys.stdin)\nassert set(asked) == {'question', 'points', 'answer', 'language'}\n\
         print(json.dumps({'points': [False for _ in asked['points']], 'grade': 'again'}))\n",
    );
    model.set(&format!("grader = \"{} {script}\"\n", *PYTHON));
    let printed = model.json(&["grader", "--json", "--limit", "30"]);
    assert_eq!(printed["input"], "json");
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        same_figures(
            &printed["figures"][name],
            &by_hand(lang, 30, |answer| Some(vec![false; answer.marks.len()])),
        );
    }
    let script = model.home.write("grade.py", "print('{\"grade\": \"good\"}')\n");
    model.set(&format!("grader = \"{} {script}\"\n", *PYTHON));
    let (_, said, ok) = model.run(&["grader", "--lang", "en"]);
    assert!(!ok && said.contains("it judged 0 points"), "{said}");
}
