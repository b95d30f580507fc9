//! Notes of Org mode: headings, code, tables, links and emphasis as Markdown has them; drawers, dates and
//! settings are left out.

use super::Converted;

/// Lines that only Org has.
const SETTINGS: [&str; 9] = [
    "#+title:",
    "#+begin_src",
    "#+begin_quote",
    "#+begin_example",
    "#+startup:",
    "#+author:",
    "#+options:",
    "#+filetags:",
    ":properties:",
];

/// Words of a heading that say how far it is.
const STATES: [&str; 6] = ["TODO", "DONE", "NEXT", "WAITING", "CANCELLED", "DOING"];

/// Whether a text is such notes: a heading and a setting, or headings of several levels that Markdown does not have.
pub(super) fn is_org(text: &str) -> bool {
    let (mut has_heading, mut has_setting) = (false, false);
    let mut deeper = 0;
    for line in text.lines().take(5000) {
        // Most lines begin with a letter.
        if !line.starts_with(|first: char| matches!(first, '#' | '*' | ':' | '`') || first.is_whitespace()) {
            continue;
        }
        if line.starts_with("## ") || line.starts_with("```") {
            return false;
        }
        has_heading |= heading(line).is_some();
        // In Markdown such marks would open bold text and close it.
        deeper += usize::from(line.starts_with("** ") && !line[3..].contains("**"));
        let lower = || line.trim_start().get(..20).unwrap_or(line.trim_start()).to_ascii_lowercase();
        has_setting |= line.trim_start().starts_with(['#', ':'])
            && SETTINGS.iter().any(|setting| lower().starts_with(setting));
    }
    has_heading && (has_setting || deeper > 2)
}

pub(super) fn read(text: &str) -> Converted {
    let mut reader = OrgReader::default();
    for line in text.lines() {
        reader.line(line);
    }
    if let OrgBlock::Code(_) = reader.block {
        reader.out.push_str("```\n");
    }
    Converted { format: "Org notes", text: reader.out, told: Vec::new() }
}

/// The level of a heading and its text.
fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('*');
    let level = line.len() - text.len();
    (level > 0).then_some(())?;
    Some((level, text.strip_prefix(' ')?.trim()))
}

/// What the line at hand stands in.
#[derive(Default, PartialEq, Eq)]
enum OrgBlock {
    #[default]
    None,
    Drawer,
    /// Up to the line that ends it.
    Code(String),
    Quote,
    /// What is for one kind of output alone, and comments.
    LeftOut(String),
}

#[derive(Default)]
struct OrgReader {
    out: String,
    block: OrgBlock,
    has_title: bool,
}

impl OrgReader {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        let lower = bare.to_ascii_lowercase();
        match &self.block {
            OrgBlock::Code(end) if lower == *end => {
                self.block = OrgBlock::None;
                return self.push("```");
            }
            // A comma keeps a line of code from being a heading.
            OrgBlock::Code(_) => return self.push(line.strip_prefix(',').unwrap_or(line)),
            OrgBlock::Drawer => {
                if lower == ":end:" {
                    self.block = OrgBlock::None;
                }
                return;
            }
            OrgBlock::LeftOut(end) => {
                if lower == *end {
                    self.block = OrgBlock::None;
                }
                return;
            }
            OrgBlock::Quote if lower == "#+end_quote" => {
                self.block = OrgBlock::None;
                return self.push("");
            }
            OrgBlock::Quote => return self.push(&format!("> {}", inline(bare))),
            OrgBlock::None => {}
        }
        if let Some((level, text)) = heading(line) {
            return self.heading(level, text);
        }
        if bare.starts_with("#+") {
            return self.setting(bare, &lower);
        }
        let is_drawer = bare.len() > 2 && bare.starts_with(':') && bare.ends_with(':') && !bare.contains(' ');
        let is_date = ["SCHEDULED:", "DEADLINE:", "CLOSED:"].iter().any(|word| bare.starts_with(word));
        if is_drawer {
            self.block = OrgBlock::Drawer;
        } else if bare.starts_with("|-") {
            self.push(&bare.replace('+', "|"));
        } else if !(is_date || bare == "#" || bare.starts_with("# ")) {
            let lead = &line[..line.len() - line.trim_start().len()];
            let text = inline(bare);
            let item = text.strip_prefix("- ").and_then(|item| item.split_once(" :: "));
            self.push(&match item {
                Some((term, meaning)) => format!("{lead}- **{term}**: {meaning}"),
                None => format!("{lead}{text}"),
            });
        }
    }

    fn push(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        let mut text = text;
        for state in STATES {
            text =
                text.strip_prefix(state).filter(|rest| rest.starts_with(' ')).map_or(text, str::trim_start);
        }
        if text.starts_with("[#") && text.get(3..4) == Some("]") {
            text = text[4..].trim_start();
        }
        // Tags at the end.
        if let Some((before, tags)) = text.rsplit_once(char::is_whitespace)
            && tags.len() > 2
            && tags.starts_with(':')
            && tags.ends_with(':')
        {
            text = before.trim_end();
        }
        let level = (level + usize::from(self.has_title)).min(6);
        let text = inline(text);
        self.push(&format!("\n{} {text}\n", "#".repeat(level)));
    }

    fn setting(&mut self, bare: &str, lower: &str) {
        let words: Vec<&str> = bare.split_whitespace().collect();
        let Some(kind) = lower.strip_prefix("#+begin_").and_then(|rest| rest.split_whitespace().next())
        else {
            if lower.starts_with("#+title:") {
                self.has_title = true;
                let title = bare["#+title:".len()..].trim();
                self.push(&format!("# {}", inline(title)));
            }
            return;
        };
        let end = format!("#+end_{kind}");
        match kind {
            "quote" => self.block = OrgBlock::Quote,
            "src" | "example" | "verse" => {
                let language = words.get(1).filter(|_| kind == "src").copied().unwrap_or_default();
                self.push(&format!("```{language}"));
                self.block = OrgBlock::Code(end);
            }
            "export" | "comment" => self.block = OrgBlock::LeftOut(end),
            // The lines of others stand for themselves.
            _ => {}
        }
    }
}

/// Links, code, emphasis and formulas of a line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let before = out.chars().next_back();
        let found = match sign {
            '[' => link(rest),
            '\\' => formula(rest),
            '*' | '/' | '=' | '~' | '+' | '_' => emphasis(sign, before, rest),
            '$' => dollars(rest),
            _ => None,
        };
        match found {
            Some((written, length)) => {
                out.push_str(&written);
                rest = &rest[length..];
            }
            None => {
                out.push(sign);
                rest = &rest[sign.len_utf8()..];
            }
        }
    }
    out
}

/// `[[target][text]]` or `[[target]]`.
fn link(rest: &str) -> Option<(String, usize)> {
    let inner = rest.strip_prefix("[[")?;
    let end = inner.find("]]")?;
    let (target, text) = match inner[..end].split_once("][") {
        Some((target, text)) => (target, Some(text)),
        None => (&inner[..end], None),
    };
    let file = target.strip_prefix("file:").unwrap_or(target);
    let lower = file.to_ascii_lowercase();
    let is_picture =
        [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"].iter().any(|ending| lower.ends_with(ending));
    let is_web = target.contains("://");
    let written = match text {
        None if is_picture => format!("![]({})", file.replace(' ', "%20")),
        None if is_web => format!("<{target}>"),
        Some(text) if is_web => format!("[{text}]({})", target.replace(' ', "%20")),
        text => text.unwrap_or(target).to_owned(),
    };
    Some((written, end + 4))
}

/// `\(x\)` and `\[x\]`.
fn formula(rest: &str) -> Option<(String, usize)> {
    for (open, close, mark) in [("\\(", "\\)", "$"), ("\\[", "\\]", "$$")] {
        if let Some(inner) = rest.strip_prefix(open) {
            let end = inner.find(close)?;
            return Some((format!("{mark}{}{mark}", inner[..end].trim()), end + 4));
        }
    }
    None
}

/// A formula between dollars is one already.
fn dollars(rest: &str) -> Option<(String, usize)> {
    let mark = if rest.starts_with("$$") { "$$" } else { "$" };
    let end = rest[mark.len()..].find(mark)? + 2 * mark.len();
    Some((rest[..end].to_owned(), end))
}

/// Text between two signs, with white space or punctuation around them.
fn emphasis(sign: char, before: Option<char>, rest: &str) -> Option<(String, usize)> {
    let is_open = before.is_none_or(|letter| letter.is_whitespace() || "-({'\"（，。：；、".contains(letter));
    let inner = &rest[1..];
    if !is_open || inner.starts_with(char::is_whitespace) {
        return None;
    }
    let is_end = |place: usize| {
        let behind = inner[place + 1..].chars().next();
        !inner[..place].ends_with(char::is_whitespace)
            && place > 0
            && behind.is_none_or(|letter| {
                letter.is_whitespace() || "-.,:;!?)}'\"）。，：；？！、".contains(letter)
            })
    };
    let end = inner.match_indices(sign).map(|(place, _)| place).take(50).find(|place| is_end(*place))?;
    let text = &inner[..end];
    let written = match sign {
        '*' => format!("**{text}**"),
        '/' => format!("*{text}*"),
        '+' => format!("~~{text}~~"),
        '_' => format!("<u>{text}</u>"),
        _ => format!("`{text}`"),
    };
    Some((written, end + 2))
}
