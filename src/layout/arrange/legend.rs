//! What the legend explains: what is drawn, no more.

use std::collections::BTreeSet;

use super::legend_entry::LegendEntry;
use super::shade;
use super::source_tracks::{SourceTracks, silent_sources};
use super::timeline::Timeline;
use crate::data::ColorBy;
use crate::model::{Chronicle, EventKind, Reading, SourceIndex, Trip, TripKind, TripStatus};
use crate::time::{Inexact, Span, When};

/// What there is to explain of a timeline: only what is drawn on these days.
pub(crate) fn entries(chronicle: &Chronicle, timeline: &Timeline, days: Span) -> Vec<LegendEntry> {
    let mut occurring = Occurring::default();
    for index in timeline.trips_on(days) {
        occurring.add(chronicle, timeline.reading, chronicle.trip(index));
        if occurring.is_all(chronicle, timeline) {
            break;
        }
    }
    let events = timeline.lanes.iter().flat_map(|lane| &lane.events).map(|&index| chronicle.event(index));
    let on_days = |when: &&When| when.possible().overlaps(days);
    let events: Vec<_> = events.filter_map(|event| Some((event.kind, event.when.as_ref().filter(on_days)?))).collect();
    let event_kinds: BTreeSet<EventKind> = events.iter().map(|(kind, _)| *kind).collect();
    let hollow = events.iter().any(|(_, when)| !when.is_exact());
    let mut entries: Vec<_> = match timeline.classes.by {
        ColorBy::Kind => occurring.kinds.iter().copied().map(LegendEntry::Kind).collect(),
        _ => timeline.classes.on(timeline.trips_on(days)).into_iter().map(LegendEntry::Class).collect(),
    };
    let inexact = INEXACT.into_iter().filter(|(way, _)| occurring.inexact.holds(*way));
    entries.extend(inexact.map(|(_, entry)| entry));
    if 1 < chronicle.sources.len() {
        entries.extend(occurring.source_entries(timeline.reading));
    }
    let not_confirmed = occurring.statuses.iter().copied().filter(|&status| status != TripStatus::Confirmed);
    entries.extend(not_confirmed.map(LegendEntry::Status));
    entries.extend(timeline.period.map(|_| LegendEntry::PossiblyInPeriod));
    entries.extend(event_kinds.into_iter().map(LegendEntry::Event));
    entries.extend(hollow.then_some(LegendEntry::HollowEvent));
    let folded = timeline.map.folds().iter().any(|fold| fold.overlaps(days));
    entries.extend(folded.then_some(LegendEntry::Fold));
    let toured = timeline.arrangement.draws_tours() && timeline.tours.all.iter().any(|tour| tour.days.overlaps(days));
    entries.extend(toured.then_some(LegendEntry::Tour));
    let is_shaded = |shades| shade::is_seen(shades, chronicle, &timeline.lanes, days);
    entries.extend(is_shaded(shade::without_state).then_some(LegendEntry::NoState));
    entries.extend(is_shaded(shade::out_of_office).then_some(LegendEntry::NoOffice));
    entries
}

/// What occurs among trips. What is slow to find is looked for only until it is found.
#[derive(Default)]
struct Occurring {
    kinds: BTreeSet<TripKind>,
    statuses: BTreeSet<TripStatus>,
    inexact: Inexact,
    sources: BTreeSet<SourceIndex>,
    /// Some bar has several tracks.
    split: bool,
    /// Some days are set off from the rest of their bar.
    set_off: bool,
    /// Some track is empty.
    silent: bool,
}

/// The ways in which dates are not exact, and what explains each.
const INEXACT: [(Inexact, LegendEntry); 6] = [
    (Inexact::SOFT, LegendEntry::Soft),
    (Inexact::ABOUT, LegendEntry::About),
    (Inexact::UNCERTAIN, LegendEntry::Uncertain),
    (Inexact::OPEN_END, LegendEntry::OpenEnd),
    (Inexact::EACH, LegendEntry::Each),
    (Inexact::ONE_OF, LegendEntry::OneOf),
];

impl Occurring {
    fn add(&mut self, chronicle: &Chronicle, reading: Reading, trip: &Trip) {
        self.kinds.insert(trip.kind);
        self.statuses.insert(trip.status);
        let mut tracks = 0;
        let mut last = None;
        for account in reading.accounts(trip) {
            self.inexact = self.inexact.and(account.when.inexact());
            if last != Some(account.source) {
                self.sources.insert(account.source);
                tracks += 1;
            }
            last = Some(account.source);
        }
        let knows_silence = self.silent && self.sources.len() == chronicle.sources.len();
        if !(knows_silence && self.split) {
            for source in silent_sources(chronicle, reading, trip) {
                self.silent = true;
                self.sources.insert(source);
                tracks += 1;
            }
        }
        // Two accounts of one source in between others count twice here, but not below.
        if 1 < tracks && !(self.split && self.set_off) {
            let tracks = SourceTracks::new(chronicle, reading, trip);
            self.split |= 1 < tracks.all.len();
            self.set_off |= tracks.accounts().any(|account| !tracks.set_off(account).is_empty());
        }
    }

    /// Whether there is nothing more to be seen, whatever trips come.
    fn is_all(&self, chronicle: &Chronicle, timeline: &Timeline) -> bool {
        let apart = match timeline.reading {
            Reading::Source(_) => self.sources.len() == 1,
            Reading::Agreed | Reading::Either => {
                // Nothing is agreed of a trip on which a source is silent.
                let silence = self.silent || timeline.reading == Reading::Agreed;
                let sources = self.sources.len() == chronicle.sources.len();
                chronicle.sources.len() == 1 || self.split && self.set_off && silence && sources
            }
        };
        apart
            && self.inexact.holds(chronicle.inexact)
            && self.kinds.len() == timeline.kinds.len()
            && self.statuses.len() == timeline.statuses.len()
    }

    /// The sources, and what sets their tracks apart.
    fn source_entries(&self, reading: Reading) -> impl Iterator<Item = LegendEntry> {
        let split = self.split;
        let tracks = self.sources.iter().map(move |&source| LegendEntry::Track { source, split });
        let hatch = if reading == Reading::Agreed { LegendEntry::NotAgreed } else { LegendEntry::OnlyOne };
        tracks.chain(self.set_off.then_some(hatch)).chain(self.silent.then_some(LegendEntry::Silent))
    }
}
