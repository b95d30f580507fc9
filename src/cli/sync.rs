//! `backprop sync`: the data folder on several machines, through a git repository they share.

use super::opening;
use super::{Global, out, tell};
use crate::store::library::shown;
use crate::store::sync::{Refused, Report};
use crate::workspace::{Command, Outcome};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// What it does, on the page of the long help.
const ABOUT: &str = "\
The first call with an address joins what is there and sends what is here; every later call commits, unites
with what other machines sent, and sends. Progress is united as a set of events; decks and settings changed
in two places stay in both versions, under two names.
Shared are progress.json, the notes, pictures and list in decks/ and, where it lies in the data folder,
config.toml; nothing else. What names a program, an address or a place outside the data folder neither goes
out nor comes in. Links, odd names and everything else in the repository are left there and named.
The repository is kept in sync/git in the data folder, apart from any of your own there. When it is damaged,
--repair fetches it anew beside the old one and unites both.
Git is never asked to ask: set up an ssh agent or a credential helper for it. Of your settings of git only
credential.*, http.*, url.*, ssh.* and core.sshCommand count; no hook runs. Without a connection everything
is committed here, the exit code is 1, and the next call goes on.";

#[derive(clap::Args)]
#[command(after_long_help = ABOUT)]
pub(super) struct Args {
    /// Address of an empty or a shared git repository: ssh, https or a folder; needed only once
    #[arg(value_name = "REMOTE")]
    remote: Option<String>,
    /// Fetch the repository anew beside a damaged one, and unite both
    #[arg(long)]
    repair: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    // Opening mends a damaged log and takes in copies of it before they are shared.
    let mut workspace = opening::look(&[], global)?;
    opening::tell_notices(&mut workspace);
    let sync = Command::Sync { remote: args.remote.clone(), repair: args.repair };
    let Outcome::Synced(synced) = workspace.run(sync)? else { unreachable!("a sync says what it did") };
    print(&synced.report, &workspace.dirs().data, synced.failure.is_none())?;
    opening::tell_notices(&mut workspace);
    match synced.failure {
        Some(failure) => Err(failure),
        None => Ok(ExitCode::SUCCESS),
    }
}

fn print(report: &Report, data: &Path, is_done: bool) -> anyhow::Result<()> {
    let mut out = out();
    if report.set_up {
        writeln!(out, "{} is synchronised from now on", shown(data))?;
    }
    if !report.saved.is_empty() {
        writeln!(out, "changed here: {}", listed(&report.saved))?;
    }
    if report.events > 0 || !report.files.is_empty() {
        let events = if report.events == 1 { "1 event" } else { &format!("{} events", report.events) };
        let files =
            if report.files.is_empty() { String::new() } else { format!("; {}", listed(&report.files)) };
        writeln!(out, "received: {events}{files}")?;
    }
    for (stayed, other) in &report.both {
        let (stayed, other) = (shown(Path::new(stayed)), shown(Path::new(other)));
        tell(&format!("note: {stayed} was changed in two places; the version changed earlier is in {other}"));
    }
    report.said.iter().for_each(|said| tell(&format!("note: {said}")));
    tell_refused("not taken in", &report.refused);
    tell_refused("not sent", &report.withheld);
    report.notices.iter().for_each(|notice| tell(&format!("note: {notice}")));
    match &report.remote {
        None => writeln!(out, "committed here; `backprop sync REMOTE` shares it with other machines")?,
        Some(remote) if is_done && report.has_sent => writeln!(out, "sent to {remote}")?,
        Some(remote) if is_done => writeln!(out, "{remote} has everything")?,
        Some(_) => (),
    }
    Ok(())
}

/// Names what was not shared, each with its reason.
fn tell_refused(what: &str, refused: &[Refused]) {
    const MOST: usize = 200;
    for Refused { path, why } in refused.iter().take(MOST) {
        tell(&format!("note: {what}: {}: {}", shown(Path::new(path)), shown(Path::new(why))));
    }
    if refused.len() > MOST {
        tell(&format!("note: {what}: {} more", refused.len() - MOST));
    }
}

/// A few names, and how many more.
fn listed(names: &[String]) -> String {
    const MOST: usize = 5;
    let few: Vec<String> = names.iter().take(MOST).map(|name| shown(Path::new(name))).collect();
    let more = names.len().saturating_sub(MOST);
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{rest}", few.join(", "))
}
