//! Findings: where the sources contradict each other or themselves. Nothing is ever corrected by itself.

mod accounts;
mod cells;
mod comparison;
mod days;
mod desk;
mod offices;
mod report;
mod rows;
mod states;
mod totals;

use std::collections::BTreeSet;

pub use comparison::{Class, Comparison};
pub use report::{COLUMNS, row, table};

use super::{Chronicle, EventIndex, TripIndex, chronicle::words};
use crate::data::{Place, Severity, SourceText};
use desk::Desk;

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

/// All findings of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// In the order of the file.
    pub all: Vec<Finding>,
    /// The trips of a finding that [disputes](Code::disputes) when, where or whom he visited.
    pub disputed: BTreeSet<TripIndex>,
}

impl Code {
    /// How much it weighs.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::TwoCountriesOneDay | Self::TotalDiffers | Self::OutsideStateLife | Self::ImpossibleLeg => {
                Severity::Warning
            }
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
            Self::TotalDiffers | Self::TotalNeedsInference | Self::MissingCell | Self::OutOfOrder => false,
        }
    }
}

/// What looks for findings, each for one or two sorts of them.
const CHECKS: [fn(&Desk<'_>) -> Vec<Finding>; 10] = [
    accounts::differ,
    accounts::silent,
    days::two_countries,
    days::same_days,
    days::impossible_legs,
    totals::totals,
    offices::clashes,
    rows::missing_cells,
    rows::out_of_order,
    states::outside_life,
];

impl Findings {
    /// Looks for everything a historian should look at.
    #[must_use]
    pub fn new(chronicle: &Chronicle, text: &SourceText) -> Self {
        let desk = Desk { chronicle, text };
        let mut all: Vec<Finding> = CHECKS.iter().flat_map(|check| check(&desk)).collect();
        all.sort_by(|a, b| a.order().cmp(&b.order()));
        let disputes = all.iter().filter(|finding| finding.code.disputes());
        let disputed = disputes.flat_map(|finding| &finding.trips).copied().collect();
        Self { all, disputed }
    }
}

impl Finding {
    fn order(&self) -> (usize, usize, Code, &[TripIndex], &str) {
        (self.place.line, self.place.column, self.code, &self.trips, &self.message)
    }
}
