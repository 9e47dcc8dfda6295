//! Sources beside each other on the same trip: different days, or a source that says nothing.

use crate::model::{
    facts::{Account, SourceIndex, TripIndex, TripStatus},
    findings::{
        comparison::{Class, Comparison},
        finding::{Code, Finding, MOST, Matter},
        locate::Desk,
        wording::{Told, Voice, listed, pairs},
    },
};

/// `accounts-differ`: two sources give a trip different days. Of a trip with very many accounts two stand for all.
pub(crate) fn differ(desk: &Desk<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, trip) in desk.chronicle.indexed_trips().filter(|(_, trip)| 1 < trip.accounts().len()) {
        let told: Vec<Told<'_>> = desk.voice.told_of(index).collect();
        let mut tell = |(first, second): (Told<'_>, Told<'_>)| {
            let matter = Matter::Differ { trip: index, accounts: [first.at(), second.at()] };
            found.push(Finding::new(Code::AccountsDiffer, matter, desk.range(second)));
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
fn two_that_differ<'a>(told: &[Told<'a>]) -> Option<(Told<'a>, Told<'a>)> {
    let &first = told.first()?;
    let find = |is: fn(&Account, &Account) -> bool| told.iter().find(|other| is(first.account, other.account)).copied();
    if let Some(second) = find(differs) {
        return Some((first, second));
    }
    let (a, b) = (find(|a, b| a.source != b.source)?, find(gives_other_days)?);
    Some(if a.position < b.position { (a, b) } else { (b, a) })
}

/// Which account has which days, and how they lie to each other.
pub(crate) fn differ_words(voice: Voice<'_>, trip: TripIndex, accounts: [u32; 2]) -> Option<String> {
    let [first, second] = accounts;
    let (first, second) = (voice.account(trip, first)?, voice.account(trip, second)?);
    let accounts = first.trip.accounts().len();
    let among = if accounts <= MOST { String::new() } else { format!("{accounts} accounts do not agree; ") };
    Some(format!(
        "{}: {among}{}, {}: {}",
        voice.country(first.trip.country),
        voice.has(first.account),
        voice.has(second.account),
        Comparison::new(&first.account.when, &second.account.when).both_words(),
    ))
}

/// `source-silent`: a source that covers the country and the time of a trip does not tell of it.
///
/// A trip that was cancelled left nothing to tell of. Where very many sources are silent, the first stands for all.
pub(crate) fn silent(desk: &Desk<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, trip) in desk.chronicle.indexed_trips().filter(|(_, trip)| trip.status != TripStatus::Cancelled) {
        let silent = desk.chronicle.silent_sources(trip);
        let told_one_by_one = if silent.len() <= MOST { silent.len() } else { 1 };
        for source in silent.into_iter().take(told_one_by_one) {
            let Some(first) = desk.voice.account(index, 0) else { continue };
            found.push(Finding::new(Code::SourceSilent, Matter::Silent { trip: index, source }, desk.range(first)));
        }
    }
    found
}

/// Who tells of the trip, and who should.
pub(crate) fn silent_words(voice: Voice<'_>, index: TripIndex, source: SourceIndex) -> String {
    let trip = voice.chronicle.trip(index);
    let told = listed(trip.accounts().iter().map(|account| voice.has(account)));
    let rumoured = if trip.status == TripStatus::Rumoured { ", a rumour" } else { "" };
    let silent = voice.chronicle.silent_sources(trip).len();
    let others =
        if silent <= MOST { String::new() } else { format!(", nor do {} other sources that cover it", silent - 1) };
    format!(
        "{}: {told}{rumoured}; {} covers that country and time and does not tell of it{others}",
        voice.country(trip.country),
        voice.source(source),
    )
}
