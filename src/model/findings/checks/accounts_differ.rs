//! `accounts-differ`: two sources give a trip different days.

use crate::data::Severity;
use crate::model::facts::Account;
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, MOST};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{TripAccount, Wording, pairs};
use crate::model::pairing::{Class, Comparison};

pub(super) const CHECK: Check =
    Check { code: Code::AccountsDiffer, severity: Severity::Note, disputes: true, find, describe };

/// Of a trip with very many accounts two that differ stand for all.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, trip) in locator.chronicle.indexed_trips().filter(|(_, trip)| 1 < trip.accounts().len()) {
        let told: Vec<TripAccount<'_>> = locator.wording.accounts_of(index).collect();
        let mut tell = |(first, second): (TripAccount<'_>, TripAccount<'_>)| {
            let details = FindingDetails::AccountsDiffer { trip: index, accounts: [first.at(), second.at()] };
            found.push(locator.found_at(second, details));
        };
        if trip.accounts().len() <= MOST {
            pairs(&told, MOST).filter(|&(first, second)| differs(first.account, second.account)).for_each(&mut tell);
        } else {
            two_that_differ(&told).into_iter().for_each(&mut tell);
        }
    }
    found
}

fn differs(first: &Account, second: &Account) -> bool {
    first.source != second.source && gives_other_days(first, second)
}

fn gives_other_days(first: &Account, second: &Account) -> bool {
    first.when != second.when && Comparison::new(&first.when, &second.when).class != Class::Same
}

/// Two accounts of different sources with different days, if there are any, without comparing all with all: one that
/// differs from the first account; else whatever differs from it in the source and whatever does in the days.
fn two_that_differ<'a>(told: &[TripAccount<'a>]) -> Option<(TripAccount<'a>, TripAccount<'a>)> {
    let &first = told.first()?;
    let find = |is: fn(&Account, &Account) -> bool| told.iter().find(|other| is(first.account, other.account)).copied();
    if let Some(second) = find(differs) {
        return Some((first, second));
    }
    let (a, b) = (find(|a, b| a.source != b.source)?, find(gives_other_days)?);
    Some(if a.position < b.position { (a, b) } else { (b, a) })
}

/// Which account has which days, and how they lie to each other.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::AccountsDiffer { trip, accounts: [first, second] } = *details else { return None };
    let (first, second) = (wording.account(trip, first)?, wording.account(trip, second)?);
    let accounts = first.trip.accounts().len();
    let among = if accounts <= MOST { String::new() } else { format!("{accounts} accounts do not agree; ") };
    Some(format!(
        "{}: {among}{}, {}: {}",
        wording.country(first.trip.country),
        wording.has(first.account),
        wording.has(second.account),
        Comparison::new(&first.account.when, &second.account.when).describe_fully(wording.source(first.account.source)),
    ))
}
