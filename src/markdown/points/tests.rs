//! Answers and their points, row by row.

use super::*;

#[test]
fn points_are_items_or_enumerated_lines() {
    type Row<'a> = (&'a str, &'a [(usize, usize, &'a str)]);
    let rows: &[Row<'_>] = &[
        ("前言：\n- 甲\n  续\n- 乙\n\n后记", &[(1, 2, "甲\n续"), (3, 3, "乙")]),
        ("1. 甲\n   - 子\n2. 乙", &[(0, 1, "甲\n- 子"), (2, 2, "乙")]),
        ("- [x] 甲\n- [ ] 乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("（1） 甲\n（2）乙\n续", &[(0, 0, "甲"), (1, 2, "乙\n续")]),
        ("说\n(1)甲\n\n解\n(2)乙\n\n后记", &[(1, 3, "甲\n\n解"), (4, 4, "乙")]),
        ("1）甲\n2）乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("1.甲\n2.乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("1、甲\n3、丙", &[(0, 0, "甲"), (1, 1, "丙")]),
        ("①甲\n②乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("一、甲\n二、乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("（一）甲\n（二）乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("a) 甲\nb) 乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("核心：\n第一步：甲1）子2）子\n第二步：乙", &[(1, 1, "甲1）子2）子"), (2, 2, "乙")]),
        ("第一，甲\n第二，乙", &[(0, 0, "甲"), (1, 1, "乙")]),
        ("Step 1: a\nStep 2: b", &[(0, 0, "a"), (1, 1, "b")]),
        ("**（1）甲**：x\n**（2）** 乙", &[(0, 0, "**甲**：x"), (1, 1, "乙")]),
        ("### （1）甲\nx\n### （2）乙\ny", &[(0, 1, "甲\nx"), (2, 2, "乙")]),
        ("（1）甲\n- 子\n- 子\n\n（2）乙", &[(0, 3, "甲\n- 子\n- 子"), (4, 4, "乙")]),
        ("第一步：甲\n1）子\n2）子\n第二步：乙", &[(0, 2, "甲\n1）子\n2）子"), (3, 3, "乙")]),
        ("（1）只有一个", &[]),
        ("（2）甲\n（3）乙", &[]),
        ("1.5 倍\n2.5 倍", &[]),
        ("```\n1）甲\n2）乙\n```", &[]),
        ("```\n- 甲\n- 乙\n```", &[]),
        ("首先，甲\n其次，乙", &[]),
        ("", &[]),
    ];
    for (source, expected) in rows {
        let found = points(source);
        let found: Vec<_> = found.iter().map(|p| (p.first_line, p.last_line, p.text.as_str())).collect();
        assert_eq!(found, *expected, "{source:?}");
    }
}

/// A text is parsed once, with what stands below its points: that changes none of them.
/// Rows: an answer with several lists, and its points.
#[test]
fn points_of_several_lists_are_those_of_each() {
    for (source, expected) in [
        ("原因：\n（1）a\n（2）b\n解决：\n（1）c\n（2）d\n（3）e\n", &["a", "b", "c", "d", "e"][..]),
        ("原因\n1、a\n2、b\n解决办法\n1、c\n2、d\n", &["a", "b", "c", "d"]),
        ("Causes:\n1) a\n2) b\n\n**Remedies**\n1) c\n2) d\n3) e\n", &["a", "b", "c", "d", "e"]),
        ("Pros:\n- a\n- b\n\nCons:\n- c\n- d\n", &["a", "b", "c", "d"]),
        ("Pros:\n- a\n- b\nCons:\n- c\n- d\n", &["a", "b", "c", "d"]),
        ("优点：\n1. a\n2. b\n缺点：\n1. c\n2. d\n3. e\n", &["a", "b", "c", "d", "e"]),
        ("### 优点\n- a\n- b\n\n### 缺点\n- c\n", &["a", "b", "c"]),
        ("**Why**\n\n* a\n  more of a\n* b\n\n**How**\n\n* c\n* d\n", &["a\nmore of a", "b", "c", "d"]),
        ("Before:\n① a\n② b\nAfter:\n① c\n② d\n", &["a", "b", "c", "d"]),
        // A list within a point is a part of it.
        ("1、a\n2、b\n  1、x\n  2、y\n3、c\n", &["a", "b\n1、x\n2、y", "c"]),
        ("1、a：\n（1）x\n（2）y\n2、b：\n（1）z\n（2）w\n", &["a：\n（1）x\n（2）y", "b：\n（1）z\n（2）w"]),
        ("- a\n\nAbout a.\n\n- b\n", &["a\n\nAbout a.", "b"]),
        ("（1）a\n说明：它很大。\n（2）b\n", &["a\n说明：它很大。", "b"]),
    ] {
        let found: Vec<String> = written_points(source).into_iter().map(|point| point.text).collect();
        assert_eq!(found, expected, "{source}");
    }
}

#[test]
fn points_do_not_depend_on_the_sections_below() {
    let above = |source: &str| match crate::markdown::section_lines(source).first() {
        Some((first, _)) => source.lines().take(*first).collect::<Vec<_>>().join("\n"),
        None => source.to_owned(),
    };
    let labels = ["Bonus:\n\n- **C**: c", "**误区**：甲 → 乙", "## Sources\nX `a", "Follow-ups: $x"];
    for answer in
        ["- a\n- b", "- a\n- b\n", "（1）a\n（2）b", "a\n\n1. b\n2. c\n   d", "a $b", "`a", "[a]: b\n- c"]
    {
        for label in labels {
            for gap in ["\n", "\n\n", "\n\n\n"] {
                let source = format!("{answer}{gap}{label}");
                assert_eq!(core_points(&source), points_in(&above(&source)), "{source:?}");
            }
        }
    }
}

#[test]
fn enumerators_are_clear() {
    for (line, expected) in [
        ("（12） x", Some(12)),
        ("十二、x", Some(12)),
        ("二十、x", Some(20)),
        ("⑩x", Some(10)),
        ("2\u{fe0f}\u{20e3} x", Some(2)),
        ("第3点：x", Some(3)),
        ("(b) x", Some(2)),
        ("一般来说", None),
        ("第一重要的：x", None),
        ("2021.5", None),
        ("a.b", None),
        ("f(x)", None),
    ] {
        assert_eq!(enumerator(line).map(|e| e.number), expected, "{line}");
    }
}
