//! The manual: one page a subject, in English and Chinese, the same text that stands below `content/manual`.

use crate::card::han::is_han;
use crate::card::{Lang, folded};
use crate::ui::keymap::Context;

/// A page of the manual.
#[derive(Debug)]
pub struct ManualPage {
    /// The name of its file, and what `backprop help` calls it.
    pub subject: &'static str,
    english: &'static str,
    chinese: &'static str,
}

impl ManualPage {
    /// Its text, in Markdown; the first line is its title.
    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Zh => self.chinese,
        }
    }

    /// Its title.
    pub fn title(&self, lang: Lang) -> &'static str {
        self.text(lang).lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}

macro_rules! page {
    ($subject:literal) => {
        ManualPage {
            subject: $subject,
            english: include_str!(concat!("../../content/manual/en/", $subject, ".md")),
            chinese: include_str!(concat!("../../content/manual/zh/", $subject, ".md")),
        }
    };
}

/// All pages, in the order in which a newcomer reads them.
pub static PAGES: [ManualPage; 14] = [
    page!("study"),
    page!("cards"),
    page!("import"),
    page!("plan"),
    page!("interview"),
    page!("statistics"),
    page!("graders"),
    page!("scripts"),
    page!("anki"),
    page!("sync"),
    page!("files"),
    page!("terminals"),
    page!("speed"),
    page!("decisions"),
];

/// The place in [`PAGES`] of a subject.
pub fn named(subject: &str) -> Option<usize> {
    PAGES.iter().position(|page| page.subject == subject)
}

/// The same by what a page is called in either language, or by the beginning of that: `导入`, `Mock interviews`.
pub fn titled(name: &str) -> Option<usize> {
    let name = folded(name.trim());
    let titles = |page: &ManualPage| [Lang::En, Lang::Zh].map(|lang| folded(page.title(lang)));
    let is_it = |is: fn(&str, &str) -> bool| {
        let mut pages =
            (0..PAGES.len()).filter(|page| titles(&PAGES[*page]).iter().any(|title| is(title, &name)));
        pages.next().filter(|_| !name.is_empty() && pages.next().is_none())
    };
    let ways: [fn(&str, &str) -> bool; 4] = [
        |title, name| title == name,
        |title, name| title.starts_with(name),
        |title, name| title.contains(name),
        |title, name| is_within(name, title),
    ];
    ways.into_iter().find_map(is_it)
}

/// Whether a longer Chinese name holds a title.
fn is_within(name: &str, title: &str) -> bool {
    title.chars().next().is_some_and(is_han) && name.contains(title)
}

/// The place in [`PAGES`] of the page that says most about a screen.
pub fn about(context: Context) -> usize {
    let subject = match context {
        Context::Browse | Context::Details | Context::Editor | Context::Note => "cards",
        Context::Preview => "import",
        Context::Plan | Context::Sheet => "plan",
        Context::Asked
        | Context::Reported
        | Context::MockSetup
        | Context::MockQuestion
        | Context::MockGrading
        | Context::MockReport => "interview",
        Context::Stats | Context::Errors => "statistics",
        Context::Settings => "files",
        _ => "study",
    };
    named(subject).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_title_in_either_language() {
        for page in &PAGES {
            for lang in [Lang::En, Lang::Zh] {
                let found = titled(page.title(lang)).unwrap_or_else(|| panic!("{}", page.title(lang)));
                assert_eq!(PAGES[found].subject, page.subject);
            }
        }
        for name in ["", " ", "xyz", "不是一页"] {
            assert_eq!(titled(name), None, "{name}");
        }
    }

    #[test]
    fn every_screen_has_its_page_and_every_page_a_title() {
        let asked = [Context::Browse, Context::Preview, Context::Plan, Context::MockReport, Context::Stats];
        let subjects = asked.map(|context| PAGES[about(context)].subject);
        assert_eq!(subjects, ["cards", "import", "plan", "interview", "statistics"]);
        assert_eq!(PAGES[about(Context::Home)].subject, "study");
        for page in &PAGES {
            for lang in [Lang::En, Lang::Zh] {
                assert!(page.text(lang).starts_with("# "), "{}", page.subject);
                assert!(!page.title(lang).is_empty(), "{}", page.subject);
            }
        }
    }
}
