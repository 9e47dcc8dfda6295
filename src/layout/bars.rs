//! Trips as bars: one track per account, and no edge that no source gives.

use super::{
    chart::{Chart, Scale},
    scene::{About, Anchor, Group, Point, Rect, Role, Shape, Stroke, Target},
    text::Style,
};
use crate::{
    model::{Account, Chronicle, Status, Trip, TripIndex},
    time::{Span, words::Months},
};

/// A bar is never narrower, unless its neighbour in the row leaves less room.
pub const LEAST_WIDTH: f32 = 6.0;
/// A click within this many pixels counts as on the bar.
const HIT_MARGIN: f32 = 3.0;
/// The share of a row's height that the bar takes.
const BAR_SHARE: f32 = 0.6;
/// Pixels between two tracks.
const TRACK_GAP: f32 = 1.0;
/// Smaller text cannot be read, in pixels.
const LEAST_TEXT: f32 = 8.0;
/// Names stand beside bars only where a week is at least two dozen pixels wide; farther out they would crowd the lanes.
const PIXELS_PER_DAY_FOR_NAMES: f64 = 3.5;
/// Pixels that two bars of a row keep apart where both are wide enough.
pub(super) const NEIGHBOUR_GAP: f32 = 1.0;

/// The bars that can be seen, row by row.
pub(super) fn groups(chart: &Chart<'_>, scale: &Scale<'_>, area: Rect) -> Vec<Group> {
    let days = scale.days();
    let mut groups = Vec::new();
    for (position, lane_rect) in chart.visible_lanes(area) {
        let mut top = lane_rect.top;
        for row in &chart.timeline.lanes[position].rows {
            let rect = Rect { top, bottom: top + chart.row_height, ..lane_rect };
            groups.extend(row_groups(chart, scale, row, days, rect));
            top += chart.row_height;
        }
    }
    // What is selected is drawn last, on top of its neighbours.
    groups.sort_by_key(|group| is_selected(chart, group));
    groups
}

fn is_selected(chart: &Chart<'_>, group: &Group) -> bool {
    group.about.as_ref().is_some_and(|about| match about.target {
        Target::Trip(index) => chart.selected.contains(&index),
        Target::Event(_) | Target::Lane(_) | Target::Year(_) | Target::Tour(_) => false,
    })
}

/// The bars of one row. The trips of a row share no day, so both their starts and their ends are in order.
fn row_groups(chart: &Chart<'_>, scale: &Scale<'_>, row: &[TripIndex], days: Span, rect: Rect) -> Vec<Group> {
    let drawn = |index: &TripIndex| chart.drawn(*index);
    // A bar that ends just before the picture may still reach into it by its least width.
    let first = row.partition_point(|index| drawn(index).end() < days.start()).saturating_sub(1);
    let last = row.partition_point(|index| drawn(index).start() < days.end());
    let visible = row.get(first..last).unwrap_or_default();
    let next_starts = row.iter().skip(first + 1).map(|next| Some(scale.x_from_day(drawn(next).start())));
    let mut groups: Vec<Group> = visible
        .iter()
        .zip(next_starts.chain(std::iter::once(None)))
        .map(|(&index, next_start)| {
            let limit = next_start.map_or(f32::INFINITY, |x| x - NEIGHBOUR_GAP);
            bar(chart, scale, index, rect, limit)
        })
        .collect();
    part_hits(&mut groups);
    groups
}

/// Lets neighbours share the room between them, so that what is hit is the bar that is nearer.
fn part_hits(groups: &mut [Group]) {
    let mut previous: Option<&mut About> = None;
    for group in groups {
        let Some(about) = &mut group.about else { continue };
        if let Some(previous) = previous.filter(|previous| about.hit.left < previous.hit.right) {
            let border = f32::midpoint(previous.hit.right, about.hit.left);
            previous.hit.right = border.max(previous.hit.left);
            about.hit.left = border.min(about.hit.right);
        }
        previous = Some(about);
    }
}

/// One trip's bar in its row, widened to the least width but not beyond `limit`.
fn bar(chart: &Chart<'_>, scale: &Scale<'_>, index: TripIndex, row: Rect, limit: f32) -> Group {
    let trip = chart.chronicle.trip(index);
    let accounts = trip.accounts();
    let height = (row.height() * BAR_SHARE).round();
    let top = (row.middle_y() - height / 2.0).round();
    let bar = Rect { top, bottom: top + height, ..extent(scale, chart.drawn(index), limit) };
    #[expect(clippy::cast_precision_loss, reason = "a trip has a handful of accounts")]
    let tracks = accounts.len() as f32;
    let track_height = ((height - TRACK_GAP * (tracks - 1.0)) / tracks).max(1.0);
    let mut shapes = Vec::new();
    for (track, account) in accounts.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a trip has a handful of accounts")]
        let track_top = top + track as f32 * (track_height + TRACK_GAP);
        let rect =
            Rect { top: track_top, bottom: track_top + track_height, ..extent(scale, account.when.possible(), limit) };
        let role = Role::Bar { kind: trip.kind, track: u8::try_from(track).unwrap_or(u8::MAX) };
        track_shapes(&mut shapes, scale, trip.status, account, rect, role);
    }
    shapes.extend(label(chart, scale, trip, bar, track_height, limit));
    if chart.selected.contains(&index) {
        shapes.push(Shape::Box {
            rect: bar.expand(1.5),
            corner: 4.0,
            fill: None,
            stroke: Some(Stroke::solid(Role::Selection, 2.0)),
        });
    }
    let about = About {
        target: Target::Trip(index),
        label: in_words(chart.chronicle, trip),
        hit: Rect { top: row.top, bottom: row.bottom, ..bar.expand(HIT_MARGIN) },
    };
    Group { about: Some(about), shapes }
}

/// Left and right edge of some days, at least as wide as can be hit.
pub(super) fn extent(scale: &Scale<'_>, days: Span, limit: f32) -> Rect {
    let left = scale.x_from_day(days.start());
    let right = scale.x_from_day(days.end());
    let wide = right.max(left + LEAST_WIDTH);
    Rect { left, right: wide.min(limit.max(right)), ..Rect::default() }
}

/// One account's track. Days that are only possible fade; days that are certain are solid.
fn track_shapes(shapes: &mut Vec<Shape>, scale: &Scale<'_>, status: Status, account: &Account, rect: Rect, role: Role) {
    let corner = (rect.height() / 4.0).min(3.0).min(rect.width() / 2.0);
    let solid = |rect| Shape::Box { rect, corner, fill: Some(role), stroke: None };
    if !account.when.is_exact() {
        let fade = rect.width() * 0.3;
        shapes.push(Shape::Soft { rect, fill: role, fade_left: fade, fade_right: fade });
        shapes.extend(account.when.certain().map(|days| {
            let core = Rect { top: rect.top, bottom: rect.bottom, ..extent(scale, days, rect.right) };
            solid(core.intersection(rect))
        }));
    } else if status == Status::Confirmed {
        shapes.push(solid(rect));
    }
    if status != Status::Confirmed {
        shapes.push(Shape::Box { rect, corner, fill: None, stroke: Some(Stroke::dashed(role, 1.0)) });
    }
}

/// The name of the place: on the bar, kept in view, where it fits; else beside it where there is room.
fn label(chart: &Chart<'_>, scale: &Scale<'_>, trip: &Trip, bar: Rect, track_height: f32, limit: f32) -> Option<Shape> {
    let on_bar = Style::semi_bold((track_height * 0.85).min(11.5), Role::TextOnBar);
    let first = trip.accounts().first()?;
    let place = first.places.first()?;
    let days = first.when.possible();
    let track = Rect { top: bar.top, bottom: bar.top + track_height, ..extent(scale, days, f32::INFINITY) };
    let left = track.left.max(scale.left) + 5.0;
    let room = track.right.min(scale.right()) - 4.0 - left;
    let readable = LEAST_TEXT <= on_bar.size && first.when.is_exact() && trip.status == Status::Confirmed;
    if readable && on_bar.width(place, chart.text_width) <= room {
        let at = Point { x: left, y: on_bar.baseline(track.middle_y()) };
        return Some(on_bar.at(at, Anchor::Start, place));
    }
    let beside = Style::regular(11.0, Role::TextMuted);
    let space = limit.min(scale.right()) - bar.right - 8.0;
    let in_view = scale.left <= bar.right && PIXELS_PER_DAY_FOR_NAMES <= scale.pixels_per_unit();
    if in_view && beside.width(place, chart.text_width) <= space {
        let at = Point { x: bar.right + 5.0, y: beside.baseline(bar.middle_y()) };
        return Some(beside.at(at, Anchor::Start, place));
    }
    let text = readable.then(|| on_bar.fit(place, room, chart.text_width)).flatten()?;
    let at = Point { x: left, y: on_bar.baseline(track.middle_y()) };
    Some(on_bar.at(at, Anchor::Start, text))
}

/// A trip in a line: `Soviet Union, Moscow: 4–21 November 1957 (List), 3–23 November 1957 (Album)`.
#[must_use]
pub fn in_words(chronicle: &Chronicle, trip: &Trip) -> String {
    let country = &chronicle.country(trip.country).name;
    let place = trip.places().first().map(|place| format!(", {place}")).unwrap_or_default();
    let dates: Vec<_> = trip
        .accounts()
        .iter()
        .map(|account| {
            let words = crate::time::words::of(&account.when, Months::Full);
            match chronicle.sources.len() {
                0 | 1 => words,
                _ => format!("{words} ({})", chronicle.source(account.source).name),
            }
        })
        .collect();
    let status = match trip.status {
        Status::Confirmed => String::new(),
        other => format!(" ({})", other.words()),
    };
    format!("{country}{place}: {}{status}", dates.join(", "))
}
