//! `wayline export`: the same scene as in the window, drawn without one.

use std::path::Path;

use super::{
    CliError, Input, Outcome,
    args::{Export, NamesArg, ThemeArg},
    select,
};
use crate::{
    data::files,
    layout::{Arrangement, Chart, LaneNames, ROW_HEIGHT, TimeScale, Timeline},
    model::{Chronicle, Filter, Reading, Shown, Status},
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
    let mut everything = Filter { events: arguments.events, ..arguments.select.filter(chronicle)? };
    if arguments.unconfirmed {
        everything.statuses.extend(Status::ALL);
    }
    let arrangement = arrangement(arguments);
    let arranged = |filter: &Filter| {
        let shown = filter.apply(chronicle, &input.loaded.findings.disputed);
        let timeline = Timeline::new(chronicle, &shown, arrangement);
        (shown, timeline)
    };
    let (shown, timeline) = arranged(&everything);
    let extent = timeline.extent.ok_or_else(|| CliError::Call("there is nothing to draw".to_owned()))?;
    let days = arguments.days(extent).map_err(CliError::Call)?;
    let (shown, timeline) = match days {
        Some(_) => arranged(&Filter { period: days, ..everything }),
        None => (shown, timeline),
    };
    if timeline.lanes.is_empty() {
        return Err(CliError::Call("there is nothing to draw on these days".to_owned()));
    }
    let window = match days {
        Some(days) => timeline.map.window_of(days).widened(MARGIN),
        None => timeline.bounds,
    };
    let caption = caption(chronicle, &shown, &timeline, &input.file_name());
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
        caption: Some(&caption),
        text_width: &fonts::text_width,
    };
    chart.row_height = row_height(&chart)?;
    let theme = match arguments.theme {
        ThemeArg::Light => ThemeName::Light,
        ThemeArg::Dark => ThemeName::Dark,
    };
    Ok(paint::svg(&chart.scene(), theme.theme(), &chronicle.title))
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

/// What a picture shows, so that it can stand alone: whom it believes, what is hidden and why, its tours, sources, file.
fn caption(chronicle: &Chronicle, shown: &Shown, timeline: &Timeline, file_name: &str) -> String {
    let mut parts = vec![select::summary(chronicle, shown)];
    if timeline.arrangement.tours {
        parts.push(timeline.tours.summary());
    }
    let sources: Vec<_> = chronicle.sources.iter().map(|source| source.name.as_str()).collect();
    // A reading of one source has named it already.
    if 1 < sources.len() && !matches!(shown.reading, Reading::Source(_)) {
        parts.push(format!("Sources: {}", sources.join(", ")));
    }
    parts.push(file_name.to_owned());
    parts.join(" · ")
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::{SourceIndex, load};

    fn check(file: &str, reading: Reading, tours: bool, expected: &str) {
        let chronicle = load(file.to_owned()).chronicle;
        let shown = Filter { reading, ..Filter::default() }.apply(&chronicle, &BTreeSet::new());
        let timeline = Timeline::new(&chronicle, &shown, Arrangement { tours, ..Arrangement::default() });
        assert_eq!(caption(&chronicle, &shown, &timeline, "a.ron"), expected);
    }

    #[test]
    fn a_caption_says_what_the_picture_leaves_out() {
        let file = r#"(sources: [(id: "a", name: "First"), (id: "b", name: "Second")], trips: [
            (country: "Poland", source: "a", dates: "1956-07-02/1956-07-06"),
            (country: "Hungary", source: "a", dates: "1956-07-08/1956-07-10"),
            (country: "Cuba", source: "b", dates: "1986-03-08/1986-03-20"),
            (country: "Cuba", source: "b", status: rumoured, dates: "1987"),
        ])"#;
        let either = "Reading: either (days that any source gives) · 3 of 4 trips · 3 countries · 1 hidden: 1 rumoured";
        let end = "Sources: First, Second · a.ron";
        check(file, Reading::Either, true, &format!("{either} · 1 tour with 2 legs · 1 single visit · {end}"));
        check(file, Reading::Either, false, &format!("{either} · {end}"));
        let second =
            "Reading: Second alone · 1 of 4 trips · 1 country · 3 hidden: 2 not told by this source, 1 rumoured";
        check(file, Reading::Source(SourceIndex::new(1)), false, &format!("{second} · a.ron"));
    }

    #[test]
    fn one_source_leaves_no_choice_of_reading() {
        let file = r#"(trips: [(country: "Poland", dates: "1956-07-02/1956-07-06")])"#;
        check(file, Reading::Either, false, "1 of 1 trip · 1 country · 0 hidden · a.ron");
    }
}
