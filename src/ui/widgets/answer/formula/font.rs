//! Small and ornate characters, as far as Unicode has them.

use pulldown_latex::event::Font;

/// A text in an ornate alphabet. Bold and upright letters stay as they are, because they read better.
pub(super) fn styled(text: impl AsRef<str>, font: Option<Font>) -> String {
    text.as_ref().chars().map(|c| ornate(c, font)).collect()
}

/// The text in small characters, if there is one for each.
pub(super) fn all(text: &str, small: fn(char) -> Option<char>) -> Option<String> {
    text.chars().map(small).collect()
}

/// The subscript form of a character.
pub(super) fn lowered(c: char) -> Option<char> {
    pick(c, "0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}

/// The superscript form of a character.
pub(super) fn raised(c: char) -> Option<char> {
    pick(
        c,
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ⊤∘°′",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵀ°°′",
    )
}

fn pick(c: char, from: &str, to: &str) -> Option<char> {
    let at = from.chars().position(|other| other == c)?;
    to.chars().nth(at)
}

fn ornate(c: char, font: Option<Font>) -> char {
    let (exceptions, upper, lower) = match font {
        Some(Font::DoubleStruck) => ("CℂHℍNℕPℙQℚRℝZℤ", 0x1d538, 0x1d552),
        Some(Font::Script | Font::BoldScript) => ("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ", 0x1d49c, 0x1d4b6),
        Some(Font::Fraktur | Font::BoldFraktur) => ("CℭHℌIℑRℜZℨ", 0x1d504, 0x1d51e),
        _ => return if c == 'µ' { 'μ' } else { c },
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
