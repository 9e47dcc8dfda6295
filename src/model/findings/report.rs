//! Findings as a report: beside the problems of a file, and as a table.

use super::finding::{Finding, wide};
use crate::data::{Problem, SourceText, TableFormat, table_text};
use crate::model::facts::Chronicle;

/// The columns of a table of problems and findings.
pub const COLUMNS: &[&str] = &["code", "severity", "message", "line", "column", "trips"];

impl Finding {
    /// The finding in the form of a problem, with the ids of its trips, to be listed among those of the file.
    #[must_use]
    pub fn problem(&self, chronicle: &Chronicle, text: &SourceText) -> Problem<&'static str> {
        Problem {
            severity: self.code.severity(),
            code: self.code.key(),
            message: self.message(chronicle),
            help: None,
            place: Some(self.place(text)),
            trips: self.ids(chronicle),
        }
    }

    fn ids(&self, chronicle: &Chronicle) -> Vec<String> {
        self.trips().iter().map(|&index| chronicle.trip(index).id(chronicle).into_owned()).collect()
    }

    fn row(&self, chronicle: &Chronicle) -> Vec<String> {
        vec![
            self.code.key().to_owned(),
            self.code.severity().word().to_owned(),
            self.message(chronicle),
            wide(self.line).to_string(),
            wide(self.column).to_string(),
            self.ids(chronicle).join("; "),
        ]
    }
}

/// What stands under each of the [`COLUMNS`].
#[must_use]
pub fn row(problem: &Problem<&str>) -> Vec<String> {
    let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let place = problem.place.as_ref();
    vec![
        problem.code.to_owned(),
        problem.severity.word().to_owned(),
        problem.message.clone(),
        number(place.map(|place| place.line)),
        number(place.map(|place| place.column)),
        problem.trips.join("; "),
    ]
}

/// Findings as a table to save.
///
/// # Errors
///
/// Fails only if out of memory.
pub fn table(chronicle: &Chronicle, findings: &[&Finding], format: TableFormat) -> std::io::Result<String> {
    let rows: Vec<_> = findings.iter().map(|finding| finding.row(chronicle)).collect();
    table_text(format, COLUMNS, &rows)
}
