//! `backprop doctor`: is everything well, and what to do where it is not.

use super::clock;
use super::language::{failure, say};
use super::{Global, answer, out, print_json};
use crate::card::Lang;
use crate::day::{Calendar, Moment, RELEASED, Zone};
use crate::messages::{
    BuildMessage, HealthMessage as H, Help, HelpPage, Message, Quoted, Say, TaskMessage, TerminalMessage,
};
use crate::settings::Settings;
use crate::store::ProgressFile;
use crate::store::dirs::Dirs;
use crate::store::health::{self, Finding, Health};
use crate::store::problem::Problem;
use crate::store::repair::Repairs;
use crate::store::settings_file::SettingsFile;
use crate::store::spelling::shown;
use crate::terminal::abilities;
use crate::terminal::{self, TELLS_SHARE};
use crate::typeset::theme::ColourDepth;
use crate::ui::keymap::Keymap;
use crate::ui::pictures::Protocol;
use crate::ui::widgets::pad;
use crate::workspace::Clock;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

#[derive(clap::Args)]
#[command(after_long_help = say(HelpPage::Doctor))]
pub(super) struct Args {
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
    #[arg(help = say(Help::DoctorRepair))]
    #[arg(long, conflicts_with = "json")]
    repair: bool,
    #[arg(help = say(Help::DoctorYes))]
    #[arg(long, requires = "repair")]
    yes: bool,
}

/// A finding in `--json` output.
#[derive(Serialize)]
struct FindingJson {
    area: String,
    verdict: &'static str,
    said: String,
    way_out: String,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let settings =
        SettingsFile::in_folder(&dirs.config).read().map(|(settings, _)| settings).unwrap_or_default();
    let clock = Clock::new(clock::start_of_clock()?);
    let now = clock.now();
    let calendar = Calendar { zone: Zone::Local, rollover_hour: settings.day_starts_at };
    if args.repair {
        repair(&dirs, calendar.moment(now), &calendar, args.yes)?;
    }
    let mut found = health::look(&dirs, &settings.rules, now);
    found.extend(lacking());
    found.extend(keys(&settings));
    let day = calendar.moment(now).day;
    found.push(Finding::good(H::Clock, H::TimeIs { now, day }));
    found.push(language(global, &settings));
    found.extend(of_terminal());
    found.push(editor(&settings.editor));
    if args.json {
        print_json(&found.iter().map(json).collect::<Vec<_>>())?;
    } else {
        print(&found)?;
    }
    let is_well = found.iter().all(|finding| finding.verdict != Health::Wrong);
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Shows what can be repaired, and does it when the user agrees.
fn repair(dirs: &Dirs, now: Moment, calendar: &Calendar, is_agreed: bool) -> anyhow::Result<()> {
    if now.at < RELEASED {
        return Err(failure(TaskMessage::RepairClock { now: now.at }));
    }
    let mut out = out();
    let repairs = match Repairs::find(dirs, now, calendar) {
        Err(Problem::NotOurs { path, .. }) if ProgressFile::is_beyond_repair(&path) => {
            writeln!(out, "{}\n", say(TaskMessage::NothingComesBack { path: shown(&path) }))?;
            return Ok(());
        }
        found => found?,
    };
    if repairs.is_empty() {
        writeln!(out, "{}\n", say(TaskMessage::NothingToRepair))?;
        return Ok(());
    }
    for told in repairs.told(dirs) {
        let what = crate::markdown::clean(&say(told));
        writeln!(out, "{}", say(TaskMessage::WillRepair { what }))?;
    }
    if !is_agreed {
        if !io::stdin().is_terminal() {
            return Err(failure(TaskMessage::HowToRepair));
        }
        write!(out, "{}", say(TaskMessage::AskRepair))?;
        if answer()? != Some(true) {
            return Err(failure(TaskMessage::NothingChanged));
        }
    }
    for told in Repairs::perform(dirs, now, calendar)? {
        let what = crate::markdown::clean(&say(told));
        writeln!(out, "{}", say(TaskMessage::DidRepair { what }))?;
    }
    writeln!(out)?;
    Ok(())
}

fn name(verdict: Health) -> &'static str {
    match verdict {
        Health::Good => "good",
        Health::Note => "note",
        Health::Wrong => "wrong",
    }
}

/// In English, which programs read.
fn json(finding: &Finding) -> FindingJson {
    let Finding { area, verdict, said, way_out } = finding;
    FindingJson {
        area: area.say(Lang::En),
        verdict: name(*verdict),
        said: said.say(Lang::En),
        way_out: way_out.as_ref().map_or_else(String::new, |way_out| way_out.say(Lang::En)),
    }
}

fn print(found: &[Finding]) -> anyhow::Result<()> {
    let mut out = out();
    for finding in found {
        let mark = match finding.verdict {
            Health::Good => TaskMessage::MarkGood,
            Health::Note => TaskMessage::MarkNote,
            Health::Wrong => TaskMessage::MarkWrong,
        };
        let (mark, area) = (say(mark), pad(&say(&finding.area), 9));
        writeln!(out, "{mark}  {area}  {}", crate::markdown::clean(&say(&finding.said)))?;
        if let Some(way_out) = &finding.way_out {
            writeln!(out, "{}  -> {}", " ".repeat(mark.width() + 11), say(way_out))?;
        }
    }
    let count = |verdict| found.iter().filter(|finding| finding.verdict == verdict).count();
    let sum = match (count(Health::Wrong), count(Health::Note)) {
        (0, 0) => say(TaskMessage::AllWell),
        (0, notes) => say(TaskMessage::AllWellNotes { notes }),
        (wrong, notes) => say(TaskMessage::Wrong { wrong, notes }),
    };
    writeln!(out, "\n{sum}")?;
    Ok(())
}

fn keys(settings: &Settings) -> Vec<Finding> {
    let (_, troubles) = Keymap::new(&settings.keys);
    let wrong =
        |what: TerminalMessage| Finding::wrong(H::Settings, H::KeyWrong { what: what.into() }, H::CorrectKey);
    troubles.into_iter().map(wrong).collect()
}

fn language(global: &Global, settings: &Settings) -> Finding {
    let locale = sys_locale::get_locale().unwrap_or_else(|| "none".to_owned());
    let named = |name: &str| Quoted::from(Message::Foreign(name.to_owned()));
    let (lang, by) = match (global.lang, settings.language) {
        // The program that began it says so what it speaks.
        (Some(_), chosen) if is_begun_inside() => {
            let lang = global.lang();
            let by = match chosen {
                Some(chosen) if chosen == lang => named("config.toml"),
                None if super::language::lang_of_locale(&locale) == lang => H::ByLocale.into(),
                _ => H::ByKey.into(),
            };
            (lang, by)
        }
        (Some(_), _) => (global.lang(), named("--lang")),
        (None, Some(lang)) => (lang, named("config.toml")),
        (None, None) => (super::language::lang_of_locale(&locale), H::ByLocale.into()),
    };
    let speaks = match lang {
        Lang::En => H::SpeaksEnglish { locale, by },
        Lang::Zh => H::SpeaksChinese { locale, by },
    };
    Finding::good(H::Locale, speaks)
}

/// Whether the program was begun by its own screens.
fn is_begun_inside() -> bool {
    std::env::var_os(TELLS_SHARE).is_some()
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// The smallest window that shows everything, in cells.
const SMALLEST: (u16, u16) = (40, 12);

/// What the environment says of the terminal; nothing is asked of the terminal itself.
fn of_terminal() -> Vec<Finding> {
    const AREA: H = H::Terminal;
    let mut found = Vec::new();
    // A console has no such variable.
    let term = if cfg!(windows) { "console".to_owned() } else { variable("TERM") };
    // What is begun from inside the program is shown on a screen.
    if !is_begun_inside() && (!io::stdin().is_terminal() || !io::stdout().is_terminal()) {
        found.push(Finding::note(AREA, H::NoTerminal, H::ScreensNeedOne));
    }
    if term.is_empty() || term == "dumb" {
        found.push(Finding::note(AREA, H::CannotDraw { term }, H::UseAnother));
    }
    if let Some((columns, rows)) = terminal::size() {
        let said = H::Cells { columns, rows };
        let fits = columns >= SMALLEST.0 && rows >= SMALLEST.1;
        let way_out = H::CellsNeeded { columns: SMALLEST.0, rows: SMALLEST.1 };
        found.push(if fits { Finding::good(AREA, said) } else { Finding::note(AREA, said, way_out) });
    }
    found.push(character_set(AREA));
    let look = abilities::look();
    let colours = match (look.colours, look.depth) {
        (false, _) => H::NoColours,
        (true, ColourDepth::All) => H::TrueColour,
        (true, ColourDepth::Indexed) => H::IndexedColours,
        (true, ColourDepth::Sixteen) => H::SixteenColours,
    };
    let ground = match look.is_dark {
        Some(true) => H::DarkGround,
        Some(false) => H::LightGround,
        None => H::UnknownGround,
    };
    found.push(Finding::good(AREA, H::Colours { colours: colours.into(), ground: ground.into() }));
    let known = abilities::abilities();
    let links = if known.hyperlinks { H::Yes.into() } else { H::NotKnown.into() };
    let pictures = match known.pictures {
        Protocol::Off => H::PicturesOff,
        Protocol::Blocks => H::PicturesAsBlocks,
        Protocol::Kitty => H::PicturesBy { protocol: "kitty" },
        Protocol::Iterm2 => H::PicturesBy { protocol: "iterm2" },
        Protocol::Sixel => H::PicturesBy { protocol: "sixel" },
    };
    let pictures = pictures.into();
    let said = match known.asks_version {
        true => H::AbilitiesByVersion { links, pictures },
        false => H::Abilities { links, pictures },
    };
    found.push(Finding::good(AREA, said));
    found
}

/// The features of this program that the build was made without.
fn lacking() -> Option<Finding> {
    let features = [
        ("images", cfg!(feature = "images")),
        ("anki", cfg!(feature = "anki")),
        ("highlight", cfg!(feature = "highlight")),
    ];
    let lacking: Vec<&str> =
        features.iter().filter(|(_, is_built)| !is_built).map(|(name, _)| *name).collect();
    let said = BuildMessage::Lacks { features: lacking.join(", ") };
    (!lacking.is_empty()).then(|| Finding::note(H::Program, said, BuildMessage::BuildAll))
}

fn character_set(area: H) -> Finding {
    // The first of these that is set decides, as in the C library.
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].map(|name| (name, variable(name)));
    let (name, value) =
        set.into_iter().find(|(_, value)| !value.is_empty()).unwrap_or(("LANG", String::new()));
    let is_utf8 = value.to_lowercase().replace('-', "").contains("utf8");
    if cfg!(not(unix)) || (cfg!(target_os = "macos") && value.is_empty()) {
        return Finding::good(area, H::Utf8);
    }
    if is_utf8 {
        return Finding::good(area, H::Utf8By { name, value });
    }
    Finding::note(area, H::NotUtf8 { name, value }, H::SetLang)
}

fn editor(set: &str) -> Finding {
    let (name, value) = [("editor", set.to_owned())]
        .into_iter()
        .chain(["VISUAL", "EDITOR"].map(|name| (name, variable(name))))
        .find(|(_, value)| !value.is_empty())
        .unwrap_or(("EDITOR", String::new()));
    if value.is_empty() {
        return Finding::good(H::Editor, H::NoEditor { usual: terminal::USUAL_EDITOR });
    }
    let wrong = match terminal::words(&value) {
        Ok(words) if terminal::finds_program(&words[0]) => {
            return Finding::good(H::Editor, H::EditorIs { name, value });
        }
        Ok(words) => H::EditorMissing { name, value, program: words[0].clone() },
        Err(why) => H::EditorWrong { name, value, why: why.into() },
    };
    Finding::wrong(H::Editor, wrong, H::SetEditor { name })
}
