//! `wayline import`: other people's lists of journeys become a file of trips.

use std::path::{Path, PathBuf};

use super::args::Import;
use super::check::ProblemJson;
use super::outcome::{CliError, Outcome};
use super::output::{self, warn};
use crate::data::import::{self, Imported, Options};
use crate::data::{Problem, files};
use crate::text::count;

pub(super) fn run(arguments: &Import) -> Result<Outcome, CliError> {
    let options = arguments.options();
    let mut outcome = Outcome::Fine;
    let mut inputs: Vec<PathBuf> = Vec::new();
    let mut imports: Vec<Imported> = Vec::new();
    let mut problems: Vec<(String, Problem)> = Vec::new();
    for path in &arguments.inputs {
        let files = files::files_of(path).map_err(|problem| unusable(path, &problem))?;
        for file in files {
            let name = file.display().to_string();
            match read(&file, &options) {
                Ok(imported) => {
                    outcome = outcome.max(report(&file, &imported));
                    problems.extend(imported.problems.iter().map(|problem| (name.clone(), problem.clone())));
                    imports.push(imported);
                }
                // A folder may hold other files too.
                Err(problem) if path.is_dir() => {
                    warn(&problem.render(&name));
                    outcome = Outcome::ProblemsFound;
                    problems.push((name, *problem));
                }
                Err(problem) => return Err(unusable(&file, &problem)),
            }
            inputs.push(file);
        }
    }
    let protected: Vec<&Path> = inputs.iter().map(AsRef::as_ref).collect();
    if let Some(path) = &arguments.report {
        let is_one = inputs.len() == 1;
        let named = |(name, problem): (String, Problem)| if is_one { problem } else { problem.in_file(&name) };
        let problems: Vec<Problem<_>> = problems.into_iter().map(named).map(Problem::keyed).collect();
        let rows: Vec<_> = problems.iter().map(ProblemJson::new).collect();
        output::write_trips(Some(path), output::json(&rows)?.as_bytes(), &protected)?;
    }
    if imports.iter().all(|imported| imported.trip_count() == 0) {
        return Err(CliError::File("no trips were found; nothing was written".to_owned()));
    }
    output::write_trips(arguments.output.as_deref(), Imported::file_text(&imports).as_bytes(), &protected)?;
    Ok(outcome)
}

fn read(path: &Path, options: &Options) -> Result<Imported, Box<Problem>> {
    let bytes = files::read_bytes(path)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    import::import(&bytes, &file, options)
}

fn unusable(path: &Path, problem: &Problem) -> CliError {
    CliError::File(problem.render(&path.display().to_string()))
}

/// Says on stderr what was found and what could not be used.
fn report(path: &Path, imported: &Imported) -> Outcome {
    let name = path.display().to_string();
    for problem in &imported.problems {
        warn(&problem.render(&name));
    }
    for line in imported.report.lines() {
        warn(&format!("{name}: {line}"));
    }
    warn(&format!("{name}: {}", count(imported.trip_count(), "trip", "trips")));
    if imported.problems.is_empty() { Outcome::Fine } else { Outcome::ProblemsFound }
}

impl Import {
    fn options(&self) -> Options {
        Options {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter,
            header_rows: self.header_rows,
            sheet: self.sheet.clone(),
            table: self.table,
            date_order: self.date_order,
            century: self.century,
            map: self.map.clone(),
            lane: self.lane.clone(),
        }
    }
}
