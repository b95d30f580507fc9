//! Answers laid out: rows of sources with the lines they become.

use proptest::prelude::*;

use super::wrap::row_width;
use super::*;

fn shown(lines: &[Line<'_>]) -> Vec<String> {
    lines.iter().map(|line| line.spans.iter().map(|span| span.content.as_ref()).collect()).collect()
}

fn page(source: &str, width: u16) -> Vec<String> {
    shown(&lay_out(source, width, &Theme::sixteen()).lines)
}

fn check(rows: &[(&str, u16, &[&str])]) {
    for (source, width, expected) in rows {
        assert_eq!(page(source, *width), *expected, "{source:?} at {width}");
    }
}

#[test]
fn text_stands_as_its_author_wrote_it() {
    check(&[
        ("", 9, &[]),
        ("一行\n二行", 9, &["一行", "二行"]),
        ("a\n\n\n\nb", 9, &["a", "", "b"]),
        ("a<br><br>b", 9, &["a", "", "b"]),
        ("a\n## b\nc", 9, &["a", "", "b", "c"]),
        ("## b\n\nc", 9, &["b", "c"]),
        ("a\n\n---\n\nb", 4, &["a", "", "────", "", "b"]),
        ("（1）反向传播算法\n（2）二", 16, &["（1）反向传播算", "     法", "（2）二"]),
        ("第一步：反向传播算法误差", 22, &["第一步：反向传播算法误", "        差"]),
        ("**1）反向**传播算法", 12, &["1）反向传播", "   算法"]),
        ("（1）反向传播", 8, &["（1）反", "向传播"]),
        ("H<sub>2</sub>O x<sup>ab</sup> y<sub>W</sub>", 20, &["H₂O xᵃᵇ y_W"]),
    ]);
}

#[test]
fn lists_hang() {
    check(&[
        ("- 反向传播算法\n- b", 10, &["▪ 反向传播", "  算法", "▪ b"]),
        ("说：\n- a\n  - b\n    - c\n      - d", 16, &["说：", "▪ a", "  ◦ b", "    ‣ c", "      ▪ d"]),
        ("9. a\n10. b", 12, &[" 9. a", "10. b"]),
        ("- [x] a\n- [ ] 反向传播", 10, &["[x] a", "[ ] 反向传", "    播"]),
        ("- a\n\n- b", 10, &["▪ a", "", "▪ b"]),
        ("- a\n\n  b", 10, &["▪ a", "", "  b"]),
        ("- a\n  ```\n  b\n  ```", 20, &["▪ a", "  ┊ b"]),
        ("-\n- b", 10, &["▪", "▪ b"]),
        ("- 反向", 3, &["▪", "反", "向"]),
    ]);
}

#[test]
fn quotes_and_code_have_a_bar() {
    check(&[
        ("> 反向传播\n> > b", 10, &["│ 反向传播", "│ │ b"]),
        ("> [!TIP]\n> b", 12, &["│ TIP", "│ b"]),
        ("```rust\nlet a = 1;\n\n  b\n```", 12, &["┊ rust", "┊ let a = 1;", "┊ ", "┊   b"]),
        ("```\n0123456789abc\n```", 10, &["┊ 01234567", "┊ ↪ 89abc"]),
        ("```\n反向传播\n```", 5, &["反向", "传播"]),
    ]);
}

#[test]
fn code_keeps_its_text_and_gets_the_styles_of_the_theme() {
    let theme = Theme::sixteen();
    let page = lay_out("```python\nreturn '一二三四五六'  # 注\n```", 14, &theme);
    let rows: Vec<Vec<(&str, Style)>> = page
        .lines
        .iter()
        .map(|line| line.spans.iter().map(|span| (span.content.as_ref(), span.style)).collect())
        .collect();
    let (bar, hook) = (("┊ ", theme.rule), ("↪ ", theme.dim));
    assert_eq!(rows[1], [bar, ("return", theme.code_keyword), (" ", theme.code_block)]);
    assert_eq!(rows[2], [bar, hook, ("'一二三四", theme.code_string)]);
    let comment = theme.code_comment;
    assert_eq!(rows[3][2..], [("五六'", theme.code_string), ("  ", theme.code_block), ("# ", comment)]);
    assert_eq!(rows[4][2..], [("注", comment)]);
    for text in ["", "x\n\n\ty", "#注释\n\"未完"] {
        for language in ["", "python", "nonsense"] {
            let shown = page_of_code(language, text);
            assert_eq!(shown, text.replace('\t', "    "), "{language}");
        }
    }
}

fn page_of_code(language: &str, text: &str) -> String {
    let lines = page(&format!("~~~ {language}\n{text}\n~~~"), 40);
    let skipped = usize::from(!language.is_empty());
    lines[skipped..].iter().map(|line| line.strip_prefix("┊ ").unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn tables_fit_or_become_records() {
    check(&[
        (
            "|模型|a|\n|:-:|-:|\n|x|**10**|",
            40,
            &["┌──────┬────┐", "│ 模型 │  a │", "├──────┼────┤", "│  x   │ 10 │", "└──────┴────┘"],
        ),
        (
            "|a|b|\n|-|-|\n|反向传播算法|c d|\n|e|f|",
            18,
            &[
                "┌──────────┬─────┐",
                "│ a        │ b   │",
                "├──────────┼─────┤",
                "│ 反向传播 │ c d │",
                "│ 算法     │     │",
                "├──────────┼─────┤",
                "│ e        │ f   │",
                "└──────────┴─────┘",
            ],
        ),
        (
            "|模型|优点|\n|-|-|\n|LSTM|有进有出|\n|GRU||",
            13,
            &["模型: LSTM", "优点: 有进有", "  出", "", "模型: GRU", "优点"],
        ),
        ("|a|b|\n|-|-|", 20, &["┌───┬───┐", "│ a │ b │", "└───┴───┘"]),
        // A column without a text takes a cell of the width, too.
        ("|a b||\n|-|-|", 12, &["┌─────┬───┐", "│ a b │   │", "└─────┴───┘"]),
        ("|abcd||\n|-|-|", 11, &["abcd", ""]),
    ]);
}

#[test]
fn formulas_stand_in_the_text_or_on_their_own() {
    check(&[
        ("令$x_1 = \\alpha$。", 20, &["令x₁ = α。"]),
        ("$$x=1$$", 20, &["  x = 1"]),
        ("令$$x=1$$得", 20, &["令", "  x = 1", "得"]),
        ("令\n$$\nx=1\n$$\n得", 20, &["令", "  x = 1", "得"]),
        ("$$a=b+c+d+e$$", 10, &["  a = b", "    + c", "    + d", "    + e"]),
        (r"\[a=b\\c=d\]", 20, &["  a = b", "  c = d"]),
        ("$\\frac ab$\n$$c$$", 20, &["   a", "  ───", "   b", "", "  c"]),
        ("- $$\\frac ab$$\n  c", 20, &["     a", "▪   ───", "     b", "  c"]),
        (r"$$\begin{cases}反向&x\\传播&y\end{cases}$$", 20, &["  ⎧ 反向  x", "  ⎨", "  ⎩ 传播  y"]),
        ("由$a=b+c$得到它", 10, &["由a = b", "+ c得到它"]),
    ]);
}

#[test]
fn links_are_numbered_and_listed() {
    check(&[
        ("[甲](http://a/b)乙", 20, &["甲[1]乙", "", "[1] http://a/b"]),
        ("看http://a/b。", 20, &["看http://a/b [1]。"]),
        ("[甲](http://a)[乙](http://a)", 20, &["甲[1]乙[1]", "", "[1] http://a"]),
        ("![](http://a/图.png)", 20, &["▭ 图.png[1]", "", "[1] http://a/图.png"]),
        ("![图](img/a.png)", 20, &["▭ 图 (img/a.png)"]),
        ("[甲](#b) [c](mailto:c)", 20, &["甲 c"]),
        ("a[^1]\n\n[^1]: 注 http://a", 20, &["a¹", "", "¹ 注 http://a [1]"]),
        ("a[^注]\n\n[^注]: b", 20, &["a[注]", "", "[注] b"]),
    ]);
    let page = lay_out("[甲](http://a) https://b [丙](#c)", 40, &Theme::sixteen());
    let urls: Vec<&str> = page.links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(urls, ["http://a", "https://b"]);
}

#[test]
fn short_texts_take_no_block_structure() {
    let theme = Theme::sixteen();
    let rows = [
        ("1. 什么是**反向**传播？", "1. 什么是反向传播？"),
        ("# a `b` $x_1$", "# a b x₁"),
        ("反向\n传播\na\nb", "反向传播 a b"),
        ("[甲](http://a)<br>![图](b)", "甲 ▭ 图"),
        ("$$a=b$$", "a = b"),
    ];
    for (source, expected) in rows {
        assert_eq!(plain(source), expected, "{source:?}");
    }
    let lines = lay_out_inline("- 什么是**反向**\n传播？", 12, theme.question, &theme);
    assert_eq!(shown(&lines), ["- 什么是反向", "传播？"]);
    assert!(lines[0].spans.iter().all(|span| span.style.add_modifier == theme.question.add_modifier));
}

#[test]
fn hostile_answers_end_soon() {
    let pieces = [
        "[",
        ">",
        "*",
        "$",
        "- ",
        "|",
        "a ",
        " ",
        "反",
        "，",
        "“",
        "<b>",
        "http://a ",
        "\u{301}",
        "👩\u{200d}",
        "|a",
        "$x$",
        "$$x$$\n",
        "|a|b|\n|-|-|\n",
        "![](http://a) ",
        "> - ",
        "1. ",
        "`a` ",
        "\n\na",
        "\t",
        "&nbsp;",
    ];
    for piece in pieces {
        let source = piece.repeat(30_000 / piece.len());
        let begun = std::time::Instant::now();
        for width in [1, 7, 80] {
            for line in lay_out(&source, width, &Theme::sixteen()).lines {
                assert!(line.width() <= usize::from(width), "{piece:?} at {width}: {line:?}");
            }
        }
        plain(&source);
        assert!(begun.elapsed().as_secs() < 20, "{piece:?} took {:?}", begun.elapsed());
    }
}

const MARKUP: &str = r"(\*|\*\*|_|`|```\n|\$|\$\$|\n|\n\n|\n- |\n1\. |\n> |\n# |\n    |\||\n\|-\|-\|\n|\[|\]\(|\)|!|<br>|<b>|</b>|\\\(|\\\)|\\frac|\{|\}|\^|~~|\[\^1\]|\n\[\^1\]: |http://a|（1）|[a-c]{1,9}|[ 一-三，。“”（）《》…１ａ]|👩\u{200d}🔬|👍🏽|é|e\u{301}|\u{202e}|\t)";
const FORMULA: &str = r"(\\frac|\\sqrt|\\sqrt\[3\]|\{|\}|\{[a-z]\}|\^|_|\\sum|\\int|\\left\(|\\right\)|\\left\.|\\right\||\\middle\||\(|\)|\[|\]|&|\\\\|\\begin\{(cases|aligned|pmatrix|gathered)\}|\\end\{(cases|aligned|pmatrix|gathered)\}|\\hat|\\overline|\\underbrace|\\text\{反 向\}|\\mathbf|=|\+|-|,|[a-z0-9]{1,4}| |\\quad|\\alpha|\\lim|\\binom|'|\\overset|\\not|反|\\frac\{a\+b\}\{cd\})";
const PLAIN: &str = r"([a-z]{1,12}|[0-9]{1,3}| |\n|[一-鿿]{1,4}|[，。、；：？！（）《》「」“”‘’…％]|👩\u{200d}🔬|👍🏽|🇨🇳|e\u{301}|[àßñ한글かカ])";
const CHINESE: &str = r"([一-鿿]{1,6}[，。、；：？！…％]?|（[一-鿿]{1,3}）|“[一-鿿]{1,3}”|《[一-鿿]{1,3}》[，。]|‘[一-鿿]’|[A-Za-z]{1,6}|[0-9]{1,3})";

fn text_of(token: &str, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::string::string_regex(token).unwrap(), 0..most)
        .prop_map(|parts| parts.concat())
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_too_wide(source in text_of(MARKUP, 40), width in 1_u16..=100) {
        let theme = Theme::sixteen();
        let mut lines = lay_out(&source, width, &theme).lines;
        lines.extend(lay_out_inline(&source, width, theme.question, &theme));
        for line in lines {
            prop_assert!(line.width() <= usize::from(width), "{line:?}");
            prop_assert!(row_width(&line.spans) <= usize::from(width), "{line:?}");
        }
        prop_assert!(!plain(&source).contains('\n'));
        for point in markdown::points(&source) {
            prop_assert!(point.first_line <= point.last_line);
        }
    }

    #[test]
    fn no_formula_is_too_wide(source in text_of(FORMULA, 30), width in 1_u16..=60) {
        for fence in ["$", "$$"] {
            for line in lay_out(&format!("{fence}{source}{fence}"), width, &Theme::sixteen()).lines {
                prop_assert!(line.width() <= usize::from(width), "{line:?}");
                prop_assert!(!line.spans.iter().any(|span| span.content.contains('\n')), "{line:?}");
            }
        }
    }

    #[test]
    fn no_character_is_lost(source in text_of(PLAIN, 40), width in 2_u16..=100) {
        // What is indented below an empty line is code, which has a bar before each line.
        let source = source.split('\n').map(str::trim_start).collect::<Vec<_>>().join("\n");
        let lines = page(&format!("文{source}"), width);
        prop_assert_eq!(visible(&lines.concat()), visible(&format!("文{source}")));
    }

    #[test]
    fn punctuation_stays_with_its_word(source in text_of(CHINESE, 30), width in 10_u16..=100) {
        for line in page(&format!("文{source}"), width) {
            prop_assert!(!line.trim_start().starts_with(|c| "，。、；：？！）》」』”’…％".contains(c)), "{line:?}");
            prop_assert!(!line.ends_with(|c| "（《「『“‘".contains(c)), "{line:?}");
        }
    }
}
