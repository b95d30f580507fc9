//! Rows of Markdown and the tree each becomes.

use super::*;

/// A compact notation of the tree, so that a row shows both sides at a glance.
fn show(source: &str) -> String {
    show_blocks(&blocks(source))
}

fn show_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(show_block).collect::<Vec<_>>().join(" ")
}

fn show_block(block: &Block) -> String {
    match &block.content {
        Content::Paragraph(text) => format!("p({})", show_inlines(text)),
        Content::Heading { level, text } => format!("h{level}({})", show_inlines(text)),
        Content::List { start, items, .. } => {
            let items: Vec<String> = items
                .iter()
                .map(|item| {
                    let task = item.task.map_or("", |done| if done { "[x]" } else { "[ ]" });
                    format!("{task}{}", show_blocks(&item.blocks))
                })
                .collect();
            format!("list{}({})", start.map_or(String::new(), |n| n.to_string()), items.join("; "))
        }
        Content::Code { language, text } => format!("code:{language}({text})"),
        Content::Quote { alert, blocks } => {
            format!("quote{}({})", alert.map_or(String::new(), |a| format!("{a:?}")), show_blocks(blocks))
        }
        Content::Table { head, rows, .. } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| show_inlines(cell)).collect::<Vec<_>>().join("|")
            };
            let rows: Vec<String> = std::iter::once(row(head)).chain(rows.iter().map(row)).collect();
            format!("table({})", rows.join("; "))
        }
        Content::Rule => "rule".to_owned(),
        Content::Footnote { label, blocks } => format!("foot:{label}({})", show_blocks(blocks)),
    }
}

fn show_inlines(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Strong(inner) => format!("<b {}>", show_inlines(inner)),
            Inline::Emphasis(inner) => format!("<i {}>", show_inlines(inner)),
            Inline::Strike(inner) => format!("<s {}>", show_inlines(inner)),
            Inline::Underline(inner) => format!("<u {}>", show_inlines(inner)),
            Inline::Sub(inner) => format!("<sub {}>", show_inlines(inner)),
            Inline::Sup(inner) => format!("<sup {}>", show_inlines(inner)),
            Inline::Code(text) => format!("<c {text}>"),
            Inline::Link { text, url } if show_inlines(text) == *url => format!("<{url}>"),
            Inline::Link { text, url } => format!("<{} @ {url}>", show_inlines(text)),
            Inline::Image { alt, url } => format!("<img {alt} @ {url}>"),
            Inline::Formula { source, display: false } => format!("<f {source}>"),
            Inline::Formula { source, display: true } => format!("<F {source}>"),
            Inline::Note(label) => format!("<^{label}>"),
            Inline::Break => "/".to_owned(),
        })
        .collect()
}

fn check(rows: &[(&str, &str)]) {
    for (source, tree) in rows {
        assert_eq!(show(source), *tree, "{source:?}");
    }
}

#[test]
fn blocks_are_read() {
    check(&[
        ("一行\n二行", "p(一行/二行)"),
        ("a\n\nb", "p(a) p(b)"),
        ("# t\nx", "h1(t) p(x)"),
        ("- a\n- b\n  - c", "list(p(a); p(b) list(p(c)))"),
        ("3. a\n4. b", "list3(p(a); p(b))"),
        ("- [x] a\n- [ ] b", "list([x]p(a); [ ]p(b))"),
        ("- [x] a\n\n- [ ] b", "list([x]p(a); [ ]p(b))"),
        ("```rust ignore\nlet x;\n\n\ty\n```", "code:rust(let x;\n\n    y)"),
        ("> a\n> b", "quote(p(a/b))"),
        ("> [!WARNING]\n> a", "quoteWarning(p(a))"),
        ("|a|b|\n|-|-|\n|**1**|2|", "table(a|b; <b 1>|2)"),
        ("a\n\n---\n\nb", "p(a) rule p(b)"),
        ("a[^1]\n\n[^1]: b", "p(a<^1>) foot:1(p(b))"),
        ("a ==$x$==, ==`c`== and `x` == `y`", "p(a <b <f x>>, <b <c c>> and <c x> == <c y>)"),
        ("![图](http://a/b.png)", "p(<img 图 @ http://a/b.png>)"),
        ("[a *b*](http://c)", "p(<a <i b> @ http://c>)"),
        ("~~a~~ `b` *c*", "p(<s a> <c b> <i c>)"),
        ("", ""),
    ]);
}

#[test]
fn formulas_are_found() {
    check(&[
        ("令$x_1$为", "p(令<f x_1>为)"),
        ("$$\nx\n$$", "p(<F \nx\n>)"),
        (r"令\( x_1 * y_1 * z \)为", "p(令<f x_1 * y_1 * z>为)"),
        (r"\[ a_1 + b_1 \]", "p(<F  a_1 + b_1 >)"),
        (r"`\(x\)` \(y", "p(<c \\(x\\)> (y)"),
        ("\\(a\n\nb\\)", "p((a) p(b))"),
        (r"$a \\[2pt] b$ \\(c\\)", r"p(<f a \\[2pt] b> \(c\))"),
        ("从$5涨到$10", "p(从$5涨到$10)"),
        ("变量$甲和$乙", "p(变量$甲和$乙)"),
        ("$损失=x$", "p(<f 损失=x>)"),
    ]);
}

#[test]
fn bold_next_to_cjk_punctuation_is_bold() {
    check(&[
        ("**注意：**必须", "p(<b 注意：>必须)"),
        ("这是**“重点”**内容", "p(这是<b “重点”>内容)"),
        ("**a：**x，**b**y，**c。**z", "p(<b a：>x，<b b>y，<b c。>z)"),
        ("**定义：**甲**乙**丙", "p(<b 定义：>甲<b 乙>丙)"),
        ("这是**\"重点\"**内容", "p(这是<b \"重点\">内容)"),
        ("用**`code`**是", "p(用<b <c code>>是)"),
        ("是*《书》*的", "p(是<i 《书》>的)"),
        ("删~~（旧）~~新", "p(删<s （旧）>新)"),
        ("`**注意：**必须`", "p(<c **注意：**必须>)"),
        ("```\n**注意：**必须\n```", "code:(**注意：**必须)"),
        ("2*（a+b）*3", "p(2*（a+b）*3)"),
        (r"\**注意：\**必须", "p(**注意：**必须)"),
    ]);
}

#[test]
fn bare_addresses_become_links() {
    check(&[
        ("证明：https://a.b/c。更多", "p(证明：<https://a.b/c>。更多)"),
        ("看http://a.b/c_d_e看", "p(看<http://a.b/c_d_e>看)"),
        ("(https://a.b/c_(d)), x", "p((<https://a.b/c_(d)>), x)"),
        ("https://a.b/?q=1&r=2.", "p(<https://a.b/?q=1&r=2>.)"),
        ("https://a.b，https://c.d！", "p(<https://a.b>，<https://c.d>！)"),
        ("x https:// y", "p(x https:// y)"),
        ("<https://a.b>", "p(<https://a.b>)"),
        ("[https://a.b](https://c.d)", "p(<https://a.b @ https://c.d>)"),
        ("`https://a.b`", "p(<c https://a.b>)"),
        ("**https://a.b/**是", "p(<b <https://a.b/>>是)"),
        ("shttp://a", "p(shttp://a)"),
    ]);
}

#[test]
fn html_is_understood_or_dropped() {
    check(&[
        ("a<br>b<br/>c", "p(a/b/c)"),
        ("a <b>b</b><i>c</i> <u>d</u>", "p(a <b b><i c> <u d>)"),
        ("x<sub>1</sub><sup>2</sup> <del>d</del>", "p(x<sub 1><sup 2> <s d>)"),
        ("<code>a</code> <kbd>b</kbd>", "p(<c a> <c b>)"),
        ("a <!-- c --> b", "p(a  b)"),
        ("<!-- id: pooling -->\n\na", "p(a)"),
        ("a <font color='red'>b</font>", "p(a b)"),
        ("a <img src=\"http://u/v.png\" alt='图'> b", "p(a <img 图 @ http://u/v.png> b)"),
        ("<p align=center>\n<img src=http://u>\n</p>", "p(<img  @ http://u>)"),
        ("<a href=\"http://u\">b</a>", "p(<b @ http://u>)"),
        ("<details><summary>s</summary>\n\n**a**\n\n</details>", "p(<b s>) p(<b a>)"),
        ("<div>1 &lt; 2 &amp; a < b</div>", "p(1 < 2 & a < b)"),
        ("<script>\nalert(1)\n</script>", ""),
        ("a <b>b *c</b> d*", "p(a <b b <i c d>>)"),
        ("**a <b>b** c</b>", "p(<b a <b b>> c)"),
        ("a<wbr>b", "p(ab)"),
        ("<ul><li>a</li><li>b<ul><li>c</ul></ul>", "list(p(a); p(b) list(p(c)))"),
        ("<ol start=3>\n<li>a\n<li><p>b</p></ol>\nc", "list3(p(a); p(b)) p(c)"),
        ("<li>a</li>\n<li>b", "p(- a/- b)"),
        ("<table>\n<thead><tr><th>a<th>b</tr></thead>\n<tr><td>1</td></tr></table>", "table(a|b; 1|)"),
        ("<td>a</td><td>b</td>", "p(a  b  )"),
        ("<pre><code>a  <b>b</b>\n  &lt;c</code></pre>\nd", "code:(a  b\n  <c) p(d)"),
        ("<h2>a</h2>b<hr><blockquote>c<br>d</blockquote>", "h2(a) p(b) rule quote(p(c/d))"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "p(<b a>/b)"),
        ("<div>&alpha;&nbsp;&le;&nope;&#x3b1;</div>", "p(α\u{a0}≤&nope;α)"),
        ("x <ul><li>a</ul>", "p(x /- a)"),
        ("a\n: b\n: *c*\n\nd", "p(<b a>) list(p(b); p(<i c>)) p(d)"),
        ("a ==b== c == d == e==f", "p(a <b b> c == d == e==f)"),
    ]);
}

#[test]
fn hidden_characters_are_removed() {
    check(&[
        ("a\u{1b}[31mb\u{7}", "p(a[31mb)"),
        ("a\u{202e}b\u{2066}c\u{200b}d\u{feff}", "p(abcd)"),
        ("a&#x1b;b&#8238;c", "p(abc)"),
        ("\u{1f469}\u{200d}\u{1f52c} a\u{200d}b", "p(\u{1f469}\u{200d}\u{1f52c} ab)"),
        ("\u{2764}\u{fe0f}", "p(\u{2764}\u{fe0f})"),
        ("a\r\nb\tc", "p(a/b    c)"),
        ("`a\u{9b}b`", "p(<c ab>)"),
        ("```a\u{1b}b\nx\u{1b}\n```", "code:ab(x)"),
        ("[a](http://b\u{202e}c)", "p(<a @ http://bc>)"),
    ]);
}

#[test]
fn blocks_know_their_lines() {
    let source = "a\n**注意：**b\n\n- c\n  d\n\n- e\n\n```\nf\n```\n\n\n|a|\n|-|\n|b|\n";
    let lines: Vec<(usize, usize)> = blocks(source).iter().map(|b| (b.first_line, b.last_line)).collect();
    assert_eq!(lines, [(0, 1), (3, 6), (8, 10), (13, 15)]);
}

#[test]
fn inlines_take_no_block_structure() {
    for (source, shown) in [
        ("- 1 和 **2**", "- 1 和 <b 2>"),
        ("# 什么是\n$x$？", "# 什么是/<f x>？"),
        ("1. What\n\n> why", "1. What/> why"),
        ("    code?", "code?"),
        ("a\n===", "a/==="),
    ] {
        assert_eq!(show_inlines(&inlines(source)), shown, "{source:?}");
    }
}

#[test]
fn hostile_sources_end_soon_and_flat() {
    let pieces = [
        "[",
        ">",
        "> ",
        "*",
        "* ",
        "$",
        "`",
        "~",
        "<",
        "<b>",
        "<a \"",
        "![",
        "\\(",
        "\\[",
        "_a",
        "- ",
        "1. ",
        "&",
        "**a：",
        "（**",
        "|",
        "[^",
        "](",
        "<!--",
        "\n>",
        "http://",
        "<li>",
        "<ul><li>",
        "<table><tr><td>",
        "<tr>",
        "<td>",
        "<pre>",
        "<h1>",
        "<dt>",
        "&lt;",
        "==a",
        "a\n: b\n\n",
        "\\)",
        "*a _a ",
        "\n\n",
        "(http://a(",
        "#",
        "$$",
        "{",
        "$a",
        "[a](",
        "<b><i>",
        "～",
        "a\n-",
        "\t",
        "'\"<a",
        "（1）\n",
    ];
    for piece in pieces {
        let source = piece.repeat(100_000 / piece.len());
        let begun = std::time::Instant::now();
        let tree = blocks(&source);
        assert!(depth(&tree) <= 2 * MAX_DEPTH, "{piece:?}");
        points(&source);
        inlines(&source);
        assert!(begun.elapsed().as_secs() < 10, "{piece:?} took {:?}", begun.elapsed());
    }
}

fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match &block.content {
        Content::List { items, .. } => items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0),
        Content::Quote { blocks, .. } | Content::Footnote { blocks, .. } => depth(blocks),
        Content::Paragraph(text) => inline_depth(text),
        _ => 0,
    };
    1 + blocks.iter().map(inner).max().unwrap_or(0)
}

fn inline_depth(inlines: &[Inline]) -> usize {
    let inner = |inline: &Inline| match inline {
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
            inline_depth(inner)
        }
        _ => 0,
    };
    1 + inlines.iter().map(inner).max().unwrap_or(0)
}
