//! What became of an input, row by row.

use super::table::Role;
use super::trips::RowCounts;
use crate::text::count;

/// What was found and decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Every table, in order.
    pub tables: Vec<TableReport>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// What was decided without being said, each with what proves it.
    pub guesses: Vec<String>,
}

/// What became of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableReport {
    /// Among all of the page, from 1.
    pub number: usize,
    /// The headings above it.
    pub headings: Vec<String>,
    /// Whether it is one of journeys.
    pub is_of_trips: bool,
    /// What became of its rows.
    pub counts: RowCounts,
    /// Its columns.
    pub columns: Vec<ColumnReport>,
}

/// What a column was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnReport {
    /// Its heading; empty where it has none.
    pub name: String,
    /// What it is of.
    pub role: Role,
    /// What stands in the first rows below.
    pub samples: Vec<String>,
}

impl Report {
    /// Those of several inputs, each with its name, or of one.
    #[must_use]
    pub fn of_all<'a>(reports: impl ExactSizeIterator<Item = (&'a str, &'a Self)>) -> Self {
        let is_one = reports.len() == 1;
        let mut all = Self::default();
        for (name, report) in reports {
            let lead = if is_one { String::new() } else { format!("{name}: ") };
            all.sheets.extend(report.sheets.iter().filter(|_| is_one).cloned());
            all.guesses.extend(report.guesses.iter().map(|guess| format!("{lead}{guess}")));
            all.tables.extend(report.tables.iter().cloned().map(|mut table| {
                table.headings.extend((!is_one).then(|| name.to_owned()));
                table
            }));
        }
        all
    }

    /// In lines, one for each table of journeys and each guess.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let tables = self.tables.iter().filter(|table| table.is_of_trips).map(TableReport::line);
        tables.chain(self.guesses.iter().cloned()).collect()
    }
}

impl TableReport {
    /// Its counts in a line.
    #[must_use]
    pub fn line(&self) -> String {
        let RowCounts { read, trips, headers, by_rule, reported } = self.counts;
        let heading = self.headings.last().map(|heading| format!(" “{heading}”")).unwrap_or_default();
        let parts =
            [(trips, "of trips"), (headers, "of headings"), (by_rule, "left out by rule"), (reported, "reported")];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(number, _)| 0 < *number)
            .map(|(number, what)| format!("{number} {what}"))
            .collect();
        format!("table {}{heading}: {} = {}", self.number, count(read, "row", "rows"), parts.join(" + "))
    }
}
