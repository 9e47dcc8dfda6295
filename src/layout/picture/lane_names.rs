//! The names of the lanes, with flags and the numbers of their trips.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::chart::{Chart, Frame};
use crate::layout::arrange::lanes::lane::Lane;
use crate::layout::metrics::{BODY_TEXT, NAMED_LANE, SMALL_TEXT, TINY_TEXT, WIDEST_LANE_NAMES};
use crate::layout::scene::{Anchor, Group, Point, Rect, Role, Shape, Stroke, Target, float};
use crate::layout::text::Style;
use crate::model::LaneKey;
use crate::text::count;

/// How the name of a lane is set.
const fn name_style(lane: &Lane) -> Style {
    if lane.is_heading { Style::semi_bold(BODY_TEXT, Role::Text) } else { Style::regular(BODY_TEXT, Role::Text) }
}

/// How the number of a lane's trips is set.
const LANE_COUNT: Style = Style::regular(SMALL_TEXT, Role::TextMuted);
/// Room for the number where all are short, in pixels.
const LEAST_COUNT: f32 = 34.0;

/// Height and width of a flag, in pixels, and how much lower than its row it is at least.
const FLAG: [f32; 2] = [14.0, 21.0];
const FLAG_GAP: f32 = 3.0;
/// Left end of what is leftmost, and of a lane's name where lanes have flags, in pixels.
const LEFT: f32 = 14.0;
const NAME_LEFT: f32 = 44.0;
/// The least width of the names of a page with everything around them, in pixels, and the share of the page that they
/// take at most.
const LEAST_WIDTH: f32 = 170.0;
const PAGE_SHARE: f32 = 0.5;
/// The share of a window that they take at most.
const WINDOW_SHARE: f32 = 0.25;
/// Height of the ground of a name that lies over others, in pixels.
const PLATE: f32 = 20.0;
/// The share of a row's height that the letters of its name take at most.
const LETTERS_SHARE: f32 = 0.86;
/// From one name to the next where not every lane has one, in pixels.
const NAME_PITCH: f32 = 15.0;
/// Pixels before and behind the count at the right of the names.
const COUNT_GAPS: f32 = 22.0;
/// The widest name of a page has just its own room, which sums of floats may miss by as little, in pixels.
const ROUNDED: f32 = 0.01;

/// Width of the names with everything around them, in pixels. In a window it is the same whatever is shown; a longer
/// name is cut there, and told in full where it is pointed at.
pub(crate) fn width(chart: &Chart<'_>) -> f32 {
    if chart.furniture.scrolls {
        return WIDEST_LANE_NAMES.min(WINDOW_SHARE * chart.viewport.width);
    }
    let widest = (PAGE_SHARE * chart.viewport.width).max(LEAST_WIDTH);
    let names = chart.timeline.lanes.iter().map(|lane| {
        let [name, count] = name_and_count_widths(chart, lane);
        name + count.max(LEAST_COUNT)
    });
    (name_left(chart) + names.fold(0.0, f32::max) + COUNT_GAPS).clamp(LEAST_WIDTH, widest)
}

/// Pixels that the whole name of a lane and the number of its trips take.
fn name_and_count_widths(chart: &Chart<'_>, lane: &Lane) -> [f32; 2] {
    let name = lane.key.short_name(chart.chronicle, chart.timeline.arrangement.names);
    [name_style(lane).width(&name, chart.text_width), LANE_COUNT.width(&lane.count_label(), chart.text_width)]
}

/// Left end of a lane's name, in pixels.
const fn name_left(chart: &Chart<'_>) -> f32 {
    if chart.furniture.flags { NAME_LEFT } else { LEFT }
}

impl Chart<'_> {
    /// How many lanes have a name that is cut.
    #[must_use]
    pub fn cut_names(&self) -> usize {
        let room = width(self) - name_left(self) - COUNT_GAPS + ROUNDED;
        let is_cut = |lane: &&Lane| room < name_and_count_widths(self, lane).iter().sum();
        self.timeline.lanes.iter().filter(is_cut).count()
    }
}

/// The name of each lane that can be seen, with its flag and the number of its trips, where there is room.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let Frame { chart, areas, .. } = frame;
    let named = named(chart);
    let group = |(position, lane, rect): (usize, &Lane, Rect)| {
        let middle_y = rect.top + chart.viewport.rows.first / 2.0;
        let is_whole =
            areas.labels.top <= middle_y - NAMED_LANE / 2.0 && middle_y + NAMED_LANE / 2.0 <= areas.labels.bottom;
        let is_named = named.as_ref().is_none_or(|named| is_whole && named.contains(&position));
        let least_row = if named.is_some() { NAME_PITCH } else { 0.0 };
        let shapes = if is_named { name(frame, lane, rect, least_row) } else { Vec::new() };
        Group::of(Target::Lane(lane.key), label(chart, lane), rect, shapes)
    };
    let folds = chart.visible_lanes(areas.labels).filter_map(|(_, lane, rect)| fold_mark(chart, lane, rect));
    chart.visible_lanes(areas.labels).map(group).chain(folds).collect()
}

/// A lane in words: `France: 12 trips`, `France (Europe): 12 trips`, `Europe, group of 48 lanes: 1,800 trips`.
fn label(chart: &Chart<'_>, lane: &Lane) -> String {
    let name = |key: LaneKey| key.name(chart.chronicle, chart.timeline.arrangement.names);
    let below = |key| chart.timeline.lanes.iter().filter(move |other| other.heading == Some(key)).count();
    // The name of a lane for two things says its heading already.
    let group = lane.heading.filter(|_| lane.key.heading().is_none()).map(|group| format!(" ({})", name(group)));
    let group =
        group.or_else(|| lane.is_heading.then(|| format!(", group of {}", count(below(lane.key), "lane", "lanes"))));
    let pinned = if chart.timeline.arrangement.choices.pinned.contains(&lane.key) { ", pinned" } else { "" };
    let collapsed = if lane.is_collapsed { ", in one row" } else { "" };
    let moved = lane.moved_words().map(|words| format!(", {words}")).unwrap_or_default();
    let trips = count(lane.shown, "trip", "trips");
    format!("{}{}{pinned}{collapsed}{moved}: {trips}", name(lane.key), group.unwrap_or_default())
}

/// Half the width of the mark before a heading, and the room in which it can be hit, in pixels.
const FOLD_MARK: f32 = 3.5;
const FOLD_HIT: f32 = 13.0;

/// A triangle before the name of a heading: to the right where its lanes are collapsed to one row, else down.
fn fold_mark(chart: &Chart<'_>, lane: &Lane, rect: Rect) -> Option<Group> {
    let height = chart.viewport.rows.first;
    if !(lane.is_heading || lane.is_collapsed) || height < NAMED_LANE || !chart.furniture.scrolls {
        return None;
    }
    let (x, y) = (FOLD_HIT / 2.0, rect.top + height / 2.0);
    let corners = if lane.is_collapsed {
        [(-0.7, -1.0), (-0.7, 1.0), (0.9, 0.0)]
    } else {
        [(-1.0, -0.7), (1.0, -0.7), (0.0, 0.9)]
    };
    let points = corners.map(|(dx, dy)| Point { x: x + dx * FOLD_MARK, y: y + dy * FOLD_MARK }).into();
    let triangle = Shape::Polygon { points, fill: Some(Role::TextMuted), stroke: None };
    let name = lane.key.name(chart.chronicle, chart.timeline.arrangement.names);
    let label = if lane.is_collapsed { format!("Expand {name}") } else { format!("Collapse {name} to one row") };
    let hit = Rect { right: FOLD_HIT, bottom: rect.top + height, ..rect };
    Some(Group::of(Target::LaneFold(lane.key), label, hit, vec![triangle]))
}

/// The positions of the lanes that are named where lanes are too low for all names: of lanes too close to each other
/// that with more trips. `None` where all are.
fn named(chart: &Chart<'_>) -> Option<BTreeSet<usize>> {
    let height = chart.viewport.rows.first;
    if NAMED_LANE <= height {
        return None;
    }
    let lanes = &chart.timeline.lanes;
    let apart = (1..=lanes.len()).find(|&apart| NAME_PITCH <= float(apart) * height).unwrap_or(lanes.len());
    let mut by_trips: Vec<usize> = (0..lanes.len()).collect();
    by_trips.sort_by_key(|&position| (Reverse(lanes[position].shown), !lanes[position].is_heading));
    let mut named = BTreeSet::new();
    for position in by_trips {
        if named.range((position + 1).saturating_sub(apart)..position + apart).next().is_none() {
            named.insert(position);
        }
    }
    Some(named)
}

/// The name of a lane with its flag and the number of its trips, as in a row at least so high.
fn name(frame: &Frame<'_>, lane: &Lane, rect: Rect, least_row: f32) -> Vec<Shape> {
    let Frame { chart, areas, .. } = frame;
    let names = chart.timeline.arrangement.names;
    // Where its heading may have no name, a lane says both.
    let full_name = if chart.viewport.rows.first < NAMED_LANE {
        lane.key.name(chart.chronicle, names)
    } else {
        lane.key.short_name(chart.chronicle, names)
    };
    let row = chart.viewport.rows.first;
    let middle_y = rect.top + row / 2.0;
    let flag_height = FLAG[0].min(row.max(least_row) - FLAG_GAP);
    let flag = Rect::from_size(LEFT, middle_y - flag_height / 2.0, FLAG[1], flag_height);
    let number = if chart.furniture.scrolls { lane.short_count_label() } else { lane.count_label() };
    let number_width = LANE_COUNT.width(&number, chart.text_width);
    let room = areas.labels.right - name_left(chart) - number_width - COUNT_GAPS + ROUNDED;
    // Letters no higher than their row.
    let style = name_style(lane);
    let style = Style { size: (row.max(least_row) * LETTERS_SHARE).clamp(TINY_TEXT, style.size), ..style };
    // A name of two that would be cut says the one that others beside it do not have.
    let is_cut = room < style.width(&full_name, chart.text_width);
    let full_name = if is_cut { lane.key.short_name(chart.chronicle, names) } else { full_name };
    let name = style.fit(&full_name, room, chart.text_width).unwrap_or_default();
    let mut shapes = vec![
        style.centred(name_left(chart), middle_y, Anchor::Start, name),
        LANE_COUNT.centred(areas.labels.right - 12.0, middle_y, Anchor::End, number),
    ];
    let is_named_by_country = !matches!(lane.key, LaneKey::CountryTraveller(..));
    if let Some(country) = lane.key.country(chart.chronicle).filter(|_| chart.furniture.flags && is_named_by_country) {
        shapes.push(Shape::Flag { rect: flag, name: chart.chronicle.country(country).flag.clone() });
    }
    shapes
}

impl Frame<'_> {
    /// The lane at this y, by its position.
    #[must_use]
    pub fn lane_at(&self, y: f32) -> Option<usize> {
        let part = self.part_at(y);
        let mut lanes = part.chart.visible_lanes(part.areas.lanes);
        lanes.find(|(.., rect)| rect.top <= y && y < rect.bottom).map(|(position, ..)| position)
    }

    /// Whose lane stands below the nearest border between two lanes; none at the end of all.
    #[must_use]
    pub fn lane_below(&self, y: f32) -> Option<LaneKey> {
        let part = self.part_at(y);
        let mut lanes = part.chart.visible_lanes(part.areas.lanes);
        lanes.find(|(.., rect)| y < rect.middle_y()).map(|(_, lane, _)| lane.key)
    }

    /// A line on the nearest border between two lanes: where a lane that is dragged there would stand.
    #[must_use]
    pub fn lane_border(&self, y: f32) -> Vec<Shape> {
        let part = self.part_at(y);
        let lanes: Vec<_> = part.chart.visible_lanes(part.areas.lanes).collect();
        let below = lanes.iter().find(|(.., rect)| y < rect.middle_y()).map(|(.., rect)| rect.top);
        let border = below.or_else(|| lanes.last().map(|(.., rect)| rect.bottom));
        let line = |y: f32| Rect { left: 0.0, top: y - 1.0, right: self.areas.lanes.right, bottom: y + 1.0 };
        border.map(|y| Shape::filled(line(y), 0.0, Role::Selection)).into_iter().collect()
    }

    /// The name of a lane on a ground of its own, over those beside it, where not every lane has room for its name.
    #[must_use]
    pub fn name_plate(&self, position: usize, ground: Role) -> Vec<Shape> {
        let parts = self.parts();
        let mut lanes = parts.iter().flat_map(|part| part.chart.visible_lanes(part.areas.labels));
        let lane = lanes.find(|(other, ..)| *other == position);
        let Some((_, lane, rect)) = lane.filter(|_| self.chart.viewport.rows.first < NAMED_LANE) else {
            return Vec::new();
        };
        let middle_y = rect.top + self.chart.viewport.rows.first / 2.0;
        let [top, bottom] = [middle_y - PLATE / 2.0, middle_y + PLATE / 2.0];
        let plate = Rect { top, bottom, left: LEFT / 2.0, right: self.areas.labels.right };
        let pointer = Shape::filled(Rect { left: plate.right, ..rect }, 0.0, Role::RulerWash);
        let plate =
            Shape::Box { rect: plate, corner: 4.0, fill: Some(ground), stroke: Some(Stroke::solid(Role::Grid, 1.0)) };
        [plate, pointer].into_iter().chain(name(self, lane, rect, PLATE)).collect()
    }
}
