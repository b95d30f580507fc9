//! The words of the preview of an import.

table! {
    /// The preview, in one language.
    pub struct PreviewMessages;

    /// The file shown, which of how many it is.
    title: fn(&str, usize, usize) -> String =
        |file, index, of| {
            if of == 1 { format!("Import {file}") } else { format!("Import {file} ({index}/{of})") }
        },
        |file, index, of| {
            if of == 1 { format!("导入 {file}") } else { format!("导入 {file}（{index}/{of}）") }
        };
    /// Enter takes the cards of all files.
    import_all = "import all", "全部导入";
    /// Lines that belong to no card.
    left: fn(usize) -> String =
        |lines| if lines == 1 { " · 1 line left".to_owned() } else { format!(" · {lines} lines left") },
        |lines| format!(" · 未归入卡片 {lines} 行");
    /// Cards to be taken, cards marked out, remarks.
    cards: fn(usize, usize, usize) -> String =
        |cards, out, remarks| {
            let mut text = if cards == 1 { "1 card".to_owned() } else { format!("{cards} cards") };
            if out > 0 {
                text.push_str(&format!(" · {out} left out"));
            }
            match remarks {
                0 => {}
                1 => text.push_str(" · 1 remark"),
                _ => text.push_str(&format!(" · {remarks} remarks")),
            }
            text
        },
        |cards, out, remarks| {
            let mut text = format!("{cards} 张卡片");
            if out > 0 {
                text.push_str(&format!(" · 排除 {out} 张"));
            }
            if remarks > 0 {
                text.push_str(&format!(" · {remarks} 条提示"));
            }
            text
        };
    /// What a style of notes takes for a question and an answer, by its name; none where the reader's own
    /// words will do.
    style: fn(&str) -> Option<&'static str> =
        |_| None,
        |name| {
            Some(match name {
                "native" => "本程序写出的格式，原样读回",
                "numbered" => "全文连续的编号是问题，其他编号是要点",
                "headings" => "提问的标题是问题，上面的标题是主题",
                "labelled" => "问题和答案有标签，如“问：”“答：”",
                "bold" => "粗体行是问题，下面的段落是答案",
                "bullets" => "提问的列表项是问题，嵌套的内容是答案",
                "quotes" => "引用的行是问题，下面的文字是答案，或者反过来",
                "paragraphs" => "没有标记的问句是问题：一行一问，或者下面的文字是答案",
                "details" => "折叠块的标题是问题，里面的内容是答案",
                "table" => "表格的每一行是一张卡片：一列提问，下一列回答",
                "definitions" => "术语一行，冒号开头的下一行是释义",
                "csv" => "逗号分隔：每条记录是问题和答案",
                "anki" => "Anki 的文本导出：每行是问题和答案",
                "hashcards" => "hashcards 和 repeater 的卡片：Q: 与 A:，或 C: 加 [空]",
                "blocks" => "形状相同的一块块：每块的第一行是问题，下面是答案，直到同样形状的下一行",
                "mochi" => "Mochi 的记录：分隔线之间是属性，然后是卡片的正面和背面",
                "obsidian" => "Obsidian 的卡片：问题::答案，或用 ? 隔开",
                "remnote" => "RemNote 的卡片：正面 >> 背面，概念 :: 定义，>>> 的答案在下面缩进",
                _ => return None,
            })
        };
    /// No other style finds questions.
    no_other_style = "No other style finds questions in this file.", "没有别的解析方式能读出题目。";
    /// A file without questions.
    no_questions =
        "No questions found. s tries another style, t makes a card of a line.",
        "没有找到问题。按 s 换一种解析方式，按 t 把一行变成卡片。";
}
