//! Styles by what they mean. A screen asks for `theme.wrong`, never for a colour.

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
            heading: bold.fg(Color::Blue),
            strong: bold,
            emphasis: plain.add_modifier(Modifier::ITALIC),
            code: plain.fg(Color::Magenta),
            code_block: plain,
            code_keyword: bold.fg(Color::Magenta),
            code_string: plain.fg(Color::Green),
            code_comment: dim.add_modifier(Modifier::ITALIC),
            code_number: plain.fg(Color::Cyan),
            code_function: plain.fg(Color::Blue),
            code_type: plain.fg(Color::Yellow),
            quote: dim.add_modifier(Modifier::ITALIC),
            link: plain.fg(Color::Blue).add_modifier(Modifier::UNDERLINED),
            address: dim,
            formula: plain.fg(Color::Cyan),
            marker: plain.fg(Color::Blue),
            rule: dim,
            key: bold.fg(Color::Blue),
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

    /// Soft colours on a dark background.
    pub fn dark() -> Theme {
        Theme::of(&ThemeColours {
            text: 0xd8dee9,
            dim: 0x8a94a6,
            rule: 0x4c566a,
            accent: 0x88c0d0,
            heading: 0x81a1c1,
            code: 0xb48ead,
            formula: 0x8fbcbb,
            wrong: 0xe27681,
            warning: 0xebcb8b,
            right: 0xa3be8c,
            easy: 0x88c0d0,
        })
    }

    /// Deep colours on a light background.
    pub fn light() -> Theme {
        Theme::of(&ThemeColours {
            text: 0x2b303b,
            dim: 0x667085,
            rule: 0xb4bcc8,
            accent: 0x1f6feb,
            heading: 0x0b5394,
            code: 0x7b2d8e,
            formula: 0x0b6e6e,
            wrong: 0xb42318,
            warning: 0x8a5a00,
            right: 0x2e7d32,
            easy: 0x0b6e99,
        })
    }

    /// Bright colours with nothing dimmed, for a dark background and tired eyes.
    pub fn contrast() -> Theme {
        Theme::of(&ThemeColours {
            text: 0xffffff,
            dim: 0xd0d0d0,
            rule: 0xa0a0a0,
            accent: 0x5fd7ff,
            heading: 0xffff5f,
            code: 0xff87ff,
            formula: 0x5fffd7,
            wrong: 0xff5f5f,
            warning: 0xffd75f,
            right: 0x5fff5f,
            easy: 0x5fd7ff,
        })
    }

    fn of(palette: &ThemeColours) -> Theme {
        let colour = |rgb: u32| Style::new().fg(Color::from_u32(rgb));
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
    pub fn named(name: &str, terminal: TerminalLook) -> Theme {
        if !terminal.colours {
            return Theme::plain();
        }
        let theme = match (name, terminal.is_dark) {
            ("dark", _) | ("auto", Some(true)) => Theme::dark(),
            ("light", _) | ("auto", Some(false)) => Theme::light(),
            ("contrast", _) => Theme::contrast(),
            ("none", _) => Theme::plain(),
            _ => Theme::sixteen(),
        };
        if terminal.true_colour { theme } else { theme.in_256() }
    }

    /// The same theme in the colours that every terminal of the last decades has.
    fn in_256(mut self) -> Theme {
        for style in self.styles_mut() {
            for place in [&mut style.fg, &mut style.bg] {
                if let Some(Color::Rgb(r, g, b)) = *place {
                    *place = Some(Color::Indexed(nearest(r, g, b)));
                }
            }
        }
        self
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

/// Colours of a theme as 0xRRGGBB.
struct ThemeColours {
    text: u32,
    dim: u32,
    rule: u32,
    accent: u32,
    heading: u32,
    code: u32,
    formula: u32,
    wrong: u32,
    warning: u32,
    right: u32,
    easy: u32,
}

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
        assert_eq!(Theme::named("auto", terminal), Theme::light());
        assert_eq!(Theme::named("auto", TerminalLook { is_dark: None, ..terminal }), Theme::sixteen());
        for name in ["auto", "dark", "light", "contrast", "sixteen", "none"] {
            let mut plain = Theme::named(name, TerminalLook { colours: false, ..terminal });
            assert!(
                plain.styles_mut().iter().all(|style| style.fg.is_none() && style.bg.is_none()),
                "{name}"
            );
            let mut older = Theme::named(name, TerminalLook { true_colour: false, ..terminal });
            assert!(
                older.styles_mut().iter().all(|style| !matches!(style.fg, Some(Color::Rgb(..)))),
                "{name}"
            );
        }
    }

    /// Text, grades and marks stand out from the background by the ratio that readability asks for.
    #[test]
    fn every_theme_is_readable_on_its_background() {
        let luminance = |rgb: [u8; 3]| {
            let part = rgb.map(|value| (f32::from(value) / 255.0).powf(2.2));
            0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]
        };
        let dark = luminance([0x1e, 0x1e, 0x1e]);
        let light = luminance([0xff, 0xff, 0xff]);
        for (mut theme, ground) in [(Theme::dark(), dark), (Theme::contrast(), dark), (Theme::light(), light)]
        {
            let rule = theme.rule.fg;
            for style in theme.styles_mut() {
                let Some(Color::Rgb(r, g, b)) = style.fg.filter(|colour| Some(*colour) != rule) else {
                    continue;
                };
                let colour = luminance([r, g, b]);
                let ratio = (colour.max(ground) + 0.05) / (colour.min(ground) + 0.05);
                assert!(ratio >= 4.5, "{r:x} {g:x} {b:x}: {ratio:.1}");
            }
        }
    }
}
