//! What a file of code uses: its paths, calls and macros, without its comments, strings and tests.

/// Something the rules of the house ask about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A path: `crate` and a room first for what is in the house, a crate first otherwise.
    Path {
        path: Vec<String>,
        /// The name it is given with `as`.
        alias: Option<String>,
        /// Whether it is handed on with `pub use`.
        is_public: bool,
        /// Whether it stands in a `use`.
        is_use: bool,
    },
    /// A function or method that is called or named: `exists`, `Utc::now`.
    Call(String),
    /// A macro, without its sign.
    Macro(String),
    /// A way of reading code that the rules cannot follow.
    Odd(&'static str),
}

/// A file's code.
pub(crate) struct Code {
    /// The module it is, from the root of the house down.
    module: Vec<String>,
    pub(crate) found: Vec<Found>,
    /// Files that are tests as a whole, by their paths.
    pub(crate) test_files: Vec<String>,
    /// Modules that the file has in files of their own.
    children: Vec<String>,
    /// The names of its types, but for those inside of functions and implementations.
    pub(crate) types: Vec<String>,
}

impl Code {
    /// Reads the code of a file, which is named by its path below `src`.
    pub(crate) fn of(file: &str, text: &str) -> Code {
        let module: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let mut code = Code {
            module,
            found: Vec::new(),
            test_files: Vec::new(),
            children: Vec::new(),
            types: Vec::new(),
        };
        let tokens = code.without_tests(&tokens(text));
        let children = tokens.windows(3).filter(|item| item[0] == "mod" && item[2] == ";");
        code.children = children.map(|item| item[1].clone()).collect();
        code.read(&tokens);
        code
    }

    /// The room it belongs to.
    pub(crate) fn room(&self) -> &str {
        &self.module[0]
    }

    fn without_tests(&mut self, tokens: &[String]) -> Vec<String> {
        const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
        let mut kept = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            if !tokens[at..].iter().take(TEST.len()).eq(TEST) {
                kept.push(tokens[at].clone());
                at += 1;
                continue;
            }
            let end = end_of_item(tokens, at);
            if let [.., module, name, end] = &tokens[at..end]
                && module == "mod"
                && end == ";"
            {
                self.test_files.push(format!("{}/{name}.rs", self.module.join("/")));
            }
            at = end;
        }
        kept
    }

    fn read(&mut self, tokens: &[String]) {
        let token = |at: usize| tokens.get(at).map_or("", String::as_str);
        // The modules inside the file, with the depth of braces at which each ends.
        let mut inside: Vec<(usize, String)> = Vec::new();
        let mut depth = 0;
        let mut at = 0;
        while at < tokens.len() {
            match token(at) {
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    inside.retain(|(end, _)| *end <= depth);
                }
                "mod" if token(at + 2) == "{" => inside.push((depth + 1, token(at + 1).to_owned())),
                "struct" | "enum" | "trait" | "union" | "type"
                    if depth == inside.len() && is_name(token(at + 1)) =>
                {
                    self.types.push(token(at + 1).to_owned());
                }
                "extern" if token(at + 1) == "crate" => self.found.push(Found::Odd("extern crate")),
                "path" if token(at.wrapping_sub(1)) == "[" && token(at + 1) == "=" => {
                    self.found.push(Found::Odd("#[path]"));
                }
                "use" => {
                    let is_public = matches!(token(at.wrapping_sub(1)), "pub" | ")");
                    let mut uses = Vec::new();
                    at = tree(tokens, at + 1, &[], &mut uses);
                    for (path, alias) in uses {
                        self.path(&path, alias, (is_public, true), &inside);
                    }
                    continue;
                }
                name if is_name(name) => {
                    let (path, end) = path_at(tokens, at);
                    let last = path.last().cloned().unwrap_or_default();
                    if token(end) == "!" && token(end + 1) != "=" {
                        self.found.push(Found::Macro(last));
                    } else {
                        let is_on_value = token(at.wrapping_sub(1)) == ".";
                        self.call(&path, is_on_value, token(end) == "(");
                        if path.len() > 1 && !is_on_value {
                            self.path(&path, None, (false, false), &inside);
                        }
                    }
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn call(&mut self, path: &[String], is_on_value: bool, is_called: bool) {
        let Some(last) = path.last() else { return };
        // `command.stdout(…)` sets where a program writes; `stdout()` writes.
        let is_stream = matches!(last.as_str(), "stdin" | "stdout" | "stderr");
        if path.len() > 1 || is_called && is_on_value != is_stream {
            self.found.push(Found::Call(last.clone()));
        }
        if let [.., before, last] = path {
            self.found.push(Found::Call(format!("{before}::{last}")));
        }
    }

    /// Notes a path as seen from the root of the house.
    fn path(
        &mut self,
        path: &[String],
        alias: Option<String>,
        (is_public, is_use): (bool, bool),
        inside: &[(usize, String)],
    ) {
        let mut here: Vec<String> = self.module.clone();
        here.extend(inside.iter().map(|(_, name)| name.clone()));
        let is_root = matches!(self.room(), "lib" | "main");
        let mut rest = path;
        // A path may begin with a module that the file declares.
        let mut is_inside =
            inside.is_empty() && path.first().is_some_and(|first| self.children.contains(first));
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" => here.clear(),
                "self" => {}
                "super" => drop(here.pop()),
                _ => break,
            }
            is_inside = true;
            rest = others;
        }
        let mut whole =
            if is_inside && !is_root { [vec!["crate".to_owned()], here].concat() } else { Vec::new() };
        whole.extend(rest.iter().cloned());
        // `{self}` in a group is the path before it.
        if whole.len() > 1 && whole.last().is_some_and(|last| last == "self") {
            whole.pop();
        }
        if !whole.is_empty() {
            self.found.push(Found::Path { path: whole, alias, is_public, is_use });
        }
    }
}

/// Where the item that begins with attributes ends: behind its braces or its semicolon.
fn end_of_item(tokens: &[String], start: usize) -> usize {
    let mut at = start;
    while tokens.get(at).is_some_and(|token| token == "#") {
        at = end_of_group(tokens, at + 1);
    }
    while at < tokens.len() {
        match tokens[at].as_str() {
            "{" => {
                let is_use = tokens[start..at].iter().any(|token| token == "use");
                at = end_of_group(tokens, at);
                if !is_use {
                    return at;
                }
            }
            "(" | "[" => at = end_of_group(tokens, at),
            ";" => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// Where a bracket that opens here is closed, and one further.
fn end_of_group(tokens: &[String], start: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Reads one tree of a `use`: paths with the names they are given. Gives where it ends.
fn tree(
    tokens: &[String],
    start: usize,
    before: &[String],
    uses: &mut Vec<(Vec<String>, Option<String>)>,
) -> usize {
    let token = |at: usize| tokens.get(at).map_or("", String::as_str);
    let mut path = before.to_vec();
    let mut at = start;
    loop {
        match token(at) {
            "::" => at += 1,
            "{" => {
                at += 1;
                while !matches!(token(at), "}" | "") {
                    at = tree(tokens, at, &path, uses);
                    at += usize::from(token(at) == ",");
                }
                return at + 1;
            }
            "as" => {
                uses.push((path, Some(token(at + 1).to_owned())));
                return at + 2;
            }
            name if is_name(name) || name == "*" => {
                path.push(name.to_owned());
                at += 1;
            }
            _ => {
                uses.push((path, None));
                return at;
            }
        }
    }
}

/// The path that begins here, and where it ends.
fn path_at(tokens: &[String], start: usize) -> (Vec<String>, usize) {
    let mut path = vec![tokens[start].clone()];
    let mut at = start + 1;
    while tokens.get(at).is_some_and(|token| token == "::")
        && let Some(name) = tokens.get(at + 1).filter(|name| is_name(name))
    {
        path.push(name.clone());
        at += 2;
    }
    (path, at)
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// The names and signs of a text, without comments; a string or a character is `"`.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest)
        } else if let Some(length) = literal(rest) {
            tokens.push("\"".to_owned());
            length
        } else if letter.is_alphanumeric() || letter == '_' {
            let name = rest.strip_prefix("r#").unwrap_or(rest);
            let raw = rest.len() - name.len();
            let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let name = &name[..end.unwrap_or(name.len())];
            tokens.push(name.to_owned());
            raw + name.len()
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !letter.is_whitespace() {
                tokens.push(letter.to_string());
            }
            letter.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// How long a comment in `/*` is; comments may hold comments.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let step = match text.as_bytes()[at..] {
            [b'/', b'*', ..] => {
                depth += 1;
                2
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                2
            }
            _ => 1,
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// How long the string or character is that begins here, if one does.
fn literal(text: &str) -> Option<usize> {
    let body = text.strip_prefix(['b', 'c']).unwrap_or(text);
    let prefix = text.len() - body.len();
    if let Some(raw) = body.strip_prefix('r') {
        let inner = raw.trim_start_matches('#');
        let marks = raw.len() - inner.len();
        if let Some(inner) = inner.strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(marks));
            let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
            return Some(prefix + 1 + marks + 1 + length);
        }
        return None;
    }
    let quote = body.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    let mut letters = body.char_indices().skip(1).peekable();
    // `'a` is a lifetime, `'a'` a character.
    if quote == '\'' && !body.starts_with("'\\") && body.chars().nth(2) != Some('\'') {
        return None;
    }
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if letter == quote && at > 0 {
            return Some(prefix + at + 1);
        }
    }
    Some(text.len())
}
