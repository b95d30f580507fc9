//! Styles by what they mean. A screen asks for `theme.wrong`, never for a colour.

use crate::messages::ThemeName;
use ratatui::style::{Color, Modifier, Style};

/// Named styles. The default sixteen-colour theme reads on light and dark backgrounds, because it
/// leaves the background alone and tells every state by a modifier or a sign as well as by colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Running text.
    pub text: Style,
    /// Text of second rank: hints, counts, key labels.
    pub dim: Style,
    /// The line that says where one is.
    pub title: Style,
    /// The question being asked.
    pub question: Style,
    /// Headings inside an answer.
    pub heading: Style,
    /// `**strong**`.
    pub strong: Style,
    /// `*emphasis*`.
    pub emphasis: Style,
    /// Code in running text.
    pub code: Style,
    /// Code blocks, and what in them is nothing of the following.
    pub code_block: Style,
    /// Keywords of a programming language.
    pub code_keyword: Style,
    /// Strings and characters.
    pub code_string: Style,
    /// Comments.
    pub code_comment: Style,
    /// Numbers and other constants.
    pub code_number: Style,
    /// Functions where they are named and called.
    pub code_function: Style,
    /// Types, classes and attributes.
    pub code_type: Style,
    /// Quoted text and its bar.
    pub quote: Style,
    /// A link's text.
    pub link: Style,
    /// A link's or an image's address.
    pub address: Style,
    /// A formula.
    pub formula: Style,
    /// List markers.
    pub marker: Style,
    /// Borders, rules and table lines.
    pub rule: Style,
    /// A key in the key bar or the help.
    pub key: Style,
    /// The selected row.
    pub selected: Style,
    /// Grade again, and what went wrong.
    pub wrong: Style,
    /// Grade hard, and what needs care.
    pub warning: Style,
    /// Grade good, and what went well.
    pub right: Style,
    /// Grade easy.
    pub easy: Style,
}

impl Theme {
    /// Sixteen terminal colours, chosen to read on light and dark backgrounds alike.
    pub fn sixteen() -> Theme {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        // Not the colour called dark grey: some palettes make it the colour of the background.
        let dim = plain.add_modifier(Modifier::DIM);
        Theme {
            text: plain,
            dim,
            title: bold,
            question: bold,
            heading: bold.fg(Color::LightBlue),
            strong: bold,
            emphasis: plain.add_modifier(Modifier::ITALIC),
            code: plain.fg(Color::Magenta),
            code_block: plain,
            code_keyword: bold.fg(Color::Magenta),
            code_string: plain.fg(Color::Green),
            code_comment: dim.add_modifier(Modifier::ITALIC),
            code_number: plain.fg(Color::Cyan),
            code_function: plain.fg(Color::LightBlue),
            code_type: plain.fg(Color::Yellow),
            quote: dim.add_modifier(Modifier::ITALIC),
            link: plain.fg(Color::LightBlue).add_modifier(Modifier::UNDERLINED),
            address: dim,
            formula: plain.fg(Color::Cyan),
            marker: plain.fg(Color::LightBlue),
            rule: dim,
            key: bold.fg(Color::LightBlue),
            selected: plain.add_modifier(Modifier::REVERSED),
            wrong: plain.fg(Color::Red),
            warning: plain.fg(Color::Yellow),
            right: plain.fg(Color::Green),
            easy: plain.fg(Color::Cyan),
        }
    }

    /// No colour at all, for `NO_COLOR`: bold, italic, underline and reverse remain.
    pub fn plain() -> Theme {
        let mut theme = Theme::sixteen();
        for style in theme.styles_mut() {
            style.fg = None;
            style.bg = None;
        }
        theme
    }

    /// Sixteen terminal colours for a background that is known. On a light one green, yellow and cyan cannot be
    /// read, so that blue, magenta and red stand for them.
    pub fn sixteen_on(is_dark: bool) -> Theme {
        let mut theme = Theme::sixteen();
        let turn = |colour: Color| match (colour, is_dark) {
            // The blue of most palettes is lost on black, and so is their lighter blue in part.
            (Color::LightBlue | Color::Blue, true) => Color::LightCyan,
            (Color::Red, true) => Color::LightRed,
            (Color::Magenta, true) => Color::LightMagenta,
            (Color::LightBlue | Color::Green | Color::Cyan, false) => Color::Blue,
            (Color::Yellow, false) => Color::Magenta,
            (colour, _) => colour,
        };
        theme.styles_mut().into_iter().for_each(|style| style.fg = style.fg.map(turn));
        theme
    }

    /// Soft colours on a dark background.
    pub fn dark() -> Theme {
        Theme::of(&DARK, true)
    }

    /// Deep colours on a light background.
    pub fn light() -> Theme {
        Theme::of(&LIGHT, true)
    }

    /// Bright colours with nothing dimmed, for a dark background and tired eyes.
    pub fn contrast() -> Theme {
        Theme::of(&CONTRAST, true)
    }

    /// The theme in all colours, or in the 256 that every terminal of the last decades has.
    fn of(palette: &ThemeColours, has_all: bool) -> Theme {
        let colour = |Shade(rgb, index): Shade| {
            Style::new().fg(if has_all { Color::from_u32(rgb) } else { Color::Indexed(index) })
        };
        let text = colour(palette.text);
        let bold = text.add_modifier(Modifier::BOLD);
        let dim = colour(palette.dim);
        let mut theme = Theme::sixteen();
        theme.text = text;
        theme.dim = dim;
        theme.title = bold;
        theme.question = bold;
        theme.heading = colour(palette.heading).add_modifier(Modifier::BOLD);
        theme.strong = bold;
        theme.emphasis = text.add_modifier(Modifier::ITALIC);
        theme.code = colour(palette.code);
        theme.code_block = text;
        theme.code_keyword = colour(palette.code).add_modifier(Modifier::BOLD);
        theme.code_string = colour(palette.right);
        theme.code_comment = dim.add_modifier(Modifier::ITALIC);
        theme.code_number = colour(palette.warning);
        theme.code_function = colour(palette.heading);
        theme.code_type = colour(palette.accent);
        theme.quote = dim.add_modifier(Modifier::ITALIC);
        theme.link = colour(palette.accent).add_modifier(Modifier::UNDERLINED);
        theme.address = dim;
        theme.formula = colour(palette.formula);
        theme.marker = colour(palette.accent);
        theme.rule = colour(palette.rule);
        theme.key = colour(palette.accent).add_modifier(Modifier::BOLD);
        theme.selected = text.add_modifier(Modifier::REVERSED);
        theme.wrong = colour(palette.wrong);
        theme.warning = colour(palette.warning);
        theme.right = colour(palette.right);
        theme.easy = colour(palette.easy);
        theme
    }

    /// The theme of a name; `auto` becomes dark or light where the terminal says which it is and has
    /// all colours, and the sixteen colours that read on both where it does not.
    pub fn chosen(name: ThemeName, terminal: TerminalLook) -> Theme {
        if !terminal.colours {
            return Theme::plain();
        }
        let has_all = terminal.true_colour;
        match (name, terminal.is_dark) {
            (ThemeName::Dark, _) | (ThemeName::Auto, Some(true)) => Theme::of(&DARK, has_all),
            (ThemeName::Light, _) | (ThemeName::Auto, Some(false)) => Theme::of(&LIGHT, has_all),
            (ThemeName::Contrast, _) => Theme::of(&CONTRAST, has_all),
            (ThemeName::Plain, _) => Theme::plain(),
            (ThemeName::Sixteen, Some(is_dark)) => Theme::sixteen_on(is_dark),
            (ThemeName::Auto | ThemeName::Sixteen, None) => Theme::sixteen(),
        }
    }

    fn styles_mut(&mut self) -> [&mut Style; 27] {
        [
            &mut self.text,
            &mut self.dim,
            &mut self.title,
            &mut self.question,
            &mut self.heading,
            &mut self.strong,
            &mut self.emphasis,
            &mut self.code,
            &mut self.code_block,
            &mut self.code_keyword,
            &mut self.code_string,
            &mut self.code_comment,
            &mut self.code_number,
            &mut self.code_function,
            &mut self.code_type,
            &mut self.quote,
            &mut self.link,
            &mut self.address,
            &mut self.formula,
            &mut self.marker,
            &mut self.rule,
            &mut self.key,
            &mut self.selected,
            &mut self.wrong,
            &mut self.warning,
            &mut self.right,
            &mut self.easy,
        ]
    }
}

/// A colour as 0xRRGGBB, and its number among 256, chosen by hand: the nearest one may be grey.
#[derive(Clone, Copy)]
struct Shade(u32, u8);

/// Colours of a theme.
struct ThemeColours {
    text: Shade,
    dim: Shade,
    rule: Shade,
    accent: Shade,
    heading: Shade,
    code: Shade,
    formula: Shade,
    wrong: Shade,
    warning: Shade,
    right: Shade,
    easy: Shade,
}

const DARK: ThemeColours = ThemeColours {
    text: Shade(0xd8dee9, 253),
    dim: Shade(0x8a94a6, 247),
    rule: Shade(0x4c566a, 240),
    accent: Shade(0x88c0d0, 116),
    heading: Shade(0x81a1c1, 110),
    code: Shade(0xb48ead, 176),
    formula: Shade(0x8fbcbb, 115),
    wrong: Shade(0xe27681, 210),
    warning: Shade(0xebcb8b, 222),
    right: Shade(0xa3be8c, 150),
    easy: Shade(0x88c0d0, 117),
};

const LIGHT: ThemeColours = ThemeColours {
    text: Shade(0x2b303b, 236),
    dim: Shade(0x5d6779, 241),
    rule: Shade(0xb4bcc8, 250),
    accent: Shade(0x1a5fd0, 26),
    heading: Shade(0x0b5394, 25),
    code: Shade(0x7b2d8e, 90),
    formula: Shade(0x0b6e6e, 23),
    wrong: Shade(0xb42318, 124),
    warning: Shade(0x8a5a00, 94),
    right: Shade(0x2a752e, 22),
    easy: Shade(0x0b6e99, 24),
};

const CONTRAST: ThemeColours = ThemeColours {
    text: Shade(0xffffff, 231),
    dim: Shade(0xd0d0d0, 252),
    rule: Shade(0xa0a0a0, 247),
    accent: Shade(0x5fd7ff, 81),
    heading: Shade(0xffff5f, 227),
    code: Shade(0xff87ff, 213),
    formula: Shade(0x5fffd7, 86),
    wrong: Shade(0xff5f5f, 203),
    warning: Shade(0xffd75f, 221),
    right: Shade(0x5fff5f, 83),
    easy: Shade(0x5fd7ff, 81),
};

/// What is known of the terminal's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TerminalLook {
    /// Whether colours are wanted at all.
    pub colours: bool,
    /// Whether it shows 24-bit colours.
    pub true_colour: bool,
    /// Whether its background is dark, where that is known.
    pub is_dark: Option<bool>,
    /// Whether it shows lines and arrows.
    pub lines: bool,
}

/// The nearest of the 6 × 6 × 6 colours, or of the greys, of a 256-colour terminal.
pub(crate) fn nearest(r: u8, g: u8, b: u8) -> u8 {
    const LEVELS: [i32; 6] = [0, 95, 135, 175, 215, 255];
    let rgb = [i32::from(r), i32::from(g), i32::from(b)];
    let distance = |other: [i32; 3]| (0..3).map(|i| (rgb[i] - other[i]).pow(2)).sum::<i32>();
    let level = |value: i32| (0..6).min_by_key(|i| (LEVELS[*i] - value).abs()).unwrap_or(0);
    let cube = rgb.map(level);
    let grey = ((rgb.iter().sum::<i32>() / 3 - 8) / 10).clamp(0, 23);
    if distance([8 + 10 * grey; 3]) < distance(cube.map(|i| LEVELS[i])) {
        return 232 + grey as u8;
    }
    (16 + 36 * cube[0] + 6 * cube[1] + cube[2]) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Choice;

    #[test]
    fn colours_find_their_neighbours() {
        for (rgb, index) in
            [((0, 0, 0), 16), ((255, 255, 255), 231), ((255, 0, 0), 196), ((128, 128, 128), 244)]
        {
            assert_eq!(nearest(rgb.0, rgb.1, rgb.2), index, "{rgb:?}");
        }
    }

    #[test]
    fn every_theme_fits_its_terminal() {
        let terminal = TerminalLook { colours: true, true_colour: true, is_dark: Some(false), lines: true };
        assert_eq!(Theme::chosen(ThemeName::Auto, terminal), Theme::light());
        assert_eq!(
            Theme::chosen(ThemeName::Auto, TerminalLook { is_dark: None, ..terminal }),
            Theme::sixteen()
        );
        for &name in ThemeName::all() {
            let mut plain = Theme::chosen(name, TerminalLook { colours: false, ..terminal });
            assert!(
                plain.styles_mut().iter().all(|style| style.fg.is_none() && style.bg.is_none()),
                "{name}"
            );
            let mut older = Theme::chosen(name, TerminalLook { true_colour: false, ..terminal });
            assert!(
                older.styles_mut().iter().all(|style| !matches!(style.fg, Some(Color::Rgb(..)))),
                "{name}"
            );
        }
    }

    /// How light a colour is, from 0 to 1 (WCAG 2.2, relative luminance).
    fn luminance(rgb: [u8; 3]) -> f64 {
        let part = rgb.map(|value| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]
    }

    fn contrast_of(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// What a colour is on xterm, whose palette most terminals began with.
    fn on_xterm(colour: Color) -> [u8; 3] {
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        match colour {
            Color::Rgb(r, g, b) => [r, g, b],
            Color::Indexed(grey @ 232..) => [8 + 10 * (grey - 232); 3],
            Color::Indexed(cube @ 16..) => {
                [(cube - 16) / 36, (cube - 16) / 6 % 6, (cube - 16) % 6].map(level)
            }
            Color::Red => [0xcd, 0, 0],
            Color::Green => [0, 0xcd, 0],
            Color::Yellow => [0xcd, 0xcd, 0],
            Color::Blue => [0, 0, 0xee],
            Color::Magenta => [0xcd, 0, 0xcd],
            Color::Cyan => [0, 0xcd, 0xcd],
            Color::LightRed => [0xff, 0, 0],
            Color::LightMagenta => [0xff, 0, 0xff],
            Color::LightCyan => [0, 0xff, 0xff],
            other => panic!("{other:?} is in no theme"),
        }
    }

    /// Text, grades and marks stand out by the ratio that readability asks for (4.5 : 1), in all colours, in 256 and
    /// in sixteen, from the backgrounds that terminals and their usual themes have. Rules are no text.
    /// `cargo test --lib readable -- --nocapture` prints the table.
    #[test]
    #[allow(clippy::print_stdout, reason = "the table of contrasts")]
    fn every_theme_is_readable_on_its_background() {
        let dark: &[[u8; 3]] = &[[0, 0, 0], [0x1e, 0x1e, 0x1e], [0x28, 0x2c, 0x34], [0, 0x2b, 0x36]];
        let light: &[[u8; 3]] = &[[0xff; 3], [0xfd, 0xf6, 0xe3], [0xf5; 3], [0xef, 0xf1, 0xf5]];
        let themes = [
            ("dark", Theme::of(&DARK, true), dark),
            ("dark, 256", Theme::of(&DARK, false), dark),
            ("light", Theme::of(&LIGHT, true), light),
            ("light, 256", Theme::of(&LIGHT, false), light),
            ("contrast", Theme::of(&CONTRAST, true), dark),
            ("contrast, 256", Theme::of(&CONTRAST, false), dark),
            ("sixteen on black", Theme::sixteen_on(true), &dark[..1]),
            ("sixteen on white", Theme::sixteen_on(false), &light[..1]),
        ];
        for (name, mut theme, grounds) in themes {
            let rule = theme.rule.fg;
            let mut least = f64::MAX;
            for style in theme.styles_mut() {
                let Some(colour) = style.fg.filter(|colour| Some(*colour) != rule) else { continue };
                for ground in grounds {
                    let ratio = contrast_of(on_xterm(colour), *ground);
                    assert!(ratio >= 4.5, "{name}: {colour:?} on {ground:?}: {ratio:.2}");
                    least = least.min(ratio);
                }
            }
            println!("{name:<18} {least:.1} : 1 at the least, on {} backgrounds", grounds.len());
        }
    }

    /// A colour keeps its name in 256: green stays green, and nothing becomes grey that was not.
    #[test]
    fn colours_keep_their_hue_in_256() {
        for palette in [&DARK, &LIGHT, &CONTRAST] {
            let ThemeColours { accent, heading, code, formula, wrong, warning, right, easy, .. } = *palette;
            for Shade(rgb, index) in [accent, heading, code, formula, wrong, warning, right, easy] {
                let [r, g, b] = on_xterm(Color::Indexed(index));
                let most = |[r, g, b]: [u8; 3]| {
                    let top = r.max(g).max(b);
                    [r, g, b].map(|part| u32::from(top - part) <= 24)
                };
                let least = r.min(g).min(b);
                assert!(r.max(g).max(b) - least >= 40, "{index} is grey");
                let [_, own_r, own_g, own_b] = rgb.to_be_bytes();
                let shared = most([r, g, b]).into_iter().zip(most([own_r, own_g, own_b]));
                assert!(shared.into_iter().any(|(one, other)| one && other), "{index} is not {rgb:06x}");
            }
        }
    }
}
