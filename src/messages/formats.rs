//! What is said of files of other programs that are not read, or not whole, and the way to a text.

use super::quoted::Quoted;

messages! {
    /// Of files of other programs.
    pub enum FormatMessage;

    NotRead { article: &'static str, format: &'static str } = "this is {article} {format}, which is not read here" { format!("这是{}，不支持直接读取", named(format)) };
    Damaged { format: &'static str, why: Quoted } = "this is a {format}, but it cannot be read: {why}" { format!("这是{}，但无法读取：{why}", named(format)) };
    ExportAgain = "open it in the program that made it and save or export it again" "请用生成它的程序打开，重新保存或导出";
    OldMochi = "this is an export of Mochi in its old form, which is not read here" "这是旧格式的 Mochi 导出，不支持读取";
    NewerMochi = "export the deck again with a newer Mochi, or as Markdown" "请用新版 Mochi 重新导出，或导出为 Markdown";
    EmptyNotion = "no questions found in the pages and databases of this export of Notion" "这份 Notion 导出的页面和数据库中没有找到问题";
    UnzipNotion = "`unzip FILE -d notes`, then `backprop check notes` says of each page why; `--style` forces a reading" "先用 `unzip 文件 -d notes` 解压，再用 `backprop check notes` 查看每页的原因；也可用 `--style` 指定格式";

    // Ways to a text.
    Pdf = "`pdftotext -layout FILE notes.txt`, then read notes.txt" "先用 `pdftotext -layout 文件 notes.txt` 转换，再读取 notes.txt";
    Picture = "text in pictures is not read; `tesseract FILE notes` writes what it recognises to notes.txt" "不读取图片中的文字；`tesseract 文件 notes` 可将识别结果写入 notes.txt";
    Gzip = "`gunzip FILE` or `tar -xzf FILE`, then import what is inside" "先用 `gunzip 文件` 或 `tar -xzf 文件` 解压，再导入其中的文件";
    Bzip2 = "`bunzip2 FILE` or `tar -xjf FILE`, then import what is inside" "先用 `bunzip2 文件` 或 `tar -xjf 文件` 解压，再导入其中的文件";
    Xz = "`unxz FILE` or `tar -xJf FILE`, then import what is inside" "先用 `unxz 文件` 或 `tar -xJf 文件` 解压，再导入其中的文件";
    Zstandard = "`unzstd FILE` or `tar --zstd -xf FILE`, then import what is inside" "先用 `unzstd 文件` 或 `tar --zstd -xf 文件` 解压，再导入其中的文件";
    SevenZip = "`7z x FILE`, then import what is inside" "先用 `7z x 文件` 解压，再导入其中的文件";
    Rar = "`unrar x FILE`, then import what is inside" "先用 `unrar x 文件` 解压，再导入其中的文件";
    Tar = "`tar -xf FILE`, then import what is inside" "先用 `tar -xf 文件` 解压，再导入其中的文件";
    Zip = "`unzip FILE -d notes`, then import what is inside" "先用 `unzip 文件 -d notes` 解压，再导入其中的文件";
    EmptyZip = "there is nothing in it" "里面什么也没有";
    OldOffice = "`soffice --headless --convert-to docx FILE`, then `pandoc FILE.docx -t gfm -o notes.md`" "先用 `soffice --headless --convert-to docx 文件`，再用 `pandoc 文件.docx -t gfm -o notes.md` 转换";
    Database = "export from its program: Anki's File > Export writes a package (.apkg), which is read" "请从原程序导出：Anki 的“文件 > 导出”可生成牌组包（.apkg）";
    Rtf = "`pandoc -f rtf FILE -t gfm -o notes.md`, then read notes.md" "先用 `pandoc -f rtf 文件 -t gfm -o notes.md` 转换，再读取 notes.md";
    Epub = "`pandoc -f epub FILE -t gfm -o notes.md`, then read notes.md" "先用 `pandoc -f epub 文件 -t gfm -o notes.md` 转换，再读取 notes.md";
    Excel = "save the sheet as CSV (UTF-8), and read that" "请将工作表另存为 CSV（UTF-8）再读取";
    PowerPoint = "save its outline as text, or `pandoc -f pptx FILE -t gfm -o notes.md`" "请将大纲另存为文本，或用 `pandoc -f pptx 文件 -t gfm -o notes.md` 转换";
    OpenDocument = "`pandoc -f odt FILE -t gfm -o notes.md`, then read notes.md" "先用 `pandoc -f odt 文件 -t gfm -o notes.md` 转换，再读取 notes.md";
    Latex = "`pandoc -f latex FILE -t gfm -o notes.md`, then read notes.md" "先用 `pandoc -f latex 文件 -t gfm -o notes.md` 转换，再读取 notes.md";
    Xml = "`pandoc -f FORMAT FILE -t gfm -o notes.md` (opml, docbook, jats, fb2 …), then read notes.md" "先用 `pandoc -f 格式 文件 -t gfm -o notes.md` 转换（opml、docbook、jats、fb2 等），再读取 notes.md";
    Svg = "save it as PNG; `tesseract FILE notes` writes its text to notes.txt" "请另存为 PNG；`tesseract 文件 notes` 可将其中文字写入 notes.txt";
    Json = "export the cards from their program as Markdown, CSV or an Anki package, then import that" "请从原程序将卡片导出为 Markdown、CSV 或 Anki 牌组包，再导入";
    WebArchive = "save the page as `Webpage, HTML only` or `Webpage, Complete`, and read that" "请将网页另存为 `Webpage, HTML only` 或 `Webpage, Complete` 再读取";
    Sounds = "sounds are not read" "不支持音频";
    Films = "films are not read" "不支持视频";
    FilmsAndSounds = "films and sounds are not read" "不支持音频和视频";
    Programs = "programs are not read" "不支持程序文件";
    Fonts = "fonts are not read" "不支持字体文件";

    // Parts of an export.
    InPart { name: String, said: Quoted } = "{name}: {said}" "{name}：{said}";
    ColumnsOfPart { name: String, said: Quoted } = "{name}: {said}" "{name}：{said}";
    NoQuestionsInPart = "no questions found in this part; its text is left out" "这一部分没有找到问题，文字已略去";
    ImportAlone = "import it as a file of its own, maybe with `--style`" "请作为单独的文件导入，必要时用 `--style` 指定格式";
    LinesOnNoCard { lines: usize } = [lines: "1 line belongs to no card", "{lines} lines belong to no card"] "{lines} 行不属于任何卡片";
    DatabaseColumns = "a card takes its question, its answer and its topic" "卡片只取问题、答案和主题";

    // Packages.
    Blank { count: usize } = [count: "1 card asks nothing as text and was left out", "{count} cards ask nothing as text and were left out"] "{count} 张卡片没有文字问题，已略去";
    Twice { count: usize } = [count: "1 card stands twice and was left out once", "{count} cards stand twice and were left out once"] "{count} 张卡片重复，各保留一张";
    SoundsLeft { count: usize } = [count: "1 sound was left out", "{count} sounds were left out"] "{count} 段音频已略去";
    Unanswered { count: usize } = [count: "1 card has no answer and is not asked", "{count} cards have no answer and are not asked"] "{count} 张卡片没有答案，不会提问";
    UnknownType { note: String } = "the note {note} is of a type that is not in the file" "笔记 {note} 的类型不在文件中";
    Orphans { count: usize } = "{count} cards without a note were left out" "{count} 张没有对应笔记的卡片已略去";
}

/// What a format is called in Chinese; a name of its own stays.
pub(super) fn named(format: &str) -> &str {
    match format {
        "PDF document" => " PDF 文档",
        "picture (PNG)" => " PNG 图片",
        "picture (JPEG)" => " JPEG 图片",
        "picture (GIF)" => " GIF 图片",
        "picture (TIFF)" => " TIFF 图片",
        "picture (icon)" => "图标文件",
        "picture (Photoshop)" => " Photoshop 图片",
        "picture (WebP)" => " WebP 图片",
        "picture (BMP)" => " BMP 图片",
        "picture (HEIF)" => " HEIF 图片",
        "picture (SVG)" => " SVG 图片",
        "gzip archive" => " gzip 压缩包",
        "bzip2 archive" => " bzip2 压缩包",
        "xz archive" => " xz 压缩包",
        "Zstandard archive" => " Zstandard 压缩包",
        "7-Zip archive" => " 7-Zip 压缩包",
        "RAR archive" => " RAR 压缩包",
        "tar archive" => " tar 归档",
        "ZIP archive" => " ZIP 压缩包",
        "empty ZIP archive" => "空的 ZIP 压缩包",
        "document of an old Office" => "旧版 Office 文档",
        "database (SQLite)" => " SQLite 数据库",
        "RTF document" => " RTF 文档",
        "sound" => "音频文件",
        "film" => "视频文件",
        "film or sound" => "音视频文件",
        "program" => "程序文件",
        "font" => "字体文件",
        "EPUB book" => " EPUB 电子书",
        "Excel workbook" => " Excel 工作簿",
        "PowerPoint presentation" => " PowerPoint 演示文稿",
        "OpenDocument file" => " OpenDocument 文件",
        "LaTeX document" => " LaTeX 文档",
        "XML file" => " XML 文件",
        "JSON file" => " JSON 文件",
        "JSON file of no known export" => "来源不明的 JSON 文件",
        "web archive (MHTML)" => " MHTML 网页归档",
        "chat" => "聊天记录",
        "HTML page" => " HTML 网页",
        "Org notes" => " Org 笔记",
        "text copied from a PDF" => "从 PDF 复制的文字",
        "MkDocs page" => "MkDocs 页面",
        "indented text" => "整体缩进的文字",
        "Word document" => " Word 文档",
        "Jupyter notebook" => " Jupyter 笔记本",
        name => name,
    }
}
