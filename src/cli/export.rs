//! `wayline export`: the same scene as in the window, drawn without one.

use std::path::Path;

use super::{
    CliError, Input, Outcome,
    args::{Export, ThemeArg},
};
use crate::{
    data::files,
    layout::{Arrangement, Chart, ROW_HEIGHT, TimeScale, Timeline},
    model::{Filter, Status},
    paint::{self, ThemeName, fonts},
};

/// Lanes are never drawn lower than this; a picture too low for them is refused.
const LEAST_ROW_HEIGHT: f32 = 12.0;
/// Free time around the days asked for, as a share of them, on each side.
const MARGIN: f64 = 0.02;

/// What the file's name asks for.
#[derive(Clone, Copy)]
enum Format {
    Png,
    Svg,
}

pub(super) fn run(arguments: &Export) -> Result<(String, Outcome), CliError> {
    let format = format(&arguments.output)?;
    let input = Input::read(arguments.file.as_deref())?;
    let outcome = input.report();
    let svg = draw(arguments, &input)?;
    let bytes = match format {
        Format::Svg => svg.into_bytes(),
        Format::Png => {
            let picture = paint::rasterize(&svg, arguments.scale)
                .and_then(|pixels| paint::encode(pixels, 96.0 * arguments.scale));
            picture.map_err(|err| CliError::Call(err.to_string()))?
        }
    };
    let protected: Vec<&Path> = input.path.as_deref().into_iter().collect();
    files::write_whole(&arguments.output, &bytes, &protected).map_err(|err| CliError::File(err.to_string()))?;
    Ok((String::new(), outcome))
}

fn format(path: &Path) -> Result<Format, CliError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("png") => Ok(Format::Png),
        Some("svg") => Ok(Format::Svg),
        _ => Err(CliError::Call(format!(
            "a picture's name ends in .png or .svg, to say which it is: {}",
            path.display()
        ))),
    }
}

fn draw(arguments: &Export, input: &Input) -> Result<String, CliError> {
    let chronicle = &input.loaded.chronicle;
    let everything = Filter {
        decades: arguments.select.decades.iter().copied().collect(),
        countries: super::countries(chronicle, &arguments.select.countries)?.into_iter().collect(),
        statuses: Status::ALL.iter().copied().filter(|_| arguments.unconfirmed).collect(),
        events: arguments.events,
        ..Filter::default()
    };
    let scale = if arguments.to_scale { TimeScale::ToScale } else { TimeScale::Folded };
    let arrangement = Arrangement { scale, ..Arrangement::default() };
    let disputed = &input.loaded.findings.disputed;
    let timeline = |filter: &Filter| Timeline::new(chronicle, &filter.apply(chronicle, disputed), arrangement);
    let whole = timeline(&everything);
    let extent = whole.extent.ok_or_else(|| CliError::Call("there is nothing to draw".to_owned()))?;
    let days = arguments.days(extent).map_err(CliError::Call)?;
    let timeline = match days {
        Some(_) => timeline(&Filter { period: days, ..everything }),
        None => whole,
    };
    if timeline.lanes.is_empty() {
        return Err(CliError::Call("there is nothing to draw on these days".to_owned()));
    }
    let window = match days {
        Some(days) => timeline.map.window_of(days).widened(MARGIN),
        None => timeline.bounds,
    };
    let (width, height) = arguments.size;
    let mut chart = Chart {
        chronicle,
        timeline: &timeline,
        window,
        scroll: 0.0,
        width: width.into(),
        height: height.into(),
        row_height: ROW_HEIGHT,
        selected: &[],
        selected_event: None,
        caption: None,
        text_width: &fonts::text_width,
    };
    chart.row_height = row_height(&chart)?;
    let theme = match arguments.theme {
        ThemeArg::Light => ThemeName::Light,
        ThemeArg::Dark => ThemeName::Dark,
    };
    Ok(paint::svg(&chart.scene(), theme.theme(), &chronicle.title))
}

/// The height at which the lanes fill the picture, within bounds.
fn row_height(chart: &Chart<'_>) -> Result<f32, CliError> {
    #[expect(clippy::cast_precision_loss, reason = "a count of rows fits")]
    let rows = chart.timeline.row_count() as f32;
    let fitting = (chart.height - chart.fixed_height()) / rows;
    if fitting < LEAST_ROW_HEIGHT {
        let needed = (chart.fixed_height() + rows * LEAST_ROW_HEIGHT).ceil();
        return Err(CliError::Call(format!(
            "{rows} lanes do not fit into {} pixels of height; ask for --size {}x{needed}",
            chart.height, chart.width
        )));
    }
    Ok(fitting.min(ROW_HEIGHT * 1.3).floor())
}
