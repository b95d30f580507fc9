//! Events written as JSON and read back, and lines of other programs.

use super::super::NOTE_MOST;
use super::*;
use crate::progress::note_text;
use proptest::prelude::*;

const AT: &str = r#""at":"2026-11-22T10:00:00.123Z","day":"2026-11-22","card":"pooling""#;

fn event(kind: Kind) -> LogEvent {
    LogEvent {
        at: At::parse("2026-11-22T10:00:00.123Z").unwrap(),
        day: Day::parse("2026-11-22").unwrap(),
        card: "pooling".into(),
        kind,
    }
}

#[test]
fn events_are_written_as_the_design_says_and_read_back() {
    let of = At::parse("2026-11-22T09:00:00.000Z").unwrap();
    let review = Review::new(Grade::Good, "recall", 5400);
    let told = Review {
        confidence: Some(Confidence::Likely),
        points: Some(Points::new(5, [1, 3])),
        ..review.clone()
    };
    for (kind, rest) in [
        (Kind::Review(review), r#""event":"review","grade":"good","mode":"recall","ms":5400"#),
        (
            Kind::Review(told),
            r#""event":"review","grade":"good","mode":"recall","ms":5400,"confidence":"likely","points":5,"missed":[2,4]"#,
        ),
        (Kind::Asked { went: Some(Grade::Hard), place: "".into() }, r#""event":"asked","went":"hard""#),
        (Kind::Asked { went: None, place: "A \"B\" · 2".into() }, r#""event":"asked","place":"A \"B\" · 2""#),
        (
            Kind::Review(Review {
                answer: Some("先说\n\"max\"".into()),
                ..Review::new(Grade::Good, "typed", 5)
            }),
            r#""event":"review","grade":"good","mode":"typed","ms":5,"answer":"先说\n\"max\"""#,
        ),
        (
            Kind::Review(Review {
                answer: Some("14 GB".into()),
                exercise: Some("n = 7".into()),
                ..Review::new(Grade::Good, "numbers", 5)
            }),
            r#""event":"review","grade":"good","mode":"numbers","ms":5,"answer":"14 GB","exercise":"n = 7""#,
        ),
        (
            Kind::Answered(Answered { round: of, ms: 81_000, pace: 180_000, confidence: Confidence::Sure }),
            r#""event":"answered","round":"2026-11-22T09:00:00.000Z","ms":81000,"pace":180000,"confidence":"sure""#,
        ),
        (Kind::Undo { of }, r#""event":"undo","of":"2026-11-22T09:00:00.000Z""#),
        (Kind::Suspend, r#""event":"suspend""#),
        (Kind::Resume, r#""event":"resume""#),
        (Kind::Bury, r#""event":"bury""#),
        (Kind::Flag, r#""event":"flag""#),
        (Kind::Unflag, r#""event":"unflag""#),
        (Kind::Reset, r#""event":"reset""#),
        (Kind::Due { on: Day::parse("2026-12-01").unwrap() }, r#""event":"due","on":"2026-12-01""#),
        (Kind::note("more".to_owned(), "x"), r#""event":"note","text":"more","over":2159201553"#),
        (Kind::Note { text: "说\n\"x\"".into(), over: None }, r#""event":"note","text":"说\n\"x\"""#),
        (Kind::Note { text: "".into(), over: None }, r#""event":"note","text":"""#),
        (Kind::Move { to: "池化\"1\"".into() }, r#""event":"move","from":"pooling","to":"池化\"1\"""#),
        (Kind::Identity { to: "x".into() }, r#""event":"move","from":"pooling","to":"x","cause":"identity""#),
    ] {
        let event = event(kind);
        let json = event.to_json();
        assert_eq!(json, format!("{{{AT},{rest}}}"));
        assert_eq!(parse(json.as_bytes()).unwrap().to_event(), event);
    }
}

#[test]
fn a_plan_is_about_no_card() {
    let date = Some(Day::parse("2026-12-05").unwrap());
    let weights = r#"{"RNN":2.5,"池化":0.0}"#;
    let none = Target { date: None, minutes: 0, weights: "{}".into(), ..Target::default() };
    for (target, rest) in [
        (
            Target { date, minutes: 40, weights: weights.into(), ..Target::default() },
            r#""date":"2026-12-05","minutes":40,"weights":{"RNN":2.5,"池化":0.0}"#,
        ),
        (none, r#""date":null,"minutes":0,"weights":{}"#),
    ] {
        let event = LogEvent { card: "".into(), ..event(Kind::Plan(target)) };
        let json = event.to_json();
        let head = r#"{"at":"2026-11-22T10:00:00.123Z","day":"2026-11-22","event":"plan","#;
        assert_eq!(json, format!("{head}{rest}}}"));
        assert_eq!(parse(json.as_bytes()).unwrap().to_event(), event);
    }
}

#[test]
fn a_note_is_cleaned_and_cut_once() {
    assert!(!note_text("a\u{1b}]0;x\u{7}").contains(['\u{1b}', '\u{7}']));
    for (text, note) in [("\n\n  a\n\n", "  a"), (" \n\t\n", ""), ("", ""), ("a\tb\n\nc ", "a    b\n\nc")] {
        assert_eq!(note_text(text), note, "{text:?}");
    }
    let long = note_text(&"池".repeat(3000));
    assert_eq!((long.len(), long.chars().all(|letter| letter == '池')), (4095, true));
    for text in [&*long, &"👩‍🚀".repeat(900), &"a\t".repeat(4000), "\u{200d}x\u{202e}y"] {
        let once = note_text(text);
        assert_eq!(note_text(&once), once, "what was cleaned stays as it is");
        assert!(once.len() <= NOTE_MOST);
    }
}

#[test]
fn points_beyond_the_most_are_left_out() {
    let points = Points::new(40, [0, 31, 32, 39]);
    assert_eq!((points.count(), points.missed().collect::<Vec<_>>()), (32, vec![0, 31]));
}

/// Rows: the rest of a line that is kept; what this version makes of it.
#[test]
fn what_is_not_understood_is_unknown_not_an_error() {
    let good = KindRef::Review(ReviewOf::new(Grade::Good, "", 0));
    for (rest, kind) in [
        (r#""event":"review","grade":"good""#, good.clone()),
        (r#""event":"review","grade":"good","ms":0,"confidence":[1,{"a":null}]"#, good.clone()),
        (r#" "grade" : "good" , "event":"review","mode":"""#, good.clone()),
        (r#""event":"review","grade":"perfect""#, KindRef::Unknown),
        (r#""event":"review","grade":7"#, KindRef::Unknown),
        (r#""event":"dance","of":12"#, KindRef::Unknown),
        (r#""event":"undo","of":"yesterday""#, KindRef::Unknown),
        (r#""event":"review","grade":"good","confidence":"very","points":"x","missed":[1]"#, good.clone()),
        (r#""event":"plan","date":"soon","minutes":1"#, KindRef::Unknown),
        (r#""event":"move""#, KindRef::Unknown),
        (r#""event":"note""#, KindRef::Unknown),
        (r#""event":"note","text":7"#, KindRef::Unknown),
        (r#""event":"review","grade":"good","text":{"a":1}"#, good.clone()),
        (r#""event":"answered","ms":5,"pace":6,"confidence":"sure""#, KindRef::Unknown),
    ] {
        let json = format!("{{{AT},{rest}}}");
        let event = parse(json.as_bytes()).unwrap_or_else(|| panic!("{json}"));
        assert_eq!((event.at, &event.kind), (At(1_795_341_600_123), &kind), "{json}");
    }
    for json in ["", "{", "[]", "[1,2]", "null", "{\"at\":\"2026\"", "{}x", "{\"card\":\"\u{1}\"}"] {
        assert_eq!(parse(json.as_bytes()), None, "{json}");
    }
    assert_eq!(parse(b"{\"card\":\"\xff\"}"), None);
}

/// Texts as they may stand in a line, with their quotes.
fn any_text() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec!["pooling", "池化", "", "recall", "good", "review", "}", ","]);
    let escaped =
        prop::sample::select(vec![r#"a\"b"#, r"\u4e2d", "a\\\\", "tab\t", "\\x", "\u{1}", "\u{7f}é"]);
    prop_oneof![4 => plain, 1 => escaped].prop_map(|text| format!("\"{text}\""))
}

/// Lines of every kind: as we write them, or with fields in another order, left out, twice or odd,
/// and with anything put in or taken away.
fn any_line() -> impl Strategy<Value = String> {
    let at = prop::sample::select(vec![
        "2026-11-22T10:00:00.123Z",
        "2026-02-30T10:00:00.123Z",
        "2026-11-22T10:00:60.123Z",
        "2026-11-22T10:00:00,123Z",
        "2026-11-22T18:00:00+08:00",
        "0000-01-01T00:00:00.000Z",
        "/026-11-22T10:00:00.123Z",
    ]);
    let day = prop::sample::select(vec!["2026-11-22", "2026-13-01", "2026-1-001", "20261122", "中文中文"]);
    let event = prop_oneof![9 => Just("\"review\"".to_owned()), 1 => any_text()];
    let grade = prop_oneof![
        6 => prop::sample::select(Grade::ALL.to_vec()).prop_map(|grade| format!("\"{}\"", grade.name())),
        1 => any_text(),
    ];
    let ms = prop_oneof![
        4 => (0..1_000_000_000u64).prop_map(|ms| ms.to_string()),
        2 => prop::sample::select(vec!["0", "01", "-1", "1e3", "1.5", "", "10000000000", "null", "\"7\""])
            .prop_map(str::to_owned),
    ];
    let more = prop::sample::select(vec![
        "",
        "",
        "",
        r#","confidence":"likely""#,
        r#","confidence":"very""#,
        r#","confidence":3"#,
        r#","confidence":"no","new":[1,{"a":null}]"#,
        r#","points":5,"missed":[2]"#,
        r#","ms":7"#,
    ]);
    let edit =
        prop::option::of((0..400usize, prop::sample::select(vec!["", " ", "\"", "\\", "0", "}", "\n", "é"])));
    ((at, day, any_text(), event), (grade, any_text(), ms, more), (0..49usize, edit)).prop_map(
        |((at, day, card, event), (grade, mode, ms, more), (swap, edit))| {
            let mut fields = [
                format!(r#""at":"{at}""#),
                format!(r#""day":"{day}""#),
                format!(r#""card":{card}"#),
                format!(r#""event":{event}"#),
                format!(r#""grade":{grade}"#),
                format!(r#""mode":{mode}"#),
                format!(r#""ms":{ms}{more}"#),
            ];
            // Most lines keep their order.
            if swap % 3 == 0 {
                fields.swap(swap % 7, swap / 7);
            }
            let mut line = format!("{{{}}}", fields.join(","));
            if let Some((place, text)) = edit {
                let place = (0..=place % line.len()).rfind(|place| line.is_char_boundary(*place));
                let place = place.unwrap_or_default();
                let after = line[place..].chars().next().map_or(0, char::len_utf8);
                line.replace_range(place..place + after, text);
            }
            line
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_short_way_reads_what_the_general_one_reads(line in any_line()) {
        let short = written_by_us(&line);
        prop_assert!(short.is_none() || short == any_event(&line), "{} {:?}", line, short);
    }
}

#[test]
fn the_short_way_is_taken_by_what_we_write() {
    for (grade, card) in Grade::ALL.into_iter().zip(["pooling", "池化", "a b", ""]) {
        for confidence in Confidence::ALL.into_iter().map(Some).chain([None]) {
            let review = Review { confidence, ..Review::new(grade, "recall", 5400) };
            let event = LogEvent { card: card.into(), ..event(Kind::Review(review)) };
            let json = event.to_json();
            assert_eq!(written_by_us(&json), Some(event.borrowed()), "{json}");
        }
    }
    for ms in ["01", "-1", "1e3", "1.5", "", "10000000000"] {
        let json = format!(r#"{{{AT},"event":"review","grade":"easy","mode":"x","ms":{ms}}}"#);
        assert_eq!(written_by_us(&json), None, "{json}");
    }
}

#[test]
fn interviews_and_what_was_told_of_them_are_written_and_read_back() {
    for (kind, rest) in [
        (
            Kind::Plan(Target {
                date: Day::parse("2026-12-08"),
                hour: TimeOfDay::parse("14:00"),
                minutes: 40,
                weights: r#"{"a":2.0}"#.into(),
                others: r#"[{"date":"2026-12-20","minutes":30,"weights":{}}]"#.into(),
                before: r#"{"date":"2026-12-10","minutes":30,"weights":{}}"#.into(),
            }),
            r#""event":"plan","date":"2026-12-08","minutes":40,"weights":{"a":2.0},"hour":"14:00","others":[{"date":"2026-12-20","minutes":30,"weights":{}}],"before":{"date":"2026-12-10","minutes":30,"weights":{}}"#,
        ),
        (
            Kind::Foretold(Foretold { date: Day(20_800), cards: 31, mean: 274, low: 250, high: 300 }),
            r#""event":"foretold","date":"2026-12-13","cards":31,"mean":27.4,"low":25,"high":30"#,
        ),
    ] {
        let event = LogEvent { card: "".into(), ..event(kind) };
        let json = event.to_json();
        assert_eq!(json, format!("{{{},{rest}}}", AT.split(r#","card""#).next().unwrap()));
        assert_eq!(parse(json.as_bytes()).unwrap().to_event(), event);
    }
}
