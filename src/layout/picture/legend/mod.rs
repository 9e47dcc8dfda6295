//! What the colours and shapes mean: only those that are shown.

mod samples;

use super::chart::{Chart, Frame};
use crate::layout::arrange::legend_entry::LegendEntry;
use crate::layout::scene::{Anchor, Group, Rect, Role, Target};
use crate::layout::text::Style;
use crate::model::Reading;

/// Height of a line of the legend, in pixels.
const LINE: f32 = 24.0;
/// Side of a sample, in pixels.
const SAMPLE: f32 = 12.0;
/// From a sample to its label, in pixels.
const GAP: f32 = 8.0;
/// From an entry to the next, in pixels.
const SPACE: f32 = 20.0;
/// Left end of the legend, in pixels.
const LEFT: f32 = 14.0;
/// A longer label is shortened, in pixels; the full name of a source is in its tooltip.
const WIDEST: f32 = 260.0;

const LABEL: Style = Style::regular(11.5, Role::TextMuted);

/// An entry in its place.
struct PlacedEntry {
    entry: LegendEntry,
    label: String,
    /// Left end and width, in pixels.
    x: f32,
    width: f32,
    /// Lines above its own.
    line: f32,
}

/// Height of the whole legend, in pixels.
pub(crate) fn height(chart: &Chart<'_>) -> f32 {
    if !chart.timeline.arrangement.legend {
        return 0.0;
    }
    placed(chart).last().map_or(1.0, |last| last.line + 1.0) * LINE + 6.0
}

/// The entries with their samples.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let (chart, area) = (&frame.chart, frame.areas.legend);
    let mut plain = Vec::new();
    let mut groups = Vec::new();
    for PlacedEntry { entry, label, x, width, line } in placed(chart) {
        let middle_y = area.top + line * LINE + LINE / 2.0;
        let sample = Rect::from_size(x, middle_y - SAMPLE / 2.0, SAMPLE, SAMPLE);
        let mut shapes = samples::shapes(chart, entry, sample);
        shapes.push(LABEL.centred(x + SAMPLE + GAP, middle_y, Anchor::Start, label));
        let LegendEntry::Track { source, .. } = entry else {
            plain.append(&mut shapes);
            continue;
        };
        let click = match chart.timeline.reading {
            Reading::Source(_) => "read all sources",
            Reading::Agreed | Reading::Either => "read this source alone",
        };
        let label = format!("{}: {click}", chart.chronicle.source(source).name);
        let hit = Rect::from_size(x, middle_y - LINE / 2.0, width, LINE).expand(2.0);
        groups.push(Group::plain(std::mem::take(&mut plain)));
        groups.push(Group::of(Target::Source(source), label, hit, shapes));
    }
    groups.push(Group::plain(plain));
    groups
}

/// The entries from left to right, line by line.
fn placed(chart: &Chart<'_>) -> Vec<PlacedEntry> {
    if !chart.timeline.arrangement.legend {
        return Vec::new();
    }
    let blocks: &[_] = if chart.has_single_rows() { &[LegendEntry::Block, LegendEntry::Disputed] } else { &[] };
    let is_drawn = |entry: &&LegendEntry| !chart.has_single_rows() || entry.is_beside_bars();
    let room = WIDEST.min(chart.viewport.width - LEFT - SAMPLE - GAP);
    let (mut next_x, mut line) = (LEFT, 0.0);
    let place = |&entry: &LegendEntry| {
        let label = LABEL.fit(&label(chart, entry), room, chart.text_width).unwrap_or_default();
        let width = SAMPLE + GAP + LABEL.width(&label, chart.text_width);
        if chart.viewport.width < next_x + width && LEFT < next_x {
            (next_x, line) = (LEFT, line + 1.0);
        }
        let x = next_x;
        next_x += width + SPACE;
        PlacedEntry { entry, label, x, width, line }
    };
    blocks.iter().chain(chart.timeline.legend.iter().filter(is_drawn)).map(place).collect()
}

/// What an entry is called.
fn label(chart: &Chart<'_>, entry: LegendEntry) -> String {
    match entry {
        LegendEntry::Kind(kind) => kind.label().to_owned(),
        LegendEntry::Soft => "day unknown".to_owned(),
        LegendEntry::About => "about".to_owned(),
        LegendEntry::Uncertain => "uncertain".to_owned(),
        LegendEntry::OpenEnd => "open end".to_owned(),
        LegendEntry::Each => "each of several dates".to_owned(),
        LegendEntry::OneOf => "one of several dates".to_owned(),
        LegendEntry::Track { source, split } => {
            let name = &chart.chronicle.source(source).name;
            match (split && chart.chronicle.sources.len() == 2, source.position()) {
                (true, 0) => format!("upper: {name}"),
                (true, _) => format!("lower: {name}"),
                (false, _) => name.clone(),
            }
        }
        LegendEntry::OnlyOne => "only one source".to_owned(),
        LegendEntry::NotAgreed => "not agreed".to_owned(),
        LegendEntry::Silent => "source silent".to_owned(),
        LegendEntry::Status(status) => status.label().to_owned(),
        LegendEntry::Event(kind) => kind.label().to_owned(),
        LegendEntry::HollowEvent => "hollow: day unknown".to_owned(),
        LegendEntry::Fold => "quiet time".to_owned(),
        LegendEntry::Tour => "tour".to_owned(),
        LegendEntry::NoState => "before or after the state".to_owned(),
        LegendEntry::Block => "trips that begin close together".to_owned(),
        LegendEntry::Disputed => "some of them disputed".to_owned(),
    }
}
