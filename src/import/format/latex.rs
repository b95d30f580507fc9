//! LaTeX: sections, lists, exercises and solutions as Markdown has them, line by line, so that every line keeps its
//! number. What stands above the document and what only lays out the page is left out.

use super::Converted;
use std::collections::HashMap;

/// Whether a text is LaTeX that may hold questions: it begins with a command or a comment and has lists or sections.
pub(super) fn is_latex(text: &str) -> bool {
    let start = text.trim_start();
    const TELLING: [&str; 5] =
        ["\\begin{enumerate}", "\\begin{itemize}", "\\section", "\\question", "\\subsection"];
    start.starts_with(['\\', '%'])
        && !text.contains("\n```")
        && TELLING.iter().any(|command| memchr::memmem::find(text.as_bytes(), command.as_bytes()).is_some())
}

pub(super) fn read(text: &str) -> Converted {
    let mut reader =
        LatexDocument { is_above: text.contains("\\begin{document}"), ..LatexDocument::default() };
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        out.push_str(&reader.line(line));
        out.push('\n');
    }
    Converted { format: "LaTeX", text: out, told: Vec::new() }
}

#[derive(Default)]
struct LatexDocument {
    /// Above the document: nothing but settings.
    is_above: bool,
    /// What ends the code or the formula at hand.
    verbatim: Option<String>,
    /// The lists that are open: the number of the last item, none where items are not numbered.
    lists: Vec<Option<u32>>,
    /// How often each kind of exercise came.
    counts: HashMap<String, u32>,
}

/// Blocks whose content is code.
const CODE: [&str; 4] = ["verbatim", "lstlisting", "minted", "Verbatim"];
/// Blocks whose content is a formula.
const FORMULAS: [&str; 4] = ["equation", "align", "gather", "displaymath"];
/// Blocks that ask.
const EXERCISES: [&str; 7] = ["problem", "exercise", "question", "exo", "task", "aufgabe", "ex"];
/// Blocks that answer.
const SOLUTIONS: [&str; 5] = ["solution", "answer", "solutionorbox", "sol", "loesung"];
/// Sections with the level of their headings.
const SECTIONS: [(&str, &str); 5] = [
    ("\\title", "#"),
    ("\\chapter", "#"),
    ("\\section", "##"),
    ("\\subsection", "###"),
    ("\\subsubsection", "####"),
];

impl LatexDocument {
    fn line(&mut self, line: &str) -> String {
        let bare = line.trim();
        if let Some(end) = &self.verbatim {
            if bare != end {
                return line.to_owned();
            }
            let mark = if end.contains("\\end{") && is_code(end) { "```" } else { "$$" };
            self.verbatim = None;
            return mark.to_owned();
        }
        let bare = without_comment(bare);
        for (command, marks) in SECTIONS {
            if let Some(title) = bare.strip_prefix(command).and_then(argument) {
                return format!("{marks} {}", inline(title.0));
            }
        }
        if self.is_above {
            self.is_above = !bare.contains("\\begin{document}");
            return String::new();
        }
        if bare == "\\[" {
            self.verbatim = Some("\\]".to_owned());
            return "$$".to_owned();
        }
        if let Some((name, rest)) = bare.strip_prefix("\\begin").and_then(argument) {
            return self.begin(name, rest);
        }
        if let Some((name, _)) = bare.strip_prefix("\\end").and_then(argument) {
            if is_list(name) {
                self.lists.pop();
            }
            return String::new();
        }
        self.item(bare).unwrap_or_else(|| inline(bare))
    }

    fn begin(&mut self, name: &str, rest: &str) -> String {
        let plain = name.trim_end_matches('*').to_lowercase();
        if is_list(name) {
            self.lists.push((name != "itemize" && name != "description").then_some(0));
            return String::new();
        }
        if CODE.contains(&name) || FORMULAS.contains(&plain.as_str()) {
            self.verbatim = Some(format!("\\end{{{name}}}"));
            return if CODE.contains(&name) { "```" } else { "$$" }.to_owned();
        }
        let behind = without_option(rest);
        if EXERCISES.contains(&plain.as_str()) {
            let count = self.counts.entry(plain).or_default();
            *count += 1;
            return format!("**Question {count}.** {}", inline(behind));
        }
        if SOLUTIONS.contains(&plain.as_str()) {
            return format!("Answer: {}", inline(behind)).trim_end().to_owned();
        }
        inline(behind)
    }

    /// An item of a list, or a question of a paper.
    fn item(&mut self, bare: &str) -> Option<String> {
        const ITEMS: [&str; 5] = ["\\item", "\\question", "\\part", "\\choice", "\\CorrectChoice"];
        let command = ITEMS.into_iter().find(|command| {
            bare.strip_prefix(command)
                .is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        })?;
        let text = inline(without_option(&bare[command.len()..]));
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                match command {
                    "\\choice" | "\\CorrectChoice" => {
                        format!("{}.", char::from_u32('A' as u32 + (*number - 1) % 26).unwrap_or('A'))
                    }
                    _ => format!("{number}."),
                }
            }
            _ => "-".to_owned(),
        };
        Some(format!("{}{mark} {text}", "   ".repeat(depth)))
    }
}

fn is_code(end: &str) -> bool {
    CODE.iter().any(|name| end.contains(name))
}

fn is_list(name: &str) -> bool {
    ["enumerate", "itemize", "description", "questions", "parts", "subparts", "choices", "checkboxes"]
        .contains(&name)
}

/// What stands in the braces behind a command, and behind them; options and a star are passed over.
fn argument(text: &str) -> Option<(&str, &str)> {
    let text = without_option(text.strip_prefix('*').unwrap_or(text)).trim_start();
    let inner = text.strip_prefix('{')?;
    let mut depth = 1usize;
    let end = inner.char_indices().find(|(_, letter)| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (end, _) = end?;
    Some((&inner[..end], &inner[end + 1..]))
}

/// What follows an option in brackets.
fn without_option(text: &str) -> &str {
    let inner = text.trim_start().strip_prefix('[');
    inner.and_then(|inner| inner.split_once(']')).map_or(text, |(_, rest)| rest).trim_start()
}

fn without_comment(line: &str) -> &str {
    let is_comment = |at: &usize| !line[..*at].ends_with('\\');
    let at = line.match_indices('%').map(|(at, _)| at).find(is_comment);
    at.map_or(line, |at| line[..at].trim_end())
}

/// Commands for emphasis as Markdown has them; commands that only lay out the page are dropped. Formulas stay.
fn inline(text: &str) -> String {
    const MARKS: [(&str, &str); 6] = [
        ("\\textbf", "**"),
        ("\\emph", "*"),
        ("\\textit", "*"),
        ("\\underline", "**"),
        ("\\texttt", "`"),
        ("\\verb", "`"),
    ];
    const DROPPED: [&str; 16] = [
        "\\noindent",
        "\\newpage",
        "\\maketitle",
        "\\centering",
        "\\bigskip",
        "\\medskip",
        "\\smallskip",
        "\\clearpage",
        "\\pagebreak",
        "\\newline",
        "\\hfill",
        "\\printanswers",
        "\\tableofcontents",
        "\\par",
        "\\quad",
        "\\displaystyle",
    ];
    const WITH_ARGUMENT: [&str; 6] =
        ["\\label", "\\vspace", "\\hspace", "\\pagestyle", "\\setcounter", "\\addtocounter"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let step = |length: usize| &rest[length..];
        if letter == '$' {
            let mark = if rest.starts_with("$$") { "$$" } else { "$" };
            let length = rest[mark.len()..].find(mark).map_or(rest.len(), |end| end + 2 * mark.len());
            out.push_str(&rest[..length]);
            rest = step(length);
        } else if letter != '\\' {
            match rest {
                _ if rest.starts_with("``") || rest.starts_with("''") => {
                    out.push('"');
                    rest = step(2);
                }
                _ => {
                    out.push(if letter == '~' { ' ' } else { letter });
                    rest = step(letter.len_utf8());
                }
            }
        } else if let Some((mark, inner, behind)) = MARKS.into_iter().find_map(|(command, mark)| {
            let (inner, behind) = argument(rest.strip_prefix(command)?)?;
            Some((mark, inner, behind))
        }) {
            out.push_str(mark);
            out.push_str(&if mark == "`" { inner.to_owned() } else { inline(inner) });
            out.push_str(mark);
            rest = behind;
        } else if let Some(behind) = WITH_ARGUMENT
            .into_iter()
            .find_map(|command| argument(rest.strip_prefix(command)?).map(|found| found.1))
        {
            rest = behind
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'))
                .map_or(behind, |found| found.1);
        } else if let Some(command) = DROPPED.into_iter().find(|command| {
            rest.strip_prefix(command)
                .is_some_and(|behind| !behind.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        }) {
            rest = step(command.len()).trim_start();
        } else if let Some(sign) = rest[1..].chars().next().filter(|sign| "&%_#$\\{}".contains(*sign)) {
            if sign != '\\' {
                out.push(sign);
            }
            rest = step(2);
        } else if let Some((open, close)) =
            [("\\(", "\\)"), ("\\[", "\\]")].into_iter().find(|(open, _)| rest.starts_with(open))
        {
            let end = rest.find(close).unwrap_or(rest.len());
            out.push('$');
            out.push_str(rest[open.len()..end].trim());
            out.push('$');
            rest = rest.get(end + close.len()..).unwrap_or_default();
        } else {
            out.push('\\');
            rest = step(1);
        }
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_stays_where_it_is() {
        let rows = [
            ("\\section*{Norms}", "## Norms"),
            ("\\begin{enumerate}[(a)]", ""),
            ("\\item What does \\emph{RMSNorm} leave out? % easy", "1. What does *RMSNorm* leave out?"),
            ("\\begin{itemize}", ""),
            ("\\item the mean, 5\\% cheaper", "   - the mean, 5% cheaper"),
            ("\\end{itemize}", ""),
            ("\\item[2 P.] State $\\sigma(x)$ and \\(x_1\\).\\\\", "2. State $\\sigma(x)$ and $x_1$."),
            ("\\end{enumerate}", ""),
            ("\\begin{verbatim}", "```"),
            ("x % y", "x % y"),
            ("\\end{verbatim}", "```"),
            ("\\begin{problem}[Trace]", "**Question 1.**"),
            ("\\begin{solution}", "Answer:"),
        ];
        let text: String = rows.iter().map(|(line, _)| format!("{line}\n")).collect();
        assert!(is_latex(&text));
        let converted = read(&text).text;
        let lines: Vec<&str> = converted.lines().map(str::trim_end).collect();
        assert_eq!(lines, rows.map(|(_, markdown)| markdown));
    }

    #[test]
    fn a_document_begins_below_its_settings() {
        let text = "\\documentclass{exam}\n\\usepackage{x}\n\\title{Nets}\n\\begin{document}\n\\begin{questions}\n\
                    \\question[3] Why shift before a softmax?\n\\begin{choices}\n\\choice speed\n\
                    \\CorrectChoice range\n\\end{choices}\n\\end{questions}\n\\end{document}\n";
        let converted = read(text).text;
        let told: Vec<&str> = converted.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(told, ["# Nets", "1. Why shift before a softmax?", "   A. speed", "   B. range"]);
        assert!(!is_latex("The command \\section{x} heads a section.\n"));
    }
}
