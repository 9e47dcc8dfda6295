//! What a finding is about, as little as it takes to put it into words later.

use std::ops::Range;
use std::sync::Arc;

use crate::data::vocabulary::vocabulary;
use crate::data::{SourceText, TextPlace};
use crate::model::facts::{EventIndex, SourceIndex, TripIndex};
use crate::model::query::Tour;

/// Up to so many of a kind are told one by one. Beyond that they are counted, so that neither the findings of a careless
/// file nor the words of one finding grow without end.
pub(super) const MOST: usize = 8;

/// Something about the facts that a historian should look at.
///
/// It is put into words when they are asked for: a file can have a million of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(super) details: FindingDetails,
    /// Where the file says so, in bytes.
    start: usize,
    length: u32,
    /// The line where the file says so, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What sort.
    pub code: Code,
}

vocabulary!(
    /// The sorts of findings, the weightiest first. The key is a contract.
    ///
    /// A date that ends before it starts is none of them: the reader leaves its trip out and reports a problem,
    /// `end-before-start`.
    Code {
        /// Two sources give a trip different days.
        AccountsDiffer = "accounts-differ", "accounts differ";
        /// A source that covers a trip does not tell of it.
        SourceSilent = "source-silent", "a source is silent";
        /// He is said to be in two countries, beyond a day of travel.
        TwoCountriesOneDay = "two-countries-one-day", "two countries on one day";
        /// The same days of two years, in the same country.
        SameDaysTwoYears = "same-days-two-years", "same days in two years";
        /// Two accounts give a leader different offices.
        OfficeClash = "office-clash", "offices clash";
        /// A leg of a tour begins before the leg before it has ended.
        ImpossibleLeg = "impossible-leg", "impossible leg";
        /// Something is dated before the state began or after it ended.
        OutsideStateLife = "outside-state-life", "outside the life of the state";
        /// A source's own total is not what its rows come to.
        TotalDiffers = "total-differs", "total differs";
        /// A source's rows are not in the order of time.
        OutOfOrder = "out-of-order", "out of order";
        /// A source's own total holds only with rows whose country was restored.
        TotalNeedsInference = "total-needs-inference", "total needs inference";
        /// A source leaves out country, place or leader.
        MissingCell = "missing-cell", "missing cell";
    }
);

vocabulary!(
    /// What findings are about, the weightiest first.
    FindingGroup {
        /// Sources that cannot all be right.
        Contradictions = "contradictions", "Contradictions";
        /// Totals that a source states.
        Totals = "totals", "Totals";
        /// What a source leaves out or puts elsewhere.
        Gaps = "gaps", "Gaps and order";
    }
);

impl Code {
    /// What it is about.
    #[must_use]
    pub const fn group(self) -> FindingGroup {
        match self {
            Self::AccountsDiffer
            | Self::SourceSilent
            | Self::TwoCountriesOneDay
            | Self::SameDaysTwoYears
            | Self::OfficeClash
            | Self::ImpossibleLeg
            | Self::OutsideStateLife => FindingGroup::Contradictions,
            Self::TotalDiffers | Self::TotalNeedsInference => FindingGroup::Totals,
            Self::OutOfOrder | Self::MissingCell => FindingGroup::Gaps,
        }
    }
}

/// What a check found, by bytes of the file.
pub(super) struct Found {
    pub(super) code: Code,
    pub(super) details: FindingDetails,
    pub(super) start: usize,
    length: u32,
}

impl Found {
    pub(super) fn new(code: Code, details: FindingDetails, range: Range<usize>) -> Self {
        Self { code, details, start: range.start, length: narrow(range.len()) }
    }
}

/// The facts behind a finding. Accounts and leaders are given by their positions; trips stand in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FindingDetails {
    AccountsDiffer {
        trip: TripIndex,
        accounts: [u32; 2],
    },
    /// One of the silent sources; for how many others it stands, where there are very many.
    SourceSilent {
        trip: TripIndex,
        source: SourceIndex,
        others: u32,
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
    OfficeClash {
        trip: TripIndex,
        accounts: [u32; 2],
        leaders: [u32; 2],
    },
    /// The tour, and which of its legs, from 0, the first one is.
    ImpossibleLeg {
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
    MissingCell {
        trip: TripIndex,
        account: u32,
        usual: UsualCells,
    },
}

/// Which cells a source fills in most of its rows, so that an empty one is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UsualCells {
    pub(super) place: bool,
    pub(super) leader: bool,
    pub(super) leader_name: bool,
}

impl FindingDetails {
    /// The trips a finding is about, in the order of time; none where it is about events only.
    pub(super) fn trips(&self) -> &[TripIndex] {
        match self {
            Self::AccountsDiffer { trip, .. }
            | Self::SourceSilent { trip, .. }
            | Self::Crowd { trip, .. }
            | Self::OfficeClash { trip, .. }
            | Self::OutsideLife { trip, .. }
            | Self::MissingCell { trip, .. } => std::slice::from_ref(trip),
            Self::OutOfOrder { trips: [first, second], .. } if first == second => std::slice::from_ref(first),
            Self::TwoCountries(trips) | Self::ImpossibleLeg { trips, .. } | Self::OutOfOrder { trips, .. } => trips,
            Self::SameDays { trips, .. } => trips,
            Self::Total { trips, .. } => trips,
            Self::EventOutsideLife(_) => &[],
        }
    }
}

impl Finding {
    /// A finding at a line and column, both from 1.
    pub(super) fn new(found: Found, line: usize, column: usize) -> Self {
        let Found { code, details, start, length } = found;
        Self { details, start, length, line: narrow(line), column: narrow(column), code }
    }

    /// The trips it is about, in the order of time; none where it is about events only.
    #[must_use]
    pub fn trips(&self) -> &[TripIndex] {
        self.details.trips()
    }

    /// The events it is about.
    #[must_use]
    pub fn events(&self) -> &[EventIndex] {
        match &self.details {
            FindingDetails::EventOutsideLife(event) => std::slice::from_ref(event),
            _ => &[],
        }
    }

    /// Where the file says so, with the line itself.
    #[must_use]
    pub fn place(&self, text: &SourceText) -> TextPlace {
        text.place(self.start..self.start.saturating_add(wide(self.length)))
    }
}

/// A position as findings keep it. Beyond `u32` there is none: a file of that many items does not fit into memory.
pub(super) fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// The position that [`narrow`] kept.
pub(super) fn wide(position: u32) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
