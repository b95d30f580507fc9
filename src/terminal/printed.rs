//! Styled lines as text: for a terminal that is not taken over, with its codes for colours, bold and the like;
//! and for `man`.

use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use std::fmt::Write;

/// The lines with the codes of their styles, one a line.
pub fn printed(lines: &[Line<'_>]) -> String {
    let mut text = String::new();
    for line in lines {
        for span in &line.spans {
            let codes = codes(line.style.patch(span.style));
            let _ = match codes.as_str() {
                "" => write!(text, "{}", span.content),
                codes => write!(text, "\x1b[{codes}m{}\x1b[0m", span.content),
            };
        }
        text.push('\n');
    }
    text
}

/// The lines for `man`, which fills no lines here: bold, and italic for what is underlined or italic.
pub fn roff(lines: &[Line<'_>]) -> String {
    let mut text = String::new();
    for line in lines {
        // A dot or an apostrophe at the beginning of a line would be an order.
        text.push_str(r"\&");
        for span in &line.spans {
            let modifier = line.style.patch(span.style).add_modifier;
            let font = match () {
                () if modifier.contains(Modifier::BOLD) => r"\fB",
                () if modifier.intersects(Modifier::ITALIC | Modifier::UNDERLINED) => r"\fI",
                () => "",
            };
            let plain = span.content.replace('\\', r"\e").replace('-', r"\-");
            text.extend([font, &plain, if font.is_empty() { "" } else { r"\fR" }]);
        }
        text.push('\n');
    }
    text
}

fn codes(style: Style) -> String {
    let modifiers = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
    ];
    let set = modifiers.into_iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier));
    let mut codes: Vec<String> = set.map(|(_, code)| code.to_string()).collect();
    codes.extend(style.fg.and_then(|colour| code(colour, 30)));
    codes.extend(style.bg.and_then(|colour| code(colour, 40)));
    codes.join(";")
}

/// The code of a colour; 30 is the first one of the text, 40 of the background.
fn code(colour: Color, first: u32) -> Option<String> {
    let named = |index: u32| Some((first + index).to_string());
    let bright = |index: u32| Some((first + 60 + index).to_string());
    match colour {
        Color::Reset => None,
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => Some(format!("{};5;{index}", first + 8)),
        Color::Rgb(r, g, b) => Some(format!("{};2;{r};{g};{b}", first + 8)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::text::Span;

    #[test]
    fn a_style_becomes_its_codes_and_ends_with_its_text() {
        let bold = Style::new().add_modifier(Modifier::BOLD).fg(Color::Blue);
        let lines = [
            Line::from(vec![Span::raw("a "), Span::styled("b", bold), Span::raw(" 汉")]),
            Line::styled("c", Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(9))),
            Line::styled("d", Style::new().fg(Color::White)),
        ];
        let expected = "a \x1b[1;34mb\x1b[0m 汉\n\x1b[38;2;1;2;3;48;5;9mc\x1b[0m\n\x1b[97md\x1b[0m\n";
        assert_eq!(printed(&lines), expected);
    }

    #[test]
    fn man_gets_bold_and_no_orders() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let lines = [Line::from(".so x"), Line::from(vec![Span::styled("--new", bold), Span::raw(r" a\b")])];
        assert_eq!(roff(&lines), "\\&.so x\n\\&\\fB\\-\\-new\\fR a\\eb\n");
    }
}
