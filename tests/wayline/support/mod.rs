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

/// A file that must be in order.
pub(crate) fn chronicle(text: &str) -> Chronicle {
    let Document { chronicle, problems, .. } = model::load(text.to_owned());
    assert!(problems.is_empty(), "{problems:#?}");
    Arc::unwrap_or_clone(chronicle)
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
