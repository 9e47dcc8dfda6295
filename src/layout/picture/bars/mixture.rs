//! What a block of several trips is made of: the classes of its trips as bands, each as high as its share.

use std::cmp::Reverse;

use smallvec::SmallVec;

use crate::layout::arrange::classes::MOST_COLORS;
use crate::layout::picture::chart::Frame;
use crate::layout::scene::{Rect, Role, float};
use crate::model::TripSpan;
use crate::text::grouped;

/// How many trips each class has.
type Counts = [usize; MOST_COLORS as usize + 1];

fn counts<'a>(frame: &Frame<'_>, trips: impl Iterator<Item = &'a TripSpan>) -> Counts {
    let mut counts = Counts::default();
    for span in trips {
        counts[usize::from(frame.chart.timeline.classes.of_trip(span.trip).min(MOST_COLORS))] += 1;
    }
    counts
}

/// The classes that there are any trips of, with how many, the largest first.
fn classes(counts: Counts) -> SmallVec<[(u8, usize); 4]> {
    let mut classes: SmallVec<[(u8, usize); 4]> = (0..).zip(counts).filter(|(_, count)| 0 < *count).collect();
    classes.sort_by_key(|&(class, count)| (Reverse(count), class));
    classes
}

/// So many classes of a block are told.
const MOST_TOLD: usize = 4;

/// The classes of a block in words, behind a colon: `: state visit 30, treaty 7`; empty where there is only one.
pub(crate) fn describe<'a>(frame: &Frame<'_>, trips: impl Iterator<Item = &'a TripSpan>) -> String {
    let classes = classes(counts(frame, trips));
    if classes.len() < 2 {
        return String::new();
    }
    let told = classes.iter().take(MOST_TOLD);
    let words = told.map(|&(class, count)| format!("{} {}", frame.chart.timeline.classes.name(class), grouped(count)));
    let rest: usize = classes.iter().skip(MOST_TOLD).map(|(_, count)| count).sum();
    let rest = (0 < rest).then(|| format!("{} more", grouped(rest)));
    format!(": {}", words.chain(rest).collect::<Vec<_>>().join(", "))
}

/// The least height of a band, in pixels.
const LEAST_BAND: f32 = 2.0;

/// The bands of a block, the largest class at the top: a low block shows its largest classes alone.
pub(crate) fn bands<'a>(
    frame: &Frame<'_>,
    trips: impl Iterator<Item = &'a TripSpan>,
    block: Rect,
) -> SmallVec<[(Role, Rect); 4]> {
    let (role, counts) = (|class| frame.chart.timeline.classes.role(class), counts(frame, trips));
    if block.height() < 2.0 * LEAST_BAND {
        let largest = (0..).zip(counts).max_by_key(|&(class, count)| (count, Reverse(class)));
        return largest.into_iter().map(|(class, _)| (role(class), block)).collect();
    }
    let mut classes = classes(counts);
    while 1 < classes.len() && block.height() < LEAST_BAND * float(classes.len()) {
        classes.pop();
    }
    let all: usize = classes.iter().map(|(_, count)| count).sum();
    let least = LEAST_BAND.min(block.height());
    let spare = block.height() - least * float(classes.len());
    let mut top = block.top;
    let mut bands: SmallVec<[(Role, Rect); 4]> = SmallVec::new();
    for (class, count) in classes {
        let bottom = top + least + spare * float(count) / float(all.max(1));
        bands.push((role(class), Rect { top, bottom, ..block }));
        top = bottom;
    }
    if let Some((_, last)) = bands.last_mut() {
        last.bottom = block.bottom;
    }
    bands
}
