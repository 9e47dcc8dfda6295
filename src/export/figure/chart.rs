//! A chart of the statistics as a figure.

use super::caption;
use super::error::FigureError;
use super::fit::{MARGIN, ZOOMS};
use super::{Figure, summary};
use crate::data::ChartKind;
use crate::export::page_setup::PageSetup;
use crate::export::view::View;
use crate::layout::{Classes, PageWords, Rows, StatisticsChart, VisitPart};
use crate::model::{Document, Statistics, Tours};
use crate::paint::{self, Page, fonts};
use crate::text::grouped;

/// Letters are not enlarged where the sheet would then be narrower, in pixels of the scene.
const WIDE_ENOUGH: f32 = 640.0;

/// Letters are not made smaller to have more bars: these can still be read in print.
const LEAST_ZOOM: f32 = 0.7;

impl Figure {
    /// Draws a chart of what a view of a document counts, for a sheet.
    ///
    /// # Errors
    ///
    /// [`FigureError`] when nothing is counted, or the sheet is too small.
    pub fn of_chart(
        document: &Document,
        view: &View,
        page_setup: &PageSetup,
        kind: ChartKind,
    ) -> Result<Self, FigureError> {
        let chronicle = &document.chronicle;
        let shown = document.shown(&view.filter);
        let tours = Tours::new(chronicle, &shown, view.arrangement.most_days_between);
        let statistics = Statistics::new(chronicle, &shown, &tours);
        let visits = VisitPart::all(&statistics, &Classes::new(chronicle, &shown, &view.arrangement));
        let chart = StatisticsChart::new(kind, chronicle, &statistics, &visits, &fonts::text_width, 0.0);
        if chart.is_empty() {
            let why = match kind {
                _ if statistics.stays.is_empty() => summary(chronicle, &shown),
                ChartKind::Encounters if 1 < statistics.per_traveller.len() => {
                    "no two travellers were in a country on the same days".to_owned()
                }
                ChartKind::Sources => "all trips are told by one source".to_owned(),
                _ => "all trips are of one traveller".to_owned(),
            };
            return Err(FigureError::Nothing(why));
        }
        let cut_note = statistics.encounters.cut_note().filter(|_| kind == ChartKind::Encounters);
        let mut left_out = None;
        loop {
            let cut = left_out.clone().into_iter().chain(cut_note.clone()).collect();
            let caption = caption::of_chart(document, view, &shown, cut);
            let page = PageWords { title: page_setup.title.as_deref(), data: document.title(), caption: &caption };
            let (chart, zoom) = fitted(StatisticsChart { page: Some(page), ..chart }, page_setup);
            let size = [page_setup.size.width(), chart.height * zoom + 2.0 * MARGIN];
            if !chart.has_room() {
                return Err(FigureError::NoRoom(page_setup.size.to_string()));
            }
            // What is said of the rows left out takes room of its own, but only once.
            if let (None, Some(Rows { drawn, all, nouns: [_, several] })) = (&left_out, chart.cut_rows()) {
                left_out = Some(format!("only the first {} of {} {} drawn", grouped(drawn), grouped(all), several));
                continue;
            }
            let (title, description) = (chart.title(), caption.join(" · "));
            let page = Page { title: &title, description: &description, zoom, margin: MARGIN, size };
            let svg = paint::svg(&chart.scene(), page_setup.theme.unwrap_or(view.theme), page);
            return Ok(Self { svg, title, description, size, zoom, left_out: left_out.into_iter().collect() });
        }
    }
}

/// The chart as large as suits the sheet, and pixels of the sheet for each of the chart's.
fn fitted<'a>(chart: StatisticsChart<'a>, page_setup: &PageSetup) -> (StatisticsChart<'a>, f32) {
    let at = |zoom: f32| {
        let wide = StatisticsChart { width: (page_setup.size.width() - 2.0 * MARGIN) / zoom, ..chart };
        let of_sheet = |height: f32| StatisticsChart { height: (height - 2.0 * MARGIN) / zoom, ..wide };
        (page_setup.size.height().map_or_else(|| wide.with_natural_height(), of_sheet), zoom)
    };
    // All years and travellers are wanted before large letters; of bars the first are enough.
    let least = if matches!(chart.kind, ChartKind::Calendar | ChartKind::Encounters) {
        ZOOMS[ZOOMS.len() - 1]
    } else {
        LEAST_ZOOM
    };
    let suits = |(chart, _): &(StatisticsChart<'_>, f32)| WIDE_ENOUGH <= chart.width && chart.fits();
    let zooms = ZOOMS.iter().filter(|zoom| least <= **zoom);
    let chosen = page_setup.zoom.map(at).or_else(|| zooms.map(|&zoom| at(zoom)).find(suits));
    chosen.unwrap_or_else(|| at(least))
}
