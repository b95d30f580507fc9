//! Units as people type them, row by row.

use super::*;

/// Rows: what was typed behind a number, the unit asked for, how many of that one of it is.
#[test]
fn units_are_told_apart_and_turned_into_each_other() {
    for (written, asked, factor) in [
        ("GB", "GB", Some(1.0)),
        ("gb", "GB", Some(1.0)),
        ("Gb", "GB", Some(0.125)),
        ("Gbit", "GB", Some(0.125)),
        ("gigabit", "GB", Some(0.125)),
        ("Gib", "GiB", Some(0.125)),
        ("GB", "Gbit", Some(8.0)),
        ("Mbps", "MB/s", Some(0.125)),
        ("GBps", "GB/s", Some(1.0)),
        ("gbps", "Gbit/s", Some(1.0)),
        ("TB/s", "GB/s", Some(1000.0)),
        ("GB/ms", "TB/s", Some(1.0)),
        ("GB per second", "GB/s", Some(1.0)),
        ("GB/秒", "GB/s", Some(1.0)),
        ("G", "GB", Some(1.0)),
        ("T", "GB", Some(1000.0)),
        ("B", "billion", Some(1.0)),
        ("B", "M", Some(1000.0)),
        ("B", "parameters", Some(1e9)),
        ("B params", "", Some(1e9)),
        ("B params", "billion", Some(1.0)),
        ("params", "million", Some(1e-6)),
        ("亿参数", "", Some(1e8)),
        ("k tokens/s", "tokens/s", Some(1000.0)),
        ("tok/s", "tokens/s", Some(1.0)),
        ("tokens per min", "tokens/s", Some(1.0 / 60.0)),
        ("seconds", "s", Some(1.0)),
        ("mins", "s", Some(60.0)),
        ("ms", "s", Some(1e-3)),
        ("‰", "%", Some(0.1)),
        ("‰", "", Some(1e-3)),
        ("%", "‰", Some(10.0)),
        ("个百分点", "%", Some(1.0)),
        ("个小时", "s", Some(3600.0)),
        ("亿个参数", "", Some(1e8)),
        ("PFLOPS", "TFLOPS", Some(1000.0)),
        ("TFLOP/s", "TFLOPs", Some(1.0)),
        ("GB", "s", None),
        ("apples", "GB", None),
        ("m s", "", None),
        ("k", "GB/s", None),
    ] {
        let found = between(&unit_of(written), &unit_of(asked));
        let is_it = match (found, factor) {
            (Some(found), Some(factor)) => (found - factor).abs() <= 1e-9 * factor,
            (found, factor) => found == factor,
        };
        assert!(is_it, "{written} in {asked}: {found:?}");
    }
}

#[test]
fn small_letters_say_neither_bits_nor_bytes() {
    for (written, asked, unit) in [
        ("gb", "gbit", "gbit"),
        ("gb/s", "gbit/s", "gbit/s"),
        ("GB", "gbit", "gb"),
        ("gb", "gb", "gb"),
        ("Gb", "gb", "gbit"),
    ] {
        assert_eq!(unit_in(written, asked), unit, "{written} in {asked}");
    }
    for (text, written) in [
        ("14 Gb", "14 Gbit"),
        ("400Gb/s links", "400Gbit/s links"),
        ("14 GB", "14 GB"),
        ("Gb is short", "Gb is short"),
    ] {
        assert_eq!(with_bits(text), written);
    }
}

#[test]
fn a_question_names_the_scale_of_its_answer() {
    for (question, scale) in [
        ("一层 d=4096，秩 8，A、B 共多少万个参数？", "万"),
        ("共多少百万（million）参数？", "百万"),
        ("一共多少亿？", "亿"),
        ("多少个参数，每个 4 字节？", ""),
        ("A vocabulary of {V} thousand: how many million numbers is that?", "million"),
        ("How many GiB does it take?", ""),
        ("How many bytes?", ""),
    ] {
        assert_eq!(scale_of(question), scale, "{question}");
    }
}
