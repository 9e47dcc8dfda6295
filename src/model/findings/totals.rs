//! How many visits a source claims, against the visits it tells of.

use std::collections::BTreeMap;

use super::{Code, Finding, cells, desk::Desk};
use crate::model::{Claim, CountryIndex, SourceIndex, Status, Total, TripIndex, count};

/// A source's trips to a country, each with whether the source leaves open that it went there.
type Rows = Vec<(TripIndex, bool)>;

/// `total-differs`: a total is not what the source's confirmed trips come to.
/// `total-needs-inference`: it is, but not without trips whose country was restored.
pub(super) fn totals(desk: &Desk<'_>) -> Vec<Finding> {
    let mut rows: BTreeMap<(SourceIndex, CountryIndex), Rows> = BTreeMap::new();
    for told in desk.told().filter(|told| told.trip.status == Status::Confirmed) {
        let rows = rows.entry((told.account.source, told.trip.country)).or_default();
        let restored = cells::is_country_restored(told.account);
        match rows.last_mut() {
            // A second account by the same source is no second visit.
            Some((last, doubtful)) if *last == told.index => *doubtful |= restored,
            _ => rows.push((told.index, restored)),
        }
    }
    let totals = desk.chronicle.totals.iter();
    totals
        .filter_map(|total| {
            let rows = rows.get(&(total.source, total.country)).map_or(&[][..], Vec::as_slice);
            let (code, message) = judge(desk, total, rows)?;
            let place = desk.text.place_of(total.offset, "country", desk.country(total.country));
            Some(desk.about_trips(code, message, place, rows.iter().map(|&(index, _)| index)))
        })
        .collect()
}

fn judge(desk: &Desk<'_>, total: &Total, rows: &[(TripIndex, bool)]) -> Option<(Code, String)> {
    let restored = rows.iter().filter(|(_, restored)| *restored).count();
    let printed = rows.len() - restored;
    let visits = |number: usize| count(number, "visit", "visits");
    let (least, claim) = match total.claim {
        Claim::Exactly(number) => (to_usize(number), visits(to_usize(number))),
        Claim::MoreThan(number) => {
            (to_usize(number).saturating_add(1), format!("more than {}", visits(to_usize(number))))
        }
    };
    let quoted = total.verbatim.as_ref().map(|words| format!(" (“{words}”)")).unwrap_or_default();
    let says = format!("{}: {} says {claim}{quoted}", desk.country(total.country), desk.source(total.source));
    if !holds(total.claim, rows.len()) {
        let apart = match total.claim {
            Claim::Exactly(_) if least < rows.len() => format!("{} more", rows.len() - least),
            Claim::Exactly(_) => format!("{} fewer", least - rows.len()),
            Claim::MoreThan(_) => format!("at least {} fewer", least - rows.len()),
        };
        return Some((Code::TotalDiffers, format!("{says} and tells of {}: {apart}", rows.len())));
    }
    let message = format!("{says} and tells of {}, with the country restored in {restored} of them", rows.len());
    (!holds(total.claim, printed)).then_some((Code::TotalNeedsInference, message))
}

fn holds(claim: Claim, rows: usize) -> bool {
    match claim {
        Claim::Exactly(number) => rows == to_usize(number),
        Claim::MoreThan(number) => to_usize(number) < rows,
    }
}

fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
