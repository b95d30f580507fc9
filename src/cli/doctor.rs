//! `backprop doctor`: is everything well, and what to do where it is not.

use super::{Global, LangArg, out, print_json};
use super::{clock, opening};
use crate::card::Lang;
use crate::day::{Calendar, Moment, RELEASED, Zone};
use crate::settings::Settings;
use crate::store::dirs::Dirs;
use crate::store::health::{self, Finding, Verdict};
use crate::store::repair::Repairs;
use crate::store::settings_file::SettingsFile;
use crate::terminal;
use crate::terminal::abilities;
use crate::ui::keymap::Keymap;
use crate::workspace::Clock;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// What programs read, on the page of the long help.
const JSON: &str = "\
--json prints an array, one object a finding: area, verdict (good, note or wrong), said, way_out.
The exit code is 1 when something is wrong.

--repair writes a damaged progress.json anew with every whole event that is in it, or in what was set
aside from it; the old file stays beside it. An event that lies ahead of the clock, or whose study day
does not fit its instant, is taken back and noted anew: right after the event before it in the file, or
right before the next one where there is none before, with the pauses between such events as they were;
on its own study day where only the instant is wrong. Set the clock of this machine right first.";

#[derive(clap::Args)]
#[command(after_long_help = JSON)]
pub(super) struct Args {
    /// Print JSON for programs
    #[arg(long)]
    json: bool,
    /// Repair what can be repaired: shows what will be done, and asks
    #[arg(long, conflicts_with = "json")]
    repair: bool,
    /// Repair without asking
    #[arg(long, requires = "repair")]
    yes: bool,
}

/// A finding in `--json` output.
#[derive(Serialize)]
struct FindingJson<'a> {
    area: &'a str,
    verdict: &'a str,
    said: &'a str,
    way_out: &'a str,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let settings =
        SettingsFile::in_folder(&dirs.config).read().map(|(settings, _)| settings).unwrap_or_default();
    let clock = Clock::new(clock::start_of_clock()?);
    let now = clock.now();
    let calendar = Calendar { zone: Zone::Local, rollover_hour: settings.rollover_hour };
    if args.repair {
        repair(&dirs, calendar.moment(now), &calendar, args.yes)?;
    }
    let mut found = health::look(&dirs, &settings.rules, now);
    found.extend(keys(&settings));
    let day = calendar.moment(now).day;
    found.push(Finding::good("clock", format!("it is {now}, study day {day}")));
    found.push(language(global, &settings));
    found.extend(of_terminal());
    found.push(editor(&settings.editor));
    if args.json {
        print_json(&found.iter().map(json).collect::<Vec<_>>())?;
    } else {
        print(&found)?;
    }
    let is_well = found.iter().all(|finding| finding.verdict != Verdict::Wrong);
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Shows what can be repaired, and does it when the user agrees.
fn repair(dirs: &Dirs, now: Moment, calendar: &Calendar, is_agreed: bool) -> anyhow::Result<()> {
    anyhow::ensure!(
        now.at >= RELEASED,
        "the clock says {}, which is before this program was made; set it first: a repair goes by it",
        now.at
    );
    let mut out = out();
    let repairs = Repairs::find(dirs, now, calendar)?;
    if repairs.is_empty() {
        writeln!(out, "Nothing to repair.\n")?;
        return Ok(());
    }
    for told in repairs.told(dirs) {
        writeln!(out, "will   {}", crate::markdown::clean(&told))?;
    }
    if !is_agreed {
        anyhow::ensure!(
            io::stdin().is_terminal(),
            "nothing was changed; `backprop doctor --repair --yes` does it"
        );
        write!(out, "Do it? [y/N] ")?;
        out.flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        anyhow::ensure!(answer.trim().eq_ignore_ascii_case("y"), "nothing was changed");
    }
    for told in Repairs::perform(dirs, now, calendar)? {
        writeln!(out, "done   {}", crate::markdown::clean(&told))?;
    }
    writeln!(out)?;
    Ok(())
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Good => "good",
        Verdict::Note => "note",
        Verdict::Wrong => "wrong",
    }
}

fn json(finding: &Finding) -> FindingJson<'_> {
    let Finding { area, verdict, said, way_out } = finding;
    FindingJson { area, verdict: name(*verdict), said, way_out }
}

fn print(found: &[Finding]) -> anyhow::Result<()> {
    let mut out = out();
    for finding in found {
        let mark = match finding.verdict {
            Verdict::Good => "ok   ",
            Verdict::Note => "note ",
            Verdict::Wrong => "WRONG",
        };
        writeln!(out, "{mark}  {:<9}  {}", finding.area, crate::markdown::clean(&finding.said))?;
        if !finding.way_out.is_empty() {
            writeln!(out, "                  -> {}", finding.way_out)?;
        }
    }
    let count = |verdict| found.iter().filter(|finding| finding.verdict == verdict).count();
    match (count(Verdict::Wrong), count(Verdict::Note)) {
        (0, 0) => writeln!(out, "\nAll is well.")?,
        (0, notes) => writeln!(out, "\nAll is well; {notes} to know.")?,
        (wrong, notes) => writeln!(out, "\n{wrong} wrong, {notes} to know.")?,
    }
    Ok(())
}

fn keys(settings: &Settings) -> Vec<Finding> {
    let (_, troubles) = Keymap::new(&settings.keys);
    let way_out = "correct it in config.toml; until then the usual key counts";
    troubles
        .into_iter()
        .map(|trouble| Finding::wrong("settings", format!("config.toml: {trouble}"), way_out))
        .collect()
}

fn language(global: &Global, settings: &Settings) -> Finding {
    let locale = sys_locale::get_locale().unwrap_or_else(|| "none".to_owned());
    let (lang, why) = match (global.lang, settings.language) {
        (Some(LangArg::En), _) => (Lang::En, "--lang"),
        (Some(LangArg::Zh), _) => (Lang::Zh, "--lang"),
        (None, Some(lang)) => (lang, "config.toml"),
        (None, None) => (opening::lang_of_locale(&locale), "the locale"),
    };
    let lang = if lang == Lang::Zh { "Chinese" } else { "English" };
    Finding::good("locale", format!("{locale}; the program speaks {lang}, by {why}"))
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// The smallest window that shows everything, in cells.
const SMALLEST: (u16, u16) = (40, 12);

/// What the environment says of the terminal; nothing is asked of the terminal itself.
fn of_terminal() -> Vec<Finding> {
    const AREA: &str = "terminal";
    let mut found = Vec::new();
    // A console has no such variable.
    let term = if cfg!(windows) { "console".to_owned() } else { variable("TERM") };
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let said = "there is none here; this is what the environment says".to_owned();
        found.push(Finding::note(AREA, said, "the screens need one; `next`, `grade` and `cards` do not"));
    }
    if term.is_empty() || term == "dumb" {
        let said = format!("TERM={term} cannot draw a screen");
        found.push(Finding::note(AREA, said, "use another terminal, or `backprop next` and `grade`"));
    }
    if let Some((columns, rows)) = terminal::size() {
        let said = format!("{columns} by {rows} cells");
        let fits = columns >= SMALLEST.0 && rows >= SMALLEST.1;
        let way_out = format!("{} by {} show everything", SMALLEST.0, SMALLEST.1);
        found.push(if fits { Finding::good(AREA, said) } else { Finding::note(AREA, said, way_out) });
    }
    found.push(character_set(AREA));
    let look = abilities::look();
    let colours = match (look.colours, look.true_colour) {
        (false, _) => "none, by NO_COLOR",
        (true, true) => "16 million (COLORTERM)",
        (true, false) => "16; COLORTERM does not say that there are more",
    };
    let ground = match look.is_dark {
        Some(true) => ", dark background",
        Some(false) => ", light background",
        None => "",
    };
    found.push(Finding::good(AREA, format!("colours: {colours}{ground}")));
    let known = abilities::abilities();
    let links = if known.hyperlinks { "yes" } else { "not known" };
    let asked = if known.asks_version { ", or kitty where its version is 0.28 or newer" } else { "" };
    let said = format!("links to click: {links}; pictures: {}{asked}", known.pictures.name());
    found.push(Finding::good(AREA, said));
    found
}

fn character_set(area: &'static str) -> Finding {
    // The first of these that is set decides, as in the C library.
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].map(|name| (name, variable(name)));
    let (name, value) =
        set.into_iter().find(|(_, value)| !value.is_empty()).unwrap_or(("LANG", String::new()));
    let is_utf8 = value.to_lowercase().replace('-', "").contains("utf8");
    if cfg!(not(unix)) || (cfg!(target_os = "macos") && value.is_empty()) {
        return Finding::good(area, "characters: UTF-8".to_owned());
    }
    if is_utf8 {
        return Finding::good(area, format!("characters: UTF-8 ({name}={value})"));
    }
    let said = format!("characters: {name}={value} does not say UTF-8");
    Finding::note(area, said, "where lines or Chinese look wrong, set LANG to a locale such as C.UTF-8")
}

fn editor(set: &str) -> Finding {
    let (name, value) = [("editor", set.to_owned())]
        .into_iter()
        .chain(["VISUAL", "EDITOR"].map(|name| (name, variable(name))))
        .find(|(_, value)| !value.is_empty())
        .unwrap_or(("EDITOR", String::new()));
    if value.is_empty() {
        let said = format!("none set; {} is used for opening notes", terminal::USUAL_EDITOR);
        return Finding::good("editor", said);
    }
    let said = format!("{name}={value}");
    let why = match terminal::words(&value) {
        Ok(words) if terminal::finds_program(&words[0]) => return Finding::good("editor", said),
        Ok(words) => format!("there is no such program: {}", words[0]),
        Err(why) => why,
    };
    Finding::wrong("editor", format!("{said}: {why}"), format!("set {name} to the name of yours"))
}
