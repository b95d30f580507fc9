//! The names of a formula: a letter with what stands above, behind and below it, and how people type it.
//!
//! A name is its base and, behind `_`, its subscript: `xhat_i`.

use std::collections::BTreeSet;

const GREEK: &str = "α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon η eta θ theta λ lambda μ mu π pi ρ rho σ sigma τ tau \
    φ phi ϕ phi χ chi ψ psi ω omega κ kappa ν nu ξ xi ζ zeta Γ Gamma Δ Delta Θ Theta Λ Lambda Π Pi Σ Sigma Φ Phi Ψ Psi \
    Ω Omega ∇ nabla ∞ infty ℓ ell";

/// Commands that change how letters look.
pub(super) const FONTS: [&str; 9] =
    ["text", "mathrm", "operatorname", "mathbf", "mathit", "mathcal", "boldsymbol", "rm", "mathsf"];

/// What marks a differential: ∂F is one name.
pub(super) const PARTIAL: char = '∂';

/// Marks above a letter, with their words.
const ACCENTS: [(char, &str); 5] =
    [('\u{302}', "hat"), ('\u{304}', "bar"), ('\u{305}', "bar"), ('\u{303}', "tilde"), ('\u{20d7}', "vec")];

/// Letters that count: who leaves them out has not said another thing.
const INDICES: [&str; 4] = ["i", "j", "t", "l"];

/// What else people call a name, by its subscript.
const OTHERS: [(&str, &str); 6] = [
    ("fan_in", "in"),
    ("fanin", "in"),
    ("fan-in", "in"),
    ("fan_out", "out"),
    ("fanout", "out"),
    ("fan-out", "out"),
];

/// The name of a sign, as of a Greek letter.
pub(in crate::quiz::cloze) fn of_sign(letter: char) -> Option<&'static str> {
    let mut words = GREEK.split_whitespace();
    while let (Some(sign), Some(name)) = (words.next(), words.next()) {
        if sign.chars().eq([letter]) {
            return Some(name);
        }
    }
    None
}

/// Whether a word names a letter: `gamma`.
pub(in crate::quiz::cloze) fn is_letter(word: &str) -> bool {
    GREEK.split_whitespace().any(|name| name == word)
}

/// A command by the name that its kin share: `\varepsilon` is `\epsilon`.
pub(super) fn one_of_two(command: &str) -> &str {
    command.strip_prefix("var").unwrap_or(command)
}

/// The word of a mark above a letter.
pub(super) fn accent_of_mark(mark: char) -> Option<&'static str> {
    ACCENTS.iter().find(|(known, _)| *known == mark).map(|(_, word)| *word)
}

/// The word of a command that sets such a mark.
pub(super) fn accent_of_command(command: &str) -> Option<&'static str> {
    let command = command.strip_prefix("wide").or_else(|| command.strip_prefix("over")).unwrap_or(command);
    let command = if command == "line" { "bar" } else { command };
    ACCENTS.iter().find(|(_, word)| *word == command).map(|(_, word)| *word)
}

/// The base of a name as it was written.
pub(super) struct WrittenBase {
    pub(super) name: String,
    /// How many letters it took.
    pub(super) written: usize,
}

/// The names of a formula.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    names: BTreeSet<String>,
}

impl KnownNames {
    pub(super) fn new(names: BTreeSet<String>) -> KnownNames {
        KnownNames { names }
    }

    /// Whether a name stands there without a subscript.
    pub(super) fn has_bare(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    fn bases(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .map(|name| name.split('_').next().unwrap_or(name))
            .filter(|base| !base.starts_with(PARTIAL))
    }

    fn subscripts<'a>(&'a self, base: &'a str) -> impl Iterator<Item = &'a str> {
        let of = move |name: &'a String| name.strip_prefix(base)?.strip_prefix('_');
        self.names.iter().filter_map(of)
    }

    /// The base of a known name at the start of a text, without its mark above: in Latin letters, or `hat x`.
    pub(super) fn base(&self, rest: &str) -> Option<WrittenBase> {
        let plain = |base: &str| without_accent(base).0.to_owned();
        let found = self.bases().map(plain).filter(|base| rest.starts_with(base.as_str()));
        let found = found.filter(|base| !base.is_empty()).max_by_key(String::len);
        let marked = || {
            let (_, accent) = ACCENTS.iter().find(|(_, word)| rest.starts_with(word))?;
            let inner = rest[accent.len()..].trim_start_matches([' ', '(']);
            let base = self.bases().find(|base| {
                let (plain, own) = without_accent(base);
                own == *accent && inner.starts_with(plain)
            })?;
            let plain = without_accent(base).0;
            let skipped = rest[accent.len()..].len() - inner.len();
            let closes = rest[accent.len()..].starts_with('(') && inner[plain.len()..].starts_with(')');
            let written = rest[..accent.len() + skipped + plain.len()].chars().count() + usize::from(closes);
            Some(WrittenBase { name: base.to_owned(), written })
        };
        let word = || {
            // `L` for a name of a whole word that begins so.
            let first = rest.chars().next()?;
            let is_alone = !rest.chars().nth(1).is_some_and(char::is_alphabetic);
            let begins = |base: &&str| {
                base.len() >= 3
                    && !GREEK.split_whitespace().any(|name| name == *base)
                    && without_accent(base).1.is_empty()
                    && base.chars().next().is_some_and(|own| own.eq_ignore_ascii_case(&first))
            };
            let mut words = self.bases().filter(begins);
            let name = words.next().filter(|_| is_alone)?.to_owned();
            words.next().is_none().then_some(WrittenBase { name, written: 1 })
        };
        let spelled = marked();
        if spelled.is_some() {
            return spelled;
        }
        found.map(|name| WrittenBase { written: name.chars().count(), name }).or_else(word)
    }

    /// A name with the mark above it that is written behind it as a word, and how many letters that takes.
    pub(super) fn accented(&self, name: &str, rest: &str) -> (String, usize) {
        let trimmed = rest.trim_start_matches(['_', '-', ' ']);
        for (_, word) in ACCENTS {
            let whole = format!("{name}{word}");
            if trimmed.starts_with(word) && self.bases().any(|base| base == whole) {
                return (whole, rest[..rest.len() - trimmed.len() + word.len()].chars().count());
            }
        }
        (name.to_owned(), 0)
    }

    /// The subscript that a known name of this base has and a text begins with.
    pub(super) fn subscript(&self, base: &str, rest: &str) -> Option<String> {
        let found =
            self.subscripts(base).filter(|subscript| !subscript.is_empty() && rest.starts_with(subscript));
        found.max_by_key(|subscript| subscript.len()).map(str::to_owned)
    }

    /// A name whose index was left out, with it, where only one can be meant.
    pub(super) fn whole(&self, name: String) -> String {
        if self.names.contains(&name) || name.contains('_') {
            return name;
        }
        let subscripts: Vec<&str> = self.subscripts(&name).collect();
        match subscripts[..] {
            [index] if INDICES.contains(&index) => format!("{name}_{index}"),
            _ => name,
        }
    }

    /// `dF` where the formula has ∂F, and how many letters that takes.
    pub(super) fn differential(&self, rest: &str) -> Option<(String, usize)> {
        let inner = rest.strip_prefix(['d', 'δ', PARTIAL]).or_else(|| rest.strip_prefix("partial "))?;
        let skipped = rest[..rest.len() - inner.len()].chars().count();
        let fit = |name: &&String| {
            name.strip_prefix(PARTIAL)
                .is_some_and(|own| inner.starts_with(own) || inner.starts_with(&own.replace('_', "")))
        };
        let name = self.names.iter().filter(fit).max_by_key(|name| name.len())?;
        let own = name.trim_start_matches(PARTIAL);
        let length = if inner.starts_with(own) { own.len() } else { own.replace('_', "").len() };
        Some((name.clone(), skipped + inner[..length].chars().count()))
    }

    /// A name that people call otherwise, `fan_in` for n_in, and how many letters that takes.
    pub(super) fn by_another_name(&self, rest: &str) -> Option<(String, usize)> {
        let (written, subscript) = OTHERS.iter().find(|(written, _)| rest.starts_with(written))?;
        let mut names =
            self.names.iter().filter(|name| name.split_once('_').is_some_and(|(_, own)| own == *subscript));
        let name = names.next()?.clone();
        names.next().is_none().then(|| (name, written.chars().count()))
    }
}

/// A base and the mark above it.
fn without_accent(base: &str) -> (&str, &'static str) {
    let found = ACCENTS.iter().find_map(|(_, word)| Some((base.strip_suffix(word)?, *word)));
    found.filter(|(plain, _)| !plain.is_empty()).unwrap_or((base, ""))
}
