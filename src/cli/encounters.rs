//! `wayline encounters`: who was in a country on the same days as whom.

use super::args::{EncountersFormat, EncountersOf, LaneOptions};
use super::input;
use super::outcome::{CliError, Outcome};
use super::output::{self, warn};
use crate::data::in_one_line;
use crate::export::{self, EncounterList, View};
use crate::model::{Encounters, Tours};

/// Without a view, only trips that count are shown.
pub(super) fn run(arguments: &EncountersOf) -> Result<Outcome, CliError> {
    if arguments.bom && arguments.format != EncountersFormat::Csv {
        return Err(output::bom_needs_csv());
    }
    let document = input::read(&arguments.files)?;
    let chronicle = &document.chronicle;
    let base = arguments.select.base_view(&document, View::default(), &LaneOptions::default())?;
    // Of one traveller alone there is none: who was met has to be shown too.
    let travellers: Vec<_> = base.view.filter.travellers.iter().copied().collect();
    let only = if let [only] = travellers.as_slice() { Some(*only) } else { None };
    let mut filter = base.view.filter;
    if only.is_some() {
        filter.travellers.clear();
    }
    let shown = document.shown(&filter);
    let tours = Tours::new(chronicle, &shown, base.view.arrangement.most_days_between);
    let encounters = Encounters::new(chronicle, &shown, &tours);
    let list = EncounterList { chronicle, reading: shown.reading, encounters: &encounters, only };
    let text = match arguments.format {
        EncountersFormat::Table => list.table(),
        EncountersFormat::Csv => list.csv()?,
        EncountersFormat::Json => output::json(&list.rows())?,
    };
    if !shown.hidden.is_empty() || arguments.select.counting.is_some() {
        warn(&in_one_line(&export::summary(chronicle, &shown)));
    }
    if let Some(note) = encounters.cut_note() {
        warn(&format!("wayline: {note}"));
    }
    let outcome = input::report(&document).max(base.outcome);
    let read = output::protected(&document, arguments.select.view.as_deref());
    output::write(arguments.output.as_deref(), output::marked(text, arguments.bom).as_bytes(), &read)?;
    Ok(outcome)
}
