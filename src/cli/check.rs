//! `wayline check`: every problem of a file, with its line and column.

use serde::Serialize;

use super::{
    CliError, Input, Outcome,
    args::{Check, CheckFormat},
};
use crate::{data::Problem, model::count};

/// A problem as other programs read it; the fields are a contract.
#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    trips: &'a [String],
}

pub(super) fn run(arguments: &Check) -> Result<(String, Outcome), CliError> {
    let input = Input::read_report(arguments.file.as_deref());
    let problems = &input.loaded.problems;
    let output = match arguments.format {
        // There is nothing to report on; other programs get the reason in the form they asked for.
        CheckFormat::Text if input.is_unusable() => return Err(input.unusable()),
        CheckFormat::Json => {
            let rows: Vec<_> = problems.iter().map(ProblemJson::new).collect();
            let json = serde_json::to_string_pretty(&rows).map_err(std::io::Error::other)?;
            json + "\n"
        }
        CheckFormat::Text => {
            let listed: String = problems.iter().map(|problem| problem.render(&input.name) + "\n").collect();
            let trips = count(input.loaded.chronicle.trips.len(), "trip", "trips");
            let summary = match problems.len() {
                0 => format!("{}: no problems, {trips}\n", input.name),
                number => format!("{}: {}, {trips} could be read\n", input.name, count(number, "problem", "problems")),
            };
            listed + &summary
        }
    };
    Ok((output, input.outcome()))
}

impl<'a> ProblemJson<'a> {
    fn new(problem: &'a Problem) -> Self {
        Self {
            severity: problem.severity.word(),
            code: problem.code,
            message: &problem.message,
            line: problem.place.as_ref().map(|place| place.line),
            column: problem.place.as_ref().map(|place| place.column),
            trips: &problem.trips,
        }
    }
}
