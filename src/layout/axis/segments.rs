//! The time between folds, and the labels that date what no period's label does.

use super::line::{GAP, Label, Line, year_texts};
use super::scale::Scale;
use crate::time::Span;

/// What is seen of the time between two folds.
pub(super) struct Segment {
    /// The days from its first to its last trip.
    pub(super) busy: Span,
    /// Its ends in pixels.
    pub(super) left: f32,
    pub(super) right: f32,
    /// From the segment before it to the one behind it, in pixels.
    room: [f32; 2],
    /// Whether it can be dated from the upper line.
    pub(super) is_dated: bool,
}

/// What is seen of the time between the folds, in order; without what is only kept unfolded beside trips out of sight.
pub(super) fn segments(scale: &Scale<'_>) -> Vec<Segment> {
    let segment = |days: Span| {
        let left = scale.x_from_day(days.start()).max(scale.left);
        let right = scale.x_from_day(days.end()).min(scale.right());
        scale.map.busy(days).map(|busy| Segment { busy, left, right, room: [left, right], is_dated: false })
    };
    let mut segments: Vec<Segment> = scale.map.unfolded(scale.days()).filter_map(segment).collect();
    let ends: Vec<[f32; 2]> = segments.iter().map(|segment| [segment.left, segment.right]).collect();
    for (at, segment) in segments.iter_mut().enumerate() {
        let before = at.checked_sub(1).map_or(scale.left, |before| ends[before][1]);
        segment.room = [before, ends.get(at + 1).map_or(scale.right(), |behind| behind[0])];
    }
    segments
}

impl Segment {
    pub(super) fn years(&self) -> [i32; 2] {
        [self.busy.start().year(), self.busy.last().year()]
    }
}

impl Line<'_> {
    /// Writes the years of a segment, in full or shortened, as near as the labels beside it allow, over nothing but the
    /// folds beside it; whether there is room.
    pub(super) fn around(&mut self, segment: &Segment, above: &[Label]) -> bool {
        let x = f32::midpoint(segment.left, segment.right);
        let (free, [left, right]) = (self.free(x), segment.room);
        let (from, to) = (left.max(free[0]), right.min(free[1]));
        let (years, is_clear) = (segment.years(), self.is_clear(segment.years()[0], x, above));
        let Some((text, width)) = self.fitting(year_texts(years, is_clear).into_iter(), to - from) else {
            return false;
        };
        self.add((x - width / 2.0).clamp(from, to - width), width, text, Some(years), true);
        true
    }

    /// Dates on this line, which is empty, each segment that is not dated: by its years, or where segments are too close
    /// to each other by one label for all years under it.
    pub(super) fn ranges(&mut self, scale: &Scale<'_>, segments: &[Segment], above: &[Label]) {
        for segment in segments.iter().filter(|segment| !segment.is_dated) {
            let is_under = |label: &Label| label.names(segment.years()) && segment.room[0] <= label.right;
            let is_named = self.labels.last().is_some_and(is_under);
            if !is_named && !self.around(segment, above) {
                self.range(scale, segments, segment, above);
            }
        }
    }

    /// Names the years that are under the text, from a segment on; at the right end together with what stands there.
    fn range(&mut self, scale: &Scale<'_>, segments: &[Segment], segment: &Segment, above: &[Label]) {
        let mut years = segment.years();
        let from = segment.room[0].max(self.free(segment.left)[0]);
        loop {
            let Some(text) = year_texts(years, self.is_clear(years[0], from, above)).pop() else { return };
            let width = self.style.width(&text, self.text_width);
            let left = from.min(self.area.right - width);
            if left < self.area.left {
                return;
            }
            let joined = self.labels.pop_if(|before| left < before.right + GAP).and_then(|before| before.years);
            let under = years_under(scale, segments, [left, left + width]);
            let named = joined
                .into_iter()
                .chain(under)
                .fold(years, |[first, last], more| [first.min(more[0]), last.max(more[1])]);
            if named == years {
                self.add(left, width, text, Some(years), true);
                return;
            }
            years = named;
        }
    }
}

/// The years of trips between two pixels: all of a segment that is not dated.
fn years_under(scale: &Scale<'_>, segments: &[Segment], [from, to]: [f32; 2]) -> Option<[i32; 2]> {
    let mut under = segments.iter().filter(|segment| from < segment.right && segment.left < to);
    let first = under.next()?;
    let last = under.next_back().unwrap_or(first);
    let year = |segment: &Segment, x: f32, undated: i32| {
        let seen = scale.day_from_x(x).clamp(segment.busy.start(), segment.busy.last());
        if segment.is_dated { seen.year() } else { undated }
    };
    Some([year(first, from, first.years()[0]), year(last, to, last.years()[1])])
}
