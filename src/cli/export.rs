//! `wayline export`: the same figure as in the window, drawn without one.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::{
    CliError, Outcome, STDOUT,
    args::{Export, PictureFormat},
    input,
};
use crate::{
    export::{self, Dataset, Figure, Seen, Sheet, View},
    layout::{Arrangement, TimeScale},
    model::{Filter, TripStatus},
};

/// The bytes for the standard output, if they are to go there.
pub(super) fn run(arguments: &Export) -> Result<(Vec<u8>, Outcome), CliError> {
    let format = format(arguments)?;
    let document = input::read(arguments.file.as_deref())?;
    let ground = arguments.select.ground(&document, View::default())?;
    let outcome = input::report(&document).max(ground.outcome);
    let view = view(arguments, ground.view, Dataset::new(&document))?;
    let sheet = sheet(arguments, ground.sheet);
    let refused = |err: &dyn std::error::Error| CliError::Call(err.to_string());
    let figure = Figure::new(Dataset::new(&document), &view, &sheet).map_err(|err| refused(&err))?;
    for warning in figure.warnings() {
        // Without stderr there is nobody to tell.
        drop(writeln!(io::stderr(), "wayline: {warning}"));
    }
    let bytes = match format {
        PictureFormat::Svg => figure.svg.into_bytes(),
        PictureFormat::Pdf => figure.pdf().map_err(|err| refused(&err))?,
        PictureFormat::Png => {
            let scale = arguments.dpi.map_or(arguments.scale, |dpi| dpi / export::PIXELS_PER_INCH);
            figure.png(scale).map_err(|err| refused(&err))?
        }
    };
    super::written(Some(&arguments.output), bytes, (&document, arguments.select.view.as_deref()), outcome)
}

/// The format that is asked for, by itself or by the ending of the name, which must not contradict each other.
fn format(arguments: &Export) -> Result<PictureFormat, CliError> {
    let path = &arguments.output;
    let named = match super::ending(path).as_deref() {
        Some("pdf") => Some(PictureFormat::Pdf),
        Some("png") => Some(PictureFormat::Png),
        Some("svg") => Some(PictureFormat::Svg),
        _ => None,
    };
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

fn sheet(arguments: &Export, ground: Sheet) -> Sheet {
    Sheet {
        size: arguments.size.unwrap_or(ground.size),
        zoom: arguments.zoom.or(ground.zoom),
        theme: arguments.theme.or(ground.theme),
        title: arguments.title.clone().or(ground.title),
        without_empty_lanes: arguments.no_empty_lanes.unwrap_or(ground.without_empty_lanes),
        without_overview: arguments.no_overview.unwrap_or(ground.without_overview),
        selection: ground.selection || !arguments.marked.is_empty(),
    }
}

fn view(arguments: &Export, ground: View, dataset: Dataset<'_>) -> Result<View, CliError> {
    let mut filter = ground.filter;
    filter.events = arguments.events.unwrap_or(filter.events);
    match arguments.unconfirmed {
        Some(true) => filter.statuses.extend(TripStatus::ALL),
        Some(false) => filter.statuses.clear(),
        None => {}
    }
    let counting = filter.counting;
    let mut selected = ground.selected;
    if !arguments.marked.is_empty() {
        let marked = arguments.marked.iter().map(|id| export::trip_named(dataset.chronicle, id));
        selected = marked.collect::<Result<_, _>>().map_err(|unknown| CliError::Call(unknown.to_string()))?;
    }
    let view = View {
        selected,
        filter: filter.with_counting(counting),
        arrangement: arrangement(arguments, ground.arrangement),
        ..ground
    };
    if arguments.from.is_none() && arguments.to.is_none() {
        return Ok(view);
    }
    // An end that is not given is that of all there is, not of what the view file zooms to.
    let everything = View { filter: Filter { period: None, ..view.filter }, seen: None, ..view };
    let (_, timeline) = everything.arranged(dataset);
    let Some(extent) = timeline.extent else { return Ok(everything) };
    let days = arguments.days(extent).map_err(CliError::Call)?;
    Ok(View { filter: Filter { period: days, ..everything.filter }, seen: days.map(Seen::on), ..everything })
}

fn arrangement(arguments: &Export, ground: Arrangement) -> Arrangement {
    let scale = |to_scale| if to_scale { TimeScale::ToScale } else { TimeScale::Folded };
    Arrangement {
        scale: arguments.to_scale.map_or(ground.scale, scale),
        names: arguments.names.unwrap_or(ground.names),
        tours: arguments.no_tours.map_or(ground.tours, |left_out| !left_out),
        most_days_between: arguments.tours_between.unwrap_or(ground.most_days_between),
        ..ground
    }
}
