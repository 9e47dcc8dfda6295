//! What a finding is about, as little as it takes to put it into words later.

use std::{ops::Range, sync::Arc};

use super::{Code, Finding, accounts, days, offices, rows, states, stays, totals, voice::Voice, voice::narrow};
use crate::{
    data::{Place, SourceText},
    model::{Chronicle, EventIndex, SourceIndex, Tour, TripIndex},
};

/// The facts behind a finding. Accounts and leaders are given by their positions; trips stand in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    Differ {
        trip: TripIndex,
        accounts: [u32; 2],
    },
    Silent {
        trip: TripIndex,
        source: SourceIndex,
    },
    TwoCountries([TripIndex; 2]),
    /// One stay of a trip, and with how many others it cannot be.
    Crowd {
        trip: TripIndex,
        account: u32,
        others: u32,
    },
    /// All trips of these dates, the dates being those of an account of the first one.
    SameDays {
        trips: Box<[TripIndex]>,
        account: u32,
    },
    Office {
        trip: TripIndex,
        accounts: [u32; 2],
        leaders: [u32; 2],
    },
    /// The tour, and which of its legs, from 0, the first one is.
    Leg {
        trips: [TripIndex; 2],
        tour: Box<(Tour, u32)>,
    },
    OutsideLife {
        trip: TripIndex,
        account: u32,
    },
    EventOutsideLife(EventIndex),
    /// The trips are shared by all totals of the same source and country.
    Total {
        total: u32,
        trips: Arc<[TripIndex]>,
    },
    /// Two rows, swapped where the one that comes first in time is the lower one; they can be of one trip.
    OutOfOrder {
        trips: [TripIndex; 2],
        accounts: [u32; 2],
        is_swapped: bool,
    },
    Missing {
        trip: TripIndex,
        account: u32,
    },
}

impl Finding {
    /// Lines and columns are set once all findings are in order.
    pub(super) fn new(code: Code, matter: Matter, range: Range<usize>) -> Self {
        Self { matter, start: range.start, length: narrow(range.len()), line: 0, column: 0, code }
    }

    /// The trips it is about, in the order of time; none where it is about events only.
    #[must_use]
    pub fn trips(&self) -> &[TripIndex] {
        match &self.matter {
            Matter::Differ { trip, .. }
            | Matter::Silent { trip, .. }
            | Matter::Crowd { trip, .. }
            | Matter::Office { trip, .. }
            | Matter::OutsideLife { trip, .. }
            | Matter::Missing { trip, .. } => std::slice::from_ref(trip),
            Matter::OutOfOrder { trips: [first, second], .. } if first == second => std::slice::from_ref(first),
            Matter::TwoCountries(trips) | Matter::Leg { trips, .. } | Matter::OutOfOrder { trips, .. } => trips,
            Matter::SameDays { trips, .. } => trips,
            Matter::Total { trips, .. } => trips,
            Matter::EventOutsideLife(_) => &[],
        }
    }

    /// The events it is about.
    #[must_use]
    pub fn events(&self) -> &[EventIndex] {
        match &self.matter {
            Matter::EventOutsideLife(event) => std::slice::from_ref(event),
            _ => &[],
        }
    }

    /// What is the matter, in plain words; of whom, where the file tells of several travellers.
    #[must_use]
    pub fn message(&self, chronicle: &Chronicle) -> String {
        let words = self.words(Voice { chronicle }).unwrap_or_default();
        let traveller = self.trips().first().map(|&index| chronicle.trip(index).traveller);
        // A tour is named with its traveller; a source's total is about all of them.
        let is_named = matches!(self.matter, Matter::Total { .. } | Matter::Leg { .. });
        let is_of_one = 1 < chronicle.travellers.len() && !is_named;
        match traveller.filter(|_| is_of_one).and_then(|index| chronicle.traveller(index)) {
            Some(name) => format!("{name}: {words}"),
            None => words,
        }
    }

    fn words(&self, voice: Voice<'_>) -> Option<String> {
        match &self.matter {
            Matter::Differ { trip, accounts } => accounts::differ_words(voice, *trip, *accounts),
            Matter::Silent { trip, source } => Some(accounts::silent_words(voice, *trip, *source)),
            Matter::TwoCountries(trips) => Some(stays::pair_words(voice, *trips)),
            Matter::Crowd { trip, account, others } => stays::crowd_words(voice, *trip, *account, *others),
            Matter::SameDays { trips, account } => days::same_days_words(voice, trips, *account),
            Matter::Office { trip, accounts, leaders } => offices::clash_words(voice, *trip, *accounts, *leaders),
            Matter::Leg { trips, tour } => days::leg_words(voice, *trips, tour),
            Matter::OutsideLife { trip, account } => states::trip_words(voice, *trip, *account),
            Matter::EventOutsideLife(event) => states::event_words(voice, *event),
            Matter::Total { total, trips } => totals::total_words(voice, *total, trips),
            Matter::OutOfOrder { trips: [first, second], accounts: [at, second_at], is_swapped } => {
                let (above, below) = ((*first, *at), (*second, *second_at));
                let (above, below) = if *is_swapped { (below, above) } else { (above, below) };
                rows::out_of_order_words(voice, above, below)
            }
            Matter::Missing { trip, account } => rows::missing_words(voice, *trip, *account),
        }
    }

    /// Where the file says so, with the line itself.
    #[must_use]
    pub fn place(&self, text: &SourceText) -> Place {
        text.place(self.start..self.start.saturating_add(super::voice::wide(self.length)))
    }
}
