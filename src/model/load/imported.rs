//! A list of journeys that was imported, as a loaded file.

use std::sync::Arc;

use super::document::Document;
use super::load_watched;
use super::progress::Progress;
use crate::data::import::Imported;
use crate::data::{Problem, SourceText};

/// The document of an import: its places and problems are those of the input, not of the file that was made of it.
pub(super) fn document(imported: Imported) -> Document {
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
    let mut problems: Vec<Problem> = imported.problems.iter().cloned().chain(of_made).collect();
    problems.sort_by_key(Problem::order);
    let (text, fingerprint) = (imported.text, loaded.fingerprint);
    Document {
        fingerprint: if text.as_str().is_empty() { fingerprint } else { text.fingerprint() },
        text: Arc::new(text),
        chronicle: Arc::new(chronicle),
        problems,
        left_out: loaded.left_out,
        imported: Some(made.into()),
        ..Document::default()
    }
}

/// A problem of the file that was made, at the trip of the input that it is about.
fn moved(problem: Problem, imported: &Imported, made: &SourceText) -> Problem {
    let line = problem.place.as_ref().map_or(0, |place| place.line);
    let before = made.as_str().lines().take(line).filter(|text| text.trim_start().starts_with("country: ")).count();
    let place = before.checked_sub(1).and_then(|trip| imported.place_of(trip));
    Problem { place: place.map(|range| imported.text.place(range)), ..problem }
}
