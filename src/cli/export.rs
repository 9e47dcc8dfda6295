//! `wayline export`: the same figure as in the window, drawn without one.

use std::path::Path;

use super::{
    CliError, Input, Outcome, STDOUT,
    args::{Export, NamesArg, PictureFormat, ThemeArg},
};
use crate::{
    data::files,
    export::{Dataset, Figure, Seen, Sheet, View},
    layout::{Arrangement, LaneNames, TimeScale},
    model::{Filter, Status},
    paint::ThemeName,
};

/// The bytes for the standard output, if they are to go there.
pub(super) fn run(arguments: &Export) -> Result<(Vec<u8>, Outcome), CliError> {
    let format = format(arguments)?;
    let input = Input::read(arguments.file.as_deref())?;
    let outcome = input.report();
    let view = view(arguments, input.dataset())?;
    let refused = |err: &dyn std::error::Error| CliError::Call(err.to_string());
    let figure = Figure::new(input.dataset(), &view, &sheet(arguments)).map_err(|err| refused(&err))?;
    let bytes = match format {
        PictureFormat::Svg => figure.svg.into_bytes(),
        PictureFormat::Png => {
            let scale = arguments.dpi.map_or(arguments.scale, |dpi| dpi / 96.0);
            figure.png(scale).map_err(|err| refused(&err))?
        }
    };
    if arguments.output == Path::new(STDOUT) {
        return Ok((bytes, outcome));
    }
    let protected: Vec<&Path> = input.path.as_deref().into_iter().collect();
    files::write_whole(&arguments.output, &bytes, &protected).map_err(|err| CliError::File(err.to_string()))?;
    Ok((Vec::new(), outcome))
}

fn format(arguments: &Export) -> Result<PictureFormat, CliError> {
    let path = &arguments.output;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match (arguments.format, ending.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, Some("png")) => Ok(PictureFormat::Png),
        (None, Some("svg")) => Ok(PictureFormat::Svg),
        (None, _) if path == Path::new(STDOUT) => {
            Err(CliError::Call("say which format to write to the standard output: --format svg or png".to_owned()))
        }
        (None, _) => Err(CliError::Call(format!(
            "a picture's name ends in .png or .svg, to say which it is: {}",
            path.display()
        ))),
    }
}

fn sheet(arguments: &Export) -> Sheet {
    Sheet {
        size: arguments.size,
        zoom: arguments.zoom,
        title: arguments.title.clone(),
        without_empty_lanes: arguments.no_empty_lanes,
        selection: false,
    }
}

fn view(arguments: &Export, dataset: Dataset<'_>) -> Result<View, CliError> {
    let mut filter = Filter { events: arguments.events, ..arguments.select.filter(dataset.chronicle)? };
    if arguments.unconfirmed {
        filter.statuses.extend(Status::ALL);
    }
    let everything = View { filter, arrangement: arrangement(arguments), theme: theme(arguments), ..View::default() };
    let (_, timeline) = everything.arranged(dataset);
    let Some(extent) = timeline.extent else { return Ok(everything) };
    let days = arguments.days(extent).map_err(CliError::Call)?;
    Ok(View { filter: Filter { period: days, ..everything.filter }, seen: days.map(Seen::around), ..everything })
}

fn arrangement(arguments: &Export) -> Arrangement {
    Arrangement {
        scale: if arguments.to_scale { TimeScale::ToScale } else { TimeScale::Folded },
        names: match arguments.names {
            NamesArg::Then => LaneNames::Then,
            NamesArg::Today => LaneNames::Today,
        },
        tours: !arguments.no_tours,
        most_days_between: arguments.tours_between,
        ..Arrangement::default()
    }
}

fn theme(arguments: &Export) -> ThemeName {
    match arguments.theme {
        ThemeArg::Light => ThemeName::Light,
        ThemeArg::Dark => ThemeName::Dark,
    }
}
