//! `backprop export`: data for other programs, to stdout or into a file.

use super::language::{failure, say};
use super::opening;
use super::{Global, out, tell_note};
use crate::desk::Desk;
use crate::export::{self, EXPORTS, Export, ExportImage, Material};
use crate::import;
use crate::import::package::IS_BUILT;
use crate::messages::{BuildMessage, CommandMessage, Help};
use crate::store::shelf::{self, Shelf};
use crate::store::spelling::shown;
use crate::store::{Problem, atomic};
use crate::workspace::{Command, Workspace};
use clap::builder::PossibleValuesParser;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
#[command(after_help = formats())]
pub(super) struct Args {
    #[arg(help = say(Help::ExportWhat))]
    #[arg(value_parser = PossibleValuesParser::new(EXPORTS.iter().map(|export| export.name)))]
    what: String,
    #[arg(help = say(Help::OnlySources))]
    #[arg(value_name = "DECK or FILE")]
    sources: Vec<String>,
    #[arg(help = say(Help::ExportFormat))]
    #[arg(long, short, value_name = "F")]
    format: Option<String>,
    #[arg(help = say(Help::ExportOutput))]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The table of formats, for the help.
fn formats() -> String {
    let mut text = String::new();
    for export in EXPORTS {
        writeln!(text, "  {}: {}", export.name, say(&export.about)).expect("writing to a string never fails");
        for format in export.formats {
            writeln!(text, "    {:<9} {}", format.name, say(&format.about))
                .expect("writing to a string never fails");
        }
    }
    say(Help::ExportFormats { formats: text })
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let export = export::named(&args.what).expect("the parser lets only known exports through");
    let format = match &args.format {
        None => &export.formats[0],
        Some(name) => export.format(name).ok_or_else(|| unknown(export, name))?,
    };
    if args.output.is_none() && !format.is_text && io::stdout().is_terminal() {
        return Err(failure(CommandMessage::NotForTerminal { format: format.name }));
    }
    let mut workspace = opening::open(&args.sources, global)?;
    opening::tell_notices(&mut workspace);
    workspace.run(Command::LoadHistory)?;
    let desk = workspace.state();
    let images = if format.has_images { images(&workspace)? } else { Vec::new() };
    tell_of_notes(export, desk);
    let material = Material { desk, is_chosen: !args.sources.is_empty(), images: &images };
    let bytes = format.write(&material)?;
    for loss in format.losses(&material, &bytes)? {
        tell_note(&format!("{}: {}", format.name, say(loss)));
    }
    match &args.output {
        Some(path) => {
            atomic::replace(path, |out| out.write_all(&bytes)).map_err(Problem::io("write", path))?;
        }
        None => {
            let mut out: Box<dyn Write> =
                if format.is_text { Box::new(out()) } else { Box::new(io::stdout().lock()) };
            out.write_all(&bytes)?;
            out.flush()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what no format of a deck has a place for: a note stays with the learner's progress.
fn tell_of_notes(export: &Export, desk: &Desk) {
    let noted = desk.places().filter(|place| desk.progress.own_note(&desk.card(*place).id).is_some()).count();
    if export.name == "deck" && noted > 0 {
        tell_note(&say(CommandMessage::NotesStay { count: noted }));
    }
}

/// The images that the cards at hand show. One that cannot be taken along is told.
fn images(workspace: &Workspace) -> anyhow::Result<Vec<ExportImage>> {
    let (desk, shelf) = (workspace.state(), Shelf::of(workspace.dirs())?);
    let mut files: BTreeMap<&PathBuf, BTreeSet<String>> = BTreeMap::new();
    for place in desk.places() {
        if let Some(notes) = &desk.face(place).source.file {
            let targets = import::images(std::slice::from_ref(desk.card(place)));
            files.entry(notes).or_default().extend(targets.into_iter().map(|image| image.target));
        }
    }
    let (mut images, mut sum) = (Vec::new(), 0);
    for (notes, targets) in files {
        let folder = shelf.folder_of(notes);
        for target in targets {
            match shelf::read_image(&target, notes, &folder, &mut sum) {
                Ok(bytes) => images.push(ExportImage { notes: Some(notes.clone().into()), target, bytes }),
                Err(why) => {
                    let target = crate::markdown::clean(&target).replace('\n', " ");
                    let (notes, why) = (shown(notes), say(why));
                    tell_note(&say(CommandMessage::ImageStays { notes, target, why }));
                }
            }
        }
    }
    Ok(images)
}

fn unknown(export: &Export, name: &str) -> anyhow::Error {
    if name == "apkg" && !IS_BUILT {
        return failure(BuildMessage::Without { feature: "anki" });
    }
    let known: Vec<&str> = export.formats.iter().map(|format| format.name).collect();
    let (name, known) = (name.to_owned(), known.join(", "));
    failure(CommandMessage::NoFormat { export: export.name, name, known })
}
