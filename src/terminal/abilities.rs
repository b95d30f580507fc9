//! What the terminal can do, as far as its environment tells.
//!
//! Only two things are asked of the terminal itself, once: the colour of the background, not through a
//! connection or a multiplexer unless the settings say so, and kitty's version; see [`super::reply`].

use crate::messages::AutoSwitch;
use crate::typeset::theme::{ColourDepth, TerminalLook};
use crate::ui::pictures::Protocol;

/// What the environment tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// Hyperlinks (OSC 8) are understood, not printed.
    pub hyperlinks: bool,
    /// The best way to show a picture.
    pub pictures: Protocol,
    /// It may be a kitty, which shows pictures in its own way from some version on: [`has_placeholders`].
    pub asks_version: bool,
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
        let is_kitty = is(&["kitty"]) || has("KITTY_WINDOW_ID");
        let pictures = match () {
            // Variables of the outer terminal may be stale behind a multiplexer.
            () if is_multiplexed => Protocol::Blocks,
            () if is(&["ghostty"]) => Protocol::Kitty,
            // Until its version is known.
            () if is_kitty => Protocol::Blocks,
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
            asks_version: is_kitty && !is_multiplexed && !is(&["ghostty"]),
            lines: is_utf8(&[variable("LC_ALL"), variable("LC_CTYPE"), variable("LANG")]),
            is_near: !is_remote && !is_multiplexed && !matches!(term.as_str(), "" | "dumb" | "linux"),
        }
    }
}

/// Whether a terminal of this name and version, such as `kitty(0.35.2)`, is a kitty that knows pictures as
/// characters: before 0.28 it shows a box for each of them.
pub fn has_placeholders(version: &str) -> bool {
    let number = version.strip_prefix("kitty(").unwrap_or_default();
    let mut parts =
        number.split(|letter: char| !letter.is_ascii_digit()).map(|part| part.parse::<u32>().ok());
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(major), Some(minor)) => (major, minor) >= (0, 28),
        _ => false,
    }
}

/// What a setting that may be `auto` comes to.
pub fn is_on(setting: AutoSwitch, known: fn(&Abilities) -> bool) -> bool {
    match setting {
        AutoSwitch::On => true,
        AutoSwitch::Off => false,
        AutoSwitch::Auto => known(&abilities()),
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

/// How many colours a terminal shows, by its name and by what it says of its colours.
fn depth(term: &str, colours: &str) -> ColourDepth {
    let is_old = ["linux", "ansi", "cygwin", "vt"].iter().any(|name| term.starts_with(name))
        || ["-8color", "-16color", "-88color"].iter().any(|name| term.contains(name));
    match colours {
        "truecolor" | "24bit" => ColourDepth::All,
        // Every console of Windows that draws has them all, and none says so.
        _ if cfg!(windows) || term.ends_with("-direct") => ColourDepth::All,
        _ if is_old => ColourDepth::Sixteen,
        _ => ColourDepth::Indexed,
    }
}

/// What the environment says of the terminal's colours.
pub fn look() -> TerminalLook {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    // COLORFGBG is "text;background"; of the sixteen colours 7 and those from 9 on are light.
    let ground = variable("COLORFGBG").rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok());
    TerminalLook {
        colours: variable("NO_COLOR").is_empty(),
        depth: depth(&variable("TERM"), &variable("COLORTERM")),
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
        let xterm = ("TERM", "xterm-256color");
        let kitty = ("TERM", "xterm-kitty");
        for (rows, hyperlinks, pictures, is_near, asks_version) in [
            (vec![kitty], true, Protocol::Blocks, true, true),
            (vec![("TERM", "xterm-ghostty")], true, Protocol::Kitty, true, false),
            (vec![xterm, ("TERM_PROGRAM", "iTerm.app")], true, Protocol::Iterm2, true, false),
            (vec![xterm, ("TERM_PROGRAM", "Apple_Terminal")], false, Protocol::Blocks, true, false),
            (vec![("WT_SESSION", "0af1")], true, Protocol::Blocks, false, false),
            (vec![("TERM", "foot")], true, Protocol::Sixel, true, false),
            (vec![xterm], false, Protocol::Blocks, true, false),
            (vec![xterm, ("VTE_VERSION", "7600")], true, Protocol::Blocks, true, false),
            (
                vec![("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1")],
                false,
                Protocol::Blocks,
                false,
                false,
            ),
            (vec![kitty, ("SSH_TTY", "/dev/pts/1")], true, Protocol::Blocks, false, true),
            (vec![("TERM", "linux")], false, Protocol::Blocks, false, false),
        ] {
            let rows: Vec<(&str, &str)> = rows.into_iter().chain([utf8]).collect();
            let abilities = Abilities { hyperlinks, pictures, asks_version, lines: true, is_near };
            assert_eq!(of(&rows), abilities, "{rows:?}");
        }
    }

    #[test]
    fn kitty_knows_pictures_as_characters_from_some_version_on() {
        for (version, known) in [
            ("kitty(0.35.2)", true),
            ("kitty(0.28.0)", true),
            ("kitty(1.0)", true),
            ("kitty(0.27.1)", false),
            ("kitty(0.9)", false),
            ("tmux 3.3a", false),
            ("kitty", false),
            ("kitty()", false),
            ("", false),
        ] {
            assert_eq!(has_placeholders(version), known, "{version}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_name_of_a_terminal_tells_how_many_colours_it_has() {
        for (term, colours, wanted) in [
            ("xterm-16color", "", ColourDepth::Sixteen),
            ("rxvt-16color", "", ColourDepth::Sixteen),
            ("linux", "", ColourDepth::Sixteen),
            ("vt220", "", ColourDepth::Sixteen),
            ("xterm", "", ColourDepth::Indexed),
            ("xterm-256color", "", ColourDepth::Indexed),
            ("tmux-256color", "truecolor", ColourDepth::All),
            ("xterm-16color", "24bit", ColourDepth::All),
            ("xterm-direct", "", ColourDepth::All),
        ] {
            assert_eq!(depth(term, colours), wanted, "{term} {colours}");
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
