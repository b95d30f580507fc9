//! Options of every command.

use super::language::{lang_of_locale, say};
use crate::card::Lang;
use crate::messages::Help;
use clap::ValueEnum;
use std::path::PathBuf;

/// Options of every command.
#[derive(clap::Args)]
pub(super) struct Global {
    #[arg(help = say(Help::DataDir))]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data_dir: Option<PathBuf>,
    #[arg(help = say(Help::Lang))]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub(super) lang: Option<LangArg>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum LangArg {
    En,
    Zh,
}

impl Global {
    pub(super) fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::En) => Lang::En,
            Some(LangArg::Zh) => Lang::Zh,
            None => lang_of_locale(&sys_locale::get_locale().unwrap_or_default()),
        }
    }
}
