//! How large letters and rows are, so that everything fits on a sheet and nothing is cut.

use crate::export::page_setup::PageSetup;
use crate::layout::metrics::LANE;
use crate::layout::{self, Chart, LaneHeight, RowHeights};

/// Blank room on each side of a figure, in pixels of its sheet: 5 millimetres, which most printers need.
pub(super) const MARGIN: f32 = 19.0;

/// The zooms that are tried, from the largest letters to the smallest.
pub(super) const ZOOMS: [f32; 13] = [1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5];
/// Rows this high have room for larger letters.
const GENEROUS_ROW: f32 = 32.0;
/// Rows lower than this ask for smaller letters.
const EASY_ROW: f32 = 24.0;
/// Rows are never drawn lower than this: lower ones have no room for the name of their lane.
const LEAST_ROW: f32 = 14.0;
/// Blocks in a figure at most where all trips of a lane share a row: some 150 bytes of a file each.
const MOST_BLOCKS: f32 = 50_000.0;
/// Rows grow to this times their height in the window where there is room.
const ROW_GROWTH: f32 = 1.7;
/// Room for the names of lanes and a little time, in pixels of the scene.
const LEAST_WIDTH: f32 = 320.0;
/// Letters are not enlarged on a narrower sheet, in pixels.
const WIDE_ENOUGH: f32 = 900.0;

/// A chart at the zoom and row height that suit its sheet.
pub(super) struct PageFit<'a> {
    pub(super) chart: Chart<'a>,
    /// Pixels of the sheet for each of the chart's.
    pub(super) zoom: f32,
    /// Width and height of the sheet in pixels.
    pub(super) size: [f32; 2],
}

/// Why a chart does not fit on its sheet.
pub(super) enum Misfit {
    /// There is no room beside the names of the lanes on a sheet of fewer pixels than this.
    Narrow(f32),
    /// There is room for the names of this many lanes.
    Lanes(usize),
}

/// The chart as large as suits the sheet. What a few lanes leave of it stays blank at the foot.
pub(super) fn fitted<'a>(chart: Chart<'a>, page_setup: &PageSetup) -> Result<PageFit<'a>, Misfit> {
    let width = page_setup.size.width() - 2.0 * MARGIN;
    let least = LEAST_WIDTH * page_setup.zoom.unwrap_or(ZOOMS[ZOOMS.len() - 1]);
    if width < least {
        return Err(Misfit::Narrow((least + 2.0 * MARGIN).ceil()));
    }
    let with_rows = |zoom: f32, row_height: f32, in_single_rows: bool| {
        let mut chart = chart;
        chart.furniture.single_row_block_width = in_single_rows.then(|| least_block(&chart, width) / zoom);
        (chart.viewport.width, chart.viewport.rows) = (width / zoom, RowHeights::even(row_height));
        chart.viewport.height = chart.fixed_height() + chart.lanes_height();
        chart
    };
    let height = chart.timeline.arrangement.height;
    let is_thin = height == LaneHeight::Thin;
    let step = LaneHeight::STEPS.into_iter().find(|(step, _)| *step == height).map(|(_, pixels)| pixels.max(LEAST_ROW));
    let Some(sheet_height) = page_setup.size.height() else {
        let zoom = page_setup.zoom.unwrap_or((width / LEAST_WIDTH).min(1.0));
        let chart = with_rows(zoom, step.unwrap_or(LANE), is_thin);
        return Ok(PageFit {
            chart,
            zoom,
            size: [page_setup.size.width(), chart.viewport.height * zoom + 2.0 * MARGIN],
        });
    };
    let at = |zoom: f32, in_single_rows: bool| {
        let empty = with_rows(zoom, 0.0, in_single_rows);
        #[expect(clippy::cast_precision_loss, reason = "a count of rows fits")]
        let rows = empty.row_count() as f32;
        let room = (sheet_height - 2.0 * MARGIN) / zoom - empty.viewport.height;
        let row_height = (room / rows).min(step.unwrap_or(LANE * ROW_GROWTH));
        // Low lanes cannot spare what rounding takes.
        let row_height = if LEAST_ROW <= row_height { row_height.floor() } else { row_height };
        PageFit {
            chart: with_rows(zoom, row_height, in_single_rows),
            zoom,
            size: [page_setup.size.width(), sheet_height],
        }
    };
    let suits = |PageFit { chart, zoom, .. }: &PageFit<'_>| {
        let (row_height, width) = if 1.0 < *zoom { (GENEROUS_ROW, WIDE_ENOUGH) } else { (EASY_ROW, LEAST_WIDTH) };
        row_height <= chart.viewport.rows.first && width <= chart.viewport.width
    };
    let best = |in_single_rows: bool| match page_setup.zoom {
        Some(zoom) => at(zoom, in_single_rows),
        None => ZOOMS
            .iter()
            .map(|&zoom| at(zoom, in_single_rows))
            .find(suits)
            .unwrap_or_else(|| at(ZOOMS[ZOOMS.len() - 1], in_single_rows)),
    };
    let rows = best(false);
    if LEAST_ROW <= rows.chart.viewport.rows.first && !is_thin {
        return Ok(rows);
    }
    // Lanes of one row each.
    let low = best(true);
    if LEAST_ROW <= low.chart.viewport.rows.first {
        return Ok(low);
    }
    let room = (sheet_height - 2.0 * MARGIN) / low.zoom - low.chart.fixed_height();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
    Err(Misfit::Lanes((room / LEAST_ROW) as usize))
}

/// The least width of a block in pixels of the sheet, where all trips of a lane share a row: no less than can be hit,
/// and so wide that there are not more of them than a file can hold.
#[expect(clippy::cast_precision_loss, reason = "a count of lanes fits")]
fn least_block(chart: &Chart<'_>, width: f32) -> f32 {
    // A cell takes more than half of it.
    let blocks_per_pixel = 2.0 * chart.timeline.lanes.len() as f32;
    layout::LEAST_WIDTH.max(blocks_per_pixel * width / MOST_BLOCKS)
}
