//! Where the items of a row stand, and where they can be hit.

use super::date_bar::widened;
use super::lod::RowItem;
use crate::layout::picture::chart::Frame;
use crate::layout::scene::Rect;
use crate::model::TripIndex;
use crate::time::Span;

/// A click within this many pixels counts as on the bar.
pub(crate) const MARGIN: f32 = 3.0;

/// An item with the place where it can be hit.
pub(crate) struct PlacedItem<'a> {
    pub(crate) item: RowItem<'a>,
    pub(crate) hit: Rect,
}

/// Where each item of a row can be hit: neighbours share the room between them, so that what is hit is the nearer one.
pub(crate) fn placed<'a>(
    frame: &Frame<'_>,
    items: impl Iterator<Item = RowItem<'a>>,
    row: Rect,
) -> Vec<PlacedItem<'a>> {
    let mut all: Vec<PlacedItem<'_>> = Vec::new();
    let mut previous: Option<usize> = None;
    for item in items {
        let mut hit = Rect { top: row.top, bottom: row.bottom, ..extent(frame, &item).expand(MARGIN) };
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
        all.push(PlacedItem { item, hit });
    }
    all
}

/// Left and right end of what is drawn of an item.
pub(crate) fn extent(frame: &Frame<'_>, item: &RowItem<'_>) -> Rect {
    match item.trips {
        [only] => trip_extent(frame, only.trip, item.limit),
        _ => Rect { left: item.left, right: item.right, ..Rect::default() },
    }
}

/// Left and right end of a trip's bar: of all its tracks, each wide enough to be seen.
pub(crate) fn trip_extent(frame: &Frame<'_>, index: TripIndex, limit: f32) -> Rect {
    let extent = |days: Span| {
        let rect = frame.scale.rect(days, Rect::default());
        Rect { right: widened(rect.left, rect.right, limit), ..rect }
    };
    let accounts = frame.chart.timeline.reading.accounts(frame.chart.chronicle.trip(index));
    accounts.map(|account| extent(account.when.possible())).fold(extent(frame.chart.drawn(index)), Rect::union)
}
