//! The names of the styles of notes. Programs know them by the English one; both are taken where one is typed.

use crate::card::Lang;

/// What a style is called, by its name in programs; a name that is none stands as it is.
pub fn style_name(name: &str, lang: Lang) -> &str {
    match lang {
        Lang::En => name,
        Lang::Zh => in_chinese(name),
    }
}

/// The same in Chinese.
pub(super) fn in_chinese(name: &str) -> &str {
    match name {
        "native" => "本程序格式",
        "numbered" => "编号",
        "headings" => "标题",
        "labelled" => "标签",
        "bold" => "粗体",
        "bullets" => "列表",
        "quotes" => "引用",
        "paragraphs" => "段落",
        "details" => "折叠块",
        "table" => "表格",
        "definitions" => "术语",
        "csv" => "CSV",
        "blocks" => "分块",
        "anki" => "Anki",
        "mochi" => "Mochi",
        "obsidian" => "Obsidian",
        "remnote" => "RemNote",
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages;

    #[test]
    fn every_style_of_notes_is_explained_in_chinese() {
        for style in crate::import::STYLES {
            assert!((messages::of(Lang::Zh).preview.style)(style.name).is_some(), "{}", style.name);
            assert_eq!(style_name(style.name, Lang::En), style.name);
            let name = style_name(style.name, Lang::Zh);
            let same = crate::import::STYLES.iter().filter(|other| style_name(other.name, Lang::Zh) == name);
            assert_eq!(same.count(), 1, "{name}");
            let is_proper_name = name.eq_ignore_ascii_case(style.name);
            assert!(is_proper_name || !name.is_ascii(), "{name}");
        }
    }
}
