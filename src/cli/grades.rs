//! Grades and other choices as they are typed on the command line, and grades as they are told there.

use super::language::lang;
use crate::card::{Grade, Lang};
use crate::messages::{self, Choice};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Reads a grade by its English name, by its key from 1 to 4, or by what it is called in Chinese.
pub(super) fn parser() -> impl TypedValueParser<Value = Grade> {
    let value = |grade: Grade| PossibleValue::new(grade.name()).aliases(other_names(grade));
    let read = |text: String| {
        let is_it = |grade: &Grade| grade.name() == text || other_names(*grade).contains(&text.as_str());
        Grade::ALL.into_iter().find(is_it).expect("the parser lets only grades through")
    };
    PossibleValuesParser::new(Grade::ALL.map(value)).map(read)
}

/// Reads a choice by its name, or by its label in Chinese.
pub(super) fn choice<C: Choice + Send + Sync>() -> impl TypedValueParser<Value = C> {
    let value = |choice: &C| PossibleValue::new(choice.name()).alias(choice.label(Lang::Zh));
    let read = |text: String| {
        let is_it = |choice: &&C| choice.name() == text || choice.label(Lang::Zh) == text;
        *C::all().iter().find(is_it).expect("the parser lets only choices through")
    };
    PossibleValuesParser::new(C::all().iter().map(value)).map(read)
}

/// How a grade is told: scripts read the English name.
pub(super) fn told(grade: Grade) -> String {
    match lang() {
        Lang::En => grade.name().to_owned(),
        Lang::Zh => (messages::of(Lang::Zh).names.grade)(grade).to_owned(),
    }
}

fn other_names(grade: Grade) -> [&'static str; 2] {
    let key = ["1", "2", "3", "4"][Grade::ALL.iter().position(|other| *other == grade).unwrap_or(0)];
    [key, (messages::of(Lang::Zh).names.grade)(grade)]
}
