//! `wayline export`: the same figure as in the window, drawn without one.

use std::path::Path;

use super::args::Export;
use super::input;
use super::outcome::{CliError, Outcome};
use super::output::{self, STDOUT, warn};
use crate::data::{FigureFormat, Vocabulary as _};
use crate::export::{self, Figure, FigureError, PageSetup, View, ViewExtent};
use crate::layout::{Arrangement, TimeScale};
use crate::model::{Document, Filter, TripStatus};

pub(super) fn run(arguments: &Export) -> Result<Outcome, CliError> {
    let format = format(arguments)?;
    let document = input::read(&arguments.files)?;
    let base = arguments.select.base_view(&document, View::default(), &arguments.arrange)?;
    let outcome = input::report(&document).max(base.outcome);
    let view = view(arguments, base.view, &document)?;
    let page_setup = page_setup(arguments, base.page_setup);
    let refused = |err: FigureError| CliError::Call(err.to_string());
    let figure = match arguments.chart {
        Some(chart) => Figure::of_chart(&document, &view, &page_setup, chart),
        None => Figure::new(&document, &view, &page_setup),
    };
    let figure = figure.map_err(refused)?;
    for warning in figure.warnings() {
        warn(&format!("wayline: {warning}"));
    }
    let scale = arguments.dpi.map_or(arguments.scale, |dpi| dpi / export::PIXELS_PER_INCH);
    let bytes = figure.bytes(format, scale).map_err(refused)?;
    let read = output::protected(&document, arguments.select.view.as_deref());
    output::write(Some(&arguments.output), &bytes, &read)?;
    Ok(outcome)
}

/// The format that is asked for, by itself or by the ending of the name, which must not contradict each other.
fn format(arguments: &Export) -> Result<FigureFormat, CliError> {
    let path = &arguments.output;
    let named = output::ending(path).and_then(|ending| FigureFormat::from_key(&ending));
    let refused = |why: &str| Err(CliError::Call(format!("{why}: {}", path.display())));
    match (arguments.format, named) {
        (Some(format), Some(named)) if format != named => refused("this name is one for another format than --format"),
        (Some(format), _) | (None, Some(format)) => Ok(format),
        (None, None) if path == Path::new(STDOUT) => {
            Err(CliError::Call("say which format to write to the standard output: --format svg, png or pdf".to_owned()))
        }
        (None, None) => refused("a picture's name ends in .svg, .png or .pdf, to say which it is"),
    }
}

fn page_setup(arguments: &Export, base: PageSetup) -> PageSetup {
    PageSetup {
        size: arguments.size.unwrap_or(base.size),
        zoom: arguments.zoom.or(base.zoom),
        theme: arguments.theme.or(base.theme),
        title: arguments.title.clone().or(base.title),
        without_empty_lanes: arguments.no_empty_lanes.unwrap_or(base.without_empty_lanes),
        without_overview: arguments.no_overview.unwrap_or(base.without_overview),
        selection: base.selection || !arguments.marked.is_empty(),
    }
}

fn view(arguments: &Export, base: View, document: &Document) -> Result<View, CliError> {
    let mut filter = base.filter;
    filter.events = arguments.events.unwrap_or(filter.events);
    match arguments.unconfirmed {
        Some(true) => filter.statuses.extend(TripStatus::ALL),
        Some(false) => filter.statuses.clear(),
        None => {}
    }
    let counting = filter.counting;
    let mut selected = base.selected;
    if !arguments.marked.is_empty() {
        let marked = arguments.marked.iter().map(|id| export::trip_named(&document.chronicle, id));
        selected = marked.collect::<Result<_, _>>().map_err(|unknown| CliError::Call(unknown.to_string()))?;
    }
    let view = View {
        selected,
        filter: filter.with_counting(counting),
        arrangement: arrangement(arguments, base.arrangement),
        ..base
    };
    if arguments.from.is_none() && arguments.to.is_none() {
        return Ok(view);
    }
    // An end that is not given is that of all there is, not of what the view file zooms to.
    let everything = View { filter: Filter { period: None, ..view.filter }, seen: None, ..view };
    let (_, timeline) = everything.arranged(document);
    let Some(extent) = timeline.extent else { return Ok(everything) };
    let days = arguments.days(extent).map_err(CliError::Call)?;
    Ok(View { filter: Filter { period: days, ..everything.filter }, seen: days.map(ViewExtent::on), ..everything })
}

fn arrangement(arguments: &Export, base: Arrangement) -> Arrangement {
    let scale = |to_scale| if to_scale { TimeScale::ToScale } else { TimeScale::Folded };
    Arrangement {
        scale: arguments.to_scale.map_or(base.scale, scale),
        tours: arguments.no_tours.map_or(base.tours, |left_out| !left_out),
        most_days_between: arguments.tours_between.unwrap_or(base.most_days_between),
        ..base
    }
}
