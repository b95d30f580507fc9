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
