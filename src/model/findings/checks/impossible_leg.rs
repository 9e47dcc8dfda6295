//! `impossible-leg`: a leg of a tour certainly begins before the leg before it has ended.

use crate::data::Severity;
use crate::model::facts::{TripIndex, TripSet};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, narrow, wide};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{TripAccount, Wording, days};
use crate::model::query::{Filter, MOST_DAYS_BETWEEN, Tours};

pub(super) const CHECK: Check =
    Check { code: Code::ImpossibleLeg, severity: Severity::Warning, disputes: true, find, describe };

fn find(locator: &Locator<'_>) -> Vec<Found> {
    let shown = Filter::default().apply(locator.chronicle, &TripSet::default());
    let mut found = Vec::new();
    let tours = Tours::new(locator.chronicle, &shown, MOST_DAYS_BETWEEN);
    for tour in &tours.all {
        let legs = tours.legs(tour);
        for (leg, (&before, &after)) in legs.iter().zip(legs.iter().skip(1)).enumerate() {
            let Some((_, _, later)) = farthest_back(locator.wording, before, after) else { continue };
            let tour = Box::new((tour.clone(), narrow(leg)));
            found.push(locator.found_at(later, FindingDetails::ImpossibleLeg { trips: [before, after], tour }));
        }
    }
    found
}

/// Which leg begins before which other has ended; `tour` is the tour and which of its legs, from 0, the first one is.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::ImpossibleLeg { trips: [before, after], tour } = details else { return None };
    let (overlap, earlier, later) = farthest_back(wording, *before, *after)?;
    let (tour, leg) = &**tour;
    let leg = wide(*leg) + 1;
    Some(format!(
        "{}: leg {}, {}, begins {} before the end of leg {leg}, {}",
        tour.name(wording.chronicle),
        leg + 1,
        wording.stay(later),
        days(overlap),
        wording.stay(earlier),
    ))
}

/// How many days before the end of one leg the next one begins, by the accounts that are farthest apart in this.
fn farthest_back(
    wording: Wording<'_>,
    before: TripIndex,
    after: TripIndex,
) -> Option<(i32, TripAccount<'_>, TripAccount<'_>)> {
    if wording.chronicle.trip(before).possible().last() <= wording.chronicle.trip(after).possible().start() {
        return None;
    }
    let told =
        |index| wording.accounts_of(index).filter_map(|told| Some((told, told.account.when.certain_days().hull()?)));
    let (earlier, end) = told(before).max_by_key(|(_, days)| days.last())?;
    let (later, start) = told(after).min_by_key(|(_, days)| days.start())?;
    let overlap = end.last() - start.start();
    (0 < overlap).then_some((overlap, earlier, later))
}
