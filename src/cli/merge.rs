//! `wayline merge`: several files become one, with the accounts of each trip together.

use std::path::Path;

use super::args::Merge as Arguments;
use super::input;
use super::outcome::{CliError, Outcome};
use super::output::{self, warn};
use crate::data::{ChartKind, Counting, FigureFormat, TripStatus, Vocabulary as _};
use crate::export::{self, Figure, FigureError, MergeReport, PageSetup, PageSize, View};
use crate::model::merge::{Merge, Options, Part};
use crate::model::pairing::{Proposal, Verdict};
use crate::model::{Document, Filter, file_name, load};

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    let format = arguments.report.as_deref().map(ReportFormat::of).transpose()?;
    let mut outcome = Outcome::Fine;
    let mut documents = Vec::new();
    for file in &arguments.files {
        let document = input::read(std::slice::from_ref(file))?;
        outcome = outcome.max(input::report(&document));
        documents.push(document);
    }
    let parts: Vec<Part<'_>> =
        documents.iter().map(|document| Part { chronicle: &document.chronicle, file: &document.name }).collect();
    let options = Options {
        within: arguments.within,
        same: arguments.same.clone(),
        traveller: arguments.traveller.clone().unwrap_or_default(),
    };
    let merge = Merge::new(&parts, &options);
    let open = merge.decided(&[]);
    let is_joined = |proposal: &Proposal| match proposal.verdict {
        Verdict::Certain => true,
        Verdict::Likely => arguments.likely,
        Verdict::Unclear => false,
    };
    let merged = merge.decided(&[open.accepting(open.proposals.iter().filter(|proposal| is_joined(proposal)))]);
    let name = arguments.output.as_deref().map_or_else(|| "merged.ron".to_owned(), file_name);
    let document = load(export::trips_file(&merged.chronicle())).named(name);
    let report = MergeReport::new(&open, &document, is_joined);
    let read: Vec<&Path> = arguments.files.iter().map(AsRef::as_ref).collect();
    if let Some((path, format)) = arguments.report.as_deref().zip(format) {
        let bytes = match format {
            ReportFormat::Text => report.text().into_bytes(),
            ReportFormat::Json => report.json().map_err(std::io::Error::other)?.into_bytes(),
            ReportFormat::Csv => report.csv()?.into_bytes(),
            ReportFormat::Figure(format) => figure(&document, format)?,
        };
        output::write_trips(Some(path), &bytes, &read)?;
    }
    output::write_trips(arguments.output.as_deref(), document.text.as_str().as_bytes(), &read)?;
    for line in report.summary().lines() {
        warn(line);
    }
    Ok(outcome)
}

/// How a report is written.
enum ReportFormat {
    Text,
    Json,
    Csv,
    Figure(FigureFormat),
}

impl ReportFormat {
    /// By the ending of a file's name; text on the standard output.
    fn of(path: &Path) -> Result<Self, CliError> {
        match output::ending(path).as_deref() {
            Some("txt") => Ok(Self::Text),
            None if path == Path::new(output::STDOUT) => Ok(Self::Text),
            Some("json") => Ok(Self::Json),
            Some("csv") => Ok(Self::Csv),
            ending => ending.and_then(FigureFormat::from_key).map(Self::Figure).ok_or_else(|| {
                let message = "a report's name ends in .txt, .json, .csv, .svg, .png or .pdf, to say which it is";
                CliError::Call(format!("{message}: {}", path.display()))
            }),
        }
    }
}

/// Width of the figure, in pixels.
const FIGURE_WIDTH: u16 = 1200;

/// What sources agree on, as a chart.
fn figure(document: &Document, format: FigureFormat) -> Result<Vec<u8>, CliError> {
    let filter = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
    let view = View { filter: filter.with_counting(Counting::Everything), ..View::default() };
    // As high as its bars.
    let page_setup = PageSetup { size: PageSize::Width(FIGURE_WIDTH), ..PageSetup::default() };
    let refused = |err: FigureError| CliError::Call(err.to_string());
    let figure = Figure::of_chart(document, &view, &page_setup, ChartKind::Sources).map_err(refused)?;
    figure.bytes(format, 1.0).map_err(refused)
}
