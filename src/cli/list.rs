//! `wayline list`: trips or events, with what each source says.

use super::args::{LaneOptions, List};
use super::input;
use super::outcome::{CliError, Outcome};
use super::output::{self, warn};
use crate::data::{ListFormat, in_one_line};
use crate::export::{self, View};
use crate::model::{Chronicle, Filter, FilterResult, TripStatus};

pub(super) fn run(arguments: &List) -> Result<Outcome, CliError> {
    if arguments.bom && arguments.format != ListFormat::Csv {
        return Err(output::bom_needs_csv());
    }
    let document = input::read(&arguments.files)?;
    let chronicle = &document.chronicle;
    let all = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
    let base =
        arguments.select.base_view(&document, View { filter: all, ..View::default() }, &LaneOptions::default())?;
    let filter = Filter { events: arguments.events, ..base.view.filter };
    let shown = document.shown(&filter);
    let mut notes: Vec<String> = note(arguments, chronicle, &shown).into_iter().collect();
    let listing = export::listing(&document, &shown, arguments.events, arguments.format)?;
    notes.extend(listing.left_out);
    for note in notes {
        warn(&in_one_line(&note));
    }
    let outcome = input::report(&document).max(base.outcome);
    let read = output::protected(&document, arguments.select.view.as_deref());
    let text = output::marked(listing.text, arguments.bom);
    output::write(arguments.output.as_deref(), text.as_bytes(), &read)?;
    Ok(outcome)
}

/// What the list leaves out and why, or what counts where that was asked; `None` where it is whole.
fn note(arguments: &List, chronicle: &Chronicle, shown: &FilterResult) -> Option<String> {
    if arguments.events {
        (shown.events.len() < chronicle.events.len()).then(|| export::events_summary(chronicle, shown))
    } else {
        let whole = shown.hidden.is_empty() && arguments.select.counting.is_none();
        (!whole).then(|| export::summary(chronicle, shown))
    }
}
