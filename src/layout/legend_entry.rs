//! What the legend explains: what is drawn, no more.

use std::collections::BTreeSet;

use super::{Timeline, states, tracks::Tracks};
use crate::{
    model::{Chronicle, EventKind, Kind, Reading, SourceIndex, Status},
    time::{OpenEnds, Qualifier, SetKind, Span, When},
};

/// Something drawn that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// The colour of a kind of trip.
    Kind(Kind),
    /// A block that fades: the day is not known.
    Soft,
    /// A block with blurred ends: the date is approximate.
    About,
    /// A hatched block: the date is uncertain.
    Uncertain,
    /// An arrow: the start or the end has no date.
    OpenEnd,
    /// Blocks on a line: each of several dates.
    Each,
    /// Blocks on a dotted line: one of several dates.
    OneOf,
    /// The colour of a source, and its place where bars have a track per source.
    Track {
        /// Whose.
        source: SourceIndex,
        /// Whether some bar has several tracks.
        split: bool,
    },
    /// Lines over the days that only one source gives.
    OnlyOne,
    /// Lines in place of the days that the sources do not agree on.
    NotAgreed,
    /// The empty track of a source that should tell of a trip and does not.
    Silent,
    /// The outline of trips that are not confirmed.
    Status(Status),
    /// The mark of an event.
    Event(EventKind),
    /// The hollow mark of an event whose day is not known.
    HollowEvent,
    /// A stretch of folded time.
    Fold,
    /// The thread of a tour.
    Tour,
    /// The part of a lane before or after its state.
    NoState,
}

/// What there is to explain of a timeline: only what is drawn on these days.
pub(super) fn entries(chronicle: &Chronicle, timeline: &Timeline, days: Span) -> Vec<LegendEntry> {
    let trips: Vec<_> = timeline.trips_on(days).map(|index| chronicle.trip(index)).collect();
    let trips = || trips.iter().copied();
    let kinds: BTreeSet<Kind> = trips().map(|trip| trip.kind).collect();
    let events = timeline.lanes.iter().flat_map(|lane| &lane.events).map(|&index| chronicle.event(index));
    let on_days = |when: &&When| when.possible().overlaps(days);
    let seen: Vec<_> = events.filter_map(|event| Some((event.kind, event.when.as_ref().filter(on_days)?))).collect();
    let event_kinds: BTreeSet<EventKind> = seen.iter().map(|(kind, _)| *kind).collect();
    let hollow = seen.iter().any(|(_, when)| !when.is_exact());
    let statuses: BTreeSet<Status> = trips().map(|trip| trip.status).collect();
    let mut entries: Vec<_> = kinds.into_iter().map(LegendEntry::Kind).collect();
    let tracks: Vec<_> = trips().map(|trip| Tracks::new(chronicle, timeline.reading, trip)).collect();
    entries.extend(date_entries(&tracks));
    entries.extend(source_entries(chronicle, timeline.reading, &tracks));
    entries.extend(statuses.into_iter().filter(|&status| status != Status::Confirmed).map(LegendEntry::Status));
    entries.extend(event_kinds.into_iter().map(LegendEntry::Event));
    entries.extend(hollow.then_some(LegendEntry::HollowEvent));
    let folded = timeline.map.folds().iter().any(|fold| fold.overlaps(days));
    entries.extend(folded.then_some(LegendEntry::Fold));
    let toured = timeline.arrangement.tours && timeline.tours.all.iter().any(|tour| tour.days.overlaps(days));
    entries.extend(toured.then_some(LegendEntry::Tour));
    entries.extend(states::are_washed(chronicle, &timeline.lanes, days).then_some(LegendEntry::NoState));
    entries
}

/// The ways in which dates are not exact.
fn date_entries(tracks: &[Tracks<'_>]) -> impl Iterator<Item = LegendEntry> {
    let accounts = tracks.iter().flat_map(Tracks::told).flat_map(|track| &track.accounts);
    let inexact: Vec<&When> = accounts.map(|account| &account.when).filter(|when| !when.is_exact()).collect();
    let entry = |entry: LegendEntry, test: fn(&When) -> bool| inexact.iter().any(|when| test(when)).then_some(entry);
    let entries = [
        entry(LegendEntry::Soft, |when| {
            when.qualifier() == Qualifier::default()
                && match when.members() {
                    Some((kind, members)) => kind == SetKind::All && members.iter().any(|days| 1 < days.days()),
                    None => when.certain() != Some(when.possible()),
                }
        }),
        entry(LegendEntry::About, |when| when.qualifier().approximate),
        entry(LegendEntry::Uncertain, |when| when.qualifier().uncertain),
        entry(LegendEntry::OpenEnd, |when| when.open_ends() != OpenEnds::default()),
        entry(LegendEntry::Each, |when| when.members().is_some_and(|(kind, _)| kind == SetKind::All)),
        entry(LegendEntry::OneOf, |when| when.members().is_some_and(|(kind, _)| kind == SetKind::One)),
    ];
    entries.into_iter().flatten()
}

/// The sources, and what sets their tracks apart.
fn source_entries(chronicle: &Chronicle, reading: Reading, tracks: &[Tracks<'_>]) -> Vec<LegendEntry> {
    if chronicle.sources.len() < 2 {
        return Vec::new();
    }
    let split = tracks.iter().any(|tracks| 1 < tracks.all.len());
    let sources: BTreeSet<SourceIndex> =
        tracks.iter().flat_map(|tracks| &tracks.all).map(|track| track.source).collect();
    let mut entries: Vec<_> = sources.into_iter().map(|source| LegendEntry::Track { source, split }).collect();
    let set_off = tracks.iter().any(|tracks| {
        tracks.told().flat_map(|track| &track.accounts).any(|account| !tracks.set_off(account).is_empty())
    });
    let hatch = if reading == Reading::Agreed { LegendEntry::NotAgreed } else { LegendEntry::OnlyOne };
    let silent = tracks.iter().flat_map(|tracks| &tracks.all).any(|track| track.accounts.is_empty());
    entries.extend(set_off.then_some(hatch));
    entries.extend(silent.then_some(LegendEntry::Silent));
    entries
}
