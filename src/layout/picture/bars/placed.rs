//! Where what a row shows stands, and where it can be hit.

use super::{date_bar::widened, lod::RowItem};
use crate::{
    layout::{picture::chart::Frame, scene::Rect},
    model::{TripIndex, TripSpan},
    time::Span,
};

/// A item with the place where it can be hit.
pub(crate) struct Placed {
    pub(crate) item: RowItem,
    pub(crate) hit: Rect,
}

/// Where each item of a row can be hit: neighbours share the room between them, so that what is hit is the nearer one.
pub(crate) fn placed(
    frame: &Frame<'_>,
    row: &[TripSpan],
    items: impl Iterator<Item = RowItem>,
    rect: Rect,
) -> Vec<Placed> {
    let mut all: Vec<Placed> = Vec::new();
    let mut previous: Option<usize> = None;
    for item in items {
        let extent = extent(frame, row, &item);
        let mut hit = Rect { top: rect.top, bottom: rect.bottom, ..extent.expand(MARGIN) };
        // What lies on top of the others shares with none of them.
        if !item.lifted {
            let before = previous.and_then(|at| all.get_mut(at)).filter(|before| hit.left < before.hit.right);
            if let Some(before) = before {
                let border = f32::midpoint(before.hit.right, hit.left);
                before.hit.right = border.max(before.hit.left);
                hit.left = border.min(hit.right);
            }
            previous = Some(all.len());
        }
        all.push(Placed { item, hit });
    }
    all
}

/// Left and right end of what is drawn of an item.
pub(crate) fn extent(frame: &Frame<'_>, row: &[TripSpan], item: &RowItem) -> Rect {
    match item.of(row) {
        [single] => trip_extent(frame, single.trip, item.limit),
        _ => Rect { left: item.left, right: item.right, ..Rect::default() },
    }
}

/// A click within this many pixels counts as on the bar.
pub(crate) const MARGIN: f32 = 3.0;

/// Left and right end of a trip's bar: of all its tracks, each wide enough to be seen.
pub(crate) fn trip_extent(frame: &Frame<'_>, index: TripIndex, limit: f32) -> Rect {
    let extent = |days: Span| {
        let (left, right) = (frame.scale.x_from_day(days.start()), frame.scale.x_from_day(days.end()));
        Rect { left, right: widened(left, right, limit), ..Rect::default() }
    };
    let trip = frame.chart.chronicle.trip(index);
    let heard = frame.chart.timeline.reading.accounts(trip);
    heard.map(|account| extent(account.when.possible())).fold(extent(frame.chart.drawn(index)), Rect::union)
}
