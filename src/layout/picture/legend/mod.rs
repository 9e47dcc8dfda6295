//! What the colours and shapes mean: only those that are shown.

mod samples;

use super::chart::{Chart, Frame, LegendExtent};
use crate::data::ColorBy;
use crate::layout::arrange::legend_entry::LegendEntry;
use crate::layout::metrics::SMALL_TEXT;
use crate::layout::scene::{Anchor, Group, Rect, Role, Target, float};
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
/// From a heading to the first entry below it, in pixels.
const HEADING_SPACE: f32 = 10.0;
/// Room below the legend of a page, in pixels.
const BELOW: f32 = 6.0;
/// Left end of the legend, in pixels.
const LEFT: f32 = 14.0;
/// A longer label is shortened, in pixels; the full name of a source is in its tooltip.
const WIDEST: f32 = 260.0;

const LABEL: Style = Style::regular(SMALL_TEXT, Role::TextMuted);

const HEADING: Style = Style::semi_bold(SMALL_TEXT, Role::TextMuted);
const MORE: Style = Style::semi_bold(SMALL_TEXT, Role::Text);

/// Something in a line of the legend.
#[derive(Clone, Copy)]
enum Item {
    Heading(&'static str),
    Entry(LegendEntry),
    /// Shows what has no room in one line, or hides it again.
    More(&'static str),
}

/// An item in its place.
struct PlacedItem {
    item: Item,
    label: String,
    /// Left end and width, in pixels.
    x: f32,
    width: f32,
    /// Lines above its own.
    line: usize,
}

/// Height of the whole legend, in pixels.
pub(crate) fn height(chart: &Chart<'_>) -> f32 {
    if !chart.timeline.arrangement.legend {
        return 0.0;
    }
    let below = if chart.furniture.scrolls { 0.0 } else { BELOW };
    placed(chart).last().map_or(1.0, |last| float(last.line + 1)) * LINE + below
}

/// The entries with their samples.
pub(crate) fn groups(frame: &Frame<'_>) -> Vec<Group> {
    let (chart, area) = (&frame.chart, frame.areas.legend);
    let mut plain = Vec::new();
    let mut groups = Vec::new();
    for PlacedItem { item, label, x, width, line } in placed(chart) {
        let middle_y = area.top + float(line) * LINE + LINE / 2.0;
        let sample = Rect::from_size(x, middle_y - SAMPLE / 2.0, SAMPLE, SAMPLE);
        let (mut shapes, text_x) = match item {
            Item::Entry(entry) => (samples::shapes(chart, entry, sample), x + SAMPLE + GAP),
            Item::Heading(_) | Item::More(_) => (Vec::new(), x),
        };
        shapes.push(item.style().centred(text_x, middle_y, Anchor::Start, label));
        let Some((target, label)) = item.target(chart) else {
            plain.append(&mut shapes);
            continue;
        };
        let hit = Rect::from_size(x, middle_y - LINE / 2.0, width, LINE).expand(2.0);
        groups.push(Group::plain(std::mem::take(&mut plain)));
        groups.push(Group::of(target, label, hit, shapes));
    }
    groups.push(Group::plain(plain));
    groups
}

impl Item {
    const fn style(self) -> Style {
        match self {
            Self::Heading(_) => HEADING,
            Self::Entry(_) => LABEL,
            Self::More(_) => MORE,
        }
    }

    /// What a click on it is for, and how that is said; in a page only a source is something to point at.
    fn target(self, chart: &Chart<'_>) -> Option<(Target, String)> {
        let is_window = chart.furniture.scrolls;
        match self {
            Self::More(words) => Some((Target::Legend, format!("{words} of the legend"))),
            Self::Entry(LegendEntry::Track { source, .. }) => {
                let click = match chart.timeline.reading {
                    Reading::Source(_) => "read all sources",
                    Reading::Agreed | Reading::Either => "read this source alone",
                };
                Some((Target::Source(source), format!("{}: {click}", chart.chronicle.source(source).name)))
            }
            Self::Entry(LegendEntry::Kind(kind)) if is_window => {
                Some((Target::Kind(kind), format!("{}: show only this kind, or all again", kind.label())))
            }
            Self::Entry(LegendEntry::Class(class)) if is_window => {
                let traveller = chart.timeline.classes.traveller(class)?;
                let name = chart.timeline.classes.name(class);
                Some((Target::Traveller(traveller), format!("{name}: show these trips, or all again")))
            }
            Self::Entry(LegendEntry::Status(status)) if is_window => {
                Some((Target::Status(status), format!("{}: hide these trips", status.label())))
            }
            Self::Entry(LegendEntry::Event(kind)) if is_window => {
                Some((Target::EventKind(kind), format!("{}: hide events", kind.label())))
            }
            Self::Entry(LegendEntry::Tour) if is_window => Some((Target::AllTours, "tours: hide them".to_owned())),
            Self::Entry(LegendEntry::Fold) if is_window => {
                Some((Target::Folds, "quiet time: unfold it, all years equally wide".to_owned()))
            }
            Self::Entry(_) | Self::Heading(_) => None,
        }
    }
}

/// What the colours tell.
fn heading(chart: &Chart<'_>) -> &'static str {
    match chart.timeline.classes.by {
        ColorBy::Kind => "Kind",
        ColorBy::Traveller => "Traveller",
        ColorBy::Source => "Source",
        ColorBy::Group => "Group",
        ColorBy::Length => "Length",
        ColorBy::Certainty => "Dates",
    }
}

/// What there is to explain, in the order of the legend; in a window in two groups.
fn items(chart: &Chart<'_>) -> Vec<Item> {
    let is_drawn = |entry: &&LegendEntry| !chart.has_single_rows() || entry.is_beside_bars();
    let before = (!chart.highlights.before.is_empty()).then_some(LegendEntry::Before);
    let entries = before.into_iter().chain(chart.timeline.legend.iter().filter(is_drawn).copied());
    if !chart.furniture.scrolls {
        let of_blocks = [LegendEntry::Block, LegendEntry::Disputed].into_iter().filter(|_| chart.has_single_rows());
        let marked = chart.highlights.marked_stays().next().map(|_| LegendEntry::Encounter);
        return entries.chain(of_blocks).chain(marked).map(Item::Entry).collect();
    }
    // What depends on the zoom, the search and the selection is explained always.
    let several = chart.chronicle.has_several_travellers().then_some(LegendEntry::Encounter);
    let entries = entries.chain([LegendEntry::Block, LegendEntry::Disputed, LegendEntry::Found]).chain(several);
    let (what, how): (Vec<_>, Vec<_>) = entries
        .partition(|entry| matches!(entry, LegendEntry::Kind(_) | LegendEntry::Class(_) | LegendEntry::Event(_)));
    let group = |name, entries: Vec<LegendEntry>| {
        let heading = (!entries.is_empty()).then_some(Item::Heading(name));
        heading.into_iter().chain(entries.into_iter().map(Item::Entry))
    };
    group(heading(chart), what).chain(group("How sure", how)).collect()
}

/// The items from left to right, line by line; where only one line is asked for, as many as it has room for.
fn placed(chart: &Chart<'_>) -> Vec<PlacedItem> {
    if !chart.timeline.arrangement.legend || chart.chronicle.is_empty() {
        return Vec::new();
    }
    let room = WIDEST.min(chart.viewport.width - LEFT - SAMPLE - GAP);
    let (mut next_x, mut line) = (LEFT, 0);
    let mut place = |item: Item| {
        let (text, sample) = match item {
            Item::Heading(name) | Item::More(name) => (name.to_owned(), 0.0),
            Item::Entry(entry) => (label(chart, entry), SAMPLE + GAP),
        };
        let label = item.style().fit(&text, room, chart.text_width).unwrap_or_default();
        let width = sample + item.style().width(&label, chart.text_width);
        if chart.viewport.width < next_x + width && LEFT < next_x {
            (next_x, line) = (LEFT, line + 1);
        }
        let x = next_x;
        next_x += width + if sample <= 0.0 { HEADING_SPACE } else { SPACE };
        PlacedItem { item, label, x, width, line }
    };
    let mut all: Vec<PlacedItem> = items(chart).into_iter().map(&mut place).collect();
    if chart.furniture.scrolls && all.last().is_some_and(|last| 0 < last.line) {
        if chart.furniture.legend == LegendExtent::Whole {
            all.push(place(Item::More("less")));
            return all;
        }
        let more = MORE.width("more", chart.text_width) + 2.0 * LEFT;
        let has_room = |placed: &PlacedItem| placed.line == 0 && placed.x + placed.width + more < chart.viewport.width;
        all.retain(has_room);
        // A heading alone would explain nothing.
        all.truncate(all.iter().rposition(|placed| matches!(placed.item, Item::Entry(_))).map_or(0, |last| last + 1));
        let x = all.last().map_or(LEFT, |last| last.x + last.width + SPACE);
        let (label, width) = ("more".to_owned(), MORE.width("more", chart.text_width));
        all.push(PlacedItem { item: Item::More("more"), label, x, width, line: 0 });
    }
    all
}

/// What an entry is called.
fn label(chart: &Chart<'_>, entry: LegendEntry) -> String {
    match entry {
        LegendEntry::Kind(kind) => kind.label().to_owned(),
        LegendEntry::Class(class) => chart.timeline.classes.name(class).to_owned(),
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
        LegendEntry::PossiblyInPeriod => "perhaps on other days".to_owned(),
        LegendEntry::Event(kind) => kind.label().to_owned(),
        LegendEntry::HollowEvent => "hollow: day unknown".to_owned(),
        LegendEntry::Fold => "quiet time".to_owned(),
        LegendEntry::Tour => "tour".to_owned(),
        LegendEntry::NoState => "before or after the state".to_owned(),
        LegendEntry::NoOffice => "not in office".to_owned(),
        LegendEntry::Block => "trips that begin close together".to_owned(),
        LegendEntry::Disputed => "some of them disputed".to_owned(),
        LegendEntry::Found => "found by the search".to_owned(),
        LegendEntry::Encounter => "encounter of the selected".to_owned(),
        LegendEntry::Before => "before".to_owned(),
    }
}
