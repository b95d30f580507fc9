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

    /// The bright ones of sixteen colours with nothing dimmed, for a dark background.
    fn sixteen_in_contrast() -> Theme {
        let mut theme = Theme::sixteen_on(true);
        for style in theme.styles_mut() {
            style.add_modifier.remove(Modifier::DIM);
            style.fg = Some(match style.fg {
                Some(Color::Green) => Color::LightGreen,
                Some(Color::Yellow) => Color::LightYellow,
                Some(Color::Cyan) => Color::LightCyan,
                Some(colour) => colour,
                None => Color::White,
            });
        }
        theme
    }

    /// Soft colours on a dark background.
    pub fn dark() -> Theme {
        Theme::of(&DARK, ColourDepth::All)
    }

    /// Deep colours on a light background.
    pub fn light() -> Theme {
        Theme::of(&LIGHT, ColourDepth::All)
    }

    /// Bright colours with nothing dimmed, for a dark background and tired eyes.
    pub fn contrast() -> Theme {
        Theme::of(&CONTRAST, ColourDepth::All)
    }

    /// The theme in all colours, in 256, or the one of sixteen that stands for it.
    fn of(palette: &ThemeColours, depth: ColourDepth) -> Theme {
        if depth == ColourDepth::Sixteen {
            return (palette.in_sixteen)();
        }
        let has_all = depth == ColourDepth::All;
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
        let depth = terminal.depth;
        match (name, terminal.is_dark) {
            (ThemeName::Dark, _) | (ThemeName::Auto, Some(true)) => Theme::of(&DARK, depth),
            (ThemeName::Light, _) | (ThemeName::Auto, Some(false)) => Theme::of(&LIGHT, depth),
            (ThemeName::Contrast, _) => Theme::of(&CONTRAST, depth),
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
    /// The theme where there are no more than sixteen colours.
    in_sixteen: fn() -> Theme,
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
    in_sixteen: || Theme::sixteen_on(true),
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
    in_sixteen: || Theme::sixteen_on(false),
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
    in_sixteen: Theme::sixteen_in_contrast,
};

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourDepth {
    /// Sixteen, as a console does, or one that says so in its name.
    Sixteen,
    /// 256, as every other terminal of the last decades does.
    Indexed,
    /// All that 24 bits tell apart.
    All,
}

/// What is known of the terminal's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TerminalLook {
    /// Whether colours are wanted at all.
    pub colours: bool,
    /// How many it shows.
    pub depth: ColourDepth,
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
mod tests;
