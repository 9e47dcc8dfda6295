//! `wayline stats`: numbers of what is shown: trips, days, countries, leaders, places, lengths.

mod json;
mod table;

use super::args::{LaneOptions, Stats, StatsFormat};
use super::input;
use super::outcome::{CliError, Outcome};
use super::output::{self, warn};
use crate::data::in_one_line;
use crate::export::{self, Counted, View};
use crate::model::{Statistics, Tours};

/// Without a view, only trips that count are shown.
pub(super) fn run(arguments: &Stats) -> Result<Outcome, CliError> {
    if arguments.bom && arguments.format != StatsFormat::Csv {
        return Err(output::bom_needs_csv());
    }
    let document = input::read(&arguments.files)?;
    let chronicle = &document.chronicle;
    let base = arguments.select.base_view(&document, View::default(), &LaneOptions::default())?;
    let shown = document.shown(&base.view.filter);
    let tours = Tours::new(chronicle, &shown, base.view.arrangement.most_days_between);
    let statistics = Statistics::new(chronicle, &shown, &tours);
    let counted = Counted { chronicle, shown: &shown, tours: &tours, statistics: &statistics };
    let text = match arguments.format {
        StatsFormat::Table => table::text(counted),
        StatsFormat::Csv => counted.csv(None)?,
        StatsFormat::Json => output::json(&json::StatisticsJson::new(counted))?,
    };
    let is_whole = shown.hidden.is_empty() && shown.counted_count == shown.trip_count;
    if !is_whole || arguments.select.counting.is_some() {
        warn(&in_one_line(&export::summary(chronicle, &shown)));
    }
    let outcome = input::report(&document).max(base.outcome);
    let read = output::protected(&document, arguments.select.view.as_deref());
    output::write(arguments.output.as_deref(), output::marked(text, arguments.bom).as_bytes(), &read)?;
    Ok(outcome)
}
