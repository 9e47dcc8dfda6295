//! What a figure shows, in words, so that it can stand alone in a book.

use std::collections::BTreeSet;

use crate::export::summary::{data_line, summary};
use crate::export::view::{View, ViewExtent};
use crate::layout::{LegendEntry, Timeline};
use crate::model::{Chronicle, Document, FilterResult, LaneKey, Reading, Tours};
use crate::text::count;
use crate::time::{Months, Span, format_decade};

/// What of a figure has no room on its sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// Lanes, of how many there are, and the trips in them.
    pub(super) lanes: usize,
    pub(super) of_lanes: usize,
    pub(super) trips: usize,
    /// Lanes of which the name is cut.
    pub(super) cut_names: usize,
}

impl LeftOut {
    /// In words: which lanes are drawn, and how many names are cut; none where nothing is left out.
    pub(super) fn describe(self) -> Vec<String> {
        let lanes = (0 < self.lanes).then(|| {
            let (drawn, trips) = (self.of_lanes - self.lanes, count(self.trips, "trip", "trips"));
            format!("only the {drawn} of {} lanes with the most trips drawn, {trips} of the others not", self.of_lanes)
        });
        let names = || format!("{} cut", count(self.cut_names, "name of a lane", "names of lanes"));
        lanes.into_iter().chain((0 < self.cut_names).then(names)).collect()
    }
}

/// The paragraphs below a figure: what is shown and hidden, the sources in full, data and program.
///
/// `is_whole` tells that the timeline was made from just what is shown, so that its tours are those to be counted.
pub(super) fn paragraphs(
    document: &Document,
    view: &View,
    shown: &FilterResult,
    timeline: &Timeline,
    is_whole: bool,
    left_out: LeftOut,
) -> Vec<String> {
    let chronicle = &document.chronicle;
    let days = view.filter.period.or(view.seen.and_then(ViewExtent::days));
    let mut facts = facts(chronicle, view, shown, days, left_out.describe());
    let undated = shown.events.iter().filter(|&&index| chronicle.event(index).when.is_none()).count();
    if 0 < undated {
        facts.push(format!("{} without a date not drawn", count(undated, "event", "events")));
    }
    facts.extend(moved(chronicle, timeline));
    if timeline.arrangement.draws_tours() {
        let anew = || Tours::new(chronicle, shown, timeline.arrangement.most_days_between);
        let anew = (!is_whole).then(anew);
        let tours = anew.as_ref().unwrap_or(&timeline.tours);
        facts.extend((!tours.all.is_empty()).then(|| tours.summary()));
    }
    facts.extend(timeline.legend.contains(&LegendEntry::Fold).then(|| "quiet times folded".to_owned()));
    with_sources(document, shown, &facts)
}

/// The same below a chart of the statistics; `cut` says what of it is not drawn.
pub(super) fn of_chart(document: &Document, view: &View, shown: &FilterResult, cut: Vec<String>) -> Vec<String> {
    with_sources(document, shown, &facts(&document.chronicle, view, shown, view.filter.period, cut))
}

/// On which days, whom to believe, what is shown, hidden and left out, and what was asked for.
fn facts(
    chronicle: &Chronicle,
    view: &View,
    shown: &FilterResult,
    days: Option<Span>,
    left_out: Vec<String>,
) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(days.map(|days| days.format(Months::Full)));
    facts.push(summary(chronicle, shown));
    facts.extend(left_out);
    facts.extend(chosen(chronicle, view));
    facts
}

/// The facts, the sources in full, data and program.
fn with_sources(document: &Document, shown: &FilterResult, facts: &[String]) -> Vec<String> {
    let mut data = vec![data_line(document)];
    data.extend(document.left_out.describe());
    let mut paragraphs = vec![facts.join(" · ")];
    paragraphs.extend(sources(&document.chronicle, shown.reading));
    paragraphs.push(data.join(" · "));
    paragraphs
}

/// Which lanes are drawn at other days than theirs, and how far.
fn moved(chronicle: &Chronicle, timeline: &Timeline) -> Option<String> {
    let lane = timeline.lanes.iter().find(|lane| lane.heading.is_none() && lane.moved_days.is_some())?;
    let words = lane.moved_words()?;
    Some(format!("{} {words}", lane.key.name(chronicle, timeline.arrangement.names)))
}

/// Which part of the file was asked for; what that hides is counted in the summary.
fn chosen(chronicle: &Chronicle, view: &View) -> Vec<String> {
    let filter = &view.filter;
    let mut words = Vec::new();
    if !filter.decades.is_empty() {
        let decades: Vec<_> = filter.decades.iter().map(|&decade| format_decade(decade)).collect();
        words.push(format!("only {}", decades.join(", ")));
    }
    if !filter.countries.is_empty() {
        let names: Vec<_> = filter.countries.iter().map(|&country| chronicle.country(country).name.as_str()).collect();
        words.push(format!("only {}", names.join(", ")));
    }
    if !filter.travellers.is_empty() {
        let names: Vec<_> = filter.travellers.iter().filter_map(|&traveller| chronicle.traveller(traveller)).collect();
        words.push(format!("only {}", names.join(", ")));
    }
    let lanes = |lanes: &BTreeSet<LaneKey>| {
        let names: Vec<_> = lanes.iter().map(|lane| lane.name(chronicle, view.arrangement.names)).collect();
        names.join(", ")
    };
    words.extend((!filter.only_lanes.is_empty()).then(|| format!("only {}", lanes(&filter.only_lanes))));
    words.extend((!filter.hidden_lanes.is_empty()).then(|| format!("without {}", lanes(&filter.hidden_lanes))));
    if !filter.kinds.is_empty() {
        let kinds: Vec<_> = filter.kinds.iter().map(|kind| kind.label()).collect();
        words.push(format!("only {}", kinds.join(", ")));
    }
    if !filter.lengths.is_empty() {
        let lengths: Vec<_> = filter.lengths.iter().map(|length| length.label()).collect();
        words.push(format!("only stays of {}", lengths.join(", ")));
    }
    words.extend((!filter.search.is_empty()).then(|| format!("only what tells of “{}”", filter.search)));
    words.extend(filter.disputed_only.then(|| "only trips in dispute".to_owned()));
    words
}

/// The sources that the reading includes, in full; `None` where the file names none.
fn sources(chronicle: &Chronicle, reading: Reading) -> Option<String> {
    let included = chronicle.indexed_sources().filter(|(index, _)| reading.includes(*index));
    let words: Vec<String> = included
        .map(|(_, source)| source)
        // A file with one source need not say what it is called.
        .filter(|source| !source.citation.is_empty() || 1 < chronicle.sources.len())
        .map(|source| match source.citation.as_str() {
            "" => source.name.clone(),
            citation => format!("{}: {}", source.name, citation.trim_end_matches('.')),
        })
        .collect();
    let heading = if words.len() == 1 { "Source" } else { "Sources" };
    (!words.is_empty()).then(|| format!("{heading}: {}.", words.join("; ")))
}
