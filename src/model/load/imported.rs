//! Lists of journeys that were imported, as a loaded file.

use std::ops::Range;
use std::sync::Arc;

use super::document::{Document, Import};
use super::load_watched;
use super::progress::Progress;
use crate::data::import::{self, Imported, Input, Options, Report};
use crate::data::{Problem, ProblemCode, SourceText};

/// Imports a file, or those of a folder: places and problems are those of the inputs, not of the file that was made of
/// them. `None` when it was cancelled.
///
/// # Errors
///
/// Why each was refused, when none of them is of a kind that is known.
pub(super) fn document(
    inputs: Arc<[Input]>,
    name: &str,
    options: Options,
    progress: &Progress,
) -> Result<Option<Document>, Vec<Problem>> {
    let mut imports = Vec::new();
    let mut refused = Vec::new();
    for input in inputs.iter() {
        if progress.is_cancelled() {
            return Ok(None);
        }
        match import::import(&input.bytes, &input.name, &options) {
            Ok(imported) => imports.push((input.label.as_str(), imported)),
            Err(problem) if inputs.len() == 1 => refused.push(*problem),
            Err(problem) => refused.push(problem.in_file(&input.label)),
        }
    }
    if imports.is_empty() && !refused.is_empty() {
        return Err(refused);
    }
    let source = Source::of(&imports);
    let report = Report::of_all(imports.iter().map(|(name, imported)| (*name, &imported.report)));
    let imports: Vec<Imported> = imports.into_iter().map(|(_, imported)| imported).collect();
    let made = Imported::file_text(&imports);
    let Some(loaded) = load_watched(made.clone(), progress, None) else { return Ok(None) };
    let mut chronicle = Arc::unwrap_or_clone(loaded.chronicle);
    if chronicle.trips.len() == source.trips.len() {
        for (trip, place) in chronicle.trips.iter_mut().zip(&source.trips) {
            trip.offset = place.start;
        }
    }
    let lines = SourceText::new(made.clone());
    // Why there are no trips is said by the import itself.
    let of_made = loaded.problems.into_iter().filter(|_| !source.trips.is_empty());
    let of_made = of_made.map(|problem| source.moved(problem, &lines));
    let mut problems: Vec<Problem> =
        refused.into_iter().chain(source.problems.iter().cloned()).chain(of_made).collect();
    problems.sort_by(Problem::order);
    let fingerprint = if source.text.as_str().is_empty() { loaded.fingerprint } else { source.text.fingerprint() };
    let import = Import { file_text: made, report, options, inputs, name: name.to_owned() };
    Ok(Some(Document {
        fingerprint,
        text: Arc::new(source.text),
        chronicle: Arc::new(chronicle),
        problems,
        left_out: loaded.left_out,
        imported: Some(Arc::new(import)),
        ..Document::default()
    }))
}

/// The same inputs imported with other options, as the same file.
///
/// # Errors
///
/// A [`Problem`] when they cannot be read with them.
pub fn import_again(document: &Document, options: Options) -> Result<Document, Box<Problem>> {
    let Some(import) = &document.imported else { return Ok(document.clone()) };
    let again = self::document(Arc::clone(&import.inputs), &import.name, options, &Progress::default());
    let again = again.map_err(first)?.unwrap_or_default();
    Ok(Document { paths: document.paths.clone(), ..again }.named(document.name.clone()))
}

/// Of all that was refused the first.
pub(super) fn first(refused: Vec<Problem>) -> Box<Problem> {
    let none = || Problem::error(ProblemCode::NoTrips, "there is nothing to import");
    Box::new(refused.into_iter().next().unwrap_or_else(none))
}

/// The text of all inputs, with what stands where in it.
struct Source {
    text: SourceText,
    /// Where each trip stands.
    trips: Vec<Range<usize>>,
    problems: Vec<Problem>,
}

impl Source {
    fn of(imports: &[(&str, Imported)]) -> Self {
        let own_trips = |imported: &Imported| {
            (0..imported.trip_count()).filter_map(|trip| imported.place_of(trip)).collect::<Vec<_>>()
        };
        if let [(_, only)] = imports {
            return Self { text: only.text.clone(), trips: own_trips(only), problems: only.problems.clone() };
        }
        let (mut text, mut trips, mut problems) = (SourceText::default(), Vec::new(), Vec::new());
        for (name, imported) in imports {
            let start = text.push(name, &imported.text);
            trips.extend(own_trips(imported).into_iter().map(|place| start + place.start..start + place.end));
            problems.extend(imported.problems.iter().cloned().map(|problem| problem.in_file(name)));
        }
        Self { text, trips, problems }
    }

    /// A problem of the file that was made, at the trip of the input that it is about.
    fn moved(&self, problem: Problem, made: &SourceText) -> Problem {
        let line = problem.place.as_ref().map_or(0, |place| place.line);
        let before = made.as_str().lines().take(line).filter(|text| text.trim_start().starts_with("country: ")).count();
        let place = before.checked_sub(1).and_then(|trip| self.trips.get(trip));
        Problem { place: place.map(|range| self.text.place(range.clone())), ..problem }
    }
}
