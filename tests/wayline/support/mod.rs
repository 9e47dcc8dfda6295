//! What several of the modules need: files, days, scenes, goldens, strategies.

pub(crate) mod cli;
pub(crate) mod golden;
pub(crate) mod random_file;
pub(crate) mod scene;
pub(crate) mod strategies;

use std::sync::Arc;

use wayline::model::{self, Chronicle, Document};
use wayline::time::Day;

/// The file that comes with the program, as it stands in the repository.
pub(crate) const DEFAULT_FILE: &str = include_str!("../../../data.ron");

/// A file that must be in order, as it is loaded.
#[track_caller]
pub(crate) fn document(text: &str) -> Document {
    let document = model::load(text.to_owned());
    let problems: String = document.problems.iter().map(|problem| problem.render("text")).collect();
    assert!(problems.is_empty(), "{problems}\n{text}");
    document
}

/// What such a file says.
#[track_caller]
pub(crate) fn chronicle(text: &str) -> Chronicle {
    Arc::unwrap_or_clone(document(text).chronicle)
}

/// The file that comes with the program.
pub(crate) fn default_chronicle() -> Chronicle {
    chronicle(DEFAULT_FILE)
}

/// The day of an ISO date.
pub(crate) fn day(text: &str) -> Day {
    let parts: Vec<u32> = text.split('-').map(|part| part.parse().unwrap()).collect();
    let [year, month, day] = parts[..] else { panic!("{text} is no ISO date") };
    Day::from_ymd(i32::try_from(year).unwrap(), month, day).unwrap()
}
