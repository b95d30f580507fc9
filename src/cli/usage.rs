//! Pages of help, and what is wrong with a command line, in the reader's language. The English ones are
//! clap's own; the others are made here of the same definitions and of what clap says is wrong.

use super::language::{lang, say};
use super::tell;
use crate::card::Lang;
use crate::markdown;
use crate::messages::{CommandMessage, Help, Usage, behind};
use crate::terminal;
use crate::ui::widgets::pad;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// Lines longer than this are hard to read.
const WIDEST: usize = 100;

/// What an option is called gets no more cells than this; a longer one stands on a line of its own.
const NAMES: usize = 28;

/// Help where it was asked for; else what is wrong with the command line, which a shell may have made of
/// names of files.
pub(super) fn told(wrong: &clap::Error, arguments: &[OsString], mut program: Command) -> ExitCode {
    if lang() == Lang::En || wrong.kind() == ErrorKind::DisplayVersion {
        return told_in_english(wrong);
    }
    program.build();
    let command = named(&program, arguments);
    if wrong.kind() == ErrorKind::DisplayHelp {
        let is_long = !arguments.iter().any(|argument| argument == "-h");
        // It is our own text; nothing can be done when nobody listens.
        let _ = io::stdout().lock().write_all(page(command, is_long).as_bytes());
        return ExitCode::SUCCESS;
    }
    let what = CommandMessage::Error { what: said(wrong) };
    tell(&format!("{}\n\n{}\n\n{}", say(what), usage(command), say(Usage::ForMore)));
    ExitCode::from(2)
}

fn told_in_english(wrong: &clap::Error) -> ExitCode {
    let text = wrong.render().to_string();
    if markdown::clean(&text) == text {
        wrong.exit();
    }
    tell(text.trim_end());
    ExitCode::from(2)
}

/// The page of help of a command.
pub(super) fn help(command: &mut Command, is_long: bool) -> String {
    match lang() {
        Lang::En if is_long => command.render_long_help().to_string(),
        Lang::En => command.render_help().to_string(),
        Lang::Zh => page(command, is_long),
    }
}

/// The command that the arguments name, or the program itself.
fn named<'a>(program: &'a Command, arguments: &[OsString]) -> &'a Command {
    let mut words = arguments.iter().skip(1);
    while let Some(word) = words.next() {
        let word = word.to_string_lossy();
        if matches!(&*word, "--data-dir" | "--lang") {
            words.next();
        } else if let Some(command) = program.find_subcommand(&*word) {
            return command;
        }
    }
    program
}

fn page(command: &Command, is_long: bool) -> String {
    let width = terminal::size().map_or(WIDEST, |(columns, _)| usize::from(columns).clamp(40, WIDEST));
    let about = if is_long { command.get_long_about().or(command.get_about()) } else { command.get_about() };
    let mut page = String::new();
    if let Some(about) = about {
        page.push_str(&wrapped(&about.to_string(), 0, width));
        page.push_str("\n\n");
    }
    page.push_str(&usage(command));
    page.push('\n');
    let commands = command.get_subcommands().filter(|command| !command.is_hide_set());
    let rows = commands.map(|command| {
        let aliases = command.get_visible_aliases().collect::<Vec<_>>().join(", ");
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let more = (!aliases.is_empty()).then(|| say(Usage::Aliases { names: aliases }));
        (command.get_name().to_owned(), [about].into_iter().chain(more).collect::<Vec<_>>().join(" "))
    });
    section(&mut page, Usage::CommandsHead, &rows.collect::<Vec<_>>(), width);
    let shown = |arg: &&Arg| !arg.is_hide_set();
    let arguments: Vec<_> = command.get_positionals().filter(shown).map(row).collect();
    section(&mut page, Usage::ArgumentsHead, &arguments, width);
    let options: Vec<_> = command.get_opts().chain(flags(command)).filter(shown).map(row).collect();
    section(&mut page, Usage::OptionsHead, &options, width);
    let after = if is_long {
        command.get_after_long_help().or(command.get_after_help())
    } else {
        command.get_after_help()
    };
    if let Some(after) = after {
        page.push('\n');
        page.push_str(after.to_string().trim_end());
        page.push('\n');
    }
    page
}

fn flags(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.is_positional() && !arg.get_action().takes_values())
}

fn section(page: &mut String, head: Usage, rows: &[(String, String)], width: usize) {
    if rows.is_empty() {
        return;
    }
    page.push_str(&format!("\n{}\n", say(head)));
    let widest = rows.iter().map(|(name, _)| name.width()).filter(|width| *width <= NAMES).max();
    let indent = widest.unwrap_or(0) + 4;
    for (name, about) in rows {
        let about = wrapped(about, indent, width);
        let gap = if name.width() + 4 > indent {
            format!("  {name}\n{}", " ".repeat(indent))
        } else {
            format!("  {}", pad(name, indent - 2))
        };
        page.push_str(&format!("{gap}{about}\n"));
    }
}

/// An argument as the command line has it, and what it is.
fn row(arg: &Arg) -> (String, String) {
    let about = match arg.get_id().as_str() {
        "help" => say(Help::PrintHelp),
        "version" => say(Help::PrintVersion),
        _ => arg.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let mut about = vec![about];
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.is_empty() && arg.get_action().takes_values() {
        about.push(say(Usage::Default { value: default.join(" ") }));
    }
    let possible = arg.get_possible_values();
    if !possible.is_empty() && arg.get_action().takes_values() {
        let values: Vec<&str> = possible.iter().map(clap::builder::PossibleValue::get_name).collect();
        about.push(say(Usage::PossibleValues { values: values.join(", ") }));
    }
    let short = match arg.get_short() {
        Some(short) => format!("-{short}, "),
        None if arg.is_positional() => String::new(),
        None => "    ".to_owned(),
    };
    (format!("{short}{}", placed(&arg.to_string())), about.join(" "))
}

fn usage(command: &Command) -> String {
    let name = command.get_bin_name().unwrap_or(command.get_name());
    let mut line = behind(&say(Usage::UsageHead), &format!("{name} {}", placed("[OPTIONS]")));
    for arg in command.get_positionals() {
        line.push_str(&format!(" {}", placed(&arg.to_string())));
    }
    if command.has_subcommands() {
        line.push_str(&format!(" {}", placed("[COMMAND]")));
    }
    line
}

/// The words that stand for a value, in the reader's language.
fn placed(text: &str) -> String {
    const WORDS: [(&str, &str); 24] = [
        ("OPTIONS", "选项"),
        ("COMMAND", "命令"),
        ("DAY", "日期"),
        ("DECK", "卡组"),
        ("FILE", "文件"),
        ("LINE", "行号"),
        ("NUMBER", "序号"),
        ("DIR", "文件夹"),
        ("PATH", "路径"),
        ("LANG", "语言"),
        ("TIME", "时间"),
        ("CARD", "卡片"),
        ("STYLE", "格式"),
        ("MODE", "方式"),
        ("TEXT", "文字"),
        ("NAME", "名称"),
        ("SUBJECT", "页名"),
        ("REMOTE", "地址"),
        ("SHELL", "shell"),
        ("WENT", "表现"),
        ("GRADE", "评分"),
        ("WHAT", "内容"),
        ("TRACK", "方向"),
        ("FORMAT", "格式"),
    ];
    let Some(start) = text.find(['<', '[']) else { return text.to_owned() };
    let (option, value) = text.split_at(start);
    let words: Vec<String> = value
        .split_inclusive(|letter: char| !letter.is_ascii_uppercase())
        .map(|piece| {
            let end = piece.trim_end_matches(|letter: char| !letter.is_ascii_uppercase());
            match WORDS.iter().find(|(word, _)| *word == end) {
                Some((word, own)) => piece.replacen(word, own, 1),
                None => piece.to_owned(),
            }
        })
        .collect();
    format!("{option}{}", words.concat().replace(" or ", "|"))
}

/// A text in lines no wider than this, the later ones indented.
fn wrapped(text: &str, indent: usize, width: usize) -> String {
    let mut lines = vec![String::new()];
    let mut start = 0;
    for (end, kind) in linebreaks(text) {
        let piece = &text[start..end];
        let line = lines.last_mut().expect("there is a line");
        let full = line.width() + piece.trim_end().width() > width.saturating_sub(indent).max(20);
        if full && !line.is_empty() {
            lines.push(piece.trim_end_matches('\n').to_owned());
        } else {
            line.push_str(piece.trim_end_matches('\n'));
        }
        if kind == BreakOpportunity::Mandatory && end < text.len() {
            lines.push(String::new());
        }
        start = end;
    }
    let gap = format!("\n{}", " ".repeat(indent));
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join(&gap)
}

/// What clap found wrong.
fn said(wrong: &clap::Error) -> String {
    let got = |kind| wrong.get(kind).map(value).unwrap_or_default();
    let (argument, value) = (placed(&got(ContextKind::InvalidArg)), got(ContextKind::InvalidValue));
    let what = match wrong.kind() {
        ErrorKind::UnknownArgument => Usage::UnknownArgument { argument },
        ErrorKind::InvalidSubcommand => {
            Usage::UnknownCommand { command: got(ContextKind::InvalidSubcommand) }
        }
        ErrorKind::InvalidValue if value.is_empty() => Usage::NoValue { argument },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Usage::InvalidValue { value, argument },
        ErrorKind::NoEquals => Usage::NoEquals { argument },
        ErrorKind::ArgumentConflict => match placed(&got(ContextKind::PriorArg)) {
            other if other == argument || other.is_empty() => Usage::UsedTwice { argument },
            other => Usage::Conflict { argument, other },
        },
        ErrorKind::MissingRequiredArgument => Usage::Missing { arguments: argument },
        ErrorKind::MissingSubcommand => Usage::NoCommand,
        ErrorKind::TooManyValues => Usage::TooMany { argument, value },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => Usage::WrongCount { argument },
        ErrorKind::InvalidUtf8 => Usage::NotUtf8,
        _ => Usage::Other,
    };
    let mut lines = vec![say(what)];
    lines.extend(why(wrong));
    let valid = got(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(say(Usage::PossibleValues { values: valid }));
    }
    let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let similar: Vec<String> = similar.map(got).into_iter().filter(|text| !text.is_empty()).collect();
    if !similar.is_empty() {
        lines.push(say(Usage::Similar { names: similar.join(", ") }));
    }
    lines.join("\n  ")
}

/// What the parser of a value has against it.
fn why(wrong: &clap::Error) -> Option<String> {
    let cause = wrong.source()?.to_string();
    Some(say(match cause.split_once(" is not in ") {
        Some((_, range)) => Usage::OutOfRange { range: range.replace("..=", " – ") },
        None => Usage::NotANumber,
    }))
}

fn value(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.iter().map(|text| placed(text)).collect::<Vec<_>>().join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(_) | ContextValue::None => String::new(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_lines_are_of_the_reader() {
        assert_eq!(placed("[DECK or FILE or DIR]..."), "[卡组|文件|文件夹]...");
        assert_eq!(placed("--limit <N>"), "--limit <N>");
        assert_eq!(placed("--data-dir <DIR>"), "--data-dir <文件夹>");
        assert_eq!(placed("--date <DAY>"), "--date <日期>");
        assert_eq!(placed("<WHAT>"), "<内容>");
        assert_eq!(placed("<TONE>"), "<TONE>");
        assert_eq!(wrapped("一二三四五六七八九十一二三四五", 4, 26), "一二三四五六七八九十一\n    二三四五");
        assert_eq!(wrapped("a\n\nb", 0, 40), "a\n\nb");
    }
}
