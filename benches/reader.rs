//! The reader beside what it stands on: walking pulldown-cmark's events over the same bytes.

use pulldown_cmark::{Options, Parser};

fn main() {
    divan::main();
}

/// How many bytes of notes are read.
const SIZES: [usize; 2] = [1 << 20, 16 << 20];

/// Numbered questions with points, some code and formulas.
fn numbered(size: usize) -> String {
    let mut text = String::with_capacity(size + 1024);
    let mut number = 1;
    while text.len() < size {
        if number % 40 == 1 {
            text.push_str(&format!("# 第{}章\n\n", number / 40 + 1));
        }
        text.push_str(&format!(
            "{}.第{number}个概念的作用是什么？\n（1）降低特征图的分辨率，减少参数和计算量；\n（2）在平移、旋转和缩放下保持一定的**不变性**；\n\n1）最大池化保留纹理，$y=\\max_i x_i$；2）平均池化保留背景。\n\n",
            (number - 1) % 40 + 1
        ));
        number += 1;
    }
    text
}

/// Headings below chapters, with lists, code, tables and links.
fn headings(size: usize) -> String {
    let mut text = String::with_capacity(size + 1024);
    let mut number = 1;
    while text.len() < size {
        if number % 30 == 1 {
            text.push_str(&format!("## Chapter {}\n\n", number / 30 + 1));
        }
        text.push_str(&format!(
            "### What does layer {number} do?\n\nIt maps its input to an output of *another* size, see [the notes](https://example.org/{number}). \
             The gradient flows back through `backward()` as described in the text above, step by step.\n\n\
             - **Forward**: the input is multiplied by a matrix\n- **Backward**: the gradient is multiplied by its transpose\n  - and summed over the batch\n\n\
             ```python\ndef forward(x):\n    # 1. multiply\n    return w @ x\n```\n\n[⬆ back to top](#top)\n\n"
        ));
        number += 1;
    }
    text
}

fn parse(text: &str) -> usize {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    Parser::new_ext(text, options).into_offset_iter().count()
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn numbered_events(bencher: divan::Bencher<'_, '_>, size: usize) {
    let text = numbered(size);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| parse(&text));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn numbered_reader(bencher: divan::Bencher<'_, '_>, size: usize) {
    let text = numbered(size);
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| backprop::import::read(text.as_bytes(), None, None, None).cards.len());
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn headings_events(bencher: divan::Bencher<'_, '_>, size: usize) {
    let text = headings(size);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| parse(&text));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn headings_reader(bencher: divan::Bencher<'_, '_>, size: usize) {
    let text = headings(size);
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| backprop::import::read(text.as_bytes(), None, None, None).cards.len());
}

/// Notes of one's own: `BACKPROP_BENCH_FILE=notes.md cargo bench --bench reader own`.
fn own() -> Option<String> {
    std::fs::read_to_string(std::env::var_os("BACKPROP_BENCH_FILE")?).ok()
}

#[divan::bench(sample_count = 5)]
fn own_events(bencher: divan::Bencher<'_, '_>) {
    let Some(text) = own() else { return };
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| parse(&text));
}

#[divan::bench(sample_count = 5)]
fn own_reader(bencher: divan::Bencher<'_, '_>) {
    let Some(text) = own() else { return };
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| backprop::import::read(text.as_bytes(), None, None, None).cards.len());
}
