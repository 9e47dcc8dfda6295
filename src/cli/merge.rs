//! `wayline merge`: several files become one, with the accounts of each trip together.

use std::path::Path;

use super::args::Merge as Arguments;
use super::input;
use super::outcome::{CliError, Outcome};
use super::output::{self, warn};
use crate::export;
use crate::model::merge::{Merge, Part};
use crate::model::pairing::Verdict;

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    let mut outcome = Outcome::Fine;
    let mut documents = Vec::new();
    for file in &arguments.files {
        let document = input::read(std::slice::from_ref(file))?;
        outcome = outcome.max(input::report(&document));
        documents.push(document);
    }
    let parts: Vec<Part<'_>> =
        documents.iter().map(|document| Part { chronicle: &document.chronicle, file: &document.name }).collect();
    let merge = Merge::new(&parts, i32::from(arguments.within));
    let open = merge.decided(&[]);
    let accepted = open.proposals.iter().filter(|proposal| {
        proposal.verdict == Verdict::Certain || arguments.likely && proposal.verdict == Verdict::Likely
    });
    let decisions = if arguments.review { Vec::new() } else { vec![open.accepting(accepted)] };
    let merged = merge.decided(&decisions);
    for proposal in &open.proposals {
        warn(&format!("{:?} {} {:?}", proposal.verdict, proposal.points, merge.describe(&open, proposal)));
    }
    let read: Vec<&Path> = arguments.files.iter().map(AsRef::as_ref).collect();
    output::write_trips(arguments.output.as_deref(), export::trips_file(&merged.chronicle()).as_bytes(), &read)?;
    Ok(outcome)
}
