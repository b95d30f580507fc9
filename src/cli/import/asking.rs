//! Questions of an import: what waits from other machines, what may be an old card, what stands twice.

use crate::cli::language::{lang, say};
use crate::cli::{answer, out, tell};
use crate::messages::CommandMessage;
use crate::store::shelf::Wish;
use crate::store::spelling::shown;
use crate::ui::importing;
use crate::workspace::{Command, Draft, Imported, Outcome, Twin, Workspace};
use std::io::Write;

/// Shows what other machines changed, and asks whether it goes into the notes.
pub(super) fn about_waiting(workspace: &mut Workspace, imported: &mut Imported) -> anyhow::Result<()> {
    for draft in imported.drafts.iter_mut().filter(|draft| !draft.waits.is_empty()) {
        let Some(wish) = wish(draft)? else { continue };
        let Outcome::Settled(settled) = workspace.run(Command::Settle(draft.place.clone(), wish))? else {
            unreachable!("what waits is settled")
        };
        if let Some(settled) = settled {
            draft.is_settled(&settled);
        }
    }
    Ok(())
}

fn wish(draft: &Draft) -> anyhow::Result<Option<Wish>> {
    let mut out = out();
    let head = CommandMessage::WaitsHead { path: shown(&draft.file.path) };
    writeln!(out, "\n{}", say(head))?;
    importing::difference(&draft.waits, lang()).iter().try_for_each(|line| writeln!(out, "  {line}"))?;
    write!(out, "{}", say(CommandMessage::AskWaiting))?;
    out.flush()?;
    Ok(answer()?.map(|takes| if takes { Wish::Accept } else { Wish::Decline }))
}

/// Asks about each pair of cards that may be one, edited.
pub(super) fn about_doubtful(workspace: &mut Workspace, imported: &mut Imported) -> anyhow::Result<()> {
    let (mut answered, mut open) = (Vec::new(), Vec::new());
    let mut out = out();
    for change in std::mem::take(&mut imported.doubtful) {
        let (before, now) =
            (importing::question(&change.from.question), importing::question(&change.to.question));
        writeln!(out, "\n{}", say(CommandMessage::AskSame { before, now }))?;
        write!(out, "{}", say(CommandMessage::AskMove))?;
        out.flush()?;
        match answer()? {
            Some(is_same) => answered.push((change, is_same)),
            None => open.push(change),
        }
    }
    imported.doubtful = open;
    if !answered.is_empty() {
        let Outcome::Moved(moved) = workspace.run(Command::AnswerDoubts(answered))? else {
            unreachable!("answers say what moved")
        };
        imported.moves.extend(moved);
    }
    Ok(())
}

/// Asks whether cards that stand twice become one.
pub(super) fn about_twins(workspace: &mut Workspace, imported: &mut Imported) -> anyhow::Result<()> {
    let open: Vec<&Twin> = imported.twins.iter().filter(|twin| !twin.merged).collect();
    if open.is_empty() {
        return Ok(());
    }
    for twin in &open {
        let (question, deck, other) =
            (importing::question(&twin.question), twin.deck.clone(), twin.other_deck.clone());
        tell(&say(CommandMessage::TwinListed { question, deck, other }));
    }
    let mut out = out();
    write!(out, "{}", say(CommandMessage::AskTwins { count: open.len() }))?;
    out.flush()?;
    if answer()? == Some(true) {
        workspace.run(Command::Unite(open.into_iter().map(Twin::copy_and_kept).collect()))?;
        imported.twins.iter_mut().for_each(|twin| twin.merged = true);
    }
    Ok(())
}
