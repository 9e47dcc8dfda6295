//! Findings: where the sources contradict each other or themselves. Nothing is ever corrected by itself.

mod checks;
mod comparison;
mod finding;
mod locate;
mod report;
mod wording;

pub use comparison::{Class, Comparison};
pub use finding::{Code, Finding};
pub use report::{COLUMNS, row, table};

use crate::{
    data::SourceText,
    model::{
        facts::{Chronicle, TripIndex, TripSet},
        parallel,
    },
};
use checks::{accounts, days, offices, rows, states, stays, totals};
use finding::Matter;
use finding::{narrow, wide};
use locate::Desk;
use wording::Voice;

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
