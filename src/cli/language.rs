//! The reader's language: one for the whole run of a command, found before anything is said.

use crate::card::Lang;
use crate::messages::{Message, Say};
use crate::store::dirs::Dirs;
use crate::store::settings_file::SettingsFile;
use crate::workspace::explained;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::OnceLock;

static LANGUAGE: OnceLock<Lang> = OnceLock::new();

/// Takes the language for this run: the one of the command line, of the settings, of the locale.
pub(super) fn choose(arguments: &[OsString]) {
    let _ = LANGUAGE.set(named(arguments).unwrap_or_else(|| of_machine(arguments)));
}

/// The reader's language; English where none was chosen, as in a test.
pub(super) fn lang() -> Lang {
    LANGUAGE.get().copied().unwrap_or(Lang::En)
}

/// A message in the reader's language.
pub(super) fn say(message: impl Say) -> String {
    message.say(lang())
}

/// An error that says this.
pub(super) fn failure(message: impl Into<Message>) -> anyhow::Error {
    anyhow::Error::new(message.into())
}

/// An error in the reader's language, each cause after what it caused.
pub(super) fn failed(error: &anyhow::Error) -> String {
    explained(error, lang())
}

/// The value of an option as it stands in the arguments, before they are understood.
fn value<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a str> {
    let texts: Vec<&str> = arguments.iter().map(|text| text.to_str().unwrap_or_default()).collect();
    let ends = texts.iter().position(|text| *text == "--").unwrap_or(texts.len());
    texts[..ends].iter().enumerate().find_map(|(at, text)| {
        let rest = text.strip_prefix(option)?;
        if rest.is_empty() { texts.get(at + 1).copied() } else { rest.strip_prefix('=') }
    })
}

fn named(arguments: &[OsString]) -> Option<Lang> {
    match value(arguments, "--lang")? {
        "en" => Some(Lang::En),
        "zh" => Some(Lang::Zh),
        _ => None,
    }
}

/// By the settings, which may be missing or broken: help has to work then, too.
fn of_machine(arguments: &[OsString]) -> Lang {
    let folder = value(arguments, "--data-dir").map(PathBuf::from);
    let read = Dirs::find(folder.as_deref()).and_then(|dirs| SettingsFile::in_folder(&dirs.config).read());
    let chosen = read.ok().and_then(|(settings, _)| settings.language);
    chosen.unwrap_or_else(|| lang_of_locale(&sys_locale::get_locale().unwrap_or_default()))
}

/// The language a locale asks for.
pub(super) fn lang_of_locale(locale: &str) -> Lang {
    if locale.to_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_arguments_are_understood() {
        let named = |text: &str| named(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(named("backprop --lang zh study"), Some(Lang::Zh));
        assert_eq!(named("backprop study --lang=en --oops"), Some(Lang::En));
        assert_eq!(named("backprop study --lang"), None);
        assert_eq!(named("backprop study --language zh"), None);
        assert_eq!(named("backprop note x -- --lang zh"), None);
    }
}
