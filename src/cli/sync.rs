//! `backprop sync`: the data folder on several machines, through a git repository they share.

use super::language::say;
use super::opening;
use super::{Global, out, tell_note};
use crate::messages::{Help, HelpPage, Message, TaskMessage};
use crate::store::spelling::shown;
use crate::store::sync::{PutAside, RefusedPath, SyncReport};
use crate::workspace::{Command, Outcome};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

#[derive(clap::Args)]
#[command(after_long_help = say(HelpPage::Sync))]
pub(super) struct Args {
    #[arg(help = say(Help::SyncRemote))]
    #[arg(value_name = "REMOTE")]
    remote: Option<String>,
    #[arg(help = say(Help::SyncRepair))]
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

fn print(report: &SyncReport, data: &Path, is_done: bool) -> anyhow::Result<()> {
    let mut out = out();
    if report.set_up {
        writeln!(out, "{}", say(TaskMessage::SetUp { path: shown(data) }))?;
    }
    if !report.saved.is_empty() {
        writeln!(out, "{}", say(TaskMessage::ChangedHere { names: listed(&report.saved) }))?;
    }
    if report.events > 0 || !report.files.is_empty() {
        let (events, files) = (report.events, listed(&report.files));
        let received = match report.files.is_empty() {
            true => TaskMessage::Received { events },
            false => TaskMessage::ReceivedFiles { events, files },
        };
        writeln!(out, "{}", say(received))?;
    }
    if !report.removed.is_empty() {
        writeln!(out, "{}", say(TaskMessage::TakenOut { names: listed(&report.removed) }))?;
    }
    if !report.stays.is_empty() {
        tell_note(&say(TaskMessage::StaysChanged { names: listed(&report.stays) }));
    }
    if !report.back.is_empty() {
        tell_note(&say(TaskMessage::IsBack { names: listed(&report.back) }));
    }
    for (path, kept) in &report.kept {
        let path = shown(Path::new(path));
        tell_note(&say(TaskMessage::KeptAsItWas { path, kept: shown(kept) }));
    }
    for (stayed, other, whose) in &report.both {
        let (path, other) = (shown(Path::new(stayed)), shown(Path::new(other)));
        tell_note(&say(match whose {
            PutAside::Ours => TaskMessage::OursAside { path, other },
            PutAside::Theirs => TaskMessage::TheirsAside { path, other },
            PutAside::Joined => TaskMessage::JoinedAside { path, other },
        }));
    }
    report.said.iter().for_each(|said| tell_note(&say(said)));
    let more = |count| TaskMessage::MoreNotTakenIn { count };
    tell_refused(&report.refused, |path, why| TaskMessage::NotTakenIn { path, why }, more);
    let more = |count| TaskMessage::MoreNotSent { count };
    tell_refused(&report.withheld, |path, why| TaskMessage::NotSent { path, why }, more);
    report.notices.iter().for_each(|notice| tell_note(&say(Message::from(notice))));
    match &report.remote {
        None => writeln!(out, "{}", say(TaskMessage::CommittedHere))?,
        Some(remote) if is_done && report.has_sent => {
            writeln!(out, "{}", say(TaskMessage::Sent { remote: remote.clone() }))?;
        }
        Some(remote) if is_done => {
            writeln!(out, "{}", say(TaskMessage::UpToDate { remote: remote.clone() }))?;
        }
        Some(_) => (),
    }
    Ok(())
}

/// Names what was not shared, each with its reason.
fn tell_refused(
    refused: &[RefusedPath],
    one: fn(String, String) -> TaskMessage,
    more: fn(usize) -> TaskMessage,
) {
    const MOST: usize = 200;
    for RefusedPath { path, why } in refused.iter().take(MOST) {
        tell_note(&say(one(shown(Path::new(path)), shown(Path::new(&say(why))))));
    }
    if refused.len() > MOST {
        tell_note(&say(more(refused.len() - MOST)));
    }
}

/// A few names, and how many more.
fn listed(names: &[String]) -> String {
    const MOST: usize = 5;
    let few: Vec<String> = names.iter().take(MOST).map(|name| shown(Path::new(name))).collect();
    let more = names.len().saturating_sub(MOST);
    let names = few.join(", ");
    if more == 0 { names } else { say(TaskMessage::AndOthers { names, count: more }) }
}
