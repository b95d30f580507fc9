//! Shares as they are written in a report.

pub(super) fn percent(share: f32) -> String {
    format!("{:.0}%", share * 100.0)
}
