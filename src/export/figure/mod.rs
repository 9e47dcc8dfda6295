//! A figure: the whole timeline with title, axis, legend and caption, fitted to its sheet.

mod caption;
mod chart;
mod error;
mod fit;

use std::collections::BTreeSet;

use self::caption::LeftOut;
use self::fit::{Misfit, PageFit};
use super::page_setup::{PIXELS_PER_INCH, PageSetup};
use super::summary::summary;
use super::view::View;
use crate::data::FigureFormat;
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::{Chart, Furniture, Highlights, Overview, Viewport};
use crate::model::{Document, Encounters};
use crate::paint::{self, Page, PdfError, Pixels, RasterError, flags, fonts};

pub use error::FigureError;

/// A figure that is drawn, as SVG; other formats are made from it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its text as SVG.
    pub svg: String,
    /// What it is called.
    pub title: String,
    /// What it shows, in full.
    pub description: String,
    /// Its width and height in pixels.
    pub size: [f32; 2],
    /// How large its letters are, 1 being as in the window.
    pub zoom: f32,
    /// What has no room on its sheet.
    left_out: Vec<String>,
}

impl Figure {
    /// Draws a view of a document for a sheet.
    ///
    /// # Errors
    ///
    /// [`FigureError`] when nothing is shown, or too much for the sheet.
    pub fn new(document: &Document, view: &View, page_setup: &PageSetup) -> Result<Self, FigureError> {
        let (shown, timeline) = view.arranged(document);
        if timeline.extent.is_none() {
            return Err(FigureError::Nothing(summary(&document.chronicle, &shown)));
        }
        let window = view.window(&timeline);
        let in_view = view.shown_in_view(document);
        let is_whole = in_view.is_none();
        let shown = in_view.unwrap_or(shown);
        let mut timeline = timeline.page(&document.chronicle, &shown, window, page_setup.without_empty_lanes);
        if timeline.lanes.is_empty() {
            return Err(FigureError::NothingOnTheseDays);
        }
        let title = page_setup.title.clone().unwrap_or_else(|| document.title().to_owned());
        let mut highlights =
            Highlights { disputed: &|index| document.findings().disputed.contains(index), ..Highlights::default() };
        if page_setup.selection {
            (highlights.trips, highlights.event) = (&view.selected, view.selected_event);
        }
        let marks_encounters = !highlights.trips.is_empty();
        let encounters = marks_encounters.then(|| Encounters::new(&document.chronicle, &shown, &timeline.tours));
        highlights.encounters = encounters.as_ref();
        let mut left_out = LeftOut { of_lanes: timeline.lane_count(), ..LeftOut::default() };
        loop {
            let caption = caption::paragraphs(document, view, &shown, &timeline, is_whole, left_out);
            let furniture = Furniture::page(overview(view, page_setup), &title, &caption);
            let chart = Chart {
                highlights,
                furniture: Furniture { flags: timeline.has_flags(&document.chronicle, flags::exists), ..furniture },
                ..Chart::new(&document.chronicle, &timeline, &fonts::text_width, Viewport::new(window, 0.0, 0.0))
            };
            match fit::fitted(chart, page_setup) {
                // The names that are cut are told, which may need a line more.
                Ok(PageFit { chart, .. }) if left_out.cut_names < chart.cut_names() => {
                    left_out.cut_names = chart.cut_names();
                }
                Ok(PageFit { chart, zoom, size }) => {
                    let description = caption.join(" · ");
                    let page = Page { title: &title, description: &description, zoom, margin: fit::MARGIN, size };
                    let svg = paint::svg(&chart.frame().scene(), page_setup.theme.unwrap_or(view.theme), page);
                    return Ok(Self { svg, title, description, size, zoom, left_out: left_out.describe() });
                }
                Err(Misfit::Narrow(least)) => {
                    return Err(FigureError::TooNarrow { size: page_setup.size.to_string(), least });
                }
                Err(Misfit::Lanes(room)) if room == 0 || timeline.lanes.len() == 1 => {
                    let (lanes, size) = (left_out.of_lanes, page_setup.size.to_string());
                    return Err(FigureError::TooLow { lanes, size, width: page_setup.size.width().round() });
                }
                // What is said of the lanes left out takes room of its own.
                Err(Misfit::Lanes(room)) => {
                    left_out.trips += timeline.keep_most_visited(room.min(timeline.lanes.len() - 1));
                    left_out.lanes = left_out.of_lanes - timeline.lane_count();
                }
            }
        }
    }

    /// The figure in pixels, `scale` of them for each of the sheet's.
    ///
    /// # Errors
    ///
    /// As [`paint::rasterize`].
    pub fn pixels(&self, scale: f32) -> Result<Pixels, RasterError> {
        paint::rasterize(&self.svg, scale)
    }

    /// The figure as a PNG file that says how large it is on paper.
    ///
    /// # Errors
    ///
    /// As [`paint::rasterize`].
    pub fn png(&self, scale: f32) -> Result<Vec<u8>, RasterError> {
        paint::encode(self.pixels(scale)?, PIXELS_PER_INCH * scale)
    }

    /// The figure as a PDF of one page.
    ///
    /// # Errors
    ///
    /// As [`paint::pdf`].
    pub fn pdf(&self) -> Result<Vec<u8>, PdfError> {
        paint::pdf(&self.svg, &self.title, &self.description)
    }

    /// The figure as a file, `scale` pixels for each of its own where the format has pixels.
    ///
    /// # Errors
    ///
    /// [`FigureError`] when the picture is too large, or its text cannot be drawn.
    pub fn bytes(self, format: FigureFormat, scale: f32) -> Result<Vec<u8>, FigureError> {
        match format {
            FigureFormat::Svg => Ok(self.svg.into_bytes()),
            FigureFormat::Png => Ok(self.png(scale)?),
            FigureFormat::Pdf => Ok(self.pdf()?),
        }
    }

    /// The letters it should show and cannot, because no font has them.
    #[must_use]
    pub fn missing_letters(&self) -> BTreeSet<char> {
        paint::missing_letters(&self.svg)
    }

    /// What to tell who asked for the figure: what has no room on its sheet, which letters are missing, and whether letters
    /// are too small for print.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let points = SMALL_TEXT * self.zoom * POINTS_PER_PIXEL;
        let small = (points < LEAST_POINTS).then(|| {
            format!("letters are as small as {points:.1} points; a larger size or fewer lanes make them larger")
        });
        let width = self.size[0].round();
        let left_out = self.left_out.iter().map(|words| {
            format!(
                "{words}; a larger size has more room, and --size {width}, a width alone, is as high as all of it needs"
            )
        });
        left_out.chain(describe_missing(&self.missing_letters())).chain(small).collect()
    }
}

/// A point is 1/72 inch, a pixel 1/96.
const POINTS_PER_PIXEL: f32 = 0.75;
/// Smaller letters are hard to read on paper.
const LEAST_POINTS: f32 = 6.0;

/// How many missing letters are named.
const NAMED_LETTERS: usize = 12;

/// Which letters are missing and what to do; `None` if none are.
fn describe_missing(letters: &BTreeSet<char>) -> Option<String> {
    let named: Vec<_> =
        letters.iter().take(NAMED_LETTERS).map(|&letter| format!("{letter} (U+{:04X})", u32::from(letter))).collect();
    let more = letters.len() - named.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    (!letters.is_empty()).then(|| {
        format!(
            "no font was found for {}{more}: the picture has blanks there; install a font that has them, such as Noto \
             Sans CJK for Chinese and Korean",
            named.join(", ")
        )
    })
}

/// What stands below the lanes. Where only a period is shown, the years around it would stand there empty.
const fn overview(view: &View, page_setup: &PageSetup) -> Overview {
    match view.seen {
        _ if page_setup.without_overview || view.filter.period.is_some() => Overview::Absent,
        None => Overview::Columns,
        Some(_) => Overview::Brushed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_letters_are_named_up_to_a_dozen() {
        let words = |letters: &str| describe_missing(&letters.chars().collect());
        assert_eq!(words(""), None);
        let two = words("壤平").unwrap();
        assert!(
            two.starts_with("no font was found for 壤 (U+58E4), 平 (U+5E73): the picture has blanks there; install"),
            "{two}"
        );
        let many = words("abcdefghijklmn").unwrap();
        assert!(many.contains("l (U+006C) and 2 more:") && !many.contains("U+006D"), "{many}");
    }
}
