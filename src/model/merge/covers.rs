//! What sources cover, as far as a merged file can tell.

use std::collections::BTreeSet;

use super::accounts::Accounts;
use super::lanes::Lanes;
use super::names::Travellers;
use super::part::Part;
use super::sources::Sources;
use crate::model::facts::{CountryIndex, Covers, SourceIndex, TravellerIndex};
use crate::time::Span;

/// What each source covers: what the files say; of a source of which none says anything, its own countries if it is about one
/// alone, its own travellers, and the days from its first to its last.
///
/// `country` and `traveller` tell where a lane and a traveller come in the merged file.
pub(super) fn covers(
    parts: &[Part<'_>],
    (sources, accounts, lanes, travellers): (&Sources, &Accounts, &Lanes, &Travellers),
    country: impl Fn(usize) -> CountryIndex,
    traveller: impl Fn(usize) -> TravellerIndex,
) -> Vec<Covers> {
    let said = |source: usize| {
        let said = sources.in_parts(source, parts).filter(|(_, source)| source.covers != Covers::default());
        let said = said.map(|(chronicle, source)| {
            let countries = source.covers.countries.as_ref().map(|countries| {
                countries
                    .iter()
                    .map(|&own| country(lanes.of_name(&chronicle.country(own).name)))
                    .collect::<BTreeSet<_>>()
            });
            let own = source.covers.travellers.as_ref().map(|own| {
                let name = |own: TravellerIndex| chronicle.traveller(own).unwrap_or_default();
                own.iter().map(|&own| traveller(travellers.of_name(name(own)))).collect::<BTreeSet<_>>()
            });
            (countries, own, source.covers.period)
        });
        said.reduce(|one, other| {
            (both(one.0, other.0), both(one.1, other.1), one.2.zip(other.2).map(|(a, b)| a.hull(b)))
        })
    };
    let told = |source: usize| {
        let own = accounts.all.iter().filter(|member| member.account.source == SourceIndex::new(source));
        let countries: BTreeSet<CountryIndex> =
            own.clone().map(|member| country(lanes.of_name(&member.country))).collect();
        let all_named = own.clone().all(|member| !member.traveller.is_empty());
        let own_travellers: BTreeSet<TravellerIndex> =
            own.clone().map(|member| traveller(travellers.of_name(&member.traveller))).collect();
        let period = own.map(|member| member.account.when.possible()).reduce(Span::hull);
        (Some(countries).filter(|countries| countries.len() == 1), Some(own_travellers).filter(|_| all_named), period)
    };
    let all = 0..sources.all.len();
    all.map(|source| {
        let (countries, travellers, period) = said(source).unwrap_or_else(|| told(source));
        Covers {
            countries: countries.map(|countries| countries.into_iter().collect()),
            travellers: travellers.map(|travellers| travellers.into_iter().collect()),
            period,
        }
    })
    .collect()
}

/// What either covers; no limit where one has none.
fn both<T: Ord>(one: Option<BTreeSet<T>>, other: Option<BTreeSet<T>>) -> Option<BTreeSet<T>> {
    one.zip(other).map(|(mut one, other)| {
        one.extend(other);
        one
    })
}
