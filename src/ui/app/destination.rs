//! The screens that lead to each other, made of what they are about.

use super::{Destination, Screen};
use crate::ui::screens::interview::grading::GradingScreen;
use crate::ui::screens::interview::report::ReportScreen;
use crate::ui::screens::interview::round::RoundScreen;
use crate::ui::screens::study::Study;

/// The screen of a destination.
pub(super) fn screen(destination: Destination) -> Box<dyn Screen> {
    match destination {
        Destination::Study(session) => Box::new(Study::new(*session)),
        Destination::Round(round) => Box::new(RoundScreen::new(round)),
        Destination::Grading(grading, round) => Box::new(GradingScreen::new(grading, round)),
        Destination::Report(report, grading) => Box::new(ReportScreen::new(report, grading)),
    }
}
