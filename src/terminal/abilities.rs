//! What the terminal can do, as far as its environment tells.
//!
//! Only the colour of the background is asked of the terminal itself, once, and not through a connection or
//! a multiplexer unless the settings say so; see [`super::reply`].

use crate::ui::pictures::Protocol;
use crate::ui::theme::TerminalLook;

/// What the environment tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// Hyperlinks (OSC 8) are understood, not printed.
    pub hyperlinks: bool,
    /// The best way to show a picture.
    pub pictures: Protocol,
    /// The characters of lines and arrows can be shown.
    pub lines: bool,
    /// The terminal is on this machine and nothing stands between: it may be asked something.
    pub is_near: bool,
}

/// Reads this process's environment.
pub fn abilities() -> Abilities {
    Abilities::of(&|name| std::env::var(name).unwrap_or_default())
}

impl Abilities {
    /// Reads an environment.
    pub fn of(variable: &dyn Fn(&str) -> String) -> Abilities {
        let has = |name: &str| !variable(name).is_empty();
        let (term, program) = (variable("TERM"), variable("TERM_PROGRAM"));
        let is_multiplexed = has("TMUX")
            || has("STY")
            || has("ZELLIJ")
            || ["tmux", "screen"].iter().any(|name| term.starts_with(name));
        let is_remote = has("SSH_CONNECTION") || has("SSH_TTY") || has("SSH_CLIENT");
        let is = |names: &[&str]| names.iter().any(|name| term.contains(name) || program == *name);
        let pictures = match () {
            // Variables of the outer terminal may be stale behind a multiplexer.
            () if is_multiplexed => Protocol::Blocks,
            () if is(&["kitty", "ghostty"]) || has("KITTY_WINDOW_ID") => Protocol::Kitty,
            () if is(&["iTerm.app", "WezTerm", "mintty"]) || has("WEZTERM_EXECUTABLE") => Protocol::Iterm2,
            () if is(&["foot", "mlterm", "contour"]) => Protocol::Sixel,
            () => Protocol::Blocks,
        };
        let vte: u32 = variable("VTE_VERSION").parse().unwrap_or_default();
        let knows_links = is(&[
            "kitty",
            "ghostty",
            "iTerm.app",
            "WezTerm",
            "wezterm",
            "foot",
            "alacritty",
            "contour",
            "vscode",
            "mintty",
            "rio",
            "Tabby",
        ]) || has("KITTY_WINDOW_ID")
            || has("WT_SESSION")
            || has("KONSOLE_VERSION")
            || has("WEZTERM_EXECUTABLE")
            || vte >= 5000;
        Abilities {
            hyperlinks: knows_links && !is_multiplexed,
            pictures,
            lines: is_utf8(&[variable("LC_ALL"), variable("LC_CTYPE"), variable("LANG")]),
            is_near: !is_remote && !is_multiplexed && !matches!(term.as_str(), "" | "dumb" | "linux"),
        }
    }
}

/// What a setting that may be `auto` comes to.
pub fn is_on(setting: &str, known: fn(&Abilities) -> bool) -> bool {
    match setting {
        "on" => true,
        "off" => false,
        _ => known(&abilities()),
    }
}

/// Width and height of a cell in pixels, where the system knows them; the terminal is not asked.
pub fn cell() -> Option<(u16, u16)> {
    let size = crossterm::terminal::window_size().ok()?;
    let cell = (size.width.checked_div(size.columns)?, size.height.checked_div(size.rows)?);
    (cell.0 > 0 && cell.1 > 0).then_some(cell)
}

/// Whether a locale, by its first variable that says something, writes UTF-8. Systems without such
/// variables do.
fn is_utf8(locale: &[String]) -> bool {
    match locale.iter().find(|name| !name.is_empty()) {
        None => !cfg!(unix) || cfg!(target_os = "macos"),
        Some(name) => {
            let name = name.to_lowercase();
            name.contains("utf-8") || name.contains("utf8")
        }
    }
}

/// What the environment says of the terminal's colours.
pub fn look() -> TerminalLook {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let colour = variable("COLORTERM");
    // COLORFGBG is "text;background"; of the sixteen colours 7 and those from 9 on are light.
    let ground = variable("COLORFGBG").rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok());
    TerminalLook {
        colours: variable("NO_COLOR").is_empty(),
        true_colour: colour == "truecolor" || colour == "24bit",
        is_dark: ground.map(|ground| !(ground == 7 || ground >= 9)),
        lines: abilities().lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[(&str, &str)]) -> Abilities {
        Abilities::of(&|name| {
            rows.iter()
                .find(|(known, _)| *known == name)
                .map_or(String::new(), |(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_tells_what_the_terminal_can_do() {
        let utf8 = ("LANG", "zh_CN.UTF-8");
        for (rows, hyperlinks, pictures, is_near) in [
            (vec![("TERM", "xterm-kitty")], true, Protocol::Kitty, true),
            (vec![("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")], true, Protocol::Iterm2, true),
            (vec![("TERM", "foot")], true, Protocol::Sixel, true),
            (vec![("TERM", "xterm-256color")], false, Protocol::Blocks, true),
            (vec![("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], true, Protocol::Blocks, true),
            (vec![("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1")], false, Protocol::Blocks, false),
            (vec![("TERM", "xterm-kitty"), ("SSH_TTY", "/dev/pts/1")], true, Protocol::Kitty, false),
            (vec![("TERM", "linux")], false, Protocol::Blocks, false),
        ] {
            let rows: Vec<(&str, &str)> = rows.into_iter().chain([utf8]).collect();
            assert_eq!(of(&rows), Abilities { hyperlinks, pictures, lines: true, is_near }, "{rows:?}");
        }
    }

    #[test]
    fn the_locale_tells_whether_lines_can_be_drawn() {
        for (rows, lines) in [
            (vec![("LANG", "en_US.UTF-8")], true),
            (vec![("LC_ALL", "C"), ("LANG", "en_US.UTF-8")], false),
            (vec![("LC_ALL", ""), ("LC_CTYPE", "C.utf8"), ("LANG", "POSIX")], true),
            (vec![("LANG", "zh_CN.GB18030")], false),
        ] {
            assert_eq!(of(&rows).lines, lines, "{rows:?}");
        }
    }
}
