//! The formulas of Word's documents, written as LaTeX.

use super::xml::Element;

/// Signs and their commands.
const SIGNS: [(&str, &str); 12] = [
    (
        "αβγδεζηθικλμνξπρστυφχψω",
        "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon varphi chi psi omega",
    ),
    ("ϵϕϑ", "epsilon phi vartheta"),
    ("ΓΔΘΛΞΠΣΥΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"),
    ("≤≥≠≈≡∼≪≫∝≜", "leq geq neq approx equiv sim ll gg propto triangleq"),
    ("×·⋅÷±∓∘⊙⊗⊕", "times cdot cdot div pm mp circ odot otimes oplus"),
    ("∈∉⊂⊆⊃⊇∪∩∅∖", "in notin subset subseteq supset supseteq cup cap emptyset setminus"),
    ("∀∃¬∧∨⊤⊥", "forall exists neg land lor top bot"),
    ("→←↔⇒⇐⇔↦", "to leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow mapsto"),
    ("∞∂∇ℓ…⋯⋮⋱", "infty partial nabla ell ldots cdots vdots ddots"),
    ("∑∏∫∬∮⋃⋂", "sum prod int iint oint bigcup bigcap"),
    ("⟨⟩⌊⌋⌈⌉‖∣", "langle rangle lfloor rfloor lceil rceil Vert mid"),
    ("ℝℕℤℂℚ𝔼", "mathbb{R} mathbb{N} mathbb{Z} mathbb{C} mathbb{Q} mathbb{E}"),
];

/// Names that LaTeX sets upright.
const FUNCTIONS: [&str; 24] = [
    "arg", "cos", "cosh", "cot", "deg", "det", "dim", "exp", "gcd", "inf", "ker", "lim", "ln", "log", "max",
    "min", "sin", "sinh", "sup", "tan", "tanh", "arctan", "arcsin", "arccos",
];

/// Accents and their commands.
const ACCENTS: [(&str, &str); 12] = [
    ("\u{302}", "hat"),
    ("^", "hat"),
    ("\u{303}", "tilde"),
    ("~", "tilde"),
    ("\u{304}", "bar"),
    ("\u{305}", "bar"),
    ("¯", "bar"),
    ("\u{20d7}", "vec"),
    ("→", "vec"),
    ("\u{307}", "dot"),
    ("\u{308}", "ddot"),
    ("\u{30c}", "check"),
];

/// The LaTeX of a formula.
pub(super) fn latex(formula: &Element) -> String {
    let mut out = String::new();
    content(formula, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn content(element: &Element, out: &mut String) {
    element.elements().for_each(|child| one(child, out));
}

/// The content of a child.
fn part(element: &Element, name: &str) -> String {
    let mut out = String::new();
    if let Some(child) = element.child(name) {
        content(child, &mut out);
    }
    out.trim().to_owned()
}

/// What a property says; an element without a value says the same as `on`.
fn property<'a>(element: &'a Element, group: &str, name: &str) -> Option<&'a str> {
    let property = element.child(group)?.child(name)?;
    Some(property.attribute("m:val").unwrap_or("on"))
}

fn is_on(value: Option<&str>) -> bool {
    value.is_some_and(|value| !matches!(value, "0" | "off" | "false"))
}

/// What scripts stand at.
fn base(element: &Element) -> String {
    let base = part(element, "m:e");
    if base.chars().count() <= 1 || (base.starts_with('\\') && base[1..].chars().all(char::is_alphabetic)) {
        base
    } else {
        format!("{{{base}}}")
    }
}

fn one(element: &Element, out: &mut String) {
    let part = |name: &str| part(element, name);
    let written = match element.name.as_str() {
        "m:r" => return run(element, out),
        "m:f" => match property(element, "m:fPr", "m:type") {
            Some("lin" | "skw") => format!("{{{}}}/{{{}}}", part("m:num"), part("m:den")),
            Some("noBar") => {
                format!("\\genfrac{{}}{{}}{{0pt}}{{}}{{{}}}{{{}}}", part("m:num"), part("m:den"))
            }
            _ => format!("\\frac{{{}}}{{{}}}", part("m:num"), part("m:den")),
        },
        "m:sSup" => format!("{}^{{{}}}", base(element), part("m:sup")),
        "m:sSub" => format!("{}_{{{}}}", base(element), part("m:sub")),
        "m:sSubSup" => format!("{}_{{{}}}^{{{}}}", base(element), part("m:sub"), part("m:sup")),
        "m:sPre" => format!("{{}}_{{{}}}^{{{}}}{}", part("m:sub"), part("m:sup"), base(element)),
        "m:limLow" => format!("{}_{{{}}}", base(element), part("m:lim")),
        "m:limUpp" => format!("{}^{{{}}}", base(element), part("m:lim")),
        "m:rad" => match part("m:deg") {
            degree if degree.is_empty() || is_on(property(element, "m:radPr", "m:degHide")) => {
                format!("\\sqrt{{{}}}", part("m:e"))
            }
            degree => format!("\\sqrt[{degree}]{{{}}}", part("m:e")),
        },
        "m:nary" => nary(element),
        "m:d" => delimited(element),
        "m:m" => matrix(element, "matrix"),
        "m:eqArr" => lines(element),
        "m:acc" => accented(element),
        "m:bar" => match property(element, "m:barPr", "m:pos") {
            Some("top") => format!("\\overline{{{}}}", part("m:e")),
            _ => format!("\\underline{{{}}}", part("m:e")),
        },
        "m:groupChr" => match property(element, "m:groupChrPr", "m:pos") {
            Some("top") => format!("\\overbrace{{{}}}", part("m:e")),
            _ => format!("\\underbrace{{{}}}", part("m:e")),
        },
        "m:func" => format!("{} {}", part("m:fName"), part("m:e")),
        name if name.ends_with("Pr") => return,
        _ => return content(element, out),
    };
    out.push_str(&written);
    out.push(' ');
}

/// Equations below each other, set at their marks.
fn lines(element: &Element) -> String {
    let rows = element.elements().filter(|child| child.name == "m:e").map(|row| {
        let mut out = String::new();
        content(row, &mut out);
        out.trim().replace("\\&", "&")
    });
    format!("\\begin{{aligned}}{}\\end{{aligned}}", rows.collect::<Vec<_>>().join(" \\\\ "))
}

fn accented(element: &Element) -> String {
    let sign = property(element, "m:accPr", "m:chr").unwrap_or("\u{302}");
    let known = ACCENTS.iter().find(|(accent, _)| *accent == sign);
    format!("\\{}{{{}}}", known.map_or("hat", |(_, command)| command), part(element, "m:e"))
}

/// A sum, a product, an integral.
fn nary(element: &Element) -> String {
    let mut out = String::new();
    signs(property(element, "m:naryPr", "m:chr").unwrap_or("∫"), &mut out);
    let mut out = out.trim().to_owned();
    for (name, mark) in [("m:sub", '_'), ("m:sup", '^')] {
        let limit = part(element, name);
        if !limit.is_empty() {
            out.push_str(&format!("{mark}{{{limit}}}"));
        }
    }
    format!("{out} {}", part(element, "m:e"))
}

/// Something between brackets.
fn delimited(element: &Element) -> String {
    let sign = |name: &str, usual: &'static str| -> String {
        let sign = property(element, "m:dPr", name).unwrap_or(usual);
        match sign {
            "" => ".".to_owned(),
            "{" | "}" => format!("\\{sign}"),
            _ => {
                let mut out = String::new();
                signs(sign, &mut out);
                out.trim().to_owned()
            }
        }
    };
    let (open, close) = (sign("m:begChr", "("), sign("m:endChr", ")"));
    let parts: Vec<&Element> = element.elements().filter(|child| child.name == "m:e").collect();
    let only = match parts.as_slice() {
        [part] => part.elements().filter(|child| !child.name.ends_with("Pr")).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    if let [only] = only.as_slice()
        && only.name == "m:m"
    {
        let kind = match (open.as_str(), close.as_str()) {
            ("(", ")") => Some("pmatrix"),
            ("[", "]") => Some("bmatrix"),
            ("|", "|") => Some("vmatrix"),
            _ => None,
        };
        if let Some(kind) = kind {
            return matrix(only, kind);
        }
    }
    let parts = parts.iter().map(|part| {
        let mut out = String::new();
        content(part, &mut out);
        out.trim().to_owned()
    });
    let inner = parts.collect::<Vec<_>>().join(" \\mid ");
    format!("\\left{open} {inner} \\right{close}")
}

fn matrix(element: &Element, kind: &str) -> String {
    let cells = |row: &Element| {
        let cells = row.elements().filter(|cell| cell.name == "m:e").map(|cell| {
            let mut out = String::new();
            content(cell, &mut out);
            out.trim().to_owned()
        });
        cells.collect::<Vec<_>>().join(" & ")
    };
    let rows: Vec<String> = element.elements().filter(|row| row.name == "m:mr").map(cells).collect();
    format!("\\begin{{{kind}}}{}\\end{{{kind}}}", rows.join(" \\\\ "))
}

/// Letters and signs in a row.
fn run(element: &Element, out: &mut String) {
    let text: String = element.elements().filter(|child| child.name == "m:t").map(Element::text).collect();
    let style = property(element, "m:rPr", "m:sty");
    let script = property(element, "m:rPr", "m:scr");
    if is_on(property(element, "m:rPr", "m:nor")) {
        out.push_str(&format!("\\text{{{}}} ", text.replace(['{', '}', '\\', '$'], "")));
        return;
    }
    let name = text.trim();
    if FUNCTIONS.contains(&name) {
        out.push_str(&format!("\\{name} "));
        return;
    }
    let is_word = !name.is_empty() && name.chars().all(char::is_alphanumeric);
    let has_letter = name.chars().any(char::is_alphabetic);
    let command = match (script, style) {
        (Some("double-struck"), _) => Some("mathbb"),
        (Some("script"), _) => Some("mathcal"),
        (Some("fraktur"), _) => Some("mathfrak"),
        (_, Some("b" | "bi")) => Some("mathbf"),
        (_, Some("p")) if name.chars().count() > 1 => Some("mathrm"),
        _ => None,
    };
    match command.filter(|_| is_word && has_letter) {
        Some(command) => {
            out.push_str(&format!("\\{command}{{"));
            signs(name, out);
            out.push_str("} ");
        }
        None => signs(&text, out),
    }
}

/// Signs as LaTeX has them.
fn signs(text: &str, out: &mut String) {
    for letter in text.chars() {
        let command = SIGNS.iter().find_map(|(letters, commands)| {
            let place = letters.chars().position(|sign| sign == letter)?;
            commands.split(' ').nth(place)
        });
        match (command, letter) {
            (Some(command), _) => out.push_str(&format!("\\{command} ")),
            (None, '−') => out.push('-'),
            (None, '{' | '}' | '%' | '#' | '$' | '&' | '_') => out.extend(['\\', letter]),
            (None, '\\') => out.push_str("\\backslash "),
            (None, letter) if letter.is_whitespace() => out.push(' '),
            (None, letter) => out.push(letter),
        }
    }
}
