//! Trips as bars in their rows: where each stands, what it is called, where it can be hit.

pub(crate) mod date_bar;
pub(crate) mod lod;
mod merged;
mod mixture;
pub(super) mod placed;
pub(super) mod single_row;
mod tracks;

use date_bar::{ARROW_ROOM, DateBar};
use lod::{RowItem, RowItems};
use merged::BoxBatch;
use placed::{PlacedItem, extent, placed, trip_extent};

use super::chart::Frame;
use super::overlay;
use crate::layout::arrange::source_tracks::{SourceTracks, silent_sources};
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Anchor, Group, HitInfo, Rect, Role, Shape, Stroke, Target, float};
use crate::layout::text::Style;
use crate::model::{Chronicle, Reading, Trip, TripIndex, TripStatus};
use crate::time::Months;

/// The share of a row's height that the bar takes.
const BAR_SHARE: f32 = 0.6;
/// The mark of what a search has found stands this far from its bar, in pixels.
const FOUND_MARGIN: f32 = 3.0;
/// Pixels between two tracks.
const TRACK_GAP: f32 = 1.0;
/// A narrower bar has no room for a name: less than the room kept free beside it, in pixels.
const LEAST_NAMED: f32 = 9.0;
/// Smaller text cannot be read, in pixels.
const LEAST_TEXT: f32 = 8.0;
/// Names stand beside bars only where a week is at least two dozen pixels wide; farther out they would crowd the lanes.
const PIXELS_PER_DAY_FOR_NAMES: f64 = 3.5;

/// The bars and blocks that can be seen, row by row.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let selected = frame.chart.sorted_selection();
    let mut levels = Levels::default();
    for (lane, row, rect) in frame.chart.visible_rows(frame.areas.lanes) {
        let frame = &frame.of_lane(lane);
        let items = RowItems::new(row, &frame.scale, &selected, [frame.scale.left, frame.scale.right()], ARROW_ROOM);
        if frame.chart.tells_bars_of(lane) {
            for placed in placed(frame, items, rect) {
                let hit_info = hit_info(frame, &placed);
                let shapes = shapes(frame, &placed.item, rect);
                levels.of(frame, &placed.item).groups.push(Group { hit_info, shapes });
            }
        } else {
            for item in items {
                let level = levels.of(frame, &item);
                if item.selected || !level.batch.takes(frame, &item, bar_area(rect)) {
                    level.groups.push(Group::plain(shapes(frame, &item, rect)));
                }
            }
        }
    }
    let dimming = frame.chart.highlights.found.map(|_| overlay::dimming(frame.areas.lanes));
    let dimming = dimming.map(|wash| Group::plain(vec![wash]));
    let Levels { plain, found, selected } = levels;
    let single_rows = single_row::groups(frame);
    single_rows
        .into_iter()
        .chain(plain.groups())
        .chain(dimming)
        .chain(found.groups())
        .chain(selected.groups())
        .collect()
}

/// Bars and blocks by what lies above what.
#[derive(Default)]
struct Levels {
    plain: Level,
    /// Above a wash that dims the others.
    found: Level,
    selected: Level,
}

impl Levels {
    fn of(&mut self, frame: &Frame<'_>, item: &RowItem<'_>) -> &mut Level {
        if item.selected {
            &mut self.selected
        } else if item.trips.iter().any(|span| frame.chart.highlights.is_found(span.trip)) {
            &mut self.found
        } else {
            &mut self.plain
        }
    }
}

/// Bars and blocks of which none needs to be above another.
#[derive(Default)]
struct Level {
    batch: BoxBatch,
    groups: Vec<Group>,
}

impl Level {
    fn groups(self) -> impl Iterator<Item = Group> {
        let batch = Some(self.batch.shapes()).filter(|shapes| !shapes.is_empty());
        batch.map(Group::plain).into_iter().chain(self.groups)
    }
}

/// What an item stands for, and where it can be hit.
pub(crate) fn hit_info(frame: &Frame<'_>, PlacedItem { item, hit }: &PlacedItem<'_>) -> Option<HitInfo> {
    let chronicle = frame.chart.chronicle;
    let label = match item.trips {
        [only] => {
            let mut label = describe(chronicle, frame.chart.timeline.reading, chronicle.trip(only.trip));
            if frame.chart.timeline.is_only_possibly_in_period(chronicle, only.trip) {
                label.push_str("; perhaps on other days than those asked for");
            }
            label
        }
        several => merged::describe(frame, several.iter()),
    };
    Some(HitInfo { target: Target::of_trips(item.trips)?, label, hit: *hit })
}

/// How an item is drawn in a row.
fn shapes(frame: &Frame<'_>, item: &RowItem<'_>, row: Rect) -> Vec<Shape> {
    let area = bar_area(row);
    let extent = || extent(frame, item);
    let mut shapes = if let [only] = item.trips {
        let mut shapes = bar(frame, only.trip, area, item.limit);
        if frame.chart.timeline.is_only_possibly_in_period(frame.chart.chronicle, only.trip) {
            shapes.extend(overlay::doubt(extent().left, area.top));
        }
        if frame.chart.highlights.is_found(only.trip) {
            shapes.push(overlay::found(Rect { top: row.top, bottom: row.bottom, ..extent().expand(FOUND_MARGIN) }));
        }
        shapes
    } else {
        let mut block = BoxBatch::default();
        block.takes(frame, item, area);
        block.shapes()
    };
    if item.selected {
        let bar = Rect { top: area.top, bottom: area.bottom, ..extent() };
        shapes.push(Shape::outlined(bar.expand(2.5), 4.0, Stroke::solid(Role::Selection, 2.0)));
    }
    shapes
}

/// The part of a row that its bars take.
pub(crate) fn bar_area(row: Rect) -> Rect {
    let height = (row.height() * BAR_SHARE).round();
    let top = (row.middle_y() - height / 2.0).round();
    Rect { top, bottom: top + height, ..row }
}

/// One trip's bar, widened to the least width but not beyond `limit`.
fn bar(frame: &Frame<'_>, index: TripIndex, area: Rect, limit: f32) -> Vec<Shape> {
    let trip = frame.chart.chronicle.trip(index);
    let tracks = SourceTracks::new(frame.chart.chronicle, frame.chart.timeline.reading, trip);
    let x_from_day = |day| frame.scale.x_from_day(day);
    let area = Rect { left: frame.scale.left, right: frame.scale.right(), ..area };
    let whole = DateBar { x_from_day: &x_from_day, area, limit, role: Role::Text, opacity: 1.0 };
    let drawn = frame.chart.drawn(index);
    let bar = Rect { top: area.top, bottom: area.bottom, ..trip_extent(frame, index, limit) };
    let mut shapes = Vec::new();
    for (position, track) in tracks.all.iter().enumerate() {
        let date_bar = DateBar { area: track_area(area, position, tracks.all.len()), ..whole };
        shapes.extend(tracks.shapes(frame.chart.timeline, track, date_bar, drawn));
    }
    shapes.extend(label(frame, index, &tracks, Rect { right: right_end(&shapes, bar), ..bar }, limit));
    shapes
}

/// The part of a bar that one of its tracks takes.
fn track_area(bar: Rect, position: usize, tracks: usize) -> Rect {
    let height = ((bar.height() - TRACK_GAP * (float(tracks) - 1.0)) / float(tracks)).max(1.0);
    let top = bar.top + float(position) * (height + TRACK_GAP);
    Rect { top, bottom: top + height, ..bar }
}

/// Where a bar ends with its arrow, if it has one.
fn right_end(shapes: &[Shape], bar: Rect) -> f32 {
    let arrows = shapes.iter().filter_map(|shape| match shape {
        Shape::Polygon { points, .. } => Some(points),
        _ => None,
    });
    arrows.flatten().map(|point| point.x).fold(bar.right, f32::max)
}

/// The name of the place, or of the country: on the bar, kept in view, where it fits; else beside it where there is room.
fn label(frame: &Frame<'_>, index: TripIndex, tracks: &SourceTracks<'_>, bar: Rect, limit: f32) -> Option<Shape> {
    let is_narrow = frame.scale.pixels_per_unit() < PIXELS_PER_DAY_FOR_NAMES;
    // Most bars of a crowded picture are too narrow for any name; to find that out need not cost more than the bar.
    if is_narrow && bar.width() < LEAST_NAMED {
        return None;
    }
    let (position, track) = tracks.all.iter().enumerate().find(|(_, track)| !track.accounts.is_empty())?;
    let account = track.accounts.first()?;
    let trip = frame.chart.chronicle.trip(index);
    // A lane that is no country's does not say which country it is.
    let chronicle = frame.chart.chronicle;
    let is_in_country = frame.chart.timeline.lane_key(chronicle, index).country(chronicle).is_some();
    let place = if is_in_country {
        &tracks.accounts().find_map(|account| account.places.first())?.name
    } else {
        chronicle.country_name(trip)
    };
    let area = track_area(bar, position, tracks.all.len());
    let on_bar = Style::semi_bold((area.height() * 0.85).min(SMALL_TEXT), Role::TextOnBar);
    let plain = tracks.plain(account).filter(|_| trip.status == TripStatus::Confirmed && LEAST_TEXT <= on_bar.size);
    // From the left edge, in view, to the room there is.
    let room = plain.map(|days| {
        let rect = frame.scale.rect(days, area);
        let left = rect.left.max(frame.scale.left) + 5.0;
        (left, rect.right.min(frame.scale.right()) - 4.0 - left)
    });
    let written = |left: f32, text: &str| on_bar.centred(left, area.middle_y(), Anchor::Start, text);
    if let Some((left, _)) = room.filter(|(_, room)| on_bar.width(place, frame.chart.text_width) <= *room) {
        return Some(written(left, place));
    }
    let beside = Style::regular(SMALL_TEXT, Role::TextMuted);
    let space = limit.min(frame.scale.right()) - bar.right - 8.0;
    let cut = room.and_then(|(left, room)| Some((left, on_bar.fit(place, room, frame.chart.text_width)?)));
    // Where days are narrow, only a name that would be cut stands beside its bar.
    let in_view = frame.scale.left <= bar.right && (!is_narrow || cut.is_some());
    if in_view && beside.width(place, frame.chart.text_width) <= space {
        return Some(beside.centred(bar.right + 5.0, bar.middle_y(), Anchor::Start, place));
    }
    cut.map(|(left, text)| written(left, &text))
}

/// A trip in a line: `Soviet Union, Moscow: 4–21 November 1957 (List), 3–23 November 1957 (Album)`, with only the
/// accounts that a reading includes, and whose silence it shows: `Soviet Union: 1–9 June 1956 (List); Album: no such stay`.
#[must_use]
pub fn describe(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> String {
    let country = chronicle.country_name(trip);
    let place = reading.accounts(trip).find_map(|account| account.places.first());
    let place = place.map(|place| format!(", {}", place.name)).unwrap_or_default();
    let dates = reading.accounts(trip).map(|account| {
        let date = account.when.format(Months::Full);
        match chronicle.sources.len() {
            0 | 1 => date,
            _ => format!("{date} ({})", chronicle.source(account.source).name),
        }
    });
    let dates = dates.collect::<Vec<_>>().join(", ");
    let status = match trip.status {
        TripStatus::Confirmed => String::new(),
        other => format!(" ({})", other.label()),
    };
    let traveller = chronicle.among_several(trip.traveller).map(|name| format!("{name}, ")).unwrap_or_default();
    let mut label = format!("{traveller}{country}{place}: {dates}{status}");
    for source in silent_sources(chronicle, reading, trip) {
        label = format!("{label}; {}: no such stay", chronicle.source(source).name);
    }
    label
}
