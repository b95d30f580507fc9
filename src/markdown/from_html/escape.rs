//! Plain text, written so that no sign of it means anything to Markdown.

/// Appends a text so that none of its signs means anything to Markdown.
pub(super) fn escape(text: &str, in_table: bool, out: &mut String) {
    let letters: Vec<char> = text.chars().collect();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| letters[index]);
        let after = letters.get(index + 1).copied();
        let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let special = match letter {
            '\\' | '`' | '*' | '<' | '$' => true,
            // An escaped opening bracket would begin a formula, so links are broken at their end.
            ']' => matches!(after, Some('(' | '[' | ':')),
            '^' => before == Some('['),
            '_' => !(is_inside(before) && is_inside(after)),
            '~' => after == Some(*letter) || before == Some(*letter),
            '&' => after.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            '|' => in_table,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(*letter);
    }
}

/// A line whose beginning means nothing to Markdown.
pub(super) fn at_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=9).contains(&digits) && matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
    if numbered {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    let is_rule = line.len() > 2 && (line.chars().all(|letter| letter == '-' || letter == ' '));
    let signs = ["# ", "## ", "### ", "#### ", "##### ", "###### ", "- ", "+ ", "> ", ": ", "~~~"];
    let is_special = is_rule
        || signs.iter().any(|sign| line.starts_with(sign))
        || line.starts_with('>')
        || line.starts_with('=')
        || line.starts_with('|')
        || matches!(line, "-" | "+" | "#" | "##" | "###" | ":");
    if is_special { format!("\\{line}") } else { line.to_owned() }
}
