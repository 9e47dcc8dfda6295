//! Findings: where the sources contradict each other or themselves. Nothing is ever corrected by itself.

mod accounts;
mod cells;
mod comparison;
mod days;
mod desk;
mod matter;
mod offices;
mod report;
mod rows;
mod states;
mod stays;
mod totals;
mod voice;

pub use comparison::{Class, Comparison};
pub use report::{COLUMNS, row, table};

use super::{Chronicle, TripIndex, TripSet, chronicle::words, parallel};
use crate::data::{Severity, SourceText};
use desk::Desk;
use matter::Matter;
use voice::{narrow, wide};

/// Up to so many of a kind are told one by one. Beyond that they are counted, so that neither the findings of a careless
/// file nor the words of one finding grow without end.
const MOST: usize = 8;

/// Something about the facts that a historian should look at.
///
/// It is put into words when they are asked for: a file can have a million of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    matter: Matter,
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
    pub disputed: TripSet,
    /// Each of those trips beside the position of a finding that disputes it, in order.
    by_trip: Vec<(TripIndex, u32)>,
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
    stays::two_countries,
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
        let worth = parallel::WORTH_THREADS <= chronicle.trips.len();
        let found = parallel::map(CHECKS.len(), worth, |check| CHECKS[check](&Desk::new(chronicle, text)));
        let mut all: Vec<Finding> = found.into_iter().flatten().collect();
        let by_words = |a: &Finding, b: &Finding| a.message(chronicle).cmp(&b.message(chronicle));
        all.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| by_words(a, b)));
        locate(&mut all, text.as_str());
        let disputes = (0..).zip(&all).filter(|(_, finding)| finding.code.disputes());
        let mut by_trip: Vec<(TripIndex, u32)> = disputes
            .flat_map(|(position, finding)| finding.trips().iter().map(move |&trip| (trip, position)))
            .collect();
        by_trip.sort_unstable();
        let disputed = by_trip.iter().map(|&(trip, _)| trip).collect();
        Self { all, disputed, by_trip }
    }

    /// The findings that dispute when, where or whom he visited on a trip, with their positions among all.
    pub fn of(&self, trip: TripIndex) -> impl Iterator<Item = (usize, &Finding)> {
        let from = self.by_trip.partition_point(|&(of, _)| of < trip);
        let of_trip = self.by_trip.iter().skip(from).take_while(move |&&(of, _)| of == trip);
        of_trip.filter_map(|&(_, position)| Some((wide(position), self.all.get(wide(position))?)))
    }
}

impl Finding {
    /// As they stand in the file; those that still stand together differ in their words.
    fn order(&self) -> (usize, Code, &[TripIndex]) {
        (self.start, self.code, self.trips())
    }
}

/// Finds lines and columns, going through the text once: a file can be one line of hundreds of megabytes.
fn locate(in_order: &mut [Finding], text: &str) {
    let (mut at, mut line, mut column) = (0, 1, 1);
    for finding in in_order {
        let start = text.floor_char_boundary(finding.start);
        let passed = text.get(at..start).unwrap_or_default();
        match passed.rsplit_once('\n') {
            Some((above, before)) => {
                line += above.bytes().filter(|&byte| byte == b'\n').count() + 1;
                column = before.chars().count() + 1;
            }
            None => column += passed.chars().count(),
        }
        at = start;
        (finding.line, finding.column) = (narrow(line), narrow(column));
    }
}
