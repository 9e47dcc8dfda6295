//! A list of journeys that was imported, as a loaded file.

use std::sync::Arc;

use super::document::{Document, Import};
use super::load_watched;
use super::progress::Progress;
use crate::data::import::{self, Imported, Options};
use crate::data::{Problem, SourceText};

/// Imports an input: its places and problems are those of the input, not of the file that was made of it.
///
/// # Errors
///
/// A [`Problem`] when it is of no kind that is known.
pub(super) fn document(bytes: Arc<[u8]>, name: &str, options: Options) -> Result<Document, Box<Problem>> {
    let imported = import::import(&bytes, name, &options)?;
    let made = Imported::file_text(std::slice::from_ref(&imported));
    let loaded = load_watched(made.clone(), &Progress::default(), None).unwrap_or_default();
    let mut chronicle = Arc::unwrap_or_clone(loaded.chronicle);
    if chronicle.trips.len() == imported.trip_count() {
        for (number, trip) in chronicle.trips.iter_mut().enumerate() {
            trip.offset = imported.place_of(number).map_or(0, |place| place.start);
        }
    }
    let lines = SourceText::new(made.clone());
    let of_made = loaded.problems.into_iter().map(|problem| moved(problem, &imported, &lines));
    // Why there are no trips is said by the import itself.
    let of_made = of_made.filter(|_| 0 < imported.trip_count());
    let mut problems: Vec<Problem> = imported.problems.iter().cloned().chain(of_made).collect();
    problems.sort_by_key(Problem::order);
    let (text, fingerprint) = (imported.text, loaded.fingerprint);
    let import = Import { file_text: made, report: imported.report, options, bytes, name: name.to_owned() };
    Ok(Document {
        fingerprint: if text.as_str().is_empty() { fingerprint } else { text.fingerprint() },
        text: Arc::new(text),
        chronicle: Arc::new(chronicle),
        problems,
        left_out: loaded.left_out,
        imported: Some(Arc::new(import)),
        ..Document::default()
    })
}

/// The same input imported with other options, as the same file.
///
/// # Errors
///
/// A [`Problem`] when it cannot be read with them.
pub fn import_again(document: &Document, options: Options) -> Result<Document, Box<Problem>> {
    let Some(import) = &document.imported else { return Ok(document.clone()) };
    let again = self::document(Arc::clone(&import.bytes), &import.name, options)?;
    Ok(Document { path: document.path.clone(), ..again }.named(document.name.clone()))
}

/// A problem of the file that was made, at the trip of the input that it is about.
fn moved(problem: Problem, imported: &Imported, made: &SourceText) -> Problem {
    let line = problem.place.as_ref().map_or(0, |place| place.line);
    let before = made.as_str().lines().take(line).filter(|text| text.trim_start().starts_with("country: ")).count();
    let place = before.checked_sub(1).and_then(|trip| imported.place_of(trip));
    Problem { place: place.map(|range| imported.text.place(range)), ..problem }
}
