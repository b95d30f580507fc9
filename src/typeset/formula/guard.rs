//! What the LaTeX parser may be given.

/// Longer formulas are shown as source.
const MAX_BYTES: usize = 8192;
/// The parser calls itself for an argument that is a command without braces, and a call of it takes
/// about 10 kB of stack when built without optimisation.
const MAX_CHAIN: usize = 48;

/// Commands the parser does not know, or reads wrongly, and what stands for them.
const SYNONYMS: [(&str, &str); 14] = [
    ("operatorname*", "\\operatorname"),
    ("bm", "\\boldsymbol"),
    ("argmin", "\\operatorname{argmin}"),
    ("argmax", "\\operatorname{argmax}"),
    ("softmax", "\\operatorname{softmax}"),
    ("boxed", ""),
    ("tag", "\\quad\\text"),
    ("tag*", "\\quad\\text"),
    ("nonumber", ""),
    ("notag", ""),
    ("nolimits", ""),
    ("label", "\\phantom"),
    ("mbox", "\\text"),
    ("textstyle", ""),
];

/// The source with synonyms replaced, or nothing if it defines macros or would overflow the stack.
pub(super) fn admit(source: &str) -> Option<String> {
    if source.len() > MAX_BYTES {
        return None;
    }
    let mut out = String::with_capacity(source.len());
    let mut chain = CommandChain { open: Vec::new(), length: 0, bracket: false };
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if c != '\\' {
            chain.character(c);
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let name = command(&rest[1..]);
        if matches!(
            name,
            "def" | "let" | "newcommand" | "renewcommand" | "providecommand" | "DeclareMathOperator"
        ) {
            return None;
        }
        chain.length += 1;
        if chain.length > MAX_CHAIN {
            return None;
        }
        rest = &rest[1 + name.len()..];
        match SYNONYMS.iter().find(|(from, _)| *from == name) {
            Some((_, to)) => {
                out.push_str(to);
                if to.is_empty() || rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    out.push(' ');
                }
            }
            None => out.extend(["\\", name]),
        }
    }
    Some(out)
}

/// The name of the command that `rest` continues: letters and perhaps a star, or one character.
fn command(rest: &str) -> &str {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let length = match letters {
        0 => rest.chars().next().map_or(0, char::len_utf8),
        _ => letters + usize::from(rest[letters..].starts_with('*') && letters > 1),
    };
    &rest[..length]
}

/// Counts commands that may be one another's argument: nothing but groups and white space lies between.
struct CommandChain {
    /// The counts outside of the open groups.
    open: Vec<usize>,
    length: usize,
    bracket: bool,
}

impl CommandChain {
    fn character(&mut self, c: char) {
        match c {
            '{' => self.open.push(std::mem::take(&mut self.length)),
            '}' => self.length = self.open.pop().unwrap_or(self.length),
            '[' => self.bracket = true,
            ']' => self.bracket = false,
            c if c.is_whitespace() || self.bracket || "%_^'".contains(c) => {}
            _ => self.length = 0,
        }
    }
}
