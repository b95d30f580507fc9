//! Lines, marks and arrows in ASCII, for terminals that show others as garbage or two cells wide.

use ratatui::buffer::Buffer;

/// What stands for a character that the program draws itself; one cell for one cell.
const STAND_INS: &[(&str, char)] = &[
    ("─━╸═┄┈╌┅┉", '-'),
    ("│┃║┊┆╎▌▏▕", '|'),
    ("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╔╗╚╝╠╣╦╩╬┝┥┿╪╞╡", '+'),
    ("▪◦‣•·◆●■", '*'),
    ("↪→", '>'),
    ("←", '<'),
    ("↑▲", '^'),
    ("↓▼", 'v'),
    ("›", '>'),
    ("–—", '-'),
    ("…", '~'),
    ("✗", 'x'),
    ("✓", 'v'),
    ("▭", '#'),
    ("█▓▒░▄▀", '#'),
    ("“”", '"'),
    ("‘’", '\''),
];

/// Puts ASCII in the place of lines, marks and arrows. Letters of every script stay as they are.
pub fn replace(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut letters = cell.symbol().chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { continue };
        if letter.is_ascii() {
            continue;
        }
        if let Some((_, stand_in)) = STAND_INS.iter().find(|(letters, _)| letters.contains(letter)) {
            cell.set_char(*stand_in);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn lines_become_ascii_and_letters_stay() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "│─┼▪→…é中αb", ratatui::style::Style::new());
        replace(&mut buffer);
        let text: String = buffer.content.iter().map(|cell| cell.symbol()).collect();
        assert_eq!(text.replace(' ', ""), "|-+*>~é中αb");
    }
}
