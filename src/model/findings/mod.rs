//! Findings: where the sources contradict each other or themselves. Nothing is ever corrected by itself.

mod check;
mod checks;
mod finding;
mod locator;
mod report;
mod wording;

pub use finding::{Code, Finding, FindingGroup};
pub use report::{COLUMNS, row, table};

use crate::data::SourceText;
use crate::model::facts::{Chronicle, TripIndex, TripSet};
use crate::model::parallel;
use checks::CHECKS;
use finding::{FindingDetails, Found, wide};
use locator::Locator;
use wording::Wording;

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

impl Findings {
    /// Looks for everything a historian should look at.
    #[must_use]
    pub fn new(chronicle: &Chronicle, text: &SourceText) -> Self {
        let worth = parallel::WORTH_THREADS <= chronicle.trips.len();
        let found = parallel::map(CHECKS.len(), worth, |check| {
            let check = &CHECKS[check];
            (check.find)(&Locator::new(chronicle, text, check.code))
        });
        let mut found: Vec<Found> = found.into_iter().flatten().collect();
        let describe = |found: &Found| describe(found.code, &found.details, chronicle);
        let order = |found: &Found| (found.start, found.code);
        found.sort_by(|a, b| {
            let by_trips = || a.details.trips().cmp(b.details.trips());
            order(a).cmp(&order(b)).then_with(by_trips).then_with(|| describe(a).cmp(&describe(b)))
        });
        let all = located(found, text.as_str());
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
        describe(self.code, &self.details, chronicle)
    }
}

fn describe(code: Code, details: &FindingDetails, chronicle: &Chronicle) -> String {
    let message = code.check().and_then(|check| (check.describe)(Wording { chronicle }, details)).unwrap_or_default();
    let traveller = details.trips().first().map(|&index| chronicle.trip(index).traveller);
    // A tour is named with its traveller; a source's total is about all of them.
    let is_named = matches!(details, FindingDetails::Total { .. } | FindingDetails::ImpossibleLeg { .. });
    let is_of_one = chronicle.has_several_travellers() && !is_named;
    match traveller.filter(|_| is_of_one).and_then(|index| chronicle.traveller(index)) {
        Some(name) => format!("{name}: {message}"),
        None => message,
    }
}

/// Finds lines and columns, going through the text once: a file can be one line of hundreds of megabytes.
fn located(in_order: Vec<Found>, text: &str) -> Vec<Finding> {
    let (mut at, mut line, mut column) = (0, 1, 1);
    let located = in_order.into_iter().map(|found| {
        let start = text.floor_char_boundary(found.start);
        let passed = text.get(at..start).unwrap_or_default();
        match passed.rsplit_once('\n') {
            Some((above, before)) => {
                line += above.bytes().filter(|&byte| byte == b'\n').count() + 1;
                column = before.chars().count() + 1;
            }
            None => column += passed.chars().count(),
        }
        at = start;
        Finding::new(found, line, column)
    });
    located.collect()
}
