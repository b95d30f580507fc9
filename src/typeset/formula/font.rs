//! Small, ornate and bold characters, as far as Unicode has them.

use pulldown_latex::event::Font;
use ratatui::style::{Modifier, Style};

/// Letters without exceptions that Unicode has in bold: the first one, how many, the first bold one.
const BOLD: [(char, u32, u32); 5] =
    [('A', 26, 0x1d400), ('a', 26, 0x1d41a), ('Α', 25, 0x1d6a8), ('α', 25, 0x1d6c2), ('0', 10, 0x1d7ce)];

/// A text in an ornate alphabet. Bold letters are those of Unicode until [`stretches`] makes them letters
/// in a bold style, which every terminal can draw.
pub(super) fn styled(text: impl AsRef<str>, font: Option<Font>) -> String {
    text.as_ref().chars().map(|c| ornate(c, font)).collect()
}

/// A text cut into stretches of letters that are bold and that are not.
pub(super) fn stretches(text: &str, style: Style) -> Vec<(String, Style)> {
    let mut out: Vec<(String, Style)> = Vec::new();
    let mut bold_before = None;
    for c in text.chars() {
        let plain = plain(c);
        // A combining mark goes with its letter.
        let bold = if joins(c) { bold_before.unwrap_or(false) } else { plain != c };
        match out.last_mut() {
            Some((stretch, _)) if bold_before == Some(bold) => stretch.push(plain),
            _ => {
                let style = if bold { style.add_modifier(Modifier::BOLD) } else { style };
                out.push((plain.to_string(), style));
            }
        }
        bold_before = Some(bold);
    }
    out
}

/// The text in small characters, if there is one for each.
pub(super) fn all(text: &str, small: fn(char) -> Option<char>) -> Option<String> {
    text.chars().map(small).collect()
}

/// The subscript form of a character.
pub(super) fn lowered(c: char) -> Option<char> {
    pick(plain(c), LOWERED)
}

/// The superscript form of a character.
pub(super) fn raised(c: char) -> Option<char> {
    pick(plain(c), RAISED)
}

/// Whether a character stands lower or higher than others.
pub(super) fn is_small(c: char) -> bool {
    c != '*' && c != '†' && (LOWERED.1.contains(c) || RAISED.1.contains(c))
}

const LOWERED: (&str, &str) =
    ("0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");
const RAISED: (&str, &str) = (
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ⊤∘°′*†",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵀ°°′*†",
);

fn pick(c: char, (from, to): (&str, &str)) -> Option<char> {
    let at = from.chars().position(|other| other == c)?;
    to.chars().nth(at)
}

fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}')
}

/// The letter of a bold one.
fn plain(c: char) -> char {
    let code = c as u32;
    let found = BOLD.iter().find(|(_, count, bold)| (*bold..bold + count).contains(&code));
    found.and_then(|(first, _, bold)| char::from_u32(*first as u32 + code - bold)).unwrap_or(c)
}

fn bold(c: char) -> char {
    let found =
        BOLD.iter().find(|(first, count, _)| (*first as u32..*first as u32 + count).contains(&(c as u32)));
    found.and_then(|(first, _, bold)| char::from_u32(bold + c as u32 - *first as u32)).unwrap_or(c)
}

fn ornate(c: char, font: Option<Font>) -> char {
    let c = if c == 'µ' { 'μ' } else { c };
    let (exceptions, upper, lower) = match font {
        Some(Font::DoubleStruck) => ("CℂHℍNℕPℙQℚRℝZℤ", 0x1d538, 0x1d552),
        Some(Font::Script | Font::BoldScript) => ("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ", 0x1d49c, 0x1d4b6),
        Some(Font::Fraktur | Font::BoldFraktur) => ("CℭHℌIℑRℜZℨ", 0x1d504, 0x1d51e),
        Some(Font::Bold | Font::BoldItalic | Font::BoldSymbol | Font::BoldSansSerif) => return bold(c),
        _ => return c,
    };
    if let Some(at) = exceptions.chars().step_by(2).position(|other| other == c) {
        return exceptions.chars().nth(2 * at + 1).unwrap_or(c);
    }
    let code = match c {
        'A'..='Z' => upper + (c as u32 - 'A' as u32),
        'a'..='z' => lower + (c as u32 - 'a' as u32),
        '0'..='9' if font == Some(Font::DoubleStruck) => 0x1d7d8 + (c as u32 - '0' as u32),
        _ => return c,
    };
    char::from_u32(code).unwrap_or(c)
}
