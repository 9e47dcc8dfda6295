//! `wayline check`: every problem of a file and every finding about its sources, with line and column.

use std::collections::BTreeSet;

use serde::Serialize;

use super::args::{Check, CheckFormat};
use super::outcome::{CliError, Outcome};
use super::{input, output};
use crate::data::{Problem, TableFormat, table_text};
use crate::model::{Document, TravellerIndex, Trip, TripIndex, findings};
use crate::text::count;

/// A problem or finding as other programs read it; the fields are a contract.
#[derive(Serialize)]
pub(super) struct ProblemJson<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    /// Where several files were read together.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    trips: &'a [String],
}

/// Findings never change the outcome: they are about the sources, not about the file.
pub(super) fn run(arguments: &Check) -> Result<Outcome, CliError> {
    if arguments.bom && arguments.format != CheckFormat::Csv {
        return Err(output::bom_needs_csv());
    }
    let document = input::read_report(&arguments.files);
    let travellers = input::travellers(&document.chronicle, &arguments.travellers)?;
    let listed = listed(&document, &arguments.codes, &travellers);
    let text = match arguments.format {
        // There is nothing to report on; other programs get the reason in the form they asked for.
        CheckFormat::Text if input::is_unusable(&document) => return Err(input::unusable(&document)),
        CheckFormat::Text => {
            let name = input::reported_name(&document);
            let text: String = listed.iter().map(|problem| problem.render(&name) + "\n").collect();
            text + &summary(&document, listed.len())
        }
        CheckFormat::Json => {
            let rows: Vec<_> = listed.iter().map(ProblemJson::new).collect();
            output::json(&rows)?
        }
        CheckFormat::Csv => table(TableFormat::Csv, &listed)?,
        CheckFormat::Markdown => table(TableFormat::Markdown, &listed)?,
    };
    output::to_stdout(output::marked(text, arguments.bom).as_bytes())?;
    Ok(input::outcome(&document))
}

/// Problems and findings of these codes and about trips of these travellers, of all when there are none, in the order of
/// the file.
fn listed(document: &Document, codes: &[&str], travellers: &BTreeSet<TravellerIndex>) -> Vec<Problem<&'static str>> {
    let is_theirs = |(_, trip): &(TripIndex, &Trip)| travellers.contains(&trip.traveller);
    let theirs = document.chronicle.indexed_trips().filter(is_theirs);
    let theirs: BTreeSet<_> = theirs.map(|(_, trip)| trip.id(&document.chronicle)).collect();
    let is_listed = |problem: &Problem<&str>| {
        (codes.is_empty() || codes.contains(&problem.code))
            && (travellers.is_empty() || problem.trips.iter().any(|id| theirs.contains(id.as_str())))
    };
    let findings = document.findings().all.iter().map(|finding| finding.problem(&document.chronicle, &document.text));
    let all = document.problems.iter().cloned().map(Problem::keyed).chain(findings);
    let mut listed: Vec<_> = all.filter(is_listed).collect();
    listed.sort_by(Problem::order);
    listed
}

/// What the file has, and how much of it is listed if that is not all.
fn summary(document: &Document, listed: usize) -> String {
    let (problems, findings) = (document.problems.len(), document.findings().all.len());
    let (problem_words, read) = match problems {
        0 => ("no problems".to_owned(), ""),
        _ => (count(problems, "problem", "problems"), " could be read"),
    };
    let finding_words = if findings == 0 { "no findings".to_owned() } else { count(findings, "finding", "findings") };
    let trips = count(document.chronicle.trips.len(), "trip", "trips");
    let rest = if document.left_out.rest_is_unknown { ", and what follows the break is unknown" } else { "" };
    let part = if listed < problems + findings { format!("; {listed} listed") } else { String::new() };
    format!("{}: {problem_words}, {finding_words}, {trips}{read}{rest}{part}\n", input::reported_name(document))
}

fn table(format: TableFormat, listed: &[Problem<&str>]) -> Result<String, CliError> {
    let rows: Vec<_> = listed.iter().map(findings::row).collect();
    Ok(table_text(format, findings::COLUMNS, &rows)?)
}

impl<'a> ProblemJson<'a> {
    pub(super) fn new(problem: &'a Problem<&'static str>) -> Self {
        Self {
            severity: problem.severity.word(),
            code: problem.code,
            message: &problem.message,
            file: problem.place.as_ref().and_then(|place| place.file.as_deref()),
            line: problem.place.as_ref().map(|place| place.line),
            column: problem.place.as_ref().map(|place| place.column),
            trips: &problem.trips,
        }
    }
}
